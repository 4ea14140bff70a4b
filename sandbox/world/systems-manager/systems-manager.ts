import type { Region } from '../region.js';

/** Systems Manager in one region: parameters and commands. */
export class SystemsManager {
  readonly region: Region;

  constructor(region: Region) {
    this.region = region;
  }
}
