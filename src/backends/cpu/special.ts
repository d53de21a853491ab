// From the engine's special kernels to the hand-written generators: which exist, and how their
// descriptions map onto each other.
import type { SpecialKernel } from '../../compiler/program.ts';
import type { ConvSpec, KernelSpec, SpecOf } from '../../tensor/kernels.ts';
import { argsortKernel } from './kernels/argsort.ts';
import { attentionKernel } from './kernels/attention.ts';
import { conv2dKernel } from './kernels/conv2d.ts';
import type { Element } from './kernels/lanes.ts';
import { matmulKernel } from './kernels/matmul.ts';
import { scanKernel } from './kernels/scan.ts';
import { scatterAddKernel } from './kernels/scatter-add.ts';
import { winogradKernel } from './kernels/winograd.ts';
import { prefersWinograd } from './kernels/winograd-plan.ts';
import type { Split } from './threads/split.ts';
import type { Simd } from './wasm/simd.ts';

/** A generated special kernel: run(inputs..., output, scratch if there is any). */
export interface SpecialModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly scratchBytes: number;
  /** Bytes added to each pointer: operands that start inside their buffer. */
  readonly offsets: readonly number[];
  /** How threads divide it, if they can. */
  readonly split?: Split;
}

const elements = new Set<string>(['f32', 'f64', 'i32', 'u32']);

// bool is stored as i32
const elementOf = (dtype: string): Element => (dtype === 'bool' ? 'i32' : (dtype as Element));

const floats = (k: SpecialKernel): boolean => [...k.inputs, ...k.outputs].every((d) => d === 'f32');

// WGRAD_CONV=direct turns Winograd's algorithm off: smaller errors, and nothing spreads within tiles.
function winogradAllowed(): boolean {
  const { process } = globalThis as {
    process?: { env?: Record<string, string | undefined> };
  };
  return process?.env?.WGRAD_CONV !== 'direct';
}

function conv2d(s: ConvSpec, _: Element, simd: Simd): SpecialModule {
  const make = winogradAllowed() && prefersWinograd(s, s.pass) ? winogradKernel : conv2dKernel;
  return { ...make({ ...s, simd }), offsets: [] };
}

/** How the kernels of one kind are made; `dtype` is the first operand's. */
interface Generator<S extends KernelSpec> {
  supports(k: SpecialKernel, s: S): boolean;
  make(s: S, dtype: Element, simd: Simd): SpecialModule;
}

const generators: { readonly [K in KernelSpec['kind']]: Generator<SpecOf<K>> } = {
  matmul: {
    supports: floats,
    make: (s, _, simd) => ({
      ...matmulKernel({ ...s, simd }),
      offsets: [4 * s.a.offset, 4 * s.b.offset],
    }),
  },
  conv2d: { supports: floats, make: conv2d },
  scan: {
    supports: ({ inputs: [x], outputs: [y] }, { op }) => op === 'sum' && elements.has(x) && y === x,
    make: (s, dtype) => ({ ...scanKernel(s, dtype), offsets: [] }),
  },
  argsort: {
    supports: ({ inputs: [x] }) => elements.has(x) || x === 'bool',
    make: (s, dtype) => ({ ...argsortKernel(s, dtype), offsets: [] }),
  },
  scatterAdd: {
    supports: ({ inputs: [x, , source] }) => elements.has(x) && source === x,
    make: (s, dtype) => ({ ...scatterAddKernel(s, dtype), offsets: [] }),
  },
  attention: { supports: floats, make: (s, _, simd) => attentionKernel(s, simd) },
};

const generatorOf = (spec: KernelSpec): Generator<KernelSpec> => generators[spec.kind];

/** True if there is a generator for the kernel's kind and dtype. */
export const supportsSpecial = (k: SpecialKernel): boolean =>
  generatorOf(k.spec).supports(k, k.spec);

/** Generates the module of a supported special kernel. */
export const generateSpecial = ({ spec, inputs }: SpecialKernel, simd: Simd): SpecialModule =>
  generatorOf(spec).make(spec, elementOf(inputs[0]), simd);
