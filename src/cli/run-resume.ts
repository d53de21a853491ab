// Going on with a run: its configuration is the one in its folder, checked as a new one would be, and
// whatever else is asked for must agree with it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../io/files.ts';
import { isJsonObject } from '../io/json.ts';
import { quote } from '../tensor/quote.ts';
import { UsageError } from './arguments.ts';
import { checkRun, defaultRun, merge, type RunConfig } from './run-config.ts';

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

const options: Readonly<Record<string, string>> = {
  groups: '--groups',
  styles: '--styles',
  'autoencoder.steps': '--ae-steps',
  'diffusion.steps': '--steps',
  'diffusion.batchSize': '--batch',
  'diffusion.learningRate': '--lr',
  'autoencoder.seed': '--seed',
  'diffusion.seed': '--seed',
  'autoencoder.precision': '--precision',
  'diffusion.precision': '--precision',
};

/** @throws UsageError naming every option that differs from the run's, with both values */
export function refuseChanges(run: RunConfig, asked: RunConfig): void {
  const changed = differences(asked, run).map(({ path, one, other }) => {
    const option = Object.hasOwn(options, path) ? options[path] : '--config';
    return `${path} (${option}) is ${quote(one)} here and ${quote(other)} in the run`;
  });
  if (changed.length === 0) return;
  throw new UsageError(
    `--resume goes on with the run's own configuration, but ${changed.join(', ')}; ` +
      'leave that out, or start another run with another --out',
  );
}

/** The configuration of the run in a folder. @throws UsageError, FileError */
export async function savedRun(folder: string): Promise<RunConfig> {
  const path = join(folder, 'config.json');
  if (!existsSync(path)) throw new UsageError(`${folder}: nothing to resume (no config.json)`);
  const value = await readJson(path);
  const training = isJsonObject(value) ? value.training : undefined;
  if (!isJsonObject(training) || training.run === undefined) {
    throw new UsageError(`${path}: not the configuration of a training run`);
  }
  const run = merge(defaultRun, training.run, path);
  checkRun(run, path);
  return run;
}

/**
 * Checks that config.json of a run still describes what the run trains: the data set or the file may have
 * changed since. @throws UsageError naming what differs, with both values
 */
export async function checkDescription(folder: string, expected: object): Promise<void> {
  const path = join(folder, 'config.json');
  const value = (await readJson(path)) as Readonly<Record<string, unknown>>;
  const found = Object.entries(expected).flatMap(([key, part]) =>
    key === 'training' ? [] : differences(value[key], part, key),
  );
  if (found.length === 0) return;
  const [{ path: at, one, other }] = found;
  throw new UsageError(
    `${path}: ${at} is ${quote(one)}, but the run that it describes makes ${quote(other)}; ` +
      'the file or the data set has changed since the run was started',
  );
}
