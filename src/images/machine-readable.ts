/** One line of `packer -machine-readable`: what a person would read, a result, or anything else as it came. */
export type PackerLine =
  | { readonly kind: 'said'; readonly text: string; readonly isError: boolean }
  | { readonly kind: 'failed'; readonly build: string; readonly text: string }
  | { readonly kind: 'artifact'; readonly build: string; readonly id: string }
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'silent' };

/** Reads one line. See Packer's documentation, "Machine-readable output": `timestamp,target,type,data...`. */
export function readPackerLine(line: string): PackerLine {
  const match = /^\d+,([^,]*),([a-z-]+),(.*)$/s.exec(line);
  if (!match) return { kind: 'other', text: line };
  const [build = '', type = '', data = ''] = match.slice(1);
  const fields = data.split(',').map(unescaped);
  if (type === 'ui') return { kind: 'said', text: fields.slice(1).join(','), isError: fields[0] === 'error' };
  if (type === 'error') return { kind: 'failed', build, text: fields.join(',') };
  if (type === 'artifact' && fields[1] === 'id') return { kind: 'artifact', build, id: fields[2] ?? '' };
  return { kind: 'silent' };
}

function unescaped(field: string): string {
  return field.replaceAll('%!(PACKER_COMMA)', ',').replaceAll('\\n', '\n').replaceAll('\\r', '\r');
}

/** An AMI that Packer reports as built. */
export interface BuiltImage {
  /** The build's name in the template. */
  readonly build: string;
  readonly region: string;
  readonly id: string;
}

/** The images in an artifact's id, such as `eu-west-1:ami-a,us-east-1:ami-b`; none for an artifact of another kind. */
export function imagesOf(build: string, artifactId: string): BuiltImage[] {
  return artifactId.split(',').flatMap((part) => {
    const match = /^([a-z0-9-]+):(ami-[0-9a-f]+)$/.exec(part.trim());
    return match ? [{ build, region: match[1] as string, id: match[2] as string }] : [];
  });
}
