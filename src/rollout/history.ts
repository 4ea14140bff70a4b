import { literally } from '../platform/markdown.js';
import { isoTime, type Release } from './release.js';

const nothing = 'The ledger of this group is empty: nothing was rolled out to it yet.';

/** A group's releases, a line each. */
export function historyLines(releases: readonly Release[]): readonly string[] {
  if (releases.length === 0) return [nothing];
  return releases.map((release) => {
    const { number, outcome, from, to, startedAt, claimant } = release;
    const end = outcome ?? 'unfinished';
    return `${number}  ${isoTime(startedAt)}  ${from.imageId} -> ${to.imageId}  ${end}  ${claimant.actor}  ${claimant.runUrl}`;
  });
}

/** The same as a Markdown table for the job summary. */
export function historyTable(releases: readonly Release[]): string {
  if (releases.length === 0) return `${nothing}\n`;
  const rows = releases.map(({ number, startedAt, to, from, outcome, claimant }) =>
    [
      number,
      isoTime(startedAt),
      `\`${to.imageId}\``,
      `\`${from.imageId}\``,
      outcome ?? 'unfinished',
      `[${literally(claimant.actor)}](${claimant.runUrl})`,
    ].join(' | '),
  );
  return [
    `### ${literally(releases[0]?.group ?? '')}: releases`,
    '',
    '| Release | Began | Image | Before | Outcome | By |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}
