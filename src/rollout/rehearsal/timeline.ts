import type { WorldEvent } from '../../../sandbox/world/event-log.js';

/** How many machines there are, and how many of them serve, from one moment on. */
export interface Moment {
  /** Milliseconds since the rollout began. */
  readonly at: number;
  readonly machines: number;
  readonly serving: number;
}

/** What is known of one machine. */
interface Trace {
  isRunning: boolean;
  isInService: boolean;
  /** The target groups in which it is healthy. */
  readonly healthyIn: Set<string>;
}

/**
 * Reads from a world's own log how many machines there were at each moment from `beginning` on. A machine counts from
 * its launch until it shuts down, which is when EC2 bills it; it serves while it is in service to its group and healthy
 * in all its target groups.
 */
export function timelineOf(events: readonly WorldEvent[], beginning: number, targetGroups: number): readonly Moment[] {
  const traces = new Map<string, Trace>();
  const moments: Moment[] = [];
  let now = { machines: 0, serving: 0 };
  for (const event of events) {
    const id = /\b(i-[0-9a-f]+)/.exec(event.subject)?.[1];
    if (id === undefined) continue;
    const trace = traces.get(id) ?? { isRunning: false, isInService: false, healthyIn: new Set() };
    traces.set(id, trace);
    const before = countsOf(trace, targetGroups);
    learn(trace, event);
    const after = countsOf(trace, targetGroups);
    now = {
      machines: now.machines + after.machines - before.machines,
      serving: now.serving + after.serving - before.serving,
    };
    const at = Math.max(0, event.time - beginning);
    if (moments.at(-1)?.at === at) moments.pop();
    moments.push({ at, ...now });
  }
  return moments;
}

function countsOf({ isRunning, isInService, healthyIn }: Trace, targetGroups: number) {
  const serves = isRunning && isInService && healthyIn.size === targetGroups;
  return { machines: isRunning ? 1 : 0, serving: serves ? 1 : 0 };
}

/** What happens to a machine that is there before and after. */
const staysUp = /^(rebooting|root volume)/;

function learn(trace: Trace, { kind, subject, change }: WorldEvent): void {
  if (kind === 'instance' && !staysUp.test(change)) trace.isRunning = change === 'pending' || change === 'running';
  else if (kind === 'member') trace.isInService = change === 'InService';
  else if (kind === 'target') {
    const [, targetGroup = ''] = subject.split('/');
    if (change === 'healthy') trace.healthyIn.add(targetGroup);
    else trace.healthyIn.delete(targetGroup);
  }
}

/** When the last of the machines that a rollout brought along are gone: there are no more than `size` after its end. */
export function goneBy(timeline: readonly Moment[], size: number, end: number): number {
  const atEnd = timeline.findLast(({ at }) => at <= end);
  if (atEnd && atEnd.machines <= size) return end;
  return timeline.find(({ at, machines }) => at > end && machines <= size)?.at ?? timeline.at(-1)?.at ?? end;
}

/** How many machines there were beyond `size`, times for how long: machine-minutes. */
export function machineMinutesAbove(timeline: readonly Moment[], size: number, end: number): number {
  let area = 0;
  for (const [index, { at, machines }] of timeline.entries()) {
    const until = Math.min(end, timeline[index + 1]?.at ?? end);
    if (until > at) area += Math.max(0, machines - size) * (until - at);
  }
  return area / 60_000;
}

/** The moments until `end`, with the first at 0. */
export function until(timeline: readonly Moment[], end: number): readonly Moment[] {
  return timeline.filter(({ at }) => at <= end);
}

/**
 * The timeline in so many stretches of one length: each told by its end, the most machines and the fewest that served
 * in it, so that nothing is lost between two moments.
 */
export function inStretches(timeline: readonly Moment[], end: number, count: number): readonly Moment[] {
  const first = timeline[0];
  if (!first) return [];
  const stretches = Array.from({ length: count }, (_, index) => {
    const from = (end * index) / count;
    const to = (end * (index + 1)) / count;
    const within = timeline.filter(({ at }) => at > from && at <= to);
    const seen = [timeline.findLast(({ at }) => at <= from) ?? first, ...within];
    return {
      at: Math.round(to),
      machines: Math.max(...seen.map(({ machines }) => machines)),
      serving: Math.min(...seen.map(({ serving }) => serving)),
    };
  });
  return [{ ...first, at: 0 }, ...stretches];
}
