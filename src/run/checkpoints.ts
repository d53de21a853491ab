// The checkpoints of a run: the latest of each stage and the one before, so that a damaged file costs some
// steps and not the run. At any moment the name of the latest holds a whole checkpoint.
import { existsSync } from 'node:fs';
import { copyFile, link, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCheckpoint, readCheckpoint, saveCheckpoint } from '../io/checkpoint.ts';
import { fileError } from '../io/files.ts';
import { count, number, object, shaped } from '../io/json-shape.ts';
import { FileError } from '../tensor/errors.ts';
import { leaves } from '../tensor/tree.ts';
import type { Algorithm } from '../train/loop.ts';

/** Where a stage's latest state is kept. */
export const checkpointFile = (folder: string, stage: string): string =>
  join(folder, 'checkpoints', `${stage}.safetensors`);

/** The checkpoint before the latest. */
export const previousFile = (folder: string, stage: string): string =>
  join(folder, 'checkpoints', `${stage}.previous.safetensors`);

const damagedFile = (folder: string, stage: string): string =>
  join(folder, 'checkpoints', `${stage}.damaged.safetensors`);

/** What a checkpoint tells beside its tensors. */
export interface Progress {
  /** Steps taken. */
  readonly step: number;
  /** Seconds of the run so far. */
  readonly seconds: number;
}

const told = object<Progress>({ step: count(0, 2 ** 48), seconds: number(0, 1e12) });

/** The metadata of a checkpoint of a stage of `steps`. @throws FileError for what it cannot be */
export function progressOf(metadata: unknown, path: string, steps: number): Progress {
  const progress = shaped(metadata, told, `${path}: its metadata`);
  if (progress.step <= steps) return progress;
  throw new FileError(
    `${path}: has taken ${progress.step} steps, but the run's configuration says ${steps}`,
  );
}

// `to` holds what `from` holds, or what it held before.
type Copy = (from: string, to: string) => Promise<void>;
async function replaceBy(from: string, to: string, copy: Copy): Promise<void> {
  const temporary = `${to}.${process.pid}.tmp`;
  try {
    await rm(temporary, { force: true });
    await copy(from, temporary);
    await rename(temporary, to);
    // renaming one name of a file to another of the same file does nothing
    await rm(temporary, { force: true });
  } catch (error) {
    throw fileError(to, error);
  }
}

/** Keeps the latest checkpoint as the one before, right before another takes its place. @throws FileError */
export async function keepPrevious(folder: string, stage: string): Promise<void> {
  const latest = checkpointFile(folder, stage);
  if (!existsSync(latest)) return;
  // a second name for it where the file system has such, else a copy
  const name: Copy = (from, to) => link(from, to).catch(() => copyFile(from, to));
  await replaceBy(latest, previousFile(folder, stage), name);
}

/**
 * Makes sure that a stage's latest checkpoint can be read, all of it, and says how far it is; undefined if
 * there is none. A damaged one is put aside and the one before takes its place, and `say` is told.
 * @throws FileError if neither can be read, saying what can be done
 */
export async function soundCheckpoint(
  folder: string,
  stage: string,
  steps: number,
  say: (line: string) => void,
): Promise<Progress | undefined> {
  const read = async (path: string): Promise<Progress> =>
    progressOf((await readCheckpoint(path)).metadata, path, steps);
  const latest = checkpointFile(folder, stage);
  const previous = previousFile(folder, stage);
  if (!existsSync(latest) && !existsSync(previous)) return undefined;
  try {
    return await read(latest);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const [fault] = error.message.split('\n');
    const found = existsSync(previous)
      ? await read(previous).catch((e: Error) => e.message.split('\n')[0])
      : 'there is no checkpoint before it';
    if (typeof found === 'string') {
      throw new FileError(`${fault}; ${found}; delete ${latest} to begin the ${stage} stage again`);
    }
    if (existsSync(latest)) await rename(latest, damagedFile(folder, stage));
    await replaceBy(previous, latest, copyFile);
    say(`${fault}; going on from the checkpoint before it, at step ${found.step}`);
    return found;
  }
}

/** A state and how far it is. */
export interface Saved<S> extends Progress {
  readonly state: S;
}

/**
 * The saved state of a stage, read into the structure of `fresh`, whose memory is freed; undefined if there is
 * none. @throws FileError
 */
export async function loadState<S>(
  folder: string,
  stage: string,
  steps: number,
  { form }: Pick<Algorithm<S>, 'form'>,
  fresh: () => Promise<S>,
): Promise<Saved<S> | undefined> {
  const path = checkpointFile(folder, stage);
  if (!existsSync(path)) return undefined;
  const template = await fresh();
  const { tree, metadata } = await loadCheckpoint(path, form ? form.trees(template) : template);
  for (const t of leaves(template)) t.dispose();
  const state = form ? form.state(tree) : (tree as S);
  return { state, ...progressOf(metadata, path, steps) };
}

/** Saves a state, all or nothing; the one before is kept. @throws FileError */
export async function saveState<S>(
  folder: string,
  stage: string,
  { form }: Pick<Algorithm<S>, 'form'>,
  { state, step, seconds }: Saved<S>,
): Promise<void> {
  await keepPrevious(folder, stage);
  const tree = form ? form.trees(state) : state;
  await saveCheckpoint(checkpointFile(folder, stage), tree, { step, seconds });
}
