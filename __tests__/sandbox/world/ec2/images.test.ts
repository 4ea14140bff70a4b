import type { DescribeImagesResult, DescribeSnapshotsResult } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { refusal, smallWorld } from '../small-world.js';

const day = 24 * 3_600_000;

function withInstance() {
  const world = smallWorld();
  const instanceId = world.runOne();
  const create = (input: object = {}) =>
    world.ec2<{ ImageId: string }>('CreateImage', { InstanceId: instanceId, Name: 'web-1', NoReboot: true, ...input })
      .ImageId;
  const images = (input: object) => world.ec2<DescribeImagesResult>('DescribeImages', input).Images ?? [];
  const image = (id: string) => images({ ImageIds: [id] })[0];
  const snapshots = (input: object = { OwnerIds: ['self'] }) =>
    world.ec2<DescribeSnapshotsResult>('DescribeSnapshots', input).Snapshots ?? [];
  return { ...world, instanceId, create, images, image, snapshots };
}

describe('CreateImage', () => {
  it('is pending, then available, and names its source', () => {
    const { create, image, clock, instanceId, imageId } = withInstance();
    const id = create();
    expect(image(id)).toMatchObject({ State: 'pending', SourceInstanceId: instanceId, SourceImageId: imageId });
    clock.advance(1_000);
    expect(image(id)?.State).toBe('available');
  });

  it('fails when the disk cannot be kept, and its name stays taken', () => {
    const { create, image, clock, machines, snapshots } = withInstance();
    machines.captureFailure = 'disk full';
    const id = create();
    clock.advance(1_000);
    expect(image(id)).toMatchObject({ State: 'failed', StateReason: { Message: 'disk full' } });
    expect(snapshots()[0]?.State).toBe('error');
    expect(refusal(() => create())).toBe('InvalidAMIName.Duplicate');
  });

  it('makes snapshots that name the instance, the image and the volume', () => {
    const { create, image, snapshots, instanceId, seen, clock } = withInstance();
    const id = create({ TagSpecifications: [{ ResourceType: 'snapshot', Tags: [{ Key: 'run', Value: '7' }] }] });
    const SnapshotId = image(id)?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId;
    const VolumeId = seen()[0]?.BlockDeviceMappings?.[0]?.Ebs?.VolumeId;
    const Description = `Created by CreateImage(${instanceId}) for ${id}`;
    const Tags = [{ Key: 'run', Value: '7' }];
    expect(snapshots()).toEqual([
      expect.objectContaining({ SnapshotId, VolumeId, Description, Tags, State: 'pending' }),
    ]);
    clock.advance(1_000);
    expect(snapshots({ SnapshotIds: [SnapshotId] })[0]?.State).toBe('completed');
  });

  it('reboots a running instance, unless told not to', () => {
    const { create, machines, clock, instanceId, stateOf } = withInstance();
    const id = create({ NoReboot: false });
    clock.advance(3_000);
    expect(machines.calls.slice(1)).toEqual([
      `stop ${instanceId}`,
      `capture ${instanceId} ${id}`,
      `boot ${instanceId}`,
    ]);
    expect(stateOf(instanceId)).toBe('running');
  });

  it.each([
    ['InvalidAMIName.Malformed', { Name: 'a' }],
    ['InvalidAMIName.Malformed', { Name: 'web:1' }],
    ['InvalidInstanceID.NotFound', { InstanceId: 'i-0123456789abcdef0' }],
    ['MissingParameter', { Name: undefined }],
    ['InvalidParameterValue', { TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'aws:x', Value: '' }] }] }],
  ])('answers %s for %j', (code, input) => {
    const { create, images } = withInstance();
    expect(refusal(() => create(input))).toBe(code);
    expect(images({ Owners: ['self'] })).toEqual([]);
  });

  it('takes a running or a stopped instance only', () => {
    const { create, ec2, instanceId, clock } = withInstance();
    ec2('StopInstances', { InstanceIds: [instanceId] });
    expect(refusal(() => create())).toBe('IncorrectInstanceState');
    clock.advance(1_000);
    expect(refusal(() => create())).toBe('none');
    ec2('TerminateInstances', { InstanceIds: [instanceId] });
    expect(refusal(() => create({ Name: 'web-2' }))).toBe('IncorrectInstanceState');
  });
});

describe('DescribeImages', () => {
  it.each([
    [{ Owners: ['self'] }, ['web-1', 'web-2']],
    [{ Owners: ['amazon'] }, ['base-1']],
    [{ Filters: [{ Name: 'name', Values: ['web-*'] }] }, ['web-1', 'web-2']],
    [{ Filters: [{ Name: 'name', Values: ['web-2', 'base-?'] }] }, ['base-1', 'web-2']],
    [{ Filters: [{ Name: 'name', Values: ['WEB-1'] }] }, []],
    [{ Filters: [{ Name: 'tag:version', Values: ['2'] }] }, ['web-2']],
    [{ Filters: [{ Name: 'state', Values: ['pending'] }] }, ['web-2']],
    [
      { Filters: [{ Name: 'root-device-type', Values: ['ebs'] }], Owners: ['amazon'], IncludeDeprecated: false },
      ['base-1'],
    ],
    [{ Filters: [{ Name: 'virtualization-type', Values: ['paravirtual'] }] }, []],
    [{ Filters: [{ Name: 'architecture', Values: ['arm64'] }] }, []],
    [{ Filters: [{ Name: 'name', Values: [] }] }, []],
  ])('gives for %j the images %j', (input, names) => {
    const { create, images, clock } = withInstance();
    create();
    clock.advance(1_000);
    create({ Name: 'web-2', TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'version', Value: '2' }] }] });
    expect(images(input).map(({ Name }) => Name)).toEqual(names);
  });

  it('finds an image by its source instance', () => {
    const { create, images, instanceId } = withInstance();
    const id = create();
    const found = images({ Filters: [{ Name: 'source-instance-id', Values: [instanceId] }] });
    expect(found.map(({ ImageId }) => ImageId)).toEqual([id]);
  });

  it('fails for an unknown id, also for one of another region', () => {
    const { create, images, callIn } = withInstance();
    const ImageIds = [create()];
    expect(refusal(() => images({ ImageIds: ['ami-0123456789abcdef0'] }))).toBe('InvalidAMIID.NotFound');
    expect(refusal(() => callIn('us-east-1', 'ec2', 'DescribeImages', { ImageIds }))).toBe('InvalidAMIID.NotFound');
  });

  it('hides a deprecated image of others, and shows its owner his own', () => {
    const { create, images, ec2, clock, region, imageId } = withInstance();
    const id = create();
    const DeprecateAt = new Date(clock.now() + day);
    ec2('EnableImageDeprecation', { ImageId: id, DeprecateAt });
    const base = region.ec2.images.get(imageId);
    if (base) base.deprecatedFrom = DeprecateAt.getTime();
    // Rounded to the minute: the world is one second old.
    clock.advance(2 * day);
    expect(images({}).map(({ ImageId }) => ImageId)).toEqual([id]);
    expect(images({ IncludeDeprecated: true })).toHaveLength(2);
    expect(images({ ImageIds: [id] })[0]?.DeprecationTime).toBe('2026-01-02T00:00:00.000Z');
    ec2('DisableImageDeprecation', { ImageId: id });
    expect(images({ ImageIds: [id] })[0]?.DeprecationTime).toBeUndefined();
    expect(refusal(() => ec2('EnableImageDeprecation', { ImageId: id, DeprecateAt }))).toBe('InvalidParameterValue');
  });
});

describe('CopyImage', () => {
  function copied(input: object = {}) {
    const world = withInstance();
    const source = world.create({
      TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'version', Value: '1' }] }],
    });
    const copy = (more: object = {}) =>
      world.callIn<{ ImageId: string }>('us-east-1', 'ec2', 'CopyImage', {
        ...{ SourceImageId: source, SourceRegion: 'eu-west-1', Name: 'web-1', ...input, ...more },
      }).ImageId;
    const there = (id: string) =>
      world.callIn<DescribeImagesResult>('us-east-1', 'ec2', 'DescribeImages', { ImageIds: [id] }).Images?.[0];
    return { ...world, source, copy, there };
  }

  it('makes an image with an id of its own in the other region', () => {
    const { source, copy, there, clock } = copied();
    clock.advance(1_000);
    const id = copy();
    expect(id).not.toBe(source);
    expect(there(id)).toMatchObject({
      State: 'pending',
      SourceImageId: source,
      SourceImageRegion: 'eu-west-1',
      Tags: [],
    });
    clock.advance(1_000);
    expect(there(id)?.State).toBe('available');
  });

  it('takes the tags along when asked for, and encrypts', () => {
    const { copy, there, clock } = copied({ CopyImageTags: true, Encrypted: true, KmsKeyId: '' });
    clock.advance(1_000);
    const image = there(copy());
    expect(image?.Tags).toEqual([{ Key: 'version', Value: '1' }]);
    expect(image?.BlockDeviceMappings?.[0]?.Ebs?.Encrypted).toBe(true);
  });

  it('waits for nothing: the source must be available', () => {
    const { copy, clock } = copied();
    expect(refusal(() => copy())).toBe('InvalidAMIID.Unavailable');
    clock.advance(1_000);
    const first = copy({ ClientToken: 'once' });
    expect(copy({ ClientToken: 'once' })).toBe(first);
    expect(refusal(() => copy())).toBe('InvalidAMIName.Duplicate');
    expect(refusal(() => copy({ SourceImageId: 'ami-0123456789abcdef0', Name: 'web-2' }))).toBe(
      'InvalidAMIID.NotFound',
    );
  });
});

describe('DeregisterImage', () => {
  it('leaves the snapshots, which can be deleted then; with the last of them the content goes', () => {
    const { create, ec2, images, snapshots, machines, clock } = withInstance();
    const id = create();
    clock.advance(1_000);
    const SnapshotId = snapshots()[0]?.SnapshotId;
    expect(refusal(() => ec2('DeleteSnapshot', { SnapshotId }))).toBe('InvalidSnapshot.InUse');
    ec2('DeregisterImage', { ImageId: id });
    expect(refusal(() => images({ ImageIds: [id] }))).toBe('InvalidAMIID.NotFound');
    expect(snapshots()).toHaveLength(1);
    expect(machines.calls).not.toContain(`discard ${id}`);
    ec2('DeleteSnapshot', { SnapshotId });
    expect(machines.calls).toContain(`discard ${id}`);
    expect(refusal(() => ec2('DeleteSnapshot', { SnapshotId }))).toBe('InvalidSnapshot.NotFound');
  });

  it('takes the snapshots along when asked for, but not those of another image', () => {
    const { create, ec2, snapshots, machines, clock } = withInstance();
    const id = create();
    clock.advance(1_000);
    const [{ SnapshotId } = {}] = snapshots();
    const { ImageId } = ec2<{ ImageId: string }>('RegisterImage', {
      Name: 'again',
      RootDeviceName: '/dev/xvda',
      BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId } }],
    });
    clock.advance(1_000);
    expect(machines.calls).toContain(`copy ${id} ${ImageId}`);
    const deregister = (one: string) => ec2('DeregisterImage', { ImageId: one, DeleteAssociatedSnapshots: true });
    expect(deregister(id)).toEqual({ Return: true, DeleteSnapshotResults: [{ SnapshotId, ReturnCode: 'skipped' }] });
    expect(deregister(ImageId)).toEqual({
      Return: true,
      DeleteSnapshotResults: [{ SnapshotId, ReturnCode: 'success' }],
    });
    expect(snapshots()).toEqual([]);
  });

  it('takes back a half-made image, which then never becomes available', () => {
    const { create, ec2, clock, region } = withInstance();
    const ImageId = create();
    ec2('DeregisterImage', { ImageId, DeleteAssociatedSnapshots: true });
    clock.advance(1_000);
    const changes = region.world.log.events
      .filter(({ subject }) => subject.endsWith(ImageId))
      .map(({ change }) => change);
    expect(changes).toEqual(['pending', 'deregistered']);
    expect(refusal(() => create())).toBe('none');
  });

  it('is refused while the image is protected, and for a day after a protection with cooldown', () => {
    const { create, ec2, clock } = withInstance();
    const ImageId = create();
    const deregister = () => refusal(() => ec2('DeregisterImage', { ImageId }));
    ec2('EnableImageDeregistrationProtection', { ImageId, WithCooldown: true });
    expect(deregister()).toBe('OperationNotPermitted');
    ec2('DisableImageDeregistrationProtection', { ImageId });
    expect(deregister()).toBe('OperationNotPermitted');
    clock.advance(day);
    expect(deregister()).toBe('none');
  });

  it('is not for the images of others', () => {
    const { ec2, imageId } = withInstance();
    expect(refusal(() => ec2('DeregisterImage', { ImageId: imageId }))).toBe('AuthFailure');
  });
});

describe('RegisterImage', () => {
  it('makes an image that boots from the device and the snapshot that it names', () => {
    const { create, ec2, snapshots, image, clock, runOne, seen } = withInstance();
    create();
    clock.advance(1_000);
    const Ebs = { SnapshotId: snapshots()[0]?.SnapshotId, DeleteOnTermination: false };
    const { ImageId } = ec2<{ ImageId: string }>('RegisterImage', {
      Name: 'again',
      RootDeviceName: '/dev/sda1',
      BlockDeviceMappings: [
        { DeviceName: '/dev/sdf', Ebs: { VolumeSize: 1 } },
        { DeviceName: '/dev/sda1', Ebs },
      ],
    });
    clock.advance(1_000);
    expect(image(ImageId)).toMatchObject({ State: 'available', RootDeviceName: '/dev/sda1' });
    expect(image(ImageId)?.BlockDeviceMappings?.map((one) => one.Ebs)).toMatchObject([
      { ...Ebs, VolumeSize: 8 },
      { VolumeSize: 1, DeleteOnTermination: true },
    ]);
    expect(seen({ InstanceIds: [runOne({ ImageId })] })[0]?.RootDeviceName).toBe('/dev/sda1');
  });

  it('needs a root snapshot that is there, and a free name', () => {
    const { create, ec2, snapshots } = withInstance();
    create();
    const register = (SnapshotId: string | undefined, Name = 'again') =>
      refusal(() =>
        ec2('RegisterImage', { Name, BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId } }] }),
      );
    expect(register(undefined)).toBe('MissingParameter');
    expect(register('snap-0123456789abcdef0')).toBe('InvalidSnapshot.NotFound');
    expect(register(snapshots()[0]?.SnapshotId, 'web-1')).toBe('InvalidAMIName.Duplicate');
  });
});

describe('the attributes of images and snapshots', () => {
  it("change by both of the API's forms at once, as Packer sends them", () => {
    const { create, ec2, snapshots } = withInstance();
    const ImageId = create();
    const UserId = '111122223333';
    ec2('ModifyImageAttribute', {
      ImageId,
      LaunchPermission: { Add: [{ UserId }] },
      UserIds: [UserId],
      OperationType: 'add',
      Attribute: 'launchPermission',
    });
    expect(ec2('DescribeImageAttribute', { ImageId, Attribute: 'launchPermission' })).toMatchObject({
      LaunchPermissions: [{ UserId }],
    });
    ec2('ModifyImageAttribute', { ImageId, LaunchPermission: { Remove: [{ UserId }] } });
    expect(ec2('DescribeImageAttribute', { ImageId, Attribute: 'launchPermission' })).toMatchObject({
      LaunchPermissions: [],
    });
    ec2('ModifyImageAttribute', { ImageId, Description: { Value: 'the web' } });
    expect(ec2('DescribeImageAttribute', { ImageId, Attribute: 'description' })).toMatchObject({
      Description: { Value: 'the web' },
    });
    ec2('ModifyImageAttribute', { ImageId, ImdsSupport: { Value: 'v2.0' } });
    expect(ec2('DescribeImageAttribute', { ImageId, Attribute: 'imdsSupport' })).toMatchObject({
      ImdsSupport: { Value: 'v2.0' },
    });
    expect(ec2('DescribeImages', { ImageIds: [ImageId] })).toMatchObject({ Images: [{ ImdsSupport: 'v2.0' }] });
    const SnapshotId = snapshots()[0]?.SnapshotId;
    ec2('ModifySnapshotAttribute', { SnapshotId, CreateVolumePermission: { Add: [{ UserId }] } });
    expect(ec2('DescribeSnapshotAttribute', { SnapshotId, Attribute: 'createVolumePermission' })).toMatchObject({
      CreateVolumePermissions: [{ UserId }],
    });
  });
});

describe('CopySnapshot', () => {
  it('makes a snapshot that is complete after a while', () => {
    const { create, ec2, snapshots, clock } = withInstance();
    create();
    clock.advance(1_000);
    const SourceSnapshotId = snapshots()[0]?.SnapshotId;
    const copy = ec2<{ SnapshotId: string }>('CopySnapshot', { SourceSnapshotId, SourceRegion: 'eu-west-1' });
    expect(snapshots({ SnapshotIds: [copy.SnapshotId] })[0]?.State).toBe('pending');
    clock.advance(1_000);
    expect(snapshots({ SnapshotIds: [copy.SnapshotId] })[0]?.State).toBe('completed');
  });
});
