// node serve_bench.mjs --work DIR [--records N] [--rounds R]: from a saved file to the page that a browser has
// loaded again, with `praxis serve` and a generated bank. Writes RESULTS-serve.md. Each round saves the
// record that is open, and waits for the new words and for the load event; the clock begins before the file is written.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { cpus, getPriority, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../browser/support.mjs';
import { Served, sleep } from '../serve/served.mjs';

const { values: asked } = parseArgs({ options: { work: { type: 'string' }, records: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '25' } } });
const root = resolve(import.meta.dirname ?? '.', '../..'), rounds = Number(asked.rounds);
const bank = join(resolve(asked.work), 'serve-bank'), program = join(root, 'build/praxis');
const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)];
const record = 'content/practices/practice-7/es.md';

// Milliseconds from each save to the loaded page.
async function measure(served, page, change) {
  const times = [];
  for (let i = 0; i < rounds; i += 1) {
    const word = `palabra${i}x${Math.floor(performance.now())}`;
    const text = change(readFileSync(served.path(record), 'utf8'), word);
    const loaded = page.waitForEvent('load', { timeout: 20000 });
    const begun = performance.now();
    writeFileSync(served.path(record), text);
    await loaded;
    times.push(performance.now() - begun);
    if (!(await page.content()).includes(word)) throw new Error('the page that was loaded is not the new one');
    await sleep(2500);  // the search is made in the meantime
  }
  return times;
}

const changes = {
  'a sentence of the text': (text, word) => `${text}\nUna frase más: ${word}.\n`,
  'the title, which stands in many lists': (text, word) => text.replace(/^title: .*/m, `title: Título ${word}`),
};

rmSync(bank, { recursive: true, force: true });
spawnSync(join(root, 'build/praxis_make_bank'), [asked.records, bank]);
const served = await new Served(program, bank).start();
const browser = await launch();
const page = await browser.newPage();
await page.goto(`${served.base}es/practicas/practice-7.html`);
await page.waitForLoadState('networkidle', { timeout: 500 }).catch(() => {});
const lines = [];
for (const [name, change] of Object.entries(changes)) {
  const from = served.err.length, times = await measure(served, page, change);
  const built = [...served.err.slice(from).matchAll(/in ([\d.]+) s/g)].map((found) => Number(found[1]) * 1000);
  lines.push(`| ${name} | ${median(times).toFixed(0)} | ${Math.min(...times).toFixed(0)} | ${Math.max(...times).toFixed(0)} | ${median(built).toFixed(0)} |`);
  console.log(lines.at(-1));
}
await browser.close();
await served.stop();
await served.remove();
rmSync(bank, { recursive: true, force: true });
writeFileSync(join(root, 'tests/bench/RESULTS-serve.md'), `# From a saved file to the loaded page

Made by \`./run bench serve\`; \`serve_bench.mjs\` beside this file says how. \`praxis serve\`, a bank of ${asked.records} records in three
languages, Chromium with the record's page open. Milliseconds from before the file is written until the page has
loaded again with the new words; ${rounds} rounds each; the bar is 200.

${new Date().toISOString().slice(0, 10)}; ${cpus().length} processors, on which ${loadavg()[1].toFixed(1)} programs were at work in the last five minutes${getPriority() < 0 ? ', this one before others (`nice`)' : ''};
the least comes near to what an undisturbed machine takes.

| What is saved | median | least | most | of it the build, median |
|---|---|---|---|---|
${lines.join('\n')}
`);
