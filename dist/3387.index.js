export const id = 3387;
export const ids = [3387];
export const modules = {

/***/ 3387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  installRelease: () => (/* binding */ installRelease)
});

// UNUSED EXPORTS: downloadRelease

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/tool-cache/lib/tool-cache.js + 2 modules
var tool_cache = __webpack_require__(9805);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/platform/sandbox-mode.js
var sandbox_mode = __webpack_require__(537);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/bundle/src/images/release-signature.js


/**
 * Checks a detached OpenPGP signature. A signature made while its key was valid stays good after the key has expired.
 * @param now milliseconds since the Unix epoch
 * @throws {Failure} unless the signer signed exactly this content.
 */
async function requireSignature(content, signature, { armoredKey, fingerprint }, now) {
    const { createMessage, readKey, readSignature, verify } = await __webpack_require__.e(/* import() */ 3074).then(__webpack_require__.bind(__webpack_require__, 3074));
    const key = await readKey({ armoredKey });
    const found = key.getFingerprint().toUpperCase();
    if (found !== fingerprint)
        throw new failure/* Failure */.HR(`The release key is ${found}, but must be ${fingerprint}.`);
    const result = await verify({
        message: await createMessage({ binary: content }),
        signature: await readSignature({ binarySignature: signature }),
        verificationKeys: key,
        date: new Date(now),
    });
    const reasons = [];
    for (const { verified } of result.signatures) {
        try {
            await verified;
            return;
        }
        catch (error) {
            reasons.push((0,failure/* messageOf */.bD)(error));
        }
    }
    throw new failure/* Failure */.HR(`not signed by key ${fingerprint}: ${reasons.join('; ') || 'it holds no signature'}`);
}
/**
 * Checks a file against the line of SHA256SUMS that names it.
 * @throws {Failure} when it is not named, or differs.
 */
function requireChecksum(content, name, sums) {
    const line = sums.split('\n').find((candidate) => candidate.trim().split(/\s+\*?/)[1] === name);
    const expected = line?.trim().split(/\s+/)[0];
    if (!expected)
        throw new failure/* Failure */.HR(`SHA256SUMS does not name ${name}`);
    const found = (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
    if (found !== expected)
        throw new failure/* Failure */.HR(`${name} has the checksum ${found}, but ${expected} was signed`);
}

;// CONCATENATED MODULE: ./build/bundle/src/images/packer-release.js






const platforms = { linux: 'linux', darwin: 'darwin' };
const architectures = { x64: 'amd64', arm64: 'arm64', arm: 'arm' };
/** Our own name in the runner's tool cache: only what we verified is found under it. */
const tool = 'steadfleet-packer';
/**
 * The path of a verified `packer`, from the runner's tool cache or downloaded.
 * @throws {Failure} when it cannot be had or verified.
 */
async function installRelease(release) {
    const cached = tool_cache/* find */.I6(tool, release.version);
    if (cached)
        return (0,external_node_path_.join)(cached, 'packer');
    const archive = await downloadRelease(release);
    const folder = await tool_cache/* cacheDir */.e8(await tool_cache/* extractZip */.JE(archive), tool, release.version);
    return (0,external_node_path_.join)(folder, 'packer');
}
/**
 * Downloads a release and checks it: the signer's signature over SHA256SUMS, then the archive's checksum in it.
 * @returns the path of the archive, which nothing has opened yet.
 * @throws {Failure} when it cannot be had or verified.
 */
async function downloadRelease(release) {
    refuseOutsideInSandbox(release);
    const { version, signer, clock } = release;
    const stem = `packer_${version}`;
    const archiveName = `${stem}_${platforms[process.platform]}_${architectures[process.arch]}.zip`;
    const sums = await (0,promises_.readFile)(await download(release, `${stem}_SHA256SUMS`));
    const signature = await (0,promises_.readFile)(await download(release, `${stem}_SHA256SUMS.sig`));
    const archive = await download(release, archiveName);
    try {
        await requireSignature(sums, signature, signer, clock.now());
        requireChecksum(await (0,promises_.readFile)(archive), archiveName, sums.toString('utf8'));
    }
    catch (error) {
        throw new failure/* Failure */.HR(`Packer ${version} from ${release.mirror.origin} is not used: ${(0,failure/* messageOf */.bD)(error)}.`);
    }
    return archive;
}
async function download({ mirror, version }, file) {
    const address = `${mirror.href.replace(/\/$/, '')}/packer/${version}/${file}`;
    try {
        return await tool_cache/* downloadTool */.bq(address);
    }
    catch (error) {
        throw new failure/* Failure */.HR(`Could not download ${address}: ${(0,failure/* messageOf */.bD)(error)}. Look at packer-version and packer-mirror.`);
    }
}
function refuseOutsideInSandbox({ mirror, environment }) {
    if (!(0,sandbox_mode/* isSandboxMode */.Nn)(environment) || mirror.protocol === 'http:')
        return;
    throw new failure/* Failure */.HR(`STEADFLEET_SANDBOX=1: nothing is downloaded from ${mirror.origin}. Install packer, or leave packer-version out.`);
}


/***/ })

};
