// `praxis serve` as its requests meet it: what it shows and refuses, and that it follows every change and
// survives every broken input. usage, from the top folder: node tests/serve/served_test.mjs PROGRAM
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, Report } from '../browser/report.mjs';
import { Served, sleep, until } from './served.mjs';

const program = process.argv[2] ?? 'build/praxis';
const report = new Report();
const record = 'content/practices/redes/en.md', page = '/en/practices/redes.html';
const served = await new Served(program).start();
const shows = (text, path = page) => until(async () => (await served.ask(path)).text.includes(text), `${path} shows "${text}"`);
const siteFolder = () => join(served.root, 'caches/praxis', readdirSync(join(served.root, 'caches/praxis')).find((name) => name.endsWith('-serve')), 'site');

const told = (kind) => until(async () => [await served.heard()].find((heard) => heard.kind === kind), `pages are told of ${kind}`);

await report.scenario('a page is served, with the script and no other change', async () => {
  const answer = await served.ask(page);
  expect(answer.status === 200, `the page is there, not ${answer.status}`);
  for (const header of ['Content-Type: text/html; charset=utf-8', 'Cache-Control: no-store', 'X-Content-Type-Options: nosniff', 'Cross-Origin-Resource-Policy: same-origin'])
    expect(answer.text.includes(header), `it comes with ${header}`);
  expect(/<script defer src="\/\.praxis\/reload\.[0-9a-f]{8}\.js" data-version="[0-9a-f]+-\d+"><\/script>\n<\/head>/.test(answer.text), 'it has the script');
  expect(answer.text.includes("connect-src 'self'; default-src 'none'"), 'its policy lets it listen');
  expect(!existsSync(served.path('public')), 'nothing is built into public/');
});

await report.scenario('addresses lead to files', async () => {
  for (const [path, status] of [['/', 200], ['/en/', 200], ['/en', 302], ['/nothing.html', 404], ['/sitemap.xml', 200], [`${page}?a=b`, 200]])
    expect((await served.ask(path)).status === status, `${path} answers ${status}, not ${(await served.ask(path)).status}`);
  const missing = await served.ask('/nothing.html');
  expect(missing.text.includes('data-page="missing"'), 'what is not there gets the page for it');
  expect(missing.text.includes('href="/assets/') && !missing.text.includes('https://bank.example/assets'), 'which asks no other host');
  const head = await served.ask(page, { method: 'HEAD' });
  expect(head.status === 200 && head.text.endsWith('\r\n\r\n'), 'HEAD gets the head alone');
});

await report.scenario('a browser keeps what is named by its digest, and nothing else', async () => {
  const html = (await served.ask(page)).text;
  for (const path of [`/${/assets\/style\.[0-9a-f]{8}\.css/.exec(html)[0]}`, /\/\.praxis\/reload\.[0-9a-f]{8}\.js/.exec(html)[0]]) {
    const { status, text } = await served.ask(path);
    expect(status === 200 && text.includes('Cache-Control: max-age=86400, immutable') && !text.includes('no-store'), `${path} is kept`);
  }
  for (const path of [page, '/assets/icon.svg', '/sitemap.xml', '/nothing.html', '/.praxis/overlay.css']) {
    const found = (await served.ask(path)).text.match(/Cache-Control: .*\r/g);
    expect(found.length === 1 && found[0].includes('no-store'), `${path} is not`);
  }
});

await report.scenario('parts of a file may be asked for', async () => {
  const whole = (await served.ask('/robots.txt')).text.split('\r\n\r\n')[1];
  const part = await served.ask('/robots.txt', { more: 'Range: bytes=2-5\r\n' });
  expect(part.status === 206 && part.text.endsWith(`\r\n\r\n${whole.slice(2, 6)}`), 'four bytes are answered');
  for (const range of ['bytes=999999-', 'bytes=5-2', 'bytes=-', 'lines=1-2', `bytes=${'0-0,'.repeat(1500)}0-0`, `bytes=${'9'.repeat(400)}-`])
    await served.ask('/robots.txt', { more: `Range: ${range}\r\n` });
  await served.ask('/.praxis/events', { method: 'HEAD', more: 'Range: bytes=2-5\r\n' });
  expect((await served.ask('/robots.txt')).text.endsWith(whole), 'it goes on');
});

await report.scenario('many ask at once, and some listen', async () => {
  const stop = new AbortController();
  const listeners = Array.from({ length: 80 }, () => fetch(`${served.base}.praxis/events`, { signal: stop.signal }).then((answer) => answer.text()).catch(() => ''));
  const answers = await Promise.all(Array.from({ length: 300 }, () => served.ask(page)));
  expect(answers.every((answer) => answer.status === 200), 'all are answered');
  stop.abort();
  await Promise.all(listeners);
});

await report.scenario('only its own name is answered', async () => {
  for (const host of ['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST']) expect((await served.ask(page, { host: `${host}:${served.port}` })).status === 200, `${host} is its name`);
  for (const host of ['bank.example', `bank.example:${served.port}`, '127.0.0.1', `127.0.0.1:${served.port + 1}`, `127.0.0.1.bank.example:${served.port}`, '', `0.0.0.0:${served.port}`])
    for (const path of [page, '/.praxis/events']) expect((await served.ask(path, { host })).status === 421, `"${host}" is not its name`);
  expect((await served.raw(`GET ${page} HTTP/1.1\r\n\r\n`)).status === 421, 'nor is none');
  expect((await served.ask(page, { more: 'Host: bank.example\r\n' })).status === 421, 'nor are two');
});

await report.scenario('only GET and HEAD are answered', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    const answer = await served.ask(page, { method, more: 'Content-Length: 0\r\n' });
    expect(answer.status >= 400 && !answer.text.includes('<html'), `${method} is refused`);
  }
});

await report.scenario('nothing outside the site is served', async () => {
  writeFileSync(join(served.root, 'secret.txt'), 'secret');
  symlinkSync(join(served.root, 'secret.txt'), join(siteFolder(), 'link.txt'));
  symlinkSync(served.root, join(siteFolder(), 'folder'));
  writeFileSync(join(siteFolder(), '.hidden'), 'secret');
  for (const path of ['/../serve.lock', '/..%2fserve.lock', '/%2e%2e/serve.lock', '/en/../../serve.lock', '/en/..%2f..%2fbank.data', '/..%5cserve.lock', '//etc/passwd', '/%2fetc/passwd',
    '/link.txt', '/folder/secret.txt', '/.hidden', '/.praxis', '/.praxis/none', '/%00', '/en/%00index.html', '/./index.html', 'etc/passwd'])
    expect((await served.ask(path)).status >= 400, `${path} is refused`);
  for (const name of ['link.txt', 'folder', '.hidden']) rmSync(join(siteFolder(), name));
});

await report.scenario('broken requests do no harm', async () => {
  for (const text of ['\r\n\r\n', 'GET\r\n\r\n', `GET /${'a'.repeat(20000)} HTTP/1.1\r\n\r\n`, `GET ${page} HTTP/1.1\r\nRange: bytes=9-2\r\n\r\n`, '\0\x01\x02\r\n\r\n']) await served.raw(text);
  expect((await served.ask(page)).status === 200, 'it goes on');
});

await report.scenario('a changed record is shown', async () => {
  served.edit(record, 'asked for talking circles', 'asked for evening circles');
  await shows('evening circles');
  await until(() => /\d+ files? changed, in /.test(served.err), 'the terminal says so');
});

await report.scenario('a broken record leaves the last good site, and says why', async () => {
  const good = served.read(record);
  served.write(record, good.replace('title: Networks', 'title: Networks\nnonsense: <b>&"'));
  const state = await told('errors');
  expect(state.text.includes('practices/redes/en.md') && state.text.includes('nonsense'), 'the place and the word are named');
  expect(!state.text.includes('\u001b'), 'in plain text');
  expect(state.title === 'not up to date: what you see is the last site without errors', `the title is "${state.title}"`);
  expect((await served.ask(page)).text.includes('evening circles'), 'the last good page is served');
  expect(served.err.includes('nonsense'), 'the terminal says it too');
  served.write(record, good.replace('evening circles', 'morning circles'));
  await shows('morning circles');
  expect((await told('none')).text === '', 'the overlay goes');
});

await report.scenario('editors that save by another name are followed', async () => {
  const good = served.read(record);
  for (const [word, save] of Object.entries({
    dawn: (text) => { served.write('content/practices/redes/.en.md.part', text); renameSync(served.path('content/practices/redes/.en.md.part'), served.path(record)); },
    dusk: (text) => { renameSync(served.path(record), `${served.path(record)}~`); served.write(record, text); rmSync(`${served.path(record)}~`); },
  })) {
    const failures = served.err.split('not up to date').length;
    save(good.replace('morning circles', `${word} circles`));
    await shows(`${word} circles`);
    expect(served.err.split('not up to date').length === failures, `nothing was missing in between: ${word}`);
  }
  served.write(record, good);
  await shows('morning circles');
});

await report.scenario('the search follows', async () => {
  const before = await served.heard();
  served.edit(record, 'morning circles', 'xylophone circles');
  await shows('xylophone circles');
  await until(async () => (await served.heard()).rest !== before.rest, 'pages that have searched are told');
  const found = spawnSync(program, ['search', 'xylophone', '--lang', 'en', '--site', siteFolder()], { encoding: 'utf8' });
  expect(found.stdout.includes('redes'), `the word is found: ${found.stdout}${found.stderr}`);
  served.edit(record, 'xylophone circles', 'morning circles');
  await shows('morning circles');
});

await report.scenario('settings may go, come back, and take another language', async () => {
  const settings = served.read('content/bank.yaml');
  rmSync(served.path('content/bank.yaml'));
  await told('errors');
  expect((await served.ask(page)).status === 200, 'the site stays');
  served.write('content/bank.yaml', settings.replace('[es, en]', '[es, en, fr]'));
  await told('none');
  expect((await served.ask('/fr/index.html')).status === 200, 'the language is there');
  served.write('content/bank.yaml', settings);
  await until(async () => (await served.ask('/fr/index.html')).status === 404, 'and gone');
  await told('none');
});

await report.scenario('new, moved and lost folders are followed', async () => {
  mkdirSync(served.path('content/pages/news'));
  await sleep(5);
  served.write('content/pages/news/es.md', served.read('content/pages/about/es.md').replace(/title: .*/, 'title: Novedades'));
  await until(async () => (await served.ask('/sitemap.xml')).text.includes('news'), 'a new page comes');
  renameSync(served.path('content/pages/news'), served.path('content/pages/later'));
  await until(async () => (await served.ask('/sitemap.xml')).text.includes('later'), 'it moves');
  served.edit('content/pages/later/es.md', 'Novedades', 'Mucho después');
  await until(async () => (await served.ask('/sitemap.xml')).text.includes('later'), 'what was moved is watched');
  renameSync(served.path('content'), served.path('elsewhere'));
  await told('errors');
  renameSync(served.path('elsewhere'), served.path('content'));
  await told('none');
  rmSync(served.path('content/pages/later'), { recursive: true });
  await until(async () => !(await served.ask('/sitemap.xml')).text.includes('later'), 'it goes');
  served.edit(record, 'morning circles', 'noon circles');
  await shows('noon circles');
});

await report.scenario('any bytes are survived', async () => {
  const good = served.read(record), settings = served.read('content/bank.yaml');
  for (const bad of ['', '---', '\0\xff', '---\n'.repeat(9000), '[[[['.repeat(4000), '---\ntitle: [\n---\n']) {
    served.write(record, bad);
    await sleep(60);
    served.write('content/bank.yaml', bad);
    await sleep(60);
  }
  await told('errors');
  expect((await served.ask(page)).text.includes('noon circles'), 'the last good page is served');
  served.write(record, good);
  served.write('content/bank.yaml', settings);
  await told('none');
  expect(served.ended === null, 'it still runs');
});

await report.scenario('a port that is taken gives way to the next; the folder too', async () => {
  const other = await new Served(program, served.source);
  rmSync(other.root, { recursive: true });
  other.root = served.root;
  await other.start('--port', String(served.port));
  expect(other.port > served.port, 'another port');
  expect((await other.ask(page)).text.includes('noon circles'), 'the same site');
  expect((await other.stop('SIGTERM')) === 130, 'it ends when told to');
});

await report.scenario('Ctrl-C ends it, with a page listening', async () => {
  const listening = fetch(`${served.base}.praxis/events`).then((answer) => answer.text()).catch(() => '');
  await sleep(50);
  const begun = Date.now();
  expect((await served.stop()) === 130, 'it was interrupted');
  expect(Date.now() - begun < 3000, 'it does not wait');
  expect(served.leavesNothing(), 'no process is left');
  await listening;
});

await report.scenario('it begins with a broken bank, and without a cache', async () => {
  const good = served.read(record), before = readdirSync('/tmp').filter((name) => name.startsWith('praxis-serve-'));
  served.write(record, 'no front matter');
  await served.start('--cache', 'none', '--lang', 'fr');
  const first = await served.ask(page);
  expect(first.status === 503 && first.text.includes('/.praxis/reload.'), 'a page that waits is served');
  expect((await told('errors')).language === 'fr', 'in the language asked for');
  served.write(record, good);
  await shows('noon circles');
  expect((await served.stop()) === 130, 'it was interrupted');
  const left = readdirSync('/tmp').filter((name) => name.startsWith('praxis-serve-') && !before.includes(name));
  expect(left.length === 0, 'its folder is gone');
});

await report.scenario('a folder without a bank waits for one', async () => {
  const none = new Served(program, join(served.root, 'empty'));
  mkdirSync(none.source);
  await none.start();
  expect((await none.ask('/')).status === 503, 'there is no site yet');
  cpSync(served.path('content'), none.path('content'), { recursive: true });
  await until(async () => (await none.ask(page)).text.includes('noon circles'), 'the bank is shown');
  expect((await none.stop()) === 130, 'it was interrupted');
  await none.remove();
});

await report.scenario('no folder, no server', async () => {
  const none = await new Served(program, join(served.root, 'nothing')).start();
  expect(none.ended === 3 && none.err.includes('nothing: no such folder'), `it ends with 3 and says why, not with ${none.ended}: ${none.err}`);
  await none.remove();
});

await served.remove();
report.end('serve');
