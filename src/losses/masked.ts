// Sums and means over the elements that a mask names, and the checks that the losses here share.
// Masked elements are replaced, never multiplied by zero, so that NaN and infinities in padding reach
// neither values nor gradients. A mean over nothing is 0, not 0/0: a batch may hold empty answers.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  cast,
  clip,
  div,
  exp,
  maximum,
  mean,
  mul,
  rsqrt,
  square,
  sub,
  sum,
  toTensor,
  where,
} from '../tensor/ops/index.ts';
import { asFloat } from '../tensor/ops/precision.ts';
import type { Axes, ReduceOptions } from '../tensor/ops/reduce.ts';
import { sameShape } from '../tensor/shape.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

/**
 * The tensors of a record, widened; all must have one shape.
 * @throws ShapeError naming the two that differ
 */
export function alike<K extends string>(
  what: string,
  given: Readonly<Record<K, TensorLike>>,
): Record<K, Tensor> {
  const names = Object.keys(given) as K[];
  const tensors = names.map((name) => asFloat(given[name]));
  for (const [i, t] of tensors.entries()) {
    if (!sameShape(t.shape, tensors[0].shape)) {
      throw new ShapeError(
        `${what}: ${names[0]} ${tensors[0]} and ${names[i]} ${t} differ in shape`,
      );
    }
  }
  return Object.fromEntries(names.map((name, i) => [name, tensors[i]])) as Record<K, Tensor>;
}

/** A mask for x as booleans, of exactly its shape; undefined stays. @throws ShapeError */
export function maskFor(what: string, x: Tensor, mask?: TensorLike): Tensor | undefined {
  if (mask === undefined) return undefined;
  const m = toTensor(mask);
  if (!sameShape(m.shape, x.shape)) {
    throw new ShapeError(`${what}: mask ${m} does not have the shape of ${x}`);
  }
  return m.dtype === 'bool' ? m : cast(m, 'bool');
}

/** x where the mask is true, else 0, in values and gradients. */
export const kept = (x: Tensor, mask: Tensor | undefined): Tensor => (mask ? where(mask, x, 0) : x);

// beyond this, e^x is nearer to f32's limit than a product with it should come
const largestExponent = 60;

/** e^x for log-ratios: stops growing (and has gradient 0) beyond e^60 instead of overflowing. */
export const boundedExp = (x: Tensor): Tensor => exp(clip(x, undefined, largestExponent));

const maskedSumArgs = is.signature(
  'losses.maskedSum',
  ['x', is.operand],
  ['mask', is.optional(is.operand)],
  ['axes', is.optional(is.axes)],
  ['options', is.options({ keepDims: is.optional(is.boolean) })],
);

/** Sum of x [...] over `axes` (default all) where `mask` [...] is not zero. @throws ShapeError */
export const maskedSum = (
  x: TensorLike,
  mask?: TensorLike,
  axes?: Axes,
  options: ReduceOptions = {},
): Tensor => {
  maskedSumArgs(x, mask, axes, options);
  const t = asFloat(x);
  return sum(kept(t, maskFor('maskedSum', t, mask)), axes, options);
};

const countOf = (m: Tensor, like: Tensor, axes?: Axes, options?: ReduceOptions): Tensor =>
  sum(cast(m, like.dtype), axes, options);

const maskedMeanArgs = is.signature(
  'losses.maskedMean',
  ['x', is.operand],
  ['mask', is.optional(is.operand)],
  ['axes', is.optional(is.axes)],
  ['options', is.options({ keepDims: is.optional(is.boolean) })],
);

/**
 * Mean of x [...] over `axes` (default all) where `mask` [...] is not zero; of nothing it is 0.
 * @throws ShapeError if the mask has another shape
 */
export function maskedMean(
  x: TensorLike,
  mask?: TensorLike,
  axes?: Axes,
  options: ReduceOptions = {},
): Tensor {
  maskedMeanArgs(x, mask, axes, options);
  const t = asFloat(x);
  const m = maskFor('maskedMean', t, mask);
  if (!m) return mean(t, axes, options);
  return div(sum(kept(t, m), axes, options), maximum(countOf(m, t, axes, options), 1));
}

const maskedVarianceArgs = is.signature(
  'losses.maskedVariance',
  ['x', is.operand],
  ['mask', is.optional(is.operand)],
);

/**
 * Unbiased variance of all elements of x [...] where `mask` is not zero: squared distances from their
 * mean over (count - 1); of one element or none it is 0. @throws ShapeError
 */
export function maskedVariance(x: TensorLike, mask?: TensorLike): Tensor {
  maskedVarianceArgs(x, mask);
  const t = asFloat(x);
  const m = maskFor('maskedVariance', t, mask);
  const squares = square(sub(t, maskedMean(t, m)));
  return div(sum(kept(squares, m)), maximum(sub(m ? countOf(m, t) : t.size, 1), 1));
}

const whitenArgs = is.signature(
  'losses.whiten',
  ['x', is.operand],
  ['options', is.options({ mask: is.optional(is.operand), shiftMean: is.optional(is.boolean) })],
);

/**
 * (x - mean) / sqrt(variance + 1e-8) with the mean and unbiased variance of the elements of x [...] that
 * `mask` names; `shiftMean: false` adds the mean again. Masked elements are transformed too, not
 * zeroed. As TRL's whiten and masked_whiten. @throws ShapeError
 */
export function whiten(
  x: TensorLike,
  options: { readonly mask?: TensorLike; readonly shiftMean?: boolean } = {},
): Tensor {
  whitenArgs(x, options);
  const t = asFloat(x);
  const center = maskedMean(t, options.mask);
  const scaled = mul(sub(t, center), rsqrt(add(maskedVariance(t, options.mask), 1e-8)));
  return options.shiftMean === false ? add(scaled, center) : scaled;
}

/** How per-token losses [..., tokens] become one number. */
export type TokenMean = 'tokens' | 'sequences';

/**
 * Mean over all tokens together, or ('sequences') over sequences of the means of their tokens: then a
 * long answer counts no more than a short one. x and mask are [..., tokens].
 */
export const meanOver = (how: TokenMean, x: Tensor, mask: Tensor | undefined): Tensor =>
  how === 'tokens' ? maskedMean(x, mask) : mean(maskedMean(x, mask, -1));
