export const id = 6025;
export const ids = [6025];
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


/***/ })

};
