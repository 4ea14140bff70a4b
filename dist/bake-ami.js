import { run } from './index.js';
await run('bake-ami');
