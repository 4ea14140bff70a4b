export const id = 6624;
export const ids = [6624,8275];
export const modules = {

/***/ 2364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   lq: () => (/* binding */ _ep0),
/* harmony export */   yt: () => (/* binding */ _mw0)
/* harmony export */ });
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2085);
/* harmony import */ var _endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1721);



const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)(_endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__/* .commonParams */ .S, "AutoScaling_2011_01_01", "AutoScalingClient", _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];


/***/ }),

/***/ 3509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ DescribeAutoScalingGroupsCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2364);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8427);


class DescribeAutoScalingGroupsCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeAutoScalingGroups", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeAutoScalingGroups$ */ .myy) {
}


/***/ }),

/***/ 7007:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ DescribeInstanceRefreshesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2364);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8427);


class DescribeInstanceRefreshesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeInstanceRefreshes", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeInstanceRefreshes$ */ .wUH) {
}


/***/ }),

/***/ 5521:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ DescribeScheduledActionsCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2364);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8427);


class DescribeScheduledActionsCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeScheduledActions", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeScheduledActions$ */ .ixJ) {
}


/***/ }),

/***/ 2470:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ UpdateAutoScalingGroupCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2364);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8427);


class UpdateAutoScalingGroupCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "UpdateAutoScalingGroup", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .UpdateAutoScalingGroup$ */ .lKf) {
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

/***/ 8509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   lq: () => (/* binding */ _ep0),
/* harmony export */   yt: () => (/* binding */ _mw0)
/* harmony export */ });
/* unused harmony export _mw1 */
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2085);
/* harmony import */ var _endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3358);




const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)(_endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__/* .commonParams */ .S, "AmazonEC2", "EC2Client", _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];
const _mw1 = (Command, cs, config, o) => [
    getCopySnapshotPresignedUrlPlugin(config),
];


/***/ }),

/***/ 5169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ CreateLaunchTemplateVersionCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8509);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(230);


class CreateLaunchTemplateVersionCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "CreateLaunchTemplateVersion", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .CreateLaunchTemplateVersion$ */ .yW5) {
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

/***/ 9106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ DescribeLaunchTemplateVersionsCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8509);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(230);


class DescribeLaunchTemplateVersionsCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeLaunchTemplateVersions", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeLaunchTemplateVersions$ */ .q_Y) {
}


/***/ }),

/***/ 4858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   lq: () => (/* binding */ _ep0),
/* harmony export */   yt: () => (/* binding */ _mw0)
/* harmony export */ });
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2085);
/* harmony import */ var _endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6839);



const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)(_endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__/* .commonParams */ .S, "ElasticLoadBalancing_v10", "ElasticLoadBalancingV2Client", _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];


/***/ }),

/***/ 7406:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ DescribeRulesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4858);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);


class DescribeRulesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeRules", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeRules$ */ .xc1) {
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

/***/ 6896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   lq: () => (/* binding */ _ep0),
/* harmony export */   yt: () => (/* binding */ _mw0)
/* harmony export */ });
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2085);
/* harmony import */ var _endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2805);



const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)(_endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__/* .commonParams */ .S, "AmazonSSM", "SSMClient", _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];


/***/ }),

/***/ 8275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fence: () => (/* binding */ Fence),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   Ox: () => (/* binding */ LeaseExpired),
/* harmony export */   yC: () => (/* binding */ outsideTheFence)
/* harmony export */ });
/* harmony import */ var _aws_call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3988);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);


/** Thrown in place of a change that came too late: the call was not made, and is never repeated. */
class LeaseExpired extends _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    name = 'LeaseExpired';
}
/**
 * Keeps a run that was held up (a stopped process, a long wait before another attempt) from changing what another run
 * may own by now: once `reach` milliseconds have passed since the lease was last confirmed, only reads get through.
 * Open until it is renewed for the first time, for who never claims anything needs no lease.
 */
class Fence {
    #clock;
    #reach;
    #confirmedAt;
    constructor(clock, reach) {
        this.#clock = clock;
        this.#reach = reach;
    }
    /** `confirmedAt`: when the heartbeat that AWS has taken was sent, not when its answer came. An older one does nothing. */
    renew(confirmedAt) {
        this.#confirmedAt = Math.max(confirmedAt, this.#confirmedAt ?? confirmedAt);
    }
    /** @throws {LeaseExpired} */
    check() {
        const age = this.#clock.now() - (this.#confirmedAt ?? this.#clock.now());
        if (age <= this.#reach)
            return;
        throw new LeaseExpired(`This run was held up: its last confirmed sign of life is ${Math.round(age / 1000)} s old, and after ` +
            `${Math.round(this.#reach / 1000)} s it changes nothing more, for another run may have taken over. ` +
            'Run the same step again.');
    }
}
const exempt = new WeakSet();
/** Marks a command's input as one that the fence lets through: the sign of life itself, which AWS checks in its own way. */
function outsideTheFence(input) {
    exempt.add(input);
    return input;
}
/** Checks the fence at each attempt of each call that changes something. */
function fenced(fence) {
    return (next, { commandName = '' }) => async (args) => {
        if (!(0,_aws_call_js__WEBPACK_IMPORTED_MODULE_1__/* .isRead */ .H)(commandName) && !exempt.has(args.input))
            fence.check();
        return next(args);
    };
}


/***/ }),

/***/ 9288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ay: () => (/* binding */ isForThisMoment),
/* harmony export */   bD: () => (/* binding */ withRetry),
/* harmony export */   uc: () => (/* binding */ forThisMoment),
/* harmony export */   zU: () => (/* binding */ failureKind)
/* harmony export */ });
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2439);

const throttleCodes = new Set([
    'Throttling',
    'ThrottlingException',
    'ThrottledException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'TooManyRequestsException',
    'TooManyUpdates',
    'CredentialsDiscarded',
]);
const unavailableCodes = new Set([
    'Cancelled',
    'EmptyAnswer',
    'StaleAnswer',
    'IDPCommunicationError',
    'IDPCommunicationErrorException',
    'ResourceContention',
    'ResourceContentionFault',
    'InternalError',
    'InternalFailure',
    'InternalServerError',
    'ServiceUnavailable',
    'TimeoutError',
    'ECONNRESET',
    'ECONNREFUSED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
]);
/**
 * Classifies what an SDK client threw: by its code before its status, for EC2 throttles with a 503 (EC2 API, "Query API
 * request rate") and Auto Scaling with a 400 (Auto Scaling API, "Common errors").
 */
function failureKind(error) {
    const { name, code, Code, $metadata } = error;
    const codes = [name, code, Code].filter((value) => typeof value === 'string');
    if (codes.some((value) => throttleCodes.has(value)))
        return 'throttled';
    if (codes.some((value) => unavailableCodes.has(value)))
        return 'unavailable';
    return ($metadata?.httpStatusCode ?? 0) >= 500 ? 'unavailable' : 'refused';
}
const attempts = 8;
const firstWait = 500;
const longestWait = 20_000;
const momentary = new WeakSet();
/** Marks a command's input as right for this moment only: if the call fails, look again instead of sending it again. */
function forThisMoment(input) {
    momentary.add(input);
    return input;
}
/** Whether an input was given to {@link forThisMoment}. */
function isForThisMoment(input) {
    return momentary.has(input);
}
/**
 * Repeats an AWS call with exponential backoff and full jitter, after the failures that allow it.
 * @throws the last error; {Cancelled} when cancelled while it waited.
 */
async function withRetry(call, { clock, random, repeatable, cancellation }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await call();
        }
        catch (error) {
            const kind = failureKind(error);
            const mayRepeat = repeatable === 'any' ? kind !== 'refused' : repeatable === kind;
            if (!mayRepeat || attempt === attempts || cancellation?.aborted)
                throw error;
            await clock.sleep(random.next() * Math.min(longestWait, firstWait * 2 ** attempt), cancellation);
            (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseWhenAborted */ .sJ)(cancellation);
        }
    }
}


/***/ }),

/***/ 1231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ onlyPoints),
/* harmony export */   d: () => (/* binding */ planToPoint)
/* harmony export */ });
/* harmony import */ var _heart_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4450);

/** A plan by which nothing is proven, for the machines serve already: the group is pointed at what they run. */
function planToPoint({ releaseCommand: _, pauseAfter: __, pauseExpiry: ___, ...plan }) {
    return { ...plan, strategy: 'rolling', soak: 0, gate: { kind: 'none' }, alarms: [], keepPrevious: 0 };
}
/**
 * Whether a release goes by such a plan. AWS's own engine may give the same version to the same machine anew, and what retires
 * kept machines leads nowhere else either.
 */
function onlyPoints({ from, to, plan, retiresKept }) {
    return !retiresKept && !(0,_heart_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefresh */ .y)(plan.strategy) && JSON.stringify(from) === JSON.stringify(to);
}


/***/ }),

/***/ 1317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sh: () => (/* binding */ configurationName),
  UI: () => (/* binding */ copyConfiguration),
  sl: () => (/* binding */ discardCopies),
  oN: () => (/* binding */ findConfiguration),
  oU: () => (/* binding */ runningConfiguration)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2364);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(8427);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeLaunchConfigurationsCommand.js


class DescribeLaunchConfigurationsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeLaunchConfigurations", schemas_0/* DescribeLaunchConfigurations$ */.YZ4) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/CreateLaunchConfigurationCommand.js


class CreateLaunchConfigurationCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateLaunchConfiguration", schemas_0/* CreateLaunchConfiguration$ */.cv4) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DeleteLaunchConfigurationCommand.js


class DeleteLaunchConfigurationCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteLaunchConfiguration", schemas_0/* DeleteLaunchConfiguration$ */.Ffx) {
}

// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/launch-source.js
var launch_source = __webpack_require__(1022);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/changes/launch-configuration.js



/**
 * The launch configuration that most machines of a group run, or the one that it would launch.
 * @throws {Failure} when that is gone: there would be no way back.
 */
async function runningConfiguration({ autoScaling }, group, live) {
    const counts = new Map();
    for (const { templateId, version } of live) {
        if ((0,launch_source/* isConfiguration */.Z)({ version }) && templateId)
            counts.set(templateId, (counts.get(templateId) ?? 0) + 1);
    }
    const [[running] = []] = [...counts].sort(([, one], [, other]) => other - one);
    const names = [...new Set([running ?? group.template.id, group.template.id])];
    const answer = await autoScaling.send(new DescribeLaunchConfigurationsCommand({ LaunchConfigurationNames: names }));
    const known = answer.LaunchConfigurations ?? [];
    const found = known.find((one) => one.LaunchConfigurationName === running) ?? known[0];
    if (!found)
        throw new failure/* Failure */.HR(`Launch configuration "${group.template.id}" of group "${group.name}" is gone.`);
    const { LaunchConfigurationName: templateId = '', ImageId: imageId = '', InstanceType } = found;
    return { from: { templateId, imageId, version: 0 }, instanceTypes: InstanceType ? [InstanceType] : [] };
}
/** Undefined where there is none of that name. */
async function findConfiguration({ autoScaling }, name) {
    const answer = await autoScaling.send(new DescribeLaunchConfigurationsCommand({ LaunchConfigurationNames: [name] }));
    return answer.LaunchConfigurations?.[0];
}
/** The name of a copy: up to 255 characters (Auto Scaling API, CreateLaunchConfiguration). */
function configurationName(group, number, imageId) {
    return `${prefixOf(group)}${number}-${imageId}`;
}
function prefixOf(group) {
    return `${group.slice(0, 200)}-steadfleet-`;
}
/** A launch configuration is never edited (Auto Scaling user guide, "Launch configurations"): a copy has the new image. */
async function copyConfiguration({ autoScaling }, from, { templateId, imageId }) {
    const found = await findConfiguration({ autoScaling }, from.templateId);
    if (!found)
        throw new failure/* Failure */.HR(`Launch configuration "${from.templateId}" is gone, so it cannot be copied.`);
    const copy = { ...settingsOf(found), LaunchConfigurationName: templateId, ImageId: imageId };
    await autoScaling.send(new CreateLaunchConfigurationCommand(copy)).catch((error) => {
        // Ours, made by a call whose answer was lost: the release's number and its image are in the name.
        if (error.name !== 'AlreadyExists' && error.name !== 'AlreadyExistsFault')
            throw error;
    });
    return { templateId, imageId, version: 0 };
}
/** What was set: AWS answers with empty values for the rest, and takes none of them back. */
function settingsOf({ LaunchConfigurationARN: _arn, CreatedTime: _created, ClassicLinkVPCId: _classic, ClassicLinkVPCSecurityGroups: _groups, ...settings }) {
    const isSet = (value) => value !== '' && !(Array.isArray(value) && value.length === 0);
    return Object.fromEntries(Object.entries(settings).filter(([, value]) => isSet(value)));
}
/** At the end of a release, deletes the group's copies that neither it nor its way back launches from. */
async function discardCopies({ autoScaling }, release) {
    const { group, from, to, direction } = release;
    if (!(0,launch_source/* isConfiguration */.Z)(from))
        return;
    const kept = new Set([from.templateId, ...(direction === 'back' ? [] : [to.templateId])]);
    const prefix = prefixOf(group);
    let page;
    const copies = [];
    do {
        const answer = await autoScaling.send(new DescribeLaunchConfigurationsCommand({ MaxRecords: 100, ...(page && { NextToken: page }) }));
        copies.push(...(answer.LaunchConfigurations ?? []).map(({ LaunchConfigurationName = '' }) => LaunchConfigurationName));
        page = answer.NextToken;
    } while (page);
    const isOurs = (name) => name.startsWith(prefix) && /^\d+-ami-[0-9a-f]+$/.test(name.slice(prefix.length));
    for (const name of copies.filter((one) => isOurs(one) && !kept.has(one))) {
        await autoScaling
            .send(new DeleteLaunchConfigurationCommand({ LaunchConfigurationName: name }))
            // In use after all, or gone by a call whose answer was lost.
            .catch((error) => {
            if (!/^(ResourceInUse|ResourceInUseFault|ValidationError)$/.test(error.name))
                throw error;
        });
    }
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
/* harmony export */   L: () => (/* binding */ replacedToo),
/* harmony export */   Z: () => (/* binding */ launchedInstead)
/* harmony export */ });
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6214);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9644);



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
/** What is said of machines that run the image, but another version: they are replaced. Empty where there are none. */
function replacedToo({ machines }, from) {
    const others = (0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .liveAmong */ .x8)(machines)
        .filter((machine) => !(0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_2__/* .runs */ .Np)(machine, from))
        .map(({ id }) => id);
    return others.length > 0 ? `; replaced are those that run another version: ${others.join(', ')}` : '';
}
/** What a group without machines would begin with; undefined where its version is gone, or names no image. */
async function wouldLaunch(aws, view) {
    try {
        return (await (0,_template_js__WEBPACK_IMPORTED_MODULE_1__/* .runningSource */ .lW)(aws, { ...view, machines: [] })).from;
    }
    catch (error) {
        const { name } = error;
        if (error instanceof _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR || name.startsWith('InvalidLaunchTemplate'))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eZ: () => (/* binding */ replay),
/* harmony export */   nM: () => (/* binding */ mostToCome),
/* harmony export */   wR: () => (/* binding */ missedUntil),
/* harmony export */   wv: () => (/* binding */ beforeRest)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5521);
/* harmony import */ var _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3509);
/* harmony import */ var _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2470);
/* harmony import */ var _platform_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9288);
/* harmony import */ var _size_size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1913);




/**
 * How many one-time actions the ledger remembers, for a line has little room. As each comes due the next one takes its place,
 * so this is how many may come due while nobody looks.
 */
const mostToCome = 4;
/**
 * What has to be known when scheduled actions begin to rest. They are skipped for good while they do (Auto Scaling user guide,
 * "Suspend and resume processes"), and AWS forgets a one-time action after its time: so the ledger has those to come.
 */
async function beforeRest(aws, { group, missed }, now) {
    return { missed: { ...missed, until: now }, toCome: nextOf((await list(aws, group)).map(onceBy), now) };
}
/** What the release has missed up to now, and what it may miss next; undefined where the ledger says so already. */
async function missedUntil(aws, seen) {
    const { group, release, now } = seen;
    const { toCome: known = [], missed: before = { until: release.startedAt } } = release;
    const listed = await list(aws, group.name);
    const once = listed.map(onceBy);
    const gone = known.filter((action) => !once.some((other) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(action, other)));
    const recent = await Promise.all(listed.map(async (action) => ({ ...onceBy(action), at: await lastDue(action, now) })));
    const due = [...gone.filter(({ at }) => at <= now), ...recent].filter(({ at }) => at !== undefined && at > before.until);
    // One that came due while this very answer was under way is gone from it, but is not due by the time of this look.
    const toCome = nextOf([...once, ...gone.filter(({ at }) => at - now < atOnce)], now);
    if (due.length === 0)
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(toCome, known) ? undefined : { toCome };
    const inTurn = due.sort((one, other) => Number(one.at) - Number(other.at));
    const wanted = inTurn.reduce((sizes, action) => after(sizes, action, (0,_size_size_js__WEBPACK_IMPORTED_MODULE_2__/* .sizeOf */ .$d)(seen)), wantedBy(release, group));
    return { missed: { ...changesOf(wanted), until: now }, toCome };
}
async function list({ autoScaling }, group) {
    const found = [];
    let NextToken;
    do {
        const order = { AutoScalingGroupName: group, ...(NextToken && { NextToken }) };
        const answer = await autoScaling.send(new _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_3__/* .DescribeScheduledActionsCommand */ .b(order));
        found.push(...(answer.ScheduledUpdateGroupActions ?? []));
        NextToken = answer.NextToken;
    } while (NextToken);
    return found;
}
/** One that recurs is listed for as long as it does: as a one-time action it never comes due. */
function onceBy({ Recurrence, StartTime, MinSize, MaxSize, DesiredCapacity }) {
    const at = Recurrence || !StartTime ? 0 : StartTime.getTime();
    return { at, ...changesOf({ min: MinSize, max: MaxSize, desired: DesiredCapacity }) };
}
function nextOf(actions, now) {
    const toCome = actions.filter(({ at }) => at > now).sort((one, other) => one.at - other.at);
    return toCome.slice(0, mostToCome);
}
/** No answer is under way for longer. Milliseconds. */
const atOnce = 60_000;
/**
 * When an action came due last, up to now; milliseconds since the Unix epoch. Of one that recurs, StartTime is when it
 * comes due next (Auto Scaling API, ScheduledUpdateGroupAction): later than its recurrence says before the first time.
 */
async function lastDue(action, now) {
    const { StartTime, EndTime, Recurrence, TimeZone: timezone = 'UTC' } = action;
    const start = StartTime?.getTime() ?? 0;
    if (!Recurrence)
        return start <= now ? start : undefined;
    const { Cron } = await __webpack_require__.e(/* import() */ 5814).then(__webpack_require__.bind(__webpack_require__, 5814));
    const recurrence = new Cron(Recurrence, { mode: '5-part', timezone });
    const next = recurrence.nextRun(new Date(now))?.getTime() ?? start;
    const [last] = recurrence.previousRuns(1, new Date(Math.min(now, EndTime?.getTime() ?? now)));
    return start <= next ? last?.getTime() : undefined;
}
function wantedBy({ missed = { until: 0 }, baseline, surge }, group) {
    const max = surge?.max === group.max ? baseline.max : group.max;
    return { min: missed.min ?? group.min, max: missed.max ?? max, desired: missed.desired };
}
/** An action sets what it names; a size out of its bounds is brought into them (Auto Scaling API, PutScheduledUpdateGroupAction). */
function after(sizes, action, size) {
    const min = action.min ?? sizes.min;
    const max = action.max ?? sizes.max;
    const present = action.desired ?? sizes.desired ?? size;
    const bounded = Math.max(Number(min), Math.min(Number(max), present));
    return { min, max, desired: bounded === size && sizes.desired === undefined ? action.desired : bounded };
}
function changesOf({ min, max, desired }) {
    return {
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        ...(desired !== undefined && { desired }),
    };
}
/**
 * Makes up for what was missed. Surge that is still there stays on top of it, so that nobody takes it for the group's own.
 * Done before it is noted: done twice, it is the same. The sizes are read once more right before, for they are written as numbers.
 * @returns the release as it was where somebody has changed the sizes since the look.
 */
async function replay({ autoScaling }, observation) {
    const { group, release, size } = observation;
    const { missed = { until: 0 }, baseline, surge } = release;
    const outstanding = Math.max(0, group.desired - size);
    const { min = group.min, max = surge?.max === group.max ? baseline.max : group.max } = missed;
    const wanted = missed.desired ?? Math.max(min, Math.min(max, size));
    const desired = wanted + outstanding;
    const raised = Math.max(max, desired);
    const answer = await autoScaling.send(new _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_4__/* .DescribeAutoScalingGroupsCommand */ .N({ AutoScalingGroupNames: [group.name] }));
    const { MinSize, MaxSize, DesiredCapacity } = answer.AutoScalingGroups?.[0] ?? {};
    if (MinSize !== group.min || MaxSize !== group.max || DesiredCapacity !== group.desired)
        return release;
    const sizes = { MinSize: min, MaxSize: raised, ...(desired !== group.desired && { DesiredCapacity: desired }) };
    const input = (0,_platform_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .forThisMoment */ .uc)({ AutoScalingGroupName: group.name, ...sizes });
    await autoScaling.send(new _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_5__/* .UpdateAutoScalingGroupCommand */ .I(input));
    const { surge: _, ...rest } = release;
    const left = { machines: outstanding, from: wanted, raised: true, ...(raised > max && { max: raised }) };
    return {
        ...rest,
        baseline: { desired: wanted, max },
        ...(outstanding > 0 && { surge: left }),
        missed: { until: missed.until },
    };
}


/***/ }),

/***/ 9644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ pinVersions),
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   JH: () => (/* binding */ remakeDeleted),
/* harmony export */   a0: () => (/* binding */ plannedSource),
/* harmony export */   dT: () => (/* binding */ imageOf),
/* harmony export */   kJ: () => (/* binding */ createVersions),
/* harmony export */   lW: () => (/* binding */ runningSource),
/* harmony export */   oy: () => (/* binding */ missingOf),
/* harmony export */   x8: () => (/* binding */ liveAmong)
/* harmony export */ });
/* unused harmony export mostFrequent */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9106);
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5169);
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5840);
/* harmony import */ var _heart_launch_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1022);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6214);
/* harmony import */ var _image_parameter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6511);
/* harmony import */ var _launch_configuration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1317);







/**
 * The numbered versions that the group's machines run (most of them, if they differ), or those that it would launch when
 * it has none; with the images that run.
 * @throws {Failure} for a group that could not be brought back to what it runs.
 */
async function runningSource(aws, { group, machines }) {
    const live = liveAmong(machines);
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_4__/* .isConfiguration */ .Z)({ version: Number(group.template.version) }))
        return (0,_launch_configuration_js__WEBPACK_IMPORTED_MODULE_3__/* .runningConfiguration */ .oU)(aws, group, live);
    const found = await Promise.all(templatesOf(group).map((template) => runningVersion(aws, template, live)));
    const [own, ...others] = found.map(({ version }) => version);
    if (!own)
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`Group "${group.name}" has no launch template.`);
    return {
        from: { ...own, ...(others.length > 0 && { others }) },
        instanceTypes: [...new Set(found.flatMap(({ instanceTypes }) => instanceTypes))],
    };
}
/** What runs: not what leaves, nor what waits in standby, kept for an undo or by a person. */
function liveAmong(machines) {
    return machines.filter(({ stage }) => stage !== 'leaving' && stage !== 'aside');
}
/** What is to be made for an image, from what runs: a new version of each template, or a copy of the configuration. */
function plannedSource(from, imageId, group, number) {
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_4__/* .isConfiguration */ .Z)(from))
        return { templateId: (0,_launch_configuration_js__WEBPACK_IMPORTED_MODULE_3__/* .configurationName */ .Sh)(group, number, imageId), imageId };
    const planned = ({ templateId }) => ({ templateId, imageId });
    return { ...planned(from), ...(from.others && { others: from.others.map(planned) }) };
}
/** Makes what launches the release's image. A repeated call gives the same versions. */
async function createVersions(aws, release) {
    const { from, to } = release;
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_4__/* .isConfiguration */ .Z)(from))
        return (0,_launch_configuration_js__WEBPACK_IMPORTED_MODULE_3__/* .copyConfiguration */ .UI)(aws, from, to);
    const made = [];
    for (const { templateId, imageId } of (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_5__/* .versionsOf */ .x4)(to)) {
        const source = (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_5__/* .versionsOf */ .x4)(from).find((one) => one.templateId === templateId) ?? from;
        made.push(await createVersion(aws, release, { ...source, templateId, imageId }));
    }
    return joined(made);
}
/** Makes versions that name the images which run, where the predecessor's name a parameter in place of one. */
async function pinVersions(aws, release) {
    const pinned = [];
    for (const version of (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_5__/* .versionsOf */ .x4)(release.from)) {
        const pins = version.version;
        pinned.push(version.isFloating ? { ...(await createVersion(aws, release, version)), pins } : version);
    }
    return joined(pinned);
}
/**
 * Makes anew what somebody has deleted of the versions that ran before: they differ from those of the release in nothing but
 * their image.
 * @returns undefined when nothing is missing, or what to make it from is missing as well.
 */
async function remakeDeleted(aws, release) {
    const { from, to } = release;
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_4__/* .isConfiguration */ .Z)(from))
        return undefined;
    const made = [];
    for (const one of (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_5__/* .versionsOf */ .x4)(from)) {
        const copy = (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_5__/* .versionsOf */ .x4)(to).find(({ templateId }) => templateId === one.templateId);
        const isMissing = (await imageOf(aws, one)) === undefined;
        if (isMissing && copy?.version === undefined)
            return undefined;
        const { version = 0 } = copy ?? {};
        made.push(isMissing ? await createVersion(aws, release, { ...one, version }) : one);
    }
    const isNew = made.some(({ version }, index) => version !== (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_5__/* .versionsOf */ .x4)(from)[index]?.version);
    return isNew ? joined(made) : undefined;
}
/** The first of the versions that a source names which is not there any more. */
async function missingOf(aws, source) {
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_4__/* .isConfiguration */ .Z)(source))
        return undefined;
    const versions = (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_5__/* .versionsOf */ .x4)(source);
    const images = await Promise.all(versions.map((version) => imageOf(aws, version)));
    return versions[images.indexOf(undefined)];
}
/** Whether a group can be made to launch from this: nobody has deleted it. */
async function isThere(aws, source) {
    const found = (0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_4__/* .isConfiguration */ .Z)(source)
        ? await (0,_launch_configuration_js__WEBPACK_IMPORTED_MODULE_3__/* .findConfiguration */ .oN)(aws, source.templateId)
        : await missingOf(aws, source);
    return (0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_4__/* .isConfiguration */ .Z)(source) === (found !== undefined);
}
/** The image that a version names; undefined when there is no such version. */
async function imageOf({ ec2 }, version) {
    const order = { LaunchTemplateId: version.templateId, Versions: [String(version.version)] };
    try {
        const { LaunchTemplateVersions = [] } = await ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_6__/* .DescribeLaunchTemplateVersionsCommand */ .P(order));
        return LaunchTemplateVersions[0]?.LaunchTemplateData?.ImageId ?? '';
    }
    catch (error) {
        if (/^InvalidLaunchTemplate/.test(error.name))
            return undefined;
        throw error;
    }
}
/** The group's own template first. @throws {Failure} for a policy that one version of each template cannot stand for. */
function templatesOf({ name, template, policy }) {
    const templates = new Map([[template.id, { ...template, overrides: [] }]]);
    const all = policy?.LaunchTemplate?.Overrides ?? [];
    for (const override of all) {
        const { LaunchTemplateId: id = template.id, Version: version = template.version } = override.LaunchTemplateSpecification ?? {};
        const known = templates.get(id) ?? { id, version, overrides: [] };
        if (known.version !== version) {
            throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`The mixed instances policy of group "${name}" has launch template ${id} at versions ${known.version} and ${version}. ` +
                'Let its overrides agree on one version of each template first.');
        }
        templates.set(id, { ...known, overrides: [...known.overrides, override] });
    }
    return [...templates.values()];
}
async function runningVersion(aws, template, live) {
    const { id, overrides } = template;
    const machines = live.filter(({ templateId }) => templateId === id);
    const { VersionNumber: version = 0, LaunchTemplateData: data } = await describeVersion(aws, template, machines);
    const images = new Set(overrides.map(({ ImageId }) => ImageId ?? data?.ImageId));
    const [image = '', ...more] = images.size > 0 ? images : [data?.ImageId];
    const types = overrides.length > 0 ? overrides.map(({ InstanceType }) => InstanceType) : [data?.InstanceType];
    const instanceTypes = types.flatMap((type) => type ?? []);
    if (image.startsWith('ami-') && more.length === 0) {
        return { version: { templateId: id, version, imageId: image }, instanceTypes };
    }
    if (!image.startsWith('resolve:ssm:') || more.length > 0) {
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(`Launch template ${id} version ${version} names its image as "${[image, ...more].join('" and "')}". ` +
            'Give the group a version that names one image by its id (ami-...) first.');
    }
    const running = mostFrequent(machines.filter((one) => one.version === version).map(({ imageId }) => imageId));
    const imageId = running || (await (0,_image_parameter_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveParameter */ .w)(aws, image.slice('resolve:ssm:'.length)));
    return { version: { templateId: id, version, imageId, isFloating: true }, instanceTypes };
}
/** The version that most machines run and that still exists; else the one that the group would launch. */
async function describeVersion({ ec2 }, { id, version }, machines) {
    const running = mostFrequent(machines.map((machine) => String(machine.version)));
    const describe = async (wanted) => {
        const order = { LaunchTemplateId: id, Versions: [wanted] };
        const answer = await ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_6__/* .DescribeLaunchTemplateVersionsCommand */ .P(order));
        return answer.LaunchTemplateVersions?.[0] ?? {};
    };
    try {
        return await describe(running ?? version);
    }
    catch (error) {
        // It was deleted: its machines cannot be had again.
        if (running === undefined || error.name !== 'InvalidLaunchTemplateId.VersionNotFound')
            throw error;
        return describe(version);
    }
}
/**
 * A copy of a version with another ImageId. The client token comes from the release, so a repeated call gives the same
 * version (EC2 API, "Ensuring idempotency").
 */
async function createVersion({ ec2 }, { group, number, continues: origin = number }, { templateId, version, imageId }) {
    const said = [group, origin, templateId, version, imageId].join('\n');
    const answer = await ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_7__/* .CreateLaunchTemplateVersionCommand */ .B({
        LaunchTemplateId: templateId,
        SourceVersion: String(version),
        LaunchTemplateData: { ImageId: imageId },
        VersionDescription: `Steadfleet release ${origin} of ${group}`.slice(0, 255),
        ClientToken: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(said).digest('hex'),
    }));
    const made = answer.LaunchTemplateVersion?.VersionNumber;
    if (made === undefined)
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('EC2 answered CreateLaunchTemplateVersion without a version. Run this again.');
    return { templateId, imageId, version: made };
}
function joined([own, ...others]) {
    if (!own)
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('A release launches from nothing. Delete it from the ledger, then run this again.');
    return { ...own, ...(others.length > 0 && { others }) };
}
function mostFrequent(values) {
    const counts = new Map();
    for (const value of values)
        counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}


/***/ }),

/***/ 3613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ alarmsInAlarm),
  s: () => (/* binding */ chooseAlarms)
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


/** Which of these alarms are in ALARM. One with INSUFFICIENT_DATA is not. */
async function alarmsInAlarm(aws, names) {
    return (await describeByName(aws, names, { StateValue: 'ALARM' })).map(({ name }) => name);
}
/**
 * The names of the alarms to watch, found once, before anything is changed.
 * @throws {Failure} for a name that does not exist, for tags that no alarm has, and for one that is in ALARM already.
 */
async function chooseAlarms(aws, names, { tags, acceptsAlarm, tell }) {
    const named = await describeByName(aws, names, {});
    const missing = names.filter((name) => !named.some((alarm) => alarm.name === name));
    if (missing.length > 0) {
        throw new failure/* Failure */.HR(`There is no CloudWatch alarm ${quoted(missing)} in ${aws.region}. Check the name and the region, or leave it out of "alarms".`);
    }
    const alarms = new Map([...named, ...(await withTags(aws, tags))].map((alarm) => [alarm.name, alarm]));
    const ringing = [...alarms.values()].filter(({ isInAlarm }) => isInAlarm).map(({ name }) => name);
    if (ringing.length > 0 && !acceptsAlarm) {
        throw new failure/* Failure */.HR(`CloudWatch alarm ${quoted(ringing)} is in ALARM already, before anything was changed. ` +
            'See what is wrong first, or set accept-alarms: true to roll out without watching it.');
    }
    if (ringing.length > 0)
        tell(`Not watching what is in ALARM already: ${ringing.join(', ')}`);
    return [...alarms.keys()].filter((name) => !ringing.includes(name));
}
/** A hundred names a call (CloudWatch API, DescribeAlarms). */
async function describeByName(aws, names, filter) {
    const found = [];
    for (let at = 0; at < names.length; at += 100) {
        found.push(...(await describe(aws, { ...filter, AlarmNames: names.slice(at, at + 100) })));
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
        const { Tags = [] } = await aws.cloudWatch.send(new ListTagsForResourceCommand({ ResourceARN: alarm.arn }));
        if (wanted.every(([key, value]) => Tags.some((tag) => tag.Key === key && tag.Value === value)))
            found.push(alarm);
    }
    if (found.length > 0)
        return found;
    const asked = wanted.map(([key, value]) => `${key}=${value}`).join(', ');
    throw new failure/* Failure */.HR(`No CloudWatch alarm in ${aws.region} has the tags ${asked} ("alarm-tags"). Tag one, or name some.`);
}
async function describe({ cloudWatch }, which) {
    const found = [];
    let page;
    do {
        const question = { ...which, MaxRecords: 100, ...(page && { NextToken: page }) };
        const answer = await cloudWatch.send(new DescribeAlarmsCommand/* DescribeAlarmsCommand */.z({ ...question, AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] }));
        for (const { AlarmName, AlarmArn, StateValue } of [
            ...(answer.MetricAlarms ?? []),
            ...(answer.CompositeAlarms ?? []),
        ]) {
            found.push({ name: AlarmName ?? '', arn: AlarmArn ?? '', isInAlarm: StateValue === 'ALARM' });
        }
        page = answer.NextToken;
    } while (page);
    return found;
}
function quoted(names) {
    return names.map((name) => `"${name}"`).join(', ');
}


/***/ }),

/***/ 1022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ isConfiguration)
/* harmony export */ });
/** A launch configuration, which is never edited, in place of a template. */
function isConfiguration({ version }) {
    return version === 0;
}


/***/ }),

/***/ 6214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ pointsAt),
/* harmony export */   Np: () => (/* binding */ runs),
/* harmony export */   sX: () => (/* binding */ isMade),
/* harmony export */   x4: () => (/* binding */ versionsOf)
/* harmony export */ });
/** Each version that a source has, the group's own first. */
function versionsOf(source) {
    return [source, ...(source.others ?? [])];
}
/** A source whose versions all have their numbers. */
function isMade(source) {
    return versionsOf(source).every(({ version }) => version !== undefined);
}
/** Whether a machine runs one of a source's versions, and that one's image, which EC2 may not know yet. */
function runs(machine, source) {
    return runsVersion(machine, source) || source.others?.some((other) => runsVersion(machine, other)) === true;
}
function runsVersion({ templateId, version, imageId }, one) {
    return (templateId === one.templateId &&
        (version === one.version || version === one.pins) &&
        (imageId === one.imageId || imageId === ''));
}
/** Whether a group launches from exactly this. Overrides that somebody has added since are theirs. */
function pointsAt({ launches: [own, ...others] }, source) {
    const isAt = (launched, { templateId, version, imageId }) => launched?.templateId === templateId &&
        launched.version === String(version) &&
        (launched.imageId ?? imageId) === imageId;
    const known = versionsOf(source);
    return (isAt(own, source) &&
        others.every((other) => known.every((one) => one.templateId !== other.templateId || isAt(other, one))));
}


/***/ }),

/***/ 4383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jo: () => (/* binding */ waveTarget),
/* harmony export */   Nh: () => (/* binding */ holdsMachines),
/* harmony export */   ZZ: () => (/* binding */ goalOf),
/* harmony export */   j5: () => (/* binding */ waveOf),
/* harmony export */   nn: () => (/* binding */ isProven),
/* harmony export */   oo: () => (/* binding */ isProving),
/* harmony export */   qd: () => (/* binding */ isPausing),
/* harmony export */   u6: () => (/* binding */ allowanceFor)
/* harmony export */ });
/** Where the machines are to end up: the new version, or the predecessor on the way back. */
function goalOf(release) {
    return release.direction === 'forward' ? release.to : release.from;
}
/** Whether the new version has served users for a soak. Until then whatever is launched besides gets what works. */
function isProven({ wavesDone, isUndo }) {
    return wavesDone > 0 || isUndo === true;
}
/** Whether the first wave is on its way: nothing of it has soaked yet. */
function isProving(release) {
    return release.direction === 'forward' && !isProven(release);
}
/** Whether a rollout waits for `resume` once the machines that its last wave has replaced are gone. */
function isPausing({ plan, wavesDone, direction }) {
    return direction === 'forward' && plan.pauseAfter !== undefined && wavesDone >= plan.pauseAfter;
}
/** The wave that is on its way; the first is 0. */
function waveOf(release) {
    return isPausing(release) ? release.wavesDone - 1 : release.wavesDone;
}
/** Whether new machines are held in our launch hook until something has been asked of them. */
function holdsMachines({ plan, isUndo }) {
    return !isUndo && (plan.gate.kind !== 'none' || plan.releaseCommand !== undefined);
}
/**
 * Turns the plan's amounts into machines, as Kubernetes does for a Deployment's rolling update: surge is rounded up,
 * unavailability down, and never are both zero (surge is 1 then).
 */
function allowanceFor(plan, size) {
    const unavailable = Math.min(size, machinesIn(plan.maxUnavailable, size, Math.floor));
    const surge = machinesIn(plan.maxSurge, size, Math.ceil);
    return { surge: surge === 0 && unavailable === 0 ? 1 : surge, unavailable };
}
/**
 * How many machines of a group of this size run the new image after so many waves and one more. The first wave is never
 * larger than what can be launched at once, for the group points at an unproven version only while it launches. Without
 * a soak or a pause to wait for, the waves after it are one.
 */
function waveTarget({ waves, soak, pauseAfter = 0, ...plan }, wavesDone, size) {
    const wave = waves[wavesDone];
    if (wave === undefined || (soak === 0 && wavesDone > 0 && wavesDone >= pauseAfter))
        return size;
    const target = Math.min(size, Math.max(1, machinesIn(wave, size, Math.ceil)));
    const { surge, unavailable } = allowanceFor(plan, size);
    return wavesDone === 0 ? Math.min(target, surge + unavailable) : target;
}
function machinesIn(amount, size, round) {
    return 'machines' in amount ? amount.machines : round((size * amount.percent) / 100);
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

/***/ 6511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ resolveParameter)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(6896);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(9060);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParameterCommand.js


class GetParameterCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetParameter", schemas_0/* GetParameter$ */.unS) {
}

// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/image/parameter.js


/**
 * The image that a parameter of SSM names now. After its name it may say `:version` or `:label` (SSM API, GetParameter).
 * @throws {Failure} when there is no such parameter, or it names no image.
 */
async function resolveParameter({ ssm, region }, name) {
    const value = await ssm.send(new GetParameterCommand({ Name: name })).then(({ Parameter }) => Parameter?.Value?.trim() ?? '', (error) => {
        if (error.name !== 'ParameterNotFound')
            throw error;
        throw new failure/* Failure */.HR(`There is no SSM parameter "${name}" in ${region}. Check its name and the region.`);
    });
    if (/^ami-[0-9a-f]+$/.test(value))
        return value;
    throw new failure/* Failure */.HR(`SSM parameter "${name}" holds "${value.slice(0, 80)}", which is no id of an image (ami-...).`);
}


/***/ }),

/***/ 5714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LL: () => (/* binding */ findRefresh),
  uc: () => (/* binding */ preferencesOf),
  uG: () => (/* binding */ rollBackRefresh),
  QY: () => (/* binding */ startRefresh)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeInstanceRefreshesCommand.js
var DescribeInstanceRefreshesCommand = __webpack_require__(7007);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2364);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(8427);
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
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/template.js
var template = __webpack_require__(9644);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/matching.js
var matching = __webpack_require__(6214);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/waves.js
var waves = __webpack_require__(4383);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/instance-refresh/refresh.js






/** The refresh that a release has started, unless AWS has taken it back on our word: then it is as if it had never been. */
async function findRefresh({ autoScaling }, release) {
    if (!(0,matching/* isMade */.sX)(release.to))
        return undefined;
    const answer = await autoScaling.send(new DescribeInstanceRefreshesCommand/* DescribeInstanceRefreshesCommand */.X({ AutoScalingGroupName: release.group, MaxRecords: 20 }));
    const found = ofRelease(answer.InstanceRefreshes ?? [], release);
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
    const SkipMatching = !(0,template/* liveAmong */.x8)(machines).every((machine) => (0,matching/* runs */.Np)(machine, to));
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
    const checkpoints = checkpointsOf(plan, size);
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
/** Ascending, each once, the last 100 (Auto Scaling API, RefreshPreferences). */
function checkpointsOf({ waves }, size) {
    const percents = waves.map((wave) => 'percent' in wave ? wave.percent : Math.ceil((100 * wave.machines) / Math.max(1, size)));
    return [...new Set(percents.map((percent) => Math.min(100, Math.max(1, percent))))].sort((one, two) => one - two);
}


/***/ }),

/***/ 3389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fp: () => (/* binding */ unfinishedIn),
/* harmony export */   Xr: () => (/* binding */ ledgerOf),
/* harmony export */   oX: () => (/* binding */ otherLedger),
/* harmony export */   zS: () => (/* binding */ findLedger)
/* harmony export */ });
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1720);

/** Two groups have one ledger, that of the name that comes first, whichever of them is named first. */
function ledgerOf(aws, groups) {
    return new _ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .Ledger */ .Oc(aws, [...groups].sort()[0] ?? '');
}
/**
 * The ledger that tells last of a group: its own; or, for the second of two groups, the one that they share. What is not over
 * comes first.
 */
async function findLedger(aws, ledger) {
    const own = { ledger, history: await ledger.history() };
    if (ledger.elsewhere === undefined)
        return own;
    const shared = new _ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .Ledger */ .Oc(aws, ledger.elsewhere);
    const other = { ledger: shared, history: await shared.history() };
    return rank(other) > rank(own) ? other : own;
}
function rank({ history: [newest] }) {
    if (!newest)
        return 0;
    return newest.outcome === undefined ? Number.POSITIVE_INFINITY : newest.startedAt;
}
/**
 * Where else a rollout to these groups can stand: one to the second of two groups alone stands in that one's own ledger,
 * one between both in that of the first.
 */
function otherLedger(aws, ledger, groups) {
    const other = groups.find((group) => group !== ledger.group) ?? ledger.elsewhere;
    return other === undefined ? undefined : new _ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .Ledger */ .Oc(aws, other);
}
/** The rollout of that ledger that has one of these groups now, and is not over. */
async function unfinishedIn(ledger, groups) {
    const newest = await ledger.newest();
    if (!newest || newest.outcome !== undefined)
        return undefined;
    const { group, sides } = newest;
    const taken = sides ? [sides.blue.group, sides.green.group] : [group];
    return taken.some((one) => groups.includes(one)) ? newest : undefined;
}


/***/ }),

/***/ 1720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Oc: () => (/* binding */ Ledger),
  PA: () => (/* binding */ isLine),
  Ei: () => (/* binding */ keepShort)
});

// UNUSED EXPORTS: encodeGroupName, expendable, keptReleases

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(6896);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(9060);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParametersByPathCommand.js


class GetParametersByPathCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetParametersByPath", schemas_0/* GetParametersByPath$ */.RNT) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/PutParameterCommand.js


class PutParameterCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "PutParameter", schemas_0/* PutParameter$ */.t7P) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParametersCommand.js


class GetParametersCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetParameters", schemas_0/* GetParameters$ */.h6Z) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/DeleteParametersCommand.js


class DeleteParametersCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteParameters", schemas_0/* DeleteParameters$ */.q9B) {
}

// EXTERNAL MODULE: ./build/bundle/src/platform/aws-failure.js
var aws_failure = __webpack_require__(5588);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/platform/fence.js
var fence = __webpack_require__(8275);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/scheduled-actions.js
var scheduled_actions = __webpack_require__(737);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/plan.js
var heart_plan = __webpack_require__(4450);
// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/hold.js
var hold = __webpack_require__(8948);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/longest-line.js



/** No time, no number of machines and no number of a version or a release is longer. */
const time = 9_999_999_999_999;
const machines = 99_999;
const number = 999_999;
/** Six zones, as many as a region has; names of that length are those of Local Zones. */
const zones = ['a', 'b', 'c', 'd', 'e', 'f'].map((zone) => `us-west-2-lax-1${zone}`);
/** A raise that is launched by name: all else that can be known of a surge comes in its place, and is shorter. */
const surge = {
    ...{ machines, from: machines, raised: false, max: machines, maxBefore: machines },
    launches: { at: time, zones: Object.fromEntries(zones.map((zone) => [zone, machines])) },
    ...{ settledAt: time, changedAt: time },
};
/** Bytes of JSON that the line has for why a run was cut off: as much as AWS needs to refuse a permission. */
const longestBecause = 300;
const pin = {
    size: machines,
    was: Array(hold/* mostRemembered */.Ku).fill(machines),
    since: time,
    shrinks: machines,
    isInherited: true,
};
/** What scheduled actions want while they rest. */
const once = { at: time, min: machines, max: machines, desired: machines };
const missed = { until: time, min: machines, max: machines, desired: machines };
/** What a rollout adds to its line until it ends, at its longest; of why it turned back at least the beginning. */
const added = {
    claimedAt: time,
    surge,
    scheduled: { at: time, desired: machines, isSkipped: true },
    raises: number,
    refusesLaunches: true,
    wavesDone: 999,
    soak: { wave: 999, since: time },
    command: 'begun',
    reason: '.'.repeat(100),
    backOutcome: 'rolled-back',
    continues: number,
    rests: { kind: 'interrupted', because: '.'.repeat(longestBecause - 2) },
    outcome: 'needs-attention',
    ...{ endedAt: time, keptUntil: time },
    boots: { median: 9_999_999, p99: 9_999_999, machines },
};
/** A release with all that it can grow by: what is made and pinned for it, what rests for it, who takes it over. */
function atItsLongest(release) {
    const { claimant, from, to, plan, sides } = release;
    return {
        ...release,
        ...added,
        number,
        claimant: another(claimant),
        from: numbered(from),
        to: numbered(to),
        suspended: plan.suspend,
        ...(plan.suspend.includes('ScheduledActions') && { missed, toCome: Array(scheduled_actions/* mostToCome */.nM).fill(once) }),
        ...((0,heart_plan/* isRefresh */.y)(plan.strategy) && { refresh: { id: '-'.repeat(36), kind: 'taken-back' } }),
        ...(sides && { sides: { ...sides, pin } }),
    };
}
/** A run of the same workflow, in another job: GitHub's names of people have up to 39 characters, and `[bot]`. */
function another({ actor, job, ...claimant }) {
    return { ...claimant, runAttempt: '999', actor: actor.padEnd(44), job: job.padEnd(40) };
}
/** Each version is made, or made anew: one that pins another says so in place of its floating. */
function numbered(source) {
    const withNumber = (version) => ({ ...version, version: number });
    return { ...withNumber(source), ...(source.others && { others: source.others.map(withNumber) }) };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/ledger-line.js


/** Bytes that SSM keeps in one standard parameter (SSM API, PutParameter). */
const limit = 4096;
/**
 * A release as SSM takes it. What could be too long by then is cut: why it was cut off, why it turned back, and if need be who
 * is at it.
 */
function writeLine(whole) {
    const release = withShortBecause(whole);
    const line = withShortReason(release);
    if (Buffer.byteLength(line) <= limit)
        return line;
    // A claimant without them is never taken for one that is gone: its lease is waited for.
    return withShortReason({ ...release, claimant: { ...release.claimant, job: '', runnerName: '' } });
}
function withShortBecause(release) {
    const { rests } = release;
    if (rests?.kind !== 'interrupted' || rests.because === undefined)
        return release;
    if (Buffer.byteLength(textOf(rests.because)) <= longestBecause)
        return release;
    return { ...release, rests: { ...rests, because: cut(rests.because, longestBecause) } };
}
function withShortReason(release) {
    const line = textOf(release);
    const excess = Buffer.byteLength(line) - limit;
    if (excess <= 0)
        return line;
    const { reason = '' } = release;
    return textOf({ ...release, reason: cut(reason, Buffer.byteLength(textOf(reason)) - excess) });
}
/** A value must not hold double braces (SSM API, PutParameter). In JSON those stand only in strings. */
function textOf(value) {
    return JSON.stringify(value).replaceAll('{{', '{\\u007b');
}
/** As much of a text as fits into so many bytes, quotes, escapes and an ellipsis included. */
function cut(text, bytes) {
    let end = Math.min(text.length, Math.max(0, bytes));
    while (end > 0 && Buffer.byteLength(textOf(`${text.slice(0, end)}…`)) > bytes)
        end--;
    return end > 0 ? `${text.slice(0, end)}…` : '';
}
function bytesOf(release) {
    return Buffer.byteLength(textOf(release));
}
/**
 * A rule of every release that begins, before anything is changed.
 * @throws {Failure} when the line would not fit into a parameter at every moment; what takes most of it is named.
 */
function requireFits(release) {
    const size = bytesOf(release);
    const room = limit - (bytesOf(atItsLongest(release)) - size);
    if (size <= room)
        return;
    const { gate, releaseCommand = '', alarms } = release.plan;
    const parts = {
        'gate-command': gate.kind === 'command' ? gate.command : '',
        'gate-path': gate.kind === 'path' ? gate.path : '',
        'release-command': releaseCommand,
        alarms: alarms.join(', '),
    };
    const sizes = Object.entries(parts)
        .map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) }))
        .filter(({ bytes }) => bytes > 100)
        .sort((one, other) => other.bytes - one.bytes)
        .map(({ name, bytes }) => `${name} (${bytes})`);
    throw new failure/* Failure */.HR(`The settings of this rollout take ${size} bytes, and its line in the ledger has ${room} for them` +
        `${sizes.length > 0 ? `. The longest: ${sizes.join(', ')}` : ''}. Shorten them: put a longer script on the image, and call it here.`);
}
/**
 * A release as the ledger has it; what an older version did not write yet is what that version did.
 * @throws {Failure} when it is no release.
 */
function readLine(name, text) {
    const line = parse(text);
    if (!line) {
        throw new failure/* Failure */.HR(`SSM parameter ${name} is not a release that Steadfleet wrote. Delete it, then run this again.`);
    }
    return { plan: formerPlan, suspended: [], wavesDone: 0, ...line, claimant: { ...nobody, ...line.claimant } };
}
function parse(text) {
    try {
        const line = JSON.parse(text);
        return typeof line?.number === 'number' && line.from && line.to && line.claimant ? line : undefined;
    }
    catch {
        return undefined;
    }
}
const nobody = { runId: '', runAttempt: '', job: '', runnerName: '', runnerEnvironment: 'unknown' };
/** How rollouts went about their work before plans were written down. */
const formerPlan = {
    strategy: 'rolling',
    waves: [{ percent: 100 }],
    maxSurge: { percent: 25 },
    maxUnavailable: { machines: 0 },
    raiseMax: true,
    minReady: 30_000,
    soak: 0,
    gate: { kind: 'none' },
    alarms: [],
    progressDeadline: 600_000,
    onFailure: 'roll-back',
    keepPrevious: 0,
    suspend: [],
    pollInterval: 10_000,
};

;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/ledger.js






/**
 * The ledger of a group: one SSM parameter a release, `/steadfleet/GROUP/000042`. PutParameter without Overwrite is
 * atomic (SSM API, PutParameter: ParameterAlreadyExists), so whoever creates the next number owns the group, and a
 * higher number than one's own means: somebody else does.
 */
class Ledger {
    group;
    #ssm;
    #path;
    /** The version of each parameter that this run has written last. */
    #written = new Map();
    #elsewhere;
    /** The line that was followed last: mostly nothing has changed, and there is nothing to read anew. */
    #followed;
    constructor(aws, group) {
        this.group = group;
        this.#ssm = aws.ssm;
        this.#path = `/steadfleet/${encodeGroupName(group)}`;
    }
    /** All releases of the group, the newest first. */
    async history() {
        const releases = [];
        let page;
        do {
            const answer = await this.#ssm.send(new GetParametersByPathCommand({ Path: this.#path, ...(page && { NextToken: page }) }));
            for (const parameter of answer.Parameters ?? []) {
                if (parameter.Name === this.#reference)
                    this.#elsewhere = parameter.Value;
                else
                    releases.push(parseRelease(parameter));
            }
            page = answer.NextToken;
        } while (page);
        return releases.sort((one, other) => other.number - one.number);
    }
    /** The group in whose ledger rollouts between this one and that one stand, once the history has been read. */
    get elsewhere() {
        return this.#elsewhere;
    }
    /** Says from now on in which group's ledger rollouts between the two stand. */
    async referTo(group) {
        const Description = `Steadfleet: rollouts between two groups stand in the ledger of ${group}`.slice(0, 1024);
        const reference = { Name: this.#reference, Type: 'String', Value: group, Description, Overwrite: true };
        await this.#ssm.send(new PutParameterCommand(reference));
    }
    get #reference() {
        return `${this.#path}/ledger`;
    }
    /** The newest release, or undefined when this group has none. */
    async newest() {
        return (await this.history())[0];
    }
    /**
     * Claims the group by creating the release's number. Whoever takes over needs no room for what its line has grown by already.
     * @throws {Failure} when another run was faster, or the settings of a release that begins are too long.
     */
    async claim(release) {
        if (release.continues === undefined)
            requireFits(release);
        try {
            await this.#put(release, false);
        }
        catch (error) {
            if (error.name !== 'ParameterAlreadyExists')
                throw error;
            const { release: other } = await this.follow(release.number);
            // A repeated call whose first answer was lost finds its own claim.
            if (other && writeLine(other) === writeLine(readLine(this.nameOf(release.number), writeLine(release))))
                return;
            throw new failure/* Failure */.HR(`Group "${release.group}" was claimed a moment ago by ${other?.claimant.runUrl ?? 'another run'}. Wait for it to end, then run this again.`);
        }
    }
    /** Writes a release that this run owns again, with what has changed. */
    async update(release) {
        await this.#put(release, true);
        return release;
    }
    /**
     * A release as the ledger has it now, and whether another run has claimed the group after it: then its run stops.
     * @throws {Error} StaleAnswer when it is older than what this run has written itself.
     */
    async follow(number) {
        const own = this.nameOf(number);
        // GetParameters, for its answer to a name that does not exist is no error: that is the usual answer here.
        const { Parameters = [] } = await this.#ssm.send(new GetParametersCommand({ Names: [own, this.nameOf(number + 1)] }));
        const found = Parameters.find(({ Name }) => Name === own);
        if ((found?.Version ?? 0) < (this.#written.get(own) ?? 0)) {
            throw Object.assign(new Error(`SSM shows ${own} as it was before the last change`), { name: 'StaleAnswer' });
        }
        return { release: found && this.#read(found), superseded: Parameters.some(({ Name }) => Name !== own) };
    }
    #read(parameter) {
        const { Value: line = '' } = parameter;
        if (this.#followed?.line !== line)
            this.#followed = { line, release: parseRelease(parameter) };
        return this.#followed.release;
    }
    /** Deletes the releases that nobody needs any more, ten a call (SSM API, DeleteParameters). */
    async prune() {
        const names = expendable(await this.history()).map(({ number }) => this.nameOf(number));
        for (let at = 0; at < names.length; at += 10) {
            await this.#ssm.send(new DeleteParametersCommand({ Names: names.slice(at, at + 10) }));
        }
    }
    nameOf(number) {
        return `${this.#path}/${String(number).padStart(6, '0')}`;
    }
    async #put(release, overwrite) {
        const Name = this.nameOf(release.number);
        const { Version = 0 } = await this.#ssm.send(new PutParameterCommand((0,fence/* outsideTheFence */.yC)({
            Name,
            Type: 'String',
            Value: writeLine(release),
            Description: `Steadfleet: ${release.group} to ${release.to.imageId}`.slice(0, 1024),
            Overwrite: overwrite,
        })));
        this.#written.set(Name, Version);
    }
}
/** Whether a parameter is a line of a ledger; beside them stands where rollouts between two groups are. */
function isLine(name) {
    return /^\/steadfleet\/.*\/\d{6}$/.test(name);
}
function parseRelease({ Name = '', Value = '' }) {
    return readLine(Name, Value);
}
/** Releases that are kept for whoever reads the history, besides what an undo could need. */
const keptReleases = 50;
/** After a release has ended; a rollout that went well is no failure because of what was to be tidied up after it. */
async function keepShort(ledger, number, tell) {
    if (number <= keptReleases)
        return;
    try {
        await ledger.prune();
    }
    catch (error) {
        if (!(error instanceof Error && '$metadata' in error))
            throw error;
        tell(`Old releases stay in the ledger (needs "ssm:DeleteParameters"): ${(0,aws_failure/* briefly */.m_)(error)}`);
    }
}
/** Images that one undo after the other can go back to, however old they are. */
const undoable = 5;
/** Those that nobody needs any more: old, and none of the last images that were healthy under traffic. */
function expendable(releases) {
    const images = new Set();
    const old = [];
    const newestFirst = [...releases].sort((one, other) => other.number - one.number);
    for (const [position, release] of newestFirst.entries()) {
        const isTarget = release.outcome === 'succeeded' && images.size < undoable && !images.has(release.to.imageId);
        if (isTarget)
            images.add(release.to.imageId);
        if (position >= keptReleases && !isTarget)
            old.push(release);
    }
    return old;
}
/** Characters of a name that SSM takes, without the ARN in front and the number behind (SSM API, PutParameter: 1011). */
const longest = 900;
/**
 * A group's name as one level of a parameter's name. SSM allows letters, digits and `_.-` (SSM API, PutParameter); any
 * other character becomes its code in hexadecimal between double underscores, and so do underscores that stand together,
 * so that no two groups share a ledger. Of a name that gets too long by that, the rest is a hash.
 */
function encodeGroupName(group) {
    const code = (character) => `__${character.charCodeAt(0).toString(16)}__`;
    const encoded = group.replace(/[^A-Za-z0-9_.-]|_(?=_)|(?<=_)_/g, code);
    if (encoded.length <= longest)
        return encoded;
    return `${encoded.slice(0, longest - 100)}__sha256-${(0,external_node_crypto_.createHash)('sha256').update(group).digest('hex')}__`;
}


/***/ }),

/***/ 7862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ requireUndoTarget),
/* harmony export */   Fi: () => (/* binding */ previousRelease),
/* harmony export */   WM: () => (/* binding */ wasNeverProven)
/* harmony export */ });
/* unused harmony export undoTarget */
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6214);
/* harmony import */ var _two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6182);



/**
 * The last release that was healthy under traffic, of another image than runs now and not undone itself; before the first of
 * them, what that one found running, past what the ledger knows to have failed, or that no machine ran.
 */
function undoTarget(history, imageNow) {
    const succeeded = history.filter(({ outcome }) => outcome === 'succeeded');
    const undoes = (succeeded.find(({ to }) => to.imageId === imageNow) ?? history[0])?.number ?? 0;
    const rejected = new Set([imageNow]);
    for (const release of succeeded) {
        const { to } = release;
        if (release.undoes !== undefined)
            rejected.add((0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__/* .imageBefore */ .Fi)(release));
        if (!rejected.has(to.imageId) && (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_2__/* .isMade */ .sX)(to))
            return { undoes, to };
    }
    const first = succeeded.at(-1);
    if (first?.to.imageId !== imageNow)
        return undefined;
    const to = foundBefore(history, first);
    return !to || rejected.has(to.imageId) ? undefined : { undoes, to };
}
/** Ends that prove nothing: a failure, or a group in which no machine ran. */
const withoutProof = ['rolled-back', 'aborted', 'needs-attention', 'unproven'];
/** Whether an image was rolled out and never got healthy under traffic. An undo that failed says nothing of what it went back to. */
function wasNeverProven(history, imageId) {
    const deployed = history.filter(({ to, undoes }) => to.imageId === imageId && undoes === undefined);
    const isProven = history.some(({ to, outcome }) => to.imageId === imageId && outcome === 'succeeded');
    return !isProven && deployed.some(({ outcome }) => withoutProof.includes(outcome));
}
/** What a release found running; where that was never proven, what the one before found. */
function foundBefore(history, release) {
    const upTo = history.filter(({ number }) => number <= release.number);
    const good = upTo.find((one) => !wasNeverProven(history, (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__/* .imageBefore */ .Fi)(one)));
    return good && { ...good.from, imageId: (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__/* .imageBefore */ .Fi)(good) };
}
/** What ran before the image that a group's last healthy release has brought, by the same rule; undefined without any. */
function previousRelease(history) {
    const healthy = history.find(({ outcome }) => outcome === 'succeeded');
    return healthy && undoTarget(history, healthy.to.imageId);
}
/** The same. @throws {Failure} when there is none. */
function requireUndoTarget(history, imageNow) {
    const target = undoTarget(history, imageNow);
    if (target)
        return target;
    throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`The group runs ${imageNow}, and its ledger knows no other image that was healthy under traffic. Deploy the one that you want by its id.`);
}


/***/ }),

/***/ 1913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   AS: () => (/* binding */ oldestRead),
/* harmony export */   Lm: () => (/* binding */ theirMax),
/* harmony export */   VO: () => (/* binding */ isSettledBefore),
/* harmony export */   jd: () => (/* binding */ raisedMax),
/* harmony export */   kZ: () => (/* binding */ surgeLeft),
/* harmony export */   lb: () => (/* binding */ hasOurMax),
/* harmony export */   z5: () => (/* binding */ isRaised)
/* harmony export */ });
/** A read may show what was so before the last change: no older than this, in milliseconds. */
const oldestRead = 60_000;
/**
 * How many machines the group is meant to have without our surge: what its owner and its scaling policies want now.
 * A raise counts as far as desired still stands above where it began, so a policy that scales in while we surge never
 * makes us retire more than we added: too many for a moment, never too few.
 */
function sizeOf(seen) {
    const { group, release } = seen;
    const { surge, baseline } = release;
    if (!surge)
        return group.desired;
    const size = isRaised(group.desired, surge)
        ? Math.max(group.desired - surgeLeft(group.desired, surge), Math.min(group.desired, surge.from))
        : group.desired;
    // Room that we made for surge is no leave for a policy to grow beyond what the owner allows.
    return Math.max(group.min, hasOurMax(seen) ? Math.min(size, baseline.max) : size);
}
/** What is out of a surge while machines go with it or come back: a crash may have come in the middle of that. */
function surgeLeft(desired, { machines, retiring, returning }) {
    const gone = retiring ? Math.min(retiring.machines, Math.max(0, retiring.from - desired)) : 0;
    const back = returning ? Math.min(returning.machines, Math.max(0, desired - returning.from)) : 0;
    return machines - gone + back;
}
/** Nobody has set the maximum since we raised it. What it was before counts until the raise is confirmed and can be read. */
function hasOurMax({ group: { max }, release: { surge, baseline }, now }) {
    if (surge?.max === undefined)
        return false;
    const isBefore = max === surge.maxBefore || max === baseline.max;
    return max === surge.max || (isBefore && !isSettledBefore(surge, now - oldestRead));
}
/** Whether all that we have changed for the surge was confirmed before that. */
function isSettledBefore(surge, at) {
    const { raised, launches, retiring, returning, changedAt = Number.POSITIVE_INFINITY } = surge;
    return raised && !launches && !retiring && !returning && changedAt < at;
}
/** What a raise writes down of the maximum: what it has to be for it, or what it is raised to already. */
function raisedMax({ group, isMaxOurs }, max) {
    if (max === undefined)
        return isMaxOurs ? { max: group.max } : {};
    return { max, ...(isMaxOurs && { maxBefore: group.max }) };
}
/** Somebody has set the maximum since it was written down: before it is raised, theirs is what will be put back. */
function theirMax({ group, release, isMaxOurs }) {
    const { baseline } = release;
    return { baseline: isMaxOurs ? baseline : { ...baseline, max: group.max } };
}
/** Whether a raise was done, as far as can be told: a crash may have come before its confirmation. */
function isRaised(desired, { raised, from, machines }) {
    return raised || desired === from + machines;
}


/***/ }),

/***/ 8948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ inherit),
/* harmony export */   Ku: () => (/* binding */ mostRemembered),
/* harmony export */   PJ: () => (/* binding */ sizeOfPair),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   XR: () => (/* binding */ resize),
/* harmony export */   _2: () => (/* binding */ hold),
/* harmony export */   e6: () => (/* binding */ follow),
/* harmony export */   hi: () => (/* binding */ ownersSizes),
/* harmony export */   l0: () => (/* binding */ unpin),
/* harmony export */   yM: () => (/* binding */ isShared),
/* harmony export */   zN: () => (/* binding */ isPinBroken)
/* harmony export */ });
/* unused harmony export inheritedSizes */
/* harmony import */ var _size_size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1913);

/** Of what a minimum was before, so many are remembered. */
const mostRemembered = 4;
/**
 * How large either group has to be to serve all requests. While none are shared out that is blue's size, whatever its owner
 * makes of it. While some are it is the larger one's (rule 5), for each sees only its share of the load; a smaller one only
 * if somebody has lowered blue's minimum for it, below which no policy goes.
 */
function sizeOfPair(observation) {
    const { pair, group } = observation;
    const { pin } = pair.sides;
    const { max, desired } = pair.blue.group;
    if (!isShared(pair.weights) || (isSetByOwner(observation) && !isGrown(observation)))
        return desired;
    return Math.max(desired, pin && isShrinking(pin, observation) ? pin.size : Math.min(max, group.desired));
}
/** A policy has made green larger than we have: that is what its requests ask for, whatever has become of blue. */
function isGrown({ pair: { sides }, group }) {
    const { pin } = sides;
    return pin !== undefined && group.desired > Math.max(pin.size, pin.shrinks ?? 0);
}
/** Green is to get smaller, or may be read as it was before that. */
function isShrinking({ shrinks, ...pin }, { group, now }) {
    if (shrinks === undefined)
        return false;
    return pin.since === undefined || (group.desired <= shrinks && isLate(pin, now));
}
/** Blue's sizes as its owner wants them now. */
function ownersSizes(observation) {
    const { sides, blue } = observation.pair;
    const min = isPinned(observation) ? sides.blue.sizes.min : blue.group.min;
    return { min, max: blue.group.max, desired: sizeOfPair(observation) };
}
/** What makes green as large as that; the minimum holds it there, for a policy would take what gets no requests. */
function follow(observation) {
    const size = sizeOfPair(observation);
    return resize(observation.group, { min: size, max: observation.pair.blue.group.max, desired: size });
}
/**
 * What keeps both as large as that while requests are shared out: a policy would make them small, and on the way back blue
 * would lack machines. What blue's minimum is to be is written down before and after, so whatever else it is, its owner
 * has set. While AWS may yet tell who has made it smaller, nothing is done.
 */
function hold(observation) {
    const { pair, group, release } = observation;
    const { sides, blue } = pair;
    const { pin } = sides;
    if (pair.madeSmaller === 'unknown')
        return { kind: 'wait' };
    const size = sizeOfPair(observation);
    const { desired } = blue.group;
    const isTheirs = isSetByOwner(observation);
    if (pin?.size !== size || isTheirs) {
        const lowered = isTheirs && { shrinks: Math.max(group.desired, pin?.shrinks ?? 0) };
        const blueNow = { ...sides.blue, sizes: ownersSizes(observation) };
        return noteSides(sides, { blue: blueNow, pin: { size, was: remembered(observation), ...lowered } });
    }
    return (follow(observation) ??
        resize(blue.group, { ...blue.group, min: size, desired: Math.max(size, desired) }) ??
        // It was written down right before it was set.
        (pin.since === undefined ? noteSides(sides, { pin: { ...pin, since: release.heartbeatAt } }) : undefined));
}
/** All that a read may still show of blue's minimum while another one is set. */
function remembered({ pair: { sides, blue }, now }) {
    const { pin } = sides;
    const before = pin === undefined ? [] : [...(isLate(pin, now) ? pin.was : []), pin.size];
    return [...new Set([...before, blue.group.min])].slice(-mostRemembered);
}
/** Whether a read may show what was before this pin. */
function isLate({ since = Number.POSITIVE_INFINITY }, now) {
    return now - since < _size_size_js__WEBPACK_IMPORTED_MODULE_0__/* .oldestRead */ .AS;
}
/**
 * Green's sizes once it serves all: its own, or blue's as long as it has those that we have given it. What somebody has made of
 * blue at the last moment goes over to it as well, until green has been given them: from there on blue is idle. Its machines
 * become fewer by that only if somebody has set their number, for a policy takes from blue what gets no requests.
 */
function inheritedSizes(observation) {
    const { pair, group } = observation;
    const { sides, blue } = pair;
    if (isSetByOwner(observation)) {
        const { desired, max } = blue.group;
        const isMeant = pair.madeSmaller === 'set' && !isGrown(observation);
        return {
            ...blue.group,
            desired: isMeant ? desired : Math.max(desired, Math.min(group.desired, max)),
        };
    }
    // An owner who has given green a minimum that is none of ours has meant its other sizes, too.
    if (!isKnown(group.min, observation))
        return group;
    return { min: sides.blue.sizes.min, max: blue.group.max, desired: Math.max(group.desired, blue.group.desired) };
}
/**
 * Gives green those sizes, whatever was read of its bounds; from then on they are its own, which is written down before blue
 * loses those that they came from. A minimum that is none of ours is its owner's once no read can be from before ours.
 */
function inherit(observation) {
    const { pair, group, now } = observation;
    const { pin } = pair.sides;
    if (pin === undefined || pin.isInherited)
        return undefined;
    if (!isKnown(group.min, observation) && isLate(pin, now))
        return { kind: 'wait' };
    const { min, max, desired } = inheritedSizes(observation);
    const sizes = { min, max, ...(desired !== group.desired && { desired }) };
    const noted = { sides: { ...pair.sides, pin: { ...pin, isInherited: true } } };
    return { kind: 'resize', group: group.name, sizes, noted };
}
/** What gives blue its own minimum again. */
function unpin(observation) {
    const { blue } = observation.pair;
    return resize(blue.group, { ...blue.group, min: ownersSizes(observation).min });
}
/** Whether blue's minimum is one that we have pinned, as far as the ledger tells, whatever was read of it. */
function isPinned(observation) {
    return observation.pair.sides.pin !== undefined && !isSetByOwner(observation);
}
/** Whether users reach green. */
function isShared({ green = 0 }) {
    return green > 0;
}
/**
 * The minimum is none that we have set, or found before that. Whoever puts back the one that we found, a scheduled action, say,
 * wants no fewer machines by it, but for who has set their number as well.
 */
function isSetByOwner(observation) {
    const { sides, blue, madeSmaller } = observation.pair;
    const isNew = sides.pin !== undefined && !isKnown(blue.group.min, observation);
    return isNew || madeSmaller === 'set';
}
/** One that we have set, or found before that; or what was before those, as long as a read may show it. */
function isKnown(min, { pair, now }) {
    const { pin, blue } = pair.sides;
    if (pin === undefined || min === pin.size || min === blue.sizes.min)
        return true;
    return pin.was.includes(min) && (pin.since === undefined || isLate(pin, now));
}
/** Whether somebody has taken away the minimum that we have pinned, and there are fewer machines since. */
function isPinBroken({ pin }, { min, desired }) {
    const isStanding = pin?.since !== undefined && !pin.isInherited;
    return isStanding && min !== pin.size && desired < pin.size;
}
function noteSides(sides, changes) {
    return { kind: 'note', changes: { sides: { ...sides, ...changes } } };
}
/** Only what is to be another one is written, so that nothing is set back that somebody changes meanwhile. */
function resize(group, { min, max, desired }) {
    const sizes = {
        ...(min !== group.min && { min }),
        ...(max !== group.max && { max }),
        ...(desired !== group.desired && { desired }),
    };
    return Object.keys(sizes).length > 0 ? { kind: 'resize', group: group.name, sizes } : undefined;
}


/***/ }),

/***/ 6182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fi: () => (/* binding */ imageBefore),
  QC: () => (/* binding */ isShifted),
  oQ: () => (/* binding */ readWeights),
  m4: () => (/* binding */ setWeights)
});

// UNUSED EXPORTS: targetsOf

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(4858);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(787);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/ModifyListenerCommand.js


class ModifyListenerCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ModifyListener", schemas_0/* ModifyListener$ */.DpG) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/ModifyRuleCommand.js


class ModifyRuleCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ModifyRule", schemas_0/* ModifyRule$ */.x3p) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeRulesCommand.js
var DescribeRulesCommand = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/sides.js


/** Whether green has got all requests for good: from there on the way back is another rollout. */
function isShifted({ sides, wavesDone, plan }) {
    return sides !== undefined && wavesDone >= plan.waves.length;
}
/** The image that served users before a release: of two groups, that of the other one. */
function imageBefore({ sides, from }) {
    return sides?.imageId ?? from.imageId;
}
/** The target groups of a listener rule with their weights. */
async function targetsOf(aws, rule) {
    return forwardOf(await actionsOf(aws, rule), rule).targets;
}
async function readWeights(aws, { rule, blue, green }) {
    const targets = await targetsOf(aws, rule);
    const weightOf = ({ targetGroup }) => {
        const found = targets.find(({ TargetGroupArn }) => TargetGroupArn === targetGroup);
        return found && (found.Weight ?? 1);
    };
    return { blue: weightOf(blue), green: weightOf(green) };
}
/**
 * Gives the two sides these weights and leaves everything else of the rule as it is. A listener's default rule is changed
 * through its listener (ELBv2 API, ModifyRule and ModifyListener).
 */
async function setWeights(aws, { rule, blue, green }, weights) {
    const { actions, isDefault } = await actionsOf(aws, rule);
    const { position, targets } = forwardOf({ actions, isDefault }, rule);
    const others = targets.filter(({ TargetGroupArn: arn }) => arn !== blue.targetGroup && arn !== green.targetGroup);
    const tupleOf = ({ targetGroup }, weight) => weight === undefined ? [] : [{ TargetGroupArn: targetGroup, Weight: weight }];
    const TargetGroups = [...others, ...tupleOf(blue, weights.blue), ...tupleOf(green, weights.green)];
    const changed = actions.map((action, at) => at === position ? forwardTo(action, TargetGroups) : withItsSecret(action));
    const command = isDefault
        ? new ModifyListenerCommand({ ListenerArn: listenerOf(rule), DefaultActions: changed })
        : new ModifyRuleCommand({ RuleArn: rule, Actions: changed });
    await aws.elasticLoadBalancing.send(command);
}
/** An action with several target groups must not name a single one as well (ELBv2 API, Action). */
function forwardTo({ TargetGroupArn: _, ...action }, TargetGroups) {
    return { ...action, ForwardConfig: { ...action.ForwardConfig, TargetGroups } };
}
/** AWS shows no secret, and keeps the one it has only if it is told to (ELBv2 API, AuthenticateOidcActionConfig). */
function withItsSecret(action) {
    const { AuthenticateOidcConfig: config } = action;
    return config ? { ...action, AuthenticateOidcConfig: { ...config, UseExistingClientSecret: true } } : action;
}
async function actionsOf({ elasticLoadBalancing }, rule) {
    const order = new DescribeRulesCommand/* DescribeRulesCommand */.G({ RuleArns: [rule] });
    const answer = await elasticLoadBalancing.send(order).catch((error) => {
        if (error.name === 'RuleNotFoundException')
            return { Rules: [] };
        throw error;
    });
    const found = answer.Rules?.[0];
    if (!found)
        throw new failure/* Failure */.HR(`There is no listener rule ${rule}. Give "listener-rule" the ARN of a rule.`);
    return { actions: found.Actions ?? [], isDefault: found.IsDefault ?? false };
}
function forwardOf({ actions }, rule) {
    const position = actions.findIndex(({ Type }) => Type === 'forward');
    const action = actions[position];
    if (!action)
        throw new failure/* Failure */.HR(`Listener rule ${rule} forwards to no target group. Give one that does.`);
    const single = action.TargetGroupArn === undefined ? [] : [{ TargetGroupArn: action.TargetGroupArn, Weight: 1 }];
    return { position, targets: action.ForwardConfig?.TargetGroups ?? single };
}
/** `…:listener-rule/app/NAME/LB/LISTENER/RULE` belongs to `…:listener/app/NAME/LB/LISTENER`. */
function listenerOf(rule) {
    return rule.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '');
}


/***/ })

};
