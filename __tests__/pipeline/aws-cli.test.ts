import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { run, type ServedWorld, serveStarterWorld } from './served-world.js';
import { describeWith } from './tool.js';

/** Debian's CLI is of before AWS_ENDPOINT_URL; today's, from PyPI, reads it. */
const clients = [
  { name: "Debian's AWS CLI, with --endpoint-url", command: ['/usr/bin/aws'], named: true },
  { name: "PyPI's AWS CLI, by AWS_ENDPOINT_URL", command: ['python3', '-m', 'awscli'], named: false },
];

for (const { name, command, named } of clients) {
  describeWith(name, [...command, '--version'], () => {
    let served: ServedWorld;

    beforeAll(async () => {
      served = await serveStarterWorld();
    });

    afterAll(() => served.close());

    const attempt = (...parameters: string[]) => {
      const endpoint = named ? ['--endpoint-url', served.server.url] : [];
      return run([...command, ...endpoint, '--output', 'json', ...parameters], served.environment);
    };
    const aws = async (...parameters: string[]) => {
      const { exitCode, stdout, stderr } = await attempt(...parameters);
      if (exitCode !== 0) throw new Error(`aws ${parameters.join(' ')}: ${stderr}`);
      return stdout === '' ? {} : JSON.parse(stdout);
    };

    it('says who it is', async () => {
      expect(await aws('sts', 'get-caller-identity')).toMatchObject({ Account: served.world.account });
    }, 60_000);

    it('reads groups, machines, targets and templates', async () => {
      const { groupName, targetGroupArn, launchTemplateId } = served.starter;
      const groups = await aws('autoscaling', 'describe-auto-scaling-groups', '--auto-scaling-group-names', groupName);
      expect(groups.AutoScalingGroups).toMatchObject([{ AutoScalingGroupName: groupName, DesiredCapacity: 4 }]);
      const filter = `Name=tag:aws:autoscaling:groupName,Values=${groupName}`;
      const reservations = (await aws('ec2', 'describe-instances', '--filters', filter)).Reservations;
      expect(reservations.flatMap((reservation: { Instances: object[] }) => reservation.Instances)).toHaveLength(4);
      const health = await aws('elbv2', 'describe-target-health', '--target-group-arn', targetGroupArn);
      expect(health).toHaveProperty('TargetHealthDescriptions');
      const versions = await aws('ec2', 'describe-launch-template-versions', '--launch-template-id', launchTemplateId);
      expect(versions.LaunchTemplateVersions).toMatchObject([{ VersionNumber: 1, DefaultVersion: true }]);
    }, 60_000);

    it('turns pages', async () => {
      const pages = served.server.calls.length;
      const paged = await aws('ec2', 'describe-subnets', '--page-size', '5');
      const whole = await aws('ec2', 'describe-subnets', '--no-paginate');
      expect(paged.Subnets).toEqual(whole.Subnets);
      for (const value of ['one', 'two', 'three']) {
        await aws('ssm', 'put-parameter', '--name', `/pages/${value}`, '--value', value, '--type', 'String');
      }
      const listed = await aws('ssm', 'get-parameters-by-path', '--path', '/pages', '--recursive', '--page-size', '1');
      expect(listed.Parameters.map(({ Value }: { Value: string }) => Value).sort()).toEqual(['one', 'three', 'two']);
      const turned = served.server.calls.slice(pages).filter(({ operation }) => operation === 'GetParametersByPath');
      expect(turned.length).toBeGreaterThanOrEqual(3);
    }, 60_000);

    it('writes: a new size, a tag, a template version with a client token', async () => {
      const { groupName, launchTemplateId } = served.starter;
      const capacity = ['--desired-capacity', '5'];
      await aws('autoscaling', 'set-desired-capacity', '--auto-scaling-group-name', groupName, ...capacity);
      const groups = await aws('autoscaling', 'describe-auto-scaling-groups');
      expect(groups.AutoScalingGroups[0].DesiredCapacity).toBe(5);
      const token = ['--client-token', 'one-token', '--source-version', '1'];
      const data = ['--launch-template-data', '{"InstanceType":"t3.small"}'];
      const template = ['--launch-template-id', launchTemplateId];
      const version = ['ec2', 'create-launch-template-version', ...template, ...token, ...data] as const;
      const first = await aws(...version);
      expect(first.LaunchTemplateVersion.VersionNumber).toBe(2);
      expect((await aws(...version)).LaunchTemplateVersion.VersionNumber).toBe(2);
      await aws('ec2', 'create-tags', '--resources', served.starter.imageId, '--tags', 'Key=Team,Value=web & shop');
      const images = await aws('ec2', 'describe-images', '--image-ids', served.starter.imageId);
      expect(images.Images[0].Tags).toContainEqual({ Key: 'Team', Value: 'web & shop' });
    }, 60_000);

    it('sets and reads alarms, whichever protocol it speaks', async () => {
      const metric = ['--namespace', 'AWS/EC2', '--metric-name', 'CPUUtilization', '--statistic', 'Average'];
      const rule = ['--period', '60', '--evaluation-periods', '1', '--threshold', '80.5'];
      const comparison = ['--comparison-operator', 'GreaterThanThreshold'];
      await aws('cloudwatch', 'put-metric-alarm', '--alarm-name', 'busy', ...metric, ...rule, ...comparison);
      const alarms = await aws('cloudwatch', 'describe-alarms', '--alarm-names', 'busy');
      expect(alarms.MetricAlarms).toMatchObject([{ AlarmName: 'busy', Threshold: 80.5 }]);
    }, 60_000);

    it('is told of errors in its own words', async () => {
      const missing = await attempt('ec2', 'describe-instances', '--instance-ids', 'i-00000000000000000');
      expect(missing.exitCode).not.toBe(0);
      expect(missing.stderr).toContain(
        'An error occurred (InvalidInstanceID.NotFound) when calling the DescribeInstances',
      );
      const taken = ['ssm', 'put-parameter', '--name', '/taken', '--value', 'x', '--type', 'String'];
      await aws(...taken);
      expect((await attempt(...taken)).stderr).toContain('An error occurred (ParameterAlreadyExists)');
      const unknown = await attempt('ec2', 'describe-moving-addresses');
      expect(unknown.stderr).toContain('The sandbox does not implement ec2 DescribeMovingAddresses');
    }, 60_000);

    it('may work in another region, which is empty', async () => {
      const groups = await aws('--region', 'us-east-1', 'autoscaling', 'describe-auto-scaling-groups');
      expect(groups.AutoScalingGroups).toEqual([]);
    }, 60_000);
  });
}

describeWith("Debian's AWS CLI, without --endpoint-url", ['/usr/bin/aws', '--version'], () => {
  it('is stopped by the refusing proxy, which names what was tried', async () => {
    const served = await serveStarterWorld();
    const { exitCode, stderr } = await run(['/usr/bin/aws', 'sts', 'get-caller-identity'], served.environment);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('proxy');
    const refused = served.world.log.events.filter(({ kind }) => kind === 'proxy');
    expect(refused[0]?.subject).toMatch(/sts.*amazonaws\.com:443/);
    await served.close();
  }, 60_000);
});
