// PyTorch's reductions, running sums and sorting in terms of ours.
import * as ops from '../../../src/tensor/ops/index.ts';
import { Tensor } from '../../../src/tensor/tensor.ts';
import { Unsupported } from '../contract.ts';
import {
  type Args,
  type Definition,
  type Definitions,
  given,
  has,
  only,
  type Returned,
  typed,
} from './torch-call.ts';

type Reduce = typeof ops.sum;

const keep = (keepdim: unknown) => given({ keepDims: keepdim as boolean | undefined });

const reduction = (f: Reduce): Definition => [
  'input dim keepdim dtype',
  ({ input, dim, keepdim, dtype }) => f(typed(input, dtype), dim, keep(keepdim)),
];

// max(x), max(x, dim) with positions, max(x, y). Over a dimension the gradient goes to the one position.
const extreme = (whole: Reduce, position: Reduce, pair: typeof ops.maximum): Definition => [
  'input dim keepdim other',
  ({ input, dim, keepdim, other }) => {
    const y = has(other) ? other : dim;
    if ((y as unknown) instanceof Tensor) return pair(input, y);
    if (!has(dim)) return whole(input);
    return picked(input, position(input, dim, { keepDims: true }), dim, keepdim);
  },
];

// the position in the flattened tensor where no dimension is given
const position = (f: Reduce): Definition => [
  'input dim keepdim',
  ({ input, dim, keepdim }) =>
    has(dim) ? f(input, dim, keep(keepdim)) : f(ops.reshape(input, [-1]), 0),
];

// the second argument may be `unbiased` in older signatures: var(x, False)
const axesOf = ({ dim }: Args): number | undefined => (typeof dim === 'boolean' ? undefined : dim);

function moments(f: typeof ops.variance, a: Args): Tensor {
  const unbiased = typeof a.dim === 'boolean' ? a.dim : a.unbiased;
  const by = has(a.correction) ? a.correction : unbiased === false ? 0 : 1;
  return f(a.input, axesOf(a), { ...keep(a.keepdim), correction: by });
}

const spread = (f: typeof ops.variance): Definition => [
  'input dim unbiased keepdim correction',
  (a) => moments(f, a),
];

/** The order of a vector norm as a number; undefined for the default. @throws Unsupported */
export const orderOf = (ord: unknown): number | undefined => {
  if (!has(ord) || ord === 'fro') return undefined;
  if (ord === 'inf' || ord === 'Infinity') return Number.POSITIVE_INFINITY;
  if (ord === '-inf' || ord === '-Infinity') return Number.NEGATIVE_INFINITY;
  if (typeof ord !== 'number') throw new Unsupported(`norm: order ${JSON.stringify(ord)}`);
  return ord;
};

const vectorNorm = (x: Tensor, ord: unknown, dim: unknown, keepdim: unknown): Tensor =>
  ops.norm(x, dim as number | undefined, { ...keep(keepdim), ...given({ p: orderOf(ord) }) });

function matrixNorm(x: Tensor, ord: unknown, dim: unknown, keepdim: unknown): Tensor {
  const order = orderOf(ord);
  if (order !== undefined && Math.abs(order) !== 1 && Number.isFinite(order)) {
    throw new Unsupported(`a matrix norm of order ${JSON.stringify(ord)}, from singular values`);
  }
  return ops.matrixNorm(
    x,
    order ?? 'fro',
    (dim ?? undefined) as number[] | undefined,
    keep(keepdim),
  );
}

const running = (f: (x: Tensor, axis: number) => Tensor): Definition => [
  'input dim dtype',
  ({ input, dim, dtype }) => f(typed(input, dtype), dim),
];

const along = (f: (x: Tensor, axis: number) => Tensor): Definition => [
  'input dim _stacklevel dtype',
  ({ input, dim, dtype }) => {
    if (!has(dim)) throw new Unsupported('softmax without dim');
    return f(typed(input, dtype), dim);
  },
];

// positions in rising or falling order
const ordered = ({ input, dim, descending }: Args): Tensor =>
  descending ? falling(input, dim ?? -1) : ops.argsort(input, { axis: dim ?? -1 });

// values at positions [..., 1, ...] of a dimension, with or without it
function picked(
  x: Tensor,
  at: Tensor,
  dim: number,
  keepdim: unknown,
): { values: Tensor; indices: Tensor } {
  const values = ops.takeAlongAxis(x, at, dim);
  if (keepdim) return { values, indices: at };
  return { values: ops.squeeze(values, dim), indices: ops.squeeze(at, dim) };
}

// the k-th smallest, 1 being the smallest; of equal elements any may be meant
function kth(x: Tensor, k: number, dim: number, keepdim: unknown): Returned {
  const order = ops.argsort(x, { axis: dim });
  return picked(x, ops.sliceAxis(order, dim, [k - 1, k]), dim, keepdim);
}

// the lower of two middles; what is not a number is found first
function median(x: Tensor, dim: number, keepdim: unknown): { values: Tensor; indices: Tensor } {
  const middle = Math.floor(((x.shape.at(dim) as number) + 1) / 2);
  const order = ops.argsort(x, { axis: dim });
  const none = ops.cast(ops.isNan(x), 'i32');
  const at = ops.where(
    ops.greater(ops.max(none, dim, { keepDims: true }), 0),
    ops.argmax(none, dim, { keepDims: true }),
    ops.sliceAxis(order, dim, [middle - 1, middle]),
  );
  return picked(x, at, dim, keepdim);
}

const withoutNan = (x: Tensor): Tensor => ops.where(ops.isNan(x), 0, x);

// largest values first, among them what is not a number: PyTorch's order of falling values
function falling(x: Tensor, axis: number): Tensor {
  const last = ops.logicalNot(ops.isNan(x));
  const order = ops.argsort(x, { axis, descending: true });
  if (!x.isFloat) return order;
  // a stable second sort brings those to the front
  const flags = ops.takeAlongAxis(ops.cast(last, 'i32'), order, axis);
  return ops.takeAlongAxis(order, ops.argsort(flags, { axis }), axis);
}

// running extremes with their last positions
const runningExtreme = (sign: 1 | -1): Definition => [
  'input dim',
  ({ input, dim }) => {
    const x = input as Tensor;
    const axis = (dim as number) < 0 ? dim + x.rank : (dim as number);
    const values = ops.mul(ops.cummax(ops.mul(x, sign), axis), sign);
    const hit = ops.logicalOr(
      ops.equal(x, values),
      ops.logicalAnd(ops.isNan(x), ops.isNan(values)),
    );
    const at = ops.where(hit, ops.iota(x.shape, axis), -1);
    const indices = ops.cummax(at, axis);
    return { values: ops.takeAlongAxis(x, indices, axis), indices };
  },
];

/** Reductions, running sums, sorting. */
export const reductions: Definitions = {
  sum: reduction(ops.sum),
  mean: reduction(ops.mean),
  prod: reduction(ops.prod),
  amax: reduction(ops.max),
  amin: reduction(ops.min),
  any: reduction(ops.any),
  all: reduction(ops.all),
  count_nonzero: [
    'input dim',
    ({ input, dim }) => ops.sum(ops.cast(ops.notEqual(input, 0), 'i32'), dim),
  ],
  max: extreme(ops.max, ops.argmax, ops.maximum),
  min: extreme(ops.min, ops.argmin, ops.minimum),
  argmax: position(ops.argmax),
  argmin: position(ops.argmin),
  var: spread(ops.variance),
  std: spread(ops.standardDeviation),
  var_mean: [
    'input dim unbiased keepdim correction',
    (a) => [moments(ops.variance, a), ops.mean(a.input, axesOf(a), keep(a.keepdim))],
  ],
  std_mean: [
    'input dim unbiased keepdim correction',
    (a) => [moments(ops.standardDeviation, a), ops.mean(a.input, axesOf(a), keep(a.keepdim))],
  ],
  diff: [
    'input n dim prepend append',
    ({ input, n, dim, prepend, append }) => {
      if ((n as unknown) === 0) return input;
      const axis = dim ?? -1;
      const ends = [prepend, input, append].filter(has) as Tensor[];
      let x = ends.length > 1 ? ops.concat(ends, axis) : (input as Tensor);
      for (let k = 0; k < (n ?? 1); k++) {
        const length = x.shape.at(axis) as number;
        const first = ops.sliceAxis(x, axis, [0, Math.max(length - 1, 0)]);
        x = ops.sub(ops.sliceAxis(x, axis, [Math.min(1, length), length]), first);
      }
      return x;
    },
  ],
  vector_norm: [
    'x ord dim keepdim dtype input',
    ({ x, ord, dim, keepdim, dtype, input }) =>
      vectorNorm(typed(input ?? x, dtype), ord, dim, keepdim),
  ],
  norm: [
    'input p dim keepdim out dtype',
    (a) => vectorNorm(typed(a.input, a.dtype), a.p, a.dim, a.keepdim),
  ],
  linalg_norm: [
    'input ord dim keepdim dtype',
    ({ input: given, ord, dim, keepdim, dtype }) => {
      const input = typed(given, dtype);
      const axes = dim as unknown;
      const matrix = Array.isArray(axes) ? axes.length > 1 : !has(axes) && input.rank > 1;
      if (has(ord) && matrix) return matrixNorm(input, ord, axes, keepdim);
      return vectorNorm(input, ord, dim, keepdim);
    },
  ],
  matrix_norm: [
    'A ord dim keepdim dtype input',
    ({ A, ord, dim, keepdim, dtype, input }) =>
      matrixNorm(typed(input ?? A, dtype), ord, dim, keepdim),
  ],
  dist: [
    'input other p',
    ({ input, other, p }) => vectorNorm(ops.sub(input, other), p, undefined, undefined),
  ],
  nansum: reduction((x, axes, options) => ops.sum(withoutNan(x as Tensor), axes, options)),
  nanmean: reduction((x, axes, options) => {
    const counted = ops.cast(ops.logicalNot(ops.isNan(x)), (x as Tensor).dtype);
    const total = ops.sum(withoutNan(x as Tensor), axes, options);
    return ops.div(total, ops.sum(counted, axes, options));
  }),
  aminmax: [
    'input dim keepdim',
    ({ input, dim, keepdim }) => {
      // a scalar is a vector here, and keeps its dimension where told to
      const x = has(dim) && (input as Tensor).rank === 0 ? ops.reshape(input, [1]) : input;
      return [ops.min(x, dim, keep(keepdim)), ops.max(x, dim, keep(keepdim))];
    },
  ],
  median: [
    'input dim keepdim',
    ({ input, dim, keepdim }) => {
      const x = input as Tensor;
      return has(dim) ? median(x, dim, keepdim) : median(ops.reshape(x, [-1]), 0, false).values;
    },
  ],
  kthvalue: [
    'input k dim keepdim',
    ({ input, k, dim, keepdim }) => kth(input, k, dim ?? -1, keepdim),
  ],
  cummax: runningExtreme(1),
  cummin: runningExtreme(-1),
  logsumexp: reduction(ops.logSumExp),
  cumsum: running(ops.cumsum),
  cumprod: running(ops.cumprod),
  logcumsumexp: running(ops.logCumSumExp),
  softmax: along(ops.softmax),
  log_softmax: along(ops.logSoftmax),
  softmin: along((x, axis) => ops.softmax(ops.neg(x), axis)),
  sort: [
    'input dim descending stable',
    (a) => {
      const indices = ordered(a);
      return { values: ops.takeAlongAxis(a.input, indices, a.dim ?? -1), indices };
    },
  ],
  argsort: ['input dim descending stable', ordered],
  msort: ['input', ({ input }) => ops.sort(input, { axis: 0 }).values],
  topk: [
    'input k dim largest sorted',
    ({ input, k, dim, largest, sorted }) => {
      only(sorted, true, 'topk: sorted');
      const axis = (dim as number | undefined) ?? -1;
      if ((largest as unknown) === false) return ops.topK(input, k, { axis, smallest: true });
      const indices = ops.sliceAxis(falling(input, axis), axis, [0, k]);
      return { values: ops.takeAlongAxis(input, indices, axis), indices };
    },
  ],
  trace: ['input', ({ input }) => ops.trace(input)],
};
