// The tiled products: every kind of tile, of addressing and of dtype against plain loops.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestDevice } from '../../src/backends/webgpu/device.ts';
import type { SharedTile, Tile } from '../../src/backends/webgpu/kernels/gemm-choice.ts';
import type { DType } from '../../src/tensor/dtype.ts';
import type { MatmulSpec } from '../../src/tensor/kernels.ts';
import { directProduct, plainProduct, productSpec } from './direct.ts';
import { randomValues, worstError } from './support.ts';

let device: GPUDevice;
beforeAll(async () => {
  ({ device } = await requestDevice());
});
afterAll(() => device.destroy());

const tile = (
  rows: number,
  columns: number,
  depth: number,
  tm: number,
  tn: number,
  prefetch = false,
): SharedTile => ({ form: 'shared', rows, columns, depth, tm, tn, prefetch });

// values of 1/64 are exact in f16, and sums of their products in f32
const values = (s: MatmulSpec): [Float32Array, Float32Array] => [
  randomValues(s.m * s.k, 1).map((v) => Math.round(v * 64) / 64),
  randomValues(s.k * s.n, 2).map((v) => Math.round(v * 64) / 64),
];

describe('tiles in workgroup memory', () => {
  // sizes that are multiples of four are read as vectors, along k or along lines; all leave edges
  const cases: [string, MatmulSpec, SharedTile][] = [
    ['vectors along k and columns', productSpec(36, 44, 20), tile(32, 32, 16, 4, 4)],
    [
      'vectors along rows and k',
      productSpec(36, 44, 20, { a: true, b: true }),
      tile(32, 32, 8, 4, 4),
    ],
    ['single elements', productSpec(37, 43, 21), tile(32, 32, 16, 4, 4)],
    [
      'single elements, transposed',
      productSpec(37, 43, 21, { a: true, b: true }),
      tile(32, 32, 16, 4, 4),
    ],
    ['reading ahead', productSpec(36, 44, 52), tile(32, 32, 16, 4, 4, true)],
    ['few columns', productSpec(70, 5, 33), tile(64, 16, 16, 4, 4)],
    ['few rows', productSpec(3, 68, 36), tile(16, 64, 16, 4, 4)],
    ['8x8 outputs a thread', productSpec(68, 132, 12), tile(64, 64, 16, 8, 8)],
    [
      'more threads than units',
      productSpec(132, 68, 20, { b: true }),
      tile(128, 64, 8, 8, 8, true),
    ],
  ];
  test.each(cases)('%s', async (_, spec, shape) => {
    const [a, b] = values(spec);
    const want = plainProduct(spec, a, b);
    expect([...(await directProduct(device, spec, shape, [a, b]))]).toEqual([...want]);
  });

  test('k in parts gives the same sum, the last part shorter', async () => {
    const spec = productSpec(20, 12, 200);
    const [a, b] = values(spec);
    const got = await directProduct(device, spec, tile(32, 32, 16, 4, 4), [a, b], { splits: 3 });
    expect([...got]).toEqual([...plainProduct(spec, a, b)]);
  });
});

describe('f16', () => {
  const forms: [string, Tile][] = [
    ['registers', { form: 'registers', rows: 2, columns: 2, size: 8, spread: false }],
    ['registers, spread', { form: 'registers', rows: 4, columns: 2, size: 8, spread: true }],
    ['shared', tile(32, 32, 16, 4, 4)],
  ];
  const types: [DType, DType, DType][] = [
    ['f16', 'f16', 'f32'],
    ['f16', 'f16', 'f16'],
    ['f16', 'f32', 'f32'],
  ];
  describe.each(forms)('%s', (_, form) => {
    test.each(types)('%s by %s into %s', async (left, right, output) => {
      const spec = productSpec(36, 20, 40);
      const [a, b] = values(spec);
      const want = plainProduct(spec, a, b);
      const options = { inputs: [left, right] as [DType, DType], output };
      const got = await directProduct(device, spec, form, [a, b], options);
      // a half keeps 11 bits
      expect(worstError(got, want, 0.01)).toBeLessThan(output === 'f16' ? 2 ** -11 : 1e-12);
    });
  });

  test('sums are kept in f32: 4096 ones and a half do not stop at 2048', async () => {
    const spec = productSpec(2, 4, 4096);
    const a = new Float32Array(2 * 4096).fill(1);
    const b = new Float32Array(4096 * 4).fill(1);
    a[0] = 1.5;
    const options = { inputs: ['f16', 'f16'] as [DType, DType] };
    for (const [, form] of forms) {
      const got = await directProduct(device, spec, form, [a, b], options);
      expect([...got]).toEqual([...new Array(4).fill(4096.5), ...new Array(4).fill(4096)]);
    }
  });
});
