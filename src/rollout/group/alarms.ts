import {
  DescribeAlarmsCommand,
  type DescribeAlarmsInput,
  ListTagsForResourceCommand,
  type Tag,
} from '@aws-sdk/client-cloudwatch';
import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import type { Observation } from '../heart/observation.js';

type CloudWatch = Pick<Aws, 'cloudWatch' | 'region'>;

/** Which alarms a rollout watches besides those that its plan names. */
export interface AlarmChoice {
  /** Those that have all of these tags; none of it where there are no tags. */
  readonly tags: Readonly<Record<string, string>>;
  /** Rolls out although some are in ALARM already. Those are not watched: they would turn it back at once. */
  readonly acceptsAlarm: boolean;
  /**
   * Of an undo: when the release began that it takes back, in milliseconds since the epoch. What is in ALARM, or has changed its
   * state since then, may ring because of that one: it is neither in the way nor watched.
   */
  readonly undoneSince?: number | undefined;
  readonly tell: (line: string) => void;
}

interface Alarm {
  readonly name: string;
  readonly arn: string;
  readonly isInAlarm: boolean;
  /** Since when it is in its present state; milliseconds since the epoch. */
  readonly since: number;
}

/** Which of these alarms are in ALARM (one with INSUFFICIENT_DATA is not), and which somebody has deleted, so that nothing watches them. */
export async function readAlarms(
  aws: CloudWatch,
  names: readonly string[],
): Promise<Pick<Observation, 'alarms' | 'deletedAlarms'>> {
  const found = await describeByName(aws, names);
  const alarms = found.filter(({ isInAlarm }) => isInAlarm).map(({ name }) => name);
  const deletedAlarms = names.filter((name) => !found.some((alarm) => alarm.name === name));
  return { alarms, ...(deletedAlarms.length > 0 && { deletedAlarms }) };
}

/**
 * The names of the alarms to watch, found once, before anything is changed.
 * @throws {Failure} for a name that does not exist, for tags that no alarm has, and for one that is in ALARM already.
 */
export async function chooseAlarms(
  aws: CloudWatch,
  names: readonly string[],
  choice: AlarmChoice,
): Promise<readonly string[]> {
  const named = await describeByName(aws, names);
  const missing = names.filter((name) => !named.some((alarm) => alarm.name === name));
  if (missing.length > 0) {
    throw new Failure(
      `There is no CloudWatch alarm ${quoted(missing)} in ${aws.region}. Check the name and the region, or leave it out of "alarms".`,
    );
  }
  const alarms = new Map([...named, ...(await withTags(aws, choice.tags))].map((alarm) => [alarm.name, alarm]));
  const unwatched = unwatchedAmong([...alarms.values()], choice);
  return [...alarms.keys()].filter((name) => !unwatched.includes(name));
}

/** Those that would say nothing of the image. @throws {Failure} for one that is in ALARM already, unless that is accepted. */
function unwatchedAmong(alarms: readonly Alarm[], choice: AlarmChoice): readonly string[] {
  const { acceptsAlarm, undoneSince, tell } = choice;
  const isUndone = ({ since }: Alarm) => undoneSince !== undefined && since >= undoneSince;
  const found = alarms.filter((alarm) => alarm.isInAlarm || isUndone(alarm)).map(({ name }) => name);
  if (found.length === 0) return found;
  if (undoneSince !== undefined) {
    tell(`Not watching what may ring because of what is undone: ${found.join(', ')}`);
    return found;
  }
  if (!acceptsAlarm) {
    throw new Failure(
      `CloudWatch alarm ${quoted(found)} is in ALARM already, before anything was changed. ` +
        'See what is wrong first, or set accept-alarms: true to roll out without watching it.',
    );
  }
  tell(`Not watching what is in ALARM already: ${found.join(', ')}`);
  return found;
}

/** A hundred names a call (CloudWatch API, DescribeAlarms). */
async function describeByName(aws: CloudWatch, names: readonly string[]): Promise<readonly Alarm[]> {
  const found: Alarm[] = [];
  for (let at = 0; at < names.length; at += 100) {
    found.push(...(await describe(aws, { AlarmNames: names.slice(at, at + 100) })));
  }
  return found;
}

/** By CloudWatch itself, an alarm a call: a search by tags over all services would be a service, and a permission, more. */
async function withTags(aws: CloudWatch, tags: AlarmChoice['tags']): Promise<readonly Alarm[]> {
  const wanted = Object.entries(tags);
  if (wanted.length === 0) return [];
  const found: Alarm[] = [];
  for (const alarm of await describe(aws, {})) {
    const Tags = await tagsOf(aws, alarm);
    if (wanted.every(([key, value]) => Tags.some((tag) => tag.Key === key && tag.Value === value))) found.push(alarm);
  }
  if (found.length > 0) return found;
  const asked = wanted.map(([key, value]) => `${key}=${value}`).join(', ');
  throw new Failure(
    `No CloudWatch alarm in ${aws.region} has the tags ${asked} ("alarm-tags"). Tag one, or name some.`,
  );
}

/** None of an alarm that somebody has deleted since it was listed. */
async function tagsOf({ cloudWatch }: CloudWatch, { arn }: Alarm): Promise<readonly Tag[]> {
  try {
    const { Tags = [] } = await cloudWatch.send(new ListTagsForResourceCommand({ ResourceARN: arn }));
    return Tags;
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return [];
    throw error;
  }
}

async function describe({ cloudWatch }: CloudWatch, which: DescribeAlarmsInput): Promise<readonly Alarm[]> {
  const found: Alarm[] = [];
  let page: string | undefined;
  do {
    const question = { ...which, MaxRecords: 100, ...(page && { NextToken: page }) };
    const answer = await cloudWatch.send(
      new DescribeAlarmsCommand({ ...question, AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] }),
    );
    for (const alarm of [...(answer.MetricAlarms ?? []), ...(answer.CompositeAlarms ?? [])]) {
      const { AlarmName: name = '', AlarmArn: arn = '', StateValue, StateTransitionedTimestamp: since } = alarm;
      found.push({ name, arn, isInAlarm: StateValue === 'ALARM', since: since?.getTime() ?? 0 });
    }
    page = answer.NextToken;
  } while (page);
  return found;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
