// Multi-head attention (Vaswani et al. 2017, arXiv:1706.03762, section 3.2.2): self-attention, or
// cross-attention to a context; masks and causality as in the operation `attention`.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  type AttentionOptions,
  attention,
  attentionWeights,
  mergeHeads,
  splitHeads,
} from '../tensor/ops/attention.ts';
import { toTensor } from '../tensor/ops/create.ts';
import * as random from '../tensor/ops/random.ts';
import { expandDims } from '../tensor/ops/rearrange.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type LinearParams, linear, type WeightOptions } from './linear.ts';
import type { Module } from './module.ts';
import { checked } from './params-check.ts';

/** Projections of queries, keys, values and of the joined heads. */
export interface MultiHeadAttentionParams {
  readonly q: LinearParams;
  readonly k: LinearParams;
  readonly v: LinearParams;
  readonly out: LinearParams;
}

/** What the queries attend to. */
export interface AttendOptions extends AttentionOptions {
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

// [n, queries, keys] gets a dimension for heads; [queries, keys] and [n, heads, ...] fit already.
const perHead = ({ context, values, ...options }: AttendOptions): AttentionOptions => {
  if (options.mask === undefined) return options;
  const mask = toTensor(options.mask);
  return { ...options, mask: mask.rank === 3 ? expandDims(mask, 1) : mask };
};

const multiHeadAttentionArgs = is.signature('nn.multiHeadAttention', [
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
export function multiHeadAttention(sizes: MultiHeadAttentionOptions): MultiHeadAttention {
  multiHeadAttentionArgs(sizes);
  const { dim, heads, keyDim = dim, valueDim = keyDim, innerDim = dim, bias = true } = sizes;
  if (innerDim % heads !== 0) {
    throw new ShapeError(`multiHeadAttention: ${heads} heads do not divide a width of ${innerDim}`);
  }
  const { weightInit, outInit = weightInit } = sizes;
  const toQ = linear(dim, innerDim, { bias, weightInit });
  const toK = linear(keyDim, innerDim, { bias, weightInit });
  const toV = linear(valueDim, innerDim, { bias, weightInit });
  const toOut = linear(innerDim, dim, { weightInit: outInit });
  const queriesAndKeys = (
    params: MultiHeadAttentionParams,
    x: Tensor,
    context: Tensor,
  ): [Tensor, Tensor] => [
    splitHeads(toQ.apply(params.q, x), heads),
    splitHeads(toK.apply(params.k, context), heads),
  ];
  return checked(
    'nn.multiHeadAttention',
    {
      init: (key) => {
        const [kq, kk, kv, ko] = random.split(key, 4);
        return { q: toQ.init(kq), k: toK.init(kk), v: toV.init(kv), out: toOut.init(ko) };
      },
      apply: (params, x, options = {}) => {
        const { context = x, values = context } = options;
        const [q, k] = queriesAndKeys(params, x, context);
        const v = splitHeads(toV.apply(params.v, values), heads);
        return toOut.apply(params.out, mergeHeads(attention(q, k, v, perHead(options))));
      },
      weights: (params, x, options = {}) => {
        const [q, k] = queriesAndKeys(params, x, options.context ?? x);
        return attentionWeights(q, k, perHead(options));
      },
    },
    'weights',
  );
}
