import type {
  CreateTargetGroupCommandOutput,
  DescribeRulesCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, it } from '@jest/globals';
import { Traffic } from '../../../../sandbox/world/traffic.js';
import { codeOf, starter } from '../starter.js';

/** Two groups of machines, blue and green, each with a target group; a rule sends requests to blue only. */
function blueGreen() {
  const world = starter();
  const { call, names } = world;
  const balance = <Output = unknown>(operation: string, input: object) =>
    call<Output>('elasticloadbalancing', operation, input);
  const { TargetGroups } = balance<CreateTargetGroupCommandOutput>('CreateTargetGroup', {
    ...{ Name: 'green', Protocol: 'HTTP', Port: 8080, VpcId: names.vpcId, HealthCheckIntervalSeconds: 6 },
  });
  const blue = names.targetGroupArn;
  const green = TargetGroups?.[0]?.TargetGroupArn ?? '';
  call('autoscaling', 'CreateAutoScalingGroup', {
    AutoScalingGroupName: 'green',
    LaunchTemplate: { LaunchTemplateId: names.launchTemplateId, Version: '1' },
    ...{ MinSize: 1, MaxSize: 4, DesiredCapacity: 2, VPCZoneIdentifier: names.subnetIds.join(',') },
    TargetGroupARNs: [green],
  });
  const { Rules } = balance<DescribeRulesCommandOutput>('CreateRule', {
    ...{ ListenerArn: names.listenerArn, Priority: 1, Conditions: [{ Field: 'path-pattern', Values: ['*'] }] },
    Actions: [{ Type: 'forward', TargetGroupArn: blue }],
  });
  const RuleArn = Rules?.[0]?.RuleArn;
  const weigh = (weights: Readonly<Record<string, number>>, more: object = {}) => {
    const TargetGroups = Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
    return balance('ModifyRule', {
      RuleArn,
      Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups, ...more } }],
    });
  };
  const rule = () => balance<DescribeRulesCommandOutput>('DescribeRules', { RuleArns: [RuleArn] }).Rules?.[0];
  const healthOfGreen = () =>
    balance<{ TargetHealthDescriptions: { TargetHealth: object }[] }>('DescribeTargetHealth', {
      TargetGroupArn: green,
    }).TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth);
  world.seconds(15);
  return { ...world, blue, green, weigh, rule, healthOfGreen };
}

describe('weighted target groups', () => {
  it('are not asked for their health while no rule names them; at weight 0 they are', () => {
    const { blue, green, healthOfGreen, seconds, weigh } = blueGreen();
    expect(healthOfGreen()).toMatchObject(Array(2).fill({ State: 'unused', Reason: 'Target.NotInUse' }));
    weigh({ [blue]: 100, [green]: 0 });
    seconds(10);
    expect(healthOfGreen()).toMatchObject([{ State: 'healthy' }, { State: 'healthy' }]);
    weigh({ [blue]: 100 });
    expect(healthOfGreen()).toMatchObject(Array(2).fill({ State: 'unused', Reason: 'Target.NotInUse' }));
  });

  it('get requests by their weights, and none at weight 0', () => {
    const { blue, green, here, machines, names, seconds, weigh } = blueGreen();
    const traffic = new Traffic(here, machines, { listenerArn: names.listenerArn, rate: 100 });
    const split = () => [blue, green].map((arn) => Math.round(traffic.requestsTo(arn)));
    weigh({ [blue]: 100, [green]: 0 });
    seconds(10);
    expect(split()).toEqual([100, 0]);
    weigh({ [blue]: 9, [green]: 1 });
    expect(split()).toEqual([90, 10]);
    weigh({ [blue]: 0, [green]: 999 });
    expect(split()).toEqual([0, 100]);
    expect(traffic.failed).toBe(0);
  });

  it('are read back as they were written; a single one also by its ARN', () => {
    const { blue, green, rule, weigh } = blueGreen();
    const stickiness = { TargetGroupStickinessConfig: { Enabled: false } };
    expect(rule()?.Actions).toEqual([
      {
        Type: 'forward',
        TargetGroupArn: blue,
        ForwardConfig: { TargetGroups: [{ TargetGroupArn: blue, Weight: 1 }], ...stickiness },
      },
    ]);
    weigh({ [blue]: 70, [green]: 30 });
    const TargetGroups = [
      { TargetGroupArn: blue, Weight: 70 },
      { TargetGroupArn: green, Weight: 30 },
    ];
    expect(rule()?.Actions).toEqual([{ Type: 'forward', ForwardConfig: { TargetGroups, ...stickiness } }]);
  });

  it('are refused beyond 999, and for groups that are not there', () => {
    const { green, weigh } = blueGreen();
    expect(() => weigh({ [green]: 1000 })).toThrow('between 0 and 999');
    expect(codeOf(() => weigh({ [`${green}0`]: 1 }))).toBe('TargetGroupNotFound');
  });

  it('may be sticky for up to a week, which is read back as it was written', () => {
    const { blue, green, rule, weigh } = blueGreen();
    const sticky = (config: object) => weigh({ [blue]: 1, [green]: 1 }, { TargetGroupStickinessConfig: config });
    sticky({ Enabled: true, DurationSeconds: 604_800 });
    const shown = { Enabled: true, DurationSeconds: 604_800 };
    expect(rule()?.Actions?.[0]?.ForwardConfig?.TargetGroupStickinessConfig).toEqual(shown);
    for (const DurationSeconds of [undefined, 0, 604_801]) {
      expect(codeOf(() => sticky({ Enabled: true, DurationSeconds }))).toBe('ValidationError');
    }
  });
});
