import type { Aws } from '../../platform/aws.js';
import type { Fence } from '../../platform/fence.js';
import type { Step } from '../../platform/step.js';
import { Deployment, type DeploymentEnd } from '../deployment.js';
import { type ImageSource, resolveImage } from '../image.js';
import { Observer } from '../observe.js';
import type { Plan } from '../plan.js';
import type { Release } from '../release.js';
import type { Change, ChangeGuard } from './change-guard.js';
import { type Forecast, forecast } from './forecast.js';
import type { Headline } from './plan-page.js';
import { portray } from './portrait.js';

export interface DryRunSettings {
  readonly step: Step;
  /** Connected through the guard and the fence. */
  readonly aws: Aws;
  readonly fence: Fence;
  readonly guard: ChangeGuard;
  readonly group: string;
  readonly plan: Plan;
  readonly source: ImageSource;
}

/** What a dry run found. */
export type DryRun =
  /** The rollout would end before it changes anything. */
  | { readonly kind: 'ended'; readonly end: DeploymentEnd }
  | { readonly kind: 'planned'; readonly forecast: Forecast; readonly headline: Headline };

/**
 * Begins the rollout behind a guard that lets no change through, and rehearses the rest in a copy of the group.
 * @throws {Failure} with what the rollout would refuse, in the same words.
 */
export async function dryRun({ step, aws, fence, guard, group, plan, source }: DryRunSettings): Promise<DryRun> {
  try {
    const end = await new Deployment({ step, aws, fence, group, plan }).run(source, () => undefined);
    return { kind: 'ended', end };
  } catch (error) {
    if (!guard.firstChange) throw error;
  }
  const release = releaseIn(guard.firstChange);
  const observer = new Observer(aws, step.clock);
  const view = await observer.look(group);
  const portrait = await portray(aws, step.clock, view);
  const isRescue = release?.direction === 'back';
  const imageId = release && !isRescue ? release.to.imageId : await resolveImage(aws, observer, source);
  return {
    kind: 'planned',
    forecast: await forecast(portrait, (!isRescue && release?.plan) || plan, imageId),
    headline: { from: release?.from.imageId ?? '', to: imageId, remarks: remarksOn(release) },
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
