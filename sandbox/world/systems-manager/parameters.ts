import { AwsError } from '../aws-error.js';
import type { Region } from '../region.js';

export type ParameterType = 'String' | 'StringList' | 'SecureString';

/** One version of a parameter's value. */
export interface ParameterVersion {
  readonly version: number;
  readonly value: string;
  readonly type: ParameterType;
  readonly description: string | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly modifiedAt: number;
}

export interface Parameter {
  readonly name: string;
  readonly tags: Map<string, string>;
  /** Oldest first; the last one is current. */
  readonly versions: ParameterVersion[];
}

export interface NewValue {
  readonly value: string;
  readonly type: ParameterType | undefined;
  readonly description: string | undefined;
}

/** The last hundred versions are kept (Systems Manager user guide, "Working with parameter versions"). */
const mostVersions = 100;

/** The standard tier: 4 KB of value (Systems Manager user guide, "Managing parameter tiers"). */
const mostBytes = 4_096;

const mostLevels = 15;

/** Parameter Store in one region. */
export class Parameters {
  readonly all = new Map<string, Parameter>();
  readonly #region: Region;

  constructor(region: Region) {
    this.#region = region;
  }

  /** The value of a version, or of the current one; undefined when there is none. */
  valueOf(name: string, version?: number): string | undefined {
    const versions = this.all.get(name)?.versions;
    return version === undefined ? versions?.at(-1)?.value : versions?.find((one) => one.version === version)?.value;
  }

  /**
   * Creates a parameter.
   * @throws {AwsError} ParameterAlreadyExists: of several that try at once, one succeeds. ValidationException for a name
   * or value out of bounds (Systems Manager API, PutParameter).
   */
  create(name: string, { type, value, description }: NewValue, tags: Map<string, string>): ParameterVersion {
    if (this.all.has(name)) {
      throw new AwsError(
        'ParameterAlreadyExists',
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
      );
    }
    if (!type) throw invalid('A parameter type is required when you create a parameter.');
    checkName(name);
    const version = this.#version(1, { value, type, description });
    this.all.set(name, { name, tags, versions: [version] });
    this.#region.record('parameter', name, 'version 1');
    return version;
  }

  /**
   * Gives a parameter that is there a new version.
   * @throws {AwsError} HierarchyTypeMismatchException for another type (Systems Manager API, PutParameter).
   */
  overwrite(parameter: Parameter, { type, value, description }: NewValue): ParameterVersion {
    const current = parameter.versions.at(-1);
    if (type && current && type !== current.type) {
      throw new AwsError(
        'HierarchyTypeMismatchException',
        `The type of parameter ${parameter.name} is ${current.type} and cannot change.`,
      );
    }
    const version = this.#version((current?.version ?? 0) + 1, {
      value,
      type: type ?? current?.type ?? 'String',
      description: description ?? current?.description,
    });
    parameter.versions.push(version);
    if (parameter.versions.length > mostVersions) parameter.versions.shift();
    this.#region.record('parameter', parameter.name, `version ${version.version}`);
    return version;
  }

  /** Says whether there was one. */
  delete(name: string): boolean {
    const existed = this.all.delete(name);
    if (existed) this.#region.record('parameter', name, 'deleted');
    return existed;
  }

  /** Below a path such as `/steadfleet`; only its own children unless `recursive`. In order of their names. */
  below(path: string, recursive: boolean): Parameter[] {
    const prefix = path.endsWith('/') ? path : `${path}/`;
    const found: Parameter[] = [];
    for (const parameter of this.all.values()) {
      const { name } = parameter;
      if (name.startsWith(prefix) && (recursive || !name.includes('/', prefix.length))) found.push(parameter);
    }
    return found.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  #version(version: number, content: Omit<ParameterVersion, 'version' | 'modifiedAt'>): ParameterVersion {
    if (content.value === '') throw invalid("Value at 'value' failed to satisfy constraint: Member must not be empty");
    if (Buffer.byteLength(content.value) > mostBytes) {
      throw invalid('Standard tier parameters support a maximum parameter value of 4096 characters.');
    }
    return { version, ...content, modifiedAt: this.#region.world.clock.now() };
  }
}

/** Systems Manager API, PutParameter: letters, digits and `.-_`, at most 15 levels, not AWS's own names. */
function checkName(name: string): void {
  if (!/^[a-zA-Z0-9_.\-/]+$/.test(name)) {
    throw invalid(
      'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths ' +
        'divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_',
    );
  }
  if (name.includes('/') && !name.startsWith('/')) throw invalid('Parameter name must be a fully qualified name.');
  if (/^\/?(aws|ssm)/i.test(name))
    throw new AwsError('AccessDeniedException', `No access to reserved parameter name: ${name}.`);
  const levels = name.split('/').filter((level) => level !== '').length;
  if (levels > mostLevels) {
    throw new AwsError(
      'HierarchyLevelLimitExceededException',
      `A hierarchy can have a maximum of ${mostLevels} levels.`,
    );
  }
}

export function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message);
}
