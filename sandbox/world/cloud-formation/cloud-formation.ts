import type { StackStatus } from '@aws-sdk/client-cloudformation';
import type { SeededRandom } from '../random.js';
import type { Region } from '../region.js';

export interface Stack {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
  updated: number | undefined;
  status: StackStatus;
  /** The outermost of the stacks that it is nested in. */
  root?: Stack;
}

/**
 * CloudFormation in one region, as others see it: which stacks there are, what becomes of them, and which Auto Scaling
 * groups are theirs. It changes nothing itself.
 */
export class CloudFormation {
  /** By name. */
  readonly stacks = new Map<string, Stack>();
  readonly #region: Region;
  #random: SeededRandom | undefined;

  constructor(region: Region) {
    this.#region = region;
  }

  /** Makes a stack to which a group belongs. The group's tags say so (CloudFormation user guide, "Resource tag"). */
  adopt(groupName: string, name: string): Stack {
    const stack = this.create(name);
    const { tags } = this.#region.autoScaling.group(groupName);
    // Nobody else may set these: the API refuses them.
    const own = { 'stack-name': name, 'stack-id': stack.id, 'logical-id': 'Group' };
    for (const [key, value] of Object.entries(own)) tags.set(`aws:cloudformation:${key}`, { value, propagate: true });
    return stack;
  }

  /** Makes a stack of anything else. */
  create(name: string): Stack {
    this.#random ??= this.#region.world.random.fork(`cloud-formation/${this.#region.name}`);
    const uuid = [8, 4, 4, 4, 12].map((digits) => this.#random?.hex(digits)).join('-');
    const stack: Stack = {
      id: this.#region.arn('cloudformation', `stack/${name}/${uuid}`),
      name,
      created: this.#region.world.clock.now(),
      updated: undefined,
      status: 'CREATE_COMPLETE',
    };
    this.stacks.set(name, stack);
    this.#region.record('stack', name, stack.status);
    return stack;
  }

  /** Its resources keep their tags where they are retained (CloudFormation user guide, "DeletionPolicy attribute"). */
  delete({ name }: Stack): void {
    this.stacks.delete(name);
    this.#region.record('stack', name, 'DELETE_COMPLETE');
  }

  enter(stack: Stack, status: StackStatus): void {
    stack.status = status;
    if (status.startsWith('UPDATE')) stack.updated = this.#region.world.clock.now();
    this.#region.record('stack', stack.name, status);
  }
}
