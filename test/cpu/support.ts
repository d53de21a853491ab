// What the kernel tests share: a memory to run kernels in, seeded data, and error measures.

import type { Kernel } from '../../src/backends/cpu/kernels/tile.ts';
import {
  createMemory,
  hasRelaxedSimd,
  instantiate,
} from '../../src/backends/cpu/wasm/assembler.ts';
import type { Simd } from '../../src/backends/cpu/wasm/simd.ts';

/** What generators write that this machine compiles: wide code is valid, if slower, where nothing is joined. */
export const simdVariants: readonly Simd[] = hasRelaxedSimd()
  ? ['plain', 'fused', 'wide']
  : ['plain'];

/** Deterministic values in [-1, 1). */
export const randomValues = (count: number, seed = 1): Float32Array => {
  let state = seed * 2654435761;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
};

type Values = Float32Array | Float64Array | Int32Array | Uint32Array;

/**
 * Runs a kernel on copies of the inputs and returns its result. Inputs, result and scratch lie at
 * odd multiples of 4 bytes, between guard words that must survive, at the very end of the memory.
 */
export const runKernel = <T extends Values>(
  kernel: Kernel,
  inputs: readonly Values[],
  result: T,
  prefill = Number.NaN,
): T => {
  const GUARD = 64;
  const sizes = [...inputs, result].map((v) => v.byteLength + GUARD);
  const bytes = sizes.reduce((sum, s) => sum + s, kernel.scratchBytes + 2 * GUARD);
  const pages = Math.ceil(bytes / 65536) + 1;
  const memory = createMemory(pages);
  const all = new Uint8Array(memory.buffer).fill(0xa5);
  // Scratch first (aligned), then the operands so that the last byte of the memory is the result's.
  const scratch = GUARD;
  let end = pages * 65536;
  const place = (size: number) => {
    end -= size;
    end -= end % 8;
    const at = end;
    end -= GUARD;
    return at;
  };
  const resultAt = place(result.byteLength);
  const inputsAt = inputs.map((v) => place(v.byteLength));
  const view = (values: Values, at: number) =>
    new (values.constructor as Float32ArrayConstructor)(memory.buffer, at, values.length);
  inputs.forEach((v, i) => view(v, inputsAt[i]!).set(v));
  view(result, resultAt).fill(prefill);
  const run = instantiate(kernel.bytes, memory).run!;
  run(...inputsAt, resultAt, scratch);
  [...inputsAt, resultAt].forEach((at, i) => {
    const size = [...inputs, result][i]!.byteLength;
    for (const where of [at - 1, Math.ceil((at + size) / 8) * 8 + 8]) {
      if (where < all.length && all[where] !== 0xa5)
        throw new Error(`guard of operand ${i} broken`);
    }
  });
  if (all[scratch - 1] !== 0xa5 || all[scratch + kernel.scratchBytes] !== 0xa5)
    throw new Error('the kernel wrote outside its scratch');
  result.set(view(result, resultAt) as T);
  return result;
};

/** Largest difference over the root mean square of the expected values, or `least` if larger. */
export const relativeError = (
  actual: ArrayLike<number>,
  expected: Float64Array,
  least: number,
): number => {
  let worst = 0;
  let square = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!);
    if (Number.isNaN(difference)) return difference;
    worst = Math.max(worst, difference);
    square += expected[i]! ** 2;
  }
  return worst / Math.max(Math.sqrt(square / Math.max(1, expected.length)), least);
};
