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

const kernelOf = (
  spec: AttentionSpec,
  inputSizes: number[],
  type: 'f32' | 'f16',
): SpecialKernel => {
  const single = new Set([4, 5]);
  return {
    kind: 'special',
    spec,
    inputs: inputSizes.map((_, i) =>
      i < 4 && !(spec.pass === 'forward' && i === 3) ? type : 'f32',
    ),
    outputs: resultSizes(spec).map((_, i) =>
      spec.pass === 'forward' && i === 1 ? 'f32' : single.has(i) ? 'f32' : type,
    ),
    inputSizes,
    key: `attention ${JSON.stringify(spec)} ${type}`,
  };
};

describe.each([false, true])('attention for GPUs: %s', (hardware) => {
  let backend: WebGPUBackend;
  beforeAll(async () => {
    backend = await createWebGPUBackend({ hardware });
  });
  afterAll(() => backend.dispose());

  const check = async (spec: AttentionSpec, type: 'f32' | 'f16', tolerance: number) => {
    const operands = attentionOperands(spec);
    const kernel = kernelOf(
      spec,
      operands.map((x) => x.length),
      type,
    );
    expect(backend.capabilities.supports(kernel)).toBe(true);
    const got = await runKernel(backend, kernel, operands, resultSizes(spec));
    attentionReference(spec, operands).forEach((want, i) => {
      const size = want.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-3);
      expect(worstError(got[i], want, size), `result ${i}`).toBeLessThan(tolerance);
    });
  };

  for (const pass of ['forward', 'backward'] as const) {
    test.each(attentionCases)(`${pass}: %s`, async (_, given, views) => {
      await check(attentionSpec({ ...given, pass }, views?.(given, pass)), 'f32', 5e-6);
    });
  }
});
