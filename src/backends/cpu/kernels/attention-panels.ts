// Operands of the products inside an attention kernel, as the register tile reads them: right sides as
// panels, left sides in place where rows are contiguous and as panels otherwise.

import type { FunctionBuilder, Local, ModuleBuilder } from '../wasm/assembler.ts';
import { emitPack } from './pack.ts';
import type { MatrixStrides } from './product.ts';
import type { BlockSpec, TileShape } from './tile.ts';

/** A right side [depth, lanes] in panels, for each block of depth. */
export interface Panels {
  /** Bytes between panels of a block. */
  readonly step: number;
  /** Bytes of a block, and of all. */
  readonly blockBytes: number;
  readonly bytes: number;
  /** Packs everything. */
  pack(f: FunctionBuilder, from: Local, to: Local): void;
}

/** Emits the packing of `lanes` lanes and all of `depth`; strides of both in elements. */
export const emitPanels = (
  m: ModuleBuilder,
  stride: { readonly depth: number; readonly lane: number },
  depth: number,
  lanes: number,
  tile: TileShape,
  block = depth,
): Panels => {
  const step = 4 * block * tile.cols;
  const index = emitPack(m, {
    width: tile.cols,
    kStride: stride.depth,
    laneStride: stride.lane,
    lanes,
    panelBytes: step,
  });
  const blockBytes = Math.ceil(lanes / tile.cols) * step;
  return {
    step,
    blockBytes,
    bytes: Math.ceil(depth / block) * blockBytes,
    pack(f, from, to) {
      for (let at = 0, i = 0; at < depth; at += block, i++) {
        f.get(from)
          .i32Const(4 * at * stride.depth)
          .op('i32.add');
        f.get(to)
          .i32Const(i * blockBytes)
          .op('i32.add');
        f.i32Const(Math.min(block, depth - at))
          .i32Const(lanes)
          .i32Const(0)
          .call(index);
      }
    },
  };
};

/** A left side: a block of up to `block` of `rows` rows. */
export interface Left {
  readonly a: BlockSpec['a'];
  /** Scratch bytes. */
  readonly bytes: number;
  /** `to`, which holds scratch memory, becomes where the tile finds the block at `from`. */
  read(f: FunctionBuilder, from: Local, to: Local, rows: Local): void;
}

/** Emits what makes the left side of a product over `depth` columns readable. */
export const emitLeft = (
  m: ModuleBuilder,
  { row, col }: MatrixStrides,
  rows: number,
  depth: number,
  block: number,
  tile: TileShape,
): Left => {
  if (col === 1 && row >= 0) {
    return { a: { row, col }, bytes: 0, read: (f, from, to) => void f.get(from).set(to) };
  }
  const step = 4 * depth * tile.rows;
  const index = emitPack(m, {
    width: tile.rows,
    kStride: col,
    laneStride: row,
    lanes: rows,
    panelBytes: step,
  });
  return {
    a: { packed: true, step },
    bytes: Math.ceil(block / tile.rows) * step,
    read: (f, from, to, count) =>
      void f.get(from).get(to).i32Const(depth).get(count).i32Const(0).call(index),
  };
};
