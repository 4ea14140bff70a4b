/** What the sandbox understands of a systemd service unit. */
export interface Unit {
  readonly execStart: string;
  readonly environment: ReadonlyMap<string, string>;
  /** In order. One that is optional (`EnvironmentFile=-PATH`) may be missing. */
  readonly environmentFiles: readonly { readonly path: string; readonly optional: boolean }[];
  readonly workingDirectory: string | undefined;
  readonly user: string | undefined;
  readonly group: string | undefined;
  readonly restart: 'no' | 'always' | 'on-failure';
}

/** Says something of a unit, or of its place among others, which the sandbox has no use for. */
const withoutEffect = new Set([
  ...['Unit.Description', 'Unit.Documentation', 'Unit.After', 'Unit.Before', 'Unit.Wants'],
  ...['Service.RestartSec', 'Service.StandardOutput', 'Service.StandardError', 'Service.SyslogIdentifier'],
  ...['Install.WantedBy', 'Install.Alias'],
]);

const understood = new Set([
  ...['Type', 'ExecStart', 'Environment', 'EnvironmentFile', 'WorkingDirectory', 'User', 'Group', 'Restart'].map(
    (name) => `Service.${name}`,
  ),
]);

/**
 * Reads a service unit (systemd.service(5)). Whatever it does not understand is refused, by name: a service that runs
 * otherwise here than on a real machine would prove nothing.
 * @throws {Error} with a line for each thing that is refused.
 */
export function readUnit(text: string): Unit {
  const settings = readSettings(text);
  const all = (name: string) => collect(settings, `Service.${name}`);
  const one = (name: string) => all(name).at(-1);
  const refusals = [
    ...settings
      .filter(({ name }) => !withoutEffect.has(name) && !understood.has(name))
      .map(({ name }) => `${name.split('.')[1]}= is not understood`),
    ...refuse('Type', one('Type') ?? 'simple', ['simple', 'exec']),
    ...refuse('Restart', one('Restart') ?? 'no', ['no', 'always', 'on-failure']),
    ...(all('ExecStart').length === 1 ? [] : [`exactly one ExecStart= is needed, found ${all('ExecStart').length}`]),
    ...(/^[-@:+!]/.test(one('ExecStart') ?? '') ? ['ExecStart= with a prefix is not understood'] : []),
    ...settings
      .filter(({ value }) => /%[^%]/.test(value))
      .map(({ name }) => `% specifiers in ${name.split('.')[1]}= are not understood`),
  ];
  if (refusals.length > 0) throw new Error(refusals.join('\n'));
  return {
    execStart: one('ExecStart') ?? '',
    environment: new Map(all('Environment').flatMap(splitWords).map(assignment)),
    environmentFiles: all('EnvironmentFile').map((path) => ({
      path: path.replace(/^-/, ''),
      optional: path.startsWith('-'),
    })),
    workingDirectory: one('WorkingDirectory'),
    user: one('User'),
    group: one('Group'),
    restart: (one('Restart') ?? 'no') as Unit['restart'],
  };
}

interface Setting {
  /** `Section.Name` */
  readonly name: string;
  readonly value: string;
}

function readSettings(text: string): Setting[] {
  let section = '';
  const settings: Setting[] = [];
  for (const line of text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((each) => each.trim())) {
    if (line === '' || /^[#;]/.test(line)) continue;
    const heading = /^\[(.+)\]$/.exec(line);
    if (heading) section = heading[1] ?? '';
    else {
      const [name = '', ...rest] = line.split('=');
      settings.push({ name: `${section}.${name.trim()}`, value: rest.join('=').trim() });
    }
  }
  return settings;
}

/** All values of a setting; an empty one forgets those before it (systemd.syntax(7)). */
function collect(settings: readonly Setting[], wanted: string): string[] {
  const values = settings.filter(({ name }) => name === wanted).map(({ value }) => value);
  return values.slice(values.lastIndexOf('') + 1);
}

function refuse(name: string, value: string, allowed: readonly string[]): string[] {
  return allowed.includes(value) ? [] : [`${name}=${value} is not understood; ${allowed.join(', ')} are`];
}

function assignment(word: string): [string, string] {
  const at = word.indexOf('=');
  return [word.slice(0, at), word.slice(at + 1)];
}

/** Words as systemd splits them: by spaces, with quotes and backslashes. */
export function splitWords(text: string): string[] {
  const words = text.match(/(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\\.|[^\s"'\\])+/g) ?? [];
  return words.map((word) =>
    word.replace(
      /"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|\\(.)/g,
      (_, double, single, escaped) => escaped ?? (double ?? single ?? '').replace(/\\(.)/g, '$1'),
    ),
  );
}

/** The command line of a unit, with its variables: `${NAME}` anywhere, `$NAME` as words of their own. */
export function commandLine(execStart: string, environment: Readonly<Record<string, string>>): string[] {
  return splitWords(execStart).flatMap((word) => {
    const alone = /^\$(\w+)$/.exec(word)?.[1];
    if (alone) return (environment[alone] ?? '').split(/\s+/).filter(Boolean);
    return [
      word
        .replace(/\$\{(\w+)\}/g, (_, name: string) => environment[name] ?? '')
        .replaceAll('$$', '$')
        .replaceAll('%%', '%'),
    ];
  });
}

/** The lines of an environment file: `NAME=value`, quoted or not, with comments (systemd.exec(5), EnvironmentFile). */
export function readEnvironmentFile(text: string): Map<string, string> {
  const lines = text.split('\n').map((line) => line.trim());
  const assignments = lines.filter((line) => line.includes('=') && !/^[#;]/.test(line)).map(assignment);
  return new Map(assignments.map(([name, value]) => [name.trim(), value.trim().replace(/^(["'])(.*)\1$/, '$2')]));
}
