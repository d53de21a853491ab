// A Stable Diffusion pipeline of toy size, as a folder: every kind of file that diffusers writes, with names
// and shapes of the reference's classes.
import { mkdir, writeFile } from 'node:fs/promises';
import { partClasses } from '../../src/diffusion/diffusers-parts.ts';
import { stateEntries } from '../../src/nn/state-dict.ts';
import { key } from '../../src/tensor/ops/random.ts';
import { randomStored, type Stored, seeded, writeWeights } from './weight-files.ts';

/** Configurations of the parts as their config.json. */
export const tinyConfigs = {
  unet: {
    _class_name: 'UNet2DConditionModel',
    _diffusers_version: '0.27.2',
    block_out_channels: [8, 16],
    down_block_types: ['CrossAttnDownBlock2D', 'DownBlock2D'],
    up_block_types: ['UpBlock2D', 'CrossAttnUpBlock2D'],
    cross_attention_dim: 8,
    attention_head_dim: 2,
    layers_per_block: 1,
    norm_num_groups: 4,
    sample_size: 8,
  },
  vae: {
    _class_name: 'AutoencoderKL',
    _diffusers_version: '0.27.2',
    block_out_channels: [4, 8],
    down_block_types: ['DownEncoderBlock2D', 'DownEncoderBlock2D'],
    up_block_types: ['UpDecoderBlock2D', 'UpDecoderBlock2D'],
    norm_num_groups: 2,
    sample_size: 16,
  },
  text_encoder: {
    architectures: ['CLIPTextModel'],
    model_type: 'clip_text_model',
    hidden_act: 'quick_gelu',
    hidden_size: 8,
    intermediate_size: 16,
    num_attention_heads: 2,
    num_hidden_layers: 2,
    max_position_embeddings: 7,
    vocab_size: 11,
    projection_dim: 8,
    torch_dtype: 'float16',
  },
} as const;

/** Name of a part. */
export type TinyPart = keyof typeof tinyConfigs;

const classes = {
  unet: 'UNet2DConditionModel',
  vae: 'AutoencoderKL',
  text_encoder: 'CLIPTextModel',
} as const;

/** Names and shapes of a part, as a file has them. */
export const shapesOf = (
  part: TinyPart,
  config: unknown = tinyConfigs[part],
): [string, readonly number[]][] => {
  const { build } = partClasses[classes[part]];
  const model = build(config as never) as { init(k: unknown): unknown };
  return stateEntries(model.init(key(0))).map((e) => [e.name, e.shape]);
};

/** Random weights of a part. */
export function tinyWeights(
  part: TinyPart,
  dtype: 'F32' | 'F16' | 'BF16',
  config?: unknown,
): Record<string, Stored> {
  const next = seeded(part.length);
  return Object.fromEntries(
    shapesOf(part, config).map(([name, shape]) => [name, randomStored(dtype, shape, next)]),
  );
}

/** How the weights of a tiny pipeline are stored. */
export interface TinyOptions {
  readonly dtype?: 'F32' | 'F16' | 'BF16';
  readonly shards?: number;
  readonly variant?: string;
  /** Changes the tensors of a part before they are written. */
  readonly edit?: (part: TinyPart, tensors: Record<string, Stored>) => Record<string, Stored>;
}

/** Writes a whole pipeline into a new folder. */
export async function writeTinyPipeline(folder: string, options: TinyOptions = {}): Promise<void> {
  const { dtype = 'F32', edit = (_, t) => t } = options;
  const text = (path: string, value: unknown): Promise<void> =>
    writeFile(`${folder}/${path}`, `${JSON.stringify(value, null, 2)}\n`);
  for (const part of Object.keys(tinyConfigs) as TinyPart[]) {
    const stem = part === 'text_encoder' ? 'model' : 'diffusion_pytorch_model';
    const tensors = edit(part, tinyWeights(part, dtype));
    await writeWeights(`${folder}/${part}`, stem, tensors, options);
    await text(`${part}/config.json`, tinyConfigs[part]);
  }
  for (const name of ['scheduler', 'tokenizer', 'feature_extractor', 'safety_checker']) {
    await mkdir(`${folder}/${name}`, { recursive: true });
  }
  await text('scheduler/scheduler_config.json', { _class_name: 'PNDMScheduler', steps_offset: 1 });
  await text('tokenizer/vocab.json', { a: 0, 'b</w>': 1 });
  await writeFile(`${folder}/tokenizer/merges.txt`, '#version: 0.2\na b</w>\n');
  await text('feature_extractor/preprocessor_config.json', { size: 224 });
  await writeFile(`${folder}/safety_checker/model.safetensors`, 'kept as it is');
  await writeFile(`${folder}/README.md`, 'about the model');
  await text('model_index.json', {
    _class_name: 'StableDiffusionPipeline',
    _diffusers_version: '0.27.2',
    feature_extractor: ['transformers', 'CLIPImageProcessor'],
    requires_safety_checker: true,
    safety_checker: ['stable_diffusion', 'StableDiffusionSafetyChecker'],
    scheduler: ['diffusers', 'PNDMScheduler'],
    text_encoder: ['transformers', 'CLIPTextModel'],
    tokenizer: ['transformers', 'CLIPTokenizer'],
    unet: ['diffusers', 'UNet2DConditionModel'],
    vae: ['diffusers', 'AutoencoderKL'],
    image_encoder: [null, null],
  });
}
