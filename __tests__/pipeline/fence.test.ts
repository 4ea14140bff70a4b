import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const requests: string[] = [];
let aws: Server;

beforeAll(async () => {
  aws = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push(new URLSearchParams(body).get('Action') ?? '');
    response.end('<DescribeInstancesResponse><requestId>1</requestId><reservationSet/></DescribeInstancesResponse>');
  });
  await new Promise<void>((resolve) => aws.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  aws.closeAllConnections();
  await new Promise((resolve) => aws.close(resolve));
});

it('a process that was stopped (SIGSTOP) for longer than half its lease looks on, but changes nothing more', async () => {
  const program = `
    const { connect } = await import('./build/src/platform/aws.js');
    const { Fence } = await import('./build/src/platform/fence.js');
    const { systemClock: clock } = await import('./build/src/platform/clock.js');
    const { DescribeInstancesCommand, TerminateInstancesCommand } = await import('@aws-sdk/client-ec2');
    const fence = new Fence(clock, 2000);
    const endpoint = 'http://127.0.0.1:${(aws.address() as AddressInfo).port}';
    const { ec2 } = connect({ region: 'eu-west-1', endpoint, clock, random: { next: () => 0 }, fence });
    const look = () => ec2.send(new DescribeInstancesCommand({}));
    const terminate = () => ec2.send(new TerminateInstancesCommand({ InstanceIds: ['i-00000000000000001'] }));
    fence.renew(clock.now());
    await look();
    await terminate();
    console.log('decided');
    await new Promise((resolve) => process.stdin.once('data', resolve));
    console.log(await terminate().then(() => 'changed', (error) => error.name));
    await look();
    process.exit();
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  await once(output, 'line');
  child.kill('SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  child.stdin.write('go on\n');
  child.kill('SIGCONT');
  await once(child, 'close');
  expect(lines).toEqual(['decided', 'LeaseExpired']);
  expect(requests).toEqual(['DescribeInstances', 'TerminateInstances', 'DescribeInstances']);
});
