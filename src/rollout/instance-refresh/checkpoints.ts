import type { Plan } from '../heart/plan.js';

/**
 * A plan's waves as AWS's checkpoints: whole percents, ascending, the last 100 (Auto Scaling API, RefreshPreferences). One is
 * reached once no fewer machines are new, so it is rounded down: of up to a hundred machines those are just the wave's. Of waves
 * that come to the same machines the last counts, for AWS would rest at each.
 */
export function checkpointsOf({ waves }: Pick<Plan, 'waves'>, size: number): number[] {
  const percents = waves.map((wave) =>
    'percent' in wave ? wave.percent : Math.floor((100 * wave.machines) / Math.max(1, size)),
  );
  const ascending = percents.map((percent) => Math.min(100, Math.max(1, percent))).sort((one, two) => one - two);
  const machinesBy = (percent = 0) => Math.ceil((size * percent) / 100);
  return ascending.filter((percent, at) => {
    const isLast = at === ascending.length - 1;
    return isLast || machinesBy(ascending[at + 1]) > machinesBy(percent);
  });
}
