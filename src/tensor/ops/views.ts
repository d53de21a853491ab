// The views everything else needs: reshape, broadcast, transpose, cast. A view moves no data; its
// lowering says where an element of the result stands in the operand.

import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { computeType, type DType, isFloat, wrap } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import {
  broadcastShapes,
  checkShape,
  formatShape,
  type Shape,
  sameShape,
  sizeOf,
  stridesOf,
} from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { constant, constantValue, toTensor } from './create.ts';
import { defineReduction, keptShape } from './define-reduction.ts';

const reshapeOp = defineOp<{ shape: Shape }>({
  name: 'reshape',
  shape: ([x], { shape }) => ({ shape, dtype: x.dtype }),
  vjp: (ct, { inputs: [x] }) => [reshape(ct, x.shape)],
  lower: {
    kind: 'map',
    free: true,
    body: ([x], index, { inputs, out }) => x(ix.unreshape(index, out.shape, inputs[0].shape)),
  },
  reference: ([x]) => x.data.slice(),
  samples: [
    { inputs: [{ shape: [2, 6] }], attrs: { shape: [3, 4] } },
    { inputs: [{ shape: [1] }], attrs: { shape: [] } },
    { inputs: [{ shape: [0, 3] }], attrs: { shape: [3, 0, 2] } },
  ],
});

const reshapeArgs = is.signature('reshape', ['input', is.operand], ['shape', is.integers]);

/**
 * The same elements, row-major, under another shape; one size may be -1 (inferred).
 * @throws ShapeError if the number of elements differs
 */
export function reshape(input: TensorLike, shape: Shape): Tensor {
  reshapeArgs(input, shape);
  const x = toTensor(input);
  const target = [...shape];
  const hole = target.indexOf(-1);
  if (hole >= 0) {
    const rest = target.reduce((p, n, i) => (i === hole ? p : p * n), 1);
    target[hole] = rest === 0 ? 0 : x.size / rest;
  }
  if (target.some((n) => !Number.isInteger(n) || n < 0) || sizeOf(target) !== x.size) {
    throw new ShapeError(
      `reshape: ${x} has ${x.size} elements, which do not fill ${formatShape(shape)}`,
    );
  }
  return sameShape(target, x.shape) ? x : reshapeOp([x], { shape: target });
}

const broadcastOp = defineOp<{ shape: Shape }>({
  name: 'broadcast',
  shape: ([x], { shape }) => ({ shape, dtype: x.dtype }),
  vjp: (ct, { inputs: [x] }) => [sumTo(ct, x.shape)],
  lower: {
    kind: 'map',
    free: true,
    body: ([x], index, { inputs }) => {
      const { shape } = inputs[0];
      const skip = index.length - shape.length;
      return x(shape.map((n, i) => (n === 1 ? ix.constant(0) : index[skip + i])));
    },
  },
  reference: ([x], { attrs: { shape } }) => {
    const out = new Float64Array(sizeOf(shape));
    const skip = shape.length - x.shape.length;
    const strides = stridesOf(x.shape);
    const outStrides = stridesOf(shape);
    for (let i = 0; i < out.length; i++) {
      let at = 0;
      for (let d = 0; d < x.shape.length; d++) {
        const k = Math.floor(i / outStrides[skip + d]) % shape[skip + d];
        if (x.shape[d] !== 1) at += k * strides[d];
      }
      out[i] = x.data[at];
    }
    return out;
  },
  samples: [
    { inputs: [{ shape: [3] }], attrs: { shape: [2, 3] } },
    { inputs: [{ shape: [2, 1, 3] }], attrs: { shape: [4, 2, 2, 3] } },
    { inputs: [{ shape: [] }], attrs: { shape: [0, 2] } },
  ],
});

const broadcastToArgs = is.signature('broadcastTo', ['input', is.operand], ['shape', is.shape]);

/** Repeats dimensions of size 1 (and new leading ones) up to `shape`. @throws ShapeError */
export function broadcastTo(input: TensorLike, shape: Shape): Tensor {
  broadcastToArgs(input, shape);
  const x = toTensor(input);
  if (sameShape(x.shape, shape)) return x;
  checkShape(shape, 'broadcastTo');
  // a constant is one of any shape: no node that reads it, and nothing to differentiate
  const value = x.rank === 0 ? constantValue(x) : undefined;
  if (value !== undefined) return constant([...shape], value, x.dtype);
  if (!sameShape(broadcastShapes(x.shape, shape, 'broadcastTo'), shape)) {
    throw new ShapeError(`broadcastTo: ${x} does not broadcast to ${formatShape(shape)}`);
  }
  return broadcastOp([x], { shape: [...shape] });
}

/** Spreads a reduced tensor back over the axes that were reduced. */
export const expand = (t: Tensor, shape: Shape, axes: readonly number[]): Tensor =>
  broadcastTo(reshape(t, keptShape(shape, axes)), shape);

/** Sums over axes: the gradient of broadcasting, as broadcasting is its gradient. */
export const sumOp = defineReduction({
  name: 'sum',
  op: 'sum',
  vjp: (ct, x, _, { axes }) => expand(ct, x.shape, axes),
  reference: (values, dtype) =>
    wrap(
      values.reduce((a, b) => a + b, 0),
      dtype,
    ),
});

const sumToArgs = is.signature('sumTo', ['x', is.tensor], ['shape', is.shape]);

/** Sums `x` down to `shape`: the gradient of broadcasting. */
export function sumTo(x: Tensor, shape: Shape): Tensor {
  sumToArgs(x, shape);
  if (sameShape(x.shape, shape)) return x;
  const skip = x.rank - shape.length;
  const axes: number[] = [];
  for (let i = 0; i < x.rank; i++) {
    if (i < skip || (shape[i - skip] === 1 && x.shape[i] !== 1)) axes.push(i);
  }
  return reshape(sumOp(x, { axes, keepDims: false }), shape);
}

const transposeOp = defineOp<{ axes: readonly number[] }>({
  name: 'transpose',
  shape: ([x], { axes }) => ({ shape: axes.map((a) => x.shape[a]), dtype: x.dtype }),
  vjp: (ct, { attrs: { axes } }) => {
    const inverse = new Array<number>(axes.length);
    axes.forEach((a, i) => {
      inverse[a] = i;
    });
    return [transpose(ct, inverse)];
  },
  lower: {
    kind: 'map',
    free: true,
    body: ([x], index, { attrs: { axes } }) => {
      const source = new Array<ix.Index>(axes.length);
      axes.forEach((a, i) => {
        source[a] = index[i];
      });
      return x(source);
    },
  },
  reference: ([x], { attrs: { axes }, out }) => {
    const data = new Float64Array(x.data.length);
    const strides = stridesOf(x.shape);
    const outStrides = stridesOf(out.shape);
    for (let i = 0; i < data.length; i++) {
      let at = 0;
      for (let d = 0; d < axes.length; d++) {
        at += (Math.floor(i / outStrides[d]) % out.shape[d]) * strides[axes[d]];
      }
      data[i] = x.data[at];
    }
    return data;
  },
  samples: [
    { inputs: [{ shape: [2, 3] }], attrs: { axes: [1, 0] } },
    { inputs: [{ shape: [2, 3, 1, 4] }], attrs: { axes: [2, 0, 3, 1] } },
    { inputs: [{ shape: [0, 3] }], attrs: { axes: [1, 0] } },
  ],
});

const transposeArgs = is.signature(
  'transpose',
  ['input', is.operand],
  ['axes', is.optional(is.integers)],
);

/** Permutes dimensions; without `axes` reverses them. Negative axes count from the end. */
export function transpose(input: TensorLike, axes?: readonly number[]): Tensor {
  transposeArgs(input, axes);
  const x = toTensor(input);
  const order = (axes ?? Array.from({ length: x.rank }, (_, i) => x.rank - 1 - i)).map((a) =>
    a < 0 ? a + x.rank : a,
  );
  if (order.length !== x.rank || !x.shape.every((_, i) => order.includes(i))) {
    throw new ShapeError(`transpose: axes ${formatShape(axes ?? order)} do not permute ${x}`);
  }
  return order.every((a, i) => a === i) ? x : transposeOp([x], { axes: order });
}

const castOp = defineOp<{ dtype: DType }>({
  name: 'cast',
  shape: ([x], { dtype }) => ({ shape: x.shape, dtype }),
  vjp: (ct, { inputs: [x], attrs }) => [
    isFloat(x.dtype) && isFloat(attrs.dtype) ? cast(ct, x.dtype) : null,
  ],
  lower: {
    kind: 'map',
    elementwise: true,
    body: ([x], index, { attrs }) => ir.cast(x(index), computeType(attrs.dtype)),
  },
  reference: ([x], { attrs: { dtype } }) =>
    x.data.map((v) => {
      if (isFloat(dtype)) return v;
      if (dtype === 'bool') return +(v !== 0);
      const [lo, hi] = dtype === 'i32' ? [-(2 ** 31), 2 ** 31 - 1] : [0, 2 ** 32 - 1];
      if (x.dtype === 'u32') return dtype === 'i32' ? v | 0 : v;
      if (x.dtype === 'i32') return dtype === 'u32' ? v >>> 0 : v;
      return Number.isNaN(v) ? 0 : Math.min(Math.max(Math.trunc(v), lo), hi);
    }),
  samples: [
    { inputs: [{ shape: [5], domain: [-9, 9] }], attrs: { dtype: 'i32' } },
    { inputs: [{ shape: [2, 3], dtype: 'i32' }], attrs: { dtype: 'f32' } },
    { inputs: [{ shape: [4] }], attrs: { dtype: 'bool' } },
    { inputs: [{ shape: [0] }], attrs: { dtype: 'u32' } },
  ],
});

const castArgs = is.signature('cast', ['input', is.operand], ['dtype', is.dtype]);

/** Values converted to another dtype (float to integer truncates and saturates; NaN gives 0). */
export function cast(input: TensorLike, dtype: DType): Tensor {
  castArgs(input, dtype);
  const x = toTensor(input);
  return x.dtype === dtype ? x : castOp([x], { dtype });
}
