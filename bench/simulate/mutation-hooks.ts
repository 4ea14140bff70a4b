import type { LoadHook } from 'node:module';

interface Replacement {
  readonly url: string;
  readonly source: string;
}

let replacement: Replacement | undefined;

/** Node calls this with what `register` was given (Node.js, "Modules: Customization hooks"). */
export function initialize(data: Replacement): void {
  replacement = data;
}

export const load: LoadHook = (url, context, nextLoad) => {
  if (url !== replacement?.url) return nextLoad(url, context);
  return { format: 'module', source: replacement.source, shortCircuit: true };
};
