// Which steps of a program threads divide, and how a step is handed to them.
import type { KernelFunction } from '../wasm/assembler.ts';
import type { Pool } from './pool.ts';
import { cut, type Split } from './split.ts';
import type { WorkerPlan } from './worker-source.ts';

/** A kernel of which any thread can compute parts. */
export interface Divisible {
  /** part(pointers..., from, to, fresh); see split.ts. */
  readonly part: KernelFunction;
  readonly split: Split;
  /** What a worker makes the same function from. */
  readonly module: WebAssembly.Module;
}

/** A step of a program: its kernel, if that is divisible, and the places of its addresses. */
export interface DivisibleStep {
  readonly divisible?: Divisible;
  readonly slots: readonly number[];
  /** The last address is scratch memory, of which every thread has its own. */
  readonly scratch: boolean;
}

/** The divided steps of a program as calls. */
export interface DividedProgram {
  /** By number of the step; undefined if it is not divided. */
  readonly calls: readonly ((() => void) | undefined)[];
  /** To be called before every run: the second one makes the program known to the workers. */
  begin(): void;
  /** Whether to call `calls[i]` now, or the whole kernel on this thread. */
  willing(): boolean;
  /** Byte addresses in the order of the slots, then one scratch for each thread. */
  readonly at: Float64Array;
  dispose(): void;
}

let plans = 0;

/**
 * Plans the parts of a program's steps; undefined if no step is worth it. `places`: number of addresses
 * without the scratches.
 */
export function divideProgram(
  pool: Pool,
  steps: readonly DivisibleStep[],
  places: number,
): DividedProgram | undefined {
  const bounds = steps.map(({ divisible }) => divisible && cut(divisible.split, pool.threads));
  if (bounds.every((b) => b === undefined)) return undefined;
  const at = new Float64Array(
    new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT * (places + pool.threads)),
  ) as Float64Array<SharedArrayBuffer>;
  const numbers = new Map<WebAssembly.Module, number>();
  const plan: WorkerPlan = {
    id: ++plans,
    at,
    steps: steps.map(({ divisible, slots, scratch }, i) => {
      const b = bounds[i];
      if (!b || !divisible) return undefined;
      const kernel = numbers.get(divisible.module) ?? numbers.size;
      numbers.set(divisible.module, kernel);
      return { kernel, slots, scratch, bounds: b };
    }),
    kernels: [],
  };
  const sent = { ...plan, kernels: [...numbers.keys()] };
  const calls = steps.map(({ divisible, slots }, i) => {
    const b = bounds[i];
    if (!b || !divisible) return undefined;
    const args = new Array<number>(slots.length + 3).fill(0);
    const own = (part: number, fresh: number): void => {
      args[slots.length] = b[part];
      args[slots.length + 1] = b[part + 1];
      args[slots.length + 2] = fresh;
      divisible.part(...args);
    };
    return () => {
      for (let k = 0; k < slots.length; k++) args[k] = at[slots[k]];
      pool.divide(sent, i, own);
    };
  });
  let runs = 0;
  return {
    calls,
    at,
    begin() {
      if (++runs === 2) pool.add(sent);
    },
    willing: () => runs > 1 && pool.willing(),
    dispose: () => pool.drop(sent),
  };
}
