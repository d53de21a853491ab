// Sorting. One operation finds the stable order of each row; values are then gathered, so their
// gradient is the gradient of gathering. NaN comes last, ascending and descending.
import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import { normalizeAxis, sizeOf } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { toTensor } from './create.ts';
import { takeAlongAxis } from './indexing.ts';
import { slice } from './layout.ts';
import { moveAxis } from './rearrange.ts';
import { cast } from './views.ts';

const argsortOp = defineOp<{ readonly descending: boolean }>({
  name: 'argsort',
  shape: ([x]) => {
    if (x.shape.length === 0) throw new ShapeError('argsort: a scalar has no axis');
    if (x.dtype === 'bool' || x.dtype === 'f16') {
      throw new DTypeError(`argsort: ${x.dtype} has no order here; cast it first`);
    }
    return { shape: x.shape, dtype: 'i32' };
  },
  nondifferentiable:
    'the order of elements is piecewise constant; `sort` and `topK` have gradients',
  lower: {
    kind: 'kernel',
    spec: ({ inputs: [{ shape }], attrs: { descending } }) => ({
      kind: 'argsort',
      rows: sizeOf(shape.slice(0, -1)),
      n: shape[shape.length - 1],
      descending,
    }),
  },
  reference: ([x], { attrs: { descending } }) => {
    const n = x.shape[x.shape.length - 1];
    const data = new Float64Array(x.data.length);
    for (let at = 0; at < data.length; at += n) {
      const row = x.data.subarray(at, at + n);
      const order = Array.from(row, (_, i) => i).sort((i, j) => {
        const [a, b] = [row[i], row[j]];
        if (Number.isNaN(a) || Number.isNaN(b)) return +Number.isNaN(a) - +Number.isNaN(b) || i - j;
        return (descending ? b - a : a - b) || i - j;
      });
      data.set(order, at);
    }
    return data;
  },
  samples: [
    { inputs: [{ shape: [6] }], attrs: { descending: false } },
    {
      inputs: [{ shape: [7], values: [2, Number.NaN, 2, -1, 0.5, -0, 0] }],
      attrs: { descending: true },
    },
    { inputs: [{ shape: [2, 3, 5], dtype: 'i32', domain: [-3, 3] }], attrs: { descending: true } },
    {
      inputs: [{ shape: [4], dtype: 'u32', values: [4294967295, 0, 2147483648, 7] }],
      attrs: { descending: false },
    },
    { inputs: [{ shape: [2, 1] }], attrs: { descending: false } },
    { inputs: [{ shape: [0, 3] }], attrs: { descending: false } },
    { inputs: [{ shape: [2, 0] }], attrs: { descending: true } },
  ],
});

/** How to sort. */
export interface SortOptions {
  /** Default: the last axis. */
  readonly axis?: number;
  /** Largest first (default false). NaN comes last either way. */
  readonly descending?: boolean;
}

const sortOptionsKind = is.options<SortOptions>({
  axis: is.optional(is.axis),
  descending: is.optional(is.boolean),
});
const argsortArgs = is.signature('argsort', ['input', is.operand], ['options', sortOptionsKind]);

/**
 * Indices (i32, same shape) that put an axis in order; equal elements keep their order, NaN comes
 * last. Infinities of the same sign are equal. @throws ShapeError on scalars
 */
export function argsort(input: TensorLike, options: SortOptions = {}): Tensor {
  argsortArgs(input, options);
  const x = toTensor(input);
  const { axis = -1, descending = false } = options;
  const a = normalizeAxis(axis, x.rank, `argsort of ${x}`);
  const last = x.rank - 1;
  const keys = x.dtype === 'bool' ? cast(x, 'i32') : x.dtype === 'f16' ? cast(x, 'f32') : x;
  return moveAxis(argsortOp([moveAxis(keys, a, last)], { descending }), last, a);
}

const sortArgs = is.signature('sort', ['input', is.operand], ['options', sortOptionsKind]);

/**
 * An axis in order, with the indices that made it (both of x's shape). @throws ShapeError on
 * scalars
 */
export function sort(
  input: TensorLike,
  options: SortOptions = {},
): { values: Tensor; indices: Tensor } {
  sortArgs(input, options);
  const x = toTensor(input);
  const indices = argsort(x, options);
  return { values: takeAlongAxis(x, indices, options.axis ?? -1), indices };
}

const topKArgs = is.signature(
  'topK',
  ['input', is.operand],
  ['k', is.size],
  ['options', is.options({ axis: is.optional(is.axis), smallest: is.optional(is.boolean) })],
);

/**
 * The k largest elements of an axis, largest first (smallest first with `smallest`), and their
 * indices: [..., n] to [..., k]. @throws ShapeError if k is more than the axis has
 */
export function topK(
  input: TensorLike,
  k: number,
  options: { axis?: number; smallest?: boolean } = {},
): { values: Tensor; indices: Tensor } {
  topKArgs(input, k, options);
  const x = toTensor(input);
  const { axis = -1, smallest = false } = options;
  const a = normalizeAxis(axis, x.rank, `topK of ${x}`);
  if (!Number.isInteger(k) || k < 0 || k > x.shape[a]) {
    throw new ShapeError(`topK: ${k} of the ${x.shape[a]} elements of axis ${a} of ${x}`);
  }
  const order = argsort(x, { axis: a, descending: !smallest });
  const indices = slice(order, ...x.shape.map((_, d) => (d === a ? ([0, k] as const) : null)));
  return { values: takeAlongAxis(x, indices, a), indices };
}
