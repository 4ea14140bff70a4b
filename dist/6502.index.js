export const id = 6502;
export const ids = [6502,3240,517];
export const modules = {

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

/***/ 517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hasEnded: () => (/* binding */ hasEnded),
/* harmony export */   isOver: () => (/* binding */ isOver),
/* harmony export */   isSameRun: () => (/* binding */ isSameRun),
/* harmony export */   sameProcessIsGone: () => (/* binding */ sameProcessIsGone)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);

/**
 * Whether an earlier process is known to have ended, so that nobody needs to wait for its lease. False when it lives, and
 * when nobody knows.
 */
async function hasEnded(earlier, own, access) {
    if (sameProcessIsGone(earlier, own))
        return true;
    // A self-hosted runner that GitHub lost sight of may be at work all the same, its run given up.
    return earlier.runnerEnvironment === 'github-hosted' && (await isOver(earlier, access)) === true;
}
/**
 * Whether an earlier process of this very run must have ended, for this one could not run otherwise.
 * - A run is started again only when it is over (GitHub Actions documentation, "Re-running workflows and jobs").
 * - A runner has one job at a time, and a job one step at a time ("About self-hosted runners", "Workflow syntax").
 */
function sameProcessIsGone(earlier, own) {
    if (!isSameRun(earlier, own))
        return false;
    const attempts = Number(own.runAttempt) - Number(earlier.runAttempt);
    if (attempts > 0)
        return earlier.runnerEnvironment === 'github-hosted';
    return attempts === 0 && earlier.job === own.job && isSameRunner(earlier.runnerName, own.runnerName);
}
/** Whether both are of one run of a workflow, in whichever attempt: a run that is started again keeps its id. */
function isSameRun(one, other) {
    return one.repository === other.repository && one.runId === other.runId && isRealRun(one);
}
/** Old runners of GitHub's own all had one name: it tells nothing. */
function isSameRunner(one, other) {
    return one !== '' && one === other && one !== 'Hosted Agent';
}
/** Outside of a workflow there is neither: no two such processes belong together. */
function isRealRun({ repository, runId, runAttempt }) {
    return /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[1-9]\d*$/.test(runId) && /^[1-9]\d*$/.test(runAttempt);
}
/** Milliseconds that GitHub may take to answer. */
const timeout = 10_000;
/**
 * Asks GitHub whether an attempt of a run is over (REST API, "Get a workflow run attempt"; `actions: read`).
 * @returns undefined when it cannot say: never a reason to fail.
 */
async function isOver(run, access) {
    const { token, apiUrl, get, environment, tell } = access;
    if (!isRealRun(run))
        return undefined;
    const unknown = (why) => {
        tell(`Whether run ${run.runId} of ${run.repository} is over is not known: ${why}.`);
        return undefined;
    };
    if (!token)
        return unknown('there is no token to ask GitHub with');
    const url = new URL(`${apiUrl}/repos/${run.repository}/actions/runs/${run.runId}/attempts/${run.runAttempt}`);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' };
    try {
        const { status, body } = await get({ url, headers, timeout }, environment);
        if (status === 403 || status === 404)
            return unknown(`the token may not see it (needs "actions: read"; ${status})`);
        if (status !== 200)
            return unknown(`GitHub answered with status ${status}`);
        return JSON.parse(body).status === 'completed';
    }
    catch (error) {
        return unknown((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
    }
}


/***/ }),

/***/ 9644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ pinVersions),
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   JH: () => (/* binding */ remakeDeleted),
/* harmony export */   X: () => (/* binding */ deletedOf),
/* harmony export */   a0: () => (/* binding */ plannedSource),
/* harmony export */   dT: () => (/* binding */ imageOf),
/* harmony export */   kJ: () => (/* binding */ createVersions)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9106);
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5169);
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5840);
/* harmony import */ var _heart_launch_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1022);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6214);
/* harmony import */ var _launch_configuration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1317);






/** What is to be made for an image, from what runs: a new version of each template, or a copy of the configuration. */
function plannedSource(from, imageId, group, number) {
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_3__/* .isConfiguration */ .Z)(from))
        return { templateId: (0,_launch_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .configurationName */ .Sh)(group, number, imageId), imageId };
    const planned = ({ templateId }) => ({ templateId, imageId });
    return { ...planned(from), ...(from.others && { others: from.others.map(planned) }) };
}
/** Makes what launches the release's image. A repeated call gives the same versions. */
async function createVersions(aws, release) {
    const { from, to } = release;
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_3__/* .isConfiguration */ .Z)(from))
        return (0,_launch_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .copyConfiguration */ .UI)(aws, from, to);
    const made = [];
    for (const { templateId, imageId } of (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_4__/* .versionsOf */ .x4)(to)) {
        const source = (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_4__/* .versionsOf */ .x4)(from).find((one) => one.templateId === templateId) ?? from;
        made.push(await createVersion(aws, release, { ...source, templateId, imageId }));
    }
    return joined(made);
}
/** Makes what names the images which run, where the predecessor's versions, or its launch configuration, name another one or a parameter. */
async function pinVersions(aws, release) {
    const { from, group, number, continues: origin = number } = release;
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_3__/* .isConfiguration */ .Z)(from)) {
        const templateId = (0,_launch_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .configurationName */ .Sh)(group, origin, from.imageId);
        return (0,_launch_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .copyConfiguration */ .UI)(aws, from, { templateId, imageId: from.imageId });
    }
    const pinned = [];
    for (const version of (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_4__/* .versionsOf */ .x4)(from)) {
        const { pins = version.version } = version;
        pinned.push(version.isFloating ? { ...(await createVersion(aws, release, version)), pins } : version);
    }
    return joined(pinned);
}
/**
 * Makes anew what somebody has deleted of a source, from the other one of its release: the two differ in nothing but their image.
 * Machines that run what was deleted run what takes its place.
 * @returns undefined where what to make it from is missing as well.
 */
async function remakeDeleted(aws, release, source, like) {
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_3__/* .isConfiguration */ .Z)(source)) {
        return (await imageOf(aws, like)) === undefined ? undefined : (0,_launch_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .copyConfiguration */ .UI)(aws, like, source);
    }
    const made = [];
    for (const one of (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_4__/* .versionsOf */ .x4)(source)) {
        const isMissing = (await imageOf(aws, one)) === undefined;
        const copy = (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_4__/* .versionsOf */ .x4)(like).find(({ templateId }) => templateId === one.templateId);
        if (isMissing && (!copy || (await imageOf(aws, copy)) === undefined))
            return undefined;
        const { version = 0 } = copy ?? {};
        const pins = one.pins ?? one.version;
        const source = { ...one, version };
        made.push(isMissing ? { ...(await createVersion(aws, release, source, one.version)), pins } : one);
    }
    return joined(made);
}
/** The first of the versions that a source names which is not there any more, or its launch configuration. */
async function missingOf(aws, source) {
    const versions = (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_4__/* .versionsOf */ .x4)(source);
    const images = await Promise.all(versions.map((version) => imageOf(aws, version)));
    return versions[images.indexOf(undefined)];
}
/** The same in words, to go on after. */
async function deletedOf(aws, source) {
    const missing = await missingOf(aws, source);
    if (!missing)
        return undefined;
    const { templateId, version, imageId } = missing;
    const what = (0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_3__/* .isConfiguration */ .Z)(missing)
        ? `launch configuration "${templateId}"`
        : `version ${version} of launch template ${templateId}`;
    return `Somebody has deleted ${what}, which launches ${imageId}`;
}
/** Whether a group can be made to launch from this: nobody has deleted it. */
async function isThere(aws, source) {
    return (await missingOf(aws, source)) === undefined;
}
/** The image that a version names, or a launch configuration; undefined when there is no such thing, or it was never made. */
async function imageOf(aws, { templateId, version }) {
    if (version === undefined)
        return undefined;
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_3__/* .isConfiguration */ .Z)({ version }))
        return (await (0,_launch_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .findConfiguration */ .oN)(aws, templateId))?.ImageId;
    const order = { LaunchTemplateId: templateId, Versions: [String(version)] };
    try {
        const { LaunchTemplateVersions = [] } = await aws.ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_5__/* .DescribeLaunchTemplateVersionsCommand */ .P(order));
        return LaunchTemplateVersions[0]?.LaunchTemplateData?.ImageId ?? '';
    }
    catch (error) {
        if (/^InvalidLaunchTemplate/.test(error.name))
            return undefined;
        throw error;
    }
}
/**
 * A copy of a version with another ImageId, in place of one that is `gone`. The client token comes from the release and what is gone,
 * so a repeated call gives the same version (EC2 API, "Ensuring idempotency"), and never one that was deleted.
 */
async function createVersion({ ec2 }, { group, number, continues: origin = number }, { templateId, version, imageId }, gone) {
    const said = [group, origin, templateId, version, imageId, ...(gone === undefined ? [] : [gone])].join('\n');
    const answer = await ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_6__/* .CreateLaunchTemplateVersionCommand */ .B({
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


/***/ }),

/***/ 4542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ toBeMadeUpFor),
/* harmony export */   i: () => (/* binding */ leftOut)
/* harmony export */ });
/** What is done with new machines before they serve, in words that follow "nobody has". */
function askedBy({ releaseCommand, gate }) {
    return [
        ...(releaseCommand === undefined ? [] : ['run its release command']),
        ...(gate.kind === 'none' ? [] : ['asked its gate']),
    ];
}
/**
 * What a release had no machine to do on, so that machines which start by themselves serve without it, in words. Once its release
 * command has run, a machine had passed the gate as well: then nothing.
 */
function leftOut({ outcome, plan, command, isUndo }) {
    return outcome !== 'unproven' || isUndo || command === 'done' ? [] : askedBy(plan);
}
/**
 * The release that has given an image to a group without machines, so that what this plan asks of it was left out; undefined where
 * nothing was, or it was made up for.
 */
function toBeMadeUpFor(history, imageId, plan) {
    const ended = ({ outcome }) => outcome === 'succeeded' || outcome === 'unproven';
    const last = history.find((release) => release.to.imageId === imageId && ended(release));
    return last && leftOut(last).length > 0 && askedBy(plan).length > 0 ? last : undefined;
}


/***/ }),

/***/ 5091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ ofAddedTemplate),
/* harmony export */   t: () => (/* binding */ leaveForAdded)
/* harmony export */ });
/* harmony import */ var _changes_running_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4477);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6214);


/**
 * Machines of a launch template that somebody has given an override of the group meanwhile. They run neither what a release goes to
 * nor what it came from, so that each would be replaced by the next one of them.
 */
function ofAddedTemplate({ group, machines }, { from, to }) {
    const versions = [...(0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_1__/* .versionsOf */ .x4)(from), ...(0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_1__/* .versionsOf */ .x4)(to)];
    const known = new Set([group.template.id, ...versions.map(({ templateId }) => templateId)]);
    const added = new Set(group.launches.map(({ templateId }) => templateId).filter((id) => !known.has(id)));
    return (0,_changes_running_source_js__WEBPACK_IMPORTED_MODULE_0__/* .liveAmong */ .x)(machines).filter(({ templateId }) => added.has(templateId));
}
/** A person is asked then, before any of those machines is retired: whose image that is to be, nobody has said. */
function leaveForAdded(observation) {
    const { group, release } = observation;
    const { direction, reason = '' } = release;
    const [added] = direction === 'hold' ? [] : ofAddedTemplate(observation, release);
    if (added === undefined)
        return undefined;
    const why = `Somebody has given an override of "${group.name}" a launch template of its own meanwhile, ${added.templateId}, and machines come from that. Take the override out, or deploy again: the next rollout takes it in.`;
    if (direction === 'forward')
        return { direction: 'hold', reason: why };
    return { direction, outcome: 'needs-attention', reason: `${reason} ${why}`.trim() };
}


/***/ }),

/***/ 8272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   O: () => (/* binding */ isLeft)
/* harmony export */ });
/* harmony import */ var _size_size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1913);

/** A release of one's own, after the newest one in the ledger. What that one left to a person, surge and all, it inherits. */
function firstOf(newest, { view, now, ...beginning }) {
    const { group } = view;
    const left = surgeLeftBy(newest, view, now);
    const isMaxLeft = newest && left && (0,_size_size_js__WEBPACK_IMPORTED_MODULE_0__/* .hasOurMax */ .lb)({ group, release: { ...newest, surge: left }, now });
    return {
        ...beginning,
        number: (newest?.number ?? 0) + 1,
        group: group.name,
        startedAt: now,
        heartbeatAt: now,
        baseline: { desired: group.desired, max: isMaxLeft ? newest.baseline.max : group.max },
        suspended: [],
        ...(left && { surge: left }),
        ...(newest?.refresh && { refresh: { id: newest.refresh.id, kind: 'earlier' } }),
        wavesDone: 0,
        direction: 'forward',
    };
}
/** Whether the newest release was left to a person: the group may launch what is gone, or have surge that nobody needs. */
function isLeft(newest, { group }) {
    return newest?.outcome === 'needs-attention' && newest.group === group.name;
}
/** Of a release that is over: of its last change of size a read may not tell yet, so that what was surge looks like the size. */
function surgeLeftBy(newest, view, now) {
    if (newest?.surge === undefined || isLeft(newest, view))
        return newest?.surge;
    const isLate = newest.group === view.group.name && !(0,_size_size_js__WEBPACK_IMPORTED_MODULE_0__/* .isSettledBefore */ .VO)(newest.surge, now - _size_size_js__WEBPACK_IMPORTED_MODULE_0__/* .oldestRead */ .AS);
    return isLate ? newest.surge : undefined;
}


/***/ }),

/***/ 3240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isoTime),
/* harmony export */   lease: () => (/* binding */ lease)
/* harmony export */ });
/**
 * A run owns its group for a lease, which each sign of life renews. Half of it after the last one it changes nothing any
 * more; a while after its end others may take over. Milliseconds.
 */
const lease = { heartbeatEvery: 150_000, lasts: 900_000, staleAfter: 1_200_000 };
/** A time as a person reads it, in UTC, to the second. */
function isoTime(time) {
    return new Date(time).toISOString().replace(/\.\d+/, '');
}


/***/ }),

/***/ 3459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GA: () => (/* binding */ hasUndone),
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   gn: () => (/* binding */ whyCutOff),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/* harmony import */ var _beginning_repoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1231);
/* harmony import */ var _gate_left_out_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4542);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6214);
/* harmony import */ var _heart_waves_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4383);
/* harmony import */ var _ledger_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3240);





function endingOf({ outcome, rests }) {
    return outcome ?? (rests?.kind === 'paused' ? 'paused' : 'interrupted');
}
/** What cut the run of a release off, as far as the ledger says it. */
function whyCutOff({ rests }) {
    return rests?.kind === 'interrupted' ? rests.because : undefined;
}
/** For a person: what has happened, why, and what to do if anything is to be done. */
function explain(release, beside) {
    const explained = explainUnknownCommand(release) ?? explainSides(release) ?? explainGroup(release, beside);
    return `${explained}${commandNote(release)}`;
}
/** The ends of a rollout between two groups that differ from those of one. */
function explainSides(release) {
    const { sides, to, reason = '', keptUntil, direction } = release;
    if (!sides)
        return undefined;
    const { blue, green } = sides;
    const kept = keptUntil === undefined ? '' : ` "${blue.group}" keeps its size, and is billed, until ${(0,_ledger_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(keptUntil)}.`;
    const back = `"${blue.group}" gets every request again, and "${green.group}" is as it was.`;
    const [what, next] = direction === 'back'
        ? [`Taking ${to.imageId} back from "${green.group}" to "${blue.group}"`, 'try again']
        : [`The rollout of ${to.imageId} from "${blue.group}" to "${green.group}"`, 'take it back'];
    switch (endingOf(release)) {
        case 'succeeded':
            return `${undone(release)}"${green.group}" runs ${to.imageId} and gets every request; "${blue.group}" is idle.${kept}`;
        case 'rolled-back':
            return `${to.imageId} was taken back; ${back} Why: ${sentence(reason)} ${whatNext(release)}`;
        case 'aborted':
            return `The rollout of ${to.imageId} was taken back; ${back} Why: ${reason}`;
        case 'needs-attention':
            return (`${what} waits for a person, and requests are shared out as listener rule ${sides.rule} says: ${sentence(reason)} ` +
                `Look at the activity history of both groups and at their targets' health. Then ${next} with "command: abort"; or deploy what is right, which takes it back first.`);
        default:
            return undefined;
    }
}
/** It may have changed what the machines of both images work with, so whoever reads that all is as before must know it. */
function commandNote({ command, outcome, rests }) {
    if (outcome === 'succeeded' || rests?.kind === 'paused')
        return '';
    if (command === 'done')
        return ' The release command had run by then; what it did is not taken back.';
    if (command === 'failed')
        return ' Look at what its release command has left.';
    const isCutOff = command === 'begun' && outcome === undefined;
    return isCutOff ? ' The release command had begun; whether it ran to its end is seen when the rollout is ended.' : '';
}
function explainUnknownCommand({ group, to, direction, command, outcome, reason = '' }) {
    if (outcome !== 'needs-attention' || command !== 'unknown' || direction !== 'back')
        return undefined;
    return (`"${group}" needs a person: it is not known whether the release command of ${to.imageId} ran to its end. ` +
        `${sentence(reason)} Look at what it was to change, then deploy again.`);
}
function explainGroup(release, beside) {
    const { group, from, to, reason = '' } = release;
    const backAgain = `every machine of "${group}" runs ${from.imageId} again`;
    switch (endingOf(release)) {
        case 'succeeded':
            if ((0,_beginning_repoint_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyPoints */ .A)(release))
                return `Every machine of "${group}" ran ${to.imageId} already; the group launches it again, too.`;
            return `${undone(release)}Every machine of "${group}" runs ${to.imageId}.${keptNote(release)}`;
        case 'unchanged':
            return reason || `Every machine of "${group}" runs ${to.imageId} already; nothing was changed.`;
        case 'unproven':
            return `${undone(release)}"${group}" has no machines: it will launch ${to.imageId}, but no machine has proven it. ${howToProve(release)}`;
        case 'rolled-back':
            return `${to.imageId} was taken back; ${backAgain}. Why: ${sentence(reason)} ${whatNext(release)}`;
        case 'aborted':
            return `The rollout of ${to.imageId} was taken back; ${backAgain}. Why: ${reason}`;
        case 'needs-attention':
            return explainAttention(release);
        case 'paused':
            return explainPause(release);
        case 'interrupted':
            return explainInterruption(release, beside);
    }
}
/** Machines that start by themselves are in no rollout, so nothing is asked of them. */
function howToProve(release) {
    const left = (0,_gate_left_out_js__WEBPACK_IMPORTED_MODULE_2__/* .leftOut */ .i)(release);
    if (left.length === 0)
        return 'Let one start to see it work.';
    return (`Nobody has ${left.join(' or ')}: machines that start by themselves serve without that. Let one start, then deploy again: ` +
        'a new machine makes up for it before it serves, and replaces the one that has started.');
}
/** Whether a release that is over has taken its group back to what ran before the release that it undoes. */
function hasUndone({ undoes, outcome }) {
    return undoes !== undefined && (outcome === 'succeeded' || outcome === 'unproven');
}
function undone({ undoes }) {
    return undoes === undefined ? '' : `Release ${undoes} is undone. `;
}
function whatNext({ undoes, to }) {
    if (undoes === undefined)
        return 'Mend what is named there, then deploy again.';
    return `So release ${undoes} is not undone: ${to.imageId} does not work any more. Deploy an image that does, by its id.`;
}
/** The words of a machine, or of AWS, may end without a full stop. */
function sentence(words) {
    return /[.!?]$/.test(words) ? words : `${words}.`;
}
function keptNote({ keptUntil }) {
    if (keptUntil === undefined)
        return '';
    return (` The machines that it replaced wait in standby until ${(0,_ledger_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(keptUntil)}, billed as if they ran: "command: undo" ` +
        'puts them back within seconds, once they have left their load balancers (deregistration delay). The next deployment, or the scheduled "command: repair", terminates them.');
}
function explainAttention(release) {
    const { group, from, to, reason = '', direction, plan, isStranded } = release;
    if (isStranded)
        return `What is under way in "${group}" leads nowhere. ${sentence(reason)} It stays on what it launches now: deploy what is right.`;
    const look = `Look at the group's activity history and its targets' health.`;
    const isKeeping = plan.keepPrevious > 0 && (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_3__/* .isMade */ .sX)(to);
    const kept = isKeeping ? ' Whatever it has replaced so far waits in standby, billed; an abort puts that back.' : '';
    return direction === 'hold'
        ? `The rollout of ${to.imageId} to "${group}" is on hold, ${heldMachines(release)}.${kept} ${sentence(reason)}${surgeLeft(release)} ` +
            `${look} Then take it back with "command: abort", or deploy what is right.`
        : `"${group}" needs a person: its way back to ${from.imageId} leads nowhere. ${sentence(reason)} ` +
            `${look} Then try again with "command: abort", or deploy what is right.`;
}
/** At every end our hook goes, and what it holds with it (Auto Scaling API, DeleteLifecycleHook). */
function heldMachines(release) {
    const { from, to } = release;
    if (!(0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_3__/* .isMade */ .sX)(to))
        return 'and no machine was replaced';
    return (0,_heart_waves_js__WEBPACK_IMPORTED_MODULE_4__/* .holdsMachines */ .Nh)(release)
        ? `with what has come into service of it, and with machines on ${from.imageId}; new machines that had not passed are terminated`
        : `with machines on it and on ${from.imageId}`;
}
/** The step's clean-up puts back what was borrowed, and then says in the ledger that nobody works on it. */
function explainInterruption(release, { because, standing }) {
    const { direction, undoes, retiresKept } = release;
    const isTakenBack = undoes === undefined && direction === 'forward' && !retiresKept;
    const next = isTakenBack
        ? 'run the same step again to finish it, or take it back with "command: repair", as its schedule would do.'
        : 'finish it with "command: repair", as its schedule would do.';
    const what = `${whatWasCutOff(release)} was cut off on its way`;
    const stands = standing ?? borrowedBy(release);
    return because === undefined
        ? `${what}; ${stands} ${capital(next)}`
        : `${what}: ${sentence(because)} ${capital(stands)} Mend what cut it off, then ${next}`;
}
/** With a capital letter in front. */
function capital(words) {
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
function borrowedBy(release) {
    return release.rests?.kind === 'interrupted'
        ? `what it had borrowed is put back, and its machines serve.${surgeLeft(release)}`
        : "what it has borrowed is put back next, by the step's clean-up.";
}
function surgeLeft({ surge, baseline }) {
    const isMaxRaised = surge?.max !== undefined && surge.max !== baseline.max;
    const raisedMax = isMaxRaised ? `, and a maximum of ${surge.max} in place of ${baseline.max}` : '';
    return surge && surge.machines > 0
        ? ` Until it is ended, the group has ${surge.machines} more than its size of ${surge.from}${raisedMax}.`
        : '';
}
function whatWasCutOff({ group, from, to, direction, undoes, retiresKept }) {
    if (retiresKept)
        return `The clean-up of the machines kept in "${group}"`;
    if (undoes !== undefined)
        return `The undo of release ${undoes} of "${group}"`;
    return direction === 'back'
        ? `The way of "${group}" back to ${from.imageId}`
        : `The rollout of ${to.imageId} to "${group}"`;
}
function explainPause({ group, to, rests, wavesDone, plan, sides }) {
    const until = rests?.kind === 'paused' ? (0,_ledger_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(rests.until) : '';
    const isKeeping = plan.keepPrevious > 0 && !sides;
    const kept = isKeeping ? 'The machines that it has replaced wait in standby, billed as if they ran. ' : '';
    return (`The rollout of ${to.imageId} to "${group}" is paused after wave ${plan.pauseAfter ?? wavesDone} of ${plan.waves.length}, and its settings are put back. ${kept}` +
        `Go on with "command: resume", or take it back with "command: abort". After ${until} the scheduled "command: repair" takes it back.`);
}


/***/ }),

/***/ 6502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NY: () => (/* binding */ planBack),
/* harmony export */   Sn: () => (/* binding */ undoneAlready),
/* harmony export */   Vk: () => (/* binding */ stillThere),
/* harmony export */   ox: () => (/* binding */ undoPlan),
/* harmony export */   tl: () => (/* binding */ requireToUndo),
/* harmony export */   yr: () => (/* binding */ quickUndo)
/* harmony export */ });
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _platform_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(517);
/* harmony import */ var _changes_running_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4477);
/* harmony import */ var _changes_template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9644);
/* harmony import */ var _group_added_template_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5091);
/* harmony import */ var _heart_launch_source_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1022);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6214);
/* harmony import */ var _ledger_find_ledger_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3389);
/* harmony import */ var _ledger_first_of_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8272);
/* harmony import */ var _ledger_undo_target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7862);
/* harmony import */ var _telling_explain_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3459);
/* harmony import */ var _two_group_sides_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6182);












/**
 * A release that takes seconds, where what ran before the newest one is kept: the machines in standby, or the other one of two groups.
 * @returns undefined where nothing is kept, or only what has failed, or what the group could not be made to launch any more.
 */
async function quickUndo({ aws, tell }, history, view, pair, claiming) {
    const [newest] = history;
    if (!newest || (0,_ledger_undo_target_js__WEBPACK_IMPORTED_MODULE_6__/* .hasFailed */ .WN)(history, (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_8__/* .imageBefore */ .Fi)(newest)))
        return undefined;
    const kept = pair ? [] : keptFor(newest, view, claiming.clock.now());
    const fromStandby = kept.length > 0 ? await serveAgain(aws, newest, view, claiming) : undefined;
    const quick = pair ? await swapBack(aws, newest, pair, claiming) : fromStandby;
    if (!quick)
        return undefined;
    const what = pair ? 'requests go back to the other group' : whoServes(kept);
    tell(`Undoing release ${quick.undoes}: ${what}`);
    return quick;
}
/** How many serve again at once, and how many AWS does not give back yet (Auto Scaling API, ExitStandby). */
function whoServes(kept) {
    const draining = kept.filter(({ isDraining }) => isDraining).length;
    const ready = kept.length - draining;
    const [waits, serve] = ready === 1 ? ['machine that waits', 'serves'] : ['machines that wait', 'serve'];
    const again = `${ready} ${waits} in standby ${serve} again`;
    const leave = draining === 1 ? 'kept machine still leaves' : 'kept machines still leave';
    const later = `${draining} ${leave} the load balancers (deregistration delay), so new ones are launched meanwhile`;
    return [...(ready > 0 ? [again] : []), ...(draining > 0 ? [later] : [])].join('; ');
}
/** Machines of the newest release's predecessor that can serve again at once, or as soon as they have left the load balancers. */
function keptFor(newest, view, now) {
    const { outcome, keptUntil = 0, from } = newest;
    const isReady = ({ isKept, isStopped }) => isKept && !isStopped;
    // What comes from a template that neither knows, only a rollout takes in.
    const isOver = outcome !== 'succeeded' || keptUntil <= now || (0,_group_added_template_js__WEBPACK_IMPORTED_MODULE_4__/* .ofAddedTemplate */ .o)(view, newest).length > 0;
    return isOver ? [] : view.machines.filter((machine) => isReady(machine) && (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_9__/* .runs */ .Np)(machine, from));
}
/**
 * A release that puts kept machines back into service, and takes out the others.
 * @returns undefined where what they run is gone, and what it could be made of anew as well.
 */
async function serveAgain(aws, newest, view, { claimant, clock }) {
    const { from: to, to: from, plan, number, together } = newest;
    if (!(0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_9__/* .isMade */ .sX)(from) || !((await (0,_changes_template_js__WEBPACK_IMPORTED_MODULE_3__/* .isThere */ .$B)(aws, to)) || (await (0,_changes_template_js__WEBPACK_IMPORTED_MODULE_3__/* .isThere */ .$B)(aws, from))))
        return undefined;
    const release = (0,_ledger_first_of_js__WEBPACK_IMPORTED_MODULE_10__/* .firstOf */ .K)(newest, { view, from, to, plan: undoPlan(plan), claimant, now: clock.now() });
    return { ...release, undoes: number, isUndo: true, ...(together && { together }) };
}
/**
 * Of two groups: a release that shifts all requests back to the other one at once, while that is kept as large as it was.
 * @returns undefined when it is not kept any more, or does not run what it ran then.
 */
async function swapBack(aws, newest, { sides, green: view }, { claimant, clock }) {
    const { outcome, keptUntil = 0, sides: before, number } = newest;
    const now = clock.now();
    const isKept = outcome === 'succeeded' && keptUntil > now && before?.blue.group === view.group.name;
    const runsIt = view.machines.some(({ healthy, imageId }) => healthy && imageId === before?.imageId);
    if (!isKept || !runsIt)
        return undefined;
    const { from } = await (0,_changes_running_source_js__WEBPACK_IMPORTED_MODULE_2__/* .runningSource */ .l)(aws, view);
    const plan = { ...undoPlan(newest.plan), strategy: 'two-group' };
    const release = (0,_ledger_first_of_js__WEBPACK_IMPORTED_MODULE_10__/* .firstOf */ .K)(newest, { view, from, to: from, plan, claimant, now });
    return { ...release, sides, undoes: number, isUndo: true };
}
/** All at once, and nothing is asked or waited for: these machines have served users before. */
function undoPlan({ progressDeadline, onFailure }) {
    return {
        strategy: 'rolling',
        waves: [{ percent: 100 }],
        maxSurge: { percent: 100 },
        maxUnavailable: { machines: 0 },
        raiseMax: true,
        minReady: 0,
        soak: 0,
        gate: { kind: 'none' },
        alarms: [],
        progressDeadline,
        onFailure,
        keepPrevious: 0,
        suspend: [],
        pollInterval: 1_000,
    };
}
/**
 * How a release is rolled back where none of its machines is kept: as the step has it. Machines that it has left where they are, with
 * another root volume, stay there once more, with what they hold besides, unless the step says how they are to be replaced.
 */
function planBack(own, isAsked, undone) {
    if (isAsked || undone?.plan.strategy !== 'replace-root-volume')
        return own;
    const { strategy, waves, maxSurge, maxUnavailable } = undone.plan;
    return { ...own, strategy, waves, maxSurge, maxUnavailable };
}
/**
 * Two groups share a ledger, in which one alone may have got releases since: nothing of what both got together is undone before these.
 * @throws {Failure} that names the newest of them.
 */
function requireToUndo(history, groups) {
    const [newest] = history;
    const own = (0,_ledger_find_ledger_js__WEBPACK_IMPORTED_MODULE_5__/* .newestTo */ .s4)(groups, history);
    if (!newest || !own || newest === own)
        return;
    throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Release ${own.number} to "${groups.join('" and "')}" is no longer the newest: "${newest.group}" got release ${newest.number} since. Undo that first, with "group: ${newest.group}".`);
}
/**
 * What a group runs whose newest release has gone back already in this very run of a workflow, which may have been started
 * again: to go further back takes a run of its own. Undefined where that is not so.
 */
function undoneAlready(newest, own) {
    const { number, group, claimant, undoes, outcome, sides, from, to } = newest;
    const isBack = outcome === 'aborted' || outcome === 'rolled-back';
    if (!(0,_platform_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__.isSameRun)(claimant, own) || !((0,_telling_explain_js__WEBPACK_IMPORTED_MODULE_7__/* .hasUndone */ .GA)(newest) || (isBack && undoes === undefined)))
        return undefined;
    const imageId = isBack ? (sides?.imageId ?? from.imageId) : to.imageId;
    const reason = `Release ${undoes ?? number} is taken back already, by this very run: "${group}" runs ${imageId}. Nothing was changed. To go further back, undo in another run.`;
    return { imageId, reason };
}
/** The versions to go back to, if the group still launches from their templates and nobody has deleted or changed them. */
async function stillThere(aws, from, to) {
    const ids = (source) => (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_9__/* .versionsOf */ .x4)(source).map(({ templateId }) => templateId);
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_11__/* .isConfiguration */ .Z)(from) || (0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_11__/* .isConfiguration */ .Z)(to) || String(ids(from)) !== String(ids(to)))
        return undefined;
    const launches = async (version) => (await (0,_changes_template_js__WEBPACK_IMPORTED_MODULE_3__/* .imageOf */ .dT)(aws, version)) === version.imageId;
    const found = await Promise.all((0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_9__/* .versionsOf */ .x4)(to).map(launches));
    return found.every(Boolean) ? to : undefined;
}


/***/ })

};
