import { fleetOf } from '../heart/fleet.js';
import type { Move } from '../heart/move.js';
import type { Observation } from '../heart/observation.js';
import { letGo } from '../heart/settle.js';
import type { Sides } from '../heart/sides.js';
import { asIdle } from './as-idle.js';
import { inherit, type PairObservation, resize, unpin } from './hold.js';
import { asResting, type Leaving, restingBounds, unpinned } from './leaving.js';
import { isShifted } from './sides.js';

/**
 * What is done between two groups whose rule somebody has deleted, or has made to forward no more. For a maintenance page it is waited,
 * for as long as a rollout may get no further. Then nobody knows which of the two serves, so a person gets both as large as they are.
 * @returns undefined while there is such a rule, and of a rollout to one group.
 */
export function leaveWithoutRule(observation: Observation): Move | undefined {
  const { pair, now, release } = observation;
  if (!pair || !isWithoutRule(observation)) return undefined;
  if (now - (pair.withoutRuleSince ?? now) < release.plan.progressDeadline) return { kind: 'wait' };
  const ofPair = { ...observation, pair };
  const direction = release.direction === 'forward' ? 'hold' : release.direction;
  const reason = `${release.reason ?? ''} ${whyLeft(observation)}`.trim();
  const { changes, last } = restsWithoutRule(ofPair);
  const end = { kind: 'end', changes: { ...changes, outcome: 'needs-attention', direction, reason }, last } as const;
  return settleWithoutRule(ofPair) ?? end;
}

export function isWithoutRule({ pair }: Pick<Observation, 'pair'>): boolean {
  return pair?.withoutRuleSince !== undefined;
}

/** What is put back of both then: our hook, and the minimum that is pinned. */
export function settleWithoutRule(observation: PairObservation): Move | undefined {
  const { group, release } = observation;
  const green = asIdle(observation);
  return (
    letGo(green, fleetOf(green), 'settling') ??
    (isShifted(release) ? inherit(observation) : undefined) ??
    resize(group, { ...group, ...restingBounds(observation) }) ??
    unpin(observation) ??
    (group.hook === undefined ? undefined : { kind: 'wait' })
  );
}

/** What the ledger says then, and what is done once more. */
export function restsWithoutRule(observation: PairObservation): {
  readonly changes: { readonly sides: Sides };
  readonly last: Leaving;
} {
  return { changes: { sides: unpinned(observation.pair.sides) }, last: asResting(observation) };
}

function whyLeft({ pair, release }: Observation): string {
  const seconds = Math.round(release.plan.progressDeadline / 1000);
  const { blue, green } = pair?.sides ?? {};
  return (
    `That rule has been gone, or has forwarded to no target group, for ${seconds} s (progress-deadline), so nobody knows which group serves: "${blue?.group}" and "${green?.group}" keep their sizes. ` +
    'Have it forward again; or give one of them all requests by another rule, and deploy with that.'
  );
}
