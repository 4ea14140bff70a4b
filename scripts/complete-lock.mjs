/**
 * Completes package-lock.json for other platforms.
 *
 * npm leaves an optional package out of the lock file when the registry that it asked does not carry it (a mirror
 * often carries one platform only). `npm ci` then refuses the lock file everywhere. The missing entries hold nothing
 * but the exact version and the platform, both of which stand in the names; npm fills in the rest where it installs them.
 *
 * With --check nothing is written: exit 1 tells that entries are missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const lockFile = 'package-lock.json';
const operatingSystems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];

const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isInstalledFor(path, name))
    .map(([name, version]) => ({ name, entry: entryOf(name, version, entry.dev) })),
);

if (missing.length > 0 && process.argv.includes('--check')) {
  console.error(
    `package-lock.json lacks ${missing.length} packages of other platforms. Run: node scripts/complete-lock.mjs`,
  );
  process.exitCode = 1;
} else if (missing.length > 0) {
  for (const { name, entry } of missing) lock.packages[`node_modules/${name}`] = entry;
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${missing.length} packages of other platforms to package-lock.json.`);
}

/** Node's resolution: a package sees its own node_modules and those of every folder above it. */
function isInstalledFor(path, name) {
  const folders = path.split('/node_modules/');
  return folders.some((_, depth) => {
    const folder = folders.slice(0, folders.length - depth).join('/node_modules/');
    return `${folder}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages;
  });
}

/** `@swc/core-linux-arm64-musl` runs on Linux, arm64, musl. */
function entryOf(name, version, dev) {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const os = words.find((word) => operatingSystems.includes(word));
  const cpu = words[words.indexOf(os) + 1];
  const libc = { gnu: 'glibc', musl: 'musl' }[words[words.indexOf(os) + 2]];
  if (!os || !cpu) throw new Error(`${name} does not name its platform: add it to package-lock.json by hand.`);
  return {
    version,
    ...(cpu !== 'wasm32' && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(libc && os === 'linux' && { libc: [libc] }),
    optional: true,
    os: [os],
  };
}
