import { literally } from '../../platform/markdown.js';
import { isConfiguration } from '../heart/launch-source.js';
import type { Outcome, Release } from '../heart/release.js';
import { isoTime } from '../ledger/lease.js';
import { type LastWords, wordsInMarkdown } from './last-words.js';

/** What a step can report: how its rollout ended, or that it rests before its end. */
export type Ending = Outcome | 'paused' | 'interrupted';

/** How a deployment ended, for outputs, summary and notices. */
export interface DeploymentEnd {
  readonly outcome: Ending;
  /** For a person: what happened, and what to do if anything is to be done. */
  readonly reason: string;
  /** The image that was asked for. */
  readonly imageId: string;
  /** The image that the group ran before. */
  readonly previousImageId: string;
  /** Milliseconds. */
  readonly duration: number;
  /** What a rehearsal at its beginning said, in milliseconds. */
  readonly predicted?: number;
  /** What the machine wrote because of which it turned back. */
  readonly lastWords?: LastWords;
}

/** How a release ended, or where it rests. `duration` in milliseconds. */
export function describeEnd(release: Release, duration: number): DeploymentEnd {
  return {
    outcome: endingOf(release),
    reason: explain(release),
    imageId: release.to.imageId,
    previousImageId: release.sides?.imageId ?? release.from.imageId,
    duration,
    ...(release.predicted !== undefined && { predicted: release.predicted }),
  };
}

/** A step that found nothing to do. */
export function unchangedEnd(group: string, imageId: string, duration: number): DeploymentEnd {
  const reason = `Every machine of "${group}" runs ${imageId} already; nothing was changed.`;
  return { outcome: 'unchanged', reason, imageId, previousImageId: imageId, duration };
}

export function endingOf({ outcome, rests }: Release): Ending {
  return outcome ?? (rests?.kind === 'paused' ? 'paused' : 'interrupted');
}

/** The end for the job summary. Where there was no release there are no images to name. */
export function summarizeEnd(
  group: string,
  { outcome, reason, imageId, previousImageId, duration, predicted, lastWords }: DeploymentEnd,
): string {
  const foreseen = predicted === undefined ? '' : ` (predicted: ${Math.round(predicted / 1000)} s)`;
  const imageTable = [
    '| Image | Previous image | Time |',
    '| --- | --- | --- |',
    `| \`${imageId}\` | \`${previousImageId}\` | ${Math.round(duration / 1000)} s${foreseen} |`,
    '',
  ];
  return [
    `### ${literally(group)}: ${outcome}`,
    '',
    literally(reason),
    '',
    ...(imageId === '' ? [] : imageTable),
    ...(lastWords ? [wordsInMarkdown(lastWords)] : []),
  ].join('\n');
}

/** Which release this is, to be found again in the history. */
export function introduce({ number, continues, from, to }: Release): string {
  const name = continues === undefined ? `Release ${number}` : `Release ${number}, carrying on ${continues}`;
  const origin = isConfiguration(from) ? `launch configuration ${from.templateId}` : `template version ${from.version}`;
  return `${name}: ${from.imageId} (${origin}) -> ${to.imageId}`;
}

/** The ends of a rollout between two groups that differ from those of one. */
function explainSides({ sides, to, reason = '', keptUntil, ...release }: Release): string | undefined {
  if (!sides) return undefined;
  const { blue, green } = sides;
  const kept =
    keptUntil === undefined ? '' : ` "${blue.group}" keeps its size, and is billed, until ${isoTime(keptUntil)}.`;
  const back = `"${blue.group}" gets every request again, and "${green.group}" is as it was.`;
  switch (endingOf({ sides, to, reason, ...release })) {
    case 'succeeded':
      return `"${green.group}" runs ${to.imageId} and gets every request; "${blue.group}" is idle.${kept}`;
    case 'rolled-back':
      return `${to.imageId} was taken back; ${back} Why: ${sentence(reason)} Mend the image, then deploy it.`;
    case 'aborted':
      return `The rollout of ${to.imageId} was taken back; ${back} Why: ${reason}`;
    default:
      return undefined;
  }
}

function explain(release: Release): string {
  const ofSides = explainSides(release);
  if (ofSides !== undefined) return ofSides;
  const { group, from, to, reason = '' } = release;
  switch (endingOf(release)) {
    case 'succeeded':
      return `Every machine of "${group}" runs ${to.imageId}.${keptNote(release)}`;
    case 'unchanged':
      return reason || `Every machine of "${group}" runs ${to.imageId} already; nothing was changed.`;
    case 'unproven':
      return `"${group}" has no machines: it will launch ${to.imageId}, but no machine has proven it. Let one start to see it work.`;
    case 'rolled-back':
      return `${to.imageId} was taken back; every machine of "${group}" runs ${from.imageId} again. Why: ${sentence(reason)} Mend the image, then deploy it.`;
    case 'aborted':
      return `The rollout of ${to.imageId} was taken back; every machine of "${group}" runs ${from.imageId} again. Why: ${reason}`;
    case 'needs-attention':
      return explainAttention(release);
    case 'paused':
      return explainPause(release);
    case 'interrupted':
      return (
        `The rollout of ${to.imageId} to "${group}" was cancelled on its way; what it had borrowed is put back, and its machines serve. ` +
        'Run the same step again to finish it, or take it back with "command: repair", as its schedule would do.'
      );
  }
}

/** The words of a machine, or of AWS, may end without a full stop. */
function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function keptNote({ keptUntil }: Release): string {
  if (keptUntil === undefined) return '';
  return (
    ` The machines that it replaced wait in standby until ${isoTime(keptUntil)}, billed as if they ran: "command: undo" ` +
    'puts them back within seconds. The next deployment, or the scheduled "command: repair", terminates them.'
  );
}

function explainAttention({ group, from, to, reason, direction }: Release): string {
  const look = `Look at the group's activity history and its targets' health.`;
  return direction === 'hold'
    ? `The rollout of ${to.imageId} to "${group}" is on hold, with machines on it and on ${from.imageId}: ${reason} ` +
        `${look} Then take it back with "command: abort", or deploy what is right.`
    : `"${group}" needs a person: on the way back to ${from.imageId}, ${reason} ` +
        `${look} Then try again with "command: abort", or deploy what is right.`;
}

function explainPause({ group, to, rests, wavesDone, plan }: Release): string {
  const until = rests?.kind === 'paused' ? isoTime(rests.until) : '';
  return (
    `The rollout of ${to.imageId} to "${group}" is paused after wave ${wavesDone} of ${plan.waves.length}, and its settings are put back. ` +
    `Go on with "command: resume", or take it back with "command: abort". After ${until} the scheduled "command: repair" takes it back.`
  );
}
