export const id = 537;
export const ids = [537];
export const modules = {

/***/ 537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nn: () => (/* binding */ isSandboxMode),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   sandboxEndpoint: () => (/* binding */ sandboxEndpoint)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);

/**
 * In sandbox mode (`STEADFLEET_SANDBOX=1`) nothing may reach the real AWS: every endpoint must be this machine's
 * loopback, and children get a proxy that refuses all else and says what was tried.
 */
function isSandboxMode(environment) {
    return environment.STEADFLEET_SANDBOX === '1';
}
/**
 * The endpoint that every AWS client must use in sandbox mode; undefined outside it.
 * @throws {Failure} when there is none, or one that is not loopback.
 */
function sandboxEndpoint(environment) {
    if (!isSandboxMode(environment))
        return undefined;
    const endpoints = Object.entries(environment).filter(([name, value]) => name.startsWith('AWS_ENDPOINT_URL') && value);
    for (const [name, value] of endpoints) {
        if (!isLoopback(value ?? '')) {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`STEADFLEET_SANDBOX=1 allows only loopback endpoints, but ${name} is "${value}". Unset one of the two.`);
        }
    }
    if (environment.AWS_ENDPOINT_URL)
        return environment.AWS_ENDPOINT_URL;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('STEADFLEET_SANDBOX=1, but AWS_ENDPOINT_URL is not set. Paste the lines that "npm run sandbox" prints.');
}
/** The environment for a child process: unchanged, but in sandbox mode with a proxy that refuses all but loopback. */
function childEnvironment(environment) {
    const proxy = sandboxEndpoint(environment);
    if (proxy === undefined)
        return { ...environment };
    const direct = '127.0.0.1,127.0.0.0/8,localhost,::1';
    return {
        ...environment,
        ...{ HTTP_PROXY: proxy, HTTPS_PROXY: proxy, ALL_PROXY: proxy, NO_PROXY: direct },
        ...{ http_proxy: proxy, https_proxy: proxy, all_proxy: proxy, no_proxy: direct },
    };
}
/** Whether an address can only mean this machine. */
function isLoopback(address) {
    return URL.canParse(address) && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(address).hostname);
}


/***/ })

};
