import { describe, expect, it } from '@jest/globals';
import { childEnvironment, sandboxEndpoint } from '../../../src/platform/sandbox-mode.js';

const sandbox = { STEADFLEET_SANDBOX: '1', AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' };

describe('sandbox mode', () => {
  it('is off without its variable, and then touches nothing', () => {
    expect(sandboxEndpoint({ AWS_ENDPOINT_URL: 'https://example.com' })).toBeUndefined();
    expect(childEnvironment({ PATH: '/bin' })).toEqual({ PATH: '/bin' });
  });

  it('gives the loopback endpoint', () => {
    expect(sandboxEndpoint(sandbox)).toBe('http://127.0.0.1:4566');
  });

  it.each([
    [{ AWS_ENDPOINT_URL: 'https://ec2.eu-west-1.amazonaws.com' }, 'AWS_ENDPOINT_URL'],
    [{ AWS_ENDPOINT_URL: 'http://127.0.0.1.example.com' }, 'AWS_ENDPOINT_URL'],
    [{ AWS_ENDPOINT_URL_SSM: 'http://10.0.0.1' }, 'AWS_ENDPOINT_URL_SSM'],
    [{ AWS_ENDPOINT_URL: undefined }, 'not set'],
  ])('refuses %j', (more, named) => {
    expect(() => sandboxEndpoint({ ...sandbox, ...more })).toThrow(named);
  });

  it('gives children a proxy that refuses all but loopback', () => {
    const environment = childEnvironment(sandbox);
    expect(environment.HTTPS_PROXY).toBe(sandbox.AWS_ENDPOINT_URL);
    expect(environment.NO_PROXY).toContain('127.0.0.1');
  });
});
