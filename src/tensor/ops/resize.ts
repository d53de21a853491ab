// Resizing along one axis at a time. Output i stands at the rational source position (a i + b) / d, so
// its neighbours are exact integer index forms and its weight is a remainder over d: no tables, no
// rounding. The adjoint sums over the few outputs that read a given input.
import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { computeType, isFloat } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import { sizeOf } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { toTensor } from './create.ts';
import { broadcastTo, cast, reshape } from './views.ts';
import { type Pair, pair } from './window.ts';

/** Output i of `to` along `axis` reads source position (a i + b) / d of `from`. */
interface ResizeAttrs {
  readonly axis: number;
  readonly from: number;
  readonly to: number;
  readonly a: number;
  readonly b: number;
  readonly d: number;
  /** Blend both neighbours; otherwise take the lower one. */
  readonly linear: boolean;
}
type Apply = (inputs: readonly Tensor[], attrs: ResizeAttrs) => Tensor;

const source = (i: ix.Index, { a, b }: ResizeAttrs): ix.Index => ix.add(ix.scale(i, a), b);
const i32 = (n: number): ir.Expr => ir.constant(n, 'i32');
const replaceAt = <T>(list: readonly T[], at: number, value: T): T[] =>
  list.map((v, i) => (i === at ? value : v));

// floor((a i + b) / d) clamped to the input, and the weight of the upper neighbour.
function neighbours(i: number, r: ResizeAttrs): { low: number; high: number; weight: number } {
  const at = (r.a * i + r.b) / r.d;
  const low = Math.floor(at);
  const clamp = (k: number): number => Math.min(Math.max(k, 0), r.from - 1);
  return { low: clamp(low), high: clamp(low + 1), weight: r.linear ? at - low : 0 };
}

// Calls visit(flat position in input, in output, weight > 0) for every contribution (for oracles).
function forEachContribution(
  shape: readonly number[],
  r: ResizeAttrs,
  visit: (from: number, to: number, weight: number) => void,
): void {
  const outer = sizeOf(shape.slice(0, r.axis));
  const inner = sizeOf(shape.slice(r.axis + 1));
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < r.to; i++) {
      const { low, high, weight } = neighbours(i, r);
      for (let k = 0; k < inner; k++) {
        visit((o * r.from + low) * inner + k, (o * r.to + i) * inner + k, 1 - weight);
        if (weight !== 0)
          visit((o * r.from + high) * inner + k, (o * r.to + i) * inner + k, weight);
      }
    }
  }
}

const halfPixel = (axis: number, from: number, to: number): ResizeAttrs => ({
  axis,
  from,
  to,
  a: 2 * from,
  b: from - to,
  d: 2 * to,
  linear: true,
});
const corners = (axis: number, from: number, to: number): ResizeAttrs => ({
  axis,
  from,
  to,
  a: to > 1 ? from - 1 : 0,
  b: 0,
  d: Math.max(to - 1, 1),
  linear: true,
});
const nearest = (axis: number, from: number, to: number): ResizeAttrs => ({
  axis,
  from,
  to,
  a: from,
  b: 0,
  d: to,
  linear: false,
});

const sampleAttrs = [
  halfPixel(1, 3, 5),
  halfPixel(1, 5, 2),
  halfPixel(1, 1, 3),
  corners(1, 4, 7),
  corners(1, 4, 1),
  nearest(1, 3, 7),
  nearest(1, 5, 2),
];

const resizeOp: Apply = defineOp<ResizeAttrs>({
  name: 'resizeAxis',
  shape: ([x], { axis, to }) => ({ shape: replaceAt(x.shape, axis, to), dtype: x.dtype }),
  vjp: (ct, { attrs }) => [resizeGradOp([ct], attrs)],
  lower: {
    kind: 'map',
    body: ([x], index, { attrs: r, inputs }) => {
      const at = source(index[r.axis], r);
      const low = ix.div(at, r.d);
      const read = (k: ix.Index): ir.Expr => x(replaceAt(index, r.axis, k));
      // positions beyond an edge read the edge
      const clamped = (k: ix.Index): ir.Expr =>
        x(replaceAt(index, r.axis, k), {
          condition: ir.and(ir.le(i32(0), ir.index(k)), ir.lt(ir.index(k), i32(r.from))),
          otherwise: ir.select(
            ir.lt(ir.index(k), i32(0)),
            read(ix.constant(0)),
            read(ix.constant(r.from - 1)),
          ),
        });
      if (!r.linear) return read(low);
      const type = computeType(inputs[0].dtype);
      const weight = fraction(at, r.d, type);
      const [zero, one] = [ir.constant(0, type), ir.constant(1, type)];
      // on a source position its neighbour takes no part: zero times infinity is NaN
      const above = ir.mul(weight, clamped(ix.add(low, 1)));
      return ir.add(
        ir.mul(ir.sub(one, weight), clamped(low)),
        ir.select(ir.ne(weight, zero), above, zero),
      );
    },
  },
  reference: ([x], { attrs: r, out }) => {
    const y = new Float64Array(sizeOf(out.shape));
    forEachContribution(x.shape, r, (from, to, weight) => {
      y[to] += weight * x.data[from];
    });
    return y;
  },
  samples: sampleAttrs.map((r) => ({ inputs: [{ shape: [2, r.from, 3] }], attrs: r })),
});

const fraction = (at: ix.Index, d: number, type: ir.Expr['type']): ir.Expr =>
  ir.mul(ir.cast(ir.index(ix.mod(at, d)), type), ir.constant(1 / d, type));

const resizeGradOp: Apply = defineOp<ResizeAttrs>({
  name: 'resizeAxisGrad',
  shape: ([y], { axis, from }) => ({ shape: replaceAt(y.shape, axis, from), dtype: y.dtype }),
  vjp: (ct, { attrs }) => [resizeOp([ct], attrs)],
  lower: {
    kind: 'reduce',
    op: () => 'sum',
    // outputs i with j - 1 <= (a i + b) / d < j + 1 (linear), j <= (a i + b) / d < j + 1 (nearest)
    extent: ({ attrs: r }) => [r.a === 0 ? r.to : Math.ceil(((r.linear ? 2 : 1) * r.d) / r.a)],
    body: ([y], index, [t], { attrs: r, inputs }) => {
      const j = index[r.axis];
      const first = ix.add(ix.scale(j, r.d), (r.linear ? -r.d : 0) - r.b);
      const start = r.a === 0 ? ix.constant(0) : ix.div(ix.add(first, r.a - 1), r.a);
      const i = ix.add(start, t);
      const type = computeType(inputs[0].dtype);
      const zero = ir.constant(0, type);
      const exists = ir.and(ir.le(i32(0), ir.index(i)), ir.lt(ir.index(i), i32(r.to)));
      const ct = y(replaceAt(index, r.axis, i), { condition: exists, otherwise: zero });
      const at = source(i, r);
      const low = ir.index(ix.div(at, r.d));
      const me = ir.index(j);
      if (!r.linear) return ir.select(ir.eq(low, me), ct, zero);
      const last = i32(r.from - 1);
      const weight = fraction(at, r.d, type);
      const below = ir.eq(ir.max(low, i32(0)), me);
      const above = ir.eq(ir.min(ir.add(low, i32(1)), last), me);
      const share = ir.add(
        ir.select(below, ir.sub(ir.constant(1, type), weight), zero),
        ir.select(above, weight, zero),
      );
      // a sample that takes no part is left out: zero times infinity is NaN
      return ir.select(ir.ne(share, zero), ir.mul(ct, share), zero);
    },
  },
  reference: ([y], { attrs: r, out }) => {
    const x = new Float64Array(sizeOf(out.shape));
    forEachContribution(out.shape, r, (from, to, weight) => {
      x[from] += weight * y.data[to];
    });
    return x;
  },
  samples: sampleAttrs.map((r) => ({ inputs: [{ shape: [2, r.to, 3] }], attrs: r })),
});

/** How `resize` places samples. */
export interface ResizeOptions {
  /** Default 'nearest'. */
  readonly mode?: 'nearest' | 'bilinear';
  /** Bilinear: corner pixels' centres stay in place (default false: image edges stay in place). */
  readonly alignCorners?: boolean;
}

const resizeArgs = is.signature(
  'resize',
  ['input', is.operand],
  ['size', is.sizes],
  [
    'options',
    is.options<ResizeOptions>({
      mode: is.optional(is.oneOf('nearest', 'bilinear')),
      alignCorners: is.optional(is.boolean),
    }),
  ],
);

/**
 * Images x [n, h, w, c] resized to `size` [oh, ow], as PyTorch's interpolate (no antialiasing).
 * Integers are converted to f32 for bilinear.
 * @throws ShapeError if x has no four dimensions, is empty in space, or a size is below 1
 */
export function resize(input: TensorLike, size: Pair, options: ResizeOptions = {}): Tensor {
  resizeArgs(input, size, options);
  let x = toTensor(input);
  const target = pair(size, 'resize: size');
  if (x.rank !== 4 || x.shape[1] === 0 || x.shape[2] === 0) {
    throw new ShapeError(`resize: needs x [n, h, w, c] with pixels, got ${x}`);
  }
  const { mode = 'nearest', alignCorners = false } = options;
  if (mode === 'nearest') {
    const fy = target[0] / x.shape[1];
    const fx = target[1] / x.shape[2];
    if (Number.isInteger(fy) && Number.isInteger(fx)) return upsampleNearest(x, [fy, fx]);
  } else if (!isFloat(x.dtype)) x = cast(x, 'f32');
  const place = mode === 'nearest' ? nearest : alignCorners ? corners : halfPixel;
  for (const [i, to] of target.entries()) {
    const from = x.shape[1 + i];
    if (from !== to) x = resizeOp([x], place(1 + i, from, to));
  }
  return x;
}

const upsampleNearestArgs = is.signature(
  'upsampleNearest',
  ['input', is.operand],
  ['factor', is.sizes],
);

/**
 * Every pixel repeated `factor` times: x [n, h, w, c] -> [n, fy h, fx w, c]. A broadcast, so it costs
 * nothing by itself and its gradient is a sum.
 * @throws ShapeError if x has no four dimensions or a factor is below 1
 */
export function upsampleNearest(input: TensorLike, factor: Pair): Tensor {
  upsampleNearestArgs(input, factor);
  const x = toTensor(input);
  const [fy, fx] = pair(factor, 'upsampleNearest: factor');
  if (x.rank !== 4) throw new ShapeError(`upsampleNearest: needs x [n, h, w, c], got ${x}`);
  const [n, h, w, c] = x.shape;
  const repeated = broadcastTo(reshape(x, [n, h, 1, w, 1, c]), [n, h, fy, w, fx, c]);
  return reshape(repeated, [n, h * fy, w * fx, c]);
}
