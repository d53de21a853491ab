// Cases of the group `metrics`: measures of features and of point clouds.
import { vjp } from '../../../src/autodiff/transforms.ts';
import { covarianceOf, featureStatistics } from '../../../src/metrics/features.ts';
import { frechetDistance } from '../../../src/metrics/frechet.ts';
import { inceptionScore } from '../../../src/metrics/inception-score.ts';
import { manifoldMeasures } from '../../../src/metrics/manifold.ts';
import { fScore, nearestPoints } from '../../../src/metrics/point-clouds.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import type { Adapter, GoldenCase, Results } from '../contract.ts';
import { roleOf } from '../golden.ts';

type Named = Record<string, Tensor>;
type Compute = (c: GoldenCase, x: Named) => Results | Promise<Results>;

const number = (value: number): Tensor => ops.tensor([value], { shape: [] });

const kinds: Record<string, Compute> = {
  frechet_distance: async (_, { x, y }) => {
    const [a, b] = [await featureStatistics(x), await featureStatistics(y)];
    const value = number(frechetDistance(a, b));
    const square = (s: Float64Array): Tensor => {
      const n = Math.sqrt(s.length);
      return ops.tensor(Float32Array.from(s), { shape: [n, n] });
    };
    const outputs = {
      mu_x: ops.tensor(Float32Array.from(a.mean)),
      sigma_x: square(covarianceOf(a)),
      mu_y: ops.tensor(Float32Array.from(b.mean)),
      sigma_y: square(covarianceOf(b)),
      fid: value,
    };
    return { outputs, manifest: { value } };
  },
  inception_score: async (c, { probs }) => {
    const { mean, std } = await inceptionScore(probs, { split_size: c.split_size as number });
    return {
      outputs: { score: number(mean), std: number(std) },
      manifest: { value: number(mean) },
    };
  },
  chamfer: (c, inputs) => {
    const f = ({ x, y }: Named): Named => {
      const near = nearestPoints(x, y);
      const chamfer = ops.add(ops.mean(near.dist_x), ops.mean(near.dist_y));
      return { ...near, ...fScore(x, y, c.threshold as number), chamfer };
    };
    const [outputs, pull] = vjp(f, inputs);
    const cts = Object.entries(outputs).map(([k, y]) => [
      k,
      `output:${k}` === c.loss_kind ? ops.onesLike(y) : ops.zerosLike(y),
    ]);
    return { outputs, grads: pull(Object.fromEntries(cts)) };
  },
  prdc: async (c, { real, fake }) => {
    const found = await manifoldMeasures(real, fake, { nearest_k: c.nearest_k as number });
    const entries = Object.entries(found).map(([k, v]) => [k, number(v)] as const);
    return {
      outputs: Object.fromEntries(entries),
      manifest: Object.fromEntries(entries.map(([k, v]) => [`values.${k}`, v])),
    };
  },
};

/** Computes a case of `metrics`. */
export const metricsAdapter: Adapter = (c, golden) =>
  kinds[c.kind ?? '']?.(c, roleOf(golden, c.inputs));
