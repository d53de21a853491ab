// Where the model is that a command draws with: a pipeline's folder, or the folder of a run, whose model is in it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isRun } from './description.ts';
import { packageFolder } from './package-files.ts';
import { UsageError } from './usage-error.ts';

const index = 'model_index.json';

/** The folder of the shipped model; undefined if it is not there. */
export const shippedModel = (): string | undefined => packageFolder('weights/emoji', index);

/** The folder of the model in a folder: itself, or `model` in a run; undefined if there is none. @throws UsageError */
export function modelIn(folder: string): string | undefined {
  if (existsSync(join(folder, index))) return folder;
  if (!isRun(folder)) return undefined;
  const model = join(folder, 'model');
  if (existsSync(join(model, index))) return model;
  throw new UsageError(`${folder}: this run has no weights yet; it must train further`);
}
