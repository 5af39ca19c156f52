/* The words of an index: forms, other endings, beginnings, corrections. */

class Dictionary extends Files {
  shard(form, further = 0) {
    return this.read("t/" + fileOf(this.terms, route(this.terms, form) + further), readTerms);
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
    const words = await all(files, n => this.read(folder + "/" + fileOf(borders, n), readSpelling));
    return flat(words).filter(one => one.key >= from && one.key <= to);
  }

  /* What a mistyped word may have meant: [{form, distance, frequency}], the likeliest first. A letter
     wrong at the very beginning is looked for by the end of the word. */
  async corrections(form) {
    const most = form.length >= LEAST_TWO_EDITS ? 2 : 1, first = form[0];
    if (form.length > MOST_SPELLING) return [];
    const judge = async words => {
      const near = [];
      for (const [i, { form: other, frequency }] of words.entries()) {
        if (i % FEW === 0) await breath();
        const distance = edits(form, other, most);
        if (distance <= most) near.push({ form: other, frequency, distance });
      }
      return near;
    };
    const order = (a, b) => a.distance - b.distance || b.frequency - a.frequency || compare(a.form, b.form);
    const length = letters => first + DIGITS[letters];
    const starts = await this.listed("w", this.starts, length(form.length - most), length(form.length + most) + "\uffff");
    const found = (await judge(starts.map(({ key, frequency }) => ({ form: key.slice(2), frequency })))).sort(order);
    if (found.length > 0 && found[0].distance === 1) return found;
    const end = reversed(form.slice(2)), ends = await this.listed("v", this.ends, end, end + "\uffff");
    const others = await judge(ends.map(({ key, frequency }) => ({ form: reversed(key), frequency })).filter(one => one.form[0] !== first));
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
    if (!typing && this.stop.has(form)) return [];
    const spelled = !options.insist && !term.quoted && form.length >= LEAST_SPELLING && !/[0-9]/.test(form);
    const corrected = spelled && !typing ? await this.corrected(form) : [];
    if (corrected.length > 0 && corrected[0].distance === 1) return corrected;
    const begun = !term.quoted && form.length >= LEAST_BEGINNING ? await this.beginnings(form) : [];
    if (begun.length > 0) return begun;
    return spelled && typing ? this.corrected(form) : corrected;
  }
}
