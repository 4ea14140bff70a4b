import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { run, type ServedWorld, serveStarterWorld } from './served-world.js';
import { describeWith } from './tool.js';

/** What a Python program sees: it prints one JSON object. */
const program = `
import boto3, json, sys
from botocore.exceptions import ClientError

group, template, target_group = sys.argv[1:]
seen = {}
seen['account'] = boto3.client('sts').get_caller_identity()['Account']

scaling = boto3.client('autoscaling')
pages = scaling.get_paginator('describe_auto_scaling_groups').paginate(PaginationConfig={'PageSize': 1})
groups = [g for page in pages for g in page['AutoScalingGroups']]
seen['groups'] = [g['AutoScalingGroupName'] for g in groups]
seen['createdInUtc'] = groups[0]['CreatedTime'].utcoffset().total_seconds() == 0
scaling.update_auto_scaling_group(AutoScalingGroupName=group, MaxSize=9)
seen['maxSize'] = scaling.describe_auto_scaling_groups()['AutoScalingGroups'][0]['MaxSize']
try:
    scaling.set_desired_capacity(AutoScalingGroupName=group, DesiredCapacity=99)
except ClientError as error:
    seen['tooMany'] = error.response['Error']['Code']

ec2 = boto3.client('ec2')
tokens = [ec2.create_launch_template_version(LaunchTemplateId=template, SourceVersion='1', ClientToken='same',
    LaunchTemplateData={'InstanceType': 't3.small'})['LaunchTemplateVersion']['VersionNumber'] for _ in range(2)]
seen['sameToken'] = tokens
try:
    ec2.describe_instances(InstanceIds=['i-00000000000000000'])
except ClientError as error:
    seen['missing'] = error.response['Error']['Code']
seen['instances'] = sum(1 for _ in boto3.resource('ec2').instances.all())

health = boto3.client('elbv2').describe_target_health(TargetGroupArn=target_group)
seen['targets'] = isinstance(health['TargetHealthDescriptions'], list)

ssm = boto3.client('ssm')
for n in range(12):
    ssm.put_parameter(Name=f'/many/{n}', Value=f'value {n} \\u706b', Type='String')
pages = ssm.get_paginator('get_parameters_by_path').paginate(Path='/many', PaginationConfig={'PageSize': 5})
seen['parameters'] = [len(page['Parameters']) for page in pages]
try:
    ssm.put_parameter(Name='/many/1', Value='again', Type='String')
except ssm.exceptions.ParameterAlreadyExists:
    seen['typed'] = True

cloudwatch = boto3.client('cloudwatch')
cloudwatch.put_metric_alarm(AlarmName='busy', Namespace='AWS/EC2', MetricName='CPUUtilization', Statistic='Average',
    Period=60, EvaluationPeriods=1, Threshold=80.5, ComparisonOperator='GreaterThanThreshold')
seen['alarms'] = [a['Threshold'] for a in cloudwatch.describe_alarms(AlarmNames=['busy'])['MetricAlarms']]
print(json.dumps(seen))
`;

describeWith('boto3', ['python3', '-c', 'import boto3'], () => {
  let served: ServedWorld;

  beforeAll(async () => {
    served = await serveStarterWorld();
  });

  afterAll(() => served.close());

  it('reads, writes, turns pages and gets typed errors, in every service', async () => {
    const { groupName, launchTemplateId, targetGroupArn } = served.starter;
    const command = ['python3', '-c', program, groupName, launchTemplateId, targetGroupArn];
    const { exitCode, stdout, stderr } = await run(command, served.environment);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      account: served.world.account,
      groups: [groupName],
      createdInUtc: true,
      maxSize: 9,
      tooMany: 'ValidationError',
      sameToken: [2, 2],
      missing: 'InvalidInstanceID.NotFound',
      instances: 4,
      targets: true,
      parameters: [5, 5, 2],
      typed: true,
      alarms: [80.5],
    });
  }, 60_000);
});
