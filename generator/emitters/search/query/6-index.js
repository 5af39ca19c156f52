/* An index whole: with its facets, its orders, and what is shown of a record. */

class Index extends Postings {
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
      if (name !== "kind" && !list(this.manifest.facets).includes(name)) return;
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
    await breath();
    const open = record => scores[record] > 0 && (refused[record] === 0 || (refused[record] === 1 && by[record] === name));
    return { name, values: (await this.facet(name)).map(({ id, label, records }) => ({ id, label, count: records.filter(open).length })) };
  }

  /* -- what is shown */

  async hit(number) {
    let block = route(this.blocks, number) - 1;
    const records = await this.read("d/" + block, from => list(from[0]));
    const kind = this.kindOf(number) || { name: "", label: "", path: "", record: true };
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
