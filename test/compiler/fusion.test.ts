// What dissolves into one kernel and what may not.
import { expect, it } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { planProgram } from '../../src/compiler/plan.ts';
import type { NestKernel, Program } from '../../src/compiler/program.ts';
import { placeholder } from '../../src/tensor/ops/create.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

const rowLimits = { minRows: 4, maxRow: 4096, minSize: 16 };
const plan = (inputs: Tensor[], outputs: Tensor[], maxInputs = 14, rows = false): Program =>
  planProgram(
    { inputs, outputs },
    {
      capabilities: {
        bytes: () => 4,
        alignment: 256,
        maxInputs,
        supports: () => true,
        rows: rows ? rowLimits : undefined,
      },
      name: 'test',
      donate: new Set(),
    },
  );
const f32 = (...shape: number[]): Tensor => placeholder({ shape, dtype: 'f32' });
const nests = (p: Program): NestKernel[] =>
  p.steps.map((s) => s.kernel).filter((k) => k.kind === 'nest');

it('a kernel has one reduction where two of different extents meet', () => {
  const [a, b] = [f32(4, 8), f32(4, 16)];
  const p = plan([a, b], [ops.add(ops.sum(a, 1), ops.sum(b, 1))]);
  expect(nests(p).map((k) => k.reductions.length)).toEqual([1, 1]);
  expect(nests(p).map((k) => k.reduceAxes.length)).toEqual([1, 1]);
});

it('no kernel reads more than a device binds', () => {
  const many = Array.from({ length: 30 }, () => f32(40));
  const p = plan(many, [many.reduce((x, y) => ops.add(x, y))], 8);
  expect(nests(p).length).toBeGreaterThan(3);
  for (const k of nests(p)) expect(k.inputs.length).toBeLessThanOrEqual(8);
});

it('what reads a result at other places is another kernel', () => {
  const x = f32(8, 8);
  const y = ops.exp(x);
  const p = plan([x], [y, ops.sub(y, ops.transpose(y))]);
  expect(nests(p).map((k) => k.results.length)).toEqual([1, 1]);
});

it('what reads the next row of a result is in no group of rows with it', () => {
  const x = f32(32, 64);
  const y = ops.mul(x, ops.sum(x, 1, { keepDims: true }));
  const next = ops.pad(ops.slice(y, [1, null]), [
    [0, 1],
    [0, 0],
  ]);
  const p = plan([x], [y, ops.add(ops.square(next), x)], 14, true);
  expect(p.steps.map((s) => s.kernel.kind)).toEqual(['rows', 'nest']);
});

it('windows are looked through and never stored', () => {
  const x = f32(2, 8, 8, 4);
  const labels = (f: (v: Tensor) => Tensor): string[] =>
    plan([x], [grad((v: Tensor) => ops.sum(ops.square(f(v))))(x)]).steps.map((s) => s.label);
  const options = { stride: 2, padding: 1 };
  // the maximum, its place, the gradient
  expect(labels((v) => ops.maxPool2d(v, 3, options))).toHaveLength(3);
  expect(labels((v) => ops.avgPool2d(v, 3, options))).toHaveLength(2);
  expect(labels((v) => ops.unfold(v, 3))).toHaveLength(1);
});
