import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Addresses } from '../../../sandbox/hosts/addresses.js';
import { type Hosts, openHosts } from '../../../sandbox/hosts/hosts.js';
import { ProcessMachines } from '../../../sandbox/hosts/process-machines.js';
import type { Instance } from '../../../sandbox/world/ec2/instance.js';
import type { CommandResult, Machines } from '../../../sandbox/world/machines/machines.js';

const program = `
const { createServer } = require('node:http');
createServer((_, answer) => answer.end('well')).listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => { console.log('asked to end'); process.exit(0); });
console.log('up from', __filename);
`;

const unit = `[Service]
User=nobody
Environment=HOST=0.0.0.0 PORT=8080
ExecStart=/no/such/folder/node /opt/process-machine-test/program.cjs
`;

describe('machines that are plain processes', () => {
  let hosts: Hosts;
  let folder: string;

  beforeAll(async () => {
    hosts = await openHosts({ environment: { STEADFLEET_SANDBOX_MACHINES: 'processes' } });
    folder = await mkdtemp(join(tmpdir(), 'process-machine-test-'));
    const units = join(folder, 'etc/systemd/system');
    await mkdir(join(units, 'multi-user.target.wants'), { recursive: true });
    await mkdir(join(folder, 'opt/process-machine-test'), { recursive: true });
    await writeFile(join(folder, 'opt/process-machine-test/program.cjs'), program);
    await writeFile(join(units, 'sample.service'), unit);
    await symlink('/etc/systemd/system/sample.service', join(units, 'multi-user.target.wants/sample.service'));
    await hosts.machines.putImage('ami-1', folder);
  });

  afterAll(async () => {
    await hosts.close();
    await rm(folder, { recursive: true });
    expect(processes()).not.toContain(folder);
  });

  const processes = () => execFileSync('ps', ['-axo', 'command'], { encoding: 'utf8' });
  const boot = (machines: Machines, id: string) => {
    const instance = { id, imageId: 'ami-1' } as Instance;
    return new Promise<Instance>((running, refuse) =>
      machines.boot(instance, { running: () => running(instance), failed: refuse }),
    );
  };
  const healthy = async (machines: Machines, instance: Instance) => {
    const probe = { port: 8080, path: '/', timeout: 1000, matcher: '200' };
    const ask = () => new Promise<boolean>((done) => machines.probe(instance, probe, (result) => done(result.healthy)));
    for (let times = 0; times < 200; times++) {
      if (await ask()) return true;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return false;
  };

  it('say what is not real', () => {
    expect(hosts.real).toBe(false);
    expect(hosts.limits.join(' ')).toMatch(
      /plain processes of this computer, because STEADFLEET_SANDBOX_MACHINES asks for it/,
    );
    expect(hosts.limits.join(' ')).toMatch(/no image can be baked/);
  });

  it('run the services of their image from a folder, with programs found by name', async () => {
    const instance = await boot(hosts.machines, 'i-1');
    expect(await healthy(hosts.machines, instance)).toBe(true);
    expect(hosts.machines.consoleOutput(instance)).toMatch(/up from .*image-1\/opt\/process-machine-test\/program.cjs/);
  });

  it('let a service end in its own way when they are terminated', async () => {
    const instance = await boot(hosts.machines, 'i-2');
    await healthy(hosts.machines, instance);
    await new Promise<void>((done) => hosts.machines.terminate(instance, done));
    expect(hosts.machines.consoleOutput(instance)).toContain('asked to end\nsample.service: ended with 0');
  });

  it('run no commands, for these would run on the computer itself', async () => {
    const instance = await boot(hosts.machines, 'i-3');
    const result = await new Promise<CommandResult>((done) => hosts.machines.execute(instance, ['touch /tmp/x'], done));
    expect(result).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('only on real machines') });
  });

  it('differ by port where the computer has one address only', async () => {
    const machines = await ProcessMachines.open(new Addresses(126, true), {});
    await machines.putImage('ami-1', folder);
    const [one, other] = [await boot(machines, 'i-1'), await boot(machines, 'i-2')];
    expect(machines.endpoint('i-1', 8080)).not.toEqual(machines.endpoint('i-2', 8080));
    expect([await healthy(machines, one), await healthy(machines, other)]).toEqual([true, true]);
    await machines.close();
  });
});
