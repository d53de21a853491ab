// Stable Diffusion (Rombach et al. 2022, arXiv:2112.10752) from a folder as diffusers writes it: prompts become
// token states, a U-Net with guidance turns noise into latents step by step, the autoencoder's decoder
// makes pictures of them. All prompts go through one network before the next is loaded, so a device holds
// the weights of one network at a time, f16 weights as f16. Arithmetic is f32 on every device: a compiled
// step widens each weight right before the kernel that reads it, and the room of one widened weight
// serves all of them.

import { type AutoencoderKLParams, sampleGaussian } from '../models/autoencoder-kl.ts';
import type { CLIPTextParams } from '../models/clip.ts';
import type { UNet2DConditionParams } from '../models/unet-2d-condition.ts';
import { compile } from '../runtime/compile.ts';
import { realize } from '../runtime/evaluate.ts';
import * as is from '../tensor/arguments.ts';
import { FileError, ShapeError, WgradError } from '../tensor/errors.ts';
import { cast, clip, lerp, maxPool2d, mul, random, sub, tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { map } from '../tensor/tree.ts';
import { type DiffusersFolder, openDiffusers, partOf } from './diffusers-folder.ts';
import { readGenerationConfig } from './generation-config.ts';
import { readLora } from './lora-file.ts';
import { createShelf, free, type Report, type Updates } from './network-shelf.ts';
import {
  checkDraw,
  commonOptions,
  type DrawPicturesOptions,
  gathered,
  notesOn,
  type Pipeline,
} from './pipeline.ts';
import { sampler } from './samplers.ts';
import { type ConfiguredScheduler, schedulerFromConfig } from './schedulers/index.ts';
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
  /** Keep networks on the device between calls, instead of loading each when its turn comes. */
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
}

const widen = <P>(params: P): P =>
  map(params, (t) => (t.dtype === 'f16' ? cast(t, 'f32') : t)) as P;

const sidesOf = (size: unknown): [number, number] =>
  Array.isArray(size) ? [size[0], size[1]] : [size as number, size as number];

function checkSize([h, w]: readonly [number, number], factor: number): void {
  const wrong = [h, w].find((n) => !Number.isInteger(n) || n < factor || n % factor !== 0);
  if (wrong === undefined) return;
  const near = Math.max(factor, Math.round(wrong / factor) * factor);
  throw new ShapeError(
    `size ${w}x${h}: height and width are multiples of ${factor} for this model; ${near} is near ${wrong}`,
  );
}

function checkImage({ image, size }: DrawPicturesOptions): void {
  if (!image) return;
  const { picture, strength, mask } = image;
  if (picture.rank !== 4 || picture.shape[0] !== 1 || picture.shape[3] !== 3) {
    throw new ShapeError(
      `draw: options.image.picture must be [1, height, width, 3], not ${picture}`,
    );
  }
  if (!(strength > 0 && strength <= 1)) {
    throw new ShapeError(`draw: options.image.strength must be in (0, 1], not ${strength}`);
  }
  const [, h, w] = picture.shape;
  if (mask && `${mask.shape}` !== `${[1, h, w, 1]}`) {
    throw new ShapeError(
      `draw: options.image.mask must be [1, ${h}, ${w}, 1], as large as the picture, not ${mask}`,
    );
  }
  if (size) {
    throw new ShapeError('draw: options.size goes without options.image, whose size pictures have');
  }
}

const takes: Pipeline['takes'] = [...commonOptions, 'negative', 'size', 'clipSkip', 'image'];

// f32 numbers of the pictures that are made together and handed on: 256 MB
const heldNumbers = 2 ** 26;

/** Pictures of a size that are made together where they are handed on as soon as they are made. */
export const picturesAtOnce = ([h, w]: readonly [number, number]): number =>
  Math.min(64, Math.max(1, Math.floor(heldNumbers / (3 * w * h))));

/** What a folder of diffusers can be opened with. */
export const stableDiffusionOptions = is.options<StableDiffusionOptions>({
  variant: is.optional(is.string),
  scheduler: is.optional(is.oneOf(...Object.keys(schedulerNames))),
  dtype: is.optional(is.oneOf('f32', 'f16')),
  keep: is.optional(is.boolean),
  loras: is.optional(is.list(is.record('an object', 'path'))),
});

const openStableDiffusionArgs = is.signature(
  'diffusion.openStableDiffusion',
  ['path', is.path],
  ['options', stableDiffusionOptions],
);

/**
 * Opens a folder as diffusers' StableDiffusionPipeline writes it; weights are read when they are needed.
 * @throws FileError for a folder that is not such a pipeline or whose parts do not fit each other
 */
export async function openStableDiffusion(
  path: string,
  options: StableDiffusionOptions = {},
): Promise<StableDiffusion> {
  openStableDiffusionArgs(path, options);
  const folder = await openDiffusers(path, { variant: options.variant });
  const known = ['StableDiffusionPipeline', 'StableDiffusionImg2ImgPipeline'];
  if (!known.includes(folder.className)) {
    throw new FileError(
      `${path}/model_index.json: a pipeline of class ${folder.className}; only ${known.join(' and ')} ` +
        'can draw here (other pipelines can be loaded part by part with loadDiffusers)',
    );
  }
  const text = partOf(folder, 'text_encoder', 'CLIPTextModel');
  const unet = partOf(folder, 'unet', 'UNet2DConditionModel');
  const vae = partOf(folder, 'vae', 'AutoencoderKL');
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
  const longest = text.model.config.max_position_embeddings;
  const tokenizer = await openPromptTokenizer(folder, longest, text.model.config.vocab_size);
  const vaeConfig = vae.model.config;
  const factor = 2 ** (vaeConfig.block_out_channels.length - 1);
  const side = sidesOf(unet.config.sample_size ?? 64);
  const size = [side[0] * factor, side[1] * factor] as const;
  const channels = vaeConfig.latent_channels;
  const scaling = vaeConfig.scaling_factor;
  const adaptable = { unet: unet.template, text_encoder: text.template };
  const loras: Updates[] = [];
  for (const { path: file, scale = 1 } of options.loras ?? []) {
    loras.push({ parts: await readLora(file, adaptable), scale });
  }
  const shelf = createShelf(options, loras);
  const standard = await readGenerationConfig(path);

  const sample = sampler(
    (params: UNet2DConditionParams, x: Tensor, time: Tensor, states: Tensor) =>
      unet.model.apply(widen(params), x, time, states),
    scheduler,
  );
  const decode = compile(
    (params: AutoencoderKLParams, z: Tensor) =>
      clip(vae.model.decode(widen(params), mul(z, 1 / scaling)), -1, 1),
    { name: 'decoder' },
  );
  const encode = compile(
    (params: AutoencoderKLParams, picture: Tensor, noise: Tensor) =>
      mul(sampleGaussian(vae.model.encode(widen(params), picture), noise), scaling),
    { name: 'encoder' },
  );

  // how many blocks are left out is part of the key of its programs, so it is told as a text
  const understand = compile(
    (params: CLIPTextParams, ids: Tensor, clipSkip: string) =>
      text.model.apply(widen(params), ids, { clipSkip: Number(clipSkip) }).prompt_embeds,
    { name: 'text encoder' },
  );

  const read: Pipeline['read'] = (prompt) => {
    const { cut } = tokenizer.encode(prompt);
    const long = `the prompt is longer than ${longest} tokens; left out: ${cut}`;
    return { notes: cut ? [long] : [] };
  };

  const draw: Pipeline['draw'] = async (prompts, how = {}) => {
    checkDraw({ takes }, prompts, how);
    checkImage(how);
    const { negative = '', seed = 0, count = 1, image } = how;
    const { steps = standard.num_inference_steps, guidance = standard.guidance_scale } = how;
    const report: Report = how.onProgress ?? (() => {});
    const [h, w] = image ? [image.picture.shape[1], image.picture.shape[2]] : (how.size ?? size);
    checkSize([h, w], factor);
    // throws for what the scheduler does not take, before anything is loaded
    scheduler.plan(steps, { eta: how.eta });
    const guided = guidance !== 1;
    const first = random.key(seed);
    const shape = [1, h / factor, w / factor, channels];

    const statesOf = (texts: readonly string[]) =>
      shelf.use(text, report, async (params: CLIPTextParams) => {
        const found = new Map<string, Tensor>();
        for (const [i, prompt] of texts.entries()) {
          const { ids } = tokenizer.encode(prompt);
          const row = tensor(ids, { shape: [1, ids.length] });
          const states = understand(params, row, String(how.clipSkip ?? 0));
          await realize(states);
          found.set(prompt, states);
          row.dispose();
          report({ stage: 'reading the prompt', done: i + 1, total: texts.length });
        }
        return found;
      });
    const encoded = (picture: Tensor) =>
      shelf.use(vae, report, async (params: AutoencoderKLParams) => {
        const noise = random.normal(random.foldIn(first, 2 ** 31), shape);
        const z = encode(params, picture, noise);
        await realize(z);
        report({ stage: 'encoding', done: 1, total: 1 });
        return z;
      });

    const wanted = prompts.flatMap((prompt) =>
      Array.from({ length: count }, (_, k) => ({ prompt, k })),
    );
    const total = wanted.length;
    const { batchSize = how.onPictures ? picturesAtOnce([h, w]) : total } = how;
    const made = gathered([total, h, w, 3], how);
    let x0: Tensor | undefined;
    // a latent is kept where none of its pixels are to be drawn anew
    const keep = image?.mask && sub(1, maxPool2d(image.mask, factor));
    for (let at = 0; at < total; at += batchSize) {
      const now = wanted.slice(at, at + batchSize);
      const texts = now.map(({ prompt }) => prompt);
      const states = await statesOf([...new Set(guided ? [...texts, negative] : texts)]);
      x0 ??= image && (await encoded(image.picture));
      const start = x0 && image && { x0, strength: image.strength, keep };
      const latents = await shelf.use(unet, report, async (params: UNet2DConditionParams) => {
        const drawn: Tensor[] = [];
        for (const { prompt, k } of now) {
          const before = at + drawn.length;
          const key = random.foldIn(first, k);
          const z = await sample(params, {
            condition: states.get(prompt) as Tensor,
            unconditional: guided ? states.get(negative) : undefined,
            shape,
            steps,
            eta: how.eta,
            guidance,
            rescale: how.rescale,
            key,
            image: start,
            onStep: ({ step, steps: n }) =>
              report({ stage: 'denoising', done: before * n + step, total: total * n }),
          });
          free(key);
          drawn.push(z);
        }
        return drawn;
      });
      free([...states.values()]);
      const data = new Float32Array(now.length * h * w * 3);
      await shelf.use(vae, report, async (params: AutoencoderKLParams) => {
        for (const [i, z] of latents.entries()) {
          const picture = decode(params, z);
          const drawn = image?.mask ? lerp(image.picture, picture, image.mask) : picture;
          data.set(await drawn.data(), i * h * w * 3);
          free(picture, z);
          if (drawn !== picture) free(drawn);
          report({ stage: 'decoding', done: at + i + 1, total });
        }
      });
      await made.add({ data, shape: [now.length, h, w, 3] });
    }
    free(first, x0, keep);
    const notes = notesOn(read, guided ? [...prompts, negative] : prompts);
    return { images: made.images, notes: [...notes, ...shelf.notes] };
  };
  const dispose = (): void => {
    shelf.dispose();
    for (const f of [understand, decode, encode]) f.dispose();
  };
  const description = `${folder.className}, ${scheduler.name}, ${size[1]}x${size[0]}`;
  return { folder, scheduler, tokenizer, factor, description, size, takes, read, draw, dispose };
}
