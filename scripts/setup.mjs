/**
 * What `npm start`, `npm test`, `npm run sandbox` and `npm run bench` begin with: on a fresh clone it installs and
 * compiles what is missing and says so; otherwise it is over in a moment. Plain JavaScript, for nothing is there yet.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.mjs';
import { install } from './install.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
  process.exit(1);
}

install();
// The proof is played by `npm run simulate` as well as by Jest, so its parts are compiled with the benches that import them.
const proof = ['__tests__/simulation', '__tests__/doubles'];
compile({ project: 'tsconfig.build.json', folders: ['src', 'sandbox', 'bench', ...proof], output: 'build' });
