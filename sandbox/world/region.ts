import { AutoScaling } from './auto-scaling/auto-scaling.js';
import { ClassicLoadBalancing } from './classic-load-balancing/classic-load-balancer.js';
import { CloudFormation } from './cloud-formation/cloud-formation.js';
import { CloudWatch } from './cloudwatch/cloudwatch.js';
import { CodeDeploy } from './code-deploy/code-deploy.js';
import { Ec2 } from './ec2/ec2.js';
import type { Load } from './load.js';
import { LoadBalancing } from './load-balancing/load-balancing.js';
import { SystemsManager } from './systems-manager/systems-manager.js';
import type { World } from './world.js';

/**
 * One region of the world: a service each, which know each other through this class. Order of dependence:
 * ec2 <- loadBalancing <- classicLoadBalancing <- autoScaling <- codeDeploy and cloudFormation; systemsManager and
 * cloudWatch stand beside them.
 */
export class Region {
  readonly name: string;
  readonly world: World;
  readonly ec2: Ec2;
  readonly loadBalancing: LoadBalancing;
  readonly classicLoadBalancing: ClassicLoadBalancing;
  readonly autoScaling: AutoScaling;
  readonly systemsManager: SystemsManager;
  readonly cloudWatch: CloudWatch;
  readonly codeDeploy: CodeDeploy;
  readonly cloudFormation: CloudFormation;
  /** What keeps its machines busy. */
  readonly loads: Load[] = [];

  constructor(name: string, world: World) {
    this.name = name;
    this.world = world;
    this.ec2 = new Ec2(this);
    this.loadBalancing = new LoadBalancing(this);
    this.classicLoadBalancing = new ClassicLoadBalancing(this);
    this.autoScaling = new AutoScaling(this);
    this.systemsManager = new SystemsManager(this);
    this.cloudWatch = new CloudWatch(this);
    this.codeDeploy = new CodeDeploy(this);
    this.cloudFormation = new CloudFormation(this);
  }

  /** `arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE` */
  arn(service: string, resource: string): string {
    return `arn:aws:${service}:${this.name}:${this.world.account}:${resource}`;
  }

  /** Writes a change of this region into the world's log. */
  record(kind: string, subject: string, change: string): void {
    this.world.log.append({ time: this.world.clock.now(), kind, subject: `${this.name}/${subject}`, change });
  }
}
