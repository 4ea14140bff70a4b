import type { Activity } from '@aws-sdk/client-auto-scaling';
import type { Observation } from '../heart/observation.js';
import { isFailedLaunch, isLaunch, launchOf } from './setbacks.js';

/**
 * What keeps AWS from launching machines, or from sending them requests, as far as it says it: suspended processes, else the
 * newest launch since the release began, if that has failed; else where our own last call got none, which leaves no activity.
 * For words alone: it says nothing of the image.
 * @param activities the group's, newest first
 */
export function hindranceIn(
  { group, release }: Pick<Observation, 'group' | 'release'>,
  activities: readonly Activity[],
): string | undefined {
  const needed = ['Launch', ...(group.trafficSources.length > 0 ? ['AddToLoadBalancer'] : [])];
  const missing = needed.filter((process) => group.suspended.includes(process));
  if (missing.length > 0) return `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} suspended.`;
  const newest = activities.find(isLaunch);
  const isOfRelease = (newest?.StartTime?.getTime() ?? 0) >= release.startedAt;
  if (!newest || !isOfRelease || !isFailedLaunch(newest)) return lackOf(release.surge?.short);
  const { StatusMessage = 'AWS does not say why' } = newest;
  return `${launchOf(newest)} failed: ${StatusMessage.replace(/\.?$/, '.')}`;
}

function lackOf(zones: readonly string[] = []): string | undefined {
  return zones.length > 0 ? `AWS lacks machines in ${zones.join(', ')}.` : undefined;
}
