// 3 x 3 convolution by Winograd's F(4 x 4, 3 x 3): 36 products for 16 outputs in place of 144. Tiles of
// 6 x 6 inputs overlap by two; their transforms, and those of the weights, are 36 matrices each, and the
// convolution is 36 products of matrices with the micro-kernel of tile.ts:
//   forward     M[i] = V[i] U[i]      V = B^T x B [tiles, c], U = G w G^T [c, o], y = A^T M A
//   inputGrad   the same over dy, with the weights flipped and transposed
//   weightGrad  U[i] = V[i]^T Y[i]    Y = A dy A^T [tiles, o], dw = G^T U G       (winograd-weights.ts)
// Errors are about twice those of the direct sum. Tiles that are not finite are computed by that
// (winograd-repair.ts).
// Source: Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", arXiv 1509.09308.

import type { ConvGeometry } from '../../../tensor/kernels.ts';
import { emitParts } from '../threads/split.ts';
import { type Local, ModuleBuilder, type Operand } from '../wasm/assembler.ts';
import { type Simd, usualSimd } from '../wasm/simd.ts';
import type { ConvKernelSpec } from './conv-shape.ts';
import { emitPack } from './pack.ts';
import { emitBlock, type Kernel, tileShape } from './tile.ts';
import { f43 } from './winograd-matrices.ts';
import {
  PAD,
  PLANES,
  planes,
  planTiles,
  scratchRegions,
  supportsWinograd,
  winogradTimes,
} from './winograd-plan.ts';
import { clearSeen, emitDirectTile, ifSeen } from './winograd-repair.ts';
import { emitAddresses } from './winograd-tiles.ts';
import { emitTransform, SEEN, TRANSFORM_BYTES } from './winograd-transform.ts';
import { winogradWeightGrad } from './winograd-weights.ts';

interface Panels {
  readonly channels: number;
  readonly cols: number;
  readonly width: number;
  readonly flipped: boolean;
}

/** Emits pack(w, panel): one panel of `width` columns of the weights, [9, channels, width]. */
const emitPackPanel = (m: ModuleBuilder, s: Panels): number => {
  const { channels, cols, width, flipped } = s;
  const plane = 4 * channels * width;
  // w [3, 3, channels, cols], or [3, 3, cols, channels] to be flipped and transposed.
  const pack = emitPack(m, {
    width,
    kStride: flipped ? 1 : cols,
    laneStride: flipped ? channels : 1,
    lanes: width,
    panelBytes: plane,
  });
  return m.func(['i32', 'i32'], [], (f, [w, panel]) => {
    for (let tap = 0; tap < 9; tap++) {
      f.get(w)
        .i32Const(4 * (flipped ? 8 - tap : tap) * channels * cols)
        .op('i32.add');
      f.get(panel)
        .i32Const(tap * plane)
        .op('i32.add');
      f.i32Const(channels).i32Const(width).i32Const(0).call(pack);
    }
  });
};

/**
 * Emits prepare(w, scratch, u): transforms one panel of the weights to u [36, channels, width]. `packed`
 * and `temp` are byte offsets in the scratch.
 */
const emitPrepare = (
  m: ModuleBuilder,
  s: Panels & { readonly packed: number; readonly temp: number },
  packPanel: number,
  simd: Simd,
): number => {
  const plane = 4 * s.channels * s.width;
  const transform = emitTransform(m, f43.weights, planes(plane, 3), planes(plane, 6), simd);
  return m.func(['i32', 'i32', 'i32'], [], (f, [w, scratch, u]) => {
    const packed = () => void f.get(scratch).i32Const(s.packed).op('i32.add');
    f.get(w).push(packed).call(packPanel);
    f.push(packed).get(u).i32Const(plane);
    f.get(scratch).i32Const(s.temp).op('i32.add').call(transform);
  });
};

/** Forward, or inputGrad over dy: run(source, weights, target, scratch). */
const productKernel = (g: ConvGeometry, flipped: boolean, simd: Simd): Kernel => {
  const { tiles, source, result, channels, cols } = planTiles(g, flipped ? 'inputGrad' : 'forward');
  // all panels of the transformed weights are whole: 8 divides the columns, 16 may not
  const tile = tileShape(cols % 16 === 0 ? cols : 8, simd);
  const width = tile.cols;
  // Tiles outside: blocks of tiles meet all weights, transformed once. Weights outside, where they are
  // large beside few tiles: all tiles meet some columns, whose transforms are used while in the cache.
  const weightsOutside = tiles <= 128 && 4 * PLANES * channels * cols > 1 << 20;
  const chunk = Math.min(cols, weightsOutside ? 32 : 64);
  const wanted = tile.rows * Math.floor((channels >= 256 ? 96 : 48) / tile.rows);
  const blockTiles = weightsOutside ? tiles : Math.min(wanted, tiles);
  const [vRow, mRow] = [4 * (channels + PAD), 4 * (chunk + PAD)];
  const [vPlane, mPlane, uPlane] = [blockTiles * vRow, blockTiles * mRow, 4 * channels * width];
  const uPanel = PLANES * uPlane;

  const region = scratchRegions();
  const zeros = region.take(4 * channels);
  const waste = region.take(4 * cols);
  const table = region.take(4 * PLANES);
  const tileSources = region.take(4 * PLANES);
  const temp = region.take(TRANSFORM_BYTES);
  const packed = region.take(9 * uPlane);
  const u = region.take(((weightsOutside ? chunk : cols) / width) * uPanel);
  const v = region.take(PLANES * vPlane);
  const products = region.take(PLANES * mPlane);

  const m = new ModuleBuilder();
  const panels = { channels, cols, width, flipped };
  const packPanel = emitPackPanel(m, panels);
  const prepare = emitPrepare(m, { ...panels, packed, temp }, packPanel, simd);
  const sourceTable = emitAddresses(m, source);
  const resultTable = emitAddresses(m, result);
  const transformSource = emitTransform(m, f43.inputT, 'table', planes(vPlane, 6), simd);
  const transformResult = emitTransform(m, f43.outputT, planes(mPlane, 6), 'table', simd, true);
  const directTile = emitDirectTile(m, panels, simd);
  const block = emitBlock(m, {
    tile,
    a: { row: vRow / 4, col: 1 },
    b: { packed: true, step: uPanel },
    cRow: mRow / 4,
    rows: tiles,
    cols,
    accumulate: false,
    simd,
  });

  // Threads divide the tiles and prepare all weights each, or the columns and transform all tiles.
  const { product, weights, sources, results } = winogradTimes(tiles, channels, cols);
  const split = {
    extent: weightsOutside ? cols : tiles,
    step: weightsOutside ? chunk : tile.rows,
    work: product + weights + sources + results,
    // every part of the tiles reads all transformed weights, from the second-level cache
    repeated: weightsOutside ? 0 : 0.12 * PLANES * channels * cols,
  };

  emitParts(m, 4, split.extent, (f, pointers, start, end, fresh) => {
    const [from, w, to, scratch] = pointers;
    const locals = f.several('i32', 7);
    const [first, rows, col, count, i, panel, at] = locals;
    const inScratch = (offset: number) => f.get(scratch).i32Const(offset).op('i32.add');
    const plus = (index: Local, step: number) =>
      f.get(index).i32Const(step).op('i32.mul').op('i32.add');
    // size = min(step, total - start)
    const clip = (start: Local, step: number, total: Operand, size: Local) => {
      f.push(total).get(start).op('i32.sub').tee(size).i32Const(step);
      f.get(size).i32Const(step).op('i32.lt_u').op('select').set(size);
    };
    /** Transforms the columns from w on; `count` pushes their number. */
    const prepareColumns = (start: () => void, count: () => void) => {
      start();
      f.set(at);
      inScratch(u).set(panel);
      f.for(i, 0, count, width, () => {
        f.get(at).get(scratch).get(panel).call(prepare);
        f.inc(at, flipped ? 4 * width * channels : 4 * width).inc(panel, uPanel);
      });
    };
    // Tile first + i, columns col to col + count: its results are behind the table.
    const takeDirectSum = () => {
      clearSeen(f, () => inScratch(temp + SEEN));
      f.get(from).get(first).get(i).op('i32.add');
      inScratch(tileSources);
      inScratch(zeros).call(sourceTable);
      f.get(w);
      plus(col, flipped ? 4 * channels : 4).set(at);
      const bytes = () => void f.get(count).i32Const(4).op('i32.mul');
      f.for(panel, 0, bytes, 4 * width, () => {
        f.get(at);
        inScratch(packed).call(packPanel);
        inScratch(tileSources);
        inScratch(zeros);
        inScratch(packed);
        inScratch(table);
        f.get(panel).call(directTile);
        f.inc(at, flipped ? 4 * width * channels : 4 * width);
      });
    };
    const part = [start, end] as const;
    const [firstTile, lastTile] = weightsOutside ? ([0, tiles] as const) : part;
    const [firstCol, lastCol] = weightsOutside ? part : ([0, cols] as const);
    f.get(fresh).if(() => {
      clearSeen(f, () => inScratch(temp + SEEN));
      inScratch(zeros)
        .i32Const(0)
        .i32Const(4 * channels)
        .op('memory.fill');
      if (!weightsOutside)
        prepareColumns(
          () => f.get(w),
          () => f.i32Const(cols),
        );
    });
    const transformTiles = () => {
      f.for(i, 0, rows, 1, () => {
        f.get(from).get(first).get(i).op('i32.add');
        inScratch(table);
        inScratch(zeros).call(sourceTable);
        inScratch(table);
        inScratch(v);
        plus(i, vRow).i32Const(4 * channels);
        inScratch(temp).call(transformSource);
      });
    };
    f.for(first, firstTile, lastTile, blockTiles, () => {
      clip(first, blockTiles, lastTile, rows);
      if (weightsOutside) f.get(fresh).if(transformTiles);
      else transformTiles();
      f.for(col, firstCol, lastCol, chunk, () => {
        clip(col, chunk, lastCol, count);
        if (weightsOutside)
          prepareColumns(
            () => {
              f.get(w);
              plus(col, flipped ? 4 * channels : 4);
            },
            () => f.get(count),
          );
        f.for(i, 0, PLANES, 1, () => {
          inScratch(v);
          plus(i, vPlane);
          inScratch(u);
          if (!weightsOutside) plus(col, uPanel / width);
          plus(i, uPlane);
          inScratch(products);
          plus(i, mPlane);
          f.get(rows).get(count).i32Const(channels).i32Const(0).call(block);
        });
        f.for(i, 0, rows, 1, () => {
          f.get(to);
          plus(col, 4).get(first).get(i).op('i32.add');
          inScratch(table);
          inScratch(waste).call(resultTable);
          inScratch(products);
          plus(i, mRow);
          inScratch(table);
          f.get(count).i32Const(4).op('i32.mul');
          inScratch(temp).call(transformResult);
          ifSeen(f, () => inScratch(temp + SEEN), takeDirectSum);
        });
      });
    });
  });
  return {
    bytes: m.finish(),
    scratchBytes: region.bytes(),
    args: 'source weights target scratch',
    split,
  };
};

/**
 * Generates one pass: run(first, second, result, scratch), byte pointers, operands as in conv2dKernel.
 * @throws Error for a convolution that supportsWinograd refuses
 */
export const winogradKernel = (g: ConvKernelSpec): Kernel => {
  if (!supportsWinograd(g)) throw new Error('winograd: not a 3 x 3 convolution it can compute');
  const simd = g.simd ?? usualSimd();
  if (g.pass === 'weightGrad') return winogradWeightGrad(g, simd);
  return productKernel(g, g.pass === 'inputGrad', simd);
};
