// Multi-head attention (Vaswani et al. 2017, arXiv:1706.03762, section 3.2.2): self-attention, or
// cross-attention to a context; masks and causality as in the operation `attention`.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { type AttentionOptions, attention, attentionWeights } from '../tensor/ops/attention.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { Linear, type LinearParams, type WeightOptions } from './linear.ts';
import type { Module } from './module.ts';
import { checked } from './params-check.ts';
import { initParts } from './parts.ts';

/** Projections of queries, keys, values and of the joined heads. */
export interface MultiHeadAttentionParams {
  readonly q: LinearParams;
  readonly k: LinearParams;
  readonly v: LinearParams;
  readonly out: LinearParams;
}

/** What the queries attend to. */
export interface AttendOptions extends Omit<AttentionOptions, 'heads'> {
  /** Keys come from here, [n, keys, keyDim]; default: the queries themselves. */
  readonly context?: Tensor;
  /** Values come from here, [n, keys, valueDim]; default: the context. */
  readonly values?: Tensor;
}

/** Sizes of a multi-head attention. */
export interface MultiHeadAttentionOptions {
  /** Width of queries and of the result. */
  readonly dim: number;
  /** Number of heads. */
  readonly heads: number;
  /** Width of the context (default dim). */
  readonly keyDim?: number;
  /** Width of the values (default keyDim). */
  readonly valueDim?: number;
  /** Width of all heads together (default dim); divisible by heads. */
  readonly innerDim?: number;
  /** Biases of the q, k, v projections (default true). */
  readonly bias?: boolean;
  /** Of every projection; default: uniform in +-1 / sqrt(fanIn), as PyTorch's linear layer. */
  readonly weightInit?: WeightOptions['weightInit'];
  /** For the output projection only, e.g. zeros (default: as the others). */
  readonly outInit?: WeightOptions['weightInit'];
}

/** Multi-head attention as a module that can also show its weights. */
export interface MultiHeadAttention
  extends Module<MultiHeadAttentionParams, [x: Tensor, options?: AttendOptions]> {
  /** Attention weights [n, heads, queries, keys]. */
  weights(params: MultiHeadAttentionParams, x: Tensor, options?: AttendOptions): Tensor;
}

const multiHeadAttentionArgs = is.signature('nn.MultiHeadAttention', [
  'sizes',
  is.options<MultiHeadAttentionOptions>({
    dim: is.size,
    heads: is.count,
    keyDim: is.optional(is.size),
    valueDim: is.optional(is.size),
    innerDim: is.optional(is.size),
    bias: is.optional(is.boolean),
    weightInit: is.optional(is.func),
    outInit: is.optional(is.func),
  }),
]);

/**
 * Attention of x [n, queries, dim] to itself or to `context` [n, keys, keyDim] -> [n, queries, dim].
 * Masks are [queries, keys], [n, queries or 1, keys] or [n, heads, queries, keys].
 * @throws ShapeError if heads do not divide the inner width
 */
export function MultiHeadAttention(sizes: MultiHeadAttentionOptions): MultiHeadAttention {
  multiHeadAttentionArgs(sizes);
  const { dim, heads, keyDim = dim, valueDim = keyDim, innerDim = dim, bias = true } = sizes;
  if (innerDim % heads !== 0) {
    throw new ShapeError(
      `nn.MultiHeadAttention: ${heads} heads do not divide a width of ${innerDim}`,
    );
  }
  const { weightInit, outInit = weightInit } = sizes;
  const parts = {
    q: Linear(dim, innerDim, { bias, weightInit }),
    k: Linear(keyDim, innerDim, { bias, weightInit }),
    v: Linear(valueDim, innerDim, { bias, weightInit }),
    out: Linear(innerDim, dim, { weightInit: outInit }),
  };
  return checked(
    'nn.MultiHeadAttention',
    {
      init: (key) => initParts(parts, key),
      apply: (params, x, { context = x, values = context, ...options } = {}) => {
        const q = parts.q.apply(params.q, x);
        const k = parts.k.apply(params.k, context);
        const v = parts.v.apply(params.v, values);
        return parts.out.apply(params.out, attention(q, k, v, { ...options, heads }));
      },
      weights: (params, x, { context = x, values, ...options } = {}) => {
        const [q, k] = [parts.q.apply(params.q, x), parts.k.apply(params.k, context)];
        return attentionWeights(q, k, { ...options, heads });
      },
    },
    'weights',
  );
}
