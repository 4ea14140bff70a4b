export const id = 7659;
export const ids = [7659];
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

/***/ 7659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Deployment: () => (/* binding */ Deployment)
});

// EXTERNAL MODULE: ./build/bundle/src/platform/aws-failure.js
var aws_failure = __webpack_require__(5588);
// EXTERNAL MODULE: ./build/bundle/src/platform/cancellation.js
var platform_cancellation = __webpack_require__(2439);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/fleet.js
var heart_fleet = __webpack_require__(1065);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/matching.js
var matching = __webpack_require__(6214);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/plan.js
var heart_plan = __webpack_require__(4450);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/replace.js
var replace = __webpack_require__(9849);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/waves.js
var waves = __webpack_require__(4383);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/heart/settle.js




/** Puts back what a rollout borrows. */
function settle(observation, fleet) {
    const { group, size, release, now, lastProgress } = observation;
    const { direction, plan } = release;
    // On the way back, surge that AWS could not launch within the deadline must not come once it can.
    const isStuck = direction === 'back' && now - lastProgress >= plan.progressDeadline;
    const absent = isStuck ? group.desired - Math.max(size, (0,heart_fleet/* unitsOf */.$J)([...fleet.fresh, ...fleet.stale])) : 0;
    const proven = (0,heart_fleet/* provenVersion */.LE)(observation);
    const resting = release.suspended.filter((process) => group.suspended.includes(process));
    const leftover = firstOf(fleet.leftover).map((id) => ({ id, decrement: false }));
    return ((leftover.length > 0 ? { kind: 'retire', machines: leftover } : undefined) ??
        repoint(observation, proven) ??
        renewWarm(observation, proven) ??
        letGo(observation, fleet, 'settling') ??
        (absent > 0 ? { kind: 'give-up', machines: absent, from: group.desired } : undefined) ??
        (Object.keys(release.missed ?? {}).length > 1 ? { kind: 'replay' } : undefined) ??
        (resting.length > 0 ? { kind: 'resume', processes: resting } : undefined) ??
        restoreMax(observation) ??
        (group.hook === undefined && !observation.areReturning ? undefined : { kind: 'wait' }));
}
/** The maximum waits until the group fits: under a lower one AWS would choose whom to terminate. Once it is back, the ledger says so. */
function restoreMax({ group, isMaxOurs, release: { baseline, surge } }) {
    const isRoomy = isMaxOurs && surge?.max !== baseline.max && group.desired <= baseline.max;
    return isRoomy ? { kind: 'restore-max', max: baseline.max } : undefined;
}
/** Makes the group launch from this; our hook is there before any machine that it must hold. */
function launchFrom(observation, fleet, version) {
    const { group, release } = observation;
    const otherwise = (0,waves/* isProven */.nn)(release) ? 'CONTINUE' : 'ABANDON';
    const isOurs = version === release.to && (0,heart_fleet/* isLaunching */.o4)(observation, fleet);
    if (isOurs && (0,waves/* holdsMachines */.Nh)(release) && group.hook !== otherwise)
        return { kind: 'put-hook', otherwise };
    return repoint(observation, version);
}
function repoint({ group, release: { isStranded } }, version) {
    return (0,matching/* isMade */.sX)(version) && !isStranded && !(0,matching/* pointsAt */.DY)(group, version) ? { kind: 'point-at', version } : undefined;
}
/**
 * Ends what the warm pool has ready from anything but what the group launches now: the group would take that first. In a
 * pool TerminateInstanceInAutoScalingGroup is not valid (Auto Scaling API). What EC2 does not know yet, it cannot end.
 */
function renewWarm({ warm = [], release }, version) {
    const stale = warm.filter((one) => one.stage !== 'leaving' && one.imageId !== '' && !(0,matching/* runs */.Np)(one, version));
    return stale.length > 0 && !release.isStranded ? { kind: 'retire-warm', ids: firstOf(stale) } : undefined;
}
/**
 * Machines that our hook holds: the predecessor goes into service as it is, the new version once it has passed the gate; or, at
 * an end, once a proven one cannot be asked for as long as a boot may take: the group launches others of it unasked from then on.
 * Deleting a hook throws away what waits in it (Auto Scaling API, DeleteLifecycleHook), so it goes last.
 */
function letGo(observation, fleet, settling) {
    const { group, machines, release, command, now, patience } = observation;
    if (group.hook === undefined)
        return undefined;
    const isForward = release.direction === 'forward' && (!settling || (0,waves/* isProven */.nn)(release));
    const isWaiting = ({ stage, isReleased }) => stage === 'waiting' && !isReleased;
    const waiting = machines.filter(isWaiting);
    const isMute = ({ check: { state } = { state: 'unreachable' }, unhealthySince = now }) => settling && isForward && state === 'unreachable' && now - unhealthySince >= patience.boot;
    const isTrusted = (machine) => !(0,matching/* runs */.Np)(machine, release.to) || isMute(machine);
    const trusted = waiting.filter(isTrusted);
    if (trusted.length > 0)
        return { kind: 'let-go', ids: firstOf(trusted), result: 'CONTINUE' };
    // Nothing is thrown away in the middle of the release command: nobody would know then what it has done.
    if (waiting.length > 0 && !isForward && command === 'running')
        return undefined;
    if (waiting.length > 0 && !isForward)
        return { kind: 'let-go', ids: firstOf(waiting), result: 'ABANDON' };
    const pooled = (observation.warm ?? []).filter(isWaiting);
    if (pooled.length > 0)
        return { kind: 'let-go', ids: firstOf(pooled), result: 'CONTINUE', isWarm: true };
    if (waiting.length > 0)
        return test(observation, waiting);
    const starting = machines.filter(({ stage, isReleased }) => stage === 'starting' && !isReleased);
    const isNeeded = !starting.every(isTrusted) || (!settling && (0,heart_fleet/* isLaunching */.o4)(observation, fleet));
    return isNeeded ? undefined : { kind: 'delete-hook' };
}
/** Asks the gate, runs the release command on the first machine that passes, and lets go those that have passed. */
function test({ release }, waiting) {
    const isGated = release.plan.gate.kind !== 'none';
    const reached = waiting.filter(({ check }) => check?.state !== 'unreachable');
    const unasked = isGated ? reached.filter(({ check }) => check === undefined) : [];
    if (unasked.length > 0)
        return { kind: 'check', ids: firstOf(unasked) };
    const passed = isGated ? reached.filter(({ check }) => check?.state === 'passed') : reached;
    const [first] = passed;
    if (!first)
        return undefined;
    if (release.plan.releaseCommand !== undefined && release.command !== 'done') {
        return release.command === undefined ? { kind: 'run-command', id: first.id } : undefined;
    }
    return { kind: 'let-go', ids: firstOf(passed), result: 'CONTINUE' };
}
function firstOf(machines) {
    return machines.slice(0, replace/* atOnce */.zd).map(({ id }) => id);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/heart/judge.js


/**
 * Judges the image on the way forward, and whether the way back leads anywhere. The way back is never blocked by a gate:
 * the predecessor is known to be good.
 */
function judge(observation, fleet) {
    const { release, command } = observation;
    const { direction, plan, reason = '' } = release;
    const leave = (why) => ({ direction, outcome: 'needs-attention', reason: why });
    if (direction === 'hold')
        return leave(reason);
    const stuck = deadlineMissed(observation, fleet);
    if (direction === 'back')
        return stuck === undefined ? undefined : leave(stuck);
    if (command === 'unknown')
        return { direction: 'hold', reason: 'It is not known whether the release command ran.' };
    const failure = definiteFailure(observation, fleet) ?? silentFailure(observation, fleet) ?? stuck;
    if (failure === undefined)
        return undefined;
    if (plan.onFailure === 'hold')
        return { direction: 'hold', reason: failure };
    return { direction: 'back', backOutcome: 'rolled-back', reason: failure };
}
/** What leaves no doubt: a failed launch, a new machine that died, a failed command, an alarm. */
function definiteFailure(observation, { fresh }) {
    const { setbacks, alarms, command, commandSays } = observation;
    const failed = fresh.find(({ check }) => check?.state === 'failed');
    if (failed)
        return `${failed.id} did not pass the gate: ${lastLine(failed.check?.detail) || 'it said nothing'}`;
    if (command === 'failed')
        return `The release command failed. ${lastLine(commandSays)}`.trim();
    return setbacks[0] ?? alarms.map((alarm) => `Alarm "${alarm}" is in ALARM.`)[0];
}
/**
 * A new image whose machines say nothing. One slow machine among healthy ones says nothing of the image, so it counts only
 * if none of the new ones is healthy.
 */
function silentFailure({ now, patience, release }, { fresh }) {
    if (fresh.some(({ healthy }) => healthy))
        return undefined;
    const waitsForUs = ({ stage, isReleased, check }) => (0,waves/* holdsMachines */.Nh)(release) && stage === 'waiting' && !isReleased && check?.state !== 'unreachable';
    const sickFor = ({ unhealthySince = now }) => now - unhealthySince;
    const isLate = (machine) => sickFor(machine) > (machine.hasServed ? patience.relapse : patience.boot);
    const late = fresh.find((machine) => isLate(machine) && !waitsForUs(machine));
    if (!late)
        return undefined;
    const seconds = Math.round(sickFor(late) / 1000);
    const what = late.hasServed ? 'stays unhealthy after it had been healthy' : 'did not become healthy';
    return `${late.id} on ${(0,waves/* goalOf */.ZZ)(release).imageId} ${what} for ${seconds} s. ${troublesOf(fresh)}`.trim();
}
function deadlineMissed(observation, fleet) {
    const { now, lastProgress, release, hindrance } = observation;
    if (now - lastProgress < release.plan.progressDeadline || (0,heart_fleet/* isComplete */.As)(observation, fleet))
        return undefined;
    const seconds = Math.round(release.plan.progressDeadline / 1000);
    const which = fleet.fresh.some(({ healthy }) => healthy) ? 'No further machine' : 'No machine';
    const what = `${which} on ${(0,waves/* goalOf */.ZZ)(release).imageId} became healthy within ${seconds} s (progress-deadline).`;
    return [what, hindrance, troublesOf(fleet.fresh)].filter(Boolean).join(' ');
}
/** What AWS says of the unhealthy ones: each trouble once, with the first machine that has it. */
function troublesOf(machines) {
    const troubles = new Set(machines.flatMap(({ trouble }) => trouble ?? []));
    const firstWith = (trouble) => machines.find((machine) => machine.trouble === trouble)?.id;
    return [...troubles].map((trouble) => `${firstWith(trouble)}: ${trouble.replace(/\.?$/, '.')}`).join(' ');
}
/** The whole of it goes into the log; the ledger has little room. */
function lastLine(said = '') {
    return (said.trim().split('\n').at(-1) ?? '').slice(-200);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/heart/decide.js






/**
 * Decides the next move of a rollout from one look at AWS. Pure: the same observation gives the same move, so any
 * runner that starts at any point goes on rightly.
 */
function decide(observation) {
    const { release } = observation;
    const fleet = (0,heart_fleet/* fleetOf */.aP)(observation);
    const verdict = observation.standstill ?? judge(observation, fleet);
    if (verdict?.outcome)
        return settle(observation, fleet) ?? { kind: 'end', changes: verdict };
    if (verdict)
        return { kind: 'note', changes: verdict, say: verdict.reason };
    const rests = (0,waves/* isPausing */.qd)(release) && fleet.stale.length > 0 && (0,heart_fleet/* isComplete */.As)(observation, fleet);
    return rests ? (settle(observation, fleet) ?? pause(observation)) : advance(observation, fleet);
}
function advance(observation, fleet) {
    const { release } = observation;
    const launched = (0,heart_fleet/* isLaunching */.o4)(observation, fleet) ? (0,waves/* goalOf */.ZZ)(release) : (0,heart_fleet/* provenVersion */.LE)(observation);
    return (prepare(observation, fleet) ??
        announce(observation, fleet) ??
        launchFrom(observation, fleet, launched) ??
        renewWarm(observation, launched) ??
        (release.surge?.launches ? { kind: 'launch' } : undefined) ??
        letGo(observation, fleet) ??
        (0,replace/* restore */.PF)(observation, fleet) ??
        (0,replace/* replace */.HC)(observation, fleet) ??
        (0,replace/* trim */.Bq)(observation, fleet) ??
        (0,replace/* surge */.Tn)(observation, fleet) ??
        ((0,heart_fleet/* isComplete */.As)(observation, fleet) ? endWave(observation, fleet) : { kind: 'wait' }));
}
/** Before any machine is touched: the processes rest, and the versions to launch exist, numbered and with their images. */
function prepare({ group, release }, { stale }) {
    const processes = release.plan.suspend.filter((process) => !group.suspended.includes(process));
    const mustRest = release.direction === 'forward' && stale.length > 0 && processes.length > 0;
    if (mustRest)
        return { kind: 'suspend', processes };
    const isFloating = (0,matching/* versionsOf */.x4)(release.from).some((version) => version.isFloating);
    if ((0,matching/* isMade */.sX)((0,waves/* goalOf */.ZZ)(release)) && !isFloating)
        return undefined;
    // A group that follows a template would launch whatever version is made next.
    if (group.isFollowing)
        return { kind: 'point-at', version: release.from };
    return { kind: isFloating ? 'pin-version' : 'create-version' };
}
/** What an unproven version is launched for is written down before the group points at it, so that it does so for moments. */
function announce(observation, fleet) {
    const { release, launchesByName } = observation;
    const isDue = (0,waves/* isProving */.oo)(release) && launchesByName && !release.surge?.launches;
    return isDue ? (0,replace/* surge */.Tn)(observation, fleet) : undefined;
}
/** The machines of a wave serve: they soak, then the next wave begins, or everything ends. */
function endWave(observation, fleet) {
    const { release } = observation;
    const { stale, size, target } = fleet;
    if (release.direction !== 'forward' || size === 0)
        return finish(observation, fleet);
    const soaking = soakWave(observation);
    // Between two waves nobody needs room for the surge that has gone.
    if (soaking)
        return restoreMax(observation) ?? soaking;
    if ((0,waves/* isProven */.nn)(release) && stale.length === 0)
        return finish(observation, fleet);
    // In a small group some of a plan's waves come to the same machines: the next one is the next that is larger.
    let wave = release.wavesDone + 1;
    while (wave < release.plan.waves.length && (0,waves/* waveTarget */.Jo)(release.plan, wave, size) <= target)
        wave++;
    const isLast = stale.length === 0 && release.soak !== undefined;
    return { kind: 'note', changes: { wavesDone: wave, ...(isLast && { soak: { ...release.soak, wave } }) } };
}
/** What begins or goes on with the wave's time under traffic; undefined when that has passed. */
function soakWave({ now, release: { plan, soak, wavesDone } }) {
    if (plan.soak === 0)
        return undefined;
    if (soak?.wave !== wavesDone)
        return { kind: 'note', changes: { soak: { wave: wavesDone, since: now } } };
    return now - soak.since < plan.soak ? { kind: 'wait' } : undefined;
}
/** A person has so long to say how it goes on; then `repair` takes it back. */
function pause({ now, release: { plan } }, changes = {}) {
    const rests = { kind: 'paused', until: now + (plan.pauseExpiry ?? 24 * 3_600_000) };
    return { kind: 'rest', changes: { ...changes, rests, suspended: [] }, say: 'Paused.' };
}
/** Every machine runs the goal: the settings are put back, it ends. */
function finish(observation, fleet) {
    const { now, machines, release } = observation;
    const { plan, direction, backOutcome = 'rolled-back' } = release;
    const settling = settle(observation, fleet);
    if (settling)
        return settling;
    if (direction !== 'forward')
        return { kind: 'end', changes: { outcome: backOutcome } };
    const keeps = plan.keepPrevious > 0 && machines.some(({ isKept }) => isKept);
    const outcome = fleet.size === 0 ? 'unproven' : 'succeeded';
    return { kind: 'end', changes: { outcome, ...(keeps && { keptUntil: now + plan.keepPrevious }) } };
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/instance-refresh/as-one-wave.js
var as_one_wave = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/bundle/src/rollout/instance-refresh/refresh-status.js
var refresh_status = __webpack_require__(8172);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/instance-refresh/decide-refresh.js







/**
 * Decides the next move of a rollout that AWS's own engine carries out: we hold new machines for the gate, judge the image
 * as in any other rollout, and have AWS take it back. What AWS leaves undone, in either direction, our own loop does. AWS goes
 * back only to a version that names its image (Auto Scaling user guide, "Undo changes with a rollback"), so one is pinned first.
 */
function decideRefresh(observation) {
    const whole = (0,as_one_wave/* asOneWave */.q)(observation);
    const { release, refresh } = whole;
    // The answer of its start was lost.
    if (refresh && refresh.id !== release.refresh?.id)
        return noteStart(refresh);
    if (release.direction !== 'forward')
        return goBack(whole);
    const fleet = (0,heart_fleet/* fleetOf */.aP)(whole);
    if (refresh?.status === 'Successful')
        return succeed(observation);
    // Before ours has started a person is asked, where another one has, say.
    const verdict = (refresh ? undefined : whole.standstill) ?? judge(whole, fleet);
    if (verdict?.direction === 'hold')
        return { kind: 'note', changes: verdict, say: verdict.reason };
    if (verdict)
        return turnBack(verdict.reason);
    if (refresh && (refresh.status === 'RollbackInProgress' || !(0,refresh_status/* isActive */.$)(refresh)))
        return turnBack(reasonOf(refresh));
    return (prepare(whole, fleet) ??
        (refresh ? undefined : launchFrom(whole, fleet, release.from)) ??
        hold(whole, fleet) ??
        letGo(whole, fleet) ?? { kind: refresh ? 'wait' : 'start-refresh' });
}
/** After a cancel AWS is asked to take the refresh back, which it does without us. */
function settleRefresh({ refresh }) {
    return refresh && (0,refresh_status/* isActive */.$)(refresh) && refresh.status !== 'RollbackInProgress'
        ? { kind: 'roll-back-refresh' }
        : undefined;
}
/** AWS has baked it: that was its soak. Machines that AWS has left out are replaced by our own loop. */
function succeed(observation) {
    const { release } = observation;
    if (release.wavesDone > 0)
        return decide(observation);
    const wavesDone = release.plan.waves.length;
    return { kind: 'note', changes: { wavesDone, soak: { wave: wavesDone, since: release.startedAt } } };
}
function goBack(observation) {
    const { refresh } = observation;
    if (!refresh || !(0,refresh_status/* isActive */.$)(refresh))
        return decide(observation);
    const fleet = (0,heart_fleet/* fleetOf */.aP)(observation);
    if (!(0,refresh_status/* isGoingBack */.s)(refresh))
        return { kind: 'roll-back-refresh' };
    const stuck = standstill(observation, refresh);
    if (stuck === undefined)
        return letGo(observation, fleet) ?? { kind: 'wait' };
    return settle(observation, fleet) ?? { kind: 'end', changes: { outcome: 'needs-attention', reason: stuck } };
}
/** AWS waits for ever while a process that it needs rests, and says nothing (Auto Scaling user guide, "Suspend and resume processes"). */
function standstill({ now, lastProgress, release, group }, { status, percent }) {
    const { progressDeadline } = release.plan;
    if (now - lastProgress < progressDeadline)
        return undefined;
    const resting = group.suspended.length === 0 ? '' : ` Suspended: ${group.suspended.join(', ')}.`;
    const seconds = Math.round(progressDeadline / 1000);
    return `AWS took its instance refresh no further back for ${seconds} s (${status}, ${percent} %; progress-deadline).${resting}`;
}
function hold({ group, release }, fleet) {
    const isNeeded = (0,waves/* holdsMachines */.Nh)(release) && (0,heart_fleet/* isLaunching */.o4)({ release }, fleet) && group.hook !== 'ABANDON';
    return isNeeded ? { kind: 'put-hook', otherwise: 'ABANDON' } : undefined;
}
function noteStart({ id }) {
    return { kind: 'note', changes: { refresh: { id, kind: 'ours' } } };
}
/** Why AWS goes no further, as far as it says so. */
function reasonOf({ status, reason = 'it gave no reason' }) {
    return status === 'RollbackInProgress'
        ? `AWS takes the instance refresh back: ${reason}`
        : `AWS ended the instance refresh as ${status}: ${reason}`;
}
function turnBack(reason) {
    return { kind: 'note', changes: { direction: 'back', backOutcome: 'rolled-back', reason }, say: reason };
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/size/size.js
var size_size = __webpack_require__(1913);
// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/lease.js
var lease = __webpack_require__(3240);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/keep-claim.js


/** Stops for another run's claim, gives a sign of life when it is time, and writes down what came of the last change. */
function keepClaim({ superseded, release, group, now, missed }) {
    if (superseded)
        return { kind: 'stop' };
    if (now - release.heartbeatAt >= lease.lease.heartbeatEvery)
        return { kind: 'note', changes: {} };
    if (missed)
        return { kind: 'note', changes: missed };
    const { surge: raise } = release;
    if (raise?.raised === false && (0,size_size/* isRaised */.z5)(group.desired, raise)) {
        return { kind: 'note', changes: { surge: { ...raise, raised: true, changedAt: now } } };
    }
    if (!raise?.retiring && !raise?.returning)
        return undefined;
    const { retiring: _, returning: __, ...surge } = raise;
    const machines = (0,size_size/* surgeLeft */.kZ)(group.desired, raise);
    return { kind: 'note', changes: { surge: { ...surge, machines, changedAt: now } } };
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/size/note-size.js
var note_size = __webpack_require__(9132);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/added-template.js
var added_template = __webpack_require__(5091);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/standstill.js
var group_standstill = __webpack_require__(1014);
// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/as-idle.js
var as_idle = __webpack_require__(8406);
// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/hold.js
var two_group_hold = __webpack_require__(8948);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/leaving.js

/** Requests stay shared out, and no minimum is pinned. */
function asResting(observation) {
    const { group } = observation;
    return [{ kind: 'resize', group: group.name, sizes: restingBounds(observation) }, ...unpinning(observation)];
}
/** Green serves; its own sizes have been written down. */
function asShifted(observation) {
    return [{ kind: 'resize', group: observation.pair.blue.group.name, sizes: idleSizes(observation) }];
}
/** Blue serves, and green is as it was found; `weights` first, if requests may have been shared out. */
function asBefore(observation, weights) {
    const { group, pair } = observation;
    return [
        ...(weights ? [{ kind: 'set-weights', weights }] : []),
        { kind: 'resize', group: group.name, sizes: pair.sides.green.sizes },
        ...unpinning(observation),
    ];
}
/** Green's bounds while it serves a share of the requests: its owner's, as far as it fits them. */
function restingBounds(observation) {
    const { min, max } = (0,two_group_hold/* ownersSizes */.hi)(observation);
    const { desired } = observation.group;
    return { min: Math.min(min, desired), max: Math.max(max, desired) };
}
/** Blue's sizes once green serves: green's own before. Kept for an undo it has those that its owner has given it. */
function idleSizes(observation) {
    const { pair, release } = observation;
    const { min } = pair.sides.blue.sizes;
    if (release.plan.keepPrevious === 0)
        return pair.sides.green.sizes;
    return (0,two_group_hold/* isPinned */.T4)(observation) ? { min } : {};
}
/** What the ledger says of both once no minimum is pinned. */
function unpinned({ pin: _, ...sides }) {
    return sides;
}
function unpinning(observation) {
    const { sides, blue } = observation.pair;
    const { min } = sides.blue.sizes;
    return (0,two_group_hold/* isPinned */.T4)(observation) ? [{ kind: 'resize', group: blue.group.name, sizes: { min } }] : [];
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/protected.js


/**
 * Ends the machines beyond desired that AWS never would: those that are protected from scale-in, the `unwanted` ones first. By
 * name they can be ended, and nothing comes in the place of what is more than desired (Auto Scaling user guide, "Use instance
 * scale-in protection"; Auto Scaling API, TerminateInstanceInAutoScalingGroup). The others are left to AWS.
 */
function endProtected({ group, machines }, unwanted = () => false) {
    // Protection begins when a machine is in service.
    const spared = machines.filter(({ isProtected, stage }) => isProtected && stage === 'in-service');
    const surplus = Math.min(spared.length - group.desired, replace/* atOnce */.zd);
    if (surplus <= 0)
        return undefined;
    const inTurn = (0,heart_fleet/* interleaveZones */.HO)(spared);
    const ending = [...inTurn.filter(unwanted), ...inTurn.filter((machine) => !unwanted(machine))].slice(0, surplus);
    return { kind: 'retire', machines: ending.map(({ id }) => ({ id, decrement: false })) };
}
/** What is still starting may be protected before AWS ends it as too many. */
function awaitProtected({ group, machines }) {
    const starting = machines.filter(({ stage }) => stage === 'starting').length;
    const serving = machines.filter(({ stage }) => stage === 'in-service').length;
    const isTooMany = starting > 0 && starting + serving > group.desired;
    return group.protectsNew && isTooMany ? { kind: 'wait' } : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/set-aside.js
/** Machines that a rollout has put in standby, to be kept for an undo. */
function keptIn({ machines }) {
    return machines.filter(({ stage, isKept }) => stage === 'aside' && isKept);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/set-aside.js


/** What a release to either group alone has kept in standby: once one between both has come to its end, no undo goes back to that. */
function endSetAside(observation) {
    const kept = [observation, observation.pair.blue].flatMap(keptIn).slice(0, replace/* atOnce */.zd);
    return kept.length > 0 ? { kind: 'retire', machines: kept.map(({ id }) => ({ id, decrement: false })) } : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/go-back.js








/** The next move on the way back between two groups: weights go first, capacity after, and nobody is waited for by a gate. */
function go_back_goBack(observation, fleet) {
    const { backOutcome = 'rolled-back' } = observation.release;
    const { sides } = observation.pair;
    const changes = { outcome: backOutcome, sides: unpinned(sides) };
    const going = putBack(observation, fleet) ?? awaitProtected(observation) ?? empty(observation, fleet) ?? leaveRule(observation);
    return going ?? { kind: 'end', changes, last: asBefore(observation, sides.weights) };
}
/** Weights first, and read back; then what green had before. */
function putBack(observation, fleet) {
    const { group, release, pair } = observation;
    const green = (0,as_idle/* asIdle */.v)(observation);
    return (returnRequests(observation) ??
        launchFrom(green, fleet, release.from) ??
        renewWarm(green, release.from) ??
        letGo({ ...green, release: { ...green.release, direction: 'back' } }, fleet, 'settling') ??
        // AWS chooses which machine goes: not the one on which the release command runs.
        (observation.command === 'running' ? { kind: 'wait' } : undefined) ??
        withRequestsBack(observation, (0,two_group_hold/* resize */.XR)(group, pair.sides.green.sizes)) ??
        (0,two_group_hold/* unpin */.l0)(observation) ??
        endProtected(observation, (machine) => (0,matching/* runs */.Np)(machine, release.to)) ??
        endSetAside(observation) ??
        (group.hook === undefined ? undefined : { kind: 'wait' }));
}
/**
 * Blue gets all requests again as soon as it can serve them, or as well as both do now. First it is made as large as either
 * has grown meanwhile (rule 5), which waits for nothing.
 */
function returnRequests(observation) {
    const { pair } = observation;
    const { weights, sides, blue } = pair;
    if (weights.blue === sides.weights.blue && !(0,two_group_hold/* isShared */.yM)(weights))
        return undefined;
    const size = (0,two_group_hold/* sizeOfPair */.PJ)(observation);
    const isAble = healthyIn(blue.machines) >= neededBack(observation);
    return ((0,two_group_hold/* resize */.XR)(blue.group, { ...blue.group, desired: Math.max(size, blue.group.desired) }) ??
        (isAble || !(0,two_group_hold/* isShared */.yM)(weights) ? { kind: 'set-weights', weights: requestsBack(pair) } : { kind: 'wait' }));
}
/** How many machines of blue have to be healthy for that. */
function neededBack(observation) {
    const { pair, machines } = observation;
    const healthy = { blue: healthyIn(pair.blue.machines), green: healthyIn(machines) };
    return Math.min((0,two_group_hold/* sizeOfPair */.PJ)(observation), servingNow(healthy, pair.weights));
}
/** Green stays in the rule until the last request on its machines is answered: what is in no rule is not drained. */
function requestsBack({ sides, weights }) {
    return { ...sides.weights, ...(weights.green !== undefined && { green: 0 }) };
}
/** Machines that may have had requests a moment ago, whatever was read of that, go only after these. */
function withRequestsBack({ pair }, move) {
    return move && pair.sides.pin ? { ...move, weights: requestsBack(pair) } : move;
}
/** The rule is as it was before. */
function leaveRule({ pair: { weights, sides } }) {
    return weights.green === sides.weights.green ? undefined : { kind: 'set-weights', weights: sides.weights };
}
/** How many machines serve as requests are shared out: the group counts that carries least for its share. */
function servingNow(healthy, { blue = 0, green = 0 }) {
    const carried = (machines, weight) => weight > 0 ? (machines * (blue + green)) / weight : Number.POSITIVE_INFINITY;
    return Math.min(carried(healthy.blue, blue), carried(healthy.green, green));
}
function healthyIn(machines) {
    return machines.filter(({ healthy }) => healthy).length;
}
/**
 * What green still runs of the new image goes: all of it where AWS makes it smaller, else others come in its place. Nobody is served
 * by what comes of a template that somebody has added, so that stays.
 */
function empty(observation, { stale }) {
    if (stale.length > observation.group.desired)
        return { kind: 'wait' };
    const added = (0,added_template/* ofAddedTemplate */.o)(observation, observation.release);
    return replaceAll({ stale: stale.filter((machine) => !added.includes(machine)) });
}
/** What a way back waits for in vain, if it is not for machines that take the place of the new image's. */
function whyStuck(observation, { stale }) {
    const { group, pair, release } = observation;
    const deadline = `${Math.round(release.plan.progressDeadline / 1000)} s (progress-deadline)`;
    if ((0,two_group_hold/* isShared */.yM)(pair.weights)) {
        const { name } = pair.blue.group;
        const needed = Math.ceil(neededBack(observation));
        return `"${name}" needs ${needed} healthy machines to get all requests back, and has ${healthyIn(pair.blue.machines)} after ${deadline}.`;
    }
    if (stale.length <= group.desired)
        return undefined;
    return `"${group.name}" is to have ${group.desired} machines, but AWS has not ended ${stale.length} on ${release.to.imageId} within ${deadline}.`;
}
/** Nobody is served by these: they go at once, and the group launches others in their place. */
function replaceAll({ stale }) {
    if (stale.length === 0)
        return undefined;
    return { kind: 'retire', machines: stale.slice(0, 20).map(({ id }) => ({ id, decrement: false })) };
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/sides.js + 2 modules
var two_group_sides = __webpack_require__(6182);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/decide-two-groups.js














/**
 * Decides the next move of a rollout to the idle one of two groups: it is made as large as the serving one and tested
 * while no user reaches it, then requests are shifted to it by the listener rule's weights, wave by wave. On the way back
 * weights go first, capacity after (rollback order of an explicit rollback: traffic before machines).
 */
function decideTwoGroups(observation) {
    const { release, pair } = observation;
    const green = (0,as_idle/* asIdle */.v)(observation);
    const fleet = (0,heart_fleet/* fleetOf */.aP)(green);
    // All requests have been shifted and have soaked, so the other group may be gone already: from here the way back is on.
    if ((0,two_group_sides/* isShifted */.QC)(release))
        return decide_two_groups_finish(observation, fleet);
    const verdict = (release.direction === 'forward' ? ((0,added_template/* leaveForAdded */.t)(observation) ?? (0,group_standstill/* otherEngine */.t)(observation)) : undefined) ??
        judgeBoth(observation, fleet);
    const sides = unpinned(pair.sides);
    const last = asResting(observation);
    if (verdict?.outcome)
        return rest(observation, fleet) ?? { kind: 'end', changes: { ...verdict, sides }, last };
    if (verdict)
        return { kind: 'note', changes: verdict, say: verdict.reason };
    if (release.direction === 'back')
        return go_back_goBack(observation, fleet);
    if ((0,waves/* isPausing */.qd)(release))
        return rest(observation, fleet) ?? { ...pause(observation, { sides }), last };
    return makeReady(observation, green, fleet) ?? shift(observation);
}
/** As of one group; but a way back may be stuck where no new machine is waited for. */
function judgeBoth(observation, fleet) {
    const verdict = judge((0,as_idle/* asIdle */.v)(observation), fleet);
    const isStuck = verdict?.outcome !== undefined && observation.release.direction === 'back';
    return isStuck ? { ...verdict, reason: whyStuck(observation, fleet) ?? verdict.reason } : verdict;
}
/** After a cancel users go back to the group that they came from, unless all of them have left it already. */
function settleTwoGroups(observation) {
    const fleet = (0,heart_fleet/* fleetOf */.aP)((0,as_idle/* asIdle */.v)(observation));
    return (0,two_group_sides/* isShifted */.QC)(observation.release) ? takeOver(observation, fleet) : putBack(observation, fleet);
}
/** What the ledger says then: requests are with the other group again, so whoever goes on shifts them from the beginning. */
function restsWith(observation) {
    const { release, pair } = observation;
    if ((0,two_group_sides/* isShifted */.QC)(release))
        return { last: asShifted(observation) };
    const weights = pair.sides.pin && requestsBack(pair);
    return { changes: { wavesDone: 0, sides: unpinned(pair.sides) }, last: asBefore(observation, weights) };
}
function makeReady(observation, green, fleet) {
    const { pair, release } = observation;
    const isServing = (0,two_group_hold/* isShared */.yM)(pair.weights);
    return (prepare(green, fleet) ??
        launchFrom(green, fleet, release.to) ??
        renewWarm(green, release.to) ??
        (pair.weights.green === undefined ? { kind: 'set-weights', weights: { ...pair.weights, green: 0 } } : undefined) ??
        // Once blue is held green is as well: that no user reaches it may be read late.
        (isServing || pair.sides.pin ? (0,two_group_hold/* hold */._2)(observation) : (0,two_group_hold/* follow */.e6)(observation)) ??
        letGo(green, fleet) ??
        (isServing ? undefined : replaceAll(fleet)) ??
        (isAble(observation, fleet) ? (0,two_group_hold/* hold */._2)(observation) : { kind: 'wait' }));
}
/** As many machines serve as are wanted, and AWS is not about to choose which ones are too many. */
function isAble(observation, { ready, fresh }) {
    const size = (0,two_group_hold/* sizeOfPair */.PJ)(observation);
    return ready.length >= size && (ready.length === fresh.length || fresh.length <= size);
}
/** Shifts requests wave by wave; the weights are read back before anything else happens. */
function shift(observation) {
    const { pair, release } = observation;
    const { plan, wavesDone } = release;
    const green = shareOf(observation);
    const weights = { blue: 100 - green, green };
    if (pair.weights.blue !== weights.blue || pair.weights.green !== green)
        return { kind: 'set-weights', weights };
    const soaking = soakWave(observation);
    if (soaking)
        return soaking;
    if (green < 100)
        return { kind: 'note', changes: { wavesDone: wavesDone + 1 } };
    // What the owner wants shows in blue until now, and in green from now on.
    const blue = { ...pair.sides.blue, sizes: (0,two_group_hold/* ownersSizes */.hi)(observation) };
    return { kind: 'note', changes: { wavesDone: plan.waves.length, sides: { ...pair.sides, blue } } };
}
/** The share of requests that the new image gets in the present wave: its part of a group of a hundred machines. */
function shareOf({ release }) {
    const whole = { percent: 100 };
    return (0,waves/* waveTarget */.Jo)({ ...release.plan, maxSurge: whole, maxUnavailable: { machines: 0 } }, (0,waves/* waveOf */.j5)(release), 100);
}
/** While a person is asked requests stay as they are shared out, and no minimum is pinned: policies go by the load. */
function rest(observation, fleet) {
    const { group } = observation;
    return (letGo((0,as_idle/* asIdle */.v)(observation), fleet, 'settling') ??
        (0,two_group_hold/* resize */.XR)(group, { ...group, ...restingBounds(observation) }) ??
        (0,two_group_hold/* unpin */.l0)(observation) ??
        (group.hook === undefined ? undefined : { kind: 'wait' }));
}
function decide_two_groups_finish(observation, fleet) {
    const { now, release, pair } = observation;
    const { keepPrevious } = release.plan;
    if (release.retiresKept)
        return shrinkKept(observation);
    const taking = takeOver(observation, fleet) ?? (keepPrevious === 0 ? awaitProtected(pair.blue) : undefined);
    if (taking)
        return taking;
    const outcome = fleet.size === 0 ? 'unproven' : 'succeeded';
    const kept = keepPrevious > 0 && { keptUntil: now + keepPrevious };
    return { kind: 'end', changes: { outcome, sides: unpinned(pair.sides), ...kept }, last: asShifted(observation) };
}
/** Green takes over blue's sizes. Blue gets green's, unless it is kept for an undo. */
function takeOver(observation, fleet) {
    const { pair, group, release } = observation;
    const { blue, weights } = pair;
    const proven = { ...observation, release: { ...release, wavesDone: 1 } };
    return (((weights.blue ?? 0) > 0 ? { kind: 'set-weights', weights: { blue: 0, green: 100 } } : undefined) ??
        letGo(proven, fleet, 'settling') ??
        (0,two_group_hold/* inherit */.IL)(observation) ??
        (0,two_group_hold/* resize */.XR)(blue.group, { ...blue.group, ...idleSizes(observation) }) ??
        (release.plan.keepPrevious === 0 ? endProtected(blue) : undefined) ??
        endSetAside(observation) ??
        (group.hook === undefined ? undefined : { kind: 'wait' }));
}
/** Nobody wants back what was kept as large as it was, and nobody is served by it, or it is left alone. */
function shrinkKept({ pair: { sides, blue, weights } }) {
    const { green } = sides;
    const isServing = (weights.blue ?? 0) > 0;
    const shrunk = isServing
        ? undefined
        : ((0,two_group_hold/* resize */.XR)(blue.group, green.sizes) ?? endProtected(blue) ?? awaitProtected(blue));
    const what = isServing
        ? `"${blue.group.name}" gets requests again, so it keeps its size.`
        : `"${blue.group.name}", which was kept for an undo, is idle and small again; "${green.group}" serves as before.`;
    return shrunk ?? { kind: 'end', changes: { outcome: 'unchanged', reason: what } };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/without-rule.js






/**
 * What is done between two groups whose rule somebody has deleted, or has made to forward no more. For a maintenance page it is waited,
 * for as long as a rollout may get no further. Then nobody knows which of the two serves, so a person gets both as large as they are.
 * @returns undefined while there is such a rule, and of a rollout to one group.
 */
function leaveWithoutRule(observation) {
    const { pair, now, release } = observation;
    if (!pair || !isWithoutRule(observation))
        return undefined;
    if (now - (pair.withoutRuleSince ?? now) < release.plan.progressDeadline)
        return { kind: 'wait' };
    const ofPair = { ...observation, pair };
    const direction = release.direction === 'forward' ? 'hold' : release.direction;
    const reason = `${release.reason ?? ''} ${whyLeft(observation)}`.trim();
    const { changes, last } = restsWithoutRule(ofPair);
    const end = { kind: 'end', changes: { ...changes, outcome: 'needs-attention', direction, reason }, last };
    return settleWithoutRule(ofPair) ?? end;
}
function isWithoutRule({ pair }) {
    return pair?.withoutRuleSince !== undefined;
}
/** What is put back of both then: our hook, and the minimum that is pinned. */
function settleWithoutRule(observation) {
    const { group, release } = observation;
    const green = (0,as_idle/* asIdle */.v)(observation);
    return (letGo(green, (0,heart_fleet/* fleetOf */.aP)(green), 'settling') ??
        ((0,two_group_sides/* isShifted */.QC)(release) ? (0,two_group_hold/* inherit */.IL)(observation) : undefined) ??
        (0,two_group_hold/* resize */.XR)(group, { ...group, ...restingBounds(observation) }) ??
        (0,two_group_hold/* unpin */.l0)(observation) ??
        (group.hook === undefined ? undefined : { kind: 'wait' }));
}
/** What the ledger says then, and what is done once more. */
function restsWithoutRule(observation) {
    return { changes: { sides: unpinned(observation.pair.sides) }, last: asResting(observation) };
}
function whyLeft({ pair, release }) {
    const seconds = Math.round(release.plan.progressDeadline / 1000);
    const { blue, green } = pair?.sides ?? {};
    return (`That rule has been gone, or has forwarded to no target group, for ${seconds} s (progress-deadline), so nobody knows which group serves: "${blue?.group}" and "${green?.group}" keep their sizes. ` +
        'Have it forward again; or give one of them all requests by another rule, and deploy with that.');
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/after-cancel.js













/**
 * The next move of a rollout that was cancelled: what it borrowed is put back, then the ledger says that it rests. GitHub
 * waits for minutes only, so no machine is waited for; `isOverdue` once what may serve, or is to serve again, has had its time.
 * `because`: why its run was cut off, where nobody has cancelled it.
 */
function nextMoveAfterCancel(observation, isOverdue = false, because) {
    const claimed = keepClaim(observation);
    if (claimed)
        return claimed;
    const move = after_cancel_putBack(observation);
    // What we have launched a moment ago would serve untested without our hook, and is not seen yet.
    const endsHook = (move?.kind ?? 'delete-hook') === 'delete-hook' && (0,waves/* holdsMachines */.Nh)(observation.release);
    if (endsHook && !isOverdue && isUnseen(observation))
        return { kind: 'wait' };
    const isHeld = move !== undefined && isHeldUp(observation, move, isOverdue);
    // Users whom their own group cannot serve stay where they are; whoever goes on finds it as a crash would leave it.
    const isLeft = isOverdue && move?.kind === 'wait' && isForUsers(observation);
    const { changes, last } = isLeft ? { last: [] } : atTheEnd(observation);
    const isDoneLast = isOverdue && isDoneBy(last, observation, move, isHeld);
    if (move && !isLeft && !isDoneLast)
        return isHeld ? letGoOfAll(observation) : move;
    const rests = { kind: 'interrupted', ...(because !== undefined && { because }) };
    const resting = { ...changes, rests, suspended: [] };
    return { kind: 'rest', changes: resting, ending: untestedIn(observation), ...(last.length > 0 && { last }) };
}
/** What is done at the end, whatever was read of it, and what the ledger says then. */
function atTheEnd(observation) {
    const { pair } = observation;
    const rests = isWithoutRule(observation) ? restsWithoutRule : restsWith;
    const { changes, last = [] } = pair ? rests({ ...observation, pair }) : {};
    return { ...(changes && { changes }), last: [...last, ...launching(observation)] };
}
/**
 * Between two groups the end does all that is left, once no user reaches the new one or it has all that it inherits: what a
 * late read does not show as done would else be done again look after look.
 */
function isDoneBy(last, observation, move, isHeld) {
    const { pair, release } = observation;
    if (!pair || isForUsers(observation))
        return false;
    if ((0,two_group_sides/* isShifted */.QC)(release) && (0,two_group_hold/* inherit */.IL)({ ...observation, pair: asTold(pair) }))
        return false;
    return isHeld || last.some((change) => isSame(change, move));
}
function isSame(change, move) {
    if (change.kind !== 'resize')
        return change.kind === move?.kind;
    return move?.kind === 'resize' && change.group === move.group;
}
/** What works is launched from now on: that the group was pointed at the new version a moment ago may not be read yet. */
function launching(observation) {
    const { release, pair } = observation;
    const isMoving = release.direction === 'forward' && (0,matching/* isMade */.sX)(release.to) && !(0,heart_plan/* isRefresh */.y)(release.plan.strategy);
    const isKnown = pair ? (0,two_group_sides/* isShifted */.QC)(release) : (0,waves/* isProven */.nn)(release);
    return isMoving && !isKnown ? [{ kind: 'point-at', version: release.from }] : [];
}
function after_cancel_putBack(observation) {
    const { pair, release } = observation;
    const settlePair = isWithoutRule(observation) ? settleWithoutRule : settleTwoGroups;
    if (pair)
        return settlePair({ ...observation, pair: asTold(pair) });
    const refresh = (0,heart_plan/* isRefresh */.y)(release.plan.strategy) ? settleRefresh(observation) : undefined;
    const seen = { ...observation, group: asRaised(observation) };
    return refresh ?? settle(seen, (0,heart_fleet/* fleetOf */.aP)(seen));
}
/**
 * The group with the surge that we have raised a moment ago, where a late read does not show it: under a maximum that is too low for
 * it AWS would choose whom to terminate. Nobody can wait here until that is certain.
 */
function asRaised(observation) {
    const { group, release } = observation;
    const { from = 0, machines = 0 } = release.surge ?? {};
    return isUnseen(observation) ? { ...group, desired: Math.max(group.desired, from + machines) } : group;
}
/** Whether desired is not as we have left it a moment ago: what was read may be from before that. */
function isUnseen({ group, release: { surge }, lookedAt }) {
    const isLate = surge?.changedAt !== undefined && lookedAt - surge.changedAt < size_size/* oldestRead */.AS;
    return isLate && !(0,note_size/* isAsLeft */.EN)(surge, group.desired);
}
/** Who has made the old group smaller may be told only when there is no time left: nobody, then, but its policy. */
function asTold(pair) {
    return pair.madeSmaller === 'unknown' ? { ...pair, madeSmaller: 'scaled' } : pair;
}
/** Our hook goes, and what it holds with it; before it what has no part in it. */
function letGoOfAll(observation) {
    return putBackBeside(observation) ?? { kind: 'delete-hook', ending: untestedIn(observation) };
}
/**
 * What has no part in our hook goes back before it: a role may lack the permission to delete it, or to end what has not come to it
 * yet. Of two groups the idle one gets no smaller while it is there.
 */
function putBackBeside(observation) {
    if (observation.pair)
        return undefined;
    const { hook: _, ...group } = observation.group;
    const move = after_cancel_putBack({ ...observation, group });
    return move?.kind === 'wait' ? undefined : move;
}
/** Nothing is left but our hook and what it holds, and users have been put back to what works, or cannot be. */
function isHeldUp(observation, move, isOverdue) {
    const isLettingGo = move.kind === 'let-go' && (move.result === 'ABANDON' || isOverdue);
    const isAlone = isOverdue || !isForUsers(observation);
    const isLeft = move.kind === 'wait' || move.kind === 'delete-hook' || isLettingGo;
    return observation.group.hook !== undefined && isAlone && isLeft;
}
/** Of two groups: users reach the one that is new, and are to come back first. */
function isForUsers({ release, pair }) {
    return pair !== undefined && !(0,two_group_sides/* isShifted */.QC)(release) && (0,two_group_hold/* isShared */.yM)(pair.weights);
}
/**
 * What the hook holds ends with it (Auto Scaling API, DeleteLifecycleHook), and the group launches others, that work. What has
 * not come to it yet would serve unasked.
 */
function untestedIn({ machines, release, pair }) {
    const isKnown = pair ? (0,two_group_sides/* isShifted */.QC)(release) : release.direction === 'forward' && (0,waves/* isProven */.nn)(release);
    const isToCome = ({ stage, isReleased }) => stage === 'starting' && !isReleased;
    const untested = isKnown ? [] : machines.filter((machine) => isToCome(machine) && (0,matching/* runs */.Np)(machine, release.to));
    return untested.map(({ id }) => id);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/write-down.js
/**
 * Writes what has changed into the ledger. Each such line is a sign of life, and renews the lease; so a run that stood still
 * writes none of what an old look has led to: it looks again first.
 * @throws {LeaseExpired}
 */
async function writeDown(release, writing) {
    writing.fence.check();
    return signOfLife(release, writing);
}
/** The same however late it comes: for what is true even then, and only where a new look follows before any change. */
async function signOfLife(release, { ledger, clock, fence }) {
    const heartbeatAt = clock.now();
    const written = await ledger.update({ ...release, heartbeatAt });
    fence.renew(heartbeatAt);
    return written;
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/launch-hook.js + 4 modules
var launch_hook = __webpack_require__(6298);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/telling/what-stands.js



/** What a clean-up that was refused has left of a rollout, in sentences that follow a full stop. */
function whatStands(observation) {
    const { group, release, size, isMaxOurs } = observation;
    const { baseline, sides, suspended } = release;
    const resting = suspended.filter((process) => group.suspended.includes(process));
    const isUnproven = !(0,matching/* pointsAt */.DY)(group, (0,heart_fleet/* provenVersion */.LE)(observation));
    const found = [
        ...(group.hook === undefined ? [] : [`our launch hook "${launch_hook/* hookName */.FE}"`]),
        ...(resting.length > 0 ? [`the suspension of ${resting.join(', ')}`] : []),
        ...(isUnproven ? ['a launch template, or its version, that is not the proven one'] : []),
        ...(group.desired > size ? [`${group.desired - size} more than its size of ${size}`] : []),
        ...(isMaxOurs && group.max !== baseline.max ? [`a maximum of ${group.max} in place of ${baseline.max}`] : []),
        ...(sides ? [`the weights of listener rule ${sides.rule}, and the minimum of both groups, as they are now`] : []),
    ];
    if (found.length === 0)
        return `nothing that it had borrowed stands any more in "${group.name}".`;
    const held = group.hook === undefined ? '' : ' Until that hook goes, what the group launches waits in it and serves nobody.';
    return `in "${group.name}" there still stand: ${found.join(', ')}.${held}`;
}
/** The same where nobody could look. */
function whatMayStand({ group }) {
    return `in "${group}" there may still stand: our launch hook "${launch_hook/* hookName */.FE}", processes that we have suspended, and a raised size.`;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/cut-off.js


/**
 * After a clean-up that AWS refused: the ledger says that nobody works on the release, and why, with all that is still to be put
 * back; so the next run goes on with it at once. `release`: as the ledger has it now. It must not fail: what it tells of has
 * failed already.
 */
async function leave(release, because, tools) {
    const { observer, ledger, gatekeeper } = tools;
    const standing = await observer
        .observeGroup(release, ledger, gatekeeper)
        .then(whatStands, () => whatMayStand(release));
    const rests = { kind: 'interrupted', because };
    return { release: await writeDown({ ...release, rests }, tools).catch(() => release), standing };
}

// EXTERNAL MODULE: ./build/bundle/src/platform/fence.js
var fence = __webpack_require__(8275);
// EXTERNAL MODULE: ./build/bundle/src/platform/retry.js
var retry = __webpack_require__(9288);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/act.js + 6 modules
var act = __webpack_require__(5601);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/running-source.js
var running_source = __webpack_require__(4477);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/scheduled-actions.js
var scheduled_actions = __webpack_require__(737);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/warm-pool.js + 1 modules
var warm_pool = __webpack_require__(5418);
// EXTERNAL MODULE: ./build/bundle/src/rollout/instance-refresh/refresh.js + 3 modules
var instance_refresh_refresh = __webpack_require__(6220);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(8509);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js + 1 modules
var schemas_0 = __webpack_require__(230);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/GetConsoleOutputCommand.js


class GetConsoleOutputCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetConsoleOutput", schemas_0/* GetConsoleOutput$ */.NXs) {
}

// EXTERNAL MODULE: ./build/bundle/src/platform/plain-text.js
var plain_text = __webpack_require__(4828);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/setbacks.js
var group_setbacks = __webpack_require__(3160);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/telling/culprit.js






const mostLines = 10;
/** What is to be read of the first machine that a rollout fails by: what its gate or command said, else its console. */
async function lastWordsOf(aws, { machines, release, setbacks, command, commandSays = '' }) {
    const fresh = machines.filter((machine) => (0,matching/* runs */.Np)(machine, (0,waves/* goalOf */.ZZ)(release)));
    const failed = fresh.find(({ check }) => check?.state === 'failed');
    if (failed?.check?.detail)
        return said(`The gate on ${failed.id}`, failed.check.detail);
    if (command === 'failed')
        return said('The release command', commandSays);
    const [setback] = setbacks;
    // A launch that failed before there was a machine has no console, and another one's would mislead.
    const unwell = setback === undefined ? fresh.find(({ healthy }) => !healthy)?.id : (0,group_setbacks/* instanceIn */.D3)(setback);
    const culprit = failed?.id ?? unwell;
    return culprit === undefined ? undefined : said(`The console of ${culprit}`, await consoleOf(aws, culprit));
}
function said(of, text) {
    const lines = (0,plain_text/* plainLines */.y)(text, mostLines);
    return lines.length > 0 ? { of, lines } : undefined;
}
/** It must not fail: what it is read for is failing already. */
async function consoleOf({ ec2 }, InstanceId) {
    const read = async (Latest) => {
        const { Output = '' } = await ec2.send(new GetConsoleOutputCommand({ InstanceId, Latest }));
        return Buffer.from(Output, 'base64').toString('utf8');
    };
    try {
        // Only machines on Nitro have the latest (EC2 API, GetConsoleOutput).
        return await read(true).catch((error) => {
            if (error.name === 'UnsupportedOperation')
                return read(false);
            throw error;
        });
    }
    catch (error) {
        return `(It could not be read: ${(0,aws_failure/* briefly */.m_)(error)})`;
    }
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/telling/last-words.js
var last_words = __webpack_require__(4566);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
var dist_es_commandBuilder = __webpack_require__(2364);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js + 2 modules
var schemas_schemas_0 = __webpack_require__(8427);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/LaunchInstancesCommand.js


class LaunchInstancesCommand extends (0,dist_es_commandBuilder/* command */.G5)(dist_es_commandBuilder/* _ep0 */.lq, dist_es_commandBuilder/* _mw0 */.yt, "LaunchInstances", schemas_schemas_0/* LaunchInstances$ */.oMo) {
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/size/raise.js
var raise = __webpack_require__(4498);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/changes/launch-instances.js




/**
 * Want of capacity or quota, or a fault of AWS's own: another zone may have it, or this one in a while. An image that cannot be had is
 * `InvalidAMIID.Unavailable`, a key that encrypts volumes `Client.InternalError`: those are none (EC2 API, "Error codes").
 */
const shortage = /^(Server\.\w+|Insufficient\w+|\w*Capacity\w*|\w*(Limit|Count|Quota)Exceeded|(Service)?Unavailable|Internal(Error|Failure)|ServerInternal)$/;
/**
 * Launches the machines of the release's present raise, zone by zone; desired rises with each (Auto Scaling API,
 * LaunchInstances). Whatever becomes of this call, the next one finds out what this one has done.
 * @throws what AWS throws when it is not known whether a call had an effect.
 */
async function launchInstances(aws, release) {
    let launched = { machines: 0, short: [] };
    for (const one of (0,raise/* launchesOf */.Z$)(release)) {
        launched = join(launched, await call(aws, release.group, one));
        if (launched.refusal !== undefined)
            break;
    }
    return launched;
}
async function call({ autoScaling }, group, launch) {
    const { token, zone, machines } = launch;
    const order = { AutoScalingGroupName: group, RequestedCapacity: machines, AvailabilityZones: [zone] };
    try {
        const { Instances = [], Errors = [] } = await autoScaling.send(new LaunchInstancesCommand({ ...order, ClientToken: token, RetryStrategy: 'none' }));
        const came = Instances.reduce((sum, { InstanceIds = [] }) => sum + InstanceIds.length, 0);
        const [error] = Errors;
        // Of a group with several instance types AWS may tell of one that it lacks, though another one has taken its place.
        if (!error || came >= machines)
            return { machines: came, short: [] };
        const says = `${error.ErrorCode ?? 'no reason given'}: ${error.ErrorMessage ?? ''}`;
        // What AWS says of the image, it says in the group's activities as well, once the group itself tries.
        if (!shortage.test(error.ErrorCode ?? ''))
            return { machines: came, short: [], refusal: says };
        return { machines: came, short: [zone], shortage: says };
    }
    catch (error) {
        if ((0,retry/* failureKind */.zU)(error) !== 'refused')
            throw error;
        return { machines: 0, short: [], refusal: (0,aws_failure/* briefly */.m_)(error) };
    }
}
function join(one, other) {
    return {
        ...one,
        ...other,
        machines: one.machines + other.machines,
        short: [...new Set([...one.short, ...other.short])],
    };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/moves/untag.js


/** Takes the tag off machines that serve again. They serve, tag or not: that AWS refuses this is no reason to stop. */
async function untagOrSay(ids, { aws, tell }) {
    await (0,act/* untag */.W5)(aws, ids).catch((error) => {
        if (!('$metadata' in error))
            throw error;
        tell(`The tag "${act/* keptTag */.z2}" stays on ${ids.join(', ')}; take it off before you put one in standby: ${(0,aws_failure/* briefly */.m_)(error)}`);
    });
}
/** At the end of what an earlier run has begun: that may have been cut off with the tag still on machines that serve. */
async function untagAfterCrash({ release, machines }, tools) {
    const { continues, plan, undoes, sides } = release;
    const isTagged = sides === undefined && (plan.keepPrevious > 0 || undoes !== undefined);
    const serving = machines.filter(({ stage }) => stage === 'in-service').map(({ id }) => id);
    if (continues !== undefined && isTagged && serving.length > 0)
        await untagOrSay(serving, tools);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/moves/change-size.js










/** Takes such a move, with what the ledger has to say of it before and after. @returns the release as it stands there then. */
function changeSize(move, observation, tools, narrator) {
    switch (move.kind) {
        case 'surge':
            return surge(move, observation, tools);
        case 'launch':
            return launch(observation, tools, narrator);
        case 'restore':
            return change_size_putBack(move, observation, tools);
        case 'restore-max':
            return change_size_restoreMax(move, observation, tools);
        case 'give-up':
            return giveUp(move, observation, tools);
        default:
            return retire(move, observation, tools);
    }
}
/** A raise is written down before it is done: what is launched by name is launched in the next turns. */
async function surge(move, observation, tools) {
    const { release, launchesByName } = observation;
    if (!launchesByName)
        return raiseDesired(move, observation, tools);
    return writeDown({ ...release, ...(0,raise/* launchRaise */.qL)(observation, move) }, tools);
}
/**
 * An absolute number is confirmed in the ledger once it is written. Where it is known that nothing was raised the note goes
 * again: somebody else's change by the same number must not be taken for it.
 */
async function raiseDesired(asked, observation, tools) {
    const { release, group } = observation;
    const { from } = asked;
    const room = release.plan.raiseMax ? Number.POSITIVE_INFINITY : Math.max(asked.machines, group.max - from);
    const machines = Math.min(asked.machines + overshootIn(observation), room);
    const max = group.max < from + machines ? from + machines : asked.max;
    const move = { ...asked, machines, ...(max !== undefined && { max }) };
    const known = { ...(0,note_size/* settledSize */.RD)({}, tools.clock.now()), raise: { from, to: from + machines } };
    const surge = { machines, from, ...known, ...(0,size_size/* raisedMax */.jd)(observation, max) };
    const theirs = max === undefined ? {} : (0,size_size/* theirMax */.Lm)(observation);
    const noted = { ...release, ...theirs, surge: { ...surge, raised: false } };
    await writeDown(noted, tools);
    const isRaised = await (0,act/* raise */.xl)(tools.aws, release.group, move).catch(async (error) => {
        if ((0,retry/* failureKind */.zU)(error) !== 'unavailable')
            await signOfLife(release, tools);
        throw error;
    });
    if (!isRaised)
        return signOfLife(release, tools);
    return writeDown({ ...noted, surge: { ...surge, raised: true, changedAt: tools.clock.now() } }, tools);
}
/** What came of it is written down as surge; where nothing came, the next attempt can wait. */
async function launch(observation, tools, narrator) {
    const release = await makeRoom(observation, tools);
    const { machines, short, shortage, refusal } = await launchInstances(tools.aws, release);
    const { launches: _, short: __, ...surge } = release.surge ?? { machines: 0, from: 0, raised: true };
    if (shortage !== undefined)
        narrator.tellOnce(`AWS lacks machines in ${short.join(', ')}: ${shortage}`);
    if (refusal !== undefined)
        tools.tell(`AWS launches none by name, so desired is raised instead: ${refusal}`);
    const changedAt = tools.clock.now();
    const written = await writeDown({
        ...release,
        surge: { ...surge, machines: surge.machines + machines, changedAt, ...(short.length > 0 && { short }) },
        ...(refusal !== undefined && { refusesLaunches: true }),
    }, tools);
    if (machines === 0 && refusal === undefined)
        await tools.clock.sleep(release.plan.pollInterval, tools.cancellation);
    return written;
}
/** Raises the maximum to what is written down; one that somebody has set since then is written down before it is lost. */
async function makeRoom(observation, tools) {
    const { group, release } = observation;
    const highest = release.surge?.max ?? group.max;
    if (highest <= group.max)
        return release;
    const { baseline } = (0,size_size/* theirMax */.Lm)(observation);
    const isNews = baseline.max !== release.baseline.max;
    const noted = isNews ? await writeDown({ ...release, baseline }, tools) : release;
    await (0,act/* setMax */.vI)(tools.aws, release.group, highest);
    return noted;
}
/** What it was raised to counts as ours for as long as it may still be read; whoever sets that very number later means it. */
async function change_size_restoreMax({ max }, observation, tools) {
    const { release, group } = observation;
    if (!(await (0,act/* lowerMax */.I7)(tools.aws, group, max)) || !release.surge)
        return release;
    const surge = { ...release.surge, max, maxBefore: group.max, changedAt: tools.clock.now() };
    return writeDown({ ...release, surge }, tools);
}
/** Machines out of standby are surge as well, and written down before and after like any other. */
async function change_size_putBack(move, observation, tools) {
    tools.tell(`Putting back ${move.ids.join(', ')}`);
    const { release, group, size, now } = observation;
    const returning = { machines: unitsIn(observation, move.ids), from: group.desired };
    const standing = { machines: group.desired - size, from: size, raised: true, ...(0,note_size/* settledSize */.RD)(release, now) };
    const surge = { ...standing, ...(0,size_size/* raisedMax */.jd)(observation, move.max) };
    const noted = { ...release, ...(move.max !== undefined && (0,size_size/* theirMax */.Lm)(observation)) };
    await writeDown({ ...noted, surge: { ...surge, returning } }, tools);
    await (0,act/* restore */.PF)(tools.aws, release.group, move);
    await untagOrSay(move.ids, tools);
    const machines = surge.machines + returning.machines;
    return writeDown({ ...noted, surge: { ...surge, machines, changedAt: tools.clock.now() } }, tools);
}
/** Takes machines out of service by name; those that shrink the group go with as much of the surge. */
async function retire(move, observation, tools) {
    const verb = move.kind === 'retire' ? 'Retiring' : 'Setting aside';
    tools.tell(`${verb} ${move.machines.map(({ id }) => id).join(', ')}`);
    const shrinking = move.machines.filter(({ decrement }) => decrement).map(({ id }) => id);
    return shrink(unitsIn(observation, shrinking), observation, tools, async () => {
        await (0,act/* act */.Rb)(tools.aws, observation, move);
        if (move.kind === 'retire')
            tools.observer.retire(move.machines.map(({ id }) => id));
        return true;
    });
}
/** Lowers desired alone, by what is not there or less than any machine. */
function giveUp({ machines, from }, observation, tools) {
    const lower = () => (0,act/* raise */.xl)(tools.aws, observation.release.group, { machines: -machines, from });
    return shrink(machines, observation, tools, lower);
}
/**
 * What surge is left when some of it goes is written down before and after, so that neither a crash in the middle nor a
 * scale-out later can be taken for another.
 */
async function shrink(units, observation, tools, change) {
    const { group, release, size: from } = observation;
    if (!release.surge || units === 0) {
        await change();
        return release;
    }
    const surge = { ...release.surge, machines: Math.max(0, group.desired - from), from, raised: true };
    const retiring = { machines: units, from: group.desired };
    const noted = await writeDown({ ...release, surge: { ...surge, retiring } }, tools);
    const left = (await change()) ? Math.max(0, surge.machines - units) : surge.machines;
    return writeDown({ ...noted, surge: { ...surge, machines: left, changedAt: tools.clock.now() } }, tools);
}
/**
 * By how much machines with weights are more than is desired already, for AWS launches whole ones: only what is wanted above
 * that leads to a launch (Auto Scaling user guide, "instance weights").
 */
function overshootIn({ group, machines }) {
    const live = (0,running_source/* liveAmong */.x)(machines);
    const heaviest = live.reduce((most, { units = 1 }) => Math.max(most, units), 1);
    return Math.max(0, Math.min((0,heart_fleet/* unitsOf */.$J)(live) - group.desired, heaviest - 1));
}
function unitsIn({ machines }, ids) {
    return (0,heart_fleet/* unitsOf */.$J)(machines.filter(({ id }) => ids.includes(id)));
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/launch-configuration.js + 3 modules
var launch_configuration = __webpack_require__(1317);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/template.js
var template = __webpack_require__(9644);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/moves/point-at.js



/**
 * Somebody may have deleted what is to be launched meanwhile, which AWS allows of all but a template's default version: without
 * a new one the rollout turns back, anything else is made anew, from what differs in nothing but its image.
 */
async function pointAt(move, observation, tools) {
    const { aws } = tools;
    try {
        await (0,act/* act */.Rb)(aws, observation, move);
        return observation.release;
    }
    catch (error) {
        if (error.name !== 'ValidationError')
            throw error;
        const gone = await (0,template/* deletedOf */.X)(aws, move.version);
        if (gone !== undefined)
            return goOnWithout(gone, move, observation.release, tools);
        return stayPut(observation, tools) ?? Promise.reject(error);
    }
}
/** While somebody's refresh is under way AWS may let nobody change what the group launches (Auto Scaling user guide, "Instance refresh"). */
function stayPut({ release, otherRefresh }, tools) {
    const isLeft = otherRefresh !== undefined && release.direction === 'hold';
    return isLeft ? writeDown({ ...release, isStranded: true }, tools) : undefined;
}
/** An undo leads away from what nobody wants, so that it never turns back for this. Where nothing can be made anew a person is asked. */
async function goOnWithout(gone, { version }, release, tools) {
    const { from, to, direction, undoes } = release;
    const isNew = version.imageId === to.imageId && version.version === to.version;
    if (isNew && direction === 'forward' && undoes === undefined) {
        const reason = `${gone}.`;
        tools.tell(reason);
        return writeDown({ ...release, direction: 'back', backOutcome: 'rolled-back', reason }, tools);
    }
    const made = await (0,template/* remakeDeleted */.JH)(tools.aws, release, version, isNew ? from : to);
    if (!made)
        return strand(gone, release, tools);
    tools.tell(`${gone}, so it is made anew`);
    return writeDown({ ...release, [isNew ? 'to' : 'from']: made }, tools);
}
/**
 * Nobody can launch it again, so a new release from what the group launches now is all that is left. Of two groups the other one
 * serves all the same: the way back goes on to that, or no release could begin before a person has mended the rule.
 */
async function strand(gone, release, tools) {
    const { direction, group, sides, reason: before } = release;
    const why = `${gone}, and what it could be made of anew is gone as well: "${group}" stays on what it launches.`;
    tools.tell(why);
    const reason = direction === 'forward' || before === undefined ? why : `${before} ${why}`;
    const isWayBack = sides !== undefined && direction === 'back';
    return writeDown({ ...release, direction: isWayBack ? 'back' : 'hold', isStranded: true, reason }, tools);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/moves/close.js






/** The last move of a run: the ledger says how the release rests, or how it has ended. */
async function close_close(move, observation, tools) {
    const { aws, clock, observer, tell } = tools;
    const release = await leaveAs(move.last ?? [], observation, tools);
    if (move.kind === 'rest') {
        if (move.say !== undefined)
            tell(move.say);
        await returnBorrowed(aws, observation, move.ending);
        return writeDown({ ...release, ...move.changes }, tools);
    }
    await untagAfterCrash(observation, tools);
    await (0,launch_configuration/* discardCopies */.sl)(aws, { ...release, ...move.changes });
    await returnBorrowed(aws, observation);
    return writeDown({ ...release, ...observer.boots(), ...move.changes, endedAt: clock.now() }, tools);
}
/** What may only be read as done is done once more. */
async function leaveAs(last, observation, tools) {
    let { release } = observation;
    for (const change of last) {
        if (change.kind === 'point-at')
            release = await pointAt(change, observation, tools);
        else
            await (0,act/* act */.Rb)(tools.aws, observation, change);
    }
    return release;
}
/**
 * What a release may have borrowed goes back once more, whatever was read of it: a read may be from before it was borrowed, and
 * nobody would look again. `ending`: machines that are to end with our hook.
 */
async function returnBorrowed(aws, observation, ending = []) {
    const { release } = observation;
    if (release.suspended.length > 0)
        await (0,act/* act */.Rb)(aws, observation, { kind: 'resume', processes: release.suspended });
    if ((0,waves/* holdsMachines */.Nh)(release))
        await (0,act/* act */.Rb)(aws, observation, { kind: 'delete-hook', ending });
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/beginning/repoint.js
var beginning_repoint = __webpack_require__(1231);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/moves/make-versions.js




/**
 * Makes the versions that launch the new image, or pin the one that runs: copies of what runs. Where somebody has deleted
 * that, the group can launch nothing at all, which only a person can mend.
 */
async function makeVersions({ kind }, { release }, tools) {
    const { aws } = tools;
    try {
        const made = kind === 'pin-version' ? await pin(aws, release) : { to: await (0,template/* createVersions */.kJ)(aws, release) };
        return await writeDown({ ...release, ...made }, tools);
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) && !/^InvalidLaunchTemplate/.test(error.name))
            throw error;
        const gone = await (0,template/* deletedOf */.X)(aws, release.from);
        if (gone === undefined)
            throw error;
        const reason = `${gone}, so no other can be made of it. Point the group at what is there.`;
        tools.tell(reason);
        return writeDown({ ...release, direction: 'hold', reason }, tools);
    }
}
/** Where a release goes to what runs, that is pinned as well. */
async function pin(aws, release) {
    const from = await (0,template/* pinVersions */.$1)(aws, release);
    return (0,beginning_repoint/* onlyPoints */.A)(release) ? { from, to: from } : { from };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/moves/next-look.js
/** Unless the poll interval is shorter, looks are so far apart: the account's calls are shared. Milliseconds. */
const soonest = 2_500;
/**
 * How long to wait before looking again: a poll interval, or until something is over whose end is known by now, a machine's
 * min-ready or a wave's soak. Milliseconds.
 */
function nextLook({ now, release: { plan, soak }, machines }) {
    const { pollInterval, minReady } = plan;
    let wait = pollInterval;
    const expect = (instant) => {
        if (instant > now)
            wait = Math.min(wait, instant - now);
    };
    if (soak)
        expect(soak.since + plan.soak);
    for (const { healthySince } of machines)
        if (healthySince !== undefined)
            expect(healthySince + minReady);
    return Math.max(wait, Math.min(pollInterval, soonest));
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/moves/take.js
















/** Takes one move; gives the release as the ledger holds it afterwards. */
async function take(move, observation, tools, narrator) {
    const { clock } = tools;
    const { release } = observation;
    switch (move.kind) {
        case 'wait':
            await clock.sleep(Math.min(nextLook(observation), tools.longestWait), tools.cancellation);
            return release;
        case 'stop':
            throw new failure/* Failure */.HR(`Another run has claimed group "${release.group}" after this one, so this one stops here.`);
        case 'note':
            return note(move, observation, tools);
        case 'rest':
        case 'end':
            return close_close(move, observation, tools);
        default:
            return change(move, observation, tools, narrator);
    }
}
async function change(move, observation, tools, narrator) {
    const { release } = observation;
    switch (move.kind) {
        case 'create-version':
        case 'pin-version':
            return makeVersions(move, observation, tools);
        case 'replay':
            return makeUp(observation, tools);
        case 'check':
            return ask(move, release, tools);
        case 'run-command':
            return runCommand(move, release, tools);
        case 'let-go':
            return take_letGo(move, observation, tools);
        case 'delete-hook':
            return deleteHook(move, observation, tools);
        case 'retire-warm':
            return retireWarm(move, observation, tools);
        case 'suspend':
            return suspend(move, observation, tools);
        case 'resume':
            return resume(move, observation, tools);
        case 'point-at':
            return pointAt(move, observation, tools);
        case 'start-refresh':
            return start(observation, tools);
        case 'roll-back-refresh':
            return rollBack(observation, tools);
        case 'surge':
        case 'launch':
        case 'restore':
        case 'restore-max':
        case 'retire':
        case 'set-aside':
        case 'give-up':
            return changeSize(move, observation, tools, narrator);
        default:
            return actAndNote(move, observation, tools);
    }
}
async function actAndNote(move, observation, tools) {
    const { release } = observation;
    await (0,act/* act */.Rb)(tools.aws, observation, move);
    const isNoted = move.kind === 'resize' && move.noted !== undefined;
    return isNoted ? writeDown({ ...release, ...move.noted }, tools) : release;
}
async function note({ say, changes }, observation, tools) {
    const { release } = observation;
    if (say !== undefined)
        tools.tell(say);
    if (release.direction === 'forward' && changes.direction !== undefined)
        await listen(observation, tools);
    // That a run lives is true however late it comes; anything else an old look may have led to.
    const write = Object.keys(changes).length === 0 ? signOfLife : writeDown;
    return write({ ...release, ...changes }, tools);
}
async function makeUp(observation, tools) {
    tools.tell('Making up for the scheduled actions that were missed meanwhile');
    return writeDown(await (0,scheduled_actions/* replay */.eZ)(tools.aws, observation), tools);
}
async function ask({ ids }, release, { gatekeeper }) {
    await gatekeeper.ask(release, ids);
    return release;
}
async function take_letGo(move, observation, tools) {
    if (move.isTheirs)
        tools.tell(`Ending what waits in a launch hook of the group: ${move.ids.join(', ')}`);
    await (0,act/* act */.Rb)(tools.aws, observation, move);
    if (move.result === 'ABANDON')
        tools.observer.retire(move.ids);
    const gate = move.isWarm ? tools.observer.warmGate : tools.gatekeeper;
    gate.letGo(move.ids);
    return observation.release;
}
/** Read once more, for EC2 ends a machine at once: what the group has taken from its pool since the look may serve by now. */
async function retireWarm({ ids }, observation, { aws }) {
    const { release } = observation;
    const pool = new Set((await (0,warm_pool/* readWarmPool */.E2)(aws, release.group)).map(({ InstanceId }) => InstanceId));
    const still = ids.filter((id) => pool.has(id));
    if (still.length > 0)
        await (0,act/* act */.Rb)(aws, observation, { kind: 'retire-warm', ids: still });
    return release;
}
async function deleteHook(move, observation, { aws, tell }) {
    if (move.ending?.length)
        tell(`Ending what nobody has tested: ${move.ending.join(', ')}`);
    await (0,act/* act */.Rb)(aws, observation, move);
    return observation.release;
}
/**
 * Whose a suspension is stands in the ledger right before: what somebody else has suspended is never resumed. With it goes what
 * scheduled actions are about to miss.
 */
async function suspend(move, observation, tools) {
    const { release } = observation;
    const all = new Set([...release.suspended, ...move.processes]);
    const isKnown = all.size === release.suspended.length;
    const isMissing = move.processes.includes('ScheduledActions');
    const missed = isMissing && (await (0,scheduled_actions/* beforeRest */.wv)(tools.aws, release, tools.clock.now(), tools.warn));
    const noted = isKnown && !missed ? release : await writeDown({ ...release, suspended: [...all], ...missed }, tools);
    await (0,act/* act */.Rb)(tools.aws, observation, move);
    return noted;
}
/** From then on the ledger says nothing of them: who suspends them now, means it. */
async function resume(move, observation, tools) {
    const { release } = observation;
    await (0,act/* act */.Rb)(tools.aws, observation, move);
    const suspended = release.suspended.filter((process) => !move.processes.includes(process));
    return writeDown({ ...release, suspended }, tools);
}
/**
 * What AWS does not want to refresh, it says now (Auto Scaling API, StartInstanceRefresh); no machine was touched. One that ran something
 * else before is not to be replaced for that on the way back.
 */
async function start(observation, tools) {
    const { release, machines } = observation;
    let id;
    try {
        id = await (0,instance_refresh_refresh/* startRefresh */.QY)(tools.aws, observation);
    }
    catch (error) {
        if (error.name !== 'ValidationError')
            throw error;
        const reason = `AWS refused the instance refresh, and no machine was touched: ${(0,failure/* messageOf */.bD)(error)}`;
        const isWhole = (0,running_source/* liveAmong */.x)(machines).every((machine) => (0,matching/* runs */.Np)(machine, release.from));
        const turned = isWhole
            ? { direction: 'back', backOutcome: 'rolled-back' }
            : { direction: 'hold' };
        return writeDown({ ...release, ...turned, reason }, tools);
    }
    return id === undefined ? release : writeDown({ ...release, refresh: { id, kind: 'ours' } }, tools);
}
/** Whoever carries the release on must not judge the image by a refresh that ended on our word, so that is in the ledger first. */
async function rollBack({ release, refresh }, tools) {
    const isToldBefore = release.direction !== 'forward' || release.refresh?.kind === 'taken-back';
    const told = !refresh || isToldBefore
        ? release
        : await writeDown({ ...release, refresh: { id: refresh.id, kind: 'taken-back' } }, tools);
    await (0,instance_refresh_refresh/* rollBackRefresh */.uG)(tools.aws, release.group);
    return told;
}
/** What the machine has written because of which a rollout turns is told once, now that it can still be read. */
async function listen(observation, { aws, tell, hear }) {
    const words = await lastWordsOf(aws, observation);
    if (!words)
        return;
    for (const line of (0,last_words/* wordLines */.k)(words))
        tell(line);
    hear(words);
}
/** The intent is in the ledger first: a command that may have run is never sent again. */
async function runCommand({ id }, release, tools) {
    const { gatekeeper, tell } = tools;
    const noted = await writeDown({ ...release, command: 'begun' }, tools);
    tell(`Running the release command on ${id}`);
    try {
        if (await gatekeeper.runCommand(noted, id))
            return noted;
    }
    catch (error) {
        if ((0,retry/* failureKind */.zU)(error) !== 'unavailable')
            await signOfLife(release, tools);
        throw error;
    }
    return signOfLife(release, tools);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/gate/owners-hooks.js


/**
 * On the way back: has the group end machines of a bad image that wait in a launch hook of its owner. Nobody completes that for
 * them, it may last for an hour, and meanwhile AWS does not end them by name (Auto Scaling API,
 * TerminateInstanceInAutoScalingGroup: "ScalingActivityInProgress"). What comes in their place runs the predecessor.
 */
function endTheirWaits({ group, machines, release }) {
    const { direction, from } = release;
    if (direction !== 'back' || !(0,matching/* isMade */.sX)(from) || !(0,matching/* pointsAt */.DY)(group, from))
        return undefined;
    const waitsForUs = ({ isReleased }) => group.hook !== undefined && !isReleased;
    const theirs = machines.filter((one) => one.stage === 'waiting' && !waitsForUs(one) && !(0,matching/* runs */.Np)(one, from));
    if (theirs.length === 0)
        return undefined;
    return { kind: 'let-go', ids: theirs.slice(0, replace/* atOnce */.zd).map(({ id }) => id), result: 'ABANDON', isTheirs: true };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/gate/release-command.js
/**
 * What Systems Manager's answer means, if there is one. Of a machine that has gone no true one comes any more: only that its time
 * is over.
 */
function commandState(invocation, isThere, isLate) {
    if (!invocation)
        return isLate ? 'unknown' : 'running';
    const { state, isTimedOut } = invocation;
    if (state === 'passed')
        return 'passed';
    // It was not taken, so it is known that nothing ran.
    if (state === 'undelivered')
        return 'failed';
    if (state === 'failed')
        return isTimedOut && !isThere ? 'unknown' : 'failed';
    return isLate || !isThere ? 'unknown' : 'running';
}
/**
 * What became of the release command is written down once it is known, on the way back, too: a migration was made, or half of
 * it. What else than success means on the way forward is for the heart to judge.
 */
function noteCommand({ release, command }) {
    if (release.command !== 'begun' || command === undefined || command === 'running')
        return undefined;
    if (command === 'passed')
        return { kind: 'note', changes: { command: 'done' } };
    return release.direction === 'forward' ? undefined : { kind: 'note', changes: { command } };
}
/** Nothing ends before that is known; and whatever else went well, if it never will be, a person is to look. */
function endWithCommand(move, { release: { command, reason = '' }, ...seen }) {
    if (move.kind !== 'end')
        return move;
    if (seen.command === 'running')
        return { kind: 'wait' };
    if (command !== 'unknown' || move.changes.outcome === 'needs-attention')
        return move;
    return {
        ...move,
        changes: {
            ...move.changes,
            outcome: 'needs-attention',
            reason: `Everything else is as it was before. Why it was taken back: ${reason}`,
        },
    };
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/carry-on.js
var carry_on = __webpack_require__(2463);
// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/first-of.js
var first_of = __webpack_require__(8272);
// EXTERNAL MODULE: ./build/bundle/src/rollout/undo-release.js
var undo_release = __webpack_require__(6502);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/retire-kept.js







/**
 * The release whose predecessor was kept long enough: the newest one between two groups, or else that to this group alone. One of
 * the one kind changes nothing of what one of the other kind has kept. None while the newest is not over,
 * waits for a person, or can itself be undone within seconds: it must stay the newest for that.
 */
function keptTooLong(history, group, now) {
    const between = history.find(({ sides }) => sides?.blue.group === group || sides?.green.group === group);
    const alone = history.find((release) => !release.sides && release.group === group);
    const { outcome, keptUntil: newestUntil = 0 } = history[0] ?? {};
    if (outcome === undefined || outcome === 'needs-attention' || newestUntil > now)
        return undefined;
    const isDue = ({ keptUntil = Number.POSITIVE_INFINITY, to }) => keptUntil <= now && (0,matching/* isMade */.sX)(to);
    return [between, alone].find((release) => release && isDue(release));
}
/** A release of its own for what that one has kept; undefined while there is nothing. `history` is the group's, newest first. */
function retirement(kept, history, view, { claimant, clock }) {
    const now = clock.now();
    const { to, plan, sides } = kept;
    if (sides)
        return sizeDown(kept, history, claimant, now);
    if (keptIn(view).length === 0 || !(0,matching/* isMade */.sX)(to))
        return undefined;
    return { ...(0,first_of/* firstOf */.K)(history[0], { view, from: to, to, plan: (0,undo_release/* undoPlan */.ox)(plan), claimant, now }), retiresKept: true };
}
/**
 * Of two groups the idle one was kept as large as it was: what the rollout has left out is done now. The one that serves may have
 * got another image alone since: told is what this ledger knows of it.
 */
function sizeDown(kept, history, claimant, now) {
    const { outcome: _, keptUntil: __, ...rest } = kept;
    const number = (history[0]?.number ?? kept.number) + 1;
    const serving = history.find(({ group, outcome }) => group === kept.group && outcome === 'succeeded');
    return { ...(0,carry_on/* carryOn */.R)(rest, claimant, now), number, to: serving?.to ?? kept.to, retiresKept: true };
}
/** The next move of such a release: nobody is served by these machines, and desired does not count them. */
function retireKept(observation) {
    const kept = keptIn(observation).slice(0, replace/* atOnce */.zd);
    if (kept.length > 0)
        return { kind: 'retire', machines: kept.map(({ id }) => ({ id, decrement: false })) };
    const { group, to, startedAt } = observation.release;
    const reason = `The machines that were kept in "${group}" until ${(0,lease/* isoTime */.L)(startedAt)} are terminated; it runs ${to.imageId} as before.`;
    return { kind: 'end', changes: { outcome: 'unchanged', reason } };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/strategies.js











/**
 * The next move of a rollout: the claim is kept first, and what others have made of the size is written down. Then it goes
 * on by its plan's strategy.
 */
function nextMove(observation) {
    const noted = keepClaim(observation) ?? (0,note_size/* noteSize */.Mz)(observation) ?? noteCommand(observation);
    if (noted)
        return noted;
    const decided = endWithCommand(moveByStrategy(observation), observation);
    const move = decided.kind === 'launch' ? ((0,note_size/* dropLaunches */.xH)(observation) ?? decided) : awaitStarting(decided, observation);
    return move.kind === 'wait' ? (endTheirWaits(observation) ?? (0,note_size/* noteLoss */.Em)(observation) ?? move) : move;
}
/** Our hook goes once nothing comes that it is to hold, and no late read may say so. */
function awaitStarting(move, { lacksStarting }) {
    return move.kind === 'delete-hook' && lacksStarting ? { kind: 'wait' } : move;
}
function moveByStrategy(observation) {
    const { pair, release } = observation;
    if (pair)
        return leaveWithoutRule(observation) ?? decideTwoGroups({ ...observation, pair });
    if (release.retiresKept)
        return retireKept(observation);
    const left = (0,added_template/* leaveForAdded */.t)(observation);
    const seen = { ...observation, ...(left && { standstill: left }) };
    return (0,heart_plan/* isRefresh */.y)(release.plan.strategy) ? decideRefresh(seen) : decide(seen);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/interference.js



const advice = 'Apply infrastructure code between rollouts, and let it ignore the version and desired capacity.';
/**
 * Watches for somebody else who sets the group back while it is rolled out: to a version that is neither the old nor the new
 * one, to the old one after the new one is proven, or to a maximum below our surge. Terraform and CloudFormation do that when
 * they are applied meanwhile.
 */
class InterferenceWatch {
    #before;
    /** Since when the group has been seen to launch what is proven, without a break. */
    #atGoalSince;
    /** @returns what was found, for a person; undefined when nothing was, and before the group was pinned to a number. */
    look(observation) {
        const before = this.#before;
        const isKnown = before?.release.number === observation.release.number && isOurs(before.group, observation.release);
        const found = isKnown ? (this.#ofVersion(observation) ?? ofMaximum(before.group, observation)) : undefined;
        const isAtGoal = (0,waves/* isProven */.nn)(observation.release) && isAt(observation.group, (0,waves/* goalOf */.ZZ)(observation.release));
        this.#atGoalSince = isAtGoal ? (this.#atGoalSince ?? observation.now) : undefined;
        this.#before = observation;
        return found;
    }
    #ofVersion({ group, release, now }) {
        // A read may be from before we set it ourselves.
        const isSure = now - (this.#atGoalSince ?? now) >= size_size/* oldestRead */.AS;
        // By number old and new may be one version: the image of an override tells them apart, unless that is the same by force.
        const isOld = isAt(group, release.from) && !((0,matching/* isMade */.sX)(release.to) && (0,matching/* pointsAt */.DY)(group, release.to));
        const isSetBack = isSure && release.direction === 'forward' && isOld;
        if (isOurs(group, release) && !isSetBack)
            return undefined;
        const { id, version } = group.template;
        return `Group "${group.name}" was set to version ${version} of ${id} by ${whom(group)}; the rollout goes on with ${(0,waves/* goalOf */.ZZ)(release).imageId}. ${advice}`;
    }
}
function ofMaximum(before, { group, release }) {
    const { max: raised, machines = 0 } = release.surge ?? {};
    if (raised === undefined || before.max !== raised || group.max >= raised)
        return undefined;
    // With the surge gone it may be us who have put it back, without an answer.
    if (machines === 0 && group.max === release.baseline.max)
        return undefined;
    return `The maximum of group "${group.name}" was set from ${raised} to ${group.max} by ${whom(group)}; that is kept. ${advice}`;
}
function whom({ stack }) {
    return stack === undefined ? 'somebody else' : `somebody else (its CloudFormation stack is "${stack}")`;
}
function isOurs(group, { from, to }) {
    return isAt(group, from) || isAt(group, to);
}
function isAt({ template }, source) {
    return (0,matching/* versionsOf */.x4)(source).some(({ templateId, version }) => templateId === template.id && String(version) === template.version);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/weights-watch.js

/** Watches for somebody else who shares out the requests of two groups anew: a person in a hurry, or infrastructure code. */
class WeightsWatch {
    /** How they are shared out, and since when that has been read without a break, and without a change of ours. */
    #before;
    /** `move`: what is about to be done. @returns what was found, for a person; undefined when nothing was, or a read may be late. */
    look({ pair, now, release }, move) {
        const before = this.#before;
        const weights = pair?.withoutRuleSince === undefined ? pair?.weights : undefined;
        const isSame = before?.weights.blue === weights?.blue && before?.weights.green === weights?.green;
        const isOver = weights === undefined || move.kind === 'set-weights' || release.direction !== 'forward';
        const seen = weights && { weights, since: isSame ? (before?.since ?? now) : now };
        this.#before = isOver ? undefined : seen;
        if (!pair || !weights || !before || isSame || now - before.since < size_size/* oldestRead */.AS)
            return undefined;
        const { rule, blue, green } = pair.sides;
        return (`Listener rule ${rule} was changed by somebody else, to the weights ${weights.blue ?? 0} for "${blue.group}" and ${weights.green ?? 0} for "${green.group}"; the rollout goes on, and shares requests out by its waves. ` +
            'To take it back, cancel its run, then give "command: abort". Let infrastructure code ignore the weights.');
    }
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/telling/progress.js


/** Where a rollout stands, in one line: the same line while nothing has changed. */
function describeProgress({ group, machines, release }) {
    // Nothing goes back while it is on hold.
    const goal = release.direction === 'hold' ? release.to : (0,waves/* goalOf */.ZZ)(release);
    const [fresh, stale] = partition(machines, (machine) => (0,matching/* runs */.Np)(machine, goal));
    const parts = [
        count(fresh, 'healthy', ({ healthy }) => healthy),
        count(fresh, 'starting', ({ healthy, stage }) => !healthy && stage !== 'leaving' && stage !== 'aside'),
        count(stale, release.direction === 'back' ? 'new' : 'old', ({ stage }) => stage !== 'leaving' && stage !== 'aside'),
        count(machines, 'leaving', ({ stage }) => stage === 'leaving'),
    ];
    const verb = { forward: 'to', back: 'back to', hold: 'on hold on its way to' }[release.direction];
    return `${group.name} ${verb} ${goal.imageId}: ${parts.filter(Boolean).join(', ') || 'no machines'} (desired ${group.desired})`;
}
function count(machines, word, matches) {
    const number = machines.filter(matches).length;
    return number > 0 ? `${number} ${word}` : '';
}
function partition(machines, matches) {
    return [machines.filter(matches), machines.filter((machine) => !matches(machine))];
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/group/room.js
var room = __webpack_require__(1535);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/telling/waits.js






/** What a rollout waits for that has nothing to do at this moment; never nothing. */
function waitsIn(observation) {
    const fleet = (0,heart_fleet/* fleetOf */.aP)(observation);
    const ofRule = rule(observation);
    if (ofRule)
        return [ofRule];
    const found = [
        soak(observation, fleet),
        minReady(observation, fleet),
        refresh(observation),
        command(observation),
        gate(observation, fleet),
        boot(observation, fleet),
        capacity(observation, fleet),
        waits_room(observation),
    ].filter((wait) => wait !== undefined);
    return found.length > 0 ? found : [leaving(observation) ?? settling];
}
/** Where AWS is slow to show what was done, or another process may be at work on the same group. */
const settling = { kind: 'settling', line: 'Waiting: AWS does not show yet that everything asked for is done' };
/** Between two groups nothing else is done meanwhile. */
function rule({ pair, release }) {
    if (pair?.withoutRuleSince === undefined)
        return undefined;
    const until = pair.withoutRuleSince + release.plan.progressDeadline;
    return openWait('rule', until, `listener rule ${pair.sides.rule} to forward to a target group again (progress-deadline)`);
}
function soak({ now, release: { plan, soak, wavesDone, direction } }, { fresh, ready }) {
    const until = (soak?.since ?? 0) + plan.soak;
    if (direction !== 'forward' || soak?.wave !== wavesDone || until <= now || ready.length < fresh.length)
        return undefined;
    const wave = Math.min(wavesDone + 1, plan.waves.length);
    return sureWait('soak', until, `wave ${wave} of ${plan.waves.length} serves users (soak, ${secondsOf(plan.soak)})`);
}
function minReady({ release: { plan } }, { fresh, ready }) {
    const unready = fresh.filter(({ healthySince }) => healthySince !== undefined).length - ready.length;
    if (unready <= 0)
        return undefined;
    const last = Math.max(...fresh.map(({ healthySince = 0 }) => healthySince));
    return sureWait('min-ready', last + plan.minReady, `${unready} new to stay healthy (min-ready, ${secondsOf(plan.minReady)})`);
}
function refresh(observation) {
    const { refresh: found, release } = observation;
    if (!found || !(0,refresh_status/* isActive */.$)(found))
        return undefined;
    const { status, percent } = found;
    const kind = `refresh ${status}`;
    const stands = `instance refresh ${status}, ${percent} %`;
    if (release.direction === 'forward' || !(0,refresh_status/* isGoingBack */.s)(found))
        return { kind, line: `Waiting: AWS replaces the machines (${stands})` };
    const what = `AWS to take the new machines back (${stands}; progress-deadline)`;
    return openWait(kind, deadlineOf(observation), what);
}
function command({ command: state, release: { plan } }) {
    if (state !== 'running')
        return undefined;
    const line = `Waiting: the release command runs, for ${secondsOf(plan.progressDeadline)} at most (progress-deadline)`;
    return { kind: 'command', line };
}
function gate({ release: { plan } }, { fresh }) {
    const asked = fresh.filter(({ check }) => check?.state === 'running');
    if (asked.length === 0 || plan.gate.kind === 'none')
        return undefined;
    const line = `Waiting: the gate is asked on ${named(asked)}, for ${secondsOf(plan.gate.timeout)} at most (gate-timeout)`;
    return { kind: 'gate', line };
}
/** As {@link judge} has it: one healthy machine among the new ones says that the image is no silent failure. */
function boot(observation, { fresh }) {
    const { release, patience } = observation;
    const asked = ({ check, isReleased }) => check !== undefined && check.state !== 'unreachable' && !isReleased;
    const booting = fresh.filter((machine) => machine.unhealthySince !== undefined && !asked(machine));
    if (booting.length === 0)
        return undefined;
    const isJudged = release.direction === 'forward' && !fresh.some(({ healthy }) => healthy);
    const late = booting.map(({ unhealthySince = 0, hasServed }) => unhealthySince + (hasServed ? patience.relapse : patience.boot));
    const deadline = deadlineOf(observation);
    const allowed = isJudged ? Math.min(...late) : Number.POSITIVE_INFINITY;
    const [until, why] = allowed < deadline ? [allowed, 'boot-allowance'] : [deadline, 'progress-deadline'];
    const isAwaited = (0,waves/* holdsMachines */.Nh)(release) && booting.some(({ check }) => check?.state === 'unreachable');
    const what = isAwaited ? 'to answer to Systems Manager' : 'to become healthy';
    return openWait('boot', until, `${named(booting)} ${what} (${why})`);
}
function capacity(observation, { fresh, stale }) {
    const { group, release } = observation;
    const launches = Object.values(release.surge?.launches?.zones ?? {}).reduce((sum, machines) => sum + machines, 0);
    const missing = group.desired - fresh.length - stale.length + launches;
    if (missing <= 0)
        return undefined;
    const { short = [] } = release.surge ?? {};
    const none = short.length > 0 ? `; it has none in ${short.join(', ')}` : '';
    const why = group.suspended.includes('Launch') ? '; Launch is suspended' : none;
    return openWait('capacity', deadlineOf(observation), `AWS to launch ${missing} more${why} (progress-deadline)`);
}
function waits_room(observation) {
    if (!(0,room/* isFull */.u)(observation))
        return undefined;
    const what = `room in the group, whose maximum of ${observation.group.max} is not raised for surge (progress-deadline)`;
    return openWait('room', deadlineOf(observation), what);
}
function leaving({ machines }) {
    const found = machines.filter(({ stage }) => stage === 'leaving');
    if (found.length === 0)
        return undefined;
    return { kind: 'leaving', line: `Waiting: ${named(found)} to finish the requests in flight and leave` };
}
function deadlineOf(observation) {
    return observation.lastProgress + (0,as_one_wave/* asOneWave */.q)(observation).release.plan.progressDeadline;
}
function sureWait(kind, until, what) {
    return { kind, until, sure: true, line: `Waiting until ${(0,lease/* isoTime */.L)(until)}: ${what}` };
}
function openWait(kind, until, what) {
    return { kind, until, line: `Waiting, until ${(0,lease/* isoTime */.L)(until)} at the latest: ${what}` };
}
function named([first, ...others]) {
    return others.length === 0 ? `${first?.id}` : `${first?.id} and ${others.length} more`;
}
function secondsOf(milliseconds) {
    return `${Math.round(milliseconds / 1000)} s`;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/telling/narrator.js




/** A wait whose end is known is told if it lasts so long, any other once nothing was told for so long. Milliseconds. */
const worthTelling = { sure: 20_000, open: 60_000 };
function wordsOfDeleted({ release: { number, group } }) {
    return `Somebody has deleted release ${number} from the ledger of group "${group}". It is written anew, for it says what is to be put back; to end a rollout, cancel its run.`;
}
function wordsOfAlarm(name) {
    return `Somebody has deleted CloudWatch alarm "${name}" in the middle of the rollout, which goes on without it. If it is made anew under this name, it is watched again.`;
}
/**
 * Tells of each observation what is new: how far it is, what is waited for, and once if somebody else has set the group
 * back. No wait of a minute is silent, and each is told once.
 */
class Narrator {
    #listeners;
    #line = '';
    #toldAt = 0;
    /** Waits that were told, by kind: until when. */
    #told = new Map();
    #lines = new Set();
    #interference = new InterferenceWatch();
    #weights = new WeightsWatch();
    #hasWarned = false;
    constructor(listeners) {
        this.#listeners = listeners;
    }
    tell(observation, move) {
        const line = describeProgress(observation);
        if (line !== this.#line)
            this.#say(line, observation);
        this.#line = line;
        for (const name of observation.deletedAlarms ?? [])
            this.#warnOnce(wordsOfAlarm(name));
        if (observation.wasDeleted)
            this.#listeners.warn(wordsOfDeleted(observation));
        const shared = this.#weights.look(observation, move);
        if (shared !== undefined)
            this.#listeners.warn(shared);
        const changed = this.#interference.look(observation);
        if (changed !== undefined && !this.#hasWarned)
            this.#listeners.warn(changed);
        this.#hasWarned ||= changed !== undefined;
        // What AWS has no capacity for is tried again and again.
        if (move.kind === 'wait' || move.kind === 'launch')
            this.#wait(observation);
    }
    /** Tells a line, unless it was told before. */
    tellOnce(line) {
        if (!this.#lines.has(line))
            this.#listeners.tell(line);
        this.#lines.add(line);
    }
    #warnOnce(line) {
        if (!this.#lines.has(line))
            this.#listeners.warn(line);
        this.#lines.add(line);
    }
    #wait(observation) {
        const waits = waitsIn(observation);
        const told = new Map();
        for (const wait of waits) {
            const isTold = this.#isWorthTelling(wait, observation);
            if (isTold)
                this.#say(wait.line, observation);
            const before = this.#told.get(wait.kind);
            const until = isTold ? (wait.until ?? Number.POSITIVE_INFINITY) : before;
            if (until !== undefined)
                told.set(wait.kind, until);
        }
        this.#told = told;
    }
    #isWorthTelling({ kind, until = 0, sure }, { now }) {
        if ((this.#told.get(kind) ?? 0) >= now)
            return false;
        return sure ? until - now >= worthTelling.sure : now - this.#toldAt >= worthTelling.open;
    }
    #say(line, { now }) {
        this.#listeners.tell(line);
        this.#toldAt = now;
    }
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rollout.js






/** How often in a row AWS may refuse a change because the group was busy or has moved on. */
const patience = 20;
const whole = {
    look: (release, { observer, ledger, gatekeeper }) => observer.observe(release, ledger, gatekeeper),
    next: nextMove,
    async tend(observation, move, { hookHeartbeat }) {
        // A lease that has run out is renewed first, by what is written down; the next look comes at once.
        if (move.kind !== 'note')
            await hookHeartbeat.beat(observation);
    },
};
/**
 * Rolls a claimed release to its end: observe, decide, act, and again. Nothing is remembered that AWS does not hold: what
 * became of a change whose answer was lost, in the group or in the ledger, shows in the next observation.
 * @returns the release with its outcome, or at rest; as it stands when it was cancelled on the way.
 * @throws {Failure} when another run took over, or AWS refuses for good.
 */
async function rollOut(release, tools, { look, next, tend } = whole) {
    let current = release;
    const narrator = new Narrator(tools);
    let refusals = 0;
    while (!tools.cancellation.aborted && !isOver(current)) {
        try {
            const observation = await look(current, tools);
            current = observation.release;
            tools.meter?.look(observation);
            if (isOver(current))
                break;
            const move = next(observation);
            narrator.tell(observation, move);
            await tend(observation, move, tools);
            current = await take(move, observation, tools, narrator);
            // A sign of life in between says nothing of the change that AWS refuses.
            if (move.kind !== 'note')
                refusals = 0;
        }
        catch (error) {
            if (tools.cancellation.aborted)
                break;
            if (!isWorthLookingAgain(error) || ++refusals > patience)
                throw error;
            tools.tell(`${whatCame(error)}, looking again: ${(0,failure/* messageOf */.bD)(error)}`);
            tools.observer.refuse();
            await tools.clock.sleep(Math.min(release.plan.pollInterval, tools.longestWait), tools.cancellation);
        }
    }
    return current;
}
/** It has ended, or nobody works on it for now. */
function isOver({ outcome, rests }) {
    return outcome !== undefined || rests !== undefined;
}
/**
 * A refusal that the next observation can settle: the group is busy, or a machine has gone meanwhile. Auto Scaling
 * uses ValidationError for both "gone" and "not now" (Auto Scaling API, TerminateInstanceInAutoScalingGroup).
 */
function isWorthLookingAgain(error) {
    // The next look gives a sign of life first, or finds that another run has taken over.
    if (error instanceof fence/* LeaseExpired */.Ox)
        return true;
    if (error instanceof failure/* Failure */.HR)
        return false;
    const passing = new Set([
        ...['ScalingActivityInProgress', 'ScalingActivityInProgressFault', 'ValidationError'],
        // The refresh that was started a moment ago was not to be seen yet.
        ...['InstanceRefreshInProgress', 'InstanceRefreshInProgressFault'],
        // The refresh that is to be taken back has ended meanwhile.
        ...['ActiveInstanceRefreshNotFound', 'ActiveInstanceRefreshNotFoundFault'],
        // A machine of a warm pool that is too new for EC2, or that has been gone for long.
        'InvalidInstanceID.NotFound',
    ]);
    return (0,retry/* failureKind */.zU)(error) !== 'refused' || passing.has(error.name);
}
function whatCame(error) {
    return (0,retry/* failureKind */.zU)(error) === 'unavailable' ? 'AWS has not answered' : 'AWS refused for now';
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/telling/explain.js
var explain = __webpack_require__(3459);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/clean-up.js








/**
 * After a cancel GitHub waits for minutes, not for the plan's poll interval, nor for machines that start slowly. All is to be over
 * within one, and on a bad day main takes ten seconds of it, and a last look and the end twenty. Milliseconds.
 */
const soon = 5_000;
const overdueAfter = 20_000;
/** What follows on a run that did not come to its end: GitHub's post phase, mostly. */
class CleanUp {
    #settings;
    constructor(settings) {
        this.#settings = settings;
    }
    /**
     * After a cancel: puts back what an unfinished release of this run has borrowed, and says in the ledger that nobody works
     * on it. The next run, or a repair, makes the group whole. What AWS refuses to put back is told, and is left to the next run.
     * @returns undefined when there is nothing to put back.
     * @throws {Failure} when not even the ledger can be read.
     */
    async cleanUp(number, run = {}) {
        const { because, startedAt } = run;
        try {
            const release = await this.#settle(number, because);
            return release && this.#afterCleanUp(release, run);
        }
        catch (error) {
            const failed = `Its clean-up failed: ${(0,aws_failure/* briefly */.m_)(error)}`;
            const stopped = `its run was stopped, and its clean-up failed: ${(0,aws_failure/* briefly */.m_)(error)}`;
            const why = because === undefined ? stopped : `${(0,explain/* sentence */.em)(because)} ${failed}`;
            const { release, superseded } = await this.#settings.follow(number).catch(() => {
                throw new failure/* Failure */.HR(`${(0,explain/* sentence */.em)(failed)} ${(0,explain/* capital */.Nx)(whatMayStand(this.#settings))} ${endIt(number)}`);
            });
            if (!release || superseded)
                return undefined;
            // Only the answer to its last line was lost.
            if (isOver(release))
                return this.#afterCleanUp(release, run);
            const left = await leave(release, why, this.#settings.tools());
            const beside = { because: why, standing: left.standing };
            return { end: this.#settings.describe(left.release, startedAt, beside), isClean: false };
        }
    }
    async #settle(number, because) {
        const { release, superseded } = await this.#settings.follow(number);
        if (!release || superseded || isOver(release))
            return undefined;
        // Post has no claim of its own: what main has confirmed last counts, and if that is old, a sign of life comes first.
        const tools = this.#settings.tools();
        tools.fence.renew(release.heartbeatAt);
        const overdueAt = tools.clock.now() + overdueAfter;
        return rollOut(release, { ...tools, longestWait: soon }, {
            look: (current, { observer, ledger, gatekeeper }) => observer.observeGroup(current, ledger, gatekeeper),
            next: (seen) => nextMoveAfterCancel(seen, seen.now >= overdueAt, because),
            tend: async () => undefined,
        });
    }
    /** Where the time for it was over first, nobody knows what stands. */
    #afterCleanUp(release, { because, startedAt }) {
        const isClean = isOver(release);
        const standing = isClean ? undefined : whatMayStand(release);
        return { end: this.#settings.describe(release, startedAt, { because, standing }), isClean };
    }
    /**
     * How a run ended that something has cut off on its way.
     * @returns undefined when it had begun nothing, or had come to its end before.
     */
    async cutOff({ number, known, error, startedAt }) {
        const { release, superseded } = await this.#settings
            .follow(number)
            .catch(() => ({ release: known, superseded: false }));
        if (!release || isOver(release))
            return undefined;
        const because = error instanceof platform_cancellation/* Cancelled */.cJ ? undefined : (0,aws_failure/* briefly */.m_)(error);
        const end = this.#settings.describe(release, startedAt, { because });
        return superseded ? { ...end, reason: (0,aws_failure/* briefly */.m_)(error) } : end;
    }
}
function endIt(number) {
    return `End release ${number} with "command: repair".`;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/abandoned.js



/** @throws {Failure} when somebody works on an unfinished release, or it waits for a person. */
async function requireAbandoned(unfinished, claiming) {
    if (await isAbandoned(unfinished, claiming))
        return;
    throw refusal(unfinished);
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
        return refusal(unfinished);
    const { number, group, sides } = unfinished;
    const where = sides ? `between groups "${sides.blue.group}" and "${sides.green.group}"` : `to group "${group}"`;
    return new failure/* Failure */.HR(`A rollout ${where} was left unfinished (release ${number}). End it first, with "command: repair" and "group: ${group}".`);
}
/** Who has the group, since when, and what to do about it. */
function refusal(release) {
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

;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/unfinished.js




/**
 * The release that goes on with one that is paused, or that a dead run has left unfinished.
 * @throws {Failure} when there is none, when somebody works on it, and when its pause is over.
 */
async function resumed(newest, { group, expedite }, claiming) {
    if (newest?.outcome === 'needs-attention') {
        throw new failure/* Failure */.HR(`Release ${newest.number} to group "${newest.group}" waits for a person and cannot be resumed. Deploy what is right, or take it back with "command: abort".`);
    }
    if (!newest || newest.outcome !== undefined) {
        const last = newest ? `the last one (release ${newest.number}) ended ${newest.outcome}` : 'there was none yet';
        throw new failure/* Failure */.HR(`There is no rollout to group "${group}" to resume: ${last}. Deploy again.`);
    }
    const { rests } = newest;
    const now = claiming.clock.now();
    if (rests?.kind !== 'paused')
        await requireAbandoned(newest, claiming);
    else if (now >= rests.until) {
        throw new failure/* Failure */.HR(`The rollout to group "${group}" was paused until ${(0,lease/* isoTime */.L)(rests.until)}. It is too late to resume it: take it back with "command: repair", then deploy again.`);
    }
    const rest = (0,carry_on/* carryOn */.R)(newest, claiming.claimant, now);
    const { pauseAfter, ...plan } = rest.plan;
    // Where a run was cut off before the pause, nobody has said yet that it may go past that.
    const isAhead = rests?.kind !== 'paused' && pauseAfter !== undefined;
    return { ...rest, plan: { ...plan, ...(isAhead && { pauseAfter }), ...(expedite && { soak: 0 }) } };
}
/**
 * The release that takes back one that is paused, on hold for a person, or left unfinished by a dead run.
 * @returns undefined when there is none.
 * @throws {Failure} when somebody works on it.
 */
async function aborted(newest, claiming) {
    if (!newest || (newest.outcome !== undefined && newest.outcome !== 'needs-attention'))
        return undefined;
    if (newest.outcome === undefined && newest.rests === undefined)
        await requireAbandoned(newest, claiming);
    return (0,carry_on/* turnBack */.zd)(newest, claiming.claimant, claiming.clock.now());
}
/**
 * The release that ends what a dead run has left unfinished: it takes it back, unless it is through, for AWS may have done the rest.
 * @returns undefined while somebody works on it, or may resume it.
 */
async function repaired(unfinished, claiming, isThrough) {
    const { claimant, clock, tell } = claiming;
    if (!(await isAbandoned(unfinished, claiming))) {
        tell(`${refusal(unfinished).message} Nothing was changed.`);
        return undefined;
    }
    if (!(await isThrough()))
        return (0,carry_on/* takeBack */.zH)(unfinished, claimant, clock.now());
    const { to, group } = unfinished;
    tell(`AWS has ended its refresh without the run: every machine of "${group}" runs ${to.imageId}, so it is not taken back`);
    return (0,carry_on/* carryOn */.R)(unfinished, claimant, clock.now());
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/deployment/abort.js

/**
 * Takes back a rollout that is paused, on hold for a person, or left unfinished by a dead run.
 * @returns `unchanged` when there is none.
 * @throws {Failure} when somebody works on it.
 */
async function abort(session, onNumber) {
    const newest = await session.newest();
    if (!newest)
        await session.look();
    const claiming = session.claiming(onNumber);
    // Of two groups one alone may have got a release since: there is nothing left to take back from both.
    const ended = newest === session.known ? await session.end(await aborted(newest, claiming), claiming) : undefined;
    const reason = `There is no unfinished rollout to "${session.settings.group}" to abort; nothing was changed.`;
    return ended ?? session.unchanged('', reason);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/instance-refresh/is-through.js




/**
 * Whether AWS has brought to its end what a dead run had handed over to it, as it was asked to: every machine runs the image and is
 * healthy, so there is nothing to take back.
 */
async function isThrough(aws, release, look) {
    const { plan, direction, refresh: known, command, to } = release;
    const isWanted = direction === 'forward' && known?.kind !== 'taken-back';
    const isUnasked = plan.releaseCommand !== undefined && command !== 'done';
    if (!(0,heart_plan/* isRefresh */.y)(plan.strategy) || !isWanted || isUnasked)
        return false;
    const refresh = await (0,instance_refresh_refresh/* findRefresh */.LL)(aws, release);
    if (refresh?.status !== 'Successful')
        return false;
    const { machines } = await look();
    return (0,running_source/* liveAmong */.x)(machines).every((one) => one.healthy && (0,matching/* runs */.Np)(one, to));
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/find-ledger.js
var find_ledger = __webpack_require__(3389);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/deployment/repair.js




/**
 * Ends what a dead run has left unfinished, so that the group is whole again: back, unless AWS has brought it through. It
 * terminates what was kept long enough. What waits for a person is told again, and is left alone.
 * @returns undefined when there is nothing to repair.
 */
async function repair(session, onNumber) {
    const history = await session.history();
    // Of a group that is not there, a schedule would find nothing to repair for ever.
    if (history.length === 0)
        await session.look();
    const newest = (0,find_ledger/* newestTo */.s4)(session.groups, history);
    // What another group got alone since, is repaired under its own name.
    if (!newest || newest !== history[0])
        return repair_retire(session, onNumber);
    const claiming = session.claiming(onNumber);
    const isDone = () => isThrough(session.tools.aws, newest, () => session.look());
    if (newest.outcome === undefined)
        return session.end(await repaired(newest, claiming, isDone), claiming);
    if (newest.outcome === 'needs-attention')
        return leaveToPerson(session, newest);
    return repair_retire(session, onNumber);
}
/** Ends what was kept long enough. What two groups have kept stands in the ledger of both, whatever one of them got since. */
async function repair_retire(session, onNumber) {
    const { group } = session.settings;
    for (const { ledger, history } of await (0,find_ledger/* ledgersThatTell */.Pw)(session.ownLedger)) {
        session.goOnIn(ledger);
        const claiming = session.claiming(onNumber);
        const kept = keptTooLong(history, group, claiming.clock.now());
        const release = kept && retirement(kept, history, await session.look(), claiming);
        if (release)
            return session.end(release, claiming);
    }
    session.tools.tell(`There is nothing to repair in "${group}"; nothing was changed.`);
    return undefined;
}
function leaveToPerson(session, release) {
    const end = session.describe(release, session.tools.clock.now());
    return { ...end, reason: `${end.reason} Nothing was changed.`, endedBefore: true };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/deployment/resume.js

/** Goes on with a rollout that is paused, or that a dead run has left unfinished. @throws {Failure} when there is none. */
async function resume_resume(session, onNumber) {
    const { group, expedite = false, together } = session.settings;
    const newest = await session.newest();
    const nothing = (why) => `There is nothing to resume in "${group}": ${why}. Nothing was changed.`;
    // Of several groups one that ran the image already has begun nothing, perhaps ever.
    if (!newest && together) {
        await session.look();
        return session.unchanged('', nothing('it has had no release yet'));
    }
    // One that was empty did not pause.
    if (newest?.outcome === 'succeeded' || newest?.outcome === 'unproven') {
        return session.unchanged(newest.to.imageId, nothing(`release ${newest.number} ended ${newest.outcome}`));
    }
    const claiming = session.claiming(onNumber);
    return session.end(await resumed(newest, { group, expedite }, claiming), claiming);
}

// EXTERNAL MODULE: ./build/bundle/src/platform/workflow-run.js
var workflow_run = __webpack_require__(517);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/launched-instead.js
var launched_instead = __webpack_require__(2407);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/remarks.js
var remarks = __webpack_require__(3147);
// EXTERNAL MODULE: ./build/bundle/src/rollout/image/way-back.js
var way_back = __webpack_require__(4619);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/kept-plan.js
/** What stands in the ledger as the step has said it, by the inputs that say it. */
const saidBy = {
    strategy: 'strategy',
    waves: 'waves',
    maxSurge: 'max-surge',
    maxUnavailable: 'max-unavailable',
    raiseMax: 'raise-max',
    minReady: 'min-ready',
    soak: 'soak',
    gate: 'the gate',
    onFailure: 'on-failure',
    keepPrevious: 'keep-previous',
    pauseAfter: 'pause-after',
    suspend: 'suspend',
    pollInterval: 'poll-interval',
};
/**
 * What a step has asked for that a release which it carries on does not do: that goes by the plan that it began with.
 * @returns a sentence; undefined where nothing is left out.
 */
function remarkOnPlan(asked, { continues, plan }) {
    if (continues === undefined)
        return undefined;
    const isOther = (name) => JSON.stringify(asked[name]) !== JSON.stringify(plan[name]);
    const unused = [
        ...Object.entries(saidBy).flatMap(([name, input]) => (isOther(name) ? [input] : [])),
        ...(asked.bootAllowance !== undefined && isOther('bootAllowance') ? ['boot-allowance'] : []),
        // A rollout makes it longer by itself, and finds alarms by their tags.
        ...(asked.progressDeadline > plan.progressDeadline ? ['progress-deadline'] : []),
        ...(asked.alarms.some((alarm) => !plan.alarms.includes(alarm)) ? ['alarms'] : []),
    ];
    if (unused.length === 0)
        return undefined;
    return (`Release ${continues} is carried on by the plan that it began with; not used of this step: ${unused.join(', ')}. ` +
        'To roll out by that, cancel this, take back what is unfinished with "command: abort", and deploy again.');
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribePoliciesCommand.js
var DescribePoliciesCommand = __webpack_require__(7257);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/DescribeAlarmsCommand.js
var DescribeAlarmsCommand = __webpack_require__(2188);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/watched-metrics.js

/** Which target groups and load balancers a policy goes by, one for each metric that names any. */
function watchedBy(policy, alarms) {
    const { TargetTrackingConfiguration: tracking, PredictiveScalingConfiguration: predictive } = policy;
    const found = [
        ...ofLabel(tracking?.PredefinedMetricSpecification?.ResourceLabel),
        ...ofCustomized(tracking?.CustomizedMetricSpecification),
        ...(predictive?.MetricSpecifications ?? []).flatMap(ofPredictive),
        ...alarmsOf(policy).flatMap((name) => ofAlarm(alarms.get(name))),
    ];
    return found.filter(({ targetGroup, loadBalancer }) => targetGroup !== undefined || loadBalancer !== undefined);
}
/**
 * The alarms that start step and simple policies (Auto Scaling API, ScalingPolicy: Alarms).
 * @throws {Error} what AWS says, when the role may not ask for alarms.
 */
async function alarmsBehind({ cloudWatch }, policies) {
    const names = [...new Set(policies.flatMap(alarmsOf))];
    const found = new Map();
    // A hundred names a call (CloudWatch API, DescribeAlarms).
    for (let at = 0; at < names.length; at += 100) {
        const order = { AlarmNames: names.slice(at, at + 100), MaxRecords: 100 };
        const { MetricAlarms = [] } = await cloudWatch.send(new DescribeAlarmsCommand/* DescribeAlarmsCommand */.z(order));
        for (const alarm of MetricAlarms)
            found.set(alarm.AlarmName ?? '', alarm);
    }
    return found;
}
/** Target tracking makes its alarms from the metric that it names itself. */
function alarmsOf({ TargetTrackingConfiguration: tracking, Alarms = [] }) {
    return tracking ? [] : Alarms.flatMap(({ AlarmName }) => AlarmName ?? []);
}
function ofAlarm({ Dimensions = [], Metrics = [] } = {}) {
    return [ofMetric({ Dimensions }), ...ofQueries(Metrics)];
}
function ofCustomized({ Dimensions = [], Metrics = [] } = {}) {
    return [ofMetric({ Dimensions }), ...ofQueries(Metrics)];
}
/** Load, scaling and capacity each have a metric, or two of them a pair (Auto Scaling API, PredictiveScalingMetricSpecification). */
function ofPredictive(specification) {
    const { PredefinedMetricPairSpecification: pair, PredefinedLoadMetricSpecification: load, PredefinedScalingMetricSpecification: scaling, ...customized } = specification;
    const queries = [
        customized.CustomizedLoadMetricSpecification,
        customized.CustomizedScalingMetricSpecification,
        customized.CustomizedCapacityMetricSpecification,
    ].flatMap((one) => one?.MetricDataQueries ?? []);
    return [...[pair, load, scaling].flatMap((one) => ofLabel(one?.ResourceLabel)), ...ofQueries(queries)];
}
function ofQueries(queries) {
    return queries.map(({ MetricStat }) => ofMetric(MetricStat?.Metric));
}
function ofMetric({ Dimensions = [] } = {}) {
    const named = (dimension) => Dimensions.find(({ Name }) => Name === dimension)?.Value;
    return { targetGroup: named('TargetGroup'), loadBalancer: named('LoadBalancer') };
}
/** `app/NAME/ID/targetgroup/NAME/ID` (Auto Scaling API, PredefinedMetricSpecification: ResourceLabel). */
function ofLabel(label) {
    const [, loadBalancer, targetGroup] = /^(.+)\/(targetgroup\/.+)$/.exec(label ?? '') ?? [];
    return [{ targetGroup, loadBalancer }];
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/bound-policies.js




/**
 * The scaling policies that look at the requests of one target group: of one that gets none after the shift, or had none before
 * it. One that a group was copied with looks at the other's, and one of the whole load balancer at both.
 * @returns a sentence for each of the ways in which any is bound.
 */
async function remarksOnPolicies(aws, sides) {
    const [leaving, coming] = await Promise.all([policiesOf(aws, sides.blue), policiesOf(aws, sides.green)]);
    const { alarms, remarks } = await knownAlarms(aws, [...leaving, ...coming]);
    const policies = { blue: leaving, green: coming };
    const found = waysIn(sides).flatMap(({ of, to, what }) => {
        const bound = policies[of].filter((policy) => boundTo(watchedBy(policy, alarms), sides) === to);
        const names = bound.map(({ PolicyName }) => `"${PolicyName}"`).join(', ');
        const { group } = sides[of];
        return bound.length === 0 ? [] : [`Scaling policy ${names} of "${group}" follows the requests of ${what}`];
    });
    return [...remarks, ...found];
}
function waysIn(sides) {
    const [blue, green] = [`"${sides.blue.group}"`, `"${sides.green.group}"`];
    const all = `both ${blue} and ${green}, or of their whole load balancer`;
    const none = 'which gets none once they are shifted';
    return [
        { of: 'blue', to: 'blue', what: `its target group, ${none}: it scales ${blue} in then.` },
        { of: 'blue', to: 'all', what: `${all}: it scales ${blue} by them, ${none}.` },
        {
            ...{ of: 'green', to: 'green' },
            what: `its target group, which gets none before they are shifted: ${green} is held at its size meanwhile.`,
        },
        { of: 'green', to: 'all', what: `${all}: ${green}, which gets none yet, is held at its size meanwhile.` },
        {
            ...{ of: 'green', to: 'blue' },
            what: `the target group of ${blue}, ${none}: it scales ${green} in while that serves them. Bind it to the target group of ${green}.`,
        },
        {
            ...{ of: 'blue', to: 'green' },
            what: `the target group of ${green}, which gets them all once they are shifted: it scales ${blue}, which gets none then. Bind it to the target group of ${blue}.`,
        },
    ];
}
async function policiesOf(aws, { group }) {
    const found = [];
    let page;
    do {
        const order = { AutoScalingGroupName: group, ...(page && { NextToken: page }) };
        const answer = await aws.autoScaling.send(new DescribePoliciesCommand/* DescribePoliciesCommand */.d(order));
        found.push(...(answer.ScalingPolicies ?? []));
        page = answer.NextToken;
    } while (page);
    return found;
}
/** These are remarks alone: a role that may not ask for alarms rolls out all the same, and is told what it does not know. */
async function knownAlarms(aws, policies) {
    try {
        return { alarms: await alarmsBehind(aws, policies), remarks: [] };
    }
    catch (error) {
        if ((0,retry/* failureKind */.zU)(error) !== 'refused')
            throw error;
        const unknown = `Which requests step and simple scaling policies follow is not known, for AWS does not tell of their alarms (cloudwatch:DescribeAlarms): ${(0,failure/* messageOf */.bD)(error)}`;
        const alarms = new Map();
        return { alarms, remarks: [unknown] };
    }
}
function boundTo(watched, { blue, green, rule }) {
    const sees = ({ targetGroup }) => watched.some((one) => one.targetGroup === labelOf(targetGroup));
    const balancer = balancerOf(rule);
    const seesAll = watched.some(({ targetGroup, loadBalancer }) => !targetGroup && loadBalancer === balancer);
    if (seesAll || (sees(blue) && sees(green)))
        return 'all';
    if (sees(blue))
        return 'blue';
    return sees(green) ? 'green' : undefined;
}
/** `…:targetgroup/NAME/ID` is `targetgroup/NAME/ID` to CloudWatch. */
function labelOf(targetGroup) {
    return targetGroup.slice(targetGroup.indexOf(':targetgroup/') + 1);
}
/** `…:listener-rule/app/NAME/ID/LISTENER/RULE` is one of `app/NAME/ID`. */
function balancerOf(rule) {
    return /:listener-rule\/([^/]+\/[^/]+\/[^/]+)\//.exec(rule)?.[1];
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/foreword.js





/** Tells what whoever rolls out should know of a group, its release and what the step has asked for, before the first change. */
async function tellForeword(aws, log, { view, release }, { plan, acceptsAlarm, newest }) {
    const { notes, warnings } = (0,remarks/* remarksOn */.r)(view, release.plan.strategy);
    const policies = release.sides ? await remarksOnPolicies(aws, release.sides) : [];
    const leftOut = await (0,launched_instead/* remarksOnLaunched */.pU)(aws, view, release, newest);
    const unused = remarkOnPlan({ ...plan, ...(acceptsAlarm && { alarms: [] }) }, release);
    if (unused !== undefined)
        log.warning(unused, 'Earlier plan');
    for (const remark of await (0,way_back/* remarksOnWayBack */.j)(aws, release))
        log.warning(remark, 'Way back');
    for (const remark of leftOut)
        log.warning(remark, 'Launch template');
    for (const remark of policies)
        log.warning(remark, 'Scaling policies');
    for (const note of notes)
        log.info(note);
    for (const warning of warnings)
        log.warning(warning, 'Health checks');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/src/rollout/gate/run-command.js + 4 modules
var run_command = __webpack_require__(4245);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/gate/scripts.js
/**
 * How much of what a command says at last is kept. Of more the agent would keep the beginning, not the end (amazon-ssm-agent,
 * iohandler.go, MaximumPluginOutputSize: 2,400 bytes with its own words).
 */
const lastLines = 30;
const lastCharacters = 2000;
/** How long one request of a path may take. Seconds. */
const longestRequest = 10;
/**
 * By these exit codes the agent starts the machine anew, and then the script once more (Systems Manager user guide, "Handling reboots
 * when running commands"): a release command would run twice.
 */
const rebootCodes = { Linux: 194, Windows: 3010 };
function noReboot(code) {
    return `It asked for a reboot (exit code ${code}), after which it would run once more: that counts as failed.`;
}
/** What asks a gate on a machine. Its exit code says whether it has passed, its output ends with why not. */
function gateScript(gate, platform) {
    if (gate.kind === 'command')
        return commandScript(gate.command, platform, gate.timeout);
    const { path, port, timeout } = gate;
    const seconds = Math.ceil(timeout / 1000);
    return platform === 'Windows' ? askByPowerShell(path, port, seconds) : askByShell(path, port, seconds);
}
/**
 * What runs a command on a machine. The command travels in base64: neither a shell nor Systems Manager, which replaces
 * `{{ }}`, ever sees it as part of another text. What it says goes through a file, of which only the end is told. What runs for
 * longer than `timeout`, in milliseconds, is ended on Linux by the script itself, so that it is told what it has said until then.
 */
function commandScript(command, platform, timeout) {
    return platform === 'Windows' ? runByPowerShell(command) : runByShell(command, Math.ceil(timeout / 1000));
}
function runByShell(command, seconds) {
    return shell([
        'directory=$(mktemp -d) || exit 1',
        'trap \'rm -rf "$directory"\' EXIT',
        `printf %s ${base64(`${command}\n`)} | base64 -d > "$directory/command" || exit 1`,
        `deadline=$(($(date +%s) + ${seconds}))`,
        `limit="timeout -k 10 ${seconds}"`,
        // Without it there is the agent's own limit, which tells nothing.
        'command -v timeout > /dev/null || limit=',
        '$limit sh "$directory/command" > "$directory/output" 2>&1 < /dev/null',
        'code=$?',
        `tail -n ${lastLines} "$directory/output" | tail -c ${lastCharacters}`,
        `[ "$code" -eq 0 ] || [ "$(date +%s)" -lt "$deadline" ] || printf '\\n%s\\n' "It did not end within ${seconds} s."`,
        `[ "$code" -ne ${rebootCodes.Linux} ] || { printf '\\n%s\\n' "${noReboot(rebootCodes.Linux)}"; code=1; }`,
        'exit "$code"',
    ]);
}
/** Until the path is answered with 2xx or 3xx, for as long as the gate has time: the application may still be starting. */
function askByShell(path, port, seconds) {
    const request = `--max-time ${Math.min(longestRequest, seconds)} "http://127.0.0.1:${port}$path"`;
    return shell([
        `path=$(printf %s ${base64(path)} | base64 -d) || exit 1`,
        `deadline=$(($(date +%s) + ${seconds}))`,
        'while :; do',
        `  said=$(curl --fail --silent --show-error --globoff --noproxy '*' --output /dev/null ${request} 2>&1)`,
        '  code=$?',
        '  [ "$code" -eq 0 ] && exit 0',
        '  [ "$code" -eq 127 ] || [ "$(date +%s)" -ge "$deadline" ] && break',
        '  sleep 2',
        'done',
        `printf "%s\\n" "$said" | tail -c ${lastCharacters}`,
        'exit 1',
    ]);
}
/**
 * Of a script that ends by itself PowerShell says 0, whatever its last command said (about_PowerShell_exe, "-File"). What a program
 * writes to a standard error that is redirected is no failure of it (PowerShell/PowerShell, issue 10512).
 */
const endsAsItsLast = [
    '',
    'if (-not $?) {',
    '  if ($LASTEXITCODE) { exit $LASTEXITCODE }',
    "  if ($Error.Count -and $Error[0].FullyQualifiedErrorId -like 'NativeCommandError*') { exit 0 }",
    '  exit 1',
    '}',
    '',
].join('\n');
function runByPowerShell(command) {
    return powerShell([
        '$directory = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())',
        '$null = New-Item -ItemType Directory -Path $directory',
        "$command = Join-Path $directory 'command.ps1'",
        "$output = Join-Path $directory 'output.txt'",
        // With a byte order mark: without one Windows PowerShell reads a script in the machine's old code page.
        `[IO.File]::WriteAllBytes($command, [Convert]::FromBase64String('${base64(`\uFEFF${command}${endsAsItsLast}`)}'))`,
        '& powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File $command *> $output',
        '$code = $LASTEXITCODE',
        `$said = (Get-Content -Path $output -Tail ${lastLines}) -join [Environment]::NewLine`,
        `$said.Substring([Math]::Max(0, $said.Length - ${lastCharacters}))`,
        'Remove-Item -Recurse -Force -Path $directory',
        `if ($code -eq ${rebootCodes.Windows}) { '${noReboot(rebootCodes.Windows)}'; $code = 1 }`,
        'exit $code',
    ]);
}
function askByPowerShell(path, port, seconds) {
    return powerShell([
        `$path = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64(path)}'))`,
        `$deadline = (Get-Date).AddSeconds(${seconds})`,
        'do {',
        '  try {',
        `    $request = [Net.WebRequest]::Create('http://127.0.0.1:${port}' + $path)`,
        '    $request.AllowAutoRedirect = $false',
        '    $request.Proxy = $null',
        `    $request.Timeout = ${Math.min(longestRequest, seconds) * 1000}`,
        '    $request.GetResponse().Close()',
        '    exit 0',
        '  } catch {',
        '    $said = $_.Exception.Message',
        '  }',
        '  Start-Sleep -Seconds 2',
        '} while ((Get-Date) -lt $deadline)',
        '$said',
        'exit 1',
    ]);
}
function shell(lines) {
    return { document: 'AWS-RunShellScript', lines };
}
function powerShell(lines) {
    return { document: 'AWS-RunPowerShellScript', lines };
}
/** Letters, digits and `+/=`: nothing that a shell would read as anything but itself. */
function base64(text) {
    return Buffer.from(text, 'utf8').toString('base64');
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/gate/gatekeeper.js







/** A script ends by itself first, and says why; for that the agent gives it so much longer. Milliseconds. */
const lastWords = 30_000;
/**
 * Asks new machines what a plan's gate wants to know, and runs the release command on one of them. What was asked stands in
 * Systems Manager under a comment that names the release, so a later run finds it there; SendCommand has no token.
 */
class Gatekeeper {
    #ssm;
    #clock;
    /** Of machines whose agent listens. */
    #platforms = new Map();
    /** What became of the gate, by machine. */
    #answers = new Map();
    /** Machines of which nothing was sent before that this run does not know of. */
    #searched = new Set();
    #released = new Set();
    #isUnsure = false;
    #command;
    #missingSince;
    constructor({ ssm }, clock) {
        this.#ssm = ssm;
        this.#clock = clock;
    }
    /** The machines, once `recall` has seen them, with what the gate has found out about them, and what became of the release command. */
    async inspect(release, machines) {
        if (!(0,waves/* holdsMachines */.Nh)(release))
            return { machines };
        const command = release.command === 'begun' ? await this.#lookForCommand(release, machines) : {};
        if (release.direction !== 'forward')
            return { machines, ...command };
        const isHeld = (machine) => machine.stage === 'waiting' && !machine.isReleased && (0,matching/* runs */.Np)(machine, release.to);
        const held = machines.filter(isHeld).map(({ id }) => id);
        if (held.length > 0)
            await this.#look(release, held);
        const awaitsAgents = release.plan.gate.kind !== 'none' || release.command !== 'done';
        return {
            machines: machines.map((machine) => this.#describe(machine, awaitsAgents && isHeld(machine))),
            ...command,
        };
    }
    /** Marks the machines that our hook has let go; nothing is asked. */
    recall(machines) {
        if (this.#released.size === 0)
            return machines;
        return machines.map((machine) => (this.#released.has(machine.id) ? { ...machine, isReleased: true } : machine));
    }
    /** Asks the gate on these machines. One whose agent no longer listens is asked again when it does. */
    async ask(release, ids) {
        const { gate } = release.plan;
        if (gate.kind === 'none')
            return;
        for (const platform of ['Linux', 'Windows']) {
            const those = ids.filter((id) => (this.#platforms.get(id) ?? 'Linux') === platform);
            const script = gateScript(gate, platform);
            const order = { script, comment: commentOf(release, 'gate'), timeout: gate.timeout + lastWords };
            if (those.length > 0)
                await this.#send({ ...order, ids: those });
        }
    }
    /**
     * Sends the release command to this machine. It is never sent again: what the ledger says of it stands there before.
     * @returns whether it was sent; not so where its agent no longer listens.
     */
    async runCommand(release, id) {
        const { releaseCommand = '', progressDeadline } = release.plan;
        const script = commandScript(releaseCommand, this.#platforms.get(id) ?? 'Linux', progressDeadline);
        const timeout = progressDeadline + lastWords;
        const comment = commentOf(release, 'release-command');
        try {
            const commandId = await (0,run_command/* sendCommand */.S8)(this.#ssm, { ids: [id], script, comment, timeout });
            if (commandId !== undefined)
                this.#command = { commandId, requestedAt: this.#clock.now() };
            return true;
        }
        catch (error) {
            if (!isAbsent(error))
                throw error;
            this.#platforms.delete(id);
            return false;
        }
    }
    /** Our hook has let these go; another one may hold them still. */
    letGo(ids) {
        for (const id of ids)
            this.#released.add(id);
    }
    #describe(machine, isHeld) {
        const { state, detail } = this.#answers.get(machine.id) ?? {};
        if (state !== undefined && state !== 'undelivered') {
            return { ...machine, check: { state, ...(detail !== undefined && { detail }) } };
        }
        if (!isHeld || this.#platforms.has(machine.id))
            return machine;
        return { ...machine, check: { state: 'unreachable' }, trouble: 'its Systems Manager agent does not listen yet' };
    }
    async #look(release, held) {
        const { gate } = release.plan;
        if (gate.kind !== 'none') {
            await this.#search(release, held);
            await this.#refresh(held, gate.timeout);
        }
        if (gate.kind === 'none' && release.command === 'done')
            return;
        const unknown = held.filter((id) => !this.#answers.has(id) && !this.#platforms.has(id));
        if (unknown.length === 0)
            return;
        for (const [id, platform] of await (0,run_command/* listening */.u3)(this.#ssm, unknown))
            this.#platforms.set(id, platform);
    }
    /** What an earlier run has asked of these machines, or this one without hearing an answer. */
    async #search(release, held) {
        if (release.continues === undefined && !this.#isUnsure)
            return;
        const comment = commentOf(release, 'gate');
        for (const id of held.filter((one) => !this.#answers.has(one) && !this.#searched.has(one))) {
            const [newest] = (await (0,run_command/* invocationsOf */.Z4)(this.#ssm, { InstanceId: id })).filter((one) => one.comment === comment);
            if (newest && newest.state !== 'undelivered')
                this.#answers.set(id, newest);
            this.#searched.add(id);
        }
    }
    /** What has become of the checks that run. */
    async #refresh(held, timeout) {
        const running = held.map((id) => this.#answers.get(id)).filter((answer) => answer?.state === 'running');
        for (const CommandId of new Set(running.map((answer) => answer?.commandId ?? ''))) {
            for (const answer of await (0,run_command/* invocationsOf */.Z4)(this.#ssm, { CommandId })) {
                if (answer.state === 'undelivered')
                    this.#forget(answer.machineId);
                else
                    this.#answers.set(answer.machineId, answer);
            }
        }
        for (const id of held) {
            const answer = this.#answers.get(id);
            const isLost = answer && this.#clock.now() - answer.requestedAt > (0,run_command/* answersWithin */.xZ)(timeout);
            if (answer?.state === 'running' && isLost) {
                this.#answers.set(id, { ...answer, state: 'failed', detail: `It gave no answer in ${timeout / 1000} s.` });
            }
        }
    }
    async #send(order) {
        const { ids } = order;
        try {
            this.#note(order, await (0,run_command/* sendCommand */.S8)(this.#ssm, order));
        }
        catch (error) {
            if ((0,retry/* failureKind */.zU)(error) === 'unavailable')
                this.#becomeUnsure(ids);
            if (!isAbsent(error))
                throw error;
            // One machine without an agent fails the whole call (Systems Manager API, InvalidInstanceId).
            if (ids.length > 1)
                for (const id of ids)
                    await this.#send({ ...order, ids: [id] });
            else
                for (const id of ids)
                    this.#forget(id);
        }
    }
    #note({ ids, comment }, commandId) {
        if (commandId === undefined)
            this.#becomeUnsure(ids);
        else {
            const asked = { commandId, comment, state: 'running', requestedAt: this.#clock.now() };
            for (const machineId of ids)
                this.#answers.set(machineId, { ...asked, machineId });
        }
    }
    #becomeUnsure(ids) {
        this.#isUnsure = true;
        for (const id of ids)
            this.#searched.delete(id);
    }
    #forget(id) {
        this.#answers.delete(id);
        this.#platforms.delete(id);
    }
    /** By its comment, on whichever machine an earlier run has sent it to. */
    async #lookForCommand(release, machines) {
        const now = this.#clock.now();
        this.#command ??= await (0,run_command/* findCommand */.Zv)(this.#ssm, commentOf(release, 'release-command'), release.startedAt);
        if (!this.#command) {
            this.#missingSince ??= now;
            return { command: now - this.#missingSince > run_command/* hiddenAtMost */.xp ? 'unknown' : 'running' };
        }
        const { commandId: CommandId, requestedAt } = this.#command;
        const [invocation] = await (0,run_command/* invocationsOf */.Z4)(this.#ssm, { CommandId });
        const isThere = machines.some(({ id, stage }) => id === invocation?.machineId && stage !== 'leaving');
        const isLate = now - requestedAt > (0,run_command/* answersWithin */.xZ)(release.plan.progressDeadline);
        const command = commandState(invocation, isThere, isLate);
        const isAnswered = command === 'passed' || command === 'failed';
        return { command, ...(isAnswered && invocation?.detail !== undefined && { commandSays: invocation.detail }) };
    }
}
/** At most 100 characters (Systems Manager API, SendCommand). A release that carries on another one has its name. */
function commentOf({ group, number, continues = number }, what) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(group).digest('hex').slice(0, 8);
    const name = group.length <= 60 ? group : `${group.slice(0, 51)}-${digest}`;
    return `steadfleet ${name}/${continues} ${what}`;
}
/** "The managed node isn't in valid state": it has gone, or its agent has not reported yet. */
function isAbsent(error) {
    return error.name === 'InvalidInstanceId';
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/gate/hook-heartbeat.js


/**
 * Gives AWS a sign of life for machines that our launch hook holds (Auto Scaling API, RecordLifecycleActionHeartbeat). Without
 * it the hook's time-out would end the machine that a long release command runs on, or let an untested one serve, under the
 * eyes of a living run. Of a run that died it shall.
 */
class HookHeartbeat {
    #aws;
    /** Since when each machine may have waited, or when it last got a sign; milliseconds since the epoch. */
    #toldAt = new Map();
    #lookedAt;
    constructor(aws) {
        this.#aws = aws;
    }
    /** To those that have waited for half of the time-out, the first ones first, and no more than go between two looks. */
    async beat(observation) {
        const { now, group, release, superseded } = observation;
        const lookedAt = this.#lookedAt;
        this.#lookedAt = now;
        if (group.hook === undefined || superseded)
            return;
        this.#see(observation, lookedAt);
        const dueBefore = now - ((0,launch_hook/* hookTimeout */.xG)(release.plan) * 1000) / 2;
        const due = [...this.#toldAt].filter(([, toldAt]) => toldAt <= dueBefore);
        for (const [id] of due.slice(0, replace/* atOnce */.zd)) {
            await (0,launch_hook/* extendWait */.iU)(this.#aws, release, id);
            this.#toldAt.set(id, now);
        }
    }
    /** What did not wait at the look before waits since then at most, however long the runner has stood still meanwhile. */
    #see({ now, machines, release }, lookedAt) {
        const waiting = machines.filter(({ stage, isReleased }) => stage === 'waiting' && !isReleased);
        const held = new Set(waiting.map(({ id }) => id));
        for (const id of this.#toldAt.keys())
            if (!held.has(id))
                this.#toldAt.delete(id);
        // For how long a machine has waited already that an earlier run has launched, nobody knows.
        const toldAt = lookedAt ?? (release.continues === undefined ? now : Number.NEGATIVE_INFINITY);
        for (const id of held)
            if (!this.#toldAt.has(id))
                this.#toldAt.set(id, toldAt);
    }
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/group/observe.js + 10 modules
var observe = __webpack_require__(4549);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/other-locks.js
var other_locks = __webpack_require__(5733);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/shared-out.js


/**
 * One of two groups gets no release, alone or with a third, while one between both waits for a person with requests shared out: that release would
 * no longer be the newest, so nothing would give the requests back. `newest` are those of the ledgers that may tell of the group.
 * @throws {Failure} that names such a release, before anything is changed.
 */
async function requireNotSharedOut(aws, newest) {
    for (const release of newest) {
        if (release?.outcome !== 'needs-attention' || !release.sides)
            continue;
        const { blue, green } = release.sides;
        if (!(await isSharedOut(aws, release.sides)))
            continue;
        throw new failure/* Failure */.HR(`Release ${release.number} has left requests shared out between groups "${blue.group}" and "${green.group}". Take it back with "command: abort" first, or deploy to both with "strategy: two-group".`);
    }
}
/** A rule that is gone, or forwards no more, shares out nothing. */
async function isSharedOut(aws, sides) {
    const { blue = 0, green = 0 } = (await (0,two_group_sides/* findWeights */.Dc)(aws, sides)) ?? {};
    return blue > 0 && green > 0;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/alone.js




/**
 * Before anything is looked at: no rollout that is not this run's to end goes to any of these groups, or has left requests shared
 * out between one of them and another. `history` is that of the ledger that the claim will stand in, newest first.
 * @throws {Failure} that names such a rollout, and who is at it.
 */
async function requireNoOther(aws, groups, [newest], claiming) {
    const elsewhere = await (0,find_ledger/* newestElsewhere */.rp)(claiming.ledger, groups);
    const isSame = newest && (0,find_ledger/* groupsOf */.c1)(newest).every((group) => groups.includes(group));
    // What stands in this ledger a rollout to one group ends first; one to two groups finds its way by the weights of its own two.
    const isInTheWay = groups.length > 1 && !isSame;
    const unfinished = [...(isInTheWay ? [newest] : []), ...elsewhere].find((one) => one && one.outcome === undefined);
    if (unfinished)
        throw await refusalElsewhere(unfinished, claiming);
    // What the same groups have left is carried on from where it is.
    await requireNotSharedOut(aws, [...(isSame ? [] : [newest]), ...elsewhere]);
}
/**
 * Rollouts that share a group may stand in several ledgers (one to it alone, one between it and another, one between it and a third), so that
 * two runs may claim at the same moment. Each looks for others after its own claim, and what finds one gives its own up: one of
 * two does, at least.
 * @throws {Failure} that names the other one.
 */
async function requireAlone(release, claiming) {
    const { ledger } = claiming;
    const groups = (0,find_ledger/* groupsOf */.c1)(release);
    await referToLedger(groups, ledger);
    for (const other of await (0,find_ledger/* newestElsewhere */.rp)(ledger, groups)) {
        if (other.outcome !== undefined || (await isAbandoned(other, claiming)))
            continue;
        await alone_giveUp(release, ledger);
        throw refusal(other);
    }
}
/** Whoever goes to the second of two groups finds where a rollout between both stands. */
async function referToLedger(groups, ledger) {
    for (const group of groups) {
        if (group === ledger.group)
            continue;
        const other = ledger.beside(group);
        if (!(await other.askElsewhere()).includes(ledger.group))
            await other.referTo(ledger.group);
    }
}
/** A role that may delete nothing says that it ends here; what it was to carry on is carried on by the next run. */
async function alone_giveUp(release, ledger) {
    try {
        await ledger.giveUp(release);
    }
    catch (error) {
        if ((0,retry/* failureKind */.zU)(error) !== 'refused')
            throw error;
        const isOwn = release.continues === undefined;
        const because = 'Another run has claimed one of its groups at the same moment.';
        await ledger.update(isOwn
            ? { ...release, outcome: 'unchanged', reason: because, endedAt: release.heartbeatAt }
            : { ...release, rests: { kind: 'interrupted', because } });
    }
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/group/alarms.js + 1 modules
var group_alarms = __webpack_require__(3613);
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
const boot_allowance_launching = 60_000;
/**
 * How long its owner gives a machine to become healthy, where a load balancer's word counts: after that the group itself
 * replaces it. That begins once it is in service (Auto Scaling user guide, "Set the health check grace period").
 * @returns milliseconds; undefined where nobody has said it.
 */
function statedBootAllowance({ healthChecks, gracePeriod }) {
    const isBinding = healthChecks.some((check) => check === 'ELB' || check === 'VPC_LATTICE');
    return isBinding && gracePeriod > 0 ? Math.max(shortest, gracePeriod + boot_allowance_launching) : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/beginning/complete-plan.js





/** How many alarms AWS's own engine watches (Auto Scaling API, AlarmSpecification). */
const mostAlarms = 10;
/**
 * A plan with what only AWS can say, as it then stands in the ledger: which alarms are watched, and how long a machine may
 * boot where the plan does not say it; the deadline is longer than what good machines have needed. `history` is the group's, newest first.
 * @throws {Failure} for alarms that cannot be watched, or not all of them.
 */
async function completePlan(aws, group, plan, alarms, history) {
    const past = plan.bootAllowance === undefined ? pastBootAllowance(history) : undefined;
    const { bootAllowance = past ?? (await statedBy(aws, group)) } = plan;
    const watched = alarms ? await (0,group_alarms/* chooseAlarms */.s)(aws, plan.alarms, alarms) : plan.alarms;
    if ((0,heart_plan/* isRefresh */.y)(plan.strategy) && watched.length > mostAlarms) {
        throw new failure/* Failure */.HR(`AWS watches at most ${mostAlarms} alarms for the strategy "${plan.strategy}", and "alarms" and "alarm-tags" come to ${watched.length}: ` +
            `${watched.join(', ')}. Give fewer, or take the strategy "rolling".`);
    }
    // Machines that are known to need so long do not stand still meanwhile.
    const progressDeadline = Math.max(plan.progressDeadline, Math.round(1.25 * (past ?? 0)));
    return { ...plan, alarms: watched, progressDeadline, ...(bootAllowance !== undefined && { bootAllowance }) };
}
/** A launch hook of the owner holds machines before their grace period begins, and nothing says for how long it does rightly. */
async function statedBy(aws, group) {
    const stated = statedBootAllowance(group);
    if (stated === undefined)
        return undefined;
    const hooks = await (0,launch_hook/* launchHooks */.qZ)(aws, group.name);
    return hooks.every((name) => name === launch_hook/* hookName */.FE) ? stated : undefined;
}

// EXTERNAL MODULE: ./build/bundle/src/platform/input-types.js
var input_types = __webpack_require__(8534);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/traffic.js
var traffic = __webpack_require__(5875);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/launch-source.js
var launch_source = __webpack_require__(1022);
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
    requirePause(group, plan);
    requireReplaceable(group, plan);
    const { surge, unavailable } = (0,waves/* allowanceFor */.u6)(plan, desired);
    const room = plan.raiseMax ? surge : Math.min(surge, max - desired);
    if ((0,heart_plan/* isRefresh */.y)(plan.strategy) || desired === 0 || room + unavailable > 0)
        return;
    throw new failure/* Failure */.HR(`Group "${name}" is at its maximum (${max}), "raise-max" is false and "max-unavailable" leaves no machine to spare. ` +
        'Let the maximum be raised for the rollout, or give max-unavailable: 1.');
}
function requireRegistration(group) {
    if (!(0,traffic/* addsNoTargets */.Ck)(group))
        return;
    throw new failure/* Failure */.HR(`Group "${group.name}" has suspended AddToLoadBalancer, so no new machine would ever get requests. Resume it first.`);
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
    const { MinHealthyPercentage: least = 0, MaxHealthyPercentage: most = 0 } = (0,instance_refresh_refresh/* preferencesOf */.uc)(plan, desired);
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

// EXTERNAL MODULE: ./build/bundle/src/rollout/gate/left-out.js
var left_out = __webpack_require__(4542);
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

;// CONCATENATED MODULE: ./build/bundle/src/rollout/image/root-volumes.js



/**
 * What AWS asks of a group whose root volumes it is to replace (Auto Scaling user guide, "Replace root volumes during instance
 * refresh": requirements and limitations), said before anything is changed.
 * @param running what most of its machines were launched from
 * @throws {Failure} with what was found and what to do instead.
 */
async function requireReplaceableRoots({ ec2 }, view, running, imageId) {
    const { group } = view;
    const found = lackOf(group) ?? poolOf(view) ?? strayIn(view, running) ?? (await volumesOf(ec2, imageId));
    if (found === undefined)
        return;
    throw new failure/* Failure */.HR(`AWS replaces root volumes only ${found}, or take the strategy "rolling".`);
}
/** Auto Scaling API, LaunchTemplateOverrides: "ImageId". */
function lackOf({ name, policy }) {
    const overrides = policy?.LaunchTemplate?.Overrides ?? [];
    const nameless = overrides.filter(({ ImageId }) => ImageId === undefined).length;
    if (overrides.length > 0 && nameless === 0)
        return undefined;
    const found = policy
        ? `${nameless} of its ${overrides.length} overrides name no image`
        : 'it has no mixed instances policy';
    return `in a group with a mixed instances policy in which each override names its image; of "${name}", ${found}. Give it such a policy`;
}
function poolOf({ group, warm }) {
    return warm && `in a group without a warm pool, and "${group.name}" has one. Delete the pool first`;
}
/** One in standby counts as well. */
function strayIn({ group, machines }, running) {
    const isOf = (one, { templateId, version }) => one.templateId === templateId && one.version === version;
    const strays = machines
        .filter(({ stage }) => stage !== 'leaving')
        .filter((machine) => !(0,matching/* versionsOf */.x4)(running).some((one) => isOf(one, machine)))
        .map(({ id }) => id);
    if (strays.length === 0)
        return undefined;
    const what = `version ${running.version} of ${running.templateId}`;
    return `where all machines come from one version of the group's launch template, and of "${group.name}" ${strays.join(', ')} did not come from ${what}, as most did. Replace those first`;
}
async function volumesOf(ec2, imageId) {
    const devices = (await (0,image_by_id/* imageById */.o)(ec2, imageId))?.BlockDeviceMappings ?? [];
    const volumes = devices.filter(({ Ebs }) => Ebs !== undefined).length;
    return volumes > 1
        ? `by images with one volume, and ${imageId} has ${volumes}. Bake one with its root volume alone`
        : undefined;
}

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
                throw other_rules_refusal(side, name, rule);
        }
    }
}
function other_rules_refusal({ group, targetGroup }, name, rule) {
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

;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/other-targets.js


/**
 * Weights are relative to each other (ELBv2 API, TargetGroupTuple), so the hundred parts that the two groups share would change
 * the share of any other target group of the rule, for good.
 * @throws {Failure} that names one that gets requests, before anything is changed.
 */
async function requireNoOtherTargets(aws, { rule, blue, green }) {
    const own = [blue.targetGroup, green.targetGroup];
    const targets = await (0,two_group_sides/* targetsOf */.QR)(aws, rule);
    const other = targets.find(({ TargetGroupArn, Weight = 1 }) => !own.includes(TargetGroupArn) && Weight > 0);
    if (!other)
        return;
    throw new failure/* Failure */.HR(`Target group ${other.TargetGroupArn} gets requests by listener rule ${rule} as well (weight ${other.Weight ?? 1}), and would lose its share when those of "${blue.group}" are shifted to "${green.group}". ` +
        'Give it the weight 0 or a rule of its own first, or roll out with the strategy "blue-green".');
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/stickiness.js


/**
 * By the stickiness of a rule a client goes to the target group that its cookie names, whatever the weights are, and gets nothing but
 * 503 once nobody serves there (ELBv2 API, TargetGroupStickinessConfig). So the group that requests leave must serve as long.
 * @throws {Failure} with what to write, before anything is changed.
 */
async function requireTimeForSticky(aws, { rule, blue }, { soak, keepPrevious }) {
    const seconds = await (0,two_group_sides/* stickinessOf */.ET)(aws, rule);
    if (Math.max(soak, keepPrevious) >= seconds * 1_000)
        return;
    throw new failure/* Failure */.HR(`Listener rule ${rule} keeps a client with its target group for ${seconds} s (stickiness), but "${blue.group}" would be emptied ${Math.max(soak, keepPrevious) / 1_000} s after the last shift of requests, and those clients would get errors. ` +
        `Give keep-previous: ${written(seconds)}, or a soak as long, or turn the rule's stickiness off first.`);
}
/** As an input takes it. */
function written(seconds) {
    if (seconds % 3_600 === 0)
        return `${seconds / 3_600}h`;
    return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

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
/** The same where what runs was only given to a group without machines, so that nothing was asked of it before it served. */
async function beforeUnproven(aws, history, running) {
    const { imageId } = running;
    const brought = ({ outcome, to, from }) => to.imageId === imageId && from.imageId !== imageId && outcome;
    const first = history.find(brought);
    return first?.outcome === 'unproven' && (await (0,template/* isThere */.$B)(aws, first.from)) ? first.from : running;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/begin.js

















/**
 * What a run begins of its own: nothing where the group runs the image already; only what it launches, where that alone is wrong.
 * @throws {Failure} when the group is in other hands, or allows neither the plan nor the image.
 */
async function begin(history, wish, claiming) {
    const { claimant, clock, tell } = claiming;
    const { aws, view, pair, imageId, force, predict, undo, together } = wish;
    const [newest] = history;
    const { from: running, instanceTypes } = await (0,running_source/* runningSource */.l)(aws, view);
    const isDue = force || (0,first_of/* isLeft */.O)(newest, view) || (0,left_out/* toBeMadeUpFor */.G)(history, imageId, wish.plan);
    if (runsAlready(wish, running) && !isDue) {
        const instead = pair ? undefined : await (0,launched_instead/* launchedInstead */.ZF)(aws, view, running);
        return instead === undefined
            ? { kind: 'unchanged' }
            : beginToPoint(newest, wish, claiming, { from: running, instead });
    }
    await requireFree(wish, claiming, running);
    const plan = await completePlan(aws, view.group, wish.plan, wish.alarms, history);
    tellDeadline(plan, wish, tell);
    await requireFit(aws, imageId, instanceTypes);
    await requireNoFollowers(aws, view.group);
    const number = (newest?.number ?? 0) + 1;
    // Machines that stay, with another root volume, stay on their version, too.
    const keepsMachines = plan.strategy === 'replace-root-volume';
    const from = await goesBackTo(history, wish, claiming, running);
    const planned = keepsMachines ? withImage(from, imageId) : (0,template/* plannedSource */.a0)(from, imageId, view.group.name, number);
    const to = undo?.to ?? planned;
    const predicted = await (pair ? predict?.(plan, pair.blue, view) : predict?.(plan, view));
    const release = (0,first_of/* firstOf */.K)(newest, { view, from, to, plan, claimant, now: clock.now() });
    const also = {
        ...(pair && { sides: pair.sides }),
        ...(undo && { undoes: undo.undoes }),
        ...(together && { together }),
        ...(predicted !== undefined && { predicted }),
    };
    return { kind: 'own', release: { ...release, ...also } };
}
/** A deadline that is longer than it was asked to be is said, and one that is over long before a machine has to be healthy. */
function tellDeadline({ bootAllowance = 0, progressDeadline }, { plan }, tell) {
    const [boot, deadline] = [bootAllowance, progressDeadline].map((time) => `${Math.round(time / 1000)} s`);
    if (progressDeadline > plan.progressDeadline) {
        tell(`By past releases a machine of this group may boot for ${boot}, so progress-deadline is ${deadline} this time`);
    }
    else if (bootAllowance > 1.25 * progressDeadline) {
        tell(`By the group's health check grace period a machine may boot for ${boot}, but progress-deadline is over after ${deadline}. Give a longer one if good machines need it.`);
    }
}
/** The same versions: the image is named by the policy's overrides, each of them. */
function withImage(from, imageId) {
    const others = from.others?.map((other) => ({ ...other, imageId }));
    return { ...from, imageId, ...(others && { others }) };
}
/** What the way back leads to; where that is not what runs, it is said. */
async function goesBackTo(history, { aws, view, pair, plan, imageId }, { tell }, running) {
    if (pair || plan.strategy === 'replace-root-volume')
        return running;
    const isHeld = (0,first_of/* isLeft */.O)(history[0], view);
    if (!isHeld && !(0,left_out/* toBeMadeUpFor */.G)(history, imageId, plan))
        return running;
    const from = await (isHeld ? predecessorOf : beforeUnproven)(aws, history, running);
    if (from === running)
        return running;
    const { name } = view.group;
    const why = isHeld
        ? `Release ${history[0]?.number} has left "${name}" on ${running.imageId}`
        : `No release has proven ${running.imageId}, which "${name}" runs`;
    tell(`${why}: the way back leads past it to ${from.imageId}`);
    return from;
}
/** The next machine would run it as well, whichever of the group's templates it comes from. */
function runsAlready({ pair, view, imageId }, from) {
    const live = (0,running_source/* liveAmong */.x)((pair?.blue ?? view).machines);
    const isLaunched = (0,matching/* versionsOf */.x4)(from).every((version) => version.imageId === imageId);
    const isSource = pair ? live.length > 0 : isLaunched;
    return isSource && live.every((machine) => machine.imageId === imageId);
}
/** The machines run the image, but the next one would not: only what the group launches is put right. */
async function beginToPoint(newest, wish, claiming, { from, instead }) {
    const { view, imageId, together } = wish;
    const { claimant, clock, tell } = claiming;
    const plan = (0,beginning_repoint/* planToPoint */.d)(wish.plan);
    await requireFree({ ...wish, plan }, claiming, from);
    const makesVersions = (0,matching/* versionsOf */.x4)(from).some(({ isFloating }) => isFloating);
    if (makesVersions)
        await requireNoFollowers(wish.aws, view.group);
    const too = (0,launched_instead/* replacedToo */.LL)(view, from);
    tell(`Every machine of "${view.group.name}" runs ${imageId}, but the group launches ${instead}${too}`);
    const release = (0,first_of/* firstOf */.K)(newest, { view, from, to: from, plan, claimant, now: clock.now() });
    return { kind: 'own', release: { ...release, ...(together && { together }) } };
}
/** @throws {Failure} when the groups are in other hands, serve others as well, or do not allow the plan. */
async function requireFree(wish, claiming, running) {
    const { aws, view, pair, plan, undo, imageId } = wish;
    await requireNoOtherLocks(wish, claiming);
    if (pair)
        await requireNoOtherTargets(aws, pair.sides);
    if (pair)
        await requireNoOtherRules(aws, pair.sides);
    // Who undoes wants users off that image, cookies or not.
    if (pair && !undo)
        await requireTimeForSticky(aws, pair.sides, plan);
    for (const { group } of pair ? [pair.blue, view] : [view])
        requireFeasible(group, plan);
    if (plan.strategy === 'replace-root-volume')
        await requireReplaceableRoots(aws, view, running, imageId);
}
/** Of two groups neither is to be in other hands. */
async function requireNoOtherLocks({ aws, view, pair }, { tell }, own) {
    for (const { group } of pair ? [pair.blue, view] : [view])
        await (0,other_locks/* requireNoOtherLock */.I)(aws, group, tell, own);
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
    const claimed = newest && isOpen(newest, wish) ? await adopt(newest, wish, claiming) : await begin(history, wish, claiming);
    if (claimed.kind !== 'unchanged')
        await claim_take(claimed.release, claiming);
    return claimed;
}
/** Who a step is, from the context of its workflow. */
function claimantOf(workflow) {
    const { repository, runId, runAttempt, job, runnerName, runnerEnvironment, actor, sha, runUrl } = workflow;
    return { repository, runId, runAttempt, job, runnerName, runnerEnvironment, actor, commit: sha, runUrl };
}
/**
 * Writes a release into the ledger: from then on the group is this run's, for a lease.
 * @throws {Cancelled} before it is begun. @throws {Failure} when another run has taken a group of its own in another ledger meanwhile.
 */
async function claim_take(release, claiming) {
    const { ledger, fence, cancellation, onNumber } = claiming;
    // Here nothing has been written, so a clean-up has nothing to look for.
    (0,platform_cancellation/* refuseWhenAborted */.sJ)(cancellation);
    onNumber(release.number);
    await ledger.claim(release);
    fence.renew(release.heartbeatAt);
    await requireAlone(release, claiming);
    return release;
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

// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/ledger.js + 6 modules
var ledger_ledger = __webpack_require__(1720);
// EXTERNAL MODULE: ./build/bundle/src/platform/markdown.js
var markdown = __webpack_require__(6225);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/telling/end.js






/** How a release ended, or where it rests. `duration` in milliseconds. */
function describeEnd(release, duration, beside = {}) {
    const because = beside.because ?? (0,explain/* whyCutOff */.gn)(release);
    // A prediction is of a whole rollout that goes well.
    const isForeseen = release.outcome === 'succeeded' && release.continues === undefined;
    return {
        outcome: (0,explain/* endingOf */.z6)(release),
        reason: (0,explain/* explain */.WE)(release, { ...beside, because }),
        ...(because !== undefined && { because }),
        ...(release.reason !== undefined && { cause: release.reason }),
        ...(release.outcome === 'rolled-back' && release.undoes !== undefined && { isNotUndone: true }),
        imageId: release.to.imageId,
        previousImageId: (0,two_group_sides/* imageBefore */.Fi)(release),
        duration,
        ...(isForeseen && release.predicted !== undefined && { predicted: release.predicted }),
    };
}
/** A step that found nothing to do. `reason`: why, where it is not that every machine runs the image already. */
function unchangedEnd(group, imageId, duration, reason) {
    const usual = `Every machine of "${group}" runs ${imageId} already; nothing was changed.`;
    return { outcome: 'unchanged', reason: reason ?? usual, imageId, previousImageId: imageId, duration };
}
/** The end for the job summary. Where there was no release there are no images to name. */
function summarizeEnd(group, { outcome, reason, imageId, previousImageId, duration, predicted, seen, lastWords }) {
    const imageTable = [
        '| Image | Previous image | Time |',
        '| --- | --- | --- |',
        `| \`${imageId}\` | \`${previousImageId}\` | ${Math.round(duration / 1000)} s |`,
        '',
    ];
    return [
        `### ${(0,markdown/* literally */.D)(group)}: ${outcome}`,
        '',
        (0,markdown/* literally */.D)(reason),
        '',
        ...(imageId === '' ? [] : imageTable),
        ...(predicted && seen ? comparison(predicted, seen) : []),
        ...(lastWords ? [(0,last_words/* wordsInMarkdown */.s)(lastWords)] : []),
    ].join('\n');
}
/** What a rehearsal foresaw, beside what became of it. */
function comparison(predicted, seen) {
    const row = (what, name, unit = '') => `| ${what} | ${predicted[name]}${unit} | ${seen[name]}${unit} |`;
    const seconds = ({ duration }) => `${Math.round(duration / 1000)} s`;
    return [
        '| Until its end | Predicted | Actual |',
        '| --- | ---: | ---: |',
        `| Time | ${seconds(predicted)} | ${seconds(seen)} |`,
        row('Most machines at a time', 'peak'),
        row('Machines beyond the size', 'extraMachineMinutes', ' machine-minutes'),
        row('Fewest that served', 'leastServing'),
        '',
    ];
}
/** Which release this is, to be found again in the history. */
function introduce(release) {
    const { number, continues, direction, from, to, sides } = release;
    const origin = (0,launch_source/* isConfiguration */.Z)(from) ? `launch configuration ${from.templateId}` : `template version ${from.version}`;
    if ((0,beginning_repoint/* onlyPoints */.A)(release))
        return `Release ${number}: ${release.group} is to launch ${to.imageId} (${origin}) again`;
    const old = sides ? `${sides.imageId} in "${sides.blue.group}"` : `${from.imageId} (${origin})`;
    const fresh = sides ? `${to.imageId} in "${sides.green.group}"` : to.imageId;
    const isBack = direction === 'back';
    const carries = continues === undefined ? '' : `, ${isBack ? 'taking back' : 'carrying on'} ${continues}`;
    return `Release ${number}${carries}: ${isBack ? `${fresh} -> ${old}` : `${old} -> ${fresh}`}`;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/telling/meter.js
/**
 * Measures a rollout by what its looks see, until its end. What comes and goes between two looks it does not see, nor what
 * still answers its last requests after the last one.
 */
class Meter {
    #size;
    #peak = 0;
    #leastServing = Number.POSITIVE_INFINITY;
    /** Machines times milliseconds. */
    #extra = 0;
    #last = { at: 0, machines: 0, staying: 0 };
    /** One look: of two groups both count together, for both are billed. */
    look({ now, machines, pair, size }) {
        const all = pair ? [...machines, ...pair.blue.machines] : machines;
        // What others have put in standby is none of the rollout's.
        const seen = all.filter(({ stage, isKept }) => stage !== 'aside' || isKept);
        // As large as when it began: what others add meanwhile is extra, here as in a rehearsal.
        this.#size ??= pair ? pair.blue.group.desired : size;
        this.#count(now);
        const runs = (machine) => machine.stage !== 'leaving' || machine.isDraining === true;
        const running = unitsOf(seen, runs);
        this.#last = { at: now, machines: running, staying: unitsOf(seen, ({ stage }) => stage !== 'leaving') };
        this.#peak = Math.max(this.#peak, running);
        this.#leastServing = Math.min(this.#leastServing, this.#size, unitsOf(seen, ({ healthy }) => healthy));
    }
    /** @returns undefined when there was no look. */
    figures({ endedAt = this.#last.at, keptUntil, plan }, duration) {
        if (this.#size === undefined)
            return undefined;
        this.#count(endedAt);
        const kept = keptUntil === undefined ? 0 : Math.max(0, this.#last.staying - this.#size);
        const extraMachineMinutes = Math.round((this.#extra + kept * plan.keepPrevious) / 60_000);
        return { duration, peak: this.#peak, extraMachineMinutes, leastServing: this.#leastServing };
    }
    /** What was seen last stood until now. */
    #count(now) {
        const { at, machines } = this.#last;
        this.#extra += Math.max(0, machines - (this.#size ?? 0)) * Math.max(0, now - at);
        this.#last = { ...this.#last, at: now };
    }
}
function unitsOf(machines, counts) {
    return machines.reduce((sum, machine) => (counts(machine) ? sum + (machine.units ?? 1) : sum), 0);
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/find-sides.js
var find_sides = __webpack_require__(9987);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/deployment/session.js
















/** A step of a workflow at work on a group, or on two: which ledger it goes by, and how it claims a release and ends it. */
class Session {
    settings;
    /** That of the group, or of the two, whichever of those that tell of a group is gone on in. */
    ownLedger;
    /** What was the newest release when this run read the history, and what it has claimed since then. */
    #newest;
    #tools;
    #lastWords;
    constructor(settings) {
        const { step, aws, fence } = settings;
        const { clock, cancellation, log } = step;
        this.settings = settings;
        this.ownLedger = (0,find_ledger/* ledgerOf */.Xr)(aws, this.groups);
        this.#tools = {
            aws,
            clock,
            cancellation,
            ledger: this.ownLedger,
            fence,
            observer: new observe/* Observer */.n(aws, clock),
            gatekeeper: new Gatekeeper(aws, clock),
            hookHeartbeat: new HookHeartbeat(aws),
            tell: log.info,
            warn: (line) => log.warning(line, 'Changed meanwhile'),
            longestWait: Number.POSITIVE_INFINITY,
            hear: (words) => {
                this.#lastWords = words;
            },
        };
    }
    /** What it works with, as it is now. */
    get tools() {
        return this.#tools;
    }
    /** The group, or both of two. */
    get groups() {
        const { pair, group } = this.settings;
        return pair?.groups ?? [group];
    }
    /** The newest release that this run knows of, whichever group it went to. */
    get known() {
        return this.#newest;
    }
    /** All releases of the ledger that tells last of the group, the newest first: one of two groups shares it with the other. */
    async history() {
        const own = this.ownLedger;
        const found = this.settings.pair ? { ledger: own, history: await own.history() } : await (0,find_ledger/* findLedger */.zS)(own);
        this.goOnIn(found.ledger);
        [this.#newest] = found.history;
        return found.history;
    }
    /** The newest release of the group. */
    async newest() {
        return (0,find_ledger/* newestTo */.s4)(this.groups, await this.history());
    }
    /** From now on it claims in this ledger. */
    goOnIn(ledger) {
        this.#tools = { ...this.#tools, ledger };
    }
    /** One look at the group. @throws {Failure} when there is no such group. */
    look() {
        return this.#tools.observer.look(this.settings.group);
    }
    /** The two groups that a workflow names, or else that the newest release went between, if that counts. */
    pairIn([newest], ledgerCounts) {
        const known = ledgerCounts && newest?.sides ? (0,find_sides/* namesOf */.e)(newest.sides) : undefined;
        return this.settings.pair ?? known;
    }
    /** Rolls an image out, from a moment on that the time is told from. */
    async deploy(imageId, onNumber, startedAt, asked) {
        const claimed = await this.#claim(imageId, onNumber, asked);
        if (claimed.kind === 'unchanged')
            return this.unchanged(imageId, undefined, startedAt);
        return this.#finish(claimed.release, startedAt);
    }
    /** Claims the group for an image; what a dead run left to another goal is ended first. */
    async #claim(imageId, onNumber, asked = this.settings) {
        const { aws, tell, cancellation } = this.#tools;
        const { plan } = asked;
        for (;;) {
            const history = await this.#tools.ledger.history();
            const wish = await this.#wish(imageId, asked, history);
            const { view, pair } = wish;
            const claimed = await claim(history, wish, this.claiming(onNumber));
            if (claimed.kind === 'own') {
                const before = { plan, acceptsAlarm: wish.alarms?.acceptsAlarm === true, newest: history[0] };
                await tellForeword(aws, this.settings.step.log, { view, release: claimed.release }, before);
            }
            if (claimed.kind !== 'unchanged')
                this.#goOnWith(claimed.release, history[0]);
            if (claimed.kind !== 'rescue')
                return claimed;
            const { to, reason } = claimed.release;
            tell(`First ending the rollout of ${to.imageId} that was left unfinished. ${reason ?? ''}`.trim());
            const ended = await rollOut(claimed.release, this.#tools);
            this.#newest = ended;
            if (cancellation.aborted)
                return claimed;
            if (pair && ended.outcome === 'needs-attention')
                throw new failure/* Failure */.HR(this.describe(ended).reason);
        }
    }
    /** What is asked for, of groups as they are now. @throws {Failure} when another rollout has them. */
    async #wish(imageId, { plan, predict, undo }, history) {
        const { aws, clock, observer, tell } = this.#tools;
        const { group, alarms, together, force = false } = this.settings;
        const names = this.pairIn(history, undo !== undefined);
        const claiming = this.claiming(() => undefined);
        await requireNoOther(aws, names?.groups ?? [group], history, claiming);
        const pair = names && (await (0,find_sides/* findSides */.a)(aws, observer, names, { history, now: clock.now() }));
        const view = pair?.green ?? (await observer.look(group));
        const undone = history.find(({ number }) => number === undo?.undoes);
        const choice = alarms && { ...alarms, undoneSince: undone?.startedAt, tell };
        return { aws, view, pair, imageId, plan, predict, force, undo, together: together?.(imageId), alarms: choice };
    }
    async end(release, claiming) {
        const startedAt = this.#tools.clock.now();
        if (!release)
            return undefined;
        await this.#requireNoOtherLocks(release);
        this.#goOnWith(await claim_take(release, claiming), this.#newest);
        return this.#finish(release, startedAt);
    }
    /** What cut the run before off is told once, for it may cut this one off as well. */
    #goOnWith(release, newest) {
        this.#newest = release;
        const why = newest && (0,explain/* whyCutOff */.gn)(newest);
        const isTold = why === undefined || release.reason?.includes(why);
        if (!isTold)
            this.#tools.tell(`Release ${newest?.number} was cut off: ${why}`);
    }
    /** @throws {Failure} when somebody else is changing what a release goes on with. */
    async #requireNoOtherLocks(release) {
        const { aws, observer, tell } = this.#tools;
        for (const name of (0,find_ledger/* groupsOf */.c1)(release)) {
            const { group } = await observer.look(name);
            await (0,other_locks/* requireNoOtherLock */.I)(aws, group, tell, release);
        }
    }
    async #finish(release, startedAt) {
        this.#tools.tell(introduce(release));
        const meter = new Meter();
        const ended = await rollOut(release, { ...this.#tools, meter });
        const { ledger, tell, cancellation } = this.#tools;
        if (ended.outcome !== undefined && !cancellation.aborted)
            await (0,ledger_ledger/* keepShort */.Ei)(ledger, ended.number, tell);
        const end = this.describe(ended, startedAt);
        const seen = meter.figures(ended, end.duration);
        return { ...end, ...(seen && { seen }) };
    }
    /** How it ends where nothing was changed, and why. */
    unchanged(imageId, reason, startedAt = this.#tools.clock.now()) {
        return unchangedEnd(this.settings.group, imageId, this.#tools.clock.now() - startedAt, reason);
    }
    /** How a release ended, or where it stands. */
    describe(release, startedAt = release.startedAt, beside = {}) {
        const lastWords = this.#lastWords;
        return { ...describeEnd(release, this.#tools.clock.now() - startedAt, beside), ...(lastWords && { lastWords }) };
    }
    /** A release of this run; one between two groups may stand in the ledger of the other one. */
    async follow(number) {
        const isOurs = ({ claimant }) => claimant.runUrl === this.settings.step.workflow.runUrl;
        const own = await this.#tools.ledger.follow(number);
        if (own.release && isOurs(own.release))
            return own;
        await this.history();
        const found = await this.#tools.ledger.follow(number);
        return found.release && isOurs(found.release) ? found : { ...found, release: undefined };
    }
    /** What a claim is made with. */
    claiming(onNumber) {
        const { ledger, fence, clock, cancellation, tell } = this.#tools;
        const { step, hasEnded } = this.settings;
        const claimant = claimantOf(step.workflow);
        const isGone = hasEnded ?? (async (earlier) => (0,workflow_run.sameProcessIsGone)(earlier, claimant));
        return { ledger, fence, clock, cancellation, claimant, isGone, onNumber, tell };
    }
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/image/image.js
var image_image = __webpack_require__(4925);
// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/undo-target.js
var undo_target = __webpack_require__(7862);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/deployment/undo.js








/**
 * Goes back to what was healthy under traffic before: within seconds while its machines are kept, else by a rollout. An
 * unfinished rollout is aborted. Run again by the same run of a workflow it goes no further back.
 * @throws {Failure} when there is nothing to go back to.
 */
async function undo(session, onNumber) {
    const history = await session.history();
    const [newest] = history;
    const { aws, clock, observer } = session.tools;
    const claiming = session.claiming(onNumber);
    (0,undo_release/* requireToUndo */.tl)(history, session.groups);
    const isOpen = newest && (newest.outcome === undefined || newest.outcome === 'needs-attention');
    if (isOpen && newest.undoes === undefined)
        return abort(session, onNumber);
    if (newest && newest.outcome === undefined) {
        await requireAbandoned(newest, claiming);
        return session.end((0,carry_on/* carryOn */.R)(newest, claiming.claimant, clock.now()), claiming);
    }
    const already = newest && (0,undo_release/* undoneAlready */.Sn)(newest, claiming.claimant);
    if (already)
        return session.unchanged(already.imageId, already.reason);
    const names = session.pairIn(history, true);
    const pair = names && (await (0,find_sides/* findSides */.a)(aws, observer, names, { history, now: clock.now() }));
    const view = pair?.blue ?? (await session.look());
    const quick = await (0,undo_release/* quickUndo */.yr)(session.tools, history, view, pair, claiming);
    return quick ? session.end(quick, claiming) : byRollout(session, history, view, onNumber);
}
async function byRollout(session, history, view, onNumber) {
    const { aws, clock, tell } = session.tools;
    const { plan: own, hasOwnPlan = false, predict } = session.settings;
    const startedAt = clock.now();
    const { from } = await (0,running_source/* runningSource */.l)(aws, view);
    const { undoes, to } = (0,undo_target/* requireUndoTarget */.Dk)(history, from.imageId);
    const undone = history.find(({ number }) => number === undoes);
    const plan = (0,undo_release/* planBack */.NY)(own, hasOwnPlan, undone);
    tell(`Undoing release ${undoes}: no machine is kept for it, so ${to.imageId} is rolled out again`);
    const imageId = await (0,image_image/* resolveImage */.A)(session.tools, { imageId: to.imageId });
    // Of two groups the other one is rolled out to, and that may launch from a template of its own. Machines that stay keep theirs.
    const isOther = history[0]?.sides !== undefined || plan.strategy === 'replace-root-volume';
    const isThere = isOther ? undefined : await (0,undo_release/* stillThere */.Vk)(aws, from, to);
    const asked = { plan, predict, undo: { undoes, to: isThere } };
    return session.deploy(imageId, onNumber, startedAt, asked);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/deployment.js









/** The rollouts to one group, or between two, from one step of a workflow: what its commands do. */
class Deployment {
    #session;
    #afterwards;
    constructor(settings) {
        const session = new Session(settings);
        this.#session = session;
        this.#afterwards = new CleanUp({
            group: settings.group,
            tools: () => session.tools,
            follow: (number) => session.follow(number),
            describe: (release, startedAt, beside) => session.describe(release, startedAt, beside),
        });
    }
    /**
     * Rolls the image out and waits for the end.
     * @throws {Failure} when nothing was changed, and why.
     */
    async run(source, onNumber) {
        const { tools } = this.#session;
        const startedAt = tools.clock.now();
        return this.#session.deploy(await (0,image_image/* resolveImage */.A)(tools, source), onNumber, startedAt);
    }
    /** See {@link repair}. */
    repair(onNumber) {
        return repair(this.#session, onNumber);
    }
    /** See {@link resume}. */
    resume(onNumber) {
        return resume_resume(this.#session, onNumber);
    }
    /** See {@link abort}. */
    abort(onNumber) {
        return abort(this.#session, onNumber);
    }
    /** See {@link undo}. */
    undo(onNumber) {
        return undo(this.#session, onNumber);
    }
    /** All releases of the ledger that tells last of the group, the newest first. */
    history() {
        return this.#session.history();
    }
    /** Those of them that went to the group: the other one of two may have got some alone. */
    async releases() {
        return (0,find_ledger/* releasesTo */._Z)(this.#session.settings.group, await this.history());
    }
    /** A name without releases may be that of no group. @throws {Failure} when it is. */
    async requireGroup() {
        await this.#session.look();
    }
    /**
     * After a cancel: puts back what an unfinished release of this run has borrowed.
     * @returns undefined when there is nothing.
     */
    cleanUp(number, run) {
        return this.#afterwards.cleanUp(number, run);
    }
    /** How a run ended that something has cut off on its way; undefined when it had begun nothing, or had come to its end before. */
    cutOff(number, error, startedAt) {
        const { known: newest } = this.#session;
        return this.#afterwards.cutOff({ number, known: newest?.number === number ? newest : undefined, error, startedAt });
    }
    /** The end as a table for the job summary. */
    summarize(end) {
        return summarizeEnd(this.#session.settings.group, end);
    }
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
function turnBack({ outcome, endedAt: _, isStranded: __, command, ...unfinished }, claimant, now) {
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


/***/ })

};
