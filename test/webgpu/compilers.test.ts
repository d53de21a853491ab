// What the compilers behind CPU adapters can take. SwiftShader's time and memory double with every && or
// || in a loop, so a guarded convolution once grew until the process was killed at 24 GB.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convGemm } from '../../src/backends/webgpu/kernels/conv.ts';
import { tiledStages } from '../../src/backends/webgpu/kernels/gemm.ts';
import type { Tile } from '../../src/backends/webgpu/kernels/gemm-choice.ts';
import type { Gemm } from '../../src/backends/webgpu/kernels/gemm-product.ts';
import { matmulGemm } from '../../src/backends/webgpu/kernels/matmul.ts';
import {
  createWebGPUBackend,
  type WebGPUBackend,
} from '../../src/backends/webgpu/webgpu-backend.ts';
import { helpers } from '../../src/backends/webgpu/wgsl/math.ts';
import {
  type ShaderOptions,
  type Stage,
  shaderText,
  sharedShaderText,
} from '../../src/backends/webgpu/wgsl/stage.ts';
import type { ConvSpec } from '../../src/tensor/kernels.ts';
import { convGeometry, eachTerm, lengthsOf } from '../support/convolutions.ts';
import { productSpec } from './direct.ts';
import { randomValues, runKernel, special, worstError } from './support.ts';

const passes = ['forward', 'inputGrad', 'weightGrad'] as const;

const patternOf = (stage: Stage): { binding: number[]; write: boolean[] } => ({
  binding: stage.operands.map((_, i) => i),
  write: stage.operands.map((o) => o.write),
});
const options: ShaderOptions = { f16: false, hardware: false };

describe('generated shaders have no branches within expressions', () => {
  const spec = productSpec(64, 64, 64);
  const product = matmulGemm(special(spec, [4096, 4096], ['f32', 'f32']), spec);
  const convolution = (pass: ConvSpec['pass'], stride: number): Gemm => {
    const s = { kind: 'conv2d', pass, ...convGeometry({ stride: [stride, stride] }) } as const;
    return convGemm(special(s, [lengthsOf(s).x, lengthsOf(s).w], ['f32', 'f32']), s);
  };
  const products: [string, Gemm][] = [
    ['a product', product],
    ...passes.flatMap((pass): [string, Gemm][] => [
      [`a convolution, ${pass}`, convolution(pass, 1)],
      [`a strided convolution, ${pass}`, convolution(pass, 2)],
    ]),
  ];
  const tiles: Tile[] = [
    { form: 'registers', rows: 4, columns: 4, size: 8, spread: false },
    { form: 'registers', rows: 16, columns: 4, size: 8, spread: true },
    ...[false, true].map((prefetch): Tile => {
      return { form: 'shared', rows: 32, columns: 32, depth: 16, tm: 4, tn: 4, prefetch };
    }),
    { form: 'matrix', rows: 64, columns: 64, depth: 32, down: 2, across: 2, subgroup: 32 },
  ];
  test.each(products)('%s, with every kind of tile', (_, gemm) => {
    for (const tile of tiles)
      for (const splits of [1, 3])
        for (const stage of tiledStages(gemm, tile, splits, false).stages) {
          expect(shaderText(stage, patternOf(stage), options)).not.toMatch(/&&|\|\|/);
          expect(sharedShaderText(stage, patternOf(stage), options).code).toContain('fn main');
        }
  });

  test('functions that WGSL lacks', () => {
    for (const [name, source] of Object.entries(helpers))
      expect(source, name).not.toMatch(/&&|\|\|/);
  });

  test('a stage that has one is refused before any driver sees it', () => {
    const stage: Stage = {
      ...{ name: 'planted', operands: [], workgroups: 1 },
      body: () => 'fn main() { if (a > 0 && b > 0) { c(); } }',
    };
    expect(() => shaderText(stage, patternOf(stage), options)).toThrow(/planted branches on && or/);
  });
});

describe('a large guarded convolution', () => {
  let backend: WebGPUBackend;
  beforeAll(async () => {
    backend = await createWebGPUBackend();
  });
  afterAll(() => backend.dispose());

  // 2^20 terms and more: the largest tiles that the adapter gets
  test('the gradients of a 3x40x33x7 convolution compile and are right', async () => {
    const g = convGeometry({ n: 3, h: 40, w: 33, c: 7, oc: 16 });
    const lengths = lengthsOf(g);
    const [x, w, y] = [lengths.x, lengths.w, lengths.y].map((n, i) => randomValues(n, i + 1));
    const want = { inputGrad: new Float64Array(x.length), weightGrad: new Float64Array(w.length) };
    eachTerm(g, (i, j, k) => {
      want.inputGrad[i] += y[k] * w[j];
      want.weightGrad[j] += x[i] * y[k];
    });
    const inputs = { inputGrad: [y, w], weightGrad: [x, y] };
    for (const pass of ['inputGrad', 'weightGrad'] as const) {
      const sizes = inputs[pass].map((v) => v.length);
      const kernel = special({ kind: 'conv2d', pass, ...g }, sizes, ['f32', 'f32']);
      const [got] = await runKernel(backend, kernel, inputs[pass], [want[pass].length]);
      expect(worstError(got, want[pass]), pass).toBeLessThan(1e-4);
    }
  });
});
