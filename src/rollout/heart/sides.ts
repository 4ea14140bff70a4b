/** A group's sizes. */
export interface Sizes {
  readonly min: number;
  readonly max: number;
  readonly desired: number;
}

/** One of the two groups: its target group, and its sizes as its owner wants them, when the rollout began and since. */
export interface Side {
  readonly group: string;
  readonly targetGroup: string;
  readonly sizes: Sizes;
}

/** What both groups' minimum is while requests are shared out, so that either can serve them all. */
export interface Pin {
  readonly size: number;
  /** What blue's minimum was before, newest last: a read may still show one of these. */
  readonly was: readonly number[];
  /** When it was written down, to be set next; milliseconds since the epoch. */
  readonly notedAt?: number;
  /** Since when this one may have been set, once it has been read; milliseconds since the epoch. */
  readonly since?: number;
  /** Blue's owner has made it smaller. Green, which had so many machines, gets smaller, too: it counts for nothing until that can be read. */
  readonly shrinks?: number;
  /** Green serves all requests and has been given blue's sizes. */
  readonly isInherited?: true;
}

/** The two groups of a rollout, and the listener rule that shares the requests out between them. */
export interface Sides {
  readonly rule: string;
  /** Serves when the rollout begins. */
  readonly blue: Side;
  /** Gets the new image. */
  readonly green: Side;
  /** How the rule shared requests out when the rollout began. */
  readonly weights: Weights;
  /** What blue's machines run. */
  readonly imageId: string;
  readonly pin?: Pin;
}

/** How the rule shares requests out, in parts of a hundred; undefined for a target group that is not in the rule. */
export interface Weights {
  readonly blue: number | undefined;
  readonly green: number | undefined;
}
