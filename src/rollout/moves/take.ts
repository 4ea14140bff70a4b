import { Failure, messageOf } from '../../platform/failure.js';
import { failureKind } from '../../platform/retry.js';
import { act, type Change } from '../changes/act.js';
import { liveAmong } from '../changes/running-source.js';
import { beforeRest, replay } from '../changes/scheduled-actions.js';
import { readWarmPool } from '../group/warm-pool.js';
import { runs } from '../heart/matching.js';
import type { Move, MoveOf } from '../heart/move.js';
import type { Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { rollBackRefresh, startRefresh } from '../instance-refresh/refresh.js';
import { signOfLife, writeDown } from '../ledger/write-down.js';
import { lastWordsOf } from '../telling/culprit.js';
import { wordLines } from '../telling/last-words.js';
import type { Narrator } from '../telling/narrator.js';
import { changeSize } from './change-size.js';
import { close } from './close.js';
import { makeVersions } from './make-versions.js';
import { nextLook } from './next-look.js';
import { pointAt } from './point-at.js';
import type { Tools } from './tools.js';

/** Takes one move; gives the release as the ledger holds it afterwards. */
export async function take(move: Move, observation: Observation, tools: Tools, narrator: Narrator): Promise<Release> {
  const { clock } = tools;
  const { release } = observation;
  switch (move.kind) {
    case 'wait':
      await clock.sleep(Math.min(nextLook(observation), tools.longestWait), tools.cancellation);
      return release;
    case 'stop':
      throw new Failure(`Another run has claimed group "${release.group}" after this one, so this one stops here.`);
    case 'note':
      return note(move, observation, tools);
    case 'rest':
    case 'end':
      return close(move, observation, tools);
    default:
      return change(move, observation, tools, narrator);
  }
}

/** A move that changes something in AWS. */
type Changing = Exclude<Move, MoveOf<'wait' | 'stop' | 'note' | 'rest' | 'end'>>;

async function change(move: Changing, observation: Observation, tools: Tools, narrator: Narrator): Promise<Release> {
  const { release } = observation;
  switch (move.kind) {
    case 'create-version':
    case 'pin-version':
      return makeVersions(move, observation, tools);
    case 'replay':
      return makeUp(observation, tools);
    case 'check':
      return ask(move, release, tools);
    case 'run-command':
      return runCommand(move, release, tools);
    case 'let-go':
      return letGo(move, observation, tools);
    case 'delete-hook':
      return deleteHook(move, observation, tools);
    case 'retire-warm':
      return retireWarm(move, observation, tools);
    case 'suspend':
      return suspend(move, observation, tools);
    case 'resume':
      return resume(move, observation, tools);
    case 'point-at':
      return pointAt(move, observation, tools);
    case 'start-refresh':
      return start(observation, tools);
    case 'roll-back-refresh':
      return rollBack(observation, tools);
    case 'surge':
    case 'launch':
    case 'restore':
    case 'restore-max':
    case 'retire':
    case 'set-aside':
    case 'give-up':
      return changeSize(move, observation, tools, narrator);
    default:
      return actAndNote(move, observation, tools);
  }
}

async function actAndNote(move: Change, observation: Observation, tools: Tools): Promise<Release> {
  const { release } = observation;
  await act(tools.aws, observation, move);
  const isNoted = move.kind === 'resize' && move.noted !== undefined;
  return isNoted ? writeDown({ ...release, ...move.noted }, tools) : release;
}

async function note({ say, changes }: MoveOf<'note'>, observation: Observation, tools: Tools): Promise<Release> {
  const { release } = observation;
  if (say !== undefined) tools.tell(say);
  if (release.direction === 'forward' && changes.direction !== undefined) await listen(observation, tools);
  // That a run lives is true however late it comes; anything else an old look may have led to.
  const write = Object.keys(changes).length === 0 ? signOfLife : writeDown;
  return write({ ...release, ...changes }, tools);
}

async function makeUp(observation: Observation, tools: Tools): Promise<Release> {
  tools.tell('Making up for the scheduled actions that were missed meanwhile');
  return writeDown(await replay(tools.aws, observation), tools);
}

async function ask({ ids }: MoveOf<'check'>, release: Release, { gatekeeper }: Tools): Promise<Release> {
  await gatekeeper.ask(release, ids);
  return release;
}

async function letGo(move: MoveOf<'let-go'>, observation: Observation, tools: Tools): Promise<Release> {
  if (move.isTheirs) tools.tell(`Ending what waits in a launch hook of the group: ${move.ids.join(', ')}`);
  await act(tools.aws, observation, move);
  if (move.result === 'ABANDON') tools.observer.retire(move.ids);
  const gate = move.isWarm ? tools.observer.warmGate : tools.gatekeeper;
  gate.letGo(move.ids);
  return observation.release;
}

/** Read once more, for EC2 ends a machine at once: what the group has taken from its pool since the look may serve by now. */
async function retireWarm({ ids }: MoveOf<'retire-warm'>, observation: Observation, { aws }: Tools): Promise<Release> {
  const { release } = observation;
  const pool = new Set((await readWarmPool(aws, release.group)).map(({ InstanceId }) => InstanceId));
  const still = ids.filter((id) => pool.has(id));
  if (still.length > 0) await act(aws, observation, { kind: 'retire-warm', ids: still });
  return release;
}

async function deleteHook(
  move: MoveOf<'delete-hook'>,
  observation: Observation,
  { aws, tell }: Tools,
): Promise<Release> {
  if (move.ending?.length) tell(`Ending what nobody has tested: ${move.ending.join(', ')}`);
  await act(aws, observation, move);
  return observation.release;
}

/**
 * Whose a suspension is stands in the ledger right before: what somebody else has suspended is never resumed. With it goes what
 * scheduled actions are about to miss.
 */
async function suspend(move: MoveOf<'suspend'>, observation: Observation, tools: Tools): Promise<Release> {
  const { release } = observation;
  const all = new Set([...release.suspended, ...move.processes]);
  const isKnown = all.size === release.suspended.length;
  const isMissing = move.processes.includes('ScheduledActions');
  const missed = isMissing && (await beforeRest(tools.aws, release, tools.clock.now(), tools.warn));
  const noted = isKnown && !missed ? release : await writeDown({ ...release, suspended: [...all], ...missed }, tools);
  await act(tools.aws, observation, move);
  return noted;
}

/** From then on the ledger says nothing of them: who suspends them now, means it. */
async function resume(move: MoveOf<'resume'>, observation: Observation, tools: Tools): Promise<Release> {
  const { release } = observation;
  await act(tools.aws, observation, move);
  const suspended = release.suspended.filter((process) => !move.processes.includes(process));
  return writeDown({ ...release, suspended }, tools);
}

/**
 * What AWS does not want to refresh, it says now (Auto Scaling API, StartInstanceRefresh); no machine was touched. One that ran something
 * else before is not to be replaced for that on the way back.
 */
async function start(observation: Observation, tools: Tools): Promise<Release> {
  const { release, machines } = observation;
  let id: string | undefined;
  try {
    id = await startRefresh(tools.aws, observation);
  } catch (error) {
    if ((error as Error).name !== 'ValidationError') throw error;
    const reason = `AWS refused the instance refresh, and no machine was touched: ${messageOf(error)}`;
    const isWhole = liveAmong(machines).every((machine) => runs(machine, release.from));
    const turned = isWhole
      ? ({ direction: 'back', backOutcome: 'rolled-back' } as const)
      : ({ direction: 'hold' } as const);
    return writeDown({ ...release, ...turned, reason }, tools);
  }
  return id === undefined ? release : writeDown({ ...release, refresh: { id, kind: 'ours' } }, tools);
}

/** Whoever carries the release on must not judge the image by a refresh that ended on our word, so that is in the ledger first. */
async function rollBack({ release, refresh }: Observation, tools: Tools): Promise<Release> {
  const isToldBefore = release.direction !== 'forward' || release.refresh?.kind === 'taken-back';
  const told =
    !refresh || isToldBefore
      ? release
      : await writeDown({ ...release, refresh: { id: refresh.id, kind: 'taken-back' } }, tools);
  await rollBackRefresh(tools.aws, release.group);
  return told;
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
  const noted = await writeDown({ ...release, command: 'begun' }, tools);
  tell(`Running the release command on ${id}`);
  try {
    if (await gatekeeper.runCommand(noted, id)) return noted;
  } catch (error) {
    if (failureKind(error) !== 'unavailable') await signOfLife(release, tools);
    throw error;
  }
  return signOfLife(release, tools);
}
