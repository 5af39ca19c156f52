// node growth.mjs PROGRAM MAKER FOLDER: four times the records take less than five times the user's processor
// time, in a full build that writes nothing; the least of three tries, since others use the machine too. A try of the
// smaller bank is four builds, so that both are as long exposed to them: of short tries one is sooner left in peace.
// The larger takes long enough for the line of progress: on a terminal it is drawn and wiped out, in a pipe it is not there.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const [program, maker, folder] = process.argv.slice(2);
const sizes = [2500, 10_000], builds = [4, 1], most = 5;

function secondsOf(source) {
  const done = spawnSync('/usr/bin/time', ['-f', '\n@%U', program, 'build', '--source', source, '--dry-run', '--cache', 'none', '--quiet'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const found = /@([\d.]+)\s*$/.exec(done.stderr);
  if (done.status !== 0 || !found) throw new Error(`the build of ${source} failed: ${done.stderr.slice(-500)}`);
  return Number(found[1]);
}

const banks = sizes.map((size) => join(folder, `growth-${size}`));
banks.forEach((bank, at) => {
  rmSync(bank, { recursive: true, force: true });
  spawnSync(maker, [String(sizes[at]), bank]);
});
// `script` (util-linux) gives the program a terminal; what a pipe gets stands beside it.
const commandOf = (bank) => [program, 'build', '--source', bank, '--dry-run', '--cache', 'none', '--jobs', '1'];
function progress(bank) {
  const drawn = spawnSync('script', ['-qec', commandOf(bank).map((part) => `'${part}'`).join(' '), '/dev/null'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const piped = spawnSync(commandOf(bank)[0], commandOf(bank).slice(1), { encoding: 'utf8', maxBuffer: 1 << 28 });
  const lines = drawn.stdout.split('\r\x1b[K');
  const isTold = (line) => /^\p{L}+ (\d+ · )?\d+ s$/u.test(line);
  const told = lines.filter(isTold);
  const seconds = told.map((line) => Number(/(\d+) s$/.exec(line)[1]));
  const rises = seconds.length > 1 && seconds[0] === 1 && seconds.every((second, at) => at === 0 || second >= seconds[at - 1]);
  const wiped = !isTold(lines.at(-1));
  const silent = !/\r|\x1b/.test(piped.stdout + piped.stderr);
  console.log(`on a terminal ${told.length} lines of progress, the first after ${seconds[0]} s, ${wiped ? 'wiped out at the end' : 'left there'}; in a pipe ${silent ? 'none' : 'some'}`);
  return drawn.status === 0 && piped.status === 0 && rises && wiped && silent;
}

const mean = (source, times) => Array.from({ length: times }, () => secondsOf(source)).reduce((sum, one) => sum + one) / times;
const tries = [1, 2, 3].map(() => banks.map((bank, at) => mean(bank, builds[at])));  // in turn, so that a busy minute falls on both
const least = sizes.map((size, at) => Math.min(...tries.map((seconds) => seconds[at])));
const shown = progress(banks[1]);
banks.forEach((bank) => rmSync(bank, { recursive: true, force: true }));
const growth = least[1] / least[0];
const passed = growth < most;
console.log(`${sizes[0]} records: ${least[0].toFixed(2)} s, ${sizes[1]}: ${least[1].toFixed(2)} s of the user's processor time, ${growth.toFixed(2)} times (under ${most} is right)`);
const right = [passed, shown].filter(Boolean).length;
console.log(`growth: ${right} passed, ${2 - right} failed`);
process.exit(right === 2 ? 0 : 1);
