// Runs the generated module of a nest, for tests.
import { generateNest } from '../../src/backends/cpu/nest/generate.ts';
import { usualCuts } from '../../src/backends/cpu/nest/segments.ts';
import { createMemory, instantiate } from '../../src/backends/cpu/wasm/assembler.ts';
import { type Simd, usualSimd } from '../../src/backends/cpu/wasm/simd.ts';
import type { NestKernel } from '../../src/compiler/program.ts';
import { byteSize, type DType } from '../../src/tensor/dtype.ts';
import { sizeOf } from '../../src/tensor/shape.ts';
import { roundEven } from '../support/eval-nest.ts';

/** Values of the inputs, as plain numbers. */
export type Values = readonly (readonly number[] | Float64Array)[];

/** float16 bits of a number, by search in float64 arithmetic (slow, independent of the kernel). */
export function halfBits(x: number): number {
  if (Number.isNaN(x)) return 0x7e00;
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const a = Math.abs(x);
  if (a >= 65520) return sign | 0x7c00;
  const e = Math.max(-14, Math.floor(Math.log2(a || 1e-30)));
  const ulp = 2 ** (e - 10);
  return sign | (roundEven(a / ulp) + (e === -14 ? 0 : (e + 14) * 1024));
}

/** The number behind float16 bits. */
export function halfValue(h: number): number {
  const e = (h >> 10) & 31;
  const m = h & 1023;
  const a =
    e === 31 ? (m ? Number.NaN : Infinity) : e ? (1 + m / 1024) * 2 ** (e - 15) : m * 2 ** -24;
  return h & 0x8000 ? -a : a;
}

const memory = createMemory(1024);

function view(d: DType, at: number, n: number) {
  if (d === 'f32') return new Float32Array(memory.buffer, at, n);
  if (d === 'f64') return new Float64Array(memory.buffer, at, n);
  if (d === 'f16') return new Uint16Array(memory.buffer, at, n);
  return d === 'u32' ? new Uint32Array(memory.buffer, at, n) : new Int32Array(memory.buffer, at, n);
}

/** Generates, runs and reads back. Guard words around outputs must survive. */
export function runNest(
  k: NestKernel,
  inputs: Values,
  simd: Simd = usualSimd(),
  cuts = usualCuts,
): number[][] {
  const { bytes, imports, scratchBytes } = generateNest(k, simd, cuts);
  let at = 1024;
  const place = (d: DType, n: number): number => {
    const here = at;
    at += Math.ceil((n * byteSize[d] + 64) / 64) * 64;
    if (at > memory.buffer.byteLength) throw new Error('test: memory too small');
    return here;
  };
  const ptrs = k.inputs.map((d, i) => {
    const p = place(d, inputs[i].length);
    const v = view(d, p, inputs[i].length);
    inputs[i].forEach((x, j) => {
      v[j] = d === 'f16' ? halfBits(x) : x;
    });
    return p;
  });
  const n = sizeOf(k.axes);
  const outs = k.outputs.map((d) => {
    const p = place(d, n);
    const words = new Uint8Array(memory.buffer, p - 8, n * byteSize[d] + 40);
    words.fill(0xa5);
    return p;
  });
  const scratch = scratchBytes > 0 ? [place('i32', scratchBytes / 4)] : [];
  const beyond = new Uint8Array(memory.buffer, (scratch[0] ?? 0) + scratchBytes, 32);
  if (scratchBytes > 0) beyond.fill(0xa5);
  // guards are painted last, so that none is overwritten by a neighbour's
  instantiate(bytes, memory, imports).run(...ptrs, ...outs, ...scratch);
  if (scratchBytes > 0 && beyond.some((b) => b !== 0xa5)) throw new Error('test: scratch overran');
  return k.outputs.map((d, j) => {
    const tail = new Uint8Array(memory.buffer, outs[j] + n * byteSize[d], 32);
    const head = new Uint8Array(memory.buffer, outs[j] - 8, 8);
    if ([...head, ...tail].some((b) => b !== 0xa5)) throw new Error(`test: output ${j} overran`);
    return Array.from(view(d, outs[j], n), (x) => (d === 'f16' ? halfValue(x) : x));
  });
}

/** A kernel with defaults for what a test does not care about. */
export const nest = (
  part: Partial<NestKernel> & Pick<NestKernel, 'axes' | 'results' | 'inputs' | 'outputs'>,
): NestKernel => ({
  kind: 'nest',
  reduceAxes: [],
  reductions: [],
  inputSizes: part.inputs.map(() => 0),
  inPlace: part.inputs.map(() => false),
  key: '',
  ...part,
});
