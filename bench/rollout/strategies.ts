import { planInputs, planOf } from '../../src/actions/plan-inputs.js';
import { Fence } from '../../src/platform/fence.js';
import { readInputs } from '../../src/platform/inputs.js';
import { Deployment } from '../../src/rollout/deployment.js';
import { isRefresh, type Plan } from '../../src/rollout/heart/plan.js';
import { allowanceFor, waveTarget } from '../../src/rollout/heart/waves.js';
import { lease } from '../../src/rollout/ledger/lease.js';
import type { Pace } from '../physical-limit.js';
import { type Contestant, oneByCall } from './contestants.js';
import type { Course } from './course.js';

/** rolling-deploy's plan, as its inputs make it; those left out have their defaults. */
export function planFrom(inputs: Readonly<Record<string, string>>): Plan {
  return planOf(readInputs(planInputs, { get: (name) => inputs[name] ?? '', mask: () => undefined }));
}

/** What our own loop may take, as a multiple of the physical limit; and AWS's own engine, which looks when it likes. */
export const bounds = { loop: 1.1, engine: 1.35 } as const;

function ours(name: string, plan: Plan, course: Contestant['course'] = {}): Contestant {
  const bound = isRefresh(plan.strategy) ? bounds.engine : bounds.loop;
  const pace = (machines: number) => paceOf(plan, machines);
  return { name, plan, pace, course, bound, roll: (...order) => deploy(plan, ...order) };
}

/** As many machines at a time, and as many waits, as the plan has. */
function paceOf(plan: Plan, machines: number): Pace {
  const { minReady, soak } = plan;
  // AWS's own engine counts min-ready as warm-up, from a machine's being in service, and takes the old ones out itself.
  if (isRefresh(plan.strategy)) return { ...allowanceFor(plan, machines), minReady: 0, warmUp: minReady };
  // All of the idle group come at once, and one call ends the other group; requests soak at each share that they get.
  if (plan.strategy === 'two-group')
    return { surge: machines, unavailable: 0, minReady, soak: plan.waves.length * soak };
  const targets = Array.from({ length: plan.waves.length + 1 }, (_, wave) => waveTarget(plan, wave, machines));
  const waves = targets.filter((target, at) => target > (targets[at - 1] ?? 0));
  // What is kept goes to standby, twenty at a call (Auto Scaling API, EnterStandby).
  const retirement = plan.keepPrevious > 0 ? { ...oneByCall, machinesPerCall: 20 } : oneByCall;
  // The first wave soaks beside the old machines, and the last one once they have gone: where that is one, it soaks twice.
  const soaks = waves.length === 1 ? 2 : 1;
  return { ...allowanceFor(plan, machines), waves, minReady, soak: soaks * soak, provesFirst: true, retirement };
}

async function deploy(plan: Plan, course: Course, imageId = course.newImageId) {
  const { outcome, reason } = await deploymentOn(course, plan).run({ imageId }, () => undefined);
  return { succeeded: outcome === 'succeeded', says: `${outcome}: ${reason}` };
}

/** rolling-deploy on a runner of its own; `run` tells one run of the workflow from another. */
export function deploymentOn(course: Course, plan: Plan, run?: string): Deployment {
  const fence = new Fence(course.clock, lease.lasts / 2);
  const aws = course.connect(fence);
  const pair = course.pair && { pair: course.pair };
  return new Deployment({ step: course.step(run), aws, fence, group: course.starter.groupName, plan, ...pair });
}

/** What our own loop replaces, by the strategies' own defaults. */
export const loops: readonly Contestant[] = [
  ours('rolling', planFrom({})),
  ours('canary', planFrom({ strategy: 'canary' })),
  ours('blue-green', planFrom({ strategy: 'blue-green' })),
];

/** All of ours; in the last one AWS's own engine does the work, and ours watches it. */
export const strategies: readonly Contestant[] = [
  ...loops,
  ours('instance-refresh, watched', planFrom({ strategy: 'instance-refresh' })),
];

/** Those that need a group of another kind, which nobody else is run on. */
export const ofOtherKinds: readonly Contestant[] = [
  ours('two-group', planFrom({ strategy: 'two-group' }), { hasTwin: true }),
  ours('replace-root-volume, watched', planFrom({ strategy: 'replace-root-volume', 'max-unavailable': '34%' }), {
    namesImages: true,
  }),
];

/** Ours with a command that asks the new machine itself, before any user reaches it. */
export const gated = ours('rolling, with a gate', planFrom({ 'gate-command': '/usr/local/bin/self-test' }));

export const keeping = ours('rolling, keep-previous', planFrom({ 'keep-previous': '30m' }));
