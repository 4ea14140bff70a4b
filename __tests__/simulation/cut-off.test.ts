import { describe, expect, it } from '@jest/globals';
import type { MiddlewareStack } from '@smithy/types';
import { RecordedStep } from '../doubles/recorded-step.js';
import { smallest } from './enumerate.js';
import { play } from './play.js';
import { actionIn, runStep } from './run-step.js';
import { SimulatedRollout } from './simulated-rollout.js';

const role = 'arn:aws:sts::123456789012:assumed-role/deploy/steadfleet-42-1';
const resource = 'arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:1f2e:autoScalingGroupName/shop';

/** A role without a permission, in AWS's words. */
const lacking = (action: string, on = resource) => ({
  operation: action.split(':')[1] ?? '',
  error: action.startsWith('ec2:') ? 'UnauthorizedOperation' : 'AccessDenied',
  message: `User: ${role} is not authorized to perform: ${action} on resource: ${on} because no identity-based policy allows the ${action} action`,
  status: 403,
});

const stackLine = /^ +at .+:\d+/m;

class Story {
  readonly rollout = new SimulatedRollout({ seed: 61, machines: 4 });
  #runs = 700;

  step(inputs: Record<string, string> = {}): RecordedStep {
    const runId = String(++this.#runs);
    const runUrl = `https://github.com/octo/shop/actions/runs/${runId}`;
    const { clock, newImageId } = this.rollout;
    const deploy = inputs['command'] === undefined ? { 'image-id': newImageId } : {};
    return new RecordedStep(
      { group: 'shop', region: 'eu-west-1', ...deploy, ...inputs },
      { clock, workflow: { runId, runUrl } },
    );
  }

  main(step: RecordedStep, meanwhile?: Promise<void>): Promise<string> {
    return runStep(this.rollout, step, 'main', meanwhile);
  }

  post(step: RecordedStep): Promise<string> {
    return runStep(this.rollout, step, 'post');
  }

  /** What `history` says of each release, the newest first. */
  async history(): Promise<readonly string[]> {
    const step = this.step({ command: 'history' });
    await this.main(step);
    return step.linesAt('info').filter((line) => /^\d+ /.test(line));
  }

  get hooks(): readonly string[] {
    return [...this.rollout.region.autoScaling.group('shop').hooks.keys()];
  }
}

const why = `AWS refused autoscaling:TerminateInstanceInAutoScalingGroup on ${resource}`;
const cannotRetire = lacking('autoscaling:TerminateInstanceInAutoScalingGroup');

/** A rollout whose role may not retire machines, which shows only once the first new ones serve. */
async function cutOff() {
  const story = new Story();
  story.rollout.strike([cannotRetire]);
  const step = story.step();
  const failure = await story.main(step);
  const post = step.post();
  return { story, step, failure, post, postFailure: await story.post(post) };
}

describe('a run that AWS refuses half-way', () => {
  it('ends interrupted, with all outputs and the reason in one line', async () => {
    const { step, failure, story } = await cutOff();
    const { newImageId, starter } = story.rollout;
    expect(failure).toBe(
      `The rollout of ${newImageId} to "shop" was cut off on its way: ${why}. What it has borrowed is put back next, by the step's clean-up. ` +
        'Mend what cut it off, then run the same step again to finish it, or take it back with "command: repair", as its schedule would do.',
    );
    expect(step.outputs).toEqual({
      ...{ outcome: 'interrupted', 'image-id': newImageId, 'previous-image-id': starter.imageId },
    });
    expect(step.linesAt('info').join('\n')).not.toMatch(stackLine);
  });

  it('has put back by its post what it had borrowed, and the summary and the history say why', async () => {
    const { story, post, postFailure } = await cutOff();
    expect(postFailure).toBe('');
    expect(story.rollout.group()).toMatchObject({ SuspendedProcesses: [] });
    expect(story.hooks).toEqual([]);
    expect(post.outputs['outcome']).toBe('interrupted');
    expect(post.summary).toContain(`${why}. What it had borrowed is put back, and its machines serve.`);
    expect(await story.history()).toEqual([expect.stringContaining(`  interrupted (cut off: ${why})  `)]);
  });

  it('is gone on with by the next run, which says why it was cut off', async () => {
    const { story } = await cutOff();
    story.rollout.faults.clear();
    const next = story.step();
    expect(await story.main(next)).toBe('');
    expect(next.linesAt('info')).toContain(`Release 1 was cut off: ${why}`);
    expect(next.outputs['outcome']).toBe('succeeded');
    expect((await story.history())[1]).toContain(`  taken over by 2 (cut off: ${why})  `);
    expect(story.rollout.traffic.failed).toBe(0);
  });

  it('is gone on with by its own plan: the next run warns of what it has asked for besides', async () => {
    const { story } = await cutOff();
    story.rollout.faults.clear();
    const same = story.step();
    const other = story.step({ 'gate-path': '/health', 'boot-allowance': '5m', 'progress-deadline': '20m' });
    const stop = story.rollout.clock.sleep(5_000).then(() => same.cancel());
    await story.main(same, stop);
    await story.post(same.post());
    expect(await story.main(other)).toBe('');
    expect(same.linesAt('warning')).toEqual([]);
    expect(other.linesAt('warning')).toEqual([
      expect.stringMatching(
        /^Release 1 is carried on .* not used of this step: the gate, boot-allowance, progress-deadline\./,
      ),
    ]);
  });

  it('is taken back by a repair, which says why as well', async () => {
    const { story } = await cutOff();
    story.rollout.faults.clear();
    const repair = story.step({ command: 'repair' });
    expect(await story.main(repair)).toBe('');
    expect(repair.outputs['outcome']).toBe('aborted');
    expect(repair.summary).toContain('was cut off: AWS refused autoscaling:TerminateInstanceInAutoScalingGroup on');
    expect(story.rollout.imagesInService()).toEqual([story.rollout.starter.imageId]);
  });

  it('ends so of a mistake of ours as well, with its stack in the log', async () => {
    const story = new Story();
    const step = story.step();
    const failure = await runStep(story.rollout, step, 'main', undefined, (client) => {
      const stack = client.middlewareStack as unknown as MiddlewareStack<object, object>;
      stack.add(
        (next, { commandName = '' }) =>
          async (args) => {
            if (commandName.startsWith('TerminateInstanceInAuto')) throw new TypeError('x is not a function');
            return next(args);
          },
        { step: 'initialize', priority: 'normal', name: 'mistake' },
      );
    });
    expect(failure).toContain('was cut off on its way: x is not a function');
    expect(step.outputs['outcome']).toBe('interrupted');
    expect(step.linesAt('info').join('\n')).toMatch(stackLine);
  });
});

describe('a clean-up that AWS refuses', () => {
  it('names what still stands, and leaves it to the next run, at once', async () => {
    const story = new Story();
    story.rollout.strike([cannotRetire, lacking('autoscaling:ResumeProcesses')]);
    const step = story.step();
    await story.main(step);
    const post = step.post();
    const failure = await story.post(post);
    expect(failure).toMatch(
      /cut off on its way: AWS refused autoscaling:Terminate.* Its clean-up failed: AWS refused autoscaling:ResumeProcesses on \S+\. In "shop" there still stand: the suspension of AZRebalance, \d more than its size of 4.*\. Mend what cut it off, then run the same step again/,
    );
    expect(failure).not.toContain('\n');
    expect(post.summary).toContain('the suspension of AZRebalance');
    story.rollout.faults.clear();
    const repair = story.step({ command: 'repair' });
    expect(await story.main(repair)).toBe('');
    expect(story.rollout.group()).toMatchObject({ SuspendedProcesses: [], DesiredCapacity: 4 });
  });

  it('puts back all else first where it may not delete our hook, and so does each later one', async () => {
    const story = new Story();
    const { rollout } = story;
    rollout.strike([lacking('autoscaling:DeleteLifecycleHook')]);
    const full = { 'gate-command': 'true', suspend: 'AZRebalance\nAlarmNotification', 'max-surge': '2' };
    const cutOffBy = async (step: RecordedStep) => {
      await story.main(step);
      expect(step.outputs['outcome']).toBe('interrupted');
      const failure = await story.post(step.post());
      expect(rollout.group()).toMatchObject({ SuspendedProcesses: [] });
      return failure;
    };
    const hookAlone =
      /In "shop" there still stand: our launch hook "steadfleet"(, \d more than its size of 4)?\. Until/;
    expect(await cutOffBy(story.step(full))).toMatch(hookAlone);
    expect(await cutOffBy(story.step({ command: 'repair' }))).toMatch(hookAlone);
    rollout.faults.clear();
    expect(await story.main(story.step({ command: 'repair' }))).toBe('');
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    expect(story.hooks).toEqual([]);
  });

  it('after a cancel keeps our hook, with everything else put back, and says which permission it lacks', async () => {
    const story = new Story();
    const { rollout } = story;
    const machine = 'arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0';
    rollout.strike([lacking('ec2:TerminateInstances', machine)]);
    const step = story.step({ 'gate-command': 'true' });
    const launched = () => rollout.group().Instances?.some(({ LifecycleState }) => LifecycleState === 'Pending');
    const cancelOnLaunch = async () => {
      while (!launched()) await rollout.clock.sleep(500);
      step.cancel();
    };
    await story.main(step, cancelOnLaunch());
    const post = step.post();
    const failure = await story.post(post);
    expect(failure).toContain(
      `was cut off on its way: its run was stopped, and its clean-up failed: AWS refused ec2:TerminateInstances on ${machine}. In "shop" there still stand: our launch hook "steadfleet", `,
    );
    expect(failure).toContain('Until that hook goes, what the group launches waits in it and serves nobody.');
    expect(story.hooks).toEqual(['steadfleet']);
    expect(rollout.group()).toMatchObject({ SuspendedProcesses: [], LaunchTemplate: { Version: '1' } });
    // It needs no such permission: it waits for what is to come to the hook.
    const repair = story.step({ command: 'repair' });
    expect(await story.main(repair)).toBe('');
    expect(story.hooks).toEqual([]);
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
  });
});

it.each(['rolling', 'canary behind a gate'] as const)(
  'whichever call AWS refuses, once or for as long as the job lasts, the next repair makes the group whole: %s',
  async (strategy) => {
    const base = smallest(strategy);
    const { calls } = await play(base);
    const seen = new Map<string, number>();
    for (const [at, { service, operation }] of calls.entries()) {
      const nth = (seen.get(operation) ?? 0) + 1;
      seen.set(operation, nth);
      if (nth > 1 && at % 10 > 0) continue;
      const refused = { service, operation, error: 'AccessDenied', status: 403, ...(nth > 1 && { nth }) };
      const { violations } = await play({ ...base, faults: [refused] });
      expect({ operation, nth, violations }).toEqual({ operation, nth, violations: [] });
    }
  },
);

it('a repair that finds a release in use says so once, and that it has left it alone', async () => {
  const story = new Story();
  const repair = story.step({ command: 'repair' });
  const later = story.rollout.clock.sleep(60_000).then(() => actionIn(story.rollout).main(repair));
  expect(await story.main(story.step(), later)).toBe('');
  expect(repair.linesAt('info')).toEqual([
    expect.stringMatching(/^Group "shop" is being rolled out .* Nothing was changed\.$/),
  ]);
  const idle = story.step({ command: 'repair' });
  expect(await story.main(idle)).toBe('');
  expect(idle.linesAt('info')).toEqual(['There is nothing to repair in "shop"; nothing was changed.']);
});

it('a repair of what waits for a person leaves that alone, and says each time what for and what to do', async () => {
  const story = new Story();
  const { newImageId, machines, region } = story.rollout;
  machines.behave(newImageId, { answers: 'never' });
  const deploy = story.step({ 'on-failure': 'hold' });
  const [reason = ''] = (await story.main(deploy)).split('\n');
  expect(reason).toMatch(
    /^The rollout of .* is on hold, .* take it back with "command: abort", or deploy what is right\.$/,
  );
  const stands = () => ({ group: story.rollout.group(), ledger: region.systemsManager.parameters });
  const before = structuredClone(stands());
  const repair = story.step({ command: 'repair' });
  expect(await story.main(repair)).toBe('');
  expect(repair.linesAt('warning')).toEqual([`${reason} Nothing was changed.`]);
  expect(repair.summary).toContain('### shop: needs-attention');
  expect(repair.outputs).toEqual(deploy.outputs);
  expect(structuredClone(stands())).toEqual(before);
});

it('history of a group that is not there is refused', async () => {
  const story = new Story();
  expect(await story.main(story.step({ command: 'history', group: 'shopp' }))).toContain(
    'There is no Auto Scaling group "shopp"',
  );
});
