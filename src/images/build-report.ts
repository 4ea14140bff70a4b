import { type BuiltImage, imagesOf, readPackerLine } from './machine-readable.js';

/** What Packer made for one build of the template, by the names that it says before it makes them. */
export interface BuildTraces {
  keyPair?: string;
  securityGroup?: string;
  instance?: string;
  sourceImage?: string;
  imageName?: string;
  launching?: true;
}

/** What a Packer log tells: the images, what went wrong, and which things of AWS each build made. */
export interface BuildReport {
  readonly images: readonly BuiltImage[];
  readonly errors: readonly string[];
  /** All that was said, for the search of known failures. */
  readonly text: string;
  readonly traces: ReadonlyMap<string, Readonly<BuildTraces>>;
  /** Ids that the log calls images of a build. Provisioners write to the same log, so AWS must confirm each. */
  readonly imageHints: readonly string[];
}

/**
 * What Packer says before (a name) or after (an id) it makes a thing, in Packer 1.6 and in the amazon plugin 1.8 alike.
 * Nothing counts once a build has its instance: provisioners run from then on, and their scripts may print anything.
 */
const mentions: readonly [name: Exclude<keyof BuildTraces, 'launching'>, words: RegExp][] = [
  ['imageName', /^Prevalidating AMI Name: (.+)$/],
  ['sourceImage', /^Found Image ID: (ami-[0-9a-f]+)$/],
  ['keyPair', /^Creating temporary keypair: (\S+)$/],
  ['securityGroup', /^Creating temporary security group for this instance: (\S+)$/],
  ['instance', /^Instance ID: (i-[0-9a-f]+)$/],
];

/** Reads a whole log, finished or cut off anywhere. */
export function reportOf(log: string): BuildReport {
  const images = new Map<string, BuiltImage>();
  const failures = new Set<string>();
  const saidErrors = new Set<string>();
  const traces = new Map<string, BuildTraces>();
  const imageHints = new Set<string>();
  const texts: string[] = [];
  for (const raw of log.split('\n')) {
    const line = readPackerLine(raw);
    if (line.kind === 'artifact') for (const image of imagesOf(line.build, line.id)) images.set(image.id, image);
    if (line.kind === 'failed') failures.add(`${line.build}: ${line.text.trim()}`);
    if (line.kind !== 'said') continue;
    texts.push(line.text);
    if (line.isError) saidErrors.add(line.text.trim());
    readMentions(line.text, traces, imageHints);
  }
  for (const { id } of images.values()) imageHints.add(id);
  return {
    images: [...images.values()],
    errors: [...(failures.size > 0 ? failures : saidErrors)],
    text: texts.join('\n'),
    traces,
    imageHints: [...imageHints],
  };
}

/** A line of one build: `==> name: what`, or `    name: what` for a detail. */
function readMentions(text: string, traces: Map<string, BuildTraces>, imageHints: Set<string>): void {
  const match = /^(?:==>| {3}) ([^\s:]+): (.*)$/.exec(text);
  if (!match) return;
  const [build = '', said = ''] = match.slice(1);
  const known = traces.get(build) ?? {};
  traces.set(build, known);
  const image = /^AMI: (ami-[0-9a-f]+)$/.exec(said)?.[1];
  if (image) imageHints.add(image);
  if (known.instance !== undefined) return;
  for (const [name, words] of mentions) {
    const value = words.exec(said)?.[1];
    if (value) known[name] ??= value;
  }
  if (/^(Launching a source AWS instance|Requesting spot instance|Creating Spot Fleet)/.test(said))
    known.launching = true;
}
