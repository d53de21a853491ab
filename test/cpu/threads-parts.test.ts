// Kernels in parts: whatever the parts and whoever computes them, the result has the same bits as the
// whole. Every "thread" has a scratch of its own, and parts come in any order.
import { describe, expect, test } from 'vitest';
import { describeCpu, detectCpu, threadsFor } from '../../src/backends/cpu/detect.ts';
import { conv2dKernel } from '../../src/backends/cpu/kernels/conv2d.ts';
import { matmulKernel } from '../../src/backends/cpu/kernels/matmul.ts';
import type { Product } from '../../src/backends/cpu/kernels/product.ts';
import { winogradKernel } from '../../src/backends/cpu/kernels/winograd.ts';
import { generateNest } from '../../src/backends/cpu/nest/generate.ts';
import { cut, type Split } from '../../src/backends/cpu/threads/split.ts';
import { createMemory, instantiate } from '../../src/backends/cpu/wasm/assembler.ts';
import type { NestKernel } from '../../src/compiler/program.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import type { ConvGeometry, ConvSpec } from '../../src/tensor/kernels.ts';
import { convGeometry, lengthsOf } from '../support/convolutions.ts';
import { randomValues } from './support.ts';

const product = (n: readonly number[]) => n.reduce((a, b) => a * b, 1);

interface Case {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly split?: Split;
  readonly scratchBytes?: number;
  readonly imports?: Record<string, (...args: number[]) => number>;
}

// the whole, and parts shared between two threads in turns, last part first
function wholeAndParts(c: Case, inputs: readonly Float32Array[], size: number, bounds: number[]) {
  const scratch = c.scratchBytes ?? 0;
  const bytes = 4 * size + inputs.reduce((sum, v) => sum + v.byteLength, 0) + 2 * scratch;
  const memory = createMemory(Math.ceil(bytes / 65536) + 2, true);
  let end = 64;
  const place = (length: number) => {
    const at = end;
    end += 64 * Math.ceil(length / 64);
    return at;
  };
  const pointers = inputs.map((v) => {
    const at = place(v.byteLength);
    new Float32Array(memory.buffer, at, v.length).set(v);
    return at;
  });
  const to = place(4 * size);
  const scratches = [place(scratch), place(scratch)];
  const { run, part } = instantiate(c.bytes, memory, c.imports);
  const out = new Uint32Array(memory.buffer, to, size);
  const own = (thread: number) => (c.scratchBytes === undefined ? [] : [scratches[thread]]);
  const results = [
    () => run(...pointers, to, ...own(0)),
    () => {
      const fresh = [1, 1];
      for (let i = bounds.length - 2; i >= 0; i--) {
        const thread = i % 3 === 0 ? 1 : 0;
        part(...pointers, to, ...own(thread), bounds[i], bounds[i + 1], fresh[thread]);
        fresh[thread] = 0;
      }
    },
  ].map((work) => {
    out.fill(0x7fc00001);
    new Uint8Array(memory.buffer, scratches[0], 2 * scratch).fill(0xff);
    work();
    return out.slice();
  });
  return results as [Uint32Array, Uint32Array];
}

function check(c: Case, inputs: readonly Float32Array[], size: number): void {
  const { split } = c;
  if (!split) throw new Error('the kernel cannot be divided');
  const generous = { ...split, work: 1e9, repeated: 0 };
  for (const threads of [1, 2, 5]) {
    const bounds = cut(generous, threads) as number[];
    expect(bounds[0]).toBe(0);
    expect(bounds.at(-1)).toBe(split.extent);
    const [whole, parts] = wholeAndParts(c, inputs, size, bounds);
    expect(whole.includes(0x7fc00001)).toBe(false);
    expect(Buffer.compare(Buffer.from(parts.buffer), Buffer.from(whole.buffer))).toBe(0);
  }
}

describe('parts of products', () => {
  const rowMajor = (columns: number) => ({ row: columns, col: 1 });
  const cases: Record<string, Product> = {
    columns: { m: 70, n: 203, k: 300, a: rowMajor(300), b: rowMajor(203), batch: [] },
    rows: { m: 203, n: 61, k: 300, a: { row: 1, col: 203 }, b: rowMajor(61), batch: [] },
    'transposed on the right': {
      m: 130,
      n: 150,
      k: 128,
      a: rowMajor(128),
      b: { row: 1, col: 128 },
      batch: [],
    },
    'narrow results': { m: 3001, n: 4, k: 128, a: rowMajor(128), b: rowMajor(4), batch: [] },
    batch: {
      m: 30,
      n: 40,
      k: 50,
      a: rowMajor(50),
      b: rowMajor(40),
      batch: [{ size: 29, a: 1500, b: 2000 }],
    },
    'few batches': {
      m: 64,
      n: 96,
      k: 80,
      a: rowMajor(80),
      b: rowMajor(96),
      batch: [{ size: 3, a: 5120, b: 7680 }],
    },
    'batches of matrices times vectors': {
      m: 1,
      n: 300,
      k: 200,
      a: rowMajor(200),
      b: rowMajor(300),
      batch: [{ size: 24, a: 200, b: 60000 }],
    },
  };
  test.each(Object.entries(cases))('%s', (_, spec) => {
    const batches = product(spec.batch.map((b) => b.size));
    const inputs = [
      randomValues(batches * spec.m * spec.k, 1),
      randomValues(batches * spec.k * spec.n, 2),
    ];
    check(matmulKernel(spec), inputs, batches * spec.m * spec.n);
  });
});

describe('parts of convolutions', () => {
  const shape = (
    [n, h, w, c]: readonly [number, number, number, number],
    size: number,
    oc: number,
    change: Partial<ConvGeometry> = {},
  ): ConvGeometry => convGeometry({ n, h, w, c, kh: size, kw: size, oc, ...change });
  const direct: Record<string, ConvGeometry> = {
    'three by three': shape([2, 13, 11, 9], 3, 20),
    'stride two': shape([3, 12, 14, 10], 4, 24, { stride: [2, 2] }),
    // pixels of an image and of all images leave other remainders of the tile's rows
    'images that end in other tiles': shape([2, 31, 31, 16], 3, 32, { stride: [2, 2] }),
    'taps that nothing reaches': shape([3, 13, 13, 8], 1, 32, {
      stride: [3, 3],
      padding: [0, 0, 0, 0],
    }),
    pointwise: shape([2, 40, 30, 24], 1, 70, { padding: [0, 0, 0, 0] }),
  };
  const fast: Record<string, ConvGeometry> = {
    'many tiles': shape([3, 30, 26, 24], 3, 40),
    'few tiles and many weights': shape([2, 8, 8, 136], 3, 112),
    'one block of tiles': shape([1, 9, 9, 64], 3, 64),
  };
  const passes: readonly ConvSpec['pass'][] = ['forward', 'inputGrad', 'weightGrad'];
  const run = (generate: typeof conv2dKernel, geometry: ConvGeometry, pass: ConvSpec['pass']) => {
    const { x, w, y } = lengthsOf(geometry);
    const sizes = { forward: [x, w, y], inputGrad: [y, w, x], weightGrad: [x, y, w] }[pass];
    const inputs = [randomValues(sizes[0], 1), randomValues(sizes[1], 2)];
    const kernel = generate({ ...geometry, pass });
    check(kernel, inputs, sizes[2]);
    // what is not finite is computed in another way, but by the same rule in every part
    inputs[0][7] = Number.POSITIVE_INFINITY;
    inputs[1][5] = Number.NEGATIVE_INFINITY;
    check(kernel, inputs, sizes[2]);
  };
  for (const pass of passes) {
    test.each(Object.entries(direct))(`%s, ${pass}`, (_, s) => run(conv2dKernel, s, pass));
    test.each(Object.entries(fast))(`Winograd, %s, ${pass}`, (_, s) => {
      run(winogradKernel, s, pass);
    });
  }
});

describe('parts of nests', () => {
  const nest = (
    axes: number[],
    reduceAxes: number[],
    inputSizes: number[],
    make: (i: ix.Index[], r: ix.Index[]) => Pick<NestKernel, 'reductions' | 'results'>,
  ): NestKernel => {
    ir.resetExpressions();
    const indices = (prefix: string, sizes: number[]) =>
      sizes.map((size, k) => ix.axis(`${prefix}${k}`, size));
    return {
      kind: 'nest',
      axes,
      reduceAxes,
      inputs: inputSizes.map(() => 'f32'),
      outputs: ['f32'],
      inputSizes,
      inPlace: inputSizes.map(() => false),
      key: 'test',
      ...make(indices('i', axes), indices('r', reduceAxes)),
    };
  };
  const load = (buffer: number, at: ix.Index) => ir.load(buffer, at, 'f32');
  const cases: Record<string, NestKernel> = {
    'one long axis with a remainder': nest([100_003], [], [100_003], ([i]) => ({
      reductions: [],
      results: [ir.tanh(load(0, i))],
    })),
    'cut at a seam': nest([300, 96], [], [300 * 96], ([i, j]) => ({
      reductions: [],
      results: [
        ir.select(
          ir.lt(ir.index(j), ir.constant(40, 'i32')),
          ir.exp(load(0, ix.add(ix.scale(i, 96), j))),
          ir.tanh(load(0, ix.add(ix.scale(i, 96), j))),
        ),
      ],
    })),
    'functions of JavaScript': nest([50_001], [], [50_001], ([i]) => ({
      reductions: [],
      results: [ir.unary('sin', ir.mul(load(0, i), ir.constant(1e5, 'f32')))],
    })),
    'transposed, two axes': nest([211, 450], [], [211 * 450], ([i, j]) => ({
      reductions: [],
      results: [ir.exp(load(0, ix.add(i, ix.scale(j, 211))))],
    })),
    'sums of rows': nest([301], [1000], [301_000], ([i], [r]) => ({
      reductions: [{ op: 'sum', body: load(0, ix.add(ix.scale(i, 1000), r)) }],
      results: [ir.acc(0, 'f32')],
    })),
    'sums of columns': nest([301], [1000], [301_000], ([i], [r]) => ({
      reductions: [{ op: 'sum', body: load(0, ix.add(ix.scale(r, 301), i)) }],
      results: [ir.acc(0, 'f32')],
    })),
  };
  test.each(Object.entries(cases))('%s', (_, kernel) => {
    const { bytes, imports, split } = generateNest(kernel, 'fused');
    check({ bytes, imports, split }, [randomValues(kernel.inputSizes[0], 3)], product(kernel.axes));
  });

  test('a sum to one number is not divided', () => {
    const kernel = nest([], [1_000_000], [1_000_000], (_, [r]) => ({
      reductions: [{ op: 'sum', body: load(0, r) }],
      results: [ir.acc(0, 'f32')],
    }));
    expect(generateNest(kernel, 'fused').split).toBeUndefined();
  });
});

describe('cut', () => {
  const split = { extent: 100, step: 8, work: 1e6, repeated: 0 };
  test('gives parts that begin at steps and cover everything', () => {
    const bounds = cut(split, 2) as number[];
    expect(bounds).toHaveLength(13 + 1); // one for each step
    expect(bounds.slice(0, -1).every((b) => b % 8 === 0)).toBe(true);
    expect(new Set(bounds).size).toBe(bounds.length);
    expect(cut({ ...split, extent: 10_000 }, 2)).toHaveLength(16 + 1);
  });
  test('leaves small kernels whole', () => {
    expect(cut({ ...split, work: 20_000 }, 2)).toBeUndefined();
    expect(cut({ ...split, extent: 8 }, 2)).toBeUndefined();
  });
  test('makes as many parts as there are threads where parts repeat much', () => {
    expect(cut({ ...split, repeated: 1e5 }, 2)).toHaveLength(2 + 1);
    expect(cut({ ...split, repeated: 1e5 }, 3)).toHaveLength(3 + 1);
    expect(cut({ ...split, repeated: 1e4 }, 2)).toHaveLength(7 + 1);
  });
});

describe('the number of threads', () => {
  const features = { ...detectCpu(), processors: 12, sharedMemory: true };
  test('is what was asked for, where memory can be shared', () => {
    expect(threadsFor(features, 3)).toBe(3);
    expect(threadsFor(features, 0)).toBe(1);
    expect(threadsFor({ ...features, sharedMemory: false }, 3)).toBe(1);
    expect(() => threadsFor(features, 1.5)).toThrow(/whole number from 0 to 64.*threads is 1\.5/);
  });
  test('comes from WGRAD_THREADS, or from the processors', () => {
    const { WGRAD_THREADS } = process.env;
    try {
      process.env.WGRAD_THREADS = '5';
      expect(threadsFor(features)).toBe(5);
      process.env.WGRAD_THREADS = 'many';
      expect(() => threadsFor(features)).toThrow(/WGRAD_THREADS is many/);
      delete process.env.WGRAD_THREADS;
      expect(threadsFor(features)).toBe(8);
      expect(threadsFor({ ...features, processors: 2 })).toBe(2);
    } finally {
      if (WGRAD_THREADS === undefined) delete process.env.WGRAD_THREADS;
      else process.env.WGRAD_THREADS = WGRAD_THREADS;
    }
  });
  test('is in the description, with the reason for one', () => {
    expect(describeCpu(features, 2)).toMatch(/, 2 threads$/);
    expect(describeCpu({ ...features, sharedMemory: false }, 1)).toMatch(
      /, 1 thread \(more need cross-origin isolation/,
    );
  });
});
