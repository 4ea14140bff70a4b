import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Traffic, type TrafficSettings } from '../../../sandbox/hosts/traffic.js';

const good: RequestListener = (request, answer) => {
  answer.setHeader('x-service-version', '1');
  if (request.method === 'POST') request.pipe(answer);
  else answer.end('{"version":"1"}');
};

describe('traffic', () => {
  let server: Server | TcpServer;

  afterEach(() => {
    server.close();
  });

  const send = async (to: Server | TcpServer, milliseconds: number, settings: Partial<TrafficSettings> = {}) => {
    server = to;
    await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
    const traffic = new Traffic({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ...settings });
    traffic.start();
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return traffic.drain();
  };

  it('comes at its rate, and counts good answers by version', async () => {
    const counts = await send(createServer(good), 500, { rate: 400 });
    expect(counts.sent).toBeGreaterThan(150);
    expect(counts.sent).toBeLessThanOrEqual(220);
    expect(counts).toEqual({
      sent: counts.sent,
      succeeded: counts.sent,
      failed: 0,
      byVersion: { 1: counts.sent },
      firstFailures: [],
    });
  });

  it('does not wait for answers: it is an open loop', async () => {
    const held: (() => void)[] = [];
    const slow = createServer((request, answer) => held.push(() => good(request, answer)));
    setTimeout(() => held.splice(0).map((answer) => answer()), 350);
    const late = setInterval(() => held.splice(0).map((answer) => answer()), 400);
    const counts = await send(slow, 300, { rate: 200 });
    clearInterval(late);
    expect(counts.sent).toBeGreaterThan(45);
    expect(counts.failed).toBe(0);
  });

  it('mixes methods, slow answers, kept and fresh connections', async () => {
    const seen = new Map<string, number>();
    let [connections, kept] = [0, 0];
    const web = createServer((request, answer) => {
      const kind = `${request.method} ${request.url}`;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      if (request.headers.connection === 'keep-alive') kept += 1;
      good(request, answer);
    });
    web.on('connection', () => {
      connections += 1;
    });
    const { sent } = await send(web, 500, { rate: 400 });
    expect([...seen.keys()].sort()).toEqual(['GET /', 'GET /slow', 'POST /echo']);
    expect(seen.get('GET /slow')).toBeGreaterThanOrEqual(Math.floor(sent / 40));
    expect(kept).toBeGreaterThan(sent * 0.4);
    expect(connections).toBeGreaterThan(sent * 0.4);
    expect(connections).toBeLessThan(sent * 0.8);
  });

  it.each<[string, Server | TcpServer, RegExp]>([
    [
      'a status other than 2xx',
      createServer((_, answer) => answer.writeHead(502).end('bad gateway')),
      /status 502: bad gateway/,
    ],
    ['an error', createTcpServer((socket) => socket.destroy()), /hang up|ECONNRESET/],
    ['no answer in time', createServer(() => undefined), /no answer within 100 ms/],
    [
      'an answer that is cut off',
      createTcpServer((socket) =>
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf')),
      ),
      /aborted|cut off/,
    ],
    ['another answer than was sent', createServer((_, answer) => answer.end('other')), /not what was sent|^$/],
  ])('counts %s as failed', async (_, to, why) => {
    const counts = await send(to, 100, { patience: 100 });
    expect(counts.sent).toBeGreaterThan(5);
    expect(counts.failed).toBeGreaterThan(0);
    expect(counts.failed + counts.succeeded).toBe(counts.sent);
    expect(counts.firstFailures.length).toBe(Math.min(10, counts.failed));
    for (const line of counts.firstFailures) expect(line).toMatch(why);
  });
});
