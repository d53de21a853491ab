// Matrix product generator: C[..., m, n] = A[..., m, k] B[..., k, n] in f32, any strides, broadcast
// batches. Blocks for the caches as Goto and van de Geijn (2008, "Anatomy of high-performance matrix
// multiplication") do: panels of B packed, A read in place where its rows are contiguous.

import { emitParts, isDivisible, productTime, type Split } from '../threads/split.ts';
import {
  type FunctionBuilder,
  type Local,
  ModuleBuilder,
  type Operand,
} from '../wasm/assembler.ts';
import { type Simd, usualSimd } from '../wasm/simd.ts';
import { emitMatvec, matvecKind } from './matvec.ts';
import { emitPack } from './pack.ts';
import type { Product } from './product.ts';
import { emitBlock, type Kernel, tileShape } from './tile.ts';

const K_BLOCK = 256;
const N_BLOCK = 1024;

/**
 * Merges batch dimensions, folds them into m where B is shared, and turns m x 1 into 1 x m, for
 * which the operands change places (`swapped`).
 */
export const normaliseMatmul = (spec: Product): Product & { swapped: boolean } => {
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

/** Which operands are packed, that is copied into panels. */
const packing = (spec: Product, simd: Simd) => {
  const { a, b } = spec;
  const tile = tileShape(spec.n, simd);
  // Rows of A are streams where k is contiguous; else pack, unless A is read only once or twice.
  const packA = a.row < 0 || (a.col !== 1 && spec.n > 2 * tile.cols);
  // Packing B costs one pass over it, worth it from about three row tiles.
  const packB = b.col !== 1 || spec.m > 3 * tile.rows;
  return { tile, packA, packB };
};

/** What threads divide: the outermost batch dimension, or the rows or columns of every matrix. */
type Divided = 'batch' | 'rows' | 'columns';

/** Nanoseconds of packing a float, and of reading one again from beyond the second-level cache. */
const PACK = 0.5;
const READ = 0.05;

/** Parts of columns repeat the packing of A, parts of rows that of B. */
const divide = (spec: Product, total: number, simd: Simd): [Divided, Split] | undefined => {
  const { m, n, k, batch } = spec;
  const work = productTime(2 * total * k);
  const outer = batch[0]?.size ?? 1;
  if (outer >= 8) return ['batch', { extent: outer, step: 1, work, repeated: 0 }];
  if (matvecKind(spec)) return undefined;
  const { tile, packA, packB } = packing(spec, simd);
  const matrices = total / (m * n);
  const columns = matrices * m * k * (packA ? PACK : READ);
  const rows = matrices * n * k * (packB ? PACK : READ);
  const byRows = n < 8 * tile.cols || (rows < columns && m >= 8 * tile.rows);
  return byRows
    ? ['rows', { extent: m, step: tile.rows, work, repeated: rows }]
    : ['columns', { extent: n, step: tile.cols, work, repeated: columns }];
};

/**
 * Emits product(a, b, c, scratch, from, to) of one matrix pair; returns its index and scratch bytes.
 * `from` and `to` are the rows to compute, or the columns.
 */
const emitProduct = (m: ModuleBuilder, spec: Product, range: 'rows' | 'columns', simd: Simd) => {
  const { a, b } = spec;
  const { tile, packA, packB } = packing(spec, simd);
  const mBlock = tile.rows * Math.floor(192 / tile.rows);
  const accumulate = spec.k > K_BLOCK;
  const kBlock = Math.min(K_BLOCK, spec.k);
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
    simd,
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

  const six = ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'] as const;
  const product = m.func(six, [], (f, [ap, bp, cp, scratch, from, to]) => {
    const part: readonly [Operand, Operand] = [from, to];
    const iRange = range === 'rows' ? part : ([0, spec.m] as const);
    const jRange = range === 'columns' ? part : ([0, spec.n] as const);
    const [j, p, i] = [f.local('i32'), f.local('i32'), f.local('i32')];
    const [cols, depth, rows] = [f.local('i32'), f.local('i32'), f.local('i32')];
    const [aFrom, bFrom, aPacked] = [f.local('i32'), f.local('i32'), f.local('i32')];
    // remaining = min(size, total - position)
    const clip = (position: Local, size: number, total: Operand, remaining: Local) => {
      f.push(total).get(position).op('i32.sub').tee(remaining);
      f.i32Const(size).get(remaining).i32Const(size).op('i32.lt_u').op('select').set(remaining);
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
    f.for(j, ...jRange, N_BLOCK, () => {
      clip(j, N_BLOCK, jRange[1], cols);
      f.for(p, 0, spec.k, K_BLOCK, () => {
        clip(p, K_BLOCK, spec.k, depth);
        at(bp, p, b.row, j, b.col).set(bFrom);
        if (packB) {
          f.get(bFrom).get(scratch).get(depth).get(cols).i32Const(0).call(bPack);
          f.get(scratch).set(bFrom);
        }
        f.for(i, ...iRange, mBlock, () => {
          clip(i, mBlock, iRange[1], rows);
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

/**
 * Nested loops over the batch that advance the pointers a and b; the body runs at every element. The
 * outermost loop makes `trips` iterations, all of them by default.
 */
const emitBatch = (
  f: FunctionBuilder,
  batch: Product['batch'],
  [a, b]: readonly [Local, Local],
  body: () => void,
  trips?: Local,
): void => {
  const [dim, ...rest] = batch;
  if (!dim) {
    body();
    return;
  }
  const count = trips ?? f.local('i32');
  if (!trips) f.i32Const(dim.size).set(count);
  f.repeat(count, () => {
    emitBatch(f, rest, [a, b], body);
    f.inc(a, 4 * dim.a).inc(b, 4 * dim.b);
  });
  f.inc(a, -4 * dim.size * dim.a).inc(b, -4 * dim.size * dim.b);
};

/** Generates a product kernel: run(a, b, c, scratch), byte pointers; C is written, contiguous. */
export const matmulKernel = (given: Product): Kernel => {
  const spec = normaliseMatmul(given);
  const simd = given.simd ?? usualSimd();
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
  const kind = matvecKind(spec);
  const division = divide(spec, total, simd);
  const split = division && isDivisible(division[1]) ? division[1] : undefined;
  const range = split && division?.[0] === 'rows' ? 'rows' : 'columns';
  const { product, scratchBytes } = kind
    ? { product: emitMatvec(m, spec, kind, simd), scratchBytes: 0 }
    : emitProduct(m, spec, range, simd);
  const each = (f: FunctionBuilder, pointers: readonly Local[], part?: readonly [Local, Local]) => {
    const [first, second, c, scratch] = pointers;
    const [a, b] = spec.swapped ? [second, first] : [first, second];
    const byBatch = part !== undefined && division?.[0] === 'batch';
    let trips: Local | undefined;
    if (byBatch) {
      const [from, to] = part;
      const outer = spec.batch[0]!;
      const skip = (pointer: Local, floats: number) =>
        f
          .get(from)
          .i32Const(4 * floats)
          .op('i32.mul')
          .get(pointer)
          .op('i32.add')
          .set(pointer);
      skip(a, outer.a);
      skip(b, outer.b);
      skip(c, total / outer.size);
      trips = f.local('i32');
      f.get(to).get(from).op('i32.sub').set(trips);
    }
    const [from, to] = part && !byBatch ? part : [0, range === 'rows' ? spec.m : spec.n];
    emitBatch(
      f,
      spec.batch,
      [a, b],
      () => {
        f.get(a).get(b).get(c).get(scratch);
        if (!kind) f.push(from).push(to);
        f.call(product);
        f.inc(c, 4 * matrix);
      },
      trips,
    );
  };
  if (split)
    emitParts(m, 4, split.extent, (f, pointers, from, to) => each(f, pointers, [from, to]));
  else m.func(['i32', 'i32', 'i32', 'i32'], [], each, 'run');
  return { bytes: m.finish(), scratchBytes, args, split };
};
