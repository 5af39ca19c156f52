// Records with words as often as in real texts, each with words of its own: rarer words that stand in
// its title, its summary and its body, in one form or another, so that one record is meant by them.
import { Random, Zipf } from './random.mjs';
import { languages, stopWords, vocabulary } from './words.mjs';

export const themeCount = 30, cityCount = 200;
const ownWordCount = 12, sharedWordCount = 8, themeWords = 300, themeFamilies = 60;
// With these, 2,400 records have 16,500 to 17,200 forms a language, as 2,393 pages of real documentation in
// Spanish have (16,488).
const backgroundWords = 12000, familyCount = 4500;
// How often a text comes back to a word that it has used: what is said once is often said again. With
// this, 600 words of a text are about 229 different ones; in pages of real documentation in the three
// languages they are 211 to 226.
const again = 0.45;

// What one language writes with.
class Writer {
  constructor(root, language, words) {
    const { background, families, common } = vocabulary(root, language, backgroundWords, familyCount);
    const stop = stopWords(root, language);
    this.words = words;
    this.random = new Random(101 + languages.indexOf(language));
    this.background = new Zipf(background);
    this.small = common.slice(0, 60).filter((word) => stop.has(word));
    // A fifth of the rarer words is only ever met in one form.
    this.families = new Zipf(families.map(([one, many], i) => i % 5 === 0 ? [i % 2 ? one : many] : [one, many]), 0.8, 30);
    const medium = background.slice(150, 6000).filter((word) => !stop.has(word));
    this.themes = Array.from({ length: themeCount }, () => new Zipf(Array.from({ length: themeWords }, () => this.random.pick(medium))));
    // Records of a theme are about like things: a few of these words are in many of them.
    this.shared = Array.from({ length: themeCount }, () => new Zipf(Array.from({ length: themeFamilies }, () => this.families.draw(this.random)), 1, 3));
    this.titles = new Set();
  }

  form(family) {
    return family.length > 1 && this.random.next() < 0.35 ? family[1] : family[0];
  }

  word(theme, own, share) {
    const chance = this.random.next();
    if (chance < share) return this.form(this.random.pick(own));
    if (chance < share + again && this.used.length > 30) return this.random.pick(this.used);
    const word = (chance < share + again + 0.15 ? this.themes[theme] : this.background).draw(this.random);
    this.used.push(word);
    return word;
  }

  sentence(theme, own, share) {
    const words = Array.from({ length: this.random.between(9, 22) }, () => this.word(theme, own, share));
    const text = words.join(' ');
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  }

  // Three to eight words, two to five of them with a meaning.
  title(theme, own) {
    for (;;) {
      // What is shared stands first in its own words, and in titles more often.
      const content = own.filter((_, i) => this.random.next() < (i < 6 ? 0.45 : 0.12)).slice(0, 4).map((family) => this.form(family));
      content.push(this.themes[theme].draw(this.random));
      this.random.shuffle(content);
      const words = [content[0]];
      for (const word of content.slice(1)) words.push(this.random.pick(this.small), word);
      if (words.length < 3) words.push(this.random.pick(this.small), this.background.draw(this.random));
      const title = words.slice(0, 8).join(' ');
      if (this.titles.has(title)) continue;
      this.titles.add(title);
      return title[0].toUpperCase() + title.slice(1);
    }
  }

  summary(theme, own) {
    const most = this.random.between(180, 300);
    let text = this.sentence(theme, own, 0.25);
    for (;;) {
      const more = `${text} ${this.sentence(theme, own, 0.2)}`;
      if (more.length > most && text.length >= 150) return text;
      text = more;
      if (text.length > 300) return `${text.slice(0, text.lastIndexOf(' ', 298))}.`;
    }
  }

  // Five sections of paragraphs, as the pages of a bank have them.
  sections(theme, own) {
    return Array.from({ length: 5 }, () => {
      const paragraphs = [[]];
      for (let count = 0; count < this.words / 5;) {
        const sentence = this.sentence(theme, own, 0.07);
        count += sentence.split(' ').length;
        if (paragraphs.at(-1).length > 3) paragraphs.push([]);
        paragraphs.at(-1).push(sentence);
      }
      return paragraphs.map((sentences) => sentences.join(' '));
    });
  }

  record(theme) {
    this.used = [];
    const draw = (n) => (n < sharedWordCount ? this.shared[theme] : this.families).draw(this.random);
    const own = [...new Set(Array.from({ length: ownWordCount }, (_, n) => draw(n)))];
    return { title: this.title(theme, own), summary: this.summary(theme, own), sections: this.sections(theme, own) };
  }
}

// One record after the other: { id, theme, other theme, city, year, award, texts: { language: text } }.
export function* madeRecords({ root, count, words = 700, wanted = languages }) {
  const random = new Random(1), writers = wanted.map((language) => new Writer(root, language, words));
  for (let i = 0; i < count; i += 1) {
    const theme = random.below(themeCount);
    const texts = {};
    for (const [n, language] of wanted.entries()) texts[language] = writers[n].record(theme);
    yield {
      id: `practice-${i}`, themes: [`theme-${theme}`, `theme-${(theme + 1 + random.below(themeCount - 1)) % themeCount}`],
      city: `city-${random.below(cityCount)}`, year: random.between(1990, 2025), award: i % 10 === 0, texts,
    };
  }
}
