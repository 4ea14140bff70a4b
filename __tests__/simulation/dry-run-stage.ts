import { attachWorld } from '../../sandbox/wire/attach-world.js';
import { connect } from '../../src/platform/aws.js';
import { Fence } from '../../src/platform/fence.js';
import { Deployment } from '../../src/rollout/deployment.js';
import { Observer } from '../../src/rollout/group/observe.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import type { ImageSource } from '../../src/rollout/image/image.js';
import { lease } from '../../src/rollout/ledger/lease.js';
import { ChangeGuard } from '../../src/rollout/rehearsal/change-guard.js';
import { type DryRun, dryRun } from '../../src/rollout/rehearsal/dry-run.js';
import { type Forecast, forecast } from '../../src/rollout/rehearsal/forecast.js';
import { predict } from '../../src/rollout/rehearsal/predict.js';
import type { Figures } from '../../src/rollout/telling/meter.js';
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

/** What a rollout that begins now foresees of itself. */
export async function predictionOf(rollout: SimulatedRollout, plan: Plan): Promise<Figures | undefined> {
  const { clock, pair, starter } = rollout;
  const aws = rollout.aws();
  // A rehearsal has a clock of its own, so time in the world around it must have something to wait for meanwhile.
  let takeBack = (): void => undefined;
  const tick = () => {
    takeBack = clock.schedule(10, tick);
  };
  tick();
  const observer = new Observer(aws, clock);
  const look = async () => {
    const views = await Promise.all((pair?.groups ?? [starter.groupName]).map((name) => observer.look(name)));
    const [serving, idle] = views.sort((one, other) => other.group.desired - one.group.desired);
    return serving && predict({ aws, clock, plan }, serving, idle);
  };
  return clock.run(look()).finally(() => takeBack());
}

/** Gives a simulated group an idle twin, with a target group of its own that is in no rule yet. */
export function idleTwinOf({ world, starter }: SimulatedRollout): PairNames {
  return makeIdleTwin(world, starter, 'twin');
}
