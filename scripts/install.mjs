import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Installs node_modules when it is missing or not what package-lock.json says, and says so. */
export function install() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci) ...');
  if (npm('ci').status === 0 && isInstalled()) return;
  console.log('npm ci did not take this lock file (see above): installing what fits this machine (npm install) ...');
  if (npm('install', '--no-save').status === 0) return;
  console.error('The packages could not be installed: see what npm says above.');
  process.exit(1);
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
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
}
