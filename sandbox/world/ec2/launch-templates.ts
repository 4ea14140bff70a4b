import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';
import { AwsError } from '../aws-error.js';
import type { Region } from '../region.js';
import type { TemplateReference } from './ec2.js';
import { find, invalidCombination, invalidValue, missingParameter } from './errors.js';
import type { Identifiers } from './identifiers.js';

/** One immutable version of a launch template. */
export interface TemplateVersion {
  /** The template's. */
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly description: string | undefined;
  readonly data: RequestLaunchTemplateData;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
}

/** A template: a row of versions, one of them the default. Numbers are never used twice. */
export interface LaunchTemplate {
  readonly id: string;
  readonly name: string;
  readonly tags: Map<string, string>;
  readonly createdAt: number;
  /** By number, oldest first. */
  readonly versions: Map<number, TemplateVersion>;
  defaultVersion: number;
  /** The highest number that is there. */
  latestVersion: number;
  highestEver: number;
}

/** What a new version is made of. */
export interface VersionContent {
  readonly data: RequestLaunchTemplateData;
  readonly description: string | undefined;
}

/** The launch templates of one region. What they say is looked at only at a launch (EC2 user guide, "Launch templates"). */
export class LaunchTemplates {
  readonly all = new Map<string, LaunchTemplate>();
  readonly #byName = new Map<string, LaunchTemplate>();
  readonly #region: Region;
  readonly #ids: Identifiers;

  constructor(region: Region, ids: Identifiers) {
    this.#region = region;
    this.#ids = ids;
  }

  /** @throws {AwsError} InvalidLaunchTemplateName.AlreadyExistsException, or MalformedException. */
  create(name: string, content: VersionContent, tags: Map<string, string>): LaunchTemplate {
    if (!/^[a-zA-Z0-9().\-/_]{3,128}$/.test(name)) {
      throw new AwsError(
        'InvalidLaunchTemplateName.MalformedException',
        'A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the following characters: ( ) . / - _',
      );
    }
    if (this.#byName.has(name)) {
      throw new AwsError('InvalidLaunchTemplateName.AlreadyExistsException', 'Launch template name already in use.');
    }
    const template: LaunchTemplate = {
      ...{ id: this.#ids.next('lt'), name, tags, createdAt: this.#region.world.clock.now() },
      ...{ versions: new Map(), defaultVersion: 1, latestVersion: 0, highestEver: 0 },
    };
    this.all.set(template.id, template);
    this.#byName.set(name, template);
    this.addVersion(template, content);
    return template;
  }

  addVersion(template: LaunchTemplate, { data, description }: VersionContent): TemplateVersion {
    const { id, name, versions } = template;
    const version = ++template.highestEver;
    template.latestVersion = version;
    const made = { id, name, version, description, data, createdAt: this.#region.world.clock.now() };
    versions.set(version, made);
    this.#region.record('launch-template', id, `version ${version}`);
    return made;
  }

  setDefault(template: LaunchTemplate, { version }: TemplateVersion): void {
    template.defaultVersion = version;
    this.#region.record('launch-template', template.id, `default ${version}`);
  }

  delete(template: LaunchTemplate): void {
    this.all.delete(template.id);
    this.#byName.delete(template.name);
    this.#region.record('launch-template', template.id, 'deleted');
  }

  deleteVersion(template: LaunchTemplate, version: number): void {
    template.versions.delete(version);
    template.latestVersion = Math.max(...template.versions.keys());
    this.#region.record('launch-template', template.id, `version ${version} deleted`);
  }

  /** @throws {AwsError} InvalidLaunchTemplateId.NotFound, or InvalidLaunchTemplateName.NotFoundException. */
  find({ LaunchTemplateId, LaunchTemplateName }: TemplateReference): LaunchTemplate {
    if (LaunchTemplateId && LaunchTemplateName) {
      throw invalidCombination('The request may contain launchTemplateId or launchTemplateName, not both');
    }
    if (LaunchTemplateId) return find('launchTemplate', LaunchTemplateId, this.all);
    if (!LaunchTemplateName) throw missingParameter('launchTemplateId or launchTemplateName');
    const template = this.#byName.get(LaunchTemplateName);
    if (template) return template;
    throw new AwsError(
      'InvalidLaunchTemplateName.NotFoundException',
      `The specified launch template, with template name ${LaunchTemplateName}, does not exist.`,
    );
  }

  /** A number, `$Latest` or `$Default`; left out: the default. @throws {AwsError} InvalidLaunchTemplateId.VersionNotFound */
  version(template: LaunchTemplate, wanted: string | undefined): TemplateVersion {
    const found = template.versions.get(versionNumber(template, wanted || '$Default'));
    if (found) return found;
    throw new AwsError(
      'InvalidLaunchTemplateId.VersionNotFound',
      `Could not find the specified version ${wanted} for the launch template with ID ${template.id}.`,
    );
  }
}

function versionNumber({ latestVersion, defaultVersion }: LaunchTemplate, wanted: string): number {
  if (wanted === '$Latest') return latestVersion;
  if (wanted === '$Default') return defaultVersion;
  if (/^\d+$/.test(wanted)) return Number(wanted);
  throw invalidValue(`Invalid launch template version: ${wanted}. Use a number, $Latest or $Default.`);
}
