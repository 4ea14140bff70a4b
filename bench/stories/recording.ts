import type { SimulatedRollout } from '../../__tests__/simulation/simulated-rollout.js';

/** How often the world is looked at, in milliseconds. */
const interval = 1_000;

/** What a machine, or the group, was like for a while. Milliseconds since the recording began. */
export interface Span {
  readonly state: string;
  readonly from: number;
  to: number;
}

/** One machine's life, as far as it was seen. */
export interface Life {
  readonly name: string;
  readonly isNew: boolean;
  readonly spans: readonly Span[];
}

/** What happened in a simulated world, looked at from outside. */
export class Recording {
  readonly #rollout: SimulatedRollout;
  readonly #began: number;
  readonly #lives = new Map<string, { name: string; isNew: boolean; spans: Span[] }>();
  readonly #counts = { 1: 0, 2: 0 };
  /** The steps that worked on the group. */
  readonly runs: Span[] = [];
  /** What the group would launch. */
  readonly pointer: Span[] = [];
  /** While new machines are held by the launch hook. */
  readonly hook: Span[] = [];
  #isOver = false;

  constructor(rollout: SimulatedRollout) {
    this.#rollout = rollout;
    this.#began = rollout.clock.now();
    this.#look();
  }

  /** Milliseconds since it began. */
  get now(): number {
    return this.#rollout.clock.now() - this.#began;
  }

  get lives(): readonly Life[] {
    return [...this.#lives.values()];
  }

  stop(): void {
    this.#isOver = true;
  }

  #look(): void {
    if (this.#isOver) return;
    const { region, starter, clock } = this.#rollout;
    const group = region.autoScaling.group(starter.groupName);
    for (const { instance, state } of group.members.values()) {
      const health = region.loadBalancing.healthOf(starter.targetGroupArn, instance.id)?.state;
      this.#note(this.#lifeOf(instance.id, instance.imageId).spans, stateOf(state, health));
    }
    const image = region.ec2.templateVersion({
      LaunchTemplateId: group.template?.LaunchTemplateId,
      Version: group.template?.Version,
    }).data.ImageId;
    this.#note(this.pointer, image === this.#rollout.newImageId ? 'version 2' : 'version 1');
    if (group.hooks.size > 0) this.#note(this.hook, 'holds new machines');
    clock.schedule(interval, () => this.#look());
  }

  #lifeOf(id: string, imageId: string) {
    const known = this.#lives.get(id);
    if (known) return known;
    const isNew = imageId === this.#rollout.newImageId;
    const version = isNew ? 2 : 1;
    const letter = 'abcdefghijklmnopqrstuvwxyz'[this.#counts[version]++] ?? '';
    const life = { name: `v${version} ${letter}`, isNew, spans: [] };
    this.#lives.set(id, life);
    return life;
  }

  #note(spans: Span[], state: string): void {
    const last = spans.at(-1);
    const [from, to] = [this.now, this.now + interval];
    if (last?.state === state && last.to >= from) last.to = to;
    else spans.push({ state, from, to });
  }
}

function stateOf(state: string, health: string | undefined): string {
  if (state === 'InService') return health === 'healthy' ? 'serves' : 'starts';
  return state.startsWith('Terminating') ? 'leaves' : 'starts';
}
