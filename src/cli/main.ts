// The command `wgrad`; without a command it draws (default-command.ts). Every fault becomes one line on stderr and exit code 1; WGRAD_DEBUG=1 adds the
// stack. Commands live in their own files.
import { Command, CommanderError } from 'commander';
import { packageVersion } from '../run/package-files.ts';
import { printable } from '../tensor/quote.ts';
import { claimCommand } from './claim.ts';
import { withCommand } from './default-command.ts';
import { doctorCommand } from './doctor.ts';
import { generateCommand } from './generate.ts';
import { randomModelCommand } from './random-model.ts';
import { compareCommand, reportCommand, runsCommand } from './runs.ts';
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

function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    // commander has printed it; help and version end with 0
    process.exitCode = error.exitCode === 0 ? 0 : 1;
    return;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  // the second line of an error of the library is the caller's place, which is no user's business
  console.error(`error: ${printable(message.split('\n')[0], 2000) || 'unknown fault'}`);
  if (process.env.WGRAD_DEBUG) console.error(stack);
  process.exitCode = 1;
}

process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});
// a reader that goes away (`| head`) is no fault
process.stdout.on('error', () => process.exit());
// neither is a terminal that was closed; a run saves before it ends
process.stderr.on('error', () => undefined);

async function run(args: readonly string[]): Promise<void> {
  const wgrad = program();
  const names = wgrad.commands.map((command) => command.name());
  await wgrad.parseAsync(withCommand(args, names), { from: 'user' });
}

await run(process.argv.slice(2)).catch(fail);
