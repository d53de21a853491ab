// The affine layer and the embedding table.
import { embedding as lookup } from '../tensor/ops/indexing.ts';
import { affine } from '../tensor/ops/matmul.ts';
import * as random from '../tensor/ops/random.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { fanInUniform, type Initializer, normal } from './initializers.ts';
import type { Module } from './module.ts';
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

/** Draws weight and bias of a layer whose outputs each sum `fanIn` inputs. */
export function initWeightAndBias(
  key: Tensor,
  shape: readonly number[],
  outputs: number,
  fanIn: number,
  options: WeightOptions,
): LinearParams {
  const [forWeight, forBias] = random.split(key, 2);
  const w = (options.weightInit ?? fanInUniform(fanIn))(forWeight, shape);
  if (options.bias === false) return { w };
  return { w, b: (options.biasInit ?? fanInUniform(fanIn))(forBias, [outputs]) };
}

/** x [..., inputs] w + b -> [..., outputs], in f16 if the weight is. */
export const linear = (
  inputs: number,
  outputs: number,
  options: WeightOptions = {},
): Module<LinearParams> => ({
  init: (key) => initWeightAndBias(key, [inputs, outputs], outputs, inputs, options),
  apply: ({ w, b }, x) => affine(asOperandOf(w, x), w, b),
});

/** A table [entries, dim] of vectors. */
export interface EmbeddingParams {
  readonly w: Tensor;
}

/** Ids i32 [...] -> rows of a table [..., dim]; entries start normal of deviation 1 (as PyTorch's). */
export const embedding = (
  entries: number,
  dim: number,
  options: { init?: Initializer } = {},
): Module<EmbeddingParams> => ({
  init: (key) => ({ w: (options.init ?? normal(1))(key, [entries, dim]) }),
  apply: ({ w }, ids) => lookup(w, ids),
});
