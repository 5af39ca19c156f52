// People send something in: each language's form is filled, over http, from disk and in one file, and what it
// makes goes through `praxis receive` and `praxis check`. usage: node contribute.mjs PROGRAM PUBLIC
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, expectQuiet, fileBase, launch, openPage, Report, serve } from './support.mjs';

const program = resolve(process.argv[2] ?? 'build/praxis');
const folder = resolve(process.argv[3] ?? 'public');
const checkout = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'praxis-contribute-'));
const report = new Report();
const server = await serve(folder);
const browser = await launch();

// One small picture, and a story told in three languages with what a hostile or hurried hand may write.
const picture = join(work, 'La Plaza.PNG');
writeFileSync(picture, Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
const stories = {
  es: {
    page: 'es/aportar/practicas.html', title: 'La plaza de los niños: "un día" # sin coches', id: 'la-plaza-de-los-ninos-un-dia-sin-coches', city: 'León, México', theme: 'Infancia',
    words: { title: 'Título', source: 'Fuentes', summary: 'Resumen', start: 'Inicio', status: 'Situación', name: 'Nombre', context: 'Contexto y problema', sender: 'Su nombre', office: 'Su oficina', email: 'Su dirección de correo' },
    status: 'en marcha', reply: 'Gracias por «La plaza de los niños', problem: 'Antes de enviarlo'
  },
  en: {
    page: 'en/contribute/practices.html', title: 'Play streets: <script>alert(1)</script> & more', id: 'play-streets-script-alert-1-script-more', city: 'Cork, Ireland', theme: 'Childhood',
    words: { title: 'Title', source: 'Sources', summary: 'Summary', start: 'Start', status: 'Status', name: 'Name', context: 'Context and problem', sender: 'Your name', office: 'Your office', email: 'Your e-mail' },
    status: 'under way', reply: 'Thank you for “Play streets', problem: 'Before it can be sent'
  },
  fr: {
    page: 'fr/contribuer/pratiques.html', title: "L'école du quartier : oui, non, null", id: 'l-ecole-du-quartier-oui-non-null', city: 'Rennes, France', theme: 'Enfance',
    words: { title: 'Titre', source: 'Sources', summary: 'Résumé', start: 'Début', status: 'Situation', name: 'Nom', context: 'Contexte et problème', sender: 'Votre nom', office: 'Votre service', email: 'Votre adresse' },
    status: 'en cours', reply: 'Merci pour « L', problem: 'Avant de l’envoyer'
  }
};
const summary = 'no\n- [x] {a: b} "c" \\ *&anchor !tag | > % @ ` \t y más: una plaza cerrada al tráfico cada domingo para que jueguen los niños.';
const hostile = '# Not a heading\n\n---\n\n<img src=x onerror=alert(1)> and <b>bold</b>, see <https://example.org/>.\n\nTitle\n=====\n\n- one [^s1]\n- **two**\u202E\u0000';

const key = (page, name) => page.locator(`[data-key="${name}"]`).first();
const box = (page, name) => key(page, name).locator('input, textarea, select').first();

async function fill(page, story) {
  page.setDefaultTimeout(8000);
  await box(page, 'title').fill(story.title);
  await box(page, 'summary').fill(summary);
  await box(page, 'cities').fill(story.city);
  await box(page, 'themes').selectOption({ label: story.theme });
  await box(page, 'start').fill('2019-03');
  await box(page, 'status').selectOption('active');
  await key(page, 'organisation').locator('[data-key="name"] input').fill('Office: "Learning" #1');
  await key(page, 'sources').locator('[data-key="title"] input').fill('Report – 2020: results');
  await box(page, 'context').fill(hostile);
  await page.locator('details[data-fold="images"] > summary').click();
  const images = page.locator('details[data-fold="images"]');
  await images.locator('button').last().click();
  await images.locator('input[type="file"]').setInputFiles(picture);
  await images.locator('[data-key="credit"] input').fill('Ayuntamiento');
  await images.locator('[data-key="license"] input').fill('CC-BY-4.0');
  await images.locator('[data-key="alt"] textarea').fill('Children in a square');
  await images.locator('[data-key="people"] select').selectOption('none');
  const you = page.locator('[data-panel="you"]');
  await you.locator('[data-key="name"] input').fill('Ana Ruiz');
  await you.locator('[data-key="office"] input').fill('Oficina: educación');
  await you.locator('[data-key="email"] input').fill('ana.ruiz@leon.example');
  for (const promise of await page.locator('[data-panel="declare"] input').all()) await promise.check();
}

const receive = (bank, ...files) => spawnSync(program, ['receive', '--source', bank, '--lang', 'en', '--cache', 'none', ...files], { encoding: 'utf8' });

async function sent(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-way="send"]').click()]);
  const path = join(work, `${name}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return { path, file: download.suggestedFilename() };
}

const ways = [
  { name: 'http', base: server.base, address: (language) => stories[language].page },
  { name: 'disk', base: fileBase(folder), address: (language) => stories[language].page },
  { name: 'one file', base: fileBase(work), address: (language) => `practice.${language}.html` }
];
for (const language of ['es', 'en', 'fr']) cpSync(join(folder, `contribute/practice.${language}.html`), join(work, `practice.${language}.html`));

for (const way of ways) {
  for (const [language, story] of Object.entries(stories)) {
    const visit = async (name, run, options = {}) =>
      report.scenario(`${name} (${language}, ${way.name})`, async () => {
        const { page, complaints, close } = await openPage(browser, { script: true, base: way.base, options });
        try {
          await page.goto(way.base + way.address(language));
          await page.locator('.form:not([hidden])').waitFor();
          await run(page);
          expectQuiet(complaints.filter((one) => !one.includes('blob:')));
        } finally {
          await close();
        }
      });

    await visit('an officer sends a practice, and the editors place it', async (page) => {
      await page.locator('[data-way="send"]').click();
      expect((await page.locator('.form__summary').innerText()).startsWith(story.problem), 'what is missing is said first');
      expect((await page.locator('.form__problems a').count()) >= 12, 'each thing that is missing is named');
      await fill(page, story);
      const { path, file } = await sent(page, `${way.name[0]}-${language}`);
      expect(file === `${story.id}.praxis.zip`, `the package is named after the title: ${file}`);
      const mail = await page.locator('.form__after a').getAttribute('href');
      expect(mail.startsWith('mailto:editors@praxis.example?subject=') && decodeURIComponent(mail).includes(file), 'the message is ready');
      const bank = join(work, `bank-${way.name[0]}-${language}`);
      cpSync(join(checkout, 'content'), join(bank, 'content'), { recursive: true });
      const first = receive(bank, path);
      expect(first.status === 0, `it is placed and nothing is wrong with it: ${first.stdout.slice(0, 1500)} ${first.stderr}`);
      expect(first.stdout.includes(story.reply), `the reply is in her language: ${first.stdout.slice(-900)}`);
      const record = readFileSync(join(bank, `content/practices/${story.id}/${language}.md`), 'utf8');
      expect(record.includes('review: {state: submitted}') && record.includes('start: 2019-03'), 'it waits as submitted');
      expect(record.includes('\\<img src=x') && record.includes('### Not a heading') && !record.includes('\u202e'), 'what could do harm is text');
      expect(existsSync(join(bank, `content/practices/${story.id}/la-plaza.png`)), 'the picture lies beside it');
      const before = readFileSync(join(bank, `content/practices/${story.id}/${language}.md`));
      const again = receive(bank, path);
      expect(again.status === 1 && again.stdout.includes('[A107]'), 'the same package is not placed twice');
      expect(before.equals(readFileSync(join(bank, `content/practices/${story.id}/${language}.md`))), 'nothing was overwritten');
    });
  }
}

for (const base of [server.base, fileBase(folder)]) {
  const way = base.startsWith('http') ? 'http' : 'disk';
  const visit = async (name, script, run, options = {}) =>
    report.scenario(`${name} (${way})`, async () => {
      const { page, complaints, close } = await openPage(browser, { script, base, options });
      try {
        await run(page);
        expectQuiet(complaints.filter((one) => !one.includes('blob:')));
      } finally {
        await close();
      }
    });
  const open = async (page, path = stories.en.page) => {
    await page.goto(base + path);
    await page.locator('.form:not([hidden])').waitFor();
  };

  await visit('she goes on with her draft, and deletes it from the computer', true, async (page) => {
    await open(page);
    await box(page, 'title').fill('Half a story');
    await box(page, 'cities').fill('Cork, Ireland');
    await key(page, 'sources').getByRole('button', { name: /^Add/ }).click();
    await key(page, 'sources').locator('[data-key="title"] input').nth(1).fill('Second source');
    await page.getByText('The draft is kept on this computer.').waitFor();
    await open(page);
    expect((await box(page, 'title').inputValue()) === 'Half a story' && (await box(page, 'cities').inputValue()) === 'Cork, Ireland', 'the draft is there again');
    expect((await key(page, 'sources').locator('[data-key="title"] input').nth(0).inputValue()) === 'Second source', 'with its sources');
    expect((await key(page, 'sources').innerText()).includes('[^s2]'), 'and their numbers, which the text may name');
    await page.getByRole('button', { name: 'Delete from this computer' }).click();
    expect((await box(page, 'title').inputValue()) === '', 'the form is empty');
    expect((await page.evaluate(() => localStorage.length)) === 0, 'nothing is left');
  });

  await visit('she sees at once what is wrong, in the words of the check', true, async (page) => {
    await open(page);
    await box(page, 'start').fill('last year');
    await box(page, 'start').blur();
    expect((await key(page, 'start').innerText()).includes('last year is not a date (Beginning)'), 'a date that is none');
    await box(page, 'summary').fill('Too short.');
    await box(page, 'summary').blur();
    expect((await key(page, 'summary').innerText()).includes('Summary has 10 characters; it needs at least 80'), 'a summary that is too short');
    await box(page, 'cities').fill('Atlantis');
    await box(page, 'cities').blur();
    expect((await key(page, 'cities').innerText()).includes('not in the bank yet'), 'a city that the bank does not know is a remark');
  });

  await visit('the preview shows texts, never elements of hers', true, async (page) => {
    await open(page);
    await fill(page, stories.en);
    await page.getByRole('button', { name: 'Show the preview' }).click();
    const preview = page.locator('.form__preview');
    expect((await preview.innerText()).includes('<script>alert(1)</script>'), 'the title is a text');
    expect((await preview.locator('img, script, b').count()) === 0, 'no element came from the text');
    expect((await preview.locator('strong').innerText()) === 'two', 'Markdown is read');
  });

  await visit('the repository gets short records in the address, long ones by the clipboard', true, async (page) => {
    await open(page);
    await fill(page, stories.en);
    const link = page.locator('[data-way="forge"]');
    await page.evaluate(() => document.addEventListener('click', (event) => event.target.matches('[data-way="forge"]') && event.preventDefault()));
    await link.click();
    const short = await link.getAttribute('href');
    expect(short.startsWith(`https://forge.example/praxis/praxis/new/main/content/practices/${stories.en.id}?filename=en.md&value=---`), `the address of a new file: ${short.slice(0, 160)}`);
    await box(page, 'context').fill('A long story. '.repeat(500));
    await link.click();
    expect(!(await link.getAttribute('href')).includes('value='), 'a long record is not in the address');
  }, way === 'http' ? { permissions: ['clipboard-read', 'clipboard-write'] } : {});

  await visit('without script the page says how to write the file by hand', false, async (page) => {
    await page.goto(base + stories.fr.page);
    expect((await page.locator('main').innerText()).includes('Le formulaire a besoin de JavaScript'), 'it says why there is no form');
    expect((await page.locator('#by-hand a').first().getAttribute('href')) === '../../contribute/practice.fr.md', 'it offers the file to fill in');
  });

  await visit('on a phone no form is wider than the screen', true, async (page) => {
    for (const name of ['practices', 'bulletins', 'declarations', 'cities', 'awards', 'networks', 'events', 'themes', 'organisations', 'clusters', 'frames']) {
      await open(page, `en/contribute/${name}.html`);
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
      for (const button of await page.locator('.form__group > .button').all()) if (await button.isVisible()) await button.click();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width <= 320, `${name} is ${width} wide`);
    }
  }, { viewport: { width: 320, height: 640 } });
}

await report.scenario('a YAML kind is sent and placed as well', async () => {
  const { page, complaints, close } = await openPage(browser, { script: true, base: server.base });
  await page.goto(`${server.base}en/contribute/cities.html`);
  await page.locator('.form:not([hidden])').waitFor();
  await key(page, 'names').locator('input, textarea').first().fill('Atlantis: the city');
  await box(page, 'kind').selectOption('city');
  await box(page, 'country').fill('IE');
  const you = page.locator('[data-panel="you"]');
  await you.locator('[data-key="name"] input').fill('Ana Ruiz');
  await you.locator('[data-key="office"] input').fill('City office');
  await you.locator('[data-key="email"] input').fill('office@cork.example');
  for (const promise of await page.locator('[data-panel="declare"] input').all()) await promise.check();
  const { path } = await sent(page, 'city');
  const bank = join(work, 'bank-city');
  cpSync(join(checkout, 'content'), join(bank, 'content'), { recursive: true });
  const run = receive(bank, path);
  expect(run.status === 0, `it is placed: ${run.stdout} ${run.stderr}`);
  expect(readFileSync(join(bank, 'content/cities/atlantis-the-city.yaml'), 'utf8').includes('en: "Atlantis: the city"'), 'in its file');
  expectQuiet(complaints.filter((one) => !one.includes('blob:')));
  await close();
});

await report.scenario('what a form loads stays small', async () => {
  const weigh = (path) => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;
  const script = weigh('contribute/form.js');
  expect(script <= 12 * 1024, `the script of the form is ${script} bytes, compressed`);
  const all = script + weigh('contribute/lists.es.js') + weigh('contribute/practice.es.js');
  expect(all <= 30 * 1024, `the form of a practice is ${all} bytes, compressed`);
});

await browser.close();
server.close();
rmSync(work, { recursive: true });
report.end('browser contribute');
