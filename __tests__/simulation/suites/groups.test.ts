/** What groups are like. To load what a story needs takes a second, so these do it once. */
import '../full-groups.test.js';
import '../hindered-launches.test.js';
import '../kinds-of-groups.test.js';
import '../large-groups.test.js';
import '../nobody-serves.test.js';
import '../odd-machines.test.js';
import '../owners-hooks.test.js';
import '../protected-machines.test.js';
import '../traffic-sources.test.js';
import '../warm-pools.test.js';
