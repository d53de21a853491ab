// The choice of tiles: what a shape and an adapter lead to.
import { describe, expect, test } from 'vitest';
import {
  candidateTiles,
  defaultTraits,
  type GemmShape,
  splitsFor,
  tileBytes,
  tileExtent,
  tileFor,
  tileName,
  tileThreads,
} from '../../src/backends/webgpu/kernels/gemm-choice.ts';

const gpu = defaultTraits(true);
const shape = (m: number, n: number, k: number, batches = 1): GemmShape => ({
  ...{ batches, m, n, k, inner: k },
  half: false,
});
const shapes = [
  shape(4096, 4096, 4096),
  shape(512, 512, 512),
  shape(64, 64, 64),
  shape(8192, 3, 288),
  shape(4, 768, 768),
  shape(576, 128, 8192),
  shape(256, 256, 64, 8),
  shape(1, 1, 9),
];

describe('on GPUs', () => {
  test.each(shapes)('candidates for %o fit the adapter', (s) => {
    const tiles = candidateTiles(s, gpu);
    expect(tiles[0]).toEqual(tileFor(s, { hardware: true, adapter: gpu }));
    expect(new Set(tiles.map(tileName)).size).toBe(tiles.length);
    for (const t of tiles) {
      expect(tileThreads(t)).toBeLessThanOrEqual(gpu.threads);
      expect(tileBytes(t)).toBeLessThanOrEqual(gpu.workgroupBytes);
    }
  });

  test('large products get large tiles, narrow ones narrow tiles', () => {
    expect(tileExtent(candidateTiles(shape(4096, 4096, 4096), gpu)[0])).toEqual([128, 128]);
    expect(tileExtent(candidateTiles(shape(65536, 3, 288), gpu)[0])).toEqual([64, 16]);
    expect(tileExtent(candidateTiles(shape(4, 65536, 768), gpu)[0])).toEqual([16, 64]);
  });

  test('k is split where there are few tiles, never into fewer than 128 terms', () => {
    const of = (s: GemmShape): number => splitsFor(s, candidateTiles(s, gpu)[0], gpu);
    expect(of(shape(64, 64, 65536))).toBeGreaterThan(32);
    expect(of(shape(4096, 4096, 4096))).toBe(1);
    expect(of(shape(16, 16, 255))).toBe(1);
    expect(of(shape(16, 16, 256))).toBe(2);
  });

  test('matrix units are used for f16 and only where they are', () => {
    const half = { ...shape(512, 512, 512), half: true };
    const able = { ...gpu, matrixSubgroup: 32 };
    expect(candidateTiles(half, able)[0].form).toBe('matrix');
    expect(candidateTiles(shape(512, 512, 512), able).map((t) => t.form)).not.toContain('matrix');
    expect(candidateTiles(half, gpu).map((t) => t.form)).not.toContain('matrix');
    // a row has no use for 16x16 matrices
    expect(candidateTiles({ ...half, m: 1 }, able).map((t) => t.form)).not.toContain('matrix');
  });
});

describe('on software adapters', () => {
  test.each(shapes)('%o keeps its outputs in registers', (s) => {
    const tile = tileFor(s, { hardware: false });
    expect(tile.form).toBe('registers');
    expect(tileBytes(tile)).toBe(0);
    const [rows, columns] = tileExtent(tile);
    // no more than half of a tile is padding, but for lanes that a vector has anyway
    expect(rows).toBeLessThan(2 * s.m + 1);
    expect(columns).toBeLessThan(Math.max(2 * s.n, 8) + 1);
  });

  test('reads are spread over subgroups where there are some and steps are long', () => {
    const large = shape(512, 512, 512);
    const adapter = { ...defaultTraits(false), optimizes: true };
    const of = (s: GemmShape, subgroups: boolean): object =>
      tileFor(s, { hardware: false, subgroups, adapter });
    expect(of(large, true)).toMatchObject({ spread: true });
    expect(of(large, false)).toMatchObject({ spread: false });
    expect(of({ ...large, inner: 3 }, true)).toMatchObject({ spread: false });
    expect(of(shape(9, 9, 512), true)).toMatchObject({ spread: false });
  });

  test('compilers that do not optimise get few outputs a thread and no shuffles, whatever the shape', () => {
    const extents = [1, 3, 16, 63, 512, 4096];
    for (const m of extents)
      for (const n of extents)
        for (const k of extents)
          for (const inner of [1, 16, k])
            for (const batches of [1, 64]) {
              const s = { ...shape(m, n, k, batches), inner };
              const tile = tileFor(s, { hardware: false, subgroups: true });
              expect(tile, JSON.stringify(s)).toMatchObject({ form: 'registers', spread: false });
              if (tile.form === 'registers') {
                expect(tile.rows * tile.columns, JSON.stringify(s)).toBeLessThanOrEqual(16);
              }
            }
  });
});
