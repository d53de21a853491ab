// The gradient of the weights by Winograd's algorithm: with the tiles of x and dy transformed, the
// gradient in the transformed domain is 36 products over all tiles,
//   U[i] = V[i]^T Y[i],   V = B^T x B [tiles, c],   Y = A dy A^T [tiles, o],   dw = G^T U G,
// accumulated over blocks of tiles whose transforms fit the second-level cache. Where there are few
// tiles and many weights all tiles are one block, and some channels of U at a time are finished instead.

import type { ConvGeometry } from '../../../tensor/kernels.ts';
import { emitParts } from '../threads/split.ts';
import { type Local, ModuleBuilder, type Operand } from '../wasm/assembler.ts';
import type { Simd } from '../wasm/simd.ts';
import { emitBlock, type Kernel, tileShape } from './tile.ts';
import { f43, transpose } from './winograd-matrices.ts';
import { PAD, PLANES, planes, planTiles, scratchRegions, winogradTimes } from './winograd-plan.ts';
import { clearSeen, emitDirectWeights, ifSeen } from './winograd-repair.ts';
import { emitAddresses } from './winograd-tiles.ts';
import { emitTransform, SEEN, TRANSFORM_BYTES } from './winograd-transform.ts';

/** Floats of the transformed tiles of a block, and of the channels of U that are finished at once. */
const BLOCK_FLOATS = 192 * 1024;
const U_FLOATS = 128 * 1024;

/** dw of a 3 x 3 convolution: run(x, dy, dw, scratch), byte pointers; dw is overwritten. */
export const winogradWeightGrad = (g: ConvGeometry, simd: Simd): Kernel => {
  const { tiles, source, result, channels, cols } = planTiles(g, 'weightGrad');
  const tile = tileShape(cols, simd);
  const pairs = channels * cols;
  const byChannels = pairs >= tiles * (channels + cols) && PLANES * pairs > 2 * U_FLOATS;
  const fitting = Math.floor(BLOCK_FLOATS / (PLANES * (channels + cols)));
  const blockTiles = Math.min(tiles, byChannels ? tiles : Math.max(32, Math.min(128, fitting)));
  const single = blockTiles === tiles;
  const rowTiles = Math.max(1, Math.floor(U_FLOATS / (PLANES * cols * tile.rows)));
  const chunk = byChannels ? Math.min(channels, rowTiles * tile.rows) : channels;
  const [vRow, yRow] = [4 * (channels + PAD), 4 * (cols + PAD)];
  const [vPlane, yPlane] = [blockTiles * vRow, blockTiles * yRow];
  const uPlane = 4 * (chunk * cols + PAD);

  const region = scratchRegions();
  const zeros = region.take(4 * Math.max(channels, cols));
  const table = region.take(4 * PLANES);
  const temp = region.take(TRANSFORM_BYTES);
  const u = region.take(PLANES * uPlane);
  const v = region.take(PLANES * vPlane);
  const y = region.take(PLANES * yPlane);

  const m = new ModuleBuilder();
  const xTable = emitAddresses(m, source);
  const dyTable = emitAddresses(m, result);
  const xRoutine = emitTransform(m, f43.inputT, 'table', planes(vPlane, 6), simd);
  const dyRoutine = emitTransform(m, transpose(f43.outputT), 'table', planes(yPlane, 6), simd);
  const transformU = emitTransform(
    m,
    transpose(f43.weights),
    planes(uPlane, 6),
    planes(4 * pairs, 3),
    simd,
    true,
  );
  const directWeights = emitDirectWeights(m, g, simd);
  const block = emitBlock(m, {
    tile,
    a: { row: 1, col: vRow / 4 },
    b: { row: yRow / 4 },
    cRow: cols,
    rows: channels,
    cols,
    accumulate: !single,
    simd,
  });

  // Threads divide the channels and transform all tiles each; where there are several blocks of tiles
  // they divide the columns and transform only x again.
  const times = winogradTimes(tiles, channels, cols);
  const split = {
    extent: single ? channels : cols,
    step: single ? tile.rows : tile.cols,
    work: times.product + times.weights + times.sources + times.results,
    repeated: single ? 0.12 * PLANES * tiles * cols : times.sources,
  };

  emitParts(m, 4, split.extent, (f, pointers, from, to, fresh) => {
    const [firstChannel, lastChannel] = single ? [from, to] : ([0, channels] as const);
    const [x, dy, dw, scratch] = pointers;
    const locals = f.several('i32', 5);
    const [first, rows, i, channel, count] = locals;
    const inScratch = (offset: number) => f.get(scratch).i32Const(offset).op('i32.add');
    const plus = (index: Local, step: number) =>
      f.get(index).i32Const(step).op('i32.mul').op('i32.add');
    const partCols = () => {
      if (single) f.i32Const(cols);
      else f.get(to).get(from).op('i32.sub');
    };
    const partBytes = () => {
      partCols();
      f.i32Const(4).op('i32.mul');
    };
    const plusFirstCol = () => {
      if (!single) plus(from, 4);
    };
    // Tile first + i of an operand to row i of its planes; `table` holds addresses of pixels.
    const transform = (
      [from, addresses, routine]: readonly [() => void, number, number],
      to: () => void,
      bytes: () => void,
    ) => {
      from();
      f.get(first).get(i).op('i32.add');
      inScratch(table);
      inScratch(zeros).call(addresses);
      inScratch(table);
      to();
      bytes();
      inScratch(temp).call(routine);
    };
    // size = min(step, total - start)
    const clip = (start: Local, step: number, total: Operand, size: Local) => {
      f.push(total).get(start).op('i32.sub').tee(size).i32Const(step);
      f.get(size).i32Const(step).op('i32.lt_u').op('select').set(size);
    };
    const transformTiles = () =>
      void f.for(i, 0, rows, 1, () => {
        transform(
          [() => f.get(x), xTable, xRoutine],
          () => {
            inScratch(v);
            plus(i, vRow);
          },
          () => f.i32Const(4 * channels),
        );
        transform(
          [
            () => {
              f.get(dy);
              plusFirstCol();
            },
            dyTable,
            dyRoutine,
          ],
          () => {
            inScratch(y);
            plus(i, yRow);
            plusFirstCol();
          },
          partBytes,
        );
      });
    // U to dw: `count` channels at once if the part has all columns, else channel by channel
    const inverseOfChannels = () => {
      inScratch(u);
      f.get(dw);
      plus(channel, 4 * cols);
      f.get(count)
        .i32Const(4 * cols)
        .op('i32.mul');
      inScratch(temp).call(transformU);
    };
    const inverseOfColumns = () =>
      f.for(i, 0, channels, 1, () => {
        for (const to of [() => inScratch(u), () => f.get(dw)]) {
          to();
          plus(i, 4 * cols);
          plusFirstCol();
        }
        partBytes();
        inScratch(temp).call(transformU);
      });
    clearSeen(f, () => inScratch(temp + SEEN));
    inScratch(zeros)
      .i32Const(0)
      .i32Const(4 * Math.max(channels, cols))
      .op('memory.fill');
    f.for(first, 0, tiles, blockTiles, () => {
      clip(first, blockTiles, tiles, rows);
      if (single) f.get(fresh).if(transformTiles);
      else transformTiles();
      f.for(channel, firstChannel, lastChannel, chunk, () => {
        clip(channel, chunk, lastChannel, count);
        f.for(i, 0, PLANES, 1, () => {
          inScratch(v);
          plus(channel, 4);
          plus(i, vPlane);
          inScratch(y);
          plus(i, yPlane);
          plusFirstCol();
          inScratch(u);
          plus(i, uPlane);
          plusFirstCol();
          f.get(count);
          partCols();
          f.get(rows).get(first).call(block);
        });
        if (single) inverseOfChannels();
      });
    });
    if (!single) inverseOfColumns();
    ifSeen(
      f,
      () => inScratch(temp + SEEN),
      () => {
        f.get(x).get(dy).get(dw).push(firstChannel).push(lastChannel);
        f.push(single ? 0 : from)
          .push(single ? cols : to)
          .call(directWeights);
      },
    );
  });
  return { bytes: m.finish(), scratchBytes: region.bytes(), args: 'x dy dw scratch', split };
};
