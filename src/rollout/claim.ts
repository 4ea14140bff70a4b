import type { Aws } from '../platform/aws.js';
import type { Clock } from '../platform/clock.js';
import { Failure } from '../platform/failure.js';
import type { Ledger } from './ledger.js';
import type { GroupView } from './observe.js';
import type { Claimant, Release } from './release.js';
import { runningVersion } from './template.js';

export interface Claim {
  readonly aws: Aws;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly view: GroupView;
  readonly imageId: string;
  readonly claimant: Claimant;
  /** Called with the number before it is claimed, so that a clean-up knows what to look for even after a kill. */
  readonly onNumber: (number: number) => void;
}

/**
 * Writes the next release into the ledger, before anything is changed. An unfinished release to the same image is
 * carried on with what its first run found; to any other image it is refused.
 * @returns undefined when the group runs the image already and nothing is to be done.
 * @throws {Failure} when the group is in the hands of another rollout.
 */
export async function claim(request: Claim): Promise<Release | undefined> {
  const { ledger, view, imageId, claimant, clock } = request;
  const newest = await ledger.newest();
  const number = (newest?.number ?? 0) + 1;
  const release =
    newest && newest.outcome === undefined
      ? carryOn(newest, request)
      : await begin(request, { number, group: view.group.name, claimant, startedAt: clock.now() }, imageId);
  if (!release) return undefined;
  request.onNumber(release.number);
  await ledger.claim(release);
  return release;
}

function carryOn(unfinished: Release, { imageId, claimant, ledger }: Claim): Release {
  if (unfinished.to.imageId === imageId) {
    const origin = unfinished.continues ?? unfinished.number;
    return { ...unfinished, number: unfinished.number + 1, claimant, continues: origin };
  }
  throw new Failure(
    `Group "${unfinished.group}" is being rolled out to ${unfinished.to.imageId} by ${unfinished.claimant.actor} since ` +
      `${new Date(unfinished.startedAt).toISOString()} (${unfinished.claimant.runUrl}). Wait for it to end; if that run is dead, ` +
      `roll out ${unfinished.to.imageId} again to finish what it began (${ledger.nameOf(unfinished.number)}).`,
  );
}

type Header = Pick<Release, 'number' | 'group' | 'claimant' | 'startedAt'>;

async function begin({ aws, view }: Claim, header: Header, imageId: string): Promise<Release | undefined> {
  const { group, machines } = view;
  const from = await runningVersion(aws, view);
  const live = machines.filter(({ stage }) => stage !== 'leaving');
  if (from.imageId === imageId && live.every((machine) => machine.imageId === imageId)) return undefined;
  return {
    ...header,
    from,
    to: { templateId: from.templateId, imageId },
    baseline: { desired: group.desired, max: group.max },
    direction: 'forward',
  };
}
