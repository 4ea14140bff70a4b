import { describe, expect, it } from '@jest/globals';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { steadfleetOf } from '../../../src/actions/steadfleet.js';
import { Failure } from '../../../src/platform/failure.js';
import type { Post } from '../../../src/platform/http.js';
import type { Action, Step } from '../../../src/platform/step.js';
import { RecordedStep } from '../../doubles/recorded-step.js';

const baked = 'ami-00000002';
const given = {
  template: 'image.pkr.hcl',
  group: 'shop',
  'webhook-url': 'https://ops.example/hook',
  'webhook-secret': 'key',
  message: 'Fix the search',
};

interface Story {
  readonly inputs?: Record<string, string>;
  /** What a part does in its main, in place of succeeding. */
  readonly bake?: (step: Step) => Promise<void>;
  readonly deploy?: (step: Step) => Promise<void>;
  readonly deployPost?: (step: Step) => Promise<void>;
  readonly findGroups?: (step: Step) => Promise<void>;
}

/** The pipeline over parts that succeed unless told otherwise; `log` is the order in which all things happened. */
function pipeline({ inputs = given, bake, deploy, deployPost, findGroups = async () => undefined }: Story = {}) {
  const log: string[] = [];
  const notices: Record<string, unknown>[] = [];
  const part = (name: string, work: (step: Step) => Promise<void>, clean?: (step: Step) => Promise<void>): Action => ({
    main: async (step) => {
      log.push(`${name} ${step.inputs.get('image-id')}`.trim());
      await work(step);
    },
    post: async (step) => {
      log.push(`${name} post`);
      await clean?.(step);
    },
  });
  const post: Post = async ({ body }) => {
    const event = JSON.parse(body) as Record<string, unknown>;
    log.push(`tell ${String(event.status)}`);
    notices.push(event);
    return { status: 200, headers: {}, body: '' };
  };
  const bakes = async (step: Step) => step.output('image-id', baked);
  const deploys = async (step: Step) => {
    step.output('previous-image-id', 'ami-00000001');
    step.output('outcome', 'succeeded');
  };
  const action = steadfleetOf({
    bake: part('bake', bake ?? bakes),
    deploy: part('deploy', deploy ?? deploys, deployPost),
    findGroups,
    post,
  });
  const clock = new VirtualClock();
  const step = new RecordedStep(inputs, { clock, environment: { AWS_REGION: 'eu-west-1' } });
  const main = () =>
    clock.run(
      action.main(step).then(
        () => '',
        (error: Error) => error.message,
      ),
    );
  const clean = () => clock.run(action.post?.(step.post()) ?? Promise.resolve());
  return { log, notices, step, main, clean };
}

describe('the whole pipeline', () => {
  it('tells, bakes, rolls out what was baked, and tells; post has nothing more to say', async () => {
    const { log, notices, main, clean, step } = pipeline();
    expect(await main()).toBe('');
    await clean();
    expect(log).toEqual(['tell start', 'bake', `deploy ${baked}`, 'tell success', 'deploy post', 'bake post']);
    expect(notices[1]).toMatchObject({
      imageId: baked,
      previousImageId: 'ami-00000001',
      outcome: 'succeeded',
      group: 'shop',
      message: 'Fix the search',
      durationSeconds: 0,
    });
    expect(step.outputs).toMatchObject({ 'image-id': baked, outcome: 'succeeded' });
  });

  it('bakes nothing when an image is given', async () => {
    const { log, main } = pipeline({ inputs: { ...given, template: '', 'image-id': 'ami-00000003' } });
    expect(await main()).toBe('');
    expect(log).toEqual(['tell start', 'deploy ami-00000003', 'tell success']);
  });

  it('bakes nothing for a group that is not there, and tells why', async () => {
    const asked: string[] = [];
    const findGroups = async (step: Step) => {
      asked.push(step.inputs.get('group'));
      throw new Failure('There is no Auto Scaling group "shop" in eu-west-1.');
    };
    const { log, notices, main } = pipeline({ findGroups });
    expect(await main()).toContain('There is no Auto Scaling group "shop"');
    expect(log).toEqual(['tell start', 'tell failure']);
    expect(asked).toEqual(['shop']);
    expect(notices[1]).toMatchObject({ status: 'failure', message: expect.stringContaining('no Auto Scaling group') });
  });

  it('does not roll out when the bake fails, and tells why', async () => {
    const bake = async () => {
      throw new Failure('Packer said no');
    };
    const { log, notices, main } = pipeline({ bake });
    expect(await main()).toBe('Packer said no');
    expect(log).toEqual(['tell start', 'bake', 'tell failure']);
    expect(notices[1]).toMatchObject({ status: 'failure', message: 'Packer said no' });
  });

  it('does not roll out when nothing was baked in the region', async () => {
    const { log, main } = pipeline({ bake: async (step) => step.output('image-id', '') });
    expect(await main()).toContain('no image in the region');
    expect(log).toEqual(['tell start', 'bake', 'tell failure']);
  });

  it('tells the outcome of a rollout that was taken back', async () => {
    const deploy = async (step: Step) => {
      step.output('outcome', 'rolled-back');
      throw new Failure('Taken back');
    };
    const { notices, main } = pipeline({ deploy });
    expect(await main()).toBe('Taken back');
    expect(notices[1]).toMatchObject({ status: 'failure', outcome: 'rolled-back', imageId: baked });
  });

  it.each(['bake', 'deploy'] as const)('tells of a cancelled %s from post, after the clean-up', async (part) => {
    const story = pipeline({
      [part]: async () => {
        story.step.cancel();
        throw new Failure('Cancelled');
      },
    });
    await story.main();
    await story.clean();
    const cleanUps = part === 'deploy' ? ['deploy post', 'bake post'] : ['bake post'];
    expect(story.log.slice(-cleanUps.length - 1)).toEqual([...cleanUps, 'tell cancelled']);
    expect(story.notices.map(({ status }) => status)).toEqual(['start', 'cancelled']);
  });

  it('tells of a cancelled rollout what became of it and what runs now', async () => {
    const story = pipeline({
      deploy: async () => {
        story.step.cancel();
        throw new Failure('Cancelled');
      },
      deployPost: async (step) => {
        step.output('outcome', 'aborted');
        step.output('previous-image-id', 'ami-00000001');
      },
    });
    await story.main();
    await story.clean();
    const told = { status: 'cancelled', imageId: baked, previousImageId: 'ami-00000001', outcome: 'aborted' };
    expect(story.notices.at(-1)).toMatchObject(told);
  });

  it('does not begin a rollout after a cancellation', async () => {
    const story = pipeline({
      bake: async (step) => {
        step.output('image-id', baked);
        story.step.cancel();
      },
    });
    expect(await story.main()).toContain('Cancelled before the rollout');
    expect(story.log).toEqual(['tell start', 'bake']);
  });

  it('cleans up after the bake even if the clean-up of the rollout fails, and tells that it did', async () => {
    const story = pipeline({
      deploy: async () => {
        story.step.cancel();
        throw new Failure('Cancelled');
      },
      deployPost: async () => {
        throw new Failure('AWS is away');
      },
    });
    await story.main();
    await story.clean();
    expect(story.log.slice(-3)).toEqual(['deploy post', 'bake post', 'tell cancelled']);
    expect(story.notices.at(-1)).toMatchObject({ status: 'cancelled', message: 'AWS is away' });
  });

  it('finds all wrong inputs before anything is told or baked, and leaves post nothing to do', async () => {
    const inputs = {
      'image-id': 'x',
      'max-surge': 'many',
      'min-ready': '20m',
      'webhook-url': 'https://ops.example/hook',
    };
    const { log, main, clean } = pipeline({ inputs });
    const problem = await main();
    for (const name of ['group', 'image-id', 'max-surge', 'progress-deadline', 'webhook-secret']) {
      expect(problem).toContain(`Input "${name}"`);
    }
    await clean();
    expect(log).toEqual([]);
  });

  it.each([
    ['a group that is named twice', { 'more-groups': 'shop' }],
    [
      'several groups for a strategy that takes two of one service',
      { strategy: 'two-group', 'more-groups': 'workers' },
    ],
  ])('bakes nothing for %s', async (_what, inputs) => {
    const { log, main } = pipeline({ inputs: { ...given, ...inputs } });
    expect(await main()).toContain('Input "more-groups"');
    expect(log).toEqual([]);
  });

  it('wants a template or an image, not both', async () => {
    const { main } = pipeline({ inputs: { ...given, 'image-id': baked } });
    expect(await main()).toContain('exactly one of "template" and "image-id"');
  });

  it('tells nobody when nobody is named', async () => {
    const { log, main } = pipeline({ inputs: { template: 't', group: 'shop' } });
    expect(await main()).toBe('');
    expect(log).toEqual(['bake', `deploy ${baked}`]);
  });
});
