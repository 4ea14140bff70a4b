import { type Audit, groupsOf, type OurCall, type Watcher } from './invariants.js';
import type { Journal } from './journal.js';

/** What calls that borrow, or put back, name. */
interface Named {
  readonly AutoScalingGroupName?: string;
  readonly ScalingProcesses?: readonly string[];
  readonly LifecycleHookName?: string;
  readonly AlarmNames?: readonly string[];
  readonly InstanceIds?: readonly string[];
}

/**
 * What we borrow (processes that rest, hooks, alarms without their actions, machines in standby) is put back at the end,
 * and nothing that somebody else did is undone (E3).
 */
export class Borrowed implements Watcher {
  readonly #audit: Audit;
  readonly #journal: Journal;
  readonly #processes = new Set<string>();
  readonly #hooks = new Set<string>();
  readonly #alarms = new Set<string>();
  readonly #standby = new Set<string>();
  #suspendedBefore: ReadonlySet<string> = new Set();

  constructor(audit: Audit, journal: Journal) {
    this.#audit = audit;
    this.#journal = journal;
  }

  before({ operation }: OurCall): void {
    if (/Processes$/.test(operation)) this.#suspendedBefore = new Set(this.#suspended());
  }

  after({ operation, input }: OurCall): void {
    const { ScalingProcesses = [], LifecycleHookName = '', AlarmNames = [], InstanceIds = [] } = input as Named;
    const { AutoScalingGroupName = '' } = input as Named;
    const inGroup = (names: readonly string[]) => names.map((name) => `${AutoScalingGroupName}/${name}`);
    if (/^(Suspend|Resume)Processes$/.test(operation) && ScalingProcesses.length === 0) {
      this.#audit.report('E3', `${operation} with an empty list means all processes`);
    }
    if (operation === 'SuspendProcesses') this.#suspend(inGroup(ScalingProcesses));
    if (operation === 'ResumeProcesses') this.#resume(inGroup(ScalingProcesses));
    if (operation === 'PutLifecycleHook') addAll(this.#hooks, inGroup([LifecycleHookName]));
    if (operation === 'DeleteLifecycleHook') removeAll(this.#hooks, inGroup([LifecycleHookName]));
    if (operation === 'DisableAlarmActions') addAll(this.#alarms, AlarmNames);
    if (operation === 'EnableAlarmActions') removeAll(this.#alarms, AlarmNames);
    if (operation === 'EnterStandby') addAll(this.#standby, InstanceIds);
    if (operation === 'ExitStandby') removeAll(this.#standby, InstanceIds);
  }

  end(): void {
    const groups = groupsOf(this.#audit.scene);
    const { outcome, rests, direction, keptUntil = 0 } = this.#journal.newest ?? {};
    if (outcome === undefined && rests === undefined) return;
    const suspended = new Set(this.#suspended());
    const hooks = new Set(groups.flatMap(({ name, hooks }) => [...hooks.keys()].map((hook) => `${name}/${hook}`)));
    this.#tell(
      'processes',
      [...this.#processes].filter((name) => suspended.has(name)),
    );
    this.#tell(
      'hooks',
      [...this.#hooks].filter((name) => hooks.has(name)),
    );
    this.#tell('alarms', [...this.#alarms]);
    // On hold everything stays for a person: what an abort would put back, too.
    if (keptUntil > this.#audit.now() || outcome === undefined || direction === 'hold') return;
    // While somebody has Launch suspended AWS lets none leave standby: then a person is asked.
    const isOut = ({ name }: { readonly name: string }) =>
      outcome === 'needs-attention' && suspended.has(`${name}/Launch`);
    const others = groups.filter((group) => !isOut(group));
    this.#tell(
      'standby',
      [...this.#standby].filter((id) => others.some(({ members }) => members.get(id)?.state === 'Standby')),
    );
  }

  /** Each as `group/process`. */
  #suspended(): readonly string[] {
    const groups = groupsOf(this.#audit.scene);
    return groups.flatMap(({ name, suspended }) => [...suspended.keys()].map((process) => `${name}/${process}`));
  }

  #tell(what: string, left: readonly string[]): void {
    if (left.length > 0) this.#audit.report('E3', `${what} not put back: ${left.join(', ')}`);
  }

  #suspend(names: readonly string[]): void {
    addAll(
      this.#processes,
      names.filter((name) => !this.#suspendedBefore.has(name)),
    );
  }

  #resume(names: readonly string[]): void {
    const theirs = names.filter((name) => this.#suspendedBefore.has(name) && !this.#processes.has(name));
    if (theirs.length > 0) this.#audit.report('E3', `resumes ${theirs.join(', ')}, which somebody else suspended`);
    removeAll(this.#processes, names);
  }
}

function addAll(set: Set<string>, items: readonly string[]): void {
  for (const item of items) set.add(item);
}

function removeAll(set: Set<string>, items: readonly string[]): void {
  for (const item of items) set.delete(item);
}
