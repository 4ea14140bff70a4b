export const id = 4470;
export const ids = [4470];
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

/***/ 9646:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ TerminateInstancesCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8509);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(230);


class TerminateInstancesCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "TerminateInstances", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .TerminateInstances$ */ .CEm) {
}


/***/ }),

/***/ 3970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ paginateDescribeInstances)
/* harmony export */ });
/* harmony import */ var _smithy_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(402);
/* harmony import */ var _commands_DescribeInstancesCommand__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1490);
/* harmony import */ var _EC2Client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4601);



const paginateDescribeInstances = (0,_smithy_core__WEBPACK_IMPORTED_MODULE_0__.createPaginator)(_EC2Client__WEBPACK_IMPORTED_MODULE_1__/* .EC2Client */ .g, _commands_DescribeInstancesCommand__WEBPACK_IMPORTED_MODULE_2__/* .DescribeInstancesCommand */ .b, "NextToken", "NextToken", "MaxResults");


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

/***/ 2672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ DescribeListenersCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4858);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);


class DescribeListenersCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeListeners", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeListeners$ */ .zki) {
}


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

/***/ 8358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ DescribeTargetGroupsCommand)
/* harmony export */ });
/* harmony import */ var _commandBuilder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4858);
/* harmony import */ var _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);


class DescribeTargetGroupsCommand extends (0,_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* .command */ .G5)(_commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._ep0 */ .lq, _commandBuilder__WEBPACK_IMPORTED_MODULE_0__/* ._mw0 */ .yt, "DescribeTargetGroups", _schemas_schemas_0__WEBPACK_IMPORTED_MODULE_1__/* .DescribeTargetGroups$ */ .Z$r) {
}


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

/***/ 4470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bringUp: () => (/* binding */ bringUp),
  takeDown: () => (/* binding */ takeDown)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
var commandBuilder = __webpack_require__(2364);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js + 2 modules
var schemas_0 = __webpack_require__(8427);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DeleteAutoScalingGroupCommand.js


class DeleteAutoScalingGroupCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "DeleteAutoScalingGroup", schemas_0/* DeleteAutoScalingGroup$ */.nkd) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/UpdateAutoScalingGroupCommand.js
var UpdateAutoScalingGroupCommand = __webpack_require__(2470);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/TerminateInstanceInAutoScalingGroupCommand.js
var TerminateInstanceInAutoScalingGroupCommand = __webpack_require__(1092);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/CreateAutoScalingGroupCommand.js


class CreateAutoScalingGroupCommand extends (0,commandBuilder/* command */.G5)(commandBuilder/* _ep0 */.lq, commandBuilder/* _mw0 */.yt, "CreateAutoScalingGroup", schemas_0/* CreateAutoScalingGroup$ */.qtT) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/TerminateInstancesCommand.js
var TerminateInstancesCommand = __webpack_require__(9646);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commandBuilder.js
var dist_es_commandBuilder = __webpack_require__(8509);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js + 1 modules
var schemas_schemas_0 = __webpack_require__(230);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteLaunchTemplateCommand.js


class DeleteLaunchTemplateCommand extends (0,dist_es_commandBuilder/* command */.G5)(dist_es_commandBuilder/* _ep0 */.lq, dist_es_commandBuilder/* _mw0 */.yt, "DeleteLaunchTemplate", schemas_schemas_0/* DeleteLaunchTemplate$ */.Zcz) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateLaunchTemplateVersionCommand.js
var CreateLaunchTemplateVersionCommand = __webpack_require__(5169);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/CreateLaunchTemplateCommand.js


class CreateLaunchTemplateCommand extends (0,dist_es_commandBuilder/* command */.G5)(dist_es_commandBuilder/* _ep0 */.lq, dist_es_commandBuilder/* _mw0 */.yt, "CreateLaunchTemplate", schemas_schemas_0/* CreateLaunchTemplate$ */.kFY) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commandBuilder.js
var client_elastic_load_balancing_v2_dist_es_commandBuilder = __webpack_require__(4858);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/schemas/schemas_0.js + 2 modules
var dist_es_schemas_schemas_0 = __webpack_require__(787);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DeleteRuleCommand.js


class DeleteRuleCommand extends (0,client_elastic_load_balancing_v2_dist_es_commandBuilder/* command */.G5)(client_elastic_load_balancing_v2_dist_es_commandBuilder/* _ep0 */.lq, client_elastic_load_balancing_v2_dist_es_commandBuilder/* _mw0 */.yt, "DeleteRule", dist_es_schemas_schemas_0/* DeleteRule$ */.iaR) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DeleteTargetGroupCommand.js


class DeleteTargetGroupCommand extends (0,client_elastic_load_balancing_v2_dist_es_commandBuilder/* command */.G5)(client_elastic_load_balancing_v2_dist_es_commandBuilder/* _ep0 */.lq, client_elastic_load_balancing_v2_dist_es_commandBuilder/* _mw0 */.yt, "DeleteTargetGroup", dist_es_schemas_schemas_0/* DeleteTargetGroup$ */.UeN) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/CreateTargetGroupCommand.js


class CreateTargetGroupCommand extends (0,client_elastic_load_balancing_v2_dist_es_commandBuilder/* command */.G5)(client_elastic_load_balancing_v2_dist_es_commandBuilder/* _ep0 */.lq, client_elastic_load_balancing_v2_dist_es_commandBuilder/* _mw0 */.yt, "CreateTargetGroup", dist_es_schemas_schemas_0/* CreateTargetGroup$ */.ntl) {
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/CreateRuleCommand.js


class CreateRuleCommand extends (0,client_elastic_load_balancing_v2_dist_es_commandBuilder/* command */.G5)(client_elastic_load_balancing_v2_dist_es_commandBuilder/* _ep0 */.lq, client_elastic_load_balancing_v2_dist_es_commandBuilder/* _mw0 */.yt, "CreateRule", dist_es_schemas_schemas_0/* CreateRule$ */.toG) {
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/bundle/src/environments/blueprint.js

/** Tells whether a template version holds what the blueprint wants: kept as the version's description. */
function fingerprintOf({ template }) {
    return `steadfleet ${(0,external_node_crypto_.createHash)('sha256').update(stable(template)).digest('hex').slice(0, 32)}`;
}
/** JSON with sorted names, so that equal values give equal text. */
function stable(value) {
    return JSON.stringify(value, (_name, inner) => {
        if (typeof inner !== 'object' || inner === null || Array.isArray(inner))
            return inner;
        return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)));
    });
}

// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/environments/environment.js + 1 modules
var environment = __webpack_require__(8602);
;// CONCATENATED MODULE: ./build/bundle/src/environments/mark.js


/** The tags that all parts of an environment carry: the mark, and for people the branch. */
function marksOf({ mark, branch }) {
    // What every AWS service allows in a tag's value (ELBv2 API, Tag), and no more than 256 characters.
    const readable = branch.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '_');
    return [
        { Key: environment/* markKey */.r, Value: mark },
        { Key: 'steadfleet:branch', Value: readable.slice(0, 256) },
    ];
}
/**
 * The hard stop: what has our name without our mark belongs to somebody else.
 * @throws {Failure} naming it.
 */
function requireMark(kind, name, tags, mark) {
    const found = tags?.find(({ Key }) => Key === environment/* markKey */.r)?.Value;
    if (found === mark)
        return;
    const instead = found === undefined ? `has no tag ${environment/* markKey */.r}` : `has the tag ${environment/* markKey */.r} = ${JSON.stringify(found)}`;
    throw new failure/* Failure */.HR(`The ${kind} "${name}" ${instead}, so it is not this environment's (that would be ${JSON.stringify(mark)}). ` +
        'Nothing was touched: rename or remove it by hand, then run again.');
}

;// CONCATENATED MODULE: ./build/bundle/src/environments/act.js





/** Carries out one removal: one call. All ids come from an observation that has checked the mark. */
async function remove(aws, { slug }, move) {
    const { autoScaling, ec2, elasticLoadBalancing } = aws;
    switch (move.kind) {
        case 'delete-rule':
            await elasticLoadBalancing.send(new DeleteRuleCommand({ RuleArn: move.arn }));
            return;
        case 'delete-group':
            await autoScaling.send(new DeleteAutoScalingGroupCommand({ AutoScalingGroupName: slug, ForceDelete: true }));
            return;
        case 'terminate-machines':
            await ec2.send(new TerminateInstancesCommand/* TerminateInstancesCommand */.N({ InstanceIds: [...move.ids] }));
            return;
        case 'delete-target-group':
            await elasticLoadBalancing.send(new DeleteTargetGroupCommand({ TargetGroupArn: move.arn }));
            return;
        case 'delete-template':
            await ec2.send(new DeleteLaunchTemplateCommand({ LaunchTemplateId: move.id }));
    }
}
/** Carries out one construction: one call, which marks what it makes as it makes it. */
async function construct(aws, environment, wanted, move) {
    const { elasticLoadBalancing, autoScaling } = aws;
    switch (move.kind) {
        case 'create-template':
        case 'create-template-version':
            return writeTemplate(aws, environment, wanted, move);
        case 'create-target-group': {
            const settings = { Name: environment.slug, ...wanted.targetGroup, Tags: marksOf(environment) };
            await elasticLoadBalancing.send(new CreateTargetGroupCommand(settings));
            return;
        }
        case 'create-rule':
            return createRule(aws, environment, wanted, move);
        case 'create-group':
            return createGroup(aws, environment, wanted, move);
        case 'update-group': {
            const { templateId: LaunchTemplateId, version: Version } = move;
            const size = { MinSize: move.minimum, MaxSize: move.maximum, DesiredCapacity: move.desired };
            const change = { AutoScalingGroupName: environment.slug, LaunchTemplate: { LaunchTemplateId, Version }, ...size };
            await autoScaling.send(new UpdateAutoScalingGroupCommand/* UpdateAutoScalingGroupCommand */.I(change));
            return;
        }
        case 'retire-machine': {
            const retirement = { InstanceId: move.id, ShouldDecrementDesiredCapacity: true };
            await autoScaling.send(new TerminateInstanceInAutoScalingGroupCommand/* TerminateInstanceInAutoScalingGroupCommand */.U(retirement));
        }
    }
}
async function writeTemplate({ ec2 }, environment, wanted, move) {
    const content = { LaunchTemplateData: wanted.template, VersionDescription: fingerprintOf(wanted) };
    if (move.kind === 'create-template-version') {
        await ec2.send(new CreateLaunchTemplateVersionCommand/* CreateLaunchTemplateVersionCommand */.B({ LaunchTemplateId: move.templateId, ...content }));
        return;
    }
    const TagSpecifications = [{ ResourceType: 'launch-template', Tags: marksOf(environment) }];
    await ec2.send(new CreateLaunchTemplateCommand({ LaunchTemplateName: environment.slug, ...content, TagSpecifications }));
}
async function createRule({ elasticLoadBalancing }, environment, { host, listenerArn }, { targetGroupArn, priority }) {
    await elasticLoadBalancing.send(new CreateRuleCommand({
        ListenerArn: listenerArn,
        Priority: priority,
        Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [host] } }],
        Actions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
        Tags: marksOf(environment),
    }));
}
async function createGroup({ autoScaling }, environment, { machines, group }, { templateId, version, targetGroupArn }) {
    const { slug } = environment;
    const marks = marksOf(environment).map((mark) => ({ ...mark, PropagateAtLaunch: true }));
    const tags = [...(group.Tags ?? []), ...marks];
    await autoScaling.send(new CreateAutoScalingGroupCommand({
        ...group,
        AutoScalingGroupName: slug,
        LaunchTemplate: { LaunchTemplateId: templateId, Version: version },
        ...{ MinSize: machines, MaxSize: machines, DesiredCapacity: machines },
        TargetGroupARNs: [targetGroupArn],
        Tags: tags.map((tag) => ({ ...tag, Key: tag.Key ?? '', ResourceId: slug, ResourceType: 'auto-scaling-group' })),
    }));
}

;// CONCATENATED MODULE: ./build/bundle/src/environments/decide.js

/** The next move towards an environment that is as the blueprint says. Pure. */
function decideUp(seen, wanted) {
    const { template, targetGroup, group } = seen;
    if (group?.isDeleting)
        return { kind: 'wait', reason: 'the group of the same name is still being deleted' };
    if (!template)
        return { kind: 'create-template' };
    if (template.fingerprint !== fingerprintOf(wanted))
        return { kind: 'create-template-version', templateId: template.id };
    if (!targetGroup)
        return { kind: 'create-target-group' };
    const rule = decideRule(seen, targetGroup, wanted);
    if (rule)
        return rule;
    if (group)
        return decideGroup(group, template, targetGroup, wanted);
    return { kind: 'create-group', templateId: template.id, version: template.version, targetGroupArn: targetGroup.arn };
}
/** Exactly one rule, for the wanted host at the wanted listener. */
function decideRule(seen, { arn }, { host, listenerArn }) {
    const isRight = ({ hosts, listenerArn: at }) => at === listenerArn && hosts.length === 1 && hosts[0] === host;
    const wrong = seen.rules.find((rule) => !isRight(rule)) ?? seen.rules[1];
    if (wrong)
        return { kind: 'delete-rule', arn: wrong.arn };
    if (seen.rules.length === 1)
        return undefined;
    return { kind: 'create-rule', targetGroupArn: arn, priority: freePriority(seen.prioritiesInUse) };
}
/** The lowest that is free: a rule for one host name stands before rules for every host, and takes nothing from them. */
function freePriority(used) {
    const taken = new Set(used);
    let priority = 1;
    while (taken.has(priority))
        priority++;
    return priority;
}
/**
 * Machines of the newest version, as many as wanted. While there are old ones they are extra, so that the environment
 * answers; each goes once all the new ones are healthy, and takes its place in `desired` with it.
 */
function decideGroup(group, template, targetGroup, wanted) {
    const { machines } = wanted;
    const staying = group.machines.filter(({ lifecycle }) => !lifecycle.startsWith('Terminat'));
    const old = staying.filter(({ version }) => version !== template.version);
    const size = { minimum: machines, maximum: machines + old.length, desired: machines + old.length };
    const { minimum, maximum, desired, version } = group;
    const isSized = minimum === size.minimum && maximum === size.maximum && desired === size.desired;
    if (!isSized || version !== template.version) {
        return { kind: 'update-group', templateId: template.id, version: template.version, ...size };
    }
    const fresh = staying.filter((machine) => machine.version === template.version);
    const ready = fresh.filter((machine) => isReady(machine, targetGroup));
    if (ready.length < machines)
        return { kind: 'wait', reason: waitingFor(fresh, ready.length, targetGroup, wanted) };
    const [first] = old;
    if (first)
        return { kind: 'retire-machine', id: first.id };
    if (staying.length > machines)
        return { kind: 'wait', reason: 'machines beyond the wanted number are going' };
    return { kind: 'done' };
}
function isReady({ id, lifecycle }, { health }) {
    return lifecycle === 'InService' && health.get(id) === 'healthy';
}
function waitingFor(fresh, ready, { health }, { machines, imageId }) {
    const others = fresh
        .filter(({ id }) => health.get(id) !== 'healthy')
        .map(({ id, lifecycle }) => `${id} is ${lifecycle}, ${health.get(id) ?? 'not yet registered'}`);
    const unlaunched = fresh.length === 0 ? ': none is launched yet (if it stays so, see the activity of the group)' : '';
    const detail = others.length > 0 ? `: ${others.join('; ')}` : unlaunched;
    return `${ready} of ${machines} machines on ${imageId} answer their health check${detail}`;
}
/** The next move towards nothing. Pure. What refers to another thing goes before it. */
function decideDown({ rules, group, instances, targetGroup, template }) {
    const [rule] = rules;
    if (rule)
        return { kind: 'delete-rule', arn: rule.arn };
    if (group && !group.isDeleting)
        return { kind: 'delete-group' };
    if (group)
        return { kind: 'wait', reason: 'the group is being deleted' };
    // A group that is deleted by force may go before its machines have gone.
    const running = instances.filter(({ isGoing }) => !isGoing).map(({ id }) => id);
    if (running.length > 0)
        return { kind: 'terminate-machines', ids: running };
    if (instances.length > 0)
        return { kind: 'wait', reason: `${instances.length} machines are shutting down` };
    if (targetGroup)
        return { kind: 'delete-target-group', arn: targetGroup.arn };
    if (template)
        return { kind: 'delete-template', id: template.id };
    return { kind: 'done' };
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeAutoScalingGroupsCommand.js
var DescribeAutoScalingGroupsCommand = __webpack_require__(3509);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeLaunchTemplateVersionsCommand.js
var DescribeLaunchTemplateVersionsCommand = __webpack_require__(9106);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstancesCommand.js
var DescribeInstancesCommand = __webpack_require__(1490);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetGroupsCommand.js
var DescribeTargetGroupsCommand = __webpack_require__(8358);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeListenersCommand.js
var DescribeListenersCommand = __webpack_require__(2672);
// EXTERNAL MODULE: ./node_modules/@smithy/core/dist-cjs/index.js
var dist_cjs = __webpack_require__(402);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/ElasticLoadBalancingV2Client.js + 8 modules
var ElasticLoadBalancingV2Client = __webpack_require__(4677);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/pagination/DescribeListenersPaginator.js



const paginateDescribeListeners = (0,dist_cjs.createPaginator)(ElasticLoadBalancingV2Client/* ElasticLoadBalancingV2Client */.M, DescribeListenersCommand/* DescribeListenersCommand */.A, "Marker", "NextMarker", "");

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeRulesCommand.js
var DescribeRulesCommand = __webpack_require__(7406);
;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/pagination/DescribeRulesPaginator.js



const paginateDescribeRules = (0,dist_cjs.createPaginator)(ElasticLoadBalancingV2Client/* ElasticLoadBalancingV2Client */.M, DescribeRulesCommand/* DescribeRulesCommand */.G, "Marker", "NextMarker", "");

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTagsCommand.js


class DescribeTagsCommand extends (0,client_elastic_load_balancing_v2_dist_es_commandBuilder/* command */.G5)(client_elastic_load_balancing_v2_dist_es_commandBuilder/* _ep0 */.lq, client_elastic_load_balancing_v2_dist_es_commandBuilder/* _mw0 */.yt, "DescribeTags", dist_es_schemas_schemas_0/* DescribeTags$ */.LSs) {
}

;// CONCATENATED MODULE: ./build/bundle/src/environments/rules.js


/** Whether a rule's or listener's actions send requests to a target group. */
function forwardsTo(actions, targetGroupArn) {
    return (actions ?? []).some(({ TargetGroupArn, ForwardConfig }) => TargetGroupArn === targetGroupArn ||
        ForwardConfig?.TargetGroups?.some(({ TargetGroupArn: arn }) => arn === targetGroupArn));
}
/** The ARNs of all listeners of some load balancers. */
async function listenersOf(aws, loadBalancerArns) {
    const found = [];
    for (const LoadBalancerArn of loadBalancerArns) {
        for await (const page of paginateDescribeListeners({ client: aws.elasticLoadBalancing }, { LoadBalancerArn })) {
            for (const { ListenerArn = '' } of page.Listeners ?? [])
                found.push(ListenerArn);
        }
    }
    return found;
}
/** All rules of a listener, its default one among them. */
async function rulesOf({ elasticLoadBalancing }, ListenerArn) {
    const found = [];
    for await (const page of paginateDescribeRules({ client: elasticLoadBalancing }, { ListenerArn })) {
        found.push(...(page.Rules ?? []));
    }
    return found;
}
/** Up to 20 load-balancing resources' tags (ELBv2 API, DescribeTags). */
async function readTags(aws, ResourceArns) {
    if (ResourceArns.length === 0)
        return [];
    return (await aws.elasticLoadBalancing.send(new DescribeTagsCommand({ ResourceArns }))).TagDescriptions ?? [];
}
/**
 * The rules that send requests to an environment, or that stand for its host name.
 * @throws {Failure} for one of these without the mark.
 */
async function readRules(aws, { slug, mark }, { listenerArns, forPriorities, targetGroupArn }) {
    const rules = [];
    const prioritiesInUse = [];
    for (const listenerArn of listenerArns) {
        for (const rule of await rulesOf(aws, listenerArn)) {
            if (listenerArn === forPriorities && !rule.IsDefault)
                prioritiesInUse.push(Number(rule.Priority));
            const hosts = hostsOf(rule);
            const isConcerned = hosts.some((host) => host.split('.')[0]?.toLowerCase() === slug);
            if (!isConcerned && !(targetGroupArn && forwardsTo(rule.Actions, targetGroupArn)))
                continue;
            rules.push({ arn: rule.RuleArn ?? '', listenerArn, hosts });
        }
    }
    for (const { arn } of rules) {
        const [tags] = await readTags(aws, [arn]);
        requireMark('listener rule', arn, tags?.Tags, mark);
    }
    return { rules, prioritiesInUse };
}
function hostsOf({ Conditions = [] }) {
    return Conditions.filter(({ Field }) => Field === 'host-header').flatMap(({ HostHeaderConfig, Values }) => HostHeaderConfig?.Values ?? Values ?? []);
}

;// CONCATENATED MODULE: ./build/bundle/src/environments/entrance.js



/**
 * Finds the listener of a group: the one asked for, or one that forwards to the group; of several, HTTPS before HTTP,
 * then the lowest port.
 * @throws {Failure} when the group stands behind no Application Load Balancer.
 */
async function findEntrance(aws, group, wanted) {
    const candidates = wanted ? await candidatesAt(aws, group, wanted) : await candidatesOf(aws, group);
    const [best] = candidates.toSorted(({ listener: one }, { listener: other }) => Number(other.Protocol === 'HTTPS') - Number(one.Protocol === 'HTTPS') || (one.Port ?? 0) - (other.Port ?? 0));
    if (!best?.listener.ListenerArn) {
        throw new failure/* Failure */.HR(`No HTTP or HTTPS listener forwards to group "${group.AutoScalingGroupName}". Attach it to a target group of an Application Load Balancer, or give the input "listener".`);
    }
    const { Protocol, Port, ListenerArn } = best.listener;
    const scheme = Protocol === 'HTTPS' ? 'https' : 'http';
    const isUsual = Port === (scheme === 'https' ? 443 : 80);
    return { listenerArn: ListenerArn ?? '', scheme, port: isUsual ? '' : `:${Port}`, targetGroup: best.targetGroup };
}
async function targetGroupsOf({ elasticLoadBalancing }, group) {
    const { TargetGroupARNs = [] } = group;
    if (TargetGroupARNs.length === 0)
        return [];
    const command = new DescribeTargetGroupsCommand/* DescribeTargetGroupsCommand */.s({ TargetGroupArns: TargetGroupARNs });
    return (await elasticLoadBalancing.send(command)).TargetGroups ?? [];
}
async function candidatesAt(aws, group, listenerArn) {
    const command = new DescribeListenersCommand/* DescribeListenersCommand */.A({ ListenerArns: [listenerArn] });
    const listeners = (await aws.elasticLoadBalancing.send(command)).Listeners ?? [];
    const targetGroups = await targetGroupsOf(aws, group);
    const [targetGroup] = targetGroups.toSorted((one, other) => Number(isServedBy(other, listeners[0])) - Number(isServedBy(one, listeners[0])));
    return targetGroup ? listeners.map((listener) => ({ listener, targetGroup })) : [];
}
function isServedBy({ LoadBalancerArns = [] }, listener) {
    return LoadBalancerArns.includes(listener?.LoadBalancerArn ?? '');
}
async function candidatesOf(aws, group) {
    const candidates = [];
    for (const targetGroup of await targetGroupsOf(aws, group)) {
        for (const LoadBalancerArn of targetGroup.LoadBalancerArns ?? []) {
            for await (const page of paginateDescribeListeners({ client: aws.elasticLoadBalancing }, { LoadBalancerArn })) {
                const serving = await Promise.all((page.Listeners ?? []).map((listener) => serves(aws, listener, targetGroup)));
                candidates.push(...(page.Listeners ?? []).filter((_, at) => serving[at]).map((listener) => ({ listener, targetGroup })));
            }
        }
    }
    return candidates;
}
async function serves(aws, listener, { TargetGroupArn = '' }) {
    if (listener.Protocol !== 'HTTP' && listener.Protocol !== 'HTTPS')
        return false;
    const rules = await rulesOf(aws, listener.ListenerArn ?? '');
    return rules.some(({ Actions }) => forwardsTo(Actions, TargetGroupArn));
}

;// CONCATENATED MODULE: ./build/bundle/src/environments/mirror.js




/**
 * Reads the mirrored group and says what the environment shall be.
 * @throws {Failure} when the group is missing, or made of what cannot be mirrored.
 */
async function drawBlueprint(aws, environment, wishes) {
    const group = await readGroup(aws, wishes.mirror);
    const [template, imageId, entrance] = await Promise.all([
        readTemplate(aws, group),
        wishes.imageId ?? runningImage(aws, group),
        findEntrance(aws, group, wishes.listenerArn),
    ]);
    const host = `${environment.slug}.${wishes.domain}`;
    return {
        machines: wishes.machines,
        imageId: imageId ?? template.ImageId ?? '',
        host,
        listenerArn: entrance.listenerArn,
        url: `${entrance.scheme}://${host}${entrance.port}`,
        template: { ...template, ImageId: imageId ?? template.ImageId },
        targetGroup: targetGroupSettings(entrance.targetGroup),
        group: groupSettings(group, environment),
    };
}
async function readGroup({ autoScaling, region }, name) {
    const command = new DescribeAutoScalingGroupsCommand/* DescribeAutoScalingGroupsCommand */.N({ AutoScalingGroupNames: [name] });
    const group = (await autoScaling.send(command)).AutoScalingGroups?.[0];
    if (group)
        return group;
    throw new failure/* Failure */.HR(`There is no Auto Scaling group "${name}" in ${region}. Check the input "mirror" and the region.`);
}
/** The settings of the machines, as a new template takes them. */
async function readTemplate({ ec2 }, group) {
    const { LaunchTemplateId, Version } = templateOf(group);
    const found = await ec2.send(new DescribeLaunchTemplateVersionsCommand/* DescribeLaunchTemplateVersionsCommand */.P({ LaunchTemplateId, Versions: [Version ?? '$Default'] }));
    const { MetadataOptions, Operator: _answerOnly, ...data } = found.LaunchTemplateVersions?.[0]?.LaunchTemplateData ?? {};
    const { State: _state, ...metadata } = MetadataOptions ?? {};
    const override = group.MixedInstancesPolicy?.LaunchTemplate?.Overrides?.[0]?.InstanceType;
    return {
        ...(override && { InstanceType: override }),
        ...data,
        ...(MetadataOptions && { MetadataOptions: metadata }),
    };
}
function templateOf(group) {
    const { LaunchTemplate, MixedInstancesPolicy, AutoScalingGroupName } = group;
    const template = LaunchTemplate ?? MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification;
    if (template)
        return template;
    throw new failure/* Failure */.HR(`Group "${AutoScalingGroupName}" uses a launch configuration, and those cannot be mirrored: give it a launch template.`);
}
/** The one image that the group's machines run; undefined when it has no machine. */
async function runningImage({ ec2 }, { Instances = [], AutoScalingGroupName }) {
    const inService = Instances.filter(({ LifecycleState }) => LifecycleState === 'InService');
    const InstanceIds = inService.map(({ InstanceId = '' }) => InstanceId);
    if (InstanceIds.length === 0)
        return undefined;
    const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand/* DescribeInstancesCommand */.b({ InstanceIds }));
    const images = new Set(Reservations.flatMap(({ Instances: all = [] }) => all).map(({ ImageId }) => ImageId));
    if (images.size === 1)
        return [...images][0];
    throw new failure/* Failure */.HR(`Group "${AutoScalingGroupName}" runs ${images.size} images at the moment (${[...images].join(', ')}). Give "image-id", or wait until its rollout has ended.`);
}
function targetGroupSettings(mirrored) {
    const { Protocol, ProtocolVersion, Port, VpcId, TargetType, Matcher } = mirrored;
    const { HealthCheckProtocol, HealthCheckPort, HealthCheckPath } = mirrored;
    const { HealthCheckIntervalSeconds, HealthCheckTimeoutSeconds } = mirrored;
    const { HealthyThresholdCount, UnhealthyThresholdCount } = mirrored;
    return {
        ...{ Protocol, ProtocolVersion, Port, VpcId, TargetType, Matcher },
        ...{ HealthCheckProtocol, HealthCheckPort, HealthCheckPath },
        ...{ HealthCheckIntervalSeconds, HealthCheckTimeoutSeconds, HealthyThresholdCount, UnhealthyThresholdCount },
    };
}
/** The group's own tags go along, except AWS's and ours; `Name` tells environments apart in the console. */
function groupSettings(mirrored, { slug }) {
    const { VPCZoneIdentifier, AvailabilityZones, HealthCheckType, HealthCheckGracePeriod, Tags = [] } = mirrored;
    const copied = Tags.filter(({ Key = '' }) => Key !== 'Name' && !/^(aws|steadfleet):/.test(Key));
    return {
        ...(VPCZoneIdentifier ? { VPCZoneIdentifier } : { AvailabilityZones }),
        HealthCheckType,
        HealthCheckGracePeriod,
        Tags: [
            ...copied.map(({ Key, Value, PropagateAtLaunch }) => ({ Key, Value, PropagateAtLaunch })),
            { Key: 'Name', Value: slug, PropagateAtLaunch: true },
        ],
    };
}

;// CONCATENATED MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeLaunchTemplatesCommand.js


class DescribeLaunchTemplatesCommand extends (0,dist_es_commandBuilder/* command */.G5)(dist_es_commandBuilder/* _ep0 */.lq, dist_es_commandBuilder/* _mw0 */.yt, "DescribeLaunchTemplates", schemas_schemas_0/* DescribeLaunchTemplates$ */._zK) {
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/pagination/DescribeInstancesPaginator.js
var DescribeInstancesPaginator = __webpack_require__(3970);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-load-balancing-v2/dist-es/commands/DescribeTargetHealthCommand.js
var DescribeTargetHealthCommand = __webpack_require__(7992);
// EXTERNAL MODULE: ./build/bundle/src/platform/retry.js
var retry = __webpack_require__(9288);
;// CONCATENATED MODULE: ./build/bundle/src/environments/errors.js


/** The answer, or undefined when AWS says that the thing does not exist. */
async function absentWhen(code, call) {
    try {
        return await call();
    }
    catch (error) {
        if (code.test(nameOf(error)))
            return undefined;
        throw error;
    }
}
const movedOn = /AlreadyExists|^Duplicate|PriorityInUse|NotFound|ResourceInUse|ScalingActivityInProgress|ResourceContention/;
/** Auto Scaling says ValidationError for all of these, too; only the message tells. */
const movedOnSays = /(group name|instance id) not found|launch template .*does not exist/i;
/**
 * Whether to look again rather than to give up: the world changed between looking and acting (or a describe was stale),
 * or it is unknown whether a call had its effect. Looking tells.
 */
function isWorthAnotherLook(error) {
    return movedOn.test(nameOf(error)) || movedOnSays.test((0,failure/* messageOf */.bD)(error)) || (0,retry/* failureKind */.zU)(error) === 'unavailable';
}
function nameOf(error) {
    return error instanceof Error ? error.name : '';
}

;// CONCATENATED MODULE: ./build/bundle/src/environments/observe.js







/**
 * Reads all that exists of an environment.
 * @param listenerArn where its rule shall be, when that is known; otherwise the load balancers of its target group tell.
 * @throws {Failure} when something has its name, but not its mark: it is somebody else's, and nothing goes on.
 */
async function observe(aws, environment, listenerArn) {
    const [group, template, balanced, instances] = await Promise.all([
        seeGroup(aws, environment),
        seeTemplate(aws, environment),
        seeTargetGroup(aws, environment),
        seeInstances(aws, environment),
    ]);
    const known = await listenersOf(aws, balanced?.loadBalancerArns ?? []);
    const listenerArns = [...new Set([...(listenerArn ? [listenerArn] : []), ...known])];
    const { rules, prioritiesInUse } = await readRules(aws, environment, {
        listenerArns,
        forPriorities: listenerArn,
        targetGroupArn: balanced?.arn,
    });
    return { group, template, targetGroup: balanced, rules, instances, prioritiesInUse };
}
async function seeGroup({ autoScaling }, { slug, mark }) {
    const command = new DescribeAutoScalingGroupsCommand/* DescribeAutoScalingGroupsCommand */.N({ AutoScalingGroupNames: [slug] });
    const group = (await autoScaling.send(command)).AutoScalingGroups?.[0];
    if (!group)
        return undefined;
    requireMark('Auto Scaling group', slug, group.Tags, mark);
    return {
        // The only status that a group ever has (Auto Scaling API, AutoScalingGroup: "when DeleteAutoScalingGroup is in progress").
        isDeleting: Boolean(group.Status),
        version: group.LaunchTemplate?.Version ?? '',
        minimum: group.MinSize ?? 0,
        maximum: group.MaxSize ?? 0,
        desired: group.DesiredCapacity ?? 0,
        machines: machinesOf(group),
    };
}
function machinesOf({ Instances = [] }) {
    return Instances.map(({ InstanceId = '', LifecycleState = '', LaunchTemplate }) => ({
        id: InstanceId,
        lifecycle: LifecycleState,
        version: LaunchTemplate?.Version ?? '',
    }));
}
async function seeTemplate({ ec2 }, { slug, mark }) {
    const found = await absentWhen(/^InvalidLaunchTemplateName\.NotFound/, () => ec2.send(new DescribeLaunchTemplatesCommand({ LaunchTemplateNames: [slug] })));
    const template = found?.LaunchTemplates?.[0];
    if (!template?.LaunchTemplateId)
        return undefined;
    requireMark('launch template', slug, template.Tags, mark);
    const id = template.LaunchTemplateId;
    const versions = await ec2.send(new DescribeLaunchTemplateVersionsCommand/* DescribeLaunchTemplateVersionsCommand */.P({ LaunchTemplateId: id, Versions: ['$Latest'] }));
    const { VersionNumber, VersionDescription = '' } = versions.LaunchTemplateVersions?.[0] ?? {};
    return { id, version: String(VersionNumber ?? template.LatestVersionNumber ?? ''), fingerprint: VersionDescription };
}
async function seeTargetGroup(aws, { slug, mark }) {
    const { elasticLoadBalancing } = aws;
    const found = await absentWhen(/^TargetGroupNotFound/, () => elasticLoadBalancing.send(new DescribeTargetGroupsCommand/* DescribeTargetGroupsCommand */.s({ Names: [slug] })));
    const { TargetGroupArn: arn, LoadBalancerArns = [] } = found?.TargetGroups?.[0] ?? {};
    if (!arn)
        return undefined;
    const [tags] = await readTags(aws, [arn]);
    requireMark('target group', slug, tags?.Tags, mark);
    const { TargetHealthDescriptions = [] } = await elasticLoadBalancing.send(new DescribeTargetHealthCommand/* DescribeTargetHealthCommand */.q({ TargetGroupArn: arn }));
    const health = TargetHealthDescriptions.map(({ Target, TargetHealth }) => {
        const reason = TargetHealth?.Reason ? ` (${TargetHealth.Reason})` : '';
        return [Target?.Id ?? '', `${TargetHealth?.State ?? ''}${reason}`];
    });
    return { arn, health: new Map(health), loadBalancerArns: LoadBalancerArns };
}
async function seeInstances({ ec2 }, { mark }) {
    const states = ['pending', 'running', 'shutting-down', 'stopping', 'stopped'];
    const Filters = [
        { Name: `tag:${environment/* markKey */.r}`, Values: [mark] },
        { Name: 'instance-state-name', Values: states },
    ];
    const seen = [];
    for await (const { Reservations = [] } of (0,DescribeInstancesPaginator/* paginateDescribeInstances */.H)({ client: ec2 }, { Filters })) {
        for (const { InstanceId = '', State } of Reservations.flatMap(({ Instances = [] }) => Instances)) {
            seen.push({ id: InstanceId, isGoing: State?.Name === 'shutting-down' });
        }
    }
    return seen;
}

;// CONCATENATED MODULE: ./build/bundle/src/environments/reconcile.js


const pause = 3_000;
/**
 * Repeats observe, decide and act until all is done. Nothing is remembered between turns but what was last said, so
 * another run can go on wherever this one ends.
 * @throws {Failure} after the timeout or a cancellation; whatever AWS refused.
 */
async function reconcile(journey) {
    const { clock, cancellation, timeout, tell } = journey;
    const deadline = clock.now() + timeout;
    let last = '';
    for (;;) {
        const turn = await takeTurn(journey);
        if (turn.end)
            return turn.end;
        if (turn.line !== last)
            tell(turn.line);
        last = turn.line;
        if (cancellation.aborted)
            throw new failure/* Failure */.HR('Cancelled. Run the same step again to go on from here.');
        if (clock.now() >= deadline)
            throw new failure/* Failure */.HR(`Not done after ${timeout / 1000} s. ${turn.line} Run again to go on.`);
        if (turn.isWaiting)
            await clock.sleep(pause, cancellation);
    }
}
async function takeTurn({ observe, decide, act }) {
    const look = await tryToLook(observe);
    if ('problem' in look)
        return { line: `Looking again: ${look.problem}`, isWaiting: true };
    const { seen } = look;
    const move = decide(seen);
    if (move.kind === 'done')
        return { end: seen, line: '', isWaiting: false };
    if (move.kind === 'wait')
        return { line: `Waiting: ${move.reason}.`, isWaiting: true };
    try {
        await act(move);
        return { line: `Done: ${describe(move)}.`, isWaiting: false };
    }
    catch (error) {
        if (!isWorthAnotherLook(error))
            throw error;
        return { line: `Looking again after "${describe(move)}": ${(0,failure/* messageOf */.bD)(error)}`, isWaiting: true };
    }
}
/** One look is several calls: what the first still showed may be gone for the next. */
async function tryToLook(observe) {
    try {
        return { seen: await observe() };
    }
    catch (error) {
        if (!isWorthAnotherLook(error))
            throw error;
        return { problem: (0,failure/* messageOf */.bD)(error) };
    }
}
function describe(move) {
    switch (move.kind) {
        case 'create-rule':
            return `create-rule with priority ${move.priority}`;
        case 'update-group':
            return `update-group to version ${move.version}, ${move.desired} machines`;
        case 'retire-machine':
            return `retire-machine ${move.id}`;
        case 'terminate-machines':
            return `terminate-machines ${move.ids.join(', ')}`;
        default:
            return move.kind;
    }
}

;// CONCATENATED MODULE: ./build/bundle/src/environments/lifetime.js





/** Makes an environment, or brings it up to date; returns once its machines answer at the load balancer. */
async function bringUp(site, wishes) {
    const { aws, environment } = site;
    const wanted = await drawBlueprint(aws, environment, wishes);
    await travel(site, {
        observe: () => observe(aws, environment, wanted.listenerArn),
        decide: (seen) => decideUp(seen, wanted),
        act: (move) => (isRemoval(move) ? remove(aws, environment, move) : construct(aws, environment, wanted, move)),
    });
    return wanted;
}
/** Removes all that carries the environment's mark; returns whether there was anything. */
async function takeDown(site) {
    const { aws, environment } = site;
    let removed = false;
    await travel(site, {
        observe: () => observe(aws, environment),
        decide: decideDown,
        act: async (move) => {
            removed = true;
            if (isRemoval(move))
                await remove(aws, environment, move);
        },
    });
    return removed;
}
function isRemoval(move) {
    return /^(delete|terminate)-/.test(move.kind);
}
function travel({ step, timeout }, route) {
    const { clock, cancellation, log } = step;
    return reconcile({ clock, cancellation, timeout, tell: log.info, ...route });
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
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2439);

const throttleCodes = new Set([
    'Throttling',
    'ThrottlingException',
    'ThrottledException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'TooManyRequestsException',
    'TooManyUpdates',
    'CredentialsDiscarded',
]);
const unavailableCodes = new Set([
    'Cancelled',
    'EmptyAnswer',
    'StaleAnswer',
    'IDPCommunicationError',
    'IDPCommunicationErrorException',
    'ResourceContention',
    'ResourceContentionFault',
    'InternalError',
    'InternalFailure',
    'InternalServerError',
    'ServiceUnavailable',
    'TimeoutError',
]);
/** How AWS refuses a call that was signed more than minutes ago, or in the future; and one with wrong credentials. */
const signatureCodes = new Set([
    'AuthFailure',
    'InvalidSignatureException',
    'RequestExpired',
    'RequestInTheFuture',
    'RequestTimeTooSkewed',
    'SignatureDoesNotMatch',
]);
/** What the network, DNS, TLS and HTTP make of a request or an answer that does not get through (Node.js, "Errors"). */
const noAnswer = /^(E[A-Z_]+|HPE_\w+|ERR_SSL_\w+|ERR_STREAM_\w+)$/;
/**
 * Classifies what an SDK client threw: by its code before its status, for EC2 throttles with a 503 (EC2 API, "Query API
 * request rate") and Auto Scaling with a 400 (Auto Scaling API, "Common errors"). An answer of success that nobody could read
 * is as good as none: the effect may have happened.
 */
function failureKind(error) {
    const { name, code, Code, $metadata } = error;
    const codes = [name, code, Code].filter((value) => typeof value === 'string');
    if (codes.some((value) => throttleCodes.has(value)))
        return 'throttled';
    if (codes.some((value) => unavailableCodes.has(value)))
        return 'unavailable';
    // The SDK has seen by the answer that the runner's clock is off, and signs the next attempt in AWS's time.
    if ($metadata?.clockSkewCorrected && codes.some((value) => signatureCodes.has(value)))
        return 'throttled';
    const status = $metadata?.httpStatusCode;
    if (status === undefined)
        return codes.some((value) => noAnswer.test(value)) ? 'unavailable' : 'refused';
    if (status === 429)
        return 'throttled';
    return status >= 300 && status < 500 ? 'refused' : 'unavailable';
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
 * @throws the last error; {Cancelled} when cancelled while it waited.
 */
async function withRetry(call, { clock, random, repeatable, cancellation }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await call();
        }
        catch (error) {
            const kind = failureKind(error);
            const mayRepeat = repeatable === 'any' ? kind !== 'refused' : repeatable === kind;
            if (!mayRepeat || attempt === attempts || cancellation?.aborted)
                throw error;
            await clock.sleep(random.next() * Math.min(longestWait, firstWait * 2 ** attempt), cancellation);
            (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseWhenAborted */ .sJ)(cancellation);
        }
    }
}


/***/ })

};
