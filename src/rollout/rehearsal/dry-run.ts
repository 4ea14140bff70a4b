import type { Aws } from '../../platform/aws.js';
import type { Clock } from '../../platform/clock.js';
import type { Deployment, DeploymentEnd } from '../deployment.js';
import { type ImageSource, resolveImage } from '../image.js';
import { Ledger } from '../ledger.js';
import { Observer } from '../observe.js';
import type { Plan } from '../plan.js';
import type { Release } from '../release.js';
import type { Change, ChangeGuard } from './change-guard.js';
import type { Headline } from './plan-page.js';
import { type Portrait, portray } from './portrait.js';

export interface DryRunSettings {
  /** Both connected through the guard. */
  readonly deployment: Deployment;
  readonly aws: Aws;
  readonly guard: ChangeGuard;
  readonly clock: Clock;
  readonly group: string;
  readonly plan: Plan;
  readonly source: ImageSource;
}

/** What a dry run found. */
export type DryRun =
  /** The rollout would end before it changes anything. */
  | { readonly kind: 'ended'; readonly end: DeploymentEnd }
  /** It would begin: what there is to rehearse. */
  | { readonly kind: 'begun'; readonly portrait: Portrait; readonly plan: Plan; readonly headline: Headline };

/**
 * Begins a rollout behind a guard that lets no change through, and reads what a rehearsal of the rest needs.
 * @throws {Failure} with what the rollout would refuse, in the same words.
 */
export async function dryRun(settings: DryRunSettings): Promise<DryRun> {
  const { deployment, aws, guard, clock, group, plan, source } = settings;
  try {
    return { kind: 'ended', end: await deployment.run(source, () => undefined) };
  } catch (error) {
    if (!guard.firstChange) throw error;
  }
  const release = releaseIn(guard.firstChange);
  const observer = new Observer(aws, clock);
  const view = await observer.look(group);
  const isRescue = release?.direction === 'back';
  const to =
    release && !isRescue
      ? release.to.imageId
      : await resolveImage({ aws, observer, ledger: new Ledger(aws, group), tell: () => {} }, source);
  return {
    kind: 'begun',
    portrait: await portray(aws, clock, view),
    plan: (!isRescue && release?.plan) || plan,
    headline: { from: release?.from.imageId ?? '', to, remarks: remarksOn(release) },
  };
}

/** The first change of a rollout is its claim: what it would have written into the ledger. */
function releaseIn({ command, input }: Change): Release | undefined {
  const { Value } = input as { readonly Value?: string };
  return command === 'PutParameter' && Value !== undefined ? (JSON.parse(Value) as Release) : undefined;
}

function remarksOn(release: Release | undefined): readonly string[] {
  if (release?.continues === undefined) return [];
  const unfinished = `release ${release.continues}, which was left unfinished`;
  return release.direction === 'back'
    ? [`First of all it takes back ${unfinished}: to ${release.from.imageId}. That is not part of these figures.`]
    : [`It carries on ${unfinished}.`];
}
