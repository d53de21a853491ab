// im2col: the windows of an image side by side, as the rows of a matrix, and its adjoint, which adds
// the windows back into an image. Both are linear and each is the other's gradient.
import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { computeType, type DType } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import * as ix from '../index-expr.ts';
import * as ir from '../ir.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { toTensor } from './create.ts';
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
const patchShape = (g: PoolGeometry): number[] => [g.n, g.oh, g.ow, g.kh * g.kw * g.c];
const zeroOf = (dtype: DType): ir.Expr => ir.constant(0, computeType(dtype));
const samples = (shape: (g: PoolGeometry) => number[]) =>
  poolSamples.map((g) => ({ inputs: [{ shape: shape(g) }], attrs: g }));

const unfoldOp: Apply = defineOp<PoolGeometry>({
  name: 'unfold',
  shape: ([x], g) => ({ shape: patchShape(g), dtype: x.dtype }),
  vjp: (ct, { attrs }) => [foldOp([ct], attrs)],
  lower: {
    kind: 'map',
    body: ([x], [n, oy, ox, p], { attrs: g, out }) => {
      const tap = ix.div(p, g.c);
      const at = tapPosition(g, oy, ox, ix.div(tap, g.kw), ix.mod(tap, g.kw));
      const guard = { condition: at.exists, otherwise: zeroOf(out.dtype) };
      return x([n, at.y, at.x, ix.mod(p, g.c)], guard);
    },
  },
  reference: ([x], { attrs: g }) => {
    const taps = g.kh * g.kw;
    const y = new Float64Array(g.n * g.oh * g.ow * taps * g.c);
    forEachPooled(g, (i, o, tap, c) => {
      y[(((o - c) / g.c) * taps + tap) * g.c + c] = x.data[i];
    });
    return y;
  },
  samples: samples(imageShape),
});

const foldOp: Apply = defineOp<PoolGeometry>({
  name: 'fold',
  shape: ([y], g) => ({ shape: imageShape(g), dtype: y.dtype }),
  vjp: (ct, { attrs }) => [unfoldOp([ct], attrs)],
  lower: {
    kind: 'reduce',
    op: () => 'sum',
    extent: ({ attrs: g }) => [g.kh, g.kw],
    body: ([y], [n, iy, ixx, c], [ky, kx], { attrs: g, out }) => {
      const at = windowPosition(g, iy, ixx, ky, kx);
      const p = ix.add(ix.scale(ky, g.kw * g.c), ix.scale(kx, g.c), c);
      return y([n, at.y, at.x, p], { condition: at.exists, otherwise: zeroOf(out.dtype) });
    },
  },
  reference: ([y], { attrs: g }) => {
    const taps = g.kh * g.kw;
    const x = new Float64Array(g.n * g.h * g.w * g.c);
    forEachPooled(g, (i, o, tap, c) => {
      x[i] += y.data[(((o - c) / g.c) * taps + tap) * g.c + c];
    });
    return x;
  },
  samples: samples(patchShape),
});

/** How the windows of `unfold` and `fold` slide. */
export interface UnfoldOptions {
  /** Step between windows (default 1). */
  readonly stride?: Pair;
  /** Zeros around the image (default 0). */
  readonly padding?: Padding;
  /** Step between the taps of a window (default 1). */
  readonly dilation?: Pair;
}

const unfoldOptionsKind = is.options<UnfoldOptions>({
  stride: is.optional(is.sizes),
  padding: is.optional(is.padding),
  dilation: is.optional(is.sizes),
});
const unfoldArgs = is.signature(
  'unfold',
  ['input', is.operand],
  ['kernel', is.sizes],
  ['options', unfoldOptionsKind],
);

/**
 * Windows of an image as vectors: x [n, h, w, c] -> [n, oh, ow, kh * kw * c], the last axis in the
 * order of a convolution weight (row, column, channel); outside the image are zeros.
 * @throws ShapeError if x has no four dimensions or the window does not fit
 */
export function unfold(input: TensorLike, kernel: Pair, options: UnfoldOptions = {}): Tensor {
  unfoldArgs(input, kernel, options);
  const x = toTensor(input);
  if (x.rank !== 4) throw new ShapeError(`unfold: needs x [n, h, w, c], got ${x}`);
  const [n, h, w, c] = x.shape;
  const k = pair(kernel, 'unfold: kernel');
  return unfoldOp([x], { n, c, ...windows([h, w], k, options, 'unfold') });
}

const foldArgs = is.signature(
  'fold',
  ['input', is.operand],
  ['size', is.shape],
  ['kernel', is.sizes],
  ['options', unfoldOptionsKind],
);

/**
 * Adds windows [n, oh, ow, kh * kw * c] back into images [n, h, w, c] of a `size` [h, w], as the adjoint
 * of `unfold`. Pixels that several windows contain get the sum.
 * @throws ShapeError if the windows are not those of an image of that size
 */
export function fold(
  input: TensorLike,
  size: readonly [number, number],
  kernel: Pair,
  options: UnfoldOptions = {},
): Tensor {
  foldArgs(input, size, kernel, options);
  const y = toTensor(input);
  const k = pair(kernel, 'fold: kernel');
  const g = windows(size, k, options, 'fold');
  const c = y.shape[3] / (g.kh * g.kw);
  if (y.rank !== 4 || y.shape[1] !== g.oh || y.shape[2] !== g.ow || !Number.isInteger(c)) {
    throw new ShapeError(
      `fold: needs [n, ${g.oh}, ${g.ow}, ${g.kh * g.kw} c] for an image of ${size[0]}x${size[1]}, got ${y}`,
    );
  }
  return foldOp([y], { n: y.shape[0], c, ...g });
}
