// Matrix product generator: C[..., m, n] = A[..., m, k] B[..., k, n] in f32, any strides, broadcast
// batches. Blocks for the caches as Goto and van de Geijn (2008, "Anatomy of high-performance matrix
// multiplication") do: panels of B packed, A read in place where its rows are contiguous.

import {
  type FunctionBuilder,
  hasRelaxedSimd,
  type Local,
  ModuleBuilder,
} from '../wasm/assembler.ts';
import { emitMatvec, matvecKind } from './matvec.ts';
import { emitPack } from './pack.ts';
import { emitBlock, type Kernel, tileShape } from './tile.ts';

/** Strides in elements, possibly 0 (broadcast), swapped (transposed) or negative (reversed). */
export interface MatmulSpec {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly a: { readonly row: number; readonly col: number };
  readonly b: { readonly row: number; readonly col: number };
  /** Outermost first; `a` and `b` are the batch strides. */
  readonly batch: readonly { readonly size: number; readonly a: number; readonly b: number }[];
  /** Fused multiply-add; by default where the machine has it. */
  readonly fma?: boolean;
}

const K_BLOCK = 256;
const N_BLOCK = 1024;

/**
 * Merges batch dimensions, folds them into m where B is shared, and turns m x 1 into 1 x m, for
 * which the operands change places (`swapped`).
 */
export const normaliseMatmul = (spec: MatmulSpec): MatmulSpec & { swapped: boolean } => {
  const batch: { size: number; a: number; b: number }[] = [];
  for (const dim of spec.batch) {
    if (dim.size === 1) continue;
    const outer = batch.at(-1);
    if (outer && outer.a === dim.size * dim.a && outer.b === dim.size * dim.b) {
      batch[batch.length - 1] = { size: outer.size * dim.size, a: dim.a, b: dim.b };
    } else batch.push(dim);
  }
  let { m, n, a, b } = spec;
  const last = batch.at(-1);
  if (last && last.b === 0 && (m === 1 || last.a === m * a.row)) {
    batch.pop();
    a = { row: m === 1 ? last.a : a.row, col: a.col };
    m *= last.size;
  }
  if (n === 1 && m > 1) {
    [a, b] = [
      { row: b.col, col: b.row },
      { row: a.col, col: a.row },
    ];
    [m, n] = [n, m];
    const exchanged = batch.map((d) => ({ size: d.size, a: d.b, b: d.a }));
    return { ...spec, m, n, a, b, batch: exchanged, swapped: true };
  }
  return { ...spec, m, n, a, b, batch, swapped: false };
};

/** Emits product(a, b, c, scratch) of one matrix pair; returns its index and scratch bytes. */
const emitProduct = (m: ModuleBuilder, spec: MatmulSpec, fma: boolean) => {
  const { a, b } = spec;
  const kind = matvecKind(spec);
  if (kind) return { product: emitMatvec(m, spec, kind, fma), scratchBytes: 0 };

  const tile = tileShape(spec.n, fma);
  const mBlock = tile.rows * Math.floor(192 / tile.rows);
  const accumulate = spec.k > K_BLOCK;
  const kBlock = Math.min(K_BLOCK, spec.k);
  // Rows of A are streams where k is contiguous; else pack, unless A is read only once or twice.
  const packA = a.row < 0 || (a.col !== 1 && spec.n > 2 * tile.cols);
  // Packing B costs one pass over it, worth it from about three row tiles.
  const packB = b.col !== 1 || spec.m > 3 * tile.rows;
  const aStep = 4 * tile.rows * kBlock;
  const bStep = 4 * tile.cols * kBlock;
  const bPanels = Math.ceil(Math.min(spec.n, N_BLOCK) / tile.cols);
  const aPanels = Math.ceil(Math.min(spec.m, mBlock) / tile.rows);
  const bBytes = packB ? bPanels * bStep : 0;
  const block = emitBlock(m, {
    tile,
    a: packA ? { packed: true, step: aStep } : a,
    b: packB ? { packed: true, step: bStep } : { row: b.row },
    cRow: spec.n,
    rows: spec.m,
    cols: spec.n,
    accumulate,
    fma,
  });
  const aPack = packA
    ? emitPack(m, {
        width: tile.rows,
        kStride: a.col,
        laneStride: a.row,
        lanes: spec.m,
        panelBytes: aStep,
      })
    : -1;
  const bPack = packB
    ? emitPack(m, {
        width: tile.cols,
        kStride: b.row,
        laneStride: b.col,
        lanes: spec.n,
        panelBytes: bStep,
      })
    : -1;

  const product = m.func(['i32', 'i32', 'i32', 'i32'], [], (f, [ap, bp, cp, scratch]) => {
    const [j, p, i] = [f.local('i32'), f.local('i32'), f.local('i32')];
    const [cols, depth, rows] = [f.local('i32'), f.local('i32'), f.local('i32')];
    const [aFrom, bFrom, aPacked] = [f.local('i32'), f.local('i32'), f.local('i32')];
    // remaining = min(size, total - position)
    const clip = (position: Local, size: number, total: number, to: Local) => {
      f.i32Const(total).get(position).op('i32.sub').tee(to);
      f.i32Const(size).get(to).i32Const(size).op('i32.lt_u').op('select').set(to);
    };
    // base + 4 * (row * rowStride + col * colStride)
    const at = (base: Local, row: Local, rowStride: number, col: Local, colStride: number) => {
      f.get(base)
        .get(row)
        .i32Const(4 * rowStride)
        .op('i32.mul')
        .op('i32.add');
      return f
        .get(col)
        .i32Const(4 * colStride)
        .op('i32.mul')
        .op('i32.add');
    };
    f.get(scratch).i32Const(bBytes).op('i32.add').set(aPacked);
    f.for(j, 0, spec.n, N_BLOCK, () => {
      clip(j, N_BLOCK, spec.n, cols);
      f.for(p, 0, spec.k, K_BLOCK, () => {
        clip(p, K_BLOCK, spec.k, depth);
        at(bp, p, b.row, j, b.col).set(bFrom);
        if (packB) {
          f.get(bFrom).get(scratch).get(depth).get(cols).i32Const(0).call(bPack);
          f.get(scratch).set(bFrom);
        }
        f.for(i, 0, spec.m, mBlock, () => {
          clip(i, mBlock, spec.m, rows);
          at(ap, i, a.row, p, a.col).set(aFrom);
          if (packA) {
            f.get(aFrom).get(aPacked).get(depth).get(rows).i32Const(0).call(aPack);
            f.get(aPacked).set(aFrom);
          }
          f.get(aFrom).get(bFrom);
          at(cp, i, spec.n, j, 1);
          f.get(rows).get(cols).get(depth).get(p).call(block);
        });
      });
    });
  });
  return { product, scratchBytes: bBytes + (packA ? aPanels * aStep : 0) };
};

/** Nested loops over the batch that advance the pointers a and b; the body runs at every element. */
const emitBatch = (
  f: FunctionBuilder,
  batch: MatmulSpec['batch'],
  [a, b]: readonly [Local, Local],
  body: () => void,
): void => {
  const [dim, ...rest] = batch;
  if (!dim) {
    body();
    return;
  }
  const count = f.local('i32');
  f.i32Const(dim.size).set(count);
  f.repeat(count, () => {
    emitBatch(f, rest, [a, b], body);
    f.inc(a, 4 * dim.a).inc(b, 4 * dim.b);
  });
  f.inc(a, -4 * dim.size * dim.a).inc(b, -4 * dim.size * dim.b);
};

/** Generates a product kernel: run(a, b, c, scratch), byte pointers; C is written, contiguous. */
export const matmulKernel = (given: MatmulSpec): Kernel => {
  const spec = normaliseMatmul(given);
  const fma = given.fma ?? hasRelaxedSimd();
  const m = new ModuleBuilder();
  const matrix = spec.m * spec.n;
  const total = spec.batch.reduce((size, d) => size * d.size, matrix);
  const args = 'a b c scratch';
  if (total === 0 || spec.k === 0) {
    m.func(
      ['i32', 'i32', 'i32', 'i32'],
      [],
      (f, [, , c]) =>
        void f
          .get(c)
          .i32Const(0)
          .i32Const(4 * total)
          .op('memory.fill'),
      'run',
    );
    return { bytes: m.finish(), scratchBytes: 0, args };
  }
  const { product, scratchBytes } = emitProduct(m, spec, fma);
  m.func(
    ['i32', 'i32', 'i32', 'i32'],
    [],
    (f, [first, second, c, scratch]) => {
      const [a, b] = spec.swapped ? [second, first] : [first, second];
      emitBatch(f, spec.batch, [a, b], () => {
        f.get(a).get(b).get(c).get(scratch).call(product);
        f.inc(c, 4 * matrix);
      });
    },
    'run',
  );
  return { bytes: m.finish(), scratchBytes, args };
};
