import type { MiddlewareStack } from '@smithy/types';
import type { AwsClient } from '../../src/platform/aws.js';
import type { CallMiddleware } from '../../src/platform/aws-call.js';
import type { Clock } from '../../src/platform/clock.js';

/** A runner that dies: what is thrown where its process would have ended. */
export class Killed extends Error {}

/** Where a runner is killed: around its so-manieth API call, counted from 0. */
export interface Kill {
  readonly call: number;
  readonly when: 'before' | 'after';
}

/** A runner that stands still for a while, right before a call: a stopped process, a paused virtual machine. */
export interface HoldUp {
  readonly call: number;
  /** Milliseconds. */
  readonly holdUp: number;
}

/** A read that is answered as the same one before it was. */
export interface StaleRead {
  readonly staleRead: number;
}

/** What befalls one runner. Calls are counted from 0, each attempt one. */
export type Trouble = Kill | HoldUp | StaleRead;

type Stack = MiddlewareStack<object, object>;

/** Lets one runner's trouble befall its clients; the calls of all of them count as one row. */
export class TroubledRunner {
  readonly #clock: Clock;
  readonly #trouble: Trouble;
  readonly #oldest: number;
  readonly #answers = new Map<string, { readonly answer: object; readonly at: number }>();
  #calls = 0;

  /** @param oldest how old an answer may be that comes in place of a newer one, in milliseconds */
  constructor(clock: Clock, trouble: Trouble, oldest: number) {
    this.#clock = clock;
    this.#trouble = trouble;
    this.#oldest = oldest;
  }

  befall(client: AwsClient): void {
    const stack = client.middlewareStack as unknown as Stack;
    if ('when' in this.#trouble) this.#killAround(stack, this.#trouble);
    else if ('holdUp' in this.#trouble) this.#holdUpBefore(stack, this.#trouble);
    else this.#answerAsBefore(stack, this.#trouble);
  }

  /** Throws {@link Killed} before or after one call, and at every call that the dead runner still tries to make. */
  #killAround(stack: Stack, kill: Kill): void {
    stack.add(
      (next) => async (args) => {
        const position = this.#calls++;
        if (position > kill.call || (position === kill.call && kill.when === 'before')) throw new Killed();
        const output = await next(args);
        if (this.#calls > kill.call) throw new Killed();
        return output;
      },
      { step: 'initialize', priority: 'normal', name: 'steadfleet-kill' },
    );
  }

  /** Above the fence and the retry, as the process is: what was read before it stood still is old by then. */
  #holdUpBefore(stack: Stack, { call, holdUp }: HoldUp): void {
    stack.addRelativeTo(
      ((next) => async (args) => {
        if (this.#calls++ === call) await this.#clock.sleep(holdUp);
        return next(args);
      }) as CallMiddleware,
      { relation: 'before', toMiddleware: 'steadfleet-retry', name: 'steadfleet-hold-up' },
    );
  }

  #answerAsBefore(stack: Stack, { staleRead }: StaleRead): void {
    stack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          const position = this.#calls++;
          const answer = await next(args);
          if (!/^(Describe|Get|List)/.test(commandName)) return answer;
          const question = `${commandName} ${JSON.stringify(args.input)}`;
          const at = this.#clock.now();
          const before = this.#answers.get(question);
          this.#answers.set(question, { answer, at });
          const isDue = position === staleRead && before && at - before.at <= this.#oldest;
          return isDue ? (before.answer as typeof answer) : answer;
        },
      { step: 'initialize', priority: 'normal', name: 'steadfleet-stale-read' },
    );
  }
}
