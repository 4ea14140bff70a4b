import type { Instance } from '@aws-sdk/client-auto-scaling';
import { DescribeInstancesCommand, type Instance as Ec2Instance, type Filter } from '@aws-sdk/client-ec2';
import type { Aws } from '../../platform/aws.js';
import { keptTag } from '../changes/act.js';

/** How many ids one filter of a call names: that many values it may have (EC2 API, DescribeInstances). */
const idsAtOnce = 200;

/** What EC2 says of machines, each asked about only once: what never changes, and whether a kept one runs. */
export class MachineFacts {
  readonly #ec2: Aws['ec2'];
  readonly #images = new Map<string, string>();
  readonly #kept = new Map<string, { readonly isRunning: boolean }>();

  constructor({ ec2 }: Pick<Aws, 'ec2'>) {
    this.#ec2 = ec2;
  }

  /** The image that a machine runs; empty while EC2 does not know the machine. */
  imageOf(id: string): string {
    return this.#images.get(id) ?? '';
  }

  /** Whether we have put a machine in standby ourselves, as its tag says, and whether it ran when that was read. */
  keptOf(id: string): { readonly isKept?: true; readonly isStopped?: true } {
    const kept = this.#kept.get(id);
    return kept ? { isKept: true, ...(!kept.isRunning && { isStopped: true }) } : {};
  }

  /** Reads the image of machines not seen before, from the group's answer where it carries it, else from EC2. */
  async learnImages(instances: readonly Instance[]): Promise<void> {
    // Where the group's answer carries it, it is the present root volume's, which a refresh may replace.
    for (const { InstanceId, ImageId } of instances) if (InstanceId && ImageId) this.#images.set(InstanceId, ImageId);
    const ids = instances.map(({ InstanceId = '' }) => InstanceId).filter((id) => !this.#images.has(id));
    for (const { InstanceId = '', ImageId = '' } of await this.#describe(ids)) this.#images.set(InstanceId, ImageId);
  }

  async learnKept(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !this.#kept.has(id));
    const tagged = { Name: 'tag-key', Values: [keptTag] };
    for (const { InstanceId = '', State } of await this.#describe(unknown, tagged)) {
      this.#kept.set(InstanceId, { isRunning: State?.Name === 'running' });
    }
  }

  /**
   * By filter, not by id: one id that EC2 does not know yet would fail the whole call (EC2 API, DescribeInstances). All at
   * once: the connection paces them.
   */
  async #describe(ids: readonly string[], ...filters: readonly Filter[]): Promise<readonly Ec2Instance[]> {
    const calls: Promise<readonly Ec2Instance[]>[] = [];
    for (let at = 0; at < ids.length; at += idsAtOnce) {
      const Filters = [{ Name: 'instance-id', Values: ids.slice(at, at + idsAtOnce) }, ...filters];
      const call = this.#ec2.send(new DescribeInstancesCommand({ Filters }));
      calls.push(call.then(({ Reservations = [] }) => Reservations.flatMap(({ Instances = [] }) => Instances)));
    }
    return (await Promise.all(calls)).flat();
  }
}
