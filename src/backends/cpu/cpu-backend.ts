// The CPU as a device: one WebAssembly memory, kernels compiled once per key, programs as lists of
// calls of WebAssembly functions with byte addresses. A run is over when `run` returns; a pool of
// threads takes parts of the larger kernels (threads/).

import { debugLevel } from '../../compiler/debug.ts';
import { planProgram } from '../../compiler/plan.ts';
import type { Kernel, Program } from '../../compiler/program.ts';
import type { Aval } from '../../tensor/aval.ts';
import { byteSize, type DType, type HostArray, type HostValues } from '../../tensor/dtype.ts';
import { DeviceError } from '../../tensor/errors.ts';
import type { Graph } from '../../tensor/graph.ts';
import { sizeOf } from '../../tensor/shape.ts';
import type { Storage } from '../../tensor/storage.ts';
import type { Backend, Capabilities, Executable } from '../backend.ts';
import { printProfile } from '../profile-table.ts';
import { ALIGNMENT, type Allocator, createAllocator } from './allocator.ts';
import { fetch, store } from './convert.ts';
import { describeNest } from './debug.ts';
import { type CpuFeatures, describeCpu, detectCpu, threadsFor } from './detect.ts';
import type { Imports } from './nest/functions.ts';
import { generateNest } from './nest/generate.ts';
import { generateSpecial, supportsSpecial } from './special.ts';
import { type Divisible, divideProgram } from './threads/divide.ts';
import { createPool, type Pool, type PoolOptions } from './threads/pool.ts';
import type { Split } from './threads/split.ts';
import { compileKernel, instantiate, type KernelFunction } from './wasm/assembler.ts';
import { type Simd, usualSimd } from './wasm/simd.ts';
import { wideVectors } from './wide.ts';

interface CpuStorage extends Storage {
  address: number;
}

/** A compiled kernel. */
interface Loaded {
  readonly run: KernelFunction;
  readonly scratchBytes: number;
  readonly offsets: readonly number[];
  /** If threads can divide it. */
  readonly divisible?: Divisible;
}

const CACHE_SIZE = 8192;

/** Milliseconds of dividable programs after which threads are worth starting. */
const WARM_UP = 20;

/** How a CPU backend is made. */
export interface CpuOptions extends PoolOptions {
  /** Threads, the calling one among them; 0 and 1 mean no others. Default: WGRAD_THREADS, else all. */
  readonly threads?: number;
  /** false: no vectors of 256 bits. Default: where they are to be had (wide.ts). */
  readonly wide?: boolean;
  /** What generators write, whatever the machine: for tests. */
  readonly simd?: Simd;
}

const capabilities: Capabilities = {
  bytes: (dtype: DType) => byteSize[dtype],
  alignment: ALIGNMENT,
  maxInputs: 24,
  supports: (kernel) => kernel.kind !== 'special' || supportsSpecial(kernel),
};

// a call of a kernel with the addresses of its slots, without allocation
function binder(run: KernelFunction, slots: readonly number[], at: Float64Array): () => void {
  const [a, b, c, d, e] = slots;
  switch (slots.length) {
    case 1:
      return () => run(at[a]);
    case 2:
      return () => run(at[a], at[b]);
    case 3:
      return () => run(at[a], at[b], at[c]);
    case 4:
      return () => run(at[a], at[b], at[c], at[d]);
    case 5:
      return () => run(at[a], at[b], at[c], at[d], at[e]);
    default: {
      const args = new Array<number>(slots.length).fill(0);
      return () => {
        for (let i = 0; i < args.length; i++) args[i] = at[slots[i]];
        run(...args);
      };
    }
  }
}

/** Kernels in WebAssembly SIMD, written by this folder's generators. */
export class CpuBackend implements Backend {
  readonly name = 'cpu';
  readonly capabilities = capabilities;
  /** Other threads, unless there is only one. */
  readonly pool: Pool | undefined;
  private readonly heap: Allocator;
  private readonly features: CpuFeatures;
  private spent = 0;
  private readonly kernels = new Map<string, Loaded>();
  private scratch = { address: 0, bytes: 0 };
  private readonly debug = debugLevel();
  /** Why vectors have the width that they have. */
  readonly note: string;
  private readonly simd: Simd;

  constructor({ threads: wanted, wide: widely, simd, ...options }: CpuOptions = {}) {
    const features = detectCpu();
    if (!features.simd) throw new DeviceError('this WebAssembly engine has no 128-bit SIMD');
    const threads = threadsFor(features, wanted);
    this.heap = createAllocator(threads > 1);
    if (threads > 1) this.pool = createPool(this.heap.memory, threads, options);
    this.features = features;
    const { wide, reason } = simd ? { reason: `asked for: ${simd}` } : wideVectors(widely);
    this.note = reason;
    this.simd = simd ?? (wide ? 'wide' : usualSimd());
  }

  get description(): string {
    const { threads, refused } = this.pool ?? { threads: 1 };
    if (refused === undefined) return describeCpu(this.features, threads);
    return `${describeCpu(this.features, 1)} (no workers: ${refused})`;
  }

  alloc(aval: Aval): Storage {
    const bytes = sizeOf(aval.shape) * byteSize[aval.dtype];
    const storage: CpuStorage = { bytes, address: this.heap.take(bytes) };
    return storage;
  }

  free(storage: Storage): void {
    const { address, bytes } = this.own(storage);
    this.heap.give(address, bytes);
    (storage as CpuStorage).address = -1;
  }

  private own(storage: Storage): CpuStorage {
    const s = storage as CpuStorage;
    if (s.address < 0) throw new DeviceError('the memory of this tensor has been freed');
    return s;
  }

  upload(storage: Storage, aval: Aval, values: HostValues): void {
    store(this.heap.memory.buffer, this.own(storage).address, aval.dtype, values);
  }

  downloadSync(storage: Storage, aval: Aval): HostArray {
    const n = sizeOf(aval.shape);
    return fetch(this.heap.memory.buffer, this.own(storage).address, aval.dtype, n);
  }

  async download(storage: Storage, aval: Aval): Promise<HostArray> {
    return this.downloadSync(storage, aval);
  }

  private load(kernel: Kernel): Loaded {
    const key = `${kernel.kind} ${kernel.key}`;
    const found = this.kernels.get(key);
    if (found) return found;
    let loaded: Loaded;
    if (kernel.kind === 'rows') throw new Error('row groups are not asked for here');
    if (kernel.kind === 'nest') {
      const { bytes, imports, schedule, split, scratchBytes } = generateNest(kernel, this.simd);
      if (this.debug >= 3) console.error(describeNest(kernel, schedule, bytes.length));
      loaded = { ...this.instantiate(bytes, imports, split), scratchBytes, offsets: [] };
    } else {
      const { bytes, scratchBytes, offsets, split } = generateSpecial(kernel, this.simd);
      loaded = { ...this.instantiate(bytes, {}, split), scratchBytes, offsets };
    }
    if (this.kernels.size >= CACHE_SIZE) {
      this.kernels.delete(this.kernels.keys().next().value as string);
    }
    this.kernels.set(key, loaded);
    return loaded;
  }

  private instantiate(
    bytes: Uint8Array<ArrayBuffer>,
    imports: Imports,
    split: Split | undefined,
  ): Pick<Loaded, 'run' | 'divisible'> {
    const { memory } = this.heap;
    const module = compileKernel(bytes, memory);
    const { run, part } = instantiate(module, memory, imports);
    // functions that kernels import from JavaScript exist on this thread only
    if (!this.pool || !split || Object.keys(imports).length > 0) return { run };
    return { run, divisible: { part, split, module } };
  }

  compile(graph: Graph, options: { name: string; donate: ReadonlySet<number> }): Executable {
    return this.executable(planProgram(graph, { capabilities, ...options }));
  }

  /** Loads a program that is already planned. */
  executable(program: Program): Executable {
    // addresses: slots, then operands that start inside a slot, then the scratch region
    const shifted: { slot: number; offset: number }[] = [];
    const { slots, steps, tempBytes, name } = program;
    const loaded = steps.map(({ kernel, label }) => {
      try {
        return this.load(kernel);
      } catch (e) {
        throw new DeviceError(`${name}: kernel ${label} cannot be built: ${(e as Error).message}`);
      }
    });
    let scratchBytes = 0;
    const operands = steps.map(({ args }, i) => {
      const { offsets, scratchBytes: need } = loaded[i];
      const list = args.map((slot, k) => {
        if (!offsets[k]) return slot;
        shifted.push({ slot, offset: offsets[k] });
        return slots.length + shifted.length - 1;
      });
      const { kernel } = steps[i];
      scratchBytes = Math.max(scratchBytes, need);
      return { list, scratch: kernel.kind === 'special' || need > 0 };
    });
    const last = slots.length + shifted.length;
    const places = operands.map(({ list, scratch }, i) => ({
      slots: scratch ? [...list, last] : list,
      scratch,
      divisible: loaded[i].divisible,
    }));
    const { pool } = this;
    const divided = pool && divideProgram(pool, places, last);
    const scratches = pool && divided ? pool.threads : 1;
    const scratchStep = ALIGNMENT * Math.ceil(scratchBytes / ALIGNMENT);
    const at = divided?.at ?? new Float64Array(last + 1);
    const calls = places.map(({ slots: list }, i) => {
      const whole = binder(loaded[i].run, list, at);
      const parts = divided?.calls[i];
      return divided && parts ? () => (divided.willing() ? parts() : whole()) : whole;
    });
    const run = (
      inputs: readonly Storage[],
      outputs: readonly Storage[],
      times?: number[],
    ): void => {
      if (calls.length === 0) return;
      const arena = tempBytes > 0 ? this.heap.take(tempBytes) : 0;
      try {
        const scratch = this.scratchFor(scratches * scratchStep);
        for (let i = 0; i < scratches; i++) at[last + i] = scratch + i * scratchStep;
        for (let i = 0; i < slots.length; i++) {
          const s = slots[i];
          at[i] =
            s.kind === 'temp'
              ? arena + s.offset
              : this.own((s.kind === 'input' ? inputs : outputs)[s.index]).address + s.offset;
        }
        for (let i = 0; i < shifted.length; i++) {
          at[slots.length + i] = at[shifted[i].slot] + shifted[i].offset;
        }
        const since = divided ? performance.now() : 0;
        divided?.begin();
        this.runAll(program, calls, times);
        if (pool && divided) this.warmUp(pool, performance.now() - since);
      } finally {
        if (tempBytes > 0) this.heap.give(arena, tempBytes);
      }
    };
    return {
      program,
      run,
      profile: async (inputs, outputs) => {
        const times: number[] = [];
        run(inputs, outputs, times);
        return times;
      },
      dispose: () => divided?.dispose(),
    };
  }

  // starts the threads once there is enough to do for them
  private warmUp(pool: Pool, milliseconds: number): void {
    if (this.spent > WARM_UP) return;
    this.spent += milliseconds;
    if (this.spent > WARM_UP) pool.start();
  }

  // `times` takes the milliseconds of each call
  private runAll(program: Program, calls: readonly (() => void)[], times?: number[]): void {
    let i = 0;
    try {
      if (times || this.debug > 0) {
        const spent = times ?? [];
        for (; i < calls.length; i++) {
          const start = performance.now();
          calls[i]();
          spent[i] = performance.now() - start;
        }
        if (this.debug > 0) printProfile(program, spent);
      } else for (; i < calls.length; i++) calls[i]();
    } catch (e) {
      const { label } = program.steps[i];
      throw new DeviceError(`${program.name}: kernel ${label} failed: ${(e as Error).message}`);
    }
  }

  private scratchFor(bytes: number): number {
    if (bytes > this.scratch.bytes) {
      if (this.scratch.bytes > 0) this.heap.give(this.scratch.address, this.scratch.bytes);
      this.scratch = { address: 0, bytes: 0 };
      this.scratch = { address: this.heap.take(bytes), bytes };
    }
    return this.scratch.address;
  }

  async sync(): Promise<void> {}

  memory(): { used: number; pooled: number } {
    const { used, pooled } = this.heap.counts();
    return { used: used - this.scratch.bytes, pooled: pooled + this.scratch.bytes };
  }

  dispose(): void {
    this.pool?.close();
    this.kernels.clear();
  }
}

/** Makes the CPU backend. @throws DeviceError without WebAssembly SIMD */
export const createCpuBackend = (options: CpuOptions = {}): CpuBackend => new CpuBackend(options);
