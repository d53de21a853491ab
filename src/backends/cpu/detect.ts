// What this machine offers the CPU backend; printed by `doctor` and by the backend's description.
import { DeviceError } from '../../tensor/errors.ts';
import { MOST_THREADS } from './threads/control.ts';
import { hasRelaxedSimd, memoryLimits } from './wasm/assembler.ts';

/** Features and sizes that matter to the CPU backend. */
export interface CpuFeatures {
  /** 128-bit SIMD, without which the backend does not run. */
  readonly simd: boolean;
  /** Fused multiply-add (relaxed SIMD). */
  readonly relaxedSimd: boolean;
  /** Logical processors. */
  readonly processors: number;
  /** Whether memory could be shared between threads here. */
  readonly sharedMemory: boolean;
  /** Most bytes that the backend's memory can hold. */
  readonly memoryLimit: number;
}

// (func (result v128) i32.const 0, i8x16.splat)
const simdModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15,
  11,
]);

interface ProcessLike {
  readonly versions?: { readonly node?: string };
  readonly env?: Record<string, string | undefined>;
}

/** Looks at the machine; cheap. */
export function detectCpu(): CpuFeatures {
  const simd = typeof WebAssembly === 'object' && WebAssembly.validate(simdModule);
  const { navigator, crossOriginIsolated, process } = globalThis as typeof globalThis & {
    crossOriginIsolated?: boolean;
    process?: ProcessLike;
  };
  const node = process?.versions?.node !== undefined;
  return {
    simd,
    relaxedSimd: simd && hasRelaxedSimd(),
    processors: navigator?.hardwareConcurrency ?? nodeProcessors() ?? 1,
    sharedMemory: typeof SharedArrayBuffer === 'function' && (node || crossOriginIsolated === true),
    memoryLimit: memoryLimits.maximum * 65536,
  };
}

// Node 20 has no global navigator
function nodeProcessors(): number | undefined {
  const { process } = globalThis as {
    process?: {
      getBuiltinModule?: (name: string) => { availableParallelism?: () => number } | undefined;
    };
  };
  return process?.getBuiltinModule?.('node:os')?.availableParallelism?.();
}

/** Threads that are used without being asked for: one per processor, but not more than this. */
const USUAL_THREADS = 8;

/**
 * How many threads to use, the main one among them: `wanted`, else the environment variable
 * WGRAD_THREADS, else one per processor. @throws DeviceError if that is not a count
 */
export function threadsFor(f: CpuFeatures, wanted?: number): number {
  const { process } = globalThis as { process?: ProcessLike };
  const asked = wanted ?? process?.env?.WGRAD_THREADS;
  if (asked === undefined || asked === '') {
    return f.sharedMemory ? Math.min(f.processors, USUAL_THREADS) : 1;
  }
  const n = Number(asked);
  if (!Number.isInteger(n) || n < 0 || n > MOST_THREADS) {
    throw new DeviceError(
      `the number of threads must be a whole number from 0 to ${MOST_THREADS} (0 and 1: no other ` +
        `threads), but ${wanted === undefined ? 'WGRAD_THREADS' : 'the option threads'} is ${asked}`,
    );
  }
  return f.sharedMemory ? Math.max(n, 1) : 1;
}

/** One line for people. */
export function describeCpu(f: CpuFeatures, threads: number): string {
  const alone = f.processors > 1 && !f.sharedMemory;
  const why = alone ? ' (more need cross-origin isolation: no shared memory on this page)' : '';
  const fma = f.relaxedSimd ? ' with fused multiply-add' : '';
  return `WebAssembly SIMD${fma}, ${threads} thread${threads === 1 ? '' : 's'}${why}`;
}
