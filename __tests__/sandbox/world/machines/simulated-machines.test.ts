import { describe, expect, it } from '@jest/globals';
import type { CommandResult } from '../../../../sandbox/world/machines/machines.js';
import { starter } from '../starter.js';

function machine(behaviour?: Parameters<ReturnType<typeof starter>['machines']['behave']>[1]) {
  const world = starter({ machines: 0, maxSize: 1 });
  if (behaviour) world.machines.behave(world.names.imageId, behaviour);
  const instance = world.here.ec2.launch({ ImageId: world.names.imageId, InstanceType: 't3.micro' });
  return { ...world, instance, isUp: () => world.machines.isAnswering(instance.id) };
}

/** The code that the machine's command ended with, and what it wrote, once it has. */
function execute({ machines, instance, seconds }: ReturnType<typeof machine>, script: string) {
  const ended: CommandResult[] = [];
  const sent = { document: 'AWS-RunShellScript', parameters: { commands: [script] } };
  machines.execute(instance, [script], (result) => ended.push(result), sent);
  seconds(0.5);
  const [{ exitCode, stdout } = { exitCode: -1, stdout: '' }] = ended;
  return [exitCode, stdout];
}

describe('a command on a simulated machine', () => {
  it('ends as its image says, by what it is and by what the machine does', () => {
    const world = machine({
      boot: [10_000, 10_000],
      commands: (document, { commands = [] }, { isAnswering }) => ({
        exitCode: isAnswering ? 0 : 7,
        output: `${document}: ${commands.join()}`,
      }),
    });
    world.seconds(1);
    expect(execute(world, 'check')).toEqual([7, 'AWS-RunShellScript: check']);
    world.seconds(20);
    expect(execute(world, 'check')).toEqual([0, 'AWS-RunShellScript: check']);
  });

  it('takes as long as its image says', () => {
    const world = machine({ commands: () => ({ exitCode: 0, output: 'slow', takes: [5_000, 5_000] }) });
    world.seconds(1);
    expect(execute(world, 'check')).toEqual([-1, '']);
  });
});

describe('a command on a machine that shuts down', () => {
  it('ends with it, unheard', () => {
    const world = machine({ commands: () => ({ exitCode: 0, output: 'slow', takes: [5_000, 5_000] }) });
    const { machines, instance, seconds } = world;
    seconds(1);
    const ended: CommandResult[] = [];
    machines.execute(instance, ['migrate'], (result) => ended.push(result));
    world.here.ec2.terminate(instance.id);
    seconds(60);
    expect(ended).toEqual([]);
  });
});

describe('the console of a simulated machine', () => {
  const consoleOf = ({ machines, instance }: ReturnType<typeof machine>, isLatest: boolean) =>
    machines.consoleOutput(instance, isLatest).trim().split('\n').slice(1);

  it('has what it wrote when it booted, and all the rest for who asks for the latest', () => {
    const world = machine({ answers: 'never', console: { booting: ['kernel'], running: ['app: no database'] } });
    expect(consoleOf(world, true)).toEqual([]);
    world.seconds(5);
    expect([consoleOf(world, false), consoleOf(world, true)]).toEqual([['kernel'], ['kernel', 'app: no database']]);
  });

  it('is kept when the machine ends', () => {
    const world = machine({ console: { running: ['app: up'] } });
    world.seconds(5);
    world.here.ec2.terminate(world.instance.id);
    world.seconds(5);
    expect(consoleOf(world, false)).toEqual(['app: up']);
  });
});

describe('a simulated machine', () => {
  it('answers once it has started and its application is up', () => {
    const { isUp, instance, seconds } = machine();
    seconds(0.04);
    expect([instance.state, isUp()]).toEqual(['pending', false]);
    seconds(1);
    expect([instance.state, isUp()]).toEqual(['running', true]);
  });

  it('does what its image is told to do: never answer, or go bad after a while', () => {
    const never = machine({ answers: 'never' });
    never.seconds(1000);
    expect(never.isUp()).toBe(false);
    const bad = machine({ answers: { badAfter: 10_000 } });
    bad.seconds(5);
    expect(bad.isUp()).toBe(true);
    bad.seconds(10);
    expect(bad.isUp()).toBe(false);
  });

  it('stops to answer the moment it shuts down', () => {
    const { here, instance, isUp, seconds } = machine();
    seconds(5);
    here.ec2.terminate(instance.id);
    expect(isUp()).toBe(false);
  });

  it('answers again after a stop and a start', () => {
    const { here, instance, isUp, seconds } = machine();
    seconds(5);
    here.ec2.stop(instance.id);
    seconds(5);
    here.ec2.start(instance.id);
    seconds(5);
    expect(isUp()).toBe(true);
  });

  it('hands its behaviour on to an image that is made of it, unless that has its own', () => {
    const { instance, machines, names, seconds } = machine({ version: '1' });
    seconds(5);
    const versionOf = (imageId: string) => machines.versionOf({ id: 'nobody', imageId });
    machines.behave('ami-own', { version: 'own' });
    const report = { available: () => {}, failed: () => {} };
    machines.capture(instance, 'ami-own', report);
    machines.capture(instance, 'ami-captured', report);
    machines.copy('ami-captured', 'ami-copied', report);
    seconds(5);
    expect([versionOf('ami-own'), versionOf('ami-copied'), versionOf(names.imageId)]).toEqual(['own', '1', '1']);
  });

  it('ends commands as its image says', () => {
    const { instance, machines, seconds } = machine({ exitCode: 3 });
    seconds(5);
    const codes: number[] = [];
    machines.execute(instance, ['true'], ({ exitCode }) => codes.push(exitCode));
    const cancel = machines.execute(instance, ['true'], ({ exitCode }) => codes.push(exitCode));
    cancel();
    seconds(5);
    expect(codes).toEqual([3]);
  });
});
