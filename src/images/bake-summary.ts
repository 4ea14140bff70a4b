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

/** Text in a table's cell, shown as it is: no Markdown, no HTML, no second column. */
function cell(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replace(/[\\`|<>&*_[\]]/g, (found) => `&#${found.codePointAt(0)};`);
  return plain === '' ? ' ' : plain;
}
