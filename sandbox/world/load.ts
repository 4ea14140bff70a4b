/** What burdens the machines of a region: metrics are taken from it. {@link Traffic} is one. */
export interface Load {
  /** Requests a second that a target group gets now. */
  requestsTo(targetGroupArn: string): number;
  /** How busy the traffic keeps a machine's processor now, in percent. */
  utilizationOf(instanceId: string): number;
}
