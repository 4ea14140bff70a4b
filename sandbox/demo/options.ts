import { Failure } from '../../src/platform/failure.js';
import type { Plot } from './figures.js';

/** What `npm start -- ...` was asked for. */
export interface Options {
  readonly plot: Plot;
  /** Where to write the closing figures, as JSON. */
  readonly report: string | undefined;
  readonly help: boolean;
}

export const usage = `npm start -- [--bad | --kill] [--report FILE]

  --bad          roll out a version 2 that never passes its health check, and see it taken back
  --kill         kill -9 the process in the middle of its rollout: see the group serve on, and the next run end it
  --report FILE  write the closing figures to FILE, as JSON
  --help         show this`;

/** @throws {Failure} naming an argument that does not exist. */
export function readOptions(given: readonly string[]): Options {
  const plots = new Set<Plot>();
  const options = { report: undefined as string | undefined, help: false };
  for (let at = 0; at < given.length; at++) {
    const argument = given[at];
    if (argument === '--bad') plots.add('bad');
    else if (argument === '--kill') plots.add('kill');
    else if (argument === '--help') options.help = true;
    else if (argument === '--report') options.report = fileAfter(given, ++at);
    else throw new Failure(`"${argument}" is not an argument of npm start. Write:\n${usage}`);
  }
  const [plot = 'good', other] = plots;
  if (other) throw new Failure('--bad and --kill are two stories: write one of them.');
  return { plot, ...options };
}

function fileAfter(given: readonly string[], at: number): string {
  const file = given[at];
  if (file !== undefined && !file.startsWith('--')) return file;
  throw new Failure('--report needs the name of a file: npm start -- --report figures.json');
}
