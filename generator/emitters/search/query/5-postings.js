/* Postings and positions, what a query asks for, and the scores it gives. */

class Postings extends Dictionary {
  /* The postings of a word, taken apart once: record, level and title words in turn. */
  postings(word) {
    if (word.list) return word.list;
    const next = numbers(word.postings), found = word.list = [];
    for (;;) {
      const head = next();
      let count = next(), record = -1;
      if (head < 0 || count < 0) return found;
      const level = (head >> 4) & 15, words = head & 15;
      for (; count > 0; count -= 1) {
        const step = next();
        if (step < 0) return found;
        record += step + 1;
        if (record >= this.records) return found;
        found.push(record, level, words);
      }
    }
  }

  count(word) {
    return this.postings(word).length / 3;
  }

  /* record -> places */
  async positions(word) {
    const borders = await this.read("p/m", from => readBorders(from[0]));
    const words = await this.read("p/" + fileOf(borders, route(borders, word.key)), readPositions);
    const next = numbers(words.get(word.key) || ""), found = new Map();
    for (let record = -1; ;) {
      const step = next();
      let more = next();
      if (step < 0 || more < 0) return found;
      record += step + 1;
      const places = [];
      for (let place = 0; more >= 0; more -= 1) {
        const gap = next();
        if (gap < 0) return found;
        places.push(place += gap);
      }
      found.set(record, places);
    }
  }

  /* The records in which the steps of a phrase follow each other: [{form, offset}]. */
  async phrase(steps) {
    const ready = await all(steps, async ({ form, offset }) => ({ offset, words: (await this.known(form)).filter(one => one.weight === 1).map(one => one.word) }));
    const records = new Set();
    if (ready.length === 1) {
      for (const word of ready[0].words) this.postings(word).forEach((value, i) => i % 3 || records.add(value));
      return records;
    }
    const starts = await all(ready, async ({ offset, words }) => {
      const found = new Map();
      for (const places of await all(words, word => this.positions(word))) {
        for (const [record, at] of places) {
          const set = found.get(record) || new Set();
          at.forEach(place => set.add(place - offset));
          found.set(record, set);
        }
      }
      return found;
    });
    for (const [record, set] of starts[0]) {
      for (const start of set) if (starts.every(map => map.has(record) && map.get(record).has(start))) records.add(record);
    }
    return records;
  }

  /* -- queries */

  /* The terms of a query: words, phrases, and what is not wanted. */
  parse(query) {
    const plan = { terms: [], phrases: [], excluded: [] };
    const from = [...String(query)].slice(0, MOST_QUERY).join("").normalize("NFC");
    const add = (form, quoted, last) => {
      const old = plan.terms.find(term => term.form === form);
      if (old) old.last = old.last || last;
      else if (plan.terms.length < MOST_TERMS) plan.terms.push({ form, quoted, last });
    };
    parts(from).forEach((part, i, found) => {
      const words = split(this.letters, part.text).filter(word => !(word.apostrophe && this.elisions.has(word.text)));
      if (part.quoted || part.excluded) {
        const steps = words.map((word, offset) => ({ form: word.text, offset })).filter(step => !this.stop.has(step.form)).slice(0, MOST_TERMS);
        if (steps.length === 0) return;
        if ((part.excluded ? plan.excluded : plan.phrases).push(steps) && !part.excluded) steps.forEach(step => add(step.form, true, false));
      } else {
        const open = i + 1 === found.length && !isIn(SPACES, from[from.length - 1]);
        words.forEach((word, n) => add(word.text, false, open && n + 1 === words.length));
      }
    });
    const content = plan.terms.filter(term => !this.stop.has(term.form));
    if (content.length > 0) plan.terms = content;
    return plan;
  }

  /* The scores of records, and which of them have one. The order of operations is part of the format:
     another reader comes to the same numbers. */
  async score(terms) {
    const size = this.records, make = () => new Float64Array(size);
    const sum = make(), covered = make(), titled = make(), best = make(), bestTitle = make(), scores = make();
    const titleTerms = new Uint8Array(size), titleWords = new Uint8Array(size), records = [];
    let total = 0;
    await breath();
    for (const alternatives of terms) {
      const touched = [];
      let weight = 0;
      for (const one of alternatives) {
        await breath();
        const rarity = one.weight * this.rarity(this.count(one.word)), { levels } = this;
        if (rarity > weight) weight = rarity;
        const list = this.postings(one.word);
        await breath();
        for (let i = 0; i < list.length; i += 3) {
          const record = list[i], value = rarity * levels[list[i + 1]], words = list[i + 2];
          if (best[record] === 0) touched.push(record);
          if (value > best[record]) best[record] = value;
          if (words > 0 && rarity > bestTitle[record]) bestTitle[record] = rarity;
          if (words > titleWords[record]) titleWords[record] = words;
        }
      }
      total += weight;
      for (const [i, record] of touched.entries()) {
        if (i % SOME === 0) await breath();
        if (covered[record] === 0) records.push(record);
        sum[record] += best[record];
        covered[record] += weight;
        if (bestTitle[record] > 0) {
          titled[record] += bestTitle[record];
          titleTerms[record] += 1;
        }
        best[record] = 0;
        bestTitle[record] = 0;
      }
    }
    await breath();
    const count = terms.length;
    for (const [i, record] of records.entries()) {
      if (i % SOME === 0) await breath();
      const kind = this.kindOf(record);
      if (!kind) continue;
      let score = sum[record] * Math.sqrt(covered[record] / total);
      if (titled[record] > 0) {
        const share = titled[record] / total;
        let length = titleTerms[record] / titleWords[record];
        if (length > 1) length = 1;
        score += TITLE_BONUS * total * (share * share * share) * (1 + TITLE_SHARE * length);
        if (titleTerms[record] === count && titleTerms[record] >= titleWords[record]) score += SAME_TITLE_BONUS * total;
      }
      score = (score * kind.weight) / total;
      if (count <= MOST_FULL_TERMS && covered[record] >= total) score += FULL_BONUS;
      scores[record] = score;
    }
    return { scores, records };
  }
}
