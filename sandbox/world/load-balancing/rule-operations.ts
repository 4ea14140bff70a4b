import type {
  CreateRuleCommandInput,
  DeleteRuleCommandInput,
  DescribeRulesCommandInput,
  ModifyRuleCommandInput,
  RuleCondition,
  Rule as RuleDescription,
  SetRulePrioritiesCommandInput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsError, validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import type { Region } from '../region.js';
import { type Listener, type Rule, sortRules } from './listener.js';
import { actionParameters, describeActions, findListener, knownActions, ruleArn } from './listener-operations.js';
import { pageOf } from './pages.js';
import { valuesOf } from './routing.js';
import { tagMap } from './tags.js';

const conditionParameters = [
  'Field',
  'Values',
  'HostHeaderConfig.Values',
  'PathPatternConfig.Values',
  'HttpRequestMethodConfig.Values',
];
const settings = [...conditionParameters.map((name) => `Conditions.${name}`), ...actionParameters('Actions')];

export const ruleOperations: Operations = {
  CreateRule: operation(['ListenerArn', 'Priority', 'Tags.*', ...settings], (input: CreateRuleCommandInput, region) => {
    const listener = findListener(region, input.ListenerArn);
    const { Priority: priority = 0 } = input;
    requireFreePriorities(listener, new Map([[undefined, priority]]));
    const rule: Rule = {
      arn: ruleArn(region, listener.arn),
      listenerArn: listener.arn,
      priority,
      conditions: knownConditions(input.Conditions),
      actions: knownActions(region, listener.loadBalancerArn, input.Actions ?? []),
      tags: tagMap(input.Tags),
    };
    listener.rules.push(rule);
    sortRules(listener);
    region.loadBalancing.listenerChanged(listener, 'modified');
    return { Rules: [describe(rule)] };
  }),

  DescribeRules: operation(
    ['ListenerArn', 'RuleArns', 'Marker', 'PageSize'],
    (input: DescribeRulesCommandInput, region) => {
      const rules = input.RuleArns?.length
        ? input.RuleArns.map((arn) => find(region, arn).rule)
        : findListener(region, input.ListenerArn).rules;
      const { items, nextToken } = pageOf(rules, input);
      return { Rules: items.map(describe), NextMarker: nextToken };
    },
  ),

  ModifyRule: operation(['RuleArn', ...settings], (input: ModifyRuleCommandInput, region) => {
    const { listener, rule } = find(region, input.RuleArn);
    if (rule.priority === 'default') throw notPermitted('modified');
    const conditions = input.Conditions ? knownConditions(input.Conditions) : rule.conditions;
    rule.actions = input.Actions ? knownActions(region, listener.loadBalancerArn, input.Actions) : rule.actions;
    rule.conditions = conditions;
    region.loadBalancing.listenerChanged(listener, 'modified');
    return { Rules: [describe(rule)] };
  }),

  DeleteRule: operation(['RuleArn'], (input: DeleteRuleCommandInput, region) => {
    const { listener, rule } = find(region, input.RuleArn);
    if (rule.priority === 'default') throw notPermitted('deleted');
    listener.rules = listener.rules.filter((other) => other !== rule);
    region.loadBalancing.listenerChanged(listener, 'modified');
    return {};
  }),

  SetRulePriorities: operation(
    ['RulePriorities.RuleArn', 'RulePriorities.Priority'],
    (input: SetRulePrioritiesCommandInput, region) => {
      const wishes = (input.RulePriorities ?? []).map(({ RuleArn, Priority = 0 }) => ({
        ...find(region, RuleArn),
        Priority,
      }));
      const [first] = wishes;
      if (!first) throw validationError('At least one rule priority must be specified');
      requireFreePriorities(first.listener, new Map(wishes.map(({ rule, Priority }) => [rule, Priority])));
      for (const { rule, Priority } of wishes) rule.priority = Priority;
      sortRules(first.listener);
      region.loadBalancing.listenerChanged(first.listener, 'modified');
      return { Rules: wishes.map(({ rule }) => describe(rule)) };
    },
  ),
};

function find({ loadBalancing }: Region, arn: string | undefined): { listener: Listener; rule: Rule } {
  for (const listener of loadBalancing.listeners.values()) {
    const rule = listener.rules.find((one) => one.arn === arn);
    if (rule) return { listener, rule };
  }
  throw new AwsError('RuleNotFound', `One or more rules not found: '${arn}'`);
}

function notPermitted(what: string): AwsError {
  return new AwsError('OperationNotPermitted', `Default rule '*' cannot be ${what}`);
}

/** No two rules of a listener share a priority; 1 to 50000 (ELBv2 API, CreateRule). Wishes by rule; undefined is a new one. */
function requireFreePriorities(listener: Listener, wishes: ReadonlyMap<Rule | undefined, number>): void {
  const taken = new Set(listener.rules.filter((rule) => !wishes.has(rule)).map(({ priority }) => priority));
  for (const priority of wishes.values()) {
    if (priority < 1 || priority > 50_000) throw validationError(`Priority '${priority}' must be between 1 and 50000`);
    if (taken.has(priority)) throw new AwsError('PriorityInUse', `Priority '${priority}' is currently in use`);
    taken.add(priority);
  }
}

const fields = new Set(['host-header', 'path-pattern', 'http-request-method']);

function knownConditions(conditions: readonly RuleCondition[] | undefined): RuleCondition[] {
  if (!conditions?.length) throw validationError('A condition must be specified');
  for (const condition of conditions) {
    if (!fields.has(condition.Field ?? '')) {
      throw validationError(`The sandbox does not honour conditions on '${condition.Field}'`);
    }
    if (valuesOf(condition).length === 0)
      throw validationError(`A condition value must be specified for '${condition.Field}'`);
  }
  return structuredClone([...conditions]);
}

function describe(rule: Rule): RuleDescription {
  return {
    RuleArn: rule.arn,
    Priority: String(rule.priority),
    IsDefault: rule.priority === 'default',
    Conditions: rule.conditions.map((condition) => ({ ...condition, Values: [...valuesOf(condition)] })),
    Actions: describeActions(rule.actions),
  };
}
