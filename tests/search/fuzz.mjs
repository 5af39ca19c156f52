// node tests/search/fuzz.mjs SITE_DIR [SECONDS] [SEED]
// Damaged files and senseless queries: the query core may say that a file is broken, and nothing else.
// It must not throw, hang, or hand over anything but texts and numbers.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSite } from './index.mjs';

const [folder = 'public', seconds = '10', seed = '1'] = process.argv.slice(2);
const site = openSite(folder);
let state = Number(seed);
const random = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const pick = (items) => items[random(items.length)];
const files = new Map();
const read = (path) => {
  if (!existsSync(join(folder, path))) throw new Error('not found');
  if (!files.has(path)) files.set(path, readFileSync(join(folder, path), 'utf8'));
  return files.get(path);
};
const pieces = ['-', 'z', '~', ';', ':', ',', '=', '0', 'zzzzzz', '"', '[', ']', '{', '}', 'null', '1e9', '-1', '<script>', '\ud800', 'ñ', '\u0301', ' ', '"', '«', '»', "l'", '学', 'a'.repeat(50), '\u0000', '__proto__', 'constructor', 'toString', 'ciudad', 'leon', '2014'];

function damaged(text) {
  let out = text;
  for (let n = 1 + random(4); n > 0; n -= 1) {
    const at = random(out.length + 1);
    if (random(3) === 0) out = out.slice(0, at) + out.slice(at + random(40));
    else if (random(2) === 0) out = out.slice(0, at) + pick(pieces) + out.slice(at);
    else out = out.slice(0, at) + pick(pieces) + out.slice(at + 1 + random(3));
  }
  return out;
}

const isText = (value) => typeof value === 'string';
function check(answer) {
  const hitIsSound = (hit) => [hit.id, hit.kind, hit.kindLabel, hit.path, hit.title, hit.titleLanguage, hit.place, hit.year, hit.summary, ...hit.marks].every(isText) && Number.isInteger(hit.number);
  return Number.isInteger(answer.total) && answer.hits.every(hitIsSound) && answer.facets.every((facet) => facet.values.every((value) => isText(value.id) && isText(value.label) && Number.isInteger(value.count)));
}

const languages = readdirSync(join(folder, 'search'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const end = Date.now() + Number(seconds) * 1000;
let runs = 0, failed = 0;
while (Date.now() < end) {
  const language = pick(languages), share = pick([0, 0.1, 0.5]), seedOfRun = state;
  const query = Array.from({ length: 1 + random(5) }, () => pick(pieces)).join(pick(['', ' ', '-', '"']));
  const load = async (path) => {
    let text = read(path);
    text = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    if (random(100) < share * 100) {
      try { text = JSON.stringify(JSON.parse(damaged(text))); } catch { if (random(2)) throw new Error('not found'); else text = damaged(JSON.stringify(JSON.parse(text)[0])); }
    }
    let list;
    // A script that cannot be parsed never hands anything over.
    try { list = JSON.parse(text); } catch { return; }
    // Damage inside the texts: their shape stays, their meaning goes.
    if (Array.isArray(list) && random(100) < share * 100) list = list.map((value, i) => (i > 1 && typeof value === 'string' ? damaged(value) : value));
    site.core.take(list);
  };
  const begun = Date.now();
  try {
    const index = await site.core.open(language, load);
    const answer = await site.search([index], query, { limit: 10, typing: random(2) === 0, order: pick([undefined, 'date', 'nothing']), facets: pick([[], ['themes', 'kind', 'nothing', '__proto__']]), filters: pick([{}, { country: ['mx'] }, { nothing: ['x'] }]) });
    if (!check(answer)) throw new TypeError(`an answer of another shape: ${JSON.stringify(answer).slice(0, 300)}`);
  } catch (problem) {
    const said = /^search[:/]|not found/.test(problem.message);
    if (!said) {
      failed += 1;
      if (failed <= 5) console.log(`FAILED run from state ${seedOfRun}, query ${JSON.stringify(query)}: ${problem.stack?.split('\n').slice(0, 3).join(' | ')}`);
    }
  }
  if (Date.now() - begun > 2000) {
    failed += 1;
    console.log(`SLOW ${Date.now() - begun} ms from state ${seedOfRun}, query ${JSON.stringify(query)}`);
  }
  runs += 1;
}
console.log(`search fuzz: ${runs - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && runs > 0 ? 0 : 1;
