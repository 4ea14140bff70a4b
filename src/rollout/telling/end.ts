import { literally } from '../../platform/markdown.js';
import { onlyPoints } from '../beginning/repoint.js';
import { isConfiguration } from '../heart/launch-source.js';
import type { Release } from '../heart/release.js';
import { imageBefore } from '../two-group/sides.js';
import { type Beside, type Ending, endingOf, explain, whyCutOff } from './explain.js';
import { type LastWords, wordsInMarkdown } from './last-words.js';
import type { Figures } from './meter.js';

/** How a deployment ended, for outputs, summary and notices. */
export interface DeploymentEnd {
  readonly outcome: Ending;
  /** For a person: what happened, and what to do if anything is to be done. */
  readonly reason: string;
  /** Of that, why it turned back. */
  readonly cause?: string;
  /** It had ended so before this run, which has changed nothing. */
  readonly endedBefore?: true;
  /** It was an undo, and the image that it went back to works no more: the group runs what it ran before it. */
  readonly isNotUndone?: true;
  /** Why its run was cut off on the way, where it was not cancelled. */
  readonly because?: string;
  /** The image that was asked for. */
  readonly imageId: string;
  /** The image that the group ran before. */
  readonly previousImageId: string;
  /** Milliseconds. */
  readonly duration: number;
  /** What a rehearsal at its beginning said, of a whole rollout that went well. */
  readonly predicted?: Figures;
  /** What this run has measured itself. */
  readonly seen?: Figures;
  /** What the machine wrote because of which it turned back. */
  readonly lastWords?: LastWords;
}

/** How a release ended, or where it rests. `duration` in milliseconds. */
export function describeEnd(release: Release, duration: number, beside: Beside = {}): DeploymentEnd {
  const because = beside.because ?? whyCutOff(release);
  // A prediction is of a whole rollout that goes well.
  const isForeseen = release.outcome === 'succeeded' && release.continues === undefined;
  return {
    outcome: endingOf(release),
    reason: explain(release, { ...beside, because }),
    ...(because !== undefined && { because }),
    ...(release.reason !== undefined && { cause: release.reason }),
    ...(release.outcome === 'rolled-back' && release.undoes !== undefined && { isNotUndone: true }),
    imageId: release.to.imageId,
    previousImageId: imageBefore(release),
    duration,
    ...(isForeseen && release.predicted !== undefined && { predicted: release.predicted }),
  };
}

/** A step that found nothing to do. `reason`: why, where it is not that every machine runs the image already. */
export function unchangedEnd(group: string, imageId: string, duration: number, reason?: string): DeploymentEnd {
  const usual = `Every machine of "${group}" runs ${imageId} already; nothing was changed.`;
  return { outcome: 'unchanged', reason: reason ?? usual, imageId, previousImageId: imageId, duration };
}

/** The end for the job summary. Where there was no release there are no images to name. */
export function summarizeEnd(
  group: string,
  { outcome, reason, imageId, previousImageId, duration, predicted, seen, lastWords }: DeploymentEnd,
): string {
  const imageTable = [
    '| Image | Previous image | Time |',
    '| --- | --- | --- |',
    `| \`${imageId}\` | \`${previousImageId}\` | ${Math.round(duration / 1000)} s |`,
    '',
  ];
  return [
    `### ${literally(group)}: ${outcome}`,
    '',
    literally(reason),
    '',
    ...(imageId === '' ? [] : imageTable),
    ...(predicted && seen ? comparison(predicted, seen) : []),
    ...(lastWords ? [wordsInMarkdown(lastWords)] : []),
  ].join('\n');
}

/** What a rehearsal foresaw, beside what became of it. */
function comparison(predicted: Figures, seen: Figures): readonly string[] {
  const row = (what: string, name: keyof Figures, unit = '') =>
    `| ${what} | ${predicted[name]}${unit} | ${seen[name]}${unit} |`;
  const seconds = ({ duration }: Figures) => `${Math.round(duration / 1000)} s`;
  return [
    '| Until its end | Predicted | Actual |',
    '| --- | ---: | ---: |',
    `| Time | ${seconds(predicted)} | ${seconds(seen)} |`,
    row('Most machines at a time', 'peak'),
    row('Machines beyond the size', 'extraMachineMinutes', ' machine-minutes'),
    row('Fewest that served', 'leastServing'),
    '',
  ];
}

/** Which release this is, to be found again in the history. */
export function introduce(release: Release): string {
  const { number, continues, direction, from, to, sides } = release;
  const origin = isConfiguration(from) ? `launch configuration ${from.templateId}` : `template version ${from.version}`;
  if (onlyPoints(release)) return `Release ${number}: ${release.group} is to launch ${to.imageId} (${origin}) again`;
  const old = sides ? `${sides.imageId} in "${sides.blue.group}"` : `${from.imageId} (${origin})`;
  const fresh = sides ? `${to.imageId} in "${sides.green.group}"` : to.imageId;
  const isBack = direction === 'back';
  const carries = continues === undefined ? '' : `, ${isBack ? 'taking back' : 'carrying on'} ${continues}`;
  return `Release ${number}${carries}: ${isBack ? `${fresh} -> ${old}` : `${old} -> ${fresh}`}`;
}
