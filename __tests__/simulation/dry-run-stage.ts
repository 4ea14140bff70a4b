import { attachWorld } from '../../sandbox/wire/attach-world.js';
import { connect } from '../../src/platform/aws.js';
import { Fence } from '../../src/platform/fence.js';
import { Deployment } from '../../src/rollout/deployment.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import type { ImageSource } from '../../src/rollout/image/image.js';
import { lease } from '../../src/rollout/ledger/lease.js';
import { ChangeGuard } from '../../src/rollout/rehearsal/change-guard.js';
import { type DryRun, dryRun } from '../../src/rollout/rehearsal/dry-run.js';
import { type Forecast, forecast } from '../../src/rollout/rehearsal/forecast.js';
import type { PairNames } from '../../src/rollout/two-group/find-sides.js';
import { RecordedStep } from '../doubles/recorded-step.js';
import { makeIdleTwin } from './idle-twin.js';
import type { SimulatedRollout } from './simulated-rollout.js';
import { ordinaryPlan } from './strategies.js';

/** A dry run against a simulated group, as a step of its own. Its calls are kept with the rollout's. */
export function dryRunOf(
  rollout: SimulatedRollout,
  plan: Partial<Plan> = {},
  source: ImageSource = { imageId: rollout.newImageId },
  pair?: PairNames,
): Promise<DryRun> {
  const { clock, world, starter, calls } = rollout;
  const step = new RecordedStep({}, { clock });
  const fence = new Fence(clock, lease.lasts / 2);
  const guard = new ChangeGuard();
  const aws = connect({
    ...{ region: starter.region, clock, random: step.random, fence },
    attach: (client) => {
      attachWorld(client, world, { clock, onCall: (call) => calls.push(call) });
      guard.attach(client);
    },
  });
  const group = starter.groupName;
  const whole = { ...ordinaryPlan, ...plan };
  const deployment = new Deployment({ step, aws, fence, group, plan: whole, ...(pair && { pair }) });
  return clock.run(dryRun({ deployment, aws, guard, clock, group, pair, plan: whole, source }));
}

/** What a dry run foresees, where it does not end at once. */
export async function forecastOf(
  rollout: SimulatedRollout,
  plan?: Partial<Plan>,
  imageId?: string,
  rehearsals = 3,
  pair?: PairNames,
): Promise<Forecast> {
  const found = await dryRunOf(rollout, plan, { imageId: imageId ?? rollout.newImageId }, pair);
  if (found.kind !== 'begun') throw new Error(JSON.stringify(found));
  return forecast(found.portrait, found.plan, found.headline.to, rehearsals);
}

/** Gives a simulated group an idle twin, with a target group of its own that is in no rule yet. */
export function idleTwinOf({ world, starter }: SimulatedRollout): PairNames {
  return makeIdleTwin(world, starter, 'twin');
}
