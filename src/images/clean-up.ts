import { rm } from 'node:fs/promises';
import type { Aws } from '../platform/aws.js';
import { processesOf, signalChild } from '../platform/processes.js';
import type { Step } from '../platform/step.js';
import type { BakeRecord } from './bake-record.js';
import { reportOf } from './build-report.js';
import { evidenceOf, isBlind } from './evidence.js';
import { sweep } from './janitor.js';
import { inertGroup, PackerLog } from './packer-log.js';
import { markOf } from './packer-run.js';

/** GitHub gives the post steps of a cancelled job five minutes in all: Packer has the first part, the janitor the rest. */
const packerPatience = 120_000;
const janitorPatience = 150_000;
/** A process that hangs in the kernel (a dead network disk) ends at no signal: AWS is cleaned up all the same. */
const killPatience = 5_000;
const glance = 250;

/** Ends a bake that did not come to its end: first Packer, which cleans up after itself, then whatever is left in AWS. */
export async function cleanUp(record: BakeRecord, connectTo: (region: string) => Aws, step: Step): Promise<void> {
  const log = new PackerLog(record.log, record.shown);
  await endPacker(record, log, step);
  const report = reportOf(log.text());
  const regions = [...new Set([...record.regions, ...report.images.map(({ region }) => region)])].map(connectTo);
  const { removed, left } = await sweep(regions, evidenceOf(record, report), step.clock, janitorPatience);
  for (const name of removed) step.log.info(`Removed ${name}.`);
  if (left.length > 0)
    step.log.warning(`Still there, please remove by hand: ${left.join('; ')}.`, 'bake-ami: clean-up');
  if (isBlind(report)) step.log.warning(blindWarning(record), 'bake-ami: clean-up');
  await rm(record.directory, { recursive: true, force: true });
}

async function endPacker(record: BakeRecord, log: PackerLog, step: Step): Promise<void> {
  const mark = markOf(record);
  await inertGroup(step.log, 'Packer cleans up', async () => {
    signalChild(mark, 'SIGTERM');
    const deadline = step.clock.now() + packerPatience;
    for (;;) {
      const ended = processesOf(mark).length === 0;
      log.show(step.log);
      if (ended || step.clock.now() >= deadline) break;
      await step.clock.sleep(glance);
    }
  });
  const deadline = step.clock.now() + killPatience;
  while (signalChild(mark, 'SIGKILL') > 0 && step.clock.now() < deadline) await step.clock.sleep(glance);
}

function blindWarning({ startedAt }: BakeRecord): string {
  const time = new Date(startedAt).toISOString();
  return (
    'Packer was killed while it launched a machine with a key pair and a security group of your own, so nothing links ' +
    `the machine to this bake. Look for an instance launched after ${time} that you do not know.`
  );
}
