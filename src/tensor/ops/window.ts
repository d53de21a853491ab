// The geometry of sliding windows, shared by convolution, pooling and im2col: how users write stride,
// padding and dilation, the sizes that follow (Dumoulin & Visin 2016, arXiv:1603.07285), and which
// input position a window's tap reads, as an index form with the condition under which it exists.
import { ShapeError } from '../errors.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import type { PoolGeometry, WindowGeometry } from '../kernels.ts';

/** One number for both spatial axes, or [vertical, horizontal]. */
export type Pair = number | readonly [number, number];

/**
 * Rows and columns added around an image: one number, [vertical, horizontal],
 * [[top, bottom], [left, right]], 'valid' (none) or 'same' (output = ceil(input / stride); the odd
 * row or column goes to the bottom and right).
 */
export type Padding =
  | number
  | readonly [number, number]
  | readonly [readonly [number, number], readonly [number, number]]
  | 'same'
  | 'valid';

/** Both entries of a pair of integers >= least. @throws ShapeError with the option's name */
export function pair(value: Pair, what: string, least = 1): [number, number] {
  const both = typeof value === 'number' ? [value, value] : [...value];
  if (both.length !== 2 || both.some((v) => !Number.isInteger(v) || v < least)) {
    throw new ShapeError(
      `${what}: ${JSON.stringify(value)} is not one or two integers >= ${least}`,
    );
  }
  return [both[0], both[1]];
}

// Extent of a dilated kernel.
const reach = (k: number, dilation: number): number => dilation * (k - 1) + 1;

function edges(
  padding: Padding,
  size: readonly [number, number],
  kernel: readonly [number, number],
  stride: readonly [number, number],
  dilation: readonly [number, number],
  what: string,
): [number, number, number, number] {
  if (padding === 'valid') return [0, 0, 0, 0];
  if (padding === 'same') {
    const [[t, b], [l, r]] = [0, 1].map((i) => {
      const out = Math.ceil(size[i] / stride[i]);
      const total = Math.max((out - 1) * stride[i] + reach(kernel[i], dilation[i]) - size[i], 0);
      return [Math.floor(total / 2), Math.ceil(total / 2)];
    });
    return [t, b, l, r];
  }
  const [v, h, ...others] = typeof padding === 'number' ? [padding, padding] : padding;
  if (others.length > 0) {
    throw new ShapeError(
      `${what}: padding ${JSON.stringify(padding)} has more than [vertical, horizontal]; each may be [before, after]`,
    );
  }
  const [t, b] = pair(v, `${what}: padding`, 0);
  const [l, r] = pair(h, `${what}: padding`, 0);
  return [t, b, l, r];
}

/**
 * Windows of `kernel` over an image of `size`: oh = floor((h + pads - reach) / stride) + 1. `ceilMode`: a
 * last window may hang over the bottom or right edge, as long as it begins inside image or padding.
 * @throws ShapeError for options that are no integers or a kernel larger than the padded image
 */
export function windows(
  size: readonly [number, number],
  kernel: readonly [number, number],
  options: { stride?: Pair; padding?: Padding; dilation?: Pair; ceilMode?: boolean },
  what: string,
): WindowGeometry {
  const stride = pair(options.stride ?? 1, `${what}: stride`);
  const dilation = pair(options.dilation ?? 1, `${what}: dilation`);
  const padding = edges(options.padding ?? 0, size, kernel, stride, dilation, what);
  const [oh, ow] = [0, 1].map((i) => {
    const room = size[i] + padding[2 * i] + padding[2 * i + 1] - reach(kernel[i], dilation[i]);
    if (room < 0 || kernel[i] < 1) {
      throw new ShapeError(
        `${what}: a kernel of ${kernel[0]}x${kernel[1]} (dilation ${dilation}) does not fit into ` +
          `${size[0]}x${size[1]} with padding ${padding}`,
      );
    }
    if (!options.ceilMode) return Math.floor(room / stride[i]) + 1;
    const out = Math.ceil(room / stride[i]) + 1;
    return (out - 1) * stride[i] >= size[i] + padding[2 * i] ? out - 1 : out;
  });
  const [h, w] = size;
  return { h, w, kh: kernel[0], kw: kernel[1], oh, ow, stride, padding, dilation };
}

const i32 = (n: number): ir.Expr => ir.constant(n, 'i32');

// 0 <= at < size; parts that hold for the whole loop vanish.
const inside = (at: ix.Index, size: number): ir.Expr =>
  ir.and(ir.le(i32(0), ir.index(at)), ir.lt(ir.index(at), i32(size)));

/** A position in an image and the condition (bool) under which it exists. */
export interface Position {
  readonly y: ix.Index;
  readonly x: ix.Index;
  readonly exists: ir.Expr;
}

/** The input position that tap (ky, kx) of the window at (oy, ox) reads. */
export function tapPosition(
  g: WindowGeometry,
  oy: ix.Index,
  ox: ix.Index,
  ky: ix.Index,
  kx: ix.Index,
): Position {
  const y = ix.add(ix.scale(oy, g.stride[0]), ix.scale(ky, g.dilation[0]), -g.padding[0]);
  const x = ix.add(ix.scale(ox, g.stride[1]), ix.scale(kx, g.dilation[1]), -g.padding[2]);
  return { y, x, exists: ir.and(inside(y, g.h), inside(x, g.w)) };
}

/** The window whose tap (ky, kx) reads input position (iy, ix): the converse of `tapPosition`. */
export function windowPosition(
  g: WindowGeometry,
  iy: ix.Index,
  ixx: ix.Index,
  ky: ix.Index,
  kx: ix.Index,
): Position {
  const along = (at: ix.Index, k: ix.Index, d: 0 | 1): { at: ix.Index; exists: ir.Expr } => {
    const offset = ix.sub(ix.add(at, g.padding[2 * d]), ix.scale(k, g.dilation[d]));
    const o = ix.div(offset, g.stride[d]);
    const aligned = ir.eq(ir.index(ix.mod(offset, g.stride[d])), i32(0));
    return { at: o, exists: ir.and(aligned, inside(o, d === 0 ? g.oh : g.ow)) };
  };
  const y = along(iy, ky, 0);
  const x = along(ixx, kx, 1);
  return { y: y.at, x: x.at, exists: ir.and(y.exists, x.exists) };
}

/** Calls `visit` for every window position and tap whose input position exists (for oracles). */
export function forEachTap(
  g: WindowGeometry,
  visit: (oy: number, ox: number, ky: number, kx: number, iy: number, ix: number) => void,
): void {
  for (let oy = 0; oy < g.oh; oy++) {
    for (let ox = 0; ox < g.ow; ox++) {
      for (let ky = 0; ky < g.kh; ky++) {
        for (let kx = 0; kx < g.kw; kx++) {
          const iy = oy * g.stride[0] + ky * g.dilation[0] - g.padding[0];
          const x = ox * g.stride[1] + kx * g.dilation[1] - g.padding[2];
          if (iy >= 0 && iy < g.h && x >= 0 && x < g.w) visit(oy, ox, ky, kx, iy, x);
        }
      }
    }
  }
}

/** Flat positions in image [n, h, w, c] and pooled result [n, oh, ow, c] of every tap (for oracles). */
export function forEachPooled(
  g: PoolGeometry,
  visit: (image: number, pooled: number, tap: number, c: number) => void,
): void {
  for (let n = 0; n < g.n; n++) {
    forEachTap(g, (oy, ox, ky, kx, iy, x) => {
      for (let c = 0; c < g.c; c++) {
        visit(
          ((n * g.h + iy) * g.w + x) * g.c + c,
          ((n * g.oh + oy) * g.ow + ox) * g.c + c,
          ky * g.kw + kx,
          c,
        );
      }
    });
  }
}

/** Small geometries for samples: plain, padded, dilated, empty. */
export const poolSamples: readonly PoolGeometry[] = [
  { n: 2, c: 2, ...windows([4, 6], [2, 2], { stride: 2 }, 'pool') },
  { n: 1, c: 1, ...windows([5, 7], [3, 3], { stride: 2, padding: 1 }, 'pool') },
  {
    n: 1,
    c: 3,
    ...windows(
      [5, 4],
      [2, 3],
      {
        padding: [
          [0, 1],
          [1, 1],
        ],
        dilation: [2, 1],
      },
      'pool',
    ),
  },
  { n: 1, c: 1, ...windows([4, 5], [2, 3], { stride: 3, padding: 1, ceilMode: true }, 'pool') },
  { n: 0, c: 1, ...windows([3, 3], [2, 2], {}, 'pool') },
];
