// PyTorch's reductions, running sums and sorting in terms of ours.
import * as ops from '../../../src/tensor/ops/index.ts';
import { Tensor } from '../../../src/tensor/tensor.ts';
import { Unsupported } from '../contract.ts';
import { type Args, type Definition, type Definitions, given, has, only } from './torch-call.ts';

type Reduce = typeof ops.sum;

const keep = (keepdim: unknown) => given({ keepDims: keepdim as boolean | undefined });

const reduction = (f: Reduce): Definition => [
  'input dim keepdim',
  ({ input, dim, keepdim }) => f(input, dim, keep(keepdim)),
];

// max(x), max(x, dim) with positions, max(x, y). Over a dimension the gradient goes to the one position.
const extreme = (whole: Reduce, position: Reduce, pair: typeof ops.maximum): Definition => [
  'input dim keepdim other',
  ({ input, dim, keepdim, other }) => {
    const y = has(other) ? other : dim;
    if ((y as unknown) instanceof Tensor) return pair(input, y);
    if (!has(dim)) return whole(input);
    const at = position(input, dim, { keepDims: true });
    const values = ops.takeAlongAxis(input, at, dim);
    if (keepdim) return { values, indices: at };
    return { values: ops.squeeze(values, dim), indices: ops.squeeze(at, dim) };
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

const orderOf = (ord: unknown): number | undefined => {
  if (!has(ord) || ord === 'fro') return undefined;
  if (ord === 'inf' || ord === 'Infinity') return Number.POSITIVE_INFINITY;
  if (ord === '-inf' || ord === '-Infinity') return Number.NEGATIVE_INFINITY;
  if (typeof ord !== 'number') throw new Unsupported(`norm: order ${JSON.stringify(ord)}`);
  return ord;
};

const vectorNorm = (x: Tensor, ord: unknown, dim: unknown, keepdim: unknown): Tensor =>
  ops.norm(x, dim as number | undefined, { ...keep(keepdim), ...given({ p: orderOf(ord) }) });

const running = (f: (x: Tensor, axis: number) => Tensor): Definition => [
  'input dim',
  ({ input, dim }) => f(input, dim),
];

const along = (f: (x: Tensor, axis: number) => Tensor): Definition => [
  'input dim _stacklevel',
  ({ input, dim }) => {
    if (!has(dim)) throw new Unsupported('softmax without dim');
    return f(input, dim);
  },
];

const order = ({ dim, descending }: Args) =>
  given({ axis: dim as number, descending: descending as boolean });

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
    'input n dim',
    ({ input, n, dim }) => {
      let x = input as Tensor;
      const axis = dim ?? -1;
      for (let k = 0; k < (n ?? 1); k++) {
        const length = x.shape.at(axis) as number;
        x = ops.sub(ops.sliceAxis(x, axis, [1, length]), ops.sliceAxis(x, axis, [0, length - 1]));
      }
      return x;
    },
  ],
  vector_norm: [
    'x ord dim keepdim input',
    ({ x, ord, dim, keepdim, input }) => vectorNorm(input ?? x, ord, dim, keepdim),
  ],
  norm: ['input p dim keepdim', (a) => vectorNorm(a.input, a.p, a.dim, a.keepdim)],
  linalg_norm: [
    'input ord dim keepdim',
    ({ input, ord, dim, keepdim }) => {
      const axes = dim as unknown;
      const matrix = Array.isArray(axes)
        ? axes.length > 1
        : !has(axes) && (input as Tensor).rank > 1;
      if (has(ord) && matrix) throw new Unsupported('matrix norms');
      return vectorNorm(input, ord, dim, keepdim);
    },
  ],
  logsumexp: reduction(ops.logSumExp),
  cumsum: running(ops.cumsum),
  cumprod: running(ops.cumprod),
  logcumsumexp: running(ops.logCumSumExp),
  softmax: along(ops.softmax),
  log_softmax: along(ops.logSoftmax),
  softmin: along((x, axis) => ops.softmax(ops.neg(x), axis)),
  sort: ['input dim descending stable', (a) => ops.sort(a.input, order(a))],
  argsort: ['input dim descending stable', (a) => ops.argsort(a.input, order(a))],
  topk: [
    'input k dim largest sorted',
    ({ input, k, dim, largest, sorted }) => {
      only(sorted, true, 'topk: sorted');
      const smallest = (largest as unknown) === false;
      return ops.topK(input, k, { ...given({ axis: dim as number }), smallest });
    },
  ],
  trace: ['input', ({ input }) => ops.trace(input)],
};
