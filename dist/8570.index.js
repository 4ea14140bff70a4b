export const id = 8570;
export const ids = [8570];
export const modules = {

/***/ 8570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   undoneTogether: () => (/* binding */ undoneTogether)
/* harmony export */ });
/**
 * Which groups of a release are undone with it: those that have not moved on since, without those that an undo which was
 * cut off has been through already.
 */
function undoneTogether({ name }, all) {
    const present = all.filter(({ release }) => release?.together?.name === name);
    const left = present.filter(({ release }) => release?.undoes === undefined || release.outcome === undefined);
    return (left.length > 0 ? left : present).map(({ group }) => group);
}


/***/ })

};
