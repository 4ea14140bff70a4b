import { explain } from '../platform/aws-failure.js';
import { Failure, Interruption } from '../platform/failure.js';
import { literally } from '../platform/markdown.js';
import type { Step } from '../platform/step.js';
import type { DeploymentEnd } from '../rollout/deployment.js';
import type { Together } from '../rollout/heart/release.js';
import type { Command } from './command-inputs.js';

/** A group that a step works on, and the release of several groups that it is a part of. */
export interface Member {
  readonly group: string;
  /** By the image that is rolled out. */
  readonly together?: ((imageId: string) => Together) | undefined;
}

/** What became of a group. */
interface Fate {
  readonly group: string;
  readonly end?: DeploymentEnd | undefined;
  /** Why it counts as a failure. */
  readonly error?: unknown;
  readonly isBegun: boolean;
}

/** How one group is carried out. `first`: what the group before it ended with, if there was one. */
export interface Work {
  carryOut(member: Member, first: DeploymentEnd | undefined): Promise<DeploymentEnd | undefined>;
  /** Tells of an end. @throws {Failure} where it is none that was asked for. */
  report(end: DeploymentEnd): void;
}

/**
 * Carries a command out in one group after the other. A rollout goes no further than the first group that fails; whatever
 * makes groups whole again goes on.
 * @throws what the only group throws; of several a {Failure} that says what became of each, and what to do.
 */
export async function inTurn(step: Step, command: Command, members: readonly Member[], work: Work): Promise<void> {
  const fates: Fate[] = [];
  for (const member of members) {
    const isOver = step.cancellation.aborted || (isRollout(command) && fates.some(({ error }) => error !== undefined));
    fates.push(isOver ? { group: member.group, isBegun: false } : await fateOf(member, fates[0]?.end, work));
  }
  const [only] = fates;
  if (fates.length > 1) return tellTogether(step, command, fates);
  if (only?.error !== undefined) throw only.error;
  if (only && !only.isBegun) throw new Failure(`Cancelled before anything was changed in "${only.group}".`);
}

function isRollout(command: Command): boolean {
  return command === 'deploy' || command === 'resume';
}

async function fateOf(member: Member, first: DeploymentEnd | undefined, work: Work): Promise<Fate> {
  const { group } = member;
  let end: DeploymentEnd | undefined;
  try {
    end = await work.carryOut(member, first);
    if (end) work.report(end);
    return { group, end, isBegun: true };
  } catch (error) {
    return { group, end, error, isBegun: true };
  }
}

async function tellTogether(step: Step, command: Command, fates: readonly Fate[]): Promise<void> {
  if (command === 'history') return;
  const failed = fates.filter(({ error }) => error !== undefined);
  const each = fates.map((fate) => `"${fate.group}" ${outcomeOf(fate)}`).join(', ');
  const line = `Of ${fates.length} groups: ${each}.`;
  const next = isRollout(command) && failed.length > 0 ? wayBack(fates, command) : '';
  setOutputs(step, fates, failed[0]);
  step.log.info(line);
  for (const remark of leftBehind(command, fates)) step.log.warning(remark, 'Not resumed');
  for (const { group, end, error } of failed) {
    if (!end) await step.summarize(section(`${group}: failed`, explain(error)));
  }
  await step.summarize(section(`${fates.length} groups, one after the other`, `${line} ${next}`));
  for (const { error } of failed) if (error instanceof Error) step.log.debug(error.stack ?? '');
  if (failed.length === 0 && fates.every(({ isBegun }) => isBegun)) return;
  const reasons = failed.map(({ group, end, error }) => (end ? explain(error) : `${group}: ${explain(error)}`));
  const message = [...reasons, `${line} ${next}`.trim()].join('\n');
  throw failed.some(({ error }) => error instanceof Interruption) ? new Interruption(message) : new Failure(message);
}

function outcomeOf({ end, error, isBegun }: Fate): string {
  if (!isBegun) return 'not begun';
  return end?.outcome ?? (error === undefined ? 'nothing to do' : 'failed');
}

/** A run that was cut off may have begun in some of its groups only: there is nothing to resume in the others, and they run what they ran. */
function leftBehind(command: Command, fates: readonly Fate[]): readonly string[] {
  const ends = fates.flatMap(({ end }) => end ?? []);
  const images = [...new Set(ends.filter(({ outcome }) => outcome !== 'unchanged').map(({ imageId }) => imageId))];
  const others = fates.filter(({ end }) => end?.outcome === 'unchanged' && !images.includes(end.imageId));
  if (command !== 'resume' || images.length === 0) return [];
  return others.map(
    ({ group, end }) =>
      `There was nothing to resume in "${group}", whose last release was ${end?.imageId || 'none'}, not ${images.join(' or ')}. If that is to run there, deploy it.`,
  );
}

/** The one command that takes back what the failure of one group has left in the others. What was not resumed is paused still. */
function wayBack(fates: readonly Fate[], command: Command): string {
  const stands = ['succeeded', 'unproven', 'paused', ...(command === 'resume' ? ['unchanged', 'not begun'] : [])];
  const moved = fates.filter((fate) => stands.includes(outcomeOf(fate)));
  const [first] = moved;
  if (!first) return '';
  const names = moved.map(({ group }) => `"${group}"`).join(' and ');
  return `To take ${names} back as well: "command: undo" with "group: ${first.group}". It undoes all groups of this release.`;
}

/** Of several groups: the first failure counts, else what they have in common. */
function setOutputs(step: Step, fates: readonly Fate[], failed: Fate | undefined): void {
  const ends = fates.flatMap(({ end }) => end ?? []);
  const outcomes = ends.map(({ outcome }) => outcome);
  const common = (['needs-attention', 'paused', 'unproven', 'succeeded'] as const).find((outcome) =>
    outcomes.includes(outcome),
  );
  const [first] = ends;
  step.output('outcome', (failed ? failed.end?.outcome : (common ?? outcomes[0] ?? 'unchanged')) ?? '');
  step.output('image-id', first?.imageId ?? '');
  step.output('previous-image-id', first?.previousImageId ?? '');
  const told = fates.map(({ group, end, ...fate }) => ({
    ...{ group, outcome: outcomeOf({ group, end, ...fate }) },
    ...(end && { imageId: end.imageId, previousImageId: end.previousImageId }),
  }));
  step.output('groups', JSON.stringify(told));
}

function section(title: string, text: string): string {
  return `### ${literally(title)}\n\n${literally(text.trim())}\n\n`;
}
