// axe-core over one page of every kind in every language, light and dark, phone and desktop; that nothing moves
// while a page comes; that narrow windows and large letters lose nothing; and the budgets of bytes. usage: node accessibility.mjs PUBLIC
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pageKinds, unfold, walk } from './kinds.mjs';
import { expect, expectAccessible, launch, openPage, Report, serve } from './support.mjs';

const folder = resolve(process.argv[2] ?? 'public');
const report = new Report();

const pages = pageKinds(folder);
const server = await serve(folder);
const browser = await launch();
for (const colorScheme of ['light', 'dark']) {
  const width = colorScheme === 'light' ? 1280 : 390;
  const { page, close } = await openPage(browser, { script: true, base: server.base, options: { colorScheme, viewport: { width, height: 900 }, bypassCSP: true } });
  // The page for lost addresses names its style sheet in full, as a server needs it.
  await page.route('https://praxis.example/**', (route) => route.fulfill({ path: join(folder, new URL(route.request().url()).pathname) }));
  await page.addInitScript(() => {
    window.moved = [];
    const note = ({ value, sources }) => window.moved.push(`${value.toFixed(4)} ${sources.map(({ node }) => node?.className || node?.nodeName)}`);
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: 'layout-shift', buffered: true });
  });
  for (const [key, { path }] of pages) {
    await report.scenario(`axe, nothing moves: ${key}, ${colorScheme}, ${width} px`, async () => {
      await page.goto(server.base + relative(folder, path));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const moved = await page.evaluate(() => window.moved);
      expect(moved.length === 0, `nothing moves: ${moved.join('; ')}`);
      await unfold(page);
      await expectAccessible(page, relative(folder, path));
    });
  }
  await close();
}

// WCAG 2.2, 1.4.10 and 1.4.4: in French, whose words are the longest.
for (const [width, scale] of [[320, 100], [1280, 200]]) {
  const { page, close } = await openPage(browser, { script: true, base: server.base, options: { viewport: { width, height: 800 } } });
  for (const [key, { path, lang }] of pages) {
    if (lang !== 'fr') continue;
    await report.scenario(`reflow: ${key}, ${width} px, letters of ${scale} %`, async () => {
      await page.goto(server.base + relative(folder, path));
      const wide = await page.evaluate((size) => {
        const root = document.documentElement;
        root.style.fontSize = `${size}%`;
        const cut = [...document.querySelectorAll('main *')].filter((one) => one.clientWidth > 20 && one.scrollWidth > one.clientWidth + 2 && getComputedStyle(one).overflowX === 'hidden' && !one.matches('.u-visually-hidden, svg, svg *'));
        return [root.scrollWidth > root.clientWidth ? `the page, ${root.scrollWidth}` : '', ...cut.map((one) => one.className || one.nodeName)].filter(Boolean);
      }, scale);
      expect(wide.length === 0, `nothing is wider than its room: ${wide.join('; ')}`);
    });
  }
  await close();
}

const bytes = (path) => gzipSync(readFileSync(path)).length;
const assets = walk(join(folder, 'assets'));
// What is loaded on first use is no part of the page.
const shared = assets.filter((name) => /\.(css|js)$/.test(name) && !/\/later\./.test(name)).reduce((sum, name) => sum + bytes(name), 0);
await report.scenario('weight: what few ask for', async () => {
  const later = assets.filter((name) => /\/later\./.test(name)).reduce((sum, name) => sum + bytes(name), 0);
  expect(later <= 9 * 1024, `the script and the styles loaded on first use are ${later} bytes compressed; at most 9 kB`);
});
for (const [key, { path, kind }] of pages) {
  if (kind !== 'practice') continue;
  await report.scenario(`weight: ${key}`, async () => {
    const total = bytes(path) + shared;
    expect(total <= 30 * 1024, `a record page with its styles and scripts is ${total} bytes compressed; at most 30 kB`);
  });
}

await browser.close();
server.close();
report.end('accessibility and weight');
