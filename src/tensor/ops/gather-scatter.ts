// Reading slices at positions that are data, and adding rows there: each is the other's gradient. Rows are
// added by one special kernel in the order of the source, so results are the same on every run.

import type { OpDef } from '../define.ts';
import { defineOp } from '../define.ts';
import { computeType, isFloat } from '../dtype.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import { formatShape, type Shape, sameShape, sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { zeros } from './create.ts';
import { missing, ravelIndex } from './index-tensors.ts';
import { moveAxis } from './rearrange.ts';
import { broadcastTo, reshape } from './views.ts';

interface GatherAttrs {
  readonly axis: number;
  /** What out-of-range positions of a float operand give. Integers and bool give 0. */
  readonly outside: 'nan' | 'zero';
}

const takenShape = (x: Shape, indices: Shape, axis: number): number[] => [
  ...x.slice(0, axis),
  ...indices,
  ...x.slice(axis + 1),
];

// Operands x and i32 indices; the axis is replaced by the dimensions of the indices.
const defineGather = (name: string, reuse: boolean, samples: OpDef<GatherAttrs>['samples']) =>
  defineOp<GatherAttrs>({
    name,
    shape: ([x, indices], { axis }) => ({
      shape: takenShape(x.shape, indices.shape, axis),
      dtype: x.dtype,
    }),
    vjp: (ct, { inputs: [x, indices], attrs, needs }) => [
      needs[0] ? addTaken(ct, x.shape, indices, attrs) : null,
      null,
    ],
    lower: {
      kind: 'map',
      reuse,
      body: (
        [x, indices],
        index,
        { attrs: { axis, outside }, inputs: [{ shape, dtype }, taken] },
      ) => {
        const type = computeType(dtype);
        const missing = ir.constant(isFloat(dtype) && outside === 'nan' ? Number.NaN : 0, type);
        const n = shape[axis];
        if (sizeOf(shape) === 0) return missing;
        const rank = taken.shape.length;
        const zero = ir.constant(0, 'i32');
        const raw = indices(index.slice(axis, axis + rank));
        const at = ir.select(ir.lt(raw, zero), ir.add(raw, ir.constant(n, 'i32')), raw);
        const near = ir.min(ir.max(at, zero), ir.constant(n - 1, 'i32'));
        const value = x([
          ...index.slice(0, axis),
          ix.fromData(near, n),
          ...index.slice(axis + rank),
        ]);
        return ir.select(ir.eq(at, near), value, missing);
      },
    },
    reference: ([x, indices], { attrs: { axis, outside }, out }) => {
      const n = x.shape[axis];
      const inner = sizeOf(x.shape.slice(axis + 1));
      const outer = sizeOf(x.shape.slice(0, axis));
      const count = indices.data.length;
      const missing = isFloat(x.dtype) && outside === 'nan' ? Number.NaN : 0;
      const data = new Float64Array(sizeOf(out.shape)).fill(missing);
      for (let o = 0; o < outer; o++) {
        for (let k = 0; k < count; k++) {
          const raw = indices.data[k];
          const at = raw < 0 ? raw + n : raw;
          if (at < 0 || at >= n) continue;
          for (let i = 0; i < inner; i++) {
            data[(o * count + k) * inner + i] = x.data[(o * n + at) * inner + i];
          }
        }
      }
      return data;
    },
    samples,
  });

// Slices of an axis: each index is used for a whole slice, so it is computed beforehand.
const gatherSlices = defineGather('gatherSlices', true, [
  {
    inputs: [{ shape: [4, 3] }, { shape: [5], dtype: 'i32', values: [0, 3, -1, 0, 2] }],
    attrs: { axis: 0, outside: 'nan' },
  },
  {
    inputs: [{ shape: [2, 3, 2] }, { shape: [2, 2], dtype: 'i32', domain: [-3, 2] }],
    attrs: { axis: 1, outside: 'nan' },
  },
  {
    inputs: [{ shape: [2, 3] }, { shape: [3], dtype: 'i32', values: [3, 1, -4] }],
    attrs: { axis: 1, outside: 'zero' },
  },
  {
    inputs: [
      { shape: [3, 2], dtype: 'i32' },
      { shape: [], dtype: 'i32', values: [5] },
    ],
    attrs: { axis: 0, outside: 'nan' },
  },
  {
    inputs: [{ shape: [3, 2] }, { shape: [0], dtype: 'i32' }],
    attrs: { axis: 0, outside: 'nan' },
  },
  {
    inputs: [{ shape: [0, 2] }, { shape: [2], dtype: 'i32', values: [0, 1] }],
    attrs: { axis: 0, outside: 'zero' },
  },
]);

// Elements of a vector: each index is used once, so whatever makes it is fused into the read.
const gatherElements = defineGather('gatherElements', false, [
  {
    inputs: [{ shape: [6] }, { shape: [2, 2], dtype: 'i32', domain: [-6, 5] }],
    attrs: { axis: 0, outside: 'nan' },
  },
  {
    inputs: [{ shape: [3] }, { shape: [4], dtype: 'i32', values: [3, 0, -3, -4] }],
    attrs: { axis: 0, outside: 'zero' },
  },
  {
    inputs: [{ shape: [1] }, { shape: [], dtype: 'i32', values: [-1] }],
    attrs: { axis: 0, outside: 'nan' },
  },
]);

/**
 * Slices x[..., indices, ...] of an axis; out-of-range positions give NaN or 0. For gradient rules.
 */
export const gatherAxis = (
  x: Tensor,
  indices: Tensor,
  axis: number,
  outside: 'nan' | 'zero' = 'nan',
): Tensor => (x.rank === 1 ? gatherElements : gatherSlices)([x, indices], { axis, outside });

// The gradient of gatherAxis: sums slices of `ct` into zeros of `shape`; all NaN if an index that
// read NaN has no place.
function addTaken(
  ct: Tensor,
  shape: Shape,
  indices: Tensor,
  { axis, outside }: GatherAttrs,
): Tensor {
  const n = shape[axis];
  const outer = shape.slice(0, axis);
  const rest = [...outer, ...shape.slice(axis + 1)];
  // [outer, count, inner] to [count, outer, inner]
  const source = moveAxis(
    reshape(ct, [sizeOf(outer), indices.size, sizeOf(shape.slice(axis + 1))]),
    1,
    0,
  );
  const table = [n, sizeOf(rest)];
  const places = ravelIndex([reshape(indices, [indices.size])], [n]);
  const fault = outside === 'nan' ? missing(places, n, indices, ct.dtype) : undefined;
  const rows = scatterAddRows(
    fault ? broadcastTo(fault, table) : zeros(table, ct.dtype),
    places,
    reshape(source, [indices.size, sizeOf(rest)]),
  );
  return moveAxis(reshape(rows, [n, ...rest]), 0, axis);
}

const scatterAddOp = defineOp<object>({
  name: 'scatterAdd',
  shape: ([base, index, source]) => {
    if (
      !sameShape(base.shape.slice(1), source.shape.slice(1)) ||
      !sameShape(index.shape, source.shape.slice(0, 1))
    ) {
      throw new ShapeError(
        `scatterAdd: base ${formatShape(base.shape)}, index ${formatShape(index.shape)} and ` +
          `source ${formatShape(source.shape)} are not [rows, inner], [count], [count, inner]`,
      );
    }
    if (base.dtype !== source.dtype || base.dtype === 'bool') {
      throw new DTypeError(`scatterAdd: cannot add ${source.dtype} to ${base.dtype}`);
    }
    return { shape: base.shape, dtype: base.dtype };
  },
  vjp: (ct, { inputs: [, index], needs }) => [
    ct,
    null,
    needs[2] ? gatherAxis(ct, index, 0, 'zero') : null,
  ],
  lower: {
    kind: 'kernel',
    spec: ({ inputs: [base, index] }) => ({
      kind: 'scatterAdd',
      rows: base.shape[0],
      inner: sizeOf(base.shape.slice(1)),
      count: index.shape[0],
    }),
    // without the kernel: each element looks through the whole index
    fallback: {
      kind: 'reduce',
      reuse: true,
      op: () => 'sum',
      extent: ({ inputs: [, index] }) => index.shape,
      body: ([base, index, source], at, [i], { out }) => {
        const zero = ir.constant(0, computeType(out.dtype));
        const here = ir.eq(index([i]), ir.index(at[0]));
        const first = ir.eq(ir.index(i), ir.constant(0, 'i32'));
        return ir.add(
          ir.select(here, source([i, ...at.slice(1)]), zero),
          ir.select(first, base(at), zero),
        );
      },
    },
  },
  reference: ([base, index, source]) => {
    const data = base.data.slice();
    const inner = sizeOf(base.shape.slice(1));
    index.data.forEach((row, k) => {
      if (row < 0 || row >= base.shape[0]) return;
      for (let i = 0; i < inner; i++) data[row * inner + i] += source.data[k * inner + i];
    });
    return data;
  },
  samples: [
    {
      inputs: [
        { shape: [4, 3] },
        { shape: [5], dtype: 'i32', values: [0, 3, 3, 4, 3] },
        { shape: [5, 3] },
      ],
      attrs: {},
    },
    {
      inputs: [{ shape: [3] }, { shape: [4], dtype: 'i32', values: [2, 2, 0, 2] }, { shape: [4] }],
      attrs: {},
    },
    {
      inputs: [
        { shape: [2, 2], dtype: 'i32' },
        { shape: [3], dtype: 'i32', values: [1, 0, 1] },
        { shape: [3, 2], dtype: 'i32' },
      ],
      attrs: {},
    },
  ],
});

/**
 * base [rows, ...] with source[i] [count, ...] added to row index[i] [count] (i32, 0..rows-1; rows
 * out of range are skipped). One dtype. For gradient rules; users call `indexAdd`. @throws
 * ShapeError, DTypeError
 */
export function scatterAddRows(base: Tensor, index: Tensor, source: Tensor): Tensor {
  if (source.size === 0) {
    scatterAddOp.def.shape([base, index, source], {});
    return base;
  }
  return scatterAddOp([base, index, source], {});
}
