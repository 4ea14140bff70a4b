import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { AwsError } from '../../../../sandbox/world/aws-error.js';
import { starter } from '../starter.js';

type World = ReturnType<typeof starter>;

const pick = (world: World, at: number) => world.ids()[at % Math.max(1, world.ids().length)] ?? 'i-0';
const at = fc.nat(7);

/** Whatever a person, a failure or another tool may do to a group; AWS may refuse it. */
const deed: fc.Arbitrary<(world: World) => void> = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map((DesiredCapacity) => (world: World) => {
    world.autoscaling('SetDesiredCapacity', { DesiredCapacity });
  }),
  fc.tuple(at, fc.boolean()).map(([index, ShouldDecrementDesiredCapacity]) => (world: World) => {
    const InstanceId = pick(world, index);
    world.call('autoscaling', 'TerminateInstanceInAutoScalingGroup', { InstanceId, ShouldDecrementDesiredCapacity });
  }),
  fc.tuple(at, fc.boolean()).map(([index, ShouldDecrementDesiredCapacity]) => (world: World) => {
    world.autoscaling('EnterStandby', { InstanceIds: [pick(world, index)], ShouldDecrementDesiredCapacity });
  }),
  fc.tuple(at, fc.boolean()).map(([index, ShouldDecrementDesiredCapacity]) => (world: World) => {
    world.autoscaling('DetachInstances', { InstanceIds: [pick(world, index)], ShouldDecrementDesiredCapacity });
  }),
  at.map((index) => (world: World) => world.autoscaling('ExitStandby', { InstanceIds: [pick(world, index)] })),
  at.map((index) => (world: World) => world.here.ec2.terminate(pick(world, index))),
  at.map((index) => (world: World) => world.here.ec2.stop(pick(world, index))),
  at.map((index) => (world: World) => world.machines.setAnswering(pick(world, index), false)),
  fc.constantFrom('Launch', 'Terminate', 'ReplaceUnhealthy', 'AZRebalance').map((process) => (world: World) => {
    world.autoscaling('SuspendProcesses', { ScalingProcesses: [process] });
  }),
  fc.constant((world: World) => world.autoscaling('ResumeProcesses', {})),
  fc.constantFrom(0.1, 1, 7, 40).map((count) => (world: World) => world.seconds(count)),
);

describe('a group that is left alone', () => {
  it('comes to its desired size, all in service and healthy, whatever was done to it before', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(deed, { maxLength: 25 }), (seed, deeds) => {
        const world = starter({ seed, machines: 3, minSize: 1, maxSize: 6, gracePeriod: 10 });
        // The load balancer's word counts once a machine was healthy.
        world.seconds(30);
        for (const act of deeds) attempt(() => act(world));
        world.autoscaling('ResumeProcesses', {});
        world.seconds(1800);
        const inService = world.ids('InService');
        const rest = world.instances().filter(({ LifecycleState }) => LifecycleState !== 'InService');
        const isWhole = inService.length === world.group().DesiredCapacity;
        const isServed = inService.every((id) => world.target(id)?.State === 'healthy');
        return isWhole && isServed && rest.every(({ LifecycleState }) => LifecycleState === 'Standby');
      }),
      { numRuns: 150 },
    );
  });
});

function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
  }
}
