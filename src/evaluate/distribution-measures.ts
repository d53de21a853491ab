// FID, KID and the inception score with intervals, and the floor under each: what real pictures get. FID falls with the
// number of samples, so real pictures are as many as there are samples, or half of the reference.

import { featureStatistics } from '../metrics/features.ts';
import { fid } from '../metrics/frechet.ts';
import { inceptionScore } from '../metrics/inception-score.ts';
import { type Figure, type MeasureOptions, realOf } from './figure.ts';
import { halfSampleInterval } from './half-samples.ts';
import { kidOf } from './kernel-sums.ts';
import { chosen, disjoint, pick, type Rows } from './rows.ts';

// eigenvalues of wide features take minutes, so those have fewer halves
const widest = 512;
const few = { resamples: 20, splits: 2 };
const splits = 10;
const mostPairs = 5000; // rows whose kernel with each other is kept

/** Splits of the reference into what stands for samples, and the rest. */
const realSplits = (samples: number, reference: number, seed: number, count: number) => {
  const first = Math.min(samples, reference >> 1);
  return Array.from({ length: count }, (_, i) =>
    disjoint(reference, first, reference - first, seed + i),
  );
};

/** The Fréchet distance. */
export async function fidFigure(
  samples: Rows,
  reference: Rows,
  { resamples, seed }: MeasureOptions,
): Promise<Figure> {
  const isWide = samples.dim > widest;
  const real = await featureStatistics(reference);
  const { estimate, low, high } = await halfSampleInterval(
    samples.count,
    (rows) => fid(real, pick(samples, rows)),
    { resamples: isWide ? Math.min(few.resamples, resamples) : resamples, seed },
  );
  const floor: number[] = [];
  const times = isWide ? few.splits : splits;
  for (const [a, b] of realSplits(samples.count, reference.count, seed, times)) {
    floor.push(await fid(pick(reference, a), pick(reference, b)));
  }
  return {
    ...{ measure: 'fid', value: estimate, low: Math.max(low, 0), high },
    ...{ interval: 'half-samples', over: 'samples', real: realOf(floor) },
    ...{ samples: samples.count, reference: reference.count },
  };
}

/** The kernel distance, over all pairs. */
export async function kidFigure(
  samples: Rows,
  reference: Rows,
  { resamples, seed }: MeasureOptions,
): Promise<Figure> {
  const few = (rows: Rows): Rows =>
    rows.count <= mostPairs ? rows : pick(rows, chosen(rows.count, mostPairs, seed));
  const [x, y] = [few(samples), few(reference)];
  const kid = await kidOf(x, y);
  const { estimate, low, high } = await halfSampleInterval(x.count, kid, { resamples, seed });
  const floor: number[] = [];
  for (const [a, b] of realSplits(x.count, y.count, seed, splits)) {
    floor.push((await kidOf(pick(y, a), pick(y, b)))([...a.keys()]));
  }
  return {
    ...{ measure: 'kid', value: estimate, low, high, interval: 'half-samples', over: 'samples' },
    ...{ real: realOf(floor), samples: x.count, reference: y.count },
  };
}

/** The inception score of probabilities [n, classes]; it grows with n, up to about 5,000. */
export async function isFigure(
  samples: Rows,
  reference: Rows,
  { resamples, seed }: MeasureOptions,
): Promise<Figure> {
  const score = async (rows: Rows): Promise<number> =>
    (await inceptionScore(rows, { split_size: rows.count })).mean;
  const { estimate, low, high } = await halfSampleInterval(
    samples.count,
    (rows) => score(pick(samples, rows)),
    { resamples, seed },
  );
  const real: number[] = [];
  for (let i = 0; i < splits; i++) {
    real.push(await score(pick(reference, chosen(reference.count, samples.count, seed + i))));
  }
  return {
    ...{ measure: 'is', value: estimate, low: Math.max(low, 1), high },
    ...{ interval: 'half-samples', over: 'samples', real: realOf(real) },
    ...{ samples: samples.count, details: { classes: samples.dim } },
  };
}
