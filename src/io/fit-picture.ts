// A picture of any size as a small square one, for networks: nothing is cut off and nothing is stretched.

import * as is from '../tensor/arguments.ts';
import * as kinds from './argument-kinds.ts';
import type { Picture } from './picture.ts';

/** What a pixel of the result is made of: pixels from `first` on with weights that sum to 1. */
interface Span {
  readonly first: number;
  readonly weights: readonly number[];
}

// n pixels become m: each of the m is the mean of the part of the n that it covers
function spans(n: number, m: number): Span[] {
  return Array.from({ length: m }, (_, i) => {
    const [from, to] = [(i * n) / m, ((i + 1) * n) / m];
    const first = Math.floor(from);
    const last = Math.min(Math.max(Math.ceil(to - 1e-9), first + 1), n);
    const weights = Array.from({ length: last - first }, (_w, k) => {
      const pixel = first + k;
      return (Math.min(to, pixel + 1) - Math.max(from, pixel)) / (to - from);
    });
    return { first, weights };
  });
}

const fitPictureArgs = is.signature(
  'io.fitPicture',
  ['picture', kinds.picture],
  ['side', is.count],
);

/**
 * The picture scaled to fit into a square of `side` pixels, in the middle, white around it. Pixels are means of what they
 * cover; a smaller picture is enlarged by repeating its own.
 */
export function fitPicture(picture: Picture, side: number): Picture {
  fitPictureArgs(picture, side);
  const { width, height, pixels } = picture;
  const scale = side / Math.max(width, height);
  const [w, h] = [width, height].map((n) => Math.max(1, Math.round(n * scale)));
  const [columns, rows] = [spans(width, w), spans(height, h)];
  // along rows first: [height, w, 3]
  const narrow = new Float64Array(height * w * 3);
  for (let y = 0, to = 0; y < height; y++) {
    for (const { first, weights } of columns) {
      for (let c = 0; c < 3; c++, to++) {
        let sum = 0;
        let at = (y * width + first) * 3 + c;
        for (const weight of weights) {
          sum += weight * pixels[at];
          at += 3;
        }
        narrow[to] = sum;
      }
    }
  }
  const out = new Uint8Array(side * side * 3).fill(255);
  const [left, top] = [Math.floor((side - w) / 2), Math.floor((side - h) / 2)];
  for (const [y, { first, weights }] of rows.entries()) {
    const to = ((top + y) * side + left) * 3;
    for (let k = 0; k < w * 3; k++) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i] * narrow[(first + i) * w * 3 + k];
      out[to + k] = Math.round(sum);
    }
  }
  return { width: side, height: side, pixels: out };
}
