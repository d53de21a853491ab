// The windows of an image as a tensor of their own, and its adjoint, which adds windows back into an image.
// Everything that looks through windows is made of these two: both are linear, each is the other's gradient,
// and both are gathers (the adjoint sums over the windows that contain a pixel), so that gradients need no
// atomics and have gradients themselves. Nothing is stored: reductions read the image through them.
import { defineOp } from '../define.ts';
import { computeType } from '../dtype.ts';
import * as ir from '../ir.ts';
import type { PoolGeometry } from '../kernels.ts';
import type { Tensor } from '../tensor.ts';
import { forEachPooled, poolSamples, tapPosition, windowPosition } from './window.ts';

interface WindowAttrs extends PoolGeometry {
  /** What stands around the image; the adjoint knows nothing of it. */
  readonly outside: number;
}

const imageShape = (g: PoolGeometry): number[] => [g.n, g.h, g.w, g.c];
const tapsShape = (g: PoolGeometry): number[] => [g.n, g.oh, g.ow, g.kh, g.kw, g.c];

// Flat positions in image [n, h, w, c] and taps [n, oh, ow, kh, kw, c] that belong together (for oracles).
const forEachPair = (g: PoolGeometry, visit: (image: number, tap: number) => void): void => {
  const taps = g.kh * g.kw;
  forEachPooled(g, (i, o, tap, c) => {
    visit(i, (((o - c) / g.c) * taps + tap) * g.c + c);
  });
};

const samples = (shape: (g: PoolGeometry) => number[], outside: readonly number[]) =>
  outside.flatMap((around) =>
    poolSamples.map((g) => ({
      inputs: [{ shape: shape(g) }],
      attrs: { ...g, outside: around },
    })),
  );

const unfoldOp = defineOp<WindowAttrs>({
  name: 'unfold',
  shape: ([x], g) => ({ shape: tapsShape(g), dtype: x.dtype }),
  vjp: (ct, { attrs }) => [foldOp([ct], { ...attrs, outside: 0 })],
  lower: {
    kind: 'map',
    body: ([x], [n, oy, ox, ky, kx, c], { attrs: g, out }) => {
      const at = tapPosition(g, oy, ox, ky, kx);
      const otherwise = ir.constant(g.outside, computeType(out.dtype));
      return x([n, at.y, at.x, c], { condition: at.exists, otherwise });
    },
  },
  reference: ([x], { attrs: g }) => {
    const y = new Float64Array(tapsShape(g).reduce((a, b) => a * b, 1)).fill(g.outside);
    forEachPair(g, (i, tap) => {
      y[tap] = x.data[i];
    });
    return y;
  },
  samples: samples(imageShape, [0, 3]),
});

const foldOp: (inputs: readonly Tensor[], attrs: WindowAttrs) => Tensor = defineOp<WindowAttrs>({
  name: 'fold',
  shape: ([y], g) => ({ shape: imageShape(g), dtype: y.dtype }),
  vjp: (ct, { attrs }) => [unfoldOp([ct], attrs)],
  lower: {
    kind: 'reduce',
    op: () => 'sum',
    extent: ({ attrs: g }) => [g.kh, g.kw],
    body: ([y], [n, iy, ixx, c], [ky, kx], { attrs: g, out }) => {
      const at = windowPosition(g, iy, ixx, ky, kx);
      const otherwise = ir.constant(0, computeType(out.dtype));
      return y([n, at.y, at.x, ky, kx, c], { condition: at.exists, otherwise });
    },
  },
  reference: ([y], { attrs: g }) => {
    const x = new Float64Array(g.n * g.h * g.w * g.c);
    forEachPair(g, (i, tap) => {
      x[i] += y.data[tap];
    });
    return x;
  },
  samples: samples(tapsShape, [0]),
});

/** What the taps of every window read: x [n, h, w, c] -> [n, oh, ow, kh, kw, c], `outside` around the image. */
export const tapsOf = (x: Tensor, g: PoolGeometry, outside = 0): Tensor =>
  unfoldOp([x], { ...g, outside });

/** Adds taps [n, oh, ow, kh, kw, c] to the pixels that they read: [n, h, w, c]. */
export const addTaps = (y: Tensor, g: PoolGeometry): Tensor => foldOp([y], { ...g, outside: 0 });
