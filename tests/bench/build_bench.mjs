// node build_bench.mjs --work DIR --records N [--rounds R] [--no-hugo]: builds a generated bank with Praxis,
// the same records with Hugo (twice: with the same parts on its pages, and with few), and the bare floor, in turn;
// prints a table and writes it to RESULTS.md.
// run_bench prepares what it needs. Times are the least disturbed that a shared machine gives: medians of
// rounds in which all sides take their turn, and processor seconds beside wall seconds. On a disk each build
// has a folder of its own and nothing is removed before the end: for minutes, ext4 without a journal looks at
// every file that was removed before it makes a new one (recently_deleted, fs/ext4/ialloc.c).
import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, clear, isInMemory, median, programs, record, say, show, sizeOf, table, timed } from './measure.mjs';

const { values: asked } = parseArgs({ options: { work: { type: 'string' }, records: { type: 'string', default: '2500' }, rounds: { type: 'string', default: '3' }, 'no-hugo': { type: 'boolean', default: false } } });
const work = resolve(asked.work), records = Number(asked.records), rounds = Number(asked.rounds);
const inMemory = isInMemory(work);

const bank = (name) => join(work, name);
const rows = {}, sizes = {};
const note = (name, one) => (rows[name] ??= []).push(one);
let outputs = 0;
const output = () => join(work, 'out', String((outputs += 1)));

// Builds into a new folder by `run`, and returns the folder.
function measure(name, run) {
  const folder = output();
  note(name, run(folder));
  sizes[name] ??= sizeOf(folder);
  return folder;
}
const praxisSettings = (name) => join(bank(name), 'content/bank.yaml');

function edit(source, n) {
  const path = join(bank(source), `content/practices/practice-${7 + n}/es.md`);
  appendFileSync(path, `\nUna frase que se añade, la número ${n}.\n`);
}

// Beside a full build in each round: how fast the machine is changes within minutes.
const beside = {};
function incremental(name, source, folder) {
  const again = ['--cache', bank(`cache-${source}`)];
  build(bank(source), folder, ...again);
  for (let i = 0; i < rounds; i += 1) {
    const other = output();
    (beside[name] ??= []).push(build(bank(source), other, '--cache', 'none'));
    if (inMemory) rmSync(other, { recursive: true });
    note(`${name}, nothing changed`, build(bank(source), folder, ...again));
    edit(source, i);
    note(`${name}, one record changed`, build(bank(source), folder, ...again));
  }
}

// By name in the table: what praxis_make_bank calls it.
const hugos = asked['no-hugo'] ? {} : { 'Hugo, the same parts': 'hugo-full', 'Hugo, few parts': 'hugo' };
const made = ['bank', 'plain', 'hugo', 'hugo-full', 'out', 'cache-bank', 'cache-plain'];
clear(work, made);
for (const name of ['bank', 'plain']) spawnSync(programs.make, [String(records), bank(name)]);
appendFileSync(praxisSettings('plain'), 'emitters: {search: {enabled: false}}\n');
for (const kind of Object.values(hugos)) spawnSync(programs.make, [String(records), bank(kind), kind]);
say(`banks of ${records} records in three languages`);
for (let i = 0; i < rounds; i += 1) {
  if (inMemory) clear(work, ['out']);
  const plain = measure('Praxis without search', (folder) => build(bank('plain'), folder, '--cache', 'none'));
  measure('bare floor', (folder) => timed([programs.floor, join(bank('plain'), 'content'), plain, folder]));
  measure('Praxis with search', (folder) => build(bank('bank'), folder, '--cache', 'none'));
  for (const [name, kind] of Object.entries(hugos)) measure(name, (folder) => timed(['hugo', '--quiet', '--source', bank(kind), '--destination', folder]));
  say(`round ${i + 1} of ${rounds}`);
}
if (inMemory) clear(work, ['out', 'hugo', 'hugo-full']);
incremental('Praxis without search', 'plain', output());
say('incremental without search');
incremental('Praxis with search', 'bank', output());
say('incremental with search');
const stages = JSON.parse(timed([programs.praxis, 'build', '--source', bank('bank'), '--output', output(), '--cache', 'none', '--timings=json']).out).stages;
clear(work, made);

const middle = (name, what) => median(rows[name].map((one) => one[what]));
// Ratios are of neighbours in time.
const ratio = (name, others, what) => median(rows[name].map((one, i) => one[what] / others[i][what]));
const lines = [['', 'wall s', 'processor s', 'peak MB', 'files', 'MB', ...Object.keys(hugos).map((one) => `of ${one}: wall, processor`), 'of the floor', 'of its full build', 'bar']];
const bars = { 'Praxis without search': 'Hugo 0.100, floor 2', 'Praxis with search': 'Hugo 0.143; 350 MB', 'Praxis without search, nothing changed': '0.10', 'Praxis without search, one record changed': '0.15', 'Praxis with search, nothing changed': '0.10', 'Praxis with search, one record changed': '0.30' };
for (const name of Object.keys(rows)) {
  const size = sizes[name], part = name.includes('changed'), full = part ? name.split(',')[0] : name;
  const ofHugos = Object.keys(hugos).map((hugo) => (name.startsWith('Praxis') && !part ? `${show(ratio(name, rows[hugo], 'wall'), 3)}, ${show(ratio(name, rows[hugo], 'cpu'), 3)}` : ''));
  const floor = name === 'Praxis without search' ? `${show(ratio(name, rows['bare floor'], 'wall'))}, ${show(ratio(name, rows['bare floor'], 'cpu'))}` : '';
  const whole = part ? `${show(ratio(name, beside[full], 'wall'), 3)}, ${show(ratio(name, beside[full], 'cpu'), 3)}` : '';
  lines.push([name, show(middle(name, 'wall')), show(middle(name, 'cpu')), show(middle(name, 'memory'), 0), size?.files ?? '', size ? show(size.bytes / 1e6, 0) : '', ...ofHugos, floor, whole, bars[name] ?? '']);
}
const ofStages = [['stage of Praxis with search', 'wall s', 'processor s', 'peak MB'], ...stages.map((one) => [one.stage, show(one.wall_seconds), show(one.processor_seconds), show(one.peak_kilobytes / 1024, 0)])];
const hugo = spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout?.split(' ')[1] ?? 'absent';
record(`${records} records in three languages, ${inMemory ? 'files in memory' : 'files on a disk'}`,
  [`Hugo ${hugo}`, rounds === 1 ? 'one round' : `medians of ${rounds} rounds`], [...table(lines), '', ...table(ofStages)]);
