import type { CommandInvocation } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import { Gatekeeper } from '../../../../src/rollout/gate/gatekeeper.js';
import type { Machine } from '../../../../src/rollout/heart/observation.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { machine, oldOnes, planned, proving, waiting } from '../seen.js';

type Answers = Readonly<Record<string, (input: Record<string, unknown>) => object>>;

/** Systems Manager, as far as a gatekeeper meets it: what it answers, and what it was asked. */
class SystemsManager {
  readonly asked: { readonly call: string; readonly input: Record<string, unknown> }[] = [];
  readonly answers: Answers;

  constructor(answers: Answers) {
    this.answers = {
      DescribeInstanceInformation: () => online('i-4', 'i-5'),
      SendCommand: () => ({ Command: { CommandId: `c-${this.calls('SendCommand').length}` } }),
      ListCommandInvocations: () => ({ CommandInvocations: [] }),
      ListCommands: () => ({ Commands: [] }),
      ...answers,
    };
  }

  get ssm(): Aws['ssm'] {
    const send = async (command: { readonly input: object }) => {
      const call = command.constructor.name.replace(/Command$/, '');
      const input = command.input as Record<string, unknown>;
      this.asked.push({ call, input });
      return this.answers[call]?.(input);
    };
    return { send } as unknown as Aws['ssm'];
  }

  calls(call: string) {
    return this.asked.filter((one) => one.call === call).map(({ input }) => input);
  }
}

const online = (...ids: string[]) => ({
  InstanceInformationList: ids.map((InstanceId) => ({ InstanceId, PlatformType: 'Linux' })),
});
const gate = { kind: 'command', command: 'check', timeout: 60_000 } as const;
const gated = planned(proving, { gate });
const commanded: Release = planned(proving, { releaseCommand: 'migrate' });
const fresh = [machine('i-4', 2, waiting), machine('i-5', 2, waiting)];
const comment = 'steadfleet web/7 gate';
const refused = (name: string) => () => {
  throw Object.assign(new Error(name), { name });
};

function answered(invocation: Partial<CommandInvocation>, id = 'i-4'): CommandInvocation {
  return { CommandId: 'c-1', InstanceId: id, Comment: comment, RequestedDateTime: new Date(0), ...invocation };
}

function meet(answers: Answers = {}) {
  const systemsManager = new SystemsManager(answers);
  const clock = { time: 0, now: () => clock.time };
  return { systemsManager, clock, gatekeeper: new Gatekeeper(systemsManager, clock) };
}

const checks = (machines: readonly Machine[]) => machines.map(({ check }) => check?.state);

describe('the gatekeeper asks nothing', () => {
  it.each<[string, Release, readonly Machine[]]>([
    ['without a gate', proving, fresh],
    ['while no machine waits', gated, [...oldOnes, machine('i-4', 2)]],
    ['of machines of the predecessor', gated, [machine('i-1', 1, waiting)]],
    ['on the way back', { ...gated, direction: 'back' }, fresh],
    ['of what an undo puts back', { ...gated, isUndo: true }, fresh],
    ['once a release command without a gate is done', { ...commanded, command: 'done' }, fresh],
  ])('%s', async (_case, release, machines) => {
    const { systemsManager, gatekeeper } = meet();
    expect((await gatekeeper.inspect(release, machines)).machines).toEqual(machines);
    expect(systemsManager.asked).toEqual([]);
  });
});

describe('a check', () => {
  it.each<[string, Partial<CommandInvocation>, string | undefined]>([
    ['has passed', { Status: 'Success', StatusDetails: 'Success' }, 'passed'],
    ['has failed by its exit code', { Status: 'Failed', StatusDetails: 'Failed' }, 'failed'],
    ['has failed when it ran too long', { Status: 'TimedOut', StatusDetails: 'Execution Timed Out' }, 'failed'],
    ['has failed when somebody cancelled it', { Status: 'Cancelled', StatusDetails: 'Cancelled' }, 'failed'],
    ['runs', { Status: 'InProgress', StatusDetails: 'InProgress' }, 'running'],
    ['runs while it is on its way', { Status: 'Pending', StatusDetails: 'Pending' }, 'running'],
    ['runs while it is being cancelled', { Status: 'Cancelling', StatusDetails: 'Cancelling' }, 'running'],
    [
      'is to be asked again if it was never delivered',
      { Status: 'TimedOut', StatusDetails: 'DeliveryTimedOut' },
      undefined,
    ],
    ['is to be asked again if its agent was away', { Status: 'Failed', StatusDetails: 'Undeliverable' }, undefined],
  ])('%s', async (_case, invocation, state) => {
    const { gatekeeper } = meet({
      ListCommandInvocations: () => ({ CommandInvocations: [answered(invocation)] }),
    });
    await gatekeeper.inspect(gated, fresh);
    await gatekeeper.ask(gated, ['i-4']);
    expect(checks((await gatekeeper.inspect(gated, fresh)).machines)).toEqual([state, undefined]);
  });

  it('runs while Systems Manager still hides it, and is given up in the end', async () => {
    const { gatekeeper, clock } = meet();
    await gatekeeper.inspect(gated, fresh);
    await gatekeeper.ask(gated, ['i-4']);
    expect(checks((await gatekeeper.inspect(gated, fresh)).machines)).toEqual(['running', undefined]);
    clock.time = gate.timeout + 180_001;
    expect(checks((await gatekeeper.inspect(gated, fresh)).machines)).toEqual(['failed', undefined]);
  });

  it('is sent once for all machines, and none of them can spoil it for another', async () => {
    const { gatekeeper, systemsManager } = meet();
    await gatekeeper.inspect(gated, fresh);
    await gatekeeper.ask(gated, ['i-4', 'i-5']);
    expect(systemsManager.calls('SendCommand')).toMatchObject([
      { InstanceIds: ['i-4', 'i-5'], Comment: comment, MaxConcurrency: '100%', MaxErrors: '100%', TimeoutSeconds: 60 },
    ]);
  });

  it('waits for an agent that does not listen yet', async () => {
    const { gatekeeper } = meet({ DescribeInstanceInformation: () => online('i-5') });
    const { machines } = await gatekeeper.inspect(gated, fresh);
    expect(checks(machines)).toEqual(['unreachable', undefined]);
    expect(machines[0]?.trouble).toContain('agent');
  });

  it('is asked of each machine alone when one of them refuses it, and of that one again later', async () => {
    const absent = refused('InvalidInstanceId');
    const { gatekeeper, systemsManager } = meet({
      SendCommand: ({ InstanceIds }) =>
        (InstanceIds as string[]).includes('i-4') ? absent() : { Command: { CommandId: 'c-1' } },
    });
    await gatekeeper.inspect(gated, fresh);
    await gatekeeper.ask(gated, ['i-4', 'i-5']);
    expect(systemsManager.calls('SendCommand').map(({ InstanceIds }) => InstanceIds)).toEqual([
      ['i-4', 'i-5'],
      ['i-4'],
      ['i-5'],
    ]);
    expect(checks((await gatekeeper.inspect(gated, fresh)).machines)).toEqual([undefined, 'running']);
  });

  it('goes to Windows by PowerShell', async () => {
    const { gatekeeper, systemsManager } = meet({
      DescribeInstanceInformation: () => ({
        InstanceInformationList: [{ InstanceId: 'i-4', PlatformType: 'Windows' }],
      }),
    });
    await gatekeeper.inspect(gated, fresh);
    await gatekeeper.ask(gated, ['i-4']);
    expect(systemsManager.calls('SendCommand')).toMatchObject([{ DocumentName: 'AWS-RunPowerShellScript' }]);
  });
});

describe('a check that an earlier run has sent', () => {
  const later: Release = { ...gated, number: 9, continues: 7 };
  const found = (...CommandInvocations: CommandInvocation[]) => ({
    ListCommandInvocations: () => ({ CommandInvocations }),
  });

  it('is adopted by its comment', async () => {
    const { gatekeeper, systemsManager } = meet(found(answered({ Status: 'InProgress' })));
    expect(checks((await gatekeeper.inspect(later, fresh.slice(0, 1))).machines)).toEqual(['running']);
    expect(systemsManager.calls('SendCommand')).toEqual([]);
  });

  it.each<[string, CommandInvocation]>([
    ['of another release', answered({ Status: 'Success', Comment: 'steadfleet web/6 gate' })],
    ['of the release command', answered({ Status: 'Success', Comment: 'steadfleet web/7 release-command' })],
    ['that was never delivered', answered({ Status: 'TimedOut', StatusDetails: 'DeliveryTimedOut' })],
  ])('is not one %s', async (_case, invocation) => {
    const { gatekeeper } = meet(found(invocation));
    expect(checks((await gatekeeper.inspect(later, fresh.slice(0, 1))).machines)).toEqual([undefined]);
  });

  it('is looked for when the answer to sending it was lost', async () => {
    let isLost = true;
    const { gatekeeper } = meet({
      ...found(answered({ Status: 'Success' })),
      SendCommand: () => (isLost ? refused('InternalServerError')() : {}),
    });
    await gatekeeper.inspect(gated, fresh.slice(0, 1));
    await expect(gatekeeper.ask(gated, ['i-4'])).rejects.toThrow();
    isLost = false;
    expect(checks((await gatekeeper.inspect(gated, fresh.slice(0, 1))).machines)).toEqual(['passed']);
  });

  it('is looked for when the answer to sending it names none, and nothing else is taken for it', async () => {
    const other = answered({ Status: 'Success', Comment: 'steadfleet web/7 release-command' });
    const { gatekeeper, systemsManager } = meet({ ...found(other), SendCommand: () => ({}) });
    await gatekeeper.inspect(gated, fresh.slice(0, 1));
    await gatekeeper.ask(gated, ['i-4']);
    expect(checks((await gatekeeper.inspect(gated, fresh.slice(0, 1))).machines)).toEqual([undefined]);
    expect(systemsManager.calls('ListCommandInvocations')).toMatchObject([{ InstanceId: 'i-4' }]);
  });

  it('has a comment of a hundred characters at most, whatever the group is called', async () => {
    const { gatekeeper, systemsManager } = meet();
    for (const group of ['web', 'x'.repeat(255), `${'x'.repeat(254)}y`])
      await gatekeeper.ask({ ...gated, group }, ['i-4']);
    const comments = systemsManager.calls('SendCommand').map(({ Comment }) => Comment as string);
    expect(new Set(comments).size).toBe(3);
    expect(Math.max(...comments.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });
});

describe('the release command', () => {
  const begun: Release = { ...commanded, command: 'begun' };
  const command = 'steadfleet web/7 release-command';
  const sent = {
    ListCommands: () => ({ Commands: [{ CommandId: 'c-1', Comment: command, RequestedDateTime: new Date(0) }] }),
  };
  const ended = (invocation: Partial<CommandInvocation>) => ({
    ...sent,
    ListCommandInvocations: () => ({ CommandInvocations: [answered({ Comment: command, ...invocation })] }),
  });

  it.each<[string, Answers, object]>([
    ['is found by its comment, on whichever machine it runs', ended({ Status: 'InProgress' }), { command: 'running' }],
    ['has passed', ended({ Status: 'Success', StatusDetails: 'Success' }), { command: 'passed' }],
    [
      'has failed, and says why',
      ended({ Status: 'Failed', CommandPlugins: [{ Output: 'locked' }] }),
      { command: 'failed', commandSays: 'locked' },
    ],
    [
      'has failed when nobody took it',
      ended({ Status: 'TimedOut', StatusDetails: 'DeliveryTimedOut' }),
      { command: 'failed' },
    ],
    ['may still be hidden', sent, { command: 'running' }],
  ])('%s', async (_case, answers, expected) => {
    expect(await meet(answers).gatekeeper.inspect(begun, fresh)).toMatchObject(expected);
  });

  it('is looked for by its comment when the answer to sending it names none', async () => {
    const { gatekeeper } = meet({ ...ended({ Status: 'InProgress' }), SendCommand: () => ({}) });
    expect(await gatekeeper.runCommand(begun, 'i-4')).toBe(true);
    expect(await gatekeeper.inspect(begun, fresh)).toMatchObject({ command: 'running' });
    const hidden = meet({ SendCommand: () => ({}) });
    await hidden.gatekeeper.runCommand(begun, 'i-4');
    await hidden.gatekeeper.inspect(begun, fresh);
    expect(hidden.systemsManager.calls('ListCommandInvocations')).toEqual([]);
  });

  it('is unknown when it was begun, and nothing is to be found for two minutes', async () => {
    const { gatekeeper, clock } = meet();
    expect(await gatekeeper.inspect(begun, fresh)).toMatchObject({ command: 'running' });
    clock.time = 120_000;
    expect(await gatekeeper.inspect(begun, fresh)).toMatchObject({ command: 'running' });
    clock.time = 120_001;
    expect(await gatekeeper.inspect(begun, fresh)).toMatchObject({ command: 'unknown' });
  });

  it('is unknown when it was found, and gives no answer for longer than it may take', async () => {
    const { gatekeeper, clock } = meet(sent);
    clock.time = commanded.plan.progressDeadline + 180_001;
    expect(await gatekeeper.inspect(begun, fresh)).toMatchObject({ command: 'unknown' });
  });

  it.each<[string, readonly Machine[]]>([
    ['has gone', fresh.slice(1)],
    ['leaves', [machine('i-4', 2, { ...waiting, stage: 'leaving' }), ...fresh.slice(1)]],
  ])('is unknown when its machine %s before it has answered', async (_case, machines) => {
    const { gatekeeper } = meet(ended({ Status: 'InProgress' }));
    expect(await gatekeeper.inspect(begun, machines)).toMatchObject({ command: 'unknown' });
    const answer = meet(ended({ Status: 'Success', StatusDetails: 'Success' }));
    expect(await answer.gatekeeper.inspect(begun, machines)).toMatchObject({ command: 'passed' });
  });

  it.each([
    [fresh, 'failed'],
    [fresh.slice(1), 'unknown'],
  ])('has failed when its time is over, unless its machine has gone', async (machines, command) => {
    const { gatekeeper } = meet(ended({ Status: 'TimedOut', StatusDetails: 'ExecutionTimedOut' }));
    expect(await gatekeeper.inspect(begun, machines)).toMatchObject({ command });
  });

  it.each(['back', 'hold'] as const)('is asked for when it goes %s, and no gate is', async (direction) => {
    const { gatekeeper, systemsManager } = meet(ended({ Status: 'InProgress' }));
    const seen = await gatekeeper.inspect({ ...begun, direction }, fresh);
    expect(seen).toEqual({ machines: fresh, command: 'running' });
    expect(systemsManager.calls('DescribeInstanceInformation')).toEqual([]);
  });

  it('was not sent to a machine that has no agent any more, and can go to another', async () => {
    const { gatekeeper } = meet({ SendCommand: refused('InvalidInstanceId') });
    expect(await gatekeeper.runCommand(begun, 'i-4')).toBe(false);
    expect(await meet().gatekeeper.runCommand(begun, 'i-4')).toBe(true);
  });

  it('is sent with the time that its plan gives, and half a minute in which its script tells that it is over', async () => {
    const { gatekeeper, systemsManager } = meet();
    await gatekeeper.runCommand(begun, 'i-4');
    const Parameters = { executionTimeout: [String(begun.plan.progressDeadline / 1000 + 30)] };
    expect(systemsManager.calls('SendCommand')).toMatchObject([{ Comment: command, Parameters, InstanceIds: ['i-4'] }]);
  });
});

it('remembers which machines our hook has let go, for another hook may hold them still', async () => {
  const { gatekeeper, systemsManager } = meet();
  gatekeeper.letGo(['i-4', 'i-5']);
  const { machines } = await gatekeeper.inspect(gated, gatekeeper.recall(fresh));
  expect(machines.map(({ isReleased }) => isReleased)).toEqual([true, true]);
  expect(systemsManager.asked).toEqual([]);
});
