import type { Region } from '../region.js';
import { Commands } from './commands.js';
import { Parameters } from './parameters.js';

/** Systems Manager in one region: parameters and commands. */
export class SystemsManager {
  readonly region: Region;
  readonly parameters: Parameters;
  readonly commands: Commands;

  constructor(region: Region) {
    this.region = region;
    this.parameters = new Parameters(region);
    this.commands = new Commands(region);
  }
}
