/** Takes a scheduled event back; does nothing once it has run. */
export type Cancel = () => void;

/** The world's time. In-process worlds run on {@link VirtualClock}; worlds with real machines on the machine's clock. */
export interface WorldClock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Runs `event` after `delay` milliseconds (at least 0). Events of one instant run in the order they were scheduled. */
  schedule(delay: number, event: () => void): Cancel;
  /** Virtual time stands still until the returned function is called: something that takes real time is under way. */
  hold?(): Cancel;
}
