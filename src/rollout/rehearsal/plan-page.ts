import { literally } from '../../platform/markdown.js';
import type { Forecast } from './forecast.js';
import { picture } from './picture.js';
import { factsOf, momentsOf, type Table, wavesOf } from './plan-tables.js';

/** What a dry run tells before the figures: from which image to which, and what else there is to know. */
export interface Headline {
  readonly from: string;
  readonly to: string;
  /** Sentences for a person, such as what an unfinished release means. */
  readonly remarks: readonly string[];
}

/** The plan as Markdown for the job summary. */
export function planPage(forecast: Forecast, { from, to, remarks }: Headline): string {
  return [
    `### Plan for ${literally(forecast.group)}: ${literally(from)} to ${literally(to)}`,
    '',
    'Nothing was changed. This is how the rollout would go, rehearsed in a simulated AWS with a copy of the group.',
    '',
    ...remarks.flatMap((remark) => [literally(remark), '']),
    ...markdown(factsOf(forecast)),
    '',
    ...(forecast.waves.length > 0 ? [...markdown(wavesOf(forecast)), ''] : []),
    ...(forecast.size > 0 ? [picture(forecast), ''] : []),
    '<details><summary>The picture in figures</summary>',
    '',
    ...markdown(momentsOf(forecast)),
    '',
    '</details>',
    '',
    'What this takes for granted:',
    '',
    ...forecast.notes.map((note) => `- ${literally(note)}`),
    '',
  ].join('\n');
}

function markdown([head = [], ...rows]: Table): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(literally).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)];
}

/** The same as aligned text for the log. */
export function planLines(forecast: Forecast, { from, to, remarks }: Headline): readonly string[] {
  return [
    `Plan for "${forecast.group}": ${from} to ${to}. Nothing was changed.`,
    ...remarks,
    '',
    ...aligned(factsOf(forecast)),
    '',
    ...(forecast.waves.length > 0 ? [...aligned(wavesOf(forecast)), ''] : []),
    ...aligned(momentsOf(forecast)),
    '',
    ...forecast.notes,
  ];
}

/** Columns of numbers stand to the right. */
function aligned(table: Table): readonly string[] {
  const columns = (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? ''));
  const padded = columns.map(([head = '', ...cells]) => {
    const width = Math.max(head.length, ...cells.map(({ length }) => length));
    const isNumeric = cells.every((cell) => /^[\d:]+$/.test(cell));
    return [head, ...cells].map((cell) => (isNumeric ? cell.padStart(width) : cell.padEnd(width)));
  });
  return table.map((_, row) =>
    padded
      .map((column) => column[row])
      .join('  ')
      .trimEnd(),
  );
}
