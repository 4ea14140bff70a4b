import { literally } from '../../platform/markdown.js';
import type { Release } from '../heart/release.js';
import { imageBefore } from '../two-group/sides.js';
import { claimedAt } from './carry-on.js';
import { isoTime } from './lease.js';

function nothingIn(group: string): string {
  return `The ledger of "${group}" is empty: nothing was rolled out to it yet.`;
}

/** How a release ended, or rests. One without an end is carried on, or taken back, by the release after it. */
function endOf({ number, outcome, rests, undoes }: Release, releases: readonly Release[]): string {
  const next = releases.find((other) => other.number === number + 1);
  const why = rests?.kind === 'interrupted' && rests.because !== undefined ? `cut off: ${rests.because}` : undefined;
  const left = next ? `taken over by ${next.number}` : (rests?.kind ?? 'unfinished');
  const end = outcome ?? (why === undefined ? left : `${left} (${why})`);
  return undoes === undefined ? end : `${end} (undo of ${undoes})`;
}

/** A group's releases, a line each. */
export function historyLines(group: string, releases: readonly Release[]): readonly string[] {
  if (releases.length === 0) return [nothingIn(group)];
  return releases.map((release) => {
    const { number, to, claimant } = release;
    const end = endOf(release, releases);
    return `${number}  ${isoTime(claimedAt(release))}  ${imageBefore(release)} -> ${to.imageId}  ${end}  ${claimant.actor}  ${claimant.runUrl}`;
  });
}

/** The same as a Markdown table for the job summary. */
export function historyTable(group: string, releases: readonly Release[]): string {
  if (releases.length === 0) return `${literally(nothingIn(group))}\n`;
  const rows = releases.map((release) => {
    const { number, to, claimant } = release;
    return [
      number,
      isoTime(claimedAt(release)),
      `\`${to.imageId}\``,
      `\`${imageBefore(release)}\``,
      literally(endOf(release, releases)),
      `[${literally(claimant.actor)}](${claimant.runUrl})`,
    ].join(' | ');
  });
  return [
    `### ${literally(group)}: releases`,
    '',
    '| Release | Began | Image | Before | Outcome | By |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}
