import { describe, expect, it } from '@jest/globals';
import { auditEnd } from './invariants/ends.js';
import { kinds } from './kinds.js';
import { play } from './play.js';
import type { Scenario } from './scenario.js';
import type { SimulationSettings } from './simulated-rollout.js';
import { TwoGroups } from './two-groups.js';

const second = 1_000;
const minute = 60 * second;

/** Both groups, whose machines are protected from scale-in, as those are that they launch. */
function begin(settings: Partial<SimulationSettings> = {}): TwoGroups {
  const pair = new TwoGroups(settings);
  kinds['machines protected from scale-in'].furnish(pair.rollout);
  return pair;
}

/** How many machines each group has once AWS has had the time to end what is more than desired. */
function machinesIn(pair: TwoGroups): Record<string, number> {
  pair.rollout.clock.advance(5 * minute);
  const count = (name: string) => pair.rollout.group(name).Instances?.length ?? 0;
  return { shop: count('shop'), green: count('green') };
}

function expectNoViolations({ rollout: { auditor } }: TwoGroups): void {
  auditEnd(auditor, undefined);
  expect(auditor.violations).toEqual([]);
}

const asBefore = { shop: 4, green: 0 };
const asShifted = { shop: 0, green: 4 };
const bad = { newImage: { answers: { badAfter: 150 * second } }, plan: { soak: 5 * minute } };
const kept = { plan: { keepPrevious: 30 * minute } };

describe('of two groups whose machines are protected from scale-in, the idle one keeps none', () => {
  it('once requests have been shifted, nor of the next rollout', async () => {
    const pair = begin();
    expect(await pair.deploy()).toMatchObject({ outcome: 'succeeded' });
    expect(machinesIn(pair)).toEqual(asShifted);
    expect(await pair.deploy(pair.rollout.addImage('third'))).toMatchObject({ outcome: 'succeeded' });
    expect(machinesIn(pair)).toEqual(asBefore);
    expect(pair.rollout.traffic.failed).toBe(0);
    expectNoViolations(pair);
  });

  it('keeps as many as it is to have, protected as they were', async () => {
    const pair = begin();
    pair.call('autoscaling', 'UpdateAutoScalingGroup', {
      ...{ AutoScalingGroupName: 'green', MinSize: 1, MaxSize: 1, DesiredCapacity: 1 },
    });
    pair.rollout.clock.advance(5 * minute);
    expect(await pair.deploy()).toMatchObject({ outcome: 'succeeded' });
    expect(machinesIn(pair)).toEqual({ shop: 1, green: 4 });
    expect(pair.rollout.group('shop').Instances).toMatchObject([{ ProtectedFromScaleIn: true }]);
  });

  it.each([
    ['never serves', { newImage: { answers: 'never' } }],
    ['breaks under traffic', bad],
  ] as const)('when an image that %s is taken back', async (_, settings) => {
    const pair = begin(settings);
    expect(await pair.deploy()).toMatchObject({ outcome: 'rolled-back' });
    expect(machinesIn(pair)).toEqual(asBefore);
    expectNoViolations(pair);
  });

  it('but those that are kept for an undo, until their time is over', async () => {
    const pair = begin(kept);
    await pair.deploy();
    expect(machinesIn(pair)).toEqual({ shop: 4, green: 4 });
    pair.rollout.clock.advance(30 * minute);
    expect(await pair.repair()).toMatchObject({ outcome: 'unchanged' });
    expect(machinesIn(pair)).toEqual(asShifted);
    expectNoViolations(pair);
  });

  it('after an undo', async () => {
    const pair = begin(kept);
    await pair.deploy();
    expect(await pair.undo()).toMatchObject({ outcome: 'succeeded' });
    expect(machinesIn(pair)).toEqual(asBefore);
    expectNoViolations(pair);
  });

  it.each(['abort', 'repair'] as const)('after "command: %s" of what is paused', async (command) => {
    const pair = begin({ plan: { pauseAfter: 1 } });
    expect(await pair.deploy()).toMatchObject({ outcome: 'paused' });
    if (command === 'repair') pair.rollout.clock.advance(25 * 60 * minute);
    expect(await pair.do((deployment) => deployment[command](() => undefined))).toMatchObject({ outcome: 'aborted' });
    expect(machinesIn(pair)).toEqual(asBefore);
    expectNoViolations(pair);
  });

  it('though some were still starting when it was made smaller, and are protected only after that', async () => {
    const scenario: Scenario = {
      ...{ seed: 515_960, strategy: 'two-group behind a gate, kept', machines: 6, minSize: 1, maxSize: 8 },
      ...{ kind: 'machines protected from scale-in', profile: 'nasty', restart: 'never', healAfter: 2_400 },
      ...{ world: { likelihood: 0.3 }, lateReads: { likelihood: 0.6, upTo: 15 } },
      plan: { pollInterval: 13 * second, progressDeadline: 20 * minute },
    };
    expect(await play(scenario)).toMatchObject({ outcome: 'aborted', violations: [] });
  });

  it('after a cancel, without a minute more', async () => {
    const pair = begin();
    const { rollout } = pair;
    const { step, deployment, post } = rollout.runner();
    rollout.clock.schedule(3 * minute, () => step.cancel());
    let number = 0;
    const keep = (claimed: number) => {
      number = claimed;
    };
    await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, keep));
    const cancelled = rollout.clock.now();
    expect(rollout.group('green').Instances).toHaveLength(4);
    await rollout.clock.run(post().cleanUp(number));
    expect(rollout.clock.now() - cancelled).toBeLessThan(minute);
    expect(rollout.auditor.journal.newest).toMatchObject({ rests: { kind: 'interrupted' } });
    expect(machinesIn(pair)).toEqual(asBefore);
  });
});

describe('a way back between two groups that is stuck says', () => {
  it('that AWS does not empty its group', async () => {
    const pair = new TwoGroups({ newImage: { answers: 'never' }, plan: { progressDeadline: 5 * minute } });
    const names = { AutoScalingGroupName: 'green', ScalingProcesses: ['Terminate'] };
    pair.rollout.clock.schedule(minute, () => pair.call('autoscaling', 'SuspendProcesses', names));
    const { newImageId } = pair.rollout;
    const { outcome, reason } = await pair.deploy();
    expect(outcome).toBe('needs-attention');
    expect(reason).toBe(
      `Taking ${newImageId} back from "green" to "shop" waits for a person, and requests are shared out as listener rule ${pair.names.rule} says: ` +
        `"green" is to have 0 machines, but AWS has not ended 4 on ${newImageId} within 300 s (progress-deadline). ` +
        'Look at the activity history of both groups and at their targets\' health. Then try again with "command: abort"; or deploy what is right, which takes it back first.',
    );
    expect(pair.weights()).toMatchObject({ 'shop-targets': 1, green: 0 });
  });

  it('that the group that served before cannot serve all', async () => {
    const pair = new TwoGroups({ plan: { pauseAfter: 1, progressDeadline: 5 * minute } });
    expect(await pair.deploy()).toMatchObject({ outcome: 'paused' });
    const names = { AutoScalingGroupName: 'shop', ScalingProcesses: ['Launch'] };
    pair.call('autoscaling', 'SuspendProcesses', names);
    const lost = pair.rollout.group('shop').Instances?.slice(1) ?? [];
    pair.call('ec2', 'TerminateInstances', { InstanceIds: lost.map(({ InstanceId }) => InstanceId) });
    pair.rollout.clock.advance(5 * minute);
    const { outcome, reason } = await pair.do((deployment) => deployment.abort(() => undefined));
    expect(outcome).toBe('needs-attention');
    expect(reason).toContain(
      '"shop" needs 2 healthy machines to get all requests back, and has 1 after 300 s (progress-deadline).',
    );
    expect(pair.weights()).toEqual({ 'shop-targets': 90, green: 10 });
  });
});
