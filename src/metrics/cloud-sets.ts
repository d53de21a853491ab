// Measures of sets of point clouds: how a classifier sees them (P-FID and P-IS, Nichol et al. 2022,
// arXiv:2212.08751, section 5) and how they lie to each other by Chamfer distance (Achlioptas et al. 2018,
// arXiv:1707.02392; Yang et al. 2019, arXiv:1906.12320).
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { slice } from '../tensor/ops/layout.ts';
import { broadcastTo } from '../tensor/ops/views.ts';
import { Tensor } from '../tensor/tensor.ts';
import { type FeatureRows, featureRows } from './features.ts';
import { fid } from './frechet.ts';
import { type InceptionScore, inceptionScore } from './inception-score.ts';
import { chamferDistance, normalizeClouds } from './point-clouds.ts';

/** A classifier of normalised clouds [n, points, 3]. */
export type CloudExtractor = (clouds: Tensor) => {
  /** [n, d]; of Point-E's PointNet++ the second hidden layer after its norm, before relu (512). */
  readonly features: Tensor;
  /** [n, classes] */
  readonly probabilities: Tensor;
};

const cloudFeaturesArgs = is.signature(
  'metrics.cloudFeatures',
  ['extract', is.func],
  ['clouds', is.tensor],
  ['options', is.options({ batch: is.optional(is.scalar) })],
);

/**
 * Features and probabilities of clouds [n, points, 3] (further channels are left out), normalised, batch by
 * batch. @throws ShapeError
 */
export async function cloudFeatures(
  extract: CloudExtractor,
  clouds: Tensor,
  options: { readonly batch?: number } = {},
): Promise<{ features: FeatureRows; probabilities: FeatureRows }> {
  cloudFeaturesArgs(extract, clouds, options);
  const { batch = 64 } = options;
  if (clouds.rank !== 3 || clouds.shape[2] < 3) {
    throw new ShapeError(`cloudFeatures: ${clouds} is not [n, points, 3 or more]`);
  }
  const gathered = { features: [] as FeatureRows[], probabilities: [] as FeatureRows[] };
  for (let first = 0; first < clouds.shape[0]; first += batch) {
    const last = Math.min(first + batch, clouds.shape[0]);
    const found = extract(normalizeClouds(slice(clouds, [first, last], null, [0, 3])));
    for (const name of ['features', 'probabilities'] as const) {
      if (!(found?.[name] instanceof Tensor)) {
        throw new ShapeError(`cloudFeatures: extract gave no tensor of ${name}`);
      }
      gathered[name].push(await featureRows(found[name], `cloudFeatures: ${name}`));
    }
  }
  const joined = (parts: readonly FeatureRows[]): FeatureRows => ({
    values: Float64Array.from(parts.flatMap(({ values }) => Array.from(values))),
    count: parts.reduce((n, { count }) => n + count, 0),
    dim: parts[0].dim,
  });
  return { features: joined(gathered.features), probabilities: joined(gathered.probabilities) };
}

const cloudScoresArgs = is.signature(
  'metrics.cloudScores',
  ['extract', is.func],
  ['real', is.tensor],
  ['fake', is.tensor],
  ['options', is.options({ batch: is.optional(is.scalar), split_size: is.optional(is.size) })],
);

/** P-FID of sets of clouds and P-IS of the fake one, by a given classifier. @throws ShapeError */
export async function cloudScores(
  extract: CloudExtractor,
  real: Tensor,
  fake: Tensor,
  options: { readonly batch?: number; readonly split_size?: number } = {},
): Promise<{ pfid: number; pis: InceptionScore }> {
  cloudScoresArgs(extract, real, fake, options);
  const { batch, split_size } = options;
  const [a, b] = [
    await cloudFeatures(extract, real, { batch }),
    await cloudFeatures(extract, fake, { batch }),
  ];
  return {
    pfid: await fid(a.features, b.features),
    pis: await inceptionScore(b.probabilities, { split_size }),
  };
}

const chamferMatrixArgs = is.signature('metrics.chamferMatrix', ['a', is.tensor], ['b', is.tensor]);

/** Chamfer distances of all pairs of clouds a [n, p, c] and b [m, q, c]: rows on the host, [n, m]. */
export async function chamferMatrix(a: Tensor, b: Tensor): Promise<Float64Array> {
  chamferMatrixArgs(a, b);
  const [[n, ...cloud], [m]] = [a.shape, b.shape];
  const out = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    const repeated = broadcastTo(slice(a, [i, i + 1]), [m, ...cloud]);
    const row = chamferDistance(repeated, b);
    out.set(await row.data(), i * m);
    row.dispose();
  }
  return out;
}

/** Measures of a set of fake clouds against real ones. */
export interface CloudSetMeasures {
  /** Mean over reals of the distance to the nearest fake (MMD-CD). */
  readonly mmd: number;
  /** Share of reals that are nearest to some fake (COV). */
  readonly coverage: number;
  /** Share of all clouds whose nearest other one is of their own set (1-NNA); 0.5 is best. */
  readonly nearestNeighbourAccuracy: number;
}

const cloudSetMeasuresArgs = is.signature(
  'metrics.cloudSetMeasures',
  ['real', is.tensor],
  ['fake', is.tensor],
);

/** MMD-CD, COV and 1-NNA of clouds [n, p, c] and [m, q, c]. @throws ShapeError for fewer than two each */
export async function cloudSetMeasures(real: Tensor, fake: Tensor): Promise<CloudSetMeasures> {
  cloudSetMeasuresArgs(real, fake);
  const [n, m] = [real.shape[0], fake.shape[0]];
  if (real.rank !== 3 || fake.rank !== 3 || n < 2 || m < 2) {
    throw new ShapeError(`cloudSetMeasures: needs two clouds or more, got ${real} and ${fake}`);
  }
  const across = await chamferMatrix(real, fake);
  const [ofReal, ofFake] = [await chamferMatrix(real, real), await chamferMatrix(fake, fake)];
  // the nearest of `count` by distance, the first of equals; never `self`
  const nearest = (count: number, distance: (j: number) => number, self = -1): [number, number] => {
    let [at, least] = [-1, Number.POSITIVE_INFINITY];
    for (let j = 0; j < count; j++) {
      if (j !== self && distance(j) < least) [at, least] = [j, distance(j)];
    }
    return [at, least];
  };
  let [mmd, right] = [0, 0];
  for (let i = 0; i < n; i++) {
    const [, toFake] = nearest(m, (j) => across[i * m + j]);
    const [, toReal] = nearest(n, (j) => ofReal[i * n + j], i);
    mmd += toFake / n;
    if (toReal < toFake) right++;
  }
  const covered = new Set<number>();
  for (let j = 0; j < m; j++) {
    const [at, toReal] = nearest(n, (i) => across[i * m + j]);
    const [, toFake] = nearest(m, (i) => ofFake[j * m + i], j);
    covered.add(at);
    if (toFake < toReal) right++;
  }
  return { mmd, coverage: covered.size / n, nearestNeighbourAccuracy: right / (n + m) };
}
