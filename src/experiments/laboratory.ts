// What the claims about latent diffusion share: a small set of pictures, an autoencoder for it, and the tokenizer of
// the shipped CLIP. Everything is small enough that a claim takes minutes a seed on one core.
import { type Clip, loadClip } from '../clip/folder.ts';
import { withMirrored } from '../data/augment.ts';
import { distinctEmoji } from '../data/distinct-emoji.ts';
import { loadEmoji, selectEmoji } from '../data/emoji.ts';
import type { EmojiSet } from '../data/emoji-set.ts';
import {
  encodeLatents,
  type LatentAutoencoder,
  type LatentScale,
  type Latents,
} from '../diffusion/latents.ts';
import { trainVae, vaeWeights } from '../diffusion/train-vae.ts';
import { type AutoencoderKLParams, autoencoderKL } from '../models/autoencoder-kl.ts';
import { packageFolder } from '../run/package-files.ts';
import { UsageError } from '../run/usage-error.ts';
import { add, clip, mul, random } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { kept, trained, type Work } from './work.ts';

/** Sizes of the laboratory. */
export interface LaboratorySizes {
  /** Side of the pictures. */
  readonly size: 16 | 32 | 64;
  /** Steps of an autoencoder, of 16 pictures each. */
  readonly autoencoderSteps: number;
  /** Of the U-Net: channels of its levels. */
  readonly channels: readonly number[];
  /** Of the text encoder. */
  readonly textWidth: number;
  /** Steps of the second stage, and pictures a step. */
  readonly steps: number;
  readonly batchSize: number;
  /** Pictures that are drawn and compared. */
  readonly pictures: number;
}

const whole: LaboratorySizes = {
  ...{ size: 32, autoencoderSteps: 400, channels: [32, 64], textWidth: 64 },
  ...{ steps: 1200, batchSize: 32, pictures: 256 },
};
const small: LaboratorySizes = {
  ...{ size: 16, autoencoderSteps: 30, channels: [8, 16], textWidth: 16 },
  ...{ steps: 20, batchSize: 8, pictures: 12 },
};

/** The sizes of a whole claim, or of CI. */
export const sizesOf = ({ quick }: Pick<Work, 'quick'>): LaboratorySizes => (quick ? small : whole);

/** An autoencoder with latents of mean 0 and deviation 1, or the pictures themselves. */
export interface Space {
  /** Pixels a latent, along each axis. */
  readonly factor: number;
  /** Standard latents of the training pictures, mirrored ones included. */
  readonly latents: Latents;
  /** Pictures in -1 .. 1 of standard latents [n, h, w, c]. */
  decode(z: Tensor): Tensor;
  /** The autoencoder and its parameters, for measures of reconstructions. */
  readonly model: LatentAutoencoder<AutoencoderKLParams>;
  readonly params: AutoencoderKLParams;
}

/** Pictures, words and sizes. */
export interface Laboratory {
  readonly work: Work;
  readonly sizes: LaboratorySizes;
  /** Trained on. */
  readonly set: EmojiSet;
  /** The same and each mirrored. */
  readonly mirrored: EmojiSet;
  /** Concepts that are never trained on. */
  readonly heldOut: EmojiSet;
  /** The shipped CLIP, whose tokenizer everything uses. */
  readonly clip: Clip;
}

const filter = { groups: ['animals-nature', 'food-drink'], styles: ['noto', 'twemoji'] };

/** Opens the laboratory. @throws UsageError without the shipped CLIP */
export async function laboratory(work: Work, sizes = sizesOf(work)): Promise<Laboratory> {
  const folder = packageFolder('weights/clip', 'config.json');
  if (!folder) throw new UsageError('the shipped CLIP (weights/clip) is not there');
  const all = await loadEmoji(undefined, { size: sizes.size, ...filter, ...distinctEmoji });
  const set = selectEmoji(all, { splits: ['train'] });
  const heldOut = selectEmoji(all, { splits: ['heldOutConcept'] });
  const mirrored = withMirrored(set);
  return { work, sizes, set, mirrored, heldOut, clip: await loadClip(folder) };
}

const vaeConfig = (factor: number, size: number) => {
  const channels = [16, 32, 64, 64].slice(0, Math.log2(factor) + 1);
  const blocks = (type: string): string[] => channels.map(() => type);
  return {
    act_fn: 'silu',
    block_out_channels: channels,
    down_block_types: blocks('DownEncoderBlock2D'),
    latent_channels: 4,
    layers_per_block: 1,
    norm_num_groups: 4,
    sample_size: size,
    up_block_types: blocks('UpDecoderBlock2D'),
  };
};

const adam = { betas: [0.9, 0.99], clip: 1, seed: 0, precision: 'f32' } as const;

// Pictures as their own latents.
const nothing: LatentAutoencoder<AutoencoderKLParams> = {
  apply: (_, x) => x,
  encode: (_, x) => ({ mean: x }),
};

// what an autoencoder decodes, of standard latents
const restored = (z: Tensor, { mean, std }: LatentScale): Tensor => add(mul(z, std), mean);

/** The autoencoder of a factor, trained once for all seeds; 1: the pictures themselves. */
export async function space(lab: Laboratory, factor: number): Promise<Space> {
  const { set, mirrored, sizes, work } = lab;
  if (factor === 1) {
    const params = { encoder: {}, decoder: {} } as AutoencoderKLParams;
    const latents = await encodeLatents(nothing, params, mirrored);
    const decode = (z: Tensor) => clip(restored(z, latents.scale), -1, 1);
    return { factor, latents, decode, model: nothing, params };
  }
  const config = vaeConfig(factor, sizes.size);
  const model = autoencoderKL(config);
  const recipe = {
    ...{ steps: sizes.autoencoderSteps, batchSize: 16, learningRate: 2e-3, warmup: 20 },
    ...{ ...adam, finalShare: 0.02, weightDecay: 1e-4 },
  };
  const params = await kept(
    work,
    `autoencoder-f${factor}`,
    { config, recipe, vaeWeights, filter },
    model.init(random.key(0)),
    async () => {
      const training = trainVae({ model, set, recipe, weights: vaeWeights });
      const { steps, seed } = recipe;
      return training.average(
        await trained(`autoencoder of f = ${factor}`, training, { steps, seed }),
      );
    },
  );
  const latents = await encodeLatents(model, params, mirrored);
  const decode = (z: Tensor) => clip(model.decode(params, restored(z, latents.scale)), -1, 1);
  return { factor, latents, decode, model, params };
}
