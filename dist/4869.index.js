export const id = 4869;
export const ids = [4869];
export const modules = {

/***/ 3423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ keptMayReturn),
/* harmony export */   Iv: () => (/* binding */ someMayRest),
/* harmony export */   MZ: () => (/* binding */ oneGate),
/* harmony export */   Te: () => (/* binding */ detailsHaveOwners),
/* harmony export */   Uh: () => (/* binding */ pairIsWhole),
/* harmony export */   XC: () => (/* binding */ planOf),
/* harmony export */   Zp: () => (/* binding */ planInputs),
/* harmony export */   cF: () => (/* binding */ pairOf),
/* harmony export */   dS: () => (/* binding */ saysHow),
/* harmony export */   mq: () => (/* binding */ deadlineOutlasts),
/* harmony export */   n4: () => (/* binding */ someMayMove),
/* harmony export */   v1: () => (/* binding */ pauseIsReached)
/* harmony export */ });
/* unused harmony export presets */
/* harmony import */ var _platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8534);
/* harmony import */ var _platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2633);
/* harmony import */ var _rollout_heart_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4450);



/** The inputs that make a plan. Those without a default take the strategy's. */
const planInputs = {
    strategy: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('rolling', (0,_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('rolling', 'canary', 'blue-green', 'two-group', 'instance-refresh', 'replace-root-volume')),
    'other-group': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .groupName */ .hv),
    'listener-rule': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(listenerRule),
    waves: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(waves),
    'max-surge': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj),
    'max-unavailable': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('0', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj),
    'raise-max': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('true', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt),
    'min-ready': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('30s', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0),
    soak: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0),
    'gate-command': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(command),
    'gate-path': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(path),
    'gate-port': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('80', (0,_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(1, 65_535)),
    'gate-timeout': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('5m', upTo('48h', 172_800_000, '5m')),
    'release-command': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(command),
    alarms: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn),
    'alarm-tags': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .pairs */ .AS),
    'accept-alarms': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('false', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt),
    'boot-allowance': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveDuration */ .Cz),
    'progress-deadline': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('10m', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0),
    'on-failure': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('roll-back', (0,_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('roll-back', 'hold')),
    'keep-previous': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0),
    'pause-after': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(1, 20)),
    'pause-expiry': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('24h', pauseExpiry),
    suspend: (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('AZRebalance', processes),
    'accept-weights': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('false', _platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt),
    'poll-interval': (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)('10s', upTo('2m', 120_000, '10s')),
};
const quarter = { percent: 25 };
const whole = { percent: 100 };
/** What a strategy's name stands for; each number can be given by hand. */
const presets = {
    rolling: {
        waves: [quarter, { percent: 50 }, { percent: 75 }, whole],
        maxSurge: quarter,
        soak: 0,
        keepPrevious: 0,
    },
    canary: {
        waves: [{ machines: 1 }, { percent: 10 }, { percent: 50 }, whole],
        maxSurge: quarter,
        soak: 300_000,
        keepPrevious: 0,
    },
    'blue-green': { waves: [whole], maxSurge: whole, soak: 300_000, keepPrevious: 1_800_000 },
    'two-group': { waves: [{ percent: 10 }, { percent: 50 }, whole], maxSurge: whole, soak: 300_000, keepPrevious: 0 },
    'instance-refresh': { waves: [whole], maxSurge: quarter, soak: 0, keepPrevious: 0 },
    'replace-root-volume': { waves: [whole], maxSurge: { machines: 0 }, soak: 0, keepPrevious: 0 },
};
function planOf(values) {
    const preset = presets[values.strategy];
    const bootAllowance = values['boot-allowance'];
    const releaseCommand = values['release-command'];
    const pauseAfter = values['pause-after'];
    return {
        strategy: values.strategy,
        waves: values.waves ?? preset.waves,
        maxSurge: values['max-surge'] ?? preset.maxSurge,
        maxUnavailable: values['max-unavailable'],
        raiseMax: values['raise-max'],
        minReady: values['min-ready'],
        soak: values.soak ?? preset.soak,
        gate: gateOf(values),
        ...(releaseCommand !== undefined && { releaseCommand }),
        alarms: values.alarms ?? [],
        ...(bootAllowance !== undefined && { bootAllowance }),
        progressDeadline: values['progress-deadline'],
        onFailure: values['on-failure'],
        keepPrevious: values['keep-previous'] ?? preset.keepPrevious,
        ...(pauseAfter !== undefined && { pauseAfter, pauseExpiry: values['pause-expiry'] }),
        suspend: values.suspend,
        ...(values['accept-weights'] && { acceptsWeights: true }),
        pollInterval: values['poll-interval'],
    };
}
/** Whether a step says anything of how machines are replaced; nothing is said by what repeats a default. */
function saysHow(values) {
    return Object.entries(planInputs).some(([name, field]) => (0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isGiven */ .qR)(field, values[name]));
}
/**
 * The two groups of a deployment between two groups, in any order, and the rule that shares requests out; undefined where
 * the ledger has to tell.
 */
function pairOf({ strategy, group, ...values }) {
    const { 'other-group': other, 'listener-rule': rule } = values;
    if (strategy !== 'two-group' || other === undefined || rule === undefined)
        return undefined;
    return { groups: [group, other], rule };
}
function gateOf(values) {
    const timeout = values['gate-timeout'];
    const command = values['gate-command'];
    const path = values['gate-path'];
    if (command !== undefined)
        return { kind: 'command', command, timeout };
    if (path !== undefined)
        return { kind: 'path', path, port: values['gate-port'], timeout };
    return { kind: 'none' };
}
/** Rules: a machine has time to boot, and to become ready. */
const deadlineOutlasts = ['min-ready', 'boot-allowance'].map((input) => (values) => {
    const { 'progress-deadline': deadline, [input]: time } = values;
    if (deadline === undefined || time === undefined || deadline > time)
        return undefined;
    return {
        input: 'progress-deadline',
        found: `${deadline / 1000}s`,
        allowed: `more than ${input} (${time / 1000}s)`,
        remedy: `Give machines more time, or shorten ${input}.`,
    };
});
/**
 * A rule: two groups need two names, and what shares requests out between them. What goes on with a rollout, or takes it back,
 * finds them in the ledger.
 */
const pairIsWhole = (values) => {
    if (values.strategy !== 'two-group')
        return undefined;
    const { command = 'deploy' } = values;
    const needed = command === 'deploy' ? ['other-group', 'listener-rule'] : [];
    const missing = needed.find((name) => values[name] === undefined);
    const isSame = values.group !== undefined && values['other-group'] === values.group;
    if (missing === undefined && !isSame)
        return undefined;
    const found = missing === undefined ? `"${values.group}", as in "group"` : 'nothing';
    return {
        input: missing ?? 'other-group',
        found: `${found}, with strategy: two-group`,
        allowed: 'two groups, and the ARN of the listener rule that forwards to the target groups of both',
        remedy: 'Give "group", "other-group" and "listener-rule".',
    };
};
/** A rule: a machine that gets another root volume serves nobody meanwhile. */
const someMayRest = (values) => {
    const amount = values['max-unavailable'];
    const isNone = amount !== undefined && (0,_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isZero */ .be)(amount);
    if (values.strategy !== 'replace-root-volume' || !isNone)
        return undefined;
    return {
        input: 'max-unavailable',
        found: '0, with strategy: replace-root-volume',
        allowed: 'at least one machine, for each is out of service while its root volume is replaced',
        remedy: 'Write max-unavailable: 1, or strategy: rolling, which has others serve meanwhile.',
    };
};
/** A rule: one gate at most. */
const oneGate = (values) => {
    if (values['gate-command'] === undefined || values['gate-path'] === undefined)
        return undefined;
    return {
        input: 'gate-path',
        found: values['gate-path'],
        allowed: 'either gate-command or gate-path',
        remedy: 'Leave one out, or ask the path from your command.',
    };
};
/** A rule: the wave to pause after has another one after it, for else nobody would ever be asked. */
const pauseIsReached = (values) => {
    const { 'pause-after': pauseAfter, strategy = 'rolling' } = values;
    const { length } = values.waves ?? presets[strategy].waves;
    if (pauseAfter === undefined || pauseAfter < length || (0,_rollout_heart_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefresh */ .y)(strategy))
        return undefined;
    return {
        input: 'pause-after',
        found: `${pauseAfter}, with ${length} ${length === 1 ? 'wave' : 'waves'}`,
        allowed: 'the number of a wave that others follow; the first is 1',
        remedy: 'Write a smaller number, or give more waves, for example waves: 1, 100%, and pause-after: 1.',
    };
};
/** What says something only beside others, one of which is enough. */
const details = [
    ['gate-port', ['gate-path']],
    ['gate-timeout', ['gate-command', 'gate-path']],
    ['accept-alarms', ['alarms', 'alarm-tags']],
    ['pause-expiry', ['pause-after']],
];
/** Rules: what would be ignored is not given. */
const detailsHaveOwners = details.map(([input, owners]) => (values) => {
    if (!(0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isGiven */ .qR)(planInputs[input], values[input]))
        return undefined;
    // A refused one was given, too: to ask for it as well would mislead.
    if (owners.some((owner) => !(owner in values) || values[owner] !== undefined))
        return undefined;
    const names = owners.map((owner) => `"${owner}"`).join(' or ');
    return {
        input,
        found: `a value, without ${names}`,
        allowed: `${planInputs[input].default}, or any value beside ${names}, which it says more about`,
        remedy: `Give ${names}, or leave it out.`,
    };
});
/** A rule: what is kept comes back beside what serves, on the way back and by an undo, for which the maximum is raised. */
const keptMayReturn = (values) => {
    const { strategy = 'rolling', 'raise-max': raiseMax, 'keep-previous': keep = presets[strategy].keepPrevious, } = values;
    if (raiseMax !== false || keep === 0 || strategy === 'two-group' || (0,_rollout_heart_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefresh */ .y)(strategy))
        return undefined;
    const keeps = values['keep-previous'] === undefined ? `strategy: ${strategy}, which keeps` : 'keep-previous, which keeps';
    return {
        input: 'raise-max',
        found: `false, with ${keeps} replaced machines`,
        allowed: 'true while any are kept, for they come back beside those that serve',
        remedy: 'Write keep-previous: 0s, or let the maximum be raised for that moment.',
    };
};
/** A rule: something may be there beside the others, or missing. */
const someMayMove = (values) => {
    const { 'max-surge': surge, 'max-unavailable': unavailable } = values;
    if (!surge || !unavailable || !(0,_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isZero */ .be)(surge) || !(0,_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isZero */ .be)(unavailable))
        return undefined;
    return {
        input: 'max-surge',
        found: '0, with max-unavailable: 0',
        allowed: 'at least one machine in one of the two, for else none could be replaced',
        remedy: 'Write max-unavailable: 1 to replace machines in place, or leave max-surge out.',
    };
};
/**
 * `1, 10%, 50%, 100%`: how many machines run the new image after each wave, each more than the one before. What share so many
 * machines are, only the group's size tells.
 */
function waves(value) {
    const amounts = value.split(',').map((part) => (0,_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj)(part.trim()));
    const last = amounts.at(-1);
    const remedy = 'Write for example 1, 10%, 50%, 100%.';
    if (!last || !('percent' in last) || last.percent !== 100)
        throw new _platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_('a list that ends with 100%', remedy);
    const shares = amounts.flatMap((one) => ('percent' in one ? one.percent : []));
    const counts = amounts.flatMap((one) => ('machines' in one ? one.machines : []));
    if ([shares, counts].every(isRising))
        return amounts;
    throw new _platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_('a list in which each wave is larger than the one before, and the first not 0', remedy);
}
function isRising(amounts) {
    return amounts.every((one, at) => one > (amounts[at - 1] ?? 0));
}
/**
 * A length of time that is not nothing, and not too long: a run that looks too rarely gives no sign of life in time, and no
 * script runs for longer than two days (Systems Manager, AWS-RunShellScript).
 */
function upTo(words, longest, example) {
    return (value) => {
        const milliseconds = (0,_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .millisecondsIn */ .CI)(value);
        if (milliseconds > 0 && milliseconds <= longest)
            return milliseconds;
        throw new _platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`a number with a unit (s, m or h), from 1s to ${words}`, `Write for example ${example}.`);
    };
}
/** How long a pause may wait: long enough for somebody to see it. */
function pauseExpiry(value) {
    const milliseconds = (0,_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(value);
    if (milliseconds >= 60_000)
        return milliseconds;
    throw new _platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_('from 1m to 576h (24 days)', 'Write for example 24h.');
}
/** The ARN of a rule of an Application Load Balancer's listener (ELBv2 API, Rule). */
function listenerRule(value) {
    if (/^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\d{12}:listener-rule\/app(\/[\w-]+){4}$/.test(value))
        return value;
    throw new _platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_('the ARN of a listener rule of an Application Load Balancer', 'Look it up with "aws elbv2 describe-rules"; it has listener-rule/app in it.');
}
/** It stands in the ledger with everything else, in 4 KB (SSM API, PutParameter). */
function command(value) {
    if (value.length <= 1000)
        return (0,_platform_input_types_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(value);
    throw new _platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_('up to 1000 characters', 'Put a longer script on the image, and call it here.');
}
function path(value) {
    if (/^\/[\x21-\x7e]{0,255}$/.test(value))
        return value;
    throw new _platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_('a path: a slash, then up to 255 printable characters', 'Write for example /health.');
}
/** Auto Scaling user guide, "Suspend and resume processes": those that a rollout can do without. */
const restable = ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'ReplaceUnhealthy', 'InstanceRefresh'];
function processes(value) {
    const names = value.split(/[\s,]+/).filter((name) => name !== '' && name !== 'none');
    if (names.every((name) => restable.includes(name)))
        return names;
    throw new _platform_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_(`none, or some of ${restable.join(', ')}`, 'Launch, Terminate, HealthCheck and AddToLoadBalancer are what a rollout lives by.');
}


/***/ }),

/***/ 2305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qw: () => (/* binding */ groupsOfTheirOwn),
  QL: () => (/* binding */ rolling_deploy_inputs_inputs),
  Jj: () => (/* binding */ readDeployInputs),
  vz: () => (/* binding */ sourceOf)
});

// EXTERNAL MODULE: ./build/bundle/src/platform/identity-token.js
var identity_token = __webpack_require__(8886);
// EXTERNAL MODULE: ./build/bundle/src/platform/input-types.js
var input_types = __webpack_require__(8534);
// EXTERNAL MODULE: ./build/bundle/src/platform/inputs.js
var inputs = __webpack_require__(2633);
// EXTERNAL MODULE: ./build/bundle/src/platform/region-known.js
var region_known = __webpack_require__(9506);
// EXTERNAL MODULE: ./build/bundle/src/actions/plan-inputs.js
var plan_inputs = __webpack_require__(3423);
;// CONCATENATED MODULE: ./build/bundle/src/actions/command-inputs.js


/** What a step can be told to do. */
const commands = ['deploy', 'resume', 'abort', 'undo', 'repair', 'history'];
/** These name two groups, and so the ledger that every command looks into. */
const namesOfPair = ['strategy', 'other-group', 'listener-rule'];
const ofPlan = Object.keys(plan_inputs/* planInputs */.Zp).filter((input) => !namesOfPair.includes(input));
/** The commands that have a use for an input; one that is not named here is of use to all of them. */
const takers = {
    ...Object.fromEntries(ofPlan.map((input) => [input, ['deploy', 'undo']])),
    'image-id': ['deploy'],
    'image-tags': ['deploy'],
    'image-from': ['deploy'],
    'dry-run': ['deploy'],
    'release-command': ['deploy'],
    force: ['deploy'],
    expedite: ['deploy', 'resume', 'undo'],
};
/** Why a command has no use for such inputs. */
const reasons = {
    deploy: '',
    resume: 'it goes on with the image and the plan that the ledger holds',
    abort: 'it takes back what the ledger holds as unfinished',
    undo: 'it goes back to what the ledger knows to have been healthy, and runs no release command',
    repair: 'it ends what the ledger holds as unfinished',
    history: 'it only reads the ledger',
};
/** A rule: what a command would ignore is not given. It names all such inputs at once. */
function inputsFitCommand(fields) {
    return (values) => {
        const command = values['command'];
        if (command === undefined)
            return undefined;
        const strategy = values['strategy'];
        const ignored = Object.entries(fields).flatMap(([input, field]) => {
            const isPlan = input === 'strategy' && strategy !== 'two-group';
            const isTaken = (isPlan ? takers['waves'] : takers[input])?.includes(command) ?? true;
            return !isTaken && (0,inputs/* isGiven */.qR)(field, values[input]) ? [input] : [];
        });
        const [first] = ignored;
        if (first === undefined)
            return undefined;
        const names = ignored.map((input) => `"${input}"`).join(', ');
        return {
            input: first,
            found: `${names} with command: ${command}`,
            allowed: `nothing for ${ignored.length === 1 ? 'it' : 'them'} with this command: ${reasons[command]}`,
            remedy: `Leave ${ignored.length === 1 ? 'it' : 'them'} out, or write command: deploy.`,
        };
    };
}

// EXTERNAL MODULE: ./build/bundle/src/actions/strategy-inputs.js
var strategy_inputs = __webpack_require__(617);
;// CONCATENATED MODULE: ./build/bundle/src/actions/rolling-deploy-inputs.js







/** The inputs, as action.yml names them. */
const rolling_deploy_inputs_inputs = {
    command: (0,inputs/* withDefault */.IQ)('deploy', (0,input_types/* oneOf */.yL)(...commands)),
    group: (0,inputs/* required */.mw)(input_types/* groupName */.hv),
    'more-groups': (0,inputs/* optional */.lq)(input_types/* groupNames */.S0),
    'image-id': (0,inputs/* optional */.lq)(input_types/* imageName */.tO),
    'image-tags': (0,inputs/* optional */.lq)(input_types/* pairs */.AS),
    'image-from': (0,inputs/* optional */.lq)(input_types/* groupName */.hv),
    'dry-run': (0,inputs/* withDefault */.IQ)('false', input_types/* flag */.Jt),
    force: (0,inputs/* withDefault */.IQ)('false', input_types/* flag */.Jt),
    expedite: (0,inputs/* withDefault */.IQ)('false', input_types/* flag */.Jt),
    ...plan_inputs/* planInputs */.Zp,
    region: (0,inputs/* optional */.lq)(input_types/* region */.Ny),
    role: (0,inputs/* optional */.lq)(input_types/* roleArn */.w3),
    'github-token': (0,inputs/* secret */.rJ)((0,inputs/* optional */.lq)(input_types/* text */.Qq)),
};
/** A rule: only a deployment needs an image, and exactly one. */
const imageForDeploy = (values) => values.command === 'deploy' ? (0,inputs/* exactlyOneOf */.Og)('image-id', 'image-tags', 'image-from')(values) : undefined;
/** A rule: several groups go by one group's own plan. */
const groupsOfTheirOwn = ({ 'more-groups': more = [], 'dry-run': isDry, strategy, group, }) => {
    const isTwice = new Set([group, ...more]).size <= more.length;
    if (more.length === 0 || (!isDry && !isTwice && strategy !== 'two-group'))
        return undefined;
    return {
        input: 'more-groups',
        found: `${more.length} with "${group}"${isDry ? ', and dry-run' : ''}`,
        allowed: 'each group once, without dry-run, and with a strategy of one group',
        remedy: 'Plan each group by itself; give two groups of one service as group and other-group.',
    };
};
/** @throws {InputFailure} naming all that is wrong at once. */
function readDeployInputs(step) {
    return (0,inputs/* readInputs */.Ko)(rolling_deploy_inputs_inputs, step.inputs, [
        imageForDeploy,
        inputsFitCommand(rolling_deploy_inputs_inputs),
        groupsOfTheirOwn,
        ...strategy_inputs/* planRules */.Td,
        (0,region_known/* regionKnown */.C)(step.environment),
        (0,identity_token/* roleIsReachable */.w)(step.environment),
    ]);
}
/** What is to be deployed, in the one way in which it was said. */
function sourceOf(values) {
    const { 'image-id': imageId = '', 'image-tags': tags, 'image-from': fromGroup } = values;
    if (fromGroup !== undefined)
        return { fromGroup };
    if (tags !== undefined)
        return { tags };
    if (imageId === 'previous')
        return { previous: true };
    return imageId.startsWith('ssm:') ? { parameter: imageId.slice('ssm:'.length) } : { imageId };
}


/***/ }),

/***/ 4869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findGroups: () => (/* binding */ findGroups),
  rollingDeploy: () => (/* binding */ rollingDeploy),
  rollingDeployOf: () => (/* binding */ rollingDeployOf)
});

// EXTERNAL MODULE: ./build/bundle/src/platform/aws-failure.js
var aws_failure = __webpack_require__(5588);
// EXTERNAL MODULE: ./build/bundle/src/platform/aws-time.js
var aws_time = __webpack_require__(5657);
// EXTERNAL MODULE: ./build/bundle/src/platform/derived-step.js
var derived_step = __webpack_require__(4558);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/platform/retry.js
var retry = __webpack_require__(9288);
// EXTERNAL MODULE: ./build/bundle/src/rollout/telling/last-words.js
var last_words = __webpack_require__(4566);
;// CONCATENATED MODULE: ./build/bundle/src/actions/deployment-report.js


/** What the steps that follow are told, and the job summary. */
async function publish(step, deployment, end) {
    setOutputs(step, end);
    await step.summarize(deployment.summarize(end));
}
/** The same without a summary. */
function setOutputs(step, { outcome, imageId, previousImageId }) {
    step.output('outcome', outcome);
    step.output('image-id', imageId);
    step.output('previous-image-id', previousImageId);
}
/** Only a group that runs what was asked for is a success, or one that waits as it was told to. */
function report(step, { outcome, reason, lastWords }) {
    if (outcome === 'unproven')
        step.log.warning(reason, 'Unproven');
    else if (outcome === 'paused')
        step.log.notice(reason, 'Paused');
    else if (outcome === 'succeeded' || outcome === 'unchanged')
        step.log.info(reason);
    else if (outcome === 'interrupted')
        throw new failure/* Interruption */._n(reason);
    else
        throw failureOf(reason, lastWords);
}
function failureOf(reason, lastWords) {
    return new failure/* Failure */.HR([reason, ...(lastWords ? (0,last_words/* wordLines */.k)(lastWords) : [])].join('\n'));
}
/** Only a group that runs what it ran before is what an undo asked for. */
function reportUndo(step, end) {
    if (end.isNotUndone)
        throw failureOf(end.reason, end.lastWords);
    reportRepair(step, end);
}
/** A group that is whole again is what was asked for. What was left to a person before is no failure of this run, but it is told. */
function reportRepair(step, { outcome, reason, endedBefore, isNotUndone, lastWords }) {
    if (outcome === 'interrupted')
        throw new failure/* Interruption */._n(reason);
    if (isNotUndone)
        step.log.warning(reason, 'Not undone');
    else if (outcome !== 'needs-attention')
        step.log.info(reason);
    else if (endedBefore)
        step.log.warning(reason, 'Needs attention');
    else
        throw failureOf(reason, lastWords);
}

// EXTERNAL MODULE: ./build/bundle/src/platform/markdown.js
var markdown = __webpack_require__(6225);
;// CONCATENATED MODULE: ./build/bundle/src/actions/dry-run.js


/**
 * Tells what a rollout would do, in the log, in the job summary and as JSON, and changes nothing.
 * @throws {Failure} with what the rollout would refuse.
 */
async function tellPlan(step, settings) {
    const { dryRun } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(8826), __webpack_require__.e(1683), __webpack_require__.e(944), __webpack_require__.e(4012), __webpack_require__.e(1720), __webpack_require__.e(122), __webpack_require__.e(421), __webpack_require__.e(8911)]).then(__webpack_require__.bind(__webpack_require__, 8911));
    const { forecast } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(6719), __webpack_require__.e(8826), __webpack_require__.e(1683), __webpack_require__.e(944), __webpack_require__.e(4012), __webpack_require__.e(1549), __webpack_require__.e(2838), __webpack_require__.e(5814), __webpack_require__.e(1720), __webpack_require__.e(122), __webpack_require__.e(421), __webpack_require__.e(6502), __webpack_require__.e(7659), __webpack_require__.e(7106)]).then(__webpack_require__.bind(__webpack_require__, 7106));
    const { planLines, planPage } = await __webpack_require__.e(/* import() */ 3532).then(__webpack_require__.bind(__webpack_require__, 3532));
    const found = await dryRun({ ...settings, clock: step.clock });
    if (found.kind === 'ended') {
        const { outcome, imageId, previousImageId, reason } = found.end;
        tellImages(step, previousImageId, imageId);
        step.output('outcome', outcome);
        step.log.info(reason);
        await step.summarize(settings.deployment.summarize(found.end));
        return;
    }
    if (found.kind === 'pointed') {
        tellImages(step, found.imageId, found.imageId);
        step.log.info(found.told);
        await step.summarize(`### ${(0,markdown/* literally */.D)(settings.group)}\n\n${(0,markdown/* literally */.D)(found.told)}\n`);
        return;
    }
    const { portrait, plan, headline } = found;
    const foreseen = await forecast(portrait, plan, headline.to);
    for (const line of planLines(foreseen, headline))
        step.log.info(line);
    for (const { outcome, times, reason } of foreseen.outcomes) {
        if (reason === undefined)
            continue;
        step.log.warning(`${reason} (${times} of ${foreseen.rehearsals} rehearsals)`, `Rehearsed: ${outcome}`);
    }
    tellImages(step, headline.from, headline.to);
    step.output('plan', JSON.stringify({ from: headline.from, to: headline.to, ...foreseen }));
    await step.summarize(planPage(foreseen, headline));
}
function tellImages(step, from, to) {
    step.output('image-id', to);
    step.output('previous-image-id', from);
}
/** Rehearses a rollout that is about to begin. One that cannot be rehearsed begins all the same, without a prediction. */
function predictor(step, aws) {
    return async (plan, serving, idle) => {
        try {
            const { predict } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(6719), __webpack_require__.e(8826), __webpack_require__.e(1683), __webpack_require__.e(944), __webpack_require__.e(4012), __webpack_require__.e(1549), __webpack_require__.e(2838), __webpack_require__.e(5814), __webpack_require__.e(1720), __webpack_require__.e(122), __webpack_require__.e(421), __webpack_require__.e(6502), __webpack_require__.e(7659), __webpack_require__.e(7106), __webpack_require__.e(8703)]).then(__webpack_require__.bind(__webpack_require__, 8703));
            return await predict({ aws, clock: step.clock, plan }, serving, idle);
        }
        catch (error) {
            step.log.debug(`The rollout begins without a prediction: ${(0,failure/* messageOf */.bD)(error)}`);
            return undefined;
        }
    };
}

;// CONCATENATED MODULE: ./build/bundle/src/actions/groups-in-turn.js



/**
 * Carries a command out in one group after the other. A rollout goes no further than the first group that fails; whatever
 * makes groups whole again goes on.
 * @throws what the only group throws; of several a {Failure} that says what became of each, and what to do.
 */
async function inTurn(step, command, members, work) {
    const fates = [];
    for (const member of members) {
        const isOver = step.cancellation.aborted || (isRollout(command) && fates.some(({ error }) => error !== undefined));
        fates.push(isOver ? { group: member.group, isBegun: false } : await fateOf(member, fates[0]?.end, work));
    }
    const [only] = fates;
    if (fates.length > 1)
        return tellTogether(step, command, fates);
    if (only?.error !== undefined)
        throw only.error;
    if (only && !only.isBegun)
        throw new failure/* Failure */.HR(`Cancelled before anything was changed in "${only.group}".`);
}
function isRollout(command) {
    return command === 'deploy' || command === 'resume';
}
async function fateOf(member, first, work) {
    const { group } = member;
    let end;
    try {
        end = await work.carryOut(member, first);
        if (end)
            work.report(end);
        return { group, end, isBegun: true };
    }
    catch (error) {
        return { group, end, error, isBegun: true };
    }
}
async function tellTogether(step, command, fates) {
    if (command === 'history')
        return;
    const failed = fates.filter(({ error }) => error !== undefined);
    const each = fates.map((fate) => `"${fate.group}" ${outcomeOf(fate)}`).join(', ');
    const line = `Of ${fates.length} groups: ${each}.`;
    const next = isRollout(command) && failed.length > 0 ? wayBack(fates, command) : '';
    groups_in_turn_setOutputs(step, fates, failed[0]);
    step.log.info(line);
    for (const remark of leftBehind(command, fates))
        step.log.warning(remark, 'Not resumed');
    for (const { group, end, error } of failed) {
        if (!end)
            await step.summarize(section(`${group}: failed`, (0,aws_failure/* explain */.WE)(error)));
    }
    await step.summarize(section(`${fates.length} groups, one after the other`, `${line} ${next}`));
    for (const { error } of failed)
        if (error instanceof Error)
            step.log.debug(error.stack ?? '');
    if (failed.length === 0 && fates.every(({ isBegun }) => isBegun))
        return;
    const reasons = failed.map(({ group, end, error }) => (end ? (0,aws_failure/* explain */.WE)(error) : `${group}: ${(0,aws_failure/* explain */.WE)(error)}`));
    const message = [...reasons, `${line} ${next}`.trim()].join('\n');
    throw failed.some(({ error }) => error instanceof failure/* Interruption */._n) ? new failure/* Interruption */._n(message) : new failure/* Failure */.HR(message);
}
function outcomeOf({ end, error, isBegun }) {
    if (!isBegun)
        return 'not begun';
    return end?.outcome ?? (error === undefined ? 'nothing to do' : 'failed');
}
/** A run that was cut off may have begun in some of its groups only: there is nothing to resume in the others, and they run what they ran. */
function leftBehind(command, fates) {
    const ends = fates.flatMap(({ end }) => end ?? []);
    const images = [...new Set(ends.filter(({ outcome }) => outcome !== 'unchanged').map(({ imageId }) => imageId))];
    const others = fates.filter(({ end }) => end?.outcome === 'unchanged' && !images.includes(end.imageId));
    if (command !== 'resume' || images.length === 0)
        return [];
    return others.map(({ group, end }) => `There was nothing to resume in "${group}", whose last release was ${end?.imageId || 'none'}, not ${images.join(' or ')}. If that is to run there, deploy it.`);
}
/** The one command that takes back what the failure of one group has left in the others. What was not resumed is paused still. */
function wayBack(fates, command) {
    const stands = ['succeeded', 'unproven', 'paused', ...(command === 'resume' ? ['unchanged', 'not begun'] : [])];
    const moved = fates.filter((fate) => stands.includes(outcomeOf(fate)));
    const [first] = moved;
    if (!first)
        return '';
    const names = moved.map(({ group }) => `"${group}"`).join(' and ');
    return `To take ${names} back as well: "command: undo" with "group: ${first.group}". It undoes all groups of this release.`;
}
/** Of several groups: the first failure counts, else what they have in common. */
function groups_in_turn_setOutputs(step, fates, failed) {
    const ends = fates.flatMap(({ end }) => end ?? []);
    const outcomes = ends.map(({ outcome }) => outcome);
    const common = ['needs-attention', 'paused', 'unproven', 'succeeded'].find((outcome) => outcomes.includes(outcome));
    const [first] = ends;
    step.output('outcome', (failed ? failed.end?.outcome : (common ?? outcomes[0] ?? 'unchanged')) ?? '');
    step.output('image-id', first?.imageId ?? '');
    step.output('previous-image-id', first?.previousImageId ?? '');
    const told = fates.map(({ group, end, ...fate }) => ({
        ...{ group, outcome: outcomeOf({ group, end, ...fate }) },
        ...(end && { imageId: end.imageId, previousImageId: end.previousImageId }),
    }));
    step.output('groups', JSON.stringify(told));
}
function section(title, text) {
    return `### ${(0,markdown/* literally */.D)(title)}\n\n${(0,markdown/* literally */.D)(text.trim())}\n\n`;
}

;// CONCATENATED MODULE: ./build/bundle/src/actions/left-for-post.js
const state = 'left';
/**
 * The groups that main leaves for post so far. It remembers them itself, for only post is given what a step has saved (GitHub
 * Actions documentation, "Sending values to the pre and post actions").
 */
class LeftForPost {
    #step;
    #left = new Map();
    constructor(step) {
        this.#step = step;
    }
    /** The last word on a group counts. */
    leave(left) {
        this.#left.set(left.group, left);
        this.#save();
    }
    /** Once a group is at its end, nothing is left to do for post. */
    forget(group) {
        if (this.#left.delete(group))
            this.#save();
    }
    #save() {
        this.#step.saveState(state, JSON.stringify([...this.#left.values()]));
    }
}
/** What main has left, as its post reads it. */
function leftBy(step) {
    return JSON.parse(step.state(state) || '[]');
}

// EXTERNAL MODULE: ./build/bundle/src/actions/plan-inputs.js
var plan_inputs = __webpack_require__(3423);
;// CONCATENATED MODULE: ./build/bundle/src/actions/open-deployment.js



/** With `attach`, which holds back changes, nothing is predicted on the way: that is what all of it is for. */
async function openDeployment(step, values, { attach, together } = {}) {
    const { connectFrom } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(6719), __webpack_require__.e(8826), __webpack_require__.e(1683), __webpack_require__.e(944), __webpack_require__.e(4012), __webpack_require__.e(1549), __webpack_require__.e(2838), __webpack_require__.e(8241)]).then(__webpack_require__.bind(__webpack_require__, 622));
    const { Fence } = await __webpack_require__.e(/* import() */ 8275).then(__webpack_require__.bind(__webpack_require__, 8275));
    const { Deployment } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(8826), __webpack_require__.e(1683), __webpack_require__.e(944), __webpack_require__.e(4012), __webpack_require__.e(1720), __webpack_require__.e(122), __webpack_require__.e(421), __webpack_require__.e(6502), __webpack_require__.e(7659)]).then(__webpack_require__.bind(__webpack_require__, 7659));
    const { lease } = await __webpack_require__.e(/* import() */ 3240).then(__webpack_require__.bind(__webpack_require__, 3240));
    const { Ledger } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1683), __webpack_require__.e(944), __webpack_require__.e(1720)]).then(__webpack_require__.bind(__webpack_require__, 1720));
    const fence = new Fence(step.clock, lease.lasts / 2);
    const aws = connectFrom(step, values.region, { role: values.role, fence, attach });
    // Before anything remembers a time.
    if (step.clock instanceof aws_time/* AwsTime */.$)
        await step.clock.learn(() => new Ledger(aws, values.group).follow(1));
    const plan = { ...(0,plan_inputs/* planOf */.XC)(values), ...(values.expedite && { soak: 0 }) };
    const named = (0,plan_inputs/* pairOf */.cF)(values);
    const pair = named && { pair: named };
    const deployment = new Deployment({
        ...pair,
        ...{ step, aws, fence, plan, group: values.group, force: values.force, expedite: values.expedite },
        hasOwnPlan: (0,plan_inputs/* saysHow */.dS)(values),
        alarms: { tags: values['alarm-tags'] ?? {}, acceptsAlarm: values['accept-alarms'] },
        ...(!attach && { predict: predictor(step, aws) }),
        ...(together && { together }),
        hasEnded: endOf(step, values['github-token']),
    });
    return { deployment, aws, plan, ...pair };
}
/** Whether an earlier process is over, by what GitHub says of its run where this one's own cannot tell. */
function endOf({ workflow, environment, log }, token) {
    return async (earlier) => {
        const [{ hasEnded }, { httpGet: get }] = await Promise.all([
            __webpack_require__.e(/* import() */ 517).then(__webpack_require__.bind(__webpack_require__, 517)),
            Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4168)),
        ]);
        return hasEnded(earlier, workflow, { token, apiUrl: workflow.apiUrl, get, environment, tell: log.info });
    };
}

// EXTERNAL MODULE: ./build/bundle/src/actions/rolling-deploy-inputs.js + 1 modules
var rolling_deploy_inputs = __webpack_require__(2305);
;// CONCATENATED MODULE: ./build/bundle/src/actions/rolling-deploy.js











/** Rolls an image out to one Auto Scaling group after the other, and leaves each whole when the job is cancelled. */
function rollingDeployOf(open) {
    return {
        async main(given) {
            const step = onAwsTime(given);
            const values = (0,rolling_deploy_inputs/* readDeployInputs */.Jj)(step);
            if (values['dry-run'])
                return plan(step, values, open);
            const { command } = values;
            const members = await membersOf(step, values, open);
            if (command === 'deploy')
                await refuseEarly(step, values, members, open);
            const left = new LeftForPost(step);
            await inTurn(step, command, members, {
                carryOut: async ({ group, together }, first) => {
                    const own = { ...values, group };
                    const { deployment } = await open(step, own, { together });
                    return carryOut(step, own, { deployment, source: sourceAfter(values, first), left });
                },
                report: (end) => reporterOf(command)(step, end),
            });
        },
        async post(given) {
            const step = onAwsTime(given);
            const left = leftBy(step);
            if (left.length === 0)
                return;
            const values = (0,rolling_deploy_inputs/* readDeployInputs */.Jj)(step);
            const problems = [];
            for (const one of left) {
                const cleaning = open(step, { ...values, group: one.group }).then(({ deployment }) => cleanUp(step, deployment, one));
                await cleaning.catch((error) => problems.push((0,aws_failure/* briefly */.m_)(error)));
            }
            if (problems.length > 0)
                throw new failure/* Failure */.HR(problems.join('\n'));
        },
    };
}
const rollingDeploy = rollingDeployOf(openDeployment);
/** Looks whether the groups that a step rolls out to are there. @throws {Failure} that names the first one that is not. */
async function findGroups(step) {
    const values = (0,rolling_deploy_inputs/* readDeployInputs */.Jj)(step);
    const { group, 'more-groups': more = [], 'other-group': other = [] } = values;
    for (const name of [group, ...more].concat(other)) {
        const { deployment } = await openDeployment(step, { ...values, group: name });
        await deployment.requireGroup();
    }
}
function reporterOf(command) {
    if (command === 'undo')
        return reportUndo;
    return command === 'deploy' || command === 'resume' ? report : reportRepair;
}
/** The same step, with a clock that goes by AWS's time from the first answer on: whatever is opened in it shares that. */
function onAwsTime(step) {
    return (0,derived_step/* deriveStep */.s)(step, { inputs: {}, clock: new aws_time/* AwsTime */.$(step) });
}
/** What stands after the clean-up is told once more where main was cut off. @throws {Failure} when something still stands. */
async function cleanUp(step, deployment, { number, startedAt, end }) {
    let done;
    try {
        done = await deployment.cleanUp(number, { because: end?.because, startedAt });
    }
    catch (error) {
        if (end)
            await step.summarize(deployment.summarize({ ...end, reason: `${end.reason} ${(0,aws_failure/* briefly */.m_)(error)}` }));
        else
            await step.summarize(`${(0,aws_failure/* briefly */.m_)(error)}\n`);
        throw error;
    }
    const stands = done?.end ?? end;
    if (!stands)
        return;
    await publish(step, deployment, stands);
    if (done?.isClean === false)
        throw new failure/* Failure */.HR(stands.reason);
    if (stands.outcome === 'needs-attention')
        step.log.warning(stands.reason, 'Needs attention');
    else
        step.log.info(stands.reason);
}
async function carryOut(step, values, { deployment, source, left }) {
    const { command, group } = values;
    if (command === 'history')
        return tellHistory(step, values, deployment);
    const startedAt = step.clock.now();
    let number;
    const keep = (claimed) => {
        number = claimed;
        left.leave({ group, number, startedAt });
    };
    const work = command === 'deploy' ? deployment.run(source, keep) : deployment[command](keep);
    const end = await work.catch((error) => rolling_deploy_endOf(step, deployment, { group, number, error, startedAt }));
    if (end?.outcome === 'interrupted') {
        // Steps that follow are told now; the job summary when it is known what stands.
        setOutputs(step, end);
        if (number !== undefined)
            left.leave({ group, number, startedAt, end });
        return end;
    }
    if (end)
        await publish(step, deployment, end);
    else
        setOutputs(step, { outcome: 'unchanged', imageId: '', previousImageId: '' });
    left.forget(group);
    return end;
}
/** How a run ended that cannot go on. @throws what it has thrown, where it had begun nothing or was at its end. */
async function rolling_deploy_endOf(step, deployment, { group, number, error, startedAt }) {
    // What is cut off while AWS answers is not tried again: then that answer is what was thrown.
    const isCutShort = step.cancellation.aborted && (0,retry/* failureKind */.zU)(error) !== 'refused';
    const isCancelled = error.name === 'Cancelled' || isCutShort;
    if (number === undefined && isCancelled)
        throw new failure/* Failure */.HR(`Cancelled before anything was changed in "${group}".`);
    const end = number === undefined ? undefined : await deployment.cutOff(number, error, startedAt);
    // Whether the claim was written, only post can find out.
    if (!end && isCancelled)
        throw new failure/* Failure */.HR(`Cancelled while "${group}" was being claimed; the step's clean-up looks at what has come of that.`);
    if (!end)
        throw error;
    const stack = error.stack ?? '';
    if ((0,aws_failure/* isExpected */.Dn)(error))
        step.log.debug(stack);
    else
        step.log.info(stack);
    return end;
}
/** The groups in their order. Which of them belong together, and to what, the ledgers know. */
async function membersOf(step, values, open) {
    const { command, group: first, 'more-groups': more = [] } = values;
    const groups = [first, ...more];
    const read = async (group) => (await open(step, { ...values, group })).deployment.releases();
    if (command === 'undo')
        return membersToUndo(step, groups, read);
    if (more.length === 0)
        return [{ group: first }];
    const { newTogether, togetherBefore } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(8826), __webpack_require__.e(1683), __webpack_require__.e(944), __webpack_require__.e(1720), __webpack_require__.e(122), __webpack_require__.e(6502), __webpack_require__.e(8570)]).then(__webpack_require__.bind(__webpack_require__, 8570));
    const ledgers = command === 'deploy' ? await Promise.all(groups.map(read)) : [];
    const own = newTogether(groups, ledgers, step.workflow);
    // What ran before is each group's own, so it is no image that they have in common.
    const isOneImage = !('previous' in (0,rolling_deploy_inputs/* sourceOf */.vz)(values));
    const before = (imageId) => togetherBefore(groups, ledgers, step.workflow, imageId);
    const together = (imageId) => (isOneImage ? before(imageId) : undefined) ?? own;
    return groups.map((group) => ({ group, together }));
}
/**
 * An undo finds out by the ledger which groups were rolled out with those that are named, and keeps that in its own releases.
 */
async function membersToUndo(step, groups, read) {
    const histories = new Map();
    const historyOf = (group) => {
        const history = histories.get(group) ?? read(group);
        histories.set(group, history);
        return history;
    };
    const { undoneWith } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(1593), __webpack_require__.e(8826), __webpack_require__.e(1683), __webpack_require__.e(944), __webpack_require__.e(1720), __webpack_require__.e(122), __webpack_require__.e(6502), __webpack_require__.e(8570)]).then(__webpack_require__.bind(__webpack_require__, 8570));
    const members = new Map();
    for (const named of groups) {
        const undone = await undoneWith(named, historyOf, step.workflow);
        if (!undone) {
            members.set(named, { group: named });
            continue;
        }
        const { together } = undone;
        const others = together.groups.filter((group) => !undone.groups.includes(group));
        const rest = others.length > 0 ? `; not ${others.join(', ')}: left as before by it, or moved on since` : '';
        step.log.info(`What run ${together.name} rolled out together is undone as one: ${undone.groups.join(', ')}${rest}`);
        for (const group of undone.groups)
            if (!members.has(group))
                members.set(group, { group, together: () => together });
    }
    return [...members.values()];
}
/** What a rollout would refuse in a later group, it refuses before it begins in the first one. */
async function refuseEarly(step, values, members, open) {
    for (const { group, together } of members.slice(1)) {
        const { ChangeGuard } = await __webpack_require__.e(/* import() */ 1504).then(__webpack_require__.bind(__webpack_require__, 1504));
        const { silent } = await __webpack_require__.e(/* import() */ 632).then(__webpack_require__.bind(__webpack_require__, 632));
        const guard = new ChangeGuard();
        const quiet = (0,derived_step/* deriveStep */.s)(step, { inputs: {}, log: silent });
        const { deployment } = await open(quiet, { ...values, group }, { attach: guard.attach, together });
        try {
            await deployment.run((0,rolling_deploy_inputs/* sourceOf */.vz)(values), () => undefined);
        }
        catch (error) {
            if (!guard.firstChange)
                throw error;
        }
    }
}
/** An image is looked up once for all groups; only what each of them ran before is its own. */
function sourceAfter(values, first) {
    const source = (0,rolling_deploy_inputs/* sourceOf */.vz)(values);
    return first && !('previous' in source) ? { imageId: first.imageId } : source;
}
/** Goes the way of a deployment as far as that changes nothing. */
async function plan(step, values, open) {
    const { ChangeGuard } = await __webpack_require__.e(/* import() */ 1504).then(__webpack_require__.bind(__webpack_require__, 1504));
    const guard = new ChangeGuard();
    const opened = await open(step, values, { attach: guard.attach });
    await tellPlan(step, { ...opened, guard, group: values.group, source: (0,rolling_deploy_inputs/* sourceOf */.vz)(values) });
}
async function tellHistory(step, { group, 'more-groups': more = [] }, deployment) {
    const { historyLines, historyTable } = await Promise.all(/* import() */[__webpack_require__.e(2085), __webpack_require__.e(8826), __webpack_require__.e(2162)]).then(__webpack_require__.bind(__webpack_require__, 2162));
    const releases = await deployment.releases();
    if (releases.length === 0)
        await deployment.requireGroup();
    if (more.length > 0)
        step.log.info(`Releases of "${group}":`);
    for (const line of historyLines(group, releases))
        step.log.info(line);
    await step.summarize(historyTable(group, releases));
}


/***/ }),

/***/ 617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Td: () => (/* binding */ planRules)
/* harmony export */ });
/* unused harmony exports treatments, strategyInputs */
/* harmony import */ var _platform_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2633);
/* harmony import */ var _rollout_heart_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4450);
/* harmony import */ var _plan_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3423);



const used = { kind: 'used' };
const as = (shape) => ({ kind: 'used', as: shape });
function refused(because, remedy, refuses = () => true) {
    return { kind: 'refused', because, remedy, refuses };
}
const oneGroup = refused('it replaces the machines of one group', 'Leave it out, or write strategy: two-group.');
/** The loop of our own: it uses whatever there is. */
const ownLoop = {
    'other-group': oneGroup,
    'listener-rule': oneGroup,
    waves: used,
    'max-surge': used,
    'max-unavailable': used,
    'raise-max': used,
    'min-ready': used,
    soak: used,
    'gate-command': used,
    'gate-path': used,
    'gate-port': used,
    'gate-timeout': used,
    'release-command': used,
    alarms: used,
    'alarm-tags': used,
    'accept-alarms': used,
    'boot-allowance': used,
    'progress-deadline': used,
    'on-failure': used,
    'keep-previous': used,
    'pause-after': used,
    'pause-expiry': used,
    suspend: used,
    'accept-weights': used,
    'poll-interval': used,
};
const twoGroup = {
    ...ownLoop,
    'other-group': used,
    'listener-rule': used,
    waves: as('shares of the requests, of a hundred'),
    'max-surge': refused('the idle group becomes as large as the serving one at once', 'Leave it out.'),
    'max-unavailable': refused('the serving group keeps all of its machines until requests have left it', 'Leave it out.'),
    'raise-max': refused('the idle group takes over the sizes of the serving one, its maximum too', 'Leave it out.'),
    soak: as('the time after each shift of requests'),
    'on-failure': as('`hold` keeps the weights as they are'),
    'keep-previous': as('the other group keeps its machines, in service and without requests'),
    suspend: refused('its processes stay as they are in both groups', 'Leave it out.', isSome),
    'accept-weights': refused('two groups are compared machine by machine', 'Leave it out, or write strategy: rolling.'),
};
const noPause = refused('AWS waits at a checkpoint for a time, not for a person', 'Give waves and a soak, or write strategy: canary.');
/** AWS's own engine: the plan in the words of its API (Auto Scaling API, RefreshPreferences). */
const refresh = {
    ...ownLoop,
    waves: as('`CheckpointPercentages`, a soak apart (`CheckpointDelay`)'),
    'max-surge': as('`MaxHealthyPercentage`, rounded up to a whole percent of the group'),
    'max-unavailable': as('`MinHealthyPercentage`, rounded up; less than one percent is refused'),
    'raise-max': refused('AWS decides by itself how to make room for the surge', 'Write max-surge: 0 and max-unavailable: 1.'),
    'min-ready': as('`InstanceWarmup`, in whole seconds'),
    soak: as('`CheckpointDelay` and `BakeTime` (48 hours at most)'),
    alarms: as('`AlarmSpecification` (10 at most), and watched by the step as well'),
    'progress-deadline': as('the same, and a `soak` longer for each checkpoint that AWS has reached, one at least'),
    'on-failure': refused('AWS takes back a refresh that fails (AutoRollback)', 'Leave it out, or write strategy: rolling.'),
    'keep-previous': refused('AWS terminates what it replaces', 'Leave it out, or write strategy: blue-green.', (value) => value !== 0),
    'pause-after': noPause,
    'pause-expiry': noPause,
    suspend: refused('AWS replaces no machine while its process InstanceRefresh rests', 'Leave InstanceRefresh out.', (value) => Array.isArray(value) && value.includes('InstanceRefresh')),
};
/** AWS would hold such a machine in a launch hook (Auto Scaling user guide, "Use lifecycle hooks with replace root volume"); we have not built that. */
const noGate = refused('a machine that stays is not held until it is asked, so far', 'Leave it out, and give alarms.');
/** The same engine, which leaves each machine where it is and exchanges its root volume. */
const rootVolume = {
    ...refresh,
    'max-surge': refused('each machine stays, and gets another root volume', 'Leave it out, and give max-unavailable.'),
    'raise-max': refused('no machine comes beside the others', 'Leave it out.'),
    'gate-command': noGate,
    'gate-path': noGate,
    'gate-port': noGate,
    'gate-timeout': noGate,
    'release-command': refused('no machine is there before others serve', 'Leave it out, or write strategy: rolling.'),
};
function isSome(value) {
    return Array.isArray(value) && value.length > 0;
}
/** What each strategy makes of each input. The table in docs/strategies.md is made of it. */
const treatments = {
    rolling: ownLoop,
    canary: ownLoop,
    'blue-green': ownLoop,
    'two-group': twoGroup,
    'instance-refresh': refresh,
    'replace-root-volume': rootVolume,
};
const strategyInputs = Object.keys(ownLoop);
/** A rule for each input: it is not given where the strategy has no use for it. */
const inputsFitStrategy = strategyInputs.map((input) => (values) => {
    const treatment = values.strategy && treatments[values.strategy][input];
    const isOfUse = treatment?.kind !== 'refused' || !(0,_platform_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .isGiven */ .qR)(_plan_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .planInputs */ .Zp[input], values[input]);
    if (isOfUse || !treatment.refuses(values[input]))
        return undefined;
    return {
        input,
        found: `a value, with strategy: ${values.strategy}`,
        allowed: `${_plan_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .planInputs */ .Zp[input].default || 'nothing'} for this strategy: ${treatment.because}`,
        remedy: treatment.remedy,
    };
});
/** Auto Scaling API, RefreshPreferences: "BakeTime" and "CheckpointDelay". Milliseconds. */
const longestRest = 172_800_000;
/** A rule: AWS waits as long as it is to. */
const soakFitsRefresh = ({ strategy, soak = 0 }) => {
    if (!strategy || !(0,_rollout_heart_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefresh */ .y)(strategy) || soak <= longestRest)
        return undefined;
    return {
        input: 'soak',
        found: `${soak / 1000}s, with strategy: ${strategy}`,
        allowed: 'up to 48h for this strategy: AWS waits no longer, at a checkpoint or at the end',
        remedy: 'Write soak: 48h or less, or strategy: rolling.',
    };
};
/** What must hold between the inputs of a plan. */
const planRules = [
    ..._plan_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .deadlineOutlasts */ .mq,
    _plan_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneGate */ .MZ,
    _plan_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .pairIsWhole */ .Uh,
    _plan_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .pauseIsReached */ .v1,
    soakFitsRefresh,
    _plan_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .someMayRest */ .Iv,
    ...inputsFitStrategy,
    ..._plan_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .detailsHaveOwners */ .Te,
    _plan_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .someMayMove */ .n4,
    _plan_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .keptMayReturn */ .A7,
];


/***/ }),

/***/ 5657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ AwsTime)
/* harmony export */ });
/** Milliseconds by which a clock may be off: what is compared with AWS's times allows for it. */
const toleratedSkew = 10_000;
/**
 * The runner's clock, set by what AWS answers. Much of what a rollout decides compares its own time with AWS's, and a machine of one's
 * own may be minutes off: the SDK signs its calls right all the same, so nothing else would show it. Every answer counts, for a
 * clock may be set in the middle of a run, and a machine may be resumed.
 */
class AwsTime {
    #clock;
    #log;
    #runner;
    /** Milliseconds to add to the runner's clock; undefined before the first answer. */
    #ahead;
    constructor({ clock, log, workflow }) {
        this.#clock = clock;
        this.#log = log;
        this.#runner = workflow.runnerName ? `runner "${workflow.runnerName}"` : 'this runner';
    }
    now() {
        return this.#clock.now() + (this.#ahead ?? 0);
    }
    sleep(milliseconds, signal) {
        return this.#clock.sleep(milliseconds, signal);
    }
    /** Makes a call of AWS, whichever, unless one was answered before: its answer sets the clock, even a refusal. */
    async learn(call) {
        if (this.#ahead === undefined)
            await call().catch(() => undefined);
    }
    /** Hears what time each attempt of each call is answered with. */
    hearing = (next) => async (args) => {
        const sentAt = this.#clock.now();
        try {
            const result = await next(args);
            this.#hear(result, sentAt);
            return result;
        }
        catch (error) {
            this.#hear({ response: error.$response }, sentAt);
            throw error;
        }
    };
    /** An answer was given between `sentAt` and now, in the second that it names: of all that fits, least is set. */
    #hear(result, sentAt) {
        const date = dateOf(result);
        if (date === undefined)
            return;
        const least = date - this.#clock.now();
        const most = date + 1000 - sentAt;
        const known = this.#ahead ?? 0;
        this.#ahead = known;
        const fits = known >= least - toleratedSkew && known <= most + toleratedSkew;
        // The clock was set back while the call was under way: the next one tells.
        if (fits || least > most)
            return;
        const nearest = Math.min(Math.max(0, least), most);
        this.#ahead = Math.abs(nearest) > toleratedSkew ? nearest : 0;
        this.#tell(this.#ahead);
    }
    #tell(ahead) {
        const off = `${Math.round(Math.abs(ahead) / 1000)} s ${ahead > 0 ? 'slow' : 'fast'}`;
        if (ahead === 0)
            this.#log.info(`The clock of ${this.#runner} was set meanwhile: it is right now.`);
        else
            this.#log.warning(`The clock of ${this.#runner} is ${off}, by the time that AWS answers with. This run goes by AWS's time. ` +
                'Set the clock, for example with chrony.', 'Clock');
    }
}
/** When an answer was given, to the second (RFC 9110, "Date"); undefined where nothing says it, as in a simulated world. */
function dateOf(result) {
    const { response } = result;
    const date = Date.parse(response?.headers?.['date'] ?? '');
    return Number.isNaN(date) ? undefined : date;
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


/***/ }),

/***/ 4450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ isRefresh)
/* harmony export */ });
/** Whether a strategy leaves the replacing of machines to AWS's own engine. */
function isRefresh(strategy) {
    return strategy === 'instance-refresh' || strategy === 'replace-root-volume';
}


/***/ }),

/***/ 4566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ wordLines),
/* harmony export */   s: () => (/* binding */ wordsInMarkdown)
/* harmony export */ });
/* harmony import */ var _platform_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6225);

/** For the log and the annotation. */
function wordLines({ of, lines }) {
    return [`${of} says last:`, ...lines.map((line) => `  | ${line}`)];
}
/** For the job summary. None of it can end the element. */
function wordsInMarkdown({ of, lines }) {
    return `${(0,_platform_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .literally */ .D)(of)} says last:\n\n<pre>\n${lines.map(_platform_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .literally */ .D).join('\n')}\n</pre>\n`;
}


/***/ })

};
