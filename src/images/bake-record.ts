/** What main leaves for post, so that a cancelled bake can be ended and swept whatever became of main. */
export interface BakeRecord {
  /** A folder of our own, with the log in it. */
  readonly directory: string;
  readonly log: string;
  /** `NAME=value`: a variable of the environment that every process of the bake carries. */
  readonly variable: string;
  /** The process group; not known yet in what is saved before the start. */
  readonly group?: number;
  /** How far main has shown the log, in bytes. Not known when main was killed. */
  readonly shown?: number;
  /** Milliseconds since the Unix epoch. */
  readonly startedAt: number;
  /** Every region in which this bake may have made something. */
  readonly regions: readonly string[];
}

/** The name of the state that holds it. */
export const recordState = 'bake';

export function writeRecord(record: BakeRecord): string {
  return JSON.stringify(record);
}

/** Undefined when main never came to start Packer. */
export function readRecord(saved: string): BakeRecord | undefined {
  return saved === '' ? undefined : (JSON.parse(saved) as BakeRecord);
}
