// Which convolutions Winograd's algorithm takes, how they fall into tiles, and the scratch they need.

import type { ConvGeometry, ConvSpec } from '../../../tensor/kernels.ts';
import type { TileGrid } from './winograd-tiles.ts';

/** Matrices of a transform: one for each of the 6 x 6 places in a tile. */
export const PLANES = 36;

/** Floats between rows of transformed tiles beyond the channels: off the powers of two. */
export const PAD = 16;

/** The tiles of one pass: 4 x 4 pixels of the results (of dy in weightGrad), 6 x 6 of the sources. */
export interface TilePlan {
  readonly tiles: number;
  /** The pixels that are read in tiles of 6 x 6: x, or dy in inputGrad. */
  readonly source: TileGrid;
  /** The pixels of the 4 x 4 tiles: y, dx, or dy in weightGrad. */
  readonly result: TileGrid;
  readonly channels: number;
  readonly cols: number;
}

/** The tiles of a pass. */
export const planTiles = (g: ConvGeometry, pass: ConvSpec['pass']): TilePlan => {
  const [top, , left] = g.padding;
  // dx is the convolution of dy with flipped weights, padded by what y lacks.
  const back = pass === 'inputGrad';
  const [height, width] = back ? [g.oh, g.ow] : [g.h, g.w];
  const [outHeight, outWidth] = back ? [g.h, g.w] : [g.oh, g.ow];
  const [channels, cols] = back ? [g.oc, g.c] : [g.c, g.oc];
  const tiling = { tilesY: Math.ceil(outHeight / 4), tilesX: Math.ceil(outWidth / 4) };
  return {
    tiles: g.n * tiling.tilesY * tiling.tilesX,
    source: {
      ...tiling,
      height,
      width,
      pixelBytes: 4 * channels,
      top: back ? 2 - top : top,
      left: back ? 2 - left : left,
      size: 6,
    },
    result: {
      ...tiling,
      height: outHeight,
      width: outWidth,
      pixelBytes: 4 * cols,
      top: 0,
      left: 0,
      size: 4,
    },
    channels,
    cols,
  };
};

/** Whether the kernels can compute this convolution. */
export const supportsWinograd = (g: ConvGeometry): boolean =>
  g.kh === 3 &&
  g.kw === 3 &&
  [...g.stride, ...g.dilation, g.groups].every((v) => v === 1) &&
  g.padding.every((p) => p >= 0 && p <= 2) &&
  [g.c, g.oc].every((v) => v >= 16 && v % 8 === 0) &&
  Math.min(g.h, g.w) >= 4 &&
  g.n > 0;

/**
 * Whether Winograd's algorithm applies and is expected to be faster than the direct sum: a function of
 * the shape only, so that results repeat bit for bit. Costs in nanoseconds as measured on one core.
 */
export const prefersWinograd = (g: ConvGeometry, pass: ConvSpec['pass']): boolean => {
  if (!supportsWinograd(g)) return false;
  const { tiles, result, channels, cols } = planTiles(g, pass);
  const pixels = g.n * result.height * result.width;
  const direct = (18 / 56) * pixels * channels * cols + 0.9 * channels * cols;
  const { product, weights, sources, results } = winogradTimes(tiles, channels, cols);
  return product + weights + sources + results < direct;
};

/** Nanoseconds on one core: the 36 products, and the transforms of weights, sources and results. */
export const winogradTimes = (tiles: number, channels: number, cols: number) => ({
  product: (72 / 56) * tiles * channels * cols,
  weights: 5.2 * channels * cols,
  sources: 5.5 * tiles * channels,
  results: 4.3 * tiles * cols,
});

/** Lays regions of the scratch one after the other; `take` gives the byte offset of the next. */
export const scratchRegions = () => {
  let end = 0;
  const take = (bytes: number): number => {
    const at = end;
    end += 64 * Math.ceil(bytes / 64);
    return at;
  };
  return { take, bytes: () => end };
};

/** A tile's places as planes in memory, `bytes` apart; `count` along a row. */
export const planes = (bytes: number, count: number) => ({ row: count * bytes, column: bytes });
