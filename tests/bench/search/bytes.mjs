// What a first search costs a reader: the files that one query loads from nothing, with the core's script,
// and what search adds to the site's script and style; compressed as hosts do it, and as they are.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openSite } from '../../search/index.mjs';
import { at } from './build.mjs';

class Sizes {
  constructor(folder) {
    this.folder = folder;
    this.known = new Map();
  }

  of(path) {
    if (!this.known.has(path)) {
      const bytes = readFileSync(join(this.folder, path));
      this.known.set(path, { raw: bytes.length, gzip: gzipSync(bytes, { level: 6 }).length });
    }
    return this.known.get(path);
  }

  sum(paths) {
    const all = { raw: 0, gzip: 0, files: 0 };
    for (const path of new Set(paths)) {
      all.raw += this.of(path).raw;
      all.gzip += this.of(path).gzip;
      all.files += 1;
    }
    return all;
  }
}

// Two or three words of the title in a row, in quotes.
function phraseOf({ title }) {
  const words = title.split(/\s+/);
  return `"${words.slice(0, 3).join(' ')}"`;
}

const ways = {
  plain: {},
  facets: { facets: true },
  order: { options: { order: 'date' } },
  phrase: { query: phraseOf },
  passages: { passages: true },
};

async function passagesOf(index, answer) {
  await Promise.all(answer.hits.map((hit) => index.passage(hit.number, answer.wanted)));
}

function interfaceOf(folder) {
  if (!existsSync(join(folder, 'assets'))) return [];
  return readdirSync(join(folder, 'assets')).filter((name) => /\.(js|css)$/.test(name)).map((name) => `assets/${name}`);
}

// What search adds to the site's script and style: they, less those of a site whose look has no part of it.
export function shareOf(folder, without) {
  const own = new Sizes(folder).sum(interfaceOf(folder)), other = new Sizes(without).sum(interfaceOf(without));
  return { raw: own.raw - other.raw, gzip: own.gzip - other.gzip };
}

// What every page brings along: [[name, { gzip, raw }]]
export function fixedParts(folder) {
  const sizes = new Sizes(folder);
  const name = (path) => path === 'search/query.js' ? 'core' : path.endsWith('.css') ? 'style' : 'script';
  return ['search/query.js', ...interfaceOf(folder)].map((path) => [name(path), sizes.of(path)]);
}

// One row a query: [{ language, raw, gzip, files }]
export async function coldBytes(folder, share, queries, way = 'plain') {
  const { options = {}, facets, passages, query: rewrite } = ways[way];
  const site = openSite(folder), sizes = new Sizes(folder);
  const rows = [];
  for (const query of queries) {
    site.bytes.names.length = 0;
    const index = await site.open(query.language);
    const names = facets ? (index.manifest.facets ?? []).filter((_, i) => i % 3 === 0) : [];
    const answer = await site.search([index], rewrite ? rewrite(query) : query.query, { limit: 10, ...options, facets: names });
    if (facets) await Promise.all(names.map((name) => index.facet(name)));
    if (passages) await passagesOf(index, answer);
    const { raw, gzip, files } = sizes.sum(['search/query.js', ...site.bytes.names]);
    rows.push({ language: query.language, raw: raw + share.raw, gzip: gzip + share.gzip, files });
  }
  return rows;
}

export function summary(rows) {
  const of = (list) => ({
    count: list.length, median: at(list.map((row) => row.gzip), 0.5), p90: at(list.map((row) => row.gzip), 0.9),
    rawMedian: at(list.map((row) => row.raw), 0.5), rawP90: at(list.map((row) => row.raw), 0.9), files: at(list.map((row) => row.files), 0.5),
  });
  const languages = [...new Set(rows.map((row) => row.language))];
  return { all: of(rows), ...Object.fromEntries(languages.map((language) => [language, of(rows.filter((row) => row.language === language))])) };
}
