// Reductions in every way they are spread over threads, with the kernels for GPUs and for CPU adapters.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reduceStages } from '../../src/backends/webgpu/kernels/reduce.ts';
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

const sumOf = (
  axes: number[],
  reduceAxes: number[],
  columns: boolean,
  positioned = true,
): NestKernel => {
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
      positioned ? { op: 'argmin', body: x } : { op: 'min', body: x },
      { op: 'any', body: ir.lt(ir.constant(0.999, 'f32'), x) },
    ],
    results: [
      ir.add(ir.acc(0, 'f32'), ir.constant(1, 'f32')),
      ir.acc(1, 'f32'),
      ir.acc(2, positioned ? 'i32' : 'f32'),
      ir.acc(3, 'bool'),
    ],
    inputs: ['f32'],
    outputs: ['f32', 'f32', positioned ? 'i32' : 'f32', 'bool'],
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

const forms = [
  { hardware: false, subgroups: false },
  { hardware: true, subgroups: false },
  { hardware: true, subgroups: true },
];

describe.each(forms)('kernels for GPUs: $hardware, subgroups: $subgroups', (form) => {
  const { hardware } = form;
  let backend: WebGPUBackend;
  beforeAll(async () => {
    backend = await createWebGPUBackend(form);
  });
  afterAll(() => backend.dispose());

  // barriers take CPU adapters seconds to compile, so the form for GPUs sees fewer shapes
  test.each(hardware ? telling : shapes)(
    '%j over %j, columns: %s',
    async (axes, reduceAxes, columns) => {
      // positions are joined by the tree, so subgroups get a kernel without any
      const kernel = sumOf(axes, reduceAxes, columns, !form.subgroups);
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

  test('every operation on every type, rows of one workgroup and of less', async () => {
    const ops = ['sum', 'prod', 'max', 'min'] as const;
    for (const [rows, length] of hardware
      ? [
          [2, 520],
          [3000, 70],
        ]
      : [[3, 70]]) {
      for (const type of ['f32', 'i32', 'u32'] as const) {
        ir.resetExpressions();
        const at = ix.flatten([ix.axis('i0', rows), ix.axis('r0', length)], [rows, length]);
        const x = ir.load(0, at, type);
        const kernel = nest({
          axes: [rows],
          reduceAxes: [length],
          reductions: [
            ...ops.map((op) => ({ op, body: x })),
            { op: 'all', body: ir.lt(x, ir.constant(3, type)) },
          ],
          results: [...ops.map((_, k) => ir.acc(k, type)), ir.acc(4, 'bool')],
          inputs: [type],
          outputs: [type, type, type, type, 'bool'],
          inputSizes: [rows * length],
        });
        // few twos among ones and a NaN in row 1, whose products and sums are exact
        const small: number[] = Array.from(
          { length: rows * length },
          (_, i) => 1 + +(i % 83 === 5),
        );
        small[3] = 3;
        if (type === 'f32') small[length + 9] = Number.NaN;
        const arrays = { f32: Float32Array, i32: Int32Array, u32: Uint32Array } as const;
        const values = arrays[type].from(small);
        const sizes = new Array<number>(5).fill(rows);
        const got = await runKernel(backend, kernel, [values], sizes);
        const want = evalNest(kernel, [Float64Array.from(values)]);
        got.forEach((g, k) => expect([type, k, ...g]).toEqual([type, k, ...want[k]]));
      }
    }
  });
});

test('subgroups join what has no positions', () => {
  const options = { hardware: true, subgroups: true, f16: false };
  const names = (k: NestKernel): string[] => reduceStages(k, options).stages.map((s) => s.name);
  expect(names(sumOf([3000], [70], false, false))).toEqual(['reduce by subgroups']);
  expect(names(sumOf([3000], [70], false, true))).toEqual(['reduce']);
  for (const positioned of [false, true]) {
    const [stage] = reduceStages(sumOf([2], [520], false, positioned), options).stages;
    expect(stage.directives?.includes('enable subgroups;')).toBe(!positioned);
  }
});

test('the telling shapes cover every spread', () => {
  const plans = telling.map((s) => planReduction(sumOf(...s), true));
  expect(plans.some((p) => p.lanes === 1)).toBe(true);
  expect(plans.some((p) => p.splits > 1)).toBe(true);
  expect(plans.some((p) => p.splits === 1 && p.lanes > 1 && p.lanesFirst)).toBe(true);
  expect(plans.some((p) => p.splits === 1 && p.lanes > 1 && !p.lanesFirst)).toBe(true);
});
