export const id = 767;
export const ids = [767,126,537];
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
/** The key itself (expires 2030-03-01). A test holds it to the fingerprint, and so does every verification. */
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
ZWN1cml0eUBoYXNoaWNvcnAuY29tPokCVAQTAQoAPgIbAwULCQgHAgYVCgkICwIE
FgIDAQIeAQIXgBYhBMh0AR8KtAURDQIQVTQ2XZRy10aPBQJplkfQBQkQrOy3AAoJ
EDQ2XZRy10aPw6gP/3GUEMUa6mCRuuSOT9UnziPIvXYd63mcN6A6Jwmwj8JaB2qu
OCijvJkw56UbZK3x1FZIbe0hA6VUAwNSNmSIxVJkilgwIYYFO0tnL79XhIeP7jYF
ydXLZ4rTi1FDl8lltAujTNARdY8UGg4hGlcM9OrEeXEFLWugJNiChL15FVoxZqIS
jeduaEqyxGfJnyVwy8z3pZfgODeFr7xs2NkUIMSfuRg24VcL4aW8Frt3jW8P45y3
o/5fsi6Aw2tZ0wD9NSgkVc8VD1NRV9eSZ95Bv+Awf9IXa+Cn5OCjc8Jc+XF+nLfB
oPswOO7E8dLiuBUw6/GzSLMbVs8qf8BNXB92dOe1VccVTqjCxK2sEpVaHh7e+co8
d8lDGBIWMGh7NS6XlGORpFb/T6gxjjOYUV3SKd4QDebUUG8kMkb5juLljOoq+YOP
vgNLDZLZteFpmH+zB9DpOY1YtHZB/OD+DtzLMaSl6VPF2Ln0j5aQGwNDt7sheyAe
sXbu0qn2H5FxojSfvhT0kUDKZ0mgg5y3Oflg49MiAOhjLGY0JocFpBeMILw27fbw
fpIBP7siQWFTFJ1O+l2NQiWAwC2x5fX2EakyCBJmrkPV2hr4nEogNqg9/RDskIUq
cpcOOd/0BntiXMyUCCH2AoCt5acaTQ0WU6CAosZPojOYhtGGgOgeQSdflpMSuQIN
BGB9+xkBEACoklYsfvWRCjOwS8TOKBTfl8myuP9V9uBNbyHufzNETbhYeT33Cj0M
GCNd9GdoaknzBQLbQVSQogA+spqVvQPz1MND18GIdtmr0BXENiZE7SRvu76jNqLp
KxYALoK2Pc3yK0JGD30HcIIgx+lOofrVPA2dfVPTj1wXvm0rbSGA4Wd4Ng3d2AoR
G/wZDAQ7sdZi1A9hhfugTFZwfqR3XAYCk+PUeoFrkJ0O7wngaon+6x2GJVedVPOs
2x/XOR4l9ytFP3o+5ILhVnsK+ESVD9AQz2fhDEU6RhvzaqtHe+sQccR3oVLoGcat
ma5rbfzH0Fhj0JtkbP7WreQf9udYgXxVJKXLQFQgel34egEGG+NlbGSPG+qHOZtY
4uWdlDSvmo+1P95P4VG/EBteqyBbDDGDGiMs6lAMg2cULrwOsbxWjsWka8y2IN3z
1stlIJFvW2kggU+bKnQ+sNQnclq3wzCJjeDBfucR3a5WRojDtGoJP6Fc3luUtS7V
5TAdOx4dhaMFU9+01OoH8ZdTRiHZ1K7RFeAIslSyd4iA/xkhOhHq89F4ECQf3Bt4
ZhGsXDTaA/VgHmf3AULbrC94O7HNqOvTWzwGiWHLfcxXQsr+ijIEQvh6rHKmJK8R
9NMHqc3L18eMO6bqrzEHW0Xoiu9W8Yj+WuB3IKdhclT3w0pO4Pj8gQARAQABiQI8
BBgBCgAmAhsMFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWR+0FCRCs7NQACgkQ
NDZdlHLXRo/R0A//QW1opBlzWSmWww1q9QuJA2WCIIs8tJKRDOsmgJPscNpzwZFU
N1Df0wWNjqi1BDReei7lZTHwUk+ebBn0bkI3ANmmgYg7LBueAt5UWSingOc+rvKA
N32BDzBYkMckRzJSQsmeC5hm3J3wLSy90uaIlrJJE9GJZkf/W2Ob+4SQZZ+dnnRP
JokDdW1DuZS9PbxSLJKD5eIWHBxJnFM1CmHfOfrjTJ+MYvVGM5sxSY8R7E+GADj5
L/i4N+tTFJLuTMYARGfA6d+KPKcMJtgpUPjSMAg8nGUhukctpuBs27mOKW0CBtmJ
82X/qYROTL0+vGTvUYflYiuceVlhX/kw0JZnMaG5V/mpHq8SwD07pCGOf69j/mNa
5EL3++Pmzg0s0stw3Ea5pCN0cL/nKkoWchHBfW15W4JOnKAIspyD1vH670P4WfeV
E9B9d6tgKSbM/9JlXoQS5ZdG+kbdosieELhmVWmvojyK7K+Ry6C9wgd+UfnW5jXd
iNwKW3KHuautQwlFhHRNMyDg08c+pI5emTMT3IUQyGWo+Gska3TqGujFcABx7Ip+
mHNmMrCkSD+XC2bvzvRR7FcM0/B9fsjLX/Wttm5vRJ1d2oAoEPvw2IZnJIXpOt2z
zo55sJTztNu4lWGgDVgtp9SXO5a0E5YvFHQNZN5QLeVTTFu6I7qG+ME1E/K5Ag0E
YH3+JQEQALivllTjMolxUW2OxrXb+a2Pt6vjCBsiJzrUj0Pa63U+lT9jldbCCfgP
wDpcDuO1O05Q8k1MoYZ6HddjWnqKG7S3eqkV5c3ct3amAXp513QDKZUfIDylOmhU
qvxjEgvGjdRjz6kECFGYr6Vnj/p6AwWv4/FBRFlrq7cnQgPynbIH4hrWvewp3Tqw
GVgqm5RRofuAugi8iZQVlAiQZJo88yaztAQ/7VsXBiHTn61ugQ8bKdAsr8w/ZZU5
HScHLqRolcYg0cKN91c0EbJq9k1LUC//CakPB9mhi5+aUVUGusIM8ECShUEgSTCi
KQiJUPZ2CFbbPE9L5o9xoPCxjXoX+r7L/WyoCPTeoS3YRUMEnWKvc42Yxz3meRb+
BmaqgbheNmzOah5nMwPupJYmHrjWPkX7oyyHxLSFw4dtoP2j6Z7GdRXKa2dUYdk2
x3JYKocrDoPHh3Q0TAZujtpdjFi1BS8pbxYFb3hHmGSdvz7T7KcqP7ChC7k2RAKO
GiG7QQe4NX3sSMgweYpl4OwvQOn73t5CVWYp/gIBNZGsU3Pto8g27vHeWyH9mKr4
cSepDhw+/X8FGRNdxNfpLKm7Vc0Sm9Sof8TRFrBTqX+vIQupYHRi5QQCuYaV6OVr
ITeegNK3So4m39d6ajCR9QxRbmjnx9UcnSYYDmIB6fpBuwT0ogNtABEBAAGJBHIE
GAEKACYCGwIWIQTIdAEfCrQFEQ0CEFU0Nl2UctdGjwUCYH4bgAUJAeFQ2wJAwXQg
BBkBCgAdFiEEs2y6kaLAcwxDX8KAsLRBCXaFtnYFAmB9/iUACgkQsLRBCXaFtnYX
BhAAlxejyFXoQwyGo9U+2g9N6LUb/tNtH29RHYxy4A3/ZUY7d/FMkArmh4+dfjf0
p9MJz98Zkps20kaYP+2YzYmaizO6OA6RIddcEXQDRCPHmLts3097mJ/skx9qLAf6
rh9J7jWeSqWO6VW6Mlx8j9m7sm3Ae1OsjOx/m7lGZOhY4UYfY627+Jf7WQ5103Qs
lgQ09es/vhTCx0g34SYEmMW15Tc3eCjQ21b1MeJD/V26npeakV8iCZ1kHZHawPq/
aCCuYEcCeQOOteTWvl7HXaHMhHIx7jjOd8XX9V+UxsGz2WCIxX/j7EEEc7CAxwAN
nWp9jXeLfxYfjrUB7XQZsGCd4EHHzUyCf7iRJL7OJ3tz5Z+rOlNjSgci+ycHEccL
YeFAEV+Fz+sj7q4cFAferkr7imY1XEI0Ji5P8p/uRYw/n8uUf7LrLw5TzHmZsTSC
UaiL4llRzkDC6cVhYfqQWUXDd/r385OkE4oalNNE+n+txNRx92rpvXWZ5qFYfv7E
95fltvpXc0iOugPMzyof3lwo3Xi4WZKc1CC/jEviKTQhfn3WZukuF5lbz3V1PQfI
xFsYe9WYQmp25XGgezjXzp89C/OIcYsVB1KJAKihgbYdHyUN4fRCmOszmOUwEAKR
3k5j4X8V5bk08sA69NVXPn2ofxyk3YYOMYWW8ouObnXoS8QJEDQ2XZRy10aPMpsQ
AIbwX21erVqUDMPn1uONP6o4NBEq4MwG7d+fT85rc1U0RfeKBwjucAE/iStZDQoM
ZKWvGhFR+uoyg1LrXNKuSPB82unh2bpvj4zEnJsJadiwtShTKDsikhrfFEK3aCK8
Zuhpiu3jxMFDhpFzlxsSwaCcGJqcdwGhWUx0ZAVD2X71UCFoOXPjF9fNnpy80YNp
flPjj2RnOZbJyBIM0sWIVMd8F44qkTASf8K5Qb47WFN5tSpePq7OCm7s8u+lYZGK
wR18K7VliundR+5a8XAOyUXOL5UsDaQCK4Lj4lRaeFXunXl3DJ4E+7BKzZhReJL6
EugV5eaGonA52TWtFdB8p+79wPUeI3KcdPmQ9Ll5Zi/jBemY4bzasmgKzNeMtwWP
fk6WgrvBwptqohw71HDymGxFUnUP7XYYjic2sVKhv9AevMGycVgwWBiWroDCQ9Ja
btKfxHhI2p+g+rcywmBobWJbZsujTNjhtme+kNn1mhJsD3bKPjKQfAxaTskBLb0V
wgV21891TS1Dq9kdPLwoS4XNpYg2LLB4p9hmeG3fu9+OmqwY5oKXsHiWc43dei9Y
yxZ1AAUOIaIdPkq+YG/PhlGE4YcQZ4RPpltAr0HfGgZhmXWigbGS+66pUj+Ojysc
j0K5tCVxVu0fhhFpOlHv0LWaxCbnkgkQH9jfMEJkAWMOuQINBGCAXCYBEADW6RNr
ZVGNXvHVBqSiOWaxl1XOiEoiHPt50Aijt25yXbG+0kHIFSoR+1g6Lh20JTCChgfQ
kGGjzQvEuG1HTw07YhsvLc0pkjNMfu6gJqFox/ogc53mz69OxXauzUQ/TZ27GDVp
UBu+EhDKt1s3OtA6Bjz/csop/Um7gT0+ivHyvJ/jGdnPEZv8tNuSE/Uo+hn/Q9hg
8SbveZzo3C+U4KcabCESEFl8Gq6aRi9vAfa65oxD5jKaIz7cy+pwb0lizqlW7H9t
Qlr3dBfdIcdzgR55hTFC5/XrcwJ6/nHVH/xGskEasnfCQX8RYKMuy0UADJy72TkZ
bYaCx+XXIcVB8GTOmJVoAhrTSSVLAZspfCnjwnSxisDn3ZzsYrq3cV6sU8b+QlIX
7VAjurE+5cZiVlaxgCjyhKqlGgmonnReWOBacCgL/UvuwMmMp5TTLmiLXLT7uxeG
ojEyoCk4sMrqrU1jevHyGlDJH9Taux15GILDwnYFfAvPF9WCid4UZ4Ouwjcaxfys
3LxNiZIlUsXNKwS3mhiMRL4TRsbs4k4QE+LIMOsauIvcvm8/frydvQ/kUwIhVTH8
0XGOH909bYtJvY3fudK7ShIwm7ZFTduBJUG473E/Fn3VkhTmBX6+PjOC50HR/Hyb
waRCzfDruMe3TAcE/tSP5CUOb9C7+P+hPzQcDwARAQABiQRyBBgBCgAmAhsCFiEE
yHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWSAoFCRCqi+QCQMF0IAQZAQoAHRYhBDdO
x1tIWRNgSoMcx8ggxtXNJ6uHBQJggFwmAAoJEMggxtXNJ6uHRfAP/2CGdSyg0K7U
66Vygl0dugxrMm8O3/Oe211BKdQsFUSWAznOTRTK/zvMUHO4LJAlYvdtZ6xDa4XH
l9FYQ8MR9ZV0OuOlAZvU4IJDLPVCU09X/UzX/GEoZL0R5esvwPAXopMaRHCfXJeI
/gEaB94UhAeYlwpcRn0eSuk1vyZx7GRE6/hog8DCf4hoT40dW20gGe58xcvJ+mRY
lC0lr16WH08wuUcee6+dgu+4Cg6SG6+zt9cMyl8VnTUL5BK/V3MebnYZJK0RFDNn
nXDhzStgOd5gOeIL+xBPXHd0/ld/rDM74SFExpuS+hNsyo+xMQ/HJavak21MFinu
l9COwfGEmlAXTGMY30Lf3Pt/eAkbwgmGc966VSoRmOFEXJVlDr+yJR6ru+7j50z8
lAv6Lsop7sun1Qysbo0swf6W1qgPf6VWbx91NTFLkw0+gD8jxwrU5ZMkeSuntX9d
pjuZS29CflXXIRPlvhuiDPicwTpYuIUx37vHveAH5gnowZg247x780Urrsx8duTX
8CI9MAnqzm4dFAiRlwE8bvLk+l9wekiXA9gIMZiVNqNlduXIqvAG21Wdgq8qyeXK
y/XWCVKDQOmEbFAltfNam8E3KEw0fl199x+93d5ckDGcPzUYPbNkCuIwngC/ZN96
pDafF3Z12fSNfhZUe0C8td8KAszYa96GCRA0Nl2UctdGj1gKD/4jOGhEGTg88Vyu
PVjeK+zkwrTIZSvHdUHfTt/+rTLSNb/RQiBCUQuEZvafj6FrntS7bAEhccGqH894
T3St5K0AXWkvsLd6K+cbIQdlnFA2zb6geJUCk6qx5NgWpRc3i0DS7CheGwl+Bwu7
+n9pNjNjiHV+rYDgqbQXG0dtGysB0/3qIRgEDHFO0HJu/dcte4oXrQIqrZrpOwe8
WxqFqdU918JpSUcc8coiFp9YtwpgqQNxGVZ+rhgnTGdZzk1f/Yhhimh+2B0ReaFv
k3UzVBj3HQ9C6+Ot3MyDEhSgdhjr9e25Tm9S5YfhwtWmghRw9RKPyLMSXSxm/Uc0
mK1NucAp8TQBwKqKzNpCk5IdrBSWRUbjOoOFyzyCsY6gS285GCpSIzI39hTf+3gd
wYPlE6fj+F2TZzdhx62DPnzBzBHnByYTVdJ649bx0FFp4Q+5TbIWtxu/AQkRDxmW
NQfE+6GgeshlrhXWsh6+PGDzt+2raG6zUT913sdz7Ctw4fLjmsKOTdTz3Xa9pr8l
xfI/JuukSgt9o/n3GirhTB3zE1w/I/Xt6k7oASiP3zQSuHtB/CYKYHDtOCWwjo7J
PEGtb/FkreKNxsk/p20jnlrB8WZxxswdr2Vri9NmFeyMDVX7qF3WqT+8aCV9GtS1
GCHx/5nGBdDwoxEsXqpI3IUqPb6FDg==
=wtp+
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
    const { installRelease } = await Promise.all(/* import() */[__webpack_require__.e(805), __webpack_require__.e(387)]).then(__webpack_require__.bind(__webpack_require__, 3387));
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
        const minutes = order.timeout / 60_000;
        throw new failure/* Failure */.HR(`The bake took longer than ${minutes} min and was stopped. Raise "timeout", or look in the log where it hung.`);
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
    #position = 0;
    #rest = '';
    constructor(path) {
        this.path = path;
    }
    /** Everything written so far. */
    text() {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(this.path, { encoding: 'utf8', flag: 'a+' });
    }
    /** Skips what is there already. */
    skip() {
        for (const _ of this.#newLines())
            ;
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
 * @param started told the record to save, with the group in it, as soon as there is one
 */
async function runPacker(command, record, log, step, started) {
    const child = await (0,_platform_processes_js__WEBPACK_IMPORTED_MODULE_1__/* .startChild */ .v0)({
        command: command.path,
        arguments: command.arguments,
        directory: command.directory,
        environment: bakeEnvironment(command.environment, record),
        output: record.log,
    });
    started({ ...record, group: child.group });
    const end = await follow(child, command.deadline, log, step);
    if (end === 'cancelled' || end === 'timed-out')
        (0,_platform_processes_js__WEBPACK_IMPORTED_MODULE_1__/* .signalChild */ .Rq)({ ...markOf(record), group: child.group }, 'SIGTERM');
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
 * the connection of an earlier machine at the same address.
 */
function bakeEnvironment(environment, { directory, variable }) {
    const [name = '', value = ''] = variable.split('=');
    return { ANSIBLE_SSH_CONTROL_PATH_DIR: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'ssh'), ...environment, [name]: value };
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

/***/ 537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nn: () => (/* binding */ isSandboxMode),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   sandboxEndpoint: () => (/* binding */ sandboxEndpoint)
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
