/** What others do meanwhile, and what AWS does not do. To load what a story needs takes a second, so these do it once. */
import '../alarms.test.js';
import '../cut-off.test.js';
import '../other-locks.test.js';
import '../permissions.test.js';
import '../runner-clocks.test.js';
import '../scheduled-actions.test.js';
import '../size-settings.test.js';
import '../stale-reads.test.js';
import '../surge.test.js';
