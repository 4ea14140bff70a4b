export const id = 6846;
export const ids = [6846,3240,517];
export const modules = {

/***/ 2672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ DescribeListenersCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4858);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);


class DescribeListenersCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeListeners", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeListeners$ */ .zki) {
}


/***/ }),

/***/ 517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hasEnded: () => (/* binding */ hasEnded),
/* harmony export */   isOver: () => (/* binding */ isOver),
/* harmony export */   isSameRun: () => (/* binding */ isSameRun),
/* harmony export */   sameProcessIsGone: () => (/* binding */ sameProcessIsGone)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);

/**
 * Whether an earlier process is known to have ended, so that nobody needs to wait for its lease. False when it lives, and
 * when nobody knows.
 */
async function hasEnded(earlier, own, access) {
    if (sameProcessIsGone(earlier, own))
        return true;
    // A self-hosted runner that GitHub lost sight of may be at work all the same, its run given up.
    return earlier.runnerEnvironment === 'github-hosted' && (await isOver(earlier, access)) === true;
}
/**
 * Whether an earlier process of this very run must have ended, for this one could not run otherwise.
 * - A run is started again only when it is over (GitHub Actions documentation, "Re-running workflows and jobs").
 * - A runner has one job at a time, and a job one step at a time ("About self-hosted runners", "Workflow syntax").
 */
function sameProcessIsGone(earlier, own) {
    if (!isSameRun(earlier, own))
        return false;
    const attempts = Number(own.runAttempt) - Number(earlier.runAttempt);
    if (attempts > 0)
        return earlier.runnerEnvironment === 'github-hosted';
    return attempts === 0 && earlier.job === own.job && isSameRunner(earlier.runnerName, own.runnerName);
}
/** Whether both are of one run of a workflow, in whichever attempt: a run that is started again keeps its id. */
function isSameRun(one, other) {
    return one.repository === other.repository && one.runId === other.runId && isRealRun(one);
}
/** Old runners of GitHub's own all had one name: it tells nothing. */
function isSameRunner(one, other) {
    return one !== '' && one === other && one !== 'Hosted Agent';
}
/** Outside of a workflow there is neither: no two such processes belong together. */
function isRealRun({ repository, runId, runAttempt }) {
    return /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[1-9]\d*$/.test(runId) && /^[1-9]\d*$/.test(runAttempt);
}
/** Milliseconds that GitHub may take to answer. */
const timeout = 10_000;
/**
 * Asks GitHub whether an attempt of a run is over (REST API, "Get a workflow run attempt"; `actions: read`).
 * @returns undefined when it cannot say: never a reason to fail.
 */
async function isOver(run, access) {
    const { token, apiUrl, get, environment, tell } = access;
    if (!isRealRun(run))
        return undefined;
    const unknown = (why) => {
        tell(`Whether run ${run.runId} of ${run.repository} is over is not known: ${why}.`);
        return undefined;
    };
    if (!token)
        return unknown('there is no token to ask GitHub with');
    const url = new URL(`${apiUrl}/repos/${run.repository}/actions/runs/${run.runId}/attempts/${run.runAttempt}`);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' };
    try {
        const { status, body } = await get({ url, headers, timeout }, environment);
        if (status === 403 || status === 404)
            return unknown(`the token may not see it (needs "actions: read"; ${status})`);
        if (status !== 200)
            return unknown(`GitHub answered with status ${status}`);
        return JSON.parse(body).status === 'completed';
    }
    catch (error) {
        return unknown((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
    }
}


/***/ }),

/***/ 4542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ isToBeMadeUpFor),
/* harmony export */   i: () => (/* binding */ leftOut)
/* harmony export */ });
/** What is done with new machines before they serve, in words that follow "nobody has". */
function askedBy({ releaseCommand, gate }) {
    return [
        ...(releaseCommand === undefined ? [] : ['run its release command']),
        ...(gate.kind === 'none' ? [] : ['asked its gate']),
    ];
}
/**
 * What a release had no machine to do on, so that machines which start by themselves serve without it, in words. Once its release
 * command has run, a machine had passed the gate as well: then nothing.
 */
function leftOut({ outcome, plan, command, isUndo }) {
    return outcome !== 'unproven' || isUndo || command === 'done' ? [] : askedBy(plan);
}
/** Whether a plan asks something of an image that was left out when a group without machines was given it, and never made up for. */
function isToBeMadeUpFor(history, imageId, plan) {
    const ended = ({ outcome }) => outcome === 'succeeded' || outcome === 'unproven';
    const last = history.find((release) => release.to.imageId === imageId && ended(release));
    return last !== undefined && leftOut(last).length > 0 && askedBy(plan).length > 0;
}


/***/ }),

/***/ 5733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ requireNoOtherLock)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7007);
/* harmony import */ var _platform_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5588);
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5840);
/* harmony import */ var _instance_refresh_refresh_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5714);




/**
 * Whoever else is changing the group right now counts as a lock: an instance refresh, an update of its CloudFormation
 * stack, a deployment by CodeDeploy. What may not be asked is told of in a line, for nobody has to grant it.
 * @param own the release that is gone on with: the refresh that it has started is nobody else's.
 * @throws {Failure} that names it, before anything is changed.
 */
async function requireNoOtherLock(aws, group, tell, own) {
    const locks = await Promise.all([
        unlessDenied('instance refreshes', () => activeRefresh(aws, group.name, own), tell),
        unlessDenied('its CloudFormation stack', () => stackUpdate(aws, group.stack), tell),
        unlessDenied('deployments by CodeDeploy', () => codeDeployment(aws, group.name), tell),
    ]);
    const found = locks.filter((lock) => lock !== undefined);
    if (found.length === 0)
        return;
    throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`Group "${group.name}" is being changed by somebody else: ${found.join('; ')}. Wait for that to end, then run this again.`);
}
async function unlessDenied(what, ask, tell) {
    try {
        return await ask();
    }
    catch (error) {
        const { name, $metadata } = error;
        const isDenied = /AccessDenied|Unauthorized|NotAuthorized/.test(name ?? '') || $metadata?.httpStatusCode === 403;
        if (!isDenied)
            throw error;
        tell(`Whether ${what} would get in the way is not known: ${(0,_platform_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .briefly */ .m_)(error)}`);
        return undefined;
    }
}
/** Auto Scaling API, InstanceRefresh: the others are ends. */
const activeStatuses = ['Pending', 'InProgress', 'Cancelling', 'RollbackInProgress', 'Baking'];
async function activeRefresh(aws, AutoScalingGroupName, own) {
    const { InstanceRefreshes = [] } = await aws.autoScaling.send(new _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_3__/* .DescribeInstanceRefreshesCommand */ .X({ AutoScalingGroupName, MaxRecords: 10 }));
    const active = InstanceRefreshes.find(({ Status = '' }) => activeStatuses.includes(Status));
    const isOurs = active && own && (await (0,_instance_refresh_refresh_js__WEBPACK_IMPORTED_MODULE_2__/* .findRefresh */ .LL)(aws, own))?.id === active.InstanceRefreshId;
    return active && !isOurs ? `instance refresh ${active.InstanceRefreshId} is ${active.Status}` : undefined;
}
/** A clean-up after an update no longer touches the group (CloudFormation user guide, "Stack status codes"). */
async function stackUpdate(aws, stack) {
    if (stack === undefined)
        return undefined;
    const { DescribeStacksCommand } = await Promise.all(/* import() */[__webpack_require__.e(6719), __webpack_require__.e(3412)]).then(__webpack_require__.bind(__webpack_require__, 3412));
    const { Stacks = [] } = await (await aws.cloudFormation()).send(new DescribeStacksCommand({ StackName: stack }));
    const status = Stacks[0]?.StackStatus ?? '';
    const isUnderWay = status.endsWith('_IN_PROGRESS') && !/CLEANUP|^REVIEW/.test(status);
    return isUnderWay ? `its CloudFormation stack "${stack}" is ${status}` : undefined;
}
/** By the deployment groups of what is under way, for a deployment itself does not say where it goes. */
async function codeDeployment(aws, name) {
    const { BatchGetDeploymentGroupsCommand, BatchGetDeploymentsCommand, ListDeploymentsCommand } = await Promise.all(/* import() */[__webpack_require__.e(6719), __webpack_require__.e(5181)]).then(__webpack_require__.bind(__webpack_require__, 5181));
    const client = await aws.codeDeploy();
    const deployments = [];
    let nextToken;
    do {
        const underWay = {
            includeOnlyStatuses: ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'],
        };
        const page = await client.send(new ListDeploymentsCommand({ ...underWay, ...(nextToken && { nextToken }) }));
        deployments.push(...(page.deployments ?? []));
        nextToken = page.nextToken;
    } while (nextToken);
    for (let at = 0; at < deployments.length; at += 25) {
        const deploymentIds = deployments.slice(at, at + 25);
        const { deploymentsInfo = [] } = await client.send(new BatchGetDeploymentsCommand({ deploymentIds }));
        for (const { applicationName, deploymentGroupName = '', deploymentId, status } of deploymentsInfo) {
            const order = { applicationName, deploymentGroupNames: [deploymentGroupName] };
            const { deploymentGroupsInfo = [] } = await client.send(new BatchGetDeploymentGroupsCommand(order));
            const groups = deploymentGroupsInfo.flatMap(({ autoScalingGroups = [] }) => autoScalingGroups);
            if (groups.some((group) => group.name === name)) {
                return `deployment ${deploymentId} of CodeDeploy (application ${applicationName}) is ${status}`;
            }
        }
    }
    return undefined;
}


/***/ }),

/***/ 2463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ carryOn),
/* harmony export */   ri: () => (/* binding */ claimedAt),
/* harmony export */   zH: () => (/* binding */ takeBack),
/* harmony export */   zd: () => (/* binding */ turnBack)
/* harmony export */ });
/* harmony import */ var _two_group_sides_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6182);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3240);


/** The next release in the ledger, by another run, that does the rest of an unfinished one. */
function carryOn({ rests: _, ...unfinished }, claimant, now) {
    const continues = unfinished.continues ?? unfinished.number;
    // When it began stays: the client tokens of its launches come from that.
    return { ...unfinished, number: unfinished.number + 1, claimant, continues, claimedAt: now, heartbeatAt: now };
}
/** Since when a release is its run's, in milliseconds since the epoch: one that was carried on had begun before that. */
function claimedAt({ claimedAt: takenOver, startedAt }) {
    return takenOver ?? startedAt;
}
/** The next release in the ledger, by another run, that takes an unfinished one back to its predecessor. */
function takeBack(unfinished, claimant, now) {
    const rest = carryOn(unfinished, claimant, now);
    // To take an undo back would give users what somebody wanted them to be rid of.
    if (rest.direction !== 'forward' || rest.undoes !== undefined || rest.retiresKept || (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_0__/* .isShifted */ .QC)(rest))
        return rest;
    return { ...rest, direction: 'back', backOutcome: 'aborted', reason: whyTakenBack(unfinished) };
}
/** The same, because somebody wants it so, who has been told of a command of which nothing is known if it had ended so. */
function turnBack({ outcome, endedAt: _, command, ...unfinished }, claimant, now) {
    const isTold = outcome !== undefined && command === 'unknown';
    const rest = carryOn({ ...unfinished, ...(command && !isTold && { command }) }, claimant, now);
    if (rest.direction === 'back' || (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_0__/* .isShifted */ .QC)(rest))
        return rest;
    return {
        ...rest,
        direction: 'back',
        backOutcome: 'aborted',
        reason: `${claimant.actor} aborted it (${claimant.runUrl}).`,
    };
}
function whyTakenBack({ claimant: { runUrl }, rests, heartbeatAt }) {
    if (rests?.kind === 'interrupted') {
        return `Its run (${runUrl}) was cut off${rests.because === undefined ? '.' : `: ${rests.because}`}`;
    }
    if (rests?.kind === 'paused')
        return `Nobody resumed it until ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .isoTime */ .L)(rests.until)} (${runUrl}).`;
    return `Its run (${runUrl}) gave no sign of life since ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .isoTime */ .L)(heartbeatAt)}.`;
}


/***/ }),

/***/ 2799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B7: () => (/* binding */ claim),
  Vk: () => (/* binding */ claimantOf),
  Ku: () => (/* binding */ firstOf),
  zI: () => (/* binding */ isAbandoned),
  x5: () => (/* binding */ claim_refusal),
  Aj: () => (/* binding */ requireAbandoned),
  s: () => (/* binding */ take)
});

// EXTERNAL MODULE: ./build/bundle/src/platform/cancellation.js
var platform_cancellation = __webpack_require__(2439);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/alarms.js + 1 modules
var group_alarms = __webpack_require__(3613);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/plan.js
var heart_plan = __webpack_require__(4450);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/beginning/boot-allowance.js
/** How many boots it takes to speak of a group's habits, and in how many of its last releases they are looked for. */
const enough = 10;
const lookBack = 10;
/** Below this, a hiccup of the network would pass for a bad image. Milliseconds. */
const shortest = 120_000;
/**
 * How long a machine of this group may take to become healthy, by what its machines took in past releases that went well:
 * one and a half times the slowest of a hundred. Of fewer boots the slowest is no such one, so that is estimated from how far
 * it lies from an ordinary one, as boots spread like lognormal times. `history` is newest first.
 * @returns milliseconds; undefined while too few boots are known.
 */
function pastBootAllowance(history) {
    const known = history
        .filter(({ outcome, boots }) => outcome === 'succeeded' && boots !== undefined)
        .slice(0, lookBack)
        .flatMap(({ boots }) => boots ?? []);
    const machines = known.reduce((sum, boots) => sum + boots.machines, 0);
    if (machines < enough)
        return undefined;
    const slowest = Math.max(...known.map(({ p99 }) => p99));
    const ordinary = Math.min(...known.map(({ median }) => median));
    const p99 = ordinary * (slowest / ordinary) ** stretch(machines);
    return Math.round(Math.max(shortest, 1.5 * p99));
}
/**
 * How many times as far from an ordinary boot, in logarithms, the slowest of a hundred is as the slowest of so many. Half of
 * the time the latter is further out than `seen` standard deviations; p99 is 2.326 out. So the estimate is as often too long
 * as too short, and one and a half is the margin. From 69 boots on the slowest one is beyond p99 as often as not, and counts
 * as it is.
 */
function stretch(machines) {
    const seen = normalQuantile(0.5 ** (1 / machines));
    return Math.max(1, 2.326 / seen);
}
/** Above one half (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.23: to 0.00045). */
function normalQuantile(share) {
    const t = Math.sqrt(-2 * Math.log(1 - share));
    return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}
/** From its launch until a machine is in service, where nobody holds it. Milliseconds. */
const launching = 60_000;
/**
 * How long its owner gives a machine to become healthy, where a load balancer's word counts: after that the group itself
 * replaces it. That begins once it is in service (Auto Scaling user guide, "Set the health check grace period").
 * @returns milliseconds; undefined where nobody has said it.
 */
function statedBootAllowance({ healthChecks, gracePeriod }) {
    const isBinding = healthChecks.some((check) => check === 'ELB' || check === 'VPC_LATTICE');
    return isBinding && gracePeriod > 0 ? Math.max(shortest, gracePeriod + launching) : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/beginning/complete-plan.js




/** How many alarms AWS's own engine watches (Auto Scaling API, AlarmSpecification). */
const mostAlarms = 10;
/**
 * A plan with what only AWS can say, as it then stands in the ledger: which alarms are watched, and how long a machine may
 * boot where the plan does not say it. `history` is the group's, newest first.
 * @throws {Failure} for alarms that cannot be watched, or not all of them.
 */
async function completePlan(aws, group, plan, alarms, history) {
    const { bootAllowance = pastBootAllowance(history) ?? statedBootAllowance(group) } = plan;
    const watched = alarms ? await (0,group_alarms/* chooseAlarms */.s)(aws, plan.alarms, alarms) : plan.alarms;
    if ((0,heart_plan/* isRefresh */.y)(plan.strategy) && watched.length > mostAlarms) {
        throw new failure/* Failure */.HR(`AWS watches at most ${mostAlarms} alarms for the strategy "${plan.strategy}", and "alarms" and "alarm-tags" come to ${watched.length}: ` +
            `${watched.join(', ')}. Give fewer, or take the strategy "rolling".`);
    }
    return { ...plan, alarms: watched, ...(bootAllowance !== undefined && { bootAllowance }) };
}

// EXTERNAL MODULE: ./build/bundle/src/platform/input-types.js
var input_types = __webpack_require__(8534);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/launch-source.js
var launch_source = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/waves.js
var waves = __webpack_require__(4383);
// EXTERNAL MODULE: ./build/bundle/src/rollout/instance-refresh/refresh.js + 2 modules
var refresh = __webpack_require__(5714);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/beginning/preflight.js






/** AWS's own engine waits for these for ever, and says nothing (Auto Scaling user guide, "Suspend and resume processes"). */
const refreshNeeds = ['Launch', 'Terminate', 'InstanceRefresh'];
/**
 * What would stop a plan on this group half-way, said before anything is changed.
 * @throws {Failure} with what was found and what to write instead.
 */
function requireFeasible(group, plan) {
    const { name, desired, max, suspended } = group;
    const needed = (0,heart_plan/* isRefresh */.y)(plan.strategy) ? refreshNeeds : refreshNeeds.slice(0, 2);
    const missing = needed.filter((process) => suspended.includes(process));
    if (missing.length > 0) {
        throw new failure/* Failure */.HR(`Group "${name}" has suspended ${missing.join(' and ')}, so no machine could be replaced. Resume ${missing.length > 1 ? 'them' : 'it'} first.`);
    }
    requireRegistration(group);
    requireAcceptedWeights(group, plan);
    if ((0,heart_plan/* isRefresh */.y)(plan.strategy))
        requireRefreshable(group, plan);
    if (plan.strategy === 'replace-root-volume')
        requireReplaceableRoots(group);
    requirePause(group, plan);
    requireReplaceable(group, plan);
    const { surge, unavailable } = (0,waves/* allowanceFor */.u6)(plan, desired);
    const room = plan.raiseMax ? surge : Math.min(surge, max - desired);
    if ((0,heart_plan/* isRefresh */.y)(plan.strategy) || desired === 0 || room + unavailable > 0)
        return;
    throw new failure/* Failure */.HR(`Group "${name}" is at its maximum (${max}), "raise-max" is false and "max-unavailable" leaves no machine to spare. ` +
        'Let the maximum be raised for the rollout, or give max-unavailable: 1.');
}
/** What is launched meanwhile is never added to a load balancer, not even later (Auto Scaling user guide, "Suspend processes"). */
function requireRegistration({ name, suspended, trafficSources }) {
    if (trafficSources.length === 0 || !suspended.includes('AddToLoadBalancer'))
        return;
    throw new failure/* Failure */.HR(`Group "${name}" has suspended AddToLoadBalancer, so no new machine would ever get requests. Resume it first.`);
}
/** In a small group a share of it may be no whole machine: a surge that somebody has forbidden must not come in its place. */
function requireReplaceable({ name, desired }, plan) {
    if ((0,heart_plan/* isRefresh */.y)(plan.strategy) || desired === 0 || !(0,input_types/* isZero */.be)(plan.maxSurge))
        return;
    if ((0,waves/* allowanceFor */.u6)(plan, desired).unavailable > 0)
        return;
    throw new failure/* Failure */.HR(`Group "${name}" has ${desired} ${desired === 1 ? 'machine' : 'machines'}, of which "max-unavailable" comes to none, and "max-surge" is 0, so no machine could be replaced. ` +
        'Give max-unavailable: 1, or a max-surge.');
}
/** In a small group the wave to pause after may come to all of it: then nobody would be asked before the end. */
function requirePause({ name, desired }, plan) {
    const { pauseAfter, strategy } = plan;
    const size = strategy === 'two-group' ? 100 : desired;
    if (pauseAfter === undefined || size === 0 || (0,waves/* waveTarget */.Jo)(plan, pauseAfter - 1, size) < size)
        return;
    throw new failure/* Failure */.HR(`Group "${name}" has ${desired} ${desired === 1 ? 'machine' : 'machines'}, and wave ${pauseAfter} of the plan comes to all of it, so "pause-after" would ask nobody before everything is replaced. ` +
        'Take "pause-after" out, or give "waves" that leave some for later, or let the group have more machines.');
}
/** Where types have weights, a group's sizes, and so the plan's numbers, are units of capacity, not machines (rule 8). */
function requireAcceptedWeights(group, { strategy, acceptsWeights }) {
    const weights = weightsOf(group);
    if (!weights || (acceptsWeights && strategy !== 'two-group'))
        return;
    const found = `Group "${group.name}" counts its capacity in weights (${weights.found})`;
    throw new failure/* Failure */.HR(strategy === 'two-group'
        ? `${found}, and two groups are compared machine by machine. Take the strategy "rolling", or ${weights.remedy}.`
        : `${found}, so waves, surge and unavailability would be units of capacity, not machines. ` +
            `Set accept-weights: true if that is what you want, or ${weights.remedy}.`);
}
/** What gives the types of a group weights, and how they go. */
function weightsOf({ countsIn, policy }) {
    if (countsIn)
        return { found: `its DesiredCapacityType is ${countsIn}`, remedy: 'set its DesiredCapacityType to units' };
    const overrides = policy?.LaunchTemplate?.Overrides ?? [];
    const weighted = overrides.find(({ WeightedCapacity: weight = '1' }) => weight !== '1');
    if (!weighted)
        return undefined;
    const found = `${weighted.InstanceType} counts ${weighted.WeightedCapacity}`;
    return { found, remedy: 'take the weights out of its mixed instances policy' };
}
function requireRefreshable(group, plan) {
    requireTemplate(group, plan);
    requireListening(group);
    requireShare(group, plan);
}
/**
 * AWS's own engine asks nobody but the group's health checks, and goes on once a machine has run for its warm-up (Auto Scaling
 * user guide, "How an instance refresh works"). A gate is no help: a machine that has passed it may be out of reach all the same.
 */
function requireListening({ name, trafficSources, healthChecks }) {
    const needed = trafficSources.map(({ type }) => (type === 'vpc-lattice' ? 'VPC_LATTICE' : 'ELB'));
    if (needed.every((check) => healthChecks.includes(check)))
        return;
    const whole = new Set([...healthChecks.filter((check) => check !== 'EC2'), ...needed]);
    throw new failure/* Failure */.HR(`Group "${name}" has health check type ${healthChecks.join(',')}, which does not ask every load balancer that it is attached to, so AWS would replace one machine after the other while no new one gets requests. ` +
        `Set the group's health check type to ${[...whole].join(',')}, or use strategy: rolling.`);
}
/** AWS counts who has to serve in whole percent (Auto Scaling API, RefreshPreferences): in a large group one machine is no share. */
function requireShare({ name, desired }, plan) {
    const { MinHealthyPercentage: least = 0, MaxHealthyPercentage: most = 0 } = (0,refresh/* preferencesOf */.uc)(plan, desired);
    const keepsMachines = plan.strategy === 'replace-root-volume';
    if (desired === 0 || least < 100 || (most > 100 && !keepsMachines))
        return;
    throw new failure/* Failure */.HR(`AWS keeps a share of group "${name}" in whole percent in service, and "max-unavailable" leaves it not one percent of ${desired} to take out. ` +
        `Give max-unavailable: ${Math.ceil(desired / 100)}${keepsMachines ? '' : ', or a max-surge'}, or take the strategy "rolling".`);
}
/** What a refresh shall launch is told to AWS as a template or a policy (Auto Scaling API, DesiredConfiguration). */
function requireTemplate({ name, template }, { strategy }) {
    if (!(0,launch_source/* isConfiguration */.Z)({ version: Number(template.version) }))
        return;
    throw new failure/* Failure */.HR(`Group "${name}" launches from the launch configuration "${template.id}", and AWS refreshes only to launch templates with a way back. ` +
        `Give it a launch template, or take the strategy "rolling" in place of "${strategy}".`);
}
/** Auto Scaling API, LaunchTemplateOverrides: "ImageId". What else AWS asks for, it says when the refresh begins. */
function requireReplaceableRoots({ name, policy }) {
    const overrides = policy?.LaunchTemplate?.Overrides ?? [];
    if (overrides.length > 0 && overrides.every(({ ImageId }) => ImageId !== undefined))
        return;
    const found = policy
        ? `${overrides.filter(({ ImageId }) => ImageId === undefined).length} of its ${overrides.length} overrides name no image`
        : 'it has no mixed instances policy';
    throw new failure/* Failure */.HR(`AWS replaces root volumes only in a group with a mixed instances policy in which each override names its image; of "${name}", ${found}. ` +
        'Give it such a policy, or take the strategy "rolling".');
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/beginning/repoint.js
var repoint = __webpack_require__(1231);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/launched-instead.js
var launched_instead = __webpack_require__(2407);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/template.js
var template = __webpack_require__(9644);
// EXTERNAL MODULE: ./build/bundle/src/rollout/gate/left-out.js
var left_out = __webpack_require__(4542);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/other-locks.js
var other_locks = __webpack_require__(5733);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/matching.js
var matching = __webpack_require__(6214);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeAutoScalingGroupsCommand.js
var DescribeAutoScalingGroupsCommand = __webpack_require__(3509);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/image/followers.js



/**
 * Sees that no other group launches the latest version of this group's templates: it would launch the one that we make
 * for this group, unasked. `$Default` stays what it is.
 * @throws {Failure} with the names of those that do.
 */
async function requireNoFollowers({ autoScaling }, group) {
    if ((0,launch_source/* isConfiguration */.Z)({ version: Number(group.template.version) }))
        return;
    const overrides = group.policy?.LaunchTemplate?.Overrides ?? [];
    const own = new Set([
        group.template.id,
        ...overrides.map((one) => one.LaunchTemplateSpecification?.LaunchTemplateId),
    ]);
    const followers = [];
    let page;
    do {
        const answer = await autoScaling.send(new DescribeAutoScalingGroupsCommand/* DescribeAutoScalingGroupsCommand */.N({
            MaxRecords: 100,
            IncludeInstances: false,
            ...(page && { NextToken: page }),
        }));
        for (const other of answer.AutoScalingGroups ?? []) {
            const { AutoScalingGroupName: name = '' } = other;
            const isFollowing = specificationsOf(other).some(({ LaunchTemplateId: id, Version: version }) => version === '$Latest' && own.has(id));
            if (name !== group.name && isFollowing)
                followers.push(name);
        }
        page = answer.NextToken;
    } while (page);
    if (followers.length === 0)
        return;
    throw new failure/* Failure */.HR(`The launch template of group "${group.name}" is followed by ${followers.map((name) => `"${name}"`).join(', ')} at ` +
        '$Latest, so they would launch the image as well. Give them a numbered version first, or a template of their own.');
}
function specificationsOf({ LaunchTemplate: own, MixedInstancesPolicy: policy }) {
    const { LaunchTemplateSpecification: mixed, Overrides = [] } = policy?.LaunchTemplate ?? {};
    return [own, mixed, ...Overrides.map((one) => one.LaunchTemplateSpecification)].flatMap((one) => one ?? []);
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(8509);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js + 1 modules
var schemas_0 = __webpack_require__(230);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstanceTypesCommand.js


class DescribeInstanceTypesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeInstanceTypes", schemas_0/* DescribeInstanceTypes$ */.EDu) {
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/image/image-by-id.js
var image_by_id = __webpack_require__(8329);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/image/image-fit.js



/**
 * Sees that an image runs on every instance type that a group may launch it on. A policy that describes its types by what
 * they have gives no names: EC2 picks only types that fit the image then (EC2 API, InstanceRequirements).
 * @throws {Failure} with the types that the image does not fit.
 */
async function requireFit({ ec2 }, imageId, types) {
    if (types.length === 0)
        return;
    const architecture = (await (0,image_by_id/* imageById */.o)(ec2, imageId))?.Architecture;
    if (architecture === undefined)
        return;
    const unfit = [];
    // A hundred names a call (EC2 API, DescribeInstanceTypes).
    for (let at = 0; at < types.length; at += 100) {
        const InstanceTypes = types.slice(at, at + 100);
        const { InstanceTypes: found = [] } = await ec2.send(new DescribeInstanceTypesCommand({ InstanceTypes }));
        for (const { InstanceType: name = '', ProcessorInfo } of found) {
            const supported = ProcessorInfo?.SupportedArchitectures ?? [architecture];
            if (!supported.includes(architecture))
                unfit.push(`${name} (${supported.join(', ')})`);
        }
    }
    if (unfit.length === 0)
        return;
    throw new failure/* Failure */.HR(`Image ${imageId} is made for ${architecture}, and the group may launch ${unfit.join(' and ')}. ` +
        'Name an image that fits all its instance types, or give machines of another architecture a group of their own.');
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/size/size.js
var size = __webpack_require__(1913);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetGroupsCommand.js
var DescribeTargetGroupsCommand = __webpack_require__(8358);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeListenersCommand.js
var DescribeListenersCommand = __webpack_require__(2672);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeRulesCommand.js
var DescribeRulesCommand = __webpack_require__(7406);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/other-rules.js


/**
 * One rule shifts the requests: what any other rule or listener sends to one of the two groups stays where it is, so the group
 * that is made idle would be emptied under its users.
 * @throws {Failure} that names such a rule, before anything is changed.
 */
async function requireNoOtherRules(aws, { rule, blue, green }) {
    for (const balancer of await balancersOf(aws, [blue, green])) {
        for (const { name, actions } of await routesOf(aws, balancer, rule)) {
            const side = [blue, green].find(({ targetGroup }) => actions.some((action) => forwardsTo(action, targetGroup)));
            if (side)
                throw refusal(side, name, rule);
        }
    }
}
function refusal({ group, targetGroup }, name, rule) {
    return new failure/* Failure */.HR(`Group "${group}" gets requests by ${name}, too, which forwards to its target group ${targetGroup}: only those of rule ${rule} would be shifted, and the rest would meet an empty group. ` +
        'Check "group", "other-group" and "listener-rule"; give that rule or listener a target group of another group, or roll out with the strategy "blue-green".');
}
/** The load balancers that either target group belongs to (ELBv2 API, TargetGroup). */
async function balancersOf({ elasticLoadBalancing }, sides) {
    const order = { TargetGroupArns: sides.map(({ targetGroup }) => targetGroup) };
    const { TargetGroups = [] } = await elasticLoadBalancing.send(new DescribeTargetGroupsCommand/* DescribeTargetGroupsCommand */.s(order));
    return new Set(TargetGroups.flatMap(({ LoadBalancerArns = [] }) => LoadBalancerArns));
}
/** All but the one rule, as a person would look for them. Only listeners for HTTP have rules; the others have one action. */
async function routesOf(aws, balancer, own) {
    const listeners = await listenersOf(aws, balancer);
    const routes = listeners.map(async ({ ListenerArn = '', Protocol, DefaultActions = [] }) => {
        if (Protocol !== 'HTTP' && Protocol !== 'HTTPS') {
            return [{ name: `listener ${ListenerArn}`, actions: DefaultActions }];
        }
        const others = (await rulesOf(aws, ListenerArn)).filter(({ RuleArn }) => RuleArn !== own);
        return others.map(({ RuleArn, Actions = [] }) => ({ name: `rule ${RuleArn}`, actions: Actions }));
    });
    return (await Promise.all(routes)).flat();
}
async function listenersOf({ elasticLoadBalancing }, LoadBalancerArn) {
    const found = [];
    let Marker;
    do {
        const page = await elasticLoadBalancing.send(new DescribeListenersCommand/* DescribeListenersCommand */.A({ LoadBalancerArn, ...(Marker && { Marker }) }));
        found.push(...(page.Listeners ?? []));
        Marker = page.NextMarker;
    } while (Marker);
    return found;
}
async function rulesOf({ elasticLoadBalancing }, ListenerArn) {
    const found = [];
    let Marker;
    do {
        const page = await elasticLoadBalancing.send(new DescribeRulesCommand/* DescribeRulesCommand */.G({ ListenerArn, ...(Marker && { Marker }) }));
        found.push(...(page.Rules ?? []));
        Marker = page.NextMarker;
    } while (Marker);
    return found;
}
/** With a weight of 0 it gets none (ELBv2 API, TargetGroupTuple). */
function forwardsTo({ TargetGroupArn, ForwardConfig }, targetGroup) {
    const weighted = ForwardConfig?.TargetGroups ?? [];
    if (weighted.length === 0)
        return TargetGroupArn === targetGroup;
    return weighted.some(({ TargetGroupArn: arn, Weight = 1 }) => arn === targetGroup && Weight > 0);
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/carry-on.js
var carry_on = __webpack_require__(2463);
// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/find-ledger.js
var find_ledger = __webpack_require__(3389);
// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/lease.js
var lease = __webpack_require__(3240);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/predecessor.js


/**
 * What a group is to run before a release of its own: what it runs. Where the newest release is left to a person and most machines
 * run a version that was left so, it is what ran before that one, as long as it can be launched. An undo is no such release: what
 * ran before that, somebody wanted to be rid of.
 */
async function predecessorOf(aws, history, running) {
    const [newest] = history;
    if (newest?.outcome !== 'needs-attention' || newest.undoes !== undefined || newest.sides)
        return running;
    const runsAll = (source) => (0,matching/* versionsOf */.x4)(running).every((version) => (0,matching/* runs */.Np)(version, source));
    const isLeft = history.some(({ outcome, to }) => outcome === 'needs-attention' && runsAll(to));
    return isLeft && !runsAll(newest.from) && (await (0,template/* isThere */.$B)(aws, newest.from)) ? newest.from : running;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/claim.js


















/**
 * Writes the next release into the ledger, before anything is changed. What a dead run left to the same goal is carried
 * on with what that run found; anything else is taken back first. `history` is older than all that was looked at for the wish,
 * so whoever has changed anything since, has claimed the number that this run wants.
 * @throws {Failure} when the group is in the hands of another, living rollout, or waits for a person.
 */
async function claim(history, wish, claiming) {
    const [newest] = history;
    const { pair, aws, view } = wish;
    const groups = pair ? [pair.sides.blue.group, pair.sides.green.group] : [view.group.name];
    const other = (0,find_ledger/* otherLedger */.oX)(aws, claiming.ledger, groups);
    const elsewhere = other && (await (0,find_ledger/* unfinishedIn */.Fp)(other, groups));
    if (elsewhere)
        throw await refusalElsewhere(elsewhere, claiming);
    const claimed = newest && isOpen(newest, wish) ? await adopt(newest, wish, claiming) : await begin(history, wish, claiming);
    if (claimed.kind !== 'unchanged')
        await take(claimed.release, claiming);
    if (pair && other && other.elsewhere !== claiming.ledger.group)
        await other.referTo(claiming.ledger.group);
    return claimed;
}
/** Who a step is, from the context of its workflow. */
function claimantOf(workflow) {
    const { repository, runId, runAttempt, job, runnerName, runnerEnvironment, actor, sha, runUrl } = workflow;
    return { repository, runId, runAttempt, job, runnerName, runnerEnvironment, actor, commit: sha, runUrl };
}
/** Writes a release into the ledger: from then on the group is this run's, for a lease. @throws {Cancelled} before it is begun. */
async function take(release, { ledger, fence, cancellation, onNumber }) {
    // Here nothing has been written, so a clean-up has nothing to look for.
    (0,platform_cancellation/* refuseWhenAborted */.sJ)(cancellation);
    onNumber(release.number);
    await ledger.claim(release);
    fence.renew(release.heartbeatAt);
    return release;
}
/** @throws {Failure} when somebody works on an unfinished release, or it waits for a person. */
async function requireAbandoned(unfinished, claiming) {
    if (await isAbandoned(unfinished, claiming))
        return;
    throw claim_refusal(unfinished);
}
/** Whether nobody works on an unfinished release any more. */
async function isAbandoned(unfinished, { clock, isGone }) {
    const { rests, heartbeatAt, claimant } = unfinished;
    if (rests?.kind === 'interrupted')
        return true;
    if (rests?.kind === 'paused')
        return clock.now() >= rests.until;
    return clock.now() - heartbeatAt >= lease.lease.staleAfter || (await isGone(claimant));
}
/** The same of a rollout that stands in the ledger of another group. One that was left unfinished is not adopted from there. */
async function refusalElsewhere(unfinished, claiming) {
    if (!(await isAbandoned(unfinished, claiming)))
        return claim_refusal(unfinished);
    const { number, group, sides } = unfinished;
    const where = sides ? `between groups "${sides.blue.group}" and "${sides.green.group}"` : `to group "${group}"`;
    return new failure/* Failure */.HR(`A rollout ${where} was left unfinished (release ${number}). End it first, with "command: repair" and "group: ${group}".`);
}
/** Who has the group, since when, and what to do about it. */
function claim_refusal(release) {
    const { group, number, to, claimant, heartbeatAt, rests, direction } = release;
    const { actor, runUrl } = claimant;
    const since = `since ${(0,lease/* isoTime */.L)((0,carry_on/* claimedAt */.ri)(release))} (${runUrl})`;
    const rollout = `The rollout of ${to.imageId} to group "${group}"`;
    if (rests?.kind === 'paused') {
        return new failure/* Failure */.HR(`${rollout} by ${actor} ${since} is paused until ${(0,lease/* isoTime */.L)(rests.until)} (release ${number}). ` +
            'Go on with "command: resume", or take it back with "command: abort"; then deploy again.');
    }
    const turned = { back: 'is being taken back', hold: 'is being put on hold' };
    const what = direction === 'forward'
        ? `Group "${group}" is being rolled out to ${to.imageId} by ${actor} ${since}. Wait for it to end, or cancel it.`
        : `${rollout} ${turned[direction]}: ${actor} has been at it ${since}. Wait for it to end.`;
    const minutes = lease.lease.staleAfter / 60_000;
    return new failure/* Failure */.HR(`${what} If its runner is dead: ${minutes} minutes after its last sign of life (${(0,lease/* isoTime */.L)(heartbeatAt)}) the next run takes over.`);
}
/** Whether something is to be ended before a rollout can begin. Two groups that share requests out are never left so. */
function isOpen({ outcome }, { pair }) {
    return outcome === undefined || (outcome === 'needs-attention' && pair?.isOpen === true);
}
async function adopt(unfinished, wish, claiming) {
    const { imageId, plan, view, pair } = wish;
    const { direction, to, rests, isUndo, retiresKept, outcome, group, sides } = unfinished;
    const { claimant, clock } = claiming;
    if (outcome === undefined)
        await requireAbandoned(unfinished, claiming);
    await requireNoOtherLocks(wish, claiming, unfinished);
    if (outcome !== undefined)
        return { kind: 'rescue', release: (0,carry_on/* turnBack */.zd)(unfinished, claimant, clock.now()) };
    const isSamePlace = group === view.group.name && (sides === undefined) === (pair === undefined);
    const isSameGoal = isSamePlace && to.imageId === imageId && unfinished.plan.releaseCommand === plan.releaseCommand;
    const isOfItsOwn = isUndo || retiresKept || rests?.kind === 'paused';
    if (direction === 'forward' && isSameGoal && !isOfItsOwn) {
        return { kind: 'own', release: (0,carry_on/* carryOn */.R)(unfinished, claimant, clock.now()) };
    }
    return { kind: 'rescue', release: (0,carry_on/* takeBack */.zH)(unfinished, claimant, clock.now()) };
}
/** Of two groups neither is to be in other hands. */
async function requireNoOtherLocks({ aws, view, pair }, { tell }, own) {
    for (const { group } of pair ? [pair.blue, view] : [view])
        await (0,other_locks/* requireNoOtherLock */.I)(aws, group, tell, own);
}
/** @throws {Failure} when the groups are in other hands, serve others as well, or do not allow the plan. */
async function requireFree(wish, claiming) {
    const { aws, view, pair, plan } = wish;
    await requireNoOtherLocks(wish, claiming);
    if (pair)
        await requireNoOtherRules(aws, pair.sides);
    for (const { group } of pair ? [pair.blue, view] : [view])
        requireFeasible(group, plan);
}
async function begin(history, wish, claiming) {
    const { claimant, clock } = claiming;
    const { aws, view, pair, imageId, force, predict, undo, together } = wish;
    const [newest] = history;
    const { from: running, instanceTypes } = await (0,template/* runningSource */.lW)(aws, view);
    const isDue = force || isLeft(newest, view) || (0,left_out/* isToBeMadeUpFor */.e)(history, imageId, wish.plan);
    if (runsAlready(wish, running) && !isDue) {
        const instead = pair ? undefined : await (0,launched_instead/* launchedInstead */.Z)(aws, view, running);
        return instead === undefined
            ? { kind: 'unchanged' }
            : beginToPoint(newest, wish, claiming, { from: running, instead });
    }
    await requireFree(wish, claiming);
    const plan = await completePlan(aws, view.group, wish.plan, wish.alarms, history);
    await requireFit(aws, imageId, instanceTypes);
    await requireNoFollowers(aws, view.group);
    const number = (newest?.number ?? 0) + 1;
    // Machines that stay, with another root volume, stay on their version, too.
    const keepsMachines = plan.strategy === 'replace-root-volume';
    const from = await goesBackTo(history, wish, claiming, running);
    const planned = keepsMachines ? { ...from, imageId } : (0,template/* plannedSource */.a0)(from, imageId, view.group.name, number);
    const to = undo?.to ?? planned;
    const predicted = await (pair ? predict?.(pair.blue, view) : predict?.(view));
    const release = firstOf(newest, { view, from, to, plan, claimant, now: clock.now() });
    const also = {
        ...(pair && { sides: pair.sides }),
        ...(undo && { undoes: undo.undoes }),
        ...(together && { together }),
        ...(predicted !== undefined && { predicted }),
    };
    return { kind: 'own', release: { ...release, ...also } };
}
/** What the way back leads to; where that is not what runs, it is said. */
async function goesBackTo(history, { aws, view, pair, plan }, { tell }, running) {
    const [newest] = history;
    if (pair || plan.strategy === 'replace-root-volume' || !isLeft(newest, view))
        return running;
    const from = await predecessorOf(aws, history, running);
    if (from !== running) {
        const { name } = view.group;
        tell(`Release ${newest?.number} has left "${name}" on ${running.imageId}: the way back leads past it to ${from.imageId}`);
    }
    return from;
}
function runsAlready({ pair, view, imageId }, from) {
    const live = (0,template/* liveAmong */.x8)((pair?.blue ?? view).machines);
    const isSource = pair ? live.length > 0 : from.imageId === imageId;
    return isSource && live.every((machine) => machine.imageId === imageId);
}
/** The machines run the image, but the next one would not: only what the group launches is put right. */
async function beginToPoint(newest, wish, claiming, { from, instead }) {
    const { view, imageId, together } = wish;
    const { claimant, clock, tell } = claiming;
    const plan = (0,repoint/* planToPoint */.d)(wish.plan);
    await requireFree({ ...wish, plan }, claiming);
    const makesVersions = (0,matching/* versionsOf */.x4)(from).some(({ isFloating }) => isFloating);
    if (makesVersions)
        await requireNoFollowers(wish.aws, view.group);
    const too = (0,launched_instead/* replacedToo */.L)(view, from);
    tell(`Every machine of "${view.group.name}" runs ${imageId}, but the group launches ${instead}${too}`);
    const release = firstOf(newest, { view, from, to: from, plan, claimant, now: clock.now() });
    return { kind: 'own', release: { ...release, ...(together && { together }) } };
}
/** Whether the newest release was left to a person: the group may launch what is gone, or have surge that nobody needs. */
function isLeft(newest, { group }) {
    return newest?.outcome === 'needs-attention' && newest.group === group.name;
}
/** Of a release that is over: of its last change of size a read may not tell yet, so that what was surge looks like the size. */
function surgeLeftBy(newest, view, now) {
    if (newest?.surge === undefined || isLeft(newest, view))
        return newest?.surge;
    const isLate = newest.group === view.group.name && !(0,size/* isSettledBefore */.VO)(newest.surge, now - size/* oldestRead */.AS);
    return isLate ? newest.surge : undefined;
}
/** A release of one's own, after the newest one in the ledger. What that one left to a person, surge and all, it inherits. */
function firstOf(newest, { view, now, ...beginning }) {
    const { group } = view;
    const left = surgeLeftBy(newest, view, now);
    const isMaxLeft = newest && left && (0,size/* hasOurMax */.lb)({ group, release: { ...newest, surge: left }, now });
    return {
        ...beginning,
        number: (newest?.number ?? 0) + 1,
        group: group.name,
        startedAt: now,
        heartbeatAt: now,
        baseline: { desired: group.desired, max: isMaxLeft ? newest.baseline.max : group.max },
        suspended: [],
        ...(left && { surge: left }),
        ...(newest?.refresh && { refresh: { id: newest.refresh.id, kind: 'earlier' } }),
        wavesDone: 0,
        direction: 'forward',
    };
}


/***/ }),

/***/ 3240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isoTime),
/* harmony export */   lease: () => (/* binding */ lease)
/* harmony export */ });
/**
 * A run owns its group for a lease, which each sign of life renews. Half of it after the last one it changes nothing any
 * more; a while after its end others may take over. Milliseconds.
 */
const lease = { heartbeatEvery: 150_000, lasts: 900_000, staleAfter: 1_200_000 };
/** A time as a person reads it, in UTC, to the second. */
function isoTime(time) {
    return new Date(time).toISOString().replace(/\.\d+/, '');
}


/***/ }),

/***/ 3459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GA: () => (/* binding */ hasUndone),
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   gn: () => (/* binding */ whyCutOff),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/* harmony import */ var _beginning_repoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1231);
/* harmony import */ var _gate_left_out_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4542);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6214);
/* harmony import */ var _ledger_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3240);




function endingOf({ outcome, rests }) {
    return outcome ?? (rests?.kind === 'paused' ? 'paused' : 'interrupted');
}
/** What cut the run of a release off, as far as the ledger says it. */
function whyCutOff({ rests }) {
    return rests?.kind === 'interrupted' ? rests.because : undefined;
}
/** For a person: what has happened, why, and what to do if anything is to be done. */
function explain(release, beside) {
    const explained = explainUnknownCommand(release) ?? explainSides(release) ?? explainGroup(release, beside);
    return `${explained}${commandNote(release)}`;
}
/** The ends of a rollout between two groups that differ from those of one. */
function explainSides(release) {
    const { sides, to, reason = '', keptUntil, direction } = release;
    if (!sides)
        return undefined;
    const { blue, green } = sides;
    const kept = keptUntil === undefined ? '' : ` "${blue.group}" keeps its size, and is billed, until ${(0,_ledger_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(keptUntil)}.`;
    const back = `"${blue.group}" gets every request again, and "${green.group}" is as it was.`;
    const [what, next] = direction === 'back'
        ? [`Taking ${to.imageId} back from "${green.group}" to "${blue.group}"`, 'try again']
        : [`The rollout of ${to.imageId} from "${blue.group}" to "${green.group}"`, 'take it back'];
    switch (endingOf(release)) {
        case 'succeeded':
            return `${undone(release)}"${green.group}" runs ${to.imageId} and gets every request; "${blue.group}" is idle.${kept}`;
        case 'rolled-back':
            return `${to.imageId} was taken back; ${back} Why: ${sentence(reason)} ${whatNext(release)}`;
        case 'aborted':
            return `The rollout of ${to.imageId} was taken back; ${back} Why: ${reason}`;
        case 'needs-attention':
            return (`${what} waits for a person, and requests are shared out as listener rule ${sides.rule} says: ${sentence(reason)} ` +
                `Look at the activity history of both groups and at their targets' health. Then ${next} with "command: abort"; or deploy what is right, which takes it back first.`);
        default:
            return undefined;
    }
}
/** It may have changed what the machines of both images work with, so whoever reads that all is as before must know it. */
function commandNote({ command, outcome, rests }) {
    if (outcome === 'succeeded' || rests?.kind === 'paused')
        return '';
    if (command === 'done')
        return ' The release command had run by then; what it did is not taken back.';
    if (command === 'failed')
        return ' Look at what its release command has left.';
    const isCutOff = command === 'begun' && outcome === undefined;
    return isCutOff ? ' The release command had begun; whether it ran to its end is seen when the rollout is ended.' : '';
}
function explainUnknownCommand({ group, to, direction, command, outcome, reason = '' }) {
    if (outcome !== 'needs-attention' || command !== 'unknown' || direction !== 'back')
        return undefined;
    return (`"${group}" needs a person: it is not known whether the release command of ${to.imageId} ran to its end. ` +
        `${sentence(reason)} Look at what it was to change, then deploy again.`);
}
function explainGroup(release, beside) {
    const { group, from, to, reason = '' } = release;
    const backAgain = `every machine of "${group}" runs ${from.imageId} again`;
    switch (endingOf(release)) {
        case 'succeeded':
            if ((0,_beginning_repoint_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyPoints */ .A)(release))
                return `Every machine of "${group}" ran ${to.imageId} already; the group launches it again, too.`;
            return `${undone(release)}Every machine of "${group}" runs ${to.imageId}.${keptNote(release)}`;
        case 'unchanged':
            return reason || `Every machine of "${group}" runs ${to.imageId} already; nothing was changed.`;
        case 'unproven':
            return `${undone(release)}"${group}" has no machines: it will launch ${to.imageId}, but no machine has proven it. ${howToProve(release)}`;
        case 'rolled-back':
            return `${to.imageId} was taken back; ${backAgain}. Why: ${sentence(reason)} ${whatNext(release)}`;
        case 'aborted':
            return `The rollout of ${to.imageId} was taken back; ${backAgain}. Why: ${reason}`;
        case 'needs-attention':
            return explainAttention(release);
        case 'paused':
            return explainPause(release);
        case 'interrupted':
            return explainInterruption(release, beside);
    }
}
/** Machines that start by themselves are in no rollout, so nothing is asked of them. */
function howToProve(release) {
    const left = (0,_gate_left_out_js__WEBPACK_IMPORTED_MODULE_2__/* .leftOut */ .i)(release);
    if (left.length === 0)
        return 'Let one start to see it work.';
    return (`Nobody has ${left.join(' or ')}: machines that start by themselves serve without that. Let one start, then deploy again: ` +
        'a new machine makes up for it before it serves, and replaces the one that has started.');
}
/** Whether a release that is over has taken its group back to what ran before the release that it undoes. */
function hasUndone({ undoes, outcome }) {
    return undoes !== undefined && (outcome === 'succeeded' || outcome === 'unproven');
}
function undone({ undoes }) {
    return undoes === undefined ? '' : `Release ${undoes} is undone. `;
}
function whatNext({ undoes, to }) {
    if (undoes === undefined)
        return 'Mend what is named there, then deploy again.';
    return `So release ${undoes} is not undone: ${to.imageId} does not work any more. Deploy an image that does, by its id.`;
}
/** The words of a machine, or of AWS, may end without a full stop. */
function sentence(words) {
    return /[.!?]$/.test(words) ? words : `${words}.`;
}
function keptNote({ keptUntil }) {
    if (keptUntil === undefined)
        return '';
    return (` The machines that it replaced wait in standby until ${(0,_ledger_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(keptUntil)}, billed as if they ran: "command: undo" ` +
        'puts them back within seconds. The next deployment, or the scheduled "command: repair", terminates them.');
}
function explainAttention({ group, from, to, reason = '', direction, plan }) {
    const look = `Look at the group's activity history and its targets' health.`;
    const machines = (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_3__/* .isMade */ .sX)(to) ? `with machines on it and on ${from.imageId}` : 'and no machine was replaced';
    const isKeeping = plan.keepPrevious > 0 && (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_3__/* .isMade */ .sX)(to);
    const kept = isKeeping ? ' Whatever it has replaced so far waits in standby, billed; an abort puts that back.' : '';
    return direction === 'hold'
        ? `The rollout of ${to.imageId} to "${group}" is on hold, ${machines}.${kept} ${sentence(reason)} ` +
            `${look} Then take it back with "command: abort", or deploy what is right.`
        : `"${group}" needs a person: its way back to ${from.imageId} leads nowhere. ${sentence(reason)} ` +
            `${look} Then try again with "command: abort", or deploy what is right.`;
}
/** The step's clean-up puts back what was borrowed, and then says in the ledger that nobody works on it. */
function explainInterruption(release, { because, standing }) {
    const { direction, undoes, retiresKept } = release;
    const isTakenBack = undoes === undefined && direction === 'forward' && !retiresKept;
    const next = isTakenBack
        ? 'run the same step again to finish it, or take it back with "command: repair", as its schedule would do.'
        : 'finish it with "command: repair", as its schedule would do.';
    const what = `${whatWasCutOff(release)} was cut off on its way`;
    const stands = standing ?? borrowedBy(release);
    return because === undefined
        ? `${what}; ${stands} ${capital(next)}`
        : `${what}: ${sentence(because)} ${capital(stands)} Mend what cut it off, then ${next}`;
}
/** With a capital letter in front. */
function capital(words) {
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
function borrowedBy({ rests, surge, baseline }) {
    const isMaxRaised = surge?.max !== undefined && surge.max !== baseline.max;
    const raisedMax = isMaxRaised ? `, and a maximum of ${surge.max} in place of ${baseline.max}` : '';
    const surgeLeft = surge && surge.machines > 0
        ? ` Until it is ended, the group has ${surge.machines} more than its size of ${surge.from}${raisedMax}.`
        : '';
    return rests?.kind === 'interrupted'
        ? `what it had borrowed is put back, and its machines serve.${surgeLeft}`
        : "what it has borrowed is put back next, by the step's clean-up.";
}
function whatWasCutOff({ group, from, to, direction, undoes, retiresKept }) {
    if (retiresKept)
        return `The clean-up of the machines kept in "${group}"`;
    if (undoes !== undefined)
        return `The undo of release ${undoes} of "${group}"`;
    return direction === 'back'
        ? `The way of "${group}" back to ${from.imageId}`
        : `The rollout of ${to.imageId} to "${group}"`;
}
function explainPause({ group, to, rests, wavesDone, plan, sides }) {
    const until = rests?.kind === 'paused' ? (0,_ledger_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(rests.until) : '';
    const isKeeping = plan.keepPrevious > 0 && !sides;
    const kept = isKeeping ? 'The machines that it has replaced wait in standby, billed as if they ran. ' : '';
    return (`The rollout of ${to.imageId} to "${group}" is paused after wave ${plan.pauseAfter ?? wavesDone} of ${plan.waves.length}, and its settings are put back. ${kept}` +
        `Go on with "command: resume", or take it back with "command: abort". After ${until} the scheduled "command: repair" takes it back.`);
}


/***/ }),

/***/ 6846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sn: () => (/* binding */ undoneAlready),
/* harmony export */   Vk: () => (/* binding */ stillThere),
/* harmony export */   ox: () => (/* binding */ undoPlan),
/* harmony export */   yr: () => (/* binding */ quickUndo)
/* harmony export */ });
/* harmony import */ var _platform_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(517);
/* harmony import */ var _changes_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9644);
/* harmony import */ var _heart_launch_source_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1022);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6214);
/* harmony import */ var _ledger_claim_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2799);
/* harmony import */ var _ledger_undo_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7862);
/* harmony import */ var _telling_explain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3459);
/* harmony import */ var _two_group_sides_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6182);








/**
 * A release that takes seconds, where what ran before the newest one is kept: the machines in standby, or the other one of two groups.
 * @returns undefined where nothing is kept, or only what was never proven.
 */
async function quickUndo({ aws, tell }, history, view, pair, claiming) {
    const [newest] = history;
    if (!newest || (0,_ledger_undo_target_js__WEBPACK_IMPORTED_MODULE_3__/* .wasNeverProven */ .WM)(history, (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_5__/* .imageBefore */ .Fi)(newest)))
        return undefined;
    const kept = pair ? [] : keptFor(newest, view, claiming.clock.now());
    const fromStandby = kept.length > 0 ? serveAgain(newest, view, claiming) : undefined;
    const quick = pair ? await swapBack(aws, newest, pair, claiming) : fromStandby;
    if (!quick)
        return undefined;
    const what = pair
        ? 'requests go back to the other group'
        : `${kept.length} machines that wait in standby serve again`;
    tell(`Undoing release ${quick.undoes}: ${what}`);
    return quick;
}
/** Machines of the newest release's predecessor that can serve again at once, or as soon as they have left the load balancers. */
function keptFor({ outcome, keptUntil = 0, from }, { machines }, now) {
    const isReady = ({ isKept, isStopped }) => isKept && !isStopped;
    if (outcome !== 'succeeded' || keptUntil <= now)
        return [];
    return machines.filter((machine) => isReady(machine) && (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_6__/* .runs */ .Np)(machine, from));
}
/** A release that puts kept machines back into service, and takes out the others. */
function serveAgain(newest, view, { claimant, clock }) {
    const { from: to, to: from, plan, number, together } = newest;
    if (!(0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_6__/* .isMade */ .sX)(from))
        return undefined;
    const release = (0,_ledger_claim_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .Ku)(newest, { view, from, to, plan: undoPlan(plan), claimant, now: clock.now() });
    return { ...release, undoes: number, isUndo: true, ...(together && { together }) };
}
/**
 * Of two groups: a release that shifts all requests back to the other one at once, while that is kept as large as it was.
 * @returns undefined when it is not kept any more, or does not run what it ran then.
 */
async function swapBack(aws, newest, { sides, green: view }, { claimant, clock }) {
    const { outcome, keptUntil = 0, sides: before, number } = newest;
    const now = clock.now();
    const isKept = outcome === 'succeeded' && keptUntil > now && before?.blue.group === view.group.name;
    const runsIt = view.machines.some(({ healthy, imageId }) => healthy && imageId === before?.imageId);
    if (!isKept || !runsIt)
        return undefined;
    const { from } = await (0,_changes_template_js__WEBPACK_IMPORTED_MODULE_1__/* .runningSource */ .lW)(aws, view);
    const plan = { ...undoPlan(newest.plan), strategy: 'two-group' };
    const release = (0,_ledger_claim_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .Ku)(newest, { view, from, to: from, plan, claimant, now });
    return { ...release, sides, undoes: number, isUndo: true };
}
/** All at once, and nothing is asked or waited for: these machines have served users before. */
function undoPlan({ progressDeadline, onFailure }) {
    return {
        strategy: 'rolling',
        waves: [{ percent: 100 }],
        maxSurge: { percent: 100 },
        maxUnavailable: { machines: 0 },
        raiseMax: true,
        minReady: 0,
        soak: 0,
        gate: { kind: 'none' },
        alarms: [],
        progressDeadline,
        onFailure,
        keepPrevious: 0,
        suspend: [],
        pollInterval: 1_000,
    };
}
/**
 * What a group runs whose newest release has gone back already in this very run of a workflow, which may have been started
 * again: to go further back takes a run of its own. Undefined where that is not so.
 */
function undoneAlready(newest, own) {
    const { number, group, claimant, undoes, outcome, sides, from, to } = newest;
    const isBack = outcome === 'aborted' || outcome === 'rolled-back';
    if (!(0,_platform_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__.isSameRun)(claimant, own) || !((0,_telling_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .hasUndone */ .GA)(newest) || (isBack && undoes === undefined)))
        return undefined;
    const imageId = isBack ? (sides?.imageId ?? from.imageId) : to.imageId;
    const reason = `Release ${undoes ?? number} is taken back already, by this very run: "${group}" runs ${imageId}. Nothing was changed. To go further back, undo in another run.`;
    return { imageId, reason };
}
/** The versions to go back to, if the group still launches from their templates and nobody has deleted or changed them. */
async function stillThere(aws, from, to) {
    const ids = (source) => (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_6__/* .versionsOf */ .x4)(source).map(({ templateId }) => templateId);
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_7__/* .isConfiguration */ .Z)(from) || (0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_7__/* .isConfiguration */ .Z)(to) || String(ids(from)) !== String(ids(to)))
        return undefined;
    const launches = async (version) => (await (0,_changes_template_js__WEBPACK_IMPORTED_MODULE_1__/* .imageOf */ .dT)(aws, version)) === version.imageId;
    const found = await Promise.all((0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_6__/* .versionsOf */ .x4)(to).map(launches));
    return found.every(Boolean) ? to : undefined;
}


/***/ })

};
