import { createHash } from 'node:crypto';
import { CreateLaunchTemplateVersionCommand, DescribeLaunchTemplateVersionsCommand } from '@aws-sdk/client-ec2';
import type { Aws } from '../platform/aws.js';
import { Failure } from '../platform/failure.js';
import type { GroupView } from './observe.js';
import type { Release, TemplateVersion } from './release.js';

/**
 * The numbered version that the group's machines run (most of them, if they differ), or the one it would launch when
 * it has none.
 * @throws {Failure} when that version does not name its image by id: going back to it could launch another image.
 */
export async function runningVersion(aws: Aws, { group, machines }: GroupView): Promise<TemplateVersion> {
  const versions = machines
    .filter(({ stage, templateId }) => stage !== 'leaving' && templateId === group.template.id)
    .map(({ version }) => version);
  const version = mostFrequent(versions);
  const wanted = version === undefined ? group.template.version : String(version);
  const answer = await aws.ec2.send(
    new DescribeLaunchTemplateVersionsCommand({ LaunchTemplateId: group.template.id, Versions: [wanted] }),
  );
  const found = answer.LaunchTemplateVersions?.[0];
  const imageId = found?.LaunchTemplateData?.ImageId ?? '';
  if (!imageId.startsWith('ami-')) {
    throw new Failure(
      `Launch template ${group.template.id} version ${wanted} names its image as "${imageId}". Give the group a version that names an image by its id (ami-...) first.`,
    );
  }
  return { templateId: group.template.id, version: found?.VersionNumber ?? 0, imageId };
}

/**
 * Makes the version that launches the release's image: a copy of the predecessor's with another ImageId. The client
 * token comes from the release, so a repeated call gives the same version (EC2 API, "Ensuring idempotency").
 */
export async function createVersion(aws: Aws, release: Release): Promise<TemplateVersion> {
  const origin = release.continues ?? release.number;
  const token = createHash('sha256').update(`${release.group}\n${origin}\n${release.to.imageId}`).digest('hex');
  const answer = await aws.ec2.send(
    new CreateLaunchTemplateVersionCommand({
      LaunchTemplateId: release.to.templateId,
      SourceVersion: String(release.from.version),
      LaunchTemplateData: { ImageId: release.to.imageId },
      VersionDescription: `Steadfleet release ${origin} of ${release.group}`.slice(0, 255),
      ClientToken: token,
    }),
  );
  const version = answer.LaunchTemplateVersion?.VersionNumber;
  if (version === undefined)
    throw new Failure('EC2 answered CreateLaunchTemplateVersion without a version. Run this again.');
  return { templateId: release.to.templateId, imageId: release.to.imageId, version };
}

function mostFrequent(versions: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const version of versions) counts.set(version, (counts.get(version) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
