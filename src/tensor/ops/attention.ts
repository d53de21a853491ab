// Scaled dot-product attention (Vaswani et al. 2017, arXiv:1706.03762, eq. 1): a fused call, or for few
// tokens and for f64 products and a stable softmax. Heads are batch dimensions. Masked scores are a large
// negative number rather than -infinity, so that a row in which everything is masked gives zeros and no
// NaN, forwards and backwards.

import * as is from '../arguments.ts';
import { ShapeError } from '../errors.ts';
import { broadcastShapes, formatShape, sameShape } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { where } from './arithmetic.ts';
import { toTensor } from './create.ts';
import { unifyDTypes } from './define-elementwise.ts';
import { fusedAttention, scoresOf } from './fused-attention.ts';
import { matmul } from './matmul.ts';
import { widenHalf } from './precision.ts';
import { expandDims, swapAxes } from './rearrange.ts';
import { softmax } from './softmax.ts';
import { cast, reshape } from './views.ts';

/** What a query may see. */
export interface AttentionOptions {
  /**
   * Broadcasts to [..., queries, keys]. bool: true where a query may look; float: added to the scores,
   * -infinity (anything below -1e20) where a query may not look.
   */
  readonly mask?: TensorLike;
  /** Query i sees keys j <= i + (keys - queries): the last query sees everything. */
  readonly causal?: boolean;
  /** Factor of the scores; default 1 / sqrt(dim). */
  readonly scale?: number;
  /**
   * Operands and result are [n, tokens, heads * dim], the heads side by side; a mask [n, queries, keys]
   * is that of every head. Default: heads are batch dimensions.
   */
  readonly heads?: number;
}

function queriesAndKeys(query: TensorLike, key: TensorLike): [Tensor, Tensor] {
  const [q, k] = unifyDTypes(toTensor(query), toTensor(key));
  if (q.rank < 2 || k.rank < 2 || q.shape[q.rank - 1] !== k.shape[k.rank - 1]) {
    throw new ShapeError(`attention: q ${q} and k ${k} are not [..., tokens, dim]`);
  }
  return [q, k];
}

const scaleOf = (q: Tensor, options: AttentionOptions): number =>
  options.scale ?? 1 / Math.sqrt(Math.max(q.shape[q.rank - 1], 1));

function maskFor(q: Tensor, k: Tensor, options: AttentionOptions): Tensor | undefined {
  if (options.mask === undefined) return undefined;
  const mask = toTensor(options.mask);
  const batch = broadcastShapes(q.shape.slice(0, -2), k.shape.slice(0, -2), 'attention');
  const scores = [...batch, q.shape[q.rank - 2], k.shape[k.rank - 2]];
  if (!sameShape(broadcastShapes(mask.shape, scores, 'attention'), scores)) {
    throw new ShapeError(`attention: mask ${mask} does not fit scores ${formatShape(scores)}`);
  }
  return mask.isFloat || mask.dtype === 'bool' ? mask : cast(mask, 'bool');
}

// For operands whose heads are a batch dimension: a mask [n, queries, keys] gets one for them, [queries, keys]
// and [n, heads, queries, keys] fit already.
function perHead({ heads, ...options }: AttentionOptions): AttentionOptions {
  if (options.mask === undefined) return options;
  const mask = toTensor(options.mask);
  return { ...options, mask: mask.rank === 3 ? expandDims(mask, 1) : mask };
}

// Below this many queries or keys the products are over before a fused kernel has packed its operands.
const FEWEST = 8;

const isFused = (q: Tensor, k: Tensor, v: Tensor): boolean =>
  (q.dtype === 'f32' || q.dtype === 'f16') &&
  q.dtype === v.dtype &&
  Math.min(q.shape[q.rank - 2], k.shape[k.rank - 2]) >= FEWEST &&
  Math.min(q.size, k.size, v.size) > 0;

const attentionOptionsKind = is.options<AttentionOptions>({
  mask: is.optional(is.operand),
  causal: is.optional(is.boolean),
  scale: is.optional(is.number),
  heads: is.optional(is.count),
});
const attentionWeightsArgs = is.signature(
  'attentionWeights',
  ['query', is.operand],
  ['key', is.operand],
  ['options', attentionOptionsKind],
);

/**
 * softmax(q k^T scale + mask) for q [..., queries, dim] and k [..., keys, dim]: [..., queries, keys].
 * Rows in which everything is masked are zeros. f16 gives f32. With `heads` [n, heads, queries, keys].
 * @throws ShapeError if sizes do not fit together
 */
export function attentionWeights(
  query: TensorLike,
  key: TensorLike,
  options: AttentionOptions = {},
): Tensor {
  attentionWeightsArgs(query, key, options);
  const { causal = false, heads } = options;
  if (heads !== undefined) {
    const [q, k] = [query, key].map((x) => splitHeads(toTensor(x), heads));
    return attentionWeights(q, k, perHead(options));
  }
  const [q, k] = queriesAndKeys(query, key);
  const mask = maskFor(q, k, options);
  const { scores, allowed } = scoresOf({ scale: scaleOf(q, options), causal }, q, k, mask);
  const weights = softmax(scores, -1);
  if (!allowed) return weights;
  const [queries, keys] = scores.shape.slice(-2);
  // without a mask of the user's and with enough keys, every row has something to look at
  return !mask && keys >= queries ? weights : where(allowed, weights, 0);
}

const attentionArgs = is.signature(
  'attention',
  ['query', is.operand],
  ['key', is.operand],
  ['value', is.operand],
  ['options', attentionOptionsKind],
);

/**
 * softmax(q k^T scale + mask) v for q [..., queries, dim], k [..., keys, dim], v [..., keys, dimV]
 * -> [..., queries, dimV]. Rows in which everything is masked give zeros. f16 computes in f32.
 * @throws ShapeError if sizes do not fit together
 */
export function attention(
  query: TensorLike,
  key: TensorLike,
  value: TensorLike,
  options: AttentionOptions = {},
): Tensor {
  attentionArgs(query, key, value, options);
  const { causal = false, heads } = options;
  if (heads !== undefined) {
    const [q, k, v] = [query, key, value].map((x) => splitHeads(toTensor(x), heads));
    return mergeHeads(attention(q, k, v, perHead(options)));
  }
  const [q, k] = queriesAndKeys(query, key);
  const v = toTensor(value);
  if (v.rank < 2 || k.shape[k.rank - 2] !== v.shape[v.rank - 2]) {
    throw new ShapeError(`attention: k ${k} and v ${v} have different numbers of tokens`);
  }
  if (isFused(q, k, v)) {
    const scale = scaleOf(q, options);
    return fusedAttention(q, k, v, { mask: maskFor(q, k, options), scale, causal });
  }
  return cast(matmul(attentionWeights(query, k, options), widenHalf(v)), v.dtype);
}

const splitHeadsArgs = is.signature('splitHeads', ['x', is.tensor], ['heads', is.count]);

/** [n, tokens, heads * dim] -> [n, heads, tokens, dim]. @throws ShapeError if heads do not divide */
export function splitHeads(x: Tensor, heads: number): Tensor {
  splitHeadsArgs(x, heads);
  const [n, tokens, width] = x.shape;
  if (x.rank !== 3 || width % heads !== 0) {
    throw new ShapeError(`splitHeads: ${x} is not [n, tokens, ${heads} * dim]`);
  }
  return swapAxes(reshape(x, [n, tokens, heads, width / heads]), 1, 2);
}

const mergeHeadsArgs = is.signature('mergeHeads', ['x', is.tensor]);

/** [n, heads, tokens, dim] -> [n, tokens, heads * dim]. @throws ShapeError for other ranks */
export function mergeHeads(x: Tensor): Tensor {
  mergeHeadsArgs(x);
  const [n, heads, tokens, dim] = x.shape;
  if (x.rank !== 4) throw new ShapeError(`mergeHeads: ${x} is not [n, heads, tokens, dim]`);
  return reshape(swapAxes(x, 1, 2), [n, tokens, heads * dim]);
}
