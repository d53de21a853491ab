// What the tests of Gaussian diffusion share: a diffusion of a thousand steps, a small network, a sample, and
// nearness of tensors.
import { expect } from 'vitest';
import type { DiffusionModel } from '../../src/diffusion/denoising-step.ts';
import {
  type GaussianDiffusion,
  type GaussianDiffusionOptions,
  gaussianDiffusion,
} from '../../src/diffusion/gaussian-diffusion.ts';
import { linearBetas } from '../../src/diffusion/schedule.ts';
import { add, mul, random, reshape, tanh } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { worstError } from './devices.ts';

/** Linear betas, eps-prediction, fixed small variances, unless told otherwise. */
export const make = (options: Partial<GaussianDiffusionOptions> = {}): GaussianDiffusion =>
  gaussianDiffusion({
    betas: linearBetas(),
    model_mean_type: 'epsilon',
    model_var_type: 'fixed_small',
    loss_type: 'mse',
    ...options,
  });

/** Standard normal values of a seed. */
export const normal = (seed: number, shape: readonly number[]): Tensor =>
  random.normal(random.key(seed), [...shape]);

/** tanh(0.7 x + t / 1000) for x [n, points, channels]. */
export const network: DiffusionModel = (x, t) =>
  tanh(add(mul(x, 0.7), mul(reshape(t, [t.size, 1, 1]), 0.001)));

/** Expects equal shapes and values within a tolerance. */
export async function near(got: Tensor, want: Tensor, tolerance = 1e-6): Promise<void> {
  expect(got.shape).toEqual(want.shape);
  expect(worstError(await got.data(), await want.data())).toBeLessThan(tolerance);
}
