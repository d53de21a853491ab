// What Winograd's algorithm spoils. One value that is not finite makes NaN of its whole tile, or of all nine
// weights that it meets, where the direct sum has it in a few places and infinite. So the last transform
// watches what it writes, and where something is not finite the direct sum is taken instead: elements are
// what the definition says, and padding takes no part. It costs time only where it happens.

import type { ConvGeometry } from '../../../tensor/kernels.ts';
import type { FunctionBuilder, Local, ModuleBuilder, Operand } from '../wasm/assembler.ts';
import { isFused, type Simd } from '../wasm/simd.ts';

/** Bytes of a vector that turns NaN once something is not finite (watched transforms). */
export const SEEN_BYTES = 16;

/** Clears the vector at the address that `at` pushes. */
export const clearSeen = (f: FunctionBuilder, at: () => void): void => {
  at();
  f.f32x4Const(0).mem('v128.store');
};

/** Pushes 1 if the pushed vector has an element that is NaN. */
const hasNaN = (f: FunctionBuilder, value: Local): FunctionBuilder =>
  f.get(value).get(value).op('f32x4.ne').op('v128.any_true');

/** Runs `then` if the vector at the address that `at` pushes has become NaN. */
export const ifSeen = (f: FunctionBuilder, at: () => void, then: () => void): void => {
  const seen = f.local('v128');
  at();
  f.mem('v128.load').set(seen);
  hasNaN(f, seen).if(then);
  f.free(seen);
};

/**
 * Emits direct(sources, zeros, panel, results, shift): the 4 x 4 pixels of one tile, `width` columns of
 * them. `sources` are the addresses of its 6 x 6 pixels (`zeros`: beyond the edge), `panel` the weights
 * [9, channels, width]; pixels go to the addresses `results` plus `shift` bytes.
 */
export const emitDirectTile = (
  m: ModuleBuilder,
  { channels, width }: { readonly channels: number; readonly width: number },
  simd: Simd,
): number =>
  m.func(['i32', 'i32', 'i32', 'i32', 'i32'], [], (f, params) => {
    const [sources, zeros, panel, results, shift] = params;
    const [row, column, from, at, weights] = f.several('i32', 5);
    const x = f.local('v128');
    const sums = f.several('v128', width / 4);
    const tap = (ky: number, kx: number) => {
      f.get(sources)
        .mem('i32.load', 4 * (6 * ky + kx))
        .tee(from)
        .get(zeros)
        .op('i32.ne')
        .if(() => {
          f.get(panel)
            .i32Const(4 * (3 * ky + kx) * channels * width)
            .op('i32.add')
            .set(weights);
          const end = () =>
            void f
              .get(from)
              .i32Const(4 * channels)
              .op('i32.add');
          f.for(at, from, end, 4, () => {
            f.get(at).mem('v128.load32_splat').set(x);
            sums.forEach((sum, j) => {
              const weight = () => void f.get(weights).mem('v128.load', 16 * j);
              f.madd(x, weight, sum, isFused(simd)).set(sum);
            });
            f.inc(weights, 4 * width);
          });
        });
    };
    f.for(row, 0, 4, 1, () => {
      f.for(column, 0, 4, 1, () => {
        for (const sum of sums) f.f32x4Const(0).set(sum);
        for (let ky = 0; ky < 3; ky++) for (let kx = 0; kx < 3; kx++) tap(ky, kx);
        sums.forEach((sum, j) => {
          f.get(results)
            .mem('i32.load')
            .get(shift)
            .op('i32.add')
            .get(sum)
            .mem('v128.store', 16 * j);
        });
        f.inc(results, 4).inc(sources, 4);
      });
      f.inc(sources, 8);
    });
  });

/**
 * Emits repair(x, dy, dw, firstChannel, lastChannel, firstCol, lastCol): elements of dw that are not finite,
 * in that range, become the direct sum. Columns are multiples of 4.
 */
export const emitDirectWeights = (m: ModuleBuilder, g: ConvGeometry, simd: Simd): number => {
  const { n: images, h: height, w: width, c: channels, oh, ow, oc: outChannels } = g;
  const [top, , left] = g.padding;
  // sum(x, dy, rows, columns): over images, rows and columns from there on
  const sum = m.func(['i32', 'i32', 'i32', 'i32'], ['v128'], (f, params) => {
    const [x, dy, rows, columns] = params;
    const [n, i, j] = f.several('i32', 3);
    const total = f.local('v128');
    // to the next row from the end of this one
    const rest = (size: number, pixel: number) => () =>
      void f
        .i32Const(size)
        .get(columns)
        .op('i32.sub')
        .i32Const(4 * pixel)
        .op('i32.mul');
    const restOfImage = (size: number, line: number) => () =>
      void f
        .i32Const(size)
        .get(rows)
        .op('i32.sub')
        .i32Const(4 * line)
        .op('i32.mul');
    f.for(n, 0, images, 1, () => {
      f.for(i, 0, rows, 1, () => {
        f.for(j, 0, columns, 1, () => {
          const value = () => void f.get(x).mem('v128.load32_splat');
          const weight = () => void f.get(dy).mem('v128.load');
          f.madd(value, weight, total, isFused(simd)).set(total);
          f.inc(x, 4 * channels).inc(dy, 4 * outChannels);
        });
        f.inc(x, rest(width, channels)).inc(dy, rest(ow, outChannels));
      });
      f.inc(x, restOfImage(height, width * channels));
      f.inc(dy, restOfImage(oh, ow * outChannels));
    });
    f.get(total);
  });
  return m.func(new Array<'i32'>(7).fill('i32'), [], (f, params) => {
    const [x, dy, dw, firstChannel, lastChannel, firstCol, lastCol] = params;
    const [c, o] = [f.local('i32'), f.local('i32')];
    const value = f.local('v128');
    /** base + offset + 4 (a step + b), pushed. */
    const address = (base: Local, offset: number, a: Operand, step: number, b: Operand) =>
      f
        .get(base)
        .i32Const(offset)
        .op('i32.add')
        .push(a)
        .i32Const(4 * step)
        .op('i32.mul')
        .op('i32.add')
        .push(b)
        .i32Const(4)
        .op('i32.mul')
        .op('i32.add');
    for (let ky = 0; ky < 3; ky++) {
      for (let kx = 0; kx < 3; kx++) {
        // outputs whose tap lies in the image
        const [y0, x0] = [Math.max(0, top - ky), Math.max(0, left - kx)];
        const rows = Math.max(0, Math.min(oh, height + top - ky) - y0);
        const columns = Math.max(0, Math.min(ow, width + left - kx) - x0);
        const corner = rows * columns > 0 ? (y0 + ky - top) * width + x0 + kx - left : 0;
        const taps = 4 * (3 * ky + kx) * channels * outChannels;
        f.for(c, firstChannel, lastChannel, 1, () => {
          f.for(o, firstCol, lastCol, 4, () => {
            address(dw, taps, c, outChannels, o).mem('v128.load').f32x4Const(0).op('f32x4.mul');
            f.set(value);
            hasNaN(f, value).if(() => {
              address(dw, taps, c, outChannels, o);
              address(x, 4 * corner * channels, c, 1, 0);
              address(dy, 4 * (y0 * ow + x0) * outChannels, 0, 1, o);
              f.i32Const(rows).i32Const(columns).call(sum).mem('v128.store');
            });
          });
        });
      }
    }
  });
};
