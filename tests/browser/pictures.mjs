// A record with pictures, as readers see it: sizes that fit, loaded when they come near, credited, with room kept
// for them. A small bank is built for it. usage: node pictures.mjs PROGRAM
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { expect, expectQuiet, fileBase, launch, openPage, Report, serve } from './support.mjs';

const program = resolve(process.argv[2] ?? 'build/praxis');
const checkout = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'praxis-pictures-'));
const report = new Report();

function crc32(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ -1) >>> 0;
}

// A PNG whose colours run from one corner to the other.
function drawn(width, height) {
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]), ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0, at = 0; y < height; y += 1) {
    at += 1;
    for (let x = 0; x < width; x += 1) for (const colour of [255 * x / width, 255 * y / height, 128]) rows[at++] = colour;
  }
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

// The plaza stands on top of the record, the plan at the end of a long text.
cpSync(join(checkout, 'tests/cases/base/content'), join(work, 'content'), { recursive: true });
const record = join(work, 'content/practices/redes');
const image = (file, alt) => `  - {file: ${file}, credit: Ana Ruiz, license: CC-BY-4.0, alt: ${alt}, people: none}\n`;
const text = readFileSync(join(record, 'es.md'), 'utf8');
const long = Array.from({ length: 120 }, (_, i) => `Una frase que ocupa lugar en la página, la número ${i}, y otra que la sigue.`).join('\n\n');
writeFileSync(join(record, 'es.md'), text.replace('status: active\n', `status: active\nimages:\n${image('plaza.png', 'La plaza')}${image('plano.png', 'El plano')}`)
  .replace('Reunirse.', `Reunirse.\n\n${long}\n\n![El plano](plano.png)`));
const english = readFileSync(join(record, 'en.md'), 'utf8');
writeFileSync(join(record, 'en.md'), english.replace('translation:', 'images: {plaza.png: {alt: The square}, plano.png: {alt: The plan}}\ntranslation:'));
writeFileSync(join(record, 'plaza.png'), drawn(2400, 1600));
writeFileSync(join(record, 'plano.png'), drawn(1200, 800));
const built = spawnSync(program, ['build', '--quiet', '--source', work, '--output', join(work, 'public'), '--cache', 'none'], { encoding: 'utf8' });
if (built.status !== 0) throw new Error(built.stderr);

const server = await serve(join(work, 'public'));
const browser = await launch();
const path = 'es/practicas/redes.html';

const visit = async (name, { base = server.base, script = true, options = {} }, run) =>
  report.scenario(name, async () => {
    const { page, complaints, close } = await openPage(browser, { script, base, options });
    const asked = [];
    page.on('request', (request) => { if (request.url().includes('/files/')) asked.push(request.url()); });
    try {
      await page.goto(base + path);
      await run(page, asked);
      expectQuiet(complaints);
    } finally {
      await close();
    }
  });
const shown = (page) => page.locator('.images__image').first().evaluate((one) => one.currentSrc.match(/plaza\.\w+-(\d+)\.(\w+)$/).slice(1).join(' '));
const screens = [
  ['a phone', { viewport: { width: 390, height: 844 } }, '480 webp'],
  ['a sharp phone', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }, '960 webp'],
  ['a desk', { viewport: { width: 1280, height: 900 } }, '960 webp'],
  ['a sharp desk', { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 2 }, '1440 webp'],
];

for (const base of [server.base, fileBase(join(work, 'public'))]) {
  const way = base.startsWith('http') ? 'http' : 'disk';
  for (const [screen, options, wanted] of screens) {
    await visit(`${screen} loads the size that fits it (${way})`, { base, options }, async (page, asked) => {
      expect((await shown(page)) === wanted, `${wanted} is shown, but: ${await shown(page)}`);
      expect(asked.filter((url) => url.includes('plaza')).length === 1, `once: ${asked}`);
    });
  }
}

// Where everything stands while the pictures are still on their way, and when they have come.
for (const [screen, options] of screens) {
  await report.scenario(`nothing moves when the pictures come on ${screen}`, async () => {
    const { page, close } = await openPage(browser, { script: true, base: server.base, options });
    let release;
    const wait = new Promise((go) => { release = go; });
    await page.route('**/files/**', async (route) => { await wait; await route.continue(); });
    try {
      await page.goto(server.base + path, { waitUntil: 'domcontentloaded' });
      await page.waitForTimeout(300);
      const boxes = () => page.evaluate(() => [...document.querySelectorAll('main *')].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join();
      }).join(' '));
      const before = await boxes();
      release();
      await page.locator('main img').last().scrollIntoViewIfNeeded();
      await page.waitForFunction(() => [...document.querySelectorAll('main img')].every((one) => one.complete && one.naturalWidth > 0));
      await page.evaluate(() => scrollTo(0, 0));
      expect((await boxes()) === before, 'everything stands where it stood');
      const ratios = await page.locator('main img:not(.images__image)').evaluateAll((all) => all.map((one) => one.clientWidth / one.clientHeight));
      expect(ratios.length > 0 && ratios.every((ratio) => Math.abs(ratio - 1.5) < 0.02), `no picture is out of shape: ${ratios}`);
    } finally {
      await close();
    }
  });
}

await visit('a picture far below waits until she comes near', { options: { viewport: { width: 390, height: 844 } } }, async (page, asked) => {
  await page.waitForTimeout(300);
  const far = page.locator('img[alt="El plano"]').last();
  expect((await far.getAttribute('loading')) === 'lazy', 'it is asked for late');
  expect(!(await far.evaluate((one) => one.complete && one.naturalWidth > 0)), 'it is not there yet');
  const before = asked.length;
  await far.scrollIntoViewIfNeeded();
  await page.waitForFunction((one) => one.complete && one.naturalWidth > 0, await far.elementHandle());
  expect(asked.length > before, 'and is loaded when she comes');
});

for (const script of [true, false]) {
  await visit(`who took a picture stands beside it, with${script ? '' : 'out'} script`, { script }, async (page) => {
    const figure = page.locator('figure').first();
    expect((await figure.locator('.images__credit').innerText()).includes('Ana Ruiz'), 'her name');
    expect(await figure.getByRole('img', { name: 'La plaza' }).isVisible(), 'what is to be seen is said');
  });
}

await browser.close();
server.close();
rmSync(work, { recursive: true });
report.end('pictures in the browser');
