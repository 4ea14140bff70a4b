import { DescribePoliciesCommand, type ScalingPolicy } from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import { messageOf } from '../../platform/failure.js';
import { failureKind } from '../../platform/retry.js';
import type { Side, Sides } from '../heart/sides.js';
import { type AlarmsByName, alarmsBehind, type Watched, watchedBy } from './watched-metrics.js';

/** Whose requests a policy goes by: those of one group's target group, or all that the two share. */
type Bound = 'blue' | 'green' | 'all';

/**
 * The scaling policies that look at the requests of one target group: of one that gets none after the shift, or had none before
 * it. One that a group was copied with looks at the other's, and one of the whole load balancer at both.
 * @returns a sentence for each of the ways in which any is bound.
 */
export async function remarksOnPolicies(aws: Aws, sides: Sides): Promise<readonly string[]> {
  const [leaving, coming] = await Promise.all([policiesOf(aws, sides.blue), policiesOf(aws, sides.green)]);
  const { alarms, remarks } = await knownAlarms(aws, [...leaving, ...coming]);
  const policies = { blue: leaving, green: coming };
  const found = waysIn(sides).flatMap(({ of, to, what }) => {
    const bound = policies[of].filter((policy) => boundTo(watchedBy(policy, alarms), sides) === to);
    const names = bound.map(({ PolicyName }) => `"${PolicyName}"`).join(', ');
    const { group } = sides[of];
    return bound.length === 0 ? [] : [`Scaling policy ${names} of "${group}" follows the requests of ${what}`];
  });
  return [...remarks, ...found];
}

interface Way {
  /** Whose policy it is. */
  readonly of: 'blue' | 'green';
  readonly to: Bound;
  /** Whose requests, and what comes of it. */
  readonly what: string;
}

function waysIn(sides: Sides): readonly Way[] {
  const [blue, green] = [`"${sides.blue.group}"`, `"${sides.green.group}"`];
  const all = `both ${blue} and ${green}, or of their whole load balancer`;
  const none = 'which gets none once they are shifted';
  return [
    { of: 'blue', to: 'blue', what: `its target group, ${none}: it scales ${blue} in then.` },
    { of: 'blue', to: 'all', what: `${all}: it scales ${blue} by them, ${none}.` },
    {
      ...{ of: 'green', to: 'green' },
      what: `its target group, which gets none before they are shifted: ${green} is held at its size meanwhile.`,
    },
    { of: 'green', to: 'all', what: `${all}: ${green}, which gets none yet, is held at its size meanwhile.` },
    {
      ...{ of: 'green', to: 'blue' },
      what: `the target group of ${blue}, ${none}: it scales ${green} in while that serves them. Bind it to the target group of ${green}.`,
    },
    {
      ...{ of: 'blue', to: 'green' },
      what: `the target group of ${green}, which gets them all once they are shifted: it scales ${blue}, which gets none then. Bind it to the target group of ${blue}.`,
    },
  ];
}

async function policiesOf(aws: Aws, { group }: Side): Promise<readonly ScalingPolicy[]> {
  const found: ScalingPolicy[] = [];
  let page: string | undefined;
  do {
    const order = { AutoScalingGroupName: group, ...(page && { NextToken: page }) };
    const answer = await aws.autoScaling.send(new DescribePoliciesCommand(order));
    found.push(...(answer.ScalingPolicies ?? []));
    page = answer.NextToken;
  } while (page);
  return found;
}

/** These are remarks alone: a role that may not ask for alarms rolls out all the same, and is told what it does not know. */
async function knownAlarms(aws: Aws, policies: readonly ScalingPolicy[]) {
  try {
    return { alarms: await alarmsBehind(aws, policies), remarks: [] };
  } catch (error) {
    if (failureKind(error) !== 'refused') throw error;
    const unknown = `Which requests step and simple scaling policies follow is not known, for AWS does not tell of their alarms (cloudwatch:DescribeAlarms): ${messageOf(error)}`;
    const alarms: AlarmsByName = new Map();
    return { alarms, remarks: [unknown] };
  }
}

function boundTo(watched: readonly Watched[], { blue, green, rule }: Sides): Bound | undefined {
  const sees = ({ targetGroup }: Side) => watched.some((one) => one.targetGroup === labelOf(targetGroup));
  const balancer = balancerOf(rule);
  const seesAll = watched.some(({ targetGroup, loadBalancer }) => !targetGroup && loadBalancer === balancer);
  if (seesAll || (sees(blue) && sees(green))) return 'all';
  if (sees(blue)) return 'blue';
  return sees(green) ? 'green' : undefined;
}

/** `…:targetgroup/NAME/ID` is `targetgroup/NAME/ID` to CloudWatch. */
function labelOf(targetGroup: string): string {
  return targetGroup.slice(targetGroup.indexOf(':targetgroup/') + 1);
}

/** `…:listener-rule/app/NAME/ID/LISTENER/RULE` is one of `app/NAME/ID`. */
function balancerOf(rule: string): string | undefined {
  return /:listener-rule\/([^/]+\/[^/]+\/[^/]+)\//.exec(rule)?.[1];
}
