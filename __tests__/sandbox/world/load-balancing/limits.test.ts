import { describe, expect, it } from '@jest/globals';
import { codeOf, starter } from '../starter.js';

describe('Elastic Load Balancing', () => {
  const { call, names, seconds } = starter();
  seconds(10);
  const balance = <Output = unknown>(operation: string, input: object) =>
    call<Output>('elasticloadbalancing', operation, input);
  const settings = { Name: 'other', Port: 80, VpcId: 'vpc-1', HealthCheckIntervalSeconds: 20 };
  const create = (change: object = {}) =>
    balance<{ TargetGroups: { TargetGroupArn: string }[] }>('CreateTargetGroup', { ...settings, ...change })
      .TargetGroups[0]?.TargetGroupArn;

  it('gives the target group that is there when the same one is created again, and refuses another by its name', () => {
    const arn = create();
    expect(create({ Protocol: 'HTTP' })).toBe(arn);
    expect(codeOf(() => create({ Port: 81 }))).toBe('DuplicateTargetGroupName');
    expect(codeOf(() => create({ HealthCheckIntervalSeconds: 25 }))).toBe('DuplicateTargetGroupName');
  });

  it('describes the tags of up to 20 things at once', () => {
    const describeTags = (count: number) =>
      balance('DescribeTags', { ResourceArns: Array(count).fill(names.targetGroupArn) });
    expect(describeTags(20)).toBeDefined();
    expect(codeOf(() => describeTags(21))).toBe('ValidationError');
  });

  it('gives pages of 1 to 400, and every thing on one of them', () => {
    create();
    const names: string[] = [];
    let Marker: string | undefined;
    do {
      const page = balance<{ TargetGroups: { TargetGroupName: string }[]; NextMarker?: string }>(
        'DescribeTargetGroups',
        { PageSize: 1, ...(Marker && { Marker }) },
      );
      names.push(...page.TargetGroups.map(({ TargetGroupName }) => TargetGroupName));
      Marker = page.NextMarker;
    } while (Marker);
    expect(new Set(names).size).toBe(2);
    expect(names).toHaveLength(2);
    for (const PageSize of [0, -1, 401])
      expect(codeOf(() => balance('DescribeTargetGroups', { PageSize }))).toBe('ValidationError');
  });
});
