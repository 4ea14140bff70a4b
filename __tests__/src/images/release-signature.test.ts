import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createMessage, generateKey, type PrivateKey, readKey, readPrivateKey, reformatKey, sign } from 'openpgp';
import { hashicorpFingerprint, hashicorpKey } from '../../../src/images/hashicorp-key.js';
import { requireChecksum, requireSignature, type Signer } from '../../../src/images/release-signature.js';

const day = 24 * 3_600_000;
const today = Date.UTC(2026, 0, 10);
const content = Buffer.from('sums');

interface Keys {
  readonly secret: PrivateKey;
  readonly signer: Signer;
}

async function makeKeys(validFor = 0): Promise<Keys> {
  const { privateKey, publicKey } = await generateKey({
    userIDs: [{ name: 'A throwaway key' }],
    subkeys: [{ sign: true }],
    date: new Date(today - 5 * day),
    keyExpirationTime: validFor / 1000,
  });
  const secret = await readPrivateKey({ armoredKey: privateKey });
  return { secret, signer: { armoredKey: publicKey, fingerprint: secret.getFingerprint().toUpperCase() } };
}

async function signed({ secret }: Keys, at = today): Promise<Uint8Array> {
  const message = await createMessage({ binary: content });
  return sign({ message, signingKeys: secret, detached: true, format: 'binary', date: new Date(at) });
}

describe('the signature of a release', () => {
  let keys: Keys;
  beforeAll(async () => {
    keys = await makeKeys();
  });

  it("is good when the signer's own signing subkey made it", async () => {
    const signature = await signed(keys);
    const subkey = await keys.secret.getSigningKey();
    expect(subkey.getFingerprint()).not.toBe(keys.secret.getFingerprint());
    await expect(requireSignature(content, signature, keys.signer, today)).resolves.toBeUndefined();
  });

  it('is refused for other content', async () => {
    const signature = await signed(keys);
    const changed = Buffer.from('sumz');
    await expect(requireSignature(changed, signature, keys.signer, today)).rejects.toThrow(/not signed by key/);
  });

  it('is refused from another key', async () => {
    const signature = await signed(await makeKeys());
    await expect(requireSignature(content, signature, keys.signer, today)).rejects.toThrow(/not signed by key/);
  });

  it('is refused when there is none', async () => {
    await expect(requireSignature(content, new Uint8Array(), keys.signer, today)).rejects.toThrow();
  });

  it('is refused when the built-in key is not the one that the fingerprint names', async () => {
    const signer = { ...keys.signer, fingerprint: hashicorpFingerprint };
    await expect(requireSignature(content, await signed(keys), signer, today)).rejects.toThrow(/must be C874011F/);
  });

  it('stays good after its key has expired', async () => {
    const short = await makeKeys(6 * day);
    const signature = await signed(short, today);
    await expect(requireSignature(content, signature, short.signer, today + 300 * day)).resolves.toBeUndefined();
  });

  it('is refused when it was made after its key had expired', async () => {
    const short = await makeKeys(6 * day);
    const { privateKey } = await reformatKey({
      privateKey: short.secret,
      userIDs: [{ name: 'A throwaway key' }],
      date: new Date(today - 5 * day),
    });
    const immortal = { ...short, secret: await readPrivateKey({ armoredKey: privateKey }) };
    const signature = await signed(immortal, today + 10 * day);
    await expect(requireSignature(content, signature, short.signer, today + 20 * day)).rejects.toThrow(/not signed/);
  });
});

describe("HashiCorp's key", () => {
  it('is the one of the published fingerprint', async () => {
    const key = await readKey({ armoredKey: hashicorpKey });
    expect(key.getFingerprint().toUpperCase()).toBe(hashicorpFingerprint);
    expect(hashicorpFingerprint).toBe('C874011F0AB405110D02105534365D9472D7468F');
  });

  it.each(['2021-06-01', '2024-07-01', '2026-02-01', '2026-05-01', '2029-12-31'])(
    'vouches for a release signed on %s',
    async (date) => {
      const key = await readKey({ armoredKey: hashicorpKey });
      expect((await key.getSigningKey(undefined, new Date(date))).getKeyID().toHex()).toBe('c820c6d5cd27ab87');
    },
  );
});

describe('the checksum of a release', () => {
  const sum = createHash('sha256').update(content).digest('hex');

  it('is the one on the line of its name', () => {
    expect(() =>
      requireChecksum(content, 'packer.zip', `${'0'.repeat(64)}  other.zip\n${sum}  packer.zip\n`),
    ).not.toThrow();
  });

  it('is refused when it differs, or is not there', () => {
    expect(() => requireChecksum(content, 'packer.zip', `${'0'.repeat(64)}  packer.zip\n`)).toThrow(/was signed/);
    expect(() => requireChecksum(content, 'packer.zip', `${sum}  packer.zip.sig\n`)).toThrow(/does not name/);
  });
});
