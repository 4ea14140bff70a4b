export const id = 903;
export const ids = [903,537];
export const modules = {

/***/ 7903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect),
/* harmony export */   connectFrom: () => (/* binding */ connectFrom)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(642);
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2697);
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4601);
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4677);
/* harmony import */ var _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7650);
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8819);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9288);
/* harmony import */ var _sandbox_mode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(537);








/** Connects to one region of AWS. Credentials come from the SDK's default chain. */
function connect(connection) {
    const made = new Map();
    const client = (name, make) => {
        const existing = made.get(name) ?? wire(new make(settingsOf(connection)), connection);
        made.set(name, existing);
        return existing;
    };
    return {
        region: connection.region ?? process.env.AWS_REGION ?? '',
        get autoScaling() {
            return client('autoScaling', _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_2__/* .AutoScalingClient */ .y);
        },
        get cloudWatch() {
            return client('cloudWatch', _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_3__/* .CloudWatchClient */ .W);
        },
        get ec2() {
            return client('ec2', _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_4__/* .EC2Client */ .g);
        },
        get elasticLoadBalancing() {
            return client('elasticLoadBalancing', _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_5__/* .ElasticLoadBalancingV2Client */ .M);
        },
        get ssm() {
            return client('ssm', _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_6__/* .SSMClient */ .j);
        },
        get sts() {
            return client('sts', _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_7__/* .STSClient */ .i);
        },
    };
}
/**
 * Connects a step to one region (left out: the environment's).
 * @throws {Failure} when sandbox mode is on without a loopback endpoint.
 */
function connectFrom({ environment, clock, random }, region) {
    return connect({ region, endpoint: (0,_sandbox_mode_js__WEBPACK_IMPORTED_MODULE_1__.sandboxEndpoint)(environment), clock, random });
}
function settingsOf({ region, endpoint }) {
    return { maxAttempts: 1, ...(region && { region }), ...(endpoint && { endpoint }) };
}
function wire(client, { clock, random, attach }) {
    // Priority 'high' puts our retry outside everything that `attach` adds to the same step.
    client.middlewareStack.add((next, context) => (args) => (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .withRetry */ .b)(() => next(args), { clock, random, safe: isSafeToRepeat(context.commandName ?? '', args.input) }), { step: 'initialize', priority: 'high', name: 'steadfleet-retry' });
    attach?.(client);
    return client;
}
/** Reads change nothing, and a client token makes AWS answer a repeated call with the first one's result. */
function isSafeToRepeat(command, input) {
    return /^(Describe|Get|List)/.test(command) || 'ClientToken' in input;
}


/***/ }),

/***/ 9288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ withRetry),
/* harmony export */   z: () => (/* binding */ failureKind)
/* harmony export */ });
const throttleCodes = new Set([
    'Throttling',
    'ThrottlingException',
    'ThrottledException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'TooManyRequestsException',
    'TooManyUpdates',
]);
const unavailableCodes = new Set([
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
]);
/** Classifies what an SDK client threw. See sandbox.md §1.4: EC2 throttles with a 503, Auto Scaling with a 400. */
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
/**
 * Repeats an AWS call with exponential backoff and full jitter. A throttled call is always repeated; one whose effect
 * is unknown only if repeating it is `safe` (a read, or a call with a client token).
 * @throws the last error.
 */
async function withRetry(call, { clock, random, safe }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await call();
        }
        catch (error) {
            const kind = failureKind(error);
            const repeatable = kind === 'throttled' || (kind === 'unavailable' && safe);
            if (!repeatable || attempt === attempts)
                throw error;
            await clock.sleep(random.next() * Math.min(longestWait, firstWait * 2 ** attempt));
        }
    }
}


/***/ }),

/***/ 537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nn: () => (/* binding */ isSandboxMode),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   sandboxEndpoint: () => (/* binding */ sandboxEndpoint)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);

/**
 * In sandbox mode (`STEADFLEET_SANDBOX=1`) nothing may reach the real AWS: every endpoint must be this machine's
 * loopback, and children get a proxy that refuses all else and says what was tried.
 */
function isSandboxMode(environment) {
    return environment.STEADFLEET_SANDBOX === '1';
}
/**
 * The endpoint that every AWS client must use in sandbox mode; undefined outside it.
 * @throws {Failure} when there is none, or one that is not loopback.
 */
function sandboxEndpoint(environment) {
    if (!isSandboxMode(environment))
        return undefined;
    const endpoints = Object.entries(environment).filter(([name, value]) => name.startsWith('AWS_ENDPOINT_URL') && value);
    for (const [name, value] of endpoints) {
        if (!isLoopback(value ?? '')) {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`STEADFLEET_SANDBOX=1 allows only loopback endpoints, but ${name} is "${value}". Unset one of the two.`);
        }
    }
    if (environment.AWS_ENDPOINT_URL)
        return environment.AWS_ENDPOINT_URL;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('STEADFLEET_SANDBOX=1, but AWS_ENDPOINT_URL is not set. Paste the lines that "npm run sandbox" prints.');
}
/** The environment for a child process: unchanged, but in sandbox mode with a proxy that refuses all but loopback. */
function childEnvironment(environment) {
    const proxy = sandboxEndpoint(environment);
    if (proxy === undefined)
        return { ...environment };
    const direct = '127.0.0.1,127.0.0.0/8,localhost,::1';
    return {
        ...environment,
        ...{ HTTP_PROXY: proxy, HTTPS_PROXY: proxy, ALL_PROXY: proxy, NO_PROXY: direct },
        ...{ http_proxy: proxy, https_proxy: proxy, all_proxy: proxy, no_proxy: direct },
    };
}
/** Whether an address can only mean this machine. */
function isLoopback(address) {
    return URL.canParse(address) && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(address).hostname);
}


/***/ })

};
