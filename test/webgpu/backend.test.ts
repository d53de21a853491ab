// Memory, replay, shared bindings and profiles of the WebGPU device.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bucketOf } from '../../src/backends/webgpu/buffers.ts';
import {
  createWebGPUBackend,
  type WebGPUBackend,
} from '../../src/backends/webgpu/webgpu-backend.ts';
import type { Program, Slot } from '../../src/compiler/program.ts';
import { OutOfMemoryError } from '../../src/tensor/errors.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { nest, randomValues, runKernel, twoPlus } from './support.ts';

let backend: WebGPUBackend;
beforeEach(async () => {
  backend = await createWebGPUBackend();
});
afterEach(() => backend.dispose());

const f32 = (n: number) => ({ dtype: 'f32' as const, shape: [n] });

describe('memory', () => {
  test('values of every dtype survive the trip, odd lengths and shared memory included', async () => {
    const shared = new Float32Array(new SharedArrayBuffer(12));
    shared.set([1.5, -2, 3]);
    const cases = [
      ['f32', shared],
      ['f16', Float32Array.from([0.5, -65504, Infinity])],
      ['i32', Int32Array.from([-1, 2147483647, 0])],
      ['u32', Uint32Array.from([4294967295, 0, 7])],
      ['bool', Uint8Array.from([1, 0, 1])],
    ] as const;
    for (const [dtype, values] of cases) {
      const aval = { dtype, shape: [3] };
      const s = backend.alloc(aval);
      backend.upload(s, aval, values);
      expect([dtype, ...(await backend.download(s, aval))]).toEqual([dtype, ...values]);
      backend.free(s);
    }
    expect(backend.memory().used).toBe(0);
    const none = backend.alloc(f32(0));
    backend.upload(none, f32(0), new Float32Array(0));
    expect((await backend.download(none, f32(0))).length).toBe(0);
  });

  test('buckets waste a quarter at most, and buffers are found again', () => {
    for (let bytes = 257; bytes < 1e9; bytes = Math.ceil(bytes * 1.37)) {
      expect(bucketOf(bytes)).toBeGreaterThanOrEqual(bytes);
      expect(bucketOf(bytes)).toBeLessThan(Math.max(bytes * 1.26, bytes + 256));
      expect(bucketOf(bytes) % 256).toBe(0);
    }
    const before = backend.counters().buffers;
    for (let i = 0; i < 10; i++) backend.free(backend.alloc(f32(1000 + i)));
    expect(backend.counters().buffers).toBe(before + 1);
  });

  test('more than a buffer holds is refused by name', () => {
    expect(() => backend.alloc(f32(2 ** 40))).toThrow(OutOfMemoryError);
    expect(() => backend.alloc(f32(2 ** 40))).toThrow(/f32\[1099511627776\].*maxBufferSize/);
  });
});

describe('programs', () => {
  // t = 2 x + y in the arena; t = 2 t + t in place; out = 2 t + y
  function chain(n: number): Program {
    const bytes = n * 4;
    const slots: Slot[] = [
      { kind: 'input', index: 0, offset: 0, bytes, value: 0 },
      { kind: 'input', index: 1, offset: 0, bytes, value: 1 },
      { kind: 'temp', offset: 256, bytes, value: 2 },
      { kind: 'output', index: 0, offset: 0, bytes, value: 3 },
    ];
    const kernel = twoPlus(n);
    return {
      name: 'chain',
      inputs: [f32(n), f32(n)],
      outputs: [f32(n)],
      slots,
      steps: [
        [0, 1, 2],
        [2, 2, 2],
        [2, 1, 3],
      ].map((args) => ({ kernel, args, label: 'twoPlus' })),
      tempBytes: 256 + bytes,
      donations: new Map(),
    };
  }

  test('operands in one place share a binding; a steady loop makes no objects', async () => {
    const n = 1000;
    const executable = backend.load(chain(n));
    const [x, y] = [randomValues(n, 1), randomValues(n, 2)];
    const [a, b, out] = [f32(n), f32(n), f32(n)].map((v) => backend.alloc(v));
    backend.upload(a, f32(n), x);
    backend.upload(b, f32(n), y);
    executable.run([a, b], [out]);
    const got = await backend.download(out, f32(n));
    got.forEach((v, i) => expect(v).toBeCloseTo(6 * (2 * x[i] + y[i]) + y[i], 4));
    const before = backend.counters();
    for (let i = 0; i < 20; i++) executable.run([a, b], [out]);
    expect(await backend.download(out, f32(n))).toEqual(got);
    const { dispatches, submits, ...made } = backend.counters();
    expect(made).toEqual({
      bindGroups: before.bindGroups,
      buffers: before.buffers,
      pipelines: before.pipelines,
    });
    expect(dispatches - before.dispatches).toBe(60);
    expect(submits - before.submits).toBe(20);
    // the same storage twice, and an output over an input
    executable.run([a, a], [out]);
    (await backend.download(out, f32(n))).forEach((v, i) => expect(v).toBeCloseTo(19 * x[i], 4));
    executable.run([a, b], [a]);
    expect(await backend.download(a, f32(n))).toEqual(got);
  });

  test('a step that donates its state alternates between buffers and makes no objects', async () => {
    const n = 640;
    // [w, m], x -> [w', m'], loss: w' = 2 w + m, m' = 2 m + x, loss = 2 w' + m'; w' and m' take new memory
    const slot = (kind: 'input' | 'output', index: number, value: number): Slot => ({
      kind,
      index,
      offset: 0,
      bytes: n * 4,
      value,
    });
    const kernel = twoPlus(n);
    const program: Program = {
      name: 'train step',
      inputs: [f32(n), f32(n), f32(n)],
      outputs: [f32(n), f32(n), f32(n)],
      slots: [
        ...[0, 1, 2].map((i) => slot('input', i, i)),
        ...[0, 1, 2].map((i) => slot('output', i, 3 + i)),
      ],
      steps: [
        [0, 1, 3],
        [1, 2, 4],
        [3, 4, 5],
      ].map((args) => ({ kernel, args, label: 'twoPlus' })),
      tempBytes: 0,
      donations: new Map(),
    };
    const executable = backend.load(program);
    const x = backend.alloc(f32(n));
    backend.upload(x, f32(n), new Float32Array(n).fill(1));
    let state = [backend.alloc(f32(n)), backend.alloc(f32(n))];
    for (const s of state) backend.upload(s, f32(n), new Float32Array(n));
    let [w, m, loss] = [0, 0, 0];
    const step = async (): Promise<void> => {
      const next = [backend.alloc(f32(n)), backend.alloc(f32(n))];
      const out = backend.alloc(f32(n));
      executable.run([...state, x], [...next, out]);
      for (const s of state) backend.free(s);
      state = next;
      [w, m] = [2 * w + m, 2 * m + 1];
      loss = 2 * w + m;
      expect((await backend.download(out, f32(n)))[n - 1]).toBe(loss);
      backend.free(out);
    };
    for (let i = 0; i < 4; i++) await step();
    const before = backend.counters();
    for (let i = 0; i < 12; i++) await step();
    const { dispatches, submits, ...made } = backend.counters();
    const { dispatches: dispatchesBefore, submits: submitsBefore, ...madeBefore } = before;
    expect(made).toEqual(madeBefore);
    expect([dispatches - dispatchesBefore, submits - submitsBefore]).toEqual([36, 12]);
  });

  test('parts of a value share its memory, whatever else is written there', async () => {
    const n = 512;
    const half = n / 2;
    const temp = (offset: number, length: number, value: number): Slot => ({
      kind: 'temp',
      offset,
      bytes: length * 4,
      value,
    });
    ir.resetExpressions();
    const i = ix.axis('i0', half);
    // whole[2 i] + 10 part[i]
    const sum = ir.add(
      ir.load(0, ix.scale(i, 2), 'f32'),
      ir.mul(ir.load(1, i, 'f32'), ir.constant(10, 'f32')),
    );
    const both = nest({
      axes: [half],
      results: [sum],
      inputs: ['f32', 'f32'],
      outputs: ['f32'],
      inputSizes: [n, half],
    });
    const program: Program = {
      name: 'parts',
      inputs: [f32(n), f32(n)],
      outputs: [f32(half), f32(half)],
      slots: [
        { kind: 'input', index: 0, offset: 0, bytes: n * 4, value: 0 },
        { kind: 'input', index: 1, offset: 0, bytes: n * 4, value: 1 },
        temp(0, n, 2),
        temp(half * 4, half, 2),
        temp(n * 4, half, 3),
        { kind: 'output', index: 0, offset: 0, bytes: half * 4, value: 4 },
        { kind: 'input', index: 1, offset: half * 4, bytes: half * 4, value: 1 },
        { kind: 'output', index: 1, offset: 0, bytes: half * 4, value: 5 },
      ],
      steps: [
        { kernel: twoPlus(n), args: [0, 1, 2], label: 'whole' },
        { kernel: both, args: [2, 3, 4], label: 'written beside' },
        { kernel: twoPlus(half), args: [4, 4, 5], label: 'out' },
        { kernel: both, args: [1, 6, 7], label: 'read only' },
      ],
      tempBytes: (n + half) * 4,
      donations: new Map(),
    };
    const executable = backend.load(program);
    const [a, b] = [randomValues(n, 1), randomValues(n, 2)];
    const inputs = [a, b].map((v) => {
      const s = backend.alloc(f32(n));
      backend.upload(s, f32(n), v);
      return s;
    });
    const outputs = [0, 1].map(() => backend.alloc(f32(half)));
    executable.run(inputs, outputs);
    const [first, second] = await Promise.all(outputs.map((o) => backend.download(o, f32(half))));
    const t = a.map((v, k) => 2 * v + b[k]);
    first.forEach((v, k) => expect(v).toBeCloseTo(3 * (t[2 * k] + 10 * t[half + k]), 3));
    second.forEach((v, k) => expect(v).toBeCloseTo(b[2 * k] + 10 * b[half + k], 4));
  });

  test('work behind a pipeline that is being compiled keeps its order', async () => {
    const n = 300;
    const executable = backend.load(chain(n));
    const [a, b, out] = [f32(n), f32(n), f32(n)].map((v) => backend.alloc(v));
    const values = new Float32Array(n).fill(1);
    const reads: Promise<ArrayLike<number>>[] = [];
    for (let i = 1; i <= 3; i++) {
      values.fill(i);
      backend.upload(a, f32(n), values);
      backend.upload(b, f32(n), values);
      executable.run([a, b], [out]);
      reads.push(backend.download(out, f32(n)));
    }
    expect((await Promise.all(reads)).map((r) => r[n - 1])).toEqual([19, 38, 57]);
  });

  test('a long program takes several submits', async () => {
    const p = chain(64);
    const steps = Array.from({ length: 450 }, (_, i) => p.steps[i % 3]);
    const executable = backend.load({ ...p, steps });
    const [a, b, out] = [f32(64), f32(64), f32(64)].map((v) => backend.alloc(v));
    backend.upload(a, f32(64), new Float32Array(64).fill(2));
    backend.upload(b, f32(64), new Float32Array(64).fill(1));
    const before = backend.counters().submits;
    executable.run([a, b], [out]);
    expect((await backend.download(out, f32(64)))[63]).toBe(31);
    expect(backend.counters().submits - before).toBe(3);
  });
});

describe('profiles', () => {
  test.each([true, false])('times of every step, by timestamps: %s', async (timestamps) => {
    const own = await createWebGPUBackend({ timestamps });
    const n = 200000;
    ir.resetExpressions();
    const x = ir.load(0, ix.axis('r0', n), 'f32');
    const sum = nest({
      axes: [],
      reduceAxes: [n],
      reductions: [{ op: 'sum', body: x }],
      results: [ir.acc(0, 'f32')],
      inputs: ['f32'],
      outputs: ['f32'],
      inputSizes: [n],
    });
    const bytes = n * 4;
    const program: Program = {
      name: 'profiled',
      inputs: [f32(n), f32(n)],
      outputs: [f32(1)],
      slots: [
        { kind: 'input', index: 0, offset: 0, bytes, value: 0 },
        { kind: 'input', index: 1, offset: 0, bytes, value: 1 },
        { kind: 'temp', offset: 0, bytes, value: 2 },
        { kind: 'output', index: 0, offset: 0, bytes: 4, value: 3 },
      ],
      steps: [
        { kernel: twoPlus(n), args: [0, 1, 2], label: 'twoPlus' },
        { kernel: sum, args: [2, 3], label: 'sum' },
      ],
      tempBytes: bytes,
      donations: new Map(),
    };
    const executable = own.load(program);
    const inputs = [2, 3].map((value) => {
      const s = own.alloc(f32(n));
      own.upload(s, f32(n), new Float32Array(n).fill(value));
      return s;
    });
    const out = own.alloc(f32(1));
    const measured = executable.profile?.(inputs, [out]);
    // queued behind the measured run
    const value = own.download(out, f32(1));
    const times = await measured;
    expect(times?.length).toBe(2);
    for (const ms of times ?? []) expect(ms > 0 && ms < 60000).toBe(true);
    expect((await value)[0]).toBe(7 * n);
    own.dispose();
  });

  test('WGRAD_DEBUG=1 prints the kernels of each run with their times', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.stubEnv('WGRAD_DEBUG', '1');
    const [got] = await runKernel(
      backend,
      twoPlus(2),
      [Float32Array.of(1, 2), Float32Array.of(3, 4)],
      [2],
    );
    await backend.sync();
    const text = printed.mock.calls.flat().join('\n');
    vi.unstubAllEnvs();
    printed.mockRestore();
    expect([...got]).toEqual([5, 8]);
    expect(text).toMatch(/test.*1 kernel/);
    expect(text).toMatch(/nest \[2\] f32, f32 -> f32/);
  });
});
