/* What the files hold, and how they come. */

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

class Files {
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
    this.kinds = list(m.kinds).map(list).map(([name, label, path, count, weight, record]) => ({
      name: text(name), label: text(label), path: text(path), first, end: first = Math.min(first + Math.max(0, count | 0), this.records), weight: Number(weight), record: record === true
    }));
    return this;
  }

  kindOf(number) {
    return this.kinds.find(kind => number < kind.end);
  }

  /* What a word's rarity counts: one step for each power of 1.25 of records to its own. */
  rarity(count) {
    const share = this.records / Math.max(count, 1);
    let step = 0;
    for (let bound = 1.25; bound <= share && step + 1 < this.rarities.length; bound *= 1.25) step += 1;
    return this.rarities[step];
  }
}
