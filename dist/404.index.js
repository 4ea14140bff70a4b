export const id = 404;
export const ids = [404];
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
/* harmony export */   b: () => (/* binding */ withRetry),
/* harmony export */   z: () => (/* binding */ failureKind)
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
]);
/** Classifies what an SDK client threw. See sandbox.md §1.4: EC2 throttles with a 503, Auto Scaling with a 400. */
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
/**
 * Repeats an AWS call with exponential backoff and full jitter. A throttled call is always repeated; one whose effect
 * is unknown only if repeating it is `safe` (a read, or a call with a client token).
 * @throws the last error.
 */
async function withRetry(call, { clock, random, safe }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await call();
        }
        catch (error) {
            const kind = failureKind(error);
            const repeatable = kind === 'throttled' || (kind === 'unavailable' && safe);
            if (!repeatable || attempt === attempts)
                throw error;
            await clock.sleep(random.next() * Math.min(longestWait, firstWait * 2 ** attempt));
        }
    }
}


/***/ }),

/***/ 4404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Deployment: () => (/* binding */ Deployment)
});

// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
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
 * carried on with what its first run found; to any other image it is refused.
 * @returns undefined when the group runs the image already and nothing is to be done.
 * @throws {Failure} when the group is in the hands of another rollout.
 */
async function claim(request) {
    const { ledger, view, imageId, claimant, clock } = request;
    const newest = await ledger.newest();
    const number = (newest?.number ?? 0) + 1;
    const release = newest && newest.outcome === undefined
        ? carryOn(newest, request)
        : await begin(request, { number, group: view.group.name, claimant, startedAt: clock.now() }, imageId);
    if (!release)
        return undefined;
    request.onNumber(release.number);
    await ledger.claim(release);
    return release;
}
function carryOn(unfinished, { imageId, claimant, ledger }) {
    if (unfinished.to.imageId === imageId) {
        const origin = unfinished.continues ?? unfinished.number;
        return { ...unfinished, number: unfinished.number + 1, claimant, continues: origin };
    }
    throw new failure/* Failure */.HR(`Group "${unfinished.group}" is being rolled out to ${unfinished.to.imageId} by ${unfinished.claimant.actor} since ` +
        `${new Date(unfinished.startedAt).toISOString()} (${unfinished.claimant.runUrl}). Wait for it to end; if that run is dead, ` +
        `roll out ${unfinished.to.imageId} again to finish what it began (${ledger.nameOf(unfinished.number)}).`);
}
async function begin({ aws, view }, header, imageId) {
    const { group, machines } = view;
    const from = await runningVersion(aws, view);
    const live = machines.filter(({ stage }) => stage !== 'leaving');
    if (from.imageId === imageId && live.every((machine) => machine.imageId === imageId))
        return undefined;
    return {
        ...header,
        from,
        to: { templateId: from.templateId, imageId },
        baseline: { desired: group.desired, max: group.max },
        direction: 'forward',
    };
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

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParameterCommand.js


class GetParameterCommand extends command(_ep0, _mw0, "GetParameter", schemas_0/* GetParameter$ */.unS) {
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
    /** The newest release, or undefined when this group has none. */
    async newest() {
        let newest;
        let page;
        do {
            const answer = await this.#ssm.send(new GetParametersByPathCommand({ Path: this.#path, ...(page && { NextToken: page }) }));
            for (const parameter of answer.Parameters ?? []) {
                if (!newest || (parameter.Name ?? '') > (newest.Name ?? ''))
                    newest = parameter;
            }
            page = answer.NextToken;
        } while (page);
        return newest && parseRelease(newest);
    }
    async read(number) {
        try {
            const { Parameter } = await this.#ssm.send(new GetParameterCommand({ Name: this.nameOf(number) }));
            return Parameter && parseRelease(Parameter);
        }
        catch (error) {
            if (error.name === 'ParameterNotFound')
                return undefined;
            throw error;
        }
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
            const other = await this.read(release.number);
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
    /** Whether another run has claimed the group after this release: then this run must stop. */
    async isSuperseded(release) {
        return (await this.read(release.number + 1)) !== undefined;
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
 * A group's name as one level of a parameter's name: SSM allows letters, digits and `_.-` only (SSM API, PutParameter),
 * so every other character becomes its code in hexadecimal between underscores. `aws` and `ssm` may not begin a name,
 * but this is never the first level.
 */
function encodeGroupName(group) {
    return group.replace(/[^A-Za-z0-9.-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`);
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
;// CONCATENATED MODULE: ./build/bundle/src/rollout/release.js
/** Where the machines are to end up: the new version, or the predecessor on the way back. */
function goalOf(release) {
    return release.direction === 'forward' ? release.to : release.from;
}

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
    async observe(release, ledger) {
        const [superseded, { group, machines }, activities] = await Promise.all([
            ledger.isSuperseded(release),
            this.look(release.group),
            release.direction === 'forward' ? this.#activities(release) : [],
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
        const wellTargets = await this.#targetHealth(group.targetGroups);
        await this.#learnImages(instances);
        return { group, machines: instances.map((instance) => this.#machine(instance, wellTargets)) };
    }
    #machine(instance, wellTargets) {
        const id = instance.InstanceId ?? '';
        const stage = stageOf(instance.LifecycleState ?? '');
        const healthy = stage === 'in-service' && instance.HealthStatus === 'Healthy' && wellTargets.every((targets) => targets.has(id));
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
        };
    }
    /** The ids that each target group calls healthy. Matched by id, never by count: a target group may be shared. */
    async #targetHealth(targetGroups) {
        return Promise.all(targetGroups.map(async (arn) => {
            const answer = await this.#aws.elasticLoadBalancing.send(new DescribeTargetHealthCommand/* DescribeTargetHealthCommand */.q({ TargetGroupArn: arn }));
            const healthy = (answer.TargetHealthDescriptions ?? []).filter(({ TargetHealth }) => TargetHealth?.State === 'healthy');
            return new Set(healthy.map(({ Target }) => Target?.Id ?? ''));
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
        const answer = await this.#aws.autoScaling.send(new DescribeScalingActivitiesCommand({ AutoScalingGroupName: group, MaxRecords: 20 }));
        return (answer.Activities ?? []).filter(({ StartTime }) => (StartTime?.getTime() ?? 0) >= startedAt);
    }
}
/** Failed launches and new machines that died of ill health, in AWS's words. Want of capacity is no setback. */
function setbacksOf(release, machines, activities) {
    const goal = goalOf(release);
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
    const goal = goalOf(release);
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
        case 'surge':
            return raise(aws, group, change);
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
async function raise(aws, group, { machines, from, max }) {
    const desired = { AutoScalingGroupName: group, DesiredCapacity: from + machines };
    if (max === undefined)
        await aws.autoScaling.send(new SetDesiredCapacityCommand(desired));
    // One call for both, so that no crash can leave a raised maximum without the machines that it was raised for.
    else
        await aws.autoScaling.send(new UpdateAutoScalingGroupCommand/* UpdateAutoScalingGroupCommand */.I({ ...desired, MaxSize: max }));
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
    const { group, release } = observation;
    const goal = goalOf(release);
    const fleet = fleetOf(observation, plan);
    const failure = failureOf(observation, plan);
    if (failure !== undefined && release.direction === 'forward')
        return { kind: 'turn-back', reason: failure };
    if (failure !== undefined)
        return { kind: 'end', outcome: 'needs-attention', reason: failure };
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
function sizeOf({ group, release: { surge } }) {
    if (!surge)
        return group.desired;
    const isConfirmed = surge.raised || group.desired === surge.from + surge.machines;
    return isConfirmed ? Math.max(group.desired - surge.machines, Math.min(group.desired, surge.from)) : group.desired;
}
function fleetOf({ machines, release, now }, plan) {
    const goal = goalOf(release);
    const live = machines.filter(({ stage }) => stage === 'starting' || stage === 'in-service');
    const runsGoal = (machine) => machine.templateId === goal.templateId && machine.version === goal.version && machine.imageId === goal.imageId;
    const fresh = live.filter(runsGoal);
    return {
        fresh,
        ready: fresh.filter(({ healthySince }) => healthySince !== undefined && now - healthySince >= plan.minReady),
        stale: live.filter((machine) => !runsGoal(machine)),
    };
}
/** Why the image at the goal counts as bad, or undefined while it may still be good. */
function failureOf({ now, lastProgress, setbacks, release }, plan) {
    if (release.direction === 'forward' && setbacks[0] !== undefined)
        return setbacks[0];
    if (now - lastProgress < plan.progressDeadline)
        return undefined;
    const seconds = Math.round(plan.progressDeadline / 1000);
    return `No machine on ${goalOf(release).imageId} became healthy within ${seconds} s (progress-deadline).`;
}
/** All machines run the goal: removes what surge is left, puts the maximum back, ends. */
function finish(observation, { fresh, ready }, { unavailable }) {
    const { group, release } = observation;
    const size = sizeOf(observation);
    const surplus = group.desired - size;
    if (surplus > 0) {
        const idle = fresh.filter(({ healthy }) => !healthy);
        const spare = interleaveZones(ready).slice(0, Math.max(0, ready.length - (size - unavailable)));
        const machines = [...idle, ...spare].slice(0, Math.min(surplus, group.desired - group.min));
        return machines.length > 0 ? retirement(machines, machines.length) : { kind: 'wait' };
    }
    if (ready.length < size)
        return { kind: 'wait' };
    const { max } = release.baseline;
    if (group.max > max && group.desired <= max)
        return { kind: 'restore-max', max };
    if (release.direction === 'forward')
        return { kind: 'end', outcome: size === 0 ? 'unproven' : 'succeeded' };
    return {
        kind: 'end',
        outcome: release.backOutcome ?? 'rolled-back',
        ...(release.reason && { reason: release.reason }),
    };
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
    const goal = goalOf(release);
    const [fresh, stale] = partition(machines, ({ version }) => version === goal.version);
    const parts = [
        count(fresh, 'healthy', ({ healthy }) => healthy),
        count(fresh, 'starting', ({ healthy, stage }) => !healthy && stage !== 'leaving'),
        count(stale, 'old', ({ stage }) => stage !== 'leaving'),
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
 * Rolls a claimed release to its end: observe, decide, act, and again. Nothing is remembered that AWS does not hold.
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
        case 'create-version':
            return ledger.update({ ...release, to: await createVersion(aws, release) });
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
/** The raise is in the ledger before it is done, and confirmed there after: a crash between the two can be told. */
async function rollout_surge(move, release, { aws, ledger }) {
    const { machines, from } = move;
    const noted = await ledger.update({ ...release, surge: { machines, from, raised: false } });
    await act(aws, release.group, move);
    return ledger.update({ ...noted, surge: { machines, from, raised: true } });
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
    return (0,retry/* failureKind */.z)(error) !== 'refused' || passing.has(error.name);
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
        const { aws, clock, ledger, observer } = this.#tools;
        const startedAt = clock.now();
        const view = await observer.look(this.#group);
        const imageId = await resolveImage(aws, observer, source);
        const claimant = this.#claimant();
        const release = await claim({ aws, ledger, clock, view, imageId, claimant, onNumber });
        if (!release) {
            const reason = `Every machine of "${this.#group}" runs ${imageId} already; nothing was changed.`;
            return { outcome: 'unchanged', reason, imageId, previousImageId: imageId, duration: clock.now() - startedAt };
        }
        const ended = await rollOut(release, this.#plan, this.#tools);
        return this.#describe(ended, startedAt);
    }
    /** Takes an unfinished release of this run back to its predecessor; undefined when there is nothing to take back. */
    async takeBack(number, reason) {
        const { clock, ledger } = this.#tools;
        const startedAt = clock.now();
        const release = await ledger.read(number);
        const isOurs = release?.claimant.runUrl === this.#step.workflow.runUrl;
        if (!release || !isOurs || release.outcome !== undefined || (await ledger.isSuperseded(release)))
            return undefined;
        const back = release.direction === 'back' ? release : await turnBack(release, reason, 'aborted', this.#tools);
        return this.#describe(await rollOut(back, this.#plan, this.#tools), startedAt);
    }
    /** The end as a table for the job summary. */
    summarize({ outcome, reason, imageId, previousImageId, duration }) {
        return [
            `### ${this.#group}: ${outcome}`,
            '',
            reason,
            '',
            '| Image | Previous image | Time |',
            '| --- | --- | --- |',
            `| \`${imageId}\` | \`${previousImageId}\` | ${Math.round(duration / 1000)} s |`,
            '',
        ].join('\n');
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
function explain(outcome, { group, from, to, reason = '' }) {
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
            return `The rollout of ${to.imageId} to "${group}" was cancelled; it goes back to ${from.imageId}.`;
        case 'needs-attention':
            return `"${group}" needs a person: on the way back to ${from.imageId}, ${reason} Look at the group's activity history and target health.`;
    }
}


/***/ })

};
