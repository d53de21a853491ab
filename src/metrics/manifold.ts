// Precision and recall by nearest neighbours (Kynkäänniemi et al. 2019, arXiv:1904.06991), and density and
// coverage, which one outlier cannot spoil (Naeem et al. 2020, arXiv:2002.09797, eq. 3-5). Each sample has a ball
// that reaches to its k-th neighbour of its own set, itself not counted. Distances come from the device in blocks
// of rows, as sums of squared differences, so that near samples keep their digits.
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { square, sub } from '../tensor/ops/arithmetic.ts';
import { tensor } from '../tensor/ops/create.ts';
import { expandDims } from '../tensor/ops/rearrange.ts';
import { sum } from '../tensor/ops/reduce.ts';
import type { Tensor } from '../tensor/tensor.ts';
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

// elements of a block of distances
const most = 2 ** 22;

const onDevice = ({ values, count, dim }: FeatureRows, first = 0, last = count): Tensor =>
  tensor(
    Float32Array.from({ length: (last - first) * dim }, (_, i) => values[first * dim + i]),
    {
      shape: [last - first, dim],
    },
  );

/** Squared distances of blocks of rows of x to all rows of y, on the host. */
async function* distances(
  x: FeatureRows,
  y: Tensor,
): AsyncGenerator<[first: number, ArrayLike<number>]> {
  const rows = Math.max(1, Math.floor(most / y.shape[0]));
  for (let first = 0; first < x.count; first += rows) {
    const part = onDevice(x, first, Math.min(first + rows, x.count));
    const squares = sum(square(sub(expandDims(part, 1), expandDims(y, 0))), 2);
    yield [first, await squares.data()];
    for (const t of [part, squares]) t.dispose();
  }
}

/** Squared distance of each row to its k-th nearest other row. */
async function radii(x: FeatureRows, all: Tensor, k: number): Promise<Float64Array> {
  const n = x.count;
  const out = new Float64Array(n);
  for await (const [first, d] of distances(x, all)) {
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
  const hostReal = await featureRows(real, 'manifoldMeasures (real)', k + 1);
  const hostFake = await featureRows(fake, 'manifoldMeasures (fake)', k + 1);
  checkDims('manifoldMeasures', hostReal, hostFake);
  const [x, y] = [onDevice(hostReal), onDevice(hostFake)];
  const [n, m] = [hostReal.count, hostFake.count];
  const [ofReal, ofFake] = [await radii(hostReal, x, k), await radii(hostFake, y, k)];
  const balls = new Float64Array(m); // of reals, around each fake
  let [recalled, covered] = [0, 0];
  for await (const [first, d] of distances(hostReal, y)) {
    for (let i = 0; i < d.length / m; i++) {
      let [within, holds] = [false, false];
      for (let j = 0; j < m; j++) {
        const value = d[i * m + j];
        if (value < ofReal[first + i]) {
          balls[j]++;
          holds = true;
        }
        if (value < ofFake[j]) within = true;
      }
      if (within) recalled++;
      if (holds) covered++;
    }
  }
  for (const t of [x, y]) t.dispose();
  return {
    precision: balls.filter((count) => count > 0).length / m,
    recall: recalled / n,
    density: balls.reduce((a, b) => a + b, 0) / (k * m),
    coverage: covered / n,
  };
}
