// node tests/search/same.mjs PRAXIS SITE_DIR [COUNT]
// Asks the query core in node and `praxis search` the same queries and compares whole answers: records,
// their order, their scores to the last bit, totals and corrections. Queries are made from the
// site's own words, whole and damaged, with every construct that a query may have. Facets are the core's alone:
// choosing a value must leave as many records as its count said.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSite } from './index.mjs';

const [program, folder, count = '2000'] = process.argv.slice(2);
const site = openSite(folder);
const languages = readdirSync(join(folder, 'search'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

// A seeded generator (mulberry32): every run asks the same.
let state = 20261121;
function random(below) {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % below;
}
const pick = (items) => items[random(items.length)];

async function wordsOf(index) {
  const words = [];
  for (let n = 0; n <= index.terms.length; n += 1) {
    const shard = await index.shard(n === 0 ? '' : index.terms[n - 1]);
    for (const entry of shard.entries) words.push(...entry.forms);
  }
  return words;
}

async function titlesOf(index) {
  const titles = [];
  for (let n = 0; n < index.records; n += 1) titles.push((await index.hit(n)).title);
  return titles;
}

function damaged(word) {
  const letters = [...word], at = random(letters.length), other = String.fromCharCode(97 + random(26));
  const edits = [
    () => letters.splice(at, 1),
    () => letters.splice(at, 0, other),
    () => letters.splice(at, 1, other),
    () => letters.splice(at, 2, ...letters.slice(at, at + 2).reverse()),
  ];
  pick(edits)();
  return letters.join('');
}

function queries(words, titles, wanted) {
  const some = (n) => Array.from({ length: n }, () => pick(words));
  const stretch = () => {
    const all = pick(titles).split(/\s+/), begin = random(all.length);
    return all.slice(begin, begin + 1 + random(4)).join(' ');
  };
  const kinds = [
    () => some(1 + random(3)).join(' '),
    () => stretch(),
    () => pick(titles),
    () => damaged(pick(words)),
    () => some(2).map(damaged).join(' '),
    () => damaged(damaged(pick(words.filter((word) => word.length > 8)))),
    () => `${pick(words)} ${damaged(pick(words))}`,
    () => pick(words).slice(0, 2 + random(5)),
    () => `${pick(words)}s`,
    () => `"${stretch()}"`,
    () => `"${stretch()}" ${pick(words)}`,
    () => `${stretch()} -${pick(words)}`,
    () => `${stretch()} -"${stretch()}"`,
    () => `-${pick(words)}`,
    () => stretch().toUpperCase(),
    () => `l'${pick(words)} d’${pick(words)}`,
    () => some(2).join('-'),
    () => `«${some(2).join(' ')}» ${pick(words)}`,
    () => some(30).join(' '),
    () => pick(['', ' ', '"', '-', '""', '- -', 'de la', 'the of', 'ñandú', 'ano', 'año', 'œuvre', 'Ærø', '1990 2004', '学习 城市', 'المدينة', '\u0301e\u0301', '𝔸 b', 'a'.repeat(400), '"a" -"b" c', '---', '“x y']),
  ];
  return Array.from({ length: wanted }, (_, i) => kinds[i % kinds.length]().replace(/[\r\n]/g, ' '));
}

// How many values of facets promise another number than they keep, for all records and for those of a query.
async function brokenPromises(index, query) {
  const names = ['kind', ...index.manifest.facets.filter((_, i) => i % 3 === 0)];
  const { facets } = await site.search([index], query, { limit: 0, facets: names });
  let broken = 0;
  for (const { name, values } of facets) {
    for (const { id, count } of values) {
      const { total } = await site.search([index], query, { limit: 0, filters: { [name]: [id] } });
      promised += 1;
      if (total === count) continue;
      broken += 1;
      console.log(`DIFFERENT ${name}=${id} of ${JSON.stringify(query)}: ${count} promised, ${total} left`);
    }
  }
  return broken;
}

let different = 0, asked = 0, promised = 0, broken = 0;
for (const language of languages) {
  const index = await site.open(language);
  broken += await brokenPromises(index, '') + await brokenPromises(index, pick(await titlesOf(index)));
  const list = queries(await wordsOf(index), await titlesOf(index), Math.ceil(Number(count) / languages.length));
  const answers = execFileSync(program, ['search', '-', '--site', folder, '--lang', language, '--json'], { input: list.map((query) => `${query}\n`).join(''), maxBuffer: 1 << 28 }).toString().trimEnd().split('\n');
  for (const [i, query] of list.entries()) {
    const own = await site.search([index], query, { limit: 10 });
    const other = JSON.parse(answers[i]);
    const shape = (answer) => JSON.stringify([answer.total, answer.hits.map((hit) => [hit.id, hit.score, hit.title, hit.path, hit.summary, hit.marks]), answer.corrections.map((one) => [one.from, one.to])]);
    asked += 1;
    if (shape(own) === shape(other)) continue;
    different += 1;
    if (different <= 5) console.log(`DIFFERENT ${language} ${JSON.stringify(query)}\n  core    ${shape(own).slice(0, 400)}\n  program ${shape(other).slice(0, 400)}`);
  }
}
console.log(`search twins: ${asked - different} passed, ${different} failed`);
console.log(`counts of facets: ${promised - broken} passed, ${broken} failed`);
process.exitCode = different === 0 && broken === 0 && asked > 0 && promised > 0 ? 0 : 1;
