import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const list = '__tests__/simulation/loaded-beforehand.ts';

/** All that a simulated rollout can reach; the network is what no simulation does. */
function sources(): readonly string[] {
  return ['src/rollout', 'src/platform']
    .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)))
    .filter((file) => file.endsWith('.ts') && file !== 'src/platform/http.ts');
}

/** What stands in an import of a file, as seen from the checkout's root. */
function imported(file: string, pattern: RegExp): readonly string[] {
  const names = [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name = '']) => name);
  return names.map((name) => (name.startsWith('.') ? join(file, '..', name) : name));
}

it('is all that a rollout loads only when it is needed', () => {
  const lazily = sources().flatMap((file) => imported(file, /import\(\s*'([^']+)'/g));
  expect(lazily.length).toBeGreaterThan(5);
  expect([...new Set(lazily)].sort()).toEqual([...imported(list, /^import '([^']+)'/gm)].sort());
});
