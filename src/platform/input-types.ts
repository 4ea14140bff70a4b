import { Refusal } from './inputs.js';

/** Any text. */
export const text = (value: string): string => value;

/** `true` or `false`, as YAML 1.2 writes them. */
export function flag(value: string): boolean {
  if (/^true$/i.test(value)) return true;
  if (/^false$/i.test(value)) return false;
  throw new Refusal('true or false', 'Write true or false.');
}

/** One of a closed list of words. */
export function oneOf<Word extends string>(...words: readonly Word[]): (value: string) => Word {
  return (value) => {
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return word;
    throw new Refusal(words.join(', '), `Write one of: ${words.join(', ')}.`);
  };
}

/** A whole number within bounds. */
export function wholeNumber(minimum: number, maximum: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= minimum && number <= maximum) return number;
    throw new Refusal(`a whole number from ${minimum} to ${maximum}`, `Write a number such as ${minimum}.`);
  };
}

const millisecondsPer = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** As long as a timer of Node can run: 2^31 ms would end at once (Node.js documentation, "setTimeout"). */
const longestDuration = 24 * 24 * millisecondsPer.h;

/** A length of time such as `45s`, `10m` or `2h`, up to 24 days; gives milliseconds. */
export function duration(value: string): number {
  const milliseconds = millisecondsIn(value);
  if (milliseconds <= longestDuration) return milliseconds;
  throw new Refusal('a number with a unit (s, m or h), up to 24 days', 'Write for example 45s, 10m or 2h.');
}

/** What such a text says; NaN where it says no length of time. */
export function millisecondsIn(value: string): number {
  const match = /^(\d{1,7})(s|m|h)$/.exec(value);
  return Number(match?.[1]) * millisecondsPer[(match?.[2] ?? 's') as keyof typeof millisecondsPer];
}

/** A length of time that is not nothing: to look again without a pause would be a flood of calls, not a watch. */
export function positiveDuration(value: string): number {
  const milliseconds = duration(value);
  if (milliseconds > 0) return milliseconds;
  throw new Refusal('at least 1s', 'Write for example 1s or 10s.');
}

/** A number of machines, absolute or as a share of the group. */
export type Amount = { readonly machines: number } | { readonly percent: number };

/** `3` or `25%`, as Kubernetes writes max-surge. */
export function amount(value: string): Amount {
  const match = /^(\d{1,5})(%?)$/.exec(value);
  const number = Number(match?.[1]);
  if (match && match[2] === '') return { machines: number };
  if (match && number <= 100) return { percent: number };
  throw new Refusal('a number of machines, or a percentage up to 100%', 'Write for example 1 or 25%.');
}

export function isZero(value: Amount): boolean {
  return ('machines' in value ? value.machines : value.percent) === 0;
}

/** An AMI id. */
export function imageId(value: string): string {
  if (/^ami-([0-9a-f]{8}|[0-9a-f]{17})$/.test(value)) return value;
  throw new Refusal('an AMI id: "ami-" and 8 or 17 hexadecimal digits', 'Write for example ami-0abcdef1234567890.');
}

/** Of a parameter that another account shares its ARN (Systems Manager API, GetParameter). */
const parameterName = /^ssm:(arn:aws[a-z-]*:ssm:[a-z0-9-]+:\d{12}:parameter\/)?[\w./-]{1,1011}(:[\w.-]{1,100})?$/;

/** An AMI id, the name of an SSM parameter that holds one, or `previous`. */
export function imageName(value: string): string {
  if (value === 'previous' || parameterName.test(value)) return value;
  if (!/^(ami-|ssm:)/.test(value)) {
    throw new Refusal(
      'an AMI id, "ssm:" and the name of a parameter that holds one, or "previous"',
      'Write for example ami-0abcdef1234567890, ssm:/images/shop or previous.',
    );
  }
  if (value.startsWith('ami-')) return imageId(value);
  throw new Refusal(
    '"ssm:" and the name of an SSM parameter, or the ARN of one that is shared, which may end with :VERSION or :LABEL',
    'Write for example ssm:/images/shop.',
  );
}

/** The ARN of a role of IAM (IAM user guide, "IAM identifiers"). */
export function roleArn(value: string): string {
  if (/^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/.test(value)) return value;
  throw new Refusal('the ARN of a role of IAM', 'Write for example arn:aws:iam::123456789012:role/deploy.');
}

/** An AWS region's name. */
export function region(value: string): string {
  if (/^[a-z]{2,}(-[a-z]+)+-\d$/.test(value)) return value;
  throw new Refusal('the name of an AWS region', 'Write for example eu-west-1.');
}

/** An Auto Scaling group's name: 1 to 255 characters, no colon (CreateAutoScalingGroup in AWS's API reference). */
export function groupName(value: string): string {
  if (value.length <= 255 && /^[\x20-\x39\x3b-\x7e]+$/.test(value)) return value;
  throw new Refusal(
    'the name of an Auto Scaling group (up to 255 characters, no colon)',
    'Write the name, not the ARN.',
  );
}

/** Names of Auto Scaling groups, one on each line. */
export function groupNames(value: string): readonly string[] {
  return lines(value).map(groupName);
}

/** An address to post to: https, or http on this machine's loopback. */
export function webAddress(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const loopback = url?.protocol === 'http:' && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(url.hostname);
  if (url && (url.protocol === 'https:' || loopback)) return url;
  throw new Refusal('an https:// address', 'Write the whole address, from https:// on.');
}

/** Lines of text, empty ones left out. */
export function lines(value: string): readonly string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Lines of `name=value`. */
export function pairs(value: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines(value).map((line) => {
      const at = line.indexOf('=');
      if (at > 0) return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      throw new Refusal('lines of name=value', 'Write one name=value on each line.');
    }),
  );
}

/** An instant as ISO 8601 writes it, with its zone; gives milliseconds since the Unix epoch. */
export function instant(value: string): number {
  const milliseconds = /^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:?\d\d)$/.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(milliseconds)) return milliseconds;
  throw new Refusal('a date and time with its zone', 'Write for example 2026-01-31T12:00:00Z.');
}

/**
 * A domain name for host names below it. The host-header condition of a listener rule takes 128 characters (ELBv2 API,
 * HostHeaderConditionConfig), of which a label in front and its dot may need 33.
 */
export function domain(value: string): string {
  const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
  if (value.length <= 95 && new RegExp(`^${label}(\\.${label})*$`, 'i').test(value)) return value.toLowerCase();
  throw new Refusal(
    'a domain name of up to 95 characters',
    'Write for example dev.example.com, without a scheme or a *.',
  );
}
