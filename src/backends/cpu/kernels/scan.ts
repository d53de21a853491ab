// Cumulative sums along the middle of [outer, length, inner], with vectors along `inner`. f32 sums run
// in f64 and are rounded when stored, so that their error does not grow with the length.

import type { ScanSpec } from '../../../tensor/kernels.ts';
import { type FunctionBuilder, type Local, ModuleBuilder } from '../wasm/assembler.ts';
import { type Element, lanesOf } from './lanes.ts';
import type { Kernel } from './tile.ts';

/** How a few neighbouring columns are summed: locals, adding from memory, storing. */
interface Column {
  readonly elements: number;
  reset(): void;
  add(src: Local): void;
  store(dst: Local): void;
}

const scalarColumn = (f: FunctionBuilder, dtype: Element): Column => {
  const lanes = lanesOf[dtype];
  const wide = dtype === 'f32';
  const sum = f.local(wide ? 'f64' : lanes.type);
  return {
    elements: 1,
    reset: () => {
      if (sum.type === 'i32') f.i32Const(0);
      else f.f64Const(0);
      f.set(sum);
    },
    add: (src) => {
      f.get(sum).get(src).mem(lanes.load);
      if (wide) f.op('f64.promote_f32');
      f.op(wide ? 'f64.add' : lanes.add).set(sum);
    },
    store: (dst) => {
      f.get(dst).get(sum);
      if (wide) f.op('f32.demote_f64');
      f.mem(lanes.store);
    },
  };
};

/** `vectors` neighbouring vectors; an f32 vector has two f64 sums, low and high half. */
const vectorColumn = (f: FunctionBuilder, dtype: Element, vectors: number): Column => {
  const lanes = lanesOf[dtype];
  const wide = dtype === 'f32';
  const sums = f.several('v128', wide ? 2 * vectors : vectors);
  return {
    elements: vectors * lanes.perVector,
    reset: () => {
      for (const sum of sums) f.i32x4Const(0).set(sum);
    },
    add: (src) => {
      sums.forEach((sum, i) => {
        f.get(sum).get(src);
        if (wide)
          f.mem('v128.load64_zero', 8 * i)
            .op('f64x2.promote_low_f32x4')
            .op('f64x2.add');
        else f.mem('v128.load', 16 * i).op(lanes.vectorAdd);
        f.set(sum);
      });
    },
    store: (dst) => {
      sums.forEach((sum, i) => {
        f.get(dst).get(sum);
        if (wide) f.op('f32x4.demote_f64x2_zero').mem('v128.store64_lane', 8 * i, 0);
        else f.mem('v128.store', 16 * i);
      });
    },
  };
};

/** Generates run(src, dst), byte pointers; the result must not overlap the source if exclusive. */
export const scanKernel = (
  { outer, length, inner, exclusive, reverse }: Omit<ScanSpec, 'kind' | 'op'>,
  dtype: Element,
): Kernel => {
  const { bytes, perVector } = lanesOf[dtype];
  const m = new ModuleBuilder();
  const step = (reverse ? -1 : 1) * inner * bytes;
  const start = reverse ? (length - 1) * inner * bytes : 0;
  m.func(
    ['i32', 'i32'],
    [],
    (f, [src, dst]) => {
      if (outer * length * inner === 0) return;
      const [rows, times, count] = [f.local('i32'), f.local('i32'), f.local('i32')];
      const [from, to] = [f.local('i32'), f.local('i32')];
      const scan = (column: Column, columns: number) => {
        f.i32Const(columns).set(times);
        f.repeat(times, () => {
          f.get(src).i32Const(start).op('i32.add').set(from);
          f.get(dst).i32Const(start).op('i32.add').set(to);
          column.reset();
          f.i32Const(length).set(count);
          f.repeat(count, () => {
            if (exclusive) column.store(to);
            column.add(from);
            if (!exclusive) column.store(to);
            f.inc(from, step).inc(to, step);
          });
          f.inc(src, column.elements * bytes).inc(dst, column.elements * bytes);
        });
      };
      f.i32Const(outer).set(rows);
      f.repeat(rows, () => {
        let rest = inner;
        for (const vectors of [4, 1]) {
          const elements = vectors * perVector;
          if (rest >= elements) scan(vectorColumn(f, dtype, vectors), Math.floor(rest / elements));
          rest %= elements;
        }
        if (rest) scan(scalarColumn(f, dtype), rest);
        f.inc(src, (length - 1) * inner * bytes).inc(dst, (length - 1) * inner * bytes);
      });
    },
    'run',
  );
  return { bytes: m.finish(), scratchBytes: 0, args: 'src dst' };
};
