// The configuration of a training run: everything that determines its numbers, as one JSON object. The
// defaults are the recipe that worked at this size; a file may change any part of them, options of the
// command line change the common ones, and a key that does not exist is an error.
import { firstGroups } from '../data/emoji.ts';
import { type AutoencoderConfig, a24 } from '../diffusion/autoencoder-config.ts';
import { autoencoderShape, promptSizesShape, unetShape } from '../diffusion/model-shapes.ts';
import { type PromptConfig, smallPrompt } from '../diffusion/prompt-model.ts';
import { autoencoderRecipe, type DiffusionOptions, diffusionRecipe } from '../diffusion/train.ts';
import type { TrainOptions } from '../diffusion/trainer.ts';
import { type UNetConfig, unet64 } from '../diffusion/unet.ts';
import { isJsonObject } from '../io/json.ts';
import {
  count,
  list,
  number,
  object,
  oneOf,
  optional,
  pair,
  shaped,
  text,
} from '../io/json-shape.ts';
import { quote } from '../tensor/quote.ts';
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

/** Pictures of a batch that no machine needs more of. */
export const largestBatch = 4096;
const positive = number(1e-12, 1e12);

const trainShapes = {
  steps: count(1, 1e9),
  batchSize: count(1, largestBatch),
  learningRate: number(1e-12, 1e3),
  warmup: count(0, 1e9),
  finalShare: number(0, 1),
  betas: pair(number(0, 0.999_999_999)),
  weightDecay: number(0, 1e3),
  clip: positive,
  emaDecay: optional(number(0, 1)),
  seed: count(0, Number.MAX_SAFE_INTEGER),
  precision: optional(oneOf('f32', 'f16')),
};

const names = list(text(100), 1, 1000);

const runShape = object<RunConfig>({
  groups: names,
  styles: names,
  models: object<RunConfig['models']>({
    autoencoder: autoencoderShape,
    unet: unetShape,
    prompt: promptSizesShape,
  }),
  autoencoder: object<TrainOptions>(trainShapes),
  diffusion: object<DiffusionOptions>({ ...trainShapes, promptDropout: number(0, 1) }),
  reportEvery: count(1, 1e6),
});

/**
 * `base` with the keys of `changes` replaced, recursively; lists as a whole. `source` names the file.
 * @throws UsageError naming the first key that is unknown or has a value of another type
 */
export function merge<T>(base: T, changes: unknown, source: string, path = ''): T {
  if (changes === undefined) return base;
  const name = path || 'the configuration';
  if (!isJsonObject(base)) {
    const kind = (x: unknown): string =>
      Array.isArray(x) ? 'list' : x === null ? 'null' : typeof x;
    if (kind(base) !== kind(changes)) {
      throw new UsageError(`${source}: ${name} is a ${kind(changes)}, expected a ${kind(base)}`);
    }
    return changes as T;
  }
  if (!isJsonObject(changes)) throw new UsageError(`${source}: ${name} is not an object`);
  const unknown = Object.keys(changes).find((key) => !Object.hasOwn(base, key));
  if (unknown !== undefined) {
    const known = Object.keys(base).join(', ');
    throw new UsageError(`${source}: no key ${quote(unknown)} in ${name}; there are ${known}`);
  }
  return Object.fromEntries(
    Object.entries(base).map(([key, value]) => [
      key,
      merge(
        value,
        Object.hasOwn(changes, key) ? changes[key] : undefined,
        source,
        path ? `${path}.${key}` : key,
      ),
    ]),
  ) as T;
}

/**
 * Checks every value, and what must hold between the parts. `source` names the configuration.
 * @throws FileError, UsageError naming the path of what is wrong
 */
export function checkRun(run: RunConfig, source = 'configuration'): void {
  const { models } = shaped(run, runShape, source);
  const need = (holds: boolean, what: string): void => {
    if (!holds) throw new UsageError(`${source}: ${what}`);
  };
  need(
    models.unet.latentChannels === models.autoencoder.latentChannels,
    'models.unet.latentChannels and models.autoencoder.latentChannels differ',
  );
  need(
    models.unet.promptDim === models.prompt.dim,
    'models.unet.promptDim and models.prompt.dim differ',
  );
  need(
    models.unet.selfAttention.length === models.unet.mults.length,
    'models.unet.selfAttention and models.unet.mults have different lengths',
  );
}
