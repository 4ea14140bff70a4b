import { describe, expect, it } from '@jest/globals';
import { saysHow } from '../../../src/actions/plan-inputs.js';
import { readDeployInputs } from '../../../src/actions/rolling-deploy-inputs.js';
import { RecordedStep } from '../../doubles/recorded-step.js';

const read = (own: Readonly<Record<string, string>>) =>
  readDeployInputs(new RecordedStep({ command: 'undo', group: 'web', ...own }));

describe('how machines are replaced', () => {
  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['says nothing of it where it names no input', {}, false],
    ['says nothing of it where it repeats a default', { strategy: 'rolling', 'min-ready': '30s' }, false],
    ['says it with a strategy', { strategy: 'canary' }, true],
    ['says it with any number of it', { 'max-unavailable': '1' }, true],
  ])('a step %s', (_what, own, expected) => expect(saysHow(read(own))).toBe(expected));
});
