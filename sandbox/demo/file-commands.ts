/**
 * Reads a file that a step wrote for its runner: lines of `name=value`, or of many lines between `name<<MARK` and `MARK`.
 * GitHub Actions documentation, "Workflow commands", "Setting an output parameter" and "Multiline strings".
 */
export function readFileCommands(content: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = content.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const many = /^([^=]+?)<<(.+)$/.exec(line);
    const one = /^([^=]+)=(.*)$/.exec(line);
    if (many) {
      const end = lines.indexOf(many[2] ?? '', at + 1);
      values[many[1] ?? ''] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (one) values[one[1] ?? ''] = one[2] ?? '';
  }
  return values;
}
