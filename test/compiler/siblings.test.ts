// Nests with several results: what is joined, what is not, and that values stay right.
import { describe, expect, it } from 'vitest';
import { planProgram } from '../../src/compiler/plan.ts';
import type { NestKernel, Program } from '../../src/compiler/program.ts';
import { placeholder } from '../../src/tensor/ops/create.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

const capabilities = (maxInputs = 24) => ({
  bytes: () => 4,
  alignment: 256,
  maxInputs,
  supports: () => true,
});

const plan = (inputs: Tensor[], outputs: Tensor[], maxInputs?: number): Program =>
  planProgram(
    { inputs, outputs },
    { capabilities: capabilities(maxInputs), name: 'test', donate: new Set() },
  );

const f32 = (...shape: number[]): Tensor => placeholder({ shape, dtype: 'f32' });
const nests = (p: Program): NestKernel[] =>
  p.steps.map((s) => s.kernel).filter((k) => k.kind === 'nest');

describe('nests that share operands', () => {
  it('sums and products over one array are one pass', () => {
    const x = f32(32, 64);
    const y = f32(32, 64);
    const p = plan([x, y], [ops.sum(x, 0), ops.sum(ops.mul(x, y), 0)]);
    expect(nests(p).map((k) => k.reductions.length)).toEqual([2]);
  });

  it('an optimizer step is one pass with three results', () => {
    const [w, g, m, v] = [f32(100), f32(100), f32(100), f32(100)];
    const m2 = ops.add(ops.mul(m, 0.9), ops.mul(g, 0.1));
    const v2 = ops.add(ops.mul(v, 0.99), ops.mul(ops.square(g), 0.01));
    const w2 = ops.sub(w, ops.div(m2, ops.add(ops.sqrt(v2), 1e-8)));
    const p = plan([w, g, m, v], [w2, m2, v2]);
    expect(nests(p).map((k) => k.results.length)).toEqual([3]);
    // moments are used where they are computed, not read back
    expect(p.steps[0].args.length).toBe(7);
  });

  it('a group moves down to a member that needs more', () => {
    const [x, y] = [f32(50), f32(50)];
    const doubled = ops.mul(x, 2);
    const scale = ops.sum(y);
    const p = plan([x, y], [doubled, ops.mul(x, scale)]);
    expect(nests(p).map((k) => k.results.length)).toEqual([1, 2]);
  });

  it('a result that another kernel reads in between holds its group back', () => {
    const x = f32(50);
    const doubled = ops.mul(x, 2);
    const total = ops.sum(doubled);
    const p = plan([x], [doubled, total, ops.mul(x, total)]);
    for (const [i, step] of p.steps.entries()) {
      const count = step.kernel.inputs.length;
      for (const a of step.args.slice(0, count)) {
        const { value } = p.slots[a];
        const writer = p.steps.findIndex((s) =>
          s.args.slice(s.kernel.inputs.length).some((b) => p.slots[b].value === value),
        );
        expect(writer).toBeLessThan(i);
      }
    }
  });

  it('nothing is joined that shares nothing, differs in shape or exceeds the bindings', () => {
    const [a, b, c] = [f32(40), f32(40), f32(41)];
    expect(nests(plan([a, b], [ops.exp(a), ops.exp(b)])).length).toBe(2);
    expect(nests(plan([a, c], [ops.exp(a), ops.exp(c)])).length).toBe(2);
    const many = Array.from({ length: 4 }, () => f32(40));
    const sums = [ops.add(ops.add(many[0], many[1]), a), ops.mul(ops.mul(many[2], many[3]), a)];
    expect(nests(plan([...many, a], sums, 24)).length).toBe(1);
    expect(nests(plan([...many, a], sums, 5)).length).toBe(2);
  });
});

describe('memory of parts', () => {
  it('operands of an assembly are computed at their places', () => {
    const [x, y] = [f32(64), f32(10)];
    const flat = ops.assemble([ops.exp(x), ops.log(y)], [0, 64], 128);
    const p = plan([x, y], [flat]);
    expect(p.steps.map((s) => s.label)).toEqual(['fill', 'exp', 'log']);
    const places = p.steps.map((s) => p.slots[s.args[s.args.length - 1]]);
    expect(places.map((s) => [s.offset, s.bytes])).toEqual([
      [256, 256],
      [0, 256],
      [256, 40],
    ]);
  });

  it('what cannot be computed in place is copied', () => {
    const x = f32(64);
    const y = ops.exp(x);
    const p = plan([x], [ops.assemble([x, y], [0, 64], 128), y]);
    expect(p.steps.map((s) => s.label)).toEqual(['exp', 'copy', 'copy']);
  });

  it('kernels read aligned slices of a flat value without copies and are alike', () => {
    const [flat, x] = [f32(64 * 64 * 3), f32(8, 64)];
    const weight = (k: number): Tensor =>
      ops.reshape(ops.slice(flat, [4096 * k, 4096 * (k + 1)]), [64, 64]);
    const biased = (t: Tensor, k: number): Tensor =>
      ops.exp(ops.add(t, ops.reshape(ops.slice(flat, [64 * k, 64 * (k + 1)]), [1, 64])));
    const p = plan(
      [flat, x],
      [1, 2].map((k) => biased(ops.matmul(x, weight(k)), k)),
    );
    expect(p.steps.map((s) => s.label)).toEqual(['matmul', 'exp+add', 'matmul', 'exp+add']);
    expect(new Set(p.steps.map((s) => s.kernel.key)).size).toBe(2);
    const image = f32(1, 8, 8, 4);
    const kernel = ops.reshape(ops.slice(flat, [64, 64 + 144]), [3, 3, 4, 4]);
    const conv = plan([flat, image], [ops.conv2d(image, kernel, { padding: 1 })]);
    expect(conv.steps.map((s) => s.label)).toEqual(['conv2d']);
  });
});

describe('products of f16', () => {
  const half = (...shape: number[]): Tensor => placeholder({ shape, dtype: 'f16' });
  const widening = (narrow: boolean) => ({
    bytes: () => 4,
    alignment: 256,
    maxInputs: 24,
    supports: (k: { inputs: readonly string[] }) => narrow || !k.inputs.includes('f16'),
  });
  const planFor = (narrow: boolean, inputs: Tensor[], outputs: Tensor[]): Program =>
    planProgram(
      { inputs, outputs },
      { capabilities: widening(narrow), name: 'test', donate: new Set() },
    );

  it('read f16 where the device can, through transposes, and widen it first elsewhere', () => {
    const [a, b] = [half(8, 16), half(8, 32)];
    const c = ops.matmul(ops.transpose(a), b);
    const direct = planFor(true, [a, b], [c]);
    expect(direct.steps[0].kernel.inputs).toEqual(['f16', 'f16']);
    expect(direct.steps.map((s) => s.label)).toEqual(['matmul', 'cast']);
    const widened = planFor(false, [a, b], [c]);
    expect(widened.steps.map((s) => s.label)).toEqual(['cast', 'cast', 'matmul', 'cast']);
  });
});
