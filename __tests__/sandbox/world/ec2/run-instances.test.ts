import type { Reservation } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { refusal, smallWorld } from '../small-world.js';

const tagged = (ResourceType: string, Key: string, Value: string) => ({ ResourceType, Tags: [{ Key, Value }] });

describe('RunInstances', () => {
  it('gives the same instances for the same client token', () => {
    const { run, seen } = smallWorld();
    const [first] = run({ ClientToken: 'once' });
    const [second] = run({ ClientToken: 'once' });
    expect(second?.InstanceId).toBe(first?.InstanceId);
    expect(seen()).toHaveLength(1);
  });

  it('refuses a client token that came with other parameters', () => {
    const { run } = smallWorld();
    run({ ClientToken: 'once' });
    expect(refusal(() => run({ ClientToken: 'once', InstanceType: 't3.micro' }))).toBe('IdempotentParameterMismatch');
  });

  it('launches as many as MaxCount, in one reservation', () => {
    const { ec2, imageId } = smallWorld();
    const reservation = ec2<Reservation>('RunInstances', { ImageId: imageId, MinCount: 1, MaxCount: 3 });
    expect(reservation).toMatchObject({ ReservationId: expect.stringMatching(/^r-/), OwnerId: '000000000000' });
    expect(new Set(reservation.Instances?.map(({ InstanceId }) => InstanceId)).size).toBe(3);
  });

  it.each([
    ['InvalidAMIID.NotFound', { ImageId: 'ami-0123456789abcdef0' }],
    ['InvalidAMIID.Malformed', { ImageId: 'ami-x' }],
    ['InvalidSubnetID.NotFound', { SubnetId: 'subnet-0123456789abcdef0' }],
    ['InvalidGroup.NotFound', { SecurityGroupIds: ['sg-0123456789abcdef0'] }],
    ['InvalidKeyPair.NotFound', { KeyName: 'nobody' }],
    ['InvalidInstanceType', { InstanceType: 'huge' }],
    ['InvalidParameterValue', { InstanceType: 't4g.micro' }],
    ['InvalidParameterValue', { UserData: 'not base64!' }],
    ['InvalidParameterValue', { UserData: Buffer.alloc(16_385).toString('base64') }],
    ['InvalidParameterValue', { MinCount: 2, MaxCount: 1 }],
    ['InvalidParameterValue', { TagSpecifications: [tagged('instance', 'aws:mine', 'x')] }],
    ['InvalidParameterValue', { Placement: { AvailabilityZone: 'eu-west-1z' } }],
    ['InvalidLaunchTemplateId.NotFound', { LaunchTemplate: { LaunchTemplateId: 'lt-0123456789abcdef0' } }],
    ['InvalidParameterCombination', { SubnetId: 'x', NetworkInterfaces: [{ DeviceIndex: 0 }] }],
    ['UnknownParameter', { PrivateDnsNameOptions: { HostnameType: 'ip-name' } }],
    ['DryRunOperation', { DryRun: true }],
  ])('answers %s', (code, input) => {
    const { run, seen } = smallWorld();
    expect(refusal(() => run(input))).toBe(code);
    expect(seen()).toEqual([]);
  });

  it('launches nothing from an image that is still being made', () => {
    const { runOne, run, ec2 } = smallWorld();
    const { ImageId } = ec2<{ ImageId: string }>('CreateImage', {
      InstanceId: runOne(),
      Name: 'fresh',
      NoReboot: true,
    });
    expect(refusal(() => run({ ImageId }))).toBe('InvalidAMIID.Unavailable');
  });

  it('tags the instance, its volume and its network interface', () => {
    const { run, ec2 } = smallWorld();
    const TagSpecifications = ['instance', 'volume', 'network-interface'].map((type) => tagged(type, 'For', type));
    const [instance] = run({ TagSpecifications });
    const { Tags } = ec2<{ Tags: object[] }>('DescribeTags', { Filters: [{ Name: 'key', Values: ['For'] }] });
    const volumeId = instance?.BlockDeviceMappings?.[0]?.Ebs?.VolumeId;
    expect(Tags).toEqual([
      { ResourceType: 'instance', ResourceId: instance?.InstanceId, Key: 'For', Value: 'instance' },
      {
        ResourceType: 'network-interface',
        ResourceId: instance?.NetworkInterfaces?.[0]?.NetworkInterfaceId,
        Key: 'For',
        Value: 'network-interface',
      },
      { ResourceType: 'volume', ResourceId: volumeId, Key: 'For', Value: 'volume' },
    ]);
  });

  it('takes a template, lays the request over it, and tags the instance with its version', () => {
    const { run, ec2, imageId } = smallWorld();
    ec2('CreateLaunchTemplate', {
      LaunchTemplateName: 'web',
      LaunchTemplateData: {
        ImageId: imageId,
        InstanceType: 't3.small',
        UserData: 'IyEvYmluL3No',
        TagSpecifications: [tagged('instance', 'Name', 'web')],
      },
    });
    const [instance] = run({
      ImageId: undefined,
      InstanceType: 't3.large',
      LaunchTemplate: { LaunchTemplateName: 'web' },
    });
    expect(instance).toMatchObject({ ImageId: imageId, InstanceType: 't3.large' });
    expect(instance?.Tags).toEqual(
      expect.arrayContaining([
        { Key: 'Name', Value: 'web' },
        { Key: 'aws:ec2launchtemplate:version', Value: '1' },
      ]),
    );
  });

  it("accepts Packer's request, with its empty values and its network interface", () => {
    const { run, ec2, region } = smallWorld();
    ec2('CreateKeyPair', { KeyName: 'packer_1', KeyType: 'ed25519' });
    const { GroupId } = ec2<{ GroupId: string }>('CreateSecurityGroup', {
      GroupName: 'packer_1',
      Description: 'Temporary',
    });
    const [SubnetId = ''] = region.ec2.subnets.keys();
    const [instance] = run({
      InstanceType: 't3.micro',
      KeyName: 'packer_1',
      ClientToken: 'token',
      UserData: '',
      EbsOptimized: false,
      InstanceInitiatedShutdownBehavior: 'stop',
      IamInstanceProfile: { Name: '' },
      Placement: { AvailabilityZone: '' },
      CapacityReservationSpecification: { CapacityReservationPreference: 'none' },
      CreditSpecification: { CpuCredits: 'standard' },
      EnclaveOptions: { Enabled: false },
      MetadataOptions: { HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1, HttpTokens: 'required' },
      NetworkInterfaces: [
        { AssociatePublicIpAddress: true, DeleteOnTermination: true, DeviceIndex: 0, Groups: [GroupId], SubnetId },
      ],
      TagSpecifications: [tagged('instance', 'Name', 'Packer Builder'), tagged('volume', 'Name', 'Packer Builder')],
    });
    expect(instance).toMatchObject({ SubnetId, KeyName: 'packer_1', MetadataOptions: { HttpTokens: 'required' } });
    expect(instance?.SecurityGroups).toEqual([{ GroupId, GroupName: 'packer_1' }]);
  });

  it('resolves a parameter to an image at launch', () => {
    const { run, ssm, imageId } = smallWorld();
    ssm('PutParameter', { Name: '/images/web', Value: imageId, Type: 'String' });
    expect(run({ ImageId: 'resolve:ssm:/images/web' })[0]?.ImageId).toBe(imageId);
    expect(run({ ImageId: 'resolve:ssm:/images/web:1' })[0]?.ImageId).toBe(imageId);
    expect(refusal(() => run({ ImageId: 'resolve:ssm:/images/none' }))).toBe('InvalidParameterValue');
  });

  it('keeps a volume that shall outlive its instance', () => {
    const { runOne, ec2, clock } = smallWorld();
    const id = runOne({ BlockDeviceMappings: [{ DeviceName: '/dev/sdf', Ebs: { VolumeSize: 20 } }] });
    ec2('TerminateInstances', { InstanceIds: [id] });
    clock.advance(1_000);
    expect(ec2('DescribeVolumes')).toMatchObject({ Volumes: [{ State: 'available', Size: 20 }] });
  });

  it('gives the same ids for the same seed', () => {
    const ids = (seed: number) => smallWorld({ seed }).run()[0]?.InstanceId;
    expect(ids(7)).toBe(ids(7));
    expect(ids(7)).not.toBe(ids(8));
  });
});
