import { describe, expect, it } from '@jest/globals';
import { readWorkflow } from '../../../src/platform/workflow.js';

describe('readWorkflow', () => {
  it("reads the run, the job and its runner from GitHub's variables", () => {
    const workflow = readWorkflow({
      GITHUB_API_URL: 'https://ghe.example/api/v3',
      GITHUB_JOB: 'deploy',
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_RUN_ATTEMPT: '3',
      GITHUB_RUN_ID: '77',
      GITHUB_SERVER_URL: 'https://ghe.example',
      RUNNER_ENVIRONMENT: 'self-hosted',
      RUNNER_NAME: 'build-7',
    });
    expect(workflow).toMatchObject({
      repository: 'octo/shop',
      runId: '77',
      runAttempt: '3',
      job: 'deploy',
      runnerName: 'build-7',
      runnerEnvironment: 'self-hosted',
      runUrl: 'https://ghe.example/octo/shop/actions/runs/77',
      apiUrl: 'https://ghe.example/api/v3',
    });
  });

  it('takes a runner that does not say whose it is for unknown', () => {
    expect(readWorkflow({}).runnerEnvironment).toBe('unknown');
    expect(readWorkflow({ RUNNER_ENVIRONMENT: 'cloud' }).runnerEnvironment).toBe('unknown');
    expect(readWorkflow({ RUNNER_ENVIRONMENT: 'github-hosted' }).runnerEnvironment).toBe('github-hosted');
  });

  it('works outside of a workflow', () => {
    expect(readWorkflow({})).toMatchObject({ repository: 'local/local', runId: '0', runnerName: '', event: {} });
  });
});
