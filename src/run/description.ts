// run.json: what a run is. It is written before anything else, and a run that goes on is checked against it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from '../io/files.ts';
import { isJsonObject } from '../io/json.ts';
import { quote } from '../tensor/quote.ts';
import { configure } from './config.ts';
import type { Config, Task } from './task.ts';
import { UsageError } from './usage-error.ts';

/** A run's own account of itself. */
export interface Description {
  readonly task: string;
  /** The command that made it. */
  readonly command: readonly string[];
  /** Version of wgrad and the device it was started on. */
  readonly version: string;
  readonly device: string;
  /** ISO 8601; `ended` once the last stage is over. */
  readonly started: string;
  readonly ended?: string;
  /** What ended it before that: the stage and the message, until it goes on. */
  readonly error?: string;
  readonly config: Config;
}

const runFile = (folder: string): string => join(folder, 'run.json');
/** Whether there is a run in a folder. */
export const isRun = (folder: string): boolean => existsSync(runFile(folder));

/** Writes run.json. @throws FileError */
export const writeDescription = (folder: string, description: Description): Promise<void> =>
  writeJson(runFile(folder), { format: 'wgrad-run', ...description });

/** Reads run.json; the configuration is not checked yet. @throws UsageError, FileError */
export async function readDescription(folder: string): Promise<Description> {
  const path = runFile(folder);
  if (!existsSync(path)) throw new UsageError(`${folder}: there is no run (no run.json)`);
  const value = await readJson(path);
  const { format, task, config, command, ...rest } = isJsonObject(value) ? value : {};
  if (format === 'wgrad-run' && typeof task === 'string' && isJsonObject(config)) {
    const { version = '', device = '', started = '' } = rest;
    const words = Array.isArray(command) ? command.map(String) : [];
    const ended = typeof rest.ended === 'string' ? rest.ended : undefined;
    const error = typeof rest.error === 'string' ? rest.error : undefined;
    const texts = { version: `${version}`, device: `${device}`, started: `${started}` };
    return { task, config, command: words, ...texts, ended, error };
  }
  throw new UsageError(`${path}: not the configuration of a training run`);
}

/** The checked configuration of the run in a folder. @throws UsageError, FileError */
export async function savedConfig(folder: string, task: Task): Promise<Config> {
  const found = await readDescription(folder);
  if (found.task !== task.name) {
    throw new UsageError(`${folder}: a run of ${quote(found.task)}, not of ${task.name}`);
  }
  return configure(task, task.defaults, found.config, join(folder, 'run.json'));
}

/** Where two JSON values differ. */
export interface Difference {
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** All differences of two JSON values; lists count as a whole. */
export function differences(one: unknown, other: unknown, path = ''): Difference[] {
  if (isJsonObject(one) && isJsonObject(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
      differences(one[key], other[key], path ? `${path}.${key}` : key),
    );
  }
  return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ path, one, other }];
}

/** @throws UsageError naming every value that differs from the run's */
export function refuseChanges(run: Config, asked: Config): void {
  const changed = differences(asked, run).map(
    ({ path, one, other }) => `${path} is ${quote(one)} here and ${quote(other)} in the run`,
  );
  if (changed.length === 0) return;
  throw new UsageError(
    `--resume goes on with the run's own configuration, but ${changed.join(', ')}; ` +
      'leave that out, or start another run with another --out',
  );
}
