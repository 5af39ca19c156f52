// How well one page that is meant is found: mean reciprocal rank and success within ten, and no hit.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { at } from './build.mjs';
import { kinds } from './queries.mjs';

// { qid: { ids, milliseconds } } through the door that others use too.
export function askPraxis(root, site, queries) {
  const input = queries.map(({ qid, language, query }) => `${qid}\t${language}\t${query}\n`).join('');
  const done = spawnSync(process.execPath, [join(root, 'tests/search/query.mjs'), site], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(done.stderr);
  const answers = new Map();
  for (const line of done.stdout.trimEnd().split('\n')) {
    const [qid, ids, milliseconds] = line.split('\t');
    answers.set(qid, { ids: ids ? ids.split(',') : [], milliseconds: Number(milliseconds) });
  }
  return answers;
}

// Warm: the first time reads the files; of three more the least, since others use the machine too.
export function computing(root, site, queries) {
  const rounds = ['cold', '1', '2', '3'];
  const answers = askPraxis(root, site, rounds.flatMap((round) => queries.map((query) => ({ ...query, qid: `${round} ${query.qid}` }))));
  const times = queries.map(({ qid }) => Math.min(...rounds.slice(1).map((round) => answers.get(`${round} ${qid}`).milliseconds)));
  return { median: at(times, 0.5), p95: at(times, 0.95), most: at(times, 1), count: times.length };
}

function cell(list) {
  const mean = (value) => list.reduce((all, one) => all + value(one), 0) / list.length;
  return { count: list.length, rank: mean((one) => one.rank), success: mean((one) => one.rank > 0 ? 1 : 0), none: mean((one) => one.none) };
}

// { kind: { language or all: { count, rank, success, none } } }, of the queries that were answered.
export function score(queries, answers) {
  const cells = new Map();
  const put = (kind, language, one) => {
    const key = `${kind} ${language}`;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(one);
  };
  for (const { qid, language, kind, answers: right } of queries) {
    const found = answers.get(qid);
    if (!found) continue;
    const place = found.ids.findIndex((id) => right.includes(id));
    const one = { rank: place < 0 || place > 9 ? 0 : 1 / (place + 1), none: found.ids.length === 0 ? 1 : 0 };
    put(kind, language, one);
    put(kind, 'all', one);
    // The first-letter typos are reported apart.
    if (kind === 'c1') continue;
    put('all', language, one);
    put('all', 'all', one);
  }
  const table = {};
  for (const kind of [...kinds, 'all']) {
    for (const [key, list] of cells) if (key.split(' ')[0] === kind) (table[kind] ??= {})[key.split(' ')[1]] = cell(list);
  }
  return table;
}
