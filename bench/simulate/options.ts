import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Failure } from '../../src/platform/failure.js';

export const parts = ['matrix', 'enumerate', 'seeds', 'mutants'] as const;

export type Part = (typeof parts)[number];

export interface Options {
  /** For how long seeds are drawn; the other parts are as long as they are. */
  readonly minutes: number;
  readonly seed: number;
  readonly only: readonly Part[];
  /** Only mutants are hunted whose names hold this. */
  readonly mutant: string;
  readonly workers: number;
  /** How many seeds there are to be at least, however long they take. */
  readonly atLeast: number;
  /** One scenario, as a failing campaign printed it. */
  readonly replay: string | undefined;
  readonly trace: boolean;
}

export const help = `npm run simulate -- [options]
  --minutes N     draw seeds for so many minutes (1)
  --at-least N    and until there are so many (0)
  --seed S        of the campaign (1)
  --only PART     ${parts.join(', ')}; several with commas
  --mutant WORDS  hunt only the mutants whose names hold these
  --workers N     play on so many cores (all)
  --replay JSON   play one scenario, as a campaign printed it
  --trace         and tell everything that happens in it`;

/** @throws {Failure} that says what is wrong. */
export function readOptions(given: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...given],
    options: {
      ...{ minutes: text, 'at-least': text, seed: text, only: text, mutant: text, workers: text, replay: text },
      trace: { type: 'boolean' },
    },
  });
  const only = values.only === undefined ? parts : values.only.split(',').map(partOf);
  return {
    minutes: numberOf('minutes', values.minutes ?? '1'),
    atLeast: numberOf('at-least', values['at-least'] ?? '0'),
    seed: numberOf('seed', values.seed ?? '1'),
    only,
    mutant: values.mutant ?? '',
    workers: Math.max(1, numberOf('workers', values.workers ?? String(availableParallelism()))),
    replay: values.replay,
    trace: values.trace ?? false,
  };
}

function partOf(name: string): Part {
  const part = parts.find((one) => one === name);
  if (part) return part;
  throw new Failure(`--only "${name}" is no part of the proof. Write one of ${parts.join(', ')}.`);
}

function numberOf(name: string, value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && Number.isFinite(number) && number >= 0) return number;
  throw new Failure(`--${name} "${value}" is no number. Write one of 0 or more.`);
}
