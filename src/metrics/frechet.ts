// The Fréchet distance between Gaussians fitted to two sets of features (Dowson and Landau 1982), which is FID
// for Inception's features of pictures (Heusel et al. 2017, arXiv:1706.08500, eq. 6) and P-FID for
// PointNet++'s of clouds (Nichol et al. 2022, arXiv:2212.08751):
//
//   |m1 - m2|² + tr(S1 + S2 - 2 (S1 S2)^(1/2))
//
// The trace of the root is the sum of the roots of S1 S2's eigenvalues. With S1 = L1ᵀ L1 and S2 = L2ᵀ L2 those are
// the eigenvalues of (L1 L2ᵀ)(L1 L2ᵀ)ᵀ, which is symmetric: no complex numbers, and nothing needs to be added to
// covariances of low rank.

import * as is from '../tensor/arguments.ts';
import * as kinds from './argument-kinds.ts';
import {
  checkDims,
  covarianceOf,
  type FeatureStatistics,
  type Features,
  featureStatistics,
} from './features.ts';
import { addProduct, choleskyRows, symmetricEigen } from './matrices.ts';

const trace = (a: Float64Array, n: number): number => {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += a[i * n + i];
  return sum;
};

const traceOfRootArgs = is.signature(
  'metrics.traceOfRoot',
  ['s1', is.instance('a Float64Array', Float64Array)],
  ['s2', is.instance('a Float64Array', Float64Array)],
  ['n', is.size],
);

/** Sum of the roots of the eigenvalues of s1 s2, both symmetric positive semidefinite [n, n]. */
export function traceOfRoot(s1: Float64Array, s2: Float64Array, n: number): number {
  traceOfRootArgs(s1, s2, n);
  const factors = [choleskyRows(s1, n), choleskyRows(s2, n)];
  // the smaller rank first: the root of a zero that is only nearly one would be the largest error
  const [a, b] = factors.sort((x, y) => x.rank - y.rank);
  if (a.rank === 0) return 0;
  const across = new Float64Array(a.rank * b.rank);
  addProduct(across, a.rows, b.rows, [a.rank, b.rank, n]);
  const product = new Float64Array(a.rank ** 2);
  addProduct(product, across, across, [a.rank, a.rank, b.rank], true);
  const { values } = symmetricEigen(product, a.rank);
  // what is negative is rounding
  return values.reduce((sum, v) => sum + Math.sqrt(Math.max(v, 0)), 0);
}

const frechetDistanceArgs = is.signature(
  'metrics.frechetDistance',
  ['a', kinds.moments],
  ['b', kinds.moments],
);

/**
 * The Fréchet distance of two sets' statistics; up to rounding at least 0.
 * @throws ShapeError for different numbers of features or fewer than two samples
 */
export function frechetDistance(a: FeatureStatistics, b: FeatureStatistics): number {
  frechetDistanceArgs(a, b);
  checkDims('frechetDistance', a, b);
  const n = a.mean.length;
  const [s1, s2] = [covarianceOf(a), covarianceOf(b)];
  const shift = a.mean.reduce((sum, m, i) => sum + (m - b.mean[i]) ** 2, 0);
  return shift + trace(s1, n) + trace(s2, n) - 2 * traceOfRoot(s1, s2, n);
}

const fidArgs = is.signature(
  'metrics.fid',
  [
    'real',
    is.either(
      is.tensor,
      is.fields({ values: is.numbers, count: is.count, dim: is.size }),
      kinds.moments,
    ),
  ],
  [
    'fake',
    is.either(
      is.tensor,
      is.fields({ values: is.numbers, count: is.count, dim: is.size }),
      kinds.moments,
    ),
  ],
);

/**
 * FID of features: [samples, dim] each, or statistics gathered before. It falls with the number of
 * samples: compare equal numbers only. @throws ShapeError
 */
export async function fid(
  real: Features | FeatureStatistics,
  fake: Features | FeatureStatistics,
): Promise<number> {
  fidArgs(real, fake);
  const of = async (x: Features | FeatureStatistics): Promise<FeatureStatistics> =>
    'scatter' in x ? x : featureStatistics(x);
  return frechetDistance(await of(real), await of(fake));
}
