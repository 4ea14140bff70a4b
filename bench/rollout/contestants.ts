import { Deployment } from '../../src/rollout/deployment.js';
import { allowanceFor, type Plan } from '../../src/rollout/plan.js';
import type { Pace } from '../physical-limit.js';
import { cloudFormation } from '../rivals/cloudformation.js';
import { doubleAndCull } from '../rivals/double-and-cull.js';
import { instanceRefresh } from '../rivals/instance-refresh.js';
import { oneByOne } from '../rivals/one-by-one.js';
import type { Assignment, RivalEnd } from '../rivals/rival.js';
import { type Course, setting } from './course.js';

const second = 1_000;
const minute = 60 * second;

/** Somebody who rolls out: one of our strategies, or what a user would pick instead. */
export interface Contestant {
  readonly name: string;
  readonly isOurs: boolean;
  /** What its physical limit is computed with, for a group of so many machines. */
  readonly pace: (machines: number) => Pace;
  /** Groups above this size would take it days: they are left out. */
  readonly largest?: number;
  readonly roll: (course: Course) => Promise<RivalEnd>;
}

/** rolling-deploy's own defaults. */
export const rollingPlan = {
  strategy: 'rolling' as const,
  waves: [{ percent: 100 }],
  maxSurge: { percent: 25 },
  maxUnavailable: { machines: 0 },
  raiseMax: true,
  minReady: 30 * second,
  soak: 0,
  gate: { kind: 'none' as const },
  alarms: [],
  progressDeadline: 10 * minute,
  onFailure: 'roll-back' as const,
  keepPrevious: 0,
  suspend: [],
  pollInterval: 10 * second,
};

/** One machine a call; the bucket is the model of sandbox/faults/throttle-buckets.ts, for AWS publishes none. */
const oneByCall = { machinesPerCall: 1, burst: 10, perSecond: 2 };

function ours(name: string, plan: Plan): Contestant {
  return {
    name,
    isOurs: true,
    pace: (machines) => ({ ...allowanceFor(plan, machines), minReady: plan.minReady, retirement: oneByCall }),
    roll: (course) => deploy(course, plan),
  };
}

/** One run of rolling-deploy, on a runner of its own. */
export async function deploy(course: Course, plan: Plan, run?: string): Promise<RivalEnd> {
  const deployment = deploymentOn(course, plan, run);
  const { outcome, reason } = await deployment.run({ imageId: course.newImageId }, () => undefined);
  return { succeeded: outcome === 'succeeded', says: `${outcome}: ${reason}` };
}

export function deploymentOn(course: Course, plan: Plan, run?: string): Deployment {
  return new Deployment({ step: course.step(run), aws: course.connect(), group: course.starter.groupName, plan });
}

function assignmentOn(course: Course): Assignment {
  const { groupName: group, targetGroupArn } = course.starter;
  return { aws: course.connect(), clock: course.clock, group, targetGroupArn, imageId: course.newImageId };
}

export const rolling = ours('rolling, 25 % surge', rollingPlan);

/** The defaults of the API: 90 % healthy at least, terminates first, the group's grace period as warm-up. */
export const refreshByDefault: Contestant = {
  name: 'instance refresh, defaults',
  isOurs: false,
  pace: (machines) => ({
    surge: 0,
    unavailable: Math.max(1, machines - Math.ceil(machines * 0.9)),
    minReady: 0,
    warmUp: setting.gracePeriod * second,
  }),
  roll: (course) => instanceRefresh(assignmentOn(course)),
};

function refreshLaunchingFirst(percent: number, warmUp: number): Contestant {
  return {
    name: `instance refresh, 100/${100 + percent}, warm-up ${warmUp} s`,
    isOurs: false,
    pace: (machines) => ({
      surge: Math.max(1, Math.floor((machines * percent) / 100)),
      unavailable: 0,
      minReady: 0,
      warmUp: warmUp * second,
    }),
    roll: (course) =>
      instanceRefresh(assignmentOn(course), {
        MinHealthyPercentage: 100,
        MaxHealthyPercentage: 100 + percent,
        InstanceWarmup: warmUp,
        AutoRollback: true,
      }),
  };
}

/** As careful as it can be set up: nothing less than whole, tuned warm-up, back by itself. */
export const refreshLaunchFirst = refreshLaunchingFirst(10, 30);
/** With the very surge that ours has. */
export const refreshWithSurge = refreshLaunchingFirst(25, 30);

/** A quarter of the group at a time as ours, as far as CloudFormation allows. */
export const stackUpdate: Contestant = {
  name: 'CloudFormation rolling update',
  isOurs: false,
  pace: (machines) => ({ surge: batchOf(machines), unavailable: 0, minReady: 0, retirement: oneByCall }),
  roll: (course) =>
    cloudFormation(
      assignmentOn(course),
      { maxBatchSize: batchOf(course.size), minInstancesInService: course.size, pauseTime: 5 * minute },
      (id) => course.machines.isAnswering(id),
    ),
};

function batchOf(machines: number): number {
  return Math.min(100, Math.ceil(machines / 4));
}

export const doubling: Contestant = {
  name: 'double and cull (Riff-Raff)',
  isOurs: false,
  pace: (machines) => ({ surge: machines, unavailable: 0, minReady: 0, retirement: oneByCall }),
  roll: (course) => doubleAndCull(assignmentOn(course)),
};

export const shellLoop: Contestant = {
  name: 'one by one (shell loop)',
  isOurs: false,
  pace: () => ({ surge: 0, unavailable: 1, minReady: 0, retirement: oneByCall }),
  largest: 100,
  roll: (course) => oneByOne(assignmentOn(course)),
};

export const strategies: readonly Contestant[] = [rolling];
export const rivals: readonly Contestant[] = [
  refreshByDefault,
  refreshLaunchFirst,
  refreshWithSurge,
  stackUpdate,
  doubling,
  shellLoop,
];
