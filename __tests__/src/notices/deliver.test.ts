import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { deliver } from '../../../src/notices/deliver.js';
import { deploymentEvent } from '../../../src/notices/event.js';
import { slackWebhook } from '../../../src/notices/slack.js';
import { signedWebhook } from '../../../src/notices/webhook.js';
import { Failure } from '../../../src/platform/failure.js';
import type { Post, PostRequest, PostResponse } from '../../../src/platform/http.js';
import { RecordedStep } from '../../doubles/recorded-step.js';

const url = new URL('https://hooks.example/secret-path');
const ok: PostResponse = { status: 200, headers: {}, body: 'ok' };
const event = deploymentEvent({ status: 'start' }, { workflow: new RecordedStep({}).workflow, step: 'notify', now: 0 });

/** Answers one after the other (the last for ever), and what was posted when. */
function listening(...answers: (PostResponse | Error | 'silence')[]) {
  const clock = new VirtualClock();
  const posts: { readonly request: PostRequest; readonly at: number }[] = [];
  const post: Post = async (request) => {
    posts.push({ request, at: clock.elapsed() });
    const answer = answers[Math.min(posts.length, answers.length) - 1];
    if (answer === 'silence') return new Promise<never>(() => undefined);
    if (answer instanceof Error || answer === undefined) throw answer;
    return answer;
  };
  const delivery = { post, clock, random: new SeededRandom(1), environment: {}, timeout: 10_000 };
  const receivers = [slackWebhook(url)];
  return { posts, clock, delivery, run: () => clock.run(deliver(event, receivers, delivery)) };
}

describe('delivery', () => {
  it('is done once the receiver takes it', async () => {
    const line = listening(ok);
    expect(await line.run()).toEqual([{ receiver: 'slack' }]);
    expect(line.posts).toHaveLength(1);
  });

  it('waits as long as a 429 asks for, in seconds', async () => {
    const line = listening({ status: 429, headers: { 'retry-after': '30' }, body: '' }, ok);
    expect(await line.run()).toEqual([{ receiver: 'slack' }]);
    expect(line.posts.map(({ at }) => at)).toEqual([0, 30_000]);
  });

  it('waits until the date that a 429 names', async () => {
    const line = listening(ok);
    const date = new Date(line.clock.now() + 20_000).toUTCString();
    const busy = listening({ status: 429, headers: { 'retry-after': date }, body: '' }, ok);
    await busy.run();
    expect(busy.posts.map(({ at }) => at)).toEqual([0, 20_000]);
  });

  it('gives up at once when asked to wait for more than a minute', async () => {
    const line = listening({ status: 429, headers: { 'retry-after': '3600' }, body: 'slow down' });
    expect(await line.run()).toEqual([{ receiver: 'slack', problem: 'it answered 429: slow down (attempt 1)' }]);
  });

  it('tries four times at growing distances when the receiver is down or the connection breaks', async () => {
    const line = listening({ status: 503, headers: {}, body: '' }, new Error('ECONNRESET'));
    expect(await line.run()).toEqual([{ receiver: 'slack', problem: 'ECONNRESET (attempt 4)' }]);
    const gaps = line.posts.slice(1).map(({ at }, index) => at - (line.posts[index]?.at ?? 0));
    expect(gaps).toHaveLength(3);
    expect(gaps[1]).toBeGreaterThan(gaps[0] ?? 0);
    expect(gaps[2]).toBeGreaterThan(gaps[1] ?? 0);
  });

  it('does not repeat what was refused', async () => {
    for (const answer of [{ status: 404, headers: {}, body: 'no_service' }, new Failure('not loopback')]) {
      const line = listening(answer);
      expect((await line.run())[0]?.problem).toMatch(/\(attempt 1\)$/);
      expect(line.posts).toHaveLength(1);
    }
  });

  it('takes silence for a failed attempt', async () => {
    const line = listening('silence', ok);
    expect(await line.run()).toEqual([{ receiver: 'slack' }]);
    expect(line.posts[1]?.at).toBeGreaterThan(10_000);
  });

  it('lets a broken receiver hold nobody else up', async () => {
    const line = listening('silence');
    const post: Post = (request, environment) =>
      request.url.pathname === '/good' ? Promise.resolve(ok) : line.delivery.post(request, environment);
    const receivers = [slackWebhook(url), signedWebhook(new URL('https://hooks.example/good'), 'key')];
    const ends = await line.clock.run(deliver(event, receivers, { ...line.delivery, post }));
    expect(ends).toEqual([
      { receiver: 'slack', problem: 'no answer within 10 s (attempt 4)' },
      { receiver: 'webhook' },
    ]);
  });
});

describe('the signed webhook', () => {
  it('signs the timestamp and the body, anew for every attempt, under one event id', async () => {
    const line = listening({ status: 500, headers: {}, body: '' }, ok);
    await line.clock.run(deliver(event, [signedWebhook(url, 'key')], line.delivery));
    const [first, second] = line.posts.map(({ request }) => request);
    expect(first?.headers['x-steadfleet-timestamp']).not.toBe(second?.headers['x-steadfleet-timestamp']);
    expect(first?.headers['x-steadfleet-event-id']).toBe(second?.headers['x-steadfleet-event-id']);
    for (const { headers, body } of [first, second].filter((request) => request !== undefined)) {
      const mac = createHmac('sha256', 'key').update(`${headers['x-steadfleet-timestamp']}.${body}`).digest('hex');
      expect(headers['x-steadfleet-signature']).toBe(`sha256=${mac}`);
      expect(JSON.parse(body)).toMatchObject({
        schemaVersion: 1,
        id: event.id,
        status: 'start',
        repository: 'octo/shop',
      });
    }
  });
});
