// node search_bench.mjs --work DIR [--records N] [--long] [--set DIR]: makes a bank, builds it, measures, prints.
// run_search prepares what it needs. Findings are kept in DIR/results.json, so that the runs of all three
// kinds stand in one report.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeBank } from './bank.mjs';
import * as browsers from './browser.mjs';
import { build, bundleSizes, changes, costs, indexSizes } from './build.mjs';
import { coldBytes, fixedParts, shareOf, summary } from './bytes.mjs';
import { makeQueries } from './queries.mjs';
import { madeRecords, themeCount } from './records.mjs';
import { askPraxis, computing, score } from './relevance.mjs';
import { writeReport } from './report.mjs';
import { serve } from './server.mjs';
import { readSet } from './set.mjs';
import { languages } from './words.mjs';

const { values: asked } = parseArgs({ options: { work: { type: 'string' }, records: { type: 'string', default: '2400' }, long: { type: 'boolean', default: false }, set: { type: 'string' } } });
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..'), work = resolve(asked.work);
const slow = { delay: 75, bytesPerSecond: 200_000, slowdown: 4 };
const searchPages = { es: 'es/buscar.html', en: 'en/search.html', fr: 'fr/recherche.html' };
const rounds = 5, pagefindRounds = 3, queriesOfEach = 40, bytesQueries = 30, slowQueries = 10, taskQueries = 8, manyRecords = 12_900, longRecords = 100_000, longWords = 150;

const begun = Date.now();
const say = (text) => console.log(`${String(Math.round((Date.now() - begun) / 1000)).padStart(4)} s  ${text}`);
const themes = Array.from({ length: themeCount }, (_, i) => [`theme-${i}`, `Tema ${i}`]);

// As many of each language, spread over all kinds but the first-letter typos.
function spread(queries, count) {
  return languages.flatMap((language) => {
    const all = queries.filter((query) => query.language === language && query.kind !== 'c1');
    return all.length <= count ? all : Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]);
  });
}
const usual = (queries) => queries.filter((query) => query.kind !== 'c1');

function newBank(name, wanted) {
  const folder = join(work, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['themes', 'locale']) cpSync(join(work, 'look', part), join(folder, part), { recursive: true });
  return { folder, languages: wanted };
}

// What of the default look is there for search alone.
const partsOfSearch = ['parts/search/part.js', 'parts/search-box/part.js', 'parts/search-box/part.css', 'parts/facets/part.js', 'parts/finder/part.css',
  ...['finder', 'search_address', 'search_corrections', 'search_facets', 'search_hits', 'search_reader'].map((name) => `scripts/support/${name}.js`)];

function shareOfSearch(site) {
  const { bank } = generated('share', 3, languages, 100), without = join(work, 'share-site');
  for (const path of partsOfSearch) rmSync(join(bank.folder, 'themes/default', path));
  build(work, bank, without);
  const share = shareOf(site, without);
  for (const folder of [bank.folder, without]) rmSync(folder, { recursive: true, force: true });
  return share;
}

function generated(name, count, wanted, words) {
  const bank = newBank(name, wanted);
  const collections = writeBank(bank.folder, madeRecords({ root, count, words, wanted }), themes, wanted);
  const queries = wanted.flatMap((language) => makeQueries(root, language, collections[language], queriesOfEach));
  return { bank, collections, queries };
}

const read = (path) => readFileSync(path, 'utf8');
function editsOf(collections) {
  const word = (summary) => summary.split(' ').find((one, i) => i > 2 && one.length > 4 && !/[.,"\\]/.test(one));
  const [one, other] = [collections.es[700 % collections.es.length], collections.es[701 % collections.es.length]];
  return {
    summary: {
      path: `practices/${one.id}/es.md`,
      edit: (path) => writeFileSync(path, read(path).replace(/^summary: .*$/m, (line) => line.replace(word(one.summary), 'bibliotecas'))),
    },
    sentence: {
      path: `practices/${other.id}/es.md`,
      edit: (path) => writeFileSync(path, `${read(path).trimEnd()} Una frase que se añade cuenta cómo las ciudades aprenden juntas durante varios años.\n`),
    },
  };
}

async function inBrowser(site, pages, queries, found, bytesQueries, slowQueries) {
  const server = await serve({ '/pages/': pages, '/site/': site }), browser = await browsers.launch(work);
  found.chromium = browser.version();
  found.relevance.pagefind = score(queries, await browsers.answersOfPagefind(browser, server, queries));
  say('relevance of Pagefind');
  const sample = spread(queries, bytesQueries);
  found.bytes.pagefind = summary(await browsers.bytesInBrowser(browser, server, sample, 'pagefind'));
  say('bytes of Pagefind');
  if (Object.values(searchPages).every((path) => existsSync(join(site, path)))) {
    found.bytes.page = summary((await browsers.bytesOfSearchPage(browser, server, sample, searchPages)).map((row) => ({ ...row, gzip: row.gzip - row.html })));
    say('bytes of the search page');
  } else {
    say('bytes of the search page: skipped, the site has none yet');
  }
  if (slowQueries > 0) {
    found.slow = await browsers.slowTimes(browser, server, spread(queries, slowQueries), slow);
    say('times on a slow profile');
  }
  await browser.close();
  server.close();
}

async function praxisBytes(site, queries, found) {
  const plain = usual(queries), share = shareOfSearch(site);
  found.bytes = { plain: summary(await coldBytes(site, share, plain)), share, interface: fixedParts(site) };
  for (const way of ['facets', 'order', 'phrase']) found.bytes[way] = summary(await coldBytes(site, share, plain, way));
  const firstLetter = queries.filter((query) => query.kind === 'c1');
  if (firstLetter.length > 0) found.bytes.firstLetter = summary(await coldBytes(site, share, firstLetter));
  say('bytes of cold queries');
}

async function passages(bank, queries, found) {
  const site = join(work, 'passages');
  build(work, bank, site, 'passages: full');
  found.bytes.passages = summary(await coldBytes(site, found.bytes.share, usual(queries), 'passages'));
  found.sizes.passages = indexSizes(site).passages;
  rmSync(site, { recursive: true, force: true });
  say('passages');
}

// One language with many records: computing alone, and the page's thread at a quarter speed.
async function manyRecordsOf(found) {
  const { bank, queries } = generated('many', manyRecords, ['en']), site = join(work, 'many-site');
  say(`a bank of ${manyRecords} records`);
  build(work, bank, site);
  found.many = { records: manyRecords, computing: computing(root, site, queries), bytes: summary(await coldBytes(site, shareOfSearch(site), usual(queries))) };
  const server = await serve({ '/site/': site }), browser = await browsers.launch(work);
  found.many.tasks = await browsers.longTasks(browser, server, spread(queries, taskQueries), slow.slowdown);
  await browser.close();
  server.close();
  for (const folder of [bank.folder, site]) rmSync(folder, { recursive: true, force: true });
  say('computing and main thread');
}

async function usualRun(found) {
  const count = Number(asked.records), site = join(work, 'site'), pages = join(work, 'pages');
  const { bank, collections, queries } = generated('bank', count, languages);
  say(`a bank of ${count} records in three languages, ${queries.length} queries`);
  found.records = count;
  found.costs = costs({ work, bank, site, pages, rounds, pagefindRounds, say });
  found.sizes = { ...indexSizes(site), pagefind: bundleSizes(pages) };
  found.relevance = { praxis: score(queries, askPraxis(root, site, queries)) };
  await praxisBytes(site, queries, found);
  await passages(bank, queries, found);
  found.changes = changes({ work, bank, site, edits: editsOf(collections) });
  say('one changed record');
  await inBrowser(site, pages, queries, found, bytesQueries, slowQueries);
  await manyRecordsOf(found);
}

// All texts of a collection as records of one language: real pages, as many in one index as the bars ask for.
async function oneLanguage(records, names, queries, found) {
  const bank = newBank('one', ['en']), site = join(work, 'one-site');
  const texts = records.map((record) => ({ ...record, texts: { en: Object.values(record.texts)[0] } }));
  writeBank(bank.folder, texts, names, ['en']);
  build(work, bank, site);
  const asked = usual(queries).map((query) => ({ ...query, language: 'en' }));
  found.one = { records: texts.length, bytes: summary(await coldBytes(site, found.bytes.share, asked)), files: indexSizes(site).plain.files };
  for (const folder of [bank.folder, site]) rmSync(folder, { recursive: true, force: true });
  say('all in one language');
}

async function setRun(found) {
  const { records, themes: names, queries } = readSet(resolve(asked.set));
  const bank = newBank('set', languages), site = join(work, 'set-site'), pages = join(work, 'set-pages');
  writeBank(bank.folder, records, names, languages);
  found.records = records.length;
  found.costs = costs({ work, bank, site, pages, rounds: 3, pagefindRounds: 3, say });
  found.sizes = { ...indexSizes(site), pagefind: bundleSizes(pages) };
  found.relevance = { praxis: score(queries, askPraxis(root, site, queries)) };
  await praxisBytes(site, queries, found);
  await passages(bank, queries, found);
  await oneLanguage(records, names, queries, found);
  await inBrowser(site, pages, queries, found, 10, 0);
}

async function longRun(found) {
  const { bank, queries } = generated('long', longRecords, ['en'], longWords), site = join(work, 'long-site');
  say(`a bank of ${longRecords} records`);
  found.records = longRecords;
  found.build = build(work, bank, site);
  found.sizes = indexSizes(site);
  say('built');
  await praxisBytes(site, [...spread(queries, 60), ...queries.filter((query) => query.kind === 'c1').slice(0, 20)], found);
  found.relevance = { praxis: score(queries, askPraxis(root, site, queries)) };
  for (const folder of [bank.folder, site]) rmSync(folder, { recursive: true, force: true });
}

const kind = asked.long ? 'long' : asked.set ? 'set' : 'usual';
const found = { date: new Date().toISOString().slice(0, 10) };
await { usual: usualRun, set: setRun, long: longRun }[kind](found);
const store = join(work, 'results.json');
const results = { ...(existsSync(store) ? JSON.parse(read(store)) : {}), [kind]: found };
writeFileSync(store, JSON.stringify(results, null, 1));
writeReport(join(root, 'tests/bench/RESULTS-search.md'), results, kind);
say('done');
