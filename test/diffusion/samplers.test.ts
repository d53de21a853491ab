// Samplers: DDPM inside DDIM, Euler's method in disguise, convergence to the exact solution on Gaussian
// data, and guidance.
import { beforeAll, describe, expect, test } from 'vitest';
import { guide, rescaleGuidance } from '../../src/diffusion/denoising-step.ts';
import { type Level, posteriorMean, posteriorVariance } from '../../src/diffusion/process.ts';
import { sampler } from '../../src/diffusion/samplers.ts';
import { discreteSchedule, linearBetas, type NoiseSchedule } from '../../src/diffusion/schedule.ts';
import { ddimCoefficients, ddimMean, ddimOver } from '../../src/diffusion/schedulers/ddim.ts';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import {
  add,
  broadcastTo,
  cos,
  div,
  mul,
  random,
  reshape,
  sin,
  square,
  sub,
  sum,
  tensor,
} from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

describe('one step', () => {
  const betas = linearBetas();
  const schedule = discreteSchedule(betas);

  test('eta = 1 on consecutive steps is DDPM', async () => {
    for (const t of [1, 2, 100, 500, 999]) {
      const [from, to] = [schedule.level(t), schedule.level(t - 1)];
      const c = ddimCoefficients(from, to, 1);
      const q = posteriorMean(from, to);
      expect(c.noise ** 2).toBeCloseTo(posteriorVariance(from, to), 12);
      const [x0, eps] = [tensor(Float64Array.of(0.4)), tensor(Float64Array.of(-1.3))];
      const x = 0.4 * from.alpha - 1.3 * from.sigma;
      const mean = await ddimMean(x0, eps, c).item();
      expect(mean).toBeCloseTo(q.x0 * 0.4 + q.xt * x, 10);
    }
  });

  test('eta = 0 is Euler in x / alpha against sigma / alpha', () => {
    const [from, to] = [schedule.level(700), schedule.level(650)];
    const c = ddimCoefficients(from, to, 0);
    const [x0, eps] = [0.4, -1.3];
    const x = from.alpha * x0 + from.sigma * eps;
    const [s, sNext] = [from.sigma / from.alpha, to.sigma / to.alpha];
    const slope = (x / from.alpha - x0) / s;
    const euler = to.alpha * (x / from.alpha + slope * (sNext - s));
    expect(c.x0 * x0 + c.eps * eps).toBeCloseTo(euler, 12);
    expect(c.noise).toBe(0);
  });

  test('the variance of a step is kept for every eta', () => {
    const [from, to] = [schedule.level(700), schedule.level(500)];
    for (const eta of [0, 0.3, 1]) {
      const c = ddimCoefficients(from, to, eta);
      expect(c.eps ** 2 + c.noise ** 2).toBeCloseTo(to.sigma ** 2, 12);
    }
  });
});

// Data N(0.5, 0.3²) with its exact denoiser, from lambda = ln(alpha/sigma) = -5 to 5; the probability flow
// takes x = 1.7 to 1.00910530.
describe('convergence on Gaussian data', () => {
  const [mu, s0] = [0.5, 0.3];
  const levelAt = (lambda: number): Level => {
    const alpha = 1 / Math.sqrt(1 + Math.exp(-2 * lambda));
    return { alpha, sigma: alpha * Math.exp(-lambda) };
  };
  const exact = (x: Tensor, { alpha, sigma }: Level): Tensor => {
    const k = (alpha * s0 ** 2) / (alpha ** 2 * s0 ** 2 + sigma ** 2);
    return add(mul(sub(x, alpha * mu), k), mu);
  };
  const solve = async (n: number): Promise<number> => {
    let x = tensor(Float64Array.of(1.7));
    for (let i = 0; i < n; i++) {
      const [from, to] = [levelAt(-5 + (10 * i) / n), levelAt(-5 + (10 * (i + 1)) / n)];
      const x0 = exact(x, from);
      const eps = div(sub(x, mul(x0, from.alpha)), from.sigma);
      x = ddimMean(x0, eps, ddimCoefficients(from, to));
    }
    return x.item();
  };

  test('DDIM has the published errors and order 1', async () => {
    const expected: [number, number][] = [
      [5, -1.931e-1],
      [10, -1.125e-1],
      [20, -5.979e-2],
      [40, -3.083e-2],
      [80, -1.566e-2],
      [160, -7.889e-3],
    ];
    const errors: number[] = [];
    for (const [n, error] of expected) {
      const found = (await solve(n)) - 1.0091053;
      errors.push(found);
      expect(Math.abs(found - error)).toBeLessThan(1e-3 * Math.abs(error) + 1e-6);
    }
    const order = Math.log2(errors[4] / errors[5]);
    expect(order).toBeGreaterThan(0.95);
    expect(order).toBeLessThan(1.05);
  });
});

describe('the sampler', () => {
  // the exact v for data N(m, s²) in each element, under the continuous cosine; m is the condition
  const s0 = 0.5;
  const denoise = (scale: Tensor, x: Tensor, time: Tensor, m: { mean: Tensor }): Tensor => {
    const angle = mul(add(mul(reshape(time, [time.size, 1]), 0.996), 0.002), Math.PI / 2);
    return exactV(x, angle, mul(m.mean, scale));
  };
  function exactV(x: Tensor, angle: Tensor, mean: Tensor): Tensor {
    const [alpha, sigma] = [cos(angle), sin(angle)];
    const spread = add(mul(mul(alpha, alpha), s0 ** 2), mul(sigma, sigma));
    const x0 = add(mean, mul(sub(x, mul(mean, alpha)), div(mul(alpha, s0 ** 2), spread)));
    const eps = div(sub(x, mul(x0, alpha)), sigma);
    return sub(mul(eps, alpha), mul(x0, sigma));
  }
  const n = 512;
  const statistics = async (x: Tensor): Promise<[number, number]> => {
    const values = Array.from(await x.data());
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    return [mean, Math.sqrt(variance)];
  };
  const condition = { mean: tensor(new Float32Array(n).fill(1.25), { shape: [n, 1] }) };
  const none = { mean: tensor(new Float32Array(n), { shape: [n, 1] }) };
  const scale = tensor([1], { shape: [] });
  const base = { condition, shape: [n, 1], key: random.key(4) };

  for (const eta of [0, 0.5, 1]) {
    test(`eta ${eta} draws from the data's distribution`, async () => {
      const sample = sampler(denoise, ddimOver('v'));
      const [mean, std] = await statistics(await sample(scale, { ...base, steps: 60, eta }));
      expect(Math.abs(mean - 1.25)).toBeLessThan(0.08);
      expect(Math.abs(std - s0)).toBeLessThan(0.06);
    });
  }

  test('the same key gives the same bits, another key others, with any eta', async () => {
    const sample = sampler(denoise, ddimOver('v'));
    const draw = async (seed: number) =>
      Array.from(
        await (await sample(scale, { ...base, key: random.key(seed), steps: 5, eta: 1 })).data(),
      );
    expect(await draw(1)).toEqual(await draw(1));
    expect(await draw(1)).not.toEqual(await draw(2));
  });

  test('guidance w moves the mean to w times the condition; w = 1 is the plain sampler', async () => {
    const sample = sampler(denoise, ddimOver('v'));
    const options = { ...base, unconditional: none, steps: 40 };
    const [mean] = await statistics(await sample(scale, { ...options, guidance: 2 }));
    expect(Math.abs(mean - 2.5)).toBeLessThan(0.1);
    const plain = await (await sample(scale, { ...base, steps: 40 })).data();
    const guided = await (await sample(scale, { ...options, guidance: 1 + 1e-7 })).data();
    plain.forEach((v, i) => {
      expect(guided[i]).toBeCloseTo(v, 4);
    });
    await expect(sample(scale, { ...base, steps: 2, guidance: 2 })).rejects.toThrow(/empty prompt/);
  });

  test('reports every step and hands on the estimate of the data', async () => {
    const sample = sampler(denoise, ddimOver('v'));
    const seen: string[] = [];
    const last: number[] = [];
    const x = await sample(scale, {
      ...base,
      steps: 3,
      onStep: async ({ step, steps, x0 }) => {
        seen.push(`${step}/${steps}`);
        last[0] = (await x0.data())[7];
      },
    });
    expect(seen).toEqual(['1/3', '2/3', '3/3']);
    expect((await x.data())[7]).toBeCloseTo(last[0], 6); // the last step ends at its estimate
  });

  test('discrete schedules work as well', async () => {
    const schedule: NoiseSchedule = discreteSchedule(linearBetas());
    const eps = (_: null, x: Tensor, time: Tensor, c: { level: Tensor }): Tensor =>
      mul(mul(x, c.level), mul(reshape(time, [time.size, 1]), 0));
    const sample = sampler(eps, ddimOver('eps', schedule));
    const level = { level: tensor([[1]]) };
    const start = tensor([[1]]);
    // eps = 0 everywhere: x0 = x / alpha at every step, so the end is start / alpha of the first
    const options = { condition: level, shape: [1, 1], steps: 4, key: random.key(0) };
    const end = await (await sample(null, { ...options, start })).item();
    expect(end).toBeCloseTo(1 / schedule.level(999).alpha, 2);
  });
});

describe('inpainting without training', () => {
  // data (u, u) with u normal: the best estimate of u from x = alpha (u, u) + sigma eps is
  // alpha (x_1 + x_2) / (2 alpha² + sigma²); the network says x0
  const network = (_: null, x: Tensor, t: Tensor, __: null): Tensor => {
    const angle = mul(add(mul(reshape(t, [-1, 1]), 0.996), 0.002), Math.PI / 2);
    const [alpha, sigma] = [cos(angle), sin(angle)];
    const both = sum(x, 1, { keepDims: true });
    const u = div(mul(both, alpha), add(mul(2, square(alpha)), square(sigma)));
    return broadcastTo(u, x.shape);
  };
  const n = 256;
  const x0 = tensor(
    Float64Array.from({ length: 2 * n }, (_, i) => (i % 2 ? -3 : 1.5)),
    {
      shape: [n, 2],
    },
  );
  const paint = async (keep?: Tensor, eta = 0): Promise<Float64Array> => {
    const draw = sampler(network, ddimOver('x0'));
    const image = keep && { x0, strength: 1, keep };
    const options = { condition: null, shape: [n, 2], steps: 40, eta, key: random.key(5) };
    const out = await draw(null, { ...options, image });
    return Float64Array.from(await out.data());
  };

  test.each([0, 1])('keeps what is held and fits the rest to it, eta %i', async (eta) => {
    const out = await paint(tensor(Float64Array.of(1, 0)), eta);
    const [held, drawn] = [0, 1].map((k) => [...out].filter((_, i) => i % 2 === k));
    expect(held.every((v) => v === 1.5)).toBe(true);
    // without resampling it comes near: alone, u has the mean 0
    const mean = drawn.reduce((a, b) => a + b, 0) / n;
    expect(mean).toBeGreaterThan(1);
    expect(mean).toBeLessThan(2);
  });

  test('of everything is the data itself, of nothing no constraint', async () => {
    expect(await paint(tensor(Float64Array.of(1, 1)))).toEqual(Float64Array.from(await x0.data()));
    const free = await paint(tensor(Float64Array.of(0, 0)));
    const mean = free.reduce((a, b) => a + b, 0) / (2 * n);
    expect(Math.abs(mean)).toBeLessThan(0.3);
  });
});

describe('guidance', () => {
  const c = tensor([[1, 2, -1]]);
  const u = tensor([[0.5, -2, 3]]);
  test('w = 1 conditional, w = 0 unconditional, equal predictions unchanged', async () => {
    expect(Array.from(await guide(c, u, 1).data())).toEqual([1, 2, -1]);
    expect(Array.from(await guide(c, u, 0).data())).toEqual([0.5, -2, 3]);
    expect(Array.from(await guide(c, c, 7.5).data())).toEqual([1, 2, -1]);
  });
  test('rescaling by phi = 0 changes nothing, by phi = 1 gives the conditional spread', async () => {
    const guided = guide(c, u, 5);
    expect(await rescaleGuidance(guided, c, 0).data()).toEqual(await guided.data());
    const spread = (v: ArrayLike<number>): number => {
      const mean = (v[0] + v[1] + v[2]) / 3;
      return Math.hypot(v[0] - mean, v[1] - mean, v[2] - mean);
    };
    const rescaled = await rescaleGuidance(guided, c, 1).data();
    expect(spread(rescaled)).toBeCloseTo(spread(await c.data()), 5);
  });
});
