// The trial that decides whether wide vectors are used. Kernels of each family run twice: in 128 bits in V8's
// baseline compiler, which joins nothing, and in pairs of vectors in the optimising one. All bits must agree. Then
// a product has to be faster in pairs, which it is not where they are not joined.

import type { NestKernel } from '../../compiler/program.ts';
import * as ix from '../../tensor/index-expr.ts';
import * as ir from '../../tensor/ir.ts';
import { attentionKernel } from './kernels/attention.ts';
import { matmulKernel } from './kernels/matmul.ts';
import { winogradKernel } from './kernels/winograd.ts';
import { generateNest } from './nest/generate.ts';
import { createMemory, instantiate } from './wasm/assembler.ts';
import type { Simd } from './wasm/simd.ts';

/** A generated module, and the floats of its operands; the result comes last. */
interface Trial {
  readonly make: (simd: Simd) => { bytes: Uint8Array<ArrayBuffer> };
  readonly floats: readonly number[];
}

const SCRATCH = 1 << 20;

const product = (m: number, n: number, k: number, columns = false): Trial => ({
  make: (simd) =>
    matmulKernel({
      ...{ m, n, k, batch: [], simd },
      a: columns ? { row: 1, col: m } : { row: k, col: 1 },
      b: { row: n, col: 1 },
    }),
  floats: [m * k, k * n, m * n],
});

const timed = product(48, 64, 192);

function nest(
  given: Pick<NestKernel, 'axes' | 'reduceAxes' | 'reductions' | 'results'>,
  size: number,
) {
  const kernel: NestKernel = {
    ...{ kind: 'nest', key: '', inputs: ['f32'], outputs: ['f32'], inputSizes: [size] },
    ...{ inPlace: [false], ...given },
  };
  return (simd: Simd) => generateNest(kernel, simd);
}

// every function that vectors have, with comparisons and selections
function elementwise(size: number): Trial {
  ir.resetExpressions();
  const x = ir.load(0, ix.axis('i0', size), 'f32');
  const one = ir.constant(1, 'f32');
  const functions = (['exp', 'expm1', 'log', 'log1p', 'tanh', 'erf', 'sqrt', 'floor'] as const).map(
    (op) => ir.unary(op, x),
  );
  const total = functions.reduce((sum, y, i) =>
    ir.add(ir.mul(sum, x), ir.min(y, ir.constant(i, 'f32'))),
  );
  const results = [ir.select(ir.lt(x, one), ir.div(total, x), ir.max(ir.neg(x), one))];
  return {
    make: nest({ axes: [size], reduceAxes: [], reductions: [], results }, size),
    floats: [size, size],
  };
}

function sums(rows: number, columns: number, along: 'rows' | 'columns'): Trial {
  ir.resetExpressions();
  const [kept, summed] = along === 'rows' ? [rows, columns] : [columns, rows];
  const [i, r] = [ix.axis('i0', kept), ix.axis('r0', summed)];
  const at = along === 'rows' ? ix.add(ix.scale(i, columns), r) : ix.add(ix.scale(r, columns), i);
  const body = ir.exp(ir.mul(ir.load(0, at, 'f32'), ir.constant(0.7, 'f32')));
  const reductions = [{ op: 'sum' as const, body }];
  const results = [ir.acc(0, 'f32')];
  const make = nest({ axes: [kept], reduceAxes: [summed], reductions, results }, rows * columns);
  return { make, floats: [rows * columns, kept] };
}

function attention(rows: number, dim: number): Trial {
  const operand = { offset: 0, strides: [dim, 1] };
  const spec = {
    ...({
      kind: 'attention',
      pass: 'forward',
      batch: [],
      heads: 1,
      queries: rows,
      keys: rows,
    } as const),
    ...{ dim, valueDim: dim, scale: 0.3, causal: true, mask: false },
    operands: [operand, operand, operand],
  };
  const size = rows * dim;
  return { make: (simd) => attentionKernel(spec, simd), floats: [size, size, size, size, rows] };
}

function convolution(side: number, channels: number): Trial {
  const geometry = {
    ...{
      n: 1,
      h: side,
      w: side,
      c: channels,
      oc: channels,
      kh: 3,
      kw: 3,
      oh: side,
      ow: side,
      groups: 1,
    },
    ...({ stride: [1, 1], padding: [1, 1, 1, 1], dilation: [1, 1] } as const),
  };
  const size = side * side * channels;
  return {
    make: (simd) => winogradKernel({ ...geometry, pass: 'forward', simd }),
    floats: [size, 9 * channels * channels, size],
  };
}

const families = (): Record<string, Trial> => ({
  'products of 16 columns': product(18, 40, 70),
  'products of 8 columns': product(25, 8, 70, true),
  'elementwise functions': elementwise(256),
  'sums of rows': sums(3, 256, 'rows'),
  'sums of columns': sums(40, 48, 'columns'),
  'long sums of columns': sums(280, 16, 'columns'),
  attention: attention(24, 32),
  convolutions: convolution(8, 16),
});

/** A loaded module: computes on operands that `fill` sets; the bits of everything that it wrote. */
interface Loaded {
  fill(): void;
  run(): void;
  bits(): Uint32Array;
}

function bench(): (trial: Trial, simd: Simd) => Loaded {
  const memory = createMemory(64);
  const floats = new Float32Array(memory.buffer);
  return (trial, simd) => {
    const { run } = instantiate(trial.make(simd).bytes, memory);
    let end = SCRATCH / 4;
    const pointers = trial.floats.map((size) => {
      const at = 4 * end;
      end += 16 * Math.ceil(size / 16);
      return at;
    });
    return {
      fill: () => {
        for (let i = SCRATCH / 4; i < end; i++) floats[i] = ((i * 37) % 101) / 17 - 2.5;
      },
      run: () => run(...pointers, 0),
      bits: () => new Uint32Array(memory.buffer.slice(SCRATCH, 4 * end)),
    };
  };
}

/** Shortest of some turns, in milliseconds. */
const best = (list: readonly (() => void)[], turns: number): number[] => {
  const times = list.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < turns; turn++) {
    list.forEach((work, i) => {
      const since = performance.now();
      work();
      times[i] = Math.min(times[i], performance.now() - since);
    });
  }
  return times;
};

/** How V8 compiles what is first called inside `work`. */
export interface Compilers {
  /** By the optimising compiler, at once. */
  optimized<T>(work: () => T): T;
  /** Allows joining from now on. */
  join(): void;
}

// which NaN comes out is left open by WebAssembly
const isNaNBits = (bits: number): boolean => (bits & 0x7fffffff) > 0x7f800000;

/** Least gain of a product in pairs over one in single vectors; unjoined it takes longer. */
const GAIN = 1.2;

/** What speaks against wide vectors on this machine, if anything. */
export function tryWide(v8: Compilers): string | undefined {
  const load = bench();
  const narrow = load(timed, 'fused');
  narrow.fill();
  v8.optimized(narrow.run);
  v8.join();
  const wide = load(timed, 'wide');
  v8.optimized(wide.run);
  for (const [name, trial] of Object.entries(families())) {
    const [single, pairs] = [load(trial, 'fused'), load(trial, 'wide')];
    single.fill();
    single.run();
    const want = single.bits();
    pairs.fill();
    v8.optimized(pairs.run);
    if (
      pairs.bits().some((bits, i) => bits !== want[i] && !(isNaNBits(bits) && isNaNBits(want[i])))
    ) {
      return `${name} came out with other bits`;
    }
  }
  const [before, after] = best([narrow.run, wide.run], 12);
  const gain = before / after;
  return gain >= GAIN ? undefined : `a product gained only a factor of ${gain.toFixed(2)}`;
}
