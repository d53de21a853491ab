// The first stage of latent diffusion (Rombach et al. 2022, arXiv:2112.10752, section 3.1): a small
// autoencoder between images [n, 32, 32, 3] in [-1, 1] and latents [n, 8, 8, 4], lightly pulled towards a
// standard normal. For flat art at 32 x 32 an L1, a squared and a gradient-difference term give clean
// reconstructions; there is no perceptual or adversarial term.

import { standardNormalKl } from '../losses/kl.ts';
import { Conv2d, GroupNorm, initParts, type Module, type ParamsOf } from '../nn/index.ts';
import { zeros as silent } from '../nn/initializers.ts';
import { castFloats } from '../nn/optim/mixed-precision.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import {
  abs,
  add,
  clip,
  exp,
  mean,
  mul,
  random,
  silu,
  sliceAxis,
  square,
  sub,
  upsampleNearest,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import { type AutoencoderConfig, a24 } from './autoencoder-config.ts';

const groupsOfArgs = is.signature('diffusion.groupsOf', ['channels', is.size]);

/** Groups of a group norm: at least 8 channels each and at most 16 groups, as far as they divide. */
export function groupsOf(channels: number): number {
  groupsOfArgs(channels);
  let groups = Math.max(1, Math.min(16, Math.floor(channels / 8)));
  while (channels % groups !== 0) groups--;
  return groups;
}

const same = { padding: 1 } as const;
const conv3 = (inputs: number, outputs: number) => Conv2d(inputs, outputs, 3, same);
const norm = (channels: number) => GroupNorm(groupsOf(channels), channels);

// x + conv(silu(norm(conv(silu(norm(x)))))); the last convolution starts at zero, the block as identity.
function residualBlock(c: number) {
  const conv2 = Conv2d(c, c, 3, { ...same, weightInit: silent, biasInit: silent });
  const parts = { norm1: norm(c), conv1: conv3(c, c), norm2: norm(c), conv2 };
  const { norm1, conv1, norm2 } = parts;
  const init = (key: Tensor) => initParts(parts, key);
  const apply = (p: ReturnType<typeof init>, x: Tensor): Tensor => {
    const h = conv1.apply(p.conv1, silu(norm1.apply(p.norm1, x)));
    return add(x, conv2.apply(p.conv2, silu(norm2.apply(p.norm2, h))));
  };
  return { init, apply };
}

// norm, silu, convolution: the last layer of both halves.
function head(inputs: number, outputs: number) {
  const parts = { norm: norm(inputs), conv: conv3(inputs, outputs) };
  const init = (key: Tensor) => initParts(parts, [key, key]);
  const apply = (p: ReturnType<typeof init>, x: Tensor): Tensor =>
    parts.conv.apply(p.conv, silu(parts.norm.apply(p.norm, x)));
  return { init, apply };
}

function makeEncoder({ channels, imageChannels, latentChannels }: AutoencoderConfig) {
  const levels = channels.map((c, i) => ({
    conv: i === 0 ? conv3(imageChannels, c) : Conv2d(channels[i - 1], c, 3, { ...same, stride: 2 }),
    block: residualBlock(c),
  }));
  const out = head(channels[channels.length - 1], 2 * latentChannels);
  const init = (key: Tensor) => {
    const keys = random.splitKey(key, 2 * levels.length + 1);
    const pairs = levels.map((_, i) => keys.slice(2 * i, 2 * i + 2));
    return initParts({ levels, out }, [pairs, keys[2 * levels.length]]);
  };
  const apply = (p: ReturnType<typeof init>, images: Tensor): Tensor => {
    const h = levels.reduce(
      (x, { conv, block }, i) => block.apply(p.levels[i].block, conv.apply(p.levels[i].conv, x)),
      images,
    );
    return out.apply(p.out, h); // [n, h/4, w/4, 2 latentChannels]
  };
  return { init, apply };
}

function makeDecoder({ channels, imageChannels, latentChannels }: AutoencoderConfig) {
  const widths = [...channels].reverse();
  const start = conv3(latentChannels, widths[0]);
  const first = residualBlock(widths[0]);
  const levels = widths.map((c, i) => ({
    conv: i === 0 ? undefined : conv3(widths[i - 1], c),
    block: residualBlock(c),
  }));
  const out = head(widths[widths.length - 1], imageChannels);
  const init = (key: Tensor) => {
    const keys = random.splitKey(key, 2 * levels.length + 3);
    const pairs = levels.map((_, i) => keys.slice(2 * i + 3, 2 * i + 5));
    return initParts({ start, first, levels, out }, [keys[0], keys[1], pairs, keys[2]]);
  };
  const apply = (p: ReturnType<typeof init>, latents: Tensor): Tensor => {
    let x = first.apply(p.first, start.apply(p.start, latents));
    for (const [i, { conv, block }] of levels.entries()) {
      const q = p.levels[i];
      if (conv && q.conv) x = conv.apply(q.conv, upsampleNearest(x, 2));
      x = block.apply(q.block, x);
    }
    return out.apply(p.out, x);
  };
  return { init, apply };
}

/** Mean and log variance of the latents of an image, both [n, h/4, w/4, latentChannels]. */
export interface LatentPosterior {
  readonly mean: Tensor;
  readonly logVariance: Tensor;
}

const autoencoderArgs = is.signature('diffusion.autoencoder', ['config', kinds.autoencoderConfig]);

/** An autoencoder: `encode` and `decode` beside `apply`, which is decode(mean of encode). */
export function autoencoder(config: AutoencoderConfig = a24) {
  autoencoderArgs(config);
  const [encoder, decoder] = [makeEncoder(config), makeDecoder(config)];
  const c = config.latentChannels;
  const init = (key: Tensor) => initParts({ encoder, decoder }, key);
  type Params = ReturnType<typeof init>;
  const encode = (p: Params, images: Tensor): LatentPosterior => {
    const h = encoder.apply(p.encoder, images);
    const logVariance = clip(sliceAxis(h, -1, [c, 2 * c]), -20, 8);
    return { mean: sliceAxis(h, -1, [0, c]), logVariance };
  };
  /** Latents (not normalised) to images. */
  const decode = (p: Pick<Params, 'decoder'>, latents: Tensor): Tensor =>
    decoder.apply(p.decoder, latents);
  const apply = (p: Params, images: Tensor): Tensor => decode(p, encode(p, images).mean);
  return checked(
    'diffusion.autoencoder',
    { init, apply, encode, decode },
    'encode',
    'decode',
  ) satisfies Module<Params> & Record<string, unknown>;
}

/** An autoencoder's functions. */
export type Autoencoder = ReturnType<typeof autoencoder>;
/** Its parameters. */
export type AutoencoderParams = ParamsOf<Autoencoder>;

// mean |d(x - y)| of neighbouring pixels along an axis (1: rows, 2: columns)
function gradientDifference(difference: Tensor, axis: 1 | 2): Tensor {
  const n = difference.shape[axis];
  const part = (from: number, to: number): Tensor => sliceAxis(difference, axis, [from, to]);
  return mean(abs(sub(part(1, n), part(0, n - 1))));
}

const reconstructionLossArgs = is.signature(
  'diffusion.reconstructionLoss',
  ['images', is.tensor],
  ['reconstructions', is.tensor],
);

/** |x-y| + (x-y)² + (|d_x(x-y)| + |d_y(x-y)|) / 2, each averaged: a scalar. */
export function reconstructionLoss(images: Tensor, reconstructions: Tensor): Tensor {
  reconstructionLossArgs(images, reconstructions);
  const d = sub(images, reconstructions);
  const edges = add(gradientDifference(d, 1), gradientDifference(d, 2));
  return add(add(mean(abs(d)), mean(square(d))), mul(edges, 0.5));
}

const autoencoderLossArgs = is.signature(
  'diffusion.autoencoderLoss',
  ['model', is.methods('an object', 'init', 'apply', 'encode', 'decode')],
  ['params', kinds.autoencoderParams],
  ['images', is.tensor],
  ['key', is.key],
);

/** The training loss: reconstruction from a drawn latent, plus 1e-4 KL to a standard normal, the mean of all elements. Scalar. */
export function autoencoderLoss(
  model: Autoencoder,
  params: AutoencoderParams,
  images: Tensor,
  key: Tensor,
): Tensor {
  autoencoderLossArgs(model, params, images, key);
  const q = castFloats(model.encode(params, images), 'f32');
  const noise = random.normal(key, q.mean.shape);
  const latents = add(q.mean, mul(exp(mul(q.logVariance, 0.5)), noise));
  const kl = mean(standardNormalKl(q.mean, q.logVariance));
  return add(reconstructionLoss(images, model.decode(params, latents)), mul(kl, 1e-4));
}
