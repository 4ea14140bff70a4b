/** What is waited for. To load what a story needs takes a second, so these do it once. */
import '../culprits.test.js';
import '../gates.test.js';
import '../slow-boots.test.js';
import '../slow-hooks.test.js';
import '../waits.test.js';
