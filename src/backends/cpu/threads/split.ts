// How a kernel is divided between threads. Besides `run` it exports `part`, which takes three numbers
// more, `from`, `to` and `fresh`, and computes a range of one loop over its results: output rows,
// columns, tiles. Sums are never divided, so every element is computed by the same instructions in
// the same order whoever computes it, and results are the same bits for any number of threads.

import type { FunctionBuilder, Local, ModuleBuilder } from '../wasm/assembler.ts';

/** What a kernel says about its parts. */
export interface Split {
  /** Iterations of the loop that is divided. */
  readonly extent: number;
  /** Parts start at multiples of this. */
  readonly step: number;
  /** Nanoseconds of the whole kernel on one thread, estimated. */
  readonly work: number;
  /** Nanoseconds that every part spends on what other parts do as well, estimated. */
  readonly repeated: number;
}

/** Kernels with less work stay whole: waking a thread takes about 10 us. */
const LEAST_WORK = 25_000;
/** Parts are not made smaller than this, and there are at most PARTS of them for a thread. */
const LEAST_PART = 8_000;
const PARTS = 8;
/** Share of the work that may be spent on repeating things. */
const REPEATED = 0.07;

/** Whether there is enough work and more than one part: only then the kernel needs a `part`. */
export const isDivisible = ({ extent, step, work }: Split): boolean =>
  work >= LEAST_WORK && extent > step;

/**
 * Where the parts of a kernel begin and end: part i is bounds[i]..bounds[i + 1]. Undefined if it
 * should stay whole. Many small parts balance the threads, as each takes the next when it is done.
 */
export function cut(split: Split, threads: number): number[] | undefined {
  const { extent, step, work, repeated } = split;
  if (!isDivisible(split)) return undefined;
  const steps = Math.ceil(extent / step);
  const cheap = repeated > 0 ? Math.max(threads, Math.floor((REPEATED * work) / repeated)) : steps;
  const parts = Math.min(steps, PARTS * threads, Math.floor(work / LEAST_PART), cheap);
  if (parts < 2) return undefined;
  return Array.from({ length: parts + 1 }, (_, i) =>
    Math.min(extent, step * Math.round((i * steps) / parts)),
  );
}

/** Nanoseconds of a number of floating-point operations in the micro-kernel of products. */
export const productTime = (flops: number): number => flops / 55;

/**
 * Adds `part(pointers..., from, to, fresh)` and `run(pointers...)`, which is all of it at once. `fresh`
 * is 0 if the same thread has just computed another part, so that what it prepared in its scratch is
 * still there.
 */
export function emitParts(
  m: ModuleBuilder,
  pointers: number,
  extent: number,
  body: (f: FunctionBuilder, pointers: Local[], from: Local, to: Local, fresh: Local) => void,
): void {
  const i32s = (count: number) => new Array<'i32'>(count).fill('i32');
  const part = m.func(
    i32s(pointers + 3),
    [],
    (f, params) => {
      const [from, to, fresh] = params.slice(pointers);
      body(f, params.slice(0, pointers), from, to, fresh);
    },
    'part',
  );
  m.func(
    i32s(pointers),
    [],
    (f, params) => {
      for (const p of params) f.get(p);
      f.i32Const(0).i32Const(extent).i32Const(1).call(part);
    },
    'run',
  );
}
