import {
  CreateLaunchConfigurationCommand,
  DeleteLaunchConfigurationCommand,
  DescribeLaunchConfigurationsCommand,
  type LaunchConfiguration,
} from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import { isConfiguration, type LaunchSource, type PlannedSource } from '../heart/launch-source.js';
import type { Group, Machine } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { mostFrequent } from './most-frequent.js';

type AutoScaling = Pick<Aws, 'autoScaling'>;

/**
 * The launch configuration that most machines of a group run, or the one that it would launch, with the image that they run.
 * @throws {Failure} when that is gone: there would be no way back.
 */
export async function runningConfiguration({ autoScaling }: AutoScaling, group: Group, live: readonly Machine[]) {
  const running = mostFrequent(live.filter(isConfiguration).flatMap(({ templateId }) => templateId || []));
  const names = [...new Set([running ?? group.template.id, group.template.id])];
  const answer = await autoScaling.send(new DescribeLaunchConfigurationsCommand({ LaunchConfigurationNames: names }));
  const known = answer.LaunchConfigurations ?? [];
  const found = known.find((one) => one.LaunchConfigurationName === running) ?? known[0];
  if (!found) throw new Failure(`Launch configuration "${group.template.id}" of group "${group.name}" is gone.`);
  const { LaunchConfigurationName: templateId = '', ImageId = '', InstanceType } = found;
  const runs = templateId === running ? undefined : mostFrequent(live.flatMap(({ imageId }) => imageId || []));
  const isFloating = runs !== undefined && runs !== ImageId;
  const from = { templateId, imageId: runs ?? ImageId, version: 0, ...(isFloating && { isFloating }) };
  return { from, instanceTypes: InstanceType ? [InstanceType] : [] };
}

/** Undefined where there is none of that name. */
export async function findConfiguration(
  { autoScaling }: AutoScaling,
  name: string,
): Promise<LaunchConfiguration | undefined> {
  const answer = await autoScaling.send(new DescribeLaunchConfigurationsCommand({ LaunchConfigurationNames: [name] }));
  return answer.LaunchConfigurations?.[0];
}

/** The name of a copy: up to 255 characters (Auto Scaling API, CreateLaunchConfiguration). */
export function configurationName(group: string, number: number, imageId: string): string {
  return `${prefixOf(group)}${number}-${imageId}`;
}

function prefixOf(group: string): string {
  return `${group.slice(0, 200)}-steadfleet-`;
}

/** A launch configuration is never edited (Auto Scaling user guide, "Launch configurations"): a copy has the new image. */
export async function copyConfiguration(
  { autoScaling }: AutoScaling,
  from: Pick<PlannedSource, 'templateId'>,
  { templateId, imageId }: PlannedSource,
): Promise<LaunchSource> {
  const found = await findConfiguration({ autoScaling }, from.templateId);
  if (!found) throw new Failure(`Launch configuration "${from.templateId}" is gone, so it cannot be copied.`);
  const copy = { ...settingsOf(found), LaunchConfigurationName: templateId, ImageId: imageId };
  await autoScaling.send(new CreateLaunchConfigurationCommand(copy)).catch((error: Error) => {
    // Ours, made by a call whose answer was lost: the release's number and its image are in the name.
    if (error.name !== 'AlreadyExists' && error.name !== 'AlreadyExistsFault') throw error;
  });
  return { templateId, imageId, version: 0 };
}

/** What was set: AWS answers with empty values for the rest, and takes none of them back. */
function settingsOf({
  LaunchConfigurationARN: _arn,
  CreatedTime: _created,
  ClassicLinkVPCId: _classic,
  ClassicLinkVPCSecurityGroups: _groups,
  ...settings
}: LaunchConfiguration): Partial<LaunchConfiguration> {
  const isSet = (value: unknown) => value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => isSet(value)));
}

/** At the end of a release, deletes the group's copies that neither it nor its way back launches from. */
export async function discardCopies({ autoScaling }: AutoScaling, release: Release): Promise<void> {
  const { group, from, to, direction } = release;
  if (!isConfiguration(from)) return;
  const kept = new Set([from.templateId, ...(direction === 'back' ? [] : [to.templateId])]);
  const prefix = prefixOf(group);
  let page: string | undefined;
  const copies: string[] = [];
  do {
    const answer = await autoScaling.send(
      new DescribeLaunchConfigurationsCommand({ MaxRecords: 100, ...(page && { NextToken: page }) }),
    );
    copies.push(
      ...(answer.LaunchConfigurations ?? []).map(({ LaunchConfigurationName = '' }) => LaunchConfigurationName),
    );
    page = answer.NextToken;
  } while (page);
  const isOurs = (name: string) => name.startsWith(prefix) && /^\d+-ami-[0-9a-f]+$/.test(name.slice(prefix.length));
  for (const name of copies.filter((one) => isOurs(one) && !kept.has(one))) {
    await autoScaling
      .send(new DeleteLaunchConfigurationCommand({ LaunchConfigurationName: name }))
      // In use after all, or gone by a call whose answer was lost.
      .catch((error: Error) => {
        if (!/^(ResourceInUse|ResourceInUseFault|ValidationError)$/.test(error.name)) throw error;
      });
  }
}
