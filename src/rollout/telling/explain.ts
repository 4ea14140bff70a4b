import { onlyPoints } from '../beginning/repoint.js';
import { leftOut } from '../gate/left-out.js';
import { isMade } from '../heart/matching.js';
import type { Outcome, Release } from '../heart/release.js';
import { holdsMachines } from '../heart/waves.js';
import { isoTime } from '../ledger/lease.js';

/** What a step can report: how its rollout ended, or that it rests before its end. */
export type Ending = Outcome | 'paused' | 'interrupted';

/** What of an end does not stand in its release. */
export interface Beside {
  /** Why its run was cut off, where the ledger does not say it yet. */
  readonly because?: string | undefined;
  /** What is still borrowed, and would be put back by now if AWS had let us. */
  readonly standing?: string | undefined;
}

export function endingOf({ outcome, rests }: Release): Ending {
  return outcome ?? (rests?.kind === 'paused' ? 'paused' : 'interrupted');
}

/** What cut the run of a release off, as far as the ledger says it. */
export function whyCutOff({ rests }: Pick<Release, 'rests'>): string | undefined {
  return rests?.kind === 'interrupted' ? rests.because : undefined;
}

/** For a person: what has happened, why, and what to do if anything is to be done. */
export function explain(release: Release, beside: Beside): string {
  const explained = explainUnknownCommand(release) ?? explainSides(release) ?? explainGroup(release, beside);
  return `${explained}${commandNote(release)}`;
}

/** The ends of a rollout between two groups that differ from those of one. */
function explainSides(release: Release): string | undefined {
  const { sides, to, reason = '', keptUntil, direction } = release;
  if (!sides) return undefined;
  const { blue, green } = sides;
  const kept =
    keptUntil === undefined ? '' : ` "${blue.group}" keeps its size, and is billed, until ${isoTime(keptUntil)}.`;
  const back = `"${blue.group}" gets every request again, and "${green.group}" is as it was.`;
  const [what, next] =
    direction === 'back'
      ? [`Taking ${to.imageId} back from "${green.group}" to "${blue.group}"`, 'try again']
      : [`The rollout of ${to.imageId} from "${blue.group}" to "${green.group}"`, 'take it back'];
  switch (endingOf(release)) {
    case 'succeeded':
      return `${undone(release)}"${green.group}" runs ${to.imageId} and gets every request; "${blue.group}" is idle.${kept}`;
    case 'rolled-back':
      return `${to.imageId} was taken back; ${back} Why: ${sentence(reason)} ${whatNext(release)}`;
    case 'aborted':
      return `The rollout of ${to.imageId} was taken back; ${back} Why: ${reason}`;
    case 'needs-attention':
      return (
        `${what} waits for a person, and requests are shared out as listener rule ${sides.rule} says: ${sentence(reason)} ` +
        `Look at the activity history of both groups and at their targets' health. Then ${next} with "command: abort"; or deploy what is right, which takes it back first.`
      );
    default:
      return undefined;
  }
}

/** It may have changed what the machines of both images work with, so whoever reads that all is as before must know it. */
function commandNote({ command, outcome, rests }: Release): string {
  if (outcome === 'succeeded' || rests?.kind === 'paused') return '';
  if (command === 'done') return ' The release command had run by then; what it did is not taken back.';
  if (command === 'failed') return ' Look at what its release command has left.';
  const isCutOff = command === 'begun' && outcome === undefined;
  return isCutOff ? ' The release command had begun; whether it ran to its end is seen when the rollout is ended.' : '';
}

function explainUnknownCommand({ group, to, direction, command, outcome, reason = '' }: Release): string | undefined {
  if (outcome !== 'needs-attention' || command !== 'unknown' || direction !== 'back') return undefined;
  return (
    `"${group}" needs a person: it is not known whether the release command of ${to.imageId} ran to its end. ` +
    `${sentence(reason)} Look at what it was to change, then deploy again.`
  );
}

function explainGroup(release: Release, beside: Beside): string {
  const { group, from, to, reason = '' } = release;
  const backAgain = `every machine of "${group}" runs ${from.imageId} again`;
  switch (endingOf(release)) {
    case 'succeeded':
      if (onlyPoints(release))
        return `Every machine of "${group}" ran ${to.imageId} already; the group launches it again, too.`;
      return `${undone(release)}Every machine of "${group}" runs ${to.imageId}.${keptNote(release)}`;
    case 'unchanged':
      return reason || `Every machine of "${group}" runs ${to.imageId} already; nothing was changed.`;
    case 'unproven':
      return `${undone(release)}"${group}" has no machines: it will launch ${to.imageId}, but no machine has proven it. ${howToProve(release)}`;
    case 'rolled-back':
      return `${to.imageId} was taken back; ${backAgain}. Why: ${sentence(reason)} ${whatNext(release)}`;
    case 'aborted':
      return `The rollout of ${to.imageId} was taken back; ${backAgain}. Why: ${reason}`;
    case 'needs-attention':
      return explainAttention(release);
    case 'paused':
      return explainPause(release);
    case 'interrupted':
      return explainInterruption(release, beside);
  }
}

/** Machines that start by themselves are in no rollout, so nothing is asked of them. */
function howToProve(release: Release): string {
  const left = leftOut(release);
  if (left.length === 0) return 'Let one start to see it work.';
  return (
    `Nobody has ${left.join(' or ')}: machines that start by themselves serve without that. Let one start, then deploy again: ` +
    'a new machine makes up for it before it serves, and replaces the one that has started.'
  );
}

/** Whether a release that is over has taken its group back to what ran before the release that it undoes. */
export function hasUndone({ undoes, outcome }: Release): boolean {
  return undoes !== undefined && (outcome === 'succeeded' || outcome === 'unproven');
}

function undone({ undoes }: Release): string {
  return undoes === undefined ? '' : `Release ${undoes} is undone. `;
}

function whatNext({ undoes, to }: Release): string {
  if (undoes === undefined) return 'Mend what is named there, then deploy again.';
  return `So release ${undoes} is not undone: ${to.imageId} does not work any more. Deploy an image that does, by its id.`;
}

/** The words of a machine, or of AWS, may end without a full stop. */
export function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function keptNote({ keptUntil }: Release): string {
  if (keptUntil === undefined) return '';
  return (
    ` The machines that it replaced wait in standby until ${isoTime(keptUntil)}, billed as if they ran: "command: undo" ` +
    'puts them back within seconds, once they have left their load balancers (deregistration delay). The next deployment, or the scheduled "command: repair", terminates them.'
  );
}

function explainAttention(release: Release): string {
  const { group, from, to, reason = '', direction, plan, isStranded } = release;
  if (isStranded)
    return `What is under way in "${group}" leads nowhere. ${sentence(reason)} It stays on what it launches now: deploy what is right.`;
  const look = `Look at the group's activity history and its targets' health.`;
  const isKeeping = plan.keepPrevious > 0 && isMade(to);
  const kept = isKeeping ? ' Whatever it has replaced so far waits in standby, billed; an abort puts that back.' : '';
  return direction === 'hold'
    ? `The rollout of ${to.imageId} to "${group}" is on hold, ${heldMachines(release)}.${kept} ${sentence(reason)}${surgeLeft(release)} ` +
        `${look} Then take it back with "command: abort", or deploy what is right.`
    : `"${group}" needs a person: its way back to ${from.imageId} leads nowhere. ${sentence(reason)} ` +
        `${look} Then try again with "command: abort", or deploy what is right.`;
}

/** At every end our hook goes, and what it holds with it (Auto Scaling API, DeleteLifecycleHook). */
function heldMachines(release: Release): string {
  const { from, to } = release;
  if (!isMade(to)) return 'and no machine was replaced';
  return holdsMachines(release)
    ? `with what has come into service of it, and with machines on ${from.imageId}; new machines that had not passed are terminated`
    : `with machines on it and on ${from.imageId}`;
}

/** The step's clean-up puts back what was borrowed, and then says in the ledger that nobody works on it. */
function explainInterruption(release: Release, { because, standing }: Beside): string {
  const { direction, undoes, retiresKept } = release;
  const isTakenBack = undoes === undefined && direction === 'forward' && !retiresKept;
  const next = isTakenBack
    ? 'run the same step again to finish it, or take it back with "command: repair", as its schedule would do.'
    : 'finish it with "command: repair", as its schedule would do.';
  const what = `${whatWasCutOff(release)} was cut off on its way`;
  const stands = standing ?? borrowedBy(release);
  return because === undefined
    ? `${what}; ${stands} ${capital(next)}`
    : `${what}: ${sentence(because)} ${capital(stands)} Mend what cut it off, then ${next}`;
}

/** With a capital letter in front. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function borrowedBy(release: Release): string {
  return release.rests?.kind === 'interrupted'
    ? `what it had borrowed is put back, and its machines serve.${surgeLeft(release)}`
    : "what it has borrowed is put back next, by the step's clean-up.";
}

function surgeLeft({ surge, baseline }: Release): string {
  const isMaxRaised = surge?.max !== undefined && surge.max !== baseline.max;
  const raisedMax = isMaxRaised ? `, and a maximum of ${surge.max} in place of ${baseline.max}` : '';
  return surge && surge.machines > 0
    ? ` Until it is ended, the group has ${surge.machines} more than its size of ${surge.from}${raisedMax}.`
    : '';
}

function whatWasCutOff({ group, from, to, direction, undoes, retiresKept }: Release): string {
  if (retiresKept) return `The clean-up of the machines kept in "${group}"`;
  if (undoes !== undefined) return `The undo of release ${undoes} of "${group}"`;
  return direction === 'back'
    ? `The way of "${group}" back to ${from.imageId}`
    : `The rollout of ${to.imageId} to "${group}"`;
}

function explainPause({ group, to, rests, wavesDone, plan, sides }: Release): string {
  const until = rests?.kind === 'paused' ? isoTime(rests.until) : '';
  const isKeeping = plan.keepPrevious > 0 && !sides;
  const kept = isKeeping ? 'The machines that it has replaced wait in standby, billed as if they ran. ' : '';
  return (
    `The rollout of ${to.imageId} to "${group}" is paused after wave ${plan.pauseAfter ?? wavesDone} of ${plan.waves.length}, and its settings are put back. ${kept}` +
    `Go on with "command: resume", or take it back with "command: abort". After ${until} the scheduled "command: repair" takes it back.`
  );
}
