import type { Recording, Span } from './recording.js';

/** How mermaid paints what a machine or a run does: `done` is quiet, `active` stands out, `crit` is alarming. */
const paints: Readonly<Record<string, string>> = {
  serves: 'active, ',
  leaves: 'done, ',
  'version 1': 'done, ',
  'version 2': 'active, ',
  'deploy, killed': 'crit, ',
};

/** The width of the bars as GitHub shows them, and of one letter, in pixels. */
const width = { all: 680, letter: 7 };

/** A bar must have a name: this one is not seen. */
const nameless = '\u200b';

/**
 * A recording as a Gantt chart of mermaid (mermaid documentation, "Gantt diagrams"): a row for the runs, two for what the
 * group launches, one for each machine. Times are hours, minutes and seconds of a day that nobody cares about, so that
 * every time zone sees them alike.
 */
export function gantt(title: string, { runs, pointer, hook, lives }: Recording): string {
  const rows: Readonly<Record<string, readonly Span[]>> = {
    runs,
    launches: pointer,
    hook,
    ...Object.fromEntries(lives.map(({ name, spans }) => [name, spans])),
  };
  const end = Math.max(...Object.values(rows).flatMap((spans) => spans.map(({ to }) => to)));
  const scale = (milliseconds: number) => (milliseconds * width.all) / end;
  return [
    '---',
    'displayMode: compact',
    '---',
    'gantt',
    `  title ${title}`,
    '  dateFormat HH:mm:ss',
    '  axisFormat %H:%M:%S',
    ...Object.entries(rows).flatMap(([name, spans]) => [
      `  section ${name}`,
      ...spans.map((_, at) => bar(spans, at, scale)),
    ]),
  ].join('\n');
}

function bar(spans: readonly Span[], at: number, scale: (milliseconds: number) => number): string {
  const { state = '', from = 0, to = 0 } = spans[at] ?? {};
  const needed = (state.length + 2) * width.letter;
  const gap = (spans[at + 1]?.from ?? Number.POSITIVE_INFINITY) - to;
  const name = scale(to - from) >= needed || scale(gap) >= needed ? state.replaceAll(/[:;#,]/g, '') : nameless;
  return `  ${name} :${paints[state] ?? ''}${clock(from)}, ${clock(to)}`;
}

function clock(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(11, 19);
}
