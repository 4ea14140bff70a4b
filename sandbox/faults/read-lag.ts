import type { Random } from '../../src/platform/random.js';
import { AwsError } from '../world/aws-error.js';
import type { Operations } from '../world/operation.js';
import type { Span } from '../world/profile.js';
import { type Call, type Interceptor, type ServiceName, services, type World } from '../world/world.js';

export interface ReadLagSettings {
  /** Whose reads may be late; Auto Scaling's and Elastic Load Balancing's if left out. */
  readonly services?: readonly ServiceName[];
  /** How likely a read is late, from 0 to 1. */
  readonly probability: number;
  /** How old a late answer is, in milliseconds: drawn evenly between the two. */
  readonly age: Span;
}

/** What a read was answered, or would have been. */
interface Answer {
  readonly at: number;
  readonly output: object;
}

/** The reads that are remembered at most, the newest: a rollout repeats a few. */
const mostReads = 16;

/**
 * Reads that show the world as it was a moment ago: an answer may be the one before, for a while, whatever the caller
 * itself has changed since (EC2 developer guide, "Eventual consistency in the Amazon EC2 API"; AWS's other describes
 * promise no more). Each read is late or not by itself, as replicas are. Push it to `world.interceptors`.
 */
export class ReadLag implements Interceptor {
  readonly #world: World;
  readonly #random: Random;
  readonly #settings: Required<ReadLagSettings>;
  readonly #answers = new Map<string, { readonly call: Call; readonly answers: Answer[] }>();

  constructor(world: World, random: Random, settings: ReadLagSettings) {
    this.#world = world;
    this.#random = random;
    this.#settings = { services: ['autoscaling', 'elasticloadbalancing'], ...settings };
  }

  /** What is about to change is looked at once more: that is what a late read will show. */
  before(call: Call): void {
    if (isRead(call)) return;
    for (const { call: read, answers } of this.#answers.values()) {
      if (read.region !== call.region || read.service !== call.service) continue;
      const output = this.#answerNow(read);
      if (output) this.#remember(answers, output);
    }
  }

  after(call: Call, output: object): object {
    if (!isRead(call) || !this.#settings.services.includes(call.service)) return output;
    const { answers } = this.#answersTo(call);
    const late = this.#random.next() < this.#settings.probability ? this.#lateAnswer(answers) : undefined;
    this.#remember(answers, output);
    return late ?? output;
  }

  #lateAnswer(answers: readonly Answer[]): object | undefined {
    const [least, most] = this.#settings.age;
    const now = this.#world.clock.now();
    const asOf = now - (least + this.#random.next() * (most - least));
    const known = answers.filter(({ at }) => at >= now - most);
    // Where nothing that old is known, the oldest that is known is closest to it.
    return (known.findLast(({ at }) => at <= asOf) ?? known[0])?.output;
  }

  #answersTo(call: Call) {
    const key = `${call.region} ${call.service} ${call.operation} ${JSON.stringify(call.input)}`;
    const known = this.#answers.get(key) ?? { call, answers: [] };
    this.#answers.delete(key);
    this.#answers.set(key, known);
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size > mostReads) this.#answers.delete(oldest);
    return known;
  }

  #remember(answers: Answer[], output: object): void {
    const now = this.#world.clock.now();
    while (answers[0] && answers[0].at < now - this.#settings.age[1]) answers.shift();
    answers.push({ at: now, output });
  }

  /** The answer that a read would get now; undefined when it would be refused. */
  #answerNow({ service, operation, input, region }: Call): object | undefined {
    try {
      return (services[service] as Operations)[operation]?.run(input as never, this.#world.region(region));
    } catch (error) {
      if (error instanceof AwsError) return undefined;
      throw error;
    }
  }
}

function isRead({ operation }: Call): boolean {
  return /^(Describe|Get|List)/.test(operation);
}
