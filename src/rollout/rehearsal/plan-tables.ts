import type { Forecast } from './forecast.js';
import type { Wave } from './waves.js';

/** Rows of cells, the head first. */
export type Table = readonly (readonly string[])[];

/** The plan in words and figures: the same for the log and for the job summary. */
export function factsOf(forecast: Forecast): Table {
  const { size, surge, unavailable, strategy, minReady, soak, floor, peak, leastServing, duration, calls } = forecast;
  const slow = duration.slow > duration.typical ? `; slow: ${lengthOf(duration.slow)}` : '';
  const ways = [
    ...(strategy === 'two-group' ? [] : [`max-surge ${surge}`, `max-unavailable ${unavailable}`]),
    `min-ready ${lengthOf(minReady)}`,
    `soak ${lengthOf(soak)}`,
  ];
  return [
    ['What', 'Predicted'],
    ['Machines to replace', String(size)],
    ['Strategy', `${strategy}: ${ways.join(', ')}`],
    ['Duration', `about ${lengthOf(duration.typical)}${slow}`],
    ['Most machines at a time', `${peak} (${Math.max(0, peak - size)} more than now, with those that drain)`],
    ['Cost of the extra ones', `${forecast.extraMachineMinutes} machine-minutes`],
    ['Fewest that serve', `${leastServing} (the plan allows no fewer than ${floor})`],
    ['API calls', `${calls.reads} that read, ${calls.changes} that change`],
    ['End', endsOf(forecast)],
  ];
}

function endsOf({ outcomes, rehearsals }: Forecast): string {
  const of = rehearsals === 1 ? '1 rehearsal' : `${rehearsals} rehearsals`;
  return outcomes
    .map(({ outcome, times, reason }) => `${outcome} in ${times} of ${of}${reason === undefined ? '' : `: ${reason}`}`)
    .join('; ');
}

export function wavesOf({ waves, strategy, size }: Forecast): Table {
  const isShift = strategy === 'two-group';
  const sizeOf = ({ machines }: Wave) =>
    isShift ? `${Math.round((100 * machines) / size)} %` : String(Math.round(machines));
  const head = ['Wave', isShift ? 'Requests' : 'Machines', 'Begins', 'All serve', 'Done'];
  return [head, ...waves.map((wave, index) => [String(index + 1), sizeOf(wave), ...timesOf(wave)])];
}

function timesOf({ begins, serves, ends }: Wave): readonly string[] {
  const at = (time: number | undefined) => (time === undefined ? 'never' : clockOf(time));
  return [clockOf(begins), serves === undefined ? at(ends) : at(serves), at(ends)];
}

export function momentsOf({ timeline }: Forecast): Table {
  return [
    ['Until', 'Fewest serving', 'Most machines'],
    ...timeline.map(({ at, serving, machines }) => [clockOf(at), String(serving), String(machines)]),
  ];
}

/** `45 s`, `6 min 20 s`, `2 h 5 min`. */
function lengthOf(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** `6:20`, or `1:06:20` from an hour on. */
function clockOf(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
