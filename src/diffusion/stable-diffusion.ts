// Stable Diffusion (Rombach et al. 2022, arXiv:2112.10752) from a folder as diffusers writes it: prompts become
// token states, a U-Net with guidance turns noise into latents step by step, the autoencoder's decoder
// makes pictures of them. All prompts go through one network before the next is loaded, so a device holds
// the weights of one network at a time, f16 weights as f16. Arithmetic is f32 on every device: a compiled
// step widens each weight right before the kernel that reads it, and the room of one widened weight
// serves all of them.

import type { ImageBatch } from '../io/image.ts';
import { type AutoencoderKLParams, sampleGaussian } from '../models/autoencoder-kl.ts';
import type { CLIPTextParams } from '../models/clip.ts';
import type { UNet2DConditionParams } from '../models/unet-2d-condition.ts';
import { applyLora } from '../nn/lora.ts';
import { compile } from '../runtime/compile.ts';
import { realize } from '../runtime/evaluate.ts';
import * as is from '../tensor/arguments.ts';
import { FileError, ShapeError, WgradError } from '../tensor/errors.ts';
import { cast, clip, mul, random, tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leaves, map } from '../tensor/tree.ts';
import {
  type DiffusersFolder,
  type DiffusersPart,
  openDiffusers,
  partOf,
} from './diffusers-folder.ts';
import { type LoraParts, readLora } from './lora-file.ts';
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

/** A stage of the work and how far it is. */
export interface StableDiffusionProgress {
  readonly stage: 'loading' | 'reading the prompt' | 'encoding' | 'denoising' | 'decoding';
  /** Which network is being loaded. */
  readonly part?: string;
  /** Steps of denoising, bytes of loading, pictures of the others. */
  readonly done: number;
  readonly total: number;
}

/** What to draw. */
export interface DrawPicturesOptions {
  /** Default 50. */
  readonly steps?: number;
  /** Default 7.5; 1 switches guidance off. */
  readonly guidance?: number;
  /** phi of guidance rescaling (arXiv:2305.08891), default 0. */
  readonly rescale?: number;
  /** What pictures are to keep away from; default the empty prompt. */
  readonly negative?: string;
  /** DDIM's eta. */
  readonly eta?: number;
  /** Default 0. Picture k of a seed is the same whatever else is drawn. */
  readonly seed?: number;
  /** Pictures a prompt (default 1). */
  readonly count?: number;
  /** Height and width in pixels; default the size that the U-Net was trained for. */
  readonly size?: readonly [height: number, width: number];
  /** Blocks of the text encoder that are left out at its end (default 0). */
  readonly clipSkip?: number;
  /** Image to image: a picture [1, h, w, 3] in [-1, 1], and how far it is noised, in (0, 1]. */
  readonly image?: { readonly picture: Tensor; readonly strength: number };
  /** Called after each step of each stage. */
  readonly onProgress?: (progress: StableDiffusionProgress) => void;
}

/** Pictures, and what was left out of prompts. */
export interface DrawnPictures {
  /** [prompts * count, h, w, 3] in [-1, 1], prompt by prompt. */
  readonly images: ImageBatch;
  /** For people: texts that were cut off, weights that were rounded. */
  readonly notes: readonly string[];
}

/** An opened pipeline. */
export interface StableDiffusion {
  readonly folder: DiffusersFolder;
  readonly scheduler: ConfiguredScheduler;
  readonly tokenizer: PromptTokenizer;
  /** Pixels a latent, along each axis; heights and widths are multiples of it. */
  readonly factor: number;
  /** Height and width that the U-Net was trained for. */
  readonly size: readonly [number, number];
  /** @throws ShapeError for sizes, FileError for weights that cannot be used */
  draw(prompts: readonly string[], options?: DrawPicturesOptions): Promise<DrawnPictures>;
  /** Frees networks that were kept, and updates. */
  dispose(): void;
}

const widen = <P>(params: P): P =>
  map(params, (t) => (t.dtype === 'f16' ? cast(t, 'f32') : t)) as P;

const free = (...trees: unknown[]): void => {
  for (const t of leaves(trees)) if (t.storage) t.dispose();
};

// The largest network whose weights are kept in f32 where nothing is said.
const mostBytes = 2 ** 31;

function storedType(part: DiffusersPart): { dtype: 'f16' | 'f32'; note?: string } {
  const types = new Set(part.entries.map((e) => e.place.entry.dtype));
  if (types.size === 1 && types.has('F16')) return { dtype: 'f16' };
  const bytes = part.entries.reduce((n, e) => n + 4 * e.shape.reduce((a, b) => a * b, 1), 0);
  if (bytes <= mostBytes) return { dtype: 'f32' };
  const gigabytes = (bytes / 1e9).toFixed(1);
  return {
    dtype: 'f16',
    note: `weights of ${part.name} are rounded to f16; in f32 they would take ${gigabytes} GB`,
  };
}

type Report = (progress: StableDiffusionProgress) => void;

/** Updates of a LoRA file. */
interface Updates {
  readonly parts: LoraParts;
  readonly scale: number;
}

// Weights with the updates of files added, in the weights' own type. What was replaced is freed.
async function withUpdates<P>(part: string, loaded: P, loras: readonly Updates[]): Promise<P> {
  let params = loaded;
  for (const { parts, scale } of loras) {
    const own = parts[part];
    if (!own) continue;
    const merged = applyLora(params, own, scale);
    await realize(merged);
    const kept = new Set(leaves(merged));
    free(leaves(params).filter((t) => !kept.has(t)));
    params = merged;
  }
  return params;
}

// Networks on the device: loaded when asked for, freed when the work with them is done unless kept.
function createShelf(options: StableDiffusionOptions, loras: readonly Updates[]) {
  const kept = new Map<string, unknown>();
  const notes = new Set<string>();
  const use = async <P, R>(
    part: { readonly name: string; load: DiffusersPart['load'] },
    report: Report,
    work: (params: P) => Promise<R>,
  ): Promise<R> => {
    let params = kept.get(part.name) as P | undefined;
    if (params === undefined) {
      const standard = storedType(part as DiffusersPart);
      const dtype = options.dtype ?? standard.dtype;
      if (standard.note && !options.dtype) notes.add(standard.note);
      const loaded = await part.load({
        dtype,
        onProgress: (done, total) => report({ stage: 'loading', part: part.name, done, total }),
      });
      params = await withUpdates(part.name, loaded as P, loras);
      if (options.keep) kept.set(part.name, params);
    }
    try {
      return await work(params);
    } finally {
      if (!options.keep) free(params);
    }
  };
  const dispose = (): void => {
    free([...kept.values()]);
    kept.clear();
    free(loras.map(({ parts }) => parts));
  };
  return { use, notes, dispose };
}

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

const openStableDiffusionArgs = is.signature(
  'diffusion.openStableDiffusion',
  ['path', is.path],
  [
    'options',
    is.options<StableDiffusionOptions>({
      variant: is.optional(is.string),
      scheduler: is.optional(is.oneOf('ddim', 'heun', 'dpm', 'ddpm', 'pndm', 'euler', 'euler-a')),
      dtype: is.optional(is.oneOf('f32', 'f16')),
      keep: is.optional(is.boolean),
      loras: is.optional(is.list(is.record('an object', 'path'))),
    }),
  ],
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

  const draw: StableDiffusion['draw'] = async (prompts, how = {}) => {
    const { steps = 50, guidance = 7.5, negative = '', seed = 0, count = 1, image } = how;
    const report: Report = how.onProgress ?? (() => {});
    const [h, w] = image ? [image.picture.shape[1], image.picture.shape[2]] : (how.size ?? size);
    checkSize([h, w], factor);
    // throws for what the scheduler does not take, before anything is loaded
    scheduler.plan(steps, { eta: how.eta });
    if (image && !(image.strength > 0 && image.strength <= 1)) {
      throw new ShapeError(`strength ${image.strength} is not in (0, 1]`);
    }
    const guided = guidance !== 1;
    const texts = [...new Set(guided ? [...prompts, negative] : prompts)];
    const notes: string[] = [];
    const idsOf = texts.map((prompt) => {
      const { ids, cut } = tokenizer.encode(prompt);
      if (cut) notes.push(`the prompt is longer than ${longest} tokens; left out: ${cut}`);
      return ids;
    });
    const understand = compile(
      (params: CLIPTextParams, ids: Tensor) =>
        text.model.apply(widen(params), ids, { clipSkip: how.clipSkip }).prompt_embeds,
      { name: 'text encoder' },
    );
    const states = await shelf.use(text, report, async (params: CLIPTextParams) => {
      const found = new Map<string, Tensor>();
      for (const [i, ids] of idsOf.entries()) {
        const row = tensor(ids, { shape: [1, ids.length] });
        found.set(texts[i], understand(params, row));
        await realize(found.get(texts[i]));
        row.dispose();
        report({ stage: 'reading the prompt', done: i + 1, total: texts.length });
      }
      understand.dispose();
      return found;
    });
    const first = random.key(seed);
    const keys = Array.from({ length: count }, (_, k) => random.foldIn(first, k));
    const shape = [1, h / factor, w / factor, channels];
    const x0 =
      image &&
      (await shelf.use(vae, report, async (params: AutoencoderKLParams) => {
        const noise = random.normal(random.foldIn(first, 2 ** 31), shape);
        const z = encode(params, image.picture, noise);
        await realize(z);
        report({ stage: 'encoding', done: 1, total: 1 });
        return z;
      }));
    const total = prompts.length * count;
    const latents = await shelf.use(unet, report, async (params: UNet2DConditionParams) => {
      const drawn: Tensor[] = [];
      for (const prompt of prompts) {
        for (const key of keys) {
          const before = drawn.length;
          const z = await sample(params, {
            condition: states.get(prompt) as Tensor,
            unconditional: guided ? states.get(negative) : undefined,
            shape,
            steps,
            eta: how.eta,
            guidance,
            rescale: how.rescale,
            key,
            image: x0 && image && { x0, strength: image.strength },
            onStep: ({ step, steps: n }) =>
              report({ stage: 'denoising', done: before * n + step, total: total * n }),
          });
          drawn.push(z);
        }
      }
      return drawn;
    });
    free([...states.values()], first, keys, x0);
    const data = new Float32Array(total * h * w * 3);
    await shelf.use(vae, report, async (params: AutoencoderKLParams) => {
      for (const [i, z] of latents.entries()) {
        const picture = decode(params, z);
        data.set((await picture.data()) as Float32Array, i * h * w * 3);
        free(picture, z);
        report({ stage: 'decoding', done: i + 1, total });
      }
    });
    return { images: { data, shape: [total, h, w, 3] }, notes: [...notes, ...shelf.notes] };
  };
  return { folder, scheduler, tokenizer, factor, size, draw, dispose: shelf.dispose };
}
