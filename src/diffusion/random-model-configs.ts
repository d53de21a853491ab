// Configurations of public pipelines, as their config.json files have them, and the same networks at a part of
// their width: Stable Diffusion 1.5 (Rombach et al. 2022), 2.1 with v-prediction, and a tiny one of the
// same make for tests.
import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import type { PartClass } from './diffusers-parts.ts';

/** Presets that can be written. */
export const randomPresets = ['sd15', 'sd21', 'tiny'] as const;
/** One of them. */
export type RandomPreset = (typeof randomPresets)[number];

/** Content of a JSON file. */
type Json = Readonly<Record<string, unknown>>;

/** A network to write. */
export interface PartPlan {
  readonly name: string;
  readonly className: PartClass;
  readonly config: Json;
}

/** A pipeline to write. */
export interface PipelinePlan {
  readonly networks: readonly PartPlan[];
  readonly scheduler: { readonly className: string; readonly config: Json };
  readonly tokenizer: Json;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
const common = (limit: number, values: readonly number[]): number => values.reduce(gcd, limit);

interface Sizes {
  /** Channels of the U-Net's levels, and attention heads at each. */
  readonly unet: readonly number[];
  readonly heads: readonly number[];
  readonly unetLayers: number;
  /** Channels of the autoencoder's levels. */
  readonly vae: readonly number[];
  readonly vaeLayers: number;
  /** Width, blocks, heads, feed-forward width of the text encoder. */
  readonly text: readonly [width: number, blocks: number, heads: number, forward: number];
  /** Side of the latents. */
  readonly side: number;
  readonly second: boolean;
}

const sizes: Record<RandomPreset, Sizes> = {
  sd15: {
    unet: [320, 640, 1280, 1280],
    heads: [8, 8, 8, 8],
    unetLayers: 2,
    vae: [128, 256, 512, 512],
    vaeLayers: 2,
    text: [768, 12, 12, 3072],
    side: 64,
    second: false,
  },
  sd21: {
    unet: [320, 640, 1280, 1280],
    heads: [5, 10, 20, 20],
    unetLayers: 2,
    vae: [128, 256, 512, 512],
    vaeLayers: 2,
    text: [1024, 23, 16, 4096],
    side: 96,
    second: true,
  },
  tiny: {
    unet: [16, 32],
    heads: [4, 4],
    unetLayers: 1,
    vae: [8, 8, 16, 16],
    vaeLayers: 1,
    text: [32, 2, 4, 64],
    side: 8,
    second: false,
  },
};

// Channels are multiples of 4 so that groups and heads remain.
const scaled = (width: number) => (n: number) => Math.max(4, 4 * Math.round((n * width) / 4));

const repeat = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

function unetConfig(s: Sizes, width: number, context: number): Json {
  const channels = s.unet.map(scaled(width));
  const levels = channels.length;
  const heads = s.heads.map((h, i) => common(h, [channels[i]]));
  return {
    act_fn: 'silu',
    attention_head_dim: s.second ? heads : common(8, heads),
    block_out_channels: channels,
    center_input_sample: false,
    cross_attention_dim: context,
    down_block_types: [...repeat(levels - 1, 'CrossAttnDownBlock2D'), 'DownBlock2D'],
    downsample_padding: 1,
    flip_sin_to_cos: true,
    freq_shift: 0,
    in_channels: 4,
    layers_per_block: s.unetLayers,
    mid_block_scale_factor: 1,
    norm_eps: 1e-5,
    norm_num_groups: common(32, channels),
    out_channels: 4,
    sample_size: s.side,
    up_block_types: ['UpBlock2D', ...repeat(levels - 1, 'CrossAttnUpBlock2D')],
    ...(s.second ? { use_linear_projection: true, upcast_attention: true } : {}),
  };
}

function vaeConfig(s: Sizes, width: number): Json {
  const channels = s.vae.map(scaled(width));
  return {
    act_fn: 'silu',
    block_out_channels: channels,
    down_block_types: repeat(channels.length, 'DownEncoderBlock2D'),
    in_channels: 3,
    latent_channels: 4,
    layers_per_block: s.vaeLayers,
    norm_num_groups: common(32, channels),
    out_channels: 3,
    sample_size: 8 * s.side,
    scaling_factor: 0.18215,
    up_block_types: repeat(channels.length, 'UpDecoderBlock2D'),
  };
}

function textConfig(s: Sizes, width: number): Json {
  const [hidden, blocks, heads, forward] = s.text;
  const d = scaled(width)(hidden);
  return {
    architectures: ['CLIPTextModel'],
    attention_dropout: 0,
    bos_token_id: 0,
    dropout: 0,
    eos_token_id: 2,
    hidden_act: s.second ? 'gelu' : 'quick_gelu',
    hidden_size: d,
    initializer_factor: 1,
    initializer_range: 0.02,
    intermediate_size: scaled(width)(forward),
    layer_norm_eps: 1e-5,
    max_position_embeddings: 77,
    model_type: 'clip_text_model',
    num_attention_heads: common(heads, [d]),
    num_hidden_layers: blocks,
    pad_token_id: 1,
    projection_dim: s.second ? 512 : d,
    torch_dtype: 'float16',
    vocab_size: 49408,
  };
}

const betas = {
  beta_end: 0.012,
  beta_schedule: 'scaled_linear',
  beta_start: 0.00085,
  clip_sample: false,
  num_train_timesteps: 1000,
  set_alpha_to_one: false,
  skip_prk_steps: true,
  steps_offset: 1,
  trained_betas: null,
};

const pipelinePlanArgs = is.signature(
  'diffusion.pipelinePlan',
  ['preset', is.oneOf('sd15', 'sd21', 'tiny')],
  ['width', is.anyNumber],
);

/**
 * What a folder of a preset holds, at `width` of its channels (1: all).
 * @throws WgradError for a width that is not between 1/64 and 1
 */
export function pipelinePlan(preset: RandomPreset, width = 1): PipelinePlan {
  pipelinePlanArgs(preset, width);
  if (!(width >= 1 / 64 && width <= 1)) {
    throw new WgradError(
      `diffusion.pipelinePlan: width ${width} is no part of the channels; choose 1/64 to 1`,
    );
  }
  const s = sizes[preset];
  const text = textConfig(s, width);
  const context = text.hidden_size as number;
  const version = { _diffusers_version: '0.27.2' };
  const networks: PartPlan[] = [
    {
      name: 'text_encoder',
      className: 'CLIPTextModel',
      config: text,
    },
    {
      name: 'unet',
      className: 'UNet2DConditionModel',
      config: {
        _class_name: 'UNet2DConditionModel',
        ...version,
        ...unetConfig(s, width, context),
      },
    },
    {
      name: 'vae',
      className: 'AutoencoderKL',
      config: { _class_name: 'AutoencoderKL', ...version, ...vaeConfig(s, width) },
    },
  ];
  const className = s.second ? 'DDIMScheduler' : 'PNDMScheduler';
  const prediction = s.second ? { prediction_type: 'v_prediction' } : {};
  return {
    networks,
    scheduler: {
      className,
      config: { _class_name: className, ...version, ...betas, ...prediction },
    },
    tokenizer: {
      add_prefix_space: false,
      bos_token: '<|startoftext|>',
      clean_up_tokenization_spaces: true,
      do_lower_case: true,
      eos_token: '<|endoftext|>',
      errors: 'replace',
      model_max_length: 77,
      pad_token: s.second ? '!' : '<|endoftext|>',
      tokenizer_class: 'CLIPTokenizer',
      unk_token: '<|endoftext|>',
    },
  };
}
