// Depthwise convolution: every channel has a filter of its own, so there is no matrix product in it.
// All three passes are one loop over (pixel, tap) with vectors along the channels,
//   y[p] += x[p + t] w[t],   dx[p + t] += dy[p] w[t],   dw[t] += x[p + t] dy[p],
// and differ only in which operand is the sum.

import type { FunctionBuilder, Local, ModuleBuilder } from '../wasm/assembler.ts';
import { isFused, type Simd } from '../wasm/simd.ts';
import { emitPixels, type PixelGrid } from './gather.ts';
import { loadFloats, storeFloats } from './tile.ts';

/** Which operand is summed up. */
export type DepthwiseResult = 'x' | 'w' | 'y';

/** Emits channels(x, w, y) for one pixel and tap: result += the product of the other two. */
const emitChannels = (
  m: ModuleBuilder,
  channels: number,
  result: DepthwiseResult,
  simd: Simd,
): number =>
  m.func(['i32', 'i32', 'i32'], [], (f, [x, w, y]) => {
    const sum = f.local('v128');
    const order = { x: [w, y, x], w: [x, y, w], y: [x, w, y] } as const;
    const [first, second, target] = order[result];
    const vector = (offset: number, count: number) => {
      const load = (from: Local) => () => loadFloats(f, from, offset, count);
      f.madd(load(first), load(second), load(target), isFused(simd)).set(sum);
      storeFloats(f, target, sum, offset, count);
    };
    const loops = Math.floor(channels / 16);
    if (loops > 1) {
      const left = f.local('i32');
      f.i32Const(loops).set(left);
      f.repeat(left, () => {
        for (let v = 0; v < 4; v++) vector(16 * v, 4);
        for (const p of [x, w, y]) f.inc(p, 64);
      });
    }
    const rest = loops > 1 ? channels % 16 : channels;
    for (let c = 0; c < rest; c += 4) vector(4 * c, Math.min(4, rest - c));
  });

/** Runs the body `count` times if `position` is inside 0..limit-1 at each, moving on by `step`. */
const eachInside = (
  f: FunctionBuilder,
  position: Local,
  taps: { count: number; step: number },
  limit: number,
  body: () => void,
  always: () => void,
) => {
  const left = f.local('i32');
  f.i32Const(taps.count).set(left);
  f.repeat(left, () => {
    f.get(position)
      .i32Const(limit)
      .op('i32.lt_u')
      .if(() => body());
    always();
    f.inc(position, taps.step);
  });
  f.free(left);
};

/**
 * Emits depthwise(x, w, y) and returns its index. The result must start as zeros, and the operands
 * have grid.pixelStride channels. `grid` is that of y's pixels over x.
 */
export const emitDepthwise = (
  m: ModuleBuilder,
  grid: PixelGrid,
  images: number,
  result: DepthwiseResult,
  simd: Simd,
): number => {
  const channels = grid.pixelStride;
  const bytes = 4 * channels;
  const step = emitChannels(m, channels, result, simd);
  return m.func(['i32', 'i32', 'i32'], [], (f, [x, w, y]) => {
    const [pixel, count, row] = [f.local('i32'), f.local('i32'), f.local('i32')];
    const [column, line, tap] = [f.local('i32'), f.local('i32'), f.local('i32')];
    f.i32Const(images * grid.outHeight * grid.outWidth).set(count);
    emitPixels(f, grid, x, pixel, count, (image, iy, ix) => {
      f.get(iy).set(row).get(w).set(line);
      const taps = () => {
        f.get(ix).set(column).get(line).set(tap);
        const channelsAt = () => {
          f.get(row).i32Const(grid.width).op('i32.mul').get(column).op('i32.add');
          f.i32Const(bytes).op('i32.mul').get(image).op('i32.add');
          f.get(tap).get(y).call(step);
        };
        eachInside(f, column, grid.x, grid.width, channelsAt, () => f.inc(tap, bytes));
      };
      eachInside(f, row, grid.y, grid.height, taps, () => f.inc(line, grid.x.count * bytes));
      f.inc(y, bytes);
    });
  });
};
