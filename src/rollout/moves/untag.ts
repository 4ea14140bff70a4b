import { briefly } from '../../platform/aws-failure.js';
import { keptTag, untag } from '../changes/act.js';
import type { Observation } from '../heart/observation.js';
import type { Tools } from './tools.js';

/** Takes the tag off machines that serve again. They serve, tag or not: that AWS refuses this is no reason to stop. */
export async function untagOrSay(ids: readonly string[], { aws, tell }: Pick<Tools, 'aws' | 'tell'>): Promise<void> {
  await untag(aws, ids).catch((error: Error) => {
    if (!('$metadata' in error)) throw error;
    tell(
      `The tag "${keptTag}" stays on ${ids.join(', ')}; take it off before you put one in standby: ${briefly(error)}`,
    );
  });
}

/** At the end of what an earlier run has begun: that may have been cut off with the tag still on machines that serve. */
export async function untagAfterCrash({ release, machines }: Observation, tools: Tools): Promise<void> {
  const { continues, plan, undoes, sides } = release;
  const isTagged = sides === undefined && (plan.keepPrevious > 0 || undoes !== undefined);
  const serving = machines.filter(({ stage }) => stage === 'in-service').map(({ id }) => id);
  if (continues !== undefined && isTagged && serving.length > 0) await untagOrSay(serving, tools);
}
