// Fused attention and its gradients on the CPU against plain loops in float64, with and without fused
// multiply-add, and the memory they need.

import { describe, expect, it } from 'vitest';
import { attentionKernel } from '../../src/backends/cpu/kernels/attention.ts';
import { createMemory, instantiate } from '../../src/backends/cpu/wasm/assembler.ts';
import { type Simd, usualSimd } from '../../src/backends/cpu/wasm/simd.ts';
import type { AttentionSpec } from '../../src/tensor/kernels.ts';
import {
  attentionCases,
  attentionOperands,
  attentionReference,
  attentionSpec,
  resultSizes,
} from '../support/attention.ts';
import { relativeError, simdVariants } from './support.ts';

const GUARD = 0x5a5a5a5a;

/** Runs a kernel over its parts in memory full of NaN; results and scratch lie between guard words. */
const run = (spec: AttentionSpec, operands: readonly Float32Array[], simd: Simd) => {
  const kernel = attentionKernel(spec, simd);
  const memory = createMemory(200);
  const floats = new Float32Array(memory.buffer).fill(Number.NaN);
  const words = new Uint32Array(memory.buffer);
  let end = floats.length;
  // operands and results end where the memory ends or a guard begins, at odd multiples of 4 bytes
  const place = (size: number): number => {
    end -= size + 1;
    words[end + size] = GUARD;
    return end;
  };
  const inputs = operands.map((x) => {
    const at = place(x.length);
    floats.set(x, at);
    return 4 * at;
  });
  const results = resultSizes(spec).map((size) => ({ at: place(size), size }));
  words[3] = GUARD;
  words[4 + kernel.scratchBytes / 4] = GUARD;
  const { run: whole, part } = instantiate(kernel.bytes, memory);
  const pointers = [
    ...inputs.map((at, i) => at + kernel.offsets[i]!),
    ...results.map(({ at }) => 4 * at),
    16,
  ];
  if (kernel.split && part) {
    for (let z = 0; z < kernel.split.extent; z++) part(...pointers, z, z + 1, 1);
  } else whole!(...pointers);
  for (const { at, size } of results) expect(words[at + size]).toBe(GUARD);
  expect([words[3], words[4 + kernel.scratchBytes / 4]]).toEqual([GUARD, GUARD]);
  return results.map(({ at, size }) => floats.slice(at, at + size));
};

const check = (spec: AttentionSpec, simd: Simd) => {
  const operands = attentionOperands(spec);
  const got = run(spec, operands, simd);
  attentionReference(spec, operands).forEach((want, i) => {
    expect(relativeError(got[i]!, want, 1e-3), `result ${i}`).toBeLessThan(3e-5);
  });
};

describe.each(simdVariants)('fused attention, %s vectors', (simd) => {
  for (const pass of ['forward', 'backward'] as const) {
    it.each(attentionCases)(`${pass}: %s`, (_, given, views) => {
      check(attentionSpec({ ...given, pass }, views?.(pass)), simd);
    });
  }
});

describe('fused attention', () => {
  it('divides a batch between threads', () => {
    for (const pass of ['forward', 'backward'] as const) {
      const given = { batch: [3, 2], heads: 2, queries: 64, keys: 64, dim: 16, valueDim: 16 };
      const spec = attentionSpec({ ...given, pass });
      expect(attentionKernel(spec).split?.extent).toBe(6);
      check(spec, usualSimd());
    }
  });

  it('needs memory for the sequence, not for the scores', () => {
    const bytes = (tokens: number, pass: AttentionSpec['pass']) =>
      attentionKernel(attentionSpec({ pass, queries: tokens, keys: tokens, dim: 64, valueDim: 64 }))
        .scratchBytes;
    for (const pass of ['forward', 'backward'] as const) {
      expect(bytes(16384, pass)).toBeLessThan(4.5 * bytes(4096, pass));
      expect(bytes(16384, pass)).toBeLessThan((4 * 16384 * 16384) / 40);
    }
  });

  it('keeps NaN in the row and the columns it belongs to', () => {
    const spec = attentionSpec({ pass: 'forward', queries: 12, keys: 9 });
    const operands = attentionOperands(spec);
    operands[0]![8 * 3] = Number.NaN;
    const [o] = run(spec, operands, usualSimd());
    const rows = Array.from({ length: 12 }, (_, i) => Number.isNaN(o![8 * i]));
    expect(rows).toEqual(rows.map((_, i) => i === 3));
  });
});
