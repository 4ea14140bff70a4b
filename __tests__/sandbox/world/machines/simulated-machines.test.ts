import { describe, expect, it } from '@jest/globals';
import { starter } from '../starter.js';

function machine(behaviour?: Parameters<ReturnType<typeof starter>['machines']['behave']>[1]) {
  const world = starter({ machines: 0, maxSize: 1 });
  if (behaviour) world.machines.behave(world.names.imageId, behaviour);
  const instance = world.here.ec2.launch({ ImageId: world.names.imageId, InstanceType: 't3.micro' });
  return { ...world, instance, isUp: () => world.machines.isAnswering(instance.id) };
}

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
