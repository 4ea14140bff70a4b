import { execFileSync } from 'node:child_process';

/**
 * Where Node 24 is, on which GitHub runs actions.
 * @throws {Error} where it is not there, and cannot be had from npm.
 */
export function node24(): string {
  return execFileSync('node', ['scripts/node24.mjs'], { encoding: 'utf8' }).trim();
}
