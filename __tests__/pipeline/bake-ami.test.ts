import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BakeStep,
  type BakeWorld,
  copyRegion,
  leftIn,
  openBakeWorld,
  postOf,
  region,
  requireBundle,
  sandboxEnvironment,
} from './bake-bench.js';
import { writeTemplate } from './bake-template.js';

let folder = '';
beforeAll(async () => {
  requireBundle();
  folder = await mkdtemp(join(tmpdir(), 'bake-test-'));
  await writeTemplate(folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('bake-ami with real Packer', () => {
  it('bakes', async () => {
    const bench = await openBakeWorld(1);
    const inputs = { template: 'template.json', 'working-directory': folder, variables: `source=${bench.base.id}` };
    const environment = sandboxEnvironment(bench.server);
    const step = await BakeStep.start(inputs, environment);
    const main = await step.end();
    console.log(main);
    console.log(bench.server.calls.map((c) => `${c.operation} ${c.error ?? ''}`).join('\n'));
    console.log(await postOf(main, inputs, environment), leftIn(bench.world, bench.base));
    await bench.close();
  });
});
