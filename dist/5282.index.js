export const id = 5282;
export const ids = [5282];
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

/***/ 8570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   undoneWith: () => (/* binding */ undoneWith)
/* harmony export */ });
/* unused harmony export undoneTogether */
/* harmony import */ var _platform_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(517);
/* harmony import */ var _telling_explain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3459);
/* harmony import */ var _two_group_sides_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6182);
/* harmony import */ var _undo_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6846);




/**
 * The groups that are undone with one: those of its newest release, though that may have left this very group as it was; where
 * nothing of that is left to be undone, those of the release that has brought what the group runs.
 * @returns undefined where that was rolled out to this group alone.
 */
async function undoneWith(group, historyOf, own) {
    const history = await historyOf(group);
    const last = (of) => releaseToUndo(of, own, hasOthers);
    const origin = (of) => releaseToUndo(of, own, () => false);
    const tries = [
        [history[0], last],
        [last(history), last],
        [origin(history), origin],
    ];
    for (const groupsOf of [leftToUndo, undoneTogether]) {
        for (const [release, find] of tries) {
            if (!release?.together)
                continue;
            const { together } = release;
            const look = async (member) => ({ group: member, release: find(await historyOf(member)) });
            const groups = groupsOf(together, await Promise.all(together.groups.map(look)), own);
            if (groups.length > 0)
                return { together, groups };
        }
    }
    return undefined;
}
/**
 * What is not over, or taken back already by this very run; else what has brought the image that runs. An undo only goes back to
 * what another release had brought, but for those that count.
 */
function releaseToUndo(history, own, counts) {
    const [newest] = history;
    if (!newest || isOpen(newest) || (0,_undo_js__WEBPACK_IMPORTED_MODULE_3__/* .undoneAlready */ .Sn)(newest, own))
        return newest;
    const imageNow = isBack(newest) ? (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_2__/* .imageBefore */ .Fi)(newest) : newest.to.imageId;
    const brought = history.find((release) => (release.outcome === 'succeeded' || release.outcome === 'unproven') &&
        release.to.imageId === imageNow &&
        (release.undoes === undefined || counts(release)));
    return brought ?? newest;
}
/** Whether an undo was one of several groups: it may have been cut off before the others. */
function hasOthers({ together }) {
    return together !== undefined;
}
/**
 * Which groups of a release are undone with it: those that are left to be undone. Once all are, another undo goes further back in
 * each.
 */
function undoneTogether(together, all, own) {
    const left = leftToUndo(together, all, own);
    return left.length > 0 ? left : namesOf(presentIn(together, all));
}
/**
 * Those that have not moved on since, without those that it has left as they were, and those that an undo which was cut off has
 * been through already. The same run of a workflow, started again, finds what it has done already.
 */
function leftToUndo(together, all, own) {
    const present = presentIn(together, all);
    const undone = present.filter(({ release }) => release && (0,_telling_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .hasUndone */ .GA)(release));
    const left = present.filter((one) => !undone.includes(one) && !isLeftAsItWas(one));
    if (left.length > 0)
        return namesOf(left);
    const isAgain = present.some(({ release }) => release && (0,_platform_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__.isSameRun)(release.claimant, own));
    return isAgain ? namesOf(undone.length > 0 ? undone : present) : [];
}
function presentIn({ name }, all) {
    return all.filter(({ release }) => release?.together?.name === name);
}
function namesOf(members) {
    return members.map(({ group }) => group);
}
/** What was rolled back, or aborted, has changed nothing in the end. An undo that was, is still to be done. */
function isLeftAsItWas({ release }) {
    return release !== undefined && release.undoes === undefined && isBack(release);
}
function isBack({ outcome }) {
    return outcome === 'rolled-back' || outcome === 'aborted';
}
function isOpen({ outcome }) {
    return outcome === undefined || outcome === 'needs-attention';
}


/***/ })

};
