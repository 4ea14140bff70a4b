import { planInputs, planOf } from '../../src/actions/plan-inputs.js';
import { Fence } from '../../src/platform/fence.js';
import { readInputs } from '../../src/platform/inputs.js';
import { Deployment } from '../../src/rollout/deployment.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { allowanceFor, waveTarget } from '../../src/rollout/heart/waves.js';
import { lease } from '../../src/rollout/ledger/lease.js';
import type { Pace } from '../physical-limit.js';
import { type Contestant, oneByCall } from './contestants.js';
import type { Course } from './course.js';

/** rolling-deploy's plan, as its inputs make it; those left out have their defaults. */
export function planFrom(inputs: Readonly<Record<string, string>>): Plan {
  return planOf(readInputs(planInputs, { get: (name) => inputs[name] ?? '', mask: () => undefined }));
}

function ours(name: string, plan: Plan): Contestant {
  return { name, plan, pace: (machines) => paceOf(plan, machines), roll: (...order) => deploy(plan, ...order) };
}

/** As many machines at a time, and as many waits, as the plan has. */
function paceOf(plan: Plan, machines: number): Pace {
  const { minReady, soak } = plan;
  // AWS's own engine counts min-ready as warm-up, from a machine's being in service, and takes the old ones out itself.
  if (plan.strategy === 'instance-refresh') return { ...allowanceFor(plan, machines), minReady: 0, warmUp: minReady };
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
  return new Deployment({ step: course.step(run), aws, fence, group: course.starter.groupName, plan });
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

/** Ours with a command that asks the new machine itself, before any user reaches it. */
export const gated = ours('rolling, with a gate', planFrom({ 'gate-command': '/usr/local/bin/self-test' }));

export const keeping = ours('rolling, keep-previous', planFrom({ 'keep-previous': '30m' }));
