// Text-to-image models as one thing: prompts go in, pictures and notes come out, whatever the model is made of.
// latent-diffusion.ts and stable-diffusion.ts are the kinds; open-pipeline.ts looks at a folder and picks one.
import type { ImageBatch } from '../io/image.ts';
import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Sees } from './diffusers-index.ts';

/** A stage of the work and how far it is. */
export interface PipelineProgress {
  readonly stage: 'loading' | 'reading the prompt' | 'encoding' | 'denoising' | 'decoding';
  /** Which network is being loaded. */
  readonly part?: string;
  /** Steps of denoising, bytes of loading, pictures of the others. */
  readonly done: number;
  readonly total: number;
}

/** What to draw. A pipeline refuses options that it does not have ({@link Pipeline}.takes). */
export interface DrawPicturesOptions {
  /**
   * Denoising steps. Default what a folder's generation_config.json says, else 50; 20 of wgrad's own models, 250 where
   * their sampler is ddpm.
   */
  readonly steps?: number;
  /** Default of the folder as for `steps`, else 7.5; 3 of wgrad's own models; 1 switches guidance off. */
  readonly guidance?: number;
  /** phi of guidance rescaling (arXiv:2305.08891), default 0. */
  readonly rescale?: number;
  /** Share of fresh noise: DDIM's eta. Default 0, or 1 where the sampler is ddpm. */
  readonly eta?: number;
  /** Another seed, other pictures (default 0). The same seed gives the same pictures on the same device. */
  readonly seed?: number;
  /** Pictures a prompt (default 1). */
  readonly count?: number;
  /**
   * Pictures made together. Of wgrad's own models (default 16) they depend on it; those of folders of diffusers
   * (default all, with `onPictures` as many as 256 MB hold) do not, but for the rounding of sums.
   */
  readonly batchSize?: number;
  /** Told after each step of each stage. */
  readonly onProgress?: (progress: PipelineProgress) => void;
  /**
   * Given pictures [n, h, w, 3] as soon as they are made, in the order of the prompts, and waited for; the result
   * has none of them then, so memory holds those of one batch.
   */
  readonly onPictures?: (images: ImageBatch) => void | Promise<void>;
  /** Of wgrad's own models. ddim (default), or ddpm: ancestral sampling, eta 1. */
  readonly sampler?: 'ddim' | 'ddpm';
  /**
   * Given the decoded estimates after each step, of the pictures that are denoised together first. A large folder of
   * diffusers is opened with `keep` for it: its decoder is needed beside the U-Net.
   */
  readonly onFrame?: (images: ImageBatch, step: number) => void | Promise<void>;
  /** Of folders of diffusers. What pictures are to keep away from; default the empty prompt. */
  readonly negative?: string;
  /** Of folders of diffusers. Height and width in pixels; default the size that the U-Net was trained for. */
  readonly size?: readonly [height: number, width: number];
  /** Of folders of diffusers. Blocks of the text encoder that are left out at its end (default 0). */
  readonly clipSkip?: number;
  /**
   * Of folders of diffusers. A picture [1, h, w, 3] in [-1, 1] to start from, and how far it is noised, in (0, 1]. With
   * a mask [1, h, w, 1], 1 where something new is to be drawn and 0 where the picture stays: inpainting.
   */
  readonly image?: { readonly picture: Tensor; readonly strength: number; readonly mask?: Tensor };
}

/** Pictures, and what was not understood. */
export interface DrawnPictures {
  /** [prompts * count, h, w, 3] in [-1, 1], prompt by prompt. */
  readonly images: ImageBatch;
  /** For people: unknown words with suggestions, texts that were cut off, weights that were rounded. */
  readonly notes: readonly string[];
}

/** What a model makes of a prompt. */
export interface PromptReading {
  /** For people: words that are not known, words that do not fit. */
  readonly notes: readonly string[];
  /** Why a picture would have nothing to do with the prompt, if so. */
  readonly fault?: string;
}

/** A model that draws. */
export interface Pipeline {
  /** What it is, for people: class, scheduler, size. */
  readonly description: string;
  /** Height and width of its pictures where none is asked for. */
  readonly size: readonly [height: number, width: number];
  /** What its network sees beside noise, and `draw` needs `image` for; default nothing. */
  readonly sees?: Sees;
  /** The options of `draw` that it has. */
  readonly takes: readonly (keyof DrawPicturesOptions)[];
  /** Reads a prompt without drawing; no weights are loaded for it. */
  read(prompt: string): PromptReading;
  /** Draws `count` pictures of each prompt. @throws WgradError for options that it does not have */
  draw(prompts: readonly string[], options?: DrawPicturesOptions): Promise<DrawnPictures>;
  /** Frees what was loaded. */
  dispose(): void;
}

/** Options that every kind of model has. */
export const commonOptions = [
  'steps',
  'guidance',
  'rescale',
  'eta',
  'seed',
  'count',
  'batchSize',
  'onProgress',
  'onPictures',
] as const;

const own = "wgrad's own models";
const diffusers = 'folders of diffusers (with model_index.json)';
// options of one kind of model, and whose
const only: Readonly<Record<string, string>> = {
  sampler: `${own}; others have a scheduler, chosen when they are opened`,
  negative: diffusers,
  size: diffusers,
  clipSkip: diffusers,
  image: diffusers,
};

/** What is wrong with giving a pipeline an option; undefined if it has it. */
export const optionFault = (
  { takes }: Pick<Pipeline, 'takes'>,
  name: keyof DrawPicturesOptions,
): string | undefined =>
  takes.includes(name)
    ? undefined
    : `is for ${only[name] ?? 'other models'}; this one takes ${takes.join(', ')}`;

const drawArgs = is.signature(
  'draw',
  ['prompts', is.list(is.string)],
  [
    'options',
    is.options<DrawPicturesOptions>({
      steps: is.optional(is.count),
      guidance: is.optional(is.finite),
      rescale: is.optional(is.finite),
      eta: is.optional(is.finite),
      seed: is.optional(is.integer),
      count: is.optional(is.count),
      batchSize: is.optional(is.count),
      onProgress: is.optional(is.func),
      onPictures: is.optional(is.func),
      sampler: is.optional(is.oneOf('ddim', 'ddpm')),
      onFrame: is.optional(is.func),
      negative: is.optional(is.string),
      size: is.optional(is.numbers),
      clipSkip: is.optional(is.size),
      image: is.optional(
        is.options({
          picture: is.tensor,
          strength: is.number,
          mask: is.optional(is.tensor),
        }),
      ),
    }),
  ],
);

/** Checks what `draw` was given. @throws WgradError naming the argument */
export function checkDraw(
  pipeline: Pick<Pipeline, 'takes'>,
  prompts: readonly string[],
  options: DrawPicturesOptions,
): void {
  drawArgs(prompts, options);
  for (const [name, value] of Object.entries(options)) {
    const fault = value !== undefined && optionFault(pipeline, name as keyof DrawPicturesOptions);
    if (fault) throw new WgradError(`draw: options.${name} ${fault}`);
  }
}

/** Where pictures go as they are made: to `onPictures`, or into one batch of `total`. */
export function gathered(
  [total, ...picture]: readonly number[],
  { onPictures }: DrawPicturesOptions,
): { add(images: ImageBatch): Promise<void>; readonly images: ImageBatch } {
  const shape = [onPictures ? 0 : total, ...picture];
  const data = new Float32Array(shape.reduce((a, b) => a * b, 1));
  let at = 0;
  const add = async (images: ImageBatch): Promise<void> => {
    if (onPictures) return onPictures(images);
    data.set(images.data, at);
    at += images.data.length;
  };
  return { add, images: { data, shape } };
}

/** Notes on all texts, each once. */
export const notesOn = (read: Pipeline['read'], texts: readonly string[]): string[] => [
  ...new Set([...new Set(texts)].flatMap((text) => read(text).notes)),
];
