import { invariants } from '../../__tests__/simulation/invariants/invariants.js';
import { type RareState, rareStates } from '../../__tests__/simulation/invariants/rare-states.js';
import { matrix } from '../../__tests__/simulation/matrix.js';
import { mutants } from '../../__tests__/simulation/mutants/table.js';
import { strategyNames } from '../../__tests__/simulation/strategies.js';
import { rounded } from '../measure.js';
import { add, type Finding, type Findings, type KindOfFinding, noFindings } from './findings.js';
import type { Options, Part } from './options.js';
import { Pool } from './pool.js';
import type { TaskOf } from './task.js';

/** So many stories are one task, where stories are counted; and so many tasks are a strategy's enumerations. */
const together = 10;
const slices = 40;

/**
 * The machine that bounds of time are meant for: so many cores, and so many milliseconds of processor time for a story of
 * chance. A slower one takes as much longer for all parts.
 */
const reference = { cores: 2, storyMilliseconds: 28 } as const;

/** Kinds of findings are told in full up to here. */
const mostTold = 12;

/** Plays all that is asked for, on all cores, and tells what was found. @returns whether all is well. */
export async function campaign(options: Options): Promise<boolean> {
  const pool = new Pool(options.workers);
  try {
    return await new Campaign(pool, options).play();
  } finally {
    await pool.close();
  }
}

class Campaign {
  readonly #pool: Pool;
  readonly #options: Options;
  readonly #found = { matrix: noFindings(), enumerate: noFindings(), seeds: noFindings() } as const;
  readonly #mutants: readonly string[];
  readonly #survivors: string[] = [];
  readonly #began = performance.now();
  /** Milliseconds of processor time, of all cores together. */
  readonly #spent: Record<Part, number> = { matrix: 0, enumerate: 0, seeds: 0, mutants: 0 };
  #hunted = 0;

  constructor(pool: Pool, options: Options) {
    this.#pool = pool;
    this.#options = options;
    this.#mutants = mutants.map(({ name }) => name).filter((name) => name.includes(options.mutant));
  }

  async play(): Promise<boolean> {
    const parts = {
      matrix: () => this.#all('matrix', this.#matrixTasks()),
      enumerate: () => this.#all('enumerate', this.#enumerateTasks()),
      seeds: () => this.#seeds(),
      mutants: () => this.#hunt(),
    } as const;
    for (const part of this.#options.only) await this.#timed(part, parts[part]);
    return this.#conclude();
  }

  /** Tells every half minute how far it is, so that nobody thinks it hangs, and how it went. */
  async #timed(part: Part, work: () => Promise<unknown>): Promise<void> {
    const began = performance.now();
    const tell = () => console.log(`${this.#soFar(part)}, ${Math.round((performance.now() - began) / 1000)} s`);
    const progress = setInterval(tell, 30_000);
    const before = process.cpuUsage();
    await work().finally(() => clearInterval(progress));
    const { user, system } = process.cpuUsage(before);
    this.#spent[part] = (user + system) / 1000;
    tell();
    if (part !== 'mutants') await this.#tellFindings(this.#found[part]);
  }

  #soFar(part: Part): string {
    if (part === 'mutants')
      return `mutants: ${this.#hunted} of ${this.#mutants.length}, ${this.#survivors.length} survived`;
    const { stories, violations } = this.#found[part];
    return `${part}: ${stories} stories, ${violations} violations`;
  }

  #matrixTasks(): readonly TaskOf<'matrix'>[] {
    const tasks = Math.ceil(matrix().length / together);
    return Array.from({ length: tasks }, (_, task) => {
      return { kind: 'matrix', from: task * together, to: (task + 1) * together };
    });
  }

  #enumerateTasks(): readonly TaskOf<'enumerate'>[] {
    return strategyNames.flatMap((strategy) =>
      Array.from({ length: slices }, (_, slice) => ({ kind: 'enumerate', strategy, slice, slices }) as const),
    );
  }

  async #all<Some extends 'matrix' | 'enumerate'>(part: Some, tasks: readonly TaskOf<Some>[]): Promise<void> {
    await Promise.all(tasks.map(async (task) => add(this.#found[part], await this.#pool.do(task))));
  }

  /** Until the time is over and there are as many as there are to be. */
  async #seeds(): Promise<void> {
    const { minutes, atLeast, seed } = this.#options;
    const ends = performance.now() + minutes * 60_000;
    let next = 0;
    const draw = async () => {
      while (performance.now() < ends || next < atLeast) {
        const from = next;
        next += together;
        add(this.#found.seeds, await this.#pool.do({ kind: 'seeds', campaign: seed, from, to: next }));
      }
    };
    await Promise.all(Array.from({ length: this.#pool.size }, draw));
  }

  async #hunt(): Promise<void> {
    const hunts = this.#mutants.map(async (name) => {
      const caught = await this.#pool.do({ kind: 'hunt', name });
      this.#hunted++;
      if (!caught) this.#survivors.push(name);
      const how = caught && `${caught.invariant} in story ${caught.after}: ${caught.what}`;
      console.log(caught ? `mutant killed: ${name} (${how})` : `mutant SURVIVED: ${name}`);
    });
    await Promise.all(hunts);
  }

  async #tellFindings({ kinds }: Findings): Promise<void> {
    const told = [...kinds.values()].slice(0, mostTold);
    const smaller = await Promise.all(told.map(({ first }) => this.#pool.do({ kind: 'shrink', finding: first })));
    for (const [index, kind] of told.entries()) console.log(describe(smaller[index] ?? kind.first, kind));
    const more = kinds.size - told.length;
    if (more > 0) console.log(`\nand ${more} more kinds of violations, which are not told here`);
  }

  #conclude(): boolean {
    const { matrix: cells, enumerate, seeds } = this.#found;
    const violations = cells.violations + enumerate.violations + seeds.violations;
    const neverReached = this.#neverReached();
    for (const state of neverReached) console.log(`never reached: ${rareStates[state]}`);
    const figures = {
      ...{ seeds: seeds.stories, violations, enumerated: enumerate.stories, matrix: cells.stories },
      ...{ mutantsKilled: this.#hunted - this.#survivors.length, mutants: this.#hunted, neverReached },
      ...this.#speed(),
    };
    console.log(JSON.stringify(figures));
    return violations === 0 && this.#survivors.length === 0 && neverReached.length === 0;
  }

  /** How long it took, how fast the machine is, and how long it would have taken the reference. */
  #speed(): object {
    const minutes = rounded((performance.now() - this.#began) / 60_000);
    const { stories } = this.#found.seeds;
    if (stories === 0) return { minutes };
    const storyMilliseconds = this.#spent.seeds / stories;
    const spent = Object.values(this.#spent).reduce((sum, part) => sum + part, 0);
    const asReference = (spent * reference.storyMilliseconds) / storyMilliseconds / reference.cores;
    return {
      minutes,
      storyMilliseconds: rounded(storyMilliseconds),
      minutesAtReference: rounded(asReference / 60_000),
    };
  }

  /** States are rare: only the whole campaign is to reach them all. */
  #neverReached(): readonly RareState[] {
    const { only } = this.#options;
    if (!only.includes('seeds') || !only.includes('enumerate')) return [];
    const states = Object.keys(rareStates) as RareState[];
    return states.filter((state) => Object.values(this.#found).every(({ reached }) => !reached[state]));
  }
}

/** What was violated, and the one command that shows it. */
function describe({ invariant, what, at, scenario }: Finding, { times }: KindOfFinding): string {
  const command = `npm run simulate -- --trace --replay '${JSON.stringify(scenario)}'`;
  const more = times > 1 ? `\n  (${times - 1} more of this kind)` : '';
  return `\n${invariant} (${invariants[invariant]}) after ${at} s: ${what}\n  ${command}${more}`;
}
