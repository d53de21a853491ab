// Reductions in every way they are spread over threads, with the kernels for GPUs and for CPU adapters.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planReduction } from '../../src/backends/webgpu/kernels/reduce-plan.ts';
import {
  createWebGPUBackend,
  type WebGPUBackend,
} from '../../src/backends/webgpu/webgpu-backend.ts';
import type { NestKernel } from '../../src/compiler/program.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { evalNest } from '../support/eval-nest.ts';
import { nest, randomValues, runKernel, worstError } from './support.ts';

const sumOf = (axes: number[], reduceAxes: number[], columns: boolean): NestKernel => {
  ir.resetExpressions();
  const i = axes.map((n, k) => ix.axis(`i${k}`, n));
  const r = reduceAxes.map((n, k) => ix.axis(`r${k}`, n));
  const order = columns ? [...r, ...i] : [...i, ...r];
  const sizes = columns ? [...reduceAxes, ...axes] : [...axes, ...reduceAxes];
  const x = ir.load(0, ix.flatten(order, sizes), 'f32');
  const total = sizes.reduce((a, b) => a * b, 1);
  return nest({
    axes,
    reduceAxes,
    reductions: [
      { op: 'sum', body: ir.mul(x, x) },
      { op: 'max', body: x },
      { op: 'argmin', body: x },
      { op: 'any', body: ir.lt(ir.constant(0.999, 'f32'), x) },
    ],
    results: [
      ir.add(ir.acc(0, 'f32'), ir.constant(1, 'f32')),
      ir.acc(1, 'f32'),
      ir.acc(2, 'i32'),
      ir.acc(3, 'bool'),
    ],
    inputs: ['f32'],
    outputs: ['f32', 'f32', 'i32', 'bool'],
    inputSizes: [total],
  });
};

// axes, reduction axes, columns
const shapes: [number[], number[], boolean][] = [
  [[], [1], false],
  [[], [1000], false],
  [[7], [3], false],
  [[600], [5, 4, 3], false],
  [[5], [3, 700], false],
  [[5], [3, 700], true],
  [[33], [900], true],
  [[3, 4], [20000], false],
  [[2], [300, 300], true],
  [[700], [200], false],
];

// one of each way to spread a reduction (the last test checks that)
const telling = [1, 2, 5, 6, 7].map((i) => shapes[i]);

describe.each([false, true])('kernels for GPUs: %s', (hardware) => {
  let backend: WebGPUBackend;
  beforeAll(async () => {
    backend = await createWebGPUBackend({ hardware });
  });
  afterAll(() => backend.dispose());

  // barriers take CPU adapters seconds to compile, so the form for GPUs sees fewer shapes
  test.each(hardware ? telling : shapes)(
    '%j over %j, columns: %s',
    async (axes, reduceAxes, columns) => {
      const kernel = sumOf(axes, reduceAxes, columns);
      const outputs = axes.reduce((a, b) => a * b, 1);
      const x = randomValues(kernel.inputSizes[0], 3);
      const sizes = [outputs, outputs, outputs, outputs];
      const got = await runKernel(backend, kernel, [x], sizes);
      const want = evalNest(kernel, [Float64Array.from(x)]);
      expect(worstError(got[0], want[0], 0)).toBeLessThan(1e-6);
      for (const k of [1, 2, 3]) expect([...got[k]]).toEqual([...want[k]]);
      const again = await runKernel(backend, kernel, [x], sizes);
      expect(again).toEqual(got);
    },
  );

  test('4,194,304 squares are summed within 1e-6 of float64', async () => {
    ir.resetExpressions();
    const n = 4194304;
    const x = ir.load(0, ix.axis('r0', n), 'f32');
    const kernel = nest({
      axes: [],
      reduceAxes: [n],
      reductions: [{ op: 'sum', body: ir.mul(x, x) }],
      results: [ir.acc(0, 'f32')],
      inputs: ['f32'],
      outputs: ['f32'],
      inputSizes: [n],
    });
    const uniform = randomValues(n + 12, 7);
    // sums of twelve uniforms are close to normal
    const values = new Float32Array(n).map((_, i) => {
      let s = 0;
      for (let k = 0; k < 12; k++) s += uniform[i + k] / 2;
      return s;
    });
    let exact = 0;
    for (const v of values) exact += v * v;
    const [got] = await runKernel(backend, kernel, [values], [1]);
    expect(Math.abs(got[0] / exact - 1)).toBeLessThan(1e-6);
  });

  test('NaN and ties: the first extreme wins', async () => {
    ir.resetExpressions();
    const n = 5000;
    const x = ir.load(0, ix.axis('r0', n), 'f32');
    const kernel = nest({
      axes: [],
      reduceAxes: [n],
      reductions: [
        { op: 'argmax', body: x },
        { op: 'max', body: x },
        { op: 'min', body: x },
      ],
      results: [ir.acc(0, 'i32'), ir.acc(1, 'f32'), ir.acc(2, 'f32')],
      inputs: ['f32'],
      outputs: ['i32', 'f32', 'f32'],
      inputSizes: [n],
    });
    const ties = new Float32Array(n).fill(2, 1234);
    expect((await runKernel(backend, kernel, [ties], [1, 1, 1])).map((v) => v[0])).toEqual([
      1234, 2, 0,
    ]);
    const low = new Float32Array(n).fill(Number.NEGATIVE_INFINITY);
    expect((await runKernel(backend, kernel, [low], [1, 1, 1]))[0][0]).toBe(0);
    ties[4000] = ties[4500] = Number.NaN;
    expect((await runKernel(backend, kernel, [ties], [1, 1, 1])).map((v) => v[0])).toEqual([
      4000,
      NaN,
      NaN,
    ]);
  });
});

test('the telling shapes cover every spread', () => {
  const plans = telling.map((s) => planReduction(sumOf(...s), true));
  expect(plans.some((p) => p.lanes === 1)).toBe(true);
  expect(plans.some((p) => p.splits > 1)).toBe(true);
  expect(plans.some((p) => p.splits === 1 && p.lanes > 1 && p.lanesFirst)).toBe(true);
  expect(plans.some((p) => p.splits === 1 && p.lanes > 1 && !p.lanesFirst)).toBe(true);
});
