import type { Plan } from '../heart/plan.js';
import type { Release } from '../heart/release.js';

/** What is done with new machines before they serve, in words that follow "nobody has". */
function askedBy({ releaseCommand, gate }: Plan): readonly string[] {
  return [
    ...(releaseCommand === undefined ? [] : ['run its release command']),
    ...(gate.kind === 'none' ? [] : ['asked its gate']),
  ];
}

/**
 * What a release had no machine to do on, so that machines which start by themselves serve without it, in words. Once its release
 * command has run, a machine had passed the gate as well: then nothing.
 */
export function leftOut({ outcome, plan, command, isUndo }: Release): readonly string[] {
  return outcome !== 'unproven' || isUndo || command === 'done' ? [] : askedBy(plan);
}

/**
 * The release that has given an image to a group without machines, so that what this plan asks of it was left out; undefined where
 * nothing was, or it was made up for.
 */
export function toBeMadeUpFor(history: readonly Release[], imageId: string, plan: Plan): Release | undefined {
  const ended = ({ outcome }: Release) => outcome === 'succeeded' || outcome === 'unproven';
  const last = history.find((release) => release.to.imageId === imageId && ended(release));
  return last && leftOut(last).length > 0 && askedBy(plan).length > 0 ? last : undefined;
}
