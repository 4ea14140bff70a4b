import {
  Agent,
  request as ask,
  createServer,
  type IncomingMessage,
  type RequestListener,
  type RequestOptions,
  type Server,
} from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LoadBalancerProxy } from '../../../sandbox/hosts/load-balancer-proxy.js';
import type { Listener } from '../../../sandbox/world/load-balancing/listener.js';
import type { Route } from '../../../sandbox/world/load-balancing/routing.js';
import type { Region } from '../../../sandbox/world/region.js';

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly whole: boolean;
}

describe('a load balancer', () => {
  let proxy: LoadBalancerProxy;
  let url: string;
  let route: Route;
  let change: (listener: Listener, change: 'created' | 'modified' | 'deleted') => void;
  const asked: unknown[] = [];
  const complaints: string[] = [];
  const targets: (Server | TcpServer)[] = [];
  const listener = { arn: 'listener', loadBalancerArn: 'balancer', port: 0 } as Listener;

  beforeEach(async () => {
    listener.port = await freePort();
    asked.length = 0;
    complaints.length = 0;
    proxy = new LoadBalancerProxy({
      machines: { endpoint: (_, port) => ({ host: '127.0.0.1', port }) },
      complain: (line) => complaints.push(line),
    });
    const loadBalancing = {
      listeners: new Map([[listener.arn, listener]]),
      loadBalancers: new Map([['balancer', { dnsName: '127.0.0.1' }]]),
      onListenerChange: (tell: typeof change) => {
        change = tell;
      },
      route: (_: string, line: unknown) => {
        asked.push(line);
        return route;
      },
    };
    proxy.serve({ loadBalancing } as unknown as Region);
    url = (await proxy.urlOf(listener.arn)) ?? '';
  });

  afterEach(async () => {
    await proxy.close();
    for (const target of targets.splice(0)) {
      target.close();
      if ('closeAllConnections' in target) target.closeAllConnections();
    }
  });

  const freePort = async () => {
    const server = createTcpServer();
    await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    return port;
  };
  const toTarget = async (target: Server | TcpServer) => {
    targets.push(target);
    await new Promise<void>((open) => target.listen(0, '127.0.0.1', open));
    const { port } = target.address() as AddressInfo;
    route = { kind: 'forward', targetGroupArn: 'group', instanceId: 'i-1', port };
  };
  const toHttp = (answer: RequestListener) => toTarget(createServer(answer));
  const get = (options: RequestOptions = {}, body = '') =>
    new Promise<Answer>((resolve, reject) => {
      const outgoing = ask(url, { agent: false, ...options }, (incoming) => {
        let text = '';
        const done = () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: text,
            whole: incoming.complete,
          });
        incoming.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        incoming.once('close', done).once('error', done);
      });
      outgoing.once('error', reject);
      outgoing.end(body);
    });

  it('carries a request to its target and the answer back, as they are', async () => {
    const seen: unknown[] = [];
    await toHttp((request, answer) => {
      seen.push(request.method, request.url, request.headers.host, request.headers['x-own']);
      answer.writeHead(201, { 'x-service-version': '2' });
      request.pipe(answer);
    });
    const { status, headers, body } = await get(
      { method: 'POST', path: '/echo?a=1', headers: { host: 'shop.test', 'x-own': 'yes' } },
      'order',
    );
    expect([status, headers['x-service-version'], body]).toEqual([201, '2', 'order']);
    expect(seen).toEqual(['POST', '/echo?a=1', 'shop.test', 'yes']);
    expect(asked).toEqual([{ host: 'shop.test', path: '/echo?a=1', method: 'POST' }]);
  });

  it('tells the target who asked, and keeps what concerns one connection to itself', async () => {
    let headers: IncomingMessage['headers'] = {};
    await toHttp((request, answer) => {
      headers = request.headers;
      answer.writeHead(200, { connection: 'close', 'keep-alive': 'timeout=1' }).end();
    });
    const agent = new Agent({ keepAlive: true });
    const own = { 'x-forwarded-for': '10.0.0.1', connection: 'keep-alive, x-hop', 'x-hop': '1' };
    const answer = await get({ agent, headers: own });
    agent.destroy();
    expect(headers).toMatchObject({
      'x-forwarded-for': '10.0.0.1, 127.0.0.1',
      'x-forwarded-proto': 'http',
      connection: 'close',
    });
    expect(headers['x-forwarded-port']).toBe(`${listener.port}`);
    expect(headers['x-hop']).toBeUndefined();
    expect(answer.headers.connection).not.toBe('close');
  });

  it('asks anew for each request of a kept connection', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (const name of ['one', 'two']) {
      await toHttp((_, answer) => answer.end(name));
      expect((await get({ agent })).body).toBe(name);
    }
    agent.destroy();
  });

  it('streams: the first part arrives before the last is made', async () => {
    let finish = () => {};
    await toHttp((_, answer) => {
      answer.write('first');
      finish = () => answer.end('last');
    });
    const body = await new Promise<string>((resolve) => {
      ask(url, { agent: false }, async (incoming) => {
        let text = '';
        for await (const chunk of incoming) {
          text += chunk;
          finish();
        }
        resolve(text);
      }).end();
    });
    expect(body).toBe('firstlast');
  });

  it('answers 502 when nobody listens, and asks no second target', async () => {
    route = { kind: 'forward', targetGroupArn: 'group', instanceId: 'i-1', port: await freePort() };
    expect(await get()).toMatchObject({ status: 502 });
    expect(asked).toHaveLength(1);
  });

  it('answers 502 when the target breaks off before it answers, and sends nothing twice', async () => {
    let connections = 0;
    await toTarget(
      createTcpServer((socket) => {
        connections += 1;
        socket.once('data', () => socket.destroy());
      }),
    );
    expect(await get({ method: 'POST' }, 'order')).toMatchObject({ status: 502 });
    expect([connections, asked.length]).toEqual([1, 1]);
  });

  it('cuts the answer off when the target does', async () => {
    await toTarget(
      createTcpServer((socket) => {
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'));
      }),
    );
    expect(await get()).toMatchObject({ status: 200, whole: false });
  });

  it('gives up on the target when the user has gone', async () => {
    let told = () => {};
    const gone = new Promise<void>((resolve) => {
      told = () => resolve();
    });
    await toHttp((request) => {
      request.socket.once('close', told);
      outgoing.destroy();
    });
    const outgoing = ask(url, { agent: false });
    outgoing.once('error', () => undefined);
    outgoing.end();
    await expect(gone).resolves.toBeUndefined();
  });

  it('answers by itself where a rule says so, and 503 where there is no target', async () => {
    route = { kind: 'fixed', status: 404, contentType: 'text/html', body: '<p>none' };
    expect(await get()).toMatchObject({ status: 404, body: '<p>none', headers: { 'content-type': 'text/html' } });
    route = { kind: 'redirect', status: 301, location: 'https://shop.test/' };
    expect(await get()).toMatchObject({ status: 301, headers: { location: 'https://shop.test/' } });
    route = { kind: 'none', status: 503 };
    expect(await get({ method: 'POST' }, 'order')).toMatchObject({ status: 503 });
  });

  it('follows its listener: to another port, and away', async () => {
    route = { kind: 'fixed', status: 200, contentType: 'text/plain', body: 'here' };
    const before = url;
    listener.port = await freePort();
    change(listener, 'modified');
    url = (await proxy.urlOf(listener.arn)) ?? '';
    expect(url).not.toBe(before);
    expect((await get()).body).toBe('here');
    change(listener, 'deleted');
    expect(await proxy.urlOf(listener.arn)).toBeUndefined();
    await expect(get()).rejects.toThrow(/ECONNREFUSED|hang up|ECONNRESET/);
  });

  it('says when its port is held by another program', async () => {
    const holder = createTcpServer();
    await new Promise<void>((open) => holder.listen(0, '127.0.0.1', open));
    targets.push(holder);
    listener.port = (holder.address() as AddressInfo).port;
    change(listener, 'modified');
    expect(await proxy.urlOf(listener.arn)).toBeUndefined();
    expect(complaints).toEqual([
      expect.stringMatching(/cannot listen on 127\.0\.0\.1:\d+ .*Choose another port for its listener\./),
    ]);
  });
});
