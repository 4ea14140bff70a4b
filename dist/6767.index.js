export const id = 6767;
export const ids = [6767,2126];
export const modules = {

/***/ 2126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ writeRecord),
/* harmony export */   readRecord: () => (/* binding */ readRecord),
/* harmony export */   recordState: () => (/* binding */ recordState)
/* harmony export */ });
/** The name of the state that holds it. */
const recordState = 'bake';
function writeRecord(record) {
    return JSON.stringify(record);
}
/** Undefined when main never came to start Packer. */
function readRecord(saved) {
    return saved === '' ? undefined : JSON.parse(saved);
}


/***/ }),

/***/ 6767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bake: () => (/* binding */ bake)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/bundle/src/platform/failure.js
var failure = __webpack_require__(5840);
// EXTERNAL MODULE: ./build/bundle/src/platform/token.js
var token = __webpack_require__(4135);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/bundle/src/images/bake-order.js



/** The arguments of `packer build`. Later variables win in Packer, so files come first. */
function buildArguments(order) {
    return [
        'build',
        '-machine-readable',
        '-color=false',
        ...order.variableFiles.map((file) => `-var-file=${file}`),
        ...Object.entries(order.variables).flatMap(([name, value]) => ['-var', `${name}=${value}`]),
        ...(order.only.length > 0 ? [`-only=${order.only.join(',')}`] : []),
        ...(order.except.length > 0 ? [`-except=${order.except.join(',')}`] : []),
        order.template,
    ];
}
/** HCL2, which knows `packer init`: a folder, or a file named as Packer wants it. */
function isHcl(order) {
    return /\.pkr\.(hcl|json)$/.test(order.template) || (0,external_node_fs_.statSync)(pathIn(order, order.template)).isDirectory();
}
/** @throws {Failure} naming the first file that is not there. */
function requireFiles(order) {
    const files = [['working-directory', '.'], ['template', order.template]];
    for (const [input, file] of [...files, ...order.variableFiles.map((file) => ['variable-files', file])]) {
        const path = pathIn(order, file);
        if ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }))
            continue;
        throw new failure/* Failure */.HR(`Input "${input}": there is no ${path}. Paths are relative to working-directory; was the repository checked out?`);
    }
}
/** The step's region, and every region that the template, the variables or the variable files name. */
function regionsOf(order) {
    const texts = [order.template, ...order.variableFiles].flatMap((file) => textsAt(pathIn(order, file)));
    const named = [...texts, ...Object.values(order.variables)].join('\n').matchAll(regionName);
    return [...new Set([order.region, ...[...named].map(([name]) => name)])];
}
/** Regions as AWS names them (AWS General Reference, "AWS service endpoints"): `eu-west-1`, `us-gov-east-1`. */
const regionName = /\b(af|ap|ca|cn|eu|il|me|mx|sa|us)(-(gov|iso[bef]?))?-(north|south|east|west|central)(east|west)?-\d\b/g;
function textsAt(path) {
    if (!(0,external_node_fs_.statSync)(path).isDirectory())
        return [(0,external_node_fs_.readFileSync)(path, 'utf8')];
    const names = (0,external_node_fs_.readdirSync)(path).filter((name) => /\.(hcl|json)$/.test(name));
    return names.map((name) => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(path, name), 'utf8'));
}
function pathIn(order, path) {
    return (0,external_node_path_.resolve)(order.workingDirectory, path);
}

// EXTERNAL MODULE: ./build/bundle/src/images/bake-record.js
var bake_record = __webpack_require__(2126);
// EXTERNAL MODULE: ./build/bundle/src/images/build-report.js
var build_report = __webpack_require__(3746);
;// CONCATENATED MODULE: ./build/bundle/src/images/known-failures.js
const knownFailures = [
    {
        words: /no matching host key type found\. Their offer: ssh-rsa/,
        remedy: 'OpenSSH 8.8 and later refuse the key of Packer\'s Ansible proxy. Set "use_proxy": false and "user" on the ansible provisioner.',
    },
    {
        words: /is used by an existing AMI|InvalidAMIName\.Duplicate/,
        remedy: 'Put something that changes into ami_name, such as {{timestamp}} or the commit, or deregister the old image.',
    },
    {
        words: /Timeout waiting for (SSH|WinRM)/,
        remedy: 'The machine started but could not be reached: look at ssh_username, at the subnet (a public address, or ssh_interface "session_manager"), and at its network rules.',
    },
    {
        words: /no valid credential sources|NoCredentialProviders|No valid credential sources found/,
        remedy: 'There are no AWS credentials: run aws-actions/configure-aws-credentials in an earlier step of this job.',
    },
    {
        words: /AuthFailure|ExpiredToken|RequestExpired|InvalidClientTokenId/,
        remedy: 'AWS refused the credentials: they are wrong, or they ran out before the bake ended (see role-duration-seconds).',
    },
    {
        words: /UnauthorizedOperation|AccessDenied/,
        remedy: "The role lacks a permission: compare it with the policy in bake-ami's README.",
    },
    {
        words: /Blocks of type "required_plugins" are not expected here/,
        remedy: 'This Packer is older than 1.7 and has its plugins inside. Set packer-version, or move required_plugins into a file of its own and leave it out.',
    },
    {
        words: /Missing plugins|plugin .* is not installed|The builder amazon-\S+ is unknown|unknown (builder|provisioner) type/i,
        remedy: 'A plugin is missing: name it in required_plugins of an HCL2 template, and it is installed by "packer init".',
    },
    {
        words: /playbook_file: .* is invalid|could not be found.*playbook|playbook: .* could not be found/i,
        remedy: 'The playbook is not where the template says: paths are relative to working-directory; template_dir (JSON) or path.root (HCL2) helps.',
    },
    {
        words: /ansible-playbook": executable file not found|Error running "ansible-playbook.* --version"/,
        remedy: 'Ansible is not installed on the runner: add a step such as "pipx install ansible-core".',
    },
    {
        words: /403 API rate limit exceeded|rate limit of .* exceeded/i,
        remedy: 'GitHub limits downloads of plugins: set PACKER_GITHUB_API_TOKEN to the github.token of the workflow in the step\'s "env:".',
    },
];
/** What to do about each known failure that a log shows. */
function remediesFor(text) {
    return knownFailures.filter(({ words }) => words.test(text)).map(({ remedy }) => remedy);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/bundle/src/platform/sandbox-mode.js
var sandbox_mode = __webpack_require__(537);
;// CONCATENATED MODULE: ./build/bundle/src/images/hashicorp-key.js
/** HashiCorp's release key by its fingerprint, from https://www.hashicorp.com/security (Packer, Terraform and others). */
const hashicorpFingerprint = 'C874011F0AB405110D02105534365D9472D7468F';
/**
 * The key itself: as first published in 2021, merged with its renewal of 2026, which runs to 2030-03-01. Both parts are
 * needed: a signature is checked against what the key said on the day it was made, and the renewal alone says nothing of
 * the years before it.
 */
const hashicorpKey = `
-----BEGIN PGP PUBLIC KEY BLOCK-----

mQINBGB9+xkBEACabYZOWKmgZsHTdRDiyPJxhbuUiKX65GUWkyRMJKi/1dviVxOX
PG6hBPtF48IFnVgxKpIb7G6NjBousAV+CuLlv5yqFKpOZEGC6sBV+Gx8Vu1CICpl
Zm+HpQPcIzwBpN+Ar4l/exCG/f/MZq/oxGgH+TyRF3XcYDjG8dbJCpHO5nQ5Cy9h
QIp3/Bh09kET6lk+4QlofNgHKVT2epV8iK1cXlbQe2tZtfCUtxk+pxvU0UHXp+AB
0xc3/gIhjZp/dePmCOyQyGPJbp5bpO4UeAJ6frqhexmNlaw9Z897ltZmRLGq1p4a
RnWL8FPkBz9SCSKXS8uNyV5oMNVn4G1obCkc106iWuKBTibffYQzq5TG8FYVJKrh
RwWB6piacEB8hl20IIWSxIM3J9tT7CPSnk5RYYCTRHgA5OOrqZhC7JefudrP8n+M
pxkDgNORDu7GCfAuisrf7dXYjLsxG4tu22DBJJC0c/IpRpXDnOuJN1Q5e/3VUKKW
mypNumuQpP5lc1ZFG64TRzb1HR6oIdHfbrVQfdiQXpvdcFx+Fl57WuUraXRV6qfb
4ZmKHX1JEwM/7tu21QE4F1dz0jroLSricZxfaCTHHWNfvGJoZ30/MZUrpSC0IfB3
iQutxbZrwIlTBt+fGLtm3vDtwMFNWM+Rb1lrOxEQd2eijdxhvBOHtlIcswARAQAB
tERIYXNoaUNvcnAgU2VjdXJpdHkgKGhhc2hpY29ycC5jb20vc2VjdXJpdHkpIDxz
ZWN1cml0eUBoYXNoaWNvcnAuY29tPokCVAQTAQoAPhYhBMh0AR8KtAURDQIQVTQ2
XZRy10aPBQJgffsZAhsDBQkJZgGABQsJCAcCBhUKCQgLAgQWAgMBAh4BAheAAAoJ
EDQ2XZRy10aPtpcP/0PhJKiHtC1zREpRTrjGizoyk4Sl2SXpBZYhkdrG++abo6zs
buaAG7kgWWChVXBo5E20L7dbstFK7OjVs7vAg/OLgO9dPD8n2M19rpqSbbvKYWvp
0NSgvFTT7lbyDhtPj0/bzpkZEhmvQaDWGBsbDdb2dBHGitCXhGMpdP0BuuPWEix+
QnUMaPwU51q9GM2guL45Tgks9EKNnpDR6ZdCeWcqo1IDmklloidxT8aKL21UOb8t
cD+Bg8iPaAr73bW7Jh8TdcV6s6DBFub+xPJEB/0bVPmq3ZHs5B4NItroZ3r+h3ke
VDoSOSIZLl6JtVooOJ2la9ZuMqxchO3mrXLlXxVCo6cGcSuOmOdQSz4OhQE5zBxx
LuzA5ASIjASSeNZaRnffLIHmht17BPslgNPtm6ufyOk02P5XXwa69UCjA3RYrA2P
QNNC+OWZ8qQLnzGldqE4MnRNAxRxV6cFNzv14ooKf7+k686LdZrP/3fQu2p3k5rY
0xQUXKh1uwMUMtGR867ZBYaxYvwqDrg9XB7xi3N6aNyNQ+r7zI2lt65lzwG1v9hg
FG2AHrDlBkQi/t3wiTS3JOo/GCT8BjN0nJh0lGaRFtQv2cXOQGVRW8+V/9IpqEJ1
qQreftdBFWxvH7VJq2mSOXUJyRsoUrjkUuIivaA9Ocdipk2CkP8bpuGz7ZF4iQJU
BBMBCgA+AhsDBQsJCAcCBhUKCQgLAgQWAgMBAh4BAheAFiEEyHQBHwq0BRENAhBV
NDZdlHLXRo8FAmmWR9AFCRCs7LcACgkQNDZdlHLXRo/DqA//cZQQxRrqYJG65I5P
1SfOI8i9dh3reZw3oDonCbCPwloHaq44KKO8mTDnpRtkrfHUVkht7SEDpVQDA1I2
ZIjFUmSKWDAhhgU7S2cvv1eEh4/uNgXJ1ctnitOLUUOXyWW0C6NM0BF1jxQaDiEa
Vwz06sR5cQUta6Ak2IKEvXkVWjFmohKN525oSrLEZ8mfJXDLzPell+A4N4WvvGzY
2RQgxJ+5GDbhVwvhpbwWu3eNbw/jnLej/l+yLoDDa1nTAP01KCRVzxUPU1FX15Jn
3kG/4DB/0hdr4Kfk4KNzwlz5cX6ct8Gg+zA47sTx0uK4FTDr8bNIsxtWzyp/wE1c
H3Z057VVxxVOqMLErawSlVoeHt75yjx3yUMYEhYwaHs1LpeUY5GkVv9PqDGOM5hR
XdIp3hAN5tRQbyQyRvmO4uWM6ir5g4++A0sNktm14WmYf7MH0Ok5jVi0dkH84P4O
3MsxpKXpU8XYufSPlpAbA0O3uyF7IB6xdu7SqfYfkXGiNJ++FPSRQMpnSaCDnLc5
+WDj0yIA6GMsZjQmhwWkF4wgvDbt9vB+kgE/uyJBYVMUnU76XY1CJYDALbHl9fYR
qTIIEmauQ9XaGvicSiA2qD39EOyQhSpylw453/QGe2JczJQIIfYCgK3lpxpNDRZT
oICixk+iM5iG0YaA6B5BJ1+WkxK5Ag0EYH37GQEQAKiSVix+9ZEKM7BLxM4oFN+X
ybK4/1X24E1vIe5/M0RNuFh5PfcKPQwYI130Z2hqSfMFAttBVJCiAD6ympW9A/PU
w0PXwYh22avQFcQ2JkTtJG+7vqM2oukrFgAugrY9zfIrQkYPfQdwgiDH6U6h+tU8
DZ19U9OPXBe+bSttIYDhZ3g2Dd3YChEb/BkMBDux1mLUD2GF+6BMVnB+pHdcBgKT
49R6gWuQnQ7vCeBqif7rHYYlV51U86zbH9c5HiX3K0U/ej7kguFWewr4RJUP0BDP
Z+EMRTpGG/Nqq0d76xBxxHehUugZxq2Zrmtt/MfQWGPQm2Rs/tat5B/251iBfFUk
pctAVCB6Xfh6AQYb42VsZI8b6oc5m1ji5Z2UNK+aj7U/3k/hUb8QG16rIFsMMYMa
IyzqUAyDZxQuvA6xvFaOxaRrzLYg3fPWy2UgkW9baSCBT5sqdD6w1CdyWrfDMImN
4MF+5xHdrlZGiMO0agk/oVzeW5S1LtXlMB07Hh2FowVT37TU6gfxl1NGIdnUrtEV
4AiyVLJ3iID/GSE6Eerz0XgQJB/cG3hmEaxcNNoD9WAeZ/cBQtusL3g7sc2o69Nb
PAaJYct9zFdCyv6KMgRC+HqscqYkrxH00wepzcvXx4w7puqvMQdbReiK71bxiP5a
4Hcgp2FyVPfDSk7g+PyBABEBAAGJAjwEGAEKACYWIQTIdAEfCrQFEQ0CEFU0Nl2U
ctdGjwUCYH37GQIbDAUJCWYBgAAKCRA0Nl2UctdGj1mcD/sGZ2lAt5OMSJcQnJbj
p5/GVXV/pMef1TnQZZwT215vEJeCZB+75SO7iGt6W3HoYOL/NtVVXccJrTJonglW
8DgsFQslV7fKbq1ddJho58x2SIro/W8mB+kFD9v+ZYHTK5ZNS1bHXwFBDCU0RBZw
Z7yfWUFtiwf2DtCRpxE1vy0pStRtaVBCxTzC4WCXLbab5VrWc7Y3kL94T9kQfI3X
mMRD5DCBCA+srbBOFw4zI0xBf9U0SvVjdsjbAd9kWOi2Z6Td3tl8/ZWPIO52eYI9
DnGN7Nakps3WS+M7dqzbKFxUp+e9Ajk/kWuPX02AwgYCntfqkXkKyvgVf9XDfXr4
AUl30huF+53v0cDKW8XJ2lxhu9mlJyXvOC2BpcwJW22F7cawbiA7sh3HEQFn8Wbg
0ueZvMIhY6w8zH8XEfTprnf3EWr/UTbWdgWOIqDxrkkWZhT/iZX0xCzhs//eKn1v
KLXRX58Qh+nlwQSZ815V5bkTsnw+ob23issnwVHjImBBRraCzZI1iyNZC7BL8wm8
C/h8MqWRCNCZhEA6nVKzMCfJqmW+uLidyZ8Ox/Svrn+x3pLjSDmUcfwshsbFw4g3
qTC2FJM9Zfz2vjYJtjwbONORp56M0rG/VoKs7nzAC26uw7UOJcK8Fjv411p8xGeg
fAGTnSI+qtWQ0Dx+/5q5HIHb8YkCPAQYAQoAJgIbDBYhBMh0AR8KtAURDQIQVTQ2
XZRy10aPBQJplkftBQkQrOzUAAoJEDQ2XZRy10aP0dAP/0FtaKQZc1kplsMNavUL
iQNlgiCLPLSSkQzrJoCT7HDac8GRVDdQ39MFjY6otQQ0Xnou5WUx8FJPnmwZ9G5C
NwDZpoGIOywbngLeVFkop4DnPq7ygDd9gQ8wWJDHJEcyUkLJnguYZtyd8C0svdLm
iJaySRPRiWZH/1tjm/uEkGWfnZ50TyaJA3VtQ7mUvT28UiySg+XiFhwcSZxTNQph
3zn640yfjGL1RjObMUmPEexPhgA4+S/4uDfrUxSS7kzGAERnwOnfijynDCbYKVD4
0jAIPJxlIbpHLabgbNu5jiltAgbZifNl/6mETky9Prxk71GH5WIrnHlZYV/5MNCW
ZzGhuVf5qR6vEsA9O6Qhjn+vY/5jWuRC9/vj5s4NLNLLcNxGuaQjdHC/5ypKFnIR
wX1teVuCTpygCLKcg9bx+u9D+Fn3lRPQfXerYCkmzP/SZV6EEuWXRvpG3aLInhC4
ZlVpr6I8iuyvkcugvcIHflH51uY13YjcCltyh7mrrUMJRYR0TTMg4NPHPqSOXpkz
E9yFEMhlqPhrJGt06hroxXAAceyKfphzZjKwpEg/lwtm7870UexXDNPwfX7Iy1/1
rbZub0SdXdqAKBD78NiGZySF6Trds86OebCU87TbuJVhoA1YLafUlzuWtBOWLxR0
DWTeUC3lU0xbuiO6hvjBNRPyuQINBGB9/iUBEAC4r5ZU4zKJcVFtjsa12/mtj7er
4wgbIic61I9D2ut1PpU/Y5XWwgn4D8A6XA7jtTtOUPJNTKGGeh3XY1p6ihu0t3qp
FeXN3Ld2pgF6edd0AymVHyA8pTpoVKr8YxILxo3UY8+pBAhRmK+lZ4/6egMFr+Px
QURZa6u3J0ID8p2yB+Ia1r3sKd06sBlYKpuUUaH7gLoIvImUFZQIkGSaPPMms7QE
P+1bFwYh05+tboEPGynQLK/MP2WVOR0nBy6kaJXGINHCjfdXNBGyavZNS1Av/wmp
DwfZoYufmlFVBrrCDPBAkoVBIEkwoikIiVD2dghW2zxPS+aPcaDwsY16F/q+y/1s
qAj03qEt2EVDBJ1ir3ONmMc95nkW/gZmqoG4XjZszmoeZzMD7qSWJh641j5F+6Ms
h8S0hcOHbaD9o+mexnUVymtnVGHZNsdyWCqHKw6Dx4d0NEwGbo7aXYxYtQUvKW8W
BW94R5hknb8+0+ynKj+woQu5NkQCjhohu0EHuDV97EjIMHmKZeDsL0Dp+97eQlVm
Kf4CATWRrFNz7aPINu7x3lsh/Ziq+HEnqQ4cPv1/BRkTXcTX6Sypu1XNEpvUqH/E
0RawU6l/ryELqWB0YuUEArmGlejlayE3noDSt0qOJt/XemowkfUMUW5o58fVHJ0m
GA5iAen6QbsE9KIDbQARAQABiQRyBBgBCgAmAhsCFiEEyHQBHwq0BRENAhBVNDZd
lHLXRo8FAmB+G4AFCQHhUNsCQMF0IAQZAQoAHRYhBLNsupGiwHMMQ1/CgLC0QQl2
hbZ2BQJgff4lAAoJELC0QQl2hbZ2FwYQAJcXo8hV6EMMhqPVPtoPTei1G/7TbR9v
UR2McuAN/2VGO3fxTJAK5oePnX439KfTCc/fGZKbNtJGmD/tmM2JmoszujgOkSHX
XBF0A0Qjx5i7bN9Pe5if7JMfaiwH+q4fSe41nkqljulVujJcfI/Zu7JtwHtTrIzs
f5u5RmToWOFGH2Otu/iX+1kOddN0LJYENPXrP74UwsdIN+EmBJjFteU3N3go0NtW
9THiQ/1dup6XmpFfIgmdZB2R2sD6v2ggrmBHAnkDjrXk1r5ex12hzIRyMe44znfF
1/VflMbBs9lgiMV/4+xBBHOwgMcADZ1qfY13i38WH461Ae10GbBgneBBx81Mgn+4
kSS+zid7c+WfqzpTY0oHIvsnBxHHC2HhQBFfhc/rI+6uHBQH3q5K+4pmNVxCNCYu
T/Kf7kWMP5/LlH+y6y8OU8x5mbE0glGoi+JZUc5AwunFYWH6kFlFw3f69/OTpBOK
GpTTRPp/rcTUcfdq6b11meahWH7+xPeX5bb6V3NIjroDzM8qH95cKN14uFmSnNQg
v4xL4ik0IX591mbpLheZW891dT0HyMRbGHvVmEJqduVxoHs4186fPQvziHGLFQdS
iQCooYG2HR8lDeH0QpjrM5jlMBACkd5OY+F/FeW5NPLAOvTVVz59qH8cpN2GDjGF
lvKLjm516EvECRA0Nl2UctdGjzKbEACG8F9tXq1alAzD59bjjT+qODQRKuDMBu3f
n0/Oa3NVNEX3igcI7nABP4krWQ0KDGSlrxoRUfrqMoNS61zSrkjwfNrp4dm6b4+M
xJybCWnYsLUoUyg7IpIa3xRCt2givGboaYrt48TBQ4aRc5cbEsGgnBianHcBoVlM
dGQFQ9l+9VAhaDlz4xfXzZ6cvNGDaX5T449kZzmWycgSDNLFiFTHfBeOKpEwEn/C
uUG+O1hTebUqXj6uzgpu7PLvpWGRisEdfCu1ZYrp3UfuWvFwDslFzi+VLA2kAiuC
4+JUWnhV7p15dwyeBPuwSs2YUXiS+hLoFeXmhqJwOdk1rRXQfKfu/cD1HiNynHT5
kPS5eWYv4wXpmOG82rJoCszXjLcFj35OloK7wcKbaqIcO9Rw8phsRVJ1D+12GI4n
NrFSob/QHrzBsnFYMFgYlq6AwkPSWm7Sn8R4SNqfoPq3MsJgaG1iW2bLo0zY4bZn
vpDZ9ZoSbA92yj4ykHwMWk7JAS29FcIFdtfPdU0tQ6vZHTy8KEuFzaWINiyweKfY
Znht37vfjpqsGOaCl7B4lnON3XovWMsWdQAFDiGiHT5KvmBvz4ZRhOGHEGeET6Zb
QK9B3xoGYZl1ooGxkvuuqVI/jo8rHI9CubQlcVbtH4YRaTpR79C1msQm55IJEB/Y
3zBCZAFjDrkCDQRggFwmARAA1ukTa2VRjV7x1QakojlmsZdVzohKIhz7edAIo7du
cl2xvtJByBUqEftYOi4dtCUwgoYH0JBho80LxLhtR08NO2IbLy3NKZIzTH7uoCah
aMf6IHOd5s+vTsV2rs1EP02duxg1aVAbvhIQyrdbNzrQOgY8/3LKKf1Ju4E9Porx
8ryf4xnZzxGb/LTbkhP1KPoZ/0PYYPEm73mc6NwvlOCnGmwhEhBZfBqumkYvbwH2
uuaMQ+YymiM+3MvqcG9JYs6pVux/bUJa93QX3SHHc4EeeYUxQuf163MCev5x1R/8
RrJBGrJ3wkF/EWCjLstFAAycu9k5GW2Ggsfl1yHFQfBkzpiVaAIa00klSwGbKXwp
48J0sYrA592c7GK6t3FerFPG/kJSF+1QI7qxPuXGYlZWsYAo8oSqpRoJqJ50Xljg
WnAoC/1L7sDJjKeU0y5oi1y0+7sXhqIxMqApOLDK6q1NY3rx8hpQyR/U2rsdeRiC
w8J2BXwLzxfVgoneFGeDrsI3GsX8rNy8TYmSJVLFzSsEt5oYjES+E0bG7OJOEBPi
yDDrGriL3L5vP368nb0P5FMCIVUx/NFxjh/dPW2LSb2N37nSu0oSMJu2RU3bgSVB
uO9xPxZ91ZIU5gV+vj4zgudB0fx8m8GkQs3w67jHt0wHBP7Uj+QlDm/Qu/j/oT80
HA8AEQEAAYkEcgQYAQoAJhYhBMh0AR8KtAURDQIQVTQ2XZRy10aPBQJggFwmAhsC
BQkJZgGAAkAJEDQ2XZRy10aPwXQgBBkBCgAdFiEEN07HW0hZE2BKgxzHyCDG1c0n
q4cFAmCAXCYACgkQyCDG1c0nq4dF8A//YIZ1LKDQrtTrpXKCXR26DGsybw7f857b
XUEp1CwVRJYDOc5NFMr/O8xQc7gskCVi921nrENrhceX0VhDwxH1lXQ646UBm9Tg
gkMs9UJTT1f9TNf8YShkvRHl6y/A8BeikxpEcJ9cl4j+ARoH3hSEB5iXClxGfR5K
6TW/JnHsZETr+GiDwMJ/iGhPjR1bbSAZ7nzFy8n6ZFiULSWvXpYfTzC5Rx57r52C
77gKDpIbr7O31wzKXxWdNQvkEr9Xcx5udhkkrREUM2edcOHNK2A53mA54gv7EE9c
d3T+V3+sMzvhIUTGm5L6E2zKj7ExD8clq9qTbUwWKe6X0I7B8YSaUBdMYxjfQt/c
+394CRvCCYZz3rpVKhGY4URclWUOv7IlHqu77uPnTPyUC/ouyinuy6fVDKxujSzB
/pbWqA9/pVZvH3U1MUuTDT6APyPHCtTlkyR5K6e1f12mO5lLb0J+VdchE+W+G6IM
+JzBOli4hTHfu8e94AfmCejBmDbjvHvzRSuuzHx25NfwIj0wCerObh0UCJGXATxu
8uT6X3B6SJcD2AgxmJU2o2V25ciq8AbbVZ2CryrJ5crL9dYJUoNA6YRsUCW181qb
wTcoTDR+XX33H73d3lyQMZw/NRg9s2QK4jCeAL9k33qkNp8XdnXZ9I1+FlR7QLy1
3woCzNhr3oaOIw//bGej2c/6xHk77YfPLedKj3AWuG29uV9AeRTt03itiy91Si7h
KeZYHXB1aJ63HamRaGzdQoBibmvE1kqayJIfvAE2fxV0E4tNTcy4R109SEM0qRWm
cNIG9n+a7l8L0z6X180K7NqJmPu7O35AsBj3rL6Ulzyp/b/LoVMA+zRlvw5vo1DP
kLQvxas1+/v0PjrhD4wpVIdXKqKQmRLwCNx452rxq2LlOg4EHY8hk/1A27sGwl6h
8R6I1VZCEhswkxqZgXEGEKoXBUXnSciZbuj0l5QO/vAI4edqIjCd3s+MUrLBYFEA
MjgdeuN9rZuHq6RpgsmpJKEZjFJ96cMfkCKacUZbB854XAkCkd7XG5VKh976uYuP
2QIobrDAmtGK0obcX3Um9d6Cl/qRa2mV78cmZQmuaqEEAVdbKMJjy9Tdo93UfU1a
XU8ghUEr+CnohMZqMLSyI3gqaUQRCnnmByZ5X5Milz4cU1VTuh/nVOJ1btAEkGdO
yokI2yPs06TyhSz6d/9LD0STOe69fmk0u9Yke52TWdX/C2VdjrxhOnyVbYCdSeDb
tNiueLriIVN7YNfu17fiKsEXPa21a6Rx/4RQmAT1tg9ncQfpNqUJYOTSPk6bF4+W
bp/JEcOUbVW/nS7oh/8ZsQKyHnvCamReauIeCN9z0hg3Urxl5/VDGOSLI6aJBHIE
GAEKACYCGwIWIQTIdAEfCrQFEQ0CEFU0Nl2UctdGjwUCaZZICgUJEKqL5AJAwXQg
BBkBCgAdFiEEN07HW0hZE2BKgxzHyCDG1c0nq4cFAmCAXCYACgkQyCDG1c0nq4dF
8A//YIZ1LKDQrtTrpXKCXR26DGsybw7f857bXUEp1CwVRJYDOc5NFMr/O8xQc7gs
kCVi921nrENrhceX0VhDwxH1lXQ646UBm9TggkMs9UJTT1f9TNf8YShkvRHl6y/A
8BeikxpEcJ9cl4j+ARoH3hSEB5iXClxGfR5K6TW/JnHsZETr+GiDwMJ/iGhPjR1b
bSAZ7nzFy8n6ZFiULSWvXpYfTzC5Rx57r52C77gKDpIbr7O31wzKXxWdNQvkEr9X
cx5udhkkrREUM2edcOHNK2A53mA54gv7EE9cd3T+V3+sMzvhIUTGm5L6E2zKj7Ex
D8clq9qTbUwWKe6X0I7B8YSaUBdMYxjfQt/c+394CRvCCYZz3rpVKhGY4URclWUO
v7IlHqu77uPnTPyUC/ouyinuy6fVDKxujSzB/pbWqA9/pVZvH3U1MUuTDT6APyPH
CtTlkyR5K6e1f12mO5lLb0J+VdchE+W+G6IM+JzBOli4hTHfu8e94AfmCejBmDbj
vHvzRSuuzHx25NfwIj0wCerObh0UCJGXATxu8uT6X3B6SJcD2AgxmJU2o2V25ciq
8AbbVZ2CryrJ5crL9dYJUoNA6YRsUCW181qbwTcoTDR+XX33H73d3lyQMZw/NRg9
s2QK4jCeAL9k33qkNp8XdnXZ9I1+FlR7QLy13woCzNhr3oYJEDQ2XZRy10aPWAoP
/iM4aEQZODzxXK49WN4r7OTCtMhlK8d1Qd9O3/6tMtI1v9FCIEJRC4Rm9p+PoWue
1LtsASFxwaofz3hPdK3krQBdaS+wt3or5xshB2WcUDbNvqB4lQKTqrHk2BalFzeL
QNLsKF4bCX4HC7v6f2k2M2OIdX6tgOCptBcbR20bKwHT/eohGAQMcU7Qcm791y17
ihetAiqtmuk7B7xbGoWp1T3XwmlJRxzxyiIWn1i3CmCpA3EZVn6uGCdMZ1nOTV/9
iGGKaH7YHRF5oW+TdTNUGPcdD0Lr463czIMSFKB2GOv17blOb1Llh+HC1aaCFHD1
Eo/IsxJdLGb9RzSYrU25wCnxNAHAqorM2kKTkh2sFJZFRuM6g4XLPIKxjqBLbzkY
KlIjMjf2FN/7eB3Bg+UTp+P4XZNnN2HHrYM+fMHMEecHJhNV0nrj1vHQUWnhD7lN
sha3G78BCREPGZY1B8T7oaB6yGWuFdayHr48YPO37atobrNRP3Xex3PsK3Dh8uOa
wo5N1PPddr2mvyXF8j8m66RKC32j+fcaKuFMHfMTXD8j9e3qTugBKI/fNBK4e0H8
JgpgcO04JbCOjsk8Qa1v8WSt4o3GyT+nbSOeWsHxZnHGzB2vZWuL02YV7IwNVfuo
XdapP7xoJX0a1LUYIfH/mcYF0PCjESxeqkjchSo9voUO
=WJuy
-----END PGP PUBLIC KEY BLOCK-----
`.trim();

;// CONCATENATED MODULE: ./build/bundle/src/images/packer.js







/**
 * The Packer of the runner, or the pinned release, downloaded and verified.
 * @throws {Failure} when there is none, or the release is not what HashiCorp signed.
 */
async function findPacker(order, step) {
    const path = order.packerVersion ? await install(order, order.packerVersion, step) : onPath(step.environment);
    try {
        const environment = packerEnvironment(step.environment, order.region);
        const { stdout } = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(path, ['version'], { env: environment, timeout: 60_000 });
        return { path, version: /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? '0.0.0' };
    }
    catch (error) {
        throw new failure/* Failure */.HR(`${path} does not run: ${(0,failure/* messageOf */.bD)(error)}. Set packer-version to use a Packer of our own choosing.`);
    }
}
/** The environment for Packer: no calls home, no colours, and the step's region for templates that name none. */
function packerEnvironment(environment, region) {
    const ours = { CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1', AWS_REGION: region, AWS_DEFAULT_REGION: region };
    return { ...(0,sandbox_mode/* childEnvironment */.Qc)(environment), ...ours };
}
/** `packer init` exists from 1.7 on. */
function hasInit({ version }) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > 1 || (major === 1 && minor >= 7);
}
function onPath(environment) {
    const folders = (environment.PATH ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== '');
    const found = folders.map((folder) => (0,external_node_path_.join)(folder, 'packer')).find(isExecutable);
    if (found)
        return found;
    throw new failure/* Failure */.HR('There is no "packer" on the PATH. Set packer-version, for example 1.11.2, and it is downloaded and verified.');
}
function isExecutable(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
async function install(order, version, { clock, environment }) {
    const { installRelease } = await Promise.all(/* import() */[__webpack_require__.e(9805), __webpack_require__.e(3387)]).then(__webpack_require__.bind(__webpack_require__, 3387));
    return installRelease({
        version,
        mirror: order.packerMirror,
        signer: { armoredKey: hashicorpKey, fingerprint: hashicorpFingerprint },
        clock,
        environment,
    });
}

// EXTERNAL MODULE: ./build/bundle/src/images/packer-log.js
var packer_log = __webpack_require__(5978);
// EXTERNAL MODULE: ./build/bundle/src/images/packer-run.js
var packer_run = __webpack_require__(5829);
;// CONCATENATED MODULE: ./build/bundle/src/images/bake.js












/**
 * Runs Packer to its end and reads its result.
 * @throws {Failure} when the bake failed, was cancelled or took too long: post then removes what is left.
 */
async function bake(order, step) {
    const startedAt = step.clock.now();
    requireFiles(order);
    const packer = await findPacker(order, step);
    const record = await openRecord(order, startedAt);
    const log = new packer_log/* PackerLog */.l(record.log);
    const save = (current) => step.saveState(bake_record.recordState, (0,bake_record/* writeRecord */.r)(current));
    // Saved before the start as well: a kill between the start and the second save must not lose Packer.
    save(record);
    const run = (args) => (0,packer_log/* inertGroup */.U)(step.log, `packer ${args[0]} (Packer ${packer.version})`, () => (0,packer_run/* runPacker */.a)({
        path: packer.path,
        arguments: args,
        directory: (0,external_node_path_.resolve)(order.workingDirectory),
        environment: packerEnvironment(step.environment, order.region),
        deadline: startedAt + order.timeout,
    }, record, log, step, save));
    if (isHcl(order) && hasInit(packer))
        requireSuccess(await run(['init', order.template]), order, log, step);
    requireSuccess(await run(buildArguments(order)), order, log, step);
    return readResult((0,build_report/* reportOf */.E)(log.text()), packer.version, step.clock.now() - startedAt);
}
async function openRecord(order, startedAt) {
    // Not RUNNER_TEMP: sockets of SSH go in here, and their paths may not exceed some 100 characters.
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'bake-'));
    return {
        directory,
        log: (0,external_node_path_.join)(directory, 'packer.log'),
        variable: `STEADFLEET_BAKE=${(0,token/* unguessable */.D)()}`,
        startedAt,
        regions: regionsOf(order),
    };
}
function requireSuccess(end, order, log, step) {
    if (end === 'succeeded')
        return;
    if (end === 'cancelled')
        throw new failure/* Failure */.HR('The bake was cancelled. The post step removes what it had made.');
    if (end === 'timed-out') {
        throw new failure/* Failure */.HR(`The bake took longer than ${order.timeout / 1000}s and was stopped. Raise "timeout", or look in the log where it hung.`);
    }
    const report = (0,build_report/* reportOf */.E)(log.text());
    for (const error of report.errors)
        step.log.error(error, 'Packer');
    for (const remedy of remediesFor(log.text()))
        step.log.error(remedy, 'What to do');
    throw new failure/* Failure */.HR('Packer failed: the log and the annotations say where.');
}
function readResult({ images, traces }, packerVersion, duration) {
    if (images.length === 0) {
        throw new failure/* Failure */.HR('Packer succeeded but reported no AMI: does the template use a builder that makes one, such as amazon-ebs?');
    }
    const sources = [...traces].flatMap(([build, { sourceImage }]) => sourceImage ? [[build, sourceImage]] : []);
    return { images, sourceImages: new Map(sources), packerVersion, duration };
}


/***/ }),

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
