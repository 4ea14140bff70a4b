import { describe, expect, it } from '@jest/globals';
import { ConsoleLog } from '../../../sandbox/hosts/console-log.js';
import { type Program, Services } from '../../../sandbox/hosts/services.js';

const enabled = '/etc/systemd/system/multi-user.target.wants';

/** A machine whose files are given, and whose programs end when the test says so. */
function machine(files: Record<string, string>, hasUsers = true) {
  const console = new ConsoleLog();
  const started: { program: Program; end(exitCode: number): void }[] = [];
  const services = new Services({
    console,
    environment: { HOST: '127.64.0.10' },
    hasUsers,
    read: (path) => files[path],
    list: (folder) =>
      Object.keys(files)
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1)),
    start: (program) => {
      const listeners: ((exitCode: number) => void)[] = [];
      const ended = new Promise<number>((resolve) => listeners.push(resolve));
      started.push({ program, end: (exitCode) => listeners.map((tell) => tell(exitCode)) });
      return { pid: () => 0, ended, whenEnded: (listener) => listeners.push(listener) };
    },
  });
  return { console, started, services };
}

const unitAt = (name: string, ...lines: string[]) => ({
  [`/etc/systemd/system/${name}`]: ['[Service]', ...lines].join('\n'),
  [`${enabled}/${name}`]: '',
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the services of a machine', () => {
  it('start when they are enabled, and only then', () => {
    const { started, services } = machine({
      ...unitAt('one.service', 'ExecStart=/bin/one'),
      '/etc/systemd/system/two.service': '[Service]\nExecStart=/bin/two',
    });
    services.startEnabled();
    expect(started.map(({ program }) => program.command)).toEqual([['/bin/one']]);
    expect(services.isActive('one.service')).toBe(true);
    expect(services.isActive('two.service')).toBe(false);
  });

  it('get the address of their machine, also in place of "all addresses"', () => {
    const { started, services } = machine({
      ...unitAt('all.service', 'Environment=HOST=0.0.0.0', 'ExecStart=/bin/all'),
      ...unitAt('none.service', 'ExecStart=/bin/none'),
      ...unitAt('own.service', 'Environment=HOST=127.0.0.1', 'ExecStart=/bin/own'),
    });
    services.startEnabled();
    expect(started.map(({ program }) => program.environment.HOST)).toEqual(['127.64.0.10', '127.64.0.10', '127.0.0.1']);
  });

  it('take an environment file over the unit, and are refused without one that they need', () => {
    const { started, services, console } = machine({
      ...unitAt(
        'has.service',
        'Environment=A=1',
        'EnvironmentFile=/etc/a',
        'EnvironmentFile=-/etc/none',
        'ExecStart=/bin/a',
      ),
      ...unitAt('lacks.service', 'EnvironmentFile=/etc/b', 'ExecStart=/bin/b'),
      '/etc/a': 'A=2',
    });
    services.startEnabled();
    expect(started.map(({ program }) => program.environment.A)).toEqual(['2']);
    expect(console.text).toContain('lacks.service: refused: EnvironmentFile=/etc/b is not there');
  });

  it('run as their user, who must be known', () => {
    const { started, services, console } = machine({
      ...unitAt('known.service', 'User=shop', 'ExecStart=/bin/a'),
      ...unitAt('unknown.service', 'User=ghost', 'ExecStart=/bin/b'),
      '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nshop:x:799:798::/opt/shop:/bin/sh\n',
    });
    services.startEnabled();
    expect(started[0]?.program.account).toEqual({ name: 'shop', userId: '799', groupId: '798', home: '/opt/shop' });
    expect(started[0]?.program.environment.HOME).toBe('/opt/shop');
    expect(console.text).toContain('unknown.service: refused: User=ghost is not known');
  });

  it('run as whoever runs the sandbox, where users cannot be switched', () => {
    const { started, services } = machine(unitAt('a.service', 'User=ghost', 'ExecStart=/bin/a'), false);
    services.startEnabled();
    expect(started[0]?.program.account).toBeUndefined();
  });

  it('start again after a failure or always, as their unit says, but not when they were stopped', async () => {
    const { started, services } = machine({
      ...unitAt('always.service', 'Restart=always', 'ExecStart=/bin/always'),
      ...unitAt('failure.service', 'Restart=on-failure', 'ExecStart=/bin/failure'),
      ...unitAt('never.service', 'ExecStart=/bin/never'),
    });
    services.startEnabled();
    for (const { end } of [...started]) end(0);
    await pause(150);
    expect(started.slice(3).map(({ program }) => program.command[0])).toEqual(['/bin/always']);
    const stopping = services.stop('always.service');
    started[3]?.end(0);
    await stopping;
    await pause(150);
    expect(started).toHaveLength(4);
  });

  it('are given up when they fail five times in a row', async () => {
    const { started, services, console } = machine(unitAt('bad.service', 'Restart=always', 'ExecStart=/bin/bad'));
    services.startEnabled();
    for (let times = 1; times <= 5; times++) {
      started[times - 1]?.end(1);
      await pause(130);
    }
    expect(started).toHaveLength(5);
    expect(console.text).toContain('bad.service: started too often, given up');
  });
});
