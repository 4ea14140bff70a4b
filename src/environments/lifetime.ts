import type { Aws } from '../platform/aws.js';
import type { Step } from '../platform/step.js';
import { construct, remove } from './act.js';
import type { Blueprint } from './blueprint.js';
import { decideDown, decideUp } from './decide.js';
import type { Environment } from './environment.js';
import { drawBlueprint, type Wishes } from './mirror.js';
import type { Observation } from './observation.js';
import { observe } from './observe.js';
import { type Deed, reconcile } from './reconcile.js';

/** What both directions need. */
export interface Site {
  readonly aws: Aws;
  readonly step: Step;
  readonly environment: Environment;
  /** Milliseconds until all must be done. */
  readonly timeout: number;
}

/** Makes an environment, or brings it up to date; returns once its machines answer at the load balancer. */
export async function bringUp(site: Site, wishes: Wishes): Promise<Blueprint> {
  const { aws, environment } = site;
  const wanted = await drawBlueprint(aws, environment, wishes);
  await travel(site, {
    observe: () => observe(aws, environment, wanted.listenerArn),
    decide: (seen) => decideUp(seen, wanted),
    act: (move) => (isRemoval(move) ? remove(aws, environment, move) : construct(aws, environment, wanted, move)),
  });
  return wanted;
}

/** Removes all that carries the environment's mark; returns whether there was anything. */
export async function takeDown(site: Site): Promise<boolean> {
  const { aws, environment } = site;
  let removed = false;
  await travel(site, {
    observe: () => observe(aws, environment),
    decide: decideDown,
    act: async (move) => {
      removed = true;
      if (isRemoval(move)) await remove(aws, environment, move);
    },
  });
  return removed;
}

type Removal = Parameters<typeof remove>[2];

function isRemoval(move: Deed): move is Removal {
  return /^(delete|terminate)-/.test(move.kind);
}

interface Route {
  observe(): Promise<Observation>;
  decide(seen: Observation): ReturnType<typeof decideUp>;
  act(move: Deed): Promise<void>;
}

function travel({ step, timeout }: Site, route: Route): Promise<Observation> {
  const { clock, cancellation, log } = step;
  return reconcile({ clock, cancellation, timeout, tell: log.info, ...route });
}
