// Joining tensors along an axis. Each element of the result belongs to one operand; reads are
// guarded, so the others are not touched. The gradient cuts the cotangent into the operands' parts.
import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { computeType } from '../dtype.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import { formatShape, normalizeAxis, sizeOf } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { toTensor } from './create.ts';
import { unifyDTypes } from './define-elementwise.ts';
import { eachIndex, flatAt } from './each-index.ts';
import { sliceAxis } from './layout.ts';
import { cast, reshape } from './views.ts';

const concatOp = defineOp<{ readonly axis: number }>({
  name: 'concat',
  shape: ([first, ...rest], { axis }) => {
    let size = first.shape[axis];
    for (const x of rest) {
      if (
        x.shape.length !== first.shape.length ||
        x.shape.some((n, d) => d !== axis && n !== first.shape[d])
      ) {
        throw new ShapeError(
          `concat: shapes ${formatShape(first.shape)} and ${formatShape(x.shape)} differ ` +
            `in more than axis ${axis}`,
        );
      }
      if (x.dtype !== first.dtype) {
        throw new DTypeError(`concat: dtypes ${first.dtype} and ${x.dtype} differ`);
      }
      size += x.shape[axis];
    }
    return { shape: first.shape.map((n, d) => (d === axis ? size : n)), dtype: first.dtype };
  },
  vjp: (ct, { inputs, attrs: { axis }, needs }) => {
    let start = 0;
    return inputs.map((x, i) => {
      const stop = start + x.shape[axis];
      const part = needs[i] ? sliceAxis(ct, axis, [start, stop]) : null;
      start = stop;
      return part;
    });
  },
  lower: {
    kind: 'map',
    body: (reads, index, { attrs: { axis }, inputs, out }) => {
      const at = index[axis];
      let result = ir.constant(0, computeType(out.dtype));
      let start = 0;
      reads.forEach((read, k) => {
        const n = inputs[k].shape[axis];
        if (sizeOf(inputs[k].shape) === 0) return;
        const i = ix.sub(at, start);
        const inside = ir.and(
          ir.le(ir.constant(start, 'i32'), ir.index(at)),
          ir.lt(ir.index(at), ir.constant(start + n, 'i32')),
        );
        const source = index.map((o, d) => (d === axis ? i : o));
        result = read(source, { condition: inside, otherwise: result });
        start += n;
      });
      return result;
    },
  },
  reference: (inputs, { attrs: { axis }, out }) => {
    const data = new Float64Array(sizeOf(out.shape));
    let start = 0;
    for (const x of inputs) {
      eachIndex(x.shape, (at, i) => {
        data[
          flatAt(
            at.map((k, d) => (d === axis ? k + start : k)),
            out.shape,
          )
        ] = x.data[i];
      });
      start += x.shape[axis];
    }
    return data;
  },
  samples: [
    { inputs: [{ shape: [2] }, { shape: [3] }], attrs: { axis: 0 } },
    {
      inputs: [{ shape: [2, 1, 2] }, { shape: [2, 3, 2] }, { shape: [2, 0, 2] }],
      attrs: { axis: 1 },
    },
    { inputs: [{ shape: [2, 3] }], attrs: { axis: 1 } },
    { inputs: [{ shape: [0, 2] }, { shape: [0, 1] }], attrs: { axis: 1 } },
    {
      inputs: [
        { shape: [1, 2], dtype: 'i32' },
        { shape: [2, 2], dtype: 'i32' },
      ],
      attrs: { axis: 0 },
    },
  ],
});

// A kernel binds few buffers on a GPU, so long lists are joined in groups.
const groupSize = 6;

const concatArgs = is.signature('concat', ['inputs', is.list(is.operand)], ['axis', is.axis]);

/**
 * Joins tensors along an axis; all other dimensions are equal. Mixed dtypes are promoted.
 * @throws ShapeError on an empty list, scalars or shapes that do not fit
 */
export function concat(inputs: readonly TensorLike[], axis = 0): Tensor {
  concatArgs(inputs, axis);
  if (inputs.length === 0) throw new ShapeError('concat: no tensors given (inputs is empty)');
  let list = inputs.map(toTensor);
  const { dtype } = list.reduce((a, b) => unifyDTypes(a, b)[0]);
  list = list.map((x) => cast(x, dtype));
  const a = normalizeAxis(axis, list[0].rank, `concat of ${list[0]}`);
  concatOp.def.shape(list, { axis: a }); // checks all of them together
  const filled = list.filter((x) => x.shape[a] > 0);
  list = filled.length > 0 ? filled : list.slice(0, 1);
  while (list.length > 1) {
    const groups: Tensor[] = [];
    for (let i = 0; i < list.length; i += groupSize) {
      const group = list.slice(i, i + groupSize);
      groups.push(group.length === 1 ? group[0] : concatOp(group, { axis: a }));
    }
    list = groups;
  }
  return list[0];
}

const stackArgs = is.signature('stack', ['inputs', is.list(is.operand)], ['axis', is.axis]);

/** Joins tensors of one shape along a new axis: k times [m, n] to [k, m, n]. @throws ShapeError */
export function stack(inputs: readonly TensorLike[], axis = 0): Tensor {
  stackArgs(inputs, axis);
  if (inputs.length === 0) throw new ShapeError('stack: no tensors given (inputs is empty)');
  const list = inputs.map(toTensor);
  const [first] = list;
  const a = normalizeAxis(axis, first.rank + 1, `stack of ${first}`);
  const shape = [...first.shape.slice(0, a), 1, ...first.shape.slice(a)];
  for (const x of list) {
    if (formatShape(x.shape) !== formatShape(first.shape)) {
      throw new ShapeError(`stack: ${first} and ${x} differ in shape`);
    }
  }
  return concat(
    list.map((x) => reshape(x, shape)),
    a,
  );
}
