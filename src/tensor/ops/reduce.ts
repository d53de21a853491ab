// Reductions over axes. Each is one declaration: the kernel form is "reduce this element expression
// over these axes", and the gradient spreads the cotangent back over them. Empty reductions follow
// NumPy: the sum of nothing is 0, the product 1, the maximum an error.

import * as is from '../arguments.ts';
import { normalizeAxes } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { div, mul } from './arithmetic.ts';
import { equal } from './comparison.ts';
import { toTensor } from './create.ts';
import { cumprod } from './cumulative.ts';
import { defineReduction, type ReduceAttrs, reducedShape } from './define-reduction.ts';
import { asFloat } from './precision.ts';
import { broadcastTo, cast, expand, reshape, sumOp } from './views.ts';

/** Axes to reduce: one, several, or (default) all; negative ones count from the end. */
export type Axes = number | readonly number[];

/** Options of every reduction. */
export interface ReduceOptions {
  /** Keep reduced axes with size 1, so that the result broadcasts against the operand. */
  readonly keepDims?: boolean;
}

const reduceOptionsKind = is.options<ReduceOptions>({ keepDims: is.optional(is.boolean) });

// The user's function: axes are normalised, and reducing axes of size 1 is only a reshape.
function reduction(
  name: string,
  apply: (x: Tensor, attrs: ReduceAttrs) => Tensor,
  convert: (x: Tensor) => Tensor,
  trivial = true,
): (input: TensorLike, axes?: Axes, options?: ReduceOptions) => Tensor {
  const args = is.signature(
    name,
    ['x', is.operand],
    ['axes', is.optional(is.axes)],
    ['options', reduceOptionsKind],
  );
  return (input, axes, options = {}) => {
    args(input, axes, options);
    const { keepDims = false } = options;
    const x = convert(toTensor(input));
    const attrs = { axes: normalizeAxes(axes, x.rank, name), keepDims };
    if (trivial && attrs.axes.every((a) => x.shape[a] === 1)) {
      return reshape(x, reducedShape(x.shape, attrs));
    }
    return apply(x, attrs);
  };
}

const boolToInt = (x: Tensor): Tensor => (x.dtype === 'bool' ? cast(x, 'i32') : x);

/** Sum over `axes` (default all); of nothing it is 0. Booleans are counted as i32. */
export const sum = reduction('sum', sumOp, boolToInt);

const prodOf = defineReduction({
  name: 'prod',
  op: 'prod',
  single: true,
  // The product of the others is (those before) * (those after): right with zeros, any order.
  vjp: (ct, x, _, { axes }) => {
    const before = cumprod(x, axes[0], { exclusive: true });
    const after = cumprod(x, axes[0], { exclusive: true, reverse: true });
    return mul(expand(ct, x.shape, axes), mul(before, after));
  },
  reference: (values, dtype) =>
    values.reduce((a, b) => (dtype === 'i32' || dtype === 'u32' ? Math.imul(a, b) : a * b), 1),
});

const prodArgs = is.signature(
  'prod',
  ['input', is.operand],
  ['axes', is.optional(is.axes)],
  ['options', reduceOptionsKind],
);

/** Product over `axes` (default all); of nothing it is 1. */
export function prod(input: TensorLike, axes?: Axes, options: ReduceOptions = {}): Tensor {
  prodArgs(input, axes, options);
  const x = boolToInt(toTensor(input));
  const list = normalizeAxes(axes, x.rank, 'prod');
  const shape = reducedShape(x.shape, { axes: list, keepDims: options.keepDims ?? false });
  if (list.every((a) => x.shape[a] === 1)) return reshape(x, shape);
  if (list.length === x.rank) {
    return reshape(prodOf(reshape(x, [x.size]), { axes: [0], keepDims: false }), shape);
  }
  // one axis at a time, so that the gradient runs along one axis
  let out = x;
  for (const a of list) out = prodOf(out, { axes: [a], keepDims: true });
  return reshape(out, shape);
}

const extremeGradient = (ct: Tensor, x: Tensor, out: Tensor, { axes }: ReduceAttrs): Tensor => {
  // ties share evenly
  const mask = cast(equal(x, expand(out, x.shape, axes)), x.dtype);
  const count = sum(mask, axes, { keepDims: true });
  const share = div(reshape(ct, count.shape), count);
  return mul(broadcastTo(share, x.shape), mask);
};

const maxOf = defineReduction({
  name: 'max',
  op: 'max',
  needsElements: true,
  vjp: extremeGradient,
  reference: (values) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
});

/** Largest element over `axes` (default all); NaN wins. Ties share the gradient. @throws ShapeError */
export const max = reduction('max', maxOf, boolToInt);

const minOf = defineReduction({
  name: 'min',
  op: 'min',
  needsElements: true,
  vjp: extremeGradient,
  reference: (values) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
});

/** Smallest element over `axes` (default all); NaN wins. Ties share the gradient. @throws ShapeError */
export const min = reduction('min', minOf, boolToInt);

// First index whose value no other beats; a NaN beats everything.
function firstExtreme(values: number[], beats: (a: number, b: number) => boolean): number {
  let at = 0;
  for (let i = 1; i < values.length && !Number.isNaN(values[at]); i++) {
    if (Number.isNaN(values[i]) || beats(values[i], values[at])) at = i;
  }
  return at;
}

const argmaxOf = defineReduction({
  name: 'argmax',
  op: 'argmax',
  result: 'i32',
  needsElements: true,
  nondifferentiable: 'argmax is piecewise constant',
  reference: (values) => firstExtreme(values, (a, b) => a > b),
});

/**
 * i32 position of the first largest element along `axes`; with several axes (default all) the
 * position is row-major among them. The first NaN counts as the largest. @throws ShapeError
 */
export const argmax = reduction('argmax', argmaxOf, boolToInt, false);

const argminOf = defineReduction({
  name: 'argmin',
  op: 'argmin',
  result: 'i32',
  needsElements: true,
  nondifferentiable: 'argmin is piecewise constant',
  reference: (values) => firstExtreme(values, (a, b) => a < b),
});

/** i32 position of the first smallest element, as `argmax`. @throws ShapeError */
export const argmin = reduction('argmin', argminOf, boolToInt, false);

const toBool = (x: Tensor): Tensor => cast(x, 'bool');

const anyOf = defineReduction({
  name: 'any',
  op: 'any',
  dtype: 'bool',
  nondifferentiable: 'any gives booleans',
  reference: (values) => +values.some((v) => v !== 0),
});

/** bool: true where any element along `axes` is non-zero; of nothing it is false. */
export const any = reduction('any', anyOf, toBool);

const allOf = defineReduction({
  name: 'all',
  op: 'all',
  dtype: 'bool',
  nondifferentiable: 'all gives booleans',
  reference: (values) => +values.every((v) => v !== 0),
});

/** bool: true where all elements along `axes` are non-zero; of nothing it is true. */
export const all = reduction('all', allOf, toBool);

const meanArgs = is.signature(
  'mean',
  ['input', is.operand],
  ['axes', is.optional(is.axes)],
  ['options', reduceOptionsKind],
);

/**
 * Arithmetic mean over `axes` (default all); of nothing it is NaN. Integers give f32; f16 is
 * summed in f32.
 */
export function mean(input: TensorLike, axes?: Axes, options: ReduceOptions = {}): Tensor {
  meanArgs(input, axes, options);
  const x = toTensor(input);
  const n = normalizeAxes(axes, x.rank, 'mean').reduce((p, a) => p * x.shape[a], 1);
  const floats = asFloat(x);
  const out = n === 1 ? sum(floats, axes, options) : div(sum(floats, axes, options), n);
  return x.dtype === 'f16' ? cast(out, 'f16') : out;
}
