import {
  hookNeverCompleted,
  instanceAttached,
  instanceDetached,
  processesSuspended,
  scheduledAction,
  sizesChanged,
  trafficChange,
} from './group-faults.js';
import { expiredCredentials, imageDeregistered, templateVersionDeleted } from './launch-faults.js';
import { deadMachines, flappingHealth, machineDeath, slowBoots, spotReclaim } from './machine-faults.js';
import { loadBalancerBlind, noCapacityForType, noCapacityInZone, zoneLoss, zoneRebalance } from './zone-faults.js';

/** All that can go wrong in the world, apart from API calls. */
export const worldFaults = {
  'slow-boots': slowBoots,
  'dead-machines': deadMachines,
  'machine-death': machineDeath,
  'flapping-health': flappingHealth,
  'spot-reclaim': spotReclaim,
  'no-capacity-in-zone': noCapacityInZone,
  'no-capacity-for-type': noCapacityForType,
  'zone-loss': zoneLoss,
  'zone-rebalance': zoneRebalance,
  'load-balancer-blind': loadBalancerBlind,
  'sizes-changed': sizesChanged,
  'processes-suspended': processesSuspended,
  'instance-attached': instanceAttached,
  'instance-detached': instanceDetached,
  'hook-never-completed': hookNeverCompleted,
  'scheduled-action': scheduledAction,
  'traffic-change': trafficChange,
  'template-version-deleted': templateVersionDeleted,
  'image-deregistered': imageDeregistered,
  'expired-credentials': expiredCredentials,
} as const;

export type WorldFaultName = keyof typeof worldFaults;
