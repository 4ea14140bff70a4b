import {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  SetDesiredCapacityCommand,
  TerminateInstanceInAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  CreateLaunchTemplateVersionCommand,
  DescribeInstancesCommand,
  DescribeSubnetsCommand,
  EC2Client,
  EC2ServiceException,
  paginateDescribeSubnets,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import { DescribeTargetHealthCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  ParameterAlreadyExists,
  PutParameterCommand,
  paginateGetParametersByPath,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { Faults } from '../../../sandbox/faults/faults.js';
import { attachWorld } from '../../../sandbox/wire/attach-world.js';
import { attachWire } from '../../../sandbox/wire/request-handler.js';
import { SimulatedMachines } from '../../../sandbox/world/machines/simulated-machines.js';
import { profiles } from '../../../sandbox/world/profile.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { buildStarterWorld, type StarterWorld } from '../../../sandbox/world/starter-world.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { World } from '../../../sandbox/world/world.js';
import { settings } from './stub-world.js';

type Attach = typeof attachWorld | typeof attachWire;

interface Scene {
  readonly world: World;
  readonly clock: VirtualClock;
  readonly starter: StarterWorld;
  readonly ec2: EC2Client;
  readonly autoScaling: AutoScalingClient;
  readonly loadBalancing: ElasticLoadBalancingV2Client;
  readonly ssm: SSMClient;
  readonly sts: STSClient;
}

/** The small world, and clients that reach it through one of the doors. */
function sceneThrough(attach: Attach, seed: number): Scene {
  const clock = new VirtualClock();
  const machines = (world: World) => new SimulatedMachines(world);
  const world = new World({ clock, random: new SeededRandom(seed), profile: profiles.realistic, machines });
  const starter = buildStarterWorld(world, { region: settings.region, machines: 4 });
  const clients = {
    ec2: new EC2Client(settings),
    autoScaling: new AutoScalingClient(settings),
    loadBalancing: new ElasticLoadBalancingV2Client(settings),
    ssm: new SSMClient(settings),
    sts: new STSClient(settings),
  };
  for (const client of Object.values(clients)) attach(client, world);
  return { world, clock, starter, ...clients };
}

async function collect<Page, Item>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[],
): Promise<Item[][]> {
  const all: Item[][] = [];
  for await (const page of pages) all.push([...itemsOf(page)]);
  return all;
}

describe.each([
  ['the short-cut', attachWorld],
  ['the serialisers', attachWire],
] as const)('a client through %s', (_name, attach) => {
  it('turns real pages', async () => {
    const { clock, ec2, ssm } = sceneThrough(attach, 1);
    await clock.run(
      (async () => {
        const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
        const pages = await collect(
          paginateDescribeSubnets({ client: ec2, pageSize: 5 }, {}),
          (page) => page.Subnets ?? [],
        );
        expect(pages.flat()).toEqual(Subnets);
        for (let n = 0; n < 12; n++) {
          await ssm.send(new PutParameterCommand({ Name: `/pages/${n}`, Value: `${n}`, Type: 'String' }));
        }
        await clock.sleep(60_000);
        const byPath = paginateGetParametersByPath({ client: ssm, pageSize: 5 }, { Path: '/pages' });
        const parameters = await collect(byPath, (page) => page.Parameters ?? []);
        expect(parameters.map((page) => page.length)).toEqual([5, 5, 2]);
      })(),
    );
  });

  it('gets the first answer again for the same client token', async () => {
    const { clock, ec2, starter } = sceneThrough(attach, 1);
    const version = new CreateLaunchTemplateVersionCommand({
      LaunchTemplateId: starter.launchTemplateId,
      SourceVersion: '1',
      ClientToken: 'once',
      LaunchTemplateData: { InstanceType: 't3.small' },
    });
    const first = await clock.run(ec2.send(version));
    const second = await clock.run(ec2.send(version));
    expect(first.LaunchTemplateVersion?.VersionNumber).toBe(2);
    expect(second.LaunchTemplateVersion?.VersionNumber).toBe(2);
  });

  it('launches a machine with the empty values that Packer sends', async () => {
    const { clock, ec2, starter } = sceneThrough(attach, 1);
    const { Instances } = await clock.run(
      ec2.send(
        new RunInstancesCommand({
          ImageId: starter.imageId,
          InstanceType: 't3.micro',
          MinCount: 1,
          MaxCount: 1,
          ClientToken: 'packer',
          UserData: '',
          EbsOptimized: false,
          InstanceInitiatedShutdownBehavior: 'stop',
          IamInstanceProfile: { Name: '' },
          Placement: { AvailabilityZone: '' },
          SubnetId: '',
        }),
      ),
    );
    expect(Instances).toMatchObject([{ State: { Name: 'pending' }, SubnetId: expect.stringMatching(/^subnet-/) }]);
  });

  it("is answered errors of the SDK's own classes", async () => {
    const { clock, ec2, ssm } = sceneThrough(attach, 1);
    const failure = (work: Promise<unknown>) => clock.run(work.then(() => undefined)).catch((error: unknown) => error);
    const missing = await failure(ec2.send(new DescribeInstancesCommand({ InstanceIds: ['i-00000000000000000'] })));
    expect(missing).toBeInstanceOf(EC2ServiceException);
    expect(missing).toMatchObject({ name: 'InvalidInstanceID.NotFound', $metadata: { httpStatusCode: 400 } });
    const put = new PutParameterCommand({ Name: '/lock', Value: 'mine', Type: 'String' });
    await clock.run(ssm.send(put));
    expect(await failure(ssm.send(put))).toBeInstanceOf(ParameterAlreadyExists);
  });

  it('knows who it is', async () => {
    const { clock, sts, world } = sceneThrough(attach, 1);
    expect((await clock.run(sts.send(new GetCallerIdentityCommand({})))).Account).toBe(world.account);
  });
});

/** Replaces every machine of the group, while calls fail now and then. */
async function replaceAll({ clock, starter, autoScaling, loadBalancing, ec2, world }: Scene): Promise<void> {
  world.interceptors.push(new Faults(world.random.fork('faults'), [{ probability: 0.1, error: 'throttle' }]));
  const insist = async <Output>(send: () => Promise<Output>): Promise<Output> => {
    for (;;) {
      const output = await send().catch(() => undefined);
      if (output !== undefined) return output;
      await clock.sleep(1000);
    }
  };
  const groupName = { AutoScalingGroupName: starter.groupName };
  const describe = new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [starter.groupName] });
  await insist(() => autoScaling.send(new SetDesiredCapacityCommand({ ...groupName, DesiredCapacity: 5 })));
  for (let turn = 0; turn < 4; turn++) {
    await clock.sleep(120_000);
    const [groups] = await Promise.all([
      insist(() => autoScaling.send(describe)),
      insist(() => loadBalancing.send(new DescribeTargetHealthCommand({ TargetGroupArn: starter.targetGroupArn }))),
      insist(() => ec2.send(new DescribeInstancesCommand({}))),
    ]);
    const oldest = groups.AutoScalingGroups?.[0]?.Instances?.[0]?.InstanceId;
    const terminate = { InstanceId: oldest, ShouldDecrementDesiredCapacity: false };
    await autoScaling.send(new TerminateInstanceInAutoScalingGroupCommand(terminate)).catch(() => undefined);
  }
}

describe('a history', () => {
  it('is the same through both doors, event for event, for the same seed', async () => {
    const hashOf = async (attach: Attach, seed: number) => {
      const scene = sceneThrough(attach, seed);
      await scene.clock.run(replaceAll(scene));
      return scene.world.log.hash();
    };
    const hashes = new Set<string>();
    for (let seed = 1; seed <= 5; seed++) {
      const short = await hashOf(attachWorld, seed);
      expect(await hashOf(attachWire, seed)).toBe(short);
      expect(await hashOf(attachWorld, seed)).toBe(short);
      hashes.add(short);
    }
    expect(hashes.size).toBe(5);
  });
});
