export const id = 5767;
export const ids = [5767];
export const modules = {

/***/ 5767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bakeSummary: () => (/* binding */ bakeSummary)
/* harmony export */ });
/* harmony import */ var _platform_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6225);

/** The job summary of a finished bake, in Markdown. */
function bakeSummary(baked, tags) {
    const rows = baked.images.map(({ build, region, id }) => `| ${cell(region)} | ${cell(id)} | ${cell(baked.sourceImages.get(build) ?? '')} | ${cell(build)} |`);
    return [
        '### Image baked',
        '',
        '| Region | Image | Made from | Build |',
        '| --- | --- | --- | --- |',
        ...rows,
        '',
        `Packer ${baked.packerVersion}, ${Math.round(baked.duration / 1000)} s.`,
        '',
        '| Tag | Value |',
        '| --- | --- |',
        ...Object.entries(tags).map(([name, value]) => `| ${cell(name)} | ${cell(value)} |`),
        '',
    ].join('\n');
}
/** A cell with nothing in it needs a blank. */
function cell(text) {
    return (0,_platform_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .literally */ .D)(text) || ' ';
}


/***/ })

};
