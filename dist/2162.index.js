export const id = 2162;
export const ids = [2162,3240];
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


/***/ }),

/***/ 2162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   historyLines: () => (/* binding */ historyLines),
/* harmony export */   historyTable: () => (/* binding */ historyTable)
/* harmony export */ });
/* harmony import */ var _platform_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6225);
/* harmony import */ var _two_group_sides_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6182);
/* harmony import */ var _carry_on_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2463);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3240);




function nothingIn(group) {
    return `The ledger of "${group}" is empty: nothing was rolled out to it yet.`;
}
/** How a release ended, or rests. One without an end is carried on, or taken back, by the release after it. */
function endOf({ number, outcome, rests, undoes }, releases) {
    const next = releases.find((other) => other.number === number + 1);
    const why = rests?.kind === 'interrupted' && rests.because !== undefined ? `cut off: ${rests.because}` : undefined;
    const left = next ? `taken over by ${next.number}` : (rests?.kind ?? 'unfinished');
    const end = outcome ?? (why === undefined ? left : `${left} (${why})`);
    return undoes === undefined ? end : `${end} (undo of ${undoes})`;
}
/** A group's releases, a line each. */
function historyLines(group, releases) {
    if (releases.length === 0)
        return [nothingIn(group)];
    return releases.map((release) => {
        const { number, to, claimant } = release;
        const end = endOf(release, releases);
        return `${number}  ${(0,_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .isoTime */ .L)((0,_carry_on_js__WEBPACK_IMPORTED_MODULE_1__/* .claimedAt */ .ri)(release))}  ${(0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_0__/* .imageBefore */ .Fi)(release)} -> ${to.imageId}  ${end}  ${claimant.actor}  ${claimant.runUrl}`;
    });
}
/** The same as a Markdown table for the job summary. */
function historyTable(group, releases) {
    if (releases.length === 0)
        return `${(0,_platform_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .literally */ .D)(nothingIn(group))}\n`;
    const rows = releases.map((release) => {
        const { number, to, claimant } = release;
        return [
            number,
            (0,_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .isoTime */ .L)((0,_carry_on_js__WEBPACK_IMPORTED_MODULE_1__/* .claimedAt */ .ri)(release)),
            `\`${to.imageId}\``,
            `\`${(0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_0__/* .imageBefore */ .Fi)(release)}\``,
            (0,_platform_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .literally */ .D)(endOf(release, releases)),
            `[${(0,_platform_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .literally */ .D)(claimant.actor)}](${claimant.runUrl})`,
        ].join(' | ');
    });
    return [
        `### ${(0,_platform_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .literally */ .D)(group)}: releases`,
        '',
        '| Release | Began | Image | Before | Outcome | By |',
        '| --- | --- | --- | --- | --- | --- |',
        ...rows.map((row) => `| ${row} |`),
        '',
    ].join('\n');
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

/***/ 6182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Dc: () => (/* binding */ findWeights),
  Fi: () => (/* binding */ imageBefore),
  QC: () => (/* binding */ isShifted),
  oQ: () => (/* binding */ readWeights),
  m4: () => (/* binding */ setWeights),
  ET: () => (/* binding */ stickinessOf),
  QR: () => (/* binding */ targetsOf)
});

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
/** For how many seconds a client stays with its target group of the rule, whatever the weights are; 0 without stickiness. */
async function stickinessOf(aws, rule) {
    const { Enabled, DurationSeconds = 0 } = forwardOf(await actionsOf(aws, rule), rule).stickiness;
    return Enabled ? DurationSeconds : 0;
}
async function readWeights(aws, { rule, blue, green }) {
    const targets = await targetsOf(aws, rule);
    const weightOf = ({ targetGroup }) => {
        const found = targets.find(({ TargetGroupArn }) => TargetGroupArn === targetGroup);
        return found && (found.Weight ?? 1);
    };
    return { blue: weightOf(blue), green: weightOf(green) };
}
/** The same of a rule that may be gone, or forward no more: undefined then. */
async function findWeights(aws, sides) {
    return readWeights(aws, sides).catch((error) => {
        if (error instanceof failure/* Failure */.HR)
            return undefined;
        throw error;
    });
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
    const changed = actions.map((action, at) => at === position ? forwardTo(action, TargetGroups) : withItsSecret(action));
    const command = isDefault
        ? new ModifyListenerCommand({ ListenerArn: listenerOf(rule), DefaultActions: changed })
        : new ModifyRuleCommand({ RuleArn: rule, Actions: changed });
    await aws.elasticLoadBalancing.send(command);
}
/** An action with several target groups must not name a single one as well (ELBv2 API, Action). */
function forwardTo({ TargetGroupArn: _, ...action }, TargetGroups) {
    return { ...action, ForwardConfig: { ...action.ForwardConfig, TargetGroups } };
}
/** AWS shows no secret, and keeps the one it has only if it is told to (ELBv2 API, AuthenticateOidcActionConfig). */
function withItsSecret(action) {
    const { AuthenticateOidcConfig: config } = action;
    return config ? { ...action, AuthenticateOidcConfig: { ...config, UseExistingClientSecret: true } } : action;
}
async function actionsOf({ elasticLoadBalancing }, rule) {
    const order = new DescribeRulesCommand/* DescribeRulesCommand */.G({ RuleArns: [rule] });
    const answer = await elasticLoadBalancing.send(order).catch((error) => {
        if (error.name === 'RuleNotFoundException')
            return { Rules: [] };
        throw error;
    });
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
    const { TargetGroups: targets = single, TargetGroupStickinessConfig: stickiness = {} } = action.ForwardConfig ?? {};
    return { position, targets, stickiness };
}
/** `…:listener-rule/app/NAME/LB/LISTENER/RULE` belongs to `…:listener/app/NAME/LB/LISTENER`. */
function listenerOf(rule) {
    return rule.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '');
}


/***/ })

};
