import type { Region } from '../region.js';

/** Amazon EC2 Auto Scaling in one region. */
export class AutoScaling {
  readonly region: Region;

  constructor(region: Region) {
    this.region = region;
  }
}
