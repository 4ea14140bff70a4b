import type { InitializeMiddleware } from '@smithy/types';

/** A middleware around the calls of any client of the SDK. */
export type CallMiddleware = InitializeMiddleware<object, object>;

/** Whether a command of the SDK, by its class's name, only reads. All others change something. */
export function isRead(commandName: string): boolean {
  return /^(BatchGet|Describe|Get|List)/.test(commandName);
}
