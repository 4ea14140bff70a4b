import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RealClock } from '../../../sandbox/wire/real-clock.js';
import { type SandboxServer, serve } from '../../../sandbox/wire/serve.js';
import { SimulatedMachines } from '../../../sandbox/world/machines/simulated-machines.js';
import { profiles } from '../../../sandbox/world/profile.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { World } from '../../../sandbox/world/world.js';
import { bakeAmi } from '../../../src/actions/bake-ami.js';
import { readRecord } from '../../../src/images/bake-record.js';
import { markOf } from '../../../src/images/packer-run.js';
import { systemClock } from '../../../src/platform/clock.js';
import { InputFailure } from '../../../src/platform/failure.js';
import { processesOf } from '../../../src/platform/processes.js';
import { RecordedStep } from '../../doubles/recorded-step.js';

const region = 'eu-west-1';
/** What a step has saved of its bake so far. */
const recordOf = ({ states }: RecordedStep) => readRecord(states['bake'] ?? '');

/** A shell script in Packer's place: it tells the version, and bakes as the test says. */
const fakePacker = (bake: string) => `#!/bin/sh
case "$1" in
  version) echo 'Packer v1.6.6';;
  *) ${bake};;
esac
`;

describe('bake-ami', () => {
  let folder = '';
  let world: World;
  let clock: RealClock;
  let server: SandboxServer;
  let built = '';
  const steps: RecordedStep[] = [];

  // The SDK looks for credentials in the process's own environment.
  const credentials = { AWS_ACCESS_KEY_ID: 'sandbox', AWS_SECRET_ACCESS_KEY: 'sandbox' };
  const before = { ...process.env };
  beforeAll(() => {
    Object.assign(process.env, credentials);
  });
  afterAll(() => {
    for (const name of Object.keys(credentials)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bake-ami-test-'));
    await writeFile(join(folder, 'shop.json'), '{}');
    clock = new RealClock();
    const machines = (made: World) => new SimulatedMachines(made);
    world = new World({ clock, random: new SeededRandom(1), profile: profiles.fast, machines });
    built = world.region(region).ec2.addImage({ name: 'shop-1' }).id;
    server = await serve(world);
  });
  afterEach(async () => {
    await server.close();
    clock.stop();
    // Where a test has run no post, its folder is left to us.
    const records = steps.splice(0).flatMap((step) => recordOf(step) ?? []);
    for (const { directory } of records) await rm(directory, { recursive: true, force: true });
    await rm(folder, { recursive: true });
  });

  /** A step with Packer's double on its PATH. */
  async function stepWith(bake: string, inputs: Record<string, string> = {}): Promise<RecordedStep> {
    await writeFile(join(folder, 'packer'), fakePacker(bake));
    await chmod(join(folder, 'packer'), 0o755);
    const step = new RecordedStep(
      { template: 'shop.json', 'working-directory': folder, ...inputs },
      {
        environment: {
          PATH: `${folder}:${process.env.PATH}`,
          AWS_REGION: region,
          STEADFLEET_SANDBOX: '1',
          AWS_ENDPOINT_URL: server.url,
        },
      },
    );
    steps.push(step);
    return step;
  }

  const artifact = () =>
    `echo '1,,ui,message,    shop: Found Image ID: ami-0123456789abcdef0'; echo '1,shop,artifact,0,id,${region}:${built}'`;

  it('gives Packer the credentials of its role, and keeps them out of the log', async () => {
    const github = createServer((_request, response) => response.end('{"value":"jwt"}'));
    await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve));
    const shown = join(folder, 'shown');
    const role = 'arn:aws:iam::000000000000:role/bake';
    const step = await stepWith(`env > '${shown}'; ${artifact()}`, { role });
    Object.assign(step.environment, {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${(github.address() as AddressInfo).port}/`,
      AWS_PROFILE: 'other',
    });
    await bakeAmi.main(step);
    const variables = await readFile(shown, 'utf8');
    expect(variables).toMatch(/^AWS_ACCESS_KEY_ID=ASIASANDBOX/m);
    expect(variables).toMatch(/^AWS_SESSION_TOKEN=sandbox$/m);
    expect(variables).not.toMatch(/^AWS_PROFILE=/m);
    expect(step.masked).toEqual(expect.arrayContaining(['jwt', expect.stringMatching(/^ASIASANDBOX/)]));
    expect(JSON.stringify(step.lines) + step.summary).not.toMatch(/jwt|ASIASANDBOX/);
    await new Promise((resolve) => github.close(resolve));
  });

  it.each([
    [{ role: 'arn:aws:iam::000000000000:role/bake' }, 'id-token: write'],
    [{ role: 'arn:aws:iam::000000000000:role/bake', timeout: '61m' }, 'role-duration-seconds'],
    [{ role: 'bake' }, 'arn:aws:iam::123456789012:role/deploy'],
  ])('refuses %j, and says what to write', async (inputs: Record<string, string>, remedy) => {
    await expect(bakeAmi.main(await stepWith(artifact(), inputs))).rejects.toThrow(remedy);
  });

  it('sets its outputs, tags what was built and tells the job, and post keeps it', async () => {
    const step = await stepWith(artifact());
    await bakeAmi.main(step);
    expect(step.outputs).toEqual({
      'image-id': built,
      images: JSON.stringify({ [region]: built }),
      'source-image': 'ami-0123456789abcdef0',
    });
    const tags = world.region(region).ec2.images.get(built)?.tags;
    expect(Object.fromEntries(tags ?? [])).toEqual({
      'steadfleet:repository': 'octo/shop',
      'steadfleet:commit': '0123456789abcdef0123456789abcdef01234567',
      'steadfleet:ref': 'refs/heads/main',
      'steadfleet:run': 'https://github.com/octo/shop/actions/runs/42',
    });
    expect(step.summary).toContain(built);
    await bakeAmi.post?.(step.post());
    expect(world.region(region).ec2.images.has(built)).toBe(true);
    await expect(readFile(recordOf(step)?.log ?? '')).rejects.toThrow(/ENOENT/);
  });

  it('takes the temporary files of Packer away with its own', async () => {
    const step = await stepWith(`echo key > "$TMPDIR/ansible-key1" && echo "$TMPDIR" > folder; ${artifact()}`);
    await bakeAmi.main(step);
    const temporary = (await readFile(join(folder, 'folder'), 'utf8')).trim();
    expect(await readFile(join(temporary, 'ansible-key1'), 'utf8')).toBe('key\n');
    await bakeAmi.post?.(step.post());
    await expect(readFile(join(temporary, 'ansible-key1'))).rejects.toThrow(/ENOENT/);
  });

  it('lets GitHub execute nothing that Packer prints: its log stands between two secret words', async () => {
    const step = await stepWith(`echo '1,,ui,message,::set-output name=x::y'; ${artifact()}`);
    await bakeAmi.main(step);
    const lines = step.linesAt('info');
    const open = lines.findIndex((line) => /^::stop-commands::[0-9a-f]{32}$/.test(line));
    const word = lines[open]?.split('::')[2];
    const at = lines.indexOf('::set-output name=x::y');
    expect(open).toBeGreaterThanOrEqual(0);
    expect(at).toBeGreaterThan(open);
    expect(lines.indexOf(`::${word}::`)).toBeGreaterThan(at);
    expect(word).not.toBe(recordOf(step)?.variable.split('=')[1]);
  });

  it('makes annotations of what Packer calls errors, with the remedy where one is known', async () => {
    const said = "AMI Name: '\\''shop'\\'' is used by an existing AMI: ami-0a";
    const step = await stepWith(`echo '1,,ui,say,==> shop: hello'; echo '1,shop,error,${said}'; exit 1`);
    await expect(bakeAmi.main(step)).rejects.toThrow(/Packer failed/);
    expect(step.linesAt('error')).toEqual([
      "shop: AMI Name: 'shop' is used by an existing AMI: ami-0a",
      expect.stringMatching(/ami_name/),
    ]);
    expect(step.outputs).toEqual({});
  });

  it('is stopped by a cancelled job at once, and post leaves no process', async () => {
    const step = await stepWith('sleep 300 & wait');
    const main = bakeAmi.main(step);
    while (recordOf(step)?.group === undefined) await systemClock.sleep(20);
    const record = recordOf(step);
    if (!record) throw new Error('no record');
    expect(processesOf(markOf(record)).length).toBeGreaterThan(0);
    const cancelledAt = systemClock.now();
    step.cancel();
    await expect(main).rejects.toThrow(/cancelled/);
    expect(systemClock.now() - cancelledAt).toBeLessThan(2_000);
    await bakeAmi.post?.(step.post());
    expect(processesOf(markOf(record))).toEqual([]);
    expect(world.region(region).ec2.images.has(built)).toBe(true);
  });

  it('is stopped when it takes too long, and says so', async () => {
    const step = await stepWith('sleep 300', { timeout: '1s' });
    await expect(bakeAmi.main(step)).rejects.toThrow(/took longer than 1s and was stopped\. Raise "timeout"/);
    await bakeAmi.post?.(step.post());
  });

  it('fails when Packer succeeded without an AMI', async () => {
    await expect(bakeAmi.main(await stepWith('true'))).rejects.toThrow(/reported no AMI/);
  });

  it('warns when no image was built in its own region', async () => {
    const step = await stepWith(artifact().replaceAll(region, 'us-east-1'), { region: 'eu-west-2' });
    const image = { name: 'shop-1', id: built };
    world.region('us-east-1').ec2.addImage(image);
    await bakeAmi.main(step);
    expect(step.outputs['image-id']).toBe('');
    expect(step.linesAt('warning')).toEqual([expect.stringMatching(/No image was built in eu-west-2/)]);
  });

  it('says what to do when there is no Packer', async () => {
    const step = new RecordedStep(
      { template: 'shop.json', 'working-directory': folder },
      { environment: { PATH: '/nowhere', AWS_REGION: region, STEADFLEET_SANDBOX: '1', AWS_ENDPOINT_URL: server.url } },
    );
    await expect(bakeAmi.main(step)).rejects.toThrow(/no "packer" on the PATH\. Set packer-version/);
    await bakeAmi.post?.(step.post());
  });

  it('finds all wrong inputs at once, before it starts anything', async () => {
    const wrong = {
      template: '',
      'packer-version': 'latest',
      'packer-mirror': 'http://example.com',
      timeout: 'soon',
      tags: 'x',
    };
    const step = await stepWith('true', wrong);
    const failure = await bakeAmi.main(step).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputFailure);
    const names = (failure as InputFailure).problems.map(({ input }) => input);
    expect(names.sort()).toEqual(['packer-mirror', 'packer-version', 'tags', 'template', 'timeout']);
    expect(step.states).toEqual({});
  });
});
