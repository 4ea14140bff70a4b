/**
 * What a person can act on: one line that says what is wrong, what was found and what to do instead.
 * Anything else that is thrown is a fault of ours and is reported with its stack at debug level.
 */
export class Failure extends Error {
  override readonly name: string = 'Failure';
}

/** Main was cut off half-way. What stands then is known to its post, which tells it in the job summary. */
export class Interruption extends Failure {
  override readonly name = 'Interruption';
}

/** One wrong input: which one, what was found (already redacted where it is secret), what is allowed, what to write. */
export interface InputProblem {
  readonly input: string;
  readonly found: string;
  readonly allowed: string;
  readonly remedy: string;
}

/** All wrong inputs of a step, found in one pass. */
export class InputFailure extends Failure {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}

/** The one line that an annotation shows for a wrong input. */
export function describeProblem(problem: InputProblem): string {
  return `Input "${problem.input}": found ${problem.found}; allowed: ${problem.allowed}. ${problem.remedy}`;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
