import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Failure } from '../platform/failure.js';
import type { Step } from '../platform/step.js';
import { unguessable } from '../platform/token.js';
import { type BakeOrder, buildArguments, isHcl, regionsOf, requireFiles } from './bake-order.js';
import { type BakeRecord, recordState, writeRecord } from './bake-record.js';
import { type BuildReport, reportOf } from './build-report.js';
import { remediesFor } from './known-failures.js';
import type { BuiltImage } from './machine-readable.js';
import { findPacker, hasInit, packerEnvironment } from './packer.js';
import { inertGroup, PackerLog } from './packer-log.js';
import { type RunEnd, runPacker } from './packer-run.js';

/** A finished bake. */
export interface Baked {
  /** At least one; the first of each region is the one that outputs name. */
  readonly images: readonly BuiltImage[];
  /** The image that each build started from, by the build's name, as far as Packer said it. */
  readonly sourceImages: ReadonlyMap<string, string>;
  readonly packerVersion: string;
  /** Milliseconds. */
  readonly duration: number;
}

/**
 * Runs Packer to its end and reads its result.
 * @throws {Failure} when the bake failed, was cancelled or took too long: post then removes what is left.
 */
export async function bake(order: BakeOrder, step: Step): Promise<Baked> {
  const startedAt = step.clock.now();
  requireFiles(order);
  const packer = await findPacker(order, step);
  const record = await openRecord(order, startedAt);
  const log = new PackerLog(record.log);
  const save = (current: BakeRecord) => step.saveState(recordState, writeRecord(current));
  // Saved before the start as well: a kill between the start and the second save must not lose Packer.
  save(record);
  const run = (args: readonly string[]) =>
    inertGroup(step.log, `packer ${args[0]} (Packer ${packer.version})`, () =>
      runPacker(
        {
          path: packer.path,
          arguments: args,
          directory: resolve(order.workingDirectory),
          environment: packerEnvironment(step.environment, order.region),
          deadline: startedAt + order.timeout,
        },
        record,
        log,
        step,
        save,
      ),
    );
  if (isHcl(order) && hasInit(packer)) requireSuccess(await run(['init', order.template]), order, log, step);
  requireSuccess(await run(buildArguments(order)), order, log, step);
  return readResult(reportOf(log.text()), packer.version, step.clock.now() - startedAt);
}

async function openRecord(order: BakeOrder, startedAt: number): Promise<BakeRecord> {
  // Not RUNNER_TEMP: sockets of SSH go in here, and their paths may not exceed some 100 characters.
  const directory = await mkdtemp(join(tmpdir(), 'bake-'));
  return {
    directory,
    log: join(directory, 'packer.log'),
    variable: `STEADFLEET_BAKE=${unguessable()}`,
    startedAt,
    regions: regionsOf(order),
  };
}

function requireSuccess(end: RunEnd, order: BakeOrder, log: PackerLog, step: Step): void {
  if (end === 'succeeded') return;
  if (end === 'cancelled') throw new Failure('The bake was cancelled. The post step removes what it had made.');
  if (end === 'timed-out') {
    throw new Failure(
      `The bake took longer than ${order.timeout / 1000}s and was stopped. Raise "timeout", or look in the log where it hung.`,
    );
  }
  const report = reportOf(log.text());
  for (const error of report.errors) step.log.error(error, 'Packer');
  for (const remedy of remediesFor(log.text())) step.log.error(remedy, 'What to do');
  throw new Failure('Packer failed: the log and the annotations say where.');
}

function readResult({ images, traces }: BuildReport, packerVersion: string, duration: number): Baked {
  if (images.length === 0) {
    throw new Failure(
      'Packer succeeded but reported no AMI: does the template use a builder that makes one, such as amazon-ebs?',
    );
  }
  const sources = [...traces].flatMap(([build, { sourceImage }]) =>
    sourceImage ? [[build, sourceImage] as const] : [],
  );
  return { images, sourceImages: new Map(sources), packerVersion, duration };
}
