/** What a machine does with its user data at its first boot. */
export type UserData =
  | { readonly kind: 'none' }
  | { readonly kind: 'script'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Reads user data as RunInstances got it: base64. Of what cloud-init understands only scripts are understood here
 * (EC2 user guide, "User data and shell scripts"); the rest is refused rather than ignored.
 */
export function readUserData(encoded: string | undefined): UserData {
  const text = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  if (text.trim() === '') return { kind: 'none' };
  if (text.startsWith('#!')) return { kind: 'script', text };
  const start = JSON.stringify(text.slice(0, 40));
  const remedy = 'Write a script whose first line is "#!/bin/sh" or the like.';
  return {
    kind: 'refused',
    reason: `The sandbox runs only user data that begins with "#!", and found ${start}. ${remedy}`,
  };
}
