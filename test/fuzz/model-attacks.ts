// Readers of models' folders and configurations: diffusers, schedulers, runs.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contrastiveConfig } from '../../src/clip/config.ts';
import { contrastiveModel } from '../../src/clip/model.ts';
import { vocabularyFromJson } from '../../src/data/vocabulary.ts';
import { openDiffusers, openDiffusersPart } from '../../src/diffusion/diffusers-folder.ts';
import { readGenerationConfig } from '../../src/diffusion/generation-config.ts';
import { schedulerFromConfig } from '../../src/diffusion/schedulers/index.ts';
import { parseJson, parseJsonObject } from '../../src/io/json.ts';
import { clipConfig } from '../../src/models/clip-config.ts';
import { gptOptions } from '../../src/models/gpt-config.ts';
import { configure } from '../../src/run/config.ts';
import { savedConfig } from '../../src/run/description.ts';
import { emojiTextToImage } from '../../src/run/tasks/emoji-text-to-image.ts';
import { type TinyPart, tinyConfigs, tinyWeights } from '../support/tiny-pipeline.ts';
import { writeWeights } from '../support/weight-files.ts';
import { type Attack, json, jsonAttack, text } from './harness.ts';

// Of one block and one layer: each input that is taken builds them.
const partConfigs = {
  unet: {
    ...tinyConfigs.unet,
    block_out_channels: [4],
    down_block_types: ['CrossAttnDownBlock2D'],
    up_block_types: ['CrossAttnUpBlock2D'],
  },
  vae: {
    ...tinyConfigs.vae,
    block_out_channels: [4],
    down_block_types: ['DownEncoderBlock2D'],
    up_block_types: ['UpDecoderBlock2D'],
    layers_per_block: 1,
  },
  text_encoder: { ...tinyConfigs.text_encoder, num_hidden_layers: 1 },
};

async function partAttack(folder: string, part: TinyPart): Promise<Attack> {
  const config = partConfigs[part];
  const stem = part === 'text_encoder' ? 'model' : 'diffusion_pytorch_model';
  const home = join(folder, part);
  await writeWeights(home, stem, tinyWeights(part, 'F32', config));
  return jsonAttack(`configuration of ${part}`, json(config), async (input) => {
    await writeFile(join(home, 'config.json'), input);
    return openDiffusersPart(home, {
      className: '_class_name' in config ? config._class_name : 'CLIPTextModel',
    });
  });
}

async function diffusersAttacks(folder: string): Promise<Attack[]> {
  const parts: Attack[] = [];
  for (const part of ['unet', 'vae', 'text_encoder'] as const) {
    parts.push(await partAttack(folder, part));
  }
  const shell = join(folder, 'shell');
  await mkdir(join(shell, 'scheduler'), { recursive: true });
  await mkdir(join(shell, 'tokenizer'));
  await writeFile(join(shell, 'scheduler', 'scheduler_config.json'), '{}');
  const index = json({
    _class_name: 'StableDiffusionPipeline',
    scheduler: ['diffusers', 'PNDMScheduler'],
    tokenizer: ['transformers', 'CLIPTokenizer'],
    image_encoder: [null, null],
    requires_safety_checker: false,
  });
  return [
    ...parts,
    jsonAttack('model_index.json', index, async (input) => {
      await writeFile(join(shell, 'model_index.json'), input);
      return openDiffusers(shell);
    }),
  ];
}

const names = ['PNDM', 'DDIM', 'DDPM', 'EulerDiscrete', 'EulerAncestralDiscrete', 'HeunDiscrete'];

function schedulerAttack(): Attack {
  const seeds = [...names, 'DPMSolverMultistep'].map((name) => ({
    _class_name: `${name}Scheduler`,
    beta_end: 0.012,
    beta_schedule: 'scaled_linear',
    beta_start: 0.00085,
    num_train_timesteps: 1000,
    prediction_type: 'epsilon',
    steps_offset: 1,
    timestep_spacing: 'leading',
    trained_betas: null,
    ...(name === 'PNDM' ? { skip_prk_steps: true } : {}),
    ...(name === 'DPMSolverMultistep' ? { solver_order: 2, algorithm_type: 'dpmsolver++' } : {}),
  }));
  return jsonAttack('schedulers', json(...seeds), async (input) =>
    schedulerFromConfig(parseJsonObject(text(input), 'scheduler_config.json')).plan(20),
  );
}

function modelConfigAttack(): Attack {
  const gpt = { vocab_size: 50257, n_positions: 1024, n_layer: 2, n_head: 4, n_embd: 32 };
  const clip = { text_config: { hidden_size: 64 }, vision_config: { patch_size: 16 } };
  return jsonAttack(
    'gpt and clip',
    json({ ...gpt, activation_function: 'gelu' }, clip),
    async (input) => {
      const value = parseJsonObject(text(input), 'config.json');
      return 'text_config' in value ? clipConfig(value as never) : gptOptions(value as never);
    },
  );
}

function contrastiveConfigAttack(): Attack {
  const tower = { hidden_size: 8, num_hidden_layers: 1, num_attention_heads: 2 };
  const shared = { projection_dim: 8, logit_scale_init_value: 2.6592, text_config: tower };
  const vit = { architectures: ['CLIPModel'], ...shared, vision_config: tower };
  const resnet = {
    architectures: ['WgradResNetCLIPModel'],
    ...shared,
    vision_config: {
      ...{ image_size: 64, num_channels: 3, stem: 8, widths: [8, 16], blocks: 1, heads: 2 },
    },
  };
  return jsonAttack('contrastive', json(resnet, vit), async (input) =>
    contrastiveModel(contrastiveConfig(parseJsonObject(text(input), 'config.json') as never)),
  );
}

async function runAttacks(folder: string): Promise<Attack[]> {
  const run = join(folder, 'run');
  await mkdir(run);
  const config = emojiTextToImage.defaults;
  const description = { format: 'wgrad-run', task: emojiTextToImage.name, config };
  return [
    jsonAttack('run configuration', json(description), async (input) => {
      await writeFile(join(run, 'run.json'), input);
      return savedConfig(run, emojiTextToImage);
    }),
    jsonAttack('options of a run', json(config), async (input) =>
      configure(emojiTextToImage, config, parseJson(text(input), 'c.json'), 'c.json'),
    ),
    jsonAttack('generation_config.json', json(generation), async (input) => {
      await writeFile(join(folder, 'generation_config.json'), input);
      return readGenerationConfig(folder);
    }),
    jsonAttack('vocabulary', json(words), async (input) =>
      vocabularyFromJson(parseJson(text(input), 'v.json'), 'v.json'),
    ),
  ];
}

const generation = { num_inference_steps: 20, guidance_scale: 3 };
const words = { words: ['<pad>', '<bos>', '<eos>', '<unk>', 'apple'] };

/** Attacks on readers of models, in an existing folder. */
export const modelAttacks = async (folder: string): Promise<Attack[]> => [
  ...(await diffusersAttacks(folder)),
  schedulerAttack(),
  modelConfigAttack(),
  contrastiveConfigAttack(),
  ...(await runAttacks(folder)),
];
