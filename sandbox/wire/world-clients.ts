import { constructStack } from '@smithy/core/client';
import type { SdkClient } from './attach-world.js';

type ClientClass<Client> = new (settings: object) => Client;

const firsts = new Map<string, SdkClient>();

/**
 * Makes a client that only a world will answer (attach-world.ts). The SDK takes half a millisecond for a client, and a
 * fifth for the middlewares of each of its commands, all of which stand below the world: more than a short rollout's
 * calls take. So of each class and region one is made, with the first settings; all others are like it, each with a stack
 * of its own that has what is added to it and nothing else.
 */
export function worldClient<Client extends SdkClient>(
  make: ClientClass<Client>,
  settings: { readonly region?: string },
): Client {
  const kind = `${make.name} ${settings.region}`;
  const first = firsts.get(kind) ?? new make(settings);
  firsts.set(kind, first);
  const middlewareStack = constructStack();
  return Object.assign(Object.create(first), {
    middlewareStack: { ...middlewareStack, concat: () => middlewareStack },
  });
}
