// The configuration of a training run: everything that determines its numbers, as one JSON object. The
// defaults are the recipe that worked at this size; a file may change any part of them, options of the
// command line change the common ones, and a key that does not exist is an error.
import { firstGroups } from '../data/emoji.ts';
import { type AutoencoderConfig, a24 } from '../diffusion/autoencoder.ts';
import { type PromptConfig, smallPrompt } from '../diffusion/prompt-model.ts';
import { autoencoderRecipe, type DiffusionOptions, diffusionRecipe } from '../diffusion/train.ts';
import type { TrainOptions } from '../diffusion/trainer.ts';
import { type UNetConfig, unet64 } from '../diffusion/unet.ts';
import { UsageError } from './arguments.ts';

/** A training run. */
export interface RunConfig {
  /** Groups and styles of the data set that are trained on. */
  readonly groups: readonly string[];
  readonly styles: readonly string[];
  readonly models: {
    readonly autoencoder: AutoencoderConfig;
    readonly unet: UNetConfig;
    /** The vocabulary's size is known once the data is read. */
    readonly prompt: Omit<PromptConfig, 'vocabulary'>;
  };
  readonly autoencoder: TrainOptions;
  readonly diffusion: DiffusionOptions;
  /** Steps between lines of metrics. */
  readonly reportEvery: number;
}

const { vocabulary: _, ...prompt } = smallPrompt(0);

/** Three groups in four styles, the recipe's sizes and lengths. */
export const defaultRun: RunConfig = {
  groups: firstGroups,
  styles: ['noto', 'twemoji', 'fluent', 'fluent3d'],
  models: { autoencoder: a24, unet: unet64, prompt },
  autoencoder: autoencoderRecipe,
  diffusion: diffusionRecipe,
  reportEvery: 10,
};

const isRecord = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);

/**
 * `base` with the keys of `changes` replaced, recursively; lists as a whole. `source` names the file.
 * @throws UsageError naming the first key that is unknown or has a value of another type
 */
export function merge<T>(base: T, changes: unknown, source: string, path = ''): T {
  if (changes === undefined) return base;
  const name = path || 'the configuration';
  if (!isRecord(base)) {
    const kind = (x: unknown): string => (Array.isArray(x) ? 'list' : typeof x);
    if (kind(base) !== kind(changes)) {
      throw new UsageError(`${source}: ${name} is a ${kind(changes)}, expected a ${kind(base)}`);
    }
    return changes as T;
  }
  if (!isRecord(changes)) throw new UsageError(`${source}: ${name} is not an object`);
  const unknown = Object.keys(changes).find((key) => !(key in base));
  if (unknown !== undefined) {
    const known = Object.keys(base).join(', ');
    throw new UsageError(`${source}: no key "${unknown}" in ${name}; there are ${known}`);
  }
  return Object.fromEntries(
    Object.entries(base).map(([key, value]) => [
      key,
      merge(value, changes[key], source, path ? `${path}.${key}` : key),
    ]),
  ) as T;
}

/** Checks what must hold between the parts. @throws UsageError */
export function checkRun({ models, autoencoder, diffusion, reportEvery }: RunConfig): void {
  const need = (holds: boolean, what: string): void => {
    if (!holds) throw new UsageError(`configuration: ${what}`);
  };
  need(
    models.unet.latentChannels === models.autoencoder.latentChannels,
    'models.unet.latentChannels and models.autoencoder.latentChannels differ',
  );
  need(
    models.unet.promptDim === models.prompt.dim,
    'models.unet.promptDim and models.prompt.dim differ',
  );
  const counts = { reportEvery, 'autoencoder.steps': autoencoder.steps };
  const all = { ...counts, 'diffusion.steps': diffusion.steps };
  for (const [key, value] of Object.entries(all)) {
    need(Number.isInteger(value) && value >= 1, `${key} is ${value}, expected at least 1`);
  }
  for (const options of [autoencoder, diffusion]) {
    const { batchSize, learningRate, precision = 'f32' } = options;
    need(Number.isInteger(batchSize) && batchSize >= 1, `a batch size of ${batchSize}`);
    need(learningRate > 0 && Number.isFinite(learningRate), `a learning rate of ${learningRate}`);
    need(precision === 'f32' || precision === 'f16', `precision '${precision}', not f32 or f16`);
  }
}
