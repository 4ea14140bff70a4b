/** `npm run bundle`: builds dist/ from src/. */
import { install } from './install.mjs';

install();
const { pack } = await import('./pack.mjs');
await pack('dist');
console.log('Bundled src/ into dist/.');
