// The affine layer and the embedding table.

import * as is from '../tensor/arguments.ts';
import { embedding } from '../tensor/ops/indexing.ts';
import { affine } from '../tensor/ops/matmul.ts';
import * as random from '../tensor/ops/random.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { fanInUniform, type Initializer, normal } from './initializers.ts';
import type { Module } from './module.ts';
import { checked } from './params-check.ts';
import { asOperandOf } from './precision.ts';

/** Weight [in, out] and bias [out] (absent without bias). */
export interface LinearParams {
  readonly w: Tensor;
  readonly b?: Tensor;
}

/** Options of layers with a weight and a bias. */
export interface WeightOptions {
  /** Default true. */
  readonly bias?: boolean;
  /** Default: uniform in +-1 / sqrt(fanIn), as PyTorch's. */
  readonly weightInit?: Initializer;
  /** Default: uniform in +-1 / sqrt(fanIn), as PyTorch's. */
  readonly biasInit?: Initializer;
}

/** Kinds of `WeightOptions`, for layers that have more. */
export const weightOptions = {
  bias: is.optional(is.boolean),
  weightInit: is.optional(is.func),
  biasInit: is.optional(is.func),
};
const initWeightAndBiasArgs = is.signature(
  'nn.initWeightAndBias',
  ['key', is.key],
  ['shape', is.shape],
  ['outputs', is.size],
  ['fanIn', is.size],
  // layers hand on their own options, which are more
  ['options', is.fields<WeightOptions>(weightOptions)],
);

/** Draws weight and bias of a layer whose outputs each sum `fanIn` inputs. */
export function initWeightAndBias(
  key: Tensor,
  shape: readonly number[],
  outputs: number,
  fanIn: number,
  options: WeightOptions,
): LinearParams {
  initWeightAndBiasArgs(key, shape, outputs, fanIn, options);
  const [forWeight, forBias] = random.splitKey(key, 2);
  const w = (options.weightInit ?? fanInUniform(fanIn))(forWeight, shape);
  if (options.bias === false) return { w };
  return { w, b: (options.biasInit ?? fanInUniform(fanIn))(forBias, [outputs]) };
}

const linearArgs = is.signature(
  'nn.Linear',
  ['inputs', is.size],
  ['outputs', is.size],
  ['options', is.options<WeightOptions>(weightOptions)],
);

/** x [..., inputs] w + b -> [..., outputs], in f16 if the weight is. */
export const Linear = (
  inputs: number,
  outputs: number,
  options: WeightOptions = {},
): Module<LinearParams> => {
  linearArgs(inputs, outputs, options);
  return checked('nn.Linear', {
    init: (key) => initWeightAndBias(key, [inputs, outputs], outputs, inputs, options),
    apply: ({ w, b }, x) => affine(asOperandOf(w, x), w, b),
  });
};

/** A table [entries, dim] of vectors. */
export interface EmbeddingParams {
  readonly w: Tensor;
}

const embeddingArgs = is.signature(
  'nn.Embedding',
  ['entries', is.size],
  ['dim', is.size],
  ['options', is.options({ init: is.optional(is.func) })],
);

/** Ids i32 [...] -> rows of a table [..., dim]; entries start normal of deviation 1 (as PyTorch's). */
export const Embedding = (
  entries: number,
  dim: number,
  options: { init?: Initializer } = {},
): Module<EmbeddingParams> => {
  embeddingArgs(entries, dim, options);
  return checked('nn.Embedding', {
    init: (key) => ({ w: (options.init ?? normal(1))(key, [entries, dim]) }),
    apply: ({ w }, ids) => embedding(w, ids),
  });
};
