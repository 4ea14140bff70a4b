import { describe, expect, it } from '@jest/globals';
import type { Get, GetRequest } from '../../../src/platform/http.js';
import { hasEnded, isOver, type RunIdentity, sameProcessIsGone } from '../../../src/platform/workflow-run.js';

const hosted: RunIdentity = {
  repository: 'octo/shop',
  runId: '77',
  runAttempt: '2',
  job: 'deploy',
  runnerName: 'GitHub Actions 12',
  runnerEnvironment: 'github-hosted',
};
const selfHosted: RunIdentity = { ...hosted, runnerName: 'build-7', runnerEnvironment: 'self-hosted' };
const unknown: RunIdentity = { ...hosted, runnerName: '', runnerEnvironment: 'unknown' };

/** GitHub, giving one answer. */
function github(status: number, body = '{}') {
  const asked: GetRequest[] = [];
  const told: string[] = [];
  const get: Get = async (request) => {
    asked.push(request);
    return { status, headers: {}, body };
  };
  const access = { token: 'the-token', apiUrl: 'https://api.github.com', get, environment: {} };
  return { asked, told, access: { ...access, tell: (line: string) => told.push(line) } };
}

describe('sameProcessIsGone', () => {
  it.each([
    ['an earlier attempt of this run', hosted, { ...hosted, runAttempt: '3', runnerName: 'GitHub Actions 44' }, true],
    ['an earlier attempt, whatever its job', { ...hosted, job: 'test' }, { ...hosted, runAttempt: '10' }, true],
    ['an earlier attempt on a self-hosted runner', selfHosted, { ...selfHosted, runAttempt: '3' }, false],
    ['an earlier attempt on nobody knows what', unknown, { ...unknown, runAttempt: '3' }, false],
    ['a later attempt', { ...hosted, runAttempt: '3' }, hosted, false],
    ['an earlier step of this job', hosted, hosted, true],
    ['an earlier step of this job, self-hosted', selfHosted, selfHosted, true],
    ['a job of the same matrix on another runner', hosted, { ...hosted, runnerName: 'GitHub Actions 13' }, false],
    ['another job that had this runner', { ...selfHosted, job: 'test' }, selfHosted, false],
    ['a job of the same name, its runner without a name', unknown, unknown, false],
    [
      'a runner whose name tells nothing',
      { ...hosted, runnerName: 'Hosted Agent' },
      { ...hosted, runnerName: 'Hosted Agent' },
      false,
    ],
    ['another run', hosted, { ...hosted, runId: '78', runAttempt: '3' }, false],
    ['the same number in another repository', hosted, { ...hosted, repository: 'octo/cart', runAttempt: '3' }, false],
    ['no run at all', { ...selfHosted, runId: '0' }, { ...selfHosted, runId: '0' }, false],
  ])('%s: %#', (_what, earlier, own, gone) => {
    expect(sameProcessIsGone(earlier, own)).toBe(gone);
  });
});

describe('isOver', () => {
  it.each([
    ['completed', true],
    ['in_progress', false],
    ['queued', false],
    ['waiting', false],
    ['something new', false],
  ])('a run that GitHub calls %s: %s', async (status, over) => {
    const { access, asked, told } = github(200, JSON.stringify({ status, conclusion: 'cancelled' }));
    expect(await isOver(hosted, access)).toBe(over);
    expect(asked.map(({ url }) => url.href)).toEqual([
      'https://api.github.com/repos/octo/shop/actions/runs/77/attempts/2',
    ]);
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer the-token' });
    expect(told).toEqual([]);
  });

  it.each([
    [403, 'actions: read'],
    [404, 'actions: read'],
    [401, '401'],
    [503, '503'],
  ])('is not known on status %d, which is told in one line without the token', async (status, said) => {
    const { access, told } = github(status, 'the-token');
    expect(await isOver(hosted, access)).toBeUndefined();
    expect(told).toEqual([expect.stringContaining(said)]);
    expect(told.join('')).not.toMatch(/the-token|\n/);
  });

  it('is not known without a network, or from an answer that is no JSON', async () => {
    const { access, told } = github(200, '<html>');
    expect(await isOver(hosted, access)).toBeUndefined();
    const get: Get = async () => {
      throw new Error('getaddrinfo ENOTFOUND');
    };
    expect(await isOver(hosted, { ...access, get })).toBeUndefined();
    expect(told).toEqual([expect.stringContaining('JSON'), expect.stringContaining('ENOTFOUND')]);
  });

  it.each([undefined, ''])('is not asked without a token (%j)', async (token) => {
    const { access, asked, told } = github(200);
    expect(await isOver(hosted, { ...access, token })).toBeUndefined();
    expect({ asked, told: told.length }).toEqual({ asked: [], told: 1 });
  });

  it.each([
    { ...hosted, repository: 'octo/shop/../../user' },
    { ...hosted, runId: '0' },
    { ...hosted, runId: '77/jobs?' },
    { ...hosted, runAttempt: '' },
  ])('is not asked about what is no run: %j', async (run) => {
    const { access, asked } = github(200, '{"status":"completed"}');
    expect(await isOver(run, access)).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

describe('hasEnded', () => {
  const completed = '{"status":"completed"}';
  const later: RunIdentity = { ...hosted, runId: '99', runAttempt: '1' };

  it.each([
    ['a completed run on a runner of GitHub', hosted, 200, completed, true],
    ['a run that goes on', hosted, 200, '{"status":"in_progress"}', false],
    ['a run that GitHub does not show', hosted, 404, '{}', false],
    ['a completed run on a self-hosted runner', selfHosted, 200, completed, false],
    ['a completed run on nobody knows what', unknown, 200, completed, false],
  ])('%s: %#', async (_what, earlier, status, body, ended) => {
    expect(await hasEnded(earlier, later, github(status, body).access)).toBe(ended);
  });

  it('asks nobody about an earlier step of its own job', async () => {
    const { access, asked } = github(500);
    expect(await hasEnded(selfHosted, selfHosted, access)).toBe(true);
    expect(asked).toEqual([]);
  });
});
