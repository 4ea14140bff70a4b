import type { Operations } from '../operation.js';
import { listenerOperations } from './listener-operations.js';
import { loadBalancerOperations } from './load-balancer-operations.js';
import { ruleOperations } from './rule-operations.js';
import { tagOperations } from './tags.js';
import { targetGroupOperations } from './target-group-operations.js';
import { targetOperations } from './target-operations.js';

/** Elastic Load Balancing v2, as far as the sandbox goes: Application Load Balancers with instances behind them. */
export const loadBalancingOperations: Operations = {
  ...loadBalancerOperations,
  ...targetGroupOperations,
  ...targetOperations,
  ...listenerOperations,
  ...ruleOperations,
  ...tagOperations,
};
