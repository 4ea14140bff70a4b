import type { DeploymentEvent, DeploymentStatus } from './event.js';
import type { Receiver } from './receiver.js';
import { slackCode, slackLine, slackLink, slackText } from './slack-text.js';

/** Slack's limits (Block Kit reference: header, section). */
const headerLimit = 150;
const sectionLimit = 3_000;

const headlines: Readonly<Record<DeploymentStatus, (what: string, where: string) => string>> = {
  start: (what, where) => `🚀 Deploying ${what}${where}`,
  success: (what, where) => `✅ Deployed ${what}${where}`,
  failure: (what, where) => `❌ Could not deploy ${what}${where}`,
  cancelled: (what, where) => `⚪ Deployment of ${what}${where} was cancelled`,
};

/** A Slack incoming webhook. */
export function slackWebhook(url: URL): Receiver {
  return {
    name: 'slack',
    request: (event) => ({
      url,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(slackMessage(event)),
    }),
  };
}

/** The message in Block Kit, with plain `text` for notifications and screen readers. */
export function slackMessage(event: DeploymentEvent): { readonly text: string; readonly blocks: readonly object[] } {
  const where = event.environment === undefined ? '' : ` to ${event.environment}`;
  const headline = headlineOf(event)(event.service, where);
  const facts = factLines(event).join('\n');
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: slackLine(headline, headerLimit), emoji: true } },
    ...(event.message ? [section(slackText(event.message, sectionLimit))] : []),
    ...(facts ? [section(facts)] : []),
    { type: 'context', elements: [marked(contextLine(event))] },
  ];
  return { text: slackLine(headline, sectionLimit), blocks };
}

/** A step that waits as it was told to has succeeded, but nothing is deployed yet. */
function headlineOf({ status, outcome }: DeploymentEvent): (what: string, where: string) => string {
  if (status === 'success' && outcome === 'paused') return (what, where) => `⏸️ Deployment of ${what}${where} is paused`;
  return headlines[status];
}

/** At most six lines of at most some 450 characters: well within a section. */
function factLines({ group, imageId, previousImageId, outcome, durationSeconds }: DeploymentEvent): string[] {
  // An image that was taken back does not run: what ran before does.
  const word = outcome === 'rolled-back' || outcome === 'aborted' ? 'back to' : 'was';
  const was = previousImageId && previousImageId !== imageId ? ` (${word} ${slackCode(previousImageId)})` : '';
  return [
    ...(group ? [`*Group* ${slackCode(group)}`] : []),
    ...(imageId ? [`*Image* ${slackCode(imageId)}${was}`] : []),
    ...(outcome ? [`*Outcome* ${slackLine(outcome, 200)}`] : []),
    ...(durationSeconds === undefined ? [] : [`*Took* ${spoken(durationSeconds)}`]),
  ];
}

function contextLine({ actor, ref, commit, repository, runUrl }: DeploymentEvent): string {
  const commitUrl = runUrl.replace(/\/actions\/runs\/.*$/, `/commit/${commit}`);
  const branch = ref.replace(/^refs\/(heads|tags)\//, '');
  return [
    ...(actor ? [slackLine(actor, 100)] : []),
    slackLine(repository, 150),
    ...(branch ? [slackCode(branch)] : []),
    ...(commit ? [slackLink(commitUrl, commit.slice(0, 7))] : []),
    slackLink(runUrl, 'run'),
  ].join(' · ');
}

function section(text: string): object {
  return { type: 'section', text: marked(text) };
}

/** `verbatim` keeps Slack from turning bare names such as @channel into mentions. */
function marked(text: string): object {
  return { type: 'mrkdwn', text, verbatim: true };
}

function spoken(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
