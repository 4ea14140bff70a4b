import type { Mutant } from './mutant.js';

/** Mistakes in what a rollout does next. */
const decisions: readonly Mutant[] = [
  {
    name: 'goes on after another run has claimed the group',
    file: 'rollout/decide.ts',
    find: "if (superseded) return { kind: 'stop' };\n",
    replace: '',
  },
  {
    name: 'gives no sign of life',
    file: 'rollout/decide.ts',
    find: 'if (now - release.heartbeatAt >= lease.heartbeatEvery)',
    replace: 'if (now < 0)',
  },
  {
    name: 'never turns back',
    file: 'rollout/decide.ts',
    find: "if (verdict?.kind === 'turn') return",
    replace: "if (verdict?.kind === 'turn' && now < 0) return",
  },
  {
    name: 'leaves a group to a person as it is',
    file: 'rollout/decide.ts',
    find: "return settle(observation, fleet) ?? { kind: 'end', changes };",
    replace: "return { kind: 'end', changes };",
  },
  {
    name: 'points at the new version from the first moment to the last',
    file: 'rollout/decide.ts',
    find: 'isLaunching(observation, fleet) ? goalOf(release) : provenVersion(observation, fleet)',
    replace: 'goalOf(release)',
  },
  {
    name: 'counts machines as ready that have just been launched',
    file: 'rollout/fleet.ts',
    find: 'ready: fresh.filter(({ healthySince }) => healthySince !== undefined && now - healthySince >= plan.minReady)',
    replace: 'ready: fresh',
  },
  {
    name: 'retires one machine more than the floor allows',
    file: 'rollout/decide.ts',
    find: 'servers - (size - allowance.unavailable))',
    replace: 'servers - (size - allowance.unavailable - 1))',
  },
  {
    name: 'retires two machines too early, and shrinks the group with each',
    file: 'rollout/decide.ts',
    find: 'Math.min(size + allowance.surge, Math.max(size, target + stale.length - leaving.length))',
    replace: '0',
  },
  {
    name: 'trims one machine more than there is surge',
    file: 'rollout/decide.ts',
    find: 'Math.min(atOnce, group.desired - size, group.desired - group.min)',
    replace: 'Math.min(atOnce, group.desired - size + 1, group.desired - group.min)',
  },
  {
    name: 'keeps what surge is left',
    file: 'rollout/decide.ts',
    find: "return leaving.length > 0 ? { kind: 'retire', machines: shrinking(leaving) } : undefined;",
    replace: 'return undefined;',
  },
  {
    name: 'raises desired by more than the surge',
    file: 'rollout/decide.ts',
    find: 'const machines = Math.min(allowance.surge, target - fresh.length - coming);',
    replace: 'const machines = target - fresh.length - coming + 3;',
  },
  {
    name: 'never raises desired',
    file: 'rollout/decide.ts',
    find: 'if (machines <= 0 || group.desired > size) return undefined;',
    replace: 'if (machines <= 0 || group.desired >= size) return undefined;',
  },
  {
    name: 'ends before its machines serve',
    file: 'rollout/fleet.ts',
    find: 'return ready.length >= target && (isProving',
    replace: 'return (isProving',
  },
  {
    name: 'does not soak',
    file: 'rollout/decide.ts',
    find: 'if (plan.soak === 0) return undefined;',
    replace: 'if (plan.soak >= 0) return undefined;',
  },
];

/** Mistakes in what is put back, and in the launch hook. */
const settlements: readonly Mutant[] = [
  {
    name: 'leaves the maximum raised',
    file: 'rollout/settle.ts',
    find: "(isRoomy ? { kind: 'restore-max', max } : undefined) ??",
    replace: '',
  },
  {
    name: 'leaves processes suspended',
    file: 'rollout/settle.ts',
    find: "(resting.length > 0 ? { kind: 'resume', processes: resting } : undefined) ??",
    replace: '',
  },
  {
    name: 'lets machines in that have not passed the gate',
    file: 'rollout/settle.ts',
    find: "const passed = isGated ? reached.filter(({ check }) => check?.state === 'passed') : reached;",
    replace: 'const passed = reached;',
  },
  {
    name: 'deletes the hook while machines wait in it',
    file: 'rollout/settle.ts',
    find: 'if (waiting.length > 0) return test(observation, waiting);',
    replace: '',
  },
  {
    name: 'leaves its hook behind',
    file: 'rollout/settle.ts',
    find: "(group.hook === undefined ? undefined : { kind: 'wait' })",
    replace: 'undefined',
  },
  {
    name: 'points back at the predecessor of a proven version',
    file: 'rollout/fleet.ts',
    find: 'const isKnown = isProven(release) || size === 0;',
    replace: 'const isKnown = size === 0;',
  },
];

/** Mistakes in the verdict on an image. */
const verdicts: readonly Mutant[] = [
  {
    name: 'gives up on the way back',
    file: 'rollout/judge.ts',
    find: "if (direction === 'back') return stuck === undefined ? undefined : { kind: 'give-up', reason: stuck };",
    replace: "if (direction === 'back') return { kind: 'give-up', reason };",
  },
  {
    name: 'turns back to the new version',
    file: 'rollout/release.ts',
    find: "return release.direction === 'forward' ? release.to : release.from;",
    replace: 'return release.to;',
  },
  {
    name: 'takes every machine for late',
    file: 'rollout/judge.ts',
    find: 'now - unhealthySince > (hasServed ? patience.relapse : patience.boot);',
    replace: 'now - unhealthySince > 0;',
  },
  {
    name: 'takes silence for health',
    file: 'rollout/observe.ts',
    find: "const healthy = stage === 'in-service' && trouble === undefined;",
    replace: "const healthy = stage === 'in-service';",
  },
];

/** Mistakes in the count of the surge. */
const sizes: readonly Mutant[] = [
  {
    name: 'takes its surge for the size',
    file: 'rollout/fleet.ts',
    find: 'if (!surge) return group.desired;',
    replace: 'return group.desired;',
  },
  {
    name: 'takes a scale-in for the end of its surge',
    file: 'rollout/fleet.ts',
    find: 'Math.max(group.desired - surgeLeft(group.desired, surge), Math.min(group.desired, surge.from))',
    replace: 'group.desired - surgeLeft(group.desired, surge)',
  },
  {
    name: 'forgets a raise that was not confirmed',
    file: 'rollout/fleet.ts',
    find: 'return raised || desired === from + machines;',
    replace: 'return raised;',
  },
  {
    name: 'raises before it is written down',
    file: 'rollout/rollout.ts',
    find: 'const noted = { ...release, surge: { ...surge, raised: false } };\n  await write(noted, tools);',
    replace: 'const noted = { ...release, surge: { ...surge, raised: false } };',
  },
  {
    name: 'does not write down what surge is left',
    file: 'rollout/rollout.ts',
    find: 'if (!release.surge || shrinking === 0) {',
    replace: 'if (shrinking >= 0) {',
  },
  {
    name: 'has every machine replaced instead of shrinking the group',
    file: 'rollout/act.ts',
    find: 'ShouldDecrementDesiredCapacity: decrement }),',
    replace: 'ShouldDecrementDesiredCapacity: false }),',
  },
];

/** Mistakes in the claim, the ledger and the calls. */
const claims: readonly Mutant[] = [
  {
    name: 'takes over from a run that is alive',
    file: 'rollout/claim.ts',
    find: 'return clock.now() - heartbeatAt >= lease.staleAfter || (await isGone(claimant));',
    replace: 'return clock.now() > 0 || (await isGone(claimant));',
  },
  {
    name: 'lets late changes through the fence',
    file: 'platform/fence.ts',
    find: 'if (age <= this.#reach) return;',
    replace: 'if (age >= 0) return;',
  },
  {
    name: 'does not write down how it ended',
    file: 'rollout/rollout.ts',
    find: 'return write({ ...release, ...observer.boots(), ...move.changes, endedAt: clock.now() }, tools);',
    replace: 'return { ...release, ...move.changes, endedAt: clock.now() };',
  },
  {
    name: 'reports success whatever happened',
    file: 'rollout/end.ts',
    find: "return outcome ?? (rests?.kind === 'paused' ? 'paused' : 'interrupted');",
    replace: "return outcome ? 'succeeded' : rests?.kind === 'paused' ? 'paused' : 'interrupted';",
  },
  {
    name: 'repairs what has ended',
    file: 'rollout/deployment.ts',
    find: 'if (!newest || newest.outcome !== undefined) return undefined;',
    replace: 'if (!newest) return undefined;',
  },
  {
    name: 'does not hear of a cancel',
    file: 'rollout/rollout.ts',
    find: 'while (!tools.cancellation.aborted && ',
    replace: 'while (',
  },
  {
    name: 'stops with an error of the program',
    file: 'rollout/rollout.ts',
    find: 'throw new Failure(`Another run has claimed',
    replace: 'throw new TypeError(`Another run has claimed',
  },
  {
    name: 'terminates machines without draining them',
    file: 'rollout/act.ts',
    find: 'new TerminateInstanceInAutoScalingGroupCommand({ InstanceId: id, ShouldDecrementDesiredCapacity: decrement }),',
    replace:
      "new (await import('@aws-sdk/client-auto-scaling')).SetInstanceHealthCommand({ InstanceId: id, HealthStatus: 'Unhealthy', ShouldRespectGracePeriod: false }),",
  },
  {
    name: 'deletes the version that it came from',
    file: 'rollout/rollout.ts',
    find: "    case 'end':\n",
    replace:
      "    case 'end':\n      await aws.ec2.send(new (await import('@aws-sdk/client-ec2')).DeregisterImageCommand({ ImageId: release.from.imageId }));\n",
  },
  {
    name: 'asks without a pause, and as fast as it can',
    file: 'platform/pace.ts',
    find: 'return Math.max(0, Math.ceil(this.#fullAt - this.#burst * this.#interval - now));',
    replace: 'return 0;',
  },
];

/** Mistakes in the heart, each of which the proof must notice. */
export const mutants: readonly Mutant[] = [...decisions, ...settlements, ...verdicts, ...sizes, ...claims];
