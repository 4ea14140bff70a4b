export const id = 517;
export const ids = [517];
export const modules = {

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


/***/ })

};
