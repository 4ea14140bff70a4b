export const id = 179;
export const ids = [179];
export const modules = {

/***/ 4179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bakeAmi: () => (/* binding */ bakeAmi),
/* harmony export */   inputs: () => (/* binding */ inputs)
/* harmony export */ });
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8534);
/* harmony import */ var _platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2633);
/* harmony import */ var _platform_region_known_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9506);




/** A release of Packer, as its download page names it. */
function packerVersion(value) {
    if (/^\d+\.\d+\.\d+$/.test(value))
        return value;
    throw new _platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_('one exact version of Packer, such as 1.11.2', 'Write the whole version, without "v" and without a range.');
}
const inputs = {
    template: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .mw)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    variables: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .pairs */ .AS),
    'variable-files': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn),
    only: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn),
    except: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn),
    'packer-version': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(packerVersion),
    'packer-mirror': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefault */ .IQ)('https://releases.hashicorp.com', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .webAddress */ .Dy),
    'working-directory': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefault */ .IQ)('.', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    region: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .region */ .Ny),
    tags: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .pairs */ .AS),
    timeout: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefault */ .IQ)('1h', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .positiveDuration */ .Cz),
};
/** Set once the outputs name the images: from then on they are the user's, and post removes nothing. */
const keptState = 'bake-kept';
const bakeAmi = {
    async main(step) {
        const given = (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .Ko)(inputs, step.inputs, [(0,_platform_region_known_js__WEBPACK_IMPORTED_MODULE_3__/* .regionKnown */ .C)(step.environment)]);
        if (process.platform === 'win32')
            throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bake-ami runs on Linux and macOS runners: use runs-on: ubuntu-latest.');
        const home = given.region ?? step.environment.AWS_REGION ?? '';
        const connectTo = await connector(step);
        const { bake } = await __webpack_require__.e(/* import() */ 767).then(__webpack_require__.bind(__webpack_require__, 6767));
        const { provenance, tagImages } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(216)]).then(__webpack_require__.bind(__webpack_require__, 6216));
        const { bakeSummary } = await __webpack_require__.e(/* import() */ 148).then(__webpack_require__.bind(__webpack_require__, 5767));
        const baked = await bake(orderOf(given, home), step);
        const tags = { ...given.tags, ...provenance(step.workflow) };
        await tagImages(baked.images, tags, connectTo);
        const here = baked.images.find((image) => image.region === home);
        if (!here)
            step.log.warning(`No image was built in ${home}: the output image-id is empty.`, 'bake-ami');
        step.output('image-id', here?.id ?? '');
        step.output('images', JSON.stringify(firstByRegion(baked.images)));
        step.output('source-image', (here && baked.sourceImages.get(here.build)) ?? '');
        step.saveState(keptState, 'true');
        await step.summarize(bakeSummary(baked, tags));
    },
    async post(step) {
        const { readRecord, recordState } = await __webpack_require__.e(/* import() */ 126).then(__webpack_require__.bind(__webpack_require__, 2126));
        const record = readRecord(step.state(recordState));
        if (!record)
            return;
        if (step.state(keptState) === 'true') {
            const { rm } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
            return rm(record.directory, { recursive: true, force: true });
        }
        const { cleanUp } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(601), __webpack_require__.e(593)]).then(__webpack_require__.bind(__webpack_require__, 3593));
        await cleanUp(record, await connector(step), step);
    },
};
function orderOf(given, home) {
    return {
        template: given.template,
        variables: given.variables ?? {},
        variableFiles: given['variable-files'] ?? [],
        only: given.only ?? [],
        except: given.except ?? [],
        workingDirectory: given['working-directory'],
        packerVersion: given['packer-version'],
        packerMirror: given['packer-mirror'],
        region: home,
        timeout: given.timeout,
    };
}
async function connector(step) {
    const { connectFrom } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(601), __webpack_require__.e(180), __webpack_require__.e(944), __webpack_require__.e(753), __webpack_require__.e(903)]).then(__webpack_require__.bind(__webpack_require__, 7903));
    return (name) => connectFrom(step, name);
}
/** Where several builds made an image in one region, the template's first is the one. */
function firstByRegion(images) {
    const first = {};
    for (const { region, id } of images)
        first[region] ??= id;
    return first;
}


/***/ }),

/***/ 8534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   Cz: () => (/* binding */ positiveDuration),
/* harmony export */   Dy: () => (/* binding */ webAddress),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   L: () => (/* binding */ imageId),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Ny: () => (/* binding */ region),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   bl: () => (/* binding */ domain),
/* harmony export */   hv: () => (/* binding */ groupName),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   uR: () => (/* binding */ instant),
/* harmony export */   vj: () => (/* binding */ amount),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2633);

/** Any text. */
const text = (value) => value;
/** `true` or `false`, as YAML 1.2 writes them. */
function flag(value) {
    if (/^true$/i.test(value))
        return true;
    if (/^false$/i.test(value))
        return false;
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('true or false', 'Write true or false.');
}
/** One of a closed list of words. */
function oneOf(...words) {
    return (value) => {
        const word = words.find((candidate) => candidate === value);
        if (word !== undefined)
            return word;
        throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(words.join(', '), `Write one of: ${words.join(', ')}.`);
    };
}
/** A whole number within bounds. */
function wholeNumber(minimum, maximum) {
    return (value) => {
        const number = Number(value);
        if (/^\d+$/.test(value) && number >= minimum && number <= maximum)
            return number;
        throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(`a whole number from ${minimum} to ${maximum}`, `Write a number such as ${minimum}.`);
    };
}
const millisecondsPer = { s: 1_000, m: 60_000, h: 3_600_000 };
/** As long as a timer of Node can run: 2^31 ms would end at once (Node.js documentation, "setTimeout"). */
const longestDuration = 24 * 24 * millisecondsPer.h;
/** A length of time such as `45s`, `10m` or `2h`, up to 24 days; gives milliseconds. */
function duration(value) {
    const match = /^(\d{1,7})(s|m|h)$/.exec(value);
    const milliseconds = Number(match?.[1]) * millisecondsPer[(match?.[2] ?? 's')];
    if (milliseconds <= longestDuration)
        return milliseconds;
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('a number with a unit (s, m or h), up to 24 days', 'Write for example 45s, 10m or 2h.');
}
/** A length of time that is not nothing: to look again without a pause would be a flood of calls, not a watch. */
function positiveDuration(value) {
    const milliseconds = duration(value);
    if (milliseconds > 0)
        return milliseconds;
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('at least 1s', 'Write for example 1s or 10s.');
}
/** `3` or `25%`, as Kubernetes writes max-surge. */
function amount(value) {
    const match = /^(\d{1,5})(%?)$/.exec(value);
    const number = Number(match?.[1]);
    if (match && match[2] === '')
        return { machines: number };
    if (match && number <= 100)
        return { percent: number };
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('a number of machines, or a percentage up to 100%', 'Write for example 1 or 25%.');
}
/** An AMI id. */
function imageId(value) {
    if (/^ami-([0-9a-f]{8}|[0-9a-f]{17})$/.test(value))
        return value;
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('an AMI id: "ami-" and 8 or 17 hexadecimal digits', 'Write for example ami-0abcdef1234567890.');
}
/** An AWS region's name. */
function region(value) {
    if (/^[a-z]{2,}(-[a-z]+)+-\d$/.test(value))
        return value;
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('the name of an AWS region', 'Write for example eu-west-1.');
}
/** An Auto Scaling group's name: 1 to 255 characters, no colon (CreateAutoScalingGroup in AWS's API reference). */
function groupName(value) {
    if (value.length <= 255 && /^[\x20-\x39\x3b-\x7e]+$/.test(value))
        return value;
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('the name of an Auto Scaling group (up to 255 characters, no colon)', 'Write the name, not the ARN.');
}
/** An address to post to: https, or http on this machine's loopback. */
function webAddress(value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const loopback = url?.protocol === 'http:' && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(url.hostname);
    if (url && (url.protocol === 'https:' || loopback))
        return url;
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('an https:// address', 'Write the whole address, from https:// on.');
}
/** Lines of text, empty ones left out. */
function lines(value) {
    return value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Lines of `name=value`. */
function pairs(value) {
    return Object.fromEntries(lines(value).map((line) => {
        const at = line.indexOf('=');
        if (at > 0)
            return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
        throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('lines of name=value', 'Write one name=value on each line.');
    }));
}
/** An instant as ISO 8601 writes it, with its zone; gives milliseconds since the Unix epoch. */
function instant(value) {
    const milliseconds = /^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:?\d\d)$/.test(value) ? Date.parse(value) : Number.NaN;
    if (!Number.isNaN(milliseconds))
        return milliseconds;
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('a date and time with its zone', 'Write for example 2026-01-31T12:00:00Z.');
}
/**
 * A domain name for host names below it. The host-header condition of a listener rule takes 128 characters (ELBv2 API,
 * HostHeaderConditionConfig), of which a label in front and its dot may need 33.
 */
function domain(value) {
    const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
    if (value.length <= 95 && new RegExp(`^${label}(\\.${label})*$`, 'i').test(value))
        return value.toLowerCase();
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('a domain name of up to 95 characters', 'Write for example dev.example.com, without a scheme or a *.');
}


/***/ }),

/***/ 2633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IQ: () => (/* binding */ withDefault),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Og: () => (/* binding */ exactlyOneOf),
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   rJ: () => (/* binding */ secret)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);

/** Thrown by a parser: what it allows, and what the person should write instead. */
class Refusal extends Error {
    allowed;
    remedy;
    constructor(allowed, remedy) {
        super(allowed);
        this.allowed = allowed;
        this.remedy = remedy;
    }
}
/** An input that must be given. */
function required(parse) {
    return { default: '', required: true, secret: false, parse };
}
/** An input that may be left out: undefined then. */
function optional(parse) {
    return { default: '', required: false, secret: false, parse };
}
/** An input with a default, written as a user would write it. */
function withDefault(text, parse) {
    return { default: text, required: false, secret: false, parse };
}
/** Marks an input as secret: masked in the log before anything else happens, never shown in an error. */
function secret(field) {
    return { ...field, secret: true };
}
/**
 * Reads, masks and validates every input of an action, and freezes the result.
 * @throws {InputFailure} naming every problem at once, before anything was changed.
 */
function readInputs(fields, source, rules = []) {
    const texts = Object.entries(fields).map(([name, field]) => ({ name, field, text: source.get(name).trim() }));
    for (const { field, text } of texts)
        if (field.secret)
            maskLines(text, source);
    const read = texts.map(({ name, field, text }) => ({ name, ...readField(name, field, text || field.default) }));
    const problems = read.flatMap(({ problem }) => problem ?? []);
    const well = read.filter(({ problem }) => problem === undefined);
    const values = Object.fromEntries(well.map(({ name, value }) => [name, value]));
    for (const problem of rules.flatMap((rule) => rule(values) ?? [])) {
        if (!problems.some(({ input }) => input === problem.input))
            problems.push(problem);
    }
    if (problems.length > 0)
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .InputFailure */ .RP(problems);
    return Object.freeze(values);
}
/** GitHub masks a line at a time. */
function maskLines(text, source) {
    for (const line of text.split('\n'))
        if (line)
            source.mask(line);
}
function readField(name, field, text) {
    if (text === '' && !field.required)
        return {};
    const found = text === '' ? 'nothing' : field.secret ? 'a secret value' : JSON.stringify(text);
    try {
        if (text === '')
            throw new Refusal('a value', `Add "${name}:" under the step's "with:".`);
        return { value: field.parse(text) };
    }
    catch (error) {
        if (!(error instanceof Refusal))
            throw error;
        return { problem: { input: name, found, allowed: error.allowed, remedy: error.remedy } };
    }
}
/** A rule: exactly one of the named inputs must be given. */
function exactlyOneOf(...names) {
    const list = names.map((name) => `"${name}"`).join(' and ');
    return (inputs) => {
        // A refused one was given, too: to ask for it as well would mislead.
        const given = names.filter((name) => !(name in inputs) || inputs[name] !== undefined);
        if (given.length === 1)
            return undefined;
        return {
            input: given[1] ?? names[0] ?? '',
            found: given.length === 0 ? `none of ${list}` : `${given.length} of ${list}`,
            allowed: `exactly one of ${list}`,
            remedy: given.length === 0 ? `Give one of ${list}.` : 'Remove all but one of them.',
        };
    };
}


/***/ }),

/***/ 9506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ regionKnown)
/* harmony export */ });
/** A rule: the region is given, or the environment's. */
function regionKnown(environment) {
    return ({ region }) => region || environment.AWS_REGION
        ? undefined
        : {
            input: 'region',
            found: 'nothing, and no AWS_REGION in the environment',
            allowed: 'the name of an AWS region',
            remedy: 'Add "region:", or run aws-actions/configure-aws-credentials in an earlier step.',
        };
}


/***/ })

};
