// Which device computes. The first evaluation acquires one: `auto` takes a hardware GPU if there is
// one and the CPU otherwise (the WASM backend beats software Vulkan). Work asked for while the device
// is still being acquired waits in a queue and then runs in order, so nobody has to call `init`.
import type { Backend } from '../backends/backend.ts';
import * as is from '../tensor/arguments.ts';
import { DeviceError } from '../tensor/errors.ts';

/** Names a user may ask for. `interpret` is the float64 oracle. */
export type DeviceName = 'auto' | 'cpu' | 'webgpu' | 'interpret';

/** What may be said of a device when it is chosen. */
export interface DeviceOptions {
  /**
   * Threads of the CPU device, the calling one among them; 0 and 1 mean no others. Default: the
   * environment variable WGRAD_THREADS, else one per processor and at most 8.
   */
  readonly threads?: number;
  /**
   * false: the CPU device does without vectors of 256 bits. Default: it has them where V8 joins neighbouring
   * operations (Node 24 on processors with AVX2), unless the environment variable WGRAD_WIDE is 0.
   */
  readonly wide?: boolean;
}

let current: Backend | undefined;
let acquiring: Promise<Backend> | undefined;
let reason = '';

const env = (name: string): string | undefined =>
  typeof process === 'undefined' ? undefined : process.env?.[name];

async function create(name: DeviceName, options: DeviceOptions = {}): Promise<Backend> {
  switch (name) {
    case 'interpret': {
      const { InterpretBackend } = await import('../backends/interpret/interpret-backend.ts');
      reason = 'asked for';
      return new InterpretBackend();
    }
    case 'cpu': {
      const { createCpuBackend } = await import('../backends/cpu/cpu-backend.ts');
      reason = 'asked for';
      return createCpuBackend(options);
    }
    case 'webgpu': {
      const { createWebGPUBackend } = await import('../backends/webgpu/webgpu-backend.ts');
      reason = 'asked for';
      return createWebGPUBackend();
    }
    case 'auto':
      return auto(options);
    default:
      throw new DeviceError(
        `there is no device named ${JSON.stringify(name)}; choose auto, cpu, webgpu or interpret`,
      );
  }
}

async function auto(options: DeviceOptions): Promise<Backend> {
  const { probeHardware } = await import('../backends/webgpu/device.ts');
  const probe = await probeHardware();
  const backend = await create(probe.hardware ? 'webgpu' : 'cpu', options);
  reason = probe.hardware ? 'a hardware GPU is there' : probe.reason;
  return backend;
}

const deviceNames: readonly DeviceName[] = ['auto', 'cpu', 'webgpu', 'interpret'];

const useDeviceArgs = is.signature(
  'useDevice',
  [
    'name',
    is.kind(
      "'auto', 'cpu', 'webgpu' or 'interpret'",
      (v) => (deviceNames as readonly unknown[]).includes(v),
      undefined,
      DeviceError,
    ),
  ],
  [
    'options',
    is.options<DeviceOptions>({ threads: is.optional(is.size), wide: is.optional(is.boolean) }),
  ],
);

/**
 * Chooses the device for everything evaluated from now on. Tensors that live on another device are
 * copied when they are used. @throws DeviceError if it cannot be had; then the one before stays
 */
export async function useDevice(name: DeviceName, options: DeviceOptions = {}): Promise<Backend> {
  useDeviceArgs(name, options);
  await acquiring?.catch(() => {}); // what waits for it runs on the device chosen here if it failed
  return acquire(name, options);
}

const useBackendArgs = is.signature('useBackend', [
  'backend',
  is.methods('a backend', 'alloc', 'free', 'upload', 'download', 'compile', 'sync', 'dispose'),
]);

/** Like `useDevice`, with a backend of one's own (tests, embedders). */
export async function useBackend(backend: Backend): Promise<void> {
  useBackendArgs(backend);
  await acquiring?.catch(() => {});
  current = backend;
  reason = 'given';
  drain();
}

// Work that is asked for meanwhile waits. Where the device cannot be had, the next one asked for takes it.
function acquire(name: DeviceName, options: DeviceOptions = {}): Promise<Backend> {
  const before = current;
  current = undefined;
  const made = create(name, options).then(
    (backend) => {
      acquiring = undefined;
      current = backend;
      drain();
      return backend;
    },
    (error: unknown) => {
      acquiring = undefined;
      current = before;
      drain();
      throw error;
    },
  );
  acquiring = made;
  return made;
}

/** The device in use, acquiring one if need be (environment variable WGRAD_DEVICE, default auto). */
export async function device(): Promise<Backend> {
  if (current) return current;
  return acquiring ?? acquire((env('WGRAD_DEVICE') as DeviceName | undefined) ?? 'auto');
}

/** The device in use, if one has been acquired. */
export const currentDevice = (): Backend | undefined => current;

/**
 * Why this device was taken, e.g. 'no hardware GPU: the adapter is llvmpipe', and on the CPU what was decided about
 * the width of vectors.
 */
export const deviceReason = (): string => {
  const note = current?.note;
  return note === undefined ? reason : `${reason}; ${note}`;
};

/** Work that waits for a device. */
interface Waiting {
  readonly work: (backend: Backend) => void;
  readonly failed: (error: Error) => void;
  readonly bytes: number;
}

// What may wait: a loop that never lets the device arrive would queue without end.
const mostWaiting = { pieces: 100_000, bytes: 2 ** 30 };
let waiting: Waiting[] = [];
let waitingBytes = 0;

/**
 * Runs `work` now if the device is ready and nothing waits before it, else in its turn. What it throws
 * reaches the caller in the first case and `failed` in the second. `bytes`: host memory that it holds on to.
 * @throws DeviceError if too much waits for a device that is not there yet
 */
export function enqueue(
  work: (backend: Backend) => void,
  failed: (error: Error) => void,
  bytes = 0,
): void {
  if (current && waiting.length === 0) {
    work(current);
    return;
  }
  const full = waiting.length >= mostWaiting.pieces || waitingBytes + bytes > mostWaiting.bytes;
  if (full && !current) {
    throw new DeviceError(
      `${waiting.length} pieces of work with ${waitingBytes} bytes of values wait for a device that is ` +
        'still being acquired; `await useDevice(...)` before such a loop, or await a value in it',
    );
  }
  waiting.push({ work, failed, bytes });
  waitingBytes += bytes;
  // a failure to acquire is reported by the read that needs the value
  device().catch(() => {});
}

/** Gives memory back in its turn: behind the work that was asked for before. Never refused. */
export function enqueueFree(work: () => void): void {
  if (waiting.length === 0) work();
  else waiting.push({ work, failed: () => {}, bytes: 0 });
}

// A piece of work that fails tells whoever asked for it, and the rest goes on.
function drain(): void {
  for (let i = 0; current && i < waiting.length; i++) {
    const { work, failed } = waiting[i];
    try {
      work(current);
    } catch (error) {
      failed(error as Error);
    }
  }
  if (!current) return;
  waiting = [];
  waitingBytes = 0;
}

/** Resolves when nothing waits for the device. */
export async function idle(): Promise<void> {
  if (waiting.length > 0) await device();
}
