/** What one new machine drew in its world. Milliseconds. */
export interface Draw {
  /** From the moment that the group lacked it to the moment that AWS launched it: no engine can hurry this. */
  readonly reaction: number;
  /** From its launch to running. */
  readonly start: number;
  /** From running to its application's first good answer. */
  readonly boot: number;
}

/** What a plan allows and asks for. Times in milliseconds. */
export interface Pace {
  /** Machines beyond the group's size at a time. */
  readonly surge: number;
  /** Machines below the group's size at a time. */
  readonly unavailable: number;
  /** How many machines are new after each wave, ascending; the last is the group's size. One wave if left out. */
  readonly waves?: readonly number[];
  /** How long a machine must have been healthy before it counts. */
  readonly minReady: number;
  /** How long a machine must have been in service before it counts (an instance refresh's warm-up). */
  readonly warmUp?: number;
  /** A machine counts as soon as it answers by itself, whatever the load balancer has found out by then. */
  readonly trustsMachines?: boolean;
  /** How long is waited after each wave. */
  readonly soak?: number;
  /** The old machines that the first wave replaces go only when it is complete and has soaked. */
  readonly provesFirst?: boolean;
  /** Machines that one call takes out, and the bucket that such calls are paid from; unbounded if left out. */
  readonly retirement?: { readonly machinesPerCall: number; readonly burst: number; readonly perSecond: number };
}

/** How the load balancer finds a new machine healthy. Milliseconds. */
export interface HealthCheckTiming {
  /** From registration to the first check. */
  readonly registration: number;
  readonly interval: number;
  /** So many failed checks in a row make a new machine unhealthy, ... */
  readonly unhealthyThreshold: number;
  /** ... and then it takes so many good ones to become healthy; before that, one. */
  readonly healthyThreshold: number;
}

/**
 * The shortest time in which any engine can replace `draws.length` machines under this pace, in milliseconds.
 *
 * Each new machine costs, one after the other: AWS's reaction, its start, its boot, the wait for the load balancer's
 * next check (the first comes when it is registered, then one an interval), the further checks that a machine needs
 * which was found unhealthy before it answered, then min-ready (or the rest of the warm-up, if that is longer). Nothing
 * of that can be shortened or overlapped.
 *
 * At most surge + unavailable machines can be on that way at once: `surge` beyond the group's size, and one for each
 * machine that may be missing. So there are that many lanes; a lane is free again in the instant its machine counts,
 * for then one old machine may go and the next new one may come. Machines take lanes in the order of their launch. (An
 * engine that knew the boot times beforehand could order them better; none does.) A wave is complete when its new
 * machines count and the old ones that they replace are out, for only then has it its share of the requests; then it
 * soaks, and the next one begins. A plan that proves its version first takes no old machine out before that soak is over.
 *
 * Draining is not on this way: a machine that drains no longer counts towards the group's size, so the next may launch
 * meanwhile. Neither is anything that an engine adds: looking, deciding, and the time that a call takes.
 *
 * Each old machine has to be taken out by a call, and calls are paid from a token bucket: a lane that waits for a token
 * stays idle, and the end is not before the last old machine's call.
 */
export function physicalLimit(draws: readonly Draw[], pace: Pace, check: HealthCheckTiming): number {
  const { surge, unavailable, waves = [draws.length], soak = 0 } = pace;
  const retirements = new Retirements(draws.length, pace.retirement);
  const count = Math.min(draws.length, Math.max(1, surge + unavailable));
  // Those that may be missing have to be taken out first.
  const lanes: Lane[] = Array.from({ length: count }, (_, index) => ({ free: 0, owes: index >= surge }));
  let launched = 0;
  let start = 0;
  let end = 0;
  for (const target of waves) {
    for (const lane of lanes) lane.free = Math.max(lane.free, start);
    for (; launched < Math.min(target, draws.length); launched++) {
      const lane = earliest(lanes);
      const from = lane.owes ? retirements.pay(lane.free) : lane.free;
      lane.free = from + timeUntilItCounts(draws[launched] as Draw, pace, check);
      lane.owes = true;
      end = Math.max(end, lane.free);
    }
    const proves = pace.provesFirst && target === waves[0];
    if (!proves) clear(lanes, retirements, 0);
    start = Math.max(end, retirements.lastPaid) + soak;
    if (proves) clear(lanes, retirements, start);
  }
  return Math.max(start, retirements.lastPaid);
}

/** Room for one new machine at a time. */
interface Lane {
  free: number;
  /** An old machine has to go before the next new one may come. */
  owes: boolean;
}

/** Every new machine counts: an old one goes for each, not before `from`. */
function clear(lanes: readonly Lane[], retirements: Retirements, from: number): void {
  for (const lane of [...lanes].sort((one, other) => one.free - other.free)) {
    if (lane.owes) lane.free = retirements.pay(Math.max(lane.free, from));
    lane.owes = false;
  }
}

function earliest(lanes: readonly Lane[]): Lane {
  return lanes.reduce((best, lane) => (lane.free < best.free ? lane : best));
}

/** From the moment that the group lacks a machine to the moment that it counts. */
export function timeUntilItCounts(
  { reaction, start, boot }: Draw,
  { minReady, warmUp = 0, trustsMachines }: Pick<Pace, 'minReady' | 'warmUp' | 'trustsMachines'>,
  check: HealthCheckTiming,
): number {
  const answers = trustsMachines ? boot : timeUntilHealthy(boot, check);
  return reaction + start + Math.max(answers + minReady, warmUp);
}

/**
 * From a machine's registration, which comes when it runs, to its being healthy (Application Load Balancers guide,
 * "Health checks for target groups").
 */
function timeUntilHealthy(boot: number, check: HealthCheckTiming): number {
  const failed = Math.ceil(Math.max(0, boot - check.registration) / check.interval);
  const further = failed >= check.unhealthyThreshold ? check.healthyThreshold - 1 : 0;
  return check.registration + check.interval * (failed + further);
}

/** The calls that take old machines out, paid from a token bucket that refills steadily. */
class Retirements {
  readonly #bucket: Pace['retirement'];
  #left: number;
  #tokens: number;
  #filledAt = 0;
  /** When the last one was paid. */
  lastPaid = 0;

  constructor(machines: number, bucket: Pace['retirement']) {
    this.#left = machines;
    this.#bucket = bucket;
    this.#tokens = bucket?.burst ?? 0;
  }

  /** When a machine that may go from `time` on is taken out. Times must not fall from call to call. */
  pay(time: number): number {
    if (this.#left === 0) return time;
    this.#left--;
    if (!this.#bucket) return time;
    const { burst, perSecond, machinesPerCall } = this.#bucket;
    const now = Math.max(time, this.#filledAt);
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) * perSecond) / 1000);
    const price = 1 / machinesPerCall;
    const wait = Math.max(0, ((price - this.#tokens) * 1000) / perSecond);
    this.#tokens += (wait * perSecond) / 1000 - price;
    this.#filledAt = now + wait;
    this.lastPaid = this.#filledAt;
    return this.#filledAt;
  }
}
