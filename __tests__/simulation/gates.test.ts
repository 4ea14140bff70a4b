import { describe, expect, it } from '@jest/globals';
import type { Behaviour } from '../../sandbox/world/machines/simulated-machines.js';
import { hookName } from '../../src/rollout/changes/launch-hook.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { lease } from '../../src/rollout/ledger/lease.js';
import { forecast } from '../../src/rollout/rehearsal/forecast.js';
import { dryRunOf } from './dry-run-stage.js';
import { GateWatch } from './gate-watch.js';
import { auditEnd } from './invariants/ends.js';
import { isRead } from './invariants/invariants.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import { type Kill, Killed } from './troubles.js';

const second = 1_000;
const gates = {
  command: { gate: { kind: 'command', command: 'test -e /ready', timeout: 60 * second } },
  path: { gate: { kind: 'path', path: '/health', port: 8080, timeout: 60 * second } },
} as const satisfies Record<string, Partial<Plan>>;
const migration = { releaseCommand: 'migrate' };

function begin(plan: Partial<Plan>, settings: Omit<SimulationSettings, 'plan'>, untilProven = false) {
  const rollout = new SimulatedRollout({ plan, machines: 3, ...settings });
  const gate = plan.gate !== undefined;
  const watch = new GateWatch(rollout, { gate, releaseCommand: plan.releaseCommand !== undefined, untilProven });
  return { rollout, watch, before: rollout.group() };
}

/** What holds at every end: nothing stays in the hook, the hook is gone, one version, no user noticed. */
function expectWhole({ rollout, watch, before }: ReturnType<typeof begin>, imageId: string): void {
  const { DesiredCapacity, MinSize, MaxSize } = before;
  const { hooks, members } = rollout.region.autoScaling.group(rollout.starter.groupName);
  expect(watch.violations).toEqual([]);
  expect(rollout.traffic.failed).toBe(0);
  expect([...hooks.keys()]).toEqual([]);
  expect([...members.values()].filter(({ waits }) => waits.size > 0)).toEqual([]);
  expect(rollout.imagesInService()).toEqual([imageId]);
  expect(rollout.group()).toMatchObject({ DesiredCapacity, MinSize, MaxSize });
  expect(rollout.auditor.violations).toEqual([]);
}

/** What a machine does with the script of a gate that is sent to it. */
const outcome = (exitCode: number, output: string): Behaviour => ({ commands: () => ({ exitCode, output }) });

describe.each(Object.keys(gates) as (keyof typeof gates)[])('behind a gate by %s', (kind) => {
  it.each(['realistic', 'nasty'] as const)('a good image goes into service on a %s day', async (profile) => {
    const scene = begin(gates[kind], { seed: 1, profile });
    expect(await scene.rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expectWhole(scene, scene.rollout.newImageId);
  });

  it('a machine that fails it never serves, and its last words are told', async () => {
    const scene = begin(gates[kind], { seed: 2, newImage: outcome(1, 'looking\nno database\n') });
    const end = await scene.rollout.rollOut();
    expect(end).toMatchObject({
      outcome: 'rolled-back',
      reason: expect.stringMatching(/i-\w+ did not pass.*no database/),
    });
    expect(scene.rollout.traffic.byVersion.get('new') ?? 0).toBe(0);
    expectWhole(scene, scene.rollout.starter.imageId);
  });

  it('what fails it is not said to be held for a person: it is terminated, and so are those that wait', async () => {
    const plan = { ...gates[kind], onFailure: 'hold' } as const;
    const { rollout } = begin(plan, { seed: 2, newImage: outcome(1, 'no database') });
    const { reason } = await rollout.rollOut();
    expect(reason).toMatch(/on hold, .*new machines that had not passed are terminated.* 2 more than its size of 3/);
    rollout.clock.advance(600 * second);
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
  });

  it('a machine without an agent never serves', async () => {
    const scene = begin(gates[kind], { seed: 3, newImage: { agent: 'never' } });
    const end = await scene.rollout.rollOut();
    expect(end).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('agent does not listen') });
    expectWhole(scene, scene.rollout.starter.imageId);
  });

  it('a check that runs too long has failed', async () => {
    const slow = { commands: () => ({ exitCode: 0, output: '', takes: [600 * second, 600 * second] as const }) };
    const scene = begin(gates[kind], { seed: 4, newImage: slow });
    expect(await scene.rollout.rollOut()).toMatchObject({ outcome: 'rolled-back' });
    expectWhole(scene, scene.rollout.starter.imageId);
  });
});

describe('a gate', () => {
  it('is not asked of a group without one: not one call to Run Command', async () => {
    const { rollout } = begin({}, { seed: 5 });
    await rollout.rollOut();
    const asked = rollout.calls.filter(({ operation }) =>
      /Command|InstanceInformation|LifecycleAction|(Put|Delete)LifecycleHook/.test(operation),
    );
    expect(asked).toEqual([]);
  });

  it('lets machines of the predecessor through that are launched meanwhile', async () => {
    const scene = begin({ ...gates.command, soak: 60 * second }, { seed: 6, maxSize: 8 });
    scene.rollout.clock.schedule(20 * second, () => scene.rollout.scaleBy(1));
    expect(await scene.rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    const { DesiredCapacity = 0 } = scene.before;
    expectWhole(
      { ...scene, before: { ...scene.before, DesiredCapacity: DesiredCapacity + 1 } },
      scene.rollout.newImageId,
    );
  });
});

describe('a machine of the predecessor', () => {
  it('that is pending when the hook is put goes into service as it is, in ten seeds', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const scene = begin(gates.command, { seed, maxSize: 8 });
      const { rollout, before } = scene;
      rollout.scaleBy(1);
      rollout.clock.advance(3 * second * seed);
      expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
      const DesiredCapacity = (before.DesiredCapacity ?? 0) + 1;
      expectWhole({ ...scene, before: { ...before, DesiredCapacity } }, rollout.newImageId);
    }
  });
});

describe('the watch over gates', () => {
  const plan = { ...gates.command, waves: [{ machines: 1 }, { percent: 100 }], soak: 120 * second };
  const servingOn = ({ region }: SimulatedRollout, imageId: string) =>
    [...region.autoScaling.group('shop').members.values()].filter(({ instance }) => instance.imageId === imageId);

  it('leaves alone what a first rollout has proven, while a second goes on from there', async () => {
    const { rollout, watch } = begin(plan, { seed: 22, maxSize: 8 }, true);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    let launched = 0;
    rollout.clock.schedule(60 * second, () => {
      const before = new Set(servingOn(rollout, rollout.newImageId));
      rollout.scaleBy(1);
      rollout.clock.schedule(40 * second, () => {
        launched = servingOn(rollout, rollout.newImageId).filter((member) => !before.has(member)).length;
      });
    });
    const run = rollout.runner().deployment.run({ imageId: rollout.addImage('other') }, () => undefined);
    expect(await rollout.clock.run(run)).toMatchObject({ outcome: 'succeeded' });
    expect(launched).toBe(1);
    expect(watch.violations).toEqual([]);
  });

  it('sees the machines of a second rollout as well', async () => {
    const { rollout, watch } = begin(plan, { seed: 23 }, true);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    const other = rollout.addImage('other', outcome(1, 'no database'));
    const hook = { AutoScalingGroupName: 'shop', LifecycleHookName: hookName, LifecycleActionResult: 'CONTINUE' };
    const letIn = () => {
      const waiting = servingOn(rollout, other).find(({ state }) => state === 'Pending:Wait');
      if (waiting) rollout.askTruth('CompleteLifecycleAction', { ...hook, InstanceId: waiting.instance.id });
      else rollout.clock.schedule(second, letIn);
    };
    letIn();
    const run = rollout.runner().deployment.run({ imageId: other }, () => undefined);
    await rollout.clock.run(run);
    expect(watch.violations).toEqual([expect.stringMatching(/^i-\w+ serves untested$/)]);
  });

  it('leaves alone what a person attaches, whatever its image', async () => {
    const { rollout, watch } = begin(plan, { seed: 24, maxSize: 8 }, true);
    const { ec2, name } = rollout.region;
    rollout.clock.schedule(100 * second, () => {
      const [member] = servingOn(rollout, rollout.starter.imageId);
      const { instanceType: InstanceType, subnetId: SubnetId } = member?.instance ?? {};
      const input = { ImageId: rollout.newImageId, InstanceType, SubnetId, MinCount: 1, MaxCount: 1 };
      rollout.world.call({ service: 'ec2', operation: 'RunInstances', input, region: name });
      const id = [...ec2.instances.keys()].at(-1);
      const attach = () => rollout.askTruth('AttachInstances', { AutoScalingGroupName: 'shop', InstanceIds: [id] });
      rollout.clock.schedule(60 * second, attach);
    });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    const attached = rollout.world.log.events.filter(({ change }) => /^Attaching.*Successful$/.test(change));
    expect(attached).toHaveLength(1);
    expect(watch.violations).toEqual([]);
  });
});

describe('a release command', () => {
  it.each([
    ['alone', migration],
    ['behind a gate', { ...gates.command, ...migration }],
  ])('%s runs once, before any new machine serves', async (_case, plan) => {
    const scene = begin(plan, { seed: 7 });
    expect(await scene.rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(scene.watch.executions).toBe(1);
    expectWhole(scene, scene.rollout.newImageId);
  });

  it('that fails turns the rollout back, says why, and does not run again', async () => {
    const scene = begin(migration, { seed: 8, newImage: outcome(3, 'table is locked') });
    const end = await scene.rollout.rollOut();
    expect(end).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('table is locked') });
    expect(scene.watch.executions).toBe(1);
    expectWhole(scene, scene.rollout.starter.imageId);
  });

  it('may take longer than machines may', async () => {
    const slow = { commands: () => ({ exitCode: 0, output: '', takes: [500 * second, 500 * second] as const }) };
    const scene = begin({ ...migration, bootAllowance: 120 * second }, { seed: 9, newImage: slow });
    expect(await scene.rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expectWhole(scene, scene.rollout.newImageId);
  });
});

describe('an image that was given to a group without machines', () => {
  const tested = { ...gates.command, ...migration };
  const begun = (plan: Partial<Plan>, newImage?: Behaviour) =>
    new SimulatedRollout({ seed: 10, machines: 0, minSize: 0, maxSize: 6, plan, ...(newImage && { newImage }) });
  const deploy = (rollout: SimulatedRollout, plan: Partial<Plan>) => {
    const deployment = rollout.deploymentOf(rollout.runner().step, 'again', undefined, { plan });
    return rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
  };
  const sent = ({ calls }: SimulatedRollout) => calls.filter(({ operation }) => operation === 'SendCommand').length;
  const idsIn = (rollout: SimulatedRollout) =>
    (rollout.group().Instances ?? []).flatMap(({ InstanceId, LifecycleState }) =>
      LifecycleState === 'InService' ? InstanceId : [],
    );
  const start = (rollout: SimulatedRollout) => {
    rollout.scaleTo(2);
    rollout.clock.advance(600 * second);
    return idsIn(rollout);
  };

  it('is asked by the next deployment, once there are machines: they are replaced, and what ran once runs no more', async () => {
    const rollout = begun(tested);
    expect(await rollout.rollOut()).toMatchObject({
      outcome: 'unproven',
      reason: expect.stringMatching(/Nobody has run its release command or asked its gate.*start, then deploy again/),
    });
    const untested = start(rollout);
    expect(untested).toHaveLength(2);
    expect(sent(rollout)).toBe(0);
    const found = await dryRunOf(rollout, tested);
    if (found.kind !== 'begun') throw new Error(`the dry run ${found.kind}`);
    const foreseen = await forecast(found.portrait, found.plan, found.headline.to, 1);
    expect(foreseen.outcomes).toMatchObject([{ outcome: 'succeeded' }]);
    expect(await deploy(rollout, tested)).toMatchObject({ outcome: 'succeeded' });
    expect(idsIn(rollout).filter((id) => untested.includes(id))).toEqual([]);
    // The gate of two machines, and one release command.
    expect(sent(rollout)).toBe(3);
    expect(await deploy(rollout, tested)).toMatchObject({ outcome: 'unchanged' });
    expect(sent(rollout)).toBe(3);
    expect(rollout.auditor.violations).toEqual([]);
    const { deployment } = rollout.runner();
    expect(await rollout.clock.run(deployment.undo(() => undefined))).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
  });

  it('is asked again after a release command that has failed, and warned of again while no machine is there', async () => {
    let exitCode = 1;
    const rollout = begun(migration, { commands: () => ({ exitCode, output: 'table is locked' }) });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'unproven' });
    expect(await deploy(rollout, migration)).toMatchObject({
      outcome: 'unproven',
      reason: expect.stringContaining('Nobody has run its release command: '),
    });
    start(rollout);
    expect(await deploy(rollout, migration)).toMatchObject({ outcome: 'rolled-back' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    exitCode = 0;
    expect(await deploy(rollout, migration)).toMatchObject({ outcome: 'succeeded' });
    expect(sent(rollout)).toBe(2);
  });

  it.each([
    ['had nothing to be asked', {}, tested],
    ['is to be asked nothing any more', tested, {}],
  ])('is unchanged where it %s', async (_, first, second) => {
    const rollout = begun(first);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'unproven' });
    const ids = start(rollout);
    const bare = { gate: { kind: 'none' }, releaseCommand: undefined } as unknown as Partial<Plan>;
    expect(await deploy(rollout, { ...bare, ...second })).toMatchObject({ outcome: 'unchanged' });
    expect(idsIn(rollout)).toEqual(ids);
  });
});

describe('a machine that waits for longer than our hook waits for it', () => {
  const slow = (seconds: number) => [seconds * second, seconds * second] as const;

  it.each([
    ['for longer than the progress deadline', 12],
    ['for as long as that, with its boot', 8],
  ])('may be asked by its gate %s', async (_what, minutes) => {
    const takes = [minutes * 60 * second, minutes * 60 * second] as const;
    const newImage = { agent: slow(200), commands: () => ({ exitCode: 0, output: 'ok', takes }) };
    const gate = { kind: 'command', command: 'test', timeout: 900 * second } as const;
    const scene = begin({ gate }, { seed: 27, newImage });
    expect(await scene.rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expectWhole(scene, scene.rollout.newImageId);
  });

  it('and is lost before its gate has answered, leaves as long a time to the one that comes in its place', async () => {
    const takes = slow(35 * 60);
    const newImage = { agent: slow(60), commands: () => ({ exitCode: 0, output: 'ok', takes }) };
    const gate = { kind: 'command', command: 'test', timeout: 2_400 * second } as const;
    const scene = begin({ gate, waves: [{ machines: 1 }, { percent: 100 }] }, { seed: 27, newImage });
    const { rollout } = scene;
    rollout.clock.schedule(1_800 * second, () => {
      const all = [...rollout.region.ec2.instances.values()];
      const asked = all.find(({ imageId, state }) => imageId === rollout.newImageId && state === 'running');
      rollout.region.ec2.terminate(asked?.id ?? '', {
        code: 'Server.SpotInstanceTermination',
        message: 'Spot takes it',
      });
    });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expectWhole(scene, rollout.newImageId);
  });

  it('keeps the release command that runs on it, while its run lives', async () => {
    // 300 s until its agent listens and 500 s of migration, where the hook waits for 600 s.
    const newImage = { agent: slow(300), commands: () => ({ exitCode: 0, output: '', takes: slow(500) }) };
    const scene = begin({ ...migration, bootAllowance: 400 * second }, { seed: 25, newImage });
    expect(await scene.rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(scene.watch.executions).toBe(1);
    expect(scene.rollout.calls.map(({ operation }) => operation)).toContain('RecordLifecycleActionHeartbeat');
    expectWhole(scene, scene.rollout.newImageId);
  });

  it('never serves untested in a later wave either', async () => {
    const waves = [{ machines: 1 }, { percent: 100 }];
    // The others of the wave keep it from being stuck for as long as the hook waits.
    const plan = { ...gates.command, waves, soak: 120 * second, progressDeadline: 200 * second };
    const scene = begin(plan, { seed: 26, machines: 6, maxSize: 12 });
    const { rollout, watch } = scene;
    let launched = 0;
    rollout.machines.alter((instance, behaviour) => {
      const isNew = instance.imageId === rollout.newImageId;
      return isNew && ++launched === 3 ? { ...behaviour, agent: 'never' } : behaviour;
    });
    expect(await rollout.rollOut()).toMatchObject({
      outcome: 'rolled-back',
      reason: expect.stringContaining('agent does not listen'),
    });
    expect(watch.violations).toEqual([]);
    expectWhole(scene, rollout.starter.imageId);
  });
});

describe('a rollout that turns back in the middle of its release command', () => {
  const slow = (exitCode: number) => ({
    commands: () => ({ exitCode, output: 'migrating', takes: [200 * second, 200 * second] as const }),
  });

  /** Some seconds after the command was sent. */
  function whenBegun(
    { watch, rollout }: Pick<ReturnType<typeof begin>, 'watch' | 'rollout'>,
    after: number,
    event: () => void,
  ): void {
    if (watch.executions > 0) rollout.clock.schedule(after * second, event);
    else rollout.clock.schedule(second, () => whenBegun({ watch, rollout }, after, event));
  }

  /** Its job is cancelled some seconds after the command was sent, then the scheduled repair comes. */
  async function takenBack(newImage: Behaviour, after: number) {
    const scene = begin(migration, { seed: 27, newImage });
    const { rollout } = scene;
    const { step, deployment, post } = rollout.runner();
    whenBegun(scene, after, () => step.cancel());
    await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    await rollout.clock.run(post().cleanUp(rollout.auditor.journal.newest?.number ?? 0));
    const end = await rollout.clock.run(rollout.runner().deployment.repair(() => undefined));
    auditEnd(rollout.auditor, end);
    return { ...scene, end };
  }

  it('by a cancel, which ends its machine, leaves the command to a person', async () => {
    const scene = await takenBack(slow(0), 60);
    expect(scene.end).toMatchObject({
      outcome: 'needs-attention',
      reason: expect.stringMatching(/not known whether the release command .*as it was before/),
    });
    expect(scene.watch.executions).toBe(1);
    expectWhole(scene, scene.rollout.starter.imageId);
  });

  it('once that is over, says what became of it', async () => {
    const passed = await takenBack(slow(0), 201);
    expect(passed.end).toMatchObject({ outcome: 'aborted', reason: expect.stringContaining('had run by then') });
    expectWhole(passed, passed.rollout.starter.imageId);
  });

  it.each([
    [0, 'rolled-back', 'had run by then'],
    [1, 'rolled-back', 'Look at what its release command has left'],
  ])('by an alarm, waits for it to end (code %i)', async (exitCode, outcome, said) => {
    const plan = { ...migration, alarms: ['errors'] };
    const scene = begin(plan, { seed: 28, newImage: slow(exitCode) });
    const { rollout } = scene;
    const tell = (operation: string, input: object) =>
      rollout.world.call({ service: 'monitoring', operation, input, region: rollout.region.name });
    const metric = { Namespace: 'shop', MetricName: 'errors', Statistic: 'Sum', Period: 60, EvaluationPeriods: 1 };
    tell('PutMetricAlarm', {
      AlarmName: 'errors',
      ...metric,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
    });
    whenBegun(scene, 30, () =>
      tell('SetAlarmState', { AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'told' }),
    );
    const end = await rollout.rollOut();
    expect(end).toMatchObject({ outcome, reason: expect.stringMatching(new RegExp(`"errors".*${said}`)) });
    expectWhole(scene, rollout.starter.imageId);
  });
});

describe('a runner that is killed around any call', () => {
  // Few calls a rollout, so that a kill around each of them takes seconds.
  const few = { pollInterval: 30 * second, maxSurge: { machines: 1 } };
  const both = { ...gates.command, ...migration, ...few };
  const cases: [string, Partial<Plan>, Behaviour][] = [
    ['behind a gate', { ...gates.command, ...few }, {}],
    ['before a release command', { ...migration, ...few }, {}],
    ['before both', both, {}],
    ['before both, with a bad image', both, outcome(1, 'no database')],
  ];

  /** Around every change. */
  async function killsOf(plan: Partial<Plan>, newImage: Behaviour): Promise<readonly Kill[]> {
    const { rollout } = begin(plan, { seed: 21, machines: 2, newImage });
    await rollout.rollOut();
    const calls = [...rollout.calls.keys()].filter((call) => !isRead(rollout.calls[call] ?? { operation: '' }));
    return calls.flatMap((call) => (['before', 'after'] as const).map((when) => ({ call, when })));
  }

  it.each(cases)(
    '%s: the next run ends it whole, and the command ran once at most',
    async (_case, plan, newImage) => {
      const outcomes = new Set<string>();
      for (const [at, kill] of (await killsOf(plan, newImage)).entries()) {
        // Before some, after others: the repair below is tried around every one.
        if (at % 3 > 0) continue;
        const scene = begin(plan, { seed: 21, machines: 2, newImage });
        const end = await scene.rollout.rollOut(kill);
        outcomes.add(end.outcome);
        expectOnce(scene, end.outcome, kill);
      }
      expect([...outcomes].every((one) => expected(newImage, plan).includes(one))).toBe(true);
    },
    60_000,
  );

  it.each(cases)(
    '%s: the scheduled repair ends it whole, and the command ran once at most',
    async (_case, plan, newImage) => {
      const outcomes = new Set<string>();
      for (const kill of await killsOf(plan, newImage)) {
        const scene = begin(plan, { seed: 21, machines: 2, newImage }, true);
        const { rollout } = scene;
        const run = rollout.runner(kill).deployment.run({ imageId: rollout.newImageId }, () => undefined);
        const end = await rollout.clock.run(run).catch((error: Error) => error);
        if (!(end instanceof Error)) continue;
        expect(end).toBeInstanceOf(Killed);
        rollout.clock.advance(lease.staleAfter);
        const repaired = await rollout.clock.run(rollout.runner().deployment.repair(() => undefined));
        outcomes.add(repaired?.outcome ?? 'unchanged');
        expectOnce(scene, repaired?.outcome ?? 'unchanged', kill);
        auditEnd(rollout.auditor, repaired);
        expect({ kill, violations: rollout.auditor.violations }).toEqual({ kill, violations: [] });
      }
      const isNeverBegun = plan.releaseCommand === undefined || newImage.commands !== undefined;
      const unknown = isNeverBegun ? [] : ['needs-attention'];
      const allowed = ['aborted', 'rolled-back', 'succeeded', 'unchanged', ...unknown];
      expect(allowed).toEqual(expect.arrayContaining([...outcomes]));
      expect([...outcomes]).toEqual(expect.arrayContaining(['aborted', ...unknown]));
    },
    60_000,
  );

  function expected(newImage: Behaviour, { releaseCommand }: Partial<Plan>): readonly string[] {
    if (newImage.commands) return ['rolled-back'];
    // A kill after the last word is written finds the work done; one around SendCommand may leave nothing to be found.
    return ['succeeded', 'unchanged', ...(releaseCommand ? ['needs-attention'] : [])];
  }

  function expectOnce(scene: ReturnType<typeof begin>, outcome: string, kill: Kill): void {
    const { rollout, watch } = scene;
    const { hooks, members } = rollout.region.autoScaling.group(rollout.starter.groupName);
    const held = [...members.values()].filter(({ waits }) => waits.size > 0).length;
    expect({ kill, outcome, violations: watch.violations, hooks: [...hooks.keys()], held }).toEqual({
      ...{ kill, outcome, violations: [], hooks: [], held: 0 },
    });
    expect(watch.executions).toBeLessThanOrEqual(1);
    expect(rollout.traffic.failed).toBe(0);
    if (outcome === 'needs-attention') expect(watch.executions).toBe(0);
    else expect(rollout.imagesInService()).toHaveLength(1);
  }
});
