import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createMessage, generateKey, readPrivateKey, sign } from 'openpgp';
import { downloadRelease, type Release } from '../../../src/images/packer-release.js';
import type { Signer } from '../../../src/images/release-signature.js';
import { systemClock } from '../../../src/platform/clock.js';

const archive = Buffer.from('the archive of a Packer');
const platform = `${process.platform === 'darwin' ? 'darwin' : 'linux'}_${process.arch === 'arm64' ? 'arm64' : 'amd64'}`;
const archiveName = `packer_9.9.9_${platform}.zip`;
const sums = Buffer.from(`${createHash('sha256').update(archive).digest('hex')}  ${archiveName}\n`);

interface Keys {
  readonly signer: Signer;
  sign(content: Uint8Array): Promise<Uint8Array>;
}

async function makeKeys(): Promise<Keys> {
  const { privateKey, publicKey } = await generateKey({ userIDs: [{ name: 'A throwaway key' }] });
  const secret = await readPrivateKey({ armoredKey: privateKey });
  return {
    signer: { armoredKey: publicKey, fingerprint: secret.getFingerprint().toUpperCase() },
    sign: async (binary) =>
      sign({ message: await createMessage({ binary }), signingKeys: secret, detached: true, format: 'binary' }),
  };
}

describe('a release from a mirror', () => {
  const files = new Map<string, Uint8Array>();
  let server: Server;
  let folder = '';
  let keys: Keys;
  let release: Release;
  const before = process.env.RUNNER_TEMP;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'release-test-'));
    process.env.RUNNER_TEMP = folder;
    keys = await makeKeys();
    server = createServer(({ url = '' }, response) => {
      const file = files.get(url);
      response.writeHead(file ? 200 : 404).end(file);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const mirror = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    release = { version: '9.9.9', mirror, signer: keys.signer, clock: systemClock, environment: {} };
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.RUNNER_TEMP;
    else process.env.RUNNER_TEMP = before;
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    publish(archive, sums, await keys.sign(sums));
  });

  function publish(zip: Uint8Array, checksums: Uint8Array, signature: Uint8Array | undefined): void {
    files.clear();
    files.set(`/packer/9.9.9/${archiveName}`, zip);
    files.set('/packer/9.9.9/packer_9.9.9_SHA256SUMS', checksums);
    if (signature) files.set('/packer/9.9.9/packer_9.9.9_SHA256SUMS.sig', signature);
  }

  it('is used when the signer signed the checksums and the archive has its checksum', async () => {
    expect(readFileSync(await downloadRelease(release))).toEqual(archive);
  });

  it('is refused when the archive was tampered with', async () => {
    publish(Buffer.from('the archive of a thief'), sums, await keys.sign(sums));
    await expect(downloadRelease(release)).rejects.toThrow(/is not used: packer_9.9.9_\w+\.zip has the checksum/);
  });

  it('is refused when the checksums were tampered with to match', async () => {
    const other = Buffer.from('the archive of a thief');
    const otherSums = Buffer.from(`${createHash('sha256').update(other).digest('hex')}  ${archiveName}\n`);
    publish(other, otherSums, await keys.sign(sums));
    await expect(downloadRelease(release)).rejects.toThrow(/not signed by key/);
  });

  it('is refused when another key signed it', async () => {
    publish(archive, sums, await (await makeKeys()).sign(sums));
    await expect(downloadRelease(release)).rejects.toThrow(/not signed by key/);
  });

  it('is refused when nobody signed it', async () => {
    publish(archive, sums, undefined);
    await expect(downloadRelease(release)).rejects.toThrow(/Could not download .*SHA256SUMS\.sig/);
    publish(archive, sums, Buffer.from('nothing of the kind'));
    await expect(downloadRelease(release)).rejects.toThrow(/is not used/);
  });

  it('is not fetched from outside in sandbox mode', async () => {
    const outside = {
      ...release,
      mirror: new URL('https://releases.example'),
      environment: { STEADFLEET_SANDBOX: '1' },
    };
    await expect(downloadRelease(outside)).rejects.toThrow(/nothing is downloaded from https:\/\/releases.example/);
  });
});
