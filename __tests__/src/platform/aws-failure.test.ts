import { describe, expect, it } from '@jest/globals';
import { briefly, explain, nameCall } from '../../../src/platform/aws-failure.js';

function thrown(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

describe('explain', () => {
  it.each([
    ['CredentialsProviderError', 'configure-aws-credentials'],
    ['ExpiredTokenException', 'role-duration-seconds'],
    ['UnauthorizedOperation', 'README'],
    ['UnrecognizedClientException', 'does not know'],
  ])('says what to do about %s', (name, remedy) => {
    expect(explain(thrown(name, 'No.'))).toContain(remedy);
  });

  it.each<[string, string, string, string]>([
    [
      'AccessDenied',
      'User: arn:aws:sts::1:assumed-role/d/s is not authorized to perform: autoscaling:ResumeProcesses on resource: arn:aws:autoscaling:eu-west-1:1:g because no identity-based policy allows it',
      'AutoScaling ResumeProcesses',
      'AWS refused autoscaling:ResumeProcesses on arn:aws:autoscaling:eu-west-1:1:g',
    ],
    [
      'UnauthorizedOperation',
      'You are not authorized to perform this operation. Encoded authorization failure message: x1_y',
      'EC2 TerminateInstances',
      'AWS refused ec2:TerminateInstances',
    ],
    [
      'AccessDenied',
      'User: u is not authorized to perform: elasticloadbalancing:ModifyRule on resource: arn:aws:x:1 with an explicit deny in a service control policy',
      'ElasticLoadBalancingV2 ModifyRule',
      'AWS refused elasticloadbalancing:ModifyRule on arn:aws:x:1, with an explicit deny in a service control policy',
    ],
    [
      'AccessDeniedException',
      'Denied',
      'ElasticLoadBalancingV2 ModifyRule',
      'AWS refused elasticloadbalancing:ModifyRule',
    ],
    ['ValidationError', 'No such\ngroup', 'AutoScaling ResumeProcesses', 'No such group (AutoScaling ResumeProcesses)'],
    ['Crash', '', '', 'Crash'],
  ])('names in a line what was refused: %s, %s', (name, message, call, line) => {
    const error = thrown(name, message);
    expect(briefly(call === '' ? error : nameCall(error, call))).toBe(line);
  });

  it('leaves everything else as it is', () => {
    expect(explain(thrown('ValidationError', 'No such group'))).toBe('No such group');
    expect(explain('text')).toBe('text');
  });
});

it('nameCall says once which call it was', () => {
  const error = thrown('ValidationError', 'No such group');
  nameCall(nameCall(error, 'AutoScaling DescribeAutoScalingGroups'), 'AutoScaling DescribeAutoScalingGroups');
  expect(error.message).toBe('No such group (AutoScaling DescribeAutoScalingGroups)');
});
