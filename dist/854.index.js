export const id = 854;
export const ids = [854];
export const modules = {

/***/ 854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   historyLines: () => (/* binding */ historyLines),
/* harmony export */   historyTable: () => (/* binding */ historyTable)
/* harmony export */ });
/* harmony import */ var _platform_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6225);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4919);


const nothing = 'The ledger of this group is empty: nothing was rolled out to it yet.';
/** How a release ended. One without an end is carried on, or taken back, by the release after it. */
function endOf({ number, outcome }, releases) {
    const next = releases.find((other) => other.number === number + 1);
    return outcome ?? (next ? `taken over by ${next.number}` : 'unfinished');
}
/** A group's releases, a line each. */
function historyLines(releases) {
    if (releases.length === 0)
        return [nothing];
    return releases.map((release) => {
        const { number, from, to, startedAt, claimant } = release;
        const end = endOf(release, releases);
        return `${number}  ${(0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .Ly)(startedAt)}  ${from.imageId} -> ${to.imageId}  ${end}  ${claimant.actor}  ${claimant.runUrl}`;
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
            (0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .isoTime */ .Ly)(startedAt),
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


/***/ }),

/***/ 4919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ly: () => (/* binding */ isoTime),
/* harmony export */   R: () => (/* binding */ carryOn),
/* harmony export */   ZZ: () => (/* binding */ goalOf),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   jQ: () => (/* binding */ heartbeat),
/* harmony export */   zH: () => (/* binding */ takeBack)
/* harmony export */ });
/** Where the machines are to end up: the new version, or the predecessor on the way back. */
function goalOf(release) {
    return release.direction === 'forward' ? release.to : release.from;
}
/** How often a run gives a sign of life, and how long after the last one it counts as dead. Milliseconds. */
const heartbeat = { every: 150_000, deadAfter: 900_000 };
/** Whether a release is still in the hands of a run that gives signs of life. */
function isAlive({ outcome, heartbeatAt }, now) {
    return outcome === undefined && now - heartbeatAt < heartbeat.deadAfter;
}
/** The next release in the ledger, by another run, that does the rest of an unfinished one. */
function carryOn(unfinished, claimant, now) {
    const continues = unfinished.continues ?? unfinished.number;
    return { ...unfinished, number: unfinished.number + 1, claimant, continues, heartbeatAt: now };
}
/** The next release in the ledger, by another run, that takes an unfinished one back to its predecessor. */
function takeBack(unfinished, claimant, now) {
    const rest = carryOn(unfinished, claimant, now);
    if (rest.direction === 'back')
        return rest;
    const reason = `Its run (${unfinished.claimant.runUrl}) gave no sign of life since ${isoTime(unfinished.heartbeatAt)}.`;
    return { ...rest, direction: 'back', backOutcome: 'aborted', reason };
}
/** A time as a person reads it, in UTC. */
function isoTime(time) {
    return new Date(time).toISOString();
}


/***/ })

};
