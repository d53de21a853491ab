// Transformer blocks (Vaswani et al. 2017, arXiv:1706.03762), with the norms before (Xiong et al. 2020,
// arXiv:2002.04745) or after each sublayer, as PyTorch's TransformerEncoderLayer and DecoderLayer.

import * as is from '../tensor/arguments.ts';
import { gelu } from '../tensor/ops/activations.ts';
import { add } from '../tensor/ops/arithmetic.ts';
import * as random from '../tensor/ops/random.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { MultiHeadAttention, type MultiHeadAttentionParams } from './attention.ts';
import { dropout } from './dropout.ts';
import { Linear, type LinearParams } from './linear.ts';
import type { Module } from './module.ts';
import { LayerNorm, type NormParams } from './norm.ts';
import { checked } from './params-check.ts';
import { initParts } from './parts.ts';

/** Sizes and style of a transformer block. */
export interface TransformerBlockOptions {
  /** Width of a token. */
  readonly dim: number;
  /** Heads of each attention; they divide `dim`. */
  readonly heads: number;
  /** Width of the feed-forward network (default 4 dim). */
  readonly hidden?: number;
  /** 'pre' (default): x + f(norm(x)); 'post': norm(x + f(x)). */
  readonly norm?: 'pre' | 'post';
  /** Default gelu. */
  readonly activation?: (x: Tensor) => Tensor;
  /** Dropped share of each sublayer's output while a key is given (default 0). */
  readonly dropout?: number;
  /** Of the norms (default 1e-5). */
  readonly eps?: number;
  /** Decoder: width of the memory (default dim). */
  readonly memoryDim?: number;
}

/** What a block's attention may see, and the key of dropout. */
export interface BlockCallOptions {
  /** Which keys a query may look at: bool, or added to the scores; as `attention`. */
  readonly mask?: TensorLike;
  /** A token sees itself and those before (default false). */
  readonly causal?: boolean;
  /** Decoder: mask of the attention to the memory. */
  readonly memoryMask?: TensorLike;
  /** Key of dropout; without one nothing is dropped. */
  readonly key?: Tensor;
}

/** Two linear layers with an activation between. */
export interface FeedForwardParams {
  readonly hidden: LinearParams;
  readonly out: LinearParams;
}

const feedForwardArgs = is.signature(
  'nn.FeedForward',
  ['dim', is.size],
  ['hidden', is.size],
  ['activation', is.func],
);

/** [..., dim] -> linear -> activation -> linear -> [..., dim]. */
export function FeedForward(
  dim: number,
  hidden: number,
  activation: (x: Tensor) => Tensor = gelu,
): Module<FeedForwardParams> {
  feedForwardArgs(dim, hidden, activation);
  const parts = { hidden: Linear(dim, hidden), out: Linear(hidden, dim) };
  return checked('nn.FeedForward', {
    init: (key) => initParts(parts, key),
    apply: (params, x) =>
      parts.out.apply(params.out, activation(parts.hidden.apply(params.hidden, x))),
  });
}

/** Parameters of an encoder block. */
export interface EncoderBlockParams {
  readonly norm1: NormParams;
  readonly attention: MultiHeadAttentionParams;
  readonly norm2: NormParams;
  readonly feedForward: FeedForwardParams;
}

/** Parameters of a decoder block. */
export interface DecoderBlockParams extends EncoderBlockParams {
  readonly cross: MultiHeadAttentionParams;
  readonly norm3: NormParams;
}

// the layers of a block, and a sublayer with its norm, dropout and residual
function block(options: TransformerBlockOptions) {
  const { dim, heads, hidden = 4 * dim, activation, eps, norm: style = 'pre' } = options;
  const norm = LayerNorm(dim, { eps });
  const sublayer = (
    params: NormParams,
    x: Tensor,
    f: (x: Tensor) => Tensor,
    key: Tensor | undefined,
  ): Tensor => {
    const g = (y: Tensor): Tensor => dropout(f(y), options.dropout ?? 0, key);
    return style === 'pre' ? add(x, g(norm.apply(params, x))) : norm.apply(params, add(x, g(x)));
  };
  const attention = MultiHeadAttention({ dim, heads });
  const cross = MultiHeadAttention({ dim, heads, keyDim: options.memoryDim ?? dim });
  return { norm, sublayer, attention, cross, mlp: FeedForward(dim, hidden, activation) };
}

const keysOf = (key: Tensor | undefined, n: number): (Tensor | undefined)[] =>
  key ? random.splitKey(key, n) : new Array<undefined>(n).fill(undefined);

const transformerBlockOptionsKind = is.options<TransformerBlockOptions>({
  dim: is.size,
  heads: is.count,
  hidden: is.optional(is.size),
  norm: is.optional(is.oneOf('pre', 'post')),
  activation: is.optional(is.func),
  dropout: is.optional(is.fraction),
  eps: is.optional(is.notNegative),
  memoryDim: is.optional(is.size),
});
const encoderBlockArgs = is.signature('nn.EncoderBlock', ['options', transformerBlockOptionsKind]);

/** Self-attention and feed-forward network with residuals: [n, tokens, dim] -> [n, tokens, dim]. */
export function EncoderBlock(
  options: TransformerBlockOptions,
): Module<EncoderBlockParams, [x: Tensor, call?: BlockCallOptions]> {
  encoderBlockArgs(options);
  const { norm, sublayer, attention, mlp } = block(options);
  const parts = { norm1: norm, attention, norm2: norm, feedForward: mlp };
  return checked('nn.EncoderBlock', {
    init: (key) => initParts(parts, key),
    apply: (params, x, call = {}) => {
      const [k1, k2] = keysOf(call.key, 2);
      const { mask, causal } = call;
      const attend = (y: Tensor): Tensor => attention.apply(params.attention, y, { mask, causal });
      const y = sublayer(params.norm1, x, attend, k1);
      return sublayer(params.norm2, y, (z) => mlp.apply(params.feedForward, z), k2);
    },
  });
}

const decoderBlockArgs = is.signature('nn.DecoderBlock', ['options', transformerBlockOptionsKind]);

/**
 * Self-attention (usually causal), attention to a memory [n, keys, memoryDim], feed-forward network:
 * [n, tokens, dim] -> [n, tokens, dim].
 */
export function DecoderBlock(
  options: TransformerBlockOptions,
): Module<DecoderBlockParams, [x: Tensor, memory: Tensor, call?: BlockCallOptions]> {
  decoderBlockArgs(options);
  const { norm, sublayer, attention, cross, mlp } = block(options);
  const parts = { norm1: norm, attention, norm2: norm, cross, norm3: norm, feedForward: mlp };
  return checked('nn.DecoderBlock', {
    init: (key) => initParts(parts, key),
    apply: (params, x, memory, call = {}) => {
      const [k1, k2, k3] = keysOf(call.key, 3);
      const { mask, causal, memoryMask } = call;
      const attend = (y: Tensor): Tensor => attention.apply(params.attention, y, { mask, causal });
      const look = (y: Tensor): Tensor =>
        cross.apply(params.cross, y, { context: memory, mask: memoryMask });
      const y = sublayer(params.norm1, x, attend, k1);
      const z = sublayer(params.norm2, y, look, k2);
      return sublayer(params.norm3, z, (t) => mlp.apply(params.feedForward, t), k3);
    },
  });
}
