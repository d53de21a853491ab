// How a pipeline of diffusers draws: prompts become token states, a U-Net with guidance turns noise into latents step
// by step, the autoencoder's decoder makes pictures of them. All prompts go through one network before the next is
// loaded, so a device holds the weights of one network at a time, f16 weights as f16. Arithmetic is f32 on every
// device: a compiled step widens each weight right before the kernel that reads it, and the room of one widened
// weight serves all of them. Small pictures are drawn many at a time; each has noise of its own.

import type { ImageBatch } from '../io/image.ts';
import type { CLIPTextParams } from '../models/clip.ts';
import type { UNet2DConditionParams } from '../models/unet-2d-condition.ts';
import { compile } from '../runtime/compile.ts';
import { realize } from '../runtime/evaluate.ts';
import { ShapeError, WgradError } from '../tensor/errors.ts';
import {
  broadcastTo,
  cast,
  clip,
  concat,
  lerp,
  less,
  maxPool2d,
  mul,
  random,
  slice,
  sub,
  tensor,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { map } from '../tensor/tree.ts';
import type { DiffusersPart } from './diffusers-folder.ts';
import type { Sees } from './diffusers-index.ts';
import type { FirstStage } from './first-stage.ts';
import type { GenerationConfig } from './generation-config.ts';
import { type createShelf, free, type Report } from './network-shelf.ts';
import {
  checkDraw,
  type DrawPicturesOptions,
  gathered,
  notesOn,
  type Pipeline,
} from './pipeline.ts';
import { sampler } from './samplers.ts';
import type { ConfiguredScheduler } from './schedulers/index.ts';
import type { PromptTokenizer } from './stable-diffusion-prompts.ts';

const widen = <P>(params: P): P =>
  map(params, (t) => (t.dtype === 'f16' ? cast(t, 'f32') : t)) as P;

function checkSize([h, w]: readonly [number, number], factor: number): void {
  const wrong = [h, w].find((n) => !Number.isInteger(n) || n < factor || n % factor !== 0);
  if (wrong === undefined) return;
  const near = Math.max(factor, Math.round(wrong / factor) * factor);
  throw new ShapeError(
    `size ${w}x${h}: height and width are multiples of ${factor} for this model; ${near} is near ${wrong}`,
  );
}

type StartingPicture = NonNullable<DrawPicturesOptions['image']>;

function checkImage({ image, size }: DrawPicturesOptions, sees: Sees): void {
  const missing = sees === 'hole' ? !image?.mask : sees === 'picture' && !image;
  if (missing) {
    throw new WgradError(
      `draw: this model sees ${sees === 'hole' ? 'a picture and the hole in it' : 'a picture'}: give ` +
        `options.image${sees === 'hole' ? ' with a mask' : ''}`,
    );
  }
  if (!image) return;
  if (sees === 'picture' && image.mask) {
    throw new WgradError('draw: options.image.mask: this model sees whole pictures and no masks');
  }
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

// frames of a movie: each costs a pass through the decoder, which takes longer than a step of a small picture
const mostFrames = 8;

// f32 numbers of the pictures that are made together and handed on: 256 MB
const heldNumbers = 2 ** 26;

/** Pictures of a size that are made together where they are handed on as soon as they are made. */
export const picturesAtOnce = ([h, w]: readonly [number, number]): number =>
  Math.min(64, Math.max(1, Math.floor(heldNumbers / (3 * w * h))));

/** Pictures that go through a network together: as many as one of Stable Diffusion 1 has latents, 64 x 64. */
const denoisedTogether = (h: number, w: number): number =>
  Math.min(64, Math.max(1, Math.floor(64 ** 2 / (h * w))));

/** Channels of what a U-Net sees beside latents of some channels. */
export const besideChannels = (sees: Sees, latents: number): number =>
  ({ nothing: 0, hole: latents + 1, picture: latents })[sees];

/** Of a U-Net's condition: token states [n, context, width], and what stands beside the latents [n, h, w, c]. */
interface Condition {
  readonly states: Tensor;
  readonly beside?: Tensor;
}

function seedsOf(prompts: readonly string[], seed: DrawPicturesOptions['seed'] = 0) {
  if (typeof seed === 'number') return prompts.map(() => seed);
  if (seed.length === prompts.length) return seed;
  throw new WgradError(
    `draw: options.seed lists ${seed.length} seeds for ${prompts.length} prompts`,
  );
}

// The prompts with `between` stops on the way from each to the next.
const wayThrough = (prompts: readonly string[], between = 0) =>
  prompts.flatMap((prompt, i) => {
    const next = prompts[i + 1] ?? prompt;
    const stops = i + 1 < prompts.length ? between + 1 : 1;
    return Array.from({ length: stops }, (_, j) => ({ i, prompt, next, share: j / stops }));
  });

/** What drawing needs of an opened folder. */
export interface DrawingParts {
  readonly text: DiffusersPart<'CLIPTextModel'>;
  readonly unet: DiffusersPart<'UNet2DConditionModel'>;
  readonly vae: FirstStage;
  readonly scheduler: ConfiguredScheduler;
  readonly tokenizer: PromptTokenizer;
  readonly shelf: ReturnType<typeof createShelf>;
  readonly sees: Sees;
  /** Height and width where none are asked for. */
  readonly size: readonly [number, number];
  readonly standard: Required<GenerationConfig>;
}

/** `read` and `draw` of a pipeline, and what frees their programs. */
export function drawing(parts: DrawingParts) {
  const { text, unet, vae, scheduler, tokenizer, shelf, standard, sees } = parts;
  const { channels, factor, scaling } = vae;
  const longest = text.model.config.max_position_embeddings;
  const sample = sampler(
    (params: UNet2DConditionParams, x: Tensor, time: Tensor, { states, beside }: Condition) =>
      unet.model.apply(widen(params), beside ? concat([x, beside], -1) : x, time, states),
    scheduler,
  );
  const decode = compile(
    (params: unknown, z: Tensor) => clip(vae.decode(widen(params), mul(z, 1 / scaling)), -1, 1),
    { name: 'decoder' },
  );
  const encode = compile(
    (params: unknown, picture: Tensor, noise: Tensor) =>
      mul(vae.draw(widen(params), picture, noise), scaling),
    { name: 'encoder' },
  );
  const posterior = compile(
    (params: unknown, picture: Tensor) => vae.mean(widen(params), picture),
    { name: 'encoder of what is seen' },
  );
  // What the U-Net sees of a picture, and of a mask with 1 where it is to be drawn anew, as diffusers has it.
  const besides = (params: unknown, { picture, mask }: StartingPicture): Tensor => {
    if (sees === 'picture' || !mask) return posterior(params, picture);
    const open = less(mask, 0.5);
    const seen = mul(posterior(params, mul(picture, cast(open, 'f32'))), scaling);
    const every = { step: factor };
    return concat([sub(1, cast(slice(open, null, every, every), 'f32')), seen], -1);
  };
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

  // The states of texts by text, [1, context, width] each.
  const statesOf = (texts: readonly string[], clipSkip: number, report: Report) =>
    shelf.use(text, report, async (params: CLIPTextParams) => {
      const found = new Map<string, Tensor>();
      for (const [i, prompt] of texts.entries()) {
        const { ids } = tokenizer.encode(prompt);
        const row = tensor(ids, { shape: [1, ids.length] });
        const states = understand(params, row, String(clipSkip));
        await realize(states);
        found.set(prompt, states);
        row.dispose();
        report({ stage: 'reading the prompt', done: i + 1, total: texts.length });
      }
      return found;
    });

  const draw: Pipeline['draw'] = async (prompts, how = {}) => {
    checkDraw(prompts, how);
    checkImage(how, sees);
    const { negative = '', count = 1, image, onFrame } = how;
    const { steps = standard.num_inference_steps, guidance = standard.guidance_scale } = how;
    const report: Report = how.onProgress ?? (() => {});
    const [h, w] = image
      ? [image.picture.shape[1], image.picture.shape[2]]
      : (how.size ?? parts.size);
    checkSize([h, w], factor);
    // throws for what the scheduler does not take, before anything is loaded
    scheduler.plan(steps, { eta: how.eta });
    const guided = guidance !== 1;
    const roots = seedsOf(prompts, how.seed).map((seed) => random.key(seed));
    const [lh, lw] = [h / factor, w / factor];

    const wanted = wayThrough(prompts, how.between).flatMap((stop) =>
      Array.from({ length: count }, (_, k) => ({ ...stop, k })),
    );
    const total = wanted.length;
    const { batchSize = how.onPictures ? picturesAtOnce([h, w]) : total } = how;
    const together = Math.min(batchSize, denoisedTogether(lh, lw));
    const made = gathered([total, h, w, 3], how);
    // a latent is kept where none of its pixels are to be drawn anew
    const keep = image?.mask && sub(1, maxPool2d(image.mask, factor));
    const encoded = (picture: StartingPicture) =>
      shelf.use(vae.part, report, async (params: unknown) => {
        const noise = random.normal(random.foldIn(roots[0], 2 ** 31), [1, lh, lw, channels]);
        const x0 = encode(params, picture.picture, noise);
        const beside = sees === 'nothing' ? undefined : besides(params, picture);
        await realize(x0, beside);
        report({ stage: 'encoding', done: 1, total: 1 });
        return { x0, beside };
      });
    const decoded = async (params: unknown, z: Tensor): Promise<ImageBatch> => {
      const picture = decode(params, z);
      const drawn = image?.mask ? lerp(image.picture, picture, image.mask) : picture;
      const data = await drawn.data();
      free(picture);
      if (drawn !== picture) free(drawn);
      return { data, shape: [z.shape[0], h, w, 3] };
    };

    let seen: Awaited<ReturnType<typeof encoded>> | undefined;
    for (let at = 0; at < total; at += batchSize) {
      const now = wanted.slice(at, at + batchSize);
      const texts = now.flatMap(({ prompt, next }) => [prompt, next]);
      const all = [...new Set(guided ? [...texts, negative] : texts)];
      const states = await statesOf(all, how.clipSkip ?? 0, report);
      seen ??= image && (await encoded(image));
      // what the network sees already is no start, unless it is to be kept in part
      const starts = sees === 'nothing' || (image && image.strength < 1);
      const start =
        image && seen && starts ? { x0: seen.x0, strength: image.strength, keep } : undefined;
      const latents = await shelf.use(unet, report, async (params: UNet2DConditionParams) => {
        const drawn: Tensor[] = [];
        for (let from = 0; from < now.length; from += together) {
          const group = now.slice(from, from + together);
          const n = group.length;
          const of = (prompt: string): Tensor => states.get(prompt) as Tensor;
          const said = concat(
            group.map(({ prompt, next, share }) =>
              share > 0 ? lerp(of(prompt), of(next), share) : of(prompt),
            ),
          );
          const beside =
            seen?.beside && broadcastTo(seen.beside, [n, ...seen.beside.shape.slice(1)]);
          const told = (tokens: Tensor): Condition =>
            beside ? { states: tokens, beside } : { states: tokens };
          const condition = told(said);
          const key = group.map(({ i, k }) => random.foldIn(roots[i], k));
          const moving = onFrame && at + from === 0;
          const z = await sample(params, {
            condition,
            unconditional: guided ? told(broadcastTo(of(negative), said.shape)) : undefined,
            shape: [n, lh, lw, channels],
            steps,
            eta: how.eta,
            guidance,
            rescale: how.rescale,
            key,
            image: start,
            onStep: async ({ step, steps: of, x0: guess }) => {
              const done = (at + from) * of + step * n;
              report({ stage: 'denoising', done, total: total * of });
              // the decoder is held beside the U-Net here
              if (moving && (step === of || step % Math.ceil(of / mostFrames) === 0)) {
                await shelf.use(vae.part, report, async (p: unknown) =>
                  onFrame(await decoded(p, guess), step),
                );
              }
            },
          });
          free(key, condition);
          drawn.push(z);
        }
        return drawn;
      });
      free([...states.values()]);
      const data = new Float32Array(now.length * h * w * 3);
      await shelf.use(vae.part, report, async (params: unknown) => {
        let done = 0;
        for (const z of latents) {
          data.set((await decoded(params, z)).data, done * h * w * 3);
          done += z.shape[0];
          free(z);
          report({ stage: 'decoding', done: at + done, total });
        }
      });
      await made.add({ data, shape: [now.length, h, w, 3] });
    }
    free(roots, seen, keep);
    const notes = notesOn(read, guided ? [...prompts, negative] : prompts);
    return { images: made.images, notes: [...notes, ...shelf.notes] };
  };
  const dispose = (): void => {
    for (const f of [understand, decode, encode, posterior]) f.dispose();
  };
  return { read, draw, dispose };
}
