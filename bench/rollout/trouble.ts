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
    const failed = rounded(course.traffic.failed);
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

/** Half of the machines are replaced when so many users come that the group's own policy wants more of them. */
export async function scaleOut(): Promise<object> {
  const rows: string[][] = [];
  const figures: Record<string, object> = {};
  for (const contestant of [...strategies, ...rivals]) {
    const course = new Course({ seed: 1, machines, scales: true });
    const { desiredAtEnd, succeeded } = await course.clock.run(growHalfway(course, contestant), 60 * hour);
    const missing = Math.round(course.watch.missingMachineMinutes);
    const failed = rounded(course.traffic.failed);
    const kept = desiredAtEnd >= needed;
    const left = whatIsLeft(course, course.group.desired);
    const cells = [String(missing), kept ? 'yes' : `no: ${desiredAtEnd}`, String(failed), left];
    rows.push([succeeded ? contestant.name : `${contestant.name} (failed)`, ...cells]);
    figures[contestant.name] = { missingMachineMinutes: missing, desiredAtEnd, failedRequests: failed, left };
  }
  const head = ['missing machine-min', `${needed} kept at the end`, 'failed requests', 'an hour later'];
  console.log(table([`${machines} machines, ${needed} needed from halfway on`, ...head], rows));
  return figures;
}

async function growHalfway(course: Course, contestant: Contestant) {
  const ended = contestant.roll(course);
  await halfway(course, ended);
  course.watch.need(needed);
  course.traffic.setRate(course.traffic.rate * growthOfLoad);
  const grew = course.clock.now();
  const { succeeded } = await ended;
  const desiredAtEnd = course.group.desired;
  // All are watched for as long as the slowest needs.
  await course.clock.sleep(Math.max(0, grew + 2 * hour - course.clock.now()));
  return { desiredAtEnd, succeeded };
}
