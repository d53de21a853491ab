// The transforms of Winograd convolution, out = P in P^T for one tile of every channel: one routine
// for all five matrices. Channels run along the vectors; the two factors are two passes of
// one-dimensional transforms through a small scratch that stays in the first-level cache. Tiles of an
// image are reached through tables of addresses, where pixels beyond the edge point at a page of zeros
// (or, for results, of waste): padding and ragged edges need no code of their own.

import type { Local, ModuleBuilder } from '../wasm/assembler.ts';
import { isFused, type Simd } from '../wasm/simd.ts';
import type { Matrix } from './winograd-matrices.ts';
import { combiner, constantsOf, emitProduct } from './winograd-product.ts';
import { SEEN_BYTES } from './winograd-repair.ts';

/** Channels per chunk of the scratch. */
const CHUNK = 64;

const LINES_BYTES = 4 * 36 * CHUNK;

/** Where in the scratch of a watched transform the vector is that becomes NaN (winograd-repair.ts). */
export const SEEN = LINES_BYTES;

/** Bytes of the scratch that a transform needs, for matrices up to 6 x 6. */
export const TRANSFORM_BYTES = LINES_BYTES + SEEN_BYTES;

/** Elements of a line: `step` bytes apart, or behind a table of addresses `step` bytes apart. */
interface Line {
  readonly table: boolean;
  readonly step: number;
}

/**
 * Emits pass(from, to, shift, n): n * 8 channels of one line; tables are read `shift` bytes on. A watched
 * one takes the address of a vector more, which becomes NaN if a result is not finite.
 */
const emitPass = (
  m: ModuleBuilder,
  matrix: Matrix,
  from: Line,
  to: Line,
  simd: Simd,
  watched = false,
): number =>
  m.func(new Array<'i32'>(watched ? 5 : 4).fill('i32'), [], (f, params) => {
    const [source, target, shift, n] = params;
    const [, , , , at] = params;
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
    const combine = combiner(f, simd);
    for (const k of constantsOf(matrix)) combine.constant(k);
    const seen = f.local('v128');
    if (at) f.get(at).mem('v128.load').set(seen);
    const none = at && combine.constant(0);
    // where vectors are joined, the two of an iteration are computed in step, else one after the other
    const groups = simd === 'wide' ? [[0, 16]] : [[0], [16]];
    const values = groups[0]!.map(() => matrix[0]!.map(() => f.local('v128')));
    const results = groups[0]!.map(() => f.local('v128'));
    const address = (list: readonly Local[], line: Line, i: number, offset: number) =>
      [list.length > 1 ? list[i]! : list[0]!, (line.table ? 0 : i * line.step) + offset] as const;
    f.block((never) => {
      f.loop((again) => {
        for (const offsets of groups) {
          // n > 0; the branch only ends the basic block, as in tile.ts.
          if (offsets[0]! > 0) f.get(n).op('i32.eqz').brIf(never);
          matrix[0]!.forEach((_, i) => {
            offsets.forEach((offset, u) => {
              const [pointer, place] = address(sources, from, i, offset);
              f.get(pointer).mem('v128.load', place).set(values[u]![i]!);
            });
          });
          emitProduct(f, matrix, values, combine, simd, (i, push) => {
            for (const [u, result] of results.entries()) {
              push(u);
              f.set(result);
            }
            for (const [u, result] of results.entries()) {
              const [pointer, place] = address(targets, to, i, offsets[u]!);
              f.get(pointer).get(result).mem('v128.store', place);
            }
            if (none)
              for (const result of results) f.madd(result, none, seen, isFused(simd)).set(seen);
          });
        }
        for (const pointer of [...sources, ...targets]) f.inc(pointer, 32);
        f.get(n).i32Const(-1).op('i32.add').tee(n).brIf(again);
      });
    });
    if (at) f.get(at).get(seen).mem('v128.store');
  });

/** Where a tile lies: behind a table of addresses [rows, columns], or in planes (strides in bytes). */
export type TileAccess = 'table' | { readonly row: number; readonly column: number };

/**
 * Emits transform(from, to, bytes, temp) and returns its index: out = P in P^T for bytes / 4 channels
 * (a multiple of 8). P [rows, columns]; `temp` has TRANSFORM_BYTES. A watched one notes there whether a
 * result is not finite.
 */
export const emitTransform = (
  m: ModuleBuilder,
  matrix: Matrix,
  from: TileAccess,
  to: TileAccess,
  simd: Simd,
  watched = false,
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
    simd,
  );
  const horizontal = emitPass(
    m,
    matrix,
    { table: false, step: line },
    { table: toTable, step: toColumn },
    simd,
    watched,
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
        f.get(shift).get(n);
        if (watched) f.get(temp).i32Const(SEEN).op('i32.add');
        f.call(horizontal);
      }
      if (!fromTable) f.inc(source, line);
      if (!toTable) f.inc(target, line);
    });
  });
};
