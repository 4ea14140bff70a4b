import type { Forecast } from './forecast.js';

/** Told apart from each other, and seen on a light page as well as on a dark one. */
const colours = { backgroundColor: 'transparent', plotColorPalette: '#7f9fcb, #7a2800' };

/**
 * Machines over time as a Mermaid chart, which GitHub draws in job summaries: bars for all that there are, a line for
 * those that serve, so that nobody needs colours to tell them apart.
 */
export function picture({ timeline, peak }: Forecast): string {
  const minutes = (timeline.at(-1)?.at ?? 0) / 60_000;
  const machines = timeline.map((moment) => moment.machines);
  const serving = timeline.map((moment) => moment.serving);
  return [
    '```mermaid',
    `%%{init: ${JSON.stringify({ themeVariables: { xyChart: colours } })}}%%`,
    'xychart-beta',
    '  title "Machines (bars), and those that serve (line)"',
    `  x-axis "minutes" 0 --> ${minutes.toFixed(1)}`,
    `  y-axis "machines" 0 --> ${peak}`,
    `  bar [${machines.join(', ')}]`,
    `  line [${serving.join(', ')}]`,
    '```',
  ].join('\n');
}
