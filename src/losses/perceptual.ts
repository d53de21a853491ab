// The distance of features that stands for a person's eye (LPIPS; Zhang et al. 2018, arXiv:1801.03924, eq. 1):
//
//   d(x, y) = sum_l mean over places of sum_c (f_l(x) / |f_l(x)| - f_l(y) / |f_l(y)|)²,
//
// with unit channels at each place. The paper learns a weight for each channel from judgements of people; without such
// all of them are 1.

import { ShapeError } from '../tensor/errors.ts';
import { add, div, mean, sqrt, square, sub, sum } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';

// LPIPS keeps a place where nothing responds at 0
const unit = (f: Tensor): Tensor =>
  div(f, sqrt(add(sum(square(f), -1, { keepDims: true }), 1e-10)));

/**
 * The mean over pictures of the distance of features [n, h, w, c], a list of layers each: a scalar from 0 to 4 a layer.
 * @throws ShapeError where the lists do not fit
 */
export function perceptualDistance(a: readonly Tensor[], b: readonly Tensor[]): Tensor {
  if (a.length === 0 || a.length !== b.length) {
    throw new ShapeError(`perceptualDistance: ${a.length} layers against ${b.length}`);
  }
  const layers = a.map((f, l) => mean(sum(square(sub(unit(f), unit(b[l]))), -1)));
  return layers.reduce((total, d) => add(total, d));
}
