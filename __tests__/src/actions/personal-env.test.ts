import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { attachWorld } from '../../../sandbox/wire/attach-world.js';
import { AwsError } from '../../../sandbox/world/aws-error.js';
import { SimulatedMachines } from '../../../sandbox/world/machines/simulated-machines.js';
import { type Profile, profiles } from '../../../sandbox/world/profile.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { buildStarterWorld, type StarterWorld } from '../../../sandbox/world/starter-world.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { type Call, type ServiceName, World } from '../../../sandbox/world/world.js';
import { personalEnvOver } from '../../../src/actions/personal-env.js';
import { connect } from '../../../src/platform/aws.js';
import { RecordedStep } from '../../doubles/recorded-step.js';

const region = 'eu-west-1';
const branch = 'remote-run/ben/search';

let clock: VirtualClock;
let world: World;
let machines: SimulatedMachines;
let starter: StarterWorld;
let calls: Call[];

async function build(profile: Profile, seed = 7): Promise<void> {
  clock = new VirtualClock();
  world = new World({
    clock,
    random: new SeededRandom(seed),
    profile,
    machines: (made) => {
      machines = new SimulatedMachines(made);
      return machines;
    },
  });
  starter = buildStarterWorld(world, { region, machines: 2 });
  await clock.run(clock.sleep(1_800_000));
  calls = [];
  world.interceptors.push({ before: (call) => calls.push(call) });
}

beforeEach(() => build(profiles.fast));

const personalEnv = personalEnvOver(async ({ random }) =>
  connect({ region, clock, random, attach: (client) => attachWorld(client, world) }),
);

/** Runs the action on a branch; gives the step and what it failed with. */
async function run(inputs: Record<string, string>, on = branch) {
  const workflow = { ref: `refs/heads/${on}`, eventName: 'push', actor: 'ben' };
  const step = new RecordedStep(
    { mirror: starter.groupName, domain: 'dev.example.com', ref: on, ...inputs },
    { clock, workflow },
  );
  const problem = await clock.run(
    personalEnv.main(step).then(
      () => '',
      (error: Error) => error.message,
    ),
  );
  return { step, problem, outputs: step.outputs };
}

const up = (inputs: Record<string, string> = {}, on = branch) => run({ command: 'up', ...inputs }, on);
const down = (inputs: Record<string, string> = {}, on = branch) => run({ command: 'down', ...inputs }, on);

const call = (service: ServiceName, operation: string, input: object) =>
  world.call({ service, operation, input, region });

/** Everything in the region that is not terminated, by kind: what an environment may add to and must take away. */
function inventory() {
  const { ec2, loadBalancing, autoScaling } = world.region(region);
  return {
    groups: [...autoScaling.groups.keys()],
    templates: [...ec2.launchTemplates.all.values()].map(({ name }) => name),
    targetGroups: [...loadBalancing.targetGroups.values()].map(({ name }) => name),
    rules: [...loadBalancing.listeners.values()].flatMap(({ rules }) => rules.map(({ arn }) => arn)),
    instances: [...ec2.instances.values()].filter(({ state }) => state !== 'terminated').map(({ id }) => id),
  };
}

const images = () => [...new Set(whoAnswers().map(({ imageId }) => imageId))];

/** The machines that a request to a host reaches. */
function whoAnswers(host = environmentHost) {
  const { ec2, loadBalancing } = world.region(region);
  const routes = Array.from({ length: 8 }, () =>
    loadBalancing.route(starter.listenerArn, { host, path: '/', method: 'GET' }),
  );
  return routes.flatMap((route) => {
    const instance = route.kind === 'forward' ? ec2.instances.get(route.instanceId) : undefined;
    return instance ? [instance] : [];
  });
}

let environmentHost = '';

/** Brings the environment up and remembers its host. */
async function bringUp(inputs: Record<string, string> = {}) {
  const result = await up(inputs);
  expect(result.problem).toBe('');
  environmentHost = result.outputs.host ?? '';
  return result;
}

describe('up', () => {
  it('makes group, template, target group and rule, and returns once its own machines answer at its host', async () => {
    const { outputs } = await bringUp({ machines: '2' });
    expect(outputs).toMatchObject({ user: 'ben', feature: 'search', 'image-id': starter.imageId, group: outputs.slug });
    expect(outputs.slug).toMatch(/^ben-search-[0-9a-f]{8}$/);
    expect(outputs.host).toBe(`${outputs.slug}.dev.example.com`);
    expect(outputs.url).toBe(`http://${outputs.host}`);
    const reached = new Set(whoAnswers().map(({ id }) => id));
    const shop = new Set(whoAnswers('shop.example.com').map(({ id }) => id));
    expect(reached.size).toBe(2);
    expect([...reached].filter((id) => shop.has(id))).toEqual([]);
  });

  it('copies what the machines are made of, and marks every part and every machine', async () => {
    const { outputs } = await bringUp();
    const { ec2, loadBalancing } = world.region(region);
    const mine = ec2.templateVersion({ LaunchTemplateName: outputs.slug ?? '', Version: '$Latest' });
    const theirs = ec2.templateVersion({ LaunchTemplateName: starter.launchTemplateName, Version: '1' });
    expect(mine.data).toEqual(theirs.data);
    const targetGroups = [...loadBalancing.targetGroups.values()];
    const [original, copy] = ['shop-targets', outputs.slug].map((name) =>
      targetGroups.find((group) => group.name === name),
    );
    expect(copy?.healthCheck).toEqual(original?.healthCheck);
    expect(copy?.tags.get('steadfleet:environment')).toContain(`${outputs.slug}/`);
    for (const { tags } of whoAnswers()) expect(tags.get('steadfleet:environment')).toContain(`${outputs.slug}/`);
  });

  it('changes nothing when run again', async () => {
    await bringUp();
    const before = inventory();
    calls.length = 0;
    await bringUp();
    expect(inventory()).toEqual(before);
    expect(calls.filter(({ operation }) => !/^Describe/.test(operation))).toEqual([]);
  });

  it('replaces the machines for a new image, and answers all the while', async () => {
    await bringUp({ machines: '2' });
    const next = world.region(region).ec2.addImage({ name: 'shop-2' }).id;
    const emptyMoments: number[] = [];
    const watch = () => {
      if (whoAnswers().length === 0) emptyMoments.push(clock.elapsed());
    };
    world.interceptors.push({ before: watch });
    const { outputs } = await bringUp({ machines: '2', 'image-id': next });
    expect(outputs['image-id']).toBe(next);
    expect(images()).toEqual([next]);
    expect(emptyMoments).toEqual([]);
  });

  it('follows a new number of machines, up and down', async () => {
    await bringUp({ machines: '1' });
    await bringUp({ machines: '3' });
    expect(new Set(whoAnswers().map(({ id }) => id)).size).toBe(3);
    await bringUp({ machines: '1' });
    expect(new Set(whoAnswers().map(({ id }) => id)).size).toBe(1);
  });

  it('fails after its timeout with what the load balancer says, and can be mended by the next push', async () => {
    const bad = world.region(region).ec2.addImage({ name: 'bad' }).id;
    machines.behave(bad, { answers: 'never' });
    const failed = await up({ 'image-id': bad, timeout: '5m' });
    expect(failed.problem).toContain('Not done after 300 s');
    expect(failed.problem).toMatch(/0 of 1 machines on ami-\w+ answer their health check: i-\w+ is/);
    await bringUp();
    expect(images()).toEqual([starter.imageId]);
  });

  it('takes a free priority, and the next one when another was faster', async () => {
    const rule = (priority: number) => ({
      ListenerArn: starter.listenerArn,
      Priority: priority,
      Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [`other-${priority}.example.com`] } }],
      Actions: [{ Type: 'forward', TargetGroupArn: starter.targetGroupArn }],
    });
    call('elasticloadbalancing', 'CreateRule', rule(1));
    let raced = false;
    world.interceptors.push({
      before: ({ operation }) => {
        if (operation !== 'CreateRule' || raced) return;
        raced = true;
        call('elasticloadbalancing', 'CreateRule', rule(2));
      },
    });
    await bringUp();
    const { loadBalancing } = world.region(region);
    const priorities = [...loadBalancing.listeners.values()].flatMap(({ rules }) =>
      rules.map(({ priority }) => priority),
    );
    expect(priorities.sort()).toEqual([1, 2, 3, 'default']);
  });

  it('is refused to anyone but the owner, before AWS is asked anything', async () => {
    const { problem } = await up({}, 'remote-run/ada/search');
    expect(problem).toContain('"ada" in the branch name belongs to ada');
    expect(calls).toEqual([]);
    expect((await up({ owners: 'ada=Ben' }, 'remote-run/ada/search')).problem).toBe('');
  });

  it('names all inputs that are missing or wrong at once', async () => {
    const { problem } = await up({ mirror: '', domain: '*.example.com', machines: '0', pattern: 'x' });
    for (const name of ['mirror', 'domain', 'machines', 'pattern']) expect(problem).toContain(`Input "${name}"`);
  });

  it.each([
    ['Auto Scaling group', 'autoscaling', 'CreateAutoScalingGroup'],
    ['launch template', 'ec2', 'CreateLaunchTemplate'],
    ['target group', 'elasticloadbalancing', 'CreateTargetGroup'],
  ] as const)('stops at a %s of its name that is not marked, and so does down', async (kind, service, operation) => {
    const { outputs } = await bringUp();
    const made = calls.find((one) => one.operation === operation);
    await down();
    const before = { ...(made?.input as object), Tags: [], TagSpecifications: [] };
    const template = { LaunchTemplateId: starter.launchTemplateId, Version: '1' };
    const groupOnly = kind === 'Auto Scaling group' ? { LaunchTemplate: template, TargetGroupARNs: [] } : {};
    call(service, operation, { ...before, ...groupOnly });
    const strange = inventory();
    for (const { problem } of [await up(), await down()]) {
      expect(problem).toContain(`The ${kind} "${outputs.slug}" has no tag steadfleet:environment`);
    }
    await clock.run(clock.sleep(30_000));
    expect({ ...inventory(), instances: [] }).toEqual({ ...strange, instances: [] });
  });
});

describe('the listener rule', () => {
  it('moves to the new host when the domain changes', async () => {
    await bringUp();
    const old = environmentHost;
    await bringUp({ domain: 'test.example.com' });
    expect(images()).toEqual([starter.imageId]);
    const shop = new Set(whoAnswers('shop.example.com').map(({ id }) => id));
    expect(whoAnswers(old).every(({ id }) => shop.has(id))).toBe(true);
    expect((await down()).problem).toBe('');
  });

  it.each(['our host name', 'our target group'])('of somebody else for %s stops up and down', async (what) => {
    const { outputs } = await bringUp();
    const ours = [...world.region(region).loadBalancing.targetGroups.values()].find(
      ({ name }) => name === outputs.slug,
    );
    const isHost = what === 'our host name';
    call('elasticloadbalancing', 'CreateRule', {
      ListenerArn: starter.listenerArn,
      Priority: 100,
      Conditions: [
        { Field: 'host-header', HostHeaderConfig: { Values: [isHost ? environmentHost : 'x.example.com'] } },
      ],
      Actions: [{ Type: 'forward', TargetGroupArn: isHost ? starter.targetGroupArn : ours?.arn }],
    });
    const before = inventory();
    for (const { problem } of [await up(), await down()]) expect(problem).toContain('The listener rule');
    expect(inventory()).toEqual(before);
  });
});

describe('down', () => {
  it('removes all of it, machines included, and nothing else', async () => {
    const before = inventory();
    await bringUp({ machines: '3' });
    const { problem, step } = await down();
    expect(problem).toBe('');
    expect(inventory()).toEqual(before);
    expect(step.linesAt('info').at(-1)).toContain('all of it is gone');
  });

  it('says so and succeeds when nothing is there', async () => {
    const before = inventory();
    const { problem, step } = await down();
    expect(problem).toBe('');
    expect(step.linesAt('info')).toEqual([expect.stringContaining('Nothing to take down')]);
    expect(inventory()).toEqual(before);
  });

  it('needs neither owner nor mirror nor domain', async () => {
    await up({ owners: 'ada=ben' }, 'remote-run/ada/search');
    const before = inventory().groups.length;
    expect((await down({ mirror: '', domain: '' }, 'remote-run/ada/search')).problem).toBe('');
    expect(inventory().groups).toHaveLength(before - 1);
  });

  it('never touches the environment of another branch', async () => {
    await bringUp();
    const one = inventory();
    await up({}, 'remote-run/ben/search2');
    await up({}, 'remote-run/ben/Search');
    expect(inventory().groups).toHaveLength(4);
    await down({}, 'remote-run/ben/search2');
    await down({}, 'remote-run/ben/Search');
    expect(inventory()).toEqual(one);
    expect(images()).toEqual([starter.imageId]);
  });

  it('terminates a machine that was detached, for it carries the mark', async () => {
    const before = inventory();
    const { outputs } = await bringUp({ machines: '2' });
    const [instance] = whoAnswers();
    call('autoscaling', 'DetachInstances', {
      AutoScalingGroupName: outputs.slug,
      InstanceIds: [instance?.id],
      ShouldDecrementDesiredCapacity: false,
    });
    await clock.run(clock.sleep(600_000));
    expect(inventory().instances).toContain(instance?.id);
    expect((await down()).problem).toBe('');
    expect(inventory()).toEqual(before);
  });
});

/** Ends the process, as it were, right after the n-th call that changes something had its effect. */
function dieAfter(count: number): () => boolean {
  let left = count;
  const interceptor = {
    after: ({ operation }: Call, output: object) => {
      if (/^Describe/.test(operation)) return output;
      left--;
      if (left === 0) throw new AwsError('Killed', 'the runner died');
      return output;
    },
  };
  world.interceptors.push(interceptor);
  return () => {
    world.interceptors.splice(world.interceptors.indexOf(interceptor), 1);
    return left <= 0;
  };
}

describe('a runner that dies after any call that changes something', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    '(call %i of up) leaves what the next up completes and the next down removes',
    async (count) => {
      const before = inventory();
      const died = dieAfter(count);
      const { problem } = await up();
      if (died()) expect(problem).toBe('the runner died');
      await bringUp();
      expect(images()).toEqual([starter.imageId]);
      expect((await down()).problem).toBe('');
      expect(inventory()).toEqual(before);
    },
  );

  it.each([1, 2, 3, 4, 5, 6])('(call %i of up) leaves what down removes', async (count) => {
    const before = inventory();
    const died = dieAfter(count);
    await up();
    died();
    expect((await down()).problem).toBe('');
    expect(inventory()).toEqual(before);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('(call %i of an update) leaves what the next up completes', async (count) => {
    await bringUp({ machines: '2' });
    const next = world.region(region).ec2.addImage({ name: 'shop-2' }).id;
    const died = dieAfter(count);
    await up({ machines: '2', 'image-id': next });
    died();
    await bringUp({ machines: '2', 'image-id': next });
    expect(images()).toEqual([next]);
    const { autoScaling } = world.region(region);
    const group = autoScaling.groups.get(environmentHost.split('.')[0] ?? '');
    expect(group).toMatchObject({ minSize: 2, maxSize: 2, desired: 2 });
  });

  it.each([1, 2, 3, 4, 5])('(call %i of down) leaves what the next down removes', async (count) => {
    const before = inventory();
    await bringUp();
    const died = dieAfter(count);
    await down();
    died();
    expect((await down()).problem).toBe('');
    expect(inventory()).toEqual(before);
  });
});

describe('a cancelled run', () => {
  it('ends at once, and the next one goes on from there', async () => {
    const step = new RecordedStep(
      { command: 'up', mirror: starter.groupName, domain: 'dev.example.com', ref: branch },
      { clock, workflow: { eventName: 'push', actor: 'ben' } },
    );
    const cancel = clock.sleep(500).then(() => step.cancel());
    const ended = personalEnv.main(step).then(
      () => '',
      (error: Error) => error.message,
    );
    const [problem] = await clock.run(Promise.all([ended, cancel]));
    expect(problem).toContain('Cancelled. Run the same step again');
    await bringUp();
  });
});

describe('a bad day', () => {
  it.each([1, 2, 3])('(seed %i) of long delays and stale answers ends well all the same', async (seed) => {
    await build(profiles.nasty, seed);
    const before = inventory();
    await bringUp({ machines: '2', timeout: '2h' });
    const next = world.region(region).ec2.addImage({ name: 'shop-2' }).id;
    await bringUp({ machines: '2', timeout: '2h', 'image-id': next });
    expect(images()).toEqual([next]);
    expect((await down({ timeout: '2h' })).problem).toBe('');
    // The mirrored group has its own bad day and replaces machines; none of ours may be left.
    const { ec2 } = world.region(region);
    const living = [...ec2.instances.values()].filter(({ state }) => state !== 'terminated');
    expect(living.filter(({ tags }) => tags.has('steadfleet:environment'))).toEqual([]);
    expect({ ...inventory(), instances: [] }).toEqual({ ...before, instances: [] });
  });

  it.each([1, 2, 3, 4, 5])('(call %i) whose answer is lost is looked up rather than repeated', async (count) => {
    let left = count;
    world.interceptors.push({
      after: ({ operation }, output) => {
        if (!/^Describe/.test(operation) && --left === 0) throw new AwsError('InternalFailure', 'lost', 500);
        return output;
      },
    });
    const before = inventory();
    await bringUp();
    expect(inventory().groups).toHaveLength(before.groups.length + 1);
    expect(inventory().rules).toHaveLength(before.rules.length + 1);
    expect((await down()).problem).toBe('');
    expect(inventory()).toEqual(before);
  });
});

describe('the policy in the README', () => {
  const prefixes: Partial<Record<ServiceName, string>> = {
    autoscaling: 'autoscaling',
    ec2: 'ec2',
    elasticloadbalancing: 'elasticloadbalancing',
  };

  it('lists exactly the calls that are made in a whole life', async () => {
    await bringUp({ machines: '2' });
    const next = world.region(region).ec2.addImage({ name: 'shop-2' }).id;
    const { outputs } = await bringUp({ machines: '2', 'image-id': next, domain: 'test.example.com' });
    const ours = calls.splice(0);
    const Detached = {
      AutoScalingGroupName: outputs.slug,
      InstanceIds: [whoAnswers()[0]?.id],
      ShouldDecrementDesiredCapacity: false,
    };
    call('autoscaling', 'DetachInstances', Detached);
    await clock.run(clock.sleep(600_000));
    calls.length = 0;
    await down();
    const made = new Set([...ours, ...calls].map(({ service, operation }) => `${prefixes[service]}:${operation}`));
    const page = readFileSync('actions/personal-env/README.md', 'utf8');
    const policy = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as { Statement: { Action: string[] }[] };
    expect([...made].sort()).toEqual(policy.Statement[0]?.Action);
  });
});
