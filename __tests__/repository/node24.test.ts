import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

/** What tests run on is handed on, so that nothing is asked of npm. */
const run = (...parameters: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/node24.mjs', ...parameters], { encoding: 'utf8' });

it('what runs on Node 24 ends as it would by itself', () => {
  expect(run('-e', 'console.log(process.argv[1]); process.exit(3)', 'a b')).toMatchObject({
    stdout: 'a b\n',
    status: 3,
  });
  expect(run('-e', 'process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 9999)').signal).toBe('SIGTERM');
});
