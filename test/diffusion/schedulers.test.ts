// Schedulers beyond the golden cases: perfect networks, the identities between schedulers, zero terminal SNR,
// inversion and noising.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Level } from '../../src/diffusion/process.ts';
import { zeroTerminalSnr } from '../../src/diffusion/schedule.ts';
import { type DdimNumbers, ddimNumbers, ddimStep } from '../../src/diffusion/schedulers/ddim.ts';
import type { DdpmNumbers } from '../../src/diffusion/schedulers/ddpm.ts';
import {
  addNoise,
  ddimScheduler,
  ddpmScheduler,
  dpmSolverMultistepScheduler,
  eulerAncestralDiscreteScheduler,
  eulerDiscreteScheduler,
  velocity,
} from '../../src/diffusion/schedulers/index.ts';
import type { Plan } from '../../src/diffusion/schedulers/scheduler.ts';
import { addNoiseAt, snrTable } from '../../src/diffusion/schedulers/scheduler.ts';
import { levelOfSigma, sigmaTable } from '../../src/diffusion/schedulers/sigmas.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';
import {
  f64,
  list,
  make,
  names,
  near,
  perfect,
  stable,
  tanhNetwork,
  walk,
} from '../support/schedulers.ts';

beforeAll(async () => {
  await use('interpret');
});

describe('a network that knows x_0', () => {
  const x0 = f64(0.4, -1.3, 2.5);
  for (const name of names) {
    for (const prediction_type of ['epsilon', 'v_prediction', 'sample']) {
      // it mixes predictions of different times, which agree for eps alone
      if (name === 'PNDMScheduler' && prediction_type !== 'epsilon') continue;
      test(`leads ${name} to it from its ${prediction_type}`, async () => {
        for (const steps of [1, 2, 7, 20]) {
          for (const timestep_spacing of ['leading', 'trailing', 'linspace']) {
            const scheduler = make(name, { prediction_type, timestep_spacing });
            const plan = scheduler.plan(steps, { previous: 'grid' });
            const start = ops.mul(f64(0.3, 1.1, -0.8), plan.initNoiseSigma);
            const passed = walk(scheduler, plan, start, perfect(scheduler, x0), f64(1, -1, 0.5));
            await near(passed[plan.steps.length - 1], x0, 1e-9);
          }
        }
      });
    }
  }

  test('is reached from the middle, where a plan starts with a noised x_0', async () => {
    for (const name of names) {
      const scheduler = make(name, { timestep_spacing: 'leading', steps_offset: 1 });
      const plan = scheduler.plan(20, { start: 12 });
      const whole = scheduler.plan(20);
      // but for the doubled first step of PNDM
      const same = plan.timesteps.length - (name === 'PNDMScheduler' ? 2 : 0);
      expect(whole.timesteps.slice(-same)).toEqual(plan.timesteps.slice(-same));
      const start = addNoiseAt(plan, x0, f64(1, -0.5, 0.2), 0);
      const passed = walk(scheduler, plan, start, perfect(scheduler, x0), f64(1, -1, 0.5));
      await near(passed[plan.steps.length - 1], x0, 1e-9);
    }
    expect(() => make('DDIMScheduler').plan(20, { start: 20 })).toThrow(/choose 0 to 19/);
  });
});

describe('identities', () => {
  test('DDIM with eta = 1 is DDPM on every step of the training grid', () => {
    const options = { ...stable, num_train_timesteps: 50, clip_sample: false };
    const [ddim, ddpm] = [ddimScheduler(options), ddpmScheduler(options)];
    const a = ddim.plan(50, { eta: 1 }) as Plan<DdimNumbers>;
    const b = ddpm.plan(50) as Plan<DdpmNumbers>;
    expect(a.timesteps).toEqual(b.timesteps);
    a.steps.forEach((s, i) => {
      const t = b.steps[i];
      expect(Math.abs(s.noise - t.noise)).toBeLessThan(1e-12);
      // x = alpha x0 + sigma eps in both means
      const [x0, eps] = [0.4, -1.3];
      const x = s.alpha * x0 + s.sigma * eps;
      const want = t.x0 * x0 + t.xt * x;
      expect(Math.abs(s.x0 * x0 + s.eps * eps - want)).toBeLessThan(1e-11);
    });
  });

  test('DDIM with eta = 0, Euler and DPM-Solver++ of first order walk the same way', async () => {
    const options = { ...stable, timestep_spacing: 'trailing', num_train_timesteps: 40 };
    for (const prediction_type of ['epsilon', 'v_prediction', 'sample']) {
      const all = { ...options, prediction_type };
      const ddim = ddimScheduler({ ...all, clip_sample: false });
      const euler = eulerDiscreteScheduler(all);
      const dpm = dpmSolverMultistepScheduler({ ...all, solver_order: 1 });
      const x = f64(0.3, 1.1, -0.8);
      const plan = ddim.plan(10);
      const eulerPlan = euler.plan(10);
      expect(eulerPlan.timesteps).toEqual(plan.timesteps);
      const a = walk(ddim, plan, x, tanhNetwork);
      const b = walk(dpm, dpm.plan(10), x, tanhNetwork);
      const c = walk(euler, eulerPlan, ops.div(x, eulerPlan.steps[0].alpha), tanhNetwork);
      for (let i = 0; i < 10; i++) {
        const alpha = plan.steps[i + 1]?.alpha ?? 1;
        await near(b[i], a[i], 1e-12);
        await near(ops.mul(c[i], alpha), a[i], 1e-11);
      }
    }
  });

  test("an ancestral step of Euler's is DDIM's with eta = 1", async () => {
    const options = { ...stable, timestep_spacing: 'trailing', num_train_timesteps: 40 };
    const ddim = ddimScheduler({ ...options, clip_sample: false });
    const ancestral = eulerAncestralDiscreteScheduler(options);
    const [plan, other] = [ddim.plan(10, { eta: 1 }), ancestral.plan(10)];
    const [x, z] = [f64(0.3, 1.1, -0.8), f64(1, -1, 0.5)];
    const a = walk(ddim, plan, x, tanhNetwork, z);
    const b = walk(ancestral, other, ops.div(x, other.steps[0].alpha), tanhNetwork, z);
    for (let i = 0; i < 10; i++) {
      await near(ops.mul(b[i], plan.steps[i + 1]?.alpha ?? 1), a[i], 1e-11);
    }
  });

  test('fixed_large adds the variance of the forward step', () => {
    const planOf = (variance_type: string) =>
      ddpmScheduler({ ...stable, variance_type }).plan(1000) as Plan<DdpmNumbers>;
    const [small, large] = [planOf('fixed_small'), planOf('fixed_large')];
    const { betas } = ddpmScheduler(stable);
    large.steps.forEach((s, i) => {
      if (s.time > 0) expect(s.noise ** 2).toBeCloseTo(betas[s.time], 12);
      expect(s.noise).toBeGreaterThanOrEqual(small.steps[i].noise);
      expect([s.x0, s.xt]).toEqual([small.steps[i].x0, small.steps[i].xt]);
    });
    for (const kind of ['fixed_small', 'fixed_large']) {
      const log = ddpmScheduler({ ...stable, variance_type: `${kind}_log` }).plan(10);
      expect(log).toEqual(ddpmScheduler({ ...stable, variance_type: kind }).plan(10));
    }
  });

  test('a clipped x_0 stays in its range and leaves eps as it was', async () => {
    const options = { ...stable, clip_sample_range: 0.5 };
    const s = { time: 0, input: 1, alpha: 0.6, sigma: 0.8, noise: 0, x0: 0.9, eps: 0.4 };
    const x = f64(3, -2, 0.1);
    const [m, eps] = [f64(0.2, 0.1, 0), f64(0.2, 0.1, 0)];
    const { mean, x0 } = ddimScheduler(options).step(s as DdimNumbers, x, m, []);
    await near(x0, f64(0.5, -0.5, 0.1 / 0.6), 1e-12);
    await near(mean, ops.add(ops.mul(x0, 0.9), ops.mul(eps, 0.4)), 1e-12);
  });
});

describe('zero terminal SNR', () => {
  const options = {
    ...stable,
    rescale_betas_zero_snr: true,
    prediction_type: 'v_prediction',
    timestep_spacing: 'trailing',
    clip_sample: false,
  };

  test('leaves nothing of the signal at the end and all of it at the start', () => {
    const plain = ddimScheduler(stable).alphasCumprod;
    const { alphasCumprod, betas } = ddimScheduler(options);
    expect(alphasCumprod[999]).toBe(0);
    expect(betas[999]).toBe(1);
    expect(Math.abs(Math.sqrt(alphasCumprod[0]) - Math.sqrt(plain[0]))).toBeLessThan(1e-15);
    expect(Array.from(betas)).toEqual(Array.from(zeroTerminalSnr(ddimScheduler(stable).betas)));
  });

  test('works with v and trailing steps in DDIM and DDPM, and reaches a known x_0', async () => {
    const x0 = f64(0.4, -1.3, 2.5);
    for (const steps of [1, 5, 10, 50]) {
      for (const [scheduler, eta] of [
        [ddimScheduler(options), 0],
        [ddimScheduler(options), 1],
        [ddpmScheduler(options), 0],
      ] as const) {
        const plan = scheduler.plan(steps, { eta });
        expect(plan.timesteps[0]).toBe(999);
        expect(plan.steps[0].alpha).toBe(0);
        for (const s of plan.steps) expect(Object.values(s).every(Number.isFinite)).toBe(true);
        const start = f64(0.3, 1.1, -0.8);
        const known = walk(scheduler, plan, start, perfect(scheduler, x0), f64(1, -1, 0.5));
        await near(known[steps - 1], x0, 1e-9);
        const any = walk(scheduler, plan, start, tanhNetwork, f64(1, -1, 0.5));
        expect((await list(any[steps - 1])).every(Number.isFinite)).toBe(true);
      }
    }
  });

  test('refuses epsilon where there is no signal', () => {
    const epsilon = { ...options, prediction_type: 'epsilon' };
    for (const scheduler of [ddimScheduler(epsilon), ddpmScheduler(epsilon)]) {
      expect(() => scheduler.plan(10)).toThrow(/time step 999 .*v_prediction/s);
    }
  });

  test('is sigma = 4096 in sigma space', () => {
    for (const scheduler of [
      eulerDiscreteScheduler(options),
      dpmSolverMultistepScheduler(options),
    ]) {
      const { sigmas } = scheduler.plan(10);
      expect(Math.abs((sigmas?.[0] ?? 0) - 4096)).toBeLessThan(1e-3);
      expect(sigmas?.at(-1)).toBe(0);
    }
    // the usual linear betas have larger ones before it, and sigmas must fall
    const linear = { beta_schedule: 'linear', beta_start: 0.0001, beta_end: 0.02 };
    for (const make of [eulerDiscreteScheduler, eulerAncestralDiscreteScheduler]) {
      const { sigmas = [], steps } = make({ ...options, ...linear }).plan(500);
      sigmas.slice(1).forEach((s, i) => {
        expect(s).toBeLessThan(sigmas[i]);
      });
      expect(steps.every((s) => Object.values(s).every(Number.isFinite))).toBe(true);
    }
    // the cosine schedule leaves less than that, and something
    const cosine = { beta_schedule: 'squaredcos_cap_v2' };
    const { initNoiseSigma } = eulerDiscreteScheduler(cosine).plan(10);
    expect(Math.abs(initNoiseSigma * Math.sqrt(2.4287669e-9) - 1)).toBeLessThan(1e-7);
  });
});

describe('inversion', () => {
  // DDIM from x_0's level up to noise and back, with the exact denoiser of N(0.5, 0.3²)
  const step = ddimStep('x0');
  const denoise = (x: Tensor, { alpha, sigma }: Level): Tensor => {
    const k = (alpha * 0.3 ** 2) / (alpha ** 2 * 0.3 ** 2 + sigma ** 2);
    return ops.add(ops.mul(ops.sub(x, alpha * 0.5), k), 0.5);
  };
  async function roundTrip(n: number): Promise<number> {
    const levels = Array.from({ length: n + 1 }, (_, i) =>
      levelOfSigma(Math.exp(-3 + (6 * i) / n)),
    );
    const way = [...levels, ...levels.slice(0, -1).reverse()];
    let x = f64(1.1);
    for (let i = 0; i + 1 < way.length; i++) {
      const numbers = ddimNumbers(0, way[i], way[i + 1]);
      x = step(numbers, x, denoise(x, way[i]), []).next;
    }
    return Math.abs((await list(x))[0] - 1.1);
  }

  test('and sampling return to the start, by first order in the steps', async () => {
    const [coarse, fine] = [await roundTrip(100), await roundTrip(200)];
    expect(coarse).toBeLessThan(0.1);
    expect(Math.abs(Math.log2(coarse / fine) - 1)).toBeLessThan(0.1);
  });
});

describe('forward noising', () => {
  const scheduler = ddpmScheduler(stable);
  test('SNR, x_t and v at the steps of each sample', async () => {
    expect(snrTable(scheduler)[999]).toBeCloseTo(0.00468192, 8);
    expect(sigmaTable(scheduler)[999] ** -2).toBeCloseTo(snrTable(scheduler)[999], 12);
    const [x0, eps] = [ops.tensor([[1, 2]]), ops.tensor([[-1, 0.5]])].map((t) =>
      ops.cast(ops.concat([t, t]), 'f64'),
    );
    const t = ops.tensor(Int32Array.of(0, 700));
    const x = await list(addNoise(scheduler, x0, eps, t));
    const v = await list(velocity(scheduler, x0, eps, t));
    [0, 700].forEach((at, row) => {
      const [a, s] = [scheduler.alphasCumprod[at], 1 - scheduler.alphasCumprod[at]].map(Math.sqrt);
      expect(x[2 * row]).toBeCloseTo(a - s, 12);
      expect(x[2 * row + 1]).toBeCloseTo(2 * a + 0.5 * s, 12);
      expect(v[2 * row]).toBeCloseTo(-a - s, 12);
      expect(v[2 * row + 1]).toBeCloseTo(0.5 * a - 2 * s, 12);
    });
    // one step for all samples
    await near(
      addNoise(scheduler, x0, eps, 700),
      addNoise(scheduler, x0, eps, ops.tensor([700, 700], { dtype: 'i32' })),
      0,
    );
  });

  test('in sigma space x = x_0 + sigma eps', async () => {
    const plan = eulerDiscreteScheduler(stable).plan(10);
    const index = ops.tensor(Int32Array.of(0, 9));
    const x = await list(addNoiseAt(plan, f64(1, 1), f64(1, -1), index));
    expect(x[0]).toBeCloseTo(1 + (plan.sigmas?.[0] ?? 0), 10);
    expect(x[1]).toBeCloseTo(1 - (plan.sigmas?.[9] ?? 0), 10);
  });
});
