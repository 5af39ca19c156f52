// How readers search: over http and from disk, with script and without. usage: node search.mjs PUBLIC
import { resolve } from 'node:path';
import { becomes as until, expect, fileBase, inBothSchemes, launch, Report, serve, visitor } from './support.mjs';

const folder = resolve(process.argv[2] ?? 'public');
const report = new Report();
const server = await serve(folder);
const browser = await launch();

const titles = (page) => page.locator('.hit__link').allInnerTexts();
const number = (text) => Number(text.replace(/\D/g, ''));
const total = async (page) => number(await page.locator('.finder__status').innerText());
const hits = (page) => page.locator('.hit').first().waitFor();

// Waits until the page says what `read` expects of it.
const becomes = (page, read, wanted, sentence) => until(() => read(page), wanted, sentence);

for (const base of [server.base, fileBase(folder)]) {
  const way = base.startsWith('http') ? 'http' : 'disk';
  const visit = visitor(browser, report, base, way);

  await visit('a mistyped word is understood, and searched for as it stands on demand', 'es/buscar.html', async (page) => {
    await page.locator('#finder').fill('educasion');
    await page.keyboard.press('Enter');
    await becomes(page, (p) => p.locator('.finder__corrected').innerText().catch(() => ''), (t) => t.includes('«educación»'), 'the page says what it shows instead');
    expect((await titles(page)).length > 0, 'there are results');
    await page.getByRole('button', { name: /educasion/ }).click();
    await becomes(page, titles, (t) => t.length === 0, 'nothing is called so');
    expect(page.url().includes('insist=1'), 'the address knows it');
    await page.goBack();
    await becomes(page, titles, (t) => t.length > 0, 'going back returns the results');
  });

  await visit('she opens what she knows by name with the keyboard alone', 'es/ciudades/index.html', async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('redes de muj', { delay: 10 });
    await becomes(page, (p) => p.getByRole('option').first().innerText().catch(() => ''), (t) => t.includes('Redes de Mujeres'), 'it is suggested');
    expect((await page.locator('#search-box').getAttribute('aria-expanded')) === 'true', 'the box says that it is open');
    await page.keyboard.press('ArrowDown');
    const active = await page.locator('#search-box').getAttribute('aria-activedescendant');
    expect((await page.locator(`#${active}`).getAttribute('aria-selected')) === 'true', 'the first suggestion is chosen');
    await page.keyboard.press('Enter');
    await becomes(page, (p) => p.locator('h1').innerText(), (t) => t.includes('Redes de Mujeres'), 'the record opens');
  });

  await visit('Escape closes the suggestions, then empties the box; Enter goes to all results', 'en/index.html', async (page) => {
    const box = page.locator('#search-box');
    await box.pressSequentially('water', { delay: 10 });
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').isHidden(), 'the suggestions close');
    expect((await box.inputValue()) === 'water', 'the words stay');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\.html\?q=water$/);
    await hits(page);
    expect((await page.locator('#finder').inputValue()) === 'water', 'the words came along');
  });

  await visit('an answer that comes late is not drawn', 'en/search.html', async (page) => {
    await hits(page);
    await page.evaluate(() => {
      const search = window.praxisSearch.search;
      window.praxisSearch.search = async (indexes, query, options) => {
        if (query === 'water') await new Promise((done) => setTimeout(done, 600));
        return search(indexes, query, options);
      };
    });
    await page.locator('#finder').fill('water');
    await page.waitForTimeout(250);
    await page.locator('#finder').fill('medellin');
    const first = await becomes(page, titles, (t) => /Medell/.test(t[0] ?? ''), 'the newer answer is shown');
    await page.waitForTimeout(600);
    expect((await titles(page))[0] === first[0], 'and stays');
  });

  await visit('facets narrow the results, their counts agree, and Back undoes a choice', 'en/search.html?q=city', async (page) => {
    await hits(page);
    const before = await total(page);
    const value = page.locator('.facet__value', { hasText: 'Practice' }).first();
    const promised = number(await value.locator('.facet__count').innerText());
    await value.click();
    await becomes(page, total, (n) => n === promised, `${promised} results are left`);
    expect(promised < before, 'they are fewer');
    expect(page.url().includes('kind=practice'), 'the address knows the choice');
    expect((await page.locator('a[hreflang="es"]').first().getAttribute('href')).includes('kind=practice'), 'so does the way to Spanish');
    expect(await page.locator('.hit:not([data-kind="practice"])').count() === 0, 'only practices are left');
    await page.goBack();
    await becomes(page, total, (n) => n === before, 'all are back');
    await page.goForward();
    await becomes(page, total, (n) => n === promised, 'and narrowed again');
    await page.locator('.chip').first().click();
    await becomes(page, total, (n) => n === before, 'the chip takes the choice away');
    const focused = await page.evaluate(() => document.activeElement.className);
    expect(focused.includes('finder'), 'the keyboard is not lost');
  });

  await visit('choices that were of no use stand where they belong when they are', 'en/practices/index.html?country=kr', async (page) => {
    await hits(page);
    const names = (p) => p.locator('.facet:visible .facet__name').allInnerTexts();
    const before = await becomes(page, names, (all) => all.includes('Country'), 'the country can be changed');
    expect(!before.includes('Region'), 'all of it lies in one region');
    await page.locator('.chip').first().click();
    const after = await becomes(page, names, (all) => all.includes('Region'), 'all regions are there again');
    expect(after.indexOf('Region') === after.indexOf('Country') - 1, `before the countries: ${after}`);
  });

  await visit('an address that was shared shows the same results', 'en/search.html', async (page) => {
    await hits(page);
    await page.locator('#finder').fill('school');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=school/);
    await page.locator('.finder__order select').selectOption('title');
    const wanted = await becomes(page, titles, (t) => t.length > 2 && page.url().includes('order=title'), 'there are several');
    await page.waitForTimeout(200);
    const shown = await titles(page);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await becomes(other, titles, (t) => t.join() === shown.join(), `the same ${wanted.length} results in the same order`);
    expect((await other.locator('.finder__order select').inputValue()) === 'title', 'the order is chosen there too');
  });

  await visit('a word of another language is found in all languages', 'en/search.html?q=barrios&insist=1', async (page) => {
    await page.locator('.finder__status').waitFor();
    await becomes(page, (p) => p.locator('.finder__status').innerText(), (t) => /esults/.test(t), 'the page answers');
    const before = await total(page);
    await page.getByLabel('Search in all languages').check();
    await becomes(page, total, (n) => n > before, 'there are more');
    expect(page.url().includes('all=1'), 'the address knows it');
  });

  await visit('she reads on to the end of a long result', 'en/search.html', async (page) => {
    await hits(page);
    await page.getByRole('button', { name: 'More results' }).click();
    await becomes(page, (p) => p.locator('.hit').count(), (n) => n === 20, 'ten more');
    expect(await page.evaluate(() => document.activeElement === document.querySelectorAll('.hit a')[10]), 'the keyboard is at the first of them');
    await page.goto(`${base}en/search.html?kind=practice,bulletin,declaration&page=99`);
    await page.getByText('These are all the results.').waitFor();
  });

  await visit('cities are narrowed to the members of a network', 'en/cities/index.html', async (page) => {
    const groups = page.locator('.group');
    const countries = await groups.count();
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.locator('.facet__name', { hasText: 'Network' }).click();
    const member = page.locator('.facet__value', { hasText: 'Red Mexicana' }).first();
    const promised = number(await member.locator('.facet__count').innerText());
    await member.click();
    await becomes(page, total, (n) => n === promised, `${promised} cities are left`);
    expect(await page.locator('.hit:not([data-kind="city"])').count() === 0, 'only cities');
    expect(await groups.first().isHidden() && await groups.last().isHidden(), 'in the place of the list by country');
    await page.getByRole('button', { name: /plain list/ }).click();
    expect(await page.locator('.group:visible').count() === countries, 'which comes back whole');
  });

  await visit('a list is narrowed where it stands, and comes back plain', 'es/practicas/index.html', async (page) => {
    const cards = page.locator('.cards').first();
    await page.getByRole('button', { name: 'Filtrar' }).click();
    await page.locator('.facet__name', { hasText: 'País' }).click();
    expect(await cards.isVisible(), 'the cards stay until she chooses');
    await page.locator('.facet__value', { hasText: /^México/ }).click();
    await becomes(page, titles, (t) => t.some((title) => /PILARES/.test(title)), 'the practices of Mexico are shown');
    expect(await cards.isHidden(), 'in the place of the cards');
    expect(page.url().includes('country=mx'), 'the address knows it');
    await page.getByRole('button', { name: 'Filtrar' }).click();
    expect(await page.locator('#finder').isHidden() && await page.locator('.hit').first().isVisible(), 'the filters fold, the results stay');
    await page.reload();
    await hits(page);
    expect(await page.locator('.hit:not([data-kind="practice"])').count() === 0, 'only practices');
    await page.getByRole('button', { name: /lista completa/ }).click();
    expect(await cards.isVisible(), 'the plain list is back');
    expect(!page.url().includes('country'), 'and its address');
  });

  await visit('she looks for what South America began in the 2010s, and sends it to a colleague', 'en/practices/index.html', async (page) => {
    const choose = async (group, label) => {
      await page.locator('.facet__name', { hasText: new RegExp(`^${group}$`) }).click();
      const value = page.locator('.facet__value', { hasText: label }).first();
      const promised = number(await value.locator('.facet__count').innerText());
      await value.click();
      await becomes(page, total, (n) => n === promised, `${promised} are left for ${label}`);
      return promised;
    };
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.locator('.facet').first().waitFor();
    const order = await page.locator('.facet:visible .facet__name').allInnerTexts();
    const wanted = ['Theme', 'City', 'Region', 'Country', 'Decade', 'Year'];
    expect(order.filter((name) => wanted.includes(name)).join() === wanted.join(), `the wide choices come before the narrow ones: ${order}`);
    const all = await choose('Region', 'South America'), decade = await choose('Decade', '2010 to 2019');
    expect(decade < all && decade > 0, 'each choice leaves fewer');
    expect(page.url().endsWith('?region=005&decade=2010'), 'the address knows both');
    const shown = await titles(page), places = await page.locator('.hit').allInnerTexts();
    expect(places.every((text) => /Argentina|Brazil|Chile|Colombia|Uruguay/.test(text) && /201\d/.test(text)), 'all of them lie there, and began then');
    const colleague = await page.context().newPage();
    await colleague.goto(page.url());
    await becomes(colleague, titles, (t) => t.join() === shown.join(), 'a colleague sees the same');
    await page.goBack();
    await becomes(page, total, (n) => n === all, 'going back takes the decade away');
    await page.locator('.chip', { hasText: 'South America' }).click();
    expect(await page.locator('.cards').first().isVisible(), 'without a choice the list is whole');
  });

  await visit('a page that nobody searches loads nothing of the search', 'es/practicas/index.html', async (page) => {
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.waitForTimeout(200);
    expect(!asked.some((url) => url.includes('/search/')), 'no file of the index');
    await page.locator('#search-box').focus();
    await becomes(page, () => asked, (all) => all.some((url) => url.endsWith('/search/query.js')), 'the first look at the box loads it');
  });

  await visit('a theme shows nothing but its own', 'es/temas/school-community.html', async (page) => {
    const known = await page.locator('#practices .card').count();
    await page.getByRole('button', { name: 'Filtrar' }).click();
    await page.locator('#finder').fill('escuela');
    await hits(page);
    expect((await total(page)) <= known, 'no more than the theme has');
  });

  await visit('a search in vain says so and leads on', 'fr/recherche.html?q=xylophonique', async (page) => {
    await page.getByText('Aucun résultat').first().waitFor();
    await page.getByText('Essayez moins de mots').waitFor();
    await page.getByRole('link', { name: 'Pratiques', exact: true }).last().click();
    expect(page.url().includes('/pratiques/'), 'the lists are there');
  });

  await visit('a file that does not come is told, and asked for again', 'es/index.html', async (page) => {
    await page.route('**/search/es/t/*', (route) => route.abort());
    await page.goto(`${base}es/buscar.html?q=agua`);
    await page.getByText('No se ha podido cargar').waitFor();
    await page.unroute('**/search/es/t/*');
    await page.getByRole('button', { name: 'Volver a intentarlo' }).click();
    await hits(page);
    expect(await page.getByText('No se ha podido cargar').count() === 0, 'the sentence is gone');
  }, { quiet: false });

  await visit('without script the search page leads to every list', 'es/buscar.html', async (page) => {
    expect(await page.getByText('necesita JavaScript').isVisible(), 'it says what it needs');
    expect(await page.locator('#finder').isHidden(), 'there is no box that does nothing');
    await page.getByRole('main').getByRole('link', { name: 'Ciudades', exact: true }).click();
    expect((await page.locator('h1').innerText()) === 'Ciudades', 'the list of cities opens');
    await page.getByRole('link', { name: 'Buscar' }).click();
    expect(page.url().endsWith('es/buscar.html'), 'and the header leads back');
  }, { script: false });

  await visit('without script countries are found by region and years by decade', 'fr/pays/index.html', async (page) => {
    const countries = await page.getByRole('main').locator('.group .link-list a').count();
    const said = await page.locator('.group__note').allInnerTexts();
    expect(said.reduce((sum, note) => sum + number(note.split('·')[0]), 0) === countries, `the regions say how many countries they have: ${said}`);
    expect(await page.getByRole('heading', { name: 'Amérique du Sud' }).isVisible(), 'a region has its heading');
    await page.goto(`${base}fr/annees/index.html#decade-2010`);
    const decade = page.locator('#decade-2010');
    expect((await decade.getByRole('heading').innerText()) === '2010 à 2019', 'a decade is called by its years');
    const practices = (await decade.locator('li').allInnerTexts()).map((text) => number(text.replace(/^\d+/, '')));
    expect(practices.reduce((sum, one) => sum + one, 0) === number(await decade.locator('.group__note').innerText()), 'and counts their practices');
  }, { script: false });

  await visit('without script practices are found by their status, cost and other criteria', 'es/practicas/index.html', async (page) => {
    const main = page.getByRole('main');
    await main.getByRole('link', { name: 'Prácticas por estado, coste y otros criterios' }).click();
    const headings = ['Estado', 'Ámbito', 'Coste', 'Tiempo de puesta en marcha', 'Tamaño de la ciudad', 'Región', 'Década', 'Texto disponible en', 'Revisión'];
    expect((await main.locator('.group__heading').allInnerTexts()).join() === headings.join(), 'every facet has its group');
    const said = number(await page.locator('#status li', { hasText: 'en marcha' }).locator('.note-text').innerText());
    await page.locator('#status').getByRole('link', { name: 'en marcha' }).click();
    expect((await page.locator('h1').innerText()) === 'Estado: en marcha', 'the page says what it lists');
    expect((await page.locator('#practices .link-list a').count()) === said, `it lists the ${said} practices that were promised`);
    await page.locator('#practices .link-list a').first().click();
    await page.locator('[data-fact="status"]').getByRole('link', { name: 'en marcha' }).click();
    expect((await page.locator('h1').innerText()) === 'Estado: en marcha', 'and a practice leads back to those of its status');
  }, { script: false });

  await visit('the practices of one status are narrowed further', 'es/facetas/status.active.html', async (page) => {
    const all = await page.locator('#practices .link-list a').count();
    await page.getByRole('button', { name: 'Filtrar' }).click();
    await page.locator('#finder').fill('escuela');
    await hits(page);
    await becomes(page, total, (found) => found > 0 && found < all, 'a word leaves some of them');
  });

  await visit('on a phone nothing is wider than the screen', 'es/buscar.html?q=educacion&kind=practice,theme,city', async (page) => {
    await hits(page);
    await page.getByText('Filtrar', { exact: true }).click();
    await page.locator('.facet').first().waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width <= 320, `the page is ${width} wide`);
  }, { options: { viewport: { width: 320, height: 640 } } });
}

await inBothSchemes(browser, server.base, report, async (page, clean) => {
  await clean('results', 'es/buscar.html?q=educasion&kind=practice', () => hits(page));
  await clean('no results', 'fr/recherche.html?q=xylophonique', () => page.getByText('Aucun résultat').first().waitFor());
  await clean('a narrowed list', 'en/practices/index.html?country=mx', () => hits(page));
  await clean('suggestions', 'en/index.html', async () => {
    await page.locator('#search-box').pressSequentially('water');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
  });
});

await browser.close();
server.close();
report.end('search in the browser');
