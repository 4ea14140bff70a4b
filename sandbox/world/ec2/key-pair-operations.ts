import type {
  CreateKeyPairCommandInput,
  DeleteKeyPairCommandInput,
  DeleteKeyPairResult,
  DescribeKeyPairsCommandInput,
  DescribeKeyPairsResult,
  ImportKeyPairCommandInput,
  ImportKeyPairResult,
  KeyPair as SdkKeyPair,
} from '@aws-sdk/client-ec2';
import { AwsError } from '../aws-error.js';
import type { Operations } from '../operation.js';
import type { Ec2 } from './ec2.js';
import { ec2Operation } from './ec2-operation.js';
import { invalidValue, missingParameter } from './errors.js';
import { filtered } from './filters.js';
import { fingerprintOf, type KeyPair, keyPairNotFound, makeKeys } from './key-pairs.js';
import { tagList, tagsFor } from './tags.js';

const createKeyPair = ec2Operation(
  ['KeyName', 'KeyType', 'KeyFormat', 'TagSpecifications.*'],
  (input: CreateKeyPairCommandInput, ec2): SdkKeyPair => {
    const type = input.KeyType ?? 'rsa';
    if (type !== 'rsa' && type !== 'ed25519') throw invalidValue(`Invalid value '${type}' for keyType.`);
    if ((input.KeyFormat ?? 'pem') !== 'pem') throw invalidValue('The sandbox makes keys in the format pem only.');
    refuseTaken(input.KeyName, ec2);
    const tags = tagsFor('key-pair', input.TagSpecifications);
    const keys = makeKeys(type);
    const pair = keep({ ...keys, name: input.KeyName ?? '', type, tags }, ec2);
    return {
      KeyName: pair.name,
      KeyPairId: pair.id,
      KeyFingerprint: pair.fingerprint,
      KeyMaterial: keys.keyMaterial,
      Tags: tagList(tags),
    };
  },
);

const importKeyPair = ec2Operation(
  ['KeyName', 'PublicKeyMaterial', 'TagSpecifications.*'],
  (input: ImportKeyPairCommandInput, ec2): ImportKeyPairResult => {
    refuseTaken(input.KeyName, ec2);
    const publicKey = Buffer.from(input.PublicKeyMaterial ?? [])
      .toString()
      .trim();
    const [, type, content = ''] = /^ssh-(rsa|ed25519) ([A-Za-z0-9+/=]+)/.exec(publicKey) ?? [];
    if (!type) throw new AwsError('InvalidKey.Format', 'Key is not in valid OpenSSH public key format');
    const tags = tagsFor('key-pair', input.TagSpecifications);
    const fingerprint = fingerprintOf(Buffer.from(content, 'base64'));
    const pair = keep({ publicKey, fingerprint, name: input.KeyName ?? '', type: type as KeyPair['type'], tags }, ec2);
    return { KeyName: pair.name, KeyPairId: pair.id, KeyFingerprint: fingerprint, Tags: tagList(tags) };
  },
);

/** Key pairs are unique by name in a region (EC2 API, CreateKeyPair). */
function refuseTaken(name: string | undefined, ec2: Ec2): void {
  if (!name) throw missingParameter('KeyName');
  if (ec2.keyPairs.has(name)) throw new AwsError('InvalidKeyPair.Duplicate', `The keypair '${name}' already exists.`);
}

function keep(pair: Omit<KeyPair, 'id' | 'createdAt'>, ec2: Ec2): KeyPair {
  const { name, type, fingerprint, publicKey, tags } = pair;
  const createdAt = ec2.region.world.clock.now();
  const kept = { id: ec2.ids.next('key'), name, type, fingerprint, publicKey, tags, createdAt };
  ec2.keyPairs.set(name, kept);
  ec2.region.record('key-pair', name, 'created');
  return kept;
}

/** Deleting one that is not there succeeds. */
const deleteKeyPair = ec2Operation(
  ['KeyName', 'KeyPairId'],
  ({ KeyName, KeyPairId }: DeleteKeyPairCommandInput, ec2): DeleteKeyPairResult => {
    if (!KeyName && !KeyPairId) throw missingParameter('KeyName');
    const pair = [...ec2.keyPairs.values()].find(({ id, name }) => (KeyName ? name === KeyName : id === KeyPairId));
    if (!pair) return { Return: true };
    ec2.keyPairs.delete(pair.name);
    ec2.region.record('key-pair', pair.name, 'deleted');
    return { Return: true, KeyPairId: pair.id };
  },
);

const describeKeyPairs = ec2Operation(
  ['KeyNames', 'KeyPairIds', 'IncludePublicKey', 'Filters.Name', 'Filters.Values'],
  (input: DescribeKeyPairsCommandInput, ec2): DescribeKeyPairsResult => {
    const chosen = filtered<KeyPair>(asked(input, ec2), input.Filters, {
      'key-name': ({ name }) => name,
      'key-pair-id': ({ id }) => id,
      fingerprint: ({ fingerprint }) => fingerprint,
    });
    return {
      KeyPairs: chosen.map((pair) => ({
        KeyName: pair.name,
        KeyPairId: pair.id,
        KeyType: pair.type,
        KeyFingerprint: pair.fingerprint,
        CreateTime: new Date(pair.createdAt),
        PublicKey: input.IncludePublicKey ? pair.publicKey : undefined,
        Tags: tagList(pair.tags),
      })),
    };
  },
);

function asked({ KeyNames = [], KeyPairIds = [] }: DescribeKeyPairsCommandInput, ec2: Ec2): KeyPair[] {
  const pairs = [...ec2.keyPairs.values()];
  for (const name of KeyNames) {
    if (!ec2.keyPairs.has(name)) throw keyPairNotFound(name);
  }
  for (const id of KeyPairIds) {
    if (!pairs.some((pair) => pair.id === id)) throw keyPairNotFound(id);
  }
  if (KeyNames.length + KeyPairIds.length === 0) return pairs;
  return pairs.filter(({ name, id }) => KeyNames.includes(name) || KeyPairIds.includes(id));
}

export const keyPairOperations: Operations = {
  CreateKeyPair: createKeyPair,
  DeleteKeyPair: deleteKeyPair,
  DescribeKeyPairs: describeKeyPairs,
  ImportKeyPair: importKeyPair,
};
