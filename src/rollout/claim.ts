import type { Aws } from '../platform/aws.js';
import type { Clock } from '../platform/clock.js';
import { Failure } from '../platform/failure.js';
import type { Fence } from '../platform/fence.js';
import type { Ledger } from './ledger.js';
import type { GroupView } from './observe.js';
import type { Plan } from './plan.js';
import { requireFeasible } from './preflight.js';
import { type Claimant, isoTime, lease, type Release } from './release.js';
import { runningVersion } from './template.js';

export interface ClaimRequest {
  readonly aws: Aws;
  readonly ledger: Ledger;
  readonly fence: Fence;
  readonly clock: Clock;
  readonly view: GroupView;
  readonly imageId: string;
  readonly plan: Plan;
  readonly claimant: Claimant;
  /** How long a rollout to the group may take, in milliseconds; it must not throw. */
  readonly predict?: ((view: GroupView) => Promise<number | undefined>) | undefined;
  /** Called with the number before it is claimed, so that a clean-up knows what to look for even after a kill. */
  readonly onNumber: (number: number) => void;
}

/** What stands in the ledger after a claim. */
export type Claim =
  /** The group runs the image already: nothing was written. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'own'; readonly release: Release }
  /** What a dead run left to another image; to be taken back before anything of one's own can begin. */
  | { readonly kind: 'rescue'; readonly release: Release };

/**
 * Writes the next release into the ledger, before anything is changed. An unfinished release to the same image is
 * carried on with what its first run found; one to another image is taken back if its run is dead.
 * @throws {Failure} when the group is in the hands of another, living rollout.
 */
export async function claim(request: ClaimRequest): Promise<Claim> {
  const { ledger, fence } = request;
  const newest = await ledger.newest();
  const claimed =
    newest && newest.outcome === undefined ? inherit(newest, request) : await begin((newest?.number ?? 0) + 1, request);
  if (claimed.kind === 'unchanged') return claimed;
  request.onNumber(claimed.release.number);
  await ledger.claim(claimed.release);
  fence.renew(claimed.release.heartbeatAt);
  return claimed;
}

function inherit(unfinished: Release, { imageId, claimant, clock }: ClaimRequest): Claim {
  const now = clock.now();
  if (unfinished.to.imageId === imageId) return { kind: 'own', release: carryOn(unfinished, claimant, now) };
  if (isAlive(unfinished, now)) throw refusal(unfinished);
  return { kind: 'rescue', release: takeBack(unfinished, claimant, now) };
}

/** Who has the group, since when, and what to do about it. */
export function refusal({ group, to, claimant, startedAt, heartbeatAt }: Release): Failure {
  const minutes = lease.staleAfter / 60_000;
  return new Failure(
    `Group "${group}" is being rolled out to ${to.imageId} by ${claimant.actor} since ${isoTime(startedAt)} ` +
      `(${claimant.runUrl}). Wait for it to end. If its runner is dead: ${minutes} minutes after its last sign of life ` +
      `(${isoTime(heartbeatAt)}) the next run takes it back, and rolling out ${to.imageId} again finishes it at once.`,
  );
}

async function begin(number: number, request: ClaimRequest): Promise<Claim> {
  const { aws, view, imageId, plan, claimant, clock, predict } = request;
  const { group, machines } = view;
  const from = await runningVersion(aws, view);
  const live = machines.filter(({ stage }) => stage !== 'leaving' && stage !== 'aside');
  if (from.imageId === imageId && live.every((machine) => machine.imageId === imageId)) return { kind: 'unchanged' };
  const predicted = await predict?.(view);
  const now = clock.now();
  const release: Release = {
    number,
    group: group.name,
    claimant,
    startedAt: now,
    heartbeatAt: now,
    plan,
    from,
    to: { templateId: from.templateId, imageId },
    baseline: { desired: group.desired, max: group.max },
    suspended: plan.suspend.filter((process) => !group.suspended.includes(process)),
    wavesDone: 0,
    direction: 'forward',
    ...(predicted !== undefined && { predicted }),
  };
  return { kind: 'own', release };
}

/** Whether a release is still in the hands of a run that gives signs of life. */
export function isAlive({ outcome, rests, heartbeatAt }: Release, now: number): boolean {
  return outcome === undefined && rests === undefined && now - heartbeatAt < lease.staleAfter;
}

/** The next release in the ledger, by another run, that does the rest of an unfinished one. */
export function carryOn({ rests: _, ...unfinished }: Release, claimant: Claimant, now: number): Release {
  const continues = unfinished.continues ?? unfinished.number;
  return { ...unfinished, number: unfinished.number + 1, claimant, continues, heartbeatAt: now };
}

/** The next release in the ledger, by another run, that takes an unfinished one back to its predecessor. */
export function takeBack(unfinished: Release, claimant: Claimant, now: number): Release {
  const rest = carryOn(unfinished, claimant, now);
  if (rest.direction === 'back') return rest;
  const reason = `Its run (${unfinished.claimant.runUrl}) gave no sign of life since ${isoTime(unfinished.heartbeatAt)}.`;
  return { ...rest, direction: 'back', backOutcome: 'aborted', reason };
}
