// One page of every kind in every language, as the built site holds them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function walk(at) {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? walk(join(at, entry.name)) : [join(at, entry.name)]));
}

// The longest page of a kind holds most of what there is to find.
export function pageKinds(folder) {
  const pages = new Map();
  for (const path of walk(folder).filter((name) => name.endsWith('.html')).sort()) {
    const html = readFileSync(path, 'utf8');
    const kind = html.match(/data-page="([a-z]+)"/)?.[1];
    const lang = html.match(/<html lang="([^"]+)"/)?.[1];
    if (!kind) continue;
    const key = `${kind} ${lang}`;
    if (!pages.has(key) || pages.get(key).size < html.length) pages.set(key, { kind, lang, path, size: html.length, html });
  }
  return pages;
}

// A form is drawn by its script; what is folded away is looked at too.
export async function unfold(page) {
  if ((await page.locator('[data-part="form"]').count()) === 0) return;
  await page.locator('.form:not([hidden])').waitFor();
  await page.evaluate(() => document.querySelectorAll('.form details').forEach((one) => { one.open = true; }));
  for (const button of await page.locator('.form__group > .button').all()) await button.click();
  await page.getByRole('button').and(page.locator('[data-way="send"]')).click();
}
