import type { Plan } from '../../src/rollout/heart/plan.js';
import type { Pace } from '../physical-limit.js';
import { cloudFormation } from '../rivals/cloudformation.js';
import { doubleAndCull } from '../rivals/double-and-cull.js';
import { instanceRefresh } from '../rivals/instance-refresh.js';
import { oneByOne } from '../rivals/one-by-one.js';
import type { Assignment, RivalEnd } from '../rivals/rival.js';
import { type Course, type CourseSettings, setting } from './course.js';

const second = 1_000;
const minute = 60 * second;

/** One machine a call; the bucket is the model of sandbox/faults/throttle-buckets.ts, for AWS publishes none. */
export const oneByCall = { machinesPerCall: 1, burst: 10, perSecond: 2 };

/** Somebody who rolls out: one of our strategies, or what a user would pick instead. */
export interface Contestant {
  readonly name: string;
  /** Ours has one. */
  readonly plan?: Plan;
  /** What its physical limit is computed with, for a group of so many machines. */
  readonly pace: (machines: number) => Pace;
  /** What its group has to be like, if not an ordinary one. */
  readonly course?: Pick<CourseSettings, 'hasTwin' | 'namesImages'>;
  /** How many times its physical limit it may take; only ours is held to that. */
  readonly bound?: number;
  /** Groups above this size would take it days: they are left out. */
  readonly largest?: number;
  /** Rolls the new image out, or another one. */
  readonly roll: (course: Course, imageId?: string) => Promise<RivalEnd>;
}

function assignmentOn(course: Course, imageId = course.newImageId): Assignment {
  const { groupName: group, targetGroupArn } = course.starter;
  return { aws: course.connect(), clock: course.clock, group, targetGroupArn, imageId };
}

/** The defaults of the API: 90 % healthy at least, terminates first, the group's grace period as warm-up. */
export const refreshByDefault: Contestant = {
  name: 'instance refresh, defaults',
  pace: (machines) => ({
    surge: 0,
    unavailable: Math.max(1, machines - Math.ceil(machines * 0.9)),
    minReady: 0,
    warmUp: setting.gracePeriod * second,
  }),
  roll: (course, imageId) => instanceRefresh(assignmentOn(course, imageId)),
};

function refreshLaunchingFirst(percent: number, warmUp: number): Contestant {
  return {
    name: `instance refresh, 100/${100 + percent}, warm-up ${warmUp} s`,
    pace: (machines) => ({
      surge: Math.max(1, Math.floor((machines * percent) / 100)),
      unavailable: 0,
      minReady: 0,
      warmUp: warmUp * second,
    }),
    roll: (course, imageId) =>
      instanceRefresh(assignmentOn(course, imageId), {
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
  pace: (machines) => ({
    surge: batchOf(machines),
    unavailable: 0,
    minReady: 0,
    trustsMachines: true,
    retirement: oneByCall,
  }),
  roll: (course, imageId) =>
    cloudFormation(
      assignmentOn(course, imageId),
      { maxBatchSize: batchOf(course.size), minInstancesInService: course.size, pauseTime: 5 * minute },
      (id) => course.machines.isAnswering(id),
    ),
};

function batchOf(machines: number): number {
  return Math.min(100, Math.ceil(machines / 4));
}

export const doubling: Contestant = {
  name: 'double and cull (Riff-Raff)',
  pace: (machines) => ({ surge: machines, unavailable: 0, minReady: 0, retirement: oneByCall }),
  roll: (course, imageId) => doubleAndCull(assignmentOn(course, imageId)),
};

export const shellLoop: Contestant = {
  name: 'one by one (shell loop)',
  pace: () => ({ surge: 0, unavailable: 1, minReady: 0, retirement: oneByCall }),
  largest: 100,
  roll: (course, imageId) => oneByOne(assignmentOn(course, imageId)),
};

export const rivals: readonly Contestant[] = [
  refreshByDefault,
  refreshLaunchFirst,
  refreshWithSurge,
  stackUpdate,
  doubling,
  shellLoop,
];
