import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Catch, strike } from '../../__tests__/simulation/mutants/hunt.js';
import { mutants } from '../../__tests__/simulation/mutants/table.js';

/** How many seeds of chance a mutant has to survive, after the matrix and the enumerations. */
const seeds = 400;

/** A mutant that makes the heart run in circles is noticed by that. */
const longest = 120_000;

export interface Hunted {
  readonly name: string;
  /** What gave it away; undefined when it has survived. */
  readonly caught: string | undefined;
}

/** Hunts all mutants, so many at a time. `told` hears of each as it is over. */
export async function huntAll(atOnce: number, told: (hunted: Hunted) => void): Promise<readonly Hunted[]> {
  const left = mutants.map(({ name }) => name);
  const hunted: Hunted[] = [];
  const huntOn = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const result = { name, caught: await explain(await huntOne(name)) };
      hunted.push(result);
      told(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, huntOn));
  return hunted;
}

/** What gives a mutant away must not give away the heart as it is: then it proves nothing. */
async function explain(given: Catch | 'circling' | undefined): Promise<string | undefined> {
  if (given === undefined) return undefined;
  if (given === 'circling') return 'it runs in circles';
  const { scenario, expected, invariant, after, what } = given;
  const unharmed = await strike(scenario, expected);
  if (unharmed) return undefined;
  return `${invariant} after ${after}: ${what}`;
}

/** @throws {Error} when a mutant cannot be made: then the table has to be mended. */
function huntOne(name: string): Promise<Catch | 'circling' | undefined> {
  const program = fileURLToPath(new URL('./mutant-process.js', import.meta.url));
  const hunter = fork(program, [name, String(seeds)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  hunter.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    let answer: Catch | null | undefined;
    let isCircling = false;
    const timer = setTimeout(() => {
      isCircling = true;
      hunter.kill('SIGKILL');
    }, longest);
    hunter.on('message', (message) => {
      answer = message as Catch | null;
    });
    hunter.on('exit', () => {
      clearTimeout(timer);
      if (isCircling) resolve('circling');
      else if (answer === undefined) reject(new Error(`Mutant "${name}" could not be hunted: ${said.trim()}`));
      else resolve(answer ?? undefined);
    });
  });
}
