// Products with very few rows (embeddings of time steps, single prompts, dot products): each element
// of B is used only one to three times, so nothing is packed and B is read once, in its own order.

import type { ModuleBuilder } from '../wasm/assembler.ts';
import { isFused, type Simd } from '../wasm/simd.ts';
import type { Product } from './product.ts';
import { emitTile } from './tile.ts';

/** `rows`: B contiguous along n, wide register tiles. `dots`: both contiguous along k. */
export type MatvecKind = 'rows' | 'dots';

const MAX_ROWS = 3;

/** Which of the two applies, if any. */
export const matvecKind = (spec: Product): MatvecKind | undefined => {
  const { m, n, k, a, b } = spec;
  if (m > MAX_ROWS || a.row < 0) return undefined;
  const alongN = b.col === 1 || n === 1;
  if (alongN && n > 1) return 'rows';
  if (b.row === 1 && a.col === 1 && k >= 8) return 'dots';
  return alongN ? 'rows' : undefined;
};

/** C[rows, cols] with a tile as wide as the registers allow, over all of k. */
const emitRows = (m: ModuleBuilder, spec: Product, simd: Simd): number => {
  const columns = 4 * Math.floor((simd === 'plain' ? 10 : 12) / spec.m);
  const make = (cols: number) =>
    emitTile(m, {
      rows: spec.m,
      cols,
      aRow: spec.a.row,
      aCol: spec.a.col,
      bRow: spec.b.row,
      cRow: spec.n,
      accumulate: false,
      simd,
    });
  const full = Math.floor(spec.n / columns);
  const fullTile = full ? make(columns) : -1;
  const tailTile = spec.n % columns ? make(spec.n % columns) : -1;
  return m.func(['i32', 'i32', 'i32', 'i32'], [], (f, [a, b, c]) => {
    const count = f.local('i32');
    if (full) {
      f.i32Const(full).set(count);
      f.repeat(count, () => {
        f.get(a).get(b).get(c).i32Const(spec.k).call(fullTile);
        f.inc(b, 4 * columns).inc(c, 4 * columns);
      });
    }
    if (tailTile >= 0) f.get(a).get(b).get(c).i32Const(spec.k).call(tailTile);
  });
};

/** C[i, j] = A[i, :] . B[:, j], `cols` columns at once, 4 k steps per vector. */
const emitDotTile = (m: ModuleBuilder, spec: Product, cols: number, simd: Simd): number =>
  m.func(['i32', 'i32', 'i32', 'i32'], [], (f, [a, b, c, k]) => {
    const [x, y] = [f.local('v128'), f.local('v128')];
    const acc = f.several('v128', spec.m * cols);
    const total = f.local('f32');
    const column = f.several('i32', cols);
    column.forEach((p, j) =>
      f
        .get(b)
        .i32Const(4 * j * spec.b.col)
        .op('i32.add')
        .set(p),
    );
    f.loop((again) => {
      column.forEach((p, j) => {
        f.get(p).mem('v128.load').set(y);
        f.inc(p, 16);
        for (let i = 0; i < spec.m; i++) {
          f.get(a)
            .mem('v128.load', 4 * i * spec.a.row)
            .set(x);
          const sum = acc[i * cols + j]!;
          f.madd(x, y, sum, isFused(simd)).set(sum);
        }
      });
      f.inc(a, 16);
      f.get(k).i32Const(-4).op('i32.add').tee(k).i32Const(4).op('i32.ge_u').brIf(again);
    });
    for (let i = 0; i < spec.m; i++) {
      for (let j = 0; j < cols; j++) {
        const sum = acc[i * cols + j]!;
        f.get(sum).get(sum).get(sum).shuffle32([2, 3, 2, 3]).op('f32x4.add').set(sum);
        f.get(sum).lane('f32x4.extract_lane', 0).get(sum).lane('f32x4.extract_lane', 1);
        f.op('f32.add').set(total);
        for (let t = 0; t < spec.k % 4; t++) {
          f.get(total)
            .get(a)
            .mem('f32.load', 4 * (i * spec.a.row + t));
          f.get(column[j]!)
            .mem('f32.load', 4 * t)
            .op('f32.mul')
            .op('f32.add')
            .set(total);
        }
        f.get(c)
          .get(total)
          .mem('f32.store', 4 * (i * spec.n + j));
      }
    }
  });

const emitDots = (m: ModuleBuilder, spec: Product, simd: Simd): number => {
  const columns = 4;
  const full = Math.floor(spec.n / columns);
  const fullTile = full ? emitDotTile(m, spec, columns, simd) : -1;
  const single = spec.n % columns ? emitDotTile(m, spec, 1, simd) : -1;
  return m.func(['i32', 'i32', 'i32', 'i32'], [], (f, [a, b, c]) => {
    const count = f.local('i32');
    const each = (times: number, cols: number, index: number) => {
      f.i32Const(times).set(count);
      f.repeat(count, () => {
        f.get(a).get(b).get(c).i32Const(spec.k).call(index);
        f.inc(b, 4 * cols * spec.b.col).inc(c, 4 * cols);
      });
    };
    if (full) each(full, columns, fullTile);
    if (single >= 0) each(spec.n % columns, 1, single);
  });
};

/** Emits product(a, b, c, unused) of one matrix pair without scratch. */
export const emitMatvec = (
  m: ModuleBuilder,
  spec: Product,
  kind: MatvecKind,
  simd: Simd,
): number => (kind === 'rows' ? emitRows(m, spec, simd) : emitDots(m, spec, simd));
