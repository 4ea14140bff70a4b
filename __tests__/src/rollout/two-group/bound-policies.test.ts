import type { ScalingPolicy } from '@aws-sdk/client-auto-scaling';
import type { MetricAlarm } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import type { Sides } from '../../../../src/rollout/heart/sides.js';
import { remarksOnPolicies } from '../../../../src/rollout/two-group/bound-policies.js';

const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333';
const balancer = 'app/web/50dc6c495c0c9188';
const [ofShop, ofGreen, ofOther] = ['targetgroup/shop/1a', 'targetgroup/green/2b', 'targetgroup/other/3c'];
const sizes = { min: 1, max: 3, desired: 3 };
const sides: Sides = {
  rule: `${arn}:listener-rule/${balancer}/f2f7dc8efc522ab2/9683b2d02a6cabee`,
  blue: { group: 'shop', targetGroup: `${arn}:${ofShop}`, sizes },
  green: { group: 'green', targetGroup: `${arn}:${ofGreen}`, sizes },
  ...{ weights: { blue: 100, green: undefined }, imageId: 'ami-old' },
};

interface Input {
  readonly AutoScalingGroupName?: string;
  readonly NextToken?: string;
  readonly AlarmNames?: readonly string[];
}

/** The policies of both groups, and the alarms that there are, one policy a page. */
function meet(policies: Readonly<Record<string, readonly ScalingPolicy[]>>, alarms: readonly MetricAlarm[] = []) {
  const autoScaling = async ({ input: { AutoScalingGroupName = '', NextToken = '0' } }: { input: Input }) => {
    const all = policies[AutoScalingGroupName] ?? [];
    const next = Number(NextToken) + 1;
    return { ScalingPolicies: all.slice(next - 1, next), ...(next < all.length && { NextToken: String(next) }) };
  };
  const cloudWatch = async ({ input }: { input: Input }) => ({
    MetricAlarms: alarms.filter(({ AlarmName = '' }) => input.AlarmNames?.includes(AlarmName)),
  });
  return { autoScaling: { send: autoScaling }, cloudWatch: { send: cloudWatch } } as unknown as Aws;
}

const metric = (dimensions: Readonly<Record<string, string>>) => ({
  ...{ MetricName: 'RequestCount', Namespace: 'AWS/ApplicationELB' },
  Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
});
const query = (Id: string, dimensions: Readonly<Record<string, string>>) => ({
  Id,
  MetricStat: { Metric: metric(dimensions), Stat: 'Sum' },
});
const sum = { Id: 'sum', Expression: 'a + b' };
const requests = (TargetGroup: string) => ({ TargetGroup, LoadBalancer: balancer });

const tracking = (TargetTrackingConfiguration: object) =>
  ({ PolicyType: 'TargetTrackingScaling', TargetTrackingConfiguration }) as ScalingPolicy;
const predictive = (specification: object) =>
  ({
    PolicyType: 'PredictiveScaling',
    PredictiveScalingConfiguration: { MetricSpecifications: [{ TargetValue: 1, ...specification }] },
  }) as ScalingPolicy;
const label = (of: string) => ({ ResourceLabel: `${balancer}/${of}` });

/** All ways in which a policy says what it goes by. */
const watching: Readonly<Record<string, (of: string) => ScalingPolicy>> = {
  'a predefined metric': (of) => tracking({ PredefinedMetricSpecification: label(of) }),
  'a customized metric': (of) => tracking({ CustomizedMetricSpecification: metric(requests(of)) }),
  'metric math': (of) =>
    tracking({ CustomizedMetricSpecification: { Metrics: [query('a', requests(of)), query('b', {}), sum] } }),
  'a predicted pair': (of) => predictive({ PredefinedMetricPairSpecification: label(of) }),
  'a predicted load': (of) => predictive({ PredefinedLoadMetricSpecification: label(of) }),
  'a predicted scaling metric': (of) => predictive({ PredefinedScalingMetricSpecification: label(of) }),
  'a customized predicted load': (of) =>
    predictive({ CustomizedLoadMetricSpecification: { MetricDataQueries: [query('a', requests(of))] } }),
  'a customized predicted scaling metric': (of) =>
    predictive({ CustomizedScalingMetricSpecification: { MetricDataQueries: [query('a', requests(of)), sum] } }),
  'an alarm of a step policy': (of) => ({ PolicyType: 'StepScaling', Alarms: [{ AlarmName: `alarm of ${of}` }] }),
  'an alarm of a simple policy': (of) => ({ PolicyType: 'SimpleScaling', Alarms: [{ AlarmName: `math of ${of}` }] }),
};

const alarms: readonly MetricAlarm[] = [ofShop, ofGreen, ofOther].flatMap((of) => [
  { AlarmName: `alarm of ${of}`, ...metric(requests(of)) } as MetricAlarm,
  { AlarmName: `math of ${of}`, Metrics: [query('a', requests(of)), sum] } as MetricAlarm,
]);

const named = (policy: ScalingPolicy, PolicyName = 'scale'): ScalingPolicy => ({ ...policy, PolicyName });

describe.each(Object.entries(watching))('a policy that goes by %s', (_, policyOn) => {
  it.each([
    ['shop', ofShop, '"scale" of "shop" follows the requests of its target group, which gets none once'],
    ['green', ofGreen, '"scale" of "green" follows the requests of its target group, which gets none before'],
    ['green', ofShop, '"scale" of "green" follows the requests of the target group of "shop"'],
    ['shop', ofGreen, '"scale" of "shop" follows the requests of the target group of "green"'],
  ])('of %s on %s is named', async (group, of, words) => {
    const remarks = await remarksOnPolicies(meet({ [group]: [named(policyOn(of))] }, alarms), sides);
    expect(remarks).toEqual([expect.stringContaining(words)]);
  });

  it.each(['shop', 'green'])('of %s on another target group is not', async (group) => {
    expect(await remarksOnPolicies(meet({ [group]: [named(policyOn(ofOther))] }, alarms), sides)).toEqual([]);
  });
});

describe('a policy', () => {
  const math = (...of: readonly string[]) =>
    tracking({ CustomizedMetricSpecification: { Metrics: [...of.map((one) => query(one, requests(one))), sum] } });
  const whole = (LoadBalancer: string) => tracking({ CustomizedMetricSpecification: metric({ LoadBalancer }) });

  it.each([
    ['both target groups', math(ofShop, ofGreen)],
    ['the whole load balancer', whole(balancer)],
  ])('that goes by %s is named for each group, once', async (_what, policy) => {
    const aws = meet({ shop: [named(policy, 'one')], green: [named(policy, 'two')] });
    expect(await remarksOnPolicies(aws, sides)).toEqual([
      'Scaling policy "one" of "shop" follows the requests of both "shop" and "green", or of their whole load balancer: it scales "shop" by them, which gets none once they are shifted.',
      'Scaling policy "two" of "green" follows the requests of both "shop" and "green", or of their whole load balancer: "green", which gets none yet, is held at its size meanwhile.',
    ]);
  });

  it.each<readonly [string, ScalingPolicy]>([
    ['another load balancer', whole('app/other/1')],
    ['processors', tracking({ PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' } })],
    ['an alarm that is gone', { PolicyType: 'StepScaling', Alarms: [{ AlarmName: 'gone' }] }],
    ['nothing but a person', { PolicyType: 'SimpleScaling' }],
  ])('that goes by %s is not named', async (_what, policy) => {
    expect(await remarksOnPolicies(meet({ shop: [named(policy)] }, alarms), sides)).toEqual([]);
  });

  it('is found on every page, and several are named together', async () => {
    const policy = tracking({ PredefinedMetricSpecification: label(ofShop) });
    const aws = meet({ shop: [named(policy, 'one'), named({}, 'two'), named(policy, 'three')] });
    expect(await remarksOnPolicies(aws, sides)).toEqual([expect.stringContaining('policy "one", "three" of "shop"')]);
  });

  it('is not what a rollout fails for where a role may not ask for alarms', async () => {
    const stepped: ScalingPolicy = { PolicyType: 'StepScaling', Alarms: [{ AlarmName: 'busy' }] };
    const denied = Object.assign(new Error('not authorized'), { name: 'AccessDenied' });
    const send = async () => {
      throw denied;
    };
    const tracked = named(tracking({ PredefinedMetricSpecification: label(ofShop) }));
    const aws = { ...meet({ shop: [stepped, tracked] }), cloudWatch: { send } } as unknown as Aws;
    expect(await remarksOnPolicies(aws, sides)).toEqual([
      expect.stringContaining('cloudwatch:DescribeAlarms): '),
      expect.stringContaining('policy "scale" of "shop"'),
    ]);
  });
});
