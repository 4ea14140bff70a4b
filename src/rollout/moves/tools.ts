import type { Aws } from '../../platform/aws.js';
import type { Clock } from '../../platform/clock.js';
import type { Fence } from '../../platform/fence.js';
import type { Gatekeeper } from '../gate/gatekeeper.js';
import type { HookHeartbeat } from '../gate/hook-heartbeat.js';
import type { Observer } from '../group/observe.js';
import type { Ledger } from '../ledger/ledger.js';
import type { LastWords } from '../telling/last-words.js';
import type { Meter } from '../telling/meter.js';

/** What a rollout works with, and where it tells how it goes. */
export interface Tools {
  readonly aws: Aws;
  readonly clock: Clock;
  readonly ledger: Ledger;
  /** Bounds what `aws` changes by the lease that the ledger gives. */
  readonly fence: Fence;
  readonly observer: Observer;
  readonly gatekeeper: Gatekeeper;
  readonly hookHeartbeat: HookHeartbeat;
  /** One line, only when something has changed. */
  readonly tell: (line: string) => void;
  /** What a person should know of, in a line. */
  readonly warn: (line: string) => void;
  /** Told what the machine wrote because of which a rollout turned back. */
  readonly hear: (words: LastWords) => void;
  /** Measures what is seen at each look. */
  readonly meter?: Meter;
  /** How long it may wait between two looks, whatever its plan says. Milliseconds. */
  readonly longestWait: number;
  /** Stops the loop between two calls. */
  readonly cancellation: AbortSignal;
}
