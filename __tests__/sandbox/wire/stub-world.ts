import { profiles } from '../../../sandbox/world/profile.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import type { Call, Interceptor, World } from '../../../sandbox/world/world.js';

export interface StubWorld {
  readonly world: World;
  readonly clock: VirtualClock;
  /** What the next calls are answered with; may throw an AwsError. */
  answer: (call: Call) => object;
}

/** As much of a world as a door touches, answering every call with `answer`. */
export function worldThat(answer: (call: Call) => object): StubWorld {
  const clock = new VirtualClock();
  const interceptors: Interceptor[] = [];
  const stub: StubWorld = { world: undefined as never, clock, answer };
  const world = {
    clock,
    random: new SeededRandom(1),
    profile: profiles.realistic,
    interceptors,
    call: (call: Call) => stub.answer(call),
  };
  return Object.assign(stub, { world: world as unknown as World });
}

/** Clients in tests have a region and invented keys, and no retries of their own. */
export const settings = {
  region: 'eu-west-1',
  credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
  maxAttempts: 1,
};

/** What `work` fails with. */
export async function failureOf(clock: VirtualClock, work: Promise<unknown>): Promise<unknown> {
  return clock.run(work.then(() => undefined)).catch((error: unknown) => error);
}
