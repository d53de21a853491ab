// The command `npm run golden -- DIR`: runs a folder of reference cases, of the format in
// docs/correctness.md, on one device and says what passed. Exit status 0: nothing failed; 1: something
// did; 2: the folder, the device or the arguments are at fault.
import { writeFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { chooseDevice } from '../../src/cli/device.ts';
import { UsageError } from '../../src/run/usage-error.ts';
import { WgradError } from '../../src/tensor/errors.ts';
import type { GoldenCase } from './contract.ts';
import { groupsIn, readGolden } from './golden.ts';
import { adapterOf } from './groups.ts';
import { details, groupLine } from './report.ts';
import { type GroupReport, type RunOptions, runGroup } from './run-cases.ts';
import { settings } from './settings.ts';

const devices = ['cpu', 'webgpu'] as const;

interface Options {
  readonly device: (typeof devices)[number];
  readonly group?: readonly string[];
  readonly case?: readonly string[];
  readonly json?: string;
}

/** Where lines go: results to standard output; progress and faults to standard error. */
export interface Output {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

const collect = (value: string, before: string[] = []): string[] => [...before, value];

const commandOf = (out: Output): Command =>
  new Command('npm run golden --')
    .description('Check wgrad against reference values of other implementations.')
    .argument('<folder>', 'a folder of groups: <group>.json and <group>.safetensors')
    .addOption(new Option('--device <name>', 'where to compute').choices(devices).default('cpu'))
    .option('--group <name>', 'only this group (may be repeated)', collect)
    .option('--case <id>', 'only this case (may be repeated)', collect)
    .option('--json <file>', 'write the whole report')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => out.print(text.trimEnd()),
      writeErr: (text) => out.complain(text.trimEnd()),
    });

// JSON has no NaN and infinities
const spelled = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;

function chosen(asked: readonly string[] | undefined, there: readonly string[], what: string) {
  const unknown = asked?.find((name) => !there.includes(name));
  if (unknown !== undefined) {
    const known = there.length > 20 ? `${there.slice(0, 20).join(', ')}, ...` : there.join(', ');
    throw new UsageError(`there is no ${what} ${JSON.stringify(unknown)}; known are ${known}`);
  }
  return asked ?? there;
}

// for runs of minutes
function progress({ complain }: Output): RunOptions['progress'] {
  let noted = performance.now();
  return (group, done, of) => {
    if (performance.now() - noted < 5000) return;
    noted = performance.now();
    complain(`  ${group}: ${done} of ${of} cases`);
  };
}

async function main(folder: string, options: Options, out: Output): Promise<number> {
  const names = chosen(options.group, groupsIn(folder), 'group');
  const goldens = names.map((group) => readGolden(group, folder));
  const ids = goldens.flatMap((g) => g.cases.map((c) => c.id));
  const wanted = new Set(chosen(options.case, ids, 'case'));
  // lavapipe need not optimise shaders that run once
  if (options.device === 'webgpu') process.env.GALLIVM_PERF ??= 'nopt';
  const status = await chooseDevice(options.device);
  if (status !== undefined) return status;

  const only = (c: GoldenCase): boolean => wanted.has(c.id);
  const setting = { ...settings[options.device], only, progress: progress(out) };
  const reports: GroupReport[] = [];
  for (const golden of goldens) {
    if (!golden.cases.some(only)) continue;
    const report = await runGroup(golden, adapterOf(golden.group), setting);
    out.print(groupLine(report));
    reports.push(report);
  }
  for (const line of details(reports)) out.print(line);
  if (options.json !== undefined) {
    const whole = { folder, device: options.device, factor: setting.factor, groups: reports };
    writeFileSync(options.json, `${JSON.stringify(whole, spelled, 1)}\n`);
  }
  return reports.some((r) => r.counts.failed > 0) ? 1 : 0;
}

function fail(error: unknown, { complain }: Output): number {
  // commander has said what is wrong; asking for help is no fault
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const text = error instanceof Error ? error.message : String(error);
  // the second line of an error of the library is its caller's place
  complain(`error: ${text.split('\n')[0]}`);
  const expected = error instanceof WgradError || error instanceof UsageError;
  if (!expected && error instanceof Error) complain(error.stack ?? '');
  return 2;
}

/** Runs the command with these arguments and resolves to its exit status. */
export async function golden(args: readonly string[], out: Output): Promise<number> {
  try {
    const command = commandOf(out).parse(args, { from: 'user' });
    return await main(command.args[0], command.opts<Options>(), out);
  } catch (error) {
    return fail(error, out);
  }
}
