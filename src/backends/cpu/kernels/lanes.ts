// Element types as the hand-written kernels see them: sizes and instruction names.

import type { Op, ValueType } from '../wasm/assembler.ts';

/** Element types of the scan, sort and scatter kernels; u32 adds as i32 does. */
export type Element = 'f32' | 'f64' | 'i32' | 'u32';

/** Instructions of one element type; `perVector` elements fill a v128. */
export interface Lanes {
  readonly type: ValueType;
  readonly bytes: number;
  readonly perVector: number;
  readonly load: Op;
  readonly store: Op;
  readonly add: Op;
  readonly vectorAdd: Op;
}

const i32: Lanes = {
  type: 'i32',
  bytes: 4,
  perVector: 4,
  load: 'i32.load',
  store: 'i32.store',
  add: 'i32.add',
  vectorAdd: 'i32x4.add',
};

/** Instructions by element type. */
export const lanesOf: Readonly<Record<Element, Lanes>> = {
  i32,
  u32: i32,
  f32: {
    type: 'f32',
    bytes: 4,
    perVector: 4,
    load: 'f32.load',
    store: 'f32.store',
    add: 'f32.add',
    vectorAdd: 'f32x4.add',
  },
  f64: {
    type: 'f64',
    bytes: 8,
    perVector: 2,
    load: 'f64.load',
    store: 'f64.store',
    add: 'f64.add',
    vectorAdd: 'f64x2.add',
  },
};
