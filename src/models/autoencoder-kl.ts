// The autoencoder whose latents are a normal distribution, lightly pulled towards the standard one (Rombach
// et al. 2022, arXiv:2112.10752, section 3.1; Kingma & Welling 2013, arXiv:1312.6114). Stable Diffusion's
// takes 8 x 8 pixels into 4 numbers. Names and configuration are those of diffusers 0.27's AutoencoderKL.

import { Conv2d, initParts, type Module, type PartsParams } from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, chunk, clip, exp, mul } from '../tensor/ops/index.ts';
import { sameShape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type AutoencoderOptions, decoder, encoder } from './autoencoder-blocks.ts';
import { type Configuration, readConfig } from './config.ts';

/** Options of AutoencoderKL. */
export interface AutoencoderKLOptions extends AutoencoderOptions {
  /** A 1x1 convolution behind the encoder (true, as always up to diffusers 0.28). */
  readonly use_quant_conv: boolean;
  /** A 1x1 convolution before the decoder (true, as always up to diffusers 0.28). */
  readonly use_post_quant_conv: boolean;
}

const defaults: AutoencoderKLOptions = {
  in_channels: 3,
  out_channels: 3,
  down_block_types: ['DownEncoderBlock2D'],
  up_block_types: ['UpDecoderBlock2D'],
  block_out_channels: [64],
  layers_per_block: 1,
  act_fn: 'silu',
  latent_channels: 4,
  norm_num_groups: 32,
  sample_size: 32,
  scaling_factor: 0.18215,
  force_upcast: true,
  use_quant_conv: true,
  use_post_quant_conv: true,
};

// options of the reference that are not implemented
const fixed = {
  latents_mean: null,
  latents_std: null,
  shift_factor: null,
  mid_block_add_attention: true,
};

/** A diagonal normal over latents: mean and log variance [n, h / f, w / f, latent_channels]. `losses.standardNormalKl` is its penalty. */
export interface DiagonalGaussian {
  readonly mean: Tensor;
  readonly logvar: Tensor;
}

function autoencoderParts(o: AutoencoderKLOptions) {
  const c = o.latent_channels;
  return {
    encoder: encoder('AutoencoderKL', o, 2 * c),
    decoder: decoder('AutoencoderKL', o),
    quant_conv: o.use_quant_conv ? Conv2d(2 * c, 2 * c, 1) : undefined,
    post_quant_conv: o.use_post_quant_conv ? Conv2d(c, c, 1) : undefined,
  };
}

/** Parameters of AutoencoderKL. */
export type AutoencoderKLParams = PartsParams<ReturnType<typeof autoencoderParts>>;

/** An autoencoder and its configuration, completed by the defaults. */
export interface AutoencoderKL
  extends Module<AutoencoderKLParams, [images: Tensor, noise?: Tensor]> {
  readonly config: AutoencoderKLOptions;
  /** q(z | x): images [n, h, w, in_channels] in [-1, 1] -> mean and log variance, within [-30, 20]. */
  encode(params: AutoencoderKLParams, images: Tensor): DiagonalGaussian;
  /** Latents [n, h, w, latent_channels], not scaled -> images [n, f h, f w, out_channels]. */
  decode(params: AutoencoderKLParams, latents: Tensor): Tensor;
}

const sampleGaussianArgs = is.signature(
  'models.sampleGaussian',
  ['posterior', is.fields<DiagonalGaussian>({ mean: is.tensor, logvar: is.tensor })],
  ['noise', is.tensor],
);

/** A draw, mean + exp(logvar / 2) noise, for standard normal noise. @throws ShapeError */
export function sampleGaussian(posterior: DiagonalGaussian, noise: Tensor): Tensor {
  sampleGaussianArgs(posterior, noise);
  const { mean, logvar } = posterior;
  if (!sameShape(noise.shape, mean.shape)) {
    throw new ShapeError(`sampleGaussian: noise ${noise} for a mean ${mean}`);
  }
  return add(mean, mul(exp(mul(logvar, 0.5)), noise));
}

const autoencoderKLArgs = is.signature('models.autoencoderKL', ['config', is.config]);

/**
 * diffusers' AutoencoderKL. `apply` encodes and decodes: the mean, or a draw where noise is given. Diffusion
 * works on latents times `config.scaling_factor`.
 * @throws WgradError for options that are not implemented
 */
export function autoencoderKL(config: Configuration<AutoencoderKLOptions> = {}): AutoencoderKL {
  autoencoderKLArgs(config);
  const o = readConfig('AutoencoderKL', config, [], defaults, fixed);
  const parts = autoencoderParts(o);
  const encode = (p: AutoencoderKLParams, images: Tensor): DiagonalGaussian => {
    let h = parts.encoder.apply(p.encoder, images);
    if (parts.quant_conv && p.quant_conv) h = parts.quant_conv.apply(p.quant_conv, h);
    const [mean, logvar] = chunk(h, 2, -1);
    return { mean, logvar: clip(logvar, -30, 20) };
  };
  const decode = (p: AutoencoderKLParams, latents: Tensor): Tensor => {
    const { post_quant_conv: conv } = parts;
    const z = conv && p.post_quant_conv ? conv.apply(p.post_quant_conv, latents) : latents;
    return parts.decoder.apply(p.decoder, z);
  };
  return checked(
    'models.autoencoderKL',
    {
      config: o,
      init: (key) => initParts(parts, key),
      encode,
      decode,
      apply: (p, images, noise) => {
        const q = encode(p, images);
        return decode(p, noise ? sampleGaussian(q, noise) : q.mean);
      },
    },
    'encode',
    'decode',
  );
}
