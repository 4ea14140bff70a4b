/** `node scripts/release-notes.mjs v1.2.3`: prints that version's part of CHANGELOG.md. */
import { readFileSync } from 'node:fs';

const version = (process.argv[2] ?? '').replace(/^v/, '');
const sections = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m).slice(1);
const section = sections.find((text) => text.startsWith(`[${version}]`));
if (version === '' || section === undefined) {
  console.error(`CHANGELOG.md has no section "## [${version}]": write it before the tag.`);
  process.exit(1);
}
console.log(section.slice(section.indexOf('\n')).trim());
