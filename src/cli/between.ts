// The way from one prompt to another: a row of pictures for each noise, and a movie that goes there and back.
import { join } from 'node:path';
import { writeGif } from '../io/gif.ts';
import { grid, type ImageBatch, toPictures } from '../io/image.ts';
import { currentDevice } from '../runtime/device.ts';
import { type DrawingNote, writeNoted } from './drawing-note.ts';
import { preview } from './preview.ts';
import { shownPrompt } from './prompt-list.ts';
import type { Drawing } from './sheets.ts';

const enlarged = (pixels: number, side: number): number =>
  Math.max(1, Math.floor(pixels / Math.max(1, side)));

/** Writes `between.png` and `between.gif` into a folder. */
export async function drawBetween(
  prompts: readonly string[],
  { out, count = 2 }: { readonly out: string; readonly count?: number },
  drawn: Drawing,
  note: (count: number) => DrawingNote,
): Promise<void> {
  const started = performance.now();
  const images: ImageBatch = await drawn({ count });
  const pictures = toPictures(images);
  const stops = pictures.length / count;
  const [, h, w] = images.shape;
  // drawn stop by stop, shown noise by noise
  const rows = pictures.map((_, i) => pictures[(i % stops) * count + Math.floor(i / stops)]);
  const sheet = grid(rows, { columns: stops, scale: enlarged(1600, stops * w) });
  const [path, movie] = ['png', 'gif'].map((kind) => join(out, `between.${kind}`));
  await writeNoted(path, sheet, note(count));
  const frames = Array.from({ length: stops }, (_, stop) =>
    grid(pictures.slice(stop * count, (stop + 1) * count), {
      columns: count,
      scale: enlarged(256, Math.max(w, h)),
    }),
  );
  await writeGif(movie, [...frames, ...frames.slice(1, -1).reverse()], { delay: 160 });
  await preview(grid(rows, { columns: stops }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const way = prompts.map(shownPrompt).join(' to ');
  console.log(`${path}: ${way} (${seconds} s in all on ${currentDevice()?.name})`);
  console.log(`${movie}: there and back`);
}
