// What an autoencoder of latent diffusion has between encoder and decoder (Rombach et al. 2022, arXiv:2112.10752,
// section 3.1): a normal distribution that is lightly pulled towards the standard one, or a codebook.

import { standardNormalKl } from '../losses/kl.ts';
import {
  type AutoencoderKL,
  type AutoencoderKLParams,
  sampleGaussian,
} from '../models/autoencoder-kl.ts';
import type { VQModel, VQModelParams } from '../models/vq-model.ts';
import { mean, mul, random } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { cared, perplexity } from './codebook.ts';
import type { LatentAutoencoder } from './latents.ts';

/** An autoencoder of either kind. */
export type FirstStageModel = AutoencoderKL | VQModel;
/** Its parameters. */
export type FirstStageParams = AutoencoderKLParams | VQModelParams;

/** Pictures on their way through an autoencoder in training. */
export interface Passed {
  /** Reconstructions. */
  readonly y: Tensor;
  /** What the latents add to the loss, weighted; scalar. */
  readonly penalty: Tensor;
  readonly metrics: Readonly<Record<string, Tensor>>;
  /** Of a codebook: the latents before it, and the indices of their codes. */
  readonly choice?: { readonly latents: Tensor; readonly indices: Tensor };
}

/** How the middle of an autoencoder is weighted. */
export interface PenaltyWeights {
  /** Of the divergence from a standard normal, the mean over elements of the latents. */
  readonly kl: number;
  /** beta: of the latents' way to their codes, |z - sg(e)|², a mean over elements. */
  readonly commitment: number;
}

/** The middle of an autoencoder. */
export interface Bottleneck<P> {
  /** The path of the leaf that no gradient trains. */
  readonly codes?: string;
  /** Frequencies of codes before the first step. */
  counts(params: P): Tensor | null;
  pass(params: P, x: Tensor, key: Tensor): Passed;
  /** Codes and their frequencies after a step. */
  care(
    params: P,
    counts: Tensor,
    passed: Passed,
    key: Tensor,
  ): { readonly codes: Tensor; readonly counts: Tensor };
}

const gaussian = (
  model: AutoencoderKL,
  { kl }: PenaltyWeights,
): Bottleneck<AutoencoderKLParams> => ({
  counts: () => null,
  pass: (params, x, key) => {
    const q = model.encode(params, x);
    const divergence = mean(standardNormalKl(q.mean, q.logvar));
    return {
      y: model.decode(params, sampleGaussian(q, random.normal(key, q.mean.shape))),
      penalty: mul(divergence, kl),
      metrics: { kl: divergence },
    };
  },
  care: () => {
    throw new Error('a normal distribution has no codes');
  },
});

const discrete = (
  model: VQModel,
  { commitment: beta }: PenaltyWeights,
): Bottleneck<VQModelParams> => ({
  codes: 'quantize.embedding.weight',
  counts: ({ quantize }) => mul(mean(quantize.embedding.weight, 1), 0),
  pass: (params, x) => {
    const latents = model.encode(params, x);
    // the way of the codes to the latents has a value and no gradient: codes are moving means
    const { quantized, loss, indices } = model.quantize(params, latents, { beta, legacy: false });
    return {
      y: model.decode(params, quantized, { quantized: false }),
      penalty: loss,
      metrics: { codebook: loss, perplexity: perplexity(indices, model.config.num_vq_embeddings) },
      choice: { latents, indices },
    };
  },
  care: ({ quantize }, counts, { choice }, key) => {
    if (!choice) throw new Error('no codes were chosen');
    const book = { codes: quantize.embedding.weight, counts };
    return cared(book, choice.latents, choice.indices, key);
  },
});

const isVq = (model: FirstStageModel): model is VQModel => 'quantize' in model;

/** What stands between encoder and decoder of a model. */
export const bottleneckOf = (
  model: FirstStageModel,
  weights: PenaltyWeights,
): Bottleneck<FirstStageParams> =>
  (isVq(model)
    ? discrete(model, weights)
    : gaussian(model, weights)) as Bottleneck<FirstStageParams>;

/**
 * A model as diffusion sees it: of a normal distribution the mean, of a codebook the latents before it, since
 * quantisation belongs to the decoder (appendix G).
 */
export const latentsOf = (model: FirstStageModel): LatentAutoencoder<FirstStageParams> => {
  if (!isVq(model)) return model as LatentAutoencoder<FirstStageParams>;
  return {
    apply: (params, x) => model.apply(params as VQModelParams, x),
    encode: (params, x) => ({ mean: model.encode(params as VQModelParams, x) }),
  };
};
