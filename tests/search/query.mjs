// node tests/search/query.mjs SITE_DIR < queries.tsv
// In: `qid<TAB>lang<TAB>query` a line. Out: `qid<TAB>id1,..,id10<TAB>milliseconds`; id = record id.
// Relevance is measured through this door.
import { readFileSync } from 'node:fs';
import { openSite } from './index.mjs';

const site = openSite(process.argv[2] ?? 'public');
const indexes = new Map();
const out = [];
for (const line of readFileSync(0, 'utf8').split('\n')) {
  const [qid, language, query] = line.replace(/\r$/, '').split('\t');
  if (!qid || query === undefined) continue;
  if (!indexes.has(language)) indexes.set(language, await site.open(language));
  const begin = process.hrtime.bigint();
  const { hits } = await site.search([indexes.get(language)], query, { limit: 10 });
  const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6;
  out.push(`${qid}\t${hits.map((hit) => hit.id).join(',')}\t${milliseconds.toFixed(3)}`);
}
process.stdout.write(out.map((line) => `${line}\n`).join(''));
