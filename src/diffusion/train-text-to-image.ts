// The second stage of latent diffusion (Rombach et al. 2022, arXiv:2112.10752, section 3.3): a U-Net that denoises
// latents z and attends to the states c of a prompt, trained together with the text encoder that makes them,
//
//   z_t = alpha_t z + sigma_t eps,   L = E w(t) | target - unet(z_t, t, c(prompt)) |²,
//
// with the levels of a scheduler's training steps. Some prompts are left empty, so that the same network knows
// p(z) for classifier-free guidance (Ho & Salimans 2022, arXiv:2207.12598).

import { caption } from '../data/captions.ts';
import type { ClipTokenizer } from '../data/clip-tokenizer.ts';
import type { EmojiRecord } from '../data/emoji-set.ts';
import { batchAt } from '../data/loader.ts';
import { type HostRandom, hostRandom } from '../data/random.ts';
import { minSnrWeights } from '../losses/min-snr.ts';
import type { clipTextModel } from '../models/clip.ts';
import type { unet2DConditionModel } from '../models/unet-2d-condition.ts';
import type { ParamsOf } from '../nn/module.ts';
import { initParts } from '../nn/parts.ts';
import * as is from '../tensor/arguments.ts';
import {
  add,
  cast,
  concat,
  div,
  iota,
  mean,
  minimum,
  mul,
  random,
  square,
  sub,
  take,
  tensor,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Recipe } from '../train/recipe.ts';
import { type Supervised, supervised } from '../train/supervised.ts';
import * as kinds from './argument-kinds.ts';
import { addNoise, type ConfiguredScheduler, snrTable, velocity } from './schedulers/scheduler.ts';

/** The networks of the second stage. */
export interface TextToImageModels {
  readonly unet: ReturnType<typeof unet2DConditionModel>;
  readonly text: ReturnType<typeof clipTextModel>;
}

/** Their parameters. */
export interface TextToImageParams {
  readonly unet: ParamsOf<TextToImageModels['unet']>;
  readonly text: ParamsOf<TextToImageModels['text']>;
}

/** Parameters of both, from one key. */
export const initTextToImage = (
  { unet, text }: TextToImageModels,
  key: Tensor,
): TextToImageParams => initParts({ unet, text }, key);

/** Standard latents [n, h, w, c], token ids i32 [n, context], and what the U-Net sees beside, [n, h, w, k]. */
export interface TextToImageBatch {
  readonly latents: Tensor;
  readonly ids: Tensor;
  readonly beside?: Tensor;
}

/** How errors at different times count. */
export interface TextToImageWeights {
  /** gamma of min-SNR weighting (Hang et al. 2023, arXiv:2303.09556); null: all times count alike. */
  readonly minSnr: number | null;
}

const stratifiedStepsArgs = is.signature(
  'diffusion.stratifiedSteps',
  ['key', is.key],
  ['n', is.size],
  ['steps', is.count],
);

/**
 * Training steps i32 [n], one in each of n equal parts of 0 .. steps - 1: uniform each, together less noisy than
 * independent ones.
 */
export function stratifiedSteps(key: Tensor, n: number, steps: number): Tensor {
  stratifiedStepsArgs(key, n, steps);
  const u = div(add(iota([n], 0, 'f32'), random.uniform(key, [n])), n);
  return minimum(cast(mul(u, steps), 'i32'), steps - 1);
}

const lossKinds = [
  [
    'models',
    is.fields({
      unet: is.methods('a U-Net', 'apply'),
      text: is.methods('a text encoder', 'apply'),
    }),
  ],
  ['params', is.record('parameters', 'unet', 'text')],
  [
    'batch',
    is.fields<TextToImageBatch>({
      latents: is.tensor,
      ids: is.tensor,
      beside: is.optional(is.tensor),
    }),
  ],
] as const;
const lossOptions = [
  ['key', is.key],
  ['scheduler', is.record('a scheduler', 'alphasCumprod', 'kind')],
  ['weights', is.options<TextToImageWeights>({ minSnr: is.either(is.number, is.oneOf(null)) })],
] as const;
const textToImageLossArgs = is.signature('diffusion.textToImageLoss', ...lossKinds, ...lossOptions);

/** The loss of a batch at stratified times, in what the scheduler says that the network predicts: a scalar. */
export function textToImageLoss(
  models: TextToImageModels,
  params: TextToImageParams,
  batch: TextToImageBatch,
  key: Tensor,
  scheduler: ConfiguredScheduler,
  weights: TextToImageWeights = { minSnr: null },
): Tensor {
  textToImageLossArgs(models, params, batch, key, scheduler, weights);
  const [forTimes, forNoise] = random.splitKey(key, 2);
  const [n, steps] = [batch.latents.shape[0], scheduler.alphasCumprod.length];
  const t = stratifiedSteps(forTimes, n, steps);
  return textToImageLossAt(models, params, batch, t, forNoise, scheduler, weights);
}

const textToImageLossAtArgs = is.signature(
  'diffusion.textToImageLossAt',
  ...lossKinds,
  ['t', is.tensor],
  ...lossOptions,
);

/** The same at training steps t i32 [n], with noise from a key. */
export function textToImageLossAt(
  models: TextToImageModels,
  params: TextToImageParams,
  batch: TextToImageBatch,
  t: Tensor,
  key: Tensor,
  scheduler: ConfiguredScheduler,
  weights: TextToImageWeights = { minSnr: null },
): Tensor {
  textToImageLossAtArgs(models, params, batch, t, key, scheduler, weights);
  const { latents, ids, beside } = batch;
  const eps = random.normal(key, latents.shape);
  const { prompt_embeds } = models.text.apply(params.text, ids); // [n, context, width]
  const noisy = addNoise(scheduler, latents, eps, t);
  const seen = beside ? concat([noisy, beside], -1) : noisy;
  const prediction = models.unet.apply(params.unet, seen, t, prompt_embeds);
  const targets = {
    eps: () => eps,
    x0: () => latents,
    v: () => velocity(scheduler, latents, eps, t),
  };
  const errors = mean(square(sub(targets[scheduler.kind](), prediction)), [1, 2, 3]); // [n]
  if (weights.minSnr === null) return mean(errors);
  const snr = take(tensor(Float32Array.from(snrTable(scheduler))), t);
  return mean(mul(errors, minSnrWeights(scheduler.kind, snr, weights.minSnr)));
}

/** Hyper-parameters of the second stage. */
export interface TextToImageRecipe extends Recipe, TextToImageWeights {
  /** Share of captions replaced by the empty prompt. */
  readonly promptDropout: number;
}

/** What the second stage needs. */
export interface TextToImageTraining {
  readonly models: TextToImageModels;
  readonly scheduler: ConfiguredScheduler;
  readonly tokenizer: ClipTokenizer;
  /** Standard latents of every picture, row-major on the host, and the shape [h, w, c] of one. */
  readonly latents: { readonly data: Float32Array; readonly shape: readonly number[] };
  /** The record of each picture, in the same order. */
  readonly records: readonly EmojiRecord[];
  /** What the U-Net sees beside the noisy latents of a picture: `channels` values at each place. */
  readonly beside?: {
    readonly channels: number;
    of(index: number, chance: HostRandom): Float32Array;
  };
  /** The first parameters; default fresh ones. */
  readonly init?: (key: Tensor) => TextToImageParams;
  readonly recipe: TextToImageRecipe;
}

const promptIdsArgs = is.signature(
  'diffusion.promptIds',
  ['tokenizer', is.record('a tokenizer', 'startId', 'endId', 'padId', 'contextLength')],
  ['prompt', is.string],
);

/** A prompt as a text encoder reads it: start, ids, end, padding; what does not fit is left out. */
export function promptIds(tokenizer: ClipTokenizer, prompt: string): Int32Array {
  promptIdsArgs(tokenizer, prompt);
  const { startId, endId, padId, contextLength } = tokenizer;
  const ids = new Int32Array(contextLength).fill(padId);
  ids.set([startId, ...tokenizer.encode(prompt).slice(0, contextLength - 2), endId]);
  return ids;
}

const trainTextToImageArgs = is.signature('diffusion.trainTextToImage', [
  'training',
  is.fields<TextToImageTraining>({
    models: is.record('models', 'unet', 'text'),
    scheduler: is.record('a scheduler', 'alphasCumprod', 'kind'),
    tokenizer: is.record('a tokenizer', 'startId', 'endId', 'padId', 'contextLength'),
    latents: is.record('latents', 'data', 'shape'),
    records: kinds.emojiRecords,
    beside: is.optional(is.record('what is seen beside', 'channels', 'of')),
    init: is.optional(is.func),
    recipe: is.record('a recipe of the second stage', 'promptDropout', 'minSnr', 'batchSize'),
  }),
]);

/** Training of U-Net and text encoder together on latents and freshly drawn captions. Metric: loss. */
export function trainTextToImage(
  training: TextToImageTraining,
): Supervised<TextToImageParams, TextToImageBatch> {
  trainTextToImageArgs(training);
  const { models, scheduler, tokenizer, latents, records, beside } = training;
  const { promptDropout, minSnr, ...recipe } = training.recipe;
  const { batchSize, seed } = recipe;
  const size = latents.shape.reduce((a, b) => a * b, 1);
  const places = size / latents.shape[latents.shape.length - 1];
  return supervised({
    name: 'diffusion step',
    recipe,
    init: training.init ?? ((key) => initTextToImage(models, key)),
    batch: (step) => {
      const { indices } = batchAt({ count: records.length, batchSize, seed }, step);
      const chance = hostRandom(seed, step, 2);
      const values = new Float32Array(batchSize * size);
      const ids = new Int32Array(batchSize * tokenizer.contextLength);
      const seen = new Float32Array(batchSize * places * (beside?.channels ?? 0));
      indices.forEach((index, i) => {
        values.set(latents.data.subarray(index * size, (index + 1) * size), i * size);
        const text = caption(records[index], chance);
        const shown = chance.chance(promptDropout) ? '' : text;
        ids.set(promptIds(tokenizer, shown), i * tokenizer.contextLength);
        if (beside) seen.set(beside.of(index, chance), i * places * beside.channels);
      });
      const [h, w] = latents.shape;
      return {
        ...(beside && { beside: tensor(seen, { shape: [batchSize, h, w, beside.channels] }) }),
        latents: tensor(values, { shape: [batchSize, ...latents.shape] }),
        ids: tensor(ids, { shape: [batchSize, tokenizer.contextLength] }),
      };
    },
    loss: (params, batch, key) =>
      textToImageLoss(models, params, batch, key, scheduler, { minSnr }),
  });
}
