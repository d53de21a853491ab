// What this machine offers the CPU backend; printed by `doctor` and by the backend's description.
import { hasRelaxedSimd, memoryLimits } from './wasm/assembler.ts';

/** Features and sizes that matter to the CPU backend. */
export interface CpuFeatures {
  /** 128-bit SIMD, without which the backend does not run. */
  readonly simd: boolean;
  /** Fused multiply-add (relaxed SIMD). */
  readonly relaxedSimd: boolean;
  /** Logical processors. The backend uses one. */
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

/** One line for people. */
export const describeCpu = (f: CpuFeatures): string =>
  `WebAssembly SIMD${f.relaxedSimd ? ' with fused multiply-add' : ''}, 1 thread`;
