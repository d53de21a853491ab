// The denoiser of Stable Diffusion 1.5 (Rombach et al. 2022) for the benchmark: the library's own
// UNet2DConditionModel under the public configuration, with random weights, and the arithmetic of a step.
// There is no trained weight here.
import type { Library } from '../engines/wgrad-workloads.ts';

type Tensor = import('../../src/index.ts').Tensor;

/** Sizes of the network, for PyTorch's half of the benchmark as well. */
export interface SdConfig {
  /** Channels at each level; every level after the first halves the side. */
  readonly widths: readonly number[];
  readonly heads: number;
  /** Width of the prompt's token states. */
  readonly context: number;
  /** Groups of the group norms. */
  readonly groups: number;
}

/** Stable Diffusion 1.5: 859,520,964 parameters. */
export const sd15: SdConfig = {
  widths: [320, 640, 1280, 1280],
  heads: 8,
  context: 768,
  groups: 32,
};

/** The same network at a size for a test. */
export const sdTiny: SdConfig = { widths: [16, 32, 32, 32], heads: 2, context: 24, groups: 8 };

/** A denoising step: latents [n, s, s, 4], times [n] in 0..1000, prompt [n, tokens, context]. */
export const sdUnet = (w: Library, { widths, heads, context, groups }: SdConfig) =>
  w.models.unet2DConditionModel({
    block_out_channels: widths,
    attention_head_dim: heads,
    cross_attention_dim: context,
    norm_num_groups: groups,
  });

/** The network's parameters. */
export type SdParams = ReturnType<ReturnType<typeof sdUnet>['init']>;

/** Parameters made by `make`, one after the other; `scale` is 1 / sqrt(inputs of a sum). */
export async function sdParams(
  w: Library,
  config: SdConfig,
  make: (shape: number[], scale: number) => Tensor | Promise<Tensor>,
): Promise<SdParams> {
  const template = sdUnet(w, config).init(w.random.key(0)); // lazy: no value is ever computed
  const made = new Map<string, Tensor>();
  for (const [path, { shape }] of w.tree.leavesWithPaths(template)) {
    const inputs = shape.slice(0, -1).reduce((a, b) => a * b, 1);
    made.set(path, await make([...shape], 1 / Math.sqrt(inputs)));
  }
  return w.tree.map(template, (_, path) => made.get(path)) as SdParams;
}

/** How often the weight at a path meets an input: pixels of its level, tokens, or once an image. */
function uses(path: string, levels: number, n: number, side: number, tokens: number): number {
  const pixels = (level: number): number => n * (side >> level) ** 2;
  const [block, index] = path.split('.');
  if (path.startsWith('time_embedding') || path.includes('time_emb_proj')) return n;
  if (/attn2\.to_[kv]/.test(path)) return n * tokens;
  if (block === 'mid_block') return pixels(levels - 1);
  if (block === 'down_blocks') return pixels(Number(index) + (path.includes('sampler') ? 1 : 0));
  // the way up starts at the bottom
  const up = levels - 1 - Number(index);
  return block === 'up_blocks' ? pixels(up - (path.includes('sampler') ? 1 : 0)) : pixels(0);
}

/** Names and shapes of the parameters, and the operations of a step on [n, side, side, 4]. */
export function describeSd(w: Library, config: SdConfig, n: number, side: number, tokens: number) {
  const shapes = new Map<string, readonly number[]>();
  let [flops, parameters] = [0, 0];
  for (const [path, { shape, size }] of w.tree.leavesWithPaths(
    sdUnet(w, config).init(w.random.key(0)),
  )) {
    shapes.set(path, shape);
    parameters += size;
    if (shape.length < 2) continue; // scales and biases are not counted
    const times = uses(path, config.widths.length, n, side, tokens);
    flops += 2 * size * times;
    // the two products of an attention: every query meets every key, channel by channel
    const attention = /attn([12])\.to_q/.exec(path);
    if (attention) flops += 4 * times * shape[1] * (attention[1] === '1' ? times / n : tokens);
  }
  return { shapes, flops, parameters };
}
