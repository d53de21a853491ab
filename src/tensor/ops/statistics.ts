// Variance, standard deviation and vector norms over axes. The variance takes two passes (mean first,
// then squared distances), which keeps its digits when the mean is large.

import * as is from '../arguments.ts';
import { ShapeError } from '../errors.ts';
import { normalizeAxes, normalizeAxis } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { abs, clip, div, mul, square, sub, where } from './arithmetic.ts';
import { equal, notEqual } from './comparison.ts';
import { onesLike, toTensor, zerosLike } from './create.ts';
import { withGradient } from './custom-gradient.ts';
import { pow } from './pow.ts';
import { asFloat } from './precision.ts';
import { expandDims, squeeze } from './rearrange.ts';
import { type Axes, max, mean, min, type ReduceOptions, sum } from './reduce.ts';
import { sqrt } from './transcendental.ts';
import { cast, reshape } from './views.ts';

/** Options of `variance` and `standardDeviation`. */
export interface VarianceOptions extends ReduceOptions {
  /** Divides by n - correction; 1 (default): unbiased estimate, 0: mean squared distance. */
  readonly correction?: number;
}

/** Options of `norm`. */
export interface VectorNormOptions extends ReduceOptions {
  /** Order, 2 by default; Infinity: largest magnitude, -Infinity: smallest, 0: count of non-zeros. */
  readonly p?: number;
}

const varianceOptionsKind = is.options<VarianceOptions>({
  correction: is.optional(is.number),
  keepDims: is.optional(is.boolean),
});
const varianceArgs = is.signature(
  'variance',
  ['input', is.operand],
  ['axes', is.optional(is.axes)],
  ['options', varianceOptionsKind],
);

/** Sum of squared distances from the mean over n - correction, over `axes` (default all). */
export function variance(input: TensorLike, axes?: Axes, given: VarianceOptions = {}): Tensor {
  varianceArgs(input, axes, given);
  const raw = toTensor(input);
  const x = asFloat(raw);
  const { correction = 1, ...options } = given;
  const reduced = normalizeAxes(axes, x.rank, 'variance');
  const n = reduced.reduce((p, a) => p * x.shape[a], 1);
  const centered = (t: Tensor): Tensor => sub(t, mean(t, axes, { keepDims: true }));
  const over = Math.max(0, n - correction);
  const squares = div(sum(square(centered(x)), axes, options), over);
  // the mean's own share of the gradient is 0, and NaN where distances are infinite: left out
  const kept = x.shape.map((size, d) => (reduced.includes(d) ? 1 : size));
  const out = withGradient(squares, [x], (ct, { operands: [t] }) => [
    mul(reshape(ct, kept), mul(centered(t), 2 / over)),
  ]);
  return raw.dtype === 'f16' ? cast(out, 'f16') : out;
}

// sqrt whose gradient at 0 is 0 instead of infinite.
function safeSqrt(x: Tensor): Tensor {
  const zero = equal(x, 0);
  return where(zero, zerosLike(x), sqrt(where(zero, onesLike(x), x)));
}

const standardDeviationArgs = is.signature(
  'standardDeviation',
  ['x', is.operand],
  ['axes', is.optional(is.axes)],
  ['options', varianceOptionsKind],
);

/** Square root of `variance`; its gradient is 0 where it is 0. */
export const standardDeviation = (
  x: TensorLike,
  axes?: Axes,
  options: VarianceOptions = {},
): Tensor => {
  standardDeviationArgs(x, axes, options);
  return safeSqrt(variance(x, axes, options));
};

const normArgs = is.signature(
  'norm',
  ['input', is.operand],
  ['axes', is.optional(is.axes)],
  [
    'options',
    is.options<VectorNormOptions>({ p: is.optional(is.number), keepDims: is.optional(is.boolean) }),
  ],
);

/**
 * p-norm of the elements over `axes` (default all): (sum |x|^p)^(1/p). Its gradient is 0 where the
 * norm is 0. @throws ShapeError for p = +-Infinity over no elements
 */
export function norm(input: TensorLike, axes?: Axes, given: VectorNormOptions = {}): Tensor {
  normArgs(input, axes, given);
  const { p = 2, ...options } = given;
  if (Number.isNaN(p)) throw new ShapeError('norm: p is NaN');
  const x = asFloat(toTensor(input));
  if (p === 2) return safeSqrt(sum(square(x), axes, options));
  if (p === 1) return sum(abs(x), axes, options);
  if (p === Number.POSITIVE_INFINITY) return max(abs(x), axes, options);
  if (p === Number.NEGATIVE_INFINITY) return min(abs(x), axes, options);
  if (p === 0) return sum(cast(notEqual(x, 0), x.dtype), axes, options);
  // A zero counts 0, or infinitely much for p < 0: put in as a constant, so that no gradient passes through the
  // infinite slope there. The root of a sum that makes the norm 0 is left out likewise.
  const zero = equal(x, 0);
  const powers = pow(abs(where(zero, onesLike(x), x)), p);
  const pole = p > 0 ? 0 : Number.POSITIVE_INFINITY;
  const total = sum(where(zero, pole, powers), axes, options);
  const none = equal(total, pole);
  return where(none, zerosLike(total), pow(where(none, onesLike(total), total), 1 / p));
}

const normalizeArgs = is.signature(
  'normalize',
  ['input', is.operand],
  ['axis', is.axis],
  ['options', is.options({ p: is.optional(is.number), eps: is.optional(is.notNegative) })],
);

/** x divided by its p-norm along `axis` (default the last), the norm being at least `eps`. */
export function normalize(
  input: TensorLike,
  axis = -1,
  options: { readonly p?: number; readonly eps?: number } = {},
): Tensor {
  normalizeArgs(input, axis, options);
  const x = toTensor(input);
  const length = norm(x, axis, { p: options.p, keepDims: true });
  return div(x, clip(length, options.eps ?? 1e-12));
}

const matrixNormArgs = is.signature(
  'matrixNorm',
  ['input', is.operand],
  ['order', is.either(is.number, is.oneOf('fro'))],
  ['axes', is.integers],
  ['options', is.options({ keepDims: is.optional(is.boolean) })],
);

/**
 * Norms of matrices: x [..., m, n] -> [...], or over the two axes named. 'fro': root of the sum of squares;
 * 1 and -1: largest and smallest sum of magnitudes of a column; Infinity and -Infinity: of a row.
 * @throws ShapeError for other orders and for axes that are not two
 */
export function matrixNorm(
  input: TensorLike,
  order: 'fro' | number = 'fro',
  axes: readonly number[] = [-2, -1],
  options: ReduceOptions = {},
): Tensor {
  matrixNormArgs(input, order, axes, options);
  const x = toTensor(input);
  const [rows, columns] = axes.map((a) => normalizeAxis(a, x.rank, 'matrixNorm'));
  if (axes.length !== 2 || rows === columns) {
    throw new ShapeError(`matrixNorm: axes ${axes} of ${x} are not two`);
  }
  if (order === 'fro') return norm(x, [rows, columns], options);
  const size = Math.abs(order);
  if (size !== 1 && size !== Number.POSITIVE_INFINITY) {
    throw new ShapeError(`matrixNorm: order ${order}; choose 'fro', 1, -1 or an infinity`);
  }
  const [summed, kept] = size === 1 ? [rows, columns] : [columns, rows];
  const sums = sum(abs(asFloat(x)), summed, { keepDims: true });
  const extreme = (order > 0 ? max : min)(sums, kept, { keepDims: true });
  return options.keepDims ? extreme : squeeze(extreme, [rows, columns]);
}

const cdistArgs = is.signature(
  'cdist',
  ['left', is.operand],
  ['right', is.operand],
  ['options', is.options({ p: is.optional(is.number) })],
);

/**
 * Distances of all pairs of points: x [..., m, d], y [..., n, d] -> [..., m, n], Euclidean or of another
 * p-norm; leading axes broadcast. From differences, not products, so that near points keep their digits;
 * the gradient is 0 at distance 0.
 * @throws ShapeError if a side is no matrix or the dimensions of the points differ
 */
export function cdist(
  left: TensorLike,
  right: TensorLike,
  options: { readonly p?: number } = {},
): Tensor {
  cdistArgs(left, right, options);
  const [x, y] = [toTensor(left), toTensor(right)];
  if (x.rank < 2 || y.rank < 2 || x.shape.at(-1) !== y.shape.at(-1)) {
    throw new ShapeError(`cdist: needs points [..., m, d] and [..., n, d], got ${x} and ${y}`);
  }
  return norm(sub(expandDims(x, -2), expandDims(y, -3)), -1, options);
}
