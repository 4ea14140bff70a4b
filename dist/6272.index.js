export const id = 6272;
export const ids = [6272];
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


/***/ })

};
