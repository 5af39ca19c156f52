// Writes records as a bank of Praxis: content/ in a folder, beside the looks and languages of the program.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cityCount } from './records.mjs';

const headings = {
  es: ['Contexto y problema', 'Objetivos', 'Metodología y acciones', 'Resultados', 'Aprendizajes'],
  en: ['Context and problem', 'Objectives', 'Method and actions', 'Results', 'Lessons learned'],
  fr: ['Contexte et problème', 'Objectifs', 'Méthode et actions', 'Résultats', 'Enseignements'],
};
const quoted = (text) => JSON.stringify(text);

export function writeSettings(folder, wanted, search = '') {
  writeFileSync(join(folder, 'content/bank.yaml'), `names: {es: Banco, en: Bank, fr: Banque}
description: {es: Banco, en: Bank, fr: Banque}
publisher: {name: Bench, url: "https://bank.example/"}
contact: {email: info@bank.example, address: Bench}
languages: [${wanted.join(', ')}]
license: CC-BY-4.0
base_url: https://bank.example/
release: {date: 2026-01-01, label: "1"}
${search ? `emitters: {search: {${search}}}\n` : ''}`);
}

class Bank {
  constructor(folder) {
    this.folder = folder;
    this.made = new Set();
    rmSync(join(folder, 'content'), { recursive: true, force: true });
  }

  write(path, text) {
    const full = join(this.folder, 'content', path);
    if (!this.made.has(dirname(full))) mkdirSync(dirname(full), { recursive: true });
    this.made.add(dirname(full));
    writeFileSync(full, text);
  }

  surroundings(themes, results) {
    for (const [id, name] of themes) this.write(`themes/${id}.yaml`, `names: ${quoted(name)}\n`);
    for (let i = 0; i < cityCount; i += 1) {
      this.write(`cities/city-${i}.yaml`, `names: ${i % 2 ? 'Ñandú' : 'Villa'} ${i}\nkind: city\ncountry: ${['MX', 'FR', 'IE', 'ES'][i % 4]}\n`);
    }
    this.write('networks/net.yaml', 'names: Net\nkind: global\n');
    if (results.length === 0) return;
    const lines = results.map((id) => `      - {distinction: winner, practice: ${id}}\n`).join('');
    this.write('awards/prize.yaml', `names: {es: Premio, en: Prize, fr: Prix}
organiser: net
target: practice
distinctions:
  - {id: winner, rank: 1}
editions:
  - id: "2020"
    year: 2020
    results:
${lines}`);
  }

  record(record) {
    const [original, ...others] = Object.keys(record.texts);
    this.text(record, original, `cities: [${record.city}]
themes: [${record.themes.join(', ')}]
start: ${record.year}
status: active
organisation: {name: Bench, kind: local-government}
sources: [{id: s1, title: Bench}]
review: {state: submitted}
rights: {declared_by: Bench, date: 2026-01-01}
`);
    for (const language of others) this.text(record, language, `translation: {of: ${original}}\n`);
  }

  text(record, language, fields) {
    const { title, summary, sections } = record.texts[language];
    const body = sections.map((paragraphs, i) => (i < headings[language].length && sections.length > 1 ? `## ${headings[language][i]}\n\n` : '') + paragraphs.join('\n\n'));
    this.write(`practices/${record.id}/${language}.md`, `---\ntitle: ${quoted(title)}\nsummary: ${quoted(summary)}\n${fields}---\n\n${body.join('\n\n')}\n`);
  }
}

// Writes all; gives back what queries are made from: { language: [{ id, title, summary, body }] }.
export function writeBank(folder, records, themes, wanted) {
  const bank = new Bank(folder), results = [], collections = {};
  for (const language of wanted) collections[language] = [];
  for (const record of records) {
    bank.record(record);
    if (record.award) results.push(record.id);
    for (const [language, { title, summary, sections }] of Object.entries(record.texts)) {
      collections[language].push({ id: record.id, title, summary, body: sections.flat().join('\n') });
    }
  }
  bank.surroundings(themes, results);
  writeSettings(folder, wanted);
  return collections;
}
