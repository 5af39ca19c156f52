// The query core in node, over the files of a built site.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';

// Loads the core of a site: { open(language), search(indexes, text, options) }.
export function openSite(site) {
  runInThisContext(readFileSync(join(site, 'search/query.js'), 'utf8'), { filename: 'query.js' });
  const core = globalThis.praxisSearch;
  const bytes = { files: 0, raw: 0, names: [] };
  const load = async (path) => {
    const text = readFileSync(join(site, path), 'utf8');
    bytes.files += 1;
    bytes.raw += Buffer.byteLength(text);
    bytes.names.push(path);
    core.take(JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))));
  };
  return { core, bytes, open: (language) => core.open(language, load), search: core.search };
}
