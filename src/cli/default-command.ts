// `wgrad "red apple"` draws: a first argument that is no command is a prompt of `generate`. A word that is
// nearly a command is taken for a slip of the keyboard and refused, with both readings.

import { UsageError } from '../run/usage-error.ts';
import { editDistance } from '../tensor/nearest.ts';

const ofTheProgram = new Set(['-h', '--help', '-V', '--version', 'help']);

// 'rain' is one edit from 'train'; longer words may have two
const isNear = (word: string, command: string): boolean =>
  Math.abs(word.length - command.length) <= 2 &&
  editDistance(word.toLowerCase(), command) <= (word.length < 5 ? 1 : 2);

/**
 * Arguments with the command `generate` put in front where they name none.
 * @throws UsageError for a word that is nearly a command
 */
export function withCommand(
  args: readonly string[],
  commands: readonly string[],
): readonly string[] {
  const [first] = args;
  if (first === undefined || ofTheProgram.has(first) || commands.includes(first)) return args;
  // whole sentences and options are no slips
  const meant = /^-|\s/.test(first) ? undefined : commands.find((name) => isNear(first, name));
  if (meant === undefined) return ['generate', ...args];
  throw new UsageError(
    `unknown command '${first}'; did you mean ${meant}? To draw it: wgrad generate ${first}`,
  );
}
