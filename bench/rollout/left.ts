import type { Course } from './course.js';

/** What is not as it should be with the group, in a few words; `whole` when nothing is. */
export function whatIsLeft(course: Course, size: number): string {
  const { group, watch, newImageId } = course;
  const running = course.inServiceByImage();
  const fresh = running.get(newImageId) ?? 0;
  const old = [...running.values()].reduce((sum, count) => sum + count, 0) - fresh;
  const unfit = [...group.members.values()].filter(({ protectedFromScaleIn }) => protectedFromScaleIn).length;
  const findings = [
    group.desired > size && `desired ${group.desired} in place of ${size}`,
    group.desired < size && `desired only ${group.desired} of ${size}`,
    old > 0 && fresh > 0 && `mixed: ${old} old, ${fresh} new`,
    watch.serving < Math.min(size, group.desired) && `${watch.serving} of ${size} serve`,
    group.suspended.size > 0 && `suspended: ${[...group.suspended.keys()].join(', ')}`,
    unfit > 0 && `${unfit} protected`,
    fresh === 0 && pointsAtNew(course) && 'launches the new image',
  ];
  return findings.filter(Boolean).join('; ') || 'whole';
}

/** Whether the group's next machine would run the new image. */
function pointsAtNew({ region, group, newImageId }: Course): boolean {
  const { LaunchTemplateId, Version } = group.template ?? {};
  return region.ec2.templateVersion({ LaunchTemplateId, Version }).data.ImageId === newImageId;
}

/** Only machines of one image, as many as there should be, and all of them serving. */
export function isWhole(course: Course, size: number): boolean {
  const running = [...course.inServiceByImage().values()];
  return running.length === 1 && running[0] === size && course.group.desired === size && course.watch.serving >= size;
}
