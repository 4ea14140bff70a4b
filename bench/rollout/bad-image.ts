import type { PutParameterCommandInput } from '@aws-sdk/client-ssm';
import type { Behaviour } from '../../sandbox/world/machines/simulated-machines.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { median, rounded } from '../measure.js';
import { table } from '../table.js';
import { type Contestant, rivals } from './contestants.js';
import { Course } from './course.js';
import { isWhole, whatIsLeft } from './left.js';
import { deploymentOn, gated, strategies } from './strategies.js';

const second = 1_000;
const hour = 3_600 * second;
const machines = 10;
/** How long users are watched after the end. */
const aftermath = hour;
/** Whoever goes on for so long is not waited for. */
const longest = 6 * hour;

interface BadImage {
  readonly name: string;
  readonly behaviour: Behaviour;
  /** From running to the machine's own end. */
  readonly diesAfter?: number;
}

const badImages: readonly BadImage[] = [
  { name: 'dies at boot', behaviour: { answers: 'never' }, diesAfter: 20 * second },
  { name: 'broken at start', behaviour: { answers: 'never', exitCode: 1 } },
  { name: 'broken after 2 minutes', behaviour: { answers: { badAfter: 120 * second } } },
];

/** Seconds from the beginning; undefined for what never came. */
interface Fall {
  readonly caught: number | undefined;
  readonly whole: number | undefined;
  readonly failedRequests: number;
  readonly lowestServing: number;
  readonly left: string;
}

/** By image, by contestant. */
export type BadImageFigures = Readonly<Record<string, Readonly<Record<string, Fall>>>>;

/** How long it takes everybody to catch an image that is no good, and what users see of it. */
export async function badImage(seeds: number): Promise<BadImageFigures> {
  const figures: Record<string, Record<string, Fall>> = {};
  for (const image of badImages) {
    const falls = new Map<Contestant, Fall>();
    for (const contestant of [gated, ...strategies, ...rivals]) {
      const each: Fall[] = [];
      for (let seed = 1; seed <= seeds; seed++) each.push(await fall(contestant, image, seed));
      falls.set(contestant, middleOf(each));
    }
    console.log(tableFor(image, falls));
    figures[image.name] = Object.fromEntries([...falls].map(([{ name }, figure]) => [name, figure]));
  }
  return figures;
}

async function fall(contestant: Contestant, { behaviour, diesAfter }: BadImage, seed: number): Promise<Fall> {
  const course = new Course({ seed, machines, newImage: behaviour });
  if (contestant.plan) await course.clock.run(rollOutBefore(course, contestant.plan));
  if (diesAfter !== undefined) letDie(course, diesAfter);
  const start = course.clock.now();
  const since = (time: number | undefined) => time && (time - start) / second;
  let caught: number | undefined;
  whenTurnedBack(course, () => {
    caught ??= course.clock.now();
  });
  let whole: number | undefined;
  const look = () => {
    if (caught !== undefined && isWhole(course, machines)) whole ??= course.clock.now();
    course.clock.schedule(second, look);
  };
  look();
  const ending = Promise.race([contestant.roll(course), course.clock.sleep(longest)]);
  const end = await course.clock.run(ending);
  if (end && !end.succeeded) caught ??= course.clock.now();
  course.clock.advance(aftermath);
  return {
    caught: since(caught),
    whole: since(whole),
    failedRequests: course.failedRequests,
    lowestServing: (100 * course.watch.lowest) / machines,
    left: `${end?.succeeded ? 'says it succeeded; ' : end ? '' : 'still going; '}${whatIsLeft(course, machines)}`,
  };
}

/** An earlier release, of a good image: ours learns from it how long the group's machines boot. */
async function rollOutBefore(course: Course, plan: Plan): Promise<void> {
  const imageId = course.addImage('earlier');
  await deploymentOn(course, plan, 'earlier').run({ imageId }, () => undefined);
  // What it has kept for an undo goes before the next one.
  await course.clock.sleep(hour);
  course.begin();
}

/** A machine of the new image shuts itself down. */
function letDie(course: Course, after: number): void {
  const code = 'Client.InstanceInitiatedShutdown';
  course.region.ec2.onStateChange(({ id, imageId, state }) => {
    if (imageId !== course.newImageId || state !== 'running') return;
    course.clock.schedule(after, () =>
      course.region.ec2.terminate(id, { code, message: `${code}: Instance initiated shutdown` }),
    );
  });
}

/** Told when somebody turns back: ours in its ledger, AWS in its refresh, CloudFormation in the group's template. */
function whenTurnedBack(course: Course, tell: () => void): void {
  const original = course.group.template?.Version;
  let hasMoved = false;
  course.world.log.onEvent(({ kind, change }) => {
    if (kind === 'instance-refresh' && /^(Failed|RollbackInProgress)$/.test(change)) tell();
  });
  course.world.interceptors.push({
    after: ({ operation, input }, output) => {
      if (operation === 'PutParameter' && saysBack(input as PutParameterCommandInput)) tell();
      if (operation === 'UpdateAutoScalingGroup') {
        const isMoved = course.group.template?.Version !== original;
        hasMoved ||= isMoved;
        // Ours goes to and fro while it tries a first wave: it turns back in its ledger.
        if (hasMoved && !isMoved && course.group.suspended.has('HealthCheck')) tell();
      }
      return output;
    },
  });
}

function saysBack({ Value = '' }: PutParameterCommandInput): boolean {
  return (JSON.parse(Value) as { readonly direction?: string }).direction === 'back';
}

function middleOf(falls: readonly Fall[]): Fall {
  const middle = (times: readonly (number | undefined)[]) => {
    const known = times.filter((time) => time !== undefined);
    return known.length === falls.length ? Math.round(median(known)) : undefined;
  };
  const worst = [...falls].sort((one, other) => other.failedRequests - one.failedRequests)[0];
  return {
    caught: middle(falls.map(({ caught }) => caught)),
    whole: middle(falls.map(({ whole }) => whole)),
    failedRequests: rounded(falls.reduce((sum, { failedRequests }) => sum + failedRequests, 0) / falls.length),
    lowestServing: Math.min(...falls.map(({ lowestServing }) => lowestServing)),
    left: worst?.left ?? '',
  };
}

function tableFor({ name }: BadImage, falls: ReadonlyMap<Contestant, Fall>): string {
  const ours = Math.min(...[...falls].filter(([{ plan }]) => plan).map(([, { caught = Number.NaN }]) => caught));
  const rows = [...falls].map(([contestant, { caught, whole, failedRequests, lowestServing, left }]) => [
    contestant.name,
    caught === undefined ? 'never' : String(caught),
    caught === undefined ? '' : (caught / ours).toFixed(1),
    whole === undefined ? 'never' : String(whole),
    String(failedRequests),
    `${lowestServing} %`,
    left,
  ]);
  const head = ['caught after s', 'over ours', 'whole again after s', 'failed requests', 'served at least', 'left'];
  return table([`${machines} machines, image ${name}`, ...head], rows);
}
