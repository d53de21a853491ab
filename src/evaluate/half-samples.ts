// Intervals of statistics that a sample drawn twice would spoil: distances of distributions, entropies. Half-samples
// are drawn without replacement (the delete-d jackknife with d = n / 2, Shao and Wu 1989, doi:10.1214/aos/1176347263).
// A half taken out of n has the variance (1 / (n/2) - 1/n) s² = s² / n about its mean: that of the statistic of all n.
// FID and KID's relatives grow as samples get fewer, so halves are centred on their own mean, not on the estimate.

import { type Interval, quantile } from '../metrics/intervals.ts';
import { ShapeError } from '../tensor/errors.ts';
import { chosen } from './rows.ts';

/** How many halves, how sure, from which seed. */
export interface HalfSampleOptions {
  /** Default 200. */
  readonly resamples?: number;
  /** Default .95. */
  readonly level?: number;
  /** Default 0. */
  readonly seed?: number;
}

/** The interval of `statistic` of samples 0 .. count-1. @throws ShapeError for fewer than four samples */
export async function halfSampleInterval(
  count: number,
  statistic: (rows: readonly number[]) => number | Promise<number>,
  { resamples = 200, level = 0.95, seed = 0 }: HalfSampleOptions = {},
): Promise<Interval> {
  if (count < 4)
    throw new ShapeError(`halfSampleInterval: ${count} samples; at least 4 are needed`);
  const estimate = await statistic([...Array(count).keys()]);
  const half = count >> 1;
  const values = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    // an odd number: the halves are a little too small, their spread a little too wide
    values[i] = await statistic(chosen(count, half, seed * 1_000_003 + i));
  }
  const mean = values.reduce((a, b) => a + b, 0) / resamples;
  values.sort();
  const tail = (1 - level) / 2;
  return {
    estimate,
    low: estimate - (quantile(values, 1 - tail) - mean),
    high: estimate - (quantile(values, tail) - mean),
  };
}
