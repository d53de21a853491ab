// What neighbours tell: precision and recall with their relatives on equally many pictures of both sides, and whether
// samples are copies of training pictures.

import { onDevice, squaredDistances } from '../metrics/distances.ts';
import { bootstrapMean, quantile, wilsonInterval } from '../metrics/intervals.ts';
import { type ManifoldCounts, manifoldCounts } from '../metrics/manifold.ts';
import { type Figure, type MeasureOptions, realOf } from './figure.ts';
import { chosen, disjoint, pick, type Rows } from './rows.ts';

/** The measures of neighbourhoods. */
export const manifoldNames = ['precision', 'recall', 'density', 'coverage'] as const;
type ManifoldName = (typeof manifoldNames)[number];

const most = 5000; // pictures of a side
const splits = 5;
// as published; with 5 precision was .99 for real pictures of emoji and .92 under heavy noise, with 3 .96 and .80
const k = 3;

// what each measure is the mean of
const valuesOf = ({ balls, recalled, covered }: ManifoldCounts) => ({
  precision: balls.map((count) => Math.min(count, 1)),
  recall: recalled,
  density: balls.map((count) => count / k),
  coverage: covered,
});

/** Precision, recall, density and coverage. Balls shrink as pictures get more, so both sides have equally many. */
export async function manifoldFigures(
  samples: Rows,
  reference: Rows,
  { resamples, seed }: MeasureOptions,
): Promise<Readonly<Record<ManifoldName, Figure>>> {
  const n = Math.min(samples.count, reference.count, most);
  const some = (rows: Rows): Rows =>
    rows.count === n ? rows : pick(rows, chosen(rows.count, n, seed));
  const own = valuesOf(await manifoldCounts(some(reference), some(samples), k));
  const half = Math.min(n, reference.count >> 1);
  const reals: ReturnType<typeof valuesOf>[] = [];
  for (let i = 0; i < splits && half > k; i++) {
    const [a, b] = disjoint(reference.count, half, half, seed + i);
    reals.push(valuesOf(await manifoldCounts(pick(reference, a), pick(reference, b), k)));
  }
  const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
  const figure = (measure: ManifoldName): Figure => {
    const values = own[measure];
    const isShare = measure !== 'density';
    const found = isShare
      ? wilsonInterval(sum(values), n)
      : bootstrapMean(values, { resamples, seed });
    const { estimate: value, low, high } = found;
    return {
      ...{ measure, value, low, high, interval: isShare ? "Wilson's" : 'bootstrap' },
      over: measure === 'precision' || measure === 'density' ? 'samples' : 'reference',
      ...(reals.length > 0 && { real: realOf(reals.map((real) => sum(real[measure]) / half)) }),
      ...{ samples: n, reference: n, details: { nearest_k: k } },
    };
  };
  const [precision, recall, density, coverage] = manifoldNames.map(figure);
  return { precision, recall, density, coverage };
}

/** The nearest row for each of x. */
export interface Nearest {
  readonly row: Int32Array;
  readonly distance: Float64Array;
}

/** For each row of x the nearest of y, or of the other rows where both are the same set. */
export async function nearestRows(x: Rows, y: Rows): Promise<Nearest> {
  const row = new Int32Array(x.count).fill(-1);
  const distance = new Float64Array(x.count).fill(Number.POSITIVE_INFINITY);
  const all = onDevice(y);
  for await (const [first, d] of squaredDistances(x, all)) {
    for (let at = 0; at < d.length; at++) {
      const [i, j] = [first + Math.floor(at / y.count), at % y.count];
      if ((x === y && i === j) || d[at] >= distance[i]) continue;
      distance[i] = d[at];
      row[i] = j;
    }
  }
  all.dispose();
  return { row, distance: distance.map(Math.sqrt) };
}

const unseenShare = 0.05;

/** A figure, and for each sample the nearest training picture. */
export interface Memorisation {
  readonly figure: Figure;
  readonly nearest: Nearest;
  /** What 95 % of real pictures that were not trained on are farther away than. */
  readonly threshold: number;
}

/**
 * The share of samples that are nearer to a training picture than 95 % of the real pictures that training never saw;
 * 5 % of those are, by this. Without such pictures, training pictures and their nearest others stand for them.
 */
export async function memorisation(
  samples: Rows,
  training: Rows,
  heldOut: Rows | undefined,
): Promise<Memorisation> {
  const nearest = await nearestRows(samples, training);
  const unseen = (await nearestRows(heldOut ?? training, training)).distance.sort();
  const threshold = quantile(unseen, unseenShare);
  const below = (distances: Float64Array): number => distances.filter((d) => d < threshold).length;
  const { estimate: value, low, high } = wilsonInterval(below(nearest.distance), samples.count);
  const median = quantile(nearest.distance.slice().sort(), 0.5);
  const figure: Figure = {
    ...{ measure: 'memorisation', value, low, high, interval: "Wilson's", over: 'samples' },
    real: { value: below(unseen) / unseen.length, sd: 0, splits: 1 },
    ...{ samples: samples.count, reference: training.count },
    details: {
      threshold,
      unseen: unseen.length,
      medianDistance: median,
      medianOfUnseen: quantile(unseen, 0.5),
    },
  };
  return { figure, nearest, threshold };
}
