import type { Span } from '../profile.js';
import type { SentCommand } from './machines.js';

/** What the machines of one image do. */
export interface Behaviour {
  /** What the application says it is: traffic counts answers by it. */
  readonly version?: string;
  /** `never`: it never passes a health check; `badAfter`: it does at first, for so many milliseconds. */
  readonly answers?: 'well' | 'never' | { readonly badAfter: number };
  /** From running to the first good answer, in place of the profile's. */
  readonly boot?: Span;
  /** What every command on the machine ends with; 0 by default. */
  readonly exitCode?: number;
  /** What commands do, in place of `exitCode`. */
  readonly commands?: (
    document: string,
    parameters: SentCommand['parameters'],
    machine: { readonly id: string; readonly isAnswering: boolean },
  ) => CommandOutcome;
  /** From running to the SSM agent's first sign of life, in place of the profile's; `never` is an image without one. */
  readonly agent?: Span | 'never';
  /** What it writes on its console, in lines: when it boots, and when its application starts, well or not. */
  readonly console?: { readonly booting?: readonly string[]; readonly running?: readonly string[] };
  /** How many requests a second keep its processor fully busy; 100 by default. */
  readonly requestsAtFullLoad?: number;
}

/** How a command ends. */
export interface CommandOutcome {
  readonly exitCode: number;
  readonly output: string;
  /** How long the script runs, in milliseconds; the profile's `command` if left out. */
  readonly takes?: Span;
}
