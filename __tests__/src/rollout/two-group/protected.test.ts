import { expect, it } from '@jest/globals';
import type { GroupView, Machine } from '../../../../src/rollout/heart/observation.js';
import { awaitProtected, endProtected } from '../../../../src/rollout/two-group/protected.js';
import { begun, machine, see } from '../seen.js';

const { group } = see(begun, []);
const one = (id: string, more: Partial<Machine> = {}) => machine(id, 1, { isProtected: true, ...more });
const view = (desired: number, machines: readonly Machine[]): GroupView => ({ group: { ...group, desired }, machines });
const endedIn = (...what: Parameters<typeof endProtected>) => endProtected(...what)?.machines.map(({ id }) => id);

it('ends the protected machines beyond desired by name, so that others come in the place of none', () => {
  expect(endProtected(view(1, [one('a'), one('b')]))).toEqual({
    kind: 'retire',
    machines: [{ id: 'a', decrement: false }],
  });
  expect(endProtected(view(2, [one('a'), one('b')]))).toBeUndefined();
});

it('leaves to AWS what that may end, and what is on its way out or in standby to itself', () => {
  const others = [machine('open', 1), one('leaving', { stage: 'leaving' }), one('aside', { stage: 'aside' })];
  expect(endedIn(view(0, [...others, one('a')]))).toEqual(['a']);
  expect(endedIn(view(1, [...others, one('a')]))).toBeUndefined();
});

it('ends the unwanted first, and twenty at a time', () => {
  const isUnwanted = ({ id }: Machine) => id === 'b';
  expect(endedIn(view(1, [one('a'), one('b')]), isUnwanted)).toEqual(['b']);
  const many = Array.from({ length: 30 }, (_, at) => one(`${at}`));
  expect(endedIn(view(0, many))).toHaveLength(20);
});

it('waits for what is still starting where that will be protected, and is too many', () => {
  const starting = view(1, [one('a'), one('b', { stage: 'starting' })]);
  const protecting = (seen: GroupView): GroupView => ({ ...seen, group: { ...seen.group, protectsNew: true } });
  expect(awaitProtected(protecting(starting))).toEqual({ kind: 'wait' });
  expect(awaitProtected(starting)).toBeUndefined();
  expect(awaitProtected(protecting(view(2, starting.machines)))).toBeUndefined();
  expect(awaitProtected(protecting(view(0, [one('a', { stage: 'waiting' })])))).toBeUndefined();
});
