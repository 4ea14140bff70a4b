import { scenarioOf } from './draw.js';
import { play } from './play.js';

/** What went wrong in these stories of a campaign, each with the command that replays it. */
export async function wrongInSeeds(campaign: number, numbers: Iterable<number>): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const number of numbers) {
    const scenario = scenarioOf(campaign, number);
    const { violations } = await play(scenario);
    const [first] = violations;
    if (!first) continue;
    const command = `npm run simulate -- --trace --replay '${JSON.stringify(scenario)}'`;
    wrong.push(`seed ${number}: ${first.invariant} after ${first.at} s: ${first.what}\n${command}`);
  }
  return wrong;
}

/** Every second number below `end`, so that two files of tests keep two cores busy. */
export function* everySecond(from: 0 | 1, end: number): Iterable<number> {
  for (let number = from; number < end; number += 2) yield number;
}
