// The second stage in the laboratory: a small U-Net and text encoder, trained in a space of latents.
import { schedulerFromConfig } from '../diffusion/schedulers/index.ts';
import {
  initTextToImage,
  type TextToImageModels,
  type TextToImageParams,
  type TextToImageRecipe,
  trainTextToImage,
} from '../diffusion/train-text-to-image.ts';
import { clipTextModel } from '../models/clip.ts';
import { unet2DConditionModel } from '../models/unet-2d-condition.ts';
import { random } from '../tensor/ops/index.ts';
import type { Laboratory, Space } from './laboratory.ts';
import { kept, trained } from './work.ts';

const common = {
  beta_schedule: 'squaredcos_cap_v2',
  num_train_timesteps: 1000,
  prediction_type: 'v_prediction',
  timestep_spacing: 'trailing',
};
/** DDIM on the schedule that everything trains with. */
export const ddim = schedulerFromConfig({
  ...{ _class_name: 'DDIMScheduler', ...common, clip_sample: false, set_alpha_to_one: true },
});
/** DPM-Solver++ 2M on it. */
export const dpmSolver = schedulerFromConfig({
  ...{ _class_name: 'DPMSolverMultistepScheduler', ...common },
});

/** The configuration of the laboratory's text encoder, or of another of a width. */
export function textConfig({ sizes, clip: { tokenizer } }: Laboratory) {
  return {
    eos_token_id: tokenizer.endId,
    hidden_size: sizes.textWidth,
    intermediate_size: 4 * sizes.textWidth,
    max_position_embeddings: tokenizer.contextLength,
    num_attention_heads: 4,
    num_hidden_layers: 1,
    vocab_size: tokenizer.size,
  };
}

const unetConfig = (channels: readonly number[], shape: readonly number[], width: number) => ({
  attention_head_dim: 4, // diffusers' name for the number of heads
  block_out_channels: channels,
  cross_attention_dim: width,
  down_block_types: channels.map((_, i) => (i === 0 ? 'DownBlock2D' : 'CrossAttnDownBlock2D')),
  in_channels: shape[2],
  layers_per_block: 1,
  norm_num_groups: 4,
  out_channels: shape[2],
  resnet_time_scale_shift: 'scale_shift',
  sample_size: shape[0],
  up_block_types: channels.map((_, i) =>
    i === channels.length - 1 ? 'UpBlock2D' : 'CrossAttnUpBlock2D',
  ),
  use_linear_projection: true,
});

/** The networks for a space; another text encoder may be given. */
export function networks(
  lab: Laboratory,
  { latents }: Pick<Space, 'latents'>,
  text: TextToImageModels['text'] = clipTextModel(textConfig(lab)),
): TextToImageModels {
  const { channels } = lab.sizes;
  const unet = unetConfig(channels, latents.shape, text.config.hidden_size);
  return { unet: unet2DConditionModel(unet), text };
}

/** The recipe of a seed; nothing decays, so what gets no gradient stays what it is. */
export function recipeOf({ sizes }: Laboratory, seed: number): TextToImageRecipe {
  const { steps, batchSize } = sizes;
  return {
    ...{ steps, batchSize, learningRate: 2e-3, warmup: Math.min(50, steps >> 1), finalShare: 0.05 },
    ...{ betas: [0.9, 0.99], clip: 1, precision: 'f32', weightDecay: 0, seed },
    ...{ emaDecay: 0.99, promptDropout: 0.1, minSnr: null },
  };
}

/** Training in a space. */
export const stage = (
  { clip: { tokenizer }, mirrored }: Laboratory,
  { latents }: Pick<Space, 'latents'>,
  models: TextToImageModels,
  recipe: TextToImageRecipe,
  init?: (key: ReturnType<typeof random.key>) => TextToImageParams,
) =>
  trainTextToImage({
    ...{ models, scheduler: ddim, tokenizer, latents, records: mirrored.records, recipe },
    ...(init && { init }),
  });

/** Networks with parameters. */
export interface Model {
  readonly models: TextToImageModels;
  readonly params: TextToImageParams;
}

/** The laboratory's model of a seed, trained once for all claims that only draw. */
export async function modelOf(lab: Laboratory, within: Space, seed: number): Promise<Model> {
  const models = networks(lab, within);
  const recipe = recipeOf(lab, seed);
  const settings = { sizes: lab.sizes, shape: within.latents.shape, recipe };
  const template = initTextToImage(models, random.key(seed));
  const params = await kept(lab.work, `model-${seed}`, settings, template, async () => {
    const training = stage(lab, within, models, recipe);
    const { steps } = recipe;
    return training.learner.average(
      await trained(`U-Net, seed ${seed}`, training, { steps, seed }),
    );
  });
  return { models, params };
}
