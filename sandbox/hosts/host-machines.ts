import type { Machines } from '../world/machines/machines.js';
import type { World } from '../world/world.js';

/** Machines that are processes of this computer. */
export interface HostMachines extends Machines {
  /** Must be called before the first machine boots: key pairs are looked up in the world. */
  join(world: World): void;
  /**
   * Gives an image a content that nobody baked: a folder with files as they shall lie on the machine, from "/" on, such
   * as `etc/systemd/system/NAME.service`, and under `multi-user.target.wants` the link that starts it at boot.
   */
  putImage(imageId: string, folder: string): Promise<void>;
  /** Where a machine's port is reached from this computer. */
  endpoint(instanceId: string, port: number): { readonly host: string; readonly port: number };
  /** Ends everything, at once. */
  close(): Promise<void>;
}
