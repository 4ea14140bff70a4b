/** All that exists of an environment at one moment, and that belongs to it without doubt. */
export interface Observation {
  readonly template?: TemplateSeen | undefined;
  readonly targetGroup?: TargetGroupSeen | undefined;
  readonly rules: readonly RuleSeen[];
  readonly group?: GroupSeen | undefined;
  /** EC2 instances with the mark that are not terminated yet, in a group or not. */
  readonly instances: readonly InstanceSeen[];
  /** Priorities that the listener's rules use. */
  readonly prioritiesInUse: readonly number[];
}

export interface TemplateSeen {
  readonly id: string;
  /** The newest version's number. */
  readonly version: string;
  /** The newest version's description: the fingerprint of what it holds. */
  readonly fingerprint: string;
}

export interface TargetGroupSeen {
  readonly arn: string;
  /** State and reason by instance id, for example `unhealthy (Target.FailedHealthChecks)`. */
  readonly health: ReadonlyMap<string, string>;
}

export interface RuleSeen {
  readonly arn: string;
  readonly listenerArn: string;
  readonly hosts: readonly string[];
}

export interface GroupSeen {
  readonly isDeleting: boolean;
  readonly version: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly desired: number;
  readonly machines: readonly MachineSeen[];
}

export interface MachineSeen {
  readonly id: string;
  /** Of the template. */
  readonly version: string;
  /** `InService`, `Pending`, `Terminating:Wait`... */
  readonly lifecycle: string;
}

export interface InstanceSeen {
  readonly id: string;
  readonly isGoing: boolean;
}
