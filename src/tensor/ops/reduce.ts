// Reductions over axes. Each is one declaration: the kernel form is "reduce this element expression
// over these axes", and the gradient spreads the cotangent back over them. Empty reductions follow
// NumPy: the sum of nothing is 0, the product 1, the maximum an error.

import * as is from '../arguments.ts';
import { defineOp, type RefArray, type Sample, type SampleInput } from '../define.ts';
import type { DType } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import type { Index } from '../index-expr.ts';
import type { Expr, ReduceOp } from '../ir.ts';
import { formatShape, normalizeAxes, type Shape, sizeOf, stridesOf } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { div, mul } from './arithmetic.ts';
import { equal } from './comparison.ts';
import { toTensor } from './create.ts';
import { cumprod } from './cumulative.ts';
import { broadcastTo, cast, reshape } from './views.ts';

/** Axes to reduce: one, several, or (default) all; negative ones count from the end. */
export type Axes = number | readonly number[];

/** Options of every reduction. */
export interface ReduceOptions {
  /** Keep reduced axes with size 1, so that the result broadcasts against the operand. */
  readonly keepDims?: boolean;
}

const reduceOptionsKind = is.options<ReduceOptions>({ keepDims: is.optional(is.boolean) });

interface ReduceAttrs {
  /** Sorted, not negative. */
  readonly axes: readonly number[];
  readonly keepDims: boolean;
}

// `shape` with size 1 at `axes`.
const keptShape = (shape: Shape, axes: readonly number[]): number[] =>
  shape.map((n, i) => (axes.includes(i) ? 1 : n));

const reducedShape = (shape: Shape, { axes, keepDims }: ReduceAttrs): number[] =>
  keepDims ? keptShape(shape, axes) : shape.filter((_, i) => !axes.includes(i));

// Spreads a reduced tensor back over the axes that were reduced.
const expand = (t: Tensor, shape: Shape, axes: readonly number[]): Tensor =>
  broadcastTo(reshape(t, keptShape(shape, axes)), shape);

// Values of each reduced group, in row-major order of the output, reduced by `f`.
function groups(x: RefArray, { axes }: ReduceAttrs, f: (values: number[]) => number): Float64Array {
  const rank = x.shape.length;
  const kept = Array.from({ length: rank }, (_, i) => i).filter((i) => !axes.includes(i));
  const strides = stridesOf(x.shape);
  const lists: number[][] = Array.from({ length: sizeOf(kept.map((i) => x.shape[i])) }, () => []);
  for (let flat = 0; flat < x.data.length; flat++) {
    let out = 0;
    for (const i of kept) out = out * x.shape[i] + (Math.floor(flat / strides[i]) % x.shape[i]);
    lists[out].push(x.data[flat]);
  }
  return Float64Array.from(lists, f);
}

interface ReductionDef {
  readonly name: string;
  readonly op: ReduceOp;
  /** dtype of the result; the operand's by default. */
  readonly result?: DType;
  /** True if the reduction of nothing is an error. */
  readonly needsElements?: boolean;
  vjp?(ct: Tensor, x: Tensor, out: Tensor, attrs: ReduceAttrs): Tensor;
  readonly nondifferentiable?: string;
  reference(values: number[], dtype: DType): number;
  readonly dtype?: DType;
  /** Single-axis operations only. */
  readonly single?: boolean;
}

function sampleCalls(def: ReductionDef): Sample<ReduceAttrs>[] {
  const dtype = def.dtype;
  const call = (shape: Shape, axes: number[], keepDims = false): Sample<ReduceAttrs> => ({
    inputs: [{ shape, dtype } satisfies SampleInput],
    attrs: { axes, keepDims },
  });
  const calls = [
    call([5], [0]),
    call([2, 3, 4], [1]),
    call([2, 3, 4], [2], true),
    call([0, 3], [1]),
  ];
  if (!def.single) calls.push(call([2, 3, 4], [0, 2]), call([2, 3, 2], [0, 1, 2], true));
  if (!def.needsElements) calls.push(call([2, 0, 3], [1]), call([0], [0]));
  return calls;
}

function defineReduction(def: ReductionDef): (x: Tensor, attrs: ReduceAttrs) => Tensor {
  const apply = defineOp<ReduceAttrs>({
    name: def.name,
    shape: ([x], attrs) => {
      const shape = reducedShape(x.shape, attrs);
      if (def.needsElements && sizeOf(x.shape) === 0 && sizeOf(shape) > 0) {
        throw new ShapeError(
          `${def.name}: no value for the reduction of no elements (${x.dtype}` +
            `${formatShape(x.shape)} over axes ${formatShape(attrs.axes)})`,
        );
      }
      return { shape, dtype: def.result ?? x.dtype };
    },
    vjp:
      def.vjp &&
      ((ct, { inputs: [x], out, attrs }) => [def.vjp ? def.vjp(ct, x, out, attrs) : null]),
    nondifferentiable: def.nondifferentiable,
    lower: {
      kind: 'reduce',
      op: () => def.op,
      extent: ({ attrs, inputs }) => attrs.axes.map((a) => inputs[0].shape[a]),
      body: ([x], index, over, { attrs: { axes, keepDims }, inputs }): Expr => {
        let kept = 0;
        const at = inputs[0].shape.map((_, i): Index => {
          const k = axes.indexOf(i);
          if (k < 0) return index[kept++];
          if (keepDims) kept++;
          return over[k];
        });
        return x(at);
      },
    },
    reference: ([x], { attrs }) => groups(x, attrs, (values) => def.reference(values, x.dtype)),
    samples: sampleCalls(def),
  });
  return (x, attrs) => apply([x], attrs);
}

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

const wrap = (v: number, dtype: DType): number =>
  dtype === 'i32' ? v | 0 : dtype === 'u32' ? v >>> 0 : v;

const sumOf = defineReduction({
  name: 'sum',
  op: 'sum',
  vjp: (ct, x, _, { axes }) => expand(ct, x.shape, axes),
  reference: (values, dtype) =>
    wrap(
      values.reduce((a, b) => a + b, 0),
      dtype,
    ),
});

/** Sum over `axes` (default all); of nothing it is 0. Booleans are counted as i32. */
export const sum = reduction('sum', sumOf, boolToInt);

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
  const wide = x.dtype === 'f32' || x.dtype === 'f64' ? x : cast(x, 'f32');
  const out = n === 1 ? sum(wide, axes, options) : div(sum(wide, axes, options), n);
  return x.dtype === 'f16' ? cast(out, 'f16') : out;
}
