// A U-Net with the layers and sizes of Stable Diffusion 1.5's (Rombach et al. 2022; names as in its public
// state dict): residual blocks that hear of the time, and transformer blocks that attend to pixels and to
// the prompt's 77 tokens. The model asks for each parameter by name and shape. Run once on lazy zeros this
// gives the list of parameters and the arithmetic without computing anything; with random values it is
// what the benchmark times. There is no trained weight here.
import type { Library } from '../engines/wgrad-workloads.ts';

type Tensor = import('../../src/index.ts').Tensor;

/** Sizes of the network. */
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

/** Gives the parameter of a name; the shape is asked for. */
export type Parameters = (name: string, shape: number[]) => Tensor;

/** A denoising step: latents [n, s, s, 4], times [n] in 0..1000, prompt [n, tokens, context]. */
export type SdUnet = (p: Parameters, x: Tensor, times: Tensor, prompt: Tensor) => Tensor;

/** The network over a library; `count` hears the floating-point operations of each product. */
export function sdUnet(
  w: Library,
  config: SdConfig,
  count: (flops: number) => void = () => {},
): SdUnet {
  const { add, mul, silu } = w;
  const { widths, heads, groups } = config;
  const last = widths.length - 1;
  const time = 4 * widths[0];

  return (p, latents, times, prompt) => {
    const linear = (name: string, x: Tensor, outputs: number, bias = true) => {
      const inputs = x.shape[x.rank - 1];
      count(2 * x.size * outputs);
      const y = w.matmul(x, p(`${name}.weight`, [inputs, outputs]));
      return bias ? add(y, p(`${name}.bias`, [outputs])) : y;
    };
    const conv = (name: string, x: Tensor, outputs: number, k = 3, stride = 1) => {
      const weights = p(`${name}.weight`, [k, k, x.shape[3], outputs]);
      const y = w.conv2d(x, weights, { stride, padding: k >> 1 });
      count(2 * y.size * k * k * x.shape[3]);
      return add(y, p(`${name}.bias`, [outputs]));
    };
    const affine = (name: string, c: number) => ({
      scale: p(`${name}.weight`, [c]),
      bias: p(`${name}.bias`, [c]),
    });
    const groupNorm = (name: string, x: Tensor, eps = 1e-5) =>
      w.groupNorm(x, groups, { ...affine(name, x.shape[3]), eps });
    const layerNorm = (name: string, x: Tensor) => w.layerNorm(x, affine(name, x.shape[2]));

    const residual = (name: string, x: Tensor, outputs: number, embedding: Tensor) => {
      let h = conv(`${name}.conv1`, silu(groupNorm(`${name}.norm1`, x)), outputs);
      const shift = linear(`${name}.time_emb_proj`, silu(embedding), outputs);
      h = add(h, w.expandDims(shift, [1, 2]));
      h = conv(`${name}.conv2`, silu(groupNorm(`${name}.norm2`, h)), outputs);
      return add(x.shape[3] === outputs ? x : conv(`${name}.conv_shortcut`, x, outputs, 1), h);
    };

    // x [n, t, c] attends to `to` [n, t', c']
    const attend = (name: string, x: Tensor, to: Tensor) => {
      const c = x.shape[2];
      const part = (which: string, of: Tensor) =>
        w.splitHeads(linear(`${name}.${which}`, of, c, false), heads);
      count(4 * x.size * to.shape[1]);
      const seen = w.attention(part('to_q', x), part('to_k', to), part('to_v', to));
      return linear(`${name}.to_out.0`, w.mergeHeads(seen), c);
    };
    const gatedFeedForward = (name: string, x: Tensor) => {
      const c = x.shape[2];
      const both = linear(`${name}.net.0.proj`, x, 8 * c);
      const value = w.sliceAxis(both, -1, [0, 4 * c]);
      const gate = w.sliceAxis(both, -1, [4 * c, 8 * c]);
      return linear(`${name}.net.2`, mul(value, w.gelu(gate)), c);
    };
    const transformer = (name: string, image: Tensor) => {
      const [n, height, width, c] = image.shape;
      const normed = groupNorm(`${name}.norm`, image, 1e-6);
      let x = w.reshape(conv(`${name}.proj_in`, normed, c, 1), [n, height * width, c]);
      const block = `${name}.transformer_blocks.0`;
      const normed1 = layerNorm(`${block}.norm1`, x);
      x = add(x, attend(`${block}.attn1`, normed1, normed1));
      x = add(x, attend(`${block}.attn2`, layerNorm(`${block}.norm2`, x), prompt));
      x = add(x, gatedFeedForward(`${block}.ff`, layerNorm(`${block}.norm3`, x)));
      return add(conv(`${name}.proj_out`, w.reshape(x, image.shape), c, 1), image);
    };

    const waves = w.nn.sinusoidal(times, widths[0], { cosFirst: true });
    let e = linear('time_embedding.linear_1', w.cast(waves, latents.dtype), time);
    e = linear('time_embedding.linear_2', silu(e), time);

    let h = conv('conv_in', latents, widths[0]);
    const skips = [h];
    widths.forEach((c, level) => {
      const name = `down_blocks.${level}`;
      for (let i = 0; i < 2; i++) {
        h = residual(`${name}.resnets.${i}`, h, c, e);
        if (level < last) h = transformer(`${name}.attentions.${i}`, h);
        skips.push(h);
      }
      if (level === last) return;
      h = conv(`${name}.downsamplers.0.conv`, h, c, 3, 2);
      skips.push(h);
    });
    h = residual('mid_block.resnets.0', h, widths[last], e);
    h = transformer('mid_block.attentions.0', h);
    h = residual('mid_block.resnets.1', h, widths[last], e);
    [...widths].reverse().forEach((c, level) => {
      const name = `up_blocks.${level}`;
      for (let i = 0; i < 3; i++) {
        h = residual(`${name}.resnets.${i}`, w.concat([h, skips.pop() as Tensor], 3), c, e);
        if (level > 0) h = transformer(`${name}.attentions.${i}`, h);
      }
      if (level < last) h = conv(`${name}.upsamplers.0.conv`, w.upsampleNearest(h, 2), c);
    });
    return conv('conv_out', silu(groupNorm('conv_norm_out', h)), 4);
  };
}

/** Names and shapes of the parameters, and the operations of a step on [n, side, side, 4]. */
export function describeSd(w: Library, config: SdConfig, n: number, side: number, tokens: number) {
  const shapes = new Map<string, number[]>();
  let flops = 0;
  const model = sdUnet(w, config, (f) => {
    flops += f;
  });
  const ask: Parameters = (name, shape) => {
    shapes.set(name, shape);
    return w.zeros(shape); // lazy: no value is ever computed
  };
  model(ask, w.zeros([n, side, side, 4]), w.zeros([n]), w.zeros([n, tokens, config.context]));
  const parameters = [...shapes.values()].reduce((s, d) => s + d.reduce((a, b) => a * b, 1), 0);
  return { shapes, flops, parameters };
}
