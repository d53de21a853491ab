// Which tile a product gets: a pure function of its shape and of the adapter. The list of candidates is
// what tfjs, ONNX Runtime and llama.cpp use on WebGPU; the heuristic ranks them by a rough model, and the
// autotuner measures the best few on GPUs.
//
//   registers  each thread keeps a block of outputs and reads memory directly (CPU adapters, where
//              workgroup memory is ordinary memory with barriers on top)
//   shared     a workgroup loads tiles of a and b into its memory, threads keep tm x tn outputs
//   matrix     the same tiles in f16, multiplied by subgroups as 16x16 matrices into f32
import type { AdapterTraits, ShaderOptions } from '../wgsl/stage.ts';
import { nextPowerOfTwo } from './axes.ts';

/** `size` threads side by side; each keeps `rows` x `columns` outputs. */
export interface RegisterTile {
  readonly form: 'registers';
  readonly rows: number;
  readonly columns: number;
  readonly size: number;
  /** The threads of a subgroup read a at different k and hand the values round. */
  readonly spread: boolean;
}

/** Outputs of a workgroup, k elements of a step, outputs of a thread. */
export interface SharedTile {
  readonly form: 'shared';
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly tm: number;
  readonly tn: number;
  /** The next step's elements are read before this step is computed. */
  readonly prefetch: boolean;
}

/** Outputs of a workgroup, k elements of a step, and the arrangement of `subgroup`-wide subgroups. */
export interface MatrixTile {
  readonly form: 'matrix';
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly down: number;
  readonly across: number;
  readonly subgroup: number;
}

/** How a workgroup computes its part of a product. */
export type Tile = RegisterTile | SharedTile | MatrixTile;

/** Extents of a product. */
export interface GemmShape {
  readonly batches: number;
  readonly m: number;
  readonly n: number;
  readonly k: number;
  /** Terms that follow each other in one outer step. */
  readonly inner: number;
  /** Both operands are stored as native f16. */
  readonly half: boolean;
}

/** WebGPU's guaranteed limits, and a large GPU or a small processor with a plain compiler. */
export const defaultTraits = (hardware: boolean): AdapterTraits => ({
  units: hardware ? 128 : 8,
  threads: 256,
  workgroupBytes: 16384,
  unroll: hardware,
  optimizes: hardware,
});

/** A short text that tells tiles apart, for caches and labels. */
export function tileName(t: Tile): string {
  if (t.form === 'registers')
    return `registers ${t.rows}x${t.columns} of ${t.size}${t.spread ? ' spread' : ''}`;
  const size = `${t.rows}x${t.columns}x${t.depth}`;
  return t.form === 'matrix'
    ? `matrix ${size} ${t.down}x${t.across}`
    : `shared ${size} ${t.tm}x${t.tn}${t.prefetch ? ' prefetch' : ''}`;
}

/** Threads of a workgroup. */
export function tileThreads(t: Tile): number {
  if (t.form === 'registers') return t.size;
  if (t.form === 'matrix') return t.down * t.across * t.subgroup;
  return (t.rows / t.tm) * (t.columns / t.tn);
}

/** Outputs of a workgroup in each direction. */
export const tileExtent = (t: Tile): readonly [rows: number, columns: number] =>
  t.form === 'registers' ? [t.rows, t.columns * t.size] : [t.rows, t.columns];

/** Bytes of workgroup memory that a tile takes. */
export function tileBytes(t: Tile): number {
  if (t.form === 'registers') return 0;
  // one vector of padding a line of k; 16x16 results of each subgroup pass through memory
  if (t.form === 'shared') return (t.rows + t.columns + 8) * t.depth * 4;
  return (t.rows + t.columns) * t.depth * 2 + t.down * t.across * 1024;
}

const shared = (
  rows: number,
  columns: number,
  depth: number,
  tm: number,
  tn: number,
  prefetch = false,
): SharedTile => ({ form: 'shared', rows, columns, depth, tm, tn, prefetch });

const sharedTiles: readonly SharedTile[] = [
  shared(128, 128, 8, 8, 8, true),
  shared(128, 128, 8, 8, 8),
  shared(128, 64, 16, 8, 8, true),
  shared(64, 64, 16, 8, 8),
  shared(64, 64, 16, 4, 4),
  shared(32, 32, 16, 4, 4),
  shared(64, 16, 16, 4, 4),
  shared(16, 64, 16, 4, 4),
];

/** Tiles for matrix units with subgroups of this many threads. */
export const matrixTiles = (subgroup: number): readonly MatrixTile[] => [
  { form: 'matrix', rows: 128, columns: 128, depth: 32, down: 2, across: 4, subgroup },
  { form: 'matrix', rows: 64, columns: 64, depth: 32, down: 2, across: 2, subgroup },
];

const ceilDiv = (a: number, b: number): number => Math.ceil(a / b);

/**
 * Workgroups that share the terms of one output tile: enough that every unit has about two
 * workgroups, with `least` terms each, so that their parts cost little to add up.
 */
export function splitsFor(shape: GemmShape, tile: Tile, adapter: AdapterTraits): number {
  const [rows, columns] = tileExtent(tile);
  const tiles = ceilDiv(shape.m, rows) * ceilDiv(shape.n, columns) * shape.batches;
  const least = tile.form === 'registers' ? 256 : 128;
  const most = Math.min(Math.floor(shape.k / least), 256);
  return Math.max(1, Math.min(Math.floor((2 * adapter.units) / tiles), most));
}

// Estimated speed, 1 at best: reuse in registers, reuse in workgroup memory, outputs that are not
// padding, and threads enough to keep every unit busy.
function score(shape: GemmShape, tile: SharedTile | MatrixTile, adapter: AdapterTraits): number {
  const { rows, columns } = tile;
  const down = ceilDiv(shape.m, rows);
  const across = ceilDiv(shape.n, columns);
  const groups = down * across * shape.batches * splitsFor(shape, tile, adapter);
  const held = tile.form === 'matrix' ? 8 : (tile.tm * tile.tn) / (tile.tm + tile.tn);
  const reuse = (rows * columns) / (rows + columns);
  const useful = (shape.m * shape.n) / (down * rows * across * columns);
  const busy = Math.min(1, (groups * tileThreads(tile)) / (adapter.units * 256));
  return (held / (held + 2)) * (reuse / (reuse + 16)) * useful * busy;
}

const fits = (tile: Tile, adapter: AdapterTraits): boolean =>
  tileThreads(tile) <= adapter.threads && tileBytes(tile) <= adapter.workgroupBytes;

/** Tiles worth measuring on a GPU, the likeliest first. */
export function candidateTiles(shape: GemmShape, adapter: AdapterTraits): Tile[] {
  const { matrixSubgroup } = adapter;
  const matrices =
    shape.half && matrixSubgroup && Math.min(shape.m, shape.n, shape.k) >= 16
      ? matrixTiles(matrixSubgroup)
      : [];
  const rank = (tiles: readonly (SharedTile | MatrixTile)[]): Tile[] =>
    tiles
      .filter((t) => fits(t, adapter))
      .map((tile) => ({ tile, value: score(shape, tile, adapter) }))
      .sort((a, b) => b.value - a.value)
      .map(({ tile }) => tile);
  return [...rank(matrices), ...rank(sharedTiles)].slice(0, 4);
}

function mostOutputs(small: boolean, spread: boolean, optimizes: boolean): [number, number] {
  if (small) return [1, 1];
  // on SwiftShader 4x4 compiles in a third of the time of 8x8, and runs faster
  if (!optimizes) return [4, 4];
  return spread ? [16, 4] : [8, 8];
}

function registerTile(shape: GemmShape, subgroups: boolean, optimizes: boolean): RegisterTile {
  const { batches, m, n, k, inner } = shape;
  // small products are over before a large tile would be compiled
  const small = batches * m * n * k < 2 ** 20;
  // handing values round costs a few instructions a step, which short steps do not repay; without an
  // optimiser it costs more than the reads it saves
  const spread = subgroups && optimizes && !small && inner >= 16;
  const [mostRows, mostColumns] = mostOutputs(small, spread, optimizes);
  // one full vector: larger workgroups are no faster, and one size lets shapes share pipelines
  const size = 8;
  return {
    form: 'registers',
    rows: Math.min(mostRows, nextPowerOfTwo(m)),
    columns: Math.min(mostColumns, nextPowerOfTwo(ceilDiv(n, size))),
    size,
    spread,
  };
}

/** The tile of a product without measurements. */
export function tileFor(
  shape: GemmShape,
  options: Pick<ShaderOptions, 'hardware' | 'adapter' | 'subgroups'>,
): Tile {
  const adapter = options.adapter ?? defaultTraits(options.hardware);
  if (options.hardware) return candidateTiles(shape, adapter)[0];
  return registerTile(shape, options.subgroups ?? false, adapter.optimizes);
}
