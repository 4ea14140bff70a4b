import type { DescribeInstanceTypesCommandInput, DescribeInstanceTypesResult } from '@aws-sdk/client-ec2';
import type { Operations } from '../operation.js';
import { ec2Operation, listing, pageOf } from './ec2-operation.js';
import { type FilterFields, filtered } from './filters.js';
import { commonTypes, type InstanceType, instanceType } from './instance-types.js';

const noTags: ReadonlyMap<string, string> = new Map();

const filterFields: FilterFields<InstanceType & { tags: ReadonlyMap<string, string> }> = {
  'instance-type': ({ name }) => name,
  'processor-info.supported-architecture': ({ architecture }) => architecture,
  'vcpu-info.default-vcpus': ({ vcpus }) => String(vcpus),
  'memory-info.size-in-mib': ({ memoryMiB }) => String(memoryMiB),
  'burstable-performance-supported': ({ burstable }) => String(burstable),
  'current-generation': () => 'true',
};

/** Figures follow from a type's name and are rough: nothing in the sandbox depends on them. */
const describeInstanceTypes = ec2Operation(
  ['InstanceTypes', ...listing],
  (input: DescribeInstanceTypesCommandInput, _ec2): DescribeInstanceTypesResult => {
    const names: readonly string[] = input.InstanceTypes?.length ? input.InstanceTypes : commonTypes;
    const types = names.map((name) => ({ ...instanceType(name), tags: noTags }));
    const { items, nextToken } = pageOf(filtered(types, input.Filters, filterFields), input);
    return {
      InstanceTypes: items.map((type) => ({
        InstanceType: type.name as 't3.micro',
        CurrentGeneration: true,
        BurstablePerformanceSupported: type.burstable,
        ProcessorInfo: { SupportedArchitectures: [type.architecture] },
        VCpuInfo: { DefaultVCpus: type.vcpus },
        MemoryInfo: { SizeInMiB: type.memoryMiB },
        SupportedRootDeviceTypes: ['ebs'],
        SupportedVirtualizationTypes: ['hvm'],
        SupportedUsageClasses: ['on-demand', 'spot'],
      })),
      NextToken: nextToken,
    };
  },
);

export const instanceTypeOperations: Operations = { DescribeInstanceTypes: describeInstanceTypes };
