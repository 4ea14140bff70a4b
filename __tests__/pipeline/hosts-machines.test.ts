import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Hosts, openHosts } from '../../sandbox/hosts/hosts.js';
import { RealClock } from '../../sandbox/wire/real-clock.js';
import type { Instance } from '../../sandbox/world/ec2/instance.js';
import type { CommandResult } from '../../sandbox/world/machines/machines.js';
import { profiles } from '../../sandbox/world/profile.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import { World } from '../../sandbox/world/world.js';
import { lastProcessesOf } from './marked-processes.js';

const run = promisify(execFile);
const region = 'eu-west-1';

const program = `
import http.server, os, sys
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == '/health' else 418)
        self.end_headers()
    def log_message(self, *_): pass
print('listens as', os.getuid(), os.environ['GREETING'], flush=True)
http.server.ThreadingHTTPServer((os.environ['HOST'], 8080), Answer).serve_forever()
`;

const unit = `[Unit]
Description=A service to test with
[Service]
User=nobody
Environment=HOST=0.0.0.0 "GREETING=good morning"
WorkingDirectory=/opt/greeter
ExecStart=/usr/bin/python3 greeter.py
Restart=always
[Install]
WantedBy=multi-user.target
`;

describe('a real machine', () => {
  let hosts: Hosts;
  let world: World;
  let clock: RealClock;
  let folder: string;
  let serial = 0;
  const up: Instance[] = [];

  beforeAll(async () => {
    hosts = await openHosts();
    clock = new RealClock();
    world = new World({
      clock,
      random: new SeededRandom(1),
      profile: profiles.fast,
      machines: (made) => hosts.machinesFor(made),
    });
    folder = await mkdtemp(join(tmpdir(), 'steadfleet-greeter-'));
    const units = join(folder, 'etc/systemd/system');
    await mkdir(join(units, 'multi-user.target.wants'), { recursive: true });
    await mkdir(join(folder, 'opt/greeter'), { recursive: true });
    await writeFile(join(folder, 'opt/greeter/greeter.py'), program);
    await writeFile(join(units, 'greeter.service'), unit);
    await symlink('/etc/systemd/system/greeter.service', join(units, 'multi-user.target.wants/greeter.service'));
    await hosts.machines.putImage('ami-greeter', folder);
  });

  afterEach(async () => {
    await Promise.all(up.splice(0).map(terminate));
  });

  afterAll(async () => {
    clock.stop();
    await hosts.close();
    await rm(folder, { recursive: true });
    expect(await lastProcessesOf(process.pid)).toEqual([]);
    expect(execFileSync('mount', { encoding: 'utf8' })).not.toContain('steadfleet');
  });

  const boot = async (imageId: string, more: { userData?: string; keyName?: string } = {}): Promise<Instance> => {
    const id = `i-${++serial}`;
    const userData = more.userData && Buffer.from(more.userData).toString('base64');
    const address = hosts.machines.addressFor({ id, subnetId: 'subnet-1' });
    const instance = { id, imageId, region, privateIpAddress: address, ...more, userData } as Instance;
    await start(instance);
    up.push(instance);
    return instance;
  };
  const start = (instance: Instance) =>
    new Promise<void>((running, refuse) =>
      hosts.machines.boot(instance, { running, failed: (reason) => refuse(new Error(reason)) }),
    );
  const stop = (instance: Instance) => new Promise<void>((done) => hosts.machines.stop(instance, done));
  const terminate = (instance: Instance) => new Promise<void>((done) => hosts.machines.terminate(instance, done));
  const capture = (instance: Instance, imageId: string) =>
    new Promise<void>((available, refuse) =>
      hosts.machines.capture(instance, imageId, { available, failed: (reason) => refuse(new Error(reason)) }),
    );
  const execute = (instance: Instance, ...script: string[]) =>
    new Promise<CommandResult>((done) => hosts.machines.execute(instance, script, done));
  const isHealthy = (instance: Instance) =>
    new Promise<boolean>((done) => {
      const probe = { port: 8080, path: '/health', timeout: 1000, matcher: '200' };
      hosts.machines.probe(instance, probe, ({ healthy }) => done(healthy));
    });
  const until = async (condition: () => boolean | Promise<boolean>) => {
    const end = Date.now() + 5000;
    while (!(await condition())) {
      if (Date.now() > end) throw new Error('not so within 5 s');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('is real on this computer, and nothing is missing', () => {
    expect(hosts).toMatchObject({ real: true, limits: [] });
  });

  it('boots to a healthy service at its own address in under 1.5 s, and is gone in under 0.5 s', async () => {
    const began = performance.now();
    const instance = await boot('ami-greeter');
    await until(() => isHealthy(instance));
    expect(performance.now() - began).toBeLessThan(1500);
    const served = performance.now();
    await terminate(instance);
    expect(performance.now() - served).toBeLessThan(500);
    expect(await isHealthy(instance)).toBe(false);
  });

  it('runs the service as the user, in the folder and with the environment of its unit', async () => {
    const instance = await boot('ami-greeter');
    await until(() => hosts.machines.consoleOutput(instance).includes('listens as 65534 good morning'));
  });

  it('starts a service again that died, when its unit says so', async () => {
    const instance = await boot('ami-greeter');
    await until(() => isHealthy(instance));
    await execute(instance, "kill -9 $(ps -o pid=,args= ax | awk '/greeter[.]py/ {print $1}')");
    await until(async () => (hosts.machines.consoleOutput(instance).match(/listens/g) ?? []).length === 2);
  });

  it('sees its own processes, host name and files only', async () => {
    const instance = await boot('ami-greeter');
    const { stdout } = await execute(
      instance,
      'hostname',
      'ps -o args= ax | wc -l',
      'ls /root/.ssh /tmp /etc/systemd/system/*.wants',
    );
    const [name, processes] = stdout.split('\n');
    expect(name).toBe(`ip-${instance.privateIpAddress.replaceAll('.', '-')}`);
    expect(Number(processes)).toBeLessThan(10);
    expect(stdout).not.toContain('steadfleet-greeter-');
    expect(existsSync('/opt/greeter')).toBe(false);
  });

  it('runs user data at its first boot only, after its services', async () => {
    const instance = await boot('ami-greeter', {
      userData: '#!/bin/sh\necho run as $(id -u) on $HOST >> /root/proof\n',
    });
    await until(() => hosts.machines.consoleOutput(instance).includes('user data: ended with 0'));
    await stop(instance);
    await start(instance);
    await until(() => isHealthy(instance));
    expect((await execute(instance, 'cat /root/proof')).stdout).toBe(`run as 0 on ${instance.privateIpAddress}\n`);
  });

  it('refuses to boot with user data that is no script, and says why on its console', async () => {
    const userData = '#cloud-config\npackages: [nginx]\n';
    const refused = {
      id: 'i-refused',
      imageId: 'ami-greeter',
      region,
      userData: Buffer.from(userData).toString('base64'),
    };
    await expect(start(refused as Instance)).rejects.toThrow(
      /only user data that begins with "#!", and found "#cloud-config/,
    );
    expect(hosts.machines.consoleOutput(refused as Instance)).toContain('Write a script whose first line');
  });

  it('runs scripts with their exit code, in sh or in what their first line names', async () => {
    const instance = await boot('ami-greeter');
    expect(await execute(instance, 'echo out', 'echo err >&2', 'exit 7')).toEqual({
      exitCode: 7,
      stdout: 'out\n',
      stderr: 'err\n',
    });
    expect((await execute(instance, '#!/usr/bin/python3', 'print(6 * 7)')).stdout).toBe('42\n');
  });

  it('ends a script that is cancelled, with all that it started', async () => {
    const instance = await boot('ami-greeter');
    const cancel = hosts.machines.execute(instance, ['sleep 71 & sleep 72'], () => expect(true).toBe(false));
    const sleeps = async () => Number((await execute(instance, "ps -o args= ax | grep -c '^sleep 7'")).stdout);
    await until(async () => (await sleeps()) === 2);
    cancel();
    await until(async () => (await sleeps()) === 0);
  });

  it('keeps what was added, changed and removed in an image, and in an image of that image', async () => {
    const first = await boot('ami-greeter');
    await execute(
      first,
      'useradd --system --no-create-home baked',
      'rm /etc/motd /opt/greeter/greeter.py',
      'echo one > /opt/one',
    );
    await stop(first);
    await capture(first, 'ami-one');
    await terminate(first);
    const second = await boot('ami-one');
    await execute(second, 'rm -r /opt/greeter', 'mkdir /opt/greeter', 'echo two > /opt/greeter/two');
    await capture(second, 'ami-two');
    hosts.machines.discard('ami-one');
    await terminate(second);
    const third = await boot('ami-two');
    const { stdout } = await execute(
      third,
      'ls /etc/motd 2>/dev/null',
      'id -un baked',
      'cat /opt/one',
      'ls /opt/greeter',
    );
    expect(stdout).toBe('baked\none\ntwo\n');
    expect(existsSync('/opt/one')).toBe(false);
    expect(existsSync('/etc/motd')).toBe(true);
  });

  it('gives a copied image the same content', async () => {
    await new Promise<void>((available) =>
      hosts.machines.copy('ami-greeter', 'ami-copy', { available, failed: () => undefined }),
    );
    hosts.machines.discard('ami-copy-unknown');
    const instance = await boot('ami-copy');
    await until(() => isHealthy(instance));
  });

  it('lets the holder of its key pair log in, and nobody else', async () => {
    const made = world.call({ service: 'ec2', operation: 'CreateKeyPair', input: { KeyName: 'packer' }, region }) as {
      KeyMaterial: string;
    };
    const key = join(folder, 'key');
    const other = join(folder, 'other');
    await writeFile(key, made.KeyMaterial, { mode: 0o600 });
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', other]);
    const instance = await boot('ami-greeter', { keyName: 'packer' });
    const login = (identity: string) =>
      run('ssh', [
        ...[
          '-p',
          `${hosts.sshPort}`,
          '-i',
          identity,
          '-o',
          'IdentitiesOnly=yes',
          '-o',
          'BatchMode=yes',
          '-F',
          '/dev/null',
        ],
        ...['-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null', '-o', 'ConnectionAttempts=20'],
        ...[`root@${instance.privateIpAddress}`, 'hostname'],
      ]);
    expect((await login(key)).stdout).toMatch(/^ip-127-/);
    await expect(login(other)).rejects.toThrow(/Permission denied/);
  });

  it('has a systemctl that enables, starts, stops and tells of units, and refuses what it does not know', async () => {
    const instance = await boot('ami-greeter');
    await until(() => isHealthy(instance));
    const { stdout, stderr } = await execute(
      instance,
      'systemctl is-active greeter; systemctl is-enabled greeter.service',
      'systemctl stop greeter; systemctl is-active greeter; systemctl show greeter; systemctl show no-such',
      'systemctl disable --now greeter; systemctl is-enabled greeter; systemctl enable --now greeter; systemctl is-active greeter',
      'systemctl restart greeter && echo restarted; systemctl start no-such || echo $?; systemctl isolate rescue',
    );
    expect(stdout.split('\n')).toEqual([
      ...['active', 'enabled', 'inactive', 'LoadState=loaded', 'ActiveState=inactive'],
      ...['LoadState=not-found', 'ActiveState=inactive', 'disabled', 'active', 'restarted', '5', ''],
    ]);
    expect(stderr).toContain("'isolate' is not understood");
    await until(() => isHealthy(instance));
  });

  it("works with Ansible's systemd module", async () => {
    const instance = await boot('ami-greeter');
    const script = [
      'ansible localhost -m ansible.builtin.systemd -a "name=greeter enabled=false state=stopped daemon_reload=true"',
      'systemctl is-active greeter; systemctl is-enabled greeter',
      'ansible localhost -m ansible.builtin.systemd -a "name=greeter enabled=true state=restarted"',
      'systemctl is-active greeter; systemctl is-enabled greeter',
    ];
    const { stdout } = await execute(instance, ...script);
    expect(stdout.match(/^(in)?active$|^(en|dis)abled$/gm)).toEqual(['inactive', 'disabled', 'active', 'enabled']);
    expect(stdout.match(/CHANGED/g)).toHaveLength(2);
  });

  it('says on its console which part of a unit it refuses, and starts the others', async () => {
    const source = await boot('ami-greeter');
    const second = '/etc/systemd/system/second.service';
    const lines = '[Service]\\nType=notify\\nExecStart=/bin/true\\nMemoryMax=1G\\n';
    await execute(source, `printf '${lines}' > ${second}`, 'systemctl enable second');
    await capture(source, 'ami-second');
    const instance = await boot('ami-second');
    await until(() => isHealthy(instance));
    const console = hosts.machines.consoleOutput(instance);
    expect(console).toContain('second.service: refused: MemoryMax= is not understood');
    expect(console).toContain('second.service: refused: Type=notify is not understood; simple, exec are');
  });

  it('goes down when it is terminated while it still boots', async () => {
    const instance = { id: 'i-hasty', imageId: 'ami-greeter', region, privateIpAddress: '127.0.0.1' } as Instance;
    const booted = start(instance);
    await terminate(instance);
    await booted;
    expect(await isHealthy(instance)).toBe(false);
    expect((await execute(instance, 'true')).stderr).toContain('is not up');
  });
});
