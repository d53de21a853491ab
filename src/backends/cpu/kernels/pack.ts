// Packing for products: panels of `width` neighbouring columns, [panel][k][width], so that the tile
// reads its operand as one stream. Any strides go in: a transposed operand is only a stride pair.

import type { FunctionBuilder, Local, ModuleBuilder } from '../wasm/assembler.ts';
import { loadFloats, storeFloats } from './tile.ts';

/** Strides in elements; `panelBytes` between panels in the destination. */
export interface PackSpec {
  readonly width: number;
  readonly kStride: number;
  readonly laneStride: number;
  /** Total lanes; the last panel has lanes % width of them and is packed that narrow. */
  readonly lanes: number;
  readonly panelBytes: number;
}

/** Copies `count` neighbouring floats by vectors: straight-line code, 16 bytes at a time. */
export const copyFloats = (
  f: FunctionBuilder,
  to: Local,
  from: Local,
  count: number,
  temp: Local,
) => {
  for (let v = 0; v < count; v += 4) {
    loadFloats(f, from, 4 * v, Math.min(4, count - v));
    f.set(temp);
    storeFloats(f, to, temp, 4 * v, Math.min(4, count - v));
  }
};

/** Four k steps of four lanes each: reads four vectors along k and stores them transposed. */
const transpose4 = (
  f: FunctionBuilder,
  to: Local,
  toOffset: number,
  toStride: number,
  lanes: readonly Local[],
  t: readonly Local[],
) => {
  const [a, b, c, d] = lanes;
  const [ab, cd] = t;
  const halves: [number[], number, number][] = [
    [[0, 4, 1, 5], 0, 1],
    [[2, 6, 3, 7], 2, 3],
  ];
  for (const [pairs, low, high] of halves) {
    f.get(a).get(b).shuffle32(pairs).set(ab); // a_k b_k a_k+1 b_k+1
    f.get(c).get(d).shuffle32(pairs).set(cd);
    f.get(to)
      .get(ab)
      .get(cd)
      .shuffle32([0, 1, 4, 5])
      .mem('v128.store', toOffset + low * toStride);
    f.get(to)
      .get(ab)
      .get(cd)
      .shuffle32([2, 3, 6, 7])
      .mem('v128.store', toOffset + high * toStride);
  }
};

/** Emits panel(src, dst, k): one panel of `width` lanes. */
const emitPanel = (m: ModuleBuilder, spec: PackSpec, width: number): number => {
  const { kStride, laneStride } = spec;
  return m.func(['i32', 'i32', 'i32'], [], (f, [src, dst, k]) => {
    const temp = f.local('v128');
    if (kStride === 1 && width % 4 === 0) {
      // Contiguous along k: 4 x 4 transposes, then the scalar loop below for k % 4.
      const lanes = f.several('v128', 4);
      const pairs = [temp, f.local('v128')];
      const source = f.local('i32');
      const count = f.local('i32');
      f.get(k).i32Const(2).op('i32.shr_u').set(count);
      f.get(k).i32Const(3).op('i32.and').set(k);
      f.repeat(count, () => {
        f.get(src).set(source);
        for (let j = 0; j < width; j += 4) {
          for (const lane of lanes) {
            f.get(source).mem('v128.load').set(lane);
            f.inc(source, 4 * laneStride);
          }
          transpose4(f, dst, 4 * j, 4 * width, lanes, pairs);
        }
        f.inc(src, 16).inc(dst, 16 * width);
      });
    }
    const lane = f.local('i32');
    f.repeat(k, () => {
      if (laneStride === 1) copyFloats(f, dst, src, width, temp);
      else {
        f.get(src).set(lane);
        for (let j = 0; j < width; j++) {
          f.get(dst)
            .get(lane)
            .mem('f32.load')
            .mem('f32.store', 4 * j);
          f.inc(lane, 4 * laneStride);
        }
      }
      f.inc(src, 4 * kStride).inc(dst, 4 * width);
    });
  });
};

/**
 * Emits pack(src, dst, k, lanes, from) and returns its index: k steps of every panel, written from
 * step `from` on, so that the taps of a convolution can be packed one after the other.
 */
export const emitPack = (m: ModuleBuilder, spec: PackSpec): number => {
  const { width, lanes } = spec;
  const full = lanes >= width ? emitPanel(m, spec, width) : -1;
  const tail = lanes % width ? emitPanel(m, spec, lanes % width) : -1;
  return m.func(['i32', 'i32', 'i32', 'i32', 'i32'], [], (f, [src, dst, k, count, from]) => {
    const callPanel = (index: number, columns: number) => {
      f.get(src)
        .get(dst)
        .get(from)
        .i32Const(4 * columns)
        .op('i32.mul')
        .op('i32.add');
      f.get(k).call(index);
    };
    if (full >= 0) {
      f.block((exit) => {
        f.loop((again) => {
          f.get(count).i32Const(width).op('i32.lt_s').brIf(exit);
          callPanel(full, width);
          f.inc(src, 4 * width * spec.laneStride)
            .inc(dst, spec.panelBytes)
            .inc(count, -width);
          f.br(again);
        });
      });
    }
    if (tail >= 0) f.get(count).if(() => callPanel(tail, lanes % width));
  });
};
