// Operations that pick, place and join elements: slices with steps, padding, concatenation,
// rotation. `slice` and `place` are each other's gradients: one reads x[start + step i], the other
// writes there. Everything else of this family (flip, split, stack, reflection ...) is made of
// them.

import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { computeType } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import { normalizeAxes, normalizeAxis, type Shape, sizeOf } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { concat } from './concat.ts';
import { toTensor } from './create.ts';
import { eachIndex, flatAt } from './each-index.ts';
import { resolveSlice, type SliceSpec, sliceSpec } from './slicing.ts';
import { broadcastTo } from './views.ts';

export { concat, stack } from './concat.ts';

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

const placeOp = defineOp<Placement & { readonly value: number }>({
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

/** How many elements to add before and after, per dimension; negative numbers crop. */
export type Padding = readonly (readonly [before: number, after: number])[];

/** How `pad` fills: a constant, mirrored (without the edge), the edge, or the other end. */
export type PadMode = 'constant' | 'reflect' | 'replicate' | 'circular';

const padArgs = is.signature(
  'pad',
  ['input', is.operand],
  ['padding', is.list(is.integers)],
  [
    'options',
    is.options({
      mode: is.optional(is.oneOf('constant', 'reflect', 'replicate', 'circular')),
      value: is.optional(is.anyNumber),
    }),
  ],
);

/**
 * Grows (or, with negative numbers, crops) each dimension: [n] to [before + n + after].
 * @param padding one pair a dimension; fewer pairs apply to the last dimensions
 * @throws ShapeError if a pair is missing or not integers, or a mode needs more elements than there
 * are
 */
export function pad(
  input: TensorLike,
  padding: Padding,
  options: { mode?: PadMode; value?: number } = {},
): Tensor {
  padArgs(input, padding, options);
  const x = toTensor(input);
  const { mode = 'constant', value = 0 } = options;
  const skip = x.rank - padding.length;
  if (skip < 0 || padding.some((p) => p.length !== 2 || !p.every(Number.isInteger))) {
    throw new ShapeError(
      `pad: ${JSON.stringify(padding)} does not fit ${x} (a pair per dimension)`,
    );
  }
  const pairs = x.shape.map((_, d) => (d < skip ? ([0, 0] as const) : padding[d - skip]));
  // negative amounts crop first
  const cropped = slice(
    x,
    ...pairs.map(([b, a], d) => {
      const start = Math.max(0, -b);
      const stop = x.shape[d] - Math.max(0, -a);
      if (start > stop) throw new ShapeError(`pad: [${b}, ${a}] crops more than axis ${d} of ${x}`);
      return [start, stop] as const;
    }),
  );
  const grow = pairs.map(([b, a]) => [Math.max(0, b), Math.max(0, a)] as const);
  if (grow.every(([b, a]) => b === 0 && a === 0)) return cropped;
  if (mode === 'constant') {
    return placeOp([cropped], {
      shape: cropped.shape.map((n, d) => grow[d][0] + n + grow[d][1]),
      start: grow.map(([b]) => b),
      step: grow.map(() => 1),
      value,
    });
  }
  return grow.reduce((y, [b, a], d) => padAxis(y, d, b, a, mode), cropped);
}

function padAxis(x: Tensor, axis: number, before: number, after: number, mode: PadMode): Tensor {
  if (before === 0 && after === 0) return x;
  const n = x.shape[axis];
  const room = mode === 'reflect' ? n - 1 : mode === 'circular' ? n : n > 0 ? Infinity : 0;
  if (Math.max(before, after) > room) {
    throw new ShapeError(
      `pad: ${mode} padding of [${before}, ${after}] needs more elements than ` +
        `axis ${axis} of ${x} has`,
    );
  }
  const part = (start: number, stop: number, step = 1): Tensor =>
    sliceAxis(x, axis, { start, stop: stop < 0 ? null : stop, step });
  const edge = (at: number, count: number): Tensor =>
    broadcastTo(
      part(at, at + 1),
      x.shape.map((m, d) => (d === axis ? count : m)),
    );
  const sides: Record<Exclude<PadMode, 'constant'>, () => [Tensor, Tensor]> = {
    reflect: () => [part(before, 0, -1), part(n - 2, n - 2 - after, -1)],
    replicate: () => [edge(0, before), edge(n - 1, after)],
    circular: () => [part(n - before, n), part(0, after)],
  };
  const [left, right] = sides[mode as Exclude<PadMode, 'constant'>]();
  return concat([...(before ? [left] : []), x, ...(after ? [right] : [])], axis);
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
