export const id = 958;
export const ids = [958];
export const modules = {

/***/ 2364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   lq: () => (/* binding */ _ep0),
/* harmony export */   yt: () => (/* binding */ _mw0)
/* harmony export */ });
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2085);
/* harmony import */ var _endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1721);



const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)(_endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__/* .commonParams */ .S, "AutoScaling_2011_01_01", "AutoScalingClient", _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];


/***/ }),

/***/ 3509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ DescribeAutoScalingGroupsCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2364);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8427);


class DescribeAutoScalingGroupsCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeAutoScalingGroups", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeAutoScalingGroups$ */ .myy) {
}


/***/ }),

/***/ 1092:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ TerminateInstanceInAutoScalingGroupCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2364);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8427);


class TerminateInstanceInAutoScalingGroupCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "TerminateInstanceInAutoScalingGroup", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .TerminateInstanceInAutoScalingGroup$ */ .R8F) {
}


/***/ }),

/***/ 2470:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ UpdateAutoScalingGroupCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2364);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8427);


class UpdateAutoScalingGroupCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "UpdateAutoScalingGroup", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .UpdateAutoScalingGroup$ */ .lKf) {
}


/***/ }),

/***/ 8509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   lq: () => (/* binding */ _ep0),
/* harmony export */   yt: () => (/* binding */ _mw0)
/* harmony export */ });
/* unused harmony export _mw1 */
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2085);
/* harmony import */ var _endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3358);




const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)(_endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__/* .commonParams */ .S, "AmazonEC2", "EC2Client", _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];
const _mw1 = (Command, cs, config, o) => [
    getCopySnapshotPresignedUrlPlugin(config),
];


/***/ }),

/***/ 5169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ CreateLaunchTemplateVersionCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8509);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(230);


class CreateLaunchTemplateVersionCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "CreateLaunchTemplateVersion", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .CreateLaunchTemplateVersion$ */ .yW5) {
}


/***/ }),

/***/ 1048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ DescribeImagesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8509);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(230);


class DescribeImagesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeImages", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeImages$ */ .gyn) {
}


/***/ }),

/***/ 1490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ DescribeInstancesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8509);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(230);


class DescribeInstancesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeInstances", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeInstances$ */ .eO1) {
}


/***/ }),

/***/ 9106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ DescribeLaunchTemplateVersionsCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8509);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(230);


class DescribeLaunchTemplateVersionsCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeLaunchTemplateVersions", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeLaunchTemplateVersions$ */ .q_Y) {
}


/***/ }),

/***/ 4858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   lq: () => (/* binding */ _ep0),
/* harmony export */   yt: () => (/* binding */ _mw0)
/* harmony export */ });
/* harmony import */ var _smithy_core_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2658);
/* harmony import */ var _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2085);
/* harmony import */ var _endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6839);



const command = (0,_smithy_core_client__WEBPACK_IMPORTED_MODULE_0__.makeBuilder)(_endpoint_EndpointParameters__WEBPACK_IMPORTED_MODULE_1__/* .commonParams */ .S, "ElasticLoadBalancing_v10", "ElasticLoadBalancingV2Client", _smithy_core_endpoints__WEBPACK_IMPORTED_MODULE_2__.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];


/***/ }),

/***/ 7992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ DescribeTargetHealthCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4858);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);


class DescribeTargetHealthCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeTargetHealth", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeTargetHealth$ */ .nZ0) {
}


/***/ }),

/***/ 9288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ay: () => (/* binding */ isForThisMoment),
/* harmony export */   bD: () => (/* binding */ withRetry),
/* harmony export */   uc: () => (/* binding */ forThisMoment),
/* harmony export */   zU: () => (/* binding */ failureKind)
/* harmony export */ });
const throttleCodes = new Set([
    'Throttling',
    'ThrottlingException',
    'ThrottledException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'TooManyRequestsException',
    'TooManyUpdates',
]);
const unavailableCodes = new Set([
    'EmptyAnswer',
    'ResourceContention',
    'ResourceContentionFault',
    'InternalError',
    'InternalFailure',
    'InternalServerError',
    'ServiceUnavailable',
    'TimeoutError',
    'ECONNRESET',
    'ECONNREFUSED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
]);
/**
 * Classifies what an SDK client threw: by its code before its status, for EC2 throttles with a 503 (EC2 API, "Query API
 * request rate") and Auto Scaling with a 400 (Auto Scaling API, "Common errors").
 */
function failureKind(error) {
    const { name, code, Code, $metadata } = error;
    const codes = [name, code, Code].filter((value) => typeof value === 'string');
    if (codes.some((value) => throttleCodes.has(value)))
        return 'throttled';
    if (codes.some((value) => unavailableCodes.has(value)))
        return 'unavailable';
    return ($metadata?.httpStatusCode ?? 0) >= 500 ? 'unavailable' : 'refused';
}
const attempts = 8;
const firstWait = 500;
const longestWait = 20_000;
const momentary = new WeakSet();
/** Marks a command's input as right for this moment only: if the call fails, look again instead of sending it again. */
function forThisMoment(input) {
    momentary.add(input);
    return input;
}
/** Whether an input was given to {@link forThisMoment}. */
function isForThisMoment(input) {
    return momentary.has(input);
}
/**
 * Repeats an AWS call with exponential backoff and full jitter, after the failures that allow it.
 * @throws the last error.
 */
async function withRetry(call, { clock, random, repeatable }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await call();
        }
        catch (error) {
            const kind = failureKind(error);
            const mayRepeat = repeatable === 'any' ? kind !== 'refused' : repeatable === kind;
            if (!mayRepeat || attempt === attempts)
                throw error;
            await clock.sleep(random.next() * Math.min(longestWait, firstWait * 2 ** attempt));
        }
    }
}


/***/ }),

/***/ 3958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Deployment: () => (/* binding */ Deployment)
});

// EXTERNAL MODULE: ./build/bundle/src/platform/markdown.js
var markdown = __webpack_require__(6225);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/rollout/release.js
var rollout_release = __webpack_require__(4919);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeLaunchTemplateVersionsCommand.js
var DescribeLaunchTemplateVersionsCommand = __webpack_require__(9106);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateLaunchTemplateVersionCommand.js
var CreateLaunchTemplateVersionCommand = __webpack_require__(5169);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/template.js



/**
 * The numbered version that the group's machines run (most of them, if they differ), or the one it would launch when
 * it has none.
 * @throws {Failure} when that version does not name its image by id: going back to it could launch another image.
 */
async function runningVersion(aws, { group, machines }) {
    const versions = machines
        .filter(({ stage, templateId }) => stage !== 'leaving' && templateId === group.template.id)
        .map(({ version }) => version);
    const version = mostFrequent(versions);
    const wanted = version === undefined ? group.template.version : String(version);
    const answer = await aws.ec2.send(new DescribeLaunchTemplateVersionsCommand/* DescribeLaunchTemplateVersionsCommand */.P({ LaunchTemplateId: group.template.id, Versions: [wanted] }));
    const found = answer.LaunchTemplateVersions?.[0];
    const imageId = found?.LaunchTemplateData?.ImageId ?? '';
    if (!imageId.startsWith('ami-')) {
        throw new failure/* Failure */.HR(`Launch template ${group.template.id} version ${wanted} names its image as "${imageId}". Give the group a version that names an image by its id (ami-...) first.`);
    }
    return { templateId: group.template.id, version: found?.VersionNumber ?? 0, imageId };
}
/**
 * Makes the version that launches the release's image: a copy of the predecessor's with another ImageId. The client
 * token comes from the release, so a repeated call gives the same version (EC2 API, "Ensuring idempotency").
 */
async function createVersion(aws, release) {
    const origin = release.continues ?? release.number;
    const token = (0,external_node_crypto_.createHash)('sha256').update(`${release.group}\n${origin}\n${release.to.imageId}`).digest('hex');
    const answer = await aws.ec2.send(new CreateLaunchTemplateVersionCommand/* CreateLaunchTemplateVersionCommand */.B({
        LaunchTemplateId: release.to.templateId,
        SourceVersion: String(release.from.version),
        LaunchTemplateData: { ImageId: release.to.imageId },
        VersionDescription: `Steadfleet release ${origin} of ${release.group}`.slice(0, 255),
        ClientToken: token,
    }));
    const version = answer.LaunchTemplateVersion?.VersionNumber;
    if (version === undefined)
        throw new failure/* Failure */.HR('EC2 answered CreateLaunchTemplateVersion without a version. Run this again.');
    return { templateId: release.to.templateId, imageId: release.to.imageId, version };
}
function mostFrequent(versions) {
    const counts = new Map();
    for (const version of versions)
        counts.set(version, (counts.get(version) ?? 0) + 1);
    return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/claim.js



/**
 * Writes the next release into the ledger, before anything is changed. An unfinished release to the same image is
 * carried on with what its first run found; one to another image is taken back if its run is dead.
 * @throws {Failure} when the group is in the hands of another, living rollout.
 */
async function claim(request) {
    const { ledger } = request;
    const newest = await ledger.newest();
    const claimed = newest && newest.outcome === undefined ? inherit(newest, request) : await begin((newest?.number ?? 0) + 1, request);
    if (claimed.kind === 'unchanged')
        return claimed;
    request.onNumber(claimed.release.number);
    await ledger.claim(claimed.release);
    return claimed;
}
function inherit(unfinished, { imageId, claimant, clock }) {
    const now = clock.now();
    if (unfinished.to.imageId === imageId)
        return { kind: 'own', release: (0,rollout_release/* carryOn */.R)(unfinished, claimant, now) };
    if ((0,rollout_release/* isAlive */._n)(unfinished, now))
        throw refusal(unfinished);
    return { kind: 'rescue', release: (0,rollout_release/* takeBack */.zH)(unfinished, claimant, now) };
}
/** Who has the group, since when, and what to do about it. */
function refusal({ group, to, claimant, startedAt, heartbeatAt }) {
    const minutes = rollout_release/* heartbeat */.jQ.deadAfter / 60_000;
    return new failure/* Failure */.HR(`Group "${group}" is being rolled out to ${to.imageId} by ${claimant.actor} since ${(0,rollout_release/* isoTime */.Ly)(startedAt)} ` +
        `(${claimant.runUrl}). Wait for it to end. If its runner is dead: ${minutes} minutes after its last sign of life ` +
        `(${(0,rollout_release/* isoTime */.Ly)(heartbeatAt)}) the next run takes it back, and rolling out ${to.imageId} again finishes it at once.`);
}
async function begin(number, { aws, view, imageId, claimant, clock }) {
    const { group, machines } = view;
    const from = await runningVersion(aws, view);
    const live = machines.filter(({ stage }) => stage !== 'leaving');
    if (from.imageId === imageId && live.every((machine) => machine.imageId === imageId))
        return { kind: 'unchanged' };
    const now = clock.now();
    const release = {
        number,
        group: group.name,
        claimant,
        startedAt: now,
        heartbeatAt: now,
        from,
        to: { templateId: from.templateId, imageId },
        baseline: { desired: group.desired, max: group.max },
        direction: 'forward',
    };
    return { kind: 'own', release };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeImagesCommand.js
var DescribeImagesCommand = __webpack_require__(1048);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/image.js


/**
 * Finds the image's id and sees that a group could launch it.
 * @throws {Failure} when it does not exist, is not available, or the other group does not run healthily on one image.
 */
async function resolveImage(aws, observer, source) {
    const imageId = 'imageId' in source ? source.imageId : provenImage(await observer.look(source.fromGroup));
    const answer = await aws.ec2.send(new DescribeImagesCommand/* DescribeImagesCommand */.j({ Filters: [{ Name: 'image-id', Values: [imageId] }] }));
    const state = answer.Images?.[0]?.State;
    if (state === undefined) {
        throw new failure/* Failure */.HR(`Image ${imageId} does not exist in ${aws.region}, or is not shared with this account.`);
    }
    if (state !== 'available')
        throw new failure/* Failure */.HR(`Image ${imageId} is ${state}; only an available image can be launched.`);
    return imageId;
}
/** The one image that every machine of a group runs, all of them healthy. */
function provenImage({ group, machines }) {
    const sick = machines.filter(({ stage, healthy }) => stage !== 'leaving' && !healthy);
    if (sick.length > 0) {
        throw new failure/* Failure */.HR(`Group "${group.name}" is not healthy: ${sick.map(({ id }) => id).join(', ')}. Its image is promoted only when all its machines are well.`);
    }
    const images = new Set(machines.filter(({ healthy }) => healthy).map(({ imageId }) => imageId));
    const [imageId, ...others] = images;
    if (imageId === undefined)
        throw new failure/* Failure */.HR(`Group "${group.name}" has no machine, so no image is proven there.`);
    if (others.length === 0)
        return imageId;
    throw new failure/* Failure */.HR(`Group "${group.name}" runs several images (${[...images].join(', ')}). Finish its rollout first, or name one by "image-id".`);
}

// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/client/index.js
var client = __webpack_require__(2658);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/submodules/endpoints/index.js
var endpoints = __webpack_require__(2085);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/endpoint/EndpointParameters.js
var EndpointParameters = __webpack_require__(2805);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commandBuilder.js



const command = (0,client.makeBuilder)(EndpointParameters/* commonParams */.S, "AmazonSSM", "SSMClient", endpoints.getEndpointPlugin);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(9060);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParametersByPathCommand.js


class GetParametersByPathCommand extends command(_ep0, _mw0, "GetParametersByPath", schemas_0/* GetParametersByPath$ */.RNT) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParametersCommand.js


class GetParametersCommand extends command(_ep0, _mw0, "GetParameters", schemas_0/* GetParameters$ */.h6Z) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/PutParameterCommand.js


class PutParameterCommand extends command(_ep0, _mw0, "PutParameter", schemas_0/* PutParameter$ */.t7P) {
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger.js


/**
 * The ledger of a group: one SSM parameter a release, `/steadfleet/GROUP/000042`. PutParameter without Overwrite is
 * atomic (SSM API, PutParameter: ParameterAlreadyExists), so whoever creates the next number owns the group, and a
 * higher number than one's own means: somebody else does.
 */
class Ledger {
    #ssm;
    #path;
    constructor(aws, group) {
        this.#ssm = aws.ssm;
        this.#path = `/steadfleet/${encodeGroupName(group)}`;
    }
    /** All releases of the group, the newest first. */
    async history() {
        const releases = [];
        let page;
        do {
            const answer = await this.#ssm.send(new GetParametersByPathCommand({ Path: this.#path, ...(page && { NextToken: page }) }));
            releases.push(...(answer.Parameters ?? []).map(parseRelease));
            page = answer.NextToken;
        } while (page);
        return releases.sort((one, other) => other.number - one.number);
    }
    /** The newest release, or undefined when this group has none. */
    async newest() {
        return (await this.history())[0];
    }
    /**
     * Claims the group by creating the release's number.
     * @throws {Failure} when another run was faster.
     */
    async claim(release) {
        try {
            await this.#put(release, false);
        }
        catch (error) {
            if (error.name !== 'ParameterAlreadyExists')
                throw error;
            const { release: other } = await this.follow(release.number);
            // A repeated call whose first answer was lost finds its own claim.
            if (other && JSON.stringify(other) === JSON.stringify(release))
                return;
            throw new failure/* Failure */.HR(`Group "${release.group}" was claimed a moment ago by ${other?.claimant.runUrl ?? 'another run'}. Wait for it to end, then run this again.`);
        }
    }
    /** Writes a release that this run owns again, with what has changed. */
    async update(release) {
        await this.#put(release, true);
        return release;
    }
    /** A release as the ledger has it now, and whether another run has claimed the group after it: then its run stops. */
    async follow(number) {
        const own = this.nameOf(number);
        // GetParameters, for its answer to a name that does not exist is no error: that is the usual answer here.
        const { Parameters = [] } = await this.#ssm.send(new GetParametersCommand({ Names: [own, this.nameOf(number + 1)] }));
        const found = Parameters.find(({ Name }) => Name === own);
        return { release: found && parseRelease(found), superseded: Parameters.some(({ Name }) => Name !== own) };
    }
    nameOf(number) {
        return `${this.#path}/${String(number).padStart(6, '0')}`;
    }
    async #put(release, overwrite) {
        await this.#ssm.send(new PutParameterCommand({
            Name: this.nameOf(release.number),
            Type: 'String',
            Value: JSON.stringify(release),
            Description: `Steadfleet: ${release.group} to ${release.to.imageId}`.slice(0, 1024),
            Overwrite: overwrite,
        }));
    }
}
/**
 * A group's name as one level of a parameter's name. SSM allows letters, digits and `_.-` (SSM API, PutParameter); any
 * other character becomes its code in hexadecimal between double underscores, and so do underscores that stand together,
 * so that no two groups share a ledger.
 */
function encodeGroupName(group) {
    return group.replace(/[^A-Za-z0-9_.-]|_(?=_)|(?<=_)_/g, (character) => `__${character.charCodeAt(0).toString(16)}__`);
}
function parseRelease(parameter) {
    try {
        return JSON.parse(parameter.Value ?? '');
    }
    catch {
        throw new failure/* Failure */.HR(`SSM parameter ${parameter.Name} is not a release that Steadfleet wrote. Delete it, then run this again.`);
    }
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeAutoScalingGroupsCommand.js
var DescribeAutoScalingGroupsCommand = __webpack_require__(3509);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2364);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js + 2 modules
var schemas_schemas_0 = __webpack_require__(8427);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeScalingActivitiesCommand.js


class DescribeScalingActivitiesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeScalingActivities", schemas_schemas_0/* DescribeScalingActivities$ */.MDN) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstancesCommand.js
var DescribeInstancesCommand = __webpack_require__(1490);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetHealthCommand.js
var DescribeTargetHealthCommand = __webpack_require__(7992);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/observe.js





/**
 * Reads AWS and remembers only what AWS does not keep: since when a machine is healthy, which image a machine runs
 * (that never changes), and when the rollout last got further. A new runner starts these waits again.
 */
class Observer {
    #aws;
    #clock;
    #images = new Map();
    #healthySince = new Map();
    #progress;
    constructor(aws, clock) {
        this.#aws = aws;
        this.#clock = clock;
    }
    /** One look at everything that a decision needs. */
    async observe(claimed, ledger) {
        const [{ release = claimed, superseded }, { group, machines }, activities] = await Promise.all([
            ledger.follow(claimed.number),
            this.look(claimed.group),
            claimed.direction === 'forward' ? this.#activities(claimed) : [],
        ]);
        const setbacks = setbacksOf(release, machines, activities);
        const now = this.#clock.now();
        this.#progress = progressOf(release, machines, now, this.#progress);
        return { now, group, machines, setbacks, release, superseded, lastProgress: this.#progress.at };
    }
    /**
     * One look at the group alone.
     * @throws {Failure} when there is no such group, or one of a kind that cannot be rolled.
     */
    async look(name) {
        const answer = await this.#aws.autoScaling.send(new DescribeAutoScalingGroupsCommand/* DescribeAutoScalingGroupsCommand */.N({ AutoScalingGroupNames: [name] }));
        const found = answer.AutoScalingGroups?.[0];
        if (!found)
            throw new failure/* Failure */.HR(`There is no Auto Scaling group "${name}" in ${this.#aws.region}. Check the name and the region.`);
        const group = describeGroup(found);
        const instances = found.Instances ?? [];
        const targets = await this.#targetHealth(group.targetGroups);
        await this.#learnImages(instances);
        return { group, machines: instances.map((instance) => this.#machine(instance, targets)) };
    }
    #machine(instance, targets) {
        const id = instance.InstanceId ?? '';
        const stage = stageOf(instance.LifecycleState ?? '');
        const trouble = troubleOf(instance, targets);
        const healthy = stage === 'in-service' && trouble === undefined;
        if (!healthy)
            this.#healthySince.delete(id);
        else if (!this.#healthySince.has(id))
            this.#healthySince.set(id, this.#clock.now());
        return {
            id,
            stage,
            healthy,
            zone: instance.AvailabilityZone ?? '',
            templateId: instance.LaunchTemplate?.LaunchTemplateId ?? '',
            version: Number(instance.LaunchTemplate?.Version ?? 0),
            imageId: this.#images.get(id) ?? '',
            healthySince: this.#healthySince.get(id),
            ...(trouble !== undefined && { trouble }),
        };
    }
    /** What each target group says of its targets. Matched by id, never by count: a target group may be shared. */
    async #targetHealth(targetGroups) {
        return Promise.all(targetGroups.map(async (arn) => {
            const answer = await this.#aws.elasticLoadBalancing.send(new DescribeTargetHealthCommand/* DescribeTargetHealthCommand */.q({ TargetGroupArn: arn }));
            const targets = answer.TargetHealthDescriptions ?? [];
            return new Map(targets.map(({ Target, TargetHealth }) => [Target?.Id ?? '', TargetHealth ?? {}]));
        }));
    }
    /** Reads the image of machines not seen before, from the group's answer where it carries it, else from EC2. */
    async #learnImages(instances) {
        const unknown = instances.filter(({ InstanceId }) => !this.#images.has(InstanceId ?? ''));
        for (const { InstanceId, ImageId } of unknown)
            if (InstanceId && ImageId)
                this.#images.set(InstanceId, ImageId);
        const ids = unknown.filter(({ ImageId }) => !ImageId).map(({ InstanceId }) => InstanceId ?? '');
        // By filter, not by id: one id that EC2 does not know yet would fail the whole call (EC2 API, DescribeInstances).
        for (let at = 0; at < ids.length; at += 100) {
            const filter = { Name: 'instance-id', Values: ids.slice(at, at + 100) };
            const answer = await this.#aws.ec2.send(new DescribeInstancesCommand/* DescribeInstancesCommand */.b({ Filters: [filter] }));
            for (const { Instances } of answer.Reservations ?? []) {
                for (const { InstanceId, ImageId } of Instances ?? [])
                    this.#images.set(InstanceId ?? '', ImageId ?? '');
            }
        }
    }
    /** The group's newest activities since the release began. */
    async #activities({ group, startedAt }) {
        const answer = await this.#aws.autoScaling.send(new DescribeScalingActivitiesCommand({ AutoScalingGroupName: group, MaxRecords: 100 }));
        return (answer.Activities ?? []).filter(({ StartTime }) => (StartTime?.getTime() ?? 0) >= startedAt);
    }
}
/** Why a machine cannot be called healthy, in AWS's words; undefined when nothing speaks against it. */
function troubleOf({ InstanceId = '', HealthStatus, LifecycleState }, targets) {
    if (HealthStatus !== 'Healthy')
        return `${HealthStatus} to its group`;
    for (const healths of targets) {
        const { State, Reason, Description } = healths.get(InstanceId) ?? {};
        if (State === undefined)
            return `${LifecycleState}, not a target of the load balancer yet`;
        if (State !== 'healthy')
            return [State, Description ?? Reason].filter(Boolean).join(', ');
    }
    return undefined;
}
/** Failed launches and new machines that died of ill health, in AWS's words. Want of capacity is no setback. */
function setbacksOf(release, machines, activities) {
    const goal = (0,rollout_release/* goalOf */.ZZ)(release);
    const fresh = machines.filter(({ version }) => version === goal.version).map(({ id }) => id);
    return activities.flatMap(({ StatusCode, StatusMessage, Cause, Description }) => {
        if (StatusCode === 'Failed' && !/capacity/i.test(StatusMessage ?? '')) {
            return [`A launch failed: ${StatusMessage ?? Description}`];
        }
        const died = /health.?check/i.test(Cause ?? '') && fresh.some((id) => Description?.includes(id));
        return died ? [`A new machine was taken out by its health check: ${Description}`] : [];
    });
}
function describeGroup(found) {
    const name = found.AutoScalingGroupName ?? '';
    const template = found.LaunchTemplate;
    if (!template?.LaunchTemplateId) {
        const kind = found.MixedInstancesPolicy ? 'a mixed instances policy' : 'a launch configuration';
        throw new failure/* Failure */.HR(`Group "${name}" uses ${kind}; rolling-deploy needs a launch template. Give the group one first.`);
    }
    if ((found.LoadBalancerNames ?? []).length > 0) {
        throw new failure/* Failure */.HR(`Group "${name}" is behind a Classic Load Balancer; rolling-deploy knows target groups. Move it to a target group first.`);
    }
    return {
        name,
        desired: found.DesiredCapacity ?? 0,
        min: found.MinSize ?? 0,
        max: found.MaxSize ?? 0,
        template: { id: template.LaunchTemplateId, version: template.Version ?? '$Default' },
        targetGroups: found.TargetGroupARNs ?? [],
    };
}
/** Auto Scaling user guide, "Amazon EC2 Auto Scaling instance lifecycle". States not known yet count as aside. */
function stageOf(state) {
    if (state === 'InService')
        return 'in-service';
    if (state.startsWith('Pending'))
        return 'starting';
    if (/^(Terminat|Detach)/.test(state))
        return 'leaving';
    return 'aside';
}
/** Only a new best counts: machines whose health comes and goes must not put the deadline off for ever. */
function progressOf(release, machines, now, best) {
    const goal = (0,rollout_release/* goalOf */.ZZ)(release);
    const live = machines.filter(({ stage }) => stage !== 'leaving');
    const fresh = live.filter(({ version }) => version === goal.version);
    const healthy = fresh.filter(({ healthySince }) => healthySince !== undefined).length;
    const seen = { direction: release.direction, healthy, stale: live.length - fresh.length, at: now };
    const isBetter = best?.direction !== seen.direction || seen.healthy > best.healthy || seen.stale < best.stale;
    return isBetter || !best ? seen : best;
}

// EXTERNAL MODULE: ./build/bundle/src/platform/retry.js
var retry = __webpack_require__(9288);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/UpdateAutoScalingGroupCommand.js
var UpdateAutoScalingGroupCommand = __webpack_require__(2470);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/SetDesiredCapacityCommand.js


class SetDesiredCapacityCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "SetDesiredCapacity", schemas_schemas_0/* SetDesiredCapacity$ */.Vay) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/TerminateInstanceInAutoScalingGroupCommand.js
var TerminateInstanceInAutoScalingGroupCommand = __webpack_require__(1092);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/act.js


/** Carries out one change. What it did is seen by the next observation, so nothing is returned or remembered. */
async function act(aws, group, change) {
    switch (change.kind) {
        case 'point-at':
            return pointAt(aws, group, change);
        case 'restore-max':
            return restoreMax(aws, group, change);
        case 'retire':
            return retire(aws, change);
    }
}
async function pointAt(aws, group, { version }) {
    await aws.autoScaling.send(new UpdateAutoScalingGroupCommand/* UpdateAutoScalingGroupCommand */.I({
        AutoScalingGroupName: group,
        LaunchTemplate: { LaunchTemplateId: version.templateId, Version: String(version.version) },
    }));
}
/**
 * Raises desired. That is an absolute number, so it is written only while the one that it was made from still stands.
 * @returns whether it was raised.
 */
async function raise(aws, group, { machines, from, max }) {
    const now = await aws.autoScaling.send(new DescribeAutoScalingGroupsCommand/* DescribeAutoScalingGroupsCommand */.N({ AutoScalingGroupNames: [group] }));
    if (now.AutoScalingGroups?.[0]?.DesiredCapacity !== from)
        return false;
    const desired = { AutoScalingGroupName: group, DesiredCapacity: from + machines };
    if (max === undefined)
        await aws.autoScaling.send(new SetDesiredCapacityCommand((0,retry/* forThisMoment */.uc)(desired)));
    // One call for both, so that no crash can leave a raised maximum without the machines that it was raised for.
    else
        await aws.autoScaling.send(new UpdateAutoScalingGroupCommand/* UpdateAutoScalingGroupCommand */.I((0,retry/* forThisMoment */.uc)({ ...desired, MaxSize: max })));
    return true;
}
async function restoreMax(aws, group, { max }) {
    await aws.autoScaling.send(new UpdateAutoScalingGroupCommand/* UpdateAutoScalingGroupCommand */.I({ AutoScalingGroupName: group, MaxSize: max }));
}
async function retire(aws, { machines }) {
    for (const { id, decrement } of machines) {
        await aws.autoScaling.send(new TerminateInstanceInAutoScalingGroupCommand/* TerminateInstanceInAutoScalingGroupCommand */.U({ InstanceId: id, ShouldDecrementDesiredCapacity: decrement }));
    }
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/plan.js
/**
 * Turns the plan's amounts into machines, as Kubernetes does for a Deployment's rolling update: surge is rounded up,
 * unavailability down, and never are both zero (surge is 1 then).
 */
function allowanceFor(plan, size) {
    const unavailable = Math.min(size, machinesIn(plan.maxUnavailable, size, Math.floor));
    const surge = machinesIn(plan.maxSurge, size, Math.ceil);
    return { surge: surge === 0 && unavailable === 0 ? 1 : surge, unavailable };
}
function machinesIn(amount, size, round) {
    return 'machines' in amount ? amount.machines : round((size * amount.percent) / 100);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/decide.js


/**
 * Decides the next move of a rollout from one look at AWS. Pure: the same observation gives the same move, so any
 * runner that starts at any point goes on rightly.
 */
function decide(observation, plan) {
    if (observation.superseded)
        return { kind: 'stop' };
    const { group, release, now } = observation;
    if (now - release.heartbeatAt >= rollout_release/* heartbeat */.jQ.every)
        return { kind: 'heartbeat' };
    const goal = (0,rollout_release/* goalOf */.ZZ)(release);
    const { surge: raise } = release;
    if (raise && !raise.raised && isRaised(group.desired, raise))
        return { kind: 'confirm-surge', surge: raise };
    const fleet = fleetOf(observation, plan);
    const failure = failureOf(observation, fleet, plan);
    if (failure !== undefined && release.direction === 'forward')
        return { kind: 'turn-back', reason: failure };
    if (failure !== undefined) {
        return decide_restoreMax(observation) ?? { kind: 'end', outcome: 'needs-attention', reason: failure };
    }
    if (goal.version === undefined)
        return { kind: 'create-version' };
    if (group.template.id !== goal.templateId || group.template.version !== String(goal.version)) {
        return { kind: 'point-at', version: { ...goal, version: goal.version } };
    }
    const allowance = allowanceFor(plan, sizeOf(observation));
    if (fleet.stale.length === 0)
        return finish(observation, fleet, allowance);
    return decide_retire(observation, fleet, allowance) ?? surge(observation, fleet, allowance) ?? { kind: 'wait' };
}
/**
 * How many machines the group is meant to have without our surge: what its owner and its scaling policies want now.
 * A raise counts as far as desired still stands above where it began, so a policy that scales in while we surge never
 * makes us retire more than we added: too many for a moment, never too few.
 */
function sizeOf({ group, release }) {
    const { surge, baseline } = release;
    if (!surge)
        return group.desired;
    const size = isRaised(group.desired, surge)
        ? Math.max(group.desired - surge.machines, Math.min(group.desired, surge.from))
        : group.desired;
    // Room that we made for surge is no leave for a policy to grow beyond what the owner allows.
    return hasOurMax(group, surge) ? Math.min(size, baseline.max) : size;
}
/** Whether the group's maximum is still the one that we raised it to; otherwise somebody has set it since. */
function hasOurMax({ max }, surge) {
    return surge?.max !== undefined && max === surge.max;
}
/** Whether a raise was done, as far as can be told: a crash may have come before its confirmation. */
function isRaised(desired, { raised, from, machines }) {
    return raised || desired === from + machines;
}
function fleetOf({ machines, release, now }, plan) {
    const goal = (0,rollout_release/* goalOf */.ZZ)(release);
    const live = machines.filter(({ stage }) => stage === 'starting' || stage === 'in-service');
    // EC2 may not know a machine yet that its group has just launched: it is what its template version says then.
    const runsGoal = ({ templateId, version, imageId }) => templateId === goal.templateId && version === goal.version && (imageId === goal.imageId || imageId === '');
    const fresh = live.filter(runsGoal);
    return {
        fresh,
        ready: fresh.filter(({ healthySince }) => healthySince !== undefined && now - healthySince >= plan.minReady),
        stale: live.filter((machine) => !runsGoal(machine)),
    };
}
/** Why the image at the goal counts as bad, or undefined while it may still be good. */
function failureOf({ now, lastProgress, setbacks, release }, { fresh }, plan) {
    if (release.direction === 'forward' && setbacks[0] !== undefined)
        return setbacks[0];
    if (now - lastProgress < plan.progressDeadline)
        return undefined;
    const seconds = Math.round(plan.progressDeadline / 1000);
    const why = troublesOf(fresh);
    return `No machine on ${(0,rollout_release/* goalOf */.ZZ)(release).imageId} became healthy within ${seconds} s (progress-deadline).${why && ` ${why}`}`;
}
/** What AWS says of the unhealthy ones: each trouble once, with the first machine that has it. */
function troublesOf(machines) {
    const firsts = new Map();
    for (const { id, trouble } of machines) {
        if (trouble !== undefined && !firsts.has(trouble))
            firsts.set(trouble, id);
    }
    return [...firsts].map(([trouble, id]) => `${id}: ${trouble.replace(/\.?$/, '.')}`).join(' ');
}
/** All machines run the goal: removes what surge is left, puts the maximum back, ends. */
function finish(observation, { fresh, ready }, { unavailable }) {
    const { group, release } = observation;
    const size = sizeOf(observation);
    const surplus = group.desired - size;
    if (surplus > 0) {
        const idle = fresh.filter(({ healthy }) => !healthy);
        const spare = interleaveZones(ready).slice(0, Math.max(0, ready.length - (size - unavailable)));
        const machines = [...idle, ...spare].slice(0, Math.max(0, Math.min(surplus, group.desired - group.min)));
        return machines.length > 0 ? retirement(machines, machines.length) : { kind: 'wait' };
    }
    if (ready.length < size)
        return { kind: 'wait' };
    return decide_restoreMax(observation) ?? endOf(release, size);
}
function endOf({ direction, backOutcome = 'rolled-back', reason }, size) {
    if (direction === 'forward')
        return { kind: 'end', outcome: size === 0 ? 'unproven' : 'succeeded' };
    return { kind: 'end', outcome: backOutcome, ...(reason && { reason }) };
}
/** Puts the maximum back as soon as the group fits: under a lower one AWS would choose whom to terminate. */
function decide_restoreMax({ group, release }) {
    const { max } = release.baseline;
    const isRaised = hasOurMax(group, release.surge) && group.max !== max;
    return isRaised && group.desired <= max ? { kind: 'restore-max', max } : undefined;
}
/**
 * Retires stale machines: those that serve nobody at once, the others as far as the serving ones stay above the floor.
 * Shrinks the group only by surge that the remaining stale machines no longer need.
 */
function decide_retire(observation, fleet, { surge, unavailable }) {
    const { group } = observation;
    const size = sizeOf(observation);
    const serving = fleet.stale.filter(({ healthy }) => healthy);
    const servers = fleet.ready.length + serving.length;
    const spare = Math.max(0, servers - (size - unavailable));
    // While nobody serves, a load balancer sends requests to all machines alike, so even an unhealthy one stays.
    const idle = servers > 0 ? fleet.stale.filter(({ healthy }) => !healthy) : [];
    const candidates = [...interleaveZones(idle), ...interleaveZones(serving).slice(0, spare)];
    if (candidates.length === 0)
        return undefined;
    const needed = size + Math.min(surge, fleet.stale.length - candidates.length);
    return retirement(candidates, Math.min(group.desired - needed, group.desired - group.min));
}
/** Retires these machines; the first `shrink` of them lower the group's desired capacity. */
function retirement(machines, shrink) {
    return { kind: 'retire', machines: machines.map(({ id }, position) => ({ id, decrement: position < shrink })) };
}
/** Raises the group by what the stale machines need, unless a raise is still standing. */
function surge(observation, { stale }, allowance) {
    const { group } = observation;
    const from = sizeOf(observation);
    const machines = Math.min(allowance.surge, stale.length);
    if (machines === 0 || group.desired > from)
        return undefined;
    const desired = from + machines;
    return { kind: 'surge', machines, from, ...(group.max < desired && { max: desired }) };
}
/** One machine of each zone in turn, so that no zone is emptied first. */
function interleaveZones(machines) {
    const turns = new Map();
    return machines
        .map((machine) => {
        const turn = turns.get(machine.zone) ?? 0;
        turns.set(machine.zone, turn + 1);
        return { machine, turn };
    })
        .sort((one, other) => one.turn - other.turn)
        .map(({ machine }) => machine);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/progress.js

/** Where a rollout stands, in one line: the same line while nothing has changed. */
function describeProgress({ group, machines, release }) {
    const goal = (0,rollout_release/* goalOf */.ZZ)(release);
    const [fresh, stale] = partition(machines, ({ version }) => version === goal.version);
    const parts = [
        count(fresh, 'healthy', ({ healthy }) => healthy),
        count(fresh, 'starting', ({ healthy, stage }) => !healthy && stage !== 'leaving'),
        count(stale, release.direction === 'forward' ? 'old' : 'new', ({ stage }) => stage !== 'leaving'),
        count(machines, 'leaving', ({ stage }) => stage === 'leaving'),
    ];
    const verb = release.direction === 'forward' ? 'to' : 'back to';
    return `${group.name} ${verb} ${goal.imageId}: ${parts.filter(Boolean).join(', ') || 'no machines'} (desired ${group.desired})`;
}
function count(machines, word, matches) {
    const number = machines.filter(matches).length;
    return number > 0 ? `${number} ${word}` : '';
}
function partition(machines, matches) {
    return [machines.filter(matches), machines.filter((machine) => !matches(machine))];
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rollout.js






/** How often in a row AWS may refuse a change because the group was busy or has moved on. */
const patience = 20;
/**
 * Rolls a claimed release to its end: observe, decide, act, and again. Nothing is remembered that AWS does not hold: what
 * became of a change whose answer was lost, in the group or in the ledger, shows in the next observation.
 * @returns the release with its outcome; without one when it was cancelled on the way.
 * @throws {Failure} when another run took over, or AWS refuses for good.
 */
async function rollOut(release, plan, tools) {
    let current = release;
    let told = '';
    let refusals = 0;
    while (!tools.cancellation.aborted && current.outcome === undefined) {
        try {
            const observation = await tools.observer.observe(current, tools.ledger);
            current = observation.release;
            if (current.outcome !== undefined)
                break;
            const line = describeProgress(observation);
            if (line !== told)
                tools.tell(line);
            told = line;
            current = await take(decide(observation, plan), observation, plan, tools);
            refusals = 0;
        }
        catch (error) {
            if (!isWorthLookingAgain(error) || ++refusals > patience)
                throw error;
            tools.tell(`AWS refused for now, looking again: ${(0,failure/* messageOf */.bD)(error)}`);
            await tools.clock.sleep(plan.pollInterval, tools.cancellation);
        }
    }
    return current;
}
/** Takes one move; gives the release as the ledger holds it afterwards. */
async function take(move, observation, plan, tools) {
    const { aws, clock, ledger } = tools;
    const { release } = observation;
    switch (move.kind) {
        case 'wait':
            await clock.sleep(plan.pollInterval, tools.cancellation);
            return release;
        case 'heartbeat':
            return ledger.update({ ...release, heartbeatAt: clock.now() });
        case 'create-version':
            return ledger.update({ ...release, to: await createVersion(aws, release) });
        case 'confirm-surge':
            return ledger.update({ ...release, surge: { ...move.surge, raised: true } });
        case 'turn-back':
            return turnBack(release, move.reason, 'rolled-back', tools);
        case 'end':
            return ledger.update({
                ...release,
                outcome: move.outcome,
                endedAt: clock.now(),
                ...(move.reason !== undefined && { reason: move.reason }),
            });
        case 'stop':
            throw new failure/* Failure */.HR(`Another run has claimed group "${release.group}" after this one, so this one stops here.`);
        case 'surge':
            return rollout_surge(move, release, tools);
        case 'retire':
            return rollout_retire(move, observation, tools);
        default:
            await act(aws, release.group, move);
            return release;
    }
}
/**
 * The raise is in the ledger before it is done, and confirmed there after. Where it is known that nothing was raised the
 * note goes again: somebody else's change by the same number must not be taken for it.
 */
async function rollout_surge(move, release, { aws, ledger }) {
    const { machines, from, max = release.surge?.max } = move;
    const surge = { machines, from, ...(max !== undefined && { max }) };
    const noted = { ...release, surge: { ...surge, raised: false } };
    await ledger.update(noted);
    try {
        const isRaised = await raise(aws, release.group, move);
        return await ledger.update(isRaised ? { ...noted, surge: { ...surge, raised: true } } : release);
    }
    catch (error) {
        if ((0,retry/* failureKind */.zU)(error) !== 'unavailable')
            await ledger.update(release);
        throw error;
    }
}
/** What surge is left after machines went with it is written down, so that a later scale-out is not taken for ours. */
async function rollout_retire(move, observation, { aws, ledger, tell }) {
    const { group, release } = observation;
    tell(`Retiring ${move.machines.map(({ id }) => id).join(', ')}`);
    await act(aws, group.name, move);
    const shrunk = move.machines.filter(({ decrement }) => decrement).length;
    if (!release.surge || shrunk === 0)
        return release;
    const machines = Math.max(0, group.desired - sizeOf(observation) - shrunk);
    return ledger.update({ ...release, surge: { ...release.surge, machines, raised: true } });
}
/** Writes into the ledger that the release goes back to its predecessor from now on, and why. */
async function turnBack(release, reason, backOutcome, { ledger, tell }) {
    tell(`Going back to ${release.from.imageId}: ${reason}`);
    return ledger.update({ ...release, direction: 'back', backOutcome, reason });
}
/**
 * A refusal that the next observation can settle: the group is busy, or a machine has gone meanwhile. Auto Scaling
 * uses ValidationError for both "gone" and "not now" (Auto Scaling API, TerminateInstanceInAutoScalingGroup).
 */
function isWorthLookingAgain(error) {
    if (error instanceof failure/* Failure */.HR)
        return false;
    const passing = new Set(['ScalingActivityInProgress', 'ScalingActivityInProgressFault', 'ValidationError']);
    return (0,retry/* failureKind */.zU)(error) !== 'refused' || passing.has(error.name);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/deployment.js







/** A rollout to one group, from one step of a workflow. */
class Deployment {
    #step;
    #group;
    #plan;
    #tools;
    constructor({ step, aws, group, plan }) {
        const { clock, cancellation, log } = step;
        this.#step = step;
        this.#group = group;
        this.#plan = plan;
        this.#tools = {
            aws,
            clock,
            cancellation,
            ledger: new Ledger(aws, group),
            observer: new Observer(aws, clock),
            tell: log.info,
        };
    }
    /**
     * Rolls the image out and waits for the end. `onNumber` is told the release's number before it is claimed.
     * @throws {Failure} when nothing was changed, and why.
     */
    async run(source, onNumber) {
        const { aws, clock, observer } = this.#tools;
        const startedAt = clock.now();
        const imageId = await resolveImage(aws, observer, source);
        const claimed = await this.#claim(imageId, onNumber);
        if (claimed.kind === 'unchanged') {
            const reason = `Every machine of "${this.#group}" runs ${imageId} already; nothing was changed.`;
            return { outcome: 'unchanged', reason, imageId, previousImageId: imageId, duration: clock.now() - startedAt };
        }
        this.#tools.tell(introduce(claimed.release));
        return this.#finish(claimed.release, startedAt);
    }
    /**
     * Takes back what a dead run has left unfinished, so that the group is whole again.
     * @returns undefined when there is nothing to repair.
     */
    async repair(onNumber) {
        const { clock, ledger, tell } = this.#tools;
        const startedAt = clock.now();
        const newest = await ledger.newest();
        if (!newest || newest.outcome !== undefined)
            return undefined;
        if ((0,rollout_release/* isAlive */._n)(newest, startedAt)) {
            tell(refusal(newest).message);
            return undefined;
        }
        const release = (0,rollout_release/* takeBack */.zH)(newest, this.#claimant(), startedAt);
        onNumber(release.number);
        await ledger.claim(release);
        return this.#finish(release, startedAt);
    }
    /** All releases of the group, the newest first. */
    history() {
        return this.#tools.ledger.history();
    }
    /** Takes an unfinished release of this run back to its predecessor; undefined when there is nothing to take back. */
    async takeBack(number, reason) {
        const { clock, ledger } = this.#tools;
        const startedAt = clock.now();
        const { release, superseded } = await ledger.follow(number);
        const isOurs = release?.claimant.runUrl === this.#step.workflow.runUrl;
        if (!release || !isOurs || superseded || release.outcome !== undefined)
            return undefined;
        const back = release.direction === 'back' ? release : await turnBack(release, reason, 'aborted', this.#tools);
        return this.#finish(back, startedAt);
    }
    /** Claims the group for an image; what a dead run left to another image is taken back first. */
    async #claim(imageId, onNumber) {
        const { aws, clock, ledger, observer, tell, cancellation } = this.#tools;
        for (;;) {
            const view = await observer.look(this.#group);
            const claimed = await claim({ aws, ledger, clock, view, imageId, claimant: this.#claimant(), onNumber });
            if (claimed.kind !== 'rescue')
                return claimed;
            tell(`First taking back the rollout of ${claimed.release.to.imageId} that was left unfinished: ${claimed.release.reason}`);
            await rollOut(claimed.release, this.#plan, this.#tools);
            if (cancellation.aborted)
                return claimed;
        }
    }
    /** The end as a table for the job summary. */
    summarize({ outcome, reason, imageId, previousImageId, duration }) {
        return [
            `### ${(0,markdown/* literally */.D)(this.#group)}: ${outcome}`,
            '',
            (0,markdown/* literally */.D)(reason),
            '',
            '| Image | Previous image | Time |',
            '| --- | --- | --- |',
            `| \`${imageId}\` | \`${previousImageId}\` | ${Math.round(duration / 1000)} s |`,
            '',
        ].join('\n');
    }
    async #finish(release, startedAt) {
        return this.#describe(await rollOut(release, this.#plan, this.#tools), startedAt);
    }
    #claimant() {
        const { repository, actor, sha, runUrl } = this.#step.workflow;
        return { repository, actor, commit: sha, runUrl };
    }
    #describe(release, startedAt) {
        const outcome = release.outcome ?? 'aborted';
        return {
            outcome,
            reason: explain(outcome, release),
            imageId: release.to.imageId,
            previousImageId: release.from.imageId,
            duration: this.#tools.clock.now() - startedAt,
        };
    }
}
/** Which release this is, to be found again in the history. */
function introduce({ number, continues, from, to }) {
    const name = continues === undefined ? `Release ${number}` : `Release ${number}, carrying on ${continues}`;
    return `${name}: ${from.imageId} (template version ${from.version}) -> ${to.imageId}`;
}
function explain(outcome, { group, from, to, reason = '', outcome: end }) {
    switch (outcome) {
        case 'succeeded':
            return `Every machine of "${group}" runs ${to.imageId}.`;
        case 'unchanged':
            return `"${group}" runs ${to.imageId} already.`;
        case 'unproven':
            return `"${group}" has no machines: it will launch ${to.imageId}, but no machine has proven it.`;
        case 'rolled-back':
            return `${to.imageId} was taken back; every machine of "${group}" runs ${from.imageId} again. Why: ${reason}`;
        case 'aborted':
            return end === undefined
                ? `The rollout of ${to.imageId} to "${group}" was cancelled; the post step takes it back to ${from.imageId}.`
                : `The rollout of ${to.imageId} was cancelled and taken back; every machine of "${group}" runs ${from.imageId} again.`;
        case 'needs-attention':
            return `"${group}" needs a person: on the way back to ${from.imageId}, ${reason} Look at the group's activity history and target health.`;
    }
}


/***/ }),

/***/ 4919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ly: () => (/* binding */ isoTime),
/* harmony export */   R: () => (/* binding */ carryOn),
/* harmony export */   ZZ: () => (/* binding */ goalOf),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   jQ: () => (/* binding */ heartbeat),
/* harmony export */   zH: () => (/* binding */ takeBack)
/* harmony export */ });
/** Where the machines are to end up: the new version, or the predecessor on the way back. */
function goalOf(release) {
    return release.direction === 'forward' ? release.to : release.from;
}
/** How often a run gives a sign of life, and how long after the last one it counts as dead. Milliseconds. */
const heartbeat = { every: 150_000, deadAfter: 900_000 };
/** Whether a release is still in the hands of a run that gives signs of life. */
function isAlive({ outcome, heartbeatAt }, now) {
    return outcome === undefined && now - heartbeatAt < heartbeat.deadAfter;
}
/** The next release in the ledger, by another run, that does the rest of an unfinished one. */
function carryOn(unfinished, claimant, now) {
    const continues = unfinished.continues ?? unfinished.number;
    return { ...unfinished, number: unfinished.number + 1, claimant, continues, heartbeatAt: now };
}
/** The next release in the ledger, by another run, that takes an unfinished one back to its predecessor. */
function takeBack(unfinished, claimant, now) {
    const rest = carryOn(unfinished, claimant, now);
    if (rest.direction === 'back')
        return rest;
    const reason = `Its run (${unfinished.claimant.runUrl}) gave no sign of life since ${isoTime(unfinished.heartbeatAt)}.`;
    return { ...rest, direction: 'back', backOutcome: 'aborted', reason };
}
/** A time as a person reads it, in UTC. */
function isoTime(time) {
    return new Date(time).toISOString();
}


/***/ })

};
