// The WebGPU device. Work is queued in order: a run whose pipelines are still being compiled holds back
// what comes after it, so nothing has to be awaited but reads. A program that fails on the device
// poisons the backend, because everything computed after it would be stale; so does losing the device.

import { debugLevel } from '../../compiler/debug.ts';
import { planProgram } from '../../compiler/plan.ts';
import type { Program } from '../../compiler/program.ts';
import type { Aval } from '../../tensor/aval.ts';
import type { DType, HostArray, HostValues } from '../../tensor/dtype.ts';
import { DeviceError, DeviceLostError, OutOfMemoryError } from '../../tensor/errors.ts';
import type { Graph } from '../../tensor/graph.ts';
import { formatShape, sizeOf } from '../../tensor/shape.ts';
import type { Storage } from '../../tensor/storage.ts';
import type { Backend, Capabilities, Executable } from '../backend.ts';
import { printProfile } from '../profile-table.ts';
import {
  type BufferPool,
  bufferPool,
  type GPUStorage,
  type GrowingBuffer,
  growingBuffer,
} from './buffers.ts';
import { fromDevice, toDevice } from './convert.ts';
import { type GPUHandle, requestDevice, webgpu } from './device.ts';
import { type Bound, type LoadedProgram, loadProgram } from './executable.ts';
import { supportsKernel } from './kernels/generate.ts';
import { patiently } from './patience.ts';
import { type PipelineCache, pipelineCache } from './pipelines.ts';
import { profileDispatches } from './profile.ts';

/** Objects made since the start; in a steady loop only `dispatches` and `submits` grow. */
export interface Counters {
  readonly bindGroups: number;
  readonly buffers: number;
  readonly pipelines: number;
  readonly dispatches: number;
  readonly submits: number;
}

/** Choices that follow from the adapter unless they are given (tests give them). */
export interface WebGPUOptions {
  /** Kernels for GPUs (workgroup memory, many threads) or for CPU adapters. */
  readonly hardware?: boolean;
  /** Native f16 storage; false stores f16 as rounded f32. */
  readonly f16?: boolean;
  /** Reductions by subgroups; false joins threads in workgroup memory. */
  readonly subgroups?: boolean;
  /** Profiles by timestamp queries; false times dispatches by waiting for each. */
  readonly timestamps?: boolean;
}

const dispatchesPerSubmit = 200;
const alignment = 256;
// a workgroup a row: enough of them to fill a GPU, and rows that stay in its caches
const rowLimits = { minRows: 128, maxRow: 2 ** 15, minSize: 2 ** 14 };

/** A device behind WebGPU; made by `createWebGPUBackend`. */
export class WebGPUBackend implements Backend {
  readonly name = 'webgpu';
  readonly description: string;
  readonly capabilities: Capabilities;
  /** The device underneath, for tests and embedders. */
  readonly device: GPUDevice;
  #failure: Error | undefined;
  #disposed = false;
  readonly #f16: boolean;
  readonly #timestamps: boolean;
  readonly #pool: BufferPool;
  readonly #staging: BufferPool;
  readonly #arena: GrowingBuffer;
  readonly #scratch: GrowingBuffer;
  readonly #cache: PipelineCache;
  readonly #scopes = new Set<Promise<void>>();
  readonly #waiting: (() => void | Promise<void>)[] = [];
  #blocked: Promise<void> | undefined;
  #bindGroups = 0;
  #dispatches = 0;
  #submits = 0;

  constructor(handle: GPUHandle, options: WebGPUOptions = {}) {
    const { device } = handle;
    this.device = device;
    this.description = `WebGPU: ${handle.description}`;
    const nativeF16 = device.features.has('shader-f16');
    if (options.f16 && !nativeF16) {
      throw new DeviceError(
        `native f16 was asked for, but ${handle.description} has no shader-f16: leave the option out, ` +
          'and f16 is stored as f32 values rounded to f16',
      );
    }
    this.#f16 = options.f16 ?? nativeF16;
    this.#timestamps = (options.timestamps ?? true) && device.features.has('timestamp-query');
    const storage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    const trim = (): void => this.#enqueue(() => this.#pool.trim());
    this.#pool = bufferPool(device, storage, trim, handle.software ? 2 ** 30 : 2 ** 32);
    const reading = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
    this.#staging = bufferPool(device, reading, () => this.#staging.trim(), 2 ** 26);
    this.#arena = growingBuffer(this.#pool);
    this.#scratch = growingBuffer(this.#pool);
    const subgroups = (options.subgroups ?? false) && device.features.has('subgroups');
    const hardware = options.hardware ?? !handle.software;
    const { traits: adapter, tuner } = handle;
    const shaders = { f16: this.#f16, hardware, subgroups, adapter, tuner };
    const log = debugLevel() >= 3 ? (text: string) => console.error(text) : () => {};
    this.#cache = pipelineCache(device, shaders, log, (label, error) =>
      this.#fail(new DeviceError(`the kernel ${label} was refused: ${messageOf(error)}`)),
    );
    const sizes: Record<DType, number | undefined> = {
      f32: 4,
      i32: 4,
      u32: 4,
      bool: 4,
      f16: this.#f16 ? 2 : 4,
      f64: undefined,
    };
    this.capabilities = {
      bytes: (dtype) => sizes[dtype],
      alignment,
      // one output and one scratch buffer beside them
      maxInputs: device.limits.maxStorageBuffersPerShaderStage - 2,
      rows: hardware ? rowLimits : undefined,
      supports: (kernel) => supportsKernel(kernel, hardware),
    };
    device.lost.then((info) => {
      const why = this.#disposed ? 'the backend was disposed of' : info.message || info.reason;
      this.#failure = new DeviceLostError(
        `the WebGPU device is gone (${why}); its tensors are lost`,
      );
    });
    device.addEventListener('uncapturederror', (event) => {
      event.preventDefault();
      const full = event.error instanceof GPUOutOfMemoryError;
      const kind = full ? OutOfMemoryError : DeviceError;
      this.#fail(new kind(`the WebGPU device reports: ${event.error.message}`));
    });
  }

  /** Set once the device is gone or a program failed; every later use throws it. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
  }

  #check(): void {
    if (this.#failure) throw this.#failure;
  }

  // Runs work now, or after what waits for pipelines; work that returns a promise holds the rest back.
  #enqueue(work: () => void | Promise<void>): void {
    this.#waiting.push(work);
    if (!this.#blocked) this.#drain();
  }

  #drain(): void {
    for (let work = this.#waiting.shift(); work; work = this.#waiting.shift()) {
      const pending = work();
      if (!pending) continue;
      this.#blocked = patiently(pending)
        .catch((error: unknown) => this.#fail(new DeviceError(messageOf(error))))
        .then(() => {
          this.#blocked = undefined;
          this.#drain();
        });
      return;
    }
  }

  alloc(aval: Aval): Storage {
    this.#check();
    const bytes = sizeOf(aval.shape) * (this.capabilities.bytes(aval.dtype) ?? 4);
    return this.#pool.take(bytes, `${aval.dtype}${formatShape(aval.shape)}`);
  }

  free(storage: Storage): void {
    // behind runs that wait: they take their arena and scratch only when their turn comes
    this.#enqueue(() => this.#pool.give(storage as GPUStorage));
  }

  upload(storage: Storage, aval: Aval, values: HostValues): void {
    this.#check();
    if (values.length === 0) return;
    let data = toDevice(values, aval.dtype, this.#f16);
    // the caller may change its array before a held-back upload runs
    if (this.#blocked && data.buffer === values.buffer) data = data.slice();
    const { buffer } = storage as GPUStorage;
    this.#enqueue(() => this.device.queue.writeBuffer(buffer, 0, data));
  }

  async download(storage: Storage, aval: Aval): Promise<HostArray> {
    this.#check();
    const n = sizeOf(aval.shape);
    if (n === 0) return fromDevice(new ArrayBuffer(0), aval.dtype, 0, this.#f16);
    const size = Math.ceil((n * (this.capabilities.bytes(aval.dtype) as number)) / 4) * 4;
    const staging = this.#staging.take(size, 'a read');
    const mapped = new Promise<undefined>((resolve, reject) => {
      this.#enqueue(() => {
        const encoder = this.device.createCommandEncoder();
        encoder.copyBufferToBuffer((storage as GPUStorage).buffer, 0, staging.buffer, 0, size);
        this.device.queue.submit([encoder.finish()]);
        staging.buffer.mapAsync(GPUMapMode.READ, 0, size).then(resolve, reject);
      });
    });
    try {
      await patiently(mapped);
    } catch (error) {
      // a lost device says so a moment later
      await new Promise((resolve) => setTimeout(resolve, 0));
      this.#check();
      throw new DeviceError(`reading ${aval.dtype}${formatShape(aval.shape)}: ${messageOf(error)}`);
    }
    await Promise.all(this.#scopes);
    const values = fromDevice(staging.buffer.getMappedRange(0, size), aval.dtype, n, this.#f16);
    staging.buffer.unmap();
    this.#staging.give(staging);
    this.#check();
    return values;
  }

  compile(graph: Graph, options: { name: string; donate: ReadonlySet<number> }): Executable {
    return this.load(planProgram(graph, { capabilities: this.capabilities, ...options }));
  }

  /** Loads a planned program. @throws DeviceError if an operand is too large for a binding */
  load(program: Program): Executable {
    this.#check();
    const load = (): LoadedProgram =>
      this.#scoped(program, () =>
        loadProgram(program, {
          device: this.device,
          cache: this.#cache,
          countBindGroup: () => {
            this.#bindGroups++;
          },
        }),
      );
    let version = this.#cache.refresh();
    let loaded = load();
    const latest = (): LoadedProgram => {
      const now = this.#cache.refresh();
      if (now !== version) loaded = load();
      version = now;
      return loaded;
    };
    const run = (inputs: readonly Storage[], outputs: readonly Storage[]): void => {
      this.#check();
      this.#enqueue(() => this.#run(latest(), inputs, outputs, (bound) => this.#submit(bound)));
    };
    const measure = async (
      inputs: readonly Storage[],
      outputs: readonly Storage[],
    ): Promise<number[]> => {
      const steps = program.steps.map(() => 0);
      await this.#run(loaded, inputs, outputs, async (bound) => {
        const times = await profileDispatches(this.device, bound, this.#timestamps);
        for (const [i, ms] of times.entries()) steps[loaded.stepOf[i]] += ms;
      });
      this.#check();
      return steps;
    };
    // what is queued behind a measured run waits for it
    const profile = (inputs: readonly Storage[], outputs: readonly Storage[]): Promise<number[]> =>
      new Promise((resolve, reject) => {
        this.#check();
        this.#enqueue(() => measure(inputs, outputs).then(resolve, reject));
      });
    const print = (inputs: readonly Storage[], outputs: readonly Storage[]): void => {
      this.#check();
      profile(inputs, outputs).then(
        (times) => printProfile(program, times),
        () => {}, // reads report failures
      );
    };
    return { program, run: debugLevel() > 0 ? print : run, profile, dispose: () => {} };
  }

  #run(
    loaded: LoadedProgram,
    inputs: readonly Storage[],
    outputs: readonly Storage[],
    submit: (bound: readonly Bound[]) => void | Promise<void>,
  ): void | Promise<void> {
    const { program, scratchBytes } = loaded;
    if (this.#failure || loaded.stepOf.length === 0) return;
    const what = `${program.name}: temporary memory`;
    const buffers = {
      inputs: inputs as readonly GPUStorage[],
      outputs: outputs as readonly GPUStorage[],
      temp: program.tempBytes > 0 ? this.#arena.atLeast(program.tempBytes, what) : undefined,
      scratch: scratchBytes > 0 ? this.#scratch.atLeast(scratchBytes, what) : undefined,
    };
    return this.#scoped(program, () => {
      const recording = loaded.prepare(buffers);
      const waiting = recording.waiting();
      if (!waiting) return submit(recording.bound);
      return waiting.then(() => {
        if (!this.#failure) return this.#scoped(program, () => submit(recording.bound));
      });
    });
  }

  #submit(bound: readonly Bound[]): void {
    for (let from = 0; from < bound.length; from += dispatchesPerSubmit) {
      const encoder = this.device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      const to = Math.min(from + dispatchesPerSubmit, bound.length);
      let last: GPUComputePipeline | undefined;
      for (let i = from; i < to; i++) {
        const { group, pipeline } = bound[i];
        const compiled = pipeline.compiled.pipeline as GPUComputePipeline;
        if (compiled !== last) pass.setPipeline(compiled);
        last = compiled;
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(pipeline.grid[0], pipeline.grid[1]);
      }
      pass.end();
      this.device.queue.submit([encoder.finish()]);
      this.#dispatches += to - from;
      this.#submits++;
    }
  }

  // Device errors of `work` poison the backend and name the program.
  #scoped<T>(program: Program, work: () => T): T {
    const { device } = this;
    device.pushErrorScope('out-of-memory');
    device.pushErrorScope('validation');
    try {
      return work();
    } finally {
      for (let i = 0; i < 2; i++) {
        const scope: Promise<void> = device
          .popErrorScope()
          .then((error) => {
            if (error) this.#fail(programFailure(program, error));
          })
          .catch(() => {}) // the device is gone: `lost` reports it
          .finally(() => this.#scopes.delete(scope));
        this.#scopes.add(scope);
      }
    }
  }

  async sync(): Promise<void> {
    while (this.#blocked) await this.#blocked;
    this.#check();
    await this.device.queue.onSubmittedWorkDone();
    await Promise.all(this.#scopes);
    this.#check();
  }

  memory(): { used: number; pooled: number } {
    const own = this.#arena.bytes + this.#scratch.bytes;
    return {
      used: this.#pool.used - own,
      pooled: this.#pool.pooled + own + this.#staging.used + this.#staging.pooled,
    };
  }

  /** Objects made and work recorded since the start. */
  counters(): Counters {
    return {
      bindGroups: this.#bindGroups,
      buffers: this.#pool.created + this.#staging.created,
      pipelines: this.#cache.created,
      dispatches: this.#dispatches,
      submits: this.#submits,
    };
  }

  dispose(): void {
    this.#disposed = true;
    this.device.destroy();
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function programFailure(program: Program, error: GPUError): DeviceError {
  const labels = [...new Set(program.steps.map((s) => s.label))];
  const kernels = labels.length > 8 ? `${labels.slice(0, 8).join(', ')}, …` : labels.join(', ');
  return new DeviceError(
    `the program ${program.name} failed on the device (kernels: ${kernels}): ${error.message}`,
  );
}

/** A backend on the preferred adapter. @throws DeviceError if there is none, saying what to install */
export async function createWebGPUBackend(options?: WebGPUOptions): Promise<WebGPUBackend> {
  // subgroups are told apart by their numbers, which not every language version has
  const { wgslLanguageFeatures } = await webgpu();
  const subgroups = wgslLanguageFeatures.has('subgroup_id');
  return new WebGPUBackend(await requestDevice(), { subgroups, ...options });
}
