import { beforeEach, describe, expect, it } from '@jest/globals';
import { attachWorld } from '../../../sandbox/wire/attach-world.js';
import { AwsError } from '../../../sandbox/world/aws-error.js';
import { SimulatedMachines } from '../../../sandbox/world/machines/simulated-machines.js';
import { profiles } from '../../../sandbox/world/profile.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { World } from '../../../sandbox/world/world.js';
import type { Evidence } from '../../../src/images/evidence.js';
import { type Sweep, sweep } from '../../../src/images/janitor.js';
import { connect } from '../../../src/platform/aws.js';

const home = 'eu-west-1';
const abroad = 'us-east-1';

describe('the janitor', () => {
  let clock: VirtualClock;
  let world: World;
  let base = '';

  beforeEach(() => {
    clock = new VirtualClock();
    const machines = (made: World) => new SimulatedMachines(made);
    world = new World({ clock, random: new SeededRandom(7), profile: profiles.realistic, machines });
    base = world.region(home).ec2.addImage({ name: 'base' }).id;
  });

  const call = <Output>(operation: string, input: object, region = home) =>
    world.call({ service: 'ec2', operation, input, region }) as Output;

  /** What Packer makes, up to a copy of the image in another region; gives the ids. */
  function makeEverything(name: string) {
    call('CreateKeyPair', { KeyName: `packer_key_${name}` });
    const { GroupId } = call<{ GroupId: string }>('CreateSecurityGroup', {
      GroupName: `packer_group_${name}`,
      Description: 'Temporary',
    });
    const { Instances } = call<{ Instances: { InstanceId: string }[] }>('RunInstances', {
      ImageId: base,
      MinCount: 1,
      MaxCount: 1,
      InstanceType: 't3.micro',
      KeyName: `packer_key_${name}`,
      SecurityGroupIds: [GroupId],
    });
    const instance = Instances[0]?.InstanceId ?? '';
    clock.advance(60_000);
    const { ImageId: image } = call<{ ImageId: string }>('CreateImage', { InstanceId: instance, Name: name });
    clock.advance(900_000);
    const { ImageId: copy } = call<{ ImageId: string }>(
      'CopyImage',
      { SourceImageId: image, SourceRegion: home, Name: name },
      abroad,
    );
    clock.advance(900_000);
    return { instance, image, copy };
  }

  const evidence = (name: string, since: number): Evidence => ({
    since,
    keyPairs: [`packer_key_${name}`],
    securityGroups: [`packer_group_${name}`],
    instances: [],
    imageNames: [name],
    imageHints: [],
  });

  function everything(): string[] {
    return [home, abroad].flatMap((region) => [
      ...call<{ Reservations: { Instances: { InstanceId: string; State: { Name: string } }[] }[] }>(
        'DescribeInstances',
        {},
        region,
      )
        .Reservations.flatMap(({ Instances }) => Instances)
        .filter(({ State }) => State.Name !== 'terminated')
        .map(({ InstanceId }) => InstanceId),
      ...call<{ Images: { ImageId: string }[] }>('DescribeImages', { Owners: ['self'] }, region).Images.map(
        (image) => image.ImageId,
      ),
      ...call<{ Snapshots: { SnapshotId: string }[] }>(
        'DescribeSnapshots',
        { OwnerIds: ['self'] },
        region,
      ).Snapshots.map(({ SnapshotId }) => SnapshotId),
      ...call<{ KeyPairs: { KeyName: string }[] }>('DescribeKeyPairs', {}, region).KeyPairs.map(
        ({ KeyName }) => KeyName,
      ),
      ...call<{ SecurityGroups: { GroupId: string }[] }>('DescribeSecurityGroups', {}, region).SecurityGroups.map(
        ({ GroupId }) => GroupId,
      ),
    ]);
  }

  function clean(found: Evidence, patience = 600_000): Promise<Sweep> {
    const connectTo = (region: string) =>
      connect({ region, clock, random: world.random, attach: (client) => attachWorld(client, world, { clock }) });
    return clock.run(sweep([connectTo(home), connectTo(abroad)], found, clock, patience));
  }

  it('removes instance, key pair, security group, image, copy and snapshots, and nothing of anybody else', async () => {
    makeEverything('other');
    const before = everything();
    const since = clock.now();
    makeEverything('shop');
    const { removed, left } = await clean(evidence('shop', since));
    expect(left).toEqual([]);
    expect(removed).toHaveLength(7);
    expect(everything().sort()).toEqual(before.sort());
  });

  it('finds an image by its source instance after that instance was terminated', async () => {
    const before = everything();
    const { instance } = makeEverything('shop');
    call('TerminateInstances', { InstanceIds: [instance] });
    clock.advance(120_000);
    await clean(evidence('shop', 0));
    expect(everything().sort()).toEqual(before.sort());
  });

  it('takes an image that is still being made, with the snapshots that AWS has begun', async () => {
    const before = everything();
    const { instance } = makeEverything('shop');
    call('CreateImage', { InstanceId: instance, Name: 'shop-again' });
    await clean({ ...evidence('shop', 0), imageNames: ['shop', 'shop-again'] });
    expect(everything().sort()).toEqual(before.sort());
  });

  it('touches nothing that is older than the bake, whatever a log says', async () => {
    const { instance, image } = makeEverything('shop');
    clock.advance(3_600_000);
    const before = everything();
    const { removed } = await clean({ ...evidence('none', clock.now()), instances: [instance], imageHints: [image] });
    expect(removed).toEqual([]);
    expect(everything()).toEqual(before);
  });

  it('does not believe a log that calls an image ours which was made from an instance of somebody else', async () => {
    const { image } = makeEverything('other');
    const before = everything();
    await clean({ ...evidence('shop', 0), imageHints: [image] });
    expect(everything()).toEqual(before);
  });

  it('reads every page: what stands on a later one is removed too', async () => {
    const before = everything();
    const { instance } = makeEverything('shop');
    const names = ['shop', ...Array.from({ length: 6 }, (_, number) => `shop-${number}`)];
    for (const Name of names.slice(1)) call('CreateImage', { InstanceId: instance, Name });
    clock.advance(900_000);
    world.interceptors.push({
      before({ operation, input }) {
        if (/^Describe(Instances|Images|Snapshots|SecurityGroups)$/.test(operation))
          Object.assign(input, { MaxResults: 5 });
      },
    });
    // Time for one look only.
    const { removed } = await clean({ ...evidence('shop', 0), imageNames: names }, 0);
    expect(removed.filter((name) => name.startsWith('image '))).toHaveLength(names.length + 1);
    world.interceptors.length = 0;
    await clean({ ...evidence('shop', 0), imageNames: names });
    expect(everything().sort()).toEqual(before.sort());
  });

  it('says what it could not remove, and why', async () => {
    const { instance } = makeEverything('shop');
    world.interceptors.push({
      before({ operation }) {
        if (operation === 'TerminateInstances') throw new AwsError('UnauthorizedOperation', 'You may not', 403);
      },
    });
    const { left } = await clean(evidence('shop', 0), 60_000);
    expect(left).toEqual([
      expect.stringMatching(`instance ${instance} in ${home} \\(.*You may not`),
      expect.stringMatching(/^security group sg-\w+ in eu-west-1 \(in use until/),
      expect.stringMatching(/^key pair packer_key_shop in eu-west-1 \(in use until/),
    ]);
  });

  it('says which region it could not search, and neither skips the others nor waits for it', async () => {
    makeEverything('shop');
    world.interceptors.push({
      before({ region }) {
        if (region === abroad) throw new AwsError('AuthFailure', 'Not in this region', 401);
      },
    });
    const start = clock.now();
    const { removed, left } = await clean(evidence('shop', 0));
    expect(clock.now() - start).toBeLessThan(300_000);
    expect(removed).toHaveLength(5);
    expect(left).toEqual([expect.stringMatching(/^unknown things in us-east-1, which could not be searched/)]);
  });

  it('looks again after a look that found nothing: a call may still take effect when Packer is dead', async () => {
    const before = everything();
    let looks = 0;
    world.interceptors.push({
      before({ operation, region }) {
        // Between the first and the second look, the launch that was under way arrives.
        if (operation === 'DescribeKeyPairs' && region === home && ++looks === 2)
          call('CreateKeyPair', { KeyName: 'packer_key_shop' });
      },
    });
    const { removed } = await clean(evidence('shop', 0));
    expect(removed).toEqual(['key pair packer_key_shop in eu-west-1']);
    expect(everything().sort()).toEqual(before.sort());
  });
});
