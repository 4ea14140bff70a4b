import { rounded } from '../measure.js';
import { table } from '../table.js';
import { type Contestant, rivals } from './contestants.js';
import { Course, Killed, setting } from './course.js';
import { whatIsLeft } from './left.js';
import { deploymentOn, strategies } from './strategies.js';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const machines = 10;
/** How much the load grows, and how many machines it needs then. */
const growthOfLoad = 1.5;
const needed = Math.ceil((machines * growthOfLoad * setting.utilization.now) / setting.utilization.target);

/** Cron that starts `repair`, as the example's schedule does. */
const repairEvery = 15 * minute;

/** A runner dies in the middle; two hours later, half an hour before the look, users come who need more machines. */
export async function deadRunner(): Promise<object> {
  const rows: string[][] = [];
  const figures: Record<string, object> = {};
  for (const contestant of contestants()) {
    const course = new Course({ seed: 1, machines, scales: true });
    await course.clock.run(dieHalfway(course, contestant), 30 * hour);
    const left = whatIsLeft(course, machines);
    const failed = rounded(course.failedRequests);
    course.watch.need(needed);
    course.traffic.setRate(course.traffic.rate * growthOfLoad);
    course.clock.advance(30 * minute);
    const scalesOut = course.watch.serving >= needed && course.group.desired >= needed;
    const missing = Math.round(course.watch.missingMachineMinutes);
    rows.push([contestant.name, String(failed), left, scalesOut ? 'yes' : 'no', String(missing)]);
    figures[contestant.name] = { failedRequests: failed, left, scalesOut, missingMachineMinutes: missing };
  }
  const head = ['failed requests', 'left after 2 hours', 'scales out then', 'missing machine-min'];
  console.log(table([`${machines} machines, runner dies halfway`, ...head], rows));
  return figures;
}

/** CloudFormation does its work in AWS: it has no runner that could die. */
function contestants(): readonly Contestant[] {
  return [...strategies, ...rivals].filter(({ name }) => !name.startsWith('CloudFormation'));
}

async function dieHalfway(course: Course, contestant: Contestant): Promise<void> {
  const ended = contestant.roll(course).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
  await halfway(course, ended);
  course.kill();
  await ended;
  course.revive();
  const died = course.clock.now();
  for (let run = 2; course.clock.now() < died + 2 * hour; run++) {
    await course.clock.sleep(repairEvery);
    if (contestant.plan) await deploymentOn(course, contestant.plan, String(run)).repair(() => undefined);
  }
}

/** Until half of the machines have been replaced, or all is over. */
async function halfway(course: Course, ended: Promise<unknown>): Promise<void> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  ended.then(end, end);
  while (!isOver && course.watch.proven < machines / 2) await course.clock.sleep(second);
}

/**
 * Half of the machines are replaced when more of them are needed: once because more users come, and the group's own
 * policy finds that out; once because a person sets the group's size.
 */
export async function scaleOut(): Promise<object> {
  const rows: string[][] = [];
  const figures: Record<string, object> = {};
  for (const contestant of [...strategies, ...rivals]) {
    const byPolicy = await growBy(contestant, true, ({ traffic }) => traffic.setRate(traffic.rate * growthOfLoad));
    const setSize = (course: Course) => course.ask('SetDesiredCapacity', { DesiredCapacity: needed });
    const byPerson = await growBy(contestant, false, setSize);
    rows.push([contestant.name, ...cellsOf(byPolicy), ...cellsOf(byPerson)]);
    figures[contestant.name] = { byPolicy, byPerson };
  }
  const head = ['missing', 'at the end', 'failed', 'missing', 'at the end', 'failed'];
  const kinds = head.map((name, at) => `${at < 3 ? 'policy' : 'person'}: ${name}`);
  console.log(table([`${machines} machines, ${needed} needed from halfway on`, ...kinds], rows));
  return figures;
}

interface Growth {
  /** By how much too few served in the two hours after, in minutes of one machine. */
  readonly missingMachineMinutes: number;
  /** What desired was when the tool had ended. */
  readonly desiredAtEnd: number;
  readonly failedRequests: number;
  readonly succeeded: boolean;
}

async function growBy(contestant: Contestant, scales: boolean, grow: (course: Course) => void): Promise<Growth> {
  const course = new Course({ seed: 1, machines, scales });
  const growing = async () => {
    const ended = contestant.roll(course);
    await halfway(course, ended);
    course.watch.need(needed);
    grow(course);
    const grew = course.clock.now();
    const { succeeded } = await ended;
    const desiredAtEnd = course.group.desired;
    // Everybody is watched for as long as the slowest needs.
    await course.clock.sleep(Math.max(0, grew + 2 * hour - course.clock.now()));
    return { succeeded, desiredAtEnd };
  };
  const { succeeded, desiredAtEnd } = await course.clock.run(growing(), 60 * hour);
  const missingMachineMinutes = Math.round(course.watch.missingMachineMinutes);
  return { missingMachineMinutes, desiredAtEnd, failedRequests: rounded(course.failedRequests), succeeded };
}

function cellsOf({ missingMachineMinutes, desiredAtEnd, failedRequests, succeeded }: Growth): string[] {
  const end = desiredAtEnd === needed ? 'kept' : String(desiredAtEnd);
  return [String(missingMachineMinutes), succeeded ? end : `${end}, failed`, String(failedRequests)];
}
