import type { Region } from '../region.js';

/** Amazon CloudWatch alarms in one region. */
export class CloudWatch {
  readonly region: Region;

  constructor(region: Region) {
    this.region = region;
  }
}
