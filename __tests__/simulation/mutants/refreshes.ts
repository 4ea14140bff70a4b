import type { Mutant } from './mutant.js';

const file = 'rollout/instance-refresh/decide-refresh.ts';

/** Mistakes in what is done beside AWS's own engine. */
export const besideRefreshes: readonly Omit<Mutant, 'row'>[] = [
  {
    name: 'asks AWS for a refresh that is under way',
    file,
    edits: [["{ kind: refresh ? 'wait' : 'start-refresh' }", "{ kind: 'start-refresh' }"]],
  },
  {
    name: 'takes the end of a refresh for the end of the rollout',
    file,
    edits: [
      [
        'if (release.wavesDone > 0) return decide(observation);',
        "if (release.wavesDone > 0) return { kind: 'end', changes: { outcome: 'succeeded' } };",
      ],
    ],
  },
  {
    name: 'replaces machines while AWS takes its refresh back',
    needs: { strategy: 'instance-refresh', image: 'broken at start' },
    file,
    edits: [
      [
        '  if (!refresh || !isActive(refresh)) return decide(observation);\n',
        '  if (refresh) return decide(observation);\n',
      ],
    ],
  },
  {
    name: 'does not ask AWS to take a refresh back',
    needs: { strategy: 'instance-refresh', image: 'broken at start' },
    file,
    edits: [["  if (!isGoingBack(refresh)) return { kind: 'roll-back-refresh' };\n", '']],
  },
];
