// Queries that mean one known page, made from the texts of a collection. Kinds:
//   a   two or three title words that say most        b   the same without accents
//   c   a with one typo, not in the first letter      c1  a with the typo in the first letter
//   d   a with words turned singular or plural, the form met elsewhere
//   e   four to six words of the summary in a row, one of them left out or turned
//   f   as d, with a form met nowhere
import { Random } from './random.mjs';
import { folded, pluralOf, singularsOf, stopWords, wordsOf } from './words.mjs';

export const kinds = ['a', 'b', 'c', 'c1', 'd', 'e', 'f'];
const letters = 'abcdefghijklmnopqrstuvwxyz';

class Maker {
  constructor(root, language, pages) {
    this.language = language;
    this.random = new Random(31);
    this.stop = stopWords(root, language);
    this.frequency = new Map();
    this.folded = new Set();
    const titles = new Map();
    for (const page of pages) {
      titles.set(page.title.toLowerCase(), (titles.get(page.title.toLowerCase()) ?? 0) + 1);
      for (const word of new Set(wordsOf(`${page.title} ${page.summary} ${page.body}`))) this.frequency.set(word, (this.frequency.get(word) ?? 0) + 1);
    }
    for (const word of this.frequency.keys()) this.folded.add(folded(word));
    this.pages = this.random.shuffle(pages.filter((page) => titles.get(page.title.toLowerCase()) === 1 && !/\d/.test(page.title) && this.content(page.title).length >= 2));
  }

  content(text) {
    return [...new Set(wordsOf(text))].filter((word) => word.length > 2 && !this.stop.has(word));
  }

  // The words of the title that the fewest pages have, in the order of the title.
  title(page) {
    const words = this.content(page.title);
    const best = words.slice().sort((x, y) => this.frequency.get(x) - this.frequency.get(y)).slice(0, this.random.between(2, 3));
    return words.filter((word) => best.includes(word));
  }

  damaged(word, first) {
    const list = [...word], at = first ? 0 : this.random.between(1, list.length - 2), other = letters[this.random.below(26)];
    const edits = [
      () => list.splice(at, 1),
      () => list.splice(at, 1, other),
      () => list.splice(at, 0, other),
      () => list.splice(at, 2, list[at + 1], list[at]),
    ];
    this.random.pick(edits)();
    return list.join('');
  }

  typo(page, first) {
    const words = this.title(page), long = words.filter((word) => word.length >= 5);
    if (long.length === 0) return null;
    const chosen = this.random.pick(long);
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const other = this.damaged(chosen, first);
      if (!this.folded.has(folded(other)) && (folded(other)[0] !== folded(chosen)[0]) === first) return words.map((word) => word === chosen ? other : word);
    }
    return null;
  }

  turned(word) {
    const single = singularsOf(word, this.language);
    return single.length > 0 ? single : [pluralOf(word, this.language)].filter(Boolean);
  }

  // Every word that can be turned is; at least one must be.
  inflected(page, known) {
    const inTitle = new Set(wordsOf(page.title));
    let changed = 0;
    const words = this.title(page).map((word) => {
      const forms = this.turned(word).filter((form) => !inTitle.has(form));
      const form = known ? forms.find((one) => this.frequency.has(one)) : forms.length === 1 && !this.folded.has(folded(forms[0])) ? forms[0] : undefined;
      if (!form) return word;
      changed += 1;
      return form;
    });
    return changed > 0 ? words : null;
  }

  span(page) {
    const words = wordsOf(page.summary), length = this.random.between(4, 6);
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const begin = this.random.below(Math.max(1, words.length - length + 1)), span = words.slice(begin, begin + length);
      const content = span.filter((word) => word.length > 2 && !this.stop.has(word));
      if (content.length < 3) continue;
      const chosen = this.random.pick(content), [other] = this.turned(chosen);
      const turn = other && this.random.next() < 0.5;
      return span.flatMap((word) => word !== chosen ? [word] : turn ? [other] : []);
    }
    return null;
  }

  words(kind, page) {
    if (kind === 'a') return this.title(page);
    if (kind === 'b') {
      const words = this.title(page), plain = words.map(folded);
      return plain.some((word, i) => word !== words[i]) ? plain : null;
    }
    if (kind === 'c' || kind === 'c1') return this.typo(page, kind === 'c1');
    if (kind === 'd' || kind === 'f') return this.inflected(page, kind === 'd');
    return this.span(page);
  }
}

export function makeQueries(root, language, pages, wanted) {
  const maker = new Maker(root, language, pages), made = [];
  for (const kind of kinds) {
    if (kind === 'b' && language === 'en') continue;
    let count = 0;
    for (const page of maker.pages) {
      if (count === wanted) break;
      const words = maker.words(kind, page);
      if (!words || words.length === 0) continue;
      count += 1;
      made.push({ qid: `${kind}-${language}-${page.id}`, language, kind, query: words.join(' '), answers: [page.id], title: page.title });
    }
  }
  return made;
}
