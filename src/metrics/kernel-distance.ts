// KID (Binkowski et al. 2018, arXiv:1801.01401): the squared maximum mean discrepancy of two sets of features
// under the kernel (x y / d + 1)³, unbiased, so a few hundred samples do and values may be negative.

import { hostRandom, permutation } from '../data/random.ts';
import { compile } from '../runtime/compile.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, mul, sub, where } from '../tensor/ops/arithmetic.ts';
import { equal } from '../tensor/ops/comparison.ts';
import { tensor, zerosLike } from '../tensor/ops/create.ts';
import { take } from '../tensor/ops/indexing.ts';
import { iota } from '../tensor/ops/iota.ts';
import { matmul } from '../tensor/ops/matmul.ts';
import { mean, sum } from '../tensor/ops/reduce.ts';
import { transpose } from '../tensor/ops/views.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { onDevice } from './distances.ts';
import { checkDims, type Features, featureRows } from './features.ts';

function kernel(x: Tensor, y: Tensor): Tensor {
  const k = add(mul(matmul(x, transpose(y)), 1 / x.shape[1]), 1);
  return mul(mul(k, k), k);
}

// over pairs of different samples
function meanOfOthers(x: Tensor): Tensor {
  const [n] = x.shape;
  const k = kernel(x, x);
  const self = equal(iota([n, n], 0), iota([n, n], 1));
  return mul(sum(where(self, zerosLike(k), k)), 1 / (n * (n - 1)));
}

const polynomialMmdArgs = is.signature('metrics.polynomialMmd', ['x', is.tensor], ['y', is.tensor]);

/**
 * The unbiased estimate of MMD² of x [m, d] and y [n, d] (eq. 4 of the KID paper): the kernel's mean over
 * pairs within x and within y, less twice that across. A scalar, differentiable.
 * @throws ShapeError for fewer than two samples or different d
 */
export function polynomialMmd(x: Tensor, y: Tensor): Tensor {
  polynomialMmdArgs(x, y);
  const fits = x.rank === 2 && y.rank === 2 && x.shape[1] === y.shape[1];
  if (!fits || x.shape[0] < 2 || y.shape[0] < 2) {
    throw new ShapeError(`polynomialMmd: needs [2 or more, d] twice, got ${x} and ${y}`);
  }
  return sub(add(meanOfOthers(x), meanOfOthers(y)), mul(mean(kernel(x, y)), 2));
}

/** How KID is estimated. */
export interface KidOptions {
  /** Default 100. */
  readonly subsets?: number;
  /** Samples of each set in a subset; default 1000, or what the smaller set has. */
  readonly subset_size?: number;
  /** Of the choice of subsets. Default 0. */
  readonly seed?: number;
}

const kidArgs = is.signature(
  'metrics.kid',
  ['real', is.either(is.tensor, is.fields({ values: is.numbers, count: is.count, dim: is.size }))],
  ['fake', is.either(is.tensor, is.fields({ values: is.numbers, count: is.count, dim: is.size }))],
  [
    'options',
    is.options<KidOptions>({
      subsets: is.optional(is.scalar),
      subset_size: is.optional(is.size),
      seed: is.optional(is.integer),
    }),
  ],
);

/**
 * KID of features [samples, d]: mean and standard deviation of MMD² over subsets drawn without
 * replacement. Products are f32 on the device in use. @throws ShapeError
 */
export async function kid(
  real: Features,
  fake: Features,
  options: KidOptions = {},
): Promise<{ mean: number; std: number }> {
  kidArgs(real, fake, options);
  const [x, y] = [await featureRows(real, 'kid', 2), await featureRows(fake, 'kid', 2)];
  checkDims('kid', x, y);
  const least = Math.min(x.count, y.count);
  const { subsets = 100, subset_size = Math.min(1000, least), seed = 0 } = options;
  if (!(subsets >= 1) || !(subset_size >= 2 && subset_size <= least)) {
    throw new ShapeError(`kid: ${subsets} subsets of ${subset_size}; the sets have ${least}`);
  }
  const random = hostRandom(seed);
  const draw = (count: number): Tensor => {
    const rows = permutation(count, random).slice(0, subset_size);
    return tensor(Int32Array.from(rows));
  };
  const estimate = compile(
    (a: Tensor, b: Tensor, i: Tensor, j: Tensor) => polynomialMmd(take(a, i), take(b, j)),
    { name: 'kid' },
  );
  const [a, b] = [onDevice(x), onDevice(y)];
  const values: number[] = [];
  for (let s = 0; s < subsets; s++) {
    const value = estimate(a, b, draw(x.count), draw(y.count));
    values.push(await value.item());
    value.dispose();
  }
  estimate.dispose();
  for (const t of [a, b]) t.dispose();
  const average = values.reduce((p, q) => p + q, 0) / subsets;
  const variance = values.reduce((p, q) => p + (q - average) ** 2, 0) / subsets;
  return { mean: average, std: Math.sqrt(variance) };
}
