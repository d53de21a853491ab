// PyTorch's functions that join, part and build tensors, and products beyond matmul, in terms of ours.
import * as ops from '../../../src/tensor/ops/index.ts';
import { broadcastShapes } from '../../../src/tensor/shape.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { type Definition, type Definitions, has, oneOf, wholeNumbers } from './torch-call.ts';

const listed = (tensors: unknown): Tensor[] => tensors as Tensor[];

// vectors become rows, columns or stacks before they are joined
const joined = (axis: number, shape: (x: Tensor) => readonly number[]): Definition => [
  'tensors',
  ({ tensors }) =>
    ops.concat(
      listed(tensors).map((x) => ops.reshape(x, shape(x))),
      axis,
    ),
];
const asRow = (x: Tensor): readonly number[] => (x.rank < 2 ? [1, x.size] : x.shape);
const asColumn = (x: Tensor): readonly number[] => (x.rank < 2 ? [x.size, 1] : x.shape);
const asLayer = (x: Tensor): readonly number[] =>
  x.rank < 2 ? [1, x.size, 1] : x.rank === 2 ? [...x.shape, 1] : x.shape;

// parts that end at the positions given, or so many parts, the first ones longer
function tensorSplit(x: Tensor, how: unknown, dim: number): Tensor[] {
  const n = x.shape.at(dim) as number;
  const listed = Array.isArray(how) || (how as Tensor).rank === 1;
  const numbers = wholeNumbers(how);
  const [count] = numbers;
  const ends = listed
    ? numbers
    : Array.from({ length: count - 1 }, (_, i) => {
        const long = Math.min(i + 1, n % count);
        return (i + 1) * Math.floor(n / count) + long;
      });
  const bounds = [0, ...ends, n];
  // ends may be negative, beyond the tensor or out of order, as those of Python's slices
  const clamped = bounds.map((k) => Math.min(Math.max(k < 0 ? k + n : k, 0), n));
  return clamped.slice(1).map((end, i) => {
    return ops.sliceAxis(x, dim, [clamped[i], Math.max(clamped[i], end)]);
  });
}

// a vector on a diagonal of a matrix, for each vector of the last axis
function diagonalOf(x: Tensor, offset: number): Tensor {
  const n = x.shape.at(-1) as number;
  const size = n + Math.abs(offset);
  const lead = x.shape.slice(0, -1).map((): [number, number] => [0, 0]);
  const [before, after] = offset > 0 ? [0, offset] : [-offset, 0];
  // every row holds x_i, shifted so that i meets the row's own number
  const rows = ops.pad(ops.unsqueeze(x, -1), [...lead, [before, after], [0, 0]]);
  const shape = [...x.shape.slice(0, -1), size, size];
  const rank = shape.length;
  const distance = ops.sub(ops.iota(shape, rank - 1), ops.iota(shape, rank - 2));
  return ops.where(ops.equal(distance, offset), ops.broadcastTo(rows, shape), 0);
}

// the last dimensions of x with the first of y, or those named
function tensorDot(x: Tensor, y: Tensor, dims: unknown): Tensor {
  const count = dims as number;
  const [of, by] = Array.isArray(dims)
    ? (dims as [number[], number[]])
    : [
        Array.from({ length: count }, (_, i) => x.rank - count + i),
        Array.from({ length: count }, (_, i) => i),
      ];
  const wrap = (t: Tensor, axes: readonly number[]): number[] =>
    axes.map((d) => (d < 0 ? d + t.rank : d));
  const [a, b] = [wrap(x, of), wrap(y, by)];
  const rest = (t: Tensor, axes: readonly number[]): number[] =>
    t.shape.map((_, d) => d).filter((d) => !axes.includes(d));
  const [freeX, freeY] = [rest(x, a), rest(y, b)];
  const inner = a.reduce((n, d) => n * x.shape[d], 1);
  const product = ops.matmul(
    ops.reshape(ops.transpose(x, [...freeX, ...a]), [-1, inner]),
    ops.reshape(ops.transpose(y, [...b, ...freeY]), [inner, -1]),
  );
  return ops.reshape(product, [...freeX.map((d) => x.shape[d]), ...freeY.map((d) => y.shape[d])]);
}

// x turned by quarter turns from the first axis to the second
function turned(x: Tensor, turns: number, [a, b]: readonly number[]): Tensor {
  const k = ((turns % 4) + 4) % 4;
  if (k === 0) return x;
  if (k === 2) return ops.flip(x, [a, b]);
  return k === 1 ? ops.flip(ops.swapAxes(x, a, b), [a]) : ops.flip(ops.swapAxes(x, a, b), [b]);
}

function crossed(x: Tensor, y: Tensor, dim: number): Tensor {
  const part = (t: Tensor, i: number): Tensor => ops.sliceAxis(t, dim, [i, i + 1]);
  const turn = (i: number): Tensor => {
    const [j, k] = [(i + 1) % 3, (i + 2) % 3];
    return ops.sub(ops.mul(part(x, j), part(y, k)), ops.mul(part(x, k), part(y, j)));
  };
  return ops.concat([turn(0), turn(1), turn(2)], dim);
}

function kronecker(x: Tensor, y: Tensor): Tensor {
  const rank = Math.max(x.rank, y.rank);
  const [a, b] = [x, y].map((t) => [...Array<number>(rank - t.rank).fill(1), ...t.shape]);
  const apart = (shape: readonly number[], first: boolean): number[] =>
    shape.flatMap((n) => (first ? [n, 1] : [1, n]));
  const product = ops.mul(ops.reshape(x, apart(a, true)), ops.reshape(y, apart(b, false)));
  return ops.reshape(
    product,
    a.map((n, d) => n * b[d]),
  );
}

const scaled = (x: Tensor, by: unknown): Tensor => (has(by) ? ops.mul(x, by as number) : x);
const plus = (names: string, f: (x: Tensor, y: Tensor) => Tensor): Definition => [
  `input ${names} beta alpha`,
  (a) => {
    const [x, y] = names.split(' ').map((k) => a[k] as Tensor);
    return ops.add(scaled(a.input, a.beta), scaled(f(x, y), a.alpha));
  },
];

const cast = (dtype: 'f32' | 'f64' | 'i32' | 'bool'): Definition => [
  'input',
  ({ input }) => {
    const x = input as Tensor;
    // whole numbers are cut off towards zero
    return ops.cast(dtype === 'i32' && x.isFloat ? ops.trunc(x) : x, dtype);
  },
];

/** Functions that join, part and build tensors, and further products. */
export const arrangements: Definitions = {
  hstack: [
    'tensors',
    ({ tensors }) => {
      const all = listed(tensors);
      return ops.concat(all, all[0].rank < 2 ? 0 : 1);
    },
  ],
  vstack: joined(0, asRow),
  row_stack: joined(0, asRow),
  dstack: joined(2, asLayer),
  column_stack: joined(1, asColumn),
  tensor_split: [
    'input indices_or_sections dim sections indices',
    (a) => tensorSplit(a.input, a.indices_or_sections ?? a.sections ?? a.indices, a.dim ?? 0),
  ],
  hsplit: [
    'input indices_or_sections',
    (a) => tensorSplit(a.input, a.indices_or_sections, (a.input as Tensor).rank > 1 ? 1 : 0),
  ],
  diag: [
    'input diagonal',
    ({ input, diagonal }) =>
      (input as Tensor).rank === 1
        ? diagonalOf(input, diagonal ?? 0)
        : ops.diagonal(input, diagonal ?? 0, 0, 1),
  ],
  diag_embed: [
    'input offset dim1 dim2',
    ({ input, offset, dim1, dim2 }) => {
      const y = diagonalOf(input, offset ?? 0);
      const wrap = (d: number): number => (d < 0 ? d + y.rank : d);
      const [a, b] = [wrap(dim1 ?? -2), wrap(dim2 ?? -1)];
      // rows go to the first of the two, columns to the second
      const axes = Array.from({ length: y.rank - 2 }, (_, d) => d);
      for (const [at, axis] of [
        [a, y.rank - 2],
        [b, y.rank - 1],
      ].sort((p, q) => p[0] - q[0])) {
        axes.splice(at, 0, axis);
      }
      return ops.transpose(y, axes);
    },
  ],
  fliplr: ['input', ({ input }) => ops.flip(input, 1)],
  flipud: ['input', ({ input }) => ops.flip(input, 0)],
  rot90: ['input k dims', ({ input, k, dims }) => turned(input, k ?? 1, dims ?? [0, 1])],
  ravel: ['input', ({ input }) => ops.reshape(input, [-1])],
  unflatten: [
    'input dim sizes',
    ({ input, dim, sizes }) => {
      const x = input as Tensor;
      const at = (dim as number) < 0 ? dim + x.rank : (dim as number);
      const given = sizes as readonly number[];
      const known = given.filter((n) => n !== -1).reduce((n, k) => n * k, 1);
      const whole = given.map((n) => (n === -1 ? x.shape[at] / known : n));
      return ops.reshape(x, [...x.shape.slice(0, at), ...whole, ...x.shape.slice(at + 1)]);
    },
  ],
  sliding_windows: [
    'input dimension size step',
    ({ input, dimension, size, step }) => {
      const x = input as Tensor;
      if (x.rank === 0) return ops.reshape(x, [size]);
      const axis = (dimension as number) < 0 ? dimension + x.rank : (dimension as number);
      const count = Math.floor((x.shape[axis] - size) / step) + 1;
      const at = Array.from({ length: count * size }, (_, i) => {
        return Math.floor(i / size) * step + (i % size);
      });
      const taken = ops.take(x, ops.tensor(Int32Array.from(at)), axis);
      const shape = [...x.shape.slice(0, axis), count, size as number, ...x.shape.slice(axis + 1)];
      return ops.moveAxis(ops.reshape(taken, shape), axis + 1, -1);
    },
  ],
  expand_as: ['input other', (a) => ops.broadcastTo(a.input, (a.other as Tensor).shape)],
  broadcast_tensors: [
    '*tensors',
    ({ tensors }) => {
      const all = listed(tensors);
      const shape = all.reduce<readonly number[]>(
        (s, t) => broadcastShapes(s, t.shape, 'broadcast_tensors'),
        [],
      );
      return all.map((t) => ops.broadcastTo(t, shape));
    },
  ],
  meshgrid: [
    '*tensors indexing',
    ({ tensors, indexing }) => {
      const order = oneOf(indexing ?? 'ij', ['ij', 'xy'], 'meshgrid: indexing');
      const all = listed(tensors).map((t) => (t.rank === 0 ? ops.reshape(t, [1]) : t));
      const swapped = order === 'xy' && all.length > 1;
      const [first, second, ...rest] = all;
      const grids = ops.meshgrid(...(swapped ? [second, first, ...rest] : all));
      if (!swapped) return grids;
      const [b, a, ...others] = grids;
      return [a, b, ...others];
    },
  ],
  float: cast('f32'),
  double: cast('f64'),
  int: cast('i32'),
  long: cast('i32'),
  bool: cast('bool'),
  vdot: ['input other', ({ input, other }) => ops.dot(input, other)],
  tensordot: ['a b dims', ({ a, b, dims }) => tensorDot(a, b, dims ?? 2)],
  kron: ['input other', ({ input, other }) => kronecker(input, other)],
  cross: [
    'input other dim',
    ({ input, other, dim }) => {
      const x = input as Tensor;
      return crossed(x, other, dim ?? x.shape.indexOf(3)); // the first dimension of size 3
    },
  ],
  chain_matmul: [
    '*matrices',
    ({ matrices }) => listed(matrices).reduce((x, y) => ops.matmul(x, y)),
  ],
  multi_dot: ['tensors', ({ tensors }) => listed(tensors).reduce((x, y) => ops.matmul(x, y))],
  addmv: plus('mat vec', ops.matmul),
  addr: plus('vec1 vec2', ops.outer),
  addbmm: plus('batch1 batch2', (x, y) => ops.sum(ops.bmm(x, y), 0)),
  bilinear: [
    'input1 input2 weight bias',
    ({ input1, input2, weight, bias }) => {
      const y = ops.einsum('...i,oij,...j->...o', input1, weight, input2);
      return has(bias) ? ops.add(y, bias) : y;
    },
  ],
};
