// From the engine's special kernels to the hand-written generators: which exist, and how their
// descriptions map onto each other.
import type { SpecialKernel } from '../../compiler/program.ts';
import type { ConvSpec, MatmulSpec } from '../../tensor/kernels.ts';
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

/** True if there is a generator for the kernel's kind and dtype. */
export function supportsSpecial(k: SpecialKernel): boolean {
  const [x, , source] = k.inputs;
  switch (k.spec.kind) {
    case 'matmul':
    case 'conv2d':
      return k.inputs.every((d) => d === 'f32') && k.outputs[0] === 'f32';
    case 'scan':
      return k.spec.op === 'sum' && elements.has(x) && k.outputs[0] === x;
    case 'argsort':
      return elements.has(x) || x === 'bool';
    case 'scatterAdd':
      return elements.has(x) && source === x;
    case 'attention':
      return k.inputs.every((d) => d === 'f32') && k.outputs.every((d) => d === 'f32');
  }
}

function matmul(spec: MatmulSpec): SpecialModule {
  return { ...matmulKernel(spec), offsets: [4 * spec.a.offset, 4 * spec.b.offset] };
}

// WGRAD_CONV=direct turns Winograd's algorithm off: smaller errors, and nothing spreads within tiles.
function winogradAllowed(): boolean {
  const { process } = globalThis as {
    process?: { env?: Record<string, string | undefined> };
  };
  return process?.env?.WGRAD_CONV !== 'direct';
}

function conv2d(s: ConvSpec): SpecialModule {
  const { pass, stride, padding, dilation, groups } = s;
  const spec = {
    pass,
    input: [s.n, s.h, s.w, s.c],
    output: [s.oh, s.ow],
    kernel: [s.kh, s.kw],
    outChannels: s.oc,
    stride,
    padding,
    dilation,
    groups,
  } as const;
  const fast = winogradAllowed() && prefersWinograd(spec, pass);
  return { ...(fast ? winogradKernel(spec) : conv2dKernel(spec)), offsets: [] };
}

/** Generates the module of a supported special kernel. */
export function generateSpecial(k: SpecialKernel): SpecialModule {
  const { spec } = k;
  const dtype = elementOf(k.inputs[0]);
  const offsets: number[] = [];
  switch (spec.kind) {
    case 'matmul':
      return matmul(spec);
    case 'conv2d':
      return conv2d(spec);
    case 'scan':
      return { ...scanKernel({ ...spec, dtype }), offsets };
    case 'argsort':
      return { ...argsortKernel({ ...spec, dtype }), offsets };
    case 'scatterAdd':
      return { ...scatterAddKernel({ ...spec, dtype, base: true }), offsets };
    case 'attention':
      return attentionKernel(spec);
  }
}
