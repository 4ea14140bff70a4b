export const id = 3532;
export const ids = [3532];
export const modules = {

/***/ 3532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planLines: () => (/* binding */ planLines),
  planPage: () => (/* binding */ planPage)
});

// EXTERNAL MODULE: ./build/bundle/src/platform/markdown.js
var markdown = __webpack_require__(6225);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/picture.js
/** Told apart from each other, and seen on a light page as well as on a dark one. */
const colours = { backgroundColor: 'transparent', plotColorPalette: '#7f9fcb, #7a2800' };
/**
 * Machines over time as a Mermaid chart, which GitHub draws in job summaries: bars for all that there are, a line for
 * those that serve, so that nobody needs colours to tell them apart.
 */
function picture({ timeline, peak }) {
    const minutes = (timeline.at(-1)?.at ?? 0) / 60_000;
    const machines = timeline.map((moment) => moment.machines);
    const serving = timeline.map((moment) => moment.serving);
    return [
        '```mermaid',
        `%%{init: ${JSON.stringify({ themeVariables: { xyChart: colours } })}}%%`,
        'xychart-beta',
        '  title "Machines (bars), and those that serve (line)"',
        `  x-axis "minutes" 0 --> ${minutes.toFixed(1)}`,
        `  y-axis "machines" 0 --> ${peak}`,
        `  bar [${machines.join(', ')}]`,
        `  line [${serving.join(', ')}]`,
        '```',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/plan-tables.js
/** The plan in words and figures: the same for the log and for the job summary. */
function factsOf(forecast) {
    const { size, surge, unavailable, strategy, minReady, soak, floor, peak, leastServing, duration, calls } = forecast;
    const slow = duration.slow > duration.typical ? `; slow: ${lengthOf(duration.slow)}` : '';
    const ways = [
        ...(strategy === 'two-group' ? [] : [`max-surge ${surge}`, `max-unavailable ${unavailable}`]),
        `min-ready ${lengthOf(minReady)}`,
        `soak ${lengthOf(soak)}`,
    ];
    return [
        ['What', 'Predicted'],
        ['Machines to replace', String(size)],
        ['Strategy', `${strategy}: ${ways.join(', ')}`],
        ['Duration', `about ${lengthOf(duration.typical)}${slow}`],
        ['Most machines at a time', `${peak} (${Math.max(0, peak - size)} more than now, with those that drain)`],
        ['Cost of the extra ones', `${forecast.extraMachineMinutes} machine-minutes`],
        ['Fewest that serve', `${leastServing} (the plan allows no fewer than ${floor})`],
        ['API calls', `${calls.reads} that read, ${calls.changes} that change`],
        ['End', endsOf(forecast)],
    ];
}
function endsOf({ outcomes, rehearsals }) {
    const of = rehearsals === 1 ? '1 rehearsal' : `${rehearsals} rehearsals`;
    return outcomes
        .map(({ outcome, times, reason }) => `${outcome} in ${times} of ${of}${reason === undefined ? '' : `: ${reason}`}`)
        .join('; ');
}
function wavesOf({ waves, strategy, size }) {
    const isShift = strategy === 'two-group';
    const sizeOf = ({ machines }) => isShift ? `${Math.round((100 * machines) / size)} %` : String(Math.round(machines));
    const head = ['Wave', isShift ? 'Requests' : 'Machines', 'Begins', 'All serve', 'Done'];
    return [head, ...waves.map((wave, index) => [String(index + 1), sizeOf(wave), ...timesOf(wave)])];
}
function timesOf({ begins, serves, ends }) {
    const at = (time) => (time === undefined ? 'never' : clockOf(time));
    return [clockOf(begins), serves === undefined ? at(ends) : at(serves), at(ends)];
}
function momentsOf({ timeline }) {
    return [
        ['Until', 'Fewest serving', 'Most machines'],
        ...timeline.map(({ at, serving, machines }) => [clockOf(at), String(serving), String(machines)]),
    ];
}
/** `45 s`, `6 min 20 s`, `2 h 5 min`. */
function lengthOf(milliseconds) {
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
    const hours = Math.floor(minutes / 60);
    return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
/** `6:20`, or `1:06:20` from an hour on. */
function clockOf(milliseconds) {
    const seconds = Math.round(milliseconds / 1000);
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const [hours = 0, minutes = 0, rest = 0] = parts;
    const two = (part) => String(part).padStart(2, '0');
    return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rehearsal/plan-page.js



/** The plan as Markdown for the job summary. */
function planPage(forecast, { from, to, remarks }) {
    return [
        `### Plan for ${(0,markdown/* literally */.D)(forecast.group)}: ${(0,markdown/* literally */.D)(from)} to ${(0,markdown/* literally */.D)(to)}`,
        '',
        'Nothing was changed. This is how the rollout would go, rehearsed in a simulated AWS with a copy of the group.',
        '',
        ...remarks.flatMap((remark) => [(0,markdown/* literally */.D)(remark), '']),
        ...plan_page_markdown(factsOf(forecast)),
        '',
        ...(forecast.waves.length > 0 ? [...plan_page_markdown(wavesOf(forecast)), ''] : []),
        ...(forecast.size > 0 ? [picture(forecast), ''] : []),
        '<details><summary>The picture in figures</summary>',
        '',
        ...plan_page_markdown(momentsOf(forecast)),
        '',
        '</details>',
        '',
        'What this takes for granted:',
        '',
        ...forecast.notes.map((note) => `- ${(0,markdown/* literally */.D)(note)}`),
        '',
    ].join('\n');
}
function plan_page_markdown([head = [], ...rows]) {
    const line = (cells) => `| ${cells.map(markdown/* literally */.D).join(' | ')} |`;
    return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)];
}
/** The same as aligned text for the log. */
function planLines(forecast, { from, to, remarks }) {
    return [
        `Plan for "${forecast.group}": ${from} to ${to}. Nothing was changed.`,
        ...remarks,
        '',
        ...aligned(factsOf(forecast)),
        '',
        ...(forecast.waves.length > 0 ? [...aligned(wavesOf(forecast)), ''] : []),
        ...aligned(momentsOf(forecast)),
        '',
        ...forecast.notes,
    ];
}
/** Columns of numbers stand to the right. */
function aligned(table) {
    const columns = (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? ''));
    const padded = columns.map(([head = '', ...cells]) => {
        const width = Math.max(head.length, ...cells.map(({ length }) => length));
        const isNumeric = cells.every((cell) => /^[\d:]+$/.test(cell));
        return [head, ...cells].map((cell) => (isNumeric ? cell.padStart(width) : cell.padEnd(width)));
    });
    return table.map((_, row) => padded
        .map((column) => column[row])
        .join('  ')
        .trimEnd());
}


/***/ })

};
