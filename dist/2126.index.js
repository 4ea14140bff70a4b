export const id = 2126;
export const ids = [2126];
export const modules = {

/***/ 2126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ writeRecord),
/* harmony export */   readRecord: () => (/* binding */ readRecord),
/* harmony export */   recordState: () => (/* binding */ recordState)
/* harmony export */ });
/** The name of the state that holds it. */
const recordState = 'bake';
function writeRecord(record) {
    return JSON.stringify(record);
}
/** Undefined when main never came to start Packer. */
function readRecord(saved) {
    return saved === '' ? undefined : JSON.parse(saved);
}


/***/ })

};
