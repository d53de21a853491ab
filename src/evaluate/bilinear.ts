// Bilinear resizing with antialiasing, as Pillow and PyTorch (`interpolate(..., antialias=True)`) do it: without it, the
// features of pictures that are made smaller move FID by whole points (Parmar et al. 2022, arXiv:2104.11222).

import type { Picture } from '../io/picture.ts';

interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

// A triangle around each pixel of the result, as wide as a pixel of the larger of the two.
function taps(from: number, to: number): Taps[] {
  const scale = from / to;
  const reach = Math.max(scale, 1);
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - reach + 0.5));
    const end = Math.min(from, Math.trunc(centre + reach + 0.5));
    const heights = Array.from({ length: end - first }, (_h, k) =>
      Math.max(0, 1 - Math.abs((first + k + 0.5 - centre) / reach)),
    );
    const sum = heights.reduce((a, b) => a + b, 0);
    return { first, weights: heights.map((h) => h / sum) };
  });
}

/** A picture stretched to [height, width, 3], in 0 .. 255, not rounded. */
export function resized(
  { width, height, pixels }: Picture,
  [h, w]: readonly [height: number, width: number],
): Float32Array {
  const [columns, rows] = [taps(width, w), taps(height, h)];
  const narrow = new Float64Array(height * w * 3);
  for (let y = 0, to = 0; y < height; y++) {
    for (const { first, weights } of columns) {
      for (let c = 0; c < 3; c++, to++) {
        let at = (y * width + first) * 3 + c;
        for (const weight of weights) {
          narrow[to] += weight * pixels[at];
          at += 3;
        }
      }
    }
  }
  const out = new Float32Array(h * w * 3);
  const line = w * 3;
  for (const [y, { first, weights }] of rows.entries()) {
    for (let k = 0; k < line; k++) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i] * narrow[(first + i) * line + k];
      out[y * line + k] = sum;
    }
  }
  return out;
}
