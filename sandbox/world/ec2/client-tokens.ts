import { AwsError } from '../aws-error.js';

interface Answer {
  readonly parameters: string;
  readonly result: unknown;
}

/**
 * Remembers what was made for each client token, so that a repeated request makes nothing new (EC2 API, "Ensuring
 * idempotency"). Each operation keeps its own.
 */
export class ClientTokens {
  readonly #answers = new Map<string, Answer>();

  /**
   * Makes it, or gives what the same request made before.
   * @throws {AwsError} IdempotentParameterMismatch when the token came with other parameters.
   */
  once<Result>(operation: string, input: { readonly ClientToken?: string | undefined }, make: () => Result): Result {
    if (!input.ClientToken) return make();
    const key = `${operation} ${input.ClientToken}`;
    const parameters = canonical(input);
    const before = this.#answers.get(key);
    if (before && before.parameters !== parameters) {
      throw new AwsError(
        'IdempotentParameterMismatch',
        `The client token ${input.ClientToken} was used with other parameters before`,
      );
    }
    if (before) return before.result as Result;
    const result = make();
    this.#answers.set(key, { parameters, result });
    return result;
  }
}

/** The same text for the same parameters, in whatever order they came. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, child: unknown) => {
    if (child === null || typeof child !== 'object' || Array.isArray(child)) return child;
    return Object.fromEntries(Object.entries(child).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
