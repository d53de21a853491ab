// Training both stages on emoji: the autoencoder on pictures, then U-Net and prompt model together on
// latents and captions. The hyper-parameters are those of runs that worked at this size on one CPU core.

import { imageBatch } from '../data/augment.ts';
import { caption } from '../data/captions.ts';
import type { EmojiRecord, EmojiSet } from '../data/emoji-set.ts';
import { batchAt } from '../data/loader.ts';
import { hostRandom } from '../data/random.ts';
import { encode, type Vocabulary } from '../data/vocabulary.ts';
import { initParts } from '../nn/parts.ts';
import * as is from '../tensor/arguments.ts';
import { add, div, iota, meanSquaredError, random, reshape, tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Recipe } from '../train/recipe.ts';
import { type Supervised, supervised } from '../train/supervised.ts';
import * as kinds from './argument-kinds.ts';
import { type AutoencoderParams, autoencoder, autoencoderLoss } from './autoencoder.ts';
import type { AutoencoderConfig } from './autoencoder-config.ts';
import type { Latents } from './latents.ts';
import { noised, type Parametrization, targetOf } from './process.ts';
import {
  type PromptConfig,
  type PromptModel,
  type PromptParams,
  promptModel,
} from './prompt-model.ts';
import { cosineLevels } from './schedule.ts';
import { type UNet, type UNetConfig, type UNetParams, unet } from './unet.ts';

// Host randomness of a step is hostRandom(seed, step, stream); streams must not meet.
const stream = { augmentation: 1, captions: 2 } as const;

/** 3.6e13 FLOP for 25.8 dB on 6494 pictures. */
export const autoencoderRecipe: Recipe = {
  steps: 1820,
  batchSize: 32,
  learningRate: 2e-3,
  warmup: 50,
  finalShare: 0.02,
  betas: [0.9, 0.99],
  weightDecay: 1e-4,
  clip: 1,
  seed: 0,
  precision: 'f32',
};

/** What the autoencoder's training needs. */
export interface AutoencoderTraining {
  readonly config: AutoencoderConfig;
  /** Pictures; they are mirrored where that is allowed and moved by up to two pixels. */
  readonly set: EmojiSet;
  readonly recipe: Recipe;
}

const trainAutoencoderArgs = is.signature('diffusion.trainAutoencoder', [
  'training',
  is.fields<AutoencoderTraining>({
    config: kinds.autoencoderConfig,
    set: is.record('an emoji set', 'size', 'images', 'records', 'styles'),
    recipe: kinds.recipe,
  }),
]);

/** Training of an autoencoder on pictures. */
export function trainAutoencoder(
  training: AutoencoderTraining,
): Supervised<AutoencoderParams, Tensor> {
  trainAutoencoderArgs(training);
  const { config, set, recipe } = training;
  const { batchSize, seed } = recipe;
  const model = autoencoder(config);
  return supervised({
    name: 'autoencoder step',
    recipe,
    init: (key) => model.init(key),
    batch: (step) => {
      const { indices } = batchAt({ count: set.records.length, batchSize, seed }, step);
      const chance = hostRandom(seed, step, stream.augmentation);
      const pixels = imageBatch(set, indices, chance, { mirror: true, shift: 2 });
      return tensor(pixels, { shape: [batchSize, set.size, set.size, 3] });
    },
    loss: (params, images, key) => autoencoderLoss(model, params, images, key),
  });
}

/** Hyper-parameters of the second stage. */
export interface DiffusionRecipe extends Recipe {
  /** Share of captions replaced by the empty prompt, for guidance. */
  readonly promptDropout: number;
}

/** 1.9e14 FLOP, the length of the shipped model's training (weights/README.md). */
export const diffusionRecipe: DiffusionRecipe = {
  steps: 8000,
  batchSize: 64,
  learningRate: 1e-3,
  warmup: 100,
  finalShare: 0.05,
  betas: [0.9, 0.99],
  weightDecay: 0.01,
  clip: 1,
  emaDecay: 0.999,
  seed: 0,
  precision: 'f32',
  promptDropout: 0.1,
};

/** Parameters of the second stage, trained jointly. */
export interface DiffusionParams {
  readonly unet: UNetParams;
  readonly prompt: PromptParams;
}

/** Configurations of the second stage. */
export interface DiffusionConfig {
  readonly unet: UNetConfig;
  readonly prompt: PromptConfig;
}

/** The parts of the second stage as functions. */
export interface DiffusionModels {
  readonly unet: UNet;
  readonly prompt: PromptModel;
}

const diffusionConfigKind = is.fields<DiffusionConfig>({
  unet: kinds.unetConfig,
  prompt: kinds.promptConfig,
});
const diffusionModelsArgs = is.signature('diffusion.diffusionModels', [
  'config',
  diffusionConfigKind,
]);

/** The models of a configuration. */
export const diffusionModels = (config: DiffusionConfig): DiffusionModels => {
  diffusionModelsArgs(config);
  return {
    unet: unet(config.unet),
    prompt: promptModel(config.prompt),
  };
};

const initDiffusionParamsArgs = is.signature(
  'diffusion.initDiffusionParams',
  ['config', diffusionConfigKind],
  ['key', is.key],
);

/** Parameters of both, from one key. */
export function initDiffusionParams(config: DiffusionConfig, key: Tensor): DiffusionParams {
  initDiffusionParamsArgs(config, key);
  const { unet, prompt } = diffusionModels(config);
  return initParts({ unet, prompt }, key);
}

/** A batch of the second stage: normalised latents [n, h, w, c] and token ids i32 [n, context]. */
export interface DiffusionBatch {
  readonly latents: Tensor;
  readonly ids: Tensor;
}

const diffusionLossKinds = [
  [
    'models',
    is.fields<DiffusionModels>({
      unet: is.methods('an object', 'init', 'apply'),
      prompt: is.methods('an object', 'init', 'apply'),
    }),
  ],
  [
    'params',
    is.fields<DiffusionParams>({
      unet: is.record('an object', 'time', 'pooled', 'start', 'down'),
      prompt: is.record('an object', 'words', 'positions', 'blocks', 'final'),
    }),
  ],
  ['batch', is.fields<DiffusionBatch>({ latents: is.tensor, ids: is.tensor })],
] as const;
const diffusionLossArgs = is.signature(
  'diffusion.diffusionLoss',
  ...diffusionLossKinds,
  ['key', is.key],
  ['kind', is.oneOf('eps', 'x0', 'v')],
);

const stratifiedTimesArgs = is.signature(
  'diffusion.stratifiedTimes',
  ['key', is.key],
  ['n', is.size],
);

/** Times [n], one in each of n equal parts of [0, 1]: each is uniform, together they are less noisy. */
export function stratifiedTimes(key: Tensor, n: number): Tensor {
  stratifiedTimesArgs(key, n);
  return div(add(iota([n], 0, 'f32'), random.uniform(key, [n])), n);
}

/**
 * Mean squared error of the prediction (default v) at random times, continuous cosine schedule: scalar.
 * Times are stratified, one in each of n equal parts of [0, 1]: uniform each, less noisy together.
 */
export function diffusionLoss(
  models: DiffusionModels,
  params: DiffusionParams,
  batch: DiffusionBatch,
  key: Tensor,
  kind: Parametrization = 'v',
): Tensor {
  diffusionLossArgs(models, params, batch, key, kind);
  const [forTimes, forNoise] = random.splitKey(key, 2);
  const times = stratifiedTimes(forTimes, batch.latents.shape[0]);
  return diffusionLossAt(models, params, batch, times, forNoise, kind);
}

const diffusionLossAtArgs = is.signature(
  'diffusion.diffusionLossAt',
  ...diffusionLossKinds,
  ['times', is.tensor],
  ['key', is.key],
  ['kind', is.oneOf('eps', 'x0', 'v')],
);

/** The same at times [n] in [0, 1], with noise from a key. */
export function diffusionLossAt(
  models: DiffusionModels,
  params: DiffusionParams,
  batch: DiffusionBatch,
  times: Tensor,
  key: Tensor,
  kind: Parametrization = 'v',
): Tensor {
  diffusionLossAtArgs(models, params, batch, times, key, kind);
  const n = batch.latents.shape[0];
  const { alpha, sigma } = cosineLevels(reshape(times, [n, 1, 1, 1]));
  const eps = random.normal(key, batch.latents.shape);
  const x = noised(batch.latents, eps, alpha, sigma);
  const prompt = models.prompt.apply(params.prompt, batch.ids);
  const prediction = models.unet.apply(params.unet, x, times, prompt);
  return meanSquaredError(prediction, targetOf(kind, batch.latents, eps, alpha, sigma));
}

/** What the second stage's training needs. */
export interface DiffusionTraining {
  readonly config: DiffusionConfig;
  readonly latents: Latents;
  /** The record of each picture that has latents, in the same order. */
  readonly records: readonly EmojiRecord[];
  readonly vocabulary: Vocabulary;
  readonly recipe: DiffusionRecipe;
}

const diffusionBatchArgs = is.signature(
  'diffusion.diffusionBatch',
  [
    'training',
    is.fields({
      config: is.record('a diffusion config', 'unet', 'prompt'),
      latents: is.record('a latents', 'data', 'shape', 'count', 'scale'),
      records: kinds.emojiRecords,
      vocabulary: is.record('a vocabulary', 'words', 'ids'),
      recipe: is.record('a recipe of the second stage', 'promptDropout', 'batchSize', 'seed'),
    }),
  ],
  ['step', is.scalar],
);

/** Latents and freshly drawn captions of a step, on the host. */
export function diffusionBatch(training: DiffusionTraining, step: number): DiffusionBatch {
  diffusionBatchArgs(training, step);
  const { latents, records, vocabulary, recipe } = training;
  const { batchSize, seed, promptDropout } = recipe;
  const { context } = training.config.prompt;
  const { indices } = batchAt({ count: latents.count, batchSize, seed }, step);
  const chance = hostRandom(seed, step, stream.captions);
  const size = latents.data.length / latents.count;
  const values = new Float32Array(batchSize * size);
  const ids = new Int32Array(batchSize * context);
  indices.forEach((index, i) => {
    values.set(latents.data.subarray(index * size, (index + 1) * size), i * size);
    const text = caption(records[index], chance);
    const shown = chance.chance(promptDropout) ? '' : text;
    ids.set(encode(vocabulary, shown, context).ids, i * context);
  });
  return {
    latents: tensor(values, { shape: [batchSize, ...latents.shape] }),
    ids: tensor(ids, { shape: [batchSize, context] }),
  };
}

const trainDiffusionArgs = is.signature('diffusion.trainDiffusion', [
  'training',
  is.fields<DiffusionTraining>({
    config: is.record('a diffusion config', 'unet', 'prompt'),
    latents: is.record('a latents', 'data', 'shape', 'count', 'scale'),
    records: kinds.emojiRecords,
    vocabulary: is.record('a vocabulary', 'words', 'ids'),
    recipe: kinds.diffusionRecipe,
  }),
]);

/** Training of U-Net and prompt model together on latents and captions. */
export function trainDiffusion(
  training: DiffusionTraining,
): Supervised<DiffusionParams, DiffusionBatch> {
  trainDiffusionArgs(training);
  const models = diffusionModels(training.config);
  const { promptDropout: _, ...recipe } = training.recipe;
  return supervised({
    name: 'diffusion step',
    recipe,
    init: (key) => initDiffusionParams(training.config, key),
    batch: (step) => diffusionBatch(training, step),
    loss: (params, batch, key) => diffusionLoss(models, params, batch, key),
  });
}
