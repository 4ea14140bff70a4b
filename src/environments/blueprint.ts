import { createHash } from 'node:crypto';
import type { CreateAutoScalingGroupCommandInput } from '@aws-sdk/client-auto-scaling';
import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';
import type { CreateTargetGroupCommandInput } from '@aws-sdk/client-elastic-load-balancing-v2';

/** What an environment shall be, read from the group that it mirrors. */
export interface Blueprint {
  readonly imageId: string;
  /** How many machines. */
  readonly machines: number;
  readonly host: string;
  readonly listenerArn: string;
  /** Where it answers, for example `https://SLUG.DOMAIN`. */
  readonly url: string;
  readonly template: RequestLaunchTemplateData;
  /** All settings but name and tags. */
  readonly targetGroup: Omit<CreateTargetGroupCommandInput, 'Name' | 'Tags'>;
  /** Settings that are copied: subnets, health checks, tags. */
  readonly group: Pick<
    CreateAutoScalingGroupCommandInput,
    'VPCZoneIdentifier' | 'AvailabilityZones' | 'HealthCheckType' | 'HealthCheckGracePeriod' | 'Tags'
  >;
}

/** Tells whether a template version holds what the blueprint wants: kept as the version's description. */
export function fingerprintOf({ template }: Blueprint): string {
  return `steadfleet ${createHash('sha256').update(stable(template)).digest('hex').slice(0, 32)}`;
}

/** JSON with sorted names, so that equal values give equal text. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
