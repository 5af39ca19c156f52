// Pictures of the site for a person to look at: phone and desktop, light and dark, in its languages.
// usage: node shots.mjs PUBLIC FOLDER [PATH..]
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { launch, openPage, serve } from './support.mjs';

const [, , site, into, ...paths] = process.argv;
const wanted = paths.length > 0 ? paths : ['es/index.html', 'es/practicas/redes-de-mujeres-sin-violencia.html', 'en/cities/leon-mx.html', 'fr/prix/educating-cities-award.html', 'es/temas/index.html', 'en/chronology/index.html', 'en/map.html', 'en/figures.html', 'index.html', '404.html'];
mkdirSync(into, { recursive: true });
const server = await serve(resolve(site));
const browser = await launch();
for (const [size, width] of [['phone', 390], ['desktop', 1280]]) {
  for (const colorScheme of ['light', 'dark']) {
    const { page, close } = await openPage(browser, { script: true, base: server.base, options: { colorScheme, viewport: { width, height: 900 } } });
    for (const path of wanted) {
      await page.goto(server.base + path);
      await page.screenshot({ path: `${into}/${path.replaceAll('/', '_').replace('.html', '')}.${size}.${colorScheme}.png`, fullPage: true });
    }
    await close();
  }
}
await browser.close();
server.close();
