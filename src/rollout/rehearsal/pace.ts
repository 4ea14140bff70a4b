import { type Activity, DescribeScalingActivitiesCommand } from '@aws-sdk/client-auto-scaling';
import type { Span } from '../../../sandbox/world/profile.js';
import type { Aws } from '../../platform/aws.js';
import type { Release } from '../heart/release.js';
import type { Ledger } from '../ledger/ledger.js';

/** How long the group's machines take. Milliseconds; undefined where nothing tells. */
export interface Pace {
  /** From the launch to in service, drawn evenly from the span. */
  readonly launch: Span | undefined;
  /** From the end of draining to gone. */
  readonly shutdown: Span | undefined;
  /** From the launch to healthy, as past releases measured it. */
  readonly boots: { readonly median: number; readonly p99: number } | undefined;
  /** Where each comes from, or what is assumed instead. */
  readonly notes: readonly string[];
}

/** Newer ones say more of the next: so many releases are looked at. */
const releasesAsked = 5;

/** Reads how long the group's machines took so far: from its newest hundred activities, and from its ledger. */
export async function readPace(aws: Aws, ledger: Ledger, group: string, drain: number): Promise<Pace> {
  const [{ Activities = [] }, releases] = await Promise.all([
    aws.autoScaling.send(new DescribeScalingActivitiesCommand({ AutoScalingGroupName: group, MaxRecords: 100 })),
    ledger.history(),
  ]);
  const launches = durationsOf(Activities, /^Launching a new EC2 instance/);
  const endings = durationsOf(Activities, /^Terminating EC2 instance/).map((time) => Math.max(1_000, time - drain));
  const boots = bootsOf(releases);
  return { launch: spanOf(launches), shutdown: spanOf(endings), boots, notes: notesOn(launches, boots) };
}

function durationsOf(activities: readonly Activity[], description: RegExp): readonly number[] {
  return activities.flatMap(({ StatusCode, Description = '', StartTime, EndTime }) =>
    StatusCode === 'Successful' && description.test(Description) && StartTime && EndTime
      ? [EndTime.getTime() - StartTime.getTime()]
      : [],
  );
}

/** Without the tails: a launch that waited for capacity, or in our own hook, says little of the next. */
function spanOf(times: readonly number[]): Span | undefined {
  if (times.length === 0) return undefined;
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return [at(0.05), at(0.9)];
}

function bootsOf(releases: readonly Release[]): Pace['boots'] {
  const measured = releases.flatMap(({ boots }) => boots ?? []).slice(0, releasesAsked);
  if (measured.length === 0) return undefined;
  const medians = measured.map(({ median }) => median).sort((one, other) => one - other);
  return { median: medians[medians.length >> 1] ?? 0, p99: Math.max(...measured.map(({ p99 }) => p99)) };
}

function notesOn(launches: readonly number[], boots: Pace['boots']): readonly string[] {
  const launch =
    launches.length > 0
      ? `Launch times are those of the group's last ${launches.length} launches.`
      : 'No launch of this group is on record: launches are assumed to take 5 to 40 s.';
  if (!boots) return [launch];
  const { median, p99 } = boots;
  const spread = `half within ${seconds(median)}, nearly all within ${seconds(p99)}`;
  return [launch, `Times from launch to healthy are those of its past releases: ${spread}.`];
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
