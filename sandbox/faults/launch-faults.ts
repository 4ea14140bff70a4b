import { currentTemplate } from '../world/auto-scaling/launch.js';
import { AwsError } from '../world/aws-error.js';
import type { TemplateVersion } from '../world/ec2/launch-templates.js';
import type { Call, Interceptor } from '../world/world.js';
import { ask, defineFault, type FaultSite, groupOf, ownCalls, whole } from './world-fault.js';

/** Somebody deletes the template version that the group launches; the default one cannot be (EC2 API, DeleteLaunchTemplateVersions). */
export const templateVersionDeleted = defineFault<object>({
  draw: () => ({}),
  says: () => 'somebody deletes the template version that the group launches, unless it is the default',
  strike: (site) => {
    const template = templateOf(site);
    if (!template) return undefined;
    const { id: LaunchTemplateId, version } = template;
    ask(site, 'ec2', 'DeleteLaunchTemplateVersions', { LaunchTemplateId, Versions: [String(version)] });
    return undefined;
  },
});

/** Somebody deregisters the image that the group launches: what runs runs on, but nothing can be launched. */
export const imageDeregistered = defineFault<object>({
  draw: () => ({}),
  says: () => 'somebody deregisters the image that the group launches',
  strike: (site) => {
    const ImageId = templateOf(site)?.data.ImageId;
    if (ImageId) ask(site, 'ec2', 'DeregisterImage', { ImageId });
    return undefined;
  },
});

/** The deployer's credentials run out; after a while they are renewed. */
export const expiredCredentials = defineFault<{ seconds: number }>({
  draw: (random) => ({ seconds: whole(20, 240, random) }),
  says: ({ seconds }) => `the deployer's credentials are expired for ${seconds} s`,
  lasts: ({ seconds }) => seconds,
  strike: ({ region }) => {
    const { interceptors } = region.world;
    const interceptor: Interceptor = {
      before: (call) => {
        if (!ownCalls.has(call)) throw expired(call);
      },
    };
    interceptors.push(interceptor);
    return () => {
      interceptors.splice(interceptors.indexOf(interceptor), 1);
    };
  },
});

/** Each service has words of its own for it (EC2 API, "Error codes"; Auto Scaling and Systems Manager API, "Common errors"). */
function expired({ service }: Call): AwsError {
  if (service === 'ec2') return new AwsError('RequestExpired', 'Request has expired.');
  const message = 'The security token included in the request is expired';
  if (service === 'ssm') return new AwsError('ExpiredTokenException', message);
  return new AwsError('ExpiredToken', message, 403);
}

function templateOf(site: FaultSite): TemplateVersion | undefined {
  const group = groupOf(site);
  try {
    return group && currentTemplate(site.region, group);
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}
