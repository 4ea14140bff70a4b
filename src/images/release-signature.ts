import { createHash } from 'node:crypto';
import { Failure, messageOf } from '../platform/failure.js';

/** Who must have signed a release. */
export interface Signer {
  readonly armoredKey: string;
  /** Of the primary key, in capitals; signatures by its signing subkeys count as its own. */
  readonly fingerprint: string;
}

/**
 * Checks a detached OpenPGP signature. A signature made while its key was valid stays good after the key has expired.
 * @param now milliseconds since the Unix epoch
 * @throws {Failure} unless the signer signed exactly this content.
 */
export async function requireSignature(
  content: Uint8Array,
  signature: Uint8Array,
  { armoredKey, fingerprint }: Signer,
  now: number,
): Promise<void> {
  const { createMessage, readKey, readSignature, verify } = await import('openpgp');
  const key = await readKey({ armoredKey });
  const found = key.getFingerprint().toUpperCase();
  if (found !== fingerprint) throw new Failure(`The release key is ${found}, but must be ${fingerprint}.`);
  const result = await verify({
    message: await createMessage({ binary: content }),
    signature: await readSignature({ binarySignature: signature }),
    verificationKeys: key,
    date: new Date(now),
  });
  const reasons: string[] = [];
  for (const { verified } of result.signatures) {
    try {
      await verified;
      return;
    } catch (error) {
      reasons.push(messageOf(error));
    }
  }
  throw new Failure(`not signed by key ${fingerprint}: ${reasons.join('; ') || 'it holds no signature'}`);
}

/**
 * Checks a file against the line of SHA256SUMS that names it.
 * @throws {Failure} when it is not named, or differs.
 */
export function requireChecksum(content: Uint8Array, name: string, sums: string): void {
  const line = sums.split('\n').find((candidate) => candidate.trim().split(/\s+\*?/)[1] === name);
  const expected = line?.trim().split(/\s+/)[0];
  if (!expected) throw new Failure(`SHA256SUMS does not name ${name}`);
  const found = createHash('sha256').update(content).digest('hex');
  if (found !== expected) throw new Failure(`${name} has the checksum ${found}, but ${expected} was signed`);
}
