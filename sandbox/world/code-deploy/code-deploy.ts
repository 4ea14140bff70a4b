import type { DeploymentStatus } from '@aws-sdk/client-codedeploy';
import type { SeededRandom } from '../random.js';
import type { Region } from '../region.js';

/** One deployment by CodeDeploy. */
export interface CodeDeployment {
  readonly id: string;
  readonly application: string;
  readonly deploymentGroup: string;
  status: DeploymentStatus;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
  ended: number | undefined;
}

/** Where somebody deploys to with CodeDeploy: a deployment group, and the Auto Scaling groups that belong to it. */
export interface CodeDeployTarget {
  readonly application: string;
  readonly deploymentGroup: string;
  readonly autoScalingGroups: readonly string[];
}

const over: ReadonlySet<DeploymentStatus> = new Set(['Succeeded', 'Failed', 'Stopped']);

/**
 * CodeDeploy in one region, as others see it: that it deploys, and to which Auto Scaling groups. It changes no machine.
 */
export class CodeDeploy {
  /** Newest last. */
  readonly deployments = new Map<string, CodeDeployment>();
  /** By application and name. */
  readonly targets = new Map<string, CodeDeployTarget>();
  readonly #region: Region;
  #random: SeededRandom | undefined;

  constructor(region: Region) {
    this.#region = region;
  }

  /** Somebody begins to deploy. */
  begin(target: CodeDeployTarget): CodeDeployment {
    this.#random ??= this.#region.world.random.fork(`code-deploy/${this.#region.name}`);
    this.targets.set(`${target.application}/${target.deploymentGroup}`, target);
    const deployment: CodeDeployment = {
      id: `d-${this.#random.hex(9).toUpperCase()}`,
      application: target.application,
      deploymentGroup: target.deploymentGroup,
      status: 'InProgress',
      created: this.#region.world.clock.now(),
      ended: undefined,
    };
    this.deployments.set(deployment.id, deployment);
    this.#region.record('deployment', deployment.id, 'InProgress');
    return deployment;
  }

  enter(deployment: CodeDeployment, status: DeploymentStatus): void {
    deployment.status = status;
    if (over.has(status)) deployment.ended = this.#region.world.clock.now();
    this.#region.record('deployment', deployment.id, status);
  }
}
