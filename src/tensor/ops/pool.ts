// Pooling over windows of channels-last images [n, h, w, c]. Each operation comes with its
// adjoint, written as a gather (a sum over the windows that contain a pixel), so that gradients need
// no atomics and have gradients themselves.
import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { computeType, type DType, isFloat } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import { sizeOf } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { mul } from './arithmetic.ts';
import { tensor, toTensor } from './create.ts';
import { averages, filterAxis } from './linear-filter.ts';
import { mean } from './reduce.ts';
import { cast, reshape } from './views.ts';
import {
  forEachPooled,
  type Padding,
  type Pair,
  type PoolGeometry,
  pair,
  poolSamples,
  tapPosition,
  windowPosition,
  windows,
} from './window.ts';

type Apply = (inputs: readonly Tensor[], attrs: PoolGeometry) => Tensor;

const imageShape = (g: PoolGeometry): number[] => [g.n, g.h, g.w, g.c];
const pooledShape = (g: PoolGeometry): number[] => [g.n, g.oh, g.ow, g.c];
const zeroOf = (dtype: DType): ir.Expr => ir.constant(0, computeType(dtype));
const lowestOf = (dtype: DType): ir.Expr =>
  ir.constant(Number.NEGATIVE_INFINITY, computeType(dtype));

const samples = (...shapes: ((g: PoolGeometry) => number[])[]) =>
  poolSamples.map((g) => ({ inputs: shapes.map((s) => ({ shape: s(g) })), attrs: g }));

const sumPoolOp: Apply = defineOp<PoolGeometry>({
  name: 'sumPool2d',
  shape: ([x], g) => ({ shape: pooledShape(g), dtype: x.dtype }),
  vjp: (ct, { attrs }) => [sumPoolGradOp([ct], attrs)],
  lower: {
    kind: 'reduce',
    op: () => 'sum',
    extent: ({ attrs: g }) => [g.kh, g.kw],
    body: ([x], [n, oy, ox, c], [ky, kx], { attrs: g, out }) => {
      const at = tapPosition(g, oy, ox, ky, kx);
      return x([n, at.y, at.x, c], { condition: at.exists, otherwise: zeroOf(out.dtype) });
    },
  },
  reference: ([x], { attrs: g }) => {
    const y = new Float64Array(g.n * g.oh * g.ow * g.c);
    forEachPooled(g, (i, o) => {
      y[o] += x.data[i];
    });
    return y;
  },
  samples: samples(imageShape),
});

const sumPoolGradOp: Apply = defineOp<PoolGeometry>({
  name: 'sumPool2dGrad',
  shape: ([y], g) => ({ shape: imageShape(g), dtype: y.dtype }),
  vjp: (ct, { attrs }) => [sumPoolOp([ct], attrs)],
  lower: {
    kind: 'reduce',
    op: () => 'sum',
    extent: ({ attrs: g }) => [g.kh, g.kw],
    body: ([y], [n, iy, ixx, c], [ky, kx], { attrs: g, out }) => {
      const at = windowPosition(g, iy, ixx, ky, kx);
      return y([n, at.y, at.x, c], { condition: at.exists, otherwise: zeroOf(out.dtype) });
    },
  },
  reference: ([y], { attrs: g }) => {
    const x = new Float64Array(g.n * g.h * g.w * g.c);
    forEachPooled(g, (i, o) => {
      x[i] += y.data[o];
    });
    return x;
  },
  samples: samples(pooledShape),
});

const maxPoolOp: Apply = defineOp<PoolGeometry>({
  name: 'maxPool2d',
  shape: ([x], g) => ({ shape: pooledShape(g), dtype: x.dtype }),
  vjp: (ct, { inputs: [x], out, attrs }) => [putOp([ct, maxIndexOp([x, out], attrs)], attrs)],
  lower: {
    kind: 'reduce',
    op: () => 'max',
    extent: ({ attrs: g }) => [g.kh, g.kw],
    body: ([x], [n, oy, ox, c], [ky, kx], { attrs: g, inputs }) => {
      const at = tapPosition(g, oy, ox, ky, kx);
      const guard = { condition: at.exists, otherwise: lowestOf(inputs[0].dtype) };
      return x([n, at.y, at.x, c], guard);
    },
  },
  reference: ([x], { attrs: g }) => {
    const y = new Float64Array(g.n * g.oh * g.ow * g.c).fill(-Infinity);
    forEachPooled(g, (i, o) => {
      y[o] = Math.max(y[o], x.data[i]);
    });
    return y;
  },
  samples: samples(imageShape),
});

// The first tap of each window that reads a pixel equal to y (NaN is equal to NaN), kh kw if none does. Taps
// that hang over the edge never count, so a window of minus infinities has one of its pixels as maximum.
const maxIndexOp: Apply = defineOp<PoolGeometry>({
  name: 'maxPool2dIndex',
  shape: (_, g) => ({ shape: pooledShape(g), dtype: 'i32' }),
  nondifferentiable: 'the position of a maximum is piecewise constant',
  lower: {
    kind: 'reduce',
    op: () => 'min',
    extent: ({ attrs: g }) => [g.kh, g.kw],
    body: ([x, y], [n, oy, ox, c], [ky, kx], { attrs: g, inputs }) => {
      const at = tapPosition(g, oy, ox, ky, kx);
      const guard = { condition: at.exists, otherwise: lowestOf(inputs[0].dtype) };
      const value = x([n, at.y, at.x, c], guard);
      const largest = y([n, oy, ox, c]);
      const same = ir.or(ir.eq(value, largest), ir.and(ir.isNan(value), ir.isNan(largest)));
      const tap = ir.index(ix.add(ix.scale(ky, g.kw), kx));
      return ir.select(ir.and(at.exists, same), tap, ir.constant(g.kh * g.kw, 'i32'));
    },
  },
  reference: ([x, y], { attrs: g }) => {
    const index = new Float64Array(sizeOf(pooledShape(g))).fill(g.kh * g.kw);
    forEachPooled(g, (i, o, tap) => {
      const same = x.data[i] === y.data[o] || [x.data[i], y.data[o]].every(Number.isNaN);
      if (same && tap < index[o]) index[o] = tap;
    });
    return index;
  },
  // few values, so that there are ties and windows without any
  samples: poolSamples.map((g) => ({
    inputs: [imageShape(g), pooledShape(g)].map((shape, k) => ({
      shape,
      values: Array.from({ length: sizeOf(shape) }, (_, i) => (k ? i % 2 : (i * i) % 3)),
    })),
    attrs: g,
  })),
});

// y[window] = x at the tap that index names; index [n, oh, ow, c] counts taps row-major.
const takeOp: Apply = defineOp<PoolGeometry>({
  name: 'windowTake',
  shape: ([x], g) => ({ shape: pooledShape(g), dtype: x.dtype }),
  vjp: (ct, { inputs: [, index], attrs }) => [putOp([ct, index], attrs), null],
  lower: {
    kind: 'reduce',
    op: () => 'sum',
    extent: ({ attrs: g }) => [g.kh, g.kw],
    body: ([x, index], [n, oy, ox, c], [ky, kx], { attrs: g, out }) => {
      const at = tapPosition(g, oy, ox, ky, kx);
      const tap = ir.index(ix.add(ix.scale(ky, g.kw), kx));
      const chosen = ir.eq(index([n, oy, ox, c]), tap);
      const none = zeroOf(out.dtype);
      const value = x([n, at.y, at.x, c], { condition: at.exists, otherwise: none });
      return ir.select(chosen, value, none);
    },
  },
  reference: ([x, index], { attrs: g }) => {
    const y = new Float64Array(g.n * g.oh * g.ow * g.c);
    forEachPooled(g, (i, o, tap) => {
      if (index.data[o] === tap) y[o] += x.data[i];
    });
    return y;
  },
  samples: indexSamples(imageShape),
});

const putOp: Apply = defineOp<PoolGeometry>({
  name: 'windowPut',
  shape: ([y], g) => ({ shape: imageShape(g), dtype: y.dtype }),
  vjp: (ct, { inputs: [, index], attrs }) => [takeOp([ct, index], attrs), null],
  lower: {
    kind: 'reduce',
    op: () => 'sum',
    extent: ({ attrs: g }) => [g.kh, g.kw],
    body: ([y, index], [n, iy, ixx, c], [ky, kx], { attrs: g, out }) => {
      const at = windowPosition(g, iy, ixx, ky, kx);
      const tap = ir.index(ix.add(ix.scale(ky, g.kw), kx));
      const none = zeroOf(out.dtype);
      const where = [n, at.y, at.x, c];
      const missing = ir.constant(-1, 'i32');
      const chosen = ir.eq(index(where, { condition: at.exists, otherwise: missing }), tap);
      return ir.select(chosen, y(where, { condition: at.exists, otherwise: none }), none);
    },
  },
  reference: ([y, index], { attrs: g }) => {
    const x = new Float64Array(g.n * g.h * g.w * g.c);
    forEachPooled(g, (i, o, tap) => {
      if (index.data[o] === tap) x[i] += y.data[o];
    });
    return x;
  },
  samples: indexSamples(pooledShape),
});

function indexSamples(first: (g: PoolGeometry) => number[]) {
  return poolSamples.map((g) => ({
    inputs: [
      { shape: first(g) },
      { shape: pooledShape(g), dtype: 'i32' as const, domain: [0, g.kh * g.kw - 1] as const },
    ],
    attrs: g,
  }));
}

/** How pooling windows slide; the default stride is the kernel's size. */
export interface Pool2dOptions {
  /** Step between windows (default: the window). */
  readonly stride?: Pair;
  /** Rows and columns around the image (default 0). */
  readonly padding?: Padding;
  /** Sizes are rounded up: a last window may hang over the edge (default false). */
  readonly ceilMode?: boolean;
}

function poolGeometry(
  x: Tensor,
  kernel: Pair,
  options: Pool2dOptions & { dilation?: Pair },
  what: string,
): PoolGeometry {
  if (x.rank !== 4) throw new ShapeError(`${what}: needs x [n, h, w, c], got ${x}`);
  const [n, h, w, c] = x.shape;
  const k = pair(kernel, `${what}: kernel`);
  const all = { stride: k, ...options };
  const g = windows([h, w], k, all, what);
  g.padding.forEach((p, i) => {
    // every window must contain a pixel
    if (2 * p > (i < 2 ? g.kh : g.kw)) {
      throw new ShapeError(`${what}: padding ${p} is more than half of the kernel ${k.join('x')}`);
    }
  });
  return { n, c, ...g };
}

const floating = (input: TensorLike): Tensor => {
  const x = toTensor(input);
  return isFloat(x.dtype) ? x : cast(x, 'f32');
};

// 1 / (pixels of each window), also those of the padding if it counts: [oh, ow, 1].
function windowShares(g: PoolGeometry, countPadding: boolean): Float64Array {
  const count = new Float64Array(g.oh * g.ow);
  const padded = {
    ...g,
    h: g.h + g.padding[0] + g.padding[1],
    w: g.w + g.padding[2] + g.padding[3],
    padding: [0, 0, 0, 0] as const,
  };
  forEachPooled({ ...(countPadding ? padded : g), n: 1, c: 1 }, (_, o) => {
    count[o]++;
  });
  return count.map((k) => 1 / k);
}

const avgPool2dArgs = is.signature(
  'avgPool2d',
  ['input', is.operand],
  ['kernel', is.sizes],
  [
    'options',
    is.options({
      stride: is.optional(is.sizes),
      padding: is.optional(is.padding),
      ceilMode: is.optional(is.boolean),
      countIncludePad: is.optional(is.boolean),
      divisor: is.optional(is.finite),
    }),
  ],
);

/**
 * Mean over windows: x [n, h, w, c] -> [n, oh, ow, c]. `countIncludePad` (default true, as PyTorch's):
 * pixels of the padding count; what hangs over it (`ceilMode`) never does. `divisor`: divides every sum.
 * @throws ShapeError if x has no four dimensions or the window does not fit
 */
export function avgPool2d(
  input: TensorLike,
  kernel: Pair,
  options: Pool2dOptions & { countIncludePad?: boolean; divisor?: number } = {},
): Tensor {
  avgPool2dArgs(input, kernel, options);
  const x = floating(input);
  const { countIncludePad = true, divisor, ...rest } = options;
  const g = poolGeometry(x, kernel, rest, 'avgPool2d');
  if (divisor !== undefined) return mul(sumPoolOp([x], g), 1 / divisor);
  const tiles = g.stride[0] === g.kh && g.stride[1] === g.kw && g.padding.every((p) => p === 0);
  if (tiles && g.oh * g.kh === g.h && g.ow * g.kw === g.w) {
    return mean(reshape(x, [g.n, g.oh, g.kh, g.ow, g.kw, g.c]), [2, 4]);
  }
  const total = sumPoolOp([x], g);
  const whole = !options.ceilMode && (countIncludePad || g.padding.every((p) => p === 0));
  if (whole) return mul(total, 1 / (g.kh * g.kw));
  const shares = windowShares(g, countIncludePad);
  return mul(total, tensor(shares, { shape: [g.oh, g.ow, 1], dtype: x.dtype }));
}

const maxPool2dArgs = is.signature(
  'maxPool2d',
  ['input', is.operand],
  ['kernel', is.sizes],
  [
    'options',
    is.options({
      stride: is.optional(is.sizes),
      padding: is.optional(is.padding),
      ceilMode: is.optional(is.boolean),
      dilation: is.optional(is.sizes),
    }),
  ],
);

/**
 * Maximum over windows: x [n, h, w, c] -> [n, oh, ow, c]; padding counts as -infinity. The gradient
 * goes to the first maximum of a window (row-major), as in PyTorch.
 * @throws ShapeError if x has no four dimensions or padding exceeds half of the kernel
 */
export function maxPool2d(
  input: TensorLike,
  kernel: Pair,
  options: Pool2dOptions & { dilation?: Pair } = {},
): Tensor {
  maxPool2dArgs(input, kernel, options);
  const x = floating(input);
  return maxPoolOp([x], poolGeometry(x, kernel, options, 'maxPool2d'));
}

const adaptiveAvgPool2dArgs = is.signature(
  'adaptiveAvgPool2d',
  ['input', is.operand],
  ['size', is.sizes],
);

/**
 * Mean over an even partition into `size` cells (cells overlap where sizes do not divide, as in
 * PyTorch): x [n, h, w, c] -> [n, oh, ow, c].
 * @throws ShapeError if x has no four dimensions or a size is below 1
 */
export function adaptiveAvgPool2d(input: TensorLike, size: Pair): Tensor {
  adaptiveAvgPool2dArgs(input, size);
  const x = floating(input);
  const [oh, ow] = pair(size, 'adaptiveAvgPool2d: size');
  if (x.rank !== 4) throw new ShapeError(`adaptiveAvgPool2d: needs x [n, h, w, c], got ${x}`);
  const [n, h, w, c] = x.shape;
  if (h % oh === 0 && w % ow === 0) {
    return mean(reshape(x, [n, oh, h / oh, ow, w / ow, c]), [2, 4]);
  }
  return filterAxis(filterAxis(x, 1, averages(h, oh)), 2, averages(w, ow));
}

const globalAvgPoolArgs = is.signature('globalAvgPool', ['input', is.operand]);

/** Mean over all pixels: x [n, h, w, c] -> [n, c]. @throws ShapeError if x has no four dimensions */
export function globalAvgPool(input: TensorLike): Tensor {
  globalAvgPoolArgs(input);
  const x = floating(input);
  if (x.rank !== 4) throw new ShapeError(`globalAvgPool: needs x [n, h, w, c], got ${x}`);
  return mean(x, [1, 2]);
}
