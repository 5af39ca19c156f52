// node large_bench.mjs --work DIR [--rounds R]: full builds with search of 10,000 and of 100,000 generated records in
// three languages, in turn; prints a table and writes it to RESULTS.md.
// The first pair stands in a line of its own and in no median: ten gigabytes of files are written into memory that the
// system gives out for the first time, which on a rented machine is fetched from its host page by page.
// Each build has a folder of its own and on a disk none is removed before the end, as in build_bench.mjs.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { spawnSync } from 'node:child_process';
import { build, clear, isInMemory, median, programs, record, say, show, sizeOf, table } from './measure.mjs';

const { values: asked } = parseArgs({ options: { work: { type: 'string' }, rounds: { type: 'string', default: '3' } } });
const work = resolve(asked.work), rounds = Number(asked.rounds);
const inMemory = isInMemory(work);
const counts = [10_000, 100_000];
const bank = (records) => join(work, `bank-${records}`);
const made = ['large-out', ...counts.map((records) => `bank-${records}`)];
clear(work, made);
for (const records of counts) spawnSync(programs.make, [String(records), bank(records)]);
say(`banks of ${counts.join(' and ')} records in three languages`);

const builds = counts.map(() => []), sizes = [];
for (let round = 0; round <= rounds; round += 1) {
  counts.forEach((records, at) => {
    const folder = join(work, 'large-out', `${records}-${round}`);
    builds[at].push(build(bank(records), folder, '--cache', 'none'));
    sizes[at] ??= sizeOf(folder);
    if (inMemory) clear(work, ['large-out']);
    say(`round ${round} of ${rounds}, ${records} records: ${show(builds[at].at(-1).wall)} s`);
  });
}
clear(work, made);

const times = (what, from, to) => median(builds[1].slice(from, to).map((one, i) => one[what] / builds[0].slice(from, to)[i][what]));
const rowsOf = (from, to, name) => counts.map((records, at) => {
  const of = (what, digits) => show(median(builds[at].slice(from, to).map((one) => one[what])), digits);
  const ratios = at === 0 ? '' : ['wall', 'user', 'system'].map((what) => show(times(what, from, to), 1)).join(', ');
  return [`${records} records${name}`, of('wall'), of('user'), of('system'), of('memory', 0), sizes[at].files, show(sizes[at].bytes / 1e6, 0), ratios, at === 1 && from > 0 ? '12 times; 2500 MB' : ''];
});
const head = ['Praxis with search', 'wall s', 'processor s, user', 'system', 'peak MB', 'files', 'MB', 'times 10000: wall, user, system', 'bar'];
record(`100000 records beside 10000, ${inMemory ? 'files in memory' : 'files on a disk'}`,
  [`a first pair, then medians of ${rounds} rounds`], table([head, ...rowsOf(1, rounds + 1, ''), ...rowsOf(0, 1, ', first')]));
