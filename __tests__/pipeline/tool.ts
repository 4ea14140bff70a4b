import { spawnSync } from 'node:child_process';
import { describe } from '@jest/globals';

/**
 * A suite that needs a program of the machine. Where it is missing, the suite says so and does not run; in CI (CI=true)
 * it fails, for there nothing may go unproven.
 */
export function describeWith(tool: string, probe: readonly string[], suite: () => void): void {
  const [program = '', ...parameters] = probe;
  const found = spawnSync(program, parameters, { stdio: 'ignore', timeout: 30_000 }).status === 0;
  if (found) {
    describe(`with ${tool}`, suite);
    return;
  }
  if (process.env.CI === 'true') throw new Error(`${tool} is missing: "${probe.join(' ')}" does not run`);
  console.warn(`SKIPPED: ${tool} is not installed here ("${probe.join(' ')}" does not run)`);
  describe.skip(`with ${tool}`, suite);
}
