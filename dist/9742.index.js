export const id = 9742;
export const ids = [9742];
export const modules = {

/***/ 9742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Deployment: () => (/* binding */ Deployment)
});

// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/platform/workflow-run.js
var workflow_run = __webpack_require__(517);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/template.js
var template = __webpack_require__(9644);
// EXTERNAL MODULE: ./build/bundle/src/platform/aws-failure.js
var aws_failure = __webpack_require__(5588);
// EXTERNAL MODULE: ./build/bundle/src/platform/cancellation.js
var cancellation = __webpack_require__(2439);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/fleet.js
var heart_fleet = __webpack_require__(1065);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/matching.js
var matching = __webpack_require__(6214);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/plan.js
var plan = __webpack_require__(4450);
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
        (group.hook === undefined ? undefined : { kind: 'wait' }));
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
function repoint({ group }, version) {
    return (0,matching/* isMade */.sX)(version) && !(0,matching/* pointsAt */.DY)(group, version) ? { kind: 'point-at', version } : undefined;
}
/**
 * Ends what the warm pool has ready from anything but what the group launches now: the group would take that first. In a
 * pool TerminateInstanceInAutoScalingGroup is not valid (Auto Scaling API). What EC2 does not know yet, it cannot end.
 */
function renewWarm({ warm = [] }, version) {
    const stale = warm.filter((one) => one.stage !== 'leaving' && one.imageId !== '' && !(0,matching/* runs */.Np)(one, version));
    return stale.length > 0 ? { kind: 'retire-warm', ids: firstOf(stale) } : undefined;
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
    if (setbacks[0] !== undefined)
        return setbacks[0];
    return alarms[0] === undefined ? undefined : `Alarm "${alarms[0]}" is in ALARM.`;
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
    const { now, lastProgress, release } = observation;
    if (now - lastProgress < release.plan.progressDeadline || (0,heart_fleet/* isComplete */.As)(observation, fleet))
        return undefined;
    const seconds = Math.round(release.plan.progressDeadline / 1000);
    const what = `No machine on ${(0,waves/* goalOf */.ZZ)(release).imageId} became healthy within ${seconds} s (progress-deadline).`;
    return `${what} ${troublesOf(fleet.fresh)}`.trim();
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
    const verdict = observation.wantOfRoom ?? judge(observation, fleet);
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

;// CONCATENATED MODULE: ./build/bundle/src/rollout/instance-refresh/decide-refresh.js





/**
 * Decides the next move of a rollout that AWS's own engine carries out: we hold new machines for the gate, judge the image
 * as in any other rollout, and have AWS take it back. What AWS leaves undone, in either direction, our own loop does. AWS goes
 * back only to a version that names its image (Auto Scaling user guide, "Undo changes with a rollback"), so one is pinned first.
 */
function decideRefresh(observation) {
    const whole = asOneWave(observation);
    const { release, refresh } = whole;
    // The answer of its start was lost.
    if (refresh && refresh.id !== release.refresh?.id)
        return noteStart(refresh);
    if (release.direction !== 'forward')
        return goBack(whole);
    const fleet = (0,heart_fleet/* fleetOf */.aP)(whole);
    if (refresh?.status === 'Successful')
        return succeed(observation);
    const verdict = judge(whole, fleet);
    if (verdict)
        return turnBack(verdict.reason);
    if (refresh && !isActive(refresh)) {
        return turnBack(`AWS ended the instance refresh as ${refresh.status}: ${refresh.reason ?? 'it gave no reason'}`);
    }
    return (prepare(whole, fleet) ??
        (refresh ? undefined : launchFrom(whole, fleet, release.from)) ??
        hold(whole, fleet) ??
        letGo(whole, fleet) ?? { kind: refresh ? 'wait' : 'start-refresh' });
}
/** After a cancel AWS is asked to take the refresh back, which it does without us. */
function settleRefresh({ refresh }) {
    return refresh && isActive(refresh) && refresh.status !== 'RollbackInProgress'
        ? { kind: 'roll-back-refresh' }
        : undefined;
}
/** All of the plan's waves are AWS's checkpoints: to us there is one, as large as the group, that rests between them. */
function asOneWave(observation) {
    const { release } = observation;
    const { plan } = release;
    const whole = { percent: 100 };
    const progressDeadline = plan.progressDeadline + plan.soak;
    return {
        ...observation,
        release: { ...release, plan: { ...plan, waves: [whole], maxSurge: whole, raiseMax: true, progressDeadline } },
    };
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
    if (!refresh || !isActive(refresh))
        return decide(observation);
    const fleet = (0,heart_fleet/* fleetOf */.aP)(observation);
    const isGoingBack = refresh.status === 'RollbackInProgress' || refresh.status === 'Cancelling';
    return (isGoingBack ? letGo(observation, fleet) : { kind: 'roll-back-refresh' }) ?? { kind: 'wait' };
}
function hold({ group, release }, fleet) {
    const isNeeded = (0,waves/* holdsMachines */.Nh)(release) && (0,heart_fleet/* isLaunching */.o4)({ release }, fleet) && group.hook !== 'ABANDON';
    return isNeeded ? { kind: 'put-hook', otherwise: 'ABANDON' } : undefined;
}
function noteStart({ id }) {
    return { kind: 'note', changes: { refresh: { id, kind: 'ours' } } };
}
function turnBack(reason) {
    return { kind: 'note', changes: { direction: 'back', backOutcome: 'rolled-back', reason }, say: reason };
}
function isActive({ status }) {
    return ['Pending', 'InProgress', 'Baking', 'Cancelling', 'RollbackInProgress'].includes(status);
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
    const verdict = judgeBoth(observation, fleet);
    const sides = unpinned(pair.sides);
    const last = asResting(observation);
    if (verdict?.outcome)
        return rest(observation, fleet) ?? { kind: 'end', changes: { ...verdict, sides }, last };
    if (verdict)
        return { kind: 'note', changes: verdict, say: verdict.reason };
    if (release.direction === 'back')
        return decide_two_groups_goBack(observation, fleet);
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
/** Nobody is served by these: they go at once, and the group launches others in their place. */
function replaceAll({ stale }) {
    if (stale.length === 0)
        return undefined;
    return { kind: 'retire', machines: stale.slice(0, 20).map(({ id }) => ({ id, decrement: false })) };
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
        (group.hook === undefined ? undefined : { kind: 'wait' }));
}
/** Nobody wants back what was kept as large as it was, and nobody is served by it, or it is left alone. */
function shrinkKept({ pair: { sides, blue, weights }, release }) {
    const { green } = sides;
    const isServing = (weights.blue ?? 0) > 0;
    const shrunk = isServing
        ? undefined
        : ((0,two_group_hold/* resize */.XR)(blue.group, green.sizes) ?? endProtected(blue) ?? awaitProtected(blue));
    const what = isServing
        ? `"${blue.group.name}" gets requests again, so it keeps its size.`
        : `"${blue.group.name}", which was kept for an undo, is idle and small again; "${green.group}" runs ${release.to.imageId} as before.`;
    return shrunk ?? { kind: 'end', changes: { outcome: 'unchanged', reason: what } };
}
function decide_two_groups_goBack(observation, fleet) {
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
/** What green still runs of the new image goes: all of it where AWS makes it smaller, else others come in its place. */
function empty({ group }, fleet) {
    return fleet.stale.length > group.desired ? { kind: 'wait' } : replaceAll(fleet);
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
    const { changes, last = [] } = pair ? restsWith({ ...observation, pair }) : {};
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
    if ((0,two_group_sides/* isShifted */.QC)(release) && (0,two_group_hold/* inherit */.IL)({ ...observation, pair }))
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
    const isMoving = release.direction === 'forward' && (0,matching/* isMade */.sX)(release.to) && !(0,plan/* isRefresh */.y)(release.plan.strategy);
    const isKnown = pair ? (0,two_group_sides/* isShifted */.QC)(release) : (0,waves/* isProven */.nn)(release);
    return isMoving && !isKnown ? [{ kind: 'point-at', version: release.from }] : [];
}
function after_cancel_putBack(observation) {
    const { pair, release } = observation;
    if (pair)
        return settleTwoGroups({ ...observation, pair });
    const refresh = (0,plan/* isRefresh */.y)(release.plan.strategy) ? settleRefresh(observation) : undefined;
    return refresh ?? settle(observation, (0,heart_fleet/* fleetOf */.aP)(observation));
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
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/scheduled-actions.js
var scheduled_actions = __webpack_require__(737);
// EXTERNAL MODULE: ./build/bundle/src/rollout/instance-refresh/refresh.js + 2 modules
var instance_refresh_refresh = __webpack_require__(5714);
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
    const unwell = setback === undefined ? fresh.find(({ healthy }) => !healthy)?.id : (0,group_setbacks/* instanceIn */.D)(setback);
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




/** Want of capacity or quota: another zone may have it, or this one in a while (EC2 API, "Error codes"). */
const shortage = /Capacity|LimitExceeded|Quota|Unavailable|ServerError|Internal/i;
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
        if (!error)
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

// EXTERNAL MODULE: ./build/bundle/src/rollout/size/note-size.js
var note_size = __webpack_require__(9132);
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
    const machines = asked.machines + overshootIn(observation);
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
    const live = machines.filter(({ stage }) => stage !== 'leaving' && stage !== 'aside');
    const heaviest = live.reduce((most, { units = 1 }) => Math.max(most, units), 1);
    return Math.max(0, Math.min((0,heart_fleet/* unitsOf */.$J)(live) - group.desired, heaviest - 1));
}
function unitsIn({ machines }, ids) {
    return (0,heart_fleet/* unitsOf */.$J)(machines.filter(({ id }) => ids.includes(id)));
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/launch-configuration.js + 3 modules
var launch_configuration = __webpack_require__(1317);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/moves/point-at.js



/**
 * Somebody may have deleted the version meanwhile, which AWS allows of all but a template's default one: what ran before is made
 * anew, and without the new one the rollout turns back.
 */
async function pointAt(move, observation, tools) {
    const { aws, tell } = tools;
    const { release } = observation;
    try {
        await (0,act/* act */.Rb)(aws, observation, move);
        return release;
    }
    catch (error) {
        if (error.name !== 'ValidationError')
            throw error;
        const missing = await (0,template/* missingOf */.oy)(aws, move.version);
        if (!missing)
            throw error;
        const { templateId, version, imageId } = missing;
        const gone = `Somebody has deleted version ${version} of launch template ${templateId}`;
        const isNew = pointsAtNew(move, release);
        if (isNew && release.direction === 'forward') {
            const reason = `${gone}, which launches ${imageId}.`;
            tell(reason);
            return writeDown({ ...release, direction: 'back', backOutcome: 'rolled-back', reason }, tools);
        }
        const from = isNew ? undefined : await (0,template/* remakeDeleted */.JH)(aws, release);
        if (!from)
            throw error;
        tell(`${gone}, so it is made anew`);
        return writeDown({ ...release, from }, tools);
    }
}
function pointsAtNew({ version }, { to }) {
    return version.imageId === to.imageId && version.version === to.version;
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
        if (!/^InvalidLaunchTemplate/.test(error.name))
            throw error;
        const missing = await (0,template/* missingOf */.oy)(aws, release.from);
        if (!missing)
            throw error;
        const { version, templateId, imageId } = missing;
        const reason = `Somebody has deleted version ${version} of launch template ${templateId}, which the group launches ${imageId} from, so no other can be made of it. Point the group at a version that is there.`;
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
    if (move.isTheirs)
        tools.observer.retire(move.ids);
    const gate = move.isWarm ? tools.observer.warmGate : tools.gatekeeper;
    gate.letGo(move.ids);
    return observation.release;
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
    const missed = isMissing && (await (0,scheduled_actions/* beforeRest */.wv)(tools.aws, release, tools.clock.now()));
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
/** What AWS does not want to refresh, it says now (Auto Scaling API, StartInstanceRefresh); no machine was touched. */
async function start(observation, tools) {
    const { release } = observation;
    let id;
    try {
        id = await (0,instance_refresh_refresh/* startRefresh */.QY)(tools.aws, observation);
    }
    catch (error) {
        if (error.name !== 'ValidationError')
            throw error;
        const reason = `AWS refused the instance refresh: ${(0,failure/* messageOf */.bD)(error)}`;
        return writeDown({ ...release, direction: 'back', backOutcome: 'rolled-back', reason }, tools);
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
// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/claim.js + 8 modules
var claim = __webpack_require__(2799);
// EXTERNAL MODULE: ./build/bundle/src/rollout/undo.js
var undo = __webpack_require__(6846);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/retire-kept.js





/** Machines that a rollout has put in standby. */
function keptIn({ machines }) {
    return machines.filter(({ stage, isKept }) => stage === 'aside' && isKept);
}
/** A release of its own for what was kept and whose time is over; undefined while there is none. */
function retirement(newest, view, { claimant, clock }) {
    const now = clock.now();
    const { keptUntil = Number.POSITIVE_INFINITY, to, plan, sides } = newest;
    if (keptUntil > now || !(0,matching/* isMade */.sX)(to))
        return undefined;
    if (sides)
        return sizeDown(newest, claimant, now);
    if (keptIn(view).length === 0)
        return undefined;
    return { ...(0,claim/* firstOf */.Ku)(newest, { view, from: to, to, plan: (0,undo/* undoPlan */.ox)(plan), claimant, now }), retiresKept: true };
}
/** Of two groups the idle one was kept as large as it was: what the rollout has left out is done now. */
function sizeDown({ outcome: _, keptUntil: __, ...newest }, claimant, now) {
    return { ...(0,carry_on/* carryOn */.R)(newest, claimant, now), retiresKept: true };
}
/** The next move of such a release: nobody is served by these machines, and desired does not count them. */
function retireKept(observation) {
    const kept = keptIn(observation).slice(0, 20);
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
    const move = decided.kind === 'launch' ? ((0,note_size/* dropLaunches */.xH)(observation) ?? decided) : decided;
    if (move.kind === 'wait')
        return endTheirWaits(observation) ?? (0,note_size/* noteLoss */.Em)(observation) ?? move;
    return isTooEarly(move, observation) ? { kind: 'wait' } : move;
}
/** Machines that still drain into standby, but are to serve again, would stay there if it ended now. */
function isTooEarly(move, { machines }) {
    if (move.kind !== 'end')
        return false;
    const { outcome, keptUntil } = move.changes;
    const isLeft = outcome === 'needs-attention' || keptUntil !== undefined;
    return !isLeft && machines.some(({ isDraining, isKept }) => isDraining && isKept);
}
function moveByStrategy(observation) {
    const { pair, release } = observation;
    if (pair)
        return decideTwoGroups({ ...observation, pair });
    if (release.retiresKept)
        return retireKept(observation);
    return (0,plan/* isRefresh */.y)(release.plan.strategy) ? decideRefresh(observation) : decide(observation);
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
function refresh({ refresh: found }) {
    if (!found)
        return undefined;
    const line = `Waiting: AWS replaces the machines (instance refresh ${found.status}, ${found.percent} %)`;
    return { kind: `refresh ${found.status}`, line };
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
    const where = short.length > 0 ? `; it has none in ${short.join(', ')}` : '';
    return openWait('capacity', deadlineOf(observation), `AWS to launch ${missing} more${where} (progress-deadline)`);
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
function deadlineOf({ lastProgress, release: { plan } }) {
    return lastProgress + plan.progressDeadline;
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
    #hasWarned = false;
    constructor(listeners) {
        this.#listeners = listeners;
    }
    tell(observation, move) {
        const line = describeProgress(observation);
        if (line !== this.#line)
            this.#say(line, observation);
        this.#line = line;
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
    tend: (observation, { hookHeartbeat }) => hookHeartbeat.beat(observation),
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
            await tend(observation, tools);
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
            tools.tell(`AWS refused for now, looking again: ${(0,failure/* messageOf */.bD)(error)}`);
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
        const because = error instanceof cancellation/* Cancelled */.cJ ? undefined : (0,aws_failure/* briefly */.m_)(error);
        const end = this.#settings.describe(release, startedAt, { because });
        return superseded ? { ...end, reason: (0,aws_failure/* briefly */.m_)(error) } : end;
    }
}
function endIt(number) {
    return `End release ${number} with "command: repair".`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/bundle/src/rollout/gate/run-command.js + 4 modules
var run_command = __webpack_require__(4245);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/gate/scripts.js
/** How many lines of what a command says at last are kept; Systems Manager itself keeps the first 2,500 characters. */
const lastLines = 30;
/** How long one request of a path may take. Seconds. */
const longestRequest = 10;
/** What asks a gate on a machine. Its exit code says whether it has passed, its output ends with why not. */
function gateScript(gate, platform) {
    if (gate.kind === 'command')
        return commandScript(gate.command, platform);
    const { path, port, timeout } = gate;
    const seconds = Math.ceil(timeout / 1000);
    return platform === 'Windows' ? askByPowerShell(path, port, seconds) : askByShell(path, port, seconds);
}
/**
 * What runs a command on a machine. The command travels in base64: neither a shell nor Systems Manager, which replaces
 * `{{ }}`, ever sees it as part of another text. What it says goes through a file, of which only the end is told.
 */
function commandScript(command, platform) {
    return platform === 'Windows' ? runByPowerShell(command) : runByShell(command);
}
function runByShell(command) {
    return shell([
        'directory=$(mktemp -d) || exit 1',
        'trap \'rm -rf "$directory"\' EXIT',
        `printf %s ${base64(`${command}\n`)} | base64 -d > "$directory/command" || exit 1`,
        'sh "$directory/command" > "$directory/output" 2>&1 < /dev/null',
        'code=$?',
        `tail -n ${lastLines} "$directory/output" | tail -c 2000`,
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
        'printf "%s\\n" "$said" | tail -c 2000',
        'exit 1',
    ]);
}
function runByPowerShell(command) {
    return powerShell([
        '$directory = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())',
        '$null = New-Item -ItemType Directory -Path $directory',
        "$command = Join-Path $directory 'command.ps1'",
        "$output = Join-Path $directory 'output.txt'",
        // With a byte order mark: without one Windows PowerShell reads a script in the machine's old code page.
        `[IO.File]::WriteAllBytes($command, [Convert]::FromBase64String('${base64(`\uFEFF${command}`)}'))`,
        '& powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File $command *> $output',
        '$code = $LASTEXITCODE',
        `Get-Content -Path $output -Tail ${lastLines}`,
        'Remove-Item -Recurse -Force -Path $directory',
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
            // The script ends by itself first, and says why.
            const order = { script, comment: commentOf(release, 'gate'), timeout: gate.timeout + 30_000 };
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
        const script = commandScript(releaseCommand, this.#platforms.get(id) ?? 'Linux');
        const comment = commentOf(release, 'release-command');
        try {
            const commandId = await (0,run_command/* sendCommand */.S8)(this.#ssm, { ids: [id], script, comment, timeout: progressDeadline });
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
    /** When each machine was first seen to wait, or last got a sign; milliseconds since the epoch. */
    #toldAt = new Map();
    constructor(aws) {
        this.#aws = aws;
    }
    /** To those that have waited for half of the time-out, the first ones first, and no more than go between two looks. */
    async beat(observation) {
        const { now, group, release, superseded } = observation;
        if (group.hook === undefined || superseded)
            return;
        this.#see(observation);
        const dueBefore = now - ((0,launch_hook/* hookTimeout */.xG)(release.plan) * 1000) / 2;
        const due = [...this.#toldAt].filter(([, toldAt]) => toldAt <= dueBefore);
        for (const [id] of due.slice(0, replace/* atOnce */.zd)) {
            await (0,launch_hook/* extendWait */.iU)(this.#aws, release, id);
            this.#toldAt.set(id, now);
        }
    }
    #see({ now, machines, release }) {
        const waiting = machines.filter(({ stage, isReleased }) => stage === 'waiting' && !isReleased);
        const held = new Set(waiting.map(({ id }) => id));
        for (const id of this.#toldAt.keys())
            if (!held.has(id))
                this.#toldAt.delete(id);
        // For how long a machine has waited already that an earlier run has launched, nobody knows.
        const toldAt = release.continues === undefined ? now : Number.NEGATIVE_INFINITY;
        for (const id of held)
            if (!this.#toldAt.has(id))
                this.#toldAt.set(id, toldAt);
    }
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/group/observe.js + 12 modules
var observe = __webpack_require__(1872);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/other-locks.js
var other_locks = __webpack_require__(5733);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/remarks.js
var remarks = __webpack_require__(3147);
// EXTERNAL MODULE: ./build/bundle/src/rollout/image/image.js
var image_image = __webpack_require__(4925);
// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/find-ledger.js
var find_ledger = __webpack_require__(3389);
// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/ledger.js + 6 modules
var ledger_ledger = __webpack_require__(1720);
// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/undo-target.js
var undo_target = __webpack_require__(7862);
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
        await (0,claim/* requireAbandoned */.Aj)(newest, claiming);
    else if (now >= rests.until) {
        throw new failure/* Failure */.HR(`The rollout to group "${group}" was paused until ${(0,lease/* isoTime */.L)(rests.until)}. It is too late to resume it: take it back with "command: repair", then deploy again.`);
    }
    const rest = (0,carry_on/* carryOn */.R)(newest, claiming.claimant, now);
    const { pauseAfter: _, ...plan } = rest.plan;
    return { ...rest, plan: { ...plan, ...(expedite && { soak: 0 }) } };
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
        await (0,claim/* requireAbandoned */.Aj)(newest, claiming);
    return (0,carry_on/* turnBack */.zd)(newest, claiming.claimant, claiming.clock.now());
}
/** The release that ends what a dead run has left unfinished; undefined while somebody works on it, or may resume it. */
async function repaired(unfinished, claiming, tell) {
    if (await (0,claim/* isAbandoned */.zI)(unfinished, claiming))
        return (0,carry_on/* takeBack */.zH)(unfinished, claiming.claimant, claiming.clock.now());
    tell(`${(0,claim/* refusal */.x5)(unfinished).message} Nothing was changed.`);
    return undefined;
}

// EXTERNAL MODULE: ./build/bundle/src/platform/markdown.js
var markdown = __webpack_require__(6225);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/launch-source.js
var launch_source = __webpack_require__(1022);
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
        const seen = pair ? [...machines, ...pair.blue.machines] : machines;
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

// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/find-sides.js
var find_sides = __webpack_require__(9987);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/deployment.js
























/** The rollouts to one group, from one step of a workflow. */
class Deployment {
    #settings;
    #tools;
    #lastWords;
    #afterwards;
    /** What was the newest release when this run read the history, and what it has claimed since then. */
    #newest;
    constructor(settings) {
        const { step, aws, fence, group, pair } = settings;
        const { clock, cancellation, log } = step;
        this.#settings = settings;
        this.#tools = {
            aws,
            clock,
            cancellation,
            ledger: (0,find_ledger/* ledgerOf */.Xr)(aws, pair?.groups ?? [group]),
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
        this.#afterwards = new CleanUp({
            group,
            tools: () => this.#tools,
            follow: (number) => this.#follow(number),
            describe: (release, startedAt, beside) => this.describe(release, startedAt, beside),
        });
    }
    /**
     * Rolls the image out and waits for the end.
     * @throws {Failure} when nothing was changed, and why.
     */
    async run(source, onNumber) {
        const { clock } = this.#tools;
        const startedAt = clock.now();
        const imageId = await (0,image_image/* resolveImage */.A)(this.#tools, source);
        const claimed = await this.#claim(imageId, onNumber);
        if (claimed.kind === 'unchanged')
            return this.#unchanged(imageId, startedAt);
        return this.#finish(claimed.release, startedAt);
    }
    /**
     * Ends what a dead run has left unfinished, so that the group is whole again, and terminates what was kept long enough. What
     * waits for a person is told again, and is left alone.
     * @returns undefined when there is nothing to repair.
     */
    async repair(onNumber) {
        const newest = await this.newest();
        const { tell } = this.#tools;
        // Of a group that is not there, a schedule would find nothing to repair for ever.
        if (!newest)
            await this.requireGroup();
        if (!newest)
            return this.#leaveAsItIs();
        const claiming = this.#claiming(onNumber);
        if (newest.outcome === undefined)
            return this.#end(await repaired(newest, claiming, tell), claiming);
        if (newest.outcome === 'needs-attention')
            return this.#leaveToPerson(newest);
        const kept = newest.keptUntil === undefined ? undefined : retirement(newest, await this.#look(), claiming);
        return kept ? this.#end(kept, claiming) : this.#leaveAsItIs();
    }
    #leaveAsItIs() {
        this.#tools.tell(`There is nothing to repair in "${this.#settings.group}"; nothing was changed.`);
    }
    #leaveToPerson(release) {
        const end = this.describe(release, this.#tools.clock.now());
        return { ...end, reason: `${end.reason} Nothing was changed.`, endedBefore: true };
    }
    /** Goes on with a rollout that is paused, or that a dead run has left unfinished. @throws {Failure} when there is none. */
    async resume(onNumber) {
        const { group, expedite = false } = this.#settings;
        const newest = await this.newest();
        if (newest?.outcome === 'succeeded') {
            const reason = `There is nothing to resume in "${group}": release ${newest.number} has succeeded. Nothing was changed.`;
            return this.#unchanged(newest.to.imageId, this.#tools.clock.now(), reason);
        }
        const claiming = this.#claiming(onNumber);
        return this.#end(await resumed(newest, { group, expedite }, claiming), claiming);
    }
    /**
     * Takes back a rollout that is paused, on hold for a person, or left unfinished by a dead run.
     * @returns `unchanged` when there is none.
     * @throws {Failure} when somebody works on it.
     */
    async abort(onNumber) {
        const newest = await this.newest();
        if (!newest)
            await this.requireGroup();
        const claiming = this.#claiming(onNumber);
        const ended = await this.#end(await aborted(newest, claiming), claiming);
        const reason = `There is no unfinished rollout to "${this.#settings.group}" to abort; nothing was changed.`;
        return ended ?? this.#unchanged('', this.#tools.clock.now(), reason);
    }
    /**
     * Goes back to what was healthy under traffic before: within seconds while its machines are kept, else by a rollout. An
     * unfinished rollout is aborted. Run again by the same run of a workflow it goes no further back.
     * @throws {Failure} when there is nothing to go back to.
     */
    async undo(onNumber) {
        const history = await this.history();
        const [newest] = history;
        const { clock } = this.#tools;
        const claiming = this.#claiming(onNumber);
        const isOpen = newest && (newest.outcome === undefined || newest.outcome === 'needs-attention');
        if (isOpen && newest.undoes === undefined)
            return this.abort(onNumber);
        if (newest && newest.outcome === undefined) {
            await (0,claim/* requireAbandoned */.Aj)(newest, claiming);
            return this.#end((0,carry_on/* carryOn */.R)(newest, claiming.claimant, clock.now()), claiming);
        }
        const already = newest && (0,undo/* undoneAlready */.Sn)(newest, claiming.claimant);
        if (already)
            return this.#unchanged(already.imageId, clock.now(), already.reason);
        const pair = await this.#findSides(newest, true);
        const view = pair?.blue ?? (await this.#look());
        const quick = await (0,undo/* quickUndo */.yr)(this.#tools, history, view, pair, claiming);
        return quick ? this.#end(quick, claiming) : this.#undoByRollout(history, view, onNumber);
    }
    /** The newest release of the group. */
    async newest() {
        return (await this.history())[0];
    }
    /** All releases of the group, the newest first. */
    async history() {
        const { aws, ledger } = this.#tools;
        const found = await (0,find_ledger/* findLedger */.zS)(aws, ledger);
        this.#tools = { ...this.#tools, ledger: found.ledger };
        [this.#newest] = found.history;
        return found.history;
    }
    /** A name without releases may be that of no group. @throws {Failure} when it is. */
    async requireGroup() {
        await this.#look();
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
        const known = this.#newest?.number === number ? this.#newest : undefined;
        return this.#afterwards.cutOff({ number, known, error, startedAt });
    }
    /** How a release ended, or where it stands. */
    describe(release, startedAt = release.startedAt, beside = {}) {
        const lastWords = this.#lastWords;
        return { ...describeEnd(release, this.#tools.clock.now() - startedAt, beside), ...(lastWords && { lastWords }) };
    }
    /** The end as a table for the job summary. */
    summarize(end) {
        return summarizeEnd(this.#settings.group, end);
    }
    /** A release of this run; one between two groups may stand in the ledger of the other one. */
    async #follow(number) {
        const isOurs = ({ claimant }) => claimant.runUrl === this.#settings.step.workflow.runUrl;
        const own = await this.#tools.ledger.follow(number);
        if (own.release && isOurs(own.release))
            return own;
        await this.history();
        const found = await this.#tools.ledger.follow(number);
        return found.release && isOurs(found.release) ? found : { ...found, release: undefined };
    }
    /** Claims the group for an image; what a dead run left to another goal is ended first. */
    async #claim(imageId, onNumber, undo) {
        const { aws, observer, tell, cancellation } = this.#tools;
        const { group, plan, predict, alarms, together, force = false } = this.#settings;
        for (;;) {
            const history = await this.#tools.ledger.history();
            const found = await this.#findSides(history[0], undo !== undefined);
            const view = found?.green ?? (await observer.look(group));
            const choice = alarms && { ...alarms, tell };
            const wish = { aws, view, pair: found, imageId, plan, predict, force, undo, together, alarms: choice };
            const claimed = await (0,claim/* claim */.B7)(history, wish, this.#claiming(onNumber));
            if (claimed.kind === 'own')
                await this.#remark(view, claimed.release.plan, found?.sides);
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
            if (found && ended.outcome === 'needs-attention')
                throw new failure/* Failure */.HR(this.describe(ended).reason);
        }
    }
    async #remark(view, { strategy }, sides) {
        const { notes, warnings } = (0,remarks/* remarksOn */.r)(view, strategy);
        const policies = sides ? await remarksOnPolicies(this.#tools.aws, sides) : [];
        for (const remark of policies)
            this.#settings.step.log.warning(remark, 'Scaling policies');
        for (const note of notes)
            this.#tools.tell(note);
        for (const warning of warnings)
            this.#settings.step.log.warning(warning, 'Health checks');
    }
    async #undoByRollout(history, view, onNumber) {
        const { aws, clock, tell } = this.#tools;
        const startedAt = clock.now();
        const { from } = await (0,template/* runningSource */.lW)(aws, view);
        const { undoes, to } = (0,undo_target/* requireUndoTarget */.Dk)(history, from.imageId);
        tell(`Undoing release ${undoes}: no machine is kept for it, so ${to.imageId} is rolled out again`);
        const imageId = await (0,image_image/* resolveImage */.A)(this.#tools, { imageId: to.imageId });
        // Of two groups the other one is rolled out to, and that may launch from a template of its own.
        const isThere = history[0]?.sides ? undefined : await (0,undo/* stillThere */.Vk)(aws, from, to);
        const claimed = await this.#claim(imageId, onNumber, { undoes, to: isThere });
        return claimed.kind === 'unchanged'
            ? this.#unchanged(imageId, startedAt)
            : this.#finish(claimed.release, startedAt);
    }
    #look() {
        return this.#tools.observer.look(this.#settings.group);
    }
    /** Which of two groups serves: those that a workflow names, or else that the newest release went between, if that counts. */
    async #findSides(newest, ledgerCounts) {
        const { observer, aws } = this.#tools;
        const known = ledgerCounts && newest?.sides ? (0,find_sides/* namesOf */.e)(newest.sides) : undefined;
        const pair = this.#settings.pair ?? known;
        return pair && (0,find_sides/* findSides */.a)(aws, observer, pair, newest);
    }
    async #end(release, claiming) {
        const startedAt = this.#tools.clock.now();
        if (!release)
            return undefined;
        await this.#requireNoOtherLocks(release);
        this.#goOnWith(await (0,claim/* take */.s)(release, claiming), this.#newest);
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
        for (const name of release.sides ? (0,find_sides/* namesOf */.e)(release.sides).groups : [release.group]) {
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
    #unchanged(imageId, startedAt, reason) {
        return unchangedEnd(this.#settings.group, imageId, this.#tools.clock.now() - startedAt, reason);
    }
    #claiming(onNumber) {
        const { ledger, fence, clock, cancellation, tell } = this.#tools;
        const { step, hasEnded } = this.#settings;
        const claimant = (0,claim/* claimantOf */.Vk)(step.workflow);
        const isGone = hasEnded ?? (async (earlier) => (0,workflow_run.sameProcessIsGone)(earlier, claimant));
        return { ledger, fence, clock, cancellation, claimant, isGone, onNumber, tell };
    }
}


/***/ })

};
