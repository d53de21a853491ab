// Schedulers against other ways to the same numbers: exact solutions on Gaussian data with the order of
// convergence, and the loops of the papers for the two that no golden case covers.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type ConfiguredScheduler,
  dpmSolverMultistepScheduler,
  eulerDiscreteScheduler,
  heunDiscreteScheduler,
  type Plan,
  pndmScheduler,
} from '../../src/diffusion/schedulers/index.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import { use } from '../support/devices.ts';
import { f64, list, type Network, near, stable, tanhNetwork, walk } from '../support/schedulers.ts';

beforeAll(async () => {
  await use('interpret');
});

// Data N(0.5, 0.3²) with its exact denoiser, lambda = ln(alpha / sigma) from -5 to 5 in n equal steps; the
// probability flow takes x = 1.7 to 1.00910530. The published errors are those of papers' formulas.
describe('order of convergence on Gaussian data', () => {
  const [mu, s0, end] = [0.5, 0.3, 1.0091053];
  const denoise: Network = (x, { alpha, sigma }) => {
    const k = (alpha * s0 ** 2) / (alpha ** 2 * s0 ** 2 + sigma ** 2);
    return ops.add(ops.mul(ops.sub(x, alpha * mu), k), mu);
  };
  // betas of n + 1 levels, training step 0 being lambda = 5
  const betasOf = (n: number): number[] => {
    const bar = (t: number): number => 1 / (1 + Math.exp(-2 * (5 - (10 * t) / n)));
    return Array.from({ length: n + 1 }, (_, t) => 1 - bar(t) / (t === 0 ? 1 : bar(t - 1)));
  };
  const config = (n: number) => ({
    trained_betas: betasOf(n),
    num_train_timesteps: n + 1,
    prediction_type: 'sample',
    timestep_spacing: 'linspace',
  });

  // error at lambda = 5, which `calls` calls of the network lead to
  async function error(scheduler: ConfiguredScheduler, plan: Plan, calls: number): Promise<number> {
    const [first, alpha] = [plan.steps[0], 1 / Math.sqrt(1 + Math.exp(-10))];
    const start = f64(1.7 * (first.input === 1 ? 1 : 1 / first.alpha));
    const x = walk(scheduler, plan, start, denoise)[calls - 1];
    const [value] = await list(x);
    return value * (first.input === 1 ? 1 : alpha) - end;
  }
  const cases: [
    string,
    number,
    Record<number, number>,
    (n: number) => [ConfiguredScheduler, Plan, number],
  ][] = [
    [
      "Euler's",
      1,
      { 5: -1.931e-1, 10: -1.125e-1, 20: -5.979e-2, 40: -3.083e-2, 80: -1.566e-2, 160: -7.889e-3 },
      (n) => {
        const scheduler = eulerDiscreteScheduler(config(n));
        return [scheduler, scheduler.plan(n + 1), n];
      },
    ],
    [
      "Heun's",
      2,
      { 5: 4.57e-1, 10: 8.368e-2, 20: 1.816e-2, 40: 4.242e-3 },
      (n) => {
        const scheduler = heunDiscreteScheduler(config(n));
        return [scheduler, scheduler.plan(n + 1), 2 * n];
      },
    ],
    [
      'DPM-Solver++ 2M',
      2,
      { 5: -2.864e-2, 10: 1.654e-2, 20: 7.139e-3, 40: 1.939e-3, 80: 4.931e-4, 160: 1.237e-4 },
      (n) => {
        const ends = { final_sigmas_type: 'sigma_min', lower_order_final: false };
        const scheduler = dpmSolverMultistepScheduler({ ...config(n), ...ends });
        return [scheduler, scheduler.plan(n), n];
      },
    ],
    [
      'DPM-Solver++ of first order',
      1,
      { 5: -1.931e-1, 20: -5.979e-2, 80: -1.566e-2 },
      (n) => {
        const ends = { final_sigmas_type: 'sigma_min', solver_order: 1 };
        const scheduler = dpmSolverMultistepScheduler({ ...config(n), ...ends });
        return [scheduler, scheduler.plan(n), n];
      },
    ],
  ];
  for (const [name, order, published, solve] of cases) {
    test(`${name} has order ${order} and the published errors`, async () => {
      for (const [n, want] of Object.entries(published)) {
        const found = await error(...solve(Number(n)));
        // four published digits
        expect(Math.abs(found - want)).toBeLessThan(1e-3 * Math.abs(want) + 1e-6);
      }
      const [coarse, fine] = [await error(...solve(160)), await error(...solve(320))];
      expect(Math.abs(Math.log2(coarse / fine) - order)).toBeLessThan(0.05);
    });
  }

  test('the solver type heun of DPM-Solver++ has order 2 as well', async () => {
    const errors: number[] = [];
    for (const n of [160, 320]) {
      const scheduler = dpmSolverMultistepScheduler({
        ...config(n),
        final_sigmas_type: 'sigma_min',
        solver_type: 'heun',
      });
      errors.push(await error(scheduler, scheduler.plan(n), n));
    }
    expect(Math.abs(Math.log2(errors[0] / errors[1]) - 2)).toBeLessThan(0.1);
  });
});

// The loops of the papers with numbers and lists, for the network tanh(0.7 x + 0.001 t).
describe('against plain loops', () => {
  const network = (x: number, t: number): number => Math.tanh(0.7 * x + 0.001 * t);

  function heun(sigmas: readonly number[], times: readonly number[], start: number): number[] {
    const passed: number[] = [];
    const slope = (x: number, sigma: number, t: number): number => {
      const scaled = x / Math.sqrt(sigma ** 2 + 1);
      const clean = x - sigma * network(scaled, t);
      return (x - Math.min(Math.max(clean, -2), 2)) / sigma;
    };
    let x = start;
    for (let i = 0; i < times.length; i++) {
      const h = sigmas[i + 1] - sigmas[i];
      const d = slope(x, sigmas[i], times[i]);
      const guess = x + h * d;
      passed.push(guess);
      if (sigmas[i + 1] === 0) break;
      x += (h / 2) * (d + slope(guess, sigmas[i + 1], times[i + 1]));
      passed.push(x);
    }
    return passed;
  }

  test("Heun's, with clipping and Karras's sigmas", async () => {
    for (const use_karras_sigmas of [false, true]) {
      for (const timestep_spacing of ['linspace', 'leading', 'trailing']) {
        const scheduler = heunDiscreteScheduler({
          ...stable,
          use_karras_sigmas,
          timestep_spacing,
          clip_sample: true,
          clip_sample_range: 2,
        });
        const plan = scheduler.plan(8);
        expect(plan.steps.length).toBe(15);
        // one entry a grid point
        const once = (v: readonly number[]): number[] => v.filter((_, i) => i % 2 === 1 || i === 0);
        const grid = once(plan.timesteps);
        const sigmas = once(plan.sigmas as number[]);
        expect([grid.length, sigmas.length, sigmas[8]]).toEqual([8, 9, 0]);
        const start = 0.8 * plan.initNoiseSigma;
        const passed = walk(scheduler, plan, f64(start), tanhNetwork);
        const want = heun(sigmas, grid, start);
        await near(ops.concat(passed), f64(...want), 1e-10);
      }
    }
  });

  function plms(bars: Float64Array, grid: readonly number[], last: number, v: boolean, x: number) {
    const passed: number[] = [];
    const stride = grid[0] - grid[1];
    // one step of DDIM from t to p by what the network said, v or eps
    const transfer = (from: number, said: number, t: number, p: number): number => {
      const [a, b] = [bars[t], p < 0 ? last : bars[p]];
      const eps = v ? Math.sqrt(1 - a) * from + Math.sqrt(a) * said : said;
      const clean = (from - Math.sqrt(1 - a) * eps) / Math.sqrt(a);
      return Math.sqrt(b) * clean + Math.sqrt(1 - b) * eps;
    };
    const said = [network(x, grid[0])];
    const guess = transfer(x, said[0], grid[0], grid[1]);
    passed.push(guess);
    const mean = (said[0] + network(guess, grid[1])) / 2;
    let now = transfer(x, mean, grid[0], grid[1]);
    passed.push(now);
    for (const t of grid.slice(1)) {
      said.unshift(network(now, t));
      const [e0, e1, e2, e3] = said;
      const combined =
        said.length === 2
          ? (3 * e0 - e1) / 2
          : said.length === 3
            ? (23 * e0 - 16 * e1 + 5 * e2) / 12
            : (55 * e0 - 59 * e1 + 37 * e2 - 9 * e3) / 24;
      now = transfer(now, combined, t, t - stride);
      passed.push(now);
    }
    return passed;
  }

  test('PNDM without Runge-Kutta steps', async () => {
    for (const prediction_type of ['epsilon', 'v_prediction']) {
      for (const set_alpha_to_one of [false, true]) {
        const scheduler = pndmScheduler({
          ...stable,
          prediction_type,
          set_alpha_to_one,
          skip_prk_steps: true,
          steps_offset: 1,
        });
        const plan = scheduler.plan(10);
        const grid = [901, 801, 701, 601, 501, 401, 301, 201, 101, 1];
        expect(plan.timesteps).toEqual([901, 801, ...grid.slice(1)]);
        const bars = scheduler.alphasCumprod;
        const last = set_alpha_to_one ? 1 : bars[0];
        const want = plms(bars, grid, last, prediction_type === 'v_prediction', 0.8);
        const passed = walk(scheduler, plan, f64(0.8), tanhNetwork);
        await near(ops.concat(passed), f64(...want), 1e-11);
      }
    }
  });
});
