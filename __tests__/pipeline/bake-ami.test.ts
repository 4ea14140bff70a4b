import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openHosts } from '../../sandbox/hosts/hosts.js';
import { RealClock } from '../../sandbox/wire/real-clock.js';
import { serve } from '../../sandbox/wire/serve.js';
import { AwsError } from '../../sandbox/world/aws-error.js';
import { profiles } from '../../sandbox/world/profile.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import { World } from '../../sandbox/world/world.js';
import { systemClock } from '../../src/platform/clock.js';
import { type ChildMark, processesOf } from '../../src/platform/processes.js';
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
const closers: (() => Promise<void>)[] = [];

async function open(seed: number): Promise<BakeWorld> {
  const bench = await openBakeWorld(seed);
  closers.push(() => bench.close());
  return bench;
}

afterEach(async () => {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
});
beforeAll(async () => {
  requireBundle();
  folder = await mkdtemp(join(tmpdir(), 'bake-test-'));
  await writeTemplate(folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('bake-ami with real Packer', () => {
  it('names the images of all regions, tags them and their snapshots, and keeps them', async () => {
    const bench = await open(1);
    const inputs = {
      template: 'template.json',
      'working-directory': folder,
      variables: `source=${bench.base.id}`,
      tags: 'team=shop',
    };
    const environment = sandboxEnvironment(bench.server);
    const main = await (await BakeStep.start(inputs, environment)).end();
    const post = await postOf(main, inputs, environment);

    expect([main.exitCode, post.exitCode]).toEqual([0, 0]);
    const images = JSON.parse(main.outputs['images'] ?? '') as Record<string, string>;
    expect(Object.keys(images)).toEqual([region, copyRegion]);
    expect(main.outputs).toMatchObject({ 'image-id': images[region], 'source-image': bench.base.id });
    for (const [name, id] of Object.entries(images)) {
      const { ec2 } = bench.world.region(name);
      const image = ec2.images.get(id);
      const snapshots = image?.blockDevices.map(({ snapshotId }) => ec2.snapshots.find(snapshotId)) ?? [];
      for (const { tags } of [image, ...snapshots].flatMap((thing) => thing ?? [])) {
        expect(Object.fromEntries(tags)).toMatchObject({
          service: 'shop',
          team: 'shop',
          'steadfleet:repository': 'octo/shop',
          'steadfleet:commit': '0123456789abcdef0123456789abcdef01234567',
          'steadfleet:ref': 'refs/heads/main',
          'steadfleet:run': 'https://github.com/octo/shop/actions/runs/42',
        });
      }
      expect(main.summary).toContain(id);
    }
  });

  it('tells what failed, and frees the name of an image that was made already', async () => {
    const bench = await open(2);
    const faults = { copies: 0 };
    bench.world.interceptors.push({
      before({ operation }) {
        if (operation === 'CopyImage' && faults.copies++ === 0) throw new AwsError('InvalidRequest', 'No copies today');
      },
    });
    const inputs = { template: 'template.json', 'working-directory': folder, variables: `source=${bench.base.id}` };
    const environment = sandboxEnvironment(bench.server);
    const main = await (await BakeStep.start(inputs, environment)).end();
    expect(main.exitCode).toBe(1);
    expect(main.log).toMatch(/::error title=Packer::.*No copies today/);
    await postOf(main, inputs, environment);
    expect(leftIn(bench.world, bench.base)).toEqual([]);
    const next = await (await BakeStep.start(inputs, environment)).end();
    expect(next.exitCode).toBe(0);
  });

  it('ends every process of a bake that is cancelled while a provisioner runs', async () => {
    const slow = await mkdtemp(join(tmpdir(), 'bake-test-'));
    closers.push(() => rm(slow, { recursive: true }));
    await writeTemplate(slow, ['touch started', 'sleep 300']);
    const bench = await open(3);
    const inputs = { template: 'template.json', 'working-directory': slow, variables: `source=${bench.base.id}` };
    const environment = sandboxEnvironment(bench.server);
    const step = await BakeStep.start(inputs, environment);
    while (!existsSync(join(slow, 'started'))) await systemClock.sleep(50);
    step.process.kill('SIGINT');
    const main = await step.end();
    const post = await postOf(main, inputs, environment);
    expect(main.exitCode).toBe(1);
    expect(leftIn(bench.world, bench.base)).toEqual([]);
    expect(processesOf(JSON.parse(main.state['bake'] ?? '') as ChildMark)).toEqual([]);
    expect(post.log).toContain('Cleanly cancelled builds');
  });
});

describe('bake-ami with real Packer, Ansible and machines', () => {
  it.each(['template.json', 'template.pkr.hcl'])('bakes the sample service with %s', async (template) => {
    const hosts = await openHosts();
    const clock = new RealClock();
    const world = new World({
      clock,
      random: new SeededRandom(1),
      profile: profiles.fast,
      machines: (made) => hosts.machinesFor(made),
    });
    const base = world.region(region).ec2.addImage({ name: 'base', owner: 'amazon' });
    const server = await serve(world);
    closers.push(async () => {
      await server.close();
      await hosts.close();
      clock.stop();
    });
    const environment = { ...sandboxEnvironment(server), STEADFLEET_SANDBOX_SSH_PORT: String(hosts.sshPort) };
    const variables = [`source_ami=${base.id}`, 'service_version=2', 'ssh_username=root'];
    const inHcl = template.endsWith('.hcl') ? [`sandbox_endpoint=${server.url}`, `ssh_port=${hosts.sshPort}`] : [];
    const inputs = {
      template,
      'working-directory': resolve('examples/service'),
      variables: [...variables, ...inHcl].join('\n'),
    };
    const main = await (await BakeStep.start(inputs, environment)).end();
    const post = await postOf(main, inputs, environment);
    const left = leftIn(world, base);
    expect(hosts.limits).toEqual([]);
    expect({ exitCode: main.exitCode, log: main.exitCode === 0 ? '' : main.log }).toEqual({ exitCode: 0, log: '' });
    expect(main.log).toMatch(/failed=0/);
    expect(main.outputs['source-image']).toBe(base.id);
    // The image and its snapshot, and nothing else.
    expect(left).toEqual([`${main.outputs['image-id']} in ${region}`, expect.stringMatching(/^snap-/)]);
    expect(post.exitCode).toBe(0);
  });
});
