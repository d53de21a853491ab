// Tensors used as indices: conversion and checks, and the arithmetic that turns several of them
// into positions. A lazy device cannot throw, so out-of-range indices are refused here when their
// values are known to the host, and otherwise turned into a position that reads NaN (0 from integers)
// and whose write or gradient makes the whole result NaN (integers: it is left out).

import { defineOp } from '../define.ts';
import { type DType, isFloat } from '../dtype.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import * as ir from '../ir.ts';
import { type Shape, sizeOf } from '../shape.ts';
import { type NestedArray, Tensor, type TensorLike } from '../tensor.ts';
import { minimum, where } from './arithmetic.ts';
import { greaterEqual } from './comparison.ts';
import { constantValue, tensor } from './create.ts';
import { any } from './reduce.ts';
import { cast } from './views.ts';

/**
 * Integers as an i32 tensor; for values known to the host, each is checked to lie in -size..size-1, or from
 * `least` on. @throws DTypeError for non-integers, ShapeError for known indices out of range
 */
export function indexTensor(
  indices: TensorLike,
  size: number,
  what: string,
  least = -size,
): Tensor {
  let t: Tensor;
  if (indices instanceof Tensor) {
    if (indices.dtype !== 'i32' && indices.dtype !== 'u32') {
      throw new DTypeError(`${what}: indices are i32 or u32 tensors, not ${indices}`);
    }
    t = indices;
  } else {
    t = typeof indices === 'number' ? tensor([indices], { shape: [] }) : tensor(indices);
    if (t.dtype === 'bool') throw new DTypeError(`${what}: indices are integers, not booleans`);
    // f32 would round positions beyond 2^24
    if (Array.isArray(indices) || typeof indices === 'number') {
      const exact = typeof indices === 'number' ? [indices] : indices;
      t = tensor(exact as NestedArray, { shape: t.shape, dtype: 'f64' });
    }
    const wrong = t.host?.find((v) => !Number.isInteger(v));
    if (wrong !== undefined) throw new DTypeError(`${what}: indices are integers, not ${wrong}`);
  }
  checkKnown(t, (v) => v >= least && v < size, `${what}: index`, `out of range for size ${size}`);
  if (t.dtype === 'i32') return t;
  // what is known stays known; a large u32 must not turn into a position from the end
  if (t.host) return tensor(Int32Array.from(t.host), { shape: t.shape });
  return cast(minimum(t, 2 ** 31 - 1), 'i32');
}

/** @throws ShapeError if the host knows the values of `t` and one is not `valid` */
export function checkKnown(
  t: Tensor,
  valid: (v: number) => boolean,
  name: string,
  fault: string,
): void {
  const all = constantValue(t);
  const values = t.host ?? (all === undefined || t.size === 0 ? [] : [all]);
  const bad = values.findIndex((v) => !valid(v));
  if (bad < 0) return;
  const place = t.rank === 0 || !t.host ? '' : ` (element ${bad} of the indices)`;
  throw new ShapeError(`${name} ${values[bad]}${place} is ${fault}`);
}

/**
 * What to add to a result that was written at `positions` (of `ravelIndex`): 0, or NaN if one of them lies
 * outside the `count` places. Undefined where that cannot be or has no sign: `given`, the indices, are known to
 * the host and so were checked, or `dtype` has no NaN.
 */
export function missing(
  positions: Tensor,
  count: number,
  given: Tensor,
  dtype: DType,
): Tensor | undefined {
  if (!isFloat(dtype) || given.host) return undefined;
  const outside = any(greaterEqual(positions, count));
  return cast(where(outside, Number.NaN, 0), dtype);
}

/**
 * Row-major positions in `sizes` of coordinates that may be negative (counted from the end); one
 * that is out of range anywhere gives the position after the last.
 */
const ravelOp = defineOp<{ readonly sizes: Shape }>({
  name: 'ravelIndex',
  shape: ([x]) => ({ shape: x.shape, dtype: 'i32' }),
  nondifferentiable: 'positions are integers',
  lower: {
    kind: 'map',
    elementwise: true,
    body: (reads, index, { attrs: { sizes } }) => {
      const zero = ir.constant(0, 'i32');
      let inside = ir.constant(1, 'bool');
      let flat = zero;
      reads.forEach((read, k) => {
        const size = ir.constant(sizes[k], 'i32');
        const raw = read(index);
        const at = ir.select(ir.lt(raw, zero), ir.add(raw, size), raw);
        inside = ir.and(inside, ir.and(ir.le(zero, at), ir.lt(at, size)));
        flat = k === 0 ? at : ir.add(ir.mul(flat, size), at);
      });
      return ir.select(inside, flat, ir.constant(sizeOf(sizes), 'i32'));
    },
  },
  reference: (inputs, { attrs: { sizes } }) =>
    inputs[0].data.map((_, i) => {
      let flat = 0;
      for (let k = 0; k < sizes.length; k++) {
        const v = inputs[k].data[i];
        if (v < -sizes[k] || v >= sizes[k]) return sizeOf(sizes);
        flat = flat * sizes[k] + (v < 0 ? v + sizes[k] : v);
      }
      return flat;
    }),
  samples: [
    {
      inputs: [{ shape: [6], dtype: 'i32', values: [0, -1, 3, 4, -4, -5] }],
      attrs: { sizes: [4] },
    },
    {
      inputs: [
        { shape: [2, 2], dtype: 'i32', domain: [-3, 3] },
        { shape: [2, 2], dtype: 'i32', domain: [-2, 2] },
      ],
      attrs: { sizes: [3, 2] },
    },
    { inputs: [{ shape: [0], dtype: 'i32' }], attrs: { sizes: [2] } },
    { inputs: [{ shape: [], dtype: 'i32', values: [-1] }], attrs: { sizes: [5] } },
  ],
});

/**
 * Positions in an array of shape `sizes`, from one i32 coordinate tensor (all of one shape) a
 * dimension.
 */
export const ravelIndex = (coordinates: readonly Tensor[], sizes: Shape): Tensor =>
  ravelOp(coordinates, { sizes: [...sizes] });
