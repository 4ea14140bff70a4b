import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** The packages that the actions import when they run; types alone are gone by then. */
function importedBy(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const modules = files.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8').replace(/^import type [^;]*;/gm, '');
    return [...text.matchAll(/(?:from |import\()'([@a-z][\w:@/.-]*)'/g)].map(([, module]) => module ?? '');
  });
  const packages = modules.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));
  return [...new Set(packages)].sort();
}

it('declares exactly the packages that src imports: none that is not used, none that another brings along', () => {
  expect(importedBy('src')).toEqual(Object.keys(dependencies).sort());
});
