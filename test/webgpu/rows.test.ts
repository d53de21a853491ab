// Row groups in one dispatch against plain loops in float64: softmax, layer norm with its gradient, and
// stages with several reductions a row.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsStages } from '../../src/backends/webgpu/kernels/rows.ts';
import {
  createWebGPUBackend,
  type WebGPUBackend,
} from '../../src/backends/webgpu/webgpu-backend.ts';
import type { NestKernel, RowsKernel } from '../../src/compiler/program.ts';
import {
  compile,
  layerNorm,
  mean,
  softmax,
  square,
  type Tensor,
  tensor,
  valueAndGrad,
} from '../../src/index.ts';
import { useBackend } from '../../src/runtime/device.ts';
import type { DType, HostArray } from '../../src/tensor/dtype.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { evalRows } from '../support/eval-nest.ts';
import { nest, randomValues, runKernel, worstError } from './support.ts';

const f32 = (n: number): DType[] => new Array<DType>(n).fill('f32');

/** A group of stages; stage arguments are numbers of inputs, then of outputs in the order of stages. */
function group(
  rows: number,
  inputSizes: number[],
  stages: [NestKernel, number[]][],
  outputs: DType[] = f32(stages.length),
): RowsKernel {
  return {
    kind: 'rows',
    rows,
    stages: stages.map(([kernel, args], i) => ({ kernel, args, label: `stage ${i}` })),
    inputs: f32(inputSizes.length),
    outputs,
    inputSizes,
    key: `rows ${stages.map(([k]) => k.key)}`,
  };
}

interface Coordinates {
  readonly i0: ix.Index;
  readonly i1: ix.Index;
  readonly r: ix.Index;
}

// stages over rows of n elements: f gets the element's position in its row as an axis
function builder(rows: number, n: number) {
  const at: Coordinates = {
    get i0() {
      return ix.axis('i0', rows);
    },
    get i1() {
      return ix.axis('i1', n);
    },
    get r() {
      return ix.axis('r0', n);
    },
  };
  const element = (buffer: number, axis: ix.Index): ir.Expr =>
    ir.load(buffer, ix.add(ix.scale(at.i0, n), axis), 'f32');
  const ofRow = (buffer: number): ir.Expr => ir.load(buffer, at.i0, 'f32');
  const map = (sizes: number[], f: () => ir.Expr): NestKernel => {
    ir.resetExpressions();
    const results = [f()];
    return nest({
      axes: [rows, n],
      results,
      inputs: f32(sizes.length),
      outputs: ['f32'],
      inputSizes: sizes,
    });
  };
  const reduce = (
    sizes: number[],
    op: 'sum' | 'max',
    body: () => ir.Expr,
    result: (acc: ir.Expr) => ir.Expr = (a) => a,
  ): NestKernel => {
    ir.resetExpressions();
    const reductions = [{ op, body: body() }];
    return nest({
      axes: [rows],
      reduceAxes: [n],
      reductions,
      results: [result(ir.acc(0, 'f32'))],
      inputs: f32(sizes.length),
      outputs: ['f32'],
      inputSizes: sizes,
    });
  };
  return { at, element, ofRow, map, reduce };
}

/** m = max x, e = exp(x - m), s = sum e, y = e / s. */
function softmaxGroup(rows: number, n: number, middle: DType = 'f32'): RowsKernel {
  const { at, element, ofRow, map, reduce } = builder(rows, n);
  const size = rows * n;
  return group(
    rows,
    [size],
    [
      [reduce([size], 'max', () => element(0, at.r)), [0, 1]],
      [map([size, rows], () => ir.exp(ir.sub(element(0, at.i1), ofRow(1)))), [0, 1, 2]],
      [reduce([size], 'sum', () => element(0, at.r)), [2, 3]],
      [map([size, rows], () => ir.div(element(0, at.i1), ofRow(1))), [2, 3, 4]],
    ],
    ['f32', middle, 'f32', 'f32'],
  );
}

/** Layer norm (mean, 1 / deviation, y) and the gradient of its operand for cotangents g. */
function layerNormGroup(rows: number, n: number): RowsKernel {
  const { at, element, ofRow, map, reduce } = builder(rows, n);
  const size = rows * n;
  const per = (e: ir.Expr): ir.Expr => ir.div(e, ir.constant(n, 'f32'));
  const centred = (axis: ix.Index): ir.Expr => ir.sub(element(0, axis), ofRow(1));
  const square = (e: ir.Expr): ir.Expr => ir.mul(e, e);
  const gain = (buffer: number, axis: ix.Index): ir.Expr => ir.load(buffer, axis, 'f32');
  // buffers: x, gain, g | mean, scale, y, a = mean(g gain), b = mean(g gain y), dx
  return group(
    rows,
    [size, n, size],
    [
      [reduce([size], 'sum', () => element(0, at.r), per), [0, 3]],
      [
        reduce(
          [size, rows],
          'sum',
          () => square(centred(at.r)),
          (a) => ir.unary('rsqrt', ir.add(per(a), ir.constant(1e-5, 'f32'))),
        ),
        [0, 3, 4],
      ],
      [map([size, rows, rows], () => ir.mul(centred(at.i1), ofRow(2))), [0, 3, 4, 5]],
      [reduce([size, n], 'sum', () => ir.mul(element(0, at.r), gain(1, at.r)), per), [2, 1, 6]],
      [
        reduce(
          [size, n, size],
          'sum',
          () => ir.mul(ir.mul(element(0, at.r), gain(1, at.r)), element(2, at.r)),
          per,
        ),
        [2, 1, 5, 7],
      ],
      [
        map([size, n, rows, size, rows, rows], () => {
          const direct = ir.sub(ir.mul(element(0, at.i1), gain(1, at.i1)), ofRow(2));
          const along = ir.mul(element(3, at.i1), ofRow(4));
          return ir.mul(ir.sub(direct, along), ofRow(5));
        }),
        [2, 1, 6, 5, 7, 4, 8],
      ],
    ],
  );
}

/** Two sums and a position for each of `parts` stretches of a row, then the row minus its sums. */
function stretches(rows: number, parts: number, n: number): RowsKernel {
  ir.resetExpressions();
  const row = ix.scale(ix.axis('i0', rows), parts * n);
  const x = ir.load(0, ix.add(row, ix.scale(ix.axis('i1', parts), n), ix.axis('r0', n)), 'f32');
  const sums = nest({
    axes: [rows, parts],
    reduceAxes: [n],
    reductions: [
      { op: 'sum', body: x },
      { op: 'argmax', body: x },
    ],
    results: [ir.acc(0, 'f32'), ir.acc(1, 'i32')],
    inputs: ['f32'],
    outputs: ['f32', 'i32'],
    inputSizes: [rows * parts * n],
  });
  ir.resetExpressions();
  const each = ix.add(ix.scale(ix.axis('i0', rows), parts * n), ix.axis('i1', parts * n));
  const sum = ix.add(ix.scale(ix.axis('i0', rows), parts), ix.div(ix.axis('i1', parts * n), n));
  const rest = nest({
    axes: [rows, parts * n],
    results: [ir.sub(ir.load(0, each, 'f32'), ir.load(1, sum, 'f32'))],
    inputs: ['f32', 'f32'],
    outputs: ['f32'],
    inputSizes: [rows * parts * n, rows * parts],
  });
  return group(
    rows,
    [rows * parts * n],
    [
      [sums, [0, 1, 2]],
      [rest, [0, 1, 3]],
    ],
    ['f32', 'i32', 'f32'],
  );
}

const sizesOf = (kernel: RowsKernel): number[] =>
  kernel.outputs.map((_, j) => {
    const buffer = kernel.inputs.length + j;
    const stage = kernel.stages.find((s) => s.args.slice(s.kernel.inputs.length).includes(buffer));
    return (stage as RowsKernel['stages'][number]).kernel.axes.reduce((a, b) => a * b, 1);
  });

describe.each([false, true])('subgroups: %s', (subgroups) => {
  let backend: WebGPUBackend;
  beforeAll(async () => {
    backend = await createWebGPUBackend({ hardware: true, subgroups });
  });
  afterAll(() => backend.dispose());

  const check = async (kernel: RowsKernel, tolerance = 2e-6): Promise<void> => {
    const inputs = kernel.inputSizes.map((size, i) => randomValues(size, i + 1));
    const sizes = sizesOf(kernel);
    const got = await runKernel(backend, kernel, inputs, sizes);
    const buffers = [
      ...inputs.map((v) => Float64Array.from(v)),
      ...sizes.map((n) => new Float64Array(n)),
    ];
    evalRows(kernel, buffers);
    got.forEach((g, j) => {
      const want = buffers[inputs.length + j];
      expect(worstError(g, want), `output ${j}`).toBeLessThan(tolerance);
    });
  };

  test.each([
    [3, 5],
    [37, 100],
    [130, 1024],
  ])('softmax of %i rows of %i', (rows, n) => check(softmaxGroup(rows, n)));

  test('an intermediate stored as f16 is read back rounded', () =>
    check(softmaxGroup(5, 40, 'f16'), 2e-3));

  test('layer norm and its gradient', () => check(layerNormGroup(21, 300), 1e-5));

  test('few and many reductions a row, with positions', async () => {
    await check(stretches(10, 3, 200));
    await check(stretches(10, 40, 7));
  });
});

test('row groups are for GPUs, in one dispatch, by subgroups where there are any', async () => {
  const options = { f16: false, hardware: true };
  for (const subgroups of [false, true]) {
    const { stages } = rowsStages(softmaxGroup(130, 1024), { ...options, subgroups });
    expect(stages.length).toBe(1);
    expect(stages[0].workgroups).toBe(130);
    expect(stages[0].directives?.includes('enable subgroups;')).toBe(subgroups);
  }
  const cpu = await createWebGPUBackend({ hardware: false });
  const gpu = await createWebGPUBackend({ hardware: true });
  expect(cpu.capabilities.rows).toBeUndefined();
  expect(gpu.capabilities.rows?.minRows).toBeGreaterThan(1);
  cpu.dispose();
  gpu.dispose();
});

test('compiled norms and softmax with gradients run in row groups', async () => {
  const shape = [256, 128];
  const x = randomValues(256 * 128, 3);
  const gain = randomValues(128, 4);
  const both = compile(
    (a: Tensor, g: Tensor) =>
      valueAndGrad((p: Tensor[]) => {
        const normed = layerNorm(p[0], { scale: p[1], bias: p[1] });
        return mean(square(softmax(normed)));
      })([a, g]),
    { name: 'norms' },
  );
  const results: HostArray[][] = [];
  const groups: number[] = [];
  for (const hardware of [true, false]) {
    const backend = await createWebGPUBackend({ hardware });
    const load = backend.load.bind(backend);
    let count = 0;
    backend.load = (program) => {
      count += program.steps.filter((s) => s.kernel.kind === 'rows').length;
      return load(program);
    };
    await useBackend(backend);
    const [value, grads] = both(tensor(x.slice(), { shape }), tensor(gain.slice()));
    results.push(await Promise.all([value, ...grads].map((t) => t.data())));
    groups.push(count);
    backend.dispose();
  }
  expect(groups).toEqual([2, 0]);
  results[0].forEach((got, i) => {
    const want = results[1][i];
    expect(worstError(got, want, Math.max(...want.map(Math.abs)))).toBeLessThan(2e-6);
  });
});
