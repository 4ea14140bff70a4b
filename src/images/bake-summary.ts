import { literally } from '../platform/markdown.js';
import type { Baked } from './bake.js';

/** The job summary of a finished bake, in Markdown. */
export function bakeSummary(baked: Baked, tags: Readonly<Record<string, string>>): string {
  const rows = baked.images.map(
    ({ build, region, id }) =>
      `| ${cell(region)} | ${cell(id)} | ${cell(baked.sourceImages.get(build) ?? '')} | ${cell(build)} |`,
  );
  return [
    '### Image baked',
    '',
    '| Region | Image | Made from | Build |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `Packer ${baked.packerVersion}, ${Math.round(baked.duration / 1000)} s.`,
    '',
    '| Tag | Value |',
    '| --- | --- |',
    ...Object.entries(tags).map(([name, value]) => `| ${cell(name)} | ${cell(value)} |`),
    '',
  ].join('\n');
}

/** A cell with nothing in it needs a blank. */
function cell(text: string): string {
  return literally(text) || ' ';
}
