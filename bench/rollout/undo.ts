import { median, rounded } from '../measure.js';
import { table } from '../table.js';
import { type Contestant, rivals } from './contestants.js';
import { Course } from './course.js';
import { deploymentOn, keeping, loops } from './strategies.js';

const second = 1_000;
const machines = 100;
/** How long the new image has run when somebody wants the old one back. */
const regret = 300 * second;

/** Seconds from the wish to go back. */
interface Return {
  /** Until every user is served by the old image, by as many machines as before. */
  readonly back: number;
  readonly ended: number;
  readonly calls: number;
  readonly failedRequests: number;
  readonly lowestServing: number;
}

/** By contestant. */
export type UndoFigures = Readonly<Record<string, Return>>;

/** A rollout has ended well, and the old image is wanted back all the same. */
export async function undo(seeds: number): Promise<UndoFigures> {
  const figures: Record<string, Return> = {};
  for (const contestant of [keeping, ...loops, ...rivals]) {
    const returns: Return[] = [];
    for (let seed = 1; seed <= Math.min(3, seeds); seed++) returns.push(await goBack(contestant, seed));
    figures[contestant.name] = middleOf(returns);
  }
  const rows = Object.entries(figures).map(([name, { back, ended, calls, failedRequests, lowestServing }]) => {
    return [name, ...[back, ended, calls, failedRequests].map(String), `${lowestServing} %`];
  });
  const head = ['old image again after s', 'ended after s', 'calls', 'failed requests', 'served at least'];
  console.log(table([`${machines} machines, undone`, ...head], rows));
  return figures;
}

async function goBack(contestant: Contestant, seed: number): Promise<Return> {
  const course = new Course({ seed, machines });
  const { imageId } = course.starter;
  const returning = async () => {
    await contestant.roll(course);
    await course.clock.sleep(regret);
    course.begin();
    const began = course.clock.now();
    let ended: number | undefined;
    const end = () => {
      ended ??= course.clock.now();
    };
    const going = contestant.plan
      ? deploymentOn(course, contestant.plan, 'undo').undo(() => undefined)
      : contestant.roll(course, imageId);
    const watched = going.then(end);
    while (!isServedBy(course, imageId)) await course.clock.sleep(second / 10);
    const back = course.clock.now();
    await watched;
    return { back: (back - began) / second, ended: ((ended ?? began) - began) / second };
  };
  const times = await course.clock.run(returning());
  return {
    ...times,
    calls: course.calls.length,
    failedRequests: course.failedRequests,
    lowestServing: (100 * course.watch.lowest) / machines,
  };
}

/** Whether all who serve run this image, and as many as before. */
function isServedBy({ region, starter, watch }: Course, imageId: string): boolean {
  if (watch.serving < machines) return false;
  for (const { id, health } of region.loadBalancing.targetGroup(starter.targetGroupArn).targets.values()) {
    if (health.state === 'healthy' && region.ec2.instances.get(id)?.imageId !== imageId) return false;
  }
  return true;
}

function middleOf(returns: readonly Return[]): Return {
  const of = (figure: (one: Return) => number) => rounded(median(returns.map(figure)));
  return {
    back: of(({ back }) => back),
    ended: of(({ ended }) => ended),
    calls: of(({ calls }) => calls),
    failedRequests: rounded(returns.reduce((sum, { failedRequests }) => sum + failedRequests, 0)),
    lowestServing: Math.min(...returns.map(({ lowestServing }) => lowestServing)),
  };
}
