// What a text-to-image model is to whoever draws with it: prompts go in, pictures and notes come out.
// stable-diffusion.ts opens one.
import type { ImageBatch } from '../io/image.ts';
import * as is from '../tensor/arguments.ts';
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

/** What to draw. */
export interface DrawPicturesOptions {
  /** Denoising steps. Default what the folder's generation_config.json says, else 50. */
  readonly steps?: number;
  /** Default of the folder as for `steps`, else 7.5; 1 switches guidance off. */
  readonly guidance?: number;
  /** phi of guidance rescaling (arXiv:2305.08891), default 0. */
  readonly rescale?: number;
  /** Share of fresh noise: DDIM's eta (default 0). */
  readonly eta?: number;
  /**
   * Another seed, other pictures (default 0); a list has one for each prompt. The same seed gives the same pictures on the
   * same device, and one seed gives the same noise to all prompts.
   */
  readonly seed?: number | readonly number[];
  /** Pictures a prompt (default 1). */
  readonly count?: number;
  /**
   * Pictures on the way from each prompt to the next (default 0): from the same noise, with token states in between.
   */
  readonly between?: number;
  /**
   * Pictures made together (default all, with `onPictures` as many as 256 MB hold). What they are does not depend on it,
   * but for the rounding of sums.
   */
  readonly batchSize?: number;
  /** Told after each step of each stage. */
  readonly onProgress?: (progress: PipelineProgress) => void;
  /**
   * Given pictures [n, h, w, 3] as soon as they are made, in the order of the prompts, and waited for; the result
   * has none of them then, so memory holds those of one batch.
   */
  readonly onPictures?: (images: ImageBatch) => void | Promise<void>;
  /**
   * Given the decoded estimates after at most eight of the steps, evenly spread and the last among them, of the pictures
   * that are denoised together first. A large model is opened with `keep` for it: its decoder is needed beside the U-Net.
   */
  readonly onFrame?: (images: ImageBatch, step: number) => void | Promise<void>;
  /** What pictures are to keep away from; default the empty prompt. */
  readonly negative?: string;
  /** Height and width in pixels; default the size that the U-Net was trained for. */
  readonly size?: readonly [height: number, width: number];
  /** Blocks of the text encoder that are left out at its end (default 0). */
  readonly clipSkip?: number;
  /**
   * A picture [1, h, w, 3] in [-1, 1] to start from, and how far it is noised, in (0, 1]. With a mask [1, h, w, 1],
   * 1 where something new is to be drawn and 0 where the picture stays: inpainting.
   */
  readonly image?: { readonly picture: Tensor; readonly strength: number; readonly mask?: Tensor };
}

/** Pictures, and what was not understood. */
export interface DrawnPictures {
  /** [n, h, w, 3] in [-1, 1], `count` of each prompt, prompt by prompt, those between two between them. */
  readonly images: ImageBatch;
  /** For people: texts that were cut off, weights that were rounded. */
  readonly notes: readonly string[];
}

/** What a model makes of a prompt. */
export interface PromptReading {
  /** For people: words that do not fit. */
  readonly notes: readonly string[];
}

/** A model that draws. */
export interface Pipeline {
  /** What it is, for people: class, scheduler, size. */
  readonly description: string;
  /** Height and width of its pictures where none is asked for. */
  readonly size: readonly [height: number, width: number];
  /** What its network sees beside noise, and `draw` needs `image` for; default nothing. */
  readonly sees?: Sees;
  /** Reads a prompt without drawing; no weights are loaded for it. */
  read(prompt: string): PromptReading;
  /** Draws `count` pictures of each prompt. */
  draw(prompts: readonly string[], options?: DrawPicturesOptions): Promise<DrawnPictures>;
  /** Frees what was loaded. */
  dispose(): void;
}

/** Checks what `draw` was given. @throws WgradError naming the argument */
export const checkDraw = is.signature(
  'draw',
  ['prompts', is.list(is.string)],
  [
    'options',
    is.options<DrawPicturesOptions>({
      steps: is.optional(is.count),
      guidance: is.optional(is.finite),
      rescale: is.optional(is.finite),
      eta: is.optional(is.finite),
      seed: is.optional(is.either(is.integer, is.list(is.integer))),
      count: is.optional(is.count),
      between: is.optional(is.size),
      batchSize: is.optional(is.count),
      onProgress: is.optional(is.func),
      onPictures: is.optional(is.func),
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
