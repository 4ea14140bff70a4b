import { describe, expect, it } from '@jest/globals';
import { repointed } from '../../../../src/rollout/changes/launch-specification.js';
import { isFollowing, launchedBy } from '../../../../src/rollout/group/describe-group.js';
import type { LaunchSource, Pointer } from '../../../../src/rollout/heart/launch-source.js';
import { isMade, pointsAt, runs } from '../../../../src/rollout/heart/matching.js';

const source: LaunchSource = {
  templateId: 'lt-1',
  version: 3,
  imageId: 'ami-b',
  others: [{ templateId: 'lt-2', version: 8, imageId: 'ami-c' }],
};

const policy = {
  LaunchTemplate: {
    LaunchTemplateSpecification: { LaunchTemplateId: 'lt-1', LaunchTemplateName: 'shop', Version: '2' },
    Overrides: [
      { InstanceType: 'm5.large' },
      { InstanceType: 'm6i.large', ImageId: 'ami-a' },
      {
        InstanceType: 'c5.large',
        LaunchTemplateSpecification: { LaunchTemplateId: 'lt-2', LaunchTemplateName: 'shop-c', Version: '$Latest' },
      },
      {
        InstanceType: 'r5.large',
        LaunchTemplateSpecification: { LaunchTemplateId: 'lt-3', LaunchTemplateName: 'theirs', Version: '1' },
      },
    ],
  },
  InstancesDistribution: { OnDemandBaseCapacity: 2, SpotAllocationStrategy: 'price-capacity-optimized' },
};

/** A group that is told to launch this. */
const group = (pointer: Pointer) => ({ launches: launchedBy(pointer) });

describe('a machine runs a source', () => {
  const machine = { templateId: 'lt-1', version: 3, imageId: 'ami-b' };

  it('by template, version and image', () => {
    expect(runs(machine, source)).toBe(true);
    expect(runs({ ...machine, templateId: 'lt-9' }, source)).toBe(false);
    expect(runs({ ...machine, version: 2 }, source)).toBe(false);
    expect(runs({ ...machine, imageId: 'ami-a' }, source)).toBe(false);
  });

  it('by the template of an override, with its own version and image', () => {
    expect(runs({ templateId: 'lt-2', version: 8, imageId: 'ami-c' }, source)).toBe(true);
    expect(runs({ templateId: 'lt-2', version: 8, imageId: 'ami-b' }, source)).toBe(false);
    expect(runs({ templateId: 'lt-2', version: 3, imageId: 'ami-c' }, source)).toBe(false);
  });

  it('as long as EC2 does not know its image yet', () => {
    expect(runs({ ...machine, imageId: '' }, source)).toBe(true);
  });

  it('when it was launched from the version that was pinned, with the image that was pinned', () => {
    const pinned = { ...source, version: 4, pins: 3 };
    expect(runs(machine, pinned)).toBe(true);
    expect(runs({ ...machine, imageId: 'ami-a' }, pinned)).toBe(false);
  });

  it('not while its version is still to be made', () => {
    expect(runs({ ...machine, version: 0 }, { templateId: 'lt-1', imageId: 'ami-b' })).toBe(false);
  });

  it('from its launch configuration, by name', () => {
    const configuration = { templateId: 'web-1', version: 0, imageId: 'ami-b' };
    expect(runs({ ...configuration }, configuration)).toBe(true);
    // AWS leaves the name of one out that was deleted (Auto Scaling API, Instance).
    expect(runs({ ...configuration, templateId: '' }, configuration)).toBe(false);
  });
});

describe('a group points at a source', () => {
  it('when its own template and each known override do', () => {
    const template = { id: 'lt-1', version: '3' };
    expect(pointsAt(group({ template, policy: repointed(policy, source) }), source)).toBe(true);
    expect(pointsAt(group({ template, policy }), source)).toBe(false);
    expect(pointsAt(group({ template }), source)).toBe(true);
    expect(pointsAt(group({ template: { id: 'lt-1', version: '$Latest' } }), source)).toBe(false);
  });

  it('whatever overrides of their own others add', () => {
    const theirs = repointed(policy, source).LaunchTemplate.Overrides.slice(-1);
    const LaunchTemplate = { Overrides: theirs };
    expect(pointsAt(group({ template: { id: 'lt-1', version: '3' }, policy: { LaunchTemplate } }), source)).toBe(true);
  });
});

describe('a policy that is repointed', () => {
  it('has other versions and images, and nothing else is touched', () => {
    expect(repointed(policy, source)).toEqual({
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateId: 'lt-1', Version: '3' },
        Overrides: [
          { InstanceType: 'm5.large' },
          { InstanceType: 'm6i.large', ImageId: 'ami-b' },
          { InstanceType: 'c5.large', LaunchTemplateSpecification: { LaunchTemplateId: 'lt-2', Version: '8' } },
          { InstanceType: 'r5.large', LaunchTemplateSpecification: { LaunchTemplateId: 'lt-3', Version: '1' } },
        ],
      },
      InstancesDistribution: policy.InstancesDistribution,
    });
  });
});

it('a group follows what is no number, in its own template or in an override', () => {
  const template = { id: 'lt-1', version: '3' };
  expect(isFollowing({ template })).toBe(false);
  expect(isFollowing({ template: { id: 'web-1', version: '0' } })).toBe(false);
  expect(isFollowing({ template: { ...template, version: '$Default' } })).toBe(true);
  expect(isFollowing({ template, policy })).toBe(true);
  expect(isFollowing({ template, policy: repointed(policy, source) })).toBe(false);
});

it('a source is made when each of its versions has a number', () => {
  expect(isMade(source)).toBe(true);
  expect(isMade({ ...source, others: [{ templateId: 'lt-2', imageId: 'ami-c' }] })).toBe(false);
});
