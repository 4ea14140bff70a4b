import {
  DescribeAutoScalingGroupsCommand,
  EnterStandbyCommand,
  PutLifecycleHookCommand,
  ResumeProcessesCommand,
  SetDesiredCapacityCommand,
  SuspendProcessesCommand,
  TerminateInstanceInAutoScalingGroupCommand,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  CreateLaunchTemplateVersionCommand,
  DeleteLaunchTemplateVersionsCommand,
  DeregisterImageCommand,
} from '@aws-sdk/client-ec2';
import { ModifyListenerCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetParametersByPathCommand, PutParameterCommand } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../src/platform/aws.js';
import { Failure } from '../../src/platform/failure.js';
import { hookName } from '../../src/rollout/changes/launch-hook.js';
import type { Deployment, DeploymentEnd } from '../../src/rollout/deployment.js';
import type { Release } from '../../src/rollout/heart/release.js';
import type { Sizes } from '../../src/rollout/heart/sides.js';
import { auditEnd } from './invariants/ends.js';
import { type InvariantName, invariants } from './invariants/invariants.js';
import { playIn } from './play.js';
import { Recovery } from './recovery.js';
import type { Scenario } from './scenario.js';
import { type Runner, SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import { ordinaryPlan, planOf } from './strategies.js';

/** A group of four, and the hands of a program that does everything wrong. */
class Wrongdoing {
  readonly rollout: SimulatedRollout;
  readonly aws: Aws;
  readonly group: string;
  /** What the program says of its end. */
  reported: Partial<DeploymentEnd> | undefined;

  constructor(settings: Partial<SimulationSettings> = {}) {
    this.rollout = new SimulatedRollout({ seed: 1, machines: 4, minSize: 1, maxSize: 8, ...settings });
    this.aws = this.rollout.aws(undefined, 'wrongdoer');
    this.group = this.rollout.starter.groupName;
  }

  get ids(): readonly string[] {
    return [...this.rollout.auditor.wishes.group.members.keys()];
  }

  do(call: Promise<unknown>): Promise<unknown> {
    return this.rollout.clock.run(call);
  }

  terminate(id: string | undefined, decrement: boolean): Promise<unknown> {
    const input = { InstanceId: id, ShouldDecrementDesiredCapacity: decrement };
    return this.do(this.aws.autoScaling.send(new TerminateInstanceInAutoScalingGroupCommand(input)));
  }

  update(settings: object): Promise<unknown> {
    const input = { AutoScalingGroupName: this.group, ...settings };
    return this.do(this.aws.autoScaling.send(new UpdateAutoScalingGroupCommand(input)));
  }

  /** The group launches another version of its template from now on. */
  async point(version: '1' | '2'): Promise<void> {
    const { launchTemplateId } = this.rollout.starter;
    await this.update({ LaunchTemplate: { LaunchTemplateId: launchTemplateId, Version: version } });
  }

  async makeVersion(): Promise<void> {
    const input = {
      LaunchTemplateId: this.rollout.starter.launchTemplateId,
      SourceVersion: '1',
      LaunchTemplateData: { ImageId: this.rollout.newImageId },
    };
    await this.do(this.aws.ec2.send(new CreateLaunchTemplateVersionCommand(input)));
  }

  /** Writes a line of the ledger, as whoever `aws` is. */
  async note(changes: Partial<Release>, aws = this.aws, isNew = true): Promise<void> {
    const { starter, newImageId, clock } = this.rollout;
    const release = {
      ...{ number: 1, group: this.group, startedAt: clock.now(), heartbeatAt: clock.now(), plan: ordinaryPlan },
      from: { templateId: starter.launchTemplateId, version: 1, imageId: starter.imageId },
      to: { templateId: starter.launchTemplateId, version: 2, imageId: newImageId },
      ...{ baseline: { desired: 4, max: 8 }, suspended: [], wavesDone: 0, direction: 'forward', ...changes },
    };
    const Name = `/steadfleet/${this.group}/00000${release.number}`;
    const input = { Name, Type: 'String', Value: JSON.stringify(release), Overwrite: !isNew } as const;
    await this.do(aws.ssm.send(new PutParameterCommand(input)));
  }

  async pass(minutes: number): Promise<void> {
    await this.do(this.rollout.clock.sleep(minutes * 60_000));
  }

  /** The invariants that were seen to be violated. */
  violated(): ReadonlySet<InvariantName> {
    auditEnd(this.rollout.auditor, this.reported as DeploymentEnd | undefined);
    return new Set(this.rollout.auditor.violations.map(({ invariant }) => invariant));
  }
}

/** What each invariant forbids, done by hand. */
const wrongs: readonly (readonly [InvariantName, string, (by: Wrongdoing) => Promise<unknown>])[] = [
  ['A1', 'a machine that serves goes before another has come', (by) => by.terminate(by.ids[0], false)],
  ['A1', 'the group shrinks below the size that its owner wants', (by) => by.terminate(by.ids[0], true)],
  [
    'A2',
    'all machines go at once',
    async (by) => {
      for (const id of by.ids) await by.terminate(id, false);
      await by.pass(5);
    },
  ],
  ['A3', 'more surge than the plan allows', (by) => by.update({ DesiredCapacity: 8 })],
  [
    'A3',
    'a raise is written down that is more than the plan allows',
    async (by) => {
      await by.note({});
      await by.note({ surge: { machines: 4, from: 4, raised: false } }, by.aws, false);
    },
  ],
  ['A3', 'a higher maximum than the surge needs', (by) => by.update({ MaxSize: 20 })],
  [
    'A3',
    'the maximum stays raised while a wave soaks without surge',
    async (by) => {
      const soak = { wave: 1, since: by.rollout.clock.now() };
      const surge = { machines: 0, from: 4, raised: true, max: 10 };
      await by.note({ plan: { ...ordinaryPlan, soak: 600_000 }, wavesDone: 1, soak, surge });
      await by.update({ MaxSize: 10 });
      for (let look = 0; look < 6; look++) {
        await by.do(by.aws.autoScaling.send(new DescribeAutoScalingGroupsCommand({})));
        await by.pass(0.5);
      }
    },
  ],
  ['A3', 'a lower minimum', (by) => by.update({ MinSize: 0 })],
  [
    'A3',
    "somebody else's parameter",
    (by) => by.do(by.aws.ssm.send(new PutParameterCommand({ Name: '/shop', Type: 'String', Value: '1' }))),
  ],
  [
    'A4',
    'the template version goes that the group launches',
    async (by) => {
      await by.makeVersion();
      await by.point('2');
      const input = { LaunchTemplateId: by.rollout.starter.launchTemplateId, Versions: ['2'] };
      await by.do(by.aws.ec2.send(new DeleteLaunchTemplateVersionsCommand(input)));
    },
  ],
  [
    'A4',
    'the image goes that machines run',
    async (by) => {
      await by.do(by.aws.ec2.send(new DeregisterImageCommand({ ImageId: by.rollout.starter.imageId })));
    },
  ],
  [
    'A5',
    'a run changes the group that another has claimed',
    async (by) => {
      await by.note({}, by.rollout.aws(undefined, 'owner'));
      await by.update({ DesiredCapacity: 5 });
    },
  ],
  [
    'A5',
    'a run takes over from one that may be alive',
    async (by) => {
      await by.note({ claimant: { runId: '1' } as Release['claimant'] });
      await by.pass(19);
      await by.note({ number: 2, claimant: { runId: '2' } as Release['claimant'] });
    },
  ],
  [
    'A6',
    'thirty questions at once',
    async (by) => {
      const { autoScaling } = by.aws;
      const others = Array.from({ length: 3 }, () => by.rollout.aws(undefined, 'wrongdoer'));
      const all = [autoScaling, ...others.map((aws) => aws.autoScaling)];
      const ask = () => all.map((client) => client.send(new DescribeAutoScalingGroupsCommand({})));
      await by.do(Promise.all(Array.from({ length: 10 }, ask).flat()));
    },
  ],
  [
    'A7',
    'an old machine is replaced by another old one',
    async (by) => {
      await by.note({});
      await by.terminate(by.ids[0], false);
    },
  ],
  [
    'A7',
    'an old machine is launched when the new version has proven itself',
    async (by) => {
      await by.makeVersion();
      await by.note({ wavesDone: 1 });
      await by.point('2');
      await by.point('1');
      await by.update({ DesiredCapacity: 5 });
      await by.pass(2);
    },
  ],
  ['E1', 'all is said to be new, and nothing is', (by) => by.note({ outcome: 'succeeded' })],
  [
    'E1',
    'what is left to a person launches what nobody has proven',
    async (by) => {
      await by.makeVersion();
      await by.point('2');
      await by.note({ outcome: 'needs-attention', direction: 'hold' });
    },
  ],
  [
    'E2',
    'surge stays at the end',
    async (by) => {
      await by.update({ DesiredCapacity: 6 });
      await by.note({ outcome: 'rolled-back', direction: 'back' });
    },
  ],
  [
    'E3',
    'processes rest at the end',
    async (by) => {
      const input = { AutoScalingGroupName: by.group, ScalingProcesses: ['AZRebalance'] };
      await by.do(by.aws.autoScaling.send(new SuspendProcessesCommand(input)));
      await by.note({ outcome: 'rolled-back', direction: 'back' });
    },
  ],
  [
    'E3',
    'what a person has suspended is resumed',
    async (by) => {
      const input = { AutoScalingGroupName: by.group, ScalingProcesses: ['AZRebalance'] };
      by.rollout.askTruth('SuspendProcesses', input);
      await by.do(by.aws.autoScaling.send(new ResumeProcessesCommand(input)));
    },
  ],
  [
    'E3',
    'a machine is left in standby',
    async (by) => {
      await by.update({ DesiredCapacity: 5 });
      await by.pass(5);
      const input = {
        AutoScalingGroupName: by.group,
        InstanceIds: by.ids.slice(0, 1),
        ShouldDecrementDesiredCapacity: true,
      };
      await by.do(by.aws.autoScaling.send(new EnterStandbyCommand(input)));
      await by.pass(5);
      await by.note({ outcome: 'rolled-back', direction: 'back' });
    },
  ],
  ['E4', 'the ledger stays open', (by) => by.note({})],
  [
    'E5',
    'nothing is said of a release command that was begun',
    (by) => by.note({ outcome: 'aborted', direction: 'back', command: 'begun' }),
  ],
  [
    'E5',
    'a release command is said to be done that never was',
    (by) => by.note({ outcome: 'aborted', direction: 'back', command: 'done' }),
  ],
  [
    'E5',
    'what is reported is not what is so',
    async (by) => {
      await by.note({ outcome: 'rolled-back', direction: 'back' });
      by.reported = { outcome: 'succeeded' };
    },
  ],
];

describe('the auditor notices', () => {
  it.each(wrongs)('%s: %s', async (invariant, _what, doWrong) => {
    const by = new Wrongdoing();
    await doWrong(by);
    expect(by.violated()).toContain(invariant);
  });

  it('nothing where nothing is wrong', async () => {
    const by = new Wrongdoing();
    await by.do(
      by.aws.autoScaling.send(new SetDesiredCapacityCommand({ AutoScalingGroupName: by.group, DesiredCapacity: 6 })),
    );
    await by.pass(10);
    await by.terminate(by.ids.at(-1), true);
    await by.terminate(by.ids.at(-2), true);
    await by.note({ outcome: 'rolled-back', direction: 'back' });
    by.reported = { outcome: 'rolled-back' };
    expect(by.violated()).toEqual(new Set());
  });
});

/** The same between two groups, of which `shop` serves. */
class WrongBetweenTwo extends Wrongdoing {
  constructor() {
    super({ hasTwin: true, plan: planOf('two-group') });
  }

  resize(group: string, sizes: object): Promise<unknown> {
    return this.update({ AutoScalingGroupName: group, ...sizes });
  }

  /** The listener's rule shares requests out so, in parts of a hundred. */
  share(shop: number, green?: number): Promise<unknown> {
    const { listenerArn } = this.rollout.starter;
    const target = (group: string, Weight: number) => ({ TargetGroupArn: this.#targetGroup(group), Weight });
    const TargetGroups = [target('shop', shop), ...(green === undefined ? [] : [target('green', green)])];
    const DefaultActions = [{ Type: 'forward' as const, ForwardConfig: { TargetGroups } }];
    return this.do(
      this.aws.elasticLoadBalancing.send(new ModifyListenerCommand({ ListenerArn: listenerArn, DefaultActions })),
    );
  }

  /** As many machines serve in both, and half of the requests go to each. */
  async shareInHalves(): Promise<void> {
    await this.share(100, 0);
    await this.resize('green', { MinSize: 4, MaxSize: 8, DesiredCapacity: 4 });
    await this.pass(10);
    await this.share(50, 50);
  }

  /** A line of the ledger of a rollout from `shop` to `green`. */
  async noteSides(changes: Partial<Release>, isNew = true): Promise<void> {
    const side = (group: string, sizes: Sizes) => ({ group, targetGroup: this.#targetGroup(group), sizes });
    const sides = {
      ...{ rule: this.rollout.pair?.rule ?? '', imageId: this.rollout.starter.imageId },
      ...{ blue: side('shop', { min: 1, max: 8, desired: 4 }), green: side('green', { min: 0, max: 0, desired: 0 }) },
      weights: { blue: 1, green: undefined },
    };
    await this.note({ group: 'green', plan: planOf('two-group'), sides, ...changes }, this.aws, isNew);
  }

  #targetGroup(group: string): string {
    return this.rollout.group(group).TargetGroupARNs?.[0] ?? '';
  }
}

const back = { outcome: 'rolled-back', direction: 'back' } as const;

const wrongsBetweenTwo: readonly (readonly [InvariantName, string, (by: WrongBetweenTwo) => Promise<unknown>])[] = [
  ['A1', 'requests go to a group without machines', (by) => by.share(90, 10)],
  [
    'A1',
    'all requests go to a group that is too small for them',
    async (by) => {
      await by.share(100, 0);
      await by.resize('green', { MaxSize: 8, DesiredCapacity: 2 });
      await by.pass(10);
      await by.share(50, 50);
      await by.share(0, 100);
    },
  ],
  [
    'A1',
    'a machine goes that half of the requests need',
    async (by) => {
      await by.shareInHalves();
      for (const id of by.ids.slice(0, 3)) await by.terminate(id, true);
    },
  ],
  [
    'A1',
    'the idle group is made too small for its half of the requests',
    async (by) => {
      await by.shareInHalves();
      await by.resize('green', { MinSize: 0, DesiredCapacity: 1 });
    },
  ],
  [
    'A2',
    'a group leaves the rule, and its machines go at once',
    async (by) => {
      await by.shareInHalves();
      await by.resize('green', { MinSize: 0 });
      await by.share(100);
      const { members } = by.rollout.region.autoScaling.group('green');
      for (const id of [...members.keys()]) await by.terminate(id, true);
      await by.pass(5);
    },
  ],
  [
    'A3',
    'the idle group gets larger than the serving one',
    (by) => by.resize('green', { MaxSize: 8, DesiredCapacity: 6 }),
  ],
  ['A3', 'the idle group gets a higher maximum', (by) => by.resize('green', { MaxSize: 20 })],
  [
    'A3',
    'the serving group gets something else to launch',
    async (by) => {
      await by.makeVersion();
      await by.noteSides({});
      await by.point('2');
    },
  ],
  [
    'E1',
    'the idle group is left with the new image after the way back',
    async (by) => {
      await by.makeVersion();
      const { launchTemplateId: LaunchTemplateId } = by.rollout.starter;
      await by.noteSides({});
      await by.resize('green', { LaunchTemplate: { LaunchTemplateId, Version: '2' } });
      await by.noteSides(back, false);
    },
  ],
  [
    'E2',
    'the idle group stays large after the way back',
    async (by) => {
      await by.resize('green', { MaxSize: 8, DesiredCapacity: 4 });
      await by.noteSides(back);
    },
  ],
  [
    'E2',
    'the minimum of the serving group stays pinned',
    async (by) => {
      await by.update({ MinSize: 4 });
      await by.noteSides(back);
    },
  ],
  [
    'E2',
    'the minimum of the other group stays pinned where a person is asked',
    async (by) => {
      await by.resize('green', { MinSize: 4, MaxSize: 8, DesiredCapacity: 4 });
      await by.noteSides({ outcome: 'needs-attention', direction: 'hold' });
    },
  ],
  [
    'E2',
    'both groups are large after success',
    async (by) => {
      await by.shareInHalves();
      await by.share(0, 100);
      await by.resize('green', { MinSize: 1 });
      await by.noteSides({ outcome: 'succeeded', wavesDone: 2 });
    },
  ],
  [
    'E3',
    'the rule is not as it was after the way back',
    async (by) => {
      await by.noteSides({});
      await by.share(1, 0);
      await by.noteSides(back, false);
    },
  ],
  [
    'E3',
    'requests are still shared out after success',
    async (by) => {
      await by.shareInHalves();
      await by.noteSides({ outcome: 'succeeded', wavesDone: 2 });
    },
  ],
  [
    'E3',
    'a launch hook is left in the idle group',
    async (by) => {
      const hook = { LifecycleHookName: 'steadfleet', LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING' };
      await by.do(by.aws.autoScaling.send(new PutLifecycleHookCommand({ AutoScalingGroupName: 'green', ...hook })));
      await by.noteSides(back);
    },
  ],
];

describe('between two groups the auditor notices', () => {
  it.each(wrongsBetweenTwo)('%s: %s', async (invariant, _what, doWrong) => {
    const by = new WrongBetweenTwo();
    await doWrong(by);
    expect(by.violated()).toContain(invariant);
  });

  it('nothing where nothing is wrong', async () => {
    const by = new WrongBetweenTwo();
    await by.noteSides({});
    await by.shareInHalves();
    await by.share(100, 0);
    await by.resize('green', { MinSize: 0, DesiredCapacity: 0 });
    await by.pass(5);
    await by.resize('green', { MaxSize: 0 });
    await by.share(1);
    await by.noteSides(back, false);
    by.reported = { outcome: 'rolled-back' };
    expect(by.violated()).toEqual(new Set());
  });
});

/** A rollout whose program is another. */
class Broken extends SimulatedRollout {
  readonly program: (rollout: Broken) => Partial<Deployment>;

  constructor(program: (rollout: Broken) => Partial<Deployment>) {
    super({ seed: 1, machines: 2 });
    this.program = program;
  }

  override runner(): Runner {
    const deployment = { repair: async () => undefined, cleanUp: async () => undefined, ...this.program(this) };
    return { ...super.runner(), deployment: deployment as Deployment, post: () => deployment as Deployment };
  }
}

describe('the play notices', () => {
  const scenario: Scenario = { seed: 1, strategy: 'rolling' };
  const violatedBy = async (program: (rollout: Broken) => Partial<Deployment>, changes: Partial<Scenario> = {}) => {
    const { violations } = await playIn(new Broken(program), { ...scenario, ...changes });
    return violations.map(({ invariant }) => invariant);
  };

  /** A line of the ledger that nobody ever ends. */
  const begin = async (rollout: SimulatedRollout, caller: string) => {
    const input = { Name: '/steadfleet/shop/000001', Type: 'String', Value: '{"number":1}' } as const;
    await rollout.aws(undefined, caller).ssm.send(new PutParameterCommand(input));
  };

  it('A8: a machine that somebody lets into service before its gate', async () => {
    const rollout = new SimulatedRollout({ seed: 1, plan: planOf('rolling behind a gate') });
    const { groupName } = rollout.starter;
    const hook = { AutoScalingGroupName: groupName, LifecycleHookName: hookName, LifecycleActionResult: 'CONTINUE' };
    const letIn = () => {
      const members = [...rollout.region.autoScaling.group(groupName).members.values()];
      for (const { state, instance } of members) {
        if (state === 'Pending:Wait') rollout.askTruth('CompleteLifecycleAction', { ...hook, InstanceId: instance.id });
      }
      rollout.clock.schedule(1_000, letIn);
    };
    letIn();
    const { violations } = await playIn(rollout, scenario);
    expect(violations).toContainEqual(expect.objectContaining({ invariant: 'A8' }));
  });

  it('L1: a run that waits for nothing', async () => {
    const run = () => new Promise<DeploymentEnd>(() => undefined);
    expect(await violatedBy(() => ({ run }))).toEqual(['L1']);
  });

  it('L1: a run in circles', async () => {
    const run = async (rollout: Broken) => {
      const { ssm } = rollout.aws(undefined, 'run 1');
      for (;;) await ssm.send(new GetParametersByPathCommand({ Path: '/steadfleet/shop' }));
    };
    expect(await violatedBy((rollout) => ({ run: () => run(rollout) }))).toEqual(['L1']);
  }, 60_000);

  it('L1: a release that no repair ends', async () => {
    const run = async (rollout: Broken) => {
      await begin(rollout, 'somebody');
      throw new Failure('Something went wrong. Run this again.');
    };
    expect(await violatedBy((rollout) => ({ run: () => run(rollout) }))).toContain('L1');
  });

  it('L1: a repair that never leaves a whole group alone', async () => {
    const repair = async (rollout: Broken) => {
      const input = { AutoScalingGroupName: 'shop', DesiredCapacity: 2 };
      await rollout.aws(undefined, 'repair').autoScaling.send(new SetDesiredCapacityCommand(input));
      return undefined;
    };
    const run = async () => ({ outcome: 'unchanged' }) as DeploymentEnd;
    expect(await violatedBy((rollout) => ({ run, repair: () => repair(rollout) }))).toContain('L1');
  });

  it('L2: a run that does not hear of a cancel', async () => {
    const run = async (rollout: Broken) => {
      await begin(rollout, 'run 1');
      await rollout.clock.sleep(600_000);
      return { outcome: 'succeeded' } as DeploymentEnd;
    };
    expect(await violatedBy((rollout) => ({ run: () => run(rollout) }), { cancelAfter: 60 })).toContain('L2');
  });

  it('L3: a mistake of the program', async () => {
    const run = async () => {
      throw new TypeError('undefined is not a function');
    };
    expect(await violatedBy(() => ({ run }))).toContain('L3');
  });

  it('S1: a group that cannot replace a machine', async () => {
    const by = new Wrongdoing();
    await by.makeVersion();
    by.rollout.machines.behave(by.rollout.newImageId, { answers: 'never' });
    await by.point('2');
    await by.do(new Recovery(by.rollout).begin('after a crash'));
    expect(by.violated()).toContain('S1');
  });

  it('S1: a group that cannot grow, though its owner leaves it room', async () => {
    const by = new Wrongdoing();
    await by.update({ MaxSize: 4 });
    await by.do(new Recovery(by.rollout).begin('after a crash'));
    expect(by.violated()).toContain('S1');
    expect(by.rollout.auditor.violations.map(({ what }) => what)).toContain(
      'no 2 more can be had of 4, where 8 are allowed',
    );
  });

  it('S1: is not held against a group that is as large as its owner allows', async () => {
    const by = new Wrongdoing({ maxSize: 4 });
    await by.do(new Recovery(by.rollout).begin('after a crash'));
    expect(by.rollout.auditor.violations).toEqual([]);
    expect(by.rollout.auditor.reached).toContain('at-its-maximum-after-a-crash');
  });

  it('every invariant has a test that it can fail', () => {
    const tested = new Set<string>([...wrongs.map(([invariant]) => invariant), 'A8', 'L1', 'L2', 'L3', 'S1']);
    expect(tested).toEqual(new Set(Object.keys(invariants)));
  });
});
