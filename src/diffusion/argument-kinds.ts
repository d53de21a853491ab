// What arguments that many functions of this folder share must be, said once.
import * as is from '../tensor/arguments.ts';
import type { AutoencoderConfig } from './autoencoder-config.ts';
import type { ReverseOptions } from './reverse-options.ts';

const doubles = is.instance('a Float64Array', Float64Array);
const emojiStyles = is.list(is.record('an emoji style', 'id', 'title', 'author', 'url'));

/** What `gaussianDiffusion` makes. */
export const gaussianDiffusion = is.record(
  'a gaussian diffusion',
  'steps',
  'timesteps',
  'alphaBars',
  'alphaBarsBefore',
);

/** Options of every step of a Gaussian diffusion. */
export const denoiseOptions = is.options<ReverseOptions>({
  clip_denoised: is.optional(is.boolean),
  denoised_fn: is.optional(is.func),
  cond_fn: is.optional(is.func),
});

/** Tables of a noise schedule. */
export const noiseTables = is.fields({ betas: doubles, alphasCumprod: doubles });

export const recipe = is.record('a recipe', 'steps', 'batchSize', 'learningRate', 'warmup');
export const diffusionRecipe = is.record(
  'a recipe of the second stage',
  'promptDropout',
  'steps',
  'batchSize',
  'learningRate',
);

export const autoencoderConfig = is.fields<AutoencoderConfig>({
  channels: is.numbers,
  imageChannels: is.size,
  latentChannels: is.size,
});
export const unetConfig = is.record(
  'a U-Net configuration',
  'latentChannels',
  'base',
  'mults',
  'embedding',
);
export const promptConfig = is.record(
  'a prompt configuration',
  'vocabulary',
  'context',
  'dim',
  'layers',
);

export const autoencoderParams = is.fields({
  encoder: is.record('an object', 'levels', 'out'),
  decoder: is.record('an object', 'start', 'first', 'levels', 'out'),
});

/** Pictures of emoji with what is known of them. */
export const emojiRecords = is.list(
  is.record('an emoji record', 'hexcode', 'name', 'style', 'group'),
);
export const emojiSet = is.fields({ images: is.bytes, records: emojiRecords, styles: emojiStyles });

const readerKinds = {
  config: is.record('a pipeline config', 'autoencoder', 'prediction', 'latentSize', 'unet'),
  vocabulary: is.record('a vocabulary', 'words', 'ids'),
};

/** What of a pipeline decides how it reads a prompt. */
export const promptReader = is.fields<typeof readerKinds>(readerKinds);

/** A pipeline. */
export const pipeline = is.fields<typeof readerKinds & { readonly params: unknown }>({
  ...readerKinds,
  params: is.record('a pipeline params', 'autoencoder', 'latents', 'unet', 'prompt'),
});
