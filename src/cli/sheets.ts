// What `wgrad generate` writes: a few prompts on one sheet, with a movie of the denoising where pictures are small; a list
// of prompts one PNG an entry, each written before the next batch is drawn. Every PNG says what it was drawn with.
import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DrawPicturesOptions, Pipeline } from '../diffusion/pipeline.ts';
import { writeGif } from '../io/gif.ts';
import { grid, type ImageBatch, toPictures } from '../io/image.ts';
import type { Picture } from '../io/picture.ts';
import { currentDevice } from '../runtime/device.ts';
import { type DrawingNote, writeNoted } from './drawing-note.ts';
import { thinnedFrames } from './movie.ts';
import { preview } from './preview.ts';
import { type PromptEntry, shownPrompt } from './prompt-list.ts';

/** Draws with more options than were asked for. */
export type Drawing = (more: DrawPicturesOptions) => Promise<ImageBatch>;

const side = ({ size }: Pipeline): number => Math.max(...size);

/** Whether a model's pictures are made by the dozen and enlarged: those of up to 128 pixels. */
export const isSmall = (model: Pipeline): boolean => side(model) <= 128;

const slug = (prompts: readonly string[]): string =>
  prompts.length > 1
    ? 'prompts'
    : prompts[0]
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 60) || 'prompt';

/** A sheet of pictures, and a movie of small ones. */
export async function drawSheet(
  prompts: readonly string[],
  { out, count: asked }: { readonly out: string; readonly count?: number },
  model: Pipeline,
  drawn: Drawing,
  note: (count: number) => DrawingNote,
): Promise<void> {
  const one = prompts.length === 1;
  const small = isSmall(model);
  const count = asked ?? (!small ? 1 : one ? 8 : prompts.length > 8 ? 2 : 4);
  const total = prompts.length * count;
  // 192 pixels a picture of a few, 128 of many
  const scale = small ? Math.max(1, Math.floor((total <= 8 ? 192 : 128) / side(model))) : 1;
  const inRow = small ? count * Math.max(1, Math.floor(8 / count)) : count;
  const columns = one ? Math.min(count, 4) : Math.min(total, inRow);
  const sheet = (batch: ImageBatch, enlarged = scale): Picture =>
    grid(toPictures(batch), { columns, scale: enlarged });
  // one picture is written as it is, for whatever is to be done with it
  const still = (batch: ImageBatch, enlarged = scale): Picture =>
    total === 1 ? toPictures(batch)[0] : sheet(batch, enlarged);
  const { frames, add } = thinnedFrames(scale);
  const started = performance.now();
  const batchSize = Math.min(total, 64); // the movie has the pictures of the first batch
  const images = await drawn(small ? { count, batchSize, onFrame: add } : { count });
  const [path, movie] = ['png', 'gif'].map((kind) => join(out, `${slug(prompts)}.${kind}`));
  await writeNoted(path, still(images), note(count));
  if (small)
    await writeGif(
      movie,
      frames().map((f) => sheet(f)),
      { delay: 120 },
    );
  await preview(still(images, 1));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const texts = prompts.map(shownPrompt).join(', ');
  console.log(`${path}: ${count} x ${texts} (${seconds} s in all on ${currentDevice()?.name})`);
  if (small) console.log(`${movie}: the denoising`);
}

// The list beside its pictures.
async function copyList(list: string, entries: readonly PromptEntry[], out: string): Promise<void> {
  const copy = join(out, basename(list));
  if (!existsSync(copy) || statSync(copy).ino !== statSync(list).ino) await copyFile(list, copy);
  console.log(`${out}: ${entries.length} pictures and ${basename(list)}`);
}

/**
 * A picture an entry of a list, each from noise of its own: entry i has seed + i. A batch is written before the next is
 * drawn.
 */
export async function drawList(
  entries: readonly PromptEntry[],
  {
    out,
    prompts: list = '',
    seed = 0,
  }: { readonly out: string; readonly prompts?: string; readonly seed?: number },
  drawn: Drawing,
  note: (entry: PromptEntry, seed: number) => DrawingNote,
): Promise<void> {
  let done = 0;
  const onPictures = async (images: ImageBatch): Promise<void> => {
    for (const picture of toPictures(images)) {
      const entry = entries[done];
      const path = join(out, entry.file);
      await mkdir(dirname(path), { recursive: true });
      await writeNoted(path, picture, note(entry, seed + done++));
    }
  };
  await drawn({ onPictures, seed: entries.map((_, i) => seed + i) });
  await copyList(list, entries, out);
}
