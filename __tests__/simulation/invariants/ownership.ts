import type { Group } from '../../../sandbox/world/auto-scaling/group.js';
import type { Release } from '../../../src/rollout/heart/release.js';
import { type Audit, groupOf, groupsOf, isRead, type OurCall, type Watcher } from './invariants.js';
import type { Journal } from './journal.js';

/** Milliseconds without a sign of life. */
const staleAfter = 20 * 60_000;

/** What a call names, as far as it can name somebody else's. */
interface Named {
  readonly AutoScalingGroupName?: string;
  readonly InstanceId?: string;
  readonly InstanceIds?: readonly string[];
  readonly LaunchTemplateId?: string;
  readonly LaunchTemplate?: { readonly LaunchTemplateId?: string };
  readonly RuleArn?: string;
  readonly ListenerArn?: string;
  readonly LifecycleHookName?: string;
  readonly LifecycleActionResult?: string;
  readonly Name?: string;
  readonly Versions?: readonly string[];
  readonly ImageId?: string;
}

/** What is ours to touch (A3), what must stay (A4), and whose turn it is (A5). */
export class Ownership implements Watcher {
  readonly #audit: Audit;
  readonly #journal: Journal;
  readonly #members = new Set<string>();

  constructor(audit: Audit, journal: Journal) {
    this.#audit = audit;
    this.#journal = journal;
    journal.onChange((now, before) => this.#checkClaim(now, before));
    for (const { members, warm } of groupsOf(audit.scene)) {
      for (const id of [...members.keys(), ...warm.keys()]) this.#members.add(id);
    }
  }

  event({ kind, subject }: { readonly kind: string; readonly subject: string }): void {
    if (kind !== 'member' && kind !== 'warm-pool') return;
    for (const { name } of groupsOf(this.#audit.scene)) {
      const prefix = `${this.#audit.scene.region.name}/${name}/`;
      if (subject.startsWith(prefix)) this.#members.add(subject.slice(prefix.length));
    }
  }

  after(call: OurCall): void {
    if (isRead(call)) return;
    const named = call.input as Named;
    const strangers = [...this.#strangers(named), ...this.#strangersOfPairs(named)];
    for (const stranger of strangers) this.#audit.report('A3', `${call.operation} touches ${stranger}`);
    this.#checkWriter(call);
    if (call.operation === 'DeleteLaunchTemplateVersions') this.#checkVersions(named);
    if (call.operation === 'DeregisterImage') this.#checkImage(named.ImageId ?? '');
  }

  *#strangers(named: Named): Iterable<string> {
    const groups = groupsOf(this.#audit.scene);
    const {
      AutoScalingGroupName: name = groups[0]?.name,
      LifecycleHookName: hook = 'steadfleet',
      Name = '/steadfleet/',
    } = named;
    if (!groups.some((group) => group.name === name)) yield `group ${name}`;
    if (!/steadfleet/i.test(hook) && !this.#isTakenBack(named)) yield `hook ${hook}`;
    if (!Name.startsWith('/steadfleet/')) yield Name;
    const template = named.LaunchTemplateId ?? named.LaunchTemplate?.LaunchTemplateId;
    if (template !== undefined && !groups.some((group) => templatesOf(group).has(template)))
      yield `template ${template}`;
    for (const id of named.InstanceIds ?? [named.InstanceId ?? '']) {
      if (id !== '' && !this.#members.has(id)) yield `instance ${id}`;
    }
  }

  /** On the way back machines of the bad image may be thrown away that wait in a hook of the owner. */
  #isTakenBack({ InstanceId: id = '', LifecycleActionResult }: Named): boolean {
    const { unfinished } = this.#journal;
    const imageId = this.#audit.scene.region.ec2.instances.get(id)?.imageId;
    return (
      LifecycleActionResult === 'ABANDON' && unfinished?.direction === 'back' && imageId !== unfinished.from.imageId
    );
  }

  /** Of two groups only the idle one gets something else to launch, and only their own listener is touched. */
  *#strangersOfPairs({ AutoScalingGroupName: name, LaunchTemplate, RuleArn, ListenerArn }: Named): Iterable<string> {
    const { starter } = this.#audit.scene;
    const isOther = name !== undefined && name !== groupOf(this.#audit.scene, this.#journal.newest).name;
    if (isOther && LaunchTemplate !== undefined) yield `what group ${name} launches`;
    const listener = RuleArn?.replace(':listener-rule/', ':listener/') ?? ListenerArn ?? starter.listenerArn;
    if (!listener.startsWith(starter.listenerArn)) yield `listener ${listener}`;
  }

  /** Each run may write into its own line of the ledger, even when another has claimed the next one. */
  #checkWriter({ caller, operation, input }: OurCall): void {
    const { claimedBy: owner } = this.#journal;
    if (owner === undefined || caller === owner || operation === 'DeleteParameters') return;
    if (operation === 'PutParameter' && this.#journal.isOwnLine((input as Named).Name ?? '', caller)) return;
    this.#audit.report('A5', `${caller} calls ${operation} while ${owner} has the group`);
  }

  /** Nobody takes over from a run that may be alive, but for its own next step. */
  #checkClaim(now: Release, before: Release | undefined): void {
    if (!before || before.number === now.number) return;
    const isOver = before.outcome !== undefined || before.rests !== undefined;
    const age = this.#audit.now() - before.heartbeatAt;
    if (isOver || age >= staleAfter || before.claimant.runId === now.claimant.runId) return;
    this.#audit.report('A5', `a run takes over from one that gave a sign of life ${Math.round(age / 1000)} s before`);
  }

  #checkVersions({ Versions = [] }: Named): void {
    const { region, starter } = this.#audit.scene;
    const launched = groupsOf(this.#audit.scene).map(({ template }) => template?.Version ?? '');
    const needed = new Set([...launched, String(this.#defaultVersion())]);
    for (const { launchTemplate, state } of region.ec2.instances.values()) {
      if (launchTemplate?.id === starter.launchTemplateId && state !== 'terminated') {
        needed.add(String(launchTemplate.version));
      }
    }
    const release = this.#journal.unfinished;
    if (release) needed.add(String(release.from.version)).add(String(release.to.version));
    for (const version of Versions) {
      if (needed.has(version)) this.#audit.report('A4', `template version ${version} is deleted, but needed`);
    }
  }

  #checkImage(imageId: string): void {
    const { instances } = this.#audit.scene.region.ec2;
    const runs = [...instances.values()].some((one) => one.imageId === imageId && one.state !== 'terminated');
    const release = this.#journal.newest;
    const isNeeded = runs || release?.from.imageId === imageId || release?.to.imageId === imageId;
    if (isNeeded) this.#audit.report('A4', `image ${imageId} is deregistered, but needed`);
  }

  #defaultVersion(): number {
    const { region, starter } = this.#audit.scene;
    return region.ec2.launchTemplates.all.get(starter.launchTemplateId)?.defaultVersion ?? 0;
  }
}

/** The templates that a group launches from, and those that the overrides of its mixed instances policy have. */
function templatesOf({ template, mixed }: Group): ReadonlySet<string> {
  const { LaunchTemplateSpecification: own = template, Overrides = [] } = mixed?.LaunchTemplate ?? {};
  const all = [own, ...Overrides.map((override) => override.LaunchTemplateSpecification)];
  return new Set(all.map((specification) => specification?.LaunchTemplateId ?? ''));
}
