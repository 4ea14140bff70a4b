import type { Action, Listener, Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import type { Sides } from '../../../../src/rollout/heart/sides.js';
import { requireNoOtherRules } from '../../../../src/rollout/two-group/other-rules.js';

const sizes = { min: 1, max: 3, desired: 3 };
const sides: Sides = {
  rule: 'own',
  blue: { group: 'shop', targetGroup: 'tg-shop', sizes },
  green: { group: 'shop-b', targetGroup: 'tg-shop-b', sizes },
  ...{ weights: { blue: 100, green: undefined }, imageId: 'ami-old' },
};

const to = (...targets: readonly (readonly [arn: string, weight?: number])[]): Action[] => [
  {
    Type: 'forward',
    ForwardConfig: {
      TargetGroups: targets.map(([TargetGroupArn, Weight]) => ({
        TargetGroupArn,
        ...(Weight !== undefined && { Weight }),
      })),
    },
  },
];
const toOne = (TargetGroupArn: string): Action[] => [{ Type: 'forward', TargetGroupArn }];
const http = (ListenerArn: string): Listener => ({ ListenerArn, Protocol: 'HTTP' });
const own: Rule = { RuleArn: 'own', Actions: to(['tg-shop', 100], ['tg-shop-b', 0]) };
const stranger: Rule = { RuleArn: 'stranger', Actions: toOne('tg-other') };

interface Balancer {
  readonly listeners: readonly Listener[];
  /** By listener. */
  readonly rules?: Readonly<Record<string, readonly Rule[]>>;
}

/** Load balancers by name, each answer with one listener or one rule a page. */
function meet(balancers: Readonly<Record<string, Balancer>>) {
  const asked: string[] = [];
  const page = <Item>(all: readonly Item[], marker = '0') => {
    const next = Number(marker) + 1;
    return { items: all.slice(Number(marker), next), ...(next < all.length && { NextMarker: String(next) }) };
  };
  type Input = Readonly<Record<string, string>>;
  const send = async ({ input, constructor: { name } }: { input: Input; constructor: { name: string } }) => {
    asked.push(name);
    if (name === 'DescribeTargetGroupsCommand') {
      return { TargetGroups: [{ LoadBalancerArns: Object.keys(balancers) }, { LoadBalancerArns: [] }] };
    }
    if (name === 'DescribeListenersCommand') {
      const { items, ...next } = page(balancers[input.LoadBalancerArn ?? '']?.listeners ?? [], input.Marker);
      return { Listeners: items, ...next };
    }
    const rules = Object.values(balancers).flatMap((one) => one.rules?.[input.ListenerArn ?? ''] ?? []);
    const { items, ...next } = page(rules, input.Marker);
    return { Rules: items, ...next };
  };
  return { aws: { elasticLoadBalancing: { send } } as unknown as Pick<Aws, 'elasticLoadBalancing'>, asked };
}

describe('two groups', () => {
  it.each<readonly [string, Readonly<Record<string, Balancer>>]>([
    ['one rule of their own', { one: { listeners: [http('a')], rules: { a: [own] } } }],
    [
      'other rules that send to others',
      { one: { listeners: [http('a'), http('b')], rules: { a: [stranger, own], b: [stranger] } } },
    ],
    [
      'a rule that gives them no weight',
      { one: { listeners: [http('a')], rules: { a: [own, { RuleArn: 'r', Actions: to(['tg-shop', 0]) }] } } },
    ],
    [
      'a rule that forwards nowhere',
      { one: { listeners: [http('a')], rules: { a: [own, { RuleArn: 'r', Actions: [{ Type: 'redirect' }] }] } } },
    ],
    ['no load balancer', {}],
  ])('may have %s', async (_what, balancers) => {
    await expect(requireNoOtherRules(meet(balancers).aws, sides)).resolves.toBeUndefined();
  });

  const also = (RuleArn: string, Actions: Action[]) => ({ RuleArn, Actions });
  it.each<readonly [string, string, Readonly<Record<string, Balancer>>]>([
    [
      'on the last page of its listener',
      '"shop" gets requests by rule last',
      { one: { listeners: [http('a')], rules: { a: [own, stranger, stranger, also('last', toOne('tg-shop'))] } } },
    ],
    [
      'of the last of several listeners',
      '"shop-b" gets requests by rule last',
      {
        one: {
          listeners: [http('a'), http('b'), { ListenerArn: 'c', Protocol: 'HTTPS' }],
          rules: { a: [own], b: [stranger], c: [stranger, also('last', toOne('tg-shop-b'))] },
        },
      },
    ],
    [
      'of another load balancer',
      '"shop" gets requests by rule elsewhere',
      {
        one: { listeners: [http('a')], rules: { a: [own] } },
        two: { listeners: [http('z')], rules: { z: [also('elsewhere', toOne('tg-shop'))] } },
      },
    ],
    [
      'that sends to others as well',
      '"shop" gets requests by rule mixed',
      { one: { listeners: [http('a')], rules: { a: [own, also('mixed', to(['tg-other', 99], ['tg-shop', 1]))] } } },
    ],
    [
      'that names no weight, which is one',
      '"shop-b" gets requests by rule even',
      { one: { listeners: [http('a')], rules: { a: [own, also('even', to(['tg-other'], ['tg-shop-b']))] } } },
    ],
    [
      'that authenticates first',
      '"shop" gets requests by rule behind',
      {
        one: {
          listeners: [http('a')],
          rules: { a: [own, also('behind', [{ Type: 'authenticate-oidc' }, ...toOne('tg-shop')])] },
        },
      },
    ],
    [
      'or listener that has one action alone',
      '"shop" gets requests by listener b',
      {
        one: {
          listeners: [http('a'), { ListenerArn: 'b', Protocol: 'TCP', DefaultActions: toOne('tg-shop') }],
          rules: { a: [own] },
        },
      },
    ],
  ])('are refused for a rule %s', async (_where, words, balancers) => {
    await expect(requireNoOtherRules(meet(balancers).aws, sides)).rejects.toThrow(words);
  });

  it('are asked for every page, and no rules of a listener that has none', async () => {
    const tcp: Listener = { ListenerArn: 'b', Protocol: 'TCP', DefaultActions: toOne('tg-other') };
    const { aws, asked } = meet({ one: { listeners: [http('a'), tcp], rules: { a: [stranger, own, stranger] } } });
    await requireNoOtherRules(aws, sides);
    const times = (name: string) => asked.filter((one) => one === name).length;
    expect([times('DescribeListenersCommand'), times('DescribeRulesCommand')]).toEqual([2, 3]);
  });
});
