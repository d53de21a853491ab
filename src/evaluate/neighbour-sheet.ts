// Samples beside the training pictures nearest to them, so that anyone can see whether they are copies.

import { fitPicture } from '../io/fit-picture.ts';
import type { Picture } from '../io/picture.ts';
import { paste, white } from '../run/tasks/clip-sheets.ts';
import { writeText } from '../run/tasks/pixel-font.ts';
import type { Memorisation } from './neighbour-measures.ts';
import type { PictureSet, Reference } from './picture-set.ts';

const [half, columns, side, gap, label] = [12, 4, 96, 6, 14];

/** Numbers of a dozen samples spread over all, and of the dozen that are nearest to training pictures. */
export function shownSamples(distance: Float64Array): { spread: number[]; nearest: number[] } {
  const n = distance.length;
  const count = Math.min(half, n);
  const order = [...distance.keys()].sort((a, b) => distance[a] - distance[b]);
  return {
    spread: Array.from({ length: count }, (_, i) => Math.floor((i * n) / count)),
    nearest: order.slice(0, count),
  };
}

/**
 * A sheet of pairs: a sample, the training picture nearest to it, and their distance in parts of the threshold (below 1 it
 * is nearer than 95 % of unseen real pictures). The upper half is spread over all samples, the lower half the nearest.
 */
export async function neighbourSheet(
  samples: PictureSet,
  { pictures, training }: Reference,
  { nearest, threshold }: Memorisation,
): Promise<Picture> {
  const { row, distance } = nearest;
  const { spread, nearest: closest } = shownSamples(distance);
  const [width, height] = [2 * side + 3 * gap, side + label + gap];
  const rows = Math.ceil(spread.length / columns);
  const sheet = white(columns * width + gap, (2 * rows + 1) * height);
  const draw = async (list: readonly number[], title: string, top: number): Promise<void> => {
    writeText(sheet, title, gap, top + gap);
    for (const [i, sample] of list.entries()) {
      const [x, y] = [gap + (i % columns) * width, top + 24 + Math.floor(i / columns) * height];
      const pair = [await samples.picture(sample), await pictures.picture(training[row[sample]])];
      for (const [k, picture] of pair.entries()) {
        paste(sheet, fitPicture(picture, side).pixels, side, x + k * (side + gap), y);
      }
      writeText(sheet, (distance[sample] / threshold).toFixed(2), x, y + side + 2);
    }
  };
  await draw(spread, 'samples and the training pictures nearest to them', 0);
  await draw(closest, 'the nearest of all', rows * height + 28);
  return sheet;
}
