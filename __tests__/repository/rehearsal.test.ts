import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

it('loads rehearsals, and the simulated world with them, only when they are asked for: no step starts slower', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => join('src', name))
    .filter((path) => path.endsWith('.ts') && !path.startsWith(join('src', 'rollout', 'rehearsal')));
  const eager = sources.filter((path) =>
    /^(import|export) (?!type )[^;()]*from '[^']*\/rehearsal\//m.test(readFileSync(path, 'utf8')),
  );
  expect(eager).toEqual([]);
  expect(sources.some((path) => readFileSync(path, 'utf8').includes("import('../rollout/rehearsal/"))).toBe(true);
});
