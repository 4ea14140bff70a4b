export const id = 4800;
export const ids = [4800];
export const modules = {

/***/ 4800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  audienceInputs: () => (/* binding */ audienceInputs),
  audienceOf: () => (/* binding */ audienceOf),
  inputs: () => (/* binding */ notify_inputs),
  notify: () => (/* binding */ notify),
  notifyOver: () => (/* binding */ notifyOver),
  webhookIsSigned: () => (/* binding */ webhookIsSigned)
});

// EXTERNAL MODULE: ./build/bundle/src/notices/announce.js + 4 modules
var announce = __webpack_require__(3176);
// EXTERNAL MODULE: ./build/bundle/src/notices/event.js
var notices_event = __webpack_require__(6358);
// EXTERNAL MODULE: ./build/bundle/src/platform/input-types.js
var input_types = __webpack_require__(8534);
// EXTERNAL MODULE: ./build/bundle/src/platform/inputs.js
var inputs = __webpack_require__(2633);
;// CONCATENATED MODULE: ./build/bundle/src/notices/receiver.js


const retiredConnectors = /(^|\.)(webhook\.office\.com|outlook\.office(365)?\.com)$/i;
/** The address of a webhook. Addresses of retired Office connectors answer 2xx and deliver nothing: refused. */
function webhookAddress(value) {
    const url = (0,input_types/* webAddress */.Dy)(value);
    if (!retiredConnectors.test(url.hostname))
        return url;
    throw new inputs/* Refusal */.P_('a webhook that still delivers: this one is an Office 365 connector of Microsoft Teams, and those are retired', 'In Teams, make a flow in Workflows with the trigger "When an HTTP request is received", and give its address as webhook-url.');
}

// EXTERNAL MODULE: ./build/bundle/src/platform/http.js
var http = __webpack_require__(4168);
;// CONCATENATED MODULE: ./build/bundle/src/actions/notify.js






/** The inputs that say who is told. */
const audienceInputs = {
    'slack-webhook-url': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(webhookAddress)),
    'webhook-url': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(webhookAddress)),
    'webhook-secret': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(input_types/* text */.Qq)),
};
/** The inputs, as action.yml names them. */
const notify_inputs = {
    status: (0,inputs/* required */.mw)((0,input_types/* oneOf */.yL)(...notices_event/* statuses */.b)),
    ...audienceInputs,
    service: (0,inputs/* optional */.lq)(input_types/* text */.Qq),
    environment: (0,inputs/* optional */.lq)(input_types/* text */.Qq),
    group: (0,inputs/* optional */.lq)(input_types/* text */.Qq),
    'image-id': (0,inputs/* optional */.lq)(input_types/* text */.Qq),
    'previous-image-id': (0,inputs/* optional */.lq)(input_types/* text */.Qq),
    outcome: (0,inputs/* optional */.lq)(input_types/* text */.Qq),
    'started-at': (0,inputs/* optional */.lq)(input_types/* instant */.uR),
    message: (0,inputs/* optional */.lq)(input_types/* text */.Qq),
    timeout: (0,inputs/* withDefault */.IQ)('10s', input_types/* positiveDuration */.Cz),
    'fail-on-error': (0,inputs/* withDefault */.IQ)('false', input_types/* flag */.Jt),
};
const someoneListens = (values) => {
    // A refused address is absent from the values, but its name is not: only truly empty inputs break this rule.
    if (!('slack-webhook-url' in values && 'webhook-url' in values))
        return undefined;
    if (values['slack-webhook-url'] ?? values['webhook-url'])
        return undefined;
    return {
        input: 'slack-webhook-url',
        found: 'neither "slack-webhook-url" nor "webhook-url"',
        allowed: 'one of them, or both',
        remedy: 'Give one. If you did, the secret does not exist here: secrets of other repositories and forks are empty.',
    };
};
/** A rule: whoever gets the event as JSON can check that it comes from here. */
const webhookIsSigned = (values) => {
    if (!values['webhook-url'] || values['webhook-secret'])
        return undefined;
    return {
        input: 'webhook-secret',
        found: 'nothing',
        allowed: 'a key that the receiver knows too, for the signature',
        remedy: 'Make one with "openssl rand -hex 32", keep it in a secret, and pass it.',
    };
};
/** Who is told, from the inputs that say so. */
function audienceOf(values) {
    const url = values['webhook-url'];
    const key = values['webhook-secret'];
    return { slack: values['slack-webhook-url'], webhook: url && key ? { url, secret: key } : undefined };
}
/** The action, over some way to post. */
function notifyOver(post) {
    return {
        async main(step) {
            const values = (0,inputs/* readInputs */.Ko)(notify_inputs, step.inputs, [someoneListens, webhookIsSigned]);
            const { status, service, environment, group, outcome, message } = values;
            const images = { imageId: values['image-id'], previousImageId: values['previous-image-id'] };
            const facts = {
                status,
                service,
                environment,
                group,
                outcome,
                message,
                startedAt: values['started-at'],
                ...images,
            };
            const audience = { ...audienceOf(values), timeout: values.timeout, failOnError: values['fail-on-error'] };
            const { event, delivered } = await (0,announce/* announce */.i)(step, facts, audience, post);
            step.output('event-id', event.id);
            step.output('time', event.time);
            step.output('delivered', delivered.join(','));
            const heard = delivered.length > 0 ? delivered.join(' and ') : 'nobody';
            step.log.info(`Told ${heard}: ${event.service}, ${event.status}.`);
            await step.summarize(`**Notice**: \`${event.status}\` told to ${heard}.\n`);
        },
    };
}
/** Tells Slack and a webhook what happened to a deployment. */
const notify = notifyOver(http.httpPost);


/***/ }),

/***/ 3176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ announce)
});

// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
;// CONCATENATED MODULE: ./build/bundle/src/notices/deliver.js

const attempts = 4;
const firstWait = 1_000;
/** A receiver that asks for longer is given up: the job should not wait for it. */
const longestWait = 60_000;
/** Tells every receiver, each on its own: a slow or broken one holds nobody else up. Never throws. */
function deliver(event, receivers, delivery) {
    return Promise.all(receivers.map((receiver) => tell(event, receiver, delivery)));
}
async function tell(event, receiver, delivery) {
    for (let attempt = 1;; attempt++) {
        const request = { ...receiver.request(event, delivery.clock.now()), timeout: delivery.timeout };
        const tried = await postWithin(request, delivery);
        const problem = 'error' in tried ? tried.error : problemOf(tried.response);
        if (problem === undefined)
            return { receiver: receiver.name };
        const wait = waitBefore(attempt, tried, delivery);
        if (wait === undefined)
            return { receiver: receiver.name, problem: `${problem} (attempt ${attempt})` };
        await delivery.clock.sleep(wait);
    }
}
/** One attempt; a time-out and a broken connection are answers too. */
async function postWithin(request, { post, clock, environment, timeout }) {
    const answered = new AbortController();
    const lateness = clock.sleep(timeout, answered.signal).then(() => late(timeout));
    const answer = post(request, environment).then((response) => ({ response }), (error) => ({ error: (0,failure/* messageOf */.bD)(error), final: error instanceof failure/* Failure */.HR }));
    const first = await Promise.race([answer, lateness]);
    answered.abort();
    return first;
}
function late(timeout) {
    return { error: `no answer within ${timeout / 1000} s`, final: false };
}
function problemOf({ status, body }) {
    if (status >= 200 && status < 300)
        return undefined;
    const said = body.replace(/\s+/g, ' ').trim().slice(0, 200);
    return `it answered ${status}${said && `: ${said}`}`;
}
/** Milliseconds to wait before the next attempt; undefined when there shall be none. */
function waitBefore(attempt, tried, { clock, random }) {
    if (attempt === attempts)
        return undefined;
    const backoff = firstWait * 2 ** attempt * (0.5 + random.next() / 2);
    if ('error' in tried)
        return tried.final ? undefined : backoff;
    const { status, headers } = tried.response;
    if (status !== 429 && status < 500)
        return undefined;
    const asked = askedWait(headers['retry-after'], clock);
    if (asked === undefined)
        return backoff;
    return asked <= longestWait ? asked : undefined;
}
/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, section 10.2.3). */
function askedWait(header, clock) {
    if (header === undefined)
        return undefined;
    if (/^\d+$/.test(header))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - clock.now());
}

// EXTERNAL MODULE: ./build/bundle/src/notices/event.js
var notices_event = __webpack_require__(6358);
;// CONCATENATED MODULE: ./build/bundle/src/notices/slack-text.js
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/**
 * Text as Slack shows it literally: the three control characters become entities, so that neither `<!channel>` nor a
 * link can come from a commit message (Slack, "Formatting text for app surfaces: Escaping text"). Text that gets longer
 * than `limit` ends in an ellipsis; an entity is never cut in two.
 */
function slackText(text, limit) {
    let escaped = '';
    for (const character of text) {
        const next = entities[character] ?? character;
        if (escaped.length + next.length > limit)
            return `${withoutLast(escaped, limit)}…`;
        escaped += next;
    }
    return escaped;
}
/** Makes room for one character at the end. */
function withoutLast(escaped, limit) {
    if (escaped.length < limit)
        return escaped;
    return escaped.replace(/(&(amp|lt|gt);|[\ud800-\udbff][\udc00-\udfff]|[\s\S])$/, '');
}
/** One line: for names, which have no business spanning several. */
function slackLine(text, limit) {
    return slackText(text.replace(/\s+/g, ' ').trim(), limit);
}
/** A name in a code span, where Slack's other marks mean nothing. */
function slackCode(text, limit = 200) {
    return `\`${slackLine(text.replaceAll('`', "'"), limit)}\``;
}
/** A link. Both parts are escaped; the address loses what would end it early. */
function slackLink(url, label) {
    return `<${slackText(url.replace(/[|>\s]/g, ''), 1_000)}|${slackLine(label.replaceAll('|', '/'), 200)}>`;
}

;// CONCATENATED MODULE: ./build/bundle/src/notices/slack.js

/** Slack's limits (Block Kit reference: header, section). */
const headerLimit = 150;
const sectionLimit = 3_000;
const headlines = {
    start: (what, where) => `🚀 Deploying ${what}${where}`,
    success: (what, where) => `✅ Deployed ${what}${where}`,
    failure: (what, where) => `❌ Could not deploy ${what}${where}`,
    cancelled: (what, where) => `⚪ Deployment of ${what}${where} was cancelled`,
};
/** A Slack incoming webhook. */
function slackWebhook(url) {
    return {
        name: 'slack',
        request: (event) => ({
            url,
            headers: { 'content-type': 'application/json; charset=utf-8' },
            body: JSON.stringify(slackMessage(event)),
        }),
    };
}
/** The message in Block Kit, with plain `text` for notifications and screen readers. */
function slackMessage(event) {
    const where = event.environment === undefined ? '' : ` to ${event.environment}`;
    const headline = headlineOf(event)(event.service, where);
    const facts = factLines(event).join('\n');
    const blocks = [
        { type: 'header', text: { type: 'plain_text', text: slackLine(headline, headerLimit), emoji: true } },
        ...(event.message ? [section(slackText(event.message, sectionLimit))] : []),
        ...(facts ? [section(facts)] : []),
        { type: 'context', elements: [marked(contextLine(event))] },
    ];
    return { text: slackLine(headline, sectionLimit), blocks };
}
/** A step that waits as it was told to has succeeded, but nothing is deployed yet. */
function headlineOf({ status, outcome }) {
    if (status === 'success' && outcome === 'paused')
        return (what, where) => `⏸️ Deployment of ${what}${where} is paused`;
    return headlines[status];
}
/** At most six lines of at most some 450 characters: well within a section. */
function factLines({ group, imageId, previousImageId, outcome, durationSeconds }) {
    // An image that was taken back does not run: what ran before does.
    const word = outcome === 'rolled-back' || outcome === 'aborted' ? 'back to' : 'was';
    const was = previousImageId && previousImageId !== imageId ? ` (${word} ${slackCode(previousImageId)})` : '';
    return [
        ...(group ? [`*Group* ${slackCode(group)}`] : []),
        ...(imageId ? [`*Image* ${slackCode(imageId)}${was}`] : []),
        ...(outcome ? [`*Outcome* ${slackLine(outcome, 200)}`] : []),
        ...(durationSeconds === undefined ? [] : [`*Took* ${spoken(durationSeconds)}`]),
    ];
}
function contextLine({ actor, ref, commit, repository, runUrl }) {
    const commitUrl = runUrl.replace(/\/actions\/runs\/.*$/, `/commit/${commit}`);
    const branch = ref.replace(/^refs\/(heads|tags)\//, '');
    return [
        ...(actor ? [slackLine(actor, 100)] : []),
        slackLine(repository, 150),
        ...(branch ? [slackCode(branch)] : []),
        ...(commit ? [slackLink(commitUrl, commit.slice(0, 7))] : []),
        slackLink(runUrl, 'run'),
    ].join(' · ');
}
function section(text) {
    return { type: 'section', text: marked(text) };
}
/** `verbatim` keeps Slack from turning bare names such as @channel into mentions. */
function marked(text) {
    return { type: 'mrkdwn', text, verbatim: true };
}
function spoken(seconds) {
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/bundle/src/notices/webhook.js

/**
 * A webhook of the user's own: the event as JSON, signed with HMAC-SHA256 over `TIMESTAMP.BODY`. The receiver computes
 * the same, compares in constant time, refuses old timestamps (Unix seconds), and may drop ids that it has seen.
 */
function signedWebhook(url, key) {
    return {
        name: 'webhook',
        request(event, now) {
            const timestamp = String(Math.floor(now / 1000));
            const body = JSON.stringify(event);
            return {
                url,
                body,
                headers: {
                    'content-type': 'application/json; charset=utf-8',
                    'x-steadfleet-event-id': event.id,
                    'x-steadfleet-schema-version': String(event.schemaVersion),
                    'x-steadfleet-timestamp': timestamp,
                    'x-steadfleet-signature': `sha256=${sign(key, timestamp, body)}`,
                },
            };
        },
    };
}
/** The signature of a body, in hexadecimal. */
function sign(key, timestamp, body) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(`${timestamp}.${body}`).digest('hex');
}

;// CONCATENATED MODULE: ./build/bundle/src/notices/announce.js





/**
 * Tells everyone in the audience what happened to a deployment. A failed delivery is a warning.
 * @throws {Failure} for a failed delivery, when asked to, after everyone was tried.
 */
async function announce(step, facts, audience, post) {
    const { clock, random, environment, workflow } = step;
    const event = (0,notices_event/* deploymentEvent */.s)(facts, { workflow, step: environment.GITHUB_ACTION ?? '', now: clock.now() });
    const delivery = { post, clock, random, environment, timeout: audience.timeout };
    const ends = await deliver(event, receiversOf(audience), delivery);
    const problems = ends.filter(({ problem }) => problem !== undefined);
    for (const { receiver, problem } of problems) {
        step.log.warning(`The notice "${event.status}" did not reach ${receiver}: ${problem}`, 'Notice not delivered');
    }
    if (audience.failOnError && problems.length > 0) {
        const names = problems.map(({ receiver }) => receiver).join(' and ');
        throw new failure/* Failure */.HR(`${names} could not be told, and fail-on-error is true. See the warnings for why.`);
    }
    return { event, delivered: ends.filter(({ problem }) => problem === undefined).map(({ receiver }) => receiver) };
}
function receiversOf({ slack, webhook }) {
    return [...(slack ? [slackWebhook(slack)] : []), ...(webhook ? [signedWebhook(webhook.url, webhook.secret)] : [])];
}


/***/ }),

/***/ 6358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ statuses),
/* harmony export */   s: () => (/* binding */ deploymentEvent)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const statuses = ['start', 'success', 'failure', 'cancelled'];
/** Makes the event out of what the step was told and what its workflow knows. */
function deploymentEvent(facts, { workflow, step, now }) {
    const { startedAt, service, ...told } = facts;
    const { repository, runId, runAttempt, job } = workflow;
    const identity = [repository, runId, runAttempt, job, step, facts.status, facts.environment, facts.group];
    return {
        schemaVersion: 1,
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32),
        time: new Date(now).toISOString(),
        ...told,
        service: service ?? repository.split('/').at(-1) ?? repository,
        repository,
        commit: workflow.sha,
        ref: workflow.ref,
        actor: workflow.actor,
        runUrl: workflow.runUrl,
        ...(startedAt !== undefined && { durationSeconds: Math.max(0, Math.round((now - startedAt) / 1000)) }),
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
