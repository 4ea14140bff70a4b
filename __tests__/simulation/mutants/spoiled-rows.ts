import type { Mutant } from './mutant.js';
import type { Needs } from './stories.js';

/** Of a launch configuration AWS launches none by name, so desired is raised; and long after that the size changes. */
const raisesDesired: Needs = {
  ...{ strategy: 'canary', kind: 'a launch configuration', machines: 3, minSize: 1, maxSize: 8 },
  plan: { soak: 600_000 },
  scaling: [{ after: 420, by: 2 }],
};

/** The size grows again and again while surge is out. */
const growing: Needs = {
  ...{ machines: 4, minSize: 2, maxSize: 14 },
  scaling: [60, 110, 160, 210, 260, 310].map((after) => ({ after, by: 1 })),
};

/** Mistakes in what comes before all decisions: the claim, and what others make of the size. */
const claimAndSize: readonly Mutant[] = [
  {
    name: 'gives no sign of life',
    row: 'keepClaim',
    file: 'rollout/ledger/keep-claim.ts',
    edits: [['if (now - release.heartbeatAt >= lease.heartbeatEvery)', 'if (now < 0)']],
  },
  {
    name: 'does not confirm a raise whose answer was lost',
    row: 'keepClaim',
    needs: raisesDesired,
    file: 'rollout/ledger/keep-claim.ts',
    edits: [['if (raise?.raised === false && isRaised(group.desired, raise))', 'if (raise === null)']],
  },
  {
    name: 'undoes a size that somebody sets while surge is out',
    row: 'noteSize',
    file: 'rollout/size/note-size.ts',
    edits: [['if (sizeSet) return settleSize(observation, surge, sizeSet);', '']],
  },
  {
    name: 'leaves a bad machine in a launch hook of the owner for as long as that holds it',
    row: 'endTheirWaits',
    file: 'rollout/gate/owners-hooks.ts',
    edits: [["if (direction !== 'back' ||", "if (direction === 'back' ||"]],
  },
  {
    name: 'forgets on its way back what a dead run has launched',
    row: 'dropLaunches',
    needs: { restart: 'never' },
    file: 'rollout/size/note-size.ts',
    edits: [[' || group.desired !== surge.from + surge.machines) return undefined;', ') return undefined;']],
  },
  {
    name: 'writes down what is lost of the surge instead of waiting',
    row: 'noteLoss',
    file: 'rollout/size/note-size.ts',
    edits: [
      [' || machines >= surge.machines) return undefined;', ') return undefined;'],
      ['if (lookedAt - heartbeatAt < oldestRead) return undefined;', ''],
    ],
  },
];

/** Mistakes in what is made of the release command once a rollout has turned back. */
const commands: readonly Mutant[] = [
  {
    name: 'forgets on its way back what the release command has done',
    row: 'noteCommand',
    needs: { image: 'good, with a long migration', plan: { releaseCommand: 'migrate', bootAllowance: 400_000 } },
    file: 'rollout/gate/release-command.ts',
    edits: [
      [
        "return release.direction === 'forward' ? undefined : { kind: 'note', changes: { command } };",
        'return undefined;',
      ],
    ],
  },
];

/** Mistakes in the verdict on an image. */
const verdicts: readonly Mutant[] = [
  {
    name: 'never turns back',
    row: 'judge',
    file: 'rollout/heart/judge.ts',
    edits: [['if (failure === undefined) return undefined;', 'if (failure !== null) return undefined;']],
  },
  {
    name: 'gives up on the way back',
    row: 'judge',
    file: 'rollout/heart/judge.ts',
    edits: [
      [
        "if (direction === 'back') return stuck === undefined ? undefined : leave(stuck);",
        "if (direction === 'back') return leave(reason);",
      ],
    ],
  },
  {
    name: 'takes every machine for late',
    row: 'judge',
    file: 'rollout/heart/judge.ts',
    edits: [['sickFor(machine) > (machine.hasServed ? patience.relapse : patience.boot)', 'sickFor(machine) > 0']],
  },
  {
    name: 'takes silence for health',
    row: 'judge',
    file: 'rollout/group/group-look.ts',
    edits: [
      ["const healthy = stage === 'in-service' && trouble === undefined;", "const healthy = stage === 'in-service';"],
    ],
  },
  {
    name: 'goes on without a person where one was to be asked',
    row: 'judge',
    file: 'rollout/heart/judge.ts',
    edits: [["if (plan.onFailure === 'hold') return { direction: 'hold', reason: failure };\n", '']],
  },
];

/** Mistakes in what is put back, and in the launch hook. */
const settlements: readonly Mutant[] = [
  {
    name: 'ends with the maximum that it has raised',
    row: 'settle',
    file: 'rollout/heart/decide.ts',
    edits: [['if (settling) return settling;', '']],
  },
  {
    name: 'does not let go of its hook',
    row: 'settle',
    needs: { strategy: 'rolling behind a gate', image: 'broken at start', plan: { onFailure: 'hold' } },
    file: 'rollout/heart/settle.ts',
    edits: [["return isNeeded ? undefined : { kind: 'delete-hook' };", 'return undefined;']],
  },
  {
    name: 'does not pause',
    row: 'pause',
    file: 'rollout/heart/decide.ts',
    edits: [['return rests ? ', 'return rests && fleet.size < 0 ? ']],
  },
  {
    name: 'deletes the hook while machines wait in it',
    row: 'letGo',
    file: 'rollout/heart/settle.ts',
    edits: [
      [
        'if (waiting.length > 0) return test(observation, waiting);',
        "if (waiting.length > 0) return { kind: 'delete-hook' };",
      ],
    ],
  },
  {
    name: 'has AWS end the wait of machines before its eyes',
    row: 'letGo',
    file: 'rollout/gate/hook-heartbeat.ts',
    edits: [['filter(([, toldAt]) => toldAt <= dueBefore)', 'filter(([, toldAt]) => toldAt < 0 && dueBefore < 0)']],
  },
];

/** Mistakes before machines are touched, and in what the group launches from. */
const preparations: readonly Mutant[] = [
  {
    name: 'leaves alone what floats with a parameter',
    row: 'prepare',
    needs: { kind: 'a template that follows a parameter' },
    file: 'rollout/heart/decide.ts',
    edits: [['.some((version) => version.isFloating)', '.some((version) => version.imageId === undefined)']],
  },
  {
    name: 'announces a launch again instead of making it',
    row: 'announce',
    file: 'rollout/heart/decide.ts',
    edits: [['launchesByName && !release.surge?.launches;', 'launchesByName;']],
  },
  {
    name: 'puts no hook before machines that are to be tested',
    row: 'launchFrom',
    needs: { strategy: 'rolling behind a gate' },
    file: 'rollout/heart/settle.ts',
    edits: [['if (isOurs && holdsMachines(release) && group.hook !== otherwise)', 'if (group.name === otherwise)']],
  },
  {
    name: 'keeps what its warm pool has ready of the old version',
    row: 'renewWarm',
    file: 'rollout/heart/settle.ts',
    edits: [
      [
        "return stale.length > 0 && !release.isStranded ? { kind: 'retire-warm', ids: firstOf(stale) } : undefined;",
        'return undefined;',
      ],
    ],
  },
  {
    name: 'launches each raise with the tokens of the first',
    row: 'launch',
    file: 'rollout/size/raise.ts',
    edits: [['raises: (release.raises ?? 0) + 1', 'raises: 1']],
  },
  {
    name: 'does not count what it has launched',
    row: 'launch',
    file: 'rollout/moves/change-size.ts',
    edits: [
      ['machines: surge.machines + machines, changedAt, ...(short', 'machines: surge.machines, changedAt, ...(short'],
    ],
  },
];

/** Mistakes in how machines are exchanged. */
const exchanges: readonly Mutant[] = [
  {
    name: 'puts kept machines back under a maximum that has no room for them',
    row: 'restore',
    file: 'rollout/heart/replace.ts',
    edits: [
      [
        'kept.slice(0, atOnce).map(({ id }) => id), ...(group.max < max && { max })',
        'kept.slice(0, atOnce).map(({ id }) => id)',
      ],
    ],
  },
  {
    name: 'retires two machines too early, and shrinks the group with each',
    row: 'replace',
    file: 'rollout/heart/replace.ts',
    edits: [['Math.min(size + allowance.surge, Math.max(size, target + unitsOf(stale) - unitsOf(leaving)))', '0']],
  },
  {
    name: 'counts machines as ready that have just been launched',
    row: 'replace',
    file: 'rollout/heart/fleet.ts',
    edits: [
      [
        'ready: fresh.filter(({ healthySince }) => healthySince !== undefined && now - healthySince >= plan.minReady)',
        'ready: fresh',
      ],
    ],
  },
  {
    name: 'trims one machine more than there is surge',
    row: 'trim',
    file: 'rollout/heart/replace.ts',
    edits: [
      [
        'const surplus = Math.min(group.desired - size, group.desired - group.min);',
        'const surplus = Math.min(group.desired - size + 1, group.desired - group.min);',
      ],
    ],
  },
  {
    name: 'keeps what surge is left',
    row: 'trim',
    file: 'rollout/heart/replace.ts',
    edits: [
      [
        "if (leaving.length > 0) return { kind: 'retire', machines: leaving.map(({ id }) => ({ id, decrement: true })) };",
        '',
      ],
    ],
  },
  {
    name: 'has every machine replaced instead of shrinking the group',
    row: 'trim',
    file: 'rollout/changes/act.ts',
    edits: [['ShouldDecrementDesiredCapacity: decrement }),', 'ShouldDecrementDesiredCapacity: false }),']],
  },
  {
    name: 'never raises desired',
    row: 'surge',
    file: 'rollout/heart/replace.ts',
    edits: [['if (machines <= 0) return undefined;', 'if (machines <= 0 || group.desired >= size) return undefined;']],
  },
  {
    name: 'forgets the size that it raises from',
    row: 'surge',
    file: 'rollout/size/size.ts',
    edits: [['if (!surge) return group.desired;', 'return group.desired;']],
  },
  {
    name: 'forgets a raise that was not confirmed',
    row: 'surge',
    needs: raisesDesired,
    file: 'rollout/size/size.ts',
    edits: [['return raised || desired === from + machines;', 'return raised;']],
  },
  {
    name: 'raises before it is written down',
    row: 'surge',
    needs: { kind: 'a launch configuration' },
    file: 'rollout/moves/change-size.ts',
    edits: [['  await writeDown(noted, tools);\n  const isRaised', '  const isRaised']],
  },
  {
    name: 'does not write down what surge is left',
    row: 'replace',
    needs: growing,
    file: 'rollout/moves/change-size.ts',
    edits: [['if (!release.surge || units === 0) {', 'if (units >= 0) {']],
  },
  {
    name: 'ends before its machines serve',
    row: 'endWave',
    needs: { image: 'broken at start', machines: 4, minSize: 2, maxSize: 8 },
    file: 'rollout/heart/fleet.ts',
    edits: [['return unitsOf(ready) >= target && (isProving', 'return (isProving']],
  },
  {
    name: 'does not soak',
    row: 'endWave',
    file: 'rollout/heart/decide.ts',
    edits: [['if (plan.soak === 0) return undefined;', 'if (plan.soak >= 0) return undefined;']],
  },
];

/** Mistakes in the rows of `nextMove` and `decide`, in their order. */
export const spoiledRows: readonly Mutant[] = [
  ...claimAndSize,
  ...commands,
  ...verdicts,
  ...settlements,
  ...preparations,
  ...exchanges,
];
