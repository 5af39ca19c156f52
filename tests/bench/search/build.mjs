// Builds and what they cost: processor seconds and peak memory, files and bytes of an index.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { writeSettings } from './bank.mjs';

export const median = (values) => at(values, 0.5);
export const at = (values, share) => values.slice().sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

// { user: seconds, cpu: those and the system's, memory: peak MB }
function timed(command, options = {}) {
  const done = spawnSync('/usr/bin/time', ['-f', '\n@%U %S %M', ...command], { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  const [, user, system, memory] = /@([\d.]+) ([\d.]+) (\d+)\s*$/.exec(done.stderr) ?? [];
  if (done.status !== 0) throw new Error(`${command[0]} failed:\n${(done.stdout + done.stderr).slice(-2000)}`);
  return { user: Number(user), cpu: Number(user) + Number(system), memory: Number(memory) / 1024 };
}

// Builds from nothing. `search` are settings of the search emitter.
export function build(work, bank, output, search = '') {
  writeSettings(bank.folder, bank.languages, search);
  rmSync(output, { recursive: true, force: true });
  return timed([join(work, 'praxis'), 'build', '--source', bank.folder, '--output', output, '--quiet']);
}

// The record pages alone, as Pagefind is given them: lists and other pages would only be in its way.
export function recordPages(site, folder) {
  rmSync(folder, { recursive: true, force: true });
  let count = 0;
  for (const [language, section] of [['es', 'practicas'], ['en', 'practices'], ['fr', 'pratiques']]) {
    const from = join(site, language, section);
    if (!existsSync(from)) continue;
    mkdirSync(join(folder, language, section), { recursive: true });
    for (const name of readdirSync(from)) {
      if (!name.endsWith('.html') || name.startsWith('index.')) continue;
      linkSync(join(from, name), join(folder, language, section, name));
      count += 1;
    }
  }
  return count;
}

// Pagefind reads `main` of each page: title, lead, facts with city and themes, the text. Menus, the table
// of contents and the numbers of citations are left out, for they are noise in its index.
export function pagefind(work, pages) {
  rmSync(join(pages, 'pagefind'), { recursive: true, force: true });
  const program = join(work, 'npm/node_modules/.bin/pagefind');
  return timed([process.execPath, program, '--site', pages, '--root-selector', 'main', '--exclude-selectors', 'nav, sup.cite', '--quiet']);
}

// All files below a folder: [{ path from the folder, bytes }]
export function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)).map((path) => ({ path: relative(folder, path), bytes: statSync(path).size }));
}

export function sum(list) {
  return { files: list.length, bytes: list.reduce((all, file) => all + file.bytes, 0) };
}

// Where a file of an index belongs: `es/p/3.js` to `p`.
export const part = (path) => path.split('/')[1] ?? '';

export function indexSizes(site) {
  const all = files(join(site, 'search'));
  const plain = all.filter((file) => !['p', 'x'].includes(part(file.path)));
  const of = (name) => sum(all.filter((file) => part(file.path) === name));
  return { plain: sum(plain), positions: of('p'), passages: of('x') };
}

// Pagefind's own interfaces are not counted: it is measured by its plain interface for programs.
export function bundleSizes(pages) {
  return sum(files(join(pages, 'pagefind')).filter((file) => !/(^|\/)pagefind-(ui|modular-ui|component-ui|highlight)/.test(file.path)));
}

// The cost of search in the build, and of Pagefind on the same pages, in turn.
export function costs({ work, bank, site, pages, rounds, pagefindRounds, say }) {
  const rows = { without: [], with: [], pagefind: [] };
  for (let i = 0; i < rounds; i += 1) {
    rows.without.push(build(work, bank, join(work, 'without'), 'enabled: false'));
    rows.with.push(build(work, bank, site));
    if (i === 0) rows.pages = recordPages(site, pages);
    if (i < pagefindRounds) rows.pagefind.push(pagefind(work, pages));
    say(`build ${i + 1} of ${rounds}`);
  }
  rmSync(join(work, 'without'), { recursive: true, force: true });
  const middle = (list, what) => median(list.map((one) => one[what]));
  // Each build against its neighbour in time, since the machine is not equally fast all along.
  const added = (what) => median(rows.with.map((one, i) => one[what] - rows.without[i][what]));
  return {
    pages: rows.pages,
    user: { own: added('user'), pagefind: middle(rows.pagefind, 'user'), whole: middle(rows.with, 'user') },
    cpu: { own: added('cpu'), pagefind: middle(rows.pagefind, 'cpu'), whole: middle(rows.with, 'cpu') },
    memory: { own: added('memory'), pagefind: middle(rows.pagefind, 'memory'), whole: middle(rows.with, 'memory') },
  };
}

// How much of an index's bytes is in files that a change of the bank has changed.
function differing(before, after) {
  const list = files(after);
  const changed = list.filter(({ path }) => !existsSync(join(before, path)) || !readFileSync(join(before, path)).equals(readFileSync(join(after, path))));
  return sum(changed).bytes / sum(list).bytes;
}

// One word of a summary, a sentence at the end of a text, then nothing: each against the same first build.
export function changes({ work, bank, site, edits }) {
  const output = join(work, 'changed');
  const shares = {};
  for (const [name, { path, edit }] of Object.entries(edits)) {
    const full = join(bank.folder, 'content', path), kept = `${full}.kept`;
    cpSync(full, kept);
    edit(full);
    build(work, bank, output);
    cpSync(kept, full);
    rmSync(kept);
    const language = /(\w+)\.md$/.exec(path)[1];
    shares[name] = differing(join(site, 'search', language), join(output, 'search', language));
  }
  build(work, bank, output);
  shares['nothing'] = differing(join(site, 'search'), join(output, 'search'));
  rmSync(output, { recursive: true, force: true });
  return shares;
}
