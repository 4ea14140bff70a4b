import type { Clock } from '../platform/clock.js';
import { Failure, messageOf } from '../platform/failure.js';
import { isWorthAnotherLook } from './errors.js';
import type { Move } from './move.js';

export type Deed = Exclude<Move, { kind: 'wait' | 'done' }>;

/** How an environment comes closer to its goal: look, decide, act, and look again. */
export interface Journey<Seen> {
  readonly clock: Clock;
  readonly cancellation: AbortSignal;
  /** Milliseconds. */
  readonly timeout: number;
  readonly tell: (line: string) => void;
  observe(): Promise<Seen>;
  decide(seen: Seen): Move;
  act(move: Deed): Promise<void>;
}

const pause = 3_000;

/**
 * Repeats observe, decide and act until all is done. Nothing is remembered between turns but what was last said, so
 * another run can go on wherever this one ends.
 * @throws {Failure} after the timeout or a cancellation; whatever AWS refused.
 */
export async function reconcile<Seen>(journey: Journey<Seen>): Promise<Seen> {
  const { clock, cancellation, timeout, tell } = journey;
  const deadline = clock.now() + timeout;
  let last = '';
  for (;;) {
    const turn = await takeTurn(journey);
    if (turn.end) return turn.end;
    if (turn.line !== last) tell(turn.line);
    last = turn.line;
    if (cancellation.aborted) throw new Failure('Cancelled. Run the same step again to go on from here.');
    if (clock.now() >= deadline)
      throw new Failure(`Not done after ${timeout / 1000} s. ${turn.line} Run again to go on.`);
    if (turn.isWaiting) await clock.sleep(pause, cancellation);
  }
}

interface Turn<Seen> {
  readonly end?: Seen;
  readonly line: string;
  readonly isWaiting: boolean;
}

async function takeTurn<Seen>({ observe, decide, act }: Journey<Seen>): Promise<Turn<Seen>> {
  const look = await tryToLook(observe);
  if ('problem' in look) return { line: `Looking again: ${look.problem}`, isWaiting: true };
  const { seen } = look;
  const move = decide(seen);
  if (move.kind === 'done') return { end: seen, line: '', isWaiting: false };
  if (move.kind === 'wait') return { line: `Waiting: ${move.reason}.`, isWaiting: true };
  try {
    await act(move);
    return { line: `Done: ${describe(move)}.`, isWaiting: false };
  } catch (error) {
    if (!isWorthAnotherLook(error)) throw error;
    return { line: `Looking again after "${describe(move)}": ${messageOf(error)}`, isWaiting: true };
  }
}

/** One look is several calls: what the first still showed may be gone for the next. */
async function tryToLook<Seen>(
  observe: () => Promise<Seen>,
): Promise<{ readonly seen: Seen } | { readonly problem: string }> {
  try {
    return { seen: await observe() };
  } catch (error) {
    if (!isWorthAnotherLook(error)) throw error;
    return { problem: messageOf(error) };
  }
}

function describe(move: Deed): string {
  switch (move.kind) {
    case 'create-rule':
      return `create-rule with priority ${move.priority}`;
    case 'update-group':
      return `update-group to version ${move.version}, ${move.desired} machines`;
    case 'retire-machine':
      return `retire-machine ${move.id}`;
    case 'terminate-machines':
      return `terminate-machines ${move.ids.join(', ')}`;
    default:
      return move.kind;
  }
}
