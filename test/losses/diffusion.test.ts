// Denoising steps as actions: densities, DDPO, DPOK; weights of noise levels.

import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { alphaBars, minSnrWeight, scaledLinearBetas } from '../../src/diffusion/schedule.ts';
import { ddimKlFactor } from '../../src/losses/diffusion-policy.ts';
import * as losses from '../../src/losses/index.ts';
import { type ErrorOf, errorFactor } from '../../src/losses/min-snr.ts';
import * as rl from '../../src/rl/index.ts';
import { ShapeError } from '../../src/tensor/errors.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';
import { expectFinite, expectNear, floats, normal } from './support.ts';

beforeAll(async () => {
  await use('cpu');
});

const zeros = (n: number): number[] => new Array<number>(n).fill(0);

describe('densities of steps', () => {
  test('of what was drawn are -z²/2 - log sigma - log(2 pi)/2, averaged or summed', async () => {
    const [center, z, sigma] = [normal(1, [3, 2, 4]), normal(2, [3, 2, 4]), 0.3];
    const drawn = ops.add(center, ops.mul(z, sigma));
    const each = ops.sub(ops.mul(ops.square(z), -0.5), Math.log(sigma) + 0.9189385332);
    const logp = losses.denoisingLogProbability(drawn, center, sigma);
    await expectNear(logp, ops.mean(each, [1, 2]), 1e-5);
    const whole = losses.denoisingLogProbability(drawn, center, sigma, 'sum');
    await expectNear(whole, ops.sum(each, [1, 2]), 1e-5);
  });

  test('integrate to 1 and have the score for a gradient', async () => {
    const x = ops.linspace(-6, 8, 4001);
    const p = ops.exp(losses.gaussianLogDensity(x, ops.full([4001], 1), 0.7));
    await expectNear(ops.mul(ops.sum(p), 14 / 4000), 1, 1e-4);
    const [y, m] = [normal(1, [5]), normal(2, [5])];
    const score = grad((t: Tensor) => ops.sum(losses.gaussianLogDensity(t, m, 0.5)))(y);
    await expectNear(score, ops.div(ops.sub(m, y), 0.25));
  });

  test('the drawn x is data: no gradient reaches what it was made of', async () => {
    const g = grad((x: Tensor) =>
      ops.sum(losses.denoisingLogProbability(ops.mul(x, 2), [[1, 2]], 1)),
    );
    await expectNear(g(floats([[3, 4]])), zeros(2));
  });

  test('steps without noise have none', () => {
    expect(() => losses.denoisingLogProbability([[1]], [[1]], 0)).toThrow(/eta above 0/);
    expect(() => losses.gaussianLogDensity([1, 2], [1], 1)).toThrow(/f32\[2\].*f32\[1\]/);
  });
});

describe('DDPO', () => {
  const [logp, advantages] = [normal(1, [6]), normal(2, [6])];

  test('the first update is the score function estimator', async () => {
    const f = (x: Tensor) => rl.ddpoLoss(x, logp, advantages);
    await expectNear(f(logp).clipFraction, 0);
    await expectNear(f(logp).approximateKl, 0);
    await expectNear(grad((x: Tensor) => f(x).loss)(logp), ops.div(advantages, -6));
  });

  test('advantages are limited, and equal rewards give no gradient', async () => {
    const limited = grad((x: Tensor) => rl.ddpoLoss(x, logp, ops.full([6], 100)).loss)(logp);
    await expectNear(limited, new Array<number>(6).fill(-5 / 6));
    const none = losses.groupAdvantages(ops.full([6], 3), { correction: 0 });
    await expectNear(grad((x: Tensor) => rl.ddpoLoss(x, logp, none).loss)(logp), zeros(6));
  });

  test('a linear Gaussian policy: the mean of the estimator is the gradient of the expected reward', async () => {
    // x ~ N(theta, s²), reward -(x - 1)²: d/dtheta E = -2 (theta - 1)
    const [n, s, theta] = [60000, 0.5, floats(0.3)];
    const x = ops.add(ops.mul(normal(3, [n, 1]), s), 0.3);
    const reward = ops.neg(ops.square(ops.sub(ops.reshape(x, [n]), 1)));
    const a = ops.sub(reward, ops.mean(reward));
    const f = (t: Tensor) => {
      const now = losses.denoisingLogProbability(x, ops.broadcastTo(t, [n, 1]), s);
      const old = losses.denoisingLogProbability(x, ops.full([n, 1], 0.3), s);
      return rl.ddpoLoss(now, old, a, { advantageLimit: 1e9 }).loss;
    };
    // deviation of the mean: about 2.5 / sqrt(n) = 0.01
    expect(Math.abs((await grad(f)(theta).item()) + 1.4)).toBeLessThan(0.05);
  });
});

describe('DPOK', () => {
  const eps = normal(1, [2, 3, 3, 1]);
  const batch = {
    logp: floats([0, 0]),
    oldLogp: floats([0, 0]),
    advantages: floats([1, -2]),
    prediction: eps,
    reference: eps,
  };

  test('at the start the divergence and its gradient are 0', async () => {
    const f = (prediction: Tensor) => rl.dpokLoss({ ...batch, prediction }).kl;
    await expectNear(f(eps), 0);
    await expectNear(grad(f)(eps), zeros(18));
    await expectNear(rl.dpokLoss(batch).loss, 10 * 0.5);
  });

  test('outside of the band the ratio has no gradient on either side', async () => {
    const f = (logp: Tensor) => rl.dpokLoss({ ...batch, logp }).loss;
    await expectNear(grad(f)(floats([0.1, 0.1])), [0, 0]);
    await expectNear(grad(f)(floats([-0.1, -0.1])), [0, 0]);
    await expectNear(grad(f)(floats([0, 0])), [-5, 10]);
  });

  test('weighs the reward by 10 and the divergence by 0.01 where nothing is said', async () => {
    // predictions two apart: a divergence of 4; policy mean(-1, 2) = 0.5
    const given = { ...batch, prediction: ops.add(eps, 2) };
    await expectNear(rl.dpokLoss(given).kl, 4, 1e-5);
    await expectNear(rl.dpokLoss(given).loss, 10 * 0.5 + 0.01 * 4, 1e-5);
    const other = rl.dpokLoss(given, { rewardWeight: 3, klWeight: 0.5 });
    await expectNear(other.loss, 3 * 0.5 + 0.5 * 4, 1e-5);
  });

  test('advantages are constants', async () => {
    const f = (advantages: Tensor) => rl.dpokLoss({ ...batch, advantages }).loss;
    await expectNear(
      grad((a: Tensor) => ops.add(f(a), ops.mul(ops.sum(a), 0)))(floats([1, -2])),
      [0, 0],
    );
  });

  test('kappa of the 50 steps of Stable Diffusion, and what it means', async () => {
    const bars = alphaBars(scaledLinearBetas());
    const factor = (t: number) => {
      const [a, p] = [bars[t], bars[Math.max(t - 20, 0)]];
      const std = Math.sqrt(((1 - p) / (1 - a)) * (1 - a / p));
      return { kappa: ddimKlFactor(a, p, std), a, p, std };
    };
    const steps = Array.from({ length: 50 }, (_, i) => factor(20 * i + 1).kappa);
    for (const [t, want] of [
      [1, 0.50319],
      [21, 5.36212],
      [201, 0.09332],
      [501, 0.071134],
      [981, 0.131354],
    ]) {
      expect(steps[(t - 1) / 20] / want).toBeCloseTo(1, 4);
    }
    expect(steps.reduce((a, b) => a + b)).toBeCloseTo(11.004, 2);
    // the divergence of two step Gaussians, by the means themselves
    const { kappa, a, p, std } = factor(501);
    const [x, e1, e2] = [normal(1, [2, 5]), normal(2, [2, 5]), normal(3, [2, 5])];
    const mean = (e: Tensor) => {
      const x0 = ops.div(ops.sub(x, ops.mul(e, Math.sqrt(1 - a))), Math.sqrt(a));
      return ops.add(ops.mul(x0, Math.sqrt(p)), ops.mul(e, Math.sqrt(1 - p - std ** 2)));
    };
    const exact = losses.equalVarianceKl(mean(e1), mean(e2), std);
    const got = rl.dpokLoss({ ...batch, prediction: e1, reference: e2 }, { kappa }).kl;
    await expectNear(got, ops.mean(exact));
    expect(() => ddimKlFactor(0.5, 0.6, 0)).toThrow(ShapeError);
  });

  test('rewards weigh errors: equal rewards scale the loss, a shift adds plain training', async () => {
    const [p, t] = [normal(1, [3, 4]), normal(2, [3, 4])];
    const plain = ops.mean(ops.square(ops.sub(p, t)));
    await expectNear(rl.rewardWeightedError(p, t, [2, 2, 2]), ops.mul(plain, 2));
    const shifted = rl.rewardWeightedError(p, t, [1, -1, 0], 3);
    const rest = rl.rewardWeightedError(p, t, [1, -1, 0]);
    await expectNear(shifted, ops.add(rest, ops.mul(plain, 3)));
    expect(() => rl.rewardWeightedError(p, t, [1])).toThrow(ShapeError);
  });
});

describe('min-SNR weights', () => {
  const ratios = [0, 1e-8, 0.3, 5, 700, 1e10];

  test.each(['eps', 'x0', 'v'] as const)(
    'of %s agree with the numbers of the host',
    async (kind) => {
      const host = ratios.slice(1).map((snr) => {
        const alpha = Math.sqrt(snr / (1 + snr));
        return minSnrWeight(kind, { alpha, sigma: Math.sqrt(1 / (1 + snr)) });
      });
      await expectNear(losses.minSnrWeights(kind, ratios.slice(1)), host);
    },
  );

  test('without a limit, eps has weight 1 and x0 the ratio; at no signal eps has its limit', async () => {
    const unlimited = losses.minSnrWeights('eps', ratios, Number.POSITIVE_INFINITY);
    await expectNear(unlimited, [1, 1, 1, 1, 1, 1]);
    await expectNear(losses.minSnrWeights('x0', ratios, 1e20), ratios);
    await expectNear(losses.minSnrWeights('eps', [0]), 1);
    const noiseless = ops.full([1], Number.POSITIVE_INFINITY);
    for (const [kind, want] of Object.entries({ x0: 5, eps: 0, v: 0 })) {
      await expectNear(losses.minSnrWeights(kind as ErrorOf, noiseless), want);
      expect(minSnrWeight(kind as ErrorOf, { alpha: 1, sigma: 0 })).toBe(want);
    }
    await expectFinite(losses.minSnrWeights('v', ratios));
  });

  test('all three weigh the same error of x0 alike', async () => {
    const [snr, x0] = [0.7, 0.31];
    const parts = (['x0', 'eps', 'v'] as const).map((kind) => {
      const [a, b] = errorFactor[kind];
      return ops.mul(losses.minSnrWeights(kind, snr), x0 * (a + b * snr));
    });
    await expectNear(ops.stack(parts), [0.217, 0.217, 0.217]);
  });
});
