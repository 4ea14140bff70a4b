import type { WorldEvent } from '../../../sandbox/world/event-log.js';
import type { Call, Interceptor } from '../../../sandbox/world/world.js';
import { Borrowed } from './borrowed.js';
import { Idle } from './idle.js';
import type { Audit, InvariantName, OurCall, Scene, Violation, Watcher } from './invariants.js';
import { Journal } from './journal.js';
import { Ownership } from './ownership.js';
import { Pace } from './pace.js';
import { watchRaises } from './raises.js';
import { type RareState, RareStates } from './rare-states.js';
import { Room } from './room.js';
import { Serving } from './serving.js';
import { Shares } from './shares.js';
import { Wishes } from './sizes.js';
import { Versions } from './versions.js';

/** One seed that goes wrong all the time needs no longer list than this. */
const enough = 20;

/**
 * Watches a rollout from inside its world: every call of a runner before and after its effect, and every event. It reads
 * the truth, keeps only what has changed since the last event, and never changes anything.
 */
export class Auditor implements Interceptor {
  readonly violations: Violation[] = [];
  readonly reached = new Set<RareState>();
  readonly journal = new Journal();
  readonly wishes: Wishes;
  /** Of two groups, the one that is idle. */
  readonly idle: Idle | undefined;
  readonly serving: Serving;
  readonly versions: Versions;
  readonly scene: Scene;
  readonly #rare: RareStates;
  readonly #watchers: readonly Watcher[];
  readonly #began: number;
  /** The call of ours whose effect is taking place. */
  #acting: OurCall | undefined;
  #hadEffect = false;

  constructor(scene: Scene) {
    this.scene = scene;
    const { clock, interceptors, log } = scene.region.world;
    this.#began = clock.now();
    const audit: Audit = {
      scene,
      now: () => clock.now(),
      report: (invariant, what) => this.report(invariant, what),
      reach: (state) => this.reached.add(state),
    };
    this.wishes = new Wishes(audit, this.journal);
    watchRaises(audit, this.journal, this.wishes);
    this.serving = new Serving(audit, this.journal, this.wishes);
    const [, twin] = scene.groups;
    this.idle = twin && new Idle(audit, this.journal, this, twin);
    if (twin) this.wishes.isPartOf = () => this.serving.shareOf(this.wishes.group) < 1;
    this.versions = new Versions(audit, this.journal);
    this.#rare = new RareStates(audit, this.journal, this.wishes);
    this.#watchers = [
      ...[this.journal, this.wishes, this.serving, this.#rare, new Ownership(audit, this.journal), new Pace(audit)],
      ...[this.versions, new Borrowed(audit, this.journal), new Room(audit, this.journal, this.wishes)],
      ...(this.idle ? [this.idle, new Shares(audit, this.journal)] : []),
    ];
    // First of all, so that an answer that a fault takes away is seen all the same.
    interceptors.unshift(this);
    log.onEvent((event) => this.#event(event));
  }

  before(call: Call): void {
    this.#acting = isOurs(call) ? call : undefined;
    this.#hadEffect = false;
    if (!isOurs(call)) return;
    for (const watcher of this.#watchers) watcher.before?.(call);
  }

  after(call: Call, output: object): object {
    if (!isOurs(call)) return output;
    this.#hadEffect = true;
    for (const watcher of this.#watchers) watcher.after?.(call);
    this.#acting = undefined;
    return output;
  }

  /** To be told of every call of a runner as it leaves the world, whether it went well or not. */
  callEnded(error: string | undefined): void {
    this.#acting = undefined;
    if (error === 'ParameterAlreadyExists') this.reached.add('claim-refused');
    if (error !== undefined && this.#hadEffect) this.#rare.answerLost();
  }

  report(invariant: InvariantName, what: string): void {
    if (this.violations.length >= enough) return;
    const at = Math.round((this.scene.region.world.clock.now() - this.#began) / 1000);
    this.violations.push({ invariant, at, what });
  }

  /** Nobody works any more: what could only be counted then is. */
  end(): void {
    for (const watcher of this.#watchers) watcher.end?.();
  }

  #event(event: WorldEvent): void {
    for (const watcher of this.#watchers) watcher.event?.(event, this.#acting);
  }
}

function isOurs(call: Call): call is OurCall {
  return call.caller !== undefined;
}
