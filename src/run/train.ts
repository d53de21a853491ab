// A run from its beginning, or from where it was stopped, to its end.
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBytes } from '../io/files.ts';
import { currentDevice } from '../runtime/device.ts';
import { printable } from '../tensor/quote.ts';
import { soundCheckpoint } from './checkpoints.ts';
import { isRun, readDescription, writeDescription } from './description.ts';
import { cutMetrics, writableFolder } from './folder.ts';
import { removeLeftovers } from './leftovers.ts';
import { lockRun } from './lock.ts';
import { packageVersion } from './package-files.ts';
import { writeReport } from './report.ts';
import { stopSignal } from './signals.ts';
import { Interrupted, runStage } from './stage.ts';
import type { Config, Room, Task } from './task.ts';
import { UsageError } from './usage-error.ts';

/** How a task is run. */
export interface RunOptions {
  readonly folder: string;
  /** Checked. */
  readonly config: Config;
  /** Go on with the run in the folder. */
  readonly resume: boolean;
  readonly command: readonly string[];
  readonly checkpointEvery: number;
  readonly sampleEvery: number;
  /** Told what happens, line by line. */
  say(line: string): void;
}

const now = (): string => new Date().toISOString();

// A folder and all within: a model has parts, each in a folder of its own.
async function withFoldersIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { withFileTypes: true });
  const within = all.filter((entry) => entry.isDirectory());
  const deep = await Promise.all(within.map(({ name }) => withFoldersIn(join(folder, name))));
  return [folder, ...deep.flat()];
}

// Everything in a run's folder is this process's own here.
async function openFolder(task: Task, options: RunOptions): Promise<void> {
  const { folder, config, command, resume, say } = options;
  for (const name of ['checkpoints', 'samples'])
    await mkdir(join(folder, name), { recursive: true });
  const { files, bytes } = await removeLeftovers(await withFoldersIn(folder));
  if (files > 0)
    say(`${folder}: removed ${files} files of killed processes (${formatBytes(bytes)})`);
  if (resume) return noteError(folder, undefined);
  await writeDescription(folder, {
    task: task.name,
    command,
    version: packageVersion(),
    device: currentDevice()?.description ?? '',
    started: now(),
    config,
  });
}

const refuseExisting = ({ folder, resume }: RunOptions): void => {
  if (resume || !isRun(folder)) return;
  throw new UsageError(`${folder}: there is a run already; add --resume or choose another --out`);
};

const messageOf = (error: unknown): string =>
  printable((error instanceof Error ? error.message : String(error)).split('\n')[0], 2000);

// run.json and the page say what ended a run; `undefined`: it goes on.
async function noteError(folder: string, error: string | undefined): Promise<void> {
  const description = await readDescription(folder);
  if (description.error === error) return;
  await writeDescription(folder, { ...description, error });
  if (error !== undefined) await writeReport(folder);
}

async function runStages(task: Task, options: RunOptions): Promise<number> {
  const { folder, config, resume, say } = options;
  const stop = stopSignal();
  const room: Room = { folder, command: options.command, say };
  let seconds = 0;
  let at = 'before the first stage';
  try {
    for await (const stage of task.stages(config, room)) {
      at = stage.name;
      if (resume) {
        // a damaged checkpoint gives way to the one before, and the lines after it go
        const sound = await soundCheckpoint(folder, stage.name, stage.steps, say);
        await cutMetrics(folder, stage.name, sound?.step ?? 0);
      }
      const { state, seconds: reached } = await runStage(stage, {
        ...options,
        stop,
        reportEvery: task.reportEvery(config),
        secondsBefore: seconds,
      });
      seconds = reached;
      await stage.done?.(state);
    }
    return seconds;
  } catch (error) {
    if (!(error instanceof Interrupted)) {
      // what keeps the page from being written is no news beside what ended the run
      await noteError(folder, `${at}: ${messageOf(error)}`).catch(() => undefined);
      throw error;
    }
    say(`${error.message}; go on with: wgrad train ${task.name} --out ${folder} --resume`);
    process.exitCode = stop.exitCode;
    return Number.NaN;
  } finally {
    stop.release();
  }
}

/** Runs a task in a folder that no other process works on. @throws UsageError, FileError */
export async function trainRun(task: Task, options: RunOptions): Promise<void> {
  const { folder, say } = options;
  refuseExisting(options);
  await writableFolder(folder);
  const lock = await lockRun(folder, say);
  try {
    refuseExisting(options); // nobody can have been quicker any more
    await openFolder(task, options);
    const seconds = await runStages(task, options);
    const report = await writeReport(folder);
    if (Number.isNaN(seconds)) return;
    await writeDescription(folder, { ...(await readDescription(folder)), ended: now() });
    say(`done: ${folder} (${report} shows curves and samples)`);
    if (task.next) say(`next: ${task.next(folder)}`);
  } finally {
    lock.release();
  }
}
