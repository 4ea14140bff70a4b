import type { DescribeAutoScalingGroupsCommandOutput, Instance } from '@aws-sdk/client-auto-scaling';
import type { DescribeTargetHealthCommandOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { SimulatedMachines } from '../../../sandbox/world/machines/simulated-machines.js';
import { type Profile, profiles } from '../../../sandbox/world/profile.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { buildStarterWorld, type StarterSettings } from '../../../sandbox/world/starter-world.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { type ServiceName, World } from '../../../sandbox/world/world.js';

const region = 'eu-west-1';

interface Settings extends Partial<StarterSettings> {
  readonly seed?: number;
  readonly profile?: Profile;
}

/** A starter world in which time passes on command, with short ways to call and look. */
export function starter({ seed = 1, profile = profiles.fast, ...settings }: Settings = {}) {
  const clock = new VirtualClock();
  let simulated: SimulatedMachines | undefined;
  const world = new World({
    clock,
    random: new SeededRandom(seed),
    profile,
    machines: (of) => {
      simulated = new SimulatedMachines(of);
      return simulated;
    },
  });
  const names = buildStarterWorld(world, { region, ...settings });
  const call = <Output>(service: ServiceName, operation: string, input: object) =>
    world.call({ service, operation, input, region }) as Output;
  const autoscaling = <Output = unknown>(operation: string, input: object) =>
    call<Output>('autoscaling', operation, { AutoScalingGroupName: names.groupName, ...input });
  const group = () => {
    const input = { AutoScalingGroupNames: [names.groupName] };
    const found = call<DescribeAutoScalingGroupsCommandOutput>('autoscaling', 'DescribeAutoScalingGroups', input);
    const [one] = found.AutoScalingGroups ?? [];
    if (!one) throw new Error('the group is gone');
    return one;
  };
  const instances = (state?: string): Instance[] =>
    (group().Instances ?? []).filter(({ LifecycleState }) => !state || LifecycleState === state);
  /** Which images the group's machines run, as EC2 knows it. */
  const images = (state?: string) =>
    instances(state).map(({ InstanceId = '' }) => world.region(region).ec2.instances.get(InstanceId)?.imageId);
  const target = (id: string) => {
    const input = { TargetGroupArn: names.targetGroupArn, Targets: [{ Id: id }] };
    const found = call<DescribeTargetHealthCommandOutput>('elasticloadbalancing', 'DescribeTargetHealth', input);
    return found.TargetHealthDescriptions?.[0]?.TargetHealth;
  };
  const seconds = (count: number) => clock.advance(count * 1000);
  return {
    clock,
    world,
    machines: simulated as unknown as SimulatedMachines,
    here: world.region(region),
    names,
    call,
    autoscaling,
    group,
    instances,
    images,
    ids: (state?: string) => instances(state).map(({ InstanceId = '' }) => InstanceId),
    target,
    seconds,
  };
}

/** The code of the AwsError that `work` throws. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'no error';
}
