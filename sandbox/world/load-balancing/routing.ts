import type { Action, RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';
import { forwardsTo, type Listener, type WeightedTargetGroup } from './listener.js';

/** The parts of an HTTP request that rules look at. */
export interface RequestLine {
  /** The Host header, with or without a port. */
  readonly host: string;
  readonly path: string;
  readonly method: string;
}

/** Where a listener sends a request. */
export type Route =
  | { readonly kind: 'forward'; readonly targetGroupArn: string; readonly instanceId: string; readonly port: number }
  | { readonly kind: 'fixed'; readonly status: number; readonly contentType: string; readonly body: string }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  | { readonly kind: 'none'; readonly status: 503 };

/** The actions of the first rule, by priority, all of whose conditions hold (ELB guide, "Listener rules"). */
export function actionsFor(listener: Listener, request: RequestLine): readonly Action[] {
  return (
    listener.rules.find(({ conditions }) => conditions.every((condition) => holds(condition, request)))?.actions ?? []
  );
}

function holds(condition: RuleCondition, { host, path, method }: RequestLine): boolean {
  switch (condition.Field) {
    case 'host-header':
      return valuesOf(condition).some((value) =>
        pattern(value.toLowerCase()).test(host.toLowerCase().replace(/:\d+$/, '')),
      );
    case 'path-pattern':
      return valuesOf(condition).some((value) => pattern(value).test(path.replace(/\?.*$/, '')));
    case 'http-request-method':
      return valuesOf(condition).includes(method);
    default:
      return false;
  }
}

/** Conditions carry their values in the old place or in the new one (ELBv2 API, RuleCondition). */
export function valuesOf(condition: RuleCondition): readonly string[] {
  const { HostHeaderConfig, PathPatternConfig, HttpRequestMethodConfig, Values } = condition;
  return (HostHeaderConfig ?? PathPatternConfig ?? HttpRequestMethodConfig)?.Values ?? Values ?? [];
}

const patterns = new Map<string, RegExp>();

/** `*` matches any characters, `?` exactly one (ELBv2 API, HostHeaderConditionConfig). */
function pattern(wildcard: string): RegExp {
  const known = patterns.get(wildcard);
  if (known) return known;
  const source = wildcard
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const made = new RegExp(`^${source}$`, 's');
  patterns.set(wildcard, made);
  return made;
}

/** What an action that does not forward answers; undefined when it forwards. */
export function ownAnswer(actions: readonly Action[], request: RequestLine): Route | undefined {
  for (const { FixedResponseConfig: fixed, RedirectConfig: redirect } of actions) {
    if (fixed) {
      const { StatusCode, ContentType = 'text/plain', MessageBody = '' } = fixed;
      return { kind: 'fixed', status: Number(StatusCode), contentType: ContentType, body: MessageBody };
    }
    if (redirect) {
      const { Protocol = '#{protocol}', Host = '#{host}', Port, Path = '/#{path}', StatusCode } = redirect;
      const port = Port && Port !== '#{port}' ? `:${Port}` : '';
      const template = `${Protocol}://${Host}${port}${Path}`;
      const location = template
        .replace('#{protocol}', 'http')
        .replace('#{host}', request.host)
        .replace('#{path}', request.path.replace(/^\//, ''));
      return {
        kind: 'redirect',
        status: StatusCode === 'HTTP_301' ? 301 : 302,
        location: location.replace(/^HTTP/, 'http'),
      };
    }
  }
  return undefined;
}

/** The target groups that get requests, with the share of each; empty when all weights are 0. */
export function sharesOf(actions: readonly Action[]): WeightedTargetGroup[] {
  const groups = forwardsTo(actions).filter(({ weight }) => weight > 0);
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  return groups.map(({ arn, weight }) => ({ arn, weight: weight / total }));
}
