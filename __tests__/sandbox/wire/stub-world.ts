import type { WorldClock } from '../../../sandbox/world/clock.js';
import { EventLog } from '../../../sandbox/world/event-log.js';
import { profiles } from '../../../sandbox/world/profile.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import type { Call, Interceptor, World } from '../../../sandbox/world/world.js';

export interface StubWorld<TheClock extends WorldClock> {
  readonly world: World;
  readonly clock: TheClock;
  /** What the next calls are answered with; may throw an AwsError. */
  answer: (call: Call) => object;
}

/** As much of a world as a door touches, answering every call with `answer`. */
export function worldThat(answer: (call: Call) => object): StubWorld<VirtualClock> {
  return worldOn(new VirtualClock(), answer);
}

/** The same, on a clock of the test's choice, where calls take next to no time. */
export function worldOn<TheClock extends WorldClock>(
  clock: TheClock,
  answer: (call: Call) => object,
): StubWorld<TheClock> {
  const interceptors: Interceptor[] = [];
  const stub: StubWorld<TheClock> = { world: undefined as never, clock, answer };
  const world = {
    clock,
    random: new SeededRandom(1),
    profile: clock instanceof VirtualClock ? profiles.realistic : profiles.fast,
    interceptors,
    log: new EventLog(),
    regions: new Map(),
    call: (call: Call) => callThrough(interceptors, call, () => stub.answer(call)),
  };
  return Object.assign(stub, { world: world as unknown as World });
}

/** As World.call passes a call by its interceptors. */
function callThrough(interceptors: readonly Interceptor[], call: Call, effect: () => object): object {
  for (const interceptor of interceptors) interceptor.before?.(call);
  let output = effect();
  for (const interceptor of interceptors) output = interceptor.after?.(call, output) ?? output;
  return output;
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
