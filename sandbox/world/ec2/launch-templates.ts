import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';

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
