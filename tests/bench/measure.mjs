// What the benchmarks of builds share: a timed command, the size of a site, and a section of RESULTS.md.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const programs = { praxis: join(root, 'build/praxis'), make: join(root, 'build/praxis_make_bank'), floor: join(root, 'build/praxis_floor') };

const begun = Date.now();
export const say = (text) => process.stderr.write(`${String(Math.round((Date.now() - begun) / 1000)).padStart(4)} s  ${text}\n`);
export const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const show = (value, digits = 2) => value.toFixed(digits);
export const isInMemory = (folder) => statfsSync(folder).type === 0x01021994;  // tmpfs, statfs(2)
export const clear = (folder, names) => names.forEach((name) => rmSync(join(folder, name), { recursive: true, force: true }));

/** Runs a command after `sync`. Seconds on the wall and of the processor, peak memory in MB, and what it printed. */
export function timed(command) {
  spawnSync('sync');
  const done = spawnSync('/usr/bin/time', ['-f', '\n@%e %U %S %M', ...command], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const found = /@([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(done.stderr);
  if (done.status !== 0 || !found) throw new Error(`${command.join(' ')} failed:\n${(done.stdout + done.stderr).slice(-2000)}`);
  const [wall, user, system, memory] = found.slice(1).map(Number);
  return { wall, user, system, cpu: user + system, memory: memory / 1024, out: done.stdout };
}

export const build = (source, output, ...more) => timed([programs.praxis, 'build', '--source', source, '--output', output, '--quiet', ...more]);

export function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { files: files.length, bytes: files.reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0) };
}

/** Lines of a table in Markdown: rows of cells, the first the head. */
export const table = ([head, ...rows]) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

const introduction = `# Builds, measured beside Hugo and the bare floor

Made by \`./run bench RECORDS..\` and \`./run bench large\`; \`build_bench.mjs\` and \`large_bench.mjs\` beside this file say how.
Full builds read and make everything (\`--cache none\`). The floor reads the same files, runs cmark-gfm, and writes files of the
same number and sizes. Hugo builds the same records twice: as a site whose pages carry the same parts as Praxis's (\`hugo/\`), and
as one with few parts and fewer kinds of pages (\`hugo-lean/\`). The bars are of the same work. What a new file costs on a
disk depends on what was removed in the minutes before (decision 0008): nothing is, each build has a folder of its own. It is
measured in memory too (\`--work\` in a tmpfs). Of the preview: RESULTS-serve.md (\`./run bench serve\`).
`;

/** Prints a section and puts it into RESULTS.md, in place of the one of that heading. Sections stand by number of records. */
export function record(heading, notes, lines) {
  const machine = `${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB, others at work on it`;
  const section = `## ${heading}\n\n${new Date().toISOString().slice(0, 10)}; ${[...notes, machine].join('; ')}.\n\n${lines.join('\n')}\n`;
  console.log(`\n${section}`);
  const path = join(root, 'tests/bench/RESULTS.md');
  const kept = existsSync(path) ? readFileSync(path, 'utf8').split(/^(?=## )/m).slice(1) : [];
  const others = kept.filter((text) => !text.startsWith(`## ${heading}\n`));
  const sorted = [...others, section].sort((a, b) => parseInt(a.slice(3), 10) - parseInt(b.slice(3), 10));
  writeFileSync(path, `${introduction}\n${sorted.map((text) => text.trim()).join('\n\n')}\n`);
}
