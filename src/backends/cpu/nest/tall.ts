// Sums over the rows of matrices that do not fit the caches. A block of columns that runs down all rows
// reads 128 bytes here and 128 bytes there, which the processor does not foresee: every access waits
// for memory. So a band of a few rows is summed for all columns before the next band: as many streams
// as it has rows, each read in order (16 MiB: 1.6 to 0.55 ms). Sums over a band are float32; they are
// added up in float64 in scratch memory.
import type { Local } from '../wasm/assembler.ts';
import type { Analysis, Loop } from './analysis.ts';
import type { Context } from './context.ts';
import { pushVector } from './memory.ts';

/** Rows of a band. With 32, two operands have more streams than the processor follows. */
export const BAND = 8;

/** Bytes of scratch memory: a float64 for each column and reduction. */
export const bandBytes = (a: Analysis, vector: Loop): number =>
  8 * columns(vector) * a.reductions.length;

const columns = (vector: Loop): number => 4 * Math.ceil(vector.size / 4);

/** Float32 sums over a band for one block of columns. */
export interface BandSums {
  /** Sets them to zero. */
  init(): void;
  /** Adds copy `u` of the bodies. */
  add(u: number): void;
  /** Adds them to the float64 sums of their columns. */
  save(): void;
  /** Leaves the float64 sums of the columns, rounded, in `finished` of the context. */
  finish(): void;
}

/** The sums of `copies` vectors of columns from the one that the vector loop is at. */
export function bandSums(c: Context, vector: Loop, copies: number, scratch: Local): BandSums {
  const { f, a } = c;
  const values = a.reductions.map(() => f.several('v128', copies));
  const at = f.local('i32');
  const address = (): void => {
    f.get(c.counters.get(vector.name) as Local).i32Const(8);
    f.op('i32.mul').get(scratch).op('i32.add').set(at);
  };
  const each = (body: (value: Local, offset: number) => void): void => {
    values.forEach((list, k) => {
      for (const [u, value] of list.entries()) body(value, 8 * (columns(vector) * k + 4 * u));
    });
  };
  return {
    init: () => each((value) => void f.i32x4Const(0).set(value)),
    add: (u) => {
      a.reductions.forEach((r, k) => {
        f.get(values[k][u]);
        pushVector(c, r.body, u);
        f.op('f32x4.add').set(values[k][u]);
      });
    },
    save: () => {
      address();
      each((value, offset) => {
        for (const half of [0, 16]) {
          f.get(at)
            .get(at)
            .mem('v128.load', offset + half)
            .get(value);
          if (half) f.get(value).shuffle32([2, 3, 2, 3]);
          f.op('f64x2.promote_low_f32x4')
            .op('f64x2.add')
            .mem('v128.store', offset + half);
        }
      });
    },
    finish: () => {
      address();
      each((value, offset) => {
        for (const half of [0, 16])
          f.get(at)
            .mem('v128.load', offset + half)
            .op('f32x4.demote_f64x2_zero');
        f.shuffle32([0, 1, 4, 5]).set(value);
      });
      c.finished.length = 0;
      c.finished.push(...values);
    },
  };
}
