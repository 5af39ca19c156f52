// A host that compresses what hosts compress, counts what it sends, and can be slow on purpose.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.xml': 'application/xml' };
const chunk = 4096;

// One line shared by all answers: a chunk of each in turn, so many bytes a second, each answer after a delay.
// The browser's own throttling leaves workers alone; here whatever asks is slowed alike.
class Line {
  constructor() {
    this.free = 0;
    this.profile = null;
  }

  async send(response, body) {
    const profile = this.profile;
    if (!profile) {
      response.end(body);
      return;
    }
    await new Promise((ready) => setTimeout(ready, profile.delay));
    for (let at = 0; at < body.length; at += chunk) {
      const part = body.subarray(at, at + chunk), now = performance.now();
      this.free = Math.max(this.free, now) + (part.length / profile.bytesPerSecond) * 1000;
      await new Promise((ready) => setTimeout(ready, this.free - now));
      response.write(part);
    }
    response.end();
  }
}

// `folders`: { prefix: folder }. A page without anything is at /empty.LANG.html.
export async function serve(folders) {
  const line = new Line(), cache = new Map();
  const count = { bytes: 0, requests: 0 };
  const read = (path) => {
    if (cache.has(path)) return cache.get(path);
    const empty = /^\/empty\.(\w+)\.html$/.exec(path);
    let file = null;
    if (empty) {
      file = { raw: Buffer.from(`<!doctype html><html lang="${empty[1]}"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">`), type: types['.html'] };
    } else {
      const prefix = Object.keys(folders).find((one) => path.startsWith(one));
      const full = prefix ? join(folders[prefix], normalize(path.slice(prefix.length - 1))) : '';
      if (full && existsSync(full) && statSync(full).isFile()) file = { raw: readFileSync(full), type: types[extname(full)] ?? 'application/octet-stream' };
    }
    // What Pagefind has compressed itself goes as it is, as hosts send it.
    if (file) file.sent = file.type.startsWith('application/octet') ? file.raw : gzipSync(file.raw, { level: 6 });
    cache.set(path, file);
    return file;
  };
  const server = createServer((request, response) => {
    const file = read(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    count.bytes += file.sent.length;
    count.requests += 1;
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.sent.length, 'cache-control': 'max-age=600', ...(file.sent === file.raw ? {} : { 'content-encoding': 'gzip' }) });
    line.send(response, file.sent);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    base: `http://127.0.0.1:${server.address().port}`, count, close: () => server.close(),
    slow: (profile) => { line.profile = profile; },
  };
}
