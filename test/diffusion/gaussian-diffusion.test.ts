// Gaussian diffusion with fixed and learned variances: identities between its parametrisations and samplers,
// steps that are left out. That losses and
// trajectories agree with Point-E's is checked in test/golden (group point_e).
import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import {
  epsFromX0,
  pMeanVariance,
  qPosteriorMean,
  qSample,
  scaleChannels,
  unscaleChannels,
  x0FromEps,
} from '../../src/diffusion/gaussian-diffusion.ts';
import {
  diffusionFromConfig,
  namedBetas,
  pointEDiffusionConfigs,
  spaceTimesteps,
} from '../../src/diffusion/gaussian-diffusion-config.ts';
import {
  ddimReverseSample,
  ddimSample,
  pSample,
  sampleSteps,
} from '../../src/diffusion/gaussian-diffusion-sampling.ts';
import type { DiffusionModel } from '../../src/diffusion/reverse-options.ts';
import { cosineBetas } from '../../src/diffusion/schedule.ts';
import { compile } from '../../src/runtime/compile.ts';
import { useDevice } from '../../src/runtime/device.ts';
import {
  concat,
  full,
  mul,
  random,
  round,
  sin,
  sub,
  sum,
  tanh,
  tensor,
} from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { make, near, network, normal } from '../support/gaussian-diffusion.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const x = normal(1, [2, 3, 4]);
const steps = tensor(Int32Array.of(0, 700));

describe('tables', () => {
  const d = make();

  test('the posterior of the linear schedule', () => {
    expect(d.posteriorVariance[2]).toBeCloseTo(8.548911523e-5, 14);
    expect(d.meanOfX0[2]).toBeCloseTo(0.3887068359, 10);
    expect(d.meanOfXt[2]).toBeCloseTo(0.6112931603, 10);
    expect(d.posteriorVariance[500]).toBeCloseTo(0.0100513358, 10);
    expect(d.meanOfX0[500]).toBeCloseTo(0.0030580571, 10);
    expect(d.meanOfXt[500]).toBeCloseTo(0.9941043508, 10);
  });

  test('its variance is 0 at the first step, the logarithm that of the second', () => {
    expect(d.posteriorVariance[0]).toBe(0);
    expect(d.posteriorLogVariance[0]).toBe(Math.log(d.posteriorVariance[1]));
  });

  test('wrong betas and steps are errors', () => {
    expect(() => make({ betas: Float64Array.of(0.1, 0) })).toThrow(/betas in \(0, 1\]/);
    expect(() => make({ use_timesteps: [3, 1000] })).toThrow(/1000/);
    expect(() => pSample(d, network, x, 1000, x)).toThrow(/0 \.\. 999/);
    expect(() => namedBetas('sqrt', 10)).toThrow(/linear, cosine/);
    const learned = make({ model_var_type: 'learned' });
    expect(() => pSample(learned, network, x, 1, x)).toThrow(/2,3,8/);
  });
});

describe('parametrisations', () => {
  test('noise and data turn into each other', async () => {
    const d = make();
    for (const t of [1, 300, 999]) {
      const eps = normal(2, [2, 3, 4]);
      await near(epsFromX0(d, x, t, x0FromEps(d, x, t, eps)), eps, 1e-5);
    }
  });

  test('networks that predict noise, data or the mean say the same', async () => {
    const d = make();
    const data = normal(3, [2, 3, 4]);
    const xt = qSample(d, data, steps, normal(4, [2, 3, 4]));
    const answers = {
      epsilon: epsFromX0(d, xt, steps, data),
      x_start: data,
      x_prev: qPosteriorMean(d, data, xt, steps),
    };
    for (const model_mean_type of ['epsilon', 'x_start', 'x_prev'] as const) {
      const p = pMeanVariance(make({ model_mean_type }), () => answers[model_mean_type], xt, steps);
      // the mean's share of x_0 is 0.002 at step 700
      await near(p.predXStart, data, model_mean_type === 'x_prev' ? 1e-3 : 1e-4);
      await near(p.mean, answers.x_prev, 1e-5);
    }
  });

  test('a learned range runs from the posterior to beta', async () => {
    const d = make({ model_var_type: 'learned_range' });
    const at =
      (f: number): DiffusionModel =>
      (y) =>
        concat([y, full([...y.shape], f)], -1);
    for (const t of [0, 10, 999]) {
      const low = await pMeanVariance(d, at(-1), x, t).variance.data();
      const high = await pMeanVariance(d, at(1), x, t).variance.data();
      expect(low[0] / d.posteriorVariance[Math.max(t, 1)]).toBeCloseTo(1, 5);
      expect(high[0] / d.betas[t]).toBeCloseTo(1, 5);
    }
    const learned = pMeanVariance(make({ model_var_type: 'learned' }), at(-2), x, 5);
    expect((await learned.variance.data())[3]).toBeCloseTo(Math.exp(-2), 6);
    const large = await pMeanVariance(
      make({ model_var_type: 'fixed_large' }),
      network,
      x,
      steps,
    ).variance.data();
    expect(large[0]).toBeCloseTo(d.posteriorVariance[1], 8);
    expect(large[23]).toBeCloseTo(d.betas[700], 8);
  });

  test('estimates are processed, then clipped', async () => {
    const d = make({ model_mean_type: 'x_start' });
    const options = { clip_denoised: true, denoised_fn: (y: Tensor) => mul(y, 2) };
    const p = pMeanVariance(d, () => full([2, 3, 4], 0.4), x, 5, options);
    expect((await p.predXStart.data())[0]).toBeCloseTo(0.8, 6);
    const q = pMeanVariance(d, () => full([2, 3, 4], -0.7), x, 5, options);
    expect((await q.predXStart.data())[0]).toBe(-1);
  });
});

describe('samplers', () => {
  test('DDIM with eta 1 is the ancestral step', async () => {
    const d = make();
    const z = normal(5, [2, 3, 4]);
    for (const t of [0, 1, 50, 999]) {
      const one = ddimSample(d, network, x, t, { eta: 1, noise: z });
      await near(one.sample, pSample(d, network, x, t, z).sample, 1e-5);
    }
    expect(() => ddimSample(d, network, x, 5, { eta: 0.5 })).toThrow(/noise/);
  });

  test('the last step adds no noise', async () => {
    const d = make({ betas: cosineBetas(10), model_var_type: 'fixed_large' });
    const quiet = pSample(d, network, x, 0, normal(6, [2, 3, 4]));
    await near(quiet.sample, pMeanVariance(d, network, x, 0).mean);
  });

  test('DDIM backwards and forwards meet for noise that does not change', async () => {
    const d = make();
    const eps = normal(7, [2, 3, 4]);
    for (const t of [0, 400, 998]) {
      const there = ddimReverseSample(d, () => eps, x, t).sample;
      await near(ddimSample(d, () => eps, there, t + 1).sample, x, 1e-5);
    }
  });

  test('a classifier shifts the mean by variance times gradient', async () => {
    const d = make();
    const cond_fn: DiffusionModel = (y) => full([...y.shape], 3);
    const z = normal(8, [2, 3, 4]);
    const shift = sub(
      pSample(d, network, x, 500, z, { cond_fn }).sample,
      pSample(d, network, x, 500, z).sample,
    );
    await near(shift, full([2, 3, 4], 3 * d.posteriorVariance[500]));
    // and DDIM's noise by sigma times it
    const eps = (o: object) => epsFromX0(d, x, 500, ddimSample(d, network, x, 500, o).predXStart);
    await near(sub(eps({}), eps({ cond_fn })), full([2, 3, 4], 3 * d.noise[500]), 1e-5);
  });

  test('all steps in turn, each with its own noise; compiled as eager', async () => {
    const d = make({ betas: cosineBetas(6), model_var_type: 'learned_range' });
    const both: DiffusionModel = (y, t) => concat([network(y, t), sin(y)], -1);
    const calls: number[] = [];
    const run = (start: Tensor, key: Tensor): Tensor => {
      const noise = (call: number, shape: readonly number[]) => {
        calls.push(call);
        return random.normal(random.foldIn(key, call), shape);
      };
      const all = [...sampleSteps(d, both, start, noise, { clip_denoised: true })];
      expect(all.map(({ step }) => step)).toEqual([5, 4, 3, 2, 1, 0]);
      return all[5].sample;
    };
    const eager = run(x, random.key(3));
    expect(calls).toEqual([0, 1, 2, 3, 4, 5]);
    await near(compile(run)(x, random.key(3)), eager);
    // a step's number may be an argument of a compiled step
    const step = compile((y: Tensor, t: Tensor) => pSample(d, both, y, t, x).sample);
    await near(step(x, 3 as unknown as Tensor), pSample(d, both, x, 3, x).sample);
  });

  test('gradients run through all steps', async () => {
    const d = make({ betas: cosineBetas(4) });
    const f = (a: Tensor): Tensor => {
      const model: DiffusionModel = (y) => tanh(mul(y, a));
      const all = [...sampleSteps(d, model, x, () => x, { method: 'ddim', eta: 0.5 })];
      return sum(mul(all[3].sample, normal(9, [2, 3, 4])));
    };
    const at = (v: number) => tensor(Float64Array.of(v), { shape: [] });
    const [up, down] = [await f(at(0.5001)).item(), await f(at(0.4999)).item()];
    expect((await grad(f)(at(0.5)).item()) / ((up - down) / 2e-4)).toBeCloseTo(1, 3);
  });
});

describe('steps that are left out', () => {
  test('strides, sections and exact lists', () => {
    expect(spaceTimesteps(1000, 'ddim25')).toEqual(Array.from({ length: 25 }, (_, i) => 40 * i));
    expect(spaceTimesteps(10, 'exact7,0,7')).toEqual([0, 7]);
    expect(spaceTimesteps(10, '3')).toEqual([0, 4, 9]);
    const sections = spaceTimesteps(300, [10, 15, 20]);
    const inSection = (i: number) => sections.filter((t) => Math.floor(t / 100) === i).length;
    expect([0, 1, 2].map(inSection)).toEqual([10, 15, 20]);
    expect(() => spaceTimesteps(1000, 'ddim999')).toThrow(/999/);
    expect(() => spaceTimesteps(10, [4, 7])).toThrow(/section/);
    expect(() => spaceTimesteps(10, 'exact10')).toThrow(/no step 10/);
    expect(() => spaceTimesteps(10, 'ten')).toThrow(/whole number/);
  });

  test('levels of the kept steps stay, and the network is told their numbers', async () => {
    const config = { ...pointEDiffusionConfigs.base40M, respacing: 'exact3,500,1023' };
    const d = diffusionFromConfig(config);
    const whole = diffusionFromConfig(pointEDiffusionConfigs.base40M);
    expect(d.steps).toBe(3);
    for (const [i, t] of [3, 500, 1023].entries()) {
      expect(d.alphaBars[i] / whole.alphaBars[t]).toBeCloseTo(1, 12);
    }
    let told: Tensor | undefined;
    const model: DiffusionModel = (y, t) => {
      told = t;
      return concat([y, y], -1);
    };
    pMeanVariance(d, model, normal(1, [2, 5, 6]), tensor(Int32Array.of(1, 2)));
    expect(await (told as unknown as Tensor).toArray()).toEqual([500, 1023]);
  });

  test('colours come back exactly, coordinates nearly', async () => {
    const d = diffusionFromConfig(pointEDiffusionConfigs.upsample);
    const cloud = tensor(
      Float32Array.from({ length: 256 * 6 }, (_, i) => (i % 6 < 3 ? i / 3000 - 0.25 : i / 6) | 0),
      { shape: [1, 256, 6] },
    );
    const back = unscaleChannels(d, scaleChannels(d, cloud));
    await near(round(back), round(cloud), 1e-30);
    const scaled = await scaleChannels(d, full([1, 1, 6], 255)).data();
    expect(scaled[5]).toBeCloseTo(1, 6);
    expect(scaled[0]).toBe(510);
  });
});
