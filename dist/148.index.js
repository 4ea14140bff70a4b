export const id = 148;
export const ids = [148];
export const modules = {

/***/ 5767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bakeSummary: () => (/* binding */ bakeSummary)
/* harmony export */ });
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
/** Text in a table's cell, shown as it is: no Markdown, no HTML, no second column. */
function cell(text) {
    const plain = text.replace(/\s+/g, ' ').replace(/[\\`|<>&*_[\]]/g, (found) => `&#${found.codePointAt(0)};`);
    return plain === '' ? ' ' : plain;
}


/***/ })

};
