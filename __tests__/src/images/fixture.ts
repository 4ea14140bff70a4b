import { readFileSync } from 'node:fs';

/** A log of Packer 1.6.6 (`-machine-readable`), recorded against a simulated EC2. */
export function recordedLog(name: 'built' | 'name-taken' | 'required-plugins' | 'script-failed'): string {
  return readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8');
}
