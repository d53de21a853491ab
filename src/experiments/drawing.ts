// Drawing in the laboratory: latents of prompts by any scheduler, and their pictures. Sample i of a seed starts from the
// same noise however it is drawn, so ways of drawing are compared in pairs.

import type { EmojiRecord, EmojiSet } from '../data/emoji-set.ts';
import { hostRandom, permutation } from '../data/random.ts';
import { sampler } from '../diffusion/samplers.ts';
import type { ConfiguredScheduler } from '../diffusion/schedulers/index.ts';
import { promptIds, type TextToImageParams } from '../diffusion/train-text-to-image.ts';
import type { Picture } from '../io/picture.ts';
import { compile } from '../runtime/compile.ts';
import { broadcastTo, random, tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Laboratory, Space } from './laboratory.ts';
import { ddim, type Model } from './second-stage.ts';
import { watch } from './work.ts';

/** How latents are drawn. */
export interface How {
  readonly seed: number;
  readonly steps: number;
  /** Default DDIM. */
  readonly scheduler?: ConfiguredScheduler;
  /** Default 1: none. */
  readonly guidance?: number;
  readonly eta?: number;
}

/** Records to be drawn, `count` of a set in random order, some of them again where there are fewer. */
export function asked(set: EmojiSet, count: number, seed: number): EmojiRecord[] {
  const order = permutation(set.records.length, hostRandom(seed, 0, 7));
  return Array.from({ length: count }, (_, i) => set.records[order[i % order.length]]);
}

const together = 64;

/** What draws with a model. */
export interface Painter {
  /** Standard latents of records, [n, ...] row-major, asked for by style and name. */
  latents(records: readonly EmojiRecord[], how: How): Promise<Float32Array>;
  /** Their pictures. */
  pictures(latents: Float32Array): Promise<Picture[]>;
  dispose(): void;
}

const bytes = (values: ArrayLike<number>): Uint8Array =>
  Uint8Array.from(values, (v) => Math.round((v + 1) * 127.5));

/** A painter with a model in its space. */
export function painter(lab: Laboratory, within: Space, { models, params }: Model): Painter {
  const { tokenizer } = lab.clip;
  const { shape } = within.latents;
  const size = shape.reduce((a, b) => a * b);
  const read = compile(
    (p: TextToImageParams['text'], ids: Tensor) => models.text.apply(p, ids).prompt_embeds,
    { name: 'text encoder' },
  );
  const decode = compile((z: Tensor) => within.decode(z), { name: 'decoder' });
  const denoise = (p: TextToImageParams['unet'], x: Tensor, t: Tensor, states: Tensor): Tensor =>
    models.unet.apply(p, x, t, states);
  const samplers = new Map<
    ConfiguredScheduler,
    ReturnType<typeof sampler<typeof params.unet, Tensor, never>>
  >();
  const samplerOf = (scheduler: ConfiguredScheduler) => {
    const known = samplers.get(scheduler) ?? sampler(denoise, scheduler);
    samplers.set(scheduler, known);
    return known;
  };
  const statesOf = (texts: readonly string[]): Tensor => {
    const ids = texts.flatMap((text) => [...promptIds(tokenizer, text)]);
    return read(
      params.text,
      tensor(Int32Array.from(ids), { shape: [texts.length, tokenizer.contextLength] }),
    );
  };
  return {
    latents: async (records, { seed, steps, scheduler = ddim, guidance = 1, eta }) => {
      const out = new Float32Array(records.length * size);
      const rounds = Math.ceil(records.length / together);
      const bar = watch(`drawing, ${steps} steps`, rounds * steps);
      for (let round = 0; round < rounds; round++) {
        const at = round * together;
        const some = records.slice(at, at + together);
        const condition = statesOf(some.map(({ style, name }) => `${style} ${name}`));
        const z = await samplerOf(scheduler)(params.unet, {
          condition,
          unconditional: guidance === 1 ? undefined : broadcastTo(statesOf(['']), condition.shape),
          shape: [some.length, ...shape],
          key: random.foldIn(random.key(seed), round),
          onStep: ({ step }) => bar.done(round * steps + step),
          ...{ steps, guidance, eta },
        });
        out.set((await z.data()) as Float32Array, at * size);
        z.dispose();
      }
      bar.stop();
      return out;
    },
    pictures: async (latents) => {
      const side = lab.sizes.size;
      const out: Picture[] = [];
      for (let at = 0; at < latents.length; at += together * size) {
        const some = latents.slice(at, at + together * size);
        const z = tensor(some, { shape: [some.length / size, ...shape] });
        const drawn = decode(z);
        const pixels = bytes(await drawn.data());
        for (let i = 0; i < z.shape[0]; i++) {
          const of = pixels.slice(i * side * side * 3, (i + 1) * side * side * 3);
          out.push({ width: side, height: side, pixels: of });
        }
        drawn.dispose();
        z.dispose();
      }
      return out;
    },
    dispose: () => {
      read.dispose();
      decode.dispose();
    },
  };
}
