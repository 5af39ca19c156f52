// Pictures of the site for a person to look at: every kind of page on a phone and on a desk, in light and in dark,
// its four pictures in the languages of the site by turns; and a page that shows them all.
// usage: node shots.mjs PUBLIC FOLDER [KIND..]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pageKinds } from './kinds.mjs';
import { launch, openPage, serve } from './support.mjs';

const [, , site, into, ...only] = process.argv;
const folder = resolve(site);
const tallest = 5000;

const ways = [['phone', 390, 'light'], ['phone', 390, 'dark'], ['desk', 1280, 'light'], ['desk', 1280, 'dark']];

// What is to be taken, by way: [{ name, path }].
function plan() {
  const pages = [...pageKinds(folder).values()];
  const kinds = [...new Set(pages.map(({ kind }) => kind))].filter((kind) => only.length === 0 || only.includes(kind));
  return ways.map(([size, , scheme], way) =>
    kinds.map((kind, at) => {
      const same = pages.filter((page) => page.kind === kind);
      const { path, lang } = same[(at + way) % same.length];
      return { name: `${kind}.${size}.${scheme}.${lang}.jpg`, path: relative(folder, path) };
    }));
}

async function shoot(browser, base, [, width, colorScheme], wanted) {
  const { page, close } = await openPage(browser, { script: true, base, options: { colorScheme, reducedMotion: 'reduce', viewport: { width, height: 900 } } });
  // The page for lost addresses names its style sheet in full, as a server needs it.
  await page.route('https://praxis.example/**', (route) => route.fulfill({ path: join(folder, new URL(route.request().url()).pathname) }));
  for (const { name, path } of wanted) {
    await page.goto(base + path);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({ path: join(into, name), type: 'jpeg', quality: 60, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, tallest) } });
  }
  await close();
}

function sheet(names) {
  const figures = names.map((name) => `<figure><a href="${name}"><img src="${name}" alt="" loading="lazy" width="240"></a><figcaption>${name}</figcaption></figure>`);
  return `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Pictures of the site</title>
<style>body { display: flex; flex-wrap: wrap; gap: 1rem; font: 0.75rem sans-serif } figure { margin: 0 } img { display: block; height: 320px; object-fit: cover; object-position: top; border: 1px solid }</style>
${figures.join('\n')}\n</html>\n`;
}

rmSync(into, { recursive: true, force: true });
mkdirSync(into, { recursive: true });
const server = await serve(folder);
const browser = await launch();
const wanted = plan();
await Promise.all(ways.map((way, at) => shoot(browser, server.base, way, wanted[at])));
const names = wanted.flat().map(({ name }) => name).sort();
writeFileSync(join(into, 'index.html'), sheet(names));
await browser.close();
server.close();
console.log(`pictures: ${names.length} in ${into}`);
