import { describe, expect, it } from '@jest/globals';
import { readScope, refuseEndedSession } from '../../../sandbox/wire/signature.js';
import { endOfSession, sessionKey } from '../../../sandbox/world/security-tokens/session-keys.js';

const end = Date.UTC(2026, 0, 1, 1);

function scopeOf(accessKeyId: string, service: string) {
  return readScope(`AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/eu-west-1/${service}/aws4_request`);
}

function codeAt(now: number, service: string, key = sessionKey(end)): string {
  try {
    refuseEndedSession(scopeOf(key, service), now);
    return 'fine';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("a session's key", () => {
  it('looks as one of AWS does, and says when it ends', () => {
    expect(sessionKey(end)).toMatch(/^ASIA[A-Z0-9]{12,124}$/);
    expect(endOfSession(sessionKey(end))).toBe(end);
    expect(endOfSession('sandbox')).toBeUndefined();
  });

  it.each([
    ['ec2', 'RequestExpired'],
    ['autoscaling', 'ExpiredToken'],
    ['elasticloadbalancing', 'ExpiredToken'],
    ['ssm', 'ExpiredTokenException'],
  ])('opens %s until then; %s after that', (service, code) => {
    expect([codeAt(end - 1, service), codeAt(end, service)]).toEqual(['fine', code]);
  });

  it('is no real one, which the sandbox refuses; keys without an end go on', () => {
    expect(() => scopeOf('ASIAIOSFODNN7EXAMPLE', 'ec2')).toThrow('no real credentials');
    expect(codeAt(end * 2, 'ec2', 'sandbox')).toBe('fine');
  });
});
