import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMessage, generateKey, readPrivateKey, sign } from 'openpgp';
import { installRelease } from '../../src/images/packer-release.js';
import { systemClock } from '../../src/platform/clock.js';

const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';
const archiveName = `packer_9.9.9_linux_${architecture}.zip`;

/** Writes an archive with an executable `packer` in it, as HashiCorp packs its own. */
const pack = `
import sys, zipfile
entry = zipfile.ZipInfo('packer')
entry.external_attr = 0o755 << 16
with zipfile.ZipFile(sys.argv[1], 'w') as archive:
    archive.writestr(entry, '#!/bin/sh\\necho Packer v9.9.9\\n')
`;

describe('a pinned Packer', () => {
  let folder = '';
  let server: Server;
  const requests: string[] = [];
  const before = { ...process.env };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'install-test-'));
    Object.assign(process.env, { RUNNER_TEMP: join(folder, 'temp'), RUNNER_TOOL_CACHE: join(folder, 'tools') });
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    process.env = before;
    await rm(folder, { recursive: true });
  });

  it('is downloaded, verified and unpacked once, and found in the tool cache after that', async () => {
    execFileSync('python3', ['-c', pack, join(folder, archiveName)]);
    const archive = await readFile(join(folder, archiveName));
    const sums = Buffer.from(`${createHash('sha256').update(archive).digest('hex')}  ${archiveName}\n`);
    const { privateKey, publicKey } = await generateKey({ userIDs: [{ name: 'A throwaway key' }] });
    const secret = await readPrivateKey({ armoredKey: privateKey });
    const message = await createMessage({ binary: sums });
    const files: Record<string, Uint8Array> = {
      [`/packer/9.9.9/${archiveName}`]: archive,
      '/packer/9.9.9/packer_9.9.9_SHA256SUMS': sums,
      '/packer/9.9.9/packer_9.9.9_SHA256SUMS.sig': await sign({
        message,
        signingKeys: secret,
        detached: true,
        format: 'binary',
      }),
    };
    server = createServer(({ url = '' }, response) => {
      requests.push(url);
      response.writeHead(url in files ? 200 : 404).end(files[url]);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const release = {
      version: '9.9.9',
      mirror: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      signer: { armoredKey: publicKey, fingerprint: secret.getFingerprint().toUpperCase() },
      clock: systemClock,
      environment: {},
    };
    const path = await installRelease(release);
    expect(execFileSync(path, { encoding: 'utf8' })).toBe('Packer v9.9.9\n');
    expect(requests).toHaveLength(3);
    expect(await installRelease(release)).toBe(path);
    expect(requests).toHaveLength(3);
  });
});
