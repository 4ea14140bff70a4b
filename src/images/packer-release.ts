import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as cache from '@actions/tool-cache';
import type { Clock } from '../platform/clock.js';
import { Failure, messageOf } from '../platform/failure.js';
import { isSandboxMode } from '../platform/sandbox-mode.js';
import { requireChecksum, requireSignature, type Signer } from './release-signature.js';

/** A release of Packer, where to get it, and who must have signed it. */
export interface Release {
  readonly version: string;
  readonly mirror: URL;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly environment: NodeJS.ProcessEnv;
}

const platforms: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin' };
const architectures: Partial<Record<NodeJS.Architecture, string>> = { x64: 'amd64', arm64: 'arm64', arm: 'arm' };

/** Our own name in the runner's tool cache: only what we verified is found under it. */
const tool = 'steadfleet-packer';

/**
 * The path of a verified `packer`, from the runner's tool cache or downloaded.
 * @throws {Failure} when it cannot be had or verified.
 */
export async function installRelease(release: Release): Promise<string> {
  const cached = cache.find(tool, release.version);
  if (cached) return join(cached, 'packer');
  const archive = await downloadRelease(release);
  const folder = await cache.cacheDir(await cache.extractZip(archive), tool, release.version);
  return join(folder, 'packer');
}

/**
 * Downloads a release and checks it: the signer's signature over SHA256SUMS, then the archive's checksum in it.
 * @returns the path of the archive, which nothing has opened yet.
 * @throws {Failure} when it cannot be had or verified.
 */
export async function downloadRelease(release: Release): Promise<string> {
  refuseOutsideInSandbox(release);
  const { version, signer, clock } = release;
  const stem = `packer_${version}`;
  const archiveName = `${stem}_${platforms[process.platform]}_${architectures[process.arch]}.zip`;
  const sums = await readFile(await download(release, `${stem}_SHA256SUMS`));
  const signature = await readFile(await download(release, `${stem}_SHA256SUMS.sig`));
  const archive = await download(release, archiveName);
  try {
    await requireSignature(sums, signature, signer, clock.now());
    requireChecksum(await readFile(archive), archiveName, sums.toString('utf8'));
  } catch (error) {
    throw new Failure(`Packer ${version} from ${release.mirror.origin} is not used: ${messageOf(error)}.`);
  }
  return archive;
}

async function download({ mirror, version }: Release, file: string): Promise<string> {
  const address = `${mirror.href.replace(/\/$/, '')}/packer/${version}/${file}`;
  try {
    return await cache.downloadTool(address);
  } catch (error) {
    throw new Failure(`Could not download ${address}: ${messageOf(error)}. Look at packer-version and packer-mirror.`);
  }
}

function refuseOutsideInSandbox({ mirror, environment }: Release): void {
  if (!isSandboxMode(environment) || mirror.protocol === 'http:') return;
  throw new Failure(
    `STEADFLEET_SANDBOX=1: nothing is downloaded from ${mirror.origin}. Install packer, or leave packer-version out.`,
  );
}
