import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import { lease } from '../../src/rollout/ledger/lease.js';
import { keptReleases, Ledger } from '../../src/rollout/ledger/ledger.js';
import { begun } from '../src/rollout/seen.js';
import { SimulatedRollout } from './simulated-rollout.js';
import { Killed } from './troubles.js';

function ledgerOf(rollout: SimulatedRollout): Ledger {
  return new Ledger(rollout.aws(), rollout.starter.groupName);
}

/** A group of one machine, with so many releases behind it. */
async function afterReleases(releases: number, seed: number): Promise<SimulatedRollout> {
  const rollout = new SimulatedRollout({ seed, machines: 1 });
  const ledger = ledgerOf(rollout);
  const write = async () => {
    for (let number = 1; number <= releases; number++) {
      await ledger.claim({ ...begun, number, group: rollout.starter.groupName, outcome: 'rolled-back' });
    }
  };
  await rollout.clock.run(write());
  return rollout;
}

async function numbersIn(rollout: SimulatedRollout): Promise<readonly number[]> {
  return (await rollout.clock.run(ledgerOf(rollout).history())).map(({ number }) => number);
}

describe('the ledger of a group', () => {
  it('keeps the last fifty releases, and deletes ten a call', async () => {
    const rollout = await afterReleases(75, 81);
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(await numbersIn(rollout)).toEqual(Array.from({ length: keptReleases }, (_, at) => 76 - at));
    expect(rollout.calls.filter(({ operation }) => operation === 'DeleteParameters').length).toBe(3);
  });

  it('is kept whole where nothing may be deleted: a rollout ends well all the same, and says so', async () => {
    const rollout = await afterReleases(60, 82);
    rollout.strike([{ operation: 'DeleteParameters', error: 'AccessDeniedException' }]);
    const { step, deployment } = rollout.runner();
    const end = await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    expect(end).toMatchObject({ outcome: 'succeeded' });
    expect((await numbersIn(rollout)).length).toBe(61);
    expect(step.linesAt('info').filter((line) => line.includes('ssm:DeleteParameters'))).toHaveLength(1);
  });

  it('gets the line back that somebody deletes in mid-rollout: nobody else knows what is to be put back', async () => {
    const rollout = new SimulatedRollout({ seed: 84, machines: 4, maxSize: 4 });
    const { clock, world, region, newImageId } = rollout;
    const input = { Name: `/steadfleet/${rollout.starter.groupName}/000001` };
    const remove = { service: 'ssm', operation: 'DeleteParameter', region: region.name, input } as const;
    clock.schedule(60_000, () => world.call(remove));
    const { step, deployment } = rollout.runner();
    expect(await clock.run(deployment.run({ imageId: newImageId }, () => undefined))).toMatchObject({
      outcome: 'succeeded',
    });
    const warnings = step.linesAt('warning');
    expect(warnings).toEqual([expect.stringContaining('Somebody has deleted release 1 from the ledger')]);
    expect(await numbersIn(rollout)).toEqual([1]);
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 4, MaxSize: 4 });
  });

  it('may hold an unfinished rollout of an older version, without a plan', async () => {
    const rollout = new SimulatedRollout({ seed: 83, machines: 2 });
    const { group, groupName, launchTemplateId: templateId, imageId } = { group: rollout.group(), ...rollout.starter };
    const line = {
      number: 4,
      group: groupName,
      claimant: {
        repository: 'octo/shop',
        actor: 'ada',
        commit: 'c',
        runUrl: 'https://github.com/octo/shop/actions/runs/7',
      },
      startedAt: rollout.clock.now() - lease.staleAfter,
      heartbeatAt: rollout.clock.now() - lease.staleAfter,
      from: { templateId, version: 1, imageId },
      to: { templateId, imageId: rollout.newImageId },
      baseline: { desired: group.DesiredCapacity, max: group.MaxSize },
      direction: 'forward',
    };
    const Name = `/steadfleet/${groupName}/000004`;
    const { ssm } = rollout.aws();
    await rollout.clock.run(ssm.send(new PutParameterCommand({ Name, Type: 'String', Value: JSON.stringify(line) })));
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    const [newest] = await rollout.clock.run(ledgerOf(rollout).history());
    expect(newest).toMatchObject({ number: 5, continues: 4, plan: { strategy: 'rolling', maxSurge: { percent: 25 } } });
  });
});

/** A group that pauses after its first wave, asked by a gate's command so long that it only just fits. */
async function pausedWithFullLine(seed: number): Promise<SimulatedRollout> {
  const deploy = (length: number) => {
    const gate = { kind: 'command', command: 'x'.repeat(length), timeout: 60_000 } as const;
    const waves = [{ machines: 1 }, { percent: 100 }];
    const plan = { gate, suspend: ['AZRebalance'], waves, soak: 60_000, pauseAfter: 1 };
    const rollout = new SimulatedRollout({ seed, machines: 4, plan });
    return { rollout, end: rollout.rollOut() };
  };
  const tooLong = await deploy(4000).end.catch((error: Error) => error.message);
  const [, bytes, room] = /take (\d+) bytes, .* has (\d+) for them/.exec(String(tooLong)) ?? [];
  const { rollout, end } = deploy(4000 - Number(bytes) + Number(room));
  expect(await end).toMatchObject({ outcome: 'paused' });
  return rollout;
}

describe('a line that only just fits', () => {
  it.each([
    ['resume', 'succeeded'],
    ['abort', 'aborted'],
    ['undo', 'aborted'],
    ['repair', 'aborted'],
  ] as const)('locks nobody out: %s goes on with what is paused', async (command, outcome) => {
    const rollout = await pausedWithFullLine(84);
    if (command === 'repair') rollout.clock.advance(25 * 3_600_000);
    const { deployment } = rollout.runner();
    expect(await rollout.clock.run(deployment[command](() => undefined))).toMatchObject({ outcome });
    expect(rollout.auditor.violations).toEqual([]);
  });

  it('locks nobody out: a deployment of another image takes back what a dead run has left', async () => {
    const rollout = await pausedWithFullLine(85);
    const resumed = rollout.runner({ call: 60, when: 'after' }).deployment.resume(() => undefined);
    await expect(rollout.clock.run(resumed)).rejects.toThrow(Killed);
    rollout.clock.advance(lease.staleAfter);
    const other = rollout.addImage('other');
    const next = rollout.deploymentOf(rollout.runner().step, 'next', undefined, { plan: { gate: { kind: 'none' } } });
    const run = rollout.clock.run(next.run({ imageId: other }, () => undefined));
    expect(await run).toMatchObject({ outcome: 'paused' });
    expect(rollout.auditor.violations).toEqual([]);
  });
});
