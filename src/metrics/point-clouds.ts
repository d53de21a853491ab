// Measures of point clouds [n, points, c]: Chamfer distance and F-score of pairs of clouds, as operations with
// gradients (Fan et al. 2017, arXiv:1612.00603; Knapitsch et al. 2017 for the F-score).

import { stopGradient } from '../autodiff/identity.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, div, mul, square, sub, where } from '../tensor/ops/arithmetic.ts';
import { greater, less } from '../tensor/ops/comparison.ts';
import { onesLike } from '../tensor/ops/create.ts';
import { gather } from '../tensor/ops/indexing.ts';
import { sliceAxis } from '../tensor/ops/layout.ts';
import { expandDims, swapAxes } from '../tensor/ops/rearrange.ts';
import { argmin, max, mean, sum } from '../tensor/ops/reduce.ts';
import { sqrt } from '../tensor/ops/transcendental.ts';
import { broadcastTo, cast } from '../tensor/ops/views.ts';
import type { Tensor } from '../tensor/tensor.ts';

function checkClouds(what: string, x: Tensor, y: Tensor): void {
  const fits = x.rank === 3 && y.rank === 3 && x.shape[2] === y.shape[2];
  if (!fits || x.shape[0] !== y.shape[0] || x.size === 0 || y.size === 0) {
    throw new ShapeError(
      `${what}: needs clouds [n, points, c] and [n, points', c], got ${x}, ${y}`,
    );
  }
}

// Squared distances [n, p, q], channel by channel: one expression of elements, which the reduction that reads
// it takes in, so that they never lie in memory.
function squaredDistances(x: Tensor, y: Tensor): Tensor {
  const channel = (c: number): Tensor => {
    const [a, b] = [x, y].map((t) => sliceAxis(t, 2, [c, c + 1]));
    return square(sub(a, swapAxes(b, 1, 2))); // [n, p, 1] - [n, 1, q]
  };
  return Array.from({ length: x.shape[2] }, (_, c) => channel(c)).reduce((a, b) => add(a, b));
}

/** Squared distance of each point to the other cloud's nearest, and which that is. */
export interface NearestPoints {
  /** [n, points of x] and [n, points of y] */
  readonly dist_x: Tensor;
  readonly dist_y: Tensor;
  /** i32, the first of equally near ones. */
  readonly index_x: Tensor;
  readonly index_y: Tensor;
}

const nearestPointsArgs = is.signature('metrics.nearestPoints', ['x', is.tensor], ['y', is.tensor]);

/**
 * Nearest points between clouds x [n, p, c] and y [n, q, c], both ways. Gradients go to both points of a
 * pair; the choice of the pair is a constant. @throws ShapeError
 */
export function nearestPoints(x: Tensor, y: Tensor): NearestPoints {
  nearestPointsArgs(x, y);
  checkClouds('nearestPoints', x, y);
  const oneWay = (a: Tensor, b: Tensor): [Tensor, Tensor] => {
    const index = argmin(squaredDistances(stopGradient(a), stopGradient(b)), 2);
    const [n, p, c] = a.shape;
    const nearest = gather(b, broadcastTo(expandDims(index, 2), [n, p, c]), 1);
    return [sum(square(sub(a, nearest)), 2), index];
  };
  const [[dist_x, index_x], [dist_y, index_y]] = [oneWay(x, y), oneWay(y, x)];
  return { dist_x, dist_y, index_x, index_y };
}

const chamferDistanceArgs = is.signature(
  'metrics.chamferDistance',
  ['x', is.tensor],
  ['y', is.tensor],
);

/**
 * Chamfer distance of each pair of clouds, [n]: mean_x min_y |x - y|² + mean_y min_x |x - y|².
 * @throws ShapeError
 */
export function chamferDistance(x: Tensor, y: Tensor): Tensor {
  chamferDistanceArgs(x, y);
  const { dist_x, dist_y } = nearestPoints(x, y);
  return add(mean(dist_x, 1), mean(dist_y, 1));
}

const fScoreArgs = is.signature(
  'metrics.fScore',
  ['x', is.tensor],
  ['y', is.tensor],
  ['threshold', is.scalar],
);

/**
 * F-score of each pair of clouds, [n]: the harmonic mean of the shares of points whose nearest point lies
 * nearer than `threshold`, a bound on squared distances; 0 where both shares are. No gradient.
 * @throws ShapeError
 */
export function fScore(
  x: Tensor,
  y: Tensor,
  threshold = 0.001,
): { fscore: Tensor; precision_x: Tensor; precision_y: Tensor } {
  fScoreArgs(x, y, threshold);
  const { dist_x, dist_y } = nearestPoints(x, y);
  const share = (d: Tensor): Tensor => mean(cast(less(d, threshold), d.dtype), 1);
  const [precision_x, precision_y] = [share(dist_x), share(dist_y)];
  const total = add(precision_x, precision_y);
  const some = greater(total, 0);
  const harmonic = div(mul(mul(precision_x, precision_y), 2), where(some, total, onesLike(total)));
  return { fscore: harmonic, precision_x, precision_y };
}

const normalizeCloudsArgs = is.signature('metrics.normalizeClouds', ['clouds', is.tensor]);

/** Each cloud [n, points, c] centred at its mean and divided by its largest radius, as P-FID wants it. */
export function normalizeClouds(clouds: Tensor): Tensor {
  normalizeCloudsArgs(clouds);
  if (clouds.rank !== 3) throw new ShapeError(`normalizeClouds: ${clouds} is not [n, points, c]`);
  const centred = sub(clouds, mean(clouds, 1, { keepDims: true }));
  const radius = sqrt(max(sum(square(centred), 2, { keepDims: true }), 1, { keepDims: true }));
  return div(centred, where(greater(radius, 0), radius, onesLike(radius)));
}
