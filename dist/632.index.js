export const id = 632;
export const ids = [632];
export const modules = {

/***/ 632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ silentStep),
/* harmony export */   silent: () => (/* binding */ silent)
/* harmony export */ });
/* harmony import */ var _platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3341);

/** Nobody hears it. */
const silent = {
    info: () => undefined,
    debug: () => undefined,
    notice: () => undefined,
    warning: () => undefined,
    error: () => undefined,
    group: (_title, body) => body(),
};
/** The step of a rehearsed rollout: nobody hears of it, and nobody cancels it. */
function silentStep(clock, random) {
    return {
        inputs: { get: () => '', mask: () => undefined },
        log: silent,
        clock,
        random,
        workflow: (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .readWorkflow */ .S)({}),
        environment: {},
        cancellation: new AbortController().signal,
        output: () => undefined,
        saveState: () => undefined,
        state: () => '',
        summarize: async () => undefined,
    };
}


/***/ })

};
