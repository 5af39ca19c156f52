// node build_bench.mjs --work DIR --records N [--rounds R] [--no-hugo]: builds a generated bank with Praxis,
// the same records with Hugo (twice: with the same parts on its pages, and with few), and the bare floor, in turn;
// prints a table and writes it to RESULTS.md.
// run_bench prepares what it needs. Times are the least disturbed that a shared machine gives: medians of
// rounds in which all sides take their turn, and processor seconds beside wall seconds. On a disk each build
// has a folder of its own and nothing is removed before the end: for minutes, ext4 without a journal looks at
// every file that was removed before it makes a new one (recently_deleted, fs/ext4/ialloc.c).
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values: asked } = parseArgs({ options: { work: { type: 'string' }, records: { type: 'string', default: '2500' }, rounds: { type: 'string', default: '3' }, 'no-hugo': { type: 'boolean', default: false } } });
const root = resolve(import.meta.dirname ?? '.', '../..'), work = resolve(asked.work), records = Number(asked.records), rounds = Number(asked.rounds);
const programs = { praxis: join(root, 'build/praxis'), make: join(root, 'build/praxis_make_bank'), floor: join(root, 'build/praxis_floor') };
const begun = Date.now();
const say = (text) => process.stderr.write(`${String(Math.round((Date.now() - begun) / 1000)).padStart(4)} s  ${text}\n`);
const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)];
const inMemory = statfsSync(work).type === 0x01021994;  // tmpfs, statfs(2)
const clear = (...names) => names.forEach((name) => rmSync(join(work, name), { recursive: true, force: true }));

function timed(command) {
  spawnSync('sync');
  const done = spawnSync('/usr/bin/time', ['-f', '\n@%e %U %S %M', ...command], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const found = /@([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(done.stderr);
  if (done.status !== 0 || !found) throw new Error(`${command.join(' ')} failed:\n${(done.stdout + done.stderr).slice(-2000)}`);
  const [wall, user, system, memory] = found.slice(1).map(Number);
  return { wall, cpu: user + system, memory: memory / 1024, out: done.stdout };
}

function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { files: files.length, bytes: files.reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0) };
}

const bank = (name) => join(work, name);
const build = (source, output, ...more) => timed([programs.praxis, 'build', '--source', bank(source), '--output', output, '--quiet', ...more]);
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
  build(source, folder, ...again);
  for (let i = 0; i < rounds; i += 1) {
    const other = output();
    (beside[name] ??= []).push(build(source, other, '--cache', 'none'));
    if (inMemory) rmSync(other, { recursive: true });
    note(`${name}, nothing changed`, build(source, folder, ...again));
    edit(source, i);
    note(`${name}, one record changed`, build(source, folder, ...again));
  }
}

// By name in the table: what praxis_make_bank calls it.
const hugos = asked['no-hugo'] ? {} : { 'Hugo, the same parts': 'hugo-full', 'Hugo, few parts': 'hugo' };
const made = ['bank', 'plain', 'hugo', 'hugo-full', 'out', 'cache-bank', 'cache-plain'];
clear(...made);
for (const name of ['bank', 'plain']) spawnSync(programs.make, [String(records), bank(name)]);
appendFileSync(praxisSettings('plain'), 'emitters: {search: {enabled: false}}\n');
for (const kind of Object.values(hugos)) spawnSync(programs.make, [String(records), bank(kind), kind]);
say(`banks of ${records} records in three languages`);
for (let i = 0; i < rounds; i += 1) {
  if (inMemory) clear('out');
  const plain = measure('Praxis without search', (folder) => build('plain', folder, '--cache', 'none'));
  measure('bare floor', (folder) => timed([programs.floor, join(bank('plain'), 'content'), plain, folder]));
  measure('Praxis with search', (folder) => build('bank', folder, '--cache', 'none'));
  for (const [name, kind] of Object.entries(hugos)) measure(name, (folder) => timed(['hugo', '--quiet', '--source', bank(kind), '--destination', folder]));
  say(`round ${i + 1} of ${rounds}`);
}
if (inMemory) clear('out', 'hugo', 'hugo-full');
incremental('Praxis without search', 'plain', output());
say('incremental without search');
incremental('Praxis with search', 'bank', output());
say('incremental with search');
const stages = JSON.parse(timed([programs.praxis, 'build', '--source', bank('bank'), '--output', output(), '--cache', 'none', '--timings=json']).out).stages;
clear(...made);

const middle = (name, what) => median(rows[name].map((one) => one[what]));
// Ratios are of neighbours in time.
const ratio = (name, others, what) => median(rows[name].map((one, i) => one[what] / others[i][what]));
const show = (value, digits = 2) => value.toFixed(digits);
const lines = [];
const line = (...cells) => lines.push(`| ${cells.join(' | ')} |`);
line('', 'wall s', 'processor s', 'peak MB', 'files', 'MB', ...Object.keys(hugos).map((one) => `of ${one}: wall, processor`), 'of the floor', 'of its full build', 'bar');
line(...Array(9 + Object.keys(hugos).length).fill('---'));
const bars = { 'Praxis without search': 'Hugo 0.100, floor 2', 'Praxis with search': 'Hugo 0.143; 350 MB', 'Praxis without search, nothing changed': '0.10', 'Praxis without search, one record changed': '0.15', 'Praxis with search, nothing changed': '0.10', 'Praxis with search, one record changed': '0.30' };
for (const name of Object.keys(rows)) {
  const size = sizes[name], part = name.includes('changed'), full = part ? name.split(',')[0] : name;
  const ofHugos = Object.keys(hugos).map((hugo) => (name.startsWith('Praxis') && !part ? `${show(ratio(name, rows[hugo], 'wall'), 3)}, ${show(ratio(name, rows[hugo], 'cpu'), 3)}` : ''));
  const floor = name === 'Praxis without search' ? `${show(ratio(name, rows['bare floor'], 'wall'))}, ${show(ratio(name, rows['bare floor'], 'cpu'))}` : '';
  const whole = part ? `${show(ratio(name, beside[full], 'wall'), 3)}, ${show(ratio(name, beside[full], 'cpu'), 3)}` : '';
  line(name, show(middle(name, 'wall')), show(middle(name, 'cpu')), show(middle(name, 'memory'), 0), size?.files ?? '', size ? show(size.bytes / 1e6, 0) : '', ...ofHugos, floor, whole, bars[name] ?? '');
}
lines.push('', '| stage of Praxis with search | wall s | processor s | peak MB |', '|---|---|---|---|');
for (const one of stages) line(one.stage, show(one.wall_seconds), show(one.processor_seconds), show(one.peak_kilobytes / 1024, 0));
const versions = [spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout?.split(' ')[1] ?? '', new Date().toISOString().slice(0, 10)];
const place = inMemory ? 'files in memory' : 'files on a disk';
const heading = `## ${records} records in three languages, ${place}`;
const section = `${heading}\n\n${versions[1]}; Hugo ${versions[0]}; ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`}; ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB, others at work on it.\n\n${lines.join('\n')}\n`;
console.log(`\n${section}`);
const path = join(root, 'tests/bench/RESULTS.md');
const head = '# Builds, measured beside Hugo and the bare floor\n\nMade by `./run bench RECORDS..`; `build_bench.mjs` beside this file says how. Full builds read and make everything\n(`--cache none`). The floor reads the same files, runs cmark-gfm, and writes files of the same number and sizes.\nHugo builds the same records twice: as a site whose pages carry the same parts as Praxis\'s (`hugo/`), and as one with\nfew parts and fewer kinds of pages (`hugo-lean/`). The bars are of the same work. What a new file costs on a\ndisk depends on what was removed in the minutes before (decision 0008): nothing is, each build has a folder of its own. It is\nmeasured in memory too (`--work` in a tmpfs). Of the preview: RESULTS-serve.md (`./run bench serve`).\n';
const kept = existsSync(path) ? readFileSync(path, 'utf8').split(/^(?=## )/m).slice(1) : [];
const others = kept.filter((text) => !text.startsWith(heading));
const sorted = [...others, section].sort((a, b) => parseInt(a.slice(3), 10) - parseInt(b.slice(3), 10));
writeFileSync(path, `${head}\n${sorted.map((text) => text.trim()).join('\n\n')}\n`);
