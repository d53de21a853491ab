// How near a reconstruction is to its picture, and how much of a codebook is in use.
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { div, mul, square, sub } from '../tensor/ops/arithmetic.ts';
import { mean } from '../tensor/ops/reduce.ts';
import { log } from '../tensor/ops/transcendental.ts';
import type { Tensor } from '../tensor/tensor.ts';

const psnrArgs = is.signature(
  'metrics.psnr',
  ['x', is.tensor],
  ['y', is.tensor],
  ['range', is.scalar],
);

/**
 * Peak signal-to-noise ratio of each sample of x and y [n, ...] in decibels, [n]: 10 log10(range² / MSE).
 * `range` is that of the values, 2 (default) for [-1, 1]; equal samples give infinity. @throws ShapeError
 */
export function psnr(x: Tensor, y: Tensor, range = 2): Tensor {
  psnrArgs(x, y, range);
  if (x.rank < 2 || x.rank !== y.rank || x.shape.some((n, i) => n !== y.shape[i])) {
    throw new ShapeError(`psnr: needs the same shape [n, ...] twice, got ${x} and ${y}`);
  }
  const axes = x.shape.map((_, i) => i).slice(1);
  return mul(log(div(range ** 2, mean(square(sub(x, y)), axes))), 10 / Math.LN10);
}

const codebookUsageArgs = is.signature(
  'metrics.codebookUsage',
  ['codes', is.numbers],
  ['entries', is.size],
);

/**
 * Perplexity exp(H) of the codes that are used, from 1 to the number of entries, and the share of entries
 * used at all. @throws ShapeError for codes outside the book
 */
export function codebookUsage(
  codes: ArrayLike<number>,
  entries: number,
): { perplexity: number; used: number } {
  codebookUsageArgs(codes, entries);
  const counts = new Float64Array(entries);
  for (let i = 0; i < codes.length; i++) {
    if (!(codes[i] in counts))
      throw new ShapeError(`codebookUsage: codes[${i}] = ${codes[i]} is not one of ${entries}`);
    counts[codes[i]]++;
  }
  let entropy = 0;
  for (const count of counts) {
    if (count > 0) entropy -= (count / codes.length) * Math.log(count / codes.length);
  }
  return { perplexity: Math.exp(entropy), used: counts.filter((c) => c > 0).length / entries };
}
