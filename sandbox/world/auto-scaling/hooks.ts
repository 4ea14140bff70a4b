import type { Cancel, WorldClock } from '../clock.js';
import type { SeededRandom } from '../random.js';
import type { Member } from './group.js';

export type Transition = 'autoscaling:EC2_INSTANCE_LAUNCHING' | 'autoscaling:EC2_INSTANCE_TERMINATING';
export type LifecycleResult = 'CONTINUE' | 'ABANDON';

/** A lifecycle hook; times in seconds (Auto Scaling API, LifecycleHook). */
export interface Hook {
  readonly name: string;
  transition: Transition;
  heartbeatTimeout: number;
  defaultResult: LifecycleResult;
  metadata: string | undefined;
}

/** One lifecycle action: a member that waits for a hook. */
export interface HookWait {
  readonly hook: Hook;
  readonly token: string;
  /** The wait can be lengthened up to here; milliseconds since the Unix epoch. */
  readonly longest: number;
  /** Takes the time-out back. */
  timeout: Cancel;
  readonly finish: (result: LifecycleResult, reason: string) => void;
}

/** 100 times the heartbeat time-out, at most 48 hours (Auto Scaling user guide, "Lifecycle hooks"). */
export function globalTimeout(hook: Hook): number {
  return Math.min(48 * 3600, 100 * hook.heartbeatTimeout);
}

interface HookWorld {
  readonly clock: WorldClock;
  readonly random: SeededRandom;
}

/**
 * Makes a member wait for all the group's hooks of a transition, then tells how it ended: at once with CONTINUE when
 * there are none. A single ABANDON ends the other waits too (Auto Scaling user guide, "Lifecycle hooks").
 */
export function waitForHooks(
  member: Member,
  transition: Transition,
  { clock, random }: HookWorld,
  done: (result: LifecycleResult, reason: string) => void,
): void {
  const hooks = [...member.group.hooks.values()].filter((hook) => hook.transition === transition);
  if (hooks.length === 0) done('CONTINUE', '');
  for (const hook of hooks) {
    const token = [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-');
    const finish = (result: LifecycleResult, reason: string) => {
      member.waits.get(hook.name)?.timeout();
      member.waits.delete(hook.name);
      if (result === 'ABANDON') cancelWaits(member);
      if (member.waits.size === 0) done(result, `Lifecycle Action with token ${token} was abandoned: ${reason}`);
    };
    const longest = clock.now() + globalTimeout(hook) * 1000;
    const wait: HookWait = { hook, token, longest, timeout: () => {}, finish };
    member.waits.set(hook.name, wait);
    armTimeout(wait, clock);
  }
}

/** Starts the heartbeat time-out anew, within the global one (RecordLifecycleActionHeartbeat). */
export function armTimeout(wait: HookWait, clock: WorldClock): void {
  wait.timeout();
  const delay = Math.min(wait.hook.heartbeatTimeout * 1000, wait.longest - clock.now());
  wait.timeout = clock.schedule(delay, () => wait.finish(wait.hook.defaultResult, 'Heartbeat Timeout'));
}

export function cancelWaits(member: Member): void {
  for (const wait of member.waits.values()) wait.timeout();
  member.waits.clear();
}
