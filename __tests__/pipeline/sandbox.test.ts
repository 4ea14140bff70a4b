import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { describeWith } from './tool.js';

describeWith(
  'machines of this computer (Linux, as root)',
  ['sh', '-c', 'test "$(id -u)" = 0 && unshare -m true'],
  () => {
    it('npm run sandbox serves four real machines behind its load balancer, and leaves nothing behind', async () => {
      const sandbox = spawn(process.execPath, ['--no-warnings', 'build/sandbox/main.js', '--port', '0']);
      let text = '';
      sandbox.stdout.on('data', (chunk) => {
        text += String(chunk);
      });
      while (!text.endsWith('ready\n')) await once(sandbox.stdout, 'data');
      const endpoint = /AWS_ENDPOINT_URL=(\S+)/.exec(text)?.[1];
      const service = /the service at (\S+)/.exec(text)?.[1] ?? '';
      const machines = new Set<string>();
      while (machines.size < 4) {
        const answer = await fetch(service);
        if (answer.ok) machines.add(((await answer.json()) as { machine: string }).machine);
        else await new Promise((resolve) => setTimeout(resolve, 100));
      }
      const snapshot = (await (await fetch(`${endpoint}/_sandbox/snapshot`)).json()) as Record<
        string,
        { instances: object[] }
      >;
      expect(snapshot['eu-west-1']?.instances).toHaveLength(4);
      sandbox.kill('SIGTERM');
      const [exitCode] = await once(sandbox, 'exit');
      expect(exitCode).toBe(0);
      await expect(fetch(service)).rejects.toThrow('fetch failed');
    }, 60_000);
  },
);
