// Products and convolutions of f16 operands without conversion kernels, in both forms and where f16 is
// only a way to store: sums are kept in f32, and results are rounded once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { supportsKernel } from '../../src/backends/webgpu/kernels/generate.ts';
import {
  createWebGPUBackend,
  type WebGPUBackend,
} from '../../src/backends/webgpu/webgpu-backend.ts';
import type { DType } from '../../src/tensor/dtype.ts';
import { convGeometry, eachTerm } from '../support/convolutions.ts';
import { hasF16, plainProduct, productSpec } from './direct.ts';
import { randomValues, runKernel, special, worstError } from './support.ts';

// what f16 holds exactly
const rounded = (count: number, seed: number): Float32Array =>
  randomValues(count, seed).map((v) => Math.round(v * 64) / 64);
const outputs: DType[] = ['f16', 'f32'];
const tolerance = (output: DType): number => (output === 'f16' ? 2 ** -11 : 1e-6);

const forms = [
  ['register tiles', { hardware: false }],
  ['tiles in workgroup memory', { hardware: true }],
  ['f16 stored as f32', { hardware: false, f16: false }],
] as const;

test('native f16 is used where the adapter has it, refused by name where not, and never assumed', async () => {
  const backend = await createWebGPUBackend();
  const native = hasF16(backend.device);
  expect(backend.capabilities.bytes('f16')).toBe(native ? 2 : 4);
  backend.dispose();
  const asked = createWebGPUBackend({ f16: true });
  if (native) (await asked).dispose();
  else await expect(asked).rejects.toThrow(/native f16 was asked for, but .* has no shader-f16/);
});

describe.each(forms)('%s', (_, options) => {
  let backend: WebGPUBackend;
  beforeAll(async () => {
    backend = await createWebGPUBackend(options);
  });
  afterAll(() => backend.dispose());

  test.each(outputs)('product into %s', async (output) => {
    const spec = productSpec(20, 12, 136, { b: true });
    const [a, b] = [rounded(20 * 136, 1), rounded(136 * 12, 2)];
    const kernel = special(spec, [a.length, b.length], ['f16', 'f16'], output);
    expect(supportsKernel(kernel)).toBe(true);
    const [got] = await runKernel(backend, kernel, [a, b], [20 * 12]);
    expect(worstError(got, plainProduct(spec, a, b), 0.01)).toBeLessThan(tolerance(output));
  });

  // the tiled form takes long to compile on CPU adapters, and its f16 stores are tested above
  const chosen = 'hardware' in options && options.hardware ? outputs.slice(1) : outputs;
  test.each(chosen)('convolution into %s', async (output) => {
    const g = convGeometry({ c: 4, oc: 4, h: 6, w: 5 });
    const lengths = { x: 2 * 6 * 5 * 4, w: 9 * 16, y: 2 * 6 * 5 * 4 };
    const [x, w, y] = [lengths.x, lengths.w, lengths.y].map((n, i) => rounded(n, i + 3));
    const want = {
      forward: new Float64Array(lengths.y),
      inputGrad: new Float64Array(lengths.x),
      weightGrad: new Float64Array(lengths.w),
    };
    eachTerm(g, (i, j, k) => {
      want.forward[k] += x[i] * w[j];
      want.inputGrad[i] += y[k] * w[j];
      want.weightGrad[j] += x[i] * y[k];
    });
    const inputs = { forward: [x, w], inputGrad: [y, w], weightGrad: [x, y] };
    for (const pass of ['forward', 'inputGrad', 'weightGrad'] as const) {
      const kernel = special(
        { kind: 'conv2d', pass, ...g },
        inputs[pass].map((v) => v.length),
        ['f16', 'f16'],
        output,
      );
      expect(supportsKernel(kernel)).toBe(true);
      const [got] = await runKernel(backend, kernel, inputs[pass], [want[pass].length]);
      expect(worstError(got, want[pass], 0.01), pass).toBeLessThan(tolerance(output));
    }
  });
});
