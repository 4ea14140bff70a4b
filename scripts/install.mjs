import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Installs node_modules when it is missing or not what package-lock.json says, and says so. */
export function install() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci) ...');
  const exact = npm('ci');
  if (exact.status === 0 && isInstalled()) return;
  console.log(`npm ci did not do (${reasonIn(exact)}): installing what fits this machine (npm install) ...`);
  const fitting = npm('install', '--no-save');
  if (fitting.status === 0) return;
  console.error(`The packages could not be installed:\n${fitting.stderr}`);
  process.exit(1);
}

/** npm says much when it fails; the first sentence that is not a code tells why. */
function reasonIn({ stderr, error }) {
  const lines = stderr?.split('\n').map((line) => line.replace(/^npm error ?/, '').trim()) ?? [];
  const missing = lines.find((line) => line.startsWith('Missing: '));
  return (
    missing ?? lines.find((line) => line !== '' && !line.startsWith('code ')) ?? error?.message ?? 'no reason given'
  );
}

/** npm keeps a lock file of what it installed in node_modules. Packages of other platforms need not be there. */
function isInstalled() {
  const installedFile = 'node_modules/.package-lock.json';
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function npm(...parameters) {
  return spawnSync('npm', [...parameters, '--no-audit', '--no-fund', '--loglevel=error'], {
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
    shell: process.platform === 'win32',
  });
}
