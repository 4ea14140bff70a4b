export const id = 903;
export const ids = [903];
export const modules = {

/***/ 7903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect),
/* harmony export */   connectFrom: () => (/* binding */ connectFrom)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(642);
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2697);
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4601);
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4677);
/* harmony import */ var _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7650);
/* harmony import */ var _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8819);
/* harmony import */ var _aws_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5588);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9288);
/* harmony import */ var _sandbox_mode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(537);









/** Connects to one region of AWS. Credentials come from the SDK's default chain, but never for the sandbox. */
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
            return client('autoScaling', _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_3__/* .AutoScalingClient */ .y);
        },
        get cloudWatch() {
            return client('cloudWatch', _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_4__/* .CloudWatchClient */ .W);
        },
        get ec2() {
            return client('ec2', _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_5__/* .EC2Client */ .g);
        },
        get elasticLoadBalancing() {
            return client('elasticLoadBalancing', _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_6__/* .ElasticLoadBalancingV2Client */ .M);
        },
        get ssm() {
            return client('ssm', _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_7__/* .SSMClient */ .j);
        },
        get sts() {
            return client('sts', _aws_sdk_client_sts__WEBPACK_IMPORTED_MODULE_8__/* .STSClient */ .i);
        },
    };
}
/**
 * Connects a step to one region (left out: the environment's).
 * @throws {Failure} when sandbox mode is on without a loopback endpoint.
 */
function connectFrom({ environment, clock, random }, region) {
    return connect({ region, endpoint: (0,_sandbox_mode_js__WEBPACK_IMPORTED_MODULE_2__/* .sandboxEndpoint */ .Ne)(environment), clock, random });
}
/**
 * Milliseconds to connect, and without a sign of life afterwards. The SDK by itself waits for ever, so one answer lost
 * in the network would hold a rollout until the job's own time-out.
 */
const patience = { connectionTimeout: 10_000, socketTimeout: 60_000 };
/** The default chain may itself ask the real AWS (STS, SSO, the metadata service), so the sandbox is not given it. */
const sandboxCredentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
function settingsOf({ region, endpoint }) {
    const sandbox = endpoint && { endpoint, credentials: sandboxCredentials };
    return { maxAttempts: 1, requestHandler: patience, ...(region && { region }), ...sandbox };
}
function wire(client, { clock, random, attach }) {
    // Priority 'high' puts our retry outside everything that `attach` adds to the same step.
    client.middlewareStack.add((next, { clientName = '', commandName = '' }) => async (args) => {
        try {
            const repeatable = repeatableAfter(commandName, args.input);
            const call = async () => requireAnswer(await next(args), repeatable === 'any');
            return await (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .withRetry */ .bD)(call, { clock, random, repeatable });
        }
        catch (error) {
            throw (0,_aws_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .nameCall */ .w)(error, `${clientName.replace(/Client$/, '')} ${commandName.replace(/Command$/, '')}`);
        }
    }, { step: 'initialize', priority: 'high', name: 'steadfleet-retry' });
    attach?.(client);
    return client;
}
/** A read, or a call with a client token, always says something: a 200 without a body is a broken answer. */
function requireAnswer(result, saysSomething) {
    const isEmpty = Object.keys(result.output).every((name) => name === '$metadata');
    if (saysSomething && isEmpty)
        throw Object.assign(new Error('AWS answered with nothing'), { name: 'EmptyAnswer' });
    return result;
}
/**
 * Reads change nothing, and a client token makes AWS answer a repeated call with the first one's result. PutParameter
 * writes the same value again; without overwrite, it is refused and its caller recognises what is there as its own.
 */
function repeatableAfter(command, input) {
    if ((0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isForThisMoment */ .ay)(input))
        return 'none';
    const isSafe = /^(Describe|Get|List|PutParameterCommand$)/.test(command) || 'ClientToken' in input;
    return isSafe ? 'any' : 'throttled';
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
    'EmptyAnswer',
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
 * @throws the last error.
 */
async function withRetry(call, { clock, random, repeatable }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await call();
        }
        catch (error) {
            const kind = failureKind(error);
            const mayRepeat = repeatable === 'any' ? kind !== 'refused' : repeatable === kind;
            if (!mayRepeat || attempt === attempts)
                throw error;
            await clock.sleep(random.next() * Math.min(longestWait, firstWait * 2 ** attempt));
        }
    }
}


/***/ }),

/***/ 537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ne: () => (/* binding */ sandboxEndpoint),
/* harmony export */   Nn: () => (/* binding */ isSandboxMode),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   U9: () => (/* binding */ isLoopback)
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
