import type { GetParametersByPathResult, PutParameterResult } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import { refusal, smallWorld } from '../small-world.js';

function withParameter() {
  const world = smallWorld();
  const put = (input: object = {}) =>
    world.ssm<PutParameterResult>('PutParameter', {
      Name: '/steadfleet/shop/000001',
      Value: 'one',
      Type: 'String',
      ...input,
    });
  put();
  const byPath = (input: object) =>
    world.ssm<GetParametersByPathResult>('GetParametersByPath', { Path: '/steadfleet', ...input });
  const names = (input: object) => (byPath(input).Parameters ?? []).map(({ Name }) => Name);
  return { ...world, put, byPath, names };
}

describe('PutParameter', () => {
  it('creates once: whoever comes second is refused', () => {
    const { put, ssm } = withParameter();
    expect(refusal(() => put({ Value: 'two' }))).toBe('ParameterAlreadyExists');
    expect(refusal(() => put({ Value: 'two', Overwrite: false }))).toBe('ParameterAlreadyExists');
    expect(ssm('GetParameter', { Name: '/steadfleet/shop/000001' })).toMatchObject({
      Parameter: { Value: 'one', Version: 1 },
    });
  });

  it('writes a new version when told to overwrite, and keeps the old ones', () => {
    const { put, ssm, clock } = withParameter();
    clock.advance(1_000);
    expect(put({ Value: 'two', Overwrite: true })).toEqual({ Version: 2, Tier: 'Standard' });
    const value = (Name: string) => ssm<{ Parameter: { Value: string } }>('GetParameter', { Name }).Parameter.Value;
    expect(value('/steadfleet/shop/000001')).toBe('two');
    expect(value('/steadfleet/shop/000001:1')).toBe('one');
    expect(refusal(() => value('/steadfleet/shop/000001:3'))).toBe('ParameterNotFound');
  });

  it.each([
    ['none', { Name: 'plain' }],
    ['none', { Name: '/a/b.c_d-E/1' }],
    ['none', { Name: `/${Array.from({ length: 15 }, () => 'x').join('/')}` }],
    ['none', { Value: 'x'.repeat(4_096) }],
    ['none', { Name: '/tagged', Tags: [{ Key: 'owner', Value: 'ada' }] }],
    ['ValidationException', { Name: 'with space' }],
    ['ValidationException', { Name: '/a/$b' }],
    ['ValidationException', { Name: 'a/b' }],
    ['ValidationException', { Value: 'x'.repeat(4_097) }],
    ['ValidationException', { Value: '' }],
    ['ValidationException', { Type: undefined }],
    ['ValidationException', { Overwrite: true, Tags: [{ Key: 'owner', Value: 'ada' }] }],
    ['ValidationException', { Tags: [{ Key: 'aws:x', Value: '' }] }],
    ['ValidationException', { Tier: 'Advanced' }],
    ['AccessDeniedException', { Name: '/aws/service/x' }],
    ['HierarchyLevelLimitExceededException', { Name: `/${Array.from({ length: 16 }, () => 'x').join('/')}` }],
    ['ValidationError', { AllowedPattern: '.*' }],
  ])('answers %s for %j', (code, input) => {
    const { put } = withParameter();
    expect(refusal(() => put({ Name: '/new', ...input }))).toBe(code);
  });

  it('refuses another type for a parameter that is there', () => {
    const { put } = withParameter();
    expect(refusal(() => put({ Type: 'SecureString', Overwrite: true }))).toBe('HierarchyTypeMismatchException');
  });
});

describe('GetParametersByPath', () => {
  it('gives the children of a path, or all below it, in the order of their names', () => {
    const { put, names } = withParameter();
    put({ Name: '/steadfleet/b' });
    put({ Name: '/steadfleet/a' });
    put({ Name: '/steadfleeting' });
    expect(names({})).toEqual(['/steadfleet/a', '/steadfleet/b']);
    expect(names({ Recursive: true })).toEqual(['/steadfleet/a', '/steadfleet/b', '/steadfleet/shop/000001']);
    expect(names({ Path: '/steadfleet/shop/' })).toEqual(['/steadfleet/shop/000001']);
    expect(names({ Path: '/none' })).toEqual([]);
  });

  it('gives at most ten at once', () => {
    const { put, byPath, names } = withParameter();
    for (let at = 1; at <= 12; at++) put({ Name: `/steadfleet/p${100 + at}` });
    const first = byPath({});
    expect(first.Parameters).toHaveLength(10);
    expect(names({ NextToken: first.NextToken })).toEqual(['/steadfleet/p111', '/steadfleet/p112']);
    expect(refusal(() => byPath({ MaxResults: 11 }))).toBe('ValidationException');
    expect(refusal(() => byPath({ NextToken: 'x' }))).toBe('InvalidNextToken');
    expect(refusal(() => byPath({ Path: 'steadfleet' }))).toBe('ValidationException');
  });

  it('shows a secret only when asked to decrypt it', () => {
    const { put, byPath } = withParameter();
    put({ Name: '/steadfleet/secret', Type: 'SecureString', Value: 'open sesame' });
    expect(byPath({}).Parameters?.[0]?.Value).not.toContain('sesame');
    expect(byPath({ WithDecryption: true }).Parameters?.[0]?.Value).toBe('open sesame');
  });
});

describe('parameters', () => {
  it('are found by filters', () => {
    const { put, ssm } = withParameter();
    put({ Name: '/other', Tags: [{ Key: 'owner', Value: 'ada' }] });
    const find = (filter: object) =>
      ssm<{ Parameters: { Name: string }[] }>('DescribeParameters', { ParameterFilters: [filter] }).Parameters.map(
        ({ Name }) => Name,
      );
    expect(find({ Key: 'Name', Option: 'BeginsWith', Values: ['/stead'] })).toEqual(['/steadfleet/shop/000001']);
    expect(find({ Key: 'Path', Option: 'Recursive', Values: ['/steadfleet'] })).toEqual(['/steadfleet/shop/000001']);
    expect(find({ Key: 'Path', Values: ['/'] })).toEqual(['/other']);
    expect(find({ Key: 'tag:owner', Values: ['ada'] })).toEqual(['/other']);
    expect(refusal(() => find({ Key: 'Colour', Values: ['red'] }))).toBe('InvalidFilterKey');
  });

  it('are read and deleted in numbers; unknown names are told', () => {
    const { ssm } = withParameter();
    const Names = ['/steadfleet/shop/000001', '/none'];
    expect(ssm('GetParameters', { Names })).toMatchObject({
      Parameters: [{ Name: Names[0] }],
      InvalidParameters: ['/none'],
    });
    expect(ssm('DeleteParameters', { Names })).toEqual({ DeletedParameters: [Names[0]], InvalidParameters: ['/none'] });
    expect(refusal(() => ssm('DeleteParameter', { Name: Names[0] }))).toBe('ParameterNotFound');
    expect(refusal(() => ssm('GetParameter', { Name: Names[0] }))).toBe('ParameterNotFound');
  });

  it('carry tags', () => {
    const { ssm } = withParameter();
    const resource = { ResourceType: 'Parameter', ResourceId: '/steadfleet/shop/000001' };
    ssm('AddTagsToResource', {
      ...resource,
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    });
    ssm('RemoveTagsFromResource', { ...resource, TagKeys: ['a'] });
    expect(ssm('ListTagsForResource', resource)).toEqual({ TagList: [{ Key: 'b', Value: '2' }] });
    expect(refusal(() => ssm('ListTagsForResource', { ...resource, ResourceId: '/none' }))).toBe('InvalidResourceId');
  });

  it('belong to their region', () => {
    const { callIn } = withParameter();
    const read = () => callIn('us-east-1', 'ssm', 'GetParameter', { Name: '/steadfleet/shop/000001' });
    expect(refusal(read)).toBe('ParameterNotFound');
  });
});
