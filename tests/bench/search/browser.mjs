// Both searches in a real browser, by their plain interfaces for programs.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export async function launch(work) {
  const { chromium } = createRequire(join(work, 'npm/package.json'))('playwright-core');
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

// A page of a new profile: nothing is cached.
export async function freshPage(browser, server, language, slowdown = 1) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.base}/empty.${language}.html`);
  if (slowdown > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, close: () => context.close() };
}

// These run in the page. Milliseconds are from before the first script is asked for.
const askPagefind = async ({ query, wanted, options }) => {
  const begin = performance.now();
  globalThis.pagefind ??= await import('/pages/pagefind/pagefind.js');
  if (options) await globalThis.pagefind.options(options);
  const { results } = await globalThis.pagefind.search(query);
  const urls = [];
  let first = 0;
  if (results.length > 0) urls[0] = (await results[0].data()).url;
  first = performance.now() - begin;
  for (const data of await Promise.all(results.slice(1, wanted).map((result) => result.data()))) urls.push(data.url);
  return { urls, first, ten: performance.now() - begin };
};

// As the site's own script does: the core and the manifest come side by side, and run in this order.
const askPraxis = async ({ query, language }) => {
  const begin = performance.now();
  const load = (path, ordered = false) => new Promise((ready, failed) => {
    const script = document.createElement('script');
    script.src = `/site/${path}`;
    script.async = !ordered;
    script.onload = ready;
    script.onerror = () => failed(new Error(path));
    document.head.append(script);
  });
  if (!globalThis.praxisSearch) {
    const manifest = `search/${language}/m.js`, core = load('search/query.js', true), early = load(manifest, true);
    await core;
    globalThis.praxisIndex = await globalThis.praxisSearch.open(language, (path) => path === manifest ? early : load(path));
  }
  // Ten results at once: there is no first one before.
  const { hits } = await globalThis.praxisSearch.search([globalThis.praxisIndex], query, { limit: 10 });
  const time = performance.now() - begin;
  return { urls: hits.map((hit) => hit.path), first: time, ten: time };
};

export const asks = { praxis: askPraxis, pagefind: askPagefind };

// The browser slows a page's thread and no worker: Pagefind is timed without its worker too.
const ways = [['praxis', askPraxis], ['pagefind', askPagefind], ['thread', askPagefind, { noWorker: true }]];

export const idOf = (url) => /([^/]+)\.html$/.exec(url)?.[1] ?? url;

// Relevance of Pagefind: { qid: { ids } }, in one warm page a language.
export async function answersOfPagefind(browser, server, queries) {
  const answers = new Map();
  for (const language of new Set(queries.map((query) => query.language))) {
    const { page, close } = await freshPage(browser, server, language);
    for (const { qid, query } of queries.filter((one) => one.language === language)) {
      const { urls } = await page.evaluate(askPagefind, { query, wanted: 10 });
      answers.set(qid, { ids: urls.map(idOf) });
    }
    await close();
  }
  return answers;
}

// Bytes of a cold query as the server counts them: [{ language, gzip, files }]
export async function bytesInBrowser(browser, server, queries, which) {
  const rows = [];
  for (const { query, language } of queries) {
    const { page, close } = await freshPage(browser, server, language);
    server.count.bytes = 0;
    server.count.requests = 0;
    await page.evaluate(asks[which], { query, language, wanted: 10 });
    rows.push({ language, gzip: server.count.bytes, raw: 0, files: server.count.requests });
    await close();
  }
  return rows;
}

// The search page itself, opened with a query: everything it loads, the page's own HTML apart.
export async function bytesOfSearchPage(browser, server, queries, pages) {
  const rows = [];
  for (const { query, language } of queries) {
    const context = await browser.newContext(), page = await context.newPage();
    server.count.bytes = 0;
    server.count.requests = 0;
    let html = 0;
    page.on('response', (response) => { if (response.request().isNavigationRequest()) html = Number(response.headers()['content-length'] ?? 0); });
    await page.goto(`${server.base}/site/${pages[language]}?q=${encodeURIComponent(query)}`, { waitUntil: 'networkidle' });
    rows.push({ language, gzip: server.count.bytes, html, raw: 0, files: server.count.requests });
    await context.close();
  }
  return rows;
}

// First result on a slow line and a slow processor, in turn: [{ language, milliseconds, ratios }]
export async function slowTimes(browser, server, queries, profile) {
  const rows = [];
  for (const [i, { query, language }] of queries.entries()) {
    const times = {};
    for (const [which, ask, options] of i % 2 ? ways.slice().reverse() : ways) {
      const { page, close } = await freshPage(browser, server, language, profile.slowdown);
      server.slow(profile);
      times[which] = await page.evaluate(ask, { query, language, wanted: 10, options });
      server.slow(null);
      await close();
    }
    if (times.pagefind.urls.length === 0 || times.praxis.urls.length === 0) continue;
    const ratio = (what, other) => times.praxis[what] / times[other][what];
    rows.push({ language, praxis: times.praxis.first, pagefind: times.pagefind.first, thread: times.thread.first, first: ratio('first', 'pagefind'), ten: ratio('ten', 'pagefind'), firstThread: ratio('first', 'thread') });
  }
  return rows;
}

// The longest task of the page's thread during each query, the least of three tries, since others use the
// machine too. Tasks under 50 ms are not told by the browser and count as none.
export async function longTasks(browser, server, queries, slowdown) {
  const longest = [];
  for (const { query, language } of queries) {
    let least = Infinity;
    for (let attempt = 0; attempt < 3 && least > 0; attempt += 1) {
      const { page, close } = await freshPage(browser, server, language, slowdown);
      await page.evaluate(() => {
        globalThis.tasks = [];
        new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
      });
      await page.evaluate(askPraxis, { query, language });
      await page.waitForTimeout(150);
      least = Math.min(least, await page.evaluate(() => Math.max(0, ...globalThis.tasks)));
      await close();
    }
    longest.push(least);
  }
  return longest;
}
