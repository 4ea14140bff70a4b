import { createHash } from 'node:crypto';
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
import type { Release } from '../heart/release.js';
import { configurationName, copyConfiguration, findConfiguration } from './launch-configuration.js';

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
