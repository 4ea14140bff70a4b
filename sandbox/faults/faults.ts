import type { Random } from '../../src/platform/random.js';
import type { Call, Interceptor } from '../world/world.js';
import { errorOf, type FaultRule } from './fault-rule.js';

/** A rule, and what it has done so far. */
export interface Fault {
  readonly rule: FaultRule;
  readonly seen: number;
  readonly struck: number;
}

interface Counted {
  readonly rule: FaultRule;
  readonly pattern: RegExp;
  seen: number;
  struck: number;
}

/** Makes API calls go wrong by rules. Which calls are struck depends on the seed and on the order of calls alone. */
export class Faults implements Interceptor {
  readonly #random: Random;
  readonly #rules: Counted[] = [];
  /** A call is asked about several times; what befalls it is decided once. */
  readonly #decided = new WeakMap<Call, readonly FaultRule[]>();

  constructor(random: Random, rules: readonly FaultRule[] = []) {
    this.#random = random;
    for (const rule of rules) this.add(rule);
  }

  add(rule: FaultRule): void {
    this.#rules.push({ rule, pattern: globPattern(rule.operation ?? '*'), seen: 0, struck: 0 });
  }

  list(): readonly Fault[] {
    return this.#rules.map(({ rule, seen, struck }) => ({ rule, seen, struck }));
  }

  clear(): void {
    this.#rules.length = 0;
  }

  delay(call: Call): number {
    return this.#befall(call).reduce((total, { latency }) => total + (latency ?? 0), 0);
  }

  before(call: Call): void {
    this.#fail(call, 'before');
  }

  after(call: Call, output: object): object {
    this.#fail(call, 'after');
    return this.#befall(call).some(({ error }) => error === 'empty') ? {} : output;
  }

  #fail(call: Call, when: 'before' | 'after'): void {
    for (const rule of this.#befall(call)) {
      const error = (rule.when ?? 'before') === when ? errorOf(rule, call.service) : undefined;
      if (error) throw error;
    }
  }

  #befall(call: Call): readonly FaultRule[] {
    const known = this.#decided.get(call);
    if (known) return known;
    const rules = this.#rules.filter((counted) => this.#strikes(counted, call)).map(({ rule }) => rule);
    this.#decided.set(call, rules);
    return rules;
  }

  #strikes(counted: Counted, call: Call): boolean {
    const { rule, pattern } = counted;
    if ((rule.service ?? call.service) !== call.service || !pattern.test(call.operation)) return false;
    counted.seen++;
    if (counted.seen < (rule.nth ?? 1)) return false;
    if (counted.struck >= (rule.times ?? (rule.nth === undefined ? Number.POSITIVE_INFINITY : 1))) return false;
    if (rule.probability !== undefined && this.#random.next() >= rule.probability) return false;
    counted.struck++;
    return true;
  }
}

function globPattern(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[^A-Za-z0-9]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
