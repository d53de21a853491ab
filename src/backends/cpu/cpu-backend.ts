// The CPU as a device: one WebAssembly memory, kernels compiled once per key, programs as lists of
// calls of WebAssembly functions with byte addresses. Everything runs at once on the calling thread.
import type { Graph } from '../../compiler/graph.ts';
import { planProgram } from '../../compiler/plan.ts';
import type { Kernel, Program } from '../../compiler/program.ts';
import { byteSize, type DType, type HostArray } from '../../tensor/dtype.ts';
import { DeviceError } from '../../tensor/errors.ts';
import type { Storage } from '../../tensor/hooks.ts';
import { sizeOf } from '../../tensor/shape.ts';
import type { Aval } from '../../tensor/tensor.ts';
import type { Backend, Capabilities, Executable } from '../backend.ts';
import { ALIGNMENT, type Allocator, createAllocator } from './allocator.ts';
import { fetch, store } from './convert.ts';
import { debugLevel, describeNest, printProfile } from './debug.ts';
import { describeCpu, detectCpu } from './detect.ts';
import { generateNest } from './nest/generate.ts';
import { generateSpecial, supportsSpecial } from './special.ts';
import { hasRelaxedSimd, instantiate, type KernelFunction } from './wasm/assembler.ts';

interface CpuStorage extends Storage {
  address: number;
}

/** A compiled kernel. */
interface Loaded {
  readonly run: KernelFunction;
  readonly scratchBytes: number;
  readonly offsets: readonly number[];
}

const CACHE_SIZE = 8192;

const capabilities: Capabilities = {
  bytes: (dtype: DType) => byteSize[dtype],
  alignment: ALIGNMENT,
  maxInputs: 24,
  supports: (kernel) => kernel.kind === 'nest' || supportsSpecial(kernel),
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
  readonly description: string;
  readonly capabilities = capabilities;
  private readonly heap: Allocator = createAllocator();
  private readonly kernels = new Map<string, Loaded>();
  private scratch = { address: 0, bytes: 0 };
  private readonly debug = debugLevel();

  constructor() {
    const features = detectCpu();
    if (!features.simd) throw new DeviceError('this WebAssembly engine has no 128-bit SIMD');
    this.description = describeCpu(features);
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

  upload(storage: Storage, aval: Aval, values: HostArray): void {
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
    const { memory } = this.heap;
    let loaded: Loaded;
    if (kernel.kind === 'nest') {
      const { bytes, imports, schedule } = generateNest(kernel, hasRelaxedSimd());
      if (this.debug >= 3) console.error(describeNest(kernel, schedule, bytes.length));
      loaded = { run: instantiate(bytes, memory, imports).run, scratchBytes: 0, offsets: [] };
    } else {
      const { bytes, scratchBytes, offsets } = generateSpecial(kernel);
      loaded = { run: instantiate(bytes, memory).run, scratchBytes, offsets };
    }
    if (this.kernels.size >= CACHE_SIZE) {
      this.kernels.delete(this.kernels.keys().next().value as string);
    }
    this.kernels.set(key, loaded);
    return loaded;
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
      return kernel.kind === 'special' ? { list, scratch: true } : { list, scratch: false };
    });
    const last = slots.length + shifted.length;
    const at = new Float64Array(last + 1);
    const calls = operands.map(({ list, scratch }, i) =>
      binder(loaded[i].run, scratch ? [...list, last] : list, at),
    );
    const run = (inputs: readonly Storage[], outputs: readonly Storage[]): void => {
      if (calls.length === 0) return;
      const arena = tempBytes > 0 ? this.heap.take(tempBytes) : 0;
      try {
        at[last] = this.scratchFor(scratchBytes);
        for (let i = 0; i < slots.length; i++) {
          const s = slots[i];
          at[i] =
            s.kind === 'temp'
              ? arena + s.offset
              : this.own(s.kind === 'input' ? inputs[s.index] : outputs[s.index]).address;
        }
        for (let i = 0; i < shifted.length; i++) {
          at[slots.length + i] = at[shifted[i].slot] + shifted[i].offset;
        }
        this.runAll(program, calls);
      } finally {
        if (tempBytes > 0) this.heap.give(arena, tempBytes);
      }
    };
    return { program, run, dispose: () => {} };
  }

  private runAll(program: Program, calls: readonly (() => void)[]): void {
    let i = 0;
    try {
      if (this.debug > 0) {
        const times = new Array<number>(calls.length);
        for (; i < calls.length; i++) {
          const start = performance.now();
          calls[i]();
          times[i] = performance.now() - start;
        }
        printProfile(program, times);
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
    this.kernels.clear();
  }
}

/** Makes the CPU backend. @throws DeviceError without WebAssembly SIMD */
export const createCpuBackend = (): CpuBackend => new CpuBackend();
