// Real pictures made worse in known ways, and what measures say of them.

import { hostRandom } from '../../src/data/random.ts';
import type { PictureSet } from '../../src/evaluate/picture-set.ts';
import type { Picture } from '../../src/io/picture.ts';

/** A set whose pictures go through a function. */
export const changed = (
  set: PictureSet,
  change: (picture: Picture, index: number) => Picture,
): PictureSet => ({ ...set, picture: async (i) => change(await set.picture(i), i) });

/** Means of squares of 2 r + 1 pixels, cut off at the borders. */
export function blurred({ width, height, pixels }: Picture, r: number): Picture {
  const along = (from: ArrayLike<number>, step: number, size: number): Float64Array => {
    const out = new Float64Array(from.length);
    for (let at = 0; at < from.length; at++) {
      const place = Math.floor(at / step) % size;
      const [first, last] = [Math.max(place - r, 0), Math.min(place + r, size - 1)];
      for (let p = first; p <= last; p++) out[at] += from[at + (p - place) * step];
      out[at] /= last - first + 1;
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
