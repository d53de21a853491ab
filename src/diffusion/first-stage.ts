// The autoencoder of an opened pipeline, of whichever class: what drawing needs of it.
import { type AutoencoderKLParams, sampleGaussian } from '../models/autoencoder-kl.ts';
import type { VQModelParams } from '../models/vq-model.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type DiffusersFolder, type DiffusersPart, partOf } from './diffusers-folder.ts';

/** An autoencoder that turns pictures [n, h, w, 3] into latents [n, h / factor, w / factor, channels] and back. */
export interface FirstStage {
  readonly part: DiffusersPart<'AutoencoderKL'> | DiffusersPart<'VQModel'>;
  readonly channels: number;
  /** Pixels a latent, along each axis. */
  readonly factor: number;
  /** What diffusion multiplies latents by. */
  readonly scaling: number;
  /** Latents, not scaled: the mean, or before they are quantised. */
  mean(params: unknown, pictures: Tensor): Tensor;
  /** The same with noise [..., channels] as wide as the encoder says; none where latents are quantised. */
  draw(params: unknown, pictures: Tensor, noise: Tensor): Tensor;
  /** Pictures of latents, which are quantised first where there is a codebook. */
  decode(params: unknown, latents: Tensor): Tensor;
}

/** The autoencoder of a folder. @throws FileError if there is none of a class that is known */
export function firstStageOf(folder: DiffusersFolder, name: string): FirstStage {
  if (folder.parts[name]?.className === 'VQModel') {
    const part = partOf(folder, name, 'VQModel');
    const { config, encode, decode } = part.model;
    const mean = (params: unknown, x: Tensor): Tensor => encode(params as VQModelParams, x);
    return {
      part,
      channels: config.vq_embed_dim ?? config.latent_channels,
      factor: 2 ** (config.block_out_channels.length - 1),
      scaling: config.scaling_factor,
      mean,
      draw: mean,
      decode: (params, z) => decode(params as VQModelParams, z),
    };
  }
  const part = partOf(folder, name, 'AutoencoderKL');
  const { config, encode, decode } = part.model;
  return {
    part,
    channels: config.latent_channels,
    factor: 2 ** (config.block_out_channels.length - 1),
    scaling: config.scaling_factor,
    mean: (params, x) => encode(params as AutoencoderKLParams, x).mean,
    draw: (params, x, noise) => sampleGaussian(encode(params as AutoencoderKLParams, x), noise),
    decode: (params, z) => decode(params as AutoencoderKLParams, z),
  };
}
