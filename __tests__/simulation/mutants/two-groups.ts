import type { Mutant } from './mutant.js';
import type { Needs } from './stories.js';

const decisions = 'rollout/two-group/decide-two-groups.ts';
const back = 'rollout/two-group/go-back.ts';
const holding = 'rollout/two-group/hold.ts';
const leaving = 'rollout/two-group/leaving.ts';

/** The size grows again and again, and reads are late. */
const growingLate: Needs = {
  ...{ strategy: 'two-group', machines: 4, minSize: 2, maxSize: 14, lateReads: { likelihood: 0.6, upTo: 15 } },
  scaling: [150, 200, 250, 300, 350, 400].map((after) => ({ after, by: 1 })),
};

/** AWS ends none of them, however small their group is made. */
const protectedOnes: Needs = { strategy: 'two-group', kind: 'machines protected from scale-in' };

/** Mistakes in a rollout between two groups. */
export const betweenTwo: readonly Mutant[] = [
  {
    name: 'shifts requests to a group that is not as large as it must be',
    file: decisions,
    edits: [['return ready.length >= size && (', 'return ready.length > 0 && (fresh.length > 0 || ']],
  },
  {
    name: 'takes machines from a group before its requests are back with the other one',
    file: back,
    edits: [
      [
        'returnRequests(observation) ??\n',
        'resize(group, pair.sides.green.sizes) ??\n    returnRequests(observation) ??\n',
      ],
    ],
  },
  {
    name: 'takes a group out of its rule before its last requests are answered',
    // Else machines go so slowly that their requests are answered all the same.
    needs: { strategy: 'two-group', profile: 'fast' },
    file: back,
    edits: [
      ['return { ...sides.weights, ...(weights.green !== undefined && { green: 0 }) };', 'return sides.weights;'],
    ],
  },
  {
    name: 'leaves a group in the rule that was in none',
    file: back,
    edits: [
      [' ?? leaveRule(observation)', ''],
      ['asBefore(observation, sides.weights)', 'asBefore(observation)'],
    ],
  },
  {
    name: 'leaves the new image in the idle group after the way back',
    file: back,
    edits: [[' ?? empty(observation, fleet)', '']],
  },
  {
    name: 'leaves the idle group large after the way back',
    file: back,
    edits: [
      ['    withRequestsBack(observation, resize(group, pair.sides.green.sizes)) ??\n', ''],
      ['asBefore(observation, sides.weights)', '[]'],
    ],
  },
  {
    name: 'leaves the minimum of the serving group pinned after the way back',
    file: back,
    edits: [
      ['pair.sides.green.sizes)) ??\n    unpin(observation) ??\n', 'pair.sides.green.sizes)) ??\n'],
      ['asBefore(observation, sides.weights)', '[]'],
    ],
  },
  {
    name: 'leaves the minimum of the new group pinned',
    file: decisions,
    edits: [['    inherit(observation) ??\n', '']],
  },
  {
    name: 'leaves the old group as large as it was',
    file: decisions,
    edits: [
      ['    resize(blue.group, { ...blue.group, ...idleSizes(observation) }) ??\n', ''],
      [', last: asShifted(observation) };\n}\n\n/** Green takes', ' };\n}\n\n/** Green takes'],
    ],
  },
  {
    name: 'leaves in the old group what is protected from scale-in',
    needs: protectedOnes,
    file: decisions,
    edits: [['    (release.plan.keepPrevious === 0 ? endProtected(blue) : undefined) ??\n', '']],
  },
  {
    name: 'leaves in a kept group what is protected from scale-in, once its time is over',
    needs: { ...protectedOnes, strategy: 'two-group behind a gate, kept', restsFor: 1_800 },
    file: decisions,
    edits: [[' ?? endProtected(blue) ?? awaitProtected(blue)', '']],
  },
  {
    name: 'waits on the way back for AWS to end what is protected from scale-in',
    needs: { ...protectedOnes, image: 'broken after 2 minutes' },
    file: back,
    edits: [['    endProtected(observation, (machine) => runs(machine, release.to)) ??\n', '']],
  },
  {
    name: 'leaves the minimum of a kept group pinned',
    needs: { strategy: 'two-group behind a gate, kept' },
    file: leaving,
    edits: [['return isPinned(observation) ? { min } : {};', 'return {};']],
  },
  {
    name: 'believes one read that a pinned minimum is not',
    needs: { strategy: 'two-group behind a gate, kept', lateReads: { likelihood: 0.6, upTo: 15 } },
    file: 'rollout/moves/close.ts',
    edits: [['leaveAs(move.last ?? [], ', 'leaveAs([], ']],
  },
  {
    name: 'takes a minimum of ours that is read late for one of the owner',
    needs: growingLate,
    file: holding,
    edits: [['return pin.was.includes(min) && (', 'return pin.was.includes(min) && pin.size < 0 && (']],
  },
  {
    name: 'does not let the idle group get smaller with the serving one',
    file: holding,
    edits: [
      [
        'max: observation.pair.blue.group.max, desired: size }',
        'max: observation.pair.blue.group.max, desired: Math.max(size, observation.group.desired) }',
      ],
    ],
  },
  {
    name: 'does not let the idle group grow with the serving one',
    file: holding,
    edits: [
      [
        'max: observation.pair.blue.group.max, desired: size }',
        'max: observation.pair.blue.group.max, desired: observation.group.desired || size }',
      ],
    ],
  },
  {
    name: 'pins a minimum without writing down what it was',
    file: holding,
    edits: [['if (pin?.size !== size || isTheirs) {', 'if (size < 0) {']],
  },
  {
    name: 'takes the group without requests for the one that serves',
    file: 'rollout/two-group/find-sides.ts',
    edits: [['  if (isServing[0]) {', '  if (isServing[1]) {']],
  },
];
