export const id = 622;
export const ids = [622,8241,8275];
export const modules = {

/***/ 5657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ AwsTime)
/* harmony export */ });
/** Milliseconds by which a clock may be off: what is compared with AWS's times allows for it. */
const toleratedSkew = 10_000;
/**
 * The runner's clock, set by what AWS answers. Much of what a rollout decides compares its own time with AWS's, and a machine of one's
 * own may be minutes off: the SDK signs its calls right all the same, so nothing else would show it. Every answer counts, for a
 * clock may be set in the middle of a run, and a machine may be resumed.
 */
class AwsTime {
    #clock;
    #log;
    #runner;
    /** Milliseconds to add to the runner's clock; undefined before the first answer. */
    #ahead;
    constructor({ clock, log, workflow }) {
        this.#clock = clock;
        this.#log = log;
        this.#runner = workflow.runnerName ? `runner "${workflow.runnerName}"` : 'this runner';
    }
    now() {
        return this.#clock.now() + (this.#ahead ?? 0);
    }
    sleep(milliseconds, signal) {
        return this.#clock.sleep(milliseconds, signal);
    }
    /** Makes a call of AWS, whichever, unless one was answered before: its answer sets the clock, even a refusal. */
    async learn(call) {
        if (this.#ahead === undefined)
            await call().catch(() => undefined);
    }
    /** Hears what time each attempt of each call is answered with. */
    hearing = (next) => async (args) => {
        const sentAt = this.#clock.now();
        try {
            const result = await next(args);
            this.#hear(result, sentAt);
            return result;
        }
        catch (error) {
            this.#hear({ response: error.$response }, sentAt);
            throw error;
        }
    };
    /** An answer was given between `sentAt` and now, in the second that it names: of all that fits, least is set. */
    #hear(result, sentAt) {
        const date = dateOf(result);
        if (date === undefined)
            return;
        const least = date - this.#clock.now();
        const most = date + 1000 - sentAt;
        const known = this.#ahead ?? 0;
        this.#ahead = known;
        const fits = known >= least - toleratedSkew && known <= most + toleratedSkew;
        // The clock was set back while the call was under way: the next one tells.
        if (fits || least > most)
            return;
        const nearest = Math.min(Math.max(0, least), most);
        this.#ahead = Math.abs(nearest) > toleratedSkew ? nearest : 0;
        this.#tell(this.#ahead);
    }
    #tell(ahead) {
        const off = `${Math.round(Math.abs(ahead) / 1000)} s ${ahead > 0 ? 'slow' : 'fast'}`;
        if (ahead === 0)
            this.#log.info(`The clock of ${this.#runner} was set meanwhile: it is right now.`);
        else
            this.#log.warning(`The clock of ${this.#runner} is ${off}, by the time that AWS answers with. This run goes by AWS's time. ` +
                'Set the clock, for example with chrony.', 'Clock');
    }
}
/** When an answer was given, to the second (RFC 9110, "Date"); undefined where nothing says it, as in a simulated world. */
function dateOf(result) {
    const { response } = result;
    const date = Date.parse(response?.headers?.['date'] ?? '');
    return Number.isNaN(date) ? undefined : date;
}


/***/ }),

/***/ 622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect),
  connectFrom: () => (/* binding */ connectFrom)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/AutoScalingClient.js + 8 modules
var AutoScalingClient = __webpack_require__(642);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-es/CloudWatchClient.js + 11 modules
var CloudWatchClient = __webpack_require__(4234);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/EC2Client.js + 8 modules
var EC2Client = __webpack_require__(4601);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/ElasticLoadBalancingV2Client.js + 8 modules
var ElasticLoadBalancingV2Client = __webpack_require__(4677);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/SSMClient.js + 8 modules
var SSMClient = __webpack_require__(7650);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-es/STSClient.js + 8 modules
var STSClient = __webpack_require__(4928);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-es/commands/AssumeRoleWithWebIdentityCommand.js + 1 modules
var AssumeRoleWithWebIdentityCommand = __webpack_require__(2860);
// EXTERNAL MODULE: ./build/bundle/src/platform/cancellation.js
var platform_cancellation = __webpack_require__(2439);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/platform/retry.js
var retry = __webpack_require__(9288);
;// CONCATENATED MODULE: ./build/bundle/src/platform/credentials.js



/** Milliseconds before their end at which credentials are renewed, as the SDK does it. */
const margin = 300_000;
/** Milliseconds within which credentials are not asked for twice: what AWS refuses then, new ones would not change. */
const pause = 60_000;
/**
 * A role's credentials, renewed before they end for as long as a run lasts, and asked for anew when AWS says earlier that
 * they have expired.
 */
class RoleCredentials {
    #settings;
    #held;
    #renewal;
    #triedAt = Number.NEGATIVE_INFINITY;
    constructor(settings) {
        this.#settings = settings;
    }
    /** @throws {Failure} that says why the role could not be taken. */
    async identity() {
        const now = this.#settings.clock.now();
        const held = this.#held;
        const mustRenew = held === undefined || held.expiresAt <= now;
        if (mustRenew)
            return (await this.#renew()).identity;
        if (held.expiresAt - now > margin || now - this.#triedAt < pause)
            return held.identity;
        // What still holds bridges a time in which GitHub or STS do not answer.
        return (await this.#renew().catch(() => held)).identity;
    }
    /** When those were issued that a call made now would use; undefined when it would ask for new ones. */
    get issuedAt() {
        return this.#held?.issuedAt;
    }
    /**
     * AWS has called those issued then expired: they are not used again.
     * @returns whether a call that failed by it is worth another attempt.
     */
    discard(issuedAt = this.issuedAt) {
        if (issuedAt === undefined || this.issuedAt !== issuedAt)
            return true;
        if (this.#settings.clock.now() - issuedAt < pause)
            return false;
        this.#held = undefined;
        return true;
    }
    /** One renewal at a time, however many calls wait for it. */
    async #renew() {
        this.#triedAt = this.#settings.clock.now();
        this.#renewal ??= this.#ask().finally(() => {
            this.#renewal = undefined;
        });
        this.#held = await this.#renewal;
        return this.#held;
    }
    async #ask() {
        const { clock, random, cancellation, arn } = this.#settings;
        try {
            // Both steps again: the token may have ended while STS was waited for (configure-aws-credentials, issue 1848).
            const given = await (0,retry/* withRetry */.bD)(() => this.#assumeOnce(), { clock, random, cancellation, repeatable: 'any' });
            return { ...this.#keep(given), issuedAt: clock.now() };
        }
        catch (error) {
            throw error instanceof failure/* Failure */.HR || error instanceof platform_cancellation/* Cancelled */.cJ
                ? error
                : new failure/* Failure */.HR(`Could not assume ${arn}: ${(0,failure/* messageOf */.bD)(error)}${adviceOn(error)}`);
        }
    }
    async #assumeOnce() {
        const { identityToken, assume, mask } = this.#settings;
        const token = await identityToken();
        mask(token);
        try {
            return await assume(token);
        }
        catch (error) {
            throw isPassing(error) ? Object.assign(error, { name: 'IDPCommunicationError' }) : error;
        }
    }
    #keep(given) {
        const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = given ?? {};
        if (!AccessKeyId || !Expiration)
            throw new failure/* Failure */.HR(`AWS gave no credentials for ${this.#settings.arn}.`);
        for (const secret of [AccessKeyId, SecretAccessKey, SessionToken])
            if (secret)
                this.#settings.mask(secret);
        const identity = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
        return { identity, expiresAt: Expiration.getTime() };
    }
}
/** Credentials as every tool of AWS reads them from its environment. A profile would go before them. */
function variablesOf({ accessKeyId, secretAccessKey, sessionToken }) {
    return {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_SESSION_TOKEN: sessionToken,
        AWS_PROFILE: undefined,
    };
}
/** What AWS calls credentials that have ended: EC2 says RequestExpired, JSON services ExpiredTokenException. */
const expired = new Set(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired']);
/** Asks for new credentials when AWS calls these expired, and lets our retry make the call once more. */
function withFreshCredentials(credentials) {
    return (next) => async (args) => {
        const { issuedAt } = credentials;
        try {
            return await next(args);
        }
        catch (error) {
            if (!expired.has(error.name) || !credentials.discard(issuedAt))
                throw error;
            throw Object.assign(new Error((0,failure/* messageOf */.bD)(error)), { name: 'CredentialsDiscarded' });
        }
    };
}
/**
 * STS asks GitHub for its keys at each exchange, and is at times too impatient (configure-aws-credentials, issue 299); a
 * token that ended on the way is another one next time.
 */
function isPassing(error) {
    const { name, message } = error;
    return name === 'ExpiredTokenException' || (/^InvalidIdentityToken/.test(name) && /verification key/.test(message));
}
function adviceOn(error) {
    if (!/^(AccessDenied|InvalidIdentityToken)/.test(error.name))
        return '';
    return ('. The account needs GitHub as an identity provider, and the role a trust policy that names it, with the audience ' +
        'sts.amazonaws.com and a subject that fits this repository, branch or environment.');
}

// EXTERNAL MODULE: ./build/bundle/src/platform/identity-token.js
var identity_token = __webpack_require__(8886);
// EXTERNAL MODULE: ./build/bundle/src/platform/sandbox-mode.js
var sandbox_mode = __webpack_require__(537);
// EXTERNAL MODULE: ./build/bundle/src/platform/aws-call.js
var aws_call = __webpack_require__(3988);
// EXTERNAL MODULE: ./build/bundle/src/platform/aws-failure.js
var aws_failure = __webpack_require__(5588);
// EXTERNAL MODULE: ./build/bundle/src/platform/aws-time.js
var aws_time = __webpack_require__(5657);
// EXTERNAL MODULE: ./build/bundle/src/platform/fence.js
var platform_fence = __webpack_require__(8275);
// EXTERNAL MODULE: ./build/bundle/src/platform/pace.js
var pace = __webpack_require__(1851);
;// CONCATENATED MODULE: ./build/bundle/src/platform/surroundings.js








/**
 * What stands around each call of one connection's clients, from the outside in: our retry; for each of its attempts the
 * cancellation, new credentials where they have expired, the pace, the fence, and a clock that hears AWS's time. Whatever is
 * added later stands inside.
 */
function surroundings(settings) {
    const { clock, credentials, fence, cancellation } = settings;
    const middlewares = [
        ['retry', retried(settings)],
        ...(cancellation ? [['cancellation', (0,platform_cancellation/* cancellable */.nZ)(cancellation)]] : []),
        ...(credentials ? [['credentials', withFreshCredentials(credentials)]] : []),
        ['pace', (0,pace/* paced */.y)(clock, cancellation)],
        ...(fence ? [['fence', (0,platform_fence/* fenced */.OF)(fence)]] : []),
        ...(clock instanceof aws_time/* AwsTime */.$ ? [['time', clock.hearing]] : []),
    ];
    return (stack) => {
        // Of one step and priority, the SDK puts the first one outermost.
        for (const [name, middleware] of middlewares) {
            stack.add(middleware, { step: 'initialize', priority: 'high', name: `steadfleet-${name}` });
        }
        // Once more when the request is signed, for to get credentials may have taken its time.
        if (fence) {
            const last = (0,platform_fence/* fenced */.OF)(fence);
            stack.add(last, { step: 'finalizeRequest', priority: 'low', name: 'steadfleet-fence-signed' });
        }
    };
}
function retried({ clock, random, cancellation }) {
    return (next, { clientName = '', commandName = '' }) => async (args) => {
        try {
            const repeatable = repeatableAfter(commandName, args.input);
            const call = async () => requireAnswer(await next(args), repeatable === 'any');
            return await (0,retry/* withRetry */.bD)(call, { clock, random, repeatable, cancellation });
        }
        catch (error) {
            throw (0,aws_failure/* nameCall */.w0)(error, `${clientName.replace(/Client$/, '')} ${commandName.replace(/Command$/, '')}`);
        }
    };
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
    if ((0,retry/* isForThisMoment */.ay)(input))
        return 'none';
    const isSafe = (0,aws_call/* isRead */.H)(command) || command === 'PutParameterCommand' || 'ClientToken' in input;
    return isSafe ? 'any' : 'throttled';
}

;// CONCATENATED MODULE: ./build/bundle/src/platform/aws.js










/** Connects to one region of AWS. The SDK's default chain of credentials is never asked for the sandbox. */
function connect(connection) {
    const made = new Map();
    const credentials = connection.role && credentialsOf(connection.role, connection);
    const surround = surroundings({ ...connection, credentials });
    const make = connection.make ?? ((type, settings) => new type(settings));
    const client = (name, type) => {
        const existing = made.get(name);
        if (existing)
            return existing;
        const fresh = make(type, settingsOf(connection, credentials));
        surround(fresh.middlewareStack);
        connection.attach?.(fresh);
        made.set(name, fresh);
        return fresh;
    };
    return {
        region: connection.region ?? process.env.AWS_REGION ?? '',
        get autoScaling() {
            return client('autoScaling', AutoScalingClient/* AutoScalingClient */.y);
        },
        get cloudWatch() {
            return client('cloudWatch', CloudWatchClient/* CloudWatchClient */.W);
        },
        get ec2() {
            return client('ec2', EC2Client/* EC2Client */.g);
        },
        get elasticLoadBalancing() {
            return client('elasticLoadBalancing', ElasticLoadBalancingV2Client/* ElasticLoadBalancingV2Client */.M);
        },
        get ssm() {
            return client('ssm', SSMClient/* SSMClient */.j);
        },
        get sts() {
            return client('sts', STSClient/* STSClient */.i);
        },
        classicLoadBalancing: async () => {
            const { ElasticLoadBalancingClient } = await __webpack_require__.e(/* import() */ 1284).then(__webpack_require__.bind(__webpack_require__, 1284));
            return client('classicLoadBalancing', ElasticLoadBalancingClient);
        },
        cloudFormation: async () => {
            const { CloudFormationClient } = await __webpack_require__.e(/* import() */ 3412).then(__webpack_require__.bind(__webpack_require__, 3412));
            return client('cloudFormation', CloudFormationClient);
        },
        codeDeploy: async () => {
            const { CodeDeployClient } = await __webpack_require__.e(/* import() */ 5181).then(__webpack_require__.bind(__webpack_require__, 5181));
            return client('codeDeploy', CodeDeployClient);
        },
        lattice: async () => {
            const { VPCLatticeClient } = await __webpack_require__.e(/* import() */ 7577).then(__webpack_require__.bind(__webpack_require__, 7577));
            return client('lattice', VPCLatticeClient);
        },
        childVariables: async () => (credentials ? variablesOf(await credentials.identity()) : {}),
    };
}
/**
 * Connects a step to one region (left out: the environment's).
 * @throws {Failure} when sandbox mode is on without a loopback endpoint.
 */
function connectFrom(step, region, settings = {}) {
    const { environment, clock, random } = step;
    const { fence, role, attach, cancellation = step.cancellation } = settings;
    return connect({
        region,
        endpoint: (0,sandbox_mode/* sandboxEndpoint */.Ne)(environment),
        proxies: environment,
        role: role === undefined ? undefined : roleSource(role, step),
        ...{ clock, random, fence, cancellation, ...(attach && { attach }) },
    });
}
/** In China, STS takes another audience (IAM user guide, "Create an OpenID Connect identity provider"). */
function roleSource(arn, { environment, workflow, inputs }) {
    const audience = arn.startsWith('arn:aws-cn:') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
    return {
        arn,
        sessionName: `steadfleet-${workflow.runId}-${workflow.runAttempt}`,
        identityToken: () => (0,identity_token/* identityToken */._)(audience, environment),
        mask: (secret) => inputs.mask(secret),
    };
}
function credentialsOf({ sessionName, ...role }, connection) {
    const sts = new STSClient/* STSClient */.i(settingsOf(connection, undefined));
    connection.attach?.(sts);
    const assume = async (WebIdentityToken) => {
        const order = { RoleArn: role.arn, RoleSessionName: sessionName, WebIdentityToken };
        return (await sts.send(new AssumeRoleWithWebIdentityCommand/* AssumeRoleWithWebIdentityCommand */.W(order))).Credentials;
    };
    const { clock, random, cancellation } = connection;
    return new RoleCredentials({ ...role, assume, clock, random, cancellation });
}
/**
 * Milliseconds to connect, and without a sign of life afterwards. The SDK by itself waits for ever, so one answer lost
 * in the network would hold a rollout until the job's own time-out.
 */
const patience = { connectionTimeout: 10_000, socketTimeout: 60_000 };
/** The default chain may itself ask the real AWS (STS, SSO, the metadata service), so the sandbox is not given it. */
const sandboxCredentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
function settingsOf({ region, endpoint, proxies }, credentials) {
    const sandbox = endpoint && { endpoint, credentials: sandboxCredentials };
    // `memoized`: the SDK asks for each call, and keeps nothing that AWS may meanwhile have called expired.
    const identity = credentials && Object.assign(() => credentials.identity(), { memoized: true });
    return {
        ...{ maxAttempts: 1, requestHandler: { ...patience, ...(proxies && { httpsAgent: { proxyEnv: proxies } }) } },
        ...(region && { region }),
        ...sandbox,
        ...(identity && { credentials: identity }),
    };
}


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

/***/ 1851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ scalingChangesPerSecond),
/* harmony export */   y: () => (/* binding */ paced)
/* harmony export */ });
/* harmony import */ var _aws_call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3988);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2439);


/** What one run keeps to in the long run, of changes to Auto Scaling groups. */
const scalingChangesPerSecond = 1.95;
const pace = (burst, perSecond) => ({ burst, perSecond });
/**
 * AWS throttles an account's calls in a region by token buckets that all its tools share, so one run stays below them:
 * EC2 developer guide, "Request throttling for the Amazon EC2 API" (its smallest: 50 and 10 each second for reads, 50
 * and 5 for changes); Elastic Load Balancing user guide, "Request throttling" (40 and 10 for reads). For Auto Scaling,
 * and for changes to load balancers, AWS publishes nothing: here as few as people have seen throttled. Of Systems Manager only
 * writes of parameters have so small a bucket that one run could empty it (3 a second, says AWS Support: github-aws-runners/
 * terraform-aws-github-runner, issue 2944).
 */
const paces = {
    AutoScalingClient: { reads: pace(15, 4.8), changes: pace(7, scalingChangesPerSecond) },
    EC2Client: { reads: pace(40, 9.5), changes: pace(40, 4.8) },
    ElasticLoadBalancingClient: { reads: pace(30, 9.5), changes: pace(7, 1.95) },
    ElasticLoadBalancingV2Client: { reads: pace(30, 9.5), changes: pace(7, 1.95) },
    SSMClient: { commands: { PutParameterCommand: pace(2, 2.5) } },
};
/** Spreads the calls of one connection, each attempt of each. A few calls at a time never wait. */
function paced(clock, cancellation) {
    const queues = new Map();
    return (next, { clientName = '', commandName = '' }) => {
        const { reads, changes, commands } = paces[clientName] ?? {};
        const own = commands?.[commandName] ?? ((0,_aws_call_js__WEBPACK_IMPORTED_MODULE_1__/* .isRead */ .H)(commandName) ? reads : changes);
        if (!own)
            return next;
        const queue = queues.get(own) ?? new Queue(own);
        queues.set(own, queue);
        return async (args) => {
            const wait = queue.join(clock.now());
            if (wait > 0)
                await clock.sleep(wait, cancellation);
            (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseWhenAborted */ .sJ)(cancellation);
            return next(args);
        };
    };
}
/** A token bucket, kept as the time at which it will be full again: who joins is told at once how long to wait. */
class Queue {
    #interval;
    #burst;
    #fullAt = 0;
    #joinedAt = 0;
    constructor({ burst, perSecond }) {
        this.#interval = 1000 / perSecond;
        this.#burst = burst;
    }
    /** Milliseconds to wait. */
    join(now) {
        // By so much the clock was set back: that is no wait.
        this.#fullAt -= Math.max(0, this.#joinedAt - now);
        this.#joinedAt = now;
        this.#fullAt = Math.max(this.#fullAt, now) + this.#interval;
        return Math.max(0, Math.ceil(this.#fullAt - this.#burst * this.#interval - now));
    }
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
]);
/** How AWS refuses a call that was signed more than minutes ago, or in the future; and one with wrong credentials. */
const signatureCodes = new Set([
    'AuthFailure',
    'InvalidSignatureException',
    'RequestExpired',
    'RequestInTheFuture',
    'RequestTimeTooSkewed',
    'SignatureDoesNotMatch',
]);
/** What the network, DNS, TLS and HTTP make of a request or an answer that does not get through (Node.js, "Errors"). */
const noAnswer = /^(E[A-Z_]+|HPE_\w+|ERR_SSL_\w+|ERR_STREAM_\w+)$/;
/**
 * Classifies what an SDK client threw: by its code before its status, for EC2 throttles with a 503 (EC2 API, "Query API
 * request rate") and Auto Scaling with a 400 (Auto Scaling API, "Common errors"). An answer of success that nobody could read
 * is as good as none: the effect may have happened.
 */
function failureKind(error) {
    const { name, code, Code, $metadata } = error;
    const codes = [name, code, Code].filter((value) => typeof value === 'string');
    if (codes.some((value) => throttleCodes.has(value)))
        return 'throttled';
    if (codes.some((value) => unavailableCodes.has(value)))
        return 'unavailable';
    // The SDK has seen by the answer that the runner's clock is off, and signs the next attempt in AWS's time.
    if ($metadata?.clockSkewCorrected && codes.some((value) => signatureCodes.has(value)))
        return 'throttled';
    const status = $metadata?.httpStatusCode;
    if (status === undefined)
        return codes.some((value) => noAnswer.test(value)) ? 'unavailable' : 'refused';
    if (status === 429)
        return 'throttled';
    return status >= 300 && status < 500 ? 'refused' : 'unavailable';
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


/***/ })

};
