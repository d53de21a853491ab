// Products with a given tile, run on a device outside of any program, and the plain loops that products
// and convolutions are compared with.
import { fromDevice, toDevice } from '../../src/backends/webgpu/convert.ts';
import { compileDirect } from '../../src/backends/webgpu/direct.ts';
import { tiledStages } from '../../src/backends/webgpu/kernels/gemm.ts';
import type { Tile } from '../../src/backends/webgpu/kernels/gemm-choice.ts';
import { matmulGemm } from '../../src/backends/webgpu/kernels/matmul.ts';
import type { Stage, Stages } from '../../src/backends/webgpu/wgsl/stage.ts';
import type { DType, HostArray } from '../../src/tensor/dtype.ts';
import type { MatmulSpec } from '../../src/tensor/kernels.ts';
import { special } from './support.ts';

/** A product with contiguous operands; `transposed`: a is stored by columns, b by rows. */
export const productSpec = (
  m: number,
  n: number,
  k: number,
  transposed: { a?: boolean; b?: boolean } = {},
): MatmulSpec => ({
  kind: 'matmul',
  ...{ m, n, k, batch: [] },
  a: transposed.a ? { row: 1, col: m, offset: 0 } : { row: k, col: 1, offset: 0 },
  b: transposed.b ? { row: 1, col: k, offset: 0 } : { row: n, col: 1, offset: 0 },
});

/** The product in float64. */
export function plainProduct(s: MatmulSpec, a: HostArray, b: HostArray): Float64Array {
  return Float64Array.from({ length: s.m * s.n }, (_, at) => {
    const [i, j] = [Math.floor(at / s.n), at % s.n];
    let sum = 0;
    for (let k = 0; k < s.k; k++) {
      sum += a[i * s.a.row + k * s.a.col] * b[k * s.b.row + j * s.b.col];
    }
    return sum;
  });
}

/** Whether f16 is a type of the adapter; elsewhere it is stored as f32 values rounded to f16. */
export const hasF16 = (device: GPUDevice): boolean => device.features.has('shader-f16');

/** The product on a device with a given tile; `change` may replace the text of a stage. */
export async function directProduct(
  device: GPUDevice,
  spec: MatmulSpec,
  tile: Tile,
  values: readonly [HostArray, HostArray],
  options: {
    splits?: number;
    inputs?: [DType, DType];
    output?: DType;
    change?: (stage: Stage) => Stage;
  } = {},
): Promise<HostArray> {
  const { splits = 1, inputs = ['f32', 'f32'], output = 'f32', change = (s) => s } = options;
  const kernel = special(
    spec,
    values.map((v) => v.length),
    inputs,
    output,
  );
  const made: Stages = tiledStages(matmulGemm(kernel, spec), tile, splits, false);
  const stages = { ...made, stages: made.stages.map(change) };
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
  const buffer = (bytes: number, use: number): GPUBuffer =>
    device.createBuffer({ size: Math.ceil(Math.max(bytes, 16) / 16) * 16, usage: use });
  const f16 = hasF16(device);
  const data = values.map((v, i) => toDevice(v, inputs[i], f16));
  const total = spec.m * spec.n;
  const buffers = [
    ...data.map((d) => buffer(d.byteLength, usage)),
    buffer(total * 4, usage),
    buffer(stages.scratchBytes, usage),
  ];
  data.forEach((d, i) => {
    device.queue.writeBuffer(buffers[i], 0, d);
  });
  const record = await compileDirect(device, stages, { f16, hardware: true }, buffers);
  if (typeof record === 'string') throw new Error(record);
  const read = buffer(total * 4, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  record(pass);
  pass.end();
  encoder.copyBufferToBuffer(buffers[2], 0, read, 0, Math.ceil(total / 4) * 16);
  device.queue.submit([encoder.finish()]);
  await read.mapAsync(GPUMapMode.READ);
  const result = fromDevice(read.getMappedRange(), output, total, f16);
  for (const b of [...buffers, read]) b.destroy();
  return result;
}
