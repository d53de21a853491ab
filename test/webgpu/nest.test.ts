// Generated WGSL of hand-built nests against plain loops in float64.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  createWebGPUBackend,
  type WebGPUBackend,
} from '../../src/backends/webgpu/webgpu-backend.ts';
import type { DType, HostArray, ScalarType } from '../../src/tensor/dtype.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { evalNest } from '../support/eval-nest.ts';
import { nest, randomValues, runKernel } from './support.ts';

let backend: WebGPUBackend;
beforeAll(async () => {
  backend = await createWebGPUBackend();
});

const at = (n: number): ix.Index => ix.axis('i0', n);

describe('indexing', () => {
  test('strides, padding guards, division, gather and bool storage', async () => {
    ir.resetExpressions();
    const [h, w] = [5, 7];
    const i = ix.axis('i0', h + 2);
    const j = ix.axis('i1', w);
    const inside = ir.and(
      ir.le(ir.constant(0, 'i32'), ir.index(ix.add(i, -1))),
      ir.lt(ir.index(ix.add(i, -1)), ir.constant(h, 'i32')),
    );
    // padded, reversed in j
    const flipped = ix.add(ix.scale(ix.add(i, -1), w), w - 1, ix.scale(j, -1));
    const padded = ir.load(0, flipped, 'f32', inside, ir.constant(-9, 'f32'));
    const flat = ix.add(ix.scale(i, w), j);
    const third = ir.cast(ir.index(ix.div(ix.add(flat, -20), 3)), 'f32');
    const rest = ir.cast(ir.index(ix.mod(ix.add(flat, -20), 3)), 'f32');
    const where = ir.load(1, ix.mod(flat, 6), 'i32');
    const gathered = ir.load(0, ix.fromData(where, h * w), 'f32');
    const kernel = nest({
      axes: [h + 2, w],
      results: [padded, third, rest, gathered, ir.lt(gathered, padded)],
      inputs: ['f32', 'i32'],
      outputs: ['f32', 'f32', 'f32', 'f32', 'bool'],
      inputSizes: [h * w, 6],
    });
    const x = randomValues(h * w);
    const index = Int32Array.from([3, 34, 0, 17, 8, 8]);
    const n = (h + 2) * w;
    const got = await runKernel(backend, kernel, [x, index], [n, n, n, n, n]);
    const want = evalNest(kernel, [Float64Array.from(x), Float64Array.from(index)]);
    got.forEach((g, k) => {
      expect([...g]).toEqual([...want[k]]);
    });
  });

  test('more than 65,535 workgroups', async () => {
    ir.resetExpressions();
    const n = 65535 * 256 + 1000;
    const kernel = nest({
      axes: [n],
      results: [ir.xor(ir.index(at(n)), ir.constant(5, 'i32'))],
      inputs: [],
      outputs: ['i32'],
      inputSizes: [],
    });
    const [got] = await runKernel(backend, kernel, [], [n]);
    let wrong = 0;
    for (let i = 0; i < n; i++) if (got[i] !== (i ^ 5)) wrong++;
    expect(wrong).toBe(0);
  });
});

describe('fuzz', () => {
  const unaries: ir.UnaryOp[] = [
    'neg',
    'abs',
    'exp',
    'tanh',
    'erf',
    'sin',
    'floor',
    'atan',
    'expm1',
  ];
  const binaries: ir.BinaryOp[] = ['add', 'sub', 'mul', 'min', 'max'];

  test('random expressions of 40 operations, with broadcast operands and reductions', async () => {
    const n = [3, 4, 5];
    for (let seed = 1; seed <= 10; seed++) {
      const random = randomValues(400, seed + 100);
      let at = 0;
      const pick = (k: number): number => Math.floor(((random[at++ % 400] + 1) / 2) * k);
      ir.resetExpressions();
      const axes = n.map((size, k) => ix.axis(`i${k}`, size));
      const r = ix.axis('r0', 6);
      const loads = [
        ir.load(0, ix.flatten(axes, n), 'f32'),
        ir.load(1, ix.add(ix.scale(axes[1], 6), r), 'f32'),
        ir.load(2, ix.add(ix.scale(r, 5), axes[2]), 'f32'),
      ];
      const grow = (pool: ir.Expr[], steps: number): ir.Expr => {
        for (let k = 0; k < steps; k++) {
          const a = pool[pick(pool.length)];
          const b = pool[pick(pool.length)];
          const e =
            pick(3) === 0
              ? ir.unary(unaries[pick(unaries.length)], a)
              : ir.binary(binaries[pick(binaries.length)], a, b);
          // bounded, so that float64 and f32 stay comparable
          pool.push(pick(2) ? ir.tanh(e) : ir.select(ir.lt(a, b), ir.unary('sin', e), ir.tanh(e)));
        }
        return pool[pool.length - 1];
      };
      const body = grow([...loads, ir.constant(0.5, 'f32')], 30);
      const result = grow([ir.acc(0, 'f32'), loads[0]], 10);
      const kernel = nest({
        axes: n,
        reduceAxes: [6],
        reductions: [{ op: (['sum', 'max', 'min', 'prod'] as const)[pick(4)], body }],
        results: [result],
        inputs: ['f32', 'f32', 'f32'],
        outputs: ['f32'],
        inputSizes: [60, 24, 30],
      });
      const inputs = [60, 24, 30].map((size, k) => randomValues(size, seed * 10 + k));
      const [got] = await runKernel(backend, kernel, inputs, [60]);
      const [want] = evalNest(
        kernel,
        inputs.map((v) => Float64Array.from(v)),
      );
      // floor may fall on either side: a few elements may differ
      const far = got.filter((v, i) => !(Math.abs(v - want[i]) < 1e-4)).length;
      expect(far, `seed ${seed}`).toBeLessThanOrEqual(1);
    }
  });
});

const types: ScalarType[] = ['f32', 'i32', 'u32'];
describe('types of a reduction', () => {
  test.each(types)('%s', async (type) => {
    ir.resetExpressions();
    const x = ir.load(0, ix.add(ix.scale(ix.axis('i0', 3), 50), ix.axis('r0', 50)), type);
    const ops = ['sum', 'prod', 'max', 'min', 'argmax', 'argmin'] as const;
    const kernel = nest({
      axes: [3],
      reduceAxes: [50],
      reductions: ops.map((op) => ({ op, body: x })),
      results: ops.map((op, k) => ir.acc(k, op.startsWith('arg') ? 'i32' : type)),
      inputs: [type as DType],
      outputs: ops.map((op) => (op.startsWith('arg') ? 'i32' : (type as DType))),
      inputSizes: [150],
    });
    const small = Array.from(
      { length: 150 },
      (_, i) => ((i * 37) % 11) + (type === 'u32' ? 1 : -5),
    );
    const values: HostArray =
      type === 'f32'
        ? Float32Array.from(small)
        : type === 'i32'
          ? Int32Array.from(small)
          : Uint32Array.from(small);
    const got = await runKernel(
      backend,
      kernel,
      [values],
      ops.map(() => 3),
    );
    const want = evalNest(kernel, [Float64Array.from(values)]);
    ops.forEach((op, k) => {
      // products wrap: compared for f32 only (they contain a zero there)
      if (op === 'prod' && type !== 'f32') return;
      expect([op, ...got[k]].map((v) => (v === 0 ? 0 : v))).toEqual(
        [op, ...want[k]].map((v) => (v === 0 ? 0 : v)),
      );
    });
  });
});
