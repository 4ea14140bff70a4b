import type { Swarm } from '../../sandbox/faults/swarm.js';
import { Cancelled } from '../../src/platform/cancellation.js';
import { Failure, messageOf } from '../../src/platform/failure.js';
import type { DeploymentEnd, Outcome } from '../../src/rollout/deployment.js';
import { GateWatch } from './gate-watch.js';
import { auditEnd } from './invariants/ends.js';
import type { Violation } from './invariants/invariants.js';
import { isRead } from './invariants/invariants.js';
import type { RareState } from './invariants/rare-states.js';
import { kindOf } from './kinds.js';
import { Recovery } from './recovery.js';
import { behaviours, type Restart, type Scaling, type Scenario } from './scenario.js';
import { type Runner, SimulatedRollout } from './simulated-rollout.js';
import { kindFor, planOf } from './strategies.js';
import { Killed, type Trouble } from './troubles.js';

const minute = 60_000;

/** Nothing takes longer, faults and all: what does, runs in circles. */
const longest = 6 * 60 * minute;

/** Seconds from a cancel until the ledger says that nobody works on it. */
const safeWithin = 60;

/** What became of a scenario. */
export interface Verdict {
  readonly violations: readonly Violation[];
  readonly reached: readonly RareState[];
  /** What the ledger says at last. */
  readonly outcome: Outcome | undefined;
  /** How many machines the group that serves is to have at last. */
  readonly desired: number;
  /** How many calls the first runner's life has room for. */
  readonly calls: SimulatedRollout['calls'];
  readonly failedRequests: number;
  readonly seconds: number;
}

/** How one run ended. */
type RunEnd = { readonly end: DeploymentEnd } | { readonly killed: true } | { readonly refused: Error };

/** Plays one scenario to its end, and judges it. */
export async function play(scenario: Scenario, onLine?: (line: string) => void): Promise<Verdict> {
  return playIn(begin(scenario, onLine), scenario);
}

/** The same in a world that is there already. A story that breaks off is the worst of findings, not the end of a campaign. */
export async function playIn(rollout: SimulatedRollout, scenario: Scenario): Promise<Verdict> {
  const watch = watchGate(rollout);
  const stage = new Stage(rollout, scenario);
  try {
    auditEnd(rollout.auditor, await stage.play());
    for (const untested of watch.violations) rollout.auditor.report('A8', untested);
  } catch (error) {
    rollout.auditor.report('L1', `the story breaks off: ${messageOf(error)}`);
  }
  const { violations, reached, journal } = rollout.auditor;
  return {
    violations,
    reached: [...reached],
    outcome: journal.newest?.outcome,
    desired: rollout.busiest.desired,
    calls: rollout.calls,
    failedRequests: rollout.traffic.failed,
    seconds: stage.seconds,
  };
}

/** Of two groups the idle one has its machines in service before any user reaches them: its gate is not watched here. */
function watchGate(rollout: SimulatedRollout): GateWatch {
  const { strategy, gate, releaseCommand } = rollout.auditor.scene.plan;
  const isHeld = strategy !== 'two-group';
  const asks = { gate: isHeld && gate.kind !== 'none', releaseCommand: isHeld && releaseCommand !== undefined };
  return new GateWatch(rollout, { ...asks, untilProven: true });
}

function begin({ seed, strategy, image = 'good', plan, ...scenario }: Scenario, onLine?: (line: string) => void) {
  const { machines, minSize, maxSize, profile, hidesImages, spot, lateReads, kind = kindFor(strategy) } = scenario;
  const { groupInput, furnish, plan: asked }: ReturnType<typeof kindOf> = kind === undefined ? {} : kindOf(kind);
  const rollout = new SimulatedRollout({
    ...{ seed, newImage: behaviours[image], plan: { ...planOf(strategy), ...asked, ...plan } },
    ...(machines !== undefined && { machines }),
    ...(minSize !== undefined && { minSize }),
    ...(maxSize !== undefined && { maxSize }),
    ...(profile !== undefined && { profile }),
    ...(hidesImages !== undefined && { hidesImages }),
    ...(spot !== undefined && { spot }),
    ...(lateReads && { lateReads }),
    hasTwin: planOf(strategy).strategy === 'two-group',
    ...(groupInput && { groupInput }),
    ...(onLine && { onLine }),
  });
  furnish?.(rollout);
  return rollout;
}

/** A scenario in its world, from the first runner to the last repair. */
class Stage {
  readonly #rollout: SimulatedRollout;
  readonly #scenario: Scenario;
  readonly #began: number;
  #swarm: Swarm | undefined;
  /** Whoever runs the step again does so on the same machine. */
  #runner: Runner | undefined;
  #rival: Promise<RunEnd> | undefined;
  #recovery: Promise<void> | undefined;

  constructor(rollout: SimulatedRollout, scenario: Scenario) {
    this.#rollout = rollout;
    this.#scenario = scenario;
    this.#began = rollout.clock.now();
  }

  get seconds(): number {
    return Math.round((this.#rollout.clock.now() - this.#began) / 1000);
  }

  /** Gives what the last run that came to an end has reported, if that is about the newest release. */
  async play(): Promise<DeploymentEnd | undefined> {
    const { restart = 'at once', trouble, rivalAfter } = this.#scenario;
    this.#setTheScene();
    let ended = await this.#runFirst(trouble);
    if ('killed' in ended) {
      if (this.#scenario.provesRecovery) this.#recovery = new Recovery(this.#rollout).begin('after a crash');
      if (restart !== 'never') ended = await this.#restart(restart);
    }
    if (this.#scenario.afterwards !== undefined) ended = await this.#follow(this.#scenario.afterwards);
    if (this.#rival !== undefined) await this.#over(this.#rival);
    const repaired = await this.#comeToRest();
    const isLast = !repaired && rivalAfter === undefined;
    return repaired ?? (isLast && 'end' in ended ? ended.end : undefined);
  }

  #setTheScene(): void {
    const { clock } = this.#rollout;
    const { faults = [], world, healAfter, scaling = [], rivalAfter, seed } = this.#scenario;
    this.#rollout.strike(faults);
    if (world) this.#swarm = this.#rollout.swarm({ ...world, seed, within: 10 * minute });
    if (healAfter !== undefined) clock.schedule(healAfter * 1000, () => this.#heal());
    for (const change of scaling) clock.schedule(change.after * 1000, () => this.#scale(change));
    if (rivalAfter !== undefined) {
      const other = this.#rollout.addImage('other');
      this.#rival = clock.sleep(rivalAfter * 1000).then(() => this.#run(this.#rollout.runner(), other));
    }
  }

  #scale(change: Scaling): void {
    if ('by' in change) this.#rollout.scaleBy(change.by);
    else this.#rollout.scaleTo(change.to);
  }

  /** At once, the next attempt runs on the same machine, and knows that the first is gone; later, it is any run. */
  async #restart(restart: Exclude<Restart, 'never'>): Promise<RunEnd> {
    const { clock } = this.#rollout;
    const { secondKill } = this.#scenario;
    // A step that is run again comes no sooner than a job starts.
    await clock.run(clock.sleep(restart === 'after the lease' ? 21 * minute : minute / 3));
    const before = restart === 'at once' ? this.#runner : undefined;
    let ended = await this.#runOnce(this.#rollout.runner(secondKill, before));
    // A live claim refuses: whoever runs the step again, waits and tries once more.
    for (let attempt = 0; attempt < 8 && !('end' in ended); attempt++) {
      await clock.run(clock.sleep(5 * minute));
      ended = await this.#runOnce(this.#rollout.runner());
    }
    return ended;
  }

  #runFirst(trouble?: Trouble): Promise<RunEnd> {
    const { cancelAfter } = this.#scenario;
    // A runner that is dead or stands still hears of no cancel.
    this.#runner = this.#rollout.runner(trouble);
    if (cancelAfter === undefined || trouble !== undefined) return this.#runOnce(this.#runner);
    return this.#over(this.#cancelled(this.#runner, cancelAfter * 1000));
  }

  #runOnce(runner: Runner): Promise<RunEnd> {
    return this.#over(this.#run(runner, this.#rollout.newImageId));
  }

  async #follow(command: NonNullable<Scenario['afterwards']>, mayPause = true): Promise<RunEnd> {
    const { clock } = this.#rollout;
    await clock.run(clock.sleep(minute));
    const { deployment } = this.#rollout.runner();
    const ended = await this.#over(this.#end(deployment[command](() => undefined)));
    // What was cut off before its pause still pauses there, and is resumed from that.
    const isAskedAgain = mayPause && command === 'resume' && 'end' in ended && ended.end.outcome === 'paused';
    return isAskedAgain ? this.#follow(command, false) : ended;
  }

  /** @throws {Error} when it runs in circles, or waits for nothing. */
  #over<Value>(work: Promise<Value>): Promise<Value> {
    const { clock, circling } = this.#rollout;
    return clock.run(Promise.race([work, circling]), longest);
  }

  /** As a step does it: main stops between two calls, post puts back the settings; all of it within a minute (L2). */
  async #cancelled(runner: Runner, after: number): Promise<RunEnd> {
    const { clock, auditor, newImageId } = this.#rollout;
    const takeBack = clock.schedule(after, () => runner.step.cancel());
    const ended = await this.#run(runner, newImageId);
    takeBack();
    const { claimedBy } = auditor.journal;
    if (!runner.step.cancellation.aborted || claimedBy !== runner.name) return ended;
    // Another process, a few seconds later.
    await clock.sleep(5_000);
    await runner
      .post()
      .cleanUp(auditor.journal.newest?.number ?? 0)
      .catch((error: unknown) => this.#mustBeTold(error));
    const { rests, outcome } = auditor.journal.newest ?? {};
    const seconds = Math.round((clock.now() - this.#began - after) / 1000);
    const isExcused = this.#scenario.faults !== undefined || this.#scenario.world !== undefined;
    if (isExcused || claimedBy !== auditor.journal.claimedBy) return ended;
    if (rests === undefined && outcome === undefined) auditor.report('L2', 'a cancelled run is not at rest');
    if (seconds > safeWithin) auditor.report('L2', `a cancelled run took ${seconds} s to be safe`);
    if (this.#scenario.provesRecovery) this.#recovery = new Recovery(this.#rollout).begin('after a cancel');
    return ended;
  }

  async #run(runner: Runner, imageId: string): Promise<RunEnd> {
    let number = 0;
    const keep = (claimed: number) => {
      number = claimed;
    };
    const ended = await this.#end(runner.deployment.run({ imageId }, keep));
    if ('refused' in ended && number > 0 && !runner.step.cancellation.aborted) await this.#cutOff(runner, number);
    return ended;
  }

  /** What cannot go on is told, and cleaned up after, as the action does. */
  async #cutOff({ deployment, post }: Runner, number: number): Promise<void> {
    const { clock } = this.#rollout;
    const end = await deployment.cutOff(number, new Failure('refused'), clock.now());
    await clock.sleep(5_000);
    await post()
      .cleanUp(number, { because: end?.because })
      .catch((error: unknown) => this.#mustBeTold(error));
  }

  async #end(run: Promise<DeploymentEnd>): Promise<RunEnd> {
    try {
      return { end: await run };
    } catch (error) {
      if (error instanceof Killed) return { killed: true };
      this.#mustBeTold(error);
      return { refused: error as Error };
    }
  }

  /** What a person is told is a Failure, a cancel, or what AWS said; anything else is a mistake of the program (L3). */
  #mustBeTold(error: unknown): undefined {
    const isAws = error instanceof Error && '$metadata' in error;
    if (error instanceof Failure || error instanceof Cancelled || isAws) return;
    this.#rollout.auditor.report('L3', `a run ended with ${messageOf(error)}`);
  }

  #heal(): void {
    this.#swarm?.heal();
    this.#rollout.faults.clear();
  }

  /**
   * All faults are healed; from now on there is only the scheduled repair, each quarter of an hour. It must end what is
   * left (L1), and after that change nothing more.
   */
  async #comeToRest(): Promise<DeploymentEnd | undefined> {
    const { auditor, clock } = this.#rollout;
    this.#heal();
    let last: DeploymentEnd | undefined;
    for (let round = 0; round < 12 && auditor.journal.unfinished; round++) {
      await clock.run(clock.sleep(15 * minute));
      last = (await this.#repair()) ?? last;
    }
    if (last) auditor.reached.add('repaired-after-a-crash');
    if (auditor.journal.unfinished) auditor.report('L1', 'three hours of scheduled repairs did not end it');
    if (this.#recovery !== undefined) await this.#over(this.#recovery);
    await clock.run(clock.sleep((this.#scenario.restsFor ?? 0) * 1000));
    // What was kept for an undo may have been kept long enough by now: to retire it is a repair's work.
    if ((auditor.journal.newest?.keptUntil ?? Number.POSITIVE_INFINITY) <= clock.now()) await this.#repair();
    const before = this.#rollout.calls.length;
    await this.#repair();
    const changes = this.#rollout.calls.slice(before).filter((call) => !isRead(call));
    if (changes.length > 0) auditor.report('L1', `a repair after the end still calls ${changes[0]?.operation}`);
    return last;
  }

  #repair(): Promise<DeploymentEnd | undefined> {
    const repair = this.#rollout.runner().deployment.repair(() => undefined);
    return this.#over(repair.catch((error: unknown) => this.#mustBeTold(error)));
  }
}
