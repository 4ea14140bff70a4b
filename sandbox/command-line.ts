import { parseArgs } from 'node:util';
import { Failure, messageOf } from '../src/platform/failure.js';
import { type ProfileName, profiles } from './world/profile.js';

/** What `npm run sandbox -- ...` was asked for. */
export interface Options {
  /** 0 takes a free one. */
  readonly port: number;
  readonly profile: ProfileName;
  readonly seed: number;
  /** Only simulated machines, also where real ones are possible. */
  readonly simulated: boolean;
  readonly help: boolean;
}

export const usage = `npm run sandbox -- [--port N] [--profile NAME] [--seed N] [--simulated]

  --port N        the port on 127.0.0.1 to listen on; 0 takes a free one (default 4747)
  --profile NAME  how long things take: ${Object.keys(profiles).join(', ')} (default fast)
  --seed N        a whole number: the same seed draws the same ids and times (default 1)
  --simulated     no real machines, also where they are possible (Linux, as root)
  --help          show this`;

/** @throws {Failure} that says which argument is wrong and what it may be. */
export function readOptions(given: readonly string[]): Options {
  const { port, profile, seed, simulated = false, help = false } = parse(given);
  return {
    port: wholeNumber('port', port ?? '4747', 65_535),
    profile: profileNamed(profile ?? 'fast'),
    seed: wholeNumber('seed', seed ?? '1', 2 ** 31 - 1),
    simulated,
    help,
  };
}

function parse(given: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const options = { port: text, profile: text, seed: text, simulated: flag, help: flag };
    return parseArgs({ args: [...given], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new Failure(`${messageOf(error)}\n${usage}`);
  }
}

function wholeNumber(name: string, value: string, highest: number): number {
  if (/^\d+$/.test(value) && Number(value) <= highest) return Number(value);
  throw new Failure(`--${name} must be a whole number from 0 to ${highest}, not "${value}".`);
}

function profileNamed(name: string): ProfileName {
  if (Object.hasOwn(profiles, name)) return name as ProfileName;
  throw new Failure(`--profile must be one of ${Object.keys(profiles).join(', ')}, not "${name}".`);
}
