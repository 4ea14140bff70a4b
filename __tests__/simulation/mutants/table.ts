import type { Mutant } from './mutant.js';

/** Mistakes in what a rollout does next. */
const decisions: readonly Mutant[] = [
  {
    name: 'goes on after another run has claimed the group',
    file: 'rollout/heart/decide.ts',
    edits: [["if (superseded) return { kind: 'stop' };\n", '']],
  },
  {
    name: 'gives no sign of life',
    file: 'rollout/heart/decide.ts',
    edits: [['if (now - release.heartbeatAt >= lease.heartbeatEvery)', 'if (now < 0)']],
  },
  {
    name: 'never turns back',
    file: 'rollout/heart/decide.ts',
    edits: [["if (verdict?.kind === 'turn') return", "if (verdict?.kind === 'turn' && release.number < 0) return"]],
  },
  {
    name: 'leaves a group to a person as it is',
    file: 'rollout/heart/decide.ts',
    edits: [["return settle(observation, fleet) ?? { kind: 'end', changes };", "return { kind: 'end', changes };"]],
  },
  {
    name: 'points at the new version from the first moment to the last',
    file: 'rollout/heart/decide.ts',
    edits: [
      ['isLaunching(observation, fleet) ? goalOf(release) : provenVersion(observation, fleet)', 'goalOf(release)'],
    ],
  },
  {
    name: 'counts machines as ready that have just been launched',
    file: 'rollout/heart/fleet.ts',
    edits: [
      [
        'ready: fresh.filter(({ healthySince }) => healthySince !== undefined && now - healthySince >= plan.minReady)',
        'ready: fresh',
      ],
    ],
  },
  {
    name: 'retires one machine more than the floor allows',
    file: 'rollout/heart/replace.ts',
    edits: [['servers - (size - allowance.unavailable))', 'servers - (size - allowance.unavailable - 1))']],
  },
  {
    name: 'retires two machines too early, and shrinks the group with each',
    file: 'rollout/heart/replace.ts',
    edits: [['Math.min(size + allowance.surge, Math.max(size, target + stale.length - leaving.length))', '0']],
  },
  {
    name: 'trims one machine more than there is surge',
    file: 'rollout/heart/replace.ts',
    edits: [
      [
        'Math.min(slice(size), group.desired - size, group.desired - group.min)',
        'Math.min(slice(size), group.desired - size + 1, group.desired - group.min)',
      ],
    ],
  },
  {
    name: 'keeps what surge is left',
    file: 'rollout/heart/replace.ts',
    edits: [
      [
        "return leaving.length > 0 ? { kind: 'retire', machines: shrinking(leaving) } : undefined;",
        'return undefined;',
      ],
    ],
  },
  {
    name: 'raises desired by more than the surge',
    file: 'rollout/heart/replace.ts',
    edits: [
      [
        'const machines = Math.min(surgeToCome(observation, fleet), target - fresh.length - coming);',
        'const machines = target - fresh.length - coming + 3;',
      ],
    ],
  },
  {
    name: 'never raises desired',
    file: 'rollout/heart/replace.ts',
    edits: [
      ['if (machines <= 0) return undefined;', 'if (machines <= 0 || group.desired >= fleet.size) return undefined;'],
    ],
  },
  {
    name: 'ends before its machines serve',
    file: 'rollout/heart/fleet.ts',
    edits: [['return ready.length >= target && (isProving', 'return (isProving']],
  },
  {
    name: 'does not soak',
    file: 'rollout/heart/decide.ts',
    edits: [['if (plan.soak === 0) return undefined;', 'if (plan.soak >= 0) return undefined;']],
  },
];

/** Mistakes in what is put back, and in the launch hook. */
const settlements: readonly Mutant[] = [
  {
    name: 'leaves the maximum raised',
    file: 'rollout/heart/settle.ts',
    edits: [["(isRoomy ? { kind: 'restore-max', max } : undefined) ??", '']],
  },
  {
    name: 'leaves processes suspended',
    file: 'rollout/heart/settle.ts',
    edits: [["(resting.length > 0 ? { kind: 'resume', processes: resting } : undefined) ??", '']],
  },
  {
    name: 'lets machines in that have not passed the gate',
    file: 'rollout/heart/settle.ts',
    edits: [
      [
        "const passed = isGated ? reached.filter(({ check }) => check?.state === 'passed') : reached;",
        'const passed = reached;',
      ],
    ],
  },
  {
    name: 'deletes the hook while machines wait in it',
    file: 'rollout/heart/settle.ts',
    edits: [
      [
        'const tested = waiting.length > 0 ? test(observation, waiting) : undefined;',
        "const tested: Move | undefined = waiting.length > 0 ? { kind: 'delete-hook' } : undefined;",
      ],
    ],
  },
  {
    name: 'leaves its hook behind',
    file: 'rollout/heart/settle.ts',
    edits: [["(group.hook === undefined ? undefined : { kind: 'wait' })", 'undefined']],
  },
  {
    name: 'points back at the predecessor of a proven version',
    file: 'rollout/heart/fleet.ts',
    edits: [['const isKnown = isProven(release) || size === 0;', 'const isKnown = size === 0;']],
  },
];

/** Mistakes in the verdict on an image. */
const verdicts: readonly Mutant[] = [
  {
    name: 'gives up on the way back',
    file: 'rollout/heart/judge.ts',
    edits: [
      [
        "if (direction === 'back') return stuck === undefined ? undefined : { kind: 'give-up', reason: stuck };",
        "if (direction === 'back') return { kind: 'give-up', reason };",
      ],
    ],
  },
  {
    name: 'turns back to the new version',
    file: 'rollout/heart/release.ts',
    edits: [["return release.direction === 'forward' ? release.to : release.from;", 'return release.to;']],
  },
  {
    name: 'takes every machine for late',
    file: 'rollout/heart/judge.ts',
    edits: [
      [
        'now - machine.unhealthySince > (machine.hasServed ? patience.relapse : patience.boot);',
        'now - machine.unhealthySince > 0;',
      ],
    ],
  },
  {
    name: 'takes silence for health',
    file: 'rollout/group/observe.ts',
    edits: [
      ["const healthy = stage === 'in-service' && trouble === undefined;", "const healthy = stage === 'in-service';"],
    ],
  },
];

/** Mistakes in the count of the surge. */
const sizes: readonly Mutant[] = [
  {
    name: 'launches each raise with the tokens of the first',
    file: 'rollout/heart/surge.ts',
    edits: [['raises: (release.raises ?? 0) + 1', 'raises: 1']],
  },
  {
    name: 'does not count what it has launched',
    file: 'rollout/rollout.ts',
    edits: [['machines: surge.machines + machines, ...(short', 'machines: surge.machines, ...(short']],
  },
  {
    name: 'takes its surge for the size',
    file: 'rollout/heart/fleet.ts',
    edits: [['if (!surge) return group.desired;', 'return group.desired;']],
  },
  {
    name: 'takes a scale-in for the end of its surge',
    file: 'rollout/heart/fleet.ts',
    edits: [
      [
        'Math.max(group.desired - surgeLeft(group.desired, surge), Math.min(group.desired, surge.from))',
        'group.desired - surgeLeft(group.desired, surge)',
      ],
    ],
  },
  {
    name: 'forgets a raise that was not confirmed',
    file: 'rollout/heart/fleet.ts',
    edits: [['return raised || desired === from + machines;', 'return raised;']],
  },
  {
    name: 'raises before it is written down',
    file: 'rollout/rollout.ts',
    edits: [
      [
        'const noted = { ...release, surge: { ...surge, raised: false } };\n  await write(noted, tools);',
        'const noted = { ...release, surge: { ...surge, raised: false } };',
      ],
    ],
  },
  {
    name: 'does not write down what surge is left',
    file: 'rollout/rollout.ts',
    edits: [['if (!release.surge || shrinking === 0) {', 'if (shrinking >= 0) {']],
  },
  {
    name: 'has every machine replaced instead of shrinking the group',
    file: 'rollout/changes/act.ts',
    edits: [['ShouldDecrementDesiredCapacity: decrement }),', 'ShouldDecrementDesiredCapacity: false }),']],
  },
];

/** Mistakes in the claim, the ledger and the calls. */
const claims: readonly Mutant[] = [
  {
    name: 'takes over from a run that is alive',
    file: 'rollout/ledger/claim.ts',
    edits: [
      [
        'return clock.now() - heartbeatAt >= lease.staleAfter || (await isGone(claimant));',
        'return clock.now() > 0 || (await isGone(claimant));',
      ],
    ],
  },
  {
    name: 'lets late changes through the fence',
    file: 'platform/fence.ts',
    edits: [['if (age <= this.#reach) return;', 'if (age >= 0) return;']],
  },
  {
    name: 'does not write down how it ended',
    file: 'rollout/rollout.ts',
    edits: [
      [
        'return write({ ...release, ...observer.boots(), ...move.changes, endedAt: clock.now() }, tools);',
        'return { ...release, ...move.changes, endedAt: clock.now() };',
      ],
    ],
  },
  {
    name: 'reports success whatever happened',
    file: 'rollout/telling/end.ts',
    edits: [
      [
        "return outcome ?? (rests?.kind === 'paused' ? 'paused' : 'interrupted');",
        "return outcome ? 'succeeded' : rests?.kind === 'paused' ? 'paused' : 'interrupted';",
      ],
    ],
  },
  {
    name: 'repairs what has ended',
    file: 'rollout/deployment.ts',
    edits: [
      ['if (newest.outcome === undefined) return this.#end(', "if (newest.outcome !== 'unchanged') return this.#end("],
    ],
  },
  {
    name: 'does not hear of a cancel',
    file: 'rollout/rollout.ts',
    edits: [['while (!tools.cancellation.aborted && ', 'while (']],
  },
  {
    name: 'stops with an error of the program',
    file: 'rollout/rollout.ts',
    edits: [['throw new Failure(`Another run has claimed', 'throw new TypeError(`Another run has claimed']],
  },
  {
    name: 'terminates machines without draining them',
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
    name: 'deregisters the image that it came from',
    file: 'rollout/rollout.ts',
    edits: [
      [
        'import { createVersions',
        "import { DeregisterImageCommand } from '@aws-sdk/client-ec2';\nimport { createVersions",
      ],
      [
        "    case 'end':\n",
        "    case 'end':\n      await aws.ec2.send(new DeregisterImageCommand({ ImageId: release.from.imageId }));\n",
      ],
    ],
  },
  {
    name: 'asks without a pause, and as fast as it can',
    file: 'platform/pace.ts',
    edits: [['return Math.max(0, Math.ceil(this.#fullAt - this.#burst * this.#interval - now));', 'return 0;']],
  },
];

/** Mistakes in the heart, each of which the proof must notice. */
export const mutants: readonly Mutant[] = [...decisions, ...settlements, ...verdicts, ...sizes, ...claims];
