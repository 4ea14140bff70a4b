import type { Refresh } from '../heart/observation.js';

/** Whether AWS is at work on it, in either direction (Auto Scaling API, InstanceRefresh: Status). */
export function isActive({ status }: Refresh): boolean {
  return ['Pending', 'InProgress', 'Baking', 'Cancelling', 'RollbackInProgress'].includes(status);
}

/** Whether AWS takes it back, or is about to let it be. */
export function isGoingBack({ status }: Refresh): boolean {
  return status === 'RollbackInProgress' || status === 'Cancelling';
}
