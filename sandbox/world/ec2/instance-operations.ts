import type {
  GetConsoleOutputCommandInput,
  GetConsoleOutputResult,
  InstanceStateChange,
  RebootInstancesCommandInput,
  Reservation,
  RunInstancesCommandInput,
  StartInstancesCommandInput,
  StartInstancesResult,
  StopInstancesCommandInput,
  StopInstancesResult,
  TerminateInstancesCommandInput,
  TerminateInstancesResult,
} from '@aws-sdk/client-ec2';
import { AwsError } from '../aws-error.js';
import type { Operations } from '../operation.js';
import type { Ec2 } from './ec2.js';
import { ec2Operation } from './ec2-operation.js';
import { invalidCombination, invalidValue, missingParameter } from './errors.js';
import { instanceStateCodes } from './instance.js';
import { reservationsOf } from './instance-descriptions.js';
import { type LaunchSpec, launchSpecOf, specOfData } from './launch-spec.js';
import type { LaunchedInstance } from './launched-instance.js';
import { securityGroupNamed } from './security-group-operations.js';
import { tagsFor } from './tags.js';

const runInstances = ec2Operation(
  [
    ...['ImageId', 'InstanceType', 'MinCount', 'MaxCount', 'KeyName', 'ClientToken', 'UserData', 'EbsOptimized'],
    ...['InstanceInitiatedShutdownBehavior', 'IamInstanceProfile.*', 'Placement.AvailabilityZone', 'SubnetId'],
    ...['SecurityGroupIds', 'SecurityGroups', 'BlockDeviceMappings.*', 'TagSpecifications.*', 'LaunchTemplate.*'],
    ...['DeviceIndex', 'AssociatePublicIpAddress', 'SubnetId', 'Groups', 'DeleteOnTermination', 'Description'].map(
      (name) => `NetworkInterfaces.${name}`,
    ),
    ...['MetadataOptions.*', 'InstanceMarketOptions.*', 'CreditSpecification.CpuCredits', 'EnclaveOptions.Enabled'],
    'CapacityReservationSpecification.CapacityReservationPreference',
  ],
  (input: RunInstancesCommandInput, ec2): Reservation => {
    const count = countOf(input);
    const spec = launchSpec(input, ec2);
    const instances = ec2.clientTokens.once('RunInstances', input, () => {
      const reservationId = ec2.ids.next('r');
      return Array.from({ length: count }, () => ec2.launch({ ...spec, reservationId }));
    });
    return reservationsOf(instances, ec2)[0] ?? {};
  },
);

function countOf({ MinCount, MaxCount }: RunInstancesCommandInput): number {
  if (MinCount === undefined) throw missingParameter('MinCount');
  if (MaxCount === undefined) throw missingParameter('MaxCount');
  if (MinCount < 1 || MaxCount < MinCount) {
    throw invalidValue(`Invalid value '${MinCount}' for instanceCount: MinCount must be from 1 to MaxCount`);
  }
  return MaxCount;
}

/** The template's parameters, and over them those of the request (EC2 API, RunInstances). */
function launchSpec(input: RunInstancesCommandInput, ec2: Ec2): LaunchSpec {
  refuseContradictions(input);
  for (const type of ['instance', 'volume', 'network-interface'] as const) tagsFor(type, input.TagSpecifications);
  const template = input.LaunchTemplate;
  const hasTemplate = template?.LaunchTemplateId || template?.LaunchTemplateName;
  const named = (input.SecurityGroups ?? []).map((name) => securityGroupNamed(name, ec2).id);
  return {
    ...(hasTemplate && launchSpecOf(ec2.templateVersion(template))),
    ...specOfData(input),
    ...(input.SubnetId && { SubnetId: input.SubnetId }),
    ...(named.length > 0 && { SecurityGroupIds: [...named, ...(input.SecurityGroupIds ?? [])] }),
    clientToken: input.ClientToken,
  };
}

function refuseContradictions(input: RunInstancesCommandInput): void {
  const { NetworkInterfaces, SubnetId, SecurityGroupIds, EnclaveOptions } = input;
  if (EnclaveOptions?.Enabled) throw invalidValue('The sandbox has no enclaves');
  if (!NetworkInterfaces?.length) return;
  if (NetworkInterfaces.length > 1) throw invalidValue('The sandbox gives an instance one network interface only');
  const also = (what: string) =>
    invalidCombination(`Network interfaces and an instance-level ${what} may not be specified on the same request`);
  if (SubnetId) throw also('subnet ID');
  if (SecurityGroupIds?.length) throw also('security groups');
}

/** Finds all before it changes any: an unknown id fails the whole call (EC2 API, TerminateInstances). */
function changeAll(ids: readonly string[] | undefined, ec2: Ec2, change: (id: string) => void): InstanceStateChange[] {
  if (!ids?.length) throw missingParameter('InstanceId');
  const instances = ids.map((id) => ec2.fleet.findVisible(id));
  return instances.map((instance) => {
    const PreviousState = stateOf(instance);
    change(instance.id);
    return { InstanceId: instance.id, PreviousState, CurrentState: stateOf(instance) };
  });
}

function stateOf({ state }: LaunchedInstance) {
  return { Code: instanceStateCodes[state], Name: state };
}

const terminateInstances = ec2Operation(
  ['InstanceIds'],
  ({ InstanceIds }: TerminateInstancesCommandInput, ec2): TerminateInstancesResult => ({
    TerminatingInstances: changeAll(InstanceIds, ec2, (id) => ec2.terminate(id)),
  }),
);

const stopInstances = ec2Operation(
  ['InstanceIds', 'Force'],
  ({ InstanceIds }: StopInstancesCommandInput, ec2): StopInstancesResult => ({
    StoppingInstances: changeAll(InstanceIds, ec2, (id) => ec2.stop(id)),
  }),
);

const startInstances = ec2Operation(
  ['InstanceIds'],
  ({ InstanceIds }: StartInstancesCommandInput, ec2): StartInstancesResult => ({
    StartingInstances: changeAll(InstanceIds, ec2, (id) => ec2.start(id)),
  }),
);

const rebootInstances = ec2Operation(['InstanceIds'], ({ InstanceIds }: RebootInstancesCommandInput, ec2): object => {
  changeAll(InstanceIds, ec2, (id) => ec2.fleet.reboot(id));
  return {};
});

/** Types that the Nitro System does not run: their console is only kept when they start or end (EC2 user guide, "Instance console output"). */
const beforeNitro = /^(t1|t2|m[1-4]|c[1-4]|r[34]|i[23]|d2|x1e?)\./;

/** Base64, as the SDK gives it (EC2 API, GetConsoleOutput). */
const getConsoleOutput = ec2Operation(
  ['InstanceId', 'Latest'],
  ({ InstanceId, Latest = false }: GetConsoleOutputCommandInput, ec2): GetConsoleOutputResult => {
    if (!InstanceId) throw missingParameter('InstanceId');
    const instance = ec2.fleet.findVisible(InstanceId);
    if (Latest && beforeNitro.test(instance.instanceType)) {
      throw new AwsError('UnsupportedOperation', 'The latest console output is supported on Nitro instances only.');
    }
    const { machines, clock } = ec2.region.world;
    return {
      InstanceId,
      Timestamp: new Date(clock.now()),
      Output: Buffer.from(machines.consoleOutput(instance, Latest)).toString('base64'),
    };
  },
);

export const instanceOperations: Operations = {
  GetConsoleOutput: getConsoleOutput,
  RebootInstances: rebootInstances,
  RunInstances: runInstances,
  StartInstances: startInstances,
  StopInstances: stopInstances,
  TerminateInstances: terminateInstances,
};
