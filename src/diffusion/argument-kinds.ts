// What arguments that many functions of this folder share must be, said once.
import * as is from '../tensor/arguments.ts';
import { recipeParts } from '../train/argument-kinds.ts';
import type { Recipe } from '../train/recipe.ts';
import type { AutoencoderConfig } from './autoencoder-config.ts';

const doubles = is.instance('a Float64Array', Float64Array);
const emojiStyles = is.list(is.record('an emoji style', 'id', 'title', 'author', 'url'));

/** What `gaussianDiffusion` makes. */
export const gaussianDiffusion = is.record(
  'a gaussian diffusion',
  'steps',
  'timesteps',
  'alphasCumprod',
  'numbers',
);

/** Tables of a noise schedule. */
export const noiseTables = is.fields({ betas: doubles, alphasCumprod: doubles });

/** Hyper-parameters of the first stage. */
export const recipe = is.options<Recipe>(recipeParts);
/** Those of the second. */
export const diffusionRecipe = is.options({ ...recipeParts, promptDropout: is.fraction });

/** Sizes of our autoencoder. */
export const autoencoderConfig = is.fields<AutoencoderConfig>({
  channels: is.numbers,
  imageChannels: is.size,
  latentChannels: is.size,
});
/** Sizes of our U-Net. */
export const unetConfig = is.record(
  'a U-Net configuration',
  'latentChannels',
  'base',
  'mults',
  'embedding',
);
/** Sizes of our prompt model. */
export const promptConfig = is.record(
  'a prompt configuration',
  'vocabulary',
  'context',
  'dim',
  'layers',
);

/** Parameters of our autoencoder. */
export const autoencoderParams = is.fields({
  encoder: is.record('an object', 'levels', 'out'),
  decoder: is.record('an object', 'start', 'first', 'levels', 'out'),
});

/** Pictures of emoji with what is known of them. */
export const emojiRecords = is.list(
  is.record('an emoji record', 'hexcode', 'name', 'style', 'group'),
);
/** A set of pictures of emoji. */
export const emojiSet = is.fields({
  size: is.count,
  images: is.bytes,
  records: emojiRecords,
  styles: emojiStyles,
});

const latentDiffusionKinds = {
  config: is.record('a configuration', 'autoencoder', 'prediction', 'latentSize', 'unet'),
  vocabulary: is.record('a vocabulary', 'words', 'ids'),
  params: is.record('parameters of a model', 'autoencoder', 'latents', 'unet', 'prompt'),
};

/** wgrad's own text-to-image model. */
export const latentDiffusion = is.fields<typeof latentDiffusionKinds>(latentDiffusionKinds);

/** The same, or with a function that loads the parameters. */
export const opened = is.fields<typeof latentDiffusionKinds>({
  ...latentDiffusionKinds,
  params: is.either(latentDiffusionKinds.params, is.func),
});
