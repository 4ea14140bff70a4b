import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Runner } from '../../../sandbox/demo/runner.js';

const actionFile = `
inputs:
  group: { description: A group, required: true }
  max surge: { description: How many, default: 25% }
runs: { using: node24, main: ../../dist/try.js, post: ../../dist/try.js }
`;

let repository = '';
beforeEach(async () => {
  repository = await mkdtemp(join(tmpdir(), 'steadfleet-runner-'));
  await mkdir(join(repository, 'actions/try'), { recursive: true });
  await mkdir(join(repository, 'dist'));
  await writeFile(join(repository, 'actions/try/action.yml'), actionFile);
  await writeFile(join(repository, 'package.json'), '{"type":"module"}');
});
afterEach(() => rm(repository, { recursive: true }));

async function run(script: string, during: (runner: Runner) => void = () => undefined) {
  await writeFile(join(repository, 'dist/try.js'), `import { appendFileSync as append } from 'node:fs';\n${script}`);
  const runner = new Runner(repository, { PATH: process.env.PATH });
  const lines: string[] = [];
  const tell = ({ text }: { text: string }) => {
    lines.push(text);
    during(runner);
  };
  const result = await runner.step('try', { group: 'web' }, tell);
  await runner.finish();
  return { ...result, lines };
}

describe('the runner in small', () => {
  it("passes inputs and action.yml's defaults", async () => {
    const { lines } = await run(
      'if (!process.env.STATE_x) console.log(process.env.INPUT_GROUP, process.env.INPUT_MAX_SURGE)',
    );
    expect(lines[0]).toBe('web 25%');
  });

  it('reads outputs and the summary', async () => {
    const script = `append(process.env.GITHUB_OUTPUT, 'outcome=succeeded\\n'); append(process.env.GITHUB_STEP_SUMMARY, '# Done')`;
    expect(await run(script)).toMatchObject({ succeeded: true, outputs: { outcome: 'succeeded' }, summary: '# Done' });
  });

  it('gives a step that exits with an error as failed, and still runs its post', async () => {
    const { succeeded, lines } = await run("console.log('ran'); process.exit(1)");
    expect(succeeded).toBe(false);
    expect(lines).toEqual(['ran', 'ran']);
  });

  it('hands the state of main to post', async () => {
    const script = `if (process.env.STATE_kept) console.log('post', process.env.STATE_kept, process.env.INPUT_GROUP);
      else append(process.env.GITHUB_STATE, 'kept=this\\n');`;
    expect((await run(script)).lines).toEqual(['post this web']);
  });

  it('cancels with SIGINT first, and runs the post', async () => {
    const script = `if (process.env.STATE_begun) console.log('post');
      else {
        append(process.env.GITHUB_STATE, 'begun=yes\\n');
        process.on('SIGINT', () => { console.log('interrupted'); process.exit(1); });
        setInterval(() => {}, 1000);
        console.log('begun');
      }`;
    const { lines } = await run(script, (runner) => runner.cancel());
    expect(lines).toEqual(['begun', 'interrupted', 'post']);
  });

  it('runs no post after a kill', async () => {
    const script =
      "append(process.env.GITHUB_STATE, 'begun=yes\\n'); setInterval(() => {}, 1000); console.log('begun')";
    const { succeeded, lines } = await run(script, (runner) => runner.kill());
    expect({ succeeded, lines }).toEqual({ succeeded: false, lines: ['begun'] });
  });
});
