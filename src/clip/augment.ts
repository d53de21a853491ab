// Pictures varied on the host without what words speak of: colours keep their hue and nothing is mirrored or turned
// ("left arrow", "red heart"). Moved, larger or smaller, and lighter or darker.

import { emojiImage } from '../data/emoji.ts';
import type { EmojiSet } from '../data/emoji-set.ts';
import type { HostRandom } from '../data/random.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';

/** How far pictures are varied. */
export interface Variation {
  /** Largest move either way, as a share of the side. */
  readonly shift: number;
  /** Sizes are between 1 - zoom and 1 + zoom. */
  readonly zoom: number;
  /** The distance of colours to white is multiplied by between 1 - contrast and 1 + contrast. */
  readonly contrast: number;
}

/** Up to 8 of 64 pixels, a fifth of the size, a fifth of the contrast. */
export const gentleVariation: Variation = { shift: 0.1, zoom: 0.2, contrast: 0.2 };

const variedBatchArgs = is.signature(
  'contrastive.variedBatch',
  ['set', is.record('an emoji set', 'size', 'images', 'records', 'styles')],
  ['indices', is.numbers],
  ['random', is.methods('a source of random numbers', 'uniform')],
  [
    'variation',
    is.options<Variation>({ shift: is.fraction, zoom: is.fraction, contrast: is.fraction }),
  ],
);

/**
 * Pictures [indices.length, size, size, 3] in -1 .. 1, row-major, each varied by numbers of its own: read with bilinear
 * weights, white outside. @throws ShapeError for an index outside the set
 */
export function variedBatch(
  set: EmojiSet,
  indices: ArrayLike<number>,
  random: HostRandom,
  variation: Variation = gentleVariation,
): Float32Array {
  variedBatchArgs(set, indices, random, variation);
  const { size } = set;
  const out = new Float32Array(indices.length * size * size * 3);
  const within = (reach: number): number => (2 * random.uniform() - 1) * reach;
  for (let i = 0; i < indices.length; i++) {
    if (!set.records[indices[i]]) {
      throw new ShapeError(`variedBatch: picture ${indices[i]} of a set of ${set.records.length}`);
    }
    const scale = 1 / (1 + within(variation.zoom));
    const [right, down] = [within(variation.shift) * size, within(variation.shift) * size];
    const gain = 1 + within(variation.contrast);
    const middle = (size - 1) / 2;
    const tapsX = taps(size, scale, middle - (middle + right) * scale);
    const tapsY = taps(size, scale, middle - (middle + down) * scale);
    const picture = bordered(emojiImage(set, indices[i]), size, gain);
    resample(
      picture,
      size,
      tapsX,
      tapsY,
      out.subarray(i * size * size * 3, (i + 1) * size * size * 3),
    );
  }
  return out;
}

/** For each pixel of a row: the pixel read, of a row with one more at either end, and the weight of the next one. */
interface Taps {
  readonly at: Int32Array;
  readonly weight: Float32Array;
}

// position x * scale + start; what lies further outside reads the last pixel, which is white
function taps(size: number, scale: number, start: number): Taps {
  const at = new Int32Array(size);
  const weight = new Float32Array(size);
  for (let x = 0; x < size; x++) {
    const from = Math.min(Math.max(x * scale + start, -1), size - 1e-3);
    at[x] = Math.floor(from) + 1;
    weight[x] = from + 1 - at[x];
  }
  return { at, weight };
}

// The picture as numbers in -1 .. 1 with a white border of one pixel: [size + 2, size + 2, 3]. Contrast leaves white white.
function bordered(image: Uint8Array, size: number, gain: number): Float32Array {
  const value = Float32Array.from({ length: 256 }, (_, b) =>
    Math.max(1 + gain * (b / 127.5 - 2), -1),
  );
  const out = new Float32Array((size + 2) ** 2 * 3).fill(1);
  for (let y = 0, from = 0; y < size; y++) {
    let to = ((y + 1) * (size + 2) + 1) * 3;
    for (let k = 0; k < size * 3; k++) out[to++] = value[image[from++]];
  }
  return out;
}

function resample(
  picture: Float32Array,
  size: number,
  xs: Taps,
  ys: Taps,
  out: Float32Array,
): void {
  const row = (size + 2) * 3;
  for (let y = 0, to = 0; y < size; y++) {
    const wy = ys.weight[y];
    for (let x = 0; x < size; x++) {
      const wx = xs.weight[x];
      const a = (1 - wx) * (1 - wy);
      const b = wx * (1 - wy);
      const c = (1 - wx) * wy;
      const d = wx * wy;
      let at = ys.at[y] * row + xs.at[x] * 3;
      for (let k = 0; k < 3; k++, at++) {
        out[to++] =
          a * picture[at] + b * picture[at + 3] + c * picture[at + row] + d * picture[at + row + 3];
      }
    }
  }
}
