// The table: row, Praxis, Pagefind, ratio, bar, met or not.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { median } from './build.mjs';

const pagefindVersion = '1.6.0';
const kilo = (bytes) => (bytes / 1000).toFixed(1);
const mega = (bytes) => (bytes / 1e6).toFixed(2);
const rate = (value) => value.toFixed(3).replace(/^0/, '');
const names = { es: 'Spanish', en: 'English', fr: 'French', all: 'all' };
const kindNames = { a: 'title words', b: 'no accents', c: 'typo', c1: 'typo in the first letter', d: 'inflected', e: 'description', f: 'unseen forms', all: 'all kinds' };
const rankBars = { a: 0.91, b: 0.91, c: 0.9, d: 0.89, e: 0.72, f: 0.89, all: 0.88 };

class Table {
  constructor() {
    this.rows = [];
  }

  // `met`: true, false, or nothing where the row has no bar.
  row(name, own, other = '', ratio = '', bar = '', met = undefined) {
    this.rows.push([name, own, other, ratio, bar, met === undefined ? '' : met ? 'met' : 'NOT MET']);
  }

  text() {
    const head = ['', 'Praxis', 'Pagefind', 'ratio', 'bar', 'met'];
    const widths = head.map((title, i) => Math.max(title.length, ...this.rows.map((row) => row[i].length)));
    const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
    return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...this.rows.map(line)].join('\n');
  }
}

function byteRows(table, bytes, { median: medianBar, p90: p90Bar, note = '' }) {
  const pair = (cell) => `${kilo(cell.median)} / ${kilo(cell.p90)}`;
  const { plain, pagefind } = bytes;
  const over = (cell, language) => pagefind?.[language] ? (cell.median / pagefind[language].median).toFixed(3) : '';
  for (const language of Object.keys(plain)) {
    if (language !== 'all' && Object.keys(plain).length === 2) continue;
    table.row(`cold query${note}, kB gzip, median / p90, ${names[language]}`, pair(plain[language]), pagefind?.[language] ? pair(pagefind[language]) : '', over(plain[language], language),
      `${medianBar} / ${p90Bar}`, plain[language].median <= medianBar * 1000 && plain[language].p90 <= p90Bar * 1000);
  }
  const rawBar = note ? undefined : 100_000;
  table.row(`  the same, host without compression`, `${kilo(plain.all.rawMedian)} / ${kilo(plain.all.rawP90)}`, '', '', rawBar ? '100' : '', rawBar ? plain.all.rawMedian <= rawBar : undefined);
  if (bytes.share) table.row('  of these what search adds to the site\'s script and style: gzip, raw', `${kilo(bytes.share.gzip)}, ${kilo(bytes.share.raw)}`);
  if (bytes.interface) table.row('  the core, and the site\'s script and style whole: gzip, raw', bytes.interface.map(([name, size]) => `${name} ${kilo(size.gzip)}, ${kilo(size.raw)}`).join('; '));
  table.row('  files of a cold query, median', String(plain.all.files), pagefind ? String(pagefind.all.files) : '');
  // No bar: the page counts facets as well, and the bar holds without them.
  if (bytes.page) table.row('  the search page in a browser, with its facets, its HTML apart', pair(bytes.page.all));
  if (bytes.passages) table.row('  with the best passages', pair(bytes.passages.all), '', '', '65', bytes.passages.all.median <= 65_000);
  for (const [way, name] of [['facets', 'with all facets'], ['order', 'ordered by date'], ['phrase', 'a phrase in quotes'], ['firstLetter', 'a typo in the first letter']]) {
    if (bytes[way]) table.row(`  ${name}`, pair(bytes[way].all));
  }
}

// The bars are for a bank of 2,400 records: elsewhere `judged` is false.
function relevanceRows(table, { praxis, pagefind }, judged) {
  const pair = (cell) => cell ? `${rate(cell.rank)} / ${rate(cell.success)}` : '';
  for (const kind of Object.keys(praxis)) {
    const own = praxis[kind].all, bar = judged ? rankBars[kind] : undefined;
    const met = bar === undefined ? undefined : own.rank >= bar && (kind !== 'all' || own.success >= 0.97);
    table.row(`found, MRR@10 / success@10: ${kindNames[kind]}`, pair(own), pair(pagefind?.[kind]?.all), '', bar ? rate(bar) + (kind === 'all' ? ' / .970' : '') : '', met);
  }
  const none = praxis.all.all.none;
  table.row('no hit', `${(none * 100).toFixed(1)} %`, pagefind ? `${(pagefind.all.all.none * 100).toFixed(1)} %` : '', '', '0.5 %', none <= 0.005);
}

function costRows(table, { costs, sizes }) {
  const ratio = (a, b) => (a / b).toFixed(3);
  const { user, cpu } = costs;
  // The bar was set on user time. The system's time is that of writing files, and varies more than twofold.
  table.row('index in the build, processor s (user)', user.own.toFixed(2), user.pagefind.toFixed(2), ratio(user.own, user.pagefind), '0.125', user.own / user.pagefind <= 0.125);
  table.row('  user and system', cpu.own.toFixed(2), cpu.pagefind.toFixed(2), ratio(cpu.own, cpu.pagefind));
  table.row('  peak memory it adds, MB', costs.memory.own.toFixed(0), costs.memory.pagefind.toFixed(0), ratio(costs.memory.own, costs.memory.pagefind), '0.2', costs.memory.own / costs.memory.pagefind <= 0.2);
  table.row('  the whole build for comparison, s and MB', `${user.whole.toFixed(2)}, ${costs.memory.whole.toFixed(0)}`);
  const { plain, positions, passages, pagefind } = sizes;
  table.row('index, MB, without positions and passages', mega(plain.bytes), mega(pagefind.bytes), ratio(plain.bytes, pagefind.bytes), '0.25', plain.bytes / pagefind.bytes <= 0.25);
  table.row('  files a record', (plain.files / costs.pages).toFixed(3), (pagefind.files / costs.pages).toFixed(3), ratio(plain.files, pagefind.files), '0.2', plain.files / costs.pages <= 0.2);
  table.row('  positions: MB, files', `${mega(positions.bytes)}, ${positions.files}`);
  if (passages) table.row('  passages: MB, files', `${mega(passages.bytes)}, ${passages.files}`);
}

function timeRows(table, rows) {
  for (const language of [...new Set(rows.map((row) => row.language))]) {
    const own = rows.filter((row) => row.language === language), middle = (what) => median(own.map((row) => row[what]));
    table.row(`first result, slow profile, ms, ${names[language]} (${own.length} pairs)`, middle('praxis').toFixed(0), middle('pagefind').toFixed(0), middle('first').toFixed(3), '0.4', middle('first') <= 0.4);
    table.row('  ten results', '', '', middle('ten').toFixed(3));
    table.row('  first result beside Pagefind without its worker', middle('praxis').toFixed(0), middle('thread').toFixed(0), middle('firstThread').toFixed(3));
  }
}

function manyRows(table, many) {
  table.row(`query computing, ${many.records} records, ms, median / p95 of ${many.computing.count} (least of three)`, `${many.computing.median.toFixed(2)} / ${many.computing.p95.toFixed(2)}`, '', '', 'p95 5', many.computing.p95 < 5);
  const longest = Math.max(...many.tasks);
  table.row(`  longest task of the page's thread, quarter speed, ms (of ${many.tasks.length}; median)`, `${longest === 0 ? 'under 50' : longest.toFixed(0)}; ${median(many.tasks) === 0 ? 'under 50' : median(many.tasks).toFixed(0)}`, '', '', '50', longest <= 50);
  table.row('  bytes of a cold query there, kB gzip', `${kilo(many.bytes.all.median)} / ${kilo(many.bytes.all.p90)}`);
}

function oneRows(table, { records, bytes, files }) {
  const met = bytes.all.median <= 40_000 && bytes.all.p90 <= 55_000;
  table.row(`cold query, kB gzip, all ${records} as records of one language`, `${kilo(bytes.all.median)} / ${kilo(bytes.all.p90)}`, '', '', '40 / 55', met);
  table.row('  files a record', (files / records).toFixed(3));
}

function changeRows(table, shares) {
  const percent = (share) => `${(share * 100).toFixed(2)} %`;
  table.row('one word of a summary changed: share of the index in changed files', percent(shares.summary), '', '', '5 %', shares.summary <= 0.05);
  table.row('one sentence added to a text: the same', percent(shares.sentence), '', '', '5 %', shares.sentence <= 0.05);
  table.row('nothing changed: the same', percent(shares.nothing), '', '', '0', shares.nothing === 0);
}

function byLanguage({ praxis, pagefind }) {
  const languages = Object.keys(praxis.all).filter((one) => one !== 'all');
  const cell = (one) => one ? `${rate(one.rank)} / ${rate(one.success)} / ${(one.none * 100).toFixed(1)} %` : '';
  const lines = [`| MRR@10 / success@10 / no hit | ${languages.map((one) => `${names[one]}: Praxis | Pagefind`).join(' | ')} |`, `|---|${languages.map(() => '---|---|').join('')}`];
  for (const kind of Object.keys(praxis)) lines.push(`| ${kindNames[kind]} | ${languages.map((one) => `${cell(praxis[kind][one])} | ${cell(pagefind?.[kind]?.[one])}`).join(' | ')} |`);
  return lines.join('\n');
}

function section(kind, found) {
  const table = new Table();
  if (found.bytes) byteRows(table, found.bytes, kind === 'long' ? { median: 75, p90: 110, note: ', 100,000 records' } : { median: 40, p90: 55 });
  if (found.relevance) relevanceRows(table, found.relevance, kind !== 'long');
  if (found.one) oneRows(table, found.one);
  if (found.many) manyRows(table, found.many);
  if (found.slow) timeRows(table, found.slow);
  if (found.costs) costRows(table, found);
  if (found.changes) changeRows(table, found.changes);
  if (found.build) table.row('whole build: processor s, MB, index MB and files a record', `${found.build.cpu.toFixed(0)}, ${found.build.memory.toFixed(0)}, ${mega(found.sizes.plain.bytes)}, ${(found.sizes.plain.files / found.records).toFixed(3)}`);
  return table.text();
}

const titles = {
  usual: (found) => `## A generated bank: ${found.records} records a language`,
  set: (found) => `## A given collection: ${found.records} pages in three languages, each in one`,
  long: (found) => `## ${found.records} records in one language, short texts`,
};

// Writes all that is known, prints what was measured now.
export function writeReport(path, results, now) {
  const parts = [`# Search, measured beside Pagefind

Made by \`./run bench search\`; the folder \`search/\` beside this file says how. Generated texts: words as often as in
real ones, but no sense; what is found there is found more easily than in real pages, in both tools.
Pagefind ${pagefindVersion} indexes the \`main\` of the same record pages (\`--root-selector main\`; menus, table of contents
and citation numbers left out), by its plain interface; its own interfaces are not counted. Slow profile: 75 ms a
request and 1.6 Mbit/s at the server, the page's thread at a quarter speed (Pagefind's worker is not slowed).
Machine: ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB, others at work on it: trust the ratios. Node.js ${process.version}.`];
  for (const [kind, title] of Object.entries(titles)) {
    const found = results[kind];
    if (!found) continue;
    const text = section(kind, found);
    if (kind === now) console.log(`\n${text}\n`);
    parts.push(`${title(found)}\n\n${found.date}${found.chromium ? `, Chromium ${found.chromium}` : ''}.${found.note ? ` ${found.note}` : ''}\n\n${text}`);
    if (found.relevance?.pagefind) parts.push(byLanguage(found.relevance));
  }
  writeFileSync(path, `${parts.join('\n\n')}\n`);
}
