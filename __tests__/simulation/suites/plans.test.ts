/** What is foreseen, and what comes. To load what a story needs takes a second, so these do it once. */
import '../dry-run.test.js';
import '../occasions.test.js';
import '../predictions.test.js';
import '../rollout.test.js';
import '../rules.test.js';
import '../together.test.js';
