// What is measured: one entry per workload with shapes and arithmetic. `_g` means the value and the
// gradients with respect to every input of sum(f(inputs) * r) with a fixed random array r, so that no
// engine can fold the cotangent away. `tblock` and `unet` are train steps (forward, mean squared error,
// backward, AdamW, loss read back), their `_fwd` the forward pass alone. gelu is the tanh form.
import { type Parameter, sizeOf } from './data.ts';
import {
  type DiffusionSpec,
  diffusionStep,
  type GptSpec,
  gptSampling,
  gptStep,
  type VaeSpec,
  vaeStep,
} from './networks.ts';

/** Shapes are channels-first here; an engine converts to its own layout before timing starts. */
export type Spec = Readonly<
  (
    | { op: 'matmul'; a: number[]; b: number[]; grad?: boolean }
    | { op: 'ew'; n: number; grad?: boolean }
    | { op: 'sum' | 'softmax' | 'layernorm'; x: number[]; grad?: boolean }
    | { op: 'conv' | 'convt'; x: number[]; w: number[]; grad?: boolean }
    | { op: 'gnsilu'; x: number[]; groups: number; grad?: boolean }
    | {
        op: 'tblock';
        B: number;
        T: number;
        D: number;
        H: number;
        train: boolean;
        params: Parameter[];
      }
    | { op: 'unet'; N: number; C: number; S: number; train: boolean; params: Parameter[] }
    | GptSpec
    | VaeSpec
    | DiffusionSpec
    | { op: 'dispatch'; n: number; ops: number; jit?: boolean }
  ) & {
    /** Floating-point operations, where arithmetic bounds the workload. */
    flops?: number;
    /** Bytes that a fused implementation moves at least, where memory bounds it. */
    bytes?: number;
    /** Measured on WebGPU too unless workloads are named. */
    webgpu?: boolean;
    /** Measured from the launch of a process to the value, several launches. */
    cold?: boolean;
  }
>;

/** One operation of a family. */
export type SpecOf<Op extends Spec['op'], S = Spec> = S extends { readonly op: infer Ops }
  ? Op extends Ops
    ? S
    : never
  : never;

/** A transformer block on [B, T, D]: norm, attention, norm, feed-forward of width 4 D. */
export function transformerBlock(B: number, T: number, D: number, H: number, train: boolean): Spec {
  const params: Parameter[] = [
    ['ln1g', [D], 'ones'],
    ['ln1b', [D], 'zeros'],
    ['wqkv', [D, 3 * D], 'linear'],
    ['bqkv', [3 * D], 'zeros'],
    ['wo', [D, D], 'linear'],
    ['bo', [D], 'zeros'],
    ['ln2g', [D], 'ones'],
    ['ln2b', [D], 'zeros'],
    ['w1', [D, 4 * D], 'linear'],
    ['b1', [4 * D], 'zeros'],
    ['w2', [4 * D, D], 'linear'],
    ['b2', [D], 'zeros'],
  ];
  const forward = 2 * B * T * 12 * D * D + 4 * B * T * T * D;
  return { op: 'tblock', B, T, D, H, train, params, flops: train ? 3 * forward : forward };
}

/** A U-Net of widths c, 2 c, 4 c on N images of C channels and S x S pixels, attention at S / 4. */
export function smallUnet(N: number, C: number, S: number, train: boolean, c = 64): Spec {
  const params: Parameter[] = [];
  let flops = 0;
  const conv = (name: string, inputs: number, outputs: number, k: number, side: number) => {
    params.push([`${name}.w`, [outputs, inputs, k, k], 'conv'], [`${name}.b`, [outputs], 'zeros']);
    flops += 2 * N * side * side * inputs * outputs * k * k;
  };
  const norm = (name: string, channels: number) =>
    params.push([`${name}.g`, [channels], 'ones'], [`${name}.b`, [channels], 'zeros']);
  const block = (name: string, inputs: number, outputs: number, side: number) => {
    norm(`${name}.n1`, inputs);
    conv(`${name}.c1`, inputs, outputs, 3, side);
    norm(`${name}.n2`, outputs);
    conv(`${name}.c2`, outputs, outputs, 3, side);
    if (inputs !== outputs) conv(`${name}.sk`, inputs, outputs, 1, side);
  };
  const [half, quarter] = [S / 2, S / 4];
  conv('in', C, c, 3, S);
  block('d0a', c, c, S);
  block('d0b', c, c, S);
  conv('dn0', c, c, 3, half);
  block('d1a', c, 2 * c, half);
  block('d1b', 2 * c, 2 * c, half);
  conv('dn1', 2 * c, 2 * c, 3, quarter);
  block('d2a', 2 * c, 4 * c, quarter);
  norm('at.n', 4 * c);
  conv('at.qkv', 4 * c, 12 * c, 1, quarter);
  conv('at.o', 4 * c, 4 * c, 1, quarter);
  flops += N * 4 * quarter ** 4 * 4 * c;
  block('d2b', 4 * c, 4 * c, quarter);
  conv('up1', 4 * c, 2 * c, 3, half);
  block('u1a', 4 * c, 2 * c, half);
  block('u1b', 2 * c, 2 * c, half);
  conv('up0', 2 * c, c, 3, S);
  block('u0a', 2 * c, c, S);
  block('u0b', c, c, S);
  norm('out.n', c);
  conv('out', c, C, 3, S);
  return { op: 'unet', N, C, S, train, params, flops: train ? 3 * flops : flops };
}

/** The forward workload under `id` and, as `id_g`, the one with gradients. */
function withGradients(
  id: string,
  spec: Spec,
  costs: { flops?: [number, number]; bytes?: [number, number] },
) {
  const cost = (i: 0 | 1) => ({ flops: costs.flops?.[i], bytes: costs.bytes?.[i] });
  return { [id]: { ...spec, ...cost(0) }, [`${id}_g`]: { ...spec, grad: true, ...cost(1) } };
}

const product = (id: string, a: number[], b: number[]) => {
  const flops = 2 * sizeOf(a) * (b.at(-1) ?? 1);
  return withGradients(id, { op: 'matmul', a, b }, { flops: [flops, 3 * flops] });
};

const rows = [4096, 1024];
const rowWork = (op: 'sum' | 'softmax' | 'layernorm') => {
  const n = 4 * sizeOf(rows);
  return withGradients(op, { op, x: rows }, { bytes: op === 'sum' ? [n, 2 * n] : [2 * n, 4 * n] });
};

const chain = (id: string, n: number) =>
  withGradients(id, { op: 'ew', n }, { bytes: [8 * n, 12 * n] });

const convolution = (id: 'conv' | 'convt', x: number[], w: number[]) => {
  const flops = (2 * sizeOf(x) * sizeOf(w)) / (id === 'conv' ? w[1] : w[0]);
  return withGradients(id, { op: id, x, w }, { flops: [flops, 3 * flops] });
};

const all: Record<string, Spec> = {
  cold: { op: 'matmul', a: [256, 256], b: [256, 256], cold: true, webgpu: true },
  ...Object.assign({}, ...[256, 512, 1024, 2048].map((n) => product(`mm_${n}`, [n, n], [n, n]))),
  ...product('bmm', [8, 256, 64], [8, 64, 256]),
  ...chain('ew_1m', 2 ** 20),
  ...chain('ew_16m', 2 ** 24),
  ...rowWork('sum'),
  ...rowWork('softmax'),
  ...rowWork('layernorm'),
  ...convolution('conv', [8, 64, 32, 32], [128, 64, 3, 3]),
  ...convolution('convt', [8, 128, 16, 16], [128, 64, 4, 4]),
  ...withGradients(
    'gnsilu',
    { op: 'gnsilu', x: [8, 128, 32, 32], groups: 32 },
    { bytes: [2 ** 23, 2 ** 24] },
  ),
  tblock_fwd: transformerBlock(8, 64, 256, 4, false),
  tblock: transformerBlock(8, 64, 256, 4, true),
  unet_fwd: smallUnet(16, 4, 16, false),
  unet: smallUnet(16, 4, 16, true),
  ldm: diffusionStep(64, 8),
  vae: vaeStep(32, 32),
  gpt: gptStep(4),
  gpt_sample_1: gptSampling(1, 16, 64),
  gpt_sample_64: gptSampling(64, 16, 64),
  dispatch: { op: 'dispatch', n: 64, ops: 1000 },
  dispatch_jit: { op: 'dispatch', n: 64, ops: 1000, jit: true },
};

const onWebGPU = ['mm_512', 'conv_g', 'tblock', 'unet'];

/** Every workload by its id. */
export const specs: Readonly<Record<string, Spec>> = Object.fromEntries(
  Object.entries(all).map(([id, spec]) => [
    id,
    onWebGPU.includes(id) ? { ...spec, webgpu: true } : spec,
  ]),
);
