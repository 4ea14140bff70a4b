import { activeMembers, type Group, type Member } from '../../../sandbox/world/auto-scaling/group.js';
import type { DeploymentEnd } from '../../../src/rollout/deployment.js';
import type { Release } from '../../../src/rollout/heart/release.js';
import type { Auditor } from './auditor.js';
import { groupOf, groupsOf } from './invariants.js';
import { originOf, originsOf, pointersOf } from './origins.js';

/** What must hold once a rollout has come to its end: E1, E2, E4 and E5. (E3 is counted as things are borrowed.) */
export function auditEnd(auditor: Auditor, end: DeploymentEnd | undefined): void {
  auditor.end();
  const release = auditor.journal.newest;
  // Nothing was ever claimed, so nothing was changed: the watchers have seen to that.
  if (!release) return;
  if (release.outcome === undefined) {
    auditor.report('E4', `release ${release.number} has no outcome`);
    return;
  }
  checkLeftovers(auditor);
  checkSizes(auditor);
  checkIdle(auditor);
  checkEmptied(auditor);
  if (release.outcome === 'needs-attention') checkPointers(auditor, release);
  else checkVersions(auditor, release);
  checkCommand(auditor, release);
  if (end) checkReport(auditor, release, end);
}

/** Said here once more: a mistake of the heart in it must not be the auditor's as well. */
function goalOf({ direction, to, from }: Release): Release['to'] {
  return direction === 'forward' ? to : from;
}

/** All machines, warm ones too, run the goal; kept predecessors are in standby, so they are not asked. */
function checkVersions(auditor: Auditor, release: Release): void {
  const group = groupOf(auditor.scene, release);
  const goal = originsOf(goalOf(release));
  const isUnseen = attachedAfter(lastSeen(auditor, release));
  const strangers = liveMembers(group).filter((member) => !goal.has(originOf(member)) && !isUnseen(member));
  if (strangers.length > 0) {
    const named = strangers.map((member) => `${member.instance.id} from ${originOf(member)}`);
    auditor.report('E1', `${named.join(', ')}, where all should be from ${[...goal].join(' or ')}`);
  }
  for (const pointer of pointersOf(group, auditor.scene.region)) {
    if (!goal.has(pointer))
      auditor.report('E1', `${group.name} launches ${pointer}, where all are ${[...goal].join(' or ')}`);
  }
}

/**
 * What is left to a person heals meanwhile by what is proven: the predecessor, until the first wave has soaked. (Of two groups the
 * idle one launches what is new by its nature.)
 */
function checkPointers(auditor: Auditor, release: Release): void {
  if (auditor.idle) return;
  const { from, to, wavesDone, direction } = release;
  const isProven = wavesDone > 0 && direction !== 'back';
  const proven = new Set([...originsOf(from), ...(isProven ? originsOf(to) : [])]);
  const group = groupOf(auditor.scene, release);
  for (const pointer of pointersOf(group, auditor.scene.region)) {
    if (!proven.has(pointer))
      auditor.report('E1', `${group.name} launches ${pointer}, which is not proven, and is left so`);
  }
}

/** What has come since then nobody can have seen before the end. */
function lastSeen({ scene }: Auditor, { endedAt = 0 }: Release): number {
  return endedAt - scene.oldestRead - 15_000;
}

/** Somebody has attached it, so it has no template and no configuration. */
function attachedAfter(time: number) {
  return ({ instance, configuration, inServiceSince }: Member) =>
    instance.launchTemplate === undefined && configuration === undefined && inServiceSince > time;
}

function liveMembers(group: Group): Member[] {
  const warm = [...group.warm.values()].filter(({ state }) => !state.startsWith('Warmed:Terminating'));
  return [...activeMembers(group), ...warm];
}

function checkSizes(auditor: Auditor): void {
  const { wishes } = auditor;
  const { desired, minSize, maxSize } = wishes.group;
  if (minSize !== wishes.min) auditor.report('E2', `the minimum is ${minSize}, its owner wants ${wishes.min}`);
  // What AWS cannot launch leaves a surge that nobody can retire: a person is asked, and has the sizes before them.
  const isStuck = auditor.journal.newest?.outcome === 'needs-attention' && desired > wishes.high;
  if (isStuck) return;
  if (maxSize !== wishes.max && !wishes.hasOurMax)
    auditor.report('E2', `the maximum is ${maxSize}, its owner wants ${wishes.max}`);
  if (wishes.isUncertain || (desired >= wishes.low && desired <= wishes.high)) return;
  const wanted = wishes.low === wishes.high ? `${wishes.low}` : `${wishes.low} to ${wishes.high}`;
  auditor.report('E2', `desired is ${desired}, its owner wants ${wanted}`);
}

/** Of two groups, the idle one: as it was, or as large as it was when it served, if it is kept for an undo. */
function checkIdle(auditor: Auditor): void {
  const { idle, wishes, journal } = auditor;
  if (!idle || idle.isUncertain) return;
  const { group, wanted, isKept } = idle;
  const { desired, minSize: min, maxSize: max } = group;
  const isOpen = journal.newest?.outcome === 'needs-attention';
  if ((isKept || isOpen) && min > Math.max(wishes.min, wanted.min)) {
    auditor.report('E2', `the minimum of idle ${group.name} stays at ${min}`);
  }
  if (isKept || isOpen || (min === wanted.min && max === wanted.max && desired === wanted.desired)) return;
  const is = `${min}, ${desired}, ${max}`;
  auditor.report('E2', `idle ${group.name} has ${is}, its owner wants ${wanted.min}, ${wanted.desired}, ${wanted.max}`);
}

/** Of two groups, the idle one: AWS ends what is more than desired, but for what is protected, which would stay for ever. */
function checkEmptied(auditor: Auditor): void {
  const { idle, journal } = auditor;
  if (!idle || idle.isUncertain || idle.isKept || journal.newest?.outcome === 'needs-attention') return;
  const { group } = idle;
  const staying = activeMembers(group).filter(({ protectedFromScaleIn }) => protectedFromScaleIn).length;
  if (staying <= group.desired) return;
  auditor.report('E2', `idle ${group.name} keeps ${staying} protected machines, its owner wants ${group.desired}`);
}

/** Machines that the group has launched and no longer knows: nobody would ever terminate them. */
function checkLeftovers(auditor: Auditor): void {
  const groups = new Map(groupsOf(auditor.scene).map((group) => [group.name, group]));
  for (const { id, state, tags } of auditor.scene.region.ec2.instances.values()) {
    const group = groups.get(tags.get('aws:autoscaling:groupName') ?? '');
    if (state !== 'running' || group === undefined) continue;
    if (!group.members.has(id) && !group.warm.has(id)) auditor.report('E4', `${id} runs, but in no group`);
  }
}

/** Of a release command that was sent, or may have been, the end says what became of it, and nothing that is not so. */
function checkCommand(auditor: Auditor, release: Release): void {
  const { command, outcome, number, continues = number } = release;
  if (command === undefined) return;
  const { all } = auditor.scene.region.systemsManager.commands;
  const sent = [...all.values()].find(({ comment }) => comment.endsWith(`/${continues} release-command`));
  const isSo = {
    begun: false,
    done: sent?.status === 'Success',
    failed: sent !== undefined && sent.status !== 'Success',
    unknown: outcome === 'needs-attention',
  }[command];
  if (isSo) return;
  auditor.report(
    'E5',
    `says ${outcome}, and of its release command ${command}, which is ${sent?.status ?? 'not sent'}`,
  );
}

function checkReport(auditor: Auditor, release: Release, { outcome }: DeploymentEnd): void {
  if (outcome === 'unchanged') {
    const first = auditor.journal.releases.size === 0;
    const isSo = first || release.outcome === 'succeeded';
    if (!isSo) auditor.report('E5', `says unchanged, but the ledger says ${release.outcome}`);
  } else if (outcome !== release.outcome) {
    auditor.report('E5', `says ${outcome}, but the ledger says ${release.outcome}`);
  }
  const { serving, isAllOurs } = auditor.serving;
  if (release.outcome === 'succeeded' && isAllOurs && serving === 0 && auditor.wishes.low > 0) {
    auditor.report('E5', 'says succeeded, but no machine serves');
  }
}
