import type { SeededRandom } from './random.js';

/** A length of time that varies: milliseconds, drawn evenly between the two. */
export type Span = readonly [shortest: number, longest: number];

/**
 * How long things take. AWS publishes no numbers for these: they are parameters of a model, to be varied, not facts.
 */
export interface Profile {
  /** An API call, there and back. */
  readonly call: Span;
  /** How long a describe may still show the old state (EC2's "Eventual consistency"). */
  readonly lag: Span;
  /** EC2 instance: pending to running. */
  readonly start: Span;
  /** Running to the SSM agent's first sign of life. */
  readonly agent: Span;
  /** Running to the application's first good answer. */
  readonly boot: Span;
  /** shutting-down to terminated, and stopping to stopped. */
  readonly shutdown: Span;
  /** CreateImage and CopyImage: pending to available. */
  readonly capture: Span;
  /** How often a group looks at its size and the health of its machines. */
  readonly reconcile: Span;
  /** An SSM command, from sent to finished, besides what the script itself takes. */
  readonly command: Span;
}

const second = 1_000;
const minute = 60 * second;

export const profiles = {
  /** Everything in moments: for demos and pipeline tests. */
  fast: {
    call: [1, 5],
    lag: [0, 0],
    start: [50, 200],
    agent: [0, 0],
    boot: [200, 600],
    shutdown: [50, 200],
    capture: [200, 500],
    reconcile: [200, 400],
    command: [20, 80],
  },
  /** As seen on AWS on an ordinary day. */
  realistic: {
    call: [20, 200],
    lag: [0, 2 * second],
    start: [5 * second, 40 * second],
    agent: [2 * second, 20 * second],
    boot: [20 * second, 120 * second],
    shutdown: [20 * second, 90 * second],
    capture: [3 * minute, 10 * minute],
    reconcile: [5 * second, 20 * second],
    command: [1 * second, 5 * second],
  },
  /** A bad day. */
  nasty: {
    call: [20, 3 * second],
    lag: [0, 30 * second],
    start: [5 * second, 120 * second],
    agent: [2 * second, 90 * second],
    boot: [20 * second, 300 * second],
    shutdown: [20 * second, 300 * second],
    capture: [3 * minute, 30 * minute],
    reconcile: [5 * second, 60 * second],
    command: [1 * second, 60 * second],
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;

/** Draws one length of time, in whole milliseconds. */
export function draw(span: Span, random: SeededRandom): number {
  return Math.round(random.between(span[0], span[1]));
}
