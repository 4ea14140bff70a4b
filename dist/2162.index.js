export const id = 2162;
export const ids = [2162,6272];
export const modules = {

/***/ 6272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ly: () => (/* binding */ isoTime),
/* harmony export */   Nh: () => (/* binding */ holdsMachines),
/* harmony export */   ZZ: () => (/* binding */ goalOf),
/* harmony export */   j5: () => (/* binding */ waveOf),
/* harmony export */   lease: () => (/* binding */ lease),
/* harmony export */   nn: () => (/* binding */ isProven),
/* harmony export */   oo: () => (/* binding */ isProving),
/* harmony export */   qd: () => (/* binding */ isPausing),
/* harmony export */   sq: () => (/* binding */ hasMissed)
/* harmony export */ });
/** Whether scheduled actions were missed that nobody has made up for yet. */
function hasMissed({ missed }) {
    return missed !== undefined && Object.keys(missed).length > 1;
}
/** Where the machines are to end up: the new version, or the predecessor on the way back. */
function goalOf(release) {
    return release.direction === 'forward' ? release.to : release.from;
}
/**
 * Whether the new version has served users for a soak. Until then the group points at its predecessor whenever it can, so
 * that a scale-out, a repair by AWS or a dead runner gets machines that work.
 */
function isProven({ wavesDone, isUndo }) {
    return wavesDone > 0 || isUndo === true;
}
/** Whether the first wave is on its way: nothing of it has soaked yet. */
function isProving(release) {
    return release.direction === 'forward' && !isProven(release);
}
/** Whether a rollout waits for `resume` once the machines that its last wave has replaced are gone. */
function isPausing({ plan, wavesDone, direction }) {
    return direction === 'forward' && plan.pauseAfter !== undefined && wavesDone >= plan.pauseAfter;
}
/** The wave that is on its way; the first is 0. */
function waveOf(release) {
    return isPausing(release) ? release.wavesDone - 1 : release.wavesDone;
}
/**
 * A run owns its group for a lease, which each sign of life renews. Half of it after the last one it changes nothing any
 * more; a while after its end others may take over. Milliseconds.
 */
const lease = { heartbeatEvery: 150_000, lasts: 900_000, staleAfter: 1_200_000 };
/** Whether new machines are held in our launch hook until something has been asked of them. */
function holdsMachines({ plan, isUndo }) {
    return !isUndo && (plan.gate.kind !== 'none' || plan.releaseCommand !== undefined);
}
/** A time as a person reads it, in UTC. */
function isoTime(time) {
    return new Date(time).toISOString();
}


/***/ }),

/***/ 2162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   historyLines: () => (/* binding */ historyLines),
/* harmony export */   historyTable: () => (/* binding */ historyTable)
/* harmony export */ });
/* harmony import */ var _platform_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6225);
/* harmony import */ var _heart_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6272);


const nothing = 'The ledger of this group is empty: nothing was rolled out to it yet.';
/** How a release ended, or rests. One without an end is carried on, or taken back, by the release after it. */
function endOf({ number, outcome, rests }, releases) {
    const next = releases.find((other) => other.number === number + 1);
    return outcome ?? (next ? `taken over by ${next.number}` : (rests?.kind ?? 'unfinished'));
}
/** A group's releases, a line each. */
function historyLines(releases) {
    if (releases.length === 0)
        return [nothing];
    return releases.map((release) => {
        const { number, from, to, startedAt, claimant } = release;
        const end = endOf(release, releases);
        return `${number}  ${(0,_heart_release_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .Ly)(startedAt)}  ${from.imageId} -> ${to.imageId}  ${end}  ${claimant.actor}  ${claimant.runUrl}`;
    });
}
/** The same as a Markdown table for the job summary. */
function historyTable(releases) {
    if (releases.length === 0)
        return `${nothing}\n`;
    const rows = releases.map((release) => {
        const { number, startedAt, to, from, claimant } = release;
        return [
            number,
            (0,_heart_release_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .Ly)(startedAt),
            `\`${to.imageId}\``,
            `\`${from.imageId}\``,
            endOf(release, releases),
            `[${(0,_platform_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .literally */ .D)(claimant.actor)}](${claimant.runUrl})`,
        ].join(' | ');
    });
    return [
        `### ${(0,_platform_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .literally */ .D)(releases[0]?.group ?? '')}: releases`,
        '',
        '| Release | Began | Image | Before | Outcome | By |',
        '| --- | --- | --- | --- | --- | --- |',
        ...rows.map((row) => `| ${row} |`),
        '',
    ].join('\n');
}


/***/ })

};
