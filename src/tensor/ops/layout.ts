// Operations that pick and place elements: slices with steps, rotation. `slice` and `place` are each
// other's gradients: one reads x[start + step i], the other writes there. Everything else of this family
// (flip, split, stack, padding ...) is made of them.

import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { computeType } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import { normalizeAxes, normalizeAxis, type Shape, sizeOf } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { toTensor } from './create.ts';
import { eachIndex, flatAt } from './each-index.ts';
import { resolveSlice, type SliceSpec, sliceSpec } from './slicing.ts';

interface Placement {
  /** Shape of the result. */
  readonly shape: Shape;
  readonly start: readonly number[];
  readonly step: readonly number[];
}

const sliceOp = defineOp<Placement>({
  name: 'slice',
  shape: ([x], { shape }) => ({ shape, dtype: x.dtype }),
  vjp: (ct, { inputs: [x], attrs: { start, step } }): Tensor[] => [
    placeOp([ct], { shape: x.shape, start, step, value: 0 }),
  ],
  lower: {
    kind: 'map',
    free: true,
    body: ([x], index, { attrs: { start, step } }) =>
      x(index.map((i, d) => ix.add(ix.scale(i, step[d]), start[d]))),
  },
  reference: ([x], { attrs: { start, step }, out }) => {
    const data = new Float64Array(sizeOf(out.shape));
    eachIndex(out.shape, (at, i) => {
      data[i] =
        x.data[
          flatAt(
            at.map((k, d) => start[d] + step[d] * k),
            x.shape,
          )
        ];
    });
    return data;
  },
  samples: [
    { inputs: [{ shape: [5] }], attrs: { shape: [2], start: [1], step: [2] } },
    { inputs: [{ shape: [3, 4] }], attrs: { shape: [3, 2], start: [2, 0], step: [-1, 3] } },
    { inputs: [{ shape: [4, 2] }], attrs: { shape: [0, 2], start: [0, 0], step: [1, 1] } },
    { inputs: [{ shape: [] }], attrs: { shape: [], start: [], step: [] } },
  ],
});

export const placeOp = defineOp<Placement & { readonly value: number }>({
  name: 'place',
  shape: ([x], { shape }) => ({ shape, dtype: x.dtype }),
  vjp: (ct, { inputs: [x], attrs: { start, step } }): Tensor[] => [
    sliceOp([ct], { shape: x.shape, start, step }),
  ],
  lower: {
    kind: 'map',
    body: ([x], index, { attrs: { start, step, value }, inputs, out }) => {
      const otherwise = ir.constant(value, computeType(out.dtype));
      const { shape } = inputs[0];
      if (sizeOf(shape) === 0) return otherwise;
      let condition = ir.constant(1, 'bool');
      const source = index.map((o, d) => {
        // o = start + step k  <=>  k = (o - start) / step, an integer in 0..n-1
        const stride = Math.abs(step[d]);
        const distance = step[d] > 0 ? ix.sub(o, start[d]) : ix.add(ix.scale(o, -1), start[d]);
        const zero = ir.constant(0, 'i32');
        const last = ir.constant((shape[d] - 1) * stride, 'i32');
        const far = ir.index(distance);
        condition = ir.and(condition, ir.and(ir.le(zero, far), ir.le(far, last)));
        if (stride === 1) return distance;
        condition = ir.and(condition, ir.eq(ir.index(ix.mod(distance, stride)), zero));
        return ix.div(distance, stride);
      });
      return x(source, { condition, otherwise });
    },
  },
  reference: ([x], { attrs: { start, step, value }, out }) => {
    const data = new Float64Array(sizeOf(out.shape)).fill(value);
    eachIndex(x.shape, (at, i) => {
      data[
        flatAt(
          at.map((k, d) => start[d] + step[d] * k),
          out.shape,
        )
      ] = x.data[i];
    });
    return data;
  },
  samples: [
    { inputs: [{ shape: [2] }], attrs: { shape: [5], start: [1], step: [1], value: 0.5 } },
    {
      inputs: [{ shape: [2, 3] }],
      attrs: { shape: [3, 7], start: [1, 6], step: [1, -2], value: 0 },
    },
    {
      inputs: [{ shape: [0, 2] }],
      attrs: { shape: [2, 2], start: [1, 0], step: [1, 1], value: -1 },
    },
    {
      inputs: [{ shape: [2, 2], dtype: 'i32' }],
      attrs: { shape: [4, 2], start: [0, 0], step: [3, 1], value: 7 },
    },
    { inputs: [{ shape: [] }], attrs: { shape: [], start: [], step: [], value: 1 } },
  ],
});

const sliceArgs = is.signature('slice', ['input', is.operand], ['specs', is.list(sliceSpec)]);

/**
 * Part of `x` under NumPy's rules: `slice(x, [0, 4], null, { step: -1 })` is `x[0:4, :, ::-1]`.
 * Dimensions without a spec are kept whole; positions out of range are clipped.
 * @throws ShapeError on more specs than dimensions or a step of 0
 */
export function slice(input: TensorLike, ...specs: readonly SliceSpec[]): Tensor {
  sliceArgs(input, specs);
  const x = toTensor(input);
  if (specs.length > x.rank) {
    throw new ShapeError(`slice: ${specs.length} specs for ${x}, which has ${x.rank} dimensions`);
  }
  const runs = x.shape.map((n, d) => resolveSlice(specs[d] ?? null, n, `slice of ${x}`));
  if (
    runs.every((r, d) => r.size === x.shape[d] && (r.step === 1 || r.size < 2) && r.start === 0)
  ) {
    return x;
  }
  return sliceOp([x], {
    shape: runs.map((r) => r.size),
    start: runs.map((r) => r.start),
    step: runs.map((r) => (r.size < 2 ? 1 : r.step)),
  });
}

const sliceAxisArgs = is.signature(
  'sliceAxis',
  ['input', is.operand],
  ['axis', is.axis],
  ['spec', sliceSpec],
);

/** Elements start..stop-1 of one axis (NumPy clipping). @throws ShapeError */
export function sliceAxis(input: TensorLike, axis: number, spec: SliceSpec): Tensor {
  sliceAxisArgs(input, axis, spec);
  const x = toTensor(input);
  const a = normalizeAxis(axis, x.rank, 'slice');
  return slice(x, ...x.shape.slice(0, a).map(() => null), spec);
}

const rollOp = defineOp<{ readonly shift: readonly number[] }>({
  name: 'roll',
  shape: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  vjp: (ct, { attrs: { shift } }): Tensor[] => [rollOp([ct], { shift: shift.map((s) => -s) })],
  lower: {
    kind: 'map',
    body: ([x], index, { attrs: { shift }, out }) =>
      x(
        index.map((i, d) => {
          const n = Math.max(out.shape[d], 1);
          const s = ((-shift[d] % n) + n) % n;
          return s === 0 ? i : ix.mod(ix.add(i, s), n);
        }),
      ),
  },
  reference: ([x], { attrs: { shift } }) => {
    const data = new Float64Array(x.data.length);
    eachIndex(x.shape, (at, i) => {
      const to = at.map((k, d) => (((k + shift[d]) % x.shape[d]) + x.shape[d]) % x.shape[d]);
      data[flatAt(to, x.shape)] = x.data[i];
    });
    return data;
  },
  samples: [
    { inputs: [{ shape: [5] }], attrs: { shift: [2] } },
    { inputs: [{ shape: [3, 4] }], attrs: { shift: [-1, 7] } },
    { inputs: [{ shape: [0] }], attrs: { shift: [1] } },
    { inputs: [{ shape: [] }], attrs: { shift: [] } },
  ],
});

const rollArgs = is.signature(
  'roll',
  ['input', is.operand],
  ['shift', is.either(is.integer, is.integers)],
  ['axes', is.axes],
);

/**
 * Rotates elements along axes: what leaves at the end comes back at the front. @throws ShapeError
 */
export function roll(
  input: TensorLike,
  shift: number | readonly number[],
  axes: number | readonly number[],
): Tensor {
  rollArgs(input, shift, axes);
  const x = toTensor(input);
  const shifts = typeof shift === 'number' ? [shift] : shift;
  const list = typeof axes === 'number' ? [axes] : axes;
  if (shifts.length !== list.length || !shifts.every(Number.isInteger)) {
    throw new ShapeError(`roll: shifts [${shifts}] do not match axes [${list}]`);
  }
  const total = x.shape.map(() => 0);
  list.forEach((a, k) => {
    total[normalizeAxis(a, x.rank, `roll of ${x}`)] += shifts[k];
  });
  return rollOp([x], { shift: total });
}

const flipArgs = is.signature('flip', ['input', is.operand], ['axes', is.optional(is.axes)]);

/** Reverses axes (default: all of them). @throws ShapeError */
export function flip(input: TensorLike, axes?: number | readonly number[]): Tensor {
  flipArgs(input, axes);
  const x = toTensor(input);
  const list = normalizeAxes(axes, x.rank, `flip of ${x}`);
  return slice(x, ...x.shape.map((_, d) => (list.includes(d) ? { step: -1 } : null)));
}
