import type { Aws } from '../../platform/aws.js';
import { extendWait, hookTimeout } from '../changes/launch-hook.js';
import type { Observation } from '../heart/observation.js';
import { atOnce } from '../heart/replace.js';

/**
 * Gives AWS a sign of life for machines that our launch hook holds (Auto Scaling API, RecordLifecycleActionHeartbeat). Without
 * it the hook's time-out would end the machine that a long release command runs on, or let an untested one serve, under the
 * eyes of a living run. Of a run that died it shall.
 */
export class HookHeartbeat {
  readonly #aws: Pick<Aws, 'autoScaling'>;
  /** Since when each machine may have waited, or when it last got a sign; milliseconds since the epoch. */
  readonly #toldAt = new Map<string, number>();
  #lookedAt: number | undefined;

  constructor(aws: Pick<Aws, 'autoScaling'>) {
    this.#aws = aws;
  }

  /** To those that have waited for half of the time-out, the first ones first, and no more than go between two looks. */
  async beat(observation: Observation): Promise<void> {
    const { now, group, release, superseded } = observation;
    const lookedAt = this.#lookedAt;
    this.#lookedAt = now;
    if (group.hook === undefined || superseded) return;
    this.#see(observation, lookedAt);
    const dueBefore = now - (hookTimeout(release.plan) * 1000) / 2;
    const due = [...this.#toldAt].filter(([, toldAt]) => toldAt <= dueBefore);
    for (const [id] of due.slice(0, atOnce)) {
      await extendWait(this.#aws, release, id);
      this.#toldAt.set(id, now);
    }
  }

  /** What did not wait at the look before waits since then at most, however long the runner has stood still meanwhile. */
  #see({ now, machines, release }: Observation, lookedAt: number | undefined): void {
    const waiting = machines.filter(({ stage, isReleased }) => stage === 'waiting' && !isReleased);
    const held = new Set(waiting.map(({ id }) => id));
    for (const id of this.#toldAt.keys()) if (!held.has(id)) this.#toldAt.delete(id);
    // For how long a machine has waited already that an earlier run has launched, nobody knows.
    const toldAt = lookedAt ?? (release.continues === undefined ? now : Number.NEGATIVE_INFINITY);
    for (const id of held) if (!this.#toldAt.has(id)) this.#toldAt.set(id, toldAt);
  }
}
