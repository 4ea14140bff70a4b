import {
  defaultHealthCheck,
  type HealthCheck,
  newTargetGroup,
  type TargetGroup,
} from '../load-balancing/target-group.js';
import type { Region } from '../region.js';

/** A target group of VPC Lattice that a world begins with. Times in seconds. */
export interface NewLatticeTargetGroup {
  readonly name: string;
  readonly port?: number;
  readonly vpcId: string;
  readonly healthCheck?: Partial<HealthCheck>;
  /** Whether a service sends it requests; true if left out. */
  readonly isUsed?: boolean;
}

/** How long a target drains that is deregistered (VPC Lattice API, TargetSummary: "The default draining time is 1 minute"). */
const draining = 60;

/** Makes a target group of VPC Lattice: groups name it as a traffic source, and `Traffic` sends requests to its ARN. */
export function addLatticeTargetGroup(region: Region, settings: NewLatticeTargetGroup): TargetGroup {
  const { loadBalancing } = region;
  const { name, port = 80, vpcId, isUsed = true } = settings;
  const arn = region.arn('vpc-lattice', `targetgroup/tg-0${loadBalancing.random.hex(16)}`);
  const group = newTargetGroup({
    ...{ arn, name, type: 'vpc-lattice', protocol: 'HTTP', protocolVersion: 'HTTP1', port, vpcId },
    healthCheck: { ...defaultHealthCheck, ...settings.healthCheck },
    attributes: new Map([['deregistration_delay.timeout_seconds', String(draining)]]),
    tags: new Map(),
  });
  if (isUsed) group.loadBalancerArns.add(region.arn('vpc-lattice', `service/svc-0${loadBalancing.random.hex(16)}`));
  loadBalancing.targetGroups.set(arn, group);
  region.record('lattice-target-group', name, 'created');
  return group;
}
