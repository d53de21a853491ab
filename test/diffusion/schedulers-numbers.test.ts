// Numbers of steps by hand: how much noise DDIM and DDPM add.
import { expect, test } from 'vitest';
import { alphaBars, linearBetas } from '../../src/diffusion/schedule.ts';
import { ddimCoefficients } from '../../src/diffusion/schedulers/ddim.ts';
import { ddpmScheduler } from '../../src/diffusion/schedulers/ddpm.ts';

test('DDIM: the variance goes with the square of eta, and what it takes is missing from eps', () => {
  // posterior variance (0.36 / 0.64) (1 - 0.36 / 0.64) = 0.24609375
  const [from, to] = [
    { alpha: 0.6, sigma: 0.8 },
    { alpha: 0.8, sigma: 0.6 },
  ];
  const { x0, eps, noise } = ddimCoefficients(from, to, 0.5);
  expect(x0).toBe(0.8);
  expect(noise).toBeCloseTo(Math.sqrt(0.25 * 0.24609375), 12);
  expect(eps).toBeCloseTo(Math.sqrt(0.36 - 0.25 * 0.24609375), 12);
  expect(ddimCoefficients(from, to)).toEqual({ x0: 0.8, eps: 0.6, noise: 0 });
});

test('DDPM: the noise of each step, and none in the last', () => {
  const bars = alphaBars(linearBetas());
  const at = (t: number): number => (t < 0 ? 1 : bars[t]);
  for (const variance_type of ['fixed_small', 'fixed_large'] as const) {
    const { steps } = ddpmScheduler({ variance_type }).plan(10);
    expect(steps.map((s) => s.time)).toEqual([900, 800, 700, 600, 500, 400, 300, 200, 100, 0]);
    for (const { time, noise } of steps) {
      const [now, next] = [at(time), at(time - 100)];
      const beta = 1 - now / next;
      const variance = variance_type === 'fixed_large' ? beta : ((1 - next) / (1 - now)) * beta;
      expect(noise).toBeCloseTo(time === 0 ? 0 : Math.sqrt(variance), 10);
    }
  }
});
