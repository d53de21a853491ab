// Pooling over windows of channels-last images [n, h, w, c]: reductions over the taps of each window, which
// have the gradients of reductions. Only the maximum brings a rule of its own: it goes to one pixel.
import * as is from '../arguments.ts';
import { isFloat } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import type { PoolGeometry } from '../kernels.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { mul, where } from './arithmetic.ts';
import { equal, isNan, logicalAnd, logicalOr } from './comparison.ts';
import { ones, tensor, toTensor } from './create.ts';
import { withGradient } from './custom-gradient.ts';
import { arange } from './iota.ts';
import { averages, filterAxis } from './linear-filter.ts';
import { max, mean, min, sum } from './reduce.ts';
import { broadcastTo, cast, reshape } from './views.ts';
import { forEachPooled, type Padding, type Pair, pair, windows } from './window.ts';
import { addTaps, tapsOf } from './window-taps.ts';

const taps = [3, 4]; // the axes of a window in [n, oh, ow, kh, kw, c]

// The gradient goes to the first tap of each window that reads a pixel equal to the maximum (NaN is equal to
// NaN), to none if none does. Taps that hang over the edge never count, so a window of minus infinities has
// one of its pixels as maximum.
function maximum(x: Tensor, g: PoolGeometry): Tensor {
  const largest = max(tapsOf(x, g, Number.NEGATIVE_INFINITY), taps);
  return withGradient(largest, [x], (ct, { operands: [image], out }) => {
    const read = tapsOf(image, g, Number.NEGATIVE_INFINITY);
    // what windows [n, oh, ow, c] have, beside each of their taps
    const beside = (y: Tensor): Tensor =>
      broadcastTo(reshape(y, [g.n, g.oh, g.ow, 1, 1, g.c]), read.shape);
    const tap = reshape(arange(g.kh * g.kw), [g.kh, g.kw, 1]);
    const y = beside(out);
    const same = logicalOr(equal(read, y), logicalAnd(isNan(read), isNan(y)));
    const exists = equal(tapsOf(ones(image.shape), g), 1);
    const first = min(where(logicalAnd(exists, same), tap, g.kh * g.kw), taps); // [n, oh, ow, c]
    return [addTaps(where(equal(beside(first), tap), beside(ct), 0), g)];
  });
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

const slides = {
  stride: is.optional(is.sizes),
  padding: is.optional(is.padding),
  ceilMode: is.optional(is.boolean),
};

const avgPool2dArgs = is.signature(
  'avgPool2d',
  ['input', is.operand],
  ['kernel', is.sizes],
  [
    'options',
    is.options({
      ...slides,
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
  if (divisor !== undefined) return mul(sum(tapsOf(x, g), taps), 1 / divisor);
  const tiles = g.stride[0] === g.kh && g.stride[1] === g.kw && g.padding.every((p) => p === 0);
  if (tiles && g.oh * g.kh === g.h && g.ow * g.kw === g.w) {
    return mean(reshape(x, [g.n, g.oh, g.kh, g.ow, g.kw, g.c]), [2, 4]);
  }
  const total = sum(tapsOf(x, g), taps);
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
      ...slides,
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
  return maximum(x, poolGeometry(x, kernel, options, 'maxPool2d'));
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
