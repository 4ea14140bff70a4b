import type { Group } from '../../sandbox/world/auto-scaling/group.js';
import type { WorldClock } from '../../sandbox/world/clock.js';
import type { WorldEvent } from '../../sandbox/world/event-log.js';
import type { SimulatedMachines } from '../../sandbox/world/machines/simulated-machines.js';
import type { Region } from '../../sandbox/world/region.js';
import type { StarterWorld } from '../../sandbox/world/starter-world.js';
import type { World } from '../../sandbox/world/world.js';

/** What a watch looks at: a world with one group, or two behind one listener rule, and the image that is rolled out to it. */
export interface Watched {
  readonly clock: Pick<WorldClock, 'now'>;
  readonly world: World;
  readonly region: Region;
  readonly machines: SimulatedMachines;
  readonly groups: readonly Group[];
  readonly starter: StarterWorld;
  readonly size: number;
  readonly newImageId: string;
}

/** What became of one machine of the new image. Milliseconds since the Unix epoch. */
export interface Launched {
  readonly id: string;
  /** When the group was found to be short of it: desired rose, or another machine went. */
  readonly wanted: number;
  readonly launched: number;
  running?: number;
  answering?: number;
  healthy?: number;
}

/**
 * Looks at a world from outside while something is rolled out: how many machines serve, what extra ones cost, and how
 * long each new machine took for what.
 */
export class Watch {
  readonly #course: Watched;
  readonly #began: number;
  /** Targets that the load balancer calls healthy. */
  readonly #healthy = new Set<string>();
  readonly #active = new Set<string>();
  /** Since when the group is short of machines, one entry for each. */
  readonly #wanted: number[] = [];
  readonly launched: Launched[] = [];
  readonly #launchedById = new Map<string, Launched>();
  #lowest: number;
  #running = 0;
  #machineTime = 0;
  #needed = 0;
  #missingTime = 0;
  #counted: number;

  constructor(course: Watched) {
    this.#course = course;
    this.#began = course.clock.now();
    this.#counted = this.#began;
    const members = course.groups.flatMap((group) => [...group.members.values()]);
    for (const { instance, state } of members) {
      if (state === 'InService') this.#active.add(instance.id);
      if (course.region.loadBalancing.healthOf(course.starter.targetGroupArn, instance.id)?.state === 'healthy') {
        this.#healthy.add(instance.id);
      }
    }
    this.#lowest = this.#healthy.size;
    this.#running = members.length;
    this.#listen();
  }

  /** The fewest machines that served at any time. */
  get lowest(): number {
    return this.#lowest;
  }

  /** How many serve now. */
  get serving(): number {
    return this.#healthy.size;
  }

  /** What ran beyond the group's own size so far, in minutes of one machine. */
  get extraMachineMinutes(): number {
    this.#count();
    const elapsed = this.#counted - this.#began;
    return (this.#machineTime - elapsed * this.#course.size) / 60_000;
  }

  /** From now on so many have to serve. */
  need(machines: number): void {
    this.#count();
    this.#needed = machines;
  }

  /** By how much too few served since {@link need} was said, in minutes of one machine. */
  get missingMachineMinutes(): number {
    this.#count();
    return this.#missingTime / 60_000;
  }

  /** How many machines of the new image have been healthy so far. */
  get proven(): number {
    return this.launched.filter(({ healthy }) => healthy !== undefined).length;
  }

  #listen(): void {
    const { region, world, machines, clock } = this.#course;
    region.loadBalancing.onTargetChange(({ id, health }) => {
      if ((health.state === 'healthy') === this.#healthy.has(id)) return;
      this.#count();
      if (health.state === 'healthy') this.#becomesHealthy(id);
      else this.#healthy.delete(id);
      this.#lowest = Math.min(this.#lowest, this.#healthy.size);
    });
    region.ec2.onStateChange((instance, previous) => {
      if (instance.state === 'running') this.#changeRunning(1);
      else if (previous === 'running') this.#changeRunning(-1);
      const launched = this.#launchedById.get(instance.id);
      if (launched && instance.state === 'running') launched.running ??= clock.now();
    });
    machines.onAnswerChange((id) => {
      const launched = this.#launchedById.get(id);
      if (launched && machines.isAnswering(id)) launched.answering ??= clock.now();
    });
    world.log.onEvent((event) => this.#read(event));
  }

  #becomesHealthy(id: string): void {
    this.#healthy.add(id);
    const launched = this.#launchedById.get(id);
    if (launched) launched.healthy ??= this.#course.clock.now();
  }

  #read({ kind, subject, change }: WorldEvent): void {
    const { clock } = this.#course;
    if (kind === 'member') {
      const id = subject.slice(subject.lastIndexOf('/') + 1);
      if (change === 'Pending') this.#joins(id);
      else if (change === 'ReplacingRootVolume') this.#note(id, clock.now());
      else if (change === 'RootVolumeReplaced') this.#startsAnew(id);
      else if (change === 'InService') this.#active.add(id);
      else if (/^(Terminating|Detaching|EnteringStandby)$/.test(change)) this.#active.delete(id);
      else return;
    } else if (kind !== 'group') return;
    this.#noteWanted();
  }

  #joins(id: string): void {
    this.#active.add(id);
    const { clock, region, newImageId } = this.#course;
    const wanted = this.#wanted.shift() ?? clock.now();
    if (region.ec2.instances.get(id)?.imageId === newImageId) this.#note(id, wanted);
  }

  /** Of a machine that keeps its place all that AWS does to it until it starts anew counts as its start. */
  #startsAnew(id: string): void {
    const launched = this.#launchedById.get(id);
    if (launched) launched.running = this.#course.clock.now();
  }

  #note(id: string, wanted: number): void {
    if (this.#launchedById.has(id)) return;
    const launched: Launched = { id, wanted, launched: this.#course.clock.now() };
    this.launched.push(launched);
    this.#launchedById.set(id, launched);
  }

  /** Keeps as many entries as the group is short of machines: the newest go first when it is content with less. */
  #noteWanted(): void {
    const { groups, clock } = this.#course;
    const wanted = groups.reduce((sum, { desired, surge }) => sum + desired + surge, 0);
    const short = Math.max(0, wanted - this.#active.size);
    while (this.#wanted.length < short) this.#wanted.push(clock.now());
    if (this.#wanted.length > short) this.#wanted.length = short;
  }

  #changeRunning(by: number): void {
    this.#count();
    this.#running += by;
  }

  #count(): void {
    const now = this.#course.clock.now();
    const passed = now - this.#counted;
    this.#machineTime += this.#running * passed;
    this.#missingTime += Math.max(0, this.#needed - this.#healthy.size) * passed;
    this.#counted = now;
  }
}
