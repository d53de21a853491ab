// Precision and recall by nearest neighbours (Kynkäänniemi et al. 2019, arXiv:1904.06991), and density and
// coverage, which one outlier cannot spoil (Naeem et al. 2020, arXiv:2002.09797, eq. 3-5). Each sample has a ball
// that reaches to its k-th neighbour of its own set, itself not counted.
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { onDevice, squaredDistances } from './distances.ts';
import { checkDims, type FeatureRows, type Features, featureRows } from './features.ts';

/** Fidelity (precision, density) and variety (recall, coverage) of fakes. */
export interface ManifoldMeasures {
  /** Share of fakes within any real sample's ball. */
  readonly precision: number;
  /** Share of reals within any fake sample's ball. */
  readonly recall: number;
  /** How many reals' balls hold a fake, on average, divided by k; may exceed 1. */
  readonly density: number;
  /** Share of reals whose ball holds a fake. */
  readonly coverage: number;
}

/** Squared distance of each row to its k-th nearest other row. */
async function radii(x: FeatureRows, all: Tensor, k: number): Promise<Float64Array> {
  const n = x.count;
  const out = new Float64Array(n);
  for await (const [first, d] of squaredDistances(x, all)) {
    for (let i = 0; i < d.length / n; i++) {
      const nearest = new Float64Array(k).fill(Number.POSITIVE_INFINITY); // ascending
      for (let j = 0; j < n; j++) {
        const value = d[i * n + j];
        if (j === first + i || value >= nearest[k - 1]) continue;
        let at = k - 1;
        for (; at > 0 && nearest[at - 1] > value; at--) nearest[at] = nearest[at - 1];
        nearest[at] = value;
      }
      out[first + i] = nearest[k - 1];
    }
  }
  return out;
}

const manifoldMeasuresArgs = is.signature(
  'metrics.manifoldMeasures',
  ['real', is.either(is.tensor, is.fields({ values: is.numbers, count: is.count, dim: is.size }))],
  ['fake', is.either(is.tensor, is.fields({ values: is.numbers, count: is.count, dim: is.size }))],
  ['options', is.options({ nearest_k: is.optional(is.scalar) })],
);

/** What {@link manifoldMeasures} are the means of. */
export interface ManifoldCounts {
  /** For each fake the number of reals' balls around it. */
  readonly balls: Float64Array;
  /** For each real whether it lies within any fake's ball. */
  readonly recalled: Uint8Array;
  /** For each real whether its ball holds a fake. */
  readonly covered: Uint8Array;
}

const manifoldCountsArgs = is.signature(
  'metrics.manifoldCounts',
  ['real', is.either(is.tensor, is.fields({ values: is.numbers, count: is.count, dim: is.size }))],
  ['fake', is.either(is.tensor, is.fields({ values: is.numbers, count: is.count, dim: is.size }))],
  ['k', is.count],
);

/** Which samples lie in whose balls to the k-th neighbour. @throws ShapeError for sets of no more than k samples */
export async function manifoldCounts(
  real: Features,
  fake: Features,
  k: number,
): Promise<ManifoldCounts> {
  manifoldCountsArgs(real, fake, k);
  const hostReal = await featureRows(real, 'manifoldMeasures (real)', k + 1);
  const hostFake = await featureRows(fake, 'manifoldMeasures (fake)', k + 1);
  checkDims('manifoldMeasures', hostReal, hostFake);
  const [x, y] = [onDevice(hostReal), onDevice(hostFake)];
  const [n, m] = [hostReal.count, hostFake.count];
  const [ofReal, ofFake] = [await radii(hostReal, x, k), await radii(hostFake, y, k)];
  const balls = new Float64Array(m);
  const [recalled, covered] = [new Uint8Array(n), new Uint8Array(n)];
  for await (const [first, d] of squaredDistances(hostReal, y)) {
    for (let i = 0; i < d.length / m; i++) {
      for (let j = 0; j < m; j++) {
        const value = d[i * m + j];
        if (value < ofReal[first + i]) {
          balls[j]++;
          covered[first + i] = 1;
        }
        if (value < ofFake[j]) recalled[first + i] = 1;
      }
    }
  }
  for (const t of [x, y]) t.dispose();
  return { balls, recalled, covered };
}

/**
 * Precision, recall, density and coverage of features [samples, dim] with balls to the `nearest_k`-th
 * neighbour (default 3). @throws ShapeError for sets of no more than `nearest_k` samples
 */
export async function manifoldMeasures(
  real: Features,
  fake: Features,
  options: { readonly nearest_k?: number } = {},
): Promise<ManifoldMeasures> {
  manifoldMeasuresArgs(real, fake, options);
  const { nearest_k: k = 3 } = options;
  if (!Number.isInteger(k) || k < 1) throw new ShapeError(`manifoldMeasures: ${k} neighbours`);
  const { balls, recalled, covered } = await manifoldCounts(real, fake, k);
  const mean = (counts: ArrayLike<number>): number =>
    Array.from(counts).reduce((a, b) => a + b, 0) / counts.length;
  return {
    precision: balls.filter((count) => count > 0).length / balls.length,
    recall: mean(recalled),
    density: mean(balls) / k,
    coverage: mean(covered),
  };
}
