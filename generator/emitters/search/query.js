/* The query core of Praxis: reads the files of an index (FORMAT.md) and answers queries. It knows no
   page: whoever opens an index says how a file is loaded. The same script serves browsers and node;
   generator/search does the same in C++, number by number. */
(root => {
  "use strict";

  const DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  const VERSION = 1;
  const MOST_QUERY = 300, MOST_TERMS = 24, MOST_WORD_BYTES = 60;
  const PREFIX_WEIGHT = 0.6, NEAR_WEIGHT = 0.9, SYNONYM_WEIGHT = 0.5, ONE_EDIT_WEIGHT = 0.7, TWO_EDITS_WEIGHT = 0.4;
  const TITLE_BONUS = 1, TITLE_SHARE = 0.25, SAME_TITLE_BONUS = 10, FULL_BONUS = 100, MOST_FULL_TERMS = 2;
  const MOST_BEGINNINGS = 10, MOST_CORRECTIONS = 3, LEAST_BEGINNING = 3, LEAST_SPELLING = 4, LEAST_TWO_EDITS = 8, MOST_SPELLING = 40;
  const RUN = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;
  const SPACES = " \t\n\r\f\v\u00a0\u202f\u3000", APOSTROPHES = "'\u2019\u02bc", HYPHENS = "-\u2010\u2011", SILENT = "\u00ad\u200c\u200d";
  const OPENING = "\"\u201c\u00ab\u201e", CLOSING = "\"\u201d\u00bb\u201c";

  const text = value => typeof value === "string" ? value : "";
  const list = value => Array.isArray(value) ? value : [];
  const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  const all = (items, make) => Promise.all(items.map(make));
  const flat = lists => [].concat(...lists);
  const isIn = (letters, letter) => letter !== "" && letters.includes(letter);
  const reversed = word => word.split("").reverse().join("");
  const values = new Int8Array(128).map((_, code) => DIGITS.indexOf(String.fromCharCode(code)));
  const digit = (from, at) => {
    const code = from.charCodeAt(at);
    return code < 128 ? values[code] : -1;
  };

  /* Numbers one after the other; -1 at the end and where a text is damaged. */
  const numbers = from => {
    let at = 0;
    return () => {
      const first = digit(from, at++);
      if (first < 44) return first;
      const more = first < 60 ? 1 : first < 63 ? 2 : 5;
      let value = first < 60 ? first - 44 : first < 63 ? first - 60 : 0;
      for (let left = more; left > 0; left -= 1) {
        const next = digit(from, at++);
        if (next < 0) return -1;
        value = value * 64 + next;
      }
      return value + (more === 1 ? 44 : more === 2 ? 1068 : 0);
    };
  };

  /* Words written as what each shares with the one before, and the rest. */
  const frontCoded = (before, from) => before.slice(0, Math.max(digit(from, 0), 0)) + from.slice(1);

  const readBorders = from => {
    let before = "";
    return text(from).split(",").filter(Boolean).map(border => before = frontCoded(before, border));
  };

  /* The number of the file that a key belongs to. */
  const route = (borders, key) => {
    let low = 0, high = borders.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (borders[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /* ---- words */

  const bytes = word => {
    let sum = 0;
    for (let i = 0; i < word.length; i += 1) sum += word.charCodeAt(i) < 0x80 ? 1 : word.charCodeAt(i) < 0x800 ? 2 : 3;
    return sum;
  };

  /* The folded words of a text with their places. `letters` says what each letter outside ASCII folds
     to; those that it does not know stand between words. */
  const split = (letters, from) => {
    const words = [];
    let word = null, run = -1, pairs = 0, mark = "";
    const end = separator => {
      run = -1;
      mark = word && isIn(APOSTROPHES + HYPHENS, separator) ? separator : "";
      if (word && word.text && bytes(word.text) <= MOST_WORD_BYTES) words.push(word);
      word = null;
    };
    const grow = (at, folded) => {
      if (run >= 0) end("");
      if (!word) {
        word = { text: "", begin: at };
        const before = words[words.length - 1];
        if (before && mark && before.end + 1 === at) before[isIn(HYPHENS, mark) ? "hyphen" : "apostrophe"] = true;
      }
      word.text += folded;
      word.end = at + 1;
    };
    for (let i = 0; i < from.length; i += 1) {
      const letter = from[i], folded = letter < "\u0080" ? letter.toLowerCase() : letters.get(letter);
      if (letter < "\u0080" ? /[0-9a-z]/.test(folded) : !RUN.test(letter) && folded !== undefined) {
        grow(i, folded);
      } else if (RUN.test(letter)) {
        /* Scripts without spaces: pairs of letters; one alone is a word too. */
        if (run < 0) {
          end("");
          pairs = 0;
        }
        if (pairs === 1) words.pop();
        words.push({ text: run < 0 ? letter : from[run] + letter, begin: run < 0 ? i : run, end: i + 1 });
        pairs += 1;
        run = i;
      } else if (!isIn(SILENT, letter)) {
        end(letter);
      }
    }
    end("");
    return words;
  };

  /* A query in its parts: with quotes or without, wanted or not. */
  const parts = from => {
    const found = [];
    for (let i = 0; i < from.length;) {
      if (isIn(SPACES, from[i])) {
        i += 1;
        continue;
      }
      const excluded = from[i] === "-" && i + 1 < from.length && !isIn(SPACES, from[i + 1]);
      if (excluded) i += 1;
      const quoted = isIn(OPENING, from[i]), begin = quoted ? i + 1 : i;
      for (i = begin; i < from.length && (quoted ? !isIn(CLOSING, from[i]) : !isIn(SPACES + OPENING, from[i]));) i += 1;
      found.push({ text: from.slice(begin, i), quoted, excluded });
      if (quoted) i += 1;
    }
    return found;
  };

  /* Edits between two words (optimal string alignment), or `most` + 1 where there are more. */
  const edits = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        row.push(cost);
      }
      if (Math.min(...row) > most) return most + 1;
      before = last;
      last = row;
    }
    return Math.min(last[b.length], most + 1);
  };

  /* ---- what the files hold */

  const readTerms = ([from]) => {
    const entries = [], byForm = new Map();
    let key = "";
    for (const entry of text(from).split(";").filter(Boolean)) {
      const [head, ...leads] = entry.split("="), [names, postings] = head.split(":");
      const forms = names.split(",").map((form, i) => i === 0 ? key = frontCoded(key, form) : frontCoded(key, form));
      const made = { key, forms, postings, leads: leads.map(lead => ({ kind: digit(lead, 0), to: lead.slice(1) })) };
      entries.push(made);
      for (const form of forms) byForm.set(form, (byForm.get(form) || []).concat(made));
    }
    return { entries, byForm };
  };

  const readSpelling = ([from]) => {
    let key = "";
    return text(from).split(";").filter(Boolean).map(word => {
      key = frontCoded(key, word.slice(0, -1));
      return { key, frequency: digit(word, word.length - 1) };
    });
  };

  const readPositions = ([from]) => {
    let key = "";
    return new Map(text(from).split(";").filter(Boolean).map(word => {
      const [name, places = ""] = word.split(":");
      return [key = frontCoded(key, name), places];
    }));
  };

  /* Each word once, with the highest of its weights. */
  const unique = found => {
    const best = new Map();
    for (const one of found) {
      const old = best.get(one.word);
      if (!old || old.weight < one.weight) best.set(one.word, one);
    }
    return [...best.values()];
  };

  const taken = new Map();
  const take = from => {
    if (Array.isArray(from) && typeof from[0] === "string" && typeof from[1] === "string") taken.set(from[0] + "/" + from[1], from.slice(2));
  };

  class Index {
    constructor(language, load) {
      this.language = language;
      this.load = load;
      this.files = new Map();
    }

    /* What a file holds, as `parse` reads it, once. A load that fails is tried once more. */
    read(name, parse) {
      if (this.files.has(name)) return this.files.get(name);
      const key = this.language + "/" + name;
      const attempt = async () => {
        await this.load("search/" + key + ".js");
        if (!taken.has(key)) throw new Error("search/" + key + ".js");
        const from = taken.get(key);
        taken.delete(key);
        return parse(from);
      };
      const promise = attempt().catch(attempt);
      this.files.set(name, promise);
      promise.catch(() => this.files.delete(name));
      return promise;
    }

    async open() {
      const m = await this.read("m", from => from[0]);
      if (!m || m.version !== VERSION) throw new Error("search: another version of the index");
      this.manifest = m;
      this.records = Math.min(Math.max(0, m.records | 0), 1 << 21);
      this.terms = readBorders(m.terms);
      this.starts = readBorders(m.starts);
      this.ends = readBorders(m.ends);
      this.letters = new Map();
      list(m.letters).forEach((letters, i, pairs) => {
        if (i % 2) for (const letter of text(letters)) this.letters.set(letter, text(pairs[i - 1]));
      });
      this.stop = new Set(text(m.stop).split(" "));
      this.elisions = new Set(text(m.elisions).split(" "));
      this.levels = list(m.levels);
      this.rarities = list(m.rarities);
      this.blocks = [0];
      const next = numbers(text(m.blocks));
      for (let step = next(); step >= 0; step = next()) this.blocks.push(this.blocks[this.blocks.length - 1] + step);
      let first = 0;
      this.kinds = list(m.kinds).map(([name, label, path, count, weight, record]) => ({ name, label, path, first, end: first += count, weight, record }));
      return this;
    }

    /* What a word's rarity counts: one step for each power of 1.25 of records to its own. */
    rarity(count) {
      const share = this.records / Math.max(count, 1);
      let step = 0;
      for (let bound = 1.25; bound <= share && step + 1 < this.rarities.length; bound *= 1.25) step += 1;
      return this.rarities[step];
    }

    /* -- dictionary */

    shard(form, further = 0) {
      return this.read("t/" + (route(this.terms, form) + further), readTerms);
    }

    /* The words that a form belongs to: [{word, weight}], its own before those of a like meaning. */
    async find(form) {
      const { byForm } = await this.shard(form);
      const found = [];
      for (const entry of byForm.get(form) || []) {
        if (entry.postings !== undefined) found.push({ word: entry, weight: 1 });
        for (const { kind, to } of entry.leads) {
          const other = await this.shard(to), weight = kind === 0 ? 1 : kind === 1 ? NEAR_WEIGHT : SYNONYM_WEIGHT;
          for (const word of other.byForm.get(to) || []) if (word.key === to && word.postings !== undefined) found.push({ word, weight });
        }
      }
      return unique(found);
    }

    /* The same word with another ending; only files at hand are asked, since endings hardly move words. */
    async variants(form) {
      const rules = list(this.manifest.endings), home = route(this.terms, form), words = new Set();
      for (let i = 0; i + 2 < rules.length; i += 3) {
        const least = rules[i + 2];
        for (const [ending, becomes] of [[rules[i], rules[i + 1]], [rules[i + 1], rules[i]]]) {
          if (form.endsWith(ending) && form.length - ending.length >= least) words.add(form.slice(0, form.length - ending.length) + becomes);
        }
      }
      const near = [...words].filter(word => word.length > 1 && Math.abs(route(this.terms, word) - home) <= 1);
      return unique(flat(await all(near, word => this.find(word))).filter(one => one.weight === 1));
    }

    async known(form) {
      const found = await this.find(form);
      return found.length > 0 ? found : this.variants(form);
    }

    /* Words that begin so, the most common first; two files are read at most. */
    async beginnings(form) {
      const next = this.terms[route(this.terms, form)];
      const more = next !== undefined && next.slice(0, form.length) <= form;
      const shards = await all(more ? [0, 1] : [0], further => this.shard(form, further));
      const words = flat(shards.map(shard => shard.entries)).filter(entry => entry.postings !== undefined && entry.forms.some(one => one.startsWith(form)));
      words.sort((a, b) => this.count(b) - this.count(a) || compare(a.key, b.key));
      return words.slice(0, MOST_BEGINNINGS).map(word => ({ word, weight: PREFIX_WEIGHT }));
    }

    async listed(folder, borders, from, to) {
      const files = [];
      for (let n = route(borders, from); n <= route(borders, to); n += 1) files.push(n);
      const words = await all(files, n => this.read(folder + "/" + n, readSpelling));
      return flat(words).filter(one => one.key >= from && one.key <= to);
    }

    /* What a mistyped word may have meant: [{form, distance, frequency}], the likeliest first. A letter
       wrong at the very beginning is looked for by the end of the word. */
    async corrections(form) {
      const most = form.length >= LEAST_TWO_EDITS ? 2 : 1, first = form[0];
      if (form.length > MOST_SPELLING) return [];
      const judge = words => words.map(({ form: other, frequency }) => ({ form: other, frequency, distance: edits(form, other, most) })).filter(one => one.distance <= most);
      const order = (a, b) => a.distance - b.distance || b.frequency - a.frequency || compare(a.form, b.form);
      const length = letters => first + DIGITS[letters];
      const starts = await this.listed("w", this.starts, length(form.length - most), length(form.length + most) + "\uffff");
      const found = judge(starts.map(({ key, frequency }) => ({ form: key.slice(2), frequency }))).sort(order);
      if (found.length > 0 && found[0].distance === 1) return found;
      const end = reversed(form.slice(2)), ends = await this.listed("v", this.ends, end, end + "\uffff");
      const others = judge(ends.map(({ key, frequency }) => ({ form: reversed(key), frequency })).filter(one => one.form[0] !== first));
      return found.concat(others).sort(order);
    }

    /* The words of the nearest corrections. */
    async corrected(form) {
      const found = await this.corrections(form);
      const nearest = found.filter(one => one.distance === found[0].distance).slice(0, MOST_CORRECTIONS);
      return unique(flat(await all(nearest, async one => (await this.find(one.form)).filter(({ weight }) => weight === 1).map(({ word }) => ({
        word, weight: one.distance === 1 ? ONE_EDIT_WEIGHT : TWO_EDITS_WEIGHT, form: one.form, distance: one.distance
      })))));
    }

    /* What is tried for a word that nobody knows: a correction of one edit, else words that begin so,
       else a correction of two. While a word is being typed its beginning comes first. */
    async guesses(term, options) {
      const { form } = term, typing = options.typing && term.last;
      const spelled = !options.insist && !term.quoted && form.length >= LEAST_SPELLING && !/[0-9]/.test(form);
      const corrected = spelled && !typing ? await this.corrected(form) : [];
      if (corrected.length > 0 && corrected[0].distance === 1) return corrected;
      const begun = !term.quoted && form.length >= LEAST_BEGINNING ? await this.beginnings(form) : [];
      if (begun.length > 0) return begun;
      return spelled && typing ? this.corrected(form) : corrected;
    }

    /* -- postings and positions */

    /* Calls `on(record, level, title words)` for each posting. */
    postings(word, on) {
      const next = numbers(word.postings);
      for (;;) {
        const head = next();
        let count = next(), record = -1;
        if (head < 0 || count < 0) return;
        for (; count > 0; count -= 1) {
          const step = next();
          if (step < 0) return;
          record += step + 1;
          if (record >= this.records) return;
          on(record, (head >> 4) & 15, head & 15);
        }
      }
    }

    count(word) {
      if (word.count === undefined) {
        word.count = 0;
        this.postings(word, () => { word.count += 1; });
      }
      return word.count;
    }

    /* record -> places */
    async positions(word) {
      const borders = await this.read("p/m", from => readBorders(from[0]));
      const words = await this.read("p/" + route(borders, word.key), readPositions);
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
        for (const word of ready[0].words) this.postings(word, record => records.add(record));
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

    /* The scores of all records. The order of operations is part of the format: another reader comes to
       the same numbers. */
    score(terms) {
      const size = this.records, make = () => new Float64Array(size);
      const sum = make(), covered = make(), titled = make(), best = make(), bestTitle = make(), scores = make();
      const titleTerms = new Uint8Array(size), titleWords = new Uint8Array(size);
      let total = 0;
      for (const alternatives of terms) {
        const touched = [];
        let weight = 0;
        for (const one of alternatives) {
          const rarity = one.weight * this.rarity(this.count(one.word));
          if (rarity > weight) weight = rarity;
          this.postings(one.word, (record, level, words) => {
            const value = rarity * this.levels[level];
            if (best[record] === 0) touched.push(record);
            if (value > best[record]) best[record] = value;
            if (words > 0 && rarity > bestTitle[record]) bestTitle[record] = rarity;
            if (words > titleWords[record]) titleWords[record] = words;
          });
        }
        total += weight;
        for (const record of touched) {
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
      const count = terms.length;
      for (const kind of this.kinds) {
        for (let record = kind.first; record < kind.end && record < size; record += 1) {
          if (covered[record] === 0) continue;
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
      }
      return scores;
    }

    /* -- facets and orders */

    async facet(name) {
      if (name === "kind") {
        return this.kinds.map(({ name: id, label, first, end }) => ({ id, label, records: Array.from({ length: end - first }, (_, i) => first + i) }));
      }
      if (!list(this.manifest.facets).includes(name)) return [];
      return this.read("f/" + name, ([labels, lists]) => {
        const next = numbers(text(lists)), facet = [];
        for (let i = 0; i + 1 < list(labels).length; i += 2) {
          const records = [];
          let record = -1;
          for (let count = next(); count > 0; count -= 1) {
            const step = next();
            if (step < 0) break;
            record += step + 1;
            if (record < this.records) records.push(record);
          }
          facet.push({ id: text(labels[i]), label: text(labels[i + 1]), records });
        }
        return facet;
      });
    }

    order(name) {
      let width = 1;
      for (let most = 64; most < this.records; most *= 64) width += 1;
      return this.read("s/" + name, ([from]) => {
        const found = [];
        for (let at = 0; at + width <= text(from).length; at += width) {
          let number = 0;
          for (let i = 0; i < width; i += 1) number = number * 64 + digit(from, at + i);
          if (number >= 0 && number < this.records) found.push(number);
        }
        return found;
      });
    }

    /* How many of the chosen facets refuse each record, and which did last; the scope's count twice. */
    async choose(filters = {}, scope = {}) {
      const refused = new Uint8Array(this.records), by = [];
      const apply = async ([name, ids], weight) => {
        const mask = new Uint8Array(this.records);
        for (const value of await this.facet(name)) if (ids.includes(value.id)) value.records.forEach(record => { mask[record] = 1; });
        mask.forEach((kept, record) => {
          if (kept) return;
          refused[record] = Math.min(refused[record] + weight, 9);
          by[record] = name;
        });
      };
      await all(Object.entries(scope), one => apply(one, 2));
      await all(Object.entries(filters).filter(one => one[1].length > 0), one => apply(one, 1));
      return { refused, by };
    }

    /* How many results each value of a facet has, the facet's own choice left aside. */
    async counts(name, scores, { refused, by }) {
      const open = record => scores[record] > 0 && (refused[record] === 0 || (refused[record] === 1 && by[record] === name));
      return { name, values: (await this.facet(name)).map(({ id, label, records }) => ({ id, label, count: records.filter(open).length })) };
    }

    /* -- what is shown */

    async hit(number) {
      let block = route(this.blocks, number) - 1;
      const records = await this.read("d/" + block, from => list(from[0]));
      const kind = this.kinds.find(one => number < one.end) || { name: "", label: "", path: "", record: true };
      const fields = list(records[number - this.blocks[block]]).map(text);
      const [id = "", slug = "", title = "", titleLanguage = "", place = "", year = "", summary = "", summaryLanguage = "", ...marks] = fields;
      return {
        number, kind: kind.name, kindLabel: kind.label, id: kind.record ? id : kind.name + "/" + id, path: kind.path + (slug || id) + ".html",
        title, titleLanguage, place, year, summary, summaryLanguage, marks
      };
    }

    /* Where wanted forms stand in a text: [[begin, end, word]]. */
    marks(from, wanted) {
      return split(this.letters, from).filter(word => wanted.has(word.text)).map(word => [word.begin, word.end, wanted.get(word.text)]);
    }

    /* The stretch of a record's text that holds most of the wanted words; empty where none does. */
    async passage(number, wanted) {
      const paragraphs = await this.read("x/" + number, from => list(from[0]).map(text));
      let best = "", most = 0;
      for (const paragraph of paragraphs) {
        const marks = this.marks(paragraph, wanted), different = new Set(marks.map(mark => mark[2])).size;
        if (different <= most) continue;
        most = different;
        let begin = Math.max(0, marks[0][0] - 60), end = Math.min(paragraph.length, begin + 220);
        while (begin > 0 && !isIn(SPACES, paragraph[begin - 1])) begin -= 1;
        while (end < paragraph.length && !isIn(SPACES, paragraph[end])) end += 1;
        best = (begin > 0 ? "\u2026" : "") + paragraph.slice(begin, end) + (end < paragraph.length ? "\u2026" : "");
      }
      return best;
    }
  }

  /* ---- a search */

  /* What each term means in each index: alternatives with weights. A word that one language knows is
     not guessed at in another. */
  const meanings = (indexes, plans, options) => all(plans[0].terms, async (term, n) => {
    const found = await all(indexes, (index, i) => index.known(plans[i].terms[n].form));
    if (found.every(one => one.length === 0)) return all(indexes, (index, i) => index.guesses(plans[i].terms[n], options));
    if (!options.typing || !term.last || term.form.length < LEAST_BEGINNING) return found;
    return all(indexes, async (index, i) => unique(found[i].concat(await index.beginnings(term.form))));
  });

  /* The best of all scores, by score, then number. */
  const top = (scores, most) => {
    const kept = [];
    scores.forEach((score, record) => {
      if (!(score > 0) || (kept.length >= most && !(score > scores[kept[most - 1]]))) return;
      let low = 0, high = kept.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (scores[kept[middle]] >= score) low = middle + 1;
        else high = middle;
      }
      kept.splice(low, 0, record);
      if (kept.length > most) kept.pop();
    });
    return kept;
  };

  /* The score of each record, the best that any language gives it; 1 where nothing was asked. */
  const merged = async (indexes, plans, found, asked) => {
    const best = new Float64Array(indexes[0].records);
    await all(indexes, async (index, i) => {
      const [phrases, excluded] = await all([plans[i].phrases, plans[i].excluded], lists => all(lists, steps => index.phrase(steps)));
      const scores = asked ? index.score(found.map(lists => lists[i])) : best.map(() => 1);
      scores.forEach((score, record) => {
        if (score > best[record] && phrases.every(set => set.has(record)) && !excluded.some(set => set.has(record))) best[record] = score;
      });
    });
    return best;
  };

  /* The first index is in the reader's language; others are searched beside it, and a record is one hit.
     options: typing (the last word is being typed), insist (nothing is corrected), filters and scope
     ({facet: [value]}), order, offset, limit, facets ([name], to be counted). */
  const search = async (indexes, query, options = {}) => {
    const main = indexes[0], { offset = 0, limit = 10 } = options;
    const plans = indexes.map(index => index.parse(query));
    /* Stop words differ between languages: all are asked what the reader's own asks. */
    plans.forEach((plan, i) => {
      if (i > 0) plan.terms = plans[0].terms.map(term => ({ ...term, form: split(indexes[i].letters, term.form).map(word => word.text).join("") || term.form }));
    });
    const asked = plans[0].terms.length > 0;
    const [found, chosen, order] = await Promise.all([
      meanings(indexes, plans, options),
      main.choose(options.filters, options.scope),
      options.order || !asked ? main.order(options.order || "date") : null
    ]);
    const scores = await merged(indexes, plans, found, asked);
    const shown = scores.map((score, record) => chosen.refused[record] > 0 ? 0 : score);
    const numbersShown = order ? order.filter(number => shown[number] > 0) : top(shown, offset + limit);
    const [hits, facets] = await Promise.all([
      all(numbersShown.slice(offset, offset + limit), number => main.hit(number)),
      all(options.facets || [], name => main.counts(name, scores, chosen))
    ]);
    const wanted = new Map(), corrections = [];
    for (const { word } of flat(flat(found))) for (const form of word.forms) wanted.set(form, word.key);
    plans[0].terms.forEach((term, n) => {
      const [first] = found[n].filter(one => one.length > 0 && one[0].distance);
      if (first) corrections.push({ from: term.form, to: first[0].form, distance: first[0].distance });
    });
    for (const hit of hits) {
      hit.score = scores[hit.number];
      hit.titleMarks = main.marks(hit.title, wanted);
      hit.summaryMarks = main.marks(hit.summary, wanted);
    }
    return { total: shown.filter(score => score > 0).length, hits, facets, corrections, wanted, asked };
  };

  root.praxisSearch = { open: (language, load) => new Index(language, load).open(), search, take };
})(typeof globalThis === "object" ? globalThis : this);
