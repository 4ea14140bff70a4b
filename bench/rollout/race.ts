import { median } from '../measure.js';
import { type Draw, type HealthCheckTiming, physicalLimit } from '../physical-limit.js';
import type { Contestant } from './contestants.js';
import { Course, setting } from './course.js';
import type { Launched } from './watch.js';

const second = 1_000;

/** The world's load balancer: registered within a second, then checked at its interval, two of a kind to change. */
const healthChecks: HealthCheckTiming = {
  registration: second,
  interval: setting.healthCheckInterval * second,
  unhealthyThreshold: 2,
  healthyThreshold: 2,
};

/** One contestant's run over one course. Times in seconds. */
export interface Run {
  readonly succeeded: boolean;
  readonly says: string;
  readonly seconds: number;
  /** The shortest time that was possible with these machines, at this pace. */
  readonly limit: number;
  /** The same, if AWS reacted at once whenever the group lacks a machine. */
  readonly limitWithoutReaction: number;
  readonly calls: number;
  readonly throttled: number;
  readonly failedRequests: number;
  /** The fewest machines that served, in percent of the group's size. */
  readonly lowestServing: number;
  readonly extraMachineMinutes: number;
  /** Real seconds that the simulation took. */
  readonly real: number;
}

const throttling = /^(Throttling|ThrottlingException|RequestLimitExceeded)$/;

/** Lets a contestant roll a good image out to a group of so many machines. */
export async function race(contestant: Contestant, machines: number, seed: number): Promise<Run> {
  const began = performance.now();
  const course = new Course({ seed, machines, ...contestant.course });
  const start = course.clock.now();
  const days = 40 * 24 * 3_600 * second;
  const { succeeded, says } = await course.clock.run(contestant.roll(course), days);
  const took = course.clock.now() - start;
  const draws = course.watch.launched.slice(0, machines).map(drawOf);
  const pace = contestant.pace(machines);
  const atOnce = draws.map((draw) => ({ ...draw, reaction: 0 }));
  return {
    succeeded,
    says,
    seconds: took / second,
    limit: physicalLimit(draws, pace, healthChecks) / second,
    limitWithoutReaction: physicalLimit(atOnce, pace, healthChecks) / second,
    calls: course.calls.length,
    throttled: course.calls.filter(({ error = '' }) => throttling.test(error)).length,
    failedRequests: course.failedRequests,
    lowestServing: (100 * course.watch.lowest) / machines,
    extraMachineMinutes: course.watch.extraMachineMinutes,
    real: (performance.now() - began) / second,
  };
}

function drawOf({ wanted, launched, running = launched, answering = running }: Launched): Draw {
  return { reaction: launched - wanted, start: running - launched, boot: answering - running };
}

/** The middle of several runs, figure by figure; failed requests are summed, and one failure is a failure. */
export function middleOf(runs: readonly Run[]): Run {
  const [first] = runs;
  if (!first) throw new RangeError('there is no middle of nothing');
  const of = (figure: (run: Run) => number) => median(runs.map(figure));
  const failed = runs.find(({ succeeded }) => !succeeded);
  return {
    succeeded: !failed,
    says: (failed ?? first).says,
    seconds: of(({ seconds }) => seconds),
    limit: of(({ limit }) => limit),
    limitWithoutReaction: of(({ limitWithoutReaction }) => limitWithoutReaction),
    calls: of(({ calls }) => calls),
    throttled: of(({ throttled }) => throttled),
    failedRequests: runs.reduce((sum, { failedRequests }) => sum + failedRequests, 0),
    lowestServing: Math.min(...runs.map(({ lowestServing }) => lowestServing)),
    extraMachineMinutes: of(({ extraMachineMinutes }) => extraMachineMinutes),
    real: runs.reduce((sum, { real }) => sum + real, 0),
  };
}
