import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MessageReceiver, receiveMessages } from '../../sandbox/demo/receiver.js';
import type { StarterWorld } from '../../sandbox/world/starter-world.js';
import { type ActResult, ActRun, type ActSettings, outputIn } from './act.js';
import { ScratchRepository } from './scratch-repository.js';
import { openWorkflowStage, type WorkflowStage } from './workflow-stage.js';

const branch = 'remote-run/ben/my_feature';
const domain = 'dev.acme.test';

describe('the workflows in examples/, word for word, on real machines', () => {
  let stage: WorkflowStage;
  let repository: ScratchRepository;
  let slack: MessageReceiver;

  beforeAll(async () => {
    stage = await openWorkflowStage();
    repository = new ScratchRepository();
    slack = await receiveMessages('', () => undefined);
    for (const starter of [stage.test, stage.production]) {
      await until(`${starter.groupName} is healthy`, () => isHealthy(starter));
    }
  });

  afterAll(async () => {
    await slack?.close();
    await stage?.close();
    repository?.remove();
  });

  function start(workflow: string, eventName: string, event: object): ActRun {
    const settings: ActSettings = {
      repository,
      workflow,
      eventName,
      event,
      environment: stage.environment,
      variables: {
        AWS_REGION: stage.region.name,
        AWS_ROLE_ARN: 'arn:aws:iam::000000000000:role/deploy',
        PERSONAL_DOMAIN: domain,
        SOURCE_IMAGE: stage.plainImageId,
      },
      secrets: { SLACK_WEBHOOK_URL: `${slack.url}/slack` },
    };
    return new ActRun(settings);
  }

  function push(ref: string): object {
    return { ref, after: repository.head(), head_commit: { message: 'Say "hello" & <wave>; $(id)' } };
  }

  /** The headlines that the team was told since `from`. */
  function told(from: number): readonly string[] {
    return slack.messages.slice(from).map(({ body }) => String(body.text).replace(/^\W+/, ''));
  }

  function isHealthy({ groupName, targetGroupArn }: StarterWorld): boolean {
    const { autoScaling, loadBalancing } = stage.region;
    const group = autoScaling.groups.get(groupName);
    const states = [...(group?.members.keys() ?? [])].map((id) => loadBalancing.healthOf(targetGroupArn, id)?.state);
    return states.length === group?.minSize && states.every((state) => state === 'healthy');
  }

  /** Machines that belong to no group and are not gone. */
  function strayMachines(): readonly string[] {
    const { autoScaling, ec2 } = stage.region;
    const members = new Set([...autoScaling.groups.values()].flatMap(({ members }) => [...members.keys()]));
    return [...ec2.instances.values()]
      .filter(({ id, state }) => state !== 'terminated' && state !== 'shutting-down' && !members.has(id))
      .map(({ id }) => id);
  }

  /** What a rollout may change on its way, and must put back. */
  function settingsOf(groupName: string): object {
    const group = stage.region.autoScaling.groups.get(groupName);
    return { minSize: group?.minSize, maxSize: group?.maxSize, desired: group?.desired, suspended: group?.suspended };
  }

  function describeAll(operation: string): object {
    return stage.region.world.call({ service: 'ec2', operation, input: {}, region: stage.region.name });
  }

  it('deploy.yml: a push to main is tested, baked, rolled out to test, and told', async () => {
    const result = await finished(start('deploy.yml', 'push', push('refs/heads/main')));

    const imageId = outputIn(result, 'image-id');
    expect(imageId).toMatch(/^ami-/);
    expect(stage.imagesOf('sample-test')).toEqual([imageId, imageId]);
    expect(await stage.versionAt(stage.test, 'sample.acme.test')).toBe(repository.head());
    expect(stage.imagesOf('sample-production')).not.toContain(imageId);
    expect(told(0)).toEqual(['Deploying sample to test', 'Deployed sample to test']);
  });

  it('promote.yml: the very image that runs in test is rolled out to production', async () => {
    const before = slack.messages.length;
    await finished(start('promote.yml', 'workflow_dispatch', {}));

    expect(new Set(stage.imagesOf('sample-production'))).toEqual(new Set(stage.imagesOf('sample-test')));
    expect(await stage.versionAt(stage.production, 'sample.acme.test')).toBe(repository.head());
    expect(told(before)).toEqual(['Deploying sample to production', 'Deployed sample to production']);
  });

  it('personal-environment.yml: a branch has an environment at its own host name, until it is deleted', async () => {
    const main = await stage.versionAt(stage.test, 'sample.acme.test');
    repository.branch(branch);
    const version = repository.commit('Try something');
    const up = await finished(start('personal-environment.yml', 'push', push(`refs/heads/${branch}`)));

    const hostName = outputIn(up, 'host') ?? '';
    const groupName = outputIn(up, 'group') ?? '';
    expect(hostName).toMatch(new RegExp(`\\.${domain}$`));
    expect(await stage.versionAt(stage.test, hostName)).toBe(version);
    expect(await stage.versionAt(stage.test, 'sample.acme.test')).toBe(main);

    repository.branch('main');
    await finished(start('personal-environment.yml', 'delete', { ref: branch, ref_type: 'branch' }));
    expect(stage.region.autoScaling.groups.has(groupName)).toBe(false);
    expect(await stage.versionAt(stage.test, hostName)).toBe(main);
    expect(strayMachines()).toEqual([]);
  });

  it('a run that is cancelled in mid-bake leaves nothing, and is told as cancelled', async () => {
    const before = slack.messages.length;
    const images = describeAll('DescribeImages');
    const keyPairs = describeAll('DescribeKeyPairs');
    const securityGroups = describeAll('DescribeSecurityGroups');
    repository.commit('Bake me not');
    const run = start('deploy.yml', 'push', push('refs/heads/main'));
    await until('Packer has a machine', () => strayMachines().length > 0, run);
    run.cancel();
    await run.ended;

    expect(strayMachines()).toEqual([]);
    expect(describeAll('DescribeImages')).toEqual(images);
    expect(describeAll('DescribeKeyPairs')).toEqual(keyPairs);
    expect(describeAll('DescribeSecurityGroups')).toEqual(securityGroups);
    expect(told(before)).toEqual(['Deployment of sample to test was cancelled']);
  });

  it('repair.yml: a run that is cancelled in mid-rollout is told as cancelled, and taken back by the next repair', async () => {
    const before = slack.messages.length;
    const images = stage.imagesOf('sample-test');
    const settings = settingsOf('sample-test');
    repository.commit('Roll me back');
    const run = start('deploy.yml', 'push', push('refs/heads/main'));
    const isUnderWay = () =>
      [...(stage.region.autoScaling.groups.get('sample-test')?.members.values() ?? [])].some(
        ({ instance }) => !images.includes(instance.imageId),
      );
    await until('a machine of the new image is there', isUnderWay, run);
    run.cancel();
    await run.ended;

    expect(told(before)).toEqual(['Deploying sample to test', 'Deployment of sample to test was cancelled']);

    await finished(start('repair.yml', 'schedule', {}));
    expect(stage.imagesOf('sample-test')).toEqual(images);
    expect(settingsOf('sample-test')).toEqual(settings);
    await until('sample-test is healthy', () => isHealthy(stage.test));
  });
});

/** The result of a run that must succeed. @throws {Error} with the end of its log when it does not. */
async function finished(run: ActRun): Promise<ActResult> {
  const result = await run.ended;
  if (!result.succeeded) throw new Error(`The workflow failed:\n${result.log.slice(-8_000)}`);
  return result;
}

/** Waits for a condition; when it belongs to a run, only as long as that runs. */
async function until(what: string, condition: () => boolean, run?: ActRun): Promise<void> {
  const end = Date.now() + 90_000;
  while (!condition()) {
    if (Date.now() > end || run?.hasEnded) throw new Error(`Not so: ${what}\n${run?.log.slice(-8_000) ?? ''}`);
    await sleep(50);
  }
}
