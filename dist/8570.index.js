export const id = 8570;
export const ids = [8570,3240,517];
export const modules = {

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

/***/ 3498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ unchangedEnd),
/* harmony export */   GA: () => (/* binding */ hasUndone),
/* harmony export */   h1: () => (/* binding */ summarizeEnd),
/* harmony export */   lA: () => (/* binding */ describeEnd),
/* harmony export */   o2: () => (/* binding */ introduce)
/* harmony export */ });
/* unused harmony export endingOf */
/* harmony import */ var _platform_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6225);
/* harmony import */ var _heart_launch_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1022);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6214);
/* harmony import */ var _ledger_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3240);
/* harmony import */ var _two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6182);
/* harmony import */ var _last_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4566);






/** How a release ended, or where it rests. `duration` in milliseconds. */
function describeEnd(release, duration) {
    // A prediction is of a whole rollout that goes well.
    const isForeseen = release.outcome === 'succeeded' && release.continues === undefined;
    return {
        outcome: endingOf(release),
        reason: explain(release),
        ...(release.reason !== undefined && { cause: release.reason }),
        imageId: release.to.imageId,
        previousImageId: (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__/* .imageBefore */ .Fi)(release),
        duration,
        ...(isForeseen && release.predicted !== undefined && { predicted: release.predicted }),
    };
}
/** A step that found nothing to do. `reason`: why, where it is not that every machine runs the image already. */
function unchangedEnd(group, imageId, duration, reason) {
    const usual = `Every machine of "${group}" runs ${imageId} already; nothing was changed.`;
    return { outcome: 'unchanged', reason: reason ?? usual, imageId, previousImageId: imageId, duration };
}
function endingOf({ outcome, rests }) {
    return outcome ?? (rests?.kind === 'paused' ? 'paused' : 'interrupted');
}
/** The end for the job summary. Where there was no release there are no images to name. */
function summarizeEnd(group, { outcome, reason, imageId, previousImageId, duration, predicted, lastWords }) {
    const foreseen = predicted === undefined ? '' : ` (predicted: ${Math.round(predicted / 1000)} s)`;
    const imageTable = [
        '| Image | Previous image | Time |',
        '| --- | --- | --- |',
        `| \`${imageId}\` | \`${previousImageId}\` | ${Math.round(duration / 1000)} s${foreseen} |`,
        '',
    ];
    return [
        `### ${(0,_platform_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .literally */ .D)(group)}: ${outcome}`,
        '',
        (0,_platform_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .literally */ .D)(reason),
        '',
        ...(imageId === '' ? [] : imageTable),
        ...(lastWords ? [(0,_last_words_js__WEBPACK_IMPORTED_MODULE_3__/* .wordsInMarkdown */ .s)(lastWords)] : []),
    ].join('\n');
}
/** Which release this is, to be found again in the history. */
function introduce({ number, continues, direction, from, to, sides }) {
    const origin = (0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_4__/* .isConfiguration */ .Z)(from) ? `launch configuration ${from.templateId}` : `template version ${from.version}`;
    const old = sides ? `${sides.imageId} in "${sides.blue.group}"` : `${from.imageId} (${origin})`;
    const fresh = sides ? `${to.imageId} in "${sides.green.group}"` : to.imageId;
    const isBack = direction === 'back';
    const carries = continues === undefined ? '' : `, ${isBack ? 'taking back' : 'carrying on'} ${continues}`;
    return `Release ${number}${carries}: ${isBack ? `${fresh} -> ${old}` : `${old} -> ${fresh}`}`;
}
/** The ends of a rollout between two groups that differ from those of one. */
function explainSides(release) {
    const { sides, to, reason = '', keptUntil } = release;
    if (!sides)
        return undefined;
    const { blue, green } = sides;
    const kept = keptUntil === undefined ? '' : ` "${blue.group}" keeps its size, and is billed, until ${(0,_ledger_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(keptUntil)}.`;
    const back = `"${blue.group}" gets every request again, and "${green.group}" is as it was.`;
    switch (endingOf(release)) {
        case 'succeeded':
            return `${undone(release)}"${green.group}" runs ${to.imageId} and gets every request; "${blue.group}" is idle.${kept}`;
        case 'rolled-back':
            return `${to.imageId} was taken back; ${back} Why: ${sentence(reason)} ${whatNext(release)}`;
        case 'aborted':
            return `The rollout of ${to.imageId} was taken back; ${back} Why: ${reason}`;
        case 'needs-attention':
            return (`The rollout of ${to.imageId} from "${blue.group}" to "${green.group}" waits for a person, and requests are shared out as listener rule ${sides.rule} says: ${sentence(reason)} ` +
                `Look at the activity history of both groups and at their targets' health. Then take it back with "command: abort"; or deploy what is right, which takes it back first.`);
        default:
            return undefined;
    }
}
function explain(release) {
    const ofSides = explainSides(release);
    if (ofSides !== undefined)
        return ofSides;
    const { group, from, to, reason = '' } = release;
    const backAgain = `every machine of "${group}" runs ${from.imageId} again`;
    switch (endingOf(release)) {
        case 'succeeded':
            return `${undone(release)}Every machine of "${group}" runs ${to.imageId}.${keptNote(release)}`;
        case 'unchanged':
            return reason || `Every machine of "${group}" runs ${to.imageId} already; nothing was changed.`;
        case 'unproven':
            return `${undone(release)}"${group}" has no machines: it will launch ${to.imageId}, but no machine has proven it. Let one start to see it work.`;
        case 'rolled-back':
            return `${to.imageId} was taken back; ${backAgain}. Why: ${sentence(reason)} ${whatNext(release)}`;
        case 'aborted':
            return `The rollout of ${to.imageId} was taken back; ${backAgain}. Why: ${reason}`;
        case 'needs-attention':
            return explainAttention(release);
        case 'paused':
            return explainPause(release);
        case 'interrupted':
            return explainInterruption(release);
    }
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
        'puts them back within seconds. The next deployment, or the scheduled "command: repair", terminates them.');
}
function explainAttention({ group, from, to, reason = '', direction }) {
    const look = `Look at the group's activity history and its targets' health.`;
    const machines = (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_5__/* .isMade */ .sX)(to) ? `with machines on it and on ${from.imageId}` : 'and no machine was replaced';
    return direction === 'hold'
        ? `The rollout of ${to.imageId} to "${group}" is on hold, ${machines}. ${sentence(reason)} ` +
            `${look} Then take it back with "command: abort", or deploy what is right.`
        : `"${group}" needs a person: its way back to ${from.imageId} leads nowhere. ${sentence(reason)} ` +
            `${look} Then try again with "command: abort", or deploy what is right.`;
}
/** The step's clean-up puts back what was borrowed, and then says in the ledger that nobody works on it. */
function explainInterruption(release) {
    const { rests, direction, undoes, retiresKept } = release;
    const isTakenBack = undoes === undefined && direction === 'forward' && !retiresKept;
    const borrowed = rests?.kind === 'interrupted'
        ? 'what it had borrowed is put back, and its machines serve.'
        : "what it has borrowed is put back next, by the step's clean-up.";
    const next = isTakenBack
        ? 'Run the same step again to finish it, or take it back with "command: repair", as its schedule would do.'
        : 'Finish it with "command: repair", as its schedule would do.';
    return `${whatWasCutOff(release)} was cut off on its way; ${borrowed} ${next}`;
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
function explainPause({ group, to, rests, wavesDone, plan }) {
    const until = rests?.kind === 'paused' ? (0,_ledger_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .L)(rests.until) : '';
    return (`The rollout of ${to.imageId} to "${group}" is paused after wave ${plan.pauseAfter ?? wavesDone} of ${plan.waves.length}, and its settings are put back. ` +
        `Go on with "command: resume", or take it back with "command: abort". After ${until} the scheduled "command: repair" takes it back.`);
}


/***/ }),

/***/ 8570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   undoneTogether: () => (/* binding */ undoneTogether)
/* harmony export */ });
/* harmony import */ var _platform_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(517);
/* harmony import */ var _telling_end_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3498);


/**
 * Which groups of a release are undone with it: those that have not moved on since, without those that it has left as they
 * were, and those that an undo which was cut off has been through already. Once all are undone, another undo goes further
 * back in each, but for one by the same run of a workflow, started again: that finds what it has done already.
 */
function undoneTogether({ name }, all, own) {
    const present = all.filter(({ release }) => release?.together?.name === name);
    const undone = present.filter(({ release }) => release && (0,_telling_end_js__WEBPACK_IMPORTED_MODULE_1__/* .hasUndone */ .GA)(release));
    const left = present.filter((newest) => !undone.includes(newest) && !isLeftAsItWas(newest));
    const isAgain = undone.some(({ release }) => release && (0,_platform_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__.isSameRun)(release.claimant, own));
    const found = left.length > 0 ? left : isAgain ? undone : present;
    return found.map(({ group }) => group);
}
/** What was rolled back, or aborted, has changed nothing in the end. An undo that was, is still to be done. */
function isLeftAsItWas({ release }) {
    return release?.undoes === undefined && (release?.outcome === 'rolled-back' || release?.outcome === 'aborted');
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
