// The left operand of a convolution seen as a matrix product: each pixel of the result owns one row,
// the input values under the kernel, zeros where it hangs over the border. Rows are copied for a
// block of pixels at a time into a scratch that fits the second-level cache ("implicit GEMM").

import type { FunctionBuilder, Local, ModuleBuilder } from '../wasm/assembler.ts';
import { copyFloats } from './pack.ts';

/** Source position of tap t at result position o: o * stride + first + t * step. */
export interface Taps {
  readonly stride: number;
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** A grid of result pixels over batches of source images; sizes in pixels, strides in floats. */
export interface PixelGrid {
  readonly outHeight: number;
  readonly outWidth: number;
  readonly height: number;
  readonly width: number;
  /** Floats between neighbouring pixels of the source. */
  readonly pixelStride: number;
  readonly y: Taps;
  readonly x: Taps;
}

/**
 * Calls `body` for `count` pixels from number `pixel` on, with the address of the pixel's image and
 * the source position of its first tap. Destroys `count`; everything advances without divisions.
 */
export const emitPixels = (
  f: FunctionBuilder,
  grid: PixelGrid,
  base: Local,
  pixel: Local,
  count: Local,
  body: (image: Local, iy: Local, ix: Local) => void,
) => {
  const { outHeight, outWidth, y, x } = grid;
  const imageBytes = 4 * grid.height * grid.width * grid.pixelStride;
  const [ox, oy, iy, ix, image] = f.several('i32', 5);
  f.get(pixel).i32Const(outWidth).op('i32.rem_u').set(ox);
  f.get(pixel).i32Const(outWidth).op('i32.div_u').tee(oy);
  f.i32Const(outHeight).op('i32.div_u').i32Const(imageBytes).op('i32.mul');
  f.get(base).op('i32.add').set(image);
  f.get(oy).i32Const(outHeight).op('i32.rem_u').set(oy);
  f.get(ox).i32Const(x.stride).op('i32.mul').i32Const(x.first).op('i32.add').set(ix);
  f.get(oy).i32Const(y.stride).op('i32.mul').i32Const(y.first).op('i32.add').set(iy);
  f.repeat(count, () => {
    body(image, iy, ix);
    f.inc(ix, x.stride).inc(ox, 1);
    f.get(ox)
      .i32Const(outWidth)
      .op('i32.eq')
      .if(() => {
        f.i32Const(0).set(ox).i32Const(x.first).set(ix);
        f.inc(iy, y.stride).inc(oy, 1);
        f.get(oy)
          .i32Const(outHeight)
          .op('i32.eq')
          .if(() => {
            f.i32Const(0).set(oy).i32Const(y.first).set(iy);
            f.inc(image, imageBytes);
          });
      });
  });
};

const STRAIGHT = 64;

/** Copies a constant number of floats; destroys both pointers when there are many. */
export const emitCopy = (f: FunctionBuilder, to: Local, from: Local, count: number) => {
  const temp = f.local('v128');
  const loops = count > STRAIGHT ? Math.floor(count / 16) : 0;
  if (loops) {
    const left = f.local('i32');
    f.i32Const(loops).set(left);
    f.repeat(left, () => {
      copyFloats(f, to, from, 16, temp);
      f.inc(to, 64).inc(from, 64);
    });
    f.free(left);
  }
  copyFloats(f, to, from, count - 16 * loops, temp);
  f.free(temp);
};

/** Emits gather(source, to, pixel, count): rows of y.count * x.count * channels floats. */
export const emitGather = (
  m: ModuleBuilder,
  grid: PixelGrid,
  channels: number,
  rowFloats: number,
): number => {
  const { y, x, width, pixelStride } = grid;
  const run = x.count * channels;
  const i32x3 = ['i32', 'i32', 'i32'] as const;

  // line(source row, ix, to): the taps of one kernel row
  const line = m.func(i32x3, [], (f, [row, ix, to]) => {
    const from = f.local('i32');
    const address = () => {
      f.get(row)
        .get(ix)
        .i32Const(4 * pixelStride)
        .op('i32.mul')
        .op('i32.add')
        .set(from);
    };
    if (x.count > 1 && x.step === 1 && channels === pixelStride && width >= x.count) {
      // Neighbouring taps are neighbours in memory: one copy, away from the border.
      f.get(ix)
        .i32Const(width - x.count)
        .op('i32.le_u')
        .if(() => {
          address();
          emitCopy(f, to, from, run);
          f.op('return');
        });
    }
    const taps = f.local('i32');
    const [source, target] = [f.local('i32'), f.local('i32')];
    f.i32Const(x.count).set(taps);
    f.repeat(taps, () => {
      f.get(to).set(target);
      f.get(ix)
        .i32Const(width)
        .op('i32.lt_u')
        .if(
          () => {
            address();
            f.get(from).set(source);
            emitCopy(f, target, source, channels);
          },
          () =>
            f
              .get(to)
              .i32Const(0)
              .i32Const(4 * channels)
              .op('memory.fill'),
        );
      f.inc(ix, x.step).inc(to, 4 * channels);
    });
  });

  return m.func([...i32x3, 'i32'] as const, [], (f, [source, to, pixel, count]) => {
    const [taps, row, target] = [f.local('i32'), f.local('i32'), f.local('i32')];
    emitPixels(f, grid, source, pixel, count, (image, iy, ix) => {
      f.get(to).set(target).get(iy).set(row).i32Const(y.count).set(taps);
      f.repeat(taps, () => {
        f.get(row)
          .i32Const(grid.height)
          .op('i32.lt_u')
          .if(
            () => {
              f.get(row)
                .i32Const(4 * width * pixelStride)
                .op('i32.mul')
                .get(image)
                .op('i32.add');
              f.get(ix).get(target).call(line);
            },
            () =>
              f
                .get(target)
                .i32Const(0)
                .i32Const(4 * run)
                .op('memory.fill'),
          );
        f.inc(row, y.step).inc(target, 4 * run);
      });
      f.inc(to, 4 * rowFloats);
    });
  });
};

/** Emits scatter(from, target, pixel, count): packed rows of `channels` floats to their pixels. */
export const emitScatter = (m: ModuleBuilder, grid: PixelGrid, channels: number): number =>
  m.func(['i32', 'i32', 'i32', 'i32'], [], (f, [from, target, pixel, count]) => {
    const [source, to] = [f.local('i32'), f.local('i32')];
    emitPixels(f, grid, target, pixel, count, (image, iy, ix) => {
      f.get(iy).i32Const(grid.width).op('i32.mul').get(ix).op('i32.add');
      f.i32Const(4 * grid.pixelStride)
        .op('i32.mul')
        .get(image)
        .op('i32.add')
        .set(to);
      f.get(from).set(source);
      emitCopy(f, to, source, channels);
      f.inc(from, 4 * channels);
    });
  });
