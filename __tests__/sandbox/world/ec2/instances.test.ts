import type { DescribeInstanceStatusResult, GetConsoleOutputResult, InstanceAttribute } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { profiles } from '../../../../sandbox/world/profile.js';
import { refusal, smallWorld } from '../small-world.js';

const hour = 3_600_000;

describe('the states of an instance', () => {
  it('are pending, then running', () => {
    const { run, clock, stateOf } = smallWorld();
    const id = run()[0]?.InstanceId ?? '';
    expect(stateOf(id)).toBe('pending');
    clock.advance(1_000);
    expect(stateOf(id)).toBe('running');
  });

  it('are stopping, stopped, pending and running again', () => {
    const { runOne, ec2, clock, stateOf } = smallWorld();
    const id = runOne();
    ec2('StopInstances', { InstanceIds: [id] });
    expect(stateOf(id)).toBe('stopping');
    clock.advance(1_000);
    expect(stateOf(id)).toBe('stopped');
    ec2('StartInstances', { InstanceIds: [id] });
    expect(stateOf(id)).toBe('pending');
    clock.advance(1_000);
    expect(stateOf(id)).toBe('running');
  });

  it.each(['pending', 'running', 'stopping', 'stopped'])('end in terminated from %s', (state) => {
    const { run, ec2, clock, stateOf } = smallWorld();
    const id = run()[0]?.InstanceId ?? '';
    if (state !== 'pending') clock.advance(1_000);
    if (state.startsWith('stop')) ec2('StopInstances', { InstanceIds: [id] });
    if (state === 'stopped') clock.advance(1_000);
    expect(stateOf(id)).toBe(state);
    ec2('TerminateInstances', { InstanceIds: [id] });
    expect(stateOf(id)).toBe('shutting-down');
    clock.advance(10_000);
    expect(stateOf(id)).toBe('terminated');
  });

  it('go from pending to terminated when the machine cannot boot', () => {
    const { run, machines, clock, seen } = smallWorld();
    machines.bootFailure = 'no such disk';
    const id = run()[0]?.InstanceId ?? '';
    clock.advance(1_000);
    const [instance] = seen({ InstanceIds: [id] });
    expect(instance).toMatchObject({ State: { Name: 'terminated' }, StateReason: { Code: 'Server.InternalError' } });
  });

  it('stay terminated in sight for an hour', () => {
    const { runOne, ec2, clock, seen, stateOf } = smallWorld();
    const id = runOne();
    ec2('TerminateInstances', { InstanceIds: [id] });
    clock.advance(1_000);
    clock.advance(hour - 1);
    expect(stateOf(id)).toBe('terminated');
    clock.advance(2);
    expect(refusal(() => stateOf(id))).toBe('InvalidInstanceID.NotFound');
    expect(seen()).toEqual([]);
  });

  it('tell listeners what they were before', () => {
    const { region, run, clock } = smallWorld();
    const changes: string[] = [];
    region.ec2.onStateChange(({ state }, previous) => changes.push(`${previous} > ${state}`));
    const id = run()[0]?.InstanceId ?? '';
    clock.advance(1_000);
    region.ec2.terminate(id);
    region.ec2.terminate(id);
    clock.advance(1_000);
    expect(changes).toEqual(['pending > running', 'running > shutting-down', 'shutting-down > terminated']);
  });

  it('answer each change with the state before and after', () => {
    const { runOne, ec2 } = smallWorld();
    const id = runOne();
    expect(ec2('TerminateInstances', { InstanceIds: [id] })).toEqual({
      TerminatingInstances: [
        {
          InstanceId: id,
          PreviousState: { Code: 16, Name: 'running' },
          CurrentState: { Code: 32, Name: 'shutting-down' },
        },
      ],
    });
  });

  it('forbid to stop what is not running, and to start what is not stopped', () => {
    const { run, runOne, ec2 } = smallWorld();
    const fresh = run()[0]?.InstanceId ?? '';
    expect(refusal(() => ec2('StopInstances', { InstanceIds: [fresh] }))).toBe('IncorrectInstanceState');
    const id = runOne();
    ec2('TerminateInstances', { InstanceIds: [id] });
    expect(refusal(() => ec2('StartInstances', { InstanceIds: [id] }))).toBe('IncorrectInstanceState');
    expect(refusal(() => ec2('RebootInstances', { InstanceIds: [id] }))).toBe('IncorrectInstanceState');
  });

  it('stay running through a reboot', () => {
    const { runOne, ec2, machines, clock, stateOf } = smallWorld();
    const id = runOne();
    ec2('RebootInstances', { InstanceIds: [id] });
    clock.advance(1_000);
    expect(stateOf(id)).toBe('running');
    expect(machines.calls).toEqual([`boot ${id}`, `stop ${id}`, `boot ${id}`]);
  });
});

describe('DescribeInstances', () => {
  it('fails as a whole for one unknown id', () => {
    const { runOne, seen } = smallWorld();
    const id = runOne();
    const unknown = 'i-0123456789abcdef0';
    expect(refusal(() => seen({ InstanceIds: [id, unknown] }))).toBe('InvalidInstanceID.NotFound');
    expect(refusal(() => seen({ InstanceIds: ['nonsense'] }))).toBe('InvalidInstanceID.Malformed');
  });

  it('does not know the ids of another region', () => {
    const { runOne, callIn } = smallWorld();
    const InstanceIds = [runOne()];
    expect(refusal(() => callIn('us-east-1', 'ec2', 'DescribeInstances', { InstanceIds }))).toBe(
      'InvalidInstanceID.NotFound',
    );
  });

  it('takes ids or MaxResults, not both', () => {
    const { runOne, seen } = smallWorld();
    const InstanceIds = [runOne()];
    expect(refusal(() => seen({ InstanceIds, MaxResults: 5 }))).toBe('InvalidParameterCombination');
  });

  it('pages through everything', () => {
    const { run, ec2 } = smallWorld();
    const all = run({ MinCount: 12, MaxCount: 12 }).map(({ InstanceId }) => InstanceId);
    const found: unknown[] = [];
    let NextToken: string | undefined;
    let pages = 0;
    do {
      const answer = ec2<{ Reservations: { Instances: { InstanceId: string }[] }[]; NextToken?: string }>(
        'DescribeInstances',
        { MaxResults: 5, NextToken },
      );
      found.push(...answer.Reservations.flatMap(({ Instances }) => Instances.map(({ InstanceId }) => InstanceId)));
      NextToken = answer.NextToken;
      pages++;
    } while (NextToken);
    expect(found).toEqual(all);
    expect(pages).toBe(3);
    expect(refusal(() => ec2('DescribeInstances', { MaxResults: 4 }))).toBe('InvalidParameterValue');
    expect(refusal(() => ec2('DescribeInstances', { NextToken: 'x' }))).toBe('InvalidNextToken');
  });

  it.each([
    ['instance-state-name', 'running'],
    ['image-id', 'ami-*'],
    ['key-name', 'door'],
    ['instance.group-name', 'default'],
    ['client-token', 'once'],
    ['private-ip-address', '10.0.0.1'],
    ['tag:Name', 'web-?'],
    ['tag-key', 'Name'],
    ['availability-zone', 'eu-west-1a'],
    ['instance-type', 't3.*'],
  ])('filters by %s', (Name, value) => {
    const { runOne, run, ec2, seen } = smallWorld();
    ec2('CreateKeyPair', { KeyName: 'door', KeyType: 'ed25519' });
    const id = runOne({
      KeyName: 'door',
      ClientToken: 'once',
      InstanceType: 't3.micro',
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'web-1' }] }],
    });
    run();
    const found = seen({ Filters: [{ Name, Values: ['no-such-value', value] }] }).map(({ InstanceId }) => InstanceId);
    expect(found).toContain(id);
    expect(seen({ Filters: [{ Name, Values: ['no-such-value'] }] })).toEqual([]);
  });

  it('refuses a filter that it does not have', () => {
    const { seen } = smallWorld();
    expect(refusal(() => seen({ Filters: [{ Name: 'colour', Values: ['red'] }] }))).toBe('InvalidParameterValue');
  });

  it('may not show a new instance for a while, and then always does', () => {
    const { run, clock, seen, stateOf } = smallWorld({ profile: { ...profiles.fast, lag: [5_000, 5_000] } });
    const id = run()[0]?.InstanceId ?? '';
    expect(refusal(() => stateOf(id))).toBe('InvalidInstanceID.NotFound');
    expect(seen()).toEqual([]);
    clock.advance(5_000);
    expect(stateOf(id)).toBe('running');
  });

  it('shows no network and no disk of a terminated instance', () => {
    const { runOne, ec2, clock, seen } = smallWorld();
    const id = runOne();
    expect(seen()[0]).toMatchObject({ PrivateIpAddress: '10.0.0.1', PublicIpAddress: '10.0.0.1' });
    ec2('TerminateInstances', { InstanceIds: [id] });
    clock.advance(1_000);
    expect(Object.keys(seen()[0] ?? {})).not.toEqual(expect.arrayContaining(['PrivateIpAddress']));
    expect(ec2('DescribeVolumes')).toMatchObject({ Volumes: [] });
  });
});

describe('DescribeInstanceStatus', () => {
  it('shows running instances only, unless asked for all', () => {
    const { run, runOne, ec2 } = smallWorld();
    const id = runOne();
    run();
    const ids = (input: object) =>
      (ec2<DescribeInstanceStatusResult>('DescribeInstanceStatus', input).InstanceStatuses ?? []).map(
        (one) => one.InstanceId,
      );
    expect(ids({})).toEqual([id]);
    expect(ids({ IncludeAllInstances: true })).toHaveLength(2);
  });

  it('says ok some time after the machine began to run', () => {
    const { runOne, ec2, clock } = smallWorld();
    const InstanceIds = [runOne()];
    const status = () =>
      ec2<DescribeInstanceStatusResult>('DescribeInstanceStatus', { InstanceIds }).InstanceStatuses?.[0]
        ?.InstanceStatus;
    expect(status()).toEqual({ Status: 'initializing' });
    clock.advance(profiles.fast.boot[1]);
    expect(status()).toEqual({ Status: 'ok' });
  });
});

describe('what an instance tells of itself', () => {
  it('is its console, in base64', () => {
    const { runOne, ec2 } = smallWorld();
    const InstanceId = runOne();
    const { Output = '' } = ec2<GetConsoleOutputResult>('GetConsoleOutput', { InstanceId });
    expect(Buffer.from(Output, 'base64').toString()).toBe(`console of ${InstanceId}`);
  });

  it('is the latest on its console only where the Nitro System runs it', () => {
    const { runOne, ec2 } = smallWorld();
    const latest = (InstanceType: string) =>
      refusal(() => ec2('GetConsoleOutput', { InstanceId: runOne({ InstanceType }), Latest: true }));
    expect([latest('t3.micro'), latest('t2.micro')]).toEqual(['none', 'UnsupportedOperation']);
  });

  it('is its attributes', () => {
    const { runOne, ec2 } = smallWorld();
    const InstanceId = runOne({ UserData: 'IyEvYmluL3No' });
    const answer = ec2<InstanceAttribute>('DescribeInstanceAttribute', { InstanceId, Attribute: 'userData' });
    expect(answer.UserData).toEqual({ Value: 'IyEvYmluL3No' });
  });
});
