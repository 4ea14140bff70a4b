import type { Scenario } from './scenario.js';

const minute = 60_000;

const group = { seed: 11, machines: 4, minSize: 2, maxSize: 6 } as const;
const larger = { ...group, machines: 6, maxSize: 10 } as const;

/** What the matrix leaves out and chance does not draw: what a plan, a group or a person asks for, and how it must end. */
const occasions = {
  'a soak longer than a lease': { scenario: { ...group, strategy: 'rolling', plan: { soak: 25 * minute } } },
  'a repair when the claim is long stale': { scenario: { ...group, strategy: 'rolling', restsFor: 1_500 } },
  'a pause, and on': { scenario: { ...group, strategy: 'canary', plan: { pauseAfter: 1 }, afterwards: 'resume' } },
  'a pause, and back': {
    scenario: { ...group, strategy: 'canary', plan: { pauseAfter: 1 }, afterwards: 'abort' },
    outcome: 'aborted',
  },
  'an undo of what was kept': { scenario: { ...group, strategy: 'blue-green, kept', afterwards: 'undo' } },
  'an undo of what was kept, at maximum': {
    scenario: { ...group, maxSize: 4, strategy: 'blue-green, kept', afterwards: 'undo' },
  },
  'an undo of what has gone': { scenario: { ...group, strategy: 'rolling', afterwards: 'undo' } },
  'a bad image, held for a person': {
    scenario: { ...group, strategy: 'rolling', image: 'broken at start', plan: { onFailure: 'hold' } },
    outcome: 'needs-attention',
  },
  'a maximum that stays, at maximum': {
    scenario: {
      ...{ ...group, maxSize: 4, strategy: 'rolling' },
      plan: { raiseMax: false, maxUnavailable: { machines: 1 } },
    },
  },
  'a release command': { scenario: { ...group, strategy: 'rolling', plan: { releaseCommand: 'migrate' } } },
  'a release command behind a gate': {
    scenario: { ...group, strategy: 'rolling behind a gate', plan: { releaseCommand: 'migrate' } },
  },
  'a release command that takes longer than our hook waits': {
    scenario: {
      ...{ ...group, strategy: 'rolling', image: 'good, with a long migration' },
      plan: { releaseCommand: 'migrate', bootAllowance: 400_000 },
    },
  },
  'a release command in the middle of which the job is cancelled': {
    scenario: {
      ...{ ...group, strategy: 'rolling', image: 'good, with a long migration', cancelAfter: 400 },
      plan: { releaseCommand: 'migrate', bootAllowance: 400_000 },
    },
    outcome: 'needs-attention',
  },
  'a warm pool, larger than the surge': {
    scenario: { ...group, maxSize: 10, strategy: 'rolling', kind: 'a warm pool' },
  },
  'a template that floats': {
    scenario: { ...group, strategy: 'rolling', kind: 'a template that follows a parameter' },
  },
  'a scheduled action': {
    scenario: { ...larger, strategy: 'rolling', world: { faults: ['scheduled-action'], likelihood: 1 } },
  },
  'a scheduled action that is missed': {
    scenario: {
      ...{ ...larger, strategy: 'rolling', world: { faults: ['scheduled-action'], likelihood: 1 } },
      plan: { suspend: ['ScheduledActions'] },
    },
  },
  'a size set by a person': {
    scenario: { ...larger, strategy: 'canary', world: { faults: ['sizes-changed'], likelihood: 1 } },
  },
  'more than one call can name': {
    scenario: { seed: 9, strategy: 'blue-green', machines: 40, maxSize: 100 },
  },
} as const satisfies Readonly<Record<string, { readonly scenario: Scenario; readonly outcome?: string }>>;

/** All of them, each with its name and its end. */
export function allOccasions(): readonly { name: string; scenario: Scenario; outcome: string }[] {
  return Object.entries(occasions).map(([name, occasion]) => ({ name, outcome: 'succeeded', ...occasion }));
}
