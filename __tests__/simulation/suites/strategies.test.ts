/** Two groups, and the engine of AWS. To load what a story needs takes a second, so these do it once. */
import '../added-template.test.js';
import '../instance-refresh.test.js';
import '../one-of-two-groups.test.js';
import '../overlapping-pairs.test.js';
import '../refresh-meanwhile.test.js';
import '../replace-root-volume.test.js';
import '../two-group.test.js';
