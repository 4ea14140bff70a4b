/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) throw new RangeError('there is no median of nothing');
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** To one decimal: what is finer is noise. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Reads `--NAME N` out of a bench's arguments. Throws an Error for what is no whole number above 0. */
export function numberOption(given: readonly string[], name: string, fallback: number): number {
  const value = textOption(given, name, String(fallback));
  if (/^[1-9]\d*$/.test(value)) return Number(value);
  throw new Error(`--${name} needs a whole number above 0, not "${value}".`);
}

/** Reads `--NAME N,N` out of a bench's arguments. Throws an Error for what is no list of whole numbers above 0. */
export function numbersOption(given: readonly string[], name: string, fallback: readonly number[]): readonly number[] {
  const value = textOption(given, name, fallback.join(','));
  if (/^[1-9]\d*(,[1-9]\d*)*$/.test(value)) return value.split(',').map(Number);
  throw new Error(`--${name} needs whole numbers above 0, with commas, not "${value}".`);
}

/** Reads `--NAME TEXT` out of a bench's arguments. */
export function textOption(given: readonly string[], name: string, fallback: string): string {
  const at = given.indexOf(`--${name}`);
  return at < 0 ? fallback : (given[at + 1] ?? '');
}

/** Throws an Error for an argument that is not one of `--NAME VALUE` with these names. */
export function refuseUnknownOptions(given: readonly string[], names: readonly string[]): void {
  const unknown = given.find((argument, at) => at % 2 === 0 && !names.includes(argument.replace(/^--/, '')));
  if (unknown === undefined) return;
  throw new Error(
    `"${unknown}" is not an option of this bench. It has: ${names.map((name) => `--${name}`).join(', ')}.`,
  );
}
