export const id = 57;
export const ids = [57];
export const modules = {

/***/ 8057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deadlineOutlastsMinReady: () => (/* binding */ deadlineOutlastsMinReady),
/* harmony export */   inputs: () => (/* binding */ inputs),
/* harmony export */   readDeployInputs: () => (/* binding */ readDeployInputs),
/* harmony export */   report: () => (/* binding */ report),
/* harmony export */   rollingDeploy: () => (/* binding */ rollingDeploy)
/* harmony export */ });
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8534);
/* harmony import */ var _platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2633);
/* harmony import */ var _platform_region_known_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9506);




/** The inputs, as action.yml names them. */
const inputs = {
    command: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefault */ .IQ)('deploy', (0,_platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('deploy', 'repair', 'history')),
    group: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .mw)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .groupName */ .hv),
    'image-id': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .imageId */ .L),
    'image-from': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .groupName */ .hv),
    'max-surge': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefault */ .IQ)('25%', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj),
    'max-unavailable': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefault */ .IQ)('0', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj),
    'min-ready': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefault */ .IQ)('30s', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0),
    'progress-deadline': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefault */ .IQ)('10m', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0),
    'poll-interval': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefault */ .IQ)('10s', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .positiveDuration */ .Cz),
    region: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .region */ .Ny),
};
/** A rule: a machine has time to become ready. */
const deadlineOutlastsMinReady = (values) => {
    const deadline = values['progress-deadline'];
    const minReady = values['min-ready'];
    if (deadline === undefined || minReady === undefined || deadline > minReady)
        return undefined;
    return {
        input: 'progress-deadline',
        found: `${deadline / 1000}s`,
        allowed: `more than min-ready (${minReady / 1000}s)`,
        remedy: 'Give machines more time, or shorten min-ready.',
    };
};
/** A rule: only a deployment needs an image, and exactly one. */
const imageForDeploy = (values) => values.command === 'deploy' ? (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .exactlyOneOf */ .Og)('image-id', 'image-from')(values) : undefined;
function readDeployInputs(step) {
    return (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .Ko)(inputs, step.inputs, [imageForDeploy, deadlineOutlastsMinReady, (0,_platform_region_known_js__WEBPACK_IMPORTED_MODULE_3__/* .regionKnown */ .C)(step.environment)]);
}
/** Rolls an image out to one Auto Scaling group, and takes it back when the job is cancelled. */
const rollingDeploy = {
    async main(step) {
        const values = readDeployInputs(step);
        const deployment = await openDeployment(step, values);
        if (values.command === 'history')
            await tellHistory(step, deployment);
        else if (values.command === 'repair')
            await repair(step, values, deployment);
        else
            report(step, await deploy(step, values, deployment));
    },
    async post(step) {
        const number = Number(step.state('release'));
        if (!number)
            return;
        const deployment = await openDeployment(step, readDeployInputs(step));
        const ended = await deployment.takeBack(number, 'The job was cancelled or its runner died.');
        if (!ended)
            return;
        await publish(step, deployment, ended);
        if (ended.outcome === 'needs-attention')
            step.log.warning(ended.reason, 'Needs attention');
        else
            step.log.info(ended.reason);
    },
};
async function deploy(step, values, deployment) {
    const imageFrom = values['image-from'];
    const source = imageFrom === undefined ? { imageId: values['image-id'] ?? '' } : { fromGroup: imageFrom };
    const ended = await deployment.run(source, (number) => step.saveState('release', String(number)));
    await publish(step, deployment, ended);
    return ended;
}
async function repair(step, { group }, deployment) {
    const ended = await deployment.repair((number) => step.saveState('release', String(number)));
    if (!ended)
        return step.log.info(`Nothing to repair in "${group}".`);
    await publish(step, deployment, ended);
    if (ended.outcome === 'needs-attention')
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(ended.reason);
    step.log.info(ended.reason);
}
async function tellHistory(step, deployment) {
    const { historyLines, historyTable } = await __webpack_require__.e(/* import() */ 854).then(__webpack_require__.bind(__webpack_require__, 854));
    const releases = await deployment.history();
    for (const line of historyLines(releases))
        step.log.info(line);
    await step.summarize(historyTable(releases));
}
async function publish(step, deployment, ended) {
    step.output('outcome', ended.outcome);
    step.output('image-id', ended.imageId);
    step.output('previous-image-id', ended.previousImageId);
    await step.summarize(deployment.summarize(ended));
}
/** Only a group that runs what was asked for is a success. */
function report(step, { outcome, reason }) {
    if (outcome === 'unproven')
        step.log.warning(reason, 'Unproven');
    else if (outcome === 'succeeded' || outcome === 'unchanged')
        step.log.info(reason);
    else
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(reason);
}
async function openDeployment(step, values) {
    const { connectFrom } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(601), __webpack_require__.e(180), __webpack_require__.e(944), __webpack_require__.e(753), __webpack_require__.e(903)]).then(__webpack_require__.bind(__webpack_require__, 7903));
    const { Deployment } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(180), __webpack_require__.e(944), __webpack_require__.e(958)]).then(__webpack_require__.bind(__webpack_require__, 3958));
    return new Deployment({
        step,
        aws: connectFrom(step, values.region),
        group: values.group,
        plan: {
            maxSurge: values['max-surge'],
            maxUnavailable: values['max-unavailable'],
            minReady: values['min-ready'],
            progressDeadline: values['progress-deadline'],
            pollInterval: values['poll-interval'],
        },
    });
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
