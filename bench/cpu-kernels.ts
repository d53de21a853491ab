// GFLOP/s of the CPU product and convolution kernels on one core: best of many repetitions.
// Run with `npx tsx bench/cpu-kernels.ts [matmul|odd|conv|winograd] [plain|fused|wide]`.
// 'winograd' compares the two convolution algorithms, taking turns because clocks drift.

import { performance } from 'node:perf_hooks';
import { conv2dKernel } from '../src/backends/cpu/kernels/conv2d.ts';
import { matmulKernel } from '../src/backends/cpu/kernels/matmul.ts';
import type { Kernel } from '../src/backends/cpu/kernels/tile.ts';
import { winogradKernel } from '../src/backends/cpu/kernels/winograd.ts';
import { prefersWinograd } from '../src/backends/cpu/kernels/winograd-plan.ts';
import { createMemory, instantiate } from '../src/backends/cpu/wasm/assembler.ts';
import type { Simd } from '../src/backends/cpu/wasm/simd.ts';
import type { ConvGeometry } from '../src/tensor/kernels.ts';

const [what = 'all', mode = 'fused'] = process.argv.slice(2);
const simd = mode as Simd;
const memory = createMemory(3000);
const heap = new Float32Array(memory.buffer);
for (let i = 0; i < heap.length; i++) heap[i] = ((i * 7919) % 1009) / 1009 - 0.5;

/** Best time of one call in milliseconds. */
const time = (kernel: Kernel, floats: readonly number[]): number => {
  let at = 64;
  const pointers = [...floats, kernel.scratchBytes / 4].map((count) => {
    const pointer = at;
    at = Math.ceil((at + 4 * count) / 64) * 64;
    return pointer;
  });
  if (at > heap.byteLength) throw new Error(`bench: needs ${at} bytes`);
  const run = instantiate(kernel.bytes, memory).run!;
  let best = Infinity;
  const end = performance.now() + 400;
  for (let i = 0; i < 5 || performance.now() < end; i++) {
    const start = performance.now();
    run(...pointers);
    best = Math.min(best, performance.now() - start);
  }
  return best;
};

const report = (name: string, flop: number, ms: number) =>
  console.log(
    `${name.padEnd(36)} ${ms.toFixed(3).padStart(9)} ms ${(flop / ms / 1e6).toFixed(1).padStart(7)} GFLOP/s`,
  );

const product = (name: string, m: number, n: number, k: number, ta = false, tb = false) => {
  const a = ta ? { row: 1, col: m } : { row: k, col: 1 };
  const b = tb ? { row: 1, col: k } : { row: n, col: 1 };
  const kernel = matmulKernel({ m, n, k, a, b, batch: [], simd });
  report(
    `${name} ${m}x${n}x${k}${ta ? ' A^T' : ''}${tb ? ' B^T' : ''}`,
    2 * m * n * k,
    time(kernel, [m * k, k * n, m * n]),
  );
};

if (what === 'all' || what === 'matmul') {
  for (const size of [64, 128, 256, 512, 1024, 2048]) product('matmul', size, size, size);
  for (const [ta, tb] of [
    [true, false],
    [false, true],
    [true, true],
  ] as const) {
    product('matmul', 512, 512, 512, ta, tb);
    product('matmul', 1024, 1024, 1024, ta, tb);
  }
}
if (what === 'all' || what === 'odd') {
  for (const [m, n, k] of [
    [16384, 64, 27],
    [4096, 40, 64],
    [77, 768, 768],
    [64, 512, 2048],
    [64, 64, 32],
    [4, 512, 512],
    [8, 512, 512],
    [16, 512, 512],
    [1, 512, 512],
    [2, 512, 512],
    [3, 512, 512],
    [512, 1, 512],
    [4096, 3, 64],
    [4096, 4, 64],
    [100, 100, 100],
  ] as const) {
    product('odd', m, n, k);
    product('odd', m, n, k, false, true);
    product('odd', m, n, k, true, false);
  }
}
const shape = (
  n: number,
  h: number,
  w: number,
  c: number,
  oc: number,
  kernel = 3,
  stride = 1,
): ConvGeometry => ({
  n,
  h,
  w,
  c,
  kh: kernel,
  kw: kernel,
  oc,
  oh: Math.ceil(h / stride),
  ow: Math.ceil(w / stride),
  stride: [stride, stride],
  padding: kernel === 3 ? [1, 1, 1, 1] : [0, 0, 0, 0],
  dilation: [1, 1],
  groups: 1,
});

/** Floats of the operands and of the result. */
const operandSizes = ({ n, h, w, c, kh, kw, oc, oh, ow, groups }: ConvGeometry) => {
  const taps = kh * kw * (c / groups);
  const [x, wt, y] = [n * h * w * c, taps * oc, n * oh * ow * oc];
  const sizes = { forward: [x, wt, y], inputGrad: [y, wt, x], weightGrad: [x, y, wt] } as const;
  return { sizes, flop: 2 * y * taps };
};
const passes = ['forward', 'inputGrad', 'weightGrad'] as const;

if (what === 'all' || what === 'conv') {
  for (const spec of [
    shape(16, 16, 16, 64, 64),
    shape(16, 8, 8, 128, 128),
    shape(16, 4, 4, 256, 256),
    shape(8, 32, 32, 64, 128),
    shape(1, 64, 64, 320, 320),
    shape(16, 32, 32, 3, 64),
    shape(16, 32, 32, 64, 3),
    shape(16, 8, 8, 4, 64),
    shape(16, 8, 8, 64, 4),
    shape(16, 16, 16, 64, 64, 3, 2),
    shape(16, 16, 16, 64, 64, 1),
    shape(1, 4, 4, 256, 256),
    { ...shape(16, 16, 16, 64, 64), groups: 64 },
    { ...shape(16, 16, 16, 64, 64), groups: 4 },
  ]) {
    const { n, h, w, c, oc, kh, stride, groups } = spec;
    const { sizes, flop } = operandSizes(spec);
    const name = `${n}x${h}x${w}x${c}->${oc} k${kh} s${stride[0]} g${groups}`;
    for (const pass of passes)
      report(`${name} ${pass}`, flop, time(conv2dKernel({ ...spec, pass, simd }), sizes[pass]));
  }
}
if (what === 'all' || what === 'winograd') {
  for (const spec of [
    shape(64, 8, 8, 64, 64),
    shape(64, 8, 8, 128, 64),
    shape(64, 4, 4, 128, 128),
    shape(64, 4, 4, 256, 128),
    shape(32, 32, 32, 24, 24),
    shape(32, 16, 16, 48, 48),
    shape(32, 8, 8, 96, 96),
    shape(32, 16, 16, 96, 48),
    shape(32, 32, 32, 48, 24),
    shape(16, 16, 16, 64, 64),
    shape(16, 4, 4, 256, 256),
    shape(1, 64, 64, 320, 320),
    shape(2, 8, 8, 64, 64),
    shape(4, 5, 5, 32, 32),
  ]) {
    const { sizes, flop } = operandSizes(spec);
    for (const pass of passes) {
      let [direct, fast] = [Infinity, Infinity];
      for (let round = 0; round < 2; round++) {
        direct = Math.min(direct, time(conv2dKernel({ ...spec, pass, simd }), sizes[pass]));
        fast = Math.min(fast, time(winogradKernel({ ...spec, pass, simd }), sizes[pass]));
      }
      const name = `${[spec.n, spec.h, spec.w, spec.c].join('x')}->${spec.oc} ${pass}`;
      report(`${name} direct`, flop, direct);
      const chosen = prefersWinograd(spec, pass) ? '' : ', not chosen';
      report(`  winograd, ${(direct / fast).toFixed(2)}x${chosen}`, flop, fast);
    }
  }
}
