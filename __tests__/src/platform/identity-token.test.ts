import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Failure } from '../../../src/platform/failure.js';
import type { Get, GetRequest } from '../../../src/platform/http.js';
import { identityToken, roleIsReachable } from '../../../src/platform/identity-token.js';
import { failureKind } from '../../../src/platform/retry.js';

const environment = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example/x?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-key',
};

const answering =
  (status: number, body: string): Get =>
  async () => ({ status, headers: {}, body });

async function failureWith(get: Get, variables: NodeJS.ProcessEnv = environment): Promise<Error> {
  return identityToken('sts.amazonaws.com', variables, get).then(
    () => new Error('it gave one'),
    (error: Error) => error,
  );
}

describe('identityToken', () => {
  it('asks GitHub for the audience, as the runner says how', async () => {
    const asked: GetRequest[] = [];
    const get: Get = async (request) => {
      asked.push(request);
      return { status: 200, headers: {}, body: '{"value":"a.b.c"}' };
    };
    expect(await identityToken('sts.amazonaws.com', environment, get)).toBe('a.b.c');
    expect(asked[0]?.url.href).toBe('https://token.example/x?api-version=2.0&audience=sts.amazonaws.com');
    expect(asked[0]?.headers).toMatchObject({ authorization: 'bearer runner-key' });
  });

  it.each([
    ['no address', answering(200, '{}'), {}],
    ['a refusal', answering(403, 'no'), environment],
    ['no value', answering(200, '{}'), environment],
    ['no JSON', answering(200, '<html>'), environment],
  ])('names the permission on %s, and asks no second time', async (_what, get, variables) => {
    const error = await failureWith(get, variables);
    expect(error).toBeInstanceOf(Failure);
    expect(error.message).toContain('permissions: id-token: write');
    expect(failureKind(error)).toBe('refused');
  });

  it.each([
    ['a 503', answering(503, '')],
    ['too many at once', answering(429, '')],
    [
      'a broken connection',
      async () => {
        throw new Error('socket hang up');
      },
    ],
  ])('may be asked again after %s', async (_what, get) => {
    expect(failureKind(await failureWith(get))).toBe('unavailable');
  });

  it.each([answering(403, 'runner-key'), answering(503, 'runner-key'), answering(200, '{"value":""}')])(
    'tells no secret in what it throws',
    async (get) => {
      expect((await failureWith(get)).message).not.toContain('runner-key');
    },
  );
});

describe('over HTTP', () => {
  let server: Server;
  let address = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      const isAllowed = request.method === 'GET' && request.headers.authorization === 'bearer runner-key';
      response.writeHead(isAllowed ? 200 : 401).end(JSON.stringify({ value: `for ${request.url}` }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token?v=2`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('gets it', async () => {
    const here = { ...environment, ACTIONS_ID_TOKEN_REQUEST_URL: address, STEADFLEET_SANDBOX: '1' };
    expect(await identityToken('aws', here)).toBe('for /token?v=2&audience=aws');
  });

  it('goes nowhere else in sandbox mode', async () => {
    await expect(identityToken('aws', { ...environment, STEADFLEET_SANDBOX: '1' })).rejects.toThrow('only loopback');
  });
});

describe('roleIsReachable', () => {
  it('wants the permission where a role is given, and nothing otherwise', () => {
    expect(roleIsReachable({})({ role: 'arn' })).toMatchObject({
      input: 'role',
      remedy: 'Add "permissions: id-token: write" to the job.',
    });
    expect(roleIsReachable(environment)({ role: 'arn' })).toBeUndefined();
    expect(roleIsReachable({})({ role: undefined })).toBeUndefined();
    expect(roleIsReachable({})({})).toBeUndefined();
  });
});
