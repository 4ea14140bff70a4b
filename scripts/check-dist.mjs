/** `npm run check-dist`: exit 1 unless dist/ is, byte for byte, what src/ builds. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from './pack.mjs';

const fresh = mkdtempSync(join(tmpdir(), 'steadfleet-dist-'));
try {
  await pack(fresh);
  const names = [...new Set([...filesIn('dist'), ...filesIn(fresh)])].sort();
  const differing = names.filter((name) => contentOf('dist', name) !== contentOf(fresh, name));
  for (const name of differing) console.error(`dist/${name} is not what src/ builds.`);
  if (differing.length > 0) {
    console.error('Run: npm run bundle');
    process.exitCode = 1;
  } else {
    console.log(`dist/ is what src/ builds (${names.length} files).`);
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function filesIn(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function contentOf(folder, name) {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'latin1') : undefined;
}
