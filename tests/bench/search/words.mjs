// Words of a language: those of the bank of this repository as often as it uses them, then those of
// Debian's word lists; which are forms of one another; which carry little meaning.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from './random.mjs';

const lists = { es: 'spanish', en: 'american-english', fr: 'french' };
export const languages = ['es', 'en', 'fr'];
const WORD = /\p{L}+/gu;

export const wordsOf = (text) => text.toLowerCase().match(WORD) ?? [];
export const folded = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/g, 'oe').replace(/æ/g, 'ae');

const vowel = /[aeiouáéó]$/;
const endings = { ción: 'ciones', sión: 'siones', ón: 'ones', án: 'anes', és: 'eses', z: 'ces' };

// The plural by the rules of a school book, or nothing where they give none.
export function pluralOf(word, language) {
  if (language === 'en') {
    if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
    if (/(ss|x|ch|sh)$/.test(word)) return `${word}es`;
    return /[sz]$/.test(word) ? '' : `${word}s`;
  }
  if (language === 'fr') {
    if (/al$/.test(word)) return `${word.slice(0, -1)}ux`;
    if (/eau$|eu$/.test(word)) return `${word}x`;
    return /[sxz]$/.test(word) ? '' : `${word}s`;
  }
  for (const [one, many] of Object.entries(endings)) if (word.endsWith(one)) return word.slice(0, -one.length) + many;
  if (vowel.test(word)) return `${word}s`;
  return /[dlrnj]$/.test(word) ? `${word}es` : '';
}

// The singulars that a form may be the plural of.
export function singularsOf(word, language) {
  const cut = (count, add = '') => word.slice(0, word.length - count) + add;
  const candidates = [];
  if (word.endsWith('s')) candidates.push(cut(1));
  if (word.endsWith('es')) candidates.push(cut(2));
  if (word.endsWith('ies')) candidates.push(cut(3, 'y'));
  if (word.endsWith('aux')) candidates.push(cut(3, 'al'));
  if (word.endsWith('x')) candidates.push(cut(1));
  for (const [one, many] of Object.entries(endings)) if (word.endsWith(many)) candidates.push(cut(many.length, one));
  return candidates.filter((one) => one.length > 2 && pluralOf(one, language) === word);
}

// The stop words that the language file of this repository names.
export function stopWords(root, language) {
  const text = readFileSync(join(root, `locale/${language}.yaml`), 'utf8');
  const list = /\n {2}stop_words: \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return new Set(list.split(',').flatMap((word) => wordsOf(word)));
}

function core(root, language) {
  const counts = new Map();
  for (const entry of readdirSync(join(root, 'content'), { recursive: true })) {
    if (!entry.endsWith(`${language}.md`)) continue;
    const text = readFileSync(join(root, 'content', entry), 'utf8');
    const body = text.slice(text.indexOf('\n---\n', 4) + 5).replace(/\[\^[^\]]*\]|\]\([^)]*\)|<[^>]*>/g, ' ');
    for (const word of wordsOf(body)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}

function listed(language, known) {
  const path = `/usr/share/dict/${lists[language]}`;
  if (!existsSync(path)) throw new Error(`no list of words at ${path}: its package is missing`);
  return readFileSync(path, 'utf8').split('\n').filter((word) => /^\p{Ll}{3,13}$/u.test(word) && !known.has(word));
}

// { background: words by falling frequency, families: [[form, other form]] of rarer words }
export function vocabulary(root, language, size, familyCount) {
  const random = new Random(7 + languages.indexOf(language));
  const common = core(root, language).filter((word) => word.length < 20 && (word.length > 1 || 'aàyoeui'.includes(word)));
  const stop = stopWords(root, language);
  const list = listed(language, new Set(common));
  const all = new Set([...common, ...list]);
  const isPlural = (word) => singularsOf(word, language).some((one) => all.has(one));
  const families = [];
  // The words of the bank first: titles are made of common words too.
  const own = random.shuffle(common.filter((word) => word.length > 3 && !stop.has(word)));
  for (const word of [...own, ...random.shuffle(list.slice())]) {
    if (word.length < 4 || isPlural(word) || (language === 'es' && /[aeií]r$|mente$/.test(word)) || (language === 'fr' && /[aeiou]i[st]$|ent$|e[zr]$|asse$/.test(word))) continue;
    // The Spanish list holds no plurals; the others say which plurals exist.
    const plural = pluralOf(word, language);
    if (plural && (language === 'es' || all.has(plural))) families.push([word, plural]);
    if (families.length >= familyCount) break;
  }
  const rest = random.shuffle(list.slice()).slice(0, Math.max(0, size - common.length));
  return { background: [...common, ...rest], families, common };
}
