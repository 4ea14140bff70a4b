import type { Gate } from '../heart/plan.js';

/** What a machine runs, as Systems Manager tells it. */
export type Platform = 'Linux' | 'Windows';

/** A document of AWS's own, and the lines that it is to run. */
export interface Script {
  readonly document: 'AWS-RunShellScript' | 'AWS-RunPowerShellScript';
  readonly lines: readonly string[];
}

/**
 * How much of what a command says at last is kept. Of more the agent would keep the beginning, not the end (amazon-ssm-agent,
 * iohandler.go, MaximumPluginOutputSize: 2,400 bytes with its own words).
 */
const lastLines = 30;
const lastCharacters = 2000;

/** How long one request of a path may take. Seconds. */
const longestRequest = 10;

/**
 * By these exit codes the agent starts the machine anew, and then the script once more (Systems Manager user guide, "Handling reboots
 * when running commands"): a release command would run twice.
 */
const rebootCodes: Readonly<Record<Platform, number>> = { Linux: 194, Windows: 3010 };

function noReboot(code: number): string {
  return `It asked for a reboot (exit code ${code}), after which it would run once more: that counts as failed.`;
}

/** What asks a gate on a machine. Its exit code says whether it has passed, its output ends with why not. */
export function gateScript(gate: Exclude<Gate, { kind: 'none' }>, platform: Platform): Script {
  if (gate.kind === 'command') return commandScript(gate.command, platform, gate.timeout);
  const { path, port, timeout } = gate;
  const seconds = Math.ceil(timeout / 1000);
  return platform === 'Windows' ? askByPowerShell(path, port, seconds) : askByShell(path, port, seconds);
}

/**
 * What runs a command on a machine. The command travels in base64: neither a shell nor Systems Manager, which replaces
 * `{{ }}`, ever sees it as part of another text. What it says goes through a file, of which only the end is told. What runs for
 * longer than `timeout`, in milliseconds, is ended on Linux by the script itself, so that it is told what it has said until then.
 */
export function commandScript(command: string, platform: Platform, timeout: number): Script {
  return platform === 'Windows' ? runByPowerShell(command) : runByShell(command, Math.ceil(timeout / 1000));
}

function runByShell(command: string, seconds: number): Script {
  return shell([
    'directory=$(mktemp -d) || exit 1',
    'trap \'rm -rf "$directory"\' EXIT',
    `printf %s ${base64(`${command}\n`)} | base64 -d > "$directory/command" || exit 1`,
    `deadline=$(($(date +%s) + ${seconds}))`,
    `limit="timeout -k 10 ${seconds}"`,
    // Without it there is the agent's own limit, which tells nothing.
    'command -v timeout > /dev/null || limit=',
    '$limit sh "$directory/command" > "$directory/output" 2>&1 < /dev/null',
    'code=$?',
    `tail -n ${lastLines} "$directory/output" | tail -c ${lastCharacters}`,
    `[ "$code" -eq 0 ] || [ "$(date +%s)" -lt "$deadline" ] || printf '\\n%s\\n' "It did not end within ${seconds} s."`,
    `[ "$code" -ne ${rebootCodes.Linux} ] || { printf '\\n%s\\n' "${noReboot(rebootCodes.Linux)}"; code=1; }`,
    'exit "$code"',
  ]);
}

/** Until the path is answered with 2xx or 3xx, for as long as the gate has time: the application may still be starting. */
function askByShell(path: string, port: number, seconds: number): Script {
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
    `printf "%s\\n" "$said" | tail -c ${lastCharacters}`,
    'exit 1',
  ]);
}

/**
 * Of a script that ends by itself PowerShell says 0, whatever its last command said (about_PowerShell_exe, "-File"). What a program
 * writes to a standard error that is redirected is no failure of it (PowerShell/PowerShell, issue 10512).
 */
const endsAsItsLast = [
  '',
  'if (-not $?) {',
  '  if ($LASTEXITCODE) { exit $LASTEXITCODE }',
  "  if ($Error.Count -and $Error[0].FullyQualifiedErrorId -like 'NativeCommandError*') { exit 0 }",
  '  exit 1',
  '}',
  '',
].join('\n');

function runByPowerShell(command: string): Script {
  return powerShell([
    '$directory = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())',
    '$null = New-Item -ItemType Directory -Path $directory',
    "$command = Join-Path $directory 'command.ps1'",
    "$output = Join-Path $directory 'output.txt'",
    // With a byte order mark: without one Windows PowerShell reads a script in the machine's old code page.
    `[IO.File]::WriteAllBytes($command, [Convert]::FromBase64String('${base64(`\uFEFF${command}${endsAsItsLast}`)}'))`,
    '& powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File $command *> $output',
    '$code = $LASTEXITCODE',
    `$said = (Get-Content -Path $output -Tail ${lastLines}) -join [Environment]::NewLine`,
    `$said.Substring([Math]::Max(0, $said.Length - ${lastCharacters}))`,
    'Remove-Item -Recurse -Force -Path $directory',
    `if ($code -eq ${rebootCodes.Windows}) { '${noReboot(rebootCodes.Windows)}'; $code = 1 }`,
    'exit $code',
  ]);
}

function askByPowerShell(path: string, port: number, seconds: number): Script {
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

function shell(lines: readonly string[]): Script {
  return { document: 'AWS-RunShellScript', lines };
}

function powerShell(lines: readonly string[]): Script {
  return { document: 'AWS-RunPowerShellScript', lines };
}

/** Letters, digits and `+/=`: nothing that a shell would read as anything but itself. */
function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
