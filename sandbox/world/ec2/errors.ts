import { AwsError } from '../aws-error.js';
import { isIdentifier } from './identifiers.js';

/** What EC2 answers for an id that does not exist, and for a text that is no id (EC2 API, "Error codes"). */
interface Missing {
  readonly prefix: string;
  readonly notFound: string;
  readonly malformed: string;
  readonly message: (id: string) => string;
}

const missing = {
  instance: {
    prefix: 'i',
    notFound: 'InvalidInstanceID.NotFound',
    malformed: 'InvalidInstanceID.Malformed',
    message: (id) => `The instance ID '${id}' does not exist`,
  },
  image: {
    prefix: 'ami',
    notFound: 'InvalidAMIID.NotFound',
    malformed: 'InvalidAMIID.Malformed',
    message: (id) => `The image id '[${id}]' does not exist`,
  },
  snapshot: {
    prefix: 'snap',
    notFound: 'InvalidSnapshot.NotFound',
    malformed: 'InvalidSnapshotID.Malformed',
    message: (id) => `The snapshot '${id}' does not exist.`,
  },
  volume: {
    prefix: 'vol',
    notFound: 'InvalidVolume.NotFound',
    malformed: 'InvalidVolumeID.Malformed',
    message: (id) => `The volume '${id}' does not exist.`,
  },
  networkInterface: {
    prefix: 'eni',
    notFound: 'InvalidNetworkInterfaceID.NotFound',
    malformed: 'InvalidNetworkInterfaceId.Malformed',
    message: (id) => `The networkInterface ID '${id}' does not exist`,
  },
  securityGroup: {
    prefix: 'sg',
    notFound: 'InvalidGroup.NotFound',
    malformed: 'InvalidGroupId.Malformed',
    message: (id) => `The security group '${id}' does not exist`,
  },
  subnet: {
    prefix: 'subnet',
    notFound: 'InvalidSubnetID.NotFound',
    malformed: 'InvalidSubnetID.Malformed',
    message: (id) => `The subnet ID '${id}' does not exist`,
  },
  vpc: {
    prefix: 'vpc',
    notFound: 'InvalidVpcID.NotFound',
    malformed: 'InvalidVpcID.Malformed',
    message: (id) => `The vpc ID '${id}' does not exist`,
  },
  keyPair: {
    prefix: 'key',
    notFound: 'InvalidKeyPair.NotFound',
    malformed: 'InvalidKeyPair.Malformed',
    message: (id) => `The key pair '${id}' does not exist`,
  },
  launchTemplate: {
    prefix: 'lt',
    notFound: 'InvalidLaunchTemplateId.NotFound',
    malformed: 'InvalidLaunchTemplateId.Malformed',
    message: (id) => `The specified launch template, with template ID ${id}, does not exist.`,
  },
} as const satisfies Record<string, Missing>;

export type ResourceKind = keyof typeof missing;

/** The error for an id that stands for nothing in this region. */
export function notFound(kind: ResourceKind, id: string): AwsError {
  const { prefix, notFound: code, malformed, message } = missing[kind];
  if (isIdentifier(prefix, id)) return new AwsError(code, message(id));
  return new AwsError(malformed, `Invalid id: "${id}" (expecting "${prefix}-...")`);
}

/** The kind of resource that an id stands for, by its prefix. */
export function kindOf(id: string): ResourceKind | undefined {
  const prefix = id.slice(0, id.indexOf('-'));
  return (Object.keys(missing) as ResourceKind[]).find((kind) => missing[kind].prefix === prefix);
}

/**
 * Finds each id, in the order asked for.
 * @throws {AwsError} for the first that is not there: one unknown id fails the whole call (EC2 API, DescribeInstances).
 */
export function findAll<Item>(kind: ResourceKind, ids: readonly string[], items: ReadonlyMap<string, Item>): Item[] {
  return ids.map((id) => find(kind, id, items));
}

/** @throws {AwsError} when nothing has this id. */
export function find<Item>(kind: ResourceKind, id: string | undefined, items: ReadonlyMap<string, Item>): Item {
  const item = items.get(id ?? '');
  if (item === undefined) throw notFound(kind, id ?? '');
  return item;
}

export function invalidValue(message: string): AwsError {
  return new AwsError('InvalidParameterValue', message);
}

export function missingParameter(name: string): AwsError {
  return new AwsError('MissingParameter', `The request must contain the parameter ${name}`);
}

export function invalidCombination(message: string): AwsError {
  return new AwsError('InvalidParameterCombination', message);
}
