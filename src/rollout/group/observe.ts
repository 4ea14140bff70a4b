import { type Activity, DescribeLifecycleHooksCommand } from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import type { Clock } from '../../platform/clock.js';
import { hookName } from '../changes/launch-hook.js';
import { missedUntil } from '../changes/scheduled-actions.js';
import type { Gatekeeper } from '../gate/gatekeeper.js';
import type { Group, GroupView, Machine, Observation, Pair, TrafficSource } from '../heart/observation.js';
import { isRefresh } from '../heart/plan.js';
import type { Release } from '../heart/release.js';
import type { Sides } from '../heart/sides.js';
import { holdsMachines } from '../heart/waves.js';
import { asOneWave } from '../instance-refresh/as-one-wave.js';
import { findRefreshes } from '../instance-refresh/refresh.js';
import type { Ledger } from '../ledger/ledger.js';
import { launchesByName } from '../size/raise.js';
import { hasOurMax, oldestRead, sizeOf } from '../size/size.js';
import { isUnscaledSince, lastChangeTo } from '../size/size-settings.js';
import { SizeWatch } from '../size/size-watch.js';
import { asIdle } from '../two-group/as-idle.js';
import { pinBrokenSince } from '../two-group/hold.js';
import { findWeights } from '../two-group/sides.js';
import { readAlarms } from './alarms.js';
import { type Furthest, furthestOf } from './furthest.js';
import { GroupLook } from './group-look.js';
import { HealthRecords } from './health-records.js';
import { hindranceIn } from './hindrance.js';
import { refreshUnderWay } from './other-locks.js';
import { readActivities } from './scaling-activities.js';
import { SetbackWatch } from './setbacks.js';
import { otherEngine, standstillOf } from './standstill.js';
import { addsNoTargets, longestCheckInterval } from './traffic.js';
import { areReturning, WarmGate } from './warm-pool.js';

/** How often it is asked whether somebody has AWS's own engine at work. Milliseconds. */
const refreshInterval = 60_000;

/** A machine that was healthy has at least so long to become healthy again. Milliseconds. */
const shortestRelapse = 30_000;

/**
 * Reads AWS and remembers only what AWS does not keep: since when a machine is healthy, which image a machine runs, and
 * when the rollout last got further. A new runner starts these waits again.
 */
export class Observer {
  /** Whom our hook has let go into the warm pool. */
  readonly warmGate: WarmGate;
  readonly #aws: Aws;
  readonly #clock: Clock;
  readonly #groups: GroupLook;
  readonly #records: HealthRecords;
  readonly #setbacks: SetbackWatch;
  readonly #sizes: SizeWatch;
  #relapse: number | undefined;
  /** Since when the minimum that we have pinned is another one. */
  #pinBrokenAt: number | undefined;
  /** Since when the rule of two groups is gone, or forwards no more. */
  #withoutRuleSince: number | undefined;
  #furthest: Furthest | undefined;
  /** When it was last asked whether AWS's own engine is at work; undefined where AWS has refused a change since. */
  #askedForRefresh: number | undefined;

  constructor(aws: Aws, clock: Clock) {
    this.#aws = aws;
    this.#clock = clock;
    this.warmGate = new WarmGate(clock);
    this.#records = new HealthRecords(clock);
    this.#groups = new GroupLook(aws, this.#records);
    this.#setbacks = new SetbackWatch(aws, clock);
    this.#sizes = new SizeWatch(aws);
  }

  /** One look at everything that a decision needs. */
  async observe(claimed: Release, ledger: Ledger, gatekeeper: Gatekeeper): Promise<Observation> {
    const isForward = claimed.direction === 'forward';
    // Before the group, so that no change is known whose effect is not seen.
    const lookedAt = this.#clock.now();
    const isTelling = isForward || claimed.surge !== undefined;
    const page = isTelling ? await readActivities(this.#aws, claimed.group) : { activities: [] };
    const [whole, otherRefresh, alarms] = await Promise.all([
      this.observeGroup(claimed, ledger, gatekeeper),
      this.#otherRefresh(claimed),
      isForward && claimed.plan.alarms.length > 0 ? readAlarms(this.#aws, claimed.plan.alarms) : { alarms: [] },
    ]);
    const { group, release } = whole;
    const relapse = await this.#relapseTime(group.trafficSources);
    const setbacks = isForward ? await this.#setbacks.look(release, whole.machines, page.activities) : [];
    // What is added to no load balancer says nothing by its silence.
    const { bootAllowance = release.plan.progressDeadline } = addsNoTargets(group) ? {} : release.plan;
    const inspected = await gatekeeper.inspect(release, whole.machines);
    this.#records.hold(heldIn(release, inspected.machines));
    const observation = {
      ...whole,
      ...inspected,
      ...otherRefresh,
      areReturning: areReturning(whole),
      lacksStarting: this.#records.lacksStarting([...whole.machines, ...(whole.pair?.blue.machines ?? [])]),
      now: this.#clock.now(),
      setbacks,
      ...alarms,
      patience: { boot: bootAllowance + relapse, relapse },
      ...(await this.#sizes.look({ group, release, now: lookedAt }, page)),
    };
    this.#furthest = furthestOf(observation.pair ? asIdle(observation) : asOneWave(observation), this.#furthest);
    return this.#overdue({ ...observation, lastProgress: this.#furthest.at }, isTelling ? page.activities : undefined);
  }

  /** What is asked only once a rollout has got no further for as long as it may: why, as far as anything says it. */
  async #overdue(seen: Observation, told?: readonly Activity[]): Promise<Observation> {
    const { now, lastProgress, release } = seen;
    const inOtherHands = otherEngine(seen);
    if (inOtherHands) return { ...seen, standstill: inOtherHands };
    if (now - lastProgress < release.plan.progressDeadline) return seen;
    const activities = told ?? (await readActivities(this.#aws, release.group)).activities;
    const [hindrance, standstill] = [hindranceIn(seen, activities), standstillOf(seen)];
    return { ...seen, ...(hindrance !== undefined && { hindrance }), ...(standstill && { standstill }) };
  }

  /** One look at what a rollout has changed, for whoever only puts that back: nothing is asked that speaks for or against the image. */
  async observeGroup(claimed: Release, ledger: Ledger, gatekeeper: Gatekeeper): Promise<Observation> {
    const lookedAt = this.#clock.now();
    const [{ release = claimed, superseded, isAnew }, view, hook, refreshes, pair] = await Promise.all([
      ledger.follow(claimed.number),
      this.look(claimed.group),
      holdsMachines(claimed) ? this.#hook(claimed.group) : undefined,
      isRefresh(claimed.plan.strategy) ? findRefreshes(this.#aws, claimed) : {},
      claimed.sides && this.#pair(claimed.sides),
    ]);
    const now = this.#clock.now();
    const missed = areMissed(release, view.group) ? await missedUntil(this.#aws, { ...view, release, now }) : undefined;
    const seen = { group: view.group, release, now: lookedAt };
    return {
      now,
      lookedAt,
      group: { ...view.group, ...(hook && { hook }) },
      size: sizeOf(seen),
      isMaxOurs: hasOurMax(seen),
      launchesByName: launchesByName(view, release),
      machines: gatekeeper.recall(view.machines),
      ...(view.warm && { warm: this.warmGate.inspect(view.warm) }),
      setbacks: [],
      alarms: [],
      patience: { boot: 0, relapse: 0 },
      ...refreshes,
      ...(pair && { pair }),
      ...(missed && { missed }),
      release,
      superseded,
      ...(isAnew && { wasDeleted: isAnew }),
      lastProgress: now,
    };
  }

  /**
   * One look at the group alone.
   * @throws {Failure} when there is no such group.
   */
  look(name: string): Promise<GroupView> {
    return this.#groups.look(name);
  }

  /** AWS has refused a change: the next look asks whether somebody has its own engine at work. */
  refuse(): void {
    this.#askedForRefresh = undefined;
  }

  /** These are on their way out from now on, whatever is read of them: AWS has agreed to end them. */
  retire(ids: readonly string[]): void {
    this.#records.retire(ids);
  }

  /** How long the machines that were launched meanwhile took to become healthy; nothing where that was not seen. */
  boots(): Pick<Release, 'boots'> {
    return this.#records.boots();
  }

  /** Somebody's refresh in the middle of a loop of ours: asked for once a minute, and once AWS has refused a change. */
  async #otherRefresh({ plan, group }: Release): Promise<Pick<Observation, 'otherRefresh'>> {
    const now = this.#clock.now();
    const isDue = now - (this.#askedForRefresh ?? 0) >= refreshInterval;
    if (isRefresh(plan.strategy) || !isDue) return {};
    const otherRefresh = await refreshUnderWay(this.#aws, group);
    // As long as there is one, each look sees it.
    this.#askedForRefresh = otherRefresh ? undefined : now;
    return otherRefresh ? { otherRefresh } : {};
  }

  /** The other group of two, and how requests are shared out. */
  async #pair(sides: Sides): Promise<Pair> {
    const [blue, found] = await Promise.all([this.look(sides.blue.group), findWeights(this.#aws, sides)]);
    const now = this.#clock.now();
    this.#withoutRuleSince = found ? undefined : (this.#withoutRuleSince ?? now);
    const weights = found ?? { blue: undefined, green: undefined };
    if (!found) return { sides, blue, weights, withoutRuleSince: this.#withoutRuleSince ?? now };
    const { name, desired } = blue.group;
    const since = pinBrokenSince(sides, blue.group, now);
    if (since === undefined) {
      this.#pinBrokenAt = undefined;
      return { sides, blue, weights };
    }
    this.#pinBrokenAt ??= now;
    const { activities } = await readActivities(this.#aws, name);
    const isYetToBeTold = now - this.#pinBrokenAt < oldestRead;
    const told = lastChangeTo(desired, activities, since);
    if (told?.by !== 'set')
      return { sides, blue, weights, madeSmaller: told?.by ?? (isYetToBeTold ? 'unknown' : 'scaled') };
    const green = await readActivities(this.#aws, sides.green.group);
    const isLastWord = isUnscaledSince(told.at, green.activities);
    return { sides, blue, weights, madeSmaller: 'set', ...(isLastWord && { isLastWord }) };
  }

  /** Our launch hook: what becomes of a machine that nobody lets go. */
  async #hook(group: string): Promise<Group['hook']> {
    const answer = await this.#aws.autoScaling.send(
      new DescribeLifecycleHooksCommand({ AutoScalingGroupName: group, LifecycleHookNames: [hookName] }),
    );
    const hook = answer.LifecycleHooks?.[0];
    if (!hook) return undefined;
    return hook.DefaultResult === 'CONTINUE' ? 'CONTINUE' : 'ABANDON';
  }

  /** How long the slowest load balancer takes to notice a change of health; read once. Milliseconds. */
  async #relapseTime(sources: readonly TrafficSource[]): Promise<number> {
    this.#relapse ??= Math.max(shortestRelapse, 2 * (await longestCheckInterval(this.#aws, sources)));
    return this.#relapse;
  }
}

/** Who waits for us in our hook: for the gate, the release command, or to be let go. Whose agent does not listen yet, still boots. */
function heldIn(release: Release, machines: readonly Machine[]): readonly string[] {
  if (!holdsMachines(release)) return [];
  const held = machines.filter(
    ({ stage, isReleased, check }) => stage === 'waiting' && !isReleased && check?.state !== 'unreachable',
  );
  return held.map(({ id }) => id);
}

/** Whether the group's scheduled actions are skipped because of us. */
function areMissed({ suspended }: Release, group: Group): boolean {
  return suspended.includes('ScheduledActions') && group.suspended.includes('ScheduledActions');
}
