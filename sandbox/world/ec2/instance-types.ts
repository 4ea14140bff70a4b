import { AwsError } from '../aws-error.js';

/** What an instance type's name tells about it ("Amazon EC2 instance type naming conventions"). */
export interface InstanceType {
  readonly name: string;
  readonly architecture: 'x86_64' | 'arm64';
  readonly vcpus: number;
  readonly memoryMiB: number;
  readonly burstable: boolean;
}

/** Shown when no type is asked for by name. */
export const commonTypes = [
  ...['t3.micro', 't3.small', 't3.medium', 't3.large', 't4g.micro', 't4g.small', 't4g.medium', 't4g.large'],
  ...[
    'm5.large',
    'm5.xlarge',
    'm6i.large',
    'm6i.xlarge',
    'm7g.large',
    'c5.large',
    'c6i.large',
    'c7g.large',
    'r5.large',
  ],
];

const vcpusBySize: Readonly<Record<string, number>> = {
  nano: 2,
  micro: 2,
  small: 2,
  medium: 2,
  large: 2,
  xlarge: 4,
  metal: 96,
};

const burstableMemory: Readonly<Record<string, number>> = { nano: 512, micro: 1_024, small: 2_048, medium: 4_096 };

/** GiB for each vCPU, by family: compute, general and memory. */
const memoryPerVcpu: Readonly<Record<string, number>> = { c: 2, r: 8, x: 16 };

/** @throws {AwsError} InvalidInstanceType for a name that no type can have (EC2 user guide, "Naming conventions"). */
export function instanceType(name: string): InstanceType {
  const [, family = '', options = '', size = ''] = /^([a-z]+)\d+([a-z-]*)\.([a-z0-9-]+)$/.exec(name) ?? [];
  const vcpus = vcpusOf(size);
  if (!family || vcpus === undefined) {
    throw new AwsError('InvalidInstanceType', `The following supplied instance types do not exist: [${name}]`);
  }
  const perVcpu = memoryPerVcpu[family[0] ?? ''] ?? 4;
  return {
    name,
    architecture: options.startsWith('g') || family === 'a' ? 'arm64' : 'x86_64',
    vcpus,
    memoryMiB: burstableMemory[size] ?? vcpus * perVcpu * 1_024,
    burstable: family === 't',
  };
}

function vcpusOf(size: string): number | undefined {
  const times = /^(\d+)xlarge$/.exec(size);
  return times ? 4 * Number(times[1]) : vcpusBySize[size.replace(/^metal-.*/, 'metal')];
}
