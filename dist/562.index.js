export const id = 562;
export const ids = [562];
export const modules = {

/***/ 3746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ reportOf)
/* harmony export */ });
/* harmony import */ var _machine_readable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2355);

/**
 * What Packer says before (a name) or after (an id) it makes a thing, in Packer 1.6 and in the amazon plugin 1.8 alike.
 * Nothing counts once a build has its instance: provisioners run from then on, and their scripts may print anything.
 */
const mentions = [
    ['imageName', /^Prevalidating AMI Name: (.+)$/],
    ['sourceImage', /^Found Image ID: (ami-[0-9a-f]+)$/],
    ['keyPair', /^Creating temporary keypair: (\S+)$/],
    ['securityGroup', /^Creating temporary security group for this instance: (\S+)$/],
    ['instance', /^Instance ID: (i-[0-9a-f]+)$/],
];
/** Reads a whole log, finished or cut off anywhere. */
function reportOf(log) {
    const images = new Map();
    const failures = new Set();
    const saidErrors = new Set();
    const traces = new Map();
    const imageHints = new Set();
    const texts = [];
    for (const raw of log.split('\n')) {
        const line = (0,_machine_readable_js__WEBPACK_IMPORTED_MODULE_0__/* .readPackerLine */ .J)(raw);
        if (line.kind === 'artifact')
            for (const image of (0,_machine_readable_js__WEBPACK_IMPORTED_MODULE_0__/* .imagesOf */ .I)(line.build, line.id))
                images.set(image.id, image);
        if (line.kind === 'failed')
            failures.add(`${line.build}: ${line.text.trim()}`);
        if (line.kind !== 'said')
            continue;
        texts.push(line.text);
        if (line.isError)
            saidErrors.add(line.text.trim());
        readMentions(line.text, traces, imageHints);
    }
    for (const { id } of images.values())
        imageHints.add(id);
    return {
        images: [...images.values()],
        errors: [...(failures.size > 0 ? failures : saidErrors)],
        text: texts.join('\n'),
        traces,
        imageHints: [...imageHints],
    };
}
/** A line of one build: `==> name: what`, or `    name: what` for a detail. */
function readMentions(text, traces, imageHints) {
    const match = /^(?:==>| {3}) ([^\s:]+): (.*)$/.exec(text);
    if (!match)
        return;
    const [build = '', said = ''] = match.slice(1);
    const known = traces.get(build) ?? {};
    traces.set(build, known);
    const image = /^AMI: (ami-[0-9a-f]+)$/.exec(said)?.[1];
    if (image)
        imageHints.add(image);
    if (known.instance !== undefined)
        return;
    for (const [name, words] of mentions) {
        const value = words.exec(said)?.[1];
        if (value)
            known[name] ??= value;
    }
    if (/^(Launching a source AWS instance|Requesting spot instance|Creating Spot Fleet)/.test(said))
        known.launching = true;
}


/***/ }),

/***/ 562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanUp: () => (/* binding */ cleanUp)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/bundle/src/platform/processes.js
var processes = __webpack_require__(6659);
// EXTERNAL MODULE: ./build/bundle/src/images/build-report.js
var build_report = __webpack_require__(3746);
;// CONCATENATED MODULE: ./build/bundle/src/images/evidence.js
/** Clocks of runner and AWS may differ by so much. */
const clockSkew = 120_000;
function evidenceOf({ startedAt }, { traces, imageHints }) {
    const all = (name) => [...traces.values()].flatMap((build) => build[name] ?? []);
    return {
        since: startedAt - clockSkew,
        keyPairs: all('keyPair'),
        securityGroups: all('securityGroup'),
        instances: all('instance'),
        imageNames: all('imageName'),
        imageHints,
    };
}
/**
 * Whether a machine may be left that nothing links to this bake: one was being launched with a key pair and a security
 * group of the user's own, and Packer was killed before it said its id.
 */
function isBlind({ traces }) {
    return [...traces.values()].some(({ launching, instance, keyPair, securityGroup }) => launching && !instance && !keyPair && !securityGroup);
}

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/TerminateInstancesCommand.js
var TerminateInstancesCommand = __webpack_require__(9646);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DeregisterImageCommand.js
var DeregisterImageCommand = __webpack_require__(9074);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteSnapshotCommand.js
var DeleteSnapshotCommand = __webpack_require__(2620);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteSecurityGroupCommand.js
var DeleteSecurityGroupCommand = __webpack_require__(3699);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteKeyPairCommand.js
var DeleteKeyPairCommand = __webpack_require__(1389);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/pagination/DescribeInstancesPaginator.js
var DescribeInstancesPaginator = __webpack_require__(3970);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/pagination/DescribeImagesPaginator.js
var DescribeImagesPaginator = __webpack_require__(7588);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/pagination/DescribeSnapshotsPaginator.js + 1 modules
var DescribeSnapshotsPaginator = __webpack_require__(9859);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/pagination/DescribeSecurityGroupsPaginator.js + 1 modules
var DescribeSecurityGroupsPaginator = __webpack_require__(6237);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeKeyPairsCommand.js
var DescribeKeyPairsCommand = __webpack_require__(3414);
// EXTERNAL MODULE: ./build/bundle/src/images/image-tags.js
var image_tags = __webpack_require__(7786);
;// CONCATENATED MODULE: ./build/bundle/src/images/leftovers.js


/**
 * What is left of one bake in one region. Everything is linked by AWS's own words (key name, group name, source
 * instance, source image, a snapshot's description) and is not older than the bake: the log only says where to look.
 * @param found is added to
 */
async function findLeftovers(ec2, evidence, found) {
    const instances = await findInstances(ec2, evidence);
    for (const { InstanceId } of instances)
        if (InstanceId)
            found.instances.add(InstanceId);
    const images = await findImages(ec2, evidence, found);
    for (const { ImageId } of images)
        if (ImageId)
            found.images.add(ImageId);
    const snapshots = await findSnapshots(ec2, evidence, found, images.flatMap(image_tags/* snapshotsOf */.X));
    return [
        ...instances.flatMap(instanceLeft),
        ...images.map(({ ImageId }) => leftover('image', ImageId)),
        ...snapshots.map((id) => leftover('snapshot', id)),
        ...(await findSecurityGroups(ec2, evidence)).map((id) => leftover('security group', id)),
        ...(await findKeyPairs(ec2, evidence)).map((id) => leftover('key pair', id)),
    ];
}
function leftover(kind, id) {
    return { kind, id: id ?? '' };
}
function instanceLeft({ InstanceId, State }) {
    if (State?.Name === 'terminated')
        return [];
    return [{ ...leftover('instance', InstanceId), leaving: State?.Name === 'shutting-down' }];
}
async function findInstances(ec2, evidence) {
    const filters = {
        'instance-id': evidence.instances,
        'key-name': evidence.keyPairs,
        'instance.group-name': evidence.securityGroups,
    };
    const byId = new Map();
    for (const [Name, values] of Object.entries(filters)) {
        if (values.length === 0)
            continue;
        const pages = (0,DescribeInstancesPaginator/* paginateDescribeInstances */.H)({ client: ec2 }, { Filters: [{ Name, Values: [...values] }] });
        for await (const { Reservations = [] } of pages) {
            for (const instance of Reservations.flatMap(({ Instances = [] }) => Instances))
                byId.set(instance.InstanceId, instance);
        }
    }
    return [...byId.values()].filter(({ LaunchTime }) => isSince(LaunchTime, evidence));
}
/** Images made from our instances, half-made ones too, and their copies (EC2 API, Image: SourceInstanceId, SourceImageId). */
async function findImages(ec2, evidence, found) {
    const named = ({ Name = '' }) => evidence.imageNames.length === 0 || evidence.imageNames.includes(Name);
    const made = await describeImages(ec2, 'source-instance-id', [...found.instances]);
    // Builders that register an image from snapshots name no source instance: what the log calls ours counts then.
    const hinted = (await describeImages(ec2, 'image-id', evidence.imageHints)).filter((image) => !image.SourceInstanceId && named(image));
    const roots = [...made, ...hinted].flatMap(({ ImageId }) => ImageId ?? []);
    const originals = [...new Set([...roots, ...found.images, ...evidence.imageHints])];
    const copies = (await describeImages(ec2, 'source-image-id', originals)).filter(named);
    const byId = new Map([...made, ...hinted, ...copies].map((image) => [image.ImageId, image]));
    return [...byId.values()].filter(({ CreationDate }) => isSince(new Date(CreationDate ?? 0), evidence));
}
async function describeImages(ec2, name, values) {
    if (values.length === 0)
        return [];
    const filter = { Name: name, Values: [...values] };
    const found = [];
    for await (const { Images = [] } of (0,DescribeImagesPaginator/* paginateDescribeImages */.X)({ client: ec2 }, { Owners: ['self'], Filters: [filter] }))
        found.push(...Images);
    return found;
}
/** By id, and by the description that AWS gives (EC2 user guide, "Create an Amazon EBS-backed AMI" and "Copy an AMI"). */
async function findSnapshots(ec2, evidence, found, ids) {
    const descriptions = [
        ...[...found.instances].map((id) => `Created by CreateImage(${id})*`),
        ...[...found.images].map((id) => `Copied for DestinationAmi ${id}*`),
    ];
    const kept = new Set();
    for (const [Name, Values] of Object.entries({ 'snapshot-id': ids, description: descriptions })) {
        if (Values.length === 0)
            continue;
        const pages = (0,DescribeSnapshotsPaginator/* paginateDescribeSnapshots */.C)({ client: ec2 }, { OwnerIds: ['self'], Filters: [{ Name, Values }] });
        for await (const { Snapshots = [] } of pages) {
            for (const { SnapshotId, StartTime } of Snapshots)
                if (SnapshotId && isSince(StartTime, evidence))
                    kept.add(SnapshotId);
        }
    }
    return [...kept];
}
async function findSecurityGroups(ec2, { securityGroups }) {
    if (securityGroups.length === 0)
        return [];
    const filter = { Name: 'group-name', Values: [...securityGroups] };
    const ids = [];
    for await (const { SecurityGroups = [] } of (0,DescribeSecurityGroupsPaginator/* paginateDescribeSecurityGroups */.n)({ client: ec2 }, { Filters: [filter] }))
        ids.push(...SecurityGroups.flatMap(({ GroupId }) => GroupId ?? []));
    return ids;
}
async function findKeyPairs(ec2, evidence) {
    if (evidence.keyPairs.length === 0)
        return [];
    const filter = { Name: 'key-name', Values: [...evidence.keyPairs] };
    const { KeyPairs = [] } = await ec2.send(new DescribeKeyPairsCommand/* DescribeKeyPairsCommand */.D({ Filters: [filter] }));
    return KeyPairs.filter(({ CreateTime }) => isSince(CreateTime, evidence)).flatMap(({ KeyName }) => KeyName ?? []);
}
function isSince(time, { since }) {
    return (time?.getTime() ?? 0) >= since;
}

;// CONCATENATED MODULE: ./build/bundle/src/images/janitor.js



/** Between two looks; describes may show the past for some seconds (EC2 API, "Eventual consistency"). */
const pause = 2_000;
/** A call that was under way when Packer was killed may still take effect: so many looks in a row must find nothing. */
const quietLooks = 2;
/**
 * Removes what a bake left in its regions, again and again until nothing is found, for at most `patience` milliseconds.
 * It never throws: what it cannot do, it says.
 */
async function sweep(regions, evidence, clock, patience) {
    const deadline = clock.now() + patience;
    const found = { instances: new Set(evidence.instances), images: new Set() };
    const removed = new Set();
    for (let quiet = 0;; await clock.sleep(pause)) {
        const left = [];
        const unsearched = [];
        for (const aws of regions) {
            try {
                left.push(...(await sweepRegion(aws, evidence, found, removed)));
            }
            catch (error) {
                unsearched.push(`unknown things in ${aws.region}, which could not be searched (${(0,failure/* messageOf */.bD)(error)})`);
            }
        }
        // Waiting opens no region that is closed to us, so such a one does not keep the others.
        quiet = left.length === 0 ? quiet + 1 : 0;
        if (quiet === quietLooks || clock.now() >= deadline)
            return { removed: [...removed], left: [...left, ...unsearched] };
    }
}
/** @returns what was there, each with the reason if it could not be removed. */
async function sweepRegion({ ec2, region }, evidence, found, removed) {
    const left = [];
    const leftovers = await findLeftovers(ec2, evidence, found);
    const occupied = leftovers.some(({ kind }) => kind === 'instance');
    for (const leftover of leftovers) {
        const name = `${leftover.kind} ${leftover.id} in ${region}`;
        const reason = await remove(ec2, leftover, occupied);
        left.push(reason === '' ? name : `${name} (${reason})`);
        if (reason === '')
            removed.add(name);
    }
    return left;
}
/** @returns why it is still there, or nothing. */
async function remove(ec2, { kind, id, leaving }, occupied) {
    if (leaving)
        return 'shutting down';
    if (occupied && (kind === 'security group' || kind === 'key pair'))
        return 'in use until its instance has gone';
    try {
        await removals[kind](ec2, id);
        return '';
    }
    catch (error) {
        return (0,failure/* messageOf */.bD)(error);
    }
}
const removals = {
    instance: (ec2, id) => ec2.send(new TerminateInstancesCommand/* TerminateInstancesCommand */.N({ InstanceIds: [id] })),
    image: (ec2, id) => ec2.send(new DeregisterImageCommand/* DeregisterImageCommand */.x({ ImageId: id })),
    snapshot: (ec2, id) => ec2.send(new DeleteSnapshotCommand/* DeleteSnapshotCommand */.t({ SnapshotId: id })),
    'security group': (ec2, id) => ec2.send(new DeleteSecurityGroupCommand/* DeleteSecurityGroupCommand */.y({ GroupId: id })),
    'key pair': (ec2, id) => ec2.send(new DeleteKeyPairCommand/* DeleteKeyPairCommand */.E({ KeyName: id })),
};

// EXTERNAL MODULE: ./build/bundle/src/images/packer-log.js
var packer_log = __webpack_require__(5978);
// EXTERNAL MODULE: ./build/bundle/src/images/packer-run.js
var packer_run = __webpack_require__(5829);
;// CONCATENATED MODULE: ./build/bundle/src/images/clean-up.js







/** GitHub gives the post steps of a cancelled job five minutes in all: Packer has the first part, the janitor the rest. */
const packerPatience = 120_000;
const janitorPatience = 150_000;
/** A process that hangs in the kernel (a dead network disk) ends at no signal: AWS is cleaned up all the same. */
const killPatience = 5_000;
const glance = 250;
/** Ends a bake that did not come to its end: first Packer, which cleans up after itself, then whatever is left in AWS. */
async function cleanUp(record, connectTo, step) {
    const log = new packer_log/* PackerLog */.l(record.log, record.shown);
    await endPacker(record, log, step);
    const report = (0,build_report/* reportOf */.E)(log.text());
    const regions = [...new Set([...record.regions, ...report.images.map(({ region }) => region)])].map(connectTo);
    const { removed, left } = await sweep(regions, evidenceOf(record, report), step.clock, janitorPatience);
    for (const name of removed)
        step.log.info(`Removed ${name}.`);
    if (left.length > 0)
        step.log.warning(`Still there, please remove by hand: ${left.join('; ')}.`, 'bake-ami: clean-up');
    if (isBlind(report))
        step.log.warning(blindWarning(record), 'bake-ami: clean-up');
    await (0,promises_.rm)(record.directory, { recursive: true, force: true });
}
async function endPacker(record, log, step) {
    const mark = (0,packer_run/* markOf */.F)(record);
    await (0,packer_log/* inertGroup */.U)(step.log, 'Packer cleans up', async () => {
        (0,processes/* signalChild */.Rq)(mark, 'SIGTERM');
        const deadline = step.clock.now() + packerPatience;
        for (;;) {
            const ended = (0,processes/* processesOf */.L6)(mark).length === 0;
            log.show(step.log);
            if (ended || step.clock.now() >= deadline)
                break;
            await step.clock.sleep(glance);
        }
    });
    const deadline = step.clock.now() + killPatience;
    while ((0,processes/* signalChild */.Rq)(mark, 'SIGKILL') > 0 && step.clock.now() < deadline)
        await step.clock.sleep(glance);
}
function blindWarning({ startedAt }) {
    const time = new Date(startedAt).toISOString();
    return ('Packer was killed while it launched a machine with a key pair and a security group of your own, so nothing links ' +
        `the machine to this bake. Look for an instance launched after ${time} that you do not know.`);
}


/***/ }),

/***/ 7786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ snapshotsOf),
/* harmony export */   provenance: () => (/* binding */ provenance),
/* harmony export */   tagImages: () => (/* binding */ tagImages)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1048);
/* harmony import */ var _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7122);

/** Where an image comes from, as tags on it and its snapshots. */
function provenance({ repository, sha, ref, runUrl }) {
    return {
        'steadfleet:repository': repository,
        'steadfleet:commit': sha,
        'steadfleet:ref': ref,
        'steadfleet:run': runUrl,
    };
}
/** Tags images and their snapshots, region by region. A tag's value holds 256 characters (EC2 user guide, "Tag restrictions"). */
async function tagImages(images, tags, connectTo) {
    const list = Object.entries(tags).map(([Key, value]) => ({ Key, Value: value.slice(0, 256) }));
    for (const [region, ids] of idsByRegion(images)) {
        const { ec2 } = connectTo(region);
        const { Images = [] } = await ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_0__/* .DescribeImagesCommand */ .j({ ImageIds: ids }));
        await ec2.send(new _aws_sdk_client_ec2__WEBPACK_IMPORTED_MODULE_1__/* .CreateTagsCommand */ .R({ Resources: [...ids, ...Images.flatMap(snapshotsOf)], Tags: list }));
    }
}
/** The snapshots that an image's disks are made from. */
function snapshotsOf({ BlockDeviceMappings = [] }) {
    return BlockDeviceMappings.flatMap(({ Ebs }) => Ebs?.SnapshotId ?? []);
}
function idsByRegion(images) {
    const ids = new Map();
    for (const { region, id } of images)
        ids.set(region, [...(ids.get(region) ?? []), id]);
    return ids;
}


/***/ }),

/***/ 2355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ imagesOf),
/* harmony export */   J: () => (/* binding */ readPackerLine)
/* harmony export */ });
/** Reads one line. See Packer's documentation, "Machine-readable output": `timestamp,target,type,data...`. */
function readPackerLine(line) {
    const match = /^\d+,([^,]*),([a-z-]+),(.*)$/s.exec(line);
    if (!match)
        return { kind: 'other', text: line };
    const [build = '', type = '', data = ''] = match.slice(1);
    const fields = data.split(',').map(unescaped);
    if (type === 'ui')
        return { kind: 'said', text: fields.slice(1).join(','), isError: fields[0] === 'error' };
    if (type === 'error')
        return { kind: 'failed', build, text: fields.join(',') };
    if (type === 'artifact' && fields[1] === 'id')
        return { kind: 'artifact', build, id: fields[2] ?? '' };
    return { kind: 'silent' };
}
function unescaped(field) {
    return field.replaceAll('%!(PACKER_COMMA)', ',').replaceAll('\\n', '\n').replaceAll('\\r', '\r');
}
/** The images in an artifact's id, such as `eu-west-1:ami-a,us-east-1:ami-b`; none for an artifact of another kind. */
function imagesOf(build, artifactId) {
    return artifactId.split(',').flatMap((part) => {
        const match = /^([a-z0-9-]+):(ami-[0-9a-f]+)$/.exec(part.trim());
        return match ? [{ build, region: match[1], id: match[2] }] : [];
    });
}


/***/ }),

/***/ 5978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ inertGroup),
/* harmony export */   l: () => (/* binding */ PackerLog)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6193);
/* harmony import */ var _platform_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4135);
/* harmony import */ var _machine_readable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2355);




/** Packer's log file: shown in the step's log as it grows, and read whole at the end. */
class PackerLog {
    path;
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    #position;
    #rest = '';
    /** `position`: how far the log has been shown already, in bytes; left out, none of it. */
    constructor(path, position = 0) {
        this.path = path;
        this.#position = position;
    }
    /** How far the log has been shown, in bytes. A line that was not whole yet may be missing. */
    get position() {
        return this.#position;
    }
    /** Everything written so far. */
    text() {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(this.path, { encoding: 'utf8', flag: 'a+' });
    }
    /** Shows the whole lines that came since the last time. */
    show(log) {
        for (const line of this.#newLines()) {
            const read = (0,_machine_readable_js__WEBPACK_IMPORTED_MODULE_3__/* .readPackerLine */ .J)(line);
            if (read.kind === 'said' || read.kind === 'other')
                log.info(read.text);
        }
    }
    *#newLines() {
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(this.path, 'a+');
        const chunk = Buffer.alloc(65_536);
        for (;;) {
            const size = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, chunk, 0, chunk.length, this.#position);
            if (size === 0)
                break;
            this.#position += size;
            const lines = (this.#rest + this.#decoder.write(chunk.subarray(0, size))).split('\n');
            this.#rest = lines.pop() ?? '';
            yield* lines;
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
/**
 * A folded group of log lines in which GitHub executes nothing: whatever a provisioner prints, such as
 * `::set-output::` or `::add-mask::`, stays text (GitHub's documentation, "Stopping and starting workflow commands").
 */
function inertGroup(log, title, body) {
    const token = (0,_platform_token_js__WEBPACK_IMPORTED_MODULE_2__/* .unguessable */ .D)();
    return log.group(title, async () => {
        log.info(`::stop-commands::${token}`);
        try {
            return await body();
        }
        finally {
            log.info(`::${token}::`);
        }
    });
}


/***/ }),

/***/ 5829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ markOf),
/* harmony export */   a: () => (/* binding */ runPacker)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _platform_processes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6659);


/** How often the log file is looked at. */
const glance = 250;
/**
 * Runs Packer in a process group of its own, showing its log as it grows.
 * @param save told the record again as soon as it knows the group, and how much of the log it has shown
 */
async function runPacker(command, record, log, step, save) {
    const child = await (0,_platform_processes_js__WEBPACK_IMPORTED_MODULE_1__/* .startChild */ .v0)({
        command: command.path,
        arguments: command.arguments,
        directory: command.directory,
        environment: bakeEnvironment(command.environment, record),
        output: record.log,
    });
    const running = { ...record, group: child.group };
    save(running);
    const end = await follow(child, command.deadline, log, step);
    if (end === 'cancelled' || end === 'timed-out')
        (0,_platform_processes_js__WEBPACK_IMPORTED_MODULE_1__/* .signalChild */ .Rq)(markOf(running), 'SIGTERM');
    save({ ...running, shown: log.position });
    return end;
}
/** What the processes of a bake are recognised by. */
function markOf({ group, variable }) {
    return { group, variable };
}
async function follow(child, deadline, log, { clock, cancellation, log: to }) {
    const wake = AbortSignal.any([child.ended, cancellation]);
    for (;;) {
        const ended = child.ended.aborted;
        log.show(to);
        if (ended)
            return child.exitCode() === 0 ? 'succeeded' : cancellation.aborted ? 'cancelled' : 'failed';
        if (cancellation.aborted)
            return 'cancelled';
        if (clock.now() >= deadline)
            return 'timed-out';
        await clock.sleep(Math.min(glance, deadline - clock.now()), wake);
    }
}
/**
 * Ansible keeps SSH connections open under names made of host, port and user: with a folder of its own, no bake meets
 * the connection of an earlier machine at the same address. Temporary files go into the bake's folder and away with
 * it: Packer 1.6 leaves the private key there that it gives to Ansible.
 */
function bakeEnvironment(environment, { directory, variable }) {
    const [name = '', value = ''] = variable.split('=');
    return { ANSIBLE_SSH_CONTROL_PATH_DIR: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'ssh'), ...environment, TMPDIR: directory, [name]: value };
}


/***/ }),

/***/ 6659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L6: () => (/* binding */ processesOf),
/* harmony export */   Rq: () => (/* binding */ signalChild),
/* harmony export */   v0: () => (/* binding */ startChild)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5840);



/**
 * Starts a child that outlives this process if need be.
 * @throws {Failure} when it cannot be started.
 */
async function startChild(order) {
    const output = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(order.output, 'a', 0o600);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(order.command, order.arguments, {
        cwd: order.directory,
        env: order.environment,
        detached: true,
        stdio: ['ignore', output, output],
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(output);
    const ended = new AbortController();
    child.once('exit', () => ended.abort());
    if (child.pid === undefined)
        throw await startFailure(child, order.command);
    return { group: child.pid, ended: ended.signal, exitCode: () => child.exitCode ?? undefined };
}
function startFailure(child, command) {
    return new Promise((resolve) => {
        child.once('error', (error) => resolve(new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR(`Could not start ${command}: ${error.message}.`)));
    });
}
/**
 * The processes that a child left, dead ones not counted. On Linux also those that moved to a group of their own (an
 * ssh connection kept open by Ansible does), and never one that was given the same number later.
 */
function processesOf(mark) {
    if (process.platform === 'linux')
        return numbersIn('/proc').filter((id) => carries(id, mark.variable));
    return mark.group !== undefined && send(-mark.group, 0) ? [-mark.group] : [];
}
/** Sends a signal to every one of {@link processesOf}; gives how many there were. */
function signalChild(mark, signal) {
    return processesOf(mark).filter((id) => send(id, signal)).length;
}
function numbersIn(directory) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory)
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .filter((id) => id !== process.pid);
}
/** A zombie's environment reads as empty, so a dead process that nobody waits for does not count. */
function carries(id, variable) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${id}/environ`, 'latin1').split('\0').includes(variable);
    }
    catch {
        return false;
    }
}
function send(id, signal) {
    try {
        return process.kill(id, signal);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 4135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unguessable)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** 32 hexadecimal digits that nobody can guess: for markers that outsiders must not be able to forge. */
function unguessable() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
}


/***/ })

};
