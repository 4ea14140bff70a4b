import { createHmac } from 'node:crypto';
import type { Receiver } from './receiver.js';

/**
 * A webhook of the user's own: the event as JSON, signed with HMAC-SHA256 over `TIMESTAMP.BODY`. The receiver computes
 * the same, compares in constant time, refuses old timestamps (Unix seconds), and may drop ids that it has seen.
 */
export function signedWebhook(url: URL, key: string): Receiver {
  return {
    name: 'webhook',
    request(event, now) {
      const timestamp = String(Math.floor(now / 1000));
      const body = JSON.stringify(event);
      return {
        url,
        body,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-steadfleet-event-id': event.id,
          'x-steadfleet-schema-version': String(event.schemaVersion),
          'x-steadfleet-timestamp': timestamp,
          'x-steadfleet-signature': `sha256=${sign(key, timestamp, body)}`,
        },
      };
    },
  };
}

/** The signature of a body, in hexadecimal. */
export function sign(key: string, timestamp: string, body: string): string {
  return createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex');
}
