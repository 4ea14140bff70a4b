export const id = 5926;
export const ids = [5926];
export const modules = {

/***/ 5926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inputs: () => (/* binding */ personal_env_inputs),
  personalEnv: () => (/* binding */ personalEnv),
  personalEnvOver: () => (/* binding */ personalEnvOver)
});

// EXTERNAL MODULE: ./build/bundle/src/platform/inputs.js
var inputs = __webpack_require__(2633);
;// CONCATENATED MODULE: ./build/bundle/src/environments/branch-pattern.js

/** A pattern such as `remote-run/{user}/{feature}`: the user is one segment, the feature may span several. */
function branchPattern(value) {
    const pieces = value.split(/(\{user\}|\{feature\})/);
    const places = pieces.filter((piece) => piece === '{user}' || piece === '{feature}');
    const isWhole = places.length === 2 && places[0] !== places[1];
    if (!isWhole || /[{}\s]/.test(value.replace('{user}', '').replace('{feature}', '')) || value.includes('}{')) {
        throw new inputs/* Refusal */.P_('a branch name with {user} and {feature} once each, apart from one another', 'Write for example remote-run/{user}/{feature}.');
    }
    const expression = new RegExp(`^${pieces.map(toExpression).join('')}$`, 'u');
    return (branch) => {
        const { user, feature } = expression.exec(branch)?.groups ?? {};
        return user && feature ? { user, feature } : undefined;
    };
}
function toExpression(piece) {
    if (piece === '{user}')
        return '(?<user>[^/]+)';
    if (piece === '{feature}')
        return '(?<feature>.+)';
    return piece.replace(/[.*+?^$()|[\]\\/]/g, '\\$&');
}

// EXTERNAL MODULE: ./build/bundle/src/environments/environment.js + 1 modules
var environments_environment = __webpack_require__(8602);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
;// CONCATENATED MODULE: ./build/bundle/src/environments/owner.js

/**
 * Checks that whoever started the run owns the user segment of the branch name: it is their GitHub login (in any case),
 * or `owners` says whose it is. A segment in `owners` belongs to that login alone.
 * @throws {Failure} for anyone else.
 */
function requireOwner(user, actor, owners = {}) {
    const mapped = Object.entries(owners).find(([segment]) => segment.toLowerCase() === user.toLowerCase())?.[1];
    const owner = mapped ?? user;
    if (owner.toLowerCase() === actor.toLowerCase())
        return;
    throw new failure/* Failure */.HR(`${actor || 'Nobody'} started this run, but "${user}" in the branch name belongs to ${owner}. ` +
        'Push to a branch of your own, or add a line "SEGMENT=LOGIN" to the input "owners".');
}

// EXTERNAL MODULE: ./build/bundle/src/platform/identity-token.js
var identity_token = __webpack_require__(8886);
// EXTERNAL MODULE: ./build/bundle/src/platform/input-types.js
var input_types = __webpack_require__(8534);
// EXTERNAL MODULE: ./build/bundle/src/platform/markdown.js
var markdown = __webpack_require__(6225);
// EXTERNAL MODULE: ./build/bundle/src/platform/region-known.js
var region_known = __webpack_require__(9506);
;// CONCATENATED MODULE: ./build/bundle/src/actions/personal-env.js








/** The inputs, as action.yml names them. */
const personal_env_inputs = {
    command: (0,inputs/* required */.mw)((0,input_types/* oneOf */.yL)('up', 'down')),
    mirror: (0,inputs/* optional */.lq)(input_types/* groupName */.hv),
    domain: (0,inputs/* optional */.lq)(input_types/* domain */.bl),
    'image-id': (0,inputs/* optional */.lq)(input_types/* imageId */.L),
    machines: (0,inputs/* withDefault */.IQ)('1', (0,input_types/* wholeNumber */.rD)(1, 20)),
    listener: (0,inputs/* optional */.lq)(input_types/* text */.Qq),
    pattern: (0,inputs/* withDefault */.IQ)('remote-run/{user}/{feature}', branchPattern),
    owners: (0,inputs/* optional */.lq)(input_types/* pairs */.AS),
    ref: (0,inputs/* optional */.lq)(input_types/* text */.Qq),
    timeout: (0,inputs/* withDefault */.IQ)('15m', input_types/* positiveDuration */.Cz),
    region: (0,inputs/* optional */.lq)(input_types/* region */.Ny),
    role: (0,inputs/* optional */.lq)(input_types/* roleArn */.w3),
};
const neededForUp = (name, remedy) => {
    return (values) => {
        if (values.command !== 'up' || values[name] !== undefined || !(name in values))
            return undefined;
        return { input: name, found: 'nothing', allowed: 'a value, for "command: up"', remedy };
    };
};
const rules = [
    neededForUp('mirror', 'Name the Auto Scaling group that the environment shall be like.'),
    neededForUp('domain', 'Give the domain of its host name, such as dev.example.com.'),
];
const connectToAws = async (step, region, role) => (await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(6719), __webpack_require__.e(8826), __webpack_require__.e(1683), __webpack_require__.e(944), __webpack_require__.e(4012), __webpack_require__.e(1549), __webpack_require__.e(2838), __webpack_require__.e(622)]).then(__webpack_require__.bind(__webpack_require__, 622))).connectFrom(step, region, { role });
/** The action, over some way to AWS. */
function personalEnvOver(connect) {
    return {
        async main(step) {
            const values = (0,inputs/* readInputs */.Ko)(personal_env_inputs, step.inputs, [
                ...rules,
                (0,region_known/* regionKnown */.C)(step.environment),
                (0,identity_token/* roleIsReachable */.w)(step.environment),
            ]);
            const { command, ref, pattern, timeout } = values;
            const environment = (0,environments_environment/* environmentOf */.p)({ command, ref, pattern, workflow: step.workflow });
            if (command === 'up')
                requireOwner(environment.user, step.workflow.actor, values.owners);
            for (const name of ['slug', 'user', 'feature'])
                step.output(name, environment[name]);
            const site = { aws: await connect(step, values.region, values.role), step, environment, timeout };
            if (command === 'up')
                await up(site, values);
            else
                await down(site);
        },
    };
}
async function up(site, values) {
    const { bringUp } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(6719), __webpack_require__.e(8826), __webpack_require__.e(1683), __webpack_require__.e(1549), __webpack_require__.e(4470)]).then(__webpack_require__.bind(__webpack_require__, 4470));
    const { step, environment } = site;
    const { url, host, imageId: image, } = await bringUp(site, {
        mirror: values.mirror ?? '',
        domain: values.domain ?? '',
        imageId: values['image-id'],
        machines: values.machines,
        listenerArn: values.listener,
    });
    step.output('url', url);
    step.output('host', host);
    step.output('group', environment.slug);
    step.output('image-id', image);
    step.log.info(`Up: ${url} runs ${image} on ${values.machines} of ${environment.user}'s own machines.`);
    await step.summarize(`### Personal environment of ${inCode(environment.branch)}\n\n| | |\n|---|---|\n| Address | ${url} |\n| Image | \`${image}\` |\n| Group | \`${environment.slug}\` |\n`);
}
async function down(site) {
    const { takeDown } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(6719), __webpack_require__.e(8826), __webpack_require__.e(1683), __webpack_require__.e(1549), __webpack_require__.e(4470)]).then(__webpack_require__.bind(__webpack_require__, 4470));
    const { step, environment } = site;
    const end = (await takeDown(site)) ? 'Down: all of it is gone' : 'Nothing to take down: it is not there';
    step.log.info(`${end} (${environment.slug}).`);
    await step.summarize(`### Personal environment of ${inCode(environment.branch)}\n\n${end}.\n`);
}
/** A branch's name in Markdown. */
function inCode(branch) {
    return `<code>${(0,markdown/* literally */.D)(branch)}</code>`;
}
/** Gives a branch machines of its own, and takes them away again. */
const personalEnv = personalEnvOver(connectToAws);


/***/ }),

/***/ 8602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ environmentOf),
  r: () => (/* binding */ markKey)
});

// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/bundle/src/environments/slug.js

/** The tightest limit on a name: a target group's (ELBv2 API, CreateTargetGroup). A DNS label may have 63. */
const longestSlug = 32;
const hashDigits = 8;
/** The full ref, told apart from other repositories' in the same account, as a SHA-256 in hexadecimal. */
function refHash(repository, ref) {
    return (0,external_node_crypto_.createHash)('sha256').update(`${repository.toLowerCase()} ${ref}`).digest('hex');
}
/**
 * A name that is safe for DNS and for every AWS resource: lower-case letters, digits and single hyphens, none of them
 * at an end. It always ends in the hash of the full ref: what is lost in cutting and replacing makes no two branches equal.
 */
function slugOf({ user, feature }, hash) {
    const readable = `${user}-${feature}`
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, longestSlug - hashDigits - 1)
        .replace(/^-+|-+$/g, '');
    return `${readable || 'env'}-${hash.slice(0, hashDigits)}`;
}

;// CONCATENATED MODULE: ./build/bundle/src/environments/environment.js


/** The tag that marks what belongs to an environment: nothing without it is ever touched. */
const markKey = 'steadfleet:environment';
/**
 * Finds out which environment a run is about.
 * @throws {Failure} for a fork, for a ref that is no branch, and for a branch that the pattern does not fit.
 */
function environmentOf({ command, ref, pattern, workflow }) {
    refuseForks(workflow);
    const branch = branchOf(ref ?? (command === 'down' ? deletedRef(workflow) : workflow.ref));
    const parts = pattern(branch);
    if (!parts) {
        throw new failure/* Failure */.HR(`Branch ${JSON.stringify(branch)} names no personal environment. Compare it with the input "pattern", or run this step only for branches that fit.`);
    }
    const hash = refHash(workflow.repository, `refs/heads/${branch}`);
    const slug = slugOf(parts, hash);
    return { branch, ...parts, slug, mark: `${slug}/${hash}` };
}
/** The branch that a `delete` event is about: its payload alone tells (the run itself is on the default branch). */
function deletedRef({ event, eventName }) {
    if (eventName !== 'delete') {
        throw new failure/* Failure */.HR(`"command: down" outside a delete event (this is "${eventName}") needs the input "ref": the branch.`);
    }
    if (event.ref_type !== 'branch') {
        throw new failure/* Failure */.HR(`A ${String(event.ref_type)} was deleted, not a branch: it has no environment.`);
    }
    return String(event.ref ?? '');
}
function branchOf(ref) {
    const branch = ref.replace(/^refs\/heads\//, '');
    if (branch !== '' && !branch.startsWith('refs/'))
        return branch;
    throw new failure/* Failure */.HR(`${JSON.stringify(ref)} is no branch, and only branches have environments. Run this step on push (or give the branch as "ref").`);
}
/** Code from a fork never gets machines here: whoever may push to this repository may have an environment. */
function refuseForks({ event, repository }) {
    const heads = [nameIn(event, 'pull_request', 'head', 'repo'), nameIn(event, 'workflow_run', 'head_repository')];
    for (const head of heads) {
        if (head === undefined || head.toLowerCase() === repository.toLowerCase())
            continue;
        throw new failure/* Failure */.HR(`This run is for the fork ${head}; only branches of ${repository} get an environment.`);
    }
}
/** The full name of the repository at a path of the payload; undefined when the payload has no such path. */
function nameIn(payload, ...path) {
    let value = payload;
    for (const [at, key] of path.entries()) {
        if (typeof value !== 'object' || value === null || !(key in value))
            return undefined;
        value = value[key];
        // A deleted fork is null: whose code it was is unknown, so it is not ours.
        if (value === null && at > 0)
            return '(deleted)';
    }
    const { full_name: name } = (value ?? {});
    return typeof name === 'string' ? name : '(deleted)';
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
