// Citing, sharing, reading in two languages and comparing: over http and from disk, with script and without.
// usage: node reading.mjs PUBLIC
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { becomes, expect, fileBase, inBothSchemes, launch, openPage, Report, serve, visitor } from './support.mjs';

const folder = resolve(process.argv[2] ?? 'public');
const report = new Report();
const server = await serve(folder);
const browser = await launch();
const record = 'es/practicas/redes-de-mujeres-sin-violencia.html';
const three = 'practices=redes-mujeres-leon,red-catul-medellin,housing-first-lisbon';
const heading = 'Redes de Mujeres sin Violencia';

const beside = (page) => page.locator('.beside__other .prose__text').first().waitFor();
const compared = (page) => page.locator('.comparison__table').waitFor();
const columns = async (page) => (await page.locator('.comparison__title').allInnerTexts()).map((text) => text.trim());

for (const base of [server.base, fileBase(folder)]) {
  const way = base.startsWith('http') ? 'http' : 'disk';
  const visit = visitor(browser, report, base, way);
  // What the page would put on the clipboard, or hand to the device.
  const listening = (page) => page.addInitScript(() => {
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied.push(text); } } });
    Object.defineProperty(navigator, 'share', { value: async (what) => { window.shared = what; } });
  });

  await visit('without script she can cite, and is told what she misses', record, async (page) => {
    const text = await page.locator('.citation__text').innerText();
    expect(text.startsWith('Instituto Municipal de las Mujeres de León, «Redes de Mujeres sin Violencia», León, México, en Banco'), `it is cited: ${text}`);
    expect(text.includes('2026.11') && text.endsWith('https://praxis.example/es/practicas/redes-de-mujeres-sin-violencia.html'), 'with release and address');
    await page.getByText('Para gestores de referencias').click();
    expect((await page.locator('.citation pre').first().innerText()).startsWith('@misc{redes-mujeres-leon,'), 'BibTeX can be taken by hand');
    expect((await page.getByRole('link', { name: 'Enviar por correo' }).getAttribute('href')).startsWith('mailto:?subject=Redes%20de'), 'a letter needs no script');
    expect((await page.locator('.citation button:visible, .tools select:visible, .tick:visible, .tray:visible').count()) === 0, 'nothing is there that would not work');
    await page.goto(`${base}es/comparar.html`);
    expect(await page.getByText('La comparación necesita JavaScript').isVisible(), 'the comparison says what it needs');
    await page.getByRole('main').getByRole('link', { name: 'Prácticas', exact: true }).click();
    expect((await page.locator('h1').innerText()) === 'Prácticas', 'and leads to the lists');
  }, { script: false });

  await visit('she copies a citation and saves another by keyboard', record, async (page) => {
    await page.getByText('Para gestores de referencias').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Guardar redes-mujeres-leon.ris' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Copiado').waitFor();
    const [copied] = await page.evaluate(() => window.copied);
    expect(copied.includes('title = {{Redes de Mujeres sin Violencia}}') && copied.includes("Le{\\'{o}}n"), 'BibTeX is on the clipboard');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Guardar redes-mujeres-leon.ris' }).press('Enter');
    const saved = await coming;
    expect(saved.suggestedFilename() === 'redes-mujeres-leon.ris', 'the file has the name of the record');
    const ris = readFileSync(await saved.path(), 'utf8');
    expect(ris.startsWith('TY  - ELEC\r\nAU  - Instituto') && ris.endsWith('\r\nER  - \r\n'), 'its lines end as they should');
    const [item] = JSON.parse(await page.locator('.citation pre').last().textContent());
    expect(item.id === 'redes-mujeres-leon' && item.author[0].literal.startsWith('Instituto'), 'CSL-JSON can be read');
  }, { prepare: listening });

  await visit('she shares the page as she sees it, with nobody in between', `${record}?beside=fr`, async (page) => {
    const wanted = way === 'http' ? `${base}${record}?beside=fr` : `https://praxis.example/${record}?beside=fr`;
    await page.getByRole('button', { name: 'Copiar la dirección' }).click();
    await becomes(() => page.evaluate(() => window.copied), (all) => all[0] === wanted, `${wanted} is copied`);
    await page.getByRole('button', { name: 'Compartir…' }).click();
    const shared = await becomes(() => page.evaluate(() => window.shared), Boolean, 'the device is asked');
    expect(shared.title === heading && shared.url === wanted, 'for title and address');
  }, { prepare: listening });

  await visit('she reads a record in two languages, section by section', record, async (page) => {
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.waitForTimeout(200);
    expect(!asked.some((url) => /later\.|\/fr\//.test(url)), 'nothing of it is loaded before');
    await page.getByLabel('Leer en dos lenguas').focus();
    await page.getByLabel('Leer en dos lenguas').selectOption('fr');
    await beside(page);
    expect(page.url().endsWith('?beside=fr'), 'the address knows it');
    expect((await page.evaluate(() => document.activeElement.tagName)) === 'SELECT', 'the keyboard is where it was');
    const rows = await page.locator('.beside').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => [cell.querySelector('h2')?.textContent, cell.querySelector('.prose__text')?.lang, Math.round(cell.querySelector('h2')?.getBoundingClientRect().top ?? 0)])));
    expect(rows[0][0][0] === 'Contexto y problema' && rows[0][1][0] === 'Contexte et problème', 'the sections stand beside each other');
    expect(rows.every(([one, other]) => one[2] === other[2]), 'at the same height');
    expect(rows.every(([, other]) => other[1] === 'fr'), 'in their language');
    const links = await page.locator('.beside__other a').evaluateAll((all) => all.map((link) => link.href));
    expect(links.length > 3 && links.every((url) => url.startsWith(`${base}fr/`) || url.startsWith('http')), 'its links lead where they led');
    await page.goBack();
    await becomes(() => page.locator('.beside').count(), (count) => count === 0, 'Back ends it');
    expect((await page.locator('.prose').count()) === rows.length, 'the page is as it was');
    await page.goForward();
    await beside(page);
    await page.reload();
    await beside(page);
    expect((await page.getByLabel('Leer en dos lenguas').inputValue()) === 'fr', 'and the address is enough');
    await page.getByLabel('Leer en dos lenguas').selectOption('en');
    await becomes(() => page.locator('.beside__other h2').first().innerText(), (text) => text === 'Context and problem', 'another language takes the place');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.beside__other .prose__text').first().isVisible() && !(await page.getByLabel('Leer en dos lenguas').isVisible()), 'both are printed, the controls are not');
  });

  await visit('she chooses practices on several pages and compares them', 'es/practicas/index.html', async (page) => {
    const tick = page.locator('.card[data-practice="red-catul-medellin"] .tick input');
    await tick.focus();
    await page.keyboard.press('Space');
    await page.getByText('Para comparar: 1 de 3').waitFor();
    await page.goto(base + record);
    await page.getByRole('checkbox', { name: `Comparar ${heading}` }).check();
    await page.goto(`${base}es/buscar.html?q=vivienda+lisboa`);
    await page.locator('.hit[data-practice="housing-first-lisbon"] .tick input').check();
    await page.getByText('Para comparar: 3 de 3').waitFor();
    await page.goto(`${base}es/practicas/index.html`);
    expect(await tick.isChecked(), 'the first is still chosen');
    const fourth = page.locator('.card:not([data-practice="red-catul-medellin"]) .tick input').first();
    await fourth.click();
    await page.getByText('No caben más de 3').waitFor();
    expect(!(await fourth.isChecked()), 'a fourth is not taken');
    await page.locator('.tray').getByRole('link', { name: 'Comparar' }).press('Enter');
    await compared(page);
    expect((await columns(page)).join('|').startsWith('Aquí vive la cultura'), 'they stand in the order of the choice');
    expect(page.url().endsWith('?practices=red-catul-medellin,redes-mujeres-leon,housing-first-lisbon'), 'the address names them');
    const labels = await page.getByRole('rowheader').allInnerTexts();
    const place = (label) => labels.findIndex((one) => one.trim() === label);
    expect(place('Resumen') === 0 && place('Ciudad') < place('En cifras') && place('En cifras') < place('Contexto y problema') && place('Contexto y problema') < place('Resultados'), `facts, figures, sections: ${labels}`);
    expect((await page.getByRole('row', { name: /^Ciudad/ }).getByRole('cell').allInnerTexts()).join() === 'Medellín,León,Lisboa', 'a row speaks of one thing');
    expect((await page.locator('a[hreflang="fr"]').first().getAttribute('href')).endsWith('?practices=red-catul-medellin,redes-mujeres-leon,housing-first-lisbon'), 'so does the way to French');
    await page.getByRole('button', { name: /^Quitar Aquí vive/ }).press('Enter');
    await becomes(() => columns(page), (all) => all.length === 2, 'one goes');
    await page.goBack();
    await becomes(() => columns(page), (all) => all.length === 3, 'Back returns it');
    await page.locator('a[hreflang="fr"]').first().click();
    await becomes(() => columns(page), (all) => all.length === 3 && all[1].startsWith('Réseaux de femmes'), 'the same in French');
  });

  await visit('an address that was shared shows the same practices', `en/compare.html?${three}`, async (page) => {
    await compared(page);
    expect((await columns(page)).length === 3, 'three columns');
    await page.goto(`${base}en/practices/index.html`);
    await page.getByText('To compare: 3 of 3').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.locator('.tray').isHidden(), 'she clears the choice');
    await page.goto(`${base}en/compare.html`);
    await page.getByText('There is nothing to compare yet').waitFor();
    await page.goto(`${base}en/compare.html?practices=..%2F..%2Findex,javascript:alert(1),red-catul-medellin,red-catul-medellin`);
    await compared(page);
    expect((await columns(page)).length === 1, 'what is no practice, or twice there, is left out');
    await page.getByText('Choose at least one more').waitFor();
    await page.goto(`${base}en/compare.html?practices=bibio-granollers`);
    await page.locator('.comparison__table .prose__stale').waitFor();
    expect((await page.locator('.comparison__table .prose__stale').innerText()).length > 20, 'what is known but not described says so');
  });

  await visit('a comparison is printed across the sheet', `en/compare.html?${three}`, async (page) => {
    await compared(page);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width, height] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/).map(Number);
    expect(Math.round(width) === 842 && Math.round(height) === 595, `the sheet is ${width} by ${height}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.comparison__table').isVisible() && (await page.locator('main button:visible').count()) === 0, 'without its controls');
  });

  for (const [size, options, scale] of [['on a phone', { viewport: { width: 320, height: 640 } }, '100%'], ['with letters twice as large', { viewport: { width: 1280, height: 800 } }, '200%'], ['in forced colours', { viewport: { width: 390, height: 800 }, forcedColors: 'active', reducedMotion: 'reduce' }, '100%']]) {
    await visit(`${size} nothing is wider than the screen`, `${record}?beside=fr`, async (page) => {
      const fits = async (what) => {
        await page.evaluate((size_of) => { document.documentElement.style.fontSize = size_of; }, scale);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width <= options.viewport.width, `${what} is ${width} wide`);
      };
      await beside(page);
      await page.getByText('Para gestores de referencias').click();
      await page.locator('.citation pre').last().waitFor();
      await fits('the record');
      await page.goto(`${base}es/comparar.html?${three}`);
      await compared(page);
      await fits('the comparison');
      await page.goto(`${base}es/practicas/index.html`);
      await page.locator('.tray').waitFor();
      await fits('the list');
    }, { options });
  }
}

// What a damaged or hostile page could answer, and what is not there.
const guarded = async (name, changed, run) =>
  report.scenario(name, async () => {
    const { page, close } = await openPage(browser, { script: true, base: server.base });
    page.setDefaultTimeout(8000);
    await page.route(changed.path, changed.act);
    await page.goto(`${server.base}${record}`);
    await page.getByLabel('Leer en dos lenguas').selectOption('fr');
    await run(page);
    await close();
  });
const french = '**/fr/pratiques/reseaux-*.html';
await guarded('nothing but text comes from another page', {
  path: french,
  act: async (route) => {
    const response = await route.fetch(), html = await response.text();
    const evil = '<p class="prose__stale">Ici l’original a changé.</p><div class="prose__text" lang="fr"><p onclick="alert(1)" style="color:red" id="main">Texte</p><script>window.evil = 1</' + 'script><img src="x" onerror="window.evil = 2"><svg><a href="#"/></svg><iframe src="https://evil.example/"></iframe><form><input></form><a href="javascript:alert(1)" target="_top">un</a><a href="../x.html#a">deux</a><math><mi>x</mi></math></div>';
    await route.fulfill({ response, body: html.replace(/<div class="prose__text"[\s\S]*?<\/div>/, evil) });
  },
}, async (page) => {
  await beside(page);
  const cell = page.locator('.beside__other').first(), html = await cell.locator('.prose__text').innerHTML();
  expect(html === `<p>Texte</p><img src="${server.base}fr/pratiques/x"><a>un</a><a href="${server.base}fr/x.html#a">deux</a>`, `what is left is harmless: ${html}`);
  expect((await cell.locator('.prose__stale').innerText()) === 'Ici l’original a changé.', 'what has changed is marked');
  expect((await page.evaluate(() => window.evil)) === undefined, 'no script of it has run');
});
await guarded('a section that only one language has stands alone, and says so', {
  path: french,
  act: async (route) => {
    const response = await route.fetch(), html = await response.text();
    const at = html.indexOf('<section class="prose"'), end = html.indexOf('</section>', at) + 10;
    await route.fulfill({ response, body: `${html.slice(0, at)}<section class="prose" id="other"><h2 class="prose__heading">Autre</h2><div class="prose__text"><p>Seul.</p></div></section>${html.slice(end).replace(/<section class="prose"[\s\S]*?<\/section>/, '')}` });
  },
}, async (page) => {
  await beside(page);
  const rows = await page.locator('.beside').evaluateAll((all) => all.slice(0, 4).map((row) => [...row.children].map((cell) => cell.querySelector('h2')?.textContent ?? cell.innerText.trim().split('\n').pop())));
  const missing = 'Este apartado no existe en esta lengua.';
  expect(JSON.stringify(rows) === JSON.stringify([[missing, 'Autre'], ['Contexto y problema', missing], ['Objetivos', missing], ['Población destinataria', 'Publics visés']]), `each has its place: ${JSON.stringify(rows)}`);
});
await guarded('a page that does not come is told', { path: french, act: (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<p>nothing</p>' }) }, async (page) => {
  await page.getByText('No se ha podido cargar el texto').waitFor();
  expect((await page.locator('.beside').count()) === 0 && (await page.locator('.prose').first().isVisible()), 'and hers stays as it is');
});
await guarded('a script that does not come is told, and asked for again', { path: '**/later.*.js', act: (route) => route.abort() }, async (page) => {
  await page.getByText('No se ha podido cargar el texto').waitFor();
  await page.unroute('**/later.*.js');
  await page.getByLabel('Leer en dos lenguas').selectOption('en');
  await beside(page);
});

await inBothSchemes(browser, server.base, report, async (page, clean) => {
  await clean('two languages, and the formats of a citation', `${record}?beside=fr`, async () => {
    await beside(page);
    await page.getByText('Para gestores de referencias').click();
    await page.getByRole('button', { name: /^Guardar/ }).last().waitFor();
  });
  await clean('nothing to compare', 'fr/comparer.html', () => page.getByText('Il n’y a encore rien').waitFor());
  await clean('three practices', `en/compare.html?${three}`, () => compared(page));
  await clean('a list with a choice', 'es/practicas/index.html', () => page.locator('.tray').waitFor());
});

await browser.close();
server.close();
report.end('reading, citing and comparing');
