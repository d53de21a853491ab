// Gaussian diffusion with fixed and learned variances: identities between its parametrisations and samplers,
// steps that are left out. That losses and
// trajectories agree with Point-E's is checked in test/golden (group point_e).
import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import {
  type DiffusionModel,
  denoisingSteps,
  guide,
  noiseIndex,
  timesOf,
} from '../../src/diffusion/denoising-step.ts';
import {
  type GaussianDiffusion,
  scaleChannels,
  unscaleChannels,
} from '../../src/diffusion/gaussian-diffusion.ts';
import {
  diffusionFromConfig,
  namedBetas,
  pointEDiffusionConfigs,
  spaceTimesteps,
} from '../../src/diffusion/gaussian-diffusion-config.ts';
import {
  type GaussianSchedulerOptions,
  gaussianScheduler,
  pMeanVariance,
} from '../../src/diffusion/gaussian-diffusion-sampling.ts';
import { numbersAt, toEps } from '../../src/diffusion/process.ts';
import { sampler } from '../../src/diffusion/samplers.ts';
import { cosineBetas } from '../../src/diffusion/schedule.ts';
import { addNoise, type Step } from '../../src/diffusion/schedulers/scheduler.ts';
import { compile } from '../../src/runtime/compile.ts';
import { useDevice } from '../../src/runtime/device.ts';
import {
  add,
  chunk,
  concat,
  exp,
  full,
  mul,
  random,
  round,
  sin,
  sub,
  sum,
  tanh,
  tensor,
  toTensor,
} from '../../src/tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../../src/tensor/tensor.ts';
import { make, near, network, normal } from '../support/gaussian-diffusion.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const x = normal(1, [2, 3, 4]);
const steps = tensor(Int32Array.of(0, 700));

/** The step of a chain's own scheduler from x_t. */
function stepOf(
  d: GaussianDiffusion,
  model: DiffusionModel,
  from: Tensor,
  t: number,
  { eta, noise, ...options }: GaussianSchedulerOptions & { eta?: number; noise?: Tensor } = {},
): Step {
  const scheduler = gaussianScheduler(d, options);
  const { steps: all } = scheduler.plan(d.steps, { eta });
  const s = all.find(({ time }) => time === d.timesteps[t]) as (typeof all)[number];
  return scheduler.step(s, from, model(from, timesOf(s.time, from.shape[0])), [], noise);
}

describe('tables', () => {
  const d = make();

  test("the posterior's variance is 0 at the first step, its logarithm that of the second", () => {
    expect(d.numbers[0].variance).toBe(0);
    expect(d.numbers[0].low).toBe(Math.log(d.numbers[1].variance));
    expect(d.numbers[500].variance).toBeCloseTo(0.0100513358, 10);
    expect(d.numbers[500].ofX0).toBeCloseTo(0.0030580571, 10);
    expect(d.numbers[500].ofXt).toBeCloseTo(0.9941043508, 10);
  });

  test('wrong betas and steps are errors', () => {
    expect(() => make({ betas: Float64Array.of(0.1, 0) })).toThrow(/betas in \(0, 1\]/);
    expect(() => make({ use_timesteps: [3, 1000] })).toThrow(/1000/);
    expect(() => pMeanVariance(d, network, x, 1000)).toThrow(/0 \.\. 999/);
    expect(() => gaussianScheduler(d).plan(50)).toThrow(/50 steps .* has 1000/);
    expect(() => gaussianScheduler(d).plan(1000, { eta: 1 })).toThrow(/ancestral: eta/);
    expect(() => namedBetas('sqrt', 10)).toThrow(/linear, cosine/);
    const learned = make({ model_var_type: 'learned' });
    expect(() => stepOf(learned, network, x, 1)).toThrow(/2,3,8/);
  });
});

describe('parametrisations', () => {
  test('networks that predict noise, data or the mean say the same', async () => {
    const d = make();
    const data = normal(3, [2, 3, 4]);
    const eps = normal(4, [2, 3, 4]);
    const xt = addNoise(d, data, eps, steps);
    const { ofX0, ofXt } = numbersAt(d.numbers, steps, xt);
    const answers = {
      epsilon: eps,
      x_start: data,
      x_prev: add(mul(data, ofX0), mul(xt, ofXt)),
    };
    for (const model_mean_type of ['epsilon', 'x_start', 'x_prev'] as const) {
      const p = pMeanVariance(make({ model_mean_type }), () => answers[model_mean_type], xt, steps);
      // the mean's share of x_0 is 0.002 at step 700
      await near(p.predXStart, data, model_mean_type === 'x_prev' ? 1e-3 : 1e-4);
      await near(p.mean, answers.x_prev, 1e-5);
    }
  });

  const variance = async (d: GaussianDiffusion, model: DiffusionModel, t: TensorLike) =>
    toTensor(pMeanVariance(d, model, x, t).variance).data();

  test('a learned range runs from the posterior to beta', async () => {
    const d = make({ model_var_type: 'learned_range' });
    const at =
      (f: number): DiffusionModel =>
      (y) =>
        concat([y, full([...y.shape], f)], -1);
    for (const t of [0, 10, 999]) {
      const [low, high] = [await variance(d, at(-1), t), await variance(d, at(1), t)];
      expect(low[0] / make().numbers[Math.max(t, 1)].variance).toBeCloseTo(1, 5);
      expect(high[0] / d.betas[t]).toBeCloseTo(1, 5);
    }
    const learned = await variance(make({ model_var_type: 'learned' }), at(-2), 5);
    expect(learned[3]).toBeCloseTo(Math.exp(-2), 6);
    const large = await variance(make({ model_var_type: 'fixed_large' }), network, steps);
    expect(large[0]).toBeCloseTo(make().numbers[1].variance, 8);
    expect(large[1]).toBeCloseTo(d.betas[700], 8);
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
      const one = stepOf(d, network, x, t, { method: 'ddim', eta: 1, noise: z });
      await near(one.next, stepOf(d, network, x, t, { noise: z }).next, 1e-5);
    }
  });

  test('the last step adds no noise, whether variances are fixed or learned', async () => {
    for (const model_var_type of ['fixed_large', 'learned_range'] as const) {
      const d = make({ betas: cosineBetas(10), model_var_type });
      const model: DiffusionModel = (y, t) =>
        model_var_type === 'fixed_large' ? network(y, t) : concat([network(y, t), y], -1);
      const quiet = stepOf(d, model, x, 0, { noise: normal(6, [2, 3, 4]) });
      await near(quiet.next, pMeanVariance(d, model, x, 0).mean);
    }
  });

  test('learned variances are what the noise of a step is multiplied with', async () => {
    const d = make({ model_var_type: 'learned' });
    const model: DiffusionModel = (y) => concat([y, mul(y, 0.5)], -1);
    const z = normal(6, [2, 3, 4]);
    const { mean, next } = stepOf(d, model, x, 300, { noise: z });
    await near(sub(next, mean), mul(exp(mul(x, 0.25)), z), 1e-5);
  });

  test('DDIM backwards and forwards meet for noise that does not change', async () => {
    const d = make();
    const eps = normal(7, [2, 3, 4]);
    for (const t of [0, 400, 998]) {
      const there = stepOf(d, () => eps, x, t, { method: 'inversion' }).next;
      await near(stepOf(d, () => eps, there, t + 1, { method: 'ddim' }).next, x, 1e-5);
    }
    // beyond the last step is nothing but noise
    await near(stepOf(d, () => eps, x, 999, { method: 'inversion' }).next, eps, 1e-5);
    const plan = gaussianScheduler(d, { method: 'inversion' }).plan(1000);
    expect([plan.timesteps[0], plan.timesteps[999]]).toEqual([0, 999]);
  });

  test('a classifier shifts the mean by variance times gradient', async () => {
    const d = make();
    const cond_fn: DiffusionModel = (y) => full([...y.shape], 3);
    const noise = normal(8, [2, 3, 4]);
    const shift = sub(
      stepOf(d, network, x, 500, { cond_fn, noise }).next,
      stepOf(d, network, x, 500, { noise }).next,
    );
    const { variance, alpha, sigma } = d.numbers[500];
    await near(shift, full([2, 3, 4], 3 * variance));
    // and DDIM's noise by sigma times it
    const eps = (more: object) =>
      toEps('x0', x, stepOf(d, network, x, 500, { method: 'ddim', ...more }).x0, alpha, sigma);
    await near(sub(eps({}), eps({ cond_fn })), full([2, 3, 4], 3 * sigma), 1e-5);
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
      const scheduler = gaussianScheduler(d, { clip_denoised: true });
      const all = [...denoisingSteps(both, scheduler, scheduler.plan(6), start, noise)];
      expect(all.map(({ s }) => s.time)).toEqual([5, 4, 3, 2, 1, 0]);
      return all[5].next;
    };
    const eager = run(x, random.key(3));
    expect(calls).toEqual([0, 1, 2, 3, 4]);
    await near(compile(run)(x, random.key(3)), eager);
  });

  test('the sampler draws from it, learned variances included', async () => {
    const d = make({ betas: cosineBetas(6), model_var_type: 'learned_range' });
    const both: DiffusionModel = (y, t) => concat([network(y, t), sin(y)], -1);
    const scheduler = gaussianScheduler(d, { clip_denoised: true });
    const key = random.key(11);
    const noise = (step: number, shape: readonly number[]) =>
      random.normal(random.foldIn(key, noiseIndex(step)), shape);
    const start = random.normal(key, [2, 3, 4]);
    const all = [...denoisingSteps(both, scheduler, scheduler.plan(6), start, noise)];
    const draw = sampler((_: null, y: Tensor, t: Tensor) => both(y, t), scheduler);
    const drawn = await draw(null, { condition: {}, shape: [2, 3, 4], steps: 6, key });
    await near(drawn, all[5].next, 1e-5);
  });

  test('guidance leads the means alone: variances are those of the condition', async () => {
    const d = make({ betas: cosineBetas(6), model_var_type: 'learned_range' });
    const told = (y: Tensor, t: Tensor, c: Tensor): Tensor =>
      concat([tanh(add(network(y, t), c)), sin(add(y, c))], -1);
    const [c, none] = [full([2, 1, 1], 0.5), full([2, 1, 1], -0.5)];
    const [shape, key] = [[2, 3, 4], random.key(12)];
    const scheduler = gaussianScheduler(d);
    const draw = sampler((_: null, y: Tensor, t: Tensor, of: Tensor) => told(y, t, of), scheduler);
    const options = { condition: c, unconditional: none, guidance: 3, shape, steps: 6, key };
    const by: DiffusionModel = (y, t) => {
      const [means, values] = chunk(told(y, t, c), 2, -1);
      return concat([guide(means, chunk(told(y, t, none), 2, -1)[0], 3), values], -1);
    };
    const noise = (step: number, of: readonly number[]) =>
      random.normal(random.foldIn(key, noiseIndex(step)), of);
    const start = random.normal(key, shape);
    const all = [...denoisingSteps(by, scheduler, scheduler.plan(6), start, noise)];
    await near(await draw(null, options), all[5].next, 1e-5);
  });

  test('gradients run through all steps', async () => {
    const d = make({ betas: cosineBetas(4) });
    const f = (a: Tensor): Tensor => {
      const model: DiffusionModel = (y) => tanh(mul(y, a));
      const scheduler = gaussianScheduler(d, { method: 'ddim' });
      const plan = scheduler.plan(4, { eta: 0.5 });
      const all = [...denoisingSteps(model, scheduler, plan, x, () => x)];
      return sum(mul(all[3].next, normal(9, [2, 3, 4])));
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
      expect(d.alphasCumprod[i] / whole.alphasCumprod[t]).toBeCloseTo(1, 12);
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
