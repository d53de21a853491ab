// The transforms of Winograd convolution, out = P in P^T for one tile of every channel: one routine
// for all five matrices. Channels run along the vectors; the two factors are two passes of
// one-dimensional transforms through a small scratch that stays in the first-level cache. Tiles of an
// image are reached through tables of addresses, where pixels beyond the edge point at a page of zeros
// (or, for results, of waste): padding and ragged edges need no code of their own.

import type { FunctionBuilder, Local, ModuleBuilder } from '../wasm/assembler.ts';
import type { Matrix } from './winogradMatrices.ts';

/** Channels per chunk of the scratch. */
const CHUNK = 64;

/** Bytes of the scratch that a transform needs, for matrices up to 6 x 6. */
export const TRANSFORM_BYTES = 4 * 36 * CHUNK;

type Term = readonly [coefficient: number, value: Local];

/** Emits linear combinations; the constants are set up once, before the loop. */
const combiner = (f: FunctionBuilder, fma: boolean) => {
  const constants = new Map<number, Local>();
  const constant = (value: number): Local => {
    const known = constants.get(value);
    if (known) return known;
    const local = f.local('v128');
    f.f32x4Const(value).set(local);
    constants.set(value, local);
    return local;
  };
  /** Pushes the sum of the terms, a unit coefficient innermost. */
  const push = (given: readonly Term[]): void => {
    const terms = given
      .filter(([k]) => k !== 0)
      .sort((a, b) => Number(b[0] === 1) - Number(a[0] === 1));
    const sum = (count: number): void => {
      const [k, value] = terms[count - 1]!;
      if (count === 1) {
        f.get(value);
        if (k !== 1) f.get(constant(k)).op('f32x4.mul');
      } else if (Math.abs(k) === 1) {
        sum(count - 1);
        f.get(value).op(k === 1 ? 'f32x4.add' : 'f32x4.sub');
      } else f.madd(value, constant(k), () => sum(count - 1), fma);
    };
    sum(terms.length);
  };
  return { constant, push };
};

const opposite = (a: readonly number[], b: readonly number[]) =>
  a.every((v, i) => Math.abs(v) === Math.abs(b[i]!)) && a.some((v, i) => v !== b[i]);

/** Index pairs (1, 2), (3, 4), ... of rows that differ in signs only: the points +p and -p. */
const rowPairs = (matrix: Matrix): number[] => {
  const firsts: number[] = [];
  for (let i = 1; i + 1 < matrix.length; i += 2)
    if (opposite(matrix[i]!, matrix[i + 1]!)) firsts.push(i);
  return firsts;
};

/**
 * Two rows as common + factor * changing and common - factor * changing, with the factor that leaves
 * the fewest constants: registers are what these loops run out of.
 */
const splitPair = (row: readonly number[], next: readonly number[]) => {
  const common = row.map((k, j) => (k === next[j] ? k : 0));
  const odd = row.map((k, j) => (k === next[j] ? 0 : k));
  const known = new Set([0, 1, -1, ...common]);
  const fresh = (factor: number) => odd.filter((k) => !known.has(k / factor)).length;
  const factor = odd.filter((k) => k !== 0).reduce((a, b) => (fresh(b) < fresh(a) ? b : a));
  return { common, changing: odd.map((k) => k / factor), factor };
};

/** The constants of emitProduct, without 0 and the signs. */
const constantsOf = (matrix: Matrix): Set<number> => {
  const pairs = rowPairs(matrix);
  const all = matrix.flatMap((row, i) => {
    if (pairs.includes(i - 1)) return [];
    if (!pairs.includes(i)) return row;
    const { common, changing, factor } = splitPair(row, matrix[i + 1]!);
    return [...common, ...changing, factor];
  });
  return new Set(all.filter((k) => k !== 0 && k !== 1));
};

/** Emits `store(i, push)` for each row i of matrix x values: values in locals. */
const emitProduct = (
  f: FunctionBuilder,
  matrix: Matrix,
  values: readonly Local[],
  combine: ReturnType<typeof combiner>,
  fma: boolean,
  store: (row: number, push: () => void) => void,
): void => {
  const columns = matrix[0]!.map((_, j) => matrix.map((row) => row[j]!));
  const byColumns = rowPairs(columns);
  const terms = (row: readonly number[]): Term[] => row.map((k, j) => [k, values[j]!] as const);
  if (byColumns.length > 0) {
    // Columns of +p and -p: rows take their sum or their difference.
    const [sums, differences] = [new Map<number, Local>(), new Map<number, Local>()];
    for (const j of byColumns) {
      const [sum, difference] = [f.local('v128'), f.local('v128')];
      f.get(values[j]!)
        .get(values[j + 1]!)
        .op('f32x4.add')
        .set(sum);
      f.get(values[j]!)
        .get(values[j + 1]!)
        .op('f32x4.sub')
        .set(difference);
      sums.set(j, sum);
      differences.set(j, difference);
    }
    matrix.forEach((row, i) => {
      const list = row.flatMap((k, j): Term[] => {
        if (byColumns.includes(j - 1)) return [];
        const half = k === row[j + 1] ? sums.get(j) : differences.get(j);
        return [[k, half ?? values[j]!]];
      });
      store(i, () => combine.push(list));
    });
    f.free(...sums.values(), ...differences.values());
    return;
  }
  const pairs = rowPairs(matrix);
  matrix.forEach((row, i) => {
    if (pairs.includes(i - 1)) return;
    if (!pairs.includes(i)) {
      store(i, () => combine.push(terms(row)));
      return;
    }
    // Rows of +p and -p: the common part plus and minus p times the part that changes its sign.
    const { common, changing, factor } = splitPair(row, matrix[i + 1]!);
    const [even, odd] = [f.local('v128'), f.local('v128')];
    combine.push(terms(common));
    f.set(even);
    combine.push(terms(changing));
    f.set(odd);
    store(i, () =>
      combine.push([
        [1, even],
        [factor, odd],
      ]),
    );
    store(i + 1, () => {
      if (factor === 1) f.get(even).get(odd).op('f32x4.sub');
      else if (fma) f.get(odd).get(combine.constant(factor)).get(even).op('f32x4.relaxed_nmadd');
      else {
        f.get(even).get(odd).get(combine.constant(factor)).op('f32x4.mul').op('f32x4.sub');
      }
    });
    f.free(even, odd);
  });
};

/** Elements of a line: `step` bytes apart, or behind a table of addresses `step` bytes apart. */
interface Line {
  readonly table: boolean;
  readonly step: number;
}

/** Emits pass(from, to, shift, n): n * 8 channels of one line; tables are read `shift` bytes on. */
const emitPass = (m: ModuleBuilder, matrix: Matrix, from: Line, to: Line, fma: boolean): number =>
  m.func(['i32', 'i32', 'i32', 'i32'], [], (f, [source, target, shift, n]) => {
    // One pointer per element behind tables, one for all otherwise.
    const pointers = (base: Local, line: Line, count: number): Local[] => {
      if (!line.table) return [base];
      return Array.from({ length: count }, (_, i) => {
        const pointer = f.local('i32');
        f.get(base)
          .mem('i32.load', i * line.step)
          .get(shift)
          .op('i32.add')
          .set(pointer);
        return pointer;
      });
    };
    const sources = pointers(source, from, matrix[0]!.length);
    const targets = pointers(target, to, matrix.length);
    const combine = combiner(f, fma);
    for (const k of constantsOf(matrix)) combine.constant(k);
    const values = matrix[0]!.map(() => f.local('v128'));
    const address = (list: readonly Local[], line: Line, i: number, offset: number) =>
      [list.length > 1 ? list[i]! : list[0]!, (line.table ? 0 : i * line.step) + offset] as const;
    f.block((never) => {
      f.loop((again) => {
        for (const offset of [0, 16]) {
          // n > 0; the branch only ends the basic block, as in tile.ts.
          if (offset > 0) f.get(n).op('i32.eqz').brIf(never);
          values.forEach((value, i) => {
            const [pointer, at] = address(sources, from, i, offset);
            f.get(pointer).mem('v128.load', at).set(value);
          });
          emitProduct(f, matrix, values, combine, fma, (i, push) => {
            const [pointer, at] = address(targets, to, i, offset);
            f.get(pointer);
            push();
            f.mem('v128.store', at);
          });
        }
        for (const pointer of [...sources, ...targets]) f.inc(pointer, 32);
        f.get(n).i32Const(-1).op('i32.add').tee(n).brIf(again);
      });
    });
  });

/** Where a tile lies: behind a table of addresses [rows, columns], or in planes (strides in bytes). */
export type TileAccess = 'table' | { readonly row: number; readonly column: number };

/**
 * Emits transform(from, to, bytes, temp) and returns its index: out = P in P^T for bytes / 4 channels
 * (a multiple of 8). P [rows, columns]; `temp` has TRANSFORM_BYTES.
 */
export const emitTransform = (
  m: ModuleBuilder,
  matrix: Matrix,
  from: TileAccess,
  to: TileAccess,
  fma: boolean,
): number => {
  const [rows, columns] = [matrix.length, matrix[0]!.length];
  const [fromTable, toTable] = [from === 'table', to === 'table'];
  const fromRow = from === 'table' ? 4 * columns : from.row;
  const fromColumn = from === 'table' ? 4 : from.column;
  const toRow = to === 'table' ? 4 * rows : to.row;
  const toColumn = to === 'table' ? 4 : to.column;
  // temp [rows, columns, CHUNK]
  const line = 4 * CHUNK;
  const vertical = emitPass(
    m,
    matrix,
    { table: fromTable, step: fromRow },
    { table: false, step: columns * line },
    fma,
  );
  const horizontal = emitPass(
    m,
    matrix,
    { table: false, step: line },
    { table: toTable, step: toColumn },
    fma,
  );
  return m.func(['i32', 'i32', 'i32', 'i32'], [], (f, [source, target, bytes, temp]) => {
    const [shift, n] = [f.local('i32'), f.local('i32')];
    f.for(shift, 0, bytes, line, () => {
      f.get(bytes).get(shift).op('i32.sub').tee(n).i32Const(line);
      f.get(n).i32Const(line).op('i32.lt_u').op('select');
      f.i32Const(5).op('i32.shr_u').set(n);
      for (let x = 0; x < columns; x++) {
        f.get(source)
          .i32Const(x * fromColumn)
          .op('i32.add');
        f.get(temp)
          .i32Const(x * line)
          .op('i32.add');
        f.get(shift).get(n).call(vertical);
      }
      for (let y = 0; y < rows; y++) {
        f.get(temp)
          .i32Const(y * columns * line)
          .op('i32.add');
        f.get(target)
          .i32Const(y * toRow)
          .op('i32.add');
        f.get(shift).get(n).call(horizontal);
      }
      if (!fromTable) f.inc(source, line);
      if (!toTable) f.inc(target, line);
    });
  });
};

/** The tiles of a batch of images [n, height, width, pixelBytes / 4]. */
export interface TileGrid {
  readonly height: number;
  readonly width: number;
  readonly pixelBytes: number;
  /** Tiles of an image; their corners are 4 pixels apart and begin at (-top, -left). */
  readonly tilesY: number;
  readonly tilesX: number;
  readonly top: number;
  readonly left: number;
  /** Pixels along a side of a tile. */
  readonly size: number;
}

/**
 * Emits addresses(images, tile, table, outside): the byte addresses of the pixels of tile number
 * `tile`, [size, size], and `outside` for those beyond the edge.
 */
export const emitAddresses = (m: ModuleBuilder, grid: TileGrid): number =>
  m.func(['i32', 'i32', 'i32', 'i32'], [], (f, [at, tile, table, outside]) => {
    const { height, width, pixelBytes, tilesY, tilesX, size } = grid;
    const [image, y, x, row, rows] = Array.from({ length: 5 }, () => f.local('i32')) as Local[] &
      [Local, Local, Local, Local, Local];
    const inside = Array.from({ length: size }, () => f.local('i32'));
    f.get(tile).i32Const(tilesX).op('i32.div_u').tee(y);
    f.i32Const(tilesY).op('i32.div_u').set(image);
    f.get(tile).get(y).i32Const(tilesX).op('i32.mul').op('i32.sub');
    f.i32Const(4).op('i32.mul').i32Const(grid.left).op('i32.sub').set(x);
    f.get(y).get(image).i32Const(tilesY).op('i32.mul').op('i32.sub');
    f.i32Const(4).op('i32.mul').i32Const(grid.top).op('i32.sub').set(y);
    // at += ((image * height + y) * width + x) * pixelBytes
    f.get(image).i32Const(height).op('i32.mul').get(y).op('i32.add');
    f.i32Const(width).op('i32.mul').get(x).op('i32.add');
    f.i32Const(pixelBytes).op('i32.mul').get(at).op('i32.add').set(at);
    inside.forEach((local, j) => {
      f.get(x).i32Const(j).op('i32.add').i32Const(width).op('i32.lt_u').set(local);
    });
    f.i32Const(size).set(rows);
    f.repeat(rows, () => {
      f.get(y).i32Const(height).op('i32.lt_u').set(row);
      inside.forEach((local, j) => {
        f.get(table);
        f.get(at)
          .i32Const(j * pixelBytes)
          .op('i32.add')
          .get(outside);
        f.get(row).get(local).op('i32.and').op('select');
        f.mem('i32.store', 4 * j);
      });
      f.inc(table, 4 * size)
        .inc(at, width * pixelBytes)
        .inc(y, 1);
    });
  });
