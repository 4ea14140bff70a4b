import { mostToCome } from '../changes/scheduled-actions.js';
import type { LaunchSource, PlannedSource, PlannedVersion, TemplateVersion } from '../heart/launch-source.js';
import { isRefresh } from '../heart/plan.js';
import type { Claimant, Release, Surge } from '../heart/release.js';
import type { Pin } from '../heart/sides.js';
import { mostRemembered } from '../two-group/hold.js';

/** No time, no number of machines and no number of a version or a release is longer. */
const time = 9_999_999_999_999;
const machines = 99_999;
const number = 999_999;

/** Six zones, as many as a region has; names of that length are those of Local Zones. */
const zones = ['a', 'b', 'c', 'd', 'e', 'f'].map((zone) => `us-west-2-lax-1${zone}`);

/** A raise that is launched by name: all else that can be known of a surge comes in its place, and is shorter. */
const surge: Surge = {
  ...{ machines, from: machines, raised: false, max: machines, maxBefore: machines },
  launches: { at: time, zones: Object.fromEntries(zones.map((zone) => [zone, machines])) },
  ...{ settledAt: time, changedAt: time },
};

/** Bytes of JSON that the line has for why a run was cut off: as much as AWS needs to refuse a permission. */
export const longestBecause = 300;

const pin: Pin = {
  size: machines,
  was: Array(mostRemembered).fill(machines),
  notedAt: time,
  since: time,
  shrinks: machines,
  isInherited: true,
};

/** What scheduled actions want while they rest. */
const once = { at: time, min: machines, max: machines, desired: machines };
const missed = { until: time, min: machines, max: machines, desired: machines };

/** What a rollout adds to its line until it ends, at its longest; of why it turned back at least the beginning. */
const added = {
  claimedAt: time,
  surge,
  scheduled: { at: time, desired: machines, isSkipped: true },
  raises: number,
  refusesLaunches: true,
  wavesDone: 999,
  soak: { wave: 999, since: time },
  command: 'begun',
  isStranded: true,
  reason: '.'.repeat(100),
  backOutcome: 'rolled-back',
  continues: number,
  rests: { kind: 'interrupted', because: '.'.repeat(longestBecause - 2) },
  outcome: 'needs-attention',
  ...{ endedAt: time, keptUntil: time },
  boots: { median: 9_999_999, p99: 9_999_999, machines },
} as const satisfies Partial<Release>;

/** A release with all that it can grow by: what is made and pinned for it, what rests for it, who takes it over. */
export function atItsLongest(release: Release): Release {
  const { claimant, from, to, plan, sides } = release;
  return {
    ...release,
    ...added,
    number,
    claimant: another(claimant),
    from: numbered(from),
    to: numbered(to),
    suspended: plan.suspend,
    ...(plan.suspend.includes('ScheduledActions') && { missed, toCome: Array(mostToCome).fill(once) }),
    ...(isRefresh(plan.strategy) && { refresh: { id: '-'.repeat(36), kind: 'taken-back' } }),
    ...(sides && { sides: { ...sides, pin } }),
  };
}

/** A run of the same workflow, in another job: GitHub's names of people have up to 39 characters, and `[bot]`. */
function another({ actor, job, ...claimant }: Claimant): Claimant {
  return { ...claimant, runAttempt: '999', actor: actor.padEnd(44), job: job.padEnd(40) };
}

/** Each version is made, or made anew: it pins another one then. */
function numbered(source: PlannedSource): LaunchSource {
  const withNumber = (version: PlannedVersion): TemplateVersion => ({ ...version, version: number, pins: number });
  return { ...withNumber(source), ...(source.others && { others: source.others.map(withNumber) }) };
}
