import { expect, it } from '@jest/globals';
import { type Controlled, control } from '../../../sandbox/wire/control.js';

it('the clock tells one instant in both ways, though time goes on', async () => {
  let now = 0;
  const controlled = { world: { clock: { now: () => now++ } } } as unknown as Controlled;
  const { body } = await control(controlled, { method: 'GET', path: '/_sandbox/clock', body: '' });
  const said = JSON.parse(String(body));
  expect(Date.parse(said.time)).toBe(said.now);
});
