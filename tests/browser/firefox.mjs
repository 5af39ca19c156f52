// The search, the forms and reading from disk in Firefox, driven by its own protocol (Marionette: `length:[type, id, command,
// parameters]` over a socket). usage: node firefox.mjs PUBLIC
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, fileBase, Report } from './support.mjs';

const program = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));
const folder = resolve(process.argv[2] ?? 'public');
const report = new Report();
const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

class Marionette {
  #waiting = new Map();
  #next = 1;
  #rest = Buffer.alloc(0);
  constructor(socket) {
    this.socket = socket;
    socket.on('data', (data) => this.#take(Buffer.concat([this.#rest, data])));
  }
  #take(bytes) {
    const colon = bytes.indexOf(58), size = Number(bytes.subarray(0, colon));
    if (colon < 0 || bytes.length < colon + 1 + size) {
      this.#rest = bytes;
      return;
    }
    const message = JSON.parse(bytes.subarray(colon + 1, colon + 1 + size));
    if (Array.isArray(message)) this.#waiting.get(message[1])?.(message);
    this.#take(bytes.subarray(colon + 1 + size));
  }
  ask(command, parameters = {}) {
    const id = this.#next++, text = JSON.stringify([0, id, command, parameters]);
    this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise((done, fail) => this.#waiting.set(id, ([, , error, result]) => (error ? fail(new Error(error.message)) : done(result?.value ?? result))));
  }
  read(script) {
    return this.ask('WebDriver:ExecuteScript', { script, args: [] });
  }
}

async function open(port) {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = await new Promise((done) => {
      const one = connect(port, '127.0.0.1', () => done(one)).on('error', () => done(null));
    });
    if (socket) return new Marionette(socket);
    await sleep(200);
  }
  throw new Error('Firefox does not answer');
}

async function becomes(firefox, script, wanted, sentence) {
  let last;
  for (let tries = 0; tries < 100; tries += 1) {
    last = await firefox.read(script);
    if (wanted(last)) return last;
    await sleep(100);
  }
  throw new Error(`${sentence}, but: ${JSON.stringify(last)}`);
}

const profile = mkdtempSync(join(tmpdir(), 'praxis-firefox-')), port = await freePort();
writeFileSync(join(profile, 'user.js'), `user_pref("marionette.port", ${port});\nuser_pref("app.update.enabled", false);\nuser_pref("datareporting.policy.dataSubmissionEnabled", false);\n`);
const browser = spawn(program, ['--headless', '--marionette', '--no-remote', '--profile', profile], { stdio: 'ignore' });
try {
  const firefox = await open(port);
  await firefox.ask('WebDriver:NewSession', { capabilities: { alwaysMatch: { pageLoadStrategy: 'normal' } } });
  const base = fileBase(folder);
  const titles = 'return [...document.querySelectorAll(".hit__link")].map((link) => link.textContent)';
  await report.scenario('Firefox finds from disk', async () => {
    await firefox.ask('WebDriver:Navigate', { url: `${base}es/buscar.html?q=educasion` });
    await becomes(firefox, titles, (all) => all.length > 0, 'a mistyped word has results');
    expect(/educaci/.test(await firefox.read('return document.querySelector(".finder__corrected").textContent')), 'the page says what it shows instead');
  });
  await report.scenario('Firefox finds phrases and other languages from disk', async () => {
    await firefox.ask('WebDriver:Navigate', { url: `${base}fr/recherche.html?q=%22villes+%C3%A9ducatrices%22&all=1` });
    await becomes(firefox, titles, (all) => all.length > 0, 'a phrase has results');
  });
  await report.scenario('Firefox narrows a list by facets from disk', async () => {
    await firefox.ask('WebDriver:Navigate', { url: `${base}en/search.html?country=mx&kind=practice&order=title` });
    const found = await becomes(firefox, titles, (all) => all.length > 0, 'there are practices of Mexico');
    expect([...found].every((title, i) => i === 0 || found[i - 1].localeCompare(title, 'en') <= 0), 'in the order of their titles');
  });
  await report.scenario('Firefox sets two languages beside each other from disk', async () => {
    await firefox.ask('WebDriver:Navigate', { url: `${base}es/practicas/redes-de-mujeres-sin-violencia.html?beside=fr` });
    const headings = await becomes(firefox, 'return [...document.querySelectorAll(".beside__other h2")].map((one) => one.textContent)', (all) => all.length > 3, 'the other language comes');
    expect(headings[0] === 'Contexte et problème', 'it is French');
    await firefox.read('const choice = document.querySelector(".tools select"); choice.value = "en"; choice.dispatchEvent(new Event("change"))');
    await becomes(firefox, 'return document.querySelector(".beside__other h2")?.textContent', (text) => text === 'Context and problem', 'another takes its place');
    expect((await firefox.read('return location.search')) === '?beside=en', 'the address knows it');
  });
  await report.scenario('Firefox compares practices from disk, and keeps the choice from page to page', async () => {
    await firefox.ask('WebDriver:Navigate', { url: `${base}es/practicas/index.html` });
    await becomes(firefox, 'return document.querySelectorAll(".tick input").length', (count) => count > 2, 'practices can be chosen');
    await firefox.read('document.querySelectorAll(".tick input")[1].click()');
    await firefox.ask('WebDriver:Navigate', { url: `${base}es/practicas/redes-de-mujeres-sin-violencia.html` });
    await becomes(firefox, 'return document.querySelector(".tray").hidden', (hidden) => hidden === false, 'the choice is there on the next page');
    await firefox.read('document.querySelector(".tick input").click()');
    await firefox.read('document.querySelector(".tray__go").click()');
    const titles_of = 'return [...document.querySelectorAll(".comparison__title")].map((one) => one.textContent)';
    const columns = await becomes(firefox, titles_of, (all) => all.length === 2, 'two columns');
    expect(columns[1] === 'Redes de Mujeres sin Violencia', `in the order of the choice: ${columns}`);
  });
  for (const [name, path] of [['the form', 'es/aportar/practicas.html'], ['the form in one file', 'contribute/practice.es.html']]) {
    await report.scenario(`Firefox draws ${name} from disk, and says what is missing`, async () => {
      await firefox.ask('WebDriver:Navigate', { url: base + path });
      await becomes(firefox, 'return document.querySelectorAll(".form__panel").length', (count) => count >= 6, 'the form is drawn');
      await firefox.read('document.querySelector("[data-way=send]").click()');
      const problems = await firefox.read('return [...document.querySelectorAll(".form__problems a")].map((link) => link.textContent)');
      expect(problems.includes('falta Título') && problems.length >= 11, `what is missing is said: ${problems}`);
    });
  }
  await firefox.ask('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
} catch (problem) {
  await report.scenario('Firefox can be driven', async () => { throw problem; });
} finally {
  browser.kill();
  await sleep(500);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
report.end('Firefox');
