// Reading at positions that are data: `take` picks slices of an axis, `gather` and `takeAlongAxis`
// pick single elements. Negative indices count from the end. The gradient of reading is adding at
// the same positions (scatter.ts), whose gradient is reading again.

import * as is from '../arguments.ts';
import { defineOp, type OpDef } from '../define.ts';
import { computeType, type DType, isFloat } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import { broadcastShapes, checkShape, normalizeAxis, type Shape, sizeOf } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { toTensor, zeros } from './create.ts';
import { indexTensor, missing, ravelIndex } from './index-tensors.ts';
import { iota } from './iota.ts';
import { moveAxis } from './rearrange.ts';
import { scatterAddRows } from './scatter.ts';
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

const takeArgs = is.signature(
  'take',
  ['input', is.operand],
  ['indices', is.operand],
  ['axis', is.axis],
);

/**
 * Slices of an axis at integer indices: x [a, n, b] with indices [k, l] along axis 1 gives [a, k,
 * l, b]. Negative indices count from the end. Indices out of range are an error if the host knows
 * them; else they read NaN (0 for integers and bool), and the whole gradient is NaN. So in all functions
 * that take indices (see FEATURES.md, Known limits).
 * @throws ShapeError on known indices out of range, DTypeError on indices that are not integers
 */
export function take(input: TensorLike, indices: TensorLike, axis = 0): Tensor {
  takeArgs(input, indices, axis);
  const x = toTensor(input);
  const a = normalizeAxis(axis, x.rank, `take from ${x}`);
  return gatherAxis(x, indexTensor(indices, x.shape[a], `take from axis ${a} of ${x}`), a);
}

const embeddingArgs = is.signature('embedding', ['table', is.operand], ['ids', is.operand]);

/**
 * Rows of a table: table [vocabulary, features], ids [...] of i32 give [..., features].
 * @throws as `take`
 */
export function embedding(table: TensorLike, ids: TensorLike): Tensor {
  embeddingArgs(table, ids);
  const t = toTensor(table);
  if (t.rank !== 2) throw new ShapeError(`embedding: the table ${t} is not [vocabulary, features]`);
  return gatherAxis(t, indexTensor(ids, t.shape[0], `embedding in ${t}`), 0);
}

/**
 * Positions, in the flattened `shape`, of the elements that `indices` names along an axis; along
 * the other axes an element of `indices` stands for its own place.
 */
export function positionsAlong(indices: Tensor, shape: Shape, axis: number): Tensor {
  return ravelIndex(
    shape.map((_, d) => (d === axis ? indices : iota(indices.shape, d))),
    shape,
  );
}

const gatherArgs = is.signature(
  'gather',
  ['input', is.operand],
  ['indices', is.operand],
  ['axis', is.axis],
);

/**
 * Single elements, as torch.gather: out[i, j] = x[indices[i, j], j] for axis 0. `indices` has the
 * rank of x and at most its sizes on the other axes; the result has the shape of `indices`.
 * @throws ShapeError, DTypeError
 */
export function gather(input: TensorLike, indices: TensorLike, axis: number): Tensor {
  gatherArgs(input, indices, axis);
  const x = toTensor(input);
  const a = normalizeAxis(axis, x.rank, `gather from ${x}`);
  const at = indexTensor(indices, x.shape[a], `gather from axis ${a} of ${x}`);
  if (at.rank !== x.rank || at.shape.some((n, d) => d !== a && n > x.shape[d])) {
    throw new ShapeError(`gather: indices ${at} do not lie within ${x} off axis ${a}`);
  }
  return gatherAxis(reshape(x, [x.size]), positionsAlong(at, x.shape, a), 0);
}

const takeAlongAxisArgs = is.signature(
  'takeAlongAxis',
  ['input', is.operand],
  ['indices', is.operand],
  ['axis', is.axis],
);

/**
 * Single elements, as NumPy's take_along_axis: like `gather`, but the other axes of x and `indices`
 * broadcast. @throws ShapeError, DTypeError
 */
export function takeAlongAxis(input: TensorLike, indices: TensorLike, axis = -1): Tensor {
  takeAlongAxisArgs(input, indices, axis);
  const x = toTensor(input);
  const a = normalizeAxis(axis, x.rank, `takeAlongAxis of ${x}`);
  const at = indexTensor(indices, x.shape[a], `takeAlongAxis of axis ${a} of ${x}`);
  if (at.rank !== x.rank)
    throw new ShapeError(`takeAlongAxis: ${x} and indices ${at} differ in rank`);
  const others = (s: Shape, n: number): number[] => s.map((m, d) => (d === a ? n : m));
  const common = broadcastShapes(others(x.shape, 1), others(at.shape, 1), 'takeAlongAxis');
  const source = broadcastTo(x, others(common, x.shape[a]));
  return gather(source, broadcastTo(at, others(common, at.shape[a])), a);
}

const oneHotOp = defineOp<{ readonly classes: number; readonly dtype: DType }>({
  name: 'oneHot',
  shape: ([ids], { classes, dtype }) => ({ shape: [...ids.shape, classes], dtype }),
  vjp: () => [null],
  lower: {
    kind: 'map',
    body: ([ids], index, { attrs: { classes, dtype } }) => {
      const last = index.length - 1;
      const id = ids(index.slice(0, last));
      const type = computeType(dtype);
      const unit = ir.cast(ir.eq(id, ir.index(index[last])), type);
      if (!isFloat(dtype)) return unit;
      const inside = ir.and(
        ir.le(ir.constant(0, 'i32'), id),
        ir.lt(id, ir.constant(classes, 'i32')),
      );
      return ir.select(inside, unit, ir.constant(Number.NaN, type));
    },
  },
  reference: ([ids], { attrs: { classes, dtype } }) => {
    const data = new Float64Array(ids.data.length * classes);
    ids.data.forEach((id, i) => {
      if (id >= 0 && id < classes) data[i * classes + id] = 1;
      else if (isFloat(dtype)) data.fill(Number.NaN, i * classes, (i + 1) * classes);
    });
    return data;
  },
  samples: [
    {
      inputs: [{ shape: [4], dtype: 'i32', values: [0, 2, -1, 3] }],
      attrs: { classes: 3, dtype: 'f32' },
    },
    { inputs: [{ shape: [], dtype: 'i32', values: [1] }], attrs: { classes: 2, dtype: 'i32' } },
    { inputs: [{ shape: [0, 2], dtype: 'i32' }], attrs: { classes: 2, dtype: 'f32' } },
  ],
});

const oneHotArgs = is.signature(
  'oneHot',
  ['ids', is.operand],
  ['classes', is.size],
  ['dtype', is.dtype],
);

/**
 * Unit vectors: ids [...] of integers give [..., classes]. Others than 0..classes-1 (nothing counts from the
 * end here) are an error if the host knows them; else they give NaN, and zeros of integers and bool.
 * @throws DTypeError, ShapeError
 */
export function oneHot(ids: TensorLike, classes: number, dtype: DType = 'f32'): Tensor {
  oneHotArgs(ids, classes, dtype);
  checkShape([classes], 'oneHot');
  const t = indexTensor(ids, classes, 'oneHot', 0);
  return oneHotOp([t], { classes, dtype });
}
