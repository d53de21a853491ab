// Tensors used as indices: conversion and checks, and the arithmetic that turns several of them
// into positions. A lazy device cannot throw, so out-of-range indices are refused here when their
// values are known to the host, and otherwise turned into a position that reads give NaN (0 for
// integers) for.

import { defineOp } from '../define.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import * as ir from '../ir.ts';
import { type Shape, sizeOf } from '../shape.ts';
import { Tensor, type TensorLike } from '../tensor.ts';
import { tensor } from './create.ts';
import { cast } from './views.ts';

/**
 * Integers as an i32 tensor; for values known to the host, each is checked to lie in -size..size-1.
 * @throws DTypeError for non-integers, ShapeError for known indices out of range
 */
export function indexTensor(indices: TensorLike, size: number, what: string): Tensor {
  let t: Tensor;
  if (indices instanceof Tensor) {
    if (indices.dtype !== 'i32' && indices.dtype !== 'u32') {
      throw new DTypeError(`${what}: indices are i32 or u32 tensors, not ${indices}`);
    }
    t = indices;
  } else {
    t = typeof indices === 'number' ? tensor([indices], { shape: [] }) : tensor(indices);
    const wrong = t.host?.find((v) => !Number.isInteger(v));
    if (wrong !== undefined || t.dtype === 'bool') {
      throw new DTypeError(`${what}: indices are integers, not ${wrong ?? 'booleans'}`);
    }
    t = tensor(t.host as Float32Array, { shape: t.shape, dtype: 'i32' });
  }
  const bad = t.host?.findIndex((v) => v < -size || v >= size) ?? -1;
  if (bad >= 0) {
    const place = t.rank === 0 ? '' : ` (element ${bad} of the indices)`;
    throw new ShapeError(
      `${what}: index ${t.host?.[bad]}${place} is out of range for size ${size}`,
    );
  }
  return cast(t, 'i32');
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
