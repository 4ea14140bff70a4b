export const id = 7195;
export const ids = [7195];
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

/***/ 7195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inputs: () => (/* binding */ inputs),
/* harmony export */   steadfleet: () => (/* binding */ steadfleet),
/* harmony export */   steadfleetOf: () => (/* binding */ steadfleetOf)
/* harmony export */ });
/* harmony import */ var _notices_announce_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3176);
/* harmony import */ var _platform_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5588);
/* harmony import */ var _platform_derived_step_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4558);
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5840);
/* harmony import */ var _platform_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4168);
/* harmony import */ var _platform_identity_token_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8886);
/* harmony import */ var _platform_input_types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8534);
/* harmony import */ var _platform_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2633);
/* harmony import */ var _platform_region_known_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9506);
/* harmony import */ var _bake_ami_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4179);
/* harmony import */ var _notify_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4800);
/* harmony import */ var _rolling_deploy_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4869);
/* harmony import */ var _rolling_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2305);
/* harmony import */ var _strategy_inputs_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(617);














const { 'image-from': _promotionOnly, 'image-tags': _lookUpOnly, command: _deployOnly, 'dry-run': _planOnly, ...ownDeployInputs } = _rolling_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .inputs */ .QL;
/** The inputs, as action.yml names them: those of the parts, but an image may be given in place of a template. */
const inputs = {
    ..._bake_ami_js__WEBPACK_IMPORTED_MODULE_7__.inputs,
    template: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq),
    ...ownDeployInputs,
    ..._notify_js__WEBPACK_IMPORTED_MODULE_8__.audienceInputs,
    service: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq),
    environment: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq),
    message: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq),
};
/** What main leaves for post. */
const states = {
    began: 'pipeline-began',
    startedAt: 'pipeline-started-at',
    image: 'pipeline-image',
    told: 'pipeline-told',
};
/** Milliseconds that one attempt to deliver a notice may take. */
const noticeTimeout = 10_000;
/** The pipeline over its parts: tell, bake, deploy, tell. */
function steadfleetOf({ bake, deploy, findGroups, post }) {
    return {
        async main(step) {
            const values = readPipelineInputs(step);
            const startedAt = step.clock.now();
            step.saveState(states.began, 'true');
            step.saveState(states.startedAt, String(startedAt));
            await tell(step, values, { status: 'start', imageId: values['image-id'] }, post);
            const results = {};
            const tellEnd = async (status, message) => {
                const { outcome, 'image-id': imageId = values['image-id'], 'previous-image-id': previousImageId } = results;
                await tell(step, values, { status, startedAt, outcome, imageId, previousImageId, message }, post);
                step.saveState(states.told, 'true');
            };
            try {
                await bakeAndDeploy(step, values, { bake, deploy, findGroups, results });
            }
            catch (error) {
                // Post tells of a cancelled pipeline, once it knows how the clean-up went.
                if (!step.cancellation.aborted)
                    await tellEnd('failure', (0,_platform_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .briefly */ .m_)(error));
                throw error;
            }
            await tellEnd('success');
        },
        async post(step) {
            if (step.state(states.began) !== 'true')
                return;
            const imageId = step.state(states.image);
            const results = {};
            const part = partOf(step, imageId, (name, value) => {
                results[name] = value;
            });
            const problems = [...(imageId ? await cleanUp(deploy, part) : []), ...(await cleanUp(bake, step))];
            if (step.state(states.told) === 'true')
                return;
            const startedAt = Number(step.state(states.startedAt));
            const message = problems.length > 0 ? problems.join('\n') : undefined;
            const { outcome, 'previous-image-id': previousImageId } = results;
            const said = { startedAt, imageId: imageId || undefined, outcome, previousImageId, message };
            await tell(step, readPipelineInputs(step), { status: 'cancelled', ...said }, post);
        },
    };
}
function readPipelineInputs(step) {
    return (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .readInputs */ .Ko)(inputs, step.inputs, [
        (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .exactlyOneOf */ .Og)('template', 'image-id'),
        _rolling_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .groupsOfTheirOwn */ .qw,
        (0,_platform_region_known_js__WEBPACK_IMPORTED_MODULE_12__/* .regionKnown */ .C)(step.environment),
        (0,_platform_identity_token_js__WEBPACK_IMPORTED_MODULE_4__/* .roleIsReachable */ .w)(step.environment),
        ..._strategy_inputs_js__WEBPACK_IMPORTED_MODULE_11__/* .planRules */ .Td,
        _notify_js__WEBPACK_IMPORTED_MODULE_8__.webhookIsSigned,
    ]);
}
async function bakeAndDeploy(step, values, { bake, deploy, findGroups, results }) {
    const onOutput = (name, value) => {
        results[name] = value;
    };
    if (values['image-id'] === undefined) {
        await findGroups(partOf(step, 'previous'));
        await bake.main((0,_platform_derived_step_js__WEBPACK_IMPORTED_MODULE_13__/* .deriveStep */ .s)(step, { inputs: {}, onOutput }));
    }
    const imageId = values['image-id'] ?? results['image-id'] ?? '';
    if (imageId === '') {
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('The template built no image in the region of the group. Build one there, or give the input "region".');
    }
    if (step.cancellation.aborted)
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('Cancelled before the rollout began.');
    step.saveState(states.image, imageId);
    await deploy.main(partOf(step, imageId, onOutput));
}
/** The step as the rollout of an image sees it. */
function partOf(step, imageId, onOutput) {
    const inputs = { command: 'deploy', 'dry-run': '', 'image-id': imageId, 'image-tags': '', 'image-from': '' };
    return (0,_platform_derived_step_js__WEBPACK_IMPORTED_MODULE_13__/* .deriveStep */ .s)(step, { inputs, ...(onOutput && { onOutput }) });
}
/** Runs a part's post; a problem is warned about and returned, so that the next part is cleaned up, too. */
async function cleanUp(part, step) {
    try {
        await part.post?.(step);
        return [];
    }
    catch (error) {
        step.log.warning((0,_platform_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .briefly */ .m_)(error), 'steadfleet: clean-up');
        return [(0,_platform_aws_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .briefly */ .m_)(error)];
    }
}
async function tell(step, values, said, post) {
    const { service, environment, group } = values;
    const audience = { ...(0,_notify_js__WEBPACK_IMPORTED_MODULE_8__.audienceOf)(values), timeout: noticeTimeout, failOnError: false };
    await (0,_notices_announce_js__WEBPACK_IMPORTED_MODULE_0__/* .announce */ .i)(step, { service, environment, group, ...said, message: said.message ?? values.message }, audience, post);
}
/** Bakes an image, rolls it out and tells everyone, in one step. */
const steadfleet = steadfleetOf({ bake: _bake_ami_js__WEBPACK_IMPORTED_MODULE_7__.bakeAmi, deploy: _rolling_deploy_js__WEBPACK_IMPORTED_MODULE_9__.rollingDeploy, findGroups: _rolling_deploy_js__WEBPACK_IMPORTED_MODULE_9__.findGroups, post: _platform_http_js__WEBPACK_IMPORTED_MODULE_3__.httpPost });


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


/***/ })

};
