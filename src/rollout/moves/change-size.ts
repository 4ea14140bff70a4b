import { failureKind } from '../../platform/retry.js';
import { act, lowerMax, raise, restore, setMax } from '../changes/act.js';
import { launchInstances } from '../changes/launch-instances.js';
import { liveAmong } from '../changes/running-source.js';
import { unitsOf } from '../heart/fleet.js';
import type { MoveOf } from '../heart/move.js';
import type { Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { signOfLife, writeDown } from '../ledger/write-down.js';
import { settledSize } from '../size/note-size.js';
import { launchRaise } from '../size/raise.js';
import { raisedMax, theirMax } from '../size/size.js';
import type { Narrator } from '../telling/narrator.js';
import type { Tools } from './tools.js';
import { untagOrSay } from './untag.js';

/** A move by which the group becomes larger or smaller, or gets its own maximum back. */
export type Resizing = MoveOf<'surge' | 'launch' | 'restore' | 'restore-max' | 'retire' | 'set-aside' | 'give-up'>;

/** Takes such a move, with what the ledger has to say of it before and after. @returns the release as it stands there then. */
export function changeSize(
  move: Resizing,
  observation: Observation,
  tools: Tools,
  narrator: Pick<Narrator, 'tellOnce'>,
): Promise<Release> {
  switch (move.kind) {
    case 'surge':
      return surge(move, observation, tools);
    case 'launch':
      return launch(observation, tools, narrator);
    case 'restore':
      return putBack(move, observation, tools);
    case 'restore-max':
      return restoreMax(move, observation, tools);
    case 'give-up':
      return giveUp(move, observation, tools);
    default:
      return retire(move, observation, tools);
  }
}

/** A raise is written down before it is done: what is launched by name is launched in the next turns. */
async function surge(move: MoveOf<'surge'>, observation: Observation, tools: Tools): Promise<Release> {
  const { release, launchesByName } = observation;
  if (!launchesByName) return raiseDesired(move, observation, tools);
  return writeDown({ ...release, ...launchRaise(observation, move) }, tools);
}

/**
 * An absolute number is confirmed in the ledger once it is written. Where it is known that nothing was raised the note goes
 * again: somebody else's change by the same number must not be taken for it.
 */
async function raiseDesired(asked: MoveOf<'surge'>, observation: Observation, tools: Tools): Promise<Release> {
  const { release, group } = observation;
  const { from } = asked;
  const room = release.plan.raiseMax ? Number.POSITIVE_INFINITY : Math.max(asked.machines, group.max - from);
  const machines = Math.min(asked.machines + overshootIn(observation), room);
  const max = group.max < from + machines ? from + machines : asked.max;
  const move = { ...asked, machines, ...(max !== undefined && { max }) };
  const known = { ...settledSize({}, tools.clock.now()), raise: { from, to: from + machines } };
  const surge = { machines, from, ...known, ...raisedMax(observation, max) };
  const theirs = max === undefined ? {} : theirMax(observation);
  const noted = { ...release, ...theirs, surge: { ...surge, raised: false } };
  await writeDown(noted, tools);
  const isRaised = await raise(tools.aws, release.group, move).catch(async (error) => {
    if (failureKind(error) !== 'unavailable') await signOfLife(release, tools);
    throw error;
  });
  if (!isRaised) return signOfLife(release, tools);
  return writeDown({ ...noted, surge: { ...surge, raised: true, changedAt: tools.clock.now() } }, tools);
}

/** What came of it is written down as surge; where nothing came, the next attempt can wait. */
async function launch(observation: Observation, tools: Tools, narrator: Pick<Narrator, 'tellOnce'>): Promise<Release> {
  const release = await makeRoom(observation, tools);
  const { machines, short, shortage, refusal } = await launchInstances(tools.aws, release);
  const { launches: _, short: __, ...surge } = release.surge ?? { machines: 0, from: 0, raised: true };
  if (shortage !== undefined) narrator.tellOnce(`AWS lacks machines in ${short.join(', ')}: ${shortage}`);
  if (refusal !== undefined) tools.tell(`AWS launches none by name, so desired is raised instead: ${refusal}`);
  const changedAt = tools.clock.now();
  const written = await writeDown(
    {
      ...release,
      surge: { ...surge, machines: surge.machines + machines, changedAt, ...(short.length > 0 && { short }) },
      ...(refusal !== undefined && { refusesLaunches: true }),
    },
    tools,
  );
  if (machines === 0 && refusal === undefined) await tools.clock.sleep(release.plan.pollInterval, tools.cancellation);
  return written;
}

/** Raises the maximum to what is written down; one that somebody has set since then is written down before it is lost. */
async function makeRoom(observation: Observation, tools: Tools): Promise<Release> {
  const { group, release } = observation;
  const highest = release.surge?.max ?? group.max;
  if (highest <= group.max) return release;
  const { baseline } = theirMax(observation);
  const isNews = baseline.max !== release.baseline.max;
  const noted = isNews ? await writeDown({ ...release, baseline }, tools) : release;
  await setMax(tools.aws, release.group, highest);
  return noted;
}

/** What it was raised to counts as ours for as long as it may still be read; whoever sets that very number later means it. */
async function restoreMax({ max }: MoveOf<'restore-max'>, observation: Observation, tools: Tools): Promise<Release> {
  const { release, group } = observation;
  if (!(await lowerMax(tools.aws, group, max)) || !release.surge) return release;
  const surge = { ...release.surge, max, maxBefore: group.max, changedAt: tools.clock.now() };
  return writeDown({ ...release, surge }, tools);
}

/** Machines out of standby are surge as well, and written down before and after like any other. */
async function putBack(move: MoveOf<'restore'>, observation: Observation, tools: Tools): Promise<Release> {
  tools.tell(`Putting back ${move.ids.join(', ')}`);
  const { release, group, size, now } = observation;
  const returning = { machines: unitsIn(observation, move.ids), from: group.desired };
  const standing = { machines: group.desired - size, from: size, raised: true, ...settledSize(release, now) };
  const surge = { ...standing, ...raisedMax(observation, move.max) };
  const noted = { ...release, ...(move.max !== undefined && theirMax(observation)) };
  await writeDown({ ...noted, surge: { ...surge, returning } }, tools);
  await restore(tools.aws, release.group, move);
  await untagOrSay(move.ids, tools);
  const machines = surge.machines + returning.machines;
  return writeDown({ ...noted, surge: { ...surge, machines, changedAt: tools.clock.now() } }, tools);
}

/** Takes machines out of service by name; those that shrink the group go with as much of the surge. */
async function retire(move: MoveOf<'retire' | 'set-aside'>, observation: Observation, tools: Tools): Promise<Release> {
  const verb = move.kind === 'retire' ? 'Retiring' : 'Setting aside';
  tools.tell(`${verb} ${move.machines.map(({ id }) => id).join(', ')}`);
  const shrinking = move.machines.filter(({ decrement }) => decrement).map(({ id }) => id);
  return shrink(unitsIn(observation, shrinking), observation, tools, async () => {
    await act(tools.aws, observation, move);
    if (move.kind === 'retire') tools.observer.retire(move.machines.map(({ id }) => id));
    return true;
  });
}

/** Lowers desired alone, by what is not there or less than any machine. */
function giveUp({ machines, from }: MoveOf<'give-up'>, observation: Observation, tools: Tools): Promise<Release> {
  const lower = () => raise(tools.aws, observation.release.group, { machines: -machines, from });
  return shrink(machines, observation, tools, lower);
}

/**
 * What surge is left when some of it goes is written down before and after, so that neither a crash in the middle nor a
 * scale-out later can be taken for another.
 */
async function shrink(units: number, observation: Observation, tools: Tools, change: () => Promise<boolean>) {
  const { group, release, size: from } = observation;
  if (!release.surge || units === 0) {
    await change();
    return release;
  }
  const surge = { ...release.surge, machines: Math.max(0, group.desired - from), from, raised: true };
  const retiring = { machines: units, from: group.desired };
  const noted = await writeDown({ ...release, surge: { ...surge, retiring } }, tools);
  const left = (await change()) ? Math.max(0, surge.machines - units) : surge.machines;
  return writeDown({ ...noted, surge: { ...surge, machines: left, changedAt: tools.clock.now() } }, tools);
}

/**
 * By how much machines with weights are more than is desired already, for AWS launches whole ones: only what is wanted above
 * that leads to a launch (Auto Scaling user guide, "instance weights").
 */
function overshootIn({ group, machines }: Observation): number {
  const live = liveAmong(machines);
  const heaviest = live.reduce((most, { units = 1 }) => Math.max(most, units), 1);
  return Math.max(0, Math.min(unitsOf(live) - group.desired, heaviest - 1));
}

function unitsIn({ machines }: Pick<Observation, 'machines'>, ids: readonly string[]): number {
  return unitsOf(machines.filter(({ id }) => ids.includes(id)));
}
