// node growth.mjs PROGRAM MAKER FOLDER: four times the records take less than five times the user's processor
// time, in a full build that writes nothing; the least of three tries, since others use the machine too.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const [program, maker, folder] = process.argv.slice(2);
const sizes = [2500, 10_000], most = 5;

function userSeconds(source) {
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
const tries = [1, 2, 3].map(() => banks.map(userSeconds));  // in turn, so that a busy minute falls on both
const least = sizes.map((size, at) => Math.min(...tries.map((seconds) => seconds[at])));
banks.forEach((bank) => rmSync(bank, { recursive: true, force: true }));
const growth = least[1] / least[0];
const passed = growth < most;
console.log(`${sizes[0]} records: ${least[0].toFixed(2)} s, ${sizes[1]}: ${least[1].toFixed(2)} s of the user's processor time, ${growth.toFixed(2)} times (under ${most} is right)`);
console.log(`growth: ${passed ? 1 : 0} passed, ${passed ? 0 : 1} failed`);
process.exit(passed ? 0 : 1);
