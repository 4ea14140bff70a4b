import type {
  GetCommandInvocationResult,
  ListCommandInvocationsResult,
  ListCommandsResult,
  SendCommandResult,
} from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import { refusal, smallWorld } from '../small-world.js';

function withMachines(count = 1) {
  const world = smallWorld();
  const ids = Array.from({ length: count }, () =>
    world.runOne({ TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'group', Value: 'web' }] }] }),
  );
  const send = (input: object = {}) =>
    world.ssm<SendCommandResult>('SendCommand', {
      DocumentName: 'AWS-RunShellScript',
      InstanceIds: ids,
      Parameters: { commands: ['uptime'] },
      ...input,
    }).Command?.CommandId ?? '';
  const invocation = (CommandId: string, InstanceId = ids[0]) =>
    world.ssm<GetCommandInvocationResult>('GetCommandInvocation', { CommandId, InstanceId });
  const command = (CommandId: string) => world.ssm<ListCommandsResult>('ListCommands', { CommandId }).Commands?.[0];
  const executed = () => world.machines.calls.filter((call) => call.startsWith('execute')).length;
  return { ...world, ids, send, invocation, command, executed };
}

describe('SendCommand', () => {
  it('goes from nothing through InProgress, without output, to Success', () => {
    const { send, invocation, clock, command } = withMachines();
    const id = send();
    expect(refusal(() => invocation(id))).toBe('InvocationDoesNotExist');
    expect(command(id)?.Status).toBe('Pending');
    clock.advance(500);
    expect(invocation(id)).toMatchObject({ Status: 'InProgress', ResponseCode: -1, StandardOutputContent: '' });
    expect(command(id)?.Status).toBe('InProgress');
    clock.advance(1_000);
    expect(invocation(id)).toMatchObject({ Status: 'Success', ResponseCode: 0, StandardOutputContent: 'done' });
    expect(command(id)).toMatchObject({ Status: 'Success', TargetCount: 1, CompletedCount: 1, ErrorCount: 0 });
  });

  it('fails with the code of the script, and cuts what it wrote', () => {
    const { send, invocation, clock, machines, command } = withMachines();
    machines.commandResult = { exitCode: 3, stdout: 'o'.repeat(30_000), stderr: 'e'.repeat(10_000) };
    const id = send();
    clock.advance(2_000);
    const found = invocation(id);
    expect(found).toMatchObject({ Status: 'Failed', ResponseCode: 3 });
    expect(found.StandardOutputContent).toHaveLength(24_000);
    expect(found.StandardErrorContent).toHaveLength(8_000);
    expect(command(id)).toMatchObject({ Status: 'Failed', ErrorCount: 1 });
  });

  it('reaches the running instances with a tag', () => {
    const { send, clock, run, command, ids, executed } = withMachines(3);
    run({ TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'group', Value: 'web' }] }] });
    const id = send({ InstanceIds: undefined, Targets: [{ Key: 'tag:group', Values: ['web'] }] });
    clock.advance(2_000);
    expect(command(id)).toMatchObject({ TargetCount: ids.length, CompletedCount: ids.length });
    expect(executed()).toBe(3);
  });

  it('runs on no more machines at once than MaxConcurrency says', () => {
    const { send, clock, executed } = withMachines(4);
    send({ MaxConcurrency: '50%' });
    clock.advance(900);
    expect(executed()).toBe(2);
    clock.advance(5_000);
    expect(executed()).toBe(4);
  });

  it('goes no further after more failures than MaxErrors allows', () => {
    const { send, clock, machines, ids, invocation, executed, command } = withMachines(3);
    machines.commandResult = { exitCode: 1, stdout: '', stderr: '' };
    const id = send({ MaxConcurrency: '1', MaxErrors: '1' });
    clock.advance(10_000);
    expect(executed()).toBe(2);
    expect(invocation(id, ids[2])).toMatchObject({ Status: 'Cancelled', StatusDetails: 'Terminated' });
    expect(command(id)?.Status).toBe('Failed');
  });

  it('times out when the script runs longer than it may', () => {
    const { send, clock, invocation, machines, ids } = withMachines();
    machines.execute = () => () => {
      machines.calls.push('stopped');
    };
    const id = send({ Parameters: { commands: ['sleep 1000'], executionTimeout: ['60'] } });
    clock.advance(61_000);
    expect(invocation(id, ids[0])).toMatchObject({ Status: 'TimedOut', StatusDetails: 'ExecutionTimedOut' });
    expect(machines.calls).toContain('stopped');
  });

  it('times out when the machine has gone before it was reached', () => {
    const { send, clock, invocation, ec2, ids } = withMachines();
    const id = send({ TimeoutSeconds: 30 });
    ec2('TerminateInstances', { InstanceIds: ids });
    clock.advance(31_000);
    expect(invocation(id)).toMatchObject({ Status: 'TimedOut', StatusDetails: 'DeliveryTimedOut' });
  });

  it.each([
    ['InvalidDocument', { DocumentName: 'AWS-UpdateSSMAgent' }],
    ['UnsupportedPlatformType', { DocumentName: 'AWS-RunPowerShellScript' }],
    ['InvalidParameters', { Parameters: {} }],
    ['InvalidInstanceId', { InstanceIds: ['i-0123456789abcdef0'] }],
    ['ValidationException', { InstanceIds: undefined }],
    ['ValidationException', { TimeoutSeconds: 29 }],
    ['ValidationException', { MaxErrors: 'few' }],
    ['InvalidTarget', { InstanceIds: undefined, Targets: [{ Key: 'resource-groups:Name', Values: ['x'] }] }],
    ['ValidationError', { OutputS3BucketName: 'logs' }],
  ])('answers %s for %j', (code, input) => {
    const { send } = withMachines();
    expect(refusal(() => send(input))).toBe(code);
  });

  it('reaches Windows by its own document', () => {
    const { region, run, send, clock, command } = withMachines();
    const { id: ImageId } = region.ec2.addImage({ name: 'windows', platform: 'Windows' });
    const [{ InstanceId, Platform } = {}] = run({ ImageId });
    clock.advance(1_000);
    expect(Platform).toBe('windows');
    expect(refusal(() => send({ InstanceIds: [InstanceId] }))).toBe('UnsupportedPlatformType');
    const id = send({ InstanceIds: [InstanceId], DocumentName: 'AWS-RunPowerShellScript' });
    clock.advance(3_000);
    expect(command(id)).toMatchObject({ Status: 'Success', DocumentName: 'AWS-RunPowerShellScript' });
  });

  it('refuses a machine whose agent has not reported yet, and does not list it', () => {
    const { machines, run, send, ssm, clock } = withMachines();
    Object.assign(machines, { agentDelay: () => 5_000 });
    const [{ InstanceId } = {}] = run();
    const Filters = [{ Key: 'InstanceIds', Values: [InstanceId] }];
    const listed = () =>
      ssm<{ InstanceInformationList: object[] }>('DescribeInstanceInformation', { Filters }).InstanceInformationList;
    clock.advance(5_900);
    expect([refusal(() => send({ InstanceIds: [InstanceId] })), listed().length]).toEqual(['InvalidInstanceId', 0]);
    clock.advance(100);
    expect([refusal(() => send({ InstanceIds: [InstanceId] })), listed().length]).toEqual(['none', 1]);
  });

  it('refuses an instance that does not run yet', () => {
    const { run, send } = withMachines();
    expect(refusal(() => send({ InstanceIds: [run()[0]?.InstanceId] }))).toBe('InvalidInstanceId');
  });
});

describe('CancelCommand', () => {
  it('stops what runs and never sends what waits', () => {
    const { send, ssm, clock, invocation, ids, command, executed } = withMachines(2);
    const id = send({ MaxConcurrency: '1' });
    clock.advance(500);
    ssm('CancelCommand', { CommandId: id });
    expect(invocation(id, ids[0])?.Status).toBe('Cancelling');
    expect(invocation(id, ids[1])?.Status).toBe('Cancelled');
    clock.advance(2_000);
    expect(invocation(id, ids[0])?.Status).toBe('Cancelled');
    expect(command(id)?.Status).toBe('Cancelled');
    expect(executed()).toBe(1);
    expect(refusal(() => ssm('CancelCommand', { CommandId: 'none' }))).toBe('InvalidCommandId');
  });
});

describe('what Systems Manager lists', () => {
  it('is its commands, newest first, page by page', () => {
    const { send, ssm } = withMachines();
    const [first, second] = [send(), send()];
    const { Commands, NextToken } = ssm<ListCommandsResult>('ListCommands', { MaxResults: 1 });
    expect(Commands?.[0]?.CommandId).toBe(second);
    expect(ssm<ListCommandsResult>('ListCommands', { MaxResults: 1, NextToken }).Commands?.[0]?.CommandId).toBe(first);
  });

  it('is invocations whose output ends, where they failed, with words of the agent', () => {
    const { send, ssm, clock, machines, invocation } = withMachines();
    machines.commandResult = { exitCode: 3, stdout: 'no database\n', stderr: '' };
    const CommandId = send();
    clock.advance(2_000);
    const said = 'failed to run commands: exit status 3';
    expect(invocation(CommandId)).toMatchObject({ StandardOutputContent: 'no database\n', StandardErrorContent: said });
    expect(ssm('ListCommandInvocations', { CommandId, Details: true })).toMatchObject({
      CommandInvocations: [{ CommandPlugins: [{ Output: `no database\n\n----------ERROR-------\n${said}` }] }],
    });
  });

  it('is invocations, with the output when details are asked for', () => {
    const { send, ssm, clock, ids } = withMachines();
    const CommandId = send();
    clock.advance(2_000);
    expect(ssm('ListCommandInvocations', { CommandId, Details: true })).toMatchObject({
      CommandInvocations: [{ InstanceId: ids[0], Status: 'Success', CommandPlugins: [{ Output: 'done' }] }],
    });
  });

  it.each([
    [[{ key: 'Status', value: 'Success' }], 1],
    [[{ key: 'Status', value: 'InProgress' }], 0],
    [[{ key: 'DocumentName', value: 'AWS-RunPowerShellScript' }], 0],
    [[{ key: 'InvokedAfter', value: '2030-01-01T00:00:00Z' }], 0],
    [[{ key: 'InvokedBefore', value: '2030-01-01T00:00:00Z' }], 1],
  ])('is what passes the filters %j', (Filters, count) => {
    const { send, ssm, clock } = withMachines();
    send();
    clock.advance(2_000);
    const { CommandInvocations } = ssm<ListCommandInvocationsResult>('ListCommandInvocations', { Filters });
    const { Commands } = ssm<ListCommandsResult>('ListCommands', { Filters });
    expect([CommandInvocations?.length, Commands?.length]).toEqual([count, count]);
  });

  it('is the machines whose agent reports: those that run', () => {
    const { ssm, run, ids } = withMachines(2);
    run();
    const found = (input: object) =>
      ssm<{ InstanceInformationList: { InstanceId: string }[] }>(
        'DescribeInstanceInformation',
        input,
      ).InstanceInformationList.map(({ InstanceId }) => InstanceId);
    expect(found({})).toEqual(ids);
    expect(found({ Filters: [{ Key: 'InstanceIds', Values: [ids[1]] }] })).toEqual([ids[1]]);
  });
});
