// Fused attention and its gradients against plain loops, in both forms of the kernel.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createWebGPUBackend,
  type WebGPUBackend,
} from '../../src/backends/webgpu/webgpu-backend.ts';
import type { SpecialKernel } from '../../src/compiler/program.ts';
import type { AttentionSpec } from '../../src/tensor/kernels.ts';
import {
  attentionCases,
  attentionOperands,
  attentionReference,
  attentionSpec,
  resultSizes,
} from '../support/attention.ts';
import { runKernel, worstError } from './support.ts';

const kernelOf = (spec: AttentionSpec, type: 'f32' | 'f16', sizes: number[]): SpecialKernel => {
  const forward = spec.pass === 'forward';
  const rows = forward ? 3 : 4;
  return {
    kind: 'special',
    spec,
    inputs: sizes.map((_, i) => (i < rows ? type : 'f32')),
    outputs: resultSizes(spec).map((_, i) => (forward && i === 1 ? 'f32' : type)),
    inputSizes: sizes,
    key: `attention ${JSON.stringify(spec)} ${type}`,
  };
};

// CPU adapters compile these kernels slowly, so rows are short here
const cases = attentionCases.filter(([, { dim = 8, valueDim = 8 }]) => dim + valueDim <= 16);

describe.each([false, true])('attention for GPUs: %s', (hardware) => {
  let backend: WebGPUBackend;
  beforeAll(async () => {
    backend = await createWebGPUBackend({ hardware });
  });
  afterAll(() => backend.dispose());

  const check = async (spec: AttentionSpec, type: 'f32' | 'f16' = 'f32', tolerance = 5e-6) => {
    const operands = attentionOperands(spec, type === 'f16' ? 1024 : undefined);
    const sizes = operands.map((x) => x.length);
    const got = await runKernel(backend, kernelOf(spec, type, sizes), operands, resultSizes(spec));
    attentionReference(spec, operands).forEach((want, i) => {
      const size = want.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-3);
      expect(worstError(got[i], want, size), `result ${i}`).toBeLessThan(tolerance);
    });
  };

  for (const pass of ['forward', 'backward'] as const) {
    test.each(cases)(
      `${pass}: %s`,
      (_, given, views) => check(attentionSpec({ ...given, pass }, views?.(pass))),
      120_000,
    );
  }

  test('rows that several threads share', async () => {
    const given = { queries: 9, keys: 35, dim: 70, valueDim: 5 };
    await check(attentionSpec({ ...given, pass: 'forward' }));
  }, 120_000);

  test('operands and results in f16', async () => {
    const given = { queries: 9, keys: 10, dim: 4, valueDim: 4 };
    await check(attentionSpec({ ...given, pass: 'forward' }), 'f16', 1e-3);
    await check(attentionSpec({ ...given, pass: 'backward' }), 'f16', 1e-3);
  }, 120_000);

  test('is chosen where it pays', () => {
    const supports = (given: Partial<AttentionSpec>, type: 'f32' | 'f16' = 'f32') => {
      const spec = attentionSpec({ pass: 'forward', queries: 64, keys: 64, ...given });
      return backend.capabilities.supports(
        kernelOf(
          spec,
          type,
          spec.operands.map(() => 4096),
        ),
      );
    };
    expect(supports({})).toBe(hardware);
    expect(supports({}, 'f16')).toBe(hardware);
    expect(supports({ queries: 4096, keys: 4096 })).toBe(true);
    expect(supports({ queries: 4096, keys: 4096, valueDim: 300 })).toBe(false);
  });
});
