import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let folder = '';
let aws: Server;
let answer = (_response: ServerResponse): void => undefined;
const requests: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cancellation-test-'));
  requests.length = 0;
  aws = createServer((request, response) => {
    request.resume().on('end', () => answer(response));
    requests.push(request.url ?? '');
  });
  await new Promise<void>((resolve) => aws.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  aws.closeAllConnections();
  await new Promise((resolve) => aws.close(resolve));
  await rm(folder, { recursive: true });
});

interface End {
  readonly status: number | null;
  readonly output: string;
  /** What the step left for post. */
  readonly state: string;
  /** Milliseconds from the signal, or from the start without one. */
  readonly took: number;
}

const connection = `
  const { connectFrom } = await import('./build/src/platform/aws.js');
  const { DescribeInstancesCommand, TerminateInstancesCommand } = await import('@aws-sdk/client-ec2');
  const { ec2 } = connectFrom(step, 'eu-west-1');
`;

/** Runs an action in a process of its own; at a line "ready" it is sent the signal. */
async function run(action: string, signal?: NodeJS.Signals, states: Record<string, string> = {}): Promise<End> {
  const files = Object.fromEntries(
    ['OUTPUT', 'STATE', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, join(folder, name)]),
  );
  for (const file of Object.values(files)) await writeFile(file, '');
  const program = `
    import { runAction } from './build/src/platform/runner.js';
    await runAction('shop', async () => (${action}));
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: {
      PATH: process.env.PATH,
      STEADFLEET_SANDBOX: '1',
      AWS_ENDPOINT_URL: `http://127.0.0.1:${(aws.address() as AddressInfo).port}`,
      ...files,
      ...states,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { status, output, took } = await ended(child, signal);
  return { status, output, took, state: await readFile(join(folder, 'STATE'), 'utf8') };
}

function ended(child: ChildProcess, signal: NodeJS.Signals | undefined): Promise<Omit<End, 'state'>> {
  let began = performance.now();
  let output = '';
  createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
    output += `${line}\n`;
    if (line !== 'ready' || signal === undefined) return;
    began = performance.now();
    child.kill(signal);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output, took: performance.now() - began }));
  });
}

const looksAndLooks = `{ main: async (step) => { ${connection}
  setTimeout(() => step.log.info('ready'), 1500);
  await ec2.send(new DescribeInstancesCommand({}));
} }`;

describe('a step that is told to stop', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s while AWS does not answer ends at once, and says so',
    async (signal) => {
      answer = () => undefined;
      const { status, output, took } = await run(looksAndLooks, signal);
      expect(requests).toHaveLength(1);
      expect(status).toBe(1);
      expect(output).toContain('::error title=shop failed::The step was cancelled');
      expect(took).toBeLessThan(3_000);
    },
  );

  it('while it waits for another attempt ends at once', async () => {
    answer = (response) => response.writeHead(503).end();
    const { status, output, took } = await run(looksAndLooks, 'SIGINT');
    expect({ status, said: /The step was cancelled/.test(output) }).toEqual({ status: 1, said: true });
    expect(took).toBeLessThan(3_000);
  });

  it('while it sleeps ends at once, in its own words', async () => {
    const sleeps = `{ main: async (step) => {
      step.log.info('ready');
      await step.clock.sleep(3_600_000, step.cancellation);
      throw new Error('in its own words');
    } }`;
    const { output, took } = await run(sleeps, 'SIGINT');
    expect(output).toContain('in its own words');
    expect(took).toBeLessThan(3_000);
  });

  it('makes no further call, but waits for the answer to a change that is under way', async () => {
    answer = (response) => {
      setTimeout(() => response.end('<TerminateInstancesResponse><instancesSet/></TerminateInstancesResponse>'), 2_500);
    };
    const changes = `{ main: async (step) => { ${connection}
      const terminate = () => ec2.send(new TerminateInstancesCommand({ InstanceIds: ['i-00000000000000001'] }));
      setTimeout(() => step.log.info('ready'), 1500);
      await terminate();
      step.log.info('the first was answered');
      await terminate();
    } }`;
    const { output } = await run(changes, 'SIGINT');
    expect(output).toContain('the first was answered');
    expect(output).toContain('The step was cancelled');
    expect(requests).toHaveLength(1);
  });

  it('leaves for post when that was', async () => {
    const before = Date.now();
    const { state } = await run(looksAndLooks, 'SIGINT');
    const cancelledAt = Number(/cancelled-at<<.*\n(\d+)\n/.exec(state)?.[1]);
    expect(cancelledAt).toBeGreaterThan(before);
    expect(cancelledAt).toBeLessThanOrEqual(Date.now());
    expect(state.match(/cancelled-at/g)).toHaveLength(1);
  });
});

describe('a post phase', () => {
  const waits = `{ main: async () => {}, post: async (step) => {
    await step.clock.sleep(3_600_000, step.cancellation);
    step.log.info('post ends');
  } }`;

  it('is told to end when the minute from the cancel is over', async () => {
    const states = { 'STATE_main-ran': 'true', 'STATE_cancelled-at': String(Date.now() - 37_000) };
    const { status, output, took } = await run(waits, undefined, states);
    expect({ status, said: output.trim() }).toEqual({ status: 0, said: 'post ends' });
    expect(took).toBeGreaterThan(21_000);
    expect(took).toBeLessThan(26_000);
  });
});
