import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { notifyOver } from '../../../src/actions/notify.js';
import { httpPost, type Post, type PostRequest } from '../../../src/platform/http.js';
import { RecordedStep } from '../../doubles/recorded-step.js';

const slack = 'https://hooks.slack.com/services/T0/B0/very-secret';
const webhook = { 'webhook-url': 'https://ops.example/hook', 'webhook-secret': 'signing-key' };

/** Runs the action; gives the step and what was posted. */
async function run(inputs: Record<string, string>, status = 200) {
  const posts: PostRequest[] = [];
  const post: Post = async (request) => {
    posts.push(request);
    return { status, headers: {}, body: '' };
  };
  const clock = new VirtualClock();
  const step = new RecordedStep(inputs, { clock });
  const problem = await clock.run(
    notifyOver(post)
      .main(step)
      .then(
        () => '',
        (error: Error) => error.message,
      ),
  );
  return { step, posts, problem };
}

describe('notify', () => {
  it('tells Slack and the webhook of the same event, and says so in its outputs', async () => {
    const { step, posts, problem } = await run({
      status: 'success',
      'slack-webhook-url': slack,
      ...webhook,
      environment: 'prod',
    });
    expect(problem).toBe('');
    expect(posts.map(({ url }) => url.hostname)).toEqual(['hooks.slack.com', 'ops.example']);
    expect(step.outputs).toMatchObject({ delivered: 'slack,webhook', time: '2026-01-01T00:00:00.000Z' });
    expect(JSON.parse(posts[1]?.body ?? '')).toMatchObject({ id: step.outputs['event-id'], environment: 'prod' });
  });

  it('masks the addresses and the key before anything else, even when another input is wrong', async () => {
    const { step, problem } = await run({ status: 'great', 'slack-webhook-url': slack, ...webhook });
    expect(problem).toContain('Input "status": found "great"');
    expect(step.masked).toEqual([slack, 'https://ops.example/hook', 'signing-key']);
  });

  it('does not ask for a receiver when one was given, if by a wrong address', async () => {
    const { problem } = await run({ status: 'start', ...webhook, 'webhook-url': 'http://ops.example/hook' });
    expect(problem).toMatch(/^Input "webhook-url": found a secret value[^\n]*$/);
  });

  it('never says a wrong address, for it may hold a secret', async () => {
    const { problem } = await run({ status: 'start', 'slack-webhook-url': 'http://hooks.slack.com/services/secret' });
    expect(problem).toContain('Input "slack-webhook-url": found a secret value');
    expect(problem).not.toContain('services');
  });

  it('only warns when a notice is not delivered', async () => {
    const { step, problem } = await run({ status: 'failure', 'slack-webhook-url': slack }, 404);
    expect(problem).toBe('');
    expect(step.linesAt('warning')).toEqual(['The notice "failure" did not reach slack: it answered 404 (attempt 1)']);
    expect(step.outputs.delivered).toBe('');
  });

  it('fails when a notice is not delivered and fail-on-error is true, after everyone was tried', async () => {
    const { posts, problem } = await run(
      { status: 'start', 'slack-webhook-url': slack, ...webhook, 'fail-on-error': 'true' },
      400,
    );
    expect(posts).toHaveLength(2);
    expect(problem).toContain('slack and webhook could not be told');
  });

  it('wants somebody to tell, and a key for the webhook', async () => {
    expect((await run({ status: 'start' })).problem).toContain('neither "slack-webhook-url" nor "webhook-url"');
    expect((await run({ status: 'start', 'webhook-url': webhook['webhook-url'] })).problem).toContain(
      'Input "webhook-secret"',
    );
  });

  it.each([
    'https://acme.webhook.office.com/webhookb2/x',
    'https://outlook.office.com/webhook/x',
    'https://outlook.office365.com/x',
  ])('refuses the retired Teams connector %s, which would swallow the message', async (address) => {
    const { posts, problem } = await run({ status: 'start', 'slack-webhook-url': address });
    expect(problem).toContain('Office 365 connector');
    expect(problem).toContain('Workflows');
    expect(posts).toHaveLength(0);
  });

  it.each(['success', 'failure', 'cancelled'])('takes what job.status says: %s', async (status) => {
    const { posts } = await run({ status, ...webhook });
    expect(JSON.parse(posts[0]?.body ?? '')).toMatchObject({ status });
  });

  it('reckons the duration from the start, and names two events of one job differently', async () => {
    const inputs = { 'started-at': '2025-12-31T23:58:00Z', ...webhook };
    const success = await run({ status: 'success', ...inputs });
    const failure = await run({ status: 'failure', ...inputs });
    expect(JSON.parse(success.posts[0]?.body ?? '')).toMatchObject({ durationSeconds: 120 });
    expect(success.step.outputs['event-id']).not.toBe(failure.step.outputs['event-id']);
  });
});

describe('posting over the network', () => {
  const server = createServer();
  afterEach(() => {
    server.close();
  });

  it('posts the bytes with the headers, gives the answer, and follows no redirect', async () => {
    const requests: { readonly message: IncomingMessage; readonly body: string }[] = [];
    server.on('request', async (message, response) => {
      const body = (await message.setEncoding('utf8').toArray()).join('');
      requests.push({ message, body });
      response.writeHead(302, { location: '/elsewhere', 'retry-after': '7' }).end('moved');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const url = new URL(`http://127.0.0.1:${port}/hook`);
    const request = { url, headers: { 'x-one': '1' }, body: '{"é":1}', timeout: 5_000 };
    const response = await httpPost(request, { STEADFLEET_SANDBOX: '1' });
    expect(response).toMatchObject({ status: 302, body: 'moved', headers: { 'retry-after': '7' } });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.body).toBe('{"é":1}');
    expect(requests[0]?.message.headers).toMatchObject({ 'x-one': '1' });
  });

  it('refuses all but loopback in sandbox mode', async () => {
    const request = { url: new URL('https://hooks.slack.com/x'), headers: {}, body: '', timeout: 1 };
    await expect(httpPost(request, { STEADFLEET_SANDBOX: '1' })).rejects.toThrow('only loopback');
  });
});
