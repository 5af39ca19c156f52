// A given collection instead of a generated one: records.LANG.jsonl.gz with lines { id, title, desc, text,
// facets }, queries.tsv with lines `qid lang kind query answers`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { languages } from './words.mjs';

const hidden = /[\u200b-\u200f\ufeff\u2060-\u2064\ufffc\u2028]/g;
// What Markdown would read as more than text.
const plain = (text) => text.replace(hidden, '').replace(/https?:\/\/\S*/g, ' ').replace(/[<>`[\]*_#|~\\{}&$^!]/g, ' ').replace(/\s+/g, ' ').trim();
const slug = (text) => String(text).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

function paragraphs(text) {
  return text.split('\n').map((line) => plain(line).replace(/^(\d+)[.)]/, '$1 ').replace(/^[-+=:]+/, '').trim()).filter(Boolean);
}

// { records, themes: [[id, name]], queries }
export function readSet(folder) {
  const records = [], themes = new Map([['other', 'other']]), titles = new Map();
  for (const language of languages) {
    const path = join(folder, `records.${language}.jsonl.gz`);
    if (!existsSync(path)) continue;
    for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean)) {
      const page = JSON.parse(line), chosen = [];
      for (const value of Object.values(page.facets ?? {}).flat().slice(0, 5)) {
        const id = slug(value);
        if (!id) continue;
        themes.set(id, String(value));
        chosen.push(id);
      }
      const title = page.title.replace(hidden, '').trim().slice(0, 120) || page.id;
      const summary = plain(page.desc || page.title).slice(0, 600);
      titles.set(page.id, title);
      records.push({
        id: slug(page.id), themes: [...new Set(chosen)].length > 0 ? [...new Set(chosen)] : ['other'], city: 'city-0', year: 2014, award: false,
        texts: { [language]: { title, summary: summary.padEnd(80, ' .'), sections: [paragraphs(page.text)] } },
      });
    }
  }
  const queries = readFileSync(join(folder, 'queries.tsv'), 'utf8').split('\n').map((line) => line.split('\t'))
    .filter(([qid, , , , answers]) => answers && qid !== 'qid')
    .map(([qid, language, kind, query, answers]) => ({ qid, language, kind, query, answers: answers.split(',').map(slug), title: titles.get(answers.split(',')[0]) ?? query }));
  return { records, themes: [...themes], queries };
}
