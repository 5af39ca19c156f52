// Pages of cities, themes and editions on paper, and the dossier of all their practices: over http and from disk,
// with script and without. usage: node dossier.mjs PUBLIC
import { resolve } from 'node:path';
import { expect, expectAccessible, fileBase, inBothSchemes, launch, openPage, Report, serve, visitor } from './support.mjs';

const folder = resolve(process.argv[2] ?? 'public');
const report = new Report();
const server = await serve(folder);
const browser = await launch();
const city = 'es/ciudades/barcelona-es.html', theme = 'fr/themes/culture-arts.html', edition = 'en/awards/educating-cities-award.2018.html';

const button = (page) => page.locator('[data-part="dossier"] button');
const status = (page) => page.locator('.dossier [role="status"]');
const opened = (page) => page.locator('.dossier [role="status"]:not(:empty)').waitFor();
const make = async (page) => {
  await button(page).click();
  await opened(page);
};
const sheets = (pdf) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
const texts = async (locator) => (await locator.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

for (const base of [server.base, fileBase(folder)]) {
  const way = base.startsWith('http') ? 'http' : 'disk';
  const visit = visitor(browser, report, base, way, { timeout: 10000 });

  for (const script of [false, true]) {
    const how = script ? 'with script' : 'without script';
    // A sheet of A4 without its margins is 673 pixels wide.
    for (const [path, practices, address] of [[city, 3, 'https://praxis.example/es/practicas/refugios-climaticos-en-las-escuelas.html'], [theme, 9, 'https://praxis.example/fr/pratiques/fresques-collectives.html'], [edition, 3, 'https://praxis.example/en/practices/womens-networks-without-violence.html']]) {
      await visit(`she prints ${path} ${how}`, path, async (page) => {
        expect((await button(page).isVisible()) === script, 'the dossier is offered where it works');
        for (const format of script ? [] : ['A4', 'Letter']) {
          const count = sheets(await page.pdf({ format }));
          expect(count > 0 && count <= 5, `it takes ${count} sheets of ${format}`);
        }
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        const left = await texts(page.locator(':is(nav, button, form, input, select, .tools, .improve, .card__themes):visible'));
        expect(left.length === 0, `no menu, button or tray is printed: ${left}`);
        const cards = page.locator('.card[data-practice]');
        expect((await cards.count()) === practices, 'every practice is there');
        const boxes = await Promise.all((await cards.all()).map((card) => card.boundingBox()));
        const whole = await page.locator('.cards').first().boundingBox();
        expect(boxes.every((box) => Math.abs(box.width - whole.width) < 1), 'each as wide as the sheet');
        expect(boxes.every((box, at) => at === 0 || box.y >= boxes[at - 1].y + boxes[at - 1].height), 'one below the other');
        expect(await page.getByText(address, { exact: true }).isVisible(), 'with its address in full');
        const foot = await page.locator('.site-footer').innerText();
        expect(['CC-BY-4.0', 'Praxis', '2026.11'].every((word) => foot.includes(word)), `licence, publisher and release: ${foot}`);
        expect(await page.locator(`.site-footer a[href="https://praxis.example/${path}"]`).isVisible(), 'and the address of the page');
        expect(await page.locator('.brand__name').isVisible() && (await page.locator('.facts-panel').isVisible()), 'the bank and the facts');
        if (!script) return;
        const inks = await page.locator('h1, .card__title a, .card__summary').evaluateAll((all) => all.map((one) => getComputedStyle(one).color));
        expect(inks.every((ink) => ink === 'rgb(0, 0, 0)'), 'black, whatever the scheme');
        expect((await page.evaluate(() => getComputedStyle(document.querySelector('.page-head'), '::after').display)) === 'none', 'no pattern is drawn');
        const split = await page.locator('.card').evaluateAll((all) => all.filter((one) => getComputedStyle(one).breakInside !== 'avoid').length);
        expect(split === 0, 'no card is parted by a sheet');
      }, { script, options: { viewport: { width: 673, height: 900 } } });
    }
  }

  await visit('a practice that is not described yet keeps its city on paper', 'fr/prix/educating-cities-award.2020.html', async (page) => {
    await page.emulateMedia({ media: 'print' });
    const places = await texts(page.locator('.card:not([data-practice]) .card__themes:visible'));
    expect(places.join() === 'Anadia,Cañada de Gómez,Montevideo,Santarém,Suseong-gu,Vila Nova de Famalicão', `they are: ${places}`);
  }, { script: false });

  await visit('she makes a dossier by keyboard and closes it again', edition, async (page) => {
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    expect(!asked.some((url) => /later\./.test(url)), 'nothing of it is loaded before');
    await page.evaluate(() => {
      window.said = [];
      const live = document.querySelector('[data-part="dossier"] [role="status"]');
      new MutationObserver(() => window.said.push(live.textContent)).observe(live, { childList: true });
    });
    expect((await button(page).innerText()) === 'Dossier to print', 'the button says what it makes');
    await button(page).focus();
    await page.keyboard.press('Enter');
    await opened(page);
    expect((await page.evaluate(() => window.said)).join('|') === 'Texts: 0 of 3|Texts: 1 of 3|Texts: 2 of 3|Texts: 3 of 3|', 'it says how far it is');
    expect((await status(page).innerText()) === 'The dossier is ready to print.', 'and when it is done');
    expect((await page.evaluate(() => document.activeElement.textContent)) === 'Educating Cities Award 2018', 'the focus is on its heading');
    const cover = await page.locator('.dossier__cover').innerText();
    expect(['Good-practice bank of educating', 'Dossier of practices', 'Practices: 3', `https://praxis.example/${edition}`, 'CC-BY-4.0', 'Praxis', 'Release 2026.11, 21 November 2026'].every((word) => cover.toLowerCase().includes(word.toLowerCase())), `the cover says where it comes from: ${cover}`);
    const contents = await texts(page.locator('.dossier__contents li'));
    expect(contents.join('|') === "Regeneration of the old downtown Gunsan|Women’s Networks without Violence (Redes de Mujeres sin Violencia) León|Our Neighbourhood, Our City Setúbal", `titles and cities: ${contents}`);
    const headings = await page.locator(':is(h1, h2, h3, h4, h5, h6):visible').evaluateAll((all) => all.filter((one) => one.closest('main')).map((one) => Number(one.localName[1])));
    expect(headings[0] === 1 && headings.filter((level) => level === 1).length === 1 && headings.every((level, at) => at === 0 || level <= headings[at - 1] + 1), `headings go down one step at a time: ${headings}`);
    expect(headings.filter((level) => level === 2).length === 4, 'contents and three practices');
    const twice = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((one) => one.id).filter((id, at, all) => all.indexOf(id) !== at));
    expect(twice.length === 0, `no anchor is there twice: ${twice}`);
    const second = page.locator('.dossier__practice').nth(1);
    for (const part of ['.facts-panel .facts__item', '.prose__text', '.indicator', '.source', '.timeline__item', '.mark']) expect((await second.locator(part).count()) > 0, `${part} has come along`);
    expect((await second.locator('.citation, .related, #part-trust, button, .u-no-print').count()) === 0, 'tools and neighbours have not');
    const bound = await second.locator('a[href^="#"]').evaluateAll((all) => all.map((one) => [one.getAttribute('href'), Boolean(document.getElementById(one.hash.slice(1))?.closest('article') === one.closest('article'))]));
    expect(bound.length > 5 && bound.every(([href, there]) => href.startsWith('#p2-') && there), 'references lead to the sources of the same practice');
    const away = await second.locator('a[href]:not([href^="#"])').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(away.some((href) => href.startsWith(`${base}en/cities/`)) && away.every((href) => /^(https?|file|mailto):/.test(href)), `links lead where they led: ${away[0]}`);
    expect((await second.locator('.source__title [lang]').first().getAttribute('lang')) === 'es', 'foreign words say their language');
    await second.locator('a[href^="#p2-source"]').first().click();
    expect(page.url().includes('#p2-source-'), 'a reference can be followed');
    await page.evaluate(() => { window.print = () => { window.printed = (window.printed ?? 0) + 1; }; });
    await page.getByRole('button', { name: 'Print' }).press('Enter');
    expect((await page.evaluate(() => window.printed)) === 1, 'the button prints');
    await page.getByRole('button', { name: 'Close the dossier' }).press('Enter');
    expect(await button(page).evaluate((one) => one === document.activeElement), 'the focus is back on the button');
    expect((await page.locator('.dossier').count()) === 0 && (await page.locator('.card').first().isVisible()), 'the page is as it was');
    await make(page);
    expect((await page.locator('.dossier').count()) === 1, 'it can be opened again');
  });

  await visit('every practice of a dossier begins on a new sheet', theme, async (page) => {
    await make(page);
    for (const format of ['A4', 'Letter']) {
      const count = sheets(await page.pdf({ format }));
      expect(count >= 10 && count <= 60, `a cover and nine practices take ${count} sheets of ${format}`);
    }
    await page.emulateMedia({ media: 'print' });
    const breaks = await page.locator('.dossier__practice').evaluateAll((all) => all.map((one) => getComputedStyle(one).breakBefore));
    expect(breaks.join() === Array(9).fill('page').join(), 'each on a sheet of its own');
    const seen = await page.locator('main > :visible').evaluateAll((all) => all.map((one) => one.className));
    expect(seen.join() === 'l-centre dossier' && !(await page.locator('.site-header, .site-footer, .dossier__bar').first().isVisible()), `nothing but the dossier is printed: ${seen}`);
    expect((await page.locator('h1:visible').innerText()) === 'Culture et arts', 'under the title of the page');
  }, { options: { colorScheme: 'dark' } });

  await visit('where a practice comes from comes along', 'es/ciudades/cork-ie.html', async (page) => {
    await make(page);
    expect((await texts(page.locator('.dossier .lineage__node'))).join() === 'Limerick Limerick,Belfast Belfast,Dublin Dublín,Swansea Swansea', 'and where it went');
  });

  await visit('a list that she has narrowed gives a dossier of what is left', 'es/temas/culture-arts.html', async (page) => {
    await page.getByRole('button', { name: 'Filtrar' }).click();
    await page.locator('.facet__name', { hasText: 'País' }).click();
    await page.locator('.facet__value', { hasText: /^Colombia/ }).click();
    await page.locator('.hit:only-child').waitFor();
    await make(page);
    expect((await texts(page.locator('.dossier__practice h2'))).join() === 'Aquí vive la cultura: la Red CATUL', 'one practice');
  });

  for (const [size, options, scale] of [['on a phone', { viewport: { width: 320, height: 640 } }, '100%'], ['with letters twice as large', { viewport: { width: 1280, height: 800 } }, '200%'], ['in forced colours', { viewport: { width: 390, height: 800 }, forcedColors: 'active' }, '100%']]) {
    await visit(`${size} a dossier is no wider than the screen`, city, async (page) => {
      await page.evaluate((size_of) => { document.documentElement.style.fontSize = size_of; }, scale);
      await make(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width <= options.viewport.width, `it is ${width} wide`);
      await page.getByRole('button', { name: 'Cerrar el dossier' }).click();
    }, { options });
  }
}

// What is not there, and what a damaged or hostile page could answer.
const changed = async (name, path, pattern, act, run) =>
  report.scenario(name, async () => {
    const { page, close } = await openPage(browser, { script: true, base: server.base });
    page.setDefaultTimeout(15000);
    await page.route(pattern, act);
    await page.goto(server.base + path);
    await run(page);
    await close();
  });
const rewritten = (change) => async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.text()) });
};

await changed('a text that does not come is told, with its address; the others are there', edition, '**/en/practices/old-downtown-*.html', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<p>nothing</p>' }), async (page) => {
  await make(page);
  expect((await status(page).innerText()) === 'The dossier is ready. Texts missing: 1 of 3.', 'it says how many are missing');
  expect((await page.locator('.dossier__practice').count()) === 2 && (await page.locator('.dossier__cover').innerText()).includes('Practices: 2'), 'two are there');
  const missing = await page.locator('.dossier__missing').innerText();
  expect(missing.startsWith('These texts could not be loaded') && missing.includes('Regeneration of the old downtown https://praxis.example/en/practices/old-downtown-regeneration.html'), `it names the third: ${missing}`);
});
await changed('words that do not come are told, and asked for again', edition, '**/later.*.js', (route) => route.abort(), async (page) => {
  await button(page).click();
  await page.getByText('The dossier could not be prepared.').waitFor();
  await page.unroute('**/later.*.js');
  await make(page);
});
await changed('of a list with several pages it says which part it is', city, `**/${city}`, rewritten((html) => html.replace('<section class="sources"', '').replace('</main>', '<nav class="pager u-no-print" aria-label="p"><p class="pager__label">Página 1 de 2</p></nav></main>')), async (page) => {
  await make(page);
  expect((await page.locator('.dossier__cover').innerText()).includes('Solo una parte de la lista: Página 1 de 2'), 'on the cover');
});
await changed('nothing but text, pictures and links comes from another page', edition, '**/en/practices/womens-networks-*.html', rewritten((html) => {
  const evil = '<div class="prose__text evil" onclick="window.evil = 3" style="color:red" data-part="tray"><script>window.evil = 1</' + 'script><img src="x" srcset="y" onerror="window.evil = 2"><svg></svg><iframe src="/"></iframe><form><input></form><a href="javascript:alert(1)">one</a><a href="../x.html#a">two</a><a href="#a">three</a><p id="a">A</p><h3>H</h3></div>';
  const lineage = '<section class="lineage" id="part-lineage"><h2 class="piece__heading">Lineage</h2><ul class="lineage__list"><li><a href="other.html">Other</a></li></ul></section>';
  return html.replace(/<div class="prose__text"[\s\S]*?<\/div>/, evil).replace('<section class="sources"', `${lineage}<section class="sources"`);
}), async (page) => {
  await make(page);
  const second = page.locator('.dossier__practice').nth(1), html = await second.locator('.prose').first().innerHTML();
  const kept = `<div class="prose__text"><img src="${server.base}en/practices/x"><a>one</a><a href="${server.base}en/x.html#a">two</a><a href="#p2-a">three</a><p id="p2-a">A</p><h4>H</h4></div>`;
  expect(html.replace(/\n/g, '').endsWith(kept), `what is left is harmless: ${html}`);
  expect((await second.locator('#p2-part-lineage a').getAttribute('href')) === `${server.base}en/practices/other.html`, 'where it comes from is there');
  expect((await page.evaluate(() => window.evil)) === undefined, 'no script of it has run');
});

await inBothSchemes(browser, server.base, report, async (page, clean) => {
  for (const path of [city, edition]) await clean(`the dossier of ${path}`, path, () => make(page));
});
await report.scenario('axe: a dossier in high contrast', async () => {
  const { page, close } = await openPage(browser, { script: true, base: server.base, options: { contrast: 'more', bypassCSP: true } });
  await page.goto(server.base + city);
  await make(page);
  await expectAccessible(page, city, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'best-practice'] } });
  await close();
});

await browser.close();
server.close();
report.end('dossiers');
