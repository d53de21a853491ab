// Matrix products under NumPy's rules. One operation multiplies stacks of matrices whose batch
// dimensions broadcast; its gradients are products with transposed operands, and a transpose is a view
// that the compiler turns into strides. Stacks times one matrix fold into a single big product.
import * as is from '../arguments.ts';
import type { Aval } from '../aval.ts';
import { defineOp } from '../define.ts';
import { isFloat } from '../dtype.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import type { Index } from '../expr.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import { broadcastShapes, formatShape, type Shape, sizeOf, stridesOf } from '../shape.ts';
import { Tensor, type TensorLike } from '../tensor.ts';
import { add, mul } from './arithmetic.ts';
import { toTensor, zeros } from './create.ts';
import { unifyDTypes } from './define-elementwise.ts';
import { cast, reshape, sumTo, transpose } from './views.ts';

const batchOf = (x: Aval): Shape => x.shape.slice(0, -2);

// Stride of x along each dimension of the broadcast batch; 0 where x is repeated.
function batchStrides(x: Aval, batch: Shape): number[] {
  const strides = stridesOf(x.shape);
  const skip = batch.length - (x.shape.length - 2);
  return batch.map((_, i) => (i < skip || x.shape[i - skip] === 1 ? 0 : strides[i - skip]));
}

// The part of an index of the broadcast batch that stands for x's own batch dimensions.
const ownBatch = (x: Aval, index: readonly Index[]): Index[] => {
  const own = batchOf(x);
  const skip = index.length - 2 - own.length;
  return own.map((n, i) => (n === 1 ? ix.constant(0) : index[skip + i]));
};

const matmulOp = defineOp<object>({
  name: 'matmul',
  shape: ([a, b]) => {
    const [m, k] = a.shape.slice(-2);
    const [k2, n] = b.shape.slice(-2);
    if (a.shape.length < 2 || b.shape.length < 2 || k !== k2) {
      throw new ShapeError(
        `matmul: ${show(a)} and ${show(b)} do not fit: ${k} columns, ${k2} rows`,
      );
    }
    if (a.dtype !== b.dtype)
      throw new DTypeError(`matmul: ${show(a)} and ${show(b)} differ in dtype`);
    return { shape: [...broadcastShapes(batchOf(a), batchOf(b), 'matmul'), m, n], dtype: a.dtype };
  },
  vjp: (ct, { inputs: [a, b], needs }) => [
    needs[0] ? sumTo(product(ct, swapLast(b)), a.shape) : null,
    needs[1] ? sumTo(product(swapLast(a), ct), b.shape) : null,
  ],
  lower: {
    kind: 'kernel',
    spec: ({ inputs: [a, b], out }) => {
      const [m, k] = a.shape.slice(-2);
      const n = b.shape[b.shape.length - 1];
      const batch = batchOf(out);
      const sa = batchStrides(a, batch);
      const sb = batchStrides(b, batch);
      return {
        kind: 'matmul',
        m,
        n,
        k,
        a: { row: k, col: 1, offset: 0 },
        b: { row: n, col: 1, offset: 0 },
        batch: batch.map((size, i) => ({ size, a: sa[i], b: sb[i] })),
      };
    },
    fallback: {
      kind: 'reduce',
      reuse: true,
      op: () => 'sum',
      extent: ({ inputs: [a] }) => [a.shape[a.shape.length - 1]],
      body: ([a, b], index, [k], { inputs }) => {
        const [i, j] = index.slice(-2);
        return ir.mul(
          a([...ownBatch(inputs[0], index), i, k]),
          b([...ownBatch(inputs[1], index), k, j]),
        );
      },
    },
  },
  reference: ([a, b], { out }) => {
    const [m, k] = a.shape.slice(-2);
    const n = b.shape[b.shape.length - 1];
    const batch = batchOf(out);
    const sa = batchStrides(a, batch);
    const sb = batchStrides(b, batch);
    const c = new Float64Array(sizeOf(out.shape));
    const at = stridesOf(batch);
    for (let s = 0; s < sizeOf(batch); s++) {
      let ao = 0;
      let bo = 0;
      for (let d = 0; d < batch.length; d++) {
        const q = Math.floor(s / at[d]) % batch[d];
        ao += q * sa[d];
        bo += q * sb[d];
      }
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n; j++) {
          let total = 0;
          for (let p = 0; p < k; p++) {
            const [u, v] = [a.data[ao + i * k + p], b.data[bo + p * n + j]];
            // integers wrap: their product may need more digits than float64 has
            total += isFloat(out.dtype) ? u * v : Math.imul(u, v);
          }
          c[(s * m + i) * n + j] = total;
        }
      }
    }
    return c;
  },
  samples: [
    { inputs: [{ shape: [2, 3] }, { shape: [3, 4] }], attrs: {} },
    { inputs: [{ shape: [2, 1, 3, 2] }, { shape: [3, 2, 5] }], attrs: {} },
    { inputs: [{ shape: [3, 7, 1] }, { shape: [1, 1, 5] }], attrs: {} },
    { inputs: [{ shape: [0, 3] }, { shape: [3, 2] }], attrs: {} },
    {
      inputs: [
        { shape: [2, 3], dtype: 'i32' },
        { shape: [3, 2], dtype: 'i32' },
      ],
      attrs: {},
    },
  ],
});

// Operands are tensors when a user calls, bare avals when the shape rule is tested alone.
const show = (x: Aval): string =>
  x instanceof Tensor ? String(x) : `${x.dtype}${formatShape(x.shape)}`;

const swapLast = (x: Tensor): Tensor => {
  const axes = x.shape.map((_, i) => i);
  return transpose(x, [...axes.slice(0, -2), x.rank - 1, x.rank - 2]);
};

// [..., m, k] x [..., k, n] of one dtype; folds a batch that only the left side has into its rows.
function product(a: Tensor, b: Tensor): Tensor {
  const k = a.shape[a.rank - 1];
  if (k !== b.shape[b.rank - 2]) {
    throw new ShapeError(
      `matmul: ${a} and ${b} do not fit: ${k} columns, ${b.shape[b.rank - 2]} rows`,
    );
  }
  const n = b.shape[b.rank - 1];
  if (k === 0) {
    const batch = broadcastShapes(batchOf(a), batchOf(b), 'matmul');
    return zeros([...batch, a.shape[a.rank - 2], n], a.dtype);
  }
  if (b.rank === 2 && a.rank > 2) {
    const rows = sizeOf(a.shape.slice(0, -1));
    return reshape(matmulOp([reshape(a, [rows, k]), b], {}), [...a.shape.slice(0, -1), n]);
  }
  return matmulOp([a, b], {});
}

const matmulArgs = is.signature('matmul', ['left', is.operand], ['right', is.operand]);

/**
 * Matrix product: [..., m, k] x [..., k, n] -> [..., m, n], batch dimensions broadcast; a 1-D operand
 * is a row on the left, a column on the right, and its dimension leaves the result. bool counts as
 * i32; f16 multiplies and accumulates in f32.
 * @throws ShapeError for scalars, unequal inner sizes or batches that do not broadcast
 */
export function matmul(left: TensorLike, right: TensorLike): Tensor {
  matmulArgs(left, right);
  let [a, b] = unifyDTypes(toTensor(left), toTensor(right));
  if (a.rank === 0 || b.rank === 0) {
    throw new ShapeError(`matmul: operands need at least one dimension, got ${a} and ${b}`);
  }
  const dtype = a.dtype;
  if (dtype === 'bool' || dtype === 'f16') {
    const wide = dtype === 'f16' ? 'f32' : 'i32';
    [a, b] = [cast(a, wide), cast(b, wide)];
  }
  const x = a.rank === 1 ? reshape(a, [1, a.shape[0]]) : a;
  const y = b.rank === 1 ? reshape(b, [b.shape[0], 1]) : b;
  let out = product(x, y);
  if (a.rank === 1 || b.rank === 1) {
    const shape = [...out.shape.slice(0, -2)];
    if (a.rank > 1) shape.push(out.shape[out.rank - 2]);
    if (b.rank > 1) shape.push(out.shape[out.rank - 1]);
    out = reshape(out, shape);
  }
  return dtype === 'f16' ? cast(out, 'f16') : out;
}

const dotArgs = is.signature('dot', ['left', is.operand], ['right', is.operand]);

/** Inner product of two vectors of length n: a scalar. @throws ShapeError if lengths differ */
export function dot(left: TensorLike, right: TensorLike): Tensor {
  dotArgs(left, right);
  const a = toTensor(left);
  const b = toTensor(right);
  if (a.rank !== 1 || b.rank !== 1 || a.size !== b.size)
    throw new ShapeError(`dot: needs two vectors of one length, got ${a} and ${b}`);
  return matmul(a, b);
}

const outerArgs = is.signature('outer', ['left', is.operand], ['right', is.operand]);

/** Outer product of vectors [m] and [n]: [m, n]. @throws ShapeError if an operand is no vector */
export function outer(left: TensorLike, right: TensorLike): Tensor {
  outerArgs(left, right);
  const a = toTensor(left);
  const b = toTensor(right);
  if (a.rank !== 1 || b.rank !== 1)
    throw new ShapeError(`outer: needs two vectors, got ${a} and ${b}`);
  return mul(reshape(a, [a.shape[0], 1]), b);
}

const bmmArgs = is.signature('bmm', ['left', is.operand], ['right', is.operand]);

/** Batched product [b, m, k] x [b, k, n] -> [b, m, n]. @throws ShapeError for other ranks or batches */
export function bmm(left: TensorLike, right: TensorLike): Tensor {
  bmmArgs(left, right);
  const a = toTensor(left);
  const b = toTensor(right);
  if (a.rank !== 3 || b.rank !== 3 || a.shape[0] !== b.shape[0]) {
    throw new ShapeError(`bmm: needs [b, m, k] and [b, k, n], got ${a} and ${b}`);
  }
  return matmul(a, b);
}

const affineArgs = is.signature(
  'affine',
  ['x', is.operand],
  ['w', is.operand],
  ['b', is.optional(is.operand)],
);

/** Affine map of the last axis: x [..., in] w [in, out] + b [out] -> [..., out]. @throws ShapeError */
export function affine(x: TensorLike, w: TensorLike, b?: TensorLike): Tensor {
  affineArgs(x, w, b);
  const y = matmul(x, w);
  return b === undefined ? y : add(y, b);
}
