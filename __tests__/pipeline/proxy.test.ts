import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Server as SocketServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { node24 } from './node24.js';

let proxy: Server;
let aws: SocketServer;
const tunnels: string[] = [];
let direct = 0;

beforeEach(async () => {
  tunnels.length = 0;
  direct = 0;
  proxy = createServer();
  proxy.on('connect', (request, socket) => {
    tunnels.push(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  aws = createSocketServer((socket) => {
    direct++;
    socket.destroy();
  });
  await Promise.all([proxy, aws].map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))));
});
afterEach(async () => {
  await Promise.all([proxy, aws].map((server) => new Promise((resolve) => server.close(resolve))));
});

const portOf = (server: SocketServer) => (server.address() as AddressInfo).port;

/** One call to an https address on loopback, on the Node that GitHub's runners have. */
async function call(variables: Record<string, string>): Promise<void> {
  const program = `
    const { connect } = await import('./build/src/platform/aws.js');
    const { DescribeInstancesCommand } = await import('@aws-sdk/client-ec2');
    const random = { next: () => 0 };
    const clock = { now: () => Date.now(), sleep: async () => {} };
    const endpoint = 'https://127.0.0.1:${portOf(aws)}';
    const { ec2 } = connect({ region: 'eu-west-1', endpoint, clock, random, proxies: process.env });
    await ec2.send(new DescribeInstancesCommand({})).catch(() => {});
    process.exit();
  `;
  const env = { PATH: process.env.PATH, ...variables };
  const child = spawn(node24(), ['--input-type=module', '--eval', program], { env, stdio: 'ignore' });
  await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
}

describe("calls of AWS on Node 24, which is what GitHub's runners have", () => {
  it('go through the proxy that HTTPS_PROXY names', async () => {
    await call({ HTTPS_PROXY: `http://127.0.0.1:${portOf(proxy)}` });
    expect(new Set(tunnels)).toEqual(new Set([`127.0.0.1:${portOf(aws)}`]));
    expect(direct).toBe(0);
  });

  it('go past it where NO_PROXY says so', async () => {
    await call({ HTTPS_PROXY: `http://127.0.0.1:${portOf(proxy)}`, NO_PROXY: '127.0.0.1' });
    expect(tunnels).toEqual([]);
    expect(direct).toBeGreaterThan(0);
  });

  it('go straight without one', async () => {
    await call({});
    expect(tunnels).toEqual([]);
    expect(direct).toBeGreaterThan(0);
  });
});
