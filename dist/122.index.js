export const id = 122;
export const ids = [122];
export const modules = {

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

/***/ 7406:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ DescribeRulesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4858);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);


class DescribeRulesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeRules", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeRules$ */ .xc1) {
}


/***/ }),

/***/ 1231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ onlyPoints),
/* harmony export */   d: () => (/* binding */ planToPoint)
/* harmony export */ });
/* harmony import */ var _heart_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4450);

/** A plan by which nothing is proven, for the machines serve already: the group is pointed at what they run. */
function planToPoint({ releaseCommand: _, pauseAfter: __, pauseExpiry: ___, ...plan }) {
    return { ...plan, strategy: 'rolling', soak: 0, gate: { kind: 'none' }, alarms: [], keepPrevious: 0 };
}
/**
 * Whether a release goes by such a plan. AWS's own engine may give the same version to the same machine anew, and what retires
 * kept machines leads nowhere else either.
 */
function onlyPoints({ from, to, plan, retiresKept }) {
    return !retiresKept && !(0,_heart_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefresh */ .y)(plan.strategy) && JSON.stringify(from) === JSON.stringify(to);
}


/***/ }),

/***/ 1317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sh: () => (/* binding */ configurationName),
  UI: () => (/* binding */ copyConfiguration),
  sl: () => (/* binding */ discardCopies),
  oN: () => (/* binding */ findConfiguration),
  oU: () => (/* binding */ runningConfiguration)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2364);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(8427);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeLaunchConfigurationsCommand.js


class DescribeLaunchConfigurationsCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DescribeLaunchConfigurations", schemas_0/* DescribeLaunchConfigurations$ */.YZ4) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/CreateLaunchConfigurationCommand.js


class CreateLaunchConfigurationCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateLaunchConfiguration", schemas_0/* CreateLaunchConfiguration$ */.cv4) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DeleteLaunchConfigurationCommand.js


class DeleteLaunchConfigurationCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteLaunchConfiguration", schemas_0/* DeleteLaunchConfiguration$ */.Ffx) {
}

// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/launch-source.js
var launch_source = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/most-frequent.js
var most_frequent = __webpack_require__(332);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/changes/launch-configuration.js




/**
 * The launch configuration that most machines of a group run, or the one that it would launch, with the image that they run.
 * @throws {Failure} when that is gone: there would be no way back.
 */
async function runningConfiguration({ autoScaling }, group, live) {
    const running = (0,most_frequent/* mostFrequent */.y)(live.filter(launch_source/* isConfiguration */.Z).flatMap(({ templateId }) => templateId || []));
    const names = [...new Set([running ?? group.template.id, group.template.id])];
    const answer = await autoScaling.send(new DescribeLaunchConfigurationsCommand({ LaunchConfigurationNames: names }));
    const known = answer.LaunchConfigurations ?? [];
    const found = known.find((one) => one.LaunchConfigurationName === running) ?? known[0];
    if (!found)
        throw new failure/* Failure */.HR(`Launch configuration "${group.template.id}" of group "${group.name}" is gone.`);
    const { LaunchConfigurationName: templateId = '', ImageId = '', InstanceType } = found;
    const runs = templateId === running ? undefined : (0,most_frequent/* mostFrequent */.y)(live.flatMap(({ imageId }) => imageId || []));
    const isFloating = runs !== undefined && runs !== ImageId;
    const from = { templateId, imageId: runs ?? ImageId, version: 0, ...(isFloating && { isFloating }) };
    return { from, instanceTypes: InstanceType ? [InstanceType] : [] };
}
/** Undefined where there is none of that name. */
async function findConfiguration({ autoScaling }, name) {
    const answer = await autoScaling.send(new DescribeLaunchConfigurationsCommand({ LaunchConfigurationNames: [name] }));
    return answer.LaunchConfigurations?.[0];
}
/** The name of a copy: up to 255 characters (Auto Scaling API, CreateLaunchConfiguration). */
function configurationName(group, number, imageId) {
    return `${prefixOf(group)}${number}-${imageId}`;
}
function prefixOf(group) {
    return `${group.slice(0, 200)}-steadfleet-`;
}
/** A launch configuration is never edited (Auto Scaling user guide, "Launch configurations"): a copy has the new image. */
async function copyConfiguration({ autoScaling }, from, { templateId, imageId }) {
    const found = await findConfiguration({ autoScaling }, from.templateId);
    if (!found)
        throw new failure/* Failure */.HR(`Launch configuration "${from.templateId}" is gone, so it cannot be copied.`);
    const copy = { ...settingsOf(found), LaunchConfigurationName: templateId, ImageId: imageId };
    await autoScaling.send(new CreateLaunchConfigurationCommand(copy)).catch((error) => {
        // Ours, made by a call whose answer was lost: the release's number and its image are in the name.
        if (error.name !== 'AlreadyExists' && error.name !== 'AlreadyExistsFault')
            throw error;
    });
    return { templateId, imageId, version: 0 };
}
/** What was set: AWS answers with empty values for the rest, and takes none of them back. */
function settingsOf({ LaunchConfigurationARN: _arn, CreatedTime: _created, ClassicLinkVPCId: _classic, ClassicLinkVPCSecurityGroups: _groups, ...settings }) {
    const isSet = (value) => value !== '' && !(Array.isArray(value) && value.length === 0);
    return Object.fromEntries(Object.entries(settings).filter(([, value]) => isSet(value)));
}
/** At the end of a release, deletes the group's copies that neither it nor its way back launches from. */
async function discardCopies({ autoScaling }, release) {
    const { group, from, to, direction } = release;
    if (!(0,launch_source/* isConfiguration */.Z)(from))
        return;
    const kept = new Set([from.templateId, ...(direction === 'back' ? [] : [to.templateId])]);
    const prefix = prefixOf(group);
    let page;
    const copies = [];
    do {
        const answer = await autoScaling.send(new DescribeLaunchConfigurationsCommand({ MaxRecords: 100, ...(page && { NextToken: page }) }));
        copies.push(...(answer.LaunchConfigurations ?? []).map(({ LaunchConfigurationName = '' }) => LaunchConfigurationName));
        page = answer.NextToken;
    } while (page);
    const isOurs = (name) => name.startsWith(prefix) && /^\d+-ami-[0-9a-f]+$/.test(name.slice(prefix.length));
    for (const name of copies.filter((one) => isOurs(one) && !kept.has(one))) {
        await autoScaling
            .send(new DeleteLaunchConfigurationCommand({ LaunchConfigurationName: name }))
            // In use after all, or gone by a call whose answer was lost.
            .catch((error) => {
            if (!/^(ResourceInUse|ResourceInUseFault|ValidationError)$/.test(error.name))
                throw error;
        });
    }
}


/***/ }),

/***/ 332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ mostFrequent)
/* harmony export */ });
/** The value that comes most often, the first one of several; undefined where there is none. */
function mostFrequent(values) {
    const counts = new Map();
    for (const value of values)
        counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}


/***/ }),

/***/ 4477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ runningSource),
/* harmony export */   x: () => (/* binding */ liveAmong)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9106);
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _heart_launch_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1022);
/* harmony import */ var _image_parameter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6511);
/* harmony import */ var _launch_configuration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1317);
/* harmony import */ var _most_frequent_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(332);






/**
 * The numbered versions that the group's machines run (most of them, if they differ), or those that it would launch when
 * it has none; with the images that run.
 * @throws {Failure} for a group that could not be brought back to what it runs.
 */
async function runningSource(aws, { group, machines }) {
    const live = liveAmong(machines);
    if ((0,_heart_launch_source_js__WEBPACK_IMPORTED_MODULE_3__/* .isConfiguration */ .Z)({ version: Number(group.template.version) }))
        return (0,_launch_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .runningConfiguration */ .oU)(aws, group, live);
    const templates = templatesOf(group);
    const running = templates.map((template) => runningVersion(aws, template, machinesOf(template, templates, live)));
    const found = await Promise.all(running);
    const [own, ...others] = found.map(({ version }) => version);
    if (!own)
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Group "${group.name}" has no launch template.`);
    return {
        from: { ...own, ...(others.length > 0 && { others }) },
        instanceTypes: [...new Set(found.flatMap(({ instanceTypes }) => instanceTypes))],
    };
}
/** What runs: not what leaves, nor what waits in standby, kept for an undo or by a person. */
function liveAmong(machines) {
    return machines.filter(({ stage }) => stage !== 'leaving' && stage !== 'aside');
}
/** The group's own template first. @throws {Failure} for a policy that one version of each template cannot stand for. */
function templatesOf({ name, template, policy }) {
    const templates = new Map([[template.id, { ...template, overrides: [] }]]);
    const all = policy?.LaunchTemplate?.Overrides ?? [];
    for (const override of all) {
        const { LaunchTemplateId: id = template.id, Version: version = template.version } = override.LaunchTemplateSpecification ?? {};
        const known = templates.get(id) ?? { id, version, overrides: [] };
        if (known.version !== version) {
            throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`The mixed instances policy of group "${name}" has launch template ${id} at versions ${known.version} and ${version}. ` +
                'Let its overrides agree on one version of each template first.');
        }
        templates.set(id, { ...known, overrides: [...known.overrides, override] });
    }
    return [...templates.values()];
}
/** What runs a template. Of a group with one alone that is also what it has launched from another one before. */
function machinesOf({ id }, all, live) {
    const own = live.filter(({ templateId }) => templateId === id);
    return own.length === 0 && all.length === 1 ? live : own;
}
/** The image of a way back is one that runs: what launches another one, or what a parameter says, is pinned to it. */
async function runningVersion(aws, template, machines) {
    const { id, overrides } = template;
    const own = machines.filter(({ templateId }) => templateId === id);
    const most = (0,_most_frequent_js__WEBPACK_IMPORTED_MODULE_4__/* .mostFrequent */ .y)(own.map((one) => one.version));
    const { VersionNumber: version = 0, LaunchTemplateData: data } = await describeVersion(aws, template, most);
    const images = new Set(overrides.map(({ ImageId }) => ImageId ?? data?.ImageId));
    const [image = '', ...more] = images.size > 0 ? images : [data?.ImageId];
    const types = overrides.length > 0 ? overrides.map(({ InstanceType }) => InstanceType) : [data?.InstanceType];
    const instanceTypes = types.flatMap((type) => type ?? []);
    const isSure = image.startsWith('ami-') && more.length === 0;
    if (!isSure && (!image.startsWith('resolve:ssm:') || more.length > 0)) {
        throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`Launch template ${id} version ${version} names its image as "${[image, ...more].join('" and "')}". ` +
            'Give the group a version that names one image by its id (ami-...) first.');
    }
    const those = most === version ? own.filter((one) => one.version === version) : machines;
    const running = (0,_most_frequent_js__WEBPACK_IMPORTED_MODULE_4__/* .mostFrequent */ .y)(those.flatMap(({ imageId }) => imageId || []));
    const imageId = running ?? (isSure ? image : await (0,_image_parameter_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveParameter */ .w)(aws, image.slice('resolve:ssm:'.length)));
    // What an override names, is set where the group is pointed.
    const isFloating = !isSure || (imageId !== image && !overrides.some(({ ImageId }) => ImageId !== undefined));
    const pins = isFloating && most !== undefined && most !== version && { pins: most };
    return { version: { templateId: id, version, imageId, ...(isFloating && { isFloating }), ...pins }, instanceTypes };
}
/** The version that most machines run and that still exists; else the one that the group would launch. */
async function describeVersion({ ec2 }, { id, version }, running) {
    const describe = async (wanted) => {
        const order = { LaunchTemplateId: id, Versions: [wanted] };
        const answer = await ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_5__/* .DescribeLaunchTemplateVersionsCommand */ .P(order));
        return answer.LaunchTemplateVersions?.[0] ?? {};
    };
    try {
        return await describe(String(running ?? version));
    }
    catch (error) {
        // It was deleted: its machines cannot be had again.
        if (running === undefined || error.name !== 'InvalidLaunchTemplateId.VersionNotFound')
            throw error;
        return describe(version);
    }
}


/***/ }),

/***/ 1022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ isConfiguration)
/* harmony export */ });
/** A launch configuration, which is never edited, in place of a template. */
function isConfiguration({ version }) {
    return version === 0;
}


/***/ }),

/***/ 6214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ pointsAt),
/* harmony export */   Np: () => (/* binding */ runs),
/* harmony export */   sX: () => (/* binding */ isMade),
/* harmony export */   x4: () => (/* binding */ versionsOf)
/* harmony export */ });
/** Each version that a source has, the group's own first. */
function versionsOf(source) {
    return [source, ...(source.others ?? [])];
}
/** A source whose versions all have their numbers. */
function isMade(source) {
    return versionsOf(source).every(({ version }) => version !== undefined);
}
/** Whether a machine runs one of a source's versions, and that one's image, which EC2 may not know yet. */
function runs(machine, source) {
    return runsVersion(machine, source) || source.others?.some((other) => runsVersion(machine, other)) === true;
}
function runsVersion({ templateId, version, imageId }, one) {
    return (templateId === one.templateId &&
        (version === one.version || version === one.pins) &&
        (imageId === one.imageId || imageId === ''));
}
/** Whether a group launches from exactly this. Overrides that somebody has added since are theirs. */
function pointsAt({ launches: [own, ...others] }, source) {
    const isAt = (launched, { templateId, version, imageId }) => launched?.templateId === templateId &&
        launched.version === String(version) &&
        (launched.imageId ?? imageId) === imageId;
    const known = versionsOf(source);
    return (isAt(own, source) &&
        others.every((other) => known.every((one) => one.templateId !== other.templateId || isAt(other, one))));
}


/***/ }),

/***/ 4383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jo: () => (/* binding */ waveTarget),
/* harmony export */   Nh: () => (/* binding */ holdsMachines),
/* harmony export */   ZZ: () => (/* binding */ goalOf),
/* harmony export */   j5: () => (/* binding */ waveOf),
/* harmony export */   nn: () => (/* binding */ isProven),
/* harmony export */   oo: () => (/* binding */ isProving),
/* harmony export */   qd: () => (/* binding */ isPausing),
/* harmony export */   u6: () => (/* binding */ allowanceFor)
/* harmony export */ });
/** Where the machines are to end up: the new version, or the predecessor on the way back. */
function goalOf(release) {
    return release.direction === 'forward' ? release.to : release.from;
}
/** Whether the new version has served users for a soak. Until then whatever is launched besides gets what works. */
function isProven({ wavesDone, isUndo }) {
    return wavesDone > 0 || isUndo === true;
}
/** Whether the first wave is on its way: nothing of it has soaked yet. */
function isProving(release) {
    return release.direction === 'forward' && !isProven(release);
}
/** Whether a rollout waits for `resume` once the machines that its last wave has replaced are gone. */
function isPausing({ plan, wavesDone, direction }) {
    return direction === 'forward' && plan.pauseAfter !== undefined && wavesDone >= plan.pauseAfter;
}
/** The wave that is on its way; the first is 0. */
function waveOf(release) {
    return isPausing(release) ? release.wavesDone - 1 : release.wavesDone;
}
/** Whether new machines are held in our launch hook until something has been asked of them. */
function holdsMachines({ plan, isUndo }) {
    return !isUndo && (plan.gate.kind !== 'none' || plan.releaseCommand !== undefined);
}
/**
 * Turns the plan's amounts into machines, as Kubernetes does for a Deployment's rolling update: surge is rounded up,
 * unavailability down, and never are both zero (surge is 1 then).
 */
function allowanceFor(plan, size) {
    const unavailable = Math.min(size, machinesIn(plan.maxUnavailable, size, Math.floor));
    const surge = machinesIn(plan.maxSurge, size, Math.ceil);
    return { surge: surge === 0 && unavailable === 0 ? 1 : surge, unavailable };
}
/**
 * How many machines of a group of this size run the new image after so many waves and one more. The first wave is never
 * larger than what can be launched at once, for the group points at an unproven version only while it launches. Without
 * a soak or a pause to wait for, the waves after it are one.
 */
function waveTarget({ waves, soak, pauseAfter = 0, ...plan }, wavesDone, size) {
    const wave = waves[wavesDone];
    if (wave === undefined || (soak === 0 && wavesDone > 0 && wavesDone >= pauseAfter))
        return size;
    const target = Math.min(size, Math.max(1, machinesIn(wave, size, Math.ceil)));
    const { surge, unavailable } = allowanceFor(plan, size);
    return wavesDone === 0 ? Math.min(target, surge + unavailable) : target;
}
function machinesIn(amount, size, round) {
    return 'machines' in amount ? amount.machines : round((size * amount.percent) / 100);
}


/***/ }),

/***/ 6511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ resolveParameter)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(6896);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(9060);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/GetParameterCommand.js


class GetParameterCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "GetParameter", schemas_0/* GetParameter$ */.unS) {
}

// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/image/parameter.js


/**
 * The image that a parameter of SSM names now. After its name it may say `:version` or `:label` (SSM API, GetParameter).
 * @throws {Failure} when there is no such parameter, or it names no image.
 */
async function resolveParameter({ ssm, region }, name) {
    const value = await ssm.send(new GetParameterCommand({ Name: name })).then(({ Parameter }) => Parameter?.Value?.trim() ?? '', (error) => {
        if (error.name !== 'ParameterNotFound')
            throw error;
        throw new failure/* Failure */.HR(`There is no SSM parameter "${name}" in ${region}. Check its name and the region.`);
    });
    if (/^ami-[0-9a-f]+$/.test(value))
        return value;
    throw new failure/* Failure */.HR(`SSM parameter "${name}" holds "${value.slice(0, 80)}", which is no id of an image (ami-...).`);
}


/***/ }),

/***/ 3389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pw: () => (/* binding */ ledgersThatTell),
/* harmony export */   Xr: () => (/* binding */ ledgerOf),
/* harmony export */   _Z: () => (/* binding */ releasesTo),
/* harmony export */   c1: () => (/* binding */ groupsOf),
/* harmony export */   rp: () => (/* binding */ newestElsewhere),
/* harmony export */   s4: () => (/* binding */ newestTo),
/* harmony export */   zS: () => (/* binding */ findLedger)
/* harmony export */ });
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1720);

/** Two groups have one ledger, that of the name that comes first, whichever of them is named first. */
function ledgerOf(aws, groups) {
    return new _ledger_js__WEBPACK_IMPORTED_MODULE_0__.Ledger(aws, [...groups].sort()[0] ?? '');
}
/** Those that tell of a group: its own first, then what it shares with each group that it was rolled out with as one of two. */
async function ledgersThatTell(own) {
    const found = { ledger: own, history: await own.history() };
    const shared = own.elsewhere.map((group) => own.beside(group));
    return [found, ...(await Promise.all(shared.map(async (ledger) => ({ ledger, history: await ledger.history() }))))];
}
/** The one of them that tells last of the group. What is not over comes first. */
async function findLedger(own) {
    const found = await ledgersThatTell(own);
    const rank = ({ history }) => {
        const newest = newestTo([own.group], history);
        const isOpen = newest?.outcome === undefined && newest === history[0];
        return newest && isOpen ? Number.POSITIVE_INFINITY : (newest?.startedAt ?? 0);
    };
    return found.reduce((best, one) => (rank(one) > rank(best) ? one : best));
}
/** The newest of these that went to any of the groups: a ledger that one of them shares tells of the other one as well. */
function newestTo(groups, history) {
    return history.find((release) => groupsOf(release).some((group) => groups.includes(group)));
}
/** Those of them that went to one group. */
function releasesTo(group, history) {
    return history.filter((release) => groupsOf(release).includes(group));
}
/** Where a release goes to: one group, or two. */
function groupsOf({ group, sides }) {
    return sides ? [sides.blue.group, sides.green.group] : [group];
}
/**
 * The newest rollouts to any of these groups that stand in other ledgers: their own, and those that they share with others. Asked
 * anew: a run that claims one of them says first where, then looks here.
 */
async function newestElsewhere(ledger, groups) {
    const own = groups.map((group) => (group === ledger.group ? ledger : ledger.beside(group)));
    const shared = await Promise.all(own.map((one) => one.askElsewhere()));
    const names = new Set([...groups, ...shared.flat()]);
    names.delete(ledger.group);
    const newest = await Promise.all([...names].map((name) => ledger.beside(name).newest()));
    return newest.filter((release) => release !== undefined).filter((release) => newestTo(groups, [release]));
}


/***/ }),

/***/ 7862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ requireUndoTarget),
/* harmony export */   Fi: () => (/* binding */ previousRelease),
/* harmony export */   WN: () => (/* binding */ hasFailed)
/* harmony export */ });
/* unused harmony export undoTarget */
/* harmony import */ var _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);
/* harmony import */ var _heart_matching_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6214);
/* harmony import */ var _two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6182);



/**
 * The last release that was healthy under traffic, of another image than runs now and not undone itself; before the first of
 * them, or in a group that has never had a machine, what was found running, past what the ledger knows to have failed, or that no machine ran.
 */
function undoTarget(history, imageNow) {
    const succeeded = history.filter(({ outcome }) => outcome === 'succeeded');
    const undoes = (succeeded.find(({ to }) => to.imageId === imageNow) ?? history[0])?.number ?? 0;
    const rejected = new Set([imageNow]);
    for (const release of succeeded) {
        const { to } = release;
        if (release.undoes !== undefined)
            rejected.add((0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__/* .imageBefore */ .Fi)(release));
        if (!rejected.has(to.imageId) && (0,_heart_matching_js__WEBPACK_IMPORTED_MODULE_2__/* .isMade */ .sX)(to))
            return { undoes, to };
    }
    const [newest] = history;
    // A group that has always been empty launches what nothing has proven: it goes back with the groups that it was deployed with.
    const first = succeeded.at(-1) ?? (newest?.outcome === 'unproven' ? newest : undefined);
    if (first?.to.imageId !== imageNow)
        return undefined;
    const to = foundBefore(history, first, imageNow);
    return !to || rejected.has(to.imageId) ? undefined : { undoes, to };
}
const failures = ['rolled-back', 'aborted', 'needs-attention'];
/** Whether an image was rolled out and has only failed. An undo that failed says nothing of what it went back to. */
function hasFailed(history, imageId) {
    return hasOnlyEnded(failures, history, imageId);
}
function hasOnlyEnded(ends, history, imageId) {
    const deployed = history.filter(({ to, undoes }) => to.imageId === imageId && undoes === undefined);
    const isProven = history.some(({ to, outcome }) => to.imageId === imageId && outcome === 'succeeded');
    return !isProven && deployed.some(({ outcome }) => ends.includes(outcome));
}
/** What a release found running; where that has failed, or was only given to a group without machines, what the one before found. */
function foundBefore(history, release, imageNow) {
    const upTo = history.filter(({ number, ...one }) => number <= release.number && (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__/* .imageBefore */ .Fi)(one) !== imageNow);
    const good = upTo.find((one) => !hasOnlyEnded([...failures, 'unproven'], history, (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__/* .imageBefore */ .Fi)(one)));
    return good && { ...good.from, imageId: (0,_two_group_sides_js__WEBPACK_IMPORTED_MODULE_1__/* .imageBefore */ .Fi)(good) };
}
/** What ran before the image that a group's last healthy release has brought, by the same rule; undefined without any. */
function previousRelease(history) {
    const healthy = history.find(({ outcome }) => outcome === 'succeeded');
    return healthy && undoTarget(history, healthy.to.imageId);
}
/** The same. @throws {Failure} when there is none. */
function requireUndoTarget(history, imageNow) {
    const target = undoTarget(history, imageNow);
    if (target)
        return target;
    throw new _platform_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(`The group runs ${imageNow}, and its ledger knows no other image that was healthy under traffic. Deploy the one that you want by its id.`);
}


/***/ }),

/***/ 6182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Dc: () => (/* binding */ findWeights),
  Fi: () => (/* binding */ imageBefore),
  QC: () => (/* binding */ isShifted),
  oQ: () => (/* binding */ readWeights),
  m4: () => (/* binding */ setWeights),
  ET: () => (/* binding */ stickinessOf),
  QR: () => (/* binding */ targetsOf)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(4858);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(787);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/ModifyListenerCommand.js


class ModifyListenerCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ModifyListener", schemas_0/* ModifyListener$ */.DpG) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/ModifyRuleCommand.js


class ModifyRuleCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "ModifyRule", schemas_0/* ModifyRule$ */.x3p) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeRulesCommand.js
var DescribeRulesCommand = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/sides.js


/** Whether green has got all requests for good: from there on the way back is another rollout. */
function isShifted({ sides, wavesDone, plan }) {
    return sides !== undefined && wavesDone >= plan.waves.length;
}
/** The image that served users before a release: of two groups, that of the other one. */
function imageBefore({ sides, from }) {
    return sides?.imageId ?? from.imageId;
}
/** The target groups of a listener rule with their weights. */
async function targetsOf(aws, rule) {
    return forwardOf(await actionsOf(aws, rule), rule).targets;
}
/** For how many seconds a client stays with its target group of the rule, whatever the weights are; 0 without stickiness. */
async function stickinessOf(aws, rule) {
    const { Enabled, DurationSeconds = 0 } = forwardOf(await actionsOf(aws, rule), rule).stickiness;
    return Enabled ? DurationSeconds : 0;
}
async function readWeights(aws, { rule, blue, green }) {
    const targets = await targetsOf(aws, rule);
    const weightOf = ({ targetGroup }) => {
        const found = targets.find(({ TargetGroupArn }) => TargetGroupArn === targetGroup);
        return found && (found.Weight ?? 1);
    };
    return { blue: weightOf(blue), green: weightOf(green) };
}
/** The same of a rule that may be gone, or forward no more: undefined then. */
async function findWeights(aws, sides) {
    return readWeights(aws, sides).catch((error) => {
        if (error instanceof failure/* Failure */.HR)
            return undefined;
        throw error;
    });
}
/**
 * Gives the two sides these weights and leaves everything else of the rule as it is. A listener's default rule is changed
 * through its listener (ELBv2 API, ModifyRule and ModifyListener).
 */
async function setWeights(aws, { rule, blue, green }, weights) {
    const { actions, isDefault } = await actionsOf(aws, rule);
    const { position, targets } = forwardOf({ actions, isDefault }, rule);
    const others = targets.filter(({ TargetGroupArn: arn }) => arn !== blue.targetGroup && arn !== green.targetGroup);
    const tupleOf = ({ targetGroup }, weight) => weight === undefined ? [] : [{ TargetGroupArn: targetGroup, Weight: weight }];
    const TargetGroups = [...others, ...tupleOf(blue, weights.blue), ...tupleOf(green, weights.green)];
    const changed = actions.map((action, at) => at === position ? forwardTo(action, TargetGroups) : withItsSecret(action));
    const command = isDefault
        ? new ModifyListenerCommand({ ListenerArn: listenerOf(rule), DefaultActions: changed })
        : new ModifyRuleCommand({ RuleArn: rule, Actions: changed });
    await aws.elasticLoadBalancing.send(command);
}
/** An action with several target groups must not name a single one as well (ELBv2 API, Action). */
function forwardTo({ TargetGroupArn: _, ...action }, TargetGroups) {
    return { ...action, ForwardConfig: { ...action.ForwardConfig, TargetGroups } };
}
/** AWS shows no secret, and keeps the one it has only if it is told to (ELBv2 API, AuthenticateOidcActionConfig). */
function withItsSecret(action) {
    const { AuthenticateOidcConfig: config } = action;
    return config ? { ...action, AuthenticateOidcConfig: { ...config, UseExistingClientSecret: true } } : action;
}
async function actionsOf({ elasticLoadBalancing }, rule) {
    const order = new DescribeRulesCommand/* DescribeRulesCommand */.G({ RuleArns: [rule] });
    const answer = await elasticLoadBalancing.send(order).catch((error) => {
        if (error.name === 'RuleNotFoundException')
            return { Rules: [] };
        throw error;
    });
    const found = answer.Rules?.[0];
    if (!found)
        throw new failure/* Failure */.HR(`There is no listener rule ${rule}. Give "listener-rule" the ARN of a rule.`);
    return { actions: found.Actions ?? [], isDefault: found.IsDefault ?? false };
}
function forwardOf({ actions }, rule) {
    const position = actions.findIndex(({ Type }) => Type === 'forward');
    const action = actions[position];
    if (!action)
        throw new failure/* Failure */.HR(`Listener rule ${rule} forwards to no target group. Give one that does.`);
    const single = action.TargetGroupArn === undefined ? [] : [{ TargetGroupArn: action.TargetGroupArn, Weight: 1 }];
    const { TargetGroups: targets = single, TargetGroupStickinessConfig: stickiness = {} } = action.ForwardConfig ?? {};
    return { position, targets, stickiness };
}
/** `…:listener-rule/app/NAME/LB/LISTENER/RULE` belongs to `…:listener/app/NAME/LB/LISTENER`. */
function listenerOf(rule) {
    return rule.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '');
}


/***/ })

};
