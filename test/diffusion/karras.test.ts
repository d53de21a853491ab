// Sampling by noise level: the grid, convergence to the exact solution on Gaussian data, churn, guidance and
// preconditioning, and stacks of point-cloud models. That trajectories agree with Point-E's is checked in
// test/golden (group point_e).
import { beforeAll, describe, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import {
  type DiffusionModel,
  denoisingSteps,
  noiseIndex,
} from '../../src/diffusion/denoising-step.ts';
import {
  type GaussianDiffusion,
  gaussianDiffusion,
} from '../../src/diffusion/gaussian-diffusion.ts';
import {
  diffusionFromConfig,
  pointEDiffusionConfigs,
} from '../../src/diffusion/gaussian-diffusion-config.ts';
import {
  gaussianDenoise,
  guidedDenoise,
  karrasDenoise,
  karrasPreconditioned,
  karrasSteps,
  karrasTrainingLosses,
  stepsOfSigmas,
} from '../../src/diffusion/karras.ts';
import {
  type CloudConditions,
  type PointCloudStage,
  samplePointClouds,
  splitPointClouds,
} from '../../src/diffusion/point-cloud-sampler.ts';
import { sampler } from '../../src/diffusion/samplers.ts';
import { linearBetas } from '../../src/diffusion/schedule.ts';
import {
  type KarrasSchedulerOptions,
  karrasScheduler,
} from '../../src/diffusion/schedulers/karras.ts';
import { sigmaTable } from '../../src/diffusion/schedulers/sigmas.ts';
import { compile } from '../../src/runtime/compile.ts';
import { useDevice } from '../../src/runtime/device.ts';
import {
  add,
  concat,
  div,
  full,
  mul,
  random,
  reshape,
  slice,
  sub,
  sum,
  tanh,
  tensor,
} from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { worstError } from '../support/devices.ts';
import { near, network, normal } from '../support/gaussian-diffusion.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const noiseOf =
  (seed: number) =>
  (call: number, shape: readonly number[]): Tensor =>
    normal(seed + call, shape);
const x = normal(1, [2, 3, 4]);
const levelsOf = (steps: number, options: KarrasSchedulerOptions = {}) =>
  karrasScheduler(options).plan(steps).sigmas as readonly number[];
type Run = Parameters<typeof karrasSteps>;
const karrasSample = (...run: Run): Tensor => ([...karrasSteps(...run)].at(-1) as { x: Tensor }).x;

describe('levels', () => {
  test("Point-E's grid, and 0 after it", () => {
    const sigmas = levelsOf(64, { sigma_min: 1e-3, sigma_max: 120 });
    expect(sigmas).toHaveLength(65);
    for (const [i, want] of [
      [0, 120],
      [1, 109.584394],
      [32, 2.9027017],
      [62, 1.5901976e-3],
      [63, 1e-3],
    ]) {
      expect(sigmas[i] / want).toBeCloseTo(1, 7);
    }
    expect(sigmas[64]).toBe(0);
  });

  test('levels that do not fall to 0 are errors', () => {
    expect(() => levelsOf(0)).toThrow(/fall to 0/);
    expect(() => levelsOf(2, { sigmas: [1, 2, 0] })).toThrow(/1, 2, 0/);
    expect(() => levelsOf(1, { sigmas: [2, 1] })).toThrow(/fall to 0/);
    expect(() => levelsOf(3, { sigmas: [2, 1, 0] })).toThrow(/3 steps need 4 levels/);
    expect(() => karrasScheduler().plan(4, { eta: 1 })).toThrow(/eta/);
  });

  test('each level of a table is its own step, levels between belong to the cleaner one', async () => {
    for (const name of ['base40M', 'upsample']) {
      const d = diffusionFromConfig(pointEDiffusionConfigs[name]);
      const table = sigmaTable(d);
      const steps = Array.from(table, (_, t) => t);
      const at = (sigmas: Float64Array) => stepsOfSigmas(d, tensor(Float32Array.from(sigmas)));
      expect(await at(table).toArray()).toEqual(steps);
      const between = table.slice(1).map((s, t) => (s + table[t]) / 2);
      expect(await at(between).toArray()).toEqual(steps.slice(0, -1));
      expect(await at(Float64Array.of(1e-6, 1e9)).toArray()).toEqual([0, d.steps - 1]);
    }
  });
});

// Data N(mu, s0²): x̂_0 = (s0² x + sigma² mu) / (s0² + sigma²), and x - mu shrinks as sqrt(s0² + sigma²).
describe('convergence on Gaussian data', () => {
  const [mu, s0] = [0.5, 0.3];
  const exactly: DiffusionModel = (y, sigmas) => {
    const square = mul(reshape(sigmas, [sigmas.size, 1]), reshape(sigmas, [sigmas.size, 1]));
    return div(add(mul(y, s0 ** 2), mul(square, mu)), add(square, s0 ** 2));
  };
  const unit = tensor(Float64Array.of(1.1), { shape: [1, 1] });
  const [top, never] = [20, () => expect.unreachable('no noise is drawn')];

  async function errorOf(sampler: 'heun' | 'dpm', steps: number): Promise<number> {
    const options = { sampler, steps, sigma_min: 1e-4, sigma_max: top };
    const got = await karrasSample(exactly, unit, never as never, options).item();
    const want = mu + (1.1 * top - mu) * (s0 / Math.sqrt(s0 ** 2 + top ** 2));
    return Math.abs(got - want);
  }

  test('Heun and the midpoint method are of second order', async () => {
    for (const sampler of ['heun', 'dpm'] as const) {
      const errors = [await errorOf(sampler, 40), await errorOf(sampler, 80)];
      expect(errors[0]).toBeLessThan(5e-3);
      expect(errors[0] / errors[1]).toBeGreaterThan(3.2);
    }
  });

  // With a linear denoiser the result is linear in all noise, so its variance is a sum of squares: row 0 gets no
  // noise, row 1 that of the start, row k + 2 that of call k.
  async function spread(options: KarrasSchedulerOptions & { steps: number }): Promise<number> {
    const rows = options.steps + 2;
    const only = (row: number): Tensor =>
      tensor(
        Float64Array.from({ length: rows }, (_, i) => (i === row ? 1 : 0)),
        { shape: [rows, 1] },
      );
    const end = await karrasSample(exactly, only(1), (call) => only(call + 2), options).data();
    let variance = 0;
    for (let i = 1; i < rows; i++) variance += (end[i] - end[0]) ** 2;
    return Math.sqrt(variance) / s0;
  }

  test('with fresh noise the spread of samples becomes that of the data', async () => {
    const levels = { sigma_min: 1e-3, sigma_max: top };
    const plans: KarrasSchedulerOptions[] = [{ sampler: 'ancestral' }, { s_churn: 10 }];
    for (const plan of plans) {
      const few = Math.abs((await spread({ ...plan, ...levels, steps: 50 })) - 1);
      const many = Math.abs((await spread({ ...plan, ...levels, steps: 100 })) - 1);
      expect(few).toBeLessThan(0.1);
      expect(few / many).toBeGreaterThan(1.8); // the ancestral method is of first order
    }
  });
});

describe('steps', () => {
  const denoise = karrasDenoise(network);
  const levels = { steps: 5, sigma_min: 0.05, sigma_max: 8 };

  test('the last step of Heun is its estimate; every step is shown, and the result', async () => {
    const all = [...karrasSteps(denoise, x, noiseOf(0), levels)];
    expect(all).toHaveLength(6);
    await near(all[0].x, mul(x, 8));
    await near(all[5].x, all[4].x0);
    await near(all[5].x0, all[4].x0);
  });

  test('the estimate at the end is the last one shown; of the ancestral method, the result', async () => {
    for (const sampler of ['heun', 'dpm', 'ancestral'] as const) {
      const all = [...karrasSteps(denoise, x, noiseOf(0), { ...levels, sampler })];
      expect(all, sampler).toHaveLength(6);
      await near(all[5].x0, sampler === 'ancestral' ? all[5].x : all[4].x0);
    }
  });

  test('churn raises the level where it is allowed, by no more than sqrt(2)', () => {
    const calls: number[] = [];
    const noise = (call: number, shape: readonly number[]): Tensor => {
      calls.push(call);
      return normal(call, shape);
    };
    const { steps, ...grid } = levels;
    const options = { ...grid, s_churn: 1, s_tmin: 0.1, s_tmax: 5 };
    expect([...karrasSteps(denoise, x, noise, { steps, ...options })]).toHaveLength(6);
    const plan = karrasScheduler(options).plan(steps);
    // the first call of each step but the last, which has one
    const found = [0, 2, 4, 6, 8].map((call) => plan.timesteps[call]);
    const raised = found.flatMap((sigma, i) => (sigma > levelsOf(steps, grid)[i] ? [i] : []));
    expect(raised).toEqual(calls);
    for (const [i, sigma] of levelsOf(steps, grid).slice(0, -1).entries()) {
      const allowed = sigma >= 0.1 && sigma <= 5;
      expect(found[i] / sigma).toBeCloseTo(allowed ? 1.2 : 1, 12);
    }
    expect(raised.length).toBeGreaterThan(0);
    expect(raised.length).toBeLessThan(5);
    const most = karrasScheduler({ ...grid, s_churn: 100 }).plan(steps);
    expect(most.timesteps[0] / 8).toBeCloseTo(Math.SQRT2, 12);
    expect(most.initNoiseSigma / 8).toBeCloseTo(Math.SQRT2, 12);
  });

  test('a plan may begin behind its first steps, and the sampler runs it', async () => {
    const { steps, ...grid } = levels;
    const scheduler = karrasScheduler({ ...grid, s_churn: 1 });
    const [whole, later] = [scheduler.plan(steps), scheduler.plan(steps, { start: 2 })];
    expect(later.steps).toEqual(whole.steps.slice(4));
    expect(later.initNoiseSigma).toBeCloseTo(1.2 * levelsOf(steps, grid)[2], 12);
    const key = random.key(2);
    const draw = sampler((_: null, y: Tensor, sigmas: Tensor) => denoise(y, sigmas), scheduler);
    const drawn = await draw(null, { condition: {}, shape: [2, 3, 4], steps, key });
    const start = mul(random.normal(key, [2, 3, 4]), whole.initNoiseSigma);
    const noiseAt = (call: number, shape: readonly number[]) =>
      random.normal(random.foldIn(key, noiseIndex(call)), shape);
    const all = [...denoisingSteps(denoise, scheduler, whole, start, noiseAt)];
    await near(drawn, all[all.length - 1].next, 1e-4);
  });

  test('guidance: 0 and 1 see the batch once, others extrapolate between its halves', async () => {
    const seen: number[] = [];
    const half: DiffusionModel = (y) => {
      seen.push(y.shape[0]);
      if (y.shape[0] === 2) return full([2, 3, 4], 7);
      return concat([full([2, 3, 4], 3), full([2, 3, 4], 1)]);
    };
    await near(guidedDenoise(half, 1)(x, tensor([2, 2])), full([2, 3, 4], 7));
    await near(guidedDenoise(half, 0)(x, tensor([2, 2])), full([2, 3, 4], 7));
    await near(guidedDenoise(half, 3)(x, tensor([2, 2])), full([2, 3, 4], 7)); // 1 + 3 (3 - 1)
    await near(guidedDenoise(half, -1)(x, tensor([2, 2])), full([2, 3, 4], -1));
    expect(seen).toEqual([2, 2, 4, 4]);
  });

  test('compiled as eager, and gradients run through', async () => {
    const run = (y: Tensor, a: Tensor): Tensor =>
      karrasSample(
        karrasDenoise((z) => tanh(mul(z, a))),
        y,
        noiseOf(9),
        {
          ...levels,
          s_churn: 2,
        },
      );
    const at = (v: number) => tensor([v], { shape: [] });
    await near(compile(run)(x, at(0.5)), run(x, at(0.5)));
    const f = (a: Tensor): Tensor => sum(mul(run(x, a), normal(5, [2, 3, 4])));
    const [up, down] = [await f(at(0.501)).item(), await f(at(0.499)).item()];
    expect((await grad(f)(at(0.5)).item()) / ((up - down) / 2e-3)).toBeCloseTo(1, 2);
  });
});

describe('preconditioning', () => {
  const sigmas = tensor([0.01, 30]);

  test('little noise leaves x, much noise leaves the network', async () => {
    const { denoised } = karrasPreconditioned(network, x, tensor([1e-6, 1e-6]), {});
    await near(denoised, x, 1e-5);
    const { denoised: far, output } = karrasPreconditioned(network, x, tensor([1e6, 1e6]), {});
    await near(far, mul(output, 0.5), 1e-5);
  });

  test('the errors of output and estimate differ by c_out squared', async () => {
    const losses = karrasTrainingLosses(network, x, sigmas, normal(2, [2, 3, 4]));
    const [mse, xs] = [await losses.mse.data(), await losses.xs_mse.data()];
    for (const [i, sigma] of [0.01, 30].entries()) {
      const out = (sigma * 0.5) / Math.sqrt(sigma ** 2 + 0.25);
      expect(xs[i] / (mse[i] * out ** 2)).toBeCloseTo(1, 4);
    }
  });

  test('a network of a discrete diffusion sees the step of the level and x at variance 1', async () => {
    const d = gaussianDiffusion({
      betas: linearBetas(),
      model_mean_type: 'epsilon',
      model_var_type: 'fixed_small',
      loss_type: 'mse',
    });
    const eps = normal(8, [2, 3, 4]);
    for (const t of [10, 600]) {
      const sigma = sigmaTable(d)[t];
      const noisy = add(x, mul(eps, sigma));
      let told: Tensor | undefined;
      const oracle: DiffusionModel = (y, times) => {
        told = times;
        return mul(sub(y, mul(x, d.numbers[t].alpha)), 1 / d.numbers[t].sigma);
      };
      const denoise = gaussianDenoise(d, oracle, { clip_denoised: false });
      await near(denoise(noisy, tensor([sigma, sigma])), x, 1e-4);
      expect(await (told as unknown as Tensor).toArray()).toEqual([t, t]);
    }
  });
});

describe('stacks of point-cloud models', () => {
  const scaling = { channel_scales: [2, 2, 2, 1, 1, 1], channel_biases: [0, 0, 0, -1, -1, -1] };
  const diffusion: GaussianDiffusion = diffusionFromConfig({
    ...scaling,
    schedule: 'cosine',
    timesteps: 16,
  });
  const calls: { stage: number; rows: number; conditions: CloudConditions }[] = [];
  const model =
    (stage: number): PointCloudStage['model'] =>
    (y, t, conditions) => {
      calls.push({ stage, rows: y.shape[0], conditions });
      const eps = tanh(add(mul(y, 0.9), mul(reshape(t, [t.size, 1, 1]), 0.01)));
      return concat([eps, mul(y, 0)], -1);
    };
  const stages: PointCloudStage[] = [
    { model: model(0), diffusion, num_points: 4, karras_steps: 3 },
    { model: model(1), diffusion, num_points: 7, karras_steps: 2 },
  ];
  const options = { batch_size: 2, key: random.key(5) };
  const last = async (all: PointCloudStage[], key = options.key): Promise<Tensor> => {
    let samples: Tensor | undefined;
    for await (const step of samplePointClouds(all, { ...options, key })) samples = step.samples;
    return samples as Tensor;
  };

  test('later stages keep the points of earlier ones in front', async () => {
    calls.length = 0;
    const shown: [number, readonly number[]][] = [];
    let coarse: Tensor | undefined;
    let samples: Tensor | undefined;
    for await (const step of samplePointClouds(stages, options)) {
      shown.push([step.stage, step.samples.shape]);
      if (step.stage === 0) coarse = step.samples;
      samples = step.samples;
    }
    const [first, second] = [
      [2, 4, 6],
      [2, 11, 6],
    ];
    expect(shown.map(([stage]) => stage)).toEqual([0, 0, 0, 0, 1, 1, 1]);
    for (const [stage, shape] of shown) expect(shape).toEqual(stage === 0 ? first : second);
    await near(slice(samples as Tensor, null, [0, 4]), coarse as Tensor, 1e-30);
    // guided by 3 at first, not at all afterwards; the upsampler sees the coarse cloud in the data's units
    expect(calls.filter((c) => c.stage === 0).every((c) => c.rows === 4)).toBe(true);
    expect(calls.filter((c) => c.stage === 1).every((c) => c.rows === 2)).toBe(true);
    await near(calls[calls.length - 1].conditions.low_res, coarse as Tensor, 1e-30);
  });

  test('guidance sees conditions, the coarse cloud among them, and then zeros', async () => {
    calls.length = 0;
    const embeddings = normal(4, [2, 3]);
    await last([stages[0], { ...stages[1], guidance_scale: 2, conditions: { embeddings } }]);
    const { rows, conditions } = calls[calls.length - 1];
    expect(rows).toBe(4);
    await near(conditions.embeddings, concat([embeddings, full([2, 3], 0)]), 1e-30);
    const low = await conditions.low_res.data();
    expect(Array.from(low.slice(48)).every((v) => v === 0)).toBe(true);
    expect(Array.from(low.slice(0, 48)).some((v) => v !== 0)).toBe(true);
  });

  test('the key decides, and the ancestral steps work as well', async () => {
    const ancestral = stages.map((s) => ({ ...s, use_karras: false }));
    await near(await last(ancestral), await last(ancestral), 1e-30);
    await near(await last(stages), await last(stages), 1e-30);
    const other = await last(stages, random.key(6));
    expect(worstError(await other.data(), await (await last(stages)).data())).toBeGreaterThan(1e-3);
    await expect(last([])).rejects.toThrow(/no stages/);
  });

  test('colours become whole numbers of 0 .. 255', async () => {
    const cloud = tensor([[[0.1, 0.2, 0.3, -4, 12.4, 300]]]);
    const { xyz, colors } = splitPointClouds(cloud);
    expect(await colors.toArray()).toEqual([[[0, 12, 255]]]);
    await near(xyz, tensor([[[0.1, 0.2, 0.3]]]));
  });
});
