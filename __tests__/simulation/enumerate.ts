import type { FaultRule } from '../../sandbox/faults/fault-rule.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import { isRead } from './invariants/invariants.js';
import { play, type Verdict } from './play.js';
import type { Restart, Scenario } from './scenario.js';
import type { StrategyName } from './strategies.js';
import type { Kill } from './troubles.js';

const minute = 60_000;

const restarts: readonly Restart[] = ['at once', 'after the lease', 'never'];

const beforeAndAfter: readonly Kill['when'][] = ['before', 'after'];
const beforeOnly: readonly Kill['when'][] = ['before'];

/** Few machines and few looks, so that there are few calls and each can be struck in every way. */
export function smallest(strategy: StrategyName, image: Scenario['image'] = 'good'): Scenario {
  // A rollback by AWS counts machines in service, healthy or not: of two with one at rest, none might serve.
  const machines = strategy === 'replace-root-volume' ? 3 : 2;
  return { seed: 7, strategy, image, machines, plan: { pollInterval: 60_000 } };
}

/** The sizes of groups that S1 is proven in: with room for a surge of their own size and for more machines, or with none. */
const withRoom = ({ machines = 2 }: Scenario) => 2 * machines + 4;
const atMaximum = ({ machines = 2 }: Scenario) => machines;

const played = new Map<string, Promise<Verdict>>();

/** A story in which nothing goes wrong; played once, however many others are made from it. */
function playOnce(base: Scenario): Promise<Verdict> {
  const text = JSON.stringify(base);
  const verdict = played.get(text) ?? play(base);
  played.set(text, verdict);
  return verdict;
}

/** The calls of the first runner, when nothing goes wrong. */
async function callsOf(scenario: Scenario): Promise<Verdict['calls']> {
  const { calls } = await playOnce(scenario);
  // The last two are the look of a scheduled repair at a group that is whole.
  return calls.slice(0, -1);
}

/**
 * A runner dies before and after each call, and goes on in each way. A read changes nothing, so to die after it is to die
 * before the next call.
 */
export async function* crashes(base: Scenario): AsyncGenerator<Scenario> {
  for (const [call, { operation }] of (await callsOf(base)).entries()) {
    for (const when of isRead({ operation }) ? beforeOnly : beforeAndAfter) {
      for (const restart of restarts) yield { ...base, trouble: { call, when }, restart };
    }
  }
  yield* recoveries(base);
}

/** S1 is proven after each call; and after each fourth where the group cannot grow, and our surge needs a higher maximum. */
async function* recoveries(base: Scenario): AsyncGenerator<Scenario> {
  for (const [size, every] of [
    [withRoom, 1],
    [atMaximum, 4],
  ] as const) {
    const proven = { ...base, maxSize: size(base), restart: 'never', provesRecovery: true } as const;
    const calls = await callsOf({ ...base, maxSize: size(base) });
    for (let call = 0; call < calls.length; call += every) yield { ...proven, trouble: { call, when: 'after' } };
  }
}

/** The second runner dies, too: so many samples. */
export async function* doubleCrashes(base: Scenario, samples: number): AsyncGenerator<Scenario> {
  const calls = (await callsOf(base)).length;
  const random = new SeededRandom(base.seed).fork('double crashes');
  const draw = () => ({
    call: Math.floor(random.between(0, calls)),
    when: random.next() < 0.5 ? ('before' as const) : ('after' as const),
  });
  for (let sample = 0; sample < samples; sample++) {
    const restart = random.next() < 0.5 ? 'at once' : 'after the lease';
    yield { ...base, trouble: draw(), secondKill: draw(), restart };
  }
}

/** Each read answered as the same one before it was. */
export async function* staleReads(base: Scenario): AsyncGenerator<Scenario> {
  for (const [call, { operation }] of (await callsOf(base)).entries()) {
    if (isRead({ operation })) yield { ...base, trouble: { staleRead: call } };
  }
}

/**
 * The runner stands still right before each change: for less than its lease, and for so long that others may own the group; and
 * before each read, when somebody else does.
 */
export async function* holdUps(base: Scenario): AsyncGenerator<Scenario> {
  const calls = await callsOf(base);
  for (const [call, { operation, time }] of calls.entries()) {
    const long = { ...base, trouble: { call, holdUp: 25 * minute } };
    const since = time - (calls[0]?.time ?? time);
    if (!isRead({ operation })) {
      yield { ...base, trouble: { call, holdUp: 5 * minute } };
      yield long;
    }
    // Two minutes before it goes on, another deployment finds it without a sign of life for more than its lease.
    yield { ...long, rivalAfter: Math.round((since + 23 * minute) / 1000) };
  }
}

/** The job is cancelled, each half a minute of it, on an ordinary day and on one when each call takes seconds; then S1 is proven. */
export async function* cancels(base: Scenario): AsyncGenerator<Scenario> {
  for (const profile of ['realistic', 'nasty'] as const) {
    const day = { ...base, profile };
    const { seconds } = await playOnce(day);
    for (let cancelAfter = 0; cancelAfter < seconds; cancelAfter += 30) {
      yield { ...day, cancelAfter };
      yield { ...day, maxSize: withRoom(base), cancelAfter, provesRecovery: true };
    }
  }
}

/** What can become of a call: refused for now, failed with or without its effect, answered with nothing. */
export const answers: readonly Pick<FaultRule, 'error' | 'status' | 'when'>[] = [
  { error: 'throttle' },
  { error: 'InternalFailure', status: 500 },
  { error: 'InternalFailure', status: 500, when: 'after' },
  { error: 'ServiceUnavailable', status: 503 },
  { error: 'reset', when: 'after' },
  { error: 'empty', when: 'after' },
];

/** What Auto Scaling alone says (Auto Scaling API, "Errors" of the actions). */
const busy: readonly Pick<FaultRule, 'error' | 'status'>[] = [
  { error: 'ScalingActivityInProgress' },
  { error: 'ResourceContention', status: 500 },
];

/** A read that fails after its effect, of which it has none, is one that fails before. */
const answersToReads = answers.filter(({ error, when }) => error !== 'InternalFailure' || when !== 'after');

/** Each call of the run with each error. */
export async function* failures(base: Scenario): AsyncGenerator<Scenario> {
  const seen = new Map<string, number>();
  for (const { service, operation } of await callsOf(base)) {
    const nth = (seen.get(operation) ?? 0) + 1;
    seen.set(operation, nth);
    const isChange = !isRead({ operation });
    const toChanges = service === 'autoscaling' ? [...answers, ...busy] : answers;
    for (const answer of isChange ? toChanges : answersToReads)
      yield { ...base, faults: [{ service, operation, nth, ...answer }] };
  }
}

/** All that can befall the calls of one strategy. */
export async function* everythingOf(strategy: StrategyName): AsyncGenerator<Scenario> {
  for (const image of ['good', 'broken at start'] as const) {
    const base = smallest(strategy, image);
    yield* crashes(base);
    yield* doubleCrashes(base, 60);
    yield* staleReads(base);
    yield* holdUps(base);
    yield* cancels(base);
    yield* failures(base);
  }
}
