import * as autoScaling from '@aws-sdk/client-auto-scaling';
import * as cloudFormation from '@aws-sdk/client-cloudformation';
import * as cloudWatch from '@aws-sdk/client-cloudwatch';
import * as codeDeploy from '@aws-sdk/client-codedeploy';
import * as ec2 from '@aws-sdk/client-ec2';
import * as classicLoadBalancing from '@aws-sdk/client-elastic-load-balancing';
import * as loadBalancing from '@aws-sdk/client-elastic-load-balancing-v2';
import * as systemsManager from '@aws-sdk/client-ssm';
import * as securityTokens from '@aws-sdk/client-sts';
import * as lattice from '@aws-sdk/client-vpc-lattice';
import { NormalizedSchema, type TypeRegistry } from '@smithy/core/schema';
import type { ServiceName } from '../world/world.js';
import { nothing, type Shape, shapeOf } from './shapes.js';

export interface OperationSchema {
  readonly input: Shape;
  readonly output: Shape;
}

export type Protocol = 'ec2Query' | 'query' | 'json';

/** One service as it looks on the wire. */
export interface ServiceSchema {
  readonly name: ServiceName;
  /** As the SDK's clients call themselves (`config.serviceId`). */
  readonly serviceId: string;
  /** The API's version, which query requests carry. */
  readonly version: string;
  /**
   * What it speaks, first what the SDK's client uses. Clients of CloudWatch differ: older ones send queries. Nothing for
   * VPC Lattice, which speaks REST: it is reached inside the process only.
   */
  readonly protocols: readonly Protocol[];
  /** 1.0 or 1.1, for services that speak JSON. */
  readonly jsonVersion?: string;
  readonly xmlNamespace: string;
  readonly operations: ReadonlyMap<string, OperationSchema>;
  /** The SDK's exception classes, most general first. */
  readonly errors: readonly TypeRegistry[];
}

type Description = Omit<ServiceSchema, 'operations' | 'errors'>;

/** smithy's number for an operation in its static schemas: [9, namespace, name, traits, input, output]. */
const operationMark = 9;

/** What an SDK package exports, as far as it matters here. */
interface SdkPackage {
  readonly errorTypeRegistries: readonly TypeRegistry[];
}

function describe(description: Description, sdkPackage: SdkPackage): ServiceSchema {
  const operations = new Map<string, OperationSchema>();
  for (const value of Object.values(sdkPackage)) {
    if (!Array.isArray(value) || value[0] !== operationMark) continue;
    operations.set(String(value[2]), { input: shapeOrNothing(value[4]), output: shapeOrNothing(value[5]) });
  }
  return { ...description, operations, errors: sdkPackage.errorTypeRegistries };
}

function shapeOrNothing(reference: Parameters<typeof NormalizedSchema.of>[0]): Shape {
  const schema = NormalizedSchema.of(reference);
  return schema.isUnitSchema() ? nothing : shapeOf(schema);
}

/** The services by the world's names for them. Protocols as the SDK's clients speak them. */
export const serviceSchemas: Readonly<Record<ServiceName, ServiceSchema>> = {
  ec2: describe(
    {
      name: 'ec2',
      serviceId: 'EC2',
      version: '2016-11-15',
      protocols: ['ec2Query'],
      xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
    },
    ec2,
  ),
  autoscaling: describe(
    {
      name: 'autoscaling',
      serviceId: 'Auto Scaling',
      version: '2011-01-01',
      protocols: ['query'],
      xmlNamespace: 'http://autoscaling.amazonaws.com/doc/2011-01-01/',
    },
    autoScaling,
  ),
  elasticloadbalancing: describe(
    {
      name: 'elasticloadbalancing',
      serviceId: 'Elastic Load Balancing v2',
      version: '2015-12-01',
      protocols: ['query'],
      xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
    },
    loadBalancing,
  ),
  'elasticloadbalancing-classic': describe(
    {
      name: 'elasticloadbalancing-classic',
      serviceId: 'Elastic Load Balancing',
      version: '2012-06-01',
      protocols: ['query'],
      xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2012-06-01/',
    },
    classicLoadBalancing,
  ),
  cloudformation: describe(
    {
      name: 'cloudformation',
      serviceId: 'CloudFormation',
      version: '2010-05-15',
      protocols: ['query'],
      xmlNamespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    },
    cloudFormation,
  ),
  codedeploy: describe(
    {
      name: 'codedeploy',
      serviceId: 'CodeDeploy',
      version: '2014-10-06',
      protocols: ['json'],
      jsonVersion: '1.1',
      xmlNamespace: 'http://codedeploy.amazonaws.com/doc/2014-10-06/',
    },
    codeDeploy,
  ),
  'vpc-lattice': describe(
    {
      name: 'vpc-lattice',
      serviceId: 'VPC Lattice',
      version: '2022-11-30',
      protocols: [],
      xmlNamespace: 'http://vpc-lattice.amazonaws.com/doc/2022-11-30/',
    },
    lattice,
  ),
  monitoring: describe(
    {
      name: 'monitoring',
      serviceId: 'CloudWatch',
      version: '2010-08-01',
      protocols: ['json', 'query'],
      jsonVersion: '1.0',
      xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    },
    cloudWatch,
  ),
  ssm: describe(
    {
      name: 'ssm',
      serviceId: 'SSM',
      version: '2014-11-06',
      protocols: ['json'],
      jsonVersion: '1.1',
      xmlNamespace: 'http://ssm.amazonaws.com/doc/2014-11-06/',
    },
    systemsManager,
  ),
  sts: describe(
    {
      name: 'sts',
      serviceId: 'STS',
      version: '2011-06-15',
      protocols: ['query'],
      xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    },
    securityTokens,
  ),
};
