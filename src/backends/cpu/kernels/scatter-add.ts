// out[index[i], :] += src[i, :], the gradient of a gather. Sequential, so that repeated indices add up
// in one order: the same bits every time.

import type { ScatterAddSpec } from '../../../tensor/kernels.ts';
import { ModuleBuilder } from '../wasm/assembler.ts';
import { type Element, lanesOf } from './lanes.ts';
import type { Kernel } from './tile.ts';

/** Generates run(base, index, src, out). Indices outside 0..rows-1 are skipped. */
export const scatterAddKernel = (spec: Omit<ScatterAddSpec, 'kind'>, dtype: Element): Kernel => {
  const { rows, count, inner } = spec;
  const lanes = lanesOf[dtype];
  const rowBytes = inner * lanes.bytes;
  const m = new ModuleBuilder();
  const add = m.func(['i32', 'i32', 'i32'], [], (f, [index, src, out]) => {
    const [i, to, row, left] = [f.local('i32'), f.local('i32'), f.local('i32'), f.local('i32')];
    const addVector = (offset: number) => {
      f.get(to).get(to).mem('v128.load', offset).get(src).mem('v128.load', offset);
      f.op(lanes.vectorAdd).mem('v128.store', offset);
    };
    const vectors = Math.floor(inner / lanes.perVector);
    f.i32Const(count).set(i);
    f.repeat(i, () => {
      f.get(index)
        .mem('i32.load')
        .tee(row)
        .i32Const(rows)
        .op('i32.lt_u')
        .if(
          () => {
            f.get(row).i32Const(rowBytes).op('i32.mul').get(out).op('i32.add').set(to);
            if (vectors >= 4) {
              f.i32Const(Math.floor(vectors / 4)).set(left);
              f.repeat(left, () => {
                for (let v = 0; v < 4; v++) addVector(16 * v);
                f.inc(to, 64).inc(src, 64);
              });
            }
            for (let v = 0; v < vectors % 4; v++) addVector(16 * v);
            const done = 16 * (vectors % 4);
            for (let e = 0; e < inner % lanes.perVector; e++) {
              const offset = done + e * lanes.bytes;
              f.get(to).get(to).mem(lanes.load, offset).get(src).mem(lanes.load, offset);
              f.op(lanes.add).mem(lanes.store, offset);
            }
            f.inc(src, rowBytes - 64 * Math.floor(vectors / 4));
          },
          () => f.inc(src, rowBytes),
        );
      f.inc(index, 4);
    });
  });
  m.func(
    ['i32', 'i32', 'i32', 'i32'],
    [],
    (f, [base, index, src, out]) => {
      f.get(out)
        .get(base)
        .i32Const(rows * rowBytes)
        .op('memory.copy');
      f.get(index).get(src).get(out).call(add);
    },
    'run',
  );
  return { bytes: m.finish(), scratchBytes: 0, args: 'base index src out' };
};
