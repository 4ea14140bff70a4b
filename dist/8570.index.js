export const id = 8570;
export const ids = [8570];
export const modules = {

/***/ 8570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   newTogether: () => (/* binding */ newTogether),
/* harmony export */   togetherBefore: () => (/* binding */ togetherBefore),
/* harmony export */   undoneWith: () => (/* binding */ undoneWith)
/* harmony export */ });
/* unused harmony export undoneTogether */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _platform_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(517);
/* harmony import */ var _telling_explain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3459);
/* harmony import */ var _two_group_sides_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6182);
/* harmony import */ var _undo_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6502);





/**
 * What a deployment to several groups begins. One run may roll out several images to them, one after the other, or once more where it
 * is started again: each of these is a release of its own, which is undone by itself.
 */
function newTogether(groups, ledgers, { runId }) {
    const names = new Set(ledgers.flat().map(({ together }) => together?.name));
    let name = runId;
    for (let count = 2; names.has(name); count++)
        name = `${runId} (${count})`;
    return { name, groups };
}
/**
 * What an earlier run has begun with an image in the same groups, as far as one of them still runs it or is on its way to it: whoever
 * rolls that image out again goes on with that, so that an undo finds all of them.
 */
function togetherBefore(groups, ledgers, own, imageId) {
    const brought = ledgers.flatMap((history) => releaseToUndo(history, own, () => false) ?? []);
    const isSame = ({ together, to, undoes }) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(new Set(together?.groups), new Set(groups)) && to.imageId === imageId && undoes === undefined;
    return brought.find((release) => isSame(release) && !isBack(release))?.together;
}
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
    if (!newest || isOpen(newest) || (0,_undo_release_js__WEBPACK_IMPORTED_MODULE_4__/* .undoneAlready */ .Sn)(newest, own))
        return newest;
    const imageNow = isBack(newest) ? (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_3__/* .imageBefore */ .Fi)(newest) : newest.to.imageId;
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
    const undone = present.filter(({ release }) => release && (0,_telling_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .hasUndone */ .GA)(release));
    const left = present.filter((one) => !undone.includes(one) && !isLeftAsItWas(one));
    if (left.length > 0)
        return namesOf(left);
    const isAgain = present.some(({ release }) => release && (0,_platform_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__.isSameRun)(release.claimant, own));
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
