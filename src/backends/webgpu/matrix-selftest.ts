// Whether a device's matrix units can be trusted: small products of random f16 values with odd sizes,
// edges and transposes run through the very kernels that would be used and are compared with plain
// loops. Drivers have been wrong here, and the feature is experimental; a failure turns it off.
import type { SpecialKernel } from '../../compiler/program.ts';
import { floatsToHalves, halvesToFloats } from '../../tensor/half.ts';
import type { MatmulSpec } from '../../tensor/kernels.ts';
import { compileDirect } from './direct.ts';
import { tiledStages } from './kernels/gemm.ts';
import { matrixTiles, tileBytes, tileThreads } from './kernels/gemm-choice.ts';
import { matmulGemm } from './kernels/matmul.ts';
import { matrixFeature } from './kernels/subgroup-matrix.ts';

interface MatrixConfig {
  readonly componentType: string;
  readonly resultComponentType: string;
  readonly M: number;
  readonly N: number;
  readonly K: number;
}

// what Chromium adds to the adapter's information
type MatrixInfo = GPUAdapterInfo & {
  readonly subgroupMatrixConfigs?: Iterable<MatrixConfig> | null;
};

/** Threads of the subgroups that multiply f16 matrices of 16x16x16 into f32, if the adapter says so. */
export function matrixSubgroupOf(info: GPUAdapterInfo): number | undefined {
  const configs = [...((info as MatrixInfo).subgroupMatrixConfigs ?? [])];
  const wanted = configs.some(
    (c) =>
      c.componentType === 'f16' &&
      c.resultComponentType === 'f32' &&
      c.M === 16 &&
      c.N === 16 &&
      c.K === 16,
  );
  // kernels divide their threads into subgroups themselves, so the size must be certain
  const certain = info.subgroupMinSize === info.subgroupMaxSize;
  return wanted && certain ? info.subgroupMaxSize : undefined;
}

const plain = (m: number, n: number, k: number): MatmulSpec => ({
  kind: 'matmul',
  ...{ m, n, k, batch: [] },
  a: { row: k, col: 1, offset: 0 },
  b: { row: n, col: 1, offset: 0 },
});

/** The products of the test: single elements, vectors along k and along lines; edges everywhere. */
export const selfTestProducts: readonly MatmulSpec[] = [
  plain(141, 75, 37),
  plain(68, 132, 40),
  {
    ...plain(132, 68, 72),
    a: { row: 1, col: 132, offset: 0 },
    b: { row: 1, col: 72, offset: 0 },
  },
];

/** The kernel of such a product, f16 in and f32 out. */
export const selfTestKernel = (spec: MatmulSpec): SpecialKernel => ({
  kind: 'special',
  spec,
  inputs: ['f16', 'f16'],
  outputs: ['f32'],
  inputSizes: [spec.m * spec.k, spec.k * spec.n],
  key: 'self-test',
});

// f16 bit patterns of values in [-1, 1)
function randomBits(count: number, seed: number): Uint16Array<ArrayBuffer> {
  let state = seed;
  const values = Float32Array.from({ length: count + (count & 1) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
  return floatsToHalves(values) as Uint16Array<ArrayBuffer>;
}

/** Why the matrix units cannot be used; undefined if every product is right. */
export async function testMatrices(
  device: GPUDevice,
  subgroup: number,
): Promise<string | undefined> {
  if (!device.features.has(matrixFeature as GPUFeatureName)) return 'the device lacks the feature';
  const { limits } = device;
  for (const tile of matrixTiles(subgroup)) {
    if (tileThreads(tile) > limits.maxComputeInvocationsPerWorkgroup) continue;
    if (tileBytes(tile) > limits.maxComputeWorkgroupStorageSize) continue;
    for (const spec of selfTestProducts) {
      // two parts, so that the sums of split products are tested too
      const stages = tiledStages(matmulGemm(selfTestKernel(spec), spec), tile, 2, true);
      const error = await worstOf(device, spec, stages).catch((e: unknown) => String(e));
      if (typeof error === 'string') return error;
      if (!(error < 1e-3)) {
        return `a product of ${spec.m}x${spec.k} and ${spec.k}x${spec.n} is wrong by ${error}`;
      }
    }
  }
  return undefined;
}

// Largest difference from plain loops in float64; the f32 sums of at most 72 terms differ by 1e-5.
async function worstOf(
  device: GPUDevice,
  spec: MatmulSpec,
  stages: ReturnType<typeof tiledStages>,
): Promise<number | string> {
  const { m, n, k, a, b } = spec;
  const storage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
  const buffer = (size: number, usage: number): GPUBuffer =>
    device.createBuffer({ size: Math.ceil(size / 16) * 16, usage });
  const left = randomBits(m * k, 1);
  const right = randomBits(k * n, 2);
  const buffers = [
    buffer(left.byteLength, storage),
    buffer(right.byteLength, storage),
    buffer(m * n * 4, storage),
    buffer(Math.max(stages.scratchBytes, 16), storage),
  ];
  const read = buffer(m * n * 4, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
  try {
    device.queue.writeBuffer(buffers[0], 0, left);
    device.queue.writeBuffer(buffers[1], 0, right);
    const options = { f16: true, hardware: true };
    const record = await compileDirect(device, stages, options, buffers);
    if (typeof record === 'string') return `the kernel was refused: ${record.split('\n')[0]}`;
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    record(pass);
    pass.end();
    encoder.copyBufferToBuffer(buffers[2], 0, read, 0, m * n * 4);
    device.queue.submit([encoder.finish()]);
    await read.mapAsync(GPUMapMode.READ);
    const got = new Float32Array(read.getMappedRange());
    const [x, y] = [left, right].map(halvesToFloats);
    let worst = 0;
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let t = 0; t < k; t++) sum += x[i * a.row + t * a.col] * y[t * b.row + j * b.col];
        const error = Math.abs(got[i * n + j] - sum);
        worst = error <= worst ? worst : Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
      }
    }
    read.unmap();
    return worst;
  } finally {
    for (const x of [...buffers, read]) x.destroy();
  }
}
