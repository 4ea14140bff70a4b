import type { Aws } from '../../platform/aws.js';
import type { Clock } from '../../platform/clock.js';
import { onlyPoints } from '../beginning/repoint.js';
import { remarksOnLaunched, replacedToo } from '../changes/launched-instead.js';
import type { Deployment, DeploymentEnd } from '../deployment.js';
import { Observer } from '../group/observe.js';
import { remarksOn } from '../group/remarks.js';
import type { GroupView } from '../heart/observation.js';
import type { Plan } from '../heart/plan.js';
import type { Release } from '../heart/release.js';
import type { Sides } from '../heart/sides.js';
import { type ImageSource, resolveImage } from '../image/image.js';
import { remarksOnWayBack } from '../image/way-back.js';
import { ledgerOf } from '../ledger/find-ledger.js';
import type { Ledger } from '../ledger/ledger.js';
import { findSides, type PairNames } from '../two-group/find-sides.js';
import { rolesIn } from '../two-group/roles.js';
import { imageBefore } from '../two-group/sides.js';
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
  /** Where the rollout is one across two groups. */
  readonly pair?: PairNames | undefined;
  readonly plan: Plan;
  readonly source: ImageSource;
}

/** What a dry run found. */
export type DryRun =
  /** The rollout would end before it changes anything. */
  | { readonly kind: 'ended'; readonly end: DeploymentEnd }
  /** The machines run the image already: only what the group launches would be put right. */
  | { readonly kind: 'pointed'; readonly imageId: string; readonly told: string }
  /** It would begin: what there is to rehearse. */
  | { readonly kind: 'begun'; readonly portrait: Portrait; readonly plan: Plan; readonly headline: Headline };

/**
 * Begins a rollout behind a guard that lets no change through, and reads what a rehearsal of the rest needs.
 * @throws {Failure} with what the rollout would refuse, in the same words.
 */
export async function dryRun(settings: DryRunSettings): Promise<DryRun> {
  const { deployment, aws, guard, clock, plan, source } = settings;
  try {
    return { kind: 'ended', end: await deployment.run(source, () => undefined) };
  } catch (error) {
    if (!guard.firstChange) throw error;
  }
  const release = releaseIn(guard.firstChange);
  const observer = new Observer(aws, clock);
  const ledger = ledgerOf(aws, settings.pair?.groups ?? [settings.group]);
  const views = await lookAt(settings, observer);
  if (release && onlyPoints(release)) return pointed(release, views.serving);
  const own = release?.direction === 'back' ? undefined : release;
  const planned = own?.plan ?? plan;
  const view = views.idle ?? views.serving;
  const { notes, warnings } = remarksOn(view, planned.strategy);
  // What is taken back first leaves both as that release has found them.
  const sides = release?.sides ?? views.sides;
  const roles = sides ? rolesIn(sides, planned) : [];
  const wayBack = own ? await remarksOnSources(aws, view, own, await ledger.newest()) : [];
  const to = own ? own.to.imageId : await resolveImage({ aws, observer, ledger, tell: () => undefined }, source);
  return {
    kind: 'begun',
    portrait: await portrayAll(settings, ledger, views),
    plan: planned,
    headline: {
      from: release ? imageBefore(release) : '',
      to,
      remarks: [...remarksAbout(release), ...roles, ...notes, ...warnings, ...wayBack],
    },
  };
}

/** On what it would go back to, and on what it would copy. */
async function remarksOnSources(aws: Aws, view: GroupView, own: Release, newest: Release | undefined) {
  return [...(await remarksOnWayBack(aws, own)), ...(await remarksOnLaunched(aws, view, own, newest))];
}

/** The group, or the one of two that serves, and the other. */
interface Views {
  readonly serving: GroupView;
  readonly idle?: GroupView;
  readonly sides?: Sides;
}

async function lookAt({ aws, clock, group, pair }: DryRunSettings, observer: Observer): Promise<Views> {
  if (!pair) return { serving: await observer.look(group) };
  const { blue, green, sides } = await findSides(aws, observer, pair, { history: [], now: clock.now() });
  return { serving: blue, idle: green, sides };
}

async function portrayAll({ aws, clock }: DryRunSettings, ledger: Ledger, { serving, idle }: Views): Promise<Portrait> {
  const portrait = await portray(aws, clock, ledger, serving);
  return idle ? { ...portrait, idle: await portray(aws, clock, ledger, idle) } : portrait;
}

function pointed({ group, from }: Release, view: GroupView): DryRun {
  const { templateId, version, imageId } = from;
  const only = `only the group would be pointed at version ${version} of ${templateId}, which they run`;
  const told = `Every machine of "${group}" runs ${imageId} already: ${only}${replacedToo(view, from)}.`;
  return { kind: 'pointed', imageId, told };
}

/** The first change of a rollout is its claim: what it would have written into the ledger. */
function releaseIn({ command, input }: Change): Release | undefined {
  const { Value } = input as { readonly Value?: string };
  return command === 'PutParameter' && Value !== undefined ? (JSON.parse(Value) as Release) : undefined;
}

function remarksAbout(release: Release | undefined): readonly string[] {
  if (release?.continues === undefined) return [];
  const unfinished = `release ${release.continues}, which was left unfinished`;
  return release.direction === 'back'
    ? [`First of all it takes back ${unfinished}: to ${imageBefore(release)}. That is not part of these figures.`]
    : [`It carries on ${unfinished}.`];
}
