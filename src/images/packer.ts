import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Failure, messageOf } from '../platform/failure.js';
import { childEnvironment } from '../platform/sandbox-mode.js';
import type { Step } from '../platform/step.js';
import type { BakeOrder } from './bake-order.js';
import { hashicorpFingerprint, hashicorpKey } from './hashicorp-key.js';

/** A Packer that can be run. */
export interface Packer {
  readonly path: string;
  /** Such as `1.11.2`. */
  readonly version: string;
}

/**
 * The Packer of the runner, or the pinned release, downloaded and verified.
 * @throws {Failure} when there is none, or the release is not what HashiCorp signed.
 */
export async function findPacker(order: BakeOrder, step: Step): Promise<Packer> {
  const path = order.packerVersion ? await install(order, order.packerVersion, step) : onPath(step.environment);
  try {
    const environment = packerEnvironment(step.environment, order.region);
    const { stdout } = await promisify(execFile)(path, ['version'], { env: environment, timeout: 60_000 });
    return { path, version: /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? '0.0.0' };
  } catch (error) {
    throw new Failure(
      `${path} does not run: ${messageOf(error)}. Set packer-version to use a Packer of our own choosing.`,
    );
  }
}

/** The environment for Packer: no calls home, no colours, and the step's region for templates that name none. */
export function packerEnvironment(environment: NodeJS.ProcessEnv, region: string): NodeJS.ProcessEnv {
  const ours = { CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1', AWS_REGION: region, AWS_DEFAULT_REGION: region };
  return { ...childEnvironment(environment), ...ours };
}

/** `packer init` exists from 1.7 on. */
export function hasInit({ version }: Packer): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 1 || (major === 1 && minor >= 7);
}

function onPath(environment: NodeJS.ProcessEnv): string {
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = folders.map((folder) => join(folder, 'packer')).find(isExecutable);
  if (found) return found;
  throw new Failure(
    'There is no "packer" on the PATH. Set packer-version, for example 1.11.2, and it is downloaded and verified.',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function install(order: BakeOrder, version: string, { clock, environment }: Step): Promise<string> {
  const { installRelease } = await import('./packer-release.js');
  return installRelease({
    version,
    mirror: order.packerMirror,
    signer: { armoredKey: hashicorpKey, fingerprint: hashicorpFingerprint },
    clock,
    environment,
  });
}
