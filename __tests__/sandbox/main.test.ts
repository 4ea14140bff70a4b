import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { afterEach, describe, expect, it } from '@jest/globals';
import { settings } from './wire/stub-world.js';

/** What `npm run sandbox` starts, compiled by `npm test` before the tests begin. */
const program = 'build/sandbox/main.js';
let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill('SIGKILL');
});

interface Started {
  /** Resolves with all that was printed once it holds this text, or once the program has ended. */
  printed(text: string): Promise<string>;
  exitCode: Promise<number | null>;
}

function start(...given: string[]): Started {
  const started = spawn(process.execPath, ['--no-warnings', program, ...given], { stdio: ['ignore', 'pipe', 'pipe'] });
  child = started;
  let text = '';
  let wake = () => {};
  for (const stream of [started.stdout, started.stderr]) {
    stream.on('data', (chunk) => {
      text += String(chunk);
      wake();
    });
  }
  const exitCode = new Promise<number | null>((resolve) => started.on('close', resolve));
  const printed = (wanted: string) => {
    const found = new Promise<void>((resolve) => {
      wake = () => {
        if (text.includes(wanted)) resolve();
      };
      wake();
    });
    return Promise.race([found, exitCode]).then(() => text);
  };
  return { printed, exitCode };
}

describe('npm run sandbox', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints what to paste, then ready, serves, and ends well on %s',
    async (signal) => {
      const sandbox = start('--port', '0', '--simulated');
      const text = await sandbox.printed('ready\n');
      expect(text.trimEnd().split('\n').at(-1)).toBe('ready');
      expect(text).toMatch(/^aws\(\) \{ command aws --endpoint-url http:\/\/127\.0\.0\.1:\d+ "\$@"; \}$/m);
      expect(text).toContain('export STEADFLEET_SANDBOX=1');
      const endpoint = /^export AWS_ENDPOINT_URL=(\S+)$/m.exec(text)?.[1] ?? '';
      const client = new AutoScalingClient({ ...settings, endpoint });
      const { AutoScalingGroups } = await client.send(new DescribeAutoScalingGroupsCommand({}));
      expect(AutoScalingGroups).toMatchObject([{ DesiredCapacity: 4 }]);
      const reset = await fetch(`${endpoint}/_sandbox/reset`, { method: 'POST' });
      expect(reset.status).toBe(200);
      expect((await client.send(new DescribeAutoScalingGroupsCommand({}))).AutoScalingGroups).toHaveLength(1);
      child?.kill(signal);
      expect(await sandbox.exitCode).toBe(0);
    },
  );

  it('says so when its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const sandbox = start('--port', String(port), '--simulated');
    expect(await sandbox.exitCode).toBe(1);
    expect(await sandbox.printed('')).toBe(
      `Port ${port} is taken. Choose another with --port N, or --port 0 for a free one.\n`,
    );
    other.close();
  });

  it('says so when a flag is wrong', async () => {
    const sandbox = start('--profile', 'quick');
    expect(await sandbox.exitCode).toBe(1);
    expect(await sandbox.printed('')).toBe('--profile must be one of fast, realistic, nasty, not "quick".\n');
  });
});
