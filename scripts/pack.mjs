import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ncc from '@vercel/ncc';
import { compile } from './compile.mjs';

export const actions = ['bake-ami', 'notify', 'personal-env', 'rolling-deploy', 'steadfleet'];

/**
 * Builds what GitHub runs into `folder`, which is emptied first: one bundle that all actions share, in chunks that load
 * when they are needed, and a stub for each action. The same sources give the same bytes, wherever they are built.
 */
export async function pack(folder) {
  // Of the sandbox only the world is part of a bundle: a dry run rehearses in it.
  compile({ project: 'tsconfig.bundle.json', folders: ['src', 'sandbox/world'], output: 'build/bundle' });
  const { code, assets } = await ncc(resolve('build/bundle/src/index.js'), {
    cache: false,
    esm: true,
    filename: 'index.js',
    license: 'licenses.txt',
    // The AWS SDK's ES modules can be shaken: less to load, a quicker start. ncc's command line cannot choose them.
    mainFields: ['module', 'main'],
    quiet: true,
  });
  rmSync(folder, { recursive: true, force: true });
  write(join(folder, 'index.js'), code);
  for (const [name, { source }] of Object.entries(assets)) write(join(folder, name), source);
  write(join(folder, 'package.json'), '{"type":"module"}\n');
  for (const name of actions) {
    write(join(folder, `${name}.js`), `import { run } from './index.js';\nawait run('${name}');\n`);
  }
}

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
