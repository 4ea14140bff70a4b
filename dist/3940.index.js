export const id = 3940;
export const ids = [3940,8275];
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

/***/ 4317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rb: () => (/* binding */ act),
  FE: () => (/* binding */ hookName),
  z2: () => (/* binding */ keptTag),
  I7: () => (/* binding */ lowerMax),
  xl: () => (/* binding */ raise),
  PF: () => (/* binding */ restore),
  vI: () => (/* binding */ setMax)
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

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DeleteLifecycleHookCommand.js


class DeleteLifecycleHookCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteLifecycleHook", schemas_0/* DeleteLifecycleHook$ */.De0) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/PutLifecycleHookCommand.js


class PutLifecycleHookCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "PutLifecycleHook", schemas_0/* PutLifecycleHook$ */.pR3) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/CompleteLifecycleActionCommand.js


class CompleteLifecycleActionCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CompleteLifecycleAction", schemas_0/* CompleteLifecycleAction$ */.qCV) {
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
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/launch-specification.js
var launch_specification = __webpack_require__(9893);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/changes/act.js







/** Our launch lifecycle hook, and the tag of machines that we have put in standby. */
const hookName = 'steadfleet';
const keptTag = 'steadfleet:kept-by-release';
/** Carries out one change. What it did is seen by the next observation, so nothing is returned or remembered. */
async function act(aws, { group, release }, change) {
    const { autoScaling, ec2 } = aws;
    const AutoScalingGroupName = release.group;
    switch (change.kind) {
        case 'point-at': {
            await autoScaling.send(new UpdateAutoScalingGroupCommand/* UpdateAutoScalingGroupCommand */.I({ AutoScalingGroupName, ...sourceOf(change.version, group) }));
            return;
        }
        // Without a list both mean every process (Auto Scaling API, SuspendProcesses): decide never gives an empty one.
        case 'suspend':
            await autoScaling.send(new SuspendProcessesCommand({ AutoScalingGroupName, ScalingProcesses: [...change.processes] }));
            return;
        case 'resume':
            await autoScaling.send(new ResumeProcessesCommand({ AutoScalingGroupName, ScalingProcesses: [...change.processes] }));
            return;
        case 'put-hook':
            return putHook({ autoScaling }, release, change);
        case 'delete-hook':
            await end({ ec2 }, change.ending ?? []);
            await autoScaling.send(new DeleteLifecycleHookCommand({ AutoScalingGroupName, LifecycleHookName: hookName }));
            return;
        case 'let-go':
            return letGo({ autoScaling }, release, change);
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
            return resize({ autoScaling }, change);
        case 'retire':
            return retire({ autoScaling }, change);
        case 'set-aside':
            return setAside({ autoScaling, ec2 }, release, change);
    }
}
/** A mixed instances policy is written whole. */
function sourceOf(version, { policy }) {
    if (policy)
        return { MixedInstancesPolicy: (0,launch_specification/* repointed */.V)(policy, version) };
    if ((0,launch_source/* isConfiguration */.Z)(version))
        return { LaunchConfigurationName: version.templateId };
    return { LaunchTemplate: (0,launch_specification/* specificationOf */.B)(version) };
}
/** A machine waits for its gate, and for a run that was killed to be followed by another. */
async function putHook({ autoScaling }, { group, plan }, { otherwise }) {
    const gate = plan.gate.kind === 'none' ? 0 : plan.gate.timeout;
    await autoScaling.send(new PutLifecycleHookCommand({
        AutoScalingGroupName: group,
        LifecycleHookName: hookName,
        LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
        // Between 30 and 7200 seconds (Auto Scaling API, PutLifecycleHook).
        HeartbeatTimeout: Math.min(7200, Math.max(300, Math.round((2 * gate + plan.progressDeadline) / 1000))),
        DefaultResult: otherwise,
    }));
}
/** A group launches others in their place, and calls what has ended before it served a failed launch. */
async function end({ ec2 }, ids) {
    for (let at = 0; at < ids.length; at += 100) {
        await ec2.send(new TerminateInstancesCommand/* TerminateInstancesCommand */.N({ InstanceIds: ids.slice(at, at + 100) }));
    }
}
async function letGo({ autoScaling }, { group }, { ids, result }) {
    for (const id of ids) {
        await autoScaling
            .send(new CompleteLifecycleActionCommand({
            AutoScalingGroupName: group,
            LifecycleHookName: hookName,
            InstanceId: id,
            LifecycleActionResult: result,
        }))
            // "No active Lifecycle Action found": it was let go before, or it has gone.
            .catch((error) => {
            if (error.name !== 'ValidationError')
                throw error;
        });
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

/***/ 737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ replay),
/* harmony export */   n: () => (/* binding */ MissedActions)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5521);
/* harmony import */ var _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2470);
/* harmony import */ var _size_size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1913);


/**
 * Scheduled actions that come due while we have them suspended are skipped for good (Auto Scaling user guide, "Suspend and
 * resume processes"), and a one-time action is gone after its time: so they are watched for as long as they rest.
 */
class MissedActions {
    #autoScaling;
    #known = [];
    constructor({ autoScaling }) {
        this.#autoScaling = autoScaling;
    }
    /** What the release has missed up to now, if something new came due; undefined otherwise. */
    async since(seen) {
        const { group, release, now } = seen;
        const since = release.missed?.until ?? release.startedAt;
        const listed = await this.#list(group.name);
        const names = new Set(listed.map(({ ScheduledActionName }) => ScheduledActionName));
        const gone = this.#known.filter(({ ScheduledActionName }) => !names.has(ScheduledActionName));
        // One that came due while this very answer was under way is gone from it, but is not due by the time of this look.
        const dueAtOnce = gone.filter(({ StartTime }) => isWithin(Number(StartTime) - now, atOnce));
        this.#known = [...listed, ...dueAtOnce];
        const due = await Promise.all([...gone, ...listed].map(async (action) => ({ action, at: await lastDue(action, now) })));
        const missed = due
            .filter(({ at }) => at !== undefined && at > since)
            .sort((one, other) => Number(one.at) - Number(other.at));
        if (missed.length === 0)
            return undefined;
        const wanted = missed.reduce((sizes, { action }) => after(sizes, action, (0,_size_size_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeOf */ .$d)(seen)), wantedBy(release, group));
        return { ...changesOf(wanted), until: now };
    }
    async #list(group) {
        const found = [];
        let NextToken;
        do {
            const order = { AutoScalingGroupName: group, ...(NextToken && { NextToken }) };
            const answer = await this.#autoScaling.send(new _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_1__/* .DescribeScheduledActionsCommand */ .b(order));
            found.push(...(answer.ScheduledUpdateGroupActions ?? []));
            NextToken = answer.NextToken;
        } while (NextToken);
        return found;
    }
}
/** No answer is under way for longer. Milliseconds. */
const atOnce = 60_000;
function isWithin(milliseconds, limit) {
    return milliseconds > 0 && milliseconds < limit;
}
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
    const min = action.MinSize ?? sizes.min;
    const max = action.MaxSize ?? sizes.max;
    const present = action.DesiredCapacity ?? sizes.desired ?? size;
    const bounded = Math.max(Number(min), Math.min(Number(max), present));
    return { min, max, desired: bounded === size && sizes.desired === undefined ? action.DesiredCapacity : bounded };
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
 * Done before it is noted: done twice, it is the same.
 */
async function replay({ autoScaling }, observation) {
    const { group, release, size } = observation;
    const { missed = { until: 0 }, baseline, surge } = release;
    const outstanding = Math.max(0, group.desired - size);
    const { min = group.min, max = surge?.max === group.max ? baseline.max : group.max } = missed;
    const wanted = missed.desired ?? Math.max(min, Math.min(max, size));
    const desired = wanted + outstanding;
    const raised = Math.max(max, desired);
    const input = { AutoScalingGroupName: group.name, MinSize: min, MaxSize: raised, DesiredCapacity: desired };
    await autoScaling.send(new _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_2__/* .UpdateAutoScalingGroupCommand */ .I(input));
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

/***/ 7563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ alarmsInAlarm),
  s: () => (/* binding */ chooseAlarms)
});

// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/client/index.js
var client = __webpack_require__(2658);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/endpoints/index.js
var endpoints = __webpack_require__(2085);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-es/endpoint/EndpointParameters.js
var EndpointParameters = __webpack_require__(2826);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-es/commandBuilder.js




const command = (0,client.makeBuilder)(EndpointParameters/* commonParams */.S, "GraniteServiceVersion20100801", "CloudWatchClient", endpoints.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];
const _mw1 = (Command, cs, config, o) => [
    getCompressionPlugin(config, {
        encodings: ["gzip"],
    }),
];

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(3037);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/ListTagsForResourceCommand.js


class ListTagsForResourceCommand extends command(_ep0, _mw0, "ListTagsForResource", schemas_0/* ListTagsForResource$ */.Tzn) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/DescribeAlarmsCommand.js


class DescribeAlarmsCommand extends command(_ep0, _mw0, "DescribeAlarms", schemas_0/* DescribeAlarms$ */.K7p) {
}

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
        const answer = await cloudWatch.send(new DescribeAlarmsCommand({ ...question, AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] }));
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

/***/ 7260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ Observer)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeLifecycleHooksCommand.js
var DescribeLifecycleHooksCommand = __webpack_require__(3871);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/act.js + 8 modules
var act = __webpack_require__(4317);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/scheduled-actions.js
var scheduled_actions = __webpack_require__(737);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/plan.js
var plan = __webpack_require__(4450);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/waves.js
var waves = __webpack_require__(4383);
// EXTERNAL MODULE: ./build/bundle/src/rollout/instance-refresh/refresh.js + 2 modules
var instance_refresh_refresh = __webpack_require__(5714);
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
        return Number.isNaN(at) ? [] : [{ at, isSet: setting.test(who), from: Number(from), to: Number(to) }];
    })
        .sort((one, other) => one.at - other.at);
}
/**
 * Who has made desired what it is: `set` by a scheduled action or a person, or `scaled` by policies.
 * @returns undefined while no activity tells.
 */
function madeBy(activities, desired) {
    const last = changesIn(activities).at(-1);
    if (last?.to !== desired)
        return undefined;
    return last.isSet ? 'set' : 'scaled';
}
/**
 * What others have made of the size while our surge was out: the number that a scheduled action or a person has set, as
 * policies have changed it since, or what policies alone have made of it.
 * @returns undefined when there is nothing that the ledger does not know of.
 */
function sizeSetBy(activities, seen) {
    const { group, release } = seen;
    const { surge, baseline } = release;
    const since = surge?.settledAt;
    if (surge === undefined || since === undefined)
        return undefined;
    // What was changed after that led to activities after that.
    const later = activities.filter(({ StartTime }) => StartTime === undefined || StartTime.getTime() > since);
    const told = changesIn(later).filter(({ at }) => at > since);
    const changes = [...told, ...dueIn(seen, told).filter(({ at }) => at > since)].sort((one, other) => one.at - other.at);
    const raise = changes.find(({ isSet, to }) => isSet && to === surge.raise?.to);
    const set = lastNumber(changes, surge, raise);
    if (set === undefined)
        return byPolicies(changes, seen);
    const { at, to } = changes.at(-1) ?? { ...set, to: set.desired };
    const max = (0,size/* hasOurMax */.lb)(seen) ? baseline.max : group.max;
    // What has become of a number that was set after our last change, others have made of it.
    const wanted = (0,size/* isSettledBefore */.VO)(surge, set.at) ? group.desired : set.desired;
    return { at, desired: Math.max(group.min, Math.min(max, wanted)), desiredThen: to };
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
            found = { at, desired: found.desired + to - from };
    }
    return found;
}
/** Only once all of the change is theirs: a part of it may not have led to anything yet. */
function byPolicies(changes, seen) {
    const { group, release } = seen;
    const { from = 0, machines = 0 } = release.surge ?? {};
    const grown = changes.filter(({ isSet }) => !isSet).reduce((sum, change) => sum + change.to - change.from, 0);
    const last = changes.at(-1);
    if (!last || grown === 0 || grown !== group.desired - from - machines)
        return undefined;
    return { at: last.at, desired: (0,size/* sizeOf */.$d)(seen), desiredThen: group.desired };
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
    #desired = { number: 0, since: 0 };
    constructor({ autoScaling }) {
        this.#autoScaling = autoScaling;
    }
    async look(seen, page) {
        const { group, release, now } = seen;
        if (group.desired !== this.#desired.number)
            this.#desired = { number: group.desired, since: now };
        const sizeSet = await this.#sizeSet(seen, page);
        const isOut = release.surge !== undefined && group.desired > (0,size/* sizeOf */.$d)(seen);
        const scheduled = isOut ? await this.#next(group.name, now) : undefined;
        return { desiredSince: this.#desired.since, ...(sizeSet && { sizeSet }), ...(scheduled && { scheduled }) };
    }
    /** Looks further back only while desired is not as we have left it, and nothing says why. */
    async #sizeSet(seen, { activities, older }) {
        const { group, release } = seen;
        const { surge } = release;
        let known = [...activities];
        let next = older;
        let found = sizeSetBy(known, seen);
        for (let pages = 0; pages < mostPages; pages++) {
            const oldest = known.at(-1)?.StartTime?.getTime() ?? 0;
            if (found || next === undefined || !surge || (0,note_size/* isAsLeft */.EN)(surge, group.desired))
                break;
            if (oldest <= (surge.settledAt ?? 0))
                break;
            const page = await readActivities({ autoScaling: this.#autoScaling }, group.name, next);
            known = [...known, ...page.activities];
            next = page.older;
            found = sizeSetBy(known, seen);
        }
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

// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/as-idle.js
var as_idle = __webpack_require__(8406);
// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/hold.js
var hold = __webpack_require__(8948);
// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/sides.js + 2 modules
var two_group_sides = __webpack_require__(6182);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/alarms.js + 3 modules
var group_alarms = __webpack_require__(7563);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/fleet.js
var heart_fleet = __webpack_require__(1065);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/furthest.js

/** Only a new best counts: machines whose health comes and goes must not put the deadline off for ever. */
function furthestOf(observation, best) {
    const { release, now } = observation;
    const whole = { ...observation, lastProgress: now };
    const fleet = (0,heart_fleet/* fleetOf */.aP)(whole);
    const steps = fleet.fresh.reduce((sum, machine) => sum + stepsOf(machine), 0);
    const phase = `${release.direction} ${release.wavesDone} ${release.command ?? ''}`;
    const seen = { phase, steps, stale: fleet.stale.length, at: now };
    if (!best || (0,heart_fleet/* isComplete */.As)(whole, fleet))
        return seen;
    const isBetter = best.phase !== phase || seen.steps > best.steps || seen.stale < best.stale;
    return isBetter ? seen : best;
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
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetHealthCommand.js
var DescribeTargetHealthCommand = __webpack_require__(7992);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetGroupsCommand.js
var DescribeTargetGroupsCommand = __webpack_require__(8358);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/traffic.js

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
/** Why no source that is in use sends requests to this machine; undefined when all do. */
function troubleIn(healths, id) {
    for (const health of healths) {
        const trouble = health.get(id);
        if (trouble === undefined)
            return 'not a target of the load balancer yet';
        if (trouble !== '')
            return trouble;
    }
    return undefined;
}
const readers = {
    elbv2: readTargetGroup,
    elb: readClassic,
    'vpc-lattice': readLattice,
};
/** For Application, Network and Gateway Load Balancers. All targets come in one answer (ELBv2 API, DescribeTargetHealth). */
async function readTargetGroup({ elasticLoadBalancing }, arn) {
    const answer = await elasticLoadBalancing.send(new DescribeTargetHealthCommand/* DescribeTargetHealthCommand */.q({ TargetGroupArn: arn }));
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
    const answer = await elasticLoadBalancing.send(new DescribeTargetGroupsCommand/* DescribeTargetGroupsCommand */.s({ TargetGroupArns: arns }));
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
    const stack = found.Tags?.find(({ Key }) => Key === 'aws:cloudformation:stack-name')?.Value;
    return {
        name: found.AutoScalingGroupName ?? '',
        desired: found.DesiredCapacity ?? 0,
        min: found.MinSize ?? 0,
        max: found.MaxSize ?? 0,
        ...pointer,
        launches: launchedBy(pointer),
        isFollowing: isFollowing(pointer),
        zones: found.AvailabilityZones ?? [],
        trafficSources: trafficSourcesOf(found),
        healthChecks: (found.HealthCheckType ?? 'EC2').split(','),
        gracePeriod: 1000 * (found.HealthCheckGracePeriod ?? 0),
        suspended: (found.SuspendedProcesses ?? []).map(({ ProcessName = '' }) => ProcessName),
        ...(stack !== undefined && { stack }),
    };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstancesCommand.js
var DescribeInstancesCommand = __webpack_require__(1490);
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

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2364);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(8427);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeWarmPoolCommand.js


class DescribeWarmPoolCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeWarmPool", schemas_0/* DescribeWarmPool$ */.TFW) {
}

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
/**
 * The launch hook fires for a machine when it enters a warm pool, and again when the group takes it from there (Auto Scaling
 * user guide, "Lifecycle hooks with a warm pool"). It is verified the second time; of the first, this remembers whom our
 * hook has let go already, for another one may hold them still.
 */
class WarmGate {
    #released = new Set();
    letGo(ids) {
        for (const id of ids)
            this.#released.add(id);
    }
    /** The machines of the pool, with what is known of them. Those that no longer wait are forgotten. */
    inspect(machines) {
        const waiting = machines.filter(({ id, stage }) => stage === 'waiting' && this.#released.has(id));
        this.#released = new Set(waiting.map(({ id }) => id));
        return machines.map((machine) => (this.#released.has(machine.id) ? { ...machine, isReleased: true } : machine));
    }
}

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
        return { group, machines, ...(warm && { warm }) };
    }
    async #machines(instances, sources) {
        const aside = instances.filter(({ LifecycleState = '' }) => stageOf(LifecycleState) === 'aside');
        const [healths] = await Promise.all([
            readHealth(this.#aws, sources),
            this.#facts.learnImages(instances),
            this.#facts.learnKept(aside.map(({ InstanceId = '' }) => InstanceId)),
        ]);
        return instances.map((instance) => this.#machine(instance, healths));
    }
    #machine(instance, healths) {
        const { id, zone, templateId, version, imageId } = this.#identify(instance);
        const { LifecycleState: state = '' } = instance;
        const stage = stageOf(state);
        const trouble = troubleOf(instance, healths);
        const healthy = stage === 'in-service' && trouble === undefined;
        const { healthySince, unhealthySince, hasServed } = this.#records.note(id, { stage, healthy, imageId });
        const units = instance.WeightedCapacity === undefined ? undefined : Number(instance.WeightedCapacity);
        const known = { id, zone, templateId, version, imageId, stage, healthy, healthySince, unhealthySince, hasServed };
        // Most end here, with the one literal above: of ten thousand, parts put together cost several times as much.
        if (healthy && units === undefined)
            return known;
        return {
            ...known,
            ...(units !== undefined && { units }),
            ...(trouble !== undefined && { trouble }),
            ...(stage === 'in-service' && isGivenUp(instance, healths) && { stillServes: true }),
            ...(state === 'Pending:Proceed' && { isReleased: true }),
            ...(stage === 'aside' && this.#facts.keptOf(id)),
        };
    }
    async #warm(group) {
        const instances = await readWarmPool(this.#aws, group);
        await this.#facts.learnImages(instances);
        return instances.map((instance) => ({
            ...this.#identify(instance),
            stage: warmStageOf(instance.LifecycleState ?? ''),
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
/** Why a machine cannot be called healthy, in AWS's words; undefined when nothing speaks against it. */
function troubleOf({ InstanceId = '', HealthStatus, LifecycleState }, healths) {
    if (HealthStatus !== 'Healthy')
        return `${HealthStatus} to its group`;
    const trouble = troubleIn(healths, InstanceId);
    return trouble && LifecycleState !== 'InService' ? `${LifecycleState}, ${trouble}` : trouble;
}
/** Whether a machine that is not healthy is so to its group alone: load balancers send it requests still. */
function isGivenUp({ InstanceId = '', HealthStatus }, healths) {
    return HealthStatus !== 'Healthy' && healths.length > 0 && troubleIn(healths, InstanceId) === undefined;
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
function recordOf(known, { now, ...sight }) {
    const { stage, healthy, imageId } = sight;
    const isOther = known && known.imageId !== '' && imageId !== '' && known.imageId !== imageId;
    if (!known || isOther) {
        const isNew = isOther || stage === 'starting' || stage === 'waiting';
        return { ...sight, since: now, hasServed: healthy, ...(isNew && { launchedAt: now }) };
    }
    if (known.healthy === healthy && known.stage === stage && known.imageId === imageId)
        return known;
    const isSame = known.healthy === healthy && (healthy || known.stage === stage);
    const boot = healthy && !known.hasServed && known.launchedAt !== undefined ? now - known.launchedAt : known.boot;
    return {
        ...known,
        ...sight,
        since: isSame ? known.since : now,
        hasServed: known.hasServed || healthy,
        ...(boot !== undefined && { boot }),
    };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/health-records.js

/** Since when machines are as they are: AWS does not keep that. */
class HealthRecords {
    #clock;
    #records = new Map();
    constructor(clock) {
        this.#clock = clock;
    }
    /** Notes how a machine is now, and tells since when it is so. */
    note(id, sight) {
        const { healthy } = sight;
        const record = recordOf(this.#records.get(id), { ...sight, now: this.#clock.now() });
        this.#records.set(id, record);
        return {
            healthySince: healthy ? record.since : undefined,
            unhealthySince: healthy ? undefined : record.since,
            hasServed: record.hasServed,
        };
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

// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/matching.js
var matching = __webpack_require__(6214);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/setbacks.js



/**
 * What AWS says when it cannot give a machine just now, or has taken one back: want of capacity, limits, Spot, throttling,
 * a fault of its own. None of that says anything of an image, so it waits for the progress deadline (EC2 user guide,
 * "Troubleshoot instance launch issues"; Auto Scaling user guide, "Troubleshoot Amazon EC2 Auto Scaling").
 */
const notTheImage = /capacity|limit|quota|exceeded|not enough|insufficient|spot|not supported in your requested availability zone|unavailable|Server\.\w+|UserInitiated/i;
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
            if ((0,matching/* runs */.Np)(machine, (0,waves/* goalOf */.ZZ)(release)))
                this.#fresh.add(machine.id);
        const activities = all.filter(({ StartTime }) => (StartTime?.getTime() ?? 0) >= release.startedAt);
        await this.#learnReasons(activities);
        return activities.flatMap((activity) => this.#setbackOf(activity, release) ?? []);
    }
    #setbackOf(activity, release) {
        const { StatusCode, StatusMessage = '', Description = '' } = activity;
        if (/was abandoned/i.test(StatusMessage))
            return this.#abandoned(activity, StatusMessage);
        if (StatusCode !== 'Failed' || !/launching/i.test(Description))
            return this.#died(activity);
        const isOfPredecessor = StatusMessage.includes(release.from.imageId);
        return isOfPredecessor || notTheImage.test(StatusMessage) ? undefined : `A launch failed: ${StatusMessage}`;
    }
    /** Somebody else's launch hook has said no. So does ours, when an earlier run was cancelled or has died. */
    #abandoned(activity, message) {
        const isOurTime = (activity.StartTime?.getTime() ?? 0) >= this.#beganAt;
        if (!isOurTime || !/ABANDON result/i.test(message) || this.#machineOf(activity) === undefined)
            return undefined;
        return `A launch was abandoned: ${message}`;
    }
    #died(activity) {
        const { Cause = '', Description } = activity;
        const dead = /health check|status check/i.test(Cause) ? this.#machineOf(activity) : undefined;
        if (dead === undefined)
            return undefined;
        if (!isFoundDead(activity))
            return `A new machine was taken out by its health check: ${Description}`;
        const reason = this.#reasons.get(dead) ?? '';
        return reason === '' || notTheImage.test(reason) ? undefined : `New machine ${dead} has ended: ${reason}`;
    }
    /** The new machine that an activity is about. */
    #machineOf({ Description = '' }) {
        const id = /\bi-[0-9a-f]+/.exec(Description)?.[0];
        return id !== undefined && this.#fresh.has(id) ? id : undefined;
    }
    /** EC2 knows for an hour why an instance has ended (EC2 API, StateReason). */
    async #learnReasons(activities) {
        const dead = activities.filter(isFoundDead).map((activity) => this.#machineOf(activity));
        const unknown = [...new Set(dead)].filter((id) => id !== undefined && !this.#reasons.has(id));
        for (let at = 0; at < unknown.length; at += 100) {
            const Filters = [{ Name: 'instance-id', Values: unknown.slice(at, at + 100) }];
            const answer = await this.#aws.ec2.send(new DescribeInstancesCommand/* DescribeInstancesCommand */.b({ Filters }));
            for (const { Instances = [] } of answer.Reservations ?? []) {
                for (const { InstanceId = '', StateReason } of Instances) {
                    if (StateReason?.Message)
                        this.#reasons.set(InstanceId, StateReason.Message);
                }
            }
        }
    }
}
/** The group did not end it: it found it ended. */
function isFoundDead({ Cause = '' }) {
    return /terminated or stopped/i.test(Cause);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/observe.js





















/** A machine that was healthy has at least so long to become healthy again. Milliseconds. */
const shortestRelapse = 30_000;
/**
 * Reads AWS and remembers only what AWS does not keep: since when a machine is healthy, which image a machine runs, and
 * when the rollout last got further. A new runner starts these waits again.
 */
class Observer {
    /** Whom our hook has let go into the warm pool. */
    warmGate = new WarmGate();
    #aws;
    #clock;
    #groups;
    #records;
    #setbacks;
    #missed;
    #sizes;
    #relapse;
    /** Since when the minimum that we have pinned is another one. */
    #pinBrokenAt;
    #furthest;
    constructor(aws, clock) {
        this.#aws = aws;
        this.#clock = clock;
        this.#records = new HealthRecords(clock);
        this.#groups = new GroupLook(aws, this.#records);
        this.#setbacks = new SetbackWatch(aws, clock);
        this.#sizes = new SizeWatch(aws);
        this.#missed = new scheduled_actions/* MissedActions */.n(aws);
    }
    /** One look at everything that a decision needs. */
    async observe(claimed, ledger, gatekeeper) {
        const isForward = claimed.direction === 'forward';
        // Before the group, so that no change is known whose effect is not seen.
        const lookedAt = this.#clock.now();
        const isTelling = isForward || claimed.surge !== undefined;
        const page = isTelling ? await readActivities(this.#aws, claimed.group) : { activities: [] };
        const [whole, alarms] = await Promise.all([
            this.observeGroup(claimed, ledger, gatekeeper),
            isForward && claimed.plan.alarms.length > 0 ? (0,group_alarms/* alarmsInAlarm */.j)(this.#aws, claimed.plan.alarms) : [],
        ]);
        const { group, release } = whole;
        const relapse = await this.#relapseTime(group.trafficSources);
        const setbacks = isForward ? await this.#setbacks.look(release, whole.machines, page.activities) : [];
        const { bootAllowance = release.plan.progressDeadline } = release.plan;
        const observation = {
            ...whole,
            ...(await gatekeeper.inspect(release, whole.machines)),
            now: this.#clock.now(),
            setbacks,
            alarms,
            patience: { boot: bootAllowance + relapse, relapse },
            ...(await this.#sizes.look({ group, release, now: lookedAt }, page)),
        };
        this.#furthest = furthestOf(observation.pair ? (0,as_idle/* asIdle */.v)(observation) : observation, this.#furthest);
        return { ...observation, lastProgress: this.#furthest.at };
    }
    /** One look at what a rollout has changed, for whoever only puts that back: nothing is asked that speaks for or against the image. */
    async observeGroup(claimed, ledger, gatekeeper) {
        const [{ release = claimed, superseded }, view, hook, refresh, pair] = await Promise.all([
            ledger.follow(claimed.number),
            this.look(claimed.group),
            (0,waves/* holdsMachines */.Nh)(claimed) ? this.#hook(claimed.group) : undefined,
            (0,plan/* isRefresh */.y)(claimed.plan.strategy) ? (0,instance_refresh_refresh/* findRefresh */.LL)(this.#aws, claimed) : undefined,
            claimed.sides && this.#pair(claimed.sides),
        ]);
        const now = this.#clock.now();
        const missed = areMissed(release, view.group) ? await this.#missed.since({ ...view, release, now }) : undefined;
        const seen = { group: view.group, release, now };
        return {
            now,
            group: { ...view.group, ...(hook && { hook }) },
            size: (0,size/* sizeOf */.$d)(seen),
            isMaxOurs: (0,size/* hasOurMax */.lb)(seen),
            launchesByName: (0,raise/* launchesByName */.WA)(view, release),
            machines: gatekeeper.recall(view.machines),
            ...(view.warm && { warm: this.warmGate.inspect(view.warm) }),
            setbacks: [],
            alarms: [],
            patience: { boot: 0, relapse: 0 },
            ...(refresh && { refresh }),
            ...(pair && { pair }),
            ...(missed && { missed }),
            release,
            superseded,
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
    /** How long the machines that were launched meanwhile took to become healthy; nothing where that was not seen. */
    boots() {
        return this.#records.boots();
    }
    /** The other group of two, and how requests are shared out. */
    async #pair(sides) {
        const [blue, weights] = await Promise.all([this.look(sides.blue.group), (0,two_group_sides/* readWeights */.oQ)(this.#aws, sides)]);
        const { name, desired } = blue.group;
        if (!(0,hold/* isPinBroken */.zN)(sides, blue.group)) {
            this.#pinBrokenAt = undefined;
            return { sides, blue, weights };
        }
        const now = this.#clock.now();
        this.#pinBrokenAt ??= now;
        const { activities } = await readActivities(this.#aws, name);
        const isYetToBeTold = now - this.#pinBrokenAt < size/* oldestRead */.AS;
        return { sides, blue, weights, madeSmaller: madeBy(activities, desired) ?? (isYetToBeTold ? 'unknown' : 'scaled') };
    }
    /** Our launch hook: what becomes of a machine that nobody lets go. */
    async #hook(group) {
        const answer = await this.#aws.autoScaling.send(new DescribeLifecycleHooksCommand/* DescribeLifecycleHooksCommand */.T({ AutoScalingGroupName: group, LifecycleHookNames: [act/* hookName */.FE] }));
        const hook = answer.LifecycleHooks?.[0];
        if (!hook)
            return undefined;
        return hook.DefaultResult === 'CONTINUE' ? 'CONTINUE' : 'ABANDON';
    }
    /** How long the slowest load balancer takes to notice a change of health; read once. Milliseconds. */
    async #relapseTime(sources) {
        this.#relapse ??= Math.max(shortestRelapse, 2 * (await longestCheckInterval(this.#aws, sources)));
        return this.#relapse;
    }
}
/** Whether the group's scheduled actions are skipped because of us. */
function areMissed({ suspended }, group) {
    return suspended.includes('ScheduledActions') && group.suspended.includes('ScheduledActions');
}


/***/ }),

/***/ 3147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ remarksOn)
/* harmony export */ });
function remarksOn({ group, machines }) {
    const standby = machines.filter(({ stage, isKept }) => stage === 'aside' && !isKept).map(({ id }) => id);
    const notes = standby.length > 0 ? [`Left alone, for somebody has put them in standby: ${standby.join(', ')}`] : [];
    return { notes, warnings: isBlind(group) ? [blindness(group)] : [] };
}
/** The group is behind a load balancer, and does not listen to it (Auto Scaling user guide, "Health checks"). */
function isBlind({ trafficSources, healthChecks }) {
    return trafficSources.length > 0 && healthChecks.every((check) => check === 'EC2' || check === 'EBS');
}
function blindness({ name, healthChecks, trafficSources }) {
    const isLattice = trafficSources.every(({ type }) => type === 'vpc-lattice');
    return (`Group "${name}" has health check type ${healthChecks.join(',')}, though it is behind a load balancer: a machine that runs ` +
        'but no longer answers is never replaced. This rollout asks the load balancer all the same. Set the type to ' +
        `${isLattice ? 'VPC_LATTICE' : 'ELB'} for the time after it.`);
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
/* harmony import */ var _matching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6214);
/* harmony import */ var _waves_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4383);


function fleetOf(observation) {
    const { machines, release, now, size } = observation;
    const { plan, direction } = release;
    const goal = (0,_waves_js__WEBPACK_IMPORTED_MODULE_0__/* .goalOf */ .ZZ)(release);
    const live = machines.filter(({ stage }) => stage !== 'leaving' && stage !== 'aside');
    const aside = machines.filter(({ stage, isKept }) => stage === 'aside' && isKept);
    const fresh = [];
    const stale = [];
    for (const machine of live)
        ((0,_matching_js__WEBPACK_IMPORTED_MODULE_1__/* .runs */ .Np)(machine, goal) ? fresh : stale).push(machine);
    const isForUndo = (one) => direction !== 'back' && plan.keepPrevious > 0 && (0,_matching_js__WEBPACK_IMPORTED_MODULE_1__/* .runs */ .Np)(one, release.from);
    return {
        size,
        allowance: allowanceOf(observation, live),
        target: direction === 'forward' ? (0,_waves_js__WEBPACK_IMPORTED_MODULE_0__/* .waveTarget */ .Jo)(plan, (0,_waves_js__WEBPACK_IMPORTED_MODULE_0__/* .waveOf */ .j5)(release), size) : size,
        fresh,
        ready: fresh.filter(({ healthySince }) => healthySince !== undefined && now - healthySince >= plan.minReady),
        stale,
        kept: aside.filter((machine) => (0,_matching_js__WEBPACK_IMPORTED_MODULE_1__/* .runs */ .Np)(machine, goal) && !machine.isStopped),
        leftover: aside.filter((machine) => machine.isStopped || (!(0,_matching_js__WEBPACK_IMPORTED_MODULE_1__/* .runs */ .Np)(machine, goal) && !isForUndo(machine))),
    };
}
/** No surge is smaller than one machine, and none is larger than the maximum where that may not be raised. */
function allowanceOf({ group, release, size }, live) {
    const { plan, baseline } = release;
    const allowance = (0,_waves_js__WEBPACK_IMPORTED_MODULE_0__/* .allowanceFor */ .u6)(plan, size);
    const heaviest = live.reduce((most, { units = 1 }) => Math.max(most, units), 0);
    const surge = allowance.surge === 0 ? 0 : Math.max(allowance.surge, heaviest);
    const room = Math.max(0, Math.min(group.max, baseline.max) - size);
    return { ...allowance, surge: plan.raiseMax ? surge : Math.min(surge, room) };
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
    const isKnown = (0,_waves_js__WEBPACK_IMPORTED_MODULE_0__/* .isProven */ .nn)(release) || size === 0;
    return direction !== 'back' && isKnown && (0,_matching_js__WEBPACK_IMPORTED_MODULE_1__/* .isMade */ .sX)(to) ? to : from;
}
/** Whether machines of the present wave are still to be launched. */
function isLaunching({ release }, { fresh, target }) {
    return release.direction === 'forward' && unitsOf(fresh) < target;
}
/** Whether the wave serves, and what it replaces is gone, surge and all; the first wave soaks beside all the others. */
function isComplete({ group, release }, { ready, stale, target, size }) {
    const isReplaced = unitsOf(stale) <= size - target && group.desired <= size;
    return unitsOf(ready) >= target && ((0,_waves_js__WEBPACK_IMPORTED_MODULE_0__/* .isProving */ .oo)(release) || isReplaced);
}
/** One machine of each zone in turn, so that no zone is emptied first. */
function interleaveZones(machines) {
    const turns = new Map();
    const next = (zone) => turns.set(zone, (turns.get(zone) ?? 0) + 1).get(zone) ?? 0;
    const inTurn = machines.map((machine) => ({ machine, turn: next(machine.zone) }));
    return inTurn.sort((one, other) => one.turn - other.turn).map(({ machine }) => machine);
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

/***/ 4450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ isRefresh)
/* harmony export */ });
/** Whether a strategy leaves the replacing of machines to AWS's own engine. */
function isRefresh(strategy) {
    return strategy === 'instance-refresh' || strategy === 'replace-root-volume';
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
/** Puts machines that were kept for this back into service; until the others have gone they are surge. */
function restore({ group, release }, { kept }) {
    if (kept.length === 0 || (!release.isUndo && release.direction === 'forward'))
        return undefined;
    const ids = kept.slice(0, atOnce).map(({ id }) => id);
    const highest = group.desired + (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(kept);
    return { kind: 'restore', ids, ...(group.max < highest && { max: highest }) };
}
/**
 * Takes the stale machines of this wave out of service: those that serve nobody at once, the others as far as the serving
 * ones stay above the floor. The group shrinks only by surge that the rest of the wave no longer needs.
 */
function replace(observation, fleet) {
    const { group, release } = observation;
    const { size, allowance, target, ready, stale } = fleet;
    const keeps = release.direction !== 'back' && (release.isUndo || release.plan.keepPrevious > 0);
    const excess = (0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .isProving */ .oo)(release) ? roomNeeded(observation, fleet) : (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(stale) - (size - target);
    const serving = [...stale.filter(({ stillServes }) => stillServes), ...stale.filter(({ healthy }) => healthy)];
    const servers = (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(ready) + (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(serving);
    // While nobody serves, a load balancer sends requests to all machines alike, so even an unhealthy one stays.
    const idle = servers > 0 ? (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .interleaveZones */ .HO)(stale.filter((machine) => isIdle(machine, observation))) : [];
    const spare = (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(servers - (size - allowance.unavailable), (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .interleaveZones */ .HO)(serving));
    const leaving = covering(excess, [...idle, ...spare]).slice(0, slice(size));
    if (leaving.length === 0)
        return undefined;
    const kept = Math.min(size + allowance.surge, Math.max(size, target + (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(stale) - (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(leaving)));
    const needed = isSurgeTooSmall(observation, fleet) ? size : kept;
    const shrinking = new Set((0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(Math.min(group.desired - needed, group.desired - group.min), leaving));
    const retirements = leaving.map((machine) => ({ id: machine.id, decrement: shrinking.has(machine) }));
    const sick = retirements.filter((_, index) => !leaving[index]?.healthy);
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
function isIdle({ stage, hasServed, unhealthySince, ...machine }, { now, patience }) {
    if (machine.healthy || machine.stillServes || stage === 'waiting')
        return false;
    return !hasServed || unhealthySince === undefined || now - unhealthySince >= patience.relapse;
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
/** How many machines go between two looks: of a large group one in a hundred, for looking at it takes its time. */
function slice(size) {
    return Math.max(atOnce, Math.floor(size / 100));
}
/** With the wave's stale machines gone, what the group has above its size is surge that nobody needs. */
function trim(observation, fleet) {
    const { group, release } = observation;
    const { size, allowance, target, fresh, ready, stale } = fleet;
    if ((0,_waves_js__WEBPACK_IMPORTED_MODULE_1__/* .isProving */ .oo)(release) || (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(stale) > size - target || (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(fresh) < target)
        return undefined;
    const surplus = Math.min(group.desired - size, group.desired - group.min);
    const machines = [...stale, ...fresh];
    const doomed = machines.filter(({ stillServes }) => stillServes);
    const serving = [...doomed, ...(0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .interleaveZones */ .HO)(stale.filter(({ healthy }) => healthy)), ...(0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .interleaveZones */ .HO)(ready)];
    const spare = (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)((0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsOf */ .$J)(serving) - (size - allowance.unavailable), serving);
    const idle = machines.filter(({ healthy, stillServes, stage }) => !healthy && !stillServes && stage !== 'waiting');
    const leaving = (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(surplus, [...(serving.length > 0 ? idle : []), ...spare]).slice(0, slice(size));
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

/***/ 4925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ resolveImage)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1048);
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6182);
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
    const answer = await ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_3__/* .DescribeImagesCommand */ .j({ Filters: [{ Name: 'image-id', Values: [imageId] }] }));
    const state = answer.Images?.[0]?.State;
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
    const Filters = wanted.map(([name, value]) => ({ Name: `tag:${name}`, Values: [value] }));
    const state = { Name: 'state', Values: ['available'] };
    const answer = await ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_3__/* .DescribeImagesCommand */ .j({ Owners: ['self'], Filters: [...Filters, state] }));
    // ISO 8601 in UTC: the order of its letters is that of time (EC2 API, Image).
    const images = [...(answer.Images ?? [])].sort((one, other) => (other.CreationDate ?? '').localeCompare(one.CreationDate ?? ''));
    const named = wanted.map(([name, value]) => `${name}=${value}`).join(', ');
    const [{ ImageId: imageId, CreationDate: made = '' } = {}] = images;
    if (imageId)
        return { imageId, because: `made ${made}, the newest of ${images.length} with ${named}.` };
    throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`This account has no available image with ${named} in ${region}. Check the tags, the region, and that the bake has run.`);
}
async function previousImage(ledger) {
    const healthy = (await ledger.history()).find(({ outcome }) => outcome === 'succeeded');
    if (healthy)
        return { imageId: (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__/* .imageBefore */ .Fi)(healthy), because: `what ran before release ${healthy.number}.` };
    throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('No release of this group has been healthy under traffic yet, so there is no previous image. Name one by its id.');
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
  uG: () => (/* binding */ rollBackRefresh),
  QY: () => (/* binding */ startRefresh)
});

// UNUSED EXPORTS: preferencesOf

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
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/matching.js
var matching = __webpack_require__(6214);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/waves.js
var waves = __webpack_require__(4383);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/instance-refresh/refresh.js





/**
 * The refresh that a release has started, found by what it was asked for, which nobody else asks for at this time: so an
 * answer that was lost, and a run that died, leave nothing unknown.
 */
async function findRefresh({ autoScaling }, release) {
    if (!(0,matching/* isMade */.sX)(release.to))
        return undefined;
    const answer = await autoScaling.send(new DescribeInstanceRefreshesCommand/* DescribeInstanceRefreshesCommand */.X({ AutoScalingGroupName: release.group, MaxRecords: 20 }));
    const found = (answer.InstanceRefreshes ?? []).find((refresh) => isOf(refresh, release));
    if (!found?.InstanceRefreshId || !found.Status)
        return undefined;
    const { InstanceRefreshId: id, Status: status, PercentageComplete: percent = 0, StatusReason: reason } = found;
    return { id, status, percent, ...(reason !== undefined && { reason }) };
}
/** AWS's clock and ours may differ by so much. Milliseconds. */
const clockTolerance = 300_000;
function isOf({ DesiredConfiguration, StartTime }, { to, startedAt }) {
    const { LaunchTemplate, MixedInstancesPolicy: policy } = DesiredConfiguration ?? {};
    const template = LaunchTemplate ?? policy?.LaunchTemplate?.LaunchTemplateSpecification;
    const images = (policy?.LaunchTemplate?.Overrides ?? []).flatMap(({ ImageId = [] }) => ImageId);
    return ((StartTime?.getTime() ?? 0) >= startedAt - clockTolerance &&
        template?.LaunchTemplateId === to.templateId &&
        template.Version === String(to.version) &&
        images.every((image) => image === to.imageId));
}
/**
 * Hands the plan to AWS. The group itself is not updated first: AWS does that when the refresh has succeeded, so that a
 * rollback has something to go back to (Auto Scaling user guide, "Undo changes with a rollback").
 */
async function startRefresh({ autoScaling }, { release, group: { policy }, size }) {
    const { group, plan, to } = release;
    await autoScaling.send(new StartInstanceRefreshCommand((0,retry/* forThisMoment */.uc)({
        AutoScalingGroupName: group,
        Strategy: plan.strategy === 'replace-root-volume' ? 'ReplaceRootVolume' : 'Rolling',
        DesiredConfiguration: desiredConfiguration(to, policy),
        Preferences: preferencesOf(plan, size),
    })));
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
        ...(checkpoints.length > 1 && seconds > 0 && { CheckpointPercentages: checkpoints, CheckpointDelay: seconds }),
        ...(plan.alarms.length > 0 && { AlarmSpecification: { Alarms: [...plan.alarms] } }),
    };
}
/** AWS launches before it terminates only with a maximum above 100 %, and wants at most 100 points between the two. */
function healthyPercentages({ surge, unavailable }, size) {
    const least = size === 0 ? 100 : Math.floor((100 * (size - unavailable)) / size);
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
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8691);

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

/***/ 8691:
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

// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/platform/fence.js
var fence = __webpack_require__(8275);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/ledger-line.js

/** Bytes that SSM keeps in one standard parameter (SSM API, PutParameter). */
const limit = 4096;
/** Bytes of it for what a rollout adds to its line: its surge, its soak, why it turned back, how it ended. */
const reserve = 800;
/** A release as SSM takes it. What could be too long by then, why it turned back and on which machine, is cut. */
function writeLine(release) {
    const line = textOf(release);
    const excess = Buffer.byteLength(line) - limit;
    if (excess <= 0)
        return line;
    const { reason = '' } = release;
    const shorter = { ...release, reason: cut(reason, Buffer.byteLength(reason) - excess) };
    if (Buffer.byteLength(textOf(shorter)) <= limit)
        return textOf(shorter);
    return textOf({ ...release, reason: '', claimant: { ...release.claimant, runnerName: '' } });
}
/** A value must not hold double braces (SSM API, PutParameter). In JSON those stand only in strings. */
function textOf(release) {
    return JSON.stringify(release).replaceAll('{{', '{\\u007b');
}
/** As much of a text as fits into so many bytes, escapes and an ellipsis included. */
function cut(text, bytes) {
    let end = Math.min(text.length, Math.max(0, bytes));
    while (end > 0 && Buffer.byteLength(JSON.stringify(text.slice(0, end))) + 5 > bytes)
        end--;
    return end > 0 ? `${text.slice(0, end)}…` : '';
}
/**
 * A rule of every claim, before anything is changed.
 * @throws {Failure} when the line would not fit into a parameter; what takes most of it is named.
 */
function requireFits(release) {
    const size = Buffer.byteLength(textOf({ ...release, reason: '' }));
    if (size <= limit - reserve)
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
    throw new failure/* Failure */.HR(`The settings of this rollout take ${size} bytes, and its line in the ledger has ${limit - reserve} for them` +
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
     * Claims the group by creating the release's number.
     * @throws {Failure} when another run was faster, or its settings are too long.
     */
    async claim(release) {
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
        tell(`Old releases stay in the ledger (needs "ssm:DeleteParameters"): ${(0,failure/* messageOf */.bD)(error)}`);
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

/***/ 9132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ isAsLeft),
/* harmony export */   Em: () => (/* binding */ noteLoss),
/* harmony export */   Mz: () => (/* binding */ noteSize),
/* harmony export */   RD: () => (/* binding */ settledSize)
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
    const { group, release, now, sizeSet, scheduled, desiredSince = 0 } = observation;
    const { surge, scheduled: known } = release;
    if (!surge)
        return undefined;
    // First it must be known what came of a raise.
    if (surge.launches)
        return noteLaunches(observation, surge, surge.launches);
    const isTold = sizeSet ? group.desired === sizeSet.desiredThen : isAsLeft(surge, group.desired);
    // What was read may also be from before our own last change, or theirs.
    const lately = Math.max(desiredSince, release.heartbeatAt, sizeSet?.at ?? 0);
    if (!isTold && now - lately < _size_js__WEBPACK_IMPORTED_MODULE_0__/* .oldestRead */ .AS)
        return { kind: 'wait' };
    if (sizeSet)
        return settleSize(surge, group.desired, sizeSet);
    const past = noteSkipped(observation, surge);
    if (past)
        return past;
    if (!scheduled || (scheduled.at === known?.at && scheduled.desired === known.desired))
        return undefined;
    return { kind: 'note', changes: { scheduled } };
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
        const { launches: _, ...rest } = surge;
        // The runner may have died between the calls for two zones; but what others are known to have made of the size is theirs.
        let sums = [0];
        for (const asked of Object.values(launches.zones))
            sums = sums.flatMap((sum) => [sum, sum + asked]);
        const launched = sizeSet ? 0 : group.desired - surge.from - surge.machines;
        const machines = surge.machines + (sums.includes(launched) ? launched : 0);
        return { kind: 'note', changes: { surge: { ...rest, machines, changedAt: launches.at } } };
    }
    // The group was made smaller while nobody was there to launch anything: that is its size now.
    const smaller = surge.from - group.desired;
    if (surge.machines > 0 || smaller <= 0)
        return undefined;
    // It needs a lower maximum then, unless that was raised already, now or for an earlier raise.
    const isToCome = surge.max !== undefined && group.max < surge.max;
    const max = isToCome && { max: Math.max(group.max, surge.max - smaller) };
    return { kind: 'note', changes: { surge: { ...surge, from: group.desired, ...max } } };
}
/** Whether desired is as we have left it. Who else has changed it, AWS tells once the group acts on it. */
function isAsLeft({ raised, retiring, from, machines }, desired) {
    return !raised || retiring !== undefined || desired === from + machines;
}
function settleSize({ raise: _, retiring: __, ...surge }, desired, { at, desired: size }) {
    const machines = desired - size;
    if (machines < 0)
        return { kind: 'give-back', from: desired, machines: -machines };
    const changes = { surge: { ...surge, machines, from: size, raised: true, settledAt: at } };
    return { kind: 'note', changes, say: `The size of the group was changed to ${size} meanwhile, which is kept.` };
}
/** What a scale-in has taken of the surge is written down, or the next scale-out would be taken for surge. */
function noteLoss({ group: { desired }, release, now }) {
    const { surge, heartbeatAt } = release;
    const machines = surge && Math.max(0, desired - surge.from);
    if (!surge?.raised || machines === undefined || machines >= surge.machines)
        return undefined;
    if (now - heartbeatAt < _size_js__WEBPACK_IMPORTED_MODULE_0__/* .oldestRead */ .AS)
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
    const isWeighted = overrides.some(({ WeightedCapacity }) => WeightedCapacity !== undefined);
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
function hasOurMax({ group: { max }, release: { surge }, now }) {
    if (!surge)
        return false;
    return max === surge.max || (max === surge.maxBefore && !isSettledBefore(surge, now - oldestRead));
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
/* harmony export */   Fm: () => (/* binding */ remarksOnPolicies),
/* harmony export */   aF: () => (/* binding */ findSides),
/* harmony export */   eZ: () => (/* binding */ namesOf)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7257);
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _sides_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6182);



/** The two groups of a release, as a workflow would name them. */
function namesOf({ rule, blue, green }) {
    return { groups: [blue.group, green.group], rule };
}
/**
 * Finds out which of the two groups serves: the one whose target group has all of the rule's weight. While the newest
 * release shares requests out the rule does not tell, but its ledger does.
 * @throws {Failure} when both do, or none, or a group has not exactly one target group of its own.
 */
async function findSides(aws, observer, { groups, rule }, newest) {
    const [one, other] = await Promise.all([observer.look(groups[0]), observer.look(groups[1])]);
    const open = await openSides(aws, groups, newest);
    if (open) {
        const isFirst = open.blue.group === one.group.name;
        return { sides: open, blue: isFirst ? one : other, green: isFirst ? other : one, isOpen: true };
    }
    const [first, second] = [sideOf(one, newest), sideOf(other, newest)];
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
        const sides = { rule, blue: first, green: second, weights, imageId: imageOf(one) };
        return { sides, blue: one, green: other };
    }
    const swapped = { blue: weights.green, green: weights.blue };
    const sides = { rule, blue: second, green: first, weights: swapped, imageId: imageOf(other) };
    return { sides, blue: other, green: one };
}
/** Those of a release that has not ended; or that waits for a person who has not given one group all requests by hand. */
async function openSides(aws, groups, newest) {
    const { sides, outcome } = newest ?? {};
    if (!sides || (outcome !== undefined && outcome !== 'needs-attention'))
        return undefined;
    const known = [sides.blue.group, sides.green.group];
    if (known.every((group) => groups.includes(group))) {
        const isLeft = outcome === undefined || ((await (0,_sides_js__WEBPACK_IMPORTED_MODULE_1__/* .readWeights */ .oQ)(aws, sides)).blue ?? 0) > 0;
        return isLeft ? sides : undefined;
    }
    throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`A rollout between groups "${known.join('" and "')}" has not ended (release ${newest?.number}). Give these two, or end it with "command: abort".`);
}
/** For whoever reads the history: the image of the group's machines, or of the first, if they differ. */
function imageOf({ machines }) {
    return machines.find(({ healthy }) => healthy)?.imageId ?? machines[0]?.imageId ?? '';
}
/** What is kept as large as it was for an undo is to be idle like the other one was before. */
function sideOf({ group }, newest) {
    const { name, min, max, desired, trafficSources } = group;
    const [source, ...others] = trafficSources;
    if (source?.type !== 'elbv2' || others.length > 0) {
        const found = trafficSources.map(({ type, id }) => `${id} (${type})`).join(' and ') || 'none';
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Group "${name}" gets requests from ${found}. A listener rule shifts only those of one target group: give each of the two groups one, and no other traffic source.`);
    }
    const { sides, keptUntil } = newest ?? {};
    const isKept = keptUntil !== undefined && sides?.blue.group === name;
    return { group: name, targetGroup: source.id, sizes: isKept ? sides.green.sizes : { min, max, desired } };
}
/**
 * The scaling policies that look at the requests of one target group: after the shift the serving group's look at one that
 * gets none, and the other's have had none to look at (Auto Scaling API, PredefinedMetricSpecification: ResourceLabel).
 * @returns a sentence for each group that has any.
 */
async function remarksOnPolicies(aws, { blue, green }) {
    const [leaving, coming] = await Promise.all([policiesBoundTo(aws, blue), policiesBoundTo(aws, green)]);
    const name = (policies) => policies.map((policy) => `"${policy}"`).join(', ');
    return [
        ...(leaving.length > 0
            ? [
                `Scaling policy ${name(leaving)} of "${blue.group}" follows the requests of its target group, which gets none once they are shifted: it scales "${blue.group}" in then.`,
            ]
            : []),
        ...(coming.length > 0
            ? [
                `Scaling policy ${name(coming)} of "${green.group}" follows the requests of its target group, which gets none before they are shifted: "${green.group}" is held at its size meanwhile.`,
            ]
            : []),
    ];
}
async function policiesBoundTo(aws, { group, targetGroup }) {
    const label = targetGroup.slice(targetGroup.indexOf(':targetgroup/') + 1);
    const answer = await aws.autoScaling.send(new _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_2__/* .DescribePoliciesCommand */ .d({ AutoScalingGroupName: group }));
    return (answer.ScalingPolicies ?? [])
        .filter(({ TargetTrackingConfiguration: tracking }) => tracking?.PredefinedMetricSpecification?.ResourceLabel?.endsWith(label))
        .map(({ PolicyName = '' }) => PolicyName);
}


/***/ }),

/***/ 8948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PJ: () => (/* binding */ sizeOfPair),
/* harmony export */   XR: () => (/* binding */ resize),
/* harmony export */   _2: () => (/* binding */ hold),
/* harmony export */   e6: () => (/* binding */ follow),
/* harmony export */   hi: () => (/* binding */ ownersSizes),
/* harmony export */   l0: () => (/* binding */ unpin),
/* harmony export */   vz: () => (/* binding */ noteInherited),
/* harmony export */   xU: () => (/* binding */ inheritedSizes),
/* harmony export */   yM: () => (/* binding */ isShared),
/* harmony export */   zN: () => (/* binding */ isPinBroken)
/* harmony export */ });
/**
 * How large either group has to be to serve all requests. While none are shared out that is blue's size, whatever its owner
 * makes of it. While some are it is the larger one's (rule 5), for each sees only its share of the load; a smaller one only
 * if somebody has lowered blue's minimum for it, below which no policy goes.
 */
function sizeOfPair({ pair, group }) {
    const { pin } = pair.sides;
    const { max, desired } = pair.blue.group;
    if (!isShared(pair.weights) || isSetByOwner(pair))
        return desired;
    return Math.max(desired, pin?.shrinks ? pin.size : Math.min(max, group.desired));
}
/** Blue's sizes as its owner wants them now. */
function ownersSizes(observation) {
    const { sides, blue } = observation.pair;
    const isOurs = sides.pin !== undefined && !isSetByOwner(observation.pair);
    const min = isOurs ? sides.blue.sizes.min : blue.group.min;
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
    const { sides, blue } = observation.pair;
    const { pin } = sides;
    if (observation.pair.madeSmaller === 'unknown')
        return { kind: 'wait' };
    const size = sizeOfPair(observation);
    const { min, desired } = blue.group;
    const isTheirs = isSetByOwner(observation.pair);
    if (pin?.size !== size || isTheirs) {
        const lowered = isTheirs && { shrinks: true };
        const blueNow = { ...sides.blue, sizes: ownersSizes(observation) };
        return noteSides(sides, { blue: blueNow, pin: { size, was: min, ...lowered } });
    }
    return (follow(observation) ??
        resize(blue.group, { ...blue.group, min: size, desired: Math.max(size, desired) }) ??
        (pin.was === undefined ? undefined : noteSides(sides, { pin: { size } })));
}
/**
 * Green's sizes once it serves all: its own, or blue's as long as it has those that we have given it. What somebody has made of
 * blue at the last moment goes over to it as well, until green has been given them: from there on blue is idle. Its machines
 * become fewer by that only if somebody has set their number, for a policy takes from blue what gets no requests.
 */
function inheritedSizes({ pair, group }) {
    const { sides, blue } = pair;
    const { pin } = sides;
    if (pin === undefined || pin.isInherited)
        return group;
    const { min } = sides.blue.sizes;
    if (isSetByOwner(pair)) {
        const { desired, max } = blue.group;
        return {
            ...blue.group,
            desired: pair.madeSmaller === 'set' ? desired : Math.max(desired, Math.min(group.desired, max)),
        };
    }
    // An owner who has given green a minimum that is none of ours has meant its other sizes, too.
    if (group.min !== pin.size && group.min !== min)
        return group;
    return { min, max: blue.group.max, desired: Math.max(group.desired, blue.group.desired) };
}
/** From now on green's sizes are its own: written down before blue loses those that they came from. */
function noteInherited({ pair: { sides } }) {
    const { pin } = sides;
    if (pin === undefined || pin.isInherited)
        return undefined;
    return noteSides(sides, { pin: { ...pin, isInherited: true } });
}
/** What gives blue its own minimum again. */
function unpin(observation) {
    const { blue } = observation.pair;
    return resize(blue.group, { ...blue.group, min: ownersSizes(observation).min });
}
/** Whether users reach green. */
function isShared({ green = 0 }) {
    return green > 0;
}
/**
 * The minimum is none that we have set, or found before that. Whoever puts back the one that we found, a scheduled action, say,
 * wants no fewer machines by it, but for who has set their number as well.
 */
function isSetByOwner({ sides: { pin, blue: found }, blue, madeSmaller }) {
    const { min } = blue.group;
    const isNew = pin !== undefined && min !== pin.size && min !== pin.was && min !== found.sizes.min;
    return isNew || madeSmaller === 'set';
}
/** Whether somebody has taken away the minimum that we have pinned, and there are fewer machines since. */
function isPinBroken({ pin }, { min, desired }) {
    const isStanding = pin !== undefined && pin.was === undefined && !pin.isInherited;
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
    const changed = actions.map((action, at) => (at === position ? forwardTo(action, TargetGroups) : action));
    const command = isDefault
        ? new ModifyListenerCommand({ ListenerArn: listenerOf(rule), DefaultActions: changed })
        : new ModifyRuleCommand({ RuleArn: rule, Actions: changed });
    await aws.elasticLoadBalancing.send(command);
}
/** An action with several target groups must not name a single one as well (ELBv2 API, Action). */
function forwardTo({ TargetGroupArn: _, ...action }, TargetGroups) {
    return { ...action, ForwardConfig: { ...action.ForwardConfig, TargetGroups } };
}
async function actionsOf({ elasticLoadBalancing }, rule) {
    const answer = await elasticLoadBalancing.send(new DescribeRulesCommand/* DescribeRulesCommand */.G({ RuleArns: [rule] }));
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
