export const id = 421;
export const ids = [421];
export const modules = {

/***/ 3871:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ DescribeLifecycleHooksCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2364);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8427);


class DescribeLifecycleHooksCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeLifecycleHooks", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeLifecycleHooks$ */ .Suy) {
}


/***/ }),

/***/ 7257:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ DescribePoliciesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2364);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8427);


class DescribePoliciesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribePolicies", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribePolicies$ */ .Q6g) {
}


/***/ }),

/***/ 7645:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ DescribeScalingActivitiesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2364);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8427);


class DescribeScalingActivitiesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeScalingActivities", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeScalingActivities$ */ .MDN) {
}


/***/ }),

/***/ 1092:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ TerminateInstanceInAutoScalingGroupCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2364);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8427);


class TerminateInstanceInAutoScalingGroupCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "TerminateInstanceInAutoScalingGroup", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .TerminateInstanceInAutoScalingGroup$ */ .R8F) {
}


/***/ }),

/***/ 4225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   lq: () => (/* binding */ _ep0),
/* harmony export */   yt: () => (/* binding */ _mw0)
/* harmony export */ });
/* unused harmony export _mw1 */
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2085);
/* harmony import */ var _endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2826);




const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)(_endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__/* .commonParams */ .S, "GraniteServiceVersion20100801", "CloudWatchClient", _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];
const _mw1 = (Command, cs, config, o) => [
    getCompressionPlugin(config, {
        encodings: ["gzip"],
    }),
];


/***/ }),

/***/ 2188:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ DescribeAlarmsCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3037);


class DescribeAlarmsCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeAlarms", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeAlarms$ */ .K7p) {
}


/***/ }),

/***/ 7122:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ CreateTagsCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8509);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(230);


class CreateTagsCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "CreateTags", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .CreateTags$ */ .GIH) {
}


/***/ }),

/***/ 1048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ DescribeImagesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8509);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(230);


class DescribeImagesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeImages", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeImages$ */ .gyn) {
}


/***/ }),

/***/ 1490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ DescribeInstancesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8509);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(230);


class DescribeInstancesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeInstances", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeInstances$ */ .eO1) {
}


/***/ }),

/***/ 9646:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ TerminateInstancesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8509);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(230);


class TerminateInstancesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "TerminateInstances", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .TerminateInstances$ */ .CEm) {
}


/***/ }),

/***/ 8358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ DescribeTargetGroupsCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4858);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);


class DescribeTargetGroupsCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeTargetGroups", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeTargetGroups$ */ .Z$r) {
}


/***/ }),

/***/ 7992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ DescribeTargetHealthCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4858);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);


class DescribeTargetHealthCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeTargetHealth", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeTargetHealth$ */ .nZ0) {
}


/***/ }),

/***/ 4828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ plainLines)
/* harmony export */ });
/**
 * The last lines of what a machine has written, to be shown as they are: without control characters, without escape
 * sequences of a terminal, and without what GitHub's runner would take for a command (`##[`, anywhere in a line; `::`, at
 * its beginning: actions/runner, ActionCommand).
 */
function plainLines(text, most) {
    return text
        .split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)
        .map(plain)
        .filter((line) => line !== '')
        .slice(-most);
}
const longest = 300;
function plain(line) {
    return line
        .replace(escapeSequences, '')
        .replace(/\p{Cc}|\p{Cf}/gu, ' ')
        .replaceAll('##[', '## [')
        .replace(/^(\s*::)+/, '')
        .trimEnd()
        .slice(0, longest);
}
/** ECMA-48: control sequences, and strings such as a window's title. */
const escapeSequences = new RegExp(['\\u001b\\[[0-?]*[ -/]*[@-~]', '\\u001b\\][^\\u0007\\u001b]*(\\u0007|\\u001b\\\\)', '\\u001b[@-Z\\\\-_]'].join('|'), 'g');


/***/ }),

/***/ 5601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rb: () => (/* binding */ act),
  z2: () => (/* binding */ keptTag),
  I7: () => (/* binding */ lowerMax),
  xl: () => (/* binding */ raise),
  PF: () => (/* binding */ restore),
  vI: () => (/* binding */ setMax),
  W5: () => (/* binding */ untag)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/UpdateAutoScalingGroupCommand.js
var UpdateAutoScalingGroupCommand = __webpack_require__(2470);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2364);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(8427);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/SuspendProcessesCommand.js


class SuspendProcessesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "SuspendProcesses", schemas_0/* SuspendProcesses$ */.m6h) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/ResumeProcessesCommand.js


class ResumeProcessesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ResumeProcesses", schemas_0/* ResumeProcesses$ */.vLm) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeAutoScalingGroupsCommand.js
var DescribeAutoScalingGroupsCommand = __webpack_require__(3509);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/SetDesiredCapacityCommand.js


class SetDesiredCapacityCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "SetDesiredCapacity", schemas_0/* SetDesiredCapacity$ */.Vay) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/ExitStandbyCommand.js


class ExitStandbyCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ExitStandby", schemas_0/* ExitStandby$ */.oYR) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/TerminateInstanceInAutoScalingGroupCommand.js
var TerminateInstanceInAutoScalingGroupCommand = __webpack_require__(1092);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/EnterStandbyCommand.js


class EnterStandbyCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "EnterStandby", schemas_0/* EnterStandby$ */.yxq) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/TerminateInstancesCommand.js
var TerminateInstancesCommand = __webpack_require__(9646);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commandBuilder.js
var dist_es_commandBuilder = __webpack_require__(8509);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js + 1 modules
var schemas_schemas_0 = __webpack_require__(230);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteTagsCommand.js


class DeleteTagsCommand extends (0,dist_es_commandBuilder/* command */.G5)(dist_es_commandBuilder/* _ep0 */.lq, dist_es_commandBuilder/* _mw0 */.yt, "DeleteTags", schemas_schemas_0/* DeleteTags$ */.$$V) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateTagsCommand.js
var CreateTagsCommand = __webpack_require__(7122);
// EXTERNAL MODULE: ./build/bundle/src/platform/retry.js
var retry = __webpack_require__(9288);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/launch-source.js
var launch_source = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/replace.js
var replace = __webpack_require__(9849);
// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/sides.js + 2 modules
var sides = __webpack_require__(6182);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/launch-hook.js + 4 modules
var launch_hook = __webpack_require__(6298);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/launch-specification.js
var launch_specification = __webpack_require__(9893);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/changes/act.js








/** The tag of machines that we have put in standby. */
const keptTag = 'steadfleet:kept-by-release';
/** Carries out one change. What it did is seen by the next observation, so nothing is returned or remembered. */
async function act(aws, { group, release }, change) {
    const { autoScaling, ec2 } = aws;
    switch (change.kind) {
        case 'point-at':
            return pointAt({ autoScaling }, release, change.version, group);
        case 'suspend':
        case 'resume':
            return suspendOrResume({ autoScaling }, release, change);
        case 'put-hook':
            return (0,launch_hook/* putHook */.xg)({ autoScaling }, release, change);
        case 'delete-hook':
            await end({ ec2 }, change.ending ?? []);
            return (0,launch_hook/* deleteHook */.$3)({ autoScaling }, release);
        case 'let-go':
            return (0,launch_hook/* letGo */.Ko)({ autoScaling }, release, change);
        case 'retire-warm':
            return end({ ec2 }, change.ids);
        case 'give-back':
            await raise(aws, release.group, change);
            return;
        case 'set-weights':
            if (release.sides)
                await (0,sides/* setWeights */.m4)(aws, release.sides, change.weights);
            return;
        case 'resize':
            if (release.sides && change.weights)
                await (0,sides/* setWeights */.m4)(aws, release.sides, change.weights);
            return resize({ autoScaling }, change);
        case 'retire':
            return retire({ autoScaling }, change);
        case 'set-aside':
            return setAside({ autoScaling, ec2 }, release, change);
    }
}
async function pointAt({ autoScaling }, { group: name }, version, group) {
    const input = { AutoScalingGroupName: name, ...sourceOf(version, group) };
    await autoScaling.send(new UpdateAutoScalingGroupCommand/* UpdateAutoScalingGroupCommand */.I(input));
}
/** Without a list both mean every process (Auto Scaling API, SuspendProcesses): decide never gives an empty one. */
async function suspendOrResume({ autoScaling }, { group }, { kind, processes }) {
    const input = { AutoScalingGroupName: group, ScalingProcesses: [...processes] };
    if (kind === 'suspend')
        await autoScaling.send(new SuspendProcessesCommand(input));
    else
        await autoScaling.send(new ResumeProcessesCommand(input));
}
/** A mixed instances policy is written whole. */
function sourceOf(version, { policy }) {
    if (policy)
        return { MixedInstancesPolicy: (0,launch_specification/* repointed */.V)(policy, version) };
    if ((0,launch_source/* isConfiguration */.Z)(version))
        return { LaunchConfigurationName: version.templateId };
    return { LaunchTemplate: (0,launch_specification/* specificationOf */.B)(version) };
}
/** A group launches others in their place, and calls what has ended before it served a failed launch. */
async function end({ ec2 }, ids) {
    for (let at = 0; at < ids.length; at += 100) {
        await ec2.send(new TerminateInstancesCommand/* TerminateInstancesCommand */.N({ InstanceIds: ids.slice(at, at + 100) }));
    }
}
/**
 * Raises desired. That is an absolute number, so it is written only while the one that it was made from still stands.
 * @returns whether it was raised.
 */
async function raise({ autoScaling }, group, { machines, from, max }) {
    const now = await autoScaling.send(new DescribeAutoScalingGroupsCommand/* DescribeAutoScalingGroupsCommand */.N({ AutoScalingGroupNames: [group] }));
    if (now.AutoScalingGroups?.[0]?.DesiredCapacity !== from)
        return false;
    const desired = { AutoScalingGroupName: group, DesiredCapacity: from + machines };
    if (max === undefined)
        await autoScaling.send(new SetDesiredCapacityCommand((0,retry/* forThisMoment */.uc)(desired)));
    // One call for both, so that no crash can leave a raised maximum without the machines that it was raised for.
    else
        await autoScaling.send(new UpdateAutoScalingGroupCommand/* UpdateAutoScalingGroupCommand */.I((0,retry/* forThisMoment */.uc)({ ...desired, MaxSize: max })));
    return true;
}
async function setMax({ autoScaling }, group, max) {
    await autoScaling.send(new UpdateAutoScalingGroupCommand/* UpdateAutoScalingGroupCommand */.I({ AutoScalingGroupName: group, MaxSize: max }));
}
/**
 * Puts the owner's maximum back, but only if the group still fits and the raised one still stands: under a lower maximum AWS
 * lowers desired as well (Auto Scaling API, UpdateAutoScalingGroup).
 * @returns whether it did.
 */
async function lowerMax({ autoScaling }, { name, max: raised }, max) {
    const now = await autoScaling.send(new DescribeAutoScalingGroupsCommand/* DescribeAutoScalingGroupsCommand */.N({ AutoScalingGroupNames: [name] }));
    const { MaxSize, DesiredCapacity = 0 } = now.AutoScalingGroups?.[0] ?? {};
    if (MaxSize !== raised || DesiredCapacity > max)
        return false;
    await setMax({ autoScaling }, name, max);
    return true;
}
/** Puts machines in standby back into service, which raises desired by as many (Auto Scaling API, ExitStandby). */
async function restore({ autoScaling }, group, { ids, max }) {
    const AutoScalingGroupName = group;
    if (max !== undefined)
        await setMax({ autoScaling }, group, max);
    const input = (0,retry/* forThisMoment */.uc)({ AutoScalingGroupName, InstanceIds: [...ids] });
    await autoScaling.send(new ExitStandbyCommand(input));
}
/** Machines that serve again are no longer kept: one that a person puts in standby later is not to be taken for ours. */
async function untag({ ec2 }, ids) {
    // Of no more than a thousand at once (EC2 API, DeleteTags).
    for (let at = 0; at < ids.length; at += 1_000) {
        await ec2.send(new DeleteTagsCommand({ Resources: ids.slice(at, at + 1_000), Tags: [{ Key: keptTag }] }));
    }
}
async function retire({ autoScaling }, { machines }) {
    for (const { id, decrement } of machines) {
        await autoScaling.send(new TerminateInstanceInAutoScalingGroupCommand/* TerminateInstanceInAutoScalingGroupCommand */.U({ InstanceId: id, ShouldDecrementDesiredCapacity: decrement }));
    }
}
/** Right only for the sizes that were just read, so it is never repeated without another look. */
async function resize({ autoScaling }, { group, sizes: { min, max, desired } }) {
    const input = {
        AutoScalingGroupName: group,
        ...(min !== undefined && { MinSize: min }),
        ...(max !== undefined && { MaxSize: max }),
        ...(desired !== undefined && { DesiredCapacity: desired }),
    };
    await autoScaling.send(new UpdateAutoScalingGroupCommand/* UpdateAutoScalingGroupCommand */.I((0,retry/* forThisMoment */.uc)(input)));
}
/** Tags the machines before they enter standby: a person's own standby machines must never be taken for ours. */
async function setAside({ autoScaling, ec2 }, { group, number }, { machines }) {
    const Tags = [{ Key: keptTag, Value: String(number) }];
    await ec2.send(new CreateTagsCommand/* CreateTagsCommand */.R({ Resources: machines.map(({ id }) => id), Tags }));
    for (const decrement of [true, false]) {
        const ids = idsOf(machines.filter((machine) => machine.decrement === decrement));
        for (let at = 0; at < ids.length; at += replace/* atOnce */.zd) {
            const InstanceIds = ids.slice(at, at + replace/* atOnce */.zd);
            const input = { AutoScalingGroupName: group, InstanceIds, ShouldDecrementDesiredCapacity: decrement };
            await autoScaling.send(new EnterStandbyCommand((0,retry/* forThisMoment */.uc)(input)));
        }
    }
}
function idsOf(machines) {
    return machines.map(({ id }) => id);
}


/***/ }),

/***/ 6298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $3: () => (/* binding */ deleteHook),
  iU: () => (/* binding */ extendWait),
  FE: () => (/* binding */ hookName),
  xG: () => (/* binding */ hookTimeout),
  qZ: () => (/* binding */ launchHooks),
  Ko: () => (/* binding */ letGo),
  xg: () => (/* binding */ putHook)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2364);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(8427);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/PutLifecycleHookCommand.js


class PutLifecycleHookCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "PutLifecycleHook", schemas_0/* PutLifecycleHook$ */.pR3) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DeleteLifecycleHookCommand.js


class DeleteLifecycleHookCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteLifecycleHook", schemas_0/* DeleteLifecycleHook$ */.De0) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/CompleteLifecycleActionCommand.js


class CompleteLifecycleActionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CompleteLifecycleAction", schemas_0/* CompleteLifecycleAction$ */.qCV) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeLifecycleHooksCommand.js
var DescribeLifecycleHooksCommand = __webpack_require__(3871);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/RecordLifecycleActionHeartbeatCommand.js


class RecordLifecycleActionHeartbeatCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "RecordLifecycleActionHeartbeat", schemas_0/* RecordLifecycleActionHeartbeat$ */.O7V) {
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/changes/launch-hook.js

/** Our launch lifecycle hook. */
const hookName = 'steadfleet';
/**
 * How long a machine waits in our hook without a word of a run: for its gate, and for a run that was killed to be followed by
 * another. Whole seconds, between 30 and 7200 (Auto Scaling API, PutLifecycleHook).
 */
function hookTimeout({ gate, progressDeadline }) {
    const check = gate.kind === 'none' ? 0 : gate.timeout;
    return Math.min(7200, Math.max(300, Math.round((2 * check + progressDeadline) / 1000)));
}
/** Puts our hook on the group, or says anew what becomes of a machine that nobody lets go. */
async function putHook({ autoScaling }, { group, plan }, { otherwise }) {
    await autoScaling.send(new PutLifecycleHookCommand({
        AutoScalingGroupName: group,
        LifecycleHookName: hookName,
        LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
        HeartbeatTimeout: hookTimeout(plan),
        DefaultResult: otherwise,
    }));
}
/**
 * Throws away what waits in it (Auto Scaling API, DeleteLifecycleHook). "No Lifecycle Hook found": it is gone, which is what is
 * wanted, and was read before that.
 */
async function deleteHook({ autoScaling }, { group }) {
    const hook = { AutoScalingGroupName: group, LifecycleHookName: hookName };
    await autoScaling.send(new DeleteLifecycleHookCommand(hook)).catch(ignoreAbsence);
}
/** Lets these machines go into service, or has the group terminate them. */
async function letGo({ autoScaling }, { group }, { ids, result, isTheirs }) {
    const hooks = isTheirs ? await launchHooks({ autoScaling }, group) : [hookName];
    for (const id of ids) {
        for (const LifecycleHookName of hooks) {
            const action = { ...actionOf(group, id), LifecycleHookName, LifecycleActionResult: result };
            await autoScaling.send(new CompleteLifecycleActionCommand(action)).catch(ignoreAbsence);
        }
    }
}
/** The names of a group's launch hooks, whosever they are. */
async function launchHooks({ autoScaling }, group) {
    const all = await autoScaling.send(new DescribeLifecycleHooksCommand/* DescribeLifecycleHooksCommand */.T({ AutoScalingGroupName: group }));
    return (all.LifecycleHooks ?? [])
        .filter(({ LifecycleTransition }) => LifecycleTransition === 'autoscaling:EC2_INSTANCE_LAUNCHING')
        .flatMap(({ LifecycleHookName }) => LifecycleHookName ?? []);
}
/** Starts the time-out of the hook anew for a machine; one that has been let go meanwhile stays so. */
async function extendWait({ autoScaling }, { group }, id) {
    await autoScaling.send(new RecordLifecycleActionHeartbeatCommand(actionOf(group, id))).catch(ignoreAbsence);
}
function actionOf(group, id) {
    return { AutoScalingGroupName: group, LifecycleHookName: hookName, InstanceId: id };
}
/** "No active Lifecycle Action found": it was let go before, or it has gone; or there is no such hook any more. */
function ignoreAbsence(error) {
    if (error.name !== 'ValidationError')
        throw error;
}


/***/ }),

/***/ 9893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ specificationOf),
/* harmony export */   V: () => (/* binding */ repointed)
/* harmony export */ });
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6214);

/**
 * The policy with a source's versions and images in it, and everything else as it was: overrides that are left out of an
 * update are gone (Auto Scaling API, LaunchTemplate).
 */
function repointed({ LaunchTemplate, ...policy }, source) {
    const Overrides = (LaunchTemplate?.Overrides ?? []).map(({ LaunchTemplateSpecification: own, ...override }) => {
        const version = own ? versionWithId(source, own.LaunchTemplateId) : source;
        return {
            ...override,
            ...(own && { LaunchTemplateSpecification: version ? specificationOf(version) : byId(own) }),
            ...(override.ImageId !== undefined && version && { ImageId: version.imageId }),
        };
    });
    const launches = { ...LaunchTemplate, LaunchTemplateSpecification: specificationOf(source), Overrides };
    return { ...policy, LaunchTemplate: launches };
}
function specificationOf({ templateId, version }) {
    return { LaunchTemplateId: templateId, Version: String(version) };
}
/** AWS answers with id and name, but takes only one of them (Auto Scaling API, LaunchTemplateSpecification). */
function byId({ LaunchTemplateName: _, ...specification }) {
    return specification;
}
function versionWithId(source, id) {
    return (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_0__/* .versionsOf */ .x4)(source).find(({ templateId }) => templateId === id);
}


/***/ }),

/***/ 2407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LL: () => (/* binding */ replacedToo),
/* harmony export */   ZF: () => (/* binding */ launchedInstead),
/* harmony export */   pU: () => (/* binding */ remarksOnLaunched)
/* harmony export */ });
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _beginning_repoint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1231);
/* harmony import */ var _heart_launch_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1022);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6214);
/* harmony import */ var _running_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4477);





/**
 * Whether a group whose machines run `from` would launch another image than they run: somebody, or infrastructure code, has
 * pointed it elsewhere. Another version with the same image is its owner's.
 * @returns what it would launch, in words; undefined where that is the same image.
 */
async function launchedInstead(aws, view, from) {
    const { group } = view;
    const isAt = (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_2__/* .pointsAt */ .DY)(group, from) && !(0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_2__/* .versionsOf */ .x4)(from).some(({ isFloating }) => isFloating);
    if (isAt)
        return undefined;
    const launched = await wouldLaunch(aws, view);
    if (!launched)
        return `what cannot be launched (${group.template.id}, version ${group.template.version})`;
    const imageIn = (id) => (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_2__/* .versionsOf */ .x4)(from).find(({ templateId }) => templateId === id)?.imageId;
    const other = (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_2__/* .versionsOf */ .x4)(launched).find(({ templateId, imageId }) => imageId !== (imageIn(templateId) ?? from.imageId));
    return other && `${other.imageId} (${other.templateId}, version ${other.version})`;
}
/**
 * That a group launches what its machines do not run: versions are copies of what they run, so whatever its owner has changed
 * since, user data or security groups, say, is left out from then on. What `newest` has left to a person launches what it has made.
 * @returns a sentence for each template, or launch configuration, of which that is so.
 */
async function remarksOnLaunched(aws, view, release, newest) {
    const { from, undoes, continues } = release;
    const isOurs = undoes !== undefined || continues !== undefined || newest?.outcome === 'needs-attention';
    if (isOurs || (0,_beginning_repoint_js__WEBPACK_IMPORTED_MODULE_3__/* .onlyPoints */ .A)(release))
        return [];
    const known = (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_2__/* .versionsOf */ .x4)(from);
    const isAt = (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_2__/* .pointsAt */ .DY)(view.group, from) && !known.some(({ isFloating }) => isFloating);
    const launched = isAt ? undefined : await wouldLaunch(aws, view);
    const others = launched ? (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_2__/* .versionsOf */ .x4)(launched) : [];
    return others.flatMap((one) => {
        const copied = known.find(({ templateId }) => templateId === one.templateId) ?? from;
        const isSame = copied.templateId === one.templateId && [copied.version, copied.pins].includes(one.version);
        if (isSame && (one.isFloating || one.imageId === copied.imageId))
            return [];
        const { name } = view.group;
        if (isSame)
            return `Group "${name}" launches ${one.imageId} (${named(one)}), but its machines run ${copied.imageId}, from another template or from what somebody has deleted: the way back is a copy of ${named(one)} with that image.`;
        return (`Group "${name}" launches ${named(one)}, but its machines run ${named(copied)}: that is what the rollout copies, and goes back to. Whatever else ${named(one)} changes is left out from then on. ` +
            'To keep it, replace the machines by it first, by an instance refresh, say.');
    });
}
function named({ templateId, version }) {
    return (0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_4__/* .isConfiguration */ .Z)({ version }) ? `launch configuration "${templateId}"` : `version ${version} of ${templateId}`;
}
/** What is said of machines that run the image, but another version: they are replaced. Empty where there are none. */
function replacedToo({ machines }, from) {
    const others = (0,_running_source_js__WEBPACK_IMPORTED_MODULE_1__/* .liveAmong */ .x)(machines)
        .filter((machine) => !(0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_2__/* .runs */ .Np)(machine, from))
        .map(({ id }) => id);
    return others.length > 0 ? `; replaced are those that run another version: ${others.join(', ')}` : '';
}
/** What a group without machines would begin with; undefined where its version is gone, or names no image. */
async function wouldLaunch(aws, view) {
    try {
        return (await (0,_running_source_js__WEBPACK_IMPORTED_MODULE_1__/* .runningSource */ .l)(aws, { ...view, machines: [] })).from;
    }
    catch (error) {
        const { name } = error;
        if (error instanceof _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR || name.startsWith('InvalidLaunchTemplate'))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 4245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xZ: () => (/* binding */ answersWithin),
  Zv: () => (/* binding */ findCommand),
  xp: () => (/* binding */ hiddenAtMost),
  Z4: () => (/* binding */ invocationsOf),
  u3: () => (/* binding */ listening),
  S8: () => (/* binding */ sendCommand)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(6896);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(9060);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/SendCommandCommand.js


class SendCommandCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "SendCommand", schemas_0/* SendCommand$ */.UVS) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/ListCommandInvocationsCommand.js


class ListCommandInvocationsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListCommandInvocations", schemas_0/* ListCommandInvocations$ */.tvO) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/ListCommandsCommand.js


class ListCommandsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListCommands", schemas_0/* ListCommands$ */.V6m) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/DescribeInstanceInformationCommand.js


class DescribeInstanceInformationCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeInstanceInformation", schemas_0/* DescribeInstanceInformation$ */.DDy) {
}

// EXTERNAL MODULE: ./build/bundle/src/platform/plain-text.js
var plain_text = __webpack_require__(4828);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/gate/run-command.js


/** Of what a command said. */
const mostLines = 10;
/** Systems Manager lets no script run for longer, in seconds (its documents AWS-RunShellScript and AWS-RunPowerShellScript). */
const longestScript = 172_800;
/** How long a machine's agent may take to fetch a command; at least 30 seconds (Systems Manager API, SendCommand). */
const deliveryTime = 60_000;
/**
 * How long Systems Manager may hide a command that it has taken. It names no bound; seconds are what people have seen.
 * Milliseconds.
 */
const hiddenAtMost = 120_000;
/** After how long a script that may run for a time has answered, or never will. Milliseconds. */
function answersWithin(timeout) {
    return timeout + deliveryTime + hiddenAtMost;
}
/**
 * Sends a script to up to 50 machines at once, none of which waits for, or suffers from, another.
 * @returns the command's id; undefined where AWS's answer says none. @throws InvalidInstanceId when one of their agents does not listen.
 */
async function sendCommand(ssm, { ids, script, comment, timeout }) {
    const answer = await ssm.send(new SendCommandCommand({
        DocumentName: script.document,
        InstanceIds: [...ids],
        Comment: comment,
        // That is the time for delivery; the script has its own (Systems Manager API, SendCommand).
        TimeoutSeconds: deliveryTime / 1000,
        Parameters: {
            commands: [...script.lines],
            executionTimeout: [String(Math.min(longestScript, Math.ceil(timeout / 1000)))],
        },
        MaxConcurrency: '100%',
        MaxErrors: '100%',
    }));
    return answer.Command?.CommandId;
}
/**
 * What became of one command, or of all commands on one machine, the newest first. Nothing, for a moment, after a command
 * was sent.
 */
async function invocationsOf(ssm, which) {
    const found = [];
    let page;
    do {
        const question = { ...which, Details: true, ...(page && { NextToken: page }) };
        const answer = await ssm.send(new ListCommandInvocationsCommand(question));
        found.push(...(answer.CommandInvocations ?? []));
        page = answer.NextToken;
    } while (page);
    return found.map(describe).sort((one, other) => other.requestedAt - one.requestedAt);
}
/** The command with this comment that was sent since then, on whichever machine. */
async function findCommand(ssm, comment, since) {
    // In whole seconds, as the documentation writes them (Systems Manager API, CommandFilter).
    const value = new Date(since - 1000).toISOString().replace(/\.\d+Z$/, 'Z');
    let page;
    do {
        const question = { Filters: [{ key: 'InvokedAfter', value }], ...(page && { NextToken: page }) };
        const answer = await ssm.send(new ListCommandsCommand(question));
        const found = (answer.Commands ?? []).find(({ Comment }) => Comment === comment);
        if (found)
            return { commandId: found.CommandId ?? '', requestedAt: found.RequestedDateTime?.getTime() ?? since };
        page = answer.NextToken;
    } while (page);
    return undefined;
}
/** Those of these machines whose agents listen, and what they run. */
async function listening(ssm, ids) {
    const found = new Map();
    // Up to 100 values a filter, up to 50 machines an answer (Systems Manager API, DescribeInstanceInformation).
    for (let at = 0; at < ids.length; at += 50) {
        const Filters = [
            { Key: 'InstanceIds', Values: ids.slice(at, at + 50) },
            { Key: 'PingStatus', Values: ['Online'] },
        ];
        let page;
        do {
            const question = { Filters, MaxResults: 50, ...(page && { NextToken: page }) };
            const answer = await ssm.send(new DescribeInstanceInformationCommand(question));
            for (const { InstanceId = '', PlatformType } of answer.InstanceInformationList ?? []) {
                found.set(InstanceId, PlatformType === 'Windows' ? 'Windows' : 'Linux');
            }
            page = answer.NextToken;
        } while (page);
    }
    return found;
}
function describe(invocation) {
    const { CommandId = '', InstanceId = '', Comment = '', RequestedDateTime, CommandPlugins } = invocation;
    const state = stateOf(invocation);
    const detail = saidIn(CommandPlugins?.[0]?.Output ?? '') || invocation.StatusDetails;
    return {
        ...{ commandId: CommandId, machineId: InstanceId, comment: Comment, state },
        isTimedOut: invocation.Status === 'TimedOut',
        requestedAt: RequestedDateTime?.getTime() ?? 0,
        ...(state !== 'running' && detail !== undefined && { detail }),
    };
}
/**
 * The agent adds to what failed a title, and a line that tells the exit code and nothing of why (amazon-ssm-agent, iohandler.go and
 * runscript.go): that counts only where the script itself was silent.
 */
function saidIn(output) {
    const lines = (0,plain_text/* plainLines */.y)(output, Number.POSITIVE_INFINITY).filter((line) => !/^-+ERROR-+$/.test(line));
    const own = lines.filter((line) => !/^failed to run commands: /.test(line));
    return (own.length > 0 ? own : lines).slice(-mostLines).join('\n');
}
/** Systems Manager user guide, "Understanding command statuses". */
function stateOf({ Status, StatusDetails = '' }) {
    if (Status === 'Success')
        return 'passed';
    // Written with and without a space.
    if (/^(delivery ?timed ?out|undeliverable)$/i.test(StatusDetails))
        return 'undelivered';
    return Status === 'Failed' || Status === 'TimedOut' || Status === 'Cancelled' ? 'failed' : 'running';
}


/***/ }),

/***/ 3613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ chooseAlarms),
  t: () => (/* binding */ readAlarms)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(4225);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(3037);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/ListTagsForResourceCommand.js


class ListTagsForResourceCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ListTagsForResource", schemas_0/* ListTagsForResource$ */.Tzn) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/DescribeAlarmsCommand.js
var DescribeAlarmsCommand = __webpack_require__(2188);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/alarms.js


/** Which of these alarms are in ALARM (one with INSUFFICIENT_DATA is not), and which somebody has deleted, so that nothing watches them. */
async function readAlarms(aws, names) {
    const found = await describeByName(aws, names);
    const alarms = found.filter(({ isInAlarm }) => isInAlarm).map(({ name }) => name);
    const deletedAlarms = names.filter((name) => !found.some((alarm) => alarm.name === name));
    return { alarms, ...(deletedAlarms.length > 0 && { deletedAlarms }) };
}
/**
 * The names of the alarms to watch, found once, before anything is changed.
 * @throws {Failure} for a name that does not exist, for tags that no alarm has, and for one that is in ALARM already.
 */
async function chooseAlarms(aws, names, choice) {
    const named = await describeByName(aws, names);
    const missing = names.filter((name) => !named.some((alarm) => alarm.name === name));
    if (missing.length > 0) {
        throw new failure/* Failure */.HR(`There is no CloudWatch alarm ${quoted(missing)} in ${aws.region}. Check the name and the region, or leave it out of "alarms".`);
    }
    const alarms = new Map([...named, ...(await withTags(aws, choice.tags))].map((alarm) => [alarm.name, alarm]));
    const unwatched = unwatchedAmong([...alarms.values()], choice);
    return [...alarms.keys()].filter((name) => !unwatched.includes(name));
}
/** Those that would say nothing of the image. @throws {Failure} for one that is in ALARM already, unless that is accepted. */
function unwatchedAmong(alarms, choice) {
    const { acceptsAlarm, undoneSince, tell } = choice;
    const isUndone = ({ since }) => undoneSince !== undefined && since >= undoneSince;
    const found = alarms.filter((alarm) => alarm.isInAlarm || isUndone(alarm)).map(({ name }) => name);
    if (found.length === 0)
        return found;
    if (undoneSince !== undefined) {
        tell(`Not watching what may ring because of what is undone: ${found.join(', ')}`);
        return found;
    }
    if (!acceptsAlarm) {
        throw new failure/* Failure */.HR(`CloudWatch alarm ${quoted(found)} is in ALARM already, before anything was changed. ` +
            'See what is wrong first, or set accept-alarms: true to roll out without watching it.');
    }
    tell(`Not watching what is in ALARM already: ${found.join(', ')}`);
    return found;
}
/** A hundred names a call (CloudWatch API, DescribeAlarms). */
async function describeByName(aws, names) {
    const found = [];
    for (let at = 0; at < names.length; at += 100) {
        found.push(...(await describe(aws, { AlarmNames: names.slice(at, at + 100) })));
    }
    return found;
}
/** By CloudWatch itself, an alarm a call: a search by tags over all services would be a service, and a permission, more. */
async function withTags(aws, tags) {
    const wanted = Object.entries(tags);
    if (wanted.length === 0)
        return [];
    const found = [];
    for (const alarm of await describe(aws, {})) {
        const Tags = await tagsOf(aws, alarm);
        if (wanted.every(([key, value]) => Tags.some((tag) => tag.Key === key && tag.Value === value)))
            found.push(alarm);
    }
    if (found.length > 0)
        return found;
    const asked = wanted.map(([key, value]) => `${key}=${value}`).join(', ');
    throw new failure/* Failure */.HR(`No CloudWatch alarm in ${aws.region} has the tags ${asked} ("alarm-tags"). Tag one, or name some.`);
}
/** None of an alarm that somebody has deleted since it was listed. */
async function tagsOf({ cloudWatch }, { arn }) {
    try {
        const { Tags = [] } = await cloudWatch.send(new ListTagsForResourceCommand({ ResourceARN: arn }));
        return Tags;
    }
    catch (error) {
        if (error.name === 'ResourceNotFoundException')
            return [];
        throw error;
    }
}
async function describe({ cloudWatch }, which) {
    const found = [];
    let page;
    do {
        const question = { ...which, MaxRecords: 100, ...(page && { NextToken: page }) };
        const answer = await cloudWatch.send(new DescribeAlarmsCommand/* DescribeAlarmsCommand */.z({ ...question, AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] }));
        for (const alarm of [...(answer.MetricAlarms ?? []), ...(answer.CompositeAlarms ?? [])]) {
            const { AlarmName: name = '', AlarmArn: arn = '', StateValue, StateTransitionedTimestamp: since } = alarm;
            found.push({ name, arn, isInAlarm: StateValue === 'ALARM', since: since?.getTime() ?? 0 });
        }
        page = answer.NextToken;
    } while (page);
    return found;
}
function quoted(names) {
    return names.map((name) => `"${name}"`).join(', ');
}


/***/ }),

/***/ 4549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ Observer)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeLifecycleHooksCommand.js
var DescribeLifecycleHooksCommand = __webpack_require__(3871);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/launch-hook.js + 4 modules
var launch_hook = __webpack_require__(6298);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/scheduled-actions.js
var scheduled_actions = __webpack_require__(737);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/plan.js
var heart_plan = __webpack_require__(4450);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/waves.js
var waves = __webpack_require__(4383);
// EXTERNAL MODULE: ./build/bundle/src/rollout/instance-refresh/as-one-wave.js
var as_one_wave = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/bundle/src/rollout/instance-refresh/refresh.js + 3 modules
var refresh = __webpack_require__(6220);
// EXTERNAL MODULE: ./build/bundle/src/rollout/size/raise.js
var raise = __webpack_require__(4498);
// EXTERNAL MODULE: ./build/bundle/src/rollout/size/size.js
var size = __webpack_require__(1913);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/size/size-settings.js

/**
 * "At 2016-02-12T16:01:25Z a scheduled action update of AutoScalingGroup constraints to min: 1, max: 5, desired: 2 changing
 * the desired capacity from 3 to 2." (AWS re:Post Knowledge Center, "Why did my Auto Scaling group scale down?"). Several
 * such sentences may follow each other in one cause. Our launches and retirements are worded otherwise.
 */
const changing = /^At (\S+Z) (.*? changing the desired|.* was (?:at|de)tached in response to a user request, \w+ the) capacity from (\d+) to (\d+)/;
const setting = /^(a scheduled action\b|a user request (explicitly set group desired capacity|update of AutoScalingGroup constraints))/;
/** The changes of desired that led to activities, oldest first, each once. */
function changesIn(activities) {
    const oldestFirst = [...activities].reverse();
    const sentences = oldestFirst.flatMap(({ Cause = '' }) => Cause.split(/\s+(?=At \d{4}-\d\d-\d\dT)/));
    return [...new Set(sentences)]
        .flatMap((sentence) => {
        const [, time, who = '', from, to] = changing.exec(sentence) ?? [];
        const at = Date.parse(time ?? '');
        const [, max] = /\bmax: (\d+)/.exec(who) ?? [];
        const change = { at, isSet: setting.test(who), from: Number(from), to: Number(to) };
        return Number.isNaN(at) ? [] : [{ ...change, ...(max !== undefined && { max: Number(max) }) }];
    })
        .sort((one, other) => one.at - other.at);
}
/**
 * Who has made desired what it is.
 * @param since what was changed before that, in milliseconds since the epoch, says nothing.
 * @returns undefined while no activity tells.
 */
function lastChangeTo(desired, activities, since = Number.NEGATIVE_INFINITY) {
    const last = changesIn(activities).at(-1);
    // AWS tells the time of a change to the second.
    if (last?.to !== desired || last.at <= since - 1000)
        return undefined;
    return { by: last.isSet ? 'set' : 'scaled', at: last.at };
}
/**
 * Whether policies have left desired alone since a moment, in milliseconds since the epoch.
 * @param activities newest first; where they do not reach back so far, nobody knows.
 */
function isUnscaledSince(moment, activities) {
    const reachesBack = (activities.at(-1)?.StartTime?.getTime() ?? moment) < moment;
    return reachesBack && changesIn(activities).every(({ isSet, at }) => isSet || at < moment);
}
/**
 * What others have made of the size while our surge was out: the number that a scheduled action or a person has set, as
 * policies have changed it since, or what policies alone have made of it.
 * @returns undefined when there is nothing that the ledger does not know of; `unread` where policies have changed desired by
 * another number than it shows: a part of that has not led to anything yet, or what was read of desired is from before it.
 */
function sizeSetBy(activities, seen) {
    const { group, release } = seen;
    const { surge, baseline } = release;
    const since = surge?.settledAt;
    if (surge === undefined || since === undefined)
        return undefined;
    // What was changed after that led to activities after that.
    const later = activities.filter(({ StartTime }) => StartTime === undefined || StartTime.getTime() > since);
    const told = changesIn(later).filter((change) => change.at > since && !isByOurMax(change, surge));
    // AWS tells the time of a change to the second: what came due in that of the last one is a part of it.
    const due = dueIn(seen, told).filter(({ at }) => Math.floor(at / 1000) * 1000 > since);
    const changes = [...told, ...due].sort((one, other) => one.at - other.at);
    const raise = changes.find(({ isSet, to }) => isSet && to === surge.raise?.to);
    const set = lastNumber(changes, surge, raise);
    if (set === undefined)
        return byPolicies(changes, seen);
    const { at, to } = changes.at(-1) ?? { ...set, to: set.desired };
    const lost = (0,size/* hasOurMax */.lb)(seen) ? lostMax(changes, surge) : undefined;
    const max = lost ?? ((0,size/* hasOurMax */.lb)(seen) ? baseline.max : group.max);
    // What has become of a number that was set after our last change, others have made of it.
    const wanted = (0,size/* isSettledBefore */.VO)(surge, set.at) ? group.desired : set.desired;
    const desired = Math.max(group.min, Math.min(max, wanted));
    return { at, desired, desiredThen: to, ...(lost !== undefined && { max: lost }) };
}
/**
 * The number that was set last, as policies have changed it since. What we set for our surge is known by its number: had
 * that begun from another one than we thought, the other one was the size.
 */
function lastNumber(changes, { raise: ours }, raise) {
    let found;
    for (const change of changes) {
        const { at, isSet, from, to } = change;
        if (change === raise)
            found = from === ours?.from ? undefined : { at, desired: from };
        else if (isSet)
            found = { at, desired: to };
        else if (found)
            found = { ...found, desired: found.desired + to - from };
    }
    return found;
}
/**
 * The maximum that somebody has set right before we raised it, too late for us to see: it is gone with that, so that only the
 * cause of their change tells of it. A cause names the maximum that stands, even where nobody has set it just then.
 */
function lostMax(changes, { max, maxBefore, changedAt = 0 }) {
    const last = changes.findLast(({ at, isSet }) => isSet && at <= changedAt && changedAt - at <= size/* oldestRead */.AS);
    return last?.max === max || last?.max === maxBefore ? undefined : last?.max;
}
/**
 * Written over a larger one that somebody had set with the size a moment before, our maximum takes the size along: AWS tells of
 * that as of any other change of bounds.
 */
function isByOurMax({ at, isSet, from, to, max }, { max: ours, changedAt = 0 }) {
    return isSet && to < from && to === ours && max === ours && at <= changedAt && changedAt - at <= size/* oldestRead */.AS;
}
/**
 * Only once all of the change is theirs: a part of it may not have led to anything yet. What was launched since they left the
 * group at a number stands above that.
 */
function byPolicies(changes, seen) {
    const { group, release } = seen;
    const { from = 0, machines = 0 } = release.surge ?? {};
    const grown = changes.filter(({ isSet }) => !isSet).reduce((sum, change) => sum + change.to - change.from, 0);
    const last = changes.at(-1);
    if (!last || grown === 0)
        return undefined;
    if (grown !== group.desired - from - machines)
        return 'unread';
    return { at: last.at, desired: Math.min((0,size/* sizeOf */.$d)(seen), last.to), desiredThen: group.desired };
}
/**
 * A scheduled action that sets desired to what it is already leaves no activity, so its time must do. One that did not fit
 * the group's bounds, or came while such actions were suspended, has done nothing; nor has one whose number
 * was another one than that of the group then.
 */
function dueIn({ group, release, now }, told) {
    const { at, desired, isSkipped = false } = release.scheduled ?? { at: Number.POSITIVE_INFINITY, desired: 0 };
    const isDue = at <= now && !isSkipped && !group.suspended.includes('ScheduledActions');
    if (!isDue || desired < group.min || desired > group.max)
        return [];
    const then = told.find((change) => change.at > at)?.from ?? group.desired;
    const isKnown = release.surge !== undefined && (0,size/* isSettledBefore */.VO)(release.surge, at);
    if (isKnown && then !== desired)
        return [];
    return [{ at, isSet: true, from: desired, to: desired }];
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeScheduledActionsCommand.js
var DescribeScheduledActionsCommand = __webpack_require__(5521);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeScalingActivitiesCommand.js
var DescribeScalingActivitiesCommand = __webpack_require__(7645);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/scaling-activities.js

/** The last hundred activities of a group, or the hundred before a page (Auto Scaling API, DescribeScalingActivities). */
async function readActivities({ autoScaling }, group, page) {
    const order = { AutoScalingGroupName: group, MaxRecords: 100, ...(page !== undefined && { NextToken: page }) };
    const { Activities: activities = [], NextToken } = await autoScaling.send(new DescribeScalingActivitiesCommand/* DescribeScalingActivitiesCommand */.h(order));
    return { activities, ...(NextToken && { older: NextToken }) };
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/size/note-size.js
var note_size = __webpack_require__(9132);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/size/size-watch.js





/** How long the list of scheduled actions is taken for the present one, and how far ahead it looks. Milliseconds. */
const listLasts = 30_000;
const ahead = 24 * 3_600_000;
/** How many more pages of activities are read for what nobody has told yet: launches that fail again and again fill them. */
const mostPages = 10;
/** Watches who else changes the size while our surge is out. */
class SizeWatch {
    #autoScaling;
    #listedAt = Number.NEGATIVE_INFINITY;
    #scheduled = [];
    /** What was told before that has been read, and says nothing new. */
    #readUntil = Number.NEGATIVE_INFINITY;
    #desired = { number: 0, since: 0 };
    constructor({ autoScaling }) {
        this.#autoScaling = autoScaling;
    }
    async look(seen, page) {
        const { group, now } = seen;
        if (group.desired !== this.#desired.number)
            this.#desired = { number: group.desired, since: now };
        const told = await this.#sizeSet(seen, page);
        const size = told === 'unread' ? { isSizeUnread: true } : { ...(told && { sizeSet: told }) };
        const scheduled = mayBeOut(seen) ? await this.#next(group.name, now) : undefined;
        return { desiredSince: this.#desired.since, ...size, ...(scheduled && { scheduled }) };
    }
    /** Looks further back only for what happened before this run looked, or while desired is not as we have left it and nothing says why. */
    async #sizeSet(seen, { activities, older }) {
        const { group, release, now } = seen;
        const { surge } = release;
        let known = [...activities];
        let next = older;
        let found = sizeSetBy(known, seen);
        for (let pages = 0; pages < mostPages; pages++) {
            const oldest = known.at(-1)?.StartTime?.getTime() ?? 0;
            if (isKnown(found) || next === undefined || !surge || oldest <= (surge.settledAt ?? 0))
                break;
            if ((0,note_size/* isAsLeft */.EN)(surge, group.desired) && oldest <= this.#readUntil)
                break;
            const page = await readActivities({ autoScaling: this.#autoScaling }, group.name, next);
            known = [...known, ...page.activities];
            next = page.older;
            found = sizeSetBy(known, seen);
        }
        if (!isKnown(found))
            this.#readUntil = now - size/* oldestRead */.AS;
        return found;
    }
    /** The scheduled action that will set desired next. */
    async #next(group, now) {
        if (now - this.#listedAt >= listLasts) {
            this.#scheduled = await this.#list(group, now);
            this.#listedAt = now;
        }
        return this.#scheduled.find(({ at }) => at > now);
    }
    async #list(AutoScalingGroupName, now) {
        const span = { StartTime: new Date(now), EndTime: new Date(now + ahead), MaxRecords: 100 };
        const answer = await this.#autoScaling.send(new DescribeScheduledActionsCommand/* DescribeScheduledActionsCommand */.b({ AutoScalingGroupName, ...span }));
        return (answer.ScheduledUpdateGroupActions ?? [])
            .flatMap(({ StartTime, DesiredCapacity: desired }) => StartTime && desired !== undefined ? [{ at: StartTime.getTime(), desired }] : [])
            .sort((one, other) => one.at - other.at);
    }
}
function isKnown(told) {
    return told !== undefined && told !== 'unread';
}
/** Whether surge is out, or may be before the next look. */
function mayBeOut(seen) {
    const { surge } = seen.release;
    return surge !== undefined && (surge.launches !== undefined || seen.group.desired > (0,size/* sizeOf */.$d)(seen));
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/as-idle.js
var as_idle = __webpack_require__(8406);
// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/hold.js
var hold = __webpack_require__(8948);
// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/sides.js + 2 modules
var two_group_sides = __webpack_require__(6182);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/alarms.js + 1 modules
var group_alarms = __webpack_require__(3613);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/running-source.js
var running_source = __webpack_require__(4477);
// EXTERNAL MODULE: ./build/bundle/src/rollout/gate/run-command.js + 4 modules
var run_command = __webpack_require__(4245);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/fleet.js
var heart_fleet = __webpack_require__(1065);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/matching.js
var matching = __webpack_require__(6214);
// EXTERNAL MODULE: ./build/bundle/src/rollout/instance-refresh/refresh-status.js
var refresh_status = __webpack_require__(8172);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/furthest.js






/** So many machines may be lost while they are asked before the deadline goes on: reclaim after reclaim must not put it off for ever. */
const mostLost = 3;
/**
 * Only a new best counts: machines whose health comes and goes must not put the deadline off for ever. While the release command
 * runs, which has a time of its own, nothing else can get any further. A gate that is asked has its own time, too.
 */
function furthestOf(observation, best) {
    const { release, now, refresh } = observation;
    const whole = { ...observation, lastProgress: now };
    const fleet = (0,heart_fleet/* fleetOf */.aP)(whole);
    const steps = fleet.fresh.reduce((sum, machine) => sum + stepsOf(machine), 0);
    const phase = `${release.direction} ${release.wavesDone} ${release.command ?? ''} ${refresh?.status ?? ''}`;
    const isBack = refresh !== undefined && (0,refresh_status/* isGoingBack */.s)(refresh);
    const percent = isBack ? -refresh.percent : (refresh?.percent ?? 0);
    const seen = { phase, steps, stale: fleet.stale.length, percent, at: now };
    // What AWS takes back is not done before AWS says so, whatever the machines run.
    const isDone = (0,heart_fleet/* isComplete */.As)(whole, fleet) && !isBack;
    if (!best || observation.command === 'running' || isDone)
        return seen;
    const isBetter = best.phase !== phase || isFurther(seen, best);
    if (isBetter)
        return seen;
    if (isAwsWaiting(whole))
        return { ...best, at: now };
    const [asked] = fleet.fresh.filter(({ check }) => check?.state === 'running');
    return asked ? whileAsked(asked, observation, best) : best;
}
function isFurther(seen, best) {
    return seen.steps > best.steps || seen.stale < best.stale || seen.percent > best.percent;
}
/**
 * Whether AWS waits for a machine that it replaces to leave, or to be stopped for its new root volume: that takes as long as hooks
 * and draining do, and says nothing of the image. Each goes but once, so it puts no deadline off for ever.
 */
function isAwsWaiting({ machines, release, refresh }) {
    if (!refresh || !(0,refresh_status/* isActive */.$)(refresh))
        return false;
    const other = release.direction === 'forward' ? release.from : release.to;
    const isOut = ({ stage }) => stage === 'leaving' || (stage === 'starting' && release.plan.strategy === 'replace-root-volume');
    return machines.some((machine) => isOut(machine) && (!(0,matching/* runs */.Np)(machine, (0,waves/* goalOf */.ZZ)(release)) || (0,matching/* runs */.Np)(machine, other)));
}
/**
 * For as long as one answer may take, and no longer: agents that take no command must not put the deadline off for ever. A machine
 * that comes in the place of one that was lost has as long as that one.
 */
function whileAsked({ id }, { release, now, machines }, best) {
    const { gate } = release.plan;
    const { asked = { id, since: now, before: 0 } } = best;
    const isLost = asked.before < mostLost && !(0,running_source/* liveAmong */.x)(machines).some((machine) => machine.id === asked.id);
    const current = isLost ? { id, since: now, before: asked.before + 1 } : asked;
    const isInTime = gate.kind !== 'none' && now - current.since <= (0,run_command/* answersWithin */.xZ)(gate.timeout);
    return { ...best, asked: current, ...(isInTime && { at: now }) };
}
/** A machine passes its gate first, then it becomes healthy. */
function stepsOf({ healthy, check }) {
    if (healthy)
        return 2;
    return check?.state === 'passed' ? 1 : 0;
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeAutoScalingGroupsCommand.js
var DescribeAutoScalingGroupsCommand = __webpack_require__(3509);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/traffic.js
var traffic = __webpack_require__(5875);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/describe-group.js

function pointerOf({ LaunchTemplate, MixedInstancesPolicy: policy, LaunchConfigurationName, }) {
    if (LaunchConfigurationName)
        return { template: { id: LaunchConfigurationName, version: '0' } };
    const { LaunchTemplateId: id = '', Version: version = '$Default' } = LaunchTemplate ?? policy?.LaunchTemplate?.LaunchTemplateSpecification ?? {};
    return { template: { id, version }, ...(policy && { policy }) };
}
/** The templates and images that a pointer names, the group's own first. */
function launchedBy({ template: { id, version }, policy }) {
    const own = { templateId: id, version };
    const overrides = policy?.LaunchTemplate?.Overrides ?? [];
    const others = overrides.flatMap(({ LaunchTemplateSpecification: specification, ImageId: imageId }) => {
        if (!specification && imageId === undefined)
            return [];
        const { LaunchTemplateId: templateId = '', Version: number = '$Default' } = specification ?? {};
        return { ...(specification ? { templateId, version: number } : own), ...(imageId !== undefined && { imageId }) };
    });
    return [own, ...others];
}
/** Whether a version is no number, but `$Latest` or `$Default`. */
function isFollowing(pointer) {
    return launchedBy(pointer).some(({ version }) => !/^\d+$/.test(version));
}
/** A group's settings, from AWS's answer. */
function describeGroup(found) {
    const pointer = pointerOf(found);
    const { DesiredCapacityType: countsIn = 'units' } = found;
    const stack = found.Tags?.find(({ Key }) => Key === 'aws:cloudformation:stack-name')?.Value;
    return {
        name: found.AutoScalingGroupName ?? '',
        desired: found.DesiredCapacity ?? 0,
        min: found.MinSize ?? 0,
        max: found.MaxSize ?? 0,
        ...(countsIn !== 'units' && { countsIn }),
        ...pointer,
        launches: launchedBy(pointer),
        isFollowing: isFollowing(pointer),
        zones: found.AvailabilityZones ?? [],
        trafficSources: (0,traffic/* trafficSourcesOf */.f5)(found),
        healthChecks: (found.HealthCheckType ?? 'EC2').split(','),
        gracePeriod: 1000 * (found.HealthCheckGracePeriod ?? 0),
        suspended: (found.SuspendedProcesses ?? []).map(({ ProcessName = '' }) => ProcessName),
        ...(found.WarmPoolConfiguration?.InstanceReusePolicy?.ReuseOnScaleIn === true && { reuses: true }),
        ...(found.NewInstancesProtectedFromScaleIn === true && { protectsNew: true }),
        ...(stack !== undefined && { stack }),
    };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstancesCommand.js
var DescribeInstancesCommand = __webpack_require__(1490);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/act.js + 6 modules
var act = __webpack_require__(5601);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/machine-facts.js


/** How many ids one filter of a call names: that many values it may have (EC2 API, DescribeInstances). */
const idsAtOnce = 200;
/** What EC2 says of machines, each asked about only once: what never changes, and whether a kept one runs. */
class MachineFacts {
    #ec2;
    #images = new Map();
    #kept = new Map();
    constructor({ ec2 }) {
        this.#ec2 = ec2;
    }
    /** The image that a machine runs; empty while EC2 does not know the machine. */
    imageOf(id) {
        return this.#images.get(id) ?? '';
    }
    /** Whether we have put a machine in standby ourselves, as its tag says, and whether it ran when that was read. */
    keptOf(id) {
        const kept = this.#kept.get(id);
        return kept ? { isKept: true, ...(!kept.isRunning && { isStopped: true }) } : {};
    }
    /** Reads the image of machines not seen before, from the group's answer where it carries it, else from EC2. */
    async learnImages(instances) {
        // Where the group's answer carries it, it is the present root volume's, which a refresh may replace.
        for (const { InstanceId, ImageId } of instances)
            if (InstanceId && ImageId)
                this.#images.set(InstanceId, ImageId);
        const ids = instances.map(({ InstanceId = '' }) => InstanceId).filter((id) => !this.#images.has(id));
        for (const { InstanceId = '', ImageId = '' } of await this.#describe(ids))
            this.#images.set(InstanceId, ImageId);
    }
    async learnKept(ids) {
        const unknown = ids.filter((id) => !this.#kept.has(id));
        const tagged = { Name: 'tag-key', Values: [act/* keptTag */.z2] };
        for (const { InstanceId = '', State } of await this.#describe(unknown, tagged)) {
            this.#kept.set(InstanceId, { isRunning: State?.Name === 'running' });
        }
    }
    /**
     * By filter, not by id: one id that EC2 does not know yet would fail the whole call (EC2 API, DescribeInstances). All at
     * once: the connection paces them.
     */
    async #describe(ids, ...filters) {
        const calls = [];
        for (let at = 0; at < ids.length; at += idsAtOnce) {
            const Filters = [{ Name: 'instance-id', Values: ids.slice(at, at + idsAtOnce) }, ...filters];
            const call = this.#ec2.send(new DescribeInstancesCommand/* DescribeInstancesCommand */.b({ Filters }));
            calls.push(call.then(({ Reservations = [] }) => Reservations.flatMap(({ Instances = [] }) => Instances)));
        }
        return (await Promise.all(calls)).flat();
    }
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/group/warm-pool.js + 1 modules
var warm_pool = __webpack_require__(5418);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/group-look.js






/** Looks at groups and their machines: what each runs, how far it is, and whether it is healthy wherever that counts. */
class GroupLook {
    #aws;
    #records;
    #facts;
    constructor(aws, records) {
        this.#aws = aws;
        this.#records = records;
        this.#facts = new MachineFacts(aws);
    }
    /**
     * One look at a group.
     * @throws {Failure} when there is no such group.
     */
    async look(name) {
        const answer = await this.#aws.autoScaling.send(new DescribeAutoScalingGroupsCommand/* DescribeAutoScalingGroupsCommand */.N({ AutoScalingGroupNames: [name] }));
        const found = answer.AutoScalingGroups?.[0];
        if (!found)
            throw new failure/* Failure */.HR(`There is no Auto Scaling group "${name}" in ${this.#aws.region}. Check the name and the region.`);
        const group = describeGroup(found);
        const [machines, warm] = await Promise.all([
            this.#machines(found.Instances ?? [], group.trafficSources),
            found.WarmPoolConfiguration && this.#warm(name),
        ]);
        // What the group has taken from its pool serves, or is about to, though a late read may show it there still.
        const taken = new Set(machines.map(({ id }) => id));
        return { group, machines, ...(warm && { warm: warm.filter(({ id }) => !taken.has(id)) }) };
    }
    async #machines(instances, sources) {
        const aside = instances.filter(({ LifecycleState = '' }) => stageOf(LifecycleState) === 'aside');
        const [healths] = await Promise.all([
            (0,traffic/* readHealth */.L8)(this.#aws, sources),
            this.#facts.learnImages(instances),
            this.#facts.learnKept(aside.map(({ InstanceId = '' }) => InstanceId)),
        ]);
        const senders = (0,traffic/* sendersAmong */.ZT)(healths);
        return instances.map((instance) => this.#machine(instance, healths, senders));
    }
    #machine(instance, healths, senders) {
        const { id, zone, templateId, version, imageId } = this.#identify(instance);
        const { LifecycleState: state = '' } = instance;
        const stage = this.#records.isRetired(id) ? 'leaving' : stageOf(state);
        const trouble = troubleOf(instance, healths);
        const healthy = stage === 'in-service' && trouble === undefined;
        const { healthySince, unhealthySince, hasServed } = this.#records.note(id, { stage, healthy, imageId });
        const units = instance.WeightedCapacity === undefined ? undefined : Number(instance.WeightedCapacity);
        const isProtected = instance.ProtectedFromScaleIn === true;
        const known = { id, zone, templateId, version, imageId, stage, healthy, healthySince, unhealthySince, hasServed };
        // Most end here, with the one literal above: of ten thousand, parts put together cost several times as much.
        if (healthy && units === undefined && !isProtected)
            return known;
        return {
            ...known,
            ...(units !== undefined && { units }),
            ...(isProtected && { isProtected }),
            ...(trouble !== undefined && { trouble }),
            ...(stage === 'in-service' && !healthy && (0,traffic/* getsRequests */._R)(senders, id) && { stillServes: true }),
            ...(stage === 'in-service' && !healthy && (0,traffic/* getsRequests */._R)(healths, id) && { seemsWell: true }),
            ...(state === 'Pending:Proceed' && { isReleased: true }),
            ...(stage === 'aside' && this.#facts.keptOf(id)),
            ...((state === 'EnteringStandby' || (stage === 'leaving' && stillRuns(state, healths, id))) && {
                isDraining: true,
            }),
        };
    }
    async #warm(group) {
        const instances = await (0,warm_pool/* readWarmPool */.E2)(this.#aws, group);
        await this.#facts.learnImages(instances);
        return instances.map((instance) => ({
            ...this.#identify(instance),
            stage: (0,warm_pool/* warmStageOf */.j6)(instance.LifecycleState ?? ''),
            healthy: false,
            healthySince: undefined,
            unhealthySince: undefined,
            hasServed: false,
        }));
    }
    #identify({ InstanceId: id = '', AvailabilityZone: zone = '', LaunchTemplate: template, ...instance }) {
        return {
            id,
            zone,
            templateId: template?.LaunchTemplateId ?? instance.LaunchConfigurationName ?? '',
            version: Number(template?.Version ?? 0),
            imageId: this.#facts.imageOf(id),
        };
    }
}
/** A machine that leaves runs until no load balancer knows it any more, nor any hook holds it (Auto Scaling user guide, "Instance lifecycle"). */
function stillRuns(state, healths, id) {
    return state === 'Terminating:Wait' || healths.some((health) => health.has(id));
}
/** Why a machine cannot be called healthy, in AWS's words; undefined when nothing speaks against it. */
function troubleOf({ InstanceId = '', HealthStatus, LifecycleState }, healths) {
    if (HealthStatus !== 'Healthy')
        return `${HealthStatus} to its group`;
    const trouble = (0,traffic/* troubleIn */.Hg)(healths, InstanceId);
    return trouble && LifecycleState !== 'InService' ? `${LifecycleState}, ${trouble}` : trouble;
}
/** Auto Scaling user guide, "Amazon EC2 Auto Scaling instance lifecycle". States not known yet count as aside. */
function stageOf(state) {
    if (state === 'InService')
        return 'in-service';
    if (state === 'Pending:Wait')
        return 'waiting';
    // While its root volume is replaced a machine keeps its place, and starts anew.
    if (/^(Pending|ReplacingRootVolume|RootVolumeReplaced)/.test(state))
        return 'starting';
    if (/^(Terminat|Detach)/.test(state))
        return 'leaving';
    return 'aside';
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/health-record.js
/** A machine's record after one more look. With another image on its root volume it is another machine. */
function recordOf(before, { now, ...sight }) {
    const { stage, healthy, imageId } = sight;
    const isOther = before && before.imageId !== '' && imageId !== '' && before.imageId !== imageId;
    if (!before || isOther) {
        const isNew = isOther || stage === 'starting' || stage === 'waiting';
        return { ...sight, since: now, hasServed: healthy, ...(isNew && { launchedAt: now }) };
    }
    const known = withoutWait(before, now);
    if (known.healthy === healthy && known.stage === stage && known.imageId === imageId)
        return known;
    // Out of standby it starts anew; so does one that has served, each time that it is put somewhere else.
    const isBooting = !known.hasServed && known.stage !== 'aside';
    const isSame = known.healthy === healthy && (healthy || isBooting || known.stage === stage);
    const boot = healthy && !known.hasServed && known.launchedAt !== undefined ? now - known.launchedAt : known.boot;
    return {
        ...known,
        ...sight,
        since: isSame ? known.since : now,
        hasServed: known.hasServed || healthy,
        ...(boot !== undefined && { boot }),
    };
}
/** What a machine waits for us is no time that it takes to boot. */
function withoutWait(record, now) {
    const { heldSince, ...known } = record;
    return heldSince === undefined ? record : { ...known, since: known.since + now - heldSince };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/health-records.js


/** Since when machines are as they are: AWS does not keep that. */
class HealthRecords {
    #clock;
    #records = new Map();
    /** When, in milliseconds since the epoch. */
    #retired = new Map();
    /** When these were last seen on their way into service. */
    #starting = new Map();
    constructor(clock) {
        this.#clock = clock;
    }
    /** Notes how a machine is now, and tells since when it is so. */
    note(id, sight) {
        const { healthy } = sight;
        const record = recordOf(this.#records.get(id), { ...sight, now: this.#clock.now() });
        this.#records.set(id, record);
        if (record.stage === 'starting' || record.stage === 'waiting')
            this.#starting.set(id, this.#clock.now());
        else
            this.#starting.delete(id);
        return {
            healthySince: healthy ? record.since : undefined,
            unhealthySince: healthy ? undefined : record.since,
            hasServed: record.hasServed,
        };
    }
    /** AWS has been told to end these, and has agreed: a late read may still show them in service. */
    retire(ids) {
        const now = this.#clock.now();
        for (const id of ids)
            this.#retired.set(id, now);
    }
    /** Whether a machine is on its way out, whatever was read of it. Later it may be back: warm pools can take machines again. */
    isRetired(id) {
        const at = this.#retired.get(id);
        return at !== undefined && this.#clock.now() - at < size/* oldestRead */.AS;
    }
    /** Whether some were on their way into service a moment ago and are not among these: a read may be late, and lack them. */
    lacksStarting(machines) {
        const now = this.#clock.now();
        const seen = new Set(machines.map(({ id }) => id));
        return [...this.#starting].some(([id, at]) => !seen.has(id) && now - at < size/* oldestRead */.AS);
    }
    /** What is seen of these machines is that they wait for us, until they are seen the next time. */
    hold(ids) {
        const heldSince = this.#clock.now();
        for (const id of ids) {
            const record = this.#records.get(id);
            if (record)
                this.#records.set(id, { ...record, heldSince });
        }
    }
    /** How long the machines that were launched meanwhile took to become healthy; nothing where that was not seen. */
    boots() {
        const times = [...this.#records.values()].flatMap(({ boot }) => (boot === undefined ? [] : [boot]));
        if (times.length === 0)
            return {};
        times.sort((one, other) => one - other);
        const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
        return { boots: { median: at(0.5), p99: at(0.99), machines: times.length } };
    }
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/group/setbacks.js
var setbacks = __webpack_require__(3160);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/hindrance.js

/**
 * What keeps AWS from launching machines, or from sending them requests, as far as it says it: suspended processes, else the
 * newest launch since the release began, if that has failed; else where our own last call got none, which leaves no activity.
 * For words alone: it says nothing of the image.
 * @param activities the group's, newest first
 */
function hindranceIn({ group, release }, activities) {
    const needed = ['Launch', ...(group.trafficSources.length > 0 ? ['AddToLoadBalancer'] : [])];
    const missing = needed.filter((process) => group.suspended.includes(process));
    if (missing.length > 0)
        return `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} suspended.`;
    const newest = activities.find(setbacks/* isLaunch */.sW);
    const isOfRelease = (newest?.StartTime?.getTime() ?? 0) >= release.startedAt;
    if (!newest || !isOfRelease || !(0,setbacks/* isFailedLaunch */.p9)(newest))
        return lackOf(release.surge?.short);
    const { StatusMessage = 'AWS does not say why' } = newest;
    return `${(0,setbacks/* launchOf */.v4)(newest)} failed: ${StatusMessage.replace(/\.?$/, '.')}`;
}
function lackOf(zones = []) {
    return zones.length > 0 ? `AWS lacks machines in ${zones.join(', ')}.` : undefined;
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/group/other-locks.js
var other_locks = __webpack_require__(5733);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/standstill.js
var group_standstill = __webpack_require__(1014);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/observe.js

























/** How often it is asked whether somebody has AWS's own engine at work. Milliseconds. */
const refreshInterval = 60_000;
/** A machine that was healthy has at least so long to become healthy again. Milliseconds. */
const shortestRelapse = 30_000;
/**
 * Reads AWS and remembers only what AWS does not keep: since when a machine is healthy, which image a machine runs, and
 * when the rollout last got further. A new runner starts these waits again.
 */
class Observer {
    /** Whom our hook has let go into the warm pool. */
    warmGate;
    #aws;
    #clock;
    #groups;
    #records;
    #setbacks;
    #sizes;
    #relapse;
    /** Since when the minimum that we have pinned is another one. */
    #pinBrokenAt;
    /** Since when the rule of two groups is gone, or forwards no more. */
    #withoutRuleSince;
    #furthest;
    /** When it was last asked whether AWS's own engine is at work; undefined where AWS has refused a change since. */
    #askedForRefresh;
    constructor(aws, clock) {
        this.#aws = aws;
        this.#clock = clock;
        this.warmGate = new warm_pool/* WarmGate */.xb(clock);
        this.#records = new HealthRecords(clock);
        this.#groups = new GroupLook(aws, this.#records);
        this.#setbacks = new setbacks/* SetbackWatch */.T4(aws, clock);
        this.#sizes = new SizeWatch(aws);
    }
    /** One look at everything that a decision needs. */
    async observe(claimed, ledger, gatekeeper) {
        const isForward = claimed.direction === 'forward';
        // Before the group, so that no change is known whose effect is not seen.
        const lookedAt = this.#clock.now();
        const isTelling = isForward || claimed.surge !== undefined;
        const page = isTelling ? await readActivities(this.#aws, claimed.group) : { activities: [] };
        const [whole, otherRefresh, alarms] = await Promise.all([
            this.observeGroup(claimed, ledger, gatekeeper),
            this.#otherRefresh(claimed),
            isForward && claimed.plan.alarms.length > 0 ? (0,group_alarms/* readAlarms */.t)(this.#aws, claimed.plan.alarms) : { alarms: [] },
        ]);
        const { group, release } = whole;
        const relapse = await this.#relapseTime(group.trafficSources);
        const setbacks = isForward ? await this.#setbacks.look(release, whole.machines, page.activities) : [];
        // What is added to no load balancer says nothing by its silence.
        const { bootAllowance = release.plan.progressDeadline } = (0,traffic/* addsNoTargets */.Ck)(group) ? {} : release.plan;
        const inspected = await gatekeeper.inspect(release, whole.machines);
        this.#records.hold(heldIn(release, inspected.machines));
        const observation = {
            ...whole,
            ...inspected,
            ...otherRefresh,
            areReturning: (0,warm_pool/* areReturning */.zF)(whole),
            lacksStarting: this.#records.lacksStarting([...whole.machines, ...(whole.pair?.blue.machines ?? [])]),
            now: this.#clock.now(),
            setbacks,
            ...alarms,
            patience: { boot: bootAllowance + relapse, relapse },
            ...(await this.#sizes.look({ group, release, now: lookedAt }, page)),
        };
        this.#furthest = furthestOf(observation.pair ? (0,as_idle/* asIdle */.v)(observation) : (0,as_one_wave/* asOneWave */.q)(observation), this.#furthest);
        return this.#overdue({ ...observation, lastProgress: this.#furthest.at }, isTelling ? page.activities : undefined);
    }
    /** What is asked only once a rollout has got no further for as long as it may: why, as far as anything says it. */
    async #overdue(seen, told) {
        const { now, lastProgress, release } = seen;
        const inOtherHands = (0,group_standstill/* otherEngine */.t)(seen);
        if (inOtherHands)
            return { ...seen, standstill: inOtherHands };
        if (now - lastProgress < release.plan.progressDeadline)
            return seen;
        const activities = told ?? (await readActivities(this.#aws, release.group)).activities;
        const [hindrance, standstill] = [hindranceIn(seen, activities), (0,group_standstill/* standstillOf */.a)(seen)];
        return { ...seen, ...(hindrance !== undefined && { hindrance }), ...(standstill && { standstill }) };
    }
    /** One look at what a rollout has changed, for whoever only puts that back: nothing is asked that speaks for or against the image. */
    async observeGroup(claimed, ledger, gatekeeper) {
        const lookedAt = this.#clock.now();
        const [{ release = claimed, superseded, isAnew }, view, hook, refreshes, pair] = await Promise.all([
            ledger.follow(claimed.number),
            this.look(claimed.group),
            (0,waves/* holdsMachines */.Nh)(claimed) ? this.#hook(claimed.group) : undefined,
            (0,heart_plan/* isRefresh */.y)(claimed.plan.strategy) ? (0,refresh/* findRefreshes */.vJ)(this.#aws, claimed) : {},
            claimed.sides && this.#pair(claimed.sides),
        ]);
        const now = this.#clock.now();
        const missed = areMissed(release, view.group) ? await (0,scheduled_actions/* missedUntil */.wR)(this.#aws, { ...view, release, now }) : undefined;
        const seen = { group: view.group, release, now: lookedAt };
        return {
            now,
            lookedAt,
            group: { ...view.group, ...(hook && { hook }) },
            size: (0,size/* sizeOf */.$d)(seen),
            isMaxOurs: (0,size/* hasOurMax */.lb)(seen),
            launchesByName: (0,raise/* launchesByName */.WA)(view, release),
            machines: gatekeeper.recall(view.machines),
            ...(view.warm && { warm: this.warmGate.inspect(view.warm) }),
            setbacks: [],
            alarms: [],
            patience: { boot: 0, relapse: 0 },
            ...refreshes,
            ...(pair && { pair }),
            ...(missed && { missed }),
            release,
            superseded,
            ...(isAnew && { wasDeleted: isAnew }),
            lastProgress: now,
        };
    }
    /**
     * One look at the group alone.
     * @throws {Failure} when there is no such group.
     */
    look(name) {
        return this.#groups.look(name);
    }
    /** AWS has refused a change: the next look asks whether somebody has its own engine at work. */
    refuse() {
        this.#askedForRefresh = undefined;
    }
    /** These are on their way out from now on, whatever is read of them: AWS has agreed to end them. */
    retire(ids) {
        this.#records.retire(ids);
    }
    /** How long the machines that were launched meanwhile took to become healthy; nothing where that was not seen. */
    boots() {
        return this.#records.boots();
    }
    /** Somebody's refresh in the middle of a loop of ours: asked for once a minute, and once AWS has refused a change. */
    async #otherRefresh({ plan, group }) {
        const now = this.#clock.now();
        const isDue = now - (this.#askedForRefresh ?? 0) >= refreshInterval;
        if ((0,heart_plan/* isRefresh */.y)(plan.strategy) || !isDue)
            return {};
        const otherRefresh = await (0,other_locks/* refreshUnderWay */.f)(this.#aws, group);
        // As long as there is one, each look sees it.
        this.#askedForRefresh = otherRefresh ? undefined : now;
        return otherRefresh ? { otherRefresh } : {};
    }
    /** The other group of two, and how requests are shared out. */
    async #pair(sides) {
        const [blue, found] = await Promise.all([this.look(sides.blue.group), (0,two_group_sides/* findWeights */.Dc)(this.#aws, sides)]);
        const now = this.#clock.now();
        this.#withoutRuleSince = found ? undefined : (this.#withoutRuleSince ?? now);
        const weights = found ?? { blue: undefined, green: undefined };
        if (!found)
            return { sides, blue, weights, withoutRuleSince: this.#withoutRuleSince ?? now };
        const { name, desired } = blue.group;
        const since = (0,hold/* pinBrokenSince */.RC)(sides, blue.group, now);
        if (since === undefined) {
            this.#pinBrokenAt = undefined;
            return { sides, blue, weights };
        }
        this.#pinBrokenAt ??= now;
        const { activities } = await readActivities(this.#aws, name);
        const isYetToBeTold = now - this.#pinBrokenAt < size/* oldestRead */.AS;
        const told = lastChangeTo(desired, activities, since);
        if (told?.by !== 'set')
            return { sides, blue, weights, madeSmaller: told?.by ?? (isYetToBeTold ? 'unknown' : 'scaled') };
        const green = await readActivities(this.#aws, sides.green.group);
        const isLastWord = isUnscaledSince(told.at, green.activities);
        return { sides, blue, weights, madeSmaller: 'set', ...(isLastWord && { isLastWord }) };
    }
    /** Our launch hook: what becomes of a machine that nobody lets go. */
    async #hook(group) {
        const answer = await this.#aws.autoScaling.send(new DescribeLifecycleHooksCommand/* DescribeLifecycleHooksCommand */.T({ AutoScalingGroupName: group, LifecycleHookNames: [launch_hook/* hookName */.FE] }));
        const hook = answer.LifecycleHooks?.[0];
        if (!hook)
            return undefined;
        return hook.DefaultResult === 'CONTINUE' ? 'CONTINUE' : 'ABANDON';
    }
    /** How long the slowest load balancer takes to notice a change of health; read once. Milliseconds. */
    async #relapseTime(sources) {
        this.#relapse ??= Math.max(shortestRelapse, 2 * (await (0,traffic/* longestCheckInterval */.gk)(this.#aws, sources)));
        return this.#relapse;
    }
}
/** Who waits for us in our hook: for the gate, the release command, or to be let go. Whose agent does not listen yet, still boots. */
function heldIn(release, machines) {
    if (!(0,waves/* holdsMachines */.Nh)(release))
        return [];
    const held = machines.filter(({ stage, isReleased, check }) => stage === 'waiting' && !isReleased && check?.state !== 'unreachable');
    return held.map(({ id }) => id);
}
/** Whether the group's scheduled actions are skipped because of us. */
function areMissed({ suspended }, group) {
    return suspended.includes('ScheduledActions') && group.suspended.includes('ScheduledActions');
}


/***/ }),

/***/ 5733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ requireNoOtherLock),
/* harmony export */   f: () => (/* binding */ refreshUnderWay)
/* harmony export */ });
/* harmony import */ var _platform_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5588);
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5840);
/* harmony import */ var _platform_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9288);
/* harmony import */ var _instance_refresh_refresh_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6220);




/**
 * Whoever else is changing the group right now counts as a lock: an instance refresh, an update of its CloudFormation
 * stack, a deployment by CodeDeploy. What may not or cannot be asked is told of in a line: nobody has to grant it, a runner may
 * reach no service but those that a rollout needs, and what is left half done is not to wait for one that is down.
 * @param own the release that is gone on with: the refresh that it has started is nobody else's.
 * @throws {Failure} that names it, before anything is changed.
 */
async function requireNoOtherLock(aws, group, tell, own) {
    const locks = await Promise.all([
        unlessUnknown('instance refreshes', () => otherRefresh(aws, group.name, own), tell),
        unlessUnknown('its CloudFormation stack', () => stackUpdate(aws, group.stack), tell),
        unlessUnknown('deployments by CodeDeploy', () => codeDeployment(aws, group.name), tell),
    ]);
    const found = locks.filter((lock) => lock !== undefined);
    if (found.length === 0)
        return;
    throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`Group "${group.name}" is being changed by somebody else: ${found.join('; ')}. Wait for that to end, then run this again.`);
}
async function unlessUnknown(what, ask, tell) {
    try {
        return await ask();
    }
    catch (error) {
        if (!isDenied(error) && !isOutOfReach(error))
            throw error;
        tell(`Whether ${what} would get in the way is not known: ${(0,_platform_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .briefly */ .m_)(error)}`);
        return undefined;
    }
}
function isDenied(error) {
    const { name = '', $metadata } = error;
    return /AccessDenied|Unauthorized|NotAuthorized/.test(name) || $metadata?.httpStatusCode === 403;
}
function isOutOfReach(error) {
    return (0,_platform_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .failureKind */ .zU)(error) === 'unavailable' && error.name !== 'Cancelled';
}
/** A refresh that is under way in a group; none where nobody may ask, which was told of before anything was changed. */
async function refreshUnderWay(aws, group) {
    return (0,_instance_refresh_refresh_js__WEBPACK_IMPORTED_MODULE_3__/* .activeRefresh */ .Sx)(aws, group).catch((error) => {
        if (!isDenied(error))
            throw error;
        return undefined;
    });
}
async function otherRefresh(aws, group, own) {
    const active = await (0,_instance_refresh_refresh_js__WEBPACK_IMPORTED_MODULE_3__/* .activeRefresh */ .Sx)(aws, group);
    const isOurs = active && own && (await (0,_instance_refresh_refresh_js__WEBPACK_IMPORTED_MODULE_3__/* .findRefresh */ .LL)(aws, own))?.id === active.id;
    return active && !isOurs ? `instance refresh ${active.id} is ${active.status}` : undefined;
}
/** What has become of a group's stack; a nested one is set back with the outermost, which is at it before and after (CloudFormation user guide, "Nested stacks"). */
async function stackUpdate(aws, name) {
    const own = name === undefined ? undefined : await findStack(aws, name);
    const what = `its CloudFormation stack "${name}"`;
    if (isUnderWay(own))
        return `${what} is ${own?.StackStatus}`;
    const outermost = own?.RootId === undefined ? undefined : await findStack(aws, own.RootId);
    return isUnderWay(outermost)
        ? `${what} is nested in "${outermost?.StackName}", which is ${outermost?.StackStatus}`
        : undefined;
}
/** A group that was retained keeps the tags of a stack that is gone (CloudFormation user guide, "DeletionPolicy attribute"). */
async function findStack(aws, StackName) {
    const { DescribeStacksCommand } = await Promise.all(/* import() */[__webpack_require__.e(6719), __webpack_require__.e(3412)]).then(__webpack_require__.bind(__webpack_require__, 3412));
    const client = await aws.cloudFormation();
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName })).catch((error) => {
        if (error.name === 'ValidationError' && error.message.includes('does not exist'))
            return { Stacks: [] };
        throw error;
    });
    return Stacks[0];
}
/** A clean-up after an update no longer touches the group (CloudFormation user guide, "Stack status codes"). */
function isUnderWay(stack) {
    const status = stack?.StackStatus ?? '';
    return status.endsWith('_IN_PROGRESS') && !/CLEANUP|^REVIEW/.test(status);
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

/***/ 3147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ remarksOn)
/* harmony export */ });
/* harmony import */ var _heart_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4450);

function remarksOn({ group, machines }, strategy) {
    const standby = machines.filter(({ stage, isKept }) => stage === 'aside' && !isKept).map(({ id }) => id);
    const notes = standby.length > 0 ? [`Left alone, for somebody has put them in standby: ${standby.join(', ')}`] : [];
    return { notes, warnings: isBlind(group) ? [blindness(group, strategy)] : [] };
}
/** The group is behind a load balancer, and does not listen to it (Auto Scaling user guide, "Health checks"). */
function isBlind({ trafficSources, healthChecks }) {
    return trafficSources.length > 0 && healthChecks.every((check) => check === 'EC2' || check === 'EBS');
}
function blindness({ name, healthChecks, trafficSources }, strategy) {
    const isLattice = trafficSources.every(({ type }) => type === 'vpc-lattice');
    return (`Group "${name}" has health check type ${healthChecks.join(',')}, though it is behind a load balancer: a machine that runs ` +
        `but no longer answers is never replaced. ${whoAsks(strategy)} Set the type to ` +
        `${isLattice ? 'VPC_LATTICE' : 'ELB'} for the time after it.`);
}
/** No refresh begins in such a group, but one that has begun may be carried on in it. */
function whoAsks(strategy) {
    return (0,_heart_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefresh */ .y)(strategy)
        ? "Nor does AWS's own engine, which carries this rollout out, ask the load balancer: it counts new machines that get no requests."
        : 'This rollout asks the load balancer all the same.';
}


/***/ }),

/***/ 1535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ isFull)
/* harmony export */ });
/* harmony import */ var _heart_fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1065);

/**
 * Whether a rollout waits for nothing but room: all that is there is well, the plan does not raise the group's maximum for
 * surge, which leaves none, and no machine may be missing.
 */
function isFull(observation) {
    const { group, release } = observation;
    const fleet = (0,_heart_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .fleetOf */ .aP)(observation);
    const { allowance, fresh, ready, stale } = fleet;
    const isAllThere = release.surge?.launches === undefined && (0,_heart_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)([...fresh, ...stale]) >= group.desired;
    const isSpare = release.plan.raiseMax || allowance.surge + allowance.unavailable > 0;
    return !isSpare && isAllThere && ready.length === fresh.length && stale.length > 0 && !(0,_heart_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .isComplete */ .As)(observation, fleet);
}


/***/ }),

/***/ 3160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ instanceIn),
/* harmony export */   T4: () => (/* binding */ SetbackWatch),
/* harmony export */   p9: () => (/* binding */ isFailedLaunch),
/* harmony export */   sW: () => (/* binding */ isLaunch),
/* harmony export */   v4: () => (/* binding */ launchOf)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1490);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6214);
/* harmony import */ var _heart_waves_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4383);



/**
 * What AWS says when it cannot give a machine just now, or has taken one back: want of capacity, limits, Spot, throttling,
 * a fault of its own. None of that says anything of an image, so it waits for the progress deadline (EC2 user guide,
 * "Troubleshoot instance launch issues"; Auto Scaling user guide, "Troubleshoot Amazon EC2 Auto Scaling").
 */
const notTheImage = /capacity|limit|quota|exceeded|not enough|insufficient(?! (?:permission|privilege))|spot|not supported in your requested availability zone|availability zone is no longer supported|maximum number of|an internal error|unavailable|Server\.\w+|UserInitiated/i;
/** What is said of a thing that is missing or forbidden, whose name may hold any of those words. */
const theRequest = /does not exist|is invalid|access denied|not authorized/i;
/** Whether a text blames nothing that the rollout has asked for. */
function blamesNothing(text) {
    return !theRequest.test(text) && notTheImage.test(text);
}
/** The first machine that a text names; undefined where it names none. */
function instanceIn(text) {
    return /\bi-[0-9a-f]+/.exec(text)?.[0];
}
/** Watches what definitely goes wrong with new machines: failed launches, and deaths. */
class SetbackWatch {
    #aws;
    #beganAt;
    /** Machines that were launched for the rollout, also once their group has dropped them. */
    #fresh = new Set();
    /** Why EC2 says that a machine has ended. */
    #reasons = new Map();
    constructor(aws, clock) {
        this.#aws = aws;
        this.#beganAt = clock.now();
    }
    /** The setbacks among a group's activities since the release began, newest first, in AWS's words. */
    async look(release, machines, all) {
        for (const machine of machines)
            if ((0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(machine, (0,_heart_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .goalOf */ .ZZ)(release)))
                this.#fresh.add(machine.id);
        const activities = all.filter(({ StartTime }) => (StartTime?.getTime() ?? 0) >= release.startedAt);
        await this.#learnReasons(activities);
        return activities.flatMap((activity) => this.#setbackOf(activity, release) ?? []);
    }
    #setbackOf(activity, release) {
        const { StatusMessage = '' } = activity;
        if (/was abandoned/i.test(StatusMessage))
            return this.#abandoned(activity, StatusMessage);
        if (!isFailedLaunch(activity))
            return this.#died(activity);
        const isOfPredecessor = StatusMessage.includes(release.from.imageId);
        return isOfPredecessor || blamesNothing(StatusMessage)
            ? undefined
            : `${launchOf(activity)} failed: ${StatusMessage}`;
    }
    /** Somebody else's launch hook has said no. So does ours, when an earlier run was cancelled or has died. */
    #abandoned(activity, message) {
        const isOurTime = (activity.StartTime?.getTime() ?? 0) >= this.#beganAt;
        if (!isOurTime || !/ABANDON result/i.test(message) || this.#machineOf(activity) === undefined)
            return undefined;
        return `${launchOf(activity)} was abandoned: ${message}`;
    }
    #died(activity) {
        const { Cause = '', Description } = activity;
        const dead = /health check|status check/i.test(Cause) ? this.#machineOf(activity) : undefined;
        if (dead === undefined)
            return undefined;
        if (!isFoundDead(activity))
            return `A new machine was taken out by its health check: ${Description}`;
        const reason = this.#reasons.get(dead) ?? '';
        return reason === '' || blamesNothing(reason) ? undefined : `New machine ${dead} has ended: ${reason}`;
    }
    /** The new machine that an activity is about. */
    #machineOf({ Description = '' }) {
        const id = instanceIn(Description);
        return id !== undefined && this.#fresh.has(id) ? id : undefined;
    }
    /** EC2 knows for an hour why an instance has ended (EC2 API, StateReason). */
    async #learnReasons(activities) {
        const dead = activities.filter(isFoundDead).map((activity) => this.#machineOf(activity));
        const unknown = [...new Set(dead)].filter((id) => id !== undefined && !this.#reasons.has(id));
        for (let at = 0; at < unknown.length; at += 100) {
            const Filters = [{ Name: 'instance-id', Values: unknown.slice(at, at + 100) }];
            const answer = await this.#aws.ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_2__/* .DescribeInstancesCommand */ .b({ Filters }));
            for (const { Instances = [] } of answer.Reservations ?? []) {
                for (const { InstanceId = '', StateReason } of Instances) {
                    if (StateReason?.Message)
                        this.#reasons.set(InstanceId, StateReason.Message);
                }
            }
        }
    }
}
/** A launch, by its machine where there was one: that stands before AWS's words, which may name others. */
function launchOf({ Description = '' }) {
    const id = instanceIn(Description);
    return id === undefined ? 'A launch' : `The launch of ${id}`;
}
/**
 * AWS cancels a launch whose machine dies before it is in service, and says what it died of. One that a scale-in or a call
 * of ours has cancelled says nothing of the kind.
 */
function isFailedLaunch(activity) {
    const { StatusCode, StatusMessage = '' } = activity;
    const hasDied = StatusCode === 'Cancelled' && /became unhealthy while waiting/i.test(StatusMessage);
    return (StatusCode === 'Failed' || hasDied) && isLaunch(activity);
}
/** Auto Scaling user guide, "Verify a scaling activity": "Launching a new EC2 instance". */
function isLaunch({ Description = '' }) {
    return /launching/i.test(Description);
}
/** The group did not end it: it found it ended. */
function isFoundDead({ Cause = '' }) {
    return /terminated or stopped/i.test(Cause);
}


/***/ }),

/***/ 1014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ standstillOf),
/* harmony export */   t: () => (/* binding */ otherEngine)
/* harmony export */ });
/* harmony import */ var _heart_fleet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1065);
/* harmony import */ var _room_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1535);
/* harmony import */ var _traffic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5875);



/**
 * That a rollout waits no longer for what says nothing of its image, and what to do; undefined before its deadline. What speaks
 * against the image itself comes first. It is not taken back, for that would wait for the same: nothing is wrong with any machine.
 */
function standstillOf(observation) {
    const { release, now, lastProgress, setbacks, alarms, command } = observation;
    const { progressDeadline } = release.plan;
    const isKnown = setbacks.length > 0 || alarms.length > 0 || command === 'failed' || release.direction === 'hold';
    if (isKnown || now - lastProgress < progressDeadline)
        return undefined;
    const deadline = `${Math.round(progressDeadline / 1000)} s (progress-deadline). That says nothing of the image.`;
    const reason = wantOfRoom(observation, deadline) ?? noLaunches(observation, deadline) ?? noTargets(observation, deadline);
    return reason === undefined ? undefined : { direction: 'hold', reason };
}
/**
 * That AWS's own engine has gone over to somebody else's refresh in the middle of ours: it and our loop would replace each other's
 * machines, so a person is asked at once.
 */
function otherEngine({ release, otherRefresh }) {
    if (!otherRefresh || release.direction === 'hold')
        return undefined;
    const { id, status, percent } = otherRefresh;
    const why = `Somebody else has started instance refresh ${id} of "${release.group}" meanwhile (${status}, ${percent} %), so nothing more is replaced. Cancel it, or wait for it to end.`;
    return { direction: 'hold', reason: `${release.reason ?? ''} ${why}`.trim() };
}
function wantOfRoom(observation, deadline) {
    if (!(0,_room_js__WEBPACK_IMPORTED_MODULE_1__/* .isFull */ .u)(observation))
        return undefined;
    const { name, max } = observation.group;
    return (`Group "${name}" is at its maximum (${max}), "raise-max" is false and "max-unavailable" leaves no machine to spare, ` +
        `so none could be replaced for ${deadline} Give max-unavailable: 1, or a higher maximum, or let the rollout raise it.`);
}
/** Nobody has suspended it when the rollout began, and all that is there is well. */
function noLaunches(observation, deadline) {
    const { group, release } = observation;
    if (release.direction !== 'forward' || !group.suspended.includes('Launch'))
        return undefined;
    const fleet = (0,_heart_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .fleetOf */ .aP)(observation);
    const missing = group.desired - (0,_heart_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .unitsOf */ .$J)([...fleet.fresh, ...fleet.stale]);
    if (missing <= 0 || fleet.ready.length < fleet.fresh.length || (0,_heart_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .isComplete */ .As)(observation, fleet))
        return undefined;
    return `Launch is suspended in group "${group.name}", and not by this rollout, so no machine was launched for ${deadline} Resume Launch: ${missing} more come then.`;
}
/** Nobody has suspended it when the rollout began, and nothing else is wrong with what was launched. */
function noTargets(observation, deadline) {
    const { group, release } = observation;
    if (release.direction !== 'forward' || !(0,_traffic_js__WEBPACK_IMPORTED_MODULE_0__/* .addsNoTargets */ .Ck)(group))
        return undefined;
    const unhealthy = (0,_heart_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .fleetOf */ .aP)(observation).fresh.filter(({ healthy }) => !healthy);
    if (unhealthy.length === 0 || unhealthy.some(({ trouble }) => trouble !== _traffic_js__WEBPACK_IMPORTED_MODULE_0__/* .notATarget */ .I3))
        return undefined;
    return (`AddToLoadBalancer is suspended in group "${group.name}", and not by this rollout, so what was launched gets no requests, and did not become healthy for ${deadline} ` +
        'Resume AddToLoadBalancer, then abort or deploy again: what was launched meanwhile is never added.');
}


/***/ }),

/***/ 5875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ addsNoTargets),
/* harmony export */   Hg: () => (/* binding */ troubleIn),
/* harmony export */   I3: () => (/* binding */ notATarget),
/* harmony export */   L8: () => (/* binding */ readHealth),
/* harmony export */   ZT: () => (/* binding */ sendersAmong),
/* harmony export */   _R: () => (/* binding */ getsRequests),
/* harmony export */   f5: () => (/* binding */ trafficSourcesOf),
/* harmony export */   gk: () => (/* binding */ longestCheckInterval)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7992);
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8358);

/** All that a group is attached to; new ways of attaching are listed beside the old ones (Auto Scaling API, AutoScalingGroup). */
function trafficSourcesOf(group) {
    const sources = new Map();
    const add = (type, id = '') => sources.set(id, { type, id });
    for (const arn of group.TargetGroupARNs ?? [])
        add('elbv2', arn);
    for (const name of group.LoadBalancerNames ?? [])
        add('elb', name);
    for (const { Identifier = '', Type } of group.TrafficSources ?? [])
        add(typeOf(Identifier, Type), Identifier);
    return [...sources.values()];
}
function typeOf(identifier, type) {
    if (type === 'elb' || type === 'elbv2' || type === 'vpc-lattice')
        return type;
    return identifier.startsWith('arn:') && identifier.includes(':vpc-lattice:') ? 'vpc-lattice' : 'elbv2';
}
/**
 * What each source that is in use says of its targets. They are matched by id, never by count: a target group may be
 * shared. A source that nothing forwards to asks nobody for health, and sends no requests either.
 */
async function readHealth(aws, sources) {
    const healths = await Promise.all(sources.map((source) => readers[source.type](aws, source.id)));
    return healths.flatMap((health) => health ?? []);
}
/** What is said of a machine that a source does not know. */
const notATarget = 'not a target of the load balancer yet';
/** What is launched meanwhile is never added to a load balancer, not even later (Auto Scaling user guide, "Suspend processes"). */
function addsNoTargets({ trafficSources, suspended }) {
    return trafficSources.length > 0 && suspended.includes('AddToLoadBalancer');
}
/** Why no source that is in use sends requests to this machine; undefined when all do. */
function troubleIn(healths, id) {
    for (const health of healths) {
        const trouble = health.get(id);
        if (trouble === undefined)
            return notATarget;
        if (trouble !== '')
            return trouble;
    }
    return undefined;
}
/**
 * The sources of which it is known whom they send requests: to those that they find healthy. While one finds nobody so,
 * it sends them to all alike, and nothing is known (Elastic Load Balancing user guide, "fail open").
 */
function sendersAmong(healths) {
    const isBlind = (health) => ![...health.values()].includes('');
    return healths.some(isBlind) ? [] : healths;
}
/** Whether any of these sources sends this machine requests, whatever others say of it. */
function getsRequests(senders, id) {
    return senders.some((health) => health.get(id) === '');
}
const readers = {
    elbv2: readTargetGroup,
    elb: readClassic,
    'vpc-lattice': readLattice,
};
/** For Application, Network and Gateway Load Balancers. All targets come in one answer (ELBv2 API, DescribeTargetHealth). */
async function readTargetGroup({ elasticLoadBalancing }, arn) {
    const answer = await elasticLoadBalancing.send(new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_0__/* .DescribeTargetHealthCommand */ .q({ TargetGroupArn: arn }));
    const targets = answer.TargetHealthDescriptions ?? [];
    const isUnused = targets.every(({ TargetHealth }) => TargetHealth?.Reason === 'Target.NotInUse');
    if (targets.length > 0 && isUnused)
        return undefined;
    return worstOf(targets.map(({ Target, TargetHealth: { State = 'unknown', Reason, Description } = {} }) => {
        const trouble = State === 'healthy' ? '' : [State, Description ?? Reason].filter(Boolean).join(', ');
        return [Target?.Id ?? '', trouble];
    }));
}
/** Without a list of instances it answers for all that are registered (Elastic Load Balancing API, DescribeInstanceHealth). */
async function readClassic(aws, name) {
    const { DescribeInstanceHealthCommand } = await Promise.all(/* import() */[__webpack_require__.e(6719), __webpack_require__.e(1284)]).then(__webpack_require__.bind(__webpack_require__, 1284));
    const client = await aws.classicLoadBalancing();
    const answer = await client.send(new DescribeInstanceHealthCommand({ LoadBalancerName: name }));
    return worstOf((answer.InstanceStates ?? []).map(({ InstanceId = '', State, Description = '' }) => {
        const isServing = State === 'InService' && !/deregistration/i.test(Description);
        return [InstanceId, isServing ? '' : [State, Description].filter(Boolean).join(', ')];
    }));
}
async function readLattice(aws, arn) {
    const { ListTargetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(6719), __webpack_require__.e(7577)]).then(__webpack_require__.bind(__webpack_require__, 7577));
    const client = await aws.lattice();
    const targets = [];
    let page;
    do {
        const order = { targetGroupIdentifier: arn, maxResults: 100, ...(page && { nextToken: page }) };
        const answer = await client.send(new ListTargetsCommand(order));
        targets.push(...(answer.items ?? []));
        page = answer.nextToken;
    } while (page);
    if (targets.length > 0 && targets.every(({ status }) => status === 'UNUSED'))
        return undefined;
    return worstOf(targets.map(({ id = '', status = 'unknown', reasonCode }) => {
        // UNAVAILABLE: nobody checks its health, and it gets requests (VPC Lattice API, TargetSummary).
        const isServing = status === 'HEALTHY' || status === 'UNAVAILABLE';
        return [id, isServing ? '' : [status.toLowerCase(), reasonCode].filter(Boolean).join(', ')];
    }));
}
/** A machine that is a target on several ports is as well as the worst of them. */
function worstOf(targets) {
    const worst = new Map();
    for (const [id, trouble] of targets)
        worst.set(id, worst.get(id) || trouble);
    return worst;
}
/** How often the slowest source asks a target for its health, in milliseconds; 0 without any. */
async function longestCheckInterval(aws, sources) {
    const of = (type) => sources.filter((one) => one.type === type).map(({ id }) => id);
    const [arns, names, lattice] = [of('elbv2'), of('elb'), of('vpc-lattice')];
    const seconds = await Promise.all([
        ...(arns.length > 0 ? [targetGroupInterval(aws, arns)] : []),
        ...(names.length > 0 ? [classicInterval(aws, names)] : []),
        ...lattice.map((arn) => latticeInterval(aws, arn)),
    ]);
    return 1000 * Math.max(0, ...seconds);
}
async function targetGroupInterval({ elasticLoadBalancing }, arns) {
    const answer = await elasticLoadBalancing.send(new _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_1__/* .DescribeTargetGroupsCommand */ .s({ TargetGroupArns: arns }));
    return Math.max(...(answer.TargetGroups ?? []).map(({ HealthCheckIntervalSeconds = 30 }) => HealthCheckIntervalSeconds));
}
async function classicInterval(aws, names) {
    const { DescribeLoadBalancersCommand } = await Promise.all(/* import() */[__webpack_require__.e(6719), __webpack_require__.e(1284)]).then(__webpack_require__.bind(__webpack_require__, 1284));
    const client = await aws.classicLoadBalancing();
    const answer = await client.send(new DescribeLoadBalancersCommand({ LoadBalancerNames: names }));
    return Math.max(...(answer.LoadBalancerDescriptions ?? []).map(({ HealthCheck }) => HealthCheck?.Interval ?? 30));
}
async function latticeInterval(aws, arn) {
    const { GetTargetGroupCommand } = await Promise.all(/* import() */[__webpack_require__.e(6719), __webpack_require__.e(7577)]).then(__webpack_require__.bind(__webpack_require__, 7577));
    const client = await aws.lattice();
    const { config } = await client.send(new GetTargetGroupCommand({ targetGroupIdentifier: arn }));
    return config?.healthCheck?.healthCheckIntervalSeconds ?? 30;
}


/***/ }),

/***/ 5418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xb: () => (/* binding */ WarmGate),
  zF: () => (/* binding */ areReturning),
  E2: () => (/* binding */ readWarmPool),
  j6: () => (/* binding */ warmStageOf)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2364);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(8427);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeWarmPoolCommand.js


class DescribeWarmPoolCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeWarmPool", schemas_0/* DescribeWarmPool$ */.TFW) {
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/fleet.js
var fleet = __webpack_require__(1065);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/matching.js
var matching = __webpack_require__(6214);
// EXTERNAL MODULE: ./build/bundle/src/rollout/size/size.js
var size = __webpack_require__(1913);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/warm-pool.js




/** The machines that a group keeps ready beside it. */
async function readWarmPool({ autoScaling }, group) {
    const instances = [];
    let page;
    do {
        const order = { AutoScalingGroupName: group, MaxRecords: 50, ...(page && { NextToken: page }) };
        const answer = await autoScaling.send(new DescribeWarmPoolCommand(order));
        instances.push(...(answer.Instances ?? []));
        page = answer.NextToken;
    } while (page);
    return instances;
}
/** `Warmed:Stopped`, `Warmed:Running` and `Warmed:Hibernated` are ready, which is aside (Auto Scaling user guide, "Warm pools"). */
function warmStageOf(state) {
    if (state === 'Warmed:Pending:Wait')
        return 'waiting';
    if (state.startsWith('Warmed:Pending'))
        return 'starting';
    return /^Warmed:Terminat/.test(state) ? 'leaving' : 'aside';
}
/** A load balancer lets a machine finish its requests for no longer (ELBv2 API, TargetGroupAttribute). Milliseconds. */
const longestDrain = 3_600_000;
/**
 * Whether machines of another version are on their way out of a group whose warm pool takes back what a scale-in takes, once that
 * has drained. Nobody would end them there after a rollout's end, and the next scale-out would have them serve.
 */
function areReturning({ group, machines, release, size, now }) {
    if (!group.reuses || release.isStranded)
        return false;
    const launched = (0,fleet/* provenVersion */.LE)({ release, size });
    const isDraining = ({ stage, unhealthySince = now }) => stage === 'leaving' && now - unhealthySince < longestDrain;
    return machines.some((machine) => isDraining(machine) && !(0,matching/* runs */.Np)(machine, launched));
}
/**
 * The launch hook fires for a machine when it enters a warm pool, and again when the group takes it from there (Auto Scaling
 * user guide, "Lifecycle hooks with a warm pool"). It is verified the second time; of the first, this remembers whom our hook has
 * let go already: another one may hold them still, or a late read may show what was, while the group has taken them and they wait
 * to be verified.
 */
class WarmGate {
    #clock;
    /** When, in milliseconds since the epoch. */
    #released = new Map();
    constructor(clock) {
        this.#clock = clock;
    }
    letGo(ids) {
        for (const id of ids)
            this.#released.set(id, this.#clock.now());
    }
    /** The machines of the pool, with what is known of them. */
    inspect(machines) {
        const isReleased = ({ id, stage }) => stage === 'waiting' && this.#clock.now() - (this.#released.get(id) ?? Number.NEGATIVE_INFINITY) < size/* oldestRead */.AS;
        return machines.map((machine) => (isReleased(machine) ? { ...machine, isReleased: true } : machine));
    }
}


/***/ }),

/***/ 1065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ unitsOf),
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   HO: () => (/* binding */ interleaveZones),
/* harmony export */   LE: () => (/* binding */ provenVersion),
/* harmony export */   aP: () => (/* binding */ fleetOf),
/* harmony export */   o4: () => (/* binding */ isLaunching),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var _matching_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6214);
/* harmony import */ var _waves_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4383);


function fleetOf(observation) {
    const { machines, release, now, size } = observation;
    const { plan, direction, isUndo, isStranded, from, to } = release;
    const live = machines.filter(({ stage }) => stage !== 'leaving' && stage !== 'aside');
    const aside = machines.filter(({ stage, isKept }) => stage === 'aside' && isKept && !isStranded);
    const [fresh, stale] = [[], []];
    for (const machine of live)
        ((0,_matching_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(machine, (0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .goalOf */ .ZZ)(release)) ? fresh : stale).push(machine);
    const keeps = isUndo ? direction === 'hold' && to : direction !== 'back' && plan.keepPrevious > 0 && from;
    const isShort = unitsOf(fresh.filter(({ healthy }) => healthy)) < size && (isUndo || direction !== 'forward');
    const canReturn = (one) => isShort && (0,_matching_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(one, (0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .goalOf */ .ZZ)(release)) && !one.isStopped;
    return {
        size,
        allowance: allowanceOf(observation, live),
        target: direction === 'forward' ? (0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .waveTarget */ .Jo)(plan, (0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .waveOf */ .j5)(release), size) : size,
        fresh,
        ready: fresh.filter(({ healthySince }) => healthySince !== undefined && now - healthySince >= plan.minReady),
        stale,
        kept: aside.filter((machine) => canReturn(machine) && !machine.isDraining),
        leftover: aside.filter((one) => one.isStopped || !(canReturn(one) || (keeps && (0,_matching_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(one, keeps)))),
    };
}
/** No surge is smaller than one machine, and none is larger than the maximum where that may not be raised. */
function allowanceOf({ group, isMaxOurs, release, size }, live) {
    const { plan, baseline, direction } = release;
    const { surge, unavailable: missing } = (0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .allowanceFor */ .u6)(plan, size);
    const heaviest = live.reduce((most, { units = 1 }) => Math.max(most, units), 0);
    const room = plan.raiseMax ? Number.POSITIVE_INFINITY : Math.max(0, (isMaxOurs ? baseline.max : group.max) - size);
    // A bad image goes one by one then, for nothing else would end it; but not the only machine.
    const atLeast = direction === 'back' && room === 0 && heaviest < size ? heaviest : 0;
    return { surge: Math.min(surge && Math.max(surge, heaviest), room), unavailable: Math.max(missing, atLeast) };
}
/** How much of the group's capacity machines are: one each, unless its policy gives their types weights. */
function unitsOf(machines) {
    return machines.reduce((sum, { units = 1 }) => sum + units, 0);
}
/** The first of these machines, as far as they are no more than so many units together. */
function within(units, machines) {
    let left = units;
    return machines.filter(({ units: own = 1 }) => {
        const fits = own <= left;
        if (fits)
            left -= own;
        return fits;
    });
}
/** The version that the group launches while nobody works on it: one that has served users. */
function provenVersion({ release, size }) {
    const { direction, from, to } = release;
    const isKnown = (0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .isProven */ .nn)(release) || size === 0;
    return direction !== 'back' && isKnown && (0,_matching_js__WEBPACK_IMPORTED_MODULE_0__/* .isMade */ .sX)(to) ? to : from;
}
/** Whether machines of the present wave are still to be launched. */
function isLaunching({ release }, { fresh, target }) {
    return release.direction === 'forward' && unitsOf(fresh) < target;
}
/** Whether the wave serves, and what it replaces is gone, surge and all; the first wave soaks beside all the others. */
function isComplete({ group, release }, { ready, stale, target, size }) {
    const isReplaced = unitsOf(stale) <= size - target && group.desired <= size;
    return unitsOf(ready) >= target && ((0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .isProving */ .oo)(release) || isReplaced);
}
/** One machine of each zone in turn, so that no zone is emptied first. */
function interleaveZones(machines) {
    const turns = new Map();
    const next = (zone) => turns.set(zone, (turns.get(zone) ?? 0) + 1).get(zone) ?? 0;
    const inTurn = machines.map((machine) => ({ machine, turn: next(machine.zone) }));
    return inTurn.sort((one, other) => one.turn - other.turn).map(({ machine }) => machine);
}


/***/ }),

/***/ 9849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ trim),
/* harmony export */   HC: () => (/* binding */ replace),
/* harmony export */   PF: () => (/* binding */ restore),
/* harmony export */   Tn: () => (/* binding */ surge),
/* harmony export */   zd: () => (/* binding */ atOnce)
/* harmony export */ });
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1065);
/* harmony import */ var _waves_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4383);


/** How many machines one call may name (Auto Scaling API, EnterStandby), and how many go between two looks. */
const atOnce = 20;
/** Puts machines that were kept for this back into service, where there is room; until the others have gone they are surge. */
function restore({ group, release }, fleet) {
    const kept = (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(release.plan.raiseMax ? Number.POSITIVE_INFINITY : group.max - group.desired, fleet.kept);
    if (kept.length === 0)
        return undefined;
    const max = group.desired + (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(kept);
    return { kind: 'restore', ids: kept.slice(0, atOnce).map(({ id }) => id), ...(group.max < max && { max }) };
}
/**
 * Takes the stale machines of this wave out of service: those that serve nobody at once, the others, the unwell before the
 * well, as far as those that serve stay above the floor. The group shrinks only by surge that is needed no longer, or that kept ones replace.
 */
function replace(observation, fleet) {
    const { group, release } = observation;
    const { size, allowance, target, fresh, ready, stale } = fleet;
    const keeps = release.direction !== 'back' && (release.isUndo || release.plan.keepPrevious > 0);
    const excess = (0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .isProving */ .oo)(release) ? roomNeeded(observation, fleet) : (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(stale) - (size - target);
    const [well, unwell] = [stale.filter(({ healthy }) => healthy), stale.filter(({ stillServes }) => stillServes)];
    const others = release.direction === 'back' ? fresh.filter(({ stillServes }) => stillServes) : [];
    const room = (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)([...ready, ...well]) - (size - allowance.unavailable);
    const spare = [...(0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(room + (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)([...unwell, ...others]), unwell), ...(0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(room, (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .interleaveZones */ .HO)(well))];
    // While nobody serves, a load balancer sends requests to all alike: only what may be missing goes, where no surge can come first.
    const isServed = ready.length + well.length + unwell.length > 0;
    const idle = (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .interleaveZones */ .HO)(stale.filter((machine) => isIdle(machine, observation, isServed)));
    const lost = isServed ? idle : (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(allowance.surge > 0 ? 0 : (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(idle) - (size - allowance.unavailable), idle);
    const leaving = covering(excess, [...lost, ...spare]).slice(0, slice(fleet, keeps ? 10 : 1));
    if (leaving.length === 0)
        return undefined;
    const surged = Math.min(size + allowance.surge, Math.max(size, target + (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(stale) - (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(leaving)));
    const needed = fleet.kept.length > 0 || isSurgeTooSmall(observation, fleet) ? size : surged;
    const shrinking = new Set((0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(Math.min(group.desired - needed, group.desired - group.min), leaving));
    const retirements = leaving.map((machine) => ({ id: machine.id, decrement: shrinking.has(machine) }));
    const sick = retirements.filter((_, index) => !leaving[index]?.healthy).slice(0, slice(fleet));
    if (!keeps)
        return { kind: 'retire', machines: retirements };
    return sick.length > 0 ? { kind: 'retire', machines: sick } : { kind: 'set-aside', machines: retirements };
}
/** The first of these machines until they are so many units together, the last one perhaps more than that. */
function covering(units, machines) {
    let covered = 0;
    return machines.filter(({ units: own = 1 }) => {
        covered += own;
        return covered - own < units;
    });
}
/** Serves nobody, and did not only a moment ago: a load balancer that was blind sees its machines again one by one. */
function isIdle(one, { now, patience }, isServed) {
    if (one.healthy || one.stillServes || (!isServed && one.seemsWell) || one.stage === 'waiting')
        return false;
    return (isServed && !one.hasServed) || now - (one.unhealthySince ?? 0) >= patience.relapse;
}
/** A wave begins with less surge than it may have, left by a smaller one: that is given up for all that it may have. */
function isSurgeTooSmall({ group }, { size, allowance, target, fresh, ready, stale }) {
    const isBeginning = ready.length === fresh.length && group.desired <= (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(fresh) + (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(stale);
    return isBeginning && group.desired - size < Math.min(allowance.surge, target - (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(fresh));
}
/**
 * While a version is still to be proven, nothing that works goes for it, so that a bad one leaves a whole group behind: a
 * stale machine makes room only for what surge has no room for, or if surge has brought it in place of one that was lost.
 */
function roomNeeded(observation, fleet) {
    const missing = missingIn(observation, fleet);
    return Math.max(missing - surgeToCome(observation, fleet), Math.min(missing, (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(fleet.stale) - fleet.size));
}
/** What the wave needs beyond what is there and what the group is about to launch anyway. */
function missingIn({ group }, { target, fresh, stale }) {
    return target - Math.max((0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(fresh), group.desired - (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(stale));
}
/** How much more a raise may bring now. Desired is raised only from the size itself: it says nothing of the rest. */
function surgeToCome({ group, launchesByName }, { size, allowance }) {
    const standing = Math.max(0, group.desired - size);
    return standing > 0 && !launchesByName ? 0 : Math.max(0, allowance.surge - standing);
}
/** How many machines go between two looks, which take their time in a large group: `times` as many where twenty go at a call. */
function slice({ size, fresh, stale }, times = 1) {
    return Math.min(1_000, times * Math.max(atOnce, Math.floor(Math.min(size, fresh.length + stale.length) / 100)));
}
/** With the wave's stale machines gone, what the group has above its size is surge that nobody needs. */
function trim(observation, fleet) {
    const { group, release } = observation;
    const { size, allowance, target, fresh, ready, stale } = fleet;
    if ((0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .isProving */ .oo)(release) || (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(stale) > size - target || (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(fresh) < target)
        return undefined;
    const surplus = Math.min(group.desired - size, group.desired - group.min);
    const machines = [...stale, ...fresh];
    const doomed = [...fresh, ...stale].filter(({ stillServes }) => stillServes);
    const serving = [...doomed, ...(0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .interleaveZones */ .HO)(stale.filter(({ healthy }) => healthy)), ...(0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .interleaveZones */ .HO)(ready)];
    const spare = (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)((0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(serving) - (size - allowance.unavailable), serving);
    const idle = machines.filter(({ healthy, stillServes, stage }) => !healthy && !stillServes && stage !== 'waiting');
    const leaving = (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(surplus, [...(serving.length > 0 ? idle : []), ...spare]).slice(0, slice(fleet));
    if (leaving.length > 0)
        return { kind: 'retire', machines: leaving.map(({ id }) => ({ id, decrement: true })) };
    // Where every machine is more than that (Auto Scaling user guide, "instance weights"), any may go once what is desired serves.
    const isLess = surplus > 0 && (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(serving) >= group.desired && (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(surplus, machines).length === 0;
    return isLess ? { kind: 'give-up', machines: surplus, from: group.desired } : undefined;
}
/** Raises the group by what the wave still needs. */
function surge(observation, fleet) {
    const { group, size } = observation;
    const machines = Math.min(surgeToCome(observation, fleet), missingIn(observation, fleet));
    if (machines <= 0)
        return undefined;
    const max = group.desired + machines;
    return { kind: 'surge', machines, from: size, ...(group.max < max && { max }) };
}


/***/ }),

/***/ 8329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ imageById)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1048);

/**
 * The image of this id, if the account may use it; a deprecated one launches as before, but without being asked for it is
 * shown to its owner only (EC2 API, DescribeImages: IncludeDeprecated).
 */
async function imageById(ec2, imageId) {
    const Filters = [{ Name: 'image-id', Values: [imageId] }];
    const { Images } = await ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_0__/* .DescribeImagesCommand */ .j({ Filters, IncludeDeprecated: true }));
    return Images?.[0];
}


/***/ }),

/***/ 4925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ resolveImage)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1048);
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _ledger_undo_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7862);
/* harmony import */ var _image_by_id_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8329);
/* harmony import */ var _parameter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6511);





/**
 * Finds the image's id, and sees that the image can be launched.
 * @throws {Failure} when there is none, or it is not available.
 */
async function resolveImage(search, source) {
    const { imageId, because } = await find(search, source);
    if (because !== undefined)
        search.tell(`Image ${imageId}: ${because}`);
    const { ec2, region } = search.aws;
    const state = (await (0,_image_by_id_js__WEBPACK_IMPORTED_MODULE_3__/* .imageById */ .o)(ec2, imageId))?.State;
    if (state === undefined) {
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Image ${imageId} does not exist in ${region}, or is not shared with this account. Give the id of an image of that region, as bake-ami puts it out; or copy the image there, or have its owner share it.`);
    }
    if (state !== 'available') {
        const next = state === 'pending' ? 'Wait until it is' : 'Bake it again, or give another one';
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Image ${imageId} is ${state}; only an available image can be launched. ${next}.`);
    }
    return imageId;
}
async function find({ aws, observer, ledger }, source) {
    if ('imageId' in source)
        return source;
    if ('parameter' in source) {
        const { parameter } = source;
        return { imageId: await (0,_parameter_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveParameter */ .w)(aws, parameter), because: `SSM parameter "${parameter}" says so now.` };
    }
    if ('tags' in source)
        return newestImage(aws, source.tags);
    if ('previous' in source)
        return previousImage(ledger);
    const imageId = provenImage(await observer.look(source.fromGroup));
    return { imageId, because: `every machine of "${source.fromGroup}" runs it in good health.` };
}
async function newestImage({ ec2, region }, tags) {
    const wanted = Object.entries(tags);
    const Filters = wanted.map(([name, value]) => ({ Name: `tag:${name}`, Values: [asItIs(value)] }));
    const state = { Name: 'state', Values: ['available'] };
    const answer = await ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_4__/* .DescribeImagesCommand */ .j({ Owners: ['self'], Filters: [...Filters, state] }));
    // ISO 8601 in UTC: the order of its letters is that of time (EC2 API, Image).
    const images = [...(answer.Images ?? [])].sort((one, other) => (other.CreationDate ?? '').localeCompare(one.CreationDate ?? ''));
    const named = wanted.map(([name, value]) => `${name}=${value}`).join(', ');
    const [{ ImageId: imageId, CreationDate: made = '' } = {}] = images;
    if (imageId)
        return { imageId, because: `made ${made}, the newest of ${images.length} with ${named}.` };
    throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`This account has no available image with ${named} in ${region}. Check the tags, the region, and that the bake has run.`);
}
/** To a filter `*` and `?` stand for others, unless a backslash is before them (EC2 API, Filter; EC2 user guide, "Filter your resources"). */
function asItIs(value) {
    return value.replace(/[\\*?]/g, '\\$&');
}
async function previousImage(ledger) {
    const target = (0,_ledger_undo_target_js__WEBPACK_IMPORTED_MODULE_1__/* .previousRelease */ .Fi)(await ledger.history());
    if (target)
        return { imageId: target.to.imageId, because: `what ran before release ${target.undoes}.` };
    throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR("The group's ledger knows no image that was healthy under traffic before the present one, so there is no previous image. Name one by its id.");
}
/** The one image that every machine of a group runs, all of them healthy. */
function provenImage({ group, machines }) {
    const sick = machines.filter(({ stage, healthy }) => stage !== 'leaving' && stage !== 'aside' && !healthy);
    if (sick.length > 0) {
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Group "${group.name}" is not healthy: ${sick.map(({ id }) => id).join(', ')}. Its image is promoted only when all its machines are well.`);
    }
    const images = new Set(machines.filter(({ healthy }) => healthy).map(({ imageId }) => imageId));
    const [imageId, ...others] = images;
    if (imageId === undefined)
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Group "${group.name}" has no machine, so no image is proven there.`);
    if (others.length === 0)
        return imageId;
    throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Group "${group.name}" runs several images (${[...images].join(', ')}). Finish its rollout first, or name one by "image-id".`);
}


/***/ }),

/***/ 4619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ remarksOnWayBack)
/* harmony export */ });
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6214);
/* harmony import */ var _image_by_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8329);


/**
 * That a rollout has no way back, for an image that its group runs can be launched no more. Of two groups the other one's
 * machines are the way back.
 * @returns a sentence for each such image.
 */
async function remarksOnWayBack({ ec2, region }, { group, from, to, sides }) {
    if (sides)
        return [];
    const ids = [...new Set((0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_0__/* .versionsOf */ .x4)(from).map(({ imageId }) => imageId))];
    const states = await Promise.all(ids.map(async (id) => (await (0,_image_by_id_js__WEBPACK_IMPORTED_MODULE_1__/* .imageById */ .o)(ec2, id))?.State));
    return ids.flatMap((id, index) => {
        const state = states[index];
        if (state === 'available' || id === to.imageId)
            return [];
        const why = state ? `it is ${state}` : `it does not exist in ${region}, or is not shared with this account`;
        return `No machine can be launched of ${id} any more, which group "${group}" runs: ${why}. So there is no way back to it if ${to.imageId} fails.`;
    });
}


/***/ }),

/***/ 8819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ asOneWave)
/* harmony export */ });
/* harmony import */ var _heart_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4450);
/* harmony import */ var _checkpoints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6645);
/* harmony import */ var _refresh_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8172);



/**
 * What is seen of a rollout while AWS's own engine is to carry it out; anything else as it is. All of the plan's waves are
 * AWS's checkpoints: to us there is one, as large as the group, and nothing gets any further while AWS rests at them. Where the
 * group has replaced machines meanwhile, it rests at several of them one after the other, for a soak each.
 */
function asOneWave(seen) {
    const { release, refresh, size } = seen;
    const { plan, direction } = release;
    const isLeftToAws = direction === 'forward' ? refresh?.status !== 'Successful' : refresh && (0,_refresh_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isActive */ .$)(refresh);
    if (!(0,_heart_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isRefresh */ .y)(plan.strategy) || !isLeftToAws)
        return seen;
    const whole = { percent: 100 };
    const reached = (0,_checkpoints_js__WEBPACK_IMPORTED_MODULE_2__/* .checkpointsOf */ .x)(plan, size).filter((percent) => percent < 100 && percent <= (refresh?.percent ?? 0));
    const progressDeadline = plan.progressDeadline + plan.soak * Math.max(1, reached.length);
    const asOne = { ...plan, waves: [whole], maxSurge: whole, raiseMax: true, progressDeadline };
    return { ...seen, release: { ...release, plan: asOne } };
}


/***/ }),

/***/ 6645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ checkpointsOf)
/* harmony export */ });
/**
 * A plan's waves as AWS's checkpoints: whole percents, ascending, the last 100 (Auto Scaling API, RefreshPreferences). One is
 * reached once no fewer machines are new, so it is rounded down: of up to a hundred machines those are just the wave's. Of waves
 * that come to the same machines the last counts, for AWS would rest at each.
 */
function checkpointsOf({ waves }, size) {
    const percents = waves.map((wave) => 'percent' in wave ? wave.percent : Math.floor((100 * wave.machines) / Math.max(1, size)));
    const ascending = percents.map((percent) => Math.min(100, Math.max(1, percent))).sort((one, two) => one - two);
    const machinesBy = (percent = 0) => Math.ceil((size * percent) / 100);
    return ascending.filter((percent, at) => {
        const isLast = at === ascending.length - 1;
        return isLast || machinesBy(ascending[at + 1]) > machinesBy(percent);
    });
}


/***/ }),

/***/ 8172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isActive),
/* harmony export */   s: () => (/* binding */ isGoingBack)
/* harmony export */ });
/** Whether AWS is at work on it, in either direction (Auto Scaling API, InstanceRefresh: Status). */
function isActive({ status }) {
    return ['Pending', 'InProgress', 'Baking', 'Cancelling', 'RollbackInProgress'].includes(status);
}
/** Whether AWS takes it back, or is about to let it be. */
function isGoingBack({ status }) {
    return status === 'RollbackInProgress' || status === 'Cancelling';
}


/***/ }),

/***/ 6220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sx: () => (/* binding */ activeRefresh),
  LL: () => (/* binding */ findRefresh),
  vJ: () => (/* binding */ findRefreshes),
  uc: () => (/* binding */ preferencesOf),
  uG: () => (/* binding */ rollBackRefresh),
  QY: () => (/* binding */ startRefresh)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2364);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(8427);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeInstanceRefreshesCommand.js


class DescribeInstanceRefreshesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeInstanceRefreshes", schemas_0/* DescribeInstanceRefreshes$ */.wUH) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/StartInstanceRefreshCommand.js


class StartInstanceRefreshCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "StartInstanceRefresh", schemas_0/* StartInstanceRefresh$ */.z7b) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/RollbackInstanceRefreshCommand.js


class RollbackInstanceRefreshCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "RollbackInstanceRefresh", schemas_0/* RollbackInstanceRefresh$ */.vev) {
}

// EXTERNAL MODULE: ./build/bundle/src/platform/retry.js
var retry = __webpack_require__(9288);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/launch-specification.js
var launch_specification = __webpack_require__(9893);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/running-source.js
var running_source = __webpack_require__(4477);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/matching.js
var matching = __webpack_require__(6214);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/waves.js
var waves = __webpack_require__(4383);
// EXTERNAL MODULE: ./build/bundle/src/rollout/instance-refresh/checkpoints.js
var instance_refresh_checkpoints = __webpack_require__(6645);
// EXTERNAL MODULE: ./build/bundle/src/rollout/instance-refresh/refresh-status.js
var refresh_status = __webpack_require__(8172);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/instance-refresh/refresh.js








async function findRefreshes({ autoScaling }, release) {
    if (!(0,matching/* isMade */.sX)(release.to))
        return {};
    const { InstanceRefreshes: newestFirst = [] } = await autoScaling.send(new DescribeInstanceRefreshesCommand({ AutoScalingGroupName: release.group, MaxRecords: 20 }));
    const refresh = viewOf(ofRelease(newestFirst, release));
    // What an answer does not tell of yet, older ones cannot have replaced.
    const at = newestFirst.findIndex(({ InstanceRefreshId }) => InstanceRefreshId === release.refresh?.id);
    const newer = release.refresh ? newestFirst.slice(0, Math.max(0, at)) : newestFirst;
    const other = newer.map(viewOf).find((one) => one && (0,refresh_status/* isActive */.$)(one) && one.id !== refresh?.id);
    return { ...(refresh && { refresh }), ...(other && { otherRefresh: other }) };
}
/** The one that is under way in a group, whoever has started it. */
async function activeRefresh({ autoScaling }, group) {
    const { InstanceRefreshes: newestFirst = [] } = await autoScaling.send(new DescribeInstanceRefreshesCommand({ AutoScalingGroupName: group, MaxRecords: 10 }));
    return newestFirst.map(viewOf).find((one) => one && (0,refresh_status/* isActive */.$)(one));
}
/** That of the release alone. */
async function findRefresh(aws, release) {
    return (await findRefreshes(aws, release)).refresh;
}
function viewOf(found) {
    if (!found?.InstanceRefreshId || !found.Status)
        return undefined;
    const { InstanceRefreshId: id, Status: status, PercentageComplete: percent = 0, StatusReason: reason } = found;
    return { id, status, percent, ...(reason !== undefined && { reason }) };
}
/**
 * By its id, once that is known. Until then by what it was asked for, which nobody else asks for at this time: so an answer
 * that was lost, and a run that died, leave nothing unknown.
 */
function ofRelease(newestFirst, release) {
    const { refresh: known } = release;
    const at = newestFirst.findIndex(({ InstanceRefreshId }) => InstanceRefreshId === known?.id);
    const last = newestFirst[at];
    if (known?.kind === 'ours')
        return last;
    const newer = at < 0 ? newestFirst : newestFirst.slice(0, at);
    const unknown = newer.find((refresh) => isAsked(refresh, release) && isSince(refresh, release));
    return unknown ?? (known?.kind === 'taken-back' && !isTakenBack(last) ? last : undefined);
}
function isTakenBack(refresh) {
    return ['RollbackSuccessful', 'RollbackFailed', 'Cancelled'].includes(refresh?.Status ?? '');
}
function isAsked({ DesiredConfiguration }, { to }) {
    const { LaunchTemplate, MixedInstancesPolicy: policy } = DesiredConfiguration ?? {};
    const template = LaunchTemplate ?? policy?.LaunchTemplate?.LaunchTemplateSpecification;
    const images = (policy?.LaunchTemplate?.Overrides ?? []).flatMap(({ ImageId = [] }) => ImageId);
    return (template?.LaunchTemplateId === to.templateId &&
        template.Version === String(to.version) &&
        images.every((image) => image === to.imageId));
}
/** AWS's clock and ours may differ by so much. Milliseconds. */
const clockTolerance = 300_000;
/** One of an earlier release was over before this one was claimed, whatever the clocks say of when it began. */
function isSince({ StartTime, EndTime }, { startedAt }) {
    const began = StartTime?.getTime() ?? 0;
    const ended = EndTime?.getTime() ?? Number.POSITIVE_INFINITY;
    return began >= startedAt || (began >= startedAt - clockTolerance && ended > startedAt + clockTolerance);
}
/**
 * Hands the plan to AWS. The group itself is not updated first: AWS does that when the refresh has succeeded, so that a
 * rollback has something to go back to (Auto Scaling user guide, "Undo changes with a rollback").
 * @returns the refresh's id; not so where AWS's answer says none: then it is known by what it was asked for.
 */
async function startRefresh({ autoScaling }, { release, group: { policy }, machines, size }) {
    const { group, plan, to } = release;
    // By force it goes to what every machine runs: whoever skips what matches would replace none.
    const SkipMatching = !(0,running_source/* liveAmong */.x)(machines).every((machine) => (0,matching/* runs */.Np)(machine, to));
    const { InstanceRefreshId } = await autoScaling.send(new StartInstanceRefreshCommand((0,retry/* forThisMoment */.uc)({
        AutoScalingGroupName: group,
        Strategy: plan.strategy === 'replace-root-volume' ? 'ReplaceRootVolume' : 'Rolling',
        DesiredConfiguration: desiredConfiguration(to, policy),
        Preferences: { ...preferencesOf(plan, size), SkipMatching },
    })));
    return InstanceRefreshId;
}
async function rollBackRefresh({ autoScaling }, group) {
    await autoScaling.send(new RollbackInstanceRefreshCommand({ AutoScalingGroupName: group }));
}
function desiredConfiguration(source, policy) {
    return policy ? { MixedInstancesPolicy: (0,launch_specification/* repointed */.V)(policy, source) } : { LaunchTemplate: (0,launch_specification/* specificationOf */.B)(source) };
}
/** The plan in AWS's words. Percentages are of the desired capacity (Auto Scaling API, RefreshPreferences). */
function preferencesOf(plan, size) {
    const checkpoints = (0,instance_refresh_checkpoints/* checkpointsOf */.x)(plan, size);
    const seconds = Math.round(plan.soak / 1000);
    return {
        ...healthyPercentages((0,waves/* allowanceFor */.u6)(plan, size), size),
        InstanceWarmup: Math.round(plan.minReady / 1000),
        SkipMatching: true,
        AutoRollback: true,
        ScaleInProtectedInstances: 'Refresh',
        StandbyInstances: 'Ignore',
        BakeTime: seconds,
        ...(checkpoints.length > 1 && { CheckpointPercentages: checkpoints, CheckpointDelay: seconds }),
        ...(plan.alarms.length > 0 && { AlarmSpecification: { Alarms: [...plan.alarms] } }),
    };
}
/**
 * AWS launches before it terminates only with a maximum above 100 %, and wants at most 100 points between the two. The
 * minimum is rounded up: never do fewer serve than the plan allows.
 */
function healthyPercentages({ surge, unavailable }, size) {
    const least = size === 0 ? 100 : Math.ceil((100 * (size - unavailable)) / size);
    const most = size === 0 ? 110 : 100 + Math.min(100, Math.ceil((100 * surge) / size));
    return { MinHealthyPercentage: least, MaxHealthyPercentage: Math.min(most, least + 100) };
}


/***/ }),

/***/ 9132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ isAsLeft),
/* harmony export */   Em: () => (/* binding */ noteLoss),
/* harmony export */   Mz: () => (/* binding */ noteSize),
/* harmony export */   RD: () => (/* binding */ settledSize),
/* harmony export */   xH: () => (/* binding */ dropLaunches)
/* harmony export */ });
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1913);

/** AWS names no time for which it knows a client token; after this one here, in milliseconds, none is trusted. */
const tokensLast = 3_600_000;
/** Since when the size is known above which surge is raised now: while surge is out, since it was first raised. */
function settledSize({ surge }, now) {
    const { machines = 0, settledAt, raise } = surge ?? {};
    if (machines > 0 && settledAt !== undefined)
        return { settledAt, ...(raise && { raise }) };
    // AWS tells the time of a change to the second.
    return { settledAt: Math.floor(now / 1000) * 1000 - 1 };
}
/**
 * A size that somebody has set while surge is out is the size from then on, and the rest of desired is what is left of the
 * surge. It is written down once, so that whoever goes on knows; what went below it meanwhile is given back first.
 */
function noteSize(observation) {
    const { group, release, lookedAt, sizeSet, isSizeUnread, desiredSince = 0 } = observation;
    const { surge } = release;
    if (!surge)
        return undefined;
    // First it must be known what came of a raise.
    if (surge.launches)
        return noteLaunches(observation, surge, surge.launches) ?? noteScheduled(observation);
    const isTold = sizeSet ? isAllTold(sizeSet, surge, group.desired) : isAsLeft(surge, group.desired);
    // What was read may also be from before our own last change, or theirs.
    const lately = Math.max(desiredSince, release.heartbeatAt, sizeSet?.at ?? 0);
    if (!isTold && lookedAt - lately < _size_js__WEBPACK_IMPORTED_MODULE_0__/* .oldestRead */ .AS)
        return { kind: 'wait' };
    if (sizeSet)
        return settleSize(observation, surge, sizeSet);
    // By chance what others have added may be as much as our own last change, and read before that it would pass for ours.
    if (isSizeUnread && lookedAt - (surge.changedAt ?? 0) < _size_js__WEBPACK_IMPORTED_MODULE_0__/* .oldestRead */ .AS)
        return { kind: 'wait' };
    return noteSkipped(observation, surge) ?? noteScheduled(observation);
}
/** Desired stands where they have left it, and that is no read from before a later change of our own: our surge is in it. */
function isAllTold({ at, desired, desiredThen }, { changedAt = 0, machines }, found) {
    return found === desiredThen && (changedAt <= at || found - desired === machines);
}
/** The next one takes the place of one that has set nothing or what is written down already. */
function noteScheduled({ release: { scheduled: known, surge }, scheduled, now }) {
    const isOpen = surge?.launches !== undefined && known !== undefined && known.at <= now && !known.isSkipped;
    const isNews = scheduled !== undefined && (scheduled.at !== known?.at || scheduled.desired !== known.desired);
    return isNews && !isOpen ? { kind: 'note', changes: { scheduled } } : undefined;
}
/**
 * A scheduled action of which nothing tells has done nothing, once that would be read. Where such actions are suspended it is
 * skipped for good, even if they are resumed a moment later (Auto Scaling user guide, "Suspend and resume processes").
 */
function noteSkipped({ group, release, now }, { settledAt = 0 }) {
    const { scheduled: known } = release;
    // Settled in that very second it was by this one: AWS tells the time to the second.
    if (!known || known.isSkipped || known.at > now || known.at - settledAt < 1000)
        return undefined;
    const isCertain = group.suspended.includes('ScheduledActions') || now - known.at >= _size_js__WEBPACK_IMPORTED_MODULE_0__/* .oldestRead */ .AS;
    return isCertain ? { kind: 'note', changes: { scheduled: { ...known, isSkipped: true } } } : { kind: 'wait' };
}
/** What was to be launched when the runner died, and can no longer be found out, or is above another size by now. */
function noteLaunches({ group, now, sizeSet }, surge, launches) {
    if (now - launches.at > tokensLast) {
        const rest = withoutLaunches(surge, group.max);
        // The runner may have died between the calls for two zones; but what others are known to have made of the size is theirs.
        let sums = [0];
        for (const asked of Object.values(launches.zones))
            sums = sums.flatMap((sum) => [sum, sum + asked]);
        const launched = sizeSet ? 0 : group.desired - surge.from - surge.machines;
        const machines = surge.machines + (sums.includes(launched) ? launched : 0);
        return { kind: 'note', changes: { surge: { ...rest, machines, changedAt: launches.at } } };
    }
    // The group was made smaller while nobody was there to launch anything: that is its size now.
    const isToCome = surge.max !== undefined && group.max < surge.max;
    const told = isToCome ? sizeSet?.desired : undefined;
    const from = told ?? (surge.machines > 0 ? surge.from : group.desired);
    const smaller = surge.from - from;
    if (smaller <= 0)
        return undefined;
    // It needs a lower maximum then, unless that was raised already, now or for an earlier raise.
    const max = isToCome && { max: Math.max(group.max, surge.max - smaller) };
    const machines = told !== undefined && { machines: Math.max(0, group.desired - from) };
    return { kind: 'note', changes: { surge: { ...surge, from, ...machines, ...max } } };
}
/**
 * In place of a launch on the way back that an earlier run has written down: where desired stays as it was before, nothing of it
 * came, and whether any is needed is decided anew. Since the last sign of life, of the claim or of turning back, nobody has made
 * that call, nor has desired been seen otherwise; so it is known once no read is from before that, and is waited for until then.
 * @returns undefined where the call is to be made, for only AWS knows what came of it, or it is this run's own.
 */
function dropLaunches({ group, release, lookedAt, sizeSet, desiredSince = 0 }) {
    const { direction, claimedAt = Number.NEGATIVE_INFINITY } = release;
    const { surge = { machines: 0, from: 0, raised: true } } = release;
    const { launches } = surge;
    const isLeft = direction === 'back' && launches !== undefined && launches.at < claimedAt;
    if (!isLeft || sizeSet || group.desired !== surge.from + surge.machines)
        return undefined;
    if (lookedAt - Math.max(release.heartbeatAt, desiredSince) < _size_js__WEBPACK_IMPORTED_MODULE_0__/* .oldestRead */ .AS)
        return { kind: 'wait' };
    return { kind: 'note', changes: { surge: { ...withoutLaunches(surge, group.max), changedAt: launches.at } } };
}
/**
 * A launch that comes to nothing: a maximum that still is what it was before was never raised for it, and what it is raised to
 * in no other way is forgotten, for whoever sets that very number later means it.
 */
function withoutLaunches({ launches: _, ...surge }, found) {
    const { max, maxBefore, ...rest } = surge;
    if (found === maxBefore)
        return { ...rest, max: found };
    return maxBefore === undefined && found !== max ? rest : surge;
}
/** Whether desired is as we have left it. Who else has changed it, AWS tells once the group acts on it. */
function isAsLeft({ raised, retiring, from, machines }, desired) {
    return !raised || retiring !== undefined || desired === from + machines;
}
function settleSize({ group: { desired }, release: { baseline } }, { raise: _, retiring: __, ...surge }, { at, desired: size, max }) {
    const machines = desired - size;
    const theirs = max !== undefined && { max };
    if (machines < 0)
        return { kind: 'give-back', from: desired, machines: -machines, ...theirs };
    const changes = {
        baseline: { ...baseline, ...theirs },
        surge: { ...surge, machines, from: size, raised: true, settledAt: at },
    };
    return { kind: 'note', changes, say: `The size of the group was changed to ${size} meanwhile, which is kept.` };
}
/** What a scale-in has taken of the surge is written down, or the next scale-out would be taken for surge. */
function noteLoss({ group: { desired }, release, lookedAt }) {
    const { surge, heartbeatAt } = release;
    const machines = surge && Math.max(0, desired - surge.from);
    if (!surge?.raised || machines === undefined || machines >= surge.machines)
        return undefined;
    if (lookedAt - heartbeatAt < _size_js__WEBPACK_IMPORTED_MODULE_0__/* .oldestRead */ .AS)
        return undefined;
    return { kind: 'note', changes: { surge: { ...surge, machines, from: Math.min(surge.from, desired) } } };
}


/***/ }),

/***/ 4498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WA: () => (/* binding */ launchesByName),
/* harmony export */   Z$: () => (/* binding */ launchesOf),
/* harmony export */   qL: () => (/* binding */ launchRaise)
/* harmony export */ });
/* harmony import */ var _heart_launch_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1022);
/* harmony import */ var _note_size_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9132);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1913);



/** How many machines one call of LaunchInstances may ask for (Auto Scaling API). */
const launchedAtOnce = 100;
/**
 * Whether AWS launches machines of this group by name. Not for launch configurations, policies that mix On-Demand and Spot,
 * and warm pools (Auto Scaling user guide, "Launch instances synchronously"), nor where a machine counts as several, nor
 * where AWS has refused it before.
 */
function launchesByName({ group, warm }, release) {
    const { OnDemandBaseCapacity: base = 0, OnDemandPercentageAboveBaseCapacity: percentage = 100 } = group.policy?.InstancesDistribution ?? {};
    const isMixed = percentage < 100 && (percentage > 0 || base > 0);
    const overrides = group.policy?.LaunchTemplate?.Overrides ?? [];
    const hasWeights = overrides.some(({ WeightedCapacity }) => WeightedCapacity !== undefined);
    const isWeighted = hasWeights || group.countsIn !== undefined;
    const isSupported = !(0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_0__/* .isConfiguration */ .Z)(release.from) && !isMixed && !isWeighted && warm === undefined;
    return isSupported && group.zones.length > 0 && !release.refusesLaunches;
}
/** A raise as the ledger has it before it is done by name: how many machines go to which zone, and what the maximum has to be. */
function launchRaise(observation, { machines, max }) {
    const { release, group, now, size } = observation;
    const surge = {
        ...{ machines: Math.max(0, group.desired - size), from: size, raised: true },
        ...(0,_note_size_js__WEBPACK_IMPORTED_MODULE_1__/* .settledSize */ .RD)(release, now),
        ...(0,_size_js__WEBPACK_IMPORTED_MODULE_2__/* .raisedMax */ .jd)(observation, max),
        launches: { at: now, zones: spread(machines, observation) },
    };
    return { surge, raises: (release.raises ?? 0) + 1, ...(max !== undefined && (0,_size_js__WEBPACK_IMPORTED_MODULE_2__/* .theirMax */ .Lm)(observation)) };
}
/** Each machine goes where the fewest are; not to where AWS had none the last time, unless that was everywhere. */
function spread(machines, { group, machines: all, release }) {
    const counts = countsByZone(group, all);
    const short = release.surge?.short ?? [];
    const able = group.zones.filter((zone) => !short.includes(zone));
    const zones = able.length > 0 ? able : group.zones;
    const launches = {};
    for (let left = machines; left > 0; left--) {
        const zone = zones.reduce((best, one) => ((counts.get(one) ?? 0) < (counts.get(best) ?? 0) ? one : best));
        counts.set(zone, (counts.get(zone) ?? 0) + 1);
        launches[zone] = (launches[zone] ?? 0) + 1;
    }
    return launches;
}
function countsByZone({ zones }, machines) {
    const counts = new Map(zones.map((zone) => [zone, 0]));
    for (const { zone, stage } of machines) {
        if (stage !== 'leaving' && stage !== 'aside')
            counts.set(zone, (counts.get(zone) ?? 0) + 1);
    }
    return counts;
}
/** The calls of the raise that the ledger speaks of, the same ones each time, whoever makes them. */
function launchesOf({ number, continues = number, startedAt, raises = 0, surge }) {
    const raise = `steadfleet-${continues}-${startedAt.toString(36)}-${raises}`;
    return Object.entries(surge?.launches?.zones ?? {}).flatMap(([zone, machines]) => {
        const calls = Math.ceil(machines / launchedAtOnce);
        return Array.from({ length: calls }, (_, call) => ({
            token: `${raise}-${zone}-${call}`,
            zone,
            machines: Math.min(launchedAtOnce, machines - call * launchedAtOnce),
        }));
    });
}


/***/ }),

/***/ 8406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ asIdle)
/* harmony export */ });
/**
 * What is seen of the idle one of two groups, as a rollout to it alone: it serves nobody, so all of its machines are one wave,
 * with nothing to surge beyond and no floor.
 */
function asIdle(seen) {
    const { release } = seen;
    const whole = { percent: 100 };
    const plan = { ...release.plan, waves: [whole], maxSurge: whole, maxUnavailable: whole, suspend: [] };
    return { ...seen, release: { ...release, plan, wavesDone: 0 } };
}


/***/ }),

/***/ 9987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findSides),
/* harmony export */   e: () => (/* binding */ namesOf)
/* harmony export */ });
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _size_size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1913);
/* harmony import */ var _sides_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6182);



/** The two groups of a release, as a workflow would name them. */
function namesOf({ rule, blue, green }) {
    return { groups: [blue.group, green.group], rule };
}
/**
 * Finds out which of the two groups serves: the one whose target group has all of the rule's weight. While the newest
 * release shares requests out the rule does not tell, but its ledger does: `history`, newest first, at `now`.
 * @throws {Failure} when both do, or none, or a group has not exactly one target group of its own.
 */
async function findSides(aws, observer, { groups, rule }, { history, now }) {
    const [one, other] = await Promise.all([observer.look(groups[0]), observer.look(groups[1])]);
    const open = await openSides(aws, groups, history[0]);
    if (open) {
        const isFirst = open.blue.group === one.group.name;
        return { sides: open, blue: isFirst ? one : other, green: isFirst ? other : one, isOpen: true };
    }
    const [first, second] = [sideOf(one), sideOf(other)];
    if (first.targetGroup === second.targetGroup) {
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Groups "${first.group}" and "${second.group}" share the target group ${first.targetGroup}, so no rule can tell them apart. Give each its own.`);
    }
    const weights = await (0,_sides_js__WEBPACK_IMPORTED_MODULE_1__/* .readWeights */ .oQ)(aws, { rule, blue: first, green: second });
    const isServing = [(weights.blue ?? 0) > 0, (weights.green ?? 0) > 0];
    if (isServing[0] === isServing[1]) {
        const found = isServing[0] ? 'both get requests' : 'neither gets any request';
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Of groups "${first.group}" and "${second.group}" ${found} by listener rule ${rule}. Give one of them all of the weight first.`);
    }
    if (isServing[0]) {
        const known = asLeft(weights, first, history[0], now);
        const sides = { rule, blue: first, green: idleSide(second, history, now), weights: known, imageId: imageOf(one) };
        return { sides, blue: one, green: other };
    }
    const swapped = asLeft({ blue: weights.green, green: weights.blue }, second, history[0], now);
    const sides = { rule, blue: second, green: idleSide(first, history, now), weights: swapped, imageId: imageOf(other) };
    return { sides, blue: other, green: one };
}
/**
 * Those of a release that has not ended; or that waits for a person who has not given one group all requests by hand, by its own
 * rule, or by another one once that is gone.
 */
async function openSides(aws, groups, newest) {
    const { sides, outcome } = newest ?? {};
    if (!sides || (outcome !== undefined && outcome !== 'needs-attention'))
        return undefined;
    const known = [sides.blue.group, sides.green.group];
    if (known.every((group) => groups.includes(group))) {
        const isLeft = outcome === undefined || ((await (0,_sides_js__WEBPACK_IMPORTED_MODULE_1__/* .findWeights */ .Dc)(aws, sides))?.blue ?? 0) > 0;
        return isLeft ? sides : undefined;
    }
    throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`A rollout between groups "${known.join('" and "')}" has not ended (release ${newest?.number}). Give these two, or end it with "command: abort".`);
}
/** What was read may be from before a release that has just gone back took green out of the rule again: its ledger tells. */
function asLeft(found, blue, newest, now) {
    const { sides } = newest ?? {};
    return newest && wentBack(newest) && isFresh(newest, now) && sides?.blue.group === blue.group ? sides.weights : found;
}
function wentBack({ outcome }) {
    return outcome === 'rolled-back' || outcome === 'aborted';
}
/** Whether it has ended so lately that a read may be from before that. */
function isFresh({ endedAt = Number.NEGATIVE_INFINITY }, now) {
    return now - endedAt < _size_size_js__WEBPACK_IMPORTED_MODULE_2__/* .oldestRead */ .AS;
}
/** For whoever reads the history: the image of the group's machines, or of the first, if they differ. */
function imageOf({ machines }) {
    return machines.find(({ healthy }) => healthy)?.imageId ?? machines[0]?.imageId ?? '';
}
function sideOf({ group }) {
    const { name, min, max, desired, trafficSources } = group;
    const [source, ...others] = trafficSources;
    if (source?.type !== 'elbv2' || others.length > 0) {
        const found = trafficSources.map(({ type, id }) => `${id} (${type})`).join(' and ') || 'none';
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Group "${name}" gets requests from ${found}. A listener rule shifts only those of one target group: give each of the two groups one, and no other traffic source.`);
    }
    return { group: name, targetGroup: source.id, sizes: { min, max, desired } };
}
/**
 * What is as large as it was for an undo, or because its release was left to a person, or may be read so because that has only just
 * ended, is to be idle like the other was before. Releases to one of the two alone change nothing of that.
 */
function idleSide(idle, history, now) {
    const last = history.find((release) => release.sides);
    if (!last?.sides)
        return idle;
    const { sides, keptUntil, outcome } = last;
    const isLeft = outcome === 'needs-attention';
    const isBlueLarge = isLeft || keptUntil !== undefined || (outcome === 'succeeded' && isFresh(last, now));
    const isGreenLarge = isLeft || (wentBack(last) && isFresh(last, now));
    const isLarge = (idle.group === sides.blue.group && isBlueLarge) || (idle.group === sides.green.group && isGreenLarge);
    return isLarge ? { ...idle, sizes: sides.green.sizes } : idle;
}


/***/ })

};
