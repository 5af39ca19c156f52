// A page for those who work on the look: type, space, colours by role in every scheme, drawings, and every part as it
// stands in a built site, with its class names. Fails when a part is not on it.
// usage: node style_guide.mjs PUBLIC FOLDER [LOOK]
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pageKinds } from './kinds.mjs';
import { expect, launch, openPage, Report, serve } from './support.mjs';

const folder = resolve(process.argv[2] ?? 'public'), into = resolve(process.argv[3] ?? 'shots');
const look = resolve(process.argv[4] ?? 'themes/default');
const report = new Report();

// Parts that have no first element of their own.
const places = {
  blocks: 'main .l-blocks', cell: 'td', 'document-start': '.site-header', 'group-card': '.card:has(h4)', head: 'thead th', link: 'main .link-list a',
  notices: '.notices', phrase: 'h1', side: '.record__side', tray: '.tray', choices: '.choices',
};
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const parts = readdirSync(join(look, 'parts')).filter((name) => existsSync(join(look, 'parts', name, 'part.html'))).map((name) => {
  const dir = join(look, 'parts', name);
  const source = readFileSync(join(dir, 'part.html'), 'utf8');
  const css = existsSync(join(dir, 'part.css')) ? readFileSync(join(dir, 'part.css'), 'utf8') : '';
  const first = source.match(/<[a-z][\w-]*[^>]*/)?.[0] ?? '';
  const id = first.match(/id="(part-[\w-]+)"/)?.[1], named = first.match(/class="(?:l-centre )?([\w-]+)/)?.[1];
  const tag = first.match(/<([\w-]+)/)?.[1];
  const classes = new Set([...`${source.replace(/\{\{[^}]*\}\}/g, '')}`.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names.split(/\s+/)).concat([...css.matchAll(/\.([a-z][\w-]*)/g)].map(([, one]) => one)).filter(Boolean));
  return { name, source, selector: places[name] ?? (id ? `#${id}` : named ? `.${named}` : tag), classes: [...classes].sort(), example: null };
});

// The example of a part: without addresses, names and what its script holds back.
const take = (selectors) => selectors.map(([name, selector]) => {
  const found = [...document.querySelectorAll(selector)].filter((one) => one.outerHTML.length < 60000 && (one.textContent.trim() || one.querySelector('svg, img')));
  if (found.length === 0) return [name, null];
  const copy = found.sort((a, b) => Math.abs(a.outerHTML.length - 2500) - Math.abs(b.outerHTML.length - 2500))[0].cloneNode(true);
  const host = document.createElement({ TD: 'tr', TH: 'tr', LI: 'ul' }[copy.tagName] ?? 'div');
  host.append(copy);
  copy.hidden = false;
  copy.querySelectorAll(':scope > [hidden]').forEach((one) => { one.hidden = false; });
  host.querySelectorAll('*').forEach((one) => {
    for (const attribute of ['id', 'for', 'aria-controls', 'aria-labelledby', 'aria-describedby', 'data-part', 'name', 'tabindex']) one.removeAttribute(attribute);
    if (one.hasAttribute('href') && one.tagName !== 'use') one.setAttribute('href', '#');
    if (one.tagName === 'IMG') one.setAttribute('src', one.src.replace(/^.*\/assets\//, 'assets/'));
    one.querySelectorAll(':scope > li:nth-child(n + 7), :scope > tr:nth-child(n + 9)').forEach((rest) => rest.remove());
  });
  return [name, host.tagName === 'TR' ? `<table><tbody>${host.outerHTML}</tbody></table>` : host.tagName === 'UL' ? host.outerHTML : host.innerHTML];
});

const server = await serve(folder);
const browser = await launch();
const { page, close } = await openPage(browser, { script: true, base: server.base });
for (const { path, kind, lang } of pageKinds(folder).values()) {
  const missing = parts.filter(({ example }) => example === null);
  if (lang !== 'en' || kind === 'missing' || missing.length === 0) continue;
  await page.goto(server.base + relative(folder, path));
  if ((await page.locator('[data-part="form"]').count()) > 0) await page.locator('.form:not([hidden])').waitFor();
  for (const [name, example] of await page.evaluate(take, missing.map(({ name, selector }) => [name, selector]))) parts.find((part) => part.name === name).example ??= example;
}
await close();

// The values as the browser has them, scheme by scheme.
const tokens = readFileSync(join(look, 'styles/1-tokens.css'), 'utf8');
const names = [...new Set([...tokens.matchAll(/--([a-z0-9-]+):/g)].map(([, name]) => name))];
const sized = (pattern) => names.filter((name) => pattern.test(name));
const colours = names.slice(0, names.indexOf('sans')).filter((name) => !/^(shadow|ring)/.test(name));
const schemes = [['light', 'light', 'no-preference'], ['dark', 'dark', 'no-preference'], ['high contrast', 'light', 'more'], ['high contrast, dark', 'dark', 'more']];
const values = [];
for (const [, colorScheme, contrast] of schemes) {
  const { page: probe, close: done } = await openPage(browser, { script: true, base: server.base, options: { colorScheme, contrast } });
  await probe.goto(`${server.base}en/index.html`);
  values.push(await probe.evaluate((wanted) => wanted.map((name) => {
    const one = document.body.appendChild(document.createElement('i'));
    one.style.color = `var(--${name})`;
    return getComputedStyle(one).color;
  }), colours));
  await done();
}
const style = readdirSync(join(folder, 'assets')).find((name) => /^style\..*css$/.test(name));

const section = (title, body) => `<section class="guide"><h2>${title}</h2>\n${body}\n</section>`;
const colourTable = `<div class="scroll"><table><thead><tr><th>Role</th>${schemes.map(([name]) => `<th>${name}</th>`).join('')}</tr></thead><tbody>
${colours.map((name, at) => `<tr><th scope="row"><code>--${name}</code></th>${values.map((list) => `<td><span class="guide__swatch" style="background:${list[at]}"></span> <code>${list[at]}</code></td>`).join('')}</tr>`).join('\n')}
</tbody></table></div>`;
const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Style guide</title>
<link rel="stylesheet" href="assets/${style}">
<style>.guide { inline-size: min(100% - 2rem, 76rem); margin: 3rem auto; } .guide > * + * { margin-block-start: 1rem; } .guide__swatch { display: inline-block; inline-size: 3rem; block-size: 1.5rem; border: 1px solid; vertical-align: middle; } .guide__space { background: var(--accent); block-size: 1rem; } .guide__icon { display: inline-block; inline-size: 8rem; block-size: 8rem; background: var(--accent); } .guide__example { position: relative; overflow: auto; max-block-size: 40rem; padding: 1rem; border: 1px dashed var(--edge); }</style>
</head>
<body><main>
<section class="guide"><h1>Style guide</h1><p>Made from a built site: each part as it stands on a page of it.</p><p>${parts.map(({ name }) => `<a href="#${name}">${name}</a>`).join(' ')}</p></section>
${section('Type', sized(/^(tiny|small|step-\d)$/).map((name) => `<p style="font-size:var(--${name})"><code>--${name}</code> Cities that educate</p>`).join('\n') + sized(/^(sans|serif|mono)$/).map((name) => `<p style="font-family:var(--${name})"><code>--${name}</code> Ciudades que educan, villes éducatrices</p>`).join('\n'))}
${section('Colours by role', colourTable)}
${section('Space', sized(/^(space-\d|gutter|radius)$/).map((name) => `<p><code>--${name}</code></p><div class="guide__space" style="inline-size:var(--${name})"></div>`).join('\n'))}
${section('Drawings', `<p><img src="assets/icon.svg" alt="The mark" width="88" height="88"></p>${sized(/^(tiles|dots|lens|rosette)$/).map((name) => `<p><code>--${name}</code></p><span class="guide__icon" style="-webkit-mask:var(--${name});mask:var(--${name})"></span>`).join('\n')}`)}
${parts.map(({ name, source, classes, example }) => section(`<span id="${name}">${name}</span>`, `${classes.length > 0 ? `<p>${classes.map((one) => `<code>.${one}</code>`).join(' ')}</p>` : '<p>No class of its own.</p>'}
<div class="guide__example" data-example="${name}">${example ?? '<p>On no page of this bank; its template:</p>'}</div>${example === null ? `\n<pre>${escape(source)}</pre>` : ''}`)).join('\n')}
</main></body>
</html>
`;
mkdirSync(into, { recursive: true });
cpSync(join(folder, 'assets'), join(into, 'assets'), { recursive: true });
writeFileSync(join(into, 'style-guide.html'), html);

await report.scenario('every part stands in the style guide, and is drawn', async () => {
  const { page: guide, complaints, close: done } = await openPage(browser, { script: true, base: `file://${into}/` });
  await guide.goto(`file://${into}/style-guide.html`);
  const shown = await guide.locator('[data-example]').evaluateAll((all) => all.map((one) => one.dataset.example));
  expect(JSON.stringify(shown) === JSON.stringify(parts.map(({ name }) => name)), `in the guide: ${shown.join(' ')}`);
  const flat = await guide.locator('[data-example]').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 36).map((one) => one.dataset.example));
  expect(flat.length === 0, `nothing is drawn of ${flat.join(', ')}`);
  expect(complaints.length === 0, complaints.join('; '));
  await done();
});
await browser.close();
server.close();
console.log(`on no page of the bank, so shown by template: ${parts.filter(({ example }) => example === null).map(({ name }) => name).join(', ') || 'none'}`);
report.end('style guide');
