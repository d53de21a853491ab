// `wgrad train TASK`: runs a task in a folder (run/train.ts). Its options come from the task's configuration.
import { Command } from 'commander';
import { readJson } from '../io/files.ts';
import { checkSchema, configure, merge, rows, setting } from '../run/config.ts';
import { refuseChanges, savedConfig } from '../run/description.ts';
import { dryRun } from '../run/dry-run.ts';
import type { Config, Task } from '../run/task.ts';
import { taskNamed, tasks } from '../run/tasks/index.ts';
import { trainRun } from '../run/train.ts';
import type { DeviceName } from '../runtime/device.ts';
import { wholeNumber } from './arguments.ts';
import { chooseDevice, deviceOption } from './device.ts';

interface TrainFlags {
  readonly out?: string;
  readonly set: readonly string[];
  readonly config?: string;
  readonly device: DeviceName;
  readonly checkpointEvery: number;
  readonly sampleEvery: number;
  readonly resume?: boolean;
  readonly dryRun?: boolean;
}

// The configuration that a file and --set ask for, over `base`.
async function asked(task: Task, base: Config, flags: TrainFlags): Promise<Config> {
  const file = flags.config === undefined ? undefined : await readJson(flags.config);
  const fromFile = merge(base, file);
  // a fault of the file is told by its name
  checkSchema(task.schema, fromFile, flags.config ?? 'configuration');
  const settings = flags.set.map((text) => setting(task.schema, text));
  return configure(task, settings.reduce<unknown>(merge, fromFile) as Config, undefined, '--set');
}

async function chosen(task: Task, folder: string, flags: TrainFlags): Promise<Config> {
  if (!flags.resume) return asked(task, task.defaults, flags);
  const config = await savedConfig(folder, task);
  refuseChanges(config, await asked(task, config, flags));
  return config;
}

const say = (line: string): void => console.error(line);

async function train(name: string, flags: TrainFlags): Promise<void> {
  const task = taskNamed(name);
  const folder = flags.out ?? `runs/${name}`;
  const config = await chosen(task, folder, flags); // faults come before any work
  const status = await chooseDevice(flags.device);
  if (status !== undefined) {
    process.exitCode = status;
    return;
  }
  if (flags.dryRun) {
    console.log(await dryRun(task, config, say));
    return;
  }
  const { resume = false, checkpointEvery, sampleEvery } = flags;
  const command = process.argv.slice(2);
  await trainRun(task, { folder, config, resume, command, checkpointEvery, sampleEvery, say });
}

function helpOf(task: Task): string {
  const list = rows(task.schema, task.defaults);
  const wide = Math.max(...list.map(([path]) => path.length));
  return [
    `\n${task.name}: ${task.summary}\n(${task.paper}); --set takes, with these defaults:`,
    ...list.map(([path, value, words]) => `  ${path.padEnd(wide)}  ${value}  ${words}`),
  ].join('\n');
}

const collect = (text: string, before: readonly string[]): readonly string[] => [...before, text];

/** The command `train`. */
export const trainCommand = (): Command =>
  new Command('train')
    .description('train a model; a run is a folder that can be stopped and resumed')
    .argument('<task>', tasks.map((task) => task.name).join(', '))
    .option('--out <folder>', 'folder of the run (default: runs/TASK)')
    .option(
      '--set <key=value>',
      'change a value of the configuration, or remove an optional one (key=null); repeatable',
      collect,
      [],
    )
    .option('--config <file>', 'JSON with any part of the configuration')
    .addOption(deviceOption())
    .option('--checkpoint-every <n>', 'steps between checkpoints', wholeNumber(1), 200)
    .option('--sample-every <n>', 'steps between samples', wholeNumber(1), 250)
    .option('--resume', 'go on with a run that was stopped')
    .option('--dry-run', 'a few steps without a folder: parameters, memory, FLOPs, time')
    .addHelpText('after', () => tasks.map(helpOf).join('\n'))
    .action(train);
