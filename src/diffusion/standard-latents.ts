// Latents of mean 0 and standard deviation 1 in every channel, which is what a diffusion model wants. Published
// pipelines multiply all channels by one number (`scaling_factor`); here the 1x1 convolutions on either side of the
// latents take over mean and deviation of each channel, so the autoencoder is the same function, its scaling
// factor is 1, and any program that reads the folder gets standard latents.
//
//   mean' = (mean - m) / s,   ln var' = ln var - 2 ln s,   z = s z' + m
//
// Of a codebook s is one number for all channels: the nearest code stays the nearest when everything moves and when
// everything grows alike, and not when directions grow apart.

import type { AutoencoderKLParams } from '../models/autoencoder-kl.ts';
import type { VQModelParams } from '../models/vq-model.ts';
import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import {
  add,
  concat,
  div,
  expandDims,
  log,
  mul,
  neg,
  onesLike,
  sub,
  sum,
  zerosLike,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';

// what a 1x1 convolution [1, 1, c, out] makes of the same [c] everywhere
const through = (w: Tensor, c: Tensor): Tensor => sum(mul(w, expandDims(c, 1)), [0, 1, 2]);

const withStandardLatentsArgs = is.signature(
  'diffusion.withStandardLatents',
  ['params', is.record('parameters of an AutoencoderKL', 'encoder', 'decoder')],
  ['mean', is.tensor],
  ['std', is.tensor],
);

/**
 * The parameters of the same autoencoder with latents (z - mean) / std; mean and std [c] of its latents over the
 * training set. @throws WgradError for an autoencoder without the 1x1 convolutions
 */
export function withStandardLatents(
  params: AutoencoderKLParams,
  mean: Tensor,
  std: Tensor,
): AutoencoderKLParams {
  withStandardLatentsArgs(params, mean, std);
  const { quant_conv: before, post_quant_conv: after } = params;
  if (!before?.b || !after?.b) {
    throw new WgradError(
      'diffusion.withStandardLatents: the autoencoder has no quant_conv and post_quant_conv; make it with ' +
        'use_quant_conv and use_post_quant_conv',
    );
  }
  // outputs of quant_conv: c means, then c logarithms of variances
  const scale = concat([div(1, std), onesLike(std)]);
  const shift = concat([zerosLike(std), neg(mul(2, log(std)))]);
  const center = concat([mean, zerosLike(mean)]);
  const w = after.w as Tensor; // [1, 1, c, c]
  return {
    ...params,
    quant_conv: {
      w: mul(before.w as Tensor, scale),
      b: add(mul(sub(before.b, center), scale), shift),
    },
    post_quant_conv: {
      w: mul(w, expandDims(std, 1)),
      b: add(after.b, through(w, mean)),
    },
  };
}

const withStandardCodesArgs = is.signature(
  'diffusion.withStandardCodes',
  ['params', is.record('parameters of a VQModel', 'encoder', 'decoder', 'quantize')],
  ['mean', is.tensor],
  ['std', is.tensor],
);

/**
 * The parameters of the same vector-quantising autoencoder with latents and codes (z - mean) / std; mean [c]
 * and std, one number in [] or [c], of its latents over the training set, before they are quantised.
 */
export function withStandardCodes(params: VQModelParams, mean: Tensor, std: Tensor): VQModelParams {
  withStandardCodesArgs(params, mean, std);
  const { quant_conv: before, post_quant_conv: after, quantize } = params;
  const w = after.w as Tensor; // [1, 1, width, c]
  return {
    ...params,
    quant_conv: {
      w: div(before.w as Tensor, std),
      b: div(sub(before.b as Tensor, mean), std),
    },
    quantize: { embedding: { weight: div(sub(quantize.embedding.weight, mean), std) } },
    post_quant_conv: {
      w: mul(w, std),
      b: add(after.b as Tensor, through(w, mean)),
    },
  };
}
