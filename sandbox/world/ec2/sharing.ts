interface Peer {
  readonly UserId?: string | undefined;
  readonly Group?: string | undefined;
}

/** A change of who may use an image or a snapshot, in the two forms that EC2's API has for it. */
export interface SharingChange {
  readonly change:
    | { readonly Add?: readonly Peer[] | undefined; readonly Remove?: readonly Peer[] | undefined }
    | undefined;
  /** The older form: one operation for all accounts and groups named. */
  readonly operation: 'add' | 'remove' | undefined;
  readonly accounts: readonly string[] | undefined;
  readonly groups: readonly string[] | undefined;
}

/** Packer says the same in both forms at once, which is fine: a set holds each only once. */
export function changeSharing(sharedWith: Set<string>, { change, operation, accounts, groups }: SharingChange): void {
  const added = (change?.Add ?? []).map(nameOf);
  const removed = (change?.Remove ?? []).map(nameOf);
  const named = [...(accounts ?? []), ...(groups ?? [])];
  if (operation === 'remove') removed.push(...named);
  else if (operation === 'add' || removed.length === 0) added.push(...named);
  for (const name of removed) sharedWith.delete(name);
  for (const name of added) if (name) sharedWith.add(name);
}

function nameOf({ UserId, Group }: Peer): string {
  return UserId || Group || '';
}
