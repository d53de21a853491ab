// Networks that estimate x_0 in x = x_0 + sigma eps, and are told sigma, as `karrasScheduler` asks for (Karras et al.
// 2022, EDM, arXiv:2206.00364): one with EDM's preconditioning (table 1) and its losses, or one trained on a discrete
// diffusion, whose step is that of the nearest noisier level in its table.

import * as is from '../tensor/arguments.ts';
import { add, clip, div, mul, square, sub } from '../tensor/ops/arithmetic.ts';
import { lessEqual } from '../tensor/ops/comparison.ts';
import { concat } from '../tensor/ops/concat.ts';
import { tensor } from '../tensor/ops/create.ts';
import { chunk } from '../tensor/ops/rearrange.ts';
import { mean, sum } from '../tensor/ops/reduce.ts';
import { log, rsqrt } from '../tensor/ops/transcendental.ts';
import { cast, reshape } from '../tensor/ops/views.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import { type DiffusionModel, denoisingSteps, guide, type NoiseSource } from './denoising-step.ts';
import type { GaussianDiffusion } from './gaussian-diffusion.ts';
import {
  pMeanVariance,
  type ReverseOptions,
  reverseOptions,
} from './gaussian-diffusion-sampling.ts';
import { noised } from './process.ts';
import { type KarrasSchedulerOptions, karrasScheduler } from './schedulers/karras.ts';
import { sigmaTable } from './schedulers/sigmas.ts';

// [n] -> [n, 1, ...], to broadcast against x
const against = (values: Tensor, x: Tensor): Tensor =>
  reshape(values, [x.shape[0], ...x.shape.slice(1).map(() => 1)]);

/** EDM's preconditioning of a network. */
export interface KarrasOptions {
  /** Standard deviation of the data. Default 0.5. */
  readonly sigma_data?: number;
}

const karrasOptionsKind = is.options<KarrasOptions>({ sigma_data: is.optional(is.scalar) });
/**
 * x̂_0 = c_skip x + c_out F(c_in x, 250 ln sigma) (EDM, table 1) for x [n, ...] and sigmas [n], with the
 * network's own output.
 */
export function karrasPreconditioned(
  model: DiffusionModel,
  x: Tensor,
  sigmas: Tensor,
  options: KarrasOptions = {},
): { output: Tensor; denoised: Tensor; skip: Tensor; out: Tensor } {
  const { sigma_data = 0.5 } = options;
  const sigma = against(sigmas, x);
  const inverse = rsqrt(add(square(sigma), sigma_data ** 2)); // c_in
  const skip = mul(square(inverse), sigma_data ** 2);
  const out = mul(mul(sigma, inverse), sigma_data);
  const output = model(mul(inverse, x), mul(log(sigmas), 250));
  return { output, denoised: add(mul(out, output), mul(skip, x)), skip, out };
}

const karrasDenoiseArgs = is.signature(
  'diffusion.karrasDenoise',
  ['model', is.func],
  [
    'options',
    is.options({ sigma_data: is.optional(is.scalar), clip_denoised: is.optional(is.boolean) }),
  ],
);

/** A preconditioned network as an estimate of x_0, by default kept within [-1, 1]. */
export const karrasDenoise = (
  model: DiffusionModel,
  options: KarrasOptions & { readonly clip_denoised?: boolean } = {},
): DiffusionModel => {
  karrasDenoiseArgs(model, options);
  const { clip_denoised, ...preconditioning } = options;
  return (x, sigmas) => {
    const { denoised } = karrasPreconditioned(model, x, sigmas, preconditioning);
    return clip_denoised === false ? denoised : clip(denoised, -1, 1);
  };
};

const karrasTrainingLossesArgs = is.signature(
  'diffusion.karrasTrainingLosses',
  ['model', is.func],
  ['x0', is.tensor],
  ['sigmas', is.tensor],
  ['noise', is.tensor],
  ['options', karrasOptionsKind],
);

/**
 * Losses of a preconditioned network by sample, [n], at x0 + sigma noise: `mse` of its output against
 * (x0 - c_skip x) / c_out (which is `loss`), `xs_mse` of its estimate against x0.
 */
export function karrasTrainingLosses(
  model: DiffusionModel,
  x0: Tensor,
  sigmas: Tensor,
  noise: Tensor,
  options: KarrasOptions = {},
): { loss: Tensor; mse: Tensor; xs_mse: Tensor } {
  karrasTrainingLossesArgs(model, x0, sigmas, noise, options);
  const x = noised(x0, noise, 1, against(sigmas, x0));
  const { output, denoised, skip, out } = karrasPreconditioned(model, x, sigmas, options);
  const axes = x0.shape.map((_, i) => i).slice(1);
  const target = div(sub(x0, mul(skip, x)), out);
  const mse = mean(square(sub(output, target)), axes);
  return { loss: mse, mse, xs_mse: mean(square(sub(denoised, x0)), axes) };
}

/**
 * The steps i32 [n] of a discrete diffusion whose network serves levels [n]: the last ones with at most that much
 * noise; 0 below the table's first level.
 */
export function stepsOfSigmas(d: GaussianDiffusion, sigmas: Tensor): Tensor {
  // a level of the table itself counts as reached, whatever it was rounded to
  const table = tensor(
    sigmaTable(d).map((s) => s * (1 - 1e-6)),
    { dtype: sigmas.dtype },
  );
  const reached = lessEqual(table, reshape(sigmas, [sigmas.size, 1])); // [n, T]
  return clip(sub(sum(cast(reached, 'i32'), 1), 1), 0);
}

const gaussianDenoiseArgs = is.signature(
  'diffusion.gaussianDenoise',
  ['d', kinds.gaussianDiffusion],
  ['model', is.func],
  ['options', reverseOptions],
);

/** A discrete diffusion's network as an estimate of x_0, by default kept within [-1, 1]. */
export const gaussianDenoise = (
  d: GaussianDiffusion,
  model: DiffusionModel,
  options: ReverseOptions = {},
): DiffusionModel => {
  gaussianDenoiseArgs(d, model, options);
  return (x, sigmas) => {
    const scaled = mul(x, against(rsqrt(add(square(sigmas), 1)), x));
    const steps = stepsOfSigmas(d, sigmas);
    return pMeanVariance(d, model, scaled, steps, { clip_denoised: true, ...options }).predXStart;
  };
};

const guidedDenoiseArgs = is.signature(
  'diffusion.guidedDenoise',
  ['denoise', is.func],
  ['guidance_scale', is.scalar],
);

/**
 * Guidance on x̂_0: `denoise` sees the batch twice, with its conditions first and without them after.
 * Scales 0 and 1 are no guidance: `denoise` sees the batch once.
 */
export function guidedDenoise(denoise: DiffusionModel, guidance_scale: number): DiffusionModel {
  guidedDenoiseArgs(denoise, guidance_scale);
  if (guidance_scale === 0 || guidance_scale === 1) return denoise;
  return (x, sigmas) => {
    const both = denoise(concat([x, x]), concat([sigmas, sigmas]));
    const [conditional, unconditional] = chunk(both, 2);
    return guide(conditional, unconditional, guidance_scale);
  };
}

/** Where a run stands: x in front of a step, churn included, and the estimate there; in the end the result. */
export interface KarrasStep {
  readonly x: Tensor;
  readonly x0: Tensor;
}

/**
 * A run of `steps` steps of {@link karrasScheduler} as Point-E counts and draws: lazily, see `denoisingSteps`.
 * @param unit noise of variance 1, [n, ...]; it is multiplied by the highest level
 * @param noise called with the number of the step that it belongs to
 */
export function* karrasSteps(
  denoise: DiffusionModel,
  unit: Tensor,
  noise: NoiseSource,
  { steps, ...options }: KarrasSchedulerOptions & { readonly steps: number },
): Generator<KarrasStep, void, undefined> {
  const ancestral = options.sampler === 'ancestral';
  const scheduler = karrasScheduler(options);
  const plan = scheduler.plan(steps);
  const [level] = plan.sigmas as readonly number[];
  const churn = Math.sqrt(plan.initNoiseSigma ** 2 - level ** 2);
  const clear = mul(unit, level);
  const start = churn > 0 ? add(clear, mul(noise(0, unit.shape), churn)) : clear;
  // a step is two calls, at whose end stands the churn of the next
  const drawn: NoiseSource = (call, shape) => noise(ancestral ? call : (call + 1) / 2, shape);
  let [end, estimate] = [start, start];
  for (const { index, x, x0, next } of denoisingSteps(denoise, scheduler, plan, start, drawn)) {
    end = next;
    if (!ancestral && index % 2 === 1) continue;
    yield { x, x0 };
    estimate = x0;
  }
  yield { x: end, x0: ancestral ? end : estimate };
}
