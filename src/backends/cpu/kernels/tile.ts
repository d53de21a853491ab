// The micro-kernel of every product here: C[rows, cols] (+)= A[rows, K] B[K, cols], all of C in
// registers. V8 moves all loads of a basic block before its arithmetic and then runs out of registers,
// so the k step is cut into blocks by branches that are never taken (6x8: 26 -> 57 GFLOP/s).

import type { Split } from '../threads/split.ts';
import type { FunctionBuilder, Local, ModuleBuilder } from '../wasm/assembler.ts';
import { isFused, type Simd } from '../wasm/simd.ts';

/** The least multiple of `step` that is not less than n. */
export const roundUp = (n: number, step: number): number => Math.ceil(n / step) * step;

/** What a generator returns: a module that imports env.memory and exports `run(...pointers)`. */
export interface Kernel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes behind the last pointer, 16-byte aligned; 0 if the pointer is not used. */
  readonly scratchBytes: number;
  /** Names of the parameters of `run`, all i32. */
  readonly args: string;
  /** If there is: how `part(...pointers, from, to, fresh)` divides the work. */
  readonly split?: Split;
}

/** Rows and columns of the register tile. */
export interface TileShape {
  readonly rows: number;
  readonly cols: number;
}

/**
 * 12 accumulators, a splat and B in 15 registers; multiply-then-add needs one more. Narrow results
 * (up to 4 columns; 8 where vectors are joined) trade columns for rows.
 */
export const tileShape = (cols: number, simd: Simd): TileShape => {
  if (simd === 'wide' && cols > 4) return cols > 8 ? { rows: 6, cols: 16 } : { rows: 12, cols: 8 };
  if (cols <= 4) return { rows: simd === 'plain' ? 10 : 12, cols: 4 };
  return { rows: simd === 'plain' ? 5 : 6, cols: 8 };
};

/** Pushes `count` (1..4) floats from memory as a vector, reading nothing beyond them. */
export const loadFloats = (f: FunctionBuilder, from: Local, offset: number, count: number) => {
  if (count >= 4) f.get(from).mem('v128.load', offset);
  else if (count === 1) f.get(from).mem('v128.load32_zero', offset);
  else {
    if (count === 3) f.get(from);
    f.get(from).mem('v128.load64_zero', offset);
    if (count === 3) f.mem('v128.load32_lane', offset + 8, 2);
  }
};

/** Stores the first `count` (1..4) floats of a vector. */
export const storeFloats = (
  f: FunctionBuilder,
  to: Local,
  value: Local,
  offset: number,
  count: number,
) => {
  f.get(to).get(value);
  if (count >= 4) f.mem('v128.store', offset);
  else if (count === 1) f.mem('v128.store32_lane', offset, 0);
  else f.mem('v128.store64_lane', offset, 0);
  if (count === 3)
    f.get(to)
      .get(value)
      .mem('v128.store32_lane', offset + 8, 2);
};

/** Strides in elements. */
export interface TileSpec extends TileShape {
  readonly aRow: number;
  readonly aCol: number;
  readonly bRow: number;
  readonly cRow: number;
  /** Whether C may be added to: the function then takes a fifth argument, 0 to overwrite. */
  readonly accumulate: boolean;
  readonly simd: Simd;
}

/** Emits a tile function (a, b, c, k[, add]) and returns its index; k > 0. */
export const emitTile = (m: ModuleBuilder, spec: TileSpec): number => {
  const { rows, cols, aRow, cRow } = spec;
  const vectors = Math.ceil(cols / 4);
  const width = (v: number) => Math.min(4, cols - 4 * v);
  const params = spec.accumulate
    ? (['i32', 'i32', 'i32', 'i32', 'i32'] as const)
    : (['i32', 'i32', 'i32', 'i32'] as const);
  return m.func(params, [], (f, [a, b, c, k, add]) => {
    const bs = f.several('v128', vectors);
    const splat = f.local('v128');
    const acc = f.several('v128', rows * vectors);
    const eachAcc = (body: (value: Local, offset: number, count: number) => void) => {
      acc.forEach((value, t) => {
        const v = t % vectors;
        body(value, 4 * (((t - v) / vectors) * cRow + 4 * v), width(v));
      });
    };
    if (add) {
      f.get(add).if(() => {
        eachAcc((value, offset, count) => {
          loadFloats(f, c, offset, count);
          f.set(value);
        });
      });
    }
    const cut = acc.length > 8;
    f.block((never) => {
      f.loop((again) => {
        bs.forEach((value, v) => {
          loadFloats(f, b, 16 * v, width(v));
          f.set(value);
        });
        for (let i = 0; i < rows; i++) {
          f.get(a)
            .mem('v128.load32_splat', 4 * i * aRow)
            .set(splat);
          bs.forEach((value, v) => {
            const sum = acc[i * vectors + v]!;
            f.madd(splat, value, sum, isFused(spec.simd)).set(sum);
          });
          // k > 0 here; the branch only ends the basic block.
          if (cut && i % 2 === 0 && i < rows - 1) f.get(k).op('i32.eqz').brIf(never);
        }
        f.inc(a, 4 * spec.aCol).inc(b, 4 * spec.bRow);
        f.get(k).i32Const(-1).op('i32.add').tee(k).brIf(again);
      });
    });
    eachAcc((value, offset, count) => storeFloats(f, c, value, offset, count));
  });
};

/** Where the operands of a block lie. Strides in elements unless they say bytes. */
export interface BlockSpec {
  readonly tile: TileShape;
  /** Packed A: panels of tile.rows rows, [panel][k][row], `step` bytes apart. */
  readonly a: { row: number; col: number } | { packed: true; step: number };
  /** Packed B: panels of tile.cols columns, [panel][k][col], `step` bytes apart. */
  readonly b: { row: number } | { packed: true; step: number };
  readonly cRow: number;
  /** Total rows and columns: their remainders by the tile need functions of their own. */
  readonly rows: number;
  readonly cols: number;
  readonly accumulate: boolean;
  readonly simd: Simd;
}

/**
 * Emits block(a, b, c, rows, cols, k, add): all tiles of one cache block, columns outside, so that a
 * panel of B stays in the first-level cache while the rows of A stream past it.
 */
export const emitBlock = (m: ModuleBuilder, spec: BlockSpec): number => {
  const { tile, a, b, cRow, accumulate } = spec;
  const makeTile = (rows: number, cols: number) =>
    emitTile(m, {
      rows,
      cols,
      aRow: 'packed' in a ? 1 : a.row,
      aCol: 'packed' in a ? rows : a.col,
      bRow: 'packed' in b ? cols : b.row,
      cRow,
      accumulate,
      simd: spec.simd,
    });
  const aStep = 'packed' in a ? a.step : 4 * tile.rows * a.row;
  const rowTail = spec.rows % tile.rows;
  const colTail = spec.cols % tile.cols;
  const sixI32 = ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'] as const;

  // strip(a, b, c, rows, k, add): one panel of columns
  const emitStrip = (cols: number) => {
    const full = spec.rows >= tile.rows ? makeTile(tile.rows, cols) : -1;
    const tail = rowTail ? makeTile(rowTail, cols) : -1;
    return m.func(sixI32, [], (f, [ap, bp, cp, rows, k, add]) => {
      const callTile = (index: number) => {
        f.get(ap).get(bp).get(cp).get(k);
        if (accumulate) f.get(add);
        f.call(index);
      };
      if (full >= 0) {
        f.block((exit) => {
          f.loop((again) => {
            f.get(rows).i32Const(tile.rows).op('i32.lt_s').brIf(exit);
            callTile(full);
            f.inc(ap, aStep)
              .inc(cp, 4 * tile.rows * cRow)
              .inc(rows, -tile.rows);
            f.br(again);
          });
        });
      }
      if (tail >= 0) f.get(rows).if(() => callTile(tail));
    });
  };
  const fullStrip = spec.cols >= tile.cols ? emitStrip(tile.cols) : -1;
  const tailStrip = colTail ? emitStrip(colTail) : -1;
  const bStep = 'packed' in b ? b.step : 4 * tile.cols;

  return m.func([...sixI32, 'i32'] as const, [], (f, [ap, bp, cp, rows, cols, k, add]) => {
    const callStrip = (index: number) =>
      f.get(ap).get(bp).get(cp).get(rows).get(k).get(add).call(index);
    if (fullStrip >= 0) {
      f.block((exit) => {
        f.loop((again) => {
          f.get(cols).i32Const(tile.cols).op('i32.lt_s').brIf(exit);
          callStrip(fullStrip);
          f.inc(bp, bStep)
            .inc(cp, 4 * tile.cols)
            .inc(cols, -tile.cols);
          f.br(again);
        });
      });
    }
    if (tailStrip >= 0) f.get(cols).if(() => callStrip(tailStrip));
  });
};
