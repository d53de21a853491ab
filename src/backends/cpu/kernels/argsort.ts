// Stable argsort of the rows of a matrix. Values become unsigned 64-bit keys whose order is the wanted
// one (bits of a float with the sign folded in; NaN the largest key in either direction), then a
// bottom-up merge sort without data-dependent branches moves (key, index) pairs of 16 bytes.

import type { ArgsortSpec } from '../../../tensor/kernels.ts';
import { type FunctionBuilder, type Local, ModuleBuilder } from '../wasm/assembler.ts';
import { type Element, lanesOf } from './lanes.ts';
import type { Kernel } from './tile.ts';

const PAIR = 16;

/** Pushes the i64 key of the value at `src`. */
const pushKey = (f: FunctionBuilder, src: Local, dtype: Element, flip: boolean) => {
  if (dtype === 'i32' || dtype === 'u32') {
    f.get(src).mem('i32.load');
    f.i32Const((dtype === 'i32' ? 0x80000000 : 0) ^ (flip ? 0xffffffff : 0)).op('i32.xor');
    f.op('i64.extend_i32_u');
    return;
  }
  // f32 as f64: exact, and the order is the same. Adding 0 turns -0 into 0.
  const [value, bits] = [f.local('f64'), f.local('i64')];
  f.get(src).mem(dtype === 'f32' ? 'f32.load' : 'f64.load');
  if (dtype === 'f32') f.op('f64.promote_f32');
  f.f64Const(0).op('f64.add').tee(value).op('i64.reinterpret_f64').tee(bits);
  f.get(bits)
    .i64Const(63)
    .op('i64.shr_s')
    .i64Const(-(2n ** 63n))
    .op('i64.or')
    .op('i64.xor');
  if (flip) f.i64Const(-1).op('i64.xor');
  f.set(bits);
  f.get(bits).i64Const(-1).get(value).get(value).op('f64.eq').op('select');
  f.free(value, bits);
};

/** Emits merge(a, aEnd, bEnd, to): the runs [a, aEnd) and [aEnd, bEnd). */
const emitMerge = (m: ModuleBuilder): number =>
  m.func(['i32', 'i32', 'i32', 'i32'], [], (f, [a, aEnd, bEnd, to]) => {
    const [b, right] = [f.local('i32'), f.local('i32')];
    f.get(aEnd).set(b);
    f.block((exit) => {
      f.get(b).get(bEnd).op('i32.ge_u').brIf(exit);
      f.loop((again) => {
        // Take from b only if strictly smaller: stable.
        f.get(b).mem('i64.load').get(a).mem('i64.load').op('i64.lt_u').set(right);
        f.get(to).get(b).get(a).get(right).op('select').mem('v128.load').mem('v128.store');
        f.inc(to, PAIR);
        f.inc(b, () => f.get(right).i32Const(4).op('i32.shl'));
        f.inc(a, () => f.i32Const(1).get(right).op('i32.sub').i32Const(4).op('i32.shl'));
        f.get(a).get(aEnd).op('i32.lt_u').get(b).get(bEnd).op('i32.lt_u').op('i32.and').brIf(again);
      });
    });
    f.get(to).get(a).get(aEnd).get(a).op('i32.sub').op('memory.copy');
    f.get(to).get(aEnd).op('i32.add').get(a).op('i32.sub');
    f.get(b).get(bEnd).get(b).op('i32.sub').op('memory.copy');
  });

/** Generates run(src, dst, scratch), byte pointers; dst receives i32 indices within each row. */
export const argsortKernel = (
  { rows, n, descending }: Omit<ArgsortSpec, 'kind'>,
  dtype: Element,
): Kernel => {
  const { bytes } = lanesOf[dtype];
  const m = new ModuleBuilder();
  const merge = emitMerge(m);
  const total = n * PAIR;
  m.func(
    ['i32', 'i32', 'i32'],
    [],
    (f, [src, dst, scratch]) => {
      if (rows * n === 0) return;
      const [row, i, at, width] = f.several('i32', 4);
      const [from, to, swap, end] = f.several('i32', 4);
      f.i32Const(rows).set(row);
      f.repeat(row, () => {
        f.get(scratch).tee(from).tee(at).i32Const(total).op('i32.add').set(to);
        f.for(i, 0, n, 1, () => {
          f.get(at);
          pushKey(f, src, dtype, descending);
          f.mem('i64.store').get(at).get(i).mem('i32.store', 8);
          f.inc(src, bytes).inc(at, PAIR);
        });
        f.for(
          width,
          PAIR,
          total,
          () => f.get(width),
          () => {
            f.get(from).i32Const(total).op('i32.add').set(end);
            f.get(to).set(at);
            const clipped = (steps: number) => {
              f.get(i).get(width).i32Const(steps).op('i32.mul').op('i32.add').tee(swap).get(end);
              f.get(swap).get(end).op('i32.lt_u').op('select');
            };
            f.for(
              i,
              () => f.get(from),
              end,
              () => f.get(width).i32Const(1).op('i32.shl'),
              () => {
                f.get(i);
                clipped(1);
                clipped(2);
                f.get(at).call(merge);
                f.inc(at, () => f.get(width).i32Const(1).op('i32.shl'));
              },
            );
            f.get(from).get(to).set(from).set(to);
          },
        );
        f.for(i, 0, n, 1, () => {
          f.get(dst).get(from).mem('i32.load', 8).mem('i32.store');
          f.inc(dst, 4).inc(from, PAIR);
        });
      });
    },
    'run',
  );
  return { bytes: m.finish(), scratchBytes: 2 * total, args: 'src dst scratch' };
};
