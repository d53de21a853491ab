// Losses of Gaussian diffusion: the variational bound and its parts against numerical integration, and what
// teaches means and what variances. That losses agree with Point-E's is checked in test/golden (group
// point_e).
import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import { type DiffusionModel, timesOf } from '../../src/diffusion/denoising-step.ts';
import type { GaussianDiffusion } from '../../src/diffusion/gaussian-diffusion.ts';
import {
  approximateNormalCdf,
  bitsPerDim,
  discretizedGaussianLogLikelihood,
  normalKl,
  priorBits,
  trainingLosses,
  vbTerms,
} from '../../src/diffusion/gaussian-diffusion-losses.ts';
import type { ReverseOptions } from '../../src/diffusion/gaussian-diffusion-sampling.ts';
import { numbersAt } from '../../src/diffusion/process.ts';
import { cosineBetas, linearBetas } from '../../src/diffusion/schedule.ts';
import { addNoise } from '../../src/diffusion/schedulers/scheduler.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { add, concat, full, mul, sum, tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../../src/tensor/tensor.ts';
import { make, near, network, normal } from '../support/gaussian-diffusion.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const x = normal(1, [2, 3, 4]);
const steps = tensor(Int32Array.of(0, 700));

const termsAt = (
  d: GaussianDiffusion,
  model: DiffusionModel,
  x0: Tensor,
  xt: Tensor,
  t: TensorLike,
  options?: ReverseOptions,
) => {
  const s = numbersAt(d.numbers, t, x0);
  return vbTerms(d, model(xt, timesOf(s.time, xt.shape[0])), x0, xt, s, options);
};

describe('the bound', () => {
  // trapezoids over +-12 deviations: exact to rounding for analytic integrands
  const integral = (f: (v: number) => number, mean: number, deviation: number): number => {
    const [n, h] = [4000, (24 * deviation) / 4000];
    let s = 0;
    for (let i = 0; i <= n; i++) s += f(mean - 12 * deviation + i * h) * h;
    return s;
  };
  const density = (v: number, mean: number, logVar: number): number =>
    Math.exp(-0.5 * ((v - mean) ** 2 / Math.exp(logVar) + logVar + Math.log(2 * Math.PI)));

  test('the divergence of two Gaussians is its integral', async () => {
    for (const [m1, l1, m2, l2] of [
      [0, 0, 0, 0],
      [0.3, -1, 0.1, -1.001],
      [0, -8, 0.01, -7],
      [1, 1, -1, 2],
    ]) {
      const want = integral(
        (v) => {
          const p = density(v, m1, l1);
          return p === 0 ? 0 : p * Math.log(p / density(v, m2, l2));
        },
        m1,
        Math.exp(l1 / 2),
      );
      const kl = await normalKl(tensor([m1]), tensor([l1]), tensor([m2]), tensor([l2])).item();
      expect(Math.abs(kl - want)).toBeLessThan(1e-5 * Math.max(1, want));
    }
  });

  test('8-bit likelihoods add up to 1 and are masses of the Gaussian', async () => {
    const levels = Float32Array.from({ length: 256 }, (_, i) => i / 127.5 - 1);
    const [mean, logDeviation] = [0.2, -3];
    const likelihoods = await discretizedGaussianLogLikelihood(
      tensor(levels),
      full([256], mean),
      full([256], logDeviation),
    ).data();
    const masses = Array.from(likelihoods, Math.exp);
    // cut off below at 1e-12
    expect(masses.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
    for (const i of [140, 153, 170]) {
      const want = density(levels[i], mean, 2 * logDeviation) * (2 / 255);
      expect(masses[i] / want).toBeCloseTo(1, 1);
    }
    const cdf = await approximateNormalCdf(tensor([-3, -1, 0, 1, 3])).data();
    for (const [i, v] of [-3, -1, 0, 1, 3].entries()) {
      const exact = integral((u) => (u <= v ? density(u, 0, 0) : 0), 0, 1);
      expect(Math.abs(cdf[i] - exact)).toBeLessThan(2e-3);
    }
  });

  test('nothing is lost where the network knows the data and has the posterior', async () => {
    const d = make({ model_mean_type: 'x_start', model_var_type: 'learned_range' });
    const oracle = () => concat([x, full([2, 3, 4], -1)], -1);
    const xt = addNoise(d, x, normal(2, [2, 3, 4]), steps);
    const { output } = termsAt(d, oracle, x, xt, steps);
    await near(output, tensor([0, 0]));
  });

  test('a step of the bound is its integral', async () => {
    const d = make({ model_var_type: 'learned_range' });
    const values = { x0: 0.3, xt: 0.8, eps: -0.2, f: 0.4, t: 420 };
    const one = (v: number) => tensor([v], { shape: [1, 1] });
    const model = () => concat([one(values.eps), one(values.f)], -1);
    const { output } = termsAt(d, model, one(values.x0), one(values.xt), values.t);
    const { t } = values;
    const { ofX0, ofXt, alpha, sigma, low: l1 } = d.numbers[t];
    const m1 = ofX0 * values.x0 + ofXt * values.xt;
    const x0Hat = (values.xt - sigma * values.eps) / alpha;
    const m2 = ofX0 * x0Hat + ofXt * values.xt;
    const share = (values.f + 1) / 2;
    const l2 = share * Math.log(d.betas[t]) + (1 - share) * l1;
    const nats = integral(
      (v) => {
        const p = density(v, m1, l1);
        return p === 0 ? 0 : p * Math.log(p / density(v, m2, l2));
      },
      m1,
      Math.exp(l1 / 2),
    );
    expect((await output.item()) / (nats / Math.LN2)).toBeCloseTo(1, 4);
  });

  test('variances are taught by the bound, means by the squared error alone', async () => {
    const d = make({ model_var_type: 'learned_range' });
    const z = normal(3, [2, 3, 4]);
    const at = tensor(Int32Array.of(3, 700));
    const terms = (a: Tensor, b: Tensor) =>
      trainingLosses(d, (y) => concat([mul(y, a), mul(y, b)], -1), x, at, z);
    const [a, b] = [tensor([0.5], { shape: [] }), tensor([0.2], { shape: [] })];
    const total = (name: 'vb' | 'mse') => (p: Tensor, q: Tensor) =>
      sum(terms(p, q)[name] as Tensor);
    expect(await grad(total('vb'))(a, b).item()).toBe(0);
    expect(await grad((q: Tensor) => total('mse')(a, q))(b).item()).toBe(0);
    expect(Math.abs(await grad((q: Tensor) => total('vb')(a, q))(b).item())).toBeGreaterThan(1e-6);
    const { loss, mse, vb } = terms(a, b);
    await near(loss, add(mse as Tensor, vb as Tensor));
  });

  test('losses of other types are the bound, rescaled by steps', async () => {
    const z = normal(3, [2, 3, 4]);
    const at = tensor(Int32Array.of(3, 70));
    const options = { betas: linearBetas(250), model_var_type: 'learned_range' } as const;
    const model: DiffusionModel = (y) => concat([mul(y, 0.5), mul(y, 0.1)], -1);
    const of = (loss_type: 'mse' | 'rescaled_mse' | 'kl' | 'rescaled_kl') =>
      trainingLosses(make({ ...options, loss_type }), model, x, at, z);
    await near(of('kl').loss, of('mse').vb as Tensor);
    await near(of('rescaled_kl').loss, mul(of('kl').loss, 250), 1e-5);
    await near(of('rescaled_mse').vb as Tensor, mul(of('mse').vb as Tensor, 0.25));
    const plain = make({ betas: linearBetas(250), model_mean_type: 'x_start' });
    const perfect = trainingLosses(plain, () => x, x, at, z);
    expect(await perfect.loss.toArray()).toEqual([0, 0]);
    expect(perfect.vb).toBeUndefined();
  });

  test('the whole bound is the sum of its steps and the prior', async () => {
    const d = make({ betas: linearBetas(25), model_var_type: 'fixed_large', discretized_t0: true });
    const noise = (call: number, shape: readonly number[]) => normal(40 + call, [...shape]);
    const found = await bitsPerDim(d, network, x, noise, { clip_denoised: true });
    let total = priorBits(d, x);
    for (let t = 24; t >= 0; t--) {
      const xt = addNoise(d, x, noise(24 - t, x.shape), t);
      total = add(total, termsAt(d, network, x, xt, t, { clip_denoised: true }).output);
    }
    await near(found.total, total, 1e-5);
    expect(found.vb.shape).toEqual([2, 25]);
    expect(found.mse.shape).toEqual([2, 25]);
    // no signal left: the prior's share goes to 0 with alphaBar
    const gone = make({ betas: cosineBetas(1000) });
    expect(Math.max(...(await priorBits(gone, x).data()))).toBeLessThan(1e-6);
  });
});
