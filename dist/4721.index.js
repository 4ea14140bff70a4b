export const id = 4721;
export const ids = [4721,517];
export const modules = {

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

/***/ 517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hasEnded: () => (/* binding */ hasEnded),
/* harmony export */   isOver: () => (/* binding */ isOver),
/* harmony export */   sameProcessIsGone: () => (/* binding */ sameProcessIsGone)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5840);

/**
 * Whether an earlier process is known to have ended, so that nobody needs to wait for its lease. False when it lives, and
 * when nobody knows.
 */
async function hasEnded(earlier, own, access) {
    if (sameProcessIsGone(earlier, own))
        return true;
    // A self-hosted runner that GitHub lost sight of may be at work all the same, its run given up.
    return earlier.runnerEnvironment === 'github-hosted' && (await isOver(earlier, access)) === true;
}
/**
 * Whether an earlier process of this very run must have ended, for this one could not run otherwise.
 * - A run is started again only when it is over (GitHub Actions documentation, "Re-running workflows and jobs").
 * - A runner has one job at a time, and a job one step at a time ("About self-hosted runners", "Workflow syntax").
 */
function sameProcessIsGone(earlier, own) {
    if (earlier.repository !== own.repository || earlier.runId !== own.runId || !isRealRun(earlier))
        return false;
    const attempts = Number(own.runAttempt) - Number(earlier.runAttempt);
    if (attempts > 0)
        return earlier.runnerEnvironment === 'github-hosted';
    return attempts === 0 && earlier.job === own.job && isSameRunner(earlier.runnerName, own.runnerName);
}
/** Old runners of GitHub's own all had one name: it tells nothing. */
function isSameRunner(one, other) {
    return one !== '' && one === other && one !== 'Hosted Agent';
}
/** Outside of a workflow there is neither: no two such processes belong together. */
function isRealRun({ repository, runId, runAttempt }) {
    return /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[1-9]\d*$/.test(runId) && /^[1-9]\d*$/.test(runAttempt);
}
/** Milliseconds that GitHub may take to answer. */
const timeout = 10_000;
/**
 * Asks GitHub whether an attempt of a run is over (REST API, "Get a workflow run attempt"; `actions: read`).
 * @returns undefined when it cannot say: never a reason to fail.
 */
async function isOver(run, access) {
    const { token, apiUrl, get, environment, tell } = access;
    if (!isRealRun(run))
        return undefined;
    const unknown = (why) => {
        tell(`Whether run ${run.runId} of ${run.repository} is over is not known: ${why}.`);
        return undefined;
    };
    if (!token)
        return unknown('there is no token to ask GitHub with');
    const url = new URL(`${apiUrl}/repos/${run.repository}/actions/runs/${run.runId}/attempts/${run.runAttempt}`);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' };
    try {
        const { status, body } = await get({ url, headers, timeout }, environment);
        if (status === 403 || status === 404)
            return unknown(`the token may not see it (needs "actions: read"; ${status})`);
        if (status !== 200)
            return unknown(`GitHub answered with status ${status}`);
        return JSON.parse(body).status === 'completed';
    }
    catch (error) {
        return unknown((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
    }
}


/***/ }),

/***/ 4721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Deployment: () => (/* binding */ Deployment)
});

// EXTERNAL MODULE: ./build/bundle/src/platform/workflow-run.js
var workflow_run = __webpack_require__(517);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeLaunchTemplateVersionsCommand.js
var DescribeLaunchTemplateVersionsCommand = __webpack_require__(9106);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateLaunchTemplateVersionCommand.js
var CreateLaunchTemplateVersionCommand = __webpack_require__(5169);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/launch-source.js
var launch_source = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/bundle/src/rollout/image/parameter.js + 1 modules
var parameter = __webpack_require__(6511);
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

;// CONCATENATED MODULE: ./build/bundle/src/rollout/changes/launch-configuration.js



/**
 * The launch configuration that most machines of a group run, or the one that it would launch.
 * @throws {Failure} when that is gone: there would be no way back.
 */
async function runningConfiguration({ autoScaling }, group, live) {
    const counts = new Map();
    for (const { templateId, version } of live) {
        if ((0,launch_source/* isConfiguration */.ZC)({ version }) && templateId)
            counts.set(templateId, (counts.get(templateId) ?? 0) + 1);
    }
    const [[running] = []] = [...counts].sort(([, one], [, other]) => other - one);
    const names = [...new Set([running ?? group.template.id, group.template.id])];
    const answer = await autoScaling.send(new DescribeLaunchConfigurationsCommand({ LaunchConfigurationNames: names }));
    const known = answer.LaunchConfigurations ?? [];
    const found = known.find((one) => one.LaunchConfigurationName === running) ?? known[0];
    if (!found)
        throw new failure/* Failure */.HR(`Launch configuration "${group.template.id}" of group "${group.name}" is gone.`);
    const { LaunchConfigurationName: templateId = '', ImageId: imageId = '', InstanceType } = found;
    return { from: { templateId, imageId, version: 0 }, instanceTypes: InstanceType ? [InstanceType] : [] };
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
    const answer = await autoScaling.send(new DescribeLaunchConfigurationsCommand({ LaunchConfigurationNames: [from.templateId] }));
    const [found] = answer.LaunchConfigurations ?? [];
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
    if (!(0,launch_source/* isConfiguration */.ZC)(from))
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

;// CONCATENATED MODULE: ./build/bundle/src/rollout/changes/template.js






/**
 * The numbered versions that the group's machines run (most of them, if they differ), or those that it would launch when
 * it has none; with the images that run.
 * @throws {Failure} for a group that could not be brought back to what it runs.
 */
async function runningSource(aws, { group, machines }) {
    // What waits in standby is kept for an undo, or by a person: it is not what runs.
    const live = machines.filter(({ stage }) => stage !== 'leaving' && stage !== 'aside');
    if ((0,launch_source/* isConfiguration */.ZC)({ version: Number(group.template.version) }))
        return runningConfiguration(aws, group, live);
    const found = await Promise.all(templatesOf(group).map((template) => runningVersion(aws, template, live)));
    const [own, ...others] = found.map(({ version }) => version);
    if (!own)
        throw new failure/* Failure */.HR(`Group "${group.name}" has no launch template.`);
    return {
        from: { ...own, ...(others.length > 0 && { others }) },
        instanceTypes: [...new Set(found.flatMap(({ instanceTypes }) => instanceTypes))],
    };
}
/** What is to be made for an image, from what runs: a new version of each template, or a copy of the configuration. */
function plannedSource(from, imageId, group, number) {
    if ((0,launch_source/* isConfiguration */.ZC)(from))
        return { templateId: configurationName(group, number, imageId), imageId };
    const planned = ({ templateId }) => ({ templateId, imageId });
    return { ...planned(from), ...(from.others && { others: from.others.map(planned) }) };
}
/** Makes what launches the release's image. A repeated call gives the same versions. */
async function createVersions(aws, release) {
    const { from, to } = release;
    if ((0,launch_source/* isConfiguration */.ZC)(from))
        return copyConfiguration(aws, from, to);
    const made = [];
    for (const { templateId, imageId } of (0,launch_source/* versionsOf */.x4)(to)) {
        const source = (0,launch_source/* versionsOf */.x4)(from).find((one) => one.templateId === templateId) ?? from;
        made.push(await createVersion(aws, release, { ...source, templateId, imageId }));
    }
    return joined(made);
}
/** Makes versions that name the images which run, where the predecessor's name a parameter in place of one. */
async function pinVersions(aws, release) {
    const pinned = [];
    for (const version of (0,launch_source/* versionsOf */.x4)(release.from)) {
        const pins = version.version;
        pinned.push(version.isFloating ? { ...(await createVersion(aws, release, version)), pins } : version);
    }
    return joined(pinned);
}
/** The group's own template first. @throws {Failure} for a policy that one version of each template cannot stand for. */
function templatesOf({ name, template, policy }) {
    const templates = new Map([[template.id, { ...template, overrides: [] }]]);
    const all = policy?.LaunchTemplate?.Overrides ?? [];
    const weighted = all.find(({ WeightedCapacity: weight = '1' }) => weight !== '1');
    if (weighted) {
        throw new failure/* Failure */.HR(`Group "${name}" counts its capacity in weights (${weighted.InstanceType} counts ${weighted.WeightedCapacity}); ` +
            'a rollout here counts machines. Take the weights out of its mixed instances policy first.');
    }
    for (const override of all) {
        const { LaunchTemplateId: id = template.id, Version: version = template.version } = override.LaunchTemplateSpecification ?? {};
        const known = templates.get(id) ?? { id, version, overrides: [] };
        if (known.version !== version) {
            throw new failure/* Failure */.HR(`The mixed instances policy of group "${name}" has launch template ${id} at versions ${known.version} and ${version}. ` +
                'Let its overrides agree on one version of each template first.');
        }
        templates.set(id, { ...known, overrides: [...known.overrides, override] });
    }
    return [...templates.values()];
}
async function runningVersion(aws, template, live) {
    const { id, overrides } = template;
    const machines = live.filter(({ templateId }) => templateId === id);
    const { VersionNumber: version = 0, LaunchTemplateData: data } = await describeVersion(aws, template, machines);
    const images = new Set(overrides.map(({ ImageId }) => ImageId ?? data?.ImageId));
    const [image = '', ...more] = images.size > 0 ? images : [data?.ImageId];
    const types = overrides.length > 0 ? overrides.map(({ InstanceType }) => InstanceType) : [data?.InstanceType];
    const instanceTypes = types.flatMap((type) => type ?? []);
    if (image.startsWith('ami-') && more.length === 0) {
        return { version: { templateId: id, version, imageId: image }, instanceTypes };
    }
    if (!image.startsWith('resolve:ssm:') || more.length > 0) {
        throw new failure/* Failure */.HR(`Launch template ${id} version ${version} names its image as "${[image, ...more].join('" and "')}". ` +
            'Give the group a version that names one image by its id (ami-...) first.');
    }
    const running = mostFrequent(machines.filter((one) => one.version === version).map(({ imageId }) => imageId));
    const imageId = running || (await (0,parameter/* resolveParameter */.w)(aws, image.slice('resolve:ssm:'.length)));
    return { version: { templateId: id, version, imageId, isFloating: true }, instanceTypes };
}
/** The version that most machines run and that still exists; else the one that the group would launch. */
async function describeVersion({ ec2 }, { id, version }, machines) {
    const running = mostFrequent(machines.map((machine) => String(machine.version)));
    const describe = async (wanted) => {
        const order = { LaunchTemplateId: id, Versions: [wanted] };
        const answer = await ec2.send(new DescribeLaunchTemplateVersionsCommand/* DescribeLaunchTemplateVersionsCommand */.P(order));
        return answer.LaunchTemplateVersions?.[0] ?? {};
    };
    try {
        return await describe(running ?? version);
    }
    catch (error) {
        // It was deleted: its machines cannot be had again.
        if (running === undefined || error.name !== 'InvalidLaunchTemplateId.VersionNotFound')
            throw error;
        return describe(version);
    }
}
/**
 * A copy of a version with another ImageId. The client token comes from the release, so a repeated call gives the same
 * version (EC2 API, "Ensuring idempotency").
 */
async function createVersion({ ec2 }, { group, number, continues: origin = number }, { templateId, version, imageId }) {
    const said = [group, origin, templateId, version, imageId].join('\n');
    const answer = await ec2.send(new CreateLaunchTemplateVersionCommand/* CreateLaunchTemplateVersionCommand */.B({
        LaunchTemplateId: templateId,
        SourceVersion: String(version),
        LaunchTemplateData: { ImageId: imageId },
        VersionDescription: `Steadfleet release ${origin} of ${group}`.slice(0, 255),
        ClientToken: (0,external_node_crypto_.createHash)('sha256').update(said).digest('hex'),
    }));
    const made = answer.LaunchTemplateVersion?.VersionNumber;
    if (made === undefined)
        throw new failure/* Failure */.HR('EC2 answered CreateLaunchTemplateVersion without a version. Run this again.');
    return { templateId, imageId, version: made };
}
function joined([own, ...others]) {
    if (!own)
        throw new failure/* Failure */.HR('A release launches from nothing. Delete it from the ledger, then run this again.');
    return { ...own, ...(others.length > 0 && { others }) };
}
function mostFrequent(values) {
    const counts = new Map();
    for (const value of values)
        counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

// EXTERNAL MODULE: ./build/bundle/src/platform/retry.js
var retry = __webpack_require__(9288);
// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/release.js
var heart_release = __webpack_require__(6272);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commandBuilder.js
var dist_es_commandBuilder = __webpack_require__(6896);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/schemas/schemas_0.js + 2 modules
var schemas_schemas_0 = __webpack_require__(9060);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/SendCommandCommand.js


class SendCommandCommand extends (0,dist_es_commandBuilder/* command */.G5)(dist_es_commandBuilder/* _ep0 */.lq, dist_es_commandBuilder/* _mw0 */.yt, "SendCommand", schemas_schemas_0/* SendCommand$ */.UVS) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/ListCommandInvocationsCommand.js


class ListCommandInvocationsCommand extends (0,dist_es_commandBuilder/* command */.G5)(dist_es_commandBuilder/* _ep0 */.lq, dist_es_commandBuilder/* _mw0 */.yt, "ListCommandInvocations", schemas_schemas_0/* ListCommandInvocations$ */.tvO) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/ListCommandsCommand.js


class ListCommandsCommand extends (0,dist_es_commandBuilder/* command */.G5)(dist_es_commandBuilder/* _ep0 */.lq, dist_es_commandBuilder/* _mw0 */.yt, "ListCommands", schemas_schemas_0/* ListCommands$ */.V6m) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ssm/dist-es/commands/DescribeInstanceInformationCommand.js


class DescribeInstanceInformationCommand extends (0,dist_es_commandBuilder/* command */.G5)(dist_es_commandBuilder/* _ep0 */.lq, dist_es_commandBuilder/* _mw0 */.yt, "DescribeInstanceInformation", schemas_schemas_0/* DescribeInstanceInformation$ */.DDy) {
}

;// CONCATENATED MODULE: ./build/bundle/src/platform/plain-text.js
/**
 * The last lines of what a machine has written, to be shown as they are: without control characters, without escape
 * sequences of a terminal, and without what GitHub's runner would take for a command (`##[`, anywhere in a line; `::`, at
 * its beginning: actions/runner, ActionCommand).
 */
function plainLines(text, most) {
    return text
        .split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)
        .map(plain)
        .filter((line) => line !== '')
        .slice(-most);
}
const longest = 300;
function plain(line) {
    return line
        .replace(escapeSequences, '')
        .replace(/\p{Cc}|\p{Cf}/gu, ' ')
        .replaceAll('##[', '## [')
        .replace(/^(\s*::)+/, '')
        .trimEnd()
        .slice(0, longest);
}
/** ECMA-48: control sequences, and strings such as a window's title. */
const escapeSequences = new RegExp(['\\u001b\\[[0-?]*[ -/]*[@-~]', '\\u001b\\][^\\u0007\\u001b]*(\\u0007|\\u001b\\\\)', '\\u001b[@-Z\\\\-_]'].join('|'), 'g');

;// CONCATENATED MODULE: ./build/bundle/src/rollout/gate/run-command.js


/** Of what a command said. */
const mostLines = 10;
/** How long a machine's agent may take to fetch a command; at least 30 seconds (Systems Manager API, SendCommand). */
const deliveryTime = 60_000;
/**
 * Sends a script to up to 50 machines at once, none of which waits for, or suffers from, another.
 * @returns the command's id. @throws InvalidInstanceId when one of their agents does not listen.
 */
async function sendCommand(ssm, { ids, script, comment, timeout }) {
    const answer = await ssm.send(new SendCommandCommand({
        DocumentName: script.document,
        InstanceIds: [...ids],
        Comment: comment,
        // That is the time for delivery; the script has its own (Systems Manager API, SendCommand).
        TimeoutSeconds: deliveryTime / 1000,
        Parameters: { commands: [...script.lines], executionTimeout: [String(Math.ceil(timeout / 1000))] },
        MaxConcurrency: '100%',
        MaxErrors: '100%',
    }));
    return answer.Command?.CommandId ?? '';
}
/**
 * What became of one command, or of all commands on one machine, the newest first. Nothing, for a moment, after a command
 * was sent.
 */
async function invocationsOf(ssm, which) {
    const found = [];
    let page;
    do {
        const question = { ...which, Details: true, ...(page && { NextToken: page }) };
        const answer = await ssm.send(new ListCommandInvocationsCommand(question));
        found.push(...(answer.CommandInvocations ?? []));
        page = answer.NextToken;
    } while (page);
    return found.map(describe).sort((one, other) => other.requestedAt - one.requestedAt);
}
/** The command with this comment that was sent since then, on whichever machine. */
async function findCommand(ssm, comment, since) {
    // In whole seconds, as the documentation writes them (Systems Manager API, CommandFilter).
    const value = new Date(since - 1000).toISOString().replace(/\.\d+Z$/, 'Z');
    let page;
    do {
        const question = { Filters: [{ key: 'InvokedAfter', value }], ...(page && { NextToken: page }) };
        const answer = await ssm.send(new ListCommandsCommand(question));
        const found = (answer.Commands ?? []).find(({ Comment }) => Comment === comment);
        if (found)
            return { commandId: found.CommandId ?? '', requestedAt: found.RequestedDateTime?.getTime() ?? since };
        page = answer.NextToken;
    } while (page);
    return undefined;
}
/** Those of these machines whose agents listen, and what they run. */
async function listening(ssm, ids) {
    const found = new Map();
    // Up to 100 values a filter, up to 50 machines an answer (Systems Manager API, DescribeInstanceInformation).
    for (let at = 0; at < ids.length; at += 50) {
        const Filters = [
            { Key: 'InstanceIds', Values: ids.slice(at, at + 50) },
            { Key: 'PingStatus', Values: ['Online'] },
        ];
        const answer = await ssm.send(new DescribeInstanceInformationCommand({ Filters, MaxResults: 50 }));
        for (const { InstanceId = '', PlatformType } of answer.InstanceInformationList ?? []) {
            found.set(InstanceId, PlatformType === 'Windows' ? 'Windows' : 'Linux');
        }
    }
    return found;
}
function describe(invocation) {
    const { CommandId = '', InstanceId = '', Comment = '', RequestedDateTime, CommandPlugins } = invocation;
    const state = stateOf(invocation);
    const output = plainLines(CommandPlugins?.[0]?.Output ?? '', mostLines).join('\n');
    const detail = output || invocation.StatusDetails;
    return {
        ...{ commandId: CommandId, machineId: InstanceId, comment: Comment, state },
        requestedAt: RequestedDateTime?.getTime() ?? 0,
        ...(state !== 'running' && detail !== undefined && { detail }),
    };
}
/** Systems Manager user guide, "Understanding command statuses". */
function stateOf({ Status, StatusDetails = '' }) {
    if (Status === 'Success')
        return 'passed';
    // Written with and without a space.
    if (/^(delivery ?timed ?out|undeliverable)$/i.test(StatusDetails))
        return 'undelivered';
    return Status === 'Failed' || Status === 'TimedOut' || Status === 'Cancelled' ? 'failed' : 'running';
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/gate/scripts.js
/** How many lines of what a command says at last are kept; Systems Manager itself keeps the first 2,500 characters. */
const lastLines = 30;
/** How long one request of a path may take. Seconds. */
const longestRequest = 10;
/** What asks a gate on a machine. Its exit code says whether it has passed, its output ends with why not. */
function gateScript(gate, platform) {
    if (gate.kind === 'command')
        return commandScript(gate.command, platform);
    const { path, port, timeout } = gate;
    const seconds = Math.ceil(timeout / 1000);
    return platform === 'Windows' ? askByPowerShell(path, port, seconds) : askByShell(path, port, seconds);
}
/**
 * What runs a command on a machine. The command travels in base64: neither a shell nor Systems Manager, which replaces
 * `{{ }}`, ever sees it as part of another text. What it says goes through a file, of which only the end is told.
 */
function commandScript(command, platform) {
    return platform === 'Windows' ? runByPowerShell(command) : runByShell(command);
}
function runByShell(command) {
    return shell([
        'directory=$(mktemp -d) || exit 1',
        'trap \'rm -rf "$directory"\' EXIT',
        `printf %s ${base64(`${command}\n`)} | base64 -d > "$directory/command" || exit 1`,
        'sh "$directory/command" > "$directory/output" 2>&1 < /dev/null',
        'code=$?',
        `tail -n ${lastLines} "$directory/output" | tail -c 2000`,
        'exit "$code"',
    ]);
}
/** Until the path is answered with 2xx or 3xx, for as long as the gate has time: the application may still be starting. */
function askByShell(path, port, seconds) {
    const request = `--max-time ${Math.min(longestRequest, seconds)} "http://127.0.0.1:${port}$path"`;
    return shell([
        `path=$(printf %s ${base64(path)} | base64 -d) || exit 1`,
        `deadline=$(($(date +%s) + ${seconds}))`,
        'while :; do',
        `  said=$(curl --fail --silent --show-error --globoff --noproxy '*' --output /dev/null ${request} 2>&1)`,
        '  code=$?',
        '  [ "$code" -eq 0 ] && exit 0',
        '  [ "$code" -eq 127 ] || [ "$(date +%s)" -ge "$deadline" ] && break',
        '  sleep 2',
        'done',
        'printf "%s\\n" "$said" | tail -c 2000',
        'exit 1',
    ]);
}
function runByPowerShell(command) {
    return powerShell([
        '$directory = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())',
        '$null = New-Item -ItemType Directory -Path $directory',
        "$command = Join-Path $directory 'command.ps1'",
        "$output = Join-Path $directory 'output.txt'",
        // With a byte order mark: without one Windows PowerShell reads a script in the machine's old code page.
        `[IO.File]::WriteAllBytes($command, [Convert]::FromBase64String('${base64(`\uFEFF${command}`)}'))`,
        '& powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File $command *> $output',
        '$code = $LASTEXITCODE',
        `Get-Content -Path $output -Tail ${lastLines}`,
        'Remove-Item -Recurse -Force -Path $directory',
        'exit $code',
    ]);
}
function askByPowerShell(path, port, seconds) {
    return powerShell([
        `$path = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64(path)}'))`,
        `$deadline = (Get-Date).AddSeconds(${seconds})`,
        'do {',
        '  try {',
        `    $request = [Net.WebRequest]::Create('http://127.0.0.1:${port}' + $path)`,
        '    $request.AllowAutoRedirect = $false',
        '    $request.Proxy = $null',
        `    $request.Timeout = ${Math.min(longestRequest, seconds) * 1000}`,
        '    $request.GetResponse().Close()',
        '    exit 0',
        '  } catch {',
        '    $said = $_.Exception.Message',
        '  }',
        '  Start-Sleep -Seconds 2',
        '} while ((Get-Date) -lt $deadline)',
        '$said',
        'exit 1',
    ]);
}
function shell(lines) {
    return { document: 'AWS-RunShellScript', lines };
}
function powerShell(lines) {
    return { document: 'AWS-RunPowerShellScript', lines };
}
/** Letters, digits and `+/=`: nothing that a shell would read as anything but itself. */
function base64(text) {
    return Buffer.from(text, 'utf8').toString('base64');
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/gate/gatekeeper.js






/**
 * How long Systems Manager may hide a command that it has taken. It names no bound; seconds are what people have seen.
 * Milliseconds.
 */
const hiddenAtMost = 120_000;
/**
 * Asks new machines what a plan's gate wants to know, and runs the release command on one of them. What was asked stands in
 * Systems Manager under a comment that names the release, so a later run finds it there; SendCommand has no token.
 */
class Gatekeeper {
    #ssm;
    #clock;
    /** Of machines whose agent listens. */
    #platforms = new Map();
    /** What became of the gate, by machine. */
    #answers = new Map();
    /** Machines of which nothing was sent before that this run does not know of. */
    #searched = new Set();
    #released = new Set();
    #isUnsure = false;
    #command;
    #missingSince;
    constructor({ ssm }, clock) {
        this.#ssm = ssm;
        this.#clock = clock;
    }
    /** The machines with what the gate has found out about them, and what became of the release command. */
    async inspect(release, machines) {
        if (release.direction !== 'forward' || !(0,heart_release/* holdsMachines */.Nh)(release))
            return { machines };
        const isHeld = (machine) => machine.stage === 'waiting' && !this.#released.has(machine.id) && (0,launch_source/* runs */.Np)(machine, release.to);
        const held = machines.filter(isHeld).map(({ id }) => id);
        if (held.length > 0)
            await this.#look(release, held);
        const command = release.command === 'begun' ? await this.#lookForCommand(release) : {};
        const awaitsAgents = release.plan.gate.kind !== 'none' || release.command !== 'done';
        return {
            machines: machines.map((machine) => this.#describe(machine, awaitsAgents && isHeld(machine))),
            ...command,
        };
    }
    /** Asks the gate on these machines. One whose agent no longer listens is asked again when it does. */
    async ask(release, ids) {
        const { gate } = release.plan;
        if (gate.kind === 'none')
            return;
        for (const platform of ['Linux', 'Windows']) {
            const those = ids.filter((id) => (this.#platforms.get(id) ?? 'Linux') === platform);
            const script = gateScript(gate, platform);
            // The script ends by itself first, and says why.
            const order = { script, comment: commentOf(release, 'gate'), timeout: gate.timeout + 30_000 };
            if (those.length > 0)
                await this.#send({ ...order, ids: those });
        }
    }
    /**
     * Sends the release command to this machine. It is never sent again: what the ledger says of it stands there before.
     * @returns whether it was sent; not so where its agent no longer listens.
     */
    async runCommand(release, id) {
        const { releaseCommand = '', progressDeadline } = release.plan;
        const script = commandScript(releaseCommand, this.#platforms.get(id) ?? 'Linux');
        const comment = commentOf(release, 'release-command');
        try {
            const commandId = await sendCommand(this.#ssm, { ids: [id], script, comment, timeout: progressDeadline });
            this.#command = { commandId, requestedAt: this.#clock.now() };
            return true;
        }
        catch (error) {
            if (!isAbsent(error))
                throw error;
            this.#platforms.delete(id);
            return false;
        }
    }
    /** Our hook has let these go; another one may hold them still. */
    letGo(ids) {
        for (const id of ids)
            this.#released.add(id);
    }
    #describe(machine, isHeld) {
        const { state, detail } = this.#answers.get(machine.id) ?? {};
        const isReleased = machine.isReleased || this.#released.has(machine.id);
        const known = { ...machine, ...(isReleased && { isReleased }) };
        if (state !== undefined && state !== 'undelivered') {
            return { ...known, check: { state, ...(detail !== undefined && { detail }) } };
        }
        if (!isHeld || this.#platforms.has(machine.id))
            return known;
        return { ...known, check: { state: 'unreachable' }, trouble: 'its Systems Manager agent does not listen yet' };
    }
    async #look(release, held) {
        const { gate } = release.plan;
        if (gate.kind !== 'none') {
            await this.#search(release, held);
            await this.#refresh(held, gate.timeout);
        }
        if (gate.kind === 'none' && release.command === 'done')
            return;
        const unknown = held.filter((id) => !this.#answers.has(id) && !this.#platforms.has(id));
        if (unknown.length === 0)
            return;
        for (const [id, platform] of await listening(this.#ssm, unknown))
            this.#platforms.set(id, platform);
    }
    /** What an earlier run has asked of these machines, or this one without hearing an answer. */
    async #search(release, held) {
        if (release.continues === undefined && !this.#isUnsure)
            return;
        const comment = commentOf(release, 'gate');
        for (const id of held.filter((one) => !this.#answers.has(one) && !this.#searched.has(one))) {
            const [newest] = (await invocationsOf(this.#ssm, { InstanceId: id })).filter((one) => one.comment === comment);
            if (newest && newest.state !== 'undelivered')
                this.#answers.set(id, newest);
            this.#searched.add(id);
        }
    }
    /** What has become of the checks that run. */
    async #refresh(held, timeout) {
        const running = held.map((id) => this.#answers.get(id)).filter((answer) => answer?.state === 'running');
        for (const CommandId of new Set(running.map((answer) => answer?.commandId ?? ''))) {
            for (const answer of await invocationsOf(this.#ssm, { CommandId })) {
                if (answer.state === 'undelivered')
                    this.#forget(answer.machineId);
                else
                    this.#answers.set(answer.machineId, answer);
            }
        }
        for (const id of held) {
            const answer = this.#answers.get(id);
            const isLost = answer && this.#clock.now() - answer.requestedAt > timeout + deliveryTime + hiddenAtMost;
            if (answer?.state === 'running' && isLost) {
                this.#answers.set(id, { ...answer, state: 'failed', detail: `It gave no answer in ${timeout / 1000} s.` });
            }
        }
    }
    async #send(order) {
        const { ids, comment } = order;
        try {
            const commandId = await sendCommand(this.#ssm, order);
            const asked = { commandId, comment, state: 'running', requestedAt: this.#clock.now() };
            for (const id of ids)
                this.#answers.set(id, { ...asked, machineId: id });
        }
        catch (error) {
            if ((0,retry/* failureKind */.zU)(error) === 'unavailable')
                this.#becomeUnsure(ids);
            if (!isAbsent(error))
                throw error;
            // One machine without an agent fails the whole call (Systems Manager API, InvalidInstanceId).
            if (ids.length > 1)
                for (const id of ids)
                    await this.#send({ ...order, ids: [id] });
            else
                for (const id of ids)
                    this.#forget(id);
        }
    }
    #becomeUnsure(ids) {
        this.#isUnsure = true;
        for (const id of ids)
            this.#searched.delete(id);
    }
    #forget(id) {
        this.#answers.delete(id);
        this.#platforms.delete(id);
    }
    /** By its comment, on whichever machine an earlier run has sent it to. */
    async #lookForCommand(release) {
        const now = this.#clock.now();
        this.#command ??= await findCommand(this.#ssm, commentOf(release, 'release-command'), release.startedAt);
        if (!this.#command) {
            this.#missingSince ??= now;
            return { command: now - this.#missingSince > hiddenAtMost ? 'unknown' : 'running' };
        }
        const { commandId: CommandId, requestedAt } = this.#command;
        const [invocation] = await invocationsOf(this.#ssm, { CommandId });
        const says = invocation?.detail === undefined ? {} : { commandSays: invocation.detail };
        if (invocation?.state === 'passed')
            return { command: 'passed', ...says };
        if (invocation && invocation.state !== 'running')
            return { command: 'failed', ...says };
        const isLost = now - requestedAt > release.plan.progressDeadline + deliveryTime + hiddenAtMost;
        return { command: isLost ? 'unknown' : 'running' };
    }
}
/** At most 100 characters (Systems Manager API, SendCommand). A release that carries on another one has its name. */
function commentOf({ group, number, continues = number }, what) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(group).digest('hex').slice(0, 8);
    const name = group.length <= 60 ? group : `${group.slice(0, 51)}-${digest}`;
    return `steadfleet ${name}/${continues} ${what}`;
}
/** "The managed node isn't in valid state": it has gone, or its agent has not reported yet. */
function isAbsent(error) {
    return error.name === 'InvalidInstanceId';
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/group/observe.js + 12 modules
var observe = __webpack_require__(1095);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeInstanceRefreshesCommand.js
var DescribeInstanceRefreshesCommand = __webpack_require__(7007);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/other-locks.js


/**
 * Whoever else is changing the group right now counts as a lock: an instance refresh, an update of its CloudFormation
 * stack, a deployment by CodeDeploy. What may not be asked is told of in a line, for nobody has to grant it.
 * @throws {Failure} that names it, before anything is changed.
 */
async function requireNoOtherLock(aws, group, tell) {
    const locks = await Promise.all([
        unlessDenied('instance refreshes', () => activeRefresh(aws, group.name), tell),
        unlessDenied('its CloudFormation stack', () => stackUpdate(aws, group.stack), tell),
        unlessDenied('deployments by CodeDeploy', () => codeDeployment(aws, group.name), tell),
    ]);
    const found = locks.filter((lock) => lock !== undefined);
    if (found.length === 0)
        return;
    throw new failure/* Failure */.HR(`Group "${group.name}" is being changed by somebody else: ${found.join('; ')}. Wait for that to end, then run this again.`);
}
async function unlessDenied(what, ask, tell) {
    try {
        return await ask();
    }
    catch (error) {
        const { name, $metadata } = error;
        const isDenied = /AccessDenied|Unauthorized|NotAuthorized/.test(name ?? '') || $metadata?.httpStatusCode === 403;
        if (!isDenied)
            throw error;
        tell(`Whether ${what} would get in the way is not known: ${(0,failure/* messageOf */.bD)(error)}`);
        return undefined;
    }
}
/** Auto Scaling API, InstanceRefresh: the others are ends. */
const activeStatuses = ['Pending', 'InProgress', 'Cancelling', 'RollbackInProgress', 'Baking'];
async function activeRefresh({ autoScaling }, AutoScalingGroupName) {
    const { InstanceRefreshes = [] } = await autoScaling.send(new DescribeInstanceRefreshesCommand/* DescribeInstanceRefreshesCommand */.X({ AutoScalingGroupName, MaxRecords: 10 }));
    const active = InstanceRefreshes.find(({ Status = '' }) => activeStatuses.includes(Status));
    return active && `instance refresh ${active.InstanceRefreshId} is ${active.Status}`;
}
/** A clean-up after an update no longer touches the group (CloudFormation user guide, "Stack status codes"). */
async function stackUpdate(aws, stack) {
    if (stack === undefined)
        return undefined;
    const { DescribeStacksCommand } = await Promise.all(/* import() */[__webpack_require__.e(6719), __webpack_require__.e(3412)]).then(__webpack_require__.bind(__webpack_require__, 3412));
    const { Stacks = [] } = await (await aws.cloudFormation()).send(new DescribeStacksCommand({ StackName: stack }));
    const status = Stacks[0]?.StackStatus ?? '';
    const isUnderWay = status.endsWith('_IN_PROGRESS') && !/CLEANUP|^REVIEW/.test(status);
    return isUnderWay ? `its CloudFormation stack "${stack}" is ${status}` : undefined;
}
/** By the deployment groups of what is under way, for a deployment itself does not say where it goes. */
async function codeDeployment(aws, name) {
    const { BatchGetDeploymentGroupsCommand, BatchGetDeploymentsCommand, ListDeploymentsCommand } = await Promise.all(/* import() */[__webpack_require__.e(6719), __webpack_require__.e(5181)]).then(__webpack_require__.bind(__webpack_require__, 5181));
    const client = await aws.codeDeploy();
    const { deployments = [] } = await client.send(new ListDeploymentsCommand({ includeOnlyStatuses: ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'] }));
    for (let at = 0; at < deployments.length; at += 25) {
        const deploymentIds = deployments.slice(at, at + 25);
        const { deploymentsInfo = [] } = await client.send(new BatchGetDeploymentsCommand({ deploymentIds }));
        for (const { applicationName, deploymentGroupName = '', deploymentId, status } of deploymentsInfo) {
            const order = { applicationName, deploymentGroupNames: [deploymentGroupName] };
            const { deploymentGroupsInfo = [] } = await client.send(new BatchGetDeploymentGroupsCommand(order));
            const groups = deploymentGroupsInfo.flatMap(({ autoScalingGroups = [] }) => autoScalingGroups);
            if (groups.some((group) => group.name === name)) {
                return `deployment ${deploymentId} of CodeDeploy (application ${applicationName}) is ${status}`;
            }
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/group/remarks.js
var remarks = __webpack_require__(3147);
// EXTERNAL MODULE: ./build/bundle/src/rollout/image/image.js
var image_image = __webpack_require__(4925);
// EXTERNAL MODULE: ./build/bundle/src/rollout/group/alarms.js + 3 modules
var group_alarms = __webpack_require__(7563);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/beginning/boot-allowance.js
/** How many boots it takes to speak of a group's habits, and in how many of its last releases they are looked for. */
const enough = 10;
const lookBack = 10;
/** Below this, a hiccup of the network would pass for a bad image. Milliseconds. */
const shortest = 120_000;
/**
 * How long a machine of this group may take to become healthy, by what its machines took in past releases that went well:
 * one and a half times the slowest of a hundred. Where boots vary more than that, the next slow one may be as much slower
 * again as the slowest was than an ordinary one. `history` is newest first.
 * @returns milliseconds; undefined while too few boots are known.
 */
function pastBootAllowance(history) {
    const known = history
        .filter(({ outcome, boots }) => outcome === 'succeeded' && boots !== undefined)
        .slice(0, lookBack)
        .flatMap(({ boots }) => boots ?? []);
    const machines = known.reduce((sum, boots) => sum + boots.machines, 0);
    if (machines < enough)
        return undefined;
    const slowest = Math.max(...known.map(({ p99 }) => p99));
    const ordinary = Math.min(...known.map(({ median }) => median));
    return Math.round(Math.max(shortest, slowest * Math.max(1.5, slowest / ordinary)));
}
/**
 * How long its owner gives a machine to become healthy, where a load balancer's word counts: after that the group itself
 * replaces it (Auto Scaling user guide, "Set the health check grace period").
 * @returns milliseconds; undefined where nobody has said it.
 */
function statedBootAllowance({ healthChecks, gracePeriod }) {
    const isBinding = healthChecks.some((check) => check === 'ELB' || check === 'VPC_LATTICE');
    return isBinding && gracePeriod > 0 ? Math.max(shortest, gracePeriod) : undefined;
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/beginning/complete-plan.js


/**
 * A plan with what only AWS can say, as it then stands in the ledger: which alarms are watched, and how long a machine may
 * boot where the plan does not say it. `history` is the group's, newest first.
 * @throws {Failure} for alarms that cannot be watched.
 */
async function completePlan(aws, group, plan, alarms, history) {
    const { bootAllowance = pastBootAllowance(history) ?? statedBootAllowance(group) } = plan;
    return {
        ...plan,
        ...(alarms && { alarms: await (0,group_alarms/* chooseAlarms */.s)(aws, plan.alarms, alarms) }),
        ...(bootAllowance !== undefined && { bootAllowance }),
    };
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/plan.js
var heart_plan = __webpack_require__(4450);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/beginning/preflight.js



/** AWS's own engine waits for these for ever, and says nothing (Auto Scaling user guide, "Suspend and resume processes"). */
const refreshNeeds = ['Launch', 'Terminate', 'InstanceRefresh'];
/**
 * What would stop a plan on this group half-way, said before anything is changed.
 * @throws {Failure} with what was found and what to write instead.
 */
function requireFeasible(group, plan) {
    const { name, desired, max, suspended } = group;
    const needed = (0,heart_plan/* isRefresh */.yw)(plan.strategy) ? refreshNeeds : refreshNeeds.slice(0, 2);
    const missing = needed.filter((process) => suspended.includes(process));
    if (missing.length > 0) {
        throw new failure/* Failure */.HR(`Group "${name}" has suspended ${missing.join(' and ')}, so no machine could be replaced. Resume ${missing.length > 1 ? 'them' : 'it'} first.`);
    }
    if ((0,heart_plan/* isRefresh */.yw)(plan.strategy))
        requireTemplate(group, plan);
    if (plan.strategy === 'replace-root-volume')
        requireReplaceableRoots(group);
    const { surge, unavailable } = (0,heart_plan/* allowanceFor */.u6)(plan, desired);
    const room = plan.raiseMax ? surge : Math.min(surge, max - desired);
    if ((0,heart_plan/* isRefresh */.yw)(plan.strategy) || desired === 0 || room + unavailable > 0)
        return;
    throw new failure/* Failure */.HR(`Group "${name}" is at its maximum (${max}), "raise-max" is false and "max-unavailable" leaves no machine to spare. ` +
        'Let the maximum be raised for the rollout, or give max-unavailable: 1.');
}
/** What a refresh shall launch is told to AWS as a template or a policy (Auto Scaling API, DesiredConfiguration). */
function requireTemplate({ name, template }, { strategy }) {
    if (!(0,launch_source/* isConfiguration */.ZC)({ version: Number(template.version) }))
        return;
    throw new failure/* Failure */.HR(`Group "${name}" launches from the launch configuration "${template.id}", and AWS refreshes only to launch templates with a way back. ` +
        `Give it a launch template, or take the strategy "rolling" in place of "${strategy}".`);
}
/** Auto Scaling API, LaunchTemplateOverrides: "ImageId". What else AWS asks for, it says when the refresh begins. */
function requireReplaceableRoots({ name, policy }) {
    const overrides = policy?.LaunchTemplate?.Overrides ?? [];
    if (overrides.length > 0 && overrides.every(({ ImageId }) => ImageId !== undefined))
        return;
    const found = policy
        ? `${overrides.filter(({ ImageId }) => ImageId === undefined).length} of its ${overrides.length} overrides name no image`
        : 'it has no mixed instances policy';
    throw new failure/* Failure */.HR(`AWS replaces root volumes only in a group with a mixed instances policy in which each override names its image; of "${name}", ${found}. ` +
        'Give it such a policy, or take the strategy "rolling".');
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeAutoScalingGroupsCommand.js
var DescribeAutoScalingGroupsCommand = __webpack_require__(3509);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/image/followers.js



/**
 * Sees that no other group launches the latest version of this group's templates: it would launch the one that we make
 * for this group, unasked. `$Default` stays what it is.
 * @throws {Failure} with the names of those that do.
 */
async function requireNoFollowers({ autoScaling }, group) {
    if ((0,launch_source/* isConfiguration */.ZC)({ version: Number(group.template.version) }))
        return;
    const overrides = group.policy?.LaunchTemplate?.Overrides ?? [];
    const own = new Set([
        group.template.id,
        ...overrides.map((one) => one.LaunchTemplateSpecification?.LaunchTemplateId),
    ]);
    const followers = [];
    let page;
    do {
        const answer = await autoScaling.send(new DescribeAutoScalingGroupsCommand/* DescribeAutoScalingGroupsCommand */.N({
            MaxRecords: 100,
            IncludeInstances: false,
            ...(page && { NextToken: page }),
        }));
        for (const other of answer.AutoScalingGroups ?? []) {
            const { AutoScalingGroupName: name = '' } = other;
            const isFollowing = specificationsOf(other).some(({ LaunchTemplateId: id, Version: version }) => version === '$Latest' && own.has(id));
            if (name !== group.name && isFollowing)
                followers.push(name);
        }
        page = answer.NextToken;
    } while (page);
    if (followers.length === 0)
        return;
    throw new failure/* Failure */.HR(`The launch template of group "${group.name}" is followed by ${followers.map((name) => `"${name}"`).join(', ')} at ` +
        '$Latest, so they would launch the image as well. Give them a numbered version first, or a template of their own.');
}
function specificationsOf({ LaunchTemplate: own, MixedInstancesPolicy: policy }) {
    const { LaunchTemplateSpecification: mixed, Overrides = [] } = policy?.LaunchTemplate ?? {};
    return [own, mixed, ...Overrides.map((one) => one.LaunchTemplateSpecification)].flatMap((one) => one ?? []);
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeImagesCommand.js
var DescribeImagesCommand = __webpack_require__(1048);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commandBuilder.js
var client_ec2_dist_es_commandBuilder = __webpack_require__(8509);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js + 1 modules
var dist_es_schemas_schemas_0 = __webpack_require__(230);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstanceTypesCommand.js


class DescribeInstanceTypesCommand extends (0,client_ec2_dist_es_commandBuilder/* command */.G5)(client_ec2_dist_es_commandBuilder/* _ep0 */.lq, client_ec2_dist_es_commandBuilder/* _mw0 */.yt, "DescribeInstanceTypes", dist_es_schemas_schemas_0/* DescribeInstanceTypes$ */.EDu) {
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/image/image-fit.js


/**
 * Sees that an image runs on every instance type that a group may launch it on. A policy that describes its types by what
 * they have gives no names: EC2 picks only types that fit the image then (EC2 API, InstanceRequirements).
 * @throws {Failure} with the types that the image does not fit.
 */
async function requireFit({ ec2 }, imageId, types) {
    if (types.length === 0)
        return;
    const answer = await ec2.send(new DescribeImagesCommand/* DescribeImagesCommand */.j({ Filters: [{ Name: 'image-id', Values: [imageId] }] }));
    const architecture = answer.Images?.[0]?.Architecture;
    if (architecture === undefined)
        return;
    const unfit = [];
    // A hundred names a call (EC2 API, DescribeInstanceTypes).
    for (let at = 0; at < types.length; at += 100) {
        const InstanceTypes = types.slice(at, at + 100);
        const { InstanceTypes: found = [] } = await ec2.send(new DescribeInstanceTypesCommand({ InstanceTypes }));
        for (const { InstanceType: name = '', ProcessorInfo } of found) {
            const supported = ProcessorInfo?.SupportedArchitectures ?? [architecture];
            if (!supported.includes(architecture))
                unfit.push(`${name} (${supported.join(', ')})`);
        }
    }
    if (unfit.length === 0)
        return;
    throw new failure/* Failure */.HR(`Image ${imageId} is made for ${architecture}, and the group may launch ${unfit.join(' and ')}. ` +
        'Name an image that fits all its instance types, or give machines of another architecture a group of their own.');
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/claim.js








/**
 * Writes the next release into the ledger, before anything is changed. What a dead run left to the same goal is carried
 * on with what that run found; anything else is taken back first.
 * @throws {Failure} when the group is in the hands of another, living rollout, or waits for a person.
 */
async function claim(wish, claiming) {
    const history = await claiming.ledger.history();
    const [newest] = history;
    const claimed = newest && newest.outcome === undefined ? await adopt(newest, wish, claiming) : await begin(history, wish, claiming);
    if (claimed.kind !== 'unchanged')
        await take(claimed.release, claiming);
    return claimed;
}
/** Who a step is, from the context of its workflow. */
function claimantOf(workflow) {
    const { repository, runId, runAttempt, job, runnerName, runnerEnvironment, actor, sha, runUrl } = workflow;
    return { repository, runId, runAttempt, job, runnerName, runnerEnvironment, actor, commit: sha, runUrl };
}
/** Writes a release into the ledger: from then on the group is this run's, for a lease. */
async function take(release, { ledger, fence, onNumber }) {
    onNumber(release.number);
    await ledger.claim(release);
    fence.renew(release.heartbeatAt);
    return release;
}
/** @throws {Failure} when somebody works on an unfinished release, or it waits for a person. */
async function requireAbandoned(unfinished, claiming) {
    if (await isAbandoned(unfinished, claiming))
        return;
    throw refusal(unfinished);
}
/** Whether nobody works on an unfinished release any more. */
async function isAbandoned(unfinished, { clock, isGone }) {
    const { rests, heartbeatAt, claimant } = unfinished;
    if (rests?.kind === 'interrupted')
        return true;
    if (rests?.kind === 'paused')
        return clock.now() >= rests.until;
    return clock.now() - heartbeatAt >= heart_release.lease.staleAfter || (await isGone(claimant));
}
/** Who has the group, since when, and what to do about it. */
function refusal({ group, number, to, claimant, startedAt, heartbeatAt, rests }) {
    const { actor, runUrl } = claimant;
    const whose = `by ${actor} since ${(0,heart_release/* isoTime */.Ly)(startedAt)} (${runUrl})`;
    if (rests?.kind === 'paused') {
        return new failure/* Failure */.HR(`The rollout of ${to.imageId} to group "${group}" ${whose} is paused until ${(0,heart_release/* isoTime */.Ly)(rests.until)} (release ${number}). ` +
            'Go on with "command: resume", or take it back with "command: abort"; then deploy again.');
    }
    const minutes = heart_release.lease.staleAfter / 60_000;
    return new failure/* Failure */.HR(`Group "${group}" is being rolled out to ${to.imageId} ${whose}. Wait for it to end, or cancel it. If its runner is ` +
        `dead: ${minutes} minutes after its last sign of life (${(0,heart_release/* isoTime */.Ly)(heartbeatAt)}) the next run takes over.`);
}
async function adopt(unfinished, { imageId, plan }, claiming) {
    await requireAbandoned(unfinished, claiming);
    const { direction, to, rests, isUndo, retiresKept } = unfinished;
    const isSameGoal = to.imageId === imageId && unfinished.plan.releaseCommand === plan.releaseCommand;
    const { claimant, clock } = claiming;
    const isOfItsOwn = isUndo || retiresKept || rests?.kind === 'paused';
    if (direction === 'forward' && isSameGoal && !isOfItsOwn) {
        return { kind: 'own', release: carryOn(unfinished, claimant, clock.now()) };
    }
    return { kind: 'rescue', release: takeBack(unfinished, claimant, clock.now()) };
}
async function begin(history, wish, { claimant, clock, tell }) {
    const { aws, view, pair, imageId, force, predict, undo, together } = wish;
    const [newest] = history;
    const { from, instanceTypes } = await runningSource(aws, view);
    const live = (pair?.blue ?? view).machines.filter(({ stage }) => stage !== 'leaving' && stage !== 'aside');
    const isSource = pair ? live.length > 0 : from.imageId === imageId;
    const runsIt = isSource && live.every((machine) => machine.imageId === imageId);
    if (runsIt && !force)
        return { kind: 'unchanged' };
    await requireNoOtherLock(aws, view.group, tell);
    requireFeasible(view.group, wish.plan);
    const plan = await completePlan(aws, view.group, wish.plan, wish.alarms, history);
    await requireFit(aws, imageId, instanceTypes);
    await requireNoFollowers(aws, view.group);
    const number = (newest?.number ?? 0) + 1;
    // Machines that stay, with another root volume, stay on their version, too.
    const keepsMachines = plan.strategy === 'replace-root-volume';
    const planned = keepsMachines ? { ...from, imageId } : plannedSource(from, imageId, view.group.name, number);
    const to = undo?.to ?? planned;
    const predicted = await predict?.(view);
    const release = firstOf(newest, { view, from, to, plan, claimant, now: clock.now() });
    const sides = pair && { sides: pair.sides, suspended: [] };
    const undoes = undo && { undoes: undo.undoes };
    return {
        kind: 'own',
        release: {
            ...release,
            ...sides,
            ...undoes,
            ...(together && { together }),
            ...(predicted !== undefined && { predicted }),
        },
    };
}
/** A release of one's own, after the newest one in the ledger. What that one left to a person, surge and all, it inherits. */
function firstOf(newest, { view, now, ...beginning }) {
    const { group } = view;
    const left = newest?.outcome === 'needs-attention' ? newest.surge : undefined;
    const max = left?.max !== undefined && left.max === group.max ? (newest?.baseline.max ?? group.max) : group.max;
    return {
        ...beginning,
        number: (newest?.number ?? 0) + 1,
        group: group.name,
        startedAt: now,
        heartbeatAt: now,
        baseline: { desired: group.desired, max },
        suspended: beginning.plan.suspend.filter((process) => !group.suspended.includes(process)),
        ...(left && { surge: left }),
        wavesDone: 0,
        direction: 'forward',
    };
}
/** The next release in the ledger, by another run, that does the rest of an unfinished one. */
function carryOn({ rests: _, ...unfinished }, claimant, now) {
    const continues = unfinished.continues ?? unfinished.number;
    return { ...unfinished, number: unfinished.number + 1, claimant, continues, heartbeatAt: now };
}
/** The next release in the ledger, by another run, that takes an unfinished one back to its predecessor. */
function takeBack(unfinished, claimant, now) {
    const rest = carryOn(unfinished, claimant, now);
    // To take an undo back would give users what somebody wanted them to be rid of.
    if (rest.direction !== 'forward' || rest.undoes !== undefined || rest.retiresKept)
        return rest;
    return { ...rest, direction: 'back', backOutcome: 'aborted', reason: whyTakenBack(unfinished) };
}
/** The same, because somebody wants it so. */
function turnBack({ outcome: _, endedAt: __, ...unfinished }, claimant, now) {
    const rest = carryOn(unfinished, claimant, now);
    if (rest.direction === 'back')
        return rest;
    return {
        ...rest,
        direction: 'back',
        backOutcome: 'aborted',
        reason: `${claimant.actor} aborted it (${claimant.runUrl}).`,
    };
}
function whyTakenBack({ claimant: { runUrl }, rests, heartbeatAt }) {
    if (rests?.kind === 'interrupted')
        return `Its run (${runUrl}) was cancelled.`;
    if (rests?.kind === 'paused')
        return `Nobody resumed it until ${(0,heart_release/* isoTime */.Ly)(rests.until)} (${runUrl}).`;
    return `Its run (${runUrl}) gave no sign of life since ${(0,heart_release/* isoTime */.Ly)(heartbeatAt)}.`;
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/ledger/ledger.js + 5 modules
var ledger_ledger = __webpack_require__(8691);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/ledger/unfinished.js



/**
 * The release that goes on with one that is paused, or that a dead run has left unfinished.
 * @throws {Failure} when there is none, when somebody works on it, and when its pause is over.
 */
async function resumed(newest, { group, expedite }, claiming) {
    if (!newest || newest.outcome !== undefined) {
        const last = newest ? `the last one (release ${newest.number}) ended ${newest.outcome}` : 'there was none yet';
        throw new failure/* Failure */.HR(`There is no rollout to group "${group}" to resume: ${last}. Deploy again.`);
    }
    const { rests } = newest;
    const now = claiming.clock.now();
    if (rests?.kind !== 'paused')
        await requireAbandoned(newest, claiming);
    else if (now >= rests.until) {
        throw new failure/* Failure */.HR(`The rollout to group "${group}" was paused until ${(0,heart_release/* isoTime */.Ly)(rests.until)}. It is too late to resume it: take it back with "command: repair", then deploy again.`);
    }
    const rest = carryOn(newest, claiming.claimant, now);
    const { pauseAfter: _, ...plan } = rest.plan;
    return { ...rest, plan: { ...plan, ...(expedite && { soak: 0 }) } };
}
/**
 * The release that takes back one that is paused, on hold for a person, or left unfinished by a dead run.
 * @returns undefined when there is none.
 * @throws {Failure} when somebody works on it.
 */
async function aborted(newest, claiming) {
    if (!newest || (newest.outcome !== undefined && newest.outcome !== 'needs-attention'))
        return undefined;
    if (newest.outcome === undefined && newest.rests === undefined)
        await requireAbandoned(newest, claiming);
    return turnBack(newest, claiming.claimant, claiming.clock.now());
}
/** The release that ends what a dead run has left unfinished; undefined while somebody works on it, or may resume it. */
async function repaired(unfinished, claiming, tell) {
    if (await isAbandoned(unfinished, claiming))
        return takeBack(unfinished, claiming.claimant, claiming.clock.now());
    tell(refusal(unfinished).message);
    return undefined;
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/heart/fleet.js
var heart_fleet = __webpack_require__(1065);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/heart/judge.js


/**
 * Judges the image on the way forward, and whether the way back leads anywhere. The way back is never blocked by a gate:
 * the predecessor is known to be good.
 */
function judge(observation, fleet) {
    const { release, command } = observation;
    const { direction, plan, reason = '' } = release;
    if (direction === 'hold')
        return { kind: 'give-up', reason };
    const stuck = deadlineMissed(observation, fleet);
    if (direction === 'back')
        return stuck === undefined ? undefined : { kind: 'give-up', reason: stuck };
    if (command === 'unknown')
        return turn({ direction: 'hold' }, 'It is not known whether the release command ran.');
    // While the release command runs, which has a time of its own, nothing else gets any further.
    const isWaiting = release.command === 'begun';
    const failure = definiteFailure(observation, fleet) ?? (isWaiting ? undefined : (silentFailure(observation, fleet) ?? stuck));
    if (failure === undefined)
        return undefined;
    return turn(plan.onFailure === 'hold' ? { direction: 'hold' } : { direction: 'back', backOutcome: 'rolled-back' }, failure);
}
function turn(changes, reason) {
    return { kind: 'turn', reason, changes: { ...changes, reason } };
}
/** What leaves no doubt: a failed launch, a new machine that died, a failed command, an alarm. */
function definiteFailure({ setbacks, alarms, command, commandSays = '' }, { fresh }) {
    const failed = fresh.find(({ check }) => check?.state === 'failed');
    if (failed)
        return `${failed.id} did not pass the gate: ${lastLine(failed.check?.detail) || 'it said nothing'}`;
    if (command === 'failed')
        return `The release command failed. ${lastLine(commandSays)}`.trim();
    if (setbacks[0] !== undefined)
        return setbacks[0];
    return alarms[0] === undefined ? undefined : `Alarm "${alarms[0]}" is in ALARM.`;
}
/**
 * A new image whose machines say nothing. One slow machine among healthy ones says nothing of the image, so it counts only
 * if none of the new ones is healthy.
 */
function silentFailure({ now, patience, release }, { fresh }) {
    if (fresh.some(({ healthy }) => healthy))
        return undefined;
    const waitsForUs = ({ stage, isReleased, check }) => (0,heart_release/* holdsMachines */.Nh)(release) && stage === 'waiting' && !isReleased && check?.state !== 'unreachable';
    const isLate = (machine) => machine.unhealthySince !== undefined &&
        !waitsForUs(machine) &&
        now - machine.unhealthySince > (machine.hasServed ? patience.relapse : patience.boot);
    const late = fresh.find(isLate);
    if (!late)
        return undefined;
    const seconds = Math.round((now - (late.unhealthySince ?? now)) / 1000);
    const what = late.hasServed ? 'stays unhealthy after it had been healthy' : 'did not become healthy';
    return `${late.id} on ${(0,heart_release/* goalOf */.ZZ)(release).imageId} ${what} for ${seconds} s. ${troublesOf(fresh)}`.trim();
}
function deadlineMissed(observation, fleet) {
    const { now, lastProgress, release } = observation;
    if (now - lastProgress < release.plan.progressDeadline || (0,heart_fleet/* isComplete */.As)(observation, fleet))
        return undefined;
    const seconds = Math.round(release.plan.progressDeadline / 1000);
    const why = troublesOf(fleet.fresh);
    return `No machine on ${(0,heart_release/* goalOf */.ZZ)(release).imageId} became healthy within ${seconds} s (progress-deadline).${why && ` ${why}`}`;
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
/** The whole of it goes into the log; the ledger has little room. */
function lastLine(said = '') {
    return (said.trim().split('\n').at(-1) ?? '').slice(-200);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/heart/size-changes.js
/** A read may show what was so before the last change: no older than this, in milliseconds. */
const oldestRead = 60_000;
/** Since when the size is known above which surge is raised now: while surge is out, since it was first raised. */
function settledSize({ surge }, now) {
    const { machines = 0, settledAt, raisedTo } = surge ?? {};
    if (machines > 0 && settledAt !== undefined)
        return { settledAt, ...(raisedTo !== undefined && { raisedTo }) };
    // AWS tells the time of a change to the second.
    return { settledAt: Math.floor(now / 1000) * 1000 - 1 };
}
/**
 * A size that somebody has set while surge is out is the size from then on, and the rest of desired is what is left of the
 * surge. It is written down once, so that whoever goes on knows; what went below it meanwhile is given back first.
 */
function noteSize(observation) {
    const { group, release, now, sizeSet, scheduled, desiredSince = 0 } = observation;
    const { surge, scheduled: known } = release;
    // First it must be known what came of a raise.
    if (!surge || surge.launches)
        return undefined;
    const isTold = sizeSet ? group.desired === sizeSet.desiredThen : isAsLeft(surge, group.desired);
    if (!isTold && now - desiredSince < oldestRead)
        return { kind: 'wait' };
    if (sizeSet)
        return settleSize(surge, group.desired, sizeSet);
    if (!scheduled || (scheduled.at === known?.at && scheduled.desired === known.desired))
        return undefined;
    return { kind: 'note', changes: { scheduled } };
}
/** Whether desired is as we have left it. Who else has changed it, AWS tells once the group acts on it. */
function isAsLeft({ raised, retiring, from, machines }, desired) {
    return !raised || retiring !== undefined || desired === from + machines;
}
function settleSize({ raisedTo: _, retiring: __, ...surge }, desired, { at, desired: size }) {
    const machines = desired - size;
    if (machines < 0)
        return { kind: 'give-back', from: desired, machines: -machines };
    const changes = { surge: { ...surge, machines, from: size, raised: true, settledAt: at } };
    return { kind: 'note', changes, say: `The size of the group was changed to ${size} meanwhile, which is kept.` };
}
/** What a scale-in has taken of the surge is written down, or the next scale-out would be taken for surge. */
function noteLoss({ group: { desired }, release, now }) {
    const { surge, heartbeatAt } = release;
    const machines = surge && Math.max(0, desired - surge.from);
    if (!surge?.raised || machines === undefined || machines >= surge.machines)
        return undefined;
    if (now - heartbeatAt < oldestRead)
        return undefined;
    return { kind: 'note', changes: { surge: { ...surge, machines, from: Math.min(surge.from, desired) } } };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/heart/surge.js



/** AWS names no time for which it knows a client token; after this one here, in milliseconds, none is trusted. */
const tokensLast = 3_600_000;
/** How many machines one call of LaunchInstances may ask for (Auto Scaling API). */
const launchedAtOnce = 100;
/** How many machines more a raise may bring now. Desired is raised only from the size itself: it says nothing of the rest. */
function surgeToCome(observation, { size, allowance }) {
    const standing = Math.max(0, observation.group.desired - size);
    if (standing > 0 && !canLaunch(observation))
        return 0;
    return Math.max(0, allowance.surge - standing);
}
/**
 * Raises a group by so many machines: launched by name where AWS does that for this group, else by its desired capacity.
 * `max`: what its maximum has to be for that, if it is lower.
 */
function raiseBy(observation, { size }, machines, max) {
    const { release, group, now } = observation;
    if (!canLaunch(observation))
        return { kind: 'surge', machines, from: size, ...(max !== undefined && { max }) };
    const highest = max ?? ((0,heart_fleet/* hasOurMax */.lb)(group, release.surge) ? group.max : undefined);
    const zones = spread(machines, observation);
    const surge = {
        ...{ machines: Math.max(0, group.desired - size), from: size, raised: true },
        ...settledSize(release, now),
        ...(highest !== undefined && { max: highest }),
        launches: { at: now, zones },
    };
    return { kind: 'note', changes: { surge, raises: (release.raises ?? 0) + 1 } };
}
/**
 * Launches what the ledger says is to be launched: the first time, and again after a lost answer or a crash, until it is
 * known what came of it.
 */
function launch({ group, release: { surge }, now }) {
    if (!surge?.launches)
        return undefined;
    const { launches, ...rest } = surge;
    if (now - launches.at > tokensLast) {
        const asked = Object.values(launches.zones).reduce((sum, machines) => sum + machines, 0);
        const isThere = group.desired === surge.from + surge.machines + asked;
        return { kind: 'note', changes: { surge: { ...rest, machines: surge.machines + (isThere ? asked : 0) } } };
    }
    // The group was made smaller while nobody was there to launch anything: that is its size now.
    if (surge.machines === 0 && group.desired < surge.from) {
        return { kind: 'note', changes: { surge: { ...surge, from: group.desired } } };
    }
    return { kind: 'launch' };
}
/** The maximum goes first. */
function roomForLaunch({ group, release: { surge } }) {
    const isRoomy = !surge?.launches || surge.max === undefined || group.max >= surge.max;
    return isRoomy ? undefined : { kind: 'raise-max', max: surge.max };
}
/**
 * Not for launch configurations, policies that mix On-Demand and Spot, and warm pools (Auto Scaling user guide, "Launch
 * instances synchronously"), nor where a machine counts as several, nor where AWS has refused it before.
 */
function canLaunch({ group, warm, release }) {
    const { OnDemandBaseCapacity: base = 0, OnDemandPercentageAboveBaseCapacity: percentage = 100 } = group.policy?.InstancesDistribution ?? {};
    const isMixed = percentage < 100 && (percentage > 0 || base > 0);
    const overrides = group.policy?.LaunchTemplate?.Overrides ?? [];
    const isWeighted = overrides.some(({ WeightedCapacity }) => WeightedCapacity !== undefined);
    const isSupported = !(0,launch_source/* isConfiguration */.ZC)(release.from) && !isMixed && !isWeighted && warm === undefined;
    return isSupported && group.zones.length > 0 && !release.refusesLaunches;
}
/** Each machine goes where the fewest are; not to where AWS had none the last time, unless that was everywhere. */
function spread(machines, { group, machines: all, release }) {
    const counts = countsByZone(group, all);
    const short = release.surge?.short ?? [];
    const able = group.zones.filter((zone) => !short.includes(zone));
    const zones = able.length > 0 ? able : group.zones;
    const launches = {};
    for (let left = machines; left > 0; left--) {
        const zone = zones.reduce((best, one) => ((counts.get(one) ?? 0) < (counts.get(best) ?? 0) ? one : best));
        counts.set(zone, (counts.get(zone) ?? 0) + 1);
        launches[zone] = (launches[zone] ?? 0) + 1;
    }
    return launches;
}
function countsByZone({ zones }, machines) {
    const counts = new Map(zones.map((zone) => [zone, 0]));
    for (const { zone, stage } of machines) {
        if (stage !== 'leaving' && stage !== 'aside')
            counts.set(zone, (counts.get(zone) ?? 0) + 1);
    }
    return counts;
}
/** The calls of the raise that the ledger speaks of, the same ones each time, whoever makes them. */
function launchesOf({ number, continues = number, startedAt, raises = 0, surge }) {
    const raise = `steadfleet-${continues}-${startedAt.toString(36)}-${raises}`;
    return Object.entries(surge?.launches?.zones ?? {}).flatMap(([zone, machines]) => {
        const calls = Math.ceil(machines / launchedAtOnce);
        return Array.from({ length: calls }, (_, call) => ({
            token: `${raise}-${zone}-${call}`,
            zone,
            machines: Math.min(launchedAtOnce, machines - call * launchedAtOnce),
        }));
    });
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/heart/replace.js




/** How many machines one call may name (Auto Scaling API, EnterStandby), and how many go between two looks. */
const atOnce = 20;
/** Puts machines that were kept for this back into service; until the others have gone they are surge. */
function restore(observation, { kept, size }) {
    const { group, release } = observation;
    if (kept.length === 0 || (!release.isUndo && release.direction === 'forward'))
        return undefined;
    const ids = kept.slice(0, atOnce).map(({ id }) => id);
    const highest = group.desired + kept.length;
    const theirs = group.max < highest ? keepTheirMax(observation) : undefined;
    if (theirs)
        return theirs;
    const ours = (0,heart_fleet/* hasOurMax */.lb)(group, release.surge) ? group.max : undefined;
    const max = group.max < highest ? highest : ours;
    const machines = group.desired - size + ids.length;
    const known = { from: size, ...settledSize(release, observation.now) };
    return { kind: 'restore', ids, surge: { machines, ...known, ...(max !== undefined && { max }) } };
}
/**
 * Takes the stale machines of this wave out of service: those that serve nobody at once, the others as far as the serving
 * ones stay above the floor. The group shrinks only by surge that the rest of the wave no longer needs.
 */
function replace(observation, fleet) {
    const { group, release } = observation;
    const { size, allowance, target, ready, stale } = fleet;
    const keeps = release.direction !== 'back' && (release.isUndo || release.plan.keepPrevious > 0);
    const excess = (0,heart_release/* isProving */.oo)(release) ? roomNeeded(observation, fleet) : stale.length - (size - target);
    const serving = stale.filter(({ healthy }) => healthy);
    const servers = ready.length + serving.length;
    const spare = Math.max(0, servers - (size - allowance.unavailable));
    // While nobody serves, a load balancer sends requests to all machines alike, so even an unhealthy one stays.
    const idle = servers > 0 ? stale.filter((machine) => isIdle(machine, observation)) : [];
    const most = Math.max(0, Math.min(excess, keeps ? atOnce : slice(size)));
    const leaving = [...(0,heart_fleet/* interleaveZones */.HO)(idle), ...(0,heart_fleet/* interleaveZones */.HO)(serving).slice(0, spare)].slice(0, most);
    if (leaving.length === 0)
        return undefined;
    const kept = Math.min(size + allowance.surge, Math.max(size, target + stale.length - leaving.length));
    const needed = isSurgeTooSmall(observation, fleet) ? size : kept;
    const shrink = Math.min(group.desired - needed, group.desired - group.min);
    const retirements = leaving.map(({ id }, position) => ({ id, decrement: position < shrink }));
    const sick = retirements.slice(0, idle.length);
    if (!keeps)
        return { kind: 'retire', machines: retirements };
    return sick.length > 0 ? { kind: 'retire', machines: sick } : { kind: 'set-aside', machines: retirements };
}
/** Serves nobody, and did not only a moment ago: a load balancer that was blind sees its machines again one by one. */
function isIdle({ healthy, stage, hasServed, unhealthySince }, { now, patience }) {
    if (healthy || stage === 'waiting')
        return false;
    return !hasServed || unhealthySince === undefined || now - unhealthySince >= patience.relapse;
}
/** A wave begins with less surge than it may have, left by a smaller one: that is given up for all that it may have. */
function isSurgeTooSmall({ group }, { size, allowance, target, fresh, ready, stale }) {
    const isBeginning = ready.length === fresh.length && group.desired <= fresh.length + stale.length;
    return isBeginning && group.desired - size < Math.min(allowance.surge, target - fresh.length);
}
/**
 * While a version is still to be proven, nothing that works goes for it, so that a bad one leaves a whole group behind: a
 * stale machine makes room only for what surge has no room for, or if surge has brought it: the group launches stale ones
 * once the wave's are launched, so one of these that was lost came back stale.
 */
function roomNeeded(observation, fleet) {
    const { size, target, fresh, stale } = fleet;
    const coming = Math.max(0, observation.group.desired - fresh.length - stale.length);
    const missing = target - fresh.length - coming;
    return Math.max(missing - surgeToCome(observation, fleet), Math.min(missing, stale.length - size));
}
/** How many machines go between two looks: of a large group one in a hundred, for looking at it takes its time. */
function slice(size) {
    return Math.max(atOnce, Math.floor(size / 100));
}
/** With the wave's stale machines gone, what the group has above its size is surge that nobody needs. */
function trim({ group, release }, { size, allowance, target, fresh, ready, stale }) {
    if ((0,heart_release/* isProving */.oo)(release) || stale.length > size - target || fresh.length < target)
        return undefined;
    const surplus = Math.min(slice(size), group.desired - size, group.desired - group.min);
    const serving = [...(0,heart_fleet/* interleaveZones */.HO)(stale.filter(({ healthy }) => healthy)), ...(0,heart_fleet/* interleaveZones */.HO)(ready)];
    const spare = Math.max(0, serving.length - (size - allowance.unavailable));
    const unhealthy = [...stale, ...fresh].filter(({ healthy, stage }) => !healthy && stage !== 'waiting');
    const idle = serving.length > 0 ? unhealthy : [];
    const leaving = [...idle, ...serving.slice(0, spare)].slice(0, Math.max(0, surplus));
    return leaving.length > 0 ? { kind: 'retire', machines: shrinking(leaving) } : undefined;
}
function shrinking(machines) {
    return machines.map(({ id }) => ({ id, decrement: true }));
}
/** Raises the group by what the wave still needs. */
function surge(observation, fleet) {
    const { group } = observation;
    const { target, fresh, stale } = fleet;
    const coming = Math.max(0, group.desired - fresh.length - stale.length);
    const machines = Math.min(surgeToCome(observation, fleet), target - fresh.length - coming);
    if (machines <= 0)
        return undefined;
    const desired = group.desired + machines;
    if (group.max >= desired)
        return raiseBy(observation, fleet, machines);
    return keepTheirMax(observation) ?? raiseBy(observation, fleet, machines, desired);
}
/** Somebody has set the maximum since it was written down: before it is raised, theirs is what will be put back. */
function keepTheirMax({ group, release }) {
    const { surge, baseline } = release;
    if (group.max === baseline.max || (0,heart_fleet/* hasOurMax */.lb)(group, surge))
        return undefined;
    return { kind: 'note', changes: { baseline: { ...baseline, max: group.max } } };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/heart/settle.js



/**
 * Puts back what a rollout borrows, so that the group can be left alone: it launches a version that has served users,
 * nothing waits in our hook, its processes run, and its maximum is its own again as soon as the group fits. Under a lower
 * maximum AWS would choose whom to terminate.
 * @returns undefined when all of that is so.
 */
function settle(observation, fleet) {
    const { group, release } = observation;
    const { max } = release.baseline;
    const proven = (0,heart_fleet/* provenVersion */.LE)(observation, fleet);
    const resting = release.suspended.filter((process) => group.suspended.includes(process));
    const isRoomy = (0,heart_fleet/* hasOurMax */.lb)(group, release.surge) && group.max !== max && group.desired <= max;
    return (repoint(observation, proven) ??
        renewWarm(observation, proven) ??
        letGo(observation, fleet, 'settling') ??
        ((0,heart_release/* hasMissed */.sq)(release) ? { kind: 'replay' } : undefined) ??
        (resting.length > 0 ? { kind: 'resume', processes: resting } : undefined) ??
        (isRoomy ? { kind: 'restore-max', max } : undefined) ??
        (group.hook === undefined ? undefined : { kind: 'wait' }));
}
/** Makes the group launch from this; our hook is there before any machine that it must hold. */
function launchFrom(observation, fleet, version) {
    const { group, release } = observation;
    const otherwise = (0,heart_release/* isProven */.nn)(release) ? 'CONTINUE' : 'ABANDON';
    const isOurs = version === release.to && (0,heart_fleet/* isLaunching */.o4)(observation, fleet);
    if (isOurs && (0,heart_release/* holdsMachines */.Nh)(release) && group.hook !== otherwise)
        return { kind: 'put-hook', otherwise };
    return repoint(observation, version);
}
function repoint({ group }, version) {
    return (0,launch_source/* isMade */.sX)(version) && !(0,launch_source/* pointsAt */.DY)(group, version) ? pointAt(group, version) : undefined;
}
/**
 * Ends what the warm pool has ready from anything but what the group launches now: the group would take that first. In a
 * pool TerminateInstanceInAutoScalingGroup is not valid (Auto Scaling API). What EC2 does not know yet, it cannot end.
 */
function renewWarm({ warm = [] }, version) {
    const known = warm.filter(({ stage, imageId }) => stage !== 'leaving' && imageId !== '');
    const stale = known.filter((machine) => !(0,launch_source/* runs */.Np)(machine, version));
    return stale.length > 0 ? { kind: 'retire-warm', ids: settle_firstOf(stale) } : undefined;
}
function pointAt({ policy }, version) {
    return { kind: 'point-at', version, ...(policy && { policy: (0,launch_source/* repointed */.V5)(policy, version) }) };
}
/**
 * Machines that our hook holds: the predecessor goes into service as it is, the new version once it has passed the gate.
 * Deleting a hook throws away what waits in it (Auto Scaling API, DeleteLifecycleHook), so it goes last.
 */
function letGo(observation, fleet, settling) {
    const { group, machines, release } = observation;
    if (group.hook === undefined)
        return undefined;
    const isForward = release.direction === 'forward';
    const isNew = (machine) => (0,launch_source/* runs */.Np)(machine, release.to);
    const waiting = machines.filter(({ stage, isReleased }) => stage === 'waiting' && !isReleased);
    const isTrusted = (machine) => !isNew(machine) || (isForward && settling && (0,heart_release/* isProven */.nn)(release));
    const trusted = waiting.filter(isTrusted);
    if (trusted.length > 0)
        return { kind: 'let-go', ids: settle_firstOf(trusted), result: 'CONTINUE' };
    if (waiting.length > 0 && (settling || !isForward)) {
        return { kind: 'let-go', ids: settle_firstOf(waiting), result: 'ABANDON' };
    }
    const tested = waiting.length > 0 ? test(observation, waiting) : undefined;
    if (tested)
        return tested;
    const pooled = (observation.warm ?? []).filter(({ stage, isReleased }) => stage === 'waiting' && !isReleased);
    if (pooled.length > 0)
        return { kind: 'let-go', ids: settle_firstOf(pooled), result: 'CONTINUE', isWarm: true };
    if (waiting.length > 0)
        return undefined;
    const isComing = machines.some((machine) => machine.stage === 'starting' && !machine.isReleased && !isTrusted(machine));
    const isNeeded = isComing || (!settling && (0,heart_fleet/* isLaunching */.o4)(observation, fleet));
    return isNeeded ? undefined : { kind: 'delete-hook' };
}
/** Asks the gate, runs the release command on the first machine that passes, and lets go those that have passed. */
function test({ release, command }, waiting) {
    const isGated = release.plan.gate.kind !== 'none';
    const reached = waiting.filter(({ check }) => check?.state !== 'unreachable');
    const unasked = isGated ? reached.filter(({ check }) => check === undefined) : [];
    if (unasked.length > 0)
        return { kind: 'check', ids: settle_firstOf(unasked) };
    const passed = isGated ? reached.filter(({ check }) => check?.state === 'passed') : reached;
    const [first] = passed;
    if (!first)
        return undefined;
    if (release.plan.releaseCommand !== undefined && release.command !== 'done') {
        if (release.command === undefined)
            return { kind: 'run-command', id: first.id };
        return command === 'passed' ? { kind: 'note', changes: { command: 'done' } } : undefined;
    }
    return { kind: 'let-go', ids: settle_firstOf(passed), result: 'CONTINUE' };
}
function settle_firstOf(machines) {
    return machines.slice(0, 20).map(({ id }) => id);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/heart/decide.js









/**
 * Decides the next move of a rollout from one look at AWS. Pure: the same observation gives the same move, so any
 * runner that starts at any point goes on rightly.
 */
function decide(observation) {
    const { release } = observation;
    const fleet = (0,heart_fleet/* fleetOf */.aP)(observation);
    const claim = keepClaim(observation) ?? noteSize(observation);
    if (claim)
        return claim;
    const verdict = judge(observation, fleet);
    if (verdict?.kind === 'turn')
        return { kind: 'note', changes: verdict.changes, say: verdict.reason };
    if (verdict) {
        const changes = { outcome: 'needs-attention', reason: verdict.reason };
        return settle(observation, fleet) ?? { kind: 'end', changes };
    }
    const rests = (0,heart_release/* isPausing */.qd)(release) && fleet.stale.length > 0 && (0,heart_fleet/* isComplete */.As)(observation, fleet);
    if (rests)
        return settle(observation, fleet) ?? pause(observation);
    const move = advance(observation, fleet);
    return move.kind === 'wait' ? (noteLoss(observation) ?? move) : move;
}
function advance(observation, fleet) {
    const { release } = observation;
    const launched = (0,heart_fleet/* isLaunching */.o4)(observation, fleet) ? (0,heart_release/* goalOf */.ZZ)(release) : (0,heart_fleet/* provenVersion */.LE)(observation, fleet);
    return (prepare(observation, fleet) ??
        announce(observation, fleet) ??
        roomForLaunch(observation) ??
        launchFrom(observation, fleet, launched) ??
        renewWarm(observation, launched) ??
        launch(observation) ??
        letGo(observation, fleet) ??
        restore(observation, fleet) ??
        replace(observation, fleet) ??
        trim(observation, fleet) ??
        surge(observation, fleet) ??
        ((0,heart_fleet/* isComplete */.As)(observation, fleet) ? endWave(observation, fleet) : { kind: 'wait' }));
}
/** What an unproven version is launched for is written down before the group points at it, so that it does so for moments. */
function announce(observation, fleet) {
    const { release } = observation;
    const move = (0,heart_release/* isProving */.oo)(release) && !release.surge?.launches ? surge(observation, fleet) : undefined;
    return move?.kind === 'note' ? move : undefined;
}
/** Stops for another run's claim, and gives a sign of life when it is time. */
function keepClaim({ superseded, release, group, now, missed }) {
    if (superseded)
        return { kind: 'stop' };
    if (missed)
        return { kind: 'note', changes: { missed } };
    if (now - release.heartbeatAt >= heart_release.lease.heartbeatEvery)
        return { kind: 'note', changes: {} };
    const { surge: raise } = release;
    if (raise?.raised === false && (0,heart_fleet/* isRaised */.z5)(group.desired, raise)) {
        return { kind: 'note', changes: { surge: { ...raise, raised: true } } };
    }
    if (!raise?.retiring && !raise?.returning)
        return undefined;
    const { retiring: _, returning: __, ...surge } = raise;
    return { kind: 'note', changes: { surge: { ...surge, machines: (0,heart_fleet/* surgeLeft */.kZ)(group.desired, raise) } } };
}
/** A day for a person to say how it goes on; then `repair` takes it back. */
function pause({ now }) {
    return { kind: 'note', changes: { rests: { kind: 'paused', until: now + 24 * 3_600_000 } }, say: 'Paused.' };
}
/** Before any machine is touched: the processes rest, and the versions to launch exist, numbered and with their images. */
function prepare({ group, release }, { stale }) {
    const awake = release.suspended.filter((process) => !group.suspended.includes(process));
    if (release.direction === 'forward' && stale.length > 0 && awake.length > 0)
        return { kind: 'suspend', processes: awake };
    const isFloating = (0,launch_source/* versionsOf */.x4)(release.from).some((version) => version.isFloating);
    if ((0,launch_source/* isMade */.sX)((0,heart_release/* goalOf */.ZZ)(release)) && !isFloating)
        return undefined;
    // A group that follows a template would launch whatever version is made next.
    if ((0,launch_source/* isFollowing */.E$)(group))
        return pointAt(group, release.from);
    return { kind: isFloating ? 'pin-version' : 'create-version' };
}
/** The machines of a wave serve: they soak, then the next wave begins, or everything ends. */
function endWave(observation, fleet) {
    const { release } = observation;
    const { stale, size } = fleet;
    if (release.direction !== 'forward' || size === 0)
        return finish(observation, fleet);
    const soaking = soakWave(observation);
    if (soaking)
        return soaking;
    if ((0,heart_release/* isProven */.nn)(release) && stale.length === 0)
        return finish(observation, fleet);
    const wave = nextWave(release, fleet);
    const isLast = stale.length === 0 && release.soak !== undefined;
    return { kind: 'note', changes: { wavesDone: wave, ...(isLast && { soak: { ...release.soak, wave } }) } };
}
/** The next wave that is larger than this one: in a small group some of a plan's waves come to the same machines. */
function nextWave({ plan, wavesDone }, { size, target }) {
    let wave = wavesDone + 1;
    while (wave < plan.waves.length && (0,heart_plan/* waveTarget */.Jo)(plan, wave, size) <= target)
        wave++;
    return wave;
}
/** What begins or goes on with the wave's time under traffic; undefined when that has passed. */
function soakWave({ now, release: { plan, soak, wavesDone } }) {
    if (plan.soak === 0)
        return undefined;
    if (soak?.wave !== wavesDone)
        return { kind: 'note', changes: { soak: { wave: wavesDone, since: now } } };
    return now - soak.since < plan.soak ? { kind: 'wait' } : undefined;
}
/** Every machine runs the goal: what waits in standby for nobody goes, the settings are put back, it ends. */
function finish(observation, fleet) {
    const { now, machines, release } = observation;
    const { plan, direction, backOutcome = 'rolled-back' } = release;
    if (fleet.leftover.length > 0) {
        return { kind: 'retire', machines: fleet.leftover.slice(0, atOnce).map(({ id }) => ({ id, decrement: false })) };
    }
    const settling = settle(observation, fleet);
    if (settling)
        return settling;
    if (direction !== 'forward')
        return { kind: 'end', changes: { outcome: backOutcome } };
    const keeps = plan.keepPrevious > 0 && machines.some(({ isKept }) => isKept);
    const outcome = fleet.size === 0 ? 'unproven' : 'succeeded';
    return { kind: 'end', changes: { outcome, ...(keeps && { keptUntil: now + plan.keepPrevious }) } };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/undo.js




/** Machines of the newest release's predecessor that can serve again at once. */
function keptFor({ outcome, keptUntil = 0, from }, { machines }, now) {
    const isReady = ({ stage, isKept, isStopped }) => stage === 'aside' && isKept && !isStopped;
    if (outcome !== 'succeeded' || keptUntil <= now)
        return [];
    return machines.filter((machine) => isReady(machine) && (0,launch_source/* runs */.Np)(machine, from));
}
/** A release that puts kept machines back into service, and takes out the others. */
function quickUndo(newest, view, { claimant, clock }) {
    const { from: to, to: from, plan, number, together } = newest;
    if (!(0,launch_source/* isMade */.sX)(from))
        return undefined;
    const release = firstOf(newest, { view, from, to, plan: undoPlan(plan), claimant, now: clock.now() });
    return { ...release, undoes: number, isUndo: true, ...(together && { together }) };
}
/** Of two groups: a release that gives requests back to the other one while that is kept as large as it was. */
function swapBack(newest, { claimant, clock }) {
    const { outcome, keptUntil = 0, sides, number } = newest;
    if (!sides || outcome !== 'succeeded' || keptUntil <= clock.now())
        return undefined;
    const { keptUntil: _, ...back } = turnBack(newest, claimant, clock.now());
    const reason = `${claimant.actor} undid it (${claimant.runUrl}).`;
    return { ...back, wavesDone: 0, undoes: number, backOutcome: 'rolled-back', reason };
}
/** All at once, and nothing is asked or waited for: these machines have served users before. */
function undoPlan({ progressDeadline, onFailure }) {
    return {
        strategy: 'rolling',
        waves: [{ percent: 100 }],
        maxSurge: { percent: 100 },
        maxUnavailable: { machines: 0 },
        raiseMax: true,
        minReady: 0,
        soak: 0,
        gate: { kind: 'none' },
        alarms: [],
        progressDeadline,
        onFailure,
        keepPrevious: 0,
        suspend: [],
        pollInterval: 1_000,
    };
}
/**
 * The last release that was healthy under traffic, of another image than runs now and not undone itself; before the first
 * release of the ledger, what that one found running.
 */
function undoTarget(history, imageNow) {
    const succeeded = history.filter(({ outcome }) => outcome === 'succeeded');
    const undoes = (succeeded.find(({ to }) => to.imageId === imageNow) ?? history[0])?.number ?? 0;
    const rejected = new Set([imageNow]);
    for (const { to, from, undoes: isUndo } of succeeded) {
        if (isUndo !== undefined)
            rejected.add(from.imageId);
        if (!rejected.has(to.imageId) && (0,launch_source/* isMade */.sX)(to))
            return { undoes, to };
    }
    const first = succeeded.at(-1);
    return first?.to.imageId === imageNow && !rejected.has(first.from.imageId) ? { undoes, to: first.from } : undefined;
}
/** The same. @throws {Failure} when there is none. */
function requireUndoTarget(history, imageNow) {
    const target = undoTarget(history, imageNow);
    if (target)
        return target;
    throw new failure/* Failure */.HR(`The group runs ${imageNow}, and its ledger knows no other image that was healthy under traffic. Deploy the one that you want by its id.`);
}
/** The versions to go back to, if the group still launches from their templates and nobody has deleted or changed them. */
async function stillThere(aws, from, to) {
    const ids = (source) => (0,launch_source/* versionsOf */.x4)(source).map(({ templateId }) => templateId);
    if ((0,launch_source/* isConfiguration */.ZC)(from) || (0,launch_source/* isConfiguration */.ZC)(to) || String(ids(from)) !== String(ids(to)))
        return undefined;
    const found = await Promise.all((0,launch_source/* versionsOf */.x4)(to).map((version) => launches(aws, version)));
    return found.every(Boolean) ? to : undefined;
}
async function launches({ ec2 }, { templateId, version, imageId }) {
    try {
        const order = { LaunchTemplateId: templateId, Versions: [String(version)] };
        const { LaunchTemplateVersions = [] } = await ec2.send(new DescribeLaunchTemplateVersionsCommand/* DescribeLaunchTemplateVersionsCommand */.P(order));
        return LaunchTemplateVersions[0]?.LaunchTemplateData?.ImageId === imageId;
    }
    catch (error) {
        if (/^InvalidLaunchTemplate/.test(error.name))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/retire-kept.js





/** Machines that a rollout has put in standby. */
function keptIn({ machines }) {
    return machines.filter(({ stage, isKept }) => stage === 'aside' && isKept);
}
/** A release of its own for what was kept and whose time is over; undefined while there is none. */
function retirement(newest, view, { claimant, clock }) {
    const now = clock.now();
    const { keptUntil = Number.POSITIVE_INFINITY, to, plan, sides } = newest;
    if (keptUntil > now || !(0,launch_source/* isMade */.sX)(to))
        return undefined;
    if (sides)
        return sizeDown(newest, claimant, now);
    if (keptIn(view).length === 0)
        return undefined;
    return { ...firstOf(newest, { view, from: to, to, plan: undoPlan(plan), claimant, now }), retiresKept: true };
}
/** Of two groups the idle one was kept as large as it was: what the rollout did last of all is done again, without it. */
function sizeDown({ outcome: _, keptUntil: __, ...newest }, claimant, now) {
    return carryOn({ ...newest, plan: { ...newest.plan, keepPrevious: 0 } }, claimant, now);
}
/** The next move of such a release: nobody is served by these machines, and desired does not count them. */
function retireKept(observation) {
    const claim = keepClaim(observation);
    if (claim)
        return claim;
    const kept = keptIn(observation).slice(0, 20);
    if (kept.length > 0)
        return { kind: 'retire', machines: kept.map(({ id }) => ({ id, decrement: false })) };
    const { group, to, startedAt } = observation.release;
    const reason = `The machines that were kept in "${group}" until ${(0,heart_release/* isoTime */.Ly)(startedAt)} are terminated; it runs ${to.imageId} as before.`;
    return { kind: 'end', changes: { outcome: 'unchanged', reason } };
}

// EXTERNAL MODULE: ./build/bundle/src/platform/fence.js
var fence = __webpack_require__(8275);
// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/act.js + 8 modules
var act = __webpack_require__(4317);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/LaunchInstancesCommand.js


class LaunchInstancesCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "LaunchInstances", schemas_0/* LaunchInstances$ */.oMo) {
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/changes/launch-instances.js




/** Want of capacity or quota: another zone may have it, or this one in a while (EC2 API, "Error codes"). */
const shortage = /Capacity|LimitExceeded|Quota|Unavailable|ServerError|Internal/i;
/**
 * Launches the machines of the release's present raise, zone by zone; desired rises with each (Auto Scaling API,
 * LaunchInstances). Whatever becomes of this call, the next one finds out what this one has done.
 * @throws what AWS throws when it is not known whether a call had an effect.
 */
async function launchInstances(aws, release) {
    let launched = { machines: 0, short: [] };
    for (const one of launchesOf(release)) {
        launched = join(launched, await call(aws, release.group, one));
        if (launched.refusal !== undefined)
            break;
    }
    return launched;
}
async function call({ autoScaling }, group, launch) {
    const { token, zone, machines } = launch;
    const order = { AutoScalingGroupName: group, RequestedCapacity: machines, AvailabilityZones: [zone] };
    try {
        const { Instances = [], Errors = [] } = await autoScaling.send(new LaunchInstancesCommand({ ...order, ClientToken: token, RetryStrategy: 'none' }));
        const came = Instances.reduce((sum, { InstanceIds = [] }) => sum + InstanceIds.length, 0);
        const [error] = Errors;
        if (!error)
            return { machines: came, short: [] };
        const says = `${error.ErrorCode ?? 'no reason given'}: ${error.ErrorMessage ?? ''}`;
        // What AWS says of the image, it says in the group's activities as well, once the group itself tries.
        if (!shortage.test(error.ErrorCode ?? ''))
            return { machines: came, short: [], refusal: says };
        return { machines: came, short: [zone], shortage: says };
    }
    catch (error) {
        if ((0,retry/* failureKind */.zU)(error) !== 'refused')
            throw error;
        return { machines: 0, short: [], refusal: (0,failure/* messageOf */.bD)(error) };
    }
}
function join(one, other) {
    return {
        ...one,
        ...other,
        machines: one.machines + other.machines,
        short: [...new Set([...one.short, ...other.short])],
    };
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/changes/scheduled-actions.js
var scheduled_actions = __webpack_require__(737);
// EXTERNAL MODULE: ./build/bundle/src/rollout/instance-refresh/refresh.js + 2 modules
var refresh = __webpack_require__(5714);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/next-look.js
/** Unless the poll interval is shorter, looks are so far apart: the account's calls are shared. Milliseconds. */
const soonest = 2_500;
/**
 * How long to wait before looking again: a poll interval, or until something is over whose end is known by now, a machine's
 * min-ready or a wave's soak. Milliseconds.
 */
function nextLook({ now, release: { plan, soak }, machines }) {
    const { pollInterval, minReady } = plan;
    let wait = pollInterval;
    const expect = (instant) => {
        if (instant > now)
            wait = Math.min(wait, instant - now);
    };
    if (soak)
        expect(soak.since + plan.soak);
    for (const { healthySince } of machines)
        if (healthySince !== undefined)
            expect(healthySince + minReady);
    return Math.max(wait, Math.min(pollInterval, soonest));
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/instance-refresh/decide-refresh.js





/**
 * Decides the next move of a rollout that AWS's own engine carries out: we hold new machines for the gate, judge the image
 * as in any other rollout, and have AWS take it back. What AWS leaves undone, in either direction, our own loop does.
 */
function decideRefresh(observation) {
    const whole = asOneWave(observation);
    const { release, refresh } = whole;
    if (release.direction !== 'forward')
        return goBack(whole);
    const fleet = (0,heart_fleet/* fleetOf */.aP)(whole);
    const claim = keepClaim(whole);
    if (claim)
        return claim;
    if (refresh?.status === 'Successful')
        return succeed(observation);
    const verdict = judge(whole, fleet);
    if (verdict)
        return decide_refresh_turnBack(verdict.reason);
    if (refresh && !isActive(refresh)) {
        return decide_refresh_turnBack(`AWS ended the instance refresh as ${refresh.status}: ${refresh.reason ?? 'it gave no reason'}`);
    }
    return (prepare(whole, fleet) ??
        hold(whole, fleet) ??
        letGo(whole, fleet) ??
        (refresh ? { kind: 'wait' } : start(whole, fleet)));
}
function start({ group: { policy } }, { size }) {
    return { kind: 'start-refresh', size, ...(policy && { policy }) };
}
/** After a cancel AWS is asked to take the refresh back, which it does without us. */
function settleRefresh({ refresh }) {
    return refresh && isActive(refresh) && refresh.status !== 'RollbackInProgress'
        ? { kind: 'roll-back-refresh' }
        : undefined;
}
/** All of the plan's waves are AWS's checkpoints: to us there is one, as large as the group, that rests between them. */
function asOneWave(observation) {
    const { release } = observation;
    const { plan } = release;
    const whole = { percent: 100 };
    const progressDeadline = plan.progressDeadline + plan.soak;
    return {
        ...observation,
        release: { ...release, plan: { ...plan, waves: [whole], maxSurge: whole, raiseMax: true, progressDeadline } },
    };
}
/** AWS has baked it: that was its soak. Machines that AWS has left out are replaced by our own loop. */
function succeed(observation) {
    const { release } = observation;
    if (release.wavesDone > 0)
        return decide(observation);
    const wavesDone = release.plan.waves.length;
    return { kind: 'note', changes: { wavesDone, soak: { wave: wavesDone, since: release.startedAt } } };
}
function goBack(observation) {
    const { refresh } = observation;
    if (!refresh || !isActive(refresh))
        return decide(observation);
    const fleet = (0,heart_fleet/* fleetOf */.aP)(observation);
    const isGoingBack = refresh.status === 'RollbackInProgress' || refresh.status === 'Cancelling';
    return (keepClaim(observation) ??
        (isGoingBack ? letGo(observation, fleet) : { kind: 'roll-back-refresh' }) ?? { kind: 'wait' });
}
function hold({ group, release }, fleet) {
    const isNeeded = (0,heart_release/* holdsMachines */.Nh)(release) && (0,heart_fleet/* isLaunching */.o4)({ release }, fleet) && group.hook !== 'ABANDON';
    return isNeeded ? { kind: 'put-hook', otherwise: 'ABANDON' } : undefined;
}
function decide_refresh_turnBack(reason) {
    return { kind: 'note', changes: { direction: 'back', backOutcome: 'rolled-back', reason }, say: reason };
}
function isActive({ status }) {
    return ['Pending', 'InProgress', 'Baking', 'Cancelling', 'RollbackInProgress'].includes(status);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/two-group/decide-two-groups.js






/**
 * Decides the next move of a rollout to the idle one of two groups: it is made as large as the serving one and tested
 * while no user reaches it, then requests are shifted to it by the listener rule's weights, wave by wave. On the way back
 * weights go first, capacity after (rollback order of an explicit rollback: traffic before machines).
 */
function decideTwoGroups(observation) {
    const claim = keepClaim(observation);
    if (claim)
        return claim;
    const { release } = observation;
    const green = asIdle(observation);
    const fleet = (0,heart_fleet/* fleetOf */.aP)(green);
    // All requests have been shifted and have soaked, so the other group may be gone already: from here the way back is on.
    if (release.wavesDone >= release.plan.waves.length)
        return decide_two_groups_finish(observation, fleet);
    if (release.direction === 'back')
        return decide_two_groups_goBack(observation, fleet);
    const verdict = judge(green, fleet);
    if (verdict?.kind === 'turn')
        return { kind: 'note', changes: verdict.changes, say: verdict.reason };
    if (verdict) {
        const changes = { outcome: 'needs-attention', reason: verdict.reason };
        return letGo(green, fleet, 'settling') ?? { kind: 'end', changes };
    }
    return makeReady(observation, green, fleet) ?? shift(observation);
}
/** After a cancel users go back to the group that they came from, unless all of them have left it already. */
function settleTwoGroups(observation) {
    const { wavesDone, plan } = observation.release;
    if (wavesDone >= plan.waves.length)
        return undefined;
    return putBack(observation, (0,heart_fleet/* fleetOf */.aP)(asIdle(observation)));
}
/** The idle group serves nobody, so all of its machines are one wave, with nothing to surge beyond and no floor. */
function asIdle(observation) {
    const { release } = observation;
    const whole = { percent: 100 };
    const plan = { ...release.plan, waves: [whole], maxSurge: whole, maxUnavailable: whole };
    return { ...observation, release: { ...release, plan, wavesDone: 0 } };
}
/** Sizes of the idle group for as long as requests are shifted: as large as the serving one is now, and pinned there. */
function pinned(green, blue) {
    const desired = Math.max(blue.desired, green.desired);
    return { min: desired, max: Math.max(blue.max, green.max, desired), desired };
}
function makeReady({ pair, group, release }, green, fleet) {
    const blue = pair.blue.group;
    const wanted = pinned(group, blue);
    const isServing = (pair.weights.green ?? 0) > 0;
    return (prepare(green, fleet) ??
        launchFrom(green, fleet, release.to) ??
        (pair.weights.green === undefined ? { kind: 'set-weights', weights: { ...pair.weights, green: 0 } } : undefined) ??
        resize(group, wanted) ??
        (blue.min < blue.desired ? resize(blue, { ...blue, min: blue.desired }) : undefined) ??
        letGo(green, fleet) ??
        (isServing ? undefined : replaceAll(fleet)) ??
        (fleet.ready.length < wanted.desired ? { kind: 'wait' } : undefined));
}
/** Nobody is served by these: they go at once, and the group launches others in their place. */
function replaceAll({ stale }) {
    if (stale.length === 0)
        return undefined;
    return { kind: 'retire', machines: stale.slice(0, 20).map(({ id }) => ({ id, decrement: false })) };
}
/** Shifts requests wave by wave; the weights are read back before anything else happens. */
function shift(observation) {
    const { pair, release } = observation;
    const { plan, wavesDone } = release;
    const green = shareOf(observation);
    const weights = { blue: 100 - green, green };
    if (pair.weights.blue !== weights.blue || pair.weights.green !== green)
        return { kind: 'set-weights', weights };
    if (plan.pauseAfter !== undefined && wavesDone >= plan.pauseAfter && green < 100) {
        return { kind: 'note', changes: { rests: { kind: 'paused', until: observation.now + 24 * 3_600_000 } } };
    }
    const soaking = soakWave(observation);
    if (soaking)
        return soaking;
    return { kind: 'note', changes: { wavesDone: green < 100 ? wavesDone + 1 : plan.waves.length } };
}
/** The share of requests that the new image gets in the present wave: its part of a group of a hundred machines. */
function shareOf({ release }) {
    const whole = { percent: 100 };
    return (0,heart_plan/* waveTarget */.Jo)({ ...release.plan, maxSurge: whole, maxUnavailable: { machines: 0 } }, (0,heart_release/* waveOf */.j5)(release), 100);
}
/** Green takes over blue's sizes. Blue gets green's, unless it is kept for an undo. */
function decide_two_groups_finish({ now, pair, group, release }, fleet) {
    const { sides, blue } = pair;
    const { keepPrevious } = release.plan;
    const { min, max } = sides.blue.sizes;
    const green = { min, max: Math.max(max, group.desired), desired: group.desired };
    const rest = keepPrevious > 0 ? { ...blue.group, min } : sides.green.sizes;
    const settling = resize(group, green) ?? resize(blue.group, rest);
    if (settling)
        return settling;
    if (group.hook !== undefined)
        return { kind: 'delete-hook' };
    const outcome = fleet.size === 0 ? 'unproven' : 'succeeded';
    return { kind: 'end', changes: { outcome, ...(keepPrevious > 0 && { keptUntil: now + keepPrevious }) } };
}
function decide_two_groups_goBack(observation, fleet) {
    const { backOutcome = 'rolled-back' } = observation.release;
    return putBack(observation, fleet) ?? { kind: 'end', changes: { outcome: backOutcome } };
}
/** Weights first, and read back; then what green had before. */
function putBack(observation, fleet) {
    const { pair, group, release } = observation;
    const { weights, sides, blue } = pair;
    const isBack = weights.blue === sides.weights.blue && weights.green === sides.weights.green;
    const green = asIdle(observation);
    const blueSizes = { ...blue.group, min: sides.blue.sizes.min };
    return ((isBack ? undefined : { kind: 'set-weights', weights: sides.weights }) ??
        launchFrom(green, fleet, release.from) ??
        letGo({ ...green, release: { ...green.release, direction: 'back' } }, fleet, 'settling') ??
        resize(group, sides.green.sizes) ??
        resize(blue.group, blueSizes));
}
function resize(group, { min, max, desired }) {
    if (group.min === min && group.max === max && group.desired === desired)
        return undefined;
    return { kind: 'resize', group: group.name, sizes: { min, max, desired } };
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/strategies.js







/** The next move of a rollout, by its plan's strategy. */
function nextMove(observation) {
    const { pair, release } = observation;
    if (release.retiresKept)
        return retireKept(observation);
    if (pair)
        return decideTwoGroups({ ...observation, pair });
    return (0,heart_plan/* isRefresh */.yw)(release.plan.strategy) ? decideRefresh(observation) : decide(observation);
}
/** The next move of a rollout that was cancelled: what it borrowed is put back, then the ledger says that it rests. */
function nextMoveAfterCancel(observation) {
    return (keepClaim(observation) ?? strategies_putBack(observation) ?? { kind: 'note', changes: { rests: { kind: 'interrupted' } } });
}
function strategies_putBack(observation) {
    const { pair, release } = observation;
    if (pair)
        return settleTwoGroups({ ...observation, pair });
    const refresh = (0,heart_plan/* isRefresh */.yw)(release.plan.strategy) ? settleRefresh(observation) : undefined;
    return refresh ?? settle(observation, (0,heart_fleet/* fleetOf */.aP)(observation));
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/GetConsoleOutputCommand.js


class GetConsoleOutputCommand extends (0,client_ec2_dist_es_commandBuilder/* command */.G5)(client_ec2_dist_es_commandBuilder/* _ep0 */.lq, client_ec2_dist_es_commandBuilder/* _mw0 */.yt, "GetConsoleOutput", dist_es_schemas_schemas_0/* GetConsoleOutput$ */.NXs) {
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/telling/culprit.js





const culprit_mostLines = 10;
/** What is to be read of the first machine that a rollout fails by: what its gate or command said, else its console. */
async function lastWordsOf(aws, { machines, release, setbacks, command, commandSays = '' }) {
    const fresh = machines.filter((machine) => (0,launch_source/* runs */.Np)(machine, (0,heart_release/* goalOf */.ZZ)(release)));
    const failed = fresh.find(({ check }) => check?.state === 'failed');
    if (failed?.check?.detail)
        return said(`The gate on ${failed.id}`, failed.check.detail);
    if (command === 'failed')
        return said('The release command', commandSays);
    const named = /\bi-[0-9a-f]+/.exec(setbacks[0] ?? '')?.[0];
    const culprit = named ?? (failed ?? fresh.find(({ healthy }) => !healthy))?.id;
    return culprit === undefined ? undefined : said(`The console of ${culprit}`, await consoleOf(aws, culprit));
}
function said(of, text) {
    const lines = plainLines(text, culprit_mostLines);
    return lines.length > 0 ? { of, lines } : undefined;
}
/** It must not fail: what it is read for is failing already. */
async function consoleOf({ ec2 }, InstanceId) {
    const read = async (Latest) => {
        const { Output = '' } = await ec2.send(new GetConsoleOutputCommand({ InstanceId, Latest }));
        return Buffer.from(Output, 'base64').toString('utf8');
    };
    try {
        // Only machines on Nitro have the latest (EC2 API, GetConsoleOutput).
        return await read(true).catch((error) => {
            if (error.name === 'UnsupportedOperation')
                return read(false);
            throw error;
        });
    }
    catch (error) {
        return `(It could not be read: ${(0,failure/* messageOf */.bD)(error)})`;
    }
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/telling/last-words.js
var last_words = __webpack_require__(4566);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/group/interference.js


/**
 * That somebody else has set the group back while it is rolled out: to a version that is neither the old nor the new one,
 * or to a maximum below our surge. Terraform and CloudFormation do that when they are applied meanwhile.
 * @returns what was found, for a person; undefined when nothing was, and before the group was pinned to a number.
 */
function interference(before, { group, release }) {
    if (!before || before.release.number !== release.number || !isOurs(before.group, release))
        return undefined;
    const by = group.stack === undefined ? 'somebody else' : `somebody else (its CloudFormation stack is "${group.stack}")`;
    if (!isOurs(group, release)) {
        const { id, version } = group.template;
        return `Group "${group.name}" was set to version ${version} of ${id} by ${by}; the rollout goes on with ${(0,heart_release/* goalOf */.ZZ)(release).imageId}. ${advice}`;
    }
    const { surge, baseline } = release;
    const raised = surge?.max;
    if (raised !== undefined && before.group.max === raised && group.max < raised && group.max !== baseline.max) {
        return `The maximum of group "${group.name}" was set from ${raised} to ${group.max} by ${by}; that is kept. ${advice}`;
    }
    return undefined;
}
const advice = 'Apply infrastructure code between rollouts, and let it ignore the version and desired capacity.';
function isOurs({ template }, { from, to }) {
    const known = [...(0,launch_source/* versionsOf */.x4)(from), ...(0,launch_source/* versionsOf */.x4)(to)];
    return known.some(({ templateId, version }) => templateId === template.id && String(version) === template.version);
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/telling/progress.js


/** Where a rollout stands, in one line: the same line while nothing has changed. */
function describeProgress({ group, machines, release }) {
    const goal = (0,heart_release/* goalOf */.ZZ)(release);
    const [fresh, stale] = partition(machines, (machine) => (0,launch_source/* runs */.Np)(machine, goal));
    const parts = [
        count(fresh, 'healthy', ({ healthy }) => healthy),
        count(fresh, 'starting', ({ healthy, stage }) => !healthy && stage !== 'leaving' && stage !== 'aside'),
        count(stale, release.direction === 'forward' ? 'old' : 'new', ({ stage }) => stage !== 'leaving' && stage !== 'aside'),
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

;// CONCATENATED MODULE: ./build/bundle/src/rollout/telling/narrator.js


/** Tells of each observation what is new: how far it is, and once if somebody else has set the group back. */
class Narrator {
    #listeners;
    #line = '';
    #before;
    #hasWarned = false;
    constructor(listeners) {
        this.#listeners = listeners;
    }
    tell(observation) {
        const line = describeProgress(observation);
        if (line !== this.#line)
            this.#listeners.tell(line);
        this.#line = line;
        const changed = this.#hasWarned ? undefined : interference(this.#before, observation);
        if (changed !== undefined)
            this.#listeners.warn(changed);
        this.#hasWarned ||= changed !== undefined;
        this.#before = observation;
    }
}

;// CONCATENATED MODULE: ./build/bundle/src/rollout/rollout.js
















/** How often in a row AWS may refuse a change because the group was busy or has moved on. */
const patience = 20;
/**
 * Rolls a claimed release to its end: observe, decide, act, and again. Nothing is remembered that AWS does not hold: what
 * became of a change whose answer was lost, in the group or in the ledger, shows in the next observation.
 * @returns the release with its outcome, or at rest; as it stands when it was cancelled on the way.
 * @throws {Failure} when another run took over, or AWS refuses for good.
 */
async function rollOut(release, tools, next = nextMove) {
    let current = release;
    const narrator = new Narrator(tools);
    let refusals = 0;
    while (!tools.cancellation.aborted && !isOver(current)) {
        try {
            const observation = await tools.observer.observe(current, tools.ledger, tools.gatekeeper);
            current = observation.release;
            if (isOver(current))
                break;
            narrator.tell(observation);
            current = await rollout_take(next(observation), observation, tools);
            refusals = 0;
        }
        catch (error) {
            if (tools.cancellation.aborted)
                break;
            if (!isWorthLookingAgain(error) || ++refusals > patience)
                throw error;
            tools.tell(`AWS refused for now, looking again: ${(0,failure/* messageOf */.bD)(error)}`);
            await tools.clock.sleep(release.plan.pollInterval, tools.cancellation);
        }
    }
    return current;
}
/** It has ended, or nobody works on it for now. */
function isOver({ outcome, rests }) {
    return outcome !== undefined || rests !== undefined;
}
/** Takes one move; gives the release as the ledger holds it afterwards. */
async function rollout_take(move, observation, tools) {
    const { aws, clock, gatekeeper, observer, tell } = tools;
    const { release } = observation;
    switch (move.kind) {
        case 'wait':
            await clock.sleep(nextLook(observation), tools.cancellation);
            return release;
        case 'stop':
            throw new failure/* Failure */.HR(`Another run has claimed group "${release.group}" after this one, so this one stops here.`);
        case 'note':
            if (move.say !== undefined)
                tell(move.say);
            if (release.direction === 'forward' && move.changes.direction !== undefined)
                await listen(observation, tools);
            return write({ ...release, ...move.changes }, tools);
        case 'end':
            await discardCopies(aws, { ...release, ...move.changes });
            return write({ ...release, ...observer.boots(), ...move.changes, endedAt: clock.now() }, tools);
        case 'create-version':
            return write({ ...release, to: await createVersions(aws, release) }, tools);
        case 'pin-version':
            return write({ ...release, from: await pinVersions(aws, release) }, tools);
        case 'replay':
            tell('Making up for the scheduled actions that were missed meanwhile');
            return write(await (0,scheduled_actions/* replay */.e)(aws, observation), tools);
        case 'check':
            await gatekeeper.ask(release, move.ids);
            return release;
        case 'run-command':
            return runCommand(move, release, tools);
        case 'let-go':
            await (0,act/* act */.Rb)(aws, release, move);
            if (move.isWarm)
                observer.warmGate.letGo(move.ids);
            else
                gatekeeper.letGo(move.ids);
            return release;
        case 'start-refresh':
            return rollout_start(move, release, tools);
        case 'roll-back-refresh':
            await (0,refresh/* rollBackRefresh */.uG)(aws, release.group);
            return release;
        case 'surge':
            return rollout_surge(move, release, tools);
        case 'launch':
            return rollout_launch(release, tools);
        case 'restore':
            return rollout_putBack(move, release, tools);
        case 'retire':
        case 'set-aside':
            return retire(move, observation, tools);
        default:
            await (0,act/* act */.Rb)(aws, release, move);
            return release;
    }
}
/** What AWS does not want to refresh, it says now (Auto Scaling API, StartInstanceRefresh); no machine was touched. */
async function rollout_start(move, release, tools) {
    try {
        await (0,refresh/* startRefresh */.QY)(tools.aws, release, move);
        return release;
    }
    catch (error) {
        if (error.name !== 'ValidationError')
            throw error;
        const reason = `AWS refused the instance refresh: ${(0,failure/* messageOf */.bD)(error)}`;
        return write({ ...release, direction: 'back', backOutcome: 'rolled-back', reason }, tools);
    }
}
/** What the machine has written because of which a rollout turns is told once, now that it can still be read. */
async function listen(observation, { aws, tell, hear }) {
    const words = await lastWordsOf(aws, observation);
    if (!words)
        return;
    for (const line of (0,last_words/* wordLines */.k)(words))
        tell(line);
    hear(words);
}
/** The intent is in the ledger first: a command that may have run is never sent again. */
async function runCommand({ id }, release, tools) {
    const { gatekeeper, tell } = tools;
    const noted = await write({ ...release, command: 'begun' }, tools);
    tell(`Running the release command on ${id}`);
    try {
        if (await gatekeeper.runCommand(noted, id))
            return noted;
    }
    catch (error) {
        if ((0,retry/* failureKind */.zU)(error) !== 'unavailable')
            await write(release, tools);
        throw error;
    }
    return write(release, tools);
}
/**
 * The raise is in the ledger before it is done, and confirmed there after. Where it is known that nothing was raised the
 * note goes again: somebody else's change by the same number must not be taken for it.
 */
async function rollout_surge(move, release, tools) {
    const { machines, from, max = release.surge?.max } = move;
    const known = { ...settledSize({}, tools.clock.now()), raisedTo: from + machines };
    const surge = { machines, from, ...known, ...(max !== undefined && { max }) };
    const noted = { ...release, surge: { ...surge, raised: false } };
    await write(noted, tools);
    try {
        const isRaised = await (0,act/* raise */.xl)(tools.aws, release.group, move);
        return await write(isRaised ? { ...noted, surge: { ...surge, raised: true } } : release, tools);
    }
    catch (error) {
        if ((0,retry/* failureKind */.zU)(error) !== 'unavailable')
            await write(release, tools);
        throw error;
    }
}
/** What came of it is written down as surge; where nothing came, the next attempt can wait. */
async function rollout_launch(release, tools) {
    const { machines, short, shortage, refusal } = await launchInstances(tools.aws, release);
    const { launches: _, short: __, ...surge } = release.surge ?? { machines: 0, from: 0, raised: true };
    if (shortage !== undefined)
        tools.tell(`AWS lacks machines in ${short.join(', ')}: ${shortage}`);
    if (refusal !== undefined)
        tools.tell(`AWS launches none by name, so desired is raised instead: ${refusal}`);
    const written = await write({
        ...release,
        surge: { ...surge, machines: surge.machines + machines, ...(short.length > 0 && { short }) },
        ...(refusal !== undefined && { refusesLaunches: true }),
    }, tools);
    if (machines === 0 && refusal === undefined)
        await tools.clock.sleep(release.plan.pollInterval, tools.cancellation);
    return written;
}
/** Machines out of standby are surge as well, and written down before and after like any other. */
async function rollout_putBack(move, release, tools) {
    tools.tell(`Putting back ${move.ids.join(', ')}`);
    const standing = move.surge.machines - move.ids.length;
    const returning = { machines: move.ids.length, from: move.surge.from + standing };
    const noted = { ...move.surge, machines: standing, raised: true, returning };
    await write({ ...release, surge: noted }, tools);
    await (0,act/* restore */.PF)(tools.aws, release.group, move);
    return write({ ...release, surge: { ...move.surge, raised: true } }, tools);
}
/**
 * What surge is left when machines go with it is written down before and after, so that neither a crash in the middle nor a
 * scale-out later can be taken for another.
 */
async function retire(move, observation, tools) {
    const { group, release } = observation;
    const verb = move.kind === 'retire' ? 'Retiring' : 'Setting aside';
    tools.tell(`${verb} ${move.machines.map(({ id }) => id).join(', ')}`);
    const shrinking = move.machines.filter(({ decrement }) => decrement).length;
    if (!release.surge || shrinking === 0) {
        await (0,act/* act */.Rb)(tools.aws, release, move);
        return release;
    }
    const from = (0,heart_fleet/* sizeOf */.$d)(observation);
    const surge = { ...release.surge, machines: Math.max(0, group.desired - from), from, raised: true };
    const noted = await write({ ...release, surge: { ...surge, retiring: { machines: shrinking, from: group.desired } } }, tools);
    await (0,act/* act */.Rb)(tools.aws, release, move);
    return write({ ...noted, surge: { ...surge, machines: Math.max(0, surge.machines - shrinking) } }, tools);
}
/** Writes what has changed into the ledger. Each such line is a sign of life, and renews the lease. */
async function write(release, { ledger, clock, fence }) {
    const heartbeatAt = clock.now();
    const written = await ledger.update({ ...release, heartbeatAt });
    fence.renew(heartbeatAt);
    return written;
}
/**
 * A refusal that the next observation can settle: the group is busy, or a machine has gone meanwhile. Auto Scaling
 * uses ValidationError for both "gone" and "not now" (Auto Scaling API, TerminateInstanceInAutoScalingGroup).
 */
function isWorthLookingAgain(error) {
    // The next look gives a sign of life first, or finds that another run has taken over.
    if (error instanceof fence/* LeaseExpired */.Ox)
        return true;
    if (error instanceof failure/* Failure */.HR)
        return false;
    const passing = new Set([
        ...['ScalingActivityInProgress', 'ScalingActivityInProgressFault', 'ValidationError'],
        // A machine of a warm pool that is too new for EC2, or that has been gone for long.
        'InvalidInstanceID.NotFound',
    ]);
    return (0,retry/* failureKind */.zU)(error) !== 'refused' || passing.has(error.name);
}

// EXTERNAL MODULE: ./build/bundle/src/platform/markdown.js
var markdown = __webpack_require__(6225);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/telling/end.js




/** How a release ended, or where it rests. `duration` in milliseconds. */
function describeEnd(release, duration) {
    return {
        outcome: endingOf(release),
        reason: explain(release),
        imageId: release.to.imageId,
        previousImageId: release.sides?.imageId ?? release.from.imageId,
        duration,
        ...(release.predicted !== undefined && { predicted: release.predicted }),
    };
}
/** A step that found nothing to do. */
function unchangedEnd(group, imageId, duration) {
    const reason = `Every machine of "${group}" runs ${imageId} already; nothing was changed.`;
    return { outcome: 'unchanged', reason, imageId, previousImageId: imageId, duration };
}
function endingOf({ outcome, rests }) {
    return outcome ?? (rests?.kind === 'paused' ? 'paused' : 'interrupted');
}
/** The end for the job summary. Where there was no release there are no images to name. */
function summarizeEnd(group, { outcome, reason, imageId, previousImageId, duration, predicted, lastWords }) {
    const foreseen = predicted === undefined ? '' : ` (predicted: ${Math.round(predicted / 1000)} s)`;
    const imageTable = [
        '| Image | Previous image | Time |',
        '| --- | --- | --- |',
        `| \`${imageId}\` | \`${previousImageId}\` | ${Math.round(duration / 1000)} s${foreseen} |`,
        '',
    ];
    return [
        `### ${(0,markdown/* literally */.D)(group)}: ${outcome}`,
        '',
        (0,markdown/* literally */.D)(reason),
        '',
        ...(imageId === '' ? [] : imageTable),
        ...(lastWords ? [(0,last_words/* wordsInMarkdown */.s)(lastWords)] : []),
    ].join('\n');
}
/** Which release this is, to be found again in the history. */
function introduce({ number, continues, from, to }) {
    const name = continues === undefined ? `Release ${number}` : `Release ${number}, carrying on ${continues}`;
    const origin = (0,launch_source/* isConfiguration */.ZC)(from) ? `launch configuration ${from.templateId}` : `template version ${from.version}`;
    return `${name}: ${from.imageId} (${origin}) -> ${to.imageId}`;
}
/** The ends of a rollout between two groups that differ from those of one. */
function explainSides({ sides, to, reason = '', keptUntil, ...release }) {
    if (!sides)
        return undefined;
    const { blue, green } = sides;
    const kept = keptUntil === undefined ? '' : ` "${blue.group}" keeps its size, and is billed, until ${(0,heart_release/* isoTime */.Ly)(keptUntil)}.`;
    const back = `"${blue.group}" gets every request again, and "${green.group}" is as it was.`;
    switch (endingOf({ sides, to, reason, ...release })) {
        case 'succeeded':
            return `"${green.group}" runs ${to.imageId} and gets every request; "${blue.group}" is idle.${kept}`;
        case 'rolled-back':
            return `${to.imageId} was taken back; ${back} Why: ${sentence(reason)} Mend the image, then deploy it.`;
        case 'aborted':
            return `The rollout of ${to.imageId} was taken back; ${back} Why: ${reason}`;
        default:
            return undefined;
    }
}
function explain(release) {
    const ofSides = explainSides(release);
    if (ofSides !== undefined)
        return ofSides;
    const { group, from, to, reason = '' } = release;
    switch (endingOf(release)) {
        case 'succeeded':
            return `Every machine of "${group}" runs ${to.imageId}.${keptNote(release)}`;
        case 'unchanged':
            return reason || `Every machine of "${group}" runs ${to.imageId} already; nothing was changed.`;
        case 'unproven':
            return `"${group}" has no machines: it will launch ${to.imageId}, but no machine has proven it. Let one start to see it work.`;
        case 'rolled-back':
            return `${to.imageId} was taken back; every machine of "${group}" runs ${from.imageId} again. Why: ${sentence(reason)} Mend the image, then deploy it.`;
        case 'aborted':
            return `The rollout of ${to.imageId} was taken back; every machine of "${group}" runs ${from.imageId} again. Why: ${reason}`;
        case 'needs-attention':
            return explainAttention(release);
        case 'paused':
            return explainPause(release);
        case 'interrupted':
            return (`The rollout of ${to.imageId} to "${group}" was cancelled on its way; what it had borrowed is put back, and its machines serve. ` +
                'Run the same step again to finish it, or take it back with "command: repair", as its schedule would do.');
    }
}
/** The words of a machine, or of AWS, may end without a full stop. */
function sentence(words) {
    return /[.!?]$/.test(words) ? words : `${words}.`;
}
function keptNote({ keptUntil }) {
    if (keptUntil === undefined)
        return '';
    return (` The machines that it replaced wait in standby until ${(0,heart_release/* isoTime */.Ly)(keptUntil)}, billed as if they ran: "command: undo" ` +
        'puts them back within seconds. The next deployment, or the scheduled "command: repair", terminates them.');
}
function explainAttention({ group, from, to, reason, direction }) {
    const look = `Look at the group's activity history and its targets' health.`;
    return direction === 'hold'
        ? `The rollout of ${to.imageId} to "${group}" is on hold, with machines on it and on ${from.imageId}: ${reason} ` +
            `${look} Then take it back with "command: abort", or deploy what is right.`
        : `"${group}" needs a person: on the way back to ${from.imageId}, ${reason} ` +
            `${look} Then try again with "command: abort", or deploy what is right.`;
}
function explainPause({ group, to, rests, wavesDone, plan }) {
    const until = rests?.kind === 'paused' ? (0,heart_release/* isoTime */.Ly)(rests.until) : '';
    return (`The rollout of ${to.imageId} to "${group}" is paused after wave ${wavesDone} of ${plan.waves.length}, and its settings are put back. ` +
        `Go on with "command: resume", or take it back with "command: abort". After ${until} the scheduled "command: repair" takes it back.`);
}

// EXTERNAL MODULE: ./build/bundle/src/rollout/two-group/find-sides.js
var find_sides = __webpack_require__(9987);
;// CONCATENATED MODULE: ./build/bundle/src/rollout/deployment.js
















/** The rollouts to one group, from one step of a workflow. */
class Deployment {
    #settings;
    #tools;
    #lastWords;
    constructor(settings) {
        const { step, aws, fence, group, pair } = settings;
        const { clock, cancellation, log } = step;
        this.#settings = settings;
        this.#tools = {
            aws,
            clock,
            cancellation,
            // Two groups have one ledger, whichever of them is named first.
            ledger: new ledger_ledger/* Ledger */.Oc(aws, [...(pair?.groups ?? [group])].sort()[0] ?? group),
            fence,
            observer: new observe/* Observer */.n(aws, clock),
            gatekeeper: new Gatekeeper(aws, clock),
            tell: log.info,
            warn: (line) => log.warning(line, 'Changed meanwhile'),
            hear: (words) => {
                this.#lastWords = words;
            },
        };
    }
    /**
     * Rolls the image out and waits for the end.
     * @throws {Failure} when nothing was changed, and why.
     */
    async run(source, onNumber) {
        const { clock } = this.#tools;
        const startedAt = clock.now();
        const imageId = await (0,image_image/* resolveImage */.A)(this.#tools, source);
        const claimed = await this.#claim(imageId, onNumber);
        if (claimed.kind === 'unchanged')
            return this.#unchanged(imageId, startedAt);
        return this.#finish(claimed.release, startedAt);
    }
    /**
     * Ends what a dead run has left unfinished, so that the group is whole again, and terminates what was kept long enough.
     * @returns undefined when there is nothing to repair.
     */
    async repair(onNumber) {
        const { ledger, tell } = this.#tools;
        const newest = await ledger.newest();
        if (!newest)
            return undefined;
        const claiming = this.#claiming(onNumber);
        if (newest.outcome === undefined)
            return this.#end(await repaired(newest, claiming, tell), claiming);
        if (newest.keptUntil === undefined)
            return undefined;
        return this.#end(retirement(newest, await this.#look(), claiming), claiming);
    }
    /** Goes on with a rollout that is paused, or that a dead run has left unfinished. @throws {Failure} when there is none. */
    async resume(onNumber) {
        const { group, expedite = false } = this.#settings;
        const newest = await this.#tools.ledger.newest();
        if (newest?.outcome === 'succeeded')
            return this.#unchanged(newest.to.imageId, this.#tools.clock.now());
        const claiming = this.#claiming(onNumber);
        return this.#end(await resumed(newest, { group, expedite }, claiming), claiming);
    }
    /**
     * Takes back a rollout that is paused, on hold for a person, or left unfinished by a dead run.
     * @returns `unchanged` when there is none.
     * @throws {Failure} when somebody works on it.
     */
    async abort(onNumber) {
        const newest = await this.#tools.ledger.newest();
        const claiming = this.#claiming(onNumber);
        const ended = await this.#end(await aborted(newest, claiming), claiming);
        const reason = `There is no unfinished rollout to "${this.#settings.group}" to abort; nothing was changed.`;
        return ended ?? { ...this.#unchanged(newest?.to.imageId ?? '', this.#tools.clock.now()), reason };
    }
    /**
     * Goes back to what was healthy under traffic before: within seconds while its machines are kept, else by a rollout. An
     * unfinished rollout is aborted.
     * @throws {Failure} when there is nothing to go back to.
     */
    async undo(onNumber) {
        const { aws, clock, ledger, tell } = this.#tools;
        const history = await ledger.history();
        const [newest] = history;
        const claiming = this.#claiming(onNumber);
        const isOpen = newest && (newest.outcome === undefined || newest.outcome === 'needs-attention');
        if (isOpen && newest.undoes === undefined)
            return this.abort(onNumber);
        if (newest && newest.outcome === undefined) {
            await requireAbandoned(newest, claiming);
            return this.#end(carryOn(newest, claiming.claimant, clock.now()), claiming);
        }
        const view = await this.#look();
        const kept = newest ? keptFor(newest, view, clock.now()) : [];
        const quick = newest && (kept.length > 0 ? quickUndo(newest, view, claiming) : swapBack(newest, claiming));
        if (!quick)
            return this.#undoByRollout(history, view, onNumber);
        await requireNoOtherLock(aws, view.group, tell);
        tell(`Undoing release ${quick.undoes}: ${kept.length > 0 ? `${kept.length} machines that wait in standby serve again` : 'requests go back to the other group'}`);
        return this.#end(quick, claiming);
    }
    /** The newest release of the group. */
    newest() {
        return this.#tools.ledger.newest();
    }
    /** All releases of the group, the newest first. */
    history() {
        return this.#tools.ledger.history();
    }
    /**
     * After a cancel: puts back what an unfinished release of this run has borrowed, and says in the ledger that nobody works
     * on it. The next run, or a repair, makes the group whole.
     * @returns undefined when there is nothing to put back.
     */
    async settle(number) {
        const { release, superseded } = await this.#tools.ledger.follow(number);
        const isOurs = release?.claimant.runUrl === this.#settings.step.workflow.runUrl;
        const isAtRest = release?.outcome !== undefined || release?.rests !== undefined;
        if (!release || !isOurs || superseded || isAtRest)
            return undefined;
        return rollOut(release, this.#tools, nextMoveAfterCancel);
    }
    /** How a release ended, or where it stands. */
    describe(release, startedAt = release.startedAt) {
        const lastWords = this.#lastWords;
        return { ...describeEnd(release, this.#tools.clock.now() - startedAt), ...(lastWords && { lastWords }) };
    }
    /** The end as a table for the job summary. */
    summarize(end) {
        return summarizeEnd(this.#settings.group, end);
    }
    /** Claims the group for an image; what a dead run left to another goal is ended first. */
    async #claim(imageId, onNumber, undo) {
        const { aws, observer, ledger, tell, cancellation } = this.#tools;
        const { group, pair, plan, predict, alarms, together, force = false } = this.#settings;
        for (;;) {
            const found = pair && (await (0,find_sides/* findSides */.a)(aws, observer, pair, await ledger.newest()));
            const view = found?.green ?? (await observer.look(group));
            const choice = alarms && { ...alarms, tell };
            const wish = { aws, view, pair: found, imageId, plan, predict, force, undo, together, alarms: choice };
            const claimed = await claim(wish, this.#claiming(onNumber));
            if (claimed.kind === 'own')
                await this.#remark(view, found?.sides);
            if (claimed.kind !== 'rescue')
                return claimed;
            const { to, reason } = claimed.release;
            tell(`First ending the rollout of ${to.imageId} that was left unfinished. ${reason ?? ''}`.trim());
            await rollOut(claimed.release, this.#tools);
            if (cancellation.aborted)
                return claimed;
        }
    }
    async #remark(view, sides) {
        const { notes, warnings } = (0,remarks/* remarksOn */.r)(view);
        const policies = sides ? await (0,find_sides/* remarksOnPolicies */.F)(this.#tools.aws, sides) : [];
        for (const remark of policies)
            this.#settings.step.log.warning(remark, 'Scaling policies');
        for (const note of notes)
            this.#tools.tell(note);
        for (const warning of warnings)
            this.#settings.step.log.warning(warning, 'Health checks');
    }
    async #undoByRollout(history, view, onNumber) {
        const { aws, clock, tell } = this.#tools;
        const startedAt = clock.now();
        const { from } = await runningSource(aws, view);
        const { undoes, to } = requireUndoTarget(history, from.imageId);
        tell(`Undoing release ${undoes}: no machine is kept for it, so ${to.imageId} is rolled out again`);
        const imageId = await (0,image_image/* resolveImage */.A)(this.#tools, { imageId: to.imageId });
        const claimed = await this.#claim(imageId, onNumber, { undoes, to: await stillThere(aws, from, to) });
        return claimed.kind === 'unchanged'
            ? this.#unchanged(imageId, startedAt)
            : this.#finish(claimed.release, startedAt);
    }
    /** The group; of two, the one that serves. */
    async #look() {
        const { observer, aws } = this.#tools;
        const { group, pair } = this.#settings;
        return pair ? (await (0,find_sides/* findSides */.a)(aws, observer, pair)).blue : observer.look(group);
    }
    async #end(release, claiming) {
        const startedAt = this.#tools.clock.now();
        return release && this.#finish(await take(release, claiming), startedAt);
    }
    async #finish(release, startedAt) {
        this.#tools.tell(introduce(release));
        const ended = await rollOut(release, this.#tools);
        const { ledger, tell, cancellation } = this.#tools;
        if (ended.outcome !== undefined && !cancellation.aborted)
            await (0,ledger_ledger/* keepShort */.Ei)(ledger, ended.number, tell);
        return this.describe(ended, startedAt);
    }
    #unchanged(imageId, startedAt) {
        return unchangedEnd(this.#settings.group, imageId, this.#tools.clock.now() - startedAt);
    }
    #claiming(onNumber) {
        const { ledger, fence, clock, tell } = this.#tools;
        const { step, hasEnded } = this.#settings;
        const claimant = claimantOf(step.workflow);
        const isGone = hasEnded ?? (async (earlier) => (0,workflow_run.sameProcessIsGone)(earlier, claimant));
        return { ledger, fence, clock, claimant, isGone, onNumber, tell };
    }
}


/***/ })

};
