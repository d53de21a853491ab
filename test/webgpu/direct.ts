// Products with a given tile, run on a device outside of any program, and the plain loops that products
// and convolutions are compared with.
import { fromDevice, toDevice } from '../../src/backends/webgpu/convert.ts';
import { compileDirect } from '../../src/backends/webgpu/direct.ts';
import { tiledStages } from '../../src/backends/webgpu/kernels/gemm.ts';
import type { Tile } from '../../src/backends/webgpu/kernels/gemm-choice.ts';
import { matmulGemm } from '../../src/backends/webgpu/kernels/matmul.ts';
import type { Stage, Stages } from '../../src/backends/webgpu/wgsl/stage.ts';
import type { DType, HostArray } from '../../src/tensor/dtype.ts';
import type { ConvGeometry, MatmulSpec } from '../../src/tensor/kernels.ts';
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

/** Calls `visit` with flat positions of x, w and y for every term of the trilinear form. */
export function eachTerm(s: ConvGeometry, visit: (x: number, w: number, y: number) => void): void {
  const cg = s.c / s.groups;
  const og = s.oc / s.groups;
  for (let b = 0; b < s.n; b++)
    for (let oy = 0; oy < s.oh; oy++)
      for (let ox = 0; ox < s.ow; ox++)
        for (let ky = 0; ky < s.kh; ky++)
          for (let kx = 0; kx < s.kw; kx++) {
            const iy = oy * s.stride[0] - s.padding[0] + ky * s.dilation[0];
            const ix = ox * s.stride[1] - s.padding[2] + kx * s.dilation[1];
            if (iy < 0 || iy >= s.h || ix < 0 || ix >= s.w) continue;
            for (let o = 0; o < s.oc; o++)
              for (let c = 0; c < cg; c++) {
                const g = Math.floor(o / og);
                visit(
                  ((b * s.h + iy) * s.w + ix) * s.c + g * cg + c,
                  ((ky * s.kw + kx) * cg + c) * s.oc + o,
                  ((b * s.oh + oy) * s.ow + ox) * s.oc + o,
                );
              }
          }
}

/** A convolution with defaults and the output sizes that follow. */
export const convGeometry = (g: Partial<ConvGeometry>): ConvGeometry => {
  const s = {
    n: 2,
    h: 7,
    w: 6,
    c: 4,
    kh: 3,
    kw: 3,
    oc: 6,
    oh: 0,
    ow: 0,
    groups: 1,
    stride: [1, 1] as const,
    padding: [1, 1, 1, 1] as const,
    dilation: [1, 1] as const,
    ...g,
  };
  const out = (n: number, pad: number, k: number, d: number, stride: number): number =>
    Math.floor((n + pad - d * (k - 1) - 1) / stride) + 1;
  return {
    ...s,
    oh: out(s.h, s.padding[0] + s.padding[1], s.kh, s.dilation[0], s.stride[0]),
    ow: out(s.w, s.padding[2] + s.padding[3], s.kw, s.dilation[1], s.stride[1]),
  };
};
