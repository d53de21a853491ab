// A pipeline's folder as a training run writes it, with the parameters that networks start with: 32 x 32 pixels,
// latents of 8 x 8, byte pairs of a few names.
import { clipWords } from '../../src/data/clip-tokenizer.ts';
import { clipTokenizerFiles, clipTokenizerOfFiles } from '../../src/data/clip-vocabulary.ts';
import { trainBytePairs } from '../../src/data/train-byte-pairs.ts';
import { type NewPipeline, writePipeline } from '../../src/diffusion/write-pipeline.ts';
import { autoencoderKL } from '../../src/models/autoencoder-kl.ts';
import { clipTextModel } from '../../src/models/clip.ts';
import { unet2DConditionModel } from '../../src/models/unet-2d-condition.ts';
import { key } from '../../src/tensor/ops/random.ts';

const context = 8;
const words = ['red apple', 'green apple', 'blue heart'].flatMap((name) => clipWords(name));
const tokenizer = clipTokenizerFiles(
  trainBytePairs(new Map(words.map((w) => [w, 2])), 20),
  context,
);

/** The parts as they are written. */
export async function untrainedPipeline(): Promise<NewPipeline> {
  const { size, endId } = await clipTokenizerOfFiles(tokenizer);
  const vae = {
    block_out_channels: [4, 4, 8],
    down_block_types: Array<string>(3).fill('DownEncoderBlock2D'),
    latent_channels: 4,
    layers_per_block: 1,
    norm_num_groups: 2,
    sample_size: 32,
    scaling_factor: 1,
    up_block_types: Array<string>(3).fill('UpDecoderBlock2D'),
  };
  const unet = {
    attention_head_dim: 2,
    block_out_channels: [8, 8],
    cross_attention_dim: 8,
    down_block_types: ['DownBlock2D', 'CrossAttnDownBlock2D'],
    in_channels: 4,
    layers_per_block: 1,
    norm_num_groups: 4,
    out_channels: 4,
    sample_size: 8,
    up_block_types: ['CrossAttnUpBlock2D', 'UpBlock2D'],
  };
  const text = {
    eos_token_id: endId,
    hidden_size: 8,
    intermediate_size: 16,
    max_position_embeddings: context,
    num_attention_heads: 2,
    num_hidden_layers: 1,
    vocab_size: size,
  };
  return {
    unet: { config: unet, params: unet2DConditionModel(unet).init(key(1)) },
    vae: { config: vae, params: autoencoderKL(vae).init(key(2)) },
    text_encoder: { config: text, params: clipTextModel(text).init(key(3)) },
    tokenizer,
    scheduler: {
      _class_name: 'DDIMScheduler',
      beta_schedule: 'squaredcos_cap_v2',
      clip_sample: false,
      num_train_timesteps: 1000,
      prediction_type: 'v_prediction',
      timestep_spacing: 'trailing',
    },
    generation: { num_inference_steps: 20, guidance_scale: 3 },
  };
}

/** Writes it into a folder, made if need be. */
export const writeUntrained = async (folder: string): Promise<void> =>
  writePipeline(folder, await untrainedPipeline());
