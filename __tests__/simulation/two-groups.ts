import type { DescribeRulesCommandOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ServiceName } from '../../sandbox/world/world.js';
import type { Deployment, DeploymentEnd } from '../../src/rollout/deployment.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import type { PairNames } from '../../src/rollout/two-group/find-sides.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import type { Trouble } from './troubles.js';

const second = 1_000;
const plan: Partial<Plan> = {
  strategy: 'two-group',
  waves: [{ percent: 10 }, { percent: 50 }, { percent: 100 }],
  soak: 30 * second,
  bootAllowance: 120 * second,
};

/** What a workflow names: both groups with their rule, in any order, or one of them alone. */
export type Named = { readonly pair: PairNames } | { readonly group: string };

/** A simulated group, `shop`, with its idle twin, `green`. */
export class TwoGroups {
  readonly rollout: SimulatedRollout;
  readonly names: PairNames;

  constructor(settings: Partial<SimulationSettings> = {}) {
    const own = { machines: 4, minSize: 2, maxSize: 8, ...settings, plan: { ...plan, ...settings.plan } };
    this.rollout = new SimulatedRollout({ seed: 5, hasTwin: true, ...own });
    this.names = this.rollout.pair as PairNames;
  }

  call<Output>(service: ServiceName, operation: string, input: object): Output {
    return this.rollout.world.call({ service, operation, input, region: 'eu-west-1' }) as Output;
  }

  /** A runner that rolls out between the two, or does as it is told with what it names. */
  deployment(named: Named = { pair: this.names }, trouble?: Trouble) {
    const { step, name } = this.rollout.runner();
    const own = 'pair' in named ? named : { ...named, pair: undefined };
    return { step, deployment: this.rollout.deploymentOf(step, name, trouble, own) };
  }

  deploy(imageId = this.rollout.newImageId, trouble?: Trouble): Promise<DeploymentEnd> {
    const { deployment } = this.deployment(undefined, trouble);
    return this.rollout.clock.run(deployment.run({ imageId }, () => undefined));
  }

  /** Another step of another run, that names this. */
  do<Result>(what: (deployment: Deployment) => Promise<Result>, named?: Named): Promise<Result> {
    return this.rollout.clock.run(what(this.deployment(named).deployment));
  }

  repair(named?: Named) {
    return this.do((deployment) => deployment.repair(() => undefined), named);
  }

  undo(named?: Named) {
    return this.do((deployment) => deployment.undo(() => undefined), named);
  }

  /** Weights by the group that they lead to. */
  weights() {
    const { Rules } = this.call<DescribeRulesCommandOutput>('elasticloadbalancing', 'DescribeRules', {
      RuleArns: [this.names.rule],
    });
    const action = Rules?.[0]?.Actions?.[0];
    const targets = action?.ForwardConfig?.TargetGroups ?? [{ TargetGroupArn: action?.TargetGroupArn, Weight: 1 }];
    return Object.fromEntries(
      targets.map(({ TargetGroupArn, Weight }) => [TargetGroupArn?.split('/')[1] ?? '', Weight]),
    );
  }

  sizes(group: string): readonly (number | undefined)[] {
    const { MinSize, DesiredCapacity, MaxSize } = this.rollout.group(group);
    return [MinSize, DesiredCapacity, MaxSize];
  }
}
