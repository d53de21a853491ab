// Scalar operations in WGSL: accuracy, special values, integer rules and f16 rounding.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  createWebGPUBackend,
  type WebGPUBackend,
} from '../../src/backends/webgpu/webgpu-backend.ts';
import type { DType, HostArray } from '../../src/tensor/dtype.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { erf, evalNest } from '../support/eval-nest.ts';
import { nest, runKernel, worstError } from './support.ts';

let backend: WebGPUBackend;
beforeAll(async () => {
  backend = await createWebGPUBackend();
});

const at = (n: number): ix.Index => ix.axis('i0', n);

/** Functions of one f32 tensor in one kernel with as many outputs as a device binds. */
async function mapAll(
  values: Float32Array,
  makes: ((x: ir.Expr) => ir.Expr)[],
  outputs: DType[] = makes.map(() => 'f32'),
): Promise<HostArray[]> {
  ir.resetExpressions();
  const x = ir.load(0, at(values.length), 'f32');
  const results = makes.map((make) => make(x));
  const found: HostArray[] = [];
  for (let from = 0; from < makes.length; from += 6) {
    const part = results.slice(from, from + 6);
    const kernel = nest({
      axes: [values.length],
      results: part,
      inputs: ['f32'],
      outputs: outputs.slice(from, from + 6),
      inputSizes: [values.length],
    });
    found.push(
      ...(await runKernel(
        backend,
        kernel,
        [values],
        part.map(() => values.length),
      )),
    );
  }
  return found;
}

describe('scalar functions', () => {
  const wide = Float32Array.from({ length: 4001 }, (_, i) => (i - 2000) / 40); // -50..50
  const unit = Float32Array.from({ length: 2001 }, (_, i) => (i - 1000) / 1000);
  const positive = Float32Array.from({ length: 2000 }, (_, i) => 10 ** ((i - 1000) / 60));
  const tiny = Float32Array.from({ length: 400 }, (_, i) => (i % 2 ? -1 : 1) * 10 ** (-i / 12));
  // name, values, exact function, largest error relative to |exact| + scale
  const cases: [ir.UnaryOp, Float32Array, (x: number) => number, number, number][] = [
    ['exp', wide, Math.exp, 4e-6, 0],
    ['log', positive, Math.log, 1e-6, 1],
    ['log1p', positive, Math.log1p, 1e-6, 0],
    ['log1p', tiny.map((x) => x / 2), Math.log1p, 1e-6, 0],
    ['expm1', wide, Math.expm1, 4e-6, 0],
    ['expm1', tiny, Math.expm1, 1e-6, 0],
    ['sqrt', positive, Math.sqrt, 4e-7, 0],
    ['rsqrt', positive, (x) => 1 / Math.sqrt(x), 5e-7, 0],
    ['sin', wide, Math.sin, 3e-7, 1],
    ['cos', wide, Math.cos, 3e-7, 1],
    ['sin', tiny, Math.sin, 5e-7, 0],
    ['tan', unit, Math.tan, 1e-6, 0],
    ['asin', unit, Math.asin, 1e-6, 0],
    ['acos', unit, Math.acos, 1e-6, 1e-2],
    ['atan', wide, Math.atan, 5e-7, 0],
    ['sinh', wide, Math.sinh, 6e-6, 0],
    ['cosh', wide, Math.cosh, 6e-6, 0],
    ['tanh', wide, Math.tanh, 1e-6, 0],
    ['tanh', tiny, Math.tanh, 1e-6, 0],
    ['erf', wide.map((x) => x / 10), erf, 1e-6, 0],
    ['erf', tiny, erf, 1e-6, 0],
  ];
  test('are accurate', async () => {
    const bad: string[] = [];
    for (const values of new Set(cases.map((c) => c[1]))) {
      const own = cases.filter((c) => c[1] === values);
      const got = await mapAll(
        values,
        own.map(
          ([op]) =>
            (x) =>
              ir.unary(op, x),
        ),
      );
      own.forEach(([op, , exact, tolerance, scale], k) => {
        const error = worstError(got[k], Float64Array.from(values, exact), scale);
        if (!(error <= tolerance)) bad.push(`${op}: ${error}`);
      });
    }
    expect(bad).toEqual([]);
  });

  test('of two arguments, comparisons, selections and casts agree on special values', async () => {
    const special = [0, -0, 1, -1, 0.5, -2.5, 3, 7.75, 1e10, -3e9, Infinity, -Infinity, NaN, 2];
    const a = Float32Array.from(special.flatMap((x) => special.map(() => x)));
    const b = Float32Array.from(special.flatMap(() => special));
    const n = a.length;
    ir.resetExpressions();
    const x = ir.load(0, at(n), 'f32');
    const y = ir.load(1, at(n), 'f32');
    const asF32 = (e: ir.Expr): ir.Expr => ir.cast(e, 'f32');
    const exact: [string, ir.Expr, (p: number, q: number) => number][] = [
      ['add', ir.add(x, y), (p, q) => p + q],
      ['mul', ir.mul(x, y), (p, q) => p * q],
      ['div', ir.div(x, y), (p, q) => p / q],
      ['min', ir.min(x, y), Math.min],
      ['max', ir.max(x, y), Math.max],
      ['rem', ir.binary('rem', x, y), (p, q) => p % q],
      [
        'pow',
        ir.binary('pow', x, y),
        (p, q) => (p === 1 ? 1 : p === -1 && !Number.isFinite(q) && !Number.isNaN(q) ? 1 : p ** q),
      ],
      ['atan2', ir.binary('atan2', x, y), Math.atan2],
      ['eq', asF32(ir.eq(x, y)), (p, q) => +(p === q)],
      ['ne', asF32(ir.ne(x, y)), (p, q) => +(p !== q)],
      ['lt', asF32(ir.lt(x, y)), (p, q) => +(p < q)],
      ['le', asF32(ir.le(x, y)), (p, q) => +(p <= q)],
      [
        'select',
        ir.select(ir.lt(x, y), x, ir.constant(Number.NaN, 'f32')),
        (p, q) => (p < q ? p : NaN),
      ],
      [
        'infinity',
        ir.add(ir.mul(x, ir.constant(0, 'f32')), ir.constant(-Infinity, 'f32')),
        (p) => (Number.isFinite(p) ? -Infinity : NaN),
      ],
      [
        'round',
        ir.unary('round', x),
        (p) => (Math.abs(p) === 2.5 ? Math.sign(p) * 2 : p === 0.5 ? 0 : Math.round(p)),
      ],
      [
        'i32',
        asF32(ir.cast(x, 'i32')),
        (p) => (Number.isNaN(p) ? 0 : Math.min(Math.max(Math.trunc(p), -(2 ** 31)), 2 ** 31)),
      ],
      [
        'u32',
        asF32(ir.cast(x, 'u32')),
        (p) => (Number.isNaN(p) ? 0 : Math.min(Math.max(Math.trunc(p), 0), 2 ** 32)),
      ],
      ['bool', asF32(ir.cast(x, 'bool')), (p) => +(p !== 0)],
      ['log', ir.log(x), Math.log],
      ['exp', ir.exp(x), Math.exp],
      ['sqrt', ir.sqrt(x), Math.sqrt],
      ['tanh', ir.tanh(x), Math.tanh],
      ['sin', ir.unary('sin', x), Math.sin],
    ];
    const bad: string[] = [];
    for (let from = 0; from < exact.length; from += 6) {
      const part = exact.slice(from, from + 6);
      const kernel = nest({
        axes: [n],
        results: part.map((p) => p[1]),
        inputs: ['f32', 'f32'],
        outputs: part.map(() => 'f32'),
        inputSizes: [n, n],
      });
      const got = await runKernel(
        backend,
        kernel,
        [a, b],
        part.map(() => n),
      );
      part.forEach(([name, , f], k) => {
        got[k].forEach((v, i) => {
          const want = Math.fround(f(a[i], b[i]));
          if (worstError([v], [want], 1e-30) > 3e-6)
            bad.push(`${name}(${a[i]}, ${b[i]}): ${v}, not ${want}`);
        });
      });
    }
    expect(bad).toEqual([]);
  });

  test('sines and cosines of angles of every size', async () => {
    const values = Float32Array.from({ length: 4096 }, (_, i) => {
      const size = 2 ** ((i % 2048) / 16.25) * (1 + ((i * 7919) % 1000) / 1000);
      return i < 2048 ? size : -size;
    });
    // near multiples of pi/2, where digits cancel: of all floats the nearest is 16367173 2^72
    for (let i = 0; i < 200; i++) values[i] = (i + 1) * 997 * (Math.PI / 2);
    values.set([16367173 * 2 ** 72, -16367173 * 2 ** 72, 8000, 8000.001, 3.4028234e38, 1e10]);
    const n = values.length;
    ir.resetExpressions();
    const x = ir.load(0, at(n), 'f32');
    const kernel = nest({
      axes: [n],
      results: [ir.unary('sin', x), ir.unary('cos', x)],
      inputs: ['f32'],
      outputs: ['f32', 'f32'],
      inputSizes: [n],
    });
    const got = await runKernel(backend, kernel, [values], [n, n]);
    const bad: string[] = [];
    for (const [k, f] of [Math.sin, Math.cos].entries()) {
      values.forEach((v, i) => {
        const want = f(v);
        // where the result is small, only beyond 8,000 every digit of it is right
        const allowed = Math.abs(v) > 8000 ? 4e-7 * Math.abs(want) : 2e-7;
        if (!(Math.abs(got[k][i] - want) <= allowed))
          bad.push(`${f.name}(${v}): ${got[k][i]}, not ${want}`);
      });
    }
    expect(bad.slice(0, 20)).toEqual([]);
  });

  test('integers wrap, divide towards zero and shift as in C', async () => {
    const values = [0, 1, -1, 5, -7, 31, 33, 2147483647, -2147483648, 123456789];
    const pairs = values.flatMap((p) => values.map((q) => [p, q] as const));
    const n = pairs.length;
    for (const type of ['i32', 'u32'] as const) {
      const make = (type === 'i32' ? Int32Array : Uint32Array) as Int32ArrayConstructor;
      const a = make.from(pairs, (p) => p[0]);
      const b = make.from(pairs, (p) => p[1]);
      const ops = [
        'add',
        'sub',
        'mul',
        'min',
        'max',
        'and',
        'or',
        'xor',
        'shl',
        'shr',
        'div',
        'rem',
      ] as const;
      for (let from = 0; from < ops.length; from += 6) {
        const part = ops.slice(from, from + 6);
        ir.resetExpressions();
        const x = ir.load(0, at(n), type);
        const y = ir.load(1, at(n), type);
        const kernel = nest({
          axes: [n],
          results: part.map((op) => ir.binary(op, x, y)),
          inputs: [type, type],
          outputs: part.map(() => type),
          inputSizes: [n, n],
        });
        const got = await runKernel(
          backend,
          kernel,
          [a, b],
          part.map(() => n),
        );
        const want = evalNest(kernel, [Float64Array.from(a), Float64Array.from(b)]);
        part.forEach((op, k) => {
          // x / 0 and x % 0 are 0 here, infinite or NaN in the evaluator
          const expected = Array.from(want[k], (v) => (Number.isFinite(v) ? v : 0));
          if (op === 'rem') for (const [i, q] of b.entries()) if (q === 0) expected[i] = 0;
          expect([op, type, ...got[k]]).toEqual([op, type, ...make.from(expected)]);
        });
      }
    }
  });

  test('f16 rounds to nearest even, native and stored as f32', async () => {
    const x = Float32Array.from([
      1,
      1 + 2 ** -11,
      1 + 3 * 2 ** -11,
      65519,
      65520,
      -1e6,
      2 ** -24,
      2 ** -25,
      1e-7,
      0.1,
      NaN,
      -0,
      6.1e-5,
      Infinity,
    ]);
    const n = x.length;
    const want = [
      1,
      1,
      1 + 2 ** -9,
      65504,
      Infinity,
      -Infinity,
      2 ** -24,
      0,
      2 * 2 ** -24,
      0.0999755859375,
      NaN,
      -0,
      0.00006097555160522461,
      Infinity,
    ];
    for (const f16 of [true, false]) {
      const own = await createWebGPUBackend({
        f16: f16 && backend.device.features.has('shader-f16'),
      });
      ir.resetExpressions();
      const load = ir.load(0, at(n), 'f32');
      const down = nest({
        axes: [n],
        results: [load],
        inputs: ['f32'],
        outputs: ['f16'],
        inputSizes: [n],
      });
      const [half] = await runKernel(own, down, [x], [n]);
      expect([...half]).toEqual(want);
      const up = nest({
        axes: [n],
        results: [load],
        inputs: ['f16'],
        outputs: ['f32'],
        inputSizes: [n],
      });
      const [again] = await runKernel(own, up, [x], [n]);
      expect([...again]).toEqual(want);
      own.dispose();
    }
  });
});

test('a constant minus zero keeps its sign, which shader compilers lose', async () => {
  const zero = ir.constant(-0, 'f32');
  const found = await mapAll(Float32Array.of(-1, 0, 1), [
    () => zero,
    (x) => ir.mul(x, zero),
    (x) => ir.select(ir.lt(x, ir.constant(0, 'f32')), zero, ir.constant(0, 'f32')),
    (x) => ir.binary('atan2', zero, ir.sub(x, ir.constant(2, 'f32'))),
  ]);
  const pi = Math.fround(Math.PI);
  expect(found.map((values) => [...values])).toEqual([
    [-0, -0, -0],
    [0, -0, -0],
    [-0, 0, 0],
    [-pi, -pi, -pi],
  ]);
});
