import { describe, expect, it } from '@jest/globals';
import { explain, nameCall } from '../../../src/platform/aws-failure.js';

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
