export const id = 4179;
export const ids = [4179];
export const modules = {

/***/ 4179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bakeAmi: () => (/* binding */ bakeAmi),
/* harmony export */   inputs: () => (/* binding */ inputs)
/* harmony export */ });
/* harmony import */ var _platform_derived_step_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4558);
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _platform_identity_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8886);
/* harmony import */ var _platform_input_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8534);
/* harmony import */ var _platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2633);
/* harmony import */ var _platform_region_known_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9506);






/** A release of Packer, as its download page names it. */
function packerVersion(value) {
    if (/^\d+\.\d+\.\d+$/.test(value))
        return value;
    throw new _platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P_('one exact version of Packer, such as 1.11.2', 'Write the whole version, without "v" and without a range.');
}
const inputs = {
    template: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq),
    variables: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS),
    'variable-files': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn),
    only: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn),
    except: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn),
    'packer-version': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(packerVersion),
    'packer-mirror': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .withDefault */ .IQ)('https://releases.hashicorp.com', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_2__/* .webAddress */ .Dy),
    'working-directory': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .withDefault */ .IQ)('.', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq),
    region: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_2__/* .region */ .Ny),
    role: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_2__/* .roleArn */ .w3),
    tags: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS),
    timeout: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .withDefault */ .IQ)('1h', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_2__/* .positiveDuration */ .Cz),
};
/** What STS gives a role's session when nothing else is asked for (STS API, AssumeRoleWithWebIdentity). */
const sessionLength = 3_600_000;
/** A rule: Packer cannot renew the credentials that it is started with. */
const roleOutlastsBake = ({ role, timeout }) => {
    if (role === undefined || timeout === undefined || timeout <= sessionLength)
        return undefined;
    return {
        input: 'timeout',
        found: `${timeout / 60_000}m`,
        allowed: 'up to 1h together with "role": Packer gets its credentials for an hour',
        remedy: 'Use aws-actions/configure-aws-credentials with "role-duration-seconds" in place of "role".',
    };
};
/** Set once the outputs name the images: from then on they are the user's, and post removes nothing. */
const keptState = 'bake-kept';
const bakeAmi = {
    async main(step) {
        const given = (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readInputs */ .Ko)(inputs, step.inputs, [
            (0,_platform_region_known_js__WEBPACK_IMPORTED_MODULE_4__/* .regionKnown */ .C)(step.environment),
            (0,_platform_identity_token_js__WEBPACK_IMPORTED_MODULE_1__/* .roleIsReachable */ .w)(step.environment),
            roleOutlastsBake,
        ]);
        if (process.platform === 'win32')
            throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bake-ami runs on Linux and macOS runners: use runs-on: ubuntu-latest.');
        const home = given.region ?? step.environment.AWS_REGION ?? '';
        const connectTo = await connector(step, given.role);
        const { bake } = await __webpack_require__.e(/* import() */ 6767).then(__webpack_require__.bind(__webpack_require__, 6767));
        const { provenance, tagImages } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(7786)]).then(__webpack_require__.bind(__webpack_require__, 7786));
        const { bakeSummary } = await __webpack_require__.e(/* import() */ 5767).then(__webpack_require__.bind(__webpack_require__, 5767));
        const environment = { ...step.environment, ...(await connectTo(home).childVariables()) };
        const baked = await bake(orderOf(given, home), (0,_platform_derived_step_js__WEBPACK_IMPORTED_MODULE_5__/* .deriveStep */ .s)(step, { inputs: {}, environment }));
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
        const { readRecord, recordState } = await __webpack_require__.e(/* import() */ 2126).then(__webpack_require__.bind(__webpack_require__, 2126));
        const record = readRecord(step.state(recordState));
        if (!record)
            return;
        if (step.state(keptState) === 'true') {
            const { rm } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1455, 19));
            return rm(record.directory, { recursive: true, force: true });
        }
        const { cleanUp } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(6719), __webpack_require__.e(8788), __webpack_require__.e(562)]).then(__webpack_require__.bind(__webpack_require__, 562));
        // The clean-up bounds itself: machines take longer to go than settings to be put back.
        const unbounded = new AbortController().signal;
        await cleanUp(record, await connector(step, step.inputs.get('role') || undefined, unbounded), step);
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
async function connector(step, role, cancellation = step.cancellation) {
    const { connectFrom } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(6719), __webpack_require__.e(8826), __webpack_require__.e(1683), __webpack_require__.e(944), __webpack_require__.e(4012), __webpack_require__.e(1549), __webpack_require__.e(2838), __webpack_require__.e(622)]).then(__webpack_require__.bind(__webpack_require__, 622));
    return (name) => connectFrom(step, name, { role, cancellation });
}
/** Where several builds made an image in one region, the template's first is the one. */
function firstByRegion(images) {
    const first = {};
    for (const { region, id } of images)
        first[region] ??= id;
    return first;
}


/***/ }),

/***/ 4558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ deriveStep)
/* harmony export */ });
/** The same step with some inputs of its own: for an action that is a part of another one. */
function deriveStep(step, { inputs, environment = step.environment, log = step.log, clock = step.clock, onOutput }) {
    const { random, workflow, cancellation } = step;
    return {
        ...{ log, clock, random, workflow, environment, cancellation },
        inputs: { get: (name) => inputs[name] ?? step.inputs.get(name), mask: (value) => step.inputs.mask(value) },
        output: (name, value) => {
            onOutput?.(name, value);
            step.output(name, value);
        },
        saveState: (name, value) => step.saveState(name, value),
        state: (name) => step.state(name),
        summarize: (markdown) => step.summarize(markdown),
    };
}


/***/ }),

/***/ 4168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   httpGet: () => (/* binding */ httpGet),
/* harmony export */   httpPost: () => (/* binding */ httpPost)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _sandbox_mode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(537);


/** Posts over the network, through the proxy that `HTTPS_PROXY` and `NO_PROXY` name; in sandbox mode to loopback only. */
const httpPost = ({ body, ...request }, environment) => exchange('POST', request, body, environment);
/** Gets over the network, on the same ways as {@link httpPost}. */
const httpGet = (request, environment) => exchange('GET', request, '', environment);
async function exchange(method, { url, headers, timeout }, body, environment) {
    if ((0,_sandbox_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .isSandboxMode */ .Nn)(environment) && !(0,_sandbox_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U9)(url.href)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`STEADFLEET_SANDBOX=1 allows only loopback addresses, but this one is at ${url.hostname}`);
    }
    const { HttpClient } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4942));
    const client = new HttpClient('steadfleet', [], { allowRedirects: false, socketTimeout: timeout });
    const response = await client.request(method, url.href, body, { ...headers });
    const { statusCode, headers: answered } = response.message;
    const single = Object.entries(answered).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
    return { status: statusCode ?? 0, headers: Object.fromEntries(single), body: await response.readBody() };
}


/***/ }),

/***/ 8886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ identityToken),
/* harmony export */   w: () => (/* binding */ roleIsReachable)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4168);


/** Milliseconds that GitHub may take to answer. */
const timeout = 10_000;
/**
 * Asks GitHub who this job is, as a token for one audience. It holds for some minutes only, so it is asked for right
 * before each use (GitHub Actions documentation, "OpenID Connect").
 * @throws {Failure} when GitHub gives none for good; any other Error when to ask again may help.
 */
async function identityToken(audience, environment, get = _http_js__WEBPACK_IMPORTED_MODULE_1__.httpGet) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: key = '' } = environment;
    if (!URL.canParse(address))
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`${missing.found}. ${missing.remedy}`);
    const url = new URL(address);
    url.searchParams.set('audience', audience);
    const headers = { authorization: `bearer ${key}`, accept: 'application/json' };
    const { status, body } = await get({ url, headers, timeout }, environment).catch((error) => {
        throw error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? error : unavailable((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
    });
    if (status === 429 || status >= 500)
        throw unavailable(`status ${status}`);
    const token = status === 200 ? valueIn(body) : undefined;
    if (token !== undefined)
        return token;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`GitHub gave this job no identity token (status ${status}). ${missing.remedy}`);
}
const missing = {
    found: 'a role, but this job may not ask GitHub for an identity token',
    remedy: 'Add "permissions: id-token: write" to the job.',
};
/** A rule: who gives a role lets the job say who it is. */
function roleIsReachable(environment) {
    return ({ role }) => role === undefined || environment.ACTIONS_ID_TOKEN_REQUEST_URL
        ? undefined
        : {
            input: 'role',
            found: missing.found,
            allowed: 'a role, in a job with that permission',
            remedy: missing.remedy,
        };
}
function unavailable(why) {
    return Object.assign(new Error(`GitHub gave this job no identity token (${why})`), { name: 'ServiceUnavailable' });
}
function valueIn(body) {
    try {
        const { value } = JSON.parse(body);
        return typeof value === 'string' && value !== '' ? value : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   CI: () => (/* binding */ millisecondsIn),
/* harmony export */   Cz: () => (/* binding */ positiveDuration),
/* harmony export */   Dy: () => (/* binding */ webAddress),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   L: () => (/* binding */ imageId),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Ny: () => (/* binding */ region),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   S0: () => (/* binding */ groupNames),
/* harmony export */   be: () => (/* binding */ isZero),
/* harmony export */   bl: () => (/* binding */ domain),
/* harmony export */   hv: () => (/* binding */ groupName),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   tO: () => (/* binding */ imageName),
/* harmony export */   uR: () => (/* binding */ instant),
/* harmony export */   vj: () => (/* binding */ amount),
/* harmony export */   w3: () => (/* binding */ roleArn),
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
    const milliseconds = millisecondsIn(value);
    if (milliseconds <= longestDuration)
        return milliseconds;
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('a number with a unit (s, m or h), up to 24 days', 'Write for example 45s, 10m or 2h.');
}
/** What such a text says; NaN where it says no length of time. */
function millisecondsIn(value) {
    const match = /^(\d{1,7})(s|m|h)$/.exec(value);
    return Number(match?.[1]) * millisecondsPer[(match?.[2] ?? 's')];
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
function isZero(value) {
    return ('machines' in value ? value.machines : value.percent) === 0;
}
/** An AMI id. */
function imageId(value) {
    if (/^ami-([0-9a-f]{8}|[0-9a-f]{17})$/.test(value))
        return value;
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('an AMI id: "ami-" and 8 or 17 hexadecimal digits', 'Write for example ami-0abcdef1234567890.');
}
/** Of a parameter that another account shares its ARN (Systems Manager API, GetParameter). */
const parameterName = /^ssm:(arn:aws[a-z-]*:ssm:[a-z0-9-]+:\d{12}:parameter\/)?[\w./-]{1,1011}(:[\w.-]{1,100})?$/;
/** An AMI id, the name of an SSM parameter that holds one, or `previous`. */
function imageName(value) {
    if (value === 'previous' || parameterName.test(value))
        return value;
    if (!/^(ami-|ssm:)/.test(value)) {
        throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('an AMI id, "ssm:" and the name of a parameter that holds one, or "previous"', 'Write for example ami-0abcdef1234567890, ssm:/images/shop or previous.');
    }
    if (value.startsWith('ami-'))
        return imageId(value);
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('"ssm:" and the name of an SSM parameter, or the ARN of one that is shared, which may end with :VERSION or :LABEL', 'Write for example ssm:/images/shop.');
}
/** The ARN of a role of IAM (IAM user guide, "IAM identifiers"). */
function roleArn(value) {
    if (/^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/.test(value))
        return value;
    throw new _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('the ARN of a role of IAM', 'Write for example arn:aws:iam::123456789012:role/deploy.');
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
/** Names of Auto Scaling groups, one on each line. */
function groupNames(value) {
    return lines(value).map(groupName);
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
/* harmony export */   qR: () => (/* binding */ isGiven),
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
/** An input with a default, written as a user would write it. Without one it is {@link optional}: nothing is never parsed. */
function withDefault(text, parse) {
    if (text === '')
        throw new Error('an input without a default is optional');
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
/** Whether an input says anything: one that is left out does not, nor does one that repeats its default. */
function isGiven(field, value) {
    if (value === undefined)
        return false;
    return field.default === '' || JSON.stringify(value) !== JSON.stringify(field.parse(field.default));
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


/***/ }),

/***/ 537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ne: () => (/* binding */ sandboxEndpoint),
/* harmony export */   Nn: () => (/* binding */ isSandboxMode),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   U9: () => (/* binding */ isLoopback)
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
