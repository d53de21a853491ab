// PyTorch's functions that move elements, and its matrix products, in terms of ours.
import { stopGradient } from '../../../src/autodiff/identity.ts';
import type { DType } from '../../../src/tensor/dtype.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { Unsupported } from '../contract.ts';
import { arrangements } from './torch-arrangements.ts';
import {
  type Definition,
  type Definitions,
  given,
  has,
  oneOf,
  only,
  wholeNumbers,
} from './torch-call.ts';
import { toFirst, toLast } from './torch-layout.ts';
import { orderOf } from './torch-reductions.ts';

const asList = (x: unknown): number[] => (Array.isArray(x) ? x : [x]) as number[];
const asType = (v: unknown, dtype: DType): Tensor =>
  typeof v === 'number' ? ops.full([], v, dtype) : (v as Tensor);
const flat = (x: Tensor): Tensor => ops.reshape(x, [-1]);

// F.pad lists pairs from the last dimension to the first
const pairs = (list: readonly number[]): [number, number][] =>
  Array.from({ length: list.length / 2 }, (_, i): [number, number] => {
    const at = list.length - 2 - 2 * i;
    return [list[at], list[at + 1]];
  });

// axes of size one among those named; others are left alone
function squeeze(x: Tensor, dim: unknown): Tensor {
  if (!has(dim)) return ops.squeeze(x);
  return ops.squeeze(
    x,
    asList(dim).filter((d) => x.shape.at(d) === 1),
  );
}

// sizes of -1 keep what is there
function expand(x: Tensor, sizes: readonly number[]): Tensor {
  const lead = sizes.length - x.rank;
  return ops.broadcastTo(
    x,
    sizes.map((n, i) => (n === -1 ? x.shape[i - lead] : n)),
  );
}

// sections of one length, the last possibly shorter, or of given lengths
const split: Definition = [
  'input split_size_or_sections dim split_size split_sizes',
  (a) => {
    const sizes = a.split_size_or_sections ?? a.split_size ?? a.split_sizes;
    return ops.split(a.input, sizes, a.dim ?? 0);
  },
];

function narrow(x: Tensor, dim: number, start: unknown, length: number): Tensor {
  const [first] = wholeNumbers(start);
  const from = first < 0 ? first + (x.shape.at(dim) as number) : first;
  return ops.sliceAxis(x, dim, [from, from + length]);
}

// positions outside the axes moved keep their order
function moveAxes(x: Tensor, source: unknown, destination: unknown): Tensor {
  const wrap = (d: number): number => (d < 0 ? d + x.rank : d);
  const from = asList(source).map(wrap);
  const to = asList(destination).map(wrap);
  const rest = Array.from({ length: x.rank }, (_, d) => d).filter((d) => !from.includes(d));
  const axes: number[] = [];
  for (let d = 0; d < x.rank; d++) {
    const k = to.indexOf(d);
    axes.push(k >= 0 ? from[k] : (rest.shift() as number));
  }
  return ops.transpose(x, axes);
}

const scalarSource = (x: unknown, index: Tensor, into: Tensor): Tensor =>
  typeof x === 'number' ? ops.full(index.shape, x, into.dtype) : (x as Tensor);

const reshapes: Definitions = {
  reshape: ['input *shape', ({ input, shape }) => ops.reshape(input, shape)],
  view: ['input *shape', ({ input, shape }) => ops.reshape(input, shape)],
  permute: ['input *dims', ({ input, dims }) => ops.transpose(input, dims)],
  transpose: ['input dim0 dim1', ({ input, dim0, dim1 }) => ops.swapAxes(input, dim0, dim1)],
  swapaxes: ['input axis0 axis1', ({ input, axis0, axis1 }) => ops.swapAxes(input, axis0, axis1)],
  swapdims: ['input dim0 dim1', ({ input, dim0, dim1 }) => ops.swapAxes(input, dim0, dim1)],
  t: ['input', ({ input }) => ops.transpose(input)],
  contiguous: ['input', ({ input }) => input],
  expand: ['input *size', ({ input, size }) => expand(input, size)],
  broadcast_to: ['input size shape', ({ input, size, shape }) => expand(input, size ?? shape)],
  squeeze: ['input dim', ({ input, dim }) => squeeze(input, dim)],
  unsqueeze: ['input dim', ({ input, dim }) => ops.unsqueeze(input, dim)],
  flatten: [
    'input start_dim end_dim',
    ({ input, start_dim, end_dim }) => ops.flatten(input, start_dim ?? 0, end_dim ?? -1),
  ],
  movedim: ['input source destination', (a) => moveAxes(a.input, a.source, a.destination)],
  moveaxis: ['input source destination', (a) => moveAxes(a.input, a.source, a.destination)],
  cat: ['tensors dim', ({ tensors, dim }) => ops.concat(tensors, dim ?? 0)],
  concat: ['tensors dim', ({ tensors, dim }) => ops.concat(tensors, dim ?? 0)],
  stack: ['tensors dim', ({ tensors, dim }) => ops.stack(tensors, dim ?? 0)],
  split,
  split_with_sizes: split,
  chunk: ['input chunks dim', ({ input, chunks, dim }) => ops.chunk(input, chunks, dim ?? 0)],
  unbind: [
    'input dim',
    ({ input, dim }) => ops.split(input, 1, dim ?? 0).map((x) => ops.squeeze(x, dim ?? 0)),
  ],
  narrow: [
    'input dim start length',
    ({ input, dim, start, length }) => narrow(input, dim, start, length),
  ],
  select: [
    'input dim index',
    ({ input, dim, index }) => ops.squeeze(narrow(input, dim, index, 1), dim),
  ],
  flip: ['input *dims', ({ input, dims }) => ops.flip(input, dims)],
  roll: [
    'input shifts dims',
    ({ input, shifts, dims }) => {
      if (has(dims)) return ops.roll(input, shifts, dims);
      const x = input as Tensor;
      return ops.reshape(ops.roll(flat(x), shifts, 0), x.shape);
    },
  ],
  repeat: ['input *repeats', ({ input, repeats }) => ops.tile(input, repeats)],
  tile: ['input *dims', ({ input, dims }) => ops.tile(input, dims)],
  repeat_interleave: [
    'input repeats dim output_size',
    ({ input, repeats, dim }) => {
      const x = has(dim) ? (input as Tensor) : flat(input);
      const axis = dim ?? 0;
      const counts = wholeNumbers(repeats);
      if (counts.length === 1) return ops.repeat(x, counts[0], axis);
      const at = counts.flatMap((n, i) => Array<number>(n).fill(i));
      return ops.take(x, ops.tensor(Int32Array.from(at)), axis);
    },
  ],
  tril: ['input diagonal', ({ input, diagonal }) => ops.tril(input, diagonal ?? 0)],
  triu: ['input diagonal', ({ input, diagonal }) => ops.triu(input, diagonal ?? 0)],
  diagonal: [
    'input offset dim1 dim2',
    (a) => ops.diagonal(a.input, a.offset ?? 0, a.dim1 ?? 0, a.dim2 ?? 1),
  ],
  pad: [
    'input pad mode value',
    ({ input, pad, mode, value }) => {
      const modes = ['constant', 'reflect', 'replicate', 'circular'] as const;
      const how = oneOf(mode ?? 'constant', modes, 'pad: mode');
      return ops.pad(input, pairs(pad), { mode: how, ...given({ value: value as number }) });
    },
  ],
  pixel_shuffle: [
    'input upscale_factor',
    ({ input, upscale_factor }) => toFirst(ops.pixelShuffle(toLast(input), upscale_factor)),
  ],
  pixel_unshuffle: [
    'input downscale_factor',
    ({ input, downscale_factor }) => toFirst(ops.pixelUnshuffle(toLast(input), downscale_factor)),
  ],
};

const positions: Definitions = {
  gather: ['input dim index sparse_grad', ({ input, dim, index }) => ops.gather(input, index, dim)],
  take_along_dim: [
    'input indices dim',
    ({ input, indices, dim }) =>
      has(dim)
        ? ops.takeAlongAxis(input, indices, dim)
        : ops.takeAlongAxis(flat(input), flat(indices), 0),
  ],
  take: ['input index', ({ input, index }) => ops.take(flat(input), index)],
  index_select: ['input dim index', ({ input, dim, index }) => ops.take(input, index, dim)],
  scatter: [
    'input dim index src value reduce',
    (a) => {
      const source = scalarSource(a.src ?? a.value, a.index, a.input);
      if (!has(a.reduce)) return ops.scatter(a.input, a.index, source, a.dim);
      oneOf(a.reduce, ['add'], 'scatter: reduce');
      return ops.scatterAdd(a.input, a.index, source, a.dim);
    },
  ],
  scatter_add: [
    'input dim index src',
    ({ input, dim, index, src }) => ops.scatterAdd(input, index, src, dim),
  ],
  scatter_reduce: [
    'input dim index src reduce include_self',
    (a) => {
      const how = oneOf(a.reduce, ['sum', 'mean'], 'scatter_reduce: reduce');
      const ones = ops.onesLike(ops.cast(a.index, (a.input as Tensor).dtype));
      const counts = ops.scatterAdd(ops.zerosLike(a.input), a.index, ones, a.dim);
      const leaves = (a.include_self as unknown) === false;
      const self = leaves ? ops.where(ops.greater(counts, 0), 0, a.input) : a.input;
      const total = ops.scatterAdd(self, a.index, a.src, a.dim);
      if (how === 'sum') return total;
      return ops.div(total, ops.maximum(leaves ? counts : ops.add(counts, 1), 1));
    },
  ],
  index_fill: [
    'input dim index value',
    ({ input, dim, index, value }) => {
      const x = input as Tensor;
      const d = (dim as number) < 0 ? dim + x.rank : (dim as number);
      const shape = x.shape.map((n, i) => (i === d ? (index as Tensor).size : n));
      return ops.indexSet(x, index, ops.broadcastTo(asType(value, x.dtype), shape), d);
    },
  ],
  index_add: [
    'input dim index source alpha',
    ({ input, dim, index, source, alpha }) =>
      ops.indexAdd(input, index, has(alpha) ? ops.mul(source, alpha) : source, dim),
  ],
  index_copy: [
    'input dim index source',
    ({ input, dim, index, source }) => ops.indexSet(input, index, source, dim),
  ],
  embedding: [
    'input weight padding_idx max_norm norm_type scale_grad_by_freq sparse',
    ({ input, weight, padding_idx, max_norm, scale_grad_by_freq }) => {
      only(max_norm, undefined, 'embedding: max_norm');
      only(scale_grad_by_freq, false, 'embedding: scale_grad_by_freq');
      if (!has(padding_idx)) return ops.embedding(weight, input);
      // the row of the padding does not learn
      const w = weight as Tensor;
      const row = (padding_idx as number) < 0 ? padding_idx + w.shape[0] : padding_idx;
      const fixed = ops.equal(ops.iota(w.shape, 0), row);
      return ops.embedding(ops.where(fixed, stopGradient(w), w), input);
    },
  ],
  one_hot: [
    'input num_classes',
    ({ input, num_classes }) => {
      if (!((num_classes as number) >= 0)) throw new Unsupported('one_hot without num_classes');
      return ops.oneHot(input, num_classes, 'i32');
    },
  ],
};

const scaled = (x: Tensor, by: unknown): Tensor => (has(by) ? ops.mul(x, by as number) : x);
const product = (f: (x: Tensor, y: Tensor) => Tensor, second = 'other'): Definition => [
  `input ${second}`,
  (a) => f(a.input, a[second]),
];

const products: Definitions = {
  matmul: product(ops.matmul),
  mm: product(ops.matmul, 'mat2'),
  mv: product(ops.matmul, 'vec'),
  dot: product(ops.dot),
  inner: product((x, y) =>
    x.rank === 0 || y.rank === 0
      ? ops.mul(x, y)
      : ops.matmul(x, ops.swapAxes(y, -1, y.rank > 1 ? -2 : -1)),
  ),
  bmm: product(ops.bmm, 'mat2'),
  outer: product(ops.outer, 'vec2'),
  ger: product(ops.outer, 'vec2'),
  linear: [
    'input weight bias',
    ({ input, weight, bias }) => ops.affine(input, ops.transpose(weight), bias),
  ],
  addmm: [
    'input mat1 mat2 beta alpha',
    ({ input, mat1, mat2, beta, alpha }) =>
      ops.add(scaled(input, beta), scaled(ops.matmul(mat1, mat2), alpha)),
  ],
  baddbmm: [
    'input batch1 batch2 beta alpha',
    (a) => ops.add(scaled(a.input, a.beta), scaled(ops.bmm(a.batch1, a.batch2), a.alpha)),
  ],
  einsum: [
    'equation *operands',
    ({ equation, operands }) => ops.einsum(equation, ...(operands as Tensor[])),
  ],
  cdist: [
    'x1 x2 p compute_mode',
    ({ x1, x2, p }) => {
      const y = ops.cdist(x1, x2, given({ p: orderOf(p) }));
      // NaN is no difference that could be counted
      return (p as unknown) === 0
        ? ops.where(ops.isNan(ops.cdist(x1, x2, { p: 1 })), Number.NaN, y)
        : y;
    },
  ],
};

/** Functions that move elements or multiply matrices. */
export const shapes: Definitions = { ...reshapes, ...positions, ...products, ...arrangements };
