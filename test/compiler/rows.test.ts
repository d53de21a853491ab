// Slices of nests and groups of nests that work row by row.
import { describe, expect, it } from 'vitest';
import { rowStrides, splitRows } from '../../src/compiler/nest-rows.ts';
import { planProgram } from '../../src/compiler/plan.ts';
import type { NestKernel, Program } from '../../src/compiler/program.ts';
import { placeholder } from '../../src/tensor/ops/create.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { evalNest, evalRows } from '../support/eval-nest.ts';
import { sliceNest } from '../support/slice-nest.ts';

const plan = (inputs: Tensor[], outputs: Tensor[], rows = true): Program =>
  planProgram(
    { inputs, outputs },
    {
      capabilities: {
        bytes: () => 4,
        alignment: 256,
        maxInputs: 14,
        supports: () => true,
        rows: rows ? { minRows: 4, maxRow: 4096, minSize: 16 } : undefined,
      },
      name: 'test',
      donate: new Set(),
    },
  );

const f32 = (...shape: number[]): Tensor => placeholder({ shape, dtype: 'f32' });
const values = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => Math.sin(i));
const nest = (inputs: Tensor[], output: Tensor): NestKernel => {
  const [step, ...more] = plan(inputs, [output], false).steps;
  expect(more).toEqual([]);
  return step.kernel as NestKernel;
};

describe('slices of nests', () => {
  it('rows computed in pieces are the rows of the whole', () => {
    const [x, b] = [f32(6, 5), f32(5)];
    const whole = nest([x, b], ops.exp(ops.add(ops.transpose(x), ops.reshape(b, [5, 1]))));
    const strides = rowStrides(whole) as number[];
    expect(strides).toEqual([1, 1, 6]);
    const buffers = [values(30), values(5)];
    const want = evalNest(whole, buffers)[0];
    for (const count of [1, 2, 3]) {
      const from = 2;
      const piece = evalNest(
        sliceNest(whole, count),
        buffers.map((v, k) => v.subarray(from * strides[k])),
      )[0];
      expect([...piece]).toEqual([...want.subarray(from * 6, (from + count) * 6)]);
    }
  });

  it('a merged axis splits into rows', () => {
    const x = f32(4, 6);
    const flat = nest([x], ops.exp(x));
    expect(flat.axes).toEqual([24]);
    const split = splitRows(flat, 4) as NestKernel;
    expect(split.axes).toEqual([4, 6]);
    expect(evalNest(split, [values(24)])).toEqual(evalNest(flat, [values(24)]));
    expect(splitRows(flat, 5)).toBeUndefined();
  });

  it('a nest whose rows are not alike is not sliced', () => {
    const x = f32(6, 6);
    expect(rowStrides(nest([x], ops.add(x, ops.transpose(x))))).toBeUndefined();
    expect(rowStrides(nest([x], ops.flip(x, [0])))).toBeUndefined();
    expect(rowStrides(nest([x], ops.mul(x, ops.iota([6, 6], 0))))).toBeUndefined();
    expect(rowStrides(nest([x], ops.roll(x, 1, 0)))).toBeUndefined();
  });
});

describe('row groups', () => {
  it('softmax and layer norm are one kernel each', () => {
    const [x, scale] = [f32(8, 12), f32(12)];
    for (const y of [ops.softmax(x), ops.layerNorm(x, { scale })]) {
      const p = plan([x, scale], [y]);
      expect(p.steps.map((s) => s.kernel.kind)).toEqual(['rows']);
      const { kernel, args } = p.steps[0];
      if (kernel.kind !== 'rows') return;
      const memory = new Map(p.slots.map((s, i) => [i, new Float64Array(s.bytes / 4)]));
      memory.get(args[0])?.set(values(96));
      if (kernel.inputs.length > 1) memory.get(args[1])?.set(values(12));
      const buffers = args.map((a) => memory.get(a) as Float64Array);
      evalRows(kernel, buffers);
      const got = p.slots.findIndex((s) => s.kind === 'output');
      const want = evaluateSeparately(plan([x, scale], [y], false), [values(96), values(12)]);
      (memory.get(got) as Float64Array).forEach((v, i) => {
        expect(v).toBeCloseTo(want[i], 12);
      });
    }
  });

  it('a kernel that reads across rows ends the group', () => {
    const x = f32(8, 8);
    const y = ops.softmax(x);
    const p = plan([x], [ops.add(ops.transpose(y), x)]);
    expect(p.steps.map((s) => s.kernel.kind)).toEqual(['rows', 'nest']);
  });
});

// A program of nests without donations, by plain loops.
function evaluateSeparately(p: Program, inputs: readonly Float64Array[]): Float64Array {
  const stored = new Map<number, Float64Array>();
  let last: Float64Array = new Float64Array();
  for (const { kernel, args } of p.steps) {
    const count = kernel.inputs.length;
    const operands = args.slice(0, count).map((a) => {
      const slot = p.slots[a];
      return slot.kind === 'input' ? inputs[slot.index] : (stored.get(slot.value) as Float64Array);
    });
    evalNest(kernel as NestKernel, operands).forEach((r, k) => {
      stored.set(p.slots[args[count + k]].value, r);
      last = r;
    });
  }
  return last;
}
