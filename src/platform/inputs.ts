import { InputFailure, type InputProblem } from './failure.js';

/**
 * How one input of an action is read. `default` repeats action.yml's (a test holds the two together), so that a
 * bundle behaves the same when something other than a GitHub runner starts it.
 */
export interface Field<Value> {
  readonly default: string;
  readonly required: boolean;
  readonly secret: boolean;
  /** Text as the runner passes it, trimmed and never empty, to the value. Throws {@link Refusal}. */
  readonly parse: (text: string) => Value;
}

/** Thrown by a parser: what it allows, and what the person should write instead. */
export class Refusal extends Error {
  readonly allowed: string;
  readonly remedy: string;

  constructor(allowed: string, remedy: string) {
    super(allowed);
    this.allowed = allowed;
    this.remedy = remedy;
  }
}

type Parser<Value> = (text: string) => Value;
export type Fields = Readonly<Record<string, Field<unknown>>>;
export type InputsOf<Shape extends Fields> = {
  readonly [Name in keyof Shape]: Shape[Name] extends Field<infer Value> ? Value : never;
};

/** A rule over several inputs. It sees only those that were read without a problem: the names of others are absent. */
export type Rule<Shape extends Fields> = (inputs: Partial<InputsOf<Shape>>) => InputProblem | undefined;

/** An input that must be given. */
export function required<Value>(parse: Parser<Value>): Field<Value> {
  return { default: '', required: true, secret: false, parse };
}

/** An input that may be left out: undefined then. */
export function optional<Value>(parse: Parser<Value>): Field<Value | undefined> {
  return { default: '', required: false, secret: false, parse };
}

/** An input with a default, written as a user would write it. Without one it is {@link optional}: nothing is never parsed. */
export function withDefault<Value>(text: string, parse: Parser<Value>): Field<Value> {
  if (text === '') throw new Error('an input without a default is optional');
  return { default: text, required: false, secret: false, parse };
}

/** Marks an input as secret: masked in the log before anything else happens, never shown in an error. */
export function secret<Value>(field: Field<Value>): Field<Value> {
  return { ...field, secret: true };
}

/** Where raw inputs come from and secrets are masked: the runner, or a test. */
export interface InputSource {
  get(name: string): string;
  mask(value: string): void;
}

/**
 * Reads, masks and validates every input of an action, and freezes the result.
 * @throws {InputFailure} naming every problem at once, before anything was changed.
 */
export function readInputs<Shape extends Fields>(
  fields: Shape,
  source: InputSource,
  rules: readonly Rule<Shape>[] = [],
): InputsOf<Shape> {
  const texts = Object.entries(fields).map(([name, field]) => ({ name, field, text: source.get(name).trim() }));
  for (const { field, text } of texts) if (field.secret) maskLines(text, source);

  const read = texts.map(({ name, field, text }) => ({ name, ...readField(name, field, text || field.default) }));
  const problems = read.flatMap(({ problem }) => problem ?? []);
  const well = read.filter(({ problem }) => problem === undefined);
  const values = Object.fromEntries(well.map(({ name, value }) => [name, value])) as InputsOf<Shape>;
  for (const problem of rules.flatMap((rule) => rule(values) ?? [])) {
    if (!problems.some(({ input }) => input === problem.input)) problems.push(problem);
  }
  if (problems.length > 0) throw new InputFailure(problems);
  return Object.freeze(values);
}

/** GitHub masks a line at a time. */
function maskLines(text: string, source: InputSource): void {
  for (const line of text.split('\n')) if (line) source.mask(line);
}

function readField(name: string, field: Field<unknown>, text: string): { value?: unknown; problem?: InputProblem } {
  if (text === '' && !field.required) return {};
  const found = text === '' ? 'nothing' : field.secret ? 'a secret value' : JSON.stringify(text);
  try {
    if (text === '') throw new Refusal('a value', `Add "${name}:" under the step's "with:".`);
    return { value: field.parse(text) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { problem: { input: name, found, allowed: error.allowed, remedy: error.remedy } };
  }
}

/** Whether an input says anything: one that is left out does not, nor does one that repeats its default. */
export function isGiven<Value>(field: Field<Value>, value: Value | undefined): boolean {
  if (value === undefined) return false;
  return field.default === '' || JSON.stringify(value) !== JSON.stringify(field.parse(field.default));
}

/** A rule: exactly one of the named inputs must be given. */
export function exactlyOneOf<Shape extends Fields>(...names: (keyof Shape & string)[]): Rule<Shape> {
  const list = names.map((name) => `"${name}"`).join(' and ');
  return (inputs) => {
    // A refused one was given, too: to ask for it as well would mislead.
    const given = names.filter((name) => !(name in inputs) || inputs[name] !== undefined);
    if (given.length === 1) return undefined;
    return {
      input: given[1] ?? names[0] ?? '',
      found: given.length === 0 ? `none of ${list}` : `${given.length} of ${list}`,
      allowed: `exactly one of ${list}`,
      remedy: given.length === 0 ? `Give one of ${list}.` : 'Remove all but one of them.',
    };
  };
}
