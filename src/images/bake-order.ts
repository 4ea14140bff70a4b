import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../platform/failure.js';

/** One bake, as the user asked for it. */
export interface BakeOrder {
  readonly template: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly variableFiles: readonly string[];
  readonly only: readonly string[];
  readonly except: readonly string[];
  readonly workingDirectory: string;
  readonly packerVersion: string | undefined;
  readonly packerMirror: URL;
  readonly region: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/** The arguments of `packer build`. Later variables win in Packer, so files come first. */
export function buildArguments(order: BakeOrder): string[] {
  return [
    'build',
    '-machine-readable',
    '-color=false',
    ...order.variableFiles.map((file) => `-var-file=${file}`),
    ...Object.entries(order.variables).flatMap(([name, value]) => ['-var', `${name}=${value}`]),
    ...(order.only.length > 0 ? [`-only=${order.only.join(',')}`] : []),
    ...(order.except.length > 0 ? [`-except=${order.except.join(',')}`] : []),
    order.template,
  ];
}

/** HCL2, which knows `packer init`: a folder, or a file named as Packer wants it. */
export function isHcl(order: BakeOrder): boolean {
  return /\.pkr\.(hcl|json)$/.test(order.template) || statSync(pathIn(order, order.template)).isDirectory();
}

/** @throws {Failure} naming the first file that is not there. */
export function requireFiles(order: BakeOrder): void {
  const files = [['working-directory', '.'] as const, ['template', order.template] as const];
  for (const [input, file] of [...files, ...order.variableFiles.map((file) => ['variable-files', file] as const)]) {
    const path = pathIn(order, file);
    if (statSync(path, { throwIfNoEntry: false })) continue;
    throw new Failure(
      `Input "${input}": there is no ${path}. Paths are relative to working-directory; was the repository checked out?`,
    );
  }
}

/** The step's region, and every region that the template, the variables or the variable files name. */
export function regionsOf(order: BakeOrder): string[] {
  const texts = [order.template, ...order.variableFiles].flatMap((file) => textsAt(pathIn(order, file)));
  const named = [...texts, ...Object.values(order.variables)].join('\n').matchAll(regionName);
  return [...new Set([order.region, ...[...named].map(([name]) => name)])];
}

/** Regions as AWS names them (AWS General Reference, "AWS service endpoints"): `eu-west-1`, `us-gov-east-1`. */
const regionName =
  /\b(af|ap|ca|cn|eu|il|me|mx|sa|us)(-(gov|iso[bef]?))?-(north|south|east|west|central)(east|west)?-\d\b/g;

function textsAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [readFileSync(path, 'utf8')];
  const names = readdirSync(path).filter((name) => /\.(hcl|json)$/.test(name));
  return names.map((name) => readFileSync(join(path, name), 'utf8'));
}

function pathIn(order: BakeOrder, path: string): string {
  return resolve(order.workingDirectory, path);
}
