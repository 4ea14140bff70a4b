import { Refusal } from '../platform/inputs.js';

/** The parts of a branch name that name an environment. */
export interface BranchParts {
  readonly user: string;
  readonly feature: string;
}

/** Reads a branch name (without `refs/heads/`); undefined when it is no environment's. */
export type BranchPattern = (branch: string) => BranchParts | undefined;

/** A pattern such as `remote-run/{user}/{feature}`: the user is one segment, the feature may span several. */
export function branchPattern(value: string): BranchPattern {
  const pieces = value.split(/(\{user\}|\{feature\})/);
  const places = pieces.filter((piece) => piece === '{user}' || piece === '{feature}');
  const isWhole = places.length === 2 && places[0] !== places[1];
  if (!isWhole || /[{}\s]/.test(value.replace('{user}', '').replace('{feature}', '')) || value.includes('}{')) {
    throw new Refusal(
      'a branch name with {user} and {feature} once each, apart from one another',
      'Write for example remote-run/{user}/{feature}.',
    );
  }
  const expression = new RegExp(`^${pieces.map(toExpression).join('')}$`, 'u');
  return (branch) => {
    const { user, feature } = expression.exec(branch)?.groups ?? {};
    return user && feature ? { user, feature } : undefined;
  };
}

function toExpression(piece: string): string {
  if (piece === '{user}') return '(?<user>[^/]+)';
  if (piece === '{feature}') return '(?<feature>.+)';
  return piece.replace(/[.*+?^$()|[\]\\/]/g, '\\$&');
}
