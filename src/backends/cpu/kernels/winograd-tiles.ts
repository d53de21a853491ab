// Tiles of images as tables of addresses, one for each pixel of a tile. Pixels beyond the edge get the
// address of a page of zeros (or, for results, of waste), so padding and ragged edges cost no code.

import type { ModuleBuilder } from '../wasm/assembler.ts';

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
    const [image, y, x, row, rows] = f.several('i32', 5);
    const inside = f.several('i32', size);
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
