// node tests/search/bytes.mjs SITE_DIR < queries.tsv
// What a first search costs a reader: the files of the index that one query loads from nothing, with the
// core's script; compressed as hosts do it, and as they are. Per language: median, 90th percentile.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openSite } from './index.mjs';

const folder = process.argv[2] ?? 'public';
const site = openSite(folder);
const sizes = new Map();
function sizeOf(path) {
  if (!sizes.has(path)) {
    const bytes = readFileSync(join(folder, path));
    sizes.set(path, { raw: bytes.length, gzip: gzipSync(bytes, { level: 6 }).length });
  }
  return sizes.get(path);
}
const at = (values, share) => values.slice().sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const kilo = (bytes) => (bytes / 1000).toFixed(1).padStart(7);

const rows = new Map();
for (const line of readFileSync(0, 'utf8').split('\n')) {
  const [qid, language, query] = line.split('\t');
  if (!qid || query === undefined) continue;
  site.bytes.names.length = 0;
  await site.search([await site.open(language)], query, { limit: 10 });
  const files = ['search/query.js', ...site.bytes.names];
  const sum = (kind, folderName) => files.filter((path) => !folderName || path.split('/')[2]?.startsWith(folderName)).reduce((all, path) => all + sizeOf(path)[kind], 0);
  if (!rows.has(language)) rows.set(language, []);
  rows.get(language).push({ gzip: sum('gzip'), raw: sum('raw'), files: files.length, parts: ['m.js', 't', 'w', 'v', 'd'].map((name) => sum('gzip', name)) });
}
console.log('language queries  gzip kB: median p90 max    raw kB: median p90    files   mean gzip of m, t, w, v, d');
for (const [language, all] of rows) {
  const gzip = all.map((row) => row.gzip), raw = all.map((row) => row.raw);
  const means = [0, 1, 2, 3, 4].map((i) => kilo(all.reduce((sum, row) => sum + row.parts[i], 0) / all.length));
  console.log(language.padEnd(8), String(all.length).padStart(7), '        ', kilo(at(gzip, 0.5)), kilo(at(gzip, 0.9)), kilo(at(gzip, 1)), '        ', kilo(at(raw, 0.5)), kilo(at(raw, 0.9)), String(at(all.map((row) => row.files), 0.5)).padStart(6), '  ', ...means);
}
