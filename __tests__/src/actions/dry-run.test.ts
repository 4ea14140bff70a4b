import { describe, expect, it } from '@jest/globals';
import { attachWorld } from '../../../sandbox/wire/attach-world.js';
import { predictor, tellPlan } from '../../../src/actions/dry-run.js';
import { rollingDeploy } from '../../../src/actions/rolling-deploy.js';
import { connect } from '../../../src/platform/aws.js';
import type { InputFailure } from '../../../src/platform/failure.js';
import { Fence } from '../../../src/platform/fence.js';
import { Deployment } from '../../../src/rollout/deployment.js';
import type { Plan } from '../../../src/rollout/heart/plan.js';
import { lease } from '../../../src/rollout/ledger/lease.js';
import { ChangeGuard } from '../../../src/rollout/rehearsal/change-guard.js';
import type { Forecast } from '../../../src/rollout/rehearsal/forecast.js';
import { RecordedStep } from '../../doubles/recorded-step.js';
import { SimulatedRollout } from '../../simulation/simulated-rollout.js';
import { ordinaryPlan } from '../../simulation/strategies.js';

/** A rehearsal has a clock of its own, so time in the world around it must have something to wait for meanwhile. */
function keepTime({ clock }: SimulatedRollout): void {
  const tick = () => {
    clock.schedule(10, tick);
  };
  tick();
}

async function plan(rollout: SimulatedRollout, imageId: string, changes: Partial<Plan> = {}): Promise<RecordedStep> {
  keepTime(rollout);
  const { clock, world, starter } = rollout;
  const step = new RecordedStep({}, { clock });
  const fence = new Fence(clock, lease.lasts / 2);
  const guard = new ChangeGuard();
  const aws = connect({
    ...{ region: starter.region, clock, random: step.random, fence },
    attach: (client) => {
      attachWorld(client, world, { clock });
      guard.attach(client);
    },
  });
  const settings = { aws, group: starter.groupName, plan: { ...ordinaryPlan, ...changes } };
  const deployment = new Deployment({ step, fence, ...settings });
  await clock.run(tellPlan(step, { ...settings, deployment, guard, source: { imageId } }));
  return step;
}

describe('the plan of a dry run', () => {
  it('stands in the log, in the summary and in the outputs', async () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 3 });
    const step = await plan(rollout, rollout.newImageId);
    const { from, to, size, duration } = JSON.parse(step.outputs['plan'] ?? '') as Forecast &
      Record<'from' | 'to', string>;
    expect([from, to, size]).toEqual([rollout.starter.imageId, rollout.newImageId, 3]);
    expect(duration.slow).toBeGreaterThanOrEqual(duration.typical);
    expect(step.outputs).toMatchObject({
      'image-id': rollout.newImageId,
      'previous-image-id': rollout.starter.imageId,
    });
    expect(step.outputs['outcome']).toBeUndefined();
    expect(step.summary).toContain('```mermaid');
    expect(step.linesAt('info')).toContain('Machines to replace      3');
    expect(step.linesAt('warning')).toEqual([]);
    expect(step.states).toEqual({});
  });

  it('warns where a rehearsal did not succeed, and speaks of the real image', async () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 2 });
    const step = await plan(rollout, rollout.newImageId, { progressDeadline: 20_000 });
    const [warning = ''] = step.linesAt('warning');
    expect(warning).toContain(rollout.newImageId);
    expect(warning).toContain('5 of 5 rehearsals');
  });

  it('says no time of a rehearsal, which has a clock of its own', async () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 2 });
    const step = await plan(rollout, rollout.newImageId, { keepPrevious: 1_800_000 });
    const { outcomes } = JSON.parse(step.outputs['plan'] ?? '') as Forecast;
    expect(outcomes).toEqual([{ outcome: 'succeeded', times: 5 }]);
    expect(step.outputs['plan']).not.toMatch(/\d{4}-\d\d-\d\dT/);
  });

  it('is none where there is nothing to do', async () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 3 });
    const step = await plan(rollout, rollout.starter.imageId);
    expect(step.outputs).toMatchObject({ outcome: 'unchanged', 'image-id': rollout.starter.imageId });
    expect(step.outputs['plan']).toBeUndefined();
  });

  it('is made only of a deployment', async () => {
    const step = new RecordedStep({ group: 'web', command: 'repair', 'dry-run': 'true' });
    const error: unknown = await rollingDeploy.main(step).catch((thrown: unknown) => thrown);
    expect((error as InputFailure).problems.map(({ input }) => input)).toEqual(['dry-run']);
  });
});

describe('a prediction', () => {
  it('is written into the release, and told beside what the rollout took', async () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 3 });
    keepTime(rollout);
    const { step } = rollout.runner();
    const { clock } = rollout;
    const fence = new Fence(clock, lease.lasts / 2);
    const aws = rollout.aws(undefined, 'somebody', fence);
    const settings = { step, aws, fence, group: rollout.starter.groupName, plan: ordinaryPlan };
    const deployment = new Deployment({ ...settings, predict: predictor(step, aws) });
    const ended = await clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    expect(ended.outcome).toBe('succeeded');
    expect(ended.predicted).toMatchObject({ peak: 5, leastServing: 3 });
    expect(ended.predicted?.duration).toBeGreaterThan(60_000);
    expect(ended.seen?.duration).toBe(ended.duration);
    expect(deployment.summarize(ended)).toContain(`| Most machines at a time | 5 | ${ended.seen?.peak} |`);
    const [release] = await clock.run(deployment.history());
    expect(release?.predicted).toEqual(ended.predicted);
  });

  it('that cannot be made stops nothing', async () => {
    const rollout = new SimulatedRollout({ seed: 1, machines: 3 });
    const { step } = rollout.runner();
    rollout.strike([{ operation: 'DescribeScheduledActions', error: 'AccessDenied' }]);
    const view = { group: { name: rollout.starter.groupName, desired: 3 }, machines: [] };
    const predict = predictor(step, rollout.aws());
    expect(await rollout.clock.run(predict(ordinaryPlan, view as never))).toBeUndefined();
    expect(step.linesAt('debug').join()).toContain('without a prediction');
  });
});
