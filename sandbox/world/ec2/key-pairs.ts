import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { AwsError } from '../aws-error.js';

/** A key pair; AWS keeps only its public half. */
export interface KeyPair {
  readonly id: string;
  readonly name: string;
  readonly type: 'rsa' | 'ed25519';
  readonly fingerprint: string;
  /** As a line of authorized_keys has it. */
  readonly publicKey: string;
  readonly tags: Map<string, string>;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
}

/** For a name or an id: EC2 answers both alike. */
export function keyPairNotFound(name: string): AwsError {
  return new AwsError('InvalidKeyPair.NotFound', `The key pair '${name}' does not exist`);
}

/** Freshly made keys, with the private half that AWS gives away once. */
export interface NewKeys {
  readonly publicKey: string;
  /** PEM: PKCS#1 for rsa, OpenSSH's own format for ed25519. */
  readonly keyMaterial: string;
  readonly fingerprint: string;
}

/** Makes real keys, so that real machines can let their owner in (EC2 API, CreateKeyPair). */
export function makeKeys(type: KeyPair['type']): NewKeys {
  return type === 'rsa' ? makeRsa() : makeEd25519();
}

/** 2048 bits; the fingerprint is the SHA-1 of the private key in DER, as for every RSA pair that AWS makes. */
function makeRsa(): NewKeys {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const blob = Buffer.concat([field('ssh-rsa'), field(positive(decode(e))), field(positive(decode(n)))]);
  const digest = createHash('sha1')
    .update(privateKey.export({ type: 'pkcs8', format: 'der' }))
    .digest('hex');
  return {
    publicKey: `ssh-rsa ${blob.toString('base64')}`,
    keyMaterial: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    fingerprint: (digest.match(/../g) ?? []).join(':'),
  };
}

/** The fingerprint is OpenSSH's: the SHA-256 of the public half. */
function makeEd25519(): NewKeys {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = privateKey.export({ format: 'jwk' });
  const blob = Buffer.concat([field('ssh-ed25519'), field(decode(x))]);
  return {
    publicKey: `ssh-ed25519 ${blob.toString('base64')}`,
    keyMaterial: openSshPrivateKey(privateKey, blob),
    fingerprint: fingerprintOf(blob),
  };
}

/** The SHA-256 of an OpenSSH public key's content, in base64. */
export function fingerprintOf(blob: Buffer): string {
  return createHash('sha256').update(blob).digest('base64');
}

/** Unencrypted, one key, no comment ("PROTOCOL.key" in OpenSSH's sources). */
function openSshPrivateKey(privateKey: KeyObject, publicBlob: Buffer): string {
  const { d = '', x = '' } = privateKey.export({ format: 'jwk' });
  // Two equal numbers, by which a reader knows that it decrypted well; here nothing is encrypted.
  const check = createHash('sha256').update(publicBlob).digest().subarray(0, 4);
  const secret = field(Buffer.concat([decode(d), decode(x)]));
  const secrets = Buffer.concat([check, check, publicBlob, secret, field('')]);
  const padding = Buffer.from(Array.from({ length: (8 - (secrets.length % 8)) % 8 }, (_, at) => at + 1));
  const content = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    field('none'),
    field('none'),
    field(''),
    Buffer.from([0, 0, 0, 1]),
    field(publicBlob),
    field(Buffer.concat([secrets, padding])),
  ]);
  const lines = content.toString('base64').match(/.{1,70}/g) ?? [];
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
}

function decode(base64url: string): Buffer {
  return Buffer.from(base64url, 'base64url');
}

/** A length of four bytes, then the bytes (RFC 4251, "string"). */
function field(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A leading zero keeps a number with its highest bit set positive (RFC 4251, "mpint"). */
function positive(number: Buffer): Buffer {
  return (number[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), number]) : number;
}
