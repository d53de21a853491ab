// Which device computes. The first evaluation acquires one: `auto` takes a hardware GPU if there is
// one and the CPU otherwise (the WASM backend beats software Vulkan). Work asked for while the device
// is still being acquired waits in a queue and then runs in order, so nobody has to call `init`.
import type { Backend } from '../backends/backend.ts';
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
}

let current: Backend | undefined;
let acquiring: Promise<Backend> | undefined;
let reason = '';
const waiting: ((backend: Backend) => void)[] = [];

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

/**
 * Chooses the device for everything evaluated from now on. Tensors that live on another device are
 * copied when they are used. @throws DeviceError if it cannot be had
 */
export async function useDevice(name: DeviceName, options: DeviceOptions = {}): Promise<Backend> {
  await idle();
  acquiring = create(name, options);
  current = undefined;
  try {
    current = await acquiring;
  } finally {
    acquiring = undefined;
  }
  drain();
  return current;
}

/** Like `useDevice`, with a backend of one's own (tests, embedders). */
export async function useBackend(backend: Backend): Promise<void> {
  await idle();
  current = backend;
  reason = 'given';
  drain();
}

/** The device in use, acquiring one if need be (environment variable WGRAD_DEVICE, default auto). */
export async function device(): Promise<Backend> {
  if (current) return current;
  acquiring ??= create((env('WGRAD_DEVICE') as DeviceName | undefined) ?? 'auto').then((b) => {
    current = b;
    acquiring = undefined;
    drain();
    return b;
  });
  return acquiring;
}

/** The device in use, if one has been acquired. */
export const currentDevice = (): Backend | undefined => current;

/** Why this device was taken, e.g. 'no hardware GPU: the adapter is llvmpipe'. */
export const deviceReason = (): string => reason;

/** Runs `work` now if the device is ready and nothing waits before it, else in its turn. */
export function enqueue(work: (backend: Backend) => void): void {
  if (current && waiting.length === 0) {
    work(current);
    return;
  }
  waiting.push(work);
  // a failure to acquire is reported by the read that needs the value
  device().catch(() => {});
}

function drain(): void {
  while (current && waiting.length > 0) (waiting.shift() as (b: Backend) => void)(current);
}

/** Resolves when nothing waits for the device. */
export async function idle(): Promise<void> {
  if (waiting.length > 0) await device();
}
