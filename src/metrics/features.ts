// Features of samples, one row each, and their mean and covariance, gathered in float64 on the host: in f32
// the covariance of many samples loses the digits that a distance between two of them is made of.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import { addProduct, mirror } from './matrices.ts';

/** Rows of features on the host. */
export interface FeatureRows {
  /** Row-major [count, dim]. */
  readonly values: ArrayLike<number>;
  readonly count: number;
  readonly dim: number;
}

/** Features [count, dim]: a tensor of any device, or rows on the host. */
export type Features = Tensor | FeatureRows;

const featureRowsArgs = is.signature(
  'metrics.featureRows',
  [
    'features',
    is.either(
      is.tensor,
      is.fields<FeatureRows>({ values: is.numbers, count: is.count, dim: is.size }),
    ),
  ],
  ['what', is.string],
  ['least', is.scalar],
);

/**
 * Reads features and checks them.
 * @param what their name in errors
 * @param least fewest rows that make sense
 * @throws ShapeError for other ranks, too few rows, and values that are not finite
 */
export async function featureRows(
  features: Features,
  what: string,
  least = 1,
): Promise<FeatureRows> {
  featureRowsArgs(features, what, least);
  let rows: FeatureRows;
  if ('values' in features) rows = features;
  else {
    if (features.rank !== 2) {
      throw new ShapeError(`${what}: ${features} is not [samples, features]`);
    }
    const [count, dim] = features.shape;
    rows = { values: await features.data(), count, dim };
  }
  const { values, count, dim } = rows;
  if (values.length !== count * dim) {
    throw new ShapeError(`${what}: ${values.length} values are not ${count} rows of ${dim}`);
  }
  if (count < least || dim < 1) {
    throw new ShapeError(
      `${what}: ${count} samples of ${dim} features; at least ${least} are needed`,
    );
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      const [row, column] = [Math.floor(i / dim), i % dim];
      throw new ShapeError(`${what}: feature ${column} of sample ${row} is ${values[i]}`);
    }
  }
  return rows;
}

/** Number, mean and scatter of samples; {@link mergeStatistics} joins those of batches. */
export interface FeatureStatistics {
  readonly count: number;
  /** [dim] */
  readonly mean: Float64Array;
  /** Sum over samples of (x - mean)(x - mean)ᵀ, [dim, dim]: count - 1 times the covariance. */
  readonly scatter: Float64Array;
}

// samples that are turned into columns at a time
const block = 256;

const featureStatisticsArgs = is.signature('metrics.featureStatistics', [
  'features',
  is.either(
    is.tensor,
    is.fields<FeatureRows>({ values: is.numbers, count: is.count, dim: is.size }),
  ),
]);

/**
 * Statistics of rows, in two passes.
 * @throws ShapeError if they are no rows, or hold values that are not finite
 */
export async function featureStatistics(features: Features): Promise<FeatureStatistics> {
  featureStatisticsArgs(features);
  const { values, count, dim } = await featureRows(features, 'featureStatistics');
  const mean = new Float64Array(dim);
  for (let i = 0, at = 0; i < count; i++) {
    for (let j = 0; j < dim; j++) mean[j] += values[at++];
  }
  for (let j = 0; j < dim; j++) mean[j] /= count;
  const scatter = new Float64Array(dim * dim);
  for (let first = 0; first < count; first += block) {
    const n = Math.min(block, count - first);
    const columns = new Float64Array(dim * n); // centred, a feature a row
    for (let i = 0; i < n; i++) {
      const row = (first + i) * dim;
      for (let j = 0; j < dim; j++) columns[j * n + i] = values[row + j] - mean[j];
    }
    addProduct(scatter, columns, columns, [dim, dim, n], true);
  }
  mirror(scatter, dim);
  return { count, mean, scatter };
}

const featureStatisticsKind = kinds.moments;
const mergeStatisticsArgs = is.signature(
  'metrics.mergeStatistics',
  ['a', featureStatisticsKind],
  ['b', featureStatisticsKind],
);

/** The statistics of two sets of samples together (Chan, Golub and LeVeque 1983). @throws ShapeError */
export function mergeStatistics(a: FeatureStatistics, b: FeatureStatistics): FeatureStatistics {
  mergeStatisticsArgs(a, b);
  checkDims('mergeStatistics', a, b);
  const [count, dim] = [a.count + b.count, a.mean.length];
  const between = (a.count * b.count) / count;
  const gap = a.mean.map((m, j) => b.mean[j] - m);
  const mean = a.mean.map((m, j) => m + (gap[j] * b.count) / count);
  const scatter = a.scatter.map(
    (s, at) => s + b.scatter[at] + between * gap[Math.floor(at / dim)] * gap[at % dim],
  );
  return { count, mean, scatter };
}

const covarianceOfArgs = is.signature('metrics.covarianceOf', [
  'statistics',
  featureStatisticsKind,
]);

/** The unbiased covariance [dim, dim]. @throws ShapeError for fewer than two samples */
export function covarianceOf(statistics: FeatureStatistics): Float64Array {
  covarianceOfArgs(statistics);
  const { count, scatter } = statistics;
  if (count < 2) throw new ShapeError(`covarianceOf: needs at least 2 samples, there is ${count}`);
  return scatter.map((s) => s / (count - 1));
}

const checkDimsArgs = is.signature(
  'metrics.checkDims',
  ['what', is.string],
  [
    'a',
    is.either(
      is.fields<FeatureRows>({ values: is.numbers, count: is.count, dim: is.size }),
      is.fields({ mean: is.instance('a Float64Array', Float64Array) }),
    ),
  ],
  [
    'b',
    is.either(
      is.fields<FeatureRows>({ values: is.numbers, count: is.count, dim: is.size }),
      is.fields({ mean: is.instance('a Float64Array', Float64Array) }),
    ),
  ],
);

/** @throws ShapeError unless both have the same number of features */
export function checkDims(
  what: string,
  a: { readonly mean: Float64Array } | FeatureRows,
  b: { readonly mean: Float64Array } | FeatureRows,
): void {
  checkDimsArgs(what, a, b);
  const dim = (x: typeof a): number => ('mean' in x ? x.mean.length : x.dim);
  if (dim(a) === dim(b)) return;
  throw new ShapeError(`${what}: one set has ${dim(a)} features, the other ${dim(b)}`);
}
