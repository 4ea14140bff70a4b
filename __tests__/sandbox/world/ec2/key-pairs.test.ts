import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { DescribeKeyPairsResult, KeyPair } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { refusal, smallWorld } from '../small-world.js';

/** The strings that an OpenSSH blob is made of (RFC 4251). */
function fields(blob: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < blob.length; ) {
    const length = blob.readUInt32BE(at);
    found.push(blob.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return found;
}

function blobOf(publicKey: string): Buffer {
  return Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
}

describe('CreateKeyPair', () => {
  it('gives the private half of a real RSA key, and keeps its public half', () => {
    const { ec2, region } = smallWorld();
    const { KeyMaterial = '' } = ec2<KeyPair & { KeyMaterial: string }>('CreateKeyPair', { KeyName: 'door' });
    expect(KeyMaterial).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/);
    const jwk = createPublicKey(createPrivateKey(KeyMaterial)).export({ format: 'jwk' });
    const [type, exponent, modulus] = fields(blobOf(region.ec2.keyPairs.get('door')?.publicKey ?? ''));
    expect(type?.toString()).toBe('ssh-rsa');
    expect(exponent?.toString('base64url')).toBe(jwk.e);
    expect(modulus?.subarray(1).toString('base64url')).toBe(jwk.n);
  });

  it("gives an ed25519 key in OpenSSH's own format", () => {
    const { ec2, region } = smallWorld();
    const { KeyMaterial } = ec2<{ KeyMaterial: string }>('CreateKeyPair', { KeyName: 'door', KeyType: 'ed25519' });
    const lines = KeyMaterial.trim().split('\n');
    expect(lines[0]).toBe('-----BEGIN OPENSSH PRIVATE KEY-----');
    const content = Buffer.from(lines.slice(1, -1).join(''), 'base64');
    const publicBlob = blobOf(region.ec2.keyPairs.get('door')?.publicKey ?? '');
    expect(content.subarray(0, 15).toString()).toBe('openssh-key-v1\0');
    expect(content.includes(publicBlob)).toBe(true);
    expect(fields(publicBlob).map((field) => field.length)).toEqual([11, 32]);
  });

  it('takes a name once', () => {
    const { ec2 } = smallWorld();
    ec2('CreateKeyPair', { KeyName: 'door', KeyType: 'ed25519' });
    expect(refusal(() => ec2('CreateKeyPair', { KeyName: 'door' }))).toBe('InvalidKeyPair.Duplicate');
    ec2('DeleteKeyPair', { KeyName: 'door' });
    expect(refusal(() => ec2('CreateKeyPair', { KeyName: 'door', KeyType: 'ed25519' }))).toBe('none');
  });
});

describe('key pairs', () => {
  it('can be imported, found by tag, and deleted twice', () => {
    const { ec2, region } = smallWorld();
    ec2('CreateKeyPair', { KeyName: 'one', KeyType: 'ed25519' });
    const publicKey = region.ec2.keyPairs.get('one')?.publicKey ?? '';
    ec2('ImportKeyPair', {
      KeyName: 'two',
      PublicKeyMaterial: Buffer.from(`${publicKey} ada@home`),
      TagSpecifications: [{ ResourceType: 'key-pair', Tags: [{ Key: 'who', Value: 'ada' }] }],
    });
    const { KeyPairs } = ec2<DescribeKeyPairsResult>('DescribeKeyPairs', {
      Filters: [{ Name: 'tag:who', Values: ['ada'] }],
      IncludePublicKey: true,
    });
    const one = region.ec2.keyPairs.get('one');
    expect(KeyPairs).toMatchObject([
      { KeyName: 'two', KeyFingerprint: one?.fingerprint, PublicKey: `${publicKey} ada@home` },
    ]);
    expect(refusal(() => ec2('DescribeKeyPairs', { KeyNames: ['three'] }))).toBe('InvalidKeyPair.NotFound');
    expect(ec2('DeleteKeyPair', { KeyName: 'two' })).toMatchObject({ Return: true });
    expect(ec2('DeleteKeyPair', { KeyName: 'two' })).toEqual({ Return: true });
  });
});
