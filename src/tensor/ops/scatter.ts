// Writing at positions that are data. Everything that adds is a form of `scatterAddRows`
// (gather-scatter.ts). `scatter` and `indexSet` replace instead: the last of several values for one place
// wins.

import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { ShapeError } from '../errors.ts';
import * as ir from '../ir.ts';
import { normalizeAxis, sizeOf } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { add, where } from './arithmetic.ts';
import { greaterEqual } from './comparison.ts';
import { toTensor } from './create.ts';
import { unifyDTypes } from './define-elementwise.ts';
import { gatherAxis, scatterAddRows } from './gather-scatter.ts';
import { indexTensor, missing, ravelIndex } from './index-tensors.ts';
import { gather, positionsAlong } from './indexing.ts';
import { pad } from './pad.ts';
import { moveAxis } from './rearrange.ts';
import { broadcastTo, cast, reshape } from './views.ts';

// Operands of a write at one dtype, with checks of what the axis holds.
function prepare(
  what: string,
  input: TensorLike,
  indices: TensorLike,
  values: TensorLike,
  axis: number,
) {
  const [base, source] = ((): [Tensor, Tensor] => {
    const [b, s] = [toTensor(input), toTensor(values)];
    return s.weak ? [b, cast(s, b.dtype)] : unifyDTypes(b, s);
  })();
  const a = normalizeAxis(axis, base.rank, `${what} into ${base}`);
  const at = indexTensor(indices, base.shape[a], `${what} into axis ${a} of ${base}`);
  return { base, source, a, at };
}

// `out`, or NaN all over where an index that only the device knows has no place.
function unlessMissing(out: Tensor, at: Tensor, size: number): Tensor {
  const fault = missing(ravelIndex([at], [size]), size, at, out.dtype);
  return fault ? add(out, fault) : out;
}

// Operands of a write of slices: indices [count], source like base with `count` on the axis.
function prepareSlices(
  what: string,
  input: TensorLike,
  indices: TensorLike,
  values: TensorLike,
  axis: number,
) {
  const { base, source, a, at } = prepare(what, input, indices, values, axis);
  if (at.rank !== 1) throw new ShapeError(`${what}: indices ${at} are not a vector`);
  const shape = base.shape.map((n, d) => (d === a ? at.size : n));
  return { base, source: broadcastTo(source, shape), a, at };
}

const indexAddArgs = is.signature(
  'indexAdd',
  ['base', is.operand],
  ['indices', is.operand],
  ['source', is.operand],
  ['axis', is.axis],
);

/**
 * base with slices added along an axis: out[..., indices[k], ...] += source[..., k, ...]. Indices
 * [count]; source is like base with `count` on the axis, or broadcasts to that. Repeated indices
 * add up.
 * @throws ShapeError on known indices out of range (others make the result NaN; of integers they are left
 * out), DTypeError
 */
export function indexAdd(
  base: TensorLike,
  indices: TensorLike,
  source: TensorLike,
  axis = 0,
): Tensor {
  indexAddArgs(base, indices, source, axis);
  const p = prepareSlices('indexAdd', base, indices, source, axis);
  const n = p.base.shape[p.a];
  const rows = scatterAddRows(
    moveAxis(unlessMissing(p.base, p.at, n), p.a, 0),
    ravelIndex([p.at], [n]),
    moveAxis(p.source, p.a, 0),
  );
  return moveAxis(rows, 0, p.a);
}

// Operands of a write of elements: indices within base off the axis, source at least as large.
function prepareElements(
  what: string,
  input: TensorLike,
  indices: TensorLike,
  values: TensorLike,
  axis: number,
) {
  const p = prepare(what, input, indices, values, axis);
  const { base, at, a } = p;
  if (at.rank !== base.rank || at.shape.some((n, d) => d !== a && n > base.shape[d])) {
    throw new ShapeError(`${what}: indices ${at} do not lie within ${base} off axis ${a}`);
  }
  return { ...p, source: broadcastTo(p.source, at.shape) };
}

const scatterAddArgs = is.signature(
  'scatterAdd',
  ['base', is.operand],
  ['indices', is.operand],
  ['source', is.operand],
  ['axis', is.axis],
);

/**
 * base with single elements added, as torch.scatter_add: for axis 0, out[indices[i, j], j] +=
 * source[i, j]. `indices` has the rank of base; source has the shape of `indices` or broadcasts to
 * it.
 * @throws ShapeError, DTypeError
 */
export function scatterAdd(
  base: TensorLike,
  indices: TensorLike,
  source: TensorLike,
  axis: number,
): Tensor {
  scatterAddArgs(base, indices, source, axis);
  const p = prepareElements('scatterAdd', base, indices, source, axis);
  const out = scatterAddRows(
    reshape(unlessMissing(p.base, p.at, p.base.shape[p.a]), [p.base.size]),
    reshape(positionsAlong(p.at, p.base.shape, p.a), [p.at.size]),
    reshape(p.source, [p.at.size]),
  );
  return reshape(out, p.base.shape);
}

// For each place r of the middle axis: the last k with index[o, k, i] = r, or -1.
const lastWriterOp = defineOp<{ readonly size: number }>({
  name: 'lastWriter',
  shape: ([index], { size }) => ({ shape: [index.shape[0], size, index.shape[2]], dtype: 'i32' }),
  nondifferentiable: 'positions are integers',
  lower: {
    kind: 'reduce',
    reuse: true,
    op: () => 'max',
    extent: ({ inputs: [index] }) => [index.shape[1]],
    body: ([index], [o, r, i], [k]) =>
      ir.select(ir.eq(index([o, k, i]), ir.index(r)), ir.index(k), ir.constant(-1, 'i32')),
  },
  reference: ([index], { attrs: { size } }) => {
    const [outer, count, inner] = index.shape;
    const data = new Float64Array(outer * size * inner).fill(-1);
    for (let o = 0; o < outer; o++) {
      for (let k = 0; k < count; k++) {
        for (let i = 0; i < inner; i++) {
          const r = index.data[(o * count + k) * inner + i];
          if (r >= 0 && r < size) data[(o * size + r) * inner + i] = k;
        }
      }
    }
    return data;
  },
  samples: [
    {
      inputs: [{ shape: [1, 5, 1], dtype: 'i32', values: [2, 0, 2, 3, 7] }],
      attrs: { size: 4 },
    },
    { inputs: [{ shape: [2, 3, 2], dtype: 'i32', domain: [0, 2] }], attrs: { size: 3 } },
  ],
});

const scatterArgs = is.signature(
  'scatter',
  ['base', is.operand],
  ['indices', is.operand],
  ['source', is.operand],
  ['axis', is.axis],
);

/**
 * base with single elements replaced, as torch.scatter: for axis 0, out[indices[i, j], j] =
 * source[i, j]. Of several values for one place the last wins, and only it receives a gradient.
 * `indices` has the rank of base and at most its sizes off the axis; source has the shape of
 * `indices` or broadcasts to it. Each place looks through all indices of its line: cost (size of
 * base) x (indices along the axis).
 * @throws ShapeError, DTypeError
 */
export function scatter(
  base: TensorLike,
  indices: TensorLike,
  source: TensorLike,
  axis: number,
): Tensor {
  scatterArgs(base, indices, source, axis);
  const {
    base: x,
    source: values,
    a,
    at,
  } = prepareElements('scatter', base, indices, source, axis);
  if (at.size === 0) return x;
  const n = x.shape[a];
  // off the axis, places that no index stands for get one that writes nowhere
  const room = x.shape.map((m, d) => [0, d === a ? 0 : m - at.shape[d]] as const);
  const place = pad(ravelIndex([at], [n]), room, { value: n });
  const writer = reshape(
    lastWriterOp(
      [reshape(place, [sizeOf(x.shape.slice(0, a)), at.shape[a], sizeOf(x.shape.slice(a + 1))])],
      { size: n },
    ),
    x.shape,
  );
  const out = where(greaterEqual(writer, 0), gather(pad(values, room), writer, a), x);
  return unlessMissing(out, at, n);
}

const indexSetArgs = is.signature(
  'indexSet',
  ['base', is.operand],
  ['indices', is.operand],
  ['source', is.operand],
  ['axis', is.axis],
);

/**
 * base with slices replaced along an axis: out[..., indices[k], ...] = source[..., k, ...]. Of
 * several slices for one place the last wins. Indices [count]; source is like base with `count` on
 * the axis, or broadcasts to that. @throws ShapeError, DTypeError
 */
export function indexSet(
  base: TensorLike,
  indices: TensorLike,
  source: TensorLike,
  axis = 0,
): Tensor {
  indexSetArgs(base, indices, source, axis);
  const { base: x, source: values, a, at } = prepareSlices('indexSet', base, indices, source, axis);
  if (at.size === 0) return x;
  const n = x.shape[a];
  const line = reshape(ravelIndex([at], [n]), [1, at.size, 1]);
  const writer = reshape(lastWriterOp([line], { size: n }), [n]);
  const column = reshape(
    writer,
    x.shape.map((_, d) => (d === a ? n : 1)),
  );
  const out = where(greaterEqual(column, 0), gatherAxis(values, writer, a, 'zero'), x);
  return unlessMissing(out, at, n);
}
