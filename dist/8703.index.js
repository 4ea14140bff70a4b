export const id = 8703;
export const ids = [8703];
export const modules = {

/***/ 1617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ portray)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeAutoScalingGroupsCommand.js
var DescribeAutoScalingGroupsCommand = __webpack_require__(3509);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeLifecycleHooksCommand.js
var DescribeLifecycleHooksCommand = __webpack_require__(3871);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribePoliciesCommand.js
var DescribePoliciesCommand = __webpack_require__(7257);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetGroupsCommand.js
var DescribeTargetGroupsCommand = __webpack_require__(8358);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(4858);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(787);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetGroupAttributesCommand.js


class DescribeTargetGroupAttributesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeTargetGroupAttributes", schemas_0/* DescribeTargetGroupAttributes$ */.fev) {
}

// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/running-source.js
var running_source = __webpack_require__(4477);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/scheduled-actions.js
var scheduled_actions = __webpack_require__(737);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeScalingActivitiesCommand.js
var DescribeScalingActivitiesCommand = __webpack_require__(7645);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/pace.js

/** Newer ones say more of the next: so many releases are looked at. */
const releasesAsked = 5;
/** Reads how long the group's machines took so far: from its newest hundred activities, and from its ledger. */
async function readPace(aws, ledger, group, drain) {
    const [{ Activities = [] }, releases] = await Promise.all([
        aws.autoScaling.send(new DescribeScalingActivitiesCommand/* DescribeScalingActivitiesCommand */.h({ AutoScalingGroupName: group, MaxRecords: 100 })),
        ledger.history(),
    ]);
    const launches = durationsOf(Activities, /^Launching a new EC2 instance/);
    const endings = durationsOf(Activities, /^Terminating EC2 instance/).map((time) => Math.max(1_000, time - drain));
    const boots = bootsOf(releases);
    return { launch: spanOf(launches), shutdown: spanOf(endings), boots, notes: notesOn(launches, boots) };
}
function durationsOf(activities, description) {
    return activities.flatMap(({ StatusCode, Description = '', StartTime, EndTime }) => StatusCode === 'Successful' && description.test(Description) && StartTime && EndTime
        ? [EndTime.getTime() - StartTime.getTime()]
        : []);
}
/** Without the tails: a launch that waited for capacity, or in our own hook, says little of the next. */
function spanOf(times) {
    if (times.length === 0)
        return undefined;
    const sorted = [...times].sort((one, other) => one - other);
    const at = (share) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
    return [at(0.05), at(0.9)];
}
function bootsOf(releases) {
    const measured = releases.flatMap(({ boots }) => boots ?? []).slice(0, releasesAsked);
    if (measured.length === 0)
        return undefined;
    const medians = measured.map(({ median }) => median).sort((one, other) => one - other);
    return { median: medians[medians.length >> 1] ?? 0, p99: Math.max(...measured.map(({ p99 }) => p99)) };
}
function notesOn(launches, boots) {
    const launch = launches.length > 0
        ? `Launch times are those of the group's last ${launches.length} launches.`
        : 'No launch of this group is on record: launches are assumed to take 5 to 40 s.';
    if (!boots)
        return [launch];
    const { median, p99 } = boots;
    const spread = `half within ${seconds(median)}, nearly all within ${seconds(p99)}`;
    return [launch, `Times from launch to healthy are those of its past releases: ${spread}.`];
}
function seconds(milliseconds) {
    return `${Math.round(milliseconds / 1000)} s`;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/portrait.js






/**
 * Reads all that a rehearsal needs; changes nothing.
 * @throws {Failure} when there is no such group.
 */
async function portray(aws, clock, ledger, view) {
    const { group, machines } = view;
    const { name } = group;
    const answer = await aws.autoScaling.send(new DescribeAutoScalingGroupsCommand/* DescribeAutoScalingGroupsCommand */.N({ AutoScalingGroupNames: [name] }));
    const found = answer.AutoScalingGroups?.[0];
    if (!found)
        throw new failure/* Failure */.HR(`Group "${name}" is gone.`);
    const targetGroups = await readTargetGroups(aws, found.TargetGroupARNs ?? []);
    const longestDrain = Math.max(0, ...targetGroups.map(({ deregistrationDelay }) => deregistrationDelay));
    const [appointments, pace, notes] = await Promise.all([
        readAppointments(aws, clock, name),
        readPace(aws, ledger, name, longestDrain * 1000),
        readNotes(aws, found),
    ]);
    const desired = found.DesiredCapacity ?? 0;
    return {
        name,
        min: found.MinSize ?? 0,
        max: found.MaxSize ?? 0,
        desired,
        zones: found.AvailabilityZones?.length ?? 1,
        // Whatever more than EC2's own checks counts, a load balancer stands for it here.
        healthCheckType: (found.HealthCheckType ?? 'EC2') === 'EC2' ? 'EC2' : 'ELB',
        gracePeriod: found.HealthCheckGracePeriod ?? 0,
        suspended: (found.SuspendedProcesses ?? []).map(({ ProcessName = '' }) => ProcessName),
        namesImages: namesImages(found),
        cohorts: cohortsOf(machines, desired),
        targetGroups,
        appointments,
        pace,
        notes: [...notesOnHealth(machines), ...notes, ...pace.notes],
    };
}
function namesImages({ MixedInstancesPolicy }) {
    const overrides = MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
    return overrides.length > 0 && overrides.every(({ ImageId }) => ImageId !== undefined);
}
function isWeighted({ MixedInstancesPolicy, DesiredCapacityType = 'units' }) {
    const overrides = MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
    return DesiredCapacityType !== 'units' || overrides.some(({ WeightedCapacity = '1' }) => WeightedCapacity !== '1');
}
/** By image, with the largest filled up, or cut, to what is desired: a group may be on its way to that size. */
function cohortsOf(machines, desired) {
    const counts = new Map();
    for (const { imageId } of (0,running_source/* liveAmong */.x)(machines))
        counts.set(imageId, (counts.get(imageId) ?? 0) + 1);
    const [[largest = ''] = [], ...others] = [...counts].sort(([, one], [, other]) => other - one);
    let left = desired;
    const rest = others.map(([imageId, count]) => {
        const kept = Math.min(count, left);
        left -= kept;
        return { imageId, machines: kept };
    });
    return [{ imageId: largest, machines: left }, ...rest].filter((cohort) => cohort.machines > 0);
}
/** A likeness launches only machines that are well. */
function notesOnHealth(machines) {
    const live = (0,running_source/* liveAmong */.x)(machines);
    const idle = live.filter(({ healthy, stillServes }) => !healthy && !stillServes).length;
    if (idle === 0)
        return [];
    const who = live.length === 1 ? 'Its only machine does' : `${idle} of ${live.length} machines ${idle === 1 ? 'does' : 'do'}`;
    return [`${who} not serve now; in this rehearsal all do.`];
}
async function readTargetGroups(aws, arns) {
    if (arns.length === 0)
        return [];
    const answer = await aws.elasticLoadBalancing.send(new DescribeTargetGroupsCommand/* DescribeTargetGroupsCommand */.s({ TargetGroupArns: [...arns] }));
    return Promise.all((answer.TargetGroups ?? []).map((group) => readTargetGroup(aws, group)));
}
/** Left out, a setting is what CreateTargetGroup makes it (ELBv2 API, CreateTargetGroup and TargetGroupAttribute). */
async function readTargetGroup(aws, group) {
    const { TargetGroupArn } = group;
    const answer = await aws.elasticLoadBalancing.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn }));
    const delay = answer.Attributes?.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.Value;
    return {
        interval: group.HealthCheckIntervalSeconds ?? 30,
        timeout: group.HealthCheckTimeoutSeconds ?? 5,
        healthyThreshold: group.HealthyThresholdCount ?? 5,
        unhealthyThreshold: group.UnhealthyThresholdCount ?? 2,
        deregistrationDelay: Number(delay ?? 300),
    };
}
/** No rollout that anybody plans lasts longer. */
const aDay = 24 * 3_600_000;
async function readAppointments(aws, clock, group) {
    const listed = await (0,scheduled_actions/* listScheduledActions */.p5)(aws, group);
    return listed
        .map(({ ScheduledActionName: name = '', StartTime, MinSize, MaxSize, DesiredCapacity }) => ({
        name,
        in: (StartTime?.getTime() ?? 0) - clock.now(),
        sizes: {
            ...(MinSize !== undefined && { MinSize }),
            ...(MaxSize !== undefined && { MaxSize }),
            ...(DesiredCapacity !== undefined && { DesiredCapacity }),
        },
    }))
        .filter((appointment) => appointment.in > 0 && appointment.in < aDay);
}
async function readNotes(aws, found) {
    const name = { AutoScalingGroupName: found.AutoScalingGroupName };
    const [{ LifecycleHooks = [] }, { ScalingPolicies = [] }] = await Promise.all([
        aws.autoScaling.send(new DescribeLifecycleHooksCommand/* DescribeLifecycleHooksCommand */.T(name)),
        aws.autoScaling.send(new DescribePoliciesCommand/* DescribePoliciesCommand */.d(name)),
    ]);
    const hooks = LifecycleHooks.map(({ LifecycleHookName = '' }) => LifecycleHookName);
    const policies = ScalingPolicies.filter(({ Enabled }) => Enabled !== false).map(({ PolicyName = '' }) => PolicyName);
    const others = (found.TrafficSources ?? []).filter(({ Type = 'elbv2' }) => Type !== 'elbv2').length;
    return [
        ...(policies.length > 0
            ? [`Scaling policies stay live (${list(policies)}), but the load stays as it is here.`]
            : []),
        ...(hooks.length > 0 ? [`What the group's hooks (${list(hooks)}) take is part of its past launches.`] : []),
        ...(isWeighted(found)
            ? ['Machines are units of capacity here, for the group counts in weights: fewer are replaced.']
            : []),
        ...(found.WarmPoolConfiguration ? ['The warm pool is left out: launches from it are faster.'] : []),
        ...(others > 0 ? ['Traffic sources other than target groups are left out: their health checks take longer.'] : []),
    ];
}
function list(names) {
    return names.map((name) => `"${name}"`).join(', ');
}


/***/ }),

/***/ 8703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   predict: () => (/* binding */ predict)
/* harmony export */ });
/* harmony import */ var _heart_waves_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4383);
/* harmony import */ var _ledger_find_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3389);
/* harmony import */ var _forecast_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7106);
/* harmony import */ var _portrait_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1617);




/** Up to here three rehearsals take a second or two, enough for a figure in the middle. */
const small = 100;
const rehearsals = 3;
/** One rehearsal of so many machines takes about as long, and many machines even out the differences. */
const largest = 300;
/** Fewer at a time cannot be told from one more or one less. */
const fewest = 5;
/**
 * What a rollout that is about to begin is going to be like, measured as it will be itself; of two groups the idle one is what
 * is rolled out to. Undefined for an empty group, for one so large that what goes at a time is no share of it, where it waits for
 * a person, and where its rehearsal did not go well.
 */
async function predict({ aws, clock, plan }, serving, idle) {
    const { name, desired } = serving.group;
    if (desired === 0 || plan.pauseAfter !== undefined || !canBeReduced(plan, desired))
        return undefined;
    const ledger = (0,_ledger_find_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .ledgerOf */ .Xr)(aws, idle ? [name, idle.group.name] : [name]);
    const own = await (0,_portrait_js__WEBPACK_IMPORTED_MODULE_2__/* .portray */ .Q)(aws, clock, ledger, serving);
    const portrait = idle ? { ...own, idle: await (0,_portrait_js__WEBPACK_IMPORTED_MODULE_2__/* .portray */ .Q)(aws, clock, ledger, idle) } : own;
    const { typical, factor } = await (0,_forecast_js__WEBPACK_IMPORTED_MODULE_1__/* .rehearsed */ .k)({ portrait, plan, imageId: 'next', days: 1 }, desired > small ? 1 : rehearsals, largest);
    if (typical.outcome !== 'succeeded' || !typical.seen)
        return undefined;
    const { duration, peak, extraMachineMinutes, leastServing } = typical.seen;
    const all = (machines) => Math.round(factor * machines);
    return {
        duration,
        peak: all(peak),
        extraMachineMinutes: all(extraMachineMinutes),
        leastServing: all(leastServing),
    };
}
function canBeReduced(plan, size) {
    const { surge, unavailable } = (0,_heart_waves_js__WEBPACK_IMPORTED_MODULE_3__/* .allowanceFor */ .u6)(plan, size);
    return size <= largest || ((surge + unavailable) * largest) / size >= fewest;
}


/***/ })

};
