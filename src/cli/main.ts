// The command `wgrad` as a process: its arguments, its exit code, and faults that no command has caught.
import { fail, run } from './run.ts';

process.on('uncaughtException', (error) => {
  process.exit(fail(error));
});
// a reader that goes away (`| head`) is no fault
process.stdout.on('error', () => process.exit());
// neither is a terminal that was closed; a run saves before it ends
process.stderr.on('error', () => undefined);

process.exitCode = (await run(process.argv.slice(2))) ?? process.exitCode;
