// All commands together: from arguments to an exit code. Every fault becomes one line on stderr and exit code 1;
// WGRAD_DEBUG=1 adds the stack. Commands live in their own files; without one it draws (default-command.ts).
import { Command, CommanderError } from 'commander';
import { packageVersion } from '../run/package-files.ts';
import { printable } from '../tensor/quote.ts';
import { claimCommand } from './claim.ts';
import { classifyCommand } from './classify.ts';
import { withCommand } from './default-command.ts';
import { doctorCommand } from './doctor.ts';
import { evaluateCommand } from './evaluate.ts';
import { generateCommand } from './generate.ts';
import { randomModelCommand } from './random-model.ts';
import { compareCommand, reportCommand, runsCommand } from './runs.ts';
import { searchCommand } from './search.ts';
import { trainCommand } from './train.ts';

const oneLine = (text: string): string => printable(text.trim().replace(/\s*\n\s*/g, ' '), 2000);

function program(): Command {
  const wgrad = new Command('wgrad')
    .description('tensors, gradients and latent diffusion, written from scratch')
    .usage('[options] [command]\n       wgrad "red apple"')
    .version(packageVersion());
  const commands = [
    generateCommand(),
    trainCommand(),
    classifyCommand(),
    searchCommand(),
    evaluateCommand(),
    runsCommand(),
    reportCommand(),
    compareCommand(),
    claimCommand(),
    randomModelCommand(),
    doctorCommand(),
  ];
  for (const command of commands) wgrad.addCommand(command);
  for (const command of [wgrad, ...wgrad.commands]) {
    command.exitOverride().configureOutput({
      outputError: (text, write) => write(`${oneLine(text)}\n`),
    });
  }
  return wgrad;
}

/** Says what went wrong in one line; the exit code. */
export function fail(error: unknown): number {
  // commander has printed it; help and version end with 0
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  // the second line of an error of the library is the caller's place, which is no user's business
  console.error(`error: ${printable(message.split('\n')[0], 2000) || 'unknown fault'}`);
  if (process.env.WGRAD_DEBUG) console.error(stack);
  return 1;
}

/** Runs the command that the arguments name; its exit code. */
export async function run(args: readonly string[]): Promise<number | undefined> {
  const wgrad = program();
  const names = wgrad.commands.map((command) => command.name());
  try {
    await wgrad.parseAsync(withCommand(args, names), { from: 'user' });
  } catch (error) {
    return fail(error);
  }
}
