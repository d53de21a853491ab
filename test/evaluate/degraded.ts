// Real pictures made worse in known ways, and what measures say of them.

import { hostRandom } from '../../src/data/random.ts';
import type { PictureSet } from '../../src/evaluate/picture-set.ts';
import type { Picture } from '../../src/io/picture.ts';

/** A set whose pictures go through a function. */
export const changed = (
  set: PictureSet,
  change: (picture: Picture, index: number) => Picture,
): PictureSet => ({ ...set, picture: async (i) => change(await set.picture(i), i) });

/** Means of squares of 2 r + 1 pixels; beyond the borders the last pixel goes on. */
export function blurred({ width, height, pixels }: Picture, r: number): Picture {
  // lines of `size` values that lie `step` apart, as a running sum
  const along = (from: ArrayLike<number>, step: number, size: number): Float64Array => {
    const out = new Float64Array(from.length);
    for (let line = 0; line < from.length / size; line++) {
      const start = Math.floor(line / step) * step * size + (line % step);
      const at = (p: number): number => from[start + Math.min(Math.max(p, 0), size - 1) * step];
      let sum = 0;
      for (let p = -r; p < r; p++) sum += at(p);
      for (let p = 0; p < size; p++) {
        sum += at(p + r);
        out[start + p * step] = sum / (2 * r + 1);
        sum -= at(p - r);
      }
    }
    return out;
  };
  const both = along(along(pixels, 3, width), 3 * width, height);
  return { width, height, pixels: Uint8Array.from(both, Math.round) };
}

/** Normal noise of a deviation in 0 .. 255 on every value. */
export function noisy({ width, height, pixels }: Picture, sigma: number, seed: number): Picture {
  const random = hostRandom(seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
  const value = (v: number): number => Math.min(255, Math.max(0, Math.round(v + sigma * normal())));
  return { width, height, pixels: pixels.map(value) };
}
