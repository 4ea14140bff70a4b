export const id = 1504;
export const ids = [1504];
export const modules = {

/***/ 1504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ChangeGuard: () => (/* binding */ ChangeGuard)
/* harmony export */ });
/* harmony import */ var _platform_aws_call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3988);
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);


/**
 * Lets reads through to AWS and nothing else. With it a dry run goes the very way of a real one, and ends where that
 * would change something for the first time: so it refuses what a real run refuses, and cannot change anything.
 */
class ChangeGuard {
    #first;
    /** The first call that was held back. */
    get firstChange() {
        return this.#first;
    }
    /** For the `attach` of a connection. */
    attach = (client) => {
        const stack = client.middlewareStack;
        stack.add(this.#guard, { step: 'initialize', priority: 'normal', name: 'steadfleet-dry-run' });
    };
    #guard = (next, { clientName, commandName = '' }) => async (args) => {
        // STS gives credentials and changes nothing.
        if ((0,_platform_aws_call_js__WEBPACK_IMPORTED_MODULE_1__/* .isRead */ .H)(commandName) || clientName === 'STSClient')
            return next(args);
        const command = commandName.replace(/Command$/, '');
        this.#first ??= { command, input: args.input };
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`A dry run changes nothing, so ${command} was not called.`);
    };
}


/***/ })

};
