import { describe, expect, it } from '@jest/globals';
import type { InitializeMiddleware, MiddlewareStack } from '@smithy/types';
import type { FaultRule } from '../../sandbox/faults/fault-rule.js';
import type { AwsClient } from '../../src/platform/aws.js';
import { RecordedStep } from '../doubles/recorded-step.js';
import { runStep } from './run-step.js';
import { SimulatedRollout } from './simulated-rollout.js';

/** Two groups, `shop` and `workers`, and the action as a workflow starts it. */
class TwoGroups {
  readonly rollout = new SimulatedRollout({ seed: 5, machines: 3 });
  #runs = 500;

  constructor() {
    const { launchTemplateId, subnetIds, targetGroupArn } = this.rollout.starter;
    this.rollout.askTruth('CreateAutoScalingGroup', {
      AutoScalingGroupName: 'workers',
      LaunchTemplate: { LaunchTemplateId: launchTemplateId, Version: '1' },
      ...{ MinSize: 2, MaxSize: 4, DesiredCapacity: 2, VPCZoneIdentifier: subnetIds.join(',') },
      ...{ TargetGroupARNs: [targetGroupArn], HealthCheckType: 'ELB', HealthCheckGracePeriod: 600 },
    });
    this.rollout.clock.advance(600_000);
  }

  /** A step of a run of its own; `again`: the same run, started again. */
  step(inputs: Record<string, string>, again?: RecordedStep): RecordedStep {
    const runId = again?.workflow.runId ?? String(++this.#runs);
    const runUrl = `https://github.com/octo/shop/actions/runs/${runId}`;
    const { clock } = this.rollout;
    return new RecordedStep({ group: 'shop', region: 'eu-west-1', ...inputs }, { clock, workflow: { runId, runUrl } });
  }

  /** Runs a step's main to its end; what it fails with, if it does. */
  async run(
    step: RecordedStep,
    meanwhile: Promise<void> = Promise.resolve(),
    phase: 'main' | 'post' = 'main',
  ): Promise<string> {
    return runStep(this.rollout, step, phase, meanwhile);
  }

  post(step: RecordedStep): Promise<string> {
    return this.run(step, undefined, 'post');
  }

  deploy(imageId: string, more: Record<string, string> = {}): RecordedStep {
    return this.step({ 'image-id': imageId, 'more-groups': 'workers', ...more });
  }

  empty(AutoScalingGroupName: string): void {
    const sizes = { MinSize: 0, DesiredCapacity: 0 };
    this.rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName, ...sizes });
    this.rollout.clock.advance(600_000);
  }

  imagesOf(group: string): readonly string[] {
    const { instances } = this.rollout.region.ec2;
    const members = [...this.rollout.region.autoScaling.group(group).members];
    const inService = members.filter(([, { state }]) => state === 'InService');
    return [...new Set(inService.map(([id]) => instances.get(id)?.imageId ?? ''))];
  }
}

/** Stands around a call, all its retries included. */
type Outermost = (call: () => Promise<object>, command: string) => Promise<object>;

function around(outermost: Outermost): (client: AwsClient) => void {
  const middleware: InitializeMiddleware<object, object> =
    (next, { commandName = '' }) =>
    (args) =>
      outermost(() => next(args), commandName) as ReturnType<typeof next>;
  return (client) => {
    const stack = client.middlewareStack as unknown as MiddlewareStack<object, object>;
    stack.addRelativeTo(middleware, { relation: 'before', toMiddleware: 'steadfleet-retry', name: 'outermost' });
  };
}

const ofWorkers = { command: 'repair', group: 'workers' };
const soon = { 'progress-deadline': '3m' };
const pausing = { strategy: 'canary', soak: '0s', 'pause-after': '1' };
const groupsIn = (step: RecordedStep) =>
  JSON.parse(step.outputs['groups'] ?? '[]') as { group: string; outcome: string }[];
const outcomesIn = (step: RecordedStep) => groupsIn(step).map(({ group, outcome }) => `${group} ${outcome}`);
const headings = (step: RecordedStep) => step.summary.split('\n').filter((line) => line.startsWith('###'));

describe('several groups as one release', () => {
  it('are rolled out one after the other, and undone as one, whichever of them is named', async () => {
    const groups = new TwoGroups();
    const { newImageId, starter, traffic } = groups.rollout;
    const deploy = groups.deploy(newImageId);
    expect(await groups.run(deploy)).toBe('');
    expect(deploy.outputs).toMatchObject({ outcome: 'succeeded', 'image-id': newImageId });
    expect(outcomesIn(deploy)).toEqual(['shop succeeded', 'workers succeeded']);
    expect(headings(deploy)).toEqual([
      '### shop: succeeded',
      '### workers: succeeded',
      '### 2 groups, one after the other',
    ]);
    expect(deploy.linesAt('info')).toContain('Of 2 groups: "shop" succeeded, "workers" succeeded.');

    const undo = groups.step({ command: 'undo', group: 'workers' });
    expect(await groups.run(undo)).toBe('');
    expect(undo.linesAt('info')[0]).toMatch(/^What run \d+ rolled out together is undone as one: shop, workers$/);
    expect([groups.imagesOf('shop'), groups.imagesOf('workers')]).toEqual([[starter.imageId], [starter.imageId]]);
    expect(traffic.failed).toBe(0);

    const again = groups.step({ command: 'undo', group: 'workers' }, undo);
    expect(await groups.run(again)).toBe('');
    expect(outcomesIn(again)).toEqual(['shop unchanged', 'workers unchanged']);
  });

  it('say what became of each where the second fails, and the one command that takes the first back', async () => {
    const groups = new TwoGroups();
    const { newImageId, starter, clock } = groups.rollout;
    expect(await groups.run(groups.deploy(newImageId))).toBe('');
    const bad = groups.rollout.addImage('bad in workers');
    const deploy = groups.deploy(bad, { 'more-groups': 'workers\nshop-2', 'progress-deadline': '3m' });
    groups.rollout.askTruth('CreateAutoScalingGroup', {
      AutoScalingGroupName: 'shop-2',
      LaunchTemplate: { LaunchTemplateId: starter.launchTemplateId, Version: '1' },
      ...{ MinSize: 0, MaxSize: 1, VPCZoneIdentifier: starter.subnetIds.join(',') },
    });
    const turnBad = async () => {
      while (!deploy.summary.includes('shop: succeeded')) await clock.sleep(1_000);
      groups.rollout.machines.behave(bad, { answers: 'never' });
    };
    const failure = await groups.run(deploy, turnBad());
    const told = 'Of 3 groups: "shop" succeeded, "workers" rolled-back, "shop-2" not begun.';
    const next =
      'To take "shop" back as well: "command: undo" with "group: shop". It undoes all groups of this release.';
    expect(failure).toContain(`"workers" runs ${newImageId} again`);
    expect(failure.endsWith(`\n${told} ${next}`)).toBe(true);
    expect(deploy.outputs).toMatchObject({ outcome: 'rolled-back', 'image-id': bad });
    expect(outcomesIn(deploy)).toEqual(['shop succeeded', 'workers rolled-back', 'shop-2 not begun']);
    expect(headings(deploy)).toEqual([
      '### shop: succeeded',
      '### workers: rolled-back',
      '### 3 groups, one after the other',
    ]);
    expect(deploy.linesAt('info')).toContain(told);

    const undo = groups.step({ command: 'undo' });
    expect(await groups.run(undo)).toBe('');
    expect(undo.linesAt('info')[0]).toMatch(
      /is undone as one: shop; not workers, shop-2: left as before by it, or moved on since$/,
    );
    expect([groups.imagesOf('shop'), groups.imagesOf('workers')]).toEqual([[newImageId], [newImageId]]);
    expect(await groups.run(groups.step({ command: 'undo' }, undo))).toBe('');
    expect([groups.imagesOf('shop'), groups.imagesOf('workers')]).toEqual([[newImageId], [newImageId]]);
  });

  it.each<[string, (groups: TwoGroups, bad: string) => readonly RecordedStep[]]>([
    [
      'what was kept in them has been terminated',
      (groups) => [groups.step({ command: 'repair' }), groups.step(ofWorkers)],
    ],
    ['a bad image was rolled back in one of them', (groups, bad) => [groups.step({ 'image-id': bad, ...soon })]],
    [
      'a bad image was rolled back in the first, and not begun in the second',
      (groups, bad) => [groups.deploy(bad, soon)],
    ],
  ])('are undone as one though %s since', async (_since, stepsOf) => {
    const groups = new TwoGroups();
    const { newImageId, starter, clock } = groups.rollout;
    expect(await groups.run(groups.deploy(newImageId, { 'keep-previous': '30m' }))).toBe('');
    clock.advance(35 * 60_000);
    const bad = groups.rollout.addImage('bad', { answers: 'never' });
    for (const step of stepsOf(groups, bad)) await groups.run(step);
    expect([groups.imagesOf('shop'), groups.imagesOf('workers')]).toEqual([[newImageId], [newImageId]]);

    const undo = groups.step({ command: 'undo' });
    expect(await groups.run(undo)).toBe('');
    expect(outcomesIn(undo)).toEqual(['shop succeeded', 'workers succeeded']);
    expect([groups.imagesOf('shop'), groups.imagesOf('workers')]).toEqual([[starter.imageId], [starter.imageId]]);
    const again = groups.step({ command: 'undo' }, undo);
    expect(await groups.run(again)).toBe('');
    expect(outcomesIn(again)).toEqual(['shop unchanged', 'workers unchanged']);
  });

  it('cancelled in the second are told once each, and are taken back by one command', async () => {
    const groups = new TwoGroups();
    const { newImageId, starter, clock } = groups.rollout;
    const deploy = groups.deploy(newImageId);
    const cancelInSecond = async () => {
      while (!deploy.linesAt('info').some((line) => /^workers to .*1 starting/.test(line))) await clock.sleep(1_000);
      deploy.cancel();
    };
    const failure = await groups.run(deploy, cancelInSecond());
    expect(failure).toContain("was cut off on its way; what it has borrowed is put back next, by the step's clean-up.");
    expect(outcomesIn(deploy)).toEqual(['shop succeeded', 'workers interrupted']);
    expect(deploy.outputs['outcome']).toBe('interrupted');
    expect(headings(deploy)).toEqual(['### shop: succeeded', '### 2 groups, one after the other']);
    const post = deploy.post();
    expect(await groups.post(post)).toBe('');
    expect(headings(post)).toEqual(['### workers: interrupted']);
    expect(post.summary).toContain('what it had borrowed is put back');

    const undo = groups.step({ command: 'undo' });
    expect(await groups.run(undo)).toBe('');
    expect(outcomesIn(undo)).toEqual(['shop succeeded', 'workers aborted']);
    expect([groups.imagesOf('shop'), groups.imagesOf('workers')]).toEqual([[starter.imageId], [starter.imageId]]);
  });

  it.each<[string, RegExp, readonly string[]]>([
    ['in the first', /^shop to .*1 starting/, ['shop succeeded', 'workers succeeded']],
    ['between both', /^shop: succeeded/, ['shop unchanged', 'workers succeeded']],
    ['in the second', /^workers to .*1 starting/, ['shop unchanged', 'workers succeeded']],
  ])(
    'are undone as one, too, where a run was cut off %s of them and another one has done the rest',
    async (...story) => {
      const [, moment, outcomes] = story;
      const groups = new TwoGroups();
      const { newImageId, starter, clock } = groups.rollout;
      const cut = groups.deploy(newImageId);
      const isReached = () =>
        cut.linesAt('info').some((line) => moment.test(line)) || moment.test(cut.summary.slice(4));
      const cutOff = async () => {
        while (!isReached()) await clock.sleep(100);
        cut.cancel();
      };
      await groups.run(cut, cutOff());
      await groups.post(cut.post());
      const rest = groups.deploy(newImageId);
      expect(await groups.run(rest)).toBe('');
      expect(outcomesIn(rest)).toEqual(outcomes);

      const undo = groups.step({ command: 'undo', group: 'workers' });
      expect(await groups.run(undo)).toBe('');
      expect(outcomesIn(undo)).toEqual(['shop succeeded', 'workers succeeded']);
      expect([groups.imagesOf('shop'), groups.imagesOf('workers')]).toEqual([[starter.imageId], [starter.imageId]]);
    },
  );

  it('are undone as far as the newest image of a run that has rolled out two, one after the other', async () => {
    const groups = new TwoGroups();
    const { newImageId, clock, machines } = groups.rollout;
    const deploy = groups.deploy(newImageId);
    expect(await groups.run(deploy)).toBe('');
    const bad = groups.rollout.addImage('bad in workers');
    const again = groups.step({ 'image-id': bad, 'more-groups': 'workers', ...soon }, deploy);
    const turnBad = async () => {
      while (!again.summary.includes('shop: succeeded')) await clock.sleep(1_000);
      machines.behave(bad, { answers: 'never' });
    };
    expect(await groups.run(again, turnBad())).toContain('"shop" succeeded, "workers" rolled-back.');

    const undo = groups.step({ command: 'undo' });
    expect(await groups.run(undo)).toBe('');
    expect(undo.outputs).toMatchObject({ outcome: 'succeeded', 'image-id': newImageId });
    expect([groups.imagesOf('shop'), groups.imagesOf('workers')]).toEqual([[newImageId], [newImageId]]);
  });

  it.each<[string, { nth?: number }, string, readonly string[]]>([
    ['in the first', { nth: 1 }, 'succeeded', ['### shop: interrupted']],
    ['in each', {}, 'interrupted', ['### shop: interrupted', '### workers: interrupted']],
  ])('are put back by post where an undo was cut off %s of them', async (_where, which, second, told) => {
    const groups = new TwoGroups();
    const { newImageId, clock } = groups.rollout;
    const suspended = () => ['shop', 'workers'].map((group) => groups.rollout.group(group).SuspendedProcesses?.length);
    expect(await groups.run(groups.deploy(newImageId))).toBe('');
    clock.advance(25 * 60_000);
    const operation = 'TerminateInstanceInAutoScalingGroup';
    groups.rollout.strike([{ operation, error: 'AccessDenied', status: 403, ...which }]);
    const undo = groups.step({ command: 'undo' });
    expect(await groups.run(undo)).toContain(`Of 2 groups: "shop" interrupted, "workers" ${second}.`);
    expect(suspended()).toEqual([1, second === 'succeeded' ? 0 : 1]);
    const post = undo.post();
    expect(await groups.post(post)).toBe('');
    expect(suspended()).toEqual([0, 0]);
    expect(headings(post)).toEqual(told);
  });

  it('are resumed as one, whichever of them was empty and did not pause', async () => {
    const groups = new TwoGroups();
    const { newImageId } = groups.rollout;
    groups.empty('workers');
    const deploy = groups.deploy(newImageId, pausing);
    expect(await groups.run(deploy)).toBe('');
    expect(outcomesIn(deploy)).toEqual(['shop paused', 'workers unproven']);
    const resume = groups.step({ command: 'resume', 'more-groups': 'workers' });
    expect(await groups.run(resume)).toBe('');
    expect(outcomesIn(resume)).toEqual(['shop succeeded', 'workers unchanged']);
  });

  it('are resumed as one, though one of them ran the image already and has never had a release', async () => {
    const groups = new TwoGroups();
    const { starter } = groups.rollout;
    const LaunchTemplate = { LaunchTemplateId: starter.launchTemplateId, Version: '1' };
    const next = groups.rollout.addImage('next');
    groups.rollout.askTruth('UpdateAutoScalingGroup', { AutoScalingGroupName: 'shop', LaunchTemplate });
    expect(await groups.run(groups.step({ 'image-id': next }))).toBe('');
    const deploy = groups.deploy(starter.imageId, pausing);
    expect(await groups.run(deploy)).toBe('');
    expect(outcomesIn(deploy)).toEqual(['shop paused', 'workers unchanged']);
    const resume = groups.step({ command: 'resume', 'more-groups': 'workers' });
    expect(await groups.run(resume)).toBe('');
    expect(outcomesIn(resume)).toEqual(['shop succeeded', 'workers unchanged']);
    expect(await groups.run(groups.step({ command: 'resume', group: 'workers' }))).toContain('there was none yet');
  });

  it('say so in their outputs where there is nothing to repair', async () => {
    const groups = new TwoGroups();
    for (const more of [{}, { 'more-groups': 'workers' }]) {
      const repair = groups.step({ command: 'repair', ...more });
      expect(await groups.run(repair)).toBe('');
      expect(repair.outputs).toMatchObject({ outcome: 'unchanged', 'image-id': '' });
    }
  });

  it('are named where there was nothing to resume, for the release had not begun there', async () => {
    const groups = new TwoGroups();
    const { newImageId } = groups.rollout;
    expect(await groups.run(groups.deploy(newImageId))).toBe('');
    const next = groups.rollout.addImage('next');
    expect(await groups.run(groups.step({ 'image-id': next, ...pausing }))).toBe('');
    const resume = groups.step({ command: 'resume', 'more-groups': 'workers' });
    expect(await groups.run(resume)).toBe('');
    expect(resume.linesAt('warning')).toEqual([
      `There was nothing to resume in "workers", whose last release was ${newImageId}, not ${next}. If that is to run there, deploy it.`,
    ]);
  });

  it('say how to take back those that are paused still, where the first fails once it is resumed', async () => {
    const groups = new TwoGroups();
    const { newImageId, machines, starter } = groups.rollout;
    expect(await groups.run(groups.deploy(newImageId, { ...pausing, ...soon }))).toBe('');
    machines.behave(newImageId, { answers: 'never' });
    const resume = groups.step({ command: 'resume', 'more-groups': 'workers' });
    expect(await groups.run(resume)).toMatch(
      /"workers" not begun\. To take "workers" back as well: "command: undo" with "group: workers"\./,
    );
    expect(await groups.run(groups.step({ command: 'undo', group: 'workers' }))).toBe('');
    expect(groups.imagesOf('workers')).toEqual([starter.imageId]);
  });

  it('have a history each, told by name', async () => {
    const groups = new TwoGroups();
    expect(await groups.run(groups.step({ 'image-id': groups.rollout.newImageId }))).toBe('');
    const history = groups.step({ command: 'history', 'more-groups': 'workers' });
    expect(await groups.run(history)).toBe('');
    expect(history.linesAt('info')).toEqual([
      'Releases of "shop":',
      expect.stringMatching(/^1 {2}.* succeeded /),
      'Releases of "workers":',
      'The ledger of "workers" is empty: nothing was rolled out to it yet.',
    ]);
  });

  it('are refused before the first is touched, where a later one would be', async () => {
    const groups = new TwoGroups();
    const { newImageId, starter } = groups.rollout;
    const deploy = groups.deploy(newImageId, { 'more-groups': 'workers\nworker' });
    expect(await groups.run(deploy)).toContain('There is no Auto Scaling group "worker"');
    expect(groups.imagesOf('shop')).toEqual([starter.imageId]);
    expect(deploy.states).toEqual({});
  });

  it('get one image, though a newer one is made meanwhile', async () => {
    const groups = new TwoGroups();
    const { clock, region } = groups.rollout;
    const make = (name: string) => region.ec2.addImage({ name, tags: new Map([['app', 'shop']]) }).id;
    const first = make('first');
    const deploy = groups.step({ 'image-tags': 'app=shop', 'more-groups': 'workers' });
    const makeAnother = async () => {
      while (!deploy.summary.includes('shop: succeeded')) await clock.sleep(100);
      make('second');
    };
    await groups.run(deploy, makeAnother());
    expect([groups.imagesOf('shop'), groups.imagesOf('workers')]).toEqual([[first], [first]]);
  });
});

it('an undo whose image works no more fails its step, and says that nothing is undone', async () => {
  const groups = new TwoGroups();
  const { machines, newImageId, starter } = groups.rollout;
  expect(await groups.run(groups.step({ 'image-id': newImageId }))).toBe('');
  machines.behave(starter.imageId, { answers: 'never' });
  const undo = groups.step({ command: 'undo', ...soon });
  expect(await groups.run(undo)).toContain('So release 1 is not undone');
  expect(undo.outputs).toMatchObject({ outcome: 'rolled-back', 'image-id': starter.imageId });
  expect(groups.imagesOf('shop')).toEqual([newImageId]);
});

describe('one group whose job is cancelled', () => {
  it('has one job summary, which says what stands', async () => {
    const groups = new TwoGroups();
    const { newImageId, clock } = groups.rollout;
    const deploy = groups.step({ 'image-id': newImageId });
    const cancel = clock.sleep(30_000).then(() => deploy.cancel());
    const failure = await groups.run(deploy, cancel);
    expect(failure).toContain('was cut off on its way');
    expect(deploy.summary).toBe('');
    expect(deploy.outputs['outcome']).toBe('interrupted');
    const post = deploy.post();
    expect(await groups.post(post)).toBe('');
    expect(headings(post)).toEqual(['### shop: interrupted']);
    expect(post.summary).toContain('what it had borrowed is put back, and its machines serve.');
  });

  it('or was cancelled before it had begun', async () => {
    const groups = new TwoGroups();
    const deploy = groups.step({ 'image-id': groups.rollout.newImageId });
    deploy.cancel();
    const nothing = 'Cancelled before anything was changed in "shop".';
    expect(await groups.run(deploy)).toBe(nothing);
    const late = groups.step({ 'image-id': groups.rollout.newImageId });
    const cancel = groups.rollout.clock.sleep(10).then(() => late.cancel());
    expect(await groups.run(late, cancel)).toBe(nothing);
    const post = late.post();
    expect(await groups.post(post)).toBe('');
    expect([late.summary, post.summary]).toEqual(['', '']);
  });

  it('or while it was prepared, whenever that was', async () => {
    let hasClaimed = false;
    for (let answered = 1; !hasClaimed; answered++) {
      const groups = new TwoGroups();
      const deploy = groups.step({ 'image-id': groups.rollout.newImageId });
      let calls = 0;
      const cancelOnceAnswered: Outermost = async (call, command) => {
        if (deploy.cancellation.aborted) return call();
        const answer = await call();
        hasClaimed = command === 'PutParameterCommand';
        if (++calls === answered) deploy.cancel();
        return answer;
      };
      const failure = await runStep(groups.rollout, deploy, 'main', undefined, around(cancelOnceAnswered));
      if (hasClaimed) continue;
      expect({ answered, failure }).toEqual({ answered, failure: 'Cancelled before anything was changed in "shop".' });
      expect(deploy.states).toEqual({});
    }
  });

  it('or once it had ended what a dead run had left, which is not told as cut off then', async () => {
    const groups = new TwoGroups();
    const { newImageId, clock } = groups.rollout;
    const dead = groups.step({ 'image-id': newImageId });
    await groups.run(
      dead,
      clock.sleep(30_000).then(() => dead.cancel()),
    );
    await groups.post(dead.post());
    const deploy = groups.step({ 'image-id': groups.rollout.addImage('other') });
    const hasBegunToEnd = () => deploy.linesAt('info').some((line) => line.startsWith('First ending the rollout'));
    const cancelOnceEnded: Outermost = async (call, command) => {
      // The history is read anew for what this run wants itself.
      if (hasBegunToEnd() && command === 'GetParametersByPathCommand') deploy.cancel();
      return call();
    };
    const failure = await runStep(groups.rollout, deploy, 'main', undefined, around(cancelOnceEnded));
    expect(failure).toMatch(/^Cancelled while "shop" was being claimed/);
    const post = deploy.post();
    expect(await groups.post(post)).toBe('');
    expect(post.summary).toBe('');
  });

  it.each<[string, FaultRule, number, string, readonly string[]]>([
    ['it was not', { error: 'throttle' }, 5, '', []],
    ['it was not, as is heard too late', { error: 'throttle' }, 100, '', []],
    ['it was', { error: 'reset', when: 'after' }, 5, 'what it had borrowed is put back', ['### shop: interrupted']],
    ['it was, late', { error: 'reset', when: 'after' }, 100, 'is put back', ['### shop: interrupted']],
  ])('or when nobody knew whether it was claimed, so that post looks: %s', async (_, fault, wait, stands, told) => {
    const groups = new TwoGroups();
    groups.rollout.strike([{ operation: 'PutParameter', ...fault, nth: 1 }]);
    const deploy = groups.step({ 'image-id': groups.rollout.newImageId });
    const cancelInBackOff = async () => {
      while (!('left' in deploy.states)) await groups.rollout.clock.sleep(10);
      await groups.rollout.clock.sleep(wait);
      deploy.cancel();
    };
    expect(await groups.run(deploy, cancelInBackOff())).toBe(
      'Cancelled while "shop" was being claimed; the step\'s clean-up looks at what has come of that.',
    );
    const post = deploy.post();
    expect(await groups.post(post)).toBe('');
    expect(headings(post)).toEqual(told);
    expect(post.summary).toContain(stands);
  });

  it.each<[string, readonly FaultRule[]]>([
    ['', []],
    [', where its clean-up is refused', [{ operation: 'ResumeProcesses', error: 'AccessDenied', status: 403 }]],
  ])('says in it the time of its own run, whenever its release was begun%s', async (_, faults) => {
    const groups = new TwoGroups();
    const { newImageId, clock } = groups.rollout;
    const cancelled = async () => {
      const deploy = groups.step({ 'image-id': newImageId });
      const cancel = clock.sleep(30_000).then(() => deploy.cancel());
      expect(await groups.run(deploy, cancel)).toContain('was cut off on its way');
      return deploy.post();
    };
    expect(await groups.post(await cancelled())).toBe('');
    clock.advance(8 * 3_600_000);
    const post = await cancelled();
    groups.rollout.strike(faults);
    await groups.post(post);
    expect(headings(post)).toEqual(['### shop: interrupted']);
    expect(Number(/\| (\d+) s \|/.exec(post.summary)?.[1])).toBeLessThan(60);
  });

  it('says in it, too, that the clean-up failed', async () => {
    const groups = new TwoGroups();
    const { newImageId, clock } = groups.rollout;
    const deploy = groups.step({ 'image-id': newImageId });
    const cancel = clock.sleep(30_000).then(() => deploy.cancel());
    await groups.run(deploy, cancel);
    groups.rollout.strike([{ operation: 'GetParameters', error: 'AccessDeniedException', status: 400 }]);
    const post = deploy.post();
    expect(await groups.post(post)).toContain('GetParameters');
    expect(headings(post)).toEqual(['### shop: interrupted']);
    expect(post.summary).toMatch(/Its clean-up failed: .*GetParameters.* End release 1 with "command: repair"/);
  });

  it('tells in post what main knew, where nothing is left to put back', async () => {
    const groups = new TwoGroups();
    const { newImageId, clock } = groups.rollout;
    const deploy = groups.step({ 'image-id': newImageId });
    const cancel = clock.sleep(30_000).then(() => deploy.cancel());
    await groups.run(deploy, cancel);
    expect(await groups.run(groups.step({ command: 'abort' }))).toContain('is being rolled out');
    clock.advance(21 * 60_000);
    expect(await groups.run(groups.step({ command: 'repair' }))).toBe('');
    const post = deploy.post();
    expect(await groups.post(post)).toBe('');
    expect(headings(post)).toEqual(['### shop: interrupted']);
  });
});

it('a repair of several groups says that one of them waits for a person, whatever the first one came to', async () => {
  const groups = new TwoGroups();
  const { newImageId, clock, machines } = groups.rollout;
  const cancelled = groups.step({ group: 'workers', 'image-id': newImageId });
  const cancel = clock.sleep(30_000).then(() => cancelled.cancel());
  await groups.run(cancelled, cancel);
  await groups.post(cancelled.post());
  machines.behave(newImageId, { answers: 'never' });
  await groups.run(groups.step({ 'image-id': newImageId, 'on-failure': 'hold', ...soon }));
  const repair = groups.step({ ...ofWorkers, 'more-groups': 'shop' });
  expect(await groups.run(repair)).toBe('');
  expect(outcomesIn(repair)).toEqual(['workers aborted', 'shop needs-attention']);
  expect(repair.outputs['outcome']).toBe('needs-attention');
  expect(repair.linesAt('warning')).toEqual([expect.stringContaining('to "shop" is on hold')]);
});
