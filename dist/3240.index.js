export const id = 3240;
export const ids = [3240];
export const modules = {

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


/***/ })

};
