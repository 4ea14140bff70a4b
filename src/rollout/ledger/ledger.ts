import { createHash } from 'node:crypto';
import {
  DeleteParametersCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  type Parameter,
  PutParameterCommand,
} from '@aws-sdk/client-ssm';
import type { Aws } from '../../platform/aws.js';
import { briefly } from '../../platform/aws-failure.js';
import { Failure } from '../../platform/failure.js';
import { outsideTheFence } from '../../platform/fence.js';
import type { Release } from '../heart/release.js';
import { readLine, requireFits, writeLine } from './ledger-line.js';

/** What the ledger says of a release. */
export interface Followed {
  readonly release: Release | undefined;
  /** Another run has claimed the group after it. */
  readonly superseded: boolean;
  /** Somebody had deleted its line, which is written anew. */
  readonly isAnew?: true;
}

/**
 * The ledger of a group: one SSM parameter a release, `/steadfleet/GROUP/000042`. PutParameter without Overwrite is
 * atomic (SSM API, PutParameter: ParameterAlreadyExists), so whoever creates the next number owns the group, and a
 * higher number than one's own means: somebody else does.
 */
export class Ledger {
  readonly group: string;
  readonly #ssm: Aws['ssm'];
  readonly #path: string;
  /** What this run has written last of each parameter, and the version that became of it. */
  readonly #written = new Map<string, { readonly release: Release; readonly version: number }>();
  #elsewhere: readonly string[] = [];
  /** The line that was followed last: mostly nothing has changed, and there is nothing to read anew. */
  #followed: { readonly line: string; readonly release: Release } | undefined;

  constructor(aws: Pick<Aws, 'ssm'>, group: string) {
    this.group = group;
    this.#ssm = aws.ssm;
    this.#path = `/steadfleet/${encodeGroupName(group)}`;
  }

  /** All releases of the group, the newest first. */
  async history(): Promise<readonly Release[]> {
    const below = await this.#below(this.#path);
    const isReference = ({ Name = '' }: Parameter) => Name.startsWith(`${this.#references}/`);
    this.#elsewhere = below.filter(isReference).map(({ Value = '' }) => Value);
    const releases = below.filter((parameter) => !isReference(parameter)).map(parseRelease);
    return releases.sort((one, other) => other.number - one.number);
  }

  /** The groups in whose ledgers rollouts between this one and one of them stand, once the history has been read. */
  get elsewhere(): readonly string[] {
    return this.#elsewhere;
  }

  /** The same, asked anew. */
  async askElsewhere(): Promise<readonly string[]> {
    const found = await this.#below(this.#references);
    this.#elsewhere = found.map(({ Value = '' }) => Value);
    return this.#elsewhere;
  }

  /** That of another group. */
  beside(group: string): Ledger {
    return new Ledger({ ssm: this.#ssm }, group);
  }

  /** Says from now on that rollouts between this group and that one stand in that one's ledger. */
  async referTo(group: string): Promise<void> {
    const Name = `${this.#references}/${encodeGroupName(group)}`;
    const Description = `Steadfleet: rollouts between the two stand in the ledger of ${group}`.slice(0, 1024);
    await this.#ssm.send(new PutParameterCommand({ Name, Type: 'String', Value: group, Description, Overwrite: true }));
  }

  get #references(): string {
    return `${this.#path}/elsewhere`;
  }

  async #below(path: string): Promise<readonly Parameter[]> {
    const found: Parameter[] = [];
    let page: string | undefined;
    do {
      const order = { Path: path, Recursive: true, ...(page && { NextToken: page }) };
      const answer = await this.#ssm.send(new GetParametersByPathCommand(order));
      found.push(...(answer.Parameters ?? []));
      page = answer.NextToken;
    } while (page);
    return found;
  }

  /** The newest release, or undefined when this group has none. */
  async newest(): Promise<Release | undefined> {
    return (await this.history())[0];
  }

  /**
   * Claims the group by creating the release's number. Whoever takes over needs no room for what its line has grown by already.
   * @throws {Failure} when another run was faster, or the settings of a release that begins are too long.
   */
  async claim(release: Release): Promise<void> {
    if (release.continues === undefined) requireFits(release);
    if (await this.#create(release)) return;
    const { release: other } = await this.follow(release.number);
    // A repeated call whose first answer was lost finds its own claim.
    if (other && writeLine(other) === writeLine(readLine(this.nameOf(release.number), writeLine(release)))) return;
    throw new Failure(
      `Group "${release.group}" was claimed a moment ago by ${other?.claimant.runUrl ?? 'another run'}. Wait for it to end, then run this again.`,
    );
  }

  /** Gives a claim up again, before anything was changed. */
  async giveUp({ number }: Release): Promise<void> {
    this.#written.delete(this.nameOf(number));
    await this.#ssm.send(new DeleteParametersCommand({ Names: [this.nameOf(number)] }));
  }

  /** Writes a release that this run owns again, with what has changed. */
  async update(release: Release): Promise<Release> {
    await this.#put(release, true);
    return release;
  }

  /**
   * A release as the ledger has it now, and whether another run has claimed the group after it: then its run stops. A line that
   * somebody has deleted under this run is written anew: without it nobody would know what is to be put back.
   * @throws {Error} StaleAnswer when it is older than what this run has written itself.
   */
  async follow(number: number): Promise<Followed> {
    const own = this.nameOf(number);
    // GetParameters, for its answer to a name that does not exist is no error: that is the usual answer here.
    const { Parameters = [] } = await this.#ssm.send(
      new GetParametersCommand({ Names: [own, this.nameOf(number + 1)] }),
    );
    const found = Parameters.find(({ Name }) => Name === own);
    const superseded = Parameters.some(({ Name }) => Name !== own);
    const { release, version = 0 } = this.#written.get(own) ?? {};
    if (!found && release && !superseded && (await this.#create(release))) return { release, superseded, isAnew: true };
    if ((found?.Version ?? 0) < version) {
      throw Object.assign(new Error(`SSM shows ${own} as it was before the last change`), { name: 'StaleAnswer' });
    }
    return { release: found && this.#read(found), superseded };
  }

  /** @returns whether it was not there: a read that is late may say so of what is. */
  async #create(release: Release): Promise<boolean> {
    try {
      await this.#put(release, false);
      return true;
    } catch (error) {
      if ((error as Error).name === 'ParameterAlreadyExists') return false;
      throw error;
    }
  }

  #read(parameter: Parameter): Release {
    const { Value: line = '' } = parameter;
    if (this.#followed?.line !== line) this.#followed = { line, release: parseRelease(parameter) };
    return this.#followed.release;
  }

  /** Deletes the releases that nobody needs any more, ten a call (SSM API, DeleteParameters). */
  async prune(): Promise<void> {
    const names = expendable(await this.history()).map(({ number }) => this.nameOf(number));
    for (let at = 0; at < names.length; at += 10) {
      await this.#ssm.send(new DeleteParametersCommand({ Names: names.slice(at, at + 10) }));
    }
  }

  nameOf(number: number): string {
    return `${this.#path}/${String(number).padStart(6, '0')}`;
  }

  async #put(release: Release, overwrite: boolean): Promise<void> {
    const Name = this.nameOf(release.number);
    const { Version = 0 } = await this.#ssm.send(
      new PutParameterCommand(
        outsideTheFence({
          Name,
          Type: 'String' as const,
          Value: writeLine(release),
          Description: `Steadfleet: ${release.group} to ${release.to.imageId}`.slice(0, 1024),
          Overwrite: overwrite,
        }),
      ),
    );
    this.#written.set(Name, { release, version: Version });
  }
}

/** Whether a parameter is a line of a ledger; beside them stands where rollouts between two groups are. */
export function isLine(name: string): boolean {
  return /^\/steadfleet\/.*\/\d{6}$/.test(name);
}

function parseRelease({ Name = '', Value = '' }: Parameter): Release {
  return readLine(Name, Value);
}

/** Releases that are kept for whoever reads the history, besides what an undo could need. */
export const keptReleases = 50;

/** After a release has ended; a rollout that went well is no failure because of what was to be tidied up after it. */
export async function keepShort(ledger: Ledger, number: number, tell: (line: string) => void): Promise<void> {
  if (number <= keptReleases) return;
  try {
    await ledger.prune();
  } catch (error) {
    if (!(error instanceof Error && '$metadata' in error)) throw error;
    tell(`Old releases stay in the ledger (needs "ssm:DeleteParameters"): ${briefly(error)}`);
  }
}

/** Images that one undo after the other can go back to, however old they are. */
const undoable = 5;

/** Those that nobody needs any more: old, and none of the last images that were healthy under traffic. */
export function expendable(releases: readonly Release[]): readonly Release[] {
  const images = new Set<string>();
  const old: Release[] = [];
  const newestFirst = [...releases].sort((one, other) => other.number - one.number);
  for (const [position, release] of newestFirst.entries()) {
    const isTarget = release.outcome === 'succeeded' && images.size < undoable && !images.has(release.to.imageId);
    if (isTarget) images.add(release.to.imageId);
    if (position >= keptReleases && !isTarget) old.push(release);
  }
  return old;
}

/** Characters of a name of which SSM takes two in one, with the ARN in front and a number behind (SSM API, PutParameter: 1011). */
const longest = 450;

/**
 * A group's name as one level of a parameter's name. SSM allows letters, digits and `_.-` (SSM API, PutParameter); any
 * other character becomes its code in hexadecimal between double underscores, and so do underscores that stand together,
 * so that no two groups share a ledger. Of a name that gets too long by that, the rest is a hash.
 */
export function encodeGroupName(group: string): string {
  const code = (character: string) => `__${character.charCodeAt(0).toString(16)}__`;
  const encoded = group.replace(/[^A-Za-z0-9_.-]|_(?=_)|(?<=_)_/g, code);
  if (encoded.length <= longest) return encoded;
  return `${encoded.slice(0, longest - 100)}__sha256-${createHash('sha256').update(group).digest('hex')}__`;
}
