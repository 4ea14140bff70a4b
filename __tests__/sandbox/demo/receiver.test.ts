import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Message, type MessageReceiver, receiveMessages } from '../../../sandbox/demo/receiver.js';

const key = 'a key';
let receiver: MessageReceiver | undefined;
afterEach(() => receiver?.close());

async function post(path: string, body: string, headers: Record<string, string> = {}): Promise<readonly Message[]> {
  receiver = await receiveMessages(key, () => undefined);
  await fetch(`${receiver.url}${path}`, { method: 'POST', body, headers });
  return receiver.messages;
}

const signed = (body: string, withKey: string) => ({
  'x-steadfleet-timestamp': '1',
  'x-steadfleet-signature': `sha256=${createHmac('sha256', withKey).update(`1.${body}`).digest('hex')}`,
});

describe('the local receiver', () => {
  it('tells by the path whom a message was for', async () => {
    expect(await post('/slack', '{"text":"hello"}')).toEqual([
      { receiver: 'slack', body: { text: 'hello' }, genuine: undefined },
    ]);
  });

  it('knows a genuine signature', async () => {
    expect(await post('/webhook', '{}', signed('{}', key))).toMatchObject([{ genuine: true }]);
  });

  it('knows a signature made with another key', async () => {
    expect(await post('/webhook', '{}', signed('{}', 'another'))).toMatchObject([{ genuine: false }]);
  });
});
