// `praxis serve` running in a folder of its own, for tests: started, asked in raw HTTP, stopped.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Until `ready()` says something; fails after ten seconds.
export async function until(ready, sentence) {
  for (const end = Date.now() + 10000; Date.now() < end; await sleep(10)) {
    const found = await ready();
    if (found) return found;
  }
  throw new Error(`waited in vain: ${sentence}`);
}

export class Served {
  // The small bank of the golden cases, or a `source` that stays as it is given.
  constructor(program, source) {
    this.program = resolve(program);
    this.root = mkdtempSync(join(tmpdir(), 'praxis-served-'));
    this.source = source ?? join(this.root, 'bank');
    if (!source) cpSync(resolve('tests/cases/base/content'), join(this.source, 'content'), { recursive: true });
  }
  async start(...more) {
    this.out = '';
    this.err = '';
    this.ended = null;
    const environment = { ...process.env, LC_ALL: 'C', XDG_CACHE_HOME: join(this.root, 'caches') };
    const port = more.includes('--port') ? [] : ['--port', '0'];
    this.child = spawn(this.program, ['serve', '--source', this.source, ...port, ...more], { env: environment });
    process.once('exit', () => this.child.kill('SIGKILL'));  // whatever has failed
    this.child.stdout.on('data', (data) => (this.out += data));
    this.child.stderr.on('data', (data) => (this.err += data));
    this.exit = new Promise((done) => this.child.on('exit', (code, signal) => done((this.ended = code ?? signal))));
    await until(() => this.ended !== null || this.out.includes('http://'), 'the server says where it is');
    this.port = Number(/127\.0\.0\.1:(\d+)\//.exec(this.out)?.[1]);
    this.base = `http://127.0.0.1:${this.port}/`;
    return this;
  }
  async stop(signal = 'SIGINT') {
    if (this.ended === null) this.child.kill(signal);
    return this.exit;
  }
  path(below) {
    return join(this.source, below);
  }
  read(below) {
    return readFileSync(this.path(below), 'utf8');
  }
  write(below, text) {
    writeFileSync(this.path(below), text);
  }
  edit(below, from, to) {
    const text = this.read(below);
    if (!text.includes(from)) throw new Error(`${below} has no ${from}`);
    this.write(below, text.replace(from, to));
  }
  // The answer to these very bytes: no client sets them right.
  raw(text) {
    return new Promise((done, fail) => {
      let answer = '';
      const socket = connect(this.port, '127.0.0.1', () => socket.write(text));
      socket.setEncoding('utf8');
      socket.on('data', (data) => (answer += data));
      socket.on('close', () => done({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), text: answer }));
      socket.on('error', fail);
    });
  }
  ask(path, { method = 'GET', host = `127.0.0.1:${this.port}`, more = '' } = {}) {
    return this.raw(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`);
  }
  // What open pages hear first. Not by fetch: after an abort it opens a connection for nothing, keeps it, and
  // takes it for the next request even as the server gives it up.
  heard() {
    return new Promise((done, fail) => {
      let answer = '';
      const socket = connect(this.port, '127.0.0.1', () => socket.write(`GET /.praxis/events HTTP/1.1\r\nHost: 127.0.0.1:${this.port}\r\n\r\n`));
      socket.setEncoding('utf8');
      socket.on('data', (data) => {
        const event = /data: (.*)\n/.exec((answer += data));
        if (!event) return;
        done(JSON.parse(event[1]));
        socket.destroy();
      });
      socket.on('close', () => fail(new Error(`no event in "${answer}"`)));
      socket.on('error', fail);
    });
  }
  async remove() {
    if (this.child && this.ended === null) this.child.kill('SIGKILL');
    rmSync(this.root, { recursive: true, force: true });
  }
  leavesNothing() {
    return !existsSync(`/proc/${this.child.pid}`);
  }
}
