// Reading at positions that are data: `take` picks slices of an axis, `gather` and `takeAlongAxis`
// pick single elements. Negative indices count from the end.

import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { computeType, type DType, isFloat } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import * as ir from '../ir.ts';
import { broadcastShapes, checkShape, normalizeAxis, type Shape } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { toTensor } from './create.ts';
import { gatherAxis } from './gather-scatter.ts';
import { indexTensor, ravelIndex } from './index-tensors.ts';
import { iota } from './iota.ts';
import { broadcastTo, reshape } from './views.ts';

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
  const t = indexTensor(ids, classes, 'oneHot of ids', 0);
  return oneHotOp([t], { classes, dtype });
}
