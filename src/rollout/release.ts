/** A launch template at one numbered version, and the image that this version launches. */
export interface TemplateVersion {
  readonly templateId: string;
  readonly version: number;
  readonly imageId: string;
}

/** A template version that is to be made: its number is known once AWS has made it. */
export type PlannedVersion = Omit<TemplateVersion, 'version'> & { readonly version?: number };

/** How a rollout can end. `needs-attention` alone leaves something that a person must look at. */
export type Outcome = 'succeeded' | 'unchanged' | 'unproven' | 'rolled-back' | 'aborted' | 'needs-attention';

/** Who is rolling out: enough to find the run and to ask its person. */
export interface Claimant {
  readonly repository: string;
  readonly actor: string;
  readonly commit: string;
  readonly runUrl: string;
}

/** By how much a rollout has raised a group's desired capacity: `machines` above `from`. */
export interface Surge {
  readonly machines: number;
  readonly from: number;
  /** AWS has confirmed the raise. Written down before the raise as well, so that no crash can hide it. */
  readonly raised: boolean;
  /** What the group's maximum was raised to, if the raise needed that. */
  readonly max?: number;
}

/**
 * One line of the ledger: a rollout, what it started from and where it goes. It is the claim on the group while it has
 * no outcome, and the audit trail afterwards. Only settings, never lists of machines, so it fits 4 KB.
 */
export interface Release {
  readonly number: number;
  readonly group: string;
  readonly claimant: Claimant;
  /** Milliseconds since the Unix epoch, as all times here. */
  readonly startedAt: number;
  /** When its run last gave a sign of life. */
  readonly heartbeatAt: number;
  readonly from: TemplateVersion;
  readonly to: PlannedVersion;
  /** What was found before the first change. The maximum is put back; desired is kept for whoever reads the history. */
  readonly baseline: { readonly desired: number; readonly max: number };
  readonly surge?: Surge;
  /** Forward to the new image, or back to the predecessor. */
  readonly direction: 'forward' | 'back';
  /** Why it turned back, in a sentence. */
  readonly reason?: string;
  /** How it ends when it has turned back: a bad image is rolled back, a cancelled job is aborted. */
  readonly backOutcome?: 'rolled-back' | 'aborted';
  /** The first of the releases that this one carries on, each left unfinished by a run that ended too early. */
  readonly continues?: number;
  readonly outcome?: Outcome;
  readonly endedAt?: number;
}

/** Where the machines are to end up: the new version, or the predecessor on the way back. */
export function goalOf(release: Release): PlannedVersion {
  return release.direction === 'forward' ? release.to : release.from;
}

/** How often a run gives a sign of life, and how long after the last one it counts as dead. Milliseconds. */
export const heartbeat = { every: 150_000, deadAfter: 900_000 } as const;

/** Whether a release is still in the hands of a run that gives signs of life. */
export function isAlive({ outcome, heartbeatAt }: Release, now: number): boolean {
  return outcome === undefined && now - heartbeatAt < heartbeat.deadAfter;
}

/** The next release in the ledger, by another run, that does the rest of an unfinished one. */
export function carryOn(unfinished: Release, claimant: Claimant, now: number): Release {
  const continues = unfinished.continues ?? unfinished.number;
  return { ...unfinished, number: unfinished.number + 1, claimant, continues, heartbeatAt: now };
}

/** The next release in the ledger, by another run, that takes an unfinished one back to its predecessor. */
export function takeBack(unfinished: Release, claimant: Claimant, now: number): Release {
  const rest = carryOn(unfinished, claimant, now);
  if (rest.direction === 'back') return rest;
  const reason = `Its run (${unfinished.claimant.runUrl}) gave no sign of life since ${isoTime(unfinished.heartbeatAt)}.`;
  return { ...rest, direction: 'back', backOutcome: 'aborted', reason };
}

/** A time as a person reads it, in UTC. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}
