import { describe, expect, it } from '@jest/globals';
import { refusal, smallWorld } from '../small-world.js';

const RoleArn = 'arn:aws:iam::111122223333:role/deploy/steadfleet';

function sts(operation: string, input: object = {}) {
  return smallWorld().callIn('eu-west-1', 'sts', operation, input);
}

describe('STS', () => {
  it('says who calls', () => {
    expect(sts('GetCallerIdentity')).toMatchObject({
      Account: '000000000000',
      Arn: expect.stringContaining('000000000000'),
    });
  });

  it.each([
    ['AssumeRole', {}],
    ['AssumeRoleWithWebIdentity', { WebIdentityToken: 'token' }],
  ])('gives for %s keys that open nothing and end after an hour', (operation, input) => {
    expect(sts(operation, { RoleArn, RoleSessionName: 'run-7', ...input })).toMatchObject({
      AssumedRoleUser: { Arn: 'arn:aws:sts::111122223333:assumed-role/steadfleet/run-7' },
      Credentials: { SecretAccessKey: 'sandbox', Expiration: new Date(Date.UTC(2026, 0, 1, 1)) },
    });
  });

  it.each([
    ['no role', { RoleArn: 'deploy', RoleSessionName: 'x' }],
    ['no session name', { RoleArn }],
    ['a time too short', { RoleArn, RoleSessionName: 'x', DurationSeconds: 60 }],
  ])('refuses %s', (_what, input) => {
    expect(refusal(() => sts('AssumeRole', input))).toBe('ValidationError');
  });
});
