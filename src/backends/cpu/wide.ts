// Vectors of 256 bits from plain WebAssembly: V8 of Node 24 has a pass that joins neighbouring 128-bit operations
// (docs/wide-vectors.md). It is behind a flag, which this sets where a trial shows that joining happens and that no
// bit changes. The flag holds for the process: threads have it too, and so has other WebAssembly in it.
import { hasRelaxedSimd } from './wasm/assembler.ts';
import { tryWide } from './wide-trial.ts';

/** Whether kernels are written for vectors of 256 bits, and why (not). */
export interface WideVectors {
  readonly wide: boolean;
  readonly reason: string;
}

interface NodeLike {
  readonly arch?: string;
  readonly versions?: { readonly node?: string };
  readonly env?: Readonly<Record<string, string | undefined>>;
  getBuiltinModule?(name: string): { setFlagsFromString(flags: string): void };
}

/** The first Node whose V8 joins vectors; 22 accepts the flag and does nothing with it. */
const FIRST = 24;

const JOIN = 'experimental-wasm-revectorize';

const narrow = (reason: string): WideVectors => ({ wide: false, reason: `128 bits: ${reason}` });

let found: WideVectors | undefined;

/** Decides for a process, which need not be Node's own: Bun and Deno say that they are Node. Never throws. */
export function widthOn(node: NodeLike | undefined): WideVectors {
  const version = node?.versions?.node;
  if (node === undefined || version === undefined) return narrow('only Node 24 joins vectors');
  if (Number.parseInt(version, 10) < FIRST) {
    return narrow(`Node ${version} does not join vectors, ${FIRST} does`);
  }
  if (node.arch !== 'x64') return narrow(`V8 joins no vectors on ${node.arch}`);
  if (!hasRelaxedSimd()) return narrow('no fused multiply-add');
  const set = (flags: string): void => node.getBuiltinModule?.('node:v8').setFlagsFromString(flags);
  let against: string | undefined;
  try {
    against = tryWide({
      optimized: (work) => {
        set('--no-liftoff');
        try {
          return work();
        } finally {
          set('--liftoff');
        }
      },
      join: () => set(`--${JOIN}`),
    });
  } catch (error) {
    against = `the trial failed (${(error as Error).message})`;
  }
  if (against === undefined) return { wide: true, reason: '256 bits: V8 joins vectors here' };
  try {
    set(`--no-${JOIN}`);
  } catch {
    // an engine that takes no flags has none to give back
  }
  return narrow(against);
}

/**
 * Whether to use vectors of 256 bits. `asked` false: no; else the environment variable WGRAD_WIDE may say 0. What is
 * left is tried once for the process, which takes some milliseconds.
 */
export function wideVectors(asked = true): WideVectors {
  const node = (globalThis as { process?: NodeLike }).process;
  if (!asked) return narrow('wide vectors were not wanted');
  if (node?.env?.WGRAD_WIDE === '0') return narrow('WGRAD_WIDE is 0');
  found ??= widthOn(node);
  return found;
}
