// The pool of threads at work: the same bits as one thread, run after run, and errors instead of hangs
// when a kernel fails in a worker or a worker ends.
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { type CpuOptions, createCpuBackend } from '../../src/backends/cpu/cpu-backend.ts';
import { createPool, type Pool, type PoolOptions } from '../../src/backends/cpu/threads/pool.ts';
import { emitParts } from '../../src/backends/cpu/threads/split.ts';
import type { WorkerPlan } from '../../src/backends/cpu/threads/worker-source.ts';
import {
  compileKernel,
  createMemory,
  type FunctionBuilder,
  instantiate,
  type Local,
  ModuleBuilder,
} from '../../src/backends/cpu/wasm/assembler.ts';
import type { NestKernel, Program } from '../../src/compiler/program.ts';
import {
  add,
  attention,
  compile,
  concat,
  conv2d,
  convTranspose2d,
  geluTanh,
  groupNorm,
  layerNorm,
  matmul,
  mean,
  mul,
  optim,
  reshape,
  silu,
  sin,
  softmax,
  square,
  sub,
  sum,
  type Tensor,
  tensor,
  upsampleNearest,
  useBackend,
  valueAndGrad,
} from '../../src/index.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { randomValues } from './support.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function until(what: () => boolean): Promise<void> {
  const since = performance.now();
  while (!what()) {
    if (performance.now() - since > 20_000) throw new Error('waited for 20 s in vain');
    await sleep(2);
  }
}

const cpuWith = (options: CpuOptions) => {
  const cpu = createCpuBackend({ cautious: false, ...options });
  ends.push(() => cpu.dispose());
  return cpu;
};

const random = (shape: number[], seed: number): Tensor =>
  tensor(
    randomValues(
      shape.reduce((a, b) => a * b, 1),
      seed,
    ),
    { shape },
  );

type Step = (...inputs: Tensor[]) => Tensor[];

// the bits of all results with a number of threads; later runs are shared with workers
async function bitsWith(threads: number, f: Step, shapes: number[][], runs: number) {
  const cpu = cpuWith({ threads });
  await useBackend(cpu);
  const step = compile((...inputs: Tensor[]) => f(...inputs), { name: 'step' });
  const inputs = shapes.map((shape, i) => random(shape, i + 1));
  const once = async () => {
    const results = step(...inputs);
    const values = await Promise.all(results.map((t) => t.data()));
    for (const t of results) t.dispose();
    return values.map((v) => Buffer.from(v.buffer, v.byteOffset, v.byteLength).toString('base64'));
  };
  const first = await once();
  const { pool } = cpu;
  if (pool) {
    pool.start();
    await until(() => pool.ready === threads - 1);
    for (let shared = 0; shared < runs; ) {
      const before = pool.helped;
      expect(await once()).toEqual(first);
      if (pool.helped > before) shared++;
      else await sleep(1); // workers are still fetching the program
    }
  }
  return first;
}

const gradients =
  (f: (...xs: Tensor[]) => Tensor): Step =>
  (...xs) => {
    const weighted = (list: Tensor[]) => sum(mul(f(...list), sin(f(...list))));
    const [value, grads] = valueAndGrad(weighted)(xs);
    return [value, ...grads];
  };

const unetStep: Step = (x, target, ...w) => {
  const conv = (h: Tensor, k: Tensor, stride = 1) => conv2d(h, k, { stride, padding: 1 });
  const model = ([inn, a, down, b, up, out]: Tensor[]) => {
    const h0 = conv(silu(groupNorm(conv(x, inn), 8)), a);
    const h1 = conv(silu(groupNorm(conv(h0, down, 2), 8)), b); // [n, 8, 8, 64]
    const tokens = reshape(h1, [x.shape[0], 64, 64]);
    const seen = reshape(add(tokens, attention(tokens, tokens, tokens)), h1.shape);
    const h2 = concat([conv(upsampleNearest(seen, 2), up), h0], 3);
    return conv(silu(groupNorm(h2, 8)), out);
  };
  const tx = optim.adamw({ learningRate: 1e-3 });
  const [loss, grads] = valueAndGrad((p: Tensor[]) => mean(square(sub(model(p), target))))(w);
  const [updates] = tx.update(grads, tx.init(w), w);
  return [loss, ...optim.applyUpdates(w, updates)];
};

const steps: Record<string, [Step, number[][]]> = {
  elementwise: [gradients((x, b) => geluTanh(add(x, b))), [[400, 300], [300]]],
  rows: [gradients((x) => layerNorm(softmax(x))), [[700, 300]]],
  products: [
    gradients(matmul),
    [
      [301, 150],
      [150, 203],
    ],
  ],
  'batches of products': [
    gradients(matmul),
    [
      [8, 96, 64],
      [8, 64, 80],
    ],
  ],
  'convolution three by three': [
    gradients((x, w) => conv2d(x, w, { padding: 1 })),
    [
      [4, 18, 18, 32],
      [3, 3, 32, 48],
    ],
  ],
  'transposed convolution': [
    gradients((x, w) => convTranspose2d(x, w, { stride: 2, padding: 1 })),
    [
      [4, 12, 12, 32],
      [4, 4, 24, 32],
    ],
  ],
  'train step of a small U-Net': [
    unetStep,
    [
      [4, 16, 16, 4],
      [4, 16, 16, 4],
      [3, 3, 4, 32],
      [3, 3, 32, 32],
      [3, 3, 32, 64],
      [3, 3, 64, 64],
      [3, 3, 64, 32],
      [3, 3, 64, 4],
    ],
  ],
};

describe('one, two and three threads give the same bits', () => {
  test.each(Object.entries(steps))('%s', async (_, [f, shapes]) => {
    const one = await bitsWith(1, f, shapes, 0);
    expect(await bitsWith(2, f, shapes, 12)).toEqual(one);
    expect(await bitsWith(3, f, shapes, 6)).toEqual(one);
  });
});

describe('the number of threads', () => {
  test('0 and 1 make no pool and no shared memory', async () => {
    for (const threads of [0, 1]) {
      const cpu = cpuWith({ threads });
      expect(cpu.pool).toBeUndefined();
      expect(cpu.description).toMatch(/, 1 thread$/);
    }
    const cpu = cpuWith({ threads: 3 });
    expect(cpu.description).toMatch(/, 3 threads$/);
    expect(cpu.pool?.ready).toBe(0); // nothing has been computed yet
  });

  test('workers start by themselves once there is work', async () => {
    const cpu = cpuWith({ threads: 2 });
    await useBackend(cpu);
    const x = random([400, 400], 1);
    const step = compile((a: Tensor) => matmul(a, a), { name: 'square' });
    await until(() => {
      step(x).dispose();
      return (cpu.pool as Pool).helped > 0;
    });
    expect(cpu.pool?.ready).toBe(1);
  });
});

// A pool with one kernel of 4 parts, part(out, from, to, fresh), for tests of what goes wrong.
function poolWith(
  body: (f: FunctionBuilder, out: Local, from: Local) => void,
  options: PoolOptions,
) {
  const memory = createMemory(1, true);
  const m = new ModuleBuilder();
  emitParts(m, 1, 4, (f, [out], from) => body(f, out, from));
  const module = compileKernel(m.finish(), memory);
  const { part } = instantiate(module, memory);
  const pool = createPool(memory, 2, { cautious: false, ...options });
  ends.push(() => pool.close());
  const at = new Float64Array(new SharedArrayBuffer(8)) as Float64Array<SharedArrayBuffer>;
  at[0] = 1024;
  const bounds = [0, 1, 2, 3, 4];
  const plan: WorkerPlan = {
    id: 1,
    at,
    kernels: [module],
    steps: [{ kernel: 0, slots: [0], scratch: false, bounds }],
  };
  pool.add(plan);
  pool.start();
  // the main thread gives a worker time to take a part
  const slowly = (p: number, fresh: number) => {
    const end = performance.now() + 3;
    while (performance.now() < end);
    part(1024, bounds[p], bounds[p + 1], fresh);
  };
  return { pool, plan, words: new Int32Array(memory.buffer, 1024, 8), slowly };
}

describe('what goes wrong', () => {
  test('an error in a worker is thrown by the main thread, and the pool goes on', async () => {
    // the worker knows itself by a word that only the main thread's parts find at 0
    const { pool, plan, words, slowly } = poolWith((f, out, from) => {
      f.get(out).mem('i32.load').get(from).op('i32.eq');
      f.if(() => void f.op('unreachable'));
      f.get(out).mem('i32.load', 4).i32Const(1).op('i32.add').set(from);
      f.get(out).get(from).mem('i32.store', 4);
    }, {});
    await until(() => pool.willing());
    words[0] = 2; // part 2 fails, wherever it is computed
    let before = pool.helped;
    for (let i = 0; i < 3; i++) {
      expect(() => pool.divide(plan, 0, slowly)).toThrow(/unreachable/);
    }
    words[0] = -1;
    before = pool.helped;
    await until(() => {
      pool.divide(plan, 0, slowly);
      return pool.helped > before;
    });
  });

  test('a worker that is ended in the middle of a part is an error, and the rest goes on', async () => {
    const { pool, plan, words, slowly } = poolWith(
      (f, out) => {
        // loops for as long as word 0 is set
        f.loop((again) => {
          f.get(out).mem('i32.load').brIf(again);
        });
      },
      { patience: 300 },
    );
    await until(() => pool.willing());
    const helped = pool.helped;
    await until(() => {
      pool.divide(plan, 0, slowly);
      return pool.helped > helped;
    });
    words[0] = 1;
    const untouched = (): void => {
      const end = performance.now() + 30;
      while (performance.now() < end);
    };
    expect(() => {
      for (let i = 0; i < 100; i++) pool.divide(plan, 0, untouched);
    }).toThrow(/worker thread has begun a part of it and not finished within 300 ms/);
    expect(pool.willing()).toBe(false);
    expect(pool.ready).toBe(0);
  });

  test('a worker that is held up is left alone for a while', async () => {
    // word 0 is what a part counts down from: nothing at first, then much for the worker alone
    const { pool, plan, words, slowly } = poolWith(
      (f, out, from) => {
        f.get(out).mem('i32.load').set(from);
        f.repeat(from, () => void f.get(out).get(from).mem('i32.store', 8));
      },
      { cautious: true },
    );
    const helping = async () => {
      const before = pool.helped;
      await until(() => {
        if (pool.willing()) pool.divide(plan, 0, slowly);
        return pool.helped > before;
      });
    };
    await helping();
    words[0] = 200_000_000;
    const idly = (): void => {
      const end = performance.now() + 3;
      while (performance.now() < end);
    };
    const before = pool.helped;
    while (pool.helped === before && pool.willing()) pool.divide(plan, 0, idly);
    expect(pool.helped).toBeGreaterThan(before);
    expect(pool.willing()).toBe(false);
    words[0] = 0;
    await helping();
  });

  test('a kernel that fails is a DeviceError that names program and kernel', async () => {
    const cpu = cpuWith({ threads: 2 });
    await useBackend(cpu);
    ir.resetExpressions();
    const at = ix.scale(ix.axis('i0', 60_000), 16_384); // far outside of all memory
    const kernel: NestKernel = {
      kind: 'nest',
      axes: [60_000],
      reduceAxes: [],
      reductions: [],
      results: [ir.exp(ir.load(0, at, 'f32'))],
      inputs: ['f32'],
      outputs: ['f32'],
      inputSizes: [64],
      inPlace: [false],
      key: 'outside',
    };
    const [small, large] = [
      { shape: [64], dtype: 'f32' },
      { shape: [60_000], dtype: 'f32' },
    ] as const;
    const program: Program = {
      name: 'bad step',
      inputs: [small],
      outputs: [large],
      slots: [
        { kind: 'input', index: 0, offset: 0, bytes: 256, value: 0 },
        { kind: 'output', index: 0, offset: 0, bytes: 240_000, value: 1 },
      ],
      steps: [{ kernel, args: [0, 1], label: 'exp of nothing' }],
      tempBytes: 0,
      donations: new Map(),
    };
    const executable = cpu.executable(program);
    const operands = [[cpu.alloc(small)], [cpu.alloc(large)]] as const;
    const message = /^bad step: kernel exp of nothing failed: .*out of bounds/;
    expect(() => executable.run(...operands)).toThrow(message);
    cpu.pool?.start();
    await until(() => cpu.pool?.willing() === true);
    for (let i = 0; i < 20; i++) {
      expect(() => executable.run(...operands)).toThrow(message);
      await sleep(2);
    }
    const x = random([300, 300], 1);
    const [value] = await sum(matmul(x, x)).data();
    expect(value).not.toBe(0);
    expect(value).toBeLessThan(Number.POSITIVE_INFINITY);
  });
});

test('a process with workers ends by itself', async () => {
  const script = `
    import { createCpuBackend } from './src/backends/cpu/cpu-backend.ts';
    import { matmul, tensor, useBackend } from './src/index.ts';
    const cpu = createCpuBackend({ threads: 3 });
    await useBackend(cpu);
    cpu.pool.start();
    while (cpu.pool.ready < 2) await new Promise((r) => setTimeout(r, 5));
    const x = tensor(new Float32Array(90000).fill(1), { shape: [300, 300] });
    console.log((await matmul(x, x).data())[0]);`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 30_000 });
  expect(stdout.trim()).toBe('300');
});
