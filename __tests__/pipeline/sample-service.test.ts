import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Runner, runVariables } from '../../sandbox/demo/runner.js';
import { Stage } from '../../sandbox/demo/stage.js';

interface Service {
  readonly child: ChildProcess;
  readonly port: number;
  readonly url: string;
}

let folder = '';
let running: Service | undefined;

async function start(release: object): Promise<Service> {
  folder = await mkdtemp(join(tmpdir(), 'steadfleet-service-'));
  await copyFile('examples/service/service.py', join(folder, 'service.py'));
  await writeFile(join(folder, 'release.json'), JSON.stringify(release));
  const env = { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0' };
  const child = spawn('python3', [join(folder, 'service.py')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const port = Number(/:(\d+)\s*$/.exec(line)?.[1]);
  running = { child, port, url: `http://127.0.0.1:${port}` };
  return running;
}

afterEach(async () => {
  running?.child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const good = { version: '7', healthy: true };

describe('the sample service', () => {
  it('says its version and its machine', async () => {
    const { url } = await start(good);
    const response = await fetch(`${url}/`);
    expect(response.headers.get('x-service-version')).toBe('7');
    expect(await response.json()).toEqual({ version: '7', machine: expect.any(String) });
  });

  it('gives back what was posted', async () => {
    const { url } = await start(good);
    const body = 'x'.repeat(100_000);
    expect(await (await fetch(`${url}/echo`, { method: 'POST', body })).text()).toBe(body);
  });

  it.each([
    [true, 200],
    [false, 503],
  ])('answers its health check when healthy is %s with %i', async (healthy, status) => {
    const { url } = await start({ version: '7', healthy });
    expect((await fetch(`${url}/health`)).status).toBe(status);
  });

  it('finishes the requests that it began when it is told to stop, then leaves', async () => {
    const { url, child } = await start(good);
    const slow = fetch(`${url}/slow`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill('SIGTERM');
    const response = await slow;
    expect(response.status).toBe(200);
    expect(response.headers.get('connection')).toBe('close');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('does not wait for kept connections on which nothing is asked', async () => {
    const { url, child } = await start(good);
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve, reject) => {
      get(`${url}/`, { agent }, (response) => response.resume().on('end', resolve)).on('error', reject);
    });
    const began = performance.now();
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(performance.now() - began).toBeLessThan(1_000);
    agent.destroy();
  });

  it('answers a request that had arrived on a kept connection when it was told to stop', async () => {
    const { port, child } = await start(good);
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGSTOP');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGTERM');
    child.kill('SIGCONT');
    const [answer] = await once(socket.setEncoding('utf8'), 'data');
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    await once(child, 'exit');
  });

  it.each([['template.json'], ['template.pkr.hcl']])('has a template that Packer accepts: %s', (template) => {
    const variables = ['service_version=2', 'source_ami=ami-0abcdef1234567890', 'region=eu-west-1'];
    const given = ['validate', ...variables.flatMap((each) => ['-var', each]), template];
    const env = { ...process.env, AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x', CHECKPOINT_DISABLE: '1' };
    expect(() => execFileSync('packer', given, { cwd: 'examples/service', env, stdio: 'pipe' })).not.toThrow();
  });
});

describe('the HCL2 template of the sample service', () => {
  it('bakes an image that is rolled out and serves', async () => {
    const log: string[] = [];
    const tell = ({ text }: { text: string }) => log.push(text);
    const stage = await Stage.build('examples/service', (text) => tell({ text }));
    try {
      const polling = { AWS_POLL_DELAY_SECONDS: '0', AWS_MAX_ATTEMPTS: '200' };
      const variables = { ...process.env, ...runVariables(process.cwd(), 'push'), ...stage.environment, ...polling };
      const runner = new Runner(process.cwd(), variables);
      await stage.whenSettled(new AbortController().signal);
      const baked = await runner.step('bake-ami', bakeInputs(stage), tell);
      expect({ ...baked, log }).toMatchObject({ succeeded: true });
      const inputs = { group: stage.starter.groupName, 'image-id': baked.outputs['image-id'] ?? '' };
      const quick = { 'max-surge': '100%', 'min-ready': '1s', 'poll-interval': '1s' };
      const rollout = await runner.step('rolling-deploy', { ...inputs, ...quick }, tell);
      expect({ outcome: rollout.outputs.outcome, log }).toMatchObject({ outcome: 'succeeded' });
      await runner.finish();
      await stage.whenSettled(new AbortController().signal);
      expect(await stage.versions()).toEqual(['3', '3', '3', '3']);
    } finally {
      await stage.close();
    }
  });

  function bakeInputs(stage: Stage): Record<string, string> {
    const variables = {
      service_version: '3',
      service_port: stage.servicePort,
      source_ami: stage.addPlainImage(),
      ssh_username: 'root',
      ssh_port: stage.hosts.sshPort,
      sandbox_endpoint: stage.environment.AWS_ENDPOINT_URL,
    };
    const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    return { template: 'examples/service/template.pkr.hcl', variables: lines.join('\n') };
  }
});
