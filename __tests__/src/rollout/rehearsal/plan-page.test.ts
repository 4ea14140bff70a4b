import { describe, expect, it } from '@jest/globals';
import { planLines, planPage } from '../../../../src/rollout/rehearsal/plan-page.js';
import { sampleForecast as forecast } from './sample.js';

const headline = { from: 'ami-old', to: 'ami-new', remarks: ['It carries on release 7.'] };
const page = planPage(forecast, headline);

describe('the plan of a dry run', () => {
  it('says in a table what the picture shows, and all else', () => {
    expect(page.split('\n').filter((line) => line.startsWith('|'))).toEqual([
      '| What | Predicted |',
      '| --- | --- |',
      '| Machines to replace | 4 |',
      '| Strategy | rolling: max-surge 1, max-unavailable 0, min-ready 30 s, soak 0 s |',
      '| Duration | about 6 min 20 s; slow: 1 h 2 min |',
      '| Most machines at a time | 6 (2 more than now, with those that drain) |',
      '| Cost of the extra ones | 9 machine-minutes |',
      '| Fewest that serve | 4 (the plan allows no fewer than 4) |',
      '| API calls | 140 that read, 16 that change |',
      '| End | succeeded in 4 of 5 rehearsals; rolled-back in 1 of 5 rehearsals: No machine became healthy in time. |',
      '| Wave | Machines | Begins | All serve | Done |',
      '| --- | --- | --- | --- | --- |',
      '| 1 | 1 | 0:00 | 1:35 | 2:05 |',
      '| 2 | 3 | 2:05 | never | never |',
      '| Until | Fewest serving | Most machines |',
      '| --- | --- | --- |',
      '| 0:00 | 4 | 4 |',
      '| 3:10 | 4 | 6 |',
      '| 6:20 | 4 | 5 |',
    ]);
    expect(page).toContain('### Plan for shop: ami-old to ami-new');
    expect(page).toContain('It carries on release 7.');
  });

  it('shows text from outside as it is', () => {
    expect(page).toContain('- Launch times are those of "web&#124;1".');
  });

  it('draws machines as bars and those that serve as a line', () => {
    const picture = /```mermaid\n([\s\S]*?)\n```/.exec(page)?.[1]?.split('\n') ?? [];
    expect(picture.slice(1)).toEqual([
      'xychart-beta',
      '  title "Machines (bars), and those that serve (line)"',
      '  x-axis "minutes" 0 --> 6.3',
      '  y-axis "machines" 0 --> 6',
      '  bar [4, 6, 5]',
      '  line [4, 4, 4]',
    ]);
  });

  it('draws nothing for a group without machines', () => {
    expect(planPage({ ...forecast, size: 0, waves: [] }, headline)).not.toContain('mermaid');
  });

  it('stands in the log as aligned text, numbers to the right', () => {
    const lines = planLines(forecast, headline);
    expect(lines).toContain('Wave  Machines  Begins  All serve  Done');
    expect(lines).toContain('   1         1    0:00  1:35       2:05');
    expect(lines).toContain('What                     Predicted');
    expect(lines).toContain('Machines to replace      4');
  });
});
