// What arguments that many functions of this folder share must be, said once.
import * as is from '../tensor/arguments.ts';
import { recipeParts } from '../train/argument-kinds.ts';
import type { Recipe } from '../train/recipe.ts';

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

/** Hyper-parameters of a stage. */
export const recipe = is.options<Recipe>(recipeParts);

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
