/**
 * What src loads only when it is needed. To load is real input, which no virtual clock waits for: a story would go on
 * without it, or stop where nothing is scheduled. So all of it is there before the first one.
 */
import '@aws-sdk/client-cloudformation';
import '@aws-sdk/client-codedeploy';
import '@aws-sdk/client-elastic-load-balancing';
import '@aws-sdk/client-vpc-lattice';
import 'croner';
