import type { Plan } from '../heart/plan.js';
import type { Sides, Sizes } from '../heart/sides.js';

/** Which of two groups a rollout fills and which it empties, a sentence for each, before anything is changed. */
export function rolesIn({ blue, green, rule }: Sides, { keepPrevious }: Pick<Plan, 'keepPrevious'>): readonly string[] {
  const minutes = Math.round(keepPrevious / 60_000);
  const isKept = keepPrevious > 0;
  const shrunk = `gets the sizes that "${green.group}" has now (${told(green.sizes)})`;
  const end = isKept
    ? `Its machines stay for ${minutes} min for an undo; after that the group ${shrunk}.`
    : `It is emptied then: it ${shrunk}, and machines beyond that are terminated.`;
  return [
    `Group "${green.group}" gets the new image, the sizes of "${blue.group}" (${told(blue.sizes)}) and, by listener rule ${rule}, all requests.`,
    `Group "${blue.group}" serves now, and gets no requests after that. ${end}`,
  ];
}

function told({ min, desired, max }: Sizes): string {
  return `minimum ${min}, desired ${desired}, maximum ${max}`;
}
