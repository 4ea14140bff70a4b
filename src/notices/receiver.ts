import type { PostRequest } from '../platform/http.js';
import { webAddress } from '../platform/input-types.js';
import { Refusal } from '../platform/inputs.js';
import type { DeploymentEvent } from './event.js';

/** Someone who is told. */
export interface Receiver {
  readonly name: string;
  /** The message, made anew for every attempt (`now` in milliseconds), so that a signature is never stale. */
  request(event: DeploymentEvent, now: number): Omit<PostRequest, 'timeout'>;
}

const retiredConnectors = /(^|\.)(webhook\.office\.com|outlook\.office(365)?\.com)$/i;

/** The address of a webhook. Addresses of retired Office connectors answer 2xx and deliver nothing: refused. */
export function webhookAddress(value: string): URL {
  const url = webAddress(value);
  if (!retiredConnectors.test(url.hostname)) return url;
  throw new Refusal(
    'a webhook that still delivers: this one is an Office 365 connector of Microsoft Teams, and those are retired',
    'In Teams, make a flow in Workflows with the trigger "When an HTTP request is received", and give its address as webhook-url.',
  );
}
