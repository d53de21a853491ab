// The denoiser of latent diffusion (Rombach et al. 2022, arXiv:2112.10752, section 3.3): a U-Net of
// residual blocks that hear of time and prompt through scale and shift (FiLM), and of single words through
// cross-attention. Everything that adds to a residual stream starts at zero, so an untrained network is
// the constant 0.

import {
  Conv2d,
  FeedForward,
  GroupNorm,
  initParts,
  LayerNorm,
  Linear,
  MultiHeadAttention,
  type ParamsOf,
  TimeEmbedding,
} from '../nn/index.ts';
import { zeros as silent } from '../nn/initializers.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import {
  add,
  concat,
  expandDims,
  mul,
  random,
  reshape,
  silu,
  sliceAxis,
  upsampleNearest,
  zerosLike,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { map } from '../tensor/tree.ts';
import * as kinds from './argument-kinds.ts';
import { groupsOf } from './autoencoder.ts';
import type { PromptStates } from './prompt-model.ts';

/** Sizes of a U-Net; a plain JSON object. */
export interface UNetConfig {
  /** Channels of what is denoised. */
  readonly latentChannels: number;
  /** Channels at full size ... */
  readonly base: number;
  /** ... and, as multiples of it, at each level; every level after the first halves the size. */
  readonly mults: readonly number[];
  /** Width of the embedding of time and prompt. */
  readonly embedding: number;
  /** Sines and cosines of the time. */
  readonly timeDim: number;
  readonly heads: number;
  /** Width of the prompt's states. */
  readonly promptDim: number;
  /** Whether a level attends to itself on the way down (the middle and the way up always do). */
  readonly selfAttention: readonly boolean[];
}

/** 2.5 million parameters, 63 million multiply-adds at 8 x 8 x 4. */
export const unet64: UNetConfig = {
  latentChannels: 4,
  base: 64,
  mults: [1, 2],
  embedding: 192,
  timeDim: 64,
  heads: 4,
  promptDim: 128,
  selfAttention: [false, true],
};

const unetOfWidthArgs = is.signature(
  'diffusion.unetOfWidth',
  ['base', is.scalar],
  ['mults', is.numbers],
);

/** unet64 with other widths: embedding and time grow with the base. */
export const unetOfWidth = (base: number, mults: readonly number[] = [1, 2]): UNetConfig => {
  unetOfWidthArgs(base, mults);
  return {
    ...unet64,
    base,
    mults,
    embedding: 3 * base,
    timeDim: base,
    selfAttention: mults.map((_, i) => i > 0),
  };
};

const conv3 = (inputs: number, outputs: number, stride = 1) =>
  Conv2d(inputs, outputs, 3, { padding: 1, stride });

const silentConv3 = (inputs: number, outputs: number) =>
  Conv2d(inputs, outputs, 3, { padding: 1, weightInit: silent, biasInit: silent });

// The same parameters, those of the output at zero.
const silenced = <P extends { readonly out: unknown }>(params: P): P => ({
  ...params,
  out: map(params.out, zerosLike),
});

// h = conv(silu(norm x)); h = norm(h) (1 + a) + b with [a, b] = linear(e); skip(x) + conv(silu h)
function residualBlock(inputs: number, outputs: number, embedding: number) {
  const parts = {
    norm1: GroupNorm(groupsOf(inputs), inputs),
    conv1: conv3(inputs, outputs),
    film: Linear(embedding, 2 * outputs),
    conv2: silentConv3(outputs, outputs),
    skip: inputs === outputs ? undefined : Conv2d(inputs, outputs, 1),
  };
  const { norm1, conv1, film, conv2, skip } = parts;
  // no scale and bias of its own: a and b are
  const norm2 = GroupNorm(groupsOf(outputs), outputs, { affine: false });

  const init = (key: Tensor) => initParts(parts, key);
  // x [n, h, w, inputs], e [n, embedding] -> [n, h, w, outputs]
  const apply = (p: ReturnType<typeof init>, x: Tensor, e: Tensor): Tensor => {
    const ab = expandDims(film.apply(p.film, e), [1, 2]); // [n, 1, 1, 2 outputs]
    const a = sliceAxis(ab, -1, [0, outputs]);
    const b = sliceAxis(ab, -1, [outputs, 2 * outputs]);
    let h = conv1.apply(p.conv1, silu(norm1.apply(p.norm1, x)));
    h = add(mul(norm2.apply({}, h), add(a, 1)), b);
    h = conv2.apply(p.conv2, silu(h));
    return add(skip && p.skip ? skip.apply(p.skip, x) : x, h);
  };
  return { init, apply };
}

// A transformer block over pixels: attention to themselves (unless switched off), to the prompt's
// tokens, and a feed-forward network; each adds norm-ed what starts at zero.
function pixelTransformer(c: number, heads: number, promptDim: number, attendsItself: boolean) {
  const parts = {
    selfNorm: attendsItself ? LayerNorm(c) : undefined,
    self: attendsItself ? MultiHeadAttention({ dim: c, heads }) : undefined,
    crossNorm: LayerNorm(c),
    cross: MultiHeadAttention({ dim: c, heads, keyDim: promptDim }),
    mlpNorm: LayerNorm(c),
    mlp: FeedForward(c, 2 * c),
  };
  const { selfNorm, self, crossNorm, cross, mlpNorm, mlp } = parts;

  const init = (key: Tensor) => {
    const [ks, kc, km, kn] = random.splitKey(key, 4);
    const p = initParts(parts, [kn, ks, kn, kc, kn, km]);
    return {
      ...p,
      self: p.self && silenced(p.self),
      cross: silenced(p.cross),
      mlp: silenced(p.mlp),
    };
  };
  // image [n, h, w, c] -> [n, h, w, c]
  const apply = (p: ReturnType<typeof init>, image: Tensor, prompt: PromptStates): Tensor => {
    const [n, h, w] = image.shape;
    let x = reshape(image, [n, h * w, c]);
    if (self && selfNorm && p.self && p.selfNorm) {
      x = add(x, self.apply(p.self, selfNorm.apply(p.selfNorm, x)));
    }
    const words = { context: prompt.tokens, mask: prompt.mask };
    x = add(x, cross.apply(p.cross, crossNorm.apply(p.crossNorm, x), words));
    x = add(x, mlp.apply(p.mlp, mlpNorm.apply(p.mlpNorm, x)));
    return reshape(x, image.shape);
  };
  return { init, apply };
}

const unetArgs = is.signature('diffusion.unet', ['config', kinds.unetConfig]);

/**
 * The U-Net: x [n, h, w, latentChannels], times [n] in [0, 1], the prompt's states -> prediction of x's
 * shape. h and w must be divisible by 2^(levels - 1).
 */
export function unet(config: UNetConfig = unet64) {
  unetArgs(config);
  const { latentChannels, base, mults, embedding, timeDim, heads, promptDim } = config;
  const widths = mults.map((m) => base * m);
  const last = widths.length - 1;
  const res = (inputs: number, outputs: number) => residualBlock(inputs, outputs, embedding);
  const attend = (c: number, self: boolean) => pixelTransformer(c, heads, promptDim, self);

  // frequencies from 1 to 1000: times are in [0, 1]
  const time = TimeEmbedding(timeDim, { outputs: embedding, maxPeriod: 1 / 1000, shift: 1 });
  const pooled = Linear(promptDim, embedding);
  const start = conv3(latentChannels, base);
  const down = widths.map((c, i) => ({
    res: res(c, c),
    attend: attend(c, config.selfAttention[i] ?? true),
    shrink: i < last ? conv3(c, widths[i + 1], 2) : undefined,
  }));
  const middle = { res: res(widths[last], widths[last]), attend: attend(widths[last], true) };
  // from the deepest level up; each takes the output of its level on the way down
  const up = widths.map((c, i) => ({
    res: res(2 * c, c),
    attend: attend(c, true),
    grow: i > 0 ? conv3(c, widths[i - 1]) : undefined,
  }));
  const finish = res(2 * base, base);
  const norm = GroupNorm(groupsOf(base), base);
  const out = silentConv3(base, latentChannels);

  const init = (key: Tensor) => {
    const [kt, kp, ks, km, kf, ko, kd, ku] = random.splitKey(key, 8);
    const threes = (k: Tensor): Tensor[][] => {
      const keys = random.splitKey(k, 3 * widths.length);
      return widths.map((_, i) => keys.slice(3 * i, 3 * i + 3));
    };
    const parts = { time, pooled, start, down, middle, up, finish, norm, out };
    return initParts(parts, [kt, kp, ks, threes(kd), km, threes(ku), kf, ko, ko]);
  };

  const apply = (
    p: ReturnType<typeof init>,
    x: Tensor,
    times: Tensor,
    prompt: PromptStates,
  ): Tensor => {
    const e = silu(add(time.apply(p.time, times), pooled.apply(p.pooled, prompt.pooled)));
    const input = start.apply(p.start, x); // [n, h, w, base]
    let h = input;
    const skips: Tensor[] = [];
    for (const [i, d] of down.entries()) {
      const q = p.down[i];
      h = d.attend.apply(q.attend, d.res.apply(q.res, h, e), prompt);
      skips.push(h);
      if (d.shrink && q.shrink) h = d.shrink.apply(q.shrink, h);
    }
    h = middle.res.apply(p.middle.res, h, e);
    h = middle.attend.apply(p.middle.attend, h, prompt);
    for (let i = last; i >= 0; i--) {
      const [u, q] = [up[i], p.up[i]];
      h = u.res.apply(q.res, concat([h, skips[i]], 3), e);
      h = u.attend.apply(q.attend, h, prompt);
      if (u.grow && q.grow) h = u.grow.apply(q.grow, upsampleNearest(h, 2));
    }
    h = finish.apply(p.finish, concat([h, input], 3), e);
    return out.apply(p.out, silu(norm.apply(p.norm, h))); // [n, h, w, latentChannels]
  };
  return checked('diffusion.unet', { init, apply });
}

/** A U-Net's functions. */
export type UNet = ReturnType<typeof unet>;
/** Its parameters. */
export type UNetParams = ParamsOf<UNet>;
