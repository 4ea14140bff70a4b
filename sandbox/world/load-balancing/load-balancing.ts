import type { Region } from '../region.js';

/** Elastic Load Balancing (Application Load Balancers) in one region. */
export class LoadBalancing {
  readonly region: Region;

  constructor(region: Region) {
    this.region = region;
  }
}
