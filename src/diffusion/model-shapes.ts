// What configurations of our latent diffusion models must look like: sizes within bounds that a machine can
// hold. A plain JSON object of a stranger is one of these, or an error with the path of what is wrong.
import { count, flag, type JsonShape, list, object } from '../io/json-shape.ts';
import type { AutoencoderConfig } from './autoencoder-config.ts';
import type { PromptConfig } from './prompt-model.ts';
import type { UNetConfig } from './unet.ts';

const width = count(1, 8192);
const levels = <T>(of: JsonShape<T>) => list(of, 1, 8);

/** {@link AutoencoderConfig} of a file: 1 to 8 levels of 1 to 8192 channels. */
export const autoencoderShape = object<AutoencoderConfig>({
  channels: levels(width),
  imageChannels: count(1, 64),
  latentChannels: count(1, 1024),
});

/** {@link UNetConfig} of a file: 1 to 8 levels; widths from 1 to 8192. */
export const unetShape = object<UNetConfig>({
  latentChannels: count(1, 1024),
  base: width,
  mults: levels(count(1, 64)),
  embedding: width,
  timeDim: width,
  heads: count(1, 1024),
  promptDim: width,
  selfAttention: levels(flag),
});

const promptSizes = {
  context: count(2, 4096),
  dim: width,
  layers: count(0, 256),
  heads: count(1, 1024),
  hidden: count(1, 65_536),
  pad: count(0, 2 ** 24),
};

/** {@link PromptConfig} of a file: 1 to 2^24 words, 2 to 4096 tokens a prompt. */
export const promptShape = object<PromptConfig>({
  ...promptSizes,
  vocabulary: count(1, 2 ** 24),
});

/** {@link promptShape} of a run's configuration, before the vocabulary is known. */
export const promptSizesShape = object<Omit<PromptConfig, 'vocabulary'>>(promptSizes);
