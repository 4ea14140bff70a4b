import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { branchPattern } from '../../../src/environments/branch-pattern.js';
import { type EnvironmentRequest, environmentOf } from '../../../src/environments/environment.js';
import { requireOwner } from '../../../src/environments/owner.js';
import { Refusal } from '../../../src/platform/inputs.js';
import type { Workflow } from '../../../src/platform/workflow.js';
import { RecordedStep } from '../../doubles/recorded-step.js';

const pattern = branchPattern('remote-run/{user}/{feature}');
const branch = 'remote-run/Ben/my_feature';

function environment(workflow: Partial<Workflow> = {}, request: Partial<EnvironmentRequest> = {}) {
  const step = new RecordedStep({}, { workflow: { ref: `refs/heads/${branch}`, eventName: 'push', ...workflow } });
  return environmentOf({ command: 'up', ref: undefined, pattern, workflow: step.workflow, ...request });
}

describe('a branch pattern', () => {
  it('gives the user, who is one segment, and the feature, which may be several', () => {
    expect(pattern('remote-run/ben/search')).toEqual({ user: 'ben', feature: 'search' });
    expect(pattern('remote-run/ben/a/b/c')).toEqual({ user: 'ben', feature: 'a/b/c' });
  });

  it.each(['main', 'remote-run/ben', 'remote-run//x', 'remote-run/ben/', 'x/remote-run/ben/y', 'remote-run/ben'])(
    'does not fit %s',
    (name) => {
      expect(pattern(name)).toBeUndefined();
    },
  );

  it('takes its own characters literally', () => {
    const dotted = branchPattern('env.+/{feature}@{user}');
    expect(dotted('env.+/x@ben')).toEqual({ user: 'ben', feature: 'x' });
    expect(dotted('envss/x@ben')).toBeUndefined();
  });

  it.each(['remote-run', '{user}', '{user}/{user}', '{feature}/x', '{user}{feature}', '{user}/{feature}/{team}', ''])(
    'is refused as "%s"',
    (value) => {
      expect(() => branchPattern(value)).toThrow(Refusal);
    },
  );

  it('reads any user and feature that it was made of', () => {
    const segment = fc.stringMatching(/^[^/\s]{1,20}$/);
    fc.assert(
      fc.property(segment, fc.array(segment, { minLength: 1, maxLength: 3 }), (user, features) => {
        const feature = features.join('/');
        expect(pattern(`remote-run/${user}/${feature}`)).toEqual({ user, feature });
      }),
    );
  });
});

describe('which environment a run is about', () => {
  it('is told by the branch of a push', () => {
    expect(environment()).toMatchObject({ branch, user: 'Ben', feature: 'my_feature' });
  });

  it('is told by the payload of a delete event, whose own ref is the default branch', () => {
    const event = { ref: branch, ref_type: 'branch' };
    const deleted = environment({ ref: 'refs/heads/main', eventName: 'delete', event }, { command: 'down' });
    expect(deleted).toEqual(environment());
  });

  it('is told by the input ref before all else, in either spelling', () => {
    for (const ref of [branch, `refs/heads/${branch}`]) {
      expect(environment({ ref: 'refs/heads/main' }, { command: 'down', ref })).toEqual(environment());
    }
  });

  it.each([
    ['a tag', { ref: 'refs/tags/v1' }, 'is no branch'],
    ['a pull request', { ref: 'refs/pull/7/merge', eventName: 'pull_request' }, 'is no branch'],
    ['nothing', { ref: '' }, 'is no branch'],
    ['another branch', { ref: 'refs/heads/main' }, 'names no personal environment'],
  ])('is not told by %s: refused', (_what, workflow, reason) => {
    expect(() => environment(workflow)).toThrow(reason);
  });

  it('refuses a deleted tag, and a down that says neither which branch', () => {
    const event = { ref: branch, ref_type: 'tag' };
    expect(() => environment({ eventName: 'delete', event }, { command: 'down' })).toThrow('not a branch');
    expect(() => environment({ eventName: 'schedule' }, { command: 'down' })).toThrow('needs the input "ref"');
  });

  it.each([
    ['pull_request_target', { pull_request: { head: { repo: { full_name: 'mallory/shop' } } } }],
    ['pull_request', { pull_request: { head: { repo: null } } }],
    ['workflow_run', { workflow_run: { head_repository: { full_name: 'mallory/shop' } } }],
  ])('refuses the code of a fork (%s), even if a branch is given', (eventName, event) => {
    expect(() => environment({ eventName, event }, { ref: branch })).toThrow('is for the fork');
  });

  it('allows a pull request of this repository with the branch given', () => {
    const event = { pull_request: { head: { repo: { full_name: 'Octo/Shop' } } } };
    expect(environment({ eventName: 'pull_request', event }, { ref: branch }).branch).toBe(branch);
  });
});

describe('ownership', () => {
  it('is the login of whoever started the run, in any case', () => {
    expect(() => requireOwner('Ben', 'bEN')).not.toThrow();
    expect(() => requireOwner('ben', 'mallory')).toThrow('"ben" in the branch name belongs to ben');
    expect(() => requireOwner('ben', '')).toThrow('Nobody started this run');
  });

  it('is given away by a map: then the login of the same name has it no more', () => {
    const owners = { Ben: 'benjamin-k' };
    expect(() => requireOwner('ben', 'Benjamin-K', owners)).not.toThrow();
    expect(() => requireOwner('ben', 'ben', owners)).toThrow('belongs to benjamin-k');
    expect(() => requireOwner('ada', 'ada', owners)).not.toThrow();
  });
});
