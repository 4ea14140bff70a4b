import { Failure } from '../../platform/failure.js';
import type { Plan } from '../heart/plan.js';
import type { Claimant, Release } from '../heart/release.js';
import { atItsLongest, longestBecause } from './longest-line.js';

/** Bytes that SSM keeps in one standard parameter (SSM API, PutParameter). */
const limit = 4096;

/**
 * A release as SSM takes it. What could be too long by then is cut: why it was cut off, why it turned back, and if need be who
 * is at it.
 */
export function writeLine(whole: Release): string {
  const release = withShortBecause(whole);
  const line = withShortReason(release);
  if (Buffer.byteLength(line) <= limit) return line;
  // A claimant without them is never taken for one that is gone: its lease is waited for.
  return withShortReason({ ...release, claimant: { ...release.claimant, job: '', runnerName: '' } });
}

function withShortBecause(release: Release): Release {
  const { rests } = release;
  if (rests?.kind !== 'interrupted' || rests.because === undefined) return release;
  if (Buffer.byteLength(textOf(rests.because)) <= longestBecause) return release;
  return { ...release, rests: { ...rests, because: cut(rests.because, longestBecause) } };
}

function withShortReason(release: Release): string {
  const line = textOf(release);
  const excess = Buffer.byteLength(line) - limit;
  if (excess <= 0) return line;
  const { reason = '' } = release;
  return textOf({ ...release, reason: cut(reason, Buffer.byteLength(textOf(reason)) - excess) });
}

/** A value must not hold double braces (SSM API, PutParameter). In JSON those stand only in strings. */
function textOf(value: Release | string): string {
  return JSON.stringify(value).replaceAll('{{', '{\\u007b');
}

/** As much of a text as fits into so many bytes, quotes, escapes and an ellipsis included. */
function cut(text: string, bytes: number): string {
  let end = Math.min(text.length, Math.max(0, bytes));
  while (end > 0 && Buffer.byteLength(textOf(`${text.slice(0, end)}…`)) > bytes) end--;
  return end > 0 ? `${text.slice(0, end)}…` : '';
}

function bytesOf(release: Release): number {
  return Buffer.byteLength(textOf(release));
}

/**
 * A rule of every release that begins, before anything is changed.
 * @throws {Failure} when the line would not fit into a parameter at every moment; what takes most of it is named.
 */
export function requireFits(release: Release): void {
  const size = bytesOf(release);
  const room = limit - (bytesOf(atItsLongest(release)) - size);
  if (size <= room) return;
  const { gate, releaseCommand = '', alarms } = release.plan;
  const parts = {
    'gate-command': gate.kind === 'command' ? gate.command : '',
    'gate-path': gate.kind === 'path' ? gate.path : '',
    'release-command': releaseCommand,
    alarms: alarms.join(', '),
    'more-groups': release.together?.groups.slice(1).join(', ') ?? '',
  };
  const sizes = Object.entries(parts)
    .map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) }))
    .filter(({ bytes }) => bytes > 100)
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ name, bytes }) => `${name} (${bytes})`);
  throw new Failure(
    `The settings of this rollout take ${size} bytes, and its line in the ledger has ${room} for them` +
      `${sizes.length > 0 ? `. The longest: ${sizes.join(', ')}` : ''}. Shorten them: put a longer script on the image, and call it here; name fewer alarms, or groups in more than one step.`,
  );
}

/**
 * A release as the ledger has it; what an older version did not write yet is what that version did.
 * @throws {Failure} when it is no release.
 */
export function readLine(name: string, text: string): Release {
  const line = parse(text);
  if (!line) {
    throw new Failure(`SSM parameter ${name} is not a release that Steadfleet wrote. Delete it, then run this again.`);
  }
  return { plan: formerPlan, suspended: [], wavesDone: 0, ...line, claimant: { ...nobody, ...line.claimant } };
}

/** Of the first versions: they knew neither plans, nor waves, nor all of a claimant. */
type Line = Omit<Release, 'plan' | 'suspended' | 'wavesDone' | 'claimant'> &
  Partial<Pick<Release, 'plan' | 'suspended' | 'wavesDone'>> & {
    readonly claimant: Omit<Claimant, keyof typeof nobody> & Partial<Pick<Claimant, keyof typeof nobody>>;
  };

function parse(text: string): Line | undefined {
  try {
    const line = JSON.parse(text) as Partial<Line> | null;
    return typeof line?.number === 'number' && line.from && line.to && line.claimant ? (line as Line) : undefined;
  } catch {
    return undefined;
  }
}

const nobody = { runId: '', runAttempt: '', job: '', runnerName: '', runnerEnvironment: 'unknown' } as const;

/** How rollouts went about their work before plans were written down. */
const formerPlan: Plan = {
  strategy: 'rolling',
  waves: [{ percent: 100 }],
  maxSurge: { percent: 25 },
  maxUnavailable: { machines: 0 },
  raiseMax: true,
  minReady: 30_000,
  soak: 0,
  gate: { kind: 'none' },
  alarms: [],
  progressDeadline: 600_000,
  onFailure: 'roll-back',
  keepPrevious: 0,
  suspend: [],
  pollInterval: 10_000,
};
