// Pictures that commands show: rows of originals and reconstructions for the autoencoder, samples of a
// dozen prompts for the whole model.
import { imageBatch } from '../../data/augment.ts';
import type { EmojiSet } from '../../data/emoji-set.ts';
import { type LatentAutoencoder, reconstructionPsnr } from '../../diffusion/latents.ts';
import type { Pipeline } from '../../diffusion/pipeline.ts';
import { grid, toPictures, writePng } from '../../io/image.ts';
import type { Picture } from '../../io/picture.ts';
import { compile } from '../../runtime/compile.ts';
import { tensor } from '../../tensor/ops/index.ts';
import type { Tensor } from '../../tensor/tensor.ts';

/** What is drawn when nobody says what to draw. */
export const dozenPrompts = [
  'red apple',
  'green apple',
  'blue heart',
  'green heart',
  'grinning cat',
  'dog face',
  'pig face',
  'smiling face with sunglasses',
  'crying face',
  'strawberry',
  'frog',
  'hamburger',
] as const;

/** Evenly spread indices of a set. */
const spread = (set: EmojiSet, count: number): number[] => {
  const n = Math.min(count, set.records.length);
  return Array.from({ length: n }, (_, i) => Math.floor((i * set.records.length) / n));
};

/**
 * Writes a grid of 32 pictures, each row of eight above its reconstructions; resolves to the quality in
 * dB over 128 pictures.
 */
export async function reconstructionGrid<P>(
  path: string,
  model: LatentAutoencoder<P>,
  params: P,
  set: EmojiSet,
): Promise<number> {
  const indices = spread(set, 32);
  const images = tensor(imageBatch(set, indices), {
    shape: [indices.length, set.size, set.size, 3],
  });
  const reconstruct = compile((p: P, x: Tensor) => model.apply(p, x), {
    name: 'reconstruct',
  });
  const out = reconstruct(params, images);
  const originals = toPictures({ data: await images.data(), shape: images.shape });
  const copies = toPictures({ data: await out.data(), shape: out.shape });
  images.dispose();
  out.dispose();
  reconstruct.dispose();
  const rows: Picture[] = [];
  for (let at = 0; at < indices.length; at += 8) {
    rows.push(...originals.slice(at, at + 8), ...copies.slice(at, at + 8));
  }
  await writePng(path, grid(rows, { columns: 8, scale: 3 }));
  return reconstructionPsnr(model, params, set, spread(set, 128));
}

/** Writes a grid of samples, `count` of each prompt side by side, eight a row. */
export async function sampleGrid(
  path: string,
  pipeline: Pipeline,
  prompts: readonly string[],
  count = 4,
): Promise<void> {
  const batchSize = Math.min(prompts.length * count, 64);
  const { images } = await pipeline.draw(prompts, { count, batchSize });
  await writePng(path, grid(toPictures(images), { columns: 2 * count, scale: 3 }));
}
