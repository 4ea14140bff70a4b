import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs an action in a process of its own, as a runner does: compiled by `npm test` before the tests begin. */
function run(action: string, states: Record<string, string> = {}) {
  const files = Object.fromEntries(
    ['OUTPUT', 'STATE', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, join(folder, name)]),
  );
  for (const file of Object.values(files)) writeFileSync(file, '');
  const program = `
    import { runAction } from './build/src/platform/runner.js';
    import { Failure, InputFailure, Interruption } from './build/src/platform/failure.js';
    await runAction('shop', async () => (${action}));
  `;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...files, ...states },
  });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { stdout, status, summary: read('STEP_SUMMARY'), state: read('STATE') };
}

const problem = "{ input: 'a', found: 'nothing', allowed: 'b|c', remedy: 'Give it.' }";

describe('an action under the runner', () => {
  it('succeeds with its main, and leaves word for post', () => {
    const { status, summary, state } = run("{ main: async (step) => step.summarize('### Done') }");
    expect({ status, summary: summary.trim() }).toEqual({ status: 0, summary: '### Done' });
    expect(state).toContain('main-ran');
  });

  it('fails with its main: an annotation and a job summary say why', () => {
    const { stdout, status, summary } = run("{ main: async () => { throw new Failure('No <group>'); } }");
    expect(status).toBe(1);
    expect(stdout).toContain('::error title=shop failed::No <group>');
    expect(summary).toBe('### shop failed\n\n- No &#60;group&#62;\n\n');
  });

  it('says of every wrong input what is wrong, each in an annotation, and all in the job summary', () => {
    const { stdout, status, summary } = run(
      `{ main: async () => { throw new InputFailure([${problem}, { ...${problem}, input: 'z' }]); } }`,
    );
    expect(status).toBe(1);
    expect(stdout.match(/^::error title=shop%3A wrong input::Input "[az]"/gm)).toHaveLength(2);
    expect(summary.match(/^- Input "[az]": .*b&#124;c/gm)).toHaveLength(2);
  });

  it('adds nothing to the summary of a step that wrote its own before it failed', () => {
    const { summary } = run(
      "{ main: async (step) => { await step.summarize('### Taken back'); throw new Failure('bad'); } }",
    );
    expect(summary.trim()).toBe('### Taken back');
  });

  it('leaves the summary of what was cut off to post', () => {
    const { stdout, status, summary } = run("{ main: async () => { throw new Interruption('half-way'); } }");
    expect({ status, summary }).toEqual({ status: 1, summary: '' });
    expect(stdout).toContain('::error title=shop failed::half-way');
  });

  it('only warns when post goes wrong: the result of the job is decided', () => {
    const action =
      "{ main: async () => { throw new Error('main again'); }, post: async () => { throw new Error('x'); } }";
    const { stdout, status, summary } = run(action, { 'STATE_main-ran': 'true' });
    expect({ status, summary }).toEqual({ status: 0, summary: '' });
    expect(stdout).toContain('::warning title=shop%3A clean-up::x');
    expect(stdout).not.toContain('::error');
  });
});
