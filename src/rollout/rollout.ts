import type { Aws } from '../platform/aws.js';
import type { Clock } from '../platform/clock.js';
import { Failure, messageOf } from '../platform/failure.js';
import { type Fence, LeaseExpired } from '../platform/fence.js';
import { failureKind } from '../platform/retry.js';
import { act, raise, restore } from './changes/act.js';
import { discardCopies } from './changes/launch-configuration.js';
import { launchInstances } from './changes/launch-instances.js';
import { replay } from './changes/scheduled-actions.js';
import { createVersions, pinVersions } from './changes/template.js';
import type { Gatekeeper } from './gate/gatekeeper.js';
import type { Observer } from './group/observe.js';
import { sizeOf } from './heart/fleet.js';
import type { Move, MoveOf } from './heart/move.js';
import type { Observation } from './heart/observation.js';
import type { Release } from './heart/release.js';
import { settledSize } from './heart/size-changes.js';
import { rollBackRefresh, startRefresh } from './instance-refresh/refresh.js';
import type { Ledger } from './ledger/ledger.js';
import { nextLook } from './next-look.js';
import { nextMove } from './strategies.js';
import { lastWordsOf } from './telling/culprit.js';
import { type LastWords, wordLines } from './telling/last-words.js';
import { Narrator } from './telling/narrator.js';

/** What a rollout works with, and where it tells how it goes. */
export interface Tools {
  readonly aws: Aws;
  readonly clock: Clock;
  readonly ledger: Ledger;
  /** Bounds what `aws` changes by the lease that the ledger gives. */
  readonly fence: Fence;
  readonly observer: Observer;
  readonly gatekeeper: Gatekeeper;
  /** One line, only when something has changed. */
  readonly tell: (line: string) => void;
  /** What a person should know of, in a line. */
  readonly warn: (line: string) => void;
  /** Told what the machine wrote because of which a rollout turned back. */
  readonly hear: (words: LastWords) => void;
  /** Stops the loop between two calls. */
  readonly cancellation: AbortSignal;
}

/** How often in a row AWS may refuse a change because the group was busy or has moved on. */
const patience = 20;

/**
 * Rolls a claimed release to its end: observe, decide, act, and again. Nothing is remembered that AWS does not hold: what
 * became of a change whose answer was lost, in the group or in the ledger, shows in the next observation.
 * @returns the release with its outcome, or at rest; as it stands when it was cancelled on the way.
 * @throws {Failure} when another run took over, or AWS refuses for good.
 */
export async function rollOut(release: Release, tools: Tools, next = nextMove): Promise<Release> {
  let current = release;
  const narrator = new Narrator(tools);
  let refusals = 0;
  while (!tools.cancellation.aborted && !isOver(current)) {
    try {
      const observation = await tools.observer.observe(current, tools.ledger, tools.gatekeeper);
      current = observation.release;
      if (isOver(current)) break;
      narrator.tell(observation);
      current = await take(next(observation), observation, tools);
      refusals = 0;
    } catch (error) {
      if (tools.cancellation.aborted) break;
      if (!isWorthLookingAgain(error) || ++refusals > patience) throw error;
      tools.tell(`AWS refused for now, looking again: ${messageOf(error)}`);
      await tools.clock.sleep(release.plan.pollInterval, tools.cancellation);
    }
  }
  return current;
}

/** It has ended, or nobody works on it for now. */
function isOver({ outcome, rests }: Release): boolean {
  return outcome !== undefined || rests !== undefined;
}

/** Takes one move; gives the release as the ledger holds it afterwards. */
async function take(move: Move, observation: Observation, tools: Tools): Promise<Release> {
  const { aws, clock, gatekeeper, observer, tell } = tools;
  const { release } = observation;
  switch (move.kind) {
    case 'wait':
      await clock.sleep(nextLook(observation), tools.cancellation);
      return release;
    case 'stop':
      throw new Failure(`Another run has claimed group "${release.group}" after this one, so this one stops here.`);
    case 'note':
      if (move.say !== undefined) tell(move.say);
      if (release.direction === 'forward' && move.changes.direction !== undefined) await listen(observation, tools);
      return write({ ...release, ...move.changes }, tools);
    case 'end':
      await discardCopies(aws, { ...release, ...move.changes });
      return write({ ...release, ...observer.boots(), ...move.changes, endedAt: clock.now() }, tools);
    case 'create-version':
      return write({ ...release, to: await createVersions(aws, release) }, tools);
    case 'pin-version':
      return write({ ...release, from: await pinVersions(aws, release) }, tools);
    case 'replay':
      tell('Making up for the scheduled actions that were missed meanwhile');
      return write(await replay(aws, observation), tools);
    case 'check':
      await gatekeeper.ask(release, move.ids);
      return release;
    case 'run-command':
      return runCommand(move, release, tools);
    case 'let-go':
      await act(aws, release, move);
      if (move.isWarm) observer.warmGate.letGo(move.ids);
      else gatekeeper.letGo(move.ids);
      return release;
    case 'start-refresh':
      return start(move, release, tools);
    case 'roll-back-refresh':
      await rollBackRefresh(aws, release.group);
      return release;
    case 'surge':
      return surge(move, release, tools);
    case 'launch':
      return launch(release, tools);
    case 'restore':
      return putBack(move, release, tools);
    case 'retire':
    case 'set-aside':
      return retire(move, observation, tools);
    default:
      await act(aws, release, move);
      return release;
  }
}

/** What AWS does not want to refresh, it says now (Auto Scaling API, StartInstanceRefresh); no machine was touched. */
async function start(move: MoveOf<'start-refresh'>, release: Release, tools: Tools): Promise<Release> {
  try {
    await startRefresh(tools.aws, release, move);
    return release;
  } catch (error) {
    if ((error as Error).name !== 'ValidationError') throw error;
    const reason = `AWS refused the instance refresh: ${messageOf(error)}`;
    return write({ ...release, direction: 'back', backOutcome: 'rolled-back', reason }, tools);
  }
}

/** What the machine has written because of which a rollout turns is told once, now that it can still be read. */
async function listen(observation: Observation, { aws, tell, hear }: Tools): Promise<void> {
  const words = await lastWordsOf(aws, observation);
  if (!words) return;
  for (const line of wordLines(words)) tell(line);
  hear(words);
}

/** The intent is in the ledger first: a command that may have run is never sent again. */
async function runCommand({ id }: MoveOf<'run-command'>, release: Release, tools: Tools) {
  const { gatekeeper, tell } = tools;
  const noted = await write({ ...release, command: 'begun' }, tools);
  tell(`Running the release command on ${id}`);
  try {
    if (await gatekeeper.runCommand(noted, id)) return noted;
  } catch (error) {
    if (failureKind(error) !== 'unavailable') await write(release, tools);
    throw error;
  }
  return write(release, tools);
}

/**
 * The raise is in the ledger before it is done, and confirmed there after. Where it is known that nothing was raised the
 * note goes again: somebody else's change by the same number must not be taken for it.
 */
async function surge(move: MoveOf<'surge'>, release: Release, tools: Tools): Promise<Release> {
  const { machines, from, max = release.surge?.max } = move;
  const known = { ...settledSize({}, tools.clock.now()), raisedTo: from + machines };
  const surge = { machines, from, ...known, ...(max !== undefined && { max }) };
  const noted = { ...release, surge: { ...surge, raised: false } };
  await write(noted, tools);
  try {
    const isRaised = await raise(tools.aws, release.group, move);
    return await write(isRaised ? { ...noted, surge: { ...surge, raised: true } } : release, tools);
  } catch (error) {
    if (failureKind(error) !== 'unavailable') await write(release, tools);
    throw error;
  }
}

/** What came of it is written down as surge; where nothing came, the next attempt can wait. */
async function launch(release: Release, tools: Tools): Promise<Release> {
  const { machines, short, shortage, refusal } = await launchInstances(tools.aws, release);
  const { launches: _, short: __, ...surge } = release.surge ?? { machines: 0, from: 0, raised: true };
  if (shortage !== undefined) tools.tell(`AWS lacks machines in ${short.join(', ')}: ${shortage}`);
  if (refusal !== undefined) tools.tell(`AWS launches none by name, so desired is raised instead: ${refusal}`);
  const written = await write(
    {
      ...release,
      surge: { ...surge, machines: surge.machines + machines, ...(short.length > 0 && { short }) },
      ...(refusal !== undefined && { refusesLaunches: true }),
    },
    tools,
  );
  if (machines === 0 && refusal === undefined) await tools.clock.sleep(release.plan.pollInterval, tools.cancellation);
  return written;
}

/** Machines out of standby are surge as well, and written down before and after like any other. */
async function putBack(move: MoveOf<'restore'>, release: Release, tools: Tools): Promise<Release> {
  tools.tell(`Putting back ${move.ids.join(', ')}`);
  const standing = move.surge.machines - move.ids.length;
  const returning = { machines: move.ids.length, from: move.surge.from + standing };
  const noted = { ...move.surge, machines: standing, raised: true, returning };
  await write({ ...release, surge: noted }, tools);
  await restore(tools.aws, release.group, move);
  return write({ ...release, surge: { ...move.surge, raised: true } }, tools);
}

/**
 * What surge is left when machines go with it is written down before and after, so that neither a crash in the middle nor a
 * scale-out later can be taken for another.
 */
async function retire(move: MoveOf<'retire' | 'set-aside'>, observation: Observation, tools: Tools): Promise<Release> {
  const { group, release } = observation;
  const verb = move.kind === 'retire' ? 'Retiring' : 'Setting aside';
  tools.tell(`${verb} ${move.machines.map(({ id }) => id).join(', ')}`);
  const shrinking = move.machines.filter(({ decrement }) => decrement).length;
  if (!release.surge || shrinking === 0) {
    await act(tools.aws, release, move);
    return release;
  }
  const from = sizeOf(observation);
  const surge = { ...release.surge, machines: Math.max(0, group.desired - from), from, raised: true };
  const noted = await write(
    { ...release, surge: { ...surge, retiring: { machines: shrinking, from: group.desired } } },
    tools,
  );
  await act(tools.aws, release, move);
  return write({ ...noted, surge: { ...surge, machines: Math.max(0, surge.machines - shrinking) } }, tools);
}

/** Writes what has changed into the ledger. Each such line is a sign of life, and renews the lease. */
async function write(release: Release, { ledger, clock, fence }: Tools): Promise<Release> {
  const heartbeatAt = clock.now();
  const written = await ledger.update({ ...release, heartbeatAt });
  fence.renew(heartbeatAt);
  return written;
}

/**
 * A refusal that the next observation can settle: the group is busy, or a machine has gone meanwhile. Auto Scaling
 * uses ValidationError for both "gone" and "not now" (Auto Scaling API, TerminateInstanceInAutoScalingGroup).
 */
function isWorthLookingAgain(error: unknown): boolean {
  // The next look gives a sign of life first, or finds that another run has taken over.
  if (error instanceof LeaseExpired) return true;
  if (error instanceof Failure) return false;
  const passing = new Set([
    ...['ScalingActivityInProgress', 'ScalingActivityInProgressFault', 'ValidationError'],
    // A machine of a warm pool that is too new for EC2, or that has been gone for long.
    'InvalidInstanceID.NotFound',
  ]);
  return failureKind(error) !== 'refused' || passing.has((error as Error).name);
}
