// Normalisation layers: scale and bias as parameters around the operations of the tensor floor. Batch
// norm carries its running statistics as a value that `train` returns anew.

import * as is from '../tensor/arguments.ts';
import { add, mul } from '../tensor/ops/arithmetic.ts';
import { ones, zeros } from '../tensor/ops/create.ts';
import * as norms from '../tensor/ops/norms.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Module } from './module.ts';
import { checked } from './params-check.ts';

/** Scale and bias [c], both absent without affine parameters. */
export interface NormParams {
  readonly scale?: Tensor;
  readonly bias?: Tensor;
}

/** Options of the normalisation layers. */
export interface NormLayerOptions {
  /** Added to the variance (layer, group and batch norm: 1e-5; RMS norm: to the mean square, 1e-6). */
  readonly eps?: number;
  /** Learned scale and bias (default true). */
  readonly affine?: boolean;
}

const start = (size: number, { affine = true }: NormLayerOptions): NormParams =>
  affine ? { scale: ones([size]), bias: zeros([size]) } : {};

const normLayerOptionsKind = is.options<NormLayerOptions>({
  eps: is.optional(is.notNegative),
  affine: is.optional(is.boolean),
});
const layerNormArgs = is.signature(
  'nn.LayerNorm',
  ['size', is.size],
  ['options', normLayerOptionsKind],
);

/** Each vector of the last axis [..., size] normalised (Ba et al. 2016, arXiv:1607.06450); eps 1e-5. */
export const LayerNorm = (size: number, options: NormLayerOptions = {}): Module<NormParams> => {
  layerNormArgs(size, options);
  return checked('nn.LayerNorm', {
    init: () => start(size, options),
    apply: (params, x) => norms.layerNorm(x, { ...params, eps: options.eps }),
  });
};

const rmsNormArgs = is.signature(
  'nn.RMSNorm',
  ['size', is.size],
  ['options', normLayerOptionsKind],
);

/** Scaled to root mean square 1 over the last axis [..., size] (arXiv:1910.07467); no bias; eps 1e-6. */
export const RMSNorm = (
  size: number,
  options: NormLayerOptions = {},
): Module<{ readonly scale?: Tensor }> => {
  rmsNormArgs(size, options);
  return checked('nn.RMSNorm', {
    init: () => (options.affine === false ? {} : { scale: ones([size]) }),
    apply: (params, x) => norms.rmsNorm(x, { ...params, eps: options.eps }),
  });
};

const groupNormArgs = is.signature(
  'nn.GroupNorm',
  ['groups', is.count],
  ['channels', is.size],
  ['options', normLayerOptionsKind],
);

/** Groups of channels of images [n, ..., channels] normalised (arXiv:1803.08494); eps 1e-5. */
export const GroupNorm = (
  groups: number,
  channels: number,
  options: NormLayerOptions = {},
): Module<NormParams> => {
  groupNormArgs(groups, channels, options);
  return checked('nn.GroupNorm', {
    init: () => start(channels, options),
    apply: (params, x) => norms.groupNorm(x, groups, { ...params, eps: options.eps }),
  });
};

/** Running mean and variance [c] and the number of batches seen (i32 scalar). */
export interface BatchNormState {
  readonly mean: Tensor;
  readonly variance: Tensor;
  readonly count: Tensor;
}

/** Batch normalisation: `apply` uses the running statistics, `train` those of the batch. */
export interface BatchNorm extends Module<NormParams, [x: Tensor, state: BatchNormState]> {
  /** Mean 0, variance 1, no batches. */
  initState(): BatchNormState;
  /** Normalises by the batch and returns the new running statistics with the result. */
  train(params: NormParams, x: Tensor, state: BatchNormState): [Tensor, BatchNormState];
}

const batchNormArgs = is.signature(
  'nn.BatchNorm',
  ['channels', is.size],
  [
    'options',
    is.options({
      eps: is.optional(is.notNegative),
      affine: is.optional(is.boolean),
      momentum: is.optional(is.number),
    }),
  ],
);

/**
 * Batch norm of [..., channels] (Ioffe & Szegedy 2015, arXiv:1502.03167): running statistics move by
 * `momentum` (default 0.1) towards the batch's mean and unbiased variance, as PyTorch's.
 */
export const BatchNorm = (
  channels: number,
  options: NormLayerOptions & { momentum?: number } = {},
): BatchNorm => {
  batchNormArgs(channels, options);
  const { eps, momentum = 0.1 } = options;
  return checked(
    'nn.BatchNorm',
    {
      init: () => start(channels, options),
      initState: () => ({
        mean: zeros([channels]),
        variance: ones([channels]),
        count: zeros([], 'i32'),
      }),
      apply: (params, x, state) => norms.batchNormInference(x, state, { ...params, eps }),
      train: (params, x, state) => {
        const { y, mean, variance } = norms.batchNorm(x, { ...params, eps });
        const n = x.size / channels;
        const move = (old: Tensor, now: Tensor, factor: number): Tensor =>
          add(mul(old, 1 - momentum), mul(now, momentum * factor));
        return [
          y,
          {
            mean: move(state.mean, mean, 1),
            variance: move(state.variance, variance, n / Math.max(n - 1, 1)),
            count: add(state.count, 1),
          },
        ];
      },
    },
    'train',
  );
};
