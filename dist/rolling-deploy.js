import { run } from './index.js';
await run('rolling-deploy');
