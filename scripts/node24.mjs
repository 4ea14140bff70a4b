/**
 * Runs what is given on Node 24: that is what actions run on, and it plays simulated stories half as fast again as Node 20.
 *
 *   node scripts/node24.mjs [options of Node] FILE [parameters]   runs it, and ends with its code
 *   node scripts/node24.mjs                                       prints where Node 24 is, or fails
 *
 * A newer Node stays. An older one gets it from npm, once for all checkouts; where it cannot be had, the older one runs it.
 */
import { spawnSync } from 'node:child_process';

const version = '24.21.0';
const parameters = process.argv.slice(2);
const node = node24();

if (parameters.length === 0) {
  if (node === undefined) process.exit(1);
  console.log(node);
} else {
  const { status, signal } = spawnSync(node ?? process.execPath, parameters, { stdio: 'inherit' });
  if (signal) process.kill(process.pid, signal);
  process.exit(status ?? 1);
}

/** The path of a Node that is new enough, or undefined, and why is said. */
function node24() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  // Who is offline does not wait for a minute of npm's retries.
  const npm = ['--yes', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'];
  const asked = [...npm, `--package=node@${version}`, '--', 'node', '-p', 'process.execPath'];
  const { status, stdout, stderr, error } = spawnSync('npx', asked, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const path = stdout?.trim().split('\n').at(-1);
  if (status === 0 && path) return path;
  const reason = error?.message ?? stderr.trim().split('\n')[0];
  console.error(`Node ${version} could not be had from npm (${reason}): Node ${process.versions.node} is slower.`);
  return undefined;
}
