import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the demo's receiver got. */
export interface Message {
  /** `slack` or `webhook`, by the path it was posted to. */
  readonly receiver: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The signature is that of the body; undefined where the sender does not sign. */
  readonly genuine: boolean | undefined;
}

export interface MessageReceiver {
  /** Such as `http://127.0.0.1:4000`; post to `/slack` or `/webhook` there. */
  readonly url: string;
  readonly messages: readonly Message[];
  close(): Promise<void>;
}

/** Stands where Slack and a webhook of your own would, on this machine's loopback, and checks signatures with `key`. */
export async function receiveMessages(key: string, onMessage: (message: Message) => void): Promise<MessageReceiver> {
  const messages: Message[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const signature = request.headers['x-steadfleet-signature'];
    const signed = `${request.headers['x-steadfleet-timestamp']}.${text}`;
    const message = {
      receiver: (request.url ?? '/').slice(1),
      body: JSON.parse(text) as Message['body'],
      genuine: typeof signature === 'string' ? matches(signature, signed, key) : undefined,
    };
    messages.push(message);
    onMessage(message);
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function matches(signature: string, signed: string, key: string): boolean {
  const expected = Buffer.from(`sha256=${createHmac('sha256', key).update(signed).digest('hex')}`);
  const found = Buffer.from(signature);
  return found.length === expected.length && timingSafeEqual(found, expected);
}
