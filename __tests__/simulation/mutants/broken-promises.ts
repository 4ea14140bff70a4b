import type { Mutant } from './mutant.js';

/** Mistakes that break what holds always. */
const always: readonly Mutant[] = [
  {
    name: 'retires one machine more than the floor allows',
    breaks: 'A1',
    file: 'rollout/heart/replace.ts',
    edits: [
      [
        'const room = unitsOf([...ready, ...well]) - (size - allowance.unavailable);',
        'const room = unitsOf([...ready, ...well]) - (size - allowance.unavailable - 1);',
      ],
    ],
  },
  {
    name: 'terminates machines without draining them',
    breaks: 'A2',
    file: 'rollout/changes/act.ts',
    edits: [
      ['return retire({ autoScaling }, change);', 'return retire(aws, change);'],
      [
        'async function retire({ autoScaling }: AutoScaling, { machines }',
        'async function retire({ autoScaling, ec2 }: Aws, { machines }',
      ],
      [
        'new TerminateInstanceInAutoScalingGroupCommand({ InstanceId: id, ShouldDecrementDesiredCapacity: decrement }),\n    );',
        'new TerminateInstanceInAutoScalingGroupCommand({ InstanceId: id, ShouldDecrementDesiredCapacity: decrement }),\n    );\n    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));',
      ],
    ],
  },
  {
    name: 'raises desired by more than the surge',
    breaks: 'A3',
    file: 'rollout/heart/replace.ts',
    edits: [
      [
        'const machines = Math.min(surgeToCome(observation, fleet), missingIn(observation, fleet));',
        'const missing = missingIn(observation, fleet); const machines = missing > 0 ? missing + 3 : 0;',
      ],
    ],
  },
  {
    name: 'keeps the maximum raised while its waves soak',
    breaks: 'A3',
    needs: { strategy: 'canary', machines: 4, minSize: 2, maxSize: 4, plan: { soak: 600_000 } },
    file: 'rollout/heart/decide.ts',
    edits: [['return restoreMax(observation) ?? soaking;', 'return soaking;']],
  },
  {
    name: 'deregisters the image that it came from',
    breaks: 'A4',
    file: 'rollout/moves/close.ts',
    edits: [
      ['import type { Aws }', "import { DeregisterImageCommand } from '@aws-sdk/client-ec2';\nimport type { Aws }"],
      [
        '  await discardCopies(',
        '  await aws.ec2.send(new DeregisterImageCommand({ ImageId: release.from.imageId }));\n  await discardCopies(',
      ],
    ],
  },
  {
    name: 'goes on after another run has claimed the group',
    breaks: 'A5',
    file: 'rollout/ledger/keep-claim.ts',
    edits: [["if (superseded) return { kind: 'stop' };\n", '']],
  },
  {
    name: 'takes over from a run that is alive',
    breaks: 'A5',
    needs: { rivalAfter: 60 },
    file: 'rollout/ledger/abandoned.ts',
    edits: [
      [
        'return clock.now() - heartbeatAt >= lease.staleAfter || (await isGone(claimant));',
        'return clock.now() > 0 || (await isGone(claimant));',
      ],
    ],
  },
  {
    name: 'lets late changes through the fence',
    breaks: 'A5',
    file: 'platform/fence.ts',
    edits: [['if (age <= this.#reach) return;', 'if (age >= 0) return;']],
  },
  {
    name: 'renews its lease by what an old look has led to',
    breaks: 'A5',
    needs: { machines: 4, minSize: 2, maxSize: 8, plan: { pollInterval: 60_000 } },
    file: 'rollout/ledger/write-down.ts',
    edits: [['  writing.fence.check();\n', '']],
  },
  {
    name: 'asks without a pause, and as fast as it can',
    breaks: 'A6',
    file: 'platform/pace.ts',
    edits: [['return Math.max(0, Math.ceil(this.#fullAt - this.#burst * this.#interval - now));', 'return 0;']],
  },
  {
    name: 'points back at the predecessor of a proven version',
    breaks: 'A7',
    file: 'rollout/heart/fleet.ts',
    edits: [['const isKnown = isProven(release) || size === 0;', 'const isKnown = size === 0;']],
  },
  {
    name: 'lets machines in that have not passed the gate',
    breaks: 'A8',
    needs: { strategy: 'rolling behind a gate' },
    file: 'rollout/heart/settle.ts',
    edits: [
      [
        "const passed = isGated ? reached.filter(({ check }) => check?.state === 'passed') : reached;",
        'const passed = reached;',
      ],
    ],
  },
];

/** Mistakes that break what holds at every end, and in time. */
const atTheEnd: readonly Mutant[] = [
  {
    name: 'turns back to the new version',
    breaks: 'E1',
    file: 'rollout/heart/waves.ts',
    edits: [["return release.direction === 'forward' ? release.to : release.from;", 'return release.to;']],
  },
  {
    name: 'leaves the maximum raised',
    breaks: 'E2',
    file: 'rollout/heart/settle.ts',
    edits: [["return isRoomy ? { kind: 'restore-max', max: baseline.max } : undefined;", 'return undefined;']],
  },
  {
    name: 'leaves processes suspended',
    breaks: 'E3',
    file: 'rollout/moves/take.ts',
    edits: [['await act(tools.aws, observation, move);\n  const suspended', 'const suspended']],
  },
  {
    name: 'does not write down how it ended',
    breaks: 'E4',
    file: 'rollout/moves/close.ts',
    edits: [
      [
        'return writeDown({ ...release, ...observer.boots(), ...move.changes, endedAt: clock.now() }, tools);',
        'return { ...release, ...move.changes, endedAt: clock.now() };',
      ],
    ],
  },
  {
    name: 'reports success whatever happened',
    breaks: 'E5',
    file: 'rollout/telling/explain.ts',
    edits: [
      [
        "return outcome ?? (rests?.kind === 'paused' ? 'paused' : 'interrupted');",
        "return outcome ? 'succeeded' : rests?.kind === 'paused' ? 'paused' : 'interrupted';",
      ],
    ],
  },
  {
    name: 'repairs what has ended',
    breaks: 'L1',
    needs: { restsFor: 1_500 },
    file: 'rollout/deployment/repair.ts',
    edits: [
      [
        'if (newest.outcome === undefined) return session.end(',
        "if (newest.outcome !== 'unchanged') return session.end(",
      ],
    ],
  },
  {
    name: 'does again after a cancel, look after look, what no late read shows as done',
    breaks: 'L2',
    needs: {
      strategy: 'two-group behind a gate, kept',
      seed: 6,
      profile: 'nasty',
      lateReads: { likelihood: 0.6, upTo: 15 },
    },
    file: 'rollout/after-cancel.ts',
    edits: [['const isDoneLast = isOverdue && ', 'const isDoneLast = isOverdue && !isOverdue && ']],
  },
  {
    name: 'keeps the launch hook after a cancel as long as anything comes to it',
    breaks: 'L2',
    needs: { strategy: 'rolling behind a gate', profile: 'nasty' },
    file: 'rollout/after-cancel.ts',
    edits: [
      ['const isHeld = move !== undefined && ', 'const isHeld = move !== undefined && isOverdue && !isOverdue && '],
    ],
  },
  {
    name: 'lets untested machines in after a cancel',
    breaks: 'A8',
    needs: { strategy: 'rolling behind a gate', profile: 'nasty' },
    file: 'rollout/after-cancel.ts',
    edits: [['const untested = isKnown ? [] :', 'const untested = !isKnown ? [] :']],
  },
  {
    name: 'stops with an error of the program',
    breaks: 'L3',
    file: 'rollout/moves/take.ts',
    edits: [['throw new Failure(`Another run has claimed', 'throw new TypeError(`Another run has claimed']],
  },
  {
    name: 'points at the new version from the first moment to the last',
    breaks: 'S1',
    needs: { strategy: 'rolling', image: 'broken at start' },
    file: 'rollout/heart/decide.ts',
    edits: [['isLaunching(observation, fleet) ? goalOf(release) : provenVersion(observation)', 'goalOf(release)']],
  },
];

/** Mistakes for the invariants, in their order; each must be found by its own. */
export const brokenPromises: readonly Mutant[] = [...always, ...atTheEnd];
