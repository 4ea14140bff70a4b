import { describe, expect, it } from '@jest/globals';
import { refusal, smallWorld } from '../small-world.js';

const tags = (count: number) => Array.from({ length: count }, (_, at) => ({ Key: `key-${at}`, Value: 'x' }));

describe('tags', () => {
  it.each([
    ['none', tags(50)],
    ['TagLimitExceeded', tags(51)],
    ['InvalidParameterValue', [{ Key: 'aws:mine', Value: 'x' }]],
    ['InvalidParameterValue', [{ Key: 'AWS:mine', Value: 'x' }]],
    ['InvalidParameterValue', [{ Key: 'k'.repeat(129), Value: 'x' }]],
    ['InvalidParameterValue', [{ Key: 'k', Value: 'v'.repeat(257) }]],
    ['InvalidParameterValue', [{ Key: 'k' }, { Key: 'k' }]],
    ['MissingParameter', []],
  ])('answer %s', (code, Tags) => {
    const { ec2, runOne } = smallWorld();
    const id = runOne();
    expect(refusal(() => ec2('CreateTags', { Resources: [id], Tags }))).toBe(code);
  });

  it("count only the account's own towards the limit, and each key once", () => {
    const { ec2, region, imageId } = smallWorld();
    const { id } = region.ec2.launch({ ImageId: imageId, tags: [['aws:autoscaling:groupName', 'web']] });
    ec2('CreateTags', { Resources: [id], Tags: tags(50) });
    expect(refusal(() => ec2('CreateTags', { Resources: [id], Tags: tags(50) }))).toBe('none');
    expect(refusal(() => ec2('CreateTags', { Resources: [id], Tags: [{ Key: 'one-more' }] }))).toBe('TagLimitExceeded');
  });

  it('are set on all resources or on none', () => {
    const { ec2, runOne, region } = smallWorld();
    const id = runOne();
    const Resources = [id, 'ami-0123456789abcdef0'];
    expect(refusal(() => ec2('CreateTags', { Resources, Tags: tags(1) }))).toBe('InvalidAMIID.NotFound');
    expect(region.ec2.instances.get(id)?.tags.size).toBe(0);
    expect(refusal(() => ec2('CreateTags', { Resources: ['thing-1'], Tags: tags(1) }))).toBe('InvalidID');
  });

  it('are deleted by key, by key and value, or all', () => {
    const { ec2, runOne, region } = smallWorld();
    const id = runOne();
    const left = () => [...(region.ec2.instances.get(id)?.tags.keys() ?? [])];
    ec2('CreateTags', { Resources: [id], Tags: tags(3) });
    ec2('DeleteTags', { Resources: [id], Tags: [{ Key: 'key-0' }, { Key: 'key-1', Value: 'other' }] });
    expect(left()).toEqual(['key-1', 'key-2']);
    ec2('DeleteTags', { Resources: [id] });
    expect(left()).toEqual([]);
    expect(refusal(() => ec2('DeleteTags', { Resources: [id], Tags: [{ Key: 'aws:x' }] }))).toBe(
      'InvalidParameterValue',
    );
  });
});
