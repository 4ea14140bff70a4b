import type { MixedInstancesPolicy } from '@aws-sdk/client-auto-scaling';

/**
 * A launch template at one numbered version, and the image that it launches. A launch configuration never changes: its
 * name stands in place of the id, and it has one version, 0.
 */
export interface TemplateVersion {
  readonly templateId: string;
  readonly version: number;
  readonly imageId: string;
  /** The version names a parameter of SSM in place of an image, so it may launch another one tomorrow; or another image than runs. */
  readonly isFloating?: boolean;
  /** The version whose machines run what this one is made for: the floating one that it is a copy of, or one that was deleted. */
  readonly pins?: number;
}

/** A version that is to be made: its number is known once AWS has made it. */
export type PlannedVersion = Omit<TemplateVersion, 'version'> & { readonly version?: number };

/** What a group launches from: a template, or a launch configuration, or a mixed instances policy with its templates. */
export interface LaunchSource extends TemplateVersion {
  /** The templates that overrides of the policy have of their own. */
  readonly others?: readonly TemplateVersion[];
}

export type PlannedSource = PlannedVersion & { readonly others?: readonly PlannedVersion[] };

/** What a group is told to launch from, as AWS has it. */
export interface Pointer {
  /** The version is a number, or `$Latest`, or `$Default`. */
  readonly template: { readonly id: string; readonly version: string };
  /** Where the template stands in one. */
  readonly policy?: MixedInstancesPolicy;
}

/** One template that a group launches, as it is told to: an override may name an image of its own. */
export interface Launched {
  readonly templateId: string;
  readonly version: string;
  readonly imageId?: string;
}

/** What a machine was launched from. */
export type Origin = Pick<TemplateVersion, 'templateId' | 'version' | 'imageId'>;

/** A launch configuration, which is never edited, in place of a template. */
export function isConfiguration({ version }: Pick<PlannedVersion, 'version'>): boolean {
  return version === 0;
}
