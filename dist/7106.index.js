export const id = 7106;
export const ids = [7106,632];
export const modules = {

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

/***/ 7106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  forecast: () => (/* binding */ forecast),
  k: () => (/* binding */ rehearsed)
});

// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/waves.js
var heart_waves = __webpack_require__(4383);
;// CONCATENATED MODULE: ./build/bundle/sandbox/world/profile.js
const second = 1_000;
const minute = 60 * second;
const profiles = {
    /** Everything in moments: for demos and pipeline tests. */
    fast: {
        call: [1, 5],
        lag: [0, 0],
        start: [50, 200],
        agent: [0, 0],
        boot: [200, 600],
        shutdown: [50, 200],
        capture: [200, 500],
        reconcile: [200, 400],
        command: [20, 80],
    },
    /** As seen on AWS on an ordinary day. */
    realistic: {
        call: [20, 200],
        lag: [0, 2 * second],
        start: [5 * second, 40 * second],
        agent: [2 * second, 20 * second],
        boot: [20 * second, 120 * second],
        shutdown: [20 * second, 90 * second],
        capture: [3 * minute, 10 * minute],
        reconcile: [5 * second, 20 * second],
        command: [1 * second, 5 * second],
    },
    /** A bad day. */
    nasty: {
        call: [20, 3 * second],
        lag: [0, 30 * second],
        start: [5 * second, 120 * second],
        agent: [2 * second, 90 * second],
        boot: [20 * second, 300 * second],
        shutdown: [20 * second, 300 * second],
        capture: [3 * minute, 30 * minute],
        reconcile: [5 * second, 60 * second],
        command: [1 * second, 60 * second],
    },
};
/** Draws one length of time, in whole milliseconds. */
function draw(span, random) {
    return Math.round(random.between(span[0], span[1]));
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/boot-times.js

/**
 * Draws how long one machine after the other takes from running to its application's first good answer, in milliseconds:
 * so that the time from launch to healthy is spread as past releases had it.
 */
function bootTimes(portrait, random) {
    const { pace, targetGroups } = portrait;
    const { boots, launch = profiles.realistic.start } = pace;
    if (!boots)
        return () => random.between(...assumedBoot(portrait));
    const start = (launch[0] + launch[1]) / 2;
    return () => {
        const untilHealthy = quantile(boots, random.next()) - start;
        return Math.max(0, Math.min(untilHealthy, ...targetGroups.map((watch) => bootBefore(watch, untilHealthy))));
    };
}
/**
 * What is assumed where no release tells: an ordinary time, but never one after which the group would have taken its own
 * machines for unhealthy, for it lives with those that it has.
 */
function assumedBoot({ healthCheckType, gracePeriod, targetGroups }) {
    const [shortest, longest] = profiles.realistic.boot;
    if (healthCheckType === 'EC2')
        return [shortest, longest];
    const bounds = targetGroups.map(({ interval, healthyThreshold, unhealthyThreshold }) => {
        return 1000 * Math.max((unhealthyThreshold - 1) * interval, gracePeriod - healthyThreshold * interval);
    });
    const bound = Math.min(longest, ...bounds);
    return [Math.min(shortest, bound / 2), bound];
}
/** How long a grace period has to be for machines that past releases have seen come up, in seconds: they lived. */
function provenGrace({ pace: { boots }, gracePeriod, targetGroups }) {
    const longestCheck = Math.max(0, ...targetGroups.map(({ interval, healthyThreshold }) => interval * healthyThreshold));
    return boots ? Math.max(gracePeriod, Math.ceil((1.2 * boots.p99) / 1000) + longestCheck) : gracePeriod;
}
/** A spread through the two figures that are known: as far below the median as above it, at most by half. */
function quantile({ median, p99 }, share) {
    const shortest = Math.max(median / 2, 2 * median - p99);
    if (share < 0.5)
        return shortest + (median - shortest) * (share / 0.5);
    return median + (p99 - median) * ((share - 0.5) / 0.49);
}
/**
 * When a machine must give good answers to be healthy at `untilHealthy`, on average: half an interval before. A machine
 * that has been found unhealthy meanwhile needs HealthyThresholdCount good answers (Application Load Balancers guide,
 * "Health checks for target groups").
 */
function bootBefore({ interval, healthyThreshold, unhealthyThreshold }, untilHealthy) {
    const wait = interval * 500;
    const foundUnhealthy = (unhealthyThreshold - 1) * interval * 1000;
    const first = untilHealthy - wait;
    if (first <= foundUnhealthy)
        return first;
    return Math.max(foundUnhealthy, first - (healthyThreshold - 1) * interval * 1000);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/reduced.js
/**
 * Makes a rollout of so many machines at most, to be rehearsed in a moment. Shares of the group stay as they are, numbers of machines
 * shrink with it; how long machines take does not depend on how many there are.
 */
function reduced(portrait, plan, largest) {
    const { desired } = portrait;
    if (desired <= largest)
        return { portrait, plan, factor: 1 };
    const factor = desired / largest;
    const lessOf = (amount) => 'machines' in amount ? { machines: Math.ceil(amount.machines / factor) } : amount;
    return {
        factor,
        portrait: smaller(portrait, factor),
        plan: {
            ...plan,
            waves: plan.waves.map(lessOf),
            maxSurge: lessOf(plan.maxSurge),
            maxUnavailable: lessOf(plan.maxUnavailable),
        },
    };
}
function smaller(portrait, factor) {
    const less = (machines) => Math.round(machines / factor);
    const { idle, cohorts, appointments } = portrait;
    const desired = less(portrait.desired);
    const [first, ...others] = cohorts.map((cohort) => ({ ...cohort, machines: less(cohort.machines) }));
    const rest = others.reduce((sum, { machines }) => sum + machines, 0);
    return {
        ...portrait,
        desired,
        min: Math.min(desired, less(portrait.min)),
        max: Math.max(desired, less(portrait.max)),
        cohorts: first ? [{ ...first, machines: desired - rest }, ...others] : [],
        appointments: appointments.map(({ sizes, ...appointment }) => ({
            ...appointment,
            sizes: Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, less(size)])),
        })),
        ...(idle && { idle: smaller(idle, factor) }),
    };
}

// EXTERNAL MODULE: ./build/bundle/src/platform/aws.js + 2 modules
var platform_aws = __webpack_require__(622);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/platform/fence.js
var platform_fence = __webpack_require__(8275);
// EXTERNAL MODULE: ./build/bundle/src/rollout/deployment.js + 70 modules
var rollout_deployment = __webpack_require__(7659);
// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/lease.js
var lease = __webpack_require__(3240);
;// CONCATENATED MODULE: ./build/bundle/sandbox/world/aws-error.js
/** An error as AWS would answer it. `status` is the HTTP status; throttling by EC2, for one, is a 503. */
class AwsError extends Error {
    code;
    status;
    constructor(code, message, status = 400) {
        super(message);
        this.name = code;
        this.code = code;
        this.status = status;
    }
}
function validationError(message) {
    return new AwsError('ValidationError', message);
}

// EXTERNAL MODULE: ./build/bundle/src/platform/aws-call.js
var aws_call = __webpack_require__(3988);
// EXTERNAL MODULE: ./build/bundle/src/platform/pace.js
var pace = __webpack_require__(1851);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/door.js




/** The world's names of the services, by the SDK's names of their clients. */
const services = {
    AutoScalingClient: 'autoscaling',
    CloudFormationClient: 'cloudformation',
    CloudWatchClient: 'monitoring',
    CodeDeployClient: 'codedeploy',
    EC2Client: 'ec2',
    ElasticLoadBalancingV2Client: 'elasticloadbalancing',
    SSMClient: 'ssm',
    STSClient: 'sts',
};
/**
 * Answers the SDK's clients from a world in this process. Nothing is checked or copied on the way, unlike in the
 * sandbox's own doors: those need the schema of every operation, which would make each bundle as large as the SDK.
 */
class Door {
    calls = { reads: 0, changes: 0 };
    #settings;
    constructor(settings) {
        this.#settings = settings;
    }
    /** For the `attach` of a connection. */
    attach = (client) => {
        const stack = client.middlewareStack;
        // The SDK would sort its middlewares and prepare a log line anew for each call, which costs more than all the rest.
        Object.assign(client.config, { cacheMiddleware: true });
        stack.remove('loggerMiddleware');
        stack.add(this.#answer, { step: 'initialize', priority: 'low', name: 'steadfleet-rehearsal' });
    };
    #answer = (_next, { clientName = '', commandName = '' }) => async ({ input }) => {
        const { world, region, clock, random, weight } = this.#settings;
        const service = services[clientName];
        if (!service)
            throw new Error(`The rehearsal has no service for ${clientName}`);
        this.calls[(0,aws_call/* isRead */.H)(commandName) ? 'reads' : 'changes']++;
        await clock.sleep(draw(world.profile.call, random) + timeForOthers(input, service, weight));
        const operation = commandName.replace(/Command$/, '');
        try {
            const output = world.call({ service, operation, input, region });
            return { response: {}, output: { ...output, $metadata: { httpStatusCode: 200 } } };
        }
        catch (error) {
            throw error instanceof AwsError ? asFromAws(error) : error;
        }
    };
}
/** A call to Auto Scaling that names machines would be made for each machine that they stand for, at the pace of a run. */
function timeForOthers(input, service, weight) {
    const namesMachines = 'InstanceId' in input || 'InstanceIds' in input;
    return service === 'autoscaling' && namesMachines ? ((weight - 1) * 1000) / pace/* scalingChangesPerSecond */.I : 0;
}
/** What the SDK would throw, as far as callers look at it: its name, code and status. */
function asFromAws({ code, message, status }) {
    return Object.assign(new Error(message), { name: code, Code: code, $metadata: { httpStatusCode: status } });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/machines/simulated-machines.js

const well = {};
/** Machines that exist only on the world's clock: for tests, simulations and worlds without root. */
class SimulatedMachines {
    #world;
    #behaviours = new Map();
    #machines = new Map();
    #listeners = [];
    #changes = new Set();
    #random;
    #agentRandom;
    #addresses = 0;
    constructor(world) {
        this.#world = world;
    }
    /** Sets what machines that boot from this image from now on do. */
    behave(imageId, behaviour) {
        this.#behaviours.set(imageId, behaviour);
    }
    /** Changes what every machine does that boots from now on, whatever its image, until it is taken back. */
    alter(change) {
        this.#changes.add(change);
        return () => {
            this.#changes.delete(change);
        };
    }
    /** Whether the application on this machine gives good answers now. */
    isAnswering(instanceId) {
        return this.#machines.get(instanceId)?.answering ?? false;
    }
    /** What the application on this machine says it is; the image's id where nobody named it. */
    versionOf(instance) {
        const machine = this.#machines.get(instance.id);
        const { version } = machine?.behaviour ?? this.#behaviours.get(instance.imageId) ?? well;
        return version ?? machine?.imageId ?? instance.imageId;
    }
    /** How many requests a second keep this machine's processor fully busy. */
    requestsAtFullLoad({ id }) {
        return this.#machines.get(id)?.behaviour.requestsAtFullLoad ?? 100;
    }
    /** Makes the application on a machine bad or good from outside, as a fault does. */
    setAnswering(instanceId, answering) {
        const machine = this.#machines.get(instanceId);
        if (machine?.life === 'up')
            this.#answer(machine, answering);
    }
    onAnswerChange(listener) {
        this.#listeners.push(listener);
    }
    addressFor() {
        const number = ++this.#addresses;
        return `10.0.${(number >> 8) & 255}.${number & 255}`;
    }
    boot(instance, report) {
        this.#start(instance, instance.imageId, report.running);
    }
    replaceRoot(instance, imageId, { replaced }) {
        const machine = this.#machines.get(instance.id);
        machine?.next?.();
        if (machine)
            this.#answer(machine, false);
        this.#start(instance, imageId, replaced);
    }
    #start(instance, imageId, isUp) {
        let behaviour = this.#behaviours.get(imageId) ?? well;
        for (const change of this.#changes)
            behaviour = change(instance, behaviour);
        const { runningSince = this.#world.clock.now() } = instance;
        const agentDelay = this.#world.clock.now() - runningSince + this.#drawAgentDelay(behaviour);
        const machine = {
            ...{ id: instance.id, imageId, behaviour, agentDelay },
            ...{ life: 'starting', answering: false, hasStarted: false, next: undefined, scripts: new Set() },
        };
        this.#machines.set(instance.id, machine);
        machine.next = this.#after(this.#world.profile.start, () => {
            machine.life = 'up';
            this.#startApplication(machine);
            isUp();
        });
    }
    stop(instance, done) {
        this.#shutDown(instance, done);
    }
    terminate(instance, done) {
        this.#shutDown(instance, done);
    }
    capture(instance, imageId, report) {
        this.#inherit(instance.imageId, imageId);
        this.#after(this.#world.profile.capture, report.available);
    }
    copy(sourceImageId, imageId, report) {
        this.#inherit(sourceImageId, imageId);
        this.#after(this.#world.profile.capture, report.available);
    }
    discard(imageId) {
        this.#behaviours.delete(imageId);
    }
    execute({ id }, script, done, { document, parameters } = { document: '', parameters: {} }) {
        const machine = this.#machines.get(id);
        const { behaviour = well, answering: isAnswering = false } = machine ?? {};
        const outcome = behaviour.commands?.(document, parameters, { id, isAnswering });
        const { exitCode, output, takes } = outcome ?? {
            exitCode: behaviour.exitCode ?? 0,
            output: `simulated: ${script.length} line(s) of script\n`,
        };
        const stop = this.#after(takes ?? this.#world.profile.command, () => {
            machine?.scripts.delete(stop);
            done({ exitCode, stdout: output, stderr: '' });
        });
        machine?.scripts.add(stop);
        return stop;
    }
    agentDelay({ id }) {
        return this.#machines.get(id)?.agentDelay ?? 0;
    }
    probe(instance, probe, done) {
        const machine = this.#machines.get(instance.id);
        if (machine?.answering) {
            done({ healthy: true });
            return;
        }
        const description = machine?.life === 'up' ? 'Health checks failed' : `Request timed out after ${probe.timeout} ms`;
        const reason = machine?.life === 'up' ? 'Target.FailedHealthChecks' : 'Target.Timeout';
        done({ healthy: false, reason, description });
    }
    consoleOutput(instance, isLatest = false) {
        const machine = this.#machines.get(instance.id);
        const { id, imageId } = machine ?? instance;
        const { booting = [], running = [] } = machine?.behaviour.console ?? {};
        const lines = [`simulated machine ${id} from ${imageId}`];
        if (machine && machine.life !== 'starting')
            lines.push(...booting);
        if (machine?.hasStarted && (isLatest || machine.life === 'down'))
            lines.push(...running);
        return `${lines.join('\n')}\n`;
    }
    #startApplication(machine) {
        const { answers = 'well', boot = this.#world.profile.boot } = machine.behaviour;
        machine.next = this.#after(boot, () => {
            machine.hasStarted = true;
            if (answers === 'never')
                return;
            this.#answer(machine, true);
            if (answers === 'well')
                return;
            machine.next = this.#world.clock.schedule(answers.badAfter, () => this.#answer(machine, false));
        });
    }
    #drawAgentDelay({ agent = this.#world.profile.agent }) {
        if (agent === 'never')
            return Number.POSITIVE_INFINITY;
        // Of its own, so that it shifts no other draw; made at first use, as the other is.
        this.#agentRandom ??= this.#world.random.fork('agents');
        return draw(agent, this.#agentRandom);
    }
    #shutDown(instance, done) {
        const machine = this.#machines.get(instance.id);
        machine?.next?.();
        if (machine) {
            machine.life = 'down';
            for (const stop of machine.scripts)
                stop();
            machine.scripts.clear();
            this.#answer(machine, false);
        }
        this.#after(this.#world.profile.shutdown, done);
    }
    #answer(machine, answering) {
        if (machine.answering === answering)
            return;
        machine.answering = answering;
        for (const listener of this.#listeners)
            listener(machine.id);
    }
    /** A captured image does what its source does, unless it is told otherwise. */
    #inherit(sourceImageId, imageId) {
        const behaviour = this.#behaviours.get(sourceImageId);
        if (behaviour && !this.#behaviours.has(imageId))
            this.#behaviours.set(imageId, behaviour);
    }
    #after(span, event) {
        // Made at first use: the world hands itself over before it is complete.
        this.#random ??= this.#world.random.fork('machines');
        return this.#world.clock.schedule(draw(span, this.#random), event);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/random.js
/**
 * A seeded generator (mulberry32). Each part of the world draws from its own fork, by name, so that one more draw in
 * one place shifts nothing in another.
 */
class SeededRandom {
    #seed;
    #state;
    constructor(seed) {
        this.#seed = seed | 0;
        this.#state = this.#seed;
    }
    next() {
        this.#state = (this.#state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    }
    /** A generator of its own for the part of the world with this name. */
    fork(name) {
        let hash = this.#seed ^ 0x811c9dc5;
        for (let at = 0; at < name.length; at++)
            hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
        return new SeededRandom(hash);
    }
    /** A number from `low` to `high`. */
    between(low, high) {
        return low + this.next() * (high - low);
    }
    /** So many lower-case hexadecimal digits. */
    hex(digits) {
        let text = '';
        while (text.length < digits)
            text += Math.floor(this.next() * 16).toString(16);
        return text;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/virtual-clock.js
/** Where virtual time starts: any fixed instant will do, so that the same seed gives the same history. */
const beginning = Date.UTC(2026, 0, 1);
/** After so many instants comes a turn of the event loop. */
const instantsInATurn = 100;
/**
 * Time that passes only when nothing is left to do: the next event runs once every promise has settled and no call is
 * under way. Serves the world (as WorldClock) and the code under test (as the platform's Clock).
 */
class VirtualClock {
    #now = beginning;
    #sequence = 0;
    #holds = 0;
    #timers = [];
    now() {
        return this.#now;
    }
    /** Milliseconds since this clock was made. */
    elapsed() {
        return this.#now - beginning;
    }
    schedule(delay, event) {
        const timer = { time: this.#now + Math.max(0, delay), sequence: this.#sequence++, event };
        this.#push(timer);
        return () => {
            timer.event = undefined;
        };
    }
    hold() {
        let held = true;
        this.#holds++;
        return () => {
            if (held)
                this.#holds--;
            held = false;
        };
    }
    sleep(milliseconds, signal) {
        return new Promise((resolve) => {
            if (signal?.aborted)
                return resolve();
            const wake = () => {
                cancel();
                signal?.removeEventListener('abort', wake);
                resolve();
            };
            const cancel = this.schedule(milliseconds, wake);
            signal?.addEventListener('abort', wake);
        });
    }
    /** Runs every event due up to `time`, at once: for tests of the world alone, where nothing awaits. */
    advanceTo(time) {
        for (let next = this.#timers[0]; next && next.time <= time; next = this.#timers[0])
            this.#step();
        this.#now = Math.max(this.#now, time);
    }
    /** Like {@link advanceTo}, by so many milliseconds. */
    advance(milliseconds) {
        this.advanceTo(this.#now + milliseconds);
    }
    /**
     * Lets time pass until `work` settles.
     * @throws what `work` throws; an Error when it can never settle (nothing scheduled), or not within `limit` milliseconds.
     */
    async run(work, limit = 24 * 3_600_000) {
        let settled = false;
        const settle = () => {
            settled = true;
        };
        work.then(settle, settle);
        const deadline = this.#now + limit;
        // From a promise job on, nextTick comes after all promise jobs; from anything else it would come before them.
        await undefined;
        for (let instants = 1;; instants++) {
            const isReal = this.#holds > 0 || this.#timers.length === 0 || instants % instantsInATurn === 0;
            await (isReal ? turnOfEventLoop() : allPromises());
            if (settled)
                return work;
            if (this.#holds > 0)
                continue;
            if (this.#timers.length === 0)
                throw new Error('deadlock: work waits, but no event is scheduled');
            if (this.#now > deadline)
                throw new Error(`not finished after ${limit / 1000} virtual seconds`);
            // Only an event that was awaited can make progress in promises, so all timers of one instant run together.
            const instant = this.#timers[0]?.time ?? 0;
            while (this.#timers[0]?.time === instant)
                this.#step();
        }
    }
    #step() {
        const timer = this.#pop();
        if (!timer)
            return;
        this.#now = timer.time;
        timer.event?.();
    }
    /** A binary heap by time, then by order of scheduling. */
    #push(timer) {
        const heap = this.#timers;
        let at = heap.push(timer) - 1;
        while (at > 0) {
            const parent = (at - 1) >> 1;
            if (!isBefore(timer, heap[parent]))
                break;
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = timer;
    }
    #pop() {
        const heap = this.#timers;
        const first = heap[0];
        const last = heap.pop();
        if (!last || heap.length === 0)
            return first;
        let at = 0;
        for (;;) {
            let child = 2 * at + 1;
            if (child >= heap.length)
                break;
            if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child]))
                child++;
            if (!isBefore(heap[child], last))
                break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return first;
    }
}
/** When it returns, no promise job is left, so everybody waits for time. A turn of the event loop would take longer. */
function allPromises() {
    return new Promise((resolve) => process.nextTick(resolve));
}
/** The same, and what is really under way, a module that is being loaded, say, may get further. */
function turnOfEventLoop() {
    return new Promise((resolve) => setImmediate(resolve));
}
function isBefore(one, other) {
    return one.time < other.time || (one.time === other.time && one.sequence < other.sequence);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/operation.js
/** Makes an operation out of typed parts (use the SDK's CommandInput and CommandOutput types, less $metadata). */
function operation(accepts, run) {
    return { accepts, run: run };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/activities.js
function beginActivity({ group, ...start }, random) {
    const activity = {
        ...start,
        id: [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-'),
        groupName: group.name,
        groupArn: group.arn,
        status: 'InProgress',
        statusMessage: undefined,
        ended: undefined,
    };
    group.activities.push(activity);
    return activity;
}
function endActivity(activity, status, now, message) {
    activity.status = status;
    activity.ended = now;
    // Auto Scaling API, Activity: StatusMessage has at most 255 characters.
    activity.statusMessage = message?.slice(0, 255);
}
/** Members without a value are as good as absent. A hundred activities are described at a time, so this is one literal. */
function describeActivity(activity) {
    return {
        ActivityId: activity.id,
        AutoScalingGroupName: activity.groupName,
        AutoScalingGroupARN: activity.groupArn,
        Description: activity.description,
        Cause: activity.cause,
        StartTime: new Date(activity.started),
        EndTime: activity.ended === undefined ? undefined : new Date(activity.ended),
        StatusCode: activity.status,
        StatusMessage: activity.statusMessage || undefined,
        Progress: activity.ended === undefined ? 50 : 100,
        Details: activity.details,
    };
}
/** Times as causes have them: no milliseconds. */
function timeText(now) {
    return new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/attach-operations.js



const attachOperations = {
    AttachInstances: operation(['AutoScalingGroupName', 'InstanceIds'], (input, region) => {
        attach(input, region);
        return {};
    }),
};
/** Auto Scaling API, AttachInstances: running, in no other group, and within the group's maximum. */
function attach({ AutoScalingGroupName, InstanceIds = [] }, region) {
    const { autoScaling, ec2 } = region;
    const group = autoScaling.group(AutoScalingGroupName);
    if (group.suspended.has('Launch'))
        throw validationError(`Launch process is suspended for AutoScalingGroup ${group.name}`);
    if (group.desired + InstanceIds.length > group.maxSize) {
        throw sizesMessage(group, `To attach ${InstanceIds.length} instance${InstanceIds.length > 1 ? 's' : ''}`);
    }
    const instances = InstanceIds.map((id) => {
        const instance = ec2.instances.get(id);
        if (!instance)
            throw validationError(`Invalid Instance ID: ${id}`);
        if (instance.state !== 'running')
            throw validationError(`Instance ${id} is not in running state.`);
        const owner = (autoScaling.memberOf(id) ?? autoScaling.warmMember(id))?.group;
        if (owner)
            throw validationError(`Instance ${id} is already part of AutoScalingGroup:${owner.name}`);
        return instance;
    });
    for (const instance of instances) {
        const { desired } = group;
        group.desired = desired + 1;
        const cause = `At ${timeText(region.world.clock.now())} an instance was attached in response to a user request, increasing the capacity from ${desired} to ${desired + 1}.`;
        autoScaling.lifecycle.attach(group, instance, cause);
    }
    autoScaling.setDesired(group, group.desired, '');
}
/** What AWS answers when a group's sizes have no room for a wish. */
function sizesMessage({ name, minSize, maxSize, desired }, wish) {
    return validationError(`AutoScalingGroup ${name} has min-size=${minSize}, max-size=${maxSize}, and desired-size=${desired}. ${wish}, please update the AutoScalingGroup sizes appropriately.`);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/pagination.js

/**
 * Cuts one page out of a list. Tokens are opaque to callers and stable: the same token gives the same place again.
 * @throws {AwsError} with `invalidToken` as its code (InvalidNextToken unless said otherwise) for a token of no page.
 */
function page(items, { maxResults, nextToken }, defaultSize, invalidToken = 'InvalidNextToken') {
    const size = maxResults ?? defaultSize;
    if (nextToken === undefined && items.length <= size)
        return { items: items.slice(), nextToken: undefined };
    const start = nextToken ? startOf(nextToken, invalidToken) : 0;
    const end = start + size;
    return { items: items.slice(start, end), nextToken: end < items.length ? tokenAt(end) : undefined };
}
const tokenPrefix = 'steadfleet-page-';
function tokenAt(start) {
    return Buffer.from(`${tokenPrefix}${start}`).toString('base64url');
}
function startOf(token, invalidToken) {
    const text = Buffer.from(token, 'base64url').toString();
    const start = Number(text.slice(tokenPrefix.length));
    if (text.startsWith(tokenPrefix) && Number.isInteger(start) && start > 0)
        return start;
    throw new AwsError(invalidToken, `The token '${token}' is invalid`);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/group.js
/** The processes that can be suspended (Auto Scaling user guide, "Suspend and resume processes"). */
const processes = [
    'Launch',
    'Terminate',
    'AddToLoadBalancer',
    'AlarmNotification',
    'AZRebalance',
    'HealthCheck',
    'InstanceRefresh',
    'ReplaceUnhealthy',
    'ScheduledActions',
];
/** An instance that is about to become part of a group. */
function newMember(group, { instance, ...launched }, activity) {
    return {
        instance,
        group,
        state: 'Pending',
        healthy: true,
        illness: undefined,
        configuration: launched.configuration,
        shownImageId: launched.shownImageId,
        weight: weightOf(group, instance.instanceType) ?? 1,
        protectedFromScaleIn: false,
        graceEnds: 0,
        inServiceSince: 0,
        waits: new Map(),
        activity,
        handedToEc2: false,
        isScaledIn: false,
    };
}
/** The members that count against desired: in service, or on the way there. */
function activeMembers(group) {
    const active = [];
    for (const member of group.members.values())
        if (isActive(member))
            active.push(member);
    return active;
}
function isActive({ state }) {
    return state === 'InService' || state.startsWith('Pending') || isReplacingRoot(state);
}
/** Whether a member gets another root volume, and keeps its place meanwhile. */
function isReplacingRoot(state) {
    return state.startsWith('ReplacingRootVolume') || state === 'RootVolumeReplaced';
}
/** How much capacity machines are together, in the units that the group's sizes have. */
function capacityOf(members) {
    return members.reduce((sum, { weight }) => sum + weight, 0);
}
/** The weight that the group's mixed instances policy gives a type, if it does (Auto Scaling API, LaunchTemplateOverrides). */
function weightOf({ mixed, launching }, instanceType) {
    const overrides = (launching?.mixed ?? mixed)?.LaunchTemplate?.Overrides ?? [];
    const weight = overrides.find((override) => override.InstanceType === instanceType)?.WeightedCapacity;
    return weight === undefined ? undefined : Number(weight);
}
/** Machines get the weights of a new policy; those of types that it does not name keep theirs (Auto Scaling user guide, "Configure an Auto Scaling group to use instance weights"). */
function reweigh(group) {
    for (const member of group.members.values()) {
        member.weight = weightOf(group, member.instance.instanceType) ?? member.weight;
    }
}
/** Members of the group that run down: no longer wanted, not yet gone. */
function isTerminating({ state }) {
    return state.startsWith('Terminating');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/traffic-sources.js

/** The kind of traffic source that an identifier is of: ARNs say so, names are of classic load balancers. */
function sourceType(identifier) {
    const [, service] = /^arn:[^:]+:([^:]+):/.exec(identifier) ?? [];
    if (service === 'vpc-lattice')
        return 'vpc-lattice';
    return service === 'elasticloadbalancing' ? 'elbv2' : 'elb';
}
/** Whether the group heeds what a traffic source finds of its machines (Auto Scaling user guide, "Health checks"). */
function healthCounts({ healthChecks }, identifier) {
    return healthChecks.has(sourceType(identifier) === 'vpc-lattice' ? 'VPC_LATTICE' : 'ELB');
}
/** The traffic sources that a request names, in all the ways there are to name them. */
function sourcesOf({ TargetGroupARNs, LoadBalancerNames, TrafficSources }) {
    return [
        ...(TargetGroupARNs ?? []).map((Identifier) => ({ Identifier, Type: 'elbv2' })),
        ...(LoadBalancerNames ?? []).map((Identifier) => ({ Identifier, Type: 'elb' })),
        ...(TrafficSources ?? []),
    ];
}
/**
 * The type is needed for the name of a classic load balancer (Auto Scaling API, TrafficSourceIdentifier).
 * @throws {AwsError} ValidationError for a source that there is not, or of another type.
 */
function knownSource({ Identifier = '', Type }, { loadBalancing }) {
    const type = sourceType(Identifier);
    if (Type ? Type !== type : type === 'elb')
        throw validationError(`The traffic source ${Identifier} is not of type ${Type ?? 'elbv2'}`);
    if (loadBalancing.targetGroups.get(Identifier)?.type === type)
        return Identifier;
    const kind = type === 'elb' ? 'load balancers' : 'target groups';
    throw validationError(`Provided ${kind} may not be valid. Please ensure they exist and try again: ${Identifier}`);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/describe-group.js



/** A group as DescribeAutoScalingGroups shows it. Members without a value are as good as absent. */
function describeGroup(group, region, withInstances) {
    const zones = group.subnetIds.map((id) => region.ec2.availabilityZoneOf(id));
    const sources = [...group.targetGroupArns].map((Identifier) => ({ Identifier, Type: sourceType(Identifier) }));
    const named = (type) => sources.filter(({ Type }) => Type === type).map(({ Identifier }) => Identifier);
    return {
        AutoScalingGroupName: group.name,
        AutoScalingGroupARN: group.arn,
        LaunchTemplate: group.template && { ...group.template },
        MixedInstancesPolicy: group.mixed && structuredClone(group.mixed),
        LaunchConfigurationName: group.configuration || undefined,
        MinSize: group.minSize,
        MaxSize: group.maxSize,
        DesiredCapacity: group.desired,
        DefaultCooldown: group.cooldown,
        DefaultInstanceWarmup: group.defaultWarmup,
        AvailabilityZones: [...new Set(zones)],
        LoadBalancerNames: named('elb'),
        TargetGroupARNs: named('elbv2'),
        TrafficSources: sources,
        WarmPoolConfiguration: group.warmPool && describeWarmPool(group.warmPool),
        WarmPoolSize: group.warmPool && group.warm.size,
        HealthCheckType: healthCheckType(group),
        HealthCheckGracePeriod: group.gracePeriod,
        Instances: withInstances ? [...group.members.values()].map(describeInstance) : [],
        CreatedTime: new Date(group.created),
        SuspendedProcesses: [...group.suspended].map(([ProcessName, since]) => ({
            ProcessName,
            SuspensionReason: `User suspended at ${timeText(since)}`,
        })),
        VPCZoneIdentifier: group.subnetIds.join(','),
        EnabledMetrics: [],
        Status: group.deleting ? 'Delete in progress' : undefined,
        Tags: describeTags(group),
        TerminationPolicies: [...group.terminationPolicies],
        NewInstancesProtectedFromScaleIn: group.newInstancesProtected,
        CapacityRebalance: false,
        ServiceLinkedRoleARN: `arn:aws:iam::${region.world.account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
    };
}
/** EC2's checks are always there, and only named where no others are (Auto Scaling API, AutoScalingGroup). */
function healthCheckType({ healthChecks }) {
    const others = [...healthChecks].filter((check) => check !== 'EC2');
    return others.length > 0 ? others.join(',') : 'EC2';
}
function describeTags(group) {
    return [...group.tags].map(([Key, { value, propagate }]) => ({
        ResourceId: group.name,
        ResourceType: 'auto-scaling-group',
        Key,
        Value: value,
        PropagateAtLaunch: propagate,
    }));
}
function describeWarmPool({ minSize, maxPrepared, state, reuses, isDeleting }) {
    return {
        MinSize: minSize,
        ...(maxPrepared !== undefined && { MaxGroupPreparedCapacity: maxPrepared }),
        PoolState: state,
        ...(reuses && { InstanceReusePolicy: { ReuseOnScaleIn: true } }),
        ...(isDeleting && { Status: 'PendingDelete' }),
    };
}
/**
 * The template's version is the number it was launched with, never `$Latest`; the image is there only where it is not
 * the template's own (Auto Scaling API, Instance).
 */
function describeInstance(member) {
    const { instance } = member;
    return {
        InstanceId: instance.id,
        InstanceType: instance.instanceType,
        AvailabilityZone: instance.availabilityZone,
        LifecycleState: member.state,
        HealthStatus: member.healthy ? 'Healthy' : 'Unhealthy',
        ProtectedFromScaleIn: member.protectedFromScaleIn,
        ...(member.shownImageId && { ImageId: member.shownImageId }),
        ...(weightOf(member.group, instance.instanceType) !== undefined && { WeightedCapacity: String(member.weight) }),
        ...sourceOf(member),
    };
}
/** A member as DescribeAutoScalingInstances shows it: health in capitals (Auto Scaling API, AutoScalingInstanceDetails). */
function describeMember(member) {
    const { HealthStatus = '', LifecycleState, ...rest } = describeInstance(member);
    return {
        ...rest,
        AutoScalingGroupName: member.group.name,
        LifecycleState: LifecycleState ?? '',
        HealthStatus: HealthStatus.toUpperCase(),
    };
}
function sourceOf({ instance: { launchTemplate }, configuration }) {
    if (!launchTemplate)
        return configuration ? { LaunchConfigurationName: configuration } : {};
    const { id, name, version } = launchTemplate;
    return { LaunchTemplate: { LaunchTemplateId: id, LaunchTemplateName: name, Version: String(version) } };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/launch-source.js

const nothing = { template: undefined, mixed: undefined, configuration: undefined };
/** @returns undefined when nothing is given. @throws {AwsError} ValidationError for several, or for what does not exist. */
function readLaunchSource(given, region) {
    const { LaunchTemplate: template, MixedInstancesPolicy: mixed, LaunchConfigurationName: configuration } = given;
    if ([template, mixed, configuration].filter(Boolean).length > 1)
        throw onlyOne();
    if (template)
        return { ...nothing, template: knownTemplate(template, region) };
    if (mixed)
        return { ...nothing, mixed: knownPolicy(mixed, region) };
    if (!configuration)
        return undefined;
    if (region.autoScaling.launchConfigurations.has(configuration))
        return { ...nothing, configuration };
    throw validationError(`Launch configuration name not found - Launch configuration ${configuration} not found`);
}
function onlyOne() {
    return validationError('Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.');
}
/** An override may name a template of its own (Auto Scaling API, LaunchTemplateOverrides). */
function knownPolicy(mixed, region) {
    const { LaunchTemplateSpecification: specification = {}, Overrides = [] } = mixed.LaunchTemplate ?? {};
    requireWeights(Overrides);
    const known = ({ LaunchTemplateSpecification: own, ...override }) => ({
        ...override,
        ...(own && { LaunchTemplateSpecification: knownTemplate(own, region) }),
    });
    const LaunchTemplateSpecification = knownTemplate(specification, region);
    return {
        LaunchTemplate: { LaunchTemplateSpecification, Overrides: Overrides.map(known) },
        InstancesDistribution: knownDistribution(mixed.InstancesDistribution),
    };
}
/**
 * With AWS's defaults filled in, as it shows them (Auto Scaling API, InstancesDistribution). There are no prices and no
 * Spot pools here, so the strategies for Spot are kept and shown, and all launch the first type that there is.
 */
function knownDistribution(given = {}) {
    const { OnDemandAllocationStrategy: onDemand = 'prioritized', SpotAllocationStrategy: spot = 'lowest-price' } = given;
    if (onDemand !== 'prioritized')
        throw validationError(`The sandbox has no prices for the strategy '${onDemand}'`);
    const known = ['lowest-price', 'capacity-optimized', 'capacity-optimized-prioritized', 'price-capacity-optimized'];
    if (!known.includes(spot))
        throw validationError(`SpotAllocationStrategy '${spot}' must be one of ${known.join(', ')}`);
    const hasPools = spot === 'lowest-price';
    if (given.SpotInstancePools !== undefined && !hasPools)
        throw validationError('SpotInstancePools is valid only when SpotAllocationStrategy is lowest-price');
    return {
        OnDemandAllocationStrategy: onDemand,
        OnDemandBaseCapacity: given.OnDemandBaseCapacity ?? 0,
        OnDemandPercentageAboveBaseCapacity: given.OnDemandPercentageAboveBaseCapacity ?? 100,
        SpotAllocationStrategy: spot,
        ...(hasPools && { SpotInstancePools: given.SpotInstancePools ?? 2 }),
        ...(given.SpotMaxPrice && { SpotMaxPrice: given.SpotMaxPrice }),
    };
}
/** All types have a weight, or none (Auto Scaling API, LaunchTemplateOverrides). */
function requireWeights(overrides) {
    const weights = overrides.flatMap(({ WeightedCapacity: weight }) => weight ?? []);
    if (weights.length === 0)
        return;
    if (weights.length < overrides.length)
        throw validationError('If WeightedCapacity is given for one instance type, it must be given for all of them');
    const wrong = weights.find((weight) => !/^[1-9]\d{0,2}$/.test(weight));
    if (wrong !== undefined)
        throw validationError(`WeightedCapacity '${wrong}' must be from 1 to 999`);
}
/** The template must exist, in that version; without one it is the default (Auto Scaling API, LaunchTemplateSpecification). */
function knownTemplate(specification, { ec2 }) {
    const { Version = '$Default' } = specification;
    try {
        const { id, name } = ec2.templateVersion({ ...specification, Version });
        return { LaunchTemplateId: id, LaunchTemplateName: name, Version };
    }
    catch (error) {
        if (!(error instanceof AwsError))
            throw error;
        throw validationError(`You must use a valid fully-formed launch template. ${error.message}`);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/launch-spec.js
/** What a template's version says about a launch; whoever launches spreads its own wishes over it. */
function launchSpecOf(version) {
    const { id, name, version: number, data } = version;
    return { ...specOfData(data), launchTemplate: { id, name, version: number } };
}
/**
 * The part that RunInstances and a launch template's data have in common. What else a template says is kept and shown,
 * but has nothing to act on here.
 */
function specOfData(data) {
    const networkInterface = data.NetworkInterfaces?.[0];
    const spec = {
        ImageId: data.ImageId,
        InstanceType: data.InstanceType,
        SubnetId: networkInterface?.SubnetId || undefined,
        AvailabilityZone: data.Placement?.AvailabilityZone || undefined,
        KeyName: data.KeyName || undefined,
        UserData: data.UserData || undefined,
        SecurityGroupIds: filled(networkInterface?.Groups) ?? filled(data.SecurityGroupIds),
        IamInstanceProfile: data.IamInstanceProfile,
        AssociatePublicIpAddress: networkInterface?.AssociatePublicIpAddress,
        MetadataOptions: data.MetadataOptions,
        EbsOptimized: data.EbsOptimized,
        InstanceInitiatedShutdownBehavior: data.InstanceInitiatedShutdownBehavior,
        BlockDeviceMappings: data.BlockDeviceMappings,
        tags: tagsFor('instance', data),
        volumeTags: tagsFor('volume', data),
        networkInterfaceTags: tagsFor('network-interface', data),
        spot: data.InstanceMarketOptions?.MarketType === 'spot' ? true : undefined,
    };
    return Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined));
}
function filled(list) {
    return list && list.length > 0 ? list : undefined;
}
function tagsFor(resourceType, { TagSpecifications }) {
    const tags = TagSpecifications?.filter((specification) => specification.ResourceType === resourceType)
        .flatMap((specification) => specification.Tags ?? [])
        .map(({ Key = '', Value = '' }) => [Key, Value]);
    return tags && tags.length > 0 ? tags : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/launch-configuration.js
/** What a launch configuration says about a launch. */
function specOfConfiguration({ settings }) {
    const { IamInstanceProfile: profile } = settings;
    return {
        ImageId: settings.ImageId,
        InstanceType: settings.InstanceType,
        KeyName: settings.KeyName,
        UserData: settings.UserData,
        SecurityGroupIds: settings.SecurityGroups,
        IamInstanceProfile: profile ? { [profile.startsWith('arn:') ? 'Arn' : 'Name']: profile } : undefined,
        AssociatePublicIpAddress: settings.AssociatePublicIpAddress,
        EbsOptimized: settings.EbsOptimized,
        spot: settings.SpotPrice ? true : undefined,
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/launch.js




/** What the group's next launch is made from: its own source, unless an instance refresh has another. */
function launch_sourceOf(group) {
    return group.launching ?? group;
}
/** The version that the group's next launch takes. @throws {AwsError} as EC2 for a template or version that is gone. */
function currentTemplate({ ec2 }, group) {
    const { template, mixed } = launch_sourceOf(group);
    const { LaunchTemplateId, Version } = template ?? mixed?.LaunchTemplate?.LaunchTemplateSpecification ?? {};
    return ec2.templateVersion({ LaunchTemplateId, Version });
}
/** Of a mixed instances policy each override, in their order, from its own template and image if it has them. */
function templateChoices(region, group) {
    const overrides = launch_sourceOf(group).mixed?.LaunchTemplate?.Overrides ?? [];
    if (overrides.length === 0)
        return [{ spec: launchSpecOf(currentTemplate(region, group)), imageOverride: undefined }];
    return overrides.map(({ InstanceType, ImageId, LaunchTemplateSpecification: own }) => {
        const { LaunchTemplateId, Version } = own ?? {};
        const template = own ? region.ec2.templateVersion({ LaunchTemplateId, Version }) : currentTemplate(region, group);
        const spec = { ...launchSpecOf(template), ...(InstanceType && { InstanceType }), ...(ImageId && { ImageId }) };
        return { spec, imageOverride: ImageId };
    });
}
function choices(region, group) {
    const { configuration: name } = launch_sourceOf(group);
    if (name === undefined)
        return templateChoices(region, group);
    const configuration = region.autoScaling.launchConfigurations.get(name);
    if (!configuration)
        throw validationError(`Launch configuration ${name} not found`);
    return [{ spec: specOfConfiguration(configuration), imageOverride: undefined }];
}
/**
 * What a group can launch in one of its subnets, best first, with the tags that propagate and those that AWS adds (Auto
 * Scaling user guide, "Tag Auto Scaling groups and instances"; EC2 user guide, "Launch templates").
 * @throws {AwsError} as EC2 for a template or version that is gone.
 */
function groupChoices(region, group, subnetId) {
    return choices(region, group).map(({ spec, imageOverride }) => {
        const { launchTemplate } = spec;
        const tags = new Map(spec.tags ?? []);
        for (const [key, { value, propagate }] of group.tags)
            if (propagate)
                tags.set(key, value);
        tags.set('aws:autoscaling:groupName', group.name);
        if (launchTemplate) {
            tags.set('aws:ec2launchtemplate:id', launchTemplate.id);
            tags.set('aws:ec2launchtemplate:version', String(launchTemplate.version));
        }
        return { spec: { ...spec, ...(isSpotNext(group) && { spot: true }), SubnetId: subnetId, tags }, imageOverride };
    });
}
/**
 * Has EC2 launch the first of several types that it has capacity for (Auto Scaling user guide, "Allocation strategies":
 * prioritized).
 * @throws {AwsError} as EC2
 */
function launchInstance(region, group, subnetId) {
    const possible = groupChoices(region, group, subnetId);
    const { configuration } = launch_sourceOf(group);
    for (const [index, { spec, imageOverride }] of possible.entries()) {
        try {
            return { instance: region.ec2.launch(spec), configuration, shownImageId: imageOverride };
        }
        catch (error) {
            const isShort = error instanceof AwsError && error.code === 'InsufficientInstanceCapacity';
            if (!isShort || index === possible.length - 1)
                throw error;
        }
    }
    throw validationError(`Group ${group.name} has nothing to launch`);
}
/** On-demand up to the base, and its percentage of what is above (Auto Scaling API, InstancesDistribution). */
function isSpotNext(group) {
    const { OnDemandBaseCapacity: base = 0, OnDemandPercentageAboveBaseCapacity: percentage = 100 } = launch_sourceOf(group).mixed?.InstancesDistribution ?? {};
    const active = activeMembers(group);
    const onDemand = capacityOf(active.filter(({ instance }) => !instance.spot));
    const above = Math.max(0, capacityOf(active) + 1 - base);
    return onDemand >= base + Math.ceil((above * percentage) / 100);
}
/** The group's subnets, those of the emptiest zone first (Auto Scaling user guide, "Availability Zone distribution"). */
function subnetsByNeed({ ec2 }, group) {
    const counts = zoneCounts(group);
    const need = (subnetId) => counts.get(ec2.availabilityZoneOf(subnetId)) ?? 0;
    return [...group.subnetIds].sort((one, other) => need(one) - need(other));
}
/** How much capacity of active members each zone has that has any. */
function zoneCounts(group) {
    const counts = new Map();
    for (const { instance, weight } of activeMembers(group)) {
        counts.set(instance.availabilityZone, (counts.get(instance.availabilityZone) ?? 0) + weight);
    }
    return counts;
}
/** Whether a machine was launched from what the group's next launch would be made from. */
function isCurrent(region, group, { instance, configuration, shownImageId }) {
    const { configuration: current } = launch_sourceOf(group);
    if (current !== undefined)
        return configuration === current;
    const { id, version } = instance.launchTemplate ?? {};
    return templateChoices(region, group).some(({ spec: { launchTemplate }, imageOverride }) => launchTemplate?.id === id &&
        launchTemplate?.version === version &&
        (imageOverride ?? instance.imageId) === (shownImageId ?? instance.imageId));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/termination-policy.js


/** The termination policies that the sandbox knows (Auto Scaling user guide, "Termination policies"). */
const terminationPolicies = [
    'Default',
    'OldestInstance',
    'NewestInstance',
    'OldestLaunchTemplate',
    'ClosestToNextInstanceHour',
];
/**
 * Who goes when a group scales in: from the zone with the most members, by the group's policies, never one that is
 * protected, or that is more than the surplus (Auto Scaling user guide, "Termination policies", "Instance scale-in
 * protection" and "Configure an Auto Scaling group to use instance weights").
 * @returns undefined when there is none.
 */
function chooseVictim(region, group, surplus) {
    const candidates = activeMembers(group).filter(({ protectedFromScaleIn, weight }) => !protectedFromScaleIn && weight <= surplus);
    const counts = zoneCounts(group);
    const sizes = candidates.map(({ instance }) => counts.get(instance.availabilityZone) ?? 0);
    const fullest = Math.max(...sizes);
    let left = candidates.filter((_, index) => sizes[index] === fullest);
    for (const rank of group.terminationPolicies.flatMap((policy) => ranksOf(policy, region, group))) {
        const lowest = Math.min(...left.map(rank));
        left = left.filter((member) => rank(member) === lowest);
    }
    return left[0];
}
function ranksOf(policy, region, group) {
    const age = ({ instance }) => instance.launchTime;
    const hour = 3_600_000;
    const now = region.world.clock.now();
    const untilNextHour = ({ instance }) => hour - ((now - instance.launchTime) % hour);
    switch (policy) {
        case 'OldestInstance':
            return [age];
        case 'NewestInstance':
            return [(member) => -age(member)];
        case 'ClosestToNextInstanceHour':
            return [untilNextHour];
        case 'OldestLaunchTemplate':
            return templateRanks(region, group);
        default:
            return [...templateRanks(region, group), untilNextHour];
    }
}
/** Those of another template or launch configuration than the group's first, then the oldest version or configuration. */
function templateRanks(region, group) {
    const { configuration: name } = launch_sourceOf(group);
    if (name !== undefined) {
        const { launchConfigurations } = region.autoScaling;
        return [
            ({ configuration }) => (configuration === name ? 1 : 0),
            ({ configuration }) => launchConfigurations.get(configuration ?? '')?.created ?? 0,
        ];
    }
    const current = templateId(region, group);
    return [
        ({ instance }) => (instance.launchTemplate?.id === current ? 1 : 0),
        ({ instance }) => instance.launchTemplate?.version ?? 0,
    ];
}
function templateId(region, group) {
    try {
        return currentTemplate(region, group).id;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/group-settings.js



/** An empty group with the defaults of CreateAutoScalingGroup: no grace period, 300 s cooldown, EC2 health checks. */
function newGroup(name, region) {
    if (!/^[^:\r\n]{1,255}$/.test(name))
        throw validationError(`Group name '${name}' must have 1 to 255 characters and no colon`);
    const id = [8, 4, 4, 4, 12].map((digits) => region.autoScaling.random.hex(digits)).join('-');
    return {
        name,
        arn: region.arn('autoscaling', `autoScalingGroup:${id}:autoScalingGroupName/${name}`),
        created: region.world.clock.now(),
        minSize: 0,
        maxSize: 0,
        desired: 0,
        template: undefined,
        mixed: undefined,
        configuration: undefined,
        subnetIds: [],
        targetGroupArns: new Set(),
        provenTargetGroupArns: new Set(),
        healthChecks: new Set(['EC2']),
        gracePeriod: 0,
        cooldown: 300,
        cooldownEnds: 0,
        defaultWarmup: undefined,
        terminationPolicies: ['Default'],
        newInstancesProtected: false,
        tags: new Map(),
        suspended: new Map(),
        members: new Map(),
        warmPool: undefined,
        warm: new Map(),
        hooks: new Map(),
        policies: new Map(),
        scheduledActions: new Map(),
        refreshes: [],
        launching: undefined,
        surge: 0,
        activities: [],
        causes: [],
        deleting: false,
        failures: 0,
        rebalancing: undefined,
        next: undefined,
    };
}
/** Puts the given settings into a group. @throws {AwsError} ValidationError; the group may be half changed then. */
function applySettings(group, input, region) {
    const { MinSize, MaxSize, DesiredCapacity } = input;
    group.minSize = MinSize ?? group.minSize;
    group.maxSize = MaxSize ?? group.maxSize;
    group.desired = DesiredCapacity ?? Math.max(group.minSize, Math.min(group.maxSize, group.desired));
    group.gracePeriod = input.HealthCheckGracePeriod ?? group.gracePeriod;
    group.cooldown = input.DefaultCooldown ?? group.cooldown;
    // -1 takes it away again (Auto Scaling API, UpdateAutoScalingGroup).
    const { DefaultInstanceWarmup: warmup = group.defaultWarmup } = input;
    group.defaultWarmup = warmup === -1 ? undefined : warmup;
    group.newInstancesProtected = input.NewInstancesProtectedFromScaleIn ?? group.newInstancesProtected;
    if (input.HealthCheckType)
        group.healthChecks = knownHealthChecks(input.HealthCheckType);
    if (input.TerminationPolicies?.length)
        group.terminationPolicies = knownPolicies(input.TerminationPolicies);
    if (input.VPCZoneIdentifier)
        group.subnetIds = knownSubnets(input.VPCZoneIdentifier, region);
    else if (input.AvailabilityZones?.length)
        group.subnetIds = defaultSubnets(input.AvailabilityZones, region);
    applyTemplate(group, input, region);
    requireMatchingZones(group, input, region);
    if (group.subnetIds.length === 0)
        throw validationError('At least one Availability Zone or VPC Subnet is required.');
}
function applyTemplate(group, input, region) {
    const given = readLaunchSource(input, region);
    if (given)
        Object.assign(group, given);
    if (!group.template && !group.mixed && !group.configuration)
        throw onlyOne();
}
function knownHealthChecks(type) {
    const checks = type.split(',').map((one) => one.trim());
    const unknown = checks.find((one) => one !== 'EC2' && one !== 'ELB' && one !== 'VPC_LATTICE');
    if (unknown !== undefined)
        throw validationError(`The sandbox knows the health check types EC2, ELB and VPC_LATTICE, not '${unknown}'`);
    return new Set(['EC2', ...checks]);
}
function knownPolicies(policies) {
    const unknown = policies.find((policy) => !terminationPolicies.some((known) => known === policy));
    if (unknown !== undefined)
        throw validationError(`The sandbox does not know the termination policy '${unknown}'`);
    return [...policies];
}
function knownSubnets(list, { ec2 }) {
    const ids = list.split(',').map((id) => id.trim());
    const unknown = ids.find((id) => !ec2.subnets.has(id));
    if (unknown !== undefined)
        throw validationError(`The subnet ID '${unknown}' does not exist`);
    return ids;
}
function requireMatchingZones(group, { AvailabilityZones }, { ec2 }) {
    const zones = new Set(group.subnetIds.map((id) => ec2.availabilityZoneOf(id)));
    if (!AvailabilityZones?.length || AvailabilityZones.every((zone) => zones.has(zone)))
        return;
    throw validationError('The availability zones of the specified subnets and the Auto Scaling group do not match');
}
/** Zones alone mean the default VPC's subnets in them (Auto Scaling API, CreateAutoScalingGroup). */
function defaultSubnets(zones, { ec2 }) {
    return zones.map((zone) => {
        const subnet = ec2.network.defaultSubnet(zone);
        if (!subnet)
            throw validationError(`Invalid availability zone: [${zone}]`);
        return subnet.id;
    });
}
/** @throws {AwsError} ValidationError unless 0 <= min <= desired <= max. */
function requireSizes({ minSize, maxSize, desired }) {
    if (minSize < 0)
        throw validationError(`Min bound, ${minSize}, must not be negative`);
    if (minSize > maxSize)
        throw validationError(`Max bound, ${maxSize}, must be greater than or equal to min bound, ${minSize}`);
    if (desired < minSize || desired > maxSize) {
        throw validationError(`Desired capacity:${desired} must be between the specified min size:${minSize} and max size:${maxSize}`);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/instance-refresh.js


const over = ['Successful', 'Failed', 'Cancelled', 'RollbackSuccessful', 'RollbackFailed'];
function isOver({ status }) {
    return over.includes(status);
}
/** There is at most one (Auto Scaling API, StartInstanceRefresh: InstanceRefreshInProgress). */
function activeRefresh({ refreshes }) {
    const newest = refreshes.at(-1);
    return newest && !isOver(newest) ? newest : undefined;
}
/** Victims that are still there, and not yet on their way out. */
function victimsLeft(group, { victims }) {
    return [...victims].flatMap((id) => {
        const member = group.members.get(id);
        return member && !isTerminating(member) && member.state !== 'Detaching' ? [member] : [];
    });
}
/**
 * A machine counts once it is in service and healthy, a new one only when it has warmed up besides; with health checks
 * of type ELB every target group has to agree (Auto Scaling user guide, "How an instance refresh works").
 */
function isReady(region, group, refresh, member) {
    if (member.state !== 'InService' || !member.healthy)
        return false;
    if (refresh.present.has(member.instance.id))
        return true;
    const warmup = refresh.preferences.warmup ?? group.defaultWarmup ?? group.gracePeriod;
    if (region.world.clock.now() < member.inServiceSince + warmup * 1000)
        return false;
    const arns = [...group.targetGroupArns].filter((arn) => healthCounts(group, arn) && region.loadBalancing.targetGroups.has(arn));
    return arns.every((arn) => region.loadBalancing.healthOf(arn, member.instance.id)?.state === 'healthy');
}
/**
 * How far it is: a victim is replaced once it goes and a new machine is ready. During a rollback the percentage goes back to zero
 * (Auto Scaling API, InstanceRefresh: PercentageComplete).
 */
function progressOf(region, group, refresh) {
    if (refresh.final)
        return refresh.final;
    const left = victimsLeft(group, refresh).length;
    const isNewAndReady = (member) => !refresh.present.has(member.instance.id) && isReady(region, group, refresh, member);
    const fresh = activeMembers(group).filter(isNewAndReady).length;
    const replaced = Math.min(refresh.total - left, fresh);
    const share = refresh.total === 0 ? 1 : replaced / refresh.total;
    const percentage = Math.floor(refresh.rollback ? refresh.rollback.percentage * (1 - share) : 100 * share);
    return { percentage, instancesToUpdate: refresh.total - replaced };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/tag-operations.js




const parameters = ['Tags.ResourceId', 'Tags.ResourceType', 'Tags.Key', 'Tags.Value', 'Tags.PropagateAtLaunch'];
const tagOperations = {
    CreateOrUpdateTags: operation(parameters, (input, region) => {
        for (const tag of input.Tags ?? []) {
            setTags(region.autoScaling.group(tag.ResourceId), [tag]);
            region.record('group', tag.ResourceId ?? '', `tag ${tag.Key}=${tag.Value ?? ''}`);
        }
        return {};
    }),
    DeleteTags: operation(parameters, (input, region) => {
        for (const { ResourceId = '', Key = '' } of input.Tags ?? []) {
            region.autoScaling.group(ResourceId).tags.delete(Key);
            region.record('group', ResourceId, `tag ${Key} deleted`);
        }
        return {};
    }),
    DescribeTags: operation(['Filters.Name', 'Filters.Values', 'MaxRecords', 'NextToken'], (input, { autoScaling }) => {
        const filters = input.Filters ?? [];
        const tags = [...autoScaling.groups.values()]
            .flatMap(describeTags)
            .filter((tag) => filters.every(({ Name = '', Values = [] }) => Values.includes(filtered(tag, Name))));
        const { items, nextToken } = page(tags, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 50);
        return { Tags: items, NextToken: nextToken };
    }),
};
/** Auto Scaling API, DescribeTags: the names of its filters. */
function filtered(tag, name) {
    if (name === 'auto-scaling-group')
        return tag.ResourceId;
    if (name === 'key')
        return tag.Key;
    if (name === 'value')
        return tag.Value;
    if (name === 'propagate-at-launch')
        return String(tag.PropagateAtLaunch);
    throw validationError(`Filter type ${name} is not correct. Allowed Filter types are: auto-scaling-group key value propagate-at-launch`);
}
/** Keys that start with `aws:` are AWS's own, and a resource has 50 tags at most (Auto Scaling user guide, "Tag restrictions"). */
function setTags(group, tags) {
    for (const { Key = '', Value = '', PropagateAtLaunch = true } of tags) {
        if (/^aws:/i.test(Key))
            throw validationError(`Tag key '${Key}' starts with aws:, which is reserved`);
        if (!group.tags.has(Key) && group.tags.size >= 50)
            throw new AwsError('LimitExceeded', `Group ${group.name} has 50 tags already`);
        group.tags.set(Key, { value: Value, propagate: PropagateAtLaunch });
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/group-operations.js










const settings = [
    'AutoScalingGroupName',
    'LaunchTemplate.*',
    'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.*',
    'MixedInstancesPolicy.LaunchTemplate.Overrides.InstanceType',
    'MixedInstancesPolicy.LaunchTemplate.Overrides.ImageId',
    'MixedInstancesPolicy.LaunchTemplate.Overrides.WeightedCapacity',
    'MixedInstancesPolicy.LaunchTemplate.Overrides.LaunchTemplateSpecification.*',
    'LaunchConfigurationName',
    'MixedInstancesPolicy.InstancesDistribution.*',
    'MinSize',
    'MaxSize',
    'DesiredCapacity',
    'DefaultCooldown',
    'DefaultInstanceWarmup',
    'AvailabilityZones',
    'VPCZoneIdentifier',
    'HealthCheckType',
    'HealthCheckGracePeriod',
    'TerminationPolicies',
    'NewInstancesProtectedFromScaleIn',
];
const groupOperations = {
    CreateAutoScalingGroup: operation([...settings, 'TargetGroupARNs', 'LoadBalancerNames', 'TrafficSources.*', 'Tags.*'], (input, region) => {
        create(input, region);
        return {};
    }),
    UpdateAutoScalingGroup: operation(settings, (input, region) => {
        update(input, region);
        return {};
    }),
    DeleteAutoScalingGroup: operation(['AutoScalingGroupName', 'ForceDelete'], (input, { autoScaling }) => {
        const group = autoScaling.group(input.AutoScalingGroupName);
        if (!input.ForceDelete)
            requireEmpty(group);
        autoScaling.delete(group);
        return {};
    }),
    DescribeAutoScalingGroups: operation(['AutoScalingGroupNames', 'Filters.Name', 'Filters.Values', 'MaxRecords', 'NextToken', 'IncludeInstances'], (input, region) => {
        // Auto Scaling API, DescribeAutoScalingGroups: 50 by default, at most 100; unknown names are left out.
        const request = { maxResults: Math.min(100, input.MaxRecords ?? 50), nextToken: input.NextToken };
        const { items, nextToken } = page(group_operations_select(input, region), request, 50);
        return {
            AutoScalingGroups: items.map((group) => describeGroup(group, region, input.IncludeInstances ?? true)),
            NextToken: nextToken,
        };
    }),
    SetDesiredCapacity: operation(['AutoScalingGroupName', 'DesiredCapacity', 'HonorCooldown'], (input, { autoScaling, world }) => {
        const group = autoScaling.group(input.AutoScalingGroupName);
        const { DesiredCapacity: desired = 0 } = input;
        const refuse = (side, bound) => validationError(`New SetDesiredCapacity value ${desired} is ${side} value ${bound} for the AutoScalingGroup.`);
        if (desired > group.maxSize)
            throw refuse('above max', group.maxSize);
        if (desired < group.minSize)
            throw refuse('below min', group.minSize);
        const now = world.clock.now();
        if (input.HonorCooldown && now < group.cooldownEnds) {
            throw new AwsError('ScalingActivityInProgress', `The group ${group.name} is in its cooldown period`);
        }
        const change = `changing the desired capacity from ${group.desired} to ${desired}`;
        const cause = `At ${timeText(now)} a user request explicitly set group desired capacity ${change}.`;
        autoScaling.setDesired(group, desired, group.desired === desired ? '' : cause);
        return {};
    }),
};
function create(input, region) {
    const { autoScaling } = region;
    const { AutoScalingGroupName: name = '' } = input;
    if (autoScaling.groups.has(name)) {
        throw new AwsError('AlreadyExists', `AutoScalingGroup by this name already exists - A group with the name ${name} already exists`);
    }
    const group = newGroup(name, region);
    applySettings(group, input, region);
    requireSizes(group);
    for (const source of sourcesOf(input))
        group.targetGroupArns.add(knownSource(source, region));
    setTags(group, input.Tags ?? []);
    autoScaling.groups.set(name, group);
    region.record('group', name, 'created');
    const { minSize, maxSize, desired } = group;
    const at = timeText(group.created);
    const cause = `At ${at} a user request created an AutoScalingGroup changing the desired capacity from 0 to ${desired} (min: ${minSize}, max: ${maxSize}).`;
    autoScaling.setDesired(group, desired, cause);
}
/**
 * Sizes follow each other when desired is not given: raised to a new minimum, lowered to a new maximum
 * (Auto Scaling API, UpdateAutoScalingGroup). All is checked before anything is changed.
 */
function update(input, region) {
    const { autoScaling } = region;
    const group = autoScaling.group(input.AutoScalingGroupName);
    if (group.deleting)
        throw validationError(`AutoScalingGroup ${group.name} is pending delete`);
    requireNoDesiredConfiguration(group, input);
    const next = { ...group };
    applySettings(next, input, region);
    requireSizes(next);
    const before = group.desired;
    Object.assign(group, next);
    reweigh(group);
    region.record('group', group.name, 'updated');
    const { minSize, maxSize, desired } = group;
    const at = timeText(region.world.clock.now());
    const cause = `At ${at} a user request update of AutoScalingGroup constraints to min: ${minSize}, max: ${maxSize}, desired: ${desired} changing the desired capacity from ${before} to ${desired}.`;
    autoScaling.setDesired(group, desired, before === desired ? '' : cause);
}
/** Auto Scaling user guide, "Instance refresh": its desired configuration is not to be changed under it. */
function requireNoDesiredConfiguration(group, input) {
    if (!input.LaunchTemplate && !input.MixedInstancesPolicy && !input.LaunchConfigurationName)
        return;
    if (!activeRefresh(group)?.desired)
        return;
    throw validationError('An active instance refresh with a desired configuration exists. All configuration options derived from the desired configuration are not available for update while the instance refresh is active.');
}
/** Auto Scaling API, DeleteAutoScalingGroup: instances or activities are in the way unless it is forced. */
function requireEmpty(group) {
    const members = [...group.members.values()];
    if (members.length === 0)
        return;
    if (members.every(isTerminating)) {
        throw new AwsError('ScalingActivityInProgress', 'You cannot delete an AutoScalingGroup while there are scaling activities in progress for that group.');
    }
    throw new AwsError('ResourceInUse', 'You cannot delete an AutoScalingGroup while there are instances or pending Spot instance request(s) still in the group.');
}
function group_operations_select(input, { autoScaling }) {
    const names = input.AutoScalingGroupNames ?? [];
    const named = names.length > 0
        ? names.flatMap((name) => autoScaling.groups.get(name) ?? [])
        : [...autoScaling.groups.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
    return named.filter((group) => (input.Filters ?? []).every(({ Name = '', Values = [] }) => passes(group, Name, Values)));
}
/** Auto Scaling API, Filter: tag-key, tag-value and tag:KEY. */
function passes({ tags }, name, values) {
    if (name === 'tag-key')
        return values.some((key) => tags.has(key));
    if (name === 'tag-value')
        return [...tags.values()].some(({ value }) => values.includes(value));
    if (name.startsWith('tag:'))
        return values.includes(tags.get(name.slice('tag:'.length))?.value ?? '\0');
    throw validationError(`Filter type ${name} is not correct. Allowed Filter types are: tag-key, tag-value and tag:<key>`);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/hooks.js
/** 100 times the heartbeat time-out, at most 48 hours (Auto Scaling user guide, "Lifecycle hooks"). */
function globalTimeout(hook) {
    return Math.min(48 * 3600, 100 * hook.heartbeatTimeout);
}
/**
 * Makes a member wait for all the group's hooks of a transition, then tells how it ended: at once with CONTINUE when
 * there are none. A single ABANDON ends the other waits too (Auto Scaling user guide, "Lifecycle hooks").
 */
function waitForHooks(member, transition, { clock, random }, done) {
    const hooks = [...member.group.hooks.values()].filter((hook) => hook.transition === transition);
    if (hooks.length === 0)
        done('CONTINUE', '');
    for (const hook of hooks) {
        const token = [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-');
        const finish = (result, reason) => {
            member.waits.get(hook.name)?.timeout();
            member.waits.delete(hook.name);
            if (result === 'ABANDON')
                cancelWaits(member);
            if (member.waits.size === 0)
                done(result, `Lifecycle Action with token ${token} was abandoned: ${reason}`);
        };
        const longest = clock.now() + globalTimeout(hook) * 1000;
        const wait = { hook, token, longest, timeout: () => { }, finish };
        member.waits.set(hook.name, wait);
        armTimeout(wait, clock);
    }
}
/** Starts the heartbeat time-out anew, within the global one (RecordLifecycleActionHeartbeat). */
function armTimeout(wait, clock) {
    wait.timeout();
    const delay = Math.min(wait.hook.heartbeatTimeout * 1000, wait.longest - clock.now());
    wait.timeout = clock.schedule(delay, () => wait.finish(wait.hook.defaultResult, 'Heartbeat Timeout'));
}
function cancelWaits(member) {
    for (const wait of member.waits.values())
        wait.timeout();
    member.waits.clear();
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/hook-operations.js



const actionParameters = ['AutoScalingGroupName', 'LifecycleHookName', 'LifecycleActionToken', 'InstanceId'];
const hookOperations = {
    PutLifecycleHook: operation([
        'AutoScalingGroupName',
        'LifecycleHookName',
        'LifecycleTransition',
        'HeartbeatTimeout',
        'DefaultResult',
        'NotificationMetadata',
    ], (input, region) => {
        const group = region.autoScaling.group(input.AutoScalingGroupName);
        put(group, input);
        region.record('group', group.name, `hook ${input.LifecycleHookName} put`);
        return {};
    }),
    DescribeLifecycleHooks: operation(['AutoScalingGroupName', 'LifecycleHookNames'], (input, { autoScaling }) => {
        const group = autoScaling.group(input.AutoScalingGroupName);
        const names = input.LifecycleHookNames ?? [];
        const hooks = [...group.hooks.values()].filter(({ name }) => names.length === 0 || names.includes(name));
        return { LifecycleHooks: hooks.map((hook) => describe(group, hook)) };
    }),
    /** What waits for it is let go: launches abandoned, terminations continued (Auto Scaling API, DeleteLifecycleHook). */
    DeleteLifecycleHook: operation(['AutoScalingGroupName', 'LifecycleHookName'], (input, region) => {
        const group = region.autoScaling.group(input.AutoScalingGroupName);
        const hook = findHook(group, input.LifecycleHookName);
        group.hooks.delete(hook.name);
        region.record('group', group.name, `hook ${hook.name} deleted`);
        const result = hook.transition === 'autoscaling:EC2_INSTANCE_LAUNCHING' ? 'ABANDON' : 'CONTINUE';
        for (const { waits } of [...group.members.values(), ...group.warm.values()])
            waits.get(hook.name)?.finish(result, 'the hook was deleted');
        return {};
    }),
    CompleteLifecycleAction: operation([...actionParameters, 'LifecycleActionResult'], (input, region) => {
        const { LifecycleActionResult: result } = input;
        if (result !== 'CONTINUE' && result !== 'ABANDON') {
            throw validationError(`LifecycleActionResult '${result}' must be CONTINUE or ABANDON`);
        }
        findWait(input, region).finish(result, `Lifecycle Action Completed with ${result} Result`);
        return {};
    }),
    RecordLifecycleActionHeartbeat: operation(actionParameters, (input, region) => {
        armTimeout(findWait(input, region), region.world.clock);
        return {};
    }),
};
/** A new hook needs a transition; an existing one keeps what is not given (Auto Scaling API, PutLifecycleHook). */
function put(group, input) {
    const { LifecycleHookName: name = '' } = input;
    const existing = group.hooks.get(name);
    const transition = input.LifecycleTransition ?? existing?.transition;
    if (transition !== 'autoscaling:EC2_INSTANCE_LAUNCHING' && transition !== 'autoscaling:EC2_INSTANCE_TERMINATING') {
        throw validationError(`LifecycleTransition '${transition}' must be autoscaling:EC2_INSTANCE_LAUNCHING or autoscaling:EC2_INSTANCE_TERMINATING`);
    }
    const heartbeatTimeout = input.HeartbeatTimeout ?? existing?.heartbeatTimeout ?? 3600;
    if (heartbeatTimeout < 30 || heartbeatTimeout > 7200) {
        throw validationError(`HeartbeatTimeout ${heartbeatTimeout} must be between 30 and 7200 seconds`);
    }
    const defaultResult = input.DefaultResult ?? existing?.defaultResult ?? 'ABANDON';
    if (defaultResult !== 'CONTINUE' && defaultResult !== 'ABANDON') {
        throw validationError(`DefaultResult '${defaultResult}' must be CONTINUE or ABANDON`);
    }
    if (!existing && group.hooks.size >= 50)
        throw new AwsError('LimitExceeded', `Group ${group.name} has 50 lifecycle hooks already`);
    const metadata = input.NotificationMetadata ?? existing?.metadata;
    const hook = { name, transition, heartbeatTimeout, defaultResult, metadata };
    group.hooks.set(name, hook);
}
function findHook(group, name) {
    const hook = group.hooks.get(name ?? '');
    if (!hook)
        throw validationError(`No Lifecycle Hook found with name ${name} in AutoScalingGroup ${group.name}`);
    return hook;
}
function findWait(input, { autoScaling }) {
    const group = autoScaling.group(input.AutoScalingGroupName);
    const { LifecycleHookName: name = '', LifecycleActionToken: token, InstanceId: id } = input;
    for (const { waits, instance } of [...group.members.values(), ...group.warm.values()]) {
        const wait = waits.get(name);
        if (wait && (token ? wait.token === token : instance.id === id))
            return wait;
    }
    throw validationError(`No active Lifecycle Action found with ${token ? `token ${token}` : `instance ID ${id}`}`);
}
function describe(group, hook) {
    return {
        LifecycleHookName: hook.name,
        AutoScalingGroupName: group.name,
        LifecycleTransition: hook.transition,
        HeartbeatTimeout: hook.heartbeatTimeout,
        GlobalTimeout: globalTimeout(hook),
        DefaultResult: hook.defaultResult,
        ...(hook.metadata !== undefined && { NotificationMetadata: hook.metadata }),
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/launch-configuration-operations.js



const launchConfigurationOperations = {
    CreateLaunchConfiguration: operation([
        'LaunchConfigurationName',
        'ImageId',
        'InstanceType',
        'KeyName',
        'UserData',
        'SecurityGroups',
        'IamInstanceProfile',
        'AssociatePublicIpAddress',
        'EbsOptimized',
        'SpotPrice',
        'InstanceMonitoring.*',
    ], (input, region) => {
        const { launchConfigurations, random } = region.autoScaling;
        const { LaunchConfigurationName: name = '' } = input;
        if (launchConfigurations.has(name)) {
            const message = `Launch Configuration by this name already exists - A launch configuration already exists with the name ${name}`;
            throw new AwsError('AlreadyExists', message);
        }
        if (!name || !input.ImageId || !input.InstanceType)
            throw validationError('LaunchConfigurationName, ImageId and InstanceType are required');
        const id = [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-');
        const arn = region.arn('autoscaling', `launchConfiguration:${id}:launchConfigurationName/${name}`);
        const settings = structuredClone(input);
        launchConfigurations.set(name, { name, arn, created: region.world.clock.now(), settings });
        region.record('launch-configuration', name, 'created');
        return {};
    }),
    DescribeLaunchConfigurations: operation(['LaunchConfigurationNames', 'MaxRecords', 'NextToken'], (input, { autoScaling }) => {
        const { LaunchConfigurationNames: names } = input;
        const asked = [...autoScaling.launchConfigurations.values()].filter(({ name }) => !names?.length || names.includes(name));
        const { items, nextToken } = page(asked, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 50);
        return { LaunchConfigurations: items.map(launch_configuration_operations_describe), NextToken: nextToken };
    }),
    /** Not while a group uses it (Auto Scaling API, DeleteLaunchConfiguration). */
    DeleteLaunchConfiguration: operation(['LaunchConfigurationName'], (input, region) => {
        const { launchConfigurations, groups } = region.autoScaling;
        const { LaunchConfigurationName: name = '' } = input;
        if (!launchConfigurations.has(name))
            throw validationError(`Launch configuration name not found - Launch configuration ${name} not found`);
        const user = [...groups.values()].find(({ configuration }) => configuration === name);
        if (user) {
            const message = `Cannot delete launch configuration ${name} because it is attached to AutoScalingGroup ${user.name}`;
            throw new AwsError('ResourceInUse', message);
        }
        launchConfigurations.delete(name);
        region.record('launch-configuration', name, 'deleted');
        return {};
    }),
};
function launch_configuration_operations_describe({ name, arn, created, settings }) {
    return {
        KernelId: '',
        RamdiskId: '',
        KeyName: '',
        UserData: '',
        SecurityGroups: [],
        ClassicLinkVPCSecurityGroups: [],
        BlockDeviceMappings: [],
        InstanceMonitoring: { Enabled: true },
        EbsOptimized: false,
        ...structuredClone(settings),
        LaunchConfigurationName: name,
        LaunchConfigurationARN: arn,
        ImageId: settings.ImageId ?? '',
        InstanceType: settings.InstanceType ?? '',
        CreatedTime: new Date(created),
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/launch-operations.js






const launchOperations = {
    LaunchInstances: operation(['AutoScalingGroupName', 'RequestedCapacity', 'ClientToken', 'AvailabilityZones', 'SubnetIds', 'RetryStrategy'], (input, region) => region.autoScaling.clientTokens.once('LaunchInstances', input, () => launch(input, region))),
};
/**
 * Launches at once and says which instances came of it, or why none did; desired rises with what was launched, or with
 * all that was asked for where the group shall retry (Auto Scaling user guide, "Launch instances synchronously").
 */
function launch(input, region) {
    const { autoScaling } = region;
    const group = autoScaling.group(input.AutoScalingGroupName);
    const { RequestedCapacity: count = 0, RetryStrategy: strategy = 'none' } = input;
    requireLaunchable(group, count);
    const { id: subnetId, availabilityZone } = subnetFor(input, group, region);
    const at = timeText(region.world.clock.now());
    const cause = `At ${at} a user request launched ${count} instance${count > 1 ? 's' : ''} synchronously.`;
    const members = [];
    let failure;
    while (capacityOf(members) < count && !failure) {
        const launched = autoScaling.lifecycle.launch(group, subnetId, cause);
        if ('member' in launched)
            members.push(launched.member);
        else
            failure = launched.failure;
    }
    const launched = capacityOf(members);
    const growth = strategy === 'retry-with-group-configuration' ? Math.max(count, launched) : launched;
    autoScaling.setDesired(group, group.desired + growth, growth > launched ? cause : '');
    return {
        AutoScalingGroupName: group.name,
        ClientToken: input.ClientToken,
        Instances: collections(members),
        Errors: failure ? [describeFailure(failure, subnetId, availabilityZone)] : [],
    };
}
/** Templates only, all on demand or all Spot, at most 100 (Auto Scaling user guide, "Launch instances synchronously"). */
function requireLaunchable(group, count) {
    const { configuration, mixed } = launch_sourceOf(group);
    if (configuration !== undefined)
        throw validationError('LaunchInstances does not support launch configurations');
    const { OnDemandBaseCapacity: base = 0, OnDemandPercentageAboveBaseCapacity: percentage = 100 } = mixed?.InstancesDistribution ?? {};
    if (percentage < 100 && (percentage > 0 || base > 0))
        throw validationError('LaunchInstances does not support policies that mix On-Demand and Spot Instances');
    if (count < 1 || count > 100)
        throw validationError(`RequestedCapacity ${count} must be between 1 and 100`);
    if (group.suspended.has('Launch'))
        throw validationError(`Launch process is suspended for AutoScalingGroup ${group.name}`);
    if (group.desired + count > group.maxSize)
        throw sizesMessage(group, `To launch ${count} instances`);
}
/** One zone or subnet of the group; to be named unless there is only one (Auto Scaling API, LaunchInstances). */
function subnetFor({ AvailabilityZones, SubnetIds }, group, region) {
    const subnets = group.subnetIds.flatMap((id) => region.ec2.subnets.get(id) ?? []);
    const named = subnets.filter(({ id, availabilityZone }) => (!SubnetIds?.length || SubnetIds.includes(id)) &&
        (!AvailabilityZones?.length || AvailabilityZones.includes(availabilityZone)));
    const isNamed = Boolean(SubnetIds?.length || AvailabilityZones?.length);
    const [first] = named;
    if (!first)
        throw validationError('The zones or subnets must be among those of the Auto Scaling group');
    if (isNamed || new Set(subnets.map(({ availabilityZone }) => availabilityZone)).size === 1)
        return first;
    throw validationError('AvailabilityZones or SubnetIds must be specified for a group with several Availability Zones');
}
function collections(members) {
    const byType = new Map();
    for (const { instance } of members) {
        const collection = byType.get(instance.instanceType) ?? {
            InstanceType: instance.instanceType,
            MarketType: instance.spot ? 'spot' : 'on-demand',
            SubnetId: instance.subnetId,
            AvailabilityZone: instance.availabilityZone,
            InstanceIds: [],
        };
        collection.InstanceIds.push(instance.id);
        byType.set(instance.instanceType, collection);
    }
    return [...byType.values()];
}
function describeFailure({ code, message }, SubnetId, AvailabilityZone) {
    return { SubnetId, AvailabilityZone, ErrorCode: code, ErrorMessage: message };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/health.js


/**
 * Marks the members that are found unhealthy: at once when EC2 does not run them; by their load balancers' checks once
 * the grace period is over (Auto Scaling user guide, "Health checks"). Standby members are not looked at.
 */
function checkHealth(region, group) {
    if (group.suspended.has('HealthCheck'))
        return;
    for (const member of group.members.values()) {
        if (!member.healthy || member.state !== 'InService')
            continue;
        const illness = illnessOf(region, member);
        if (!illness)
            continue;
        const at = timeText(region.world.clock.now());
        markUnhealthy(region, member, `At ${at} an instance was taken out of service in response to ${illness}.`);
    }
}
function markUnhealthy(region, member, illness) {
    member.healthy = false;
    member.illness = illness;
    region.record('member', `${member.group.name}/${member.instance.id}`, 'Unhealthy');
}
function illnessOf(region, member) {
    if (member.instance.state !== 'running') {
        return 'an EC2 health check indicating it has been terminated or stopped';
    }
    const { clock } = region.world;
    if (member.group.healthChecks.size === 1 || clock.now() < member.graceEnds)
        return undefined;
    return isUnhealthyTarget(region, member) ? 'an ELB system health check failure' : undefined;
}
/**
 * A target group's word counts only once a member was healthy in it: until then its state is not InService
 * (Auto Scaling user guide, "Load balancer states").
 */
function isUnhealthyTarget({ loadBalancing }, { group, instance }) {
    for (const arn of group.provenTargetGroupArns) {
        if (!group.targetGroupArns.has(arn) || !healthCounts(group, arn))
            continue;
        if (loadBalancing.healthOf(arn, instance.id)?.state === 'unhealthy')
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/member-operations.js








const memberOperations = {
    DescribeAutoScalingInstances: operation(['InstanceIds', 'MaxRecords', 'NextToken'], (input, { autoScaling }) => {
        const all = [...autoScaling.groups.values()].flatMap(({ members, warm }) => [
            ...members.values(),
            ...warm.values(),
        ]);
        // Unknown ids are left out (Auto Scaling API, DescribeAutoScalingInstances).
        const asked = input.InstanceIds?.length
            ? all.filter(({ instance }) => input.InstanceIds?.includes(instance.id))
            : all;
        const { items, nextToken } = page(asked, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 50);
        return { AutoScalingInstances: items.map(describeMember), NextToken: nextToken };
    }),
    TerminateInstanceInAutoScalingGroup: operation(['InstanceId', 'ShouldDecrementDesiredCapacity'], (input, region) => ({
        Activity: describeActivity(terminate(input, region)),
    })),
    EnterStandby: operation(['AutoScalingGroupName', 'InstanceIds', 'ShouldDecrementDesiredCapacity'], (input, region) => {
        const { group, members } = membersOf(input, region, (member) => member.state === 'InService', 'InService');
        const { length } = members;
        if (input.ShouldDecrementDesiredCapacity && group.desired - capacityOf(members) < group.minSize) {
            throw sizesMessage(group, `To place into standby ${length} instance${length > 1 ? 's' : ''}`);
        }
        const cause = (id) => `At ${now(region)} instance ${id} was moved to standby in response to a user request`;
        return stepOut(region, group, members, input.ShouldDecrementDesiredCapacity, (member, shrinking) => region.autoScaling.lifecycle.enterStandby(member, `${cause(member.instance.id)}${shrinking}.`));
    }),
    ExitStandby: operation(['AutoScalingGroupName', 'InstanceIds'], (input, region) => {
        const { group, members } = membersOf(input, region, (member) => member.state === 'Standby', 'Standby');
        const { length } = members;
        if (group.suspended.has('Launch'))
            throw validationError(`Launch process is suspended for AutoScalingGroup ${group.name}`);
        if (group.desired + capacityOf(members) > group.maxSize) {
            throw sizesMessage(group, `To exit standby ${length} instance${length > 1 ? 's' : ''}`);
        }
        const activities = members.map((member) => {
            const { desired } = group;
            group.desired = desired + member.weight;
            const cause = `At ${now(region)} instance ${member.instance.id} was moved out of standby in response to a user request, increasing the capacity from ${desired} to ${group.desired}.`;
            return describeActivity(region.autoScaling.lifecycle.exitStandby(member, cause));
        });
        region.autoScaling.setDesired(group, group.desired, '');
        return { Activities: activities };
    }),
    DetachInstances: operation(['AutoScalingGroupName', 'InstanceIds', 'ShouldDecrementDesiredCapacity'], (input, region) => {
        const canLeave = ({ state }) => state === 'InService' || state === 'Standby';
        const { group, members } = membersOf(input, region, canLeave, 'InService or Standby');
        const { length } = members;
        if (input.ShouldDecrementDesiredCapacity && group.desired - capacityOf(members) < group.minSize) {
            throw sizesMessage(group, `To detach ${length} instance${length > 1 ? 's' : ''}`);
        }
        const cause = (id) => `At ${now(region)} instance ${id} was detached in response to a user request`;
        return stepOut(region, group, members, input.ShouldDecrementDesiredCapacity, (member, shrinking) => region.autoScaling.lifecycle.detach(member, `${cause(member.instance.id)}${shrinking}.`));
    }),
    SetInstanceProtection: operation(['AutoScalingGroupName', 'InstanceIds', 'ProtectedFromScaleIn'], (input, region) => {
        const { group, members } = membersOf(input, region, ({ state }) => state === 'InService', 'InService', 50);
        const isProtected = input.ProtectedFromScaleIn ?? false;
        for (const member of members) {
            member.protectedFromScaleIn = isProtected;
            region.record('member', `${group.name}/${member.instance.id}`, isProtected ? 'protected' : 'not protected');
        }
        region.autoScaling.wake(group);
        return {};
    }),
    SetInstanceHealth: operation(['InstanceId', 'HealthStatus', 'ShouldRespectGracePeriod'], (input, region) => {
        const member = findMember(region, input.InstanceId);
        const isSpared = (input.ShouldRespectGracePeriod ?? true) && region.world.clock.now() < member.graceEnds;
        if (input.HealthStatus === 'Healthy')
            member.healthy = true;
        else if (input.HealthStatus !== 'Unhealthy')
            throw validationError(`HealthStatus '${input.HealthStatus}' must be Healthy or Unhealthy`);
        else if (!isSpared) {
            markUnhealthy(region, member, `At ${now(region)} an instance was taken out of service in response to a user health-check.`);
            region.autoScaling.wake(member.group);
        }
        return {};
    }),
};
function now(region) {
    return timeText(region.world.clock.now());
}
function findMember({ autoScaling }, id) {
    const member = autoScaling.memberOf(id ?? '');
    if (!member)
        throw validationError(`Instance Id not found - No managed instance found for instance ID ${id}`);
    return member;
}
/** Auto Scaling API, TerminateInstanceInAutoScalingGroup: not valid for instances in a warm pool. */
function requireNotWarm({ autoScaling }, id = '') {
    if (autoScaling.warmMember(id))
        throw validationError(`The instance ${id} is in a warm pool and cannot be terminated here`);
}
/**
 * Neither protection nor suspended processes stop it; without decrement the group replaces the instance
 * (Auto Scaling API, TerminateInstanceInAutoScalingGroup). No exception is documented for one in standby, though it does
 * not count against desired: with decrement another one goes as well, which is what AWS warns of ("Detach or attach
 * instances": instances in standby).
 */
function terminate(input, region) {
    const { autoScaling } = region;
    requireNotWarm(region, input.InstanceId);
    const member = findMember(region, input.InstanceId);
    const { group } = member;
    // AWS says that the error exists, not when; that a launch hook's wait is among the cases is what people have met.
    if (isTerminating(member) || member.state === 'Detaching' || member.state === 'Pending:Wait') {
        throw new AwsError('ScalingActivityInProgress', `Scaling activity ${member.activity?.id} is in progress and blocks this action`);
    }
    let shrinking = '';
    if (input.ShouldDecrementDesiredCapacity) {
        const desired = group.desired - member.weight;
        if (desired < group.minSize)
            throw belowMinimum(group);
        shrinking = `, shrinking the capacity from ${group.desired} to ${desired}`;
        autoScaling.setDesired(group, desired, '');
        member.isScaledIn = true;
    }
    const cause = `At ${now(region)} instance ${member.instance.id} was taken out of service in response to a user request${shrinking}.`;
    const activity = autoScaling.lifecycle.terminate(member, cause);
    autoScaling.wake(group);
    return activity;
}
function belowMinimum({ minSize }) {
    return validationError(`Currently, desiredSize equals minSize (${minSize}). Terminating instance without replacement will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size.`);
}
/** The named members, each in a state that allows what is asked. @throws {AwsError} ValidationError */
function membersOf({ AutoScalingGroupName, InstanceIds = [] }, { autoScaling }, allows, states, limit = 20) {
    const group = autoScaling.group(AutoScalingGroupName);
    if (InstanceIds.length > limit)
        throw validationError(`At most ${limit} instances at a time, not ${InstanceIds.length}`);
    const members = InstanceIds.map((id) => {
        const member = group.members.get(id);
        if (!member)
            throw validationError(`The instance ${id} is not part of Auto Scaling group ${group.name}.`);
        if (!allows(member))
            throw validationError(`The instance ${id} is not in ${states}.`);
        return member;
    });
    return { group, members };
}
function stepOut(region, group, members, isDecremented, step) {
    const activities = members.map((member) => {
        const { desired } = group;
        if (!isDecremented)
            return describeActivity(step(member, ''));
        group.desired = desired - member.weight;
        return describeActivity(step(member, `, shrinking the capacity from ${desired} to ${group.desired}`));
    });
    region.autoScaling.setDesired(group, group.desired, '');
    return { Activities: activities };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/cloudwatch/metrics.js
/**
 * What a metric says now; undefined when nothing measures it. AWS's own metrics are read off the simulated traffic at
 * the end of the period; any other is the average of what PutMetricData brought in the period (in seconds).
 */
function measure(region, metric, period) {
    if (metric.Namespace === 'AWS/EC2')
        return measureProcessors(region, metric);
    if (metric.Namespace === 'AWS/ApplicationELB')
        return measureTargets(region, metric, period);
    return averageOfData(region, metric, period);
}
/** Machines that warm up are left out (Auto Scaling user guide, "Set the default instance warmup"). */
function measureProcessors(region, metric) {
    const group = region.autoScaling.groups.get(dimension(metric, 'AutoScalingGroupName') ?? '');
    if (metric.MetricName !== 'CPUUtilization' || !group || region.loads.length === 0)
        return undefined;
    const now = region.world.clock.now();
    const counted = [...group.members.values()].filter((one) => !isWarmingUp(one, group.defaultWarmup ?? 0, now));
    if (counted.length === 0)
        return undefined;
    const busy = ({ instance }) => Math.min(100, region.loads.reduce((sum, load) => sum + load.utilizationOf(instance.id), 0));
    return { value: counted.reduce((sum, one) => sum + busy(one), 0) / counted.length, machines: counted.length };
}
/** Whether a member is on its way into service, or has been there for less than `warmup` seconds. */
function isWarmingUp({ state, inServiceSince }, warmup, now) {
    return state !== 'InService' || now < inServiceSince + warmup * 1000;
}
/** Application Load Balancers guide, "CloudWatch metrics": by target group. */
function measureTargets(region, metric, period) {
    const name = dimension(metric, 'TargetGroup');
    const group = [...region.loadBalancing.targetGroups.values()].find(({ arn }) => arn.endsWith(`:${name}`));
    if (!group || region.loads.length === 0)
        return undefined;
    const healthy = count(group, 'healthy');
    if (metric.MetricName === 'HealthyHostCount')
        return { value: healthy, machines: 1 };
    if (metric.MetricName === 'UnHealthyHostCount')
        return { value: count(group, 'unhealthy'), machines: 1 };
    if (metric.MetricName !== 'RequestCountPerTarget' || healthy === 0)
        return undefined;
    const requests = region.loads.reduce((sum, load) => sum + load.requestsTo(group.arn), 0) * period;
    return { value: requests / healthy, machines: healthy };
}
function count({ targets }, state) {
    return [...targets.values()].filter(({ health }) => health.state === state).length;
}
function averageOfData({ cloudWatch, world }, metric, period) {
    const dimensions = (metric.Dimensions ?? []).map(({ Name, Value }) => `${Name}=${Value}`).sort();
    const now = world.clock.now();
    const values = cloudWatch.data
        .filter(({ namespace, metric: name }) => namespace === metric.Namespace && name === metric.MetricName)
        .filter(({ time }) => time >= now - period * 1000 && time < now)
        .filter((datum) => datum.dimensions.join() === dimensions.join())
        .map(({ value }) => value);
    if (values.length === 0)
        return undefined;
    return { value: values.reduce((sum, value) => sum + value, 0) / values.length, machines: 1 };
}
function dimension({ Dimensions }, name) {
    return Dimensions?.find(({ Name }) => Name === name)?.Value;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/scaling-adjustment.js
/** The capacity that an adjustment asks for, before the group's bounds (Auto Scaling user guide, "Scaling adjustment types"). */
function adjusted(capacity, adjustment, settings) {
    const { AdjustmentType, MinAdjustmentMagnitude: least = 0 } = settings;
    if (AdjustmentType === 'ExactCapacity')
        return adjustment;
    if (AdjustmentType === 'ChangeInCapacity')
        return capacity + adjustment;
    // Rounded away from zero below one, towards zero above.
    const exact = (capacity * adjustment) / 100;
    const size = Math.max(Math.abs(exact) < 1 ? Math.ceil(Math.abs(exact)) : Math.floor(Math.abs(exact)), least);
    return capacity + Math.sign(exact) * size;
}
/**
 * The step that a breach falls into. Steps above the threshold include their lower bound, those below it their upper one
 * (Auto Scaling API, StepAdjustment).
 */
function stepFor({ StepAdjustments }, breach) {
    return StepAdjustments?.find((step) => {
        const lower = step.MetricIntervalLowerBound ?? Number.NEGATIVE_INFINITY;
        const upper = step.MetricIntervalUpperBound ?? Number.POSITIVE_INFINITY;
        return upper > 0 ? breach >= lower && breach < upper : breach > lower && breach <= upper;
    });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/target-tracking.js


/** Target tracking measures once a minute (Auto Scaling user guide, "Target tracking scaling policies"). */
const period = 60;
/**
 * The two alarms of a target tracking policy. Above the target for three minutes it scales out; well below it for
 * fifteen, it scales in. AWS documents that it makes such alarms; their numbers are those that it shows in practice.
 */
function trackingAlarms(group, policy, config, id) {
    const { TargetValue: target = 0 } = config;
    const alarm = (side, periods, Threshold) => ({
        ...metricOf(group, config),
        AlarmName: `TargetTracking-${group.name}-Alarm${side}-${id}`,
        AlarmDescription: `DO NOT EDIT OR DELETE. For TargetTrackingScaling policy ${policy.arn}.`,
        AlarmActions: [policy.arn],
        Period: period,
        EvaluationPeriods: periods,
        Threshold,
        ComparisonOperator: side === 'High' ? 'GreaterThanThreshold' : 'LessThanThreshold',
    });
    const high = alarm('High', 3, target);
    return config.DisableScaleIn ? [high] : [high, alarm('Low', 15, 0.9 * target)];
}
/**
 * How many machines would bring the metric to its target, now that one of the policy's alarms went off. The most that
 * any policy asks for; less than now only when all are ready to scale in (Auto Scaling user guide, "Target tracking
 * scaling policies").
 */
function trackedCapacity(region, group, policy) {
    const own = neededBy(region, group, policy) ?? group.desired;
    const isHigh = policy.alarms[0]?.state === 'ALARM';
    if (isHigh)
        return Math.max(group.desired, own);
    const others = [...group.policies.values()].filter(({ settings }) => isTracking(settings));
    const areReady = others.every(({ alarms }) => alarms[1]?.state === 'ALARM' || alarms.length === 1);
    if (!areReady)
        return group.desired;
    const needs = others.map((other) => neededBy(region, group, other) ?? group.desired);
    return Math.min(group.desired, Math.max(own, ...needs));
}
function isTracking({ PolicyType, Enabled }) {
    return PolicyType === 'TargetTrackingScaling' && Enabled !== false;
}
function neededBy(region, group, { settings }) {
    const { TargetTrackingConfiguration: config } = settings;
    const measured = config && measure(region, metricOf(group, config), period);
    if (!measured)
        return undefined;
    const exact = (measured.machines * measured.value) / (config.TargetValue ?? 1);
    // What the sum's rounding adds asks for no machine.
    return Math.ceil(exact - 1e-9);
}
/** @throws {AwsError} ValidationError for a metric that nothing here measures. */
function metricOf(group, { PredefinedMetricSpecification: predefined }) {
    const { PredefinedMetricType: type, ResourceLabel: label = '' } = predefined ?? {};
    if (type === 'ASGAverageCPUUtilization') {
        const dimension = { Name: 'AutoScalingGroupName', Value: group.name };
        return { Namespace: 'AWS/EC2', MetricName: 'CPUUtilization', Statistic: 'Average', Dimensions: [dimension] };
    }
    // Auto Scaling API, PredefinedMetricSpecification: app/NAME/ID/targetgroup/NAME/ID.
    const [, loadBalancer, targetGroup] = /^(app\/[^/]+\/[^/]+)\/(targetgroup\/[^/]+\/[^/]+)$/.exec(label) ?? [];
    if (type === 'ALBRequestCountPerTarget' && loadBalancer && targetGroup) {
        const dimensions = [
            { Name: 'TargetGroup', Value: targetGroup },
            { Name: 'LoadBalancer', Value: loadBalancer },
        ];
        const Namespace = 'AWS/ApplicationELB';
        return { Namespace, MetricName: 'RequestCountPerTarget', Statistic: 'Sum', Dimensions: dimensions };
    }
    const known = 'ASGAverageCPUUtilization, and ALBRequestCountPerTarget with a ResourceLabel of the right form';
    throw validationError(`The sandbox tracks ${known}, not ${type} '${label}'`);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/scaling.js





/**
 * Applies a simple scaling policy and starts the cooldown (Auto Scaling user guide, "Simple scaling policies" and
 * "Scaling cooldowns").
 */
function executePolicy(autoScaling, group, { settings }, why) {
    const now = autoScaling.region.world.clock.now();
    group.cooldownEnds = now + (settings.Cooldown ?? group.cooldown) * 1000;
    const { ScalingAdjustment = 0 } = settings;
    scale(autoScaling, group, adjusted(group.desired, ScalingAdjustment, settings), why);
}
/**
 * Applies the step of a step scaling policy that a breach falls into. Machines that warm up count as not there when it
 * scales out, so that a second alarm does not add what is on its way; it does not scale in meanwhile (Auto Scaling user
 * guide, "Step scaling policies").
 */
function executeStep(autoScaling, group, { settings }, breach, why) {
    const step = stepFor(settings, breach);
    if (!step)
        return;
    const warming = warmingUp(autoScaling, group, settings);
    const capacity = adjusted(group.desired - warming, step.ScalingAdjustment ?? 0, settings);
    if (warming > 0 && capacity <= group.desired)
        return;
    scale(autoScaling, group, capacity, why);
}
/**
 * An alarm went off whose action is this policy. Nothing happens while AlarmNotification is suspended; a simple policy
 * waits for the cooldown (Auto Scaling user guide, "Suspend and resume processes" and "Scaling cooldowns").
 */
function alarmWentOff(autoScaling, policyArn, alarm) {
    for (const group of autoScaling.groups.values()) {
        const policy = [...group.policies.values()].find(({ arn }) => arn === policyArn);
        if (!policy || policy.settings.Enabled === false || group.deleting)
            continue;
        if (group.suspended.has('AlarmNotification'))
            continue;
        const why = `a monitor alarm ${alarm.name} in state ${alarm.state} triggered policy ${policy.name}`;
        const type = policy.settings.PolicyType;
        if (type === 'StepScaling')
            executeStep(autoScaling, group, policy, alarm.breach, why);
        else if (type === 'TargetTrackingScaling')
            track(autoScaling, group, policy, why);
        else if (autoScaling.region.world.clock.now() >= group.cooldownEnds)
            executePolicy(autoScaling, group, policy, why);
    }
}
/** A scale-in waits until what was launched has warmed up (Auto Scaling user guide, "Target tracking scaling policies"). */
function track(autoScaling, group, policy, why) {
    const capacity = trackedCapacity(autoScaling.region, group, policy);
    if (capacity < group.desired && warmingUp(autoScaling, group, policy.settings) > 0)
        return;
    scale(autoScaling, group, capacity, why);
}
/** The result is kept within the group's bounds (Auto Scaling user guide, "Scaling adjustment types"). */
function scale(autoScaling, group, capacity, why) {
    const desired = Math.max(group.minSize, Math.min(group.maxSize, capacity));
    if (desired === group.desired)
        return;
    const at = timeText(autoScaling.region.world.clock.now());
    const cause = `At ${at} ${why}, changing the desired capacity from ${group.desired} to ${desired}.`;
    autoScaling.setDesired(group, desired, cause);
}
/** The policy's own warm-up, else the group's, else the cooldown (Auto Scaling API, PutScalingPolicy). */
function warmingUp({ region }, group, settings) {
    const warmup = settings.EstimatedInstanceWarmup ?? group.defaultWarmup ?? group.cooldown;
    const now = region.world.clock.now();
    return activeMembers(group).filter((member) => isWarmingUp(member, warmup, now)).length;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/policy-operations.js





const policyOperations = {
    PutScalingPolicy: operation([
        'AutoScalingGroupName',
        'PolicyName',
        'PolicyType',
        'AdjustmentType',
        'MinAdjustmentMagnitude',
        'ScalingAdjustment',
        'StepAdjustments.*',
        'MetricAggregationType',
        'Cooldown',
        'EstimatedInstanceWarmup',
        'TargetTrackingConfiguration.TargetValue',
        'TargetTrackingConfiguration.DisableScaleIn',
        'TargetTrackingConfiguration.PredefinedMetricSpecification.*',
        'Enabled',
    ], (input, region) => {
        const { arn, alarms } = policy_operations_put(region.autoScaling.group(input.AutoScalingGroupName), input, region);
        return { PolicyARN: arn, Alarms: alarms.map(alarmReference) };
    }),
    DescribePolicies: operation(['AutoScalingGroupName', 'PolicyNames', 'PolicyTypes', 'MaxRecords', 'NextToken'], (input, { autoScaling, cloudWatch }) => {
        const { AutoScalingGroupName, PolicyNames: names, PolicyTypes: types } = input;
        const groups = AutoScalingGroupName
            ? [autoScaling.group(AutoScalingGroupName)]
            : [...autoScaling.groups.values()];
        const policies = groups
            .flatMap((group) => [...group.policies.values()])
            .filter(({ name, arn }) => !names?.length || names.includes(name) || names.includes(arn))
            .filter(({ settings }) => !types?.length || types.includes(settings.PolicyType ?? ''));
        const { items, nextToken } = page(policies, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 50);
        return { ScalingPolicies: items.map((policy) => policy_operations_describe(policy, cloudWatch)), NextToken: nextToken };
    }),
    DeletePolicy: operation(['AutoScalingGroupName', 'PolicyName'], (input, { autoScaling, cloudWatch }) => {
        const { group, policy } = find(input, autoScaling);
        for (const { name } of policy.alarms)
            cloudWatch.delete(name);
        group.policies.delete(policy.name);
        return {};
    }),
    ExecutePolicy: operation(['AutoScalingGroupName', 'PolicyName', 'HonorCooldown', 'MetricValue', 'BreachThreshold'], (input, { autoScaling, world }) => {
        const { group, policy } = find(input, autoScaling);
        const { PolicyType: type } = policy.settings;
        const why = `a user request executed policy ${policy.name}`;
        if (type === 'StepScaling') {
            const { MetricValue: value = 0, BreachThreshold: threshold = 0 } = input;
            executeStep(autoScaling, group, policy, value - threshold, why);
            return {};
        }
        if (type !== 'SimpleScaling')
            throw validationError(`A policy of type ${type} cannot be executed`);
        if (input.HonorCooldown && world.clock.now() < group.cooldownEnds) {
            throw new AwsError('ScalingActivityInProgress', `The group ${group.name} is in its cooldown period`);
        }
        executePolicy(autoScaling, group, policy, why);
        return {};
    }),
};
/** A policy of the same name is replaced; target tracking makes its alarms (Auto Scaling API, PutScalingPolicy). */
function policy_operations_put(group, input, region) {
    const { PolicyName: name = '', PolicyType: type = 'SimpleScaling', TargetTrackingConfiguration: config } = input;
    refusePolicy(input, type);
    const existing = group.policies.get(name);
    const id = [8, 4, 4, 4, 12].map((digits) => region.autoScaling.random.hex(digits)).join('-');
    const resource = `scalingPolicy:${id}:autoScalingGroupName/${group.name}:policyName/${name}`;
    const arn = existing?.arn ?? region.arn('autoscaling', resource);
    const wanted = type === 'TargetTrackingScaling' && config ? trackingAlarms(group, { arn, name }, config, id) : [];
    for (const alarm of existing?.alarms ?? [])
        region.cloudWatch.delete(alarm.name);
    const alarms = wanted.map((alarm) => region.cloudWatch.put(alarm));
    const policy = { name, arn, alarms, settings: { ...structuredClone(input), PolicyType: type } };
    group.policies.set(name, policy);
    return policy;
}
function refusePolicy(input, type) {
    if (type === 'TargetTrackingScaling') {
        const { TargetValue: target = 0 } = input.TargetTrackingConfiguration ?? {};
        if (target <= 0)
            throw validationError('TargetTrackingConfiguration with a TargetValue above 0 is required');
        return;
    }
    if (type !== 'SimpleScaling' && type !== 'StepScaling') {
        throw validationError(`The sandbox has no policies of type '${type}'`);
    }
    const kinds = ['ChangeInCapacity', 'ExactCapacity', 'PercentChangeInCapacity'];
    if (!kinds.includes(input.AdjustmentType ?? ''))
        throw validationError(`AdjustmentType must be one of ${kinds.join(', ')}`);
    if (type === 'SimpleScaling' && input.ScalingAdjustment === undefined)
        throw validationError('ScalingAdjustment is required');
    if (type === 'StepScaling' && !input.StepAdjustments?.length)
        throw validationError('StepAdjustments is required');
}
function find({ AutoScalingGroupName, PolicyName: name, }, autoScaling) {
    const groups = AutoScalingGroupName ? [autoScaling.group(AutoScalingGroupName)] : [...autoScaling.groups.values()];
    for (const group of groups) {
        const policy = [...group.policies.values()].find((one) => one.name === name || one.arn === name);
        if (policy)
            return { group, policy };
    }
    throw validationError(`PolicyName not found: ${name}`);
}
function alarmReference({ name, arn }) {
    return { AlarmName: name, AlarmARN: arn };
}
/** Its alarms are those that have it among their actions, whoever has put them (Auto Scaling API, ScalingPolicy). */
function policy_operations_describe({ arn, name, settings }, { alarms: all }) {
    const alarms = [...all.values()].filter(({ settings: { AlarmActions = [], OKActions = [] } }) => [...AlarmActions, ...OKActions].includes(arn));
    return {
        ...structuredClone(settings),
        PolicyARN: arn,
        PolicyName: name,
        Alarms: alarms.map(alarmReference),
        Enabled: settings.Enabled ?? true,
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/process-operations.js





const processOperations = {
    SuspendProcesses: operation(['AutoScalingGroupName', 'ScalingProcesses'], (input, region) => {
        const group = region.autoScaling.group(input.AutoScalingGroupName);
        const processes = named(input.ScalingProcesses);
        for (const process of processes) {
            if (!group.suspended.has(process))
                group.suspended.set(process, region.world.clock.now());
        }
        region.record('group', group.name, `suspended ${processes.join(' ')}`);
        return {};
    }),
    ResumeProcesses: operation(['AutoScalingGroupName', 'ScalingProcesses'], (input, region) => {
        const group = region.autoScaling.group(input.AutoScalingGroupName);
        const processes = named(input.ScalingProcesses);
        for (const process of processes)
            group.suspended.delete(process);
        region.record('group', group.name, `resumed ${processes.join(' ')}`);
        region.autoScaling.settingsChanged(group);
        return {};
    }),
    DescribeScalingActivities: operation(['AutoScalingGroupName', 'ActivityIds', 'IncludeDeletedGroups', 'MaxRecords', 'NextToken'], (input, region) => {
        const request = { maxResults: Math.min(100, input.MaxRecords ?? 100), nextToken: input.NextToken };
        const { items, nextToken } = page(process_operations_select(input, region), request, 100);
        return { Activities: items.map(describeActivity), NextToken: nextToken };
    }),
};
/** No names, or an empty list, mean all processes (Auto Scaling API, SuspendProcesses). */
function named(names) {
    if (!names?.length)
        return processes;
    return names.map((name) => {
        const process = processes.find((known) => known === name);
        if (!process)
            throw validationError(`'${name}' is not a process: ${processes.join(', ')}`);
        return process;
    });
}
/** The newest first; of groups that are gone only on request (Auto Scaling API, DescribeScalingActivities). */
function process_operations_select(input, { autoScaling }) {
    const { AutoScalingGroupName: name, IncludeDeletedGroups: withDeleted, ActivityIds: ids } = input;
    if (name && !withDeleted && !ids?.length)
        return autoScaling.group(name).activities.toReversed();
    const groups = name && !withDeleted ? [autoScaling.group(name)] : [...autoScaling.groups.values()];
    const present = groups.flatMap(({ activities }) => activities);
    const all = withDeleted ? [...autoScaling.pastActivities, ...present] : present;
    return all
        .filter((activity) => (!name || activity.groupName === name) && (!ids?.length || ids.includes(activity.id)))
        .reverse()
        .sort((one, other) => other.started - one.started);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/root-volume-requirements.js


/**
 * What an instance refresh by ReplaceRootVolume needs (Auto Scaling user guide, "Replace root volumes during instance
 * refresh": requirements and limitations).
 * @throws {AwsError} ValidationError
 */
function requireReplaceable(desired, group, region) {
    if (!region.world.machines.replaceRoot)
        throw refused('the sandbox replaces the root volumes of simulated machines only');
    if (!group.mixed)
        throw refused('the Auto Scaling group must use a mixed instances policy');
    if (!desired?.mixed)
        throw refused('a desired configuration with a mixed instances policy is required');
    if (group.warmPool)
        throw refused('the Auto Scaling group has a warm pool');
    for (const mixed of [group.mixed, desired.mixed]) {
        const version = specificationOf(mixed).Version ?? '$Default';
        if (version.startsWith('$'))
            throw refused(`a launch template's version is ${version}`);
    }
    requireImages(desired.mixed, region);
    requireSameTemplate(desired.mixed, group);
}
function requireImages({ LaunchTemplate }, { ec2 }) {
    const overrides = LaunchTemplate?.Overrides ?? [];
    if (overrides.length === 0 || overrides.some(({ ImageId }) => !ImageId))
        throw refused('all overrides of the mixed instances policy must specify an ImageId');
    for (const { ImageId = '' } of overrides) {
        const image = ec2.images.get(ImageId);
        if (image?.state !== 'available')
            throw refused(`the image ${ImageId} does not exist or is not available`);
        if (image.blockDevices.length > 1)
            throw refused(`the image ${ImageId} has more than one volume`);
    }
}
function requireSameTemplate(mixed, group) {
    const { LaunchTemplateId, Version } = specificationOf(mixed);
    const other = [...group.members.values()].find(({ instance: { launchTemplate } }) => launchTemplate?.id !== LaunchTemplateId || String(launchTemplate?.version) !== Version);
    if (other)
        throw refused(`the instance ${other.instance.id} does not match the launch template configuration`);
}
function specificationOf({ LaunchTemplate }) {
    return LaunchTemplate?.LaunchTemplateSpecification ?? {};
}
function refused(why) {
    return validationError(`An instance refresh with the ReplaceRootVolume strategy cannot be started: ${why}.`);
}
/** The image that a member's root volume has. */
function imageOf({ shownImageId, instance }) {
    return shownImageId ?? instance.imageId;
}
/** The image that a machine of this type should have by now: its override's, else its template's. */
function wantedImage(region, group, { instance }) {
    const { LaunchTemplate } = launch_sourceOf(group).mixed ?? {};
    const override = LaunchTemplate?.Overrides?.find(({ InstanceType }) => InstanceType === instance.instanceType);
    if (override?.ImageId)
        return override.ImageId;
    const { LaunchTemplateId, Version } = LaunchTemplate?.LaunchTemplateSpecification ?? {};
    return region.ec2.templateVersion({ LaunchTemplateId, Version }).data.ImageId;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/refresh-engine.js





/** A refresh that gets no further gives up after an hour (Auto Scaling user guide, "Limitations" of instance refresh). */
const longestWithoutProgress = 3_600_000;
const complete = { percentage: 100, instancesToUpdate: 0 };
/** Looks at a refresh again and again until it is over. */
function watchRefresh(region, group, refresh) {
    const { clock, profile } = region.world;
    clock.schedule(draw(profile.reconcile, region.autoScaling.random), () => {
        if (isOver(refresh))
            return;
        if (group.deleting)
            end(region, group, refresh, 'Cancelled', 'The Auto Scaling group is deleted');
        else
            advance(region, group, refresh);
        region.autoScaling.wake(group);
        if (!isOver(refresh))
            watchRefresh(region, group, refresh);
    });
}
/**
 * One look. A suspended Launch, Terminate or InstanceRefresh stalls it, and nothing says so (Auto Scaling user guide,
 * "Suspend and resume processes").
 */
function advance(region, group, refresh) {
    if (refresh.status === 'Pending')
        enter(region, group, refresh, 'InProgress');
    const trouble = troubleOf(region, refresh);
    if (refresh.status === 'Cancelling')
        end(region, group, refresh, 'Cancelled', 'Cancelled due to user request.');
    else if (trouble)
        fail(region, group, refresh, trouble);
    else if (['Launch', 'Terminate', 'InstanceRefresh'].some((process) => group.suspended.has(process))) {
        refresh.progress = { ...refresh.progress, since: region.world.clock.now() };
    }
    else if (!isResting(region, group, refresh))
        goOn(region, group, refresh);
}
function goOn(region, group, refresh) {
    if (!isComplete(region, group, refresh))
        replace(region, group, refresh);
    else if (refresh.rollback)
        end(region, group, refresh, 'RollbackSuccessful', refresh.statusReason);
    else if (refresh.preferences.bakeTime > 0 && refresh.status !== 'Baking') {
        refresh.restsUntil = region.world.clock.now() + refresh.preferences.bakeTime * 1000;
        enter(region, group, refresh, 'Baking');
    }
    else
        succeed(region, group, refresh);
}
/** Why it cannot go on: an alarm, which a rollback does not mind, or too long without progress. */
function troubleOf(region, refresh) {
    const now = region.world.clock.now();
    const alarm = refresh.rollback ? undefined : alarmIn(region, refresh);
    if (alarm)
        return `The alarm ${alarm} is in the ALARM state`;
    const isStuck = refresh.restsUntil === undefined && now - refresh.progress.since > longestWithoutProgress;
    return isStuck ? 'The instance refresh did not get further for an hour' : undefined;
}
function alarmIn({ cloudWatch }, { preferences }) {
    return preferences.alarms.find((name) => cloudWatch.alarms.get(name)?.state === 'ALARM');
}
/** At a checkpoint it waits for the delay, then goes on by itself (Auto Scaling user guide, "Add checkpoints"). */
function isResting(region, group, refresh) {
    const now = region.world.clock.now();
    const { percentage, instancesToUpdate } = progressOf(region, group, refresh);
    const mark = `${instancesToUpdate} ${victimsLeft(group, refresh).length}`;
    if (mark !== refresh.progress.mark)
        refresh.progress = { mark, since: now };
    if (refresh.restsUntil !== undefined) {
        if (now < refresh.restsUntil)
            return true;
        refresh.restsUntil = undefined;
        refresh.progress = { mark, since: now };
    }
    const [checkpoint] = refresh.checkpoints;
    if (checkpoint === undefined || refresh.checkpoints.length === 1 || percentage < checkpoint)
        return false;
    refresh.checkpoints = refresh.checkpoints.slice(1);
    refresh.restsUntil = now + refresh.preferences.checkpointDelay * 1000;
    region.record('instance-refresh', refresh.id, `checkpoint ${checkpoint}`);
    return true;
}
/** How many victims may go before the next checkpoint; the refresh ends at the last one. */
function allowed({ checkpoints, total }) {
    return Math.ceil((total * (checkpoints[0] ?? 100)) / 100);
}
function isComplete(region, group, refresh) {
    const left = victimsLeft(group, refresh).length;
    if (refresh.checkpoints.length > 1 || refresh.total - left < allowed(refresh))
        return false;
    const active = activeMembers(group);
    return isFilled(group, active) && active.every((member) => isReady(region, group, refresh, member));
}
/** It stays a member, and counts as a new one from now on: it has to warm up. */
function replaceRoot(region, group, { victims, present }, member) {
    const { id } = member.instance;
    victims.delete(id);
    present.delete(id);
    const imageId = wantedImage(region, group, member);
    if (imageId)
        region.autoScaling.rootVolumes.replace(member, imageId);
}
/** Whether the machines are what is desired: with weights, no more above it than one of them has to be. */
function isFilled({ desired }, active) {
    const excess = capacityOf(active) - desired;
    return excess >= 0 && active.every(({ weight }) => excess < weight);
}
/**
 * Takes out as many as MinHealthyPercentage allows, or one where it allows none and nothing is missing. Above 100,
 * MaxHealthyPercentage launches before it terminates (Auto Scaling user guide, "Key concepts" of instance refresh).
 */
function replace(region, group, refresh) {
    const { minHealthy, maxHealthy } = refresh.preferences;
    const left = victimsLeft(group, refresh).filter((member) => isReplaceable(refresh, member));
    const open = Math.max(0, allowed(refresh) - (refresh.total - victimsLeft(group, refresh).length));
    const ready = capacityOf(activeMembers(group).filter((member) => isReady(region, group, refresh, member)));
    const spare = ready - Math.ceil((group.desired * minHealthy) / 100);
    const isWhole = ready >= group.desired && (maxHealthy === 100 || refresh.strategy === 'ReplaceRootVolume');
    const going = left.slice(0, Math.min(open, Math.max(fitting(left, spare), isWhole ? 1 : 0)));
    // As many as are still to be replaced after that: else what has been launched for the last ones would be too many.
    const most = Math.max(1, Math.floor((group.desired * maxHealthy) / 100) - group.desired);
    const launches = maxHealthy > 100 && refresh.strategy === 'Rolling';
    const surge = launches ? Math.min(most, open - going.length, left.length - going.length) : 0;
    group.surge = Math.max(surge, standing(region, group, refresh, going));
    for (const member of going) {
        if (refresh.strategy === 'ReplaceRootVolume') {
            replaceRoot(region, group, refresh, member);
            continue;
        }
        const at = timeText(region.world.clock.now());
        const cause = `At ${at} an instance was taken out of service in response to an instance refresh.`;
        region.autoScaling.lifecycle.terminate(member, cause);
    }
}
/** What was launched beyond desired stays until all are ready: else the group would scale in below what has to be healthy. */
function standing(region, group, refresh, going) {
    const active = activeMembers(group).filter((member) => !going.includes(member));
    if (active.every((member) => isReady(region, group, refresh, member)))
        return 0;
    return Math.max(0, Math.min(group.surge, capacityOf(active) - group.desired));
}
/** How many of the first machines are no more capacity than so much. */
function fitting(members, capacity) {
    let count = 0;
    for (let left = capacity; count < members.length; count++) {
        left -= members[count]?.weight ?? 1;
        if (left < 0)
            break;
    }
    return count;
}
/** Protected and standby machines are waited for, passed over or replaced, as the preferences say. */
function isReplaceable(refresh, member) {
    const { preferences, victims } = refresh;
    const isStandby = member.state === 'Standby';
    const policy = isStandby
        ? preferences.standbyInstances
        : member.protectedFromScaleIn && member.state === 'InService'
            ? preferences.protectedInstances
            : 'Refresh';
    if (policy === 'Ignore' && victims.delete(member.instance.id))
        refresh.total--;
    return (policy === 'Refresh' || policy === 'Terminate') && (isStandby || member.state === 'InService');
}
/** The desired configuration becomes the group's own now, and not before (Auto Scaling API, StartInstanceRefresh). */
function succeed(region, group, refresh) {
    if (refresh.desired)
        Object.assign(group, refresh.desired);
    end(region, group, refresh, 'Successful', undefined);
}
/** Without AutoRollback the group stays as mixed as it is (Auto Scaling API, RefreshPreferences). */
function fail(region, group, refresh, reason) {
    if (refresh.rollback)
        end(region, group, refresh, 'RollbackFailed', reason);
    else if (refresh.preferences.autoRollback)
        rollBack(region, group, refresh, reason);
    else
        end(region, group, refresh, 'Failed', reason);
}
/** Replaces what the refresh has launched, by the group's own configuration, which it never had changed. */
function rollBack(region, group, refresh, reason) {
    const now = region.world.clock.now();
    const { percentage, instancesToUpdate: left } = progressOf(region, group, refresh);
    refresh.rollback = { reason, started: now, percentage, left };
    const fresh = [...group.members.keys()].filter((id) => !refresh.present.has(id));
    refresh.victims.clear();
    for (const id of fresh)
        refresh.victims.add(id);
    refresh.present.clear();
    for (const id of group.members.keys())
        refresh.present.add(id);
    refresh.total = fresh.length;
    refresh.checkpoints = [];
    refresh.restsUntil = undefined;
    refresh.progress = { mark: '', since: now };
    group.launching = undefined;
    region.autoScaling.warmPools.renew(group, true);
    refresh.statusReason = reason;
    enter(region, group, refresh, 'RollbackInProgress');
}
function end(region, group, refresh, status, reason) {
    refresh.final = { ...progressOf(region, group, refresh), ...(status === 'Successful' && complete) };
    refresh.ended = region.world.clock.now();
    refresh.statusReason = reason;
    if (activeRefresh(group) === refresh) {
        group.launching = undefined;
        group.surge = 0;
    }
    enter(region, group, refresh, status);
}
function enter(region, group, refresh, status) {
    refresh.status = status;
    region.record('instance-refresh', `${group.name}/${refresh.id}`, status);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/refresh-preferences.js


/** The defaults of the API, which are not those of the console. @throws {AwsError} ValidationError */
function readPreferences(given = {}) {
    const { MinHealthyPercentage: min = 90, MaxHealthyPercentage: max = 100 } = given;
    const { CheckpointPercentages: checkpoints = [], CheckpointDelay: delay = 3600, BakeTime: bakeTime = 0 } = given;
    requirePercentages(given, min, max);
    if (checkpoints.some((one, index) => one < 1 || one > 100 || one <= (checkpoints[index - 1] ?? 0)))
        throw validationError('CheckpointPercentages must be unique, ascending and between 1 and 100');
    for (const [name, seconds] of Object.entries({ CheckpointDelay: delay, BakeTime: bakeTime })) {
        if (seconds < 0 || seconds > 172_800)
            throw validationError(`${name} ${seconds} must be between 0 and 172800 seconds`);
    }
    const alarms = given.AlarmSpecification?.Alarms ?? [];
    if (alarms.length > 10)
        throw validationError('AlarmSpecification may name at most 10 alarms');
    return {
        minHealthy: min,
        maxHealthy: max,
        warmup: given.InstanceWarmup === -1 ? undefined : given.InstanceWarmup,
        checkpoints,
        checkpointDelay: delay,
        skipMatching: given.SkipMatching ?? false,
        autoRollback: given.AutoRollback ?? false,
        protectedInstances: given.ScaleInProtectedInstances ?? 'Wait',
        standbyInstances: given.StandbyInstances ?? 'Wait',
        alarms,
        bakeTime,
    };
}
function requirePercentages(given, min, max) {
    if (min < 0 || min > 100)
        throw validationError(`MinHealthyPercentage ${min} must be between 0 and 100`);
    if (max < 100 || max > 200)
        throw validationError(`MaxHealthyPercentage ${max} must be between 100 and 200`);
    if (given.MaxHealthyPercentage !== undefined && given.MinHealthyPercentage === undefined)
        throw validationError('MinHealthyPercentage must be given along with MaxHealthyPercentage');
    if (max > 100 && max - min > 100)
        throw validationError('The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be over 100');
}
/** What the group shall launch in the end. @throws {AwsError} ValidationError for what does not exist. */
function readDesired({ DesiredConfiguration: given }, region) {
    return given && readLaunchSource(given, region);
}
/**
 * Rolling back needs a desired configuration, and on both sides a version and an image that stay what they are
 * (Auto Scaling user guide, "Undo changes with a rollback").
 * @throws {AwsError} IrreversibleInstanceRefresh
 */
function requireReversible(desired, group, region) {
    if (!desired)
        throw irreversible('it has no desired configuration');
    for (const { template, mixed } of [desired, group]) {
        const { LaunchTemplateId, Version } = template ?? mixed?.LaunchTemplate?.LaunchTemplateSpecification ?? {};
        if (Version?.startsWith('$'))
            throw irreversible(`a launch template's version is ${Version}`);
        const { data } = region.ec2.templateVersion({ LaunchTemplateId, Version });
        if (data.ImageId?.startsWith('resolve:ssm:'))
            throw irreversible(`an image is given as ${data.ImageId}`);
    }
}
function irreversible(why) {
    return new AwsError('IrreversibleInstanceRefresh', `The instance refresh cannot be rolled back: ${why}`);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/refresh-operations.js








const refreshOperations = {
    StartInstanceRefresh: operation([
        'AutoScalingGroupName',
        'Strategy',
        'DesiredConfiguration.LaunchTemplate.*',
        'DesiredConfiguration.MixedInstancesPolicy.*',
        'Preferences.*',
    ], (input, region) => ({ InstanceRefreshId: start(input, region).id })),
    DescribeInstanceRefreshes: operation(['AutoScalingGroupName', 'InstanceRefreshIds', 'MaxRecords', 'NextToken'], (input, region) => {
        const group = region.autoScaling.group(input.AutoScalingGroupName);
        const { InstanceRefreshIds: ids } = input;
        const asked = group.refreshes.filter(({ id }) => !ids?.length || ids.includes(id)).reverse();
        const request = { maxResults: Math.min(100, input.MaxRecords ?? 50), nextToken: input.NextToken };
        const { items, nextToken } = page(asked, request, 50);
        return { InstanceRefreshes: items.map((refresh) => refresh_operations_describe(refresh, group, region)), NextToken: nextToken };
    }),
    /** Of a rollback, too. What is replaced already stays so (Auto Scaling API, CancelInstanceRefresh). */
    CancelInstanceRefresh: operation(['AutoScalingGroupName', 'WaitForTransitioningInstances'], (input, region) => {
        const { group, refresh } = findActive(input.AutoScalingGroupName, region, 'or rollback');
        refresh.status = 'Cancelling';
        group.surge = 0;
        region.record('instance-refresh', `${group.name}/${refresh.id}`, 'Cancelling');
        return { InstanceRefreshId: refresh.id };
    }),
    RollbackInstanceRefresh: operation(['AutoScalingGroupName'], (input, region) => {
        const { group, refresh } = findActive(input.AutoScalingGroupName, region);
        requireReversible(refresh.desired, group, region);
        rollBack(region, group, refresh, 'Rolled back due to user request.');
        return { InstanceRefreshId: refresh.id };
    }),
};
function start(input, region) {
    const group = region.autoScaling.group(input.AutoScalingGroupName);
    if (activeRefresh(group)) {
        throw new AwsError('InstanceRefreshInProgress', 'An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.');
    }
    const { Strategy: strategy = 'Rolling' } = input;
    if (strategy !== 'Rolling' && strategy !== 'ReplaceRootVolume')
        throw validationError(`Strategy '${strategy}' must be Rolling or ReplaceRootVolume`);
    const preferences = readPreferences(input.Preferences);
    const desired = readDesired(input, region);
    if (strategy === 'ReplaceRootVolume')
        requireReplaceable(desired, group, region);
    if (preferences.autoRollback)
        requireRollbackPossible(desired, group, region);
    group.launching = desired;
    region.autoScaling.warmPools.renew(group, preferences.skipMatching);
    const members = [...group.members.values()];
    const victims = members.filter((member) => !preferences.skipMatching || !matches(strategy, region, group, member));
    const now = region.world.clock.now();
    const refresh = {
        id: [8, 4, 4, 4, 12].map((digits) => region.autoScaling.random.hex(digits)).join('-'),
        ...{ strategy, preferences },
        settings: structuredClone({ Preferences: input.Preferences, DesiredConfiguration: input.DesiredConfiguration }),
        desired,
        status: 'Pending',
        statusReason: undefined,
        started: now,
        ended: undefined,
        final: undefined,
        victims: new Set(victims.map(({ instance }) => instance.id)),
        total: victims.length,
        present: new Set(group.members.keys()),
        checkpoints: preferences.checkpoints,
        restsUntil: undefined,
        progress: { mark: '', since: now },
        rollback: undefined,
    };
    group.refreshes.push(refresh);
    region.record('instance-refresh', `${group.name}/${refresh.id}`, 'Pending');
    watchRefresh(region, group, refresh);
    return refresh;
}
/** Auto Scaling user guide, "Use an instance refresh with skip matching": for root volumes the image is all that counts. */
function matches(strategy, region, group, member) {
    if (strategy === 'ReplaceRootVolume')
        return imageOf(member) === wantedImage(region, group, member);
    return isCurrent(region, group, member);
}
/** What cannot be rolled back must not ask for it (Auto Scaling API, RefreshPreferences). */
function requireRollbackPossible(desired, group, region) {
    try {
        requireReversible(desired, group, region);
    }
    catch (error) {
        if (!(error instanceof AwsError))
            throw error;
        throw validationError(`AutoRollback cannot be set. ${error.message}`);
    }
}
function findActive(name, region, what) {
    const group = region.autoScaling.group(name);
    const refresh = activeRefresh(group);
    if (refresh && refresh.status !== 'Cancelling' && (what || !refresh.rollback))
        return { group, refresh };
    throw new AwsError('ActiveInstanceRefreshNotFound', `No in progress or pending Instance Refresh found for Auto Scaling group ${group.name}`);
}
function refresh_operations_describe(refresh, group, region) {
    const { percentage, instancesToUpdate } = progressOf(region, group, refresh);
    const progress = { PercentageComplete: percentage, InstancesToUpdate: instancesToUpdate };
    const { Preferences, DesiredConfiguration } = refresh.settings;
    const { rollback } = refresh;
    return {
        InstanceRefreshId: refresh.id,
        AutoScalingGroupName: group.name,
        Status: refresh.status,
        ...(refresh.statusReason !== undefined && { StatusReason: refresh.statusReason }),
        StartTime: new Date(refresh.started),
        ...(refresh.ended !== undefined && { EndTime: new Date(refresh.ended) }),
        ...(!isOver(refresh) || refresh.status === 'Successful' ? progress : {}),
        ProgressDetails: { LivePoolProgress: progress },
        ...(Preferences && { Preferences: structuredClone(Preferences) }),
        ...(DesiredConfiguration && { DesiredConfiguration: structuredClone(DesiredConfiguration) }),
        ...(rollback && {
            RollbackDetails: {
                RollbackReason: rollback.reason,
                RollbackStartTime: new Date(rollback.started),
                PercentageCompleteOnRollback: rollback.percentage,
                InstancesToUpdateOnRollback: rollback.left,
            },
        }),
        Strategy: refresh.strategy,
    };
}

// EXTERNAL MODULE: ./node_modules/croner/dist/croner.js
var croner = __webpack_require__(5814);
;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/scheduled-action.js



/**
 * The first time after `now` that a schedule names; undefined when there is none.
 * @throws {AwsError} ValidationError for a recurrence or a zone that there is not.
 */
function nextTime({ start, end, recurrence, timeZone = 'UTC' }, now) {
    if (start !== undefined && start > now)
        return start;
    if (recurrence === undefined)
        return undefined;
    const next = recurrenceOf(recurrence, timeZone).nextRun(new Date(now))?.getTime();
    return next === undefined || (end !== undefined && next > end) ? undefined : next;
}
function recurrenceOf(recurrence, timezone) {
    try {
        Intl.DateTimeFormat('en', { timeZone: timezone });
        return new croner.Cron(recurrence, { mode: '5-part', timezone });
    }
    catch {
        throw validationError(`Given recurrence string: ${recurrence} (time zone ${timezone}) is invalid`);
    }
}
/** Has it run at its next time. */
function arm(region, group, action) {
    const { clock } = region.world;
    action.cancel = clock.schedule(action.next - clock.now(), () => {
        const next = nextTime(action, action.next);
        if (next === undefined)
            group.scheduledActions.delete(action.name);
        else {
            action.next = next;
            arm(region, group, action);
        }
        run(region, group, action);
    });
}
/** One that comes due while ScheduledActions is suspended is skipped (Auto Scaling user guide, "Suspend and resume processes"). */
function run(region, group, action) {
    const { autoScaling, world } = region;
    if (group.suspended.has('ScheduledActions'))
        return;
    const minSize = action.minSize ?? group.minSize;
    const maxSize = action.maxSize ?? group.maxSize;
    const desired = action.desired ?? Math.max(minSize, Math.min(maxSize, group.desired));
    if (minSize > maxSize || desired < minSize || desired > maxSize) {
        region.record('group', group.name, `scheduled action ${action.name} does not fit`);
        return;
    }
    const cause = `At ${timeText(world.clock.now())} a scheduled action update of AutoScalingGroup constraints to min: ${minSize}, max: ${maxSize}, desired: ${desired} changing the desired capacity from ${group.desired} to ${desired}.`;
    group.minSize = minSize;
    group.maxSize = maxSize;
    if (action.desired !== undefined) {
        region.record('group', group.name, `scheduled action ${action.name} sets desired to ${desired}`);
    }
    autoScaling.setDesired(group, desired, group.desired === desired ? '' : cause);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/schedule-operations.js




const scheduleOperations = {
    PutScheduledUpdateGroupAction: operation([
        ...['AutoScalingGroupName', 'ScheduledActionName', 'StartTime', 'EndTime', 'Recurrence', 'TimeZone'],
        ...['MinSize', 'MaxSize', 'DesiredCapacity'],
    ], (input, region) => {
        schedule_operations_put(region.autoScaling.group(input.AutoScalingGroupName), input, region);
        return {};
    }),
    DescribeScheduledActions: operation(['AutoScalingGroupName', 'ScheduledActionNames', 'StartTime', 'EndTime', 'MaxRecords', 'NextToken'], (input, { autoScaling }) => {
        const { AutoScalingGroupName: name, ScheduledActionNames: names, StartTime: from, EndTime: to } = input;
        const groups = name ? [autoScaling.group(name)] : [...autoScaling.groups.values()];
        const actions = groups
            .flatMap((group) => [...group.scheduledActions.values()].map((action) => ({ group, action })))
            .filter(({ action }) => !names?.length || names.includes(action.name))
            .filter(({ action }) => (!from || action.next >= +from) && (!to || action.next <= +to));
        const { items, nextToken } = page(actions, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 50);
        return { ScheduledUpdateGroupActions: items.map(schedule_operations_describe), NextToken: nextToken };
    }),
    DeleteScheduledAction: operation(['AutoScalingGroupName', 'ScheduledActionName'], (input, { autoScaling }) => {
        const group = autoScaling.group(input.AutoScalingGroupName);
        const action = group.scheduledActions.get(input.ScheduledActionName ?? '');
        if (!action)
            throw validationError(`Scheduled action name not found: ${input.ScheduledActionName}`);
        action.cancel();
        group.scheduledActions.delete(action.name);
        return {};
    }),
};
/** An action of the same name is replaced (Auto Scaling API, PutScheduledUpdateGroupAction). */
function schedule_operations_put(group, input, region) {
    const { ScheduledActionName: name = '', MinSize, MaxSize, DesiredCapacity, StartTime, EndTime } = input;
    const now = region.world.clock.now();
    if (MinSize === undefined && MaxSize === undefined && DesiredCapacity === undefined)
        throw validationError('At least one of MaxSize, MinSize, or DesiredCapacity must be specified');
    if (!StartTime && !input.Recurrence)
        throw validationError('Either StartTime or Recurrence must be specified');
    if (StartTime && +StartTime <= now)
        throw validationError('Given start time is in the past');
    if (EndTime && +EndTime <= (StartTime ? +StartTime : now))
        throw validationError('Given end time is in the past, or not after the start time');
    const schedule = {
        start: StartTime && +StartTime,
        end: EndTime && +EndTime,
        recurrence: input.Recurrence || undefined,
        timeZone: input.TimeZone || undefined,
    };
    const next = nextTime(schedule, now);
    if (next === undefined)
        throw validationError('The schedule names no time to come');
    requireOwnTime(group, name, next);
    const resource = `scheduledUpdateGroupAction:autoScalingGroupName/${group.name}:scheduledActionName/${name}`;
    const action = {
        ...schedule,
        ...{ name, arn: region.arn('autoscaling', resource), next, cancel: () => { } },
        ...{ minSize: MinSize, maxSize: MaxSize, desired: DesiredCapacity },
    };
    group.scheduledActions.get(name)?.cancel();
    group.scheduledActions.set(name, action);
    arm(region, group, action);
}
/** Auto Scaling user guide, "Scheduled scaling": each action has a time of its own, and a group has 125 at most. */
function requireOwnTime(group, name, next) {
    const others = [...group.scheduledActions.values()].filter((action) => action.name !== name);
    if (others.length >= 125)
        throw new AwsError('LimitExceeded', `Group ${group.name} has 125 scheduled actions already`);
    const same = others.find((action) => action.next === next);
    if (same)
        throw new AwsError('AlreadyExists', `The scheduled action ${same.name} has the same time`);
}
function schedule_operations_describe({ group, action }) {
    const { minSize, maxSize, desired, recurrence, timeZone, end } = action;
    return {
        AutoScalingGroupName: group.name,
        ScheduledActionName: action.name,
        ScheduledActionARN: action.arn,
        Time: new Date(action.next),
        StartTime: new Date(action.next),
        ...(end !== undefined && { EndTime: new Date(end) }),
        ...(recurrence !== undefined && { Recurrence: recurrence }),
        ...(timeZone !== undefined && { TimeZone: timeZone }),
        ...(minSize !== undefined && { MinSize: minSize }),
        ...(maxSize !== undefined && { MaxSize: maxSize }),
        ...(desired !== undefined && { DesiredCapacity: desired }),
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/traffic-source-operations.js




/** Members in service are registered at once (Auto Scaling user guide, "Attach a load balancer"). */
const traffic_source_operations_attach = (input, region) => {
    const { group, identifiers } = traffic_source_operations_named(input, region);
    for (const identifier of identifiers) {
        if (group.targetGroupArns.has(identifier))
            continue;
        group.targetGroupArns.add(identifier);
        if (group.suspended.has('AddToLoadBalancer'))
            continue;
        for (const { state, instance } of group.members.values()) {
            if (state === 'InService' && instance.state === 'running')
                region.loadBalancing.register(identifier, { id: instance.id });
        }
    }
    return {};
};
/** Also one that is gone. */
const detach = (input, region) => {
    const group = region.autoScaling.group(input.AutoScalingGroupName);
    for (const { Identifier: identifier = '' } of sourcesOf(input)) {
        if (!group.targetGroupArns.delete(identifier))
            continue;
        group.provenTargetGroupArns.delete(identifier);
        if (!region.loadBalancing.targetGroups.has(identifier))
            continue;
        for (const id of group.members.keys())
            region.loadBalancing.deregister(identifier, { id });
    }
    return {};
};
const sourceParameters = ['AutoScalingGroupName', 'TrafficSources.Identifier', 'TrafficSources.Type'];
const pages = ['AutoScalingGroupName', 'MaxRecords', 'NextToken'];
const trafficSourceOperations = {
    AttachLoadBalancers: operation(['AutoScalingGroupName', 'LoadBalancerNames'], traffic_source_operations_attach),
    AttachLoadBalancerTargetGroups: operation(['AutoScalingGroupName', 'TargetGroupARNs'], traffic_source_operations_attach),
    AttachTrafficSources: operation(sourceParameters, traffic_source_operations_attach),
    DetachLoadBalancers: operation(['AutoScalingGroupName', 'LoadBalancerNames'], detach),
    DetachLoadBalancerTargetGroups: operation(['AutoScalingGroupName', 'TargetGroupARNs'], detach),
    DetachTrafficSources: operation(sourceParameters, detach),
    DescribeLoadBalancers: operation(pages, (input, region) => {
        const { items, nextToken } = statesOf(input, region, 'elb');
        const states = items.map(({ identifier, state }) => ({ LoadBalancerName: identifier, State: state }));
        return { LoadBalancers: states, NextToken: nextToken };
    }),
    DescribeLoadBalancerTargetGroups: operation(pages, (input, region) => {
        const { items, nextToken } = statesOf(input, region, 'elbv2');
        const states = items.map(({ identifier, state }) => ({ LoadBalancerTargetGroupARN: identifier, State: state }));
        return { LoadBalancerTargetGroups: states, NextToken: nextToken };
    }),
    DescribeTrafficSources: operation([...pages, 'TrafficSourceType'], (input, region) => {
        const { items, nextToken } = statesOf(input, region, input.TrafficSourceType);
        const sources = items.map(({ identifier, type, state }) => ({
            Identifier: identifier,
            TrafficSource: identifier,
            Type: type,
            State: state,
        }));
        return { TrafficSources: sources, NextToken: nextToken };
    }),
};
/** At most 10 a call (Auto Scaling API, AttachTrafficSources). All are checked before anything is changed. */
function traffic_source_operations_named(input, region) {
    const group = region.autoScaling.group(input.AutoScalingGroupName);
    const sources = sourcesOf(input);
    if (sources.length > 10)
        throw validationError(`At most 10 traffic sources at a time, not ${sources.length}`);
    return { group, identifiers: sources.map((source) => knownSource(source, region)) };
}
/** Adding, then Added once all are registered, then InService once one was healthy (Auto Scaling user guide, "Load balancer states"). */
function statesOf(input, { autoScaling, loadBalancing }, wanted) {
    const group = autoScaling.group(input.AutoScalingGroupName);
    const inService = [...group.members.values()].filter(({ state }) => state === 'InService');
    const sources = [...group.targetGroupArns].map((identifier) => ({ identifier, type: sourceType(identifier) }));
    const states = sources
        .filter(({ type }) => !wanted || type === wanted)
        .map(({ identifier, type }) => {
        const isAdded = inService.every(({ instance }) => loadBalancing.healthOf(identifier, instance.id));
        const state = group.provenTargetGroupArns.has(identifier) ? 'InService' : isAdded ? 'Added' : 'Adding';
        return { identifier, type, state };
    });
    return page(states, { maxResults: input.MaxRecords, nextToken: input.NextToken }, 100);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/warm-pool-operations.js




const warmPoolOperations = {
    PutWarmPool: operation(['AutoScalingGroupName', 'MaxGroupPreparedCapacity', 'MinSize', 'PoolState', 'InstanceReusePolicy.ReuseOnScaleIn'], (input, region) => {
        warm_pool_operations_put(input, region);
        return {};
    }),
    DescribeWarmPool: operation(['AutoScalingGroupName', 'MaxRecords', 'NextToken'], (input, { autoScaling }) => {
        const group = autoScaling.group(input.AutoScalingGroupName);
        const request = { maxResults: input.MaxRecords, nextToken: input.NextToken };
        const { items, nextToken } = page([...group.warm.values()], request, 50);
        const { warmPool } = group;
        return {
            ...(warmPool && { WarmPoolConfiguration: describeWarmPool(warmPool) }),
            Instances: items.map(describeInstance),
            NextToken: nextToken,
        };
    }),
    /** Its machines go first; by force, without waiting for their hooks (Auto Scaling API, DeleteWarmPool). */
    DeleteWarmPool: operation(['AutoScalingGroupName', 'ForceDelete'], (input, { autoScaling, ec2 }) => {
        const group = autoScaling.group(input.AutoScalingGroupName);
        if (!group.warmPool)
            throw validationError(`No warm pool found for Auto Scaling group ${group.name}`);
        group.warmPool = group.warm.size > 0 ? { ...group.warmPool, isDeleting: true } : undefined;
        if (input.ForceDelete)
            for (const id of [...group.warm.keys()])
                ec2.terminate(id);
        autoScaling.settingsChanged(group);
        return {};
    }),
};
function warm_pool_operations_put(input, region) {
    const group = region.autoScaling.group(input.AutoScalingGroupName);
    const { PoolState: state = group.warmPool?.state ?? 'Stopped', MinSize = group.warmPool?.minSize ?? 0 } = input;
    if (group.warmPool?.isDeleting)
        throw validationError(`The warm pool of group ${group.name} is pending delete`);
    if (state !== 'Stopped' && state !== 'Running')
        throw validationError(`The sandbox keeps warm machines Stopped or Running, not ${state}`);
    const { MaxGroupPreparedCapacity: given = group.warmPool?.maxPrepared } = input;
    // -1 takes it away again (Auto Scaling API, PutWarmPool).
    const maxPrepared = given === -1 ? undefined : given;
    const reuses = input.InstanceReusePolicy?.ReuseOnScaleIn ?? group.warmPool?.reuses ?? false;
    group.warmPool = { state, minSize: MinSize, maxPrepared, reuses, isDeleting: false };
    region.record('group', group.name, 'warm pool put');
    region.autoScaling.settingsChanged(group);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/operations.js













/** Amazon EC2 Auto Scaling, as far as the sandbox goes. */
const autoScalingOperations = {
    ...groupOperations,
    ...memberOperations,
    ...attachOperations,
    ...processOperations,
    ...hookOperations,
    ...trafficSourceOperations,
    ...policyOperations,
    ...scheduleOperations,
    ...tagOperations,
    ...launchConfigurationOperations,
    ...launchOperations,
    ...refreshOperations,
    ...warmPoolOperations,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/target-group.js
/** ELBv2 API, CreateTargetGroup: the defaults for HTTP target groups of instances. */
const defaultHealthCheck = {
    protocol: 'HTTP',
    port: 'traffic-port',
    path: '/',
    interval: 30,
    timeout: 5,
    healthyThreshold: 5,
    unhealthyThreshold: 2,
    matcher: '200',
};
function newTargetGroup(settings) {
    return { ...settings, targets: new Map(), loadBalancerArns: new Set(), isBlind: false, turn: 0 };
}
function newTarget(group, id, port) {
    return {
        id,
        port,
        group,
        health: { state: 'initial' },
        streak: { healthy: false, length: 0 },
        lastCheck: 0,
        next: undefined,
        resting: false,
        epoch: 0,
        drained: [],
    };
}
function targetKey(id, port) {
    return `${id}:${port}`;
}
/** With no healthy instance a classic load balancer sends requests to none (Classic Load Balancers guide, "HTTP 503"). */
function failsOpen({ type }) {
    return type !== 'elb';
}
/**
 * The targets that get requests: the healthy ones; all of them when none is healthy (Application Load Balancers guide,
 * "Target group health": fail-open); never one that is draining, or that is not in use.
 */
function routableTargets(group) {
    const registered = [...group.targets.values()];
    const healthy = registered.filter(({ health }) => health.state === 'healthy');
    if (healthy.length > 0 || !failsOpen(group))
        return healthy;
    return registered.filter(({ health }) => health.state === 'initial' || health.state === 'unhealthy');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/classic-load-balancing/classic-load-balancer.js


/** The classic load balancers of one region, by name. */
class ClassicLoadBalancing {
    all = new Map();
    #region;
    constructor(region) {
        this.#region = region;
    }
    /** @throws {AwsError} LoadBalancerNotFound */
    find(name) {
        const found = this.all.get(name ?? '');
        if (!found)
            throw new AwsError('LoadBalancerNotFound', `There is no ACTIVE Load Balancer named '${name}'`);
        return found;
    }
    /** Checks its instances by a TCP connection until it is told otherwise, and does not drain them. */
    create(settings) {
        const { loadBalancing, ec2, world, name: region } = this.#region;
        const { name, scheme } = settings;
        const port = settings.listeners[0]?.InstancePort ?? 80;
        const instances = newTargetGroup({
            ...{ arn: name, name, type: 'elb', protocol: 'HTTP', protocolVersion: 'HTTP1', port },
            vpcId: ec2.subnets.get(settings.subnetIds[0] ?? '')?.vpcId ?? '',
            healthCheck: readHealthCheck({
                ...{ Target: `TCP:${port}`, Interval: 30, Timeout: 5, UnhealthyThreshold: 2, HealthyThreshold: 10 },
            }),
            attributes: new Map(),
            tags: new Map(),
        });
        instances.loadBalancerArns.add(name);
        const prefix = scheme === 'internal' ? 'internal-' : '';
        const dnsName = `${prefix}${name}-${loadBalancing.random.hex(9)}.${region}.elb.amazonaws.com`;
        const draining = { Enabled: false, Timeout: 300 };
        const balancer = { ...settings, dnsName, created: world.clock.now(), instances, draining };
        this.all.set(name, balancer);
        loadBalancing.targetGroups.set(name, instances);
        this.setDraining(balancer, draining);
        this.#region.record('classic-load-balancer', name, 'created');
        return balancer;
    }
    setDraining(balancer, draining) {
        balancer.draining = draining;
        const seconds = draining.Enabled ? draining.Timeout : 0;
        balancer.instances.attributes.set('deregistration_delay.timeout_seconds', String(seconds));
    }
    delete(balancer) {
        const { loadBalancing } = this.#region;
        this.setDraining(balancer, { Enabled: false, Timeout: 0 });
        for (const { id } of [...balancer.instances.targets.values()])
            loadBalancing.deregister(balancer.name, { id });
        loadBalancing.targetGroups.delete(balancer.name);
        this.all.delete(balancer.name);
        this.#region.record('classic-load-balancer', balancer.name, 'deleted');
    }
}
/** `HTTP:8080/health` or `TCP:8080` (Elastic Load Balancing API, HealthCheck). @throws {AwsError} ValidationError */
function readHealthCheck(given) {
    const [, protocol, port, path = ''] = /^(HTTPS?|TCP|SSL):(\d+)(\/.*)?$/.exec(given.Target ?? '') ?? [];
    const isHttp = protocol?.startsWith('HTTP') ?? false;
    if (!protocol || !port || isHttp !== path.startsWith('/'))
        throw validationError(`HealthCheck Target '${given.Target}' must be like HTTP:80/path or TCP:80`);
    const { Interval: interval = 0, Timeout: timeout = 0 } = given;
    if (timeout >= interval)
        throw validationError('HealthCheck timeout must be less than interval');
    const { HealthyThreshold: healthyThreshold = 0, UnhealthyThreshold: unhealthyThreshold = 0 } = given;
    return { protocol, port, path, interval, timeout, healthyThreshold, unhealthyThreshold, matcher: '200' };
}
function describeHealthCheck(check) {
    return {
        Target: `${check.protocol}:${check.port}${check.path}`,
        Interval: check.interval,
        Timeout: check.timeout,
        UnhealthyThreshold: check.unhealthyThreshold,
        HealthyThreshold: check.healthyThreshold,
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/classic-load-balancing/instance-operations.js


const instanceOperations = {
    RegisterInstancesWithLoadBalancer: operation(['LoadBalancerName', 'Instances.InstanceId'], (input, region) => {
        const { name } = region.classicLoadBalancing.find(input.LoadBalancerName);
        const named = idsOf(input).map((id) => knownInstance(id, region));
        for (const { id } of named)
            region.loadBalancing.register(name, { id });
        return instancesOf(name, region);
    }),
    DeregisterInstancesFromLoadBalancer: operation(['LoadBalancerName', 'Instances.InstanceId'], (input, region) => {
        const { name } = region.classicLoadBalancing.find(input.LoadBalancerName);
        const named = idsOf(input).map((id) => knownInstance(id, region));
        for (const { id } of named)
            region.loadBalancing.deregister(name, { id });
        return instancesOf(name, region);
    }),
    /**
     * Those that are asked for are shown though they may not be registered, but never one that has terminated
     * (Elastic Load Balancing API, DescribeInstanceHealth).
     */
    DescribeInstanceHealth: operation(['LoadBalancerName', 'Instances.InstanceId'], (input, region) => {
        const { name, instances } = region.classicLoadBalancing.find(input.LoadBalancerName);
        const asked = input.Instances?.length ? idsOf(input) : [...instances.targets.values()].map(({ id }) => id);
        const living = asked.map((id) => knownInstance(id, region)).filter(({ state }) => state !== 'terminated');
        return { InstanceStates: living.map((one) => instance_operations_describe(one, region.loadBalancing.healthOf(name, one.id))) };
    }),
};
function idsOf({ Instances = [], }) {
    return Instances.map(({ InstanceId = '' }) => InstanceId);
}
function knownInstance(id, { ec2 }) {
    const instance = ec2.instances.get(id);
    if (!instance)
        throw new AwsError('InvalidInstance', `Could not find EC2 instance ${id}.`);
    return instance;
}
function instancesOf(name, { loadBalancing }) {
    const targets = [...(loadBalancing.targetGroups.get(name)?.targets.values() ?? [])];
    return {
        Instances: targets.filter(({ health }) => health.state !== 'draining').map(({ id }) => ({ InstanceId: id })),
    };
}
/** Elastic Load Balancing API, InstanceState: its words. */
function instance_operations_describe({ id, state: machine }, health) {
    const state = (State, ReasonCode, Description) => ({
        InstanceId: id,
        State,
        ReasonCode,
        Description,
    });
    if (!health)
        return state('OutOfService', 'Instance', 'Instance is not currently registered with the LoadBalancer.');
    if (machine !== 'running')
        return state('OutOfService', 'Instance', `Instance is in ${machine} state.`);
    switch (health.state) {
        case 'healthy':
            return state('InService', 'N/A', 'N/A');
        case 'draining':
            return state('InService', 'N/A', 'Instance deregistration currently in progress.');
        case 'unhealthy':
            return state('OutOfService', 'Instance', 'Instance has failed at least the UnhealthyThreshold number of health checks consecutively.');
        default:
            return state('OutOfService', 'ELB', 'Instance registration is still in progress.');
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/classic-load-balancing/operations.js





/** Elastic Load Balancing's older API, of 2012-06-01: classic load balancers. */
const classicLoadBalancingOperations = {
    ...instanceOperations,
    CreateLoadBalancer: operation(['LoadBalancerName', 'Listeners.*', 'AvailabilityZones', 'Subnets', 'SecurityGroups', 'Scheme'], (input, region) => ({ DNSName: operations_create(input, region).dnsName })),
    DescribeLoadBalancers: operation(['LoadBalancerNames', 'Marker', 'PageSize'], (input, region) => {
        const { classicLoadBalancing } = region;
        const { LoadBalancerNames: names } = input;
        const asked = names?.length
            ? names.map((name) => classicLoadBalancing.find(name))
            : [...classicLoadBalancing.all.values()];
        const request = { maxResults: input.PageSize, nextToken: input.Marker };
        const { items, nextToken } = page(asked, request, 400, 'ValidationError');
        return { LoadBalancerDescriptions: items.map((one) => operations_describe(one, region)), NextMarker: nextToken };
    }),
    DeleteLoadBalancer: operation(['LoadBalancerName'], ({ LoadBalancerName: name }, { classicLoadBalancing }) => {
        const found = classicLoadBalancing.all.get(name ?? '');
        // One that does not exist is no error (Elastic Load Balancing API, DeleteLoadBalancer).
        if (found)
            classicLoadBalancing.delete(found);
        return {};
    }),
    ConfigureHealthCheck: operation(['LoadBalancerName', 'HealthCheck.*'], (input, { classicLoadBalancing, loadBalancing }) => {
        const { instances } = classicLoadBalancing.find(input.LoadBalancerName);
        Object.assign(instances.healthCheck, readHealthCheck(input.HealthCheck ?? {}));
        loadBalancing.healthCheckChanged(instances);
        return { HealthCheck: describeHealthCheck(instances.healthCheck) };
    }),
    DescribeLoadBalancerAttributes: operation(['LoadBalancerName'], (input, { classicLoadBalancing }) => ({
        LoadBalancerAttributes: attributesOf(classicLoadBalancing.find(input.LoadBalancerName)),
    })),
    ModifyLoadBalancerAttributes: operation(['LoadBalancerName', 'LoadBalancerAttributes.ConnectionDraining.*'], (input, { classicLoadBalancing }) => {
        const balancer = classicLoadBalancing.find(input.LoadBalancerName);
        const { ConnectionDraining: given } = input.LoadBalancerAttributes ?? {};
        if (given) {
            const { Enabled = false, Timeout = balancer.draining.Timeout } = given;
            classicLoadBalancing.setDraining(balancer, { Enabled, Timeout });
        }
        return { LoadBalancerName: balancer.name, LoadBalancerAttributes: attributesOf(balancer) };
    }),
};
function operations_create(input, { classicLoadBalancing, ec2 }) {
    const { LoadBalancerName: name = '', Listeners: listeners = [], Subnets, AvailabilityZones } = input;
    if (!/^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name))
        throw validationError(`LoadBalancer name '${name}' must have at most 32 letters, digits and hyphens`);
    if (classicLoadBalancing.all.has(name)) {
        const message = `Load Balancer named '${name}' already exists and it is configured with different parameters.`;
        throw new AwsError('DuplicateLoadBalancerName', message);
    }
    if (listeners.length === 0)
        throw validationError('At least one listener must be specified');
    const subnetIds = Subnets ?? (AvailabilityZones ?? []).map((zone) => ec2.network.defaultSubnet(zone)?.id ?? zone);
    const unknown = subnetIds.find((id) => !ec2.subnets.has(id));
    if (unknown !== undefined)
        throw new AwsError('SubnetNotFound', `The subnet ID '${unknown}' does not exist`);
    if (subnetIds.length === 0)
        throw validationError('Either AvailabilityZones or SubnetIds must be specified');
    return classicLoadBalancing.create({
        ...{ name, listeners: structuredClone(listeners), subnetIds },
        securityGroupIds: input.SecurityGroups ?? [],
        scheme: input.Scheme ?? 'internet-facing',
    });
}
function operations_describe(balancer, { ec2 }) {
    const { instances } = balancer;
    return {
        LoadBalancerName: balancer.name,
        DNSName: balancer.dnsName,
        ListenerDescriptions: balancer.listeners.map((listener) => ({ Listener: { ...listener }, PolicyNames: [] })),
        AvailabilityZones: balancer.subnetIds.map((id) => ec2.availabilityZoneOf(id)),
        Subnets: [...balancer.subnetIds],
        VPCId: instances.vpcId,
        // One that drains is no longer among them.
        Instances: [...instances.targets.values()]
            .filter(({ health }) => health.state !== 'draining')
            .map(({ id }) => ({ InstanceId: id })),
        HealthCheck: describeHealthCheck(instances.healthCheck),
        SecurityGroups: [...balancer.securityGroupIds],
        CreatedTime: new Date(balancer.created),
        Scheme: balancer.scheme,
    };
}
function attributesOf({ draining }) {
    return {
        CrossZoneLoadBalancing: { Enabled: true },
        AccessLog: { Enabled: false },
        ConnectionDraining: { ...draining },
        ConnectionSettings: { IdleTimeout: 60 },
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/cloud-formation/operations.js



/** CloudFormation, as far as it takes to see whether a stack is being changed. */
const cloudFormationOperations = {
    DescribeStacks: operation(['StackName', 'NextToken'], (input, region) => {
        const asked = input.StackName ? [operations_find(input.StackName, region)] : [...region.cloudFormation.stacks.values()];
        const { items, nextToken } = page(asked, { nextToken: input.NextToken }, 100, 'ValidationError');
        return { Stacks: items.map(cloud_formation_operations_describe), NextToken: nextToken };
    }),
};
/** By its name or its id. @throws {AwsError} ValidationError */
function operations_find(name, { cloudFormation }) {
    const stack = [...cloudFormation.stacks.values()].find((one) => one.name === name || one.id === name);
    if (!stack)
        throw validationError(`Stack with id ${name} does not exist`);
    return stack;
}
function cloud_formation_operations_describe({ id, name, created, updated, status, root }) {
    return {
        StackId: id,
        StackName: name,
        CreationTime: new Date(created),
        ...(updated !== undefined && { LastUpdatedTime: new Date(updated) }),
        StackStatus: status,
        ...(root && { RootId: root.id }),
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/cloudwatch/operations.js



/** CloudWatch API: at most 100 alarm names in one call. */
const mostNames = 100;
/** Amazon CloudWatch, as far as the sandbox goes: metric alarms on what is put or simulated. */
const cloudWatchOperations = {
    PutMetricAlarm: operation([
        'AlarmName',
        'AlarmDescription',
        'ActionsEnabled',
        'OKActions',
        'AlarmActions',
        'InsufficientDataActions',
        'MetricName',
        'Namespace',
        'Statistic',
        'Dimensions.*',
        'Period',
        'Unit',
        'EvaluationPeriods',
        'DatapointsToAlarm',
        'Threshold',
        'ComparisonOperator',
        'TreatMissingData',
        'Tags.*',
    ], (input, region) => {
        region.cloudWatch.put(input);
        return {};
    }),
    DescribeAlarms: operation(['AlarmNames', 'AlarmNamePrefix', 'AlarmTypes', 'StateValue', 'ActionPrefix', 'MaxRecords', 'NextToken'], (input, { cloudWatch }) => {
        const request = { maxResults: input.MaxRecords, nextToken: input.NextToken };
        const { items, nextToken } = page(operations_select(input, cloudWatch), request, 50, 'InvalidNextToken');
        return { MetricAlarms: items.map(cloudwatch_operations_describe), CompositeAlarms: [], NextToken: nextToken };
    }),
    ListTagsForResource: operation(['ResourceARN'], ({ ResourceARN }, { cloudWatch }) => {
        const alarm = [...cloudWatch.alarms.values()].find(({ arn }) => arn === ResourceARN);
        if (!alarm)
            throw new AwsError('ResourceNotFoundException', `${ResourceARN} does not exist`, 404);
        return { Tags: [...alarm.tags].map(([Key, Value]) => ({ Key, Value })) };
    }),
    SetAlarmState: operation(['AlarmName', 'StateValue', 'StateReason', 'StateReasonData'], (input, { cloudWatch }) => {
        const alarm = cloudWatch.alarms.get(input.AlarmName ?? '');
        if (!alarm)
            throw new AwsError('ResourceNotFound', `Alarm ${input.AlarmName} does not exist`, 404);
        const states = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];
        if (!states.includes(input.StateValue ?? ''))
            throw validationError(`StateValue must be one of ${states.join(', ')}`);
        cloudWatch.setState(alarm, input.StateValue, input.StateReason ?? '', input.StateReasonData);
        return {};
    }),
    DeleteAlarms: operation(['AlarmNames'], (input, region) => {
        for (const name of operations_named(input.AlarmNames))
            region.cloudWatch.delete(name);
        return {};
    }),
    EnableAlarmActions: operation(['AlarmNames'], (input, region) => setActions(input, region, true)),
    DisableAlarmActions: operation(['AlarmNames'], (input, region) => setActions(input, region, false)),
    PutMetricData: operation([
        'Namespace',
        'MetricData.MetricName',
        'MetricData.Dimensions.*',
        'MetricData.Timestamp',
        'MetricData.Value',
        'MetricData.Unit',
    ], (input, { cloudWatch, world }) => {
        for (const { MetricName = '', Dimensions, Value = 0, Unit, Timestamp } of input.MetricData ?? []) {
            cloudWatch.data.push({
                namespace: input.Namespace ?? '',
                metric: MetricName,
                dimensions: (Dimensions ?? []).map(({ Name, Value: value }) => `${Name}=${value}`).sort(),
                value: Value,
                unit: Unit,
                time: Timestamp ? +Timestamp : world.clock.now(),
            });
        }
        return {};
    }),
};
function operations_named(names) {
    if ((names?.length ?? 0) > mostNames)
        throw validationError(`At most ${mostNames} alarm names in one call`);
    return names ?? [];
}
/** Names that do not exist are no error (CloudWatch API, DisableAlarmActions). */
function setActions({ AlarmNames }, region, enabled) {
    for (const name of operations_named(AlarmNames)) {
        const alarm = region.cloudWatch.alarms.get(name);
        if (!alarm)
            continue;
        alarm.actionsEnabled = enabled;
        region.record('alarm', name, enabled ? 'actions enabled' : 'actions disabled');
    }
    return {};
}
/** By name; only metric alarms exist here, which are also what is meant when no type is named (CloudWatch API, DescribeAlarms). */
function operations_select(input, { alarms }) {
    const { AlarmNamePrefix: prefix = '', StateValue: state, ActionPrefix: action, AlarmTypes: types } = input;
    if (types?.length && !types.includes('MetricAlarm'))
        return [];
    const names = operations_named(input.AlarmNames);
    return [...alarms.values()]
        .filter(({ name }) => (names.length === 0 || names.includes(name)) && name.startsWith(prefix))
        .filter((alarm) => !state || alarm.state === state)
        .filter(({ settings }) => !action || (settings.AlarmActions ?? []).some((one) => one.startsWith(action)))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
}
function cloudwatch_operations_describe(alarm) {
    const { Tags, ...settings } = alarm.settings;
    const { state, stateReason, stateReasonData } = alarm;
    return {
        ...structuredClone(settings),
        AlarmArn: alarm.arn,
        ActionsEnabled: alarm.actionsEnabled,
        OKActions: [...(settings.OKActions ?? [])],
        AlarmActions: [...(settings.AlarmActions ?? [])],
        InsufficientDataActions: [...(settings.InsufficientDataActions ?? [])],
        Dimensions: structuredClone(settings.Dimensions ?? []),
        AlarmConfigurationUpdatedTimestamp: new Date(alarm.configured),
        StateValue: state,
        StateReason: stateReason,
        ...(stateReasonData !== undefined && { StateReasonData: stateReasonData }),
        StateUpdatedTimestamp: new Date(alarm.stateUpdated),
        StateTransitionedTimestamp: new Date(alarm.stateUpdated),
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/code-deploy/operations.js



/** CodeDeploy, as far as it takes to see which deployments are under way, and what they touch. */
const codeDeployOperations = {
    /** Those of one deployment group; of all when neither it nor an application is named (CodeDeploy API, ListDeployments). */
    ListDeployments: operation(['applicationName', 'deploymentGroupName', 'includeOnlyStatuses', 'nextToken'], (input, { codeDeploy }) => {
        const { applicationName, deploymentGroupName, includeOnlyStatuses: statuses, nextToken } = input;
        if (!applicationName !== !deploymentGroupName) {
            const missing = applicationName ? 'DeploymentGroup' : 'Application';
            throw new AwsError(`${missing}NameRequiredException`, `${missing} name is missing`);
        }
        const asked = [...codeDeploy.deployments.values()]
            .filter(({ application }) => !applicationName || application === applicationName)
            .filter(({ deploymentGroup }) => !deploymentGroupName || deploymentGroup === deploymentGroupName)
            .filter(({ status }) => !statuses?.length || statuses.includes(status))
            .reverse();
        const { items, nextToken: next } = page(asked, { nextToken }, 100, 'InvalidNextTokenException');
        return { deployments: items.map(({ id }) => id), nextToken: next };
    }),
    /** 25 at most; unknown ids are left out (CodeDeploy API, BatchGetDeployments). */
    BatchGetDeployments: operation(['deploymentIds'], ({ deploymentIds = [] }, { codeDeploy }) => {
        if (deploymentIds.length > 25)
            throw new AwsError('BatchLimitExceededException', 'The maximum number of deployments is 25');
        const known = deploymentIds.flatMap((id) => codeDeploy.deployments.get(id) ?? []);
        return { deploymentsInfo: known.map(describeDeployment) };
    }),
    BatchGetDeploymentGroups: operation(['applicationName', 'deploymentGroupNames'], (input, { codeDeploy }) => {
        const { applicationName, deploymentGroupNames: names = [] } = input;
        const known = names.flatMap((name) => codeDeploy.targets.get(`${applicationName}/${name}`) ?? []);
        return { deploymentGroupsInfo: known.map(describeTarget) };
    }),
};
function describeDeployment(deployment) {
    const { id, application, deploymentGroup, status, created, ended } = deployment;
    return {
        deploymentId: id,
        applicationName: application,
        deploymentGroupName: deploymentGroup,
        status,
        creator: 'user',
        computePlatform: 'Server',
        createTime: new Date(created),
        startTime: new Date(created),
        ...(ended !== undefined && { completeTime: new Date(ended) }),
    };
}
function describeTarget({ application, deploymentGroup, autoScalingGroups }) {
    return {
        applicationName: application,
        deploymentGroupName: deploymentGroup,
        autoScalingGroups: autoScalingGroups.map((name) => ({ name })),
        computePlatform: 'Server',
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/identifiers.js
/** Makes ids in EC2's long form: a prefix and 17 hexadecimal digits ("Resource IDs" in the EC2 user guide). */
class Identifiers {
    #random;
    constructor(random) {
        this.#random = random;
    }
    next(prefix) {
        return `${prefix}-0${this.#random.hex(16)}`;
    }
}
/** Whether a text looks like an id with this prefix, in the long or in the old short form. */
function isIdentifier(prefix, text) {
    return text.startsWith(`${prefix}-`) && /^([0-9a-f]{8}|[0-9a-f]{17})$/.test(text.slice(prefix.length + 1));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/errors.js


const missing = {
    instance: {
        prefix: 'i',
        notFound: 'InvalidInstanceID.NotFound',
        malformed: 'InvalidInstanceID.Malformed',
        message: (id) => `The instance ID '${id}' does not exist`,
    },
    image: {
        prefix: 'ami',
        notFound: 'InvalidAMIID.NotFound',
        malformed: 'InvalidAMIID.Malformed',
        message: (id) => `The image id '[${id}]' does not exist`,
    },
    snapshot: {
        prefix: 'snap',
        notFound: 'InvalidSnapshot.NotFound',
        malformed: 'InvalidSnapshotID.Malformed',
        message: (id) => `The snapshot '${id}' does not exist.`,
    },
    volume: {
        prefix: 'vol',
        notFound: 'InvalidVolume.NotFound',
        malformed: 'InvalidVolumeID.Malformed',
        message: (id) => `The volume '${id}' does not exist.`,
    },
    networkInterface: {
        prefix: 'eni',
        notFound: 'InvalidNetworkInterfaceID.NotFound',
        malformed: 'InvalidNetworkInterfaceId.Malformed',
        message: (id) => `The networkInterface ID '${id}' does not exist`,
    },
    securityGroup: {
        prefix: 'sg',
        notFound: 'InvalidGroup.NotFound',
        malformed: 'InvalidGroupId.Malformed',
        message: (id) => `The security group '${id}' does not exist`,
    },
    subnet: {
        prefix: 'subnet',
        notFound: 'InvalidSubnetID.NotFound',
        malformed: 'InvalidSubnetID.Malformed',
        message: (id) => `The subnet ID '${id}' does not exist`,
    },
    vpc: {
        prefix: 'vpc',
        notFound: 'InvalidVpcID.NotFound',
        malformed: 'InvalidVpcID.Malformed',
        message: (id) => `The vpc ID '${id}' does not exist`,
    },
    keyPair: {
        prefix: 'key',
        notFound: 'InvalidKeyPair.NotFound',
        malformed: 'InvalidKeyPair.Malformed',
        message: (id) => `The key pair '${id}' does not exist`,
    },
    launchTemplate: {
        prefix: 'lt',
        notFound: 'InvalidLaunchTemplateId.NotFound',
        malformed: 'InvalidLaunchTemplateId.Malformed',
        message: (id) => `The specified launch template, with template ID ${id}, does not exist.`,
    },
};
/** The error for an id that stands for nothing in this region. */
function notFound(kind, id) {
    const { prefix, notFound: code, malformed, message } = missing[kind];
    if (isIdentifier(prefix, id))
        return new AwsError(code, message(id));
    return new AwsError(malformed, `Invalid id: "${id}" (expecting "${prefix}-...")`);
}
/** The kind of resource that an id stands for, by its prefix. */
function kindOf(id) {
    const prefix = id.slice(0, id.indexOf('-'));
    return Object.keys(missing).find((kind) => missing[kind].prefix === prefix);
}
/**
 * Finds each id, in the order asked for.
 * @throws {AwsError} for the first that is not there: one unknown id fails the whole call (EC2 API, DescribeInstances).
 */
function findAll(kind, ids, items) {
    return ids.map((id) => errors_find(kind, id, items));
}
/** @throws {AwsError} when nothing has this id. */
function errors_find(kind, id, items) {
    const item = items.get(id ?? '');
    if (item === undefined)
        throw notFound(kind, id ?? '');
    return item;
}
function invalidValue(message) {
    return new AwsError('InvalidParameterValue', message);
}
function missingParameter(name) {
    return new AwsError('MissingParameter', `The request must contain the parameter ${name}`);
}
function invalidCombination(message) {
    return new AwsError('InvalidParameterCombination', message);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/ec2-operation.js




/** An operation of EC2's. All of them take DryRun, which answers with an error either way (EC2 API, "Common parameters"). */
function ec2Operation(accepts, run) {
    return operation([...accepts, 'DryRun'], (input, region) => {
        if (input.DryRun) {
            throw new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
        }
        return run(input, region.ec2);
    });
}
/** The parameters of a describe that filters and pages. */
const listing = ['Filters.Name', 'Filters.Values', 'MaxResults', 'NextToken'];
/**
 * One page of a describe. Most of EC2's take 5 to 1,000 as MaxResults (EC2 API, DescribeInstances).
 * @throws {AwsError} InvalidParameterValue for another MaxResults, InvalidNextToken for a token of no page.
 */
function pageOf(items, input, fewest = 5, most = 1_000) {
    const { MaxResults, NextToken } = input;
    if (MaxResults !== undefined && (MaxResults < fewest || MaxResults > most)) {
        throw invalidValue(`Value ( ${MaxResults} ) for parameter maxResults is invalid. Expecting a value from ${fewest} to ${most}.`);
    }
    return page(items, { maxResults: MaxResults, nextToken: NextToken || undefined }, most);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/sharing.js
/** Packer says the same in both forms at once, which is fine: a set holds each only once. */
function changeSharing(sharedWith, { change, operation, accounts, groups }) {
    const added = (change?.Add ?? []).map(nameOf);
    const removed = (change?.Remove ?? []).map(nameOf);
    const named = [...(accounts ?? []), ...(groups ?? [])];
    if (operation === 'remove')
        removed.push(...named);
    else if (operation === 'add' || removed.length === 0)
        added.push(...named);
    for (const name of removed)
        sharedWith.delete(name);
    for (const name of added)
        if (name)
            sharedWith.add(name);
}
function nameOf({ UserId, Group }) {
    return UserId || Group || '';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/image-attribute-operations.js



/**
 * Launch permissions in both of the API's forms, the description, and support of IMDSv2, which can be set but not taken
 * back (EC2 API, ModifyImageAttribute).
 */
const modifyImageAttribute = ec2Operation([
    ...[
        'ImageId',
        'Attribute',
        'Value',
        'Description.Value',
        'ImdsSupport.Value',
        'OperationType',
        'UserIds',
        'UserGroups',
    ],
    ...['Add', 'Remove'].flatMap((change) => [`LaunchPermission.${change}.UserId`, `LaunchPermission.${change}.Group`]),
], (input, ec2) => {
    const image = ec2.imageRegistry.findOwn(input.ImageId);
    const description = input.Attribute === 'description' ? input.Value : input.Description?.Value;
    if (description !== undefined)
        image.description = description;
    const imds = input.Attribute === 'imdsSupport' ? input.Value : input.ImdsSupport?.Value;
    if (imds !== undefined && imds !== 'v2.0')
        throw invalidValue('ImdsSupport can only be set to v2.0');
    if (imds !== undefined)
        image.imdsSupport = imds;
    changeSharing(image.launchPermissions, {
        change: input.LaunchPermission,
        operation: input.OperationType,
        accounts: input.UserIds,
        groups: input.UserGroups,
    });
    ec2.region.record('image', image.id, 'attributes changed');
    return {};
});
const describeImageAttribute = ec2Operation(['ImageId', 'Attribute'], ({ ImageId, Attribute }, ec2) => {
    const image = ec2.imageRegistry.findOwn(ImageId);
    if (Attribute === 'description')
        return { ImageId: image.id, Description: { Value: image.description } };
    if (Attribute === 'imdsSupport') {
        return { ImageId: image.id, ...(image.imdsSupport && { ImdsSupport: { Value: image.imdsSupport } }) };
    }
    if (Attribute !== 'launchPermission')
        throw invalidValue('The sandbox knows these attributes: description, imdsSupport, launchPermission');
    const LaunchPermissions = [...image.launchPermissions].map((who) => (who === 'all' ? { Group: 'all' } : { UserId: who }));
    return { ImageId: image.id, LaunchPermissions };
});
const image_attribute_operations_minute = 60_000;
const enableImageDeprecation = ec2Operation(['ImageId', 'DeprecateAt'], ({ ImageId, DeprecateAt }, ec2) => {
    const image = ec2.imageRegistry.findOwn(ImageId);
    if (!DeprecateAt)
        throw missingParameter('DeprecateAt');
    const time = new Date(DeprecateAt).getTime();
    if (time < ec2.region.world.clock.now())
        throw invalidValue('DeprecateAt must be in the future');
    // Seconds are rounded to the nearest minute (EC2 API, EnableImageDeprecation).
    image.deprecatedFrom = Math.round(time / image_attribute_operations_minute) * image_attribute_operations_minute;
    ec2.region.record('image', image.id, 'deprecation enabled');
    return { Return: true };
});
const disableImageDeprecation = ec2Operation(['ImageId'], ({ ImageId }, ec2) => {
    const image = ec2.imageRegistry.findOwn(ImageId);
    image.deprecatedFrom = undefined;
    ec2.region.record('image', image.id, 'deprecation disabled');
    return { Return: true };
});
const enableImageDeregistrationProtection = ec2Operation(['ImageId', 'WithCooldown'], ({ ImageId, WithCooldown }, ec2) => {
    const protection = WithCooldown ? 'enabled-with-cooldown' : 'enabled-without-cooldown';
    ec2.imageRegistry.protect(ec2.imageRegistry.findOwn(ImageId), protection);
    return { Return: protection };
});
const disableImageDeregistrationProtection = ec2Operation(['ImageId'], ({ ImageId }, ec2) => {
    ec2.imageRegistry.protect(ec2.imageRegistry.findOwn(ImageId), 'disabled');
    return { Return: 'disabled' };
});
const imageAttributeOperations = {
    DescribeImageAttribute: describeImageAttribute,
    DisableImageDeprecation: disableImageDeprecation,
    DisableImageDeregistrationProtection: disableImageDeregistrationProtection,
    EnableImageDeprecation: enableImageDeprecation,
    EnableImageDeregistrationProtection: enableImageDeregistrationProtection,
    ModifyImageAttribute: modifyImageAttribute,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/filters.js

/**
 * Keeps what passes every filter; a filter passes when any of its values matches. Values may hold `*` and `?`, and a
 * backslash takes their meaning away; upper and lower case differ (EC2 user guide, "Filter your resources").
 * @throws {AwsError} InvalidParameterValue for a filter that the operation does not have.
 */
function filters_filtered(items, filters, fields) {
    let kept = Array.isArray(items) ? items : [...items];
    for (const { Name = '', Values = [] } of filters ?? []) {
        const read = fieldFor(Name, fields);
        const tests = Values.map(testFor);
        kept = kept.filter((item) => filters_passes(read(item), tests));
    }
    return kept;
}
function fieldFor(name, fields) {
    if (name.startsWith('tag:'))
        return (item) => item.tags.get(name.slice('tag:'.length));
    if (name === 'tag-key')
        return (item) => [...item.tags.keys()];
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field)
        throw invalidValue(`The filter '${name}' is invalid`);
    return field;
}
function filters_passes(value, tests) {
    if (value === undefined)
        return false;
    if (typeof value === 'string')
        return tests.some((test) => test(value));
    return value.some((one) => tests.some((test) => test(one)));
}
function testFor(pattern) {
    if (!/[*?\\]/.test(pattern))
        return (value) => value === pattern;
    const source = pattern.replace(/\\(.)|[\s\S]/g, (found, escaped) => {
        if (escaped !== undefined)
            return literally(escaped);
        if (found === '*')
            return '[\\s\\S]*';
        return found === '?' ? '[\\s\\S]' : literally(found);
    });
    const expression = new RegExp(`^${source}$`);
    return (value) => expression.test(value);
}
function literally(character) {
    return character.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/image.js
const rootDeviceName = '/dev/xvda';
/** The name of the device that an image boots from. */
function rootOf({ blockDevices }) {
    return blockDevices[0]?.deviceName ?? rootDeviceName;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/tags.js


/** Tags that the account itself wrote; those of AWS's own do not count (EC2 user guide, "Tag restrictions"). */
const mostTags = 50;
/** Tags as a describe shows them. */
function tagList(tags) {
    const list = [];
    for (const [Key, Value] of tags)
        list.push({ Key, Value });
    return list;
}
/** The tags that a request's TagSpecifications give to one type of resource. @throws {AwsError} as {@link addTags} does. */
function tags_tagsFor(type, specifications) {
    const tags = specifications?.filter(({ ResourceType }) => ResourceType === type).flatMap(({ Tags }) => Tags ?? []) ?? [];
    return newTags(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
}
/** @throws {AwsError} as {@link addTags} does; InvalidParameterValue for a key that comes twice. */
function newTags(pairs) {
    const tags = new Map();
    for (const [key, value] of pairs) {
        if (tags.has(key))
            throw invalidValue(`Duplicate tag key '${key}' specified.`);
        tags.set(key, value);
    }
    checkTags(tags, tags);
    return tags;
}
/**
 * Looks whether these tags could join those that are there.
 * @throws {AwsError} InvalidParameterValue for AWS's own prefix or a length, TagLimitExceeded above 50
 * (EC2 user guide, "Tag restrictions").
 */
function checkTags(present, added) {
    for (const [key, value] of added) {
        refuseReserved(key);
        if (key.length < 1 || key.length > 128)
            throw invalidValue(`Tag key '${key}' must be 1 to 128 characters long`);
        if (value.length > 256)
            throw invalidValue(`The value of tag '${key}' exceeds the maximum length of 256 characters`);
    }
    let count = 0;
    for (const key of present.keys())
        if (!isReserved(key))
            count++;
    for (const key of added.keys())
        if (!present.has(key))
            count++;
    if (count > mostTags) {
        throw new AwsError('TagLimitExceeded', `The maximum number of Tags (${mostTags}) for a resource has been reached.`);
    }
}
/** @throws {AwsError} for a key that only AWS itself may write or delete. */
function refuseReserved(key) {
    if (isReserved(key))
        throw invalidValue(`Tag keys starting with 'aws:' are reserved for internal use`);
}
function isReserved(key) {
    return key.slice(0, 4).toLowerCase() === 'aws:';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/image-describe-operations.js





const filterFields = {
    'image-id': ({ id }) => id,
    name: ({ name }) => name,
    description: ({ description }) => description,
    state: ({ state }) => state,
    architecture: ({ architecture }) => architecture,
    'creation-date': (image) => creationDate(image),
    'owner-id': (image) => ownerId(image),
    'owner-alias': ({ owner }) => (owner === 'amazon' ? owner : undefined),
    'is-public': ({ launchPermissions }) => String(launchPermissions.has('all')),
    'source-instance-id': ({ sourceInstanceId }) => sourceInstanceId,
    'source-image-id': ({ sourceImageId }) => sourceImageId,
    'source-image-region': ({ sourceImageRegion }) => sourceImageRegion,
    'block-device-mapping.snapshot-id': ({ blockDevices }) => blockDevices.flatMap(({ snapshotId }) => snapshotId ?? []),
    'image-type': () => 'machine',
    'root-device-type': () => 'ebs',
    'root-device-name': (image) => rootOf(image),
    'virtualization-type': () => 'hvm',
    hypervisor: () => 'xen',
    'ena-support': () => 'true',
};
const describeImages = ec2Operation(['ImageIds', 'Owners', 'IncludeDeprecated', 'IncludeDisabled', ...listing], (input, ec2) => {
    const asked = input.ImageIds?.length ? findAll('image', input.ImageIds, ec2.images) : listed(input, ec2);
    const owned = input.Owners?.length ? asked.filter((image) => isOwnedBy(image, input.Owners ?? [], ec2)) : asked;
    const { items, nextToken } = pageOf(filters_filtered(owned, input.Filters, filterFields), input, 1);
    return { Images: items.map((image) => image_describe_operations_describe(image)), NextToken: nextToken };
});
/** Without ids, a deprecated image is shown to its owner only, or when asked for (EC2 API, DescribeImages). */
function listed({ IncludeDeprecated }, ec2) {
    const { account, clock } = ec2.region.world;
    return [...ec2.images.values()].filter(({ owner, deprecatedFrom }) => IncludeDeprecated || owner === account || deprecatedFrom === undefined || deprecatedFrom > clock.now());
}
function isOwnedBy(image, owners, ec2) {
    const isOwn = image.owner === ec2.region.world.account;
    return owners.includes(image.owner) || owners.includes(ownerId(image)) || (isOwn && owners.includes('self'));
}
/** Amazon's account for its own Linux images. */
function ownerId({ owner }) {
    return owner === 'amazon' ? '137112412989' : owner;
}
function creationDate({ createdAt }) {
    return new Date(createdAt).toISOString();
}
function image_describe_operations_describe(image) {
    const description = {
        ImageId: image.id,
        Name: image.name,
        Description: image.description,
        State: image.state,
        Architecture: image.architecture,
        CreationDate: creationDate(image),
        OwnerId: ownerId(image),
        ImageLocation: `${ownerId(image)}/${image.name}`,
        ImageType: 'machine',
        Public: image.launchPermissions.has('all'),
        RootDeviceName: rootOf(image),
        RootDeviceType: 'ebs',
        VirtualizationType: 'hvm',
        Hypervisor: 'xen',
        EnaSupport: true,
        PlatformDetails: image.platform === 'Windows' ? 'Windows' : 'Linux/UNIX',
        UsageOperation: 'RunInstances',
        DeregistrationProtection: image.protection,
        BlockDeviceMappings: image.blockDevices.map((device) => ({
            DeviceName: device.deviceName,
            Ebs: {
                SnapshotId: device.snapshotId,
                VolumeSize: device.size,
                VolumeType: device.volumeType,
                DeleteOnTermination: device.deleteOnTermination,
                Encrypted: device.encrypted,
            },
        })),
        Tags: tagList(image.tags),
    };
    if (image.platform === 'Windows')
        description.Platform = 'windows';
    if (image.owner === 'amazon')
        description.ImageOwnerAlias = 'amazon';
    if (image.sourceInstanceId)
        description.SourceInstanceId = image.sourceInstanceId;
    if (image.sourceImageId)
        description.SourceImageId = image.sourceImageId;
    if (image.sourceImageRegion)
        description.SourceImageRegion = image.sourceImageRegion;
    if (image.stateReason)
        description.StateReason = { Code: 'Server.InternalError', Message: image.stateReason };
    if (image.imdsSupport)
        description.ImdsSupport = image.imdsSupport;
    if (image.deprecatedFrom)
        description.DeprecationTime = new Date(image.deprecatedFrom).toISOString();
    return description;
}
const imageDescribeOperations = { DescribeImages: describeImages };

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/volumes.js
/** The EBS volumes of one region: made and deleted with their instances. */
class Volumes {
    all = new Map();
    #ids;
    constructor(ids) {
        this.#ids = ids;
    }
    /** Makes an instance's disks; gives their ids, the root volume's first. */
    create(devices, owner, tags) {
        return devices.map((device) => {
            const id = this.#ids.next('vol');
            this.all.set(id, { ...device, ...owner, id, tags: new Map(tags) });
            return id;
        });
    }
    /** A terminated instance's disks are deleted, or stay behind if they were made so (DeleteOnTermination). */
    release(volumeIds) {
        for (const id of volumeIds) {
            const volume = this.all.get(id);
            if (volume?.deleteOnTermination)
                this.all.delete(id);
            else if (volume)
                volume.instanceId = undefined;
        }
    }
}
/** An image's disks with a request's wishes laid over them, by device name (EC2 user guide, "Block device mappings"). */
function devicesWith(devices, mappings) {
    if (!mappings?.length)
        return devices;
    const merged = new Map(devices.map((device) => [device.deviceName, device]));
    for (const { DeviceName = '', Ebs, NoDevice } of mappings) {
        const present = merged.get(DeviceName);
        if (NoDevice !== undefined)
            merged.delete(DeviceName);
        else if (Ebs) {
            merged.set(DeviceName, {
                deviceName: DeviceName,
                snapshotId: Ebs.SnapshotId || present?.snapshotId,
                size: Ebs.VolumeSize ?? present?.size ?? 8,
                volumeType: Ebs.VolumeType ?? present?.volumeType ?? 'gp3',
                deleteOnTermination: Ebs.DeleteOnTermination ?? present?.deleteOnTermination ?? false,
                encrypted: Ebs.Encrypted ?? present?.encrypted ?? false,
            });
        }
    }
    return [...merged.values()];
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/image-operations.js






/** A running instance is rebooted for it, unless NoReboot says otherwise (EC2 API, CreateImage). */
const createImage = ec2Operation(['InstanceId', 'Name', 'Description', 'NoReboot', 'TagSpecifications.*'], (input, ec2) => {
    if (!input.InstanceId)
        throw missingParameter('InstanceId');
    if (!input.Name)
        throw missingParameter('Name');
    const instance = ec2.fleet.findVisible(input.InstanceId);
    if (instance.state !== 'running' && instance.state !== 'stopped') {
        throw new AwsError('IncorrectInstanceState', `The instance '${instance.id}' is neither running nor stopped.`);
    }
    const settings = {
        name: input.Name,
        description: input.Description,
        tags: tags_tagsFor('image', input.TagSpecifications),
        snapshotTags: tags_tagsFor('snapshot', input.TagSpecifications),
    };
    const reboots = instance.state === 'running' && !input.NoReboot;
    const image = ec2.imageRegistry.capture(instance, settings, (capture) => reboots ? ec2.fleet.reboot(instance.id, capture) : capture());
    return { ImageId: image.id };
});
/** Tags come along only if asked for, and never AWS's own (EC2 API, CopyImage). */
const copyImage = ec2Operation([
    ...['SourceImageId', 'SourceRegion', 'Name', 'Description', 'ClientToken', 'Encrypted', 'KmsKeyId'],
    ...['CopyImageTags', 'TagSpecifications.*'],
], (input, ec2) => {
    if (!input.SourceRegion)
        throw missingParameter('SourceRegion');
    if (!input.Name)
        throw missingParameter('Name');
    const { Name: name, Description: description, SourceRegion, TagSpecifications } = input;
    const source = ec2.region.world.region(SourceRegion).ec2.imageRegistry.find(input.SourceImageId);
    if (source.state !== 'available') {
        throw new AwsError('InvalidAMIID.Unavailable', `The image ID '${source.id}' is not available: it is ${source.state}`);
    }
    const asked = tags_tagsFor('image', TagSpecifications);
    const tags = input.CopyImageTags ? newTags(new Map([...ownTags(source), ...asked])) : asked;
    const settings = { name, description, tags, snapshotTags: tags_tagsFor('snapshot', TagSpecifications) };
    const image = ec2.clientTokens.once('CopyImage', input, () => ec2.imageRegistry.copy(source, SourceRegion, settings, input.Encrypted ?? false));
    return { ImageId: image.id };
});
function ownTags({ tags }) {
    return [...tags].filter(([key]) => !key.startsWith('aws:'));
}
const registerImage = ec2Operation([
    ...['Name', 'Description', 'Architecture', 'RootDeviceName', 'VirtualizationType', 'BlockDeviceMappings.*'],
    ...['EnaSupport', 'TagSpecifications.*'],
], (input, ec2) => {
    if (!input.Name)
        throw missingParameter('Name');
    if (input.VirtualizationType && input.VirtualizationType !== 'hvm')
        throw invalidValue('The sandbox has hvm images only');
    const root = input.RootDeviceName || rootDeviceName;
    const devices = devicesWith([], input.BlockDeviceMappings?.map(deletedByDefault)).map((device) => sized(device, ec2));
    const rootFirst = devices.sort((one, other) => Number(other.deviceName === root) - Number(one.deviceName === root));
    if (!rootFirst[0]?.snapshotId)
        throw missingParameter('BlockDeviceMapping.Ebs.SnapshotId of the root device');
    const settings = {
        name: input.Name,
        description: input.Description,
        tags: tags_tagsFor('image', input.TagSpecifications),
    };
    return { ImageId: ec2.imageRegistry.register(settings, input.Architecture ?? 'x86_64', rootFirst).id };
});
/** A disk goes with its instance, unless the request says otherwise. */
function deletedByDefault(mapping) {
    return mapping.Ebs ? { ...mapping, Ebs: { DeleteOnTermination: true, ...mapping.Ebs } } : mapping;
}
/** A disk is at least as large as its snapshot. */
function sized(device, ec2) {
    if (!device.snapshotId)
        return device;
    return { ...device, size: Math.max(device.size, ec2.snapshots.find(device.snapshotId).size) };
}
/** Snapshots stay unless asked for; one that another image uses stays in any case (EC2 API, DeregisterImage). */
const deregisterImage = ec2Operation(['ImageId', 'DeleteAssociatedSnapshots'], (input, ec2) => {
    const image = ec2.imageRegistry.findOwn(input.ImageId);
    ec2.imageRegistry.deregister(image);
    if (!input.DeleteAssociatedSnapshots)
        return { Return: true };
    return {
        Return: true,
        DeleteSnapshotResults: image.blockDevices.flatMap((device) => deleted(device.snapshotId, ec2)),
    };
});
function deleted(SnapshotId, ec2) {
    if (!SnapshotId || !ec2.snapshots.all.has(SnapshotId))
        return [];
    if (ec2.snapshots.usersOf(SnapshotId).length > 0)
        return [{ SnapshotId, ReturnCode: 'skipped' }];
    ec2.snapshots.delete(SnapshotId);
    return [{ SnapshotId, ReturnCode: 'success' }];
}
const imageOperations = {
    CopyImage: copyImage,
    CreateImage: createImage,
    DeregisterImage: deregisterImage,
    RegisterImage: registerImage,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/instance.js
/** EC2's names for the states of an instance, with the codes that DescribeInstances shows (EC2 API, InstanceState). */
const instanceStateCodes = {
    pending: 0,
    running: 16,
    'shutting-down': 32,
    terminated: 48,
    stopping: 64,
    stopped: 80,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/launched-instance.js
/** Whether it still is, or may again be, a machine with a disk and an address. */
function isAlive({ state }) {
    return state !== 'terminated' && state !== 'shutting-down';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/instance-descriptions.js



/** Instances as DescribeInstances shows them: those of one launch together. */
function reservationsOf(instances, ec2) {
    const reservations = [];
    let last;
    for (const instance of instances) {
        if (!last || last.ReservationId !== instance.reservationId) {
            last = { ReservationId: instance.reservationId, OwnerId: ec2.region.world.account, Groups: [], Instances: [] };
            reservations.push(last);
        }
        last.Instances?.push(instance_descriptions_describeInstance(instance, ec2));
    }
    return reservations;
}
/** One instance. A terminated one has lost its disks, its address and its network (EC2 user guide, "Terminate your instance"). */
function instance_descriptions_describeInstance(instance, ec2) {
    const { state } = instance;
    const description = {
        InstanceId: instance.id,
        ImageId: instance.imageId,
        InstanceType: instance.instanceType,
        State: { Code: instanceStateCodes[state], Name: state },
        LaunchTime: new Date(instance.launchTime),
        Placement: { AvailabilityZone: instance.availabilityZone, Tenancy: 'default' },
        Architecture: instance.architecture,
        RootDeviceName: instance.rootDeviceName,
        RootDeviceType: 'ebs',
        VirtualizationType: 'hvm',
        Hypervisor: 'xen',
        Monitoring: { State: 'disabled' },
        EbsOptimized: instance.ebsOptimized,
        MetadataOptions: instance.metadataOptions,
        StateTransitionReason: transitionReason(instance),
        Tags: tagList(instance.tags),
    };
    if (instance.stateReason)
        description.StateReason = { Code: instance.stateReason.code, Message: instance.stateReason.message };
    // Left out for Linux (EC2 API, Instance).
    if (instance.platform === 'Windows')
        description.Platform = 'windows';
    if (instance.keyName)
        description.KeyName = instance.keyName;
    if (instance.clientToken)
        description.ClientToken = instance.clientToken;
    if (instance.spot)
        description.InstanceLifecycle = 'spot';
    if (instance.iamInstanceProfile) {
        description.IamInstanceProfile = { Arn: profileArn(instance.iamInstanceProfile, ec2), Id: 'AIPASANDBOX' };
    }
    return state === 'terminated' ? description : Object.assign(description, attachmentsOf(instance, ec2));
}
function attachmentsOf(instance, ec2) {
    const { subnetId, vpcId, privateIpAddress, state } = instance;
    const address = publicAddress(instance);
    const SecurityGroups = instance.securityGroupIds.map((GroupId) => ({
        GroupId,
        GroupName: ec2.securityGroups.all.get(GroupId)?.name,
    }));
    return {
        SubnetId: subnetId,
        VpcId: vpcId,
        PrivateIpAddress: privateIpAddress,
        PrivateDnsName: `ip-${privateIpAddress.replaceAll('.', '-')}.${ec2.region.name}.compute.internal`,
        PublicDnsName: '',
        ...(address && { PublicIpAddress: address }),
        SecurityGroups,
        SourceDestCheck: true,
        BlockDeviceMappings: instance.volumeIds.map((VolumeId) => {
            const volume = ec2.volumes.all.get(VolumeId);
            return {
                DeviceName: volume?.deviceName,
                Ebs: {
                    VolumeId,
                    Status: state === 'pending' ? 'attaching' : 'attached',
                    DeleteOnTermination: volume?.deleteOnTermination,
                    AttachTime: new Date(instance.launchTime),
                },
            };
        }),
        NetworkInterfaces: [networkInterface(instance, SecurityGroups)],
    };
}
function networkInterface({ networkInterface: { id }, subnetId, vpcId, privateIpAddress }, Groups) {
    return {
        NetworkInterfaceId: id,
        SubnetId: subnetId,
        VpcId: vpcId,
        PrivateIpAddress: privateIpAddress,
        Status: 'in-use',
        Groups,
        Attachment: { DeviceIndex: 0, Status: 'attached', DeleteOnTermination: true },
    };
}
/** The sandbox has one network, so the public address is the private one; only a running instance has it. */
function publicAddress(instance) {
    return instance.state === 'running' && instance.networkInterface.isPublic ? instance.privateIpAddress : undefined;
}
function profileArn(profile, ec2) {
    return profile.startsWith('arn:') ? profile : `arn:aws:iam::${ec2.region.world.account}:instance-profile/${profile}`;
}
/** What DescribeInstances can filter by. */
function instanceFilterFields(ec2) {
    const groupName = ({ securityGroupIds }) => securityGroupIds.map((id) => ec2.securityGroups.all.get(id)?.name ?? '');
    const whileAlive = (read) => (instance) => isAlive(instance) ? read(instance) : undefined;
    return {
        'instance-id': ({ id }) => id,
        'instance-state-name': ({ state }) => state,
        'instance-state-code': ({ state }) => String(instanceStateCodes[state]),
        'instance-type': ({ instanceType }) => instanceType,
        'instance-lifecycle': ({ spot }) => (spot ? 'spot' : undefined),
        'image-id': ({ imageId }) => imageId,
        architecture: ({ architecture }) => architecture,
        'availability-zone': ({ availabilityZone }) => availabilityZone,
        'vpc-id': whileAlive(({ vpcId }) => vpcId),
        'subnet-id': whileAlive(({ subnetId }) => subnetId),
        'private-ip-address': whileAlive(({ privateIpAddress }) => privateIpAddress),
        'ip-address': publicAddress,
        'key-name': ({ keyName }) => keyName,
        'client-token': ({ clientToken }) => clientToken,
        'reservation-id': ({ reservationId }) => reservationId,
        'owner-id': () => ec2.region.world.account,
        'iam-instance-profile.arn': ({ iamInstanceProfile }) => iamInstanceProfile && profileArn(iamInstanceProfile, ec2),
        'instance.group-id': ({ securityGroupIds }) => securityGroupIds,
        'instance.group-name': groupName,
        'group-id': ({ securityGroupIds }) => securityGroupIds,
        'group-name': groupName,
    };
}
/** EC2 API, Instance: free text for what a user did, the code for what AWS did. */
function transitionReason({ stateReason }) {
    if (!stateReason)
        return '';
    return stateReason.code.startsWith('Client.User') ? 'User initiated' : stateReason.code;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/instance-describe-operations.js





/** By id, or all. Ids and MaxResults are exclusive (EC2 API, DescribeInstances). */
function asked({ InstanceIds, MaxResults }, ec2) {
    if (!InstanceIds?.length)
        return ec2.fleet.visible();
    if (MaxResults !== undefined) {
        throw invalidCombination('The parameter instancesSet cannot be used with the parameter maxResults');
    }
    return InstanceIds.map((id) => ec2.fleet.findVisible(id));
}
const describeInstances = ec2Operation(['InstanceIds', ...listing], (input, ec2) => {
    let instances = asked(input, ec2);
    if (input.Filters?.length)
        instances = filters_filtered(instances, input.Filters, instanceFilterFields(ec2));
    const { items, nextToken } = pageOf(instances, input);
    return { Reservations: reservationsOf(items, ec2), NextToken: nextToken };
});
/** The checks of a fresh machine pass after a while; how long is a model's figure, AWS gives none. */
function checksOf({ state, runningSince }, ec2) {
    if (state !== 'running' || runningSince === undefined)
        return 'not-applicable';
    const { clock, profile } = ec2.region.world;
    return clock.now() - runningSince >= profile.boot[1] ? 'ok' : 'initializing';
}
function statusFilterFields(ec2) {
    return {
        'availability-zone': ({ availabilityZone }) => availabilityZone,
        'instance-state-name': ({ state }) => state,
        'instance-state-code': ({ state }) => String(instanceStateCodes[state]),
        'instance-status.status': (instance) => checksOf(instance, ec2),
        'system-status.status': (instance) => checksOf(instance, ec2),
    };
}
/** Only running instances, unless IncludeAllInstances asks for the others too (EC2 API, DescribeInstanceStatus). */
const describeInstanceStatus = ec2Operation(['InstanceIds', 'IncludeAllInstances', ...listing], (input, ec2) => {
    const shown = asked(input, ec2).filter(({ state }) => input.IncludeAllInstances || state === 'running');
    const { items, nextToken } = pageOf(filters_filtered(shown, input.Filters, statusFilterFields(ec2)), input);
    return {
        InstanceStatuses: items.map((instance) => {
            const status = checksOf(instance, ec2);
            const summary = { Status: status };
            return {
                InstanceId: instance.id,
                AvailabilityZone: instance.availabilityZone,
                InstanceState: { Code: instanceStateCodes[instance.state], Name: instance.state },
                InstanceStatus: summary,
                SystemStatus: summary,
                Events: [],
            };
        }),
        NextToken: nextToken,
    };
});
const attributes = {
    ebsOptimized: ({ ebsOptimized }) => ({ EbsOptimized: { Value: ebsOptimized } }),
    groupSet: ({ securityGroupIds }) => ({ Groups: securityGroupIds.map((GroupId) => ({ GroupId })) }),
    instanceInitiatedShutdownBehavior: ({ shutdownBehavior }) => ({
        InstanceInitiatedShutdownBehavior: { Value: shutdownBehavior },
    }),
    instanceType: ({ instanceType }) => ({ InstanceType: { Value: instanceType } }),
    userData: ({ userData }) => ({ UserData: { Value: userData } }),
};
const describeInstanceAttribute = ec2Operation(['InstanceId', 'Attribute'], ({ InstanceId, Attribute }, ec2) => {
    if (!InstanceId)
        throw missingParameter('InstanceId');
    const read = attributes[Attribute ?? ''];
    if (!read)
        throw invalidValue(`The sandbox knows these attributes: ${Object.keys(attributes).join(', ')}`);
    return { InstanceId, ...read(ec2.fleet.findVisible(InstanceId)) };
});
const instanceDescribeOperations = {
    DescribeInstanceAttribute: describeInstanceAttribute,
    DescribeInstances: describeInstances,
    DescribeInstanceStatus: describeInstanceStatus,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/security-groups.js


const everywhere = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
/** The security groups of one region; each VPC begins with one by the name `default`. */
class SecurityGroups {
    all = new Map();
    #region;
    #ids;
    constructor(region, ids, defaultVpcId) {
        this.#region = region;
        this.#ids = ids;
        const group = this.#add('default', 'default VPC security group', defaultVpcId, new Map());
        group.rules.ingress.push({ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: group.id }] });
    }
    /** @throws {AwsError} InvalidGroup.NotFound */
    find(id) {
        return errors_find('securityGroup', id, this.all);
    }
    named(name, vpcId) {
        for (const group of this.all.values())
            if (group.name === name && group.vpcId === vpcId)
                return group;
        return undefined;
    }
    /** @throws {AwsError} InvalidGroup.Duplicate: names are unique in a VPC (EC2 API, CreateSecurityGroup). */
    create(name, description, vpcId, tags) {
        if (this.named(name, vpcId)) {
            throw new AwsError('InvalidGroup.Duplicate', `The security group '${name}' already exists for VPC '${vpcId}'`);
        }
        const group = this.#add(name, description, vpcId, tags);
        this.#region.record('security-group', group.id, 'created');
        return group;
    }
    delete(group) {
        this.all.delete(group.id);
        this.#region.record('security-group', group.id, 'deleted');
    }
    /** Lets traffic in or out. @throws {AwsError} InvalidPermission.Duplicate for a rule that is there; then none is added. */
    authorize(group, direction, permissions) {
        const added = permissions.flatMap(single);
        for (const rule of added) {
            if (group.rules[direction].some((present) => sameRule(present, rule))) {
                throw new AwsError('InvalidPermission.Duplicate', `the specified rule "${ruleText(rule)}" already exists`);
            }
        }
        group.rules[direction].push(...added);
        this.#region.record('security-group', group.id, `${direction} authorized`);
        return added;
    }
    /** @throws {AwsError} InvalidPermission.NotFound for a rule that is not there; then none is removed. */
    revoke(group, direction, permissions) {
        const removed = permissions.flatMap(single);
        for (const rule of removed) {
            if (!group.rules[direction].some((present) => sameRule(present, rule))) {
                throw new AwsError('InvalidPermission.NotFound', 'The specified rule does not exist in this security group.');
            }
        }
        group.rules[direction] = group.rules[direction].filter((present) => !removed.some((rule) => sameRule(present, rule)));
        this.#region.record('security-group', group.id, `${direction} revoked`);
    }
    #add(name, description, vpcId, tags) {
        const id = this.#ids.next('sg');
        const group = { id, name, description, vpcId, tags, rules: { ingress: [], egress: [structuredClone(everywhere)] } };
        this.all.set(id, group);
        return group;
    }
}
/** A permission may name many peers; each is a rule of its own (EC2 user guide, "Security group rules"). */
function single({ IpProtocol, FromPort, ToPort, ...peers }) {
    const ports = { IpProtocol, FromPort, ToPort };
    return [
        ...(peers.IpRanges ?? []).map((range) => ({ ...ports, IpRanges: [range] })),
        ...(peers.Ipv6Ranges ?? []).map((range) => ({ ...ports, Ipv6Ranges: [range] })),
        ...(peers.UserIdGroupPairs ?? []).map((pair) => ({ ...ports, UserIdGroupPairs: [pair] })),
    ];
}
function sameRule(one, other) {
    return ruleText(one) === ruleText(other);
}
function ruleText({ IpProtocol, FromPort, ToPort, ...rule }) {
    return `peer: ${peerOf(rule)}, ${IpProtocol}, from port: ${FromPort ?? -1}, to port: ${ToPort ?? -1}, ALLOW`;
}
/** The other side of a rule: a range of addresses, or a security group's id. */
function peerOf({ IpRanges, Ipv6Ranges, UserIdGroupPairs }) {
    return IpRanges?.[0]?.CidrIp ?? Ipv6Ranges?.[0]?.CidrIpv6 ?? UserIdGroupPairs?.[0]?.GroupId ?? '';
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/security-group-operations.js






const createSecurityGroup = ec2Operation(['GroupName', 'Description', 'VpcId', 'TagSpecifications.*'], (input, ec2) => {
    if (!input.GroupName)
        throw missingParameter('GroupName');
    if (!input.Description)
        throw missingParameter('GroupDescription');
    const vpc = errors_find('vpc', input.VpcId || ec2.network.defaultVpcId, ec2.network.vpcs);
    const tags = tags_tagsFor('security-group', input.TagSpecifications);
    const group = ec2.securityGroups.create(input.GroupName, input.Description, vpc.id, tags);
    return { GroupId: group.id, Tags: tagList(tags) };
});
/** A group in use, or named by another's rule, stays (EC2 API, DeleteSecurityGroup). */
const deleteSecurityGroup = ec2Operation(['GroupId', 'GroupName'], (input, ec2) => {
    const group = security_group_operations_named(input, ec2);
    if (group.name === 'default') {
        throw new AwsError('CannotDelete', `the specified group: "${group.id}" name: "default" cannot be deleted by a user`);
    }
    const isMentioned = [...ec2.securityGroups.all.values()].some((other) => other !== group && mentions(other, group.id));
    if (isMentioned || ec2.fleet.usesSecurityGroup(group.id)) {
        throw new AwsError('DependencyViolation', `resource ${group.id} has a dependent object`);
    }
    ec2.securityGroups.delete(group);
    return { Return: true, GroupId: group.id };
});
function mentions({ rules }, groupId) {
    return [...rules.ingress, ...rules.egress].some((rule) => peerOf(rule) === groupId);
}
/** By id, or by name in the default VPC. */
function security_group_operations_named({ GroupId, GroupName }, ec2) {
    if (GroupId)
        return ec2.securityGroups.find(GroupId);
    if (!GroupName)
        throw missingParameter('GroupId');
    return securityGroupNamed(GroupName, ec2);
}
/** @throws {AwsError} InvalidGroup.NotFound */
function securityGroupNamed(name, ec2) {
    const { defaultVpcId } = ec2.network;
    const group = ec2.securityGroups.named(name, defaultVpcId);
    if (group)
        return group;
    throw new AwsError('InvalidGroup.NotFound', `The security group '${name}' does not exist in VPC '${defaultVpcId}'`);
}
const permissionParameters = [
    ...['IpProtocol', 'FromPort', 'ToPort', 'IpRanges.*', 'Ipv6Ranges.*', 'UserIdGroupPairs.*'].map((name) => `IpPermissions.${name}`),
    ...['GroupId', 'IpProtocol', 'FromPort', 'ToPort', 'CidrIp'],
];
/** Only the ingress operations take a group by its name (EC2 API, AuthorizeSecurityGroupEgress). */
function parametersFor(direction) {
    return direction === 'ingress' ? [...permissionParameters, 'GroupName'] : permissionParameters;
}
function permissionsOf(input) {
    const { IpPermissions, IpProtocol, FromPort, ToPort, CidrIp } = input;
    if (IpPermissions?.length)
        return IpPermissions;
    if (!IpProtocol || !CidrIp)
        throw missingParameter('ipPermissions');
    return [{ IpProtocol, FromPort, ToPort, IpRanges: [{ CidrIp }] }];
}
function authorize(direction) {
    const accepts = parametersFor(direction);
    return ec2Operation(accepts, (input, ec2) => {
        const group = security_group_operations_named(input, ec2);
        const added = ec2.securityGroups.authorize(group, direction, permissionsOf(input));
        return {
            Return: true,
            SecurityGroupRules: added.map((rule) => ({
                GroupId: group.id,
                GroupOwnerId: ec2.region.world.account,
                IsEgress: direction === 'egress',
                IpProtocol: rule.IpProtocol,
                FromPort: rule.FromPort,
                ToPort: rule.ToPort,
                CidrIpv4: rule.IpRanges?.[0]?.CidrIp,
                CidrIpv6: rule.Ipv6Ranges?.[0]?.CidrIpv6,
                Description: rule.IpRanges?.[0]?.Description,
            })),
        };
    });
}
function revoke(direction) {
    const accepts = parametersFor(direction);
    return ec2Operation(accepts, (input, ec2) => {
        ec2.securityGroups.revoke(security_group_operations_named(input, ec2), direction, permissionsOf(input));
        return { Return: true };
    });
}
const security_group_operations_filterFields = {
    'group-id': ({ id }) => id,
    'group-name': ({ name }) => name,
    'vpc-id': ({ vpcId }) => vpcId,
    description: ({ description }) => description,
};
const describeSecurityGroups = ec2Operation(['GroupIds', 'GroupNames', ...listing], (input, ec2) => {
    const asked = [
        ...(input.GroupIds ?? []).map((id) => ec2.securityGroups.find(id)),
        ...(input.GroupNames ?? []).map((name) => securityGroupNamed(name, ec2)),
    ];
    const all = input.GroupIds?.length || input.GroupNames?.length ? asked : ec2.securityGroups.all.values();
    const { items, nextToken } = pageOf(filters_filtered(all, input.Filters, security_group_operations_filterFields), input);
    return { SecurityGroups: items.map((group) => security_group_operations_describe(group, ec2)), NextToken: nextToken };
});
function security_group_operations_describe(group, ec2) {
    return {
        GroupId: group.id,
        GroupName: group.name,
        Description: group.description,
        VpcId: group.vpcId,
        OwnerId: ec2.region.world.account,
        SecurityGroupArn: ec2.region.arn('ec2', `security-group/${group.id}`),
        IpPermissions: joined(group.rules.ingress),
        IpPermissionsEgress: joined(group.rules.egress),
        Tags: tagList(group.tags),
    };
}
/** Shows rules of one protocol and one range of ports together, as EC2 does. */
function joined(rules) {
    const permissions = new Map();
    for (const { IpProtocol, FromPort, ToPort, IpRanges = [], Ipv6Ranges = [], UserIdGroupPairs = [] } of rules) {
        const key = `${IpProtocol} ${FromPort} ${ToPort}`;
        const found = permissions.get(key);
        permissions.set(key, {
            IpProtocol,
            FromPort,
            ToPort,
            IpRanges: [...(found?.IpRanges ?? []), ...IpRanges],
            Ipv6Ranges: [...(found?.Ipv6Ranges ?? []), ...Ipv6Ranges],
            UserIdGroupPairs: [...(found?.UserIdGroupPairs ?? []), ...UserIdGroupPairs],
        });
    }
    return [...permissions.values()];
}
const securityGroupOperations = {
    AuthorizeSecurityGroupEgress: authorize('egress'),
    AuthorizeSecurityGroupIngress: authorize('ingress'),
    CreateSecurityGroup: createSecurityGroup,
    DeleteSecurityGroup: deleteSecurityGroup,
    DescribeSecurityGroups: describeSecurityGroups,
    RevokeSecurityGroupEgress: revoke('egress'),
    RevokeSecurityGroupIngress: revoke('ingress'),
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/instance-operations.js








const runInstances = ec2Operation([
    ...['ImageId', 'InstanceType', 'MinCount', 'MaxCount', 'KeyName', 'ClientToken', 'UserData', 'EbsOptimized'],
    ...['InstanceInitiatedShutdownBehavior', 'IamInstanceProfile.*', 'Placement.AvailabilityZone', 'SubnetId'],
    ...['SecurityGroupIds', 'SecurityGroups', 'BlockDeviceMappings.*', 'TagSpecifications.*', 'LaunchTemplate.*'],
    ...['DeviceIndex', 'AssociatePublicIpAddress', 'SubnetId', 'Groups', 'DeleteOnTermination', 'Description'].map((name) => `NetworkInterfaces.${name}`),
    ...['MetadataOptions.*', 'InstanceMarketOptions.*', 'CreditSpecification.CpuCredits', 'EnclaveOptions.Enabled'],
    'CapacityReservationSpecification.CapacityReservationPreference',
], (input, ec2) => {
    const count = countOf(input);
    const spec = launchSpec(input, ec2);
    const instances = ec2.clientTokens.once('RunInstances', input, () => {
        const reservationId = ec2.ids.next('r');
        return Array.from({ length: count }, () => ec2.launch({ ...spec, reservationId }));
    });
    return reservationsOf(instances, ec2)[0] ?? {};
});
function countOf({ MinCount, MaxCount }) {
    if (MinCount === undefined)
        throw missingParameter('MinCount');
    if (MaxCount === undefined)
        throw missingParameter('MaxCount');
    if (MinCount < 1 || MaxCount < MinCount) {
        throw invalidValue(`Invalid value '${MinCount}' for instanceCount: MinCount must be from 1 to MaxCount`);
    }
    return MaxCount;
}
/** The template's parameters, and over them those of the request (EC2 API, RunInstances). */
function launchSpec(input, ec2) {
    refuseContradictions(input);
    for (const type of ['instance', 'volume', 'network-interface'])
        tags_tagsFor(type, input.TagSpecifications);
    const template = input.LaunchTemplate;
    const hasTemplate = template?.LaunchTemplateId || template?.LaunchTemplateName;
    const named = (input.SecurityGroups ?? []).map((name) => securityGroupNamed(name, ec2).id);
    return {
        ...(hasTemplate && launchSpecOf(ec2.templateVersion(template))),
        ...specOfData(input),
        ...(input.SubnetId && { SubnetId: input.SubnetId }),
        ...(named.length > 0 && { SecurityGroupIds: [...named, ...(input.SecurityGroupIds ?? [])] }),
        clientToken: input.ClientToken,
    };
}
function refuseContradictions(input) {
    const { NetworkInterfaces, SubnetId, SecurityGroupIds, EnclaveOptions } = input;
    if (EnclaveOptions?.Enabled)
        throw invalidValue('The sandbox has no enclaves');
    if (!NetworkInterfaces?.length)
        return;
    if (NetworkInterfaces.length > 1)
        throw invalidValue('The sandbox gives an instance one network interface only');
    const also = (what) => invalidCombination(`Network interfaces and an instance-level ${what} may not be specified on the same request`);
    if (SubnetId)
        throw also('subnet ID');
    if (SecurityGroupIds?.length)
        throw also('security groups');
}
/** Finds all before it changes any: an unknown id fails the whole call (EC2 API, TerminateInstances). */
function changeAll(ids, ec2, change) {
    if (!ids?.length)
        throw missingParameter('InstanceId');
    const instances = ids.map((id) => ec2.fleet.findVisible(id));
    return instances.map((instance) => {
        const PreviousState = stateOf(instance);
        change(instance.id);
        return { InstanceId: instance.id, PreviousState, CurrentState: stateOf(instance) };
    });
}
function stateOf({ state }) {
    return { Code: instanceStateCodes[state], Name: state };
}
const terminateInstances = ec2Operation(['InstanceIds'], ({ InstanceIds }, ec2) => ({
    TerminatingInstances: changeAll(InstanceIds, ec2, (id) => ec2.terminate(id)),
}));
const stopInstances = ec2Operation(['InstanceIds', 'Force'], ({ InstanceIds }, ec2) => ({
    StoppingInstances: changeAll(InstanceIds, ec2, (id) => ec2.stop(id)),
}));
const startInstances = ec2Operation(['InstanceIds'], ({ InstanceIds }, ec2) => ({
    StartingInstances: changeAll(InstanceIds, ec2, (id) => ec2.start(id)),
}));
const rebootInstances = ec2Operation(['InstanceIds'], ({ InstanceIds }, ec2) => {
    changeAll(InstanceIds, ec2, (id) => ec2.fleet.reboot(id));
    return {};
});
/** Types that the Nitro System does not run: their console is only kept when they start or end (EC2 user guide, "Instance console output"). */
const beforeNitro = /^(t1|t2|m[1-4]|c[1-4]|r[34]|i[23]|d2|x1e?)\./;
/** Base64, as the SDK gives it (EC2 API, GetConsoleOutput). */
const getConsoleOutput = ec2Operation(['InstanceId', 'Latest'], ({ InstanceId, Latest = false }, ec2) => {
    if (!InstanceId)
        throw missingParameter('InstanceId');
    const instance = ec2.fleet.findVisible(InstanceId);
    if (Latest && beforeNitro.test(instance.instanceType)) {
        throw new AwsError('UnsupportedOperation', 'The latest console output is supported on Nitro instances only.');
    }
    const { machines, clock } = ec2.region.world;
    return {
        InstanceId,
        Timestamp: new Date(clock.now()),
        Output: Buffer.from(machines.consoleOutput(instance, Latest)).toString('base64'),
    };
});
const instance_operations_instanceOperations = {
    GetConsoleOutput: getConsoleOutput,
    RebootInstances: rebootInstances,
    RunInstances: runInstances,
    StartInstances: startInstances,
    StopInstances: stopInstances,
    TerminateInstances: terminateInstances,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/instance-types.js

/** Shown when no type is asked for by name. */
const commonTypes = [
    ...['t3.micro', 't3.small', 't3.medium', 't3.large', 't4g.micro', 't4g.small', 't4g.medium', 't4g.large'],
    ...[
        'm5.large',
        'm5.xlarge',
        'm6i.large',
        'm6i.xlarge',
        'm7g.large',
        'c5.large',
        'c6i.large',
        'c7g.large',
        'r5.large',
    ],
];
const vcpusBySize = {
    nano: 2,
    micro: 2,
    small: 2,
    medium: 2,
    large: 2,
    xlarge: 4,
    metal: 96,
};
const burstableMemory = { nano: 512, micro: 1_024, small: 2_048, medium: 4_096 };
/** GiB for each vCPU, by family: compute, general and memory. */
const memoryPerVcpu = { c: 2, r: 8, x: 16 };
/** @throws {AwsError} InvalidInstanceType for a name that no type can have (EC2 user guide, "Naming conventions"). */
function instanceType(name) {
    const [, family = '', options = '', size = ''] = /^([a-z]+)\d+([a-z-]*)\.([a-z0-9-]+)$/.exec(name) ?? [];
    const vcpus = vcpusOf(size);
    if (!family || vcpus === undefined) {
        throw new AwsError('InvalidInstanceType', `The following supplied instance types do not exist: [${name}]`);
    }
    const perVcpu = memoryPerVcpu[family[0] ?? ''] ?? 4;
    return {
        name,
        architecture: options.startsWith('g') || family === 'a' ? 'arm64' : 'x86_64',
        vcpus,
        memoryMiB: burstableMemory[size] ?? vcpus * perVcpu * 1_024,
        burstable: family === 't',
    };
}
function vcpusOf(size) {
    const times = /^(\d+)xlarge$/.exec(size);
    return times ? 4 * Number(times[1]) : vcpusBySize[size.replace(/^metal-.*/, 'metal')];
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/instance-type-operations.js



const noTags = new Map();
const instance_type_operations_filterFields = {
    'instance-type': ({ name }) => name,
    'processor-info.supported-architecture': ({ architecture }) => architecture,
    'vcpu-info.default-vcpus': ({ vcpus }) => String(vcpus),
    'memory-info.size-in-mib': ({ memoryMiB }) => String(memoryMiB),
    'burstable-performance-supported': ({ burstable }) => String(burstable),
    'current-generation': () => 'true',
};
/** Figures follow from a type's name and are rough: nothing in the sandbox depends on them. */
const describeInstanceTypes = ec2Operation(['InstanceTypes', ...listing], (input, _ec2) => {
    const names = input.InstanceTypes?.length ? input.InstanceTypes : commonTypes;
    const types = names.map((name) => ({ ...instanceType(name), tags: noTags }));
    const { items, nextToken } = pageOf(filters_filtered(types, input.Filters, instance_type_operations_filterFields), input);
    return {
        InstanceTypes: items.map((type) => ({
            InstanceType: type.name,
            CurrentGeneration: true,
            BurstablePerformanceSupported: type.burstable,
            ProcessorInfo: { SupportedArchitectures: [type.architecture] },
            VCpuInfo: { DefaultVCpus: type.vcpus },
            MemoryInfo: { SizeInMiB: type.memoryMiB },
            SupportedRootDeviceTypes: ['ebs'],
            SupportedVirtualizationTypes: ['hvm'],
            SupportedUsageClasses: ['on-demand', 'spot'],
        })),
        NextToken: nextToken,
    };
});
const instanceTypeOperations = { DescribeInstanceTypes: describeInstanceTypes };

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/key-pairs.js


/** For a name or an id: EC2 answers both alike. */
function keyPairNotFound(name) {
    return new AwsError('InvalidKeyPair.NotFound', `The key pair '${name}' does not exist`);
}
/** Makes real keys, so that real machines can let their owner in (EC2 API, CreateKeyPair). */
function makeKeys(type) {
    return type === 'rsa' ? makeRsa() : makeEd25519();
}
/** 2048 bits; the fingerprint is the SHA-1 of the private key in DER, as for every RSA pair that AWS makes. */
function makeRsa() {
    const { privateKey, publicKey } = (0,external_node_crypto_.generateKeyPairSync)('rsa', { modulusLength: 2048 });
    const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
    const blob = Buffer.concat([field('ssh-rsa'), field(positive(decode(e))), field(positive(decode(n)))]);
    const digest = (0,external_node_crypto_.createHash)('sha1')
        .update(privateKey.export({ type: 'pkcs8', format: 'der' }))
        .digest('hex');
    return {
        publicKey: `ssh-rsa ${blob.toString('base64')}`,
        keyMaterial: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
        fingerprint: (digest.match(/../g) ?? []).join(':'),
    };
}
/** The fingerprint is OpenSSH's: the SHA-256 of the public half. */
function makeEd25519() {
    const { privateKey } = (0,external_node_crypto_.generateKeyPairSync)('ed25519');
    const { x = '' } = privateKey.export({ format: 'jwk' });
    const blob = Buffer.concat([field('ssh-ed25519'), field(decode(x))]);
    return {
        publicKey: `ssh-ed25519 ${blob.toString('base64')}`,
        keyMaterial: openSshPrivateKey(privateKey, blob),
        fingerprint: fingerprintOf(blob),
    };
}
/** The SHA-256 of an OpenSSH public key's content, in base64. */
function fingerprintOf(blob) {
    return (0,external_node_crypto_.createHash)('sha256').update(blob).digest('base64');
}
/** Unencrypted, one key, no comment ("PROTOCOL.key" in OpenSSH's sources). */
function openSshPrivateKey(privateKey, publicBlob) {
    const { d = '', x = '' } = privateKey.export({ format: 'jwk' });
    // Two equal numbers, by which a reader knows that it decrypted well; here nothing is encrypted.
    const check = (0,external_node_crypto_.createHash)('sha256').update(publicBlob).digest().subarray(0, 4);
    const secret = field(Buffer.concat([decode(d), decode(x)]));
    const secrets = Buffer.concat([check, check, publicBlob, secret, field('')]);
    const padding = Buffer.from(Array.from({ length: (8 - (secrets.length % 8)) % 8 }, (_, at) => at + 1));
    const content = Buffer.concat([
        Buffer.from('openssh-key-v1\0'),
        field('none'),
        field('none'),
        field(''),
        Buffer.from([0, 0, 0, 1]),
        field(publicBlob),
        field(Buffer.concat([secrets, padding])),
    ]);
    const lines = content.toString('base64').match(/.{1,70}/g) ?? [];
    return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
}
function decode(base64url) {
    return Buffer.from(base64url, 'base64url');
}
/** A length of four bytes, then the bytes (RFC 4251, "string"). */
function field(content) {
    const bytes = Buffer.from(content);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}
/** A leading zero keeps a number with its highest bit set positive (RFC 4251, "mpint"). */
function positive(number) {
    return (number[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), number]) : number;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/key-pair-operations.js






const createKeyPair = ec2Operation(['KeyName', 'KeyType', 'KeyFormat', 'TagSpecifications.*'], (input, ec2) => {
    const type = input.KeyType ?? 'rsa';
    if (type !== 'rsa' && type !== 'ed25519')
        throw invalidValue(`Invalid value '${type}' for keyType.`);
    if ((input.KeyFormat ?? 'pem') !== 'pem')
        throw invalidValue('The sandbox makes keys in the format pem only.');
    refuseTaken(input.KeyName, ec2);
    const tags = tags_tagsFor('key-pair', input.TagSpecifications);
    const keys = makeKeys(type);
    const pair = keep({ ...keys, name: input.KeyName ?? '', type, tags }, ec2);
    return {
        KeyName: pair.name,
        KeyPairId: pair.id,
        KeyFingerprint: pair.fingerprint,
        KeyMaterial: keys.keyMaterial,
        Tags: tagList(tags),
    };
});
const importKeyPair = ec2Operation(['KeyName', 'PublicKeyMaterial', 'TagSpecifications.*'], (input, ec2) => {
    refuseTaken(input.KeyName, ec2);
    const publicKey = Buffer.from(input.PublicKeyMaterial ?? [])
        .toString()
        .trim();
    const [, type, content = ''] = /^ssh-(rsa|ed25519) ([A-Za-z0-9+/=]+)/.exec(publicKey) ?? [];
    if (!type)
        throw new AwsError('InvalidKey.Format', 'Key is not in valid OpenSSH public key format');
    const tags = tags_tagsFor('key-pair', input.TagSpecifications);
    const fingerprint = fingerprintOf(Buffer.from(content, 'base64'));
    const pair = keep({ publicKey, fingerprint, name: input.KeyName ?? '', type: type, tags }, ec2);
    return { KeyName: pair.name, KeyPairId: pair.id, KeyFingerprint: fingerprint, Tags: tagList(tags) };
});
/** Key pairs are unique by name in a region (EC2 API, CreateKeyPair). */
function refuseTaken(name, ec2) {
    if (!name)
        throw missingParameter('KeyName');
    if (ec2.keyPairs.has(name))
        throw new AwsError('InvalidKeyPair.Duplicate', `The keypair '${name}' already exists.`);
}
function keep(pair, ec2) {
    const { name, type, fingerprint, publicKey, tags } = pair;
    const createdAt = ec2.region.world.clock.now();
    const kept = { id: ec2.ids.next('key'), name, type, fingerprint, publicKey, tags, createdAt };
    ec2.keyPairs.set(name, kept);
    ec2.region.record('key-pair', name, 'created');
    return kept;
}
/** Deleting one that is not there succeeds. */
const deleteKeyPair = ec2Operation(['KeyName', 'KeyPairId'], ({ KeyName, KeyPairId }, ec2) => {
    if (!KeyName && !KeyPairId)
        throw missingParameter('KeyName');
    const pair = [...ec2.keyPairs.values()].find(({ id, name }) => (KeyName ? name === KeyName : id === KeyPairId));
    if (!pair)
        return { Return: true };
    ec2.keyPairs.delete(pair.name);
    ec2.region.record('key-pair', pair.name, 'deleted');
    return { Return: true, KeyPairId: pair.id };
});
const describeKeyPairs = ec2Operation(['KeyNames', 'KeyPairIds', 'IncludePublicKey', 'Filters.Name', 'Filters.Values'], (input, ec2) => {
    const chosen = filters_filtered(key_pair_operations_asked(input, ec2), input.Filters, {
        'key-name': ({ name }) => name,
        'key-pair-id': ({ id }) => id,
        fingerprint: ({ fingerprint }) => fingerprint,
    });
    return {
        KeyPairs: chosen.map((pair) => ({
            KeyName: pair.name,
            KeyPairId: pair.id,
            KeyType: pair.type,
            KeyFingerprint: pair.fingerprint,
            CreateTime: new Date(pair.createdAt),
            PublicKey: input.IncludePublicKey ? pair.publicKey : undefined,
            Tags: tagList(pair.tags),
        })),
    };
});
function key_pair_operations_asked({ KeyNames = [], KeyPairIds = [] }, ec2) {
    const pairs = [...ec2.keyPairs.values()];
    for (const name of KeyNames) {
        if (!ec2.keyPairs.has(name))
            throw keyPairNotFound(name);
    }
    for (const id of KeyPairIds) {
        if (!pairs.some((pair) => pair.id === id))
            throw keyPairNotFound(id);
    }
    if (KeyNames.length + KeyPairIds.length === 0)
        return pairs;
    return pairs.filter(({ name, id }) => KeyNames.includes(name) || KeyPairIds.includes(id));
}
const keyPairOperations = {
    CreateKeyPair: createKeyPair,
    DeleteKeyPair: deleteKeyPair,
    DescribeKeyPairs: describeKeyPairs,
    ImportKeyPair: importKeyPair,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/launch-template-version-operations.js



const launch_template_version_operations_noTags = new Map();
/** Versions have no tags of their own (EC2 user guide, "Launch template restrictions"). */
const launch_template_version_operations_filterFields = {
    'image-id': ({ data }) => data.ImageId,
    'instance-type': ({ data }) => data.InstanceType,
    'iam-instance-profile': ({ data }) => data.IamInstanceProfile?.Arn ?? data.IamInstanceProfile?.Name,
    'ebs-optimized': ({ data }) => (data.EbsOptimized === undefined ? undefined : String(data.EbsOptimized)),
};
const describeLaunchTemplateVersions = ec2Operation(['LaunchTemplateId', 'LaunchTemplateName', 'Versions', 'MinVersion', 'MaxVersion', ...listing], (input, ec2) => {
    let chosen = launch_template_version_operations_asked(input, ec2);
    if (input.Filters?.length) {
        const tagged = chosen.map((version) => ({ ...version, tags: launch_template_version_operations_noTags }));
        chosen = filters_filtered(tagged, input.Filters, launch_template_version_operations_filterFields);
    }
    const { items, nextToken } = pageOf(chosen, input, 1, 200);
    return { LaunchTemplateVersions: items.map((version) => describeVersion(version, ec2)), NextToken: nextToken };
});
/** The versions of one template, newest first; or the latest or default ones of all templates. */
function launch_template_version_operations_asked(input, ec2) {
    const { LaunchTemplateId, LaunchTemplateName, Versions = [], MinVersion, MaxVersion } = input;
    if (!LaunchTemplateId && !LaunchTemplateName)
        return ofAllTemplates(Versions, ec2);
    const template = ec2.launchTemplates.find(input);
    if (Versions.length > 0) {
        if (MinVersion || MaxVersion)
            throw invalidCombination('Versions may not be used with MinVersion or MaxVersion');
        return Versions.map((version) => ec2.launchTemplates.version(template, version));
    }
    const lowest = bound(MinVersion, 1);
    const highest = bound(MaxVersion, Number.POSITIVE_INFINITY);
    return [...template.versions.values()].filter(({ version }) => version >= lowest && version <= highest).reverse();
}
function ofAllTemplates(versions, ec2) {
    if (versions.length === 0)
        throw missingParameter('launchTemplateId or launchTemplateName');
    if (versions.some((version) => version !== '$Latest' && version !== '$Default')) {
        throw invalidCombination('Without a launch template, Versions may hold only $Latest and $Default');
    }
    return [...ec2.launchTemplates.all.values()].flatMap((template) => versions.map((version) => ec2.launchTemplates.version(template, version)));
}
function bound(text, otherwise) {
    if (!text)
        return otherwise;
    if (/^\d+$/.test(text))
        return Number(text);
    throw invalidValue(`Invalid launch template version: ${text}. MinVersion and MaxVersion take a number.`);
}
/** A version as describes show it. */
function describeVersion(version, ec2) {
    return {
        LaunchTemplateId: version.id,
        LaunchTemplateName: version.name,
        VersionNumber: version.version,
        VersionDescription: version.description,
        CreateTime: new Date(version.createdAt),
        CreatedBy: ec2.creator,
        DefaultVersion: ec2.launchTemplates.all.get(version.id)?.defaultVersion === version.version,
        // Requests and responses say the same under the same names; only the SDK's types differ.
        LaunchTemplateData: version.data,
    };
}
/** Deletes each that it can, and says why not of the others (EC2 API, DeleteLaunchTemplateVersions). */
const deleteLaunchTemplateVersions = ec2Operation(['LaunchTemplateId', 'LaunchTemplateName', 'Versions'], (input, ec2) => {
    const template = ec2.launchTemplates.find(input);
    const { Versions = [] } = input;
    if (Versions.length === 0)
        throw missingParameter('LaunchTemplateVersion');
    if (Versions.length > 200)
        throw invalidValue('At most 200 versions may be deleted at once');
    const wrong = Versions.find((text) => !/^\d+$/.test(text));
    if (wrong)
        throw invalidValue(`Invalid launch template version: ${wrong}. Versions to delete are numbers.`);
    const deleted = [];
    const kept = [];
    for (const text of Versions) {
        const error = refusal(template, Number(text));
        const item = { LaunchTemplateId: template.id, LaunchTemplateName: template.name, VersionNumber: Number(text) };
        if (error)
            kept.push({ ...item, ResponseError: error });
        else {
            ec2.launchTemplates.deleteVersion(template, Number(text));
            deleted.push(item);
        }
    }
    return {
        SuccessfullyDeletedLaunchTemplateVersions: deleted,
        UnsuccessfullyDeletedLaunchTemplateVersions: kept,
    };
});
function refusal({ versions, defaultVersion, id }, version) {
    if (!versions.has(version)) {
        const Message = `Could not find the specified version ${version} for the launch template with ID ${id}.`;
        return { Code: 'launchTemplateVersionDoesNotExist', Message };
    }
    if (version !== defaultVersion)
        return undefined;
    return { Code: 'unexpectedError', Message: `Cannot delete version ${version}: it is the default version.` };
}
const launchTemplateVersionOperations = {
    DeleteLaunchTemplateVersions: deleteLaunchTemplateVersions,
    DescribeLaunchTemplateVersions: describeLaunchTemplateVersions,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/launch-template-operations.js





const reference = ['LaunchTemplateId', 'LaunchTemplateName'];
const createLaunchTemplate = ec2Operation(['ClientToken', 'LaunchTemplateName', 'VersionDescription', 'LaunchTemplateData.*', 'TagSpecifications.*'], (input, ec2) => {
    const { LaunchTemplateName, LaunchTemplateData, VersionDescription, TagSpecifications } = input;
    if (!LaunchTemplateName)
        throw missingParameter('LaunchTemplateName');
    if (!LaunchTemplateData)
        throw missingParameter('LaunchTemplateData');
    const template = ec2.clientTokens.once('CreateLaunchTemplate', input, () => {
        const content = { data: structuredClone(LaunchTemplateData), description: VersionDescription };
        return ec2.launchTemplates.create(LaunchTemplateName, content, tags_tagsFor('launch-template', TagSpecifications));
    });
    return { LaunchTemplate: launch_template_operations_describe(template, ec2) };
});
const createLaunchTemplateVersion = ec2Operation(['ClientToken', ...reference, 'SourceVersion', 'VersionDescription', 'LaunchTemplateData.*'], (input, ec2) => {
    const template = ec2.launchTemplates.find(input);
    if (!input.LaunchTemplateData)
        throw missingParameter('LaunchTemplateData');
    const version = ec2.clientTokens.once('CreateLaunchTemplateVersion', input, () => ec2.launchTemplates.addVersion(template, {
        data: { ...inherited(template, input.SourceVersion, ec2), ...structuredClone(input.LaunchTemplateData) },
        description: input.VersionDescription,
    }));
    return { LaunchTemplateVersion: describeVersion(version, ec2) };
});
/**
 * All of the source's parameters, less the snapshots of its block devices; nothing without a source (EC2 API,
 * CreateLaunchTemplateVersion).
 */
function inherited(template, source, ec2) {
    if (!source)
        return {};
    const { data } = ec2.launchTemplates.version(template, source);
    if (!data.BlockDeviceMappings)
        return data;
    const BlockDeviceMappings = data.BlockDeviceMappings.map(({ Ebs, ...mapping }) => {
        if (!Ebs)
            return mapping;
        const { SnapshotId: _, ...disk } = Ebs;
        return { ...mapping, Ebs: disk };
    });
    return { ...data, BlockDeviceMappings };
}
const modifyLaunchTemplate = ec2Operation(['ClientToken', ...reference, 'DefaultVersion'], (input, ec2) => {
    const template = ec2.launchTemplates.find(input);
    if (!input.DefaultVersion)
        throw missingParameter('SetDefaultVersion');
    const version = ec2.launchTemplates.version(template, input.DefaultVersion);
    ec2.clientTokens.once('ModifyLaunchTemplate', input, () => ec2.launchTemplates.setDefault(template, version));
    return { LaunchTemplate: launch_template_operations_describe(template, ec2) };
});
const deleteLaunchTemplate = ec2Operation([...reference], (input, ec2) => {
    const template = ec2.launchTemplates.find(input);
    ec2.launchTemplates.delete(template);
    return { LaunchTemplate: launch_template_operations_describe(template, ec2) };
});
const launch_template_operations_filterFields = {
    'launch-template-name': ({ name }) => name,
    'create-time': ({ createdAt }) => new Date(createdAt).toISOString(),
};
const describeLaunchTemplates = ec2Operation(['LaunchTemplateIds', 'LaunchTemplateNames', ...listing], (input, ec2) => {
    const { LaunchTemplateIds = [], LaunchTemplateNames = [] } = input;
    const asked = [
        ...findAll('launchTemplate', LaunchTemplateIds, ec2.launchTemplates.all),
        ...LaunchTemplateNames.map((LaunchTemplateName) => ec2.launchTemplates.find({ LaunchTemplateName })),
    ];
    const isNamed = LaunchTemplateIds.length + LaunchTemplateNames.length > 0;
    const chosen = filters_filtered(isNamed ? asked : ec2.launchTemplates.all.values(), input.Filters, launch_template_operations_filterFields);
    const { items, nextToken } = pageOf(chosen, input, 1, 200);
    return { LaunchTemplates: items.map((template) => launch_template_operations_describe(template, ec2)), NextToken: nextToken };
});
function launch_template_operations_describe(template, ec2) {
    return {
        LaunchTemplateId: template.id,
        LaunchTemplateName: template.name,
        CreateTime: new Date(template.createdAt),
        CreatedBy: ec2.creator,
        DefaultVersionNumber: template.defaultVersion,
        LatestVersionNumber: template.latestVersion,
        Tags: tagList(template.tags),
    };
}
const launchTemplateOperations = {
    CreateLaunchTemplate: createLaunchTemplate,
    CreateLaunchTemplateVersion: createLaunchTemplateVersion,
    DeleteLaunchTemplate: deleteLaunchTemplate,
    DescribeLaunchTemplates: describeLaunchTemplates,
    ModifyLaunchTemplate: modifyLaunchTemplate,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/network-operations.js




/** The regions that an account has without opting in (AWS Regions, "AWS Regions and Availability Zones"). */
const regionNames = [
    ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
    ...['ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'sa-east-1'],
    ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
];
const network_operations_noTags = new Map();
const describeRegions = ec2Operation(['RegionNames', 'AllRegions', 'Filters.Name', 'Filters.Values'], ({ RegionNames, Filters }) => {
    for (const name of RegionNames ?? []) {
        if (!regionNames.includes(name))
            throw invalidValue(`Invalid region(s) provided: ${name}.`);
    }
    const regions = (RegionNames?.length ? RegionNames : regionNames).map((name) => ({ name, tags: network_operations_noTags }));
    const chosen = filters_filtered(regions, Filters, {
        'region-name': ({ name }) => name,
        endpoint: ({ name }) => `ec2.${name}.amazonaws.com`,
        'opt-in-status': () => 'opt-in-not-required',
    });
    return {
        Regions: chosen.map(({ name }) => ({
            RegionName: name,
            Endpoint: `ec2.${name}.amazonaws.com`,
            OptInStatus: 'opt-in-not-required',
        })),
    };
});
const describeAvailabilityZones = ec2Operation(['ZoneNames', 'Filters.Name', 'Filters.Values'], ({ ZoneNames, Filters }, ec2) => {
    const known = ec2.network.availabilityZones;
    const wrong = ZoneNames?.find((name) => !known.includes(name));
    if (wrong)
        throw invalidValue(`Invalid availability zone: [${wrong}]`);
    const zones = (ZoneNames?.length ? ZoneNames : known).map((name) => ({ name, tags: network_operations_noTags }));
    const chosen = filters_filtered(zones, Filters, {
        'zone-name': ({ name }) => name,
        'region-name': () => ec2.region.name,
        state: () => 'available',
        'zone-type': () => 'availability-zone',
        'opt-in-status': () => 'opt-in-not-required',
    });
    return {
        AvailabilityZones: chosen.map(({ name }) => ({
            ZoneName: name,
            RegionName: ec2.region.name,
            State: 'available',
            ZoneType: 'availability-zone',
            OptInStatus: 'opt-in-not-required',
        })),
    };
});
const describeVpcs = ec2Operation(['VpcIds', ...listing], (input, ec2) => {
    const { vpcs } = ec2.network;
    const chosen = filters_filtered(input.VpcIds?.length ? findAll('vpc', input.VpcIds, vpcs) : vpcs.values(), input.Filters, {
        'vpc-id': ({ id }) => id,
        'is-default': ({ isDefault }) => String(isDefault),
        isDefault: ({ isDefault }) => String(isDefault),
        cidr: ({ cidrBlock }) => cidrBlock,
        state: () => 'available',
        'owner-id': () => ec2.region.world.account,
    });
    const { items, nextToken } = pageOf(chosen, input);
    return {
        Vpcs: items.map(({ id, cidrBlock, isDefault, tags }) => ({
            VpcId: id,
            CidrBlock: cidrBlock,
            IsDefault: isDefault,
            State: 'available',
            InstanceTenancy: 'default',
            OwnerId: ec2.region.world.account,
            Tags: tagList(tags),
        })),
        NextToken: nextToken,
    };
});
/** Each default subnet has 4,096 addresses, of which AWS keeps five ("Default VPC components"). */
const addressesPerSubnet = 4_091;
const describeSubnets = ec2Operation(['SubnetIds', ...listing], (input, ec2) => {
    const { subnets } = ec2.network;
    const asked = input.SubnetIds?.length ? findAll('subnet', input.SubnetIds, subnets) : subnets.values();
    const zone = ({ availabilityZone }) => availabilityZone;
    const isDefault = () => 'true';
    const chosen = filters_filtered(asked, input.Filters, {
        'subnet-id': ({ id }) => id,
        'vpc-id': ({ vpcId }) => vpcId,
        'availability-zone': zone,
        availabilityZone: zone,
        'default-for-az': isDefault,
        defaultForAz: isDefault,
        'cidr-block': ({ cidrBlock }) => cidrBlock,
        cidr: ({ cidrBlock }) => cidrBlock,
        state: () => 'available',
    });
    const { items, nextToken } = pageOf(chosen, input);
    return {
        Subnets: items.map((subnet) => ({
            SubnetId: subnet.id,
            SubnetArn: ec2.region.arn('ec2', `subnet/${subnet.id}`),
            VpcId: subnet.vpcId,
            AvailabilityZone: subnet.availabilityZone,
            CidrBlock: subnet.cidrBlock,
            AvailableIpAddressCount: addressesPerSubnet - ec2.fleet.countIn(subnet.id),
            DefaultForAz: true,
            MapPublicIpOnLaunch: true,
            State: 'available',
            OwnerId: ec2.region.world.account,
            Tags: tagList(subnet.tags),
        })),
        NextToken: nextToken,
    };
});
const networkOperations = {
    DescribeAvailabilityZones: describeAvailabilityZones,
    DescribeRegions: describeRegions,
    DescribeSubnets: describeSubnets,
    DescribeVpcs: describeVpcs,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/snapshot-operations.js






const snapshot_operations_filterFields = {
    'snapshot-id': ({ id }) => id,
    'volume-id': ({ volumeId }) => volumeId,
    'volume-size': ({ size }) => String(size),
    description: ({ description }) => description,
    status: ({ state }) => state,
    encrypted: ({ encrypted }) => String(encrypted),
    'owner-id': ({ owner }) => owner,
    'start-time': ({ startedAt }) => new Date(startedAt).toISOString(),
};
const describeSnapshots = ec2Operation(['SnapshotIds', 'OwnerIds', ...listing], (input, ec2) => {
    const { all } = ec2.snapshots;
    const asked = input.SnapshotIds?.length ? findAll('snapshot', input.SnapshotIds, all) : [...all.values()];
    const owners = input.OwnerIds?.map((owner) => (owner === 'self' ? ec2.region.world.account : owner));
    const owned = owners?.length ? asked.filter(({ owner }) => owners.includes(owner)) : asked;
    const { items, nextToken } = pageOf(filters_filtered(owned, input.Filters, snapshot_operations_filterFields), input);
    return { Snapshots: items.map(snapshot_operations_describe), NextToken: nextToken };
});
function snapshot_operations_describe(snapshot) {
    return {
        SnapshotId: snapshot.id,
        VolumeId: snapshot.volumeId,
        VolumeSize: snapshot.size,
        Description: snapshot.description,
        Encrypted: snapshot.encrypted,
        OwnerId: snapshot.owner,
        StartTime: new Date(snapshot.startedAt),
        State: snapshot.state,
        Progress: snapshot.state === 'completed' ? '100%' : '0%',
        Tags: tagList(snapshot.tags),
    };
}
const deleteSnapshot = ec2Operation(['SnapshotId'], ({ SnapshotId }, ec2) => {
    if (!SnapshotId)
        throw missingParameter('SnapshotId');
    ec2.snapshots.delete(SnapshotId);
    return {};
});
/** Within one region: between regions the sandbox copies whole images. */
const copySnapshot = ec2Operation(['SourceSnapshotId', 'SourceRegion', 'Description', 'Encrypted', 'KmsKeyId', 'TagSpecifications.*'], (input, ec2) => {
    if (input.SourceRegion !== ec2.region.name) {
        throw invalidValue('The sandbox copies snapshots within one region only; use CopyImage between regions');
    }
    const source = ec2.snapshots.find(input.SourceSnapshotId);
    const tags = tags_tagsFor('snapshot', input.TagSpecifications);
    const copy = ec2.snapshots.create({
        ...{ volumeId: 'vol-ffffffff', size: source.size, contentOf: source.contentOf, state: 'pending', tags },
        description: input.Description ?? `[Copied ${source.id} from ${input.SourceRegion}]`,
        encrypted: input.Encrypted || source.encrypted,
        owner: ec2.region.world.account,
    });
    finishLater(copy, ec2);
    return { SnapshotId: copy.id, Tags: tagList(tags) };
});
function finishLater({ id }, ec2) {
    const { clock, profile, random } = ec2.region.world;
    clock.schedule(draw(profile.capture, random.fork(`snapshot ${id}`)), () => ec2.snapshots.finish(id, 'completed'));
}
const modifySnapshotAttribute = ec2Operation([
    ...['SnapshotId', 'Attribute', 'OperationType', 'UserIds', 'GroupNames'],
    ...['Add', 'Remove'].flatMap((change) => [
        `CreateVolumePermission.${change}.UserId`,
        `CreateVolumePermission.${change}.Group`,
    ]),
], (input, ec2) => {
    const snapshot = ec2.snapshots.find(input.SnapshotId);
    changeSharing(snapshot.sharedWith, {
        change: input.CreateVolumePermission,
        operation: input.OperationType,
        accounts: input.UserIds,
        groups: input.GroupNames,
    });
    ec2.region.record('snapshot', snapshot.id, 'attributes changed');
    return {};
});
const describeSnapshotAttribute = ec2Operation(['SnapshotId', 'Attribute'], (input, ec2) => {
    const snapshot = ec2.snapshots.find(input.SnapshotId);
    if (input.Attribute !== 'createVolumePermission') {
        throw invalidValue('The sandbox knows this attribute: createVolumePermission');
    }
    const CreateVolumePermissions = [...snapshot.sharedWith].map((who) => (who === 'all' ? { Group: 'all' } : { UserId: who }));
    return { SnapshotId: snapshot.id, CreateVolumePermissions };
});
const snapshotOperations = {
    CopySnapshot: copySnapshot,
    DeleteSnapshot: deleteSnapshot,
    DescribeSnapshotAttribute: describeSnapshotAttribute,
    DescribeSnapshots: describeSnapshots,
    ModifySnapshotAttribute: modifySnapshotAttribute,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/tag-operations.js





/** What can carry tags, and how EC2 names its type. */
const taggable = {
    image: { type: 'image', all: (ec2) => ec2.images.values() },
    instance: { type: 'instance', all: (ec2) => ec2.fleet.visible() },
    keyPair: { type: 'key-pair', all: (ec2) => ec2.keyPairs.values() },
    launchTemplate: { type: 'launch-template', all: (ec2) => ec2.launchTemplates.all.values() },
    networkInterface: {
        type: 'network-interface',
        all: (ec2) => ec2.fleet.visible().map(({ networkInterface }) => networkInterface),
    },
    securityGroup: { type: 'security-group', all: (ec2) => ec2.securityGroups.all.values() },
    snapshot: { type: 'snapshot', all: (ec2) => ec2.snapshots.all.values() },
    subnet: { type: 'subnet', all: (ec2) => ec2.subnets.values() },
    volume: { type: 'volume', all: (ec2) => ec2.volumes.all.values() },
    vpc: { type: 'vpc', all: (ec2) => ec2.network.vpcs.values() },
};
/** @throws {AwsError} InvalidID for a prefix that stands for nothing, or the NotFound of its kind. */
function tagsOf(id, ec2) {
    const kind = kindOf(id);
    if (!kind)
        throw new AwsError('InvalidID', `The ID '${id}' is not valid`);
    for (const resource of taggable[kind].all(ec2))
        if (resource.id === id)
            return resource.tags;
    throw notFound(kind, id);
}
/** All or nothing: each resource is looked at before the first is changed. */
const createTags = ec2Operation(['Resources', 'Tags.Key', 'Tags.Value'], ({ Resources = [], Tags = [] }, ec2) => {
    if (Resources.length === 0)
        throw missingParameter('resourceIdSet');
    if (Tags.length === 0)
        throw missingParameter('Tag');
    const added = newTags(Tags.map(({ Key = '', Value = '' }) => [Key, Value]));
    const found = Resources.map((id) => tagsOf(id, ec2));
    for (const tags of found)
        checkTags(tags, added);
    for (const tags of found)
        for (const [key, value] of added)
            tags.set(key, value);
    for (const id of Resources)
        ec2.region.record('tags', id, `set ${[...added.keys()].join(' ')}`);
    return {};
});
/** A value narrows it to that value; without any tags, all that are not AWS's own go (EC2 API, DeleteTags). */
const deleteTags = ec2Operation(['Resources', 'Tags.Key', 'Tags.Value'], ({ Resources = [], Tags = [] }, ec2) => {
    if (Resources.length === 0)
        throw missingParameter('resourceIdSet');
    for (const { Key = '' } of Tags)
        refuseReserved(Key);
    const found = Resources.map((id) => tagsOf(id, ec2));
    for (const tags of found) {
        const doomed = Tags.length > 0 ? Tags : [...tags.keys()].filter((Key) => !Key.startsWith('aws:')).map((Key) => ({ Key }));
        for (const { Key = '', Value } of doomed) {
            if (Value === undefined || tags.get(Key) === Value)
                tags.delete(Key);
        }
    }
    for (const id of Resources)
        ec2.region.record('tags', id, 'deleted');
    return {};
});
const tag_operations_filterFields = {
    key: ({ key }) => key,
    value: ({ value }) => value,
    'resource-id': ({ id }) => id,
    'resource-type': ({ type }) => type,
};
const tag_operations_describeTags = ec2Operation([...listing], (input, ec2) => {
    const all = [];
    for (const { type, all: resources } of Object.values(taggable)) {
        for (const { id, tags } of resources(ec2)) {
            for (const [key, value] of tags)
                all.push({ id, type, key, value, tags: new Map([[key, value]]) });
        }
    }
    const { items, nextToken } = pageOf(filters_filtered(all, input.Filters, tag_operations_filterFields), input);
    return {
        Tags: items.map(({ id, type, key, value }) => ({ ResourceId: id, ResourceType: type, Key: key, Value: value })),
        NextToken: nextToken,
    };
});
const tag_operations_tagOperations = { CreateTags: createTags, DeleteTags: deleteTags, DescribeTags: tag_operations_describeTags };

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/volume-operations.js




const volume_operations_filterFields = {
    'volume-id': ({ id }) => id,
    'attachment.instance-id': ({ instanceId }) => instanceId,
    'availability-zone': ({ availabilityZone }) => availabilityZone,
    'snapshot-id': ({ snapshotId }) => snapshotId,
    'volume-type': ({ volumeType }) => volumeType,
    encrypted: ({ encrypted }) => String(encrypted),
    status: (volume) => statusOf(volume),
};
function statusOf({ instanceId }) {
    return instanceId ? 'in-use' : 'available';
}
const describeVolumes = ec2Operation(['VolumeIds', ...listing], (input, ec2) => {
    const { all } = ec2.volumes;
    const asked = input.VolumeIds?.length ? findAll('volume', input.VolumeIds, all) : all.values();
    const { items, nextToken } = pageOf(filters_filtered(asked, input.Filters, volume_operations_filterFields), input);
    return {
        Volumes: items.map((volume) => ({
            VolumeId: volume.id,
            AvailabilityZone: volume.availabilityZone,
            CreateTime: new Date(volume.createdAt),
            Encrypted: volume.encrypted,
            Size: volume.size,
            SnapshotId: volume.snapshotId ?? '',
            State: statusOf(volume),
            VolumeType: volume.volumeType,
            Attachments: volume_operations_attachmentsOf(volume),
            Tags: tagList(volume.tags),
        })),
        NextToken: nextToken,
    };
});
function volume_operations_attachmentsOf(volume) {
    if (!volume.instanceId)
        return [];
    const { id, instanceId, deviceName, deleteOnTermination, createdAt } = volume;
    return [
        {
            VolumeId: id,
            InstanceId: instanceId,
            Device: deviceName,
            DeleteOnTermination: deleteOnTermination,
            State: 'attached',
            AttachTime: new Date(createdAt),
        },
    ];
}
const volumeOperations = { DescribeVolumes: describeVolumes };

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/operations.js














/** EC2's operations by name. */
const ec2Operations = {
    ...imageAttributeOperations,
    ...imageDescribeOperations,
    ...imageOperations,
    ...instanceDescribeOperations,
    ...instance_operations_instanceOperations,
    ...instanceTypeOperations,
    ...keyPairOperations,
    ...launchTemplateOperations,
    ...launchTemplateVersionOperations,
    ...networkOperations,
    ...securityGroupOperations,
    ...snapshotOperations,
    ...tag_operations_tagOperations,
    ...volumeOperations,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/event-log.js

/** Everything that ever changed, in order. Its hash is the proof of determinism: same seed, same hash. */
class EventLog {
    #listeners = [];
    events = [];
    append(event) {
        this.events.push(event);
        for (const listener of this.#listeners)
            listener(event);
    }
    onEvent(listener) {
        this.#listeners.push(listener);
    }
    /** SHA-256 of all events so far, in hexadecimal. */
    hash() {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for (const { time, kind, subject, change } of this.events)
            hash.update(`${time} ${kind} ${subject} ${change}\n`);
        return hash.digest('hex');
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/lattice/operations.js



/** VPC Lattice's names for what a target can be (VPC Lattice API, TargetSummary). */
const statuses = {
    initial: 'INITIAL',
    healthy: 'HEALTHY',
    unhealthy: 'UNHEALTHY',
    draining: 'DRAINING',
    unused: 'UNUSED',
};
/** VPC Lattice, as far as Auto Scaling groups are its targets. Its target groups come from `addLatticeTargetGroup`. */
const latticeOperations = {
    ListTargets: operation(['targetGroupIdentifier', 'targets.id', 'targets.port', 'maxResults', 'nextToken'], (input, region) => {
        const { targets } = lattice_operations_find(input.targetGroupIdentifier, region);
        const asked = input.targets?.length
            ? [...targets.values()].filter((target) => input.targets?.some((wanted) => isMeant(wanted, target)))
            : [...targets.values()];
        const { items, nextToken } = page(asked, input, 100, 'ValidationException');
        return { items: items.map(operations_describeTarget), nextToken };
    }),
    GetTargetGroup: operation(['targetGroupIdentifier'], (input, region) => {
        const group = lattice_operations_find(input.targetGroupIdentifier, region);
        const { port, protocol, vpcId: vpcIdentifier, healthCheck } = group;
        return {
            ...summaryOf(group),
            config: {
                ...{ port, protocol: protocol, vpcIdentifier },
                healthCheck: {
                    ...{ enabled: true, protocol: 'HTTP', path: healthCheck.path },
                    healthCheckIntervalSeconds: healthCheck.interval,
                    healthCheckTimeoutSeconds: healthCheck.timeout,
                    healthyThresholdCount: healthCheck.healthyThreshold,
                    unhealthyThresholdCount: healthCheck.unhealthyThreshold,
                },
            },
        };
    }),
    ListTargetGroups: operation(['maxResults', 'nextToken'], (input, { loadBalancing }) => {
        const { items, nextToken } = page(loadBalancing.ofType('vpc-lattice'), input, 100, 'ValidationException');
        const summaries = items.map((group) => ({
            ...summaryOf(group),
            ...{ port: group.port, protocol: group.protocol, vpcIdentifier: group.vpcId },
        }));
        return { items: summaries, nextToken };
    }),
};
/** By its id or its ARN. @throws {AwsError} ResourceNotFoundException */
function lattice_operations_find(identifier, { loadBalancing }) {
    const found = loadBalancing.ofType('vpc-lattice').find(({ arn }) => arn === identifier || idOf(arn) === identifier);
    if (!found)
        throw new AwsError('ResourceNotFoundException', `TARGET_GROUP ${identifier} not found`, 404);
    return found;
}
function idOf(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}
function isMeant(wanted, { id, port }) {
    return wanted.id === id && (wanted.port ?? port) === port;
}
function operations_describeTarget({ id, port, health }) {
    return { id, port, status: statuses[health.state], ...(health.reason && { reasonCode: health.reason }) };
}
function summaryOf({ arn, name, loadBalancerArns }) {
    const serviceArns = [...loadBalancerArns];
    return { id: idOf(arn), arn, name, type: 'INSTANCE', status: 'ACTIVE', serviceArns };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/listener.js
/** The rule that every listener has, which cannot be deleted. */
function defaultRule(listener) {
    const rule = listener.rules.at(-1);
    if (rule?.priority !== 'default')
        throw new Error(`listener ${listener.arn} lost its default rule`);
    return rule;
}
function sortRules(listener) {
    const rank = ({ priority }) => (priority === 'default' ? Number.POSITIVE_INFINITY : priority);
    listener.rules.sort((one, other) => rank(one) - rank(other));
}
/** Which target groups an action forwards to; a single one has all the weight. */
function forwardsTo(actions) {
    const forward = actions.find(({ Type }) => Type === 'forward');
    const tuples = forward?.ForwardConfig?.TargetGroups ?? [];
    if (tuples.length > 0)
        return tuples.map(({ TargetGroupArn = '', Weight = 1 }) => ({ arn: TargetGroupArn, weight: Weight }));
    return forward?.TargetGroupArn ? [{ arn: forward.TargetGroupArn, weight: 1 }] : [];
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/load-balancer-types.js


const tcpCheck = { ...defaultHealthCheck, protocol: 'TCP', timeout: 10 };
const delay = ['deregistration_delay.timeout_seconds', '300'];
/** ELBv2 API, CreateTargetGroup and TargetGroupAttribute. The sandbox acts on the first attribute alone, so the others stay as they are. */
const loadBalancerTypes = {
    application: {
        letters: 'app',
        protocols: ['HTTP', 'HTTPS'],
        healthCheck: defaultHealthCheck,
        targetGroupAttributes: [
            delay,
            ['stickiness.enabled', 'false'],
            ['stickiness.type', 'lb_cookie'],
            ['stickiness.lb_cookie.duration_seconds', '86400'],
            ['stickiness.app_cookie.cookie_name', ''],
            ['stickiness.app_cookie.duration_seconds', '86400'],
            ['slow_start.duration_seconds', '0'],
            ['load_balancing.algorithm.type', 'round_robin'],
            ['load_balancing.algorithm.anomaly_mitigation', 'off'],
            ['load_balancing.cross_zone.enabled', 'use_load_balancer_configuration'],
            ['target_group_health.dns_failover.minimum_healthy_targets.count', '1'],
            ['target_group_health.dns_failover.minimum_healthy_targets.percentage', 'off'],
            ['target_group_health.unhealthy_state_routing.minimum_healthy_targets.count', '1'],
            ['target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage', 'off'],
        ],
    },
    network: {
        letters: 'net',
        protocols: ['TCP', 'TLS', 'UDP', 'TCP_UDP'],
        healthCheck: tcpCheck,
        targetGroupAttributes: [
            delay,
            ['deregistration_delay.connection_termination.enabled', 'false'],
            ['stickiness.enabled', 'false'],
            ['stickiness.type', 'source_ip'],
            ['preserve_client_ip.enabled', 'true'],
            ['proxy_protocol_v2.enabled', 'false'],
            ['load_balancing.cross_zone.enabled', 'use_load_balancer_configuration'],
        ],
    },
    gateway: {
        letters: 'gwy',
        protocols: ['GENEVE'],
        healthCheck: { ...tcpCheck, port: '80', interval: 10, timeout: 5 },
        targetGroupAttributes: [
            delay,
            ['stickiness.enabled', 'false'],
            ['stickiness.type', 'source_ip_dest_ip_proto'],
            ['target_failover.on_deregistration', 'no_rebalance'],
            ['target_failover.on_unhealthy', 'no_rebalance'],
        ],
    },
};
/** @throws {AwsError} ValidationError for a type that there is not. */
function loadBalancerTypeNamed(name) {
    if (Object.hasOwn(loadBalancerTypes, name))
        return name;
    throw validationError(`Load balancer type '${name}' must be one of ${Object.keys(loadBalancerTypes).join(', ')}`);
}
/** The type of load balancer that speaks a protocol. @throws {AwsError} ValidationError when none does. */
function loadBalancerTypeFor(protocol) {
    const found = Object.values(loadBalancerTypes).find(({ protocols }) => protocols.includes(protocol));
    if (!found)
        throw validationError(`The sandbox has no target groups of protocol '${protocol}'`);
    return found;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/pages.js


const mostPerPage = 400;
/**
 * One page of a describe: 1 to 400 at once (ELBv2 API, DescribeRules: PageSize).
 * @throws {AwsError} ValidationError for another size, and for a marker of no page.
 */
function pages_pageOf(items, { PageSize, Marker }) {
    if (PageSize !== undefined && (PageSize < 1 || PageSize > mostPerPage)) {
        throw validationError(`Page size '${PageSize}' must be between 1 and ${mostPerPage}`);
    }
    return page(items, { maxResults: PageSize, nextToken: Marker }, mostPerPage, 'ValidationError');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/tags.js


function tagMap(tags) {
    return new Map((tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}
const tags_tagOperations = {
    AddTags: operation(['ResourceArns', 'Tags.*'], (input, { loadBalancing }) => {
        const resources = (input.ResourceArns ?? []).map((arn) => tags_tagsOf(loadBalancing, arn));
        for (const tags of resources)
            for (const [key, value] of tagMap(input.Tags))
                tags.set(key, value);
        return {};
    }),
    RemoveTags: operation(['ResourceArns', 'TagKeys'], (input, { loadBalancing }) => {
        const resources = (input.ResourceArns ?? []).map((arn) => tags_tagsOf(loadBalancing, arn));
        for (const tags of resources)
            for (const key of input.TagKeys ?? [])
                tags.delete(key);
        return {};
    }),
    /** "You can specify up to 20 resources in a single call" (ELBv2 API, DescribeTags). */
    DescribeTags: operation(['ResourceArns'], ({ ResourceArns = [] }, { loadBalancing }) => {
        if (ResourceArns.length > 20)
            throw validationError('Up to 20 resources can be described at once');
        return {
            TagDescriptions: ResourceArns.map((arn) => ({
                ResourceArn: arn,
                Tags: [...tags_tagsOf(loadBalancing, arn)].map(([Key, Value]) => ({ Key, Value })),
            })),
        };
    }),
};
/** The tags of whatever has this ARN. @throws {AwsError} the error of its kind (ELBv2 API, AddTags). */
function tags_tagsOf(loadBalancing, arn) {
    const { loadBalancers, targetGroups, listeners } = loadBalancing;
    const rules = [...listeners.values()].flatMap((listener) => listener.rules);
    const found = loadBalancers.get(arn) ?? targetGroups.get(arn) ?? listeners.get(arn) ?? rules.find((rule) => rule.arn === arn);
    if (found)
        return found.tags;
    const kind = /:(targetgroup|loadbalancer|listener-rule|listener)\//.exec(arn)?.[1] ?? 'loadbalancer';
    const codes = {
        targetgroup: 'TargetGroupNotFound',
        loadbalancer: 'LoadBalancerNotFound',
        'listener-rule': 'RuleNotFound',
        listener: 'ListenerNotFound',
    };
    throw new AwsError(codes[kind] ?? 'LoadBalancerNotFound', `'${arn}' not found`);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/load-balancer-operations.js






/** ELBv2 API, LoadBalancerAttribute: the defaults that tools read. */
const defaultAttributes = [
    ['deletion_protection.enabled', 'false'],
    ['idle_timeout.timeout_seconds', '60'],
    ['routing.http2.enabled', 'true'],
    ['routing.http.drop_invalid_header_fields.enabled', 'false'],
    ['load_balancing.cross_zone.enabled', 'true'],
];
const loadBalancerOperations = {
    CreateLoadBalancer: operation(['Name', 'Subnets', 'SubnetMappings.SubnetId', 'SecurityGroups', 'Scheme', 'Tags.*', 'Type', 'IpAddressType'], (input, region) => ({ LoadBalancers: [load_balancer_operations_describe(load_balancer_operations_create(input, region), region)] })),
    DescribeLoadBalancers: operation(['LoadBalancerArns', 'Names', 'Marker', 'PageSize'], (input, region) => {
        const { items, nextToken } = pages_pageOf(load_balancer_operations_select(input, region), input);
        return { LoadBalancers: items.map((loadBalancer) => load_balancer_operations_describe(loadBalancer, region)), NextMarker: nextToken };
    }),
    DescribeLoadBalancerAttributes: operation(['LoadBalancerArn'], (input, region) => {
        const { attributes } = findLoadBalancer(region, input.LoadBalancerArn);
        return { Attributes: [...attributes].map(([Key, Value]) => ({ Key, Value })) };
    }),
    /** Its listeners go with it; one that does not exist is no error (ELBv2 API, DeleteLoadBalancer). */
    DeleteLoadBalancer: operation(['LoadBalancerArn'], (input, { loadBalancing }) => {
        const { LoadBalancerArn: arn = '' } = input;
        for (const listener of [...loadBalancing.listeners.values()].filter(({ loadBalancerArn }) => loadBalancerArn === arn)) {
            loadBalancing.listeners.delete(listener.arn);
            loadBalancing.listenerChanged(listener, 'deleted');
        }
        loadBalancing.loadBalancers.delete(arn);
        return {};
    }),
};
/** @throws {AwsError} LoadBalancerNotFound */
function findLoadBalancer({ loadBalancing }, arn) {
    const found = loadBalancing.loadBalancers.get(arn ?? '');
    if (!found)
        throw new AwsError('LoadBalancerNotFound', `One or more load balancers not found: '${arn}'`);
    return found;
}
function load_balancer_operations_create(input, region) {
    const { Name: name = '', Scheme: scheme = 'internet-facing' } = input;
    const { loadBalancing, ec2, world } = region;
    const type = loadBalancerTypeNamed(input.Type ?? 'application');
    if (!/^(?!-|internal-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name)) {
        throw validationError(`Load balancer name '${name}' must have at most 32 letters, digits and hyphens`);
    }
    if ([...loadBalancing.loadBalancers.values()].some((existing) => existing.name === name)) {
        throw new AwsError('DuplicateLoadBalancerName', `A load balancer with the same name '${name}' exists, but with different settings`);
    }
    const subnetIds = input.Subnets ?? input.SubnetMappings?.map(({ SubnetId = '' }) => SubnetId) ?? [];
    const subnets = subnetIds.map((id) => {
        const subnet = ec2.subnets.get(id);
        if (!subnet)
            throw new AwsError('SubnetNotFound', `The subnet ID '${id}' does not exist`);
        return subnet;
    });
    const [first] = subnets;
    if (!first)
        throw validationError('At least two subnets in two different Availability Zones must be specified');
    const id = loadBalancing.random.hex(16);
    const arn = region.arn('elasticloadbalancing', `loadbalancer/${loadBalancerTypes[type].letters}/${name}/${id}`);
    const invented = `${scheme === 'internal' ? 'internal-' : ''}${name}-${id.slice(0, 9)}.${region.name}.elb.amazonaws.com`;
    const loadBalancer = {
        arn,
        name,
        type,
        dnsName: world.machines.addressForLoadBalancer?.(name) ?? invented,
        scheme,
        vpcId: first.vpcId,
        subnetIds,
        securityGroupIds: input.SecurityGroups ?? [],
        ipAddressType: input.IpAddressType ?? 'ipv4',
        attributes: new Map(defaultAttributes),
        tags: tagMap(input.Tags),
        created: world.clock.now(),
        state: 'provisioning',
    };
    loadBalancing.loadBalancers.set(arn, loadBalancer);
    region.record('load-balancer', name, 'provisioning');
    world.clock.schedule(draw(world.profile.start, loadBalancing.random), () => {
        loadBalancer.state = 'active';
        region.record('load-balancer', name, 'active');
    });
    return loadBalancer;
}
function load_balancer_operations_select(input, region) {
    const all = [...region.loadBalancing.loadBalancers.values()];
    if (input.LoadBalancerArns?.length)
        return input.LoadBalancerArns.map((arn) => findLoadBalancer(region, arn));
    if (!input.Names?.length)
        return all;
    return input.Names.map((name) => findLoadBalancer(region, all.find((one) => one.name === name)?.arn ?? name));
}
function load_balancer_operations_describe(loadBalancer, { ec2 }) {
    return {
        LoadBalancerArn: loadBalancer.arn,
        LoadBalancerName: loadBalancer.name,
        DNSName: loadBalancer.dnsName,
        CanonicalHostedZoneId: 'Z32O12XQLNTSW2',
        CreatedTime: new Date(loadBalancer.created),
        Scheme: loadBalancer.scheme,
        VpcId: loadBalancer.vpcId,
        State: { Code: loadBalancer.state },
        Type: loadBalancer.type,
        AvailabilityZones: loadBalancer.subnetIds.map((id) => ({ SubnetId: id, ZoneName: ec2.availabilityZoneOf(id) })),
        SecurityGroups: [...loadBalancer.securityGroupIds],
        IpAddressType: loadBalancer.ipAddressType,
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/listener-operations.js







/** The parts of an action that routing acts on, below the parameter `name`. */
function listener_operations_actionParameters(name) {
    const parts = [
        'Type',
        'Order',
        'TargetGroupArn',
        'ForwardConfig.TargetGroups.*',
        'ForwardConfig.TargetGroupStickinessConfig.*',
        'FixedResponseConfig.*',
        'RedirectConfig.Protocol',
        'RedirectConfig.Port',
        'RedirectConfig.Host',
        'RedirectConfig.Path',
        'RedirectConfig.StatusCode',
    ];
    return parts.map((part) => `${name}.${part}`);
}
const listener_operations_settings = [
    'Port',
    'Protocol',
    'SslPolicy',
    'Certificates.CertificateArn',
    ...listener_operations_actionParameters('DefaultActions'),
];
const listenerOperations = {
    CreateListener: operation(['LoadBalancerArn', 'Tags.*', ...listener_operations_settings], (input, region) => ({ Listeners: [listener_operations_describe(listener_operations_create(input, region))] })),
    DescribeListeners: operation(['LoadBalancerArn', 'ListenerArns', 'Marker', 'PageSize'], (input, region) => {
        const { items, nextToken } = pages_pageOf(listener_operations_select(input, region), input);
        return { Listeners: items.map(listener_operations_describe), NextMarker: nextToken };
    }),
    ModifyListener: operation(['ListenerArn', ...listener_operations_settings], (input, region) => {
        const listener = findListener(region, input.ListenerArn);
        if (input.Port !== undefined)
            requireFreePort(region, listener.loadBalancerArn, input.Port, listener);
        if (input.DefaultActions) {
            defaultRule(listener).actions = knownActions(region, listener.loadBalancerArn, input.DefaultActions);
        }
        listener.port = input.Port ?? listener.port;
        listener.protocol = input.Protocol ?? listener.protocol;
        listener.certificates = input.Certificates ?? listener.certificates;
        listener.sslPolicy = input.SslPolicy ?? listener.sslPolicy;
        region.loadBalancing.listenerChanged(listener, 'modified');
        return { Listeners: [listener_operations_describe(listener)] };
    }),
    DeleteListener: operation(['ListenerArn'], (input, region) => {
        const listener = findListener(region, input.ListenerArn);
        region.loadBalancing.listeners.delete(listener.arn);
        region.loadBalancing.listenerChanged(listener, 'deleted');
        return {};
    }),
};
/** @throws {AwsError} ListenerNotFound */
function findListener({ loadBalancing }, arn) {
    const found = loadBalancing.listeners.get(arn ?? '');
    if (!found)
        throw new AwsError('ListenerNotFound', `One or more listeners not found: '${arn}'`);
    return found;
}
/**
 * @throws {AwsError} for actions the sandbox cannot carry out; TargetGroupNotFound for unknown target groups;
 * InvalidConfigurationRequest for those of another type of load balancer; ValidationError for weights beyond 0 to 999.
 */
function knownActions({ loadBalancing }, loadBalancerArn, actions) {
    const type = loadBalancing.loadBalancers.get(loadBalancerArn)?.type ?? 'application';
    for (const { Type } of actions) {
        if (Type !== 'forward' && Type !== 'fixed-response' && Type !== 'redirect') {
            throw new AwsError('InvalidLoadBalancerAction', `The sandbox does not honour actions of type '${Type}'`);
        }
    }
    for (const { arn, weight } of forwardsTo(actions)) {
        const { protocol } = loadBalancing.targetGroup(arn);
        if (loadBalancerTypeFor(protocol) !== loadBalancerTypes[type]) {
            const message = `The target group '${arn}' of protocol ${protocol} cannot stand behind a load balancer of type ${type}`;
            throw new AwsError('InvalidConfigurationRequest', message);
        }
        if (weight < 0 || weight > 999)
            throw validationError(`Weight '${weight}' must be between 0 and 999`);
    }
    for (const { ForwardConfig } of actions)
        requireStickiness(ForwardConfig?.TargetGroupStickinessConfig);
    return structuredClone([...actions]);
}
/** It is kept and shown, but users here keep no cookies. @throws {AwsError} ELBv2 API, TargetGroupStickinessConfig. */
function requireStickiness({ Enabled = false, DurationSeconds } = {}) {
    if (DurationSeconds === undefined && !Enabled)
        return;
    if (DurationSeconds !== undefined && DurationSeconds >= 1 && DurationSeconds <= 604_800)
        return;
    throw validationError(`Target group stickiness duration '${DurationSeconds}' must be between 1 and 604800 seconds`);
}
/**
 * Actions as AWS shows them: of each that forwards, all target groups with their weights, and a single one by its ARN
 * besides (ELBv2 API, Action).
 */
function describeActions(actions) {
    return actions.map((action) => {
        if (action.Type !== 'forward')
            return structuredClone(action);
        const groups = forwardsTo([action]);
        const [first] = groups;
        return {
            Type: action.Type,
            ...(action.Order !== undefined && { Order: action.Order }),
            ...(groups.length === 1 && first && { TargetGroupArn: first.arn }),
            ForwardConfig: {
                TargetGroups: groups.map(({ arn, weight }) => ({ TargetGroupArn: arn, Weight: weight })),
                TargetGroupStickinessConfig: { Enabled: false, ...action.ForwardConfig?.TargetGroupStickinessConfig },
            },
        };
    });
}
/** Where a listener listens; a gateway load balancer's takes all there is (ELBv2 API, CreateListener). */
function entranceOf(input, type) {
    if (type === 'gateway')
        return { port: 0, protocol: 'GENEVE' };
    const { protocols } = loadBalancerTypes[type];
    const { Protocol: protocol = protocols[0] ?? '', Port: port } = input;
    if (port === undefined)
        throw validationError('A listener port must be specified');
    if (!protocols.includes(protocol))
        throw validationError(`Listener protocol '${protocol}' must be one of ${protocols.join(', ')}`);
    if ((protocol === 'HTTPS' || protocol === 'TLS') && !input.Certificates?.length) {
        throw new AwsError('CertificateNotFound', `A certificate must be specified for ${protocol} listeners`);
    }
    return { port, protocol };
}
/** One listener to a port, and HTTPS with a certificate only (ELBv2 API, CreateListener). */
function listener_operations_create(input, region) {
    const { loadBalancing } = region;
    const { arn: loadBalancerArn, type } = findLoadBalancer(region, input.LoadBalancerArn);
    const { port, protocol } = entranceOf(input, type);
    requireFreePort(region, loadBalancerArn, port, undefined);
    const actions = knownActions(region, loadBalancerArn, input.DefaultActions ?? []);
    const arn = `${loadBalancerArn.replace(':loadbalancer/', ':listener/')}/${loadBalancing.random.hex(16)}`;
    const listener = {
        arn,
        loadBalancerArn,
        port,
        protocol,
        certificates: input.Certificates ?? [],
        sslPolicy: input.SslPolicy,
        tags: tagMap(input.Tags),
        rules: [
            { arn: ruleArn(region, arn), listenerArn: arn, priority: 'default', conditions: [], actions, tags: new Map() },
        ],
    };
    loadBalancing.listeners.set(arn, listener);
    loadBalancing.listenerChanged(listener, 'created');
    return listener;
}
function ruleArn({ loadBalancing }, listenerArn) {
    return `${listenerArn.replace(':listener/', ':listener-rule/')}/${loadBalancing.random.hex(16)}`;
}
function requireFreePort({ loadBalancing }, loadBalancerArn, port, except) {
    for (const other of loadBalancing.listeners.values()) {
        if (other === except || other.loadBalancerArn !== loadBalancerArn || other.port !== port)
            continue;
        throw new AwsError('DuplicateListener', `A listener already exists on port ${port} for this load balancer '${loadBalancerArn}'`);
    }
}
function listener_operations_select(input, region) {
    if (input.ListenerArns?.length)
        return input.ListenerArns.map((arn) => findListener(region, arn));
    const { arn } = findLoadBalancer(region, input.LoadBalancerArn);
    return [...region.loadBalancing.listeners.values()].filter(({ loadBalancerArn }) => loadBalancerArn === arn);
}
function listener_operations_describe(listener) {
    return {
        ListenerArn: listener.arn,
        LoadBalancerArn: listener.loadBalancerArn,
        ...(listener.port !== 0 && { Port: listener.port }),
        Protocol: listener.protocol,
        DefaultActions: describeActions(defaultRule(listener).actions),
        ...(listener.certificates.length > 0 && { Certificates: listener.certificates.map((one) => ({ ...one })) }),
        ...(listener.sslPolicy && { SslPolicy: listener.sslPolicy }),
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/routing.js

/** The actions of the first rule, by priority, all of whose conditions hold (ELB guide, "Listener rules"). */
function actionsFor(listener, request) {
    return (listener.rules.find(({ conditions }) => conditions.every((condition) => holds(condition, request)))?.actions ?? []);
}
function holds(condition, { host, path, method }) {
    switch (condition.Field) {
        case 'host-header':
            return valuesOf(condition).some((value) => pattern(value.toLowerCase()).test(host.toLowerCase().replace(/:\d+$/, '')));
        case 'path-pattern':
            return valuesOf(condition).some((value) => pattern(value).test(path.replace(/\?.*$/, '')));
        case 'http-request-method':
            return valuesOf(condition).includes(method);
        default:
            return false;
    }
}
/** Conditions carry their values in the old place or in the new one (ELBv2 API, RuleCondition). */
function valuesOf(condition) {
    const { HostHeaderConfig, PathPatternConfig, HttpRequestMethodConfig, Values } = condition;
    return (HostHeaderConfig ?? PathPatternConfig ?? HttpRequestMethodConfig)?.Values ?? Values ?? [];
}
const patterns = new Map();
/** `*` matches any characters, `?` exactly one (ELBv2 API, HostHeaderConditionConfig). */
function pattern(wildcard) {
    const known = patterns.get(wildcard);
    if (known)
        return known;
    const source = wildcard
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    const made = new RegExp(`^${source}$`, 's');
    patterns.set(wildcard, made);
    return made;
}
/** What an action that does not forward answers; undefined when it forwards. */
function ownAnswer(actions, request) {
    for (const { FixedResponseConfig: fixed, RedirectConfig: redirect } of actions) {
        if (fixed) {
            const { StatusCode, ContentType = 'text/plain', MessageBody = '' } = fixed;
            return { kind: 'fixed', status: Number(StatusCode), contentType: ContentType, body: MessageBody };
        }
        if (redirect) {
            const { Protocol = '#{protocol}', Host = '#{host}', Port, Path = '/#{path}', StatusCode } = redirect;
            const port = Port && Port !== '#{port}' ? `:${Port}` : '';
            const template = `${Protocol}://${Host}${port}${Path}`;
            const location = template
                .replace('#{protocol}', 'http')
                .replace('#{host}', request.host)
                .replace('#{path}', request.path.replace(/^\//, ''));
            return {
                kind: 'redirect',
                status: StatusCode === 'HTTP_301' ? 301 : 302,
                location: location.replace(/^HTTP/, 'http'),
            };
        }
    }
    return undefined;
}
/** The target groups that get requests, with the share of each; empty when all weights are 0. */
function sharesOf(actions) {
    const groups = forwardsTo(actions).filter(({ weight }) => weight > 0);
    const total = groups.reduce((sum, { weight }) => sum + weight, 0);
    return groups.map(({ arn, weight }) => ({ arn, weight: weight / total }));
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/rule-operations.js







const conditionParameters = [
    'Field',
    'Values',
    'HostHeaderConfig.Values',
    'PathPatternConfig.Values',
    'HttpRequestMethodConfig.Values',
];
const rule_operations_settings = [...conditionParameters.map((name) => `Conditions.${name}`), ...listener_operations_actionParameters('Actions')];
const ruleOperations = {
    CreateRule: operation(['ListenerArn', 'Priority', 'Tags.*', ...rule_operations_settings], (input, region) => {
        const listener = findListener(region, input.ListenerArn);
        const { Priority: priority = 0 } = input;
        requireFreePriorities(listener, new Map([[undefined, priority]]));
        const rule = {
            arn: ruleArn(region, listener.arn),
            listenerArn: listener.arn,
            priority,
            conditions: knownConditions(input.Conditions),
            actions: knownActions(region, listener.loadBalancerArn, input.Actions ?? []),
            tags: tagMap(input.Tags),
        };
        listener.rules.push(rule);
        sortRules(listener);
        region.loadBalancing.listenerChanged(listener, 'modified');
        return { Rules: [rule_operations_describe(rule)] };
    }),
    DescribeRules: operation(['ListenerArn', 'RuleArns', 'Marker', 'PageSize'], (input, region) => {
        const rules = input.RuleArns?.length
            ? input.RuleArns.map((arn) => rule_operations_find(region, arn).rule)
            : findListener(region, input.ListenerArn).rules;
        const { items, nextToken } = pages_pageOf(rules, input);
        return { Rules: items.map(rule_operations_describe), NextMarker: nextToken };
    }),
    ModifyRule: operation(['RuleArn', ...rule_operations_settings], (input, region) => {
        const { listener, rule } = rule_operations_find(region, input.RuleArn);
        if (rule.priority === 'default')
            throw notPermitted('modified');
        const conditions = input.Conditions ? knownConditions(input.Conditions) : rule.conditions;
        rule.actions = input.Actions ? knownActions(region, listener.loadBalancerArn, input.Actions) : rule.actions;
        rule.conditions = conditions;
        region.loadBalancing.listenerChanged(listener, 'modified');
        return { Rules: [rule_operations_describe(rule)] };
    }),
    DeleteRule: operation(['RuleArn'], (input, region) => {
        const { listener, rule } = rule_operations_find(region, input.RuleArn);
        if (rule.priority === 'default')
            throw notPermitted('deleted');
        listener.rules = listener.rules.filter((other) => other !== rule);
        region.loadBalancing.listenerChanged(listener, 'modified');
        return {};
    }),
    SetRulePriorities: operation(['RulePriorities.RuleArn', 'RulePriorities.Priority'], (input, region) => {
        const wishes = (input.RulePriorities ?? []).map(({ RuleArn, Priority = 0 }) => ({
            ...rule_operations_find(region, RuleArn),
            Priority,
        }));
        const [first] = wishes;
        if (!first)
            throw validationError('At least one rule priority must be specified');
        requireFreePriorities(first.listener, new Map(wishes.map(({ rule, Priority }) => [rule, Priority])));
        for (const { rule, Priority } of wishes)
            rule.priority = Priority;
        sortRules(first.listener);
        region.loadBalancing.listenerChanged(first.listener, 'modified');
        return { Rules: wishes.map(({ rule }) => rule_operations_describe(rule)) };
    }),
};
function rule_operations_find({ loadBalancing }, arn) {
    for (const listener of loadBalancing.listeners.values()) {
        const rule = listener.rules.find((one) => one.arn === arn);
        if (rule)
            return { listener, rule };
    }
    throw new AwsError('RuleNotFound', `One or more rules not found: '${arn}'`);
}
function notPermitted(what) {
    return new AwsError('OperationNotPermitted', `Default rule '*' cannot be ${what}`);
}
/** No two rules of a listener share a priority; 1 to 50000 (ELBv2 API, CreateRule). Wishes by rule; undefined is a new one. */
function requireFreePriorities(listener, wishes) {
    const taken = new Set(listener.rules.filter((rule) => !wishes.has(rule)).map(({ priority }) => priority));
    for (const priority of wishes.values()) {
        if (priority < 1 || priority > 50_000)
            throw validationError(`Priority '${priority}' must be between 1 and 50000`);
        if (taken.has(priority))
            throw new AwsError('PriorityInUse', `Priority '${priority}' is currently in use`);
        taken.add(priority);
    }
}
const fields = new Set(['host-header', 'path-pattern', 'http-request-method']);
function knownConditions(conditions) {
    if (!conditions?.length)
        throw validationError('A condition must be specified');
    for (const condition of conditions) {
        if (!fields.has(condition.Field ?? '')) {
            throw validationError(`The sandbox does not honour conditions on '${condition.Field}'`);
        }
        if (valuesOf(condition).length === 0)
            throw validationError(`A condition value must be specified for '${condition.Field}'`);
    }
    return structuredClone([...conditions]);
}
function rule_operations_describe(rule) {
    return {
        RuleArn: rule.arn,
        Priority: String(rule.priority),
        IsDefault: rule.priority === 'default',
        Conditions: rule.conditions.map((condition) => ({ ...condition, Values: [...valuesOf(condition)] })),
        Actions: describeActions(rule.actions),
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/target-group-operations.js







const healthCheckParameters = [
    'HealthCheckProtocol',
    'HealthCheckPort',
    'HealthCheckEnabled',
    'HealthCheckPath',
    'HealthCheckIntervalSeconds',
    'HealthCheckTimeoutSeconds',
    'HealthyThresholdCount',
    'UnhealthyThresholdCount',
    'Matcher.HttpCode',
];
const targetGroupOperations = {
    CreateTargetGroup: operation([
        'Name',
        'Protocol',
        'ProtocolVersion',
        'Port',
        'VpcId',
        'TargetType',
        'IpAddressType',
        'Tags.*',
        ...healthCheckParameters,
    ], (input, region) => ({ TargetGroups: [target_group_operations_describe(target_group_operations_create(input, region))] })),
    DescribeTargetGroups: operation(['LoadBalancerArn', 'TargetGroupArns', 'Names', 'Marker', 'PageSize'], (input, region) => {
        const { items, nextToken } = pages_pageOf(target_group_operations_select(input, region), input);
        return { TargetGroups: items.map(target_group_operations_describe), NextMarker: nextToken };
    }),
    ModifyTargetGroup: operation(['TargetGroupArn', ...healthCheckParameters], (input, { loadBalancing }) => {
        const group = loadBalancing.targetGroup(input.TargetGroupArn);
        Object.assign(group.healthCheck, healthCheckOf(input, group.healthCheck));
        loadBalancing.healthCheckChanged(group);
        return { TargetGroups: [target_group_operations_describe(group)] };
    }),
    DeleteTargetGroup: operation(['TargetGroupArn'], (input, { loadBalancing }) => {
        const group = loadBalancing.ofType('elbv2').find(({ arn }) => arn === input.TargetGroupArn);
        if (!group)
            return {};
        if (group.loadBalancerArns.size > 0) {
            throw new AwsError('ResourceInUse', `Target group '${group.arn}' is currently in use by a listener or a rule`);
        }
        for (const { id, port } of [...group.targets.values()])
            loadBalancing.deregister(group.arn, { id, port });
        loadBalancing.targetGroups.delete(group.arn);
        return {};
    }),
    DescribeTargetGroupAttributes: operation(['TargetGroupArn'], (input, { loadBalancing }) => ({
        Attributes: target_group_operations_attributesOf(loadBalancing.targetGroup(input.TargetGroupArn)),
    })),
    ModifyTargetGroupAttributes: operation(['TargetGroupArn', 'Attributes.*'], (input, { loadBalancing }) => {
        const group = loadBalancing.targetGroup(input.TargetGroupArn);
        const changes = (input.Attributes ?? []).map(({ Key = '', Value = '' }) => [Key, Value]);
        for (const [key, value] of changes)
            refuseAttribute(group, key, value);
        for (const [key, value] of changes)
            group.attributes.set(key, value);
        return { Attributes: target_group_operations_attributesOf(group) };
    }),
};
function target_group_operations_create(input, region) {
    const { Name: name = '', Protocol: protocol = 'HTTP', VpcId: vpcId } = input;
    const port = input.Port ?? (protocol === 'GENEVE' ? 6081 : undefined);
    const { loadBalancing } = region;
    if (!/^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name)) {
        throw validationError(`Target group name '${name}' must have at most 32 letters, digits and hyphens, and no hyphen at either end`);
    }
    if ((input.TargetType ?? 'instance') !== 'instance') {
        throw validationError(`The sandbox has targets of type instance only, not '${input.TargetType}'`);
    }
    if (port === undefined || !vpcId)
        throw validationError('A port and a VPC must be specified');
    const type = loadBalancerTypeFor(protocol);
    const healthCheck = healthCheckOf(input, type.healthCheck);
    const settings = { protocol, protocolVersion: input.ProtocolVersion ?? 'HTTP1', port, vpcId, healthCheck };
    const existing = loadBalancing.ofType('elbv2').find((group) => group.name === name);
    if (existing)
        return sameOrRefused(existing, settings);
    const arn = region.arn('elasticloadbalancing', `targetgroup/${name}/${loadBalancing.random.hex(16)}`);
    const attributes = new Map(type.targetGroupAttributes);
    const group = newTargetGroup({ arn, name, type: 'elbv2', ...settings, attributes, tags: tagMap(input.Tags) });
    loadBalancing.targetGroups.set(arn, group);
    return group;
}
/** Creating the same again gives what is there; only other settings are refused (ELBv2 API, CreateTargetGroup). */
function sameOrRefused(existing, settings) {
    const { protocol, protocolVersion, port, vpcId, healthCheck } = existing;
    if ((0,external_node_util_.isDeepStrictEqual)({ protocol, protocolVersion, port, vpcId, healthCheck }, settings))
        return existing;
    throw new AwsError('DuplicateTargetGroupName', `A target group with the same name '${existing.name}' exists, but with different settings`);
}
function healthCheckOf(input, before) {
    if (input.HealthCheckEnabled === false) {
        throw validationError("Health check enabled must be true for target groups with target type 'instance'");
    }
    const check = {
        protocol: input.HealthCheckProtocol ?? before.protocol,
        port: input.HealthCheckPort ?? before.port,
        path: input.HealthCheckPath ?? before.path,
        interval: input.HealthCheckIntervalSeconds ?? before.interval,
        timeout: input.HealthCheckTimeoutSeconds ?? before.timeout,
        healthyThreshold: input.HealthyThresholdCount ?? before.healthyThreshold,
        unhealthyThreshold: input.UnhealthyThresholdCount ?? before.unhealthyThreshold,
        matcher: input.Matcher?.HttpCode ?? before.matcher,
    };
    // ELBv2 API, CreateTargetGroup: the ranges of the health check's numbers.
    requireRange('Health check interval', check.interval, 5, 300);
    requireRange('Health check timeout', check.timeout, 2, 120);
    requireRange('Healthy threshold count', check.healthyThreshold, 2, 10);
    requireRange('Unhealthy threshold count', check.unhealthyThreshold, 2, 10);
    if (check.timeout >= check.interval) {
        throw validationError(`Health check interval must be greater than the timeout (${check.interval} <= ${check.timeout})`);
    }
    return check;
}
function requireRange(what, value, lowest, highest) {
    if (value < lowest || value > highest)
        throw validationError(`${what} '${value}' must be between ${lowest} and ${highest}`);
}
function target_group_operations_select(input, { loadBalancing }) {
    const groups = loadBalancing.ofType('elbv2');
    if (input.TargetGroupArns?.length)
        return input.TargetGroupArns.map((arn) => loadBalancing.targetGroup(arn));
    if (input.Names?.length) {
        return input.Names.map((name) => loadBalancing.targetGroup(groups.find((group) => group.name === name)?.arn ?? name));
    }
    const { LoadBalancerArn: arn } = input;
    return arn ? groups.filter(({ loadBalancerArns }) => loadBalancerArns.has(arn)) : groups;
}
function target_group_operations_describe(group) {
    const { healthCheck } = group;
    return {
        TargetGroupArn: group.arn,
        TargetGroupName: group.name,
        Protocol: group.protocol,
        ...(group.protocol.startsWith('HTTP') && { ProtocolVersion: group.protocolVersion }),
        Port: group.port,
        VpcId: group.vpcId,
        TargetType: 'instance',
        IpAddressType: 'ipv4',
        LoadBalancerArns: [...group.loadBalancerArns],
        HealthCheckEnabled: true,
        HealthCheckProtocol: healthCheck.protocol,
        HealthCheckPort: healthCheck.port,
        HealthCheckIntervalSeconds: healthCheck.interval,
        HealthCheckTimeoutSeconds: healthCheck.timeout,
        HealthyThresholdCount: healthCheck.healthyThreshold,
        UnhealthyThresholdCount: healthCheck.unhealthyThreshold,
        ...(healthCheck.protocol !== 'TCP' && {
            HealthCheckPath: healthCheck.path,
            Matcher: { HttpCode: healthCheck.matcher },
        }),
    };
}
function target_group_operations_attributesOf({ attributes }) {
    return [...attributes].map(([Key, Value]) => ({ Key, Value }));
}
function refuseAttribute(group, key, value) {
    const now = group.attributes.get(key);
    if (now === undefined)
        throw validationError(`Target group attribute key '${key}' is not recognized`);
    if (key === 'deregistration_delay.timeout_seconds')
        requireRange('Deregistration delay', Number(value), 0, 3600);
    else if (now !== value) {
        throw validationError(`The sandbox (stricter than AWS here) keeps ${key} at '${now}' and does not honour '${value}'`);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/target-operations.js


const targetOperations = {
    RegisterTargets: operation(['TargetGroupArn', 'Targets.Id', 'Targets.Port'], (input, { loadBalancing }) => {
        const { arn } = loadBalancing.targetGroup(input.TargetGroupArn);
        for (const target of input.Targets ?? [])
            loadBalancing.register(arn, referenceOf(target));
        return {};
    }),
    DeregisterTargets: operation(['TargetGroupArn', 'Targets.Id', 'Targets.Port'], (input, { loadBalancing }) => {
        const { arn } = loadBalancing.targetGroup(input.TargetGroupArn);
        for (const target of input.Targets ?? [])
            loadBalancing.deregister(arn, referenceOf(target));
        return {};
    }),
    DescribeTargetHealth: operation(['TargetGroupArn', 'Targets.Id', 'Targets.Port'], (input, region) => {
        const group = region.loadBalancing.targetGroup(input.TargetGroupArn);
        const asked = input.Targets?.length
            ? input.Targets.map(({ Id = '', Port = group.port }) => ({ id: Id, port: Port }))
            : [...group.targets.values()];
        return { TargetHealthDescriptions: asked.map(({ id, port }) => target_operations_describe(region, group, id, port)) };
    }),
};
function referenceOf({ Id = '', Port }) {
    return { id: Id, port: Port };
}
/** An instance that is not registered shows as unused when it is asked for by name (ELBv2 API, DescribeTargetHealth). */
const notRegistered = {
    state: 'unused',
    reason: 'Target.NotRegistered',
    description: 'Target is not registered to the target group',
};
function target_operations_describe({ ec2 }, group, id, port) {
    const { state, reason, description } = group.targets.get(targetKey(id, port))?.health ?? notRegistered;
    const zone = ec2.instances.get(id)?.availabilityZone;
    const { port: checkPort } = group.healthCheck;
    return {
        Target: { Id: id, Port: port, ...(zone && { AvailabilityZone: zone }) },
        HealthCheckPort: checkPort === 'traffic-port' ? String(port) : checkPort,
        TargetHealth: {
            State: state,
            ...(reason && { Reason: reason }),
            ...(description && { Description: description }),
        },
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/operations.js






/** Elastic Load Balancing v2, as far as the sandbox goes: Application Load Balancers with instances behind them. */
const loadBalancingOperations = {
    ...loadBalancerOperations,
    ...targetGroupOperations,
    ...targetOperations,
    ...listenerOperations,
    ...ruleOperations,
    ...tags_tagOperations,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/parameters.js

/**
 * Refuses every parameter that carries a value which the operation would ignore. EC2 answers UnknownParameter (EC2 API,
 * "Common client errors"); for the other services this strictness is the sandbox's own, and the message says so.
 */
function refuseUnknownParameters(call, operation) {
    const path = firstUnknown(call.input, '', acceptedBy(operation));
    if (path === undefined)
        return;
    if (call.service === 'ec2') {
        throw new AwsError('UnknownParameter', `The parameter ${path} is not recognized (by the sandbox, for ${call.operation})`);
    }
    throw new AwsError('ValidationError', `The sandbox (stricter than AWS here) does not honour ${path} of ${call.service} ${call.operation}, and ignores nothing`);
}
const known = new WeakMap();
function acceptedBy(operation) {
    const before = known.get(operation);
    if (before)
        return before;
    const open = operation.accepts.filter((path) => path.endsWith('.*')).map((path) => path.slice(0, -2));
    const accepted = {
        paths: new Set([...operation.accepts, ...open]),
        beginnings: open.map((path) => `${path}.`),
    };
    known.set(operation, accepted);
    return accepted;
}
/** The dotted path of the first leaf with a value that is not accepted: empty texts, lists and structures are as good as absent. */
function firstUnknown(value, path, accepted) {
    if (value === undefined || value === null || value === '')
        return undefined;
    if (typeof value !== 'object' || value instanceof Date || value instanceof Uint8Array) {
        const isKnown = accepted.paths.has(path) || accepted.beginnings.some((beginning) => path.startsWith(beginning));
        return isKnown ? undefined : path;
    }
    const isList = Array.isArray(value);
    for (const [name, child] of Object.entries(value)) {
        const found = firstUnknown(child, isList ? path : path === '' ? name : `${path}.${name}`, accepted);
        if (found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/client-tokens.js

/**
 * Remembers what was made for each client token, so that a repeated request makes nothing new (EC2 API, "Ensuring
 * idempotency"). Each operation keeps its own.
 */
class ClientTokens {
    #answers = new Map();
    /**
     * Makes it, or gives what the same request made before.
     * @throws {AwsError} IdempotentParameterMismatch when the token came with other parameters.
     */
    once(operation, input, make) {
        if (!input.ClientToken)
            return make();
        const key = `${operation} ${input.ClientToken}`;
        const parameters = canonical(input);
        const before = this.#answers.get(key);
        if (before && before.parameters !== parameters) {
            throw new AwsError('IdempotentParameterMismatch', `The client token ${input.ClientToken} was used with other parameters before`);
        }
        if (before)
            return before.result;
        const result = make();
        this.#answers.set(key, { parameters, result });
        return result;
    }
}
/** The same text for the same parameters, in whatever order they came. */
function canonical(value) {
    return JSON.stringify(value, (_key, child) => {
        if (child === null || typeof child !== 'object' || Array.isArray(child))
            return child;
        return Object.fromEntries(Object.entries(child).sort(([one], [other]) => (one < other ? -1 : 1)));
    });
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/registration.js
/** Registers a member with the group's target groups; those that are gone are passed over, and so is a dead machine. */
function register({ loadBalancing }, { group, instance }) {
    if (instance.state !== 'running')
        return;
    for (const arn of group.targetGroupArns) {
        if (loadBalancing.targetGroups.has(arn))
            loadBalancing.register(arn, { id: instance.id });
    }
}
/** Takes a member out of the group's target groups; `drained` is called once all have drained it. */
function deregister({ loadBalancing }, { group, instance }, drained) {
    const arns = [...group.targetGroupArns].filter((arn) => loadBalancing.targetGroups.has(arn));
    let left = arns.length;
    if (left === 0)
        drained();
    for (const arn of arns) {
        loadBalancing.deregister(arn, { id: instance.id }, () => {
            left -= 1;
            if (left === 0)
                drained();
        });
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/lifecycle.js






/**
 * The way of an instance through its group (Auto Scaling user guide, "Instance lifecycle"): pending, held by hooks,
 * registered with target groups, in service; and out again: drained, held by hooks, terminated.
 */
class Lifecycle {
    #region;
    #random;
    #wake;
    constructor(region, random, wake) {
        this.#region = region;
        this.#random = random;
        this.#wake = wake;
    }
    /** Launches one instance. A failure is an activity, not an error (Auto Scaling API, DescribeScalingActivities). */
    launch(group, subnetId, cause) {
        const place = { subnetId, availabilityZone: this.#region.ec2.availabilityZoneOf(subnetId) };
        const activity = this.#begin(group, 'Launching a new EC2 instance', cause, place);
        try {
            const launched = launchInstance(this.#region, group, subnetId);
            activity.description = `Launching a new EC2 instance: ${launched.instance.id}`;
            return { member: this.adopt(group, launched, activity) };
        }
        catch (error) {
            if (!(error instanceof AwsError))
                throw error;
            this.#end(activity, 'Failed', `${error.message.replace(/\.$/, '')}. Launching EC2 instance failed.`);
            return { failure: error };
        }
    }
    /** All that could go are protected: desired stays lower all the same (Auto Scaling user guide, "Instance scale-in protection"). */
    couldNotScaleIn(group, cause) {
        const message = 'Could not scale to desired capacity because all remaining instances are protected from scale-in.';
        if (group.activities.at(-1)?.statusMessage === message)
            return;
        this.#end(this.#begin(group, 'Terminating EC2 instances', cause), 'Cancelled', message);
    }
    /** Makes an instance a pending member of a group. */
    adopt(group, launched, activity) {
        return this.join(newMember(group, launched, activity));
    }
    join(member) {
        member.group.members.set(member.instance.id, member);
        this.#enter(member, 'Pending');
        return member;
    }
    /** EC2 says that a launched instance runs: its launch hooks come next. */
    started(member) {
        const transition = 'autoscaling:EC2_INSTANCE_LAUNCHING';
        const { clock } = this.#region.world;
        waitForHooks(member, transition, { clock, random: this.#random }, (result, reason) => {
            if (result === 'CONTINUE') {
                if (member.state === 'Pending:Wait')
                    this.#enter(member, 'Pending:Proceed');
                this.putInService(member);
            }
            else
                this.#abandon(member, reason);
        });
        if (member.waits.size === 0)
            return;
        this.#enter(member, 'Pending:Wait');
        if (member.activity)
            member.activity.status = 'MidLifecycleAction';
    }
    /** Registered first, in service after that; the grace period starts now (Auto Scaling user guide, "Instance lifecycle"). */
    putInService(member) {
        const { group } = member;
        if (!group.suspended.has('AddToLoadBalancer'))
            register(this.#region, member);
        const { clock } = this.#region.world;
        member.inServiceSince = clock.now();
        member.graceEnds = clock.now() + group.gracePeriod * 1000;
        member.protectedFromScaleIn = group.newInstancesProtected;
        group.failures = 0;
        this.#enter(member, 'InService');
        this.#finish(member, 'Successful');
        this.#wake(group);
        if (group.gracePeriod > 0)
            clock.schedule(group.gracePeriod * 1000, () => this.#wake(group));
    }
    /** A launched instance never came to run: its launch is cancelled (Auto Scaling API, Activity: StatusCode). */
    failed(member) {
        const reason = member.instance.stateReason?.message ?? 'the instance was terminated';
        cancelWaits(member);
        this.#finish(member, 'Cancelled', `Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: ${reason}`);
        member.group.failures++;
        this.#remove(member);
    }
    /**
     * Takes a member out of the load balancers, lets it drain, holds it for its hooks, then has EC2 terminate it.
     * One that is terminating already goes on as it is.
     */
    terminate(member, cause) {
        if (isTerminating(member) && member.activity)
            return member.activity;
        cancelWaits(member);
        if (member.activity)
            this.#end(member.activity, 'Cancelled');
        const { group, instance } = member;
        const activity = this.#begin(group, `Terminating EC2 instance: ${instance.id}`, cause, instance);
        member.activity = activity;
        this.#enter(member, 'Terminating');
        deregister(this.#region, member, () => this.#holdTermination(member));
        if (activity.status === 'InProgress' && !member.handedToEc2 && member.waits.size === 0) {
            activity.status = 'WaitingForELBConnectionDraining';
        }
        return activity;
    }
    /** Terminates without draining and without hooks: the group is deleted by force (Auto Scaling API, DeleteAutoScalingGroup). */
    destroy(member) {
        cancelWaits(member);
        deregister(this.#region, member, () => { });
        this.#enter(member, 'Terminating');
        this.#handToEc2(member);
    }
    /** EC2 says that a terminated member is gone. */
    gone(member) {
        this.#finish(member, 'Successful');
        this.#remove(member);
    }
    enterStandby(member, cause) {
        const { id } = member.instance;
        return this.#stepOut(member, 'EnteringStandby', `Moving EC2 instance to Standby: ${id}`, cause, () => {
            this.#enter(member, 'Standby');
        });
    }
    exitStandby(member, cause) {
        const { group, instance } = member;
        const activity = this.#begin(group, `Moving EC2 instance out of Standby: ${instance.id}`, cause, instance);
        member.activity = activity;
        this.#stepIn(member, activity);
        return activity;
    }
    detach(member, cause) {
        const { id } = member.instance;
        return this.#stepOut(member, 'Detaching', `Detaching EC2 instance: ${id}`, cause, () => {
            member.instance.tags.delete('aws:autoscaling:groupName');
            this.#remove(member);
        });
    }
    attach(group, instance, cause) {
        const activity = this.#begin(group, `Attaching an existing EC2 instance: ${instance.id}`, cause, instance);
        instance.tags.set('aws:autoscaling:groupName', group.name);
        this.#stepIn(this.adopt(group, { instance }, activity), activity);
        return activity;
    }
    #abandon(member, reason) {
        this.#finish(member, 'Cancelled', `Instance failed to complete user's Lifecycle Action: ${reason}`);
        member.group.failures++;
        const now = timeText(this.#region.world.clock.now());
        this.terminate(member, `At ${now} an instance was taken out of service in response to a launch lifecycle action that was abandoned.`);
        this.#wake(member.group);
    }
    #holdTermination(member) {
        const transition = 'autoscaling:EC2_INSTANCE_TERMINATING';
        const { clock } = this.#region.world;
        // Either result lets the termination go on (Auto Scaling user guide, "Lifecycle hooks").
        waitForHooks(member, transition, { clock, random: this.#random }, () => {
            if (member.state === 'Terminating:Wait')
                this.#enter(member, 'Terminating:Proceed');
            const isReused = member.isScaledIn && member.group.warmPool?.reuses && member.instance.state === 'running';
            if (isReused)
                this.#region.autoScaling.warmPools.takeBack(member);
            else
                this.#handToEc2(member);
        });
        if (member.activity)
            member.activity.status = 'InProgress';
        if (member.waits.size === 0)
            return;
        this.#enter(member, 'Terminating:Wait');
        if (member.activity)
            member.activity.status = 'MidLifecycleAction';
    }
    #handToEc2(member) {
        member.handedToEc2 = true;
        if (member.instance.state === 'terminated')
            this.gone(member);
        else
            this.#region.ec2.terminate(member.instance.id);
    }
    /** Hooks do not fire for machines that run already (Auto Scaling user guide, "Lifecycle hooks"). */
    #stepIn(member, activity) {
        activity.status = 'PreInService';
        if (member.state !== 'Pending')
            this.#enter(member, 'Pending');
        this.#region.world.clock.schedule(0, () => member.state === 'Pending' && this.putInService(member));
    }
    #stepOut(member, state, description, cause, then) {
        const activity = this.#begin(member.group, description, cause, member.instance);
        member.activity = activity;
        this.#enter(member, state);
        activity.status = 'WaitingForELBConnectionDraining';
        deregister(this.#region, member, () => {
            if (member.state !== state)
                return;
            this.#finish(member, 'Successful');
            then();
        });
        return activity;
    }
    #begin(group, description, cause, place) {
        const details = JSON.stringify(place ? { 'Subnet ID': place.subnetId, 'Availability Zone': place.availabilityZone } : {});
        return beginActivity({ group, description, cause, details, started: this.#region.world.clock.now() }, this.#random);
    }
    #end(activity, status, message) {
        endActivity(activity, status, this.#region.world.clock.now(), message);
        this.#region.record('activity', activity.groupName, `${activity.description}: ${status}`);
    }
    #finish(member, status, message) {
        if (member.activity)
            this.#end(member.activity, status, message);
        member.activity = undefined;
    }
    #enter(member, state) {
        member.state = state;
        this.#region.record('member', `${member.group.name}/${member.instance.id}`, state);
    }
    #remove({ group, instance }) {
        group.members.delete(instance.id);
        this.#region.record('member', `${group.name}/${instance.id}`, 'gone');
        this.#wake(group);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/reconcile.js





/**
 * One look of a group at itself: replaces the unhealthy, then brings its size to what is desired, then evens out its
 * zones. What a suspended process would do is left undone (Auto Scaling user guide, "Suspend and resume processes").
 */
function reconcile(region, lifecycle, group) {
    if (group.deleting)
        return;
    checkHealth(region, group);
    replaceUnhealthy(lifecycle, group);
    const cause = group.causes.splice(0).join('  ');
    launchMissing(region, lifecycle, group, cause);
    terminateSurplus(region, lifecycle, group, cause);
    balanceZones(region, lifecycle, group);
    region.autoScaling.warmPools.fill(group);
}
/** Terminating does not wait for the replacement: both run at once (Auto Scaling user guide, "Replace unhealthy instances"). */
function replaceUnhealthy(lifecycle, group) {
    if (group.suspended.has('ReplaceUnhealthy') || group.suspended.has('Terminate'))
        return;
    for (const member of [...group.members.values()]) {
        if (member.healthy || member.state !== 'InService')
            continue;
        lifecycle.terminate(member, member.illness ?? '');
    }
}
function launchMissing(region, lifecycle, group, cause) {
    if (group.suspended.has('Launch'))
        return;
    for (let count = capacityOf(activeMembers(group)); count < group.desired + group.surge;) {
        const at = timeText(region.world.clock.now());
        const why = `At ${at} an instance was started in response to a difference between desired and actual capacity, increasing the capacity from ${count} to ${count + 1}.`;
        const because = `${cause}  ${why}`.trim();
        // What is warm is used first, whatever version it is of (Auto Scaling user guide, "Warm pools").
        const member = region.autoScaling.warmPools.take(group, because) ??
            launchOne(lifecycle, group, subnetsByNeed(region, group), because);
        if (!member)
            return;
        count += member.weight;
    }
}
/** Where a zone has no capacity the next one is tried (Auto Scaling user guide, "Availability Zone distribution"). */
function launchOne(lifecycle, group, subnetIds, cause) {
    for (const subnetId of subnetIds) {
        const launched = lifecycle.launch(group, subnetId, cause);
        if ('member' in launched)
            return launched.member;
        if (launched.failure.code !== 'InsufficientInstanceCapacity')
            break;
    }
    group.failures++;
    return undefined;
}
function terminateSurplus(region, lifecycle, group, cause) {
    if (group.suspended.has('Terminate') || isRebalancing(group))
        return;
    for (let count = capacityOf(activeMembers(group)); count > group.desired + group.surge;) {
        const surplus = count - group.desired - group.surge;
        const victim = chooseVictim(region, group, surplus);
        if (!victim) {
            if (activeMembers(group).every(({ protectedFromScaleIn }) => protectedFromScaleIn))
                lifecycle.couldNotScaleIn(group, cause);
            return;
        }
        const left = count - victim.weight;
        const at = timeText(region.world.clock.now());
        const why = `At ${at} an instance was taken out of service in response to a difference between desired and actual capacity, shrinking the capacity from ${count} to ${left}.`;
        victim.isScaledIn = true;
        lifecycle.terminate(victim, `${cause}  ${why}`.trim());
        count = left;
    }
}
/** While the instance that evens out the zones is on its way, its counterpart stays in service. */
function isRebalancing(group) {
    const launched = group.members.get(group.rebalancing ?? '');
    if (launched?.state.startsWith('Pending'))
        return true;
    group.rebalancing = undefined;
    return false;
}
/**
 * Launches in the emptiest zone before the fullest one loses an instance, beyond desired by one
 * (Auto Scaling user guide, "Rebalancing activities"), once nothing else is under way.
 */
function balanceZones(region, lifecycle, group) {
    const { suspended } = group;
    if (suspended.has('AZRebalance') || suspended.has('Launch') || suspended.has('Terminate'))
        return;
    const members = [...group.members.values()];
    const active = activeMembers(group);
    const heaviest = Math.max(1, ...active.map(({ weight }) => weight));
    const excess = capacityOf(active) - group.desired;
    if (group.surge > 0 ||
        excess < 0 ||
        excess >= heaviest ||
        members.some((one) => isTerminating(one) || one.state.startsWith('Pending')))
        return;
    const counts = zoneCounts(group);
    const zones = group.subnetIds.map((id) => region.ec2.availabilityZoneOf(id));
    const sizes = zones.map((zone) => counts.get(zone) ?? 0);
    // Zones that the group no longer uses are emptied too.
    const fullest = Math.max(...counts.values(), 0);
    const emptiest = Math.min(...sizes);
    if (fullest - emptiest <= heaviest)
        return;
    if (active.every((one) => one.protectedFromScaleIn))
        return;
    const at = timeText(region.world.clock.now());
    const cause = `At ${at} instances were launched to balance instances in zones ${[...new Set(zones)].join(' ')} with other zones resulting in more than desired number of instances in the group.`;
    // Elsewhere it would even out nothing: where the emptiest zone has no capacity, this is tried again later.
    const inEmptiest = group.subnetIds.filter((_, index) => sizes[index] === emptiest);
    group.rebalancing = launchOne(lifecycle, group, inEmptiest, cause)?.instance.id;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/root-volumes.js



/**
 * The way of a machine that keeps its place while its root volume is replaced, which restarts it (Auto Scaling user guide,
 * "Replace root volumes during instance refresh"). That the termination hooks hold it in ReplacingRootVolume:Wait is
 * documented; that its load balancers drain it before is an assumption, by what happens to all machines that leave service.
 */
class RootVolumes {
    #region;
    #random;
    #lifecycle;
    constructor(region, random, lifecycle) {
        this.#region = region;
        this.#random = random;
        this.#lifecycle = lifecycle;
    }
    replace(member, imageId) {
        const { group, instance } = member;
        const cause = `At ${this.#now()} the root volume of an instance was replaced in response to an instance refresh.`;
        const details = JSON.stringify({ 'Availability Zone': instance.availabilityZone });
        const started = this.#region.world.clock.now();
        const description = `Replacing root volume of EC2 instance: ${instance.id}`;
        member.activity = beginActivity({ group, description, cause, details, started }, this.#random);
        this.#enter(member, 'ReplacingRootVolume');
        deregister(this.#region, member, () => {
            if (member.state === 'ReplacingRootVolume')
                this.#hold(member, imageId);
        });
    }
    /** Either result lets it go on, as when a machine terminates. */
    #hold(member, imageId) {
        const { clock } = this.#region.world;
        waitForHooks(member, 'autoscaling:EC2_INSTANCE_TERMINATING', { clock, random: this.#random }, () => {
            this.#enter(member, 'ReplacingRootVolume:Proceed');
            this.#swap(member, imageId);
        });
        if (member.waits.size > 0)
            this.#enter(member, 'ReplacingRootVolume:Wait');
    }
    /** A machine whose volume cannot be replaced is terminated, and another comes for it. */
    #swap(member, imageId) {
        const isOn = () => member.state === 'ReplacingRootVolume:Proceed';
        this.#region.ec2.fleet.replaceRoot(member.instance.id, imageId, {
            replaced: () => {
                if (!isOn())
                    return;
                member.shownImageId = imageId;
                this.#enter(member, 'RootVolumeReplaced');
                this.#lifecycle.putInService(member);
            },
            failed: (reason) => {
                if (!isOn())
                    return;
                if (member.activity)
                    endActivity(member.activity, 'Failed', this.#region.world.clock.now(), reason);
                member.activity = undefined;
                this.#lifecycle.terminate(member, `At ${this.#now()} the root volume of an instance could not be replaced.`);
            },
        });
    }
    #enter(member, state) {
        member.state = state;
        this.#region.record('member', `${member.group.name}/${member.instance.id}`, state);
    }
    #now() {
        return timeText(this.#region.world.clock.now());
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/warm-pool.js





/**
 * The way of machines through warm pools: launched, held by the launch hooks, stopped, and started again when the group
 * needs them; the hooks fire once more then (Auto Scaling user guide, "Warm pools" and "Lifecycle hooks with a warm pool").
 */
class WarmPools {
    #region;
    #random;
    #lifecycle;
    #wake;
    constructor(region, random, lifecycle, wake) {
        this.#region = region;
        this.#random = random;
        this.#lifecycle = lifecycle;
        this.#wake = wake;
    }
    /** Brings a group's pool to its size: what is missing up to the prepared capacity, never less than its minimum. */
    fill(group) {
        const { warmPool: pool, suspended } = group;
        const prepared = (pool?.maxPrepared ?? group.maxSize) - group.desired;
        const wanted = !pool || pool.isDeleting ? 0 : Math.max(pool.minSize, prepared);
        const staying = [...group.warm.values()].filter((member) => !isLeaving(member));
        if (!suspended.has('Terminate'))
            for (const member of staying.slice(wanted))
                this.retire(member);
        if (suspended.has('Launch'))
            return;
        for (let count = staying.length; count < wanted; count++) {
            if (this.#launch(group))
                continue;
            group.failures++;
            return;
        }
    }
    /** Starts a ready machine for its group, whatever version it was launched from. @returns undefined if none is ready. */
    take(group, cause) {
        const ready = [...group.warm.values()].find(({ state }) => state === 'Warmed:Stopped' || state === 'Warmed:Running');
        if (!ready)
            return undefined;
        const { instance } = ready;
        const wasRunning = ready.state === 'Warmed:Running';
        group.warm.delete(instance.id);
        ready.activity = this.#begin(group, `Launching a new EC2 instance from warm pool: ${instance.id}`, cause, instance);
        this.#lifecycle.join(ready);
        if (!wasRunning)
            this.#region.ec2.start(instance.id);
        else {
            this.#region.world.clock.schedule(0, () => {
                if (ready.state === 'Pending')
                    this.#lifecycle.started(ready);
            });
        }
        return ready;
    }
    /** Takes a machine in that its group has drained on a scale-in, whatever version it is of (Auto Scaling user guide, "Warm pools"). */
    takeBack(member) {
        const { group, instance } = member;
        this.#finish(member, 'Successful');
        group.members.delete(instance.id);
        group.warm.set(instance.id, member);
        this.#enter(member, 'Warmed:Pending');
        this.#started(member);
        this.#wake(group);
    }
    /** Lets the machines of a pool go that an instance refresh replaces; others come for them. */
    renew(group, isOnlyStale) {
        for (const member of [...group.warm.values()]) {
            if (!isOnlyStale || !isCurrent(this.#region, group, member))
                this.retire(member);
        }
    }
    /** Held by the termination hooks, then terminated. */
    retire(member) {
        if (isLeaving(member))
            return;
        cancelWaits(member);
        this.#finish(member, 'Cancelled');
        const { group, instance } = member;
        const cause = `At ${this.#now()} an instance was taken out of the warm pool.`;
        member.activity = this.#begin(group, `Terminating EC2 instance from warm pool: ${instance.id}`, cause, instance);
        this.#enter(member, 'Warmed:Terminating');
        this.#hold(member, 'autoscaling:EC2_INSTANCE_TERMINATING', () => {
            if (member.state === 'Warmed:Terminating:Wait')
                this.#enter(member, 'Warmed:Terminating:Proceed');
            this.#region.ec2.terminate(instance.id);
        });
    }
    /** EC2 says that a machine of a pool has changed its state. */
    changed(member) {
        const { state } = member.instance;
        if (state === 'running' && member.state === 'Warmed:Pending')
            this.#started(member);
        else if (state === 'stopped' && !isLeaving(member))
            this.#settle(member, 'Warmed:Stopped');
        else if (state === 'terminated')
            this.#gone(member);
        else if (state === 'shutting-down' && !isLeaving(member)) {
            cancelWaits(member);
            this.#enter(member, 'Warmed:Terminating');
        }
    }
    #launch(group) {
        const cause = `At ${this.#now()} an instance was started to maintain the capacity of the warm pool.`;
        for (const subnetId of subnetsByNeed(this.#region, group)) {
            const place = { subnetId, availabilityZone: this.#region.ec2.availabilityZoneOf(subnetId) };
            const activity = this.#begin(group, 'Launching a new EC2 instance into warm pool', cause, place);
            try {
                const launched = launchInstance(this.#region, group, subnetId);
                activity.description = `Launching a new EC2 instance into warm pool: ${launched.instance.id}`;
                const member = newMember(group, launched, activity);
                group.warm.set(launched.instance.id, member);
                this.#enter(member, 'Warmed:Pending');
                return true;
            }
            catch (error) {
                if (!(error instanceof AwsError))
                    throw error;
                const message = `${error.message.replace(/\.$/, '')}. Launching EC2 instance failed.`;
                endActivity(activity, 'Failed', this.#region.world.clock.now(), message);
                if (error.code !== 'InsufficientInstanceCapacity')
                    return false;
            }
        }
        return false;
    }
    #started(member) {
        this.#hold(member, 'autoscaling:EC2_INSTANCE_LAUNCHING', (result) => {
            if (result === 'ABANDON') {
                member.group.failures++;
                this.retire(member);
                return;
            }
            if (member.state === 'Warmed:Pending:Wait')
                this.#enter(member, 'Warmed:Pending:Proceed');
            if (member.group.warmPool?.state === 'Running')
                this.#settle(member, 'Warmed:Running');
            else
                this.#region.ec2.stop(member.instance.id);
        });
    }
    #hold(member, transition, then) {
        const { clock } = this.#region.world;
        waitForHooks(member, transition, { clock, random: this.#random }, then);
        if (member.waits.size > 0)
            this.#enter(member, `${member.state}:Wait`);
    }
    #settle(member, state) {
        this.#enter(member, state);
        this.#finish(member, 'Successful');
        member.group.failures = 0;
        this.#wake(member.group);
    }
    #gone(member) {
        const { group, instance } = member;
        cancelWaits(member);
        this.#finish(member, isLeaving(member) ? 'Successful' : 'Failed');
        group.warm.delete(instance.id);
        this.#region.record('warm-pool', `${group.name}/${instance.id}`, 'gone');
        if (group.warmPool?.isDeleting && group.warm.size === 0)
            group.warmPool = undefined;
        this.#wake(group);
    }
    #begin(group, description, cause, place) {
        const details = JSON.stringify({ 'Subnet ID': place.subnetId, 'Availability Zone': place.availabilityZone });
        const started = this.#region.world.clock.now();
        return beginActivity({ group, description, cause, details, started }, this.#random);
    }
    #finish(member, status) {
        if (member.activity)
            endActivity(member.activity, status, this.#region.world.clock.now());
        member.activity = undefined;
    }
    #enter(member, state) {
        member.state = state;
        this.#region.record('warm-pool', `${member.group.name}/${member.instance.id}`, state);
    }
    #now() {
        return timeText(this.#region.world.clock.now());
    }
}
function isLeaving({ state }) {
    return state.startsWith('Warmed:Terminating');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/auto-scaling/auto-scaling.js









/** The longest back-off of a group whose launches fail, as a multiple of the ordinary wait. A parameter of the model. */
const longestBackoff = 32;
/** Amazon EC2 Auto Scaling in one region. */
class AutoScaling {
    region;
    random;
    clientTokens = new ClientTokens();
    lifecycle;
    warmPools;
    rootVolumes;
    groups = new Map();
    /** By name. */
    launchConfigurations = new Map();
    /** Activities of groups that are gone: they can still be described (Auto Scaling API, DescribeScalingActivities). */
    pastActivities = [];
    constructor(region) {
        this.region = region;
        this.random = region.world.random.fork(`auto-scaling/${region.name}`);
        this.lifecycle = new Lifecycle(region, this.random, (group) => this.wake(group));
        this.rootVolumes = new RootVolumes(region, this.random, this.lifecycle);
        this.warmPools = new WarmPools(region, this.random, this.lifecycle, (group) => this.wake(group));
        region.ec2.onStateChange((instance) => this.#instanceChanged(instance));
        region.loadBalancing.onTargetChange(({ id, group, health }) => {
            if (health.state === 'healthy' || health.state === 'unhealthy')
                this.#targetChanged(id, group.arn, health.state);
        });
    }
    /** @throws {AwsError} ValidationError */
    group(name) {
        const group = this.groups.get(name ?? '');
        if (!group)
            throw validationError(`AutoScalingGroup name not found - no such group: ${name}`);
        return group;
    }
    memberOf(instanceId) {
        for (const { members } of this.groups.values()) {
            const member = members.get(instanceId);
            if (member)
                return member;
        }
        return undefined;
    }
    /** A machine of a warm pool, which is no member of its group. */
    warmMember(instanceId) {
        for (const { warm } of this.groups.values()) {
            const member = warm.get(instanceId);
            if (member)
                return member;
        }
        return undefined;
    }
    /** Makes a group look at itself soon; the more launches have failed in a row, the later. */
    wake(group) {
        if (group.deleting)
            this.#finishDeleting(group);
        if (group.deleting || group.next || !this.groups.has(group.name))
            return;
        const { clock, profile } = this.region.world;
        const delay = draw(profile.reconcile, this.random) * Math.min(longestBackoff, 2 ** group.failures);
        group.next = clock.schedule(delay, () => {
            group.next = undefined;
            const failuresBefore = group.failures;
            reconcile(this.region, this.lifecycle, group);
            if (group.failures > failuresBefore)
                this.wake(group);
        });
    }
    /** A person has changed the group: earlier failures no longer hold it back. A look that is due anyway is not put off. */
    settingsChanged(group) {
        if (group.failures > 0) {
            group.failures = 0;
            group.next?.();
            group.next = undefined;
        }
        this.wake(group);
    }
    /** Changes the desired capacity and says why, for the activities that follow. */
    setDesired(group, desired, cause) {
        group.desired = desired;
        if (cause)
            group.causes.push(cause);
        this.region.record('group', group.name, `desired ${desired}`);
        this.settingsChanged(group);
    }
    /** Starts to delete a group; it is gone once its members are. */
    delete(group) {
        group.deleting = true;
        group.next?.();
        for (const { cancel } of group.scheduledActions.values())
            cancel();
        for (const { alarms } of group.policies.values())
            for (const { name } of alarms)
                this.region.cloudWatch.delete(name);
        this.region.record('group', group.name, 'Delete in progress');
        for (const member of [...group.members.values()])
            this.lifecycle.destroy(member);
        for (const id of [...group.warm.keys()])
            this.region.ec2.terminate(id);
        this.#finishDeleting(group);
    }
    #finishDeleting(group) {
        if (group.members.size > 0 || group.warm.size > 0 || this.groups.get(group.name) !== group)
            return;
        this.groups.delete(group.name);
        this.pastActivities.push(...group.activities);
        this.region.record('group', group.name, 'deleted');
    }
    #instanceChanged(instance) {
        const warm = this.warmMember(instance.id);
        if (warm)
            this.warmPools.changed(warm);
        const member = this.memberOf(instance.id);
        if (!member)
            return;
        const isGone = instance.state === 'terminated';
        if (member.state === 'Pending' && instance.state === 'running')
            this.lifecycle.started(member);
        else if (member.handedToEc2) {
            if (isGone)
                this.lifecycle.gone(member);
        }
        else if (isGone && (member.state.startsWith('Pending') || isReplacingRoot(member.state)))
            this.lifecycle.failed(member);
        else if (!isTerminating(member) && instance.state !== 'running')
            this.wake(member.group);
    }
    #targetChanged(id, targetGroupArn, state) {
        const member = this.memberOf(id);
        if (!member?.group.targetGroupArns.has(targetGroupArn))
            return;
        const { group } = member;
        const isNews = state === 'unhealthy' || !group.provenTargetGroupArns.has(targetGroupArn);
        if (state === 'healthy')
            group.provenTargetGroupArns.add(targetGroupArn);
        if (isNews && healthCounts(group, targetGroupArn))
            this.wake(group);
    }
    /** Whether the group has all it wants and nothing under way: for tests and demos that wait. */
    isSteady(group) {
        const active = activeMembers(group);
        return (group.members.size === active.length &&
            capacityOf(active) === group.desired &&
            active.every(({ state }) => state === 'InService'));
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/cloud-formation/cloud-formation.js
/**
 * CloudFormation in one region, as others see it: which stacks there are, what becomes of them, and which Auto Scaling
 * groups are theirs. It changes nothing itself.
 */
class CloudFormation {
    /** By name. */
    stacks = new Map();
    #region;
    #random;
    constructor(region) {
        this.#region = region;
    }
    /** Makes a stack to which a group belongs. The group's tags say so (CloudFormation user guide, "Resource tag"). */
    adopt(groupName, name) {
        const stack = this.create(name);
        const { tags } = this.#region.autoScaling.group(groupName);
        // Nobody else may set these: the API refuses them.
        const own = { 'stack-name': name, 'stack-id': stack.id, 'logical-id': 'Group' };
        for (const [key, value] of Object.entries(own))
            tags.set(`aws:cloudformation:${key}`, { value, propagate: true });
        return stack;
    }
    /** Makes a stack of anything else. */
    create(name) {
        this.#random ??= this.#region.world.random.fork(`cloud-formation/${this.#region.name}`);
        const uuid = [8, 4, 4, 4, 12].map((digits) => this.#random?.hex(digits)).join('-');
        const stack = {
            id: this.#region.arn('cloudformation', `stack/${name}/${uuid}`),
            name,
            created: this.#region.world.clock.now(),
            updated: undefined,
            status: 'CREATE_COMPLETE',
        };
        this.stacks.set(name, stack);
        this.#region.record('stack', name, stack.status);
        return stack;
    }
    /** Its resources keep their tags where they are retained (CloudFormation user guide, "DeletionPolicy attribute"). */
    delete({ name }) {
        this.stacks.delete(name);
        this.#region.record('stack', name, 'DELETE_COMPLETE');
    }
    enter(stack, status) {
        stack.status = status;
        if (status.startsWith('UPDATE'))
            stack.updated = this.#region.world.clock.now();
        this.#region.record('stack', stack.name, status);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/cloudwatch/alarm.js
/** What an alarm does when it comes into its present state. */
function actionsOf({ settings, state }) {
    if (state === 'ALARM')
        return settings.AlarmActions ?? [];
    if (state === 'OK')
        return settings.OKActions ?? [];
    return settings.InsufficientDataActions ?? [];
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/cloudwatch/evaluation.js

/**
 * Takes the next data point of an alarm and judges the last EvaluationPeriods of them; a missing one does not breach
 * (CloudWatch user guide, "Evaluating an alarm").
 * @returns undefined while nothing has measured the metric: the state stays as it was set.
 */
function evaluate(region, alarm) {
    const { EvaluationPeriods: periods = 1, DatapointsToAlarm: needed = periods, Threshold = 0 } = alarm.settings;
    alarm.points = [...alarm.points, measure(region, alarm.settings, periodOf(alarm))?.value].slice(-periods);
    const values = alarm.points.filter((value) => value !== undefined);
    if (values.length === 0)
        return undefined;
    const breaching = values.filter((value) => breaches(alarm, value)).length;
    const reason = `Threshold Crossed: ${breaching} out of the last ${values.length} datapoints against the threshold (${Threshold})`;
    return { state: breaching >= needed ? 'ALARM' : 'OK', reason };
}
/** In seconds. */
function periodOf({ settings }) {
    return settings.Period ?? 60;
}
/** By how much the newest data point is beyond the threshold; 0 when there is none. */
function breachOf({ points, settings }) {
    const newest = points.at(-1);
    return newest === undefined ? 0 : newest - (settings.Threshold ?? 0);
}
function breaches({ settings }, value) {
    const { Threshold = 0, ComparisonOperator } = settings;
    switch (ComparisonOperator) {
        case 'GreaterThanThreshold':
            return value > Threshold;
        case 'LessThanThreshold':
            return value < Threshold;
        case 'LessThanOrEqualToThreshold':
            return value <= Threshold;
        default:
            return value >= Threshold;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/cloudwatch/cloudwatch.js




/** Amazon CloudWatch in one region: metric alarms, and a heap of metric data. */
class CloudWatch {
    region;
    alarms = new Map();
    data = [];
    constructor(region) {
        this.region = region;
    }
    /** A new alarm has no data yet; one that is changed keeps its state (CloudWatch API, PutMetricAlarm). */
    put(input) {
        const { AlarmName: name = '', ActionsEnabled = true, Tags = [] } = input;
        if (!name)
            throw new AwsError('ValidationError', 'AlarmName is required');
        const now = this.region.world.clock.now();
        const existing = this.alarms.get(name);
        existing?.next?.();
        const alarm = {
            state: 'INSUFFICIENT_DATA',
            stateReason: 'Unchecked: Initial alarm creation',
            stateReasonData: undefined,
            stateUpdated: now,
            tags: new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
            ...existing,
            name,
            arn: this.region.arn('cloudwatch', `alarm:${name}`),
            settings: structuredClone(input),
            actionsEnabled: ActionsEnabled,
            configured: now,
            points: [],
            next: undefined,
        };
        this.alarms.set(name, alarm);
        this.region.record('alarm', name, 'put');
        if (input.Namespace && input.MetricName)
            this.#watch(alarm);
        return alarm;
    }
    /** An unknown name is no error (CloudWatch API, DeleteAlarms). */
    delete(name) {
        this.alarms.get(name)?.next?.();
        if (this.alarms.delete(name))
            this.region.record('alarm', name, 'deleted');
    }
    /**
     * Changes an alarm's state; the actions of the new one run if they are enabled. Where a metric is measured, the next
     * evaluation has the last word (CloudWatch API, SetAlarmState).
     */
    setState(alarm, state, reason, reasonData) {
        alarm.stateReason = reason;
        alarm.stateReasonData = reasonData;
        if (alarm.state === state)
            return;
        alarm.state = state;
        alarm.stateUpdated = this.region.world.clock.now();
        this.region.record('alarm', alarm.name, state);
        this.#act(alarm);
    }
    #watch(alarm) {
        alarm.next = this.region.world.clock.schedule(periodOf(alarm) * 1000, () => {
            this.#watch(alarm);
            const before = alarm.state;
            const verdict = evaluate(this.region, alarm);
            if (verdict)
                this.setState(alarm, verdict.state, verdict.reason, undefined);
            // Scaling actions are repeated as long as the state lasts (CloudWatch user guide, "Alarm actions").
            if (alarm.state === before)
                this.#act(alarm);
        });
    }
    /** Of all actions only scaling policies do anything here. */
    #act(alarm) {
        if (!alarm.actionsEnabled)
            return;
        const went = { name: alarm.name, state: alarm.state, breach: breachOf(alarm) };
        for (const action of actionsOf(alarm))
            alarmWentOff(this.region.autoScaling, action, went);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/code-deploy/code-deploy.js
const code_deploy_over = new Set(['Succeeded', 'Failed', 'Stopped']);
/**
 * CodeDeploy in one region, as others see it: that it deploys, and to which Auto Scaling groups. It changes no machine.
 */
class CodeDeploy {
    /** Newest last. */
    deployments = new Map();
    /** By application and name. */
    targets = new Map();
    #region;
    #random;
    constructor(region) {
        this.#region = region;
    }
    /** Somebody begins to deploy. */
    begin(target) {
        this.#random ??= this.#region.world.random.fork(`code-deploy/${this.#region.name}`);
        this.targets.set(`${target.application}/${target.deploymentGroup}`, target);
        const deployment = {
            id: `d-${this.#random.hex(9).toUpperCase()}`,
            application: target.application,
            deploymentGroup: target.deploymentGroup,
            status: 'InProgress',
            created: this.#region.world.clock.now(),
            ended: undefined,
        };
        this.deployments.set(deployment.id, deployment);
        this.#region.record('deployment', deployment.id, 'InProgress');
        return deployment;
    }
    enter(deployment, status) {
        deployment.status = status;
        if (code_deploy_over.has(status))
            deployment.ended = this.#region.world.clock.now();
        this.#region.record('deployment', deployment.id, status);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/capacity.js

/** @throws {AwsError} InsufficientInstanceCapacity, in AWS's words (EC2 user guide, "Insufficient instance capacity"). */
function requireCapacity(type, { availabilityZone: zone }, { shortages, network }) {
    const isShort = (where) => [...shortages].some(({ instanceType, availabilityZone }) => (instanceType ?? type) === type && (availabilityZone ?? where) === where);
    if (!isShort(zone))
        return;
    const zones = [...new Set([...network.subnets.values()].map(({ availabilityZone }) => availabilityZone))];
    const others = zones.filter((other) => !isShort(other));
    const hint = `You can currently get ${type} capacity by not specifying an Availability Zone in your request or choosing ${others.join(', ')}.`;
    throw new AwsError('InsufficientInstanceCapacity', `We currently do not have sufficient ${type} capacity in the Availability Zone you requested (${zone}). Our system will be working on provisioning additional capacity.${others.length > 0 ? ` ${hint}` : ''}`, 500);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/launching.js








/** What RunInstances takes when nothing else is said (EC2 API, RunInstances). */
const defaultType = 'm1.small';
/**
 * Makes the record of a new instance, and its disks.
 * @throws {AwsError} as RunInstances would, before anything is made.
 */
function prepareInstance(spec, ec2) {
    const image = imageFor(spec.ImageId, ec2);
    const type = typeFor(spec.InstanceType ?? defaultType, image);
    const subnet = launching_subnetFor(spec, ec2);
    const securityGroupIds = securityGroupsFor(spec, subnet, ec2);
    if (spec.KeyName && !ec2.keyPairs.has(spec.KeyName))
        throw keyPairNotFound(spec.KeyName);
    checkUserData(spec.UserData);
    const tags = instanceTags(spec);
    const volumeTags = newTags(spec.volumeTags ?? []);
    const networkInterfaceTags = newTags(spec.networkInterfaceTags ?? []);
    requireCapacity(type, subnet, ec2);
    const id = ec2.ids.next('i');
    const now = ec2.region.world.clock.now();
    const devices = devicesWith(image.blockDevices, spec.BlockDeviceMappings);
    const owner = { instanceId: id, availabilityZone: subnet.availabilityZone, createdAt: now };
    const volumeIds = ec2.volumes.create(devices, owner, volumeTags);
    return {
        id,
        region: ec2.region.name,
        imageId: image.id,
        instanceType: type,
        architecture: image.architecture,
        platform: image.platform,
        rootDeviceName: rootOf(image),
        subnetId: subnet.id,
        vpcId: subnet.vpcId,
        availabilityZone: subnet.availabilityZone,
        privateIpAddress: ec2.region.world.machines.addressFor({ id, subnetId: subnet.id }),
        keyName: spec.KeyName || undefined,
        userData: spec.UserData || undefined,
        securityGroupIds,
        iamInstanceProfile: spec.IamInstanceProfile?.Arn || spec.IamInstanceProfile?.Name || undefined,
        clientToken: spec.clientToken || undefined,
        launchTemplate: spec.launchTemplate,
        spot: spec.spot ?? false,
        tags,
        volumeId: volumeIds[0] ?? '',
        volumeIds,
        networkInterface: {
            id: ec2.ids.next('eni'),
            tags: networkInterfaceTags,
            isPublic: spec.AssociatePublicIpAddress ?? true,
        },
        reservationId: spec.reservationId ?? ec2.ids.next('r'),
        metadataOptions: metadataOptions(spec),
        ebsOptimized: spec.EbsOptimized ?? false,
        shutdownBehavior: spec.InstanceInitiatedShutdownBehavior || 'stop',
        state: 'pending',
        stateReason: undefined,
        launchTime: now,
        runningSince: undefined,
        terminatedAt: undefined,
    };
}
function imageFor(imageId, ec2) {
    if (!imageId)
        throw missingParameter('ImageId');
    const image = errors_find('image', resolved(imageId, ec2), ec2.images);
    if (image.state === 'available')
        return image;
    throw new AwsError('InvalidAMIID.Unavailable', `The image ID '${image.id}' is not available: it is ${image.state}`);
}
/** `resolve:ssm:NAME[:VERSION]` is looked up at every launch (EC2 user guide, "Use parameters instead of AMI IDs"). */
function resolved(imageId, ec2) {
    const [, name, version] = /^resolve:ssm:([^:]+)(?::(\d+))?$/.exec(imageId) ?? [];
    if (name === undefined)
        return imageId;
    const value = ec2.region.systemsManager.parameters.valueOf(name, version === undefined ? undefined : Number(version));
    if (value !== undefined)
        return value;
    throw invalidValue(`The parameter ${name} of ${imageId} does not exist`);
}
function typeFor(name, image) {
    const { architecture } = instanceType(name);
    if (architecture === image.architecture)
        return name;
    throw invalidValue(`The architecture '${architecture}' of the specified instance type does not match the architecture ` +
        `'${image.architecture}' of the specified AMI.`);
}
function launching_subnetFor({ SubnetId, AvailabilityZone }, ec2) {
    if (SubnetId)
        return ec2.network.subnet(SubnetId);
    const subnet = ec2.network.defaultSubnet(AvailabilityZone);
    if (subnet)
        return subnet;
    throw invalidValue(`Invalid availability zone: [${AvailabilityZone}]`);
}
function securityGroupsFor({ SecurityGroupIds }, { vpcId }, ec2) {
    if (SecurityGroupIds?.length)
        return SecurityGroupIds.map((id) => ec2.securityGroups.find(id).id);
    const group = ec2.securityGroups.named('default', vpcId);
    return group ? [group.id] : [];
}
/** At most 16 KB before it is encoded (EC2 user guide, "Run commands at launch with user data"). */
const mostUserData = 16_384;
function checkUserData(userData) {
    if (!userData)
        return;
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(userData))
        throw invalidValue('Invalid BASE64 encoding of user data.');
    if (Buffer.byteLength(userData, 'base64') > mostUserData)
        throw invalidValue('User data is limited to 16384 bytes');
}
/** EC2 adds tags of its own to what is launched from a template (EC2 user guide, "Launch templates"). */
function instanceTags({ tags, launchTemplate }) {
    // Auto Scaling's own tags come through here too, so AWS's prefix is refused where a user's request comes in.
    const all = new Map(tags ?? []);
    if (launchTemplate) {
        all.set('aws:ec2launchtemplate:id', launchTemplate.id);
        all.set('aws:ec2launchtemplate:version', String(launchTemplate.version));
    }
    return all;
}
function metadataOptions({ MetadataOptions }) {
    return {
        State: 'applied',
        HttpEndpoint: MetadataOptions?.HttpEndpoint || 'enabled',
        HttpTokens: MetadataOptions?.HttpTokens || 'optional',
        HttpPutResponseHopLimit: MetadataOptions?.HttpPutResponseHopLimit ?? 1,
        HttpProtocolIpv6: MetadataOptions?.HttpProtocolIpv6 || 'disabled',
        InstanceMetadataTags: MetadataOptions?.InstanceMetadataTags || 'disabled',
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/visibility.js

/**
 * What is too new to be seen: for a while after its creation a describe answers that a resource does not exist (EC2
 * API, "Eventual consistency"). How long is drawn from the profile's lag.
 */
class Visibility {
    #world;
    #random;
    #hiddenUntil = new Map();
    constructor(world, random) {
        this.#world = world;
        this.#random = random;
    }
    /** To be called when the resource is made. */
    created(id) {
        const { lag } = this.#world.profile;
        if (lag[1] > 0)
            this.#hiddenUntil.set(id, this.#world.clock.now() + draw(lag, this.#random));
    }
    isHidden(id) {
        if (this.#hiddenUntil.size === 0)
            return false;
        const until = this.#hiddenUntil.get(id);
        if (until === undefined)
            return false;
        if (until > this.#world.clock.now())
            return true;
        this.#hiddenUntil.delete(id);
        return false;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/fleet.js





/** A terminated instance stays in sight about an hour (EC2 API, DescribeInstances). */
const remembered = 3_600_000;
const userInitiated = {
    code: 'Client.UserInitiatedShutdown',
    message: 'Client.UserInitiatedShutdown: User initiated shutdown',
};
/** The instances of one region and their states. The machines behind them are the world's; they say when a step is done. */
class Fleet {
    instances = new Map();
    #ec2;
    #visibility;
    #listeners = [];
    constructor(ec2) {
        this.#ec2 = ec2;
        const { world, name } = ec2.region;
        this.#visibility = new Visibility(world, world.random.fork(`ec2 lag ${name}`));
    }
    onStateChange(listener) {
        this.#listeners.push(listener);
    }
    /** @throws {AwsError} as RunInstances would. */
    launch(spec) {
        this.#forget();
        const instance = prepareInstance(spec, this.#ec2);
        this.instances.set(instance.id, instance);
        this.#visibility.created(instance.id);
        this.#ec2.region.record('instance', instance.id, 'pending');
        this.#boot(instance);
        return instance;
    }
    /** Does nothing to one that is on its way out. @throws {AwsError} InvalidInstanceID.NotFound */
    terminate(id, reason = userInitiated) {
        const instance = this.find(id);
        if (!isAlive(instance))
            return;
        instance.stateReason = reason;
        this.#change(instance, 'shutting-down');
        this.#ec2.region.world.machines.terminate(instance, () => this.#terminated(instance));
    }
    /** @throws {AwsError} IncorrectInstanceState unless it runs, is stopping or stopped. */
    stop(id) {
        const instance = this.find(id);
        if (instance.state === 'stopping' || instance.state === 'stopped')
            return;
        if (instance.state !== 'running')
            throw incorrectState(id, 'stopped');
        instance.stateReason = userInitiated;
        this.#change(instance, 'stopping');
        this.#ec2.region.world.machines.stop(instance, () => {
            if (instance.state === 'stopping')
                this.#change(instance, 'stopped');
        });
    }
    /** @throws {AwsError} IncorrectInstanceState unless it is stopped, or running already. */
    start(id) {
        const instance = this.find(id);
        if (instance.state === 'pending' || instance.state === 'running')
            return;
        if (instance.state !== 'stopped')
            throw incorrectState(id, 'started');
        instance.launchTime = this.#now();
        instance.stateReason = undefined;
        this.#change(instance, 'pending');
        this.#boot(instance);
    }
    /** The state stays `running` all the while; `whileDown` runs between the shutdown and the next boot. */
    reboot(id, whileDown = () => { }) {
        const instance = this.find(id);
        if (instance.state !== 'running')
            throw incorrectState(id, 'rebooted');
        this.#ec2.region.record('instance', id, 'rebooting');
        const { machines } = this.#ec2.region.world;
        machines.stop(instance, () => {
            whileDown();
            if (instance.state === 'running')
                machines.boot(instance, { running: () => { }, failed: () => { } });
        });
    }
    /** Gives a running machine another root volume, which restarts it; its state stays `running` all the while. */
    replaceRoot(id, imageId, report) {
        const instance = this.find(id);
        const { machines } = this.#ec2.region.world;
        if (instance.state !== 'running')
            report.failed(`The instance ${id} does not run`);
        else if (this.#ec2.images.get(imageId)?.state !== 'available')
            report.failed(`The image ${imageId} is not available`);
        else {
            this.#ec2.region.record('instance', id, `root volume from ${imageId}`);
            machines.replaceRoot?.(instance, imageId, report);
        }
    }
    /** The truth, whatever a describe may show yet. @throws {AwsError} InvalidInstanceID.NotFound */
    find(id) {
        return errors_find('instance', id, this.instances);
    }
    /** As a describe finds it. @throws {AwsError} InvalidInstanceID.NotFound, also for one that is too new. */
    findVisible(id) {
        const instance = this.instances.get(id);
        if (instance && this.#isVisible(instance))
            return instance;
        throw notFound('instance', id);
    }
    /** All that a describe shows, oldest first. */
    visible() {
        const seen = [];
        for (const instance of this.instances.values())
            if (this.#isVisible(instance))
                seen.push(instance);
        return seen;
    }
    usesSecurityGroup(groupId) {
        for (const { state, securityGroupIds } of this.instances.values()) {
            if (state !== 'terminated' && securityGroupIds.includes(groupId))
                return true;
        }
        return false;
    }
    /** How many addresses of a subnet are taken. */
    countIn(subnetId) {
        let count = 0;
        for (const instance of this.instances.values())
            if (instance.subnetId === subnetId && isAlive(instance))
                count++;
        return count;
    }
    #boot(instance) {
        this.#ec2.region.world.machines.boot(instance, {
            running: () => {
                if (instance.state === 'pending')
                    this.#change(instance, 'running');
            },
            failed: (reason) => {
                if (instance.state !== 'pending')
                    return;
                const code = 'Server.InternalError';
                instance.stateReason = { code, message: `${code}: Internal error on launch: ${reason}` };
                this.#terminated(instance);
            },
        });
    }
    #terminated(instance) {
        if (instance.state === 'terminated')
            return;
        instance.terminatedAt = this.#now();
        this.#ec2.volumes.release(instance.volumeIds);
        this.#change(instance, 'terminated');
    }
    #change(instance, state) {
        const previous = instance.state;
        instance.state = state;
        instance.runningSince = state === 'running' ? this.#now() : undefined;
        this.#ec2.region.record('instance', instance.id, state);
        for (const listener of this.#listeners)
            listener(instance, previous);
    }
    #isVisible(instance) {
        return !this.#isForgotten(instance) && !this.#visibility.isHidden(instance.id);
    }
    #isForgotten({ terminatedAt }) {
        return terminatedAt !== undefined && this.#now() - terminatedAt > remembered;
    }
    #forget() {
        for (const instance of this.instances.values()) {
            if (this.#isForgotten(instance))
                this.instances.delete(instance.id);
        }
    }
    #now() {
        return this.#ec2.region.world.clock.now();
    }
}
function incorrectState(id, change) {
    return new AwsError('IncorrectInstanceState', `The instance '${id}' is not in a state from which it can be ${change}.`);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/images.js




const rootDisk = {
    deviceName: rootDeviceName,
    size: 8,
    volumeType: 'gp3',
    deleteOnTermination: true,
    encrypted: false,
};
const cooldown = 24 * 3_600_000;
/** The images of one region. */
class Images {
    all = new Map();
    #ec2;
    constructor(ec2) {
        this.#ec2 = ec2;
    }
    /** @throws {AwsError} InvalidAMIID.NotFound */
    find(id) {
        return errors_find('image', id, this.all);
    }
    /** @throws {AwsError} InvalidAMIID.NotFound; AuthFailure for an image that belongs to somebody else. */
    findOwn(id) {
        const image = this.find(id);
        if (image.owner === this.#ec2.region.world.account)
            return image;
        throw new AwsError('AuthFailure', `Not authorized for image:${image.id}`);
    }
    /** Available at once. */
    seed({ name, id, description, architecture = 'x86_64', platform = 'Linux', owner, tags }) {
        const image = this.#create({ name, description, tags: newTags(tags ?? []) }, [{ ...rootDisk, ...imported }], {
            architecture,
            platform,
            owner: owner ?? this.#ec2.region.world.account,
            ...{ sourceInstanceId: undefined, sourceImageId: undefined, sourceImageRegion: undefined },
        }, id);
        this.#finish(image, 'available');
        return image;
    }
    /** Keeps an instance's disks; `begin` calls back when the machine is ready for it. */
    capture(instance, settings, begin) {
        const disks = instance.volumeIds.flatMap((volumeId) => {
            const volume = this.#ec2.volumes.all.get(volumeId);
            if (!volume)
                return [];
            return [{ ...volume, volumeId, describe: (id) => `Created by CreateImage(${instance.id}) for ${id}` }];
        });
        const image = this.#create(settings, disks, {
            architecture: instance.architecture,
            platform: instance.platform,
            owner: this.#ec2.region.world.account,
            sourceInstanceId: instance.id,
            sourceImageId: instance.imageId,
            sourceImageRegion: this.#ec2.region.name,
        });
        begin(() => this.#ec2.region.world.machines.capture(instance, image.id, this.#report(image)));
        return image;
    }
    /** Copies an image of this or another region into this one. */
    copy(source, sourceRegion, settings, encrypted) {
        const disks = source.blockDevices.map((device) => {
            const describe = (id) => `Copied for DestinationAmi ${id} from SourceAmi ${source.id} for SourceSnapshot ${device.snapshotId}.`;
            return { ...device, encrypted: encrypted || device.encrypted, volumeId: 'vol-ffffffff', describe };
        });
        const image = this.#create(settings, disks, {
            architecture: source.architecture,
            platform: source.platform,
            owner: this.#ec2.region.world.account,
            sourceInstanceId: undefined,
            sourceImageId: source.id,
            sourceImageRegion: sourceRegion,
        });
        this.#ec2.region.world.machines.copy(source.id, image.id, this.#report(image));
        return image;
    }
    /** Makes an image of snapshots that are there; its content is that of the image for which the first one was made. */
    register(settings, architecture, blockDevices) {
        this.#checkName(settings.name, this.#ec2.region.world.account);
        const content = this.#ec2.snapshots.find(blockDevices[0]?.snapshotId).contentOf;
        const platform = this.all.get(content)?.platform ?? 'Linux';
        const image = this.#add(this.#ec2.ids.next('ami'), settings, blockDevices, {
            architecture,
            platform,
            owner: this.#ec2.region.world.account,
            ...{ sourceInstanceId: undefined, sourceImageId: undefined, sourceImageRegion: undefined },
        });
        this.#ec2.region.world.machines.copy(content, image.id, this.#report(image));
        return image;
    }
    /** @throws {AwsError} OperationNotPermitted while it is protected (EC2 API, EnableImageDeregistrationProtection). */
    deregister(image) {
        if (image.protection !== 'disabled' || image.protectedUntil > this.#now()) {
            throw new AwsError('OperationNotPermitted', `The image ${image.id} is protected from deregistration.`);
        }
        this.all.delete(image.id);
        this.#ec2.region.record('image', image.id, 'deregistered');
        this.#ec2.snapshots.discardContent(image.id);
    }
    /** A protection with a cooldown goes on for 24 hours after it is disabled. */
    protect(image, protection) {
        if (protection === 'disabled' && image.protection === 'enabled-with-cooldown') {
            image.protectedUntil = this.#now() + cooldown;
        }
        image.protection = protection;
        this.#ec2.region.record('image', image.id, `protection ${protection}`);
    }
    #create({ snapshotTags, ...settings }, disks, origin, wantedId) {
        this.#checkName(settings.name, origin.owner);
        const id = wantedId ?? this.#ec2.ids.next('ami');
        const blockDevices = disks.map(({ deviceName, size, volumeType, deleteOnTermination, encrypted, ...disk }) => {
            const { id: snapshotId } = this.#ec2.snapshots.create({
                ...{ volumeId: disk.volumeId, description: disk.describe(id), size, encrypted, owner: origin.owner },
                ...{ contentOf: id, state: 'pending', tags: new Map(snapshotTags) },
            });
            return { deviceName, snapshotId, size, volumeType, deleteOnTermination, encrypted };
        });
        return this.#add(id, settings, blockDevices, origin);
    }
    #add(id, settings, blockDevices, origin) {
        const image = {
            ...origin,
            ...{
                id,
                name: settings.name,
                description: settings.description ?? '',
                tags: new Map(settings.tags),
                blockDevices,
            },
            ...{ launchPermissions: new Set(origin.owner === 'amazon' ? ['all'] : []), createdAt: this.#now() },
            ...{ state: 'pending', stateReason: undefined, deprecatedFrom: undefined, imdsSupport: undefined },
            ...{ protection: 'disabled', protectedUntil: 0 },
        };
        this.all.set(id, image);
        this.#ec2.region.record('image', id, 'pending');
        return image;
    }
    /** Names are unique to an account in a region, whatever the image's state (EC2 API, CreateImage). */
    #checkName(name, owner) {
        if (!/^[a-zA-Z0-9()[\] ./\-'@_]{3,128}$/.test(name)) {
            throw new AwsError('InvalidAMIName.Malformed', "AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '[', ']', ' ', '.', '/', '-', ''', '@' and '_'");
        }
        for (const image of this.all.values()) {
            if (image.name === name && image.owner === owner) {
                throw new AwsError('InvalidAMIName.Duplicate', `AMI name ${name} is already in use by AMI ${image.id}`);
            }
        }
    }
    #report(image) {
        return {
            available: () => this.#finish(image, 'available'),
            failed: (reason) => this.#finish(image, 'failed', reason),
        };
    }
    #finish(image, state, reason) {
        if (this.all.get(image.id) !== image || image.state !== 'pending')
            return;
        for (const { snapshotId } of image.blockDevices) {
            if (snapshotId)
                this.#ec2.snapshots.finish(snapshotId, state === 'available' ? 'completed' : 'error');
        }
        image.state = state;
        image.stateReason = reason;
        this.#ec2.region.record('image', image.id, state);
    }
    #now() {
        return this.#ec2.region.world.clock.now();
    }
}
const imported = { volumeId: 'vol-ffffffff', describe: (imageId) => `Imported for ${imageId}` };

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/launch-templates.js


/** The launch templates of one region. What they say is looked at only at a launch (EC2 user guide, "Launch templates"). */
class LaunchTemplates {
    all = new Map();
    #byName = new Map();
    #region;
    #ids;
    constructor(region, ids) {
        this.#region = region;
        this.#ids = ids;
    }
    /** @throws {AwsError} InvalidLaunchTemplateName.AlreadyExistsException, or MalformedException. */
    create(name, content, tags) {
        if (!/^[a-zA-Z0-9().\-/_]{3,128}$/.test(name)) {
            throw new AwsError('InvalidLaunchTemplateName.MalformedException', 'A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the following characters: ( ) . / - _');
        }
        if (this.#byName.has(name)) {
            throw new AwsError('InvalidLaunchTemplateName.AlreadyExistsException', 'Launch template name already in use.');
        }
        const template = {
            ...{ id: this.#ids.next('lt'), name, tags, createdAt: this.#region.world.clock.now() },
            ...{ versions: new Map(), defaultVersion: 1, latestVersion: 0, highestEver: 0 },
        };
        this.all.set(template.id, template);
        this.#byName.set(name, template);
        this.addVersion(template, content);
        return template;
    }
    addVersion(template, { data, description }) {
        const { id, name, versions } = template;
        const version = ++template.highestEver;
        template.latestVersion = version;
        const made = { id, name, version, description, data, createdAt: this.#region.world.clock.now() };
        versions.set(version, made);
        this.#region.record('launch-template', id, `version ${version}`);
        return made;
    }
    setDefault(template, { version }) {
        template.defaultVersion = version;
        this.#region.record('launch-template', template.id, `default ${version}`);
    }
    delete(template) {
        this.all.delete(template.id);
        this.#byName.delete(template.name);
        this.#region.record('launch-template', template.id, 'deleted');
    }
    deleteVersion(template, version) {
        template.versions.delete(version);
        template.latestVersion = Math.max(...template.versions.keys());
        this.#region.record('launch-template', template.id, `version ${version} deleted`);
    }
    /** @throws {AwsError} InvalidLaunchTemplateId.NotFound, or InvalidLaunchTemplateName.NotFoundException. */
    find({ LaunchTemplateId, LaunchTemplateName }) {
        if (LaunchTemplateId && LaunchTemplateName) {
            throw invalidCombination('The request may contain launchTemplateId or launchTemplateName, not both');
        }
        if (LaunchTemplateId)
            return errors_find('launchTemplate', LaunchTemplateId, this.all);
        if (!LaunchTemplateName)
            throw missingParameter('launchTemplateId or launchTemplateName');
        const template = this.#byName.get(LaunchTemplateName);
        if (template)
            return template;
        throw new AwsError('InvalidLaunchTemplateName.NotFoundException', `The specified launch template, with template name ${LaunchTemplateName}, does not exist.`);
    }
    /** A number, `$Latest` or `$Default`; left out: the default. @throws {AwsError} InvalidLaunchTemplateId.VersionNotFound */
    version(template, wanted) {
        const found = template.versions.get(versionNumber(template, wanted || '$Default'));
        if (found)
            return found;
        throw new AwsError('InvalidLaunchTemplateId.VersionNotFound', `Could not find the specified version ${wanted} for the launch template with ID ${template.id}.`);
    }
}
function versionNumber({ latestVersion, defaultVersion }, wanted) {
    if (wanted === '$Latest')
        return latestVersion;
    if (wanted === '$Default')
        return defaultVersion;
    if (/^\d+$/.test(wanted))
        return Number(wanted);
    throw invalidValue(`Invalid launch template version: ${wanted}. Use a number, $Latest or $Default.`);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/network.js

/**
 * The default VPC that every account finds in every region, with one subnet in each zone (Amazon VPC user guide,
 * "Default VPC components").
 */
class Network {
    vpcs = new Map();
    subnets = new Map();
    availabilityZones;
    defaultVpcId;
    constructor(region, ids) {
        this.availabilityZones = ['a', 'b', 'c'].map((letter) => `${region.name}${letter}`);
        this.defaultVpcId = ids.next('vpc');
        this.vpcs.set(this.defaultVpcId, {
            id: this.defaultVpcId,
            cidrBlock: '172.31.0.0/16',
            isDefault: true,
            tags: new Map(),
        });
        this.availabilityZones.forEach((availabilityZone, at) => {
            const id = ids.next('subnet');
            const cidrBlock = `172.31.${16 * at}.0/20`;
            this.subnets.set(id, { id, vpcId: this.defaultVpcId, availabilityZone, cidrBlock, tags: new Map() });
        });
    }
    /** @throws {AwsError} InvalidSubnetID.NotFound */
    subnet(subnetId) {
        return errors_find('subnet', subnetId, this.subnets);
    }
    /** The default subnet of a zone, or of the first zone. */
    defaultSubnet(availabilityZone) {
        for (const subnet of this.subnets.values()) {
            if (availabilityZone === undefined || subnet.availabilityZone === availabilityZone)
                return subnet;
        }
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/snapshots.js


/** The snapshots of one region. An image's content lives as long as the image or one of its snapshots. */
class Snapshots {
    all = new Map();
    #region;
    #ids;
    constructor(region, ids) {
        this.#region = region;
        this.#ids = ids;
    }
    create(snapshot) {
        const id = this.#ids.next('snap');
        const made = { ...snapshot, id, sharedWith: new Set(), startedAt: this.#region.world.clock.now() };
        this.all.set(id, made);
        this.#region.record('snapshot', id, made.state);
        return made;
    }
    finish(id, state) {
        const snapshot = this.all.get(id);
        if (!snapshot || snapshot.state === state)
            return;
        snapshot.state = state;
        this.#region.record('snapshot', id, state);
    }
    /** @throws {AwsError} InvalidSnapshot.NotFound */
    find(id) {
        return errors_find('snapshot', id, this.all);
    }
    /** @throws {AwsError} InvalidSnapshot.InUse while a registered image is made from it (EC2 API, DeleteSnapshot). */
    delete(id) {
        const snapshot = this.find(id);
        const image = this.usersOf(snapshot.id)[0];
        if (image) {
            throw new AwsError('InvalidSnapshot.InUse', `The snapshot ${snapshot.id} is currently in use by ${image}`);
        }
        this.all.delete(snapshot.id);
        this.#region.record('snapshot', snapshot.id, 'deleted');
        this.discardContent(snapshot.contentOf);
    }
    /** The ids of the images that are made from it. */
    usersOf(snapshotId) {
        const users = [];
        for (const { id, blockDevices } of this.#region.ec2.images.values()) {
            if (blockDevices.some((device) => device.snapshotId === snapshotId))
                users.push(id);
        }
        return users;
    }
    /** Lets the machines forget an image's content, once neither the image nor a snapshot of it is left. */
    discardContent(imageId) {
        if (this.#region.ec2.images.has(imageId))
            return;
        for (const { contentOf } of this.all.values())
            if (contentOf === imageId)
                return;
        this.#region.world.machines.discard(imageId);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/ec2/ec2.js









/** EC2 in one region: what stands for each resource, and the short ways that the other services take. */
class Ec2 {
    region;
    ids;
    clientTokens = new ClientTokens();
    network;
    securityGroups;
    /** By name. */
    keyPairs = new Map();
    volumes;
    snapshots;
    imageRegistry;
    launchTemplates;
    fleet;
    /** Where EC2 has no capacity at the moment. */
    shortages = new Set();
    constructor(region) {
        this.region = region;
        this.ids = new Identifiers(region.world.random.fork(`ec2 ids ${region.name}`));
        this.network = new Network(region, this.ids);
        this.securityGroups = new SecurityGroups(region, this.ids, this.network.defaultVpcId);
        this.volumes = new Volumes(this.ids);
        this.snapshots = new Snapshots(region, this.ids);
        this.imageRegistry = new Images(this);
        this.launchTemplates = new LaunchTemplates(region, this.ids);
        this.fleet = new Fleet(this);
    }
    /** The truth: also instances that a describe does not show yet, or no longer. */
    get instances() {
        return this.fleet.instances;
    }
    get images() {
        return this.imageRegistry.all;
    }
    get subnets() {
        return this.network.subnets;
    }
    /** Who makes things here, as an ARN. */
    get creator() {
        return `arn:aws:iam::${this.region.world.account}:root`;
    }
    /** @throws {AwsError} as RunInstances would; then nothing is launched. */
    launch(spec) {
        return this.fleet.launch(spec);
    }
    /** Does nothing to an instance that is on its way out. @throws {AwsError} InvalidInstanceID.NotFound */
    terminate(instanceId, reason) {
        this.fleet.terminate(instanceId, reason);
    }
    /** @throws {AwsError} IncorrectInstanceState unless it runs, is stopping or stopped. */
    stop(instanceId) {
        this.fleet.stop(instanceId);
    }
    /** @throws {AwsError} IncorrectInstanceState unless it is stopped, or running already. */
    start(instanceId) {
        this.fleet.start(instanceId);
    }
    onStateChange(listener) {
        this.fleet.onStateChange(listener);
    }
    /** @throws {AwsError} InvalidLaunchTemplateId.NotFound and its kin. */
    templateVersion(reference) {
        return this.launchTemplates.version(this.launchTemplates.find(reference), reference.Version);
    }
    /** @throws {AwsError} InvalidSubnetID.NotFound */
    availabilityZoneOf(subnetId) {
        return this.network.subnet(subnetId).availabilityZone;
    }
    /** Seeds an image that is available at once. */
    addImage(image) {
        return this.imageRegistry.seed(image);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/health-checks.js
const registering = {
    state: 'initial',
    reason: 'Elb.RegistrationInProgress',
    description: 'Target registration is in progress',
};
const firstChecks = {
    state: 'initial',
    reason: 'Elb.InitialHealthChecking',
    description: 'Initial health checks in progress',
};
/** What a check finds that gets no answer, in seconds (ELBv2 API, TargetHealth). */
function timedOut(timeout) {
    return { healthy: false, reason: 'Target.Timeout', description: `Request timed out after ${timeout * 1000} ms` };
}
/**
 * How long a load balancer takes to register a target, in milliseconds. AWS publishes no number: a parameter of the
 * model, short, but long enough for a quick application to be up when it is first asked.
 */
const registration = 1_000;
/**
 * Asks targets, each at its group's interval, and decides what they are. Where the machines tell when an answer
 * changes, a target whose state is settled is left alone until then: the checks in between could find nothing new.
 */
class HealthChecks {
    #region;
    #changed;
    constructor(region, changed) {
        this.#region = region;
        this.#changed = changed;
    }
    /** Starts anew: the first check comes as soon as the target is registered, and one success makes it healthy. */
    begin(target) {
        this.end(target);
        target.streak = { healthy: false, length: 0 };
        this.#changed(target, registering);
        this.#plan(target, registration);
    }
    end(target) {
        target.epoch++;
        target.resting = false;
        target.next?.();
        target.next = undefined;
    }
    /** The machine's answer, or what is asked, has changed: the next check comes at its usual time. */
    wake(target) {
        if (!target.resting)
            return;
        target.resting = false;
        const interval = target.group.healthCheck.interval * 1000;
        const since = this.#region.world.clock.now() - target.lastCheck;
        this.#plan(target, interval - (since % interval));
    }
    #plan(target, delay) {
        target.next = this.#region.world.clock.schedule(delay, () => this.#check(target));
    }
    #check(target) {
        const { clock, machines } = this.#region.world;
        const instance = this.#region.ec2.instances.get(target.id);
        if (!instance)
            return;
        const { protocol, port, path, timeout, matcher } = target.group.healthCheck;
        const at = { port: port === 'traffic-port' ? target.port : Number(port), timeout: timeout * 1000 };
        // Of a check by TCP the connection is all that counts: any answer shows that there is one.
        const isHttp = protocol.startsWith('HTTP');
        const probe = { ...at, path: isHttp ? path : '/', matcher: isHttp ? matcher : '100-599' };
        const { epoch } = target;
        target.lastCheck = clock.now();
        machines.probe(instance, probe, (found) => {
            if (target.epoch !== epoch)
                return;
            this.#learn(target, target.group.isBlind ? timedOut(timeout) : found);
            if (this.#isSettled(target)) {
                target.resting = true;
                return;
            }
            const elapsed = clock.now() - target.lastCheck;
            this.#plan(target, target.group.healthCheck.interval * 1000 - elapsed);
        });
    }
    /**
     * A new target needs one success; an unhealthy one HealthyThresholdCount in a row; any becomes unhealthy after
     * UnhealthyThresholdCount failures in a row (Application Load Balancers guide, "Health checks for target groups").
     */
    #learn(target, result) {
        const { streak, group, health } = target;
        const length = streak.healthy === result.healthy ? streak.length + 1 : 1;
        target.streak = { healthy: result.healthy, length };
        if (result.healthy) {
            // A classic load balancer asks a new instance as often as one that has failed (Classic Load Balancers guide, "Health checks").
            const isOnProbation = health.state === 'unhealthy' || group.type === 'elb';
            const needed = isOnProbation ? group.healthCheck.healthyThreshold : 1;
            if (health.state !== 'healthy' && length >= needed)
                this.#changed(target, { state: 'healthy' });
        }
        else if (length >= group.healthCheck.unhealthyThreshold) {
            if (health.state === 'unhealthy' && health.reason === result.reason)
                return;
            this.#changed(target, { state: 'unhealthy', reason: result.reason, description: result.description });
        }
        else if (health.reason === registering.reason) {
            this.#changed(target, firstChecks);
        }
    }
    #isSettled({ health, streak }) {
        if (!this.#region.world.machines.onAnswerChange)
            return false;
        return health.state === (streak.healthy ? 'healthy' : 'unhealthy');
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/load-balancing/load-balancing.js





/** All that balances load in one region, by ARN: Elastic Load Balancing, and VPC Lattice's target groups with it. */
class LoadBalancing {
    region;
    random;
    /** Those of all traffic sources; classic load balancers stand here by their names. */
    targetGroups = new Map();
    loadBalancers = new Map();
    listeners = new Map();
    #checks;
    /** By instance. */
    #targets = new Map();
    #targetListeners = [];
    #listenerListeners = [];
    constructor(region) {
        this.region = region;
        this.random = region.world.random.fork(`load-balancing/${region.name}`);
        this.#checks = new HealthChecks(region, (target, health) => this.#set(target, health));
        region.ec2.onStateChange((instance) => this.#instanceChanged(instance));
        region.world.machines.onAnswerChange?.((id) => {
            for (const target of this.#targetsOf(id))
                this.#checks.wake(target);
        });
    }
    /** Told after each change of a target's state, and after a target is gone (its health is then `unused`). */
    onTargetChange(listener) {
        this.#targetListeners.push(listener);
    }
    /** Told when a listener appears, changes (its rules too) or goes. */
    onListenerChange(listener) {
        this.#listenerListeners.push(listener);
    }
    /** Those of one kind of traffic source. */
    ofType(type) {
        return [...this.targetGroups.values()].filter((group) => group.type === type);
    }
    /** @throws {AwsError} TargetGroupNotFound, also for one of another kind of traffic source. */
    targetGroup(arn) {
        const group = this.targetGroups.get(arn ?? '');
        if (group?.type !== 'elbv2')
            throw new AwsError('TargetGroupNotFound', `One or more target groups not found: '${arn}'`);
        return group;
    }
    /**
     * Registers an instance. One that is registered stays as it is; one that is draining begins anew.
     * @throws {AwsError} TargetGroupNotFound; InvalidTarget unless it runs (ELBv2 API, RegisterTargets).
     */
    register(targetGroupArn, { id, port }) {
        const group = this.#trafficSource(targetGroupArn);
        if (this.region.ec2.instances.get(id)?.state !== 'running') {
            const message = 'The following targets are not in a running state and cannot be registered';
            throw new AwsError('InvalidTarget', `${message}: '${id}'`);
        }
        const key = targetKey(id, port ?? group.port);
        const existing = group.targets.get(key);
        if (existing && existing.health.state !== 'draining')
            return;
        const target = existing ?? newTarget(group, id, port ?? group.port);
        group.targets.set(key, target);
        this.#targets.set(id, (this.#targets.get(id) ?? new Set()).add(target));
        this.#settle(target);
        this.#tellDrained(target);
    }
    /**
     * Takes an instance out. It shows as draining until the deregistration delay is over, even with no request in flight
     * (Application Load Balancers guide, "Deregistration delay"); `drained` is called then, or at once if there is
     * nothing to drain. An unknown target is no error (ELBv2 API, DeregisterTargets).
     */
    deregister(targetGroupArn, { id, port }, drained) {
        const group = this.#trafficSource(targetGroupArn);
        const target = port ? group.targets.get(targetKey(id, port)) : this.#find(group, id);
        if (!target) {
            drained?.();
            return;
        }
        if (drained)
            target.drained.push(drained);
        if (target.health.state === 'draining')
            return;
        this.#checks.end(target);
        const delay = Number(group.attributes.get('deregistration_delay.timeout_seconds') ?? 300) * 1000;
        if (target.health.state === 'unused' || delay === 0) {
            this.#remove(target);
            return;
        }
        const description = 'Target deregistration is in progress';
        this.#set(target, { state: 'draining', reason: 'Target.DeregistrationInProgress', description });
        target.next = this.region.world.clock.schedule(delay, () => this.#remove(target));
    }
    /** What DescribeTargetHealth says of an instance; undefined if it is not registered. */
    healthOf(targetGroupArn, id) {
        const group = this.targetGroups.get(targetGroupArn);
        return group && this.#find(group, id)?.health;
    }
    /** Decides where a request goes; takes turns among the targets that get requests. */
    route(listenerArn, request) {
        const listener = this.listeners.get(listenerArn);
        if (!listener)
            return { kind: 'none', status: 503 };
        const actions = actionsFor(listener, request);
        const answer = ownAnswer(actions, request);
        if (answer)
            return answer;
        const group = this.#pick(actions);
        const targets = group ? routableTargets(group) : [];
        const target = group && targets[group.turn++ % targets.length];
        if (!target)
            return { kind: 'none', status: 503 };
        return { kind: 'forward', targetGroupArn: target.group.arn, instanceId: target.id, port: target.port };
    }
    /** How a listener's requests spread over target groups: the share of each, at most 1 in sum. Traffic sources without listeners have all of their own. */
    sharesOf(listenerArn, request) {
        const source = this.targetGroups.get(listenerArn);
        if (source && source.type !== 'elbv2')
            return [{ arn: listenerArn, weight: 1 }];
        const listener = this.listeners.get(listenerArn);
        return listener ? sharesOf(actionsFor(listener, request)) : [];
    }
    /** A listener or one of its rules has changed: target groups may have come into use, or out of it. */
    listenerChanged(listener, change) {
        this.region.record('listener', listener.arn, change);
        for (const group of this.ofType('elbv2')) {
            const wasUsed = group.loadBalancerArns.size > 0;
            group.loadBalancerArns.clear();
            for (const { loadBalancerArn, rules } of this.listeners.values()) {
                if (rules.some(({ actions }) => forwardsTo(actions).some(({ arn }) => arn === group.arn))) {
                    group.loadBalancerArns.add(loadBalancerArn);
                }
            }
            if (wasUsed === group.loadBalancerArns.size > 0)
                continue;
            for (const target of group.targets.values())
                if (target.health.state !== 'draining')
                    this.#settle(target);
        }
        for (const tell of this.#listenerListeners)
            tell(listener, change);
    }
    /** The health check of a group has changed: every target is asked again. */
    healthCheckChanged(group) {
        for (const target of group.targets.values())
            this.#checks.wake(target);
    }
    /** Makes a group's health checks fail, or work again, whatever its targets do. */
    setBlind(group, isBlind) {
        group.isBlind = isBlind;
        this.region.record('target-group', group.name, isBlind ? 'blind' : 'sees again');
        this.healthCheckChanged(group);
    }
    #trafficSource(arn) {
        return this.targetGroups.get(arn) ?? this.targetGroup(arn);
    }
    #pick(actions) {
        const shares = sharesOf(actions);
        let left = shares.length > 1 ? this.random.next() : 0;
        for (const { arn, weight } of shares) {
            if (left < weight)
                return this.targetGroup(arn);
            left -= weight;
        }
        return undefined;
    }
    /** Begins the checks of a target, or says why there are none (ELBv2 API, TargetHealth). */
    #settle(target) {
        this.#checks.end(target);
        const state = this.region.ec2.instances.get(target.id)?.state;
        if (state !== 'running') {
            const description = `Target is in the ${state} state`;
            this.#set(target, { state: 'unused', reason: 'Target.InvalidState', description });
        }
        else if (target.group.loadBalancerArns.size === 0) {
            const description = 'Target group is not configured to receive traffic from the load balancer';
            this.#set(target, { state: 'unused', reason: 'Target.NotInUse', description });
        }
        else
            this.#checks.begin(target);
    }
    /**
     * A machine that shuts down just stops answering, and the checks find out. Once it has stopped its targets are
     * unused; once it has terminated they are gone (Application Load Balancers guide, "Register targets").
     */
    #instanceChanged(instance) {
        for (const target of this.#targetsOf(instance.id)) {
            if (instance.state === 'terminated')
                this.#remove(target);
            else if (target.health.state === 'draining')
                continue;
            else if (instance.state === 'stopped' || instance.state === 'running')
                this.#settle(target);
        }
    }
    #remove(target) {
        this.#checks.end(target);
        target.group.targets.delete(targetKey(target.id, target.port));
        const others = this.#targets.get(target.id);
        others?.delete(target);
        if (others?.size === 0)
            this.#targets.delete(target.id);
        const description = 'Target is not registered to the target group';
        this.#set(target, { state: 'unused', reason: 'Target.NotRegistered', description });
        this.#tellDrained(target);
    }
    #tellDrained(target) {
        for (const tell of target.drained.splice(0))
            tell();
    }
    #set(target, health) {
        target.health = health;
        const change = health.reason ? `${health.state} ${health.reason}` : health.state;
        this.region.record('target', `${target.group.name}/${target.id}:${target.port}`, change);
        for (const tell of this.#targetListeners)
            tell(target);
    }
    #find(group, id) {
        const usual = group.targets.get(targetKey(id, group.port));
        if (usual)
            return usual;
        for (const target of group.targets.values())
            if (target.id === id)
                return target;
        return undefined;
    }
    #targetsOf(id) {
        return [...(this.#targets.get(id) ?? [])];
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/systems-manager/commands.js

/** The documents that there are, and the step of each that runs the script. */
const documents = {
    'AWS-RunShellScript': 'aws:runShellScript',
    'AWS-RunPowerShellScript': 'aws:runPowerShellScript',
};
const commands_over = new Set(['Success', 'Failed', 'TimedOut', 'Cancelled']);
/** Run Command in one region (Systems Manager user guide, "Understanding command statuses"). */
class Commands {
    all = new Map();
    #region;
    #random;
    constructor(region) {
        this.#region = region;
        this.#random = region.world.random.fork(`ssm commands ${region.name}`);
    }
    send(settings) {
        const command = {
            ...settings,
            id: this.#newId(),
            requestedAt: this.#now(),
            invocations: new Map(),
            waiting: [...settings.instanceIds],
            status: 'Pending',
        };
        this.all.set(command.id, command);
        this.#region.record('command', command.id, 'sent');
        this.#after(() => this.#proceed(command));
        return command;
    }
    /** What waits is never sent; what runs is stopped, which may come too late (Systems Manager API, CancelCommand). */
    cancel(command, instanceIds) {
        const isMeant = (id) => instanceIds.length === 0 || instanceIds.includes(id);
        for (const id of command.waiting.splice(0)) {
            if (isMeant(id))
                this.#finish(command, this.#reach(command, id), 'Cancelled');
            else
                command.waiting.push(id);
        }
        for (const invocation of command.invocations.values()) {
            if (invocation.status !== 'InProgress' || !isMeant(invocation.instanceId))
                continue;
            invocation.stop();
            invocation.status = 'Cancelling';
            invocation.statusDetails = 'Cancelling';
            this.#after(() => this.#finish(command, invocation, 'Cancelled'));
        }
    }
    /** Whether the machine's agent has reported: only then can it be sent anything. */
    isOnline(instance) {
        if (instance.state !== 'running' || instance.runningSince === undefined)
            return false;
        return this.#now() >= instance.runningSince + (this.#region.world.machines.agentDelay?.(instance) ?? 0);
    }
    /** Sends it on, as far as concurrency and errors allow. */
    #proceed(command) {
        const { invocations, waiting } = command;
        const under = () => [...invocations.values()].filter(({ status }) => !commands_over.has(status)).length;
        const errors = () => [...invocations.values()].filter(({ status }) => status === 'Failed' || status === 'TimedOut').length;
        while (waiting.length > 0 && under() < command.maxConcurrency && errors() <= command.maxErrors) {
            this.#run(command, this.#reach(command, waiting.shift()));
        }
        if (errors() > command.maxErrors) {
            for (const id of waiting.splice(0))
                this.#finish(command, this.#reach(command, id), 'Cancelled', 'Terminated');
        }
        command.status = this.#statusOf(command);
    }
    #reach({ invocations }, instanceId) {
        const invocation = {
            ...{ instanceId, status: 'Pending', statusDetails: 'Pending', result: undefined },
            ...{ startedAt: undefined, endedAt: undefined, stop: () => { } },
        };
        invocations.set(instanceId, invocation);
        return invocation;
    }
    #run(command, invocation) {
        const { clock, machines } = this.#region.world;
        const instance = this.#region.ec2.instances.get(invocation.instanceId);
        if (!instance || !this.isOnline(instance)) {
            const timeUp = () => this.#finish(command, invocation, 'TimedOut', 'DeliveryTimedOut');
            invocation.stop = clock.schedule(command.deliveryTimeout, timeUp);
            return;
        }
        invocation.status = 'InProgress';
        invocation.statusDetails = 'InProgress';
        invocation.startedAt = this.#now();
        const cancelTimeout = clock.schedule(command.executionTimeout, () => {
            stopScript();
            this.#finish(command, invocation, 'TimedOut', 'ExecutionTimedOut');
        });
        const finished = (result) => {
            cancelTimeout();
            this.#after(() => {
                if (commands_over.has(invocation.status))
                    return;
                invocation.result = result;
                this.#finish(command, invocation, result.exitCode === 0 ? 'Success' : 'Failed');
            });
        };
        const { document, parameters } = command;
        const stopScript = machines.execute(instance, command.script, finished, { document, parameters });
        invocation.stop = () => {
            cancelTimeout();
            stopScript();
        };
    }
    #finish(command, invocation, status, details = status) {
        if (commands_over.has(invocation.status))
            return;
        invocation.status = status;
        invocation.statusDetails = details;
        invocation.endedAt = this.#now();
        this.#region.record('command', `${command.id}/${invocation.instanceId}`, details);
        this.#proceed(command);
    }
    #statusOf({ invocations, waiting }) {
        const statuses = new Set([...invocations.values()].map(({ status }) => status));
        if (waiting.length > 0 || [...statuses].some((status) => !commands_over.has(status))) {
            return statuses.has('Cancelling') ? 'Cancelling' : 'InProgress';
        }
        const worst = ['Failed', 'TimedOut', 'Cancelled'].find((status) => statuses.has(status));
        return worst ?? 'Success';
    }
    /** Half of what a command takes besides its script lies before it, half after. */
    #after(event) {
        const { clock, profile } = this.#region.world;
        clock.schedule(draw(profile.command, this.#random) / 2, event);
    }
    #newId() {
        return [8, 4, 4, 4, 12].map((digits) => this.#random.hex(digits)).join('-');
    }
    #now() {
        return this.#region.world.clock.now();
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/systems-manager/parameters.js

/** The last hundred versions are kept (Systems Manager user guide, "Working with parameter versions"). */
const mostVersions = 100;
/** The standard tier: 4 KB of value (Systems Manager user guide, "Managing parameter tiers"). */
const mostBytes = 4_096;
const mostLevels = 15;
/** Parameter Store in one region. */
class Parameters {
    all = new Map();
    #region;
    constructor(region) {
        this.#region = region;
    }
    /** The value of a version, or of the current one; undefined when there is none. */
    valueOf(name, version) {
        const versions = this.all.get(name)?.versions;
        return version === undefined ? versions?.at(-1)?.value : versions?.find((one) => one.version === version)?.value;
    }
    /**
     * Creates a parameter.
     * @throws {AwsError} ParameterAlreadyExists: of several that try at once, one succeeds. ValidationException for a name
     * or value out of bounds (Systems Manager API, PutParameter).
     */
    create(name, { type, value, description }, tags) {
        if (this.all.has(name)) {
            throw new AwsError('ParameterAlreadyExists', 'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.');
        }
        if (!type)
            throw invalid('A parameter type is required when you create a parameter.');
        checkName(name);
        const version = this.#version(1, { value, type, description });
        this.all.set(name, { name, tags, versions: [version] });
        this.#region.record('parameter', name, 'version 1');
        return version;
    }
    /**
     * Gives a parameter that is there a new version.
     * @throws {AwsError} HierarchyTypeMismatchException for another type (Systems Manager API, PutParameter).
     */
    overwrite(parameter, { type, value, description }) {
        const current = parameter.versions.at(-1);
        if (type && current && type !== current.type) {
            throw new AwsError('HierarchyTypeMismatchException', `The type of parameter ${parameter.name} is ${current.type} and cannot change.`);
        }
        const version = this.#version((current?.version ?? 0) + 1, {
            value,
            type: type ?? current?.type ?? 'String',
            description: description ?? current?.description,
        });
        parameter.versions.push(version);
        if (parameter.versions.length > mostVersions)
            parameter.versions.shift();
        this.#region.record('parameter', parameter.name, `version ${version.version}`);
        return version;
    }
    /** Says whether there was one. */
    delete(name) {
        const existed = this.all.delete(name);
        if (existed)
            this.#region.record('parameter', name, 'deleted');
        return existed;
    }
    /** Below a path such as `/steadfleet`; only its own children unless `recursive`. In order of their names. */
    below(path, recursive) {
        const prefix = path.endsWith('/') ? path : `${path}/`;
        const found = [];
        for (const parameter of this.all.values()) {
            const { name } = parameter;
            if (name.startsWith(prefix) && (recursive || !name.includes('/', prefix.length)))
                found.push(parameter);
        }
        return found.sort((one, other) => (one.name < other.name ? -1 : 1));
    }
    #version(version, content) {
        if (content.value === '')
            throw invalid("Value at 'value' failed to satisfy constraint: Member must not be empty");
        if (Buffer.byteLength(content.value) > mostBytes) {
            throw invalid('Standard tier parameters support a maximum parameter value of 4096 characters.');
        }
        return { version, ...content, modifiedAt: this.#region.world.clock.now() };
    }
}
/** Systems Manager API, PutParameter: letters, digits and `.-_`, at most 15 levels, not AWS's own names. */
function checkName(name) {
    if (!/^[a-zA-Z0-9_.\-/]+$/.test(name)) {
        throw invalid('Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths ' +
            'divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_');
    }
    if (name.includes('/') && !name.startsWith('/'))
        throw invalid('Parameter name must be a fully qualified name.');
    if (/^\/?(aws|ssm)/i.test(name))
        throw new AwsError('AccessDeniedException', `No access to reserved parameter name: ${name}.`);
    const levels = name.split('/').filter((level) => level !== '').length;
    if (levels > mostLevels) {
        throw new AwsError('HierarchyLevelLimitExceededException', `A hierarchy can have a maximum of ${mostLevels} levels.`);
    }
}
function invalid(message) {
    return new AwsError('ValidationException', message);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/systems-manager/systems-manager.js


/** Systems Manager in one region: parameters and commands. */
class SystemsManager {
    region;
    parameters;
    commands;
    constructor(region) {
        this.region = region;
        this.parameters = new Parameters(region);
        this.commands = new Commands(region);
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/region.js








/**
 * One region of the world: a service each, which know each other through this class. Order of dependence:
 * ec2 <- loadBalancing <- classicLoadBalancing <- autoScaling <- codeDeploy and cloudFormation; systemsManager and
 * cloudWatch stand beside them.
 */
class Region {
    name;
    world;
    ec2;
    loadBalancing;
    classicLoadBalancing;
    autoScaling;
    systemsManager;
    cloudWatch;
    codeDeploy;
    cloudFormation;
    /** What keeps its machines busy. */
    loads = [];
    constructor(name, world) {
        this.name = name;
        this.world = world;
        this.ec2 = new Ec2(this);
        this.loadBalancing = new LoadBalancing(this);
        this.classicLoadBalancing = new ClassicLoadBalancing(this);
        this.autoScaling = new AutoScaling(this);
        this.systemsManager = new SystemsManager(this);
        this.cloudWatch = new CloudWatch(this);
        this.codeDeploy = new CodeDeploy(this);
        this.cloudFormation = new CloudFormation(this);
    }
    /** `arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE` */
    arn(service, resource) {
        return `arn:aws:${service}:${this.name}:${this.world.account}:${resource}`;
    }
    /** Writes a change of this region into the world's log. */
    record(kind, subject, change) {
        this.world.log.append({ time: this.world.clock.now(), kind, subject: `${this.name}/${subject}`, change });
    }
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/security-tokens/session-keys.js
const prefix = 'ASIASANDBOX';
/** An access key id of this sandbox's own. Sessions' begin with ASIA (IAM user guide, "Unique identifiers"); this one says when it ends. */
function sessionKey(expiresAt) {
    return `${prefix}${Math.floor(expiresAt / 1000)
        .toString(36)
        .toUpperCase()}`;
}
/** When a key of this sandbox's own ends, in milliseconds since the Unix epoch; undefined for any other. */
function endOfSession(accessKeyId) {
    if (!accessKeyId.startsWith(prefix))
        return undefined;
    return Number.parseInt(accessKeyId.slice(prefix.length), 36) * 1000;
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/security-tokens/operations.js



const getCallerIdentity = operation([], (_input, { world }) => ({
    Account: world.account,
    Arn: `arn:aws:iam::${world.account}:user/sandbox`,
    UserId: 'AIDASANDBOX',
}));
/** Keys that open only this sandbox, which checks no signature. They end after an hour by default (STS API, AssumeRole). */
function assumed({ RoleArn, RoleSessionName, DurationSeconds = 3_600 }, { world }) {
    const [, account, role] = /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(RoleArn ?? '') ?? [];
    if (!account)
        throw validationError(`${RoleArn} is invalid`);
    if (!RoleSessionName)
        throw validationError("Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null");
    if (DurationSeconds < 900 || DurationSeconds > 43_200) {
        throw validationError(`Value '${DurationSeconds}' at 'durationSeconds' must be from 900 to 43200`);
    }
    const expiresAt = world.clock.now() + DurationSeconds * 1_000;
    return {
        AssumedRoleUser: {
            Arn: `arn:aws:sts::${account}:assumed-role/${role?.split('/').at(-1)}/${RoleSessionName}`,
            AssumedRoleId: `AROASANDBOX:${RoleSessionName}`,
        },
        Credentials: {
            AccessKeyId: sessionKey(expiresAt),
            SecretAccessKey: 'sandbox',
            SessionToken: 'sandbox',
            Expiration: new Date(expiresAt),
        },
    };
}
const assumeRole = operation(['RoleArn', 'RoleSessionName', 'DurationSeconds', 'ExternalId', 'Tags.*', 'TransitiveTagKeys'], (input, region) => assumed(input, region));
const assumeRoleWithWebIdentity = operation(['RoleArn', 'RoleSessionName', 'DurationSeconds', 'WebIdentityToken'], (input, region) => {
    if (!input.WebIdentityToken)
        throw validationError("Value null at 'webIdentityToken' must not be null");
    return { ...assumed(input, region), Provider: 'token.actions.githubusercontent.com' };
});
/** The Security Token Service's operations by name. */
const securityTokenOperations = {
    AssumeRole: assumeRole,
    AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
    GetCallerIdentity: getCallerIdentity,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/systems-manager/command-descriptions.js

/** How much of what a script writes Systems Manager keeps (Systems Manager API, GetCommandInvocation). */
const mostStdout = 24_000;
const mostStderr = 8_000;
function describeCommand(command) {
    const invocations = [...command.invocations.values()];
    const count = (...statuses) => invocations.filter(({ status }) => statuses.includes(status)).length;
    return {
        CommandId: command.id,
        DocumentName: command.document,
        Comment: command.comment,
        Parameters: structuredClone(command.parameters),
        InstanceIds: command.targets.length > 0 ? [] : [...command.instanceIds],
        Targets: [...command.targets],
        RequestedDateTime: new Date(command.requestedAt),
        Status: command.status,
        StatusDetails: command.status,
        MaxConcurrency: String(command.maxConcurrency),
        MaxErrors: String(command.maxErrors),
        TargetCount: command.instanceIds.length,
        CompletedCount: count('Success', 'Failed', 'TimedOut', 'Cancelled'),
        ErrorCount: count('Failed', 'TimedOut'),
    };
}
/** Output is empty until the script has ended. */
function describeResult(command, invocation) {
    const { result, startedAt, endedAt } = invocation;
    return {
        CommandId: command.id,
        InstanceId: invocation.instanceId,
        Comment: command.comment,
        DocumentName: command.document,
        PluginName: documents[command.document],
        ResponseCode: result?.exitCode ?? -1,
        Status: invocation.status,
        StatusDetails: invocation.statusDetails,
        ExecutionStartDateTime: isoTime(startedAt),
        ExecutionElapsedTime: startedAt !== undefined && endedAt !== undefined ? `PT${(endedAt - startedAt) / 1_000}S` : '',
        ExecutionEndDateTime: isoTime(endedAt),
        StandardOutputContent: (result?.stdout ?? '').slice(0, mostStdout),
        StandardErrorContent: errorsOf(invocation).slice(0, mostStderr),
    };
}
function isoTime(time) {
    return time === undefined ? '' : new Date(time).toISOString();
}
/** What a script that failed wrote to its standard error ends with a line of the agent's own (amazon-ssm-agent, runscript.go). */
function errorsOf({ status, result }) {
    if (!result)
        return '';
    const said = status === 'Failed' ? `failed to run commands: exit status ${result.exitCode}` : '';
    return [result.stderr, said].filter((text) => text !== '').join('\n');
}
/** Both channels, one under the other (amazon-ssm-agent, iohandler.go, TruncateOutput). */
function outputOf(invocation) {
    const errors = errorsOf(invocation);
    const title = errors === '' ? '' : '\n----------ERROR-------\n';
    return `${invocation.result?.stdout ?? ''}${title}${errors}`;
}
/** With `details` also what the script wrote, up to 2,500 characters (Systems Manager API, CommandPlugin). */
function describeInvocation(command, invocation, details) {
    const { result } = invocation;
    return {
        CommandId: command.id,
        InstanceId: invocation.instanceId,
        Comment: command.comment,
        DocumentName: command.document,
        RequestedDateTime: new Date(command.requestedAt),
        Status: invocation.status,
        StatusDetails: invocation.statusDetails,
        CommandPlugins: details
            ? [
                {
                    Name: documents[command.document],
                    Status: invocation.status === 'Cancelling' ? 'InProgress' : invocation.status,
                    StatusDetails: invocation.statusDetails,
                    ResponseCode: result?.exitCode ?? -1,
                    Output: outputOf(invocation).slice(0, 2_500),
                },
            ]
            : [],
    };
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/systems-manager/command-describe-operations.js




const command_describe_operations_mostPerPage = 50;
/** Nothing is there at first: an invocation exists once its instance was reached (Systems Manager API, GetCommandInvocation). */
const getCommandInvocation = operation(['CommandId', 'InstanceId', 'PluginName'], ({ CommandId, InstanceId }, region) => {
    const command = region.systemsManager.commands.all.get(CommandId ?? '');
    const invocation = command?.invocations.get(InstanceId ?? '');
    if (!command || !invocation)
        throw new AwsError('InvocationDoesNotExist', 'The command ID and managed node ID do not match');
    return describeResult(command, invocation);
});
function command_describe_operations_asked(id, instanceId, region) {
    const commands = [...region.systemsManager.commands.all.values()].reverse();
    return commands.filter((one) => (!id || one.id === id) && (!instanceId || one.instanceIds.includes(instanceId)));
}
function command_describe_operations_passes({ status, document, requestedAt }, filters = []) {
    return filters.every(({ key, value = '' }) => {
        if (key === 'Status')
            return status === value;
        if (key === 'DocumentName')
            return document === value;
        if (key === 'InvokedAfter')
            return requestedAt >= Date.parse(value);
        if (key === 'InvokedBefore')
            return requestedAt < Date.parse(value);
        throw new AwsError('InvalidFilterKey', `The sandbox knows Status, DocumentName, InvokedAfter and InvokedBefore, not ${key}`);
    });
}
const filterParameters = ['Filters.key', 'Filters.value'];
/** Newest first. */
const listCommands = operation(['CommandId', 'InstanceId', ...filterParameters, 'MaxResults', 'NextToken'], (input, region) => {
    const commands = command_describe_operations_asked(input.CommandId, input.InstanceId, region).filter((one) => command_describe_operations_passes(one, input.Filters));
    const { items, nextToken } = page(commands, { maxResults: input.MaxResults, nextToken: input.NextToken }, command_describe_operations_mostPerPage);
    return { Commands: items.map(describeCommand), NextToken: nextToken };
});
const listCommandInvocations = operation(['CommandId', 'InstanceId', 'Details', ...filterParameters, 'MaxResults', 'NextToken'], (input, region) => {
    const all = command_describe_operations_asked(input.CommandId, input.InstanceId, region).flatMap((command) => [...command.invocations.values()]
        .filter(({ instanceId }) => !input.InstanceId || instanceId === input.InstanceId)
        .filter(({ status }) => command_describe_operations_passes({ ...command, status }, input.Filters))
        .map((invocation) => describeInvocation(command, invocation, input.Details ?? false)));
    const { items, nextToken } = page(all, { maxResults: input.MaxResults, nextToken: input.NextToken }, command_describe_operations_mostPerPage);
    return { CommandInvocations: items, NextToken: nextToken };
});
/** Whose agent reports. */
const describeInstanceInformation = operation([
    ...['Filters.Key', 'Filters.Values', 'MaxResults', 'NextToken'],
    ...['InstanceInformationFilterList.key', 'InstanceInformationFilterList.valueSet'],
], (input, region) => {
    const { commands } = region.systemsManager;
    let running = [...region.ec2.instances.values()].filter((instance) => commands.isOnline(instance));
    const filters = [
        ...(input.Filters ?? []).map(({ Key = '', Values = [] }) => ({ key: Key, values: Values })),
        ...(input.InstanceInformationFilterList ?? []).map(({ key = '', valueSet = [] }) => ({ key, values: valueSet })),
    ];
    for (const { key, values } of filters) {
        const read = informationFilter(key);
        running = running.filter((instance) => values.includes(read(instance) ?? ''));
    }
    const { items, nextToken } = page(running, { maxResults: input.MaxResults, nextToken: input.NextToken }, command_describe_operations_mostPerPage);
    return {
        InstanceInformationList: items.map((instance) => ({
            InstanceId: instance.id,
            PingStatus: 'Online',
            LastPingDateTime: new Date(region.world.clock.now()),
            AgentVersion: '3.3.0.0',
            IsLatestVersion: true,
            PlatformType: instance.platform,
            ResourceType: 'EC2Instance',
            IPAddress: instance.privateIpAddress,
        })),
        NextToken: nextToken,
    };
});
function informationFilter(key) {
    if (key === 'InstanceIds')
        return ({ id }) => id;
    if (key === 'PingStatus')
        return () => 'Online';
    if (key.startsWith('tag:'))
        return ({ tags }) => tags.get(key.slice('tag:'.length));
    throw new AwsError('InvalidInstanceInformationFilterValue', `The sandbox knows InstanceIds, PingStatus and tag:KEY, not ${key}`);
}
const commandDescribeOperations = {
    DescribeInstanceInformation: describeInstanceInformation,
    GetCommandInvocation: getCommandInvocation,
    ListCommandInvocations: listCommandInvocations,
    ListCommands: listCommands,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/systems-manager/command-operations.js





const command_operations_second = 1_000;
/** At most 50 ids or 5 targets; 50 at once and no error by default (Systems Manager API, SendCommand). */
const sendCommand = operation([
    ...['DocumentName', 'DocumentVersion', 'InstanceIds', 'Targets.Key', 'Targets.Values', 'Comment', 'TimeoutSeconds'],
    ...['MaxConcurrency', 'MaxErrors', 'Parameters.commands', 'Parameters.executionTimeout'],
], (input, region) => {
    const document = Object.keys(documents).find((name) => name === input.DocumentName);
    if (!document) {
        throw new AwsError('InvalidDocument', `The sandbox knows only the documents ${Object.keys(documents).join(', ')}`);
    }
    const script = input.Parameters?.commands ?? [];
    if (script.length === 0)
        throw new AwsError('InvalidParameters', 'The parameter commands is required.');
    const instanceIds = meant(input, region);
    requirePlatform(document, instanceIds, region);
    const command = region.systemsManager.commands.send({
        document,
        parameters: input.Parameters ?? {},
        comment: input.Comment ?? '',
        script,
        instanceIds,
        targets: input.Targets ?? [],
        maxConcurrency: Math.max(1, share(input.MaxConcurrency ?? '50', instanceIds.length)),
        maxErrors: share(input.MaxErrors ?? '0', instanceIds.length),
        deliveryTimeout: secondsOf(input.TimeoutSeconds) * command_operations_second,
        executionTimeout: Number(input.Parameters?.executionTimeout?.[0] ?? 3_600) * command_operations_second,
    });
    return { Command: describeCommand(command) };
});
function secondsOf(timeout = 3_600) {
    if (timeout >= 30 && timeout <= 2_592_000)
        return timeout;
    throw invalid(`Value '${timeout}' at 'timeoutSeconds' failed to satisfy constraint: it must be from 30 to 2592000`);
}
/** A number, or a percentage of all. */
function share(text, all) {
    const [, number, percent] = /^(\d+)(%?)$/.exec(text) ?? [];
    if (number === undefined)
        throw invalid(`Value '${text}' must be a number or a percentage`);
    return percent ? Math.floor((Number(number) * all) / 100) : Number(number);
}
function meant({ InstanceIds = [], Targets = [] }, region) {
    if (InstanceIds.length > 0 === Targets.length > 0)
        throw invalid('Give either InstanceIds or Targets.');
    if (InstanceIds.length > 50)
        throw invalid("Value at 'instanceIds' must have length less than or equal to 50");
    if (Targets.length > 5)
        throw invalid("Value at 'targets' must have length less than or equal to 5");
    if (InstanceIds.length > 0)
        return registered(InstanceIds, region);
    const { commands } = region.systemsManager;
    let chosen = [...region.ec2.instances.values()].filter((instance) => commands.isOnline(instance));
    for (const { Key = '', Values = [] } of Targets) {
        if (Key !== 'InstanceIds' && !Key.startsWith('tag:')) {
            throw new AwsError('InvalidTarget', `The sandbox knows the targets tag:KEY and InstanceIds, not ${Key}`);
        }
        const read = (one) => Key === 'InstanceIds' ? one.id : one.tags.get(Key.slice('tag:'.length));
        chosen = chosen.filter((instance) => Values.includes(read(instance) ?? ''));
    }
    return chosen.map(({ id }) => id);
}
/** Systems Manager API, UnsupportedPlatformType: a document for Windows on a Linux machine, say. */
function requirePlatform(document, ids, { ec2 }) {
    const platform = document === 'AWS-RunPowerShellScript' ? 'Windows' : 'Linux';
    const other = ids.find((id) => ec2.instances.get(id)?.platform !== platform);
    if (other === undefined)
        return;
    throw new AwsError('UnsupportedPlatformType', `The document ${document} is for ${platform}, which ${other} is not`);
}
/** The agent must have reported: no instance that does not run has one (Systems Manager API, InvalidInstanceId). */
function registered(ids, region) {
    const absent = ids.filter((id) => {
        const instance = region.ec2.instances.get(id);
        return !instance || !region.systemsManager.commands.isOnline(instance);
    });
    if (absent.length === 0)
        return [...ids];
    throw new AwsError('InvalidInstanceId', `Instances [[${absent.join(', ')}]] not in a valid state for account ${region.world.account}`);
}
const cancelCommand = operation(['CommandId', 'InstanceIds'], ({ CommandId, InstanceIds }, region) => {
    region.systemsManager.commands.cancel(command_operations_find(CommandId, region), InstanceIds ?? []);
    return {};
});
function command_operations_find(id, region) {
    const command = region.systemsManager.commands.all.get(id ?? '');
    if (command)
        return command;
    throw new AwsError('InvalidCommandId', `The command ${id} does not exist`);
}
const commandOperations = { CancelCommand: cancelCommand, SendCommand: sendCommand };

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/systems-manager/parameter-filters.js

/** Keeps what passes every filter (Systems Manager API, ParameterStringFilter). @throws {AwsError} InvalidFilterKey, InvalidFilterOption */
function matching(parameters, filters) {
    return (filters ?? []).reduce((kept, filter) => kept.filter(parameter_filters_testFor(filter)), parameters);
}
function parameter_filters_testFor({ Key = '', Option, Values = [] }) {
    if (Key === 'Path')
        return ({ name }) => Values.some((path) => isBelow(name, path, Option));
    const compare = comparison(Option ?? 'Equals');
    const read = reader(Key);
    return (parameter) => {
        const found = read(parameter);
        return found !== undefined && (Values.length === 0 || Values.some((value) => compare(found, value)));
    };
}
function isBelow(name, path, option = 'OneLevel') {
    const prefix = path.endsWith('/') ? path : `${path}/`;
    return name.startsWith(prefix) && (option === 'Recursive' || !name.includes('/', prefix.length));
}
function reader(key) {
    if (key === 'Name')
        return ({ name }) => name;
    if (key === 'Type')
        return ({ versions }) => versions.at(-1)?.type;
    if (key === 'Tier')
        return () => 'Standard';
    if (key.startsWith('tag:'))
        return ({ tags }) => tags.get(key.slice('tag:'.length));
    throw new AwsError('InvalidFilterKey', `The sandbox knows Name, Path, Type, Tier and tag:KEY, not ${key}`);
}
function comparison(option) {
    if (option === 'Equals')
        return (found, value) => found === value;
    if (option === 'BeginsWith')
        return (found, value) => found.startsWith(value);
    if (option === 'Contains')
        return (found, value) => found.includes(value);
    throw new AwsError('InvalidFilterOption', `The sandbox knows Equals, BeginsWith and Contains, not ${option}`);
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/systems-manager/tags.js


/** Tags of a request as a map. @throws {AwsError} ValidationException for AWS's own prefix. */
function systems_manager_tags_tagsOf(tags) {
    const map = new Map();
    for (const { Key = '', Value = '' } of tags) {
        if (Key.toLowerCase().startsWith('aws:'))
            throw invalid(`aws: prefixed tag key names are not allowed for external use: ${Key}`);
        map.set(Key, Value);
    }
    refuseTooMany(map);
    return map;
}
/** @throws {AwsError} TooManyTagsError above 50 (Systems Manager API, AddTagsToResource). */
function refuseTooMany(tags) {
    if (tags.size > 50)
        throw new AwsError('TooManyTagsError', 'A resource can have at most 50 tags.');
}

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/systems-manager/parameter-operations.js






/** Without Overwrite it creates or fails: of several writers one wins (Systems Manager API, PutParameter). */
const putParameter = operation(['Name', 'Value', 'Type', 'Description', 'Overwrite', 'Tags.Key', 'Tags.Value', 'Tier', 'DataType'], (input, region) => {
    const { Name = '', Value = '', Type, Description, Overwrite, Tags = [], Tier = 'Standard', DataType = 'text', } = input;
    if (Tier !== 'Standard')
        throw invalid('The sandbox has the Standard tier only.');
    if (DataType !== 'text')
        throw invalid('The sandbox has the data type text only.');
    if (Overwrite && Tags.length > 0) {
        throw invalid("Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove " +
            'overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.');
    }
    const { parameters } = region.systemsManager;
    const value = { value: Value, type: Type, description: Description };
    const existing = Overwrite ? parameters.all.get(Name) : undefined;
    const { version } = existing ? parameters.overwrite(existing, value) : parameters.create(Name, value, systems_manager_tags_tagsOf(Tags));
    return { Version: version, Tier: 'Standard' };
});
/** A name may end in `:VERSION`. */
function findVersion(reference, region) {
    const [name = '', selector] = reference.split(':');
    const parameter = region.systemsManager.parameters.all.get(name);
    const version = parameter?.versions.findLast((one) => selector === undefined || one.version === Number(selector));
    return parameter && version && [parameter, version];
}
function parameter_operations_notFound(name) {
    return new AwsError('ParameterNotFound', `Parameter ${name} not found.`);
}
const getParameter = operation(['Name', 'WithDecryption'], ({ Name = '', WithDecryption }, region) => {
    const found = findVersion(Name, region);
    if (!found)
        throw parameter_operations_notFound(Name);
    return { Parameter: parameter_operations_describe(found, WithDecryption, region) };
});
const getParameters = operation(['Names', 'WithDecryption'], ({ Names = [], WithDecryption }, region) => {
    refuseMoreThanTen(Names);
    return {
        Parameters: Names.flatMap((name) => {
            const found = findVersion(name, region);
            return found ? [parameter_operations_describe(found, WithDecryption, region)] : [];
        }),
        InvalidParameters: Names.filter((name) => !findVersion(name, region)),
    };
});
function refuseMoreThanTen(names) {
    if (names.length > 10)
        throw invalid("Value at 'names' must have length less than or equal to 10");
}
/** Ten to a page at most (Systems Manager API, GetParametersByPath). */
const getParametersByPath = operation(['Path', 'Recursive', 'WithDecryption', 'ParameterFilters.*', 'MaxResults', 'NextToken'], (input, region) => {
    const { Path = '', Recursive = false, WithDecryption, MaxResults = 10, NextToken } = input;
    if (!Path.startsWith('/'))
        throw invalid('The path must begin with a slash.');
    if (MaxResults < 1 || MaxResults > 10)
        throw invalid("Value at 'maxResults' must be from 1 to 10");
    const below = matching(region.systemsManager.parameters.below(Path, Recursive), input.ParameterFilters);
    const { items, nextToken } = page(below, { maxResults: MaxResults, nextToken: NextToken }, MaxResults);
    return {
        Parameters: items.map((parameter) => parameter_operations_describe([parameter, current(parameter)], WithDecryption, region)),
        NextToken: nextToken,
    };
});
function current({ versions }) {
    return versions.at(-1);
}
function parameter_operations_describe([{ name }, version], decrypt, region) {
    const isSecret = version.type === 'SecureString' && !decrypt;
    return {
        Name: name,
        Type: version.type,
        Value: isSecret ? Buffer.from(`encrypted ${version.value}`).toString('base64') : version.value,
        Version: version.version,
        LastModifiedDate: new Date(version.modifiedAt),
        ARN: region.arn('ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`),
        DataType: 'text',
    };
}
const describeParameters = operation(['ParameterFilters.*', 'MaxResults', 'NextToken'], (input, region) => {
    const chosen = matching([...region.systemsManager.parameters.all.values()], input.ParameterFilters);
    const { items, nextToken } = page(chosen, { maxResults: input.MaxResults, nextToken: input.NextToken }, 50);
    return {
        Parameters: items.map((parameter) => {
            const { type, description, version, modifiedAt } = current(parameter);
            return {
                Name: parameter.name,
                ARN: region.arn('ssm', `parameter${parameter.name.startsWith('/') ? '' : '/'}${parameter.name}`),
                Type: type,
                Description: description,
                Version: version,
                Tier: 'Standard',
                DataType: 'text',
                LastModifiedDate: new Date(modifiedAt),
            };
        }),
        NextToken: nextToken,
    };
});
const deleteParameter = operation(['Name'], ({ Name }, region) => {
    if (!region.systemsManager.parameters.delete(Name ?? ''))
        throw parameter_operations_notFound(Name);
    return {};
});
const deleteParameters = operation(['Names'], ({ Names = [] }, region) => {
    refuseMoreThanTen(Names);
    const { parameters } = region.systemsManager;
    const InvalidParameters = Names.filter((name) => !parameters.all.has(name));
    return { DeletedParameters: Names.filter((name) => parameters.delete(name)), InvalidParameters };
});
const parameterOperations = {
    DeleteParameter: deleteParameter,
    DeleteParameters: deleteParameters,
    DescribeParameters: describeParameters,
    GetParameter: getParameter,
    GetParameters: getParameters,
    GetParametersByPath: getParametersByPath,
    PutParameter: putParameter,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/systems-manager/tag-operations.js



/** @throws {AwsError} InvalidResourceId for one that is not there (Systems Manager API, AddTagsToResource). */
function present({ ResourceType, ResourceId }, region) {
    if (ResourceType !== 'Parameter')
        throw new AwsError('InvalidResourceType', 'The sandbox tags parameters only.');
    const parameter = region.systemsManager.parameters.all.get(ResourceId ?? '');
    if (parameter)
        return parameter.tags;
    throw new AwsError('InvalidResourceId', `The parameter ${ResourceId} does not exist.`);
}
const addTagsToResource = operation(['ResourceType', 'ResourceId', 'Tags.Key', 'Tags.Value'], (input, region) => {
    const tags = present(input, region);
    const added = systems_manager_tags_tagsOf(input.Tags ?? []);
    refuseTooMany(new Map([...tags, ...added]));
    for (const [key, value] of added)
        tags.set(key, value);
    region.record('parameter', input.ResourceId ?? '', 'tags added');
    return {};
});
const listTagsForResource = operation(['ResourceType', 'ResourceId'], (input, region) => ({
    TagList: [...present(input, region)].map(([Key, Value]) => ({ Key, Value })),
}));
const removeTagsFromResource = operation(['ResourceType', 'ResourceId', 'TagKeys'], (input, region) => {
    const tags = present(input, region);
    for (const key of input.TagKeys ?? [])
        tags.delete(key);
    region.record('parameter', input.ResourceId ?? '', 'tags removed');
    return {};
});
const systems_manager_tag_operations_tagOperations = {
    AddTagsToResource: addTagsToResource,
    ListTagsForResource: listTagsForResource,
    RemoveTagsFromResource: removeTagsFromResource,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/systems-manager/operations.js




/** Systems Manager's operations by name. */
const systemsManagerOperations = {
    ...commandDescribeOperations,
    ...commandOperations,
    ...parameterOperations,
    ...systems_manager_tag_operations_tagOperations,
};

;// CONCATENATED MODULE: ./build/bundle/sandbox/world/world.js














/**
 * Services by the name in the signature's scope (SigV4), which is what tells them apart on the wire; but for classic load
 * balancing, which shares the name of its successor and is told from it by the API's version.
 */
const world_services = {
    autoscaling: autoScalingOperations,
    cloudformation: cloudFormationOperations,
    codedeploy: codeDeployOperations,
    ec2: ec2Operations,
    elasticloadbalancing: loadBalancingOperations,
    'elasticloadbalancing-classic': classicLoadBalancingOperations,
    monitoring: cloudWatchOperations,
    ssm: systemsManagerOperations,
    sts: securityTokenOperations,
    'vpc-lattice': latticeOperations,
};
/** AWS on your own machine: one account, as many regions as are asked for, one clock. */
class World {
    account = '000000000000';
    clock;
    random;
    profile;
    log = new EventLog();
    machines;
    interceptors = [];
    #regions = new Map();
    constructor({ clock, random, profile, machines }) {
        this.clock = clock;
        this.random = random;
        this.profile = profile;
        this.machines = machines(this);
    }
    region(name) {
        const region = this.#regions.get(name) ?? new Region(name, this);
        this.#regions.set(name, region);
        return region;
    }
    get regions() {
        return this.#regions;
    }
    /**
     * Carries out one API call, at once. All doors (SDK, HTTP, short-cut) end here.
     * @throws {AwsError} as AWS would answer.
     */
    call(call) {
        const operation = world_services[call.service][call.operation];
        if (!operation) {
            throw new AwsError('InvalidAction', `The sandbox does not implement ${call.service} ${call.operation}. See docs/sandbox.md for what it does.`);
        }
        refuseUnknownParameters(call, operation);
        for (const interceptor of this.interceptors)
            interceptor.before?.(call);
        let output = operation.run(call.input, this.region(call.region));
        for (const interceptor of this.interceptors)
            output = interceptor.after?.(call, output) ?? output;
        return output;
    }
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/balance.js
/** Makes a target group that watches its targets as a real one does. @returns its ARN. */
function createTargetGroup(call, vpcId, watch, name) {
    const { TargetGroups } = call('elasticloadbalancing', 'CreateTargetGroup', {
        Name: name,
        Protocol: 'HTTP',
        Port: 80,
        VpcId: vpcId,
        HealthCheckIntervalSeconds: watch.interval,
        // A Network Load Balancer's time-out may be as long as its interval; here it must be shorter.
        HealthCheckTimeoutSeconds: Math.min(watch.timeout, watch.interval - 1),
        HealthyThresholdCount: watch.healthyThreshold,
        UnhealthyThresholdCount: watch.unhealthyThreshold,
    });
    const arn = TargetGroups?.[0]?.TargetGroupArn ?? '';
    const delay = { Key: 'deregistration_delay.timeout_seconds', Value: String(watch.deregistrationDelay) };
    call('elasticloadbalancing', 'ModifyTargetGroupAttributes', { TargetGroupArn: arn, Attributes: [delay] });
    return arn;
}
/**
 * Puts target groups behind a load balancer, each behind a listener of its own, for only what a listener forwards to is
 * asked for its health (ELBv2 API, TargetHealth: Target.NotInUse). The idle one is in the first listener's rule, and gets
 * no request yet.
 * @returns the ARN of that rule.
 */
function forwardTo(call, subnetIds, serving, idle) {
    if (serving.length === 0)
        return '';
    const { LoadBalancers } = call('elasticloadbalancing', 'CreateLoadBalancer', {
        Name: 'users',
        Subnets: subnetIds,
    });
    const LoadBalancerArn = LoadBalancers?.[0]?.LoadBalancerArn;
    const listeners = serving.map((arn, index) => {
        const weights = [{ TargetGroupArn: arn, Weight: 100 }];
        if (index === 0 && idle !== undefined)
            weights.push({ TargetGroupArn: idle, Weight: 0 });
        const listener = { LoadBalancerArn, Protocol: 'HTTP', Port: 80 + index };
        const DefaultActions = [{ Type: 'forward', ForwardConfig: { TargetGroups: weights } }];
        const made = call('elasticloadbalancing', 'CreateListener', {
            ...listener,
            DefaultActions,
        });
        return made.Listeners?.[0]?.ListenerArn;
    });
    const { Rules } = call('elasticloadbalancing', 'DescribeRules', {
        ListenerArn: listeners[0],
    });
    return Rules?.[0]?.RuleArn ?? '';
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/set-up.js

const set_up_minute = 60_000;
/** Makes a group in a world as its owner might have made it, through the API. */
class SetUp {
    #settings;
    #portrait;
    #templateId;
    constructor(settings, portrait) {
        const { name, cohorts } = portrait;
        this.#settings = settings;
        this.#portrait = portrait;
        const { LaunchTemplate } = this.#callEc2('CreateLaunchTemplate', {
            LaunchTemplateName: `rehearsal-${Buffer.from(name).toString('hex').slice(0, 100)}`,
            ...this.#launches(cohorts[0]?.imageId),
        });
        this.#templateId = LaunchTemplate?.LaunchTemplateId ?? '';
    }
    /**
     * Launches one cohort after the other, each from a template version of its own, and gives the group its settings when
     * all are in service.
     */
    populate() {
        const { clock } = this.#settings;
        const { cohorts, min, max, pace, targetGroups } = this.#portrait;
        this.#createGroup();
        let size = 0;
        for (const [index, { imageId, machines }] of cohorts.entries()) {
            if (index > 0) {
                const next = { LaunchTemplateId: this.#templateId, ...this.#launches(imageId) };
                this.#callEc2('CreateLaunchTemplateVersion', next);
            }
            size += machines;
            this.#callGroup('UpdateAutoScalingGroup', { ...this.#version(index + 1), DesiredCapacity: size });
            clock.advance(set_up_minute);
        }
        this.#callGroup('UpdateAutoScalingGroup', { ...this.#version(1), MinSize: min, MaxSize: max });
        const longestCheck = Math.max(0, ...targetGroups.map(({ interval }) => interval * 1000));
        clock.advance((pace.launch?.[1] ?? set_up_minute) + 2 * longestCheck + set_up_minute);
    }
    /** What rests, and what comes due; times count from now. Those of actions that recur may meet, those of others may not. */
    schedule() {
        const { suspended, appointments } = this.#portrait;
        if (suspended.length > 0)
            this.#callGroup('SuspendProcesses', { ScalingProcesses: suspended });
        let last = 0;
        for (const { name, in: delay, sizes } of [...appointments].sort((one, other) => one.in - other.in)) {
            last = Math.max(last + 1, this.#settings.clock.now() + delay);
            const StartTime = new Date(last);
            this.#callGroup('PutScheduledUpdateGroupAction', { ScheduledActionName: name, StartTime, ...sizes });
        }
    }
    #createGroup() {
        const { subnetIds, targetGroups } = this.#settings;
        const { zones, desired, max, healthCheckType } = this.#portrait;
        this.#callGroup('CreateAutoScalingGroup', {
            ...this.#version(1),
            MinSize: 0,
            MaxSize: Math.max(max, desired),
            DesiredCapacity: 0,
            // The sandbox's regions have three zones.
            VPCZoneIdentifier: subnetIds.slice(0, zones).join(','),
            TargetGroupARNs: targetGroups,
            HealthCheckType: healthCheckType,
            HealthCheckGracePeriod: provenGrace(this.#portrait),
        });
    }
    #launches(imageId = '') {
        const ImageId = this.#settings.standIns.imageLike(imageId);
        return { LaunchTemplateData: { ImageId, InstanceType: 't3.micro' } };
    }
    /** What the group launches: the cohort that its template's version was made for. */
    #version(number) {
        const { namesImages, cohorts } = this.#portrait;
        const LaunchTemplateSpecification = { LaunchTemplateId: this.#templateId, Version: String(number) };
        if (!namesImages)
            return { LaunchTemplate: LaunchTemplateSpecification };
        const ImageId = this.#settings.standIns.imageLike(cohorts[number - 1]?.imageId ?? '');
        const Overrides = [{ InstanceType: 't3.micro', ImageId }];
        return { MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification, Overrides } } };
    }
    #callEc2(operation, input) {
        return this.#settings.call('ec2', operation, input);
    }
    #callGroup(operation, input) {
        this.#settings.call('autoscaling', operation, { AutoScalingGroupName: this.#portrait.name, ...input });
    }
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/stand-ins.js
/** The images of a rehearsal, each in place of a real one. */
class StandIns {
    #world;
    #region;
    /** The world's ids, by those in reality. */
    #images = new Map();
    constructor(world, region) {
        this.#world = world;
        this.#region = region;
    }
    /** The image that stands for a real one. */
    imageLike(imageId) {
        const { ec2 } = this.#world.region(this.#region);
        const id = this.#images.get(imageId) ?? ec2.addImage({ name: `image ${this.#images.size + 1}` }).id;
        this.#images.set(imageId, id);
        return id;
    }
    /** A text from the rehearsal as it would be said of the real group, whose machines have other names. */
    inReality(text) {
        let told = text.replaceAll(/\bi-[0-9a-f]{17}\b/g, 'one of them');
        for (const [real, simulated] of this.#images)
            told = told.replaceAll(simulated, real);
        return told;
    }
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/likeness.js









const region = 'eu-west-1';
/**
 * Builds the likeness. Its machines take as long as the real ones did; where nothing tells, as long as on an ordinary
 * day. Another seed gives other times within the same bounds.
 */
function buildLikeness(portrait, imageId, seed) {
    const clock = new VirtualClock();
    const random = new SeededRandom(seed);
    const profile = profileOf(portrait);
    let simulated;
    const machines = (world) => {
        simulated = new SimulatedMachines(world);
        return simulated;
    };
    const world = new World({ clock, random: random.fork('world'), profile, machines });
    const standIns = new StandIns(world, region);
    // Those that serve already need no time to come up.
    const comeUpInTime = simulated?.alter((_, behaviour) => ({ ...behaviour, boot: [0, 0] }));
    const pair = settle(world, clock, standIns, portrait);
    comeUpInTime?.();
    const nextBoot = bootTimes(portrait, random.fork('boot'));
    simulated?.alter((_, behaviour) => {
        const boot = nextBoot();
        return { ...behaviour, boot: [boot, boot] };
    });
    const inReality = (text) => standIns.inReality(text);
    return { clock, random, world, region, imageId: standIns.imageLike(imageId), inReality, ...(pair && { pair }) };
}
/** Makes the groups and lets their machines come up. */
function settle(world, clock, standIns, portrait) {
    const call = (service, operation, input) => world.call({ service, operation, input, region });
    const subnets = [...world.region(region).ec2.subnets.values()];
    const subnetIds = subnets.map(({ id }) => id);
    const vpcId = subnets[0]?.vpcId ?? '';
    const groups = portrait.idle ? [portrait, portrait.idle] : [portrait];
    const targetGroups = groups.map((group, at) => group.targetGroups.map((watch, index) => createTargetGroup(call, vpcId, watch, `targets-${at + 1}-${index + 1}`)));
    const rule = forwardTo(call, subnetIds, targetGroups[0] ?? [], targetGroups[1]?.[0]);
    const setUps = groups.map((group, at) => new SetUp({ call, clock, standIns, subnetIds, targetGroups: targetGroups[at] ?? [] }, group));
    for (const setUp of setUps)
        setUp.populate();
    for (const setUp of setUps)
        setUp.schedule();
    return portrait.idle && { groups: [portrait.name, portrait.idle.name], rule };
}
/** Launches of the idle group are those that count, where there are any. */
function profileOf({ pace, idle }) {
    const { realistic } = profiles;
    const start = idle?.pace.launch ?? pace.launch ?? realistic.start;
    return { ...realistic, start, shutdown: pace.shutdown ?? realistic.shutdown };
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/rehearsal/silent-step.js
var silent_step = __webpack_require__(632);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/timeline.js
/**
 * Reads from a world's own log how many machines there were at each moment from `beginning` on. A machine counts from
 * its launch until it shuts down, which is when EC2 bills it; it serves while it is in service to its group and healthy
 * in all its target groups.
 */
function timelineOf(events, beginning, targetGroups) {
    const traces = new Map();
    const moments = [];
    let now = { machines: 0, serving: 0 };
    for (const event of events) {
        const id = /\b(i-[0-9a-f]+)/.exec(event.subject)?.[1];
        if (id === undefined)
            continue;
        const trace = traces.get(id) ?? { isRunning: false, isInService: false, healthyIn: new Set() };
        traces.set(id, trace);
        const before = countsOf(trace, targetGroups);
        learn(trace, event);
        const after = countsOf(trace, targetGroups);
        now = {
            machines: now.machines + after.machines - before.machines,
            serving: now.serving + after.serving - before.serving,
        };
        const at = Math.max(0, event.time - beginning);
        if (moments.at(-1)?.at === at)
            moments.pop();
        moments.push({ at, ...now });
    }
    return moments;
}
function countsOf({ isRunning, isInService, healthyIn }, targetGroups) {
    const serves = isRunning && isInService && healthyIn.size === targetGroups;
    return { machines: isRunning ? 1 : 0, serving: serves ? 1 : 0 };
}
/** What happens to a machine that is there before and after. */
const staysUp = /^(rebooting|root volume)/;
function learn(trace, { kind, subject, change }) {
    if (kind === 'instance' && !staysUp.test(change))
        trace.isRunning = change === 'pending' || change === 'running';
    else if (kind === 'member')
        trace.isInService = change === 'InService';
    else if (kind === 'target') {
        const [, targetGroup = ''] = subject.split('/');
        if (change === 'healthy')
            trace.healthyIn.add(targetGroup);
        else
            trace.healthyIn.delete(targetGroup);
    }
}
/** When the last of the machines that a rollout brought along are gone: there are no more than `size` after its end. */
function goneBy(timeline, size, end) {
    const atEnd = timeline.findLast(({ at }) => at <= end);
    if (atEnd && atEnd.machines <= size)
        return end;
    return timeline.find(({ at, machines }) => at > end && machines <= size)?.at ?? timeline.at(-1)?.at ?? end;
}
/** How many machines there were beyond `size`, times for how long: machine-minutes. */
function machineMinutesAbove(timeline, size, end) {
    let area = 0;
    for (const [index, { at, machines }] of timeline.entries()) {
        const until = Math.min(end, timeline[index + 1]?.at ?? end);
        if (until > at)
            area += Math.max(0, machines - size) * (until - at);
    }
    return area / 60_000;
}
/** The moments until `end`, with the first at 0. */
function until(timeline, end) {
    return timeline.filter(({ at }) => at <= end);
}
/**
 * The timeline in so many stretches of one length: each told by its end, the most machines and the fewest that served
 * in it, so that nothing is lost between two moments.
 */
function inStretches(timeline, end, count) {
    const first = timeline[0];
    if (!first)
        return [];
    const stretches = Array.from({ length: count }, (_, index) => {
        const from = (end * index) / count;
        const to = (end * (index + 1)) / count;
        const within = timeline.filter(({ at }) => at > from && at <= to);
        const seen = [timeline.findLast(({ at }) => at <= from) ?? first, ...within];
        return {
            at: Math.round(to),
            machines: Math.max(...seen.map(({ machines }) => machines)),
            serving: Math.min(...seen.map(({ serving }) => serving)),
        };
    });
    return [{ ...first, at: 0 }, ...stretches];
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/plan.js
var heart_plan = __webpack_require__(4450);
// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/ledger.js + 6 modules
var ledger = __webpack_require__(1720);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/waves.js



/** Keeps all that is written into a world's ledger from now on. */
function keepEntries(world) {
    const entries = [];
    const beginning = world.clock.now();
    const after = ({ operation, input }, output) => {
        const { Name = '', Value = '' } = input;
        if (operation === 'PutParameter' && (0,ledger/* isLine */.PA)(Name)) {
            entries.push({ at: world.clock.now() - beginning, release: JSON.parse(Value) });
        }
        return output;
    };
    world.interceptors.push({ after });
    return entries;
}
/** The waves as the ledger tells them, up to the one that did not come to its end. */
function wavesOf(entries, plan, size) {
    if ((0,heart_plan/* isRefresh */.y)(plan.strategy))
        return refreshOf(entries, size);
    if (plan.strategy === 'two-group')
        return shiftsOf(entries, plan, size);
    const waves = [];
    let begins = 0;
    let replaced = 0;
    for (let done = 0; replaced < size; done++) {
        const target = (0,heart_waves/* waveTarget */.Jo)(plan, done, size);
        // In a small group a wave may add nothing (10 % of 4, after 1): then it is none.
        if (target <= replaced && done < plan.waves.length)
            continue;
        const serves = entries.find(({ release }) => release.soak?.wave === done)?.at;
        const ends = entries.find(({ release }) => release.wavesDone > done || release.outcome === 'succeeded')?.at;
        waves.push({
            machines: target - replaced,
            begins,
            ...(serves !== undefined && { serves }),
            ...(ends !== undefined && { ends }),
        });
        if (ends === undefined || target <= replaced)
            break;
        begins = ends;
        replaced = target;
    }
    return waves;
}
/** Shares of requests are parts of a hundred, which no surge bounds. */
function shiftsOf(entries, plan, size) {
    const parts = 100;
    const shares = { ...plan, strategy: 'rolling', maxSurge: { percent: 100 }, maxUnavailable: { machines: 0 } };
    return wavesOf(entries, shares, parts).map((wave) => ({ ...wave, machines: (wave.machines * size) / parts }));
}
/** AWS's own engine has no waves of ours: all is one. */
function refreshOf(entries, size) {
    const ends = entries.find(({ release }) => release.outcome === 'succeeded')?.at;
    return size > 0 ? [{ machines: size, begins: 0, ...(ends !== undefined && { ends }) }] : [];
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/rehearsal.js










/** A rollout that takes more days is not worth waiting for. */
const longest = 10;
const day = 24 * 3_600_000;
/** How long the machines that leave are watched after the end: as long as a target group lets them drain. */
const aftermath = 3_600_000;
/**
 * Lets the engine itself roll the image out to the likeness of a group, on a virtual clock.
 * @throws {Failure} when that does not end within so many days of virtual time.
 */
async function rehearse({ days = longest, ...order }) {
    const { portrait, plan, factor, imageId, seed } = order;
    const likeness = buildLikeness(portrait, imageId, seed);
    const { clock, random, region, world, pair } = likeness;
    const door = new Door({ world, region, clock, random: random.fork('calls'), weight: factor });
    const fence = new platform_fence.Fence(clock, lease.lease.lasts / 2);
    const aws = (0,platform_aws.connect)({ region, clock, random: random.fork('retry'), fence, attach: door.attach });
    // It comes in a file of its own, which a virtual clock does not wait for; a dry run that carries on has not needed it yet.
    await aws.codeDeploy();
    const beginning = clock.now();
    const entries = keepEntries(world);
    const deployment = new rollout_deployment.Deployment({
        step: (0,silent_step/* silentStep */.m)(clock, random),
        aws,
        fence,
        group: portrait.name,
        plan,
        // What is rehearsed begins, though the machines may run that image already.
        force: true,
        ...(pair && { pair }),
    });
    const work = deployment.run({ imageId: likeness.imageId }, () => undefined);
    const { outcome, reason: told, cause: said = told, seen } = await runFor(clock, work, days);
    const duration = clock.now() - beginning;
    // A schedule may have changed it meanwhile.
    const groups = [...world.region(region).autoScaling.groups.values()];
    // Of two groups the idle one may be kept as large as the one that serves.
    const finalSize = Math.max(...groups.map(({ desired }) => desired));
    clock.advance(aftermath);
    const events = timelineOf(world.log.events, beginning, portrait.targetGroups.length);
    const waves = wavesOf(entries, plan, portrait.desired);
    const reason = likeness.inReality(said);
    const span = { size: portrait.desired, finalSize, duration, keepPrevious: plan.keepPrevious };
    return { outcome, reason, duration, waves, seen, calls: door.calls, ...rehearsal_measure(events, span) };
}
/** @throws {Failure} when it is not over by then. */
function runFor(clock, work, days) {
    const until = clock.now() + days * day;
    return clock.run(work, days * day).catch((error) => {
        if (clock.now() <= until)
            throw error;
        const span = `${days} ${days === 1 ? 'day' : 'days'}`;
        throw new failure/* Failure */.HR(`This rollout takes more than ${span}, so there is no forecast of it. Shorten its soaks.`);
    });
}
/** @param span what the moments are measured against. */
function rehearsal_measure(moments, { size, finalSize, duration, keepPrevious }) {
    // What is kept for an undo is still there at the end; it goes when its time is over.
    const atEnd = until(moments, duration).at(-1)?.machines ?? 0;
    const kept = keepPrevious > 0 ? Math.max(0, atEnd - finalSize) : 0;
    const end = kept > 0 ? duration : goneBy(moments, finalSize, duration);
    const timeline = until(moments, end);
    return {
        timeline,
        peak: Math.max(0, ...timeline.map(({ machines }) => machines)),
        leastServing: Math.min(size, ...until(moments, duration).map(({ serving }) => serving)),
        extraMachineMinutes: machineMinutesAbove(timeline, size, end) + (kept * keepPrevious) / 60_000,
    };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/forecast.js





/** Enough for a picture and a table, few enough for both to be read. */
const stretchesTold = 24;
/** Up to here a rehearsal takes about a second. */
const largestRehearsed = 1_000;
/** Of a larger group one rehearsal must do: it takes longer, and its many machines even out the differences. */
const largeGroup = 300;
/** Rehearses a rollout so many times, with so many machines at most. */
async function rehearsed({ portrait, plan, ...order }, times, largest) {
    // An approval takes as long as a person likes; and nobody can tell whether an alarm will go off.
    const { pauseAfter: _, ...rehearsable } = { ...plan, alarms: [] };
    const small = reduced(portrait, rehearsable, largest);
    const runs = [];
    for (let seed = 1; seed <= times; seed++)
        runs.push(await rehearse({ ...order, ...small, seed }));
    const byDuration = [...runs].sort((one, other) => one.duration - other.duration);
    const typical = byDuration[runs.length >> 1];
    return { runs, typical, slow: byDuration.at(-1), factor: small.factor };
}
/** Rehearses a rollout so many times, each time with other times for its machines, and tells what they have in common. */
async function forecast(portrait, plan, imageId, rehearsals = portrait.desired > largeGroup ? 1 : 5) {
    const { runs, typical, slow, factor } = await rehearsed({ portrait, plan, imageId }, rehearsals, largestRehearsed);
    const { surge, unavailable } = (0,heart_waves/* allowanceFor */.u6)(plan, portrait.desired);
    const floor = portrait.desired - unavailable;
    const leastServing = Math.round(factor * Math.min(...runs.map((run) => run.leastServing)));
    return {
        group: portrait.name,
        size: portrait.desired,
        floor,
        ...{ surge, unavailable },
        ...{ strategy: plan.strategy, soak: plan.soak, minReady: plan.minReady },
        rehearsals,
        outcomes: outcomesOf(runs),
        duration: { typical: typical.duration, slow: slow.duration },
        ...enlarged(typical, factor),
        peak: Math.round(factor * Math.max(...runs.map(({ peak }) => peak))),
        leastServing,
        notes: [
            ...portrait.notes,
            ...(leastServing < floor ? [notOurs] : []),
            ...bootNotes(portrait),
            ...dueNotes(portrait, slow.duration),
            ...notesOn(plan, factor),
        ],
    };
}
const notOurs = 'Fewer serve than the plan allows where AWS itself takes machines away: it evens out zones, or a schedule shrinks the group.';
/** What a rehearsal tells of machines, for as many as there really are. */
function enlarged({ waves, timeline, duration, extraMachineMinutes, calls }, factor) {
    const all = (machines) => Math.round(machines * factor);
    const shown = Math.max(duration, timeline.at(-1)?.at ?? 0);
    return {
        waves: waves.map((wave) => ({ ...wave, machines: Math.round(100 * wave.machines * factor) / 100 })),
        timeline: inStretches(timeline, shown, stretchesTold).map(({ at, machines, serving }) => {
            return { at, machines: all(machines), serving: all(serving) };
        }),
        extraMachineMinutes: all(extraMachineMinutes),
        calls: { reads: calls.reads, changes: all(calls.changes) },
    };
}
function outcomesOf(runs) {
    const ends = new Map();
    for (const { outcome, reason } of runs) {
        // What is told of a good end has times in it, of the rehearsal's own clock.
        const isGood = outcome === 'succeeded' || outcome === 'unproven';
        const end = ends.get(outcome) ?? { times: 0, ...(!isGood && { reason }) };
        ends.set(outcome, { ...end, times: end.times + 1 });
    }
    return [...ends].map(([outcome, end]) => ({ outcome, ...end }));
}
function bootNotes(portrait) {
    if (portrait.pace.boots)
        return [];
    const [shortest, longest] = assumedBoot(portrait).map((time) => Math.round(time / 1000));
    return [
        `No release of this group tells yet how fast its machines are well: ${shortest} to ${longest} s are assumed.`,
    ];
}
function dueNotes({ appointments }, duration) {
    return appointments
        .filter((appointment) => appointment.in < duration)
        .map(({ name }) => `The scheduled action "${name}" comes due meanwhile; machines that it adds count as extra.`);
}
function notesOn(plan, factor) {
    const { pauseAfter } = plan;
    return [
        ...(factor > 1 ? [`One simulated machine stands for ${factor.toFixed(1)} real ones.`] : []),
        ...(pauseAfter !== undefined ? [`The pause after wave ${pauseAfter} is left out of all times.`] : []),
        ...(plan.keepPrevious > 0 ? ['The predecessors kept for an undo are billed, and are part of the cost.'] : []),
        ...(plan.alarms.length > 0 ? ['No alarm goes off in a rehearsal.'] : []),
        ...(plan.gate.kind === 'none' ? [] : ['The gate is taken to pass within 1 to 5 s of being asked.']),
        ...(plan.releaseCommand === undefined ? [] : ['The release command is taken to last 1 to 5 s.']),
        'The new image is taken to be as good as the old one, and to become healthy as fast.',
    ];
}


/***/ }),

/***/ 632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ silentStep),
/* harmony export */   silent: () => (/* binding */ silent)
/* harmony export */ });
/* harmony import */ var _platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3341);

/** Nobody hears it. */
const silent = {
    info: () => undefined,
    debug: () => undefined,
    notice: () => undefined,
    warning: () => undefined,
    error: () => undefined,
    group: (_title, body) => body(),
};
/** The step of a rehearsed rollout: nobody hears of it, and nobody cancels it. */
function silentStep(clock, random) {
    return {
        inputs: { get: () => '', mask: () => undefined },
        log: silent,
        clock,
        random,
        workflow: (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .readWorkflow */ .S)({}),
        environment: {},
        cancellation: new AbortController().signal,
        output: () => undefined,
        saveState: () => undefined,
        state: () => '',
        summarize: async () => undefined,
    };
}


/***/ })

};
