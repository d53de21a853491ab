// How sure a number is: bootstrap intervals of any statistic (Efron 1979, percentiles), Wilson's interval of a
// share (Wilson 1927), and the share of wins between two systems.

import { hostRandom } from '../data/random.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { erfInvReference } from '../tensor/ops/erf-inv.ts';

/** A number and the interval that holds the true one with probability `level`. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** How an interval is found. */
export interface BootstrapOptions {
  /** Default 1000; at least 200 for published numbers. */
  readonly resamples?: number;
  /** Default 0.95. */
  readonly level?: number;
  /** Default 0. */
  readonly seed?: number;
}

function checkLevel(what: string, level: number): void {
  if (!(level > 0 && level < 1)) throw new ShapeError(`${what}: level ${level} is not in (0, 1)`);
}

/** The q-quantile of ascending values, between the order statistics around it. */
export function quantile(sorted: Float64Array, q: number): number {
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
}

const bootstrapOptionsKind = is.options<BootstrapOptions>({
  resamples: is.optional(is.scalar),
  level: is.optional(is.scalar),
  seed: is.optional(is.integer),
});
const bootstrapIntervalArgs = is.signature(
  'metrics.bootstrapInterval',
  ['count', is.count],
  ['statistic', is.func],
  ['options', bootstrapOptionsKind],
);

/**
 * The bootstrap's percentile interval of a statistic of samples: `statistic` sees rows 0 .. count-1 first,
 * then `resamples` times as many, drawn with replacement. Paired comparisons use one list for both systems.
 * @throws ShapeError for no samples or a level outside (0, 1)
 */
export function bootstrapInterval(
  count: number,
  statistic: (rows: Int32Array) => number,
  options: BootstrapOptions = {},
): Interval {
  bootstrapIntervalArgs(count, statistic, options);
  const { resamples = 1000, level = 0.95, seed = 0 } = options;
  checkLevel('bootstrapInterval', level);
  if (!(count >= 1 && resamples >= 1)) {
    throw new ShapeError(`bootstrapInterval: ${resamples} resamples of ${count} samples`);
  }
  const random = hostRandom(seed);
  const values = Float64Array.from({ length: resamples }, () =>
    statistic(Int32Array.from({ length: count }, () => random.integer(count))),
  ).sort();
  return {
    estimate: statistic(Int32Array.from({ length: count }, (_, i) => i)),
    low: quantile(values, (1 - level) / 2),
    high: quantile(values, (1 + level) / 2),
  };
}

const bootstrapMeanArgs = is.signature(
  'metrics.bootstrapMean',
  ['values', is.numbers],
  ['options', bootstrapOptionsKind],
);

/** {@link bootstrapInterval} of the mean of values. @throws ShapeError */
export const bootstrapMean = (
  values: ArrayLike<number>,
  options: BootstrapOptions = {},
): Interval => {
  bootstrapMeanArgs(values, options);
  if (values.length === 0) throw new ShapeError('bootstrapMean: values are empty');
  return bootstrapInterval(
    values.length,
    (rows) => rows.reduce((sum, i) => sum + values[i], 0) / rows.length,
    options,
  );
};

const wilsonIntervalArgs = is.signature(
  'metrics.wilsonInterval',
  ['wins', is.scalar],
  ['trials', is.scalar],
  ['level', is.scalar],
);

/**
 * Wilson's interval of a share of `wins` (which may be fractional) in `trials`; it stays within [0, 1] and
 * does not shrink to a point at its ends. @throws ShapeError
 */
export function wilsonInterval(wins: number, trials: number, level = 0.95): Interval {
  wilsonIntervalArgs(wins, trials, level);
  checkLevel('wilsonInterval', level);
  if (!(trials > 0 && wins >= 0 && wins <= trials)) {
    throw new ShapeError(`wilsonInterval: ${wins} wins in ${trials} trials`);
  }
  const z = Math.SQRT2 * erfInvReference(level);
  const share = wins / trials;
  const width = 1 + z ** 2 / trials;
  const centre = (share + z ** 2 / (2 * trials)) / width;
  const half = (z / width) * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  return { estimate: share, low: Math.max(centre - half, 0), high: Math.min(centre + half, 1) };
}

const winRateArgs = is.signature(
  'metrics.winRate',
  ['a', is.numbers],
  ['b', is.numbers],
  ['level', is.scalar],
);

/** How often a is above b, ties counting half, with Wilson's interval. @throws ShapeError */
export function winRate(a: ArrayLike<number>, b: ArrayLike<number>, level = 0.95): Interval {
  winRateArgs(a, b, level);
  if (a.length !== b.length)
    throw new ShapeError(`winRate: a has ${a.length} scores and b ${b.length}`);
  let wins = 0;
  for (let i = 0; i < a.length; i++) wins += a[i] > b[i] ? 1 : a[i] === b[i] ? 0.5 : 0;
  return wilsonInterval(wins, a.length, level);
}
