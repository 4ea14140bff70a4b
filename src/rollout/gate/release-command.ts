import type { Move } from '../heart/move.js';
import type { Observation } from '../heart/observation.js';
import type { Invocation } from './run-command.js';

/**
 * What Systems Manager's answer means, if there is one. Of a machine that has gone no true one comes any more: only that its time
 * is over.
 */
export function commandState(
  invocation: Pick<Invocation, 'state' | 'isTimedOut'> | undefined,
  isThere: boolean,
  isLate: boolean,
): NonNullable<Observation['command']> {
  if (!invocation) return isLate ? 'unknown' : 'running';
  const { state, isTimedOut } = invocation;
  if (state === 'passed') return 'passed';
  // It was not taken, so it is known that nothing ran.
  if (state === 'undelivered') return 'failed';
  if (state === 'failed') return isTimedOut && !isThere ? 'unknown' : 'failed';
  return isLate || !isThere ? 'unknown' : 'running';
}

/**
 * What became of the release command is written down once it is known, on the way back, too: a migration was made, or half of
 * it. What else than success means on the way forward is for the heart to judge.
 */
export function noteCommand({ release, command }: Observation): Move | undefined {
  if (release.command !== 'begun' || command === undefined || command === 'running') return undefined;
  if (command === 'passed') return { kind: 'note', changes: { command: 'done' } };
  return release.direction === 'forward' ? undefined : { kind: 'note', changes: { command } };
}

/** Nothing ends before that is known; and whatever else went well, if it never will be, a person is to look. */
export function endWithCommand(move: Move, { release: { command, reason = '' }, ...seen }: Observation): Move {
  if (move.kind !== 'end') return move;
  if (seen.command === 'running') return { kind: 'wait' };
  if (command !== 'unknown' || move.changes.outcome === 'needs-attention') return move;
  return {
    ...move,
    changes: {
      ...move.changes,
      outcome: 'needs-attention',
      reason: `Everything else is as it was before. Why it was taken back: ${reason}`,
    },
  };
}
