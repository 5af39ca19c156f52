// Light, dark and high contrast: chosen by the reader or by the system, and legible in each.
// usage: node schemes.mjs PUBLIC
import { join, relative, resolve } from 'node:path';
import { pageKinds, unfold } from './kinds.mjs';
import { expect, expectAccessible, expectQuiet, fileBase, launch, openPage, Report, serve } from './support.mjs';

const folder = resolve(process.argv[2] ?? 'public');
const report = new Report();
const server = await serve(folder);
const browser = await launch();

const visit = async (name, how, run) =>
  report.scenario(name, async () => {
    const { page, complaints, close } = await openPage(browser, { script: true, base: server.base, ...how });
    try {
      await run(page);
      expectQuiet(complaints);
    } finally {
      await close();
    }
  });

// What the browser paints, asked from outside the page: that works without script too.
async function painted(page, selector, property) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { computedStyle } = await devtools.send('CSS.getComputedStyleForNode', { nodeId });
  await devtools.detach();
  return computedStyle.find((one) => one.name === property).value;
}
const ground = (page) => painted(page, 'html', 'background-color');
const white = 'rgb(255, 255, 255)', black = 'rgb(0, 0, 0)';

for (const [where, base] of [['http', server.base], ['disk', fileBase(folder)]]) {
  await visit(`she chooses high contrast by keyboard, and finds it on the next page (${where})`, { base, options: { viewport: { width: 320, height: 640 } } }, async (page) => {
    await page.goto(`${base}es/index.html`);
    await page.locator('.scheme summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    for (let step = 0; step < 3; ++step) await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: 'Alto contraste' }).isChecked(), 'high contrast is chosen');
    expect((await ground(page)) === white, 'the ground is white');
    await page.keyboard.press('Escape');
    expect(await page.locator('.scheme__button').evaluate((one) => one === document.activeElement && !one.parentElement.open), 'the choices are folded away, and the focus stays at hand');
    await page.goto(`${base}fr/index.html`);
    expect((await ground(page)) === white, 'the next page is as she chose');
    await page.locator('.scheme summary').click();
    await page.getByRole('radio', { name: 'Comme sur cet appareil' }).check();
    expect((await page.getAttribute('html', 'data-scheme')) === null, 'the system decides again');
    expect((await page.evaluate(() => localStorage.getItem('praxis-scheme'))) === null, 'nothing is kept');
    await page.mouse.click(5, 5);
    expect(!(await page.locator('.scheme__choices').isVisible()), 'a click elsewhere folds them away');
  });
}

for (const script of [true, false]) {
  const how = `with${script ? '' : 'out'} script`;
  await visit(`a system that asks for contrast gets it (${how})`, { script, options: { contrast: 'more' } }, async (page) => {
    await page.goto(`${server.base}en/index.html`);
    expect((await ground(page)) === white && (await painted(page, 'body', 'color')) === black, 'black on white');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect((await ground(page)) === black && (await painted(page, 'body', 'color')) === white, 'white on black in a dark room');
    expect((await page.locator('.scheme').isVisible()) === script, 'the choice is there where it works');
  });
}

await visit('her own choice stands above that of the system', { options: { contrast: 'more', colorScheme: 'dark' } }, async (page) => {
  await page.goto(`${server.base}en/index.html`);
  await page.locator('.scheme summary').click();
  await page.getByRole('radio', { name: 'Light' }).check();
  expect((await ground(page)) === 'rgb(246, 248, 247)', 'the light ground');
});

await visit('colours that the system forces are left to it', { options: { forcedColors: 'active', contrast: 'more' } }, async (page) => {
  await page.goto(`${server.base}en/index.html`);
  expect((await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ring').trim())) === '3px', 'the scheme for contrast stays away');
});

await visit('the header of a phone holds the choice in one line with the search', { options: { viewport: { width: 320, height: 640 } } }, async (page) => {
  for (const lang of ['es', 'en', 'fr']) {
    await page.goto(`${server.base}${lang}/index.html`);
    const [search, scheme] = [await page.locator('.search-box').boundingBox(), await page.locator('.scheme').boundingBox()];
    expect(scheme.y >= search.y - 1 && scheme.y + scheme.height <= search.y + search.height + 1, `${lang}: beside the search`);
    await page.locator('.scheme summary').click();
    const box = await page.locator('.scheme__choices').boundingBox();
    expect(box.x >= 0 && box.x + box.width <= 320, `${lang}: the choices stand within the window`);
  }
});

// The colours themselves, by role: [of, on, at least in light and dark, at least in high contrast].
const pairs = [];
for (const on of ['page', 'surface', 'sunken']) {
  for (const of of ['ink', 'quiet', 'accent', 'accent-strong']) pairs.push([of, on, 4.5, 7]);
  for (const of of ['edge', 'focus']) pairs.push([of, on, 3, 3]);
}
pairs.push(['ink', 'accent-soft', 4.5, 7], ['accent-strong', 'accent-soft', 4.5, 7], ['award', 'award-soft', 4.5, 7], ['award', 'surface', 4.5, 7], ['surface', 'accent', 4.5, 7]);
for (const of of ['on-hero', 'on-hero-quiet', 'on-hero-award']) pairs.push([of, 'hero', 4.5, 7]);
for (const chosen of ['system', 'light', 'dark', 'contrast']) {
  for (const colorScheme of ['light', 'dark']) {
    for (const contrast of ['no-preference', 'more']) {
      await visit(`contrast of the colours: ${chosen}, on a ${colorScheme} system, ${contrast}`, { options: { colorScheme, contrast } }, async (page) => {
        await page.addInitScript((scheme) => scheme === 'system' || localStorage.setItem('praxis-scheme', scheme), chosen);
        await page.goto(`${server.base}en/index.html`);
        const ratios = await page.evaluate((wanted) => {
          const colour = (name) => {
            const probe = document.body.appendChild(document.createElement('i'));
            probe.style.color = `var(--${name})`;
            const parts = getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255);
            probe.remove();
            const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
          };
          return wanted.map(([of, on]) => [colour(of), colour(on)].sort((a, b) => b - a)).map(([more, less]) => more / less);
        }, pairs);
        const high = chosen === 'contrast' || (chosen === 'system' && contrast === 'more');
        const low = pairs.map(([of, on, least, more], at) => (ratios[at] < (high ? more : least) ? `${of} on ${on}: ${ratios[at].toFixed(2)}` : '')).filter(Boolean);
        expect(low.length === 0, low.join('; '));
      });
    }
  }
}

// Every kind of page in high contrast: each of its schemes in one language; in all of them with PRAXIS_LONG=1.
const all = process.env.PRAXIS_LONG ? ['es', 'en', 'fr'] : null;
for (const [colorScheme, width, langs] of [['light', 1280, all ?? ['en']], ['dark', 390, all ?? ['fr']]]) {
  const { page, close } = await openPage(browser, { script: true, base: server.base, options: { colorScheme, contrast: 'more', viewport: { width, height: 900 }, bypassCSP: true } });
  await page.route('https://praxis.example/**', (route) => route.fulfill({ path: join(folder, new URL(route.request().url()).pathname) }));
  for (const [key, { path, lang }] of pageKinds(folder)) {
    if (!langs.includes(lang)) continue;
    await report.scenario(`axe: ${key}, high contrast, ${colorScheme}, ${width} px`, async () => {
      await page.goto(server.base + relative(folder, path));
      await unfold(page);
      await page.evaluate(() => { document.querySelectorAll('.scheme').forEach((one) => { one.open = true; }); });
      await expectAccessible(page, relative(folder, path), { rules: { 'color-contrast-enhanced': { enabled: true } } });
    });
  }
  await close();
}

await browser.close();
server.close();
report.end('schemes');
