// `praxis serve` in a browser: the open page loads itself again, and tells what keeps it from changing.
// usage, from the top folder: node tests/serve/reload.mjs PROGRAM
import { expect, expectQuiet, launch, openPage, Report } from '../browser/support.mjs';
import { Served, until } from './served.mjs';

const report = new Report();
const served = await new Served(process.argv[2] ?? 'build/praxis').start();
const browser = await launch();
const record = 'content/practices/redes/en.md';
const { page, complaints } = await openPage(browser, { script: true, base: served.base });
const box = page.locator('#praxis-overlay details');

await report.scenario('the open page shows what was saved', async () => {
  await page.goto(`${served.base}en/practices/redes.html`);
  served.edit(record, 'asked for talking circles', 'asked for evening circles');
  await page.getByText('asked for evening circles').waitFor();
  expect((await box.count()) === 0, 'nothing lies over it');
});

await report.scenario('an error lies over the page, as text, until it is mended', async () => {
  const good = served.read(record);
  served.write(record, good.replace('title: Networks', 'title: Networks\n<img src=x onerror=alert(1)>: 1'));
  await box.waitFor();
  expect((await box.locator('summary').innerText()).includes('last site without errors'), 'it says that the page is old');
  expect((await box.locator('pre').innerText()).includes('<img src=x'), 'markup is text');
  expect((await box.locator('img').count()) === 0, 'and nothing else');
  expect((await box.evaluate((element) => getComputedStyle(element).position)) === 'fixed', 'its style is there');
  expect((await page.getByText('asked for evening circles').count()) === 1, 'the page below is the last good one');
  served.write(record, good.replace('evening circles', 'morning circles'));
  await page.getByText('asked for morning circles').waitFor();
  expect((await box.count()) === 0, 'it is gone');
});

await report.scenario('a warning waits in a corner', async () => {
  const original = 'content/practices/redes/es.md', good = served.read(original);
  served.edit(original, '## Resultados', '## Resultdos');
  await box.waitFor();
  expect((await box.getAttribute('open')) === null, 'it is folded');
  expect((await box.locator('summary').innerText()) === 'warnings', 'it says what it is');
  await box.locator('summary').click();
  expect((await box.locator('pre').innerText()).includes('B312'), 'and tells more');
  served.write(original, good);
  await until(async () => (await box.count()) === 0, 'it goes');
});

await report.scenario('another site cannot listen', async () => {
  const stranger = await browser.newPage();
  await stranger.route('http://stranger.example/', (route) => route.fulfill({ contentType: 'text/html', body: '<p>stranger</p>' }));
  await stranger.goto('http://stranger.example/');
  const heard = await stranger.evaluate(
    (url) => new Promise((done) => {
      const source = new EventSource(`${url}.praxis/events`);
      source.onmessage = () => done('heard');
      source.onerror = () => done('refused');
    }),
    served.base,
  );
  expect(heard === 'refused', 'it is refused');
  await stranger.close();
});

await report.scenario('a page that has searched loads again when the search follows', async () => {
  await page.goto(`${served.base}en/search.html?q=circles`);
  await page.locator('main a[href*="redes"]').first().waitFor();
  served.edit(record, 'asked for', 'begged for');
  await page.goto(`${served.base}en/search.html?q=begged`);
  await page.locator('main a[href*="redes"]').first().waitFor();
});

await report.scenario('nothing was complained of', async () => expectQuiet(complaints));

// The overlay in each language, light and dark; `node reload.mjs PROGRAM SHOTS` keeps the pictures.
for (const [language, words] of Object.entries({ en: 'last site without errors', es: 'último sitio sin errores', fr: 'dernier site sans erreur' })) {
  await report.scenario(`an error is told in ${language}, and can be read light and dark`, async () => {
    const other = await new Served(process.argv[2] ?? 'build/praxis').start('--lang', language);
    for (const [scheme, [width, height]] of Object.entries({ light: [1280, 800], dark: [390, 800] })) {
      const shown = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
      await shown.goto(`${other.base}es/practicas/redes.html`);
      const over = shown.locator('#praxis-overlay details'), good = other.read(record);
      other.write(record, good.replace('title: Networks', 'title: Networks\nthems: [peace]'));
      await over.waitFor();
      expect((await over.getAttribute('lang')) === language && (await over.locator('summary').innerText()).includes(words), 'its title is in the language');
      const ratio = await over.evaluate((element) => {
        const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const style = getComputedStyle(element), [low, high] = [light(style.color), light(style.backgroundColor)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      });
      expect(ratio > 7, `its contrast is ${ratio}`);
      expect(await shown.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is cut off at the side');
      if (process.argv[3]) await shown.screenshot({ path: `${process.argv[3]}/overlay-${language}-${scheme}.png` });
      other.write(record, good);
      await until(async () => (await over.count()) === 0, 'it is gone');
      await shown.close();
    }
    await other.stop();
    await other.remove();
  });
}

await browser.close();
await report.scenario('Ctrl-C ends it', async () => expect((await served.stop()) === 130, 'it was interrupted'));
await served.remove();
report.end('reload');
