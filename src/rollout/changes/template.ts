import { createHash } from 'node:crypto';
import type { LaunchTemplateOverrides } from '@aws-sdk/client-auto-scaling';
import { CreateLaunchTemplateVersionCommand, DescribeLaunchTemplateVersionsCommand } from '@aws-sdk/client-ec2';
import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import {
  isConfiguration,
  type LaunchSource,
  type PlannedSource,
  type PlannedVersion,
  type TemplateVersion,
} from '../heart/launch-source.js';
import { versionsOf } from '../heart/matching.js';
import type { Group, GroupView, Machine } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { resolveParameter } from '../image/parameter.js';
import {
  configurationName,
  copyConfiguration,
  findConfiguration,
  runningConfiguration,
} from './launch-configuration.js';
import { mostFrequent } from './most-frequent.js';

/** What a group runs, and the instance types that it may launch it on. */
export interface Running {
  readonly from: LaunchSource;
  readonly instanceTypes: readonly string[];
}

/**
 * The numbered versions that the group's machines run (most of them, if they differ), or those that it would launch when
 * it has none; with the images that run.
 * @throws {Failure} for a group that could not be brought back to what it runs.
 */
export async function runningSource(aws: Aws, { group, machines }: GroupView): Promise<Running> {
  const live = liveAmong(machines);
  if (isConfiguration({ version: Number(group.template.version) })) return runningConfiguration(aws, group, live);
  const templates = templatesOf(group);
  const running = templates.map((template) => runningVersion(aws, template, machinesOf(template, templates, live)));
  const found = await Promise.all(running);
  const [own, ...others] = found.map(({ version }) => version);
  if (!own) throw new Failure(`Group "${group.name}" has no launch template.`);
  return {
    from: { ...own, ...(others.length > 0 && { others }) },
    instanceTypes: [...new Set(found.flatMap(({ instanceTypes }) => instanceTypes))],
  };
}

/** What runs: not what leaves, nor what waits in standby, kept for an undo or by a person. */
export function liveAmong(machines: readonly Machine[]): readonly Machine[] {
  return machines.filter(({ stage }) => stage !== 'leaving' && stage !== 'aside');
}

/** What is to be made for an image, from what runs: a new version of each template, or a copy of the configuration. */
export function plannedSource(from: LaunchSource, imageId: string, group: string, number: number): PlannedSource {
  if (isConfiguration(from)) return { templateId: configurationName(group, number, imageId), imageId };
  const planned = ({ templateId }: TemplateVersion): PlannedVersion => ({ templateId, imageId });
  return { ...planned(from), ...(from.others && { others: from.others.map(planned) }) };
}

/** Makes what launches the release's image. A repeated call gives the same versions. */
export async function createVersions(aws: Aws, release: Release): Promise<LaunchSource> {
  const { from, to } = release;
  if (isConfiguration(from)) return copyConfiguration(aws, from, to);
  const made: TemplateVersion[] = [];
  for (const { templateId, imageId } of versionsOf<PlannedVersion>(to)) {
    const source = versionsOf<TemplateVersion>(from).find((one) => one.templateId === templateId) ?? from;
    made.push(await createVersion(aws, release, { ...source, templateId, imageId }));
  }
  return joined(made);
}

/** Makes what names the images which run, where the predecessor's versions, or its launch configuration, name another one or a parameter. */
export async function pinVersions(aws: Aws, release: Release): Promise<LaunchSource> {
  const { from, group, number, continues: origin = number } = release;
  if (isConfiguration(from)) {
    const templateId = configurationName(group, origin, from.imageId);
    return copyConfiguration(aws, from, { templateId, imageId: from.imageId });
  }
  const pinned: TemplateVersion[] = [];
  for (const version of versionsOf<TemplateVersion>(from)) {
    const { pins = version.version } = version;
    pinned.push(version.isFloating ? { ...(await createVersion(aws, release, version)), pins } : version);
  }
  return joined(pinned);
}

/**
 * Makes anew what somebody has deleted of a source, from the other one of its release: the two differ in nothing but their image.
 * Machines that run what was deleted run what takes its place.
 * @returns undefined where what to make it from is missing as well.
 */
export async function remakeDeleted(
  aws: Aws,
  release: Release,
  source: LaunchSource,
  like: PlannedSource,
): Promise<LaunchSource | undefined> {
  if (isConfiguration(source)) {
    return (await imageOf(aws, like)) === undefined ? undefined : copyConfiguration(aws, like, source);
  }
  const made: TemplateVersion[] = [];
  for (const one of versionsOf<TemplateVersion>(source)) {
    const isMissing = (await imageOf(aws, one)) === undefined;
    const copy = versionsOf<PlannedVersion>(like).find(({ templateId }) => templateId === one.templateId);
    if (isMissing && (!copy || (await imageOf(aws, copy)) === undefined)) return undefined;
    const { version = 0 } = copy ?? {};
    const pins = one.pins ?? one.version;
    const source = { ...one, version };
    made.push(isMissing ? { ...(await createVersion(aws, release, source, one.version)), pins } : one);
  }
  return joined(made);
}

/** The first of the versions that a source names which is not there any more, or its launch configuration. */
async function missingOf(aws: Aws, source: LaunchSource): Promise<TemplateVersion | undefined> {
  const versions = versionsOf<TemplateVersion>(source);
  const images = await Promise.all(versions.map((version) => imageOf(aws, version)));
  return versions[images.indexOf(undefined)];
}

/** The same in words, to go on after. */
export async function deletedOf(aws: Aws, source: LaunchSource): Promise<string | undefined> {
  const missing = await missingOf(aws, source);
  if (!missing) return undefined;
  const { templateId, version, imageId } = missing;
  const what = isConfiguration(missing)
    ? `launch configuration "${templateId}"`
    : `version ${version} of launch template ${templateId}`;
  return `Somebody has deleted ${what}, which launches ${imageId}`;
}

/** Whether a group can be made to launch from this: nobody has deleted it. */
export async function isThere(aws: Aws, source: LaunchSource): Promise<boolean> {
  return (await missingOf(aws, source)) === undefined;
}

/** The image that a version names, or a launch configuration; undefined when there is no such thing, or it was never made. */
export async function imageOf(aws: Aws, { templateId, version }: PlannedVersion): Promise<string | undefined> {
  if (version === undefined) return undefined;
  if (isConfiguration({ version })) return (await findConfiguration(aws, templateId))?.ImageId;
  const order = { LaunchTemplateId: templateId, Versions: [String(version)] };
  try {
    const { LaunchTemplateVersions = [] } = await aws.ec2.send(new DescribeLaunchTemplateVersionsCommand(order));
    return LaunchTemplateVersions[0]?.LaunchTemplateData?.ImageId ?? '';
  } catch (error) {
    if (/^InvalidLaunchTemplate/.test((error as Error).name)) return undefined;
    throw error;
  }
}

/** A template of a group, with the overrides of its mixed instances policy that use it. */
interface Template {
  readonly id: string;
  readonly version: string;
  readonly overrides: readonly LaunchTemplateOverrides[];
}

/** The group's own template first. @throws {Failure} for a policy that one version of each template cannot stand for. */
function templatesOf({ name, template, policy }: Group): readonly Template[] {
  const templates = new Map<string, Template>([[template.id, { ...template, overrides: [] }]]);
  const all = policy?.LaunchTemplate?.Overrides ?? [];
  for (const override of all) {
    const { LaunchTemplateId: id = template.id, Version: version = template.version } =
      override.LaunchTemplateSpecification ?? {};
    const known = templates.get(id) ?? { id, version, overrides: [] };
    if (known.version !== version) {
      throw new Failure(
        `The mixed instances policy of group "${name}" has launch template ${id} at versions ${known.version} and ${version}. ` +
          'Let its overrides agree on one version of each template first.',
      );
    }
    templates.set(id, { ...known, overrides: [...known.overrides, override] });
  }
  return [...templates.values()];
}

/** What runs a template. Of a group with one alone that is also what it has launched from another one before. */
function machinesOf({ id }: Template, all: readonly Template[], live: readonly Machine[]): readonly Machine[] {
  const own = live.filter(({ templateId }) => templateId === id);
  return own.length === 0 && all.length === 1 ? live : own;
}

interface RunningVersion {
  readonly version: TemplateVersion;
  readonly instanceTypes: readonly string[];
}

/** The image of a way back is one that runs: what launches another one, or what a parameter says, is pinned to it. */
async function runningVersion(aws: Aws, template: Template, machines: readonly Machine[]): Promise<RunningVersion> {
  const { id, overrides } = template;
  const own = machines.filter(({ templateId }) => templateId === id);
  const most = mostFrequent(own.map((one) => one.version));
  const { VersionNumber: version = 0, LaunchTemplateData: data } = await describeVersion(aws, template, most);
  const images = new Set(overrides.map(({ ImageId }) => ImageId ?? data?.ImageId));
  const [image = '', ...more] = images.size > 0 ? images : [data?.ImageId];
  const types = overrides.length > 0 ? overrides.map(({ InstanceType }) => InstanceType) : [data?.InstanceType];
  const instanceTypes = types.flatMap((type) => type ?? []);
  const isSure = image.startsWith('ami-') && more.length === 0;
  if (!isSure && (!image.startsWith('resolve:ssm:') || more.length > 0)) {
    throw new Failure(
      `Launch template ${id} version ${version} names its image as "${[image, ...more].join('" and "')}". ` +
        'Give the group a version that names one image by its id (ami-...) first.',
    );
  }
  const those = most === version ? own.filter((one) => one.version === version) : machines;
  const running = mostFrequent(those.flatMap(({ imageId }) => imageId || []));
  const imageId = running ?? (isSure ? image : await resolveParameter(aws, image.slice('resolve:ssm:'.length)));
  // What an override names, is set where the group is pointed.
  const isFloating = !isSure || (imageId !== image && !overrides.some(({ ImageId }) => ImageId !== undefined));
  const pins = isFloating && most !== undefined && most !== version && { pins: most };
  return { version: { templateId: id, version, imageId, ...(isFloating && { isFloating }), ...pins }, instanceTypes };
}

/** The version that most machines run and that still exists; else the one that the group would launch. */
async function describeVersion({ ec2 }: Aws, { id, version }: Template, running: number | undefined) {
  const describe = async (wanted: string) => {
    const order = { LaunchTemplateId: id, Versions: [wanted] };
    const answer = await ec2.send(new DescribeLaunchTemplateVersionsCommand(order));
    return answer.LaunchTemplateVersions?.[0] ?? {};
  };
  try {
    return await describe(String(running ?? version));
  } catch (error) {
    // It was deleted: its machines cannot be had again.
    if (running === undefined || (error as Error).name !== 'InvalidLaunchTemplateId.VersionNotFound') throw error;
    return describe(version);
  }
}

/**
 * A copy of a version with another ImageId, in place of one that is `gone`. The client token comes from the release and what is gone,
 * so a repeated call gives the same version (EC2 API, "Ensuring idempotency"), and never one that was deleted.
 */
async function createVersion(
  { ec2 }: Aws,
  { group, number, continues: origin = number }: Release,
  { templateId, version, imageId }: TemplateVersion,
  gone?: number,
): Promise<TemplateVersion> {
  const said = [group, origin, templateId, version, imageId, ...(gone === undefined ? [] : [gone])].join('\n');
  const answer = await ec2.send(
    new CreateLaunchTemplateVersionCommand({
      LaunchTemplateId: templateId,
      SourceVersion: String(version),
      LaunchTemplateData: { ImageId: imageId },
      VersionDescription: `Steadfleet release ${origin} of ${group}`.slice(0, 255),
      ClientToken: createHash('sha256').update(said).digest('hex'),
    }),
  );
  const made = answer.LaunchTemplateVersion?.VersionNumber;
  if (made === undefined)
    throw new Failure('EC2 answered CreateLaunchTemplateVersion without a version. Run this again.');
  return { templateId, imageId, version: made };
}

function joined([own, ...others]: readonly TemplateVersion[]): LaunchSource {
  if (!own) throw new Failure('A release launches from nothing. Delete it from the ledger, then run this again.');
  return { ...own, ...(others.length > 0 && { others }) };
}
