export const id = 8275;
export const ids = [8275];
export const modules = {

/***/ 8275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fence: () => (/* binding */ Fence),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   Ox: () => (/* binding */ LeaseExpired),
/* harmony export */   yC: () => (/* binding */ outsideTheFence)
/* harmony export */ });
/* harmony import */ var _aws_call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3988);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);


/** Thrown in place of a change that came too late: the call was not made, and is never repeated. */
class LeaseExpired extends _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    name = 'LeaseExpired';
}
/**
 * Keeps a run that was held up (a stopped process, a long wait before another attempt) from changing what another run
 * may own by now: once `reach` milliseconds have passed since the lease was last confirmed, only reads get through.
 * Open until it is renewed for the first time, for who never claims anything needs no lease.
 */
class Fence {
    #clock;
    #reach;
    #confirmedAt;
    constructor(clock, reach) {
        this.#clock = clock;
        this.#reach = reach;
    }
    /** `confirmedAt`: when the heartbeat that AWS has taken was sent, not when its answer came. An older one does nothing. */
    renew(confirmedAt) {
        this.#confirmedAt = Math.max(confirmedAt, this.#confirmedAt ?? confirmedAt);
    }
    /** @throws {LeaseExpired} */
    check() {
        const age = this.#clock.now() - (this.#confirmedAt ?? this.#clock.now());
        if (age <= this.#reach)
            return;
        throw new LeaseExpired(`This run was held up: its last confirmed sign of life is ${Math.round(age / 1000)} s old, and after ` +
            `${Math.round(this.#reach / 1000)} s it changes nothing more, for another run may have taken over. ` +
            'Run the same step again.');
    }
}
const exempt = new WeakSet();
/** Marks a command's input as one that the fence lets through: the sign of life itself, which AWS checks in its own way. */
function outsideTheFence(input) {
    exempt.add(input);
    return input;
}
/** Checks the fence at each attempt of each call that changes something. */
function fenced(fence) {
    return (next, { commandName = '' }) => async (args) => {
        if (!(0,_aws_call_js__WEBPACK_IMPORTED_MODULE_1__/* .isRead */ .H)(commandName) && !exempt.has(args.input))
            fence.check();
        return next(args);
    };
}


/***/ })

};
