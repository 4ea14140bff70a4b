const prefix = 'ASIASANDBOX';

/** An access key id of this sandbox's own. Sessions' begin with ASIA (IAM user guide, "Unique identifiers"); this one says when it ends. */
export function sessionKey(expiresAt: number): string {
  return `${prefix}${Math.floor(expiresAt / 1000)
    .toString(36)
    .toUpperCase()}`;
}

/** When a key of this sandbox's own ends, in milliseconds since the Unix epoch; undefined for any other. */
export function endOfSession(accessKeyId: string): number | undefined {
  if (!accessKeyId.startsWith(prefix)) return undefined;
  return Number.parseInt(accessKeyId.slice(prefix.length), 36) * 1000;
}
