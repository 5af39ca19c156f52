// What readers do, in everyday language: over http and from disk, with script and without.
// usage: node scenarios.mjs PUBLIC
import { resolve } from 'node:path';
import { expect, expectQuiet, fileBase, launch, openPage, Report, serve } from './support.mjs';

const folder = resolve(process.argv[2] ?? 'public');
const report = new Report();
const server = await serve(folder);
const browser = await launch();
const ways = [];
for (const base of [server.base, fileBase(folder)]) {
  for (const script of [true, false]) ways.push({ base, script, name: `${base.startsWith('http') ? 'http' : 'disk'}, ${script ? 'with' : 'without'} script` });
}

const text = (page, selector) => page.locator(selector).first().innerText();

for (const way of ways) {
  const visit = async (name, options, run) =>
    report.scenario(`${name} (${way.name})`, async () => {
      const { page, complaints, close } = await openPage(browser, { ...way, options });
      try {
        await run(page);
        expectQuiet(complaints);
      } finally {
        await close();
      }
    });

  await visit('a reader chooses her language at the root', {}, async (page) => {
    await page.goto(`${way.base}index.html`);
    await page.getByRole('main').getByRole('link', { name: 'Français' }).click();
    expect((await page.getAttribute('html', 'lang')) === 'fr', 'the home page is French');
  });

  await visit('she goes on to a practice like this one, and to the next in the list and back, without script', { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${way.base}es/practicas/redes-mujeres-leon.html`);
    const like = page.locator('#neighbours li').first();
    expect(/en común: /.test(await like.innerText()), 'the reason is given');
    const name = await like.locator('a').innerText();
    await like.locator('a').click();
    expect((await text(page, 'h1')) === name, 'the practice like it opens');
    const next = page.getByRole('navigation', { name: 'A su lado en la lista' }).getByRole('listitem').last().getByRole('link');
    const title = await next.innerText();
    await next.click();
    expect((await text(page, 'h1')) === title, 'the next practice opens');
    await page.getByRole('navigation', { name: 'A su lado en la lista' }).getByRole('listitem').first().getByRole('link').click();
    expect((await text(page, 'h1')) === name, 'and the one before it again');
  });

  await visit('she finds a practice by theme, and reads its sources', {}, async (page) => {
    await page.goto(`${way.base}es/index.html`);
    await page.goto(`${way.base}es/temas/index.html`);
    await page.getByRole('link', { name: 'Igualdad de género', exact: true }).first().click();
    await page.getByRole('main').getByRole('link', { name: /Redes de Mujeres/ }).first().click();
    expect((await text(page, 'h1')).includes('Redes de Mujeres'), 'the record opens');
    await page.locator('.cite a').first().click();
    expect(page.url().includes('#source-'), 'a citation leads to its source');
  });

  await visit('she finds what her city did, and its awards', {}, async (page) => {
    await page.goto(`${way.base}en/cities/leon-mx.html`);
    expect((await page.locator('main').innerText()).includes('2018'), 'the award of 2018 is on the city page');
    await page.getByRole('main').getByRole('link', { name: /Educating Cities Award 2018/ }).first().click();
    expect((await page.locator('main').innerText()).includes('Gunsan'), 'the edition lists its other winners');
  });

  await visit('she finds a city on the map by keyboard, and in the list beside it', {}, async (page) => {
    await page.goto(`${way.base}en/cities/index.html`);
    await page.getByRole('link', { name: 'See the cities on the map' }).click();
    const world = page.locator('.world svg');
    expect(await world.getByRole('link', { name: /^Caguas, Puerto Rico/ }).isVisible(), 'a city that stands alone is on the world map');
    await world.getByRole('link', { name: /^\d+ cities: Celaya/ }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#region-003$/, { waitUntil: 'commit' });
    const list = page.locator('#region-003 .region__list');
    expect((await list.innerText()).includes('Zacatecas'), 'the cities of the circle are in the list of their continent');
    await page.locator('#region-003 svg').getByRole('link', { name: /^Oaxaca/ }).click();
    expect((await text(page, 'h1')).startsWith('Oaxaca'), 'the city opens');
  });

  await visit('she reads in a grid which goals a city works on, and goes on to the practices', {}, async (page) => {
    await page.goto(`${way.base}en/frames/sdgs.html`);
    await page.getByRole('main').getByRole('link', { name: 'By city', exact: true }).click();
    const grid = page.getByRole('region', { name: 'Sustainable Development Goals, city by city' });
    const row = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Barcelona' }) });
    expect((await row.getByRole('cell').count()) === 17, 'a row has a cell for each goal, blank or not');
    await grid.focus();
    await page.keyboard.press('End');
    await row.getByRole('link', { name: '2', exact: true }).first().click();
    expect((await text(page, 'h1')) === 'Barcelona', 'a number for several leads to the city');
    if (way.script) {
      await page.locator('.finder__hits li, [data-ref="hits"] li').first().waitFor();
      expect((await page.locator('#practices').innerText()).includes('Results: 2'), 'whose practices are narrowed to the goal');
    } else {
      expect((await page.locator('#practices .card').count()) === 3, 'whose practices are all there');
    }
  });

  await visit('she reads a city, a network and an award through time', {}, async (page) => {
    await page.goto(`${way.base}en/cities/barcelona-es.html`);
    const moments = await page.locator('#history .timeline__item').allInnerTexts();
    expect(moments.length === 7 && moments[0].includes('Educating Cities Award 2022'), 'what is dated stands on one line, the newest first');
    await page.goto(`${way.base}en/awards/educating-cities-award.html`);
    const grid = page.getByRole('region', { name: 'City by city, edition by edition' });
    await grid.getByRole('rowheader', { name: 'Barcelona' }).getByRole('link').click();
    expect((await text(page, 'h1')) === 'Barcelona', 'the grid leads to the city');
    await page.goto(`${way.base}en/networks/unesco-gnlc.html`);
    expect((await page.locator('#practices .card').filter({ hasText: 'By a member city' }).count()) === 2, 'a network has the practices of its cities');
    if (way.script) {
      await page.locator('#practices').getByRole('button', { name: 'Filter' }).click();
      await page.locator('#practices').getByText('Results: 3').waitFor({ state: 'attached' });
    }
    await page.goto(`${way.base}en/networks/index.html`);
    await page.getByRole('main').getByRole('link', { name: /^Mentoring/ }).click();
    expect((await text(page, 'h1')) === 'Mentoring', 'the networks lead to the mentoring page');
  });

  await visit('she changes the language and stays with the same thing', {}, async (page) => {
    await page.goto(`${way.base}es/premios/educating-cities-award.2018.html`);
    await page.locator('a[hreflang="fr"]').first().click();
    expect((await page.getAttribute('html', 'lang')) === 'fr', 'the page is French');
    expect(page.url().includes('educating-cities-award.2018.html'), 'it is the same edition');
  });

  await visit('a keyboard reader skips to the content', {}, async (page) => {
    await page.goto(`${way.base}fr/index.html`);
    await page.keyboard.press('Tab');
    const focused = await page.locator(':focus').getAttribute('href');
    expect(focused === '#main', 'the first stop is the skip link');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#main$/, { waitUntil: 'commit' });
    expect(page.url().endsWith('#main'), 'it leads to the content');
  });

  await visit('on a phone nothing is wider than the screen', { viewport: { width: 320, height: 640 } }, async (page) => {
    for (const path of ['es/index.html', 'fr/index.html', 'es/practicas/index.html', 'en/cities/leon-mx.html', 'es/mapa.html', 'fr/chiffres.html', 'es/premios/educating-cities-award.html', 'en/crosswalks/charter-2020.cities.html', 'es/mentoria.html', 'fr/reseaux/unesco-gnlc.html', 'en/clusters/gnlc-c1.html', 'es/ciudades/barcelona-es.html']) {
      await page.goto(way.base + path);
      // Without script the page cannot be asked; its picture can.
      const width = way.script ? await page.evaluate(() => document.documentElement.scrollWidth) : 320;
      expect(width <= 320, `${path} is ${width} wide`);
      const menu = page.locator('header').first();
      expect(await menu.isVisible(), 'the header is there');
    }
  });

  await visit('a dark room gets a dark page', { colorScheme: 'dark' }, async (page) => {
    await page.goto(`${way.base}es/index.html`);
    if (!way.script) return;
    const [r, g, b] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
    expect(r + g + b < 200, 'the ground is dark');
  });

  await visit('a printed record leaves the menus away', {}, async (page) => {
    await page.goto(`${way.base}es/practicas/redes-de-mujeres-sin-violencia.html`);
    await page.emulateMedia({ media: 'print' });
    expect(!(await page.locator('header nav').first().isVisible()), 'no menu on paper');
    expect(await page.locator('h1').isVisible(), 'the title is there');
  });
}

await browser.close();
server.close();
report.end('browser scenarios');
