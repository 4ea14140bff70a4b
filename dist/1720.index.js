export const id = 1720;
export const ids = [1720,8275];
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

/***/ 737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eZ: () => (/* binding */ replay),
/* harmony export */   nM: () => (/* binding */ mostToCome),
/* harmony export */   p5: () => (/* binding */ listScheduledActions),
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
 * @param warn told of each that could not be made up for
 */
async function beforeRest(aws, { group, missed }, now, warn) {
    const listed = await listScheduledActions(aws, group);
    for (const action of listed) {
        if (!action.Recurrence || (await recurrenceOf(action)))
            continue;
        const { ScheduledActionName: name, Recurrence, TimeZone = 'UTC' } = action;
        warn(`Scheduled action "${name}" recurs at "${Recurrence}" (${TimeZone}), which cannot be read here: where it comes due while scheduled actions are suspended, it is not made up for. ` +
            'Write it as five plain fields, or take ScheduledActions out of "suspend".');
    }
    return { missed: { ...missed, until: now }, toCome: nextOf(listed.map(onceBy), now) };
}
/** What the release has missed up to now, and what it may miss next; undefined where the ledger says so already. */
async function missedUntil(aws, seen) {
    const { group, release, now } = seen;
    const { toCome: known = [], missed: before = { until: release.startedAt } } = release;
    const listed = await listScheduledActions(aws, group.name);
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
/** All scheduled actions of a group. */
async function listScheduledActions({ autoScaling }, group) {
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
    const { StartTime, EndTime, Recurrence } = action;
    const start = StartTime?.getTime() ?? 0;
    if (!Recurrence)
        return start <= now ? start : undefined;
    const recurrence = await recurrenceOf(action);
    if (!recurrence)
        return undefined;
    const next = recurrence.nextRun(new Date(now))?.getTime() ?? start;
    const [last] = recurrence.previousRuns(1, new Date(Math.min(now, EndTime?.getTime() ?? now)));
    return start <= next ? last?.getTime() : undefined;
}
/** Undefined for what AWS takes and the library does not: that must keep no group from being made whole. */
async function recurrenceOf({ Recurrence = '', TimeZone: timezone = 'UTC' }) {
    const { Cron } = await __webpack_require__.e(/* import() */ 5814).then(__webpack_require__.bind(__webpack_require__, 5814));
    try {
        const recurrence = new Cron(Recurrence, { mode: '5-part', timezone });
        // A time zone is looked at only when a time is asked for.
        recurrence.nextRun(new Date(0));
        return recurrence;
    }
    catch {
        return undefined;
    }
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

/***/ 1720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ledger: () => (/* binding */ Ledger),
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
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/PutParameterCommand.js


class PutParameterCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "PutParameter", schemas_0/* PutParameter$ */.t7P) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParametersByPathCommand.js


class GetParametersByPathCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetParametersByPath", schemas_0/* GetParametersByPath$ */.RNT) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/DeleteParametersCommand.js


class DeleteParametersCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteParameters", schemas_0/* DeleteParameters$ */.q9B) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParametersCommand.js


class GetParametersCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetParameters", schemas_0/* GetParameters$ */.h6Z) {
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
    notedAt: time,
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
    isStranded: true,
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
/** Each version is made, or made anew: it pins another one then. */
function numbered(source) {
    const withNumber = (version) => ({ ...version, version: number, pins: number });
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
        'more-groups': release.together?.groups.slice(1).join(', ') ?? '',
    };
    const sizes = Object.entries(parts)
        .map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) }))
        .filter(({ bytes }) => bytes > 100)
        .sort((one, other) => other.bytes - one.bytes)
        .map(({ name, bytes }) => `${name} (${bytes})`);
    throw new failure/* Failure */.HR(`The settings of this rollout take ${size} bytes, and its line in the ledger has ${room} for them` +
        `${sizes.length > 0 ? `. The longest: ${sizes.join(', ')}` : ''}. Shorten them: put a longer script on the image, and call it here; name fewer alarms, or groups in more than one step.`);
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
    /** What this run has written last of each parameter, and the version that became of it. */
    #written = new Map();
    #elsewhere = [];
    /** The line that was followed last: mostly nothing has changed, and there is nothing to read anew. */
    #followed;
    constructor(aws, group) {
        this.group = group;
        this.#ssm = aws.ssm;
        this.#path = `/steadfleet/${encodeGroupName(group)}`;
    }
    /** All releases of the group, the newest first. */
    async history() {
        const below = await this.#below(this.#path);
        const isReference = ({ Name = '' }) => Name.startsWith(`${this.#references}/`);
        this.#elsewhere = below.filter(isReference).map(({ Value = '' }) => Value);
        const releases = below.filter((parameter) => !isReference(parameter)).map(parseRelease);
        return releases.sort((one, other) => other.number - one.number);
    }
    /** The groups in whose ledgers rollouts between this one and one of them stand, once the history has been read. */
    get elsewhere() {
        return this.#elsewhere;
    }
    /** The same, asked anew. */
    async askElsewhere() {
        const found = await this.#below(this.#references);
        this.#elsewhere = found.map(({ Value = '' }) => Value);
        return this.#elsewhere;
    }
    /** That of another group. */
    beside(group) {
        return new Ledger({ ssm: this.#ssm }, group);
    }
    /** Says from now on that rollouts between this group and that one stand in that one's ledger. */
    async referTo(group) {
        const Name = `${this.#references}/${encodeGroupName(group)}`;
        const Description = `Steadfleet: rollouts between the two stand in the ledger of ${group}`.slice(0, 1024);
        await this.#ssm.send(new PutParameterCommand({ Name, Type: 'String', Value: group, Description, Overwrite: true }));
    }
    get #references() {
        return `${this.#path}/elsewhere`;
    }
    async #below(path) {
        const found = [];
        let page;
        do {
            const order = { Path: path, Recursive: true, ...(page && { NextToken: page }) };
            const answer = await this.#ssm.send(new GetParametersByPathCommand(order));
            found.push(...(answer.Parameters ?? []));
            page = answer.NextToken;
        } while (page);
        return found;
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
        if (await this.#create(release))
            return;
        const { release: other } = await this.follow(release.number);
        // A repeated call whose first answer was lost finds its own claim.
        if (other && writeLine(other) === writeLine(readLine(this.nameOf(release.number), writeLine(release))))
            return;
        throw new failure/* Failure */.HR(`Group "${release.group}" was claimed a moment ago by ${other?.claimant.runUrl ?? 'another run'}. Wait for it to end, then run this again.`);
    }
    /** Gives a claim up again, before anything was changed. */
    async giveUp({ number }) {
        this.#written.delete(this.nameOf(number));
        await this.#ssm.send(new DeleteParametersCommand({ Names: [this.nameOf(number)] }));
    }
    /** Writes a release that this run owns again, with what has changed. */
    async update(release) {
        await this.#put(release, true);
        return release;
    }
    /**
     * A release as the ledger has it now, and whether another run has claimed the group after it: then its run stops. A line that
     * somebody has deleted under this run is written anew: without it nobody would know what is to be put back.
     * @throws {Error} StaleAnswer when it is older than what this run has written itself.
     */
    async follow(number) {
        const own = this.nameOf(number);
        // GetParameters, for its answer to a name that does not exist is no error: that is the usual answer here.
        const { Parameters = [] } = await this.#ssm.send(new GetParametersCommand({ Names: [own, this.nameOf(number + 1)] }));
        const found = Parameters.find(({ Name }) => Name === own);
        const superseded = Parameters.some(({ Name }) => Name !== own);
        const { release, version = 0 } = this.#written.get(own) ?? {};
        if (!found && release && !superseded && (await this.#create(release)))
            return { release, superseded, isAnew: true };
        if ((found?.Version ?? 0) < version) {
            throw Object.assign(new Error(`SSM shows ${own} as it was before the last change`), { name: 'StaleAnswer' });
        }
        return { release: found && this.#read(found), superseded };
    }
    /** @returns whether it was not there: a read that is late may say so of what is. */
    async #create(release) {
        try {
            await this.#put(release, false);
            return true;
        }
        catch (error) {
            if (error.name === 'ParameterAlreadyExists')
                return false;
            throw error;
        }
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
        this.#written.set(Name, { release, version: Version });
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
/** Characters of a name of which SSM takes two in one, with the ARN in front and a number behind (SSM API, PutParameter: 1011). */
const longest = 450;
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
/* harmony export */   RC: () => (/* binding */ pinBrokenSince),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   XR: () => (/* binding */ resize),
/* harmony export */   _2: () => (/* binding */ hold),
/* harmony export */   e6: () => (/* binding */ follow),
/* harmony export */   hi: () => (/* binding */ ownersSizes),
/* harmony export */   l0: () => (/* binding */ unpin),
/* harmony export */   yM: () => (/* binding */ isShared)
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
/** A policy has made green larger than we have: that is what its requests ask for, whatever had become of blue before. */
function isGrown({ pair: { sides, isLastWord }, group }) {
    const { pin } = sides;
    return pin !== undefined && !isLastWord && group.desired > Math.max(pin.size, pin.shrinks ?? 0);
}
/** Green may be read as it was before it has followed blue to the size that is pinned now. */
function isGrowthUncertain(observation) {
    const { notedAt = 0, shrinks } = observation.pair.sides.pin ?? {};
    return isGrown(observation) && shrinks === undefined && observation.now - notedAt < _size_size_js__WEBPACK_IMPORTED_MODULE_0__/* .oldestRead */ .AS;
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
    const { pair, group, release, now } = observation;
    const { sides, blue } = pair;
    const { pin } = sides;
    if (pair.madeSmaller === 'unknown' || isGrowthUncertain(observation))
        return { kind: 'wait' };
    const size = sizeOfPair(observation);
    const { desired } = blue.group;
    const isTheirs = isSetByOwner(observation);
    if (pin?.size !== size || isTheirs) {
        const lowered = isTheirs && { shrinks: Math.max(group.desired, pin?.shrinks ?? 0) };
        const blueNow = { ...sides.blue, sizes: ownersSizes(observation) };
        return noteSides(sides, { blue: blueNow, pin: { size, was: remembered(observation), notedAt: now, ...lowered } });
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
    const { min } = sides.blue.sizes;
    const { max, desired } = blue.group;
    // A run that died may have given it these before: what a policy has made of it since is what its requests ask for.
    const isGiven = group.min === min && group.max === max && min !== sides.pin?.size;
    return { min, max, desired: isGiven ? group.desired : Math.max(group.desired, desired) };
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
    if (pair.madeSmaller === 'unknown')
        return { kind: 'wait' };
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
/**
 * Since when there are fewer machines than the minimum that we have pinned, for somebody has taken that away; a run that died may have
 * written it down and never set it. Milliseconds since the epoch, at the earliest.
 */
function pinBrokenSince({ pin }, { min, desired }, now) {
    if (!pin || pin.isInherited || min === pin.size || desired >= pin.size)
        return undefined;
    const { notedAt = now, since } = pin;
    return since ?? (now - notedAt < _size_size_js__WEBPACK_IMPORTED_MODULE_0__/* .oldestRead */ .AS ? undefined : notedAt);
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


/***/ })

};
