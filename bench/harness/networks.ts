// Networks of the library as workloads: their configurations, and their parameters under the names and in the
// layouts of PyTorch's state dicts, which is how every engine reads them. Names and shapes come from the
// library itself (`init` computes nothing until it is asked for values).
import { models, nn, random } from '../../src/index.ts';
import type { Parameter } from './data.ts';

/** GPT-2 of 4 layers and width 256 over 256 tokens: 3.7 million parameters. */
export const smallGpt = {
  vocab_size: 2048,
  n_positions: 256,
  n_layer: 4,
  n_head: 4,
  n_embd: 256,
  embd_pdrop: 0,
  resid_pdrop: 0,
  attn_pdrop: 0,
};

/** AutoencoderKL of 32 x 32 x 3 to 8 x 8 x 4. */
export const smallVae = {
  block_out_channels: [24, 48, 96],
  down_block_types: ['DownEncoderBlock2D', 'DownEncoderBlock2D', 'DownEncoderBlock2D'],
  up_block_types: ['UpDecoderBlock2D', 'UpDecoderBlock2D', 'UpDecoderBlock2D'],
  layers_per_block: 1,
  norm_num_groups: 8,
  latent_channels: 4,
};

/** UNet2DConditionModel of two levels whose lower one reads the prompt, and the CLIPTextModel before it. */
export const smallDiffusion = {
  unet: {
    block_out_channels: [64, 128],
    layers_per_block: 1,
    down_block_types: ['DownBlock2D', 'CrossAttnDownBlock2D'],
    up_block_types: ['CrossAttnUpBlock2D', 'UpBlock2D'],
    cross_attention_dim: 128,
    num_attention_heads: 4,
    norm_num_groups: 8,
    resnet_time_scale_shift: 'scale_shift',
    use_linear_projection: true,
  },
  text: {
    vocab_size: 1024,
    hidden_size: 128,
    intermediate_size: 512,
    num_hidden_layers: 2,
    num_attention_heads: 4,
    max_position_embeddings: 16,
    hidden_act: 'quick_gelu',
  },
};

/** What a network workload has beside its sizes. */
interface Network<Config> {
  readonly config: Config;
  readonly params: Parameter[];
}

/** A step of AdamW on N rows of `n_positions` tokens; or N prompts, each continued by `count` tokens. */
export type GptSpec = Network<typeof smallGpt> &
  (
    | { readonly op: 'gpt'; readonly N: number }
    | {
        readonly op: 'gpt_sample';
        readonly N: number;
        readonly prompt: number;
        readonly count: number;
      }
  );

/** A step of AdamW on N pictures of S x S pixels. */
export type VaeSpec = Network<typeof smallVae> & {
  readonly op: 'vae';
  readonly N: number;
  readonly S: number;
};

/** A step of AdamW on N latents of S x S x 4, each with a prompt of `max_position_embeddings` tokens. */
export type DiffusionSpec = Network<typeof smallDiffusion> & {
  readonly op: 'ldm';
  readonly N: number;
  readonly S: number;
};

/** A tree of parameters as the list that engines fill: vectors are norms' weights and biases. */
function listed(tree: unknown): Parameter[] {
  return nn.stateEntries(tree).map(({ name, shape }): Parameter => {
    if (shape.length > 1) return [name, shape, 'conv'];
    return [name, shape, name.endsWith('.bias') ? 'zeros' : 'ones'];
  });
}

const gptParams = (config: typeof smallGpt) => listed(models.gpt(config).init(random.key(0)));

/** GPT-2's train step. */
export const gptStep = (N: number, config = smallGpt): GptSpec => ({
  op: 'gpt',
  N,
  config,
  params: gptParams(config),
});

/** Sampling from GPT-2 with a key-value cache. */
export const gptSampling = (
  N: number,
  prompt: number,
  count: number,
  config = smallGpt,
): GptSpec => ({ op: 'gpt_sample', N, prompt, count, config, params: gptParams(config) });

/** The autoencoder's train step. */
export const vaeStep = (N: number, S: number, config = smallVae): VaeSpec => ({
  op: 'vae',
  N,
  S,
  config,
  params: listed(models.autoencoderKL(config).init(random.key(0))),
});

/** The diffusion step: text tower and U-Net together. */
export const diffusionStep = (N: number, S: number, config = smallDiffusion): DiffusionSpec => ({
  op: 'ldm',
  N,
  S,
  config,
  params: listed({
    unet: models.unet2DConditionModel(config.unet).init(random.key(0)),
    text: models.clipTextModel(config.text).init(random.key(0)),
  }),
});
