import type { LaunchTemplateOverrides } from '@aws-sdk/client-auto-scaling';
import { DescribeLaunchTemplateVersionsCommand } from '@aws-sdk/client-ec2';
import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import { isConfiguration, type LaunchSource, type TemplateVersion } from '../heart/launch-source.js';
import type { Group, GroupView, Machine } from '../heart/observation.js';
import { resolveParameter } from '../image/parameter.js';
import { runningConfiguration } from './launch-configuration.js';
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
