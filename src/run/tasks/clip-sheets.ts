// Pictures that show what a CLIP of emoji finds: for texts the five nearest pictures, and which groups are taken for which.

import type { Embedder, Embeddings } from '../../clip/embed.ts';
import { plain } from '../../clip/words.ts';
import { emojiImage } from '../../data/emoji.ts';
import type { EmojiSet } from '../../data/emoji-set.ts';
import { writePng } from '../../io/image.ts';
import type { Picture } from '../../io/picture.ts';
import { embedPictures, predictedSubgroups } from './clip-measures.ts';
import { writeText } from './pixel-font.ts';

/** A white picture to paste on. */
export const white = (width: number, height: number): Picture => ({
  width,
  height,
  pixels: new Uint8Array(width * height * 3).fill(255),
});

/** Puts a square of `side` pixels at a place. */
export function paste(
  on: Picture,
  pixels: Uint8Array,
  side: number,
  left: number,
  top: number,
): void {
  for (let y = 0; y < side; y++) {
    const from = pixels.subarray(y * side * 3, (y + 1) * side * 3);
    on.pixels.set(from, ((top + y) * on.width + left) * 3);
  }
}

/** The `count` most similar rows to row `of` of queries, the nearest first. */
export function nearest(
  queries: Embeddings,
  of: number,
  rows: Embeddings,
  count: number,
): readonly { readonly row: number; readonly similarity: number }[] {
  const { dim } = queries;
  const scores = Array.from({ length: rows.count }, (_, row) => {
    let similarity = 0;
    for (let j = 0; j < dim; j++) {
      similarity += queries.values[of * dim + j] * rows.values[row * dim + j];
    }
    return { row, similarity };
  });
  return scores.sort((a, b) => b.similarity - a.similarity).slice(0, count);
}

/** Writes a sheet: a row for each text, the text above its five nearest pictures of a set. */
export async function retrievalSheet(
  path: string,
  embed: Embedder,
  texts: readonly string[],
  set: EmojiSet,
): Promise<void> {
  const [columns, found, gap, label] = [3, 5, 4, 16];
  const [cell, rows] = [set.size + gap, Math.ceil(texts.length / columns)];
  const block = found * cell + 4 * gap;
  const sheet = white(columns * block, rows * (cell + label) + gap);
  const queries = await embed.texts(texts);
  const images = await embedPictures(embed, set, [...set.records.keys()]);
  for (const [i, text] of texts.entries()) {
    const [left, top] = [(i % columns) * block + gap, Math.floor(i / columns) * (cell + label)];
    writeText(sheet, text, left, top + gap);
    for (const [k, { row }] of nearest(queries, i, images, found).entries()) {
      paste(sheet, emojiImage(set, row), set.size, left + k * cell, top + label);
    }
  }
  await writePng(path, sheet);
}

/** Writes a sheet of a square for each pair of groups: the darker, the more pictures of the row are taken for the column. */
export async function confusionSheet(
  path: string,
  embed: Embedder,
  set: EmojiSet,
  indices: readonly number[],
): Promise<void> {
  const groups = [...new Set(set.records.map((record) => record.group))];
  const guesses = await predictedSubgroups(embed, set, indices);
  const counts = groups.map(() => groups.map(() => 0));
  indices.forEach((index, i) => {
    counts[groups.indexOf(set.records[index].group)][groups.indexOf(guesses[i].group)]++;
  });
  const [side, left, top] = [40, 140, 20];
  const sheet = white(left + side * groups.length, top + side * groups.length);
  for (const [r, row] of counts.entries()) {
    writeText(sheet, plain(groups[r]), 4, top + r * side + 14);
    writeText(sheet, plain(groups[r]).slice(0, 4), left + r * side + 4, 4);
    const total = row.reduce((a, b) => a + b, 0);
    for (const [c, n] of row.entries()) {
      const share = total > 0 ? n / total : 0;
      const shade = Math.round(255 * (1 - 0.7 * share));
      paste(
        sheet,
        new Uint8Array((side - 2) ** 2 * 3).fill(shade),
        side - 2,
        left + c * side,
        top + r * side,
      );
      writeText(sheet, `${Math.round(100 * share)}`, left + c * side + 8, top + r * side + 12);
    }
  }
  await writePng(path, sheet);
}
