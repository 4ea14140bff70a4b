import type {
  DescribeLaunchTemplatesResult,
  DescribeLaunchTemplateVersionsResult,
  LaunchTemplateVersion,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { refusal, smallWorld } from '../small-world.js';

const device = (Ebs: object) => [{ DeviceName: '/dev/xvda', Ebs }];

function withTemplate() {
  const world = smallWorld();
  const LaunchTemplateData = {
    ImageId: world.imageId,
    InstanceType: 't3.small',
    MetadataOptions: { HttpTokens: 'required' },
    UserData: 'IyEvYmluL3No',
    BlockDeviceMappings: device({ SnapshotId: 'snap-1', VolumeSize: 20 }),
  };
  const { LaunchTemplate } = world.ec2<{ LaunchTemplate: { LaunchTemplateId: string } }>('CreateLaunchTemplate', {
    LaunchTemplateName: 'web',
    LaunchTemplateData,
    TagSpecifications: [{ ResourceType: 'launch-template', Tags: [{ Key: 'team', Value: 'shop' }] }],
  });
  const id = LaunchTemplate.LaunchTemplateId;
  const add = (input: object) =>
    world.ec2<{ LaunchTemplateVersion: LaunchTemplateVersion }>('CreateLaunchTemplateVersion', {
      LaunchTemplateId: id,
      ...input,
    }).LaunchTemplateVersion;
  const versions = (input: object) =>
    world.ec2<DescribeLaunchTemplateVersionsResult>('DescribeLaunchTemplateVersions', {
      LaunchTemplateId: id,
      ...input,
    });
  const numbers = (input: object) => (versions(input).LaunchTemplateVersions ?? []).map((one) => one.VersionNumber);
  return { ...world, id, LaunchTemplateData, add, versions, numbers };
}

describe('a new version of a launch template', () => {
  it('inherits all of its source but what it says itself, and but snapshots', () => {
    const { add, LaunchTemplateData } = withTemplate();
    const { LaunchTemplateData: data } = add({ SourceVersion: '1', LaunchTemplateData: { ImageId: 'ami-2' } });
    expect(data).toEqual({ ...LaunchTemplateData, ImageId: 'ami-2', BlockDeviceMappings: device({ VolumeSize: 20 }) });
  });

  it('inherits nothing without a source', () => {
    const { add } = withTemplate();
    expect(add({ LaunchTemplateData: { ImageId: 'ami-2' } }).LaunchTemplateData).toEqual({ ImageId: 'ami-2' });
  });

  it.each(['$Latest', '$Default'])('takes %s as its source', (SourceVersion) => {
    const { add } = withTemplate();
    expect(add({ SourceVersion, LaunchTemplateData: {} }).LaunchTemplateData?.InstanceType).toBe('t3.small');
  });

  it('is made once for each client token', () => {
    const { add, numbers } = withTemplate();
    const input = { ClientToken: 'once', SourceVersion: '1', LaunchTemplateData: { ImageId: 'ami-2' } };
    expect(add(input).VersionNumber).toBe(2);
    expect(add({ ...input, LaunchTemplateData: { ImageId: 'ami-2' } }).VersionNumber).toBe(2);
    expect(numbers({})).toEqual([2, 1]);
    expect(refusal(() => add({ ...input, LaunchTemplateData: { ImageId: 'ami-3' } }))).toBe(
      'IdempotentParameterMismatch',
    );
  });

  it('does not change when the request that made it is changed afterwards', () => {
    const { add, versions } = withTemplate();
    const LaunchTemplateData = { ImageId: 'ami-2' };
    add({ LaunchTemplateData });
    LaunchTemplateData.ImageId = 'ami-3';
    expect(versions({ Versions: ['2'] }).LaunchTemplateVersions?.[0]?.LaunchTemplateData).toEqual({ ImageId: 'ami-2' });
  });

  it('is not the default until it is made so', () => {
    const { add, ec2, id, numbers } = withTemplate();
    add({ LaunchTemplateData: {} });
    expect(numbers({ Versions: ['$Default'] })).toEqual([1]);
    ec2('ModifyLaunchTemplate', { LaunchTemplateId: id, DefaultVersion: '2' });
    expect(numbers({ Versions: ['$Default'] })).toEqual([2]);
  });
});

describe('DescribeLaunchTemplateVersions', () => {
  it.each([
    [{ Versions: ['2'] }, [2]],
    [{ Versions: ['$Latest', '$Default'] }, [3, 1]],
    [{ MinVersion: '2' }, [3, 2]],
    [{ MaxVersion: '2' }, [2, 1]],
    [{ Filters: [{ Name: 'image-id', Values: ['ami-b'] }] }, [2]],
    [{}, [3, 2, 1]],
  ])('gives for %j the versions %j', (input, expected) => {
    const { add, numbers } = withTemplate();
    add({ LaunchTemplateData: { ImageId: 'ami-b' } });
    add({ LaunchTemplateData: { ImageId: 'ami-c' } });
    expect(numbers(input)).toEqual(expected);
  });

  it('pages', () => {
    const { add, versions, numbers } = withTemplate();
    add({ LaunchTemplateData: {} });
    add({ LaunchTemplateData: {} });
    const { NextToken } = versions({ MaxResults: 2 });
    expect(numbers({ MaxResults: 2, NextToken })).toEqual([1]);
  });

  it.each([
    ['InvalidLaunchTemplateId.VersionNotFound', { Versions: ['77'] }],
    ['InvalidLaunchTemplateId.NotFound', { LaunchTemplateId: 'lt-0123456789abcdef0' }],
    ['InvalidLaunchTemplateId.Malformed', { LaunchTemplateId: 'web' }],
    ['InvalidLaunchTemplateName.NotFoundException', { LaunchTemplateId: undefined, LaunchTemplateName: 'none' }],
    ['InvalidParameterCombination', { LaunchTemplateName: 'web' }],
    ['MissingParameter', { LaunchTemplateId: undefined }],
    ['InvalidParameterCombination', { LaunchTemplateId: undefined, Versions: ['1'] }],
    ['InvalidParameterValue', { Versions: ['newest'] }],
    ['InvalidParameterValue', { MaxResults: 201 }],
  ])('answers %s for %j', (code, input) => {
    const { versions } = withTemplate();
    expect(refusal(() => versions(input))).toBe(code);
  });

  it('gives the latest of all templates', () => {
    const { ec2, numbers } = withTemplate();
    ec2('CreateLaunchTemplate', { LaunchTemplateName: 'api', LaunchTemplateData: { ImageId: 'ami-1' } });
    expect(numbers({ LaunchTemplateId: undefined, Versions: ['$Latest'] })).toEqual([1, 1]);
  });
});

describe('a launch template', () => {
  it('shows its tags, also those that came later', () => {
    const { ec2, id } = withTemplate();
    ec2('CreateTags', { Resources: [id], Tags: [{ Key: 'owner', Value: 'ada' }] });
    const { LaunchTemplates } = ec2<DescribeLaunchTemplatesResult>('DescribeLaunchTemplates', {
      Filters: [{ Name: 'tag:team', Values: ['sh*'] }],
    });
    expect(LaunchTemplates?.[0]).toMatchObject({
      LaunchTemplateId: id,
      LatestVersionNumber: 1,
      DefaultVersionNumber: 1,
      Tags: [
        { Key: 'team', Value: 'shop' },
        { Key: 'owner', Value: 'ada' },
      ],
    });
  });

  it('has a name of its own', () => {
    const { ec2 } = withTemplate();
    const again = { LaunchTemplateName: 'web', LaunchTemplateData: { ImageId: 'ami-1' } };
    expect(refusal(() => ec2('CreateLaunchTemplate', again))).toBe('InvalidLaunchTemplateName.AlreadyExistsException');
    const odd = { ...again, LaunchTemplateName: 'a b' };
    expect(refusal(() => ec2('CreateLaunchTemplate', odd))).toBe('InvalidLaunchTemplateName.MalformedException');
  });

  it('may say nonsense, which shows only at a launch', () => {
    const { add, run, id } = withTemplate();
    add({ LaunchTemplateData: { ImageId: 'ami-0123456789abcdef0' } });
    const launch = () => run({ ImageId: undefined, LaunchTemplate: { LaunchTemplateId: id, Version: '2' } });
    expect(refusal(launch)).toBe('InvalidAMIID.NotFound');
  });

  it('is gone once deleted, and its name is free', () => {
    const { ec2, id, versions, LaunchTemplateData } = withTemplate();
    ec2('DeleteLaunchTemplate', { LaunchTemplateId: id });
    expect(refusal(() => versions({}))).toBe('InvalidLaunchTemplateId.NotFound');
    ec2('CreateLaunchTemplate', { LaunchTemplateName: 'web', LaunchTemplateData });
  });

  it('loses versions but never its default, and never uses a number twice', () => {
    const { add, ec2, id, numbers } = withTemplate();
    add({ LaunchTemplateData: {} });
    expect(ec2('DeleteLaunchTemplateVersions', { LaunchTemplateId: id, Versions: ['1', '2', '9'] })).toMatchObject({
      SuccessfullyDeletedLaunchTemplateVersions: [{ VersionNumber: 2 }],
      UnsuccessfullyDeletedLaunchTemplateVersions: [
        { VersionNumber: 1, ResponseError: { Code: 'unexpectedError' } },
        { VersionNumber: 9, ResponseError: { Code: 'launchTemplateVersionDoesNotExist' } },
      ],
    });
    expect(numbers({ Versions: ['$Latest'] })).toEqual([1]);
    const latest = { LaunchTemplateId: id, Versions: ['$Latest'] };
    expect(refusal(() => ec2('DeleteLaunchTemplateVersions', latest))).toBe('InvalidParameterValue');
    expect(add({ LaunchTemplateData: {} }).VersionNumber).toBe(3);
  });
});
