import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DeploymentEvent, deploymentEvent } from '../../../src/notices/event.js';
import { slackMessage } from '../../../src/notices/slack.js';
import { slackCode, slackLink, slackText } from '../../../src/notices/slack-text.js';
import { RecordedStep } from '../../doubles/recorded-step.js';

const { workflow } = new RecordedStep({});
const event = (changes: Partial<DeploymentEvent> = {}): DeploymentEvent => ({
  ...deploymentEvent({ status: 'success' }, { workflow, step: 'notify', now: 0 }),
  ...changes,
});

interface Text {
  readonly text: string;
  readonly type: string;
}

/** Every text object of a message, however deep. */
function textsOf(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'text' in value && typeof value.text === 'string' ? [value as Text] : [];
  return [...own, ...Object.values(value).flatMap(textsOf)];
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4_000 }),
  fc.stringMatching(/^[<>&!|`@\n a-z*_]{0,300}$/),
  fc.constantFrom(
    '<!channel>',
    '<!here|x>',
    '<https://evil.example|click>',
    '@channel',
    '&lt;!channel&gt;',
    '&'.repeat(3_000),
  ),
);

describe('text for Slack', () => {
  it('shows every text literally: no control character is left, and what was meant comes back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = slackText(text, 100_000);
        expect(escaped).not.toMatch(/[<>]/);
        expect(escaped).not.toMatch(/&(?!(amp|lt|gt);)/);
        expect(escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(text);
      }),
    );
  });

  it('keeps within its limit and never cuts an entity or a character in two', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 5, max: 50 }), (text, limit) => {
        const cut = slackText(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut).not.toMatch(/&(?!(amp|lt|gt);)/);
        expect(cut).not.toMatch(/[\ud800-\udbff]…$/);
      }),
    );
  });

  it('lets neither a backtick out of a code span nor a bracket out of a link', () => {
    expect(slackCode('a`b <!here>')).toBe("`a'b &lt;!here&gt;`");
    expect(slackLink('https://x.example/a|b>', 'one|two>')).toBe('<https://x.example/ab|one/two&gt;>');
  });
});

describe("Slack's message", () => {
  it('keeps every limit and mentions nobody, whatever the event says', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (one, other, message) => {
        const told = slackMessage(
          event({ service: one, environment: other, group: one, imageId: other, outcome: one, actor: other, message }),
        );
        expect(JSON.stringify(told)).not.toMatch(/<!/);
        expect(told.blocks.length).toBeLessThanOrEqual(50);
        for (const { type, text } of textsOf(told.blocks)) {
          expect(text.length).toBeLessThanOrEqual(type === 'plain_text' ? 150 : 3_000);
          expect(text.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('turns bare names into no mentions: mrkdwn is verbatim', () => {
    const marked = textsOf(slackMessage(event({ message: '@channel' })).blocks).filter(({ type }) => type === 'mrkdwn');
    expect(marked.length).toBeGreaterThan(0);
    for (const text of marked) expect(text).toMatchObject({ verbatim: true });
  });

  it('says what went where, from which image, how long it took, and where to look', () => {
    const told = slackMessage(
      event({
        environment: 'prod',
        group: 'shop',
        imageId: 'ami-00000002',
        previousImageId: 'ami-00000001',
        outcome: 'succeeded',
        durationSeconds: 75,
      }),
    );
    expect(told.text).toBe('✅ Deployed shop to prod');
    const facts = '*Group* `shop`\n*Image* `ami-00000002` (was `ami-00000001`)\n*Outcome* succeeded\n*Took* 1 min 15 s';
    expect(told.blocks).toContainEqual({ type: 'section', text: { type: 'mrkdwn', text: facts, verbatim: true } });
    expect(JSON.stringify(told.blocks)).toContain('<https://github.com/octo/shop/commit/0123456789abcdef');
    expect(JSON.stringify(told.blocks)).toContain('<https://github.com/octo/shop/actions/runs/42|run>');
  });

  it('does not call deployed what waits for a person', () => {
    const told = slackMessage(event({ environment: 'prod', outcome: 'paused' }));
    expect(told.text).toBe('⏸️ Deployment of shop to prod is paused');
  });

  it('tells a cancelled deployment from a failed one', () => {
    expect(slackMessage(event({ status: 'cancelled' })).text).toContain('was cancelled');
    expect(slackMessage(event({ status: 'failure' })).text).toContain('Could not deploy');
    expect(slackMessage(event({ status: 'start' })).text).toContain('Deploying');
  });

  it.each(['rolled-back', 'aborted'])('says of a rollout that was %s what runs again', (outcome) => {
    const images = { imageId: 'ami-00000002', previousImageId: 'ami-00000001' };
    const texts = textsOf(slackMessage(event({ status: 'failure', outcome, ...images }))).map(({ text }) => text);
    expect(texts.join()).toContain('*Image* `ami-00000002` (back to `ami-00000001`)');
  });
});
