// Stable Diffusion (Rombach et al. 2022, arXiv:2112.10752) from a folder as diffusers writes it: what the folder says of
// itself is read and checked here; stable-diffusion-drawing.ts draws.

import * as is from '../tensor/arguments.ts';
import { FileError, WgradError } from '../tensor/errors.ts';
import { quote } from '../tensor/quote.ts';
import { type DiffusersFolder, openDiffusers, partOf } from './diffusers-folder.ts';
import { partNames, pipelines, type Sees } from './diffusers-index.ts';
import { firstStageOf } from './first-stage.ts';
import { readGenerationConfig } from './generation-config.ts';
import { readLora } from './lora-file.ts';
import { createShelf, type Updates } from './network-shelf.ts';
import type { Pipeline } from './pipeline.ts';
import { type ConfiguredScheduler, schedulerFromConfig } from './schedulers/index.ts';
import { besideChannels, drawing } from './stable-diffusion-drawing.ts';
import { openPromptTokenizer, type PromptTokenizer } from './stable-diffusion-prompts.ts';

/** Short names of schedulers and the classes that they stand for. */
export const schedulerNames = {
  pndm: 'PNDMScheduler',
  ddim: 'DDIMScheduler',
  ddpm: 'DDPMScheduler',
  dpm: 'DPMSolverMultistepScheduler',
  euler: 'EulerDiscreteScheduler',
  'euler-a': 'EulerAncestralDiscreteScheduler',
  heun: 'HeunDiscreteScheduler',
} as const;
/** One of them. */
export type SchedulerName = keyof typeof schedulerNames;

/** How a pipeline is opened. */
export interface StableDiffusionOptions {
  /** Which of several weight files ('fp16'). */
  readonly variant?: string;
  /** Another scheduler than the folder's, with the folder's configuration. */
  readonly scheduler?: SchedulerName;
  /**
   * Element type of weights on the device. Default: f16 where the file has f16 throughout, and where a
   * network would take more than 2 GiB in f32; else f32.
   */
  readonly dtype?: 'f16' | 'f32';
  /**
   * Keep networks on the device between calls, instead of loading each when its turn comes. Default: those whose weights
   * take at most 64 MB in f32.
   */
  readonly keep?: boolean;
  /** LoRA files that are added to the weights, each times its scale (default 1). */
  readonly loras?: readonly { readonly path: string; readonly scale?: number }[];
}

/** An opened pipeline of diffusers. */
export interface StableDiffusion extends Pipeline {
  readonly folder: DiffusersFolder;
  readonly scheduler: ConfiguredScheduler;
  readonly tokenizer: PromptTokenizer;
  /** Pixels a latent, along each axis; heights and widths are multiples of it. */
  readonly factor: number;
  /** What its U-Net sees beside noisy latents, and `draw` needs `image` for. */
  readonly sees: Sees;
}

const sidesOf = (size: unknown): [number, number] =>
  Array.isArray(size) ? [size[0], size[1]] : [size as number, size as number];

const pipelineOptions = is.options<StableDiffusionOptions>({
  variant: is.optional(is.string),
  scheduler: is.optional(is.oneOf(...Object.keys(schedulerNames))),
  dtype: is.optional(is.oneOf('f32', 'f16')),
  keep: is.optional(is.boolean),
  loras: is.optional(is.list(is.record('an object', 'path'))),
});

const openPipelineArgs = is.signature(
  'diffusion.openPipeline',
  ['path', is.path],
  ['options', pipelineOptions],
);

/**
 * Opens a folder with a text-to-image model as diffusers' StableDiffusionPipeline writes it: the shipped model
 * (weights/emoji), the folder `model` of a run of `wgrad train emoji-text-to-image`, Stable Diffusion. Weights are read
 * when they are needed. @throws FileError for a folder that is not such a pipeline or whose parts do not fit each other
 */
export async function openPipeline(
  path: string,
  options: StableDiffusionOptions = {},
): Promise<StableDiffusion> {
  openPipelineArgs(path, options);
  const folder = await openDiffusers(path, { variant: options.variant });
  if (!Object.hasOwn(pipelines, folder.className)) {
    throw new FileError(
      `${path}/model_index.json: a pipeline of class ${folder.className}; only ` +
        `${Object.keys(pipelines).join(', ')} can draw here (other pipelines can be loaded part by part ` +
        'with loadDiffusers)',
    );
  }
  const sees = pipelines[folder.className as keyof typeof pipelines];
  const names = partNames(folder.className);
  const text = partOf(folder, names.text, 'CLIPTextModel');
  const unet = partOf(folder, 'unet', 'UNet2DConditionModel');
  const vae = firstStageOf(folder, names.vae);
  const given = folder.schedulers.scheduler;
  if (!given) throw new FileError(`${path}/model_index.json: has no scheduler`);
  const className = options.scheduler ? schedulerNames[options.scheduler] : given.className;
  let scheduler: ConfiguredScheduler;
  try {
    scheduler = schedulerFromConfig({ ...given.config, _class_name: className });
  } catch (error) {
    if (!(error instanceof WgradError)) throw error;
    throw new FileError(
      `${path}/scheduler/scheduler_config.json: ${error.message.split('\n')[0]}; choose another ` +
        `with the option scheduler: ${Object.keys(schedulerNames).join(', ')}`,
    );
  }
  const latents = vae.channels;
  const inputs = latents + besideChannels(sees, latents);
  const taken = unet.config.in_channels ?? 4;
  if (taken !== inputs) {
    throw new FileError(
      `${path}/unet/config.json: in_channels is ${quote(taken)}; a ${folder.className} whose latents ` +
        `have ${latents} channels needs ${inputs}`,
    );
  }
  const longest = text.model.config.max_position_embeddings;
  const tokenizer = await openPromptTokenizer(folder, longest, text.model.config.vocab_size);
  const { factor } = vae;
  const side = sidesOf(unet.config.sample_size ?? 64);
  const size = [side[0] * factor, side[1] * factor] as const;
  const adaptable = { unet: unet.template, text_encoder: text.template };
  const loras: Updates[] = [];
  for (const { path: file, scale = 1 } of options.loras ?? []) {
    const { text_encoder: reader, ...others } = await readLora(file, adaptable);
    loras.push({ parts: { ...others, ...(reader && { [text.name]: reader }) }, scale });
  }
  const shelf = createShelf(options, loras);
  const programs = drawing({
    ...{ text, unet, vae, scheduler, tokenizer, shelf, size, sees },
    standard: await readGenerationConfig(path),
  });
  const { read, draw } = programs;
  const dispose = (): void => {
    shelf.dispose();
    programs.dispose();
  };
  const description = `${folder.className}, ${scheduler.name}, ${size[1]}x${size[0]}`;
  return { folder, scheduler, tokenizer, factor, sees, description, size, read, draw, dispose };
}
