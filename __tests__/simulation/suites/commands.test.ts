/** What a workflow may ask for. To load what a story needs takes a second, so these do it once. */
import '../claims.test.js';
import '../deleted-sources.test.js';
import '../ledger.test.js';
import '../left-to-a-person.test.js';
import '../pause.test.js';
import '../repoint.test.js';
import '../several-groups.test.js';
import '../undo.test.js';
import '../what-to-deploy.test.js';
