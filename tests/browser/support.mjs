// A small server for the built site, and a browser in four ways: over http and from disk, with script
// and without.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { expect } from './report.mjs';

export { expect, Report } from './report.mjs';

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.xml': 'application/xml', '.txt': 'text/plain' };

// Serves `folder` below /a/b/, so that nothing may lean on the root; packed, if asked, as a public server would.
export async function serve(folder, { packed = false } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = path.startsWith('/a/b/') ? join(folder, normalize(path.slice(4))) : '';
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)];
    const pack = packed && type !== undefined;
    response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', ...(pack ? { 'content-encoding': 'gzip', 'cache-control': 'max-age=31536000' } : {}) });
    pack ? response.end(gzipSync(readFileSync(file))) : createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { base: `http://127.0.0.1:${server.address().port}/a/b/`, close: () => server.close() };
}

export function browserPath() {
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
}

export async function launch(args = []) {
  return chromium.launch({
    executablePath: browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...args],
  });
}

export function fileBase(folder) {
  return `${pathToFileURL(folder).href}/`;
}

// A page whose console must stay empty and that asks no other host for anything.
export async function openPage(browser, { script, base, options = {} }) {
  const context = await browser.newContext({ javaScriptEnabled: script, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) complaints.push(`request to ${request.url()}`);
  });
  // A request given up because the reader went on is no failure.
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return { page, complaints, close: () => context.close() };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// axe-core finds nothing on the page as it stands. The page needs `bypassCSP`: axe is put into it.
export async function expectAccessible(page, name, options = {}) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((asked) => window.axe.run(document, { resultTypes: ['violations'], ...asked }), options);
  expect(violations.length === 0, `${name}: ${violations.map((v) => `${v.id}: ${v.nodes[0].target} ${v.nodes[0].failureSummary}`).join(' | ')}`);
}

// States of pages, each reached by an action, in light on a desktop and in dark on a phone: `clean(name, path, act)`.
export async function inBothSchemes(browser, base, report, run) {
  for (const [colorScheme, width] of [['light', 1280], ['dark', 390]]) {
    const { page, close } = await openPage(browser, { script: true, base, options: { colorScheme, viewport: { width, height: 900 }, bypassCSP: true } });
    await run(page, (name, path, act) =>
      report.scenario(`axe: ${name}, ${colorScheme}`, async () => {
        await page.goto(base + path);
        await act();
        await expectAccessible(page, path);
      }));
    await close();
  }
}

// Scenarios of one way to the site (over http, from disk): each opens its page, acts, and leaves an empty console.
// `prepare` acts before the page comes.
export const visitor = (browser, report, base, way, { timeout = 5000 } = {}) =>
  (name, path, run, { options = {}, script = true, quiet = true, prepare = async () => {} } = {}) =>
    report.scenario(`${name} (${way})`, async () => {
      const { page, complaints, close } = await openPage(browser, { script, base, options });
      page.setDefaultTimeout(timeout);
      try {
        await prepare(page);
        await page.goto(base + path);
        await run(page);
        if (quiet) expectQuiet(complaints);
      } finally {
        await close();
      }
    });

// Waits until what is read is as wanted, and returns it.
export async function becomes(read, wanted, sentence) {
  let last;
  for (let tries = 0; tries < 60; tries += 1) {
    last = await read();
    if (wanted(last)) return last;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${sentence}, but: ${JSON.stringify(last)}`);
}

export function expectQuiet(complaints) {
  expect(complaints.length === 0, `the console stays empty, but: ${complaints.join('; ')}`);
}
