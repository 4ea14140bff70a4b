import type { MiddlewareStack } from '@smithy/types';
import type { AwsClient } from '../../platform/aws.js';
import { type CallMiddleware, isRead } from '../../platform/aws-call.js';
import { Failure } from '../../platform/failure.js';

/** A call that would have changed something, as the SDK's command has it. */
export interface Change {
  readonly command: string;
  readonly input: object;
}

/**
 * Lets reads through to AWS and nothing else. With it a dry run goes the very way of a real one, and ends where that
 * would change something for the first time: so it refuses what a real run refuses, and cannot change anything.
 */
export class ChangeGuard {
  #first: Change | undefined;

  /** The first call that was held back. */
  get firstChange(): Change | undefined {
    return this.#first;
  }

  /** For the `attach` of a connection. */
  readonly attach = (client: AwsClient): void => {
    const stack = client.middlewareStack as unknown as MiddlewareStack<object, object>;
    stack.add(this.#guard, { step: 'initialize', priority: 'normal', name: 'steadfleet-dry-run' });
  };

  readonly #guard: CallMiddleware =
    (next, { clientName, commandName = '' }) =>
    async (args) => {
      // STS gives credentials and changes nothing.
      if (isRead(commandName) || clientName === 'STSClient') return next(args);
      const command = commandName.replace(/Command$/, '');
      this.#first ??= { command, input: args.input };
      throw new Failure(`A dry run changes nothing, so ${command} was not called.`);
    };
}
