// Products on matrix units. No adapter here has them, so this shows three things: that Tint and Dawn's
// null backend accept the kernels; that the kernels are right when the built-in matrix functions are
// replaced by functions of the same meaning; and that the self-test turns the feature off on a device
// whose results are wrong. It does not show that any driver multiplies matrices correctly.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestDevice, webgpu } from '../../src/backends/webgpu/device.ts';
import { compileDirect } from '../../src/backends/webgpu/direct.ts';
import { convStages } from '../../src/backends/webgpu/kernels/conv.ts';
import { tiledStages } from '../../src/backends/webgpu/kernels/gemm.ts';
import { type MatrixTile, matrixTiles } from '../../src/backends/webgpu/kernels/gemm-choice.ts';
import { matmulGemm } from '../../src/backends/webgpu/kernels/matmul.ts';
import { matrixFeature } from '../../src/backends/webgpu/kernels/subgroup-matrix.ts';
import {
  matrixSubgroupOf,
  selfTestKernel,
  selfTestProducts,
  testMatrices,
} from '../../src/backends/webgpu/matrix-selftest.ts';
import type { Stage } from '../../src/backends/webgpu/wgsl/stage.ts';
import type { DType } from '../../src/tensor/dtype.ts';
import type { ConvSpec } from '../../src/tensor/kernels.ts';
import { directProduct, hasF16, plainProduct, productSpec } from './direct.ts';
import { randomValues, special } from './support.ts';

describe('on Dawn’s null backend, which computes nothing', () => {
  let device: GPUDevice;
  let gpu: GPU; // Dawn's instance has to outlive its device
  beforeAll(async () => {
    await webgpu(); // defines WebGPU's global names
    const name = 'webgpu';
    const { create } = await import(name);
    gpu = create(['backend=null', 'enable-dawn-features=allow_unsafe_apis']);
    const adapter = (await gpu.requestAdapter()) as GPUAdapter;
    const requiredFeatures = ['shader-f16', 'subgroups', matrixFeature] as GPUFeatureName[];
    const { maxComputeWorkgroupStorageSize } = adapter.limits;
    device = await adapter.requestDevice({
      requiredFeatures,
      requiredLimits: { maxComputeWorkgroupStorageSize },
    });
  });
  afterAll(() => {
    device.destroy();
    expect(gpu).toBeDefined();
  });

  const buffersFor = (count: number): GPUBuffer[] =>
    Array.from({ length: count }, () =>
      device.createBuffer({ size: 2 ** 16, usage: GPUBufferUsage.STORAGE }),
    );
  const options = { f16: true, hardware: true };

  test.each(matrixTiles(128))('kernels of %o compile', async (tile) => {
    // the null adapter's subgroups are of 128 threads, and the size of a workgroup is a multiple
    const fitting = { ...tile, down: 1, across: 2, rows: 32, columns: 64 };
    for (const spec of selfTestProducts) {
      const stages = tiledStages(matmulGemm(selfTestKernel(spec), spec), fitting, 2, true);
      expect(await compileDirect(device, stages, options, buffersFor(4))).toBeTypeOf('function');
    }
  });

  test('a shader that is wrong is refused', async () => {
    const [spec] = selfTestProducts;
    const [tile] = matrixTiles(128);
    const made = tiledStages(matmulGemm(selfTestKernel(spec), spec), tile, 1, true);
    const stages = made.stages.map((s) => ({ ...s, directives: [] }));
    expect(await compileDirect(device, { ...made, stages }, options, buffersFor(4))).toMatch(
      /subgroup_matrix/,
    );
  });

  test('the self-test finds the results wrong', async () => {
    expect(await testMatrices(device, 32)).toMatch(/is wrong by/);
  });

  test('convolutions are the same kernels', async () => {
    const spec: ConvSpec = {
      ...{ kind: 'conv2d', pass: 'forward', n: 1, h: 8, w: 8, c: 16, kh: 3, kw: 3, oc: 32 },
      ...{ oh: 8, ow: 8, groups: 1, stride: [1, 1], padding: [1, 1, 1, 1], dilation: [1, 1] },
    };
    const traits = { units: 8, threads: 256, workgroupBytes: 32768, unroll: true, optimizes: true };
    const { stages } = convStages(special(spec, [1024, 4608], ['f16', 'f16']), spec, {
      ...options,
      adapter: { ...traits, matrixSubgroup: 32 },
    });
    const text = stages[0].body({
      ...{ load: (i, at) => `${i}[${at}]`, store: (i, at, v) => `${i}[${at}] = ${v};` },
      ...{ load4: (i, at) => `${i}[${at}]`, store4: (i, at, v) => `${i}[${at}] = ${v};` },
    });
    expect(text).toContain('subgroupMatrixMultiplyAccumulate');
  });
});

// Operands are remembered as places in the tiles, and thread i of a subgroup of 16 keeps column i of the
// results; bounds are hidden from the driver, which would unroll the loops.
const written = `
var<private> lane: u32;
fn multiplied(a: vec3u, b: vec3u, c: array<f32, 16>) -> array<f32, 16> {
  var out = c;
  let n = select(16u, 0u, lane == 99u);
  for (var row = 0u; row < n; row++) {
    for (var k = 0u; k < n; k++) {
      out[row] += f32(tileA[a.x + row * a.y + k * a.z]) * f32(tileB[b.x + k * b.y + lane * b.z]);
    }
  }
  return out;
}
fn stored(at: u32, c: array<f32, 16>, byRow: u32) {
  var out = c;
  let n = select(16u, 0u, lane == 99u);
  for (var row = 0u; row < n; row++) { results[at + row * byRow + lane] = out[row]; }
}
`;

// Where the adapter has no f16 either, the tiles are of f32: the values of the test are exact in both.
const emulatedOn =
  (device: GPUDevice) =>
  (stage: Stage): Stage => {
    const made = emulated(stage);
    if (hasF16(device)) return made;
    return { ...made, body: (access) => made.body(access).replace(/\bf16\b/g, 'f32') };
  };

function emulated(stage: Stage): Stage {
  if (!stage.directives) return stage;
  const body = (access: Parameters<Stage['body']>[0]): string =>
    stage
      .body(access)
      .replace('let lane = lid % 16u;', 'lane = lid % 16u;')
      .replace(/subgroup_matrix_result<f32, 16, 16>\(\)/g, 'array<f32, 16>()')
      // (place, elements from row to row, elements from column to column)
      .replace(
        /subgroupMatrixLoad<subgroup_matrix_(left|right)<f16, 16, 16>, (row|col)_major>\(&tile[AB], (.*), (\d+u)\);/g,
        (_, __, major, place, stride) =>
          `vec3u(${place}, ${major === 'row' ? `${stride}, 1u` : `1u, ${stride}`});`,
      )
      .replace(/subgroupMatrixMultiplyAccumulate/g, 'multiplied')
      .replace(/subgroupMatrixStore<row_major>\(&results, /g, 'stored(');
  return { ...stage, body: (access) => body(access) + written, directives: [] };
}

describe('with the matrix functions written out', () => {
  let device: GPUDevice;
  beforeAll(async () => {
    ({ device } = await requestDevice());
  });
  afterAll(() => device.destroy());

  const tile = (rows: number, columns: number, depth: number): MatrixTile => ({
    ...{ form: 'matrix', rows, columns, depth },
    ...{ down: 2, across: 2, subgroup: 16 },
  });
  const cases = [
    ['single elements', productSpec(35, 19, 21), tile(32, 32, 16), 1],
    [
      'vectors, transposed, k in parts, several matrices a subgroup',
      productSpec(68, 36, 72, { a: true, b: true }),
      tile(64, 32, 32),
      2,
    ],
  ] as const;
  test.each(cases)('%s', async (_, spec, shape, splits) => {
    // sums of multiples of 2^-12 are exact
    const rounded = (count: number, seed: number): Float32Array =>
      randomValues(count, seed).map((v) => Math.round(v * 64) / 64);
    const [a, b] = [rounded(spec.m * spec.k, 3), rounded(spec.k * spec.n, 4)];
    const inputs: [DType, DType] = ['f16', 'f16'];
    const options = { splits, inputs, change: emulatedOn(device) };
    const got = await directProduct(device, spec, shape, [a, b], options);
    expect([...got]).toEqual([...plainProduct(spec, a, b)]);
  });

  test('are used where the adapter has them, after the self-test, and nowhere else', async () => {
    const { info, traits, device: own } = await requestDevice();
    expect(traits.matrixSubgroup).toBe(matrixSubgroupOf(info));
    own.destroy();
  });

  test('the adapter must offer f16 into f32 and certain subgroups', () => {
    const config = { componentType: 'f16', resultComponentType: 'f32', M: 16, N: 16, K: 16 };
    const info = (configs: object[], min: number): GPUAdapterInfo =>
      ({
        ...{ subgroupMinSize: min, subgroupMaxSize: 32 },
        subgroupMatrixConfigs: configs,
      }) as unknown as GPUAdapterInfo;
    expect(matrixSubgroupOf(info([config], 32))).toBe(32);
    expect(matrixSubgroupOf(info([config], 8))).toBeUndefined();
    expect(matrixSubgroupOf(info([{ ...config, M: 8 }], 32))).toBeUndefined();
    expect(matrixSubgroupOf(info([{ ...config, resultComponentType: 'f16' }], 32))).toBeUndefined();
  });
});
