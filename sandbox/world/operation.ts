import type { Region } from './region.js';

/**
 * One API operation. `accepts` lists the parameters it honours, as dotted paths without list positions
 * (`LaunchTemplateData.ImageId`; `TagSpecifications.*` for all below): any other that carries a value is refused.
 */
export interface Operation {
  readonly accepts: readonly string[];
  /** The input as the SDK's command takes it; the output as its response has it. Throws AwsError. */
  readonly run: (input: never, region: Region) => object;
}

export type Operations = Readonly<Record<string, Operation>>;

/** Makes an operation out of typed parts (use the SDK's CommandInput and CommandOutput types, less $metadata). */
export function operation<Input, Output extends object>(
  accepts: readonly string[],
  run: (input: Input, region: Region) => Output,
): Operation {
  return { accepts, run: run as Operation['run'] };
}
