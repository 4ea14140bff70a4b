import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { matches, probeOverHttp } from '../../../sandbox/hosts/probe.js';
import type { ProbeResult } from '../../../sandbox/world/machines/machines.js';

describe('a health check', () => {
  let server: Server;

  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  const ask = async (answer: RequestListener, timeout = 1000) => {
    server = createServer(answer);
    await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
    const { port } = server.address() as AddressInfo;
    return probe(port, timeout);
  };
  const probe = (port: number, timeout: number) =>
    new Promise<ProbeResult>((done) =>
      probeOverHttp('127.0.0.1', port, { port: 8080, path: '/health', timeout, matcher: '200' }, done),
    );

  it('asks for the path, and is content with a status that matches', async () => {
    const asked: unknown[] = [];
    const result = await ask((request, answer) => {
      asked.push(request.url, request.headers['user-agent']);
      answer.end();
    });
    expect(result).toEqual({ healthy: true });
    expect(asked).toEqual(['/health', 'ELB-HealthChecker/2.0']);
  });

  it('names the status that does not match', async () => {
    const result = await ask((_, answer) => answer.writeHead(503).end());
    expect(result).toMatchObject({
      reason: 'Target.ResponseCodeMismatch',
      description: 'Health checks failed with these codes: [503]',
    });
  });

  it('fails when there is no answer in time', async () => {
    expect(await ask(() => undefined, 50)).toMatchObject({ reason: 'Target.Timeout' });
  });

  it('fails when nobody listens', async () => {
    await ask((_, answer) => answer.end());
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    expect(await probe(port, 1000)).toMatchObject({ reason: 'Target.FailedHealthChecks' });
  });

  it.each([
    ['200', 200, true],
    ['200', 204, false],
    ['200-299', 299, true],
    ['200-299', 300, false],
    ['200,202', 202, true],
    ['200,202', 201, false],
  ])('with matcher %s takes %d: %s', (matcher, status, good) => expect(matches(matcher, status)).toBe(good));
});
