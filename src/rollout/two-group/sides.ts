import {
  type Action,
  DescribeRulesCommand,
  ModifyListenerCommand,
  ModifyRuleCommand,
  type TargetGroupTuple,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import type { Release } from '../heart/release.js';
import type { Side, Sides, Weights } from '../heart/sides.js';

/** Whether green has got all requests for good: from there on the way back is another rollout. */
export function isShifted({ sides, wavesDone, plan }: Pick<Release, 'sides' | 'wavesDone' | 'plan'>): boolean {
  return sides !== undefined && wavesDone >= plan.waves.length;
}

/** The image that served users before a release: of two groups, that of the other one. */
export function imageBefore({ sides, from }: Pick<Release, 'sides' | 'from'>): string {
  return sides?.imageId ?? from.imageId;
}

type ElasticLoadBalancing = Pick<Aws, 'elasticLoadBalancing'>;

/** The target groups of a listener rule with their weights. */
export async function targetsOf(aws: ElasticLoadBalancing, rule: string): Promise<readonly TargetGroupTuple[]> {
  return forwardOf(await actionsOf(aws, rule), rule).targets;
}

/** For how many seconds a client stays with its target group of the rule, whatever the weights are; 0 without stickiness. */
export async function stickinessOf(aws: ElasticLoadBalancing, rule: string): Promise<number> {
  const { Enabled, DurationSeconds = 0 } = forwardOf(await actionsOf(aws, rule), rule).stickiness;
  return Enabled ? DurationSeconds : 0;
}

export async function readWeights(
  aws: ElasticLoadBalancing,
  { rule, blue, green }: Pick<Sides, 'rule' | 'blue' | 'green'>,
): Promise<Weights> {
  const targets = await targetsOf(aws, rule);
  const weightOf = ({ targetGroup }: Side) => {
    const found = targets.find(({ TargetGroupArn }) => TargetGroupArn === targetGroup);
    return found && (found.Weight ?? 1);
  };
  return { blue: weightOf(blue), green: weightOf(green) };
}

/** The same of a rule that may be gone, or forward no more: undefined then. */
export async function findWeights(aws: ElasticLoadBalancing, sides: Sides): Promise<Weights | undefined> {
  return readWeights(aws, sides).catch((error: unknown) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });
}

/**
 * Gives the two sides these weights and leaves everything else of the rule as it is. A listener's default rule is changed
 * through its listener (ELBv2 API, ModifyRule and ModifyListener).
 */
export async function setWeights(
  aws: ElasticLoadBalancing,
  { rule, blue, green }: Sides,
  weights: Weights,
): Promise<void> {
  const { actions, isDefault } = await actionsOf(aws, rule);
  const { position, targets } = forwardOf({ actions, isDefault }, rule);
  const others = targets.filter(({ TargetGroupArn: arn }) => arn !== blue.targetGroup && arn !== green.targetGroup);
  const tupleOf = ({ targetGroup }: Side, weight: number | undefined) =>
    weight === undefined ? [] : [{ TargetGroupArn: targetGroup, Weight: weight }];
  const TargetGroups = [...others, ...tupleOf(blue, weights.blue), ...tupleOf(green, weights.green)];
  const changed = actions.map((action, at) =>
    at === position ? forwardTo(action, TargetGroups) : withItsSecret(action),
  );
  const command = isDefault
    ? new ModifyListenerCommand({ ListenerArn: listenerOf(rule), DefaultActions: changed })
    : new ModifyRuleCommand({ RuleArn: rule, Actions: changed });
  await aws.elasticLoadBalancing.send(command as ModifyRuleCommand);
}

/** An action with several target groups must not name a single one as well (ELBv2 API, Action). */
function forwardTo({ TargetGroupArn: _, ...action }: Action, TargetGroups: TargetGroupTuple[]): Action {
  return { ...action, ForwardConfig: { ...action.ForwardConfig, TargetGroups } };
}

/** AWS shows no secret, and keeps the one it has only if it is told to (ELBv2 API, AuthenticateOidcActionConfig). */
function withItsSecret(action: Action): Action {
  const { AuthenticateOidcConfig: config } = action;
  return config ? { ...action, AuthenticateOidcConfig: { ...config, UseExistingClientSecret: true } } : action;
}

interface RuleActions {
  readonly actions: readonly Action[];
  readonly isDefault: boolean;
}

async function actionsOf({ elasticLoadBalancing }: ElasticLoadBalancing, rule: string): Promise<RuleActions> {
  const order = new DescribeRulesCommand({ RuleArns: [rule] });
  const answer = await elasticLoadBalancing.send(order).catch((error: Error) => {
    if (error.name === 'RuleNotFoundException') return { Rules: [] };
    throw error;
  });
  const found = answer.Rules?.[0];
  if (!found) throw new Failure(`There is no listener rule ${rule}. Give "listener-rule" the ARN of a rule.`);
  return { actions: found.Actions ?? [], isDefault: found.IsDefault ?? false };
}

function forwardOf({ actions }: RuleActions, rule: string) {
  const position = actions.findIndex(({ Type }) => Type === 'forward');
  const action = actions[position];
  if (!action) throw new Failure(`Listener rule ${rule} forwards to no target group. Give one that does.`);
  const single = action.TargetGroupArn === undefined ? [] : [{ TargetGroupArn: action.TargetGroupArn, Weight: 1 }];
  const { TargetGroups: targets = single, TargetGroupStickinessConfig: stickiness = {} } = action.ForwardConfig ?? {};
  return { position, targets, stickiness };
}

/** `…:listener-rule/app/NAME/LB/LISTENER/RULE` belongs to `…:listener/app/NAME/LB/LISTENER`. */
function listenerOf(rule: string): string {
  return rule.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '');
}
