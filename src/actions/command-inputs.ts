import { type Fields, type InputsOf, isGiven, type Rule } from '../platform/inputs.js';
import { planInputs } from './plan-inputs.js';

/** What a step can be told to do. */
export const commands = ['deploy', 'resume', 'abort', 'undo', 'repair', 'history'] as const;

export type Command = (typeof commands)[number];

/** These name two groups, and so the ledger that every command looks into. */
const namesOfPair = ['strategy', 'other-group', 'listener-rule'];

const ofPlan = Object.keys(planInputs).filter((input) => !namesOfPair.includes(input));

/** The commands that have a use for an input; one that is not named here is of use to all of them. */
const takers: Readonly<Record<string, readonly Command[]>> = {
  ...Object.fromEntries(ofPlan.map((input) => [input, ['deploy', 'undo'] as const])),
  'image-id': ['deploy'],
  'image-tags': ['deploy'],
  'image-from': ['deploy'],
  'dry-run': ['deploy'],
  'release-command': ['deploy'],
  force: ['deploy'],
  expedite: ['deploy', 'resume', 'undo'],
};

/** Why a command has no use for such inputs. */
const reasons: Readonly<Record<Command, string>> = {
  deploy: '',
  resume: 'it goes on with the image and the plan that the ledger holds',
  abort: 'it takes back what the ledger holds as unfinished',
  undo: 'it goes back to what the ledger knows to have been healthy, and runs no release command',
  repair: 'it ends what the ledger holds as unfinished',
  history: 'it only reads the ledger',
};

/** A rule: what a command would ignore is not given. It names all such inputs at once. */
export function inputsFitCommand<Shape extends Fields>(fields: Shape): Rule<Shape> {
  return (values: Partial<InputsOf<Shape>>) => {
    const command = values['command'] as Command | undefined;
    if (command === undefined) return undefined;
    const strategy = values['strategy'];
    const ignored = Object.entries(fields).flatMap(([input, field]) => {
      const isPlan = input === 'strategy' && strategy !== 'two-group';
      const isTaken = (isPlan ? takers['waves'] : takers[input])?.includes(command) ?? true;
      return !isTaken && isGiven(field, values[input]) ? [input] : [];
    });
    const [first] = ignored;
    if (first === undefined) return undefined;
    const names = ignored.map((input) => `"${input}"`).join(', ');
    return {
      input: first,
      found: `${names} with command: ${command}`,
      allowed: `nothing for ${ignored.length === 1 ? 'it' : 'them'} with this command: ${reasons[command]}`,
      remedy: `Leave ${ignored.length === 1 ? 'it' : 'them'} out, or write command: deploy.`,
    };
  };
}
